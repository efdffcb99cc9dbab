/* marks.h - how a sentence begins and ends, and what of it is quoted. */
#ifndef LD_MARKS_H
#define LD_MARKS_H

#include <stdbool.h>

#include "base/span.h"

struct ld_marks {
    bool opens_quote; /* first character is a quotation mark */
    bool question;    /* ends in a question mark, closing marks aside */
    bool finished;    /* ends in a full stop, question or exclamation mark, ellipsis or colon's like of its script */
    bool balanced;    /* quotation marks and brackets close what they open */
    double quoted;    /* share of bytes inside quotation marks */
};

/* Bytes of text up to limit, which is no less than the span's end, may be looked at. */
struct ld_marks ld_marks_read(const char *text, struct ld_span span, uint32_t limit);

#endif
