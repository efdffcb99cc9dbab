/* shorten_which.c - a clause and its shortening that tells of "the mill" without what told which one, or of "imports"
 * without what narrowed them, in; out, one that keeps that or the first part of it, with less at the end. For the
 * headline that was chosen: what it costs is borne. English. Source: ours. */
#include <math.h>

#include "pick/shorten_trial.h"

enum { BORNE = 20 /* points */, WORDS = 4 /* of a noun phrase */ };

static const uint32_t KINDS = LD_END_PIECES | 1u << LD_PIECE_SUBJECT | 1u << LD_PIECE_BARE | 1u << LD_PIECE_RELATIVE |
                              1u << LD_PIECE_APPOSITION | 1u << LD_PIECE_PARTICIPLE;

/* "the [old] mill": whether what ends before atom end is definite, and tells no name. */
static bool is_definite(const struct ld_clause *c, uint32_t end) {
    const uint32_t none = LD_PREPOSITION | LD_CONJUNCTION | LD_RELATIVE | LD_AUXILIARY | LD_TIME;
    uint32_t thing = end; /* "the visit this week [by ..]" */
    while (ld_atom_is(c, thing - 1, LD_TIME) && !ld_border(c, thing - 1)) thing--;
    if (!ld_atom_shaped(c, thing - 1, LD_LIKE_PAST)) end = thing;
    for (uint32_t i = end; i-- && i + WORDS + 1 >= end;) {
        if (ld_is_article(c, i)) return ld_atom_shaped(c, i, LD_DEFINITE);
        if ((c->atoms[i].flags & LD_CAPITAL && (i + 1 == end || ld_atom_is(c, end, LD_PREPOSITION))) ||
            c->atoms[i].facts & none || ld_border(c, i))
            return false;
    }
    return false;
}

/* Whether it is a sentence that tells of what begins at atom from, and ends with no verb. */
static bool is_sound(const struct ld_trial *t, const struct ld_shortening *s, uint32_t from) {
    const struct ld_clause *c = t->clause;
    const uint32_t end = ld_told_end(c, s->keep);
    if (s->broken || s->poor || !s->keep[from] || (t->stranger < c->count && s->keep[t->stranger])) return false;
    if (ld_atom_is(c, end - 2, LD_AUXILIARY)) return false;                          /* "could fall" */
    if (ld_is_article(c, end - 2) && ld_atom_is(c, end - 1, LD_MONTH)) return false; /* "the May [to June]" */
    return ld_border(c, end) ||
           !(ld_is_verb(c, end - 1) || ld_atom_shaped(c, end - 1, LD_LIKE_PAST | LD_ENDS_PARTICIPLE) ||
             ld_is_infinitive(c, end - 1));
}

/* ", the union, [FNV,]", ", [named as Tom Ashby,]": an aside with a name. */
static bool is_name(const struct ld_clause *c, const struct ld_piece *piece) {
    enum { BRIEF = 8 }; /* words */
    if (piece->from + BRIEF < piece->to ||
        (ld_atom_is(c, piece->from, LD_PREPOSITION) && !ld_atom_flagged(c, piece->from, LD_CAPITAL)))
        return false;
    if (ld_atom_is(c, piece->from, LD_RELATIVE)) return false; /* ", whose boats sail to Oxley," */
    for (uint32_t i = piece->from; i < piece->to; i++)
        if (c->atoms[i].flags & LD_CAPITAL) return true;
    return false;
}

/* "imports [from Lorran] fell", "a loan [for bakers] would": it narrows what that is of which more is told. */
static bool narrows(const struct ld_clause *c, const struct ld_piece *piece) {
    return (piece->kind == LD_PIECE_SUBJECT || piece->kind == LD_PIECE_BARE) && !ld_border(c, piece->from) &&
           !ld_atom_flagged(c, piece->from - 1, LD_CAPITAL);
}

/* The first piece that went behind a definite noun, or that narrows another, or piece_count. */
static uint32_t find_lost(const struct ld_clause *c, const struct ld_shortening *best, bool definite) {
    const uint32_t end = ld_told_end(c, best->keep);
    for (uint64_t left = best->dropped; left; left &= left - 1) {
        const uint32_t p = ld_zeros_before(left);
        const struct ld_piece *piece = &c->pieces[p];
        if (piece->from && piece->to < end && best->keep[piece->from - 1] &&
            (definite ? (!ld_border(c, piece->from) || is_name(c, piece)) && KINDS >> piece->kind & 1 &&
                            is_definite(c, piece->from)
                      : narrows(c, piece)))
            return p;
    }
    return c->piece_count;
}

/* Whether what it tells more is worth what it tells less: half as many words, or an aside from atom from on; or
 * nothing at the end. */
static bool is_worth(const struct ld_clause *c, const struct ld_shortening *best, const struct ld_shortening *s,
                     uint32_t from, bool whole) {
    uint32_t more = 0, less = 0;
    for (uint32_t i = 0; i < c->attribution; i++) {
        more += s->keep[i] && !best->keep[i];
        less += best->keep[i] && !s->keep[i];
    }
    if (whole && ld_told_end(c, s->keep) < ld_told_end(c, best->keep)) return false;
    return ld_border(c, from) || less <= 2 * more;
}

static bool lacks(const struct ld_clause *c, const struct ld_shortening *best, bool definite) {
    return c->endings->forms && !best->broken && find_lost(c, best, definite) < c->piece_count;
}
bool ld_lacks_which(const struct ld_clause *c, const struct ld_shortening *best) { return lacks(c, best, true); }
bool ld_lacks_limit(const struct ld_clause *c, const struct ld_shortening *best) { return lacks(c, best, false); }

/* Without these, cut where that is sound and best: whether it is better than what is there. */
static void try_cuts(struct ld_trial *t, struct ld_arena *arena, uint64_t dropped, uint32_t from, bool whole,
                     const struct ld_shortening *best, struct ld_shortening *found) {
    const bool said = ld_is_said(t->clause, best->keep);
    for (enum ld_told told = LD_TOLD_WHOLE; told <= (said ? LD_TOLD_BRIEF : LD_TOLD_WHOLE); told++)
        for (uint32_t asked = LD_ASKS_NOTHING; asked <= LD_ASKS_WHICH; asked += LD_ASKS_WHICH) {
            struct ld_shortening cut = {.score = found->score};
            t->dropped = dropped;
            t->asked = (enum ld_asks)asked;
            ld_try_cut(t, arena, told, &cut);
            if (cut.keep && is_sound(t, &cut, from) && ld_is_said(t->clause, cut.keep) == said &&
                is_worth(t->clause, best, &cut, from, whole))
                *found = cut;
        }
}

static bool shorten(struct ld_arena *arena, const struct ld_clause *c, const struct ld_style *style, bool definite,
                    struct ld_shortening *best) {
    struct ld_trial t;
    const uint32_t lost = find_lost(c, best, definite);
    const struct ld_piece *gone = &c->pieces[lost];
    const uint64_t before = best->dropped & ~((uint64_t)1 << lost);
    bool weighed = false;
    ld_start_trial(&t, c, style);
    uint64_t parts = 0, others = 0; /* of what went; what else may go */
    for (uint32_t p = 0; p < c->piece_count; p++) {
        const struct ld_piece *piece = &c->pieces[p];
        const bool within = piece->from >= gone->from && piece->to <= gone->to;
        if (p == lost || !ld_may_drop(&t, p) || (within && ld_atom_shaped(c, piece->from, LD_ENDS_PARTICIPLE)))
            continue; /* "in Lorran [banking laws]" */
        if (within && !definite && piece->kind != LD_PIECE_ARTICLE && piece->from > gone->from &&
            (ld_atom_shaped(c, piece->from - 1, LD_ENDS_PARTICIPLE) || ld_is_number(c, piece->from - 1) ||
             ld_asks(c, piece->from - 1) > LD_ASKS_LITTLE))
            continue; /* "talks opening [today]", "who was one [of nine]" */
        if (within && piece->to == gone->to && piece->from > gone->from) parts |= (uint64_t)1 << p;
        if (!within || piece->to < gone->to) others |= (uint64_t)1 << p;
    }
    const uint64_t ways[] = {0,       t.spare & ~t.articles, t.worth, t.worth | (t.spare & ~t.articles), t.inner,
                             t.spare, t.worth | t.spare};
    struct ld_shortening found = {.score = best->score - BORNE};
    uint64_t part = 0;
    do
        for (uint32_t way = 0; way < sizeof ways / sizeof *ways; way++) {
            t.dropped = before | part;
            ld_drop_free(&t, ways[way] & others);
            if (way && t.dropped == (before | part)) continue;
            if (!weighed) ld_trial_weigh(arena, &t);
            if (!weighed) ld_share_out(&t);
            weighed = true;
            try_cuts(&t, arena, t.dropped, gone->from, !definite, best, &found);
        }
    while (ld_go_on(&parts, &part));
    if (!found.keep) return false;
    found.score = fmax(found.score, best->score);
    *best = found;
    ld_give_back(&t, best);
    return true;
}

bool ld_shorten_which(struct ld_arena *arena, const struct ld_clause *c, const struct ld_style *style,
                      struct ld_shortening *best) {
    return shorten(arena, c, style, true, best);
}

bool ld_shorten_limit(struct ld_arena *arena, const struct ld_clause *c, const struct ld_style *style,
                      struct ld_shortening *best) {
    return shorten(arena, c, style, false, best);
}
