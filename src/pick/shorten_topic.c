/* shorten_topic.c - a clause and its shortening without what stood before the main clause or "said" in; out, one that
 * keeps that, or the first part of it, where there is room and it tells what a quotation or a pronoun is about:
 * "Speaking of the fair [in the vale], Mara Lind said, 'It was cold'"; or where little else is told. For the headline
 * and the bullets that were chosen. English. Source: ours. */
#include <string.h>

#include "pick/shorten_trial.h"

enum {
    LEAST = 4 /* words of what stands before */,
    FEW = 2 /* behind the verb */,
    BRIEF = 50 /* characters */,
    TIMES = 6 /* words: when */
};

/* The piece that went before the main clause, or between who says it and "said", and tells more than when or where; or
 * piece_count. */
static uint32_t find_topic(const struct ld_clause *c, const struct ld_shortening *best) {
    for (uint64_t left = best->dropped; left; left &= left - 1) {
        const uint32_t p = ld_zeros_before(left), from = c->pieces[p].from, to = c->pieces[p].to;
        const bool aside = to == c->head && ld_border(c, from) == LD_COMMA && !ld_atom_is(c, from, LD_RELATIVE),
                   lead = c->pieces[p].kind == LD_PIECE_LEAD;
        if ((lead || aside) && to >= from + LEAST && to <= c->head && !ld_is_word_of(c, from, LD_WORDS_within) &&
            !ld_atom_is(c, from + 1, LD_TIME))
            return p;
    }
    return c->piece_count;
}

/* "[Since Lind came,] there have been floods", "[When Lind came,] he said": where or who? */
static bool is_open_without(const struct ld_clause *c, uint32_t to) {
    return (ld_atom_is(c, to, LD_PRONOUN) && !ld_word_is(c, to, "it")) ||
           (ld_word_is(c, to, "there") && ld_atom_is(c, to + 1, LD_AUXILIARY));
}

/* Whether what stays is told by someone in a quotation or on a subject that he was asked of, from atom i on, or tells
 * of "him". */
static bool needs_topic(const struct ld_clause *c, const bool *keep, uint32_t i) {
    const bool says = ld_atom_is(c, c->verb, LD_SAY) && keep[c->verb],
               quoted = c->opener || ld_is_protected(c, c->verb + 1),
               asked = ld_word_is(c, i, "asked") || ld_word_is(c, i + 1, "asked") || ld_word_is(c, i + 2, "asked"),
               talks = ld_atom_shaped(c, i + ld_word_is(c, i, "while"), LD_ENDS_PARTICIPLE);
    if (says && (asked || (talks && !ld_phrase_at(c, i, LD_PREPOSITION)))) return true;
    return !i && ((says && quoted) || ld_find_stranger(c) < c->count);
}

bool ld_lacks_topic(const struct ld_clause *c, const struct ld_shortening *best) {
    if (!c->whole || best->broken) return false;
    const uint32_t topic = find_topic(c, best);
    if (topic == c->piece_count) return false;
    const struct ld_piece *piece = &c->pieces[topic];
    return needs_topic(c, best->keep, piece->from) || (!piece->from && is_open_without(c, piece->to));
}

bool ld_lacks_lead(const struct ld_clause *c, const struct ld_shortening *best) {
    if (!c->whole || best->broken || ld_kept_characters(c, best->keep, c->count) >= BRIEF) return false;
    const uint32_t topic = find_topic(c, best);
    if (topic == c->piece_count || c->pieces[topic].from || ld_any_is(c, 0, TIMES, LD_TIME | LD_MONTH)) return false;
    return !ld_atom_shaped(c, 0, LD_TAKES_FROM) && !ld_atom_is(c, 0, LD_PRONOUN); /* "From .. to", "It is late" */
}

/* Whether what begins at atom from may go from atom i on: a phrase begins there, behind its verb. */
static bool may_part(const struct ld_clause *c, uint32_t from, uint32_t i) {
    const bool out = ld_is_verb(c, i - 2) && ld_atom_is(c, i - 1, LD_BOUND), /* "got out [playing ..]" */
        doing = ld_atom_shaped(c, i, LD_ENDS_PARTICIPLE) &&
                (!ld_atom_flagged(c, i - 1, LD_CAPITAL) || ld_is_protected(c, i - 1)) &&
                (out || !(ld_is_verb(c, i - 1) || ld_atom_is(c, i - 1, LD_PREPOSITION | LD_ARTICLE | LD_NEGATION))),
               passive = ld_atom_shaped(c, i - 1, LD_LIKE_PAST) && ld_atom_is(c, i - 2, LD_BE);
    const bool open = ld_waiting(c, from, i) > 0;
    if (i > ld_next_border(c, from + 1)) return false;                                   /* no half of an aside */
    if (ld_is_verb(c, i - 1) && ld_atom_shaped(c, i, LD_MARKS_INFINITIVE)) return false; /* "was put [to death]" */
    if (ld_is_that(c, from + 1)) return false; /* nor of what was said: "saying that he left [Oxley]" */
    if (open || ld_is_protected(c, i) || ld_atom_shaped(c, i, LD_TAKES_OF) || (ld_joins(c, i) && !ld_is_verb(c, i + 1)))
        return false;
    const bool begins = ld_opens_clause(c, i) || ld_joins(c, i) ||
                        (ld_atom_is(c, i, LD_PREPOSITION | LD_ADJUNCT) &&
                         (!ld_atom_is(c, i, LD_BOUND) || ld_atom_shaped(c, i, LD_TAKES)));
    return doing || (begins && (passive || ld_place_after(c, i - 1) > LD_PLACE_MID));
}

/* "the guild's [head] Mara Lind": where the name begins that ends before atom end, behind a title; or from. */
static uint32_t title_end(const struct ld_clause *c, uint32_t from, uint32_t end) {
    uint32_t i = end;
    while (i > from && ld_atom_flagged(c, i - 1, LD_CAPITAL) && !ld_is_title(c, i - 1) &&
           !ld_atom_shaped(c, i - 1, LD_ENDS_GENITIVE))
        i--;
    return i > from && i + 1 < end && ld_is_title(c, i - 1) ? i : from;
}

/* "Speaking of [the old smith] Tom Ashby": what he is, in what stands before; none: from is to. */
static uint32_t title_begin(const struct ld_clause *c, uint32_t from, uint32_t *to) {
    uint32_t i = from + 2;
    while (i < *to && !(ld_atom_flagged(c, i, LD_CAPITAL) && ld_is_title(c, i - 1) && !ld_border(c, i))) i++;
    const uint32_t end = i;
    while (i > from && !ld_atom_is(c, i - 1, LD_PREPOSITION) && !ld_border(c, i) &&
           !ld_atom_shaped(c, i - 1, LD_ENDS_GENITIVE))
        i--;
    const bool none = end >= *to || i == from || !ld_atom_is(c, i - 1, LD_PREPOSITION);
    *to = none ? from : end;
    return none ? from : i;
}

bool ld_shorten_topic(struct ld_arena *arena, const struct ld_clause *c, const struct ld_style *style,
                      struct ld_shortening *best) {
    const uint32_t topic = find_topic(c, best), from = c->pieces[topic].from, to = c->pieces[topic].to,
                   subject = from ? 0 : to, told = ld_told_end(c, best->keep);
    const bool open = !from && is_open_without(c, to), parts = open && !ld_is_said(c, best->keep);
    if (style->final_stop && open && !needs_topic(c, best->keep, from)) return false; /* who, was told before */
    const uint32_t titles[] = {subject, title_end(c, subject, from ? from : c->head)};
    uint32_t name = to, bearer = title_begin(c, from, &name);
    struct ld_shortening s = *best;
    s.dropped &= ~((uint64_t)1 << topic);
    for (uint32_t end = told; end == told || (parts && end > c->verb + FEW); end--) {
        if (end < told && !(best->keep[end - 1] && ld_place_after(c, end - 1) >= LD_PLACE_FAIR &&
                            ld_asks(c, end - 1) <= LD_ASKS_LITTLE))
            continue;
        for (uint32_t i = to; i >= from + LEAST; i--)
            for (uint32_t k = 0; k < 4 && (i == to || may_part(c, from, i)); k++) {
                s.keep = ld_copy_keep(arena, c, best->keep);
                memset(s.keep + from, 1, (i - from) * sizeof *s.keep);
                memset(s.keep + subject, 0, (titles[k & 1] - subject) * sizeof *s.keep);
                if (k > 1) memset(s.keep + bearer, 0, (name - bearer) * sizeof *s.keep);
                memset(s.keep + end, 0, (told - end) * sizeof *s.keep);
                if (!ld_fits(arena, c, style, &s)) continue;
                *best = s;
                return true;
            }
    }
    return false;
}
