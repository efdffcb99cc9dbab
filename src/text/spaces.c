/* spaces.c - see spaces.h. */
#include "text/spaces.h"

#include "base/skip.h"
#include "base/unicode.h"

static inline LD_LANES are_blanks(LD_LANES bytes) { return ld_lanes_are(bytes, ' '); }

/* Not printable ASCII: blanks of other kinds may be among them. */
static inline LD_LANES are_odd(LD_LANES bytes) { return ld_lanes_or(bytes, ld_lanes_from(bytes, 0, ' ' - 1)); }
static inline bool is_odd(char c) { return (unsigned char)(c - ' ') >= 0x80 - ' '; }

uint32_t ld_count_columns(const char *text, struct ld_span span) {
    const char *start = text + span.offset, *end = start + span.length;
    uint32_t count = 0;
    bool inside = false;
    for (const char *p = start; p < end;) {
        const uint64_t odd = ld_bits_of(are_odd, start, p, end), blanks = ld_bits_of(are_blanks, start, p, end);
        unsigned n = end - p < 64 ? (unsigned)(end - p) : 64;
        if (odd) n = ld_zeros_before(odd);
        if (n) {
            const uint64_t ink = ~blanks << (64 - n) >> (64 - n);
            count += ld_count_bits(ink & ~(ink << 1 | inside));
            inside = ink >> (n - 1);
        }
        p += n;
        for (unsigned step; p < end && is_odd(*p); p += step) {
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

/* Copy printable ASCII in which no blank follows another (or `blank`: begins), as long as there is more than a few
 * bytes of it; how much. */
static size_t copy_plain(char *to, const char *from, const char *end, bool blank) {
    uint64_t before = blank;
    size_t n = 0;
    for (; (size_t)(end - from) - n >= sizeof(LD_LANES); n += sizeof(LD_LANES)) {
        const LD_LANES bytes = ld_lanes(from + n);
        const uint64_t blanks = ld_lanes_bits(are_blanks(bytes));
        if (ld_lanes_bits(are_odd(bytes)) | (blanks & (blanks << 1 | before))) break;
        memcpy(to + n, from + n, sizeof(LD_LANES));
        before = blanks >> (sizeof(LD_LANES) - 1);
    }
    return n;
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
        if (!pending) {
            const size_t plain = copy_plain(at, p, end, at == out);
            p += plain;
            at += plain;
            pending = plain && at[-1] == ' ';
            at -= pending;
            while (!pending && p<end && * p> ' ' && *p < 0x7F) *at++ = *p++; /* ASCII without blanks */
        }
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
