/* doc.h - the document: flat arrays in one arena, each written by one stage and never changed later.
 *
 *   blocks[B] -> sentences[S] -> tokens[T] -> words[W] -> terms[V] -> contents[C]
 *
 * Ranges are (first, count). Offsets are bytes of the text given. */
#ifndef LD_DOC_H
#define LD_DOC_H

#include "base/arena.h"
#include "base/span.h"
#include "lang/language.h"
#include "lede.h"
#include "text/blocks.h"
#include "text/words.h"

struct ld_sentence { /* a unit: a body sentence, a title, a heading, ...; blocks other than body and list are one unit
                      */
    struct ld_span span;
    uint32_t first_token;
    uint32_t token_count;
    uint32_t block;
    uint32_t columns;                      /* words as runs of non-blank characters: what --words counts */
    uint32_t first_content, content_count; /* into contents */
    uint32_t stops, numbers;               /* tokens that are stop words, have a digit; 0 where it is not indexed */
    uint32_t fresh;                        /* of contents, those that no sentence before has */
    uint8_t kind;                          /* enum ld_kind */
    uint8_t opens;                         /* 1: the first sentence of its block */
};

struct ld_word { /* a folded form */
    struct ld_letters letters;
    uint32_t facts; /* enum ld_fact */
    uint32_t shape; /* enum ld_shape */
    uint32_t term;  /* index into terms */
    uint16_t length;
    bool counts;   /* as its term does */
    uint8_t sorts; /* ld_sort_bit */
};

static inline const char *ld_folded_of(const struct ld_word *word) { return ld_letters_of(&word->letters); }

struct ld_term {                 /* a stem, or a folded form where the language has no stemmer */
    double idf;                  /* see index.c; 0 where it does not count, as is all that tells of the body: */
    uint32_t body_frequency;     /* tokens in body sentences (tf) */
    uint32_t first;              /* place of the first body sentence that has it, from 1 on */
    uint32_t sentence_frequency; /* body sentences that have it (df within the document) */
    uint32_t numbers;            /* of its tokens there, those with a digit */
    uint32_t last_content;       /* place + 1 in contents where it stands last, or 0 */
    uint32_t capitals;           /* tokens there with a capital, first words of sentences not counted */
    uint32_t last;               /* place of the last body sentence that has it */
    uint16_t length;
    bool counts; /* a content term: no stop word, has a letter or digit */
};

struct ld_content { /* a content term of a sentence; none twice, in the order of their first use there */
    uint32_t term;
    uint32_t frequency;
};

struct lede_document {
    struct ld_arena arena;
    const char *text;
    uint32_t length;
    const struct ld_language *language;
    const char *title;   /* folded white space, ends in NUL, "" for none */
    uint32_t title_unit; /* the unit it was found in, or UINT32_MAX */
    const struct ld_block *blocks;
    const struct ld_sentence *sentences;
    const struct ld_token *tokens;
    const struct ld_word *words;
    const struct ld_term *terms;
    const struct ld_letters *stems;    /* [V] of the terms */
    const struct ld_content *contents; /* of the sentences that are indexed */
    const uint32_t *title_terms;       /* content terms of a title given from elsewhere or found */
    uint32_t block_count, sentence_count, token_count, word_count, term_count, content_count, title_term_count;
    uint32_t body_count; /* sentences of kind body */
};

static inline const struct ld_word *ld_token_word(const struct lede_document *d, uint32_t token) {
    return &d->words[d->tokens[token].word];
}

static inline const char *ld_stem_of(const struct lede_document *d, uint32_t term) {
    return ld_letters_of(&d->stems[term]);
}

/* Run the pipeline (doc.c). options is complete and valid but for its language. Errors: MEMORY, LANGUAGE, EMPTY. */
lede_status ld_document_build(const char *text, size_t length, const lede_document_options *options,
                              struct lede_document **result);

#endif
