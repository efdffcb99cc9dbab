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

/* Outside of strings, too, where none of it is JSON, before or after. */
const char *ld_mend_strings(char *at, char *end) {
    const char *first = NULL;
    for (unsigned step; at < end; at += step) {
        uint32_t c;
        const char *next = ld_json_read_unicode(at, end, &c);
        step = next ? (unsigned)(next - at) : 1;
        if (next && ld_is_surrogate(c)) {
            memcpy(at, "\\ufffd", 6);
            if (!first) first = at;
        } else if (!next && *at == '\\') {
            step = end - at > 1 ? 2 : 1;
        } else if (!next && ld_utf8_decode(at, end, &step) == 0xFFFD && step == 1) {
            *at = '?';
        }
    }
    return first;
}
