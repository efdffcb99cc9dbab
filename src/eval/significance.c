/* significance.c - see significance.h. Differences are whole numbers of 1e-9, so that sums are exact: their order does
 * not matter, and a trial that is equal to what was observed counts as such. Coins by SplitMix64 (Steele, Lea and Flood
 * 2014), 64 at a time; one coin swaps all the columns of a document. */
#include "eval/significance.h"

#include <math.h>

static const double resolution = 1e9;

static uint64_t coins(uint64_t *state) {
    uint64_t z = *state += UINT64_C(0x9E3779B97F4A7C15);
    z = (z ^ (z >> 30)) * UINT64_C(0xBF58476D1CE4E5B9);
    z = (z ^ (z >> 27)) * UINT64_C(0x94D049BB133111EB);
    return z ^ (z >> 31);
}

static int64_t magnitude(int64_t x) { return x < 0 ? -x : x; }

void ld_randomization(struct ld_arena *arena, const double *a, const double *b, uint32_t documents, uint32_t stride,
                      const uint32_t *columns, uint32_t count, uint32_t trials, uint64_t seed, double *out) {
    int64_t *differences = ld_arena_array(arena, (size_t)documents * count, sizeof *differences); /* [D x count] */
    int64_t *observed = ld_arena_array(arena, count, sizeof *observed);
    int64_t *sums = ld_arena_array(arena, count, sizeof *sums);
    uint32_t *as_large = ld_arena_array(arena, count, sizeof *as_large);
    for (uint32_t d = 0; d < documents; d++)
        for (uint32_t c = 0; c < count; c++) {
            size_t at = (size_t)d * stride + columns[c];
            differences[(size_t)d * count + c] = (int64_t)llround((a[at] - b[at]) * resolution);
            observed[c] += differences[(size_t)d * count + c];
        }
    for (uint32_t t = 0; t < trials; t++) {
        uint64_t bits = 0;
        for (uint32_t c = 0; c < count; c++) sums[c] = 0;
        for (uint32_t d = 0; d < documents; d++, bits >>= 1) {
            if (d % 64 == 0) bits = coins(&seed);
            int64_t keep = -(int64_t)(bits & 1); /* 0: swapped, so that the difference changes its sign */
            const int64_t *row = differences + (size_t)d * count;
            for (uint32_t c = 0; c < count; c++) sums[c] += (row[c] ^ ~keep) - ~keep;
        }
        for (uint32_t c = 0; c < count; c++) as_large[c] += magnitude(sums[c]) >= magnitude(observed[c]);
    }
    for (uint32_t c = 0; c < count; c++) out[c] = (as_large[c] + 1.0) / (trials + 1.0);
}
