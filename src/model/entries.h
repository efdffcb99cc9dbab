/* entries.h - what is known of words and stems, an entry each, found by its letters. In: folded words. Leaves alone
 * what the entries tell, but that of a new one nothing is known. */
#ifndef LD_ENTRIES_H
#define LD_ENTRIES_H

#include "base/arena.h"
#include "text/words.h"

/* A word, a stem, or both. A cache is larger than what a processor has at hand, so an entry is what is fetched together
 * of memory; a long one goes on in the lines after it. */
enum { LD_LINE = 64, LD_SHORT = 16 };
struct ld_known {
    uint32_t document;      /* as a word: the last document that had it, */
    uint32_t facts, shape;  /* likewise */
    uint16_t length;        /* of the key */
    bool is_bare;           /* as a word, it is not known what it is */
    uint8_t as_stem;        /* enum ld_as_stem */
    uint32_t number;        /* the word's in that document */
    uint32_t term_document; /* as a stem: likewise */
    uint32_t stem;          /* as a word: the line of its stem; 0: not found out yet */
    uint32_t term_number;
    double idf;   /* as a stem; 0 where it does not count */
    char key[24]; /* and zeros: one to eight, to a multiple of eight, and at least to LD_SHORT */
};
enum ld_as_stem { LD_UNKNOWN, LD_NO_CONTENT, LD_CONTENT };
_Static_assert(sizeof(struct ld_known) == LD_LINE, "an entry is a line of memory");

struct ld_entries {                   /* in the order in which they were met: so what is common is close together */
    char *room;                       /* of the arena, in which they are */
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

static inline const char *ld_copy_key(char *to, const char *key, uint32_t length) {
    for (uint32_t i = 0; i <= length; i += 8) ld_put_bytes_8(to + i, ld_bytes_8(key + i));
    return to;
}

static inline bool ld_has_key(const struct ld_known *known, const char *key, uint32_t length) {
    if (ld_bytes_8(known->key) != ld_bytes_8(key)) return false;
    if (length < 8) return true; /* a zero after it was among them */
    return known->length == length && ld_is_same(known->key, key, length);
}

/* Is it the line of a word that was read, and is it known what that is? At one go, for most are. */
static inline bool ld_is_known_word(const struct ld_known *known, const struct ld_word_read *read) {
    const uint64_t other = (ld_bytes_8(known->key) ^ ld_bytes_8(read->folded)) |
                           (ld_bytes_8(known->key + 8) ^ ld_bytes_8(read->folded + 8));
    if (!(other | read->length / LD_SHORT | known->is_bare)) return true;
    return !other && !known->is_bare && ld_has_key(known, read->folded, read->length);
}

#endif
