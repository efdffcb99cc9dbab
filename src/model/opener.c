/* opener.c - see opener.h. */
#include "model/opener.h"

#include <string.h>

#include "base/skip.h"
#include "lang/shape.h"

enum { PHRASE_WORDS = 5, PHRASE_BYTES = 96 };

/* May the first two words begin a phrase of the lexicon? */
static bool may_open(const struct lede_document *doc, const struct ld_sentence *sentence, const struct ld_word *first) {
    if (!(first->shape & LD_BEGINS_PHRASE) || sentence->token_count < 2) return false;
    const struct ld_token *next = &doc->tokens[sentence->first_token + 1];
    if (next->flags & LD_AFTER_PUNCT) return false;
    const char *one = ld_folded_of(first), *other = ld_folded_of(&doc->words[next->word]);
    return one[first->length - 1] == '\'' || ld_language_may_pair(doc->language, ld_bytes_8(one), ld_bytes_8(other));
}

uint32_t ld_opener_facts(const struct lede_document *doc, const struct ld_sentence *sentence, uint32_t *count) {
    char phrase[PHRASE_BYTES];
    size_t length = 0;
    uint32_t facts = 0, words = 0;
    bool more = false;
    if (sentence->token_count) {
        const struct ld_word *word = ld_token_word(doc, sentence->first_token);
        facts = word->facts;
        words = 1;
        more = may_open(doc, sentence, word);
    }
    for (uint32_t i = 0; i < sentence->token_count && i < PHRASE_WORDS && more; i++) {
        uint32_t token = sentence->first_token + i;
        const struct ld_word *word = ld_token_word(doc, token);
        if (i && doc->tokens[token].flags & LD_AFTER_PUNCT) break;
        if (length + word->length + 1 > sizeof phrase) break;
        if (i && phrase[length - 1] != '\'') phrase[length++] = ' '; /* "d'autre part" */
        memcpy(phrase + length, ld_folded_of(word), word->length);
        length += word->length;
        if (!i) continue;
        uint32_t found = ld_language_look(doc->language, phrase, length);
        more = found & LD_OPENS_PHRASE;
        if (!(found & ~LD_OPENS_PHRASE)) continue;
        facts = found & ~LD_OPENS_PHRASE;
        words = i + 1;
    }
    if (count) *count = words;
    return facts;
}

bool ld_leans_back(const struct lede_document *doc, const struct ld_sentence *sentence) {
    return ld_opener_facts(doc, sentence, NULL) & (LD_PRONOUN | LD_CONNECTIVE);
}

/* ---- quotations -------------------------------------------------------------------------------------------------- */

enum { BACK = 4 }; /* sentences that are looked at */

/* The last double quotation mark of [from, to), or NULL. */
static const char *last_quote(const char *from, const char *to) {
    const char *at = to;
    while ((at = ld_last_special(from, at, '"'))) {
        if (*at == '"') return at;
        if (to - at > 2 && (unsigned char)at[0] == 0xE2 && (unsigned char)at[1] == 0x80 && (at[2] & 3) != 3 &&
            (at[2] & 0xFC) == 0x9C)
            return at; /* U+201C to U+201E */
    }
    return NULL;
}

/* A mark behind a blank opens. */
bool ld_within_quotation(const struct lede_document *doc, uint32_t s) {
    const char *const text = doc->text;
    const struct ld_sentence *const at = &doc->sentences[s], *first = at;
    while (first > doc->sentences && at - first < BACK && first[-1].block == at->block) first--;
    const struct ld_sentence *in = at; /* the sentence of the mark */
    const char *mark = text + at->span.offset;
    while ((mark = last_quote(text + first->span.offset, mark))) {
        while (text + in->span.offset > mark) in--;
        const char *const begin = text + in->span.offset, *const end = text + ld_span_end(in->span),
                          *const after = mark + (*mark == '"' ? 1 : 3);
        if (mark >= end) continue; /* between two sentences */
        const bool opens = mark == begin || mark[-1] == ' ' || mark[-1] == '\n' || mark[-1] == '(';
        return opens && after < end && *after != ' ';
    }
    return false;
}
