/* shorten_reach.c - a clause and its shortening that ends before the clause does in; out, one that reaches an end of
 * the clause, or one where hardly anything is asked: phrases in the middle (shorten_phrases.c), words that tell least,
 * asides and articles go for that, as little of them as will do, where more is told by it; days behind the old end go
 * at once and come back where there is room. For the headline that was chosen, and for bullets, which reach the end of
 * the clause alone and have no word go. English. Source: ours, from what readers would rather print. */
#include "pick/shorten_trial.h"

/* In shares of the mass of all words: what reaching an end of the clause is worth, the least that it has to bring, what
 * no piece is worth. */
static const double WHOLE = 0.15, LEAST = 0.02, NEVER = 9;
enum { BORNE = 30 /* points */, FAR = 2 /* limits */ };

struct reach {
    struct ld_trial t;
    const struct ld_shortening *best; /* where it began */
    uint64_t before;                  /* what goes there, but for what goes over its end */
    uint32_t end;                     /* where it ends */
};

/* "a year beginning [on May 1]", "the loan, approved [in May], is", "[in May], when it sank": more hangs on it. */
static bool is_needed(const struct ld_clause *c, const struct ld_piece *piece) {
    const uint32_t before = piece->from - 1;
    if (piece->kind != LD_PIECE_DAY || !piece->from) return false;
    if (ld_border(c, piece->to) && (ld_atom_is(c, piece->to, LD_RELATIVE) || ld_is_verb(c, before))) return true;
    return !ld_border(c, piece->from) && (ld_atom_shaped(c, before, LD_ENDS_PARTICIPLE) ||
                                          (ld_border(c, before) && ld_atom_shaped(c, before, LD_LIKE_PAST)));
}

/* When, what stands in brackets or between dashes: it costs nothing. */
static bool is_slight(const struct ld_clause *c, const struct ld_piece *piece) {
    return (1u << LD_PIECE_DAY | 1u << LD_PIECE_BRACKET | 1u << LD_PIECE_COMPANY | 1u << LD_PIECE_DASH) >> piece->kind &
               1 &&
           !is_needed(c, piece);
}

/* "will not make [large] gains", "only in [large] boats": what is denied or limited is told whole. */
static bool is_denied(const struct ld_clause *c, const struct ld_piece *piece) {
    if (!((1u << LD_PIECE_SPARE | 1u << LD_PIECE_PHRASE) >> piece->kind & 1)) return false;
    for (uint32_t i = 0; i < piece->from; i++)
        if (ld_atom_is(c, i, LD_NEGATION) || ld_is_word_of(c, i, LD_WORDS_limiting)) return true;
    return false;
}

/* "[in Oxley] for theft", but not "[on Monday] for theft". */
static bool is_named(const struct ld_clause *c, const struct ld_piece *piece) {
    for (uint32_t i = piece->from; i < piece->to; i++)
        if (ld_atom_flagged(c, i, LD_CAPITAL) && !ld_atom_is(c, i, LD_TIME | LD_MONTH)) return true;
    return false;
}

/* What a piece of the kind costs beside what it tells. */
static double price_of(const struct reach *r, const struct ld_piece *piece) {
    const struct ld_clause *c = r->t.clause;
    if (is_slight(c, piece) && piece->from >= r->end) return 0;
    if (is_denied(c, piece) || is_needed(c, piece)) return NEVER;
    switch ((enum ld_piece_kind)piece->kind) {
    case LD_PIECE_ARTICLE: return 0.004;
    case LD_PIECE_SPARE: return piece->from < r->end ? 0.01 : 0.06; /* what is gained had better be told whole */
    case LD_PIECE_DAY:
    case LD_PIECE_PHRASE:
    case LD_PIECE_TRAIT: return is_named(c, piece) ? 0.1 : 0.03;
    case LD_PIECE_APPOSITION:
    case LD_PIECE_RELATIVE:
    case LD_PIECE_PARTICIPLE: return 0.01;
    case LD_PIECE_SUBJECT: return ld_border(c, piece->from) ? 0.05 : 0.2;
    default: return NEVER;
    }
}

/* What goes with the piece that is still there: its cost, and how many characters. */
static double cost_of(const struct reach *r, const struct ld_piece *piece, uint32_t *characters) {
    const struct ld_clause *c = r->t.clause;
    const bool slight =
        (1u << LD_PIECE_PHRASE | 1u << LD_PIECE_DAY | 1u << LD_PIECE_TRAIT) >> piece->kind & 1 && piece->from < r->end;
    const double share = slight && !is_named(c, piece) ? 0.5 : 1;
    double cost = price_of(r, piece);
    *characters = 0;
    for (uint32_t i = piece->from; i < piece->to; i++) {
        if (!r->t.keep[i]) continue;
        *characters += ld_characters(&c->atoms[i]);
        cost += share * r->t.shares[i];
    }
    return cost;
}

/* What stays without what is dropped, up to atom to, and who says so as it was: how many characters. */
static uint32_t fill_to(struct reach *r, uint32_t to) {
    const struct ld_clause *c = r->t.clause;
    ld_fill_keep(c, r->t.dropped, r->t.keep);
    for (uint32_t i = to; i < c->count; i++) r->t.keep[i] = i >= c->attribution && r->best->keep[i];
    return ld_kept_characters(c, r->t.keep, c->count);
}

/* Whether nothing that was dropped has a part of it. */
static bool may_go(struct reach *r, uint32_t p) {
    const uint64_t dropped = r->t.dropped;
    ld_drop_free(&r->t, (uint64_t)1 << p);
    const bool may = r->t.dropped != dropped;
    r->t.dropped = dropped;
    return may;
}

/* Of what may go before atom to, that which costs least for each of these characters: its cost, or NEVER where there is
 * none. */
static double drop_next(struct reach *r, uint32_t to, uint32_t characters) {
    const struct ld_clause *c = r->t.clause;
    double least = NEVER, cost = NEVER;
    uint32_t next = c->piece_count;
    for (uint32_t p = 0; p < c->piece_count; p++) {
        const struct ld_piece *piece = &c->pieces[p];
        uint32_t saved;
        if (!ld_may_drop(&r->t, p) || (r->t.dropped | r->t.hedges) >> p & 1) continue;
        if (piece->to >= to || !r->t.keep[piece->from]) continue;
        const double this = cost_of(r, piece, &saved), each = this / (saved < characters ? saved : characters);
        if (this >= NEVER || each >= least || !may_go(r, p)) continue;
        least = each;
        cost = this;
        next = p;
    }
    if (next < c->piece_count) r->t.dropped |= (uint64_t)1 << next;
    return cost;
}

/* Drop as little as will do for all up to atom to to fit: what that costs, or NEVER where it does not. */
static double make_room(struct reach *r, uint32_t to) {
    const struct ld_clause *c = r->t.clause;
    const uint32_t room = r->t.style->limit + !r->t.style->final_stop; /* a blank stands behind the last */
    double cost = 0;
    r->t.dropped = 0;
    for (uint64_t left = r->before; left; left &= left - 1)
        if (c->pieces[ld_zeros_before(left)].to <= to) r->t.dropped |= left & -left;
    for (uint32_t p = 0; p < c->piece_count; p++)
        if (is_slight(c, &c->pieces[p]) && c->pieces[p].from >= r->end && c->pieces[p].to < to)
            ld_drop_free(&r->t, (uint64_t)1 << p);
    for (uint32_t length; cost < NEVER && (length = fill_to(r, to)) > room;) cost += drop_next(r, to, length - room);
    return cost;
}

/* Whether what is left is a sentence that ends before atom to: put in *found. */
static bool is_sound(struct reach *r, struct ld_arena *arena, uint32_t to, struct ld_shortening *found) {
    const struct ld_clause *c = r->t.clause;
    const bool said = ld_is_said(c, r->best->keep);
    r->t.least = to - 1;
    for (enum ld_told told = LD_TOLD_WHOLE; told <= LD_TOLD_BRIEF; told++) {
        struct ld_shortening cut = {.score = r->best->score - BORNE};
        ld_try_cut(&r->t, arena, told, &cut);
        if (!cut.keep || cut.broken || cut.poor || (r->t.stranger < c->count && cut.keep[r->t.stranger]) ||
            ld_told_end(c, cut.keep) != to || ld_is_said(c, cut.keep) != said)
            continue;
        cut.score = r->best->score;
        ld_give_back(&r->t, &cut);
        if (!ld_fits(arena, c, r->t.style, &cut)) continue;
        *found = cut;
        return true;
    }
    return false;
}

static bool is_when(const struct ld_clause *c, uint32_t i) {
    if (ld_atom_is(c, i, LD_TIME | LD_MONTH) || ld_is_number(c, i) || ld_is_word_of(c, i, LD_WORDS_nearby)) return true;
    return (ld_atom_is(c, i, LD_PREPOSITION) || ld_is_article(c, i)) && ld_is_when(c, i + 1) &&
           !ld_word_is(c, i, "to") && !ld_word_is(c, i, "per") && !ld_atom_shaped(c, i, LD_TAKES_OF);
}

/* "killed nine [on Monday night], police said", "sank [in late 1987]": atom to stands at a mark, but for when. */
static bool ends_clause(const struct ld_clause *c, uint32_t to) {
    uint32_t i = to;
    while (i < c->attribution && !ld_border(c, i) && is_when(c, i)) i++;
    return i >= c->attribution || ld_border(c, i);
}

/* "after a man [who ..]", ", the fine": no more than a noun. */
static bool is_bare(const struct ld_clause *c, uint32_t i, enum ld_asks asks) {
    return ld_is_plain(c, i) &&
           (ld_atom_is(c, i - 1, LD_ARTICLE) || ld_border(c, i - 1) || (asks && ld_atom_is(c, i - 1, LD_PREPOSITION)));
}

/* ", the second mill [planned for Oxley]", ", or 34 crowns [a share]": a part of what a mark begins behind the end; but
 * ", a rise of 9 pct". */
static bool is_half_aside(const struct ld_clause *c, uint32_t end, uint32_t to) {
    const uint32_t mark = ld_last_border(c, to - 1);
    bool counts = false;
    for (uint32_t i = mark; i < to; i++) counts |= ld_is_number(c, i);
    return mark >= end && (ld_word_is(c, mark, "or") ||
                           (ld_atom_is(c, mark, LD_ARTICLE) && !ld_atom_is(c, mark, LD_RELATIVE) && !counts));
}

/* ", her mother[, Ana Lind, has told the guild]", ", the head of the guild told us": who says so. */
static bool is_source(const struct ld_clause *c, uint32_t end, uint32_t to) {
    const uint32_t mark = ld_last_border(c, to - 1);
    if (mark < end || ld_joins(c, mark) || ld_atom_is(c, mark, LD_RELATIVE | LD_ADJUNCT | LD_PREPOSITION) ||
        ld_atom_shaped(c, mark, LD_ENDS_PARTICIPLE))
        return false;
    const uint32_t verb = ld_group_end(c, ld_free_verb_from(c, mark)); /* "has told" */
    return verb < c->count && ld_atom_is(c, verb, LD_SAY | LD_TELL);
}

/* "salt, rope[, nets and boats]", "told by Lind[, Ashby and others]": what begins at the mark before atom i is of a
 * list. */
static bool goes_on_as_list(const struct ld_clause *c, uint32_t i) {
    enum { NEAR = 16 }; /* words */
    const uint32_t from = i;
    if (ld_border(c, i) != LD_COMMA || ld_joins(c, i) || ld_atom_is(c, i, LD_RELATIVE | LD_ADJUNCT | LD_PREPOSITION) ||
        ld_atom_shaped(c, i, LD_ENDS_PARTICIPLE))
        return false;
    while (i < c->attribution && i < from + NEAR && !ld_is_verb(c, i) && !(ld_border(c, i) & ~LD_COMMA) &&
           !(ld_joins(c, i) && !ld_atom_flagged(c, i + 1, LD_CAPITAL)))
        i++;
    return ld_joins(c, i) && !ld_is_verb(c, i + 1);
}

/* Whether what is told may end with atom last, be it the end of the clause or not. */
static bool may_end(const struct reach *r, uint32_t last, bool ends, bool brief) {
    const struct ld_clause *c = r->t.clause;
    const uint32_t to = last + 1;
    const enum ld_asks asks = ld_asks(c, last), most = brief ? LD_ASKS_WHICH : LD_ASKS_LITTLE;
    if (is_source(c, r->end, to)) return false;
    if (ends) return !ld_border(c, to) || to >= c->attribution || (asks <= LD_ASKS_LITTLE && !goes_on_as_list(c, to));
    return asks <= most && ld_place_after(c, last) >= LD_PLACE_FAIR && !is_bare(c, last, asks) &&
           !is_half_aside(c, r->end, to) && !ld_word_is(c, to, "to") &&
           !ld_word_is(c, to, "per"); /* "to take its run [to nine]", "at nine miles [per hour]" */
}

static bool is_in_slight(const struct ld_clause *c, uint32_t i) {
    for (uint32_t p = 0; p < c->piece_count; p++)
        if (is_slight(c, &c->pieces[p]) && c->pieces[p].from <= i && i < c->pieces[p].to) return true;
    return false;
}

/* "Oxley[, Lorran]": the state of a town. */
static bool is_state(const struct ld_clause *c, uint32_t from, uint32_t to) {
    enum { NAMES = 2 }; /* words */
    if (ld_border(c, from) != LD_COMMA || !ld_atom_flagged(c, from - 1, LD_CAPITAL) || to > from + NAMES) return false;
    while (from < to && ld_atom_flagged(c, from, LD_CAPITAL)) from++;
    return from == to;
}

/* Whether what is left behind the end says more than when, up to atom to. */
static bool tells_more(const struct reach *r, uint32_t to) {
    const struct ld_clause *c = r->t.clause;
    uint32_t i = r->end;
    while (i < to && (!r->t.keep[i] || is_when(c, i) || ld_atom_is(c, i, LD_CLOSED | LD_PREPOSITION))) i++;
    return i < to && !is_state(c, i, to);
}

bool ld_may_reach(const struct ld_clause *c, const struct ld_shortening *best) {
    const uint32_t end = ld_told_end(c, best->keep);
    return c->endings->forms && c->whole && !best->broken && end && end < c->attribution &&
           !(ld_joins(c, end) && ld_atom_is(c, end + 1, LD_CONJUNCTION)); /* "and as he said, .." */
}

bool ld_shorten_reach(struct ld_arena *arena, const struct ld_clause *c, const struct ld_style *style,
                      struct ld_shortening *best) {
    struct reach r;
    struct ld_shortening chosen = *best;
    const bool brief = ld_is_brief(c, style, best);
    double most = LEAST, told = 0; /* behind the end, but when */
    bool says = false;             /* ", telling smiths at the pier [that ..]" */
    r.best = best;
    r.end = ld_told_end(c, best->keep);
    r.before = 0;
    ld_start_trial(&r.t, c, style);
    for (uint64_t left = best->dropped; left; left &= left - 1) {
        const struct ld_piece *piece = &c->pieces[ld_zeros_before(left)];
        if (piece->from > r.end || piece->to <= r.end || is_slight(c, piece)) r.before |= left & -left;
    }
    ld_trial_weigh(arena, &r.t);
    ld_share_out(&r.t);
    const uint32_t far = c->atoms[r.end].before + FAR * style->limit;
    for (uint32_t i = r.end; i < c->attribution && c->atoms[i + 1].before <= far; i++) {
        if (is_in_slight(c, i)) continue;
        if (!ld_atom_is(c, i, LD_TIME | LD_MONTH)) told += r.t.shares[i];
        says |= ld_atom_is(c, i, LD_SAY) && ld_atom_shaped(c, i, LD_ENDS_PARTICIPLE);
        if (told + WHOLE <= most) continue;
        const bool ends = ends_clause(c, i + 1);
        if (style->final_stop && !ends) continue;
        const double gain = told + (ends ? WHOLE : 0);
        if (gain <= most || (says && !ends) || !may_end(&r, i, ends, brief)) continue; /* most often */
        const double more = gain - make_room(&r, i + 1);
        struct ld_shortening found;
        if (more <= most || !tells_more(&r, i + 1) || !is_sound(&r, arena, i + 1, &found)) continue;
        most = more;
        chosen = found;
    }
    if (most == LEAST) return false;
    *best = chosen;
    return true;
}
