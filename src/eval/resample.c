/* resample.c - see resample.h.
 *
 * ROUGE-1.5.5 prints as average the mean of the resamples' means, not of the documents. It draws with Perl's rand,
 * seeded by the number of the resample: the 48-bit congruential generator of POSIX drand48. Its interval leaves out as
 * many resamples on each side as 2.5% are. Our own way gives the plain mean, draws with SplitMix64 (Steele, Lea and
 * Flood 2014), and takes percentiles between order statistics, as numpy does by default. */
#include "eval/resample.h"

#include <stdlib.h>

struct generator {
    bool perl;
    uint64_t state;
};

static struct generator seeded(struct ld_resampling how, uint32_t resample) {
    if (how.perl) return (struct generator){true, ((uint64_t)resample << 16) + 0x330E};
    return (struct generator){false, how.seed * UINT64_C(0xD1342543DE82EF95) + ((uint64_t)resample << 32)};
}

/* A number below count. */
static uint32_t draw(struct generator *g, uint32_t count) {
    if (g->perl) {
        g->state = (g->state * UINT64_C(0x5DEECE66D) + 0xB) & ((UINT64_C(1) << 48) - 1);
        return (uint32_t)((double)count * ((double)g->state * 0x1p-48));
    }
    uint64_t z = g->state += UINT64_C(0x9E3779B97F4A7C15);
    z = (z ^ (z >> 30)) * UINT64_C(0xBF58476D1CE4E5B9);
    z = (z ^ (z >> 27)) * UINT64_C(0x94D049BB133111EB);
    return (uint32_t)(((z ^ (z >> 31)) >> 32) * count >> 32);
}

static int compare(const void *a, const void *b) {
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

/* Between the order statistics: sorted[position], position being no whole number. */
static double at(const double *sorted, uint32_t count, double position) {
    uint32_t i = (uint32_t)position;
    if (i + 1 >= count) return sorted[count - 1];
    return sorted[i] + (sorted[i + 1] - sorted[i]) * (position - i);
}

static struct ld_interval summary(double *means, uint32_t count, bool perl, double mean) {
    qsort(means, count, sizeof *means, compare);
    if (!perl)
        return (struct ld_interval){mean, at(means, count, 0.025 * (count - 1)), at(means, count, 0.975 * (count - 1))};
    double sum = 0, out = count * 2.5 / 100, high = count - out - 1;
    for (uint32_t i = 0; i < count; i++) sum += means[i];
    double part = high - (uint32_t)high; /* of the upper end; ROUGE-1.5.5 takes it for the lower, too */
    return (struct ld_interval){sum / count, at(means, count, (uint32_t)out + part), at(means, count, high)};
}

void ld_resample(struct ld_arena *arena, const double *rows, uint32_t documents, uint32_t columns,
                 const uint32_t *order, struct ld_resampling how, struct ld_interval *out) {
    double *sums = ld_arena_array(arena, columns, sizeof *sums);
    double *means = ld_arena_array(arena, (size_t)how.count * columns, sizeof *means); /* [columns][count] */
    for (uint32_t c = 0; c < columns; c++) {
        double sum = 0;
        for (uint32_t d = 0; d < documents; d++) sum += rows[(size_t)d * columns + c];
        out[c].mean = out[c].low = out[c].high = sum / documents;
    }
    if (how.count < 2) return;
    for (uint32_t r = 0; r < how.count; r++) {
        struct generator g = seeded(how, r);
        for (uint32_t c = 0; c < columns; c++) sums[c] = 0;
        for (uint32_t d = 0; d < documents; d++) {
            uint32_t i = draw(&g, documents);
            const double *row = rows + (size_t)(order ? order[i] : i) * columns;
            for (uint32_t c = 0; c < columns; c++) sums[c] += row[c];
        }
        for (uint32_t c = 0; c < columns; c++) means[(size_t)c * how.count + r] = sums[c] / documents;
    }
    for (uint32_t c = 0; c < columns; c++)
        out[c] = summary(means + (size_t)c * how.count, how.count, how.perl, out[c].mean);
}
