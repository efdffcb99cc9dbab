/* shorten_pairs.c - the atoms of a sentence in; out, which of them are within quotation marks or brackets, and where
 * each pair begins and ends, also where a sentence before it opened the quotation or it leaves one open. What a pair
 * encloses has no borders. Source: see shorten.h. */
#include "base/unicode.h"
#include "model/opener.h"
#include "pick/shorten_marks.h"
#include "pick/shorten_words.h"

#define NONE UINT32_MAX

static bool is_single(uint32_t opener) {
    return opener == '\'' || opener == 0x2018 || opener == 0x201A || opener == '`';
}

static void pair(struct ld_clause *clause, bool quotes, uint32_t open, uint32_t close) {
    for (uint32_t k = open; k <= close; k++) clause->atoms[k].marks |= quotes ? LD_QUOTED : LD_BRACKETED;
    *(quotes ? &clause->atoms[open].quote : &clause->atoms[open].bracket) = close;
    *(quotes ? &clause->atoms[close].quote : &clause->atoms[close].bracket) = open;
    clause->has_pairs = true;
    if (!quotes && ld_names(clause, open)) /* the two marks are not written */
        for (uint32_t k = open + 1; k < clause->count + LD_NO_ATOMS_BEHIND; k++)
            clause->atoms[k].before -= k > close ? 2 : 1;
}

/* A mark is written at atom i that is not in the text. */
static void widen(struct ld_clause *clause, uint32_t i) {
    for (uint32_t k = i + 1; k < clause->count + LD_NO_ATOMS_BEHIND; k++) clause->atoms[k].before++;
}

/* Pair opening and closing marks of one sort: within a pair all atoms get the flag. Of brackets the outer pair counts;
 * of quotations also a single one within a double one. */
static void find_pairs(struct ld_clause *clause, bool quotes) {
    const char *text = clause->doc->text;
    uint32_t open = NONE, inner = NONE, opener = 0, depth = 0; /* inner brackets count as none */
    unsigned step;
    if (quotes && clause->quotation != NONE) {
        open = 0;
        opener = ld_utf8_decode(text + clause->quotation, text + clause->quotation + 3, &step);
    }
    for (uint32_t i = open ? clause->marked : 0; i < clause->count; i++) {
        const struct ld_atom *atom = &clause->atoms[i];
        if (atom->flows && atom->lead == atom->start) continue; /* mostly */
        for (uint32_t at = atom->lead; at < atom->start; at += step) {
            uint32_t c = ld_utf8_decode(text + at, text + atom->start, &step);
            enum ld_mark_class class = ld_mark_class(c);
            const bool quote = class == LD_MARK_OPEN_QUOTE || (class == LD_MARK_QUOTE && c != 0x2019);
            if (quotes && quote && open != NONE && i > open && !is_single(opener) && is_single(c)) inner = i;
            if (quote && !open && clause->quotation != NONE && !is_single(c)) {
                open = NONE; /* it was closed before */
                clause->quotation = NONE;
            }
            if (quotes ? open == NONE && quote : class == LD_MARK_OPEN && !ld_is_apart(text, atom)) {
                if (depth++ && !quotes) continue;
                open = i;
                opener = c;
            }
        }
        for (uint32_t at = atom->end; at < atom->tail && open != NONE; at += step) {
            uint32_t c = ld_utf8_decode(text + at, text + atom->tail, &step);
            enum ld_mark_class class = ld_mark_class(c);
            if (inner != NONE && ld_is_single_quote(c)) {
                pair(clause, true, inner, i);
                inner = NONE;
            } else if (quotes ? (class == LD_MARK_QUOTE && ld_is_single_quote(c) == is_single(opener)) ||
                                    (class == LD_MARK_OPEN_QUOTE && opener == 0x201E)
                              : class == LD_MARK_CLOSE && !--depth) {
                const bool link = c == ']' && text[at + 1] == '(';
                if (!link) pair(clause, quotes, open, i); /* "[a report](https://..)": no aside */
                open = inner = NONE;
            }
        }
    }
    if (quotes && clause->quotation != NONE) widen(clause, 0);
    if (quotes && open != NONE) {
        clause->unfinished = true;
        clause->unclosed = !open && !is_single(opener) && clause->count > 1 && !clause->cut;
        if (clause->unclosed) pair(clause, true, 0, clause->count - 1);
        if (clause->unclosed) widen(clause, clause->count - 1);
        if (open && !is_single(opener)) clause->opener = open;
    }
}

/* Within a pair marks part no pieces. */
static void unmark_borders(struct ld_clause *clause) {
    for (uint32_t i = 1; i < clause->count; i++) {
        const struct ld_atom *left = &clause->atoms[i - 1], *right = &clause->atoms[i];
        const uint8_t both = left->marks & right->marks;
        if ((both & LD_QUOTED && left->quote > i - 1) || both & LD_BRACKETED) {
            clause->atoms[i].border = 0;
            ld_put_in(&clause->sets, LD_SORT_MARKED, i, false);
        }
    }
}

void ld_pair_marks(struct ld_clause *clause, uint32_t s, uint32_t met) {
    clause->quotation = ld_open_quotation(clause->doc, s);
    clause->unfinished = clause->quotation != NONE;
    if (clause->unfinished || met & (1u << LD_MARK_QUOTE | 1u << LD_MARK_OPEN_QUOTE)) find_pairs(clause, true);
    if (met & 1u << LD_MARK_OPEN) find_pairs(clause, false);
    if (clause->has_pairs) unmark_borders(clause);
}
