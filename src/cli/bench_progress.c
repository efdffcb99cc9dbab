/* bench_progress.c - work done so far in; a bar on standard error out, where a person looks at it. */
#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "cli/cli.h"

static const double interval = 0.1; /* seconds between two looks of the bar */
enum { WIDTH = 30 };

double ld_seconds(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + (double)now.tv_nsec * 1e-9;
}

static void show(struct ld_progress *p, double now) {
    char bar[WIDTH + 1];
    uint64_t filled = p->total ? p->done * WIDTH / p->total : WIDTH;
    double rate = now > p->start ? (double)p->done / (now - p->start) : 0;
    uint64_t left = rate > 0 ? (uint64_t)((double)(p->total - p->done) / rate + 0.5) : 0;
    for (uint64_t i = 0; i < WIDTH; i++) bar[i] = i < filled ? '#' : '.';
    bar[WIDTH] = '\0';
    fprintf(stderr, "\r[%s] %llu/%llu  %.0f documents/s  %llu:%02llu left ", bar, (unsigned long long)p->done,
            (unsigned long long)p->total, rate, (unsigned long long)(left / 60), (unsigned long long)(left % 60));
    fflush(stderr);
    p->last = now;
}

void ld_progress_start(struct ld_progress *progress, const struct ld_settings *settings, uint64_t total) {
    bool automatic = !strcmp(settings->progress, "auto");
    *progress = (struct ld_progress){.total = total, .start = ld_seconds()};
    progress->shown = automatic ? isatty(STDERR_FILENO) && !settings->quiet : !strcmp(settings->progress, "always");
    progress->last = progress->start;
}

void ld_progress_step(struct ld_progress *progress) {
    progress->done++;
    if (!progress->shown) return;
    double now = ld_seconds();
    if (now - progress->last >= interval) show(progress, now);
}

void ld_progress_end(struct ld_progress *progress) {
    if (!progress->shown) return;
    show(progress, ld_seconds());
    fputc('\n', stderr);
}
