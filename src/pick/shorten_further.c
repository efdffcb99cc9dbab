/* shorten_further.c - a clause and its shortening that ends with what asks for more in; out, one that goes on behind
 * that, to where less is asked: with the room there is, or with what is made where titles, words that tell least,
 * asides, one phrase before it or articles go, or, where that will not do, who tells a fact. Where nothing is asked it
 * goes on, too, but titles stay then, and no time is worth it. For the headline that was chosen: what it costs is
 * borne. English and, by ld_asks_beside, Romance. Source: ours. */
#include "pick/shorten_trial.h"

static const double SHORT = 0.88, BARE = 0.8 /* titles may go */, BRIEF = 0.62,
                    BULLET = 0.66 /* which is short */; /* of the limit */
enum {
    BORNE = 20,
    LITTLE = 5 /* points */,
    WORDS = 3 /* more, where no less is asked */,
    BEHIND = 3 /* words: an article as near makes room, too */,
    LEAST = 3 /* characters of a word */,
    WAYS = 2 * (2 + 2 * 64 + 64)
};

/* The pieces of these kinds that begin in [from, to) and may go. */
static uint64_t pieces_of(const struct ld_trial *t, uint32_t kinds, uint32_t from, uint32_t to) {
    uint64_t found = 0;
    kinds &= t->style->pieces;
    for (uint32_t p = 0; kinds && p < t->clause->piece_count; p++) {
        const struct ld_piece *piece = &t->clause->pieces[p];
        bool whose = false; /* "[the smith's brother] Tom Ashby": of whom else would be said */
        for (uint32_t i = piece->from; i < piece->to && LD_TITLE_PIECES >> piece->kind & 1; i++)
            whose |= ld_atom_shaped(t->clause, i, LD_ENDS_GENITIVE);
        if (kinds >> piece->kind & 1 && piece->from >= from && piece->from < to && !whose) found |= (uint64_t)1 << p;
    }
    return found;
}

/* Whether there is room behind atom end, for a word and the one that it begins with. */
static bool has_room(struct ld_trial *t, uint64_t dropped, uint32_t end) {
    const struct ld_clause *c = t->clause;
    const uint32_t last = end + 1 + ld_is_article(c, end + 1);
    const struct ld_atom *atom = &c->atoms[last];
    uint32_t length = 0;
    ld_fill_keep(c, dropped, t->keep);
    for (uint32_t i = 0; i < last; i++)
        if (t->keep[i] || i >= end) length += ld_characters(&c->atoms[i]);
    return length + (atom->end - atom->start) / (c->ascii ? 1 : 2) <= t->style->limit;
}

/* "cost 9 crowns and smiths [of the vale said ..]": what "and" joined behind atom end has no verb up to atom last, but
 * one behind that. */
static bool ends_subject(const struct ld_clause *c, uint32_t end, uint32_t last) {
    uint32_t from = last;
    while (from > end && !ld_joins(c, from) && !ld_is_verb(c, from)) from--;
    if (!ld_joins(c, from) || ld_is_protected(c, from) || ld_atom_is(c, last + 1, LD_RELATIVE)) return false;
    const uint32_t verb = ld_free_verb_from(c, last + 1);
    if (verb >= c->attribution || !(ld_atom_is(c, verb, LD_AUXILIARY | LD_SAY) || ld_border(c, verb))) return false;
    for (uint32_t k = last + 1; k <= verb; k++)
        if (ld_joins(c, k)) return false;
    return true;
}

/* Whether anyone's words stay from atom end on. */
static bool quotes(const struct ld_clause *c, uint32_t end, const bool *keep) {
    for (uint32_t i = end; i < c->attribution; i++)
        if (keep[i] && c->atoms[i].marks & LD_QUOTED) return true;
    return false;
}

/* Cut behind atom end without these pieces: whether that is a sentence, which says who says so or does not. */
static bool goes_on(struct ld_trial *t, struct ld_arena *arena, uint64_t dropped, uint32_t end, bool said,
                    struct ld_shortening *best) {
    const struct ld_clause *c = t->clause;
    const bool goes = !said && ld_is_said(c, best->keep);
    const enum ld_told most = goes ? LD_TOLD_NONE : said ? LD_TOLD_BRIEF : LD_TOLD_WHOLE;
    for (enum ld_told told = goes ? LD_TOLD_NONE : LD_TOLD_WHOLE; told <= most; told++) {
        struct ld_shortening cut = {.score = best->score - BORNE};
        t->dropped = dropped;
        ld_try_cut(t, arena, told, &cut);
        if (!cut.keep || cut.broken || cut.poor || (t->stranger < c->count && cut.keep[t->stranger]) ||
            ld_told_end(c, cut.keep) <= end || ld_is_said(c, cut.keep) != said ||
            ends_subject(c, end, ld_last_told(c, cut.keep)) || (goes && quotes(c, end, cut.keep)))
            continue;
        cut.score = best->score;
        *best = cut;
        ld_give_back(t, best);
        return true;
    }
    return false;
}

/* What is said at the end is no view, verdict or accusation, nor in anyone's words: it can be told without who says it.
 * Where it is torn with who does ("was named as a defendant, a clerk said"), that one goes unless he accuses by the
 * verb.
 */
static bool is_fact(const struct ld_clause *c, const bool *keep, bool torn) {
    uint32_t verb = c->head;
    for (uint32_t i = 0; c->accuses && i < c->attribution; i++)
        if (!torn || (keep[i] && ld_atom_is(c, i, LD_ACCUSE) && ld_is_verb(c, i) && !ld_is_behind_be(c, i)))
            return false; /* "misled the bakers" */
    for (uint32_t i = verb + 1; ld_is_verb(c, i) || ld_atom_shaped(c, i, LD_ADVERB); i++)
        if (ld_is_verb(c, i)) verb = i;
    if (c->view || c->thought || c->weighed) return false;
    if (ld_atom_is(c, verb, LD_BE) && !ld_is_infinitive(c, verb + 2) &&
        !ld_atom_shaped(c, verb + 1, LD_ENDS_PARTICIPLE | LD_VERB_PARTICIPLE))
        return false; /* "is unthinkable" */
    for (uint32_t i = 0; c->has_pairs && i < c->attribution; i++)
        if (c->atoms[i].marks & LD_QUOTED && (keep[i] || !torn)) return false;
    for (uint32_t i = c->attribution + 1; i < c->count; i++)
        if (keep[i] && c->atoms[i].border & LD_COMMA) return false; /* ", Lind said, killing nine" */
    return true;
}

/* Whether there is room for more than a word or two, also where nothing asks for it. */
static bool is_short(const struct ld_clause *c, const struct ld_style *style, const bool *keep) {
    return ld_kept_characters(c, keep, c->count) < (style->final_stop ? BULLET : SHORT) * style->limit;
}

/* Whether a fact, told by another, takes no more than that of the room. */
static bool is_brief_fact(const struct ld_clause *c, const struct ld_style *style, const bool *keep, uint32_t end) {
    return ld_kept_characters(c, keep, end) < BRIEF * style->limit && ld_is_said(c, keep) && is_fact(c, keep, false);
}

/* Whether there is not much room, where nothing is asked. */
static bool is_full(const struct ld_clause *c, const struct ld_style *style, const bool *keep, uint32_t end) {
    return !is_short(c, style, keep) && !is_brief_fact(c, style, keep, end);
}

/* "[on Monday] when it sank", but not before "to sink": the piece (a bit) that begins at atom end, or 0. */
static uint64_t day_at(const struct ld_clause *c, uint32_t end) {
    const struct ld_piece *day = ld_piece_at(c, end, 1u << LD_PIECE_DAY);
    return day && day->to < c->attribution && !ld_atom_shaped(c, day->to, LD_MARKS_INFINITIVE)
               ? (uint64_t)1 << (day - c->pieces)
               : 0;
}

bool ld_is_brief(const struct ld_clause *c, const struct ld_style *style, const struct ld_shortening *best) {
    return c->endings->forms && ld_kept_characters(c, best->keep, c->count) < BRIEF * style->limit;
}

/* "has cut jobs[, closing nine mills ..]": what someone does so, where little else is told. */
static bool is_doing(const struct ld_clause *c, const struct ld_style *style, const struct ld_shortening *best,
                     uint32_t end) {
    return !style->final_stop && c->endings->forms && ld_border(c, end) == LD_COMMA && is_short(c, style, best->keep) &&
           ld_piece_at(c, end, 1u << LD_PIECE_PARTICIPLE) && ld_atom_shaped(c, end, LD_ENDS_PARTICIPLE) &&
           !ld_atom_is(c, end, LD_SAY | LD_PREPOSITION | LD_ACCUSE | LD_AUXILIARY) && !ld_word_is(c, end, "having");
}

/* "sank two boats [on Monday], drowning nine", "sank two boats overnight[, drowning nine]": what came of it. */
static bool hurts(const struct ld_clause *c, const struct ld_style *style, const struct ld_shortening *best,
                  uint32_t end) {
    const struct ld_piece *day = ld_piece_at(c, end, 1u << LD_PIECE_DAY);
    const uint32_t behind = day ? day->to : end;
    return ld_is_word_of(c, behind, LD_WORDS_hurting) && is_doing(c, style, best, behind);
}

/* "refused to mend boats[ - after claiming ..]", ", amid fears": why, or behind what, where little else is told. */
static bool is_cause(const struct ld_clause *c, const struct ld_style *style, const struct ld_shortening *best,
                     uint32_t end) {
    return !style->final_stop && ld_border(c, end) & (LD_COMMA | LD_DASH) && ld_is_brief(c, style, best) &&
           ld_is_word_of(c, end, LD_WORDS_since_what) && !ld_atom_is(c, end + 1, LD_TIME);
}

/* "Monday", "May", but not "PM Ana Lind". */
static bool is_time(const struct ld_clause *c, uint32_t i) {
    return ld_atom_is(c, i, LD_TIME | LD_MONTH) && !(ld_word_is(c, i, "pm") && ld_atom_flagged(c, i + 1, LD_CAPITAL));
}

/* ", a maker of boats", ", which sells them", ", mending boats", ", while she left": what bullets go on with behind a
 * comma; seldom whole are ", with boats", ", and boats" and what a dash begins. */
static bool is_aside(const struct ld_clause *c, const struct ld_style *style, uint32_t end) {
    if (!style->final_stop || !c->endings->forms || ld_border(c, end) != LD_COMMA || ld_joins(c, end)) return false;
    return ld_is_article(c, end) || ld_atom_is(c, end, LD_RELATIVE) || ld_atom_shaped(c, end, LD_ENDS_PARTICIPLE) ||
           (ld_atom_is(c, end, LD_CONJUNCTION) && ld_atom_is(c, end, LD_ADJUNCT) && !ld_word_is(c, end + 1, "well"));
}

uint32_t ld_asks_for_more(const struct ld_clause *c, const struct ld_style *style, const struct ld_shortening *best) {
    const uint32_t end = ld_told_end(c, best->keep);
    if (!(c->endings->forms || ld_by_endings(c)) || best->broken || !end || end >= c->attribution ||
        (ld_border(c, end) && !is_aside(c, style, end) && !is_doing(c, style, best, end) &&
         !is_cause(c, style, best, end)))
        return 0;
    const bool timed = ld_atom_is(c, end - 1, LD_TIME) || ld_atom_is(c, end - 2, LD_MONTH); /* "on May 9 [in ..]" */
    const bool day = is_time(c, end) || is_time(c, end + 1);                                /* "on Monday" */
    const bool news = c->endings->forms && !style->final_stop;                              /* bullets tell when, too */
    if (news && (day || timed) && !ld_is_brief(c, style, best) && !hurts(c, style, best, end)) return 0;
    if (news && day && !day_at(c, end)) return 0;
    if (ld_joins(c, end) && ld_atom_is(c, end + 1 + ld_word_is(c, end + 1, "just"), LD_CONJUNCTION))
        return 0;      /* "and as he said, .." */
    bool soon = false; /* "on 1 May" */
    for (uint32_t i = end; i < end + BEHIND && i < c->attribution; i++)
        soon |= is_time(c, i) || ld_word_is(c, i, "due");
    if (soon && !style->final_stop && ld_asks(c, end - 1) == LD_ASKS_NOTHING && is_full(c, style, best->keep, end))
        return 0;
    return 1u << LD_PIECE_SPARE | 1u << LD_PIECE_ARTICLE;
}

/* Beside what went before, each of these pieces that ends by atom to, alone and with the rest. How many ways there are.
 */
static uint32_t add_singles(struct ld_trial *t, const bool *keep, uint64_t before, const uint64_t *rest,
                            uint64_t pieces, uint32_t to, uint64_t *ways, uint32_t count) {
    const struct ld_clause *c = t->clause;
    for (; pieces; pieces &= pieces - 1) {
        const struct ld_piece *piece = &c->pieces[ld_zeros_before(pieces)];
        if (piece->to > to || !keep[piece->from]) continue;
        t->dropped = before;
        ld_drop_free(t, pieces & -pieces);
        if (piece->to <= c->head) ld_fill_keep(c, t->dropped, t->keep);
        if (piece->to <= c->head && ld_is_definite(c, t->keep, 0)) continue; /* "The smith [who left] also" */
        const uint64_t alone = ways[count++] = t->dropped;
        ld_drop_free(t, rest[0]);
        ld_drop_free(t, rest[1]);
        if (t->dropped != alone) ways[count++] = t->dropped;
    }
    return count;
}

/* "a guild [that owns ..]", "smiths [who ..]": a headline had better say which. */
static bool asks_which(const struct ld_clause *c, const struct ld_style *style, uint32_t i) {
    return !style->final_stop && ld_atom_is(c, i + 1, LD_RELATIVE) && !ld_atom_is(c, i + 1, LD_ADJUNCT) &&
           ld_is_plain(c, i) && ld_asks(c, i) <= LD_ASKS_LITTLE;
}

/* "will cost 9 million [in dues]": of what? */
static bool is_sum_in(const struct ld_clause *c, uint32_t i) {
    return ld_word_is(c, i + 1, "in") && ld_atom_shaped(c, i, LD_NUMBER_WORD) &&
           ld_atom_flagged(c, i - 1, LD_NUMERIC) && ld_is_plain(c, i + 2) && !ld_atom_is(c, i + 2, LD_TIME) &&
           !ld_word_is(c, i + 2, "cash") && !ld_joins(c, i + 3); /* "in damages and the boat back" */
}

/* "to seek ways", "it is sure", "the guild aiming [to ..]". */
static bool waits(const struct ld_clause *c, uint32_t i) {
    return ld_is_word_of(c, i, LD_WORDS_ways) || ld_is_word_of(c, i, LD_WORDS_aware) ||
           ld_begins_as(c, i, LD_WORDS_aiming);
}

/* "in a move [that ..]", "because of steps [by ..]": less is told by more. */
static bool is_of_more(const struct ld_clause *c, uint32_t i) {
    return c->endings->forms && ld_is_plain(c, i) && !ld_border(c, i + 1) && !ld_is_behind_be(c, i) &&
           ((ld_atom_is(c, i + 1, LD_RELATIVE) && !ld_atom_is(c, i + 1, LD_ADJUNCT)) ||
            ld_atom_is(c, i + 1, LD_BYLINE_START));
}

/* Of these pieces those that go last of all; who was hurt, too, where nothing is told behind that, and what parts a
 * noun from what it calls for where more is asked. */
static uint64_t hedges_of(const struct ld_trial *t, uint64_t pieces, uint32_t end, enum ld_asks asks) {
    uint64_t found = 0;
    for (uint64_t left = pieces & t->hedges; left; left &= left - 1) {
        const struct ld_piece *piece = &t->clause->pieces[ld_zeros_before(left)];
        const bool told = piece->to < end && ld_word_is(t->clause, piece->from, "with"); /* "filed with .. for it" */
        if (ld_is_parting(t->clause, piece) ? asks > LD_ASKS_NOTHING && !told
                                            : piece->to == end || !ld_tells_hurt(t->clause, piece))
            found |= left & -left;
    }
    return found;
}

/* Far: to an end that asks no more than what or which, whatever is asked now. */
static bool go_further(struct ld_arena *arena, const struct ld_clause *c, const struct ld_style *style, bool far,
                       struct ld_shortening *best) {
    struct ld_trial t;
    struct ld_style within = *style;
    const uint32_t end = ld_told_end(c, best->keep), small = 1u << LD_PIECE_BRACKET | 1u << LD_PIECE_COMPANY,
                   titles = LD_TITLE_PIECES, slight = titles | 1u << LD_PIECE_SPARE | 1u << LD_PIECE_ALIAS;
    const enum ld_asks asks = asks_which(c, style, end - 1) ? LD_ASKS_WHICH
                              : is_sum_in(c, end - 1)       ? LD_ASKS_WHAT
                                                            : ld_asks(c, end - 1);
    const bool nothing = asks == LD_ASKS_NOTHING;
    if (style->final_stop && !c->endings->forms && asks <= LD_ASKS_LITTLE && !is_short(c, style, best->keep))
        return false; /* of Romance ones half would be torn: "durante la presente [semana]" */
    within.limit -= style->final_stop;
    ld_start_trial(&t, c, &within);

    const uint64_t day = style->final_stop || !c->endings->forms ? 0 : day_at(c, end);
    const uint32_t behind = day ? c->pieces[ld_zeros_before(day)].to : end;
    uint64_t ways[WAYS] /* what goes */, over = 0; /* what goes over the end */
    uint32_t count = 0, verb = end;
    for (uint64_t left = best->dropped; left; left &= left - 1) {
        const struct ld_piece *piece = &c->pieces[ld_zeros_before(left)];
        if (piece->from <= behind && piece->to > behind && !(small >> piece->kind & 1)) over |= left & -left;
    }
    while (verb > c->verb && !ld_is_verb(c, verb) && !ld_is_infinitive(c, verb)) verb--;
    const bool titled = nothing && (is_full(c, style, best->keep, end) ||
                                    ld_kept_characters(c, best->keep, c->count) >= BARE * style->limit);
    const uint32_t lighter = titled ? slight & ~titles : slight;
    const uint64_t before = (best->dropped & ~over) | day,
                   words = (pieces_of(&t, lighter, 0, end) |
                            pieces_of(&t, titles | small | 1u << LD_PIECE_ALIAS, end, c->attribution)) &
                           ~t.hedges;
    t.dropped = ways[count++] = before;
    ld_drop_free(&t, words);
    ld_drop_free(&t, t.worth & ~over);
    if (t.dropped != before) ways[count++] = t.dropped;
    const uint64_t rest[] = {words, t.worth & ~over};
    const uint32_t singles = style->final_stop ? ~(1u << LD_PIECE_ATTRIBUTION) : UINT32_MAX; /* who says it stays */
    count =
        add_singles(&t, best->keep, before, rest, t.inner & pieces_of(&t, singles, verb + 1, end), end, ways, count);
    for (uint64_t some = words | (t.worth & ~over), left = t.articles; left;
         left &= left - 1) { /* without as few articles as will do */
        if (asks < LD_ASKS_WHAT && c->pieces[ld_zeros_before(left)].from > end + BEHIND) break;
        t.dropped = before;
        ld_drop_free(&t, some |= left & -left);
        ways[count++] = t.dropped;
    }
    const bool torn =
        c->endings->forms && !ld_joins(c, end) &&
        (asks == LD_ASKS_MOST ||
         (asks == LD_ASKS_WHAT && (ld_is_sure_infinitive(c, end + 1) || ld_is_word_of(c, end, LD_WORDS_conditions))));
    if (torn)
        count = add_singles(&t, best->keep, before, rest, t.inner & pieces_of(&t, singles, 1, verb), verb, ways, count);
    const uint64_t hedges =
        lighter >> LD_PIECE_SPARE & 1 ? hedges_of(&t, pieces_of(&t, 1u << LD_PIECE_SPARE, 0, end), end, asks) : 0;
    for (uint32_t k = 0, all = hedges ? count : 0; k < all; k++) {
        t.dropped = ways[k];
        ld_drop_free(&t, hedges);
        if (t.dropped != ways[k]) ways[count++] = t.dropped;
    }
    uint32_t fit = 0;
    const bool marked = style->final_stop && ld_border(c, end);
    if (marked) count = 1; /* no word goes for that */
    for (uint32_t k = 0; k < count; k++)
        if (has_room(&t, ways[k], end)) ways[fit++] = ways[k];
    if (!fit) return false;
    ld_trial_weigh(arena, &t);
    ld_share_out(&t);
    const bool said = ld_is_said(c, best->keep);
    const bool twice = asks > LD_ASKS_LITTLE || is_short(c, style, best->keep);
    for (uint32_t round = far ? 2 : 0; round < (far ? 4u : twice ? 2u : 1u); round++)
        for (uint32_t k = 0; k < fit; k++) {
            t.asked = round > 1             ? (enum ld_asks)(LD_ASKS_WHICH + round - 1)
                      : nothing             ? (enum ld_asks)(LD_ASKS_LITTLE + round)
                      : asks < LD_ASKS_MOST ? (enum ld_asks)(asks + round)
                                            : asks;
            const bool wide = round && t.asked < LD_ASKS_WHAT && c->endings->forms && (style->final_stop || !k);
            if (wide) t.asked = LD_ASKS_WHAT; /* in headlines only where no word goes for it */
            t.least = end + (marked ? WORDS : round ? nothing || round > 1 ? WORDS - 1 : WORDS : 0);
            const struct ld_shortening before_it = *best;
            if (!goes_on(&t, arena, ways[k], end, said, best)) continue;
            const uint32_t last = ld_last_told(c, best->keep);
            const bool open = (round > 1 && waits(c, last)) || (round == 1 && nothing && is_of_more(c, last)) ||
                              (wide && !style->final_stop && ld_border(c, last + 1)); /* a list */
            if (!open) return true;
            *best = before_it;
        }
    if (!said || style->final_stop) return false;
    if (nothing ? !is_brief_fact(c, style, best->keep, end) : !is_fact(c, best->keep, asks >= LD_ASKS_WHAT))
        return false;
    for (uint32_t round = nothing; round < 2; round++) /* for no less, more is told */
        for (uint32_t k = 0; k < fit; k++) {
            t.asked = round ? asks : LD_ASKS_WHICH;
            t.least = end + round * (WORDS - 1);
            if (goes_on(&t, arena, ways[k], end, false, best)) return true;
        }
    return false;
}

bool ld_shorten_further(struct ld_arena *arena, const struct ld_clause *c, const struct ld_style *style,
                        struct ld_shortening *best) {
    return go_further(arena, c, style, false, best);
}

bool ld_shorten_brief(struct ld_arena *arena, const struct ld_clause *c, const struct ld_style *style,
                      struct ld_shortening *best) {
    return go_further(arena, c, style, true, best);
}
