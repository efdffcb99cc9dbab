/* test_score.c - the methods over their table; the features of tiny documents against figures worked out by hand; and
 * the weights against the table of features. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <math.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "lede.h"
#include "model/index.h"
#include "score/features.h"
#include "score/terms.h"
#include "score/weights.h"

static const char five[] = "The council of Marrow opened a new bridge over the river Tessel on Monday. "
                           "\"The bridge took 14 years,\" said the mayor. "
                           "It cost the council 30 million. "
                           "Who will pay for the bridge? "
                           "However, nobody (in Marrow knows";

/* Weights of no worth: every sentence's share of it is 0, as exp(30) leaves no probability. */
static const double none[LD_WEIGHT_COUNT] = {[LD_F_term_constant] = -30};

static lede_document *read(const char *text) {
    lede_document_options options;
    lede_document *document;
    lede_document_options_init(&options);
    options.language = "en";
    assert_int_equal(lede_document_new(text, strlen(text), &options, &document), LEDE_OK);
    return document;
}

static void assert_near(double got, double want, const char *what, unsigned sentence) {
    if (fabs(got - want) > 1e-9) fail_msg("%s of sentence %u: %.12g, not %.12g", what, sentence, got, want);
}

static void features_by_hand(void **state) {
    static const struct {
        enum ld_feature feature;
        double want[5];
    } rows[] = {
        {LD_F_first, {1, 0, 0, 0, 0}},
        {LD_F_position, {0, -0.69314718055994531, -1.0986122886681098, -1.3862943611198906, -1.6094379124341003}},
        {LD_F_depth, {0, 0.2, 0.4, 0.6, 0.8}},
        {LD_F_words, {0.7, 0.4, 0.3, 0.3, 0.25}},
        {LD_F_brief, {0, 0, 1, 1, 1}},
        {LD_F_numbers, {0, 1. / 8, 1. / 6, 0, 0}},
        {LD_F_opens_quote, {0, 1, 0, 0, 0}},
        {LD_F_pronoun, {0, 0, 1, 0, 0}},
        {LD_F_connective, {0, 0, 0, 0, 1}},
        {LD_F_question, {0, 0, 0, 1, 0}},
        {LD_F_unfinished, {0, 0, 0, 0, 1}},
        {LD_F_unbalanced, {0, 0, 0, 0, 1}},
        {LD_F_worth, {0, 0, 0, 0, 0}},
        {LD_F_query, {0, 0, 0, 0, 0}},
    };
    (void)state;
    lede_document *document = read(five);
    lede_summary_options options;
    lede_summary_options_init(&options);
    assert_int_equal(document->sentence_count, 5);
    struct ld_arena arena;
    ld_arena_init(&arena);
    const double *matrix = ld_features(&arena, document, &options, none);
    for (size_t r = 0; r < sizeof rows / sizeof *rows; r++)
        for (unsigned s = 0; s < 5; s++)
            assert_near(matrix[s * LD_FEATURE_COUNT + rows[r].feature], rows[r].want[s],
                        ld_feature_names[rows[r].feature], s);
    /* the first sentence has nothing before it, the last one nothing after it */
    assert_near(matrix[LD_F_before], 0, "before", 0);
    assert_near(matrix[4 * LD_FEATURE_COUNT + LD_F_after], 0, "after", 4);
    assert_near(matrix[LD_F_novelty], 1, "novelty", 0);
    assert_true(matrix[LD_FEATURE_COUNT + LD_F_quoted] > 0.4);
    ld_arena_free(&arena);
    lede_document_free(document);
}

static uint32_t term_of(const lede_document *document, const char *stem) {
    for (uint32_t v = 0; v < document->term_count; v++)
        if (!strcmp(ld_stem_of(document, v), stem)) return v;
    fail_msg("no term %s", stem);
    return 0;
}

static void terms_by_hand(void **state) {
    (void)state;
    lede_document *document = read(five);
    struct ld_arena arena;
    ld_arena_init(&arena);
    struct ld_survey survey;
    ld_survey(&arena, document, &survey);
    const double *matrix = ld_term_features(&arena, document, &survey);
    const double *bridge = matrix + (size_t)term_of(document, "bridg") * LD_TERM_FEATURES;
    const double *marrow = matrix + (size_t)term_of(document, "marrow") * LD_TERM_FEATURES;
    assert_near(bridge[LD_F_term_frequency - LD_FEATURE_COUNT], log(3), "term_frequency", 0);
    assert_near(bridge[LD_F_term_first - LD_FEATURE_COUNT], 0, "term_first", 0);
    assert_near(bridge[LD_F_term_last - LD_FEATURE_COUNT], log(4), "term_last", 0);
    assert_near(bridge[LD_F_term_name - LD_FEATURE_COUNT], 0, "term_name", 0);
    assert_near(bridge[LD_F_term_document - LD_FEATURE_COUNT], log(5), "term_document", 0);
    assert_near(marrow[LD_F_term_name - LD_FEATURE_COUNT], 1, "term_name", 0);
    /* a probability of 1/2 is worth what it has above the common one */
    static const double even[LD_WEIGHT_COUNT] = {0};
    ld_term_worth(document, &survey, even);
    assert_near(survey.uses[term_of(document, "bridg")].worth, 0.4, "worth", 0);
    ld_survey(&arena, document, &survey);
    ld_term_worth(document, &survey, none);
    assert_near(survey.uses[term_of(document, "bridg")].worth, 0, "worth", 0);
    ld_arena_free(&arena);
    lede_document_free(document);
}

static void weights_cover_features(void **state) {
    unsigned char count[LD_WEIGHT_COUNT] = {0};
    (void)state;
#define WEIGHT(name, news, general)                                                                                    \
    count[LD_F_##name]++;                                                                                              \
    assert_true(isfinite((double)(news)) && isfinite((double)(general)));
#include "weights.def"
#undef WEIGHT
    for (int f = 0; f < LD_WEIGHT_COUNT; f++)
        if (count[f] != 1) fail_msg("%u weights for %s", count[f], ld_feature_names[f]);
}

/* Shares are kept where they are asked for, or nothing is; scores are the same. */
static void shares_asked_for(void **state) {
    static const struct {
        unsigned parts;
        size_t count;
    } rows[] = {{0, LD_FEATURE_COUNT}, {LEDE_SUMMARY, 0}, {LEDE_SUMMARY | LEDE_SCORES, LD_FEATURE_COUNT}};
    (void)state;
    lede_document *document = read(five);
    lede_summary *all, *summary;
    assert_int_equal(lede_summary_new(document, NULL, &all), LEDE_OK);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        lede_summary_options options;
        lede_summary_options_init(&options);
        options.parts = rows[i].parts;
        assert_int_equal(lede_summary_new(document, &options, &summary), LEDE_OK);
        assert_int_equal(lede_summary_feature_count(summary), rows[i].count);
        for (size_t s = 0; s < 5; s++) {
            assert_true(lede_summary_score(summary, s) == lede_summary_score(all, s));
            for (size_t f = 0; f < rows[i].count; f++)
                assert_true(lede_summary_feature_share(summary, s, f) == lede_summary_feature_share(all, s, f));
            assert_true(rows[i].count || lede_summary_feature_share(summary, s, 0) == 0);
        }
        lede_summary_free(summary);
    }
    lede_summary_free(all);
    lede_document_free(document);
}

static void shares_sum_up(void **state) {
    (void)state;
    lede_document *document = read(five);
    lede_summary *summary;
    assert_int_equal(lede_summary_new(document, NULL, &summary), LEDE_OK);
    assert_int_equal(lede_summary_feature_count(summary), LD_FEATURE_COUNT);
    for (unsigned s = 0; s < 5; s++) {
        double sum = 0;
        for (size_t f = 0; f < LD_FEATURE_COUNT; f++) sum += lede_summary_feature_share(summary, s, f);
        assert_near(lede_summary_score(summary, s), sum, "sum of shares", s);
    }
    lede_summary_free(summary);
    lede_document_free(document);
}

/* Every method scores every body sentence of any text with a finite number, and does so again. */
static void methods_are_sane(void **state) {
    static const char *const texts[] = {five, "One.", "The of and. A the. Of of.", "Same words here. Same words here.",
                                        "\xE6\x97\xA5\xE6\x9C\xAC\xE3\x80\x82"};
    (void)state;
    for (const char *const *method = lede_methods(); *method; method++)
        for (size_t t = 0; t < sizeof texts / sizeof *texts; t++) {
            lede_document *document = read(texts[t]);
            lede_summary *summary[2];
            lede_summary_options options;
            lede_summary_options_init(&options);
            options.method = *method;
            for (int i = 0; i < 2; i++) assert_int_equal(lede_summary_new(document, &options, &summary[i]), LEDE_OK);
            assert_true(lede_summary_count(summary[0], LEDE_SUMMARY) > 0);
            for (uint32_t s = 0; s < document->sentence_count; s++) {
                double score = lede_summary_score(summary[0], s);
                if (!isfinite(score)) fail_msg("%s scores sentence %u of text %zu as %g", *method, s, t, score);
                assert_memory_equal(&score, &(double){lede_summary_score(summary[1], s)}, sizeof score);
            }
            for (int i = 0; i < 2; i++) lede_summary_free(summary[i]);
            lede_document_free(document);
        }
}

static void query_draws(void **state) {
    (void)state;
    lede_document *document = read(five);
    lede_summary *plain, *asked;
    lede_summary_options options;
    lede_summary_options_init(&options);
    assert_int_equal(lede_summary_new(document, &options, &plain), LEDE_OK);
    options.query = "thirty million";
    options.query_length = strlen(options.query);
    assert_int_equal(lede_summary_new(document, &options, &asked), LEDE_OK);
    assert_true(lede_summary_score(asked, 2) > lede_summary_score(plain, 2));
    assert_near(lede_summary_score(asked, 0), lede_summary_score(plain, 0), "score", 0);
    lede_summary_free(plain);
    lede_summary_free(asked);
    lede_document_free(document);
}

static void weights_read(void **state) {
    static const struct {
        const char *name, *text;
        size_t line; /* of the problem; 0: none */
        double news, general;
        const char *wrong; /* the name that is */
    } rows[] = {
        {"one for both", "position\t1.5\n", 0, 1.5, 1.5, ""},
        {"one each", "position\t1\t-0.25\n", 0, 1, -0.25, ""},
        {"notes, blank lines, no last newline, CR", "# position 3\r\n\r\n  position  .5 \r\nfirst\t-2", 0, .5, .5, ""},
        {"digits", "position\t123456789012.345\n", 0, 123456789012.345, 123456789012.345, ""},
        {"no such feature", "position\t1\n\nposishion\t1\n", 3, 0, 0, "posishion"},
        {"a long name", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\t1\n", 1, 0, 0,
         "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"},
        {"twice", "position\t1\nposition\t1\n", 2, 0, 0, ""},
        {"three", "position\t1\t2\t3\n", 1, 0, 0, ""},
        {"missing", "# x\nposition\n", 2, 0, 0, ""},
        {"comma", "position\t1,5\n", 1, 0, 0, ""},
        {"two points", "position\t1.5.5\n", 1, 0, 0, ""},
        {"no digit", "position\t-\n", 1, 0, 0, ""},
        {"no number", "position\tnan\n", 1, 0, 0, ""},
        {"too many digits", "position\t1234567890.1234567\n", 1, 0, 0, ""},
    };
    (void)state;
    for (size_t r = 0; r < sizeof rows / sizeof *rows; r++) {
        struct ld_weights weights;
        struct ld_weights_problem problem;
        bool ok = ld_weights_read(rows[r].text, strlen(rows[r].text), &weights, &problem);
        if (ok != !rows[r].line) fail_msg("%s: %s", rows[r].name, ok ? "is taken" : problem.what);
        assert_string_equal(problem.name, rows[r].wrong);
        if (!ok) {
            assert_int_equal(problem.line, rows[r].line);
            assert_true(strlen(problem.what) > 10);
            continue;
        }
        assert_near(weights.of[LD_NEWS][LD_F_position], rows[r].news, rows[r].name, 0);
        assert_near(weights.of[LD_GENERAL][LD_F_position], rows[r].general, rows[r].name, 0);
        assert_near(weights.of[LD_NEWS][LD_F_words], ld_own_weights.of[LD_NEWS][LD_F_words], "words", 0);
    }
}

/* A table and a profile do what they say, and what is wrong with them is told. */
static void weights_count(void **state) {
    static const struct {
        const char *name, *profile, *weights;
        lede_status status;
        double share; /* of position in the second sentence; 0: not looked at */
    } rows[] = {
        {"news of a table", NULL, "position\t2\t3\n", LEDE_OK, 2},
        {"general of a table", "general", "position\t2\t3\n", LEDE_OK, 3},
        {"a text of five sentences by itself", "auto", "position\t2\t3\n", LEDE_OK, 2},
        {"no such profile", "book", NULL, LEDE_ERROR_PROFILE, 0},
        {"a bad table", NULL, "position\n", LEDE_ERROR_WEIGHTS, 0},
        {"an empty table", NULL, "", LEDE_OK, 0},
    };
    (void)state;
    lede_document *document = read(five);
    for (size_t r = 0; r < sizeof rows / sizeof *rows; r++) {
        lede_summary *summary;
        lede_summary_options options;
        lede_summary_options_init(&options);
        options.profile = rows[r].profile;
        options.weights = rows[r].weights;
        options.weights_length = rows[r].weights ? strlen(rows[r].weights) : 0;
        assert_int_equal(lede_summary_new(document, &options, &summary), rows[r].status);
        if (rows[r].share > 0)
            assert_near(lede_summary_feature_share(summary, 1, LD_F_position), -rows[r].share * log(2), rows[r].name,
                        1);
        lede_summary_free(summary);
    }
    lede_document_free(document);
}

/* Keywords alone are those picked among all parts, and need no scores. */
static void keywords_alone(void **state) {
    (void)state;
    lede_document *document = read(five);
    lede_summary *all, *alone;
    lede_summary_options options;
    lede_summary_options_init(&options);
    assert_int_equal(lede_summary_new(document, &options, &all), LEDE_OK);
    options.parts = LEDE_KEYWORDS;
    assert_int_equal(lede_summary_new(document, &options, &alone), LEDE_OK);
    assert_true(lede_summary_count(all, LEDE_KEYWORDS) > 2);
    assert_int_equal(lede_summary_count(alone, LEDE_KEYWORDS), lede_summary_count(all, LEDE_KEYWORDS));
    for (size_t i = 0; i < lede_summary_count(all, LEDE_KEYWORDS); i++) {
        lede_pick one, other;
        assert_int_equal(lede_summary_pick(all, LEDE_KEYWORDS, i, &one), LEDE_OK);
        assert_int_equal(lede_summary_pick(alone, LEDE_KEYWORDS, i, &other), LEDE_OK);
        assert_string_equal(one.text, other.text);
    }
    assert_int_equal(lede_summary_count(alone, LEDE_SUMMARY), 0);
    assert_true(lede_summary_score(all, 0) != 0);
    assert_near(lede_summary_score(alone, 0), 0, "score", 0);
    assert_int_equal(lede_summary_feature_count(alone), 0);
    lede_summary_free(all);
    lede_summary_free(alone);
    lede_document_free(document);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(features_by_hand), cmocka_unit_test(terms_by_hand), cmocka_unit_test(weights_cover_features),
        cmocka_unit_test(shares_asked_for), cmocka_unit_test(shares_sum_up), cmocka_unit_test(methods_are_sane),
        cmocka_unit_test(weights_read),     cmocka_unit_test(weights_count), cmocka_unit_test(query_draws),
        cmocka_unit_test(keywords_alone),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
