/* skip.h - the next byte that matters, looked for eight bytes at a time. In: bytes. Out: a place among them.
 * Source of the method: bytes of a word tested at once by arithmetic (Lamport, "Multiple byte processing with full-word
 * instructions", 1975). */
#ifndef LD_SKIP_H
#define LD_SKIP_H

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#define LD_EACH_BYTE(byte) (UINT64_C(0x0101010101010101) * (unsigned char)(byte))

/* Not 0 where one of the bytes is less than least (1 to 128). */
static inline uint64_t ld_any_less(uint64_t word, unsigned char least) {
    return (word - LD_EACH_BYTE(least)) & ~word & LD_EACH_BYTE(0x80);
}

/* Whether the eight bytes at p are all ASCII. */
static inline bool ld_is_ascii_8(const char *p) {
    uint64_t word;
    memcpy(&word, p, 8);
    return !(word & LD_EACH_BYTE(0x80));
}

/* Past printable ASCII (from U+0020 on, and U+007F) other than a, b and c. */
static inline const char *ld_skip_ascii(const char *p, const char *end, char a, char b, char c) {
    for (uint64_t word; end - p >= 8; p += 8) {
        memcpy(&word, p, 8);
        if ((word & LD_EACH_BYTE(0x80)) | ld_any_less(word, 0x20) | ld_any_less(word ^ LD_EACH_BYTE(a), 1) |
            ld_any_less(word ^ LD_EACH_BYTE(b), 1) | ld_any_less(word ^ LD_EACH_BYTE(c), 1))
            break;
    }
    while (p < end && (unsigned char)*p >= 0x20 && (unsigned char)*p < 0x80 && *p != a && *p != b && *p != c) p++;
    return p;
}

#endif
