/* record.h - an article as a JSON record: {"id", "text", "title"?, "url"?, "language"?, "query"?, ...}. */
#ifndef LD_RECORD_H
#define LD_RECORD_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buffer.h"

struct ld_slice { /* bytes of a string; NULL where the record has no such member, or null for it */
    const char *bytes;
    size_t length;
};

struct ld_record {
    struct ld_slice text, title, url, language, query; /* each ends in NUL, and may hold others */
    char *id;      /* the member's JSON text as it came, on one line; NULL for none */
    char *input;   /* the unknown members as a JSON object, where they are to be carried; else NULL */
    char *strings; /* holds the slices; or the line, where it was mended for jansson */
    void *json;    /* where that had to read the record, this holds them */
};

enum ld_record_error {
    LD_RECORD_OK,
    LD_RECORD_BLANK, /* nothing but white space */
    LD_RECORD_BAD_UTF8,
    LD_RECORD_BAD_JSON,
    LD_RECORD_NOT_AN_OBJECT,
    LD_RECORD_NO_TEXT,    /* there is no member "text" */
    LD_RECORD_WRONG_TYPE, /* of a member that must be a string */
    LD_RECORD_NO_MEMORY
};

/* What is no record at all, rather than one that lacks something. */
static inline bool ld_is_no_record(enum ld_record_error error) {
    return error == LD_RECORD_BAD_JSON || error == LD_RECORD_NOT_AN_OBJECT;
}

/* The error's code as users see it: "bad-json" and so on. */
const char *ld_record_error_code(enum ld_record_error error);

/* Read one record. carry: fill input. On an error, message gets one line of English, and the record holds what was
 * understood (the id perhaps). The record is to be freed in any case. The line may be gone afterwards.
 * Linear, but for what jansson does: nesting is limited to 2,048 levels. */
enum ld_record_error ld_record_read(const char *line, size_t length, bool carry, struct ld_record *record,
                                    struct ld_buffer *message);
void ld_record_free(struct ld_record *record);

#endif
