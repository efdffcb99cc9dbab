/* table.h - a constant map from words to numbers, made at build time by tools/embed.c and used as it lies: no start-up
 * work. Open addressing over FNV-1a, load at most one half. */
#ifndef LD_TABLE_H
#define LD_TABLE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct ld_table {
    const char *bytes;      /* all keys, one after the other, in byte order */
    const uint32_t *starts; /* [count + 1] where each key begins in bytes */
    const uint32_t *values; /* [count] */
    const uint32_t *slots;  /* [mask + 1] key number + 1, or 0 */
    uint32_t mask;
    uint32_t count;
};

static inline uint32_t ld_table_hash(const char *key, size_t length) {
    uint32_t h = 2166136261u;
    for (size_t i = 0; i < length; i++) h = (h ^ (unsigned char)key[i]) * 16777619u;
    return h ^ (h >> 15);
}

/* The value of a key, or 0 where the table is NULL or has no such key. */
uint32_t ld_table_find(const struct ld_table *table, const char *key, size_t length);

#endif
