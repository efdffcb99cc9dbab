/* shorten_but.c - a clause and its shortening that ends before "but" in; out, one that goes on with what "but" sets
 * right, as far as it is told: with the room there is, or without titles and words that tell least, one phrase before
 * it, or articles. For the headline that was chosen; and for bullets, where no phrase goes for it. English.
 * Source: ours. */
#include "pick/shorten_trial.h"

enum { LEAST = 2 /* words behind it */ };

/* "Lind lost the boat[, but kept the mill]". */
static bool is_but(const struct ld_clause *c, uint32_t i) {
    return ld_word_is(c, i, "but") && ld_joins(c, i) && !(ld_border(c, i) & ~LD_COMMA) && !ld_is_protected(c, i);
}

bool ld_lacks_but(const struct ld_clause *c, const struct ld_shortening *best) {
    const uint32_t end = ld_told_end(c, best->keep);
    return c->whole && !best->broken && end + LEAST < c->attribution && is_but(c, end);
}

/* "but since it is old[, the mill ..]", "but Lind said on Monday [that ..]": no more than what leads up to it. */
static bool only_leads(const struct ld_clause *c, uint32_t but, uint32_t to) {
    if (ld_border(c, to) && ld_opens_clause(c, but + 1) && ld_last_border(c, to - 1) <= but + 1) return true;
    for (uint32_t i = but + 1; i + 1 < to; i++)
        if (ld_atom_is(c, i, LD_SAY) && (ld_atom_is(c, i + 1, LD_TIME) || ld_is_when(c, i + 2)))
            return !ld_has_verb(c, i + 1, to);
    return false;
}

/* Whether what goes on to atom to, behind "but" at atom but, is told there; open: before "that" and the like. */
static bool is_told(const struct ld_clause *c, uint32_t but, uint32_t to, bool open) {
    if (!ld_has_verb(c, but + 1, to) || ld_is_article(c, to - 1)) return false;
    if (to < c->attribution && !ld_border(c, to) && ld_place_after(c, to - 1) < LD_PLACE_FAIR) return false;
    if (open) return ld_atom_is(c, to, LD_RELATIVE); /* "a bid [that ..]" */
    if (ld_atom_is(c, to - 2, LD_PRONOUN) && ld_atom_is(c, to, LD_PREPOSITION))
        return false; /* "took its name [from]" */
    const bool parted = ld_joins(c, to) || ld_atom_is(c, to, LD_ADJUNCT);
    return to == c->attribution || ld_asks(c, to - 1) <= (parted ? LD_ASKS_WHICH : LD_ASKS_LITTLE);
}

/* Without these pieces, and without the atoms [from, but), up to the last one that will do. */
static bool go_on(struct ld_trial *t, struct ld_arena *arena, uint64_t dropped, uint32_t from, uint32_t but, bool open,
                  struct ld_shortening *best) {
    const struct ld_clause *c = t->clause;
    struct ld_shortening s = *best;
    s.dropped = dropped;
    s.keep = ld_arena_alloc(arena, c->count * sizeof *s.keep);
    ld_fill_keep(c, dropped, s.keep);
    for (uint32_t i = from; i < c->count; i++) s.keep[i] &= i >= but && (i < c->attribution || best->keep[i]);
    if (ld_kept_characters(c, s.keep, but) + ld_characters(&c->atoms[but]) >= t->style->limit) return false;
    if (ld_loses_meant(c, ld_find_unmeant(c), s.keep)) return false;
    for (uint32_t to = c->attribution, verb; to > but + LEAST; s.keep[--to] = false)
        if (s.keep[to - 1] && is_told(c, but, to, open) && !(t->style->final_stop && only_leads(c, but, to)) &&
            !ld_is_deictic(c, s.keep) && ld_is_whole(c, s.keep, &verb) && ld_fits(arena, c, t->style, &s)) {
            *best = s;
            ld_give_back(t, best);
            return true;
        }
    return false;
}

/* Whether what begins at atom i, before "but", can go: no verb is left without it. */
static bool may_go(const struct ld_clause *c, uint32_t i) {
    return ld_may_end(c, i - 1) && !ld_is_verb(c, i - 1) && !ld_is_behind_be(c, i - 1) &&
           ld_asks(c, i - 1) <= LD_ASKS_WHICH;
}

bool ld_shorten_but(struct ld_arena *arena, const struct ld_clause *c, const struct ld_style *style,
                    struct ld_shortening *best) {
    struct ld_trial t;
    const uint32_t but = ld_told_end(c, best->keep);
    uint64_t over = 0; /* what goes over the end */
    ld_start_trial(&t, c, style);
    for (uint64_t left = best->dropped; left; left &= left - 1) {
        const struct ld_piece *piece = &c->pieces[ld_zeros_before(left)];
        if (piece->from <= but && piece->to > but && piece->from < c->attribution) over |= left & -left;
    }
    uint64_t titles = 0;
    for (uint32_t p = 0; p < c->piece_count; p++)
        titles |= (uint64_t)(LD_TITLE_PIECES >> c->pieces[p].kind & 1 && ld_may_drop(&t, p)) << p;
    const uint64_t more[] = {0, t.worth & ~over, titles | (t.spare & ~t.articles), titles | t.spare};
    const bool news = !style->final_stop; /* a headline; in bullets no phrase goes for it, and it ends whole */
    for (uint32_t way = 0; way < sizeof more / sizeof *more; way++) {
        t.dropped = best->dropped & ~over;
        ld_drop_free(&t, more[way]);
        const uint64_t dropped = t.dropped;
        if (go_on(&t, arena, dropped, but, but, false, best)) return true;
        for (uint32_t from = but; news && way < 3 && --from > c->verb + 1;) /* one phrase before it */
            for (uint32_t p = 0; p < c->piece_count; p++)
                if (c->pieces[p].from == from && c->pieces[p].to >= but && best->keep[from] &&
                    (LD_END_PIECES | 1 << LD_PIECE_DAY) >> c->pieces[p].kind & 1 && may_go(c, from) &&
                    go_on(&t, arena, dropped, from, but, false, best))
                    return true;
    }
    return news && go_on(&t, arena, best->dropped & ~over, but, but, true, best);
}
