/* case.c - a headline and its sentence in, the same with other letter case out. Title case follows the AP's rules:
 * articles, conjunctions and prepositions of three letters or fewer are small, but for the first and last word, the
 * first after a colon, "to" of an infinitive and the particle of a verb; all parts of hyphenated words count. Words
 * with capitals of their own stay. Leaves alone sentence case, which headlines have by themselves, and languages that
 * have no title case. */
#include <string.h>

#include "base/unicode.h"
#include "pick/summary.h"
#include "text/words.h"

struct title_rules {
    const char *code, *infinitive, *nouns, *particles;
};

static const struct title_rules *rules_of(const struct ld_language *language) {
    static const struct title_rules rules[] = {
#define TITLE(code, infinitive, nouns, particles) {#code, infinitive, nouns, particles},
#include "pick/case.def"
#undef TITLE
    };
    for (size_t i = 0; i < sizeof rules / sizeof *rules; i++)
        if (!strcmp(rules[i].code, language->code)) return &rules[i];
    return NULL;
}

/* Whether a list of words, parted by blanks, has one that the word is, or (endings) ends with: not "ss" for "s". */
static bool listed(const char *list, const char *word, size_t length, bool endings) {
    for (size_t n; *list; list += n + (list[n] == ' ')) {
        n = strcspn(list, " ");
        if (endings ? n >= length : n != length) continue;
        if (memcmp(list, word + length - n, n) != 0) continue;
        if (!endings || n > 1 || word[length - 2] != *list) return true;
    }
    return false;
}

struct titling {
    const struct title_rules *rules;
    const struct ld_language *language;
    const char *text, *source; /* what is titled, and the text that it is taken from: */
    struct ld_span sentence;
    struct ld_word_scan next; /* one word ahead */
    bool more;
};

/* Does the next word follow without a mark between, and is it in lower case? */
static bool goes_on(const struct titling *t) { return t->more && !(t->next.flags & LD_AFTER_PUNCT); }

static bool same(const struct ld_word_scan *word, const char *folded, size_t length) {
    return word->length == length && !memcmp(word->folded, folded, length);
}

/* Did an article stand between the word and the next one, which headlines do without? "lost to [the] owner" */
static bool lost_article(const struct titling *t, const char *folded, size_t length) {
    struct ld_word_scan scan;
    unsigned met = 0; /* of the three words */
    ld_words_start(&scan, t->source, t->sentence, t->language);
    while (ld_words_next(&scan)) {
        if (met == 2 && same(&scan, t->next.folded, t->next.length)) return true;
        const bool article = met == 1 && ld_language_facts(t->language, scan.folded, scan.length) & LD_ARTICLE;
        met = article ? 2 : same(&scan, folded, length);
    }
    return false;
}

static bool is_minor(const struct titling *t, const char *folded, size_t length) {
    uint32_t after = goes_on(t) ? ld_language_facts(t->language, t->next.folded, t->next.length) : 0;
    if (!(ld_language_facts(t->language, folded, length) & LD_MINOR)) return false;
    if (t->rules->infinitive && listed(t->rules->infinitive, folded, length, false))
        return !goes_on(t) || t->next.flags & (LD_CAPITAL | LD_NUMERIC) ||
               listed(t->rules->nouns, t->next.folded, t->next.length, true) ||
               after &
                   (LD_ARTICLE | LD_PREPOSITION | LD_CONJUNCTION | LD_PRONOUN | LD_DEICTIC | LD_TIME | LD_RELATIVE) ||
               lost_article(t, folded, length);
    bool noun = goes_on(t) && !(after & (LD_PREPOSITION | LD_CONJUNCTION) && !(after & LD_ARTICLE));
    return noun || !listed(t->rules->particles, folded, length, false);
}

/* A word, part by part of hyphens. */
static char *put_word(const struct titling *t, const struct ld_word_scan *word, bool edge, char *at) {
    const char *from = t->text + word->span.offset, *end = from + word->span.length, *hyphen;
    bool whole = !memchr(from, '-', word->span.length);
    unsigned step;
    for (const char *part = from; part < end; part = hyphen + (hyphen < end)) {
        hyphen = memchr(part, '-', (size_t)(end - part));
        if (!hyphen) hyphen = end;
        char folded[4 * LD_WORD_BYTES + 8];
        size_t length = ld_fold(part, (size_t)(hyphen - part), folded, sizeof folded - 8);
        bool first = edge && part == from, last = edge && hyphen == end && !whole;
        bool minor = whole ? is_minor(t, folded, length)
                           : part != from && ld_language_facts(t->language, folded, length) & LD_MINOR;
        bool upper = false;
        for (const char *p = part; p < hyphen; p += step) upper |= ld_is_upper(ld_utf8_decode(p, hyphen, &step));
        for (const char *p = part; p < hyphen; p += step) {
            uint32_t c = ld_utf8_decode(p, hyphen, &step);
            at += ld_utf8_encode(p == part && !upper && (first || last || !minor) ? ld_to_upper(c) : c, at);
        }
        if (hyphen < end) *at++ = '-';
    }
    return at;
}

static char *title_case(struct ld_arena *arena, const struct lede_document *doc, const struct title_rules *rules,
                        const struct ld_pick *pick, uint32_t *length) {
    char *out = ld_arena_alloc(arena, 4 * (size_t)*length + 1), *at = out;
    const char *text = pick->text;
    struct titling t = {rules, doc->language, text, doc->text, doc->sentences[pick->unit].span, .more = false};
    uint32_t done = 0;
    ld_words_start(&t.next, text, (struct ld_span){0, *length}, doc->language);
    t.more = ld_words_next(&t.next);
    while (t.more) {
        const struct ld_word_scan word = t.next;
        t.more = ld_words_next(&t.next);
        if (word.span.offset < done) continue; /* pairs of scripts without blanks overlap */
        bool colon = memchr(text + done, ':', word.span.offset - done) != NULL;
        memcpy(at, text + done, word.span.offset - done);
        at = put_word(&t, &word, !done || !t.more || colon, at + (word.span.offset - done));
        done = ld_span_end(word.span);
    }
    memcpy(at, text + done, *length - done);
    at += *length - done;
    *at = 0;
    *length = (uint32_t)(at - out);
    return out;
}

/* Letter by letter, so that nothing grows: "\u00DF" becomes "\u1E9E". In Turkish i and dotless i are two letters. */
static char *upper_case(struct ld_arena *arena, const struct ld_language *language, const char *text,
                        uint32_t *length) {
    enum { DOTTED_CAPITAL = 0x130 };
    char *out = ld_arena_alloc(arena, 4 * (size_t)*length + 1), *at = out;
    const char *end = text + *length;
    unsigned step;
    for (const char *p = text; p < end; p += step) {
        uint32_t c = ld_utf8_decode(p, end, &step);
        at += ld_utf8_encode(c == 'i' && !strcmp(language->code, "tr") ? DOTTED_CAPITAL : ld_to_upper(c), at);
    }
    *at = 0;
    *length = (uint32_t)(at - out);
    return out;
}

void ld_apply_case(struct ld_arena *arena, const struct lede_document *doc, int letter_case, struct ld_picks *picks) {
    const struct title_rules *rules = letter_case == LEDE_TITLE_CASE ? rules_of(doc->language) : NULL;
    for (uint32_t i = 0; i < picks->count; i++) {
        struct ld_pick *p = &picks->items[i];
        if (rules) p->text = title_case(arena, doc, rules, p, &p->text_length);
        if (letter_case == LEDE_UPPER_CASE) p->text = upper_case(arena, doc->language, p->text, &p->text_length);
    }
}
