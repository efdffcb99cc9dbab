/* shorten_words.c - atoms of a clause in, what they are out: phrases, borders, what looks like a finite verb, where a
 * shortening may end. Verbs are told by closed classes and endings only, so they are a guess. */
#include <string.h>

#include "pick/shorten_words.h"

enum { PHRASE = 4 };

static const struct ld_ending endings[] = {
    {"en", "ed", "ing", "ly", "to", {NULL}, true, false},
    {"fr", NULL, "ant", "ment", NULL, {"aient", "\xC3\xA8rent"}, true, false},
    {"es",
     NULL,
     "ndo",
     "mente",
     NULL,
     {"\xC3\xB3", "aron", "ieron", "aban", "ar\xC3\xA1n", "er\xC3\xA1n"},
     true,
     false},
    {"it", NULL, "ndo", "mente", NULL, {"\xC3\xB2", "arono", "irono", "er\xC3\xA0", "ir\xC3\xA0"}, true, false},
    {"pt", NULL, "ndo", "mente", NULL, {"ou", "aram", "eram", "iram", "avam", "ar\xC3\xA3o"}, true, false},
    {"de", NULL, NULL, NULL, NULL, {NULL}, false, true},
    {"nl", NULL, NULL, NULL, NULL, {NULL}, false, true},
    {"und", NULL, NULL, NULL, NULL, {NULL}, false, false}};

const char *ld_folded(const struct ld_clause *c, uint32_t i) {
    return ld_token_word(c->doc, c->atoms[i].token)->folded;
}

bool ld_ends_with(const char *word, const char *end) {
    size_t n = strlen(word), m = end ? strlen(end) : 0;
    return m && n >= m + 2 && !strcmp(word + n - m, end);
}

bool ld_atom_is(const struct ld_clause *c, uint32_t i, uint32_t facts) {
    return i < c->count && c->atoms[i].facts & facts;
}
bool ld_atom_flagged(const struct ld_clause *c, uint32_t i, uint8_t flag) {
    return i < c->count && c->atoms[i].flags & flag;
}
bool ld_is_protected(const struct ld_clause *c, uint32_t i) { return c->atoms[i].marks & (LD_QUOTED | LD_BRACKETED); }

bool ld_any_is(const struct ld_clause *c, uint32_t from, uint32_t to, uint32_t facts) {
    for (uint32_t i = from; i < to && i < c->count; i++)
        if (c->atoms[i].facts & facts) return true;
    return false;
}

/* The mark before atom i, where pieces may be parted: not within quotation marks or brackets. */
uint8_t ld_border(const struct ld_clause *c, uint32_t i) {
    if (!i || i >= c->count) return LD_FULL_STOP;
    const struct ld_atom *left = &c->atoms[i - 1], *right = &c->atoms[i];
    if (left->marks & LD_QUOTED && right->marks & LD_QUOTED && (left->quote == UINT32_MAX || left->quote > i - 1))
        return 0;
    if (left->marks & LD_BRACKETED && right->marks & LD_BRACKETED) return 0;
    if (left->flags & LD_NUMERIC && right->flags & LD_NUMERIC && left->marks & LD_COMMA) return 0; /* a date */
    return left->marks & LD_BORDER;
}

uint32_t ld_phrase_at(const struct ld_clause *c, uint32_t i, uint32_t fact) {
    char phrase[PHRASE * LD_WORD_BYTES + PHRASE];
    size_t length = 0;
    uint32_t found = 0;
    for (uint32_t n = 1; n <= PHRASE && i + n <= c->count; n++) {
        const struct ld_word *word = ld_token_word(c->doc, c->atoms[i + n - 1].token);
        if (length + word->length + 1 > sizeof phrase) break;
        if (n > 1) phrase[length++] = ' ';
        memcpy(phrase + length, word->folded, word->length);
        length += word->length;
        if (n == 1 ? word->facts & fact : ld_language_facts(c->doc->language, phrase, length) & fact) found = n;
        if (c->atoms[i + n - 1].marks & LD_BORDER) break;
    }
    return found;
}

/* ---- verbs ------------------------------------------------------------------------------------------------------- */

const struct ld_ending *ld_ending(const struct ld_clause *c) {
    size_t k = 0;
    while (k + 1 < sizeof endings / sizeof *endings && strcmp(endings[k].code, c->doc->language->code)) k++;
    return &endings[k];
}

bool ld_is_infinitive(const struct ld_clause *c, uint32_t i) {
    const char *marker = ld_ending(c)->infinitive;
    return marker && i && i < c->count && !strcmp(ld_folded(c, i - 1), marker) && !ld_border(c, i) &&
           !(c->atoms[i].flags & (LD_CAPITAL | LD_NUMERIC)) &&
           !ld_atom_is(c, i, LD_ARTICLE | LD_PRONOUN | LD_PREPOSITION | LD_RELATIVE | LD_TIME);
}

/* "being", "to be": what follows them is no finite verb, either. */
static bool is_nonfinite(const struct ld_clause *c, uint32_t i) {
    return ld_atom_is(c, i, LD_AUXILIARY) &&
           (ld_ends_with(ld_folded(c, i), ld_ending(c)->participle) || ld_is_infinitive(c, i));
}

bool ld_is_verb(const struct ld_clause *c, uint32_t i) {
    if (i >= c->count) return false;
    const char *past = ld_ending(c)->past, *word = ld_folded(c, i);
    uint32_t facts = c->atoms[i].facts;
    if (i && ld_atom_is(c, i - 1, LD_ARTICLE) && !ld_atom_is(c, i - 1, LD_RELATIVE) && !(facts & LD_AUXILIARY))
        return false;
    if (i && c->atoms[i].flags & LD_CAPITAL) return facts & LD_AUXILIARY && c->atoms[i].flags & LD_CAPITAL && i == 0;
    if (is_nonfinite(c, i) || (i && is_nonfinite(c, i - 1))) return false;
    if (past && i && ld_ends_with(word, past) &&
        (ld_is_infinitive(c, i - 1) || ld_ends_with(ld_folded(c, i - 1), "'s")))
        return false; /* "to cut planned", "the town's famed" */
    if (facts & LD_AUXILIARY) return true;
    if (facts & LD_PAST || (facts & LD_SAY && !ld_ends_with(word, "ing")))
        return !i || !ld_atom_is(c, i - 1, LD_PREPOSITION);
    for (size_t k = 0; k < 6 && ld_ending(c)->finite[k]; k++)
        if (i && !ld_border(c, i + 1) && ld_ends_with(word, ld_ending(c)->finite[k])) return true;
    if (!past) return false;
    if (i > 1 && ld_ends_with(word, past) && ld_ends_with(ld_folded(c, i - 1), ld_ending(c)->adverb) &&
        ld_atom_is(c, i - 2, LD_PREPOSITION | LD_ARTICLE))
        return false; /* "of previously owned homes" */
    if (ld_ends_with(word, past))
        return !i || !ld_atom_is(c, i - 1, LD_PREPOSITION | LD_NEGATION) || ld_atom_is(c, i - 1, LD_AUXILIARY);
    /* "-s" between what can be a subject and what can be an object */
    size_t n = strlen(word);
    return i && n > 3 && word[n - 1] == 's' && word[n - 2] != 's' && word[n - 2] != '\'' && word[n - 2] != 'u' &&
           !(facts & (LD_STOP | LD_TIME)) && !ld_atom_is(c, i - 1, LD_PREPOSITION | LD_CONJUNCTION | LD_ARTICLE) &&
           !ld_atom_flagged(c, i - 1, LD_NUMERIC) && !ld_ends_with(ld_folded(c, i - 1), "s") && !ld_border(c, i + 1) &&
           ld_phrase_at(c, i, LD_PREPOSITION | LD_ADJUNCT) == 0 &&
           (ld_atom_is(c, i + 1, LD_ARTICLE) ||
            (ld_atom_is(c, i - 1, LD_PRONOUN) && !ld_atom_is(c, i - 1, LD_RELATIVE)) ||
            (ld_atom_flagged(c, i - 1, LD_CAPITAL) && ld_atom_is(c, i + 1, LD_PREPOSITION)) ||
            (ld_atom_flagged(c, i - 1, LD_CAPITAL) && ld_atom_flagged(c, i + 1, LD_CAPITAL)));
}

bool ld_has_verb(const struct ld_clause *c, uint32_t from, uint32_t to) {
    if (!ld_ending(c)->past && to >= from + 4) return true; /* no way to tell */
    for (uint32_t i = from; i < to && i < c->count; i++)
        if (ld_is_verb(c, i)) return true;
    return false;
}

bool ld_may_end(const struct ld_clause *c, uint32_t i) {
    uint32_t facts = c->atoms[i].facts;
    if (i + 1 == c->count) return true;
    if (facts & (LD_PREPOSITION | LD_ARTICLE | LD_CONJUNCTION | LD_AUXILIARY | LD_RELATIVE | LD_NEGATION) &&
        !(facts & LD_TIME))
        return false;
    if (facts & LD_SAY && (!ld_border(c, i + 1) || ld_is_protected(c, i + 1))) return false; /* said what? */
    if (ld_border(c, i + 1)) return true;
    if (ld_ends_with(ld_folded(c, i), ld_ending(c)->adverb)) return false;
    if ((facts & (LD_PRONOUN | LD_DEICTIC) || ld_is_infinitive(c, i)) && !ld_atom_is(c, i + 1, LD_TIME) &&
        !ld_atom_is(c, i + 2, LD_TIME))
        return false; /* "found herself", "decided to focus" */
    if (ld_ends_with(ld_folded(c, i), ld_ending(c)->participle) &&
        (ld_atom_is(c, i + 1, LD_ARTICLE | LD_PRONOUN) || (i && ld_is_verb(c, i - 1))))
        return false; /* "were searching", "demanding the" */
    if (i && ld_border(c, i) && ld_atom_is(c, i + 1, LD_PREPOSITION) && !c->atoms[i].flags) return false; /* ", well" */
    if (facts & LD_TIME && ld_atom_is(c, i + 1, LD_TIME)) return false; /* "last week" */
    if (c->atoms[i].flags & LD_NUMERIC && !ld_atom_is(c, i + 1, LD_PREPOSITION | LD_CONJUNCTION | LD_AUXILIARY))
        return false;
    bool joined = ld_atom_is(c, i + 1, LD_CONJUNCTION | LD_BOUND) &&
                  !ld_atom_is(c, i + 1, LD_RELATIVE); /* "Mining and Development Corp" */
    if (c->atoms[i].flags & LD_CAPITAL && ld_atom_flagged(c, joined ? i + 2 : i + 1, LD_CAPITAL)) return false;
    return c->atoms[i].blank || !c->atoms[i + 1].tokens;
}
