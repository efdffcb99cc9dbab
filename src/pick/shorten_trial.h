/* shorten_trial.h - a shortening under trial: a clause without some of its pieces, and what it is worth. */
#ifndef LD_SHORTEN_TRIAL_H
#define LD_SHORTEN_TRIAL_H

#include "base/skip.h"
#include "pick/shorten_words.h"

enum { LD_WORST = -1000 /* refused */, LD_DEICTICS = 8 /* are looked at */ };

struct ld_trial {
    const struct ld_clause *clause;
    const struct ld_style *style;
    int64_t *masses;                             /* [atoms + 1] of those before it, in 1e-9: the order of adding is
                                                    of no matter */
    uint8_t order[LD_PIECES], places[LD_PIECES]; /* the pieces by where they begin; where each stands there */
    uint64_t starts, ends, inner; /* of the pieces that may be dropped: what begins or ends the text, or neither */
    uint64_t worth, cheap;        /* of inner, those worth dropping; and those that cost little */
    uint64_t of_subject;          /* those that belong to a subject: of several that end at its verb, any may do */
    uint64_t surnames;            /* what goes before those of who says so, where it is a view */
    uint64_t spare, articles;     /* what tells least; what of it is articles */
    uint64_t hedges;              /* "[about] 90", "a bid [by smiths] to sail": they go last of all */
    uint64_t singles;             /* those, and names whose letters stay: each is tried by itself */
    uint64_t sets[3], tails[3];   /* of inner, what is tried; nothing, the final attribution, parts of it */
    uint32_t set_count, tail_count;
    uint64_t dropped;
    uint32_t least;      /* where it is cut, ld_cutting's, */
    enum ld_asks asked;  /* and the same's */
    bool sourced;        /* who says so has to stay */
    bool keep[LD_ATOMS]; /* without them, as far as it was asked for */
    double most;         /* no shortening has a higher score */
    bool had_verb;
    uint32_t deictic[LD_DEICTICS], deictic_count; /* atoms that point out of the sentence */
    uint32_t stranger;                            /* ld_find_stranger */
    uint32_t unmeant;                             /* ld_find_unmeant */
    double shares[LD_ATOMS];                      /* of the mass, where it is cut */
    uint8_t cuts[LD_ATOMS];                       /* ld_cutting's places */
    struct ld_bound bound;                        /* the same's */
};

/* The next bit of those that are left; false where none is. */
static inline bool ld_go_on(uint64_t *left, uint64_t *bit) {
    *bit = *left & -*left;
    *left ^= *bit;
    return *bit;
}

/* Whether anything of who says so stays. */
static inline bool ld_is_said(const struct ld_clause *c, const bool *keep) {
    for (uint32_t i = c->attribution; i < c->count; i++)
        if (keep[i]) return true;
    return false;
}

/* "killed [and nine hurt] when": it goes last of all. */
static inline bool ld_tells_hurt(const struct ld_clause *c, const struct ld_piece *piece) {
    return piece->kind == LD_PIECE_SPARE && ld_word_is(c, piece->from, "and") &&
           ld_is_word_of(c, piece->to - 1, LD_WORDS_hurt);
}

/* "a bid [by smiths] to sail": so does it. */
static inline bool ld_is_parting(const struct ld_clause *c, const struct ld_piece *piece) {
    return piece->kind == LD_PIECE_SPARE && piece->from && ld_find_parting(c, piece->to) == piece->from;
}

/* Whether other pieces, bits, take some of that one, too. */
bool ld_is_shared(const struct ld_clause *c, uint64_t others, const struct ld_piece *piece);

/* What stays, [count]. */
void ld_fill_keep(const struct ld_clause *c, uint64_t dropped, bool *keep);

/* Sum up the clause, before anything is scored. */
void ld_trial_weigh(struct ld_arena *arena, struct ld_trial *t);

/* The score of what is dropped, and the features themselves in row where one is given; else any number up to least
 * where it is no higher. */
double ld_trial_score(struct ld_trial *t, double least, double *row);

/* Whether the main clause's verb stays, or goes with the speaker of a clause that stays; of a trial whose keep is
 * filled, whether whom a pronoun stands for goes. */
bool ld_keeps_verb(const struct ld_clause *c, uint64_t dropped, bool kept);
bool ld_loses_antecedent(const struct ld_trial *t);

/* Drop, of these pieces (bits), all that are not within what is dropped; what stands at the start and is worth
 * dropping, and pieces of the kinds (bits) that are not. Keep in best what is dropped, where it is better than what is
 * there; or what is left, cut at a word (shorten_choose.c). */
void ld_drop_free(struct ld_trial *t, uint64_t pieces);
void ld_drop_starts(struct ld_trial *t, uint32_t kinds);
void ld_consider(struct ld_trial *t, struct ld_shortening *best);
void ld_start_trial(struct ld_trial *t, const struct ld_clause *c, const struct ld_style *style);
void ld_share_out(struct ld_trial *t); /* before it is cut: the share of each atom in the mass, what no cut leaves */
bool ld_may_drop(const struct ld_trial *t, uint32_t piece);
void ld_try_cut(struct ld_trial *t, struct ld_arena *arena, enum ld_told told, struct ld_shortening *best);
void ld_try_cuts(struct ld_trial *t, struct ld_arena *arena, struct ld_shortening *best); /* with as much of who says so
                                                                                             as there has to be */

/* Of hedges, articles and words that tell least, what there is room for after all comes back (shorten_rescue.c). */
void ld_give_back(const struct ld_trial *t, struct ld_shortening *best);

/* The same where no sentence is left otherwise: without what tells least, if that makes one (shorten_rescue.c). */
void ld_try_spare(struct ld_trial *t, struct ld_arena *arena, struct ld_shortening *best);

/* Whether what is someone's view stays without whose it is; then with it, if that can be (shorten_view.c). */
bool ld_loses_view(const struct ld_clause *c, const struct ld_shortening *s);
void ld_try_view(struct ld_trial *t, struct ld_arena *arena, struct ld_shortening *best);

#endif
