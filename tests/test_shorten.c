/* test_shorten.c - the sentence shortener: tests/spec/shorten.txt, and what holds of every shortening. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/unicode.h"
#include "lede.h"
#include "oracle.h"
#include "pick/shorten.h"

#ifndef SPEC
#define SPEC "tests/spec/shorten.txt"
#endif

/* The headline or first bullet of one text as a string of the caller's. */
static char *pick_of(lede_part part, const char *text, size_t length, const char *language, size_t limit) {
    lede_document_options how;
    lede_summary_options options;
    lede_document *document = NULL;
    lede_summary *summary = NULL;
    lede_pick pick = {0};
    lede_document_options_init(&how);
    lede_summary_options_init(&options);
    how.language = language;
    options.headline_characters = options.bullet_characters = limit;
    if (lede_document_new(text, length, &how, &document)) return NULL;
    assert_int_equal(lede_summary_new(document, &options, &summary), LEDE_OK);
    assert_int_equal(lede_summary_pick(summary, part, 0, &pick), LEDE_OK);
    assert_true(ld_utf8_count(pick.text, pick.text_length) <= (limit ? limit : 100));
    char *copy = malloc(pick.text_length + 1);
    assert_non_null(copy);
    memcpy(copy, pick.text, pick.text_length + 1);
    lede_summary_free(summary);
    lede_document_free(document);
    return copy;
}

static char *headline_of(const char *text, size_t length, const char *language, size_t limit) {
    return pick_of(LEDE_HEADLINE, text, length, language, limit);
}

/* Whether the words of the headline or bullet stand in the text in that order; the first may have another case. */
static bool in_order(const char *got, const char *text) {
    static const char marks[] = " ,.;:!?\"'()\xE2\x80\x9C\x9D"; /* and the bytes of curly quotation marks */
    for (bool first = true; *(got += strspn(got, marks)); first = false) {
        char word[256];
        size_t n = strcspn(got, marks), skip = first;
        while (first && (got[skip] & 0xC0) == 0x80) skip++; /* the rest of its first letter */
        snprintf(word, sizeof word, "%.*s", (int)(n > skip ? n - skip : 0), got + skip);
        if (!(text = strstr(text, word))) return false;
        text += strlen(word);
        got += n;
    }
    return true;
}

static void test_spec(void **state) {
    (void)state;
    FILE *f = fopen(SPEC, "r");
    char line[1024], text[1024] = "", code[8] = "";
    unsigned limit = 0, failed = 0, number = 0, rows = 0;
    assert_non_null(f);
    while (fgets(line, sizeof line, f)) {
        number++;
        line[strcspn(line, "\n")] = 0;
        char *bar = strstr(line, " | ");
        if (*line == '#' || !*line) continue;
        if (*line != '>' && *line != '*') {
            assert_non_null(bar);
            assert_int_equal(sscanf(line, "%7s %u", code, &limit), 2);
            snprintf(text, sizeof text, "%s", bar + 3);
            continue;
        }
        const lede_part part = *line == '>' ? LEDE_HEADLINE : LEDE_BULLETS;
        char *got = pick_of(part, text, strlen(text), strcmp(code, "zh") ? code : "und", limit);
        rows++;
        if (!got || strcmp(got, line + 2)) {
            failed++;
            print_error("%s:%u: want \"%s\", got \"%s\"\n", SPEC, number, line + 2, got ? got : "(none)");
        }
        if (got && strcmp(code, "zh") && !in_order(got, text)) {
            failed++;
            print_error("%s:%u: \"%s\" is not in the order of its text\n", SPEC, number, got);
        }
        free(got);
    }
    fclose(f);
    assert_true(rows > 20);
    assert_int_equal(failed, 0);
}

/* Each word of the headline stands in the text in that order, and no limit is passed, at any limit. */
static void test_any_limit(void **state) {
    (void)state;
    static const char text[] =
        "On Monday, Anna Berg (42), who runs the \"Blue Door\" bakery, said the U.S. firm - a rival - will not "
        "pay 4,500 dollars for flour, sugar and \xE2\x80\x9Cold\xE2\x80\x9D ovens, and warned of a strike.";
    for (size_t limit = 1; limit < 220; limit++) {
        char *got = headline_of(text, sizeof text - 1, "en", limit);
        assert_non_null(got);
        assert_true(*got && in_order(got, text));
        assert_true(oracle_characters(got, strlen(got)) <= limit);
        free(got);
    }
}

/* Every truncation of a text, and texts that are hardly any: no crash, and something valid. */
static void test_odd_texts(void **state) {
    (void)state;
    static const char text[] =
        "\"(Le ma\xC3\xAEtre, qui \xC2\xAB dort \xC2\xBB) \xF0\x9F\x98\x80 \xD9\x85\xD8\xB1\xD8\xAD\xD8\xA8\xD8\xA7, "
        "\xE6\x97\xA5\xE6\x9C\xAC\xE3\x80\x81\xE8\xAA\x9E\" \x80 -- end";
    for (size_t n = 0; n < sizeof text; n++) free(headline_of(text, n, "und", 100));
    for (size_t n = 0; n < sizeof text; n++) free(headline_of(text, n, "fr", 5));
    char *big = malloc(1 << 20);
    assert_non_null(big);
    for (size_t i = 0; i < 1 << 20; i++) big[i] = "a, (b \"c who "[i % 13];
    free(headline_of(big, 1 << 20, "en", 100));
    memset(big, 'x', 1 << 20);
    free(headline_of(big, 1 << 20, "en", 100));
    free(big);
}

/* Hardly any words, or more of something than there is room for: what is given begins as the text does. */
static void test_odd_sentences(void **state) {
    (void)state;
    static const struct {
        const char *begin, *again; /* again: that often */
        unsigned often;
        const char *end, *first; /* of the headline */
    } rows[] = {
        {"Black Friday.", "", 0, "", "Black Friday"}, /* read past its end once */
        {"Ash Wednesday", "", 0, "", "Ash Wednesday"},
        {"OXLEY (LNN) OXLEY The guild told the", "", 0, "", "OXLEY"}, /* as was this */
        {"(LNN)Vale's Board of Rope and Oven Works has told rope shops not to show a slow old film of the storms in "
         "Vale "
         "-- that its scenes \"seem to anger and incite",
         "", 0, "", "Vale's Board"}, /* and what comes back at its end */
        {"Monday.", "", 0, "", "Monday"},
        {"After the leak in the big old mill, Acme said Monday may.", "", 0, "", "A"}, /* and so was this */
        {"Mr. May.", "", 0, "", "Mr. May"},
        {"What ", "%", 1800, "", "What"}, /* a gap that no cut made up for once */
        {"Total ", ".", 900, " of rain fell in Oxley.", "Total"},
        {"Zinc rose", ", dealers said, and he left", 70, ".", "Zinc rose"}, /* more verbs than are looked at */
        {"The mayor who", " says she thinks he", 200, " left.", "The mayor"},
    };
    char text[8192];
    for (size_t r = 0; r < sizeof rows / sizeof *rows; r++) {
        int n = snprintf(text, sizeof text, "%s", rows[r].begin);
        for (unsigned k = 0; k < rows[r].often; k++)
            n += snprintf(text + n, sizeof text - (size_t)n, "%s", rows[r].again);
        n += snprintf(text + n, sizeof text - (size_t)n, "%s", rows[r].end);
        assert_true((size_t)n < sizeof text);
        char *got = headline_of(text, (size_t)n, "en", 100);
        assert_non_null(got);
        assert_memory_equal(got, rows[r].first, strlen(rows[r].first));
        assert_true(strlen(got) <= 100);
        free(got);
    }
}

/* ---- what cannot be ---- */

static void try_kinds(struct ld_arena *arena, void *context) {
    const struct lede_document *doc = context;
    for (uint32_t s = 0; s < doc->sentence_count; s++) {
        struct ld_clause *clause = ld_arena_alloc(arena, sizeof *clause);
        bool may[LD_PIECE_KINDS];
        ld_clause_init(arena, doc, s, clause);
        ld_clause_know(arena, clause, LD_KNOWS_PHRASES);
        if (!clause->count) continue;
        for (uint32_t k = 0; k < LD_PIECE_KINDS; k++) may[k] = ld_may_have(clause, 1u << k);
        ld_clause_know(arena, clause, LD_KNOWS_VERBS);
        ld_clause_pieces(clause, UINT32_MAX, UINT32_MAX);
        for (uint32_t p = 0; p < clause->piece_count; p++) {
            assert_true(clause->pieces[p].kind < LD_PIECE_KINDS);
            assert_true(may[clause->pieces[p].kind]);
        }
    }
}

/* ---- what is around ---- */

static void look_around(struct ld_arena *arena, void *context) {
    enum { BEFORE = LD_NO_ATOMS_BEFORE, AROUND = BEFORE + LD_NO_ATOMS_BEHIND, ONES = 1 << 13 };
    const struct lede_document *doc = context;
    for (uint32_t s = 0; s < doc->sentence_count; s++) {
        const struct ld_arena_mark mark = ld_arena_mark(arena);
        struct ld_clause clause;
        memset(ld_arena_alloc(arena, ONES), 0xFF, ONES); /* what is not set will not be 0 */
        ld_arena_release(arena, mark);
        ld_clause_init(arena, doc, s, &clause);
        ld_clause_know(arena, &clause, LD_KNOWS_VERBS);
        for (int k = 0; k < AROUND; k++) {
            const struct ld_atom *atom =
                k < BEFORE ? &clause.atoms[-1 - k] : &clause.atoms[(int)clause.count + k - BEFORE];
            assert_true(!atom->facts && !atom->shape && !atom->flags && !atom->marks && !atom->verb && !atom->phrases);
            assert_true(!atom->blank && !atom->flows && atom->start == atom->end && atom->border == LD_FULL_STOP);
            assert_true(atom->token < doc->token_count && atom->quote == UINT32_MAX && atom->bracket == UINT32_MAX);
        }
    }
}

/* ---- for every sentence of the specification ---- */

static void each(void (*work)(struct ld_arena *arena, void *context)) {
    FILE *f = fopen(SPEC, "r");
    char line[1024];
    unsigned rows = 0;
    assert_non_null(f);
    while (fgets(line, sizeof line, f)) {
        const char *bar = strstr(line, " | ");
        char code[8];
        if (!bar || sscanf(line, "%7s", code) != 1 || *line == '>' || *line == '#') continue;
        lede_document_options how;
        struct lede_document *doc;
        struct ld_arena arena;
        lede_document_options_init(&how);
        how.language = strcmp(code, "zh") ? code : "und";
        assert_int_equal(lede_document_new(bar + 3, strlen(bar + 3), &how, &doc), LEDE_OK);
        ld_arena_init(&arena);
        ld_arena_expect(&arena, 1 << 16);
        assert_true(ld_arena_run(&arena, work, doc));
        ld_arena_free(&arena);
        lede_document_free(doc);
        rows++;
    }
    fclose(f);
    assert_true(rows > 20);
}

/* No piece is found of a kind that ld_may_have excludes. */
static void test_may_have(void **state) {
    (void)state;
    each(try_kinds);
}

/* Atoms that are nothing stand around those of a sentence, and no memory that nobody set. */
static void test_around(void **state) {
    (void)state;
    each(look_around);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_spec),          cmocka_unit_test(test_any_limit), cmocka_unit_test(test_odd_texts),
        cmocka_unit_test(test_odd_sentences), cmocka_unit_test(test_may_have),  cmocka_unit_test(test_around),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
