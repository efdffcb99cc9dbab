/* kind.h - what was given instead of what is wanted. */
#ifndef LD_KIND_H
#define LD_KIND_H

#include <stdbool.h>
#include <stddef.h>

/* What bytes are that are no plain text in UTF-8, and what makes them that: one line of English, in static storage;
 * NULL for plain text. Ill-formed UTF-8 is looked for up to the end, all else in the first 64 KB. */
const char *ld_kind_of(const char *bytes, size_t length);

/* Do they begin as an object with members does, or an array of such? Prose hardly ever does. */
bool ld_kind_is_json(const char *bytes, size_t length);

/* Of a line that is no record, likewise: where it is an array or the start of one, or of a record that goes on in the
 * next line; else NULL. */
const char *ld_kind_of_line(const char *line, size_t length);

#endif
