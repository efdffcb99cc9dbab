/* block_paragraphs.h - the paragraphs of a plain text. For blocks.c only. */
#ifndef LD_BLOCK_PARAGRAPHS_H
#define LD_BLOCK_PARAGRAPHS_H

#include "text/block_lines.h"
#include "text/block_parts.h"

/* Append all paragraphs of the text from a place on, in order, those that were parted with their kinds, the others
 * LD_UNDECIDED; arrows: as in ld_parts_add. Linear in the text. */
void ld_paragraphs_find(struct ld_arena *arena, const struct ld_lines *lines, struct ld_line_place place,
                        const struct ld_language *language, bool arrows, struct ld_blocks *blocks);

#endif
