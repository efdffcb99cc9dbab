/* words.c - see words.h. Words of ASCII letters and digits, nearly all there are in most texts of Latin script, are
 * found here for up to 64 bytes at once, as bits of numbers, then folded and hashed sixteen bytes at a time; all others
 * are left to words_any.c, which reads code points. */
#include "text/words.h"

#include <string.h>

#include "base/ahead.h"
#include "base/skip.h"
#include "base/unicode.h"
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
    scan->room = scan->words.folded;
    scan->next = scan->words.count = 0;
}

/* ---- where words are -------------------------------------------------------------------------------------------- */

enum { STRETCH = 64 }; /* bytes that are looked at together */

struct stretch { /* a bit for each byte, the first lowest */
    const char *text;
    uint32_t at, length;
    uint64_t runs;   /* letters and digits, and marks that join them to one word */
    uint64_t others; /* what else may begin a word */
    uint64_t apart;  /* what begins at such a byte, or ends before it, is for words_any.c */
    uint64_t blanks; /* white space of ASCII */
    uint64_t capitals;
    uint64_t
        odd; /* digits, and capitals within runs: what a word's flags may tell of besides its first letter's case */
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

/* Those, and white space but for the blank: seldom is any among 64 bytes. */
static inline LD_LANES are_seldom(LD_LANES bytes) {
    const LD_LANES signs = ld_lanes_are(ld_lanes_or(bytes, ld_lanes_each(1)), '%');
    return ld_lanes_or(ld_lanes_or(bytes, signs), ld_lanes_from(bytes, 0, 0x1F));
}

static inline LD_LANES are_space(LD_LANES bytes) { return ld_lanes_are(bytes, ' '); }

static inline LD_LANES are_small(LD_LANES bytes) { return ld_lanes_from(bytes, 'a', 'z'); }
static inline LD_LANES are_capital(LD_LANES bytes) { return ld_lanes_from(bytes, 'A', 'Z'); }
static inline LD_LANES are_digit(LD_LANES bytes) { return ld_lanes_from(bytes, '0', '9'); }

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
            if (ld_is_ascii_digit(p[-1]) && ld_is_ascii_digit(p[1]))
                to = &s->runs;
            else if (*p == '.')
                to = &s->apart;
            break;
        case '_': to = &s->apart; break;
        case '%':
            if (before && ld_is_ascii_digit(p[-1])) to = next ? &s->apart : &s->runs;
            break;
        case '$':
            to = !(before | (s->runs << 1 & bit)) && next && ld_is_ascii_digit(p[1]) ? &s->runs : &s->apart;
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

/* Written in place: a struct that is copied is read back wider than it was written, for which a processor waits. */
static inline void look(struct ld_word_scan *scan, struct stretch *s) {
    const char *bytes = scan->text + scan->at;
    char rest[STRETCH];
    s->text = bytes;
    s->at = scan->at;
    s->length = scan->end - scan->at < STRETCH ? scan->end - scan->at : STRETCH;
    s->others = s->apart = 0;
    if (scan->limit - scan->at < STRETCH) bytes = copy_rest(rest, bytes, scan->limit - scan->at);
    const uint64_t inside = ~UINT64_C(0) >> (STRETCH - s->length);
    s->capitals = ld_bits_of_64(are_capital, bytes);
    s->odd = ld_bits_of_64(are_digit, bytes);
    const uint64_t letters = (s->capitals | s->odd | ld_bits_of_64(are_small, bytes)) & inside;
    uint64_t rare = 0;
    s->runs = letters;
    s->blanks = ld_bits_of_64(are_space, bytes);
    if (ld_any_of_64(are_seldom, bytes)) {
        rare = ld_bits_of_64(are_rare, bytes) & inside;
        s->blanks = ld_bits_of_64(are_blank, bytes);
    }
    const uint64_t between = letters << 1 & letters >> 1 & ~(letters | s->blanks);
    if (rare | between) look_closer(scan, s, rare | between);
    s->starts = (s->runs & ~(s->runs << 1)) | s->others;
    s->odd |= s->capitals & s->runs << 1;
    s->ends = (~s->runs & s->runs << 1) | s->others;
    s->ends &= ~UINT64_C(0) >> (s->length == STRETCH); /* what follows on the last byte is not seen */
    if (!s->ends && s->starts & 1) s->ends = s->apart = UINT64_C(1) << (STRETCH - 1);
    s->after = marks_before(s, 0, scan->mark);
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

enum { SMALL = 0x20, LETTER = 0x40 }; /* of letters and digits, only capitals and only digits have not that bit */
_Static_assert(LD_WORDS_BEYOND >= STRETCH + LD_SHORT, "what is read of a word that begins in a stretch");

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

/* All bits of each byte of a word: for n bytes, and none after them, from LD_SHORT - n on. */
#define SIXTEEN(bits) bits, bits, bits, bits, bits, bits, bits, bits, bits, bits, bits, bits, bits, bits, bits, bits
static const unsigned char mask[2 * LD_SHORT] = {SIXTEEN(0xFF)};
#undef SIXTEEN

static inline uint64_t fold_8(const char *bytes, const unsigned char *inside) {
    return (ld_bytes_8(bytes) | LD_EACH_BYTE(SMALL)) & ld_bytes_8((const char *)inside);
}

/* Sixteen bytes, of which the first count are of a word, folded, with zeros for the others; gives the hash of what was
 * before and them. */
static inline uint64_t fold_16(uint64_t hash, const char *bytes, uint32_t count, char *folded) {
    const unsigned char *inside = mask + LD_SHORT - count;
    const uint64_t first = fold_8(bytes, inside), last = fold_8(bytes + 8, inside + 8);
    ld_put_bytes_8(folded, first);
    ld_put_bytes_8(folded + 8, last);
    return ld_hash_16(hash, first, last);
}

struct found { /* where the next word found is put */
    struct ld_word_read *word;
    struct ld_token *token;
    char *folded;     /* for the letters of long ones */
    const char *full; /* no place from there on */
    struct ld_places places;
};

/* For a long word's letters, and the zeros after it. */
static inline uint32_t room_for(uint32_t length) { return length / LD_SHORT * LD_SHORT + LD_SHORT; }

/* A word that fold_16 cannot take at once, as most are: it is long, or less than LD_SHORT bytes of text are there to be
 * read. most is how many are. */
LD_APART static void fold_any(const char *text, uint32_t length, uint32_t most, struct ld_word_read *word,
                              char **room) {
    const bool is_short = length < LD_SHORT;
    char *folded = is_short ? word->letters.here : *room;
    uint64_t hash = LD_HASH_START;
    for (uint32_t i = 0; i <= length; i += LD_SHORT) {
        char bytes[LD_SHORT] = {0};
        memcpy(bytes, text + i, most - i < LD_SHORT ? most - i : LD_SHORT);
        hash = fold_16(hash, bytes, length - i < LD_SHORT ? length - i : LD_SHORT, folded + i);
    }
    word->hash = ld_hash_end(hash);
    if (is_short) return;
    word->letters.none = 0;
    word->letters.there = folded;
    *room += room_for(length);
}

/* A word that words_any.c found and folded. */
static void take_other(const struct ld_word_scan *scan, struct found *to) {
    struct ld_letters letters = {.there = to->folded};
    if (scan->length < LD_SHORT)
        memcpy(letters.here, to->folded, LD_SHORT);
    else
        to->folded += room_for(scan->length);
    *to->word++ = (struct ld_word_read){letters, scan->length, scan->hash};
    *to->token++ = (struct ld_token){scan->span.offset, 0, (uint16_t)scan->span.length, scan->flags};
}

/* A word of any kind, or a step on from a byte that begins none, by words_any.c. Gives to where the stretch is read;
 * nothing of it is left where its bits do not tell what comes next. */
LD_APART static uint32_t read_other(struct ld_word_scan *scan, struct stretch *s, uint32_t start, bool mark,
                                    struct found *to) {
    scan->at = s->at + start;
    scan->flags = mark ? LD_AFTER_PUNCT : 0;
    scan->room = to->folded;
    if (ld_words_any(scan)) {
        take_other(scan, to);
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

_Static_assert(LD_CAPITAL == 1 && LD_AFTER_PUNCT == 2, "two bits next to each other");

/* Words whose bits tell all: they begin at the lowest of starts and end before ends, and are one at least. Gives where
 * the last one ends. */
static inline uint32_t read_plain(const struct ld_word_scan *scan, const struct stretch *s, uint64_t starts,
                                  uint64_t ends, struct found *to) {
    const char *text = s->text;
    const uint32_t at = s->at, most = scan->limit - at, least_long = most < LD_WORDS_BEYOND ? 0 : LD_SHORT;
    const uint64_t last = UINT64_C(1) << (STRETCH - 1);                         /* no word ends after it */
    const uint64_t flagged = (s->capitals & starts) | (s->after & starts) << 1; /* no two words begin side by side */
    const struct ld_places places = to->places;
    struct ld_word_read *word = to->word;
    struct ld_token *token = to->token;
    const uint64_t odd = s->odd & (starts | -starts);
    uint32_t next_odd = ld_zeros_before(odd | last);
    do {
        const uint32_t start = ld_zeros_before(starts), end = ld_zeros_before(ends);
        const uint32_t length = end - start;
        uint32_t flags = flagged >> start & (LD_CAPITAL | LD_AFTER_PUNCT);
        if (end > next_odd) { /* seldom */
            flags |= capitals_and_digits(text + start, length);
            next_odd = ld_zeros_before((odd & ~below(end)) | last);
        }
        word->length = length;
        if (length < least_long)
            word->hash = ld_hash_end(fold_16(LD_HASH_START, text + start, length, word->letters.here));
        else
            fold_any(text + start, length, most - start, word, &to->folded);
        LD_WILL_READ(&places.at[word->hash & places.mask]);
        token->offset = at + start;
        token->length = (uint16_t)length;
        token->flags = (uint8_t)flags;
        word++;
        token++;
        starts &= starts - 1;
        ends &= ends - 1;
    } while (ends);
    to->word = word;
    to->token = token--;
    return token->offset + token->length - at;
}

/* The words of a stretch; what is left of it is read with the next one. */
static inline void read_stretch(struct ld_word_scan *scan, struct stretch *s, struct found *to) {
    uint32_t done = 0, from = 0;
    while (s->ends) {
        const uint64_t apart = s->apart & s->ends, plain = s->ends & ((apart & -apart) - 1);
        if (plain) {
            done = read_plain(scan, s, s->starts, plain, to);
            s->starts &= ~below(done);
            s->ends ^= plain;
        }
        if (s->ends) {
            const uint32_t start = ld_zeros_before(s->starts);
            const bool mark = (done == from && scan->mark) | has_mark(s, done, start);
            done = from = read_other(scan, s, start, mark, to);
        }
    }
    /* without branches, for none could be foreseen: to the end; or to what was not seen whole; or to what is read */
    const uint32_t left = ld_zeros_before(s->starts | UINT64_C(1) << (STRETCH - 1)), is_last = s->length < STRETCH,
                   next = (s->length & -is_last) | ((s->starts || !done ? left : done) & (is_last - 1));
    scan->mark = (scan->mark & (done == from)) | has_mark(s, done, next);
    move_on(scan, s, next);
}

bool ld_words_read(struct ld_word_scan *scan, struct ld_words *words, struct ld_places places) {
    const struct ld_word_read *const last = words->items + LD_WORDS_AT_ONCE - LD_WORDS_ROOM;
    struct found to = {words->items + words->count, words->tokens + words->count, words->folded + words->used,
                       words->folded + sizeof words->folded - 2 * LD_FOLDED_BYTES, places};
    while (scan->at < scan->end && to.word <= last && to.folded < to.full) {
        struct stretch s;
        look(scan, &s);
        read_stretch(scan, &s, &to);
    }
    words->count = (uint32_t)(to.word - words->items);
    words->used = (uint32_t)(to.folded - words->folded);
    return scan->at >= scan->end;
}

bool ld_words_next(struct ld_word_scan *scan) {
    static const uint32_t none = 0;
    struct ld_words *words = &scan->words;
    while (scan->next == words->count) {
        if (scan->at >= scan->end) return false;
        scan->next = words->count = words->used = 0;
        words->tokens = scan->tokens;
        ld_words_read(scan, words, (struct ld_places){&none, 0});
    }
    const struct ld_word_read *word = &words->items[scan->next];
    const struct ld_token *token = &words->tokens[scan->next++];
    scan->span = (struct ld_span){token->offset, token->length};
    scan->flags = token->flags;
    scan->length = (uint16_t)word->length;
    scan->hash = word->hash;
    scan->folded = ld_letters_of(&word->letters);
    return true;
}
