/* language.h - the languages, and what is known of their words. languages.def has one row a language. */
#ifndef LD_LANGUAGE_H
#define LD_LANGUAGE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lang/table.h"

/* Facts of a word, as bits: LD_STOP, LD_ABBR_NAME, ... one a row of lexicon.def. */
enum ld_fact_bit {
#define FACT(section, NAME, file) LD_BIT_##NAME,
#include "lang/lexicon.def"
#undef FACT
    LD_FACT_COUNT
};
enum ld_fact {
#define FACT(section, NAME, file) LD_##NAME = 1 << LD_BIT_##NAME,
#include "lang/lexicon.def"
#undef FACT
};

enum ld_language_row { /* of ld_languages */
                       LD_LANGUAGE_und,
#define LANGUAGE(code, name, stemmer, frequencies) LD_LANGUAGE_##code,
#include "lang/languages.def"
#undef LANGUAGE
                       LD_LANGUAGE_COUNT
};

/* Beside the facts in a lexicon's values: a (longer) phrase of the lexicon begins with the word or phrase. */
#define LD_OPENS_PHRASE (UINT32_C(1) << 31)

enum { LD_ABBREVIATION = LD_ABBR_NAME | LD_ABBR_NUMBER | LD_ABBR_INSIDE | LD_ABBR_EITHER };

/* Beside its words and phrases a lexicon has, with a blank before it and with their facts, each word that an
 * abbreviation of several words ends with, or a phrase of furniture of so many words or more: where " word" is no
 * entry, no such phrase need be looked for before it. */
enum { LD_LONG_PHRASE = 4 };

struct ld_language {
    const char *code;                /* ISO 639-1, or "und" */
    const char *name;                /* in English */
    const char *stemmer;             /* libstemmer's name, NULL for none */
    const struct ld_table *lexicon;  /* folded word or phrase (single blanks) -> facts; NULL for none */
    const uint64_t *pairs;           /* bits, see ld_language_may_pair; NULL for none */
    const struct ld_sieve *closings; /* last words, of two bytes or more, of abbreviations and of phrases of furniture
                                        (see LD_LONG_PHRASE); NULL for none */
    const bool *elides;              /* are there stop words that end with an apostrophe ("l'")? NULL: no */
    const struct ld_table *frequencies; /* stem -> background document frequency; NULL for none */
    const uint32_t *background;         /* how many documents were counted for frequencies; NULL for none */
};

extern const struct ld_language ld_languages[]; /* ends with a row whose code is NULL; the first is "und" */

/* By code ("nb" and "nn" are "no"; upper case and a region, "pt-BR", are accepted); NULL where there is none. */
const struct ld_language *ld_language_find(const char *code);

/* The facts of a folded word or of a folded phrase with single blanks; 0 where nothing is known. Up to eight bytes
 * behind it are read. */
uint32_t ld_language_facts(const struct ld_language *language, const char *folded, size_t length);

/* The same, with LD_OPENS_PHRASE where it applies: without it, no phrase needs to be looked up that begins so. */
uint32_t ld_language_look(const struct ld_language *language, const char *folded, size_t length);

/* Whether a phrase of the lexicon may begin with two words, given as their first eight bytes (ld_bytes_8, filled up
 * with zeros): where not, it need not be looked up. Of a bit for each pair's hash; some others have the same. */
enum { LD_PAIR_BITS = 1 << 14 };
static inline uint32_t ld_pair_bit(uint64_t first, uint64_t second) {
    return (uint32_t)((first * LD_GOLDEN ^ second) * LD_GOLDEN >> 50);
}
static inline bool ld_language_may_pair(const struct ld_language *language, uint64_t first, uint64_t second) {
    const uint32_t bit = ld_pair_bit(first, second);
    return language->pairs && language->pairs[bit / 64] >> bit % 64 & 1;
}

/* Whether words may be a phrase of the lexicon: behind the bits of pairs, those of phrases by their hash, which is
 * ld_hash_8 of each word's first eight bytes, from LD_HASH_START on. */
static inline uint32_t ld_phrase_bit(uint64_t hash) { return LD_PAIR_BITS + (uint32_t)(hash * LD_GOLDEN >> 50); }
static inline bool ld_language_may_be(const struct ld_language *language, uint64_t hash) {
    const uint32_t bit = ld_phrase_bit(hash);
    return language->pairs && language->pairs[bit / 64] >> bit % 64 & 1;
}

/* Whether a word may be the second of a phrase: behind those bits, one for each such word's hash. */
enum { LD_PHRASE_BITS = 3 * LD_PAIR_BITS };
static inline uint32_t ld_second_bit(uint64_t second) {
    return 2 * LD_PAIR_BITS + (uint32_t)(second * LD_GOLDEN >> 50);
}
static inline bool ld_language_may_be_second(const struct ld_language *language, uint64_t second) {
    const uint32_t bit = ld_second_bit(second);
    return language->pairs && language->pairs[bit / 64] >> bit % 64 & 1;
}

/* The language of a text, by its script and its function words; "und" rather than a guess. See detect.c. */
const struct ld_language *ld_language_detect(const char *text, size_t length);

#endif
