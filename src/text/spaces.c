/* spaces.c - see spaces.h. */
#include "text/spaces.h"

#include "base/skip.h"
#include "base/unicode.h"

uint32_t ld_count_columns(const char *text, struct ld_span span) {
    const uint64_t high = LD_EACH_BYTE(0x80);
    uint32_t count = 0;
    bool inside = false;
    for (const char *p = text + span.offset, *end = p + span.length; p < end;) {
        const size_t left = (size_t)(end - p);
        uint64_t bytes = left >= 8 ? ld_bytes_8(p) : ld_bytes_below_8(p, left) | LD_EACH_BYTE(' ') << 8 * left;
        if (!((bytes & high) | ld_any_less(bytes, ' '))) { /* eight of ASCII; high bits: what is no blank */
            const uint64_t ink = (bytes + LD_EACH_BYTE(0x80 - '!')) & high;
            count += ld_count_high(ink & ~(ink << 8 | (uint64_t)inside << 7));
            inside = ink >> 63;
            p += left < 8 ? left : 8;
            continue;
        }
        bool met = false; /* by characters, past the first that is no such */
        for (unsigned step; p < end; p += step) {
            const bool other = (unsigned char)(*p - ' ') >= 0x80 - ' ';
            if (met && !other) break;
            met |= other;
            const bool blank = ld_is_space(ld_utf8_decode(p, end, &step));
            if (!*p) continue; /* dropped from output */
            count += !blank && !inside;
            inside = !blank;
        }
    }
    return count;
}

uint32_t ld_count_characters(const char *text, struct ld_span span) {
    uint32_t count = 0;
    bool pending = false;
    unsigned step;
    for (const char *p = text + span.offset, *end = p + span.length; p < end; p += step) {
        const char *run = p;
        while (p<end && * p> ' ' && *p < 0x7F) p++; /* ASCII without blanks */
        if (p > run) {
            count += (uint32_t)(p - run) + (pending && count);
            pending = false;
        }
        if (p == end) break;
        uint32_t c = ld_utf8_decode(p, end, &step);
        bool blank = ld_is_space(c);
        if (c && !blank) count += pending && count ? 2 : 1;
        if (c) pending = blank;
    }
    return count;
}

char *ld_fold_spaces(struct ld_arena *arena, const char *text, struct ld_span span, uint32_t *length) {
    char *out = ld_arena_alloc(arena, 3 * (size_t)span.length + 1), *at = out; /* U+FFFD is three bytes for one */
    bool pending = false;
    unsigned step;
    for (const char *p = text + span.offset, *end = p + span.length; p < end; p += step) {
        if (pending && *p > ' ' && *p < 0x7F) {
            *at++ = ' ';
            pending = false;
        }
        while (p<end && * p> ' ' && *p < 0x7F) *at++ = *p++; /* ASCII without blanks */
        if (p == end) break;
        uint32_t c = ld_utf8_decode(p, end, &step);
        if (!c) continue;
        if (ld_is_space(c)) {
            pending = at > out;
            continue;
        }
        if (pending) *at++ = ' ';
        pending = false;
        at += ld_utf8_encode(c, at);
    }
    *at = 0;
    if (length) *length = (uint32_t)(at - out);
    return out;
}
