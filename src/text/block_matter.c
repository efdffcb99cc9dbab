/* block_matter.c - what Markdown has above its text.
 *
 * In: the lines of a text. Out: the fields between two lines "---" (YAML) or "+++" (TOML) as furniture, the title of
 * them as the title. It leaves prose between two such lines, and what the fields mean.
 *
 * Source: front matter as Jekyll and Hugo have it.
 */
#include "text/block_matter.h"

#include <string.h>

#include "base/unicode.h"
#include "text/block_parts.h"

enum { FIELDS = 64 /* lines of it at most */ };

static bool is_border(const struct ld_lines *lines, const struct ld_line *line) {
    const char *p = lines->text + line->span.offset;
    return line->span.length == 3 && (!memcmp(p, "---", 3) || !memcmp(p, "+++", 3));
}

/* Bytes up to what the field's value begins with, or 0 for no field: "title: ", "title = ". */
static size_t name_of(const char *line, const char *end) {
    const char *p = line;
    while (p < end && (ld_is_ascii_letter(*p) || *p == '-' || *p == '_' || *p == '.')) p++;
    if (p == line) return 0;
    if (p < end && *p == ' ') p++;
    if (p == end || !(*p == ':' || *p == '=') || !(p + 1 == end || p[1] == ' ')) return 0;
    return (size_t)(ld_skip_spaces(p + 1, end) - line);
}

static bool is_of_matter(const struct ld_lines *lines, const struct ld_line *line) {
    const char *p = lines->text + line->span.offset;
    return !line->span.length || line->indent || strchr("-#[]{}", *p) || name_of(p, p + line->span.length);
}

/* The line after it, or a place at 0. */
static struct ld_line_place matter_end(const struct ld_lines *lines, struct ld_line_place place) {
    static const struct ld_line_place none;
    struct ld_line line, open;
    bool field = false;
    if (!ld_line_next(lines, &place, &open) || !is_border(lines, &open)) return none;
    for (unsigned n = 0; n < FIELDS && ld_line_next(lines, &place, &line); n++) {
        const char *p = lines->text + line.span.offset;
        if (is_border(lines, &line) && *p == lines->text[open.span.offset]) return field ? place : none;
        if (!is_of_matter(lines, &line)) return none;
        field |= line.span.length && name_of(p, p + line.span.length);
    }
    return none;
}

void ld_matter_head(struct ld_arena *arena, const struct ld_lines *lines, bool title_given, struct ld_line_place *place,
                    struct ld_blocks *blocks) {
    const struct ld_line_place after = matter_end(lines, *place);
    struct ld_line line;
    while (place->at < after.at && ld_line_next(lines, place, &line)) {
        const uint32_t from = line.span.offset, to = ld_span_end(line.span);
        const char *start = lines->text + from, *end = lines->text + to;
        if (from == to) continue;
        const size_t label = line.indent ? 0 : name_of(start, end);
        if (!title_given && label > 6 && from + label < to && !memcmp(start, "title", 5) &&
            !ld_is_ascii_letter(start[5])) {
            ld_blocks_add(arena, blocks, from, from + (uint32_t)label - (start[label - 1] == ' '), LD_FURNITURE, false);
            const char mark = start[label];
            const uint32_t quote = (mark == '"' || mark == '\'') && end[-1] == mark && from + label + 2 < to;
            if (quote) blocks->items[blocks->count - 1].span.length = (uint32_t)label + 1;
            ld_blocks_add(arena, blocks, from + (uint32_t)label + quote, to - quote, LD_TITLE, true);
            if (quote) ld_blocks_add(arena, blocks, to - 1, to, LD_FURNITURE, true);
            title_given = true;
        } else {
            ld_blocks_add(arena, blocks, from, to, LD_FURNITURE, false);
        }
    }
}
