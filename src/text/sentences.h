/* sentences.h - the sentences of a block. */
#ifndef LD_SENTENCES_H
#define LD_SENTENCES_H

#include "base/arena.h"
#include "base/span.h"
#include "lang/language.h"

struct ld_spans {
    struct ld_span *items;
    uint32_t count;
    uint32_t capacity;
};

/* Append the sentences of the block to out: in order, without white space at their ends, none empty, and every
 * non-blank character of the block in just one. Line breaks inside the block count as blanks. Linear in the block. */
void ld_sentences_split(struct ld_arena *arena, const char *text, struct ld_span block,
                        const struct ld_language *language, struct ld_spans *out);

#endif
