/* words.c - see words.h. Words of ASCII letters and digits, nearly all there are in most texts of Latin script, are
 * found here for up to 64 bytes at once, as bits of numbers, then folded and hashed sixteen bytes at a time; all others
 * are left to words_any.c, which reads code points. */
#include "text/words.h"

#include <string.h>

#include "base/ahead.h"
#include "base/skip.h"
#include "text/spaces.h"
#include "text/words_any.h"

void ld_words_start(struct ld_word_scan *scan, const char *text, struct ld_span span,
                    const struct ld_language *language) {
    scan->text = text;
    scan->begin = scan->at = span.offset;
    scan->end = scan->limit = ld_span_end(span);
    scan->language = language;
    scan->columns = 0;
    scan->inside = scan->rare = false;
    scan->mark = true;
    scan->folded = scan->words.folded;
    scan->next = scan->words.count = 0;
}

/* ---- where words are -------------------------------------------------------------------------------------------- */

enum { STRETCH = 64 }; /* bytes that are looked at together */

struct stretch { /* a bit for each byte, the first lowest */
    uint32_t at, length;
    uint64_t runs;   /* letters and digits, and marks that join them to one word */
    uint64_t others; /* what else may begin a word */
    uint64_t apart;  /* what begins at such a byte, or ends before it, is for words_any.c */
    uint64_t blanks; /* white space of ASCII */
    /* of what is not read yet: */
    uint64_t starts; /* where runs begin, and others */
    uint64_t ends;   /* after the last byte of runs, and others; none where that is not seen */
    uint64_t after;  /* at the begin of a run: does a mark stand between it and the word before? */
};

static inline uint64_t below(uint32_t bit) { return bit < STRETCH ? ~(~UINT64_C(0) << bit) : ~UINT64_C(0); }

static inline LD_LANES are_blank(LD_LANES bytes) {
    return ld_lanes_or(ld_lanes_are(bytes, ' '), ld_lanes_from(bytes, '\t', '\r'));
}

/* What is not ASCII, and $ % NUL. */
static inline LD_LANES are_rare(LD_LANES bytes) {
    const LD_LANES signs = ld_lanes_are(ld_lanes_or(bytes, ld_lanes_each(1)), '%');
    return ld_lanes_or(ld_lanes_or(bytes, signs), ld_lanes_are(bytes, 0));
}

static bool is_digit(char c) { return c >= '0' && c <= '9'; }

/* Marks between two letters or digits, and rare bytes: which of them are of a word? What is not told here for certain
 * is left to words_any.c. */
LD_APART static void look_closer(struct ld_word_scan *scan, struct stretch *s, uint64_t special) {
    const uint64_t letters = s->runs;
    for (; special; special &= special - 1) {
        const uint64_t bit = special & -special, before = letters << 1 & bit, next = letters >> 1 & bit;
        const char *p = scan->text + s->at + ld_zeros_before(bit);
        uint64_t *to = NULL;
        switch (*p) {
        case '-':
        case '&': to = &s->runs; break;
        case '\'': to = scan->language->elides && *scan->language->elides ? &s->apart : &s->runs; break;
        case '.':
        case ',':
        case ':':
        case '/': /* "1,150", "U.S" */
            if (is_digit(p[-1]) && is_digit(p[1]))
                to = &s->runs;
            else if (*p == '.')
                to = &s->apart;
            break;
        case '_': to = &s->apart; break;
        case '%':
            if (before && is_digit(p[-1])) to = next ? &s->apart : &s->runs;
            break;
        case '$':
            to = !(before | (s->runs << 1 & bit)) && next && is_digit(p[1]) ? &s->runs : &s->apart;
            if (to == &s->apart) s->others |= bit;
            break;
        default: break;
        }
        if (*p & 0x80) { /* a word may go on to it over the mark before */
            s->apart |= bit >> 1 & ~(letters | s->blanks);
            s->others |= bit;
            to = &s->apart;
        }
        if (to) *to |= bit;
        scan->rare |= *p & 0x80 || !*p;
    }
}

/* What stands before the words from there on, with or without a mark since the last one: a mark's bit is carried on to
 * where the gap ends. */
static inline uint64_t marks_before(const struct stretch *s, uint32_t from, bool mark) {
    const uint64_t gaps = ~s->runs >> from << from;
    return gaps + (gaps & ~s->blanks) + ((uint64_t)mark << from);
}

/* Is there a mark between two bytes? */
static inline bool has_mark(const struct stretch *s, uint32_t from, uint32_t to) {
    return (~(s->runs | s->blanks) & below(to) & ~below(from)) != 0;
}

static const char *copy_rest(char rest[STRETCH], const char *bytes, uint32_t length) {
    memset(rest, 0, STRETCH);
    return memcpy(rest, bytes, length);
}

static inline struct stretch look(struct ld_word_scan *scan) {
    struct stretch s = {.at = scan->at};
    const char *bytes = scan->text + scan->at;
    char rest[STRETCH];
    s.length = scan->end - scan->at < STRETCH ? scan->end - scan->at : STRETCH;
    if (scan->limit - scan->at < STRETCH) bytes = copy_rest(rest, bytes, scan->limit - scan->at);
    const uint64_t inside = ~UINT64_C(0) >> (STRETCH - s.length);
    const uint64_t letters = ld_bits_of_64(ld_lanes_words, bytes) & inside,
                   rare = ld_bits_of_64(are_rare, bytes) & inside;
    s.runs = letters;
    s.blanks = ld_bits_of_64(are_blank, bytes);
    const uint64_t between = letters << 1 & letters >> 1 & ~(letters | s.blanks);
    if (rare | between) look_closer(scan, &s, rare | between);
    s.starts = (s.runs & ~(s.runs << 1)) | s.others;
    s.ends = (~s.runs & s.runs << 1) | s.others;
    s.ends &= ~UINT64_C(0) >> (s.length == STRETCH); /* what follows on the last byte is not seen */
    if (!s.ends && s.starts & 1) s.ends = s.apart = UINT64_C(1) << (STRETCH - 1);
    s.after = marks_before(&s, 0, scan->mark);
    return s;
}

/* To where the next stretch begins. */
static inline void move_on(struct ld_word_scan *scan, const struct stretch *s, uint32_t next) {
    const uint64_t ink = ~s->blanks & below(next);
    scan->at = s->at + next;
    scan->rare |= next > STRETCH; /* who reads as far has met what is */
    scan->columns += ld_count_bits(ink & ~(ink << 1 | scan->inside));
    scan->inside = ink >> ((next - 1) % STRETCH) & 1;
}

uint32_t ld_words_columns(const struct ld_word_scan *scan) {
    const struct ld_span span = {scan->begin, scan->end - scan->begin};
    return scan->rare ? ld_count_columns(scan->text, span) : scan->columns;
}

/* ---- what they are ----------------------------------------------------------------------------------------------- */

/* Among letters and digits of ASCII, only capitals have not the bit SMALL, and only digits not the bit LETTER. */
enum { SMALL = 0x20, LETTER = 0x40, SHORT = 16 };
_Static_assert(LD_WORDS_BEYOND >= STRETCH + SHORT, "what is read of a word that begins in a stretch");

/* What the capitals and digits of a word say; most words have none. Among its marks only the colon may be taken for a
 * digit, and that stands between some. */
LD_APART static uint8_t capitals_and_digits(const char *word, uint32_t length) {
    const uint64_t each = LD_EACH_BYTE(LETTER);
    uint64_t digits = 0, first = 0;
    uint32_t letter_count = 0, capital_count = 0;
    for (uint32_t i = 0; i < length; i += 8) {
        const uint64_t bytes = length - i < 8 ? ld_bytes_below_8(word + i, length - i) : ld_bytes_8(word + i);
        const uint64_t letters = bytes & each, capitals = letters & ~(bytes << 1); /* SMALL moved on to LETTER */
        digits |= bytes << 2 & ~bytes & each;
        if (!letter_count) first = letters & -letters & capitals;
        letter_count += ld_count_high(letters << 1);
        capital_count += ld_count_high(capitals << 1);
    }
    return (uint8_t)((first ? LD_CAPITAL : 0) | (digits ? LD_NUMERIC : 0) |
                     (capital_count > 1 && capital_count == letter_count ? LD_ALL_CAPITALS : 0));
}

/* Bits of each byte of a word: for n bytes, and none after them, from SHORT - n on. */
static const struct {
    unsigned char all[2 * SHORT], small[2 * SHORT], letter[2 * SHORT];
} masks = {
#define SIXTEEN(bits)                                                                                                  \
    { bits, bits, bits, bits, bits, bits, bits, bits, bits, bits, bits, bits, bits, bits, bits, bits }
    SIXTEEN(0xFF), SIXTEEN(SMALL), SIXTEEN(SMALL | LETTER)
#undef SIXTEEN
};

static inline uint64_t mask_8(const unsigned char *mask) { return ld_bytes_8((const char *)mask); }

/* Sixteen bytes, of which the first count are of a word, folded, with zeros for the others; gives the hash of what was
 * before and them. unusual gets what small letters have and they have not: SMALL alone, where the first is a capital
 * and all others are small letters. */
static inline uint64_t fold_16(uint64_t hash, uint64_t first, uint64_t last, uint32_t count, char *folded,
                               uint64_t *unusual) {
    const uint32_t from = SHORT - count;
    *unusual = (~first & mask_8(masks.letter + from)) | (~last & mask_8(masks.letter + from + 8)) << 1;
    first = (first & mask_8(masks.all + from)) | mask_8(masks.small + from);
    last = (last & mask_8(masks.all + from + 8)) | mask_8(masks.small + from + 8);
    ld_put_bytes_8(folded, first);
    ld_put_bytes_8(folded + 8, last);
    return ld_hash_16(hash, first, last);
}

/* One of less than SHORT bytes, where no less can be read. Gives its flags. */
static inline uint8_t read_short(const char *text, uint32_t length, struct ld_word_read *word) {
    uint64_t unusual;
    word->hash =
        ld_hash_end(fold_16(LD_HASH_START, ld_bytes_8(text), ld_bytes_8(text + 8), length, word->folded, &unusual));
    if (unusual & ~(uint64_t)SMALL) return capitals_and_digits(text, length);
    return (uint8_t)(unusual / SMALL); /* 0 or LD_CAPITAL */
}

/* Of any length; most is how much text there is. */
LD_APART static uint8_t read_long(const char *text, uint32_t length, uint32_t most, struct ld_word_read *word) {
    uint64_t unusual, hash = LD_HASH_START;
    for (uint32_t i = 0; i <= length; i += SHORT) {
        char bytes[SHORT] = {0};
        memcpy(bytes, text + i, most - i < SHORT ? most - i : SHORT);
        hash = fold_16(hash, ld_bytes_8(bytes), ld_bytes_8(bytes + 8), length - i < SHORT ? length - i : SHORT,
                       word->folded + i, &unusual);
    }
    word->hash = ld_hash_end(hash);
    return capitals_and_digits(text, length);
}

struct found { /* where the next word found is put */
    struct ld_word_read *word;
    struct ld_token *token;
    char *folded;
    const char *full; /* no place from there on */
};

/* For a word's letters, and the zeros after it. */
static inline uint32_t room_for(uint32_t length) { return length / SHORT * SHORT + SHORT; }

/* A word of any kind, or a step on from a byte that begins none, by words_any.c. Gives to where the stretch is read;
 * nothing of it is left where its bits do not tell what comes next. */
LD_APART static uint32_t read_other(struct ld_word_scan *scan, struct stretch *s, uint32_t start, bool mark,
                                    struct found *to) {
    scan->at = s->at + start;
    scan->flags = mark ? LD_AFTER_PUNCT : 0;
    scan->folded = to->folded;
    if (ld_words_any(scan)) {
        *to->word++ = (struct ld_word_read){to->folded, scan->length, scan->hash};
        *to->token++ = (struct ld_token){scan->span.offset, 0, (uint16_t)scan->span.length, scan->flags};
        to->folded += room_for(scan->length);
        scan->flags = 0;
    }
    scan->mark = scan->flags;
    const uint32_t done = scan->at - s->at;
    const uint64_t here = done < STRETCH ? UINT64_C(1) << done : 0;
    if (here && !(s->runs & s->runs << 1 & here) && to->folded < to->full) {
        s->starts &= ~(here - 1);
        s->ends &= ~(here - 1) & (s->others | ~here);
        s->after = marks_before(s, done, scan->mark);
    } else {
        s->starts = s->ends = 0;
        s->length = STRETCH;
    }
    return done;
}

/* The words of a stretch; what is left of it is read with the next one. */
static inline void read_stretch(struct ld_word_scan *scan, struct stretch *s, struct found *to) {
    const char *text = scan->text + s->at;
    const uint32_t most = scan->limit - s->at, least_long = most < LD_WORDS_BEYOND ? 0 : SHORT;
    struct found now = *to;
    uint64_t starts = s->starts, ends = s->ends;
    uint32_t done = 0, from = 0;
    while (ends) {
        const uint32_t start = ld_zeros_before(starts), end = ld_zeros_before(ends), length = end - start;
        if (s->apart >> end & 1) {
            const bool mark = (done == from && scan->mark) | has_mark(s, done, start);
            *to = now;
            done = from = read_other(scan, s, start, mark, to);
            now = *to;
            starts = s->starts;
            ends = s->ends;
            continue;
        }
        uint8_t flags = (s->after >> start & 1) * LD_AFTER_PUNCT;
        now.word->folded = now.folded;
        now.word->length = length;
        if (length < least_long) {
            flags |= read_short(text + start, length, now.word);
            now.folded += SHORT;
        } else {
            flags |= read_long(text + start, length, most - start, now.word);
            now.folded += room_for(length);
        }
        now.token->offset = s->at + start;
        now.token->length = (uint16_t)length;
        now.token->flags = flags;
        now.word++;
        now.token++;
        done = end;
        starts &= starts - 1;
        ends &= ends - 1;
    }
    *to = now;
    /* without branches, for none could be foreseen: to the end; or to what was not seen whole; or to what is read */
    const uint32_t left = ld_zeros_before(starts | UINT64_C(1) << (STRETCH - 1)), is_last = s->length < STRETCH,
                   next = (s->length & -is_last) | ((starts || !done ? left : done) & (is_last - 1));
    scan->mark = (scan->mark & (done == from)) | has_mark(s, done, next);
    move_on(scan, s, next);
}

bool ld_words_read(struct ld_word_scan *scan, struct ld_words *words) {
    const struct ld_word_read *const last = words->items + LD_WORDS_AT_ONCE - LD_WORDS_ROOM;
    struct found to = {words->items + words->count, words->tokens + words->count, words->folded + words->used,
                       words->folded + sizeof words->folded - LD_FOLDED_BYTES - LD_WORDS_ROOM * SHORT - STRETCH};
    while (scan->at < scan->end && to.word <= last && to.folded < to.full) {
        struct stretch s = look(scan);
        read_stretch(scan, &s, &to);
    }
    words->count = (uint32_t)(to.word - words->items);
    words->used = (uint32_t)(to.folded - words->folded);
    return scan->at >= scan->end;
}

bool ld_words_next(struct ld_word_scan *scan) {
    struct ld_words *words = &scan->words;
    while (scan->next == words->count) {
        if (scan->at >= scan->end) return false;
        scan->next = words->count = words->used = 0;
        words->tokens = scan->tokens;
        ld_words_read(scan, words);
    }
    const struct ld_word_read *word = &words->items[scan->next];
    const struct ld_token *token = &words->tokens[scan->next++];
    scan->span = (struct ld_span){token->offset, token->length};
    scan->flags = token->flags;
    scan->length = (uint16_t)word->length;
    scan->hash = word->hash;
    scan->folded = word->folded;
    return true;
}
