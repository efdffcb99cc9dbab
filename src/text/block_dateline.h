/* block_dateline.h - where a paragraph's dateline ends. For block_parts.c only. */
#ifndef LD_BLOCK_DATELINE_H
#define LD_BLOCK_DATELINE_H

#include <stdbool.h>

#include "lang/language.h"

enum { LD_DATELINE_LENGTH = 120 }; /* characters: how far a dateline's end is looked for */

/* The end of the dateline that the paragraph begins with, NULL for none. opening: no prose stood before it. */
const char *ld_dateline_end(const char *start, const char *end, const struct ld_language *language, bool opening);

#endif
