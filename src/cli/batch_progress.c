/* batch_progress.c - what was written so far, in; a line about it on standard error out: on a terminal one that is
 * drawn again and again, elsewhere (--progress always) a new one from time to time. */
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cli/batch.h"

static const double REDRAW = 0.2, AGAIN = 10; /* seconds between two lines, on a terminal and elsewhere */

/* Bytes to be read from the files; 0 where one of them has no end that is known. */
static uint64_t size_of(const struct ld_settings *settings) {
    uint64_t total = 0;
    for (size_t i = 0; i < settings->file_count; i++) {
        bool standard = !strcmp(settings->files[i], "-");
        struct stat is;
        off_t at = 0;
        if (standard ? fstat(STDIN_FILENO, &is) : stat(settings->files[i], &is))
            continue; /* there is nothing to read */
        if (!S_ISREG(is.st_mode)) return 0;
        if (standard) at = lseek(STDIN_FILENO, 0, SEEK_CUR);
        total += is.st_size > at ? (uint64_t)(is.st_size - at) : 0;
    }
    return total;
}

static double since(const struct timespec *then) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)(now.tv_sec - then->tv_sec) + 1e-9 * (double)(now.tv_nsec - then->tv_nsec);
}

void ld_meter_start(struct ld_meter *p, const struct ld_settings *settings, uint64_t position) {
    *p = (struct ld_meter){.terminal = isatty(STDERR_FILENO), .position = position};
    p->on = strcmp(settings->progress, "auto") != 0 ? !strcmp(settings->progress, "always")
                                                    : p->terminal && !settings->quiet;
    if (p->on) p->total = size_of(settings);
    clock_gettime(CLOCK_MONOTONIC, &p->began);
    p->shown = p->began;
}

void ld_meter_show(struct ld_meter *p, const struct ld_tally *tally, bool last) {
    char left[40] = "";
    if (!p->on || (!last && since(&p->shown) < (p->terminal ? REDRAW : AGAIN))) return;
    double seconds = since(&p->began), done = (double)(tally->position - p->position);
    if (!last && p->total > tally->position && done > 0) {
        unsigned long long rest = (unsigned long long)(seconds * (double)(p->total - tally->position) / done);
        snprintf(left, sizeof left, ", %llu:%02llu:%02llu left", rest / 3600, rest / 60 % 60, rest % 60);
    }
    /* In one piece, so that it does not mix with a message of another thread. */
    char line[200];
    snprintf(line, sizeof line, "%s%llu records, %llu failed, %.1f MB/s%s%s%s", p->terminal ? "\r" : "",
             (unsigned long long)tally->records, (unsigned long long)tally->failed,
             seconds > 0 ? 1e-6 * (double)tally->bytes / seconds : 0.0, left, p->terminal ? "\033[K" : "",
             last || !p->terminal ? "\n" : "");
    fputs(line, stderr);
    clock_gettime(CLOCK_MONOTONIC, &p->shown);
}
