/* shorten_rescue.c - a trial of a clause and a shortening of it that is broken, cut at a word or ends light in; a
 * better one out, without words that tell least (shorten_spare.c), where that leaves a sentence. Gives articles back.
 * Source: ours. */
#include <string.h>

#include "pick/shorten_trial.h"

/* Every start with every end, without what is worth dropping and more that tells least; then without what costs little,
 * too. */
static void try_without(struct ld_trial *t, uint64_t more, struct ld_shortening *best) {
    uint64_t start = 0, starts = t->starts;
    do {
        uint64_t end = 0, ends = t->ends;
        do {
            for (uint32_t tail = 0; tail < t->tail_count; tail++)
                for (uint32_t set = 0; set < 2; set++) {
                    t->dropped = start | end;
                    ld_drop_free(t, t->tails[tail]);
                    ld_drop_free(t, more & t->singles);
                    ld_drop_free(t, set ? t->cheap : t->worth);
                    ld_drop_free(t, more);
                    ld_consider(t, best);
                }
        } while (ld_go_on(&ends, &end));
    } while (ld_go_on(&starts, &start));
}

/* Without these words, too, be it cut or not: whether that is a sentence, which is put in best. */
static bool is_sound_without(struct ld_trial *t, struct ld_arena *arena, uint64_t more, struct ld_shortening *best) {
    const struct ld_clause *c = t->clause;
    struct ld_shortening whole = {.keep = ld_arena_alloc(arena, c->count * sizeof(bool)), .score = best->score};
    if (!c->cut) try_without(t, more, &whole);
    struct ld_shortening found = *best;
    if (whole.score > found.score) {
        ld_fill_keep(c, whole.dropped, whole.keep);
        found = whole;
    }
    ld_drop_starts(t, LD_TITLE_PIECES);
    ld_drop_free(t, more & t->singles);
    ld_drop_free(t, t->inner);
    ld_drop_free(t, more);
    ld_try_cuts(t, arena, &found);
    if (!found.broken) *best = found;
    return !found.broken;
}

/* No sentence is left: without words that tell least; else without as few articles as will do, with the words or
 * without them; beside that, as single may be, without a piece that the style would rather keep. */
static bool try_spare(struct ld_trial *t, struct ld_arena *arena, uint64_t single, struct ld_shortening *best) {
    const bool field = t->clause->endings->final_verb; /* as few as will do, in order (shorten_field.c) */
    const uint64_t articles = field ? t->spare : t->articles, words = t->spare & ~articles;
    struct ld_shortening most = *best;
    if (!field && !is_sound_without(t, arena, t->spare | single, &most)) return false; /* nor without all of them */
    if (words && is_sound_without(t, arena, words | single, best)) return true;
    for (uint32_t with = 0; with < 1 + (words != 0); with++)
        for (uint64_t some = single, left = articles; left; left &= left - 1) {
            some |= left & -left;
            if (is_sound_without(t, arena, some | (with ? words : 0), best)) return true;
        }
    return false;
}

/* How many words stay, but for who says so. */
static uint32_t told_of(const struct ld_trial *t, const struct ld_shortening *s) {
    uint32_t words = 0;
    for (uint32_t i = 0; i < t->clause->attribution; i++) words += s->keep[i];
    return words;
}

void ld_try_spare(struct ld_trial *t, struct ld_arena *arena, struct ld_shortening *best) {
    if (!best->broken) {
        if (t->clause->endings->final_verb) return;
        struct ld_shortening other = *best;
        if (is_sound_without(t, arena, t->spare, &other) && told_of(t, &other) > told_of(t, best)) *best = other;
        return;
    }
    if (try_spare(t, arena, 0, best)) return;
    for (uint64_t left = t->singles; left; left &= left - 1)
        if (try_spare(t, arena, left & -left, best)) return;
}

/* Of these pieces, those that there is room for come back, all of a piece or none; length is the text's, with what is
 * given then. */
static uint32_t give(const struct ld_trial *t, uint64_t pieces, uint32_t length, struct ld_shortening *s) {
    const struct ld_clause *c = t->clause;
    for (uint64_t left = s->dropped & pieces; left; left &= left - 1) {
        const struct ld_piece *piece = &c->pieces[ld_zeros_before(left)];
        const uint32_t more = c->atoms[piece->to].before - c->atoms[piece->from].before;
        bool free = piece->to < c->count && s->keep[piece->to] && length + more <= t->style->limit;
        for (uint32_t i = piece->from; i < piece->to; i++) free &= !s->keep[i];
        free = free && !ld_is_shared(c, s->dropped & ~(left & -left), piece);
        if (!free) continue;
        length += more;
        memset(s->keep + piece->from, 1, (piece->to - piece->from) * sizeof *s->keep);
        s->dropped &= ~(left & -left);
    }
    return length;
}

void ld_give_back(const struct ld_trial *t, struct ld_shortening *s) {
    const uint64_t order[] = {t->hedges, t->articles, t->spare};
    uint32_t length = ld_kept_characters(t->clause, s->keep, t->clause->count);
    const uint32_t rounds = t->clause->endings->forms ? 3 : 2; /* a title comes before "esta mañana" */
    for (uint32_t k = 0; k < rounds; k++) length = give(t, order[k], length, s);
}
