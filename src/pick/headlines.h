/* headlines.h - candidate headlines gathered, and the list of the best made of them; headlines without articles, and
 * under other weights. */
#ifndef LD_HEADLINES_H
#define LD_HEADLINES_H

#include "pick/shorten.h"
#include "pick/summary.h"

struct ld_headline {
    const char *text;
    uint32_t length, unit;
    uint32_t nth; /* of the wordings of its sentence, from 0: counted when all are there */
    double score;
};

struct ld_candidates {
    struct ld_headline *items;
    uint32_t count, room;
    uint32_t best; /* the unit that comes first, whatever the scores of those that were not looked at for it */
};

/* Add the text of a shortening, unless it is there. */
void ld_candidates_add(struct ld_arena *arena, struct ld_candidates *list, const struct ld_clause *clause,
                       const struct ld_shortening *shortening, uint32_t limit, uint32_t unit, double score);

/* At most that many of the list: each sentence's first wording, then each one's second, and so on; by score. */
void ld_candidates_pick(struct ld_arena *arena, struct ld_candidates *list, uint32_t wanted, struct ld_picks *out);

/* The headline that other weights choose; each candidate with its features is shown to watch, where there is one. For
 * the fitting tool. */
void ld_try_headline(struct ld_arena *arena, struct ld_units *units, const lede_summary_options *options,
                     const double *weights, const struct ld_watch *watch, struct ld_picks *out);

#endif
