/* block_notes.c - what stands at an article's ends and is not of it.
 *
 * In: the blocks of a text and their features. Out: the feature NOTE for those that tell who the author is ("Jane Roe
 * is a writer based in Orrin."), who the company of a press release is ("About Roe" above "Roe Ltd. was founded ..."),
 * what a sponsor says, who else reported, and, at its begin too, whom to ask ("Contact:") and who the author is. It
 * leaves to block_rules.def what follows from that.
 *
 * Source: own rules. Authors hardly write of themselves by name, so a last paragraph that begins with the byline's name
 * is a note; so is one that begins with a name that the article has not named, and soon gives a writer's role.
 */
#include "text/block_notes.h"

#include <string.h>

enum {
    LATE = 4,    /* so many blocks from the end a note may stand, furniture aside */
    EARLY = 6,   /* so many from the start a name alone may, as a byline */
    BYLINE = 16, /* and one that says "By" */
    PAID = 4,    /* blocks of what a sponsor says at most */
    NAME = 5,    /* words of a name at most */
    NEAR = 7,    /* words from a name to its role */
    LEAD = 60,   /* bytes before the name in a company's note, at most */
    NOTE = 400,  /* bytes of a note at most */
    BOILERPLATE = 1200,
    CONTACT = 8, /* lines below "Contact:" at most */
    DIGITS = 7   /* of a telephone's number at least */
};

static void see(const char *text, struct ld_span span, unsigned limit, struct ld_words_seen *words) {
    ld_words_see(text + span.offset, text + span.offset + span.length, limit, words);
}

/* How many of the words, from the first on, are a name: capitals, or a particle between two ("de", "van der"). */
static unsigned name_words(struct ld_words_seen *words, const struct ld_language *language) {
    unsigned n = 0;
    for (unsigned i = 0; i < words->count; i++) {
        const struct ld_word_seen *word = &words->words[i];
        if (word->capital && !i && (ld_words_facts(words, i, 1, language) & (LD_STOP | LD_ABBR_NAME)) == LD_STOP)
            return 0;
        if (word->capital)
            n = i + 1;
        else if (!i || word->digit || word->end - word->start > 3 ||
                 ld_words_facts(words, i, 1, language) & (LD_BE | LD_AUXILIARY | LD_CONJUNCTION))
            break;
        if (word->comma || word->colon) break;
    }
    return n;
}

static bool same_words(const struct ld_words_seen *a, unsigned i, const struct ld_words_seen *b, unsigned n) {
    if (i + n > a->count) return false;
    size_t length = (size_t)(a->words[i + n - 1].end - a->words[i].start);
    return length == b->words[n - 1].end && !memcmp(a->folded + a->words[i].start, b->folded, length);
}

static bool is_last(const struct ld_words_seen *a, const struct ld_words_seen *b, unsigned i) {
    const struct ld_word_seen *last = &a->words[a->count - 1], *word = &b->words[i];
    const size_t length = (size_t)(word->end - word->start);
    return (size_t)(last->end - last->start) == length &&
           !memcmp(a->folded + last->start, b->folded + word->start, length);
}

/* Is the name of n words, that the block begins with, the one in the byline? */
static bool is_author(const char *text, const struct ld_blocks *blocks, const uint64_t *seen,
                      struct ld_words_seen *name, unsigned n, const struct ld_language *language) {
    static const uint64_t bylines = LD_SEEN(BYLINE_NAMES) | LD_SEEN(NAMES);
    struct ld_words_seen words;
    for (uint32_t i = 1; i < blocks->count && i < BYLINE; i++) {
        if (!(seen[i] & (i < EARLY ? bylines : LD_SEEN(BYLINE_NAMES))) || !(seen[i] & LD_SEEN(OPEN))) continue;
        see(text, blocks->items[i].span, 8, &words);
        if (same_words(&words, ld_words_begin(&words, 0, LD_BYLINE_START, language), name, n)) return true;
        if (n == 2 && words.all && words.count && ld_words_facts(name, 0, 1, language) & LD_ABBR_NAME &&
            ld_words_facts(name, 2, 1, language) & LD_BE && is_last(&words, name, 1))
            return true; /* "Ms. Roe is a writer" */
    }
    return false;
}

/* Do the bytes of word stand in the text? */
static bool stands_in(const char *text, size_t length, const char *word, size_t bytes) {
    const char *end = text + length;
    for (const char *p = text; (p = memchr(p, *word, (size_t)(end - p))); p++)
        if ((size_t)(end - p) >= bytes && !memcmp(p, word, bytes)) return true;
    return false;
}

/* "Jane Roe is a writer based in Orrin.", "Jane Roe reported from Orrin.", and she was not named before. */
static bool is_role(const char *text, struct ld_span span, struct ld_words_seen *words, unsigned n,
                    const struct ld_language *language) {
    if (n >= words->count) return false;
    bool role = ld_words_begin(words, n, LD_ROLE, language) > 1;
    if (!role && !(ld_words_facts(words, n, 1, language) & (LD_BE | LD_AUXILIARY))) return false;
    for (unsigned i = n + 1; i < words->count && i < n + NEAR; i++)
        role |= ld_words_begin(words, i, LD_ROLE, language) > 0;
    if (!role) return false;
    const char *p = text + span.offset, *end = p + span.length, *last = p;
    for (unsigned blanks = 0; p < end && blanks < n; p++)
        if (*p == ' ' && ++blanks < n) last = p + 1;
    return p < end && !stands_in(text, span.offset, last, (size_t)(p - 1 - last));
}

/* "Founded in 1920, Harbour Bank ...": the name stands behind the first comma. */
static bool is_led_to(const char *at, size_t length, const char *name, size_t bytes) {
    const char *comma = memchr(at, ',', length), *end = at + length;
    return comma && comma - at < LEAD && end - comma > 2 && (size_t)(end - comma) - 2 >= bytes && comma[1] == ' ' &&
           !memcmp(comma + 2, name, bytes);
}

/* "About Roe" above "Roe Ltd. was founded ..." */
static bool is_boilerplate(const char *text, const struct ld_blocks *blocks, const uint64_t *seen, uint32_t i,
                           const struct ld_language *language) {
    uint64_t above = seen[i - 1];
    if (!(above & LD_SEEN(OPEN)) || !(above & (LD_SEEN(TINY) | LD_SEEN(SHORT))) ||
        blocks->items[i].span.length > BOILERPLATE)
        return false;
    struct ld_words_seen head, words;
    see(text, blocks->items[i - 1].span, 10, &head);
    see(text, blocks->items[i].span, 3, &words);
    unsigned first = ld_words_begin(&head, 0, LD_FURNITURE_START | LD_FURNITURE_LINE, language);
    if (!first || !words.count || first >= head.count || !head.words[first].capital) return false;
    const struct ld_span name = blocks->items[i - 1].span, told = blocks->items[i].span;
    const size_t label = (size_t)(name.length - (head.words[head.count - 1].end - head.words[first].start));
    if (head.all && first + 1 < head.count && !(ld_words_facts(&head, first, 1, language) & LD_STOP) &&
        label < name.length &&
        is_led_to(text + told.offset, told.length, text + name.offset + label, name.length - label))
        return true;
    return same_words(&head, first, &words, 1) && !(ld_words_facts(&words, 0, 1, language) & LD_STOP);
}

/* An address of mail, or a telephone's number. */
static bool reaches(const char *text, struct ld_span span) {
    unsigned digits = 0;
    for (uint32_t at = span.offset; at < ld_span_end(span); at++) {
        if (text[at] == '@') return true;
        digits += ld_is_ascii_digit(text[at]);
    }
    return digits >= DIGITS;
}

/* "Contact: Jane Roe, +45 12 34 56 78", or "Contact:" and the lines below it, up to the last address or number. */
static void find_contact(const char *text, const struct ld_blocks *blocks, uint64_t *seen, uint32_t i) {
    static const uint64_t brief = LD_SEEN(TINY) | LD_SEEN(SHORT);
    uint32_t last = i;
    if (seen[i] & LD_SEEN(OPEN) && reaches(text, blocks->items[i].span)) seen[i] |= LD_SEEN(NOTE);
    for (uint32_t k = i + 1; k < blocks->count && k <= i + CONTACT && seen[k] & brief; k++)
        if (!(seen[k] & LD_SEEN(STOP)) && reaches(text, blocks->items[k].span)) last = k;
    for (uint32_t k = i; last > i && k <= last; k++) seen[k] |= LD_SEEN(NOTE);
}

/* A paragraph again: it is said once. What a caption's credit follows is the text of an image, and its caption. */
static void find_repeated(const char *text, const struct ld_blocks *blocks, uint64_t *seen, uint32_t i,
                          const struct ld_language *language) {
    enum { LEAST = 24, CREDIT = 80 };
    const struct ld_span last = blocks->items[i - 1].span, span = blocks->items[i].span;
    if (last.length < LEAST || span.length < last.length || span.length > last.length + CREDIT ||
        memcmp(text + last.offset, text + span.offset, last.length) != 0)
        return;
    struct ld_words_seen words;
    see(text, (struct ld_span){span.offset + last.length, span.length - last.length}, 2, &words);
    if (span.length == last.length) {
        seen[i] |= LD_SEEN(NOTE);
    } else if (ld_words_begin(&words, 0, LD_CREDIT, language)) {
        seen[i - 1] |= LD_SEEN(NOTE);
        seen[i] |= LD_SEEN(NOTE);
    }
}

/* A caption that is told by the lines around it: under "Image caption,", or between "Image", or an image, and "Credit:
 * Jane Roe". Add the feature CREDIT_PHRASE to it. */
static void find_caption(const char *text, const struct ld_blocks *blocks, uint64_t *seen, uint32_t i) {
    static const uint64_t credit = LD_SEEN(CREDIT_PHRASE) | LD_SEEN(CREDIT_WORD),
                          not = LD_SEEN(VERY_LONG) | LD_SEEN(SEVERAL);
    if (seen[i] & LD_SEEN(CREDIT_PHRASE) && seen[i] & LD_SEEN(TINY) && seen[i] & (LD_SEEN(COMMA) | LD_SEEN(COLON))) {
        if (i + 1 < blocks->count && !(ld_features_rest(text, blocks->items[i + 1].span, seen[i + 1]) & not ))
            seen[i + 1] |= LD_SEEN(CREDIT_PHRASE);
        return;
    }
    const bool word = seen[i] & LD_SEEN(OPEN) && seen[i] & (LD_SEEN(TINY) | LD_SEEN(SHORT)) &&
                      !(seen[i] & (LD_SEEN(VERB) | LD_SEEN(FURNITURE_LINE))); /* "Photos" is a page's */
    if (i < 2 || !(seen[i] & LD_SEEN(CREDIT_PHRASE) || word)) return;
    if (ld_features_rest(text, blocks->items[i - 1].span, seen[i - 1]) & not ) return;
    const bool alone = seen[i - 2] & credit && seen[i - 2] & LD_SEEN(FURNITURE_LINE);
    if (alone || ld_seen_image(seen[i - 2])) {
        seen[i - 1] |= LD_SEEN(CREDIT_PHRASE);
        seen[i] |= LD_SEEN(CREDIT_PHRASE);
    }
}

/* "A MESSAGE FROM ROE BANK" between parts of a letter: what is said below it, up to the next heading, if it names the
 * bank. */
static void find_sponsor(const char *text, const struct ld_blocks *blocks, uint64_t *seen, uint32_t i,
                         const struct ld_language *language) {
    static const uint64_t label = LD_SEEN(FURNITURE_WORD) | LD_SEEN(OPEN);
    struct ld_words_seen words, told;
    if ((seen[i] & label) != label) return;
    see(text, blocks->items[i].span, 8, &words);
    const unsigned name = ld_words_begin(&words, 0, LD_BYLINE_START, language);
    uint32_t end = i + 1;
    bool named = false;
    for (; end < blocks->count && !(seen[end] & LD_SEEN(OPEN)); end++) {
        if (end - i > PAID) return;
        see(text, blocks->items[end].span, LD_WORDS_SEEN, &told);
        for (unsigned k = 0; k < told.count && name < words.count; k++) {
            const size_t length = (size_t)(words.words[name].end - words.words[name].start);
            const char *word = told.folded + told.words[k].start, *after = word + length; /* "Acme", "acme.com" */
            named |= (size_t)(told.words[k].end - told.words[k].start) >= length &&
                     (told.words[k].capital || *after == '.') &&
                     !memcmp(word, words.folded + words.words[name].start, length);
        }
    }
    if (!named || end == blocks->count) return;
    for (; i < end; i++) seen[i] |= LD_SEEN(NOTE);
}

/* "___" above "Roe reported from Orrin." or "The Post's writer Roe helped.", which a wire ends with. */
static void find_reporters(const char *text, const struct ld_blocks *blocks, uint64_t *seen,
                           const struct ld_language *language) {
    static const uint64_t prose = LD_SEEN(STOP) | LD_SEEN(VERY_LONG);
    unsigned told = 0;
    for (uint32_t i = blocks->count; i-- > 2 && told < 3;) {
        const struct ld_span span = blocks->items[i].span;
        if (seen[i] & LD_SEEN(NO_WORDS) && span.length > 2 && text[span.offset] == '_') {
            struct ld_words_seen words;
            see(text, blocks->items[i + 1 < blocks->count ? i + 1 : i].span, NAME, &words);
            const unsigned n = name_words(&words, language);
            if (n && ld_words_facts(&words, n, 1, language) & (LD_SAY | LD_ROLE))
                for (uint32_t k = i + 1; k < blocks->count; k++) seen[k] |= seen[k] & prose ? LD_SEEN(NOTE) : 0;
            return;
        }
        if (!(seen[i] & prose)) continue;
        if (span.length > NOTE / 2) return;
        told++;
    }
}

void ld_notes_find(const char *text, const struct ld_blocks *blocks, uint64_t *seen,
                   const struct ld_language *language) {
    static const uint64_t prose = LD_SEEN(STOP) | LD_SEEN(VERY_LONG);
    static const uint64_t furniture = LD_SEEN(FURNITURE_PHRASE) | LD_SEEN(COPYRIGHT) | LD_SEEN(DATA);
    static const uint64_t hides = LD_SEEN(CREDIT_PHRASE) | LD_SEEN(FURNITURE_LINE);
    unsigned late = 0;
    for (uint32_t i = 0; i < blocks->count; i++) {
        if (i) find_repeated(text, blocks, seen, i, language);
        if (seen[i] & (LD_SEEN(CREDIT_PHRASE) | LD_SEEN(CREDIT_WORD))) find_caption(text, blocks, seen, i);
        if (seen[i] & LD_SEEN(FURNITURE_COLON))
            find_contact(text, blocks, seen, i);
        else if (i && (seen[i] & hides) == hides) /* "toggle caption" */
            seen[i - 1] |= LD_SEEN(NOTE);
        else if (i && seen[i] & LD_SEEN(BYLINE_NAMES))
            find_sponsor(text, blocks, seen, i, language);
    }
    find_reporters(text, blocks, seen, language);
    for (uint32_t i = 1; i < blocks->count; i++) {
        struct ld_words_seen words;
        if (!(seen[i] & prose) || !(seen[i - 1] & LD_SEEN(BYLINE_NAMES)) || blocks->items[i].span.length > NOTE)
            continue;
        see(text, blocks->items[i].span, 2 * NAME, &words);
        const unsigned n = name_words(&words, language);
        const bool is =
            ld_words_facts(&words, n, 1, language) & LD_BE || ld_words_begin(&words, n, LD_ROLE, language) > 1;
        if (n > 1 && is && is_author(text, blocks, seen, &words, n, language)) seen[i] |= LD_SEEN(NOTE);
    }
    for (uint32_t i = blocks->count; i-- > 2 && late < LATE;) {
        if (!(seen[i] & (prose | LD_SEEN(SEVERAL))) || seen[i] & furniture) continue;
        struct ld_span span = blocks->items[i].span;
        struct ld_words_seen words;
        late++;
        if (is_boilerplate(text, blocks, seen, i, language)) {
            seen[i] |= LD_SEEN(NOTE);
            seen[i - 1] |= LD_SEEN(NOTE);
        }
        if (span.length > NOTE || late > 2) continue;
        see(text, span, NAME, &words);
        unsigned n = name_words(&words, language);
        if (n < 2) continue; /* nearly always */
        see(text, span, 16, &words);
        if (is_author(text, blocks, seen, &words, n, language) || is_role(text, span, &words, n, language))
            seen[i] |= LD_SEEN(NOTE);
    }
}
