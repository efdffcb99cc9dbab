/* grams.h - how many n-grams and skip-bigrams two token lists share, each counted at most as often as it stands on
 * either side (clipped counts: Lin 2004, equations 1 and 2). Tokens as in lcs.h: 0 is what the candidate has not. */
#ifndef LD_GRAMS_H
#define LD_GRAMS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "eval/lcs.h"

enum { LD_HIGHEST_GRAM = 9 };

/* Memory that is used again from call to call, at first all 0. */
struct ld_grams {
    struct ld_arena *arena;
    struct ld_gram *slots; /* [mask + 1, of slots_size] the candidate's n-grams of one order */
    uint32_t mask, slots_size;
    uint32_t *room; /* see grams.c */
    size_t room_count;
    uint32_t *counts; /* [counts_size] by token or n-gram; all 0 between calls */
    uint32_t counts_size;
    uint32_t highest; /* token */
};

/* Before the first call, and whenever the highest number of a token grows. */
void ld_grams_reserve(struct ld_grams *grams, uint32_t highest);

/* hits[n] for n = 1 to highest (at most LD_HIGHEST_GRAM). Time: linear for each order. */
void ld_gram_hits(struct ld_grams *grams, struct ld_sequence reference, struct ld_sequence candidate, unsigned highest,
                  uint64_t *hits);

/* Pairs of tokens in their order with at most gap tokens between; gap LD_ANY_GAP: however many. With unigrams, single
 * tokens count as well, but never a text's last: the counting of ROUGE-1.5.5. Time: length x gap. */
#define LD_ANY_GAP UINT32_MAX
uint64_t ld_skip_hits(struct ld_grams *grams, struct ld_sequence reference, struct ld_sequence candidate, uint32_t gap,
                      bool unigrams);

/* How many of them a text of count tokens has. */
uint64_t ld_skip_count(uint32_t count, uint32_t gap, bool unigrams);

#endif
