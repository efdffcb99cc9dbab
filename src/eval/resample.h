/* resample.h - means of scores over documents, and how sure they are: the percentile bootstrap (Efron 1979; Efron and
 * Tibshirani 1993, chapter 13). Equal input gives equal output on every machine. */
#ifndef LD_RESAMPLE_H
#define LD_RESAMPLE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"

struct ld_resampling {
    uint32_t count; /* resamples; below 2 the interval is the mean alone */
    uint64_t seed;  /* not used by ROUGE-1.5.5's way */
    bool perl;      /* as ROUGE-1.5.5 does it: see resample.c */
};

struct ld_interval {
    double mean, low, high; /* 95% */
};

/* Means of the columns of rows[documents x columns] (one document at least); out[columns]. order, if not NULL, is a
 * permutation of the rows: which of them a drawn number means. Under ld_arena_run.
 * Time: resamples x documents x columns. */
void ld_resample(struct ld_arena *arena, const double *rows, uint32_t documents, uint32_t columns,
                 const uint32_t *order, struct ld_resampling how, struct ld_interval *out);

#endif
