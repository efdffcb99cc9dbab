/* test_block_words.c - the words of a block, counted and seen: both ways of reading them agree. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <string.h>

#include "text/block_words.h"

static void test_count(void **state) {
    (void)state;
    static const struct {
        const char *name, *input;
        unsigned want;
    } rows[] = {{"empty", "", 0},
                {"blanks and marks", " - ... , ", 0},
                {"one", "bridge", 1},
                {"commas and blanks", "The old bridge, they said, was closed to all", 9},
                {"inner marks", "She didn't see the well-kept U.S. file_name at 10.30 a.m.", 10},
                {"marks that part", "and/or (twice) \"so\" a:b", 6},
                {"word over eight bytes' end", "a extraordinarily long one", 4},
                {"ends inside eight bytes", "the bridge falls do", 4},
                {"letters of two bytes", "Der Fluß fließt über die Brücke", 6},
                {"curly apostrophe",
                 "l\xE2\x80\x99id\xC3\xA9"
                 "e d\xE2\x80\x99un soir",
                 3},
                {"dash", "a bridge \xE2\x80\x93 two towers\xE2\x80\x94one river", 6},
                {"letter as apostrophe", "l\u02BCid\u00E9e", 1},
                {"hyphens that are not ASCII", "well\u2010kept co\u2011op", 2},
                {"joiners", "\u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645 \u0928\u200D\u0926", 2},
                {"64 bytes end inside a word",
                 "The bridge is closed for a year, they say, and the old ferry co-\u00E9dits it", 15},
                {"64 bytes end after a hyphen",
                 "The bridge is closed for a year, they say, and the old ferries -\u00E9tudes", 14},
                {"64 bytes end before two marks",
                 "The bridge is closed for a year, they say, and the old ferry co-\u2019\u00E9dits", 15},
                {"without blanks", "in \xE6\xA9\x8B and two", 0},
                {"limit", "a b c d e f g h i j k l m n o p q r s t u v w x y z", 20}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const char *end = rows[i].input + strlen(rows[i].input);
        unsigned got = ld_words_count(rows[i].input, end, 20);
        if (got != rows[i].want) fail_msg("%s: %u, not %u", rows[i].name, got, rows[i].want);
    }
}

static void test_agree(void **state) {
    (void)state;
    static const char *const pieces[] = {" ",
                                         "  ",
                                         ", ",
                                         ". ",
                                         ".",
                                         "-",
                                         "'",
                                         "_",
                                         "a",
                                         "Bridge",
                                         "OF",
                                         "22",
                                         "\xC3\xA9",
                                         "\xE2\x80\x99",
                                         "\xFF",
                                         "(",
                                         "\xCC\x81",
                                         "x/y",
                                         "\xE2\x80\x94",
                                         "\xD9\x8B",
                                         "\n",
                                         ":",
                                         "seen",
                                         "\xC2\xA0",
                                         "&",
                                         "longerwords"};
    uint64_t seed = 11;
    for (unsigned round = 0; round < 4000; round++) {
        char text[400];
        size_t used = 0;
        for (unsigned i = 0; i < 24; i++) {
            seed = seed * 6364136223846793005u + 1442695040888963407u;
            const char *piece = pieces[(seed >> 33) % (sizeof pieces / sizeof *pieces)];
            memcpy(text + used, piece, strlen(piece));
            used += strlen(piece);
        }
        struct ld_words_seen seen;
        ld_words_see(text, text + used, LD_WORDS_SEEN, &seen);
        assert_true(seen.all);
        assert_int_equal(seen.count, ld_words_count(text, text + used, LD_WORDS_SEEN));
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_count), cmocka_unit_test(test_agree)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
