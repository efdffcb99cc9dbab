/* block_mail.h - an e-mail's header, quotations and signature. For blocks.c only. */
#ifndef LD_BLOCK_MAIL_H
#define LD_BLOCK_MAIL_H

#include "text/block_lines.h"
#include "text/blocks.h"

/* Does an e-mail's header begin the text? Then it is added as blocks, and place moves on behind it. */
bool ld_mail_header(struct ld_arena *arena, const struct ld_lines *lines, bool title_given, struct ld_line_place *place,
                    struct ld_blocks *blocks);

/* Of a line of an e-mail: whether it is of what was answered; whether it begins the signature, which goes on to the
 * end. */
bool ld_mail_quotes(const char *text, const struct ld_line *line);
bool ld_mail_signs(const char *text, const struct ld_line *line);

void ld_mail_add(struct ld_arena *arena, struct ld_span span, struct ld_blocks *blocks); /* furniture */

#endif
