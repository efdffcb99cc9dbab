/* test_unicode.c - UTF-8, classes of code points and folding against base/unicode.h. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#include "base/unicode.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

/* ---- UTF-8 ---- */

#define BAD 0xFFFD

/* length 0 stands for ill-formed: U+FFFD, one byte. */
static const struct {
    const char *bytes;
    uint32_t code_point;
    unsigned length;
} forms[] = {
    {"\x01", 1, 1},
    {"A", 'A', 1},
    {"\x7F", 0x7F, 1},
    {"\xC2\x80", 0x80, 2},
    {"\xC3\xA9", 0xE9, 2},
    {"\xDF\xBF", 0x7FF, 2},
    {"\xE0\xA0\x80", 0x800, 3},
    {"\xE2\x82\xAC", 0x20AC, 3},
    {"\xED\x9F\xBF", 0xD7FF, 3},
    {"\xEE\x80\x80", 0xE000, 3},
    {"\xEF\xBF\xBD", BAD, 3},
    {"\xEF\xBF\xBF", 0xFFFF, 3},
    {"\xF0\x90\x80\x80", 0x10000, 4},
    {"\xF0\x9F\x98\x80", 0x1F600, 4},
    {"\xF4\x8F\xBF\xBF", 0x10FFFF, 4},
    {"\x80", BAD, 0},
    {"\xBF", BAD, 0},
    {"\xFE", BAD, 0},
    {"\xFF", BAD, 0}, /* no lead byte */
    {"\xC0\x80", BAD, 0},
    {"\xC1\xBF", BAD, 0},
    {"\xE0\x80\x80", BAD, 0},
    {"\xE0\x9F\xBF", BAD, 0}, /* overlong */
    {"\xF0\x80\x80\x80", BAD, 0},
    {"\xF0\x8F\xBF\xBF", BAD, 0}, /* overlong */
    {"\xED\xA0\x80", BAD, 0},
    {"\xED\xBF\xBF", BAD, 0}, /* surrogates */
    {"\xF4\x90\x80\x80", BAD, 0},
    {"\xF5\x80\x80\x80", BAD, 0},
    {"\xF8\x88\x80\x80\x80", BAD, 0}, /* too large */
    {"\xC3", BAD, 0},
    {"\xE2\x82", BAD, 0},
    {"\xE2", BAD, 0},
    {"\xF0\x9F\x98", BAD, 0},
    {"\xF0", BAD, 0}, /* cut */
    {"\xC3"
     "A",
     BAD, 0},
    {"\xE2\x82"
     "A",
     BAD, 0},
    {"\xF0\x9F\x98"
     "A",
     BAD, 0},
    {"\xE2\xC3\xA9", BAD, 0},
};

static void utf8_decodes(void **state) {
    (void)state;
    for (size_t i = 0; i < COUNT(forms); i++) {
        unsigned length = 0;
        size_t size = strlen(forms[i].bytes);
        char *copy = malloc(size); /* on the heap and without NUL: ASan sees a read past the end */
        memcpy(copy, forms[i].bytes, size);
        uint32_t got = ld_utf8_decode(copy, copy + size, &length);
        if (got != forms[i].code_point || length != (forms[i].length ? forms[i].length : 1))
            fail_msg("row %zu: U+%04X, length %u", i, got, length);
        if (forms[i].length) {
            char out[4];
            assert_int_equal(ld_utf8_encode(got, out), size);
            assert_memory_equal(out, copy, size);
            got = ld_utf8_before(copy, copy + size, &length);
            if (got != forms[i].code_point || length != size)
                fail_msg("row %zu before: U+%04X, length %u", i, got, length);
            assert_int_equal(ld_utf8_count(copy, size), 1);
        }
        free(copy);
    }
}

/* Read from behind, a text has the same code points as from the front. */
static void check_both_ways(const char *text, size_t length) {
    uint32_t points[64];
    size_t count = 0;
    unsigned step;
    for (const char *p = text; p < text + length; p += step) points[count++] = ld_utf8_decode(p, text + length, &step);
    assert_int_equal(ld_utf8_count(text, length), count);
    for (const char *p = text + length; p > text; p -= step) {
        assert_true(count > 0);
        uint32_t c = ld_utf8_before(text, p, &step);
        if (c != points[--count])
            fail_msg("from behind: U+%04X for U+%04X at %zu", c, points[count], (size_t)(p - text));
        assert_true(step <= (size_t)(p - text));
    }
    assert_int_equal(count, 0);
}

static void utf8_both_ways(void **state) {
    (void)state;
    static const char *const texts[] = {"plain",
                                        "na\xC3\xAFve \xE2\x82\xAC\xF0\x9F\x98\x80!",
                                        "\xD0\xB4\xD0\xB0",
                                        "\x80\x80\x80\x80\x80\x80",
                                        "\xC3\xA9\xA9",
                                        "\xF0\x9F\x98\xC3\xA9",
                                        "\xE2\x82\xE2\x82\xAC",
                                        "\xFF\xFE",
                                        "\xF0\x9F\x98\x80\x80"};
    for (size_t i = 0; i < COUNT(texts); i++)
        for (size_t length = 0; length <= strlen(texts[i]); length++) check_both_ways(texts[i], length);
    for (uint32_t seed = 1; seed < 2000; seed++) { /* noise of bytes that matter */
        static const char bytes[] = "a\xC3\xA9\x80\xE2\x82\xAC\xF0\x9F\x98\xED\xA0\xF4\x90\xFF";
        char noise[12];
        uint32_t x = seed * 2654435761u;
        for (size_t i = 0; i < sizeof noise; i++, x = x * 1664525u + 1013904223u)
            noise[i] = bytes[(x >> 16) % (sizeof bytes - 1)];
        check_both_ways(noise, sizeof noise);
    }
}

static void utf8_encodes(void **state) {
    (void)state;
    static const uint32_t no_scalar[] = {0xD800, 0xDFFF, 0x110000, UINT32_MAX};
    for (size_t i = 0; i < COUNT(no_scalar); i++) {
        char out[4];
        assert_int_equal(ld_utf8_encode(no_scalar[i], out), 3);
        assert_memory_equal(out, "\xEF\xBF\xBD", 3);
    }
    for (uint32_t c = 0; c <= 0x10FFFF; c += c < 0x3000 ? 1 : 257) {
        char out[4];
        unsigned length, wrote = ld_utf8_encode(c, out);
        if (c >= 0xD800 && c <= 0xDFFF) continue;
        assert_int_equal(ld_utf8_decode(out, out + wrote, &length), c);
        assert_int_equal(length, wrote);
    }
    assert_int_equal(ld_utf8_count("", 0), 0);
    assert_int_equal(ld_utf8_count("a\0\xE2\x82\xC3\xA9", 6), 5);
}

/* ---- what code points are ---- */

static const struct {
    uint32_t from, to;
    enum ld_class want;
} classes[] = {
    {0, 8, LD_CONTROL},
    {9, 13, LD_SPACE},
    {14, 31, LD_CONTROL},
    {' ', ' ', LD_SPACE},
    {'0', '9', LD_DIGIT},
    {'A', 'Z', LD_LETTER},
    {'a', 'z', LD_LETTER},
    {'$', '$', LD_CURRENCY},
    {'!', '#', LD_PUNCT},
    {'%', '*', LD_PUNCT},
    {'+', '+', LD_SYMBOL},
    {',', '/', LD_PUNCT},
    {'<', '>', LD_SYMBOL},
    {'^', '^', LD_SYMBOL},
    {'_', '_', LD_PUNCT},
    {'`', '`', LD_SYMBOL},
    {'|', '|', LD_SYMBOL},
    {'~', '~', LD_SYMBOL},
    {0x7F, 0x84, LD_CONTROL},
    {0xA0, 0xA0, LD_SPACE},
    {0xA3, 0xA3, LD_CURRENCY},
    {0xAD, 0xAD, LD_CONTROL},
    {0xB0, 0xB0, LD_SYMBOL},
    {0xB2, 0xB2, LD_DIGIT},
    {0xC0, 0xD6, LD_LETTER},
    {0xD7, 0xD7, LD_SYMBOL},
    {0x300, 0x36F, LD_MARK},
    {0x391, 0x3A1, LD_LETTER},
    {0x430, 0x44F, LD_LETTER},
    {0x640, 0x640, LD_LETTER},
    {0x64B, 0x652, LD_MARK},
    {0x660, 0x669, LD_DIGIT},
    {0x93E, 0x940, LD_MARK},
    {0x964, 0x965, LD_PUNCT},
    {0x966, 0x96F, LD_DIGIT},
    {0xE31, 0xE31, LD_MARK},
    {0x2000, 0x200A, LD_SPACE},
    {0x200B, 0x200F, LD_CONTROL},
    {0x2013, 0x2014, LD_PUNCT},
    {0x2018, 0x201F, LD_PUNCT},
    {0x2028, 0x2029, LD_SPACE},
    {0x202A, 0x202E, LD_CONTROL},
    {0x20AC, 0x20AC, LD_CURRENCY},
    {0x2160, 0x216F, LD_LETTER},
    {0x3000, 0x3000, LD_SPACE},
    {0x3001, 0x3002, LD_PUNCT},
    {0x3041, 0x3096, LD_LETTER},
    {0x4E00, 0x9FA5, LD_LETTER},
    {0xAC00, 0xD7A3, LD_LETTER},
    {0xD800, 0xDFFF, LD_CONTROL},
    {0xE000, 0xE000, LD_CONTROL},
    {0xFFFD, 0xFFFD, LD_SYMBOL},
    {0x1F600, 0x1F64F, LD_SYMBOL},
};

static void class_of(void **state) {
    (void)state;
    for (size_t i = 0; i < COUNT(classes); i++)
        for (uint32_t c = classes[i].from; c <= classes[i].to; c++)
            if (ld_class_of(c) != classes[i].want) fail_msg("U+%04X: class %d", c, (int)ld_class_of(c));
    for (uint32_t c = 0; c < 0x3100; c++)
        if (ld_is_space(c) != (ld_class_of(c) == LD_SPACE)) fail_msg("U+%04X: space or not?", c);
    for (uint32_t c = 0x10FFF0; c < 0x110010; c++) ld_class_of(c); /* no harm beyond the end */
}

static void cases_and_widths(void **state) {
    (void)state;
    static const uint32_t pairs[][2] = {{'A', 'a'},     {0xC9, 0xE9},   {0x416, 0x436},
                                        {0x3A3, 0x3C3}, {0x531, 0x561}, {0x1E9E, 0xDF}};
    for (size_t i = 0; i < COUNT(pairs); i++) {
        assert_true(ld_is_upper(pairs[i][0]) && !ld_is_lower(pairs[i][0]));
        assert_true(ld_is_lower(pairs[i][1]) && !ld_is_upper(pairs[i][1]));
        assert_int_equal(ld_to_lower(pairs[i][0]), pairs[i][1]);
        assert_int_equal(ld_to_lower(pairs[i][1]), pairs[i][1]);
        if (pairs[i][1] != 0xDF) assert_int_equal(ld_to_upper(pairs[i][1]), pairs[i][0]);
    }
    static const uint32_t caseless[] = {'1', ' ', '@', '[', '`', '{', 0x5D0, 0x627, 0x915, 0x4E2D, 0xFFFD};
    for (size_t i = 0; i < COUNT(caseless); i++) {
        assert_false(ld_is_upper(caseless[i]) || ld_is_lower(caseless[i]));
        assert_int_equal(ld_to_lower(caseless[i]), caseless[i]);
        assert_int_equal(ld_to_upper(caseless[i]), caseless[i]);
    }
    assert_true(ld_is_upper(0x1C5)); /* title case: the digraph Dz with caron */
    static const uint32_t unspaced[] = {0x4E2D, 0x3042, 0x30AB, 0xE01,  0xE81,  0x1780, 0x1000,
                                        0x3005, 0x31F0, 0x3400, 0xF900, 0xFF66, 0x20000},
                          spaced[] = {'a',    0xE9,   0x5D0,  0x915,  0xF00,  0x10D0,  0x3002,  0x3008,
                                      0x30FB, 0x3200, 0xAC00, 0xFB01, 0xFFE0, 0x1F600, 0xE0001, '1'};
    for (size_t i = 0; i < COUNT(unspaced); i++) assert_true(ld_is_unspaced(unspaced[i]));
    for (size_t i = 0; i < COUNT(spaced); i++) assert_false(ld_is_unspaced(spaced[i]));
    static const uint32_t columns[][2] = {{'a', 1},   {0xE9, 1},    {0x4E2D, 2}, {0xFF21, 2},
                                          {0x301, 0}, {0x1F600, 2}, {0x3042, 2}, {0x915, 1}};
    for (size_t i = 0; i < COUNT(columns); i++) assert_int_equal(ld_columns(columns[i][0]), columns[i][1]);
}

static void unsafe(void **state) {
    (void)state;
    for (uint32_t c = 0; c < 0xA0; c++)
        if (c != 0x85) assert_int_equal(ld_is_unsafe(c), (c < 32 && c != '\t' && c != '\n') || c >= 127);
    for (uint32_t c = 0x202A; c <= 0x202E; c++) assert_true(ld_is_unsafe(c));
    for (uint32_t c = 0x2066; c <= 0x2069; c++) assert_true(ld_is_unsafe(c));
    static const uint32_t marks[] = {0x61C, 0x200E, 0x200F, 0xFEFF};
    for (size_t i = 0; i < COUNT(marks); i++) assert_true(ld_is_unsafe(marks[i]));
    static const uint32_t safe[] = {0xA0, 0xE9, 0x200C, 0x200D, 0x2014, 0x4E2D, 0x1F600, 0xFE0F, 0xFFFD};
    for (size_t i = 0; i < COUNT(safe); i++) assert_false(ld_is_unsafe(safe[i]));
}

/* ---- folding ---- */

static const struct {
    const char *name, *input, *want;
} folds[] = {
    {"empty", "", ""},
    {"case", "The NATO", "the nato"},
    {"accents", "\u00C9COLE", "\u00E9cole"},
    {"composed", "e\u0301te\u0301", "\u00E9t\u00E9"},
    {"composed upper case", "E\u0301", "\u00E9"},
    {"two marks", "o\u0302\u0301", "\u1ED1"},
    {"marks in another order", "a\u0323\u0302", "\u1EAD"},
    {"Cyrillic", "\u041C\u0418\u0420", "\u043C\u0438\u0440"},
    {"short i", "\u0418\u0306", "\u0439"},
    {"Greek", "\u0391\u0301", "\u03AC"},
    {"Greek with oxia", "\u1F71", "\u03AC"},
    {"sharp s", "Stra\u00DFe", "stra\u00DFe"},
    {"apostrophe", "don\u2019t", "don't"},
    {"opening quote as one", "\u2018t", "'t"},
    {"modifier apostrophe", "a\u02BCb", "a'b"},
    {"hyphens", "a\u2010b\u2011c", "a-b-c"},
    {"soft hyphen", "co\u00ADop", "coop"},
    {"zero-width blank", "a\u200Bb\uFEFF", "ab"},
    {"Turkish dotted I", "\u0130stanbul", "istanbul"},
    {"dotless i stays", "k\u0131z", "k\u0131z"},
    {"Arabic tatweel", "\u0643\u062A\u0640\u0640\u0627\u0628", "\u0643\u062A\u0627\u0628"},
    {"Arabic vowel signs", "\u0643\u064E\u062A\u064E\u0628", "\u0643\u062A\u0628"},
    {"Hangul", "\u1112\u1161\u11AB", "\uD55C"},
    {"Hindi with nukta", "\u0958", "\u0915\u093C"},
    {"Hindi stays", "\u0939\u093F\u0928\u094D\u0926\u0940", "\u0939\u093F\u0928\u094D\u0926\u0940"},
    {"Angstrom sign", "\u212B", "\u00E5"},
    {"Kelvin sign", "\u212A", "k"},
    {"compatibility forms stay", "\uFB01", "\uFB01"},
    {"Han compatibility ideograph", "\uF900", "\u8C48"},
    {"Han of the supplementary plane", "\U0002F800", "\u4E3D"},
    {"Hebrew with its point", "\uFB2A", "\u05E9\u05C1"},
    {"Armenian", "\u0540\u0561\u0575", "\u0570\u0561\u0575"},
    {"ill-formed",
     "a\xFF"
     "b",
     "a\uFFFDb"},
    {"cut", "a\xE2\x82", "a\uFFFD\uFFFD"},
    {"emoji", "\U0001F600", "\U0001F600"},
};

static void fold(void **state) {
    (void)state;
    for (size_t i = 0; i < COUNT(folds); i++) {
        char out[64], again[64];
        size_t length = strlen(folds[i].input), got = ld_fold(folds[i].input, length, out, sizeof out);
        if (got != strlen(folds[i].want) || memcmp(out, folds[i].want, got))
            fail_msg("%s: \"%.*s\" for \"%s\"", folds[i].name, (int)got, out, folds[i].want);
        assert_int_equal(ld_fold(out, got, again, sizeof again), got); /* folded text is its own folded form */
        assert_memory_equal(again, out, got);
        char *exact = malloc(3 * length + !length); /* 3 x length is always enough */
        assert_int_equal(ld_fold(folds[i].input, length, exact, 3 * length), got);
        free(exact);
        for (size_t room = 0; room < got; room++) { /* never more than room, and whole code points */
            char *narrow = malloc(room + !room);
            size_t wrote = ld_fold(folds[i].input, length, narrow, room);
            assert_true(wrote <= room);
            unsigned step;
            for (const char *p = narrow; p < narrow + wrote; p += step)
                if (ld_utf8_decode(p, narrow + wrote, &step) == BAD && step == 1)
                    fail_msg("%s: cut at %zu", folds[i].name, room);
            free(narrow);
        }
    }
}

static void fold_long(void **state) {
    (void)state;
    enum { LONG = 3000 };
    char *in = malloc(3 * LONG), *out = malloc(9 * LONG);
    static const char *const parts[] = {"A", "\u00C9", "e\u0301", "\u0958", "\u023A", "\xFF", "\u0300", "\U0001D160"};
    for (size_t i = 0; i < COUNT(parts); i++) {
        size_t length = 0, part = strlen(parts[i]);
        while (length + part <= 3 * LONG) {
            memcpy(in + length, parts[i], part);
            length += part;
        }
        for (size_t n = part; n <= length; n = n * 3 + part) {
            char *exact = malloc(3 * n);
            assert_true(ld_fold(in, n, exact, 3 * n) <= 3 * n);
            assert_true(ld_fold(in, n, out, n / 2) <= n / 2);
            free(exact);
        }
    }
    free(in);
    free(out);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(utf8_decodes), cmocka_unit_test(utf8_both_ways),   cmocka_unit_test(utf8_encodes),
        cmocka_unit_test(class_of),     cmocka_unit_test(cases_and_widths), cmocka_unit_test(unsafe),
        cmocka_unit_test(fold),         cmocka_unit_test(fold_long),
    };
    return cmocka_run_group_tests_name("unicode", tests, NULL, NULL);
}
