/* buffer.c - see buffer.h. */
#include "base/buffer.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/skip.h"
#include "base/unicode.h"

enum { FIRST = 256 }; /* bytes */

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

/* At least so many digits, up to eight, with zeros before the number. They are put together in a register: bytes that
 * are written one by one and then read at once have to be waited for. */
static void put_number(struct ld_buffer *buffer, uint64_t number, unsigned least) {
    enum { AT_ONCE = 8, LIMIT = 100000000 };
    uint64_t digits = 0;
    unsigned count = 0;
    if (number >= LIMIT) {
        put_number(buffer, number / LIMIT, 1);
        number %= LIMIT;
        least = AT_ONCE;
    }
    for (uint32_t rest = (uint32_t)number; rest || count < least; rest /= 10, count++)
        digits = digits << 8 | ('0' + rest % 10);
    char *to = ld_buffer_room(buffer, AT_ONCE);
    if (!to) return;
    ld_put_bytes_8(to, digits);
    buffer->length += count;
}

void ld_buffer_unsigned(struct ld_buffer *buffer, uint64_t number) { put_number(buffer, number, 1); }

void ld_buffer_decimal(struct ld_buffer *buffer, double number, unsigned decimals) {
    static const uint64_t powers[] = {1, 10, 100, 1000, 10000, 100000, 1000000};
    const uint64_t scale = powers[decimals];
    if (!isfinite(number)) number = 0;
    double magnitude = round(fabs(number) * (double)scale);
    uint64_t units = magnitude < 1.8e19 ? (uint64_t)magnitude : UINT64_MAX;
    if (number < 0 && units) ld_buffer_byte(buffer, '-');
    put_number(buffer, units / scale, 1);
    if (!decimals) return;
    ld_buffer_byte(buffer, '.');
    put_number(buffer, units % scale, decimals);
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
