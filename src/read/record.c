/* record.c - a line of JSON in, the strings of an article out. jansson checks and decodes; the id and the members that
 * are carried through are then copied from the line itself, so that numbers keep every digit they came with.
 * Leaves alone whether the text is one that can be summarised. Source: RFC 8259; of equal names the last one counts. */
#include "read/record.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "read/json.h"

static const struct member {
    const char *name;
    size_t slice; /* offset in struct ld_record */
} members[] = {
    {"text", offsetof(struct ld_record, text)},   {"title", offsetof(struct ld_record, title)},
    {"url", offsetof(struct ld_record, url)},     {"language", offsetof(struct ld_record, language)},
    {"query", offsetof(struct ld_record, query)},
};
enum { MEMBERS = sizeof members / sizeof *members };

const char *ld_record_error_code(enum ld_record_error error) {
    static const char *const codes[] = {"ok",      "blank",      "bad-utf8", "bad-json", "not-an-object",
                                        "no-text", "wrong-type", "no-memory"};
    return codes[error];
}

/* ---- the line as it came: valid JSON, an object, by the time that these look at it ---- */

static const char *after_value(const char *at, const char *end) {
    size_t depth = 0;
    while (at < end) {
        char c = *at;
        if (!depth && (c == ',' || c == '}' || c == ']')) break;
        depth += c == '{' || c == '[';
        depth -= c == '}' || c == ']';
        at = c == '"' ? ld_json_after_string(at, end) : at + 1;
    }
    return at;
}

static bool same_name(const char *at, const char *end, const char *name) {
    size_t length = (size_t)(end - at);
    return length == strlen(name) + 2 && !memcmp(at + 1, name, length - 2);
}

static bool is_known(const char *at, const char *end) {
    for (size_t i = 0; i < MEMBERS; i++)
        if (same_name(at, end, members[i].name)) return true;
    return false;
}

static bool copy_members(const char *at, const char *end, bool carry, struct ld_record *record) {
    struct ld_buffer id, input;
    ld_buffer_init(&id);
    ld_buffer_init(&input);
    for (at = ld_json_after_blanks(at, end) + 1; (at = ld_json_after_blanks(at, end)) < end && *at != '}';) {
        const char *name_end = ld_json_after_string(at, end);
        const char *value = ld_json_after_blanks(name_end, end) + 1; /* past the colon */
        const char *value_end = after_value(value, end);
        if (same_name(at, name_end, "id")) {
            id.length = 0;
            ld_json_copy(&id, value, (size_t)(value_end - value));
        } else if (carry && !is_known(at, name_end)) {
            ld_buffer_byte(&input, input.length ? ',' : '{');
            ld_json_copy(&input, at, (size_t)(value_end - at));
        }
        at = value_end < end && *value_end == ',' ? value_end + 1 : value_end;
    }
    if (input.length) ld_buffer_byte(&input, '}');
    bool ok = !id.failed && !input.failed;
    size_t length;
    if (id.length) ok = (record->id = ld_buffer_take(&id, &length)) && ok;
    if (input.length) ok = (record->input = ld_buffer_take(&input, &length)) && ok;
    ld_buffer_free(&id);
    ld_buffer_free(&input);
    return ok;
}

/* ---- reading ---- */

static enum ld_record_error syntax_error(const json_error_t *error, struct ld_buffer *message) {
    enum json_error_code code = json_error_code(error);
    if (code == json_error_out_of_memory || !error->text[0]) return LD_RECORD_NO_MEMORY;
    ld_buffer_string(message, code == json_error_invalid_utf8 ? "ill-formed UTF-8" : error->text);
    ld_buffer_string(message, ", byte ");
    ld_buffer_unsigned(message, error->position > 0 ? (uint64_t)error->position : 0);
    return code == json_error_invalid_utf8 ? LD_RECORD_BAD_UTF8 : LD_RECORD_BAD_JSON;
}

static enum ld_record_error read_members(struct ld_record *record, struct ld_buffer *message) {
    const json_t *root = record->json;
    for (size_t i = 0; i < MEMBERS; i++) {
        const json_t *value = json_object_get(root, members[i].name);
        if (!value || json_is_null(value)) continue;
        if (!json_is_string(value)) {
            ld_buffer_string(message, "member \"");
            ld_buffer_string(message, members[i].name);
            ld_buffer_string(message, "\" must be a string");
            return LD_RECORD_WRONG_TYPE;
        }
        struct ld_slice slice = {json_string_value(value), json_string_length(value)};
        memcpy((char *)record + members[i].slice, &slice, sizeof slice);
    }
    if (record->text.bytes) return LD_RECORD_OK;
    ld_buffer_string(message, "there is no member \"text\"");
    return LD_RECORD_NO_TEXT;
}

enum ld_record_error ld_record_read(const char *line, size_t length, bool carry, struct ld_record *record,
                                    struct ld_buffer *message) {
    static const char mark[] = "\xEF\xBB\xBF"; /* a byte order mark, which RFC 8259 lets us leave out */
    json_error_t error;
    *record = (struct ld_record){0};
    if (length >= 3 && !memcmp(line, mark, 3)) line += 3, length -= 3;
    const char *end = line + length;
    if (ld_json_after_blanks(line, end) == end) {
        ld_buffer_string(message, "the line is blank");
        return LD_RECORD_BLANK;
    }
    /* Integers as reals: one of 30 digits in a member that nobody asked for is no reason to refuse the record. */
    record->json = json_loadb(line, length, JSON_ALLOW_NUL | JSON_DECODE_ANY | JSON_DECODE_INT_AS_REAL, &error);
    if (!record->json) return syntax_error(&error, message);
    if (!json_is_object((json_t *)record->json)) {
        ld_buffer_string(message, "the record is not an object");
        return LD_RECORD_NOT_AN_OBJECT;
    }
    if (!copy_members(line, end, carry, record)) return LD_RECORD_NO_MEMORY;
    return read_members(record, message);
}

void ld_record_free(struct ld_record *record) {
    json_decref(record->json);
    free(record->id);
    free(record->input);
    *record = (struct ld_record){0};
}
