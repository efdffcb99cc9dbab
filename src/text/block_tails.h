/* block_tails.h - blocks told by how they end, or by having no running text. For block_features.c only. */
#ifndef LD_BLOCK_TAILS_H
#define LD_BLOCK_TAILS_H

#include "text/block_features.h"

/* A credit in brackets, or an agency after a slash: "... on Monday. (AP Photo/Jane Roe)". */
bool ld_ends_with_credit(const char *start, const char *end, const struct ld_language *language);

/* A credit as a sentence of its own: "... on Monday. Photo: Jane Roe". */
bool ld_ends_with_label(const char *start, const char *end, const struct ld_language *language);

/* A last sentence that begins like furniture: "Did you like it? Share it with a friend!" */
bool ld_ends_with_furniture(const char *start, const char *end, const struct ld_language *language);

enum { LD_LABEL_BLANKS = 4 }; /* a label has fewer */

/* A label and its figures or names, figures in brackets, cells of a table. words: of all of it, with their facts. */
bool ld_is_data(const char *start, const char *end, const struct ld_words_seen *words);

#endif
