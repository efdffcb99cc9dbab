/* block_rows.h - lines of several units with bars between. For blocks.c only. */
#ifndef LD_BLOCK_ROWS_H
#define LD_BLOCK_ROWS_H

#include "text/block_features.h"

/* What the units of a line tell together: FURNITURE_LINE, DATE, HANDLE or nothing. seen: the line's own features. */
uint64_t ld_rows_find(const char *text, struct ld_span span, uint64_t seen, const struct ld_language *language);

#endif
