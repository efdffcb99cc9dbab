/* mend.c - a line in; the same line out, as long as it was, without what is JSON by its grammar but cannot be held:
 * numbers beyond all doubles, strings that are no Unicode. What else may be wrong stays so. Source: RFC 8259, sections
 * 6 and 8.
 */
#include "read/mend.h"

#include <string.h>

#include "base/unicode.h"
#include "read/json.h"

static bool is_of_number(char c) {
    return ld_is_ascii_digit(c) || c == '-' || c == '+' || c == '.' || c == 'e' || c == 'E';
}

void ld_mend_numbers(char *at, char *end) {
    while (at < end) {
        char *next = at;
        if (*at == '-' || ld_is_ascii_digit(*at))
            while (next < end && is_of_number(*next)) next++;
        if (*at == '"') {
            next += ld_json_after_string(at, end) - at;
        } else if (next == at) {
            next++;
        } else if (ld_json_after_number(at, next) == next) { /* and not "01" */
            memset(at, ' ', (size_t)(next - at));
            *at = '0';
        }
        at = next;
    }
}

/* A surrogate alone at at, or NULL; *step is what to go on by. */
static const char *mend_character(char *at, const char *end, unsigned *step) {
    uint32_t c;
    const char *next = ld_json_read_unicode(at, end, &c);
    *step = 1;
    if (next) {
        *step = (unsigned)(next - at);
        if (!ld_is_surrogate(c)) return NULL;
        memcpy(at, "\\ufffd", 6);
        return at;
    }
    if (*at == '\\')
        *step = end - at > 1 ? 2 : 1;
    else if (ld_utf8_decode(at, end, step) == 0xFFFD && *step == 1)
        *at = '?';
    return NULL;
}

const char *ld_mend_strings(char *at, char *end) {
    const char *first = NULL;
    bool inside = false;
    for (unsigned step; at < end; at += step) {
        const bool quote = *at == '"';
        const char *surrogate = NULL;
        step = 1;
        inside ^= quote;
        if (inside && !quote) surrogate = mend_character(at, end, &step);
        if (!first) first = surrogate;
    }
    return first;
}
