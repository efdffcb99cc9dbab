/* oracle.c - see oracle.h. Each reference is a sorted list of its unigrams and bigrams with how often each stands in
 * it; each sentence is, for each reference, the list of the entries it hits. A step of the search then only counts. */
#include "eval/oracle.h"

#include <stdlib.h>
#include <string.h>

#define NO_TOKEN UINT32_MAX /* the second half of a unigram's key */

struct reference {
    uint64_t *keys;       /* [entries] first stem << 32 | second */
    uint32_t *wanted;     /* [entries] how often it stands in the reference */
    uint32_t *had;        /* [entries] how often it stands in what is chosen */
    uint32_t *hits;       /* entries that sentences hit, in their order */
    uint32_t *hit_starts; /* [sentences + 1] */
    uint32_t entries;
    double totals[2], matched[2]; /* unigrams, bigrams: of the reference, and of what is chosen */
};

struct search {
    const struct ld_oracle_input *input;
    struct ld_tokens *tokens; /* [count] of each sentence */
    struct reference *references;
    double sizes[2]; /* unigrams, bigrams chosen */
    unsigned char *chosen;
};

static int by_value(const void *a, const void *b) {
    uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;
    return (x > y) - (x < y);
}

static uint64_t key_of(const struct ld_tokens *tokens, uint32_t i, bool bigram) {
    return (uint64_t)tokens->stems[i] << 32 | (bigram ? tokens->stems[i + 1] : NO_TOKEN);
}

static bool is_bigram(uint64_t key) { return (uint32_t)key != NO_TOKEN; }

static uint32_t grams_in(const struct ld_tokens *tokens, bool bigrams) {
    return bigrams && tokens->count ? tokens->count - 1 : tokens->count;
}

/* Sort the reference's keys and count equal ones. */
static void list_entries(struct ld_arena *arena, const struct ld_tokens *tokens, struct reference *reference) {
    uint32_t n = 0, all = grams_in(tokens, false) + grams_in(tokens, true);
    uint64_t *keys = ld_arena_array(arena, all, sizeof *keys);
    for (unsigned b = 0; b < 2; b++) {
        for (uint32_t i = 0; i < grams_in(tokens, b); i++) keys[n++] = key_of(tokens, i, b);
        reference->totals[b] = grams_in(tokens, b);
    }
    qsort(keys, n, sizeof *keys, by_value);
    reference->keys = keys;
    reference->wanted = ld_arena_array(arena, n, sizeof *reference->wanted);
    reference->had = ld_arena_array(arena, n, sizeof *reference->had);
    for (uint32_t i = 0; i < n; i++) {
        if (!i || keys[i] != keys[reference->entries - 1]) keys[reference->entries++] = keys[i];
        reference->wanted[reference->entries - 1]++;
    }
}

static void list_hits(struct ld_arena *arena, const struct search *search, struct reference *reference) {
    uint32_t count = search->input->count, capacity = 0, n = 0;
    reference->hit_starts = ld_arena_array(arena, (size_t)count + 1, sizeof *reference->hit_starts);
    for (uint32_t s = 0; s < count; s++) {
        const struct ld_tokens *tokens = &search->tokens[s];
        for (unsigned b = 0; b < 2; b++)
            for (uint32_t i = 0; i < grams_in(tokens, b); i++) {
                uint64_t key = key_of(tokens, i, b);
                const uint64_t *found = bsearch(&key, reference->keys, reference->entries, sizeof key, by_value);
                if (!found) continue;
                LD_ARENA_ROOM(arena, reference->hits, n, capacity);
                reference->hits[n++] = (uint32_t)(found - reference->keys);
            }
        reference->hit_starts[s + 1] = n;
    }
}

/* Add a sentence's hits to what is had; returns nothing new where the reference has no more of an entry. */
static void count_in(struct reference *reference, uint32_t sentence, double matched[2]) {
    for (uint32_t i = reference->hit_starts[sentence]; i < reference->hit_starts[sentence + 1]; i++) {
        uint32_t entry = reference->hits[i];
        if (reference->had[entry]++ < reference->wanted[entry]) matched[is_bigram(reference->keys[entry])]++;
    }
}

static void count_out(struct reference *reference, uint32_t sentence) {
    for (uint32_t i = reference->hit_starts[sentence]; i < reference->hit_starts[sentence + 1]; i++)
        reference->had[reference->hits[i]]--;
}

/* F1 = 2 x hits / (candidate + reference), which is Lin 2004's with equal weights. */
static double merit_with(const struct search *search, uint32_t sentence) {
    double best[2] = {0, 0};
    for (uint32_t r = 0; r < search->input->reference_count; r++) {
        struct reference *reference = &search->references[r];
        double matched[2] = {reference->matched[0], reference->matched[1]};
        count_in(reference, sentence, matched);
        count_out(reference, sentence);
        for (unsigned b = 0; b < 2; b++) {
            double below = search->sizes[b] + grams_in(&search->tokens[sentence], b) + reference->totals[b];
            double f = below > 0 ? 2 * matched[b] / below : 0;
            if (f > best[b]) best[b] = f;
        }
    }
    return best[0] + best[1];
}

static void choose(struct search *search, uint32_t sentence) {
    search->chosen[sentence] = 1;
    for (unsigned b = 0; b < 2; b++) search->sizes[b] += grams_in(&search->tokens[sentence], b);
    for (uint32_t r = 0; r < search->input->reference_count; r++)
        count_in(&search->references[r], sentence, search->references[r].matched);
}

/* The sentence that makes the most of it, above floor, among those that cost at most so much; count where none does. */
static uint32_t best_sentence(const struct search *search, double budget, double *floor) {
    uint32_t best = search->input->count;
    for (uint32_t s = 0; s < search->input->count; s++) {
        if (search->chosen[s] || search->input->costs[s] > budget) continue;
        double merit = merit_with(search, s);
        if (merit <= *floor) continue;
        *floor = merit;
        best = s;
    }
    return best;
}

static void work(struct ld_arena *arena, void *context) {
    struct search *search = context;
    const struct ld_oracle_input *input = search->input;
    const struct ld_cut whole = {0, 0, false};
    struct ld_vocabulary vocabulary;
    ld_vocabulary_init(&vocabulary, arena, input->flavour, true);
    search->tokens = ld_arena_array(arena, input->count, sizeof *search->tokens);
    search->references = ld_arena_array(arena, input->reference_count, sizeof *search->references);
    for (uint32_t s = 0; s < input->count; s++)
        ld_tokens_read(&vocabulary, input->sentences[s], whole, &search->tokens[s]);
    for (uint32_t r = 0; r < input->reference_count; r++) {
        struct ld_tokens tokens = {0};
        ld_tokens_read(&vocabulary, input->references[r], whole, &tokens);
        list_entries(arena, &tokens, &search->references[r]);
        list_hits(arena, search, &search->references[r]);
    }
    double merit = 0, left = input->budget;
    for (uint32_t n = 0; n < input->most; n++) {
        uint32_t best = best_sentence(search, left, &merit);
        if (best == input->count) break;
        choose(search, best);
        left -= input->costs[best];
    }
    if (merit > 0 || !input->count) return;
    double floor = -1, any = 0; /* nothing fits, or nothing is shared: the best of all, or the first */
    for (uint32_t s = 0; s < input->count; s++) any = input->costs[s] > any ? input->costs[s] : any;
    choose(search, best_sentence(search, any, &floor));
}

bool ld_oracle(const struct ld_oracle_input *input, unsigned char *chosen) {
    struct search search = {.input = input, .chosen = chosen};
    struct ld_arena arena;
    memset(chosen, 0, input->count);
    ld_arena_init(&arena);
    bool done = ld_arena_run(&arena, work, &search);
    ld_arena_free(&arena);
    return done;
}
