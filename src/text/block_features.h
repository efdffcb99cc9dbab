/* block_features.h - what is seen of a block by itself: its marks, length, capitals and phrases. For blocks.c only. */
#ifndef LD_BLOCK_FEATURES_H
#define LD_BLOCK_FEATURES_H

#include "base/span.h"
#include "lang/language.h"

enum ld_feature_bit {
#define FEATURE(NAME) LD_SEEN_BIT_##NAME,
#include "text/block_features.def"
#undef FEATURE
    LD_FEATURE_COUNT
};

#define LD_SEEN(NAME) (UINT64_C(1) << LD_SEEN_BIT_##NAME)

enum {
    LD_WORDS_SEEN = 40,
    LD_FOLDED_SEEN = 640,
    LD_PHRASE_SEEN = 6 /* words of the longest phrase in the furniture files that is looked for */
};

/* The first words of a piece of text, folded, with single blanks between. */
struct ld_words_seen {
    char folded[LD_FOLDED_SEEN];
    struct ld_word_seen {
        uint16_t start, end; /* in folded */
        bool capital;        /* begins with a capital */
        bool digit;          /* begins with a digit */
        bool colon;          /* a colon follows */
        bool comma;          /* a comma follows */
        bool capitals;       /* is of two capitals or more */
        bool known;          /* facts were looked up */
        uint32_t facts;      /* enum ld_fact, and LD_OPENS_PHRASE */
    } words[LD_WORDS_SEEN];
    uint32_t first_facts[LD_PHRASE_SEEN + 1]; /* of the first words, by how many; looked up where first_known */
    bool first_known;
    unsigned count;
    bool all;      /* these are all words of the piece */
    bool unspaced; /* it has a script without blanks */
    bool cased;    /* it has letters with case */
    uint32_t letters, upper;
};

/* Does a word as it is seen here hold the character: a letter, digit or mark? */
bool ld_is_seen_in_word(uint32_t c);

/* Read up to limit words. */
void ld_words_see(const char *start, const char *end, unsigned limit, struct ld_words_seen *seen);

/* The facts of the phrase of count words from the first-th on, in the language, and those of block phrases that hold
 * in any text (English furniture stands on pages of every language). What is looked up is kept: the language is to be
 * the same each time. */
uint32_t ld_words_facts(struct ld_words_seen *seen, unsigned first, unsigned count, const struct ld_language *language);

/* How many words the longest phrase with one of the facts has, at the start of the words or at their end; 0 for none.
 */
unsigned ld_words_begin(struct ld_words_seen *seen, unsigned first, uint32_t facts, const struct ld_language *language);
unsigned ld_words_finish(struct ld_words_seen *seen, uint32_t facts, const struct ld_language *language);

/* Does a sentence end inside the piece? Looks at its first bytes only. */
bool ld_has_inner_stop(const char *start, const char *end);

/* The features of a block, but those of the blocks around. Cost is bounded, however long the block. */
uint64_t ld_features_find(const char *text, struct ld_span span, const struct ld_language *language);

#endif
