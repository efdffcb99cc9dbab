/* block_heads.c - lines above a headline that look like one.
 *
 * In: the blocks of a text and their features. Out: whether one is a wire's slug ("AM-Mill Fire, 2nd Ld-Writethru,
 * a0512") or an entry of a page's menu. It leaves kickers to blocks.c, paths ("Home > News") to block_features.c.
 *
 * Source: own rules, by what wires send and pages that were turned into text begin with.
 */
#include "text/block_heads.h"

#include "base/unicode.h"

enum { MENU = 4 /* entries of a menu at least */ };

/* Two capitals, a hyphen, and four digits behind the last comma. */
static bool is_slug(const char *start, const char *end) {
    const char *p = end;
    if (end - start < 12 || !ld_is_ascii_upper(start[0]) || !ld_is_ascii_upper(start[1]) || start[2] != '-')
        return false;
    while (ld_is_ascii_digit(p[-1])) p--;
    if (end - p != 4) return false;
    if (ld_is_ascii_letter(p[-1])) p--;
    return p[-1] == ',' || (p[-1] == ' ' && p[-2] == ',' && ld_is_ascii_letter(*p));
}

/* A word or three without a mark or a figure. */
static bool is_entry(const char *text, const struct ld_block *block, uint64_t seen) {
    for (uint32_t at = block->span.offset; seen & LD_SEEN(TINY) && at < ld_span_end(block->span); at++)
        if (ld_is_ascii_digit(text[at])) return false;
    return seen & LD_SEEN(TINY) && seen & LD_SEEN(OPEN) &&
           !(seen & (LD_SEEN(BYLINE_NAMES) | LD_SEEN(MARKDOWN) | LD_SEEN(ROLE_END)));
}

static bool is_of_menu(const char *text, const struct ld_block *blocks, const uint64_t *seen, uint32_t count,
                       uint32_t i) {
    uint32_t from = i, to = i;
    while (from && i - from < MENU - 1 && is_entry(text, &blocks[from - 1], seen[from - 1])) from--;
    while (to < count && to - from < MENU && is_entry(text, &blocks[to], seen[to])) to++;
    return to > i && to - from >= MENU;
}

bool ld_heads_is_none(const char *text, const struct ld_block *blocks, const uint64_t *seen, uint32_t count,
                      uint32_t i) {
    const char *start = text + blocks[i].span.offset;
    return seen[i] & LD_SEEN(OPEN) &&
           (is_slug(start, start + blocks[i].span.length) || is_of_menu(text, blocks, seen, count, i));
}
