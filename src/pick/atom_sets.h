/* atom_sets.h - sets of a sentence's atoms, a bit for each: who looks for the next atom that is something need not ask
 * each one on the way there. */
#ifndef LD_ATOM_SETS_H
#define LD_ATOM_SETS_H

#include "base/skip.h"
#include "lang/shape.h"

enum { LD_ATOMS = 400 }; /* no more of a sentence are looked at, as one can be as long as the text */

enum ld_atom_set { /* first those of enum ld_sort; among openers and ends is what begins a phrase, too */
                   LD_SET_VERBS = LD_SORTS, /* they look like finite ones */
                   LD_SET_OPENERS,          /* at them a clause was found to open */
                   LD_ATOM_SETS
};

struct ld_atom_sets {
    uint64_t bits[(LD_ATOMS + 63) / 64][LD_ATOM_SETS]; /* together what is of the same atoms */
};

/* The first one of two sets, or of one, from atom from on and before atom to; or to. */
static inline uint32_t ld_next_of(const struct ld_atom_sets *sets, unsigned set, unsigned other, uint32_t from,
                                  uint32_t to) {
    for (uint32_t i = from; i < to; i = (i | 63) + 1) {
        const uint64_t left = (sets->bits[i / 64][set] | sets->bits[i / 64][other]) >> i % 64;
        if (to <= (i | 63)) return i + ld_zeros_before(left | UINT64_C(1) << (to - i)); /* mostly: no branch to guess */
        if (left) return i + ld_zeros_before(left);
    }
    return to;
}

static inline uint32_t ld_next_in(const struct ld_atom_sets *sets, unsigned set, uint32_t from, uint32_t to) {
    return ld_next_of(sets, set, set, from, to);
}

/* The last one of a set up to atom i; there is one. */
static inline uint32_t ld_last_in(const struct ld_atom_sets *sets, unsigned set, uint32_t i) {
    uint64_t left = sets->bits[i / 64][set] << (63 - i % 64);
    for (; !left; left = sets->bits[i / 64][set]) i = i / 64 * 64 - 1;
    return i - ld_zeros_after(left);
}

/* Leaves in a set the atoms behind which one of another stands. */
static inline void ld_leave_before(struct ld_atom_sets *sets, unsigned set, unsigned behind, uint32_t count) {
    for (uint32_t i = 0; i < count; i += 64) {
        const uint64_t first = i + 64 < count ? sets->bits[i / 64 + 1][behind] << 63 : 0;
        sets->bits[i / 64][set] &= sets->bits[i / 64][behind] >> 1 | first;
    }
}

static inline bool ld_is_in(const struct ld_atom_sets *sets, unsigned set, uint32_t i) {
    return sets->bits[i / 64][set] >> i % 64 & 1;
}

static inline void ld_put_in(struct ld_atom_sets *sets, unsigned set, uint32_t i, bool in) {
    const uint64_t bit = UINT64_C(1) << i % 64, rest = sets->bits[i / 64][set] & ~bit;
    sets->bits[i / 64][set] = in ? rest | bit : rest;
}

#endif
