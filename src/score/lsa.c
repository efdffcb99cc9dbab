/* lsa.c - latent semantic analysis (Steinberger & Jezek, "Using latent semantic analysis in text summarization and
 * summary evaluation", ISIM 2004; after Gong & Liu 2001).
 *
 *   A = U Sigma V'   singular value decomposition of the terms x sentences matrix of tf x idf
 *   s_k = sqrt(sum over i of v(k,i)^2 sigma(i)^2)   over the r dimensions whose sigma is at least half the largest
 *
 * Departure: r is 10 at the most. The largest singular values and their vectors come from orthogonal iteration with
 * Rayleigh-Ritz steps (Rutishauser 1969; Golub & Van Loan, Matrix Computations, 8.2 and 8.5) on A'A, which is never
 * formed: a product with it is two with A. The block has 16 vectors and a fixed start; where there are no more
 * sentences than that, the first step is exact. Small symmetric matrices are solved by cyclic Jacobi rotations. */
#include <math.h>
#include <string.h>

#include "score/graph.h"
#include "score/method.h"

ld_score_function ld_score_lsa;

enum { BLOCK = 16, DIMENSIONS = 10, MOST_STEPS = 60, MOST_SWEEPS = 30 };
static const double tolerance = 1e-8; /* of a squared score over the largest eigenvalue */

struct block {          /* up to BLOCK vectors, a row for each node */
    double (*x)[BLOCK]; /* [count] orthonormal columns */
    double (*z)[BLOCK]; /* [count] A'A x */
    uint32_t *row;      /* [S] the node of a unit */
    const struct ld_graph *graph;
    double h[BLOCK][BLOCK], r[BLOCK][BLOCK]; /* x'z, and its eigenvectors as columns, */
    double theta[BLOCK];                     /*   eigenvalues, largest first */
};

/* Numbers in [-1, 1) that look random: SplitMix64 (Steele, Lea & Flood 2014). */
static double start_value(uint64_t z) {
    z *= 0x9E3779B97F4A7C15u;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
    return (double)((z ^ (z >> 31)) >> 11) / 4503599627370496.0 - 1; /* 2^52 */
}

/* Gram-Schmidt, each column twice (Kahan & Parlett: twice is enough). A column that depends on those before becomes 0.
 */
static void orthonormalize(double (*x)[BLOCK], uint32_t n) {
    for (int j = 0; j < BLOCK; j++) {
        double before = 0, after = 0;
        for (uint32_t k = 0; k < n; k++) before += x[k][j] * x[k][j];
        for (int again = 0; again < 2; again++) {
            double dot[BLOCK] = {0};
            for (uint32_t k = 0; k < n; k++)
                for (int i = 0; i < j; i++) dot[i] += x[k][i] * x[k][j];
            for (uint32_t k = 0; k < n; k++)
                for (int i = 0; i < j; i++) x[k][j] -= dot[i] * x[k][i];
        }
        for (uint32_t k = 0; k < n; k++) after += x[k][j] * x[k][j];
        double scale = after > 1e-24 * before ? 1 / sqrt(after) : 0;
        for (uint32_t k = 0; k < n; k++) x[k][j] *= scale;
    }
}

static void multiply(struct block *b) {
    const struct ld_graph *graph = b->graph;
    memset(b->z, 0, graph->count * sizeof *b->z);
    for (uint32_t v = 0; v < graph->doc->term_count; v++) {
        const uint32_t first = graph->first_posting[v], end = graph->first_posting[v + 1];
        const double idf = graph->doc->terms[v].idf;
        double y[BLOCK] = {0};
        for (uint32_t p = first; p < end; p++) {
            const double *x = b->x[b->row[graph->postings[p].sentence]];
            double weight = graph->postings[p].frequency * idf;
            for (int j = 0; j < BLOCK; j++) y[j] += weight * x[j];
        }
        for (uint32_t p = first; p < end; p++) {
            double *z = b->z[b->row[graph->postings[p].sentence]];
            double weight = graph->postings[p].frequency * idf;
            for (int j = 0; j < BLOCK; j++) z[j] += weight * y[j];
        }
    }
}

/* One rotation that makes h[p][q] 0 (Golub & Van Loan, 8.5.2). */
static void rotate(struct block *b, int p, int q) {
    double tau = (b->h[q][q] - b->h[p][p]) / (2 * b->h[p][q]);
    double t = (tau >= 0 ? 1 : -1) / (fabs(tau) + sqrt(1 + tau * tau)), c = 1 / sqrt(1 + t * t), s = t * c;
    for (int k = 0; k < BLOCK; k++) {
        double hp = b->h[k][p], hq = b->h[k][q], rp = b->r[k][p], rq = b->r[k][q];
        b->h[k][p] = c * hp - s * hq, b->h[k][q] = s * hp + c * hq;
        b->r[k][p] = c * rp - s * rq, b->r[k][q] = s * rp + c * rq;
    }
    for (int k = 0; k < BLOCK; k++) {
        double hp = b->h[p][k], hq = b->h[q][k];
        b->h[p][k] = c * hp - s * hq, b->h[q][k] = s * hp + c * hq;
    }
}

static void find_eigenvectors(struct block *b) {
    double size = 0, off = 1;
    memset(b->r, 0, sizeof b->r);
    for (int i = 0; i < BLOCK; i++) {
        b->r[i][i] = 1;
        for (int j = 0; j < BLOCK; j++) size += b->h[i][j] * b->h[i][j];
    }
    for (int sweep = 0; sweep < MOST_SWEEPS && off > 1e-32 * size; sweep++) {
        off = 0;
        for (int p = 0; p < BLOCK; p++)
            for (int q = p + 1; q < BLOCK; q++) {
                off += b->h[p][q] * b->h[p][q];
                if (b->h[p][q] != 0) rotate(b, p, q);
            }
    }
    for (int i = 0; i < BLOCK; i++) { /* largest first */
        int most = i;
        for (int j = i + 1; j < BLOCK; j++)
            if (b->h[j][j] > b->h[most][most]) most = j;
        b->theta[i] = b->h[most][most];
        b->h[most][most] = b->h[i][i];
        for (int k = 0; k < BLOCK; k++) {
            double swap = b->r[k][i];
            b->r[k][i] = b->r[k][most];
            b->r[k][most] = swap;
        }
    }
}

static void turn(double (*x)[BLOCK], uint32_t n, double (*r)[BLOCK]) {
    for (uint32_t k = 0; k < n; k++) {
        double row[BLOCK] = {0};
        for (int i = 0; i < BLOCK; i++)
            for (int j = 0; j < BLOCK; j++) row[j] += x[k][i] * r[i][j];
        memcpy(x[k], row, sizeof row);
    }
}

/* From x to the best approximations (Ritz vectors) that its span has, in x, and A'A times them in z. */
static void project(struct block *b) {
    uint32_t n = b->graph->count;
    multiply(b);
    memset(b->h, 0, sizeof b->h);
    for (uint32_t k = 0; k < n; k++)
        for (int i = 0; i < BLOCK; i++)
            for (int j = i; j < BLOCK; j++) b->h[i][j] += b->x[k][i] * b->z[k][j];
    for (int i = 0; i < BLOCK; i++)
        for (int j = 0; j < i; j++) b->h[i][j] = b->h[j][i];
    find_eigenvectors(b);
    turn(b->x, n, b->r);
    turn(b->z, n, b->r);
}

/* The squared scores: z = theta v, and equal sentences have equal rows in z, to the bit. Gives the largest change
 * against the ones before, over the largest eigenvalue. */
static double update(const struct block *b, double *squares) {
    double change = 0;
    int dimensions = 0;
    while (dimensions < DIMENSIONS && b->theta[dimensions] > 0 && 4 * b->theta[dimensions] >= b->theta[0]) dimensions++;
    for (uint32_t k = 0; k < b->graph->count; k++) {
        double square = 0;
        for (int i = 0; i < dimensions; i++) square += b->z[k][i] * b->z[k][i] / b->theta[i];
        change = fmax(change, fabs(square - squares[k]));
        squares[k] = square;
    }
    return b->theta[0] > 0 ? change / b->theta[0] : 0;
}

void ld_score_lsa(struct ld_arena *arena, const struct lede_document *doc, const lede_summary_options *options,
                  struct ld_scores *scores) {
    (void)options;
    struct ld_graph graph;
    ld_graph_build(arena, doc, &graph);
    struct block *b = ld_arena_array(arena, 1, sizeof *b);
    double *squares = ld_arena_array(arena, graph.count, sizeof *squares);
    b->graph = &graph;
    b->x = ld_arena_array(arena, graph.count, sizeof *b->x);
    b->z = ld_arena_array(arena, graph.count, sizeof *b->z);
    b->row = ld_arena_array(arena, doc->sentence_count, sizeof *b->row);
    for (uint32_t k = 0; k < graph.count; k++) {
        b->row[graph.nodes[k]] = k;
        for (int j = 0; j < BLOCK; j++) b->x[k][j] = start_value((uint64_t)k * BLOCK + (uint64_t)j + 1);
    }
    for (int step = 0; step < MOST_STEPS; step++) {
        orthonormalize(b->x, graph.count);
        project(b);
        if (update(b, squares) <= tolerance || graph.count <= BLOCK) break;
        double(*next)[BLOCK] = b->z;
        b->z = b->x;
        b->x = next;
    }
    for (uint32_t k = 0; k < graph.count; k++) scores->score[graph.nodes[k]] = sqrt(squares[k]);
}
