/* buffer.c - see buffer.h. */
#include "base/buffer.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/unicode.h"

enum { FIRST = 2048 }; /* bytes: room for most answers, without a copy of their begin */

void ld_buffer_init(struct ld_buffer *buffer) { *buffer = (struct ld_buffer){0}; }

void ld_buffer_free(struct ld_buffer *buffer) {
    free(buffer->bytes);
    ld_buffer_init(buffer);
}

/* With room for a NUL as well. */
char *ld_buffer_room(struct ld_buffer *buffer, size_t more) {
    if (buffer->failed) return NULL;
    if (buffer->capacity - buffer->length > more) return buffer->bytes + buffer->length;
    size_t capacity = buffer->capacity ? 2 * buffer->capacity : FIRST;
    if (capacity - buffer->length <= more) capacity = buffer->length + more + 1;
    char *bytes = more < SIZE_MAX / 4 ? realloc(buffer->bytes, capacity) : NULL;
    if (!bytes) {
        buffer->failed = true;
        return NULL;
    }
    buffer->bytes = bytes;
    buffer->capacity = capacity;
    return bytes + buffer->length;
}

void ld_buffer_put(struct ld_buffer *buffer, const char *bytes, size_t length) {
    char *to = length ? ld_buffer_room(buffer, length) : NULL;
    if (!to) return;
    memcpy(to, bytes, length);
    buffer->length += length;
}

void ld_buffer_string(struct ld_buffer *buffer, const char *string) { ld_buffer_put(buffer, string, strlen(string)); }

void ld_buffer_code_point(struct ld_buffer *buffer, uint32_t code_point) {
    char bytes[4] = {0};
    unsigned length = ld_utf8_encode(code_point, bytes);
    ld_buffer_put(buffer, bytes, length);
}

void ld_buffer_unsigned(struct ld_buffer *buffer, uint64_t number) {
    enum { MOST = 20 };
    char digits[2 * MOST] = {0}, *p = digits + MOST;
    do *--p = (char)('0' + number % 10);
    while (number /= 10);
    char *to = ld_buffer_room(buffer, MOST);
    if (!to) return;
    memcpy(to, p, MOST); /* always as many, which is faster than so many as there are */
    buffer->length += (size_t)(digits + MOST - p);
}

void ld_buffer_decimal(struct ld_buffer *buffer, double number, unsigned decimals) {
    static const uint64_t powers[] = {1, 10, 100, 1000, 10000, 100000, 1000000};
    uint64_t scale = powers[decimals < 6 ? decimals : 6];
    if (!isfinite(number)) number = 0;
    double magnitude = round(fabs(number) * (double)scale);
    uint64_t units = magnitude < 1.8e19 ? (uint64_t)magnitude : UINT64_MAX;
    if (number < 0 && units) ld_buffer_byte(buffer, '-');
    ld_buffer_unsigned(buffer, units / scale);
    if (scale == 1) return;
    char fraction[] = ".000000";
    uint64_t rest = units % scale;
    for (unsigned i = decimals < 6 ? decimals : 6; i; i--, rest /= 10) fraction[i] = (char)('0' + rest % 10);
    ld_buffer_put(buffer, fraction, 1 + (decimals < 6 ? decimals : 6));
}

char *ld_buffer_take(struct ld_buffer *buffer, size_t *length) {
    char *bytes = NULL;
    size_t taken = 0;
    if (ld_buffer_room(buffer, 0)) {
        bytes = buffer->bytes;
        taken = buffer->length;
        bytes[taken] = 0;
        ld_buffer_init(buffer);
    } else {
        ld_buffer_free(buffer);
    }
    if (length) *length = taken;
    return bytes;
}
