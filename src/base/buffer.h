/* buffer.h - bytes that grow, with a sticky error: after a failed allocation every further call does nothing, and the
 * one who takes the bytes learns of it. For output; documents live in arenas. */
#ifndef LD_BUFFER_H
#define LD_BUFFER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct ld_buffer {
    char *bytes;
    size_t length;
    size_t capacity;
    bool failed;
};

void ld_buffer_init(struct ld_buffer *buffer);
void ld_buffer_free(struct ld_buffer *buffer);
void ld_buffer_put(struct ld_buffer *buffer, const char *bytes, size_t length);
void ld_buffer_string(struct ld_buffer *buffer, const char *string);
/* Room for that many bytes at the end, for the caller to write and to add to length; NULL on a failed buffer. */
char *ld_buffer_room(struct ld_buffer *buffer, size_t more);
static inline void ld_buffer_byte(struct ld_buffer *buffer, char byte) {
    if ((!buffer->failed && buffer->capacity - buffer->length > 1) || ld_buffer_room(buffer, 1))
        buffer->bytes[buffer->length++] = byte;
}
void ld_buffer_code_point(struct ld_buffer *buffer, uint32_t code_point); /* as UTF-8 */
void ld_buffer_unsigned(struct ld_buffer *buffer, uint64_t number);
/* A number with that many decimals (0 to 6), rounded half away from zero, without the locale; NaN and infinities as 0.
 */
void ld_buffer_decimal(struct ld_buffer *buffer, double number, unsigned decimals);
/* Hand the bytes over, ended by NUL, to be freed with free(); NULL on a failed buffer. The buffer is as after init. */
char *ld_buffer_take(struct ld_buffer *buffer, size_t *length);

#endif
