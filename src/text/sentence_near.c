/* sentence_near.c - the words on both sides of a mark.
 *
 * In: text and the place of a mark. Out: the word before or after it, counted by kinds of character, with what the
 * language's lexicon knows of it. Looks at no more than LD_NEAR_BYTES a word and leaves the decision to
 * sentence_rules.c.
 */
#include "text/sentence_rules.h"

#include <string.h>

#include "base/skip.h"
#include "base/unicode.h"

enum {
    JOINED = 4,     /* letters at most of the last piece of an abbreviation that may have others before it */
    PIECES = 4,     /* abbreviations written with blanks have up to so many: "u. a. m.", "и т. д." */
    TITLE_BYTES = 6 /* of the first piece of one without, and its point: "cand.mag", "civ.ing" */
};

/* What an ASCII character is to a word: bits. */
enum {
    BREAK = 1, /* parts a word from what stands before it, though no blank does */
    LETTER = 2,
    VOWEL = 4,
    DIGIT = 8,
    CLOSING = 16 /* may close a quote or a bracket */
};
#define S LETTER
#define V (LETTER | VOWEL)
#define D DIGIT
#define B BREAK
#define Q (BREAK | CLOSING)
static const unsigned char ascii[128] = {
    B, B, B, B, B, B, B, B,       B, B,       B, B, B, B,       B, B,
    B, B, B, B, B, B, B, B,       B, B,       B, B, B, B,       B, B, /* 9 to 13: blanks */
    B, 0, Q, 0, 0, 0, 0, CLOSING, B, CLOSING, B, B, 0, 0,       0, B, /*   ! " # $ % & ' ( ) * + , - . / */
    D, D, D, D, D, D, D, D,       D, D,       0, 0, B, B,       B, 0, /* 0 to 9 : ; < = > ? */
    0, V, S, S, S, V, S, S,       S, V,       S, S, S, S,       S, V, /* @ A to O */
    S, S, S, S, S, V, S, S,       S, V,       S, B, B, CLOSING, 0, 0, /* P to Z [ \ ] ^ _ */
    B, V, S, S, S, V, S, S,       S, V,       S, S, S, S,       S, V, /* ` a to o */
    S, S, S, S, S, V, S, S,       S, V,       S, B, B, CLOSING, B, 0  /* p to z { | } ~ */
};
#undef S
#undef V
#undef D
#undef B
#undef Q

static bool one_of(uint32_t c, const uint32_t *list) {
    while (*list && *list != c) list++;
    return *list != 0;
}

bool ld_is_opening(uint32_t c) {
    static const uint32_t list[] = {'(',    '[',    '{',    '"',    '\'',   '`',    0xAB,   0xBB,   0x2018,
                                    0x201A, 0x201B, 0x201C, 0x201D, 0x201E, 0x201F, 0x2039, 0x203A, 0x3008,
                                    0x300A, 0x300C, 0x300E, 0x3010, 0x3014, 0xFF08, 0xFF3B, 0xFF62, 0};
    return one_of(c, list);
}

bool ld_is_closing(uint32_t c) {
    static const uint32_t list[] = {0xAB,   0xBB,   0x2018, 0x2019, 0x201C, 0x201D, 0x2039, 0x203A, 0x3009,
                                    0x300B, 0x300D, 0x300F, 0x3011, 0x3015, 0xFF09, 0xFF3D, 0xFF63, 0};
    return c < 128 ? ascii[c] & CLOSING : one_of(c, list);
}

bool ld_is_dash(uint32_t c) { return c == '-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212; }

static bool breaks(uint32_t c) {
    if (c < 128) return ascii[c] & BREAK;
    return ld_is_space(c) || (ld_is_opening(c) && c != 0x2018) || c == 0xBF || c == 0xA1 || ld_is_dash(c);
}

static uint32_t near_facts(const struct ld_language *language, const char *bytes, size_t length) {
    char folded[3 * LD_NEAR_BYTES + 8];
    return ld_language_facts(language, folded, ld_fold(bytes, length, folded, sizeof folded - 8));
}

bool ld_is_vowel(uint32_t c) {
    static const uint32_t list[] = {0xE0,  0xE1,  0xE4,  0xE5,  0xE6,  0xE8,  0xE9,  0xEC,  0xED,
                                    0xF2,  0xF3,  0xF6,  0xF8,  0xF9,  0xFA,  0xFC,  0x430, 0x435,
                                    0x438, 0x43E, 0x443, 0x44B, 0x44D, 0x44E, 0x44F, 0};
    return c < 128 ? ascii[c] & VOWEL : one_of(ld_to_lower(c), list);
}

/* The common case: a word of printable ASCII, counted, folded and looked up in one pass over eight bytes at a time.
 * False for any other. */
static bool read_plain(struct ld_near *word, const struct ld_language *language) {
    char folded[LD_NEAR_BYTES + 8];
    unsigned printed = 0, letters = 0, uppers = 0, digits = 0, points = 0;
    uint64_t hash = LD_HASH_START;
    for (unsigned i = 0; i <= word->bytes; i += 8) { /* the last step has none to seven bytes, as ld_table_hash does */
        unsigned left = word->bytes - i;
        uint64_t bytes = left >= 8 ? ld_bytes_8(word->at + i) : ld_bytes_below_8(word->at + i, left);
        if (bytes & LD_HIGH) return false;
        uint64_t letter = ld_in_range(bytes | LD_EACH_BYTE(0x20), 'a', 'z') & LD_HIGH;
        uint64_t upper = letter & ~(bytes << 2); /* the bit 0x20 is not set */
        printed += ld_count_high(ld_in_range(bytes, ' ', '~') & LD_HIGH);
        letters += ld_count_high(letter);
        uppers += ld_count_high(upper);
        digits += ld_count_high(ld_in_range(bytes, '0', '9') & LD_HIGH);
        points += ld_count_high(ld_in_range(bytes, '.', '.') & LD_HIGH);
        bytes |= upper >> 2;
        hash = ld_hash_8(hash, bytes);
        ld_put_bytes_8(folded + i, bytes);
    }
    if (printed != word->bytes) return false;
    word->ascii = true;
    word->first = (unsigned char)*word->at;
    word->letters = (uint8_t)letters;
    word->uppers = (uint8_t)uppers;
    word->digits = (uint8_t)digits;
    word->points = (uint8_t)points;
    word->marks = (uint8_t)(printed - letters - digits - points);
    word->facts =
        ld_table_find_hashed(language->lexicon, folded, word->bytes, ld_hash_end(hash)) & ~(uint32_t)LD_OPENS_PHRASE;
    return true;
}

/* Count the word's characters, and find its facts. */
static void read(struct ld_near *word, const struct ld_language *language) {
    const char *end = word->at + word->bytes;
    unsigned step;
    if (read_plain(word, language)) return;
    word->ascii = true;
    word->first = ld_utf8_decode(word->at, end, &step);
    for (const char *p = word->at; p < end; p += step) {
        uint32_t c = ld_utf8_decode(p, end, &step);
        if (c >= 128) word->ascii = false;
        switch (ld_class_of(c)) {
        case LD_LETTER:
            word->letters++;
            word->uppers = (uint8_t)(word->uppers + ld_is_upper(c));
            break;
        case LD_DIGIT: word->digits++; break;
        case LD_MARK: break; /* part of its letter */
        case LD_CONTROL: break;
        default:
            if (c == '.')
                word->points++;
            else
                word->marks++;
        }
    }
    word->facts = near_facts(language, word->at, word->bytes);
}

bool ld_near_ends_with_vowel(const struct ld_near *word) {
    const char *end = word->at + word->bytes;
    for (unsigned step; end > word->at; end -= step) {
        uint32_t c = ld_utf8_before(word->at, end, &step);
        if (ld_class_of(c) == LD_LETTER) return ld_is_vowel(c);
    }
    return false;
}

/* How many letters of ASCII end at mark, but no more than LD_NEAR_BYTES and a few. */
static unsigned letters_before(const char *begin, const char *mark) {
    enum { LANES = sizeof(LD_LANES) };
    unsigned count = 0;
    for (const char *p = mark; p - begin >= LANES && count < LD_NEAR_BYTES; p -= LANES, count += LANES) {
        const LD_LANES small = ld_lanes_or(ld_lanes(p - LANES), ld_lanes_each(0x20));
        const uint64_t others = (uint64_t)~ld_lanes_bits(ld_lanes_from(small, 'a', 'z')) << (64 - LANES);
        if (others) return count + ld_zeros_after(others);
    }
    while (mark - count > begin && count < LD_NEAR_BYTES && ld_is_ascii_letter(mark[-1 - (int)count])) count++;
    return count;
}

/* The facts of so many letters of ASCII, which are folded to the buffer. */
static uint32_t letter_facts(const struct ld_language *language, const char *word, unsigned length, char *folded) {
    uint64_t hash = LD_HASH_START;
    for (unsigned i = 0; i <= length; i += 8) { /* the last step has none to seven bytes, as ld_table_hash does */
        const unsigned left = length - i;
        const uint64_t inside = left >= 8 ? ~UINT64_C(0) : ~(~UINT64_C(0) << 8 * left);
        const uint64_t bytes =
            (left >= 8 ? ld_bytes_8(word + i) : ld_bytes_below_8(word + i, left)) | (LD_EACH_BYTE(0x20) & inside);
        hash = ld_hash_8(hash, bytes);
        ld_put_bytes_8(folded + i, bytes);
    }
    return ld_table_find_hashed(language->lexicon, folded, length, ld_hash_end(hash));
}

bool ld_near_is_plain(const struct ld_language *language, const char *begin, const char *mark) {
    char folded[1 + LD_NEAR_BYTES + 8];
    const unsigned length = letters_before(begin, mark);
    const char *word = mark - length;
    if (length >= LD_NEAR_BYTES || !(mark[-1] & mark[-2] & 0x20)) return false;
    if (word > begin && ((unsigned char)word[-1] >= 0x80 || !(ascii[(unsigned char)word[-1]] & BREAK))) return false;
    const bool spaced = word > begin && ld_is_space((unsigned char)word[-1]), joined = spaced && length <= JOINED;
    if (spaced && word[-2] == '.' && joined) return false;
    if (!language->closings || !ld_sieve_holds(language->closings, word, length)) return true;
    if (letter_facts(language, word, length, folded + 1) & LD_ABBREVIATION) return false;
    folded[0] = ' ';
    return !joined || !(ld_language_facts(language, folded, 1 + length) & LD_ABBREVIATION);
}

/* Where the word begins that ends at mark. */
static const char *word_start(const char *begin, const char *mark) {
    const char *p = mark;
    for (unsigned step; p > begin && mark - p < LD_NEAR_BYTES; p -= step) {
        if (breaks((unsigned char)p[-1] < 0x80 ? (unsigned char)p[-1] : ld_utf8_before(begin, p, &step))) break;
        if ((unsigned char)p[-1] < 0x80) step = 1;
    }
    return p;
}

/* Facts of "z. B", "u. a. m", "и т. д": the pieces before the word, each with its point and one blank, joined to it. */
static uint32_t joined_facts(const struct ld_language *language, const char *begin, const struct ld_near *word) {
    char joined[2 * LD_NEAR_BYTES];
    size_t size = word->bytes;
    uint32_t facts = 0;
    const char *at = word->at;
    memcpy(joined + sizeof joined - size, at, size);
    for (int i = 1; i < PIECES && !facts; i++) {
        unsigned step;
        if (at == begin || !ld_is_space(ld_utf8_before(begin, at, &step))) break;
        const char *stop = at - step;
        bool point = stop[-1] == '.';
        at = word_start(begin, stop);
        size_t bytes = (size_t)(stop - at);
        if (bytes == 0 || bytes > 16 || size + bytes + 1 > sizeof joined) break;
        if (!point) joined[sizeof joined - ++size] = ' ';
        size += bytes;
        memcpy(joined + sizeof joined - size, at, bytes);
        facts = near_facts(language, joined + sizeof joined - size, size) & ~(uint32_t)LD_STOP;
        if (!point) break;
    }
    return facts;
}

/* The bytes of a single quote mark or an apostrophe at p: ' ‘ ’; 0 for none. */
static size_t quote_at(const char *p, const char *limit) {
    if (p < limit && *p == '\'') return 1;
    return limit - p >= 3 && (!memcmp(p, "\u2018", 3) || !memcmp(p, "\u2019", 3)) ? 3 : 0;
}

void ld_near_before(struct ld_near *word, const struct ld_language *language, const char *begin, const char *mark) {
    memset(word, 0, sizeof *word);
    word->at = word_start(begin, mark);
    for (size_t quote; (quote = quote_at(word->at, mark)) > 0;) word->at += quote; /* one that opens */
    word->bytes = (uint32_t)(mark - word->at);
    if (!word->bytes || mark - word->at >= LD_NEAR_BYTES) return;
    read(word, language);
    if (!word->facts && (word->marks || word->points)) { /* "l'art", "Vice-Gen" */
        const char *p = mark;
        while (p > word->at && p[-1] != '\'' && p[-1] != '-' && !(p - word->at >= 3 && !memcmp(p - 3, "\u2019", 3)))
            p--;
        if (p == word->at && word->points) { /* "dr.phil", but not "dagbladet.no" */
            for (p = mark; p[-1] != '.';) p--;
            if (p - word->at > TITLE_BYTES) p = word->at;
        }
        if (p > word->at && p < mark) word->facts = near_facts(language, p, (size_t)(mark - p)) & ~(uint32_t)LD_STOP;
    }
    if (word->letters <= JOINED) {
        uint32_t facts = joined_facts(language, begin, word);
        if (facts) word->facts = facts;
    }
}

void ld_near_after(struct ld_near *word, const struct ld_language *language, const char *at, const char *limit) {
    memset(word, 0, sizeof *word);
    word->at = at;
    const char *p = at, *part = NULL, *end = limit - at > LD_NEAR_BYTES ? at + LD_NEAR_BYTES : limit;
    for (unsigned step; p < end; p += step) {
        if ((unsigned char)*p < 0x80 && ascii[(unsigned char)*p] & (LETTER | DIGIT)) {
            step = 1;
            continue;
        }
        uint32_t c = ld_utf8_decode(p, limit, &step);
        enum ld_class class = ld_class_of(c);
        if (class == LD_LETTER || class == LD_MARK || class == LD_DIGIT) continue;
        bool inner = c == '\'' || c == 0x2019 || c == '-' || c == '.';
        if (!inner || p == at || p + step >= limit) break;
        unsigned next;
        if (ld_class_of(ld_utf8_decode(p + step, limit, &next)) != LD_LETTER) break;
        if (c != '.' && !part) part = p;
    }
    word->bytes = (uint32_t)(p - at);
    if (!word->bytes) return;
    read(word, language);
    if (!word->facts && part) { /* "It's", "L'idée": the part with the apostrophe, then without */
        const size_t quote = quote_at(part, end);
        word->facts = near_facts(language, at, (size_t)(part - at) + quote);
        if (!word->facts && quote) word->facts = near_facts(language, at, (size_t)(part - at));
    }
}
