/* marks.c - see marks.h. One pass over the sentence. */
#include "text/marks.h"

#include <string.h>

#include "base/ahead.h"
#include "base/skip.h"
#include "base/unicode.h"

static bool is_question(uint32_t c) { return c == '?' || c == 0x061F || c == 0xFF1F || c == 0x055E || c == 0x037E; }

static bool is_final(uint32_t c) {
    if (c < 0x80) return c == '.' || c == '!' || c == '?';
    switch (c) {
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

/* Where they are, and some more. */
static inline LD_LANES may_be_hot(LD_LANES bytes) {
    const LD_LANES round = ld_lanes_are(ld_lanes_or(bytes, ld_lanes_each(1)), ')'),
                   square = ld_lanes_are(ld_lanes_or(bytes, ld_lanes_each(6)), '_');
    return ld_lanes_or(ld_lanes_or(ld_lanes_are(bytes, '"'), bytes), ld_lanes_or(round, square));
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

struct reading {
    const char *quote; /* that is open */
    uint32_t quoted;
    int brackets;
    bool lost; /* something was closed that was not open */
};

static void read_mark(struct reading *reading, const char *p, const char *end) {
    unsigned step;
    const uint32_t c = ld_utf8_decode(p, end, &step);
    const bool german = c == 0x201C && reading->quote; /* closes what the low mark opened */
    if (!reading->quote && (c == '"' || opens(c))) {
        reading->quote = p;
    } else if (reading->quote && (c == '"' || closes(c) || german)) {
        reading->quoted += (uint32_t)(p - reading->quote);
        reading->quote = NULL;
    } else if (closes(c)) {
        reading->lost = true;
    }
    reading->brackets += (c == '(' || c == '[') - (c == ')' || c == ']');
    if (reading->brackets < 0) reading->lost = true;
}

/* The bytes at p whose bits are set. */
LD_APART static void read_marks(struct reading *reading, const char *p, uint64_t may, const char *end) {
    for (; may; may &= may - 1) {
        const char *at = p + ld_zeros_before(may);
        if (hot[(unsigned char)*at]) read_mark(reading, at, end);
    }
}

struct ld_marks ld_marks_read(const char *text, struct ld_span span, uint32_t limit) {
    const char *start = text + span.offset, *end = start + span.length;
    struct reading reading = {NULL, 0, 0, false};
    unsigned step;
    for (const char *p = start; p<end; p = end - p> 64 ? p + 64 : end) {
        const uint64_t may = ld_bits_before(may_be_hot, start, p, end, text + limit);
        if (may) read_marks(&reading, p, may, end);
    }
    if (reading.quote) reading.quoted += (uint32_t)(end - reading.quote);
    const bool stop = span.length && end[-1] == '.'; /* nearly always */
    const uint32_t first = span.length ? ld_utf8_decode(start, end, &step) : 0,
                   last = stop ? '.' : last_mark(start, end);
    return (struct ld_marks){.opens_quote = first == '"' || first == '\'' || first == 0x2018 || opens(first),
                             .question = !stop && is_question(last),
                             .finished = stop || is_final(last),
                             .balanced = !reading.lost && !reading.quote && !reading.brackets,
                             .quoted = reading.quoted ? (double)reading.quoted / span.length : 0};
}
