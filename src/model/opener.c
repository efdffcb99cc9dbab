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
LD_APART static uint32_t phrase_facts(const struct lede_document *doc, const struct ld_sentence *sentence) {
    char phrase[PHRASE_BYTES + 8];
    size_t length = 0;
    uint32_t facts = ld_token_word(doc, sentence->first_token)->facts;
    bool more = true;
    for (uint32_t i = 0; i < sentence->token_count && i < PHRASE_WORDS && more; i++) {
        uint32_t token = sentence->first_token + i;
        const struct ld_word *word = ld_token_word(doc, token);
        if (i && doc->tokens[token].flags & LD_AFTER_PUNCT) break;
        if (length + word->length + 1 > PHRASE_BYTES) break;
        if (i && phrase[length - 1] != '\'') phrase[length++] = ' '; /* "d'autre part" */
        memcpy(phrase + length, ld_folded_of(word), word->length);
        length += word->length;
        if (!i) continue;
        uint32_t found = ld_language_look(doc->language, phrase, length);
        more = found & LD_OPENS_PHRASE;
        if (found & ~LD_OPENS_PHRASE) facts = found & ~LD_OPENS_PHRASE;
    }
    return facts;
}

uint32_t ld_opener_facts(const struct lede_document *doc, const struct ld_sentence *sentence) {
    if (!sentence->token_count) return 0;
    const struct ld_word *first = ld_token_word(doc, sentence->first_token);
    return may_open(doc, sentence, first) ? phrase_facts(doc, sentence) : first->facts;
}

bool ld_leans_back(const struct lede_document *doc, const struct ld_sentence *sentence) {
    return ld_opener_facts(doc, sentence) & (LD_PRONOUN | LD_CONNECTIVE);
}

/* ---- quotations -------------------------------------------------------------------------------------------------- */

enum { BACK = 4 }; /* sentences that are looked at */

/* What is no ASCII, or is '"'. */
static LD_LANES likely_quotes(LD_LANES bytes) { return ld_lanes_or(ld_lanes_are(bytes, '"'), bytes); }

/* The last double quotation mark of [from, to), or NULL. Backwards, by the last byte of each. */
static const char *last_quote(const char *from, const char *to) {
    const char *end = to;
    while (end - from >= 64 && !ld_any_of_64(likely_quotes, end - 64)) end -= 64; /* most of the text */
    for (const char *begin; end > from; end = begin) {
        begin = end - from > (ptrdiff_t)sizeof(LD_LANES) ? end - sizeof(LD_LANES) : from;
        uint64_t bits = ld_lanes_bits(likely_quotes(ld_lanes(begin))) & ((UINT64_C(1) << (end - begin)) - 1);
        for (unsigned last; bits; bits ^= UINT64_C(1) << last) {
            last = 63 - ld_zeros_after(bits);
            const unsigned char *mark = (const unsigned char *)begin + last;
            if (*mark == '"') return begin + last;
            const bool is_third = begin + last - from >= 2 && *mark >= 0x9C && *mark <= 0x9E;
            if (is_third && mark[-1] == 0x80 && mark[-2] == 0xE2) return begin + last - 2; /* U+201C to U+201E */
        }
    }
    return NULL;
}

/* A mark behind a blank opens. */
uint32_t ld_open_quotation(const struct lede_document *doc, uint32_t s) {
    const struct ld_sentence *const at = &doc->sentences[s], *in = at;
    const uint32_t paragraph = doc->blocks[at->block].span.offset,
                   far = doc->sentences[s < BACK ? 0 : s - BACK].span.offset;
    const char *const text = doc->text;
    const char *const mark = last_quote(text + (far > paragraph ? far : paragraph), text + at->span.offset);
    if (!mark) return UINT32_MAX;
    do in--;
    while (text + in->span.offset > mark);
    const char *const from = text + in->span.offset, *const after = mark + (*mark == '"' ? 1 : 3);
    const bool opens = mark == from || mark[-1] == ' ' || mark[-1] == '\n' || mark[-1] == '(';
    return opens && after < text + ld_span_end(in->span) && *after != ' ' ? (uint32_t)(mark - text) : UINT32_MAX;
}
