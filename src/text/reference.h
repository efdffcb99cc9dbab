/* reference.h - what encyclopedias put behind words: "[12]", "[note 1]", "[citation needed]", and the page, "[12]:7".
 * In: bytes that touch what stands before them. Out: how many are such marks, 0 for none. It leaves what editors put
 * into quotations alone: "want[ed]", "...[but] it". */
#ifndef LD_REFERENCE_H
#define LD_REFERENCE_H

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

#include "base/unicode.h"

/* Raised digits, which number footnotes. */
static inline bool ld_is_superscript(uint32_t c) {
    return c == 0xB9 || c == 0xB2 || c == 0xB3 || (c >= 0x2070 && c < 0x207A);
}

enum { LD_REFERENCE_BYTES = 32 }; /* of one at most */

static inline size_t ld_reference_at(const char *at, const char *end) {
    static const char needed[] = " needed";
    const char *p = at + 1, *close;
    p += end - at > 3 && *p == '^'; /* Markdown's */
    const char *const begin = p;
    if (end - at < 3 || *at != '[' || *p == '0' || *p == ' ') return 0;
    while (p < end && p - at < LD_REFERENCE_BYTES && (*p == ' ' || ld_is_ascii_digit(*p) || ld_is_ascii_lower(*p))) p++;
    close = p;
    if (p == end || *p != ']' || close - at < 2) return 0;
    while (p > begin && ld_is_ascii_digit(p[-1])) p--;
    const bool number = p < close && close - p < 5 && (p == begin || p[-1] == ' '),
               wanted =
                   close - at > (ptrdiff_t)strlen(needed) && !memcmp(close - strlen(needed), needed, strlen(needed));
    if (!number && !wanted) return 0;
    p = close + 1;
    if (end - p > 1 && *p == ':' && ld_is_ascii_digit(p[1]))
        for (p++; p < end && ld_is_ascii_digit(*p);) p++;
    return (size_t)(p - at);
}

#endif
