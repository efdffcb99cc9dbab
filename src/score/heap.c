/* heap.c - see heap.h. In and out: an array of the caller's. Leaves alone how long it is. Source: Williams 1964. */
#include "score/heap.h"

#include <stdbool.h>

static bool comes_before(struct ld_bound a, struct ld_bound b) {
    return a.value != b.value ? a.value > b.value : a.unit < b.unit;
}

void ld_heap_sink(struct ld_bound *items, uint32_t count, uint32_t at) {
    const struct ld_bound item = items[at];
    for (uint32_t child; (child = 2 * at + 1) < count; at = child) {
        if (child + 1 < count && comes_before(items[child + 1], items[child])) child++;
        if (!comes_before(items[child], item)) break;
        items[at] = items[child];
    }
    items[at] = item;
}

void ld_heap_make(struct ld_bound *items, uint32_t count) {
    for (uint32_t i = count / 2; i--;) ld_heap_sink(items, count, i);
}

uint32_t ld_heap_take(struct ld_bound *items, uint32_t count, uint32_t at) {
    const uint32_t unit = items[at].unit;
    const struct ld_bound last = items[--count];
    if (at == count) return unit;
    for (; at && comes_before(last, items[(at - 1) / 2]); at = (at - 1) / 2) items[at] = items[(at - 1) / 2];
    items[at] = last;
    ld_heap_sink(items, count, at);
    return unit;
}
