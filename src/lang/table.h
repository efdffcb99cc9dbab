/* table.h - a constant map from words to numbers, made at build time by tools/embed.c and used as it lies: no start-up
 * work. Open addressing, load at most one half. */
#ifndef LD_TABLE_H
#define LD_TABLE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct ld_table {
    const char *bytes;      /* all keys, one after the other, in byte order */
    const uint32_t *starts; /* [count + 1] where each key begins in bytes */
    const uint32_t *values; /* [count] */
    const uint32_t *slots;  /* [mask + 1] key number + 1 in LD_SLOT_BITS, above them those of its hash; or 0 */
    uint32_t mask;
    uint32_t count;
};

enum { LD_SLOT_BITS = 20 }; /* a table has fewer keys than that many bits can number */

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

/* The value of a key, or 0 where the table is NULL or has no such key. */
uint32_t ld_table_find(const struct ld_table *table, const char *key, size_t length);

/* The same, of a key whose hash is known. */
uint32_t ld_table_find_hashed(const struct ld_table *table, const char *key, size_t length, uint32_t hash);

#endif
