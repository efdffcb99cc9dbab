/* test_greedy.c - the methods that choose one sentence after the other, kl and mmr, against a choice that looks at all
 * that are left each time: the same scores to the bit, ties included. Then texts of more than 10,000 sentences, of
 * which each sentence must have its place. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "model/doc.h"

struct plain {
    const lede_document *doc;
    uint32_t n;
    struct ld_content **rows; /* the contents of each sentence, by term */
    double *want;
};

static int by_term(const void *a, const void *b) {
    const struct ld_content *x = a, *y = b;
    return (x->term > y->term) - (x->term < y->term);
}

static uint32_t width(const struct plain *p, uint32_t s) { return p->doc->sentences[s].content_count; }

static struct plain lay_out(const lede_document *doc) {
    struct plain p = {doc, doc->sentence_count, calloc(doc->sentence_count, sizeof *p.rows),
                      calloc(doc->sentence_count, sizeof *p.want)};
    for (uint32_t s = 0; s < p.n; s++) {
        size_t size = width(&p, s) * sizeof **p.rows;
        p.rows[s] = malloc(size + 1);
        memcpy(p.rows[s], doc->contents + doc->sentences[s].first_content, size);
        qsort(p.rows[s], width(&p, s), sizeof **p.rows, by_term);
    }
    return p;
}

static void drop(struct plain *p) {
    for (uint32_t s = 0; s < p->n; s++) free(p->rows[s]);
    free(p->rows);
    free(p->want);
}

static void plain_kl(struct plain *p) {
    double *share = calloc(p->doc->term_count, sizeof *share), *counts = calloc(p->doc->term_count, sizeof *counts);
    double total = 0, distinct = 0, size = 0, *length = calloc(p->n, sizeof *length);
    for (uint32_t s = 0; s < p->n; s++)
        for (uint32_t i = 0; i < width(p, s); i++) {
            distinct += share[p->rows[s][i].term] == 0;
            share[p->rows[s][i].term] += p->rows[s][i].frequency;
            length[s] += p->rows[s][i].frequency;
            total += p->rows[s][i].frequency;
        }
    for (uint32_t v = 0; v < p->doc->term_count; v++) share[v] /= total;
    for (double k = 1;; k++) {
        double most = -INFINITY;
        uint32_t best = UINT32_MAX;
        for (uint32_t s = 0; s < p->n; s++) {
            double value = 0;
            if (p->want[s] > 0 || !width(p, s)) continue;
            for (uint32_t i = 0; i < width(p, s); i++) {
                const struct ld_content *c = &p->rows[s][i];
                value += share[c->term] * log1p(c->frequency / (counts[c->term] + 0.0005));
            }
            value = round((value - log(size + 0.0005 * 1.5 * distinct + length[s])) * 1e9);
            if (value > most) most = value, best = s;
        }
        if (best == UINT32_MAX) break;
        p->want[best] = 1 / k;
        size += length[best];
        for (uint32_t i = 0; i < width(p, best); i++) counts[p->rows[best][i].term] += p->rows[best][i].frequency;
    }
    free(share);
    free(counts);
    free(length);
}

static double product(const struct plain *p, uint32_t s, uint32_t t, const double *idf) {
    double dot = 0;
    for (uint32_t i = 0, j = 0; i < width(p, s) && j < width(p, t);) {
        const struct ld_content *a = &p->rows[s][i], *b = &p->rows[t][j];
        if (a->term == b->term) dot += b->frequency * idf[a->term] * idf[a->term] * a->frequency;
        i += a->term <= b->term;
        j += b->term <= a->term;
    }
    return dot;
}

static void plain_mmr(struct plain *p) {
    double *idf = calloc(p->doc->term_count, sizeof *idf), *relevance = calloc(p->n, sizeof *relevance), square = 0;
    double *length = calloc(p->n, sizeof *length), *repeated = calloc(p->n, sizeof *repeated);
    for (uint32_t v = 0; v < p->doc->term_count; v++) {
        const struct ld_term *term = &p->doc->terms[v];
        idf[v] = term->idf;
        if (term->counts) square += term->body_frequency * term->idf * (term->body_frequency * term->idf);
    }
    for (uint32_t s = 0; s < p->n; s++) {
        double dot = 0;
        for (uint32_t i = 0; i < width(p, s); i++) {
            const struct ld_content *c = &p->rows[s][i];
            dot += c->frequency * idf[c->term] * (p->doc->terms[c->term].body_frequency * idf[c->term]);
            length[s] += c->frequency * idf[c->term] * (c->frequency * idf[c->term]);
        }
        length[s] = sqrt(length[s]);
        relevance[s] = dot / (length[s] * sqrt(square));
    }
    for (double k = 1;; k++) {
        int64_t most = INT64_MIN;
        uint32_t best = UINT32_MAX;
        for (uint32_t s = 0; s < p->n; s++) {
            if (p->want[s] > 0 || length[s] <= 0) continue;
            int64_t value = llround((0.7 * relevance[s] - (1 - 0.7) * repeated[s]) * 1e9);
            if (value > most) most = value, best = s;
        }
        if (best == UINT32_MAX) break;
        p->want[best] = 1 / k;
        for (uint32_t s = 0; s < p->n; s++)
            if (length[s] > 0) repeated[s] = fmax(repeated[s], product(p, s, best, idf) / (length[s] * length[best]));
    }
    free(idf);
    free(relevance);
    free(length);
    free(repeated);
}

/* ---- texts ------------------------------------------------------------------------------------------------------- */

static uint32_t draw(uint32_t *seed, uint32_t below) {
    return (*seed = *seed * 1664525 + 1013904223, *seed >> 8) % below;
}

static void put_word(struct ld_buffer *text, uint32_t number) {
    static const char *const syllables[] = {"ba", "ke", "lo", "mu", "ni", "pa", "re", "so", "tu", "vi"};
    char word[64] = "z";
    for (uint32_t n = number + 1; n; n /= 10) strcat(word, syllables[n % 10]);
    ld_buffer_put(text, word, strlen(word));
}

/* Each sentence has 1 to most words, of so many different ones; low numbers come oftener. */
static void put_text(struct ld_buffer *text, uint32_t seed, uint32_t sentences, uint32_t most, uint32_t words) {
    for (uint32_t s = 0; s < sentences; s++) {
        for (uint32_t i = 1 + draw(&seed, most); i--;) {
            uint32_t a = draw(&seed, words), b = draw(&seed, words), c = draw(&seed, words);
            put_word(text, a < b && a < c ? a : b < c ? b : c);
            ld_buffer_put(text, i ? " " : ".\n\n", i ? 1 : 3);
        }
    }
}

static void put_distinct(struct ld_buffer *text, uint32_t sentences) {
    for (uint32_t s = 0; s < sentences; s++) {
        put_word(text, s);
        ld_buffer_put(text, ".\n\n", 3);
    }
}

static double *score(const lede_document *doc, const char *method) {
    lede_summary_options options;
    lede_summary *summary;
    lede_summary_options_init(&options);
    options.method = method;
    options.parts = LEDE_SUMMARY;
    assert_int_equal(lede_summary_new(doc, &options, &summary), LEDE_OK);
    double *scores = calloc(doc->sentence_count, sizeof *scores);
    for (uint32_t s = 0; s < doc->sentence_count; s++) scores[s] = lede_summary_score(summary, s);
    lede_summary_free(summary);
    return scores;
}

static lede_document *read_text(const struct ld_buffer *text) {
    lede_document_options options;
    lede_document *doc;
    lede_document_options_init(&options);
    options.language = "en";
    assert_int_equal(lede_document_new(text->bytes, text->length, &options, &doc), LEDE_OK);
    return doc;
}

static void compare(const lede_document *doc, const char *method, void (*choose)(struct plain *)) {
    double *got = score(doc, method);
    struct plain p = lay_out(doc);
    choose(&p);
    for (uint32_t s = 0; s < p.n; s++) {
        if (got[s] != p.want[s]) print_error("%s, %u of %u: %.17g, wanted %.17g\n", method, s, p.n, got[s], p.want[s]);
        assert_true(got[s] == p.want[s]);
    }
    drop(&p);
    free(got);
}

static void as_a_plain_choice(void **state) {
    static const struct {
        uint32_t sentences, most, words;
    } rows[] = {{700, 12, 3000}, {700, 6, 60}, {500, 2, 4}, {500, 1, 1}, {400, 40, 30}, {500, 0, 0}};
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct ld_buffer text;
        ld_buffer_init(&text);
        if (rows[i].most)
            put_text(&text, (uint32_t)i + 1, rows[i].sentences, rows[i].most, rows[i].words);
        else
            put_distinct(&text, rows[i].sentences);
        lede_document *doc = read_text(&text);
        assert_true(doc->sentence_count >= rows[i].sentences);
        compare(doc, "kl", plain_kl);
        compare(doc, "mmr", plain_mmr);
        lede_document_free(doc);
        ld_buffer_free(&text);
    }
}

static int falling(const void *a, const void *b) {
    const double x = *(const double *)a, y = *(const double *)b;
    return (x < y) - (x > y);
}

static void large_texts(void **state) {
    static const char *const methods[] = {"kl", "mmr", "sumbasic"};
    (void)state;
    for (uint32_t most = 0; most < 3; most++) {
        struct ld_buffer text;
        ld_buffer_init(&text);
        if (most)
            put_text(&text, most, 12000, most * most, 500);
        else
            put_distinct(&text, 12000);
        lede_document *doc = read_text(&text);
        for (size_t m = 0; m < sizeof methods / sizeof *methods; m++) {
            double *scores = score(doc, methods[m]);
            qsort(scores, doc->sentence_count, sizeof *scores, falling);
            for (uint32_t s = 0; s < 12000; s++) assert_true(scores[s] == 1.0 / (s + 1));
            free(scores);
        }
        for (const char *const *method = lede_methods(); *method; method++) {
            double *scores = score(doc, *method);
            for (uint32_t s = 0; s < 12000; s++) assert_true(isfinite(scores[s]));
            free(scores);
        }
        lede_document_free(doc);
        ld_buffer_free(&text);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(as_a_plain_choice), cmocka_unit_test(large_texts)};
    return cmocka_run_group_tests_name("greedy", tests, NULL, NULL);
}
