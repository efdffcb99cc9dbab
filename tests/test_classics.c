/* test_classics.c - the classic scoring methods: worked by hand on small texts, and against plain dense computations
 * (explicit matrices, naive greedy choice) on texts drawn from a word list; then what every method must stand: one
 * sentence, equal sentences, stop words only, sentences without words, idf of 0. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "model/index.h"
#include "score/method.h"

enum { N = 96, V = 96 }; /* room for sentences and terms */

#define NEAR(got, want) assert_true(fabs((got) - (want)) <= 1e-6)

/* ---- a document, its scores, and the same as dense matrices -------------------------------------------------------
 */

static lede_document *read_text(const char *text, const char *title, const char *language) {
    lede_document_options options;
    lede_document *doc;
    lede_document_options_init(&options);
    options.language = language;
    options.title = title;
    options.title_length = title ? strlen(title) : 0;
    assert_int_equal(lede_document_new(text, strlen(text), &options, &doc), LEDE_OK);
    assert_true(doc->sentence_count <= N && doc->term_count <= V);
    return doc;
}

struct job {
    const lede_document *doc;
    const char *method, *query;
    double *out;
};

static void score_job(struct ld_arena *arena, void *context) {
    const struct job *job = context;
    lede_summary_options options;
    struct ld_scores scores = {.score = ld_arena_array(arena, job->doc->sentence_count, sizeof(double))};
    lede_summary_options_init(&options);
    options.query = job->query;
    options.query_length = job->query ? strlen(job->query) : 0;
    ld_method_find(job->method)->score(arena, job->doc, &options, &scores);
    memcpy(job->out, scores.score, job->doc->sentence_count * sizeof(double));
}

static void score(const lede_document *doc, const char *method, const char *query, double *out) {
    struct ld_arena arena;
    struct job job = {doc, method, query, out};
    assert_non_null(ld_method_find(method));
    ld_arena_init(&arena);
    assert_true(ld_arena_run(&arena, score_job, &job));
    ld_arena_free(&arena);
}

static void check_one(const char *method, uint32_t s, double got, double want) {
    if (!(fabs(got - want) <= 1e-6)) print_error("%s, sentence %u: %.9f, wanted %.9f\n", method, s, got, want);
    NEAR(got, want);
}

static void check_text(const char *text, const char *title, const char *method, const double *want, uint32_t count) {
    double got[N];
    lede_document *doc = read_text(text, title, "en");
    assert_int_equal(doc->sentence_count, count);
    score(doc, method, NULL, got);
    for (uint32_t s = 0; s < count; s++) check_one(method, s, got[s], want[s]);
    lede_document_free(doc);
}

struct dense {
    uint32_t n, v;            /* sentences, terms */
    double tf[N][V], w[N][V]; /* frequency; x idf; 0 for terms that do not count */
};

/* From the tokens, not from the contents of the index. */
static struct dense *expand(const lede_document *doc) {
    struct dense *d = calloc(1, sizeof *d);
    assert_non_null(d);
    d->n = doc->sentence_count;
    d->v = doc->term_count;
    for (uint32_t s = 0; s < d->n; s++)
        for (uint32_t t = 0; t < doc->sentences[s].token_count; t++) {
            uint32_t v = ld_token_word(doc, doc->sentences[s].first_token + t)->term;
            assert_true(ld_is_indexed(doc, &doc->sentences[s]));
            if (!doc->terms[v].counts) continue;
            d->tf[s][v]++;
            d->w[s][v] += doc->terms[v].idf;
        }
    return d;
}

static double dot(const struct dense *d, uint32_t a, uint32_t b) {
    double sum = 0;
    for (uint32_t v = 0; v < d->v; v++) sum += d->w[a][v] * d->w[b][v];
    return sum;
}

static double cosine(const struct dense *d, uint32_t a, uint32_t b) {
    double squares = dot(d, a, a) * dot(d, b, b);
    return squares > 0 ? dot(d, a, b) / sqrt(squares) : 0;
}

/* Texts of sentences of 1 to 9 words from a list, the first words oftener than the last. Some sentences repeat. */
static void draw_text(uint32_t seed, uint32_t sentences, char *text, size_t size) {
    static const char *const words[] = {"river",  "boat",   "stone",  "baker",  "lantern", "wheat",  "harbour",
                                        "violin", "copper", "meadow", "ladder", "parrot",  "candle", "the",
                                        "timber", "of",     "garden", "velvet", "bridge",  "and",    "walnut",
                                        "tunnel", "falcon", "saddle", "pepper", "glacier"};
    size_t used = 0, begin = 0;
    for (uint32_t s = 0; s < sentences; s++) {
        size_t before = used;
        if (s % 11 == 10) { /* the one before again */
            assert_true(used + (used - begin) < size);
            memcpy(text + used, text + begin, used - begin);
            used += used - begin;
            text[used] = 0;
            begin = before;
            continue;
        }
        begin = before;
        uint32_t length = 1 + (seed = seed * 1664525 + 1013904223, seed >> 16) % 9;
        for (uint32_t i = 0; i < length; i++) {
            uint32_t a = (seed = seed * 1664525 + 1013904223, seed >> 16) % 26,
                     b = (seed = seed * 1664525 + 1013904223, seed >> 16) % 26;
            used += (size_t)snprintf(text + used, size - used, "%s%s", i ? " " : "", words[a < b ? a : b]);
            if (!i) text[before] = (char)(text[before] - 'a' + 'A');
        }
        used += (size_t)snprintf(text + used, size - used, ". ");
    }
}

static void check_drawn(const char *method, const char *query,
                        void (*compute)(const lede_document *doc, const struct dense *d, double *want)) {
    static const uint32_t sizes[] = {1, 2, 5, 14, 30, 80};
    char text[16384];
    for (uint32_t i = 0; i < sizeof sizes / sizeof *sizes; i++)
        for (uint32_t seed = 1; seed <= 4; seed++) {
            double got[N] = {0}, want[N] = {0};
            draw_text(seed, sizes[i], text, sizeof text);
            lede_document *doc = read_text(text, NULL, seed % 2 ? "en" : "und");
            struct dense *d = expand(doc);
            score(doc, method, query, got);
            compute(doc, d, want);
            for (uint32_t s = 0; s < d->n; s++) check_one(method, s, got[s], want[s]);
            free(d);
            lede_document_free(doc);
        }
}

/* ---- Luhn ----------------------------------------------------------------------------------------------------------
 */

static void luhn_by_hand(void **state) {
    (void)state;
    /* "boat" is significant (it stands 11 times), "gulls" and "cry" (once each) are not. His example, 4 significant
     * words among 7: 16/7. Four words between leave one bracket, 2^2/6; five part it in two of 1^2/1. None: 0. Two
     * brackets, 1 and 3^2/4: the better one. */
    check_text("Boats the boats boats of the boats. Boats and then to the boats. Boats and then of to the boats. "
               "Gulls cry. Boats and then of to the boats boats of boats.",
               NULL, "luhn", (const double[]){16 / 7.0, 4 / 6.0, 1, 0, 9 / 4.0}, 5);
}

/* ---- Edmundson ------------------------------------------------------------------------------------------------------
 */

static void edmundson_by_hand(void **state) {
    (void)state;
    /* cue: 0, -1 ("It"), 0, 1 ("significant"), 0: stretched 1/2, 0, 1/2, 1, 1/2.
     * key: "ferry" alone stands twice: sums 0, 2, 0, 0, 2: stretched 0, 1, 0, 0, 1.
     * title: "tunnel" 2, once: 1, 0, 0, 0, 0.
     * location: first paragraph, last paragraph, first in it, last in it: 2, 1, 2, 2, 2: stretched 1, 0, 1, 1, 1. */
    check_text(
        "The tunnel opens in May after years of work under the harbour. It replaces a ferry that was built in 1931. "
        "Masons celebrate the news with cake and cider at the town hall.\n\n"
        "Fishermen want a significant bridge over the northern channel instead. The ferry stays in service "
        "for cyclists and walkers.",
        "Tunnel", "edmundson", (const double[]){2.5, 1, 1.5, 2, 2.5}, 5);
}

/* ---- TextRank -------------------------------------------------------------------------------------------------------
 */

static void textrank_by_hand(void **state) {
    (void)state;
    /* The first two share "boat": each is the other's only neighbour, so x = 0.15 + 0.85 x = 1. The third has no
     * links: 0.15. The fourth and fifth are one word each, log 1 + log 1 = 0: no link either. */
    check_text("Boats sail. Boats sink. Gulls cry. Snow. Snow.", NULL, "textrank",
               (const double[]){1, 1, 0.15, 0.15, 0.15}, 5);
}

/* x = 0.15 + 0.85 * sum over v of w[u][v] / degree(v) x(v), by plain iteration. */
static void walk(uint32_t n, double (*w)[N], double *x) {
    double degree[N] = {0}, next[N];
    for (uint32_t v = 0; v < n; v++)
        for (uint32_t u = 0; u < n; u++) degree[v] += w[u][v];
    for (uint32_t u = 0; u < n; u++) x[u] = 1;
    for (int step = 0; step < 400; step++) {
        for (uint32_t u = 0; u < n; u++) {
            next[u] = 0.15;
            for (uint32_t v = 0; v < n; v++)
                if (degree[v] > 0) next[u] += 0.85 * w[u][v] / degree[v] * x[v];
        }
        memcpy(x, next, n * sizeof *x);
    }
}

static void dense_textrank(const lede_document *doc, const struct dense *d, double *want) {
    double w[N][N] = {{0}}, size[N] = {0};
    (void)doc;
    for (uint32_t s = 0; s < d->n; s++)
        for (uint32_t v = 0; v < d->v; v++) size[s] += d->tf[s][v] > 0;
    for (uint32_t a = 0; a < d->n; a++)
        for (uint32_t b = 0; b < d->n; b++) {
            double both = 0;
            for (uint32_t v = 0; v < d->v; v++) both += d->tf[a][v] > 0 && d->tf[b][v] > 0;
            if (a != b && size[a] * size[b] > 1) w[a][b] = both / (log(size[a]) + log(size[b]));
        }
    walk(d->n, w, want);
}

static void textrank_dense(void **state) {
    (void)state;
    check_drawn("textrank", NULL, dense_textrank);
}

/* ---- LexRank --------------------------------------------------------------------------------------------------------
 */

static void lexrank_by_hand(void **state) {
    (void)state;
    /* Two equal sentences share their rank, 0.15 + 0.85 (1/2 + 1/2) = 1, and so does one that is like itself only. One
     * of stop words has no links: 0.15. The largest is 1 already. */
    const double want[] = {1, 1, 1, 0.15};
    check_text("Boats sail. Boats sail. Gulls cry. It is what it is.", NULL, "lexrank", want, 4);
    check_text("Boats sail. Boats sail. Gulls cry. It is what it is.", NULL, "lexrank-threshold", want, 4);
}

static void dense_cosines(const struct dense *d, double threshold, double *want) {
    double w[N][N] = {{0}}, largest = 0;
    for (uint32_t a = 0; a < d->n; a++)
        for (uint32_t b = 0; b < d->n; b++) {
            w[a][b] = cosine(d, a, b);
            if (threshold > 0) w[a][b] = w[a][b] > threshold;
        }
    walk(d->n, w, want);
    for (uint32_t s = 0; s < d->n; s++) largest = fmax(largest, want[s]);
    for (uint32_t s = 0; s < d->n; s++) want[s] /= largest;
}

static void dense_lexrank(const lede_document *doc, const struct dense *d, double *want) {
    (void)doc;
    dense_cosines(d, 0, want);
}

static void dense_lexrank_threshold(const lede_document *doc, const struct dense *d, double *want) {
    (void)doc;
    dense_cosines(d, 0.1, want);
}

static void lexrank_dense(void **state) {
    (void)state;
    check_drawn("lexrank", NULL, dense_lexrank);
    check_drawn("lexrank-threshold", NULL, dense_lexrank_threshold);
}

/* ---- LSA ------------------------------------------------------------------------------------------------------------
 */

/* One-sided Jacobi (Hestenes 1958): columns, here the sentences' rows of a and r, are turned until a's are orthogonal;
 * their lengths are then the singular values, and r has the sentence vectors. */
static void dense_lsa(const lede_document *doc, const struct dense *d, double *want) {
    static double a[N][V], r[N][N];
    double sigma[N];
    (void)doc;
    memcpy(a, d->w, sizeof a);
    memset(r, 0, sizeof r);
    for (uint32_t i = 0; i < d->n; i++) r[i][i] = 1;
    for (int sweep = 0; sweep < 40; sweep++)
        for (uint32_t p = 0; p < d->n; p++)
            for (uint32_t q = p + 1; q < d->n; q++) {
                double pp = 0, qq = 0, pq = 0;
                for (uint32_t v = 0; v < d->v; v++)
                    pp += a[p][v] * a[p][v], qq += a[q][v] * a[q][v], pq += a[p][v] * a[q][v];
                if (fabs(pq) <= 1e-15 * sqrt(pp * qq)) continue;
                double tau = (qq - pp) / (2 * pq), t = (tau >= 0 ? 1 : -1) / (fabs(tau) + sqrt(1 + tau * tau));
                double c = 1 / sqrt(1 + t * t), s = c * t;
                for (uint32_t v = 0; v < d->v; v++) {
                    double x = a[p][v], y = a[q][v];
                    a[p][v] = c * x - s * y, a[q][v] = s * x + c * y;
                }
                for (uint32_t v = 0; v < d->n; v++) {
                    double x = r[p][v], y = r[q][v];
                    r[p][v] = c * x - s * y, r[q][v] = s * x + c * y;
                }
            }
    double largest = 0;
    for (uint32_t i = 0; i < d->n; i++) {
        sigma[i] = 0;
        for (uint32_t v = 0; v < d->v; v++) sigma[i] += a[i][v] * a[i][v];
        sigma[i] = sqrt(sigma[i]);
        largest = fmax(largest, sigma[i]);
    }
    for (int dimension = 0; dimension < 10; dimension++) {
        uint32_t best = 0;
        for (uint32_t i = 1; i < d->n; i++)
            if (sigma[i] > sigma[best]) best = i;
        if (sigma[best] <= 0 || sigma[best] < largest / 2) break;
        for (uint32_t s = 0; s < d->n; s++) want[s] += r[best][s] * r[best][s] * sigma[best] * sigma[best];
        sigma[best] = -1;
    }
    for (uint32_t s = 0; s < d->n; s++) want[s] = sqrt(want[s]);
}

static void lsa_dense(void **state) {
    (void)state;
    check_drawn("lsa", NULL, dense_lsa);
}

/* Above 1,000 sentences the way there is another one. A text many times over has the singular values of one, times the
 * root of how many, and vectors that are as much shorter: the same scores. */
static void lsa_of_many_sentences(void **state) {
    enum { ONCE = 60, TIMES = 25 };
    char text[16384];
    double want[N], *got = calloc(ONCE * TIMES, sizeof *got);
    lede_document_options options;
    lede_document *doc;
    (void)state;
    for (uint32_t seed = 1; seed <= 3; seed++) {
        draw_text(seed, ONCE, text, sizeof text);
        const size_t length = strlen(text);
        char *all = malloc(TIMES * length);
        for (size_t i = 0; i < TIMES; i++) memcpy(all + i * length, text, length);
        doc = read_text(text, NULL, "en");
        score(doc, "lsa", NULL, want);
        lede_document_free(doc);
        lede_document_options_init(&options);
        options.language = "en";
        assert_int_equal(lede_document_new(all, TIMES * length, &options, &doc), LEDE_OK);
        assert_int_equal(doc->sentence_count, ONCE * TIMES);
        score(doc, "lsa", NULL, got);
        for (uint32_t s = 0; s < ONCE * TIMES; s++) check_one("lsa", s, got[s], want[s % ONCE]);
        lede_document_free(doc);
        free(all);
    }
    free(got);
}

/* ---- greedy methods: naive choice -----------------------------------------------------------------------------------
 */

static bool has_content(const struct dense *d, uint32_t s) {
    for (uint32_t v = 0; v < d->v; v++)
        if (d->tf[s][v] > 0) return true;
    return false;
}

static void sumbasic_by_hand(void **state) {
    (void)state;
    /* p: boat 3/7, the others 1/7. "Boat" is most probable, and "Boats." is heaviest: 3/7 against 2/7. Then p(boat) =
     * 9/49 still leads: "Boats sail" (9/49 + 7/49) / 2 = "Boats sink", the earlier one. Then boat has 81/2401, and
     * of sink, gull and cry, 1/7 each, sink came first. The fifth has no content word: 0. */
    check_text("Boats sail. Boats sink. Boats. Gulls cry. It is.", NULL, "sumbasic",
               (const double[]){1 / 2.0, 1 / 3.0, 1, 1 / 4.0, 0}, 5);
}

static void dense_sumbasic(const lede_document *doc, const struct dense *d, double *want) {
    double p[V] = {0}, total = 0, next = 1;
    (void)doc;
    for (uint32_t s = 0; s < d->n; s++)
        for (uint32_t v = 0; v < d->v; v++) p[v] += d->tf[s][v], total += d->tf[s][v];
    for (uint32_t v = 0; v < d->v; v++) p[v] = total > 0 ? p[v] / total : 0;
    for (bool going = true; going;) {
        double most_weight = -1, most_p = 0;
        uint32_t best = 0, word = V;
        for (uint32_t v = 0; v < d->v; v++) /* most probable of those that a sentence left has */
            for (uint32_t s = 0; s < d->n; s++)
                if (d->tf[s][v] > 0 && want[s] == 0 && p[v] > most_p) most_p = p[v], word = v;
        going = word < V;
        for (uint32_t s = 0; s < d->n && going; s++) {
            double sum = 0, count = 0;
            if (want[s] > 0 || d->tf[s][word] == 0) continue;
            for (uint32_t v = 0; v < d->v; v++)
                if (d->tf[s][v] > 0) sum += p[v], count++;
            if (sum / count > most_weight) most_weight = sum / count, best = s;
        }
        if (!going) break;
        want[best] = 1 / next++;
        for (uint32_t v = 0; v < d->v; v++)
            if (d->tf[best][v] > 0) p[v] *= p[v];
    }
    for (uint32_t s = 0; s < d->n; s++)
        if (want[s] == 0 && has_content(d, s)) want[s] = 1 / next++;
}

static void sumbasic_dense(void **state) {
    (void)state;
    check_drawn("sumbasic", NULL, dense_sumbasic);
}

static void kl_by_hand(void **state) {
    (void)state;
    /* P_D: boat 2/4, sail 1/4, cry 1/4; delta B = 0.0005 * 1.5 * 3. With "Boats sail." both of its words have a share
     * of nearly 1/2 and one word has nearly none; with "Boats." two words have none; with "Cry." the heaviest has
     * none either. So the first is best, then "Cry." brings the last word in, and "Boats." comes last. */
    check_text("Boats. Cry. Boats sail.", NULL, "kl", (const double[]){1 / 3.0, 1 / 2.0, 1}, 3);
}

/* The whole divergence for each sentence at each step. */
static void dense_kl(const lede_document *doc, const struct dense *d, double *want) {
    double share[V] = {0}, counts[V] = {0}, total = 0, distinct = 0;
    (void)doc;
    for (uint32_t s = 0; s < d->n; s++)
        for (uint32_t v = 0; v < d->v; v++) share[v] += d->tf[s][v], total += d->tf[s][v];
    for (uint32_t v = 0; v < d->v; v++) distinct += share[v] > 0;
    for (double next = 1;; next++) {
        double least = INFINITY;
        uint32_t best = N;
        for (uint32_t s = 0; s < d->n; s++) {
            double size = 0, divergence = 0;
            if (want[s] > 0 || !has_content(d, s)) continue;
            for (uint32_t v = 0; v < d->v; v++) size += counts[v] + d->tf[s][v];
            for (uint32_t v = 0; v < d->v; v++) {
                double q = (counts[v] + d->tf[s][v] + 0.0005) / (size + 0.0005 * 1.5 * distinct);
                if (share[v] > 0) divergence += share[v] / total * log(share[v] / total / q);
            }
            divergence = round(divergence * 1e9); /* equal but for rounding: the earlier one */
            if (divergence < least) least = divergence, best = s;
        }
        if (best == N) return;
        want[best] = 1 / next;
        for (uint32_t v = 0; v < d->v; v++) counts[v] += d->tf[best][v];
    }
}

static void kl_dense(void **state) {
    (void)state;
    check_drawn("kl", NULL, dense_kl);
}

static void mmr_by_hand(void **state) {
    (void)state;
    /* With every idf 1 the whole is (2, 1), so Sim1 is 2/sqrt(5) = 0.894 for "Boats." and 0.447 for "Gulls." Once the
     * first is in, the second has 0.7 * 0.894 - 0.3 * 1 = 0.326, and gulls 0.7 * 0.447 - 0 = 0.313. */
    const char *text = "Boats. Boats. Gulls.";
    double got[N];
    lede_document *doc = read_text(text, NULL, "en");
    for (uint32_t v = 0; v < doc->term_count; v++) ((struct ld_term *)(uintptr_t)doc->terms)[v].idf = 1;
    score(doc, "mmr", NULL, got);
    for (uint32_t s = 0; s < 3; s++) NEAR(got[s], 1.0 / (s + 1));
    /* Asked for gulls, they come first; and of the two that have nothing of it the second repeats the first. */
    score(doc, "mmr", "gulls", got);
    NEAR(got[2], 1.0);
    NEAR(got[0], 0.5);
    score(doc, "mmr", "zebra", got); /* not in the text: as without a query */
    NEAR(got[0], 1.0);
    lede_document_free(doc);
}

static const char *query;

static void dense_mmr(const lede_document *doc, const struct dense *d, double *want) {
    double q[V] = {0}, square = 0;
    for (uint32_t v = 0; v < d->v; v++) {
        for (uint32_t s = 0; s < d->n; s++) q[v] += d->w[s][v];
        bool asked = query && !strcmp(ld_stem_of(doc, v), query);
        for (uint32_t t = 0; t < d->v && query; t++)
            if (!strcmp(ld_stem_of(doc, t), query)) q[v] = asked ? doc->terms[v].idf : 0;
        square += q[v] * q[v];
    }
    for (double next = 1;; next++) {
        double most = -INFINITY;
        uint32_t best = N;
        for (uint32_t s = 0; s < d->n; s++) {
            double with = 0, repeated = 0;
            if (want[s] > 0 || dot(d, s, s) <= 0) continue;
            for (uint32_t v = 0; v < d->v; v++) with += d->w[s][v] * q[v];
            for (uint32_t t = 0; t < d->n; t++)
                if (want[t] > 0) repeated = fmax(repeated, cosine(d, s, t));
            double value = round((0.7 * with / sqrt(dot(d, s, s) * square) - 0.3 * repeated) * 1e9);
            if (value > most) most = value, best = s;
        }
        if (best == N) return;
        want[best] = 1 / next;
    }
}

static void mmr_dense(void **state) {
    (void)state;
    query = NULL;
    check_drawn("mmr", query, dense_mmr);
    query = "stone";
    check_drawn("mmr", query, dense_mmr);
}

/* ---- what every method must stand -----------------------------------------------------------------------------------
 */

static const struct {
    const char *name, *text;
    bool equal; /* all sentences have the same words */
} edges[] = {
    {"one sentence", "The old lighthouse keeper painted seven red boats.", true},
    {"one word", "Boats.", true},
    {"equal sentences", "Boats sail home. Boats sail home. Boats sail home. Boats sail home.", true},
    {"one word, many times", "Go boats. Boats. Boats boats. Boats.", false},
    {"stop words only", "It is what it is. And so it was.", false},
    {"a sentence without content", "Boats sail home. It is what it is. Gulls cry over boats.", false},
    {"a sentence without words", "Boats sail home.\n\n*** !!!\n\nGulls cry over boats.", false},
    {"nothing shared", "Boats sail home. Gulls cry loudly. Snow melts early.", false},
};

static bool is_greedy(const char *method) {
    static const char *const names[] = {"sumbasic", "kl", "mmr", "lead", "random", "lede", "edmundson"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (!strcmp(method, names[i])) return true; /* a score by place or draw: equal sentences may differ */
    return false;
}

static void check_edge(const lede_document *doc, const char *method, bool equal) {
    double got[N], again[N];
    lede_summary_options options;
    lede_summary *summary;
    score(doc, method, NULL, got);
    score(doc, method, NULL, again);
    assert_memory_equal(got, again, doc->sentence_count * sizeof *got);
    for (uint32_t s = 0; s < doc->sentence_count; s++) {
        if (!isfinite(got[s])) print_error("%s, sentence %u: %f\n", method, s, got[s]);
        assert_true(isfinite(got[s]));
        if (equal && !is_greedy(method)) assert_true(got[s] == got[0]);
    }
    lede_summary_options_init(&options);
    options.method = method;
    assert_int_equal(lede_summary_new(doc, &options, &summary), LEDE_OK);
    assert_true(lede_summary_count(summary, LEDE_SUMMARY) >= 1);
    lede_summary_free(summary);
}

static void every_method_on_edges(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof edges / sizeof *edges; i++)
        for (const struct ld_method *method = ld_methods; method->name; method++)
            for (int idf_is_0 = 0; idf_is_0 < 2; idf_is_0++) {
                if (idf_is_0 && !strcmp(method->name, "lede"))
                    continue; /* its features divide by a mean of idf, and
                                 the index gives none of 0 */
                lede_document *doc = read_text(edges[i].text, NULL, "en");
                for (uint32_t v = 0; v < doc->term_count && idf_is_0; v++)
                    ((struct ld_term *)(uintptr_t)doc->terms)[v].idf = 0;
                check_edge(doc, method->name, edges[i].equal);
                lede_document_free(doc);
            }
}

/* Equal sentences get equal scores, to the bit, wherever they stand. */
static void equal_sentences(void **state) {
    static const char *const methods[] = {"luhn", "lsa", "textrank", "lexrank", "lexrank-threshold"};
    char text[16384];
    double got[N];
    (void)state;
    draw_text(7, 80, text, sizeof text);
    lede_document *doc = read_text(text, NULL, "en");
    for (size_t m = 0; m < sizeof methods / sizeof *methods; m++) {
        score(doc, methods[m], NULL, got);
        for (uint32_t s = 10; s < doc->sentence_count; s += 11) {
            assert_int_equal(doc->sentences[s].span.length, doc->sentences[s - 1].span.length);
            assert_true(got[s] == got[s - 1]);
        }
    }
    lede_document_free(doc);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(luhn_by_hand),
        cmocka_unit_test(edmundson_by_hand),
        cmocka_unit_test(textrank_by_hand),
        cmocka_unit_test(textrank_dense),
        cmocka_unit_test(lexrank_by_hand),
        cmocka_unit_test(lexrank_dense),
        cmocka_unit_test(lsa_dense),
        cmocka_unit_test(lsa_of_many_sentences),
        cmocka_unit_test(sumbasic_by_hand),
        cmocka_unit_test(sumbasic_dense),
        cmocka_unit_test(kl_by_hand),
        cmocka_unit_test(kl_dense),
        cmocka_unit_test(mmr_by_hand),
        cmocka_unit_test(mmr_dense),
        cmocka_unit_test(every_method_on_edges),
        cmocka_unit_test(equal_sentences),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
