/* order.c - see order.h. */
#include "pick/order.h"

#include <math.h>
#include <stdlib.h>

#include "model/index.h"

struct ranked {
    int64_t score;
    uint32_t unit;
};

static int best_first(const void *a, const void *b) {
    const struct ranked *x = a, *y = b;
    if (x->score != y->score) return x->score < y->score ? 1 : -1;
    return (x->unit > y->unit) - (x->unit < y->unit);
}

uint32_t *ld_order(struct ld_arena *arena, const struct lede_document *doc, const double *scores, uint32_t *count) {
    struct ranked *ranked = ld_arena_array(arena, doc->sentence_count, sizeof *ranked);
    uint32_t *order = ld_arena_array(arena, doc->sentence_count, sizeof *order), n = 0;
    for (uint32_t s = 0; s < doc->sentence_count; s++)
        if (ld_is_indexed(doc, &doc->sentences[s]) && doc->sentences[s].token_count)
            ranked[n++] = (struct ranked){llround(scores[s] * 1e9), s};
    qsort(ranked, n, sizeof *ranked, best_first);
    for (uint32_t i = 0; i < n; i++) order[i] = ranked[i].unit;
    *count = n;
    return order;
}

enum { IN_A = 1, COUNTED = 2 };

double ld_similarity(const struct lede_document *doc, uint32_t a, uint32_t b, unsigned char *marks) {
    const uint32_t units[] = {a, b};
    double square[2] = {0}, dot = 0;
    for (int side = 0; side < 2; side++)
        for (uint32_t t = 0; t < doc->sentences[units[side]].token_count; t++) {
            uint32_t v = ld_token_word(doc, doc->sentences[units[side]].first_token + t)->term;
            double weight = doc->terms[v].idf * doc->terms[v].idf;
            unsigned char bit = side ? COUNTED : IN_A;
            if (!doc->terms[v].counts || marks[v] & bit) continue;
            if (side && marks[v] & IN_A) dot += weight;
            marks[v] |= bit;
            square[side] += weight;
        }
    for (int side = 0; side < 2; side++)
        for (uint32_t t = 0; t < doc->sentences[units[side]].token_count; t++)
            marks[ld_token_word(doc, doc->sentences[units[side]].first_token + t)->term] = 0;
    return square[0] > 0 && square[1] > 0 ? dot / sqrt(square[0] * square[1]) : 0;
}
