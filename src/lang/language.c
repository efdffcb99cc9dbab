/* language.c - see language.h: the rows of languages.def with their tables, made by tools/embed.c. */
#include "lang/language.h"

#include <string.h>

#define FREQUENCIES(code) &ld_frequencies_##code, &ld_background_##code
#define NO_FREQUENCIES NULL, NULL
#define LANGUAGE(code, name, stemmer, frequencies)                                                                     \
    extern const struct ld_table ld_lexicon_##code;                                                                    \
    extern const uint64_t ld_pairs_##code[];                                                                           \
    extern const struct ld_sieve ld_closings_##code;                                                                   \
    extern const bool ld_elides_##code;
#include "lang/languages.def"
#undef LANGUAGE
#include "frequencies.h" /* made by the Makefile: the tables that stopwords/CODE.df files gave */

const struct ld_language ld_languages[] = {
    {"und", "any other language", NULL, NULL, NULL, NULL, NULL, NULL, NULL},
#define LANGUAGE(code, name, stemmer, frequencies)                                                                     \
    {#code, name, stemmer, &ld_lexicon_##code, ld_pairs_##code, &ld_closings_##code, &ld_elides_##code, frequencies},
#include "lang/languages.def"
#undef LANGUAGE
    {NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL},
};

const struct ld_language *ld_language_find(const char *code) {
    char plain[4] = "";
    for (size_t i = 0; code[i] && code[i] != '-' && code[i] != '_'; i++) {
        if (i == 3) return NULL;
        plain[i] = (char)(code[i] >= 'A' && code[i] <= 'Z' ? code[i] + 32 : code[i]);
    }
    if (!strcmp(plain, "nb") || !strcmp(plain, "nn")) memcpy(plain, "no", 3); /* the written forms of Norwegian */
    for (const struct ld_language *l = ld_languages; l->code; l++)
        if (l->code[0] == plain[0] && !strcmp(l->code, plain)) return l;
    return NULL;
}

_Static_assert(LD_FACT_COUNT <= 31, "the last bit is LD_OPENS_PHRASE");

uint32_t ld_language_look(const struct ld_language *language, const char *folded, size_t length) {
    return ld_table_find(language->lexicon, folded, length);
}

uint32_t ld_language_facts(const struct ld_language *language, const char *folded, size_t length) {
    return ld_language_look(language, folded, length) & ~LD_OPENS_PHRASE;
}
