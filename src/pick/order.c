/* order.c - see order.h. */
#include "pick/order.h"

#include <math.h>
#include <stdlib.h>

#include "base/skip.h"
#include "model/index.h"

enum { FEW = 128 }; /* up to so many a plain insertion sort is the fastest */

struct ranked {
    int64_t score;
    uint32_t unit;
};

int64_t ld_quantised(double score) {
    const double most = 1e17, units = score * 1e9;
    const double bounded = !(units < most) ? most : units > -most ? units : -most;
    const int64_t whole = (int64_t)bounded;
    const double rest = bounded - (double)whole; /* as llround, of which a call is dear */
    return whole + (rest >= 0.5) - (rest <= -0.5);
}

static int best_first(const void *a, const void *b) {
    const struct ranked *x = a, *y = b;
    if (x->score != y->score) return x->score < y->score ? 1 : -1;
    return (x->unit > y->unit) - (x->unit < y->unit);
}

/* Scores of news fall from the top of the text on: few are moved far. */
static void sort_few(struct ranked *ranked, uint32_t n) {
    for (uint32_t i = 1; i < n; i++) {
        const struct ranked item = ranked[i];
        uint32_t at = i;
        for (; at && item.score > ranked[at - 1].score; at--) ranked[at] = ranked[at - 1];
        ranked[at] = item;
    }
}

/* Units by what all that have the same words share. */
struct seen {
    const struct lede_document *doc;
    uint32_t *last, *before; /* [mask + 1] the last one of a kind, and [S] the one of its kind before it; 0: none, else
                                and one */
    uint32_t mask;
};

static uint32_t kind_of(const struct lede_document *doc, const struct ld_sentence *sentence) {
    const struct ld_content *contents = doc->contents + sentence->first_content;
    const uint32_t n = sentence->content_count;
    const uint32_t first = n ? contents[0].term : 0, last = n ? contents[n - 1].term : 0;
    return (first * 31 + last) * 31 + n + sentence->token_count * 7;
}

static bool is_same(const struct lede_document *doc, uint32_t a, uint32_t b) {
    const struct ld_sentence *x = &doc->sentences[a], *y = &doc->sentences[b];
    if (x->token_count != y->token_count) return false;
    for (uint32_t i = 0; i < x->token_count; i++)
        if (ld_token_word(doc, x->first_token + i) != ld_token_word(doc, y->first_token + i)) return false;
    return true;
}

/* Whether one before it has the same words; and it is one from now on. */
static bool is_repeated(struct seen *seen, uint32_t unit) {
    enum { FAR = 64 }; /* of its kind: so many are looked at */
    const struct ld_sentence *sentence = &seen->doc->sentences[unit];
    uint32_t *last = &seen->last[kind_of(seen->doc, sentence) & seen->mask], n = 0;
    for (uint32_t at = *last; at && !sentence->fresh && n < FAR; at = seen->before[at - 1], n++)
        if (is_same(seen->doc, at - 1, unit)) return true;
    seen->before[unit] = *last;
    *last = unit + 1;
    return false;
}

uint32_t *ld_candidates(struct ld_arena *arena, const struct lede_document *doc, uint32_t *count) {
    uint32_t *candidates = ld_arena_alloc(arena, doc->sentence_count * sizeof *candidates), n = 0;
    struct seen seen = {.doc = doc, .mask = 15};
    while (seen.mask < doc->sentence_count) seen.mask = 2 * seen.mask + 1;
    seen.last = ld_arena_array(arena, seen.mask + 1, sizeof *seen.last);
    seen.before = ld_arena_alloc(arena, doc->sentence_count * sizeof *seen.before);
    for (uint32_t s = 0; s < doc->sentence_count; s++)
        if (ld_is_indexed(doc, &doc->sentences[s]) && doc->sentences[s].token_count && !is_repeated(&seen, s))
            candidates[n++] = s;
    *count = n;
    return candidates;
}

uint32_t *ld_order(struct ld_arena *arena, const struct lede_document *doc, const double *scores, uint32_t *count) {
    uint32_t *order = ld_candidates(arena, doc, count);
    const uint32_t n = *count;
    struct ranked *ranked = ld_arena_alloc(arena, n * sizeof *ranked);
    for (uint32_t i = 0; i < n; i++) ranked[i] = (struct ranked){ld_quantised(scores[order[i]]), order[i]};
    if (n <= FEW)
        sort_few(ranked, n);
    else
        qsort(ranked, n, sizeof *ranked, best_first);
    for (uint32_t i = 0; i < n; i++) order[i] = ranked[i].unit;
    return order;
}

double ld_similarity(const struct lede_document *doc, uint32_t a, uint32_t b, unsigned char *marks) {
    const struct ld_content *at_a = &doc->contents[doc->sentences[a].first_content],
                            *at_b = &doc->contents[doc->sentences[b].first_content];
    const uint32_t in_a = doc->sentences[a].content_count, in_b = doc->sentences[b].content_count;
    double square_a = 0, square_b = 0, dot = 0;
    for (uint32_t i = 0; i < in_a; i++) {
        double idf = doc->terms[at_a[i].term].idf;
        marks[at_a[i].term] = 1;
        square_a += idf * idf;
    }
    for (uint32_t i = 0; i < in_b; i++) {
        double idf = doc->terms[at_b[i].term].idf, weight = idf * idf;
        if (marks[at_b[i].term]) dot += weight;
        square_b += weight;
    }
    for (uint32_t i = 0; i < in_a; i++) marks[at_a[i].term] = 0;
    return square_a > 0 && square_b > 0 ? dot / sqrt(square_a * square_b) : 0;
}

void ld_alike_init(struct ld_arena *arena, const struct lede_document *doc, struct ld_alike *alike) {
    alike->doc = doc;
    alike->count = 0;
    alike->smallest = 0;
    alike->marks = ld_arena_array(arena, doc->term_count, 1);
}

bool ld_alike_add(struct ld_alike *alike, uint32_t unit) {
    const struct lede_document *doc = alike->doc;
    const struct ld_content *content = &doc->contents[doc->sentences[unit].first_content];
    const uint32_t k = alike->count;
    double square = 0;
    if (k == LD_ALIKE) return false;
    for (uint32_t i = 0; i < doc->sentences[unit].content_count; i++) {
        const double idf = doc->terms[content[i].term].idf;
        alike->marks[content[i].term] |= (unsigned char)(1 << k);
        square += idf * idf;
    }
    alike->units[k] = unit;
    alike->squares[k] = square;
    alike->smallest = k ? fmin(alike->smallest, square) : square;
    alike->count++;
    return true;
}

bool ld_alike_find(const struct ld_alike *alike, uint32_t unit, double least, double *similarities) {
    const double rounding = 1e-6; /* no more than that */
    const struct lede_document *doc = alike->doc;
    const struct ld_content *content = &doc->contents[doc->sentences[unit].first_content];
    const uint32_t count = doc->sentences[unit].content_count;
    double square = 0, shared = 0, dots[LD_ALIKE] = {0};
    for (uint32_t i = 0; i < count; i++) {
        const double idf = doc->terms[content[i].term].idf, weights[] = {0, idf * idf};
        square += weights[1];
        shared += weights[alike->marks[content[i].term] != 0]; /* which cannot be foreseen */
    }
    if (shared * shared < least * least * alike->smallest * square * (1 - rounding)) return false; /* most often */
    for (uint32_t i = 0; i < count; i++) {
        const double idf = doc->terms[content[i].term].idf;
        for (uint64_t units = alike->marks[content[i].term]; units; units &= units - 1)
            dots[ld_zeros_before(units)] += idf * idf;
    }
    for (uint32_t k = 0; k < alike->count; k++)
        similarities[k] = dots[k] > 0 ? dots[k] / sqrt(alike->squares[k] * square) : 0;
    return true;
}
