/* span.h - a piece of a text by offset and length, in bytes. */
#ifndef LD_SPAN_H
#define LD_SPAN_H

#include <stdint.h>

struct ld_span {
    uint32_t offset;
    uint32_t length;
};

static inline uint32_t ld_span_end(struct ld_span s) { return s.offset + s.length; }

#endif
