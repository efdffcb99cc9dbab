/* test_pick.c - which sentences make the summary: budgets kept and used, article order, no repetition, nothing that
 * leans on what is not there. Scores are set by hand, so that only the picker is tested. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "lede.h"
#include "pick/summary.h"

struct want {
    const char *name;
    const char *text;
    double scores[8];
    size_t sentences, words, characters;
    double ratio;
    int over;
    const char *units; /* picked, as digits */
};

#define FOUR                                                                                                           \
    "Gulls nest on the northern cliff. Two ferries left the harbour late. Bakers asked for cheaper flour. "            \
    "Snow closed the mountain road."
#define LEANS                                                                                                          \
    "The harbour master closed the northern pier. He said waves had broken two piles. Bakers asked for cheaper "       \
    "flour. Snow closed the mountain road again."
#define TWICE                                                                                                          \
    "The harbour master closed the northern pier. Bakers asked for cheaper flour. The harbour master closed the "      \
    "northern pier. Snow fell on several mountain roads."

static const struct want rows[] = {
    {"best two, in article order", FOUR, {1, 0, 0, 2}, 2, 0, 0, 0, 0, "03"},
    {"as many as are asked for, however bad", FOUR, {-9, -8, -7, -6}, 3, 0, 0, 0, 0, "123"},
    {"more than there are", FOUR, {1, 2, 3, 4}, 9, 0, 0, 0, 0, "0123"},
    {"more than the search has room for", FOUR, {1, 2, 3, 4}, 900, 0, 0, 0, 0, "0123"},
    {"ties go to the earlier", FOUR, {1, 1, 1, 1}, 2, 0, 0, 0, 0, "01"},
    {"words: two of eleven or twelve", FOUR, {1, 3, 2, 0}, 0, 12, 0, 0, 0, "12"},
    {"words: one less than two need", FOUR, {1, 3, 2, 0}, 0, 10, 0, 0, 0, "1"},
    {"words: two good ones beat the best", FOUR, {0, 4, 3, 3}, 0, 10, 0, 0, 0, "23"},
    {"words: a single sentence is longer", FOUR, {1, 3, 2, 0}, 0, 3, 0, 0, 1, "1"},
    {"words: a budget is used even by poor ones", FOUR, {-.5, 2, -.5, -.5}, 0, 100, 0, 0, 0, "0123"},
    {"words: a long budget", FOUR, {1, 2, 3, 4}, 0, 1000, 0, 0, 0, "0123"},
    {"characters: with the blank between", FOUR, {3, 2, 0, 0}, 0, 0, 68, 0, 0, "01"},
    {"characters: one too few", FOUR, {3, 2, 0, 0}, 0, 0, 67, 0, 0, "02"},
    {"characters: many, in steps", FOUR, {3, 2, 0, 0}, 0, 0, 800, 0, 0, "0123"},
    {"ratio of the words", FOUR, {1, 3, 2, 0}, 0, 0, 0, 51, 0, "12"},
    {"ratio below one word: the best is longer", FOUR, {1, 3, 2, 0}, 0, 0, 0, 1, 1, "1"},
    {"who leans needs the one before", LEANS, {-2, 2, 1, 1}, 2, 0, 0, 0, 0, "23"},
    {"both, where both are good", LEANS, {2, 2, 1, 1}, 2, 0, 0, 0, 0, "01"},
    {"a leaning one rather than too few", LEANS, {-9, 2, 1, 1}, 3, 0, 0, 0, 0, "123"},
    {"no repetition", TWICE, {2, 0.5, 2, 0.5}, 2, 0, 0, 0, 0, "03"},
    {"the same words only once", "Rain fell. Rain fell. Snow fell. Rain fell.", {1, 1, 1, 1}, 3, 0, 0, 0, 0, "02"},
    {"the same words only once, greedily", "Rain fell. Rain, fell! Rain fell.", {1, 1, 1}, 40, 0, 0, 0, 0, "0"},
    {"the same words only once, however good", TWICE, {1, 1, 9, 1}, 4, 0, 0, 0, 0, "013"},
    {"scores beyond bounds, good", FOUR, {-1e15, 1e15, 1e15, -1e15}, 2, 0, 0, 0, 0, "12"},
    {"scores beyond bounds, bad", FOUR, {-1e15, -1e300, 1, -1e15}, 3, 0, 0, 0, 0, "012"},
    {"scores beyond bounds, by words", FOUR, {-1e15, -1e300, 1, -1e15}, 0, 100, 0, 0, 0, "2"},
    {"scores beyond bounds, greedily", FOUR, {1, -1e300, 1e300, -1e15}, 0, 12, 0, 0, 0, "02"},
    {"one sentence", "Rain fell.", {0}, 3, 0, 0, 0, 0, "0"},
};

struct picking {
    const lede_document *document;
    const struct want *want;
    struct ld_picks picks;
    int over;
};

static void pick(struct ld_arena *arena, void *context) {
    struct picking *p = context;
    lede_summary_options options;
    lede_summary_options_init(&options);
    options.sentences = p->want->sentences;
    options.words = p->want->words;
    options.characters = p->want->characters;
    options.ratio = p->want->ratio;
    ld_pick_sentences(arena, p->document, p->want->scores, LD_PICK_REFINED, &options, &p->picks, &p->over);
}

static void picks_by_table(void **state) {
    unsigned bad = 0;
    (void)state;
    for (const struct want *w = rows; w < rows + sizeof rows / sizeof *rows; w++) {
        lede_document_options how;
        lede_document *document;
        struct ld_arena arena;
        char got[16] = "";
        lede_document_options_init(&how);
        how.language = "en";
        assert_int_equal(lede_document_new(w->text, strlen(w->text), &how, &document), LEDE_OK);
        struct picking p = {document, w, {0}, 0};
        ld_arena_init(&arena);
        assert_true(ld_arena_run(&arena, pick, &p));
        for (uint32_t i = 0; i < p.picks.count; i++) got[i] = (char)('0' + p.picks.items[i].unit);
        if (strcmp(got, w->units) || p.over != w->over) {
            print_error("%s: %s (over %d), not %s\n", w->name, got, p.over, w->units);
            bad++;
        }
        ld_arena_free(&arena);
        lede_document_free(document);
    }
    assert_int_equal(bad, 0);
}

/* Over every budget of a text of many sentences: kept, in order, and more budget never gives nothing. */
static void budgets_are_kept(void **state) {
    static const char *const subjects[] = {"Mayors", "Pilots", "Farmers", "Nurses", "Divers"};
    char text[20000];
    size_t length = 0;
    (void)state;
    for (unsigned i = 0; i < 120; i++)
        length += (size_t)snprintf(text + length, sizeof text - length, "%s of district %u met %u times%s. ",
                                   subjects[i % 5], i, i * 7 % 13, i % 3 ? " about the price of bread and salt" : "");
    lede_document *document;
    assert_int_equal(lede_document_new(text, length, NULL, &document), LEDE_OK);
    for (size_t words = 1; words < 400; words += 7) {
        lede_summary_options options;
        lede_summary *summary;
        lede_summary_options_init(&options);
        options.words = words;
        assert_int_equal(lede_summary_new(document, &options, &summary), LEDE_OK);
        size_t used = 0, last = 0, count = lede_summary_count(summary, LEDE_SUMMARY);
        for (size_t i = 0; i < count; i++) {
            lede_pick one;
            assert_int_equal(lede_summary_pick(summary, LEDE_SUMMARY, i, &one), LEDE_OK);
            assert_true(!i || one.unit > last);
            last = one.unit;
            for (const char *c = one.text; c; c = strchr(c + 1, ' ')) used++;
        }
        if (count == 1 ? !(used <= words || lede_summary_over_budget(summary)) : used > words || !count)
            fail_msg("%zu words of %zu in %zu sentences", used, words, count);
        lede_summary_free(summary);
    }
    lede_document_free(document);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(picks_by_table), cmocka_unit_test(budgets_are_kept)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
