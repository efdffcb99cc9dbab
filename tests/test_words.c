/* test_words.c - words against text/words.h: tables of {language, text, words}, and what holds for any bytes. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#include "base/unicode.h"
#include "text/spaces.h"
#include "text/words.h"
#include "text/words_any.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

static const struct {
    const char *language, *text, *want; /* folded words joined by | */
} rows[] = {
    {"en", "", ""},
    {"en", " \t\n ", ""},
    {"en", "... -- !?", ""},
    {"en", "One word", "one|word"},
    {"en", "First, second; third.", "first|second|third"},
    {"en", "(brackets) [and] \"quotes\" \u201Call\u201D", "brackets|and|quotes|all"},
    /* apostrophes and hyphens */
    {"en", "I don't know, don\u2019t ask", "i|don't|know|don't|ask"},
    {"en", "It's the dogs' bowl", "it's|the|dogs|bowl"},
    {"en", "'quoted' \u2018words\u2019", "quoted|words"},
    {"en", "o\u02BCclock o\uFF07clock", "o'clock|o'clock"},
    {"en", "rock 'n' roll", "rock|n|roll"},
    {"en", "a full-scale, state-of-the-art test", "a|full-scale|state-of-the-art|test"},
    {"en", "non\u2011breaking and hy\u2010phen", "non-breaking|and|hy-phen"},
    {"en", "dash - dash \u2014 em\u2014dash pre- and post-war", "dash|dash|em|dash|pre|and|post-war"},
    {"en", "co\u00ADoperate \u00ADnow\u00AD", "cooperate|now"},
    {"en", "word\u2060joiner", "wordjoiner"},
    {"ca", "col\u00B7legi \u00B7 col", "col\u00B7legi|col"},
    {"und", "\u0645\u06CC\u200C\u0631\u0648\u0645", "\u0645\u06CC\u200C\u0631\u0648\u0645"},
    /* numbers */
    {"en", "1,150 people at 9.30", "1,150|people|at|9.30"},
    {"en", "in 2024, 10:30 or 24/7.", "in|2024|10:30|or|24/7"},
    {"en", "3. Four, 5; 6", "3|four|5|6"},
    {"en", "$500 and \u20AC1.5m, 30\u20AC and \u00A33,000.50", "$500|and|\u20AC1.5m|30\u20AC|and|\u00A33,000.50"},
    {"en", "US$500 $ 5 a$b", "us|$500|5|a|b"},
    {"en", "50% of 7.5%, 20 % and x%", "50%|of|7.5%|20|and|x"},
    {"en", "50%$23", "50%|$23"},
    {"en", "the 21st B2B covid-19 G7", "the|21st|b2b|covid-19|g7"},
    {"hi", "\u0967\u0968,\u096A\u096B\u096C", "\u0967\u0968,\u096A\u096B\u096C"},
    /* points inside words */
    {"en", "The U.S. said", "the|u.s|said"},
    {"en", "Jane Roe, Ph.D., M.D.", "jane|roe|ph.d|m.d"},
    {"en", "at 9 a.m. or 10 p.m", "at|9|a.m|or|10|p.m"},
    {"en", "e.g. this, i.e. that", "e.g|this|i.e|that"},
    {"de", "z.B. und u.a.", "z.b|und|u.a"},
    {"en", "U.S.-backed", "u.s|backed"},
    {"en", "end.Start again", "end|start|again"},
    {"en", "and/or one:two x,y", "and|or|one|two|x|y"},
    /* elision */
    {"fr", "L'homme d\u2019aujourd'hui qu'on n'a", "l'|homme|d'|aujourd'hui|qu'|on|n'|a"},
    {"fr", "jusqu'\u00E0 l'\u00E9cole", "jusqu'|\u00E0|l'|\u00E9cole"},
    {"it", "L'uomo dell'arte, un\u2019ora", "l'|uomo|dell'|arte|un'|ora"},
    {"ca", "L'home d'aigua", "l'|home|d'|aigua"},
    {"en", "l'homme", "l'homme"},
    /* scripts */
    {"el", "\u0397 \u0391\u03B8\u03AE\u03BD\u03B1.", "\u03B7|\u03B1\u03B8\u03AE\u03BD\u03B1"},
    {"ru", "\u041C\u043E\u0441\u043A\u0432\u0430, 5 \u043C\u0430\u044F",
     "\u043C\u043E\u0441\u043A\u0432\u0430|5|\u043C\u0430\u044F"},
    {"ar", "\u0643\u062A\u0627\u0628\u060C \u062C\u062F\u064A\u062F\u061F",
     "\u0643\u062A\u0627\u0628|\u062C\u062F\u064A\u062F"},
    {"ar", "\u0643\u064F\u062A\u0640\u0640\u064F\u0628", "\u0643\u062A\u0628"},
    {"hi", "\u092D\u093E\u0930\u0924 \u0915\u0940 \u0930\u093E\u091C\u0927\u093E\u0928\u0940\u0964",
     "\u092D\u093E\u0930\u0924|\u0915\u0940|\u0930\u093E\u091C\u0927\u093E\u0928\u0940"},
    {"ta", "\u0BA4\u0BAE\u0BBF\u0BB4\u0BCD \u0BAE\u0BCA\u0BB4\u0BBF",
     "\u0BA4\u0BAE\u0BBF\u0BB4\u0BCD|\u0BAE\u0BCA\u0BB4\u0BBF"},
    {"hy", "\u0540\u0561\u0575\u0561\u057D\u057F\u0561\u0576\u0589",
     "\u0570\u0561\u0575\u0561\u057D\u057F\u0561\u0576"},
    {"yi", "\u05D3\u05F4\u05E8 \u05D3\"\u05E8 \"\u05D3\u05D5\"", "\u05D3\u05F4\u05E8|\u05D3\"\u05E8|\u05D3\u05D5"},
    {"und", "\uD55C\uAD6D\uC5B4 \uBB38\uC7A5", "\uD55C\uAD6D\uC5B4|\uBB38\uC7A5"},
    /* without blanks: pairs */
    {"und", "\u5317\u4EAC\u5E02", "\u5317\u4EAC|\u4EAC\u5E02"},
    {"und", "\u5317\u4EAC", "\u5317\u4EAC"},
    {"und", "\u5317\u3002\u4EAC\u5E02", "\u5317|\u4EAC\u5E02"},
    {"und", "\u6771\u4EAC\u306F\u30AB\u30CA", "\u6771\u4EAC|\u4EAC\u306F|\u306F\u30AB|\u30AB\u30CA"},
    {"und", "iPhone\u624B\u6A5F5\u53F0", "iphone|\u624B\u6A5F|5|\u53F0"},
    {"und", "\u0E44\u0E17\u0E22", "\u0E44\u0E17|\u0E17\u0E22"},
    {"und", "\u0E19\u0E49\u0E33\u0E14\u0E35",
     "\u0E19\u0E49\u0E33|\u0E33\u0E14\u0E35"}, /* vowel and tone signs stay with their letter */
    {"und", "\u0E14\u0E35", "\u0E14\u0E35"},
    /* what is no word */
    {"en", "Great \U0001F600 news\U0001F44D\U0001F3FD!", "great|news"},
    {"en", "\U0001F468\u200D\U0001F469\u200D\U0001F467", ""},
    {"en", "a\u200Bb \uFEFFc", "a|b|c"},
    {"en",
     "caf\xFF"
     "e na\xC3",
     "caf|e|na"},
    {"en", "x\u202Ey\x1Bz", "x|y|z"},
    {"en", "a\u00A0b\u2028c\u3000d", "a|b|c|d"},
    {"en", "e\u0301te\u0301 NA\u00CFVE", "\u00E9t\u00E9|na\u00EFve"},
};

static void join(const char *text, size_t length, const char *language, char *out, size_t room) {
    struct ld_word_scan scan;
    size_t at = 0;
    ld_words_start(&scan, text, (struct ld_span){0, (uint32_t)length}, ld_language_find(language));
    while (ld_words_next(&scan)) {
        assert_true(at + scan.length + 2 < room);
        if (at) out[at++] = '|';
        memcpy(out + at, scan.folded, scan.length);
        at += scan.length;
    }
    out[at] = 0;
}

static void words(void **state) {
    (void)state;
    unsigned bad = 0;
    for (size_t i = 0; i < COUNT(rows); i++) {
        char got[512];
        join(rows[i].text, strlen(rows[i].text), rows[i].language, got, sizeof got);
        if (!strcmp(got, rows[i].want)) continue;
        print_error("%s: %s\n  got  %s\n  want %s\n", rows[i].language, rows[i].text, got, rows[i].want);
        bad++;
    }
    assert_int_equal(bad, 0);
}

static void nul_bytes(void **state) {
    (void)state;
    static const char text[] = "one\0two \0 three\0";
    char got[64];
    join(text, sizeof text - 1, "en", got, sizeof got);
    assert_string_equal(got, "one|two|three");
}

/* A span is read without a look at what stands around it. */
static void inside_a_span(void **state) {
    (void)state;
    struct ld_word_scan scan;
    ld_words_start(&scan, "xxabc-def", (struct ld_span){2, 4}, ld_language_find("en"));
    assert_true(ld_words_next(&scan));
    assert_int_equal(scan.length, 3);
    assert_memory_equal(scan.folded, "abc", 3);
    assert_int_equal(scan.span.offset, 2);
    assert_int_equal(scan.span.length, 3);
    assert_false(ld_words_next(&scan));
    assert_false(ld_words_next(&scan));
}

static const struct {
    const char *text;
    unsigned want[4]; /* flags of its words */
} flags[] = {
    {"Paris is", {LD_CAPITAL | LD_AFTER_PUNCT, 0}},
    {"in NATO, G7", {LD_AFTER_PUNCT, LD_CAPITAL | LD_ALL_CAPITALS, LD_CAPITAL | LD_NUMERIC | LD_AFTER_PUNCT}},
    {"a 2nd $5 (x", {LD_AFTER_PUNCT, LD_NUMERIC, LD_NUMERIC, LD_AFTER_PUNCT}},
    {"\u00C9t\u00E9 \u00C9\u00C9 I U.S",
     {LD_CAPITAL | LD_AFTER_PUNCT, LD_CAPITAL | LD_ALL_CAPITALS, LD_CAPITAL, LD_CAPITAL | LD_ALL_CAPITALS}},
    {"\"one \u2014 two", {LD_AFTER_PUNCT, LD_AFTER_PUNCT}},
    {"McDonald F-16 ABC's", {LD_CAPITAL | LD_AFTER_PUNCT, LD_CAPITAL | LD_NUMERIC, LD_CAPITAL}},
};

static void word_flags(void **state) {
    (void)state;
    for (size_t i = 0; i < COUNT(flags); i++) {
        struct ld_word_scan scan;
        ld_words_start(&scan, flags[i].text, (struct ld_span){0, (uint32_t)strlen(flags[i].text)},
                       ld_language_find("en"));
        for (unsigned n = 0; ld_words_next(&scan); n++)
            if (scan.flags != flags[i].want[n])
                fail_msg("%s: word %u has flags %u, not %u", flags[i].text, n, scan.flags, flags[i].want[n]);
    }
}

/* In order, without overlap but in pairs of characters, never in the middle of a code point, each letter and digit in
 * some word, folded as ld_fold does. */
static void check_any(const char *text, size_t length, const char *language) {
    struct ld_word_scan scan;
    uint32_t reached = 0, begun = 0;
    unsigned step, count = 0;
    ld_words_start(&scan, text, (struct ld_span){0, (uint32_t)length}, ld_language_find(language));
    for (bool more = true; more; count++) {
        more = ld_words_next(&scan);
        uint32_t start = more ? scan.span.offset : (uint32_t)length;
        for (uint32_t at = reached; at < start; at += step) {
            enum ld_class class = ld_class_of(ld_utf8_decode(text + at, text + length, &step));
            if (class == LD_LETTER || class == LD_DIGIT) fail_msg("byte %u is in no word", at);
            assert_true(at + step <= start);
        }
        if (!more) break;
        assert_true(scan.span.length > 0 && ld_span_end(scan.span) <= length && scan.span.length <= LD_WORD_BYTES + 8);
        assert_true(!count || (start > begun && ld_span_end(scan.span) > reached));
        char folded[4 * LD_WORD_BYTES];
        assert_int_equal(ld_fold(text + start, scan.span.length, folded, sizeof folded), scan.length);
        assert_memory_equal(folded, scan.folded, scan.length);
        assert_int_equal(scan.hash, ld_word_hash(scan.folded, scan.length));
        for (unsigned i = scan.length; i < scan.length / 16 * 16u + 16; i++) assert_int_equal(scan.folded[i], 0);
        begun = start;
        reached = ld_span_end(scan.span);
    }
    assert_true(count <= length + 1);
}

static void any_bytes(void **state) {
    (void)state;
    static const char *const parts[] = {
        "a",      "B",      "'",      "-",      ".",      ",",      "5",      "%",          "$",   " ",
        "\u20AC", "\u00E9", "\u0301", "\u5317", "\u0E14", "\u0E35", "\u05D3", "\u05F4",     "\"",  "\xFF",
        "\xE2",   "\u200D", "\u00AD", "\u0939", "\u093F", "\u2019", "l'",     "\U0001F600", "\x01"};
    uint32_t x = 7;
    for (unsigned round = 0; round < 4000; round++) {
        char text[128];
        size_t length = 0;
        for (unsigned i = 0; i < 24; i++) {
            x = x * 1664525u + 1013904223u;
            const char *part = parts[(x >> 16) % COUNT(parts)];
            memcpy(text + length, part, strlen(part));
            length += strlen(part);
        }
        char *copy = malloc(length); /* ASan sees a read past the end */
        memcpy(copy, text, length);
        check_any(copy, length, round & 1 ? "fr" : "und");
        free(copy);
    }
}

/* Long runs are cut into words of at most LD_WORD_BYTES, in time linear in their length. */
static void long_runs(void **state) {
    (void)state;
    static const char *const parts[] = {"x",      "X",  "7",  "\u00E9", "e\u0301", "\u0301",       "\u5317",
                                        "\u0E35", "a-", "a'", "a.",     "1,",      "\u0939\u093F", "a\u200D",
                                        "$",      "%",  "'",  "-",      "\u0958"};
    char *text = malloc(300000);
    for (size_t i = 0; i < COUNT(parts); i++) {
        size_t part = strlen(parts[i]);
        for (size_t length = 300; length <= 300000; length *= 1000) {
            size_t whole = length / part * part;
            for (size_t at = 0; at < whole; at += part) memcpy(text + at, parts[i], part);
            check_any(text, whole, "en");
        }
    }
    struct ld_word_scan scan;
    memset(text, 'q', 300);
    ld_words_start(&scan, text, (struct ld_span){0, 300}, ld_language_find("en"));
    assert_true(ld_words_next(&scan));
    assert_int_equal(scan.length, LD_WORD_BYTES);
    assert_true(ld_words_next(&scan));
    assert_int_equal(scan.length, 300 - LD_WORD_BYTES);
    assert_false(ld_words_next(&scan));
    free(text);
}

/* Words of ASCII are read in another way than the rest; what is found is the same. */
static void plain_words_as_any(void **state) {
    (void)state;
    static const char marks[] = "          ,.'-:/_&%$\"(\n\xE9\xC3";
    static const char *const languages[] = {"fr", "en", "und"};
    uint32_t x = 11;
    for (unsigned round = 0; round < 3000; round++) {
        char text[400];
        uint32_t length = 0;
        while (length < 200) { /* runs of up to 18, seldom of up to 160, and a mark or two */
            x = x * 1664525u + 1013904223u;
            uint32_t run = (x >> 16) % 32 ? (x >> 24) % 19 : (x >> 24) % 160;
            for (uint32_t i = 0; i < run; i++)
                text[length++] = "abcxyzQRZ059"[(x >> (i % 20)) % (6 + round % 2 + round % 3 / 2 * 5)];
            for (uint32_t i = 0; i < 1 + (x >> 13) % 2; i++)
                text[length++] = marks[(x >> (9 + i)) % (sizeof marks - round % 2)]; /* NUL, too */
        }
        char *copy = malloc(length); /* ASan sees a read past the end */
        memcpy(copy, text, length);
        const struct ld_language *language = ld_language_find(languages[round % 3]);
        const uint32_t begin = round % 5;
        const struct ld_span span = {begin, length - begin - round / 5 % 90};
        struct ld_word_scan fast, slow;
        ld_words_start(&fast, copy, span, language);
        ld_words_start(&slow, copy, span, language);
        if (round % 7) fast.limit = length;
        while (ld_words_next(&fast)) {
            slow.flags = slow.at > begin ? 0 : LD_AFTER_PUNCT;
            while (!ld_words_any(&slow)) assert_true(slow.at < slow.end);
            assert_int_equal(fast.span.offset, slow.span.offset);
            assert_int_equal(fast.span.length, slow.span.length);
            assert_int_equal(fast.flags, slow.flags);
            assert_int_equal(fast.hash, slow.hash);
            assert_int_equal(fast.length, slow.length);
            assert_memory_equal(fast.folded, slow.folded, slow.length + 1);
        }
        while (slow.at < slow.end) assert_false(ld_words_any(&slow));
        assert_int_equal(ld_words_columns(&fast), ld_count_columns(copy, span));
        free(copy);
    }
}

/* ---- white space (text/spaces.h) ---- */

static const struct {
    const char *text, *folded;
    unsigned columns, characters;
} spaces[] = {
    {"", "", 0, 0},
    {"one", "one", 1, 3},
    {"  one \t\n two ", "one two", 2, 7},
    {"a\u00A0b\u2003c\u3000", "a b c", 3, 5},
    {"\u00E9t\u00E9 - \u5317\u4EAC", "\u00E9t\u00E9 - \u5317\u4EAC", 3, 8},
    {" \r\n", "", 0, 0},
    {" \u00E9", "\u00E9", 1, 1},
    {"a\xFF"
     "b",
     "a\uFFFDb", 1, 3},
};

static void fold(struct ld_arena *arena, void *context) {
    const size_t *i = context;
    const char *text = spaces[*i].text;
    uint32_t length;
    struct ld_span span = {0, (uint32_t)strlen(text)};
    const char *got = ld_fold_spaces(arena, text, span, &length);
    assert_string_equal(got, spaces[*i].folded);
    assert_int_equal(length, strlen(got));
    assert_string_equal(ld_fold_spaces(arena, text, span, NULL), got);
    assert_int_equal(ld_count_columns(text, span), spaces[*i].columns);
    assert_int_equal(ld_count_characters(text, span), spaces[*i].characters);
}

static void white_space(void **state) {
    (void)state;
    for (size_t i = 0; i < COUNT(spaces); i++) {
        struct ld_arena arena;
        ld_arena_init(&arena);
        assert_true(ld_arena_run(&arena, fold, &i));
        ld_arena_free(&arena);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words),       cmocka_unit_test(nul_bytes),          cmocka_unit_test(inside_a_span),
        cmocka_unit_test(word_flags),  cmocka_unit_test(any_bytes),          cmocka_unit_test(long_runs),
        cmocka_unit_test(white_space), cmocka_unit_test(plain_words_as_any),
    };
    return cmocka_run_group_tests_name("words", tests, NULL, NULL);
}
