/* stem.c - see stem.h. Source: the Snowball stemmers (Porter 2001, https://snowballstem.org) of Debian's libstemmer.
 * They want lower-case, composed letters: ld_fold gives those. */
#include "lang/stem.h"

#include <libstemmer.h>

bool ld_stemmer_new(const struct ld_language *language, struct ld_stemmer **stemmer) {
    *stemmer = language->stemmer ? (struct ld_stemmer *)sb_stemmer_new(language->stemmer, NULL) : NULL;
    return *stemmer || !language->stemmer;
}

void ld_stemmer_free(struct ld_stemmer *stemmer) {
    if (stemmer) sb_stemmer_delete((struct sb_stemmer *)stemmer);
}

const char *ld_stem(struct ld_stemmer *stemmer, const char *folded, size_t length, size_t *stem_length) {
    *stem_length = length;
    if (!stemmer) return folded;
    struct sb_stemmer *handle = (struct sb_stemmer *)stemmer;
    const sb_symbol *stem = sb_stemmer_stem(handle, (const sb_symbol *)folded, (int)length);
    if (!stem) return NULL;
    *stem_length = (size_t)sb_stemmer_length(handle);
    if (!*stem_length) { /* some stemmers cut a word away whole: then the word is its own stem */
        *stem_length = length;
        return folded;
    }
    return (const char *)stem;
}
