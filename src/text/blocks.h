/* blocks.h - the parts of a plain text: title, second headline (dek), headings, list items, bylines, datelines,
 * captions, furniture, and the body paragraphs. */
#ifndef LD_BLOCKS_H
#define LD_BLOCKS_H

#include "base/arena.h"
#include "base/span.h"
#include "lang/language.h"

enum ld_kind { LD_BODY, LD_TITLE, LD_DEK, LD_HEADING, LD_LIST, LD_BYLINE, LD_DATELINE, LD_CAPTION, LD_FURNITURE };

const char *ld_kind_name(enum ld_kind kind); /* "body", "title", ... */

struct ld_block {
    struct ld_span span; /* without white space at its ends; lines of a hard-wrapped paragraph are in one block */
    uint8_t kind;        /* enum ld_kind */
    bool joined;         /* goes on in the paragraph of the block before (a body after its dateline) */
};

struct ld_blocks {
    struct ld_block *items; /* in text order, none empty, none overlapping */
    uint32_t count;
    uint32_t capacity;
};

/* Find the blocks of a text. Every non-blank character of the text is in just one block (a byte order mark aside).
 * Where a title is known from elsewhere (title_given), no title is looked for in the text. */
void ld_blocks_find(struct ld_arena *arena, const char *text, uint32_t length, const struct ld_language *language,
                    bool title_given, struct ld_blocks *blocks);

#endif
