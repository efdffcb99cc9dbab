/* opener.c - see opener.h. */
#include "model/opener.h"

#include <string.h>

#include "base/ahead.h"
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

/* The same as ld_opener_facts, of a unit whose first words may begin a phrase. */
LD_APART static uint32_t phrase_facts(const struct lede_document *doc, const struct ld_sentence *sentence,
                                      uint32_t *count) {
    char phrase[PHRASE_BYTES];
    size_t length = 0;
    uint32_t facts = ld_token_word(doc, sentence->first_token)->facts;
    bool more = true;
    *count = 1;
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
        *count = i + 1;
    }
    return facts;
}

uint32_t ld_opener_facts(const struct lede_document *doc, const struct ld_sentence *sentence, uint32_t *count) {
    uint32_t words = sentence->token_count > 0, facts = 0;
    if (words) {
        const struct ld_word *first = ld_token_word(doc, sentence->first_token);
        facts = may_open(doc, sentence, first) ? phrase_facts(doc, sentence, &words) : first->facts;
    }
    if (count) *count = words;
    return facts;
}

bool ld_leans_back(const struct lede_document *doc, const struct ld_sentence *sentence) {
    return ld_opener_facts(doc, sentence, NULL) & (LD_PRONOUN | LD_CONNECTIVE);
}

/* ---- quotations -------------------------------------------------------------------------------------------------- */

enum { BACK = 4 }; /* sentences that are looked at */

/* 1: the last double quotation mark of [from, to) opens, -1: it closes, 0: there is none. One behind a blank opens. */
static int last_quote(const char *from, const char *to) {
    const char *mark = NULL, *after = NULL;
    for (const char *at = from; (at = memchr(at, '"', (size_t)(to - at))); at++) {
        mark = at;
        after = at + 1;
    }
    for (const char *at = from; (at = memchr(at, 0xE2, (size_t)(to - at))); at++) {
        const bool curly = to - at > 2 && (unsigned char)at[1] == 0x80 && (at[2] & 3) != 3 && (at[2] & 0xFC) == 0x9C;
        if (!curly || (mark && at < mark)) continue; /* U+201C to U+201E */
        mark = at;
        after = at + 3;
    }
    if (!mark) return 0;
    const bool opens = mark == from || mark[-1] == ' ' || mark[-1] == '\n' || mark[-1] == '(';
    return opens && after < to && *after != ' ' ? 1 : -1;
}

bool ld_within_quotation(const struct lede_document *doc, uint32_t s) {
    const char *const text = doc->text;
    const struct ld_sentence *at = &doc->sentences[s], *first = at;
    while (first > doc->sentences && at - first < BACK && first[-1].block == at->block) first--;
    const char *const from = text + first->span.offset;
    const size_t length = (size_t)(text + at->span.offset - from);
    if (!memchr(from, '"', length) && !memchr(from, 0xE2, length)) return false; /* mostly */
    for (const struct ld_sentence *p = at; p > first; p--) {
        const int quote = last_quote(text + p[-1].span.offset, text + ld_span_end(p[-1].span));
        if (quote) return quote > 0;
    }
    return false;
}
