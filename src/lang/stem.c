/* stem.c - see stem.h. Source: the Snowball stemmers (Porter 2001, https://snowballstem.org) of Debian's libstemmer.
 * They want lower-case, composed letters: ld_fold gives those. Most languages' come in an encoding of single bytes,
 * too, which does the same to words of ASCII with a third fewer instructions. */
#include "lang/stem.h"

#include <libstemmer.h>
#include <stdlib.h>

#include "base/skip.h"

struct ld_stemmer {
    struct sb_stemmer *any, *ascii; /* ascii: the same where there is no other */
};

bool ld_stemmer_new(const struct ld_language *language, struct ld_stemmer **stemmer) {
    *stemmer = NULL;
    if (!language->stemmer) return true;
    struct ld_stemmer *new = calloc(1, sizeof *new);
    if (!new) return false;
    *stemmer = new;
    new->any = sb_stemmer_new(language->stemmer, NULL);
    new->ascii = sb_stemmer_new(language->stemmer, "ISO_8859_1");
    if (!new->ascii) new->ascii = new->any;
    if (new->any) return true;
    ld_stemmer_free(new);
    *stemmer = NULL;
    return false;
}

void ld_stemmer_free(struct ld_stemmer *stemmer) {
    if (!stemmer) return;
    if (stemmer->ascii != stemmer->any) sb_stemmer_delete(stemmer->ascii);
    sb_stemmer_delete(stemmer->any);
    free(stemmer);
}

static bool is_ascii(const char *bytes, size_t length) {
    uint64_t any = 0;
    for (; length >= 8; bytes += 8, length -= 8) any |= ld_bytes_8(bytes);
    return !((any | ld_bytes_below_8(bytes, length)) & LD_HIGH);
}

const char *ld_stem(struct ld_stemmer *stemmer, const char *folded, size_t length, size_t *stem_length) {
    *stem_length = length;
    if (!stemmer) return folded;
    struct sb_stemmer *handle = is_ascii(folded, length) ? stemmer->ascii : stemmer->any;
    const sb_symbol *stem = sb_stemmer_stem(handle, (const sb_symbol *)folded, (int)length);
    if (!stem) return NULL;
    *stem_length = (size_t)sb_stemmer_length(handle);
    if (!*stem_length) { /* some stemmers cut a word away whole: then the word is its own stem */
        *stem_length = length;
        return folded;
    }
    return (const char *)stem;
}
