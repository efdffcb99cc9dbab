/* shorten_view.c - a trial of a clause, and a shortening of it that is someone's view, or told by another, without who
 * says so in; one that says so out, where there is one that is not much worse. Leaves what is a view to
 * shorten_views.c. Source: ours. */
#include <math.h>

#include "pick/shorten_trial.h"

bool ld_loses_view(const struct ld_clause *c, const struct ld_shortening *s) {
    const bool worded = c->worded && s->keep[c->worded];
    if (!c->view && !c->thought && !c->stated && !c->weighed && !worded && !(c->claim && !c->says)) return false;
    for (uint64_t left = s->dropped; left; left &= left - 1)
        if (ld_is_source_lead(c, &c->pieces[ld_zeros_before(left)])) return true;
    return (c->view || c->claim || c->weighed || worded) && c->attribution < c->count && !ld_is_said(c, s->keep);
}

/* Whether it may do without these: not without what is told in the words of whose view it is, nor without that one. */
static bool keeps_wording(const struct ld_trial *t) {
    const struct ld_clause *c = t->clause;
    uint32_t first = 1; /* where what tells of the subject begins */
    while (c->worded && first < c->head && !ld_atom_is(c, first, LD_PREPOSITION | LD_RELATIVE)) first++;
    for (uint64_t left = c->worded ? t->dropped : 0; left; left &= left - 1) {
        const bool of_subject = t->of_subject >> ld_zeros_before(left) & 1;
        const struct ld_piece *piece = &c->pieces[ld_zeros_before(left)];
        if (of_subject && (piece->from == first || ld_atom_shaped(c, piece->from, LD_TAKES_OF))) return false;
        if (piece->from <= c->worded && c->worded < piece->to) return false;
        if (piece->from <= c->attribution && c->attribution < piece->to && piece->to == c->count) return false;
    }
    return true;
}

/* Beside what is dropped, what of these it can do without; by pieces, then cut at a word. */
static void try_without(struct ld_trial *t, struct ld_arena *arena, uint64_t outer, uint64_t inner,
                        struct ld_shortening *whole, struct ld_shortening *cut) {
    uint64_t end = 0, ends = t->ends;
    do
        for (uint32_t tail = 0; tail < t->tail_count; tail++) {
            t->dropped = outer;
            ld_drop_free(t, end);
            ld_drop_free(t, t->tails[tail]);
            ld_drop_free(t, inner);
            if (keeps_wording(t)) ld_consider(t, whole);
        }
    while (ld_go_on(&ends, &end));
    t->dropped = outer;
    ld_drop_free(t, inner);
    if (!keeps_wording(t)) return;
    ld_try_cut(t, arena, LD_TOLD_WHOLE, cut);
    ld_try_cut(t, arena, LD_TOLD_BRIEF, cut);
}

/* The same with each set, and what tells least: articles, words, both. */
static void try_sets(struct ld_trial *t, struct ld_arena *arena, uint64_t outer, struct ld_shortening *whole,
                     struct ld_shortening *cut) {
    const uint64_t spare[] = {0, t->articles, t->spare & ~t->articles, t->spare};
    for (uint32_t set = 0; set < t->set_count; set++)
        for (uint32_t k = 0; k < sizeof spare / sizeof *spare; k++)
            if (!k || spare[k]) try_without(t, arena, outer, t->sets[set] | spare[k], whole, cut);
}

/* "wheat in Oxley [winter stores]" */
static bool is_before_noun(const struct ld_clause *c, uint32_t i) {
    return ld_atom_flagged(c, i, LD_CAPITAL) && !ld_border(c, i + 1) && !ld_atom_flagged(c, i + 1, LD_CAPITAL) &&
           !ld_atom_is(c, i + 1, LD_PREPOSITION | LD_CONJUNCTION | LD_RELATIVE | LD_ADJUNCT);
}

/* Not "are planned [for May]", "reflects the attitude [of the guild]". */
static bool is_told(const struct ld_clause *c, uint32_t last) {
    if (c->worded && (c->atoms[last].quote < last || c->worded == last)) return true;
    if (last + 1 < c->count && ld_atom_shaped(c, last, LD_LIKE_PAST) && ld_atom_is(c, last - 1, LD_BE)) return false;
    if (c->weighed && (ld_asks(c, last) == LD_ASKS_MOST || is_before_noun(c, last))) return false;
    return ld_lightness(c, last) < 0.5;
}

/* Whether all that the first one tells stays in the second. */
static bool tells_all(const struct ld_clause *c, const struct ld_shortening *a, const struct ld_shortening *b) {
    for (uint32_t i = 0; i < c->attribution; i++)
        if (a->keep[i] && !b->keep[i]) return false;
    return true;
}

void ld_try_view(struct ld_trial *t, struct ld_arena *arena, struct ld_shortening *best) {
    const struct ld_clause *c = t->clause;
    const bool view = c->view || c->thought, claim = !view && !c->stated && !c->worded && !c->weighed;
    const double much = c->weighed ? 20 : view || c->worded ? 12 : 3; /* points */
    struct ld_shortening whole = {.keep = ld_arena_alloc(arena, c->count * sizeof(bool)), .score = LD_WORST},
                         cut = {.keep = ld_arena_alloc(arena, c->count * sizeof(bool)), .score = -HUGE_VAL};
    uint64_t speakers = 0;
    for (uint32_t p = 0; p < c->piece_count; p++) speakers |= (uint64_t)ld_is_source_lead(c, &c->pieces[p]) << p;
    uint64_t start = 0, starts = t->starts & ~speakers;
    t->sourced = c->view || c->claim || c->weighed || c->worded;
    t->least = c->worded;
    do {
        uint64_t single = 0, singles = t->singles;
        do {
            try_sets(t, arena, start | single, &whole, &cut);
            for (uint64_t left = t->surnames; left; left &= left - 1) {
                t->dropped = start | single;
                ld_drop_free(t, left & -left);
                if (t->dropped != (start | single)) try_sets(t, arena, t->dropped, &whole, &cut);
            }
        } while (ld_go_on(&singles, &single));
    } while (ld_go_on(&starts, &start));
    if (!cut.broken && cut.score > whole.score)
        whole = cut;
    else
        ld_fill_keep(c, whole.dropped, whole.keep);
    const uint32_t last = ld_last_told(c, whole.keep);
    if (whole.score <= best->score - much || ld_loses_view(c, &whole) || ld_is_bound(c, last + 1)) return;
    const bool bears = c->worded || c->weighed, all = tells_all(c, best, &whole);
    if (bears && !all && whole.poor && !best->poor) return;
    if (c->weighed && whole.dropped & t->of_subject & ~best->dropped) return;
    if (bears) whole.score = fmax(whole.score, best->score); /* what it costs is borne */
    if (c->view || (c->thought && c->says) || all || (!claim && !c->of_war && is_told(c, last))) *best = whole;
}
