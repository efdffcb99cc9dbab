/* table.h - a constant map from words to numbers, used as it lies, with no start-up work: made at build time by
 * tools/embed.c, or a file in memory (idf_file.h). Open addressing, load at most one half. */
#ifndef LD_TABLE_H
#define LD_TABLE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct ld_table {
    const char *bytes;      /* all keys, one after the other, in byte order */
    const uint32_t *starts; /* [count + 1] where each key begins in bytes */
    const uint32_t *values; /* [count] */
    const uint32_t *slots;  /* [mask + 1] key number + 1 in the bits of mask, above them those of its hash; or 0 */
    uint32_t mask;          /* slots less one: a power of two less one */
    uint32_t count;
};

enum { LD_TABLE_MOST = 1 << 30 }; /* keys: their slots can still be numbered by 32 bits */

static inline uint64_t ld_bytes_4(const unsigned char *p) {
    return p[0] | (uint64_t)p[1] << 8 | (uint64_t)p[2] << 16 | (uint64_t)p[3] << 24;
}

/* The same on every machine. Words are short: up to 8 bytes are read as two pieces of four that may overlap, longer
 * keys 8 bytes at a time; mixed by multiplication with odd numbers (of the golden ratio, and of FNV-1a). */
static inline uint32_t ld_table_hash(const char *key, size_t length) {
    const unsigned char *p = (const unsigned char *)key, *last = p + length;
    const uint64_t golden = UINT64_C(0x9E3779B97F4A7C15), prime = UINT64_C(0x100000001B3);
    uint64_t h = length * prime;
    for (; last - p > 8; p += 8) h = (h ^ ld_bytes_4(p) ^ ld_bytes_4(p + 4) << 32) * golden, h ^= h >> 32;
    size_t left = (size_t)(last - p);
    if (left >= 4)
        h ^= ld_bytes_4(p) ^ ld_bytes_4(last - 4) << 32;
    else if (left)
        h ^= p[0] | (uint64_t)p[left / 2] << 8 | (uint64_t)last[-1] << 16;
    h *= golden;
    return (uint32_t)(h >> 32 ^ h >> 15);
}

/* The mask of a table with so many keys, at most LD_TABLE_MOST. */
static inline uint32_t ld_table_mask(uint32_t count) {
    uint32_t mask = 1;
    while (mask / 2 < count) mask = 2 * mask + 1;
    return mask;
}

/* Enter the key of that number, from 0, into slots that have room. */
static inline void ld_table_enter(uint32_t *slots, uint32_t mask, uint32_t hash, uint32_t number) {
    uint32_t i = hash & mask;
    while (slots[i]) i = (i + 1) & mask;
    slots[i] = (hash & ~mask) | (number + 1);
}

/* The value of a key, or 0 where the table is NULL or has no such key. */
uint32_t ld_table_find(const struct ld_table *table, const char *key, size_t length);

/* The same, of a key whose hash is known. */
uint32_t ld_table_find_hashed(const struct ld_table *table, const char *key, size_t length, uint32_t hash);

#endif
