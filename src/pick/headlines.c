/* headlines.c - see headlines.h. Two wordings of one sentence that do not differ are one. */
#include "pick/headlines.h"
#include "pick/order.h"

#include <stdlib.h>
#include <string.h>

enum { FEWEST = 3 /* words: fewer are no headline, but where there is no other */ };

static struct ld_headline *find(const struct ld_candidates *list, const char *text) {
    for (uint32_t i = 0; i < list->count; i++)
        if (!strcmp(list->items[i].text, text)) return &list->items[i];
    return NULL;
}

void ld_candidates_add(struct ld_arena *arena, struct ld_candidates *list, const struct ld_clause *clause,
                       const struct ld_shortening *shortening, uint32_t limit, uint32_t unit, double score) {
    struct ld_headline new = {.unit = unit, .score = score};
    new.text = ld_clause_text(arena, clause, shortening->keep, shortening->dropped, false, limit, &new.length);
    uint32_t words = 0;
    for (uint32_t i = 0; i < clause->count; i++) words += shortening->keep[i];
    if (words < FEWEST && unit != list->best) return;
    struct ld_headline *same = find(list, new.text);
    if ((same && (unit != list->best || same->unit == unit)) || !new.length) return;
    if (same) { /* the best one's own wording, not another's first */
        list->count--;
        memmove(same, same + 1, (size_t)(&list->items[list->count] - same) * sizeof *same);
    }
    LD_ARENA_ROOM(arena, list->items, list->count, list->room);
    list->items[list->count++] = new;
}

static int best_first(const void *a, const void *b) {
    const struct ld_headline *x = a, *y = b;
    if (x->nth != y->nth) return x->nth < y->nth ? -1 : 1;
    const int64_t of_x = ld_quantised(x->score), of_y = ld_quantised(y->score);
    if (of_x != of_y) return of_x > of_y ? -1 : 1;
    return (x->unit > y->unit) - (x->unit < y->unit);
}

void ld_candidates_pick(struct ld_arena *arena, struct ld_candidates *list, uint32_t wanted, struct ld_picks *out) {
    if (!list->count) return;
    for (uint32_t i = 0; i < list->count; i++)
        for (uint32_t before = 0; before < i; before++)
            list->items[i].nth += list->items[before].unit == list->items[i].unit;
    qsort(list->items, list->count, sizeof *list->items, best_first);
    uint32_t first = 0;
    while (first < list->count && (list->items[first].unit != list->best || list->items[first].nth)) first++;
    if (first == list->count) first = 0;
    out->count = wanted < list->count ? wanted : list->count;
    out->items = ld_arena_array(arena, out->count, sizeof *out->items);
    for (uint32_t i = 0; i < out->count; i++) {
        const struct ld_headline *from = &list->items[i == 0 ? first : i <= first ? i - 1 : i];
        out->items[i] = (struct ld_pick){from->text, from->length, from->unit, from->score, NULL};
    }
}
