/* shorten_quotes.c - a clause and an atom within a quotation that goes on in; whether what stands before belongs to
 * what is behind it, out, so that no shortening is cut off there; the same of the last atom before one. Leaves other
 * places to shorten_place.c. Source: as there. */
#include "pick/shorten_words.h"

/* '"The mill [is old]"': of what is said word for word from atom open on, behind a mark, a verb is to come. */
static bool parts_speech(const struct ld_clause *c, uint32_t open, uint32_t i) {
    uint32_t waiting = 0;
    bool found = false;
    if (!ld_border(c, open)) return false;
    for (uint32_t e = 0; e < c->event_count && c->events[e].atom <= i; e++) {
        if (c->events[e].atom < open) continue;
        if (c->events[e].kind != LD_FINDS)
            waiting++;
        else if (waiting)
            waiting--;
        else if (!ld_atom_is(c, c->events[e].atom, LD_RELATIVE))
            found = true;
    }
    return !found || waiting;
}

bool ld_parts_quoted(const struct ld_clause *c, uint32_t i) {
    enum { LAST = 2 }; /* words that are no room */
    uint32_t open = i;
    while (open && (c->atoms[open].quote == UINT32_MAX || c->atoms[open].quote <= i)) open--;
    if (open == i || c->atoms[open].quote <= i + LAST || parts_speech(c, open, i))
        return true; /* '"tough [weeks to come]"', '"pulls the ropes [out]"' */
    const struct ld_atom *atom = &c->atoms[i], *next = atom + 1;
    if (!(atom->marks & LD_BORDER) && !(next->facts & (LD_OPENERS | LD_ARTICLE | LD_PRONOUN | LD_NEGATION)) &&
        !next->verb)
        return true; /* '"a snap [combat exercise]"' */
    if (ld_joins(c, i - 1) && atom->shape & LD_VERB_BASE && next->facts & LD_ARTICLE)
        return true; /* '"will mend and sell [the boats]"' */
    if (next->facts & LD_RELATIVE && !(next->facts & LD_ADJUNCT) && !(atom->marks & LD_BORDER))
        return true;                  /* '"There are men [who ..]"' */
    return next->shape & LD_TAKES_OF; /* "a 'lack [of hope]'" */
}

bool ld_awaits_quoted(const struct ld_clause *c, uint32_t i) {
    const struct ld_atom *atom = &c->atoms[i], *next = atom + 1;
    if (!(atom->marks & LD_COMMA)) return false;
    if (next->quote != UINT32_MAX) return true;
    return c->unfinished && next->lead < next->start;
}
