/* block_lines.c - reads lines, and decides whether they were cut at a margin.
 *
 * In: a text. Out: trimmed lines with what they begin and end with; the layout of the whole text. It knows no language
 * and leaves alone what the paragraphs are for (block_features.c, blocks.c).
 *
 * Layout: a margin is what greedy line breaking leaves behind (Knuth and Plass, "Breaking paragraphs into lines",
 * 1981, call it first-fit): the next line's first word would not have fit. Neighbouring lines vote by that, and by a
 * lower-case letter after a line without a final mark. Only the first and last bytes of a long line are looked at.
 */
#include "text/block_lines.h"

#include <string.h>

#include "base/skip.h"
#include "base/unicode.h"

enum {
    LONG_LINE = 1020,      /* bytes; longer lines are wider than any margin, whatever their characters */
    WIDEST_MARGIN = 120,   /* columns */
    CARRIED = 30,          /* columns of a line that may be cut in mid sentence where others are not */
    NARROWEST_MARGIN = 40, /* below, lines that just fit prove nothing */
    SPACED_LINES = 4,      /* of a text whose lines all have a blank one between, at least */
    SHORT_TEXT = 40        /* columns of two lines of a script without blanks that may be one sentence */
};

/* The bytes of a line break at p, 0 for none. NEL, LS and PS count; Unicode standard, section 5.8. */
static unsigned break_bytes(const char *p, const char *end) {
    unsigned char c = (unsigned char)*p;
    if (c > 0x0D) {
        if (c == 0xC2) return end - p >= 2 && (unsigned char)p[1] == 0x85 ? 2 : 0;
        if (c != 0xE2 || end - p < 3 || (unsigned char)p[1] != 0x80) return 0;
        return (unsigned char)p[2] == 0xA8 || (unsigned char)p[2] == 0xA9 ? 3 : 0;
    }
    if (c < 0x0A) return 0;
    return c == '\r' && end - p >= 2 && p[1] == '\n' ? 2 : 1;
}

static bool is_closer(uint32_t c) {
    switch (c) {
    case '"':
    case '\'':
    case ')':
    case ']':
    case '}':
    case '*':
    case '_':
    case 0xBB:
    case 0xAB:
    case 0x2019:
    case 0x2018:
    case 0x201D:
    case 0x201C:
    case 0x203A:
    case 0x2039:
    case 0x300D:
    case 0x300F:
    case 0x3011:
    case 0xFF09:
    case 0xFF02: return true;
    default: return ld_is_space(c);
    }
}

static enum ld_mark mark_of(uint32_t c) {
    switch (c) {
    case '.':
    case 0x2026:
    case 0x3002:
    case 0xFF0E:
    case 0xFF61:
    case 0x0964:
    case 0x0965:
    case 0x06D4:
    case 0x0589:
    case 0x1362:
    case 0x104B:
    case 0x17D4: return LD_MARK_STOP;
    case '!':
    case '?':
    case 0xFF01:
    case 0xFF1F:
    case 0x061F:
    case 0x203D:
    case 0x2047:
    case 0x2048:
    case 0x2049:
    case 0x037E:
    case 0x1367: return LD_MARK_ASK;
    case ':':
    case 0xFF1A:
    case 0x1365:
    case 0x1366: return LD_MARK_COLON;
    case ',':
    case ';':
    case '-':
    case 0x2013:
    case 0x2014:
    case 0x060C:
    case 0x061B:
    case 0x3001:
    case 0xFF0C:
    case '&': return LD_MARK_COMMA;
    default: return LD_MARK_NONE;
    }
}

enum ld_mark ld_mark_at_end(const char *start, const char *end) {
    if (end > start && end[-1] == '.') return LD_MARK_STOP; /* nearly always */
    for (unsigned step, tries = 0; end > start && tries < 8; end -= step, tries++) {
        uint32_t c = ld_utf8_before(start, end, &step);
        if (!is_closer(c)) return mark_of(c);
    }
    return LD_MARK_NONE;
}

static bool is_bullet(uint32_t c) {
    return c == '*' || c == 0x2022 || c == 0xB7 || c == 0x2023 || c == 0x25E6 || (c >= 0x25A0 && c <= 0x25CF) ||
           c == 0x2713 || c == 0x2714 || c == 0x2192 || c == 0x27A4 || c == 0x2605 || c == 0x30FB;
}

/* Bytes of white space at p. */
static unsigned blanks(const char *p, const char *end) {
    unsigned all = 0;
    for (unsigned step; p + all < end && all < 64; all += step)
        if (!ld_is_space(ld_utf8_decode(p + all, end, &step))) break;
    return all;
}

/* "1." "12)" "(3)" "[3]" "a)" "(b)": the bytes without the blanks, or 0. Years and decimals are none. */
static unsigned number_bytes(const char *p, const char *end) {
    const char *s = p;
    bool open = *s == '(', square = *s == '[';
    s += open || square;
    unsigned digits = 0;
    while (s + digits < end && ld_is_ascii_digit(s[digits])) digits++;
    bool letter = !digits && !square && s < end && ((*s | 32) >= 'a' && (*s | 32) <= 'h');
    if (letter) digits = 1;
    if (!digits || digits > 2) return 0;
    s += digits;
    if (s >= end || !(square ? *s == ']' : *s == ')' || (*s == '.' && !open))) return 0;
    return (unsigned)(s + 1 - p);
}

enum ld_item ld_item_at(const char *start, const char *end, unsigned *bytes) {
    *bytes = 0;
    if (ld_is_ascii_letter(*start) && (end - start < 2 || start[1] != ')')) return LD_ITEM_NONE; /* nearly always */
    unsigned step;
    uint32_t c = ld_utf8_decode(start, end, &step);
    enum ld_item item = is_bullet(c)                        ? LD_ITEM_BULLET
                        : c == '-'                          ? LD_ITEM_HYPHEN
                        : c == 0x2013 || c == 0x2014        ? LD_ITEM_DASH
                        : (step = number_bytes(start, end)) ? LD_ITEM_NUMBER
                                                            : LD_ITEM_NONE;
    if (item == LD_ITEM_NONE) return item;
    unsigned gap = blanks(start + step, end);
    if (!gap && c != 0x2022) return LD_ITEM_NONE;
    if (start + step + gap >= end) return LD_ITEM_NONE; /* a marker and nothing after it */
    *bytes = step + gap;
    return item;
}

/* '=' or '-' where the line is made of these alone: the underline of a heading, or a rule. */
static char rule_of(const char *start, const char *end) {
    if (end - start < 3 || (*start != '=' && *start != '-')) return 0;
    for (const char *p = start; p < end; p++)
        if (*p != *start) return 0;
    return *start;
}

/* How wide the line and its first word are, by characters. */
static void measure_width(const char *start, const char *end, struct ld_line *line) {
    unsigned step, columns = 0;
    bool word = true;
    for (const char *p = start;
         p < end && p - start < LONG_LINE && columns < LD_LINE_COLUMNS && (word || end - start < LONG_LINE);
         p += step) {
        uint32_t c = ld_utf8_decode(p, end, &step);
        columns += c < 0x80 ? 1 : ld_columns(c);
        if (!word) {
            while (end - p > 8 + (ptrdiff_t)step && columns + 8 < LD_LINE_COLUMNS && ld_is_ascii_8(p + step))
                step += 8, columns += 8;
            continue;
        }
        word = !ld_is_space(c) && !ld_is_unspaced(c);
        line->word = (uint16_t)columns;
    }
    line->columns = (uint16_t)(columns < LD_LINE_COLUMNS && end - start < LONG_LINE ? columns : LD_LINE_COLUMNS);
}

static void measure(const char *start, const char *end, bool plain, struct ld_line *line) {
    unsigned step, marks = 0;
    uint32_t c = ld_utf8_decode(start, end, &step);
    line->lower = ld_is_lower(c);
    line->unspaced = ld_is_unspaced(c);
    line->mark = ld_mark_at_end(start, end);
    line->item = ld_item_at(start, end, &step);
    while (start + marks < end && start[marks] == '#') marks++;
    line->heading = marks && marks <= 6 && blanks(start + marks, end);
    line->rule = rule_of(start, end);
    if (plain) { /* a column is a byte */
        const size_t bytes = (size_t)(end - start), columns = bytes < LD_LINE_COLUMNS ? bytes : LD_LINE_COLUMNS;
        size_t word = 0;
        while (word < columns && !ld_is_space((unsigned char)start[word])) word++;
        line->columns = (uint16_t)columns;
        line->word = (uint16_t)(word + (word < columns)); /* with the blank */
    } else {
        measure_width(start, end, line);
    }
}

/* Are there breaks other than \n and \r\n? Most texts have none, and then a line's end is found at once. */
static bool has_rare_breaks(const char *text, const char *end) {
    static const char rare[] = "\r\v\f\xC2\xE2"; /* bytes that begin one */
    for (const char *byte = rare; *byte; byte++)
        for (const char *p = text; (p = memchr(p, *byte, (size_t)(end - p))); p++)
            if (break_bytes(p, end) && !(*p == '\r' && p + 1 < end && p[1] == '\n')) return true;
    return false;
}

static bool read_line(const struct ld_lines *lines, uint32_t at, struct ld_line *line) {
    if (at >= lines->length) return false;
    const char *text = lines->text, *end = text + lines->length, *p = text + at, *start = p;
    unsigned bytes = 0, step;
    if (lines->rare) {
        while ((p = ld_skip_ascii(p, end, 0, 0, 0)) < end && !(bytes = break_bytes(p, end))) p++;
    } else {
        const char *found = memchr(p, '\n', (size_t)(end - p));
        p = found ? found : end;
        bytes = found != NULL;
    }
    *line = (struct ld_line){.next = (uint32_t)(p - text) + bytes};
    const char *stop = p;
    unsigned indent = 0;
    while (start < stop) {
        uint32_t c = ld_utf8_decode(start, stop, &step);
        if (!ld_is_space(c)) break;
        indent += c == '\t' ? 8 - indent % 8 : ld_columns(c);
        start += step;
    }
    stop = ld_before_spaces(start, stop);
    line->span = (struct ld_span){(uint32_t)(start - text), (uint32_t)(stop - start)};
    line->indent = (uint8_t)(indent < 255 ? indent : 255);
    if (start < stop) measure(start, stop, lines->plain, line);
    return true;
}

void ld_lines_start(struct ld_lines *lines, const char *text, uint32_t length) {
    lines->text = text;
    lines->length = length;
    lines->plain = ld_is_ascii_without(text, length, '\v', '\r');
    lines->rare = !lines->plain && has_rare_breaks(text, text + length);
    lines->count = 0;
    uint32_t at = length >= 3 && memcmp(text, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0; /* a byte order mark */
    while (lines->count < LD_LINES_KEPT && read_line(lines, at, &lines->kept[lines->count]))
        at = lines->kept[lines->count++].next;
}

bool ld_line_next(const struct ld_lines *lines, struct ld_line_place *place, struct ld_line *line) {
    if (place->number < lines->count) {
        *line = lines->kept[place->number++];
    } else if (lines->count < LD_LINES_KEPT || !read_line(lines, place->at, line)) {
        return false;
    }
    place->at = line->next;
    return true;
}

static bool closed(const struct ld_line *line) { return ld_is_final(line->mark); }

/* Would the next line's first word not have fit on this one? */
static bool is_full(const struct ld_line *line, const struct ld_line *next, unsigned width) {
    return line->columns + 1u + next->word > width;
}

/* The width that 95% of the lines keep to. */
static unsigned margin(const struct ld_lines *lines, uint32_t *count, uint8_t *indent) {
    uint32_t widths[LD_LINE_COLUMNS + 1] = {0}, over = 0;
    struct ld_line line;
    *count = 0;
    *indent = UINT8_MAX;
    for (struct ld_line_place place = {0, 0}; ld_line_next(lines, &place, &line);) {
        if (!line.span.length) continue;
        widths[line.columns]++;
        if (line.indent < *indent) *indent = line.indent;
        ++*count;
    }
    unsigned width = LD_LINE_COLUMNS;
    while (width && (over += widths[width]) <= *count / 20) width--;
    return width;
}

struct votes {
    unsigned wrapped;
    unsigned lines;
    unsigned carried; /* votes of this run of lines that hold only if it begins and ends like a sentence */
};

static void vote(const struct ld_line *above, const struct ld_line *line, unsigned width, struct votes *votes) {
    if (line->item || line->rule || line->heading || above->rule || above->heading) return;
    bool full = is_full(above, line, width);
    if (closed(above))
        votes->lines += !full;
    else if (line->lower)
        votes->carried += 3;
    else if (full)
        votes->wrapped += width >= NARROWEST_MARGIN ? 2 : 0;
    else
        votes->lines += above->item ? 0 : 2;
}

struct ld_layout ld_layout_find(const struct ld_lines *lines) {
    uint32_t count, total = 0;
    struct ld_layout layout = {0};
    layout.width = (uint16_t)margin(lines, &count, &layout.indent);
    if (layout.width > WIDEST_MARGIN || count < 2) return layout;
    struct votes votes = {0}, spaced = {0};
    struct ld_line line, above = {0}, first = {0}, last = {0};
    bool unspaced = true;
    for (struct ld_line_place place = {0, 0}; ld_line_next(lines, &place, &line);) {
        if (!line.span.length || !above.span.length) {
            if (above.span.length && !first.lower && closed(&above)) votes.wrapped += votes.carried;
            if (line.span.length && last.span.length) vote(&last, &line, layout.width, &spaced);
            votes.carried = 0;
            first = line;
        } else {
            vote(&above, &line, layout.width, &votes);
            unspaced &= line.unspaced && above.unspaced && !closed(&above) && closed(&line);
        }
        total += line.columns;
        above = line;
        if (line.span.length) last = line;
    }
    if (above.span.length && !first.lower && closed(&above)) votes.wrapped += votes.carried;
    layout.spaced = count >= SPACED_LINES && !votes.lines && !votes.wrapped && spaced.wrapped > 2 * spaced.lines;
    layout.wrapped = layout.spaced || votes.wrapped > votes.lines ||
                     (count == 2 && unspaced && above.span.length && total <= SHORT_TEXT);
    return layout;
}

/* A sentence that a line break cut, whatever the layout: a long line without a mark, then one in lower case. */
static bool carries(const struct ld_line *first, const struct ld_line *above, const struct ld_line *line) {
    if (closed(above) || above->mark == LD_MARK_COLON || above->rule || above->heading || line->item || !line->lower)
        return false;
    if (first->lower) return false;
    if (above->columns >= CARRIED) return closed(line) || line->columns >= CARRIED;
    return closed(line) && line->columns >= 2 * CARRIED;
}

bool ld_layout_parts(const struct ld_layout *layout, const struct ld_line *first, const struct ld_line *above,
                     const struct ld_line *line, unsigned blank) {
    if (carries(first, above, line) && blank <= 1) return false;
    if (blank > (layout->spaced ? 1U : 0U)) return true;
    bool single = first->span.offset == above->span.offset;
    if (line->rule) return !(single && !closed(above) && !above->rule); /* a heading and its underline */
    if (above->rule || above->heading || line->heading) return true;
    if (first->item && !line->item && line->indent > first->indent && (line->lower || !closed(above))) return false;
    if (!layout->wrapped) return true;
    bool full = is_full(above, line, layout->width);
    if (line->item)
        return first->item || above->mark == LD_MARK_COLON || closed(above) ||
               (!full && (single || line->item != LD_ITEM_NUMBER));
    if (first->item && line->indent > first->indent) return false;
    if (line->indent >= layout->indent + 2 && !first->item && (closed(above) || !full || !single)) {
        bool quote = line->indent == above->indent && full && !closed(above); /* a block set in */
        if (!quote) return true;
    }
    if (first->item && line->indent < above->indent) return true;
    if (line->lower || full || (!single && above->mark == LD_MARK_NONE)) return false;
    /* short by a word or more than a word: the last line of a paragraph, or a line that is one by itself */
    unsigned room = layout->width - above->columns; /* it is not full */
    return closed(above) ? room > line->word + layout->width / 10u : room > line->word + layout->width / 4u;
}
