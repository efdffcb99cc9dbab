/* shorten_choose.c - a clause and a style in, its best shortening out: every start with every end, and the pieces
 * between them that the style drops. Where no shortening fits the limit, the words are cut at the last safe place.
 * The score is linear in named parts, so that weights can be fitted. */
#include <math.h>
#include <string.h>

#include "base/unicode.h"
#include "pick/shorten_words.h"

enum { WORST = -1000, BROKEN = 6, SAFE = -4 };
static const double PLACE = 0.35, COMPLETE = 0.8; /* of a cut, against the share of the limit that it fills */

struct trial {
    const struct ld_clause *clause;
    const struct ld_style *style;
    bool keep[LD_ATOMS];
    uint64_t dropped;
    double mass; /* of the whole sentence */
    bool had_verb;
};

static uint32_t first_kept(const struct trial *t) {
    uint32_t i = 0;
    while (i < t->clause->count && !t->keep[i]) i++;
    return i;
}

/* No fewer code points than the text will have. */
static uint32_t characters(const struct trial *t, uint32_t *last) {
    const struct ld_clause *c = t->clause;
    uint32_t sum = 0;
    *last = UINT32_MAX;
    for (uint32_t i = 0; i < c->count; i++) {
        if (!t->keep[i]) continue;
        if (*last != UINT32_MAX && *last + 1 != i) sum += 2;
        sum += c->atoms[i].characters;
        *last = i;
    }
    if (*last == UINT32_MAX) return 0;
    const struct ld_atom *end = &c->atoms[*last];
    unsigned step;
    uint32_t point =
        end->tail > end->end ? ld_utf8_decode(c->doc->text + end->end, c->doc->text + end->tail, &step) : 0;
    return sum - end->blank - (point == '.' || point == ',');
}

static bool broken_pair(const struct trial *t) {
    const struct ld_clause *c = t->clause;
    for (uint32_t i = 0; i < c->count; i++)
        if (t->keep[i] && ((c->atoms[i].quote != UINT32_MAX && !t->keep[c->atoms[i].quote]) ||
                           (c->atoms[i].bracket != UINT32_MAX && !t->keep[c->atoms[i].bracket])))
            return true;
    return false;
}

/* Whether the main clause's verb stays, or goes with the speaker of a clause that stays. */
static bool keeps_verb(const struct trial *t) {
    const struct ld_clause *c = t->clause;
    if (c->verb >= c->count || t->keep[c->verb]) return true;
    for (uint32_t p = 0; p < c->piece_count; p++)
        if (t->dropped >> p & 1 && (c->pieces[p].kind == LD_PIECE_SPEAKER || c->pieces[p].kind == LD_PIECE_SELF))
            return true;
    return false;
}

static double score(const struct trial *t) {
    const struct ld_clause *c = t->clause;
    const struct ld_style *style = t->style;
    double sum = 0, mass = 0;
    uint32_t last, length = characters(t, &last), first = first_kept(t), words = 0;
    bool verb = false, outside = false, quoted = false;
    if (!length || length + style->final_stop > style->limit) return WORST;
    for (uint32_t i = first; i <= last; i++) {
        if (!t->keep[i]) continue;
        words++;
        mass += c->atoms[i].mass;
        verb |= i == c->verb || ld_is_verb(c, i);
        if (c->atoms[i].marks & LD_QUOTED)
            quoted = true;
        else
            outside = true;
    }
    for (uint32_t p = 0; p < c->piece_count; p++)
        if (t->dropped >> p & 1) sum += style->pieces[c->pieces[p].kind];
    if (t->mass > 0) sum += style->mass * mass / t->mass;
    double off = (length - style->target) / style->target;
    if (off > 0 || !style->target_above) sum -= style->length * off * off;
    if (t->had_verb && (!verb || !keeps_verb(t))) sum -= BROKEN;
    if (last == c->verb && c->atoms[last].facts & LD_SAY && c->count > 4) sum -= BROKEN; /* "He said" */
    if (words < 3 && c->count > 4) sum -= 5;
    if (t->dropped && quoted && !outside) sum -= 3;
    if (t->dropped && (broken_pair(t) || !ld_may_end(c, last))) sum -= BROKEN;
    if (first && c->atoms[first].facts & LD_PRONOUN) sum -= 3;
    return sum;
}

static void drop(struct trial *t, uint32_t piece) {
    const struct ld_piece *p = &t->clause->pieces[piece];
    memset(t->keep + p->from, 0, p->to - p->from);
    t->dropped |= (uint64_t)1 << piece;
}

/* Pieces that are neither start nor end, and are not within what is dropped: those worth dropping, or (all) every one.
 */
static void drop_inner(struct trial *t, bool all) {
    const struct ld_clause *c = t->clause;
    for (uint32_t p = 0; p < c->piece_count; p++) {
        const struct ld_piece *piece = &c->pieces[p];
        double worth = t->style->pieces[piece->kind];
        if (!piece->from || piece->to == c->count || piece->to == c->attribution) continue;
        if (!t->keep[piece->from] || !t->keep[piece->to - 1] || worth == -HUGE_VAL) continue;
        if (worth > 0 || all) drop(t, p);
    }
}

static void consider(struct trial *t, struct ld_shortening *best) {
    double got = score(t);
    if (got <= best->score) return;
    best->score = got;
    best->dropped = t->dropped;
    memcpy(best->keep, t->keep, t->clause->count * sizeof *t->keep);
}

static bool is_start(const struct ld_clause *c, uint32_t p) { return p == UINT32_MAX || !c->pieces[p].from; }
static bool is_end(const struct ld_clause *c, uint32_t p) {
    return p == UINT32_MAX || (c->pieces[p].from && (c->pieces[p].to == c->count || c->pieces[p].to == c->attribution));
}

static void try_pair(struct trial *t, uint32_t start, uint32_t end, struct ld_shortening *best) {
    const struct ld_clause *c = t->clause;
    for (int variant = 0; variant < 4; variant++) {
        memset(t->keep, 1, c->count * sizeof *t->keep);
        t->dropped = 0;
        if (start != UINT32_MAX) drop(t, start);
        if (end != UINT32_MAX) drop(t, end);
        bool tail = false; /* what follows the end: a final attribution */
        for (uint32_t p = 0; p < c->piece_count; p++)
            if (c->pieces[p].from == c->attribution && c->pieces[p].to == c->count && t->keep[c->attribution] &&
                variant & 2 && t->style->pieces[c->pieces[p].kind] > -HUGE_VAL) {
                drop(t, p);
                tail = true;
            }
        if (variant & 2 && !tail) break;
        drop_inner(t, variant & 1);
        consider(t, best);
    }
}

/* How good a place atom i is to cut after: CLEAN at a mark or before a phrase of its own, FAIR before what belongs to
 * the word, POOR elsewhere or within a quotation. */
enum place { ANY, POOR, FAIR, CLEAN };

static enum place place_after(const struct trial *t, uint32_t i) {
    const struct ld_clause *c = t->clause;
    const struct ld_atom *atom = &c->atoms[i];
    bool open = atom->quote == UINT32_MAX ? (atom->marks & LD_QUOTED) != 0 : atom->quote > i;
    uint32_t next = i + 1 < c->count ? c->atoms[i + 1].facts : 0;
    if (!ld_may_end(c, i)) return ANY;
    if (open || (ld_is_verb(c, i) && !(atom->marks & LD_BORDER))) return POOR;
    if (atom->marks & LD_BORDER || i + 1 == c->count) return CLEAN;
    if (c->endings->final_verb) return POOR; /* the rest of the verb is to come */
    if (next & LD_BOUND || !(next & (LD_ADJUNCT | LD_RELATIVE | LD_CONJUNCTION | LD_PREPOSITION | LD_TIME)))
        return next & LD_BOUND || (next & LD_ARTICLE && c->endings->past) ? FAIR : POOR;
    return next & LD_ADJUNCT || ld_is_verb(c, i + 2) || ld_is_verb(c, i + 3) ? CLEAN : FAIR;
}

/* What has to stay for the words to be a sentence: the verb, its infinitive, what is said up to its verb. */
static uint32_t least_end(const struct ld_clause *c) {
    uint32_t i = c->verb < c->count ? c->complement + 1 : 0;
    for (bool says = c->says, open; says;
         says = open || (ld_atom_is(c, i - 1, LD_SAY) && ld_has_verb(c, i + 1, c->count))) {
        open = false; /* "said that if ..." */
        for (uint32_t k = i; k < i + 2; k++)
            open |= ld_atom_is(c, k, LD_CONJUNCTION) && !ld_atom_is(c, k, LD_PRONOUN | LD_PREPOSITION | LD_CONNECTIVE);
        for (i++; i < c->count && !ld_is_verb(c, i);) i++;
        while (i < c->count && ld_is_verb(c, i)) i++;
    }
    return i;
}

/* Where no pieces did: the best place to cut within the limit, a later one rather than an earlier. Characters are cut
 * only where a single atom is too long, see ld_clause_text. */
static void cut(struct trial *t, struct ld_shortening *best) {
    const struct ld_clause *c = t->clause;
    uint32_t sum = 0, from = first_kept(t), last = from, end = from + 1, least = least_end(c);
    double most = -HUGE_VAL;
    enum place found = ANY;
    bool open = false; /* a relative clause without its verb */
    for (uint32_t i = from; i < c->count; i++) {
        if (!t->keep[i]) continue;
        if (last + 1 < i) sum += 2;
        last = i;
        const struct ld_atom *atom = &c->atoms[i];
        uint32_t bare = (uint32_t)ld_utf8_count(
            c->doc->text + atom->lead,
            (atom->quote != UINT32_MAX || atom->bracket != UINT32_MAX ? atom->tail : atom->end) - atom->lead);
        enum place place = place_after(t, i);
        if (i > c->verb && ld_atom_is(c, i, LD_RELATIVE) && !ld_atom_is(c, i, LD_ADJUNCT)) open = true;
        open &= !ld_is_verb(c, i);
        if (open && place > POOR && c->endings->past) place = POOR;
        if (sum + bare + (place == POOR && atom->marks & LD_QUOTED) > t->style->limit) break;
        sum += atom->characters;
        double worth =
            PLACE * (int)place + (double)sum / t->style->limit - (i < least ? COMPLETE : 0) - (place == ANY ? 2 : 0);
        if (worth < most) continue;
        most = worth;
        end = i + 1;
        found = place;
    }
    for (uint32_t i = end; i < c->count; i++) t->keep[i] = false;
    best->cut = true;
    best->broken = !keeps_verb(t) || end <= least || found < FAIR;
    best->dropped = t->dropped;
    memcpy(best->keep, t->keep, c->count * sizeof *t->keep);
}

void ld_shorten(struct ld_arena *arena, const struct ld_clause *c, const struct ld_style *style,
                struct ld_shortening *best) {
    struct trial *t = ld_arena_alloc(arena, sizeof *t);
    *t = (struct trial){.clause = c, .style = style, .had_verb = ld_has_verb(c, 0, c->count)};
    for (uint32_t i = 0; i < c->count; i++) t->mass += c->atoms[i].mass;
    *best = (struct ld_shortening){.keep = ld_arena_array(arena, c->count + 1, sizeof(bool)), .score = WORST};
    for (uint32_t s = 0; s <= c->piece_count; s++) {
        uint32_t start = s ? s - 1 : UINT32_MAX;
        if (!is_start(c, start) || (s && style->pieces[c->pieces[start].kind] == -HUGE_VAL)) continue;
        for (uint32_t e = 0; e <= c->piece_count; e++) {
            uint32_t end = e ? e - 1 : UINT32_MAX;
            if (!is_end(c, end) || (e && style->pieces[c->pieces[end].kind] == -HUGE_VAL)) continue;
            if (s && e && c->pieces[end].from <= c->pieces[start].to) continue;
            try_pair(t, start, end, best);
        }
    }
    best->broken = best->score <= SAFE;
    if (best->score > SAFE && !c->cut) return;
    memset(t->keep, 1, c->count * sizeof *t->keep);
    t->dropped = 0;
    for (uint32_t p = 0; p < c->piece_count; p++)
        if (is_start(c, p) && style->pieces[c->pieces[p].kind] > 0) drop(t, p);
    drop_inner(t, true);
    cut(t, best);
}
