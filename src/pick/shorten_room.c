/* shorten_room.c - a clause and its shortening in; out, one with what there is room for after all: titles, clauses with
 * "who" or "which" and, where little is told, what the subject is and what stood before the main clause, if that is
 * more than when. For the headline that was chosen. English. Source: ours, from what readers would rather print. */
#include <string.h>

#include "base/unicode.h"
#include "pick/shorten_words.h"

static const double BRIEF = 0.62; /* of the limit */
enum { OPENING = 4 /* words */, LONG = 6, NAMES = 3 };

/* "On Friday, ..", "During an interview, ..": no more than when. */
static bool tells_when(const struct ld_clause *c, uint32_t to) {
    for (uint32_t i = 0; to <= LONG && i < to && i < OPENING; i++)
        if (ld_atom_is(c, i, LD_TIME | LD_MONTH)) return true;
    return ld_word_is(c, 0, "during");
}

/* ", a maker of old boats,": more than an age, a place or another name. */
static bool tells_what(const struct ld_clause *c, const struct ld_piece *piece) {
    for (uint32_t i = piece->from; i < piece->to; i++)
        if (ld_is_number(c, i)) return false;
    return piece->to >= piece->from + NAMES && ld_border(c, piece->to) == LD_COMMA;
}

static bool is_wanted(const struct ld_clause *c, const struct ld_piece *piece, bool brief) {
    if ((LD_TITLE_PIECES | 1u << LD_PIECE_RELATIVE) >> piece->kind & 1) return true;
    if (brief && piece->kind == LD_PIECE_APPOSITION) return tells_what(c, piece);
    return brief && piece->kind == LD_PIECE_LEAD && !piece->from && !tells_when(c, piece->to);
}

/* Whether others take some of that piece, too. */
static bool is_shared(const struct ld_clause *c, uint64_t others, const struct ld_piece *piece) {
    for (; others; others &= others - 1) {
        const struct ld_piece *other = &c->pieces[ld_zeros_before(others)];
        if (other->from < piece->to && piece->from < other->to) return true;
    }
    return false;
}

bool ld_fill_room(struct ld_arena *arena, const struct ld_clause *c, const struct ld_style *style,
                  struct ld_shortening *best) {
    if (!c->endings->forms || !c->whole || best->broken) return false;
    const bool brief = ld_kept_characters(c, best->keep, c->count) < BRIEF * style->limit;
    bool more = false;
    for (uint64_t left = best->dropped; left; left &= left - 1) {
        const struct ld_piece *piece = &c->pieces[ld_zeros_before(left)];
        struct ld_shortening s = *best;
        uint32_t length;
        s.dropped &= ~(left & -left);
        if (!best->keep[piece->to] || !is_wanted(c, piece, brief) || is_shared(c, s.dropped, piece)) continue;
        s.keep = ld_arena_alloc(arena, c->count * sizeof *s.keep);
        memcpy(s.keep, best->keep, c->count * sizeof *s.keep);
        memset(s.keep + piece->from, 1, (piece->to - piece->from) * sizeof *s.keep);
        const char *text = ld_clause_text(arena, c, s.keep, s.dropped, false, UINT32_MAX, &length);
        if (ld_utf8_count(text, length) > style->limit) continue;
        *best = s;
        more = true;
    }
    return more;
}
