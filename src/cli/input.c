/* input.c - a file's name in; its bytes, or its lines one after the other, out. "-" is standard input. Leaves alone
 * what the bytes are. By read(2), so that a line that is there is not waited for. */
#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <string.h>
#include <unistd.h>

#include "cli/cli.h"

static int open_file(const char *file) {
    int descriptor = strcmp(file, "-") != 0 ? open(file, O_RDONLY) : STDIN_FILENO;
    if (descriptor < 0) ld_say(ld_input_name(file), "%s", strerror(errno));
    return descriptor;
}

static void close_file(int descriptor) {
    if (descriptor != STDIN_FILENO) close(descriptor);
}

/* How many bytes, 0 at the end; negative where it failed, and then it was said why. */
static ssize_t read_some(int descriptor, const char *file, char *bytes, size_t size) {
    ssize_t got;
    do got = read(descriptor, bytes, size);
    while (got < 0 && errno == EINTR);
    if (got < 0) ld_say(ld_input_name(file), "%s", strerror(errno));
    return got;
}

bool ld_read_file(const char *file, struct ld_buffer *bytes) {
    char chunk[65536];
    int descriptor = open_file(file);
    ssize_t got = descriptor < 0 ? -1 : 1;
    /* What the library refuses anyway is not read to its end, which may never come. */
    while (got > 0 && !bytes->failed && bytes->length <= UINT32_MAX) {
        got = read_some(descriptor, file, chunk, sizeof chunk);
        if (got > 0) ld_buffer_put(bytes, chunk, (size_t)got);
    }
    if (descriptor >= 0) close_file(descriptor);
    if (bytes->failed) ld_say(ld_input_name(file), "%s", lede_status_message(LEDE_ERROR_MEMORY));
    return got >= 0 && !bytes->failed;
}

bool ld_lines_open(struct ld_lines *lines, const char *file) {
    lines->file = file;
    lines->at = lines->filled = 0;
    lines->descriptor = open_file(file);
    lines->ended = lines->descriptor < 0;
    return !lines->ended;
}

void ld_lines_close(struct ld_lines *lines) {
    if (lines->descriptor >= 0) close_file(lines->descriptor);
}

bool ld_lines_ready(const struct ld_lines *lines) {
    return lines->at < lines->filled && memchr(lines->chunk + lines->at, '\n', lines->filled - lines->at) != NULL;
}

enum ld_line ld_lines_next(struct ld_lines *lines, size_t max, struct ld_buffer *line) {
    bool any = false, too_long = false, ended = false;
    line->length = 0;
    while (!ended) {
        if (lines->at == lines->filled) {
            ssize_t got =
                lines->ended ? 0 : read_some(lines->descriptor, lines->file, lines->chunk, sizeof lines->chunk);
            lines->at = 0;
            lines->filled = got > 0 ? (size_t)got : 0;
            lines->ended = got <= 0;
            if (got < 0) return LD_LINES_FAILED;
            if (!got) break;
        }
        const char *from = lines->chunk + lines->at;
        size_t here = lines->filled - lines->at;
        const char *end = memchr(from, '\n', here);
        size_t length = end ? (size_t)(end - from) : here, room = max - line->length;
        ld_buffer_put(line, from, length < room ? length : room);
        too_long = too_long || length > room;
        any = true;
        ended = end != NULL;
        lines->at += length + ended;
    }
    return !any ? LD_LINES_END : too_long ? LD_LINE_TOO_LONG : LD_LINE;
}
