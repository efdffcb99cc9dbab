/* idf_file.h - the document frequencies of one language's stems, as `lede idf` writes them to a file: what the bytes
 * are, whether they are sound, and a table to look stems up in, which uses them as they lie. */
#ifndef LD_IDF_FILE_H
#define LD_IDF_FILE_H

#include "lang/language.h"

/* A file is this head, then, without gaps, the arrays of struct ld_table: starts[count + 1], values[count],
 * slots[mask + 1], bytes[bytes], and NULs up to a multiple of 8. Keys are in byte order and slots are filled in that
 * order, so that equal counts are equal files. Numbers are in the byte order of the machine. */
struct ld_frequencies_head {
    char magic[8];      /* LD_FREQUENCIES_MAGIC, no NUL behind it */
    uint32_t order;     /* LD_FREQUENCIES_ORDER */
    uint32_t version;   /* LD_FREQUENCIES_VERSION */
    char language[8];   /* its code, and NULs */
    uint32_t documents; /* counted */
    uint32_t short_by;  /* 0: exact. Else stems may stand in as many documents more, those that are missing too */
    uint32_t count, mask;
    uint64_t bytes;    /* length of all keys, one after the other */
    uint64_t length;   /* of the whole file */
    uint64_t checksum; /* ld_frequencies_sum of the whole, with 0 here */
};
_Static_assert(sizeof(struct ld_frequencies_head) == 64, "no gaps");

#define LD_FREQUENCIES_MAGIC "lede-idf"
#define LD_FREQUENCIES_DAMAGED "is damaged: its checksum is another than when it was written"
enum { LD_FREQUENCIES_ORDER = 0x01020304, LD_FREQUENCIES_VERSION = 1 };

struct ld_frequencies { /* borrows the bytes */
    const struct ld_language *language;
    uint32_t documents, short_by;
    uint64_t checksum;
    struct ld_table table;
};

/* How long a file of so many keys is. */
uint64_t ld_frequencies_length(uint32_t count, uint32_t mask, uint64_t bytes);

/* Look at the head, which takes no time. NULL: all right; else what is wrong, in English (static storage), to be
 * preceded by the file's name. The bytes must lie at a multiple of 8. */
const char *ld_frequencies_open(const void *bytes, size_t length, struct ld_frequencies *frequencies);

/* Go through all bytes of what ld_frequencies_open took: is the sum right, and no look-up can go astray? Only then the
 * table may be used. */
bool ld_frequencies_sound(const void *bytes);

/* The sum of length bytes, a multiple of 8 at a multiple of 8, with the head's checksum taken for 0. */
uint64_t ld_frequencies_sum(const void *bytes, uint64_t length);

#endif
