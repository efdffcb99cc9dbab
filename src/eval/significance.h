/* significance.h - is one system better than another on the same documents, or is it chance? */
#ifndef LD_SIGNIFICANCE_H
#define LD_SIGNIFICANCE_H

#include <stdint.h>

#include "base/arena.h"

/* Two-sided p values by paired approximate randomisation, of columns[columns] of a and b, both rows[documents x
 * stride]: the share of trials in which the means differ at least as much as they do, when each document's two scores
 * are swapped by a coin: (as large + 1) / (trials + 1). out[columns]. The same seed gives the same p on every machine.
 * Under ld_arena_run. Time: trials x documents x columns. Source: Noreen (1989), Computer-intensive Methods for Testing
 * Hypotheses, chapter 2; for the field: Riezler & Maxwell (2005). */
void ld_randomization(struct ld_arena *arena, const double *a, const double *b, uint32_t documents, uint32_t stride,
                      const uint32_t *columns, uint32_t count, uint32_t trials, uint64_t seed, double *out);

#endif
