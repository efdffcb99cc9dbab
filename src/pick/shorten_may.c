/* shorten_may.c - the atoms of a sentence in, whether pieces of some kinds may be found in it out: cheap, and never no
 * where shorten_pieces.c finds one. So most sentences that fit need no search. Source: as there. */
#include "pick/shorten_words.h"

static bool may_have_bracket(const struct ld_clause *c) {
    for (uint32_t i = 1; c->flags & LD_ALL_CAPITALS && i < c->count; i++)
        if (c->atoms[i].border && ld_is_alias(c, i)) return true;
    for (uint32_t i = c->marked; c->has_pairs && i < c->count; i++)
        if (c->atoms[i].bracket != UINT32_MAX) return true;
    return false;
}

/* "However, ..", "But the ..", ".., however, ..", "1. The ..", "the the ..". */
static bool may_have_connective(const struct ld_clause *c) {
    for (uint32_t i = 1; c->endings->forms && i < c->count; i++)
        if (ld_is_doubled(c, i)) return true;
    if (ld_is_item(c) || ld_is_tagged(c) || ld_opening_end(c) || (ld_is_later(c) && ld_border(c, 3) & LD_COMMA))
        return true;
    if (!(c->facts & LD_CONNECTIVE)) return false;
    const uint32_t opener = ld_phrase_at(c, 0, LD_CONNECTIVE);
    if (opener && ld_border(c, opener) & LD_COMMA) return true;
    if (opener == 1 && ld_begins_joined(c)) return true;
    for (uint32_t i = 1; i < c->count; i++) {
        const uint32_t to = c->atoms[i].border & LD_COMMA ? i + ld_phrase_at(c, i, LD_CONNECTIVE) : i;
        if (to > i && c->atoms[to].border) return true;
    }
    return false;
}

/* ", he said" has a pronoun first or last; "said [in a statement]", "told them [in a letter] that" a preposition. */
static bool may_have_aside(const struct ld_clause *c) {
    const uint32_t first = ld_atom_is(c, c->count - 1, LD_PRONOUN) ? 0 : LD_PRONOUN;
    bool told = false, where = false;
    for (uint32_t i = 1; c->facts & LD_SAY && i < c->count; i++) {
        const struct ld_atom *atom = &c->atoms[i];
        if (atom->border & LD_COMMA && (atom->facts & first) == first) return true;
        if (atom->facts & LD_PREPOSITION && atom[-1].facts & LD_SAY) return true;
        if (where && ld_is_that(c, i)) return true;
        where |= told && atom->facts & LD_PREPOSITION;
        told |= (atom->facts & LD_TELL) != 0;
    }
    return false;
}

bool ld_may_have(const struct ld_clause *c, uint32_t kinds) {
    const uint32_t bracket = 1u << LD_PIECE_BRACKET, connective = 1u << LD_PIECE_CONNECTIVE,
                   aside = 1u << LD_PIECE_ASIDE;
    if (kinds & ~(bracket | connective | aside)) return true; /* not that cheap */
    return (kinds & bracket && may_have_bracket(c)) || (kinds & connective && may_have_connective(c)) ||
           (kinds & aside && may_have_aside(c));
}
