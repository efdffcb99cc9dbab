/* skip.h - bytes read, written and looked at eight at a time, or sixteen where there is SSE2. In: bytes. Out: numbers,
 * or a place among the bytes. Source of the method: bytes of a word tested at once by arithmetic (Lamport, "Multiple
 * byte processing with full-word instructions", 1975). */
#ifndef LD_SKIP_H
#define LD_SKIP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

#define LD_EACH_BYTE(byte) (UINT64_C(0x0101010101010101) * (unsigned char)(byte))

/* To and from a number whose lowest byte is the first in memory. */
static inline uint64_t ld_little_endian(uint64_t word) {
#if defined __BYTE_ORDER__ && __BYTE_ORDER__ != __ORDER_LITTLE_ENDIAN__
    uint64_t swapped = 0;
    for (int i = 0; i < 8; i++, word >>= 8) swapped = swapped << 8 | (word & 0xFF);
    return swapped;
#else
    return word;
#endif
}

/* Eight bytes as a number, the first lowest. */
static inline uint64_t ld_bytes_8(const char *bytes) {
    uint64_t word;
    memcpy(&word, bytes, 8);
    return ld_little_endian(word);
}

static inline void ld_put_bytes_8(char *to, uint64_t bytes) {
    uint64_t word = ld_little_endian(bytes);
    memcpy(to, &word, 8);
}

static inline uint64_t ld_bytes_4(const unsigned char *p) {
    return p[0] | (uint64_t)p[1] << 8 | (uint64_t)p[2] << 16 | (uint64_t)p[3] << 24;
}

/* The same of up to seven, filled up with zeros: pieces that may overlap. */
static inline uint64_t ld_bytes_below_8(const char *bytes, size_t count) {
    const unsigned char *p = (const unsigned char *)bytes;
    if (count >= 4) return ld_bytes_4(p) | ld_bytes_4(p + count - 4) << 8 * (count - 4);
    return count ? p[0] | (uint64_t)p[count / 2] << 8 * (count / 2) | (uint64_t)p[count - 1] << 8 * (count - 1) : 0;
}

/* The same of up to seven behind which more may be read, up to eight. */
static inline uint64_t ld_first_of_8(const char *bytes, size_t count) {
    return ld_bytes_8(bytes) & ~(~UINT64_C(0) << 8 * count);
}

/* Not 0 where one of the bytes is less than least (1 to 128). */
static inline uint64_t ld_any_less(uint64_t word, unsigned char least) {
    return (word - LD_EACH_BYTE(least)) & ~word & LD_EACH_BYTE(0x80);
}

/* Of eight bytes, what is true of one stands in its highest bit. */
#define LD_HIGH LD_EACH_BYTE(0x80)

/* Bytes from first to last, of those below 0x80; other bytes give anything. */
static inline uint64_t ld_in_range(uint64_t word, unsigned char first, unsigned char last) {
    uint64_t low = word & ~LD_HIGH;
    return (low + LD_EACH_BYTE(0x80 - first)) & ~(low + LD_EACH_BYTE(0x7F - last));
}

/* How many bytes have their highest bit set, of a number in which no other bit is. */
static inline unsigned ld_count_high(uint64_t word) { return (unsigned)((word >> 7) * LD_EACH_BYTE(1) >> 56); }

/* Those highest bits as the bits of a number below 256, that of the first byte lowest. */
static inline uint64_t ld_gather_high(uint64_t word) { return (word >> 7) * UINT64_C(0x0102040810204080) >> 56; }

/* How many bits are 0 before the first that is not, from the lowest on; word is not 0. */
static inline unsigned ld_zeros_before(uint64_t word) {
#ifdef __GNUC__
    return (unsigned)__builtin_ctzll(word);
#else
    unsigned count = 0;
    for (; !(word & 1); word >>= 1) count++;
    return count;
#endif
}

/* How many bits are 0 after the last that is not, up to the highest; word is not 0. */
static inline unsigned ld_zeros_after(uint64_t word) {
#ifdef __GNUC__
    return (unsigned)__builtin_clzll(word);
#else
    unsigned count = 0;
    for (; !(word >> 63); word <<= 1) count++;
    return count;
#endif
}

/* Capitals of ASCII as small letters, all other bytes as they are. */
static inline uint64_t ld_lower_8(uint64_t word) {
    return word | (ld_in_range(word, 'A', 'Z') & ~word & LD_EACH_BYTE(0x80)) >> 2;
}

/* Whether the eight bytes at p are all ASCII. */
static inline bool ld_is_ascii_8(const char *p) {
    uint64_t word;
    memcpy(&word, p, 8);
    return !(word & LD_EACH_BYTE(0x80));
}

/* How many bits are set. */
static inline unsigned ld_count_bits(uint64_t word) {
    word -= word >> 1 & LD_EACH_BYTE(0x55);
    word = (word & LD_EACH_BYTE(0x33)) + (word >> 2 & LD_EACH_BYTE(0x33));
    return (unsigned)(((word + (word >> 4)) & LD_EACH_BYTE(0x0F)) * LD_EACH_BYTE(1) >> 56);
}

/* Several bytes at once, and what is true of each: all bits of the byte where there is SSE2, else its highest one. */
#ifdef __SSE2__
#define LD_LANES __m128i
static inline LD_LANES ld_lanes(const char *p) {
    LD_LANES bytes;
    memcpy(&bytes, p, sizeof bytes);
    return bytes;
}
static inline LD_LANES ld_lanes_or(LD_LANES a, LD_LANES b) { return _mm_or_si128(a, b); }
static inline LD_LANES ld_lanes_without(LD_LANES a, LD_LANES b) { return _mm_andnot_si128(b, a); }
static inline LD_LANES ld_lanes_each(char c) { return _mm_set1_epi8(c); }
static inline LD_LANES ld_lanes_are(LD_LANES bytes, char c) { return _mm_cmpeq_epi8(bytes, _mm_set1_epi8(c)); }
static inline LD_LANES ld_lanes_from(LD_LANES bytes, char first, char last) {      /* both of ASCII */
    const LD_LANES moved = _mm_add_epi8(bytes, _mm_set1_epi8((char)(127 - last))); /* signed: last is highest */
    return _mm_cmpgt_epi8(moved, _mm_set1_epi8((char)(126 - last + first)));
}
static inline LD_LANES ld_lanes_lower(LD_LANES bytes) { /* capitals as small letters, all other bytes as they are */
    return _mm_or_si128(bytes, _mm_and_si128(ld_lanes_from(bytes, 'A', 'Z'), _mm_set1_epi8(0x20)));
}
static inline LD_LANES ld_lanes_up(LD_LANES bytes) { return _mm_add_epi8(bytes, bytes); } /* a bit higher */
static inline void ld_lanes_put(char *to, LD_LANES bytes) { memcpy(to, &bytes, sizeof bytes); }
static inline unsigned ld_lanes_bits(LD_LANES truth) { return (unsigned)_mm_movemask_epi8(truth); } /* highest ones */
#else
#define LD_LANES uint64_t
static inline LD_LANES ld_lanes(const char *p) { return ld_bytes_8(p); }
static inline LD_LANES ld_lanes_or(LD_LANES a, LD_LANES b) { return a | b; }
static inline LD_LANES ld_lanes_without(LD_LANES a, LD_LANES b) { return a & ~b; }
static inline LD_LANES ld_lanes_each(char c) { return LD_EACH_BYTE(c); }
static inline LD_LANES ld_lanes_from(LD_LANES bytes, char first, char last) {
    return ld_in_range(bytes, (unsigned char)first, (unsigned char)last) & ~bytes;
}
static inline LD_LANES ld_lanes_are(LD_LANES bytes, char c) { return ld_lanes_from(bytes, c, c); }
static inline LD_LANES ld_lanes_lower(LD_LANES bytes) { return ld_lower_8(bytes); }
static inline LD_LANES ld_lanes_up(LD_LANES bytes) { return (bytes & ~LD_HIGH) << 1; }
static inline void ld_lanes_put(char *to, LD_LANES bytes) { ld_put_bytes_8(to, bytes); }
static inline unsigned ld_lanes_bits(LD_LANES truth) { return (unsigned)ld_gather_high(truth & LD_HIGH); }
#endif

/* Whether all bytes are ASCII, and none from first to last. */
static inline bool ld_is_ascii_without(const char *p, size_t length, char first, char last) {
    bool plain = true;
    if (length < sizeof(LD_LANES)) {
        for (const char *end = p + length; p < end; p++) plain &= (unsigned char)*p < 0x80 && (*p < first || *p > last);
        return plain;
    }
    const LD_LANES rest = ld_lanes(p + length - sizeof(LD_LANES)); /* with some that are met again */
    LD_LANES met = ld_lanes_or(rest, ld_lanes_from(rest, first, last));
    for (size_t n = length / sizeof(LD_LANES); n; n--, p += sizeof(LD_LANES)) {
        const LD_LANES bytes = ld_lanes(p);
        met = ld_lanes_or(met, ld_lanes_or(bytes, ld_lanes_from(bytes, first, last)));
    }
    return !ld_lanes_bits(met);
}

/* What is true of so many bytes: a bit for each, the first lowest. */
static inline uint64_t ld_bits_of_16(LD_LANES test(LD_LANES bytes), const char *p) {
    const uint64_t first = ld_lanes_bits(test(ld_lanes(p)));
    return sizeof(LD_LANES) == 16 ? first : first | (uint64_t)ld_lanes_bits(test(ld_lanes(p + 8))) << 8;
}
static inline uint64_t ld_bits_of_32(LD_LANES test(LD_LANES bytes), const char *p) {
    return ld_bits_of_16(test, p) | ld_bits_of_16(test, p + 16) << 16;
}
static inline uint64_t ld_bits_of_64(LD_LANES test(LD_LANES bytes), const char *p) {
    return ld_bits_of_32(test, p) | ld_bits_of_32(test, p + 32) << 32;
}

static inline bool ld_any_of_64(LD_LANES test(LD_LANES bytes), const char *p) {
    LD_LANES any = test(ld_lanes(p));
    for (size_t i = sizeof(LD_LANES); i < 64; i += sizeof(LD_LANES)) any = ld_lanes_or(any, test(ld_lanes(p + i)));
    return ld_lanes_bits(any);
}

/* Of up to 64 bytes from p on, none past end. Bytes from start to end may be read. */
static inline uint64_t ld_bits_of(LD_LANES test(LD_LANES bytes), const char *start, const char *p, const char *end) {
    enum { LANES = sizeof(LD_LANES) };
    if (end - p >= 64) return ld_bits_of_64(test, p);
    uint64_t bits = 0;
    size_t i = 0;
    const size_t left = (size_t)(end - p);
    for (; i + LANES <= left; i += LANES) bits |= (uint64_t)ld_lanes_bits(test(ld_lanes(p + i))) << i;
    if (i == left) return bits;
    char rest[LANES] = {0};
    const char *last = rest;
    if ((size_t)(p - start) + left >= LANES)
        last = p + left - LANES; /* with some before them that are known already */
    else
        memcpy(rest + LANES - (left - i), p + i, left - i);
    return bits | (uint64_t)ld_lanes_bits(test(ld_lanes(last))) >> (LANES - (left - i)) << i;
}

/* The same, where bytes up to limit may be read. */
static inline uint64_t ld_bits_before(LD_LANES test(LD_LANES bytes), const char *start, const char *p, const char *end,
                                      const char *limit) {
    if (limit - p < 64) return ld_bits_of(test, start, p, end);
    const uint64_t bits = ld_bits_of_64(test, p);
    return end - p < 64 ? bits & ~(~UINT64_C(0) << (end - p)) : bits;
}

/* Letters and digits. */
static inline LD_LANES ld_lanes_words(LD_LANES bytes) {
    return ld_lanes_or(ld_lanes_from(ld_lanes_or(bytes, ld_lanes_each(0x20)), 'a', 'z'),
                       ld_lanes_from(bytes, '0', '9'));
}

/* What is not ASCII, or is from '!' to '?' and no digit, but for ' , and -: where there is none, there is no final
 * mark, straight quote, colon, or round bracket. */
static inline LD_LANES ld_lanes_marks(LD_LANES bytes) {
    const LD_LANES marks = ld_lanes_or(ld_lanes_from(bytes, '!', '/'), ld_lanes_from(bytes, ':', '?'));
    const LD_LANES none = ld_lanes_or(ld_lanes_are(ld_lanes_or(bytes, ld_lanes_each(1)), '-'), /* and the comma */
                                      ld_lanes_are(bytes, '\''));
    return ld_lanes_or(ld_lanes_without(marks, none), bytes);
}

/* What is no printable ASCII (from U+0020 on, and U+007F), or is a, b or c. */
static inline unsigned ld_lanes_special(LD_LANES bytes, char a, char b, char c) {
    const LD_LANES given =
        ld_lanes_or(ld_lanes_or(ld_lanes_are(bytes, a), ld_lanes_are(bytes, b)), ld_lanes_are(bytes, c));
    return ld_lanes_bits(ld_lanes_or(ld_lanes_or(given, ld_lanes_from(bytes, 0, 0x1F)), bytes));
}

/* Past all else. */
static inline const char *ld_skip_ascii(const char *p, const char *end, char a, char b, char c) {
    const char *const start = p;
    for (; end - p >= (ptrdiff_t)sizeof(LD_LANES); p += sizeof(LD_LANES)) {
        const unsigned special = ld_lanes_special(ld_lanes(p), a, b, c);
        if (special) return p + ld_zeros_before(special);
    }
    if (p > start) { /* the rest, with some before it that are passed already */
        const unsigned special = ld_lanes_special(ld_lanes(end - sizeof(LD_LANES)), a, b, c);
        return special ? end - sizeof(LD_LANES) + ld_zeros_before(special) : end;
    }
    while (p < end && (unsigned char)*p >= 0x20 && (unsigned char)*p < 0x80 && *p != a && *p != b && *p != c) p++;
    return p;
}

/* The last byte before end, down to start, that is no ASCII, or is c; or NULL. */
static inline const char *ld_last_special(const char *start, const char *end, char c) {
    enum { LANES = sizeof(LD_LANES) };
    const char *p = end;
    for (; p - start >= LANES; p -= LANES) {
        const LD_LANES bytes = ld_lanes(p - LANES);
        const unsigned special = ld_lanes_bits(ld_lanes_or(bytes, ld_lanes_are(bytes, c)));
        if (special) return p - LANES + 63 - ld_zeros_after(special);
    }
    while (p > start)
        if ((unsigned char)*--p >= 0x80 || *p == c) return p;
    return NULL;
}

/* The first byte from p on that is hot, or end. The hot ones of ASCII are such as ld_lanes_marks finds. */
static inline const char *ld_skip_to(const char *p, const char *end, const unsigned char hot[256]) {
    for (; end - p >= (ptrdiff_t)sizeof(LD_LANES); p += sizeof(LD_LANES))
        for (unsigned marks = ld_lanes_bits(ld_lanes_marks(ld_lanes(p))); marks; marks &= marks - 1) {
            const char *found = p + ld_zeros_before(marks);
            if (hot[(unsigned char)*found]) return found;
        }
    while (p < end && !hot[(unsigned char)*p]) p++;
    return p;
}

#endif
