/* graph.h - what the classic methods share: the sentences of a document and the terms they have, as a bipartite
 * graph. It is the term-sentence matrix A of the papers; the graph of similar sentences is then W = A'A, and is never
 * formed: products with it go over the terms. */
#ifndef LD_GRAPH_H
#define LD_GRAPH_H

#include "base/arena.h"
#include "model/doc.h"

struct ld_posting {
    uint32_t sentence;
    uint32_t frequency;
};

struct ld_graph {
    const struct lede_document *doc;
    const uint32_t *nodes; /* [count] the candidates that have a word, in text order */
    uint32_t count;
    const uint32_t *first;             /* [S + 1] the edges of unit s are first[s] to first[s + 1] - 1 */
    const struct ld_content *edges;    /* by unit, then by term; none twice */
    const uint32_t *first_posting;     /* [V + 1] those of term v are first_posting[v] to first_posting[v + 1] - 1 */
    const struct ld_posting *postings; /* the same by term, then by unit */
};

/* All arrays are in the arena. Linear in the document. */
void ld_graph_build(struct ld_arena *arena, const struct lede_document *doc, struct ld_graph *graph);

/* [S] the Euclidean length of each unit's tf x idf vector; 0 for those without a content term. */
double *ld_graph_lengths(struct ld_arena *arena, const struct ld_graph *graph);

/* Add W x to y, both [S]; W[u][v] is the weight of the link from v to u. */
typedef void ld_multiply(const void *matrix, const double *x, double *y);

/* The rank of each unit in a random walk that follows a link with the probability `follow` (PageRank, Brin & Page
 * 1998): rank(u) = (1 - follow) + follow * sum over v of W[u][v] / degree(v) * rank(v). degree is [S]; rank is [S],
 * 0 for units that are no nodes. The mean is 1 where all nodes have links; a node without any (degree 0) keeps
 * 1 - follow, and that its share is lost only scales the others. */
void ld_graph_rank(struct ld_arena *arena, const struct ld_graph *graph, ld_multiply *multiply, const void *matrix,
                   const double *degree, double follow, double *rank);

/* How many edges a method that chooses sentences one after the other may look at: any number for up to 10,000. */
static inline uint64_t ld_most_looks(uint32_t sentences) { return sentences <= 10000 ? UINT64_MAX : 200000000; }

#endif
