/* block_heads.h - lines above a headline that look like one. For blocks.c only. */
#ifndef LD_BLOCK_HEADS_H
#define LD_BLOCK_HEADS_H

#include "text/block_features.h"
#include "text/blocks.h"

/* Is the i-th block, before which stand neither title nor body, a wire's slug or an entry of a menu? */
bool ld_heads_is_none(const char *text, const struct ld_block *blocks, const uint64_t *seen, uint32_t count,
                      uint32_t i);

#endif
