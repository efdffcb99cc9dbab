/* shape.c - see shape.h. In: folded words. Out: bits. Leaves facts of single words to the lexicon. */
#include "lang/shape.h"

#include <string.h>

static const struct ld_endings endings[] = {
    {LD_LANGUAGE_en, "ed", "ing", "ly", "to", {NULL}, true, false},
    {LD_LANGUAGE_fr, NULL, "ant", "ment", NULL, {"aient", "\xC3\xA8rent"}, true, false},
    {LD_LANGUAGE_es,
     NULL,
     "ndo",
     "mente",
     NULL,
     {"\xC3\xB3", "aron", "ieron", "aban", "ar\xC3\xA1n", "er\xC3\xA1n"},
     true,
     false},
    {LD_LANGUAGE_it, NULL, "ndo", "mente", NULL, {"\xC3\xB2", "arono", "irono", "er\xC3\xA0", "ir\xC3\xA0"}, true, false},
    {LD_LANGUAGE_pt, NULL, "ndo", "mente", NULL, {"ou", "aram", "eram", "iram", "avam", "ar\xC3\xA3o"}, true, false},
    {LD_LANGUAGE_de, NULL, NULL, NULL, NULL, {NULL}, false, true},
    {LD_LANGUAGE_nl, NULL, NULL, NULL, NULL, {NULL}, false, true},
    {LD_LANGUAGE_und, NULL, NULL, NULL, NULL, {NULL}, false, false}};

const struct ld_endings *ld_endings_of(const struct ld_language *language) {
    size_t k = 0;
    while (endings[k].language != LD_LANGUAGE_und && endings[k].language != language - ld_languages) k++;
    return &endings[k];
}

/* And two bytes more at the least. */
static bool ends_with(const char *word, size_t length, const char *end) {
    size_t m = end ? strlen(end) : 0;
    return m && length >= m + 2 && !memcmp(word + length - m, end, m);
}

uint32_t ld_shape_of(const struct ld_language *language, const char *word, size_t n) {
    static const char *const forms[] = {"inc", "corp", "co", "ltd", "plc", "llc", "ag", "sa", "nv", "spa", "gmbh"};
    const struct ld_endings *e = ld_endings_of(language);
    uint32_t shape = 0;
    if (ends_with(word, n, e->past)) shape |= LD_ENDS_PAST;
    if (ends_with(word, n, e->participle)) shape |= LD_ENDS_PARTICIPLE;
    if (ends_with(word, n, e->adverb)) shape |= LD_ENDS_ADVERB;
    for (size_t k = 0; k < sizeof e->finite / sizeof *e->finite; k++)
        if (ends_with(word, n, e->finite[k])) shape |= LD_ENDS_FINITE;
    if (ends_with(word, n, "'s")) shape |= LD_ENDS_GENITIVE;
    if (ends_with(word, n, "s")) shape |= LD_ENDS_S;
    if (n > 3 && word[n - 1] == 's' && word[n - 2] != 's' && word[n - 2] != '\'' && word[n - 2] != 'u')
        shape |= LD_LIKE_PRESENT;
    if (memchr(word, '-', n)) shape |= LD_HYPHENED;
    if (e->infinitive && n == strlen(e->infinitive) && !memcmp(word, e->infinitive, n)) shape |= LD_MARKS_INFINITIVE;
    if (ld_language_look(language, word, n) & LD_OPENS_PHRASE) shape |= LD_BEGINS_PHRASE;
    for (size_t k = 0; n < 5 && k < sizeof forms / sizeof *forms; k++)
        if (n == strlen(forms[k]) && !memcmp(word, forms[k], n)) shape |= LD_COMPANY_FORM;
    return shape;
}
