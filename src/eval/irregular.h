/* irregular.h - base forms of English words that no suffix rule reaches: "were" -> "be", "data" -> "datum". */
#ifndef LD_IRREGULAR_H
#define LD_IRREGULAR_H

#include <stddef.h>

/* The base form of a word of [a-z0-9] with more than three letters, ended by NUL; NULL where it is regular. */
const char *ld_irregular_base(const char *word, size_t length);

/* For tests: form number index, NULL behind the last. */
const char *ld_irregular_form(size_t index);

#endif
