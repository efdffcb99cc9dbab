/* words.h - the words of a span, one after the other, folded for matching. */
#ifndef LD_WORDS_H
#define LD_WORDS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/span.h"
#include "lang/language.h"

enum {
    LD_WORD_BYTES = 255,    /* longer runs are cut */
    LD_FOLDED_BYTES = 1024, /* room for one of them: folding makes it at most three times as long */
    LD_WORDS_AT_ONCE = 32   /* more than most sentences have */
};

enum ld_token_flag {
    LD_CAPITAL = 1,      /* first letter is upper case */
    LD_ALL_CAPITALS = 2, /* two letters or more, all upper case */
    LD_NUMERIC = 4,      /* has a digit */
    LD_AFTER_PUNCT = 8   /* something other than blanks stands between this word and the one before (or it is first) */
};

struct ld_word_scan {
    const char *text;
    uint32_t begin, at, end; /* at to end is left to read */
    const struct ld_language *language;
    struct ld_span span; /* of the word found, in text */
    uint8_t flags;       /* enum ld_token_flag */
    uint16_t length;     /* of folded */
    uint32_t hash;       /* of folded: ld_table_hash */
    char *folded;        /* in room; zeros after it: one to eight, to a multiple of eight */
    char room[LD_FOLDED_BYTES + 16 * LD_WORDS_AT_ONCE];
};

struct ld_word_read { /* a word that was read: as in ld_word_scan */
    const char *folded;
    uint32_t length, hash;
    struct ld_span span;
    uint8_t flags;
};

/* Start at a span of text. The scan keeps no other memory. */
void ld_words_start(struct ld_word_scan *scan, const char *text, struct ld_span span,
                    const struct ld_language *language);

/* The next word; false at the end. A word is
 *   a run of letters, marks and digits, with apostrophes, hyphens and points between letters ("don't", "full-scale",
 *   "U.S", "Ph.D"), points, commas and the like between digits ("1,150", "9.30"), a currency sign before or after
 *   digits and a percent sign after them ("$500", "50%");
 *   an elided article or the like with its apostrophe where the language has one ("l'" of "l'homme");
 *   in scripts without blanks, each pair of neighbouring characters, overlapping (a lone character by itself).
 * Follows UAX #29 word boundaries (WB4 to WB13) but for the hyphen and the currency sign, which they cut off. */
bool ld_words_next(struct ld_word_scan *scan);

/* The next words, at most LD_WORDS_AT_ONCE, which is faster: how many were read; 0 at the end. What scan tells of a
 * word found is then of none. Folded forms are good until the scan reads on. */
uint32_t ld_words_read(struct ld_word_scan *scan, struct ld_word_read words[LD_WORDS_AT_ONCE]);

#endif
