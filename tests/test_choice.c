/* test_choice.c - what candidates are judged by: the shipped weights against the tables of features, tables that are
 * damaged, and the features of a few candidates. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "lede.h"
#include "pick/headlines.h"

/* One row each, a number, and within the bounds that choice.def gives. */
static void weights_cover_features(void **state) {
    unsigned count[LD_CHOICES] = {0};
    (void)state;
#define PIECE(NAME, headline, bullet) count[LD_PIECE_##NAME]++;
#define CHOICE(name, headline, bullet) count[LD_C_##name]++;
#include "choice_weights.def"
#undef PIECE
#undef CHOICE
    for (int f = 0; f < LD_CHOICES; f++) {
        if (count[f] != 1) fail_msg("%u weights for %s", count[f], ld_choice_names[f]);
        for (int p = 0; p < LD_PRODUCTS; p++) assert_true(isfinite(ld_choice_weights[p][f]));
    }
#define CHOICE(name, low, high, malus)                                                                                 \
    if (ld_choice_weights[0][LD_C_##name] < low || ld_choice_weights[0][LD_C_##name] > high)                           \
        fail_msg("the weight of %s is out of bounds", #name);
#include "pick/choice.def"
#undef CHOICE
}

static void tables_are_read(void **state) {
    static const struct {
        const char *name, *text;
        size_t line; /* of the problem; 0: none */
        double headline, bullet;
        const char *wrong; /* the name that is */
    } rows[] = {
        {"one for both", "LEAD\t1.5\n", 0, 1.5, 1.5, ""},
        {"one each", "# mass 3\nmass\t2\nLEAD\t1\t-0.25\n", 0, 1, -0.25, ""},
        {"no such feature", "mass\t1\nLEADER\t1\n", 2, 0, 0, "LEADER"},
        {"in the wrong letters", "lead\t1\n", 1, 0, 0, "lead"},
        {"twice", "LEAD\t1\nLEAD\t1\n", 2, 0, 0, ""},
        {"missing", "LEAD\n", 1, 0, 0, ""},
        {"no number", "LEAD\tnever\n", 1, 0, 0, ""},
        {"by hand, too", "LEAD\t1\t2\t3\n", 0, 1, 2, ""},
        {"four", "LEAD\t1\t2\t3\t4\n", 1, 0, 0, ""},
    };
    (void)state;
    for (size_t r = 0; r < sizeof rows / sizeof *rows; r++) {
        double weights[LD_CHOICE_COLUMNS][LD_CHOICES];
        struct ld_weights_problem problem;
        const bool ok = ld_choice_read(rows[r].text, strlen(rows[r].text), weights, &problem);
        if (ok != !rows[r].line) fail_msg("%s: %s", rows[r].name, ok ? "is taken" : problem.what);
        assert_string_equal(problem.name, rows[r].wrong);
        if (!ok) assert_int_equal(problem.line, rows[r].line);
        if (!ok) continue;
        assert_true(weights[0][LD_PIECE_LEAD] == rows[r].headline && weights[1][LD_PIECE_LEAD] == rows[r].bullet);
        assert_true(weights[0][LD_C_length] == ld_choice_weights[0][LD_C_length]);
    }
}

/* ---- the features of candidates ---- */

struct seeing {
    struct ld_arena *arena;
    struct ld_units *units;
    const lede_summary_options *options;
    const double *weights;
    const char *wanted; /* the candidate's text */
    double row[LD_CHOICES];
    unsigned seen;
    struct ld_picks out;
};

static void see(void *context, const struct ld_clause *clause, const struct ld_shortening *candidate, double *row) {
    struct seeing *seeing = context;
    uint32_t length;
    const char *text = ld_clause_text(seeing->arena, clause, candidate->keep, candidate->dropped, false, 100, &length);
    if (strcmp(text, seeing->wanted) != 0) return;
    memcpy(seeing->row, row, sizeof seeing->row);
    seeing->seen++;
}

static void try_headline(struct seeing *seeing, const char *text, bool watched) {
    struct ld_units units;
    lede_document *document;
    const struct ld_watch watch = {seeing, see};
    lede_document_options how;
    lede_document_options_init(&how);
    how.language = "en";
    assert_int_equal(lede_document_new(text, strlen(text), &how, &document), LEDE_OK);
    const double *scores = ld_arena_array(seeing->arena, document->sentence_count, sizeof *scores);
    ld_units_init(seeing->arena, document, scores, seeing->options, &units);
    ld_try_headline(seeing->arena, &units, seeing->options, seeing->weights, watched ? &watch : NULL, &seeing->out);
    lede_document_free(document);
}

static const char closing[] =
    "On Monday, the Kestrel plant in Larvik will close, officials said. It employs many people.";

static void features_of_candidates(void **state) {
    static const struct {
        const char *candidate, *feature;
        double value;
    } rows[] = {
        {"The Kestrel plant in Larvik will close", "LEAD", 1},
        {"The Kestrel plant in Larvik will close", "ATTRIBUTION", 1},
        {"The Kestrel plant in Larvik will close", "mass", -1}, /* a share */
        {"The Kestrel plant in Larvik will close", "length", (38.0 - 80) * (38 - 80) / 80 / 80},
        {"The Kestrel plant in Larvik will close", "named", 1},
        {"The Kestrel plant in Larvik will close", "verbless", 0},
        {"The Kestrel plant in Larvik will close", "position", 0},
        {"The Kestrel plant in Larvik will close, officials said", "ATTRIBUTION", 0},
        {"The Kestrel plant in Larvik will close, officials said", "LEAD", 1},
        {"It employs many people", "opener", 1},
        {"It employs many people", "position", 1},
        {"It employs many people", "mass", 1},
        {"It employs many people", "named", 0},
    };
    (void)state;
    for (size_t r = 0; r < sizeof rows / sizeof *rows; r++) {
        struct ld_arena arena;
        lede_summary_options options;
        lede_summary_options_init(&options);
        ld_arena_init(&arena);
        struct seeing seeing = {
            .arena = &arena, .options = &options, .weights = ld_choice_weights[0], .wanted = rows[r].candidate};
        try_headline(&seeing, closing, true);
        if (!seeing.seen) fail_msg("there is no candidate \"%s\"", rows[r].candidate);
        int f = 0;
        while (ld_choice_names[f] && strcmp(ld_choice_names[f], rows[r].feature) != 0) f++;
        const double got = seeing.row[f], want = rows[r].value;
        if (want < 0 ? got <= 0 || got >= 1 : fabs(got - want) > 1e-9)
            fail_msg("%s of \"%s\" is %g, not %g", rows[r].feature, rows[r].candidate, got, want);
        ld_arena_free(&arena);
    }
}

/* The headline follows the weights, and is the same whether candidates are watched or not. */
static void weights_choose(void **state) {
    static const struct {
        const char *table, *headline;
    } rows[] = {
        {"", "The Kestrel plant in Larvik will close"},
        {"ATTRIBUTION\t-3\n", "The Kestrel plant in Larvik will close, officials said"},
        {"position\t9\nopener\t0\nbrief\t0\n", "It employs many people"},
    };
    (void)state;
    for (size_t r = 0; r < 2 * sizeof rows / sizeof *rows; r++) {
        double weights[LD_CHOICE_COLUMNS][LD_CHOICES];
        struct ld_weights_problem problem;
        struct ld_arena arena;
        lede_summary_options options;
        const char *table = rows[r / 2].table;
        lede_summary_options_init(&options);
        ld_arena_init(&arena);
        assert_true(ld_choice_read(table, strlen(table), weights, &problem));
        struct seeing seeing = {.arena = &arena, .options = &options, .weights = weights[0], .wanted = ""};
        try_headline(&seeing, closing, r % 2);
        assert_int_equal(seeing.out.count, 1);
        assert_string_equal(seeing.out.items[0].text, rows[r / 2].headline);
        ld_arena_free(&arena);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(weights_cover_features),
        cmocka_unit_test(tables_are_read),
        cmocka_unit_test(features_of_candidates),
        cmocka_unit_test(weights_choose),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
