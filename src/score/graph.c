/* graph.c - see graph.h. In: the contents of sentences. Out: postings, vector lengths and ranks. Sums run in the order
 * of terms and sentences, so that equal sentences get equal ranks, to the bit. */
#include "score/graph.h"

#include <math.h>

#include "model/index.h"

enum { MOST_STEPS = 200 };

/* Of a rank whose mean is 1: which of very many sentences come first is known long before the last of them rests. */
static double tolerance(uint32_t count) { return count <= 10000 ? 1e-9 : 1e-6; }

/* Room for a count of each of n rows, two places up: sums then stand one place up, and placing the items of the rows
 * moves each to where it belongs. */
static uint32_t *make_rows(struct ld_arena *arena, size_t n) { return ld_arena_array(arena, n + 2, sizeof(uint32_t)); }

static void sum_rows(uint32_t *first, uint32_t n) {
    for (uint32_t i = 2; i < n + 2; i++) first[i] += first[i - 1];
}

void ld_graph_build(struct ld_arena *arena, const struct lede_document *doc, struct ld_graph *graph) {
    uint32_t units = doc->sentence_count, *nodes = ld_arena_array(arena, units, sizeof *nodes);
    uint32_t *first = make_rows(arena, units), *first_posting = make_rows(arena, doc->term_count);
    struct ld_content *edges = ld_arena_alloc(arena, doc->content_count * sizeof *edges);
    struct ld_posting *postings = ld_arena_alloc(arena, doc->content_count * sizeof *postings);
    *graph = (struct ld_graph){doc, nodes, 0, first, edges, first_posting, postings};
    for (uint32_t s = 0; s < units; s++) {
        const struct ld_sentence *sentence = &doc->sentences[s];
        if (ld_is_indexed(doc, sentence) && sentence->token_count) nodes[graph->count++] = s;
        first[s + 2] = sentence->content_count;
        for (uint32_t c = 0; c < sentence->content_count; c++)
            first_posting[doc->contents[sentence->first_content + c].term + 2]++;
    }
    sum_rows(first, units);
    sum_rows(first_posting, doc->term_count);
    for (uint32_t s = 0; s < units; s++)
        for (uint32_t c = 0; c < doc->sentences[s].content_count; c++) {
            const struct ld_content *content = &doc->contents[doc->sentences[s].first_content + c];
            postings[first_posting[content->term + 1]++] = (struct ld_posting){s, content->frequency};
        }
    for (uint32_t v = 0; v < doc->term_count; v++)
        for (uint32_t p = first_posting[v]; p < first_posting[v + 1]; p++)
            edges[first[postings[p].sentence + 1]++] = (struct ld_content){v, postings[p].frequency};
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
    for (int step = 0; step < MOST_STEPS && change > tolerance(graph->count); step++) {
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
