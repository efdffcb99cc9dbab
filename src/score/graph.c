/* graph.c - see graph.h. In: postings. Out: their transpose, vector lengths and ranks. Sums run in the order of terms
 * and sentences, so that equal sentences get equal ranks, to the bit. */
#include "score/graph.h"

#include <math.h>

#include "model/index.h"

enum { MOST_STEPS = 200 };
static const double tolerance = 1e-9; /* of a rank whose mean is 1 */

void ld_graph_build(struct ld_arena *arena, const struct lede_document *doc, struct ld_graph *graph) {
    uint32_t units = doc->sentence_count, *nodes = ld_arena_array(arena, units, sizeof *nodes);
    uint32_t *first = ld_arena_array(arena, (size_t)units + 2, sizeof *first);
    struct ld_edge *edges = ld_arena_alloc(arena, (doc->posting_count + (size_t)1) * sizeof *edges);
    *graph = (struct ld_graph){doc, nodes, 0, first, edges};
    for (uint32_t s = 0; s < units; s++)
        if (ld_is_indexed(doc, &doc->sentences[s]) && doc->sentences[s].token_count) nodes[graph->count++] = s;
    /* Counts two places up, sums one place up; placing the edges then moves each first to where it belongs. */
    for (uint32_t v = 0; v < doc->term_count; v++)
        for (uint32_t p = 0; doc->terms[v].counts && p < doc->terms[v].sentence_frequency; p++)
            first[doc->postings[doc->terms[v].first_posting + p].sentence + 2]++;
    for (uint32_t s = 2; s < units + 2; s++) first[s] += first[s - 1];
    for (uint32_t v = 0; v < doc->term_count; v++)
        for (uint32_t p = 0; doc->terms[v].counts && p < doc->terms[v].sentence_frequency; p++) {
            const struct ld_posting *posting = &doc->postings[doc->terms[v].first_posting + p];
            edges[first[posting->sentence + 1]++] = (struct ld_edge){v, posting->frequency};
        }
}

double *ld_graph_lengths(struct ld_arena *arena, const struct ld_graph *graph) {
    double *lengths = ld_arena_array(arena, graph->doc->sentence_count, sizeof *lengths);
    for (uint32_t i = 0; i < graph->count; i++) {
        uint32_t s = graph->nodes[i];
        double square = 0;
        for (uint32_t e = graph->first[s]; e < graph->first[s + 1]; e++) {
            double weight = graph->edges[e].frequency * graph->doc->terms[graph->edges[e].term].idf;
            square += weight * weight;
        }
        lengths[s] = sqrt(square);
    }
    return lengths;
}

void ld_graph_rank(struct ld_arena *arena, const struct ld_graph *graph, ld_multiply *multiply, const void *matrix,
                   const double *degree, double follow, double *rank) {
    double *shares = ld_arena_array(arena, graph->doc->sentence_count, sizeof *shares);
    double *sums = ld_arena_array(arena, graph->doc->sentence_count, sizeof *sums);
    double change = 1;
    for (uint32_t i = 0; i < graph->count; i++) rank[graph->nodes[i]] = 1;
    for (int step = 0; step < MOST_STEPS && change > tolerance; step++) {
        change = 0;
        for (uint32_t i = 0; i < graph->count; i++) {
            uint32_t v = graph->nodes[i];
            shares[v] = degree[v] > 0 ? rank[v] / degree[v] : 0;
            sums[v] = 0;
        }
        multiply(matrix, shares, sums);
        for (uint32_t i = 0; i < graph->count; i++) {
            uint32_t u = graph->nodes[i];
            double next = (1 - follow) + follow * sums[u];
            change = fmax(change, fabs(next - rank[u]));
            rank[u] = next;
        }
    }
}
