/* unicode.h - code points of UTF-8 text, and what they are. unicode.c is the only file that includes utf8proc.h.
 * Source: the Unicode Character Database as utf8proc ships it. */
#ifndef LD_UNICODE_H
#define LD_UNICODE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum ld_class {             /* by general category */
                LD_CONTROL, /* Cc, Cf, Cs, Co, Cn, and ill-formed bytes */
                LD_SPACE,   /* Z* and ASCII white space */
                LD_LETTER,  /* L*, and Nl */
                LD_MARK,    /* M*: continues a word */
                LD_DIGIT,   /* Nd, and No */
                LD_PUNCT,   /* P* */
                LD_SYMBOL /* S*, without currency */,
                LD_CURRENCY /* Sc */
};

uint32_t ld_utf8_decode_long(const char *bytes, const char *end, unsigned *length);
uint32_t ld_utf8_before_long(const char *start, const char *bytes, unsigned *length);
enum ld_class ld_class_of_other(uint32_t code_point);
bool ld_is_upper_other(uint32_t code_point);
bool ld_is_lower_other(uint32_t code_point);
uint32_t ld_to_lower_other(uint32_t code_point);
bool ld_is_unspaced_other(uint32_t code_point); /* of one from U+0E01 on */
extern const unsigned char ld_ascii_class[128];

/* Of the functions below, what is here is for ASCII, by far the most common; the ones above are for the rest. */

/* The code point at bytes (bytes < end) and in *length its bytes, 1 to 4. An ill-formed byte gives U+FFFD, length 1. */
static inline uint32_t ld_utf8_decode(const char *bytes, const char *end, unsigned *length) {
    *length = 1;
    return (unsigned char)*bytes < 0x80 ? (unsigned char)*bytes : ld_utf8_decode_long(bytes, end, length);
}

/* The code point that ends just before bytes (start < bytes), likewise. */
static inline uint32_t ld_utf8_before(const char *start, const char *bytes, unsigned *length) {
    *length = 1;
    return (unsigned char)bytes[-1] < 0x80 ? (unsigned char)bytes[-1] : ld_utf8_before_long(start, bytes, length);
}

unsigned ld_utf8_encode(uint32_t code_point, char out[4]); /* how many bytes */
size_t ld_utf8_count(const char *bytes, size_t length);    /* code points, each ill-formed byte as one */

static inline bool ld_is_surrogate(uint32_t c) { return c >= 0xD800 && c <= 0xDFFF; }
static inline bool ld_is_ascii_digit(char c) { return (unsigned char)(c - '0') < 10; }
static inline bool ld_is_ascii_upper(char c) { return (unsigned char)(c - 'A') < 26; }
static inline bool ld_is_ascii_lower(char c) { return (unsigned char)(c - 'a') < 26; }
static inline bool ld_is_ascii_letter(char c) { return (unsigned char)((c | 32) - 'a') < 26; }

static inline enum ld_class ld_class_of(uint32_t c) {
    return c < 128 ? (enum ld_class)ld_ascii_class[c] : ld_class_of_other(c);
}
static inline bool ld_is_upper(uint32_t c) { /* upper or title case */
    return c < 128 ? c - 'A' < 26 : ld_is_upper_other(c);
}
static inline bool ld_is_lower(uint32_t c) { return c < 128 ? c - 'a' < 26 : ld_is_lower_other(c); }
static inline uint32_t ld_to_lower(uint32_t c) { return c < 128 ? (c - 'A' < 26 ? c + 32 : c) : ld_to_lower_other(c); }
uint32_t ld_to_upper(uint32_t code_point);
static inline bool ld_is_space(uint32_t c) { return ld_class_of(c) == LD_SPACE; }
static inline const char *ld_skip_spaces(const char *p, const char *end) {
    unsigned step;
    while (p < end && ld_is_space(ld_utf8_decode(p, end, &step))) p += step;
    return p;
}
static inline const char *ld_before_spaces(const char *start, const char *p) {
    unsigned step;
    while (p > start && ld_is_space(ld_utf8_before(start, p, &step))) p -= step;
    return p;
}

/* Scripts written without blanks between words: Han, Hiragana, Katakana, Thai, Lao, Khmer, Myanmar. */
static inline bool ld_is_unspaced(uint32_t c) { return c >= 0x0E01 && ld_is_unspaced_other(c); }

/* Emoji and the like: no mark and no word, but as wide as an East Asian character. */
static inline bool ld_is_picture(uint32_t c) {
    return (c >= 0x1F000 && c < 0x20000) || (c >= 0x2300 && c < 0x3000 && ld_class_of(c) == LD_SYMBOL);
}

/* East Asian wide and full-width characters take two columns, marks none. */
unsigned ld_columns(uint32_t code_point);

/* Control characters (but tab and newline) and the bidirectional overrides and isolates: U+202A..E, U+2066..9. */
bool ld_is_unsafe(uint32_t code_point);

/* A word's form for matching, never printed: NFC, lower case, U+2019 and its like as ', soft hyphens and zero-width
 * blanks dropped. Writes at most room bytes (whole code points) to out, and gives how many; 3 x length is always
 * enough. Words of more than 256 code points are not composed. */
size_t ld_fold(const char *bytes, size_t length, char *out, size_t room);

#endif
