/* words.c - see words.h. Words of ASCII letters and digits, nearly all there are in most texts of Latin script, are
 * read, folded and hashed here eight bytes at a time; all others, by code points, in words_any.c. */
#include "text/words.h"

#include "base/skip.h"
#include "text/words_any.h"

void ld_words_start(struct ld_word_scan *scan, const char *text, struct ld_span span,
                    const struct ld_language *language) {
    scan->text = text;
    scan->begin = scan->at = span.offset;
    scan->end = ld_span_end(span);
    scan->language = language;
    scan->folded = scan->room;
}

/* What an ASCII byte is, and what each other one may be. Where nothing is said, it is a mark outside of words. */
enum {
    WORD = 1,    /* letters and digits */
    BLANK = 2,   /* white space */
    ANY = 4,     /* begins a word, or does not: see words_any.c */
    GOES_ON = 8, /* a word may go on after it */
    POINT = 16   /* and so after this, if not before a blank */
};
#define EIGHT(kind) kind, kind, kind, kind, kind, kind, kind, kind
#define LETTERS EIGHT(WORD), EIGHT(WORD), EIGHT(WORD), WORD, WORD
#define SIXTY_FOUR(kind)                                                                                               \
    EIGHT(kind), EIGHT(kind), EIGHT(kind), EIGHT(kind), EIGHT(kind), EIGHT(kind), EIGHT(kind), EIGHT(kind)
static const unsigned char kinds[256] = {['\t'] = BLANK,
                                         BLANK,
                                         BLANK,
                                         BLANK,
                                         BLANK,
                                         [' '] = BLANK,
                                         ['0'] = EIGHT(WORD),
                                         WORD,
                                         WORD,
                                         ['A'] = LETTERS,
                                         ['a'] = LETTERS,
                                         ['\''] = GOES_ON,
                                         ['-'] = GOES_ON,
                                         ['/'] = GOES_ON,
                                         ['_'] = GOES_ON,
                                         ['&'] = GOES_ON,
                                         ['%'] = GOES_ON,
                                         ['$'] = GOES_ON | ANY,
                                         ['.'] = POINT,
                                         [','] = POINT,
                                         [':'] = POINT,
                                         [0x80] = SIXTY_FOUR(GOES_ON | ANY),
                                         SIXTY_FOUR(GOES_ON | ANY)};

/* Among letters and digits of ASCII, only capitals have not the bit SMALL, and only digits not the bit LETTER. */
enum { SMALL = 0x20, LETTER = 0x40 };

/* What the capitals and digits of a word say; most words have none. */
static uint8_t capitals_and_digits(const char *word, uint32_t length) {
    uint32_t capitals = 0, digits = 0, first = 0;
    for (uint32_t i = 0; i < length; i++) {
        capitals += !(word[i] & SMALL);
        digits += !(word[i] & LETTER);
    }
    while (first < length && !(word[first] & LETTER)) first++;
    return (uint8_t)((first < length && !(word[first] & SMALL) ? LD_CAPITAL : 0) | (digits ? LD_NUMERIC : 0) |
                     (capitals > 1 && capitals + digits == length ? LD_ALL_CAPITALS : 0));
}

/* The length of a word of ASCII letters and digits that ends before a byte after which it can't go on, and the word but
 * for its place; else 0. What is true of a byte stands in its highest bit (see base/skip.h). */
static inline uint32_t plain(const char *text, uint32_t most, char *folded, struct ld_word_read *word) {
    uint64_t hash = LD_HASH_START, outside, unusual = 0;
    uint32_t length = 0;
    do {
        if (length > LD_WORD_BYTES - 8) return 0;
        const uint64_t bytes =
            most - length >= 8 ? ld_bytes_8(text + length) : ld_bytes_below_8(text + length, most - length);
        const uint64_t small = bytes | LD_EACH_BYTE(SMALL);
        outside = (~(ld_in_range(small, 'a', 'z') | ld_in_range(bytes, '0', '9')) | bytes) & LD_EACH_BYTE(0x80);
        const uint64_t inside = outside ? (outside ^ (outside - 1)) >> 8 : ~UINT64_C(0); /* all bits of those before */
        unusual |= ~bytes & LD_EACH_BYTE(SMALL | LETTER) & inside;
        ld_put_bytes_8(folded + length, small & inside);
        hash = ld_hash_8(hash, small & inside);
        length += ld_count_high(inside & LD_EACH_BYTE(0x80));
    } while (!outside);
    const unsigned char after = length < most ? kinds[(unsigned char)text[length]] : 0;
    if (after & GOES_ON || (after & POINT && length + 1 < most && text[length + 1] != ' ')) return 0;
    word->folded = folded;
    word->length = length;
    word->hash = ld_hash_end(hash);
    word->flags = unusual ? capitals_and_digits(text, length) : 0;
    return length;
}

static uint32_t read_words(struct ld_word_scan *scan, struct ld_word_read *words, uint32_t most) {
    const char *text = scan->text, *last = scan->room + sizeof scan->room - LD_FOLDED_BYTES;
    const uint32_t end = scan->end;
    uint32_t at = scan->at, count = 0;
    uint8_t flags = at == scan->begin ? LD_AFTER_PUNCT : 0;
    for (char *folded = scan->room; at < end && count < most && folded <= last;) {
        const unsigned char kind = kinds[(unsigned char)text[at]];
        struct ld_word_read *word = &words[count];
        if (!(kind & (WORD | ANY))) {
            if (!(kind & BLANK)) flags |= LD_AFTER_PUNCT;
            at++;
            continue;
        }
        uint32_t length = kind & WORD ? plain(text + at, end - at, folded, word) : 0;
        if (length) {
            word->flags |= flags;
            word->span = (struct ld_span){at, length};
            at += length;
        } else {
            scan->at = at;
            scan->flags = flags;
            scan->folded = folded;
            bool found = ld_words_any(scan);
            *word = (struct ld_word_read){folded, scan->length, scan->hash, scan->span, scan->flags};
            at = scan->at;
            flags = scan->flags;
            if (!found) continue;
        }
        flags = 0;
        folded += word->length / 8 * 8 + 8;
        count++;
    }
    scan->at = at;
    return count;
}

uint32_t ld_words_read(struct ld_word_scan *scan, struct ld_word_read words[LD_WORDS_AT_ONCE]) {
    return read_words(scan, words, LD_WORDS_AT_ONCE);
}

bool ld_words_next(struct ld_word_scan *scan) {
    struct ld_word_read word;
    if (!read_words(scan, &word, 1)) return false;
    scan->span = word.span;
    scan->flags = word.flags;
    scan->length = (uint16_t)word.length;
    scan->hash = word.hash;
    return true;
}
