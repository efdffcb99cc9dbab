/* pairs.c - see pairs.h. One JSON object (RFC 8259) a line; blank lines are passed over.
 *
 *   "id"         a string or a whole number; 7 and "7" are the same
 *   candidates   "text": a string, or "summary": a list of {"text": ...}, as lede batch writes it
 *   references   "references" or "texts": a list of strings (one each), or "text": a string
 *
 * A reference's "references" goes before its "text", so that a corpus with articles can be read as it is. */
#include "eval/pairs.h"

#include <jansson.h>
#include <string.h>

#include "base/unicode.h"
#include "eval/names.h"

struct side {
    struct ld_source source;
    bool candidates;
    struct ld_rouge_entry *records; /* [count], of which record i has the id number i */
    uint32_t count, capacity;
    struct ld_names ids;
};

struct reading {
    struct side sides[2]; /* candidates, references */
    struct ld_pairs *pairs;
    struct ld_buffer *message;
    json_t *line; /* held while its members are copied: outside the arena, so that the caller lets it go */
    bool failed;
};

void ld_put_harmless(struct ld_buffer *out, struct ld_text text) {
    for (const char *s = text.bytes, *end = s + text.length; s < end;) {
        unsigned length;
        uint32_t c = ld_utf8_decode(s, end, &length);
        ld_buffer_code_point(out, ld_is_unsafe(c) || c == '\n' || c == '\t' ? ' ' : c);
        s += length;
    }
}

/* Begin the one message there is: FILE:LINE: */
static struct ld_buffer *complain(struct reading *reading, const struct side *side, uint32_t line) {
    reading->failed = true;
    ld_buffer_string(reading->message, side->source.name);
    if (line) {
        ld_buffer_byte(reading->message, ':');
        ld_buffer_unsigned(reading->message, line);
    }
    ld_buffer_string(reading->message, ": ");
    return reading->message;
}

static void complain_id(struct reading *reading, const struct side *side, const struct ld_rouge_entry *record,
                        const char *what) {
    struct ld_buffer *message = complain(reading, side, record->line);
    ld_buffer_string(message, "id \"");
    ld_put_harmless(message, record->id);
    ld_buffer_string(message, "\" ");
    ld_buffer_string(message, what);
}

static bool copy_text(struct ld_arena *arena, const json_t *value, struct ld_text *text) {
    if (!json_is_string(value)) return false;
    text->length = json_string_length(value);
    text->bytes = ld_arena_string(arena, json_string_value(value), text->length);
    return true;
}

/* A list of strings as so many texts. */
static bool copy_list(struct ld_arena *arena, const json_t *list, struct ld_rouge_entry *record) {
    size_t count = json_array_size(list);
    if (!count || count > UINT32_MAX) return false;
    record->texts = ld_arena_array(arena, count, sizeof *record->texts);
    record->count = (uint32_t)count;
    for (size_t i = 0; i < count; i++)
        if (!copy_text(arena, json_array_get(list, i), &record->texts[i])) return false;
    return true;
}

/* A summary's sentences as one text, a line each. */
static bool copy_summary(struct ld_arena *arena, const json_t *list, struct ld_text *text) {
    if (!json_is_array(list)) return false;
    size_t length = 0;
    for (size_t i = 0; i < json_array_size(list); i++) {
        const json_t *sentence = json_object_get(json_array_get(list, i), "text");
        if (!json_is_string(sentence)) return false;
        length += json_string_length(sentence) + 1;
    }
    char *at = ld_arena_alloc(arena, length + 1);
    *text = (struct ld_text){at, length};
    for (size_t i = 0; i < json_array_size(list); i++) {
        const json_t *sentence = json_object_get(json_array_get(list, i), "text");
        memcpy(at, json_string_value(sentence), json_string_length(sentence));
        at += json_string_length(sentence);
        *at++ = '\n';
    }
    return true;
}

/* The record's texts; what is wrong, or NULL. */
static const char *copy_texts(struct ld_arena *arena, const json_t *line, bool candidate,
                              struct ld_rouge_entry *record) {
    const json_t *text = json_object_get(line, "text"), *list = json_object_get(line, "references");
    if (!list) list = json_object_get(line, "texts");
    if (!candidate && list)
        return copy_list(arena, list, record) ? NULL
                                              : "\"texts\" or \"references\" must be a list of strings, one at least";
    record->texts = ld_arena_array(arena, 1, sizeof *record->texts);
    record->count = 1;
    if (text) return copy_text(arena, text, record->texts) ? NULL : "\"text\" must be a string";
    if (!candidate) return "there is no \"texts\", \"references\" or \"text\"";
    const json_t *summary = json_object_get(line, "summary");
    if (!summary && json_object_get(line, "counts")) /* each line of lede batch has them */
        return "it was made without the part summary: lede batch -p summary makes one";
    if (!summary) return "there is no \"text\"";
    return copy_summary(arena, summary, record->texts) ? NULL : "\"summary\" must be a list of {\"text\": ...}";
}

static const char *copy_id(struct ld_arena *arena, const json_t *id, struct ld_rouge_entry *record) {
    if (!id) return "there is no \"id\"";
    if (copy_text(arena, id, &record->id)) return NULL;
    if (!json_is_integer(id)) return "\"id\" must be a string or a whole number";
    char digits[24];
    size_t n = sizeof digits;
    json_int_t value = json_integer_value(id), rest = value;
    do {
        digits[--n] = (char)('0' + (rest % 10 < 0 ? -(rest % 10) : rest % 10));
    } while (rest /= 10);
    if (value < 0) digits[--n] = '-';
    record->numeric = true;
    record->id = (struct ld_text){ld_arena_string(arena, digits + n, sizeof digits - n), sizeof digits - n};
    return NULL;
}

/* Is the line what lede batch writes for a record that failed? "C:2: no summary, but an error of lede batch: nothing to
 * summarise; to leave out of both files: id "7"". */
static bool is_error(struct ld_arena *arena, struct reading *reading, const struct side *side, uint32_t number) {
    struct ld_rouge_entry record = {.line = number};
    const json_t *what = json_object_get(json_object_get(reading->line, "error"), "message");
    if (!side->candidates || !json_is_string(what) || json_object_get(reading->line, "text")) return false;
    struct ld_buffer *message = complain(reading, side, number);
    ld_buffer_string(message, "no summary, but an error of lede batch: ");
    ld_put_harmless(message, (struct ld_text){json_string_value(what), json_string_length(what)});
    if (copy_id(arena, json_object_get(reading->line, "id"), &record)) return true; /* there is none */
    ld_buffer_string(message, "; to leave out of both files: id \"");
    ld_put_harmless(message, record.id);
    ld_buffer_byte(message, '"');
    return true;
}

static void read_line(struct ld_arena *arena, struct reading *reading, struct side *side, uint32_t number,
                      struct ld_text text) {
    json_error_t error;
    reading->line = json_loadb(text.bytes, text.length, JSON_ALLOW_NUL, &error);
    if (!reading->line) {
        struct ld_buffer *message = complain(reading, side, number);
        ld_buffer_string(message, "no JSON object: ");
        ld_put_harmless(message, (struct ld_text){error.text, strlen(error.text)});
        return;
    }
    if (is_error(arena, reading, side, number)) return; /* which ends the reading */
    LD_ARENA_ROOM(arena, side->records, side->count, side->capacity);
    struct ld_rouge_entry *record = &side->records[side->count];
    *record = (struct ld_rouge_entry){.line = number};
    const char *wrong = json_is_object(reading->line) ? copy_id(arena, json_object_get(reading->line, "id"), record)
                                                      : "the line is no JSON object";
    if (!wrong) wrong = copy_texts(arena, reading->line, side->candidates, record);
    json_decref(reading->line);
    reading->line = NULL;
    if (wrong) {
        ld_buffer_string(complain(reading, side, number), wrong);
        return;
    }
    uint32_t id = ld_names_add(&side->ids, record->id.bytes, record->id.length);
    if (id == side->count) {
        side->count++;
        return;
    }
    complain_id(reading, side, record, "stands on line ");
    ld_buffer_unsigned(reading->message, side->records[id].line);
    ld_buffer_string(reading->message, " already");
}

static void read_side(struct ld_arena *arena, struct reading *reading, struct side *side) {
    const char *bytes = side->source.bytes;
    size_t start = 0, end = side->source.length;
    if (end >= 3 && !memcmp(bytes, "\xEF\xBB\xBF", 3)) start = 3; /* byte order mark */
    ld_names_init(&side->ids, arena);
    for (uint32_t number = 1; start < end && !reading->failed; number++) {
        const char *newline = memchr(bytes + start, '\n', end - start);
        struct ld_text line = {bytes + start, newline ? (size_t)(newline - bytes) - start : end - start};
        size_t blank = 0;
        while (blank < line.length && ld_is_space((unsigned char)line.bytes[blank]) && line.bytes[blank] > 0) blank++;
        if (blank < line.length) read_line(arena, reading, side, number, line);
        start += line.length + 1;
    }
    if (side->count || reading->failed) return;
    ld_buffer_string(complain(reading, side, 0), "there is nothing to score");
    reading->pairs->empty = true;
}

/* Complain of the first record that the other side has not. */
static void find_single(struct reading *reading, const struct side *side, const struct side *other, const char *what) {
    const struct ld_rouge_entry *first = NULL;
    uint32_t singles = 0;
    for (uint32_t i = 0; i < side->count; i++) {
        const struct ld_rouge_entry *record = &side->records[i];
        if (ld_names_find(&other->ids, record->id.bytes, record->id.length) != LD_NO_NAME) continue;
        if (!singles++) first = record;
    }
    if (!first) return;
    complain_id(reading, side, first, what);
    ld_buffer_string(reading->message, other->source.name);
    if (singles == 1) return;
    ld_buffer_string(reading->message, ", nor have ");
    ld_buffer_unsigned(reading->message, singles - 1);
    ld_buffer_string(reading->message, " more");
}

static void read_both(struct ld_arena *arena, void *context) {
    struct reading *reading = context;
    struct side *candidates = &reading->sides[0], *references = &reading->sides[1];
    read_side(arena, reading, candidates);
    if (!reading->failed) read_side(arena, reading, references);
    if (!reading->failed) find_single(reading, candidates, references, "has no reference in ");
    if (!reading->failed) find_single(reading, references, candidates, "has no candidate in ");
    if (reading->failed) return;
    struct ld_pairs *pairs = reading->pairs;
    pairs->count = candidates->count;
    pairs->candidates = candidates->records;
    pairs->references = ld_arena_array(arena, pairs->count, sizeof *pairs->references);
    for (uint32_t i = 0; i < pairs->count; i++) {
        struct ld_text id = pairs->candidates[i].id;
        pairs->references[i] = references->records[ld_names_find(&references->ids, id.bytes, id.length)];
    }
}

bool ld_pairs_read(struct ld_arena *arena, struct ld_source candidates, struct ld_source references,
                   struct ld_pairs *pairs, struct ld_buffer *message) {
    struct reading reading = {.sides = {{.source = candidates, .candidates = true}, {.source = references}},
                              .pairs = pairs,
                              .message = message};
    *pairs = (struct ld_pairs){0};
    bool done = ld_arena_run(arena, read_both, &reading);
    json_decref(reading.line);
    return done && !reading.failed;
}
