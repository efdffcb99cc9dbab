/* test_sentences.c - the splitter against tests/spec/sentences.txt, and what holds for any bytes. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/unicode.h"
#include "text/sentences.h"

#ifndef SPEC
#define SPEC "tests/spec/sentences.txt"
#endif

struct job {
    const char *text;
    size_t length;
    const struct ld_language *language;
    struct ld_spans *spans;
};

static void split_job(struct ld_arena *arena, void *context) {
    struct job *job = context;
    ld_sentences_split(arena, job->text, (struct ld_span){0, (uint32_t)job->length}, job->language, job->spans);
}

static struct ld_spans split(struct ld_arena *arena, const char *text, size_t length, const char *code) {
    struct ld_spans spans = {0};
    struct job job = {text, length, ld_language_find(code), &spans};
    assert_non_null(job.language);
    assert_true(ld_arena_run(arena, split_job, &job));
    return spans;
}

static bool blank(const char *p, const char *end, unsigned *step) { return ld_is_space(ld_utf8_decode(p, end, step)); }

/* In order, each non-blank character in just one span, no blank at a span's ends, no code point cut. */
static void check_invariants(const char *text, size_t length, struct ld_spans spans) {
    const char *p = text, *end = text + length;
    unsigned step;
    for (uint32_t i = 0; i <= spans.count; i++) {
        const char *until = i < spans.count ? text + spans.items[i].offset : end;
        while (p < until) {
            assert_true(blank(p, end, &step));
            p += step;
        }
        assert_ptr_equal(p, until);
        if (i == spans.count) break;
        const char *stop = p + spans.items[i].length;
        bool last = true;
        assert_true(spans.items[i].length > 0 && stop <= end && !blank(p, end, &step));
        while (p < stop) {
            last = blank(p, end, &step);
            p += step;
        }
        assert_false(last);
        assert_ptr_equal(p, stop);
    }
}

static void split_and_check(const char *text, size_t length, const char *code) {
    struct ld_arena arena;
    char *copy = malloc(length ? length : 1); /* exact bounds, for the address sanitizer */
    assert_non_null(copy);
    memcpy(copy, text, length);
    ld_arena_init(&arena);
    check_invariants(copy, length, split(&arena, copy, length, code));
    ld_arena_free(&arena);
    free(copy);
}

/* One text of the spec: take the | out, remember where they stood. */
static unsigned check_spec_text(const char *wanted, const char *code, const char *group) {
    char text[2048], got[4096] = "";
    size_t n = 0;
    for (const char *p = wanted; *p && n + 1 < sizeof text; p++) {
        if (*p == '|') {
            if (n && text[n - 1] == ' ') n--;
        } else {
            text[n++] = *p;
        }
    }
    text[n] = 0;
    struct ld_arena arena;
    ld_arena_init(&arena);
    struct ld_spans spans = split(&arena, text, n, code);
    check_invariants(text, n, spans);
    size_t w = 0;
    for (uint32_t i = 0; i < spans.count; i++) {
        const char *from = i ? text + ld_span_end(spans.items[i - 1]) : text;
        if (i) w += (size_t)snprintf(got + w, sizeof got - w, "%s|", *from == ' ' || *from == '\n' ? " " : "");
        w += (size_t)snprintf(got + w, sizeof got - w, "%.*s",
                              (int)(ld_span_end(spans.items[i]) - (uint32_t)(from - text)), from);
    }
    ld_arena_free(&arena);
    if (!strcmp(got, wanted)) return 0;
    print_error("%s\n  want: %s\n  got:  %s\n", group, wanted, got);
    return 1;
}

/* A text is a line; a line that begins without a capital after one that ends without | or stop would be its own text,
 * so the group "lines" is read as one. */
static void test_spec(void **state) {
    (void)state;
    FILE *file = fopen(SPEC, "r");
    assert_non_null(file);
    char line[1024], code[8] = "", group[1024] = "", joined[2048] = "";
    unsigned texts = 0, failed = 0;
    while (fgets(line, sizeof line, file)) {
        line[strcspn(line, "\n")] = 0;
        if (*line == '#') {
            if (sscanf(line, "# %7[a-z]: ", code) == 1 && strstr(line, ": "))
                memmove(group, line + 2, strlen(line + 2) + 1);
            continue;
        }
        if (strcmp(group, "en: lines") == 0 && *line) {
            size_t n = strlen(joined);
            snprintf(joined + n, sizeof joined - n, "%s%s", n ? "\n" : "", line);
            continue;
        }
        if (*joined) {
            failed += check_spec_text(joined, "en", "en: lines");
            *joined = 0;
            texts++;
        }
        if (!*line) continue;
        failed += check_spec_text(line, code, group);
        texts++;
    }
    fclose(file);
    assert_true(texts > 150);
    assert_int_equal(failed, 0);
}

static const char *const odd[] = {
    "",
    " ",
    "\n\n\t ",
    ".",
    "...",
    ". . . .",
    "?!?!",
    "\"",
    "\".\"",
    ")))",
    "• • • •",
    "1. 2. 3. 4.",
    "a.",
    "[1]",
    "x.[12]",
    ":)",
    "\xEF\xBB\xBFText. More.",
    "\xC3",
    "\x80\x80. \xFF\xFE! A \xE2\x80",
    "Eins. \xE2\x80\x9EZwei.\xE2\x80\x9C Drei\xE2\x80\xA6 \xF0\x9F\x98\x80 Vier \xC2\xAB"
    "f\xC3\xBCnf. Sechs\xC2\xBB. "
    "\xE3\x80\x8C\xE3\x81\xAF\xE3\x81\x84\xE3\x80\x82\xE3\x80\x8D\xE3\x81\xA8. \xD8\x9F \xDB\x94 \xE0\xA5\xA4",
};

static void test_odd(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof odd / sizeof *odd; i++)
        for (const struct ld_language *l = ld_languages; l->code; l++)
            for (size_t n = 0, all = strlen(odd[i]); n <= all; n++) split_and_check(odd[i], n, l->code);
}

static void test_nul_bytes(void **state) {
    (void)state;
    static const char text[] = "One.\0 Two. \0\0Three!\0";
    split_and_check(text, sizeof text, "en");
    split_and_check("\0\0\0", 3, "und");
}

/* Pseudo-random strings of the marks that the rules know. */
static void test_random(void **state) {
    (void)state;
    static const char *const parts[] = {".",  ". ", " ",  "\"", "A",    "Dr",  "b", "3", "?", "!", "…", "«",
                                        "»",  "(",  ")",  "[",  "]",    "•",   "*", ":", ";", "-", "1", "U.S.",
                                        "\n", "ß",  "。", "」", "\xFF", "The", "@", "/", "i", "😀", "'"};
    uint32_t seed = 12345;
    for (int round = 0; round < 3000; round++) {
        char text[256];
        size_t n = 0;
        while (n < 120) {
            seed = seed * 1664525u + 1013904223u;
            const char *part = parts[(seed >> 16) % (sizeof parts / sizeof *parts)];
            memcpy(text + n, part, strlen(part));
            n += strlen(part);
        }
        split_and_check(text, n, round % 3 == 0 ? "en" : round % 3 == 1 ? "de" : "und");
    }
}

/* Patterns that would make a splitter that looks far around a mark take quadratic time: at 1 MB each they would not
 * end. */
static void test_linear(void **state) {
    (void)state;
    static const char *const patterns[] = {"word ", ".",   ". ",   "(",   ".(",   "\"a. ", "• ",  "* A ", " . ", "a.",
                                           "A. ",   "1. ", "? \"", "[.",  "...",  "« .",   ": A", "; A",  "x",   ".)",
                                           ".[1]",  "😀",   "。」", ":) ", ". \n", "U.S. ", "- ",  ".- ",  "..  "};
    size_t size = 1u << 20;
    char *text = malloc(size);
    assert_non_null(text);
    for (size_t i = 0; i < sizeof patterns / sizeof *patterns; i++) {
        size_t length = strlen(patterns[i]), n = 0;
        for (; n + length <= size; n += length) memcpy(text + n, patterns[i], length);
        split_and_check(text, n, "en");
    }
    free(text);
}

/* Spans are appended, and offsets are those of the whole text. */
static void append_job(struct ld_arena *arena, void *context) {
    struct job *job = context;
    ld_sentences_split(arena, job->text, (struct ld_span){0, 9}, job->language, job->spans);
    ld_sentences_split(arena, job->text, (struct ld_span){11, 10}, job->language, job->spans);
}

static void test_append(void **state) {
    (void)state;
    static const char text[] = "One. Two.\n\nThree. Oh. Rest";
    struct ld_spans spans = {0};
    struct job job = {text, strlen(text), ld_language_find("en"), &spans};
    struct ld_arena arena;
    ld_arena_init(&arena);
    assert_true(ld_arena_run(&arena, append_job, &job));
    assert_int_equal(spans.count, 4);
    assert_int_equal(spans.items[2].offset, 11);
    assert_int_equal(spans.items[3].offset, 18);
    assert_int_equal(spans.items[3].length, 3);
    ld_arena_free(&arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_spec),   cmocka_unit_test(test_odd),    cmocka_unit_test(test_nul_bytes),
        cmocka_unit_test(test_random), cmocka_unit_test(test_linear), cmocka_unit_test(test_append),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
