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
    LD_WORDS_AT_ONCE = 320, /* many sentences' */
    LD_WORDS_ROOM = 40,     /* more than are found at a time */
    LD_WORDS_BEYOND = 80    /* bytes beyond the end that are best looked at, see limit */
};

enum ld_token_flag {
    LD_CAPITAL = 1,      /* first letter is upper case */
    LD_AFTER_PUNCT = 2,  /* something other than blanks stands between this word and the one before (or it is first) */
    LD_ALL_CAPITALS = 4, /* two letters or more, all upper case */
    LD_NUMERIC = 8       /* has a digit */
};

struct ld_token { /* a word where it stands */
    uint32_t offset;
    uint32_t word;   /* index into the document's words; found by model/vocabulary.c */
    uint16_t length; /* bytes */
    uint8_t flags;   /* enum ld_token_flag */
};

/* The letters of a folded word, where no pointer need be followed for most: those of less than LD_SHORT bytes. */
enum { LD_SHORT = 16 };
struct ld_letters {
    union {
        char here[LD_SHORT]; /* and zeros; or of longer ones, of which the first here is a zero: */
        struct {
            uint64_t none;
            const char *there; /* zeros after it: one to eight, to a multiple of eight */
        };
    };
};

static inline const char *ld_letters_of(const struct ld_letters *letters) {
    return letters->here[0] || !letters->there ? letters->here
                                               : letters->there; /* one that folds to nothing has none */
}

struct ld_word_read {
    struct ld_letters letters;
    uint32_t length;
    uint32_t hash; /* ld_word_hash */
};

struct ld_words {            /* that were read; count and used are 0 at first */
    uint32_t count, used;    /* of items and tokens, of folded */
    struct ld_token *tokens; /* [LD_WORDS_AT_ONCE] the caller's */
    struct ld_word_read items[LD_WORDS_AT_ONCE];
    char folded[4 * LD_FOLDED_BYTES]; /* of long ones */
};

struct ld_places { /* numbers by hash, with which the look-up of a word begins: their memory is asked for */
    const uint32_t *at;
    uint32_t mask; /* of them there are one more */
};

struct ld_word_scan {
    const char *text;
    uint32_t begin, at, end; /* at to end is left to read */
    uint32_t limit;          /* bytes of text up to here may be looked at: end, or set to more after the start */
    const struct ld_language *language;
    uint32_t columns; /* words as runs of what is no blank, of what is read; see ld_words_columns */
    bool inside;      /* of such a run */
    bool rare;        /* something was met for which they are counted otherwise */
    bool mark;        /* something other than blanks was met since the last word */
    /* of the word that ld_words_next found: */
    struct ld_span span; /* in text */
    uint8_t flags;       /* enum ld_token_flag */
    uint16_t length;     /* of folded */
    uint32_t hash;
    const char *folded; /* and zeros, as ld_letters have them */
    char *room;         /* for one of them, for words_any.c */
    /* that it read ahead: */
    uint32_t next; /* of words, the first not given yet */
    struct ld_words words;
    struct ld_token tokens[LD_WORDS_AT_ONCE];
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

/* All words that are left, added to those already in words: a faster way, not to be mixed with the other. False: that
 * is full, and is to be emptied before the scan can go on. Asks for the place of most words. */
bool ld_words_read(struct ld_word_scan *scan, struct ld_words *words, struct ld_places places);

/* ld_count_columns of the span, all of which was read so. */
uint32_t ld_words_columns(const struct ld_word_scan *scan);

#endif
