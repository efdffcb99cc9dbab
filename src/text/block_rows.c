/* block_rows.c - lines of several units with bars between.
 *
 * In: a line and its features. Out: that it is furniture, for its units are ("3 May 2024, 14:32 | Reading time: 3 min",
 * "Unsubscribe | Privacy | 12 Quay Street"), when it was written ("Vale - 3 May 2024 - 14:32 CEST"), or a page's menu
 * ("Home | News | Sport | Weather"). Each unit is told by what it is alone. It leaves bylines ("By Jane Roe | 3 May")
 * and rows of a table to block_features.c.
 *
 * Source: own rules, by what pages have around their articles.
 */
#include "text/block_rows.h"

#include <string.h>

#include "base/unicode.h"

enum {
    MENU = 4 /* entries of a menu, at least */
};

/* The next mark between units from p on, which does not begin the line, and its bytes; NULL for none. A dash or a point
 * ("·", "•") stands free. */
static const char *next_bar(const char *p, const char *end, unsigned *bytes, bool *dash) {
    for (; p < end; p += *bytes) {
        const uint32_t c = ld_utf8_decode(p, end, bytes);
        const bool free = p[-1] == ' ' && p + *bytes < end && p[*bytes] == ' ';
        *dash = c == '-' || c == 0x2013 || c == 0x2014;
        if (c == '|' || (free && (*dash || c == 0xB7 || c == 0x2022))) return p;
    }
    return NULL;
}

/* What units there are. */
struct units {
    unsigned count, furniture, dates, entries;
};

static void add_unit(const char *text, const char *start, const char *end, const struct ld_language *language,
                     struct units *units) {
    static const uint64_t furniture =
        LD_SEEN(FURNITURE_LINE) | LD_SEEN(FURNITURE_PHRASE) | LD_SEEN(FURNITURE_COLON) | LD_SEEN(DATA);
    start = ld_skip_spaces(start, end);
    end = ld_before_spaces(start, end);
    if (start == end) return;
    const struct ld_span span = {(uint32_t)(start - text), (uint32_t)(end - start)};
    const uint64_t seen = ld_features_find(text, span, language);
    units->count++;
    if (seen & furniture)
        units->furniture++;
    else if (seen & LD_SEEN(DATE))
        units->dates++;
    units->entries += seen & LD_SEEN(TINY) && seen & LD_SEEN(OPEN) && !(seen & (LD_SEEN(DATE) | LD_SEEN(NO_LETTERS)));
}

/* May it have such a mark? Most lines have none of the bytes that begin one. */
static bool may_have_bar(const char *start, size_t length) {
    return memchr(start, '|', length) || memchr(start, '-', length) || memchr(start, 0xC2, length) ||
           memchr(start, 0xE2, length);
}

uint64_t ld_rows_find(const char *text, struct ld_span span, uint64_t seen, const struct ld_language *language) {
    const char *start = text + span.offset, *end = start + span.length, *bar;
    struct units units = {0};
    unsigned bytes;
    bool dash, dashes = false;
    static const uint64_t none =
        LD_SEEN(PLAIN) | LD_SEEN(VERY_LONG) | LD_SEEN(DATA) | LD_SEEN(BULLET) | LD_SEEN(BYLINE_NAMES);
    if (seen & none) return 0;
    if (!may_have_bar(start, span.length)) return 0; /* nearly always */
    bar = next_bar(start + 1, end, &bytes, &dash);
    if (!bar) return 0;
    for (; bar; bar = next_bar(start, end, &bytes, &dash)) {
        add_unit(text, start, bar, language, &units);
        start = bar + bytes;
        dashes |= dash;
    }
    add_unit(text, start, end, language, &units);
    if (units.count < 2) return 0;
    if (units.furniture && units.furniture + units.dates == units.count) return LD_SEEN(FURNITURE_LINE);
    if (units.dates > 1 && units.dates + units.entries == units.count) return LD_SEEN(DATE);
    if (dashes) return 0;
    if (units.furniture > 1 && units.furniture * 2 >= units.count) return LD_SEEN(FURNITURE_LINE);
    return units.entries >= MENU && units.entries == units.count ? LD_SEEN(HANDLE) : 0;
}
