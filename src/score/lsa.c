/* lsa.c - latent semantic analysis (Steinberger & Jezek, "Using latent semantic analysis in text summarization and
 * summary evaluation", ISIM 2004; after Gong & Liu 2001).
 *
 *   A = U Sigma V'   singular value decomposition of the terms x sentences matrix of tf x idf
 *   s_k = sqrt(sum over i of v(k,i)^2 sigma(i)^2)   over the r dimensions whose sigma is at least half the largest
 *
 * Departure: r is 10 at the most. The largest singular values and their vectors come from orthogonal iteration with
 * Rayleigh-Ritz steps (Rutishauser 1969; Golub & Van Loan, Matrix Computations, 8.2 and 8.5) on A'A, which is never
 * formed: a product with it is two with A. The block has 16 vectors and a fixed start; where there are no more
 * sentences than that, the first step is exact. For more than 1,000 sentences several products lie between two steps,
 * and make a Chebyshev polynomial of A'A. Small symmetric matrices are solved by cyclic Jacobi rotations. */
#include <math.h>
#include <string.h>

#include "base/ahead.h"
#include "score/graph.h"
#include "score/method.h"

ld_score_function ld_score_lsa;

enum { BLOCK = 16, DIMENSIONS = 10, MOST_PRODUCTS = 60, MOST_SWEEPS = 30, PLAIN = 1000, MOST_DEGREE = 8, AHEAD = 8 };
static const double tolerance = 1e-8;  /* of a squared score over the largest eigenvalue */
static const double most_growth = 1e8; /* of the first vector's part between two steps: half of what doubles can tell */
static const double dependent = 1e-12; /* of a squared length: what is less is rounding */

struct block {          /* up to BLOCK vectors, a row for each node */
    double (*x)[BLOCK]; /* [count] orthonormal columns */
    double (*z)[BLOCK]; /* [count] A'A x */
    double (*y)[BLOCK]; /* [V] A x */
    const struct ld_graph *graph;
    const struct ld_content *edges_end;
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

/* To orthonormal columns by their Cholesky factor: x := x / R with R'R = x'x. Twice, as rounding leaves them oblique
 * where they lay close together (Yamamoto et al., ETNA 44, 2015). A column that depends on those before becomes 0. */
static void orthonormalize(double (*x)[BLOCK], uint32_t n) {
    for (int again = 0; again < 2; again++) {
        double r[BLOCK][BLOCK] = {{0}}, inverse[BLOCK];
        for (uint32_t k = 0; k < n; k++)
            for (int i = 0; i < BLOCK; i++)
                for (int j = 0; j < BLOCK; j++) r[i][j] += x[k][i] * x[k][j];
        for (int i = 0; i < BLOCK; i++) {
            double pivot = r[i][i];
            for (int k = 0; k < i; k++) pivot -= r[k][i] * r[k][i];
            inverse[i] = pivot > dependent * r[i][i] ? 1 / sqrt(pivot) : 0;
            for (int j = i + 1; j < BLOCK; j++) {
                for (int k = 0; k < i; k++) r[i][j] -= r[k][i] * r[k][j];
                r[i][j] *= inverse[i];
            }
        }
        for (uint32_t k = 0; k < n; k++)
            for (int i = 0; i < BLOCK; i++) {
                x[k][i] *= inverse[i];
                for (int j = i + 1; j < BLOCK; j++) x[k][j] -= x[k][i] * r[i][j];
            }
    }
}

static inline void add_row(double *restrict to, double factor, const double *restrict row) {
    for (int j = 0; j < BLOCK; j++) to[j] += factor * row[j];
}

/* The row of an edge's term; those of later edges are asked for meanwhile. */
static inline double *row_of(const struct block *block, const struct ld_content *edge) {
    const struct ld_content *later = edge + AHEAD < block->edges_end ? edge + AHEAD : edge;
    LD_WILL_READ(block->y[later->term]);
    LD_WILL_READ(block->y[later->term] + BLOCK / 2);
    return block->y[edge->term];
}

/* out := a A'A x + b x + c out. Sentence by sentence: their rows then follow each other, and those of the few terms
 * that most words are stay in the cache. */
static void multiply(struct block *block, double (*x)[BLOCK], double a, double b, double c, double (*out)[BLOCK]) {
    const struct ld_graph *graph = block->graph;
    const struct ld_content *edges = graph->edges;
    memset(block->y, 0, graph->doc->term_count * sizeof *block->y);
    for (uint32_t k = 0; k < graph->count; k++)
        for (uint32_t e = graph->first[graph->nodes[k]]; e < graph->first[graph->nodes[k] + 1]; e++)
            add_row(row_of(block, &edges[e]), edges[e].frequency, x[k]);
    for (uint32_t v = 0; v < graph->doc->term_count; v++) {
        const double idf = graph->doc->terms[v].idf;
        for (int j = 0; j < BLOCK; j++) block->y[v][j] *= idf * idf;
    }
    for (uint32_t k = 0; k < graph->count; k++) {
        double row[BLOCK] = {0};
        for (uint32_t e = graph->first[graph->nodes[k]]; e < graph->first[graph->nodes[k] + 1]; e++)
            add_row(row, edges[e].frequency, row_of(block, &edges[e]));
        for (int j = 0; j < BLOCK; j++) out[k][j] = a * row[j] + b * x[k][j] + c * out[k][j];
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
    multiply(b, b->x, 1, 0, 0, b->z);
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

/* How many products with A'A before the next projection: as many as do not drown the other columns in what they still
 * have of the first one. */
static int next_degree(const struct block *b, int before) {
    const double least = b->theta[BLOCK - 1];
    if (b->graph->count <= PLAIN || least <= 0) return 1;
    const double most = log(most_growth) / acosh(2 * b->theta[0] / least - 1);
    return (int)fmax(1, fmin(most, 2 * before < MOST_DEGREE ? 2 * before : MOST_DEGREE));
}

/* x := T(A'A) x with the Chebyshev polynomial of a degree that stays within 1 from 0 to the least eigenvalue of the
 * block, and above grows faster than any other (Rutishauser 1970). Degree 1 without its constant is A'A x itself. */
static void advance(struct block *b, int degree) {
    const double scale = 2 / b->theta[BLOCK - 1];
    double(*last)[BLOCK] = b->x, (*now)[BLOCK] = b->z;
    for (uint32_t k = 0; k < b->graph->count && degree > 1; k++)
        for (int j = 0; j < BLOCK; j++) now[k][j] = scale * now[k][j] - last[k][j];
    for (; degree > 1; degree--) {
        multiply(b, now, 2 * scale, -2, -1, last);
        double(*swap)[BLOCK] = last;
        last = now;
        now = swap;
    }
    b->x = now;
    b->z = last;
}

void ld_score_lsa(struct ld_arena *arena, const struct lede_document *doc, const lede_summary_options *options,
                  struct ld_scores *scores) {
    (void)options;
    struct ld_graph graph;
    ld_graph_build(arena, doc, &graph);
    struct block *b = ld_arena_array(arena, 1, sizeof *b);
    double *squares = ld_arena_array(arena, graph.count, sizeof *squares);
    b->graph = &graph;
    b->edges_end = graph.edges + doc->content_count;
    b->x = ld_arena_array(arena, graph.count, sizeof *b->x);
    b->z = ld_arena_array(arena, graph.count, sizeof *b->z);
    b->y = ld_arena_alloc(arena, doc->term_count * sizeof *b->y);
    for (uint32_t k = 0; k < graph.count; k++)
        for (int j = 0; j < BLOCK; j++) b->x[k][j] = start_value((uint64_t)k * BLOCK + (uint64_t)j + 1);
    for (int products = 0, degree = 1; products < MOST_PRODUCTS; products += degree) {
        orthonormalize(b->x, graph.count);
        project(b);
        if (update(b, squares) <= tolerance || graph.count <= BLOCK) break;
        degree = next_degree(b, degree);
        advance(b, degree);
    }
    for (uint32_t k = 0; k < graph.count; k++) scores->score[graph.nodes[k]] = sqrt(squares[k]);
}
