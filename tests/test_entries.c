/* test_entries.c - entries against model/entries.h: as many as make them grow and lose their places, each found by its
 * own letters and by no others. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <stdio.h>
#include <string.h>

#include "lang/table.h"
#include "model/entries.h"

enum { ENTRIES = 20000, ROOM = 64 };

/* Keys of 1 to 34 bytes. */
static uint32_t key_of(uint32_t i, char key[ROOM]) {
    memset(key, 0, ROOM);
    const int length = snprintf(key, ROOM, "%x", i);
    if (i % 3) memset(key + length, 'x', i % 30);
    return (uint32_t)strlen(key);
}

static void fill(struct ld_arena *arena, void *context) {
    static uint32_t numbers[ENTRIES];
    struct ld_entries entries = {0};
    char key[ROOM];
    (void)context;
    assert_int_equal(ld_entries_find(&entries, "a\0\0\0\0\0\0\0", 1, 7), 0);
    ld_entries_start(arena, &entries);
    for (uint32_t i = 0; i < ENTRIES; i++) {
        const uint32_t length = key_of(i, key), hash = ld_word_hash(key, length);
        assert_int_equal(ld_entries_find(&entries, key, length, hash), 0);
        numbers[i] = ld_entries_need(arena, &entries, key, length, hash);
        const struct ld_known *known = &entries.at[numbers[i]];
        assert_int_equal((uintptr_t)known % LD_LINE, 0);
        assert_true(known->is_bare && !known->as_stem && ld_has_key(known, key, length));
        assert_true(numbers[i] > (i ? numbers[i - 1] : 0));
        const uint32_t other = i * 7919u % (i + 1), other_length = key_of(other, key); /* one from before */
        const uint32_t found = ld_entries_need(arena, &entries, key, other_length, ld_word_hash(key, other_length));
        assert_int_equal(found, numbers[other]);
    }
    uint32_t lost = 0;
    for (uint32_t i = 0; i < ENTRIES; i++) {
        const uint32_t length = key_of(i, key), hash = ld_word_hash(key, length);
        assert_int_equal(ld_entries_find(&entries, key, length, hash), numbers[i]);
        const uint32_t home = hash & entries.mask;
        bool is_there = false;
        for (uint32_t k = 0; k < 4; k++) is_there |= (entries.recent[home ^ k] & entries.mask) == numbers[i];
        lost += !is_there;
    }
    assert_true(lost > 0 && entries.keys); /* some had to be found another way */
    for (uint32_t i = ENTRIES; i < 2 * ENTRIES; i++) {
        const uint32_t length = key_of(i, key);
        assert_int_equal(ld_entries_find(&entries, key, length, ld_word_hash(key, length)), 0);
    }
}

static void all_are_found(void **state) {
    struct ld_arena arena;
    (void)state;
    ld_arena_init(&arena);
    assert_true(ld_arena_run(&arena, fill, NULL));
    ld_arena_free(&arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(all_are_found)};
    return cmocka_run_group_tests_name("entries", tests, NULL, NULL);
}
