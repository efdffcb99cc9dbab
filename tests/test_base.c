/* test_base.c - arena and buffer against what their headers promise. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <locale.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

/* ---- arena ---- */

static void fill(unsigned char *bytes, size_t from, size_t to) {
    for (size_t i = from; i < to; i++) bytes[i] = (unsigned char)(i * 7 + i / 251);
}

static void check_filled(const unsigned char *bytes, size_t length) {
    for (size_t i = 0; i < length; i++)
        if (bytes[i] != (unsigned char)(i * 7 + i / 251)) fail_msg("byte %zu is lost", i);
}

/* Two arrays grow in turn, with small allocations between, so that blocks of all kinds lie around each. */
static void grow(struct ld_arena *arena, void *context) {
    (void)context;
    unsigned char *a = NULL, *b = NULL;
    size_t size = 0;
    for (size_t next = 1; next < 3000000; next = next * 2 + 1) {
        a = ld_arena_grow(arena, a, size, next);
        char *between = ld_arena_string(arena, "between", 7);
        b = ld_arena_grow(arena, b, size, next);
        fill(a, size, next);
        fill(b, size, next);
        size = next;
        check_filled(a, size);
        check_filled(b, size);
        assert_string_equal(between, "between");
    }
}

static void align(struct ld_arena *arena, void *context) {
    (void)context;
    for (size_t size = 0; size < 70000; size += size < 100 ? 1 : 997) {
        unsigned char *bytes = ld_arena_alloc(arena, size);
        assert_non_null(bytes);
        assert_int_equal((uintptr_t)bytes % _Alignof(max_align_t), 0);
        memset(bytes, 0xA5, size);
        unsigned char *cleared = ld_arena_array(arena, size, 3);
        assert_int_equal((uintptr_t)cleared % _Alignof(max_align_t), 0);
        for (size_t i = 0; i < 3 * size; i++) assert_int_equal(cleared[i], 0);
    }
}

static void room(struct ld_arena *arena, void *context) {
    (void)context;
    uint32_t *items = NULL, count = 0, capacity = 0;
    for (uint32_t i = 0; i < 50000; i++) {
        LD_ARENA_ROOM(arena, items, count, capacity);
        items[count++] = i;
    }
    for (uint32_t i = 0; i < count; i++) assert_int_equal(items[i], i);
    assert_true(capacity >= count);
}

/* What was there at the mark stays, and what comes after is as before it; large and small ones in any order. */
static void release(struct ld_arena *arena, void *context) {
    (void)context;
    for (size_t first = 1; first < 100000; first *= 7) {
        char *kept = ld_arena_alloc(arena, first);
        memset(kept, 'k', first);
        const struct ld_arena_mark mark = ld_arena_mark(arena);
        for (size_t size = 1; size < 200000; size = 3 * size + 1) memset(ld_arena_alloc(arena, size), 'x', size);
        ld_arena_release(arena, mark);
        assert_ptr_equal(arena->blocks, mark.blocks);
        char *after = ld_arena_alloc(arena, 1);
        memset(ld_arena_array(arena, 60000, 1), 'y', 60000);
        *after = 'a';
        for (size_t i = 0; i < first; i++) assert_int_equal(kept[i], 'k');
        char *grown =
            ld_arena_grow(arena, ld_arena_alloc(arena, 50000), 50000, 90000); /* the list of blocks is whole */
        memset(grown, 'z', 90000);
    }
}

static void drop(struct ld_arena *arena, void *context) {
    (void)context;
    char *blocks[4]; /* of which the last is to be in huge pages */
    const size_t sizes[] = {100, 50000, 70000, 5000000};
    for (size_t first = 0; first < 4; first++) { /* each of them before the others */
        for (size_t k = 0; k < 4; k++) blocks[k] = memset(ld_arena_alloc(arena, sizes[k]), 'x', sizes[k]);
        ld_arena_drop(arena, blocks[first], sizes[first]);
        for (size_t k = 0; k < 4; k++)
            if (k != first) ld_arena_grow(arena, blocks[k], sizes[k], 2 * sizes[k]);
    }
}

/* The first block of all may grow and go. */
static void first_block(struct ld_arena *arena, void *context) {
    (void)context;
    const size_t size = 1 << 17;
    unsigned char *bytes = ld_arena_alloc(arena, size);
    fill(bytes, 0, size);
    bytes = ld_arena_grow(arena, bytes, size, 2 * size);
    check_filled(bytes, size);
    ld_arena_drop(arena, bytes, 2 * size);
    assert_null(arena->blocks);
}

static void arena_keeps(void **state) {
    (void)state;
    void (*const work[])(struct ld_arena *, void *) = {grow, align, room, release, drop, first_block};
    for (size_t i = 0; i < COUNT(work); i++) {
        struct ld_arena arena;
        ld_arena_init(&arena);
        assert_true(ld_arena_run(&arena, work[i], NULL));
        ld_arena_free(&arena);
        assert_true(ld_arena_run(&arena, work[i], NULL)); /* as after init */
        ld_arena_free(&arena);
        ld_arena_free(&arena);
    }
}

/* Sizes that no machine has; none of them reaches malloc, which sanitizers would stop. */
static void too_much(struct ld_arena *arena, void *context) {
    unsigned *how = context;
    char *small = ld_arena_string(arena, "small", 5), *large = ld_arena_alloc(arena, 100000);
    large[99999] = 1;
    switch (*how) {
    case 0: ld_arena_alloc(arena, SIZE_MAX); break;
    case 1: ld_arena_array(arena, SIZE_MAX / 2, 3); break;
    case 2: ld_arena_grow(arena, small, 6, SIZE_MAX); break;
    case 3: ld_arena_grow(arena, large, 100000, SIZE_MAX); break;
    default: ld_arena_fail(arena);
    }
    *how = 99; /* not reached */
}

static void nothing(struct ld_arena *arena, void *context) { *(char **)context = ld_arena_string(arena, "after", 5); }

static void arena_fails(void **state) {
    (void)state;
    for (unsigned i = 0; i < 5; i++) {
        struct ld_arena arena;
        unsigned how = i;
        char *after;
        ld_arena_init(&arena);
        assert_false(ld_arena_run(&arena, too_much, &how));
        assert_int_equal(how, i);
        assert_true(ld_arena_run(&arena, nothing, &after)); /* still of use */
        assert_string_equal(after, "after");
        ld_arena_free(&arena); /* leaks are for ASan to see */
    }
}

/* ---- buffer ---- */

static const struct {
    double number;
    unsigned decimals;
    const char *want;
} decimals[] = {
    {0, 0, "0"},
    {0, 3, "0.000"},
    {1, 0, "1"},
    {1.5, 1, "1.5"},
    {12.5, 0, "13"},
    {-12.5, 0, "-13"},
    {0.5, 0, "1"},
    {0.125, 2, "0.13"},
    {-0.125, 2, "-0.13"},
    {0.375, 2, "0.38"},
    {2.5, 0, "3"},
    {3.14159265, 4, "3.1416"},
    {0.0004, 3, "0.000"},
    {-0.0004, 3, "0.000"},
    {-0.0005001, 3, "-0.001"},
    {0.999, 2, "1.00"},
    {-0.999, 2, "-1.00"},
    {99.9999, 3, "100.000"},
    {0.05, 6, "0.050000"},
    {1e-7, 6, "0.000000"},
    {123456789, 2, "123456789.00"},
    {0.49999999999999994, 0, "0"},             /* + 0.5 is 1 in floating point */
    {4503599627370497, 0, "4503599627370497"}, /* + 0.5 would round to even */
    {9007199254740992, 0, "9007199254740992"},
    {(double)NAN, 2, "0.00"},
    {-(double)NAN, 1, "0.0"},
    {(double)INFINITY, 2, "0.00"},
    {-(double)INFINITY, 0, "0"},
    {-0.0, 1, "0.0"},
};

static void check_decimals(void) {
    for (size_t i = 0; i < COUNT(decimals); i++) {
        struct ld_buffer buffer;
        ld_buffer_init(&buffer);
        ld_buffer_decimal(&buffer, decimals[i].number, decimals[i].decimals);
        size_t length;
        char *got = ld_buffer_take(&buffer, &length);
        assert_string_equal(got, decimals[i].want);
        assert_int_equal(length, strlen(got));
        free(got);
    }
}

static void buffer_decimal(void **state) {
    (void)state;
    check_decimals();
    static const double huge[] = {1e18, 1e19, 1e30, 1.7976931348623157e308, -1e300};
    for (size_t i = 0; i < COUNT(huge); i++) { /* whatever it says: a number */
        struct ld_buffer buffer;
        ld_buffer_init(&buffer);
        ld_buffer_decimal(&buffer, huge[i], 3);
        char *got = ld_buffer_take(&buffer, NULL), *digits = got + (huge[i] < 0);
        if (huge[i] < 0) assert_int_equal(*got, '-');
        size_t whole = strspn(digits, "0123456789");
        assert_true(whole >= 16 && digits[whole] == '.' && strspn(digits + whole + 1, "0123456789") == 3 &&
                    strlen(digits + whole) == 4);
        free(got);
    }
}

static void buffer_locale(void **state) {
    (void)state;
    static const char *const commas[] = {"de_DE.UTF-8", "de_DE.utf8",  "fr_FR.UTF-8", "fr_FR.utf8",
                                         "nb_NO.UTF-8", "ar_EG.UTF-8", "tr_TR.UTF-8"};
    unsigned found = 0;
    for (size_t i = 0; i < COUNT(commas); i++) {
        if (!setlocale(LC_ALL, commas[i])) continue;
        found++;
        check_decimals();
    }
    setlocale(LC_ALL, "C");
    print_message("locales with another decimal point tried: %u\n", found);
}

static void buffer_puts(void **state) {
    (void)state;
    struct ld_buffer buffer;
    ld_buffer_init(&buffer);
    size_t length = 1;
    char *empty = ld_buffer_take(&buffer, &length);
    assert_non_null(empty);
    assert_int_equal(length, 0);
    assert_int_equal(*empty, 0);
    free(empty);
    ld_buffer_put(&buffer, NULL, 0);
    ld_buffer_put(&buffer, "a\0b", 3);
    ld_buffer_string(&buffer, "-");
    ld_buffer_byte(&buffer, 'c');
    ld_buffer_code_point(&buffer, 0x20AC);
    ld_buffer_unsigned(&buffer, 0);
    ld_buffer_unsigned(&buffer, UINT64_MAX);
    char *got = ld_buffer_take(&buffer, &length);
    static const char want[] = "a\0b-c\xE2\x82\xAC"
                               "018446744073709551615";
    assert_int_equal(length, sizeof want - 1);
    assert_memory_equal(got, want, sizeof want);
    free(got);
    for (unsigned i = 0; i < 100000; i++) ld_buffer_unsigned(&buffer, i % 10);
    assert_int_equal(buffer.length, 100000);
    for (unsigned i = 0; i < 100000; i++) assert_int_equal(buffer.bytes[i], '0' + i % 10);
    ld_buffer_free(&buffer);
    assert_null(buffer.bytes);
}

static void buffer_sticks(void **state) {
    (void)state;
    struct ld_buffer buffer;
    ld_buffer_init(&buffer);
    ld_buffer_string(&buffer, "kept till then");
    ld_buffer_put(&buffer, "", SIZE_MAX); /* no memory for that */
    assert_true(buffer.failed);
    ld_buffer_string(&buffer, "more");
    ld_buffer_decimal(&buffer, 1.5, 1);
    size_t length = 5;
    assert_null(ld_buffer_take(&buffer, &length));
    assert_int_equal(length, 0);
    ld_buffer_string(&buffer, "again"); /* as after init */
    char *got = ld_buffer_take(&buffer, &length);
    assert_string_equal(got, "again");
    free(got);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(arena_keeps),   cmocka_unit_test(arena_fails), cmocka_unit_test(buffer_decimal),
        cmocka_unit_test(buffer_locale), cmocka_unit_test(buffer_puts), cmocka_unit_test(buffer_sticks),
    };
    return cmocka_run_group_tests_name("base", tests, NULL, NULL);
}
