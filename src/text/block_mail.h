/* block_mail.h - what an e-mail has around its text. For blocks.c only. */
#ifndef LD_BLOCK_MAIL_H
#define LD_BLOCK_MAIL_H

#include "text/block_features.h"
#include "text/block_lines.h"
#include "text/blocks.h"

/* The head of an e-mail that the text begins with: append its fields as furniture and its subject as the title (where a
 * title is given, as furniture too), and move the place past it. Without one nothing is done, and false returned. */
bool ld_mail_head(struct ld_arena *arena, const struct ld_lines *lines, bool title_given, struct ld_line_place *place,
                  struct ld_blocks *blocks);

/* Of an e-mail's undecided blocks and their features: make the greeting below the head, and the closing, the signature
 * and what is answered at the end furniture. Where there was no head, only if there are a greeting and a closing. */
void ld_mail_ends(const char *text, struct ld_blocks *blocks, uint64_t *seen, bool head);

#endif
