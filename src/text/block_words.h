/* block_words.h - the first words of a block, folded, and what is known of them. For the block files only. */
#ifndef LD_BLOCK_WORDS_H
#define LD_BLOCK_WORDS_H

#include "base/unicode.h"
#include "lang/language.h"

enum {
    LD_WORDS_SEEN = 40,
    LD_FOLDED_SEEN = 640,
    LD_FOLDED_MORE = 16, /* bytes that are written after the last one */
    LD_LONG_BLOCK = 400, /* bytes: longer blocks are prose, and get no look at each word */
    LD_PHRASE_SEEN = 6   /* words of the longest phrase in the furniture files that is looked for */
};

/* The first words of a piece of text, folded, with single blanks between. */
struct ld_words_seen {
    char folded[LD_FOLDED_SEEN + LD_FOLDED_MORE];
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
static inline bool ld_is_seen_in_word(uint32_t c) {
    enum ld_class class = ld_class_of(c);
    return class == LD_LETTER || class == LD_DIGIT || class == LD_MARK;
}

/* Read up to limit words, LD_WORDS_SEEN at most. */
void ld_words_see(const char *start, const char *end, unsigned limit, struct ld_words_seen *seen);

/* How many words the piece has as ld_words_see reads them, at most limit; 0 where it has a script without blanks. */
unsigned ld_words_count(const char *start, const char *end, unsigned limit);

/* The facts of the phrase of count words from the first-th on, in the language, and those of block phrases that hold
 * in any text (English furniture stands on pages of every language). What is looked up is kept: the language is to be
 * the same each time. */
uint32_t ld_words_facts(struct ld_words_seen *seen, unsigned first, unsigned count, const struct ld_language *language);

/* May a longer phrase begin with the count words from the first-th on? */
bool ld_words_open(struct ld_words_seen *seen, unsigned first, unsigned count, const struct ld_language *language);

/* How many words the longest phrase with one of the facts has, from the first-th word on, or at the words' end and no
 * shorter than least; 0 for none. */
unsigned ld_words_begin(struct ld_words_seen *seen, unsigned first, uint32_t facts, const struct ld_language *language);
unsigned ld_words_finish(struct ld_words_seen *seen, unsigned least, uint32_t facts,
                         const struct ld_language *language);

/* May a phrase of furniture of LD_LONG_PHRASE words or more end the piece? Told by its last word. */
bool ld_words_may_close(const char *start, const char *end, const struct ld_language *language);

#endif
