/* batch.c - one JSON record a line in, one line of JSON out for each, in the same order, whatever a line holds. A group
 * of lines is read, worked on and written by three functions that share nothing but the group. With one thread they
 * take turns; with more, one thread reads, N work and one writes, and the queue keeps the order. Leaves alone what a
 * summary is. */
#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli/batch.h"
#include "cli/batch_queue.h"

#ifdef __GLIBC__
#include <malloc.h>
#endif

enum { MOST_THREADS = 256, SLOTS_A_THREAD = 4, BYTES_A_THREAD = 1 << 20, KEPT_MEMORY = 1 << 21 };

struct batch {
    const struct ld_settings *settings;
    /* the reader's */
    struct ld_lines lines;
    size_t file;           /* the next one to open */
    uint64_t read, passed; /* lines so far; bytes of the files before this one */
    bool open, lost_file;
    /* the writer's */
    struct ld_output output;
    struct ld_meter progress;
    struct ld_tally tally;
    bool no_memory;
    /* of both, with several threads */
    struct ld_queue queue;
    struct ld_group *groups; /* [slots] */
    size_t slots;
};

/* ---- reading ---- */

/* A piece of the files' next line: ld_lines_next over all files. LD_LINES_FAILED: of a file, which lost_file tells, and
 * the pieces that were given of its last line are none: half of one would only look like a bad record. */
static enum ld_line next_piece(struct batch *b, size_t max, struct ld_buffer *bytes) {
    for (;;) {
        while (!b->open) {
            if (ld_signals_caught()) return LD_LINES_STOPPED;
            if (b->file == b->settings->file_count) return LD_LINES_END;
            b->open = ld_lines_open(&b->lines, b->settings->files[b->file++], ld_signals_wake());
            b->lost_file = b->lost_file || (!b->open && !ld_signals_caught());
        }
        enum ld_line got = ld_lines_next(&b->lines, max, bytes);
        if (got <= LD_LINE_TOO_LONG || got == LD_LINES_STOPPED) return got;
        b->passed += b->lines.stream.taken;
        b->open = false;
        ld_lines_close(&b->lines);
        if (got != LD_LINES_FAILED) continue;
        b->lost_file = true;
        return got;
    }
}

/* Add the next line to a group, waiting for it, and while it is long for the groups under way. False: no line. */
static bool read_line(struct batch *b, struct ld_group *group) {
    struct ld_buffer *in = &group->in;
    const size_t start = in->length;
    bool lost = false;
    enum ld_line got;
    do {
        got = next_piece(b, lost ? 0 : b->settings->max_record, in);
        if (in->failed) {
            lost = true; /* but the lines before it are there */
            in->failed = false;
            in->length = start;
        }
        if (got == LD_LINES_FAILED) { /* the next file's first line is a new one */
            lost = false;
            in->length = start;
        }
        if (got == LD_LINE_PART && b->slots && !ld_queue_room(&b->queue, in->length)) return false;
    } while (got == LD_LINE_PART || got == LD_LINES_FAILED);
    if (got != LD_LINE && got != LD_LINE_TOO_LONG) return false;
    if (lost || got == LD_LINE_TOO_LONG) in->length = start;
    group->lines[group->count].start = start;
    group->lines[group->count].length = in->length - start;
    group->lines[group->count].state = lost ? LD_LINE_LOST : got == LD_LINE ? LD_LINE_WHOLE : LD_LINE_OVERLONG;
    group->count++;
    b->read++;
    return true;
}

/* False: there is nothing left, or no use in it. */
static bool read_group(struct batch *b, struct ld_group *group) {
    ld_group_empty(group);
    group->first = b->read + 1;
    if (ld_signals_caught() || !read_line(b, group)) return false;
    ld_output_empty(&b->output); /* before the writer has it, so that --resume finds nothing of another run */
    while (group->count < LD_GROUP_LINES && group->in.length < LD_GROUP_BYTES && ld_lines_ready(&b->lines))
        read_line(b, group);
    group->position = b->passed + b->lines.stream.taken;
    return true;
}

/* ---- writing ---- */

/* False: there is no use in going on. */
static bool write_group(struct batch *b, const struct ld_group *group) {
    ld_output_block(&b->output, group->out.bytes, group->out.length);
    b->tally.records += group->answered;
    b->tally.bytes += group->in.length + group->count;
    b->tally.position = group->position;
    b->tally.failed += group->failed;
    b->tally.over += group->over;
    if (!b->tally.kind) b->tally.kind = group->kind;
    b->no_memory = group->answered < group->count;
    ld_meter_show(&b->progress, &b->tally, false);
    return !b->no_memory && !ld_output_over(&b->output);
}

/* ---- one thread ---- */

static void run_alone(struct batch *b) {
    struct ld_group group = {0};
    struct ld_settings own = *b->settings;
    bool more = true;
    lede_cache_new(&own.document.cache); /* without one, where there is no memory */
    while (more && read_group(b, &group)) {
        ld_group_work(&own, &group);
        more = write_group(b, &group);
    }
    lede_cache_free(own.document.cache);
    ld_group_free(&group);
}

/* ---- several ---- */

static void *run_worker(void *context) {
    struct batch *b = context;
    struct ld_settings own = *b->settings;
    lede_cache_new(&own.document.cache); /* without one, where there is no memory */
    for (size_t slot; (slot = ld_queue_take(&b->queue)) != LD_QUEUE_END;) {
        ld_group_work(&own, &b->groups[slot]);
        ld_queue_finish(&b->queue, slot, b->groups[slot].in.length + b->groups[slot].out.length);
    }
    lede_cache_free(own.document.cache);
    return NULL;
}

static void *run_writer(void *context) {
    struct batch *b = context;
    for (size_t slot; (slot = ld_queue_next(&b->queue)) != LD_QUEUE_END;) {
        if (!write_group(b, &b->groups[slot])) {
            ld_queue_stop(&b->queue);
            ld_signals_stop(); /* the reader may be waiting for input */
        }
        ld_queue_release(&b->queue);
    }
    return NULL;
}

/* Start the writer and up to count workers; gives how many threads there are. Signals stay with the reader. */
static size_t start_threads(struct batch *b, pthread_t *threads, size_t count) {
    sigset_t ours, before;
    size_t started = 0;
    sigemptyset(&ours);
    sigaddset(&ours, SIGINT);
    sigaddset(&ours, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &ours, &before);
    while (started <= count && !pthread_create(&threads[started], NULL, started ? run_worker : run_writer, b))
        started++;
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    return started;
}

static void run_threads(struct batch *b, size_t count) {
    pthread_t threads[1 + MOST_THREADS];
    size_t started = start_threads(b, threads, count);
    if (started > 1) {
        for (size_t slot; (slot = ld_queue_free_slot(&b->queue)) != LD_QUEUE_END;) {
            if (!read_group(b, &b->groups[slot])) break;
            ld_queue_submit(&b->queue, b->groups[slot].in.length);
        }
    }
    ld_queue_close(&b->queue);
    for (size_t i = 0; i < started; i++) pthread_join(threads[i], NULL);
    if (started > 1) return;
    b->slots = 0; /* no worker could be started */
    run_alone(b);
}

static size_t thread_count(const struct ld_settings *settings) {
    long cores = settings->threads ? 0 : sysconf(_SC_NPROCESSORS_ONLN);
    size_t count = settings->threads ? settings->threads : cores > 0 ? (size_t)cores : 1;
    return count < MOST_THREADS ? count : MOST_THREADS;
}

/* Each document takes about the memory that the one before it gave back. glibc would give that to the system, and take
 * it again page by page, which is a twentieth of all the time. */
static void keep_memory(void) {
#ifdef __GLIBC__
    mallopt(M_TRIM_THRESHOLD, KEPT_MEMORY);
    mallopt(M_MMAP_THRESHOLD, KEPT_MEMORY);
#endif
}

static void run(struct batch *b) {
    size_t count = thread_count(b->settings), slots = SLOTS_A_THREAD * count;
    keep_memory();
    ld_meter_start(&b->progress, b->settings, b->tally.position);
    b->groups = count > 1 ? calloc(slots, sizeof *b->groups) : NULL;
    if (b->groups && ld_queue_init(&b->queue, slots, BYTES_A_THREAD * count)) {
        b->slots = slots;
        run_threads(b, count);
        ld_queue_destroy(&b->queue);
    } else {
        run_alone(b);
    }
    for (size_t i = 0; b->groups && i < slots; i++) ld_group_free(&b->groups[i]);
    free(b->groups);
}

/* ---- the command ---- */

/* Skip the lines whose answers are written already; the last of them into a group. False: they are not there; it was
 * said. */
static bool skip_lines(struct batch *b, const struct ld_done *done, struct ld_group *last) {
    struct ld_buffer none;
    bool more = true;
    ld_buffer_init(&none);
    while (more && b->read + 1 < done->lines) {
        enum ld_line got;
        do got = next_piece(b, 0, &none);
        while (got == LD_LINE_PART || got == LD_LINES_FAILED);
        more = got <= LD_LINE_TOO_LONG;
        b->read += more;
    }
    ld_buffer_free(&none);
    if (more && b->read < done->lines) more = read_line(b, last);
    if (b->lost_file)
        ld_say(b->output.name, "left as it is: the input that it was made of is not all there");
    else if (!more && !ld_signals_caught())
        ld_say(b->output.name, "left as it is: it has %llu lines, but the input only %llu",
               (unsigned long long)done->lines, (unsigned long long)b->read);
    return more && !b->lost_file;
}

/* Whether the line, which ends in zero, tells of too little memory. */
static bool lacked_memory(const struct ld_buffer *line) { return strstr(line->bytes, "{\"code\":\"no-memory\""); }

/* Is the output's last line what the input and options make of it now? An error may have been for want of memory.
 * False: said that it is not. */
static bool answers_alike(struct batch *b, const struct ld_done *done, struct ld_group *last) {
    struct ld_buffer *now = &last->out;
    const struct ld_buffer *then = &done->last;
    last->first = done->lines;
    ld_group_work(b->settings, last);
    ld_buffer_byte(now, '\0');
    if (!done->lines || then->failed || now->failed) return true;
    if ((done->last_failed && lacked_memory(then)) || (last->failed && lacked_memory(now))) return true;
    if (now->length > then->length && !memcmp(now->bytes, then->bytes, then->length)) return true;
    ld_say(b->output.name, "left as it is: another input or other options made line %llu of it",
           (unsigned long long)done->lines);
    return false;
}

static bool resume(struct batch *b) {
    struct ld_group last = {0};
    struct ld_done done;
    bool ready = ld_resume_count(&b->output, &b->lines, &done) && skip_lines(b, &done, &last) &&
                 answers_alike(b, &done, &last) && ld_resume_cut(&b->output, &done);
    ld_buffer_free(&done.last);
    ld_group_free(&last);
    if (!ready) return false;
    b->tally.records = done.lines;
    b->tally.failed = done.failed;
    b->tally.position = b->passed + (b->open ? b->lines.stream.taken : 0);
    return true;
}

static void say_result(struct batch *b) {
    ld_meter_show(&b->progress, &b->tally, true);
    if (b->no_memory) ld_no_memory();
    if (b->settings->quiet) return;
    if (b->tally.failed)
        ld_say(NULL, "%llu of %llu records failed: see their \"error\"", (unsigned long long)b->tally.failed,
               (unsigned long long)b->tally.records);
    if (b->tally.kind) ld_say(NULL, "note: %s", b->tally.kind);
    if (b->tally.over)
        ld_say(NULL, "note: %llu summaries are one sentence that is longer than was asked for",
               (unsigned long long)b->tally.over);
    if (ld_signals_caught())
        ld_say(NULL, "stopped after %llu records%s", (unsigned long long)b->tally.records,
               b->settings->output ? "; with --resume the rest can be done" : "");
}

static enum ld_exit work(struct batch *b) {
    bool ready = !b->settings->resume || resume(b);
    if (ready) run(b);
    if (b->open) ld_lines_close(&b->lines);
    if (b->lost_file) ld_output_keep(&b->output);
    bool written = ld_output_close(&b->output);
    if (ready) say_result(b);
    if (!written || b->lost_file || b->no_memory) return LD_FAILED;
    if (ld_signals_caught()) return (enum ld_exit)(LD_BY_SIGNAL + ld_signals_caught());
    return !ready ? LD_FAILED : b->tally.failed ? LD_SOME_FAILED : LD_DONE;
}

enum ld_exit ld_batch(struct ld_settings *settings) {
    struct ld_buffer stopwords;
    struct batch *b = calloc(1, sizeof *b); /* large: it holds a chunk of input */
    enum ld_exit result = LD_FAILED;
    if (settings->resume && (!settings->output || !strcmp(settings->output, "-"))) {
        ld_say(NULL, "--resume goes on with a file: --output FILE is wanted");
        result = LD_USAGE;
    } else if (!b) {
        ld_no_memory();
    } else {
        ld_buffer_init(&stopwords);
        b->settings = settings;
        ld_note_terminal(settings);
        if (ld_use_files(settings, &stopwords) && ld_signals_catch() && ld_output_open(&b->output, settings))
            result = work(b);
        ld_buffer_free(&stopwords);
    }
    free(b);
    return result;
}
