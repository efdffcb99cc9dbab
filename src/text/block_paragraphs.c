/* block_paragraphs.c - lines make paragraphs.
 *
 * In: a text's lines from a place on. Out: its paragraphs as blocks in text order; those of code, tables, subtitles'
 * times and the line that runs over each page have their kind, and so have the parts of those with a dateline or links
 * (block_parts.c). Which lines belong together is told by block_lines.c; leaves all other kinds to blocks.c.
 */
#include "text/block_paragraphs.h"

#include <string.h>

#include "base/unicode.h"

enum {
    RUNNING_HEAD = 12 /* bytes of one at least */,
    TABLE_HEAD = 4,  /* lines of a table above its columns' rule, at most */
    TABLE_ROWS = 64, /* lines below it, where blank ones part them */
    GREETING = 30    /* columns */
};

static bool is_fence(const struct ld_lines *lines, const struct ld_line *line) {
    return line->span.length >= 3 && !memcmp(lines->text + line->span.offset, "```", 3);
}

/* Markdown's code between two fences, the first of which begins the line: the last line of it, or false. */
static bool find_fence(const struct ld_lines *lines, const struct ld_line *open, struct ld_line_place *place,
                       struct ld_line *close) {
    struct ld_line_place at = *place;
    if (!is_fence(lines, open)) return false;
    *close = *open;
    if (memchr(lines->text + open->span.offset + 3, '`', open->span.length - 3)) return true; /* both in one line */
    while (ld_line_next(lines, &at, close))
        if (is_fence(lines, close)) {
            *place = at;
            return true;
        }
    return false;
}

/* "------ ----": the rule under the head of a table, of two columns or more, as pandoc makes plain text of one. */
static bool is_columns(const struct ld_lines *lines, const struct ld_line *line) {
    const char *p = lines->text + line->span.offset, *end = p + line->span.length;
    if (end - p < 5 || p[1] != '-' || !memchr(p, ' ', (size_t)(end - p))) return false;
    while (p < end && (*p == '-' || *p == ' ')) p++;
    return p == end;
}

/* The last line of the table whose columns the rule tells, and the place behind it. Rows go on to a blank line, or,
 * with blank ones between, to a line of dashes as wide as the rule, if all of them are set in as it is. */
static void find_table(const struct ld_lines *lines, const struct ld_line *rule, struct ld_line_place *place,
                       struct ld_line *last) {
    struct ld_line_place at = *place;
    struct ld_line line;
    bool blank = false, end = false;
    *last = *rule;
    for (unsigned n = 0; !end && n < TABLE_ROWS && ld_line_next(lines, &at, &line); n++) {
        blank |= !line.span.length;
        if (blank && (!rule->indent || (line.span.length && line.indent < rule->indent))) return;
        end = line.columns == rule->columns && (line.rule == '-' || (!blank && is_columns(lines, &line)));
        if (blank && !end) continue;
        *last = line;
        *place = at;
    }
}

/* Where the table begins whose columns the rule tells: with the lines up to a blank one, if these are its head:
 * TABLE_HEAD at most, set in as the rule is, or, where that is not set in, with cells apart. */
static uint32_t table_start(const struct ld_lines *lines, const struct ld_line *rule) {
    const char *text = lines->text, *begin = text + rule->span.offset, *line = begin, *head;
    while (line > text && line[-1] != '\n') line--;
    const ptrdiff_t indent = begin - line;
    head = line;
    for (unsigned n = 0; line > text && line[-1] == '\n'; n++) {
        const char *end = line - 1, *start = end;
        while (start > text && start[-1] != '\n') start--;
        const char *first = ld_skip_spaces(start, end);
        if (first == end) break;
        bool cells = indent > 0;
        for (const char *p = first; !cells && p + 1 < end; p++) cells = *p == ' ' && p[1] == ' ';
        if (n == TABLE_HEAD || first - start < indent || !cells) return rule->span.offset;
        line = head = start;
    }
    return (uint32_t)(head - text);
}

/* "00:00:04,300 --> 00:00:07,900" over a line or two of a film's subtitles. */
static bool is_cue(const struct ld_lines *lines, const struct ld_line *line) {
    const char *p = lines->text + line->span.offset, *end = p + line->span.length;
    if (end - p < 15) return false;
    while (p < end && *p != ' ') p++;
    return end - p > 5 && !memcmp(p, " --> ", 5) && ld_is_ascii_digit(p[5]);
}

/* "WEBVTT" above such. */
static bool is_web_cues(const struct ld_lines *lines, const struct ld_line *line) {
    return line->span.length == 6 && !memcmp(lines->text + line->span.offset, "WEBVTT", 6);
}

/* The line again that the text begins with: what runs over each page. */
static bool is_first_again(const struct ld_lines *lines, const struct ld_line *first, const struct ld_line *line) {
    return line->span.length == first->span.length && line->span.offset > first->span.offset &&
           line->span.length > RUNNING_HEAD && line->mark == LD_MARK_NONE &&
           !memcmp(lines->text + line->span.offset, lines->text + first->span.offset, line->span.length);
}

/* "Lieber Oskar," above a blank line: German goes on in lower case below. */
static bool is_greeting(const struct ld_lines *lines, const struct ld_line *above, unsigned blank) {
    return blank && above->columns < GREETING && lines->text[ld_span_end(above->span) - 1] == ',';
}

/* Make furniture of all blocks from a place of the text on. */
static void drop_from(struct ld_blocks *blocks, uint32_t offset) {
    for (uint32_t i = blocks->count; i-- && blocks->items[i].span.offset >= offset;)
        blocks->items[i].kind = LD_FURNITURE;
}

void ld_paragraphs_find(struct ld_arena *arena, const struct ld_lines *lines, struct ld_line_place place,
                        const struct ld_language *language, bool arrows, struct ld_blocks *blocks) {
    const struct ld_layout layout = ld_layout_find(lines);
    struct ld_line line, above = {0}, first = {0}, close, top = {0};
    bool opening = true, said = false; /* by what stands under a cue */
    unsigned blank = 0;
    for (;;) {
        bool more = ld_line_next(lines, &place, &line);
        if (more && !line.span.length) {
            blank++;
            continue;
        }
        const char begin = more ? lines->text[line.span.offset] : 0;
        const bool cue = ld_is_ascii_digit(begin) && is_cue(lines, &line),
                   alone = cue || (begin == 'W' && is_web_cues(lines, &line)) ||
                           (more && top.span.length && is_first_again(lines, &top, &line)),
                   code = begin == '`' && !alone && find_fence(lines, &line, &place, &close),
                   table = begin == '-' && is_columns(lines, &line);
        if (!top.span.length) top = line;
        bool parts = !more || code || alone || table || !above.span.length || is_greeting(lines, &above, blank) ||
                     (said ? blank > 0 : ld_layout_parts(&layout, &first, &above, &line, blank));
        if (parts && above.span.length) {
            struct ld_span span = {first.span.offset, ld_span_end(above.span) - first.span.offset};
            if (said)
                ld_blocks_add(arena, blocks, span.offset, ld_span_end(span), LD_BODY, false);
            else
                ld_parts_add(arena, lines->text, span, language, &opening, arrows, blocks);
            said = false;
        }
        if (!more) return;
        if (table) {
            drop_from(blocks, table_start(lines, &line));
            find_table(lines, &line, &place, &close);
        }
        if (alone) ld_blocks_add(arena, blocks, line.span.offset, ld_span_end(line.span), LD_FURNITURE, false);
        said |= cue;
        if (code || table) ld_blocks_add(arena, blocks, line.span.offset, ld_span_end(close.span), LD_FURNITURE, false);
        if (parts) first = line;
        above = line;
        if (code || alone || table) above.span.length = 0;
        blank = 0;
    }
}
