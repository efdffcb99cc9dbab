/* json.h - writing JSON strings. (Reading is jansson's: see record.c.) */
#ifndef LD_JSON_H
#define LD_JSON_H

#include <stdint.h>

#include "base/buffer.h"

/* Append the bytes as a JSON string, with its quotes. Whatever comes in, the output is valid UTF-8 on one line:
 * ill-formed bytes become U+FFFD; control characters, bidirectional overrides and the two Unicode line ends are given
 * as \uXXXX. */
void ld_json_string(struct ld_buffer *out, const char *bytes, size_t length);

/* Likewise without the quotes around; fold: runs of white space as one blank, none at the ends. */
void ld_json_characters(struct ld_buffer *out, const char *bytes, size_t length, bool fold);

/* Append what is JSON already on one line: white space between tokens is left out, and what ld_json_string escapes is
 * escaped in its strings. */
void ld_json_copy(struct ld_buffer *out, const char *json, size_t length);

/* In JSON known to be valid: past the white space at at, and past the string that opens at at;
 * past the value of a member, which begins there, to its comma or the object's end. */
const char *ld_json_after_blanks(const char *at, const char *end);
const char *ld_json_after_string(const char *at, const char *end);
const char *ld_json_after_value(const char *at, const char *end);

/* Past the number that begins at at, or NULL. */
const char *ld_json_after_number(const char *at, const char *end);

/* Past the "\u00e9" at at, or a pair of surrogates, which are one code point; NULL where there is none. A surrogate
 * without its partner is given as it is. */
const char *ld_json_read_unicode(const char *at, const char *end, uint32_t *c);

/* How many arrays and objects are open behind a line, of so many before it. Of JSON that is not valid, too: a string
 * ends with its line. */
size_t ld_json_depth(const char *at, const char *end, size_t depth);

#endif
