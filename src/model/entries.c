/* entries.c - see entries.h. An entry is looked for among those last looked up for a hash, then in uthash. */
#include "model/entries.h"

#include <string.h>

/* uthash inside an arena: what it frees stays until the arena goes. ld_arena_alloc never gives NULL. Keys are filled up
 * with zeros to a multiple of eight bytes. */
#define uthash_malloc(size) ld_arena_alloc(arena, size)
#define uthash_free(pointer, size) ((void)(pointer))
#define HASH_KEYCMP(a, b, length) (!ld_is_same(a, b, length))
#include <uthash.h>

/* Chains are in memory that is seldom near: ten to a chain, as uthash would have it, is more than a look-up costs. */
#undef HASH_BKT_CAPACITY_THRESH
#define HASH_BKT_CAPACITY_THRESH 6U

enum { FEWEST_RECENT = 1 << 11 };

struct ld_key { /* what finds an entry; apart from it, for most words are found by recent */
    UT_hash_handle hh;
    uint32_t number; /* of its line */
};

static uint32_t lines_of(uint32_t length) {
    return (uint32_t)(offsetof(struct ld_known, key) + ld_filled(length) + LD_LINE - 1) / LD_LINE;
}

/* Four places next to each other may have a key's number, with what of its hash is above it; what was looked up last is
 * at the first of them, home. */
enum { PLACES = 4 };

static void remember(const struct ld_entries *lines, uint32_t hash, uint32_t number) {
    const uint32_t home = hash & lines->mask;
    uint32_t *recent = lines->recent, i = 0;
    /* NOLINTNEXTLINE(clang-analyzer-core.NullDereference): what has a number has lines, and with them recent */
    while (i < PLACES - 1 && recent[home ^ i]) i++; /* the last one may be forgotten: uthash knows it, too */
    recent[home ^ i] = recent[home];
    recent[home] = (hash & ~lines->mask) | number;
}

/* is_new: no place was ever forgotten, and none has it. */
static uint32_t recall(const struct ld_entries *lines, const char *key, uint32_t length, uint32_t hash, bool *is_new) {
    const uint32_t home = hash & lines->mask;
    uint32_t *recent = lines->recent;
    *is_new = false;
    for (uint32_t i = 0; i < PLACES; i++) {
        const uint32_t found = recent[home ^ i];
        *is_new |= !found;
        if ((found ^ hash) & ~lines->mask || !ld_has_key(&lines->at[found & lines->mask], key, length)) continue;
        recent[home ^ i] = recent[home];
        recent[home] = found;
        return found & lines->mask;
    }
    return 0;
}

/* Room for twice as much, and no less than so many lines more. */
static void grow(struct ld_arena *arena, struct ld_entries *lines, uint32_t more) {
    struct ld_entries large = *lines;
    do {
        large.mask = large.mask ? 2 * large.mask + 1 : FEWEST_RECENT - 1;
        if (large.mask >= LD_TABLE_MOST) ld_arena_fail(arena);
        large.capacity = large.mask / 8 * 3;
    } while (large.capacity - large.used < more);
    char *room = ld_arena_alloc(arena, (large.capacity + (size_t)2) * LD_LINE);
    large.at = (void *)(room + (-(uintptr_t)room & (LD_LINE - 1)));
    large.recent = ld_arena_array(arena, large.mask + (size_t)1, sizeof *large.recent);
    if (lines->at)
        memcpy(large.at, lines->at, (lines->used + (size_t)1) * LD_LINE);
    else
        large.at[0] = (struct ld_known){.is_bare = true, .as_stem = LD_NO_CONTENT};
    for (struct ld_key *key = large.keys; key; key = key->hh.next) { /* to where the lines are now */
        key->hh.key = large.at[key->number].key;
        remember(&large, key->hh.hashv, key->number);
    }
    *lines = large;
}

uint32_t ld_entries_find(const struct ld_entries *lines, const char *key, uint32_t length, uint32_t hash) {
    struct ld_key *found = NULL;
    bool is_new = true;
    const uint32_t number = lines->recent ? recall(lines, key, length, hash, &is_new) : 0;
    if (number || is_new) return number;
    HASH_FIND_BYHASHVALUE(hh, lines->keys, key, length, hash, found);
    if (!found) return 0;
    remember(lines, hash, found->number);
    return found->number;
}

uint32_t ld_entries_need(struct ld_arena *arena, struct ld_entries *lines, const char *key, uint32_t length,
                         uint32_t hash) {
    const uint32_t number = ld_entries_find(lines, key, length, hash);
    if (number) return number;
    const uint32_t more = lines_of(length);
    if (lines->capacity - lines->used < more) grow(arena, lines, more);
    struct ld_key *entry = ld_arena_alloc(arena, sizeof *entry), *head = lines->keys;
    *entry = (struct ld_key){.number = lines->used + 1};
    struct ld_known *known = &lines->at[entry->number];
    *known = (struct ld_known){.length = (uint16_t)length, .is_bare = true};
    ld_copy_key(known->key, key, length);
    HASH_ADD_KEYPTR_BYHASHVALUE(hh, head, known->key, length, hash, entry);
    lines->keys = head;
    lines->used += more;
    remember(lines, hash, entry->number);
    return entry->number;
}

void ld_entries_start(struct ld_arena *arena, struct ld_entries *lines) { grow(arena, lines, 0); }
