/* shorten_words.h - what the finders of pieces ask of the atoms of a clause, and share. */
#ifndef LD_SHORTEN_WORDS_H
#define LD_SHORTEN_WORDS_H

#include "pick/shorten.h"

struct ld_ending { /* what a language's words tell by their endings */
    const char *code, *past, *participle, *adverb;
    const char *infinitive; /* the word before one */
    const char *finite[6];  /* endings of finite verbs, where past cannot be told */
    bool free_end;          /* a verb does not stand at the end */
    bool final_verb;        /* a part of the verb does, mostly */
};

const struct ld_ending *ld_ending(const struct ld_clause *c);
const char *ld_folded(const struct ld_clause *c, uint32_t i);
bool ld_ends_with(const char *word, const char *end); /* and two bytes more at the least; false for a NULL end */
bool ld_atom_is(const struct ld_clause *c, uint32_t i, uint32_t facts); /* has one of them */
bool ld_is_infinitive(const struct ld_clause *c, uint32_t i);           /* can be: its marker stands before it */
bool ld_atom_flagged(const struct ld_clause *c, uint32_t i, uint8_t flag);
bool ld_is_protected(const struct ld_clause *c, uint32_t i); /* within quotation marks or brackets */
bool ld_any_is(const struct ld_clause *c, uint32_t from, uint32_t to, uint32_t facts);

/* The mark before atom i, where pieces may be parted: not within quotation marks or brackets. */
uint8_t ld_border(const struct ld_clause *c, uint32_t i);

enum { LD_SEGMENTS = 64 };

struct ld_find {
    struct ld_clause *c;
    const char *past, *participle;
    bool free_end;
    uint32_t segments[LD_SEGMENTS + 1], count; /* where each begins; [count] is the end */
    uint32_t limit;                            /* where trailing pieces end: before a final attribution */
};

/* Add a piece; one that is no clause of its own and has a negation is left out. Whether a piece has atom i. */
void ld_add_piece(struct ld_find *f, enum ld_piece_kind kind, uint32_t from, uint32_t to);
bool ld_in_piece(const struct ld_clause *c, uint32_t i);

/* The pieces of the main clause, which begins at segment first (shorten_main.c). */
void ld_main_pieces(struct ld_find *f, uint32_t first);

#endif
