/* test_blocks.c - the block finder: tests/spec/blocks.txt, and what holds for every text. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/unicode.h"
#include "text/blocks.h"

#ifndef SPEC
#define SPEC "tests/spec/blocks.txt"
#endif

enum { TEXT = 8192, WANTED = 64, KINDS = LD_FURNITURE + 1 };

struct call {
    const char *text;
    uint32_t length;
    const struct ld_language *language;
    bool title_given;
    struct ld_blocks blocks;
};

static void find(struct ld_arena *arena, void *context) {
    struct call *call = context;
    ld_blocks_find(arena, call->text, call->length, call->language, call->title_given, &call->blocks);
}

/* The text from an own allocation of just its size, so that a sanitizer sees each byte read beyond it. */
static void run(struct ld_arena *arena, const char *text, size_t length, const char *language, struct call *call) {
    char *copy = ld_arena_string(arena, text, length);
    *call = (struct call){copy, (uint32_t)length, ld_language_find(language), call->title_given, {0}};
    assert_non_null(call->language);
    find(arena, call);
}

/* Blocks in order, none empty, white space at no end, no code point split, and all that is not blank is in one. */
static void check_invariants(const struct call *call) {
    uint32_t at = call->length >= 3 && !memcmp(call->text, "\xEF\xBB\xBF", 3) ? 3 : 0;
    const char *end = call->text + call->length;
    unsigned step;
    for (uint32_t i = 0; i <= call->blocks.count; i++) {
        uint32_t next = i < call->blocks.count ? call->blocks.items[i].span.offset : call->length;
        assert_true(next >= at);
        for (; at < next; at += step) assert_true(ld_is_space(ld_utf8_decode(call->text + at, end, &step)));
        assert_int_equal(at, next);
        if (i == call->blocks.count) break;
        struct ld_span span = call->blocks.items[i].span;
        assert_true(span.length > 0 && ld_span_end(span) <= call->length);
        assert_true(call->blocks.items[i].kind < KINDS);
        assert_false(ld_is_space(ld_utf8_decode(call->text + at, end, &step)));
        for (; at < ld_span_end(span); at += step) (void)ld_utf8_decode(call->text + at, end, &step);
        assert_int_equal(at, ld_span_end(span));
        assert_false(ld_is_space(ld_utf8_before(call->text, call->text + at, &step)));
    }
}

/* ---- the spec file */

struct spec {
    char name[128];
    char language[8];
    bool title_given;
    char text[TEXT];
    size_t length;
    struct want {
        uint32_t offset;
        uint8_t kind;
        bool joined;
    } want[WANTED];
    unsigned count;
};

static int kind_named(const char *name, size_t length) {
    for (int kind = 0; kind < KINDS; kind++) {
        const char *known = ld_kind_name((enum ld_kind)kind);
        if (strlen(known) == length && !memcmp(known, name, length)) return kind;
    }
    return -1;
}

static void want(struct spec *spec, const char *name, size_t length) {
    bool joined = length && *name == '+';
    int kind = kind_named(name + joined, length - joined);
    if (kind < 0) fail_msg("%s: no kind \"%.*s\"", spec->name, (int)length, name);
    assert_true(spec->count < WANTED);
    spec->want[spec->count++] = (struct want){(uint32_t)spec->length, (uint8_t)kind, joined};
}

static void add_line(struct spec *spec, char *line) {
    char *bar = strchr(line, '|');
    if (!bar) fail_msg("%s: no bar in: %s", spec->name, line);
    size_t name = strcspn(line, " |");
    if (spec->length) spec->text[spec->length++] = '\n';
    if (name) want(spec, line, name);
    for (char *p = bar + 1; *p; p++) {
        char *close = *p == '{' ? strchr(p, '}') : NULL;
        if (close) {
            want(spec, p + 1, (size_t)(close - p - 1));
            p = close;
        } else
            spec->text[spec->length++] = *p;
        assert_true(spec->length < TEXT - 2);
    }
}

static unsigned check_spec(const struct spec *spec) {
    struct ld_arena arena;
    ld_arena_init(&arena);
    struct call call = {.title_given = spec->title_given};
    run(&arena, spec->text, spec->length, spec->language, &call);
    check_invariants(&call);
    bool same = call.blocks.count == spec->count;
    for (unsigned i = 0; same && i < spec->count; i++) {
        const struct ld_block *block = &call.blocks.items[i];
        uint32_t offset = spec->want[i].offset;
        unsigned step;
        if (!offset && !memcmp(spec->text, "\xEF\xBB\xBF", 3)) offset = 3;
        while (ld_is_space(ld_utf8_decode(spec->text + offset, spec->text + TEXT, &step))) offset += step;
        same =
            block->kind == spec->want[i].kind && block->joined == spec->want[i].joined && block->span.offset == offset;
    }
    if (!same) {
        print_error("%s: found\n", spec->name);
        for (uint32_t i = 0; i < call.blocks.count; i++) {
            const struct ld_block *block = &call.blocks.items[i];
            print_error("  %s%s|%.*s\n", block->joined ? "+" : "", ld_kind_name((enum ld_kind)block->kind),
                        (int)block->span.length, spec->text + block->span.offset);
        }
    }
    ld_arena_free(&arena);
    return !same;
}

/* "== name (language, title given)" */
static void begin_spec(struct spec *spec, const char *line) {
    memset(spec, 0, sizeof *spec);
    const char *open = strrchr(line, '(');
    assert_non_null(open);
    snprintf(spec->name, sizeof spec->name, "%.*s", (int)(open - line - 1), line);
    snprintf(spec->language, sizeof spec->language, "%.*s", (int)strcspn(open + 1, ",)"), open + 1);
    spec->title_given = strstr(open, "title given") != NULL;
}

static void test_spec(void **state) {
    (void)state;
    FILE *file = fopen(SPEC, "r");
    if (!file) fail_msg("cannot open %s", SPEC);
    static struct spec spec;
    char line[2048];
    unsigned bad = 0, count = 0;
    bool open = false;
    for (;;) {
        bool more = fgets(line, sizeof line, file) != NULL;
        if (more) line[strcspn(line, "\n")] = 0;
        if (!more || !strncmp(line, "== ", 3)) {
            if (open) bad += check_spec(&spec);
            count += open;
            open = more;
            if (!more) break;
            begin_spec(&spec, line + 3);
        } else if (open && *line && *line != '#')
            add_line(&spec, line);
    }
    fclose(file);
    assert_true(count >= 60);
    if (bad) fail_msg("%u of %u texts are wrong", bad, count);
}

/* ---- what holds for every text */

static const char article[] =
    "\xEF\xBB\xBF"
    "Die Brücke – ein Fall „für sich“\n\nBERLIN (dpa) - Die alte Brücke wird ab Mai gesperrt. Näheres »\n"
    "\xE2\x80\xA2 Pfeiler\n\n- Straße\r\n\r\nÜber 橋。 नदी। …\xE2\x80\xA8"
    "Foto: dpa\n© 2025 \xC2\xA0 \xF0\x9F\x98\x80\n";

static void test_truncations(void **state) {
    (void)state;
    static const char *const languages[] = {"de", "und"};
    for (size_t length = 0; length < sizeof article; length++)
        for (unsigned i = 0; i < 2; i++) {
            struct ld_arena arena;
            ld_arena_init(&arena);
            struct call call = {0};
            run(&arena, article, length, languages[i], &call);
            check_invariants(&call);
            ld_arena_free(&arena);
        }
}

static void test_odd(void **state) {
    (void)state;
    static const struct {
        const char *name, *text;
        size_t length;
        uint32_t count;
    } rows[] = {
        {"empty", "", 0, 0},
        {"byte order mark", "\xEF\xBB\xBF", 3, 0},
        {"blanks", " \t\n\r\n \xC2\xA0\xE2\x80\x83\n", 12, 0},
        {"nul", "a\0b", 3, 1},
        {"nul line", "\0\nThe end of the world is near.\n", 31, 2},
        {"lone carriage returns", "One is here.\rTwo is here.\rThree is here.", 40, 3},
        {"form feed", "One is here.\fTwo is here.", 25, 2},
        {"line separator", "One is here.\xE2\x80\xA8Two is here.", 27, 2},
        {"paragraph separator", "One is here.\xE2\x80\xA9Two is here.", 27, 2},
        {"next line", "One is here.\xC2\x85Two is here.", 26, 2},
        {"ill-formed", "\xFF\xFE\x80 a \xE2\x82", 8, 1},
        {"emoji", "\xF0\x9F\x98\x80\xF0\x9F\x98\x80", 8, 1},
        {"arrows", " \xC2\xBB \xC2\xBB\n \xC2\xBB", 9, 2},
        {"brackets", "(((((\n)))))\n((((", 16, 3},
        {"marks", "#\n##\n# \n===\n---\n-\n*\n", 20, 6},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct ld_arena arena;
        ld_arena_init(&arena);
        struct call call = {0};
        run(&arena, rows[i].text, rows[i].length, "en", &call);
        check_invariants(&call);
        if (call.blocks.count != rows[i].count) fail_msg("%s: %u blocks", rows[i].name, (unsigned)call.blocks.count);
        ld_arena_free(&arena);
    }
}

static void test_one_line(void **state) {
    (void)state;
    static const char *const pieces[] = {
        "The bridge is old. ", "x", "(", "- ", "\xC2\xBB ", "\xE6\xA9\x8B", "\xCC\x81", "A. ", "\n", "a\n\n", ". "};
    for (size_t i = 0; i < sizeof pieces / sizeof *pieces; i++) {
        struct ld_arena arena;
        ld_arena_init(&arena);
        size_t size = 1 << 20, length = strlen(pieces[i]), used = 0;
        char *text = ld_arena_alloc(&arena, size);
        for (; used + length <= size; used += length) memcpy(text + used, pieces[i], length);
        struct call call = {0};
        run(&arena, text, used, "en", &call);
        check_invariants(&call);
        if (i < 2) assert_int_equal(call.blocks.items[0].kind, LD_BODY);
        if (i < 4) assert_int_equal(call.blocks.count, 1);
        ld_arena_free(&arena);
    }
}

/* CR LF and lone CR give the blocks that LF gives. */
static void test_line_ends(void **state) {
    (void)state;
    static const char text[] =
        "A title of a few words\n\nThe first paragraph is here, and it has been cut at a "
        "margin\nof some columns, as it was done of old.\n\nIt fell at noon, he "
        "said, and nobody at the harbour saw it. See all of it »\nThe ferry was late by an "
        "hour or two, as it is on most days of the winter.\n\n- one\n- two\n\nThe end is near.\n";
    static const char *const ends[] = {"\n", "\r\n", "\r"};
    struct ld_arena arena;
    ld_arena_init(&arena);
    struct call first = {0};
    for (unsigned e = 0; e < 3; e++) {
        char copy[2 * sizeof text];
        size_t used = 0;
        for (const char *p = text; *p; p++) {
            const char *put = *p == '\n' ? ends[e] : NULL;
            if (!put)
                copy[used++] = *p;
            else
                for (; *put; put++) copy[used++] = *put;
        }
        struct call call = {0};
        run(&arena, copy, used, "en", &call);
        check_invariants(&call);
        if (!e) first = call;
        assert_int_equal(call.blocks.count, 8);
        assert_int_equal(call.blocks.count, first.blocks.count);
        for (uint32_t i = 0; i < call.blocks.count; i++)
            assert_int_equal(call.blocks.items[i].kind, first.blocks.items[i].kind);
    }
    ld_arena_free(&arena);
}

/* Bytes at random, some of them marks that matter: nothing but the invariants. */
static void test_random(void **state) {
    (void)state;
    static const char *const pieces[] = {"\n",
                                         "\r",
                                         " ",
                                         "  ",
                                         ".",
                                         " - ",
                                         "(",
                                         ")",
                                         "Reuters",
                                         "By",
                                         "Jane",
                                         "Roe",
                                         "watch",
                                         "\xC2\xBB",
                                         "\xC2\xAB",
                                         "\xE2\x80\x94",
                                         "PARIS",
                                         "1.",
                                         "\xE2\x80\xA2",
                                         "#",
                                         "===",
                                         ":",
                                         "\xFF",
                                         "the",
                                         "Photo",
                                         "@a",
                                         "\xE6\xA9\x8B",
                                         "2025",
                                         "/AFP",
                                         "\nSubject: x",
                                         "\nDate:",
                                         "\n--\n",
                                         "Dear all,\n",
                                         "\n```\n",
                                         "\n2. It rose.",
                                         "Contact:\n"};
    uint64_t seed = 7;
    for (unsigned round = 0; round < 4000; round++) {
        struct ld_arena arena;
        ld_arena_init(&arena);
        char text[640] = "From: b";
        size_t used = round & 4 ? strlen(text) : 0;
        for (unsigned i = 0; i < 40; i++) {
            seed = seed * 6364136223846793005u + 1442695040888963407u;
            const char *piece = pieces[(seed >> 33) % (sizeof pieces / sizeof *pieces)];
            memcpy(text + used, piece, strlen(piece));
            used += strlen(piece);
            if (seed >> 62) text[used++] = ' ';
        }
        struct call call = {.title_given = round & 1};
        run(&arena, text, used, round & 2 ? "en" : "fr", &call);
        check_invariants(&call);
        ld_arena_free(&arena);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_spec),     cmocka_unit_test(test_odd),       cmocka_unit_test(test_truncations),
        cmocka_unit_test(test_one_line), cmocka_unit_test(test_line_ends), cmocka_unit_test(test_random),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
