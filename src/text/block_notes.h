/* block_notes.h - what is not of the article, as the blocks around it tell. For blocks.c only. */
#ifndef LD_BLOCK_NOTES_H
#define LD_BLOCK_NOTES_H

#include "text/block_features.h"
#include "text/blocks.h"

/* Add the feature NOTE to the blocks that tell who the author is, or the company of a press release and whom to call
 * there, and CREDIT_PAREN to a caption under its credit. */
void ld_notes_find(const char *text, const struct ld_blocks *blocks, uint64_t *seen,
                   const struct ld_language *language);

#endif
