/* record.c - a line of JSON in, the strings of an article out. A flat object of strings and numbers, as nearly all
 * records are, is read here in one pass; all else, and all that is wrong, goes to jansson, which checks and
 * decodes. The id and the members that are carried through are copied from the line itself, so that numbers keep every
 * digit they came with. Leaves alone whether the text is one that can be summarised. Source: RFC 8259; of equal names
 * the last one counts. */
#include "read/record.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "base/skip.h"
#include "base/unicode.h"
#include "read/json.h"
#include "read/mend.h"

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
        const char *value_end = ld_json_after_value(value, end);
        if (same_name(at, name_end, "id")) {
            id.length = 0;
            ld_json_copy(&id, value, (size_t)(value_end - value));
        } else if (carry && !is_known(at, name_end)) {
            ld_buffer_byte(&input, input.length ? ',' : '{');
            ld_json_copy(&input, at, (size_t)(value_end - at));
        }
        at = *value_end == ',' ? value_end + 1 : value_end;
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

/* ---- the common record ---- */

/* An escape at at to *out, which is moved on; past it, or NULL. */
static const char *unescape(const char *at, const char *end, char **out) {
    static const char bytes[256] = {
        ['"'] = '"', ['\\'] = '\\', ['/'] = '/', ['b'] = '\b', ['f'] = '\f', ['n'] = '\n', ['r'] = '\r', ['t'] = '\t'};
    if (end - at < 2) return NULL;
    if (bytes[(unsigned char)at[1]]) {
        *(*out)++ = bytes[(unsigned char)at[1]];
        return at + 2;
    }
    uint32_t c;
    at = ld_json_read_unicode(at, end, &c);
    if (!at || ld_is_surrogate(c)) return NULL;
    *out += ld_utf8_encode(c, *out);
    return at;
}

/* Copy printable ASCII up to a quote or backslash; past it. What is written goes on a few bytes. */
static const char *copy_plain(const char *at, const char *end, char **out) {
    char *to = *out;
    for (size_t n = (size_t)(end - at) / sizeof(LD_LANES); n; n--, at += sizeof(LD_LANES), to += sizeof(LD_LANES)) {
        const LD_LANES bytes = ld_lanes(at);
        const unsigned special = ld_lanes_special(bytes, '"', '\\', '"');
        memcpy(to, at, sizeof bytes);
        if (!special) continue;
        *out = to + ld_zeros_before(special);
        return at + ld_zeros_before(special);
    }
    while (at < end && (unsigned char)*at >= 0x20 && (unsigned char)*at < 0x80 && *at != '"' && *at != '\\')
        *to++ = *at++;
    *out = to;
    return at;
}

/* The string that opens at at, decoded to *out, which is moved past it and its NUL; past its end, or NULL. */
static const char *read_string(const char *at, const char *end, char **out, struct ld_slice *slice) {
    char *to = *out;
    for (at++;;) {
        at = copy_plain(at, end, &to);
        if (at == end || (unsigned char)*at < 0x20) return NULL;
        if (*at == '"') break;
        if (*at == '\\') {
            at = unescape(at, end, &to);
            if (!at) return NULL;
            continue;
        }
        unsigned step;
        ld_utf8_decode(at, end, &step);
        if (step == 1) return NULL;
        memcpy(to, at, step);
        to += step;
        at += step;
    }
    *to = 0;
    *slice = (struct ld_slice){*out, (size_t)(to - *out)};
    *out = to + 1;
    return at + 1;
}

/* Past a literal or a number, or NULL. */
static const char *after_plain_value(const char *at, const char *end, bool *null) {
    static const char *const literals[] = {"null", "true", "false"};
    for (size_t i = 0; i < 3; i++) {
        size_t length = strlen(literals[i]);
        *null = !i;
        if ((size_t)(end - at) > length && !memcmp(at, literals[i], length)) return at + length;
    }
    *null = false;
    return ld_json_after_number(at, end);
}

/* One member from its name on; past its value, or NULL. */
static const char *read_member(const char *at, const char *end, char **out, struct ld_record *record,
                               struct ld_slice *id) {
    const char *name = at, *name_end;
    if (at == end || *at != '"') return NULL;
    name_end = ld_skip_ascii(at + 1, end, '"', '\\', '"');
    if (name_end == end || *name_end != '"') return NULL;
    at = ld_json_after_blanks(++name_end, end);
    if (at == end || *at != ':') return NULL;
    const char *value = at = ld_json_after_blanks(at + 1, end);
    struct ld_slice slice = {NULL, 0};
    bool null = false, string = at < end && *at == '"';
    at = string ? read_string(at, end, out, &slice) : after_plain_value(at, end, &null);
    if (!at) return NULL;
    if (same_name(name, name_end, "id")) *id = (struct ld_slice){value, (size_t)(at - value)};
    for (size_t i = 0; i < MEMBERS; i++) {
        if (!same_name(name, name_end, members[i].name)) continue;
        if (!string && !null) return NULL;
        memcpy((char *)record + members[i].slice, &slice, sizeof slice);
    }
    return at;
}

/* Fill in the slices and the id; false where anything is unusual: the record is then as it was. */
static bool read_plain(const char *at, const char *end, struct ld_record *record) {
    /* no string gets longer, and each loses its quotes and gains a NUL; copy_plain writes some bytes more */
    char *out = malloc((size_t)(end - at) + 1 + sizeof(LD_LANES));
    struct ld_slice id = {NULL, 0};
    if (!out) return false;
    record->strings = out;
    at = ld_json_after_blanks(at, end);
    bool more = *at == '{'; /* the line is not blank */
    while (more) {
        at = read_member(ld_json_after_blanks(at + 1, end), end, &out, record, &id);
        if (!at) break;
        at = ld_json_after_blanks(at, end);
        more = at < end && *at == ',';
    }
    if (at && at < end && *at == '}' && ld_json_after_blanks(at + 1, end) == end && record->text.bytes) {
        struct ld_buffer copy;
        size_t length;
        ld_buffer_init(&copy);
        if (id.bytes) ld_json_copy(&copy, id.bytes, id.length);
        if (!id.bytes || (record->id = ld_buffer_take(&copy, &length))) return true;
    }
    free(record->strings);
    *record = (struct ld_record){0};
    return false;
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

static enum ld_record_error read_object(const char *line, size_t length, bool carry, struct ld_record *record,
                                        struct ld_buffer *message) {
    if (!json_is_object((json_t *)record->json)) {
        ld_buffer_string(message, "the record is not an object");
        return LD_RECORD_NOT_AN_OBJECT;
    }
    if (!copy_members(line, line + length, carry, record)) return LD_RECORD_NO_MEMORY;
    return read_members(record, message);
}

/* Integers as reals: one of 30 digits in a member that nobody asked for is no reason to refuse the record. */
static json_t *load(const char *line, size_t length, json_error_t *error) {
    return json_loadb(line, length, JSON_ALLOW_NUL | JSON_DECODE_ANY | JSON_DECODE_INT_AS_REAL, error);
}

static bool may_be_mended(const json_error_t *error) {
    const enum json_error_code code = json_error_code(error);
    return code == json_error_numeric_overflow || code == json_error_invalid_utf8 ||
           code == json_error_invalid_syntax; /* which a surrogate alone is */
}

static void say_surrogate(const char *line, const char *at, struct ld_buffer *message) {
    message->length = 0;
    ld_buffer_string(message, "unpaired surrogate ");
    ld_buffer_put(message, at, sizeof "\\ud800" - 1);
    ld_buffer_string(message, ", byte ");
    ld_buffer_unsigned(message, (uint64_t)(at - line) + 1);
}

/* What jansson refused, once more: nobody asks for the value of a number, be it 1e400; and where strings are no
 * Unicode, but all else is JSON, there is an id at least. What it said first is told, which is of the line as it came,
 * but where that was of a number. */
static enum ld_record_error read_mended(const char *line, size_t length, bool carry, struct ld_record *record,
                                        const json_error_t *error, struct ld_buffer *message) {
    json_error_t other;
    char *copy = record->strings = malloc(length);
    if (!copy) return LD_RECORD_NO_MEMORY;
    memcpy(copy, line, length);
    ld_mend_numbers(copy, copy + length);
    record->json = load(copy, length, &other);
    if (record->json) return read_object(line, length, carry, record, message);
    if (json_error_code(error) == json_error_numeric_overflow) error = &other;
    enum ld_record_error result = syntax_error(error, message);
    const char *surrogate = ld_mend_strings(copy, copy + length);
    json_t *json = load(copy, length, &other);
    const bool object = json_is_object(json), alone = json && surrogate && result == LD_RECORD_BAD_JSON;
    json_decref(json);
    if (alone) say_surrogate(line, line + (surrogate - copy), message);
    if (object && !copy_members(line, line + length, false, record)) return LD_RECORD_NO_MEMORY;
    if (record->id) ld_mend_strings(record->id, record->id + strlen(record->id));
    return result;
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
    if (!carry && read_plain(line, end, record)) return LD_RECORD_OK;
    record->json = load(line, length, &error);
    if (record->json) return read_object(line, length, carry, record, message);
    return may_be_mended(&error) ? read_mended(line, length, carry, record, &error, message)
                                 : syntax_error(&error, message);
}

void ld_record_free(struct ld_record *record) {
    json_decref(record->json);
    free(record->strings);
    free(record->id);
    free(record->input);
    *record = (struct ld_record){0};
}
