/* textrank.c - TextRank for sentences (Mihalcea & Tarau, "TextRank: bringing order into texts", EMNLP 2004).
 *
 *   Similarity(Si, Sj) = |words of both| / (log |Si| + log |Sj|)                                         (section 4.1)
 *   WS(Vi) = (1 - d) + d * sum over j != i of w_ji / (sum over k of w_jk) * WS(Vj),  d = 0.85            (section 2.2)
 *
 * The words of a sentence are its distinct content terms. Sentences of one such term only (log 1 + log 1 = 0) have
 * similarity 0. The products with the graph are exact and never form it: all sentences with a term that have the same
 * number of terms are one sum, so a term costs its sentences plus the square of the different numbers among them.
 * Departure: above 128 terms a sentence counts as 128 long, which bounds that square. */
#include <math.h>

#include "score/graph.h"
#include "score/method.h"

ld_score_function ld_score_textrank;

enum { LONGEST = 128 };
static const double damping = 0.85;

struct similarity {
    struct ld_graph graph;
    uint32_t *size;        /* [S] distinct content terms, at most LONGEST */
    double *inverse;       /* [LONGEST + 1][LONGEST + 1] 1 / (log a + log b) */
    double *sums, *totals; /* [LONGEST + 1] of a term, by size; sums are left 0 */
};

/* What the sentences that have one term give to each other; none to itself. */
static void multiply_term(const struct similarity *w, uint32_t term, const double *x, double *y) {
    const struct ld_posting *postings = w->graph.postings;
    const uint32_t first = w->graph.first_posting[term], end = w->graph.first_posting[term + 1];
    uint32_t sizes[LONGEST], count = 0;
    for (uint32_t p = first; p < end; p++) {
        uint32_t size = w->size[postings[p].sentence];
        bool is_new = true;
        for (uint32_t i = 0; i < count && is_new; i++) is_new = sizes[i] != size;
        if (is_new) sizes[count++] = size;
        w->sums[size] += x[postings[p].sentence];
    }
    for (uint32_t i = 0; i < count; i++) {
        w->totals[sizes[i]] = 0;
        for (uint32_t j = 0; j < count; j++)
            w->totals[sizes[i]] += w->inverse[sizes[i] * (LONGEST + 1) + sizes[j]] * w->sums[sizes[j]];
    }
    for (uint32_t p = first; p < end; p++) {
        uint32_t s = postings[p].sentence, size = w->size[s];
        y[s] += w->totals[size] - w->inverse[size * (LONGEST + 1) + size] * x[s];
    }
    for (uint32_t i = 0; i < count; i++) w->sums[sizes[i]] = 0;
}

static void multiply(const void *matrix, const double *x, double *y) {
    const struct similarity *w = matrix;
    for (uint32_t v = 0; v < w->graph.doc->term_count; v++) /* a term of one sentence links nothing */
        if (w->graph.doc->terms[v].sentence_frequency > 1) multiply_term(w, v, x, y);
}

void ld_score_textrank(struct ld_arena *arena, const struct lede_document *doc, const lede_summary_options *options,
                       struct ld_scores *scores) {
    (void)options;
    struct similarity w = {{0},
                           ld_arena_array(arena, doc->sentence_count, sizeof *w.size),
                           ld_arena_array(arena, (LONGEST + 1) * (LONGEST + 1), sizeof *w.inverse),
                           ld_arena_array(arena, LONGEST + 1, sizeof *w.sums),
                           ld_arena_array(arena, LONGEST + 1, sizeof *w.totals)};
    double *degree = ld_arena_array(arena, doc->sentence_count, sizeof *degree);
    double *ones = ld_arena_array(arena, doc->sentence_count, sizeof *ones);
    ld_graph_build(arena, doc, &w.graph);
    for (uint32_t a = 1; a <= LONGEST; a++)
        for (uint32_t b = 1; b <= LONGEST; b++)
            if (a > 1 || b > 1) w.inverse[a * (LONGEST + 1) + b] = 1 / (log(a) + log(b));
    for (uint32_t s = 0; s < doc->sentence_count; s++) {
        uint32_t size = w.graph.first[s + 1] - w.graph.first[s];
        w.size[s] = size < LONGEST ? size : LONGEST;
        ones[s] = 1;
    }
    multiply(&w, ones, degree);
    ld_graph_rank(arena, &w.graph, multiply, &w, degree, damping, scores->score);
}
