/* atom_sets.h - sets of a sentence's atoms, a bit for each: who looks for the next atom that is something need not ask
 * each one on the way there. */
#ifndef LD_ATOM_SETS_H
#define LD_ATOM_SETS_H

#include "base/skip.h"

enum { LD_ATOMS = 400 }; /* no more of a sentence are looked at, as one can be as long as the text */

struct ld_atom_set {
    uint64_t bits[(LD_ATOMS + 63) / 64];
};

/* The first one from atom from on and before atom to; or to. */
static inline uint32_t ld_next_in(const struct ld_atom_set *set, uint32_t from, uint32_t to) {
    for (uint32_t i = from; i < to; i = (i | 63) + 1) {
        const uint64_t left = set->bits[i / 64] >> i % 64;
        if (!left) continue;
        i += ld_zeros_before(left);
        return i < to ? i : to;
    }
    return to;
}

static inline void ld_put_in(struct ld_atom_set *set, uint32_t i) { set->bits[i / 64] |= UINT64_C(1) << i % 64; }
static inline void ld_take_out(struct ld_atom_set *set, uint32_t i) { set->bits[i / 64] &= ~(UINT64_C(1) << i % 64); }

#endif
