/* block_matter.h - what Markdown has above its text. For blocks.c only. */
#ifndef LD_BLOCK_MATTER_H
#define LD_BLOCK_MATTER_H

#include "text/block_lines.h"
#include "text/blocks.h"

/* The front matter that the text begins with: append its lines as furniture and its title as the title (where one is
 * given, as furniture too), and move the place past it. Without one nothing is done. */
void ld_matter_head(struct ld_arena *arena, const struct ld_lines *lines, bool title_given, struct ld_line_place *place,
                    struct ld_blocks *blocks);

#endif
