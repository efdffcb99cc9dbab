/* shorten_fuller.c - a clause of German and its shortening in; out, one that tells more of it: what there is
 * room for comes back, its end goes on to the last mark that it can end at, and who says so stays with what is told in
 * the subjunctive. For the headline that was chosen. Words that tell least go for that (shorten_field.c). Source: ours,
 * from what readers would rather print. */
#include <string.h>

#include "pick/shorten_trial.h"

enum { NOUN = LD_CAPITAL | LD_NUMERIC };

struct fuller {
    struct ld_arena *arena;
    const struct ld_clause *c;
    const struct ld_style *style;
    struct ld_shortening *best;
};

/* Put it in best with the atoms of keep, if it fits. */
static bool take(const struct fuller *f, bool *keep, uint64_t dropped) {
    struct ld_shortening s = *f->best;
    s.keep = keep;
    s.dropped = dropped;
    if (!ld_fits(f->arena, f->c, f->style, &s)) return false;
    *f->best = s;
    return true;
}

static bool *copy_of(const struct fuller *f) { return ld_copy_keep(f->arena, f->c, f->best->keep); }

/* Of what was dropped, what still is where these atoms stay. */
static uint64_t dropped_of(const struct ld_clause *c, uint64_t dropped, const bool *keep) {
    for (uint64_t left = dropped; left; left &= left - 1) {
        const struct ld_piece *piece = &c->pieces[ld_zeros_before(left)];
        if (keep[piece->from]) dropped &= ~(left & -left);
    }
    return dropped;
}

/* "[heute]", "[im Mai]": it is no loss. */
static bool is_slight(const struct ld_clause *c, const struct ld_piece *piece) {
    return piece->kind == LD_PIECE_DAY ||
           (piece->kind == LD_PIECE_SPARE &&
            (ld_is_word_of(c, piece->from, LD_WORDS_least) || ld_begins_as(c, piece->from, LD_WORDS_weekdays) ||
             ld_atom_is(c, piece->to - 1, LD_TIME)));
}

static bool is_small(const struct ld_piece *piece) {
    return (1u << LD_PIECE_BRACKET | 1u << LD_PIECE_CONNECTIVE | 1u << LD_PIECE_DAY | 1u << LD_PIECE_DASH) >>
               piece->kind &
           1;
}

/* As take, without more and more of what tells least, where it has to be. */
static bool take_without(const struct fuller *f, bool *keep, uint64_t dropped) {
    const struct ld_clause *c = f->c;
    if (take(f, keep, dropped)) return true;
    for (uint32_t p = 0; p < c->piece_count; p++) {
        const struct ld_piece *piece = &c->pieces[p];
        if (!is_slight(c, piece) || !keep[piece->from] || !keep[piece->to - 1] || !piece->from ||
            piece->to >= c->count || !keep[piece->to] || !keep[piece->from - 1])
            continue;
        memset(keep + piece->from, 0, (piece->to - piece->from) * sizeof *keep);
        dropped |= (uint64_t)1 << p;
        if (take(f, keep, dropped)) return true;
    }
    return false;
}

/* ", wie die Gilde sagt": no more than who says so. */
static bool is_source(const struct ld_clause *c, uint32_t from, uint32_t to) {
    return ld_word_is(c, from, "wie") || ld_word_is(c, from, "so") || ld_any_is(c, from, to, LD_SAY);
}

static bool points_out(const struct ld_clause *c, uint32_t from, uint32_t to) {
    for (uint32_t i = from; i < to && !ld_atom_is(c, from, LD_RELATIVE); i++)
        if (ld_atom_is(c, i, LD_DEICTIC) && ld_is_deictic_at(c, i)) return true; /* "wir" */
    return false;
}

/* Whether what begins at the mark before atom from is whole at atom to: a clause that has its verb last ends with it.
 */
static bool is_whole(const struct ld_clause *c, uint32_t from, uint32_t to) {
    for (uint32_t i = from; i <= to && to < c->attribution; i++)
        if (ld_border(c, i) & ~LD_COMMA) return false;
    if (to < c->attribution && ld_place_after(c, to - 1) != LD_PLACE_CLEAN) return false;
    uint32_t last = to - 1;
    while (last > from && !c->atoms[last].border) last--;
    const bool opens = ld_atom_is(c, last, LD_RELATIVE | LD_CONJUNCTION) || ld_atom_is(c, last + 1, LD_RELATIVE);
    return !opens || !ld_atom_flagged(c, to - 1, NOUN) || ld_joins(c, last);
}

/* It goes on behind its end. */
static bool go_on(const struct fuller *f) {
    const struct ld_clause *c = f->c;
    const uint32_t end = ld_told_end(c, f->best->keep);
    if (!end || end >= c->attribution || ld_is_said(c, f->best->keep)) return false;
    for (uint32_t to = c->attribution; to > end; to--) {
        if (to < c->attribution && !ld_border(c, to)) continue;
        if (!is_whole(c, end, to) || is_source(c, end, to) || points_out(c, end, to)) continue;
        bool *keep = copy_of(f);
        memset(keep + end, 1, (to - end) * sizeof *keep);
        uint64_t dropped = dropped_of(c, f->best->dropped, keep);
        for (uint32_t p = 0; p < c->piece_count; p++) { /* but brackets within */
            const struct ld_piece *piece = &c->pieces[p];
            if (piece->from < end || piece->to > to || piece->kind != LD_PIECE_BRACKET) continue;
            memset(keep + piece->from, 0, (piece->to - piece->from) * sizeof *keep);
            dropped |= (uint64_t)1 << p;
        }
        if (ld_told_end(c, keep) > end && take_without(f, keep, dropped)) return true;
    }
    return false;
}

/* What was dropped between other things comes back. */
static bool give_back(const struct fuller *f) {
    const struct ld_clause *c = f->c;
    const uint64_t all = f->best->dropped;
    bool more = false;
    for (uint32_t p = c->piece_count; p--;) {
        const struct ld_piece *piece = &c->pieces[p];
        if (!(all >> p & 1) || piece->to >= c->attribution || !piece->from || is_small(piece) ||
            !f->best->keep[piece->to] || !f->best->keep[piece->from - 1])
            continue;
        if (is_source(c, piece->from, piece->to)) continue;
        bool *keep = copy_of(f);
        memset(keep + piece->from, 1, (piece->to - piece->from) * sizeof *keep);
        more |= take(f, keep, dropped_of(c, f->best->dropped & ~((uint64_t)1 << p), keep));
    }
    return more;
}

enum brief { WHOLE, NAMED, BARE, BRIEFS };

/* Who says so, from its begin on, as briefly as that: "teilte die Gilde [der Bäcker] [am Montag in Bray] mit", "sagte
 * [die Bürgermeisterin] Ana Lind". Whether it can be. */
static bool keep_source(const struct ld_clause *c, enum brief brief, bool *keep) {
    const uint32_t from = c->attribution, last = c->count - 1;
    uint32_t noun = from + 1, to;
    memset(keep + from, 1, (c->count - from) * sizeof *keep);
    if (brief == WHOLE) return true;
    while (noun < last && !ld_atom_flagged(c, noun, LD_CAPITAL) && !ld_word_is(c, noun, "es")) {
        if (ld_atom_is(c, noun, LD_PREPOSITION) || ld_border(c, noun)) return false;
        noun++;
    }
    for (to = noun + 1; ld_atom_flagged(c, to, LD_CAPITAL) && !ld_border(c, to) && !ld_is_protected(c, to) &&
                        !ld_word_is(c, noun, "es");)
        to++;
    const uint32_t named = to;
    if (brief < BARE && ld_is_word_of(c, to, LD_WORDS_genitives)) to = ld_noun_end(c, to, c->count);
    const bool part = last >= to && ld_is_word_of(c, last, LD_WORDS_parted);
    for (uint32_t i = to; i < c->count - part; i++) keep[i] = false;
    if (brief == BARE && named >= noun + 3)
        for (uint32_t i = from + 1; i < named - 2; i++) keep[i] = false;
    return true;
}

/* "Die Mühle sei alt", "befinde sich", "würde sinken": as another says. */
static bool is_told(const struct ld_clause *c) {
    const char *word = ld_folded(c, c->head);
    const size_t length = strlen(word);
    return ld_is_reported(c) || ld_is_word_of(c, c->head, LD_WORDS_supposed) ||
           (length > 3 && word[length - 1] == 'e' && word[length - 2] != 't' &&
            !(c->atoms[c->head].facts & LD_AUXILIARY));
}

/* Who says so comes back, as briefly as has to be. */
static bool add_source(const struct fuller *f) {
    const struct ld_clause *c = f->c;
    if (c->attribution >= c->count || ld_is_said(c, f->best->keep) || !is_told(c)) return false;
    for (enum brief brief = WHOLE; brief < BRIEFS; brief++) {
        bool *keep = copy_of(f);
        if (keep_source(c, brief, keep) && take_without(f, keep, dropped_of(c, f->best->dropped, keep))) return true;
    }
    return false;
}

bool ld_fill_clause(struct ld_arena *arena, const struct ld_clause *c, const struct ld_style *style,
                    struct ld_shortening *best) {
    const struct fuller f = {arena, c, style, best};
    if (best->broken || !c->head || !best->keep[c->head]) return false;
    const bool more = give_back(&f);
    const bool further = go_on(&f);
    return add_source(&f) || further || more;
}
