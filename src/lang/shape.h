/* shape.h - what a word tells by its letters alone, as bits: a vocabulary finds them once a word, so that what looks
 * at words over and over need not compare strings. Endings are a guess at what kind of word it is. */
#ifndef LD_SHAPE_H
#define LD_SHAPE_H

#include "lang/language.h"

enum ld_form_bit {
#define FORM(section, NAME) LD_BIT_##NAME,
#include "lang/forms.def"
#undef FORM
    LD_FORM_BITS
};

enum ld_shape {
    LD_ENDS_PAST = 1, /* as verbs of the past do, see ld_endings */
    LD_ENDS_PARTICIPLE = 2,
    LD_ENDS_ADVERB = 4,
    LD_ENDS_FINITE = 8,
    LD_ENDS_GENITIVE = 16, /* 's */
    LD_ENDS_S = 32,
    LD_LIKE_PRESENT = 64, /* -s of "brings", not of "bus", "loss" or "its" */
    LD_HYPHENED = 128,
    LD_MARKS_INFINITIVE = 256, /* "to" */
    LD_BEGINS_PHRASE = 512,    /* of the lexicon: who looks the word up adds it */
    LD_COMPANY_FORM = 1024,    /* "inc", "ltd" */
    LD_FORM_SHIFT = 11,        /* the bits of forms.def stand from here on */
#define FORM(section, NAME) LD_##NAME = 1 << (LD_FORM_SHIFT + LD_BIT_##NAME),
#include "lang/forms.def"
#undef FORM
    LD_ADVERB = LD_ENDS_ADVERB | LD_PLAIN_ADVERB,
    /* a preposition and a verb that takes it have one of them in common */
    LD_TAKES = (1 << (LD_FORM_SHIFT + LD_BIT_TAKES_AGAINST + 1)) - (1 << (LD_FORM_SHIFT + LD_BIT_TAKES_TO))
};

/* What a word may be: who looks for words that are so needs to look at no others. */
enum ld_sort {
    LD_SORT_VERB,
    LD_SORT_OPENER, /* of a clause, also behind it: "said" */
    LD_SORT_PHRASE, /* it begins one */
    LD_SORT_END,    /* before it a sentence may end: a preposition or the like that belongs to no word before it */
    LD_SORT_TIME,
    LD_SORT_SECOND, /* of a phrase, maybe: who looks the word up adds it */
    LD_SORT_MARKED, /* none by itself: where it stands, a mark is before it */
    LD_SORTS
};

/* As bits of a byte, the first sort highest. */
static inline uint8_t ld_sort_bit(enum ld_sort sort) { return (uint8_t)(0x80 >> sort); }

struct ld_ending { /* NULL, 0: the language tells nothing by it */
    const char *text;
    size_t length;
};

struct ld_endings { /* what a language's words tell by their endings */
    enum ld_language_row language;
    struct ld_ending past, participle, adverb;
    struct ld_ending infinitive;  /* the word before one */
    struct ld_ending finite[20];  /* of finite verbs, where past cannot be told */
    struct ld_ending present[4];  /* of those that are nouns as often: told by what stands beside them */
    struct ld_ending plural[2];   /* of those behind a noun in the plural */
    struct ld_ending many[2];     /* of such a noun */
    struct ld_ending done[4];     /* of participles that may open a phrase */
    struct ld_ending bare[8];     /* of infinitives */
    struct ld_ending clitic[5];   /* words, with a verb behind them */
    const struct ld_table *forms; /* CODE.forms, or NULL */
    bool free_end;                /* a verb does not stand at the end */
    bool final_verb;              /* a part of the verb does, mostly */
};

/* Of a language without a row here one that tells nothing; never NULL. */
const struct ld_endings *ld_endings_of(const struct ld_language *language);

/* Whether a folded word ends as one of them, and has two bytes more at the least. */
bool ld_ends_as(const char *folded, size_t length, const struct ld_ending *ends, size_t count);

/* The bits of a folded word. */
uint32_t ld_shape_of(const struct ld_endings *endings, const char *folded, size_t length);
uint8_t ld_sorts_of(uint32_t facts, uint32_t shape);

#endif
