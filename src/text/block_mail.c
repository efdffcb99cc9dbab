/* block_mail.c - an e-mail's header, quotations and signature.
 *
 * In: the lines of a text. Out: where it begins with a header ("From: ..", "Subject: .."), blocks of that: the subject
 * is the title, all else furniture; and which lines quote or sign. It leaves greetings, and e-mails without a header.
 *
 * Source: RFC 5322, sections 2.2 and 3.6, for the fields; RFC 3676, sections 4.3 and 4.5, for ">" and "-- ".
 */
#include "text/block_mail.h"

#include <string.h>

enum field { NONE, OTHER, PERSON, SUBJECT };

/* What field a line of a header begins, with how many bytes of name and colon. */
static enum field field_of(const char *text, struct ld_span span, uint32_t *bytes) {
    static const char *const names[] = {"from:", "to:", "date:", "subject:"};
    const char *start = text + span.offset, *colon = memchr(start, ':', span.length);
    if (!colon || colon == start) return NONE;
    for (const char *p = start; p < colon; p++)
        if (*p <= ' ' || *p > '~') return NONE;
    *bytes = (uint32_t)(colon + 1 - start);
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        uint32_t n = 0;
        while (n < *bytes && names[i][n] && (start[n] | 32) == names[i][n]) n++;
        if (n == *bytes && !names[i][n]) return names[i][0] == 's' ? SUBJECT : PERSON;
    }
    return OTHER;
}

/* Whether lines up to a blank one are fields, or go on with one, and tell both what it is about and who or when. */
static bool is_header(const struct ld_lines *lines) {
    unsigned found = 0;
    uint32_t bytes;
    struct ld_line line;
    for (struct ld_line_place place = {0, 0}; ld_line_next(lines, &place, &line) && line.span.length;) {
        const enum field field = field_of(lines->text, line.span, &bytes);
        if (field == NONE && !(found && line.indent)) return false;
        found |= 1u << field;
    }
    return found >> PERSON & 1 && found >> SUBJECT & 1;
}

static void add(struct ld_arena *arena, struct ld_span span, enum ld_kind kind, bool joined, struct ld_blocks *blocks) {
    LD_ARENA_ROOM(arena, blocks->items, blocks->count, blocks->capacity);
    blocks->items[blocks->count++] = (struct ld_block){.span = span, .kind = (uint8_t)kind, .joined = joined};
}

void ld_mail_add(struct ld_arena *arena, struct ld_span span, struct ld_blocks *blocks) {
    add(arena, span, LD_FURNITURE, false, blocks);
}

bool ld_mail_header(struct ld_arena *arena, const struct ld_lines *lines, bool title_given, struct ld_line_place *place,
                    struct ld_blocks *blocks) {
    struct ld_line line;
    if (!is_header(lines)) return false;
    for (uint32_t bytes = 0; ld_line_next(lines, place, &line) && line.span.length;) {
        const enum field field = line.indent && blocks->count ? NONE : field_of(lines->text, line.span, &bytes);
        const uint32_t end = ld_span_end(line.span);
        uint32_t value = line.span.offset + bytes;
        if (field == NONE) { /* the field goes on */
            struct ld_block *last = &blocks->items[blocks->count - 1];
            last->span.length = end - last->span.offset;
        } else if (field == SUBJECT && !title_given) {
            while (value < end && (lines->text[value] == ' ' || lines->text[value] == '\t')) value++;
            add(arena, (struct ld_span){line.span.offset, bytes}, LD_FURNITURE, false, blocks);
            if (value < end) add(arena, (struct ld_span){value, end - value}, LD_TITLE, true, blocks);
        } else {
            ld_mail_add(arena, line.span, blocks);
        }
    }
    return true;
}

bool ld_mail_quotes(const char *text, const struct ld_line *line) { return text[line->span.offset] == '>'; }

bool ld_mail_signs(const char *text, const struct ld_line *line) {
    return line->span.length == 2 && !memcmp(text + line->span.offset, "--", 2);
}
