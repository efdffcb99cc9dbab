/* fit_random.h - hashes and draws of the fitting tools, the same everywhere. */
#ifndef LD_FIT_RANDOM_H
#define LD_FIT_RANDOM_H

#include <stddef.h>
#include <stdint.h>

static const uint64_t FIT_START = UINT64_C(14695981039346656037);

static inline uint64_t fit_hash(uint64_t h, const char *bytes, size_t length) { /* FNV-1a */
    for (size_t i = 0; i < length; i++) h = (h ^ (unsigned char)bytes[i]) * UINT64_C(1099511628211);
    return h;
}

/* Between 0 and 1: splitmix64 (Steele, Lea & Flood 2014). */
static inline double fit_draw_number(uint64_t *state) {
    uint64_t z = *state += UINT64_C(0x9E3779B97F4A7C15);
    z = (z ^ z >> 30) * UINT64_C(0xBF58476D1CE4E5B9);
    z = (z ^ z >> 27) * UINT64_C(0x94D049BB133111EB);
    return ((double)((z ^ z >> 31) >> 12) + 0.5) / 4503599627370496.0;
}

#endif
