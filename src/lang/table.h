/* table.h - a constant map from words to numbers, used as it lies, with no start-up work: made at build time by
 * tools/embed.c, or a file in memory (idf_file.h). Open addressing, load at most one half. */
#ifndef LD_TABLE_H
#define LD_TABLE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/skip.h"

struct ld_table {
    const char *bytes;      /* all keys, one after the other, in byte order; the eight bytes before may be read */
    const uint32_t *starts; /* [count + 1] where each key begins in bytes */
    const uint32_t *values; /* [count] */
    const uint32_t *slots;  /* [mask + 1] key number + 1 in the bits of mask, above them those of its hash; or 0 */
    uint32_t mask;          /* slots less one: a power of two less one */
    uint32_t count;
    const uint64_t *bits; /* one of them set for each key, see ld_table_may_have; or NULL */
};

enum { LD_TABLE_MOST = 1 << 30 }; /* keys: their slots can still be numbered by 32 bits */

/* The hash of a key, the same on every machine: LD_HASH_START, then ld_hash_8 of each eight bytes, the last ones, none
 * to seven, filled up with zeros, then ld_hash_end. So one who reads a word eight bytes at a time has its hash too.
 * Mixed by multiplication with an odd number, that of the golden ratio (Knuth, The Art of Computer Programming, 6.4);
 * what is high in the product depends on all that was multiplied, and goes down to where the next product needs it. */
#define LD_GOLDEN UINT64_C(0x9E3779B97F4A7C15)
#define LD_HASH_START UINT64_C(0)
static inline uint64_t ld_hash_8(uint64_t hash, uint64_t bytes) {
    hash = (hash ^ bytes) * LD_GOLDEN;
    return hash ^ hash >> 32;
}
static inline uint32_t ld_hash_end(uint64_t hash) { return (uint32_t)(hash * LD_GOLDEN >> 32); }

static inline uint32_t ld_table_hash(const char *key, size_t length) {
    uint64_t hash = LD_HASH_START;
    for (; length >= 8; key += 8, length -= 8) hash = ld_hash_8(hash, ld_bytes_8(key));
    return ld_hash_end(ld_hash_8(hash, ld_bytes_below_8(key, length)));
}

/* The same, of a key that is looked up: where it ends up to eight more bytes may be read. No branch depends on the
 * length of short ones, for none could be foreseen. */
static inline uint32_t ld_table_hash_short(const char *key, size_t length) {
    uint64_t hash = LD_HASH_START;
    for (; length >= 16; key += 16, length -= 16)
        hash = ld_hash_8(ld_hash_8(hash, ld_bytes_8(key)), ld_bytes_8(key + 8));
    const uint64_t more = length >= 8, next = ld_hash_8(hash, ld_bytes_8(key));
    hash ^= (hash ^ next) & -more;
    key += 8 * more;
    length -= 8 * more;
    return ld_hash_end(ld_hash_8(hash, ld_first_of_8(key, length)));
}

/* Another hash, for words, of which most have less than 16 bytes: of sixteen bytes at once, the last ones, none to
 * fifteen, filled up with zeros. */
static inline uint64_t ld_hash_16(uint64_t hash, uint64_t first, uint64_t last) {
    return ld_hash_8(hash, first) ^ last * LD_GOLDEN;
}

static inline uint32_t ld_word_hash(const char *word, size_t length) {
    uint64_t hash = LD_HASH_START;
    for (; length >= 16; word += 16, length -= 16) hash = ld_hash_16(hash, ld_bytes_8(word), ld_bytes_8(word + 8));
    if (length < 8) return ld_hash_end(ld_hash_16(hash, ld_bytes_below_8(word, length), 0));
    return ld_hash_end(ld_hash_16(hash, ld_bytes_8(word), ld_bytes_below_8(word + 8, length - 8)));
}

/* The mask of a table with so many keys, at most LD_TABLE_MOST. */
static inline uint32_t ld_table_mask(uint32_t count) {
    uint32_t mask = 1;
    while (mask / 2 < count) mask = 2 * mask + 1;
    return mask;
}

/* Of most words that are no key a bit tells so. The bits are an eighth of the slots' memory: where look-ups are few and
 * far between, they are still at hand when those are not. */
enum { LD_TABLE_BITS = 4 }; /* for each slot */
static inline uint32_t ld_table_bit(uint32_t mask, uint32_t hash) { return hash & (LD_TABLE_BITS * (mask + 1) - 1); }
static inline bool ld_table_may_have(const struct ld_table *table, uint32_t hash) {
    const uint32_t bit = ld_table_bit(table->mask, hash);
    return !table->bits || table->bits[bit / 64] >> bit % 64 & 1;
}

/* Enter the key of that number, from 0, into slots that have room. */
static inline void ld_table_enter(uint32_t *slots, uint32_t mask, uint32_t hash, uint32_t number) {
    uint32_t i = hash & mask;
    while (slots[i]) i = (i + 1) & mask;
    slots[i] = (hash & ~mask) | (number + 1);
}

/* Which words of two bytes or more may be of a kind: for most others, their last two bytes and their length tell that
 * they are none, or their first two do. */
struct ld_sieve {
    unsigned char by_end[1024], by_begin[1024]; /* by the lowest five bits of two bytes: a bit a length; the lowest for
                                                   8 and more */
};

static inline uint32_t ld_sieve_place(const char *two) { return (uint32_t)((two[0] & 31) << 5 | (two[1] & 31)); }

static inline bool ld_sieve_holds(const struct ld_sieve *sieve, const char *word, size_t length) {
    return (sieve->by_end[ld_sieve_place(word + length - 2)] & sieve->by_begin[ld_sieve_place(word)]) >>
               (length < 8 ? length : 0) &
           1;
}

static inline void ld_sieve_add(struct ld_sieve *sieve, const char *word, size_t length) {
    const unsigned char bit = (unsigned char)(1 << (length < 8 ? length : 0));
    sieve->by_end[ld_sieve_place(word + length - 2)] |= bit;
    sieve->by_begin[ld_sieve_place(word)] |= bit;
}

/* Which of 256 bits is that of a word, given as its first eight bytes (ld_bytes_8, filled up with zeros): a list
 * without that bit does not have the word. And which of another 512. */
static inline unsigned ld_word_bit(uint64_t first) { return (unsigned)(first * LD_GOLDEN >> 56); }
static inline unsigned ld_word_other_bit(uint64_t first) { return (unsigned)(first * LD_GOLDEN >> 47) & 511; }

/* The value of a key, or 0 where the table is NULL or has no such key. Up to eight bytes behind the key are read. */
uint32_t ld_table_find(const struct ld_table *table, const char *key, size_t length);

/* The same, of a key whose hash is known; and what is asked for of memory before that is done. */
void ld_table_will_find(const struct ld_table *table, uint32_t hash);
uint32_t ld_table_find_hashed(const struct ld_table *table, const char *key, size_t length, uint32_t hash);

#endif
