/* input.c - a file's name in; its bytes, or its lines one after the other, out. "-" is standard input. What gzip or
 * zstd packed is unpacked. Leaves alone what the bytes are. By read(2), so that a line that is there is not waited for.
 */
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli/cli.h"
#include "cli/unpack.h"

struct ld_packed { /* what was read of a packed file, and is not unpacked yet */
    struct ld_unpack *unpack;
    const char *at;
    size_t left;
    const char *problem; /* met behind bytes that were good */
    bool ended, full;    /* full: the last call had no room for all */
    char bytes[LD_CHUNK];
};

/* ---- bytes as they are in the file ---- */

static bool open_stream(struct ld_stream *stream, const char *file) {
    int descriptor;
    do descriptor = strcmp(file, "-") != 0 ? open(file, O_RDONLY) : STDIN_FILENO;
    while (descriptor < 0 && errno == EINTR && stream->wake < 0);
    stream->file = file;
    stream->descriptor = descriptor;
    /* A signal is no failure of the file: who waits for one sees it in wake. */
    if (descriptor < 0 && errno != EINTR) ld_say(ld_input_name(file), "%s", strerror(errno));
    return descriptor >= 0;
}

/* Wait until there is something to read: false where wake has something first. */
static bool wait_for(const struct ld_stream *stream) {
    struct pollfd waits[2] = {{stream->descriptor, POLLIN, 0}, {stream->wake, POLLIN, 0}};
    while (poll(waits, stream->wake < 0 ? 1 : 2, -1) < 0)
        if (errno != EINTR && errno != EAGAIN) break; /* read() will say what is wrong */
    return stream->wake < 0 || !waits[1].revents;
}

static ptrdiff_t read_file(struct ld_stream *stream, char *bytes, size_t size) {
    ssize_t got;
    do {
        if (stream->wake >= 0 && !wait_for(stream)) return LD_READ_STOPPED;
        got = read(stream->descriptor, bytes, size);
        if (got < 0 && (errno == EAGAIN || errno == EWOULDBLOCK)) {
            wait_for(stream);
            errno = EINTR;
        }
    } while (got < 0 && errno == EINTR);
    if (got < 0) {
        ld_say(ld_input_name(stream->file), "%s", strerror(errno));
        return LD_READ_FAILED;
    }
    stream->taken += (uint64_t)got;
    return got;
}

/* ---- packed ones ---- */

static ptrdiff_t damaged(const struct ld_stream *stream, const char *problem) {
    const struct ld_packed *packed = stream->packed;
    ld_say(ld_input_name(stream->file), "cannot be unpacked from byte %llu on: %s",
           (unsigned long long)(stream->taken - packed->left), problem);
    return LD_READ_FAILED;
}

static ptrdiff_t read_packed(struct ld_stream *stream, char *bytes, size_t size) {
    struct ld_packed *p = stream->packed;
    for (;;) {
        if (p->problem) return damaged(stream, p->problem);
        size_t made = p->left || p->full ? ld_unpack_some(p->unpack, &p->at, &p->left, bytes, size, &p->problem) : 0;
        p->full = made == size && ld_unpack_inside(p->unpack);
        if (made) return (ptrdiff_t)made;
        if (p->problem) continue;
        if (p->ended) return ld_unpack_inside(p->unpack) ? damaged(stream, "the file was cut off") : 0;
        ptrdiff_t got = read_file(stream, p->bytes, sizeof p->bytes);
        if (got < 0) return got;
        p->at = p->bytes;
        p->left = (size_t)got;
        p->ended = !got;
    }
}

static bool start_unpacking(struct ld_stream *stream, enum ld_packing packing, const char *bytes, size_t length) {
    struct ld_packed *p = calloc(1, sizeof *p);
    if (p) p->unpack = ld_unpack_new(packing);
    if (!p || !p->unpack) {
        free(p);
        ld_say(ld_input_name(stream->file), "%s", lede_status_message(LEDE_ERROR_MEMORY));
        return false;
    }
    memcpy(p->bytes, bytes, length);
    p->at = p->bytes;
    p->left = length;
    stream->packed = p;
    return true;
}

/* The first bytes of a file tell what it is; a text is not waited for longer than it takes to tell. */
static ptrdiff_t read_first(struct ld_stream *stream, char *bytes, size_t size) {
    enum ld_packing packing;
    size_t length = 0;
    do {
        ptrdiff_t got = read_file(stream, bytes + length, size - length);
        if (got < 0) return got;
        length += (size_t)got;
        packing = ld_packing_of(bytes, length);
        if (!got) break;
    } while (packing == LD_PACKED_UNDECIDED);
    stream->begun = true;
    if (packing != LD_PACKED_GZIP && packing != LD_PACKED_ZSTD) return (ptrdiff_t)length;
    return start_unpacking(stream, packing, bytes, length) ? read_packed(stream, bytes, size) : LD_READ_FAILED;
}

/* ---- bytes ---- */

bool ld_stream_open(struct ld_stream *stream, const char *file, int wake) {
    *stream = (struct ld_stream){.wake = wake};
    return open_stream(stream, file);
}

ptrdiff_t ld_stream_read(struct ld_stream *stream, char *bytes, size_t size) {
    if (!stream->begun) return read_first(stream, bytes, size);
    return stream->packed ? read_packed(stream, bytes, size) : read_file(stream, bytes, size);
}

void ld_stream_close(struct ld_stream *stream) {
    if (stream->descriptor >= 0 && stream->descriptor != STDIN_FILENO) close(stream->descriptor);
    if (stream->packed) ld_unpack_free(stream->packed->unpack);
    free(stream->packed);
    stream->packed = NULL;
    stream->descriptor = -1;
}

bool ld_read_file(const char *file, struct ld_buffer *bytes) {
    char chunk[LD_CHUNK];
    struct ld_stream stream;
    ptrdiff_t got = ld_stream_open(&stream, file, -1) ? 1 : LD_READ_FAILED;
    /* What the library refuses anyway is not read to its end, which may never come. */
    while (got > 0 && !bytes->failed && bytes->length <= UINT32_MAX) {
        got = ld_stream_read(&stream, chunk, sizeof chunk);
        if (got > 0) ld_buffer_put(bytes, chunk, (size_t)got);
    }
    ld_stream_close(&stream);
    if (bytes->failed) ld_say(ld_input_name(file), "%s", lede_status_message(LEDE_ERROR_MEMORY));
    return got >= 0 && !bytes->failed;
}

bool ld_reads_terminal(const struct ld_settings *settings) {
    return settings->file_count == 1 && !strcmp(settings->files[0], "-") && isatty(STDIN_FILENO);
}

void ld_note_terminal(const struct ld_settings *settings) {
    const char *command = settings->command->name, *space = *command ? " " : "";
    if (ld_reads_terminal(settings) && !settings->quiet)
        ld_say(NULL, "note: reading from the terminal, up to Ctrl-D; lede %s%s--help tells what else there is", command,
               space);
}

/* ---- lines ---- */

bool ld_lines_open(struct ld_lines *lines, const char *file, int wake) {
    lines->at = lines->filled = lines->length = 0;
    lines->inside = lines->unended = false;
    lines->ended = !ld_stream_open(&lines->stream, file, wake);
    return !lines->ended;
}

void ld_lines_close(struct ld_lines *lines) { ld_stream_close(&lines->stream); }

bool ld_lines_ready(const struct ld_lines *lines) {
    return lines->at < lines->filled && memchr(lines->chunk + lines->at, '\n', lines->filled - lines->at) != NULL;
}

enum ld_line ld_lines_next(struct ld_lines *lines, size_t max, struct ld_buffer *buffer) {
    if (!lines->inside) lines->length = 0;
    if (lines->at == lines->filled && !lines->ended) {
        ptrdiff_t got = ld_stream_read(&lines->stream, lines->chunk, sizeof lines->chunk);
        lines->at = 0;
        lines->filled = got > 0 ? (size_t)got : 0;
        lines->ended = got <= 0;
        if (got < 0) return got == LD_READ_STOPPED ? LD_LINES_STOPPED : LD_LINES_FAILED;
    }
    const char *from = lines->chunk + lines->at;
    size_t here = lines->filled - lines->at;
    const char *end = here ? memchr(from, '\n', here) : NULL;
    size_t length = end ? (size_t)(end - from) : here, room = max > lines->length ? max - lines->length : 0;
    ld_buffer_put(buffer, from, length < room ? length : room);
    lines->at += length + (end != NULL);
    lines->length += length;
    if (lines->ended && !lines->inside && !here) return LD_LINES_END;
    lines->inside = !end && !lines->ended;
    lines->unended = !end;
    return lines->inside ? LD_LINE_PART : lines->length > max ? LD_LINE_TOO_LONG : LD_LINE;
}
