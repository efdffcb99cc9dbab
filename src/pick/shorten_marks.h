/* shorten_marks.h - what marks do, for those who take a sentence apart and those who put it together. */
#ifndef LD_SHORTEN_MARKS_H
#define LD_SHORTEN_MARKS_H

#include "pick/shorten.h"

enum ld_mark_class {
    LD_MARK_OTHER,
    LD_MARK_BLANK,
    LD_MARK_COMMA,
    LD_MARK_SEMICOLON,
    LD_MARK_COLON,
    LD_MARK_DASH,
    LD_MARK_HYPHEN,
    LD_MARK_POINT,
    LD_MARK_STRONG,
    LD_MARK_ELLIPSIS,
    LD_MARK_OPEN,
    LD_MARK_CLOSE,
    LD_MARK_QUOTE,
    LD_MARK_OPEN_QUOTE
};

enum ld_mark_class ld_mark_class(uint32_t code_point); /* shorten.c */

/* Pair quotation marks and brackets of a clause of which the atoms are known, unit s of its document; met: the classes
 * of the marks in it, as bits (shorten_pairs.c). */
void ld_pair_marks(struct ld_clause *clause, uint32_t s, uint32_t met);

static inline bool ld_is_single_quote(uint32_t c) { return c == '\'' || c == 0x2019 || c == '`'; }

/* A mark before the word with a blank between is no bracket: "p < 0.001". */
static inline bool ld_is_apart(const char *text, const struct ld_atom *atom) {
    return atom->start > atom->lead && text[atom->start - 1] == ' ';
}

#endif
