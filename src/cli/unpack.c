/* unpack.c - bytes packed by gzip or zstd in, the bytes themselves out, through zlib and libzstd. Several members or
 * frames behind one another are one text (as after cat a.gz b.gz). Leaves alone where the bytes come from.
 * Sources: RFC 1952 (gzip), RFC 8878 (Zstandard), each for its magic bytes and for what may follow a member. */
#include "cli/unpack.h"

#include <stdlib.h>
#include <string.h>
#include <zlib.h>
#include <zstd.h>

struct ld_unpack {
    enum ld_packing packing;
    z_stream gzip;
    ZSTD_DStream *zstd;
    bool inside;  /* of a member or frame */
    bool started; /* there was one */
};

enum ld_packing ld_packing_of(const char *bytes, size_t length) {
    static const struct {
        const char magic[4];
        unsigned char mask; /* of the first byte: zstd's skippable frames begin with 0x50 to 0x5F */
        enum ld_packing packing;
    } rows[] = {{"\x1F\x8B\x08", 0xFF, LD_PACKED_GZIP},
                {"\x28\xB5\x2F\xFD", 0xFF, LD_PACKED_ZSTD},
                {"\x50\x2A\x4D\x18", 0xF0, LD_PACKED_ZSTD}};
    enum ld_packing packing = LD_PACKED_NOT;
    if (!length) return LD_PACKED_UNDECIDED;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        size_t size = rows[i].packing == LD_PACKED_GZIP ? 3 : 4, here = length < size ? length : size;
        if (((unsigned char)bytes[0] & rows[i].mask) != (unsigned char)rows[i].magic[0]) continue;
        if (memcmp(bytes + 1, rows[i].magic + 1, here - 1) != 0) continue;
        packing = here == size ? rows[i].packing : LD_PACKED_UNDECIDED;
    }
    return packing;
}

struct ld_unpack *ld_unpack_new(enum ld_packing packing) {
    struct ld_unpack *u = calloc(1, sizeof *u);
    bool ok = u != NULL;
    if (ok) u->packing = packing;
    if (ok && packing == LD_PACKED_GZIP) ok = inflateInit2(&u->gzip, 15 + 16) == Z_OK; /* 16: with a gzip header */
    if (ok && packing == LD_PACKED_ZSTD) ok = (u->zstd = ZSTD_createDStream()) != NULL;
    if (ok) return u;
    free(u);
    return NULL;
}

void ld_unpack_free(struct ld_unpack *u) {
    if (!u) return;
    if (u->packing == LD_PACKED_GZIP) inflateEnd(&u->gzip);
    ZSTD_freeDStream(u->zstd);
    free(u);
}

bool ld_unpack_inside(const struct ld_unpack *u) { return u->inside; }

static size_t unpack_gzip(struct ld_unpack *u, const char **bytes, size_t *length, char *out, size_t size,
                          const char **problem) {
    z_stream *z = &u->gzip;
    if (!u->inside) {
        /* A tape's last block is filled up with zeros, which gzip lets pass, too. */
        for (; u->started && *length && !**bytes; ++*bytes) --*length;
        if (!*length) return 0;
        inflateReset(z);
        u->inside = u->started = true;
    }
    z->next_in = (z_const Bytef *)*bytes;
    z->avail_in = (uInt)*length;
    z->next_out = (Bytef *)out;
    z->avail_out = (uInt)size;
    int result = inflate(z, Z_NO_FLUSH);
    *bytes += *length - z->avail_in;
    *length = z->avail_in;
    if (result == Z_STREAM_END)
        u->inside = false;
    else if (result == Z_MEM_ERROR)
        *problem = "out of memory";
    else if (result != Z_OK && result != Z_BUF_ERROR)
        *problem = z->msg ? z->msg : "damaged";
    return size - z->avail_out;
}

static size_t unpack_zstd(struct ld_unpack *u, const char **bytes, size_t *length, char *out, size_t size,
                          const char **problem) {
    ZSTD_inBuffer from = {*bytes, *length, 0};
    ZSTD_outBuffer to = {out, size, 0};
    size_t left = ZSTD_decompressStream(u->zstd, &to, &from);
    if (ZSTD_isError(left)) *problem = ZSTD_getErrorName(left);
    *bytes += from.pos;
    *length -= from.pos;
    u->inside = left != 0;
    return to.pos;
}

size_t ld_unpack_some(struct ld_unpack *u, const char **bytes, size_t *length, char *out, size_t size,
                      const char **problem) {
    size_t made = 0;
    *problem = NULL;
    do {
        size_t before = *length;
        made = (u->packing == LD_PACKED_GZIP ? unpack_gzip : unpack_zstd)(u, bytes, length, out, size, problem);
        if (*length == before) break;
    } while (!made && *length && !*problem);
    return made;
}
