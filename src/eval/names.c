/* names.c - see names.h. Open addressing with linear probing (Knuth 1973, The Art of Computer Programming 3, 6.4,
 * Algorithm L); the hash is FNV-1a (Fowler, Noll and Vo), whose low bits are good enough for words. */
#include "eval/names.h"

#include <stdbool.h>
#include <string.h>

enum { FIRST_SLOTS = 64 };

static uint32_t hash_of(const char *bytes, size_t length) {
    uint32_t h = 2166136261u;
    for (size_t i = 0; i < length; i++) h = (h ^ (unsigned char)bytes[i]) * 16777619u;
    return h;
}

void ld_names_init(struct ld_names *names, struct ld_arena *arena) { *names = (struct ld_names){.arena = arena}; }

static bool is(const struct ld_name *name, uint32_t hash, const char *bytes, size_t length) {
    return name->hash == hash && name->length == length && !memcmp(name->bytes, bytes, length);
}

/* The slot that holds the string, or the free one where it belongs. */
static uint32_t slot_of(const struct ld_names *names, uint32_t hash, const char *bytes, size_t length) {
    uint32_t slot = hash & names->mask;
    while (names->slots[slot] && !is(&names->items[names->slots[slot] - 1], hash, bytes, length))
        slot = (slot + 1) & names->mask;
    return slot;
}

uint32_t ld_names_find(const struct ld_names *names, const char *bytes, size_t length) {
    if (!names->slots) return LD_NO_NAME;
    uint32_t slot = slot_of(names, hash_of(bytes, length), bytes, length);
    return names->slots[slot] ? names->slots[slot] - 1 : LD_NO_NAME;
}

static void make_room(struct ld_names *names) {
    if (names->slots && names->count < names->mask / 2) return;
    uint32_t size = names->slots ? 2 * (names->mask + 1) : FIRST_SLOTS;
    names->slots = ld_arena_array(names->arena, size, sizeof *names->slots);
    names->mask = size - 1;
    for (uint32_t i = 0; i < names->count; i++) {
        uint32_t slot = names->items[i].hash & names->mask;
        while (names->slots[slot]) slot = (slot + 1) & names->mask;
        names->slots[slot] = i + 1;
    }
}

uint32_t ld_names_add(struct ld_names *names, const char *bytes, size_t length) {
    make_room(names);
    uint32_t hash = hash_of(bytes, length), slot = slot_of(names, hash, bytes, length);
    if (names->slots[slot]) return names->slots[slot] - 1;
    LD_ARENA_ROOM(names->arena, names->items, names->count, names->capacity);
    const char *copy = ld_arena_string(names->arena, bytes, length);
    names->items[names->count] = (struct ld_name){copy, (uint32_t)length, hash, 0};
    names->slots[slot] = ++names->count;
    return names->count - 1;
}
