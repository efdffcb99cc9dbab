/* json.c - bytes in, JSON string characters out; of JSON, where its parts end. Leaves alone what the bytes mean.
 * Source: RFC 8259, sections 6 and 7; escaping what a terminal or a script would act upon is our own addition. */
#include "read/json.h"

#include "base/skip.h"
#include "base/unicode.h"

enum mode { AS_IS, FOLDED, WRITTEN /* JSON already: quotes and backslashes stay */ };

static void escape(struct ld_buffer *out, uint32_t c) {
    static const char hex[] = "0123456789abcdef", letters[] = "btn?fr"; /* of the control characters 8 to 13 */
    ld_buffer_byte(out, '\\');
    if (c == '"' || c == '\\') {
        ld_buffer_byte(out, (char)c);
    } else if (c >= 8 && c <= 13 && c != 11) {
        ld_buffer_byte(out, letters[c - 8]);
    } else {
        ld_buffer_byte(out, 'u');
        for (int shift = 12; shift >= 0; shift -= 4) ld_buffer_byte(out, hex[c >> shift & 15]);
    }
}

static void characters(struct ld_buffer *out, const char *at, size_t length, enum mode mode) {
    const char *end = at + length, *kept = at; /* kept..at are not written yet, and need no change */
    const char quote = mode == WRITTEN ? 127 : '"', backslash = mode == WRITTEN ? 127 : '\\';
    bool blank = false, any = false;
    while (at < end) {
        if (mode != FOLDED && (at = ld_skip_ascii(at, end, quote, backslash, 127)) == end) break;
        unsigned char byte = (unsigned char)*at;
        unsigned size = 1;
        uint32_t c = byte < 128 ? byte : ld_utf8_decode(at, end, &size);
        bool ill_formed = c == 0xFFFD && size == 1;
        bool space = mode == FOLDED && ld_is_space(c);
        bool special = c < 32 || c == 127 || (mode != WRITTEN && (c == '"' || c == '\\')) || c == 0x85 || c == 0x2028 ||
                       c == 0x2029 || (c > 127 && ld_is_unsafe(c));
        if (blank && !space) {
            if (any) ld_buffer_byte(out, ' ');
            blank = false;
        }
        if (space || special || ill_formed) {
            ld_buffer_put(out, kept, (size_t)(at - kept));
            kept = at + size;
        }
        if (space) {
            blank = true;
        } else {
            any = true;
            if (special) escape(out, c);
            if (ill_formed) ld_buffer_code_point(out, c);
        }
        at += size;
    }
    ld_buffer_put(out, kept, (size_t)(at - kept));
}

void ld_json_characters(struct ld_buffer *out, const char *bytes, size_t length, bool fold) {
    characters(out, bytes, length, fold ? FOLDED : AS_IS);
}

void ld_json_string(struct ld_buffer *out, const char *bytes, size_t length) {
    ld_buffer_byte(out, '"');
    characters(out, bytes, length, AS_IS);
    ld_buffer_byte(out, '"');
}

const char *ld_json_after_blanks(const char *at, const char *end) {
    while (at < end && (*at == ' ' || *at == '\t' || *at == '\n' || *at == '\r')) at++;
    return at;
}

const char *ld_json_after_string(const char *at, const char *end) {
    for (at++; (at = ld_skip_ascii(at, end, '"', '\\', '"')) < end && *at != '"'; at++)
        if (*at == '\\') at++;
    return at < end ? at + 1 : end;
}

const char *ld_json_after_value(const char *at, const char *end) {
    size_t depth = 0;
    while (at < end) {
        char c = *at;
        if (!depth && (c == ',' || c == '}')) break;
        depth += c == '{' || c == '[';
        depth -= c == '}' || c == ']';
        at = c == '"' ? ld_json_after_string(at, end) : at + 1;
    }
    return at;
}

static const char *after_digits(const char *at, const char *end) {
    const char *first = at;
    while (at < end && ld_is_ascii_digit(*at)) at++;
    return at == first ? NULL : at;
}

const char *ld_json_after_number(const char *at, const char *end) {
    if (at < end && *at == '-') at++;
    at = at < end && *at == '0' ? at + 1 : after_digits(at, end);
    if (at && at < end && *at == '.') at = after_digits(at + 1, end);
    if (at && at < end && (*at == 'e' || *at == 'E')) {
        at++;
        at = after_digits(at < end && (*at == '+' || *at == '-') ? at + 1 : at, end);
    }
    return at;
}

static bool read_hex(const char *at, const char *end, uint32_t *value) { /* \uXXXX, at the backslash */
    if (end - at < 6 || at[0] != '\\' || at[1] != 'u') return false;
    *value = 0;
    for (int i = 2; i < 6; i++) {
        unsigned char c = (unsigned char)at[i], letter = c | 32;
        if (!(c >= '0' && c <= '9') && !(letter >= 'a' && letter <= 'f')) return false;
        *value = *value << 4 | (uint32_t)(c <= '9' ? c - '0' : letter - 'a' + 10);
    }
    return true;
}

const char *ld_json_read_unicode(const char *at, const char *end, uint32_t *c) {
    uint32_t low;
    if (!read_hex(at, end, c)) return NULL;
    at += 6;
    if (*c < 0xD800 || *c > 0xDBFF || !read_hex(at, end, &low) || low < 0xDC00 || low > 0xDFFF) return at;
    *c = 0x10000 + ((*c - 0xD800) << 10) + (low - 0xDC00);
    return at + 6;
}

size_t ld_json_depth(const char *at, const char *end, size_t depth) {
    while (at < end) {
        depth += *at == '{' || *at == '[';
        depth -= depth && (*at == '}' || *at == ']');
        at = *at == '"' ? ld_json_after_string(at, end) : at + 1;
    }
    return depth;
}

void ld_json_copy(struct ld_buffer *out, const char *at, size_t length) {
    const char *end = at + length;
    while ((at = ld_json_after_blanks(at, end)) < end) {
        const char *next = *at == '"' ? ld_json_after_string(at, end) : at + 1;
        characters(out, at, (size_t)(next - at), WRITTEN);
        at = next;
    }
}
