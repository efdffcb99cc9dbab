/* oracle.h - what tests know by themselves of UTF-8 and white space, written from the standard and lede.h and apart
 * from the library: to check it with. Includes nothing of src/. */
#ifndef ORACLE_H
#define ORACLE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

/* Bytes of the well-formed code point at p (Unicode table 3-7), 0 for none there. */
static inline unsigned oracle_step(const char *text, size_t left) {
    const unsigned char *p = (const unsigned char *)text;
    if (!left) return 0;
    if (p[0] < 0x80) return 1;
    unsigned n = p[0] >= 0xC2 && p[0] <= 0xDF   ? 2
                 : p[0] >= 0xE0 && p[0] <= 0xEF ? 3
                 : p[0] >= 0xF0 && p[0] <= 0xF4 ? 4
                                                : 0;
    if (!n || left < n) return 0;
    for (unsigned i = 1; i < n; i++)
        if ((p[i] & 0xC0) != 0x80) return 0;
    bool bad = (p[0] == 0xE0 && p[1] < 0xA0) || (p[0] == 0xED && p[1] > 0x9F) || (p[0] == 0xF0 && p[1] < 0x90) ||
               (p[0] == 0xF4 && p[1] > 0x8F);
    return bad ? 0 : n;
}

static inline uint32_t oracle_point(const char *text, unsigned n) {
    const unsigned char *p = (const unsigned char *)text;
    if (n <= 1) return p[0];
    uint32_t c = p[0] & (0x7Fu >> n);
    for (unsigned i = 1; i < n; i++) c = c << 6 | (p[i] & 0x3Fu);
    return c;
}

/* White_Space of the Unicode Character Database. */
static inline bool oracle_blank(uint32_t c) {
    return (c >= 9 && c <= 13) || c == 32 || c == 0x85 || c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) ||
           c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000;
}

/* A slice as a summary shows it: white space folded, none at the ends, NUL dropped, ill-formed bytes as U+FFFD. To be
 * freed. */
static inline char *oracle_fold(const char *text, size_t length) {
    char *out = malloc(3 * length + 2), *at = out;
    bool pending = false;
    for (size_t i = 0; i < length;) {
        unsigned n = oracle_step(text + i, length - i);
        if (n && text[i] && oracle_blank(oracle_point(text + i, n))) {
            pending = at > out;
        } else if (!n || text[i]) {
            if (pending) *at++ = ' ';
            pending = false;
            memcpy(at, n ? text + i : "\xEF\xBF\xBD", n ? n : 3);
            at += n ? n : 3;
        }
        i += n ? n : 1;
    }
    *at = 0;
    return out;
}

/* Does offset stand in the middle of a well-formed code point? */
static inline bool oracle_splits(const char *text, size_t length, size_t offset) {
    for (size_t back = 1; back < 4 && back <= offset; back++)
        if (oracle_step(text + offset - back, length - (offset - back)) > back) return true;
    return false;
}

static inline size_t oracle_words(const char *text) { /* of a folded text: runs between blanks */
    size_t words = 0;
    for (const char *p = text; *p; p++) words += *p != ' ' && (p == text || p[-1] == ' ');
    return words;
}

static inline size_t oracle_characters(const char *text, size_t length) {
    size_t count = 0;
    for (size_t i = 0; i < length; count++) {
        unsigned n = oracle_step(text + i, length - i);
        i += n ? n : 1;
    }
    return count;
}

#endif
