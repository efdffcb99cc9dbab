/* lexrank.c - LexRank (Erkan & Radev, "LexRank: graph-based lexical centrality as salience in text summarization",
 * JAIR 22, 2004): the rank of a sentence in the graph of those that are like it.
 *
 *   idf-modified-cosine(x, y) = sum over w of tf(w,x) tf(w,y) idf(w)^2 / (|x| |y|),  |x|^2 = sum of (tf(w,x) idf(w))^2
 *   p(u) = d/N + (1 - d) * sum over v linked with u of p(v) / deg(v)                      (threshold: cosine > 0.1)
 *   p(u) = d/N + (1 - d) * sum over v of cosine(u,v) / (sum over z of cosine(z,v)) p(v)   (continuous)
 *
 * d = 0.15. As in the paper a sentence is linked with itself, and ranks are given with the largest as 1 (its table of
 * scores). A sentence of length 0 has no links at all. Continuous: W = A'A, applied as two products with A: exact, and
 * linear in the postings.
 * Threshold: links have to be listed. Departures that bound them: a pair that shares nothing but terms of more than
 * 250 sentences is not looked at (the cosines of the others are complete), and of more than 256 links a sentence
 * keeps the strongest. No document of up to 250 sentences is touched by either. */
#include <math.h>
#include <stdlib.h>

#include "score/graph.h"
#include "score/method.h"

ld_score_function ld_score_lexrank, ld_score_lexrank_threshold;

enum { COMMON = 250, MOST_LINKS = 256 };
static const double jump = 0.15, threshold = 0.1;

struct cosines {
    struct ld_graph graph;
    double *lengths; /* [S] */
    double *scaled;  /* [S] working space */
};

static void largest_is_one(const struct ld_graph *graph, double *rank) {
    double largest = 0;
    for (uint32_t i = 0; i < graph->count; i++) largest = fmax(largest, rank[graph->nodes[i]]);
    for (uint32_t i = 0; i < graph->count && largest > 0; i++) rank[graph->nodes[i]] /= largest;
}

static void find_cosines(struct ld_arena *arena, const struct lede_document *doc, struct cosines *w) {
    ld_graph_build(arena, doc, &w->graph);
    w->lengths = ld_graph_lengths(arena, &w->graph);
    w->scaled = ld_arena_array(arena, doc->sentence_count, sizeof *w->scaled);
}

/* ---- continuous -------------------------------------------------------------------------------------------------- */

static void multiply(const void *matrix, const double *x, double *y) {
    const struct cosines *w = matrix;
    const struct lede_document *doc = w->graph.doc;
    for (uint32_t s = 0; s < doc->sentence_count; s++) w->scaled[s] = w->lengths[s] > 0 ? x[s] / w->lengths[s] : 0;
    for (uint32_t v = 0; v < doc->term_count; v++) {
        const struct ld_posting *first = w->graph.postings + w->graph.first_posting[v];
        const struct ld_posting *end = w->graph.postings + w->graph.first_posting[v + 1];
        double sum = 0;
        for (const struct ld_posting *p = first; p < end; p++) sum += p->frequency * w->scaled[p->sentence];
        sum *= doc->terms[v].idf * doc->terms[v].idf;
        for (const struct ld_posting *p = first; p < end; p++) y[p->sentence] += p->frequency * sum;
    }
    for (uint32_t s = 0; s < doc->sentence_count; s++) y[s] = w->lengths[s] > 0 ? y[s] / w->lengths[s] : 0;
}

void ld_score_lexrank(struct ld_arena *arena, const struct lede_document *doc, const lede_summary_options *options,
                      struct ld_scores *scores) {
    (void)options;
    struct cosines w;
    double *degree = ld_arena_array(arena, doc->sentence_count, sizeof *degree);
    double *ones = ld_arena_array(arena, doc->sentence_count, sizeof *ones);
    find_cosines(arena, doc, &w);
    for (uint32_t s = 0; s < doc->sentence_count; s++) ones[s] = 1;
    multiply(&w, ones, degree);
    ld_graph_rank(arena, &w.graph, multiply, &w, degree, 1 - jump, scores->score);
    largest_is_one(&w.graph, scores->score);
}

/* ---- with a threshold -------------------------------------------------------------------------------------------- */

struct link {
    uint32_t unit;
    double cosine;
};

struct links {
    const struct lede_document *doc;
    uint32_t *first; /* [S + 1] into to */
    uint32_t *to;
};

static int strongest_first(const void *a, const void *b) {
    const struct link *x = a, *y = b;
    if (x->cosine != y->cosine) return x->cosine < y->cosine ? 1 : -1;
    return (x->unit > y->unit) - (x->unit < y->unit);
}

static void multiply_links(const void *matrix, const double *x, double *y) {
    const struct links *links = matrix;
    for (uint32_t v = 0; v < links->doc->sentence_count; v++)
        for (uint32_t i = links->first[v]; i < links->first[v + 1]; i++) y[links->to[i]] += x[v];
}

/* Dot products of sentence s with all that share a term that is not common; gives how many. */
static uint32_t find_near(const struct cosines *w, uint32_t s, double *dot, struct link *found) {
    const struct lede_document *doc = w->graph.doc;
    uint32_t count = 0;
    for (uint32_t e = w->graph.first[s]; e < w->graph.first[s + 1]; e++) {
        uint32_t v = w->graph.edges[e].term;
        double weight = w->graph.edges[e].frequency * doc->terms[v].idf * doc->terms[v].idf;
        if (weight <= 0 || doc->terms[v].sentence_frequency > COMMON) continue;
        for (uint32_t p = w->graph.first_posting[v]; p < w->graph.first_posting[v + 1]; p++) {
            uint32_t u = w->graph.postings[p].sentence;
            if (dot[u] == 0) found[count++].unit = u;
            dot[u] += weight * w->graph.postings[p].frequency;
        }
    }
    return count;
}

/* Complete them with the common terms; common is [V], left 0. */
static void add_common(const struct cosines *w, uint32_t s, double *dot, double *common, const struct link *found,
                       uint32_t count) {
    const struct ld_content *edges = w->graph.edges;
    bool any = false;
    for (uint32_t e = w->graph.first[s]; e < w->graph.first[s + 1]; e++) {
        const struct ld_term *term = &w->graph.doc->terms[edges[e].term];
        if (term->sentence_frequency <= COMMON) continue;
        common[edges[e].term] = edges[e].frequency * term->idf * term->idf;
        any = true;
    }
    for (uint32_t i = 0; i < count && any; i++)
        for (uint32_t e = w->graph.first[found[i].unit]; e < w->graph.first[found[i].unit + 1]; e++)
            dot[found[i].unit] += common[edges[e].term] * edges[e].frequency;
    for (uint32_t e = w->graph.first[s]; e < w->graph.first[s + 1]; e++) common[edges[e].term] = 0;
}

/* Turn what was found into links, best first where there are too many; dot is left 0. */
static uint32_t keep_links(const struct cosines *w, uint32_t s, double *dot, struct link *found, uint32_t count) {
    uint32_t kept = 0;
    for (uint32_t i = 0; i < count; i++) {
        uint32_t u = found[i].unit;
        double cosine = dot[u] / (w->lengths[s] * w->lengths[u]);
        dot[u] = 0;
        if (cosine > threshold) found[kept++] = (struct link){u, cosine};
    }
    if (kept <= MOST_LINKS) return kept;
    qsort(found, kept, sizeof *found, strongest_first);
    return MOST_LINKS;
}

void ld_score_lexrank_threshold(struct ld_arena *arena, const struct lede_document *doc,
                                const lede_summary_options *options, struct ld_scores *scores) {
    (void)options;
    struct cosines w;
    find_cosines(arena, doc, &w);
    struct links links = {doc, ld_arena_array(arena, (size_t)doc->sentence_count + 1, sizeof *links.first), NULL};
    double *degree = ld_arena_array(arena, doc->sentence_count, sizeof *degree);
    double *dot = ld_arena_array(arena, doc->sentence_count, sizeof *dot);
    struct link *found = ld_arena_array(arena, doc->sentence_count, sizeof *found);
    double *common = ld_arena_array(arena, doc->term_count, sizeof *common);
    uint32_t count = 0, capacity = 0;
    for (uint32_t s = 0; s < doc->sentence_count; s++) {
        uint32_t near = find_near(&w, s, dot, found);
        add_common(&w, s, dot, common, found, near);
        uint32_t kept = keep_links(&w, s, dot, found, near);
        for (uint32_t i = 0; i < kept; i++) {
            LD_ARENA_ROOM(arena, links.to, count, capacity);
            links.to[count++] = found[i].unit;
        }
        degree[s] = kept;
        links.first[s + 1] = count;
    }
    ld_graph_rank(arena, &w.graph, multiply_links, &links, degree, 1 - jump, scores->score);
    largest_is_one(&w.graph, scores->score);
}
