/* entries.h - what is known of words and stems, an entry each, found by its letters. In: folded words. Leaves alone
 * what the entries tell, but that of a new one nothing is known. */
#ifndef LD_ENTRIES_H
#define LD_ENTRIES_H

#include "base/arena.h"
#include "model/doc.h"

/* A word, a stem, or both. A cache is larger than what a processor has at hand, so an entry is what is fetched together
 * of memory; the letters of a long one are in the lines after it. */
enum { LD_LINE = 64 };
struct ld_known {
    struct ld_word word;    /* as a document has it, but that term is the line of its stem; 0: not found out yet */
    uint32_t document;      /* as a word: the last document that had it, */
    uint32_t term_document; /* as a stem: likewise */
    uint32_t number;        /* the word's there */
    uint32_t term_number;
    double idf;      /* as a stem; 0 where it does not count */
    uint8_t as_stem; /* enum ld_as_stem */
    bool is_bare;    /* as a word, it is not known what it is */
};
enum ld_as_stem { LD_UNKNOWN, LD_NO_CONTENT, LD_CONTENT };
_Static_assert(sizeof(struct ld_known) == LD_LINE, "an entry is a line of memory");

struct ld_entries {                   /* in the order in which they were met: so what is common is close together */
    struct ld_known *at;              /* [capacity + 1] at a multiple of LD_LINE; numbered from 1 on, 0 has no key */
    struct ld_key *keys;              /* uthash: of entries that lost their place in recent; hh.key lies in them */
    uint32_t *recent, mask, capacity; /* [mask + 1] numbers by hash; 0: none */
    uint32_t used;
};

/* Make room for the first ones. */
void ld_entries_start(struct ld_arena *arena, struct ld_entries *lines);

/* The number of a key's line; 0: there is none. */
uint32_t ld_entries_find(const struct ld_entries *lines, const char *key, uint32_t length, uint32_t hash);

/* The same, at which the next look-up looks first; where there is none, a new one. Lines may have moved afterwards. */
uint32_t ld_entries_need(struct ld_arena *arena, struct ld_entries *lines, const char *key, uint32_t length,
                         uint32_t hash);

/* Bytes of a key with its zeros. */
static inline uint32_t ld_filled(uint32_t length) { return length / 8 * 8 + 8; }

static inline bool ld_is_same(const char *a, const char *b, size_t length) {
    for (size_t i = 0; i < length; i += 8)
        if (ld_bytes_8(a + i) != ld_bytes_8(b + i)) return false;
    return true;
}

/* The letters, and zeros: one to eight, to a multiple of eight. */
static inline const char *ld_key_of(const struct ld_known *known) {
    return known->word.length < LD_SHORT ? known->word.letters.here : (const char *)(known + 1);
}

static inline bool ld_has_key(const struct ld_known *known, const char *key, uint32_t length) {
    return known->word.length == length && ld_is_same(ld_key_of(known), key, length);
}

/* Is it the line of a word that was read, and is it known what that is? At one go, for most are; said of no long one.
 */
static inline bool ld_is_known_word(const struct ld_known *known, const struct ld_word_read *read) {
    const char *have = known->word.letters.here, *want = read->letters.here;
    return !((ld_bytes_8(have) ^ ld_bytes_8(want)) | (ld_bytes_8(have + 8) ^ ld_bytes_8(want + 8)) | known->is_bare);
}

#endif
