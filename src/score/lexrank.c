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
 * 250 sentences (100 in documents of more than 100,000) is not looked at (the cosines of the others are complete), and
 * of more than 256 links a sentence keeps the strongest. No document of up to 250 sentences is touched by either. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/ahead.h"
#include "score/graph.h"
#include "score/method.h"

ld_score_function ld_score_lexrank, ld_score_lexrank_threshold;

enum { MOST_LINKS = 256, AHEAD = 8 };
static const double jump = 0.15, threshold = 0.1;
static const double rounding = 1e-12; /* more than what cosines can be off by it */

struct cosines {
    struct ld_graph graph;
    double *lengths; /* [S] */
    double *sums;    /* [V] working space */
};

static void largest_is_one(const struct ld_graph *graph, double *rank) {
    double largest = 0;
    for (uint32_t i = 0; i < graph->count; i++) largest = fmax(largest, rank[graph->nodes[i]]);
    for (uint32_t i = 0; i < graph->count && largest > 0; i++) rank[graph->nodes[i]] /= largest;
}

static void find_cosines(struct ld_arena *arena, const struct lede_document *doc, struct cosines *w) {
    ld_graph_build(arena, doc, &w->graph);
    w->lengths = ld_graph_lengths(arena, &w->graph);
    w->sums = ld_arena_array(arena, doc->term_count, sizeof *w->sums);
}

/* ---- continuous -------------------------------------------------------------------------------------------------- */

/* Sentence by sentence: what is read at random are the terms, of which few stand for most words. */
static void multiply(const void *matrix, const double *x, double *y) {
    const struct cosines *w = matrix;
    const struct lede_document *doc = w->graph.doc;
    const struct ld_content *edges = w->graph.edges;
    const uint32_t *first = w->graph.first;
    memset(w->sums, 0, doc->term_count * sizeof *w->sums);
    for (uint32_t s = 0; s < doc->sentence_count; s++) {
        const double scaled = w->lengths[s] > 0 ? x[s] / w->lengths[s] : 0;
        for (uint32_t e = first[s]; e < first[s + 1]; e++) w->sums[edges[e].term] += edges[e].frequency * scaled;
    }
    for (uint32_t v = 0; v < doc->term_count; v++) w->sums[v] *= doc->terms[v].idf * doc->terms[v].idf;
    for (uint32_t s = 0; s < doc->sentence_count; s++) {
        double sum = 0;
        for (uint32_t e = first[s]; e < first[s + 1]; e++) sum += edges[e].frequency * w->sums[edges[e].term];
        y[s] = w->lengths[s] > 0 ? (y[s] + sum) / w->lengths[s] : 0;
    }
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

static int strongest_first(const void *a, const void *b) {
    const struct link *x = a, *y = b;
    if (x->cosine != y->cosine) return x->cosine < y->cosine ? 1 : -1;
    return (x->unit > y->unit) - (x->unit < y->unit);
}

/* Does a term stand in too many sentences for looking at all pairs of them? */
static bool is_common(const struct lede_document *doc, uint32_t v) {
    return doc->terms[v].sentence_frequency > (doc->sentence_count <= 100000 ? 250 : 100);
}

/* The edges of a sentence to such terms stand apart. What is read of many sentences at random is near to each other. */
struct near {
    double dot;            /* with the sentence that is looked at; left 0 */
    double length;         /* of the vector */
    double common;         /* of the common terms' part of it */
    uint32_t first, count; /* edges to common terms */
};

struct links {
    const struct lede_document *doc;
    struct near *near;        /* [S] */
    struct ld_content *edges; /* to common terms */
    double *weights;          /* [V] of the common terms of the sentence that is looked at; left 0 */
    uint32_t *first;          /* [S + 1] into to */
    uint32_t *to;
};

static void multiply_links(const void *matrix, const double *x, double *y) {
    const struct links *links = matrix;
    const uint32_t count = links->first[links->doc->sentence_count];
    for (uint32_t v = 0; v < links->doc->sentence_count; v++)
        for (uint32_t i = links->first[v]; i < links->first[v + 1]; i++) {
            LD_WILL_READ(&y[links->to[i + AHEAD < count ? i + AHEAD : i]]);
            y[links->to[i]] += x[v];
        }
}

static void find_common(struct ld_arena *arena, const struct cosines *w, struct links *links) {
    const struct lede_document *doc = w->graph.doc;
    uint32_t count = 0, capacity = 1;
    links->edges = ld_arena_array(arena, capacity, sizeof *links->edges);
    links->near = ld_arena_array(arena, doc->sentence_count, sizeof *links->near);
    links->weights = ld_arena_array(arena, doc->term_count, sizeof *links->weights);
    for (uint32_t s = 0; s < doc->sentence_count; s++) {
        struct near *near = &links->near[s];
        *near = (struct near){.length = w->lengths[s], .first = count};
        for (uint32_t e = w->graph.first[s]; e < w->graph.first[s + 1]; e++) {
            const struct ld_content *edge = &w->graph.edges[e];
            const double weight = edge->frequency * doc->terms[edge->term].idf;
            if (!is_common(doc, edge->term)) continue;
            LD_ARENA_ROOM(arena, links->edges, count, capacity);
            links->edges[count++] = *edge;
            near->common += weight * weight;
        }
        near->count = count - near->first;
        near->common = sqrt(near->common);
    }
}

/* Dot products of sentence s with all that share a term that is not common; gives how many. */
static uint32_t find_near(const struct cosines *w, const struct links *links, uint32_t s, struct link *found) {
    const struct lede_document *doc = w->graph.doc;
    uint32_t count = 0;
    for (uint32_t e = w->graph.first[s]; e < w->graph.first[s + 1]; e++) {
        const uint32_t v = w->graph.edges[e].term, end = w->graph.first_posting[v + 1];
        const double weight = w->graph.edges[e].frequency * doc->terms[v].idf * doc->terms[v].idf;
        if (weight <= 0 || is_common(doc, v)) continue;
        for (uint32_t p = w->graph.first_posting[v]; p < end; p++) {
            struct near *near = &links->near[w->graph.postings[p].sentence];
            LD_WILL_READ(&links->near[w->graph.postings[p + AHEAD < end ? p + AHEAD : p].sentence]);
            if (near->dot == 0) found[count++].unit = w->graph.postings[p].sentence;
            near->dot += weight * w->graph.postings[p].frequency;
        }
    }
    return count;
}

/* Complete them with the common terms, but for those that cannot be above the threshold even so (Cauchy-Schwarz). */
static void add_common(const struct links *links, uint32_t s, const struct link *found, uint32_t count) {
    const struct near *own = &links->near[s];
    for (uint32_t e = own->first; e < own->first + own->count; e++) {
        const double idf = links->doc->terms[links->edges[e].term].idf;
        links->weights[links->edges[e].term] = links->edges[e].frequency * idf * idf;
    }
    for (uint32_t i = 0; i < count && own->count; i++) {
        struct near *near = &links->near[found[i].unit];
        LD_WILL_READ(&links->edges[links->near[found[i + AHEAD < count ? i + AHEAD : i].unit].first]);
        const double most = near->dot + own->common * near->common;
        if (most < (threshold - rounding) * (own->length * near->length)) continue;
        for (uint32_t e = near->first; e < near->first + near->count; e++)
            near->dot += links->weights[links->edges[e].term] * links->edges[e].frequency;
    }
    for (uint32_t e = own->first; e < own->first + own->count; e++) links->weights[links->edges[e].term] = 0;
}

/* Turn what was found into links, best first where there are too many. */
static uint32_t keep_links(const struct links *links, uint32_t s, struct link *found, uint32_t count) {
    uint32_t kept = 0;
    for (uint32_t i = 0; i < count; i++) {
        struct near *near = &links->near[found[i].unit];
        const double cosine = near->dot / (links->near[s].length * near->length);
        near->dot = 0;
        if (cosine > threshold) found[kept++] = (struct link){found[i].unit, cosine};
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
    struct links links = {.doc = doc,
                          .first = ld_arena_array(arena, (size_t)doc->sentence_count + 1, sizeof *links.first)};
    find_common(arena, &w, &links);
    double *degree = ld_arena_array(arena, doc->sentence_count, sizeof *degree);
    struct link *found = ld_arena_alloc(arena, doc->sentence_count * sizeof *found);
    uint32_t count = 0, capacity = 0;
    for (uint32_t s = 0; s < doc->sentence_count; s++) {
        const uint32_t near = find_near(&w, &links, s, found);
        add_common(&links, s, found, near);
        const uint32_t kept = keep_links(&links, s, found, near);
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
