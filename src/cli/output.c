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

static bool is_file(int descriptor) {
    struct stat is;
    return !fstat(descriptor, &is) && S_ISREG(is.st_mode);
}

/* For --resume: it is not emptied, and need not be there. */
static int open_again(const char *name) {
    int descriptor = open(name, O_RDWR | O_CREAT, 0666);
    if (descriptor < 0 || is_file(descriptor)) return descriptor;
    close(descriptor);
    errno = ESPIPE; /* "Illegal seek": there is no going back in it */
    return -1;
}

struct ld_output ld_output_standard(void) {
    return (struct ld_output){.descriptor = STDOUT_FILENO, .name = "standard output", .seen = isatty(STDOUT_FILENO)};
}

bool ld_output_open(struct ld_output *output, const struct ld_settings *settings) {
    *output = ld_output_standard();
    if (!settings->output || !strcmp(settings->output, "-")) return true;
    output->name = settings->output;
    output->seen = false;
    if (is_input(settings)) {
        ld_say(output->name, "is an input too; nothing was written");
        return false;
    }
    output->descriptor =
        settings->resume ? open_again(settings->output) : open(settings->output, O_WRONLY | O_CREAT, 0666);
    output->old = !settings->resume && output->descriptor >= 0 && is_file(output->descriptor);
    if (output->descriptor < 0) ld_say(output->name, "%s", strerror(errno));
    return output->descriptor >= 0;
}

bool ld_output_open_aside(struct ld_output *output, const struct ld_settings *settings) {
    struct stat is;
    const char *name = settings->output;
    const bool there = name && !lstat(name, &is);
    if (!name || !strcmp(name, "-") || (there && !S_ISREG(is.st_mode)) || is_input(settings))
        return ld_output_open(output, settings);
    *output = (struct ld_output){.descriptor = -1, .name = name, .aside = malloc(strlen(name) + 32)};
    if (output->aside) sprintf(output->aside, "%s.%ld.part", name, (long)getpid());
    if (output->aside) output->descriptor = open(output->aside, O_WRONLY | O_CREAT | O_EXCL, 0666);
    if (output->descriptor < 0) { /* a directory that is not ours to write in */
        free(output->aside);
        return ld_output_open(output, settings);
    }
    if (there) fchmod(output->descriptor, is.st_mode & 07777);
    return true;
}

bool ld_output_over(const struct ld_output *output) { return output->failed || output->closed; }

static void failure(struct ld_output *output, int error) {
    if (ld_output_over(output)) return;
    output->closed = error == EPIPE;
    output->failed = !output->closed;
    if (output->failed) ld_say(output->name, "%s", strerror(error ? error : EIO));
}

void ld_output_empty(struct ld_output *output) {
    if (!output->old) return; /* and nothing is written here, while another thread may look */
    output->old = false;
    if (ftruncate(output->descriptor, 0)) failure(output, errno);
}

void ld_output_keep(struct ld_output *output) { output->old = false; }

static void write_all(struct ld_output *output, const char *bytes, size_t length) {
    if (length) ld_output_empty(output);
    while (length && !ld_output_over(output)) {
        ssize_t written = write(output->descriptor, bytes, length);
        if (written >= 0) {
            bytes += written;
            length -= (size_t)written;
        } else if (errno == EAGAIN || errno == EWOULDBLOCK) {
            poll(&(struct pollfd){output->descriptor, POLLOUT, 0}, 1, -1);
        } else if (errno != EINTR) {
            failure(output, errno);
        }
    }
}

void ld_output_block(struct ld_output *output, const char *bytes, size_t length) {
    write_all(output, output->kept, output->count);
    output->count = 0;
    write_all(output, bytes, length);
}

void ld_output_put(struct ld_output *output, const char *bytes, size_t length) {
    if (output->seen || length > sizeof output->kept - output->count) {
        ld_output_block(output, bytes, length);
        return;
    }
    if (length) memcpy(output->kept + output->count, bytes, length);
    output->count += length;
}

void ld_output_string(struct ld_output *output, const char *string) { ld_output_put(output, string, strlen(string)); }

bool ld_output_close(struct ld_output *output) {
    ld_output_block(output, NULL, 0);
    ld_output_empty(output);
    if (close(output->descriptor)) failure(output, errno);
    if (output->aside && (output->failed || rename(output->aside, output->name))) {
        failure(output, errno);
        unlink(output->aside);
    }
    free(output->aside);
    return !output->failed;
}
