/* stem.h - Snowball stemming. stem.c is the only file that includes libstemmer.h. */
#ifndef LD_STEM_H
#define LD_STEM_H

#include <stddef.h>

#include "lang/language.h"

struct ld_stemmer; /* a handle: one thread at a time; on the heap */

/* NULL in *stemmer (and true) for a language without a stemmer; false where memory ran out. */
bool ld_stemmer_new(const struct ld_language *language, struct ld_stemmer **stemmer);
void ld_stemmer_free(struct ld_stemmer *stemmer);

/* The stem of a folded word, valid until the next call; the word itself where there is no stemmer, and NULL where
 * memory ran out. */
const char *ld_stem(struct ld_stemmer *stemmer, const char *folded, size_t length, size_t *stem_length);

#endif
