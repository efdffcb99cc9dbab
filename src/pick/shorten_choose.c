/* shorten_choose.c - a clause and a style in, its best shortening out: every start with every end, and the pieces
 * between them that the style drops. Where no shortening fits the limit, ld_cut cuts the words. The score is linear in
 * the features of choice.def, and pieces worth more than 0 are dropped at once: weights can be fitted. */
#include <math.h>
#include <string.h>

#include "pick/shorten_trial.h"

enum { SAFE = -4, RESCUE = -1, CHEAP = -1, LITTLE = 5 /* points */, ROOM = 20 };
enum { PARTED = LD_END_PIECES | 1 << LD_PIECE_RELATIVE | 1 << LD_PIECE_PARTICIPLE }; /* a part of it may stay */

/* "[Harlan Rope Board] (HRB)", "[La alcaldesa de Bray,] Ana Lind, ha" */
static bool is_beside_name(const struct ld_clause *c, const struct ld_piece *piece) {
    return piece->kind == LD_PIECE_ALIAS || (piece->kind == LD_PIECE_TITLE && ld_border(c, piece->to));
}

/* Whether nothing that was dropped has its begin or goes over its end; what lies within it may be dropped already. */
static bool is_free(const struct ld_trial *t, const struct ld_piece *piece) {
    for (uint64_t left = t->dropped; left; left &= left - 1) {
        const struct ld_piece *other = &t->clause->pieces[ld_zeros_before(left)];
        if ((other->from <= piece->from && piece->from < other->to) ||
            (other->from < piece->to && piece->to < other->to))
            return false;
        if ((is_beside_name(t->clause, piece) && piece->to == other->from) ||
            (is_beside_name(t->clause, other) && other->to == piece->from))
            return false; /* a name and its letters, or its title */
    }
    return true;
}

bool ld_may_drop(const struct ld_trial *t, uint32_t piece) {
    return t->style->pieces >> t->clause->pieces[piece].kind & 1;
}

static void drop(struct ld_trial *t, uint32_t piece) { t->dropped |= (uint64_t)1 << piece; }

static bool is_start(const struct ld_piece *piece) { return !piece->from; }
static bool is_end(const struct ld_clause *c, const struct ld_piece *piece) {
    return piece->to == c->count || piece->to == c->attribution;
}

static bool is_of_subject(const struct ld_piece *piece) {
    return piece->kind == LD_PIECE_SUBJECT || piece->kind == LD_PIECE_BARE;
}

/* What it may go without, as sets of pieces. */
static void sort_out(struct ld_trial *t) {
    const struct ld_clause *c = t->clause;
    uint64_t starts = 0, ends = 0, inner = 0, worth = 0, cheap = 0, whole = 0, parts = 0;
    t->of_subject = t->singles = t->spare = t->articles = t->hedges = t->surnames = 0;
    for (uint32_t p = 0; p < c->piece_count; p++) {
        const struct ld_piece *piece = &c->pieces[p];
        const double weight = t->style->weights[piece->kind];
        const bool article = piece->kind == LD_PIECE_ARTICLE, surname = piece->kind == LD_PIECE_SURNAME,
                   spare = article || piece->kind == LD_PIECE_SPARE || piece->kind == LD_PIECE_TRAIT,
                   hedge = (piece->kind == LD_PIECE_SPARE &&
                            (ld_is_word_of(c, piece->from, LD_WORDS_hedges) || ld_is_kind(c, piece->from))) ||
                           ld_tells_hurt(c, piece) || ld_is_parting(c, piece);
        t->spare |= (uint64_t)(spare && !hedge && ld_may_drop(t, p)) << p;
        t->hedges |= (uint64_t)(hedge && ld_may_drop(t, p)) << p;
        t->articles |= (uint64_t)(article && ld_may_drop(t, p)) << p;
        t->surnames |= (uint64_t)(surname && ld_may_drop(t, p)) << p;
        const uint64_t bit = (uint64_t)(!spare && !surname && piece->kind != LD_PIECE_PHRASE && ld_may_drop(t, p)) << p,
                       start = is_start(piece) ? bit : 0, end = is_end(c, piece) ? bit : 0,
                       between = bit & ~(start | end);
        starts |= start;
        ends |= end;
        inner |= between;
        worth |= weight > 0 ? between : 0;
        cheap |= weight > CHEAP ? between : 0;
        t->of_subject |= is_of_subject(piece) ? bit : 0;
        t->singles |= is_of_subject(piece) || piece->kind == LD_PIECE_ALIAS ? bit : 0;
        if (piece->from < c->attribution) continue;
        *(piece->from == c->attribution && piece->to == c->count ? &whole : &parts) |= bit;
    }
    t->starts = starts, t->ends = ends, t->inner = inner, t->worth = worth, t->cheap = cheap;
    t->tails[0] = 0, t->tail_count = 1;
    if (whole) t->tails[t->tail_count++] = whole;
    if (parts) t->tails[t->tail_count++] = parts;
    t->sets[0] = worth, t->set_count = 1;
    if (cheap != worth) t->sets[t->set_count++] = cheap;
    if (inner != cheap) t->sets[t->set_count++] = inner;
}

/* Of these pieces, all that are not within what is dropped. */
void ld_drop_free(struct ld_trial *t, uint64_t pieces) {
    for (; pieces; pieces &= pieces - 1) {
        const uint32_t p = ld_zeros_before(pieces);
        if (is_free(t, &t->clause->pieces[p])) drop(t, p);
    }
}

static void show(struct ld_trial *t, struct ld_shortening candidate) {
    const struct ld_clause *c = t->clause;
    double row[LD_CHOICES] = {0};
    candidate.score = ld_trial_score(t, LD_WORST, row);
    if (candidate.score == LD_WORST) return;
    candidate.dropped = t->dropped;
    ld_fill_keep(c, t->dropped, candidate.keep);
    t->style->watch->see(t->style->watch->context, c, &candidate, row);
}

void ld_consider(struct ld_trial *t, struct ld_shortening *best) {
    if (t->style->watch) show(t, *best);
    double got = ld_trial_score(t, best->score, NULL);
    if (got <= best->score) return;
    best->score = got;
    best->dropped = t->dropped;
}

/* A start and an end (bits; 0: none) with the pieces between them that are worth dropping, then with those that cost
 * little, then with all of them, then each without the final attribution, then without the parts of it that can go. */
static void try_pair(struct ld_trial *t, uint64_t start, uint64_t end, struct ld_shortening *best) {
    for (uint32_t tail = 0; tail < t->tail_count; tail++) {
        uint64_t before = t->dropped;
        t->dropped = start | end;
        ld_drop_free(t, t->tails[tail]);
        const uint64_t outer = t->dropped;
        if (tail && outer == (start | end)) continue;
        for (uint32_t set = 0; set < t->set_count; set++) {
            t->dropped = outer;
            ld_drop_free(t, t->sets[set]);
            if (t->dropped != before || !(tail + set)) ld_consider(t, best);
            before = t->dropped;
        }
    }
}

/* Beside what is worth dropping, one piece that the style would rather keep. */
static void try_single(struct ld_trial *t, uint64_t start, uint64_t end, uint32_t single, struct ld_shortening *best) {
    t->dropped = start | end;
    if (!is_free(t, &t->clause->pieces[single])) return;
    drop(t, single);
    ld_drop_free(t, t->worth);
    ld_consider(t, best);
}

static double at_least_0(double x) { return (const double[]){0, x}[x > 0]; } /* which cannot be foreseen */

double ld_shorten_most(const struct ld_clause *c, const struct ld_style *style) {
    double most = at_least_0(style->weights[LD_C_mass]);
    for (uint32_t p = 0; p < c->piece_count; p++) most += at_least_0(style->weights[c->pieces[p].kind]);
    return most;
}

void ld_start_trial(struct ld_trial *t, const struct ld_clause *c, const struct ld_style *style) {
    t->clause = c;
    t->style = style;
    t->most = ld_shorten_most(c, style);
    t->dropped = 0;
    t->least = 0;
    t->asked = LD_ASKS_NOTHING;
    t->sourced = false;
    t->masses = NULL;
    for (uint32_t p = 0; p < c->piece_count; p++) {
        uint32_t k = p;
        for (; k && c->pieces[t->order[k - 1]].from > c->pieces[p].from; k--) {
            t->order[k] = t->order[k - 1];
            t->places[t->order[k]] = (uint8_t)k;
        }
        t->order[k] = (uint8_t)p;
        t->places[p] = (uint8_t)k;
    }
    sort_out(t);
}

/* Whether what no piece can take is within the limit: most of what does not fit is told by that. */
static bool may_fit(const struct ld_trial *t) {
    const struct ld_clause *c = t->clause;
    const uint32_t end = 2, joint = 4; /* a blank and a point; marks that go where a piece does */
    uint32_t at = 0, least = t->style->final_stop, slack = end;
    for (uint32_t k = 0; k < c->piece_count; k++) {
        const struct ld_piece *piece = &c->pieces[t->order[k]];
        if (!ld_may_drop(t, t->order[k])) continue;
        least += c->atoms[piece->from > at ? piece->from : at].before - c->atoms[at].before;
        slack += joint;
        at = piece->to > at ? piece->to : at;
    }
    least += c->atoms[c->count].before - c->atoms[at].before;
    return least <= t->style->limit || least - t->style->limit <= slack;
}

/* What dropping the piece (a bit; 0: none) costs. */
static double cost_of(const struct ld_trial *t, uint64_t bit) {
    return bit ? at_least_0(-t->style->weights[t->clause->pieces[ld_zeros_before(bit)].kind]) : 0;
}

/* Every start with every end, where they can be better than the best so far; with one piece more, where one is given.
 */
static void try_all(struct ld_trial *t, uint32_t single, struct ld_shortening *best) {
    uint64_t start = 0, starts = t->starts;
    do {
        uint64_t end = 0, ends = t->ends;
        do {
            if (!t->style->watch && best->score >= t->most) return;
            if (!t->style->watch && t->most - cost_of(t, start) - cost_of(t, end) < best->score - 1e-6)
                continue; /* more than rounding does */
            if (single != UINT32_MAX)
                try_single(t, start, end, single, best);
            else
                try_pair(t, start, end, best);
        } while (ld_go_on(&ends, &end));
    } while (ld_go_on(&starts, &start));
}

/* Leaves the trial to whoever cuts what is not found. */
static bool shorten_by_pieces(struct ld_trial *t, struct ld_arena *arena, const struct ld_clause *c,
                              const struct ld_style *style, struct ld_shortening *best) {
    *best = (struct ld_shortening){.keep = ld_arena_alloc(arena, c->count * sizeof(bool)), .score = LD_WORST};
    ld_start_trial(t, c, style);
    if (!may_fit(t)) return false;
    ld_trial_weigh(arena, t);
    try_all(t, UINT32_MAX, best);
    const bool poor = best->score <= RESCUE || best->dropped & t->of_subject;
    for (uint64_t left = poor ? t->singles : 0; left; left &= left - 1) try_all(t, ld_zeros_before(left), best);
    if (c->cut) best->score = LD_WORST; /* there is more of it */
    ld_fill_keep(c, best->dropped, best->keep);
    return best->score > SAFE;
}

bool ld_shorten_by_pieces(struct ld_arena *arena, const struct ld_clause *c, const struct ld_style *style,
                          struct ld_shortening *best) {
    struct ld_trial trial;
    return shorten_by_pieces(&trial, arena, c, style, best);
}

/* ---- no shortening will do: the words are cut off ---------------------------------------------------------------- */

void ld_try_cut(struct ld_trial *t, struct ld_arena *arena, enum ld_told told, struct ld_shortening *best) {
    const struct ld_clause *c = t->clause;
    double row[LD_CHOICES] = {0};
    struct ld_judgement sum = {t->style->weights, t->style->watch ? row : NULL, 0};
    ld_fill_keep(c, t->dropped, t->keep);
    struct ld_shortening cut = {.keep = ld_copy_keep(arena, c, t->keep), .dropped = t->dropped};
    for (uint64_t left = t->dropped; left; left &= left - 1) ld_judge(&sum, c->pieces[ld_zeros_before(left)].kind, 1);
    if (ld_loses_antecedent(t)) ld_judge(&sum, LD_C_antecedent, 1);
    if (c->view && (told == LD_TOLD_NONE || !(c->accuses || t->sourced)))
        ld_judge(&sum, LD_C_antecedent, c->accuses ? 1.5 : 1);
    const bool speaker = ld_keeps_verb(c, t->dropped, false);
    if (c->thought && c->attribution < c->count && speaker) ld_judge(&sum, LD_C_antecedent, 1);
    ld_cut(c, t->style,
           &(struct ld_cutting){sum, t->shares, told, t->sourced, speaker, t->stranger, t->bound, t->least, t->asked,
                                best->score, t->cuts},
           &cut);
    if (cut.score > best->score) *best = cut;
}

/* What stands at the start and is worth dropping, and pieces of the kinds (bits) that are not. */
void ld_drop_starts(struct ld_trial *t, uint32_t kinds) {
    const struct ld_clause *c = t->clause;
    t->dropped = 0;
    for (uint32_t p = 0; p < c->piece_count; p++)
        if (is_start(&c->pieces[p]) && ld_may_drop(t, p) &&
            (t->style->weights[c->pieces[p].kind] > 0 || kinds >> c->pieces[p].kind & 1))
            drop(t, p);
}

/* Without pieces of these kinds at the start, and these between. */
static void cut_without(struct ld_trial *t, struct ld_arena *arena, uint32_t kinds, uint64_t inner, enum ld_told told,
                        struct ld_shortening *best) {
    ld_drop_starts(t, kinds);
    ld_drop_free(t, inner);
    ld_try_cut(t, arena, told, best);
}

void ld_try_cuts(struct ld_trial *t, struct ld_arena *arena, struct ld_shortening *best) {
    const struct ld_clause *c = t->clause;
    ld_try_cut(t, arena, LD_TOLD_WHOLE, best);
    if (c->accuses || c->claim) ld_try_cut(t, arena, LD_TOLD_BRIEF, best);
    if (c->claim) ld_try_cut(t, arena, LD_TOLD_NONE, best);
}

/* Without all that can go; with what belongs to the subject in part; with titles; without who says so. */
static void cut_somewhere(struct ld_trial *t, struct ld_arena *arena, struct ld_shortening *best) {
    const struct ld_clause *c = t->clause;
    const uint32_t titles = LD_TITLE_PIECES, count = c->piece_count;
    ld_drop_starts(t, titles);
    ld_drop_free(t, t->inner);
    const uint64_t all = t->dropped;
    bool speaker = false;
    ld_try_cuts(t, arena, best);
    for (uint32_t p = 0; p <= count; p++) {
        speaker |= p < count && c->pieces[p].kind == LD_PIECE_SPEAKER;
        if (p < count && !(t->singles >> p & 1)) continue;
        ld_drop_starts(t, p == count ? 0 : titles);
        if (p < count) drop(t, p);
        ld_drop_free(t, t->worth);
        if (t->dropped != all) ld_try_cut(t, arena, LD_TOLD_WHOLE, best);
        if (t->dropped != all && c->claim) ld_try_cut(t, arena, LD_TOLD_NONE, best);
    }
    if (t->cheap != t->worth) cut_without(t, arena, 0, t->cheap, LD_TOLD_WHOLE, best);
    if (c->accuses && !(c->facts & LD_ACCUSE)) cut_without(t, arena, titles, t->inner, LD_TOLD_NONE, best);
    if (speaker) cut_without(t, arena, 1u << LD_PIECE_SPEAKER, t->inner, LD_TOLD_WHOLE, best);
}

/* Whether a cut somewhere else may leave less to be asked. */
static bool ends_light(const struct ld_trial *t, const bool *keep) {
    const struct ld_clause *c = t->clause;
    return ld_lightness(c, ld_last_told(c, keep)) > 0 || (t->stranger < c->count && keep[t->stranger]);
}

/* What had to go at the end as a whole, where there is room for a part of it. */
static const struct ld_piece *find_room(const struct ld_clause *c, const struct ld_style *style,
                                        const struct ld_shortening *best) {
    const struct ld_piece *end = NULL;
    if (!c->endings->forms || style->final_stop) return NULL; /* bullets are told in whole */
    for (uint64_t left = best->dropped; left; left &= left - 1) {
        const uint32_t p = ld_zeros_before(left);
        if (is_end(c, &c->pieces[p]) && (uint32_t)PARTED >> c->pieces[p].kind & 1) end = &c->pieces[p];
    }
    return end && ld_kept_characters(c, best->keep, c->count) + ROOM <= style->limit &&
                   !ld_follows_aside(c, best->dropped, end->from)
               ? end
               : NULL;
}

/* Before it is cut: the share of each atom in the mass, and what no cut leaves. */
void ld_share_out(struct ld_trial *t) {
    const uint32_t count = t->clause->count;
    memset(t->cuts, 0, count);
    t->bound = ld_find_bound(t->clause);
    const double all = (double)t->masses[count];
    for (uint32_t i = 0; i < count; i++) t->shares[i] = all > 0 ? (double)(t->masses[i + 1] - t->masses[i]) / all : 0;
}

/* Cut what is left without the pieces that are dropped where it is told without what goes, if that is better. */
static void try_told(struct ld_trial *t, struct ld_arena *arena, struct ld_shortening *best) {
    const struct ld_clause *c = t->clause;
    struct ld_shortening cut = {.score = -HUGE_VAL};
    ld_try_cut(t, arena, LD_TOLD_WHOLE, &cut);
    if (c->attribution < c->count && best->keep[c->attribution] && !cut.keep[c->attribution]) return;
    const uint32_t last = ld_last_told(c, cut.keep);
    const double light = t->style->weights[LD_C_light] * ld_lightness(c, last);
    if (cut.score - light <= best->score || (last + 1 < c->count && !ld_is_told(c, last))) return;
    cut.score = fmax(cut.score, best->score);
    *best = cut;
}

/* Keep what belongs to the subject, or a part of it where the whole went, and cut the end. */
static void try_subject(struct ld_trial *t, struct ld_arena *arena, struct ld_shortening *best) {
    const struct ld_clause *c = t->clause;
    uint32_t from = c->count; /* where what went begins */
    for (uint64_t left = best->dropped; left; left &= left - 1) {
        const uint32_t p = ld_zeros_before(left);
        if (t->of_subject >> p & 1) from = c->pieces[p].from;
    }
    ld_share_out(t);
    for (uint32_t p = c->piece_count + 1; p--;) {
        if (p < c->piece_count && (!(t->of_subject >> p & 1) || c->pieces[p].from <= from)) continue;
        ld_drop_starts(t, 0);
        if (p < c->piece_count) drop(t, p);
        ld_drop_free(t, t->worth);
        try_told(t, arena, best);
    }
}

static void shorten(struct ld_trial *t, struct ld_arena *arena, const struct ld_clause *c, const struct ld_style *style,
                    struct ld_shortening *best) {
    best->light = !(shorten_by_pieces(t, arena, c, style, best) && !ends_light(t, best->keep));
    if (!best->light) {
        if (best->dropped & t->of_subject) try_subject(t, arena, best);
        const struct ld_piece *end = find_room(c, style, best);
        if (!end) return;
        ld_share_out(t);
        t->dropped = best->dropped & ~((uint64_t)1 << (end - c->pieces));
        ld_drop_free(t, t->worth);
        struct ld_shortening part = *best;
        t->least = end->from - 1;
        ld_try_cut(t, arena, LD_TOLD_WHOLE, &part);
        const bool none = !part.keep[end->from]; /* of it: one that is told had better stay, though it costs a little */
        const double least = best->score - LITTLE;
        struct ld_shortening told = *best;
        told.score = least;
        t->least = end->from;
        if (none) ld_try_cut(t, arena, LD_TOLD_WHOLE, &told);
        if (told.score > least && !told.poor && ld_is_told_part(c, told.keep)) part = told;
        part.score = fmax(part.score, best->score);
        if (ld_is_sound_part(c, end->from, part.keep)) *best = part;
        return;
    }
    if (!t->masses) ld_trial_weigh(arena, t);
    if (t->deictic_count && t->deictic[0] < c->verb && best->score > SAFE + style->weights[LD_C_deictic])
        return;                                           /* only a word goes that no cut takes away */
    if (best->score == LD_WORST) best->score = -HUGE_VAL; /* nothing is there: any cut is better, behind any gap */
    ld_share_out(t);
    cut_somewhere(t, arena, best);
}

void ld_shorten(struct ld_arena *arena, const struct ld_clause *c, const struct ld_style *style,
                struct ld_shortening *best) {
    struct ld_trial t;
    shorten(&t, arena, c, style, best);
    if (style->final_stop || !ld_loses_view(c, best)) return; /* bullets are told in whole */
    ld_share_out(&t);
    t.least = 0;
    ld_try_view(&t, arena, best);
    best->unsaid = (c->view || c->thought || c->weighed || c->worded) && ld_loses_view(c, best);
}

void ld_shorten_more(struct ld_arena *arena, const struct ld_clause *c, const struct ld_style *style,
                     struct ld_shortening *best) {
    struct ld_trial t;
    ld_start_trial(&t, c, style);
    if (!t.spare) return;
    ld_trial_weigh(arena, &t);
    ld_share_out(&t);
    if (best->cut || best->light) {
        ld_try_spare(&t, arena, best);
        if (c->endings->forms) ld_give_back(&t, best);
    }
    if (best->unsaid) ld_try_view(&t, arena, best);
    best->unsaid &= ld_loses_view(c, best);
}
