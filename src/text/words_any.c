/* words_any.c - words by code points: the whole of the rules that words.h tells. In: a place in a text. Out: the word
 * there, or a step on. Leaves alone: nothing; words.c only saves it the plain words. */
#include "text/words_any.h"

#include <string.h>

#include "base/unicode.h"

static uint32_t code_point_at(const struct ld_word_scan *scan, uint32_t at, unsigned *step) {
    if (at >= scan->end) {
        *step = 0;
        return 0;
    }
    return ld_utf8_decode(scan->text + at, scan->text + scan->end, step);
}

static bool is_inner(enum ld_class class) { return class == LD_LETTER || class == LD_DIGIT || class == LD_MARK; }

static bool in_word(uint32_t c) { return is_inner(ld_class_of(c)); }

static bool is_digit(uint32_t c) { return ld_class_of(c) == LD_DIGIT; }

static bool is_apostrophe(uint32_t c) { return c == '\'' || c == 0x2019 || c == 0xFF07; } /* U+02BC is a letter */

static bool is_hebrew(uint32_t c) { return c >= 0x05D0 && c <= 0x05F2; }

/* WB6, WB7, WB11, WB12: marks that are inside a word when letters or digits stand on both sides. */
static bool joins(uint32_t mark, uint32_t before, uint32_t after) {
    if (mark == '.' || mark == ',' || mark == ':' || mark == '/') return is_digit(before) && is_digit(after);
    if (mark == '"') return is_hebrew(before) && is_hebrew(after); /* WB7b, WB7c: abbreviations */
    if (mark == 0x05F4) return true;
    if (mark == 0x00AD || mark == 0x200C || mark == 0x200D || mark == 0x2060) return true;
    return is_apostrophe(mark) || mark == '-' || mark == 0x2010 || mark == 0x2011 || mark == 0x00B7 || mark == '_' ||
           mark == '&';
}

/* "U.S", "a.m", "Ph.D": a point between letters, with at most two letters on each side of it. */
static bool acronym_point(const struct ld_word_scan *scan, uint32_t start, uint32_t point) {
    uint32_t from = point, to = point + 1;
    unsigned step;
    for (unsigned n = 0; from > start && scan->text[from - 1] != '.'; n++) {
        if (n == 2) return false;
        ld_utf8_before(scan->text + start, scan->text + from, &step);
        from -= step;
    }
    for (unsigned n = 0;; n++, to += step) {
        uint32_t c = code_point_at(scan, to, &step);
        if (!step || ld_class_of(c) != LD_LETTER) return n > 0;
        if (n == 2) return false;
    }
}

static void finish(struct ld_word_scan *scan, uint32_t start, uint32_t end) {
    scan->span = (struct ld_span){start, end - start};
    scan->length = (uint16_t)ld_fold(scan->text + start, end - start, scan->room, LD_FOLDED_BYTES - 16);
    scan->folded = scan->room;
    memset(scan->room + scan->length, 0, 16);
    scan->hash = ld_word_hash(scan->folded, scan->length);
    scan->at = end;
}

/* Past the marks at at: Thai vowel signs stay with their consonant. At most a word's bytes from start. */
static uint32_t after_marks(const struct ld_word_scan *scan, uint32_t start, uint32_t at) {
    unsigned step;
    for (;; at += step) {
        uint32_t c = code_point_at(scan, at, &step);
        if (!step || ld_class_of(c) != LD_MARK || at - start + step > LD_WORD_BYTES) return at;
    }
}

/* A pair of characters of a script without blanks; the next word begins at the second. */
static void unspaced(struct ld_word_scan *scan, uint32_t start, unsigned step) {
    uint32_t second = after_marks(scan, start, start + step), end = second;
    bool pair = ld_is_unspaced(code_point_at(scan, second, &step));
    if (pair) end = after_marks(scan, start, second + step);
    finish(scan, start, end);
    if (pair && ld_is_unspaced(code_point_at(scan, end, &step))) scan->at = second; /* the last pair ends the run */
}

static bool elided(const struct ld_word_scan *scan, uint32_t start, uint32_t end) {
    enum { ROOM = 32 };
    char folded[ROOM + 8];
    if (end - start > 12) return false;
    size_t length = ld_fold(scan->text + start, end - start, folded, ROOM);
    return ld_language_facts(scan->language, folded, length) & LD_STOP;
}

/* Case of the letters seen so far. */
struct letters {
    unsigned upper, count;
    bool first_upper, digit;
};

static void note(struct letters *seen, enum ld_class class, uint32_t c) {
    if (class == LD_DIGIT) {
        seen->digit = true;
    } else if (class == LD_LETTER) {
        bool upper = ld_is_upper(c);
        if (!seen->count++) seen->first_upper = upper;
        seen->upper += upper;
    }
}

/* From the first letter or digit at start, whose bytes are step: to the end of the word. */
static uint32_t spaced(struct ld_word_scan *scan, uint32_t start, uint32_t c, unsigned step, struct letters *seen) {
    uint32_t at = start;
    for (uint32_t before = c; step && at - start + step <= LD_WORD_BYTES;) {
        unsigned next_step;
        const enum ld_class class = ld_class_of(c);
        if (is_inner(class) && !ld_is_unspaced(c)) {
            note(seen, class, c);
            if (class != LD_MARK) before = c;
            at += step;
            c = code_point_at(scan, at, &step);
            continue;
        }
        if (c == '%' || class == LD_CURRENCY) return seen->digit && is_digit(before) ? at + step : at;
        uint32_t after = code_point_at(scan, at + step, &next_step);
        if (!next_step || !in_word(after) || ld_is_unspaced(after)) return at;
        if (!joins(c, before, after) && !(c == '.' && acronym_point(scan, start, at))) return at;
        if (is_apostrophe(c) && elided(scan, start, at + step)) return at + step;
        at += step;
        c = after;
        step = next_step;
    }
    return at;
}

bool ld_words_any(struct ld_word_scan *scan) {
    unsigned step;
    uint32_t start = scan->at, c = code_point_at(scan, start, &step), first = start;
    if (ld_class_of(c) == LD_CURRENCY) { /* "$500" */
        unsigned digit_step;
        uint32_t digit = code_point_at(scan, start + step, &digit_step);
        if (digit_step && is_digit(digit)) {
            start += step;
            step = digit_step;
            c = digit;
        }
    }
    if (!in_word(c)) {
        if (ld_class_of(c) != LD_SPACE) scan->flags |= LD_AFTER_PUNCT;
        scan->at += step;
        return false;
    }
    if (ld_is_unspaced(c)) {
        unspaced(scan, start, step);
        return true;
    }
    struct letters seen = {0};
    uint32_t end = spaced(scan, start, c, step, &seen);
    finish(scan, first, end);
    scan->flags |= (uint8_t)((seen.first_upper ? LD_CAPITAL : 0) | (seen.digit ? LD_NUMERIC : 0) |
                             (seen.upper > 1 && seen.upper == seen.count ? LD_ALL_CAPITALS : 0));
    return true;
}
