/* block_mail.c - what an e-mail has around its text.
 *
 * In: the lines of a text, then its blocks and their features. Out: the head's fields, the greeting ("Dear all,"), the
 * closing ("Best regards,"), the signature, what is answered below and the heads of what was forwarded as furniture,
 * the subject as the title. It leaves what was forwarded, and bodies that are encoded or in parts (MIME: read/kind.c
 * tells of them).
 *
 * Source: RFC 5322 for the head, RFC 3676 4.3 for the line "-- " above a signature; greeting and closing by own rules.
 */
#include "text/block_mail.h"

#include <string.h>

#include "base/unicode.h"
#include "text/block_parts.h"

enum { FIELD_BYTES = 200 }; /* of a field above what was forwarded, at most */

static bool is_field_byte(char c) {
    return ld_is_ascii_letter(c) || c == '-' || ld_is_ascii_digit(c) || (unsigned char)c >= 0x80;
}

/* Bytes of the field's name, or 0 for no field. */
static size_t name_of(const char *line, size_t length) {
    size_t n = 0;
    while (n < length && is_field_byte(line[n])) n++;
    const size_t colon = n + (n < length && line[n] == ' '); /* "Objet : .." */
    return colon < length && line[colon] == ':' && (colon + 1 == length || line[colon + 1] == ' ') ? n : 0;
}

static const char *after_name(const char *line, size_t n) { return line + n + (line[n] == ' ') + 1; }

static bool is(const char *name, size_t length, const char *wanted) {
    return strlen(wanted) == length && !memcmp(name, wanted, length);
}

/* What the fields tell, which mail programs name in the reader's language. */
enum role { OTHER, SUBJECT, FROM, SENT };

static enum role role_of(const char *name, size_t length) {
    static const struct {
        const char *name;
        enum role role;
    } fields[] = {
        {"Subject", SUBJECT},   {"Betreff", SUBJECT}, {"Objet", SUBJECT}, {"Asunto", SUBJECT}, {"Oggetto", SUBJECT},
        {"Onderwerp", SUBJECT}, {"Assunto", SUBJECT}, {"From", FROM},     {"Von", FROM},       {"De", FROM},
        {"Da", FROM},           {"Van", FROM},        {"Date", SENT},     {"Sent", SENT},      {"To", SENT},
        {"Datum", SENT},        {"Gesendet", SENT},   {"An", SENT},       {"Fecha", SENT},     {"Enviado", SENT},
        {"Para", SENT},         {"Data", SENT},       {"Inviato", SENT},  {"Verzonden", SENT}, {"Aan", SENT}};
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
        if (is(name, length, fields[i].name)) return fields[i].role;
    return OTHER;
}

/* The line after the head, or a place at 0 where there is none: of what it is about, who it is from and whom or when it
 * was sent to, two at least, and nothing that is no field or the rest of one. */
static struct ld_line_place head_end(const struct ld_lines *lines) {
    static const struct ld_line_place none;
    struct ld_line_place place = none;
    struct ld_line line;
    bool subject = false, from = false, sent = false;
    while (ld_line_next(lines, &place, &line) && line.span.length) {
        const char *start = lines->text + line.span.offset;
        const size_t n = name_of(start, line.span.length);
        if (!n && (!line.indent || !(subject || from || sent))) return none;
        if (line.indent) continue;
        const enum role role = role_of(start, n);
        subject |= role == SUBJECT;
        from |= role == FROM;
        sent |= role == SENT;
    }
    return subject + from + sent > 1 && place.at < lines->length ? place : none;
}

/* Where what the mail is about begins, after "Subject:", "Re:" and the like; the end where it is encoded. */
static const char *topic(const char *at, const char *end) {
    static const char *const labels[] = {"Re", "RE", "Fwd", "FW", "Fw", "AW", "WG", "TR", "RV"};
    size_t i = 0, n = name_of(at, (size_t)(end - at));
    if (role_of(at, n) == SUBJECT) at = ld_skip_spaces(after_name(at, n), end);
    while (i < sizeof labels / sizeof *labels) {
        n = name_of(at, (size_t)(end - at));
        const bool label = n && is(at, n, labels[i]);
        if (label) at = ld_skip_spaces(after_name(at, n), end);
        i = label ? 0 : i + 1;
    }
    return end - at > 1 && at[0] == '=' && at[1] == '?' ? end : at;
}

bool ld_mail_head(struct ld_arena *arena, const struct ld_lines *lines, bool title_given, struct ld_line_place *place,
                  struct ld_blocks *blocks) {
    const struct ld_line_place after = head_end(lines);
    struct ld_line line;
    bool subject = false;
    while (place->at < after.at && ld_line_next(lines, place, &line) && line.span.length) {
        const uint32_t from = line.span.offset, to = ld_span_end(line.span);
        const char *start = lines->text + from, *end = lines->text + to;
        if (!line.indent) subject = role_of(start, name_of(start, line.span.length)) == SUBJECT;
        const bool goes_on = line.indent && blocks->count && blocks->items[blocks->count - 1].kind == LD_TITLE;
        const char *about = goes_on ? start : subject && !title_given ? topic(start, end) : end;
        const char *label = about;
        while (label > start && about < end && label[-1] == ' ') label--;
        if (goes_on)
            blocks->items[blocks->count - 1].span.length = to - blocks->items[blocks->count - 1].span.offset;
        else
            ld_blocks_add(arena, blocks, from, (uint32_t)(label - lines->text), LD_FURNITURE, false);
        if (about < end && !goes_on) ld_blocks_add(arena, blocks, (uint32_t)(about - lines->text), to, LD_TITLE, true);
    }
    return after.at > 0;
}

/* "Dear all,", "Best regards," */
static bool is_address(const struct ld_block *block, uint64_t seen) {
    return block->kind == LD_UNDECIDED && seen & LD_SEEN(COMMA) && seen & (LD_SEEN(TINY) | LD_SEEN(SHORT));
}

static bool is_separator(const char *text, const struct ld_block *block) {
    return block->span.length == 2 && !memcmp(text + block->span.offset, "--", 2);
}

/* "Mara", "Harbour Board": brief, and no sentence. */
static bool is_of_signature(const struct ld_block *block, uint64_t seen) {
    return block->kind == LD_UNDECIDED && seen & (LD_SEEN(TINY) | LD_SEEN(SHORT)) &&
           !(seen & (LD_SEEN(STOP) | LD_SEEN(ASK)));
}

/* Where what is answered begins, ">" before each line, with "On Monday, Jane Roe wrote:" above it; or the end. */
static uint32_t answered(const char *text, const struct ld_blocks *blocks, const uint64_t *seen, uint32_t first,
                         uint32_t end) {
    uint32_t i = end;
    while (i > first && (text[blocks->items[i - 1].span.offset] == '>' || blocks->items[i - 1].joined)) i--;
    while (i < end && blocks->items[i].joined) i++;
    return i < end && i > first && seen[i - 1] & LD_SEEN(COLON) ? i - 1 : i;
}

/* "From: Jane Roe", above what was forwarded. */
static bool is_of_head(const char *text, const struct ld_block *block) {
    const char *line = text + block->span.offset;
    const size_t n = block->span.length < FIELD_BYTES ? name_of(line, block->span.length) : 0;
    return n && (role_of(line, n) != OTHER || is(line, n, "Cc"));
}

void ld_mail_ends(const char *text, struct ld_blocks *blocks, uint64_t *seen, bool head) {
    uint32_t first = 0, end = blocks->count;
    while (first < end && blocks->items[first].kind != LD_UNDECIDED) first++;
    const bool greets = first < end && is_address(&blocks->items[first], seen[first]);
    if (first + 1 == end) return;                                  /* all there is */
    if (!head && !(greets && seen[first] & LD_SEEN(TINY))) return; /* nearly always */
    for (uint32_t i = first; i < end; i++)
        if (is_separator(text, &blocks->items[i])) end = i;
    end = answered(text, blocks, seen, first, end);
    uint32_t closing = end;
    for (uint32_t i = end; i-- > first + greets && is_of_signature(&blocks->items[i], seen[i]);)
        if (is_address(&blocks->items[i], seen[i]) || seen[i] & LD_SEEN(FURNITURE_LINE)) closing = i;
    if (!head && (closing == end || !(seen[closing - 1] & (LD_SEEN(STOP) | LD_SEEN(ASK))))) return;
    end = closing;
    for (uint32_t i = first; i < blocks->count; i++)
        if (i >= end || (i == first && greets) || (head && is_of_head(text, &blocks->items[i]))) {
            blocks->items[i].kind = LD_FURNITURE;
            seen[i] = 0;
        }
}
