/* entries.c - see entries.h. Four entries of each few hashes are remembered in a table of their numbers; those that
 * have no place there are in uthash. */
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
_Static_assert(FEWEST_RECENT / 8 * 3 > 2 * LD_FOLDED_BYTES / LD_LINE, "with twice the room there is room for a word");

struct ld_key { /* what finds an entry that recent has no place for */
    UT_hash_handle hh;
    uint32_t number; /* of its line */
};

static uint32_t lines_of(uint32_t length) {
    return length < LD_SHORT ? 1 : 1 + (ld_filled(length) + LD_LINE - 1) / LD_LINE;
}

static uint32_t hash_of(const struct ld_known *known) { return ld_word_hash(ld_key_of(known), known->word.length); }

/* Of recent, then of the lines, which begin at a multiple of a line. */
static size_t slots_of(const struct ld_entries *lines) { return (lines->mask + (size_t)1) * sizeof *lines->recent; }
static size_t room_of(const struct ld_entries *lines) {
    return slots_of(lines) + (lines->capacity + (size_t)2) * LD_LINE;
}

static uint32_t find_key(const struct ld_entries *lines, const char *key, uint32_t length, uint32_t hash) {
    struct ld_key *found = NULL;
    HASH_FIND_BYHASHVALUE(hh, lines->keys, key, length, hash, found);
    return found ? found->number : 0;
}

/* Four places next to each other may have a key's number, with what of its hash is above it; what was looked up last is
 * at the first of them, home. Who loses the last of them is found by its key from then on. */
enum { PLACES = 4 };

static void remember(struct ld_arena *arena, struct ld_entries *lines, uint32_t hash, uint32_t number) {
    const uint32_t home = hash & lines->mask;
    uint32_t *recent = lines->recent, i = 0;
    /* NOLINTNEXTLINE(clang-analyzer-core.NullDereference): what has a number has lines, and with them recent */
    while (i < PLACES - 1 && recent[home ^ i]) i++;
    const uint32_t lost = recent[home ^ i] & lines->mask;
    if (lost) {
        const struct ld_known *known = &lines->at[lost];
        const uint32_t lost_hash = hash_of(known);
        if (!find_key(lines, ld_key_of(known), known->word.length, lost_hash)) {
            struct ld_key *entry = ld_arena_alloc(arena, sizeof *entry), *head = lines->keys;
            *entry = (struct ld_key){.number = lost};
            HASH_ADD_KEYPTR_BYHASHVALUE(hh, head, ld_key_of(known), known->word.length, lost_hash, entry);
            lines->keys = head;
        }
    }
    recent[home ^ i] = recent[home];
    recent[home] = (hash & ~lines->mask) | number;
}

/* The number that is remembered for a key, or 0; was_lost: others of its places were lost, it may be one of them. */
static uint32_t recall(const struct ld_entries *lines, const char *key, uint32_t length, uint32_t hash,
                       bool *was_lost) {
    const uint32_t home = hash & lines->mask;
    uint32_t *recent = lines->recent;
    *was_lost = true;
    for (uint32_t i = 0; i < PLACES; i++) {
        const uint32_t found = recent[home ^ i];
        *was_lost &= found != 0;
        if ((found ^ hash) & ~lines->mask || !ld_has_key(&lines->at[found & lines->mask], key, length)) continue;
        recent[home ^ i] = recent[home];
        recent[home] = found;
        return found & lines->mask;
    }
    return 0;
}

/* Room for twice as much. */
static void grow(struct ld_arena *arena, struct ld_entries *lines) {
    const struct ld_entries small = *lines;
    lines->mask = lines->mask ? 2 * lines->mask + 1 : FEWEST_RECENT - 1;
    if (lines->mask >= LD_TABLE_MOST) ld_arena_fail(arena);
    lines->capacity = lines->mask / 8 * 3;
    lines->recent = ld_arena_alloc(arena, room_of(lines));
    memset(lines->recent, 0, slots_of(lines));
    char *const first = (char *)lines->recent + slots_of(lines);
    lines->at = (void *)(first + (-(uintptr_t)first & (LD_LINE - 1)));
    if (small.recent) {
        memcpy(lines->at, small.at, (lines->used + (size_t)1) * LD_LINE);
        ld_arena_drop(arena, small.recent, room_of(&small));
    } else {
        lines->at[0] = (struct ld_known){.is_bare = true, .as_stem = LD_NO_CONTENT};
    }
    for (struct ld_key *key = lines->keys; key; key = key->hh.next) /* to where the lines are now */
        key->hh.key = (void *)ld_key_of(&lines->at[key->number]);
    for (uint32_t number = 1; number <= lines->used; number += lines_of(lines->at[number].word.length)) {
        const struct ld_known *known = &lines->at[number];
        remember(arena, lines, hash_of(known), number);
    }
}

uint32_t ld_entries_find(const struct ld_entries *lines, const char *key, uint32_t length, uint32_t hash) {
    bool was_lost = false;
    const uint32_t number = lines->recent ? recall(lines, key, length, hash, &was_lost) : 0;
    return was_lost && !number ? find_key(lines, key, length, hash) : number;
}

uint32_t ld_entries_need(struct ld_arena *arena, struct ld_entries *lines, const char *key, uint32_t length,
                         uint32_t hash) {
    bool was_lost = false;
    uint32_t number = lines->recent ? recall(lines, key, length, hash, &was_lost) : 0;
    if (number) return number;
    if (was_lost) number = find_key(lines, key, length, hash);
    if (!number) {
        const uint32_t more = lines_of(length);
        if (lines->capacity - lines->used < more) grow(arena, lines);
        number = lines->used + 1;
        lines->used += more;
        struct ld_known *known = &lines->at[number];
        *known = (struct ld_known){.word.length = (uint16_t)length, .is_bare = true};
        memcpy(length < LD_SHORT ? known->word.letters.here : (char *)(known + 1), key, ld_filled(length));
        if (length >= LD_SHORT) known->word.letters.here[1] = 1; /* so that no word without letters is taken for it */
    }
    remember(arena, lines, hash, number);
    return number;
}

void ld_entries_start(struct ld_arena *arena, struct ld_entries *lines) { grow(arena, lines); }
