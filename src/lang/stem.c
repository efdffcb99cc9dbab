/* stem.c - see stem.h. Source: the Snowball stemmers (Porter 2001, https://snowballstem.org) of Debian's libstemmer.
 * They want lower-case, composed letters: ld_fold gives those. Most languages' come in an encoding of single bytes,
 * too, which does the same to words of ASCII with a third fewer instructions. */
#include "lang/stem.h"

#include <libstemmer.h>
#include <stdlib.h>

#include "base/skip.h"

struct ld_stemmer {
    struct sb_stemmer *any, *ascii; /* ascii: the same where there is no other */
    bool english;
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
    new->english = language - ld_languages == LD_LANGUAGE_en;
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

/* No rule of the English stemmer takes anything off the end of such a word: so it is its own stem, as a third are. */
static bool is_own_english(const char *word, size_t length) {
    if (length < 3 || *word == '\'') return false;
    const char before = word[length - 2];
    switch (word[length - 1]) {
    case '\'':
    case 'e':
    case 'i':
    case 's':
    case 'y': return false;
    case 'c': return before != 'i';                                   /* -ic */
    case 'd': return before != 'e';                                   /* -ed */
    case 'g': return before != 'n';                                   /* -ing */
    case 'l': return before != 'a' && before != 'l' && before != 'u'; /* -al, -ll, -ful */
    case 'm': return before != 's';                                   /* -ism */
    case 'n': return before != 'o';                                   /* -ion */
    case 'r': return before != 'e' && before != 'o';                  /* -er, -ator */
    case 't': return before != 'n';                                   /* -ant, -ent */
    default: return true;
    }
}

const char *ld_stem(struct ld_stemmer *stemmer, const char *folded, size_t length, size_t *stem_length) {
    *stem_length = length;
    if (!stemmer || (stemmer->english && is_own_english(folded, length))) return folded;
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
