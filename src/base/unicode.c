/* unicode.c - see unicode.h. ASCII is answered in the header; all else by utf8proc. */
#include "base/unicode.h"

#include <string.h>
#include <utf8proc.h>

#include "base/skip.h"

enum { REPLACEMENT = 0xFFFD };

/* A lead byte's length by Unicode table 3-7; overlong forms and surrogates are ill-formed. */
uint32_t ld_utf8_decode_long(const char *bytes, const char *end, unsigned *length) {
    const unsigned char *p = (const unsigned char *)bytes;
    size_t left = (size_t)(end - bytes);
    *length = 1;
    if (p[0] < 0xC2 || p[0] > 0xF4 || left < 2 || (p[1] & 0xC0) != 0x80) return REPLACEMENT;
    if (p[0] < 0xE0) {
        *length = 2;
        return (uint32_t)(p[0] & 0x1F) << 6 | (p[1] & 0x3F);
    }
    if (left < 3 || (p[2] & 0xC0) != 0x80) return REPLACEMENT;
    if (p[0] < 0xF0) {
        uint32_t c = (uint32_t)(p[0] & 0x0F) << 12 | (uint32_t)(p[1] & 0x3F) << 6 | (p[2] & 0x3F);
        if (c < 0x800 || ld_is_surrogate(c)) return REPLACEMENT;
        *length = 3;
        return c;
    }
    if (left < 4 || (p[3] & 0xC0) != 0x80) return REPLACEMENT;
    uint32_t c =
        (uint32_t)(p[0] & 0x07) << 18 | (uint32_t)(p[1] & 0x3F) << 12 | (uint32_t)(p[2] & 0x3F) << 6 | (p[3] & 0x3F);
    if (c < 0x10000 || c > 0x10FFFF) return REPLACEMENT;
    *length = 4;
    return c;
}

uint32_t ld_utf8_before_long(const char *start, const char *bytes, unsigned *length) {
    unsigned back = 1;
    while (back < 4 && back < (size_t)(bytes - start) && (bytes[-(int)back] & 0xC0) == 0x80) back++;
    uint32_t c = ld_utf8_decode(bytes - back, bytes, length);
    if (*length == back) return c;
    *length = 1; /* a continuation byte of nothing */
    return REPLACEMENT;
}

unsigned ld_utf8_encode(uint32_t c, char out[4]) {
    if (c > 0x10FFFF || ld_is_surrogate(c)) c = REPLACEMENT;
    if (c < 0x80) {
        out[0] = (char)c;
        return 1;
    }
    unsigned length = c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
    static const unsigned char lead[] = {0, 0, 0xC0, 0xE0, 0xF0};
    for (unsigned i = length; --i;) {
        out[i] = (char)(0x80 | (c & 0x3F));
        c >>= 6;
    }
    out[0] = (char)(lead[length] | c);
    return length;
}

size_t ld_utf8_count(const char *bytes, size_t length) {
    size_t count = 0;
    const char *end = bytes + length;
    for (unsigned step; bytes < end; bytes += step, count++) {
        const size_t left = (size_t)(end - bytes), eight = left < 8 ? left : 8;
        if (!((left < 8 ? ld_bytes_below_8(bytes, left) : ld_bytes_8(bytes)) & LD_HIGH)) { /* all of ASCII, as most */
            step = (unsigned)eight;
            count += eight - 1;
            continue;
        }
        ld_utf8_decode(bytes, end, &step);
    }
    return count;
}

#define FOUR(class) class, class, class, class
#define LETTERS FOUR(LD_LETTER), FOUR(LD_LETTER), FOUR(LD_LETTER), FOUR(LD_LETTER), FOUR(LD_LETTER), FOUR(LD_LETTER)
const unsigned char ld_ascii_class[128] = {FOUR(LD_CONTROL),
                                           FOUR(LD_CONTROL),
                                           LD_CONTROL,
                                           /* 9 to 13: */ LD_SPACE,
                                           FOUR(LD_SPACE),
                                           LD_CONTROL,
                                           LD_CONTROL,
                                           FOUR(LD_CONTROL),
                                           FOUR(LD_CONTROL),
                                           FOUR(LD_CONTROL),
                                           FOUR(LD_CONTROL),
                                           /* blank ! " # */ LD_SPACE,
                                           LD_PUNCT,
                                           LD_PUNCT,
                                           LD_PUNCT,
                                           /* $ */ LD_CURRENCY,
                                           LD_PUNCT,
                                           LD_PUNCT,
                                           LD_PUNCT,
                                           /* ( ) * + */ LD_PUNCT,
                                           LD_PUNCT,
                                           LD_PUNCT,
                                           LD_SYMBOL,
                                           /* , - . / */ FOUR(LD_PUNCT),
                                           FOUR(LD_DIGIT),
                                           FOUR(LD_DIGIT),
                                           LD_DIGIT,
                                           LD_DIGIT,
                                           /* : ; */ LD_PUNCT,
                                           LD_PUNCT,
                                           /* < = > ? */ LD_SYMBOL,
                                           LD_SYMBOL,
                                           LD_SYMBOL,
                                           LD_PUNCT,
                                           /* @ */ LD_PUNCT,
                                           LETTERS,
                                           LD_LETTER,
                                           LD_LETTER,
                                           /* [ \ ] ^ */ LD_PUNCT,
                                           LD_PUNCT,
                                           LD_PUNCT,
                                           LD_SYMBOL,
                                           /* _ ` */ LD_PUNCT,
                                           LD_SYMBOL,
                                           LETTERS,
                                           LD_LETTER,
                                           LD_LETTER,
                                           /* { | } ~ */ LD_PUNCT,
                                           LD_SYMBOL,
                                           LD_PUNCT,
                                           LD_SYMBOL,
                                           LD_CONTROL};

enum ld_class ld_class_of_other(uint32_t c) {
    if (c == 0x85) return LD_SPACE;
    switch (utf8proc_category((utf8proc_int32_t)c)) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
    case UTF8PROC_CATEGORY_NL: return LD_LETTER;
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_MC:
    case UTF8PROC_CATEGORY_ME: return LD_MARK;
    case UTF8PROC_CATEGORY_ND:
    case UTF8PROC_CATEGORY_NO: return LD_DIGIT;
    case UTF8PROC_CATEGORY_PC:
    case UTF8PROC_CATEGORY_PD:
    case UTF8PROC_CATEGORY_PS:
    case UTF8PROC_CATEGORY_PE:
    case UTF8PROC_CATEGORY_PI:
    case UTF8PROC_CATEGORY_PF:
    case UTF8PROC_CATEGORY_PO: return LD_PUNCT;
    case UTF8PROC_CATEGORY_SC: return LD_CURRENCY;
    case UTF8PROC_CATEGORY_SM:
    case UTF8PROC_CATEGORY_SK:
    case UTF8PROC_CATEGORY_SO: return LD_SYMBOL;
    case UTF8PROC_CATEGORY_ZS:
    case UTF8PROC_CATEGORY_ZL:
    case UTF8PROC_CATEGORY_ZP: return LD_SPACE;
    default: return LD_CONTROL;
    }
}

bool ld_is_upper_other(uint32_t c) {
    utf8proc_category_t category = utf8proc_category((utf8proc_int32_t)c);
    return category == UTF8PROC_CATEGORY_LU || category == UTF8PROC_CATEGORY_LT;
}

bool ld_is_lower_other(uint32_t c) { return utf8proc_category((utf8proc_int32_t)c) == UTF8PROC_CATEGORY_LL; }

uint32_t ld_to_lower_other(uint32_t c) { return (uint32_t)utf8proc_tolower((utf8proc_int32_t)c); }

uint32_t ld_to_upper(uint32_t c) {
    if (c < 128) return c >= 'a' && c <= 'z' ? c - 32 : c;
    return (uint32_t)utf8proc_toupper((utf8proc_int32_t)c);
}

bool ld_is_unspaced_other(uint32_t c) {
    return c <= 0x0EFF                                    /* Thai, Lao */
           || (c >= 0x1000 && c <= 0x109F)                /* Myanmar */
           || (c >= 0x1780 && c <= 0x17FF)                /* Khmer */
           || (c >= 0x3005 && c <= 0x3007)                /* ideographic iteration mark, closing mark, zero */
           || (c >= 0x3040 && c <= 0x30FF && c != 0x30FB) /* Hiragana, Katakana, without the middle dot */
           || (c >= 0x31F0 && c <= 0x31FF)                /* Katakana extensions */
           || (c >= 0x3400 && c <= 0x4DBF) || (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0xF900 && c <= 0xFAFF) /* Han */
           || (c >= 0xFF66 && c <= 0xFF9F)    /* half-width Katakana */
           || (c >= 0x20000 && c <= 0x3FFFF); /* Han, supplementary planes */
}

unsigned ld_columns(uint32_t c) {
    if (c < 128) return 1;
    return (unsigned)utf8proc_charwidth((utf8proc_int32_t)c);
}

bool ld_is_unsafe(uint32_t c) {
    if (c < 0xA0) return (c < 32 && c != '\t' && c != '\n') || c >= 127;
    return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0xFEFF || c == 0x061C || c == 0x200E ||
           c == 0x200F;
}

/* What folding does to one code point before lower-casing: 0 drops it. */
static uint32_t fold_mark(uint32_t c) {
    switch (c) {
    case 0x2019:
    case 0x2018:
    case 0x02BC:
    case 0x02B9:
    case 0xFF07:
    case 0x201B: return '\'';
    case 0x2010:
    case 0x2011: return '-';
    case 0x00AD:
    case 0x200B:
    case 0x2060:
    case 0xFEFF:
    case 0x0640: return 0; /* U+0640: Arabic stretching */
    default:
        return (c >= 0x064B && c <= 0x0652) || ld_is_unsafe(c) ? 0 : c; /* Arabic vowel signs: hardly ever written */
    }
}

/* Append a code point where there is room for all of it. */
static bool put(uint32_t c, char *out, size_t *count, size_t room) {
    char bytes[4];
    unsigned length = ld_utf8_encode(c, bytes);
    if (length > room - *count) return false;
    memcpy(out + *count, bytes, length);
    *count += length;
    return true;
}

/* NFC in place, in a buffer of the stack's: utf8proc_map would allocate. Some letters get longer. */
static size_t compose(char *bytes, size_t length, size_t room) {
    utf8proc_int32_t points[256];
    const utf8proc_ssize_t most = sizeof points / sizeof *points - 1;
    const utf8proc_option_t options = UTF8PROC_STABLE | UTF8PROC_COMPOSE;
    utf8proc_ssize_t count =
        utf8proc_decompose((const utf8proc_uint8_t *)bytes, (utf8proc_ssize_t)length, points, most, options);
    if (count < 0 || count > most) return length;
    count = utf8proc_normalize_utf32(points, count, options);
    size_t out = 0;
    for (utf8proc_ssize_t i = 0; i < count && put((uint32_t)points[i], bytes, &out, room); i++) continue;
    return out;
}

/* Whether NFC may change it, or what stands before it. Letters that have their marks already stay as they are. */
static bool may_compose(uint32_t c) {
    return ld_class_of(c) == LD_MARK || (c >= 0x1100 && c <= 0x11FF)          /* Hangul letters */
           || (c >= 0x0958 && c <= 0x095F) || (c >= 0xFB1D && c <= 0xFB4E)    /* taken apart: Hindi, Hebrew */
           || (c >= 0x1F71 && c <= 0x1FFD)                                    /* Greek with oxia */
           || (c >= 0xF900 && c <= 0xFAFF) || (c >= 0x2F800 && c <= 0x2FA1F); /* Han for compatibility */
}

size_t ld_fold(const char *bytes, size_t length, char *out, size_t room) {
    const char *end = bytes + length;
    size_t count = 0;
    bool marks = false;
    for (unsigned step; bytes < end && count < room; bytes += step) {
        if ((unsigned char)*bytes < 0x80 && room - count >= 8) { /* up to eight of ASCII at once */
            step = end - bytes < 8 ? (unsigned)(end - bytes) : 8;
            uint64_t eight = step == 8 ? ld_bytes_8(bytes) : ld_bytes_below_8(bytes, step);
            if (!(eight & LD_EACH_BYTE(0x80))) {
                ld_put_bytes_8(out + count, ld_lower_8(eight));
                count += step;
                continue;
            }
        }
        uint32_t c = (unsigned char)*bytes;
        if (c < 0x80) {
            step = 1;
            out[count++] = (char)ld_to_lower(c);
            continue;
        }
        c = fold_mark(ld_utf8_decode(bytes, end, &step));
        if (!c) continue;
        c = c == 0x130 ? 'i' : ld_to_lower(c); /* U+0130 would lower to i and a dot above: no Turkish word has that */
        marks |= may_compose(c);
        if (!put(c, out, &count, room)) break;
    }
    return marks ? compose(out, count, room) : count;
}
