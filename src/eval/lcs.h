/* lcs.h - longest common subsequences of two token lists. Tokens are numbers from 1 to highest, of
 * which the candidate has no others; the reference may also have 0, for whatever the candidate has not. */
#ifndef LD_LCS_H
#define LD_LCS_H

#include <stdint.h>

#include "base/arena.h"

struct ld_sequence {
    const uint32_t *tokens;
    uint32_t count;
};

/* Memory that is used again from call to call, at first all 0. */
struct ld_lcs {
    struct ld_arena *arena;
    uint64_t *match; /* [match_size] by token: where it stands in the block under work; all 0 between calls */
    uint32_t match_size;
    char *room;
    size_t room_size;
};

/* Before the first call, and whenever the highest number grows. */
void ld_lcs_reserve(struct ld_lcs *lcs, uint32_t highest);

/* The length. Time: reference x candidate / 64; memory: linear. */
uint32_t ld_lcs_length(struct ld_lcs *lcs, struct ld_sequence reference, struct ld_sequence candidate);

/* Set marks[i] for each reference token i on the path that the reference programs take through the table (there may
 * be several of the same length). Memory: reference x candidate / 8 bytes. */
void ld_lcs_mark(struct ld_lcs *lcs, struct ld_sequence reference, struct ld_sequence candidate, unsigned char *marks);

/* The same where runs of consecutive tokens count by power[run] (ROUGE-W); power has an entry for each length from 0
 * to that of the shorter list. Time: reference x candidate; memory: as many bytes. */
void ld_lcs_mark_weighted(struct ld_lcs *lcs, struct ld_sequence reference, struct ld_sequence candidate,
                          const double *power, unsigned char *marks);

#endif
