/* heap.h - a heap of units by what they may be worth: choosing the best again and again without a look at all of them
 * (lazy evaluation, Minoux 1978). A bound is never below the worth of its unit. */
#ifndef LD_HEAP_H
#define LD_HEAP_H

#include <stdint.h>

struct ld_bound {
    double value;
    uint32_t unit;
    uint32_t seen; /* for the method: how many were chosen when the value was found */
};

/* items[0 to count - 1] becomes a heap: the highest value comes first, of equal ones the lower unit; the children of
 * item i are items 2 i + 1 and 2 i + 2, and come after it. */
void ld_heap_make(struct ld_bound *items, uint32_t count);

/* The value of items[at] fell: move it to where it belongs, below. */
void ld_heap_sink(struct ld_bound *items, uint32_t count, uint32_t at);

/* Take items[at] out of so many; the caller then counts one less. Gives its unit. */
uint32_t ld_heap_take(struct ld_bound *items, uint32_t count, uint32_t at);

#endif
