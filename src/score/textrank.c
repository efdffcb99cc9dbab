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
#include <string.h>

#include "score/graph.h"
#include "score/method.h"

ld_score_function ld_score_textrank;

enum { LONGEST = 128 };
static const double damping = 0.85;

/* A cell is the sentences of one size that have one term; those of a term follow each other. */
struct similarity {
    struct ld_graph graph;
    uint32_t *size;       /* [S] distinct content terms, at most LONGEST */
    double *inverse;      /* [LONGEST + 1][LONGEST + 1] 1 / (log a + log b) */
    uint32_t *cell;       /* [edges] */
    uint32_t *first_cell; /* [V + 1] */
    uint8_t *cell_size;   /* [cells] */
    double *sums;         /* [cells + 1] of its sentences' x, then what each of them gets; cell 0 is for all terms that
                             stand in one sentence, and so link nothing */
};

/* Terms and sentences both ascend, so that the edges of a sentence are met in their order. */
static void find_cells(struct ld_arena *arena, struct similarity *w) {
    const struct ld_graph *graph = &w->graph;
    const struct lede_document *doc = graph->doc;
    uint32_t *met = ld_arena_array(arena, doc->sentence_count, sizeof *met), count = 1, capacity = 0;
    w->cell = ld_arena_alloc(arena, doc->content_count * sizeof *w->cell);
    w->first_cell = ld_arena_alloc(arena, ((size_t)doc->term_count + 1) * sizeof *w->first_cell);
    for (uint32_t v = 0; v < doc->term_count; v++) {
        const uint32_t first = graph->first_posting[v], end = graph->first_posting[v + 1];
        w->first_cell[v] = count;
        for (uint32_t p = first; p < end; p++) {
            const uint32_t s = graph->postings[p].sentence;
            uint32_t c = end - first > 1 ? w->first_cell[v] : 0;
            while (c && c < count && w->cell_size[c] != w->size[s]) c++;
            if (c == count) {
                while (count >= capacity) LD_ARENA_MORE(arena, w->cell_size, capacity);
                w->cell_size[count++] = (uint8_t)w->size[s];
            }
            w->cell[graph->first[s] + met[s]++] = c;
        }
    }
    w->first_cell[doc->term_count] = count;
    w->sums = ld_arena_alloc(arena, count * sizeof *w->sums);
}

/* What the sentences that have one term give to each other, by size. */
static void exchange(const struct similarity *w, uint32_t first, uint32_t end) {
    double totals[LONGEST];
    if (first == end) return;
    for (uint32_t a = first; a < end; a++) {
        const double *inverse = w->inverse + w->cell_size[a] * (LONGEST + 1);
        totals[a - first] = 0;
        for (uint32_t b = first; b < end; b++) totals[a - first] += inverse[w->cell_size[b]] * w->sums[b];
    }
    memcpy(w->sums + first, totals, (end - first) * sizeof *totals);
}

/* All by the order of sentences, so that what is read at random are the cells, of which few stand for most words. */
static void multiply(const void *matrix, const double *x, double *y) {
    const struct similarity *w = matrix;
    const struct lede_document *doc = w->graph.doc;
    const uint32_t *first = w->graph.first;
    memset(w->sums, 0, w->first_cell[doc->term_count] * sizeof *w->sums);
    for (uint32_t s = 0; s < doc->sentence_count; s++)
        for (uint32_t e = first[s]; e < first[s + 1]; e++) w->sums[w->cell[e]] += x[s];
    for (uint32_t v = 0; v < doc->term_count; v++) exchange(w, w->first_cell[v], w->first_cell[v + 1]);
    for (uint32_t s = 0; s < doc->sentence_count; s++) {
        const double own = w->inverse[w->size[s] * (LONGEST + 1) + w->size[s]] * x[s]; /* none gives to itself */
        for (uint32_t e = first[s]; e < first[s + 1]; e++)
            if (w->cell[e]) y[s] += w->sums[w->cell[e]] - own;
    }
}

void ld_score_textrank(struct ld_arena *arena, const struct lede_document *doc, const lede_summary_options *options,
                       struct ld_scores *scores) {
    (void)options;
    struct similarity w = {.size = ld_arena_array(arena, doc->sentence_count, sizeof *w.size),
                           .inverse = ld_arena_array(arena, (LONGEST + 1) * (LONGEST + 1), sizeof *w.inverse)};
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
    find_cells(arena, &w);
    multiply(&w, ones, degree);
    ld_graph_rank(arena, &w.graph, multiply, &w, degree, damping, scores->score);
}
