/* shape.c - see shape.h. In: folded words. Out: bits. Leaves facts of single words to the lexicon. */
#include "lang/shape.h"

#include <string.h>

extern const struct ld_table ld_forms_en;

#define E(text)                                                                                                        \
    { text, sizeof text - 1 }
static const struct ld_endings endings[] = {
    {.language = LD_LANGUAGE_en,
     .past = E("ed"),
     .participle = E("ing"),
     .adverb = E("ly"),
     .infinitive = E("to"),
     .forms = &ld_forms_en,
     .free_end = true},
    {.language = LD_LANGUAGE_fr,
     .participle = E("ant"),
     .adverb = E("ment"),
     .finite = {E("ait"), E("aient"), E("\xC3\xA8rent"), E("irent"), E("urent"), E("inrent"), E("ront"), E("era"),
                E("ira"), E("dra"), E("rra"), E("ssent")},
     .present = {E("e"), E("ent"), E("t"), E("d")},
     .plural = {E("ent")},
     .many = {E("s"), E("x")},
     .done = {E("\303\251"), E("\303\251s"), E("\303\251e"), E("\303\251es")}, /* é */
     .bare = {E("er"), E("ir"), E("dre")},
     .clitic = {E("se"), E("s'"), E("ne"), E("n'"), E("qui")},
     .free_end = true},
    {.language = LD_LANGUAGE_es,
     .participle = E("ndo"),
     .adverb = E("mente"),
     .finite = {E("\xC3\xB3"),
                E("aron"),
                E("eron"),
                E("aban"),
                E("ar\xC3\xA1n"),
                E("er\xC3\xA1n"),
                E("ar\xC3\xA1"),
                E("er\xC3\xA1"),
                E("ir\xC3\xA1"),
                E("dr\xC3\xA1"),
                E("dr\xC3\xA1n"),
                E("ir\xC3\xA1n"),
                E("aba"),
                E("\xC3\xA1"
                  "bamos"),
                E("\xC3\xAD"
                  "amos"),
                E("\xC3\xAD"
                  "an"),
                E("ieran"),
                E("aran"),
                E("dr\xC3\xAD"
                  "a"),
                E("ar\xC3\xAD"
                  "a")},
     .present = {E("a"), E("e"), E("an"), E("en")},
     .plural = {E("an"), E("en")},
     .many = {E("s")},
     .done = {E("ado"), E("ada"), E("ados"), E("adas")},
     .bare = {E("ar"), E("er"), E("ir"), E("arse"), E("erse"), E("irse"), E("arlo"), E("erlo")},
     .clitic = {E("se"), E("no")},
     .free_end = true},
    {.language = LD_LANGUAGE_it,
     .participle = E("ndo"),
     .adverb = E("mente"),
     .finite = {E("\xC3\xB2"), E("arono"), E("irono"), E("er\xC3\xA0"), E("ir\xC3\xA0"), E("ranno"), E("avano"),
                E("evano"), E("ivano"), E("ava"), E("eva")},
     .present = {E("a"), E("e"), E("ano"), E("ono")},
     .plural = {E("ano"), E("ono")},
     .many = {E("i"), E("e")},
     .done = {E("ato"), E("ata"), E("ati"), E("ate")},
     .bare = {E("are"), E("ere"), E("ire")},
     .clitic = {E("si"), E("non")},
     .free_end = true},
    {.language = LD_LANGUAGE_pt,
     .participle = E("ndo"),
     .adverb = E("mente"),
     .finite = {E("ou"), E("aram"), E("eram"), E("iram"), E("avam"), E("ar\xC3\xA3o"), E("ar\xC3\xA1"), E("er\xC3\xA1"),
                E("ir\xC3\xA1"), E("ava"), E("iam"), E("iu"), E("ceu"), E("veu"), E("beu"), E("reu"), E("deu")},
     .present = {E("a"), E("e"), E("am"), E("em")},
     .plural = {E("am"), E("em")},
     .many = {E("s")},
     .done = {E("ado"), E("ada"), E("ados"), E("adas")},
     .bare = {E("ar"), E("er"), E("ir")},
     .clitic = {E("se"), E("n\xC3\xA3o")},
     .free_end = true},
    {.language = LD_LANGUAGE_de,
     .infinitive = E("zu"),
     .finite = {E("t"), E("te"), E("en"), E("ern"), E("eln")},
     .final_verb = true},
    {.language = LD_LANGUAGE_nl, .finite = {E("t"), E("te"), E("de"), E("en")}, .final_verb = true},
    {.language = LD_LANGUAGE_und}};
#undef E

const struct ld_endings *ld_endings_of(const struct ld_language *language) {
    size_t k = 0;
    while (endings[k].language != LD_LANGUAGE_und && endings[k].language != language - ld_languages) k++;
    return &endings[k];
}

/* And two bytes more at the least. */
static bool ends_with(const char *word, size_t length, struct ld_ending end) {
    return end.length && length >= end.length + 2 && word[length - 1] == end.text[end.length - 1] &&
           !memcmp(word + length - end.length, end.text, end.length);
}

bool ld_ends_as(const char *word, size_t length, const struct ld_ending *ends, size_t count) {
    for (size_t k = 0; k < count && ends[k].length; k++)
        if (ends_with(word, length, ends[k])) return true;
    return false;
}

/* English nouns that end as adverbs and participles do, though no verb does so. */
static bool is_noun(const char *word, size_t n) {
    static const char nouns[][9] = {"family",  "spring",  "string",  "thing",    "ally",     "anomaly", "assembly",
                                    "ceiling", "evening", "morning", "monopoly", "sterling", "wedding"};
    if (n >= sizeof *nouns) return false;
    for (size_t k = 0; k < sizeof nouns / sizeof *nouns; k++)
        if (word[0] == nouns[k][0] && !nouns[k][n] && !memcmp(word, nouns[k], n)) return true;
    return false;
}

_Static_assert(LD_FORM_SHIFT + LD_FORM_BITS <= 31, "shapes are bits of an int");

uint32_t ld_shape_of(const struct ld_endings *e, const char *word, size_t n) {
    static const char forms[][5] = {"inc", "corp", "co", "ltd", "plc", "llc", "ag", "sa", "nv", "spa", "gmbh"};
    uint32_t shape = 0;
    if (ends_with(word, n, e->past)) shape |= LD_ENDS_PAST;
    if (ends_with(word, n, e->participle)) shape |= LD_ENDS_PARTICIPLE;
    if (ends_with(word, n, e->adverb)) shape |= LD_ENDS_ADVERB;
    if (ld_ends_as(word, n, e->finite, sizeof e->finite / sizeof *e->finite)) shape |= LD_ENDS_FINITE;
    if (ld_ends_as(word, n, e->done, sizeof e->done / sizeof *e->done)) shape |= LD_VERB_PARTICIPLE;
    if (n > 2 && word[n - 1] == 's') {
        shape |= LD_ENDS_S;
        if (n > 3 && word[n - 2] == '\'') shape |= LD_ENDS_GENITIVE;
        if (n > 3 && word[n - 2] != 's' && word[n - 2] != '\'' && word[n - 2] != 'u') shape |= LD_LIKE_PRESENT;
    }
    if (memchr(word, '-', n)) shape |= LD_HYPHENED;
    if (n == e->infinitive.length && n && !memcmp(word, e->infinitive.text, n)) shape |= LD_MARKS_INFINITIVE;
    for (size_t k = 0; n > 1 && n < 5 && k < sizeof forms / sizeof *forms; k++)
        if (!forms[k][n] && !memcmp(word, forms[k], n)) shape |= LD_COMPANY_FORM;
    const uint32_t form = ld_table_find(e->forms, word, n) << LD_FORM_SHIFT;
    if (form & (LD_VERB_BASE | LD_VERB_OR_NOUN | LD_NUMBER_WORD))
        shape &= ~(uint32_t)LD_ENDS_PAST; /* "need", "exceed", "hundred" */
    if (e->forms && shape & (LD_ENDS_ADVERB | LD_ENDS_PARTICIPLE) &&
        (form & (LD_VERB_BASE | LD_VERB_OR_NOUN) || is_noun(word, n)))
        shape &= ~(uint32_t)(LD_ENDS_ADVERB | LD_ENDS_PARTICIPLE); /* "supply", "bring", "family" */
    return shape | form;
}

uint8_t ld_sorts_of(uint32_t facts, uint32_t shape) {
    const uint32_t verb_facts = LD_AUXILIARY | LD_PAST | LD_SAY,
                   verb_shapes = LD_ENDS_PAST | LD_ENDS_FINITE | LD_LIKE_PRESENT | LD_VERB_BASE | LD_VERB_OR_NOUN;
    const bool is[] = {
        [LD_SORT_VERB] = facts & verb_facts || shape & verb_shapes,
        [LD_SORT_OPENER] = facts & (LD_RELATIVE | LD_CONJUNCTION | LD_SAY),
        [LD_SORT_PHRASE] = shape & LD_BEGINS_PHRASE,
        [LD_SORT_END] =
            facts & LD_ADJUNCT ||
            (facts & LD_PREPOSITION ? !(facts & LD_BOUND) : (facts & (LD_CONJUNCTION | LD_RELATIVE)) == LD_CONJUNCTION),
        [LD_SORT_TIME] = (facts & (LD_TIME | LD_PREPOSITION | LD_AUXILIARY)) == LD_TIME,
    };
    uint8_t sorts = 0;
    for (size_t k = 0; k < sizeof is / sizeof *is; k++)
        if (is[k]) sorts |= ld_sort_bit((enum ld_sort)k);
    return sorts;
}
