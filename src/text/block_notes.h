/* block_notes.h - what stands at an article's end and is not of it. For blocks.c only. */
#ifndef LD_BLOCK_NOTES_H
#define LD_BLOCK_NOTES_H

#include "text/block_features.h"
#include "text/blocks.h"

/* Add the feature NOTE to the blocks that tell who the author is, or the company of a press release. */
void ld_notes_find(const char *text, const struct ld_blocks *blocks, uint64_t *seen,
                   const struct ld_language *language);

#endif
