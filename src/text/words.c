/* words.c - see words.h. Words of ASCII letters and digits, nearly all there are in most texts of Latin script, are
 * read, folded and hashed here eight bytes at a time; all others, by code points, in words_any.c. */
#include "text/words.h"

#include "base/ahead.h"
#include "base/skip.h"
#include "text/words_any.h"

void ld_words_start(struct ld_word_scan *scan, const char *text, struct ld_span span,
                    const struct ld_language *language) {
    scan->text = text;
    scan->begin = scan->at = span.offset;
    scan->end = scan->limit = ld_span_end(span);
    scan->language = language;
    scan->folded = scan->room;
}

/* What an ASCII byte is, and what each other one may be. Where nothing is said, it is a mark outside of words. */
enum {
    WORD = 1,               /* letters and digits */
    ANY = 2,                /* begins a word, or does not: see words_any.c */
    GOES_ON = 4,            /* a word may go on after it */
    BLANK = LD_AFTER_PUNCT, /* white space: where this bit is not set, that flag is */
    POINT = 16              /* a word may go on after it, if not before a blank */
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
LD_APART static uint8_t capitals_and_digits(const char *word, uint32_t length) {
    uint32_t capitals = 0, digits = 0, letters = 0, first = 0;
    for (uint32_t i = 0; i < length; i++) {
        capitals += !(word[i] & SMALL);
        letters += (word[i] & LETTER) != 0;
        digits += word[i] >= '0' && word[i] <= '9';
    }
    while (first < length && !(word[first] & LETTER)) first++;
    return (uint8_t)((first < length && !(word[first] & SMALL) ? LD_CAPITAL : 0) | (digits ? LD_NUMERIC : 0) |
                     (capitals > 1 && capitals == letters ? LD_ALL_CAPITALS : 0));
}

/* A stretch of text of which it is known where ASCII letters and digits stand: found for many bytes at once, so that no
 * word waits for the end of the one before it. */
enum { STRETCH = 64 };
struct stretch {
    uint32_t begin;
    uint64_t words; /* a bit for each byte from begin on, the lowest first */
};

static struct stretch look_ahead(const struct ld_word_scan *scan, uint32_t at) {
    const char *text = scan->text;
    uint64_t words = ld_bits_of(ld_lanes_words, text + scan->begin, text + at, text + scan->limit);
    if (scan->end - at < STRETCH) words &= ~(~UINT64_C(0) << (scan->end - at));
    return (struct stretch){at, words};
}

/* The length of the run of ASCII letters and digits that begins at at; 0: too long for this. */
static inline uint32_t run(struct stretch *stretch, const struct ld_word_scan *scan, uint32_t at) {
    const uint32_t from = at - stretch->begin;
    if (from < STRETCH && stretch->words != ~UINT64_C(0)) {
        const uint32_t length = ld_zeros_before(~(stretch->words >> from)); /* a shift brings zeros */
        if (from + length < STRETCH) return length;
    }
    *stretch = look_ahead(scan, at);
    return ~stretch->words ? ld_zeros_before(~stretch->words) : 0;
}

/* May a word that is such a run not go on after it? most is how much text there is. */
static inline bool is_whole(const char *text, uint32_t length, uint32_t most) {
    const unsigned char after = length < most ? kinds[(unsigned char)text[length]] : 0;
    if (!(after & (GOES_ON | POINT))) return true;
    return after & POINT && (length + 1 == most || text[length + 1] == ' ');
}

/* May a word go on from the mark between two runs of letters and digits, by its end and the next one's begin? The
 * seldom marks are left to words_any.c, as what has a final apostrophe in the lexicon. */
static bool is_joined(const struct ld_word_scan *scan, const char *word, const char *mark) {
    char folded[16] = {0};
    if (*mark == '-' || *mark == '&') return true;
    if (*mark == '.' || *mark == ',' || *mark == ':' || *mark == '/')
        return !(mark[-1] & LETTER) && !(mark[1] & LETTER);
    if (*mark != '\'') return false;
    if (mark - word >= 12) return true; /* as in words_any.c */
    for (const char *p = word; p <= mark; p++) folded[p - word] = (char)(*p | SMALL);
    return !(ld_language_facts(scan->language, folded, (size_t)(mark + 1 - word)) & LD_STOP);
}

/* The length of the word that begins with a run of that length at at: "full-scale", "don't", "1,150"; 0: unknown. */
LD_APART static uint32_t whole(const struct ld_word_scan *scan, struct stretch *stretch, uint32_t at, uint32_t length) {
    const char *word = scan->text + at;
    while (!is_whole(word, length, scan->end - at)) {
        if (length + 2 > scan->end - at) return 0;
        const uint32_t next = run(stretch, scan, at + length + 1);
        if (!next || !is_joined(scan, word, word + length)) return 0;
        length += 1 + next;
        if (length > LD_WORD_BYTES - STRETCH) return 0;
    }
    return length;
}

/* Eight bytes more of a word, or the length that is left and zeros; given folded. */
static inline uint64_t read_8(uint64_t bytes, uint32_t length, char *folded, uint64_t *unusual) {
    const uint64_t inside = length < 8 ? ~(~UINT64_C(0) << 8 * length) : ~UINT64_C(0);
    *unusual |= ~bytes & LD_EACH_BYTE(SMALL | LETTER) & inside;
    bytes = (bytes | LD_EACH_BYTE(SMALL)) & inside;
    ld_put_bytes_8(folded, bytes);
    return bytes;
}

/* A word of letters, digits and marks inside, all but its place; most is how much text there is. */
LD_APART static void read_long(const char *text, uint32_t length, uint32_t most, struct ld_word_read *word,
                               char *folded) {
    uint64_t unusual = 0, hash = LD_HASH_START;
    for (uint32_t i = 0; i <= length; i += 8) {
        uint64_t bytes = most - i >= 8 ? ld_bytes_8(text + i) : ld_bytes_below_8(text + i, most - i);
        hash = ld_hash_8(hash, read_8(bytes, length - i, folded + i, &unusual));
    }
    *word = (struct ld_word_read){.folded = folded, .length = length, .hash = ld_hash_end(hash)};
    if (unusual) word->flags = capitals_and_digits(text, length);
}

/* Most are short, and the text goes on after them. */
static inline void read_run(const char *text, uint32_t length, uint32_t most, struct ld_word_read *word, char *folded) {
    uint64_t unusual = 0, hash;
    if (length >= 16 || most < 16) {
        read_long(text, length, most, word, folded);
        return;
    }
    hash = ld_hash_8(LD_HASH_START, read_8(ld_bytes_8(text), length, folded, &unusual));
    if (length >= 8) {
        uint64_t later = 0;
        hash = ld_hash_8(hash, read_8(ld_bytes_8(text + 8), length - 8, folded + 8, &later));
        unusual |= -(uint64_t)(later != 0);
    }
    word->folded = folded;
    word->length = length;
    word->hash = ld_hash_end(hash);
    if (unusual <= SMALL) /* nothing, or the first byte is a capital, and no other */
        word->flags = unusual ? LD_CAPITAL : 0;
    else
        word->flags = capitals_and_digits(text, length);
}

/* The next words, at most most of them, and as long as there is room from folded to last for one more; how many. */
static uint32_t read_words(struct ld_word_scan *scan, struct ld_word_read *words, uint32_t most, char *folded,
                           const char *last) {
    const char *text = scan->text;
    const uint32_t end = scan->end;
    uint32_t at = scan->at, flags = at == scan->begin ? LD_AFTER_PUNCT : 0;
    struct stretch stretch = look_ahead(scan, at);
    struct ld_word_read *word = words;
    while (word < words + most && folded <= last) {
        uint32_t length = 0;
        if (end - at > 1 && text[at] == ' ') /* most stand after one blank */
            length = run(&stretch, scan, at + 1);
        if (length) {
            at++;
        } else {
            unsigned kind = WORD;
            for (; at < end && !((kind = kinds[(unsigned char)text[at]]) & (WORD | ANY)); at++) flags |= ~kind & BLANK;
            if (at >= end) break;
            if (kind & WORD) length = run(&stretch, scan, at);
        }
        if (length && !is_whole(text + at, length, end - at)) length = whole(scan, &stretch, at, length);
        if (length) {
            read_run(text + at, length, scan->limit - at, word, folded);
            word->flags |= (uint8_t)flags;
            word->span = (struct ld_span){at, length};
            at += length;
        } else {
            scan->at = at;
            scan->flags = (uint8_t)flags;
            scan->folded = folded;
            bool found = ld_words_any(scan);
            at = scan->at;
            flags = scan->flags;
            if (!found) continue;
            *word = (struct ld_word_read){folded, scan->length, scan->hash, scan->span, scan->flags};
        }
        flags = 0;
        folded += word++->length / 8 * 8 + 8;
    }
    scan->at = at;
    return (uint32_t)(word - words);
}

bool ld_words_read(struct ld_word_scan *scan, struct ld_words *words) {
    const uint32_t room = LD_WORDS_AT_ONCE - words->count;
    const char *last = words->folded + sizeof words->folded - LD_FOLDED_BYTES;
    uint32_t count = read_words(scan, words->items + words->count, room, words->folded + words->used, last);
    words->count += count;
    if (count) {
        const struct ld_word_read *word = &words->items[words->count - 1];
        words->used = (uint32_t)(word->folded - words->folded) + word->length / 8 * 8 + 8;
    }
    return scan->at >= scan->end;
}

bool ld_words_next(struct ld_word_scan *scan) {
    struct ld_word_read word;
    if (!read_words(scan, &word, 1, scan->room, scan->room)) return false;
    scan->span = word.span;
    scan->flags = word.flags;
    scan->length = (uint16_t)word.length;
    scan->hash = word.hash;
    scan->folded = scan->room;
    return true;
}
