/* sentence_rules.h - the inside of the sentence splitter: what stands around a mark, and whether a sentence ends there.
 * Shared by sentences.c (finds the marks), sentence_near.c (reads the words) and sentence_rules.c (decides). */
#ifndef LD_SENTENCE_RULES_H
#define LD_SENTENCE_RULES_H

#include "lang/language.h"

enum ld_end_kind {
    LD_END_NONE,
    LD_END_POINT, /* the full stop, which abbreviations and numbers share */
    LD_END_ASK,   /* ? and ! */
    LD_END_DOTS,  /* an ellipsis, a smiley */
    LD_END_PAUSE, /* colon and semicolon */
    LD_END_SURE   /* marks that do nothing else: danda, ideographic full stop, Arabic full stop */
};

/* Marks that may end a sentence, with what closes after them. All pointers are into the text. */
struct ld_end {
    const struct ld_language *language;
    const char *begin; /* the sentence's first byte */
    const char *mark;  /* the first mark */
    const char *after; /* past the marks and the closing quotes and brackets */
    const char *limit; /* the block's end */
    enum ld_end_kind kind;
    bool closed; /* a closing quote or bracket stands after the marks */
    bool quoted; /* it is a quote */
};

/* The word that ends before a mark, or that begins after it. */
struct ld_near {
    const char *at;
    uint32_t bytes;
    uint32_t first; /* first code point */
    uint32_t facts; /* of the language's lexicon */
    uint8_t letters, digits, points, uppers, marks;
    bool ascii;
};

enum { LD_NEAR_BYTES = 64 }; /* how far a word is looked at: longer ones are no abbreviations */

/* The word that ends before mark, no earlier than begin; that which begins at a place, up to limit. Empty where none
 * does. */
void ld_near_before(struct ld_near *word, const struct ld_language *language, const char *begin, const char *mark);
void ld_near_after(struct ld_near *word, const struct ld_language *language, const char *at, const char *limit);

/* Is it told by little work that a plain word ends before mark: with two small letters of ASCII at its end (mark
 * follows two letters), and no abbreviation, nor the end of one? Where this is false, it may still be so. */
bool ld_near_is_plain(const struct ld_language *language, const char *begin, const char *mark);

bool ld_is_vowel(uint32_t code_point); /* of a letter */
bool ld_near_ends_with_vowel(const struct ld_near *word);

bool ld_is_opening(uint32_t code_point); /* may open a quote or a bracket */
bool ld_is_closing(uint32_t code_point); /* may close one; some marks may do both */
bool ld_is_dash(uint32_t code_point);    /* hyphen and minus too */

/* Whether the sentence ends with the marks (sentence_rules.c). */
bool ld_sentence_ends(const struct ld_end *end);

#endif
