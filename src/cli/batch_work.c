/* batch_work.c - lines in, for each a line of JSON out, whatever it holds: its summary or what is wrong with it.
 * Workers share nothing but the settings, which do not change. Leaves alone what a summary is. */
#include <stdlib.h>
#include <string.h>

#include "cli/batch.h"
#include "read/json.h"
#include "read/kind.h"

enum { KEEP = 1 << 18 /* larger buffers are given back after use */, SPARE = 128 /* an error line without id fits */ };

static void empty(struct ld_buffer *buffer) {
    if (buffer->failed || buffer->capacity > KEEP) ld_buffer_free(buffer);
    buffer->length = 0;
}

void ld_group_empty(struct ld_group *group) {
    empty(&group->in);
    empty(&group->out);
    empty(&group->message);
    group->count = group->answered = 0;
    group->failed = group->over = 0;
    group->kind = NULL;
}

void ld_group_free(struct ld_group *group) {
    ld_buffer_free(&group->in);
    ld_buffer_free(&group->out);
    ld_buffer_free(&group->message);
}

/* ---- errors ---- */

void ld_put_error_start(struct ld_buffer *out, uint64_t number) {
    ld_buffer_string(out, ",\"line\":");
    ld_buffer_unsigned(out, number);
    ld_buffer_string(out, ",\"error\":{\"code\":");
}

static void put_error(struct ld_group *group, const struct ld_record *record, uint64_t number, const char *code,
                      const char *message, size_t length) {
    struct ld_buffer *out = &group->out;
    ld_buffer_string(out, "{\"id\":");
    ld_buffer_string(out, record->id ? record->id : "null");
    ld_put_error_start(out, number);
    ld_json_string(out, code, strlen(code));
    ld_buffer_string(out, ",\"message\":");
    ld_json_string(out, message, length);
    ld_buffer_string(out, "}}\n");
    group->failed++;
}

static void put_status(struct ld_group *group, const struct ld_record *record, uint64_t number, lede_status status) {
    const char *code = status == LEDE_ERROR_EMPTY       ? "empty"
                       : status == LEDE_ERROR_LANGUAGE  ? "unknown-language"
                       : status == LEDE_ERROR_MEMORY    ? "no-memory"
                       : status == LEDE_ERROR_TOO_LARGE ? "too-long"
                                                        : "failed";
    char problem[LD_PROBLEM];
    ld_describe(status, record, problem);
    put_error(group, record, number, code, problem, strlen(problem));
}

/* ---- one record ---- */

static lede_status summarize(const struct ld_settings *settings, const struct ld_record *record,
                             struct ld_group *group) {
    lede_document *document;
    char *bytes = NULL;
    size_t length = 0;
    bool over = false;
    lede_status status = ld_make_document(settings, record, &document);
    if (status == LEDE_OK) status = ld_make_output(settings, record, document, &bytes, &length, &over);
    if (status == LEDE_OK) ld_buffer_put(&group->out, bytes, length);
    group->over += over;
    lede_string_free(bytes);
    lede_document_free(document);
    return status;
}

static void answer(const struct ld_settings *settings, struct ld_group *group, size_t line) {
    static const char too_long[] = "the line is longer than --max-record";
    const char *bytes = group->in.bytes + group->lines[line].start;
    const size_t length = group->lines[line].length;
    const uint64_t number = group->first + line;
    struct ld_record record = {0};
    enum ld_record_error error = LD_RECORD_OK;
    lede_status status = LEDE_OK;
    if (group->lines[line].state == LD_LINE_OVERLONG) {
        put_error(group, &record, number, "too-long", too_long, strlen(too_long));
        return;
    }
    group->message.length = 0;
    if (group->lines[line].state == LD_LINE_LOST)
        error = LD_RECORD_NO_MEMORY;
    else
        error = ld_batch_record(bytes, length, settings->carry, &record, &group->message);
    if (ld_is_no_record(error) && !group->kind) group->kind = ld_kind_of_line(bytes, length);
    if (error == LD_RECORD_NO_MEMORY || group->message.failed)
        status = LEDE_ERROR_MEMORY;
    else if (error == LD_RECORD_OK)
        status = summarize(settings, &record, group);
    if (status != LEDE_OK)
        put_status(group, &record, number, status);
    else if (error != LD_RECORD_OK)
        put_error(group, &record, number, ld_record_error_code(error), group->message.bytes, group->message.length);
    ld_record_free(&record);
}

/* ---- a group ---- */

static bool has_room(struct ld_buffer *out) {
    if (out->capacity - out->length > SPARE) return true;
    size_t capacity = 2 * out->capacity + SPARE + 1;
    char *bytes = realloc(out->bytes, capacity);
    if (!bytes) return false;
    out->bytes = bytes;
    out->capacity = capacity;
    return true;
}

void ld_group_work(const struct ld_settings *settings, struct ld_group *group) {
    const struct ld_record none = {0};
    for (size_t i = 0; i < group->count && has_room(&group->out); i++) {
        const struct ld_group before = *group;
        answer(settings, group, i);
        if (group->message.failed) ld_buffer_free(&group->message);
        if (group->out.failed) { /* no memory for this answer, but for a short one there is */
            group->out.failed = false;
            group->out.length = before.out.length;
            group->failed = before.failed;
            group->over = before.over;
            put_status(group, &none, group->first + i, LEDE_ERROR_MEMORY);
        }
        group->answered++;
    }
}
