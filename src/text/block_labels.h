/* block_labels.h - who speaks, and when: labels that most paragraphs of a text begin with. For blocks.c only. */
#ifndef LD_BLOCK_LABELS_H
#define LD_BLOCK_LABELS_H

#include "text/blocks.h"

/* Part the labels from the undecided blocks where the text is a talk or a live page; else nothing is done. */
void ld_labels_part(struct ld_arena *arena, const char *text, const struct ld_language *language,
                    struct ld_blocks *blocks);

#endif
