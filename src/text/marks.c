/* marks.c - see marks.h. One pass over the sentence. */
#include "text/marks.h"

#include <string.h>

#include "base/skip.h"
#include "base/unicode.h"

static bool is_question(uint32_t c) { return c == '?' || c == 0x061F || c == 0xFF1F || c == 0x055E || c == 0x037E; }

static bool is_final(uint32_t c) {
    switch (c) {
    case '.':
    case '!':
    case 0x2026:
    case 0x0964:
    case 0x0965:
    case 0x3002:
    case 0xFF01:
    case 0xFF0E:
    case 0xFF61:
    case 0x06D4:
    case 0x0589:
    case 0x055C:
    case 0x203D:
    case 0x1362:
    case 0x104A:
    case 0x104B: return true;
    default: return is_question(c);
    }
}

static bool opens(uint32_t c) { return c == 0x201C || c == 0x201E || c == 0xAB || c == 0x300C; }
static bool closes(uint32_t c) { return c == 0x201D || c == 0xBB || c == 0x300D; }

/* Bytes that are a mark of interest or begin one; all others are passed over. */
static const unsigned char hot[256] = {
    ['"'] = 1, ['('] = 1, [')'] = 1, ['['] = 1, [']'] = 1, [0xC2] = 1, [0xE2] = 1, [0xE3] = 1};

/* Past what is no mark: eight bytes at a time where they are ASCII and none is a quotation mark, a bracket, or Y or _,
 * which are a bit or two from square ones. */
static const char *skip(const char *p, const char *end) {
    const uint64_t high = LD_EACH_BYTE(0x80), up = LD_EACH_BYTE(0x7F); /* added, it lifts all ASCII but 0 up to high */
    while (p < end) {
        const char *stop = end;
        for (uint64_t word; end - p >= 8; p += 8) {
            memcpy(&word, p, 8);
            const uint64_t lifted = ((word ^ LD_EACH_BYTE('"')) + up) &
                                    (((word | LD_EACH_BYTE(1)) ^ LD_EACH_BYTE(')')) + up) &
                                    (((word | LD_EACH_BYTE(6)) ^ LD_EACH_BYTE('_')) + up) & ~word;
            if ((lifted & high) == high) continue;
            stop = p + 8;
            break;
        }
        for (; p < stop; p++)
            if (hot[(unsigned char)*p]) return p;
    }
    return p;
}

/* The last character that is neither white space nor closes something. */
static uint32_t last_mark(const char *start, const char *end) {
    unsigned step;
    for (; end > start; end -= step) {
        uint32_t c = ld_utf8_before(start, end, &step);
        bool trailing = c == '"' || c == '\'' || closes(c) || c == 0x201C || c == 0x2019 || c == ')' || c == ']';
        if (!trailing && !ld_is_space(c)) return c;
    }
    return 0;
}

struct ld_marks ld_marks_read(const char *text, struct ld_span span) {
    const char *start = text + span.offset, *end = start + span.length, *quote = NULL;
    struct ld_marks marks = {.balanced = true};
    uint32_t quoted = 0, first = 0;
    int brackets = 0;
    unsigned step;
    if (span.length) first = ld_utf8_decode(start, end, &step);
    marks.opens_quote = first == '"' || first == '\'' || first == 0x2018 || opens(first);
    for (const char *p = start; p < end; p += step) {
        p = skip(p, end);
        if (p == end) break;
        uint32_t c = ld_utf8_decode(p, end, &step);
        bool german = c == 0x201C && quote; /* closes what the low mark opened */
        if (!quote && (c == '"' || opens(c))) {
            quote = p;
        } else if (quote && (c == '"' || closes(c) || german)) {
            quoted += (uint32_t)(p - quote);
            quote = NULL;
        } else if (closes(c)) {
            marks.balanced = false;
        }
        brackets += (c == '(' || c == '[') - (c == ')' || c == ']');
        if (brackets < 0) marks.balanced = false;
    }
    if (quote) quoted += (uint32_t)(end - quote);
    uint32_t last = last_mark(start, end);
    marks.balanced &= !quote && !brackets;
    marks.question = is_question(last);
    marks.finished = is_final(last);
    marks.quoted = span.length ? (double)quoted / span.length : 0;
    return marks;
}
