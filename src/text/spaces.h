/* spaces.h - white space of a span: what "folded" means, and how --words and --chars count. */
#ifndef LD_SPACES_H
#define LD_SPACES_H

#include "base/arena.h"
#include "base/span.h"

/* Runs of non-blank characters. */
uint32_t ld_count_columns(const char *text, struct ld_span span);

/* Code points of the span once its white space is folded. */
uint32_t ld_count_characters(const char *text, struct ld_span span);

/* A copy with each run of white space as one blank, none at the ends, NUL bytes dropped and ill-formed bytes as
 * U+FFFD; ends in NUL. length may be NULL. */
char *ld_fold_spaces(struct ld_arena *arena, const char *text, struct ld_span span, uint32_t *length);

#endif
