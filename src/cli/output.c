/* output.c - bytes in; standard output or a file out, with every write checked, up to the closing one. A reader that
 * goes away (lede batch ... | head) is not an error: there is just nothing left to do. */
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cli/cli.h"

/* Would opening the output empty one of the inputs? */
static bool is_input(const struct ld_settings *settings) {
    struct stat out, in;
    if (stat(settings->output, &out) || !S_ISREG(out.st_mode)) return false;
    for (size_t i = 0; i < settings->file_count; i++) {
        const char *file = settings->files[i];
        int missing = strcmp(file, "-") != 0 ? stat(file, &in) : fstat(STDIN_FILENO, &in);
        if (!missing && in.st_dev == out.st_dev && in.st_ino == out.st_ino) return true;
    }
    return false;
}

/* For --resume: as fopen(name, "r+b"), but the file need not be there. */
static FILE *open_again(const char *name) {
    struct stat is;
    int descriptor = open(name, O_RDWR | O_CREAT, 0666);
    FILE *stream = NULL;
    if (descriptor < 0) return NULL;
    if (fstat(descriptor, &is) || !S_ISREG(is.st_mode))
        errno = ESPIPE; /* "Illegal seek": there is no going back in it */
    else
        stream = fdopen(descriptor, "r+b");
    if (!stream) {
        int error = errno;
        close(descriptor);
        errno = error;
    }
    return stream;
}

bool ld_output_open(struct ld_output *output, const struct ld_settings *settings) {
    *output = (struct ld_output){.stream = stdout, .name = "standard output"};
    if (!settings->output || !strcmp(settings->output, "-")) return true;
    output->name = settings->output;
    if (is_input(settings)) {
        ld_say(output->name, "is an input too; nothing was written");
        return false;
    }
    output->stream = settings->resume ? open_again(settings->output) : fopen(settings->output, "wb");
    if (!output->stream) ld_say(output->name, "%s", strerror(errno));
    return output->stream != NULL;
}

bool ld_output_open_aside(struct ld_output *output, const struct ld_settings *settings) {
    struct stat is;
    const char *name = settings->output;
    const bool there = name && !lstat(name, &is);
    if (!name || !strcmp(name, "-") || (there && !S_ISREG(is.st_mode)) || is_input(settings))
        return ld_output_open(output, settings);
    *output = (struct ld_output){.name = name, .aside = malloc(strlen(name) + 32)};
    if (output->aside) sprintf(output->aside, "%s.%ld.part", name, (long)getpid());
    if (output->aside) output->stream = fopen(output->aside, "wbx");
    if (!output->stream) { /* a directory that is not ours to write in */
        free(output->aside);
        return ld_output_open(output, settings);
    }
    if (there) fchmod(fileno(output->stream), is.st_mode & 07777);
    return true;
}

bool ld_output_over(const struct ld_output *output) { return output->failed || output->closed; }

static void failure(struct ld_output *output, int error) {
    if (ld_output_over(output)) return;
    output->closed = error == EPIPE;
    output->failed = !output->closed;
    if (output->failed) ld_say(output->name, "%s", strerror(error ? error : EIO));
}

void ld_output_put(struct ld_output *output, const char *bytes, size_t length) {
    if (ld_output_over(output) || !length) return;
    errno = 0;
    if (fwrite(bytes, 1, length, output->stream) != length) failure(output, errno);
}

void ld_output_string(struct ld_output *output, const char *string) { ld_output_put(output, string, strlen(string)); }

void ld_output_flush(struct ld_output *output) {
    if (ld_output_over(output)) return;
    errno = 0;
    if (fflush(output->stream)) failure(output, errno);
}

/* By write(2): stdio would lose bytes when a signal comes. */
void ld_output_block(struct ld_output *output, const char *bytes, size_t length) {
    ld_output_flush(output);
    while (length && !ld_output_over(output)) {
        int descriptor = fileno(output->stream);
        ssize_t written = write(descriptor, bytes, length);
        if (written >= 0) {
            bytes += written;
            length -= (size_t)written;
        } else if (errno == EAGAIN || errno == EWOULDBLOCK) {
            poll(&(struct pollfd){descriptor, POLLOUT, 0}, 1, -1);
        } else if (errno != EINTR) {
            failure(output, errno);
        }
    }
}

bool ld_output_close(struct ld_output *output) {
    ld_output_flush(output);
    errno = 0;
    if (fclose(output->stream)) failure(output, errno);
    if (output->aside && (output->failed || rename(output->aside, output->name))) {
        failure(output, errno);
        unlink(output->aside);
    }
    free(output->aside);
    return !output->failed;
}
