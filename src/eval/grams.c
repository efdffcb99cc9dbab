/* grams.c - see grams.h. An n-gram is the pair of the n-gram before it without its last token, which has a number
 * already, and that token; so each order is counted by hashing pairs of numbers, and no string is ever built. */
#include "eval/grams.h"

#include <string.h>

struct ld_gram {
    uint32_t head, tail; /* number of the (n-1)-gram, last token */
    uint32_t number;     /* from 1 on; 0: free */
};

static uint32_t *room(struct ld_grams *grams, size_t count) {
    if (grams->room_count < count) {
        grams->room = ld_arena_array(grams->arena, 2 * count, sizeof *grams->room);
        grams->room_count = 2 * count;
    }
    return grams->room;
}

static void make_counts(struct ld_grams *grams, uint32_t highest) {
    if (highest < grams->counts_size) return;
    grams->counts = ld_arena_array(grams->arena, 2 * ((size_t)highest + 1), sizeof *grams->counts);
    grams->counts_size = 2 * (highest + 1);
}

void ld_grams_reserve(struct ld_grams *grams, uint32_t highest) {
    grams->highest = highest;
    make_counts(grams, highest);
}

static void clear_slots(struct ld_grams *grams, uint32_t count) {
    uint32_t size = 64;
    while (size < 2 * count) size *= 2;
    if (size > grams->slots_size) {
        grams->slots = ld_arena_array(grams->arena, size, sizeof *grams->slots);
        grams->slots_size = size;
    } else {
        memset(grams->slots, 0, size * sizeof *grams->slots);
    }
    grams->mask = size - 1;
}

static struct ld_gram *slot_of(const struct ld_grams *grams, uint32_t head, uint32_t tail) {
    uint64_t h = ((uint64_t)head << 32 | tail) * UINT64_C(0x9E3779B97F4A7C15); /* Fibonacci hashing (Knuth 6.4) */
    uint32_t slot = (uint32_t)(h >> 32) & grams->mask;
    while (grams->slots[slot].number && (grams->slots[slot].head != head || grams->slots[slot].tail != tail))
        slot = (slot + 1) & grams->mask;
    return &grams->slots[slot];
}

/* From order n - 1 to n: heads[i], the number of the n-gram that begins at i, 0 where the candidate has it not. */
static void lengthen_candidate(struct ld_grams *grams, struct ld_sequence candidate, uint32_t *heads, uint32_t n) {
    uint32_t numbers = 0;
    clear_slots(grams, candidate.count);
    for (uint32_t i = 0; i + n <= candidate.count; i++) {
        struct ld_gram *gram = slot_of(grams, heads[i], candidate.tokens[i + n - 1]);
        if (!gram->number) *gram = (struct ld_gram){heads[i], candidate.tokens[i + n - 1], ++numbers};
        heads[i] = gram->number;
    }
}

static void lengthen_reference(struct ld_grams *grams, struct ld_sequence reference, uint32_t *heads, uint32_t n) {
    for (uint32_t i = 0; i + n <= reference.count; i++)
        if (heads[i]) heads[i] = slot_of(grams, heads[i], reference.tokens[i + n - 1])->number;
}

/* The sum over all numbers but 0 of the smaller count. */
static uint64_t clipped(uint32_t *counts, const uint32_t *reference, uint32_t reference_count,
                        const uint32_t *candidate, uint32_t candidate_count) {
    uint64_t hits = 0;
    for (uint32_t i = 0; i < candidate_count; i++) counts[candidate[i]]++;
    for (uint32_t i = 0; i < reference_count; i++)
        if (reference[i] && counts[reference[i]]) {
            counts[reference[i]]--;
            hits++;
        }
    for (uint32_t i = 0; i < candidate_count; i++) counts[candidate[i]] = 0;
    return hits;
}

void ld_gram_hits(struct ld_grams *grams, struct ld_sequence reference, struct ld_sequence candidate, unsigned highest,
                  uint64_t *hits) {
    for (uint32_t n = 1; n <= highest; n++) hits[n] = 0;
    if (!reference.count || !candidate.count) return;
    make_counts(grams, candidate.count); /* there are no more n-grams than tokens */
    uint32_t *cand = room(grams, (size_t)candidate.count + reference.count), *ref = cand + candidate.count;
    memcpy(cand, candidate.tokens, candidate.count * sizeof *cand);
    memcpy(ref, reference.tokens, reference.count * sizeof *ref);
    for (uint32_t n = 1; n <= highest && n <= reference.count && n <= candidate.count; n++) {
        if (n > 1) {
            lengthen_candidate(grams, candidate, cand, n);
            lengthen_reference(grams, reference, ref, n);
        }
        hits[n] = clipped(grams->counts, ref, reference.count - n + 1, cand, candidate.count - n + 1);
        if (!hits[n]) return; /* no longer ones then */
    }
}

/* Where each token stands: first[token] and next[position], position + 1, 0 behind the last. */
static void index_tokens(struct ld_sequence s, uint32_t *first, uint32_t *next) {
    for (uint32_t i = s.count; i-- > 0;) {
        next[i] = first[s.tokens[i]];
        first[s.tokens[i]] = i + 1;
    }
}

static uint32_t window_end(struct ld_sequence s, uint32_t i, uint32_t gap) {
    return s.count - i - 1 <= gap ? s.count : i + gap + 2;
}

/* The pairs that begin with one token, which stands at the positions chained from c and r. */
static uint64_t pair_hits(uint32_t *counts, struct ld_sequence reference, const uint32_t *next_r, uint32_t r,
                          struct ld_sequence candidate, const uint32_t *next_c, uint32_t c, uint32_t gap) {
    uint64_t hits = 0;
    for (uint32_t i = c; i; i = next_c[i - 1])
        for (uint32_t j = i, end = window_end(candidate, i - 1, gap); j < end; j++) counts[candidate.tokens[j]]++;
    for (uint32_t i = r; i; i = next_r[i - 1])
        for (uint32_t j = i, end = window_end(reference, i - 1, gap); j < end; j++) {
            uint32_t token = reference.tokens[j];
            if (!token || !counts[token]) continue;
            counts[token]--;
            hits++;
        }
    for (uint32_t i = c; i; i = next_c[i - 1])
        for (uint32_t j = i, end = window_end(candidate, i - 1, gap); j < end; j++) counts[candidate.tokens[j]] = 0;
    return hits;
}

uint64_t ld_skip_hits(struct ld_grams *grams, struct ld_sequence reference, struct ld_sequence candidate, uint32_t gap,
                      bool unigrams) {
    if (reference.count < 2 || candidate.count < 2) return 0;
    size_t tokens = (size_t)grams->highest + 1;
    uint32_t *first_c = room(grams, 2 * tokens + candidate.count + reference.count), *first_r = first_c + tokens;
    uint32_t *next_c = first_r + tokens, *next_r = next_c + candidate.count;
    memset(first_c, 0, 2 * tokens * sizeof *first_c);
    index_tokens(candidate, first_c, next_c);
    index_tokens(reference, first_r, next_r);
    uint64_t hits = 0;
    for (uint32_t token = 1; token < tokens; token++)
        if (first_c[token] && first_r[token])
            hits += pair_hits(grams->counts, reference, next_r, first_r[token], candidate, next_c, first_c[token], gap);
    if (unigrams)
        hits += clipped(grams->counts, reference.tokens, reference.count - 1, candidate.tokens, candidate.count - 1);
    return hits;
}

uint64_t ld_skip_count(uint32_t count, uint32_t gap, bool unigrams) {
    if (count < 2) return 0;
    uint64_t n = count, reach = gap >= count - 1 ? n - 1 : (uint64_t)gap + 1;
    /* All but the last reach tokens begin that many pairs; those begin reach - 1, ..., 0. */
    return (n - reach) * reach + reach * (reach - 1) / 2 + (unigrams ? n - 1 : 0);
}
