/* block_parts.h - a paragraph's dateline, and other pieces in it that are not its prose. For blocks.c only. */
#ifndef LD_BLOCK_PARTS_H
#define LD_BLOCK_PARTS_H

#include "text/blocks.h"

enum { LD_UNDECIDED = 255 }; /* kind of a paragraph that was not parted, and that blocks.c has yet to tell */

/* Append a block, of bytes [from, to) of the text; joined: it goes on in the paragraph of the one before. */
void ld_blocks_add(struct ld_arena *arena, struct ld_blocks *blocks, uint32_t from, uint32_t to, unsigned kind,
                   bool joined);

/* Append a paragraph: its leading byline and dateline, then its prose without the links in it, each as a block of its
 * own. opening: no prose stood before it; set to false by prose. arrows: " »" ends a link here (the text has no
 * quotation marks like that). */
void ld_parts_add(struct ld_arena *arena, const char *text, struct ld_span span, const struct ld_language *language,
                  bool *opening, bool arrows, struct ld_blocks *blocks);

/* "4.30pm", "16:12 GMT", "14 Uhr": past the time of day, or NULL for none. */
const char *ld_hour_end(const char *start, const char *end);

#endif
