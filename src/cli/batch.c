/* batch.c - one JSON record a line in, one line of JSON out for each, in the same order, whatever a line holds. A line
 * is read, worked on and written by three functions that share nothing but the line and its answer, so that more hands
 * can do the middle one. Leaves alone what a summary is. */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli/cli.h"
#include "read/json.h"

struct line {
    struct ld_buffer bytes;
    uint64_t number; /* from 1, over all files: that of its line of output too */
    bool too_long;
};

struct answer {
    char *bytes; /* NULL: no memory even to say so */
    size_t length;
    bool failed; /* an error line */
    bool over;   /* a summary longer than asked for */
};

struct batch {
    const struct ld_settings *settings;
    struct ld_output output;
    struct ld_lines lines;
    size_t file; /* the next one to open */
    uint64_t records, failed, over;
    bool open, lost_file, no_memory, progress;
};

/* ---- reading ---- */

static bool next_line(struct batch *b, struct line *line) {
    for (;;) {
        while (!b->open) {
            if (b->file == b->settings->file_count) return false;
            b->open = ld_lines_open(&b->lines, b->settings->files[b->file++]);
            b->lost_file = b->lost_file || !b->open;
        }
        if (!ld_lines_ready(&b->lines)) ld_output_flush(&b->output); /* a reader waits for what is done */
        if (ld_output_over(&b->output)) return false;
        enum ld_line got = ld_lines_next(&b->lines, b->settings->max_record, &line->bytes);
        line->too_long = got == LD_LINE_TOO_LONG;
        if (got == LD_LINE || line->too_long) break;
        b->lost_file = b->lost_file || got == LD_LINES_FAILED;
        b->open = false;
        ld_lines_close(&b->lines);
    }
    line->number = ++b->records;
    return true;
}

/* ---- working ---- */

static void error_answer(struct answer *answer, const struct ld_record *record, uint64_t number, const char *code,
                         const char *message, size_t length) {
    struct ld_buffer out;
    ld_buffer_init(&out);
    ld_buffer_string(&out, "{\"id\":");
    ld_buffer_string(&out, record->id ? record->id : "null");
    ld_buffer_string(&out, ",\"line\":");
    ld_buffer_unsigned(&out, number);
    ld_buffer_string(&out, ",\"error\":{\"code\":");
    ld_json_string(&out, code, strlen(code));
    ld_buffer_string(&out, ",\"message\":");
    ld_json_string(&out, message, length);
    ld_buffer_string(&out, "}}\n");
    answer->bytes = ld_buffer_take(&out, &answer->length);
    answer->failed = true;
}

static const char *status_code(lede_status status) {
    switch (status) {
    case LEDE_ERROR_EMPTY: return "empty";
    case LEDE_ERROR_LANGUAGE: return "unknown-language";
    case LEDE_ERROR_MEMORY: return "no-memory";
    case LEDE_ERROR_TOO_LARGE: return "too-long";
    default: return "failed";
    }
}

static lede_status summarize(const struct ld_settings *settings, const struct ld_record *record,
                             struct answer *answer) {
    lede_document *document;
    lede_status status = ld_make_document(settings, record, &document);
    if (status == LEDE_OK)
        status = ld_make_output(settings, record, document, &answer->bytes, &answer->length, &answer->over);
    lede_document_free(document);
    return status;
}

static struct answer work(const struct ld_settings *settings, const struct line *line) {
    static const char too_long[] = "the line is longer than --max-record";
    struct answer answer = {0};
    struct ld_record record = {0};
    struct ld_buffer message;
    ld_buffer_init(&message);
    if (line->too_long) {
        error_answer(&answer, &record, line->number, "too-long", too_long, strlen(too_long));
        return answer;
    }
    const char *bytes = line->bytes.length ? line->bytes.bytes : "";
    enum ld_record_error error = line->bytes.failed
                                     ? LD_RECORD_NO_MEMORY
                                     : ld_record_read(bytes, line->bytes.length, settings->carry, &record, &message);
    lede_status status = error == LD_RECORD_OK          ? summarize(settings, &record, &answer)
                         : error == LD_RECORD_NO_MEMORY ? LEDE_ERROR_MEMORY
                                                        : LEDE_OK;
    if (status != LEDE_OK) {
        const char *text = lede_status_message(status);
        error_answer(&answer, &record, line->number, status_code(status), text, strlen(text));
    } else if (error != LD_RECORD_OK) {
        error_answer(&answer, &record, line->number, ld_record_error_code(error), message.length ? message.bytes : "",
                     message.length);
    }
    ld_record_free(&record);
    ld_buffer_free(&message);
    return answer;
}

/* ---- writing ---- */

static void show_progress(const struct batch *b, bool last) {
    enum { EVERY = 100 };
    if (!b->progress || (!last && b->records % EVERY)) return;
    fprintf(stderr, "\r%llu records, %llu failed%s", (unsigned long long)b->records, (unsigned long long)b->failed,
            last ? "\n" : "");
}

static void write_answer(struct batch *b, struct answer *answer) {
    b->failed += answer->failed;
    b->over += answer->over;
    if (answer->bytes)
        ld_output_put(&b->output, answer->bytes, answer->length);
    else
        b->no_memory = true;
    lede_string_free(answer->bytes);
    show_progress(b, false);
}

/* ---- the command ---- */

static void say_result(const struct batch *b) {
    show_progress(b, true);
    if (b->no_memory) ld_say(NULL, "%s", lede_status_message(LEDE_ERROR_MEMORY));
    if (b->settings->quiet) return;
    if (b->failed)
        ld_say(NULL, "%llu of %llu records failed: see their \"error\"", (unsigned long long)b->failed,
               (unsigned long long)b->records);
    if (b->over)
        ld_say(NULL, "note: %llu summaries are one sentence that is longer than was asked for",
               (unsigned long long)b->over);
}

static void run(struct batch *b) {
    struct line line = {0};
    ld_buffer_init(&line.bytes);
    while (!b->no_memory && next_line(b, &line)) {
        struct answer answer = work(b->settings, &line);
        write_answer(b, &answer);
        if (line.bytes.failed) ld_buffer_free(&line.bytes);
    }
    ld_buffer_free(&line.bytes);
    if (b->open) ld_lines_close(&b->lines);
}

enum ld_exit ld_batch(struct ld_settings *settings) {
    struct ld_buffer stopwords;
    struct batch *b = calloc(1, sizeof *b); /* large: it holds a chunk of input */
    enum ld_exit result = LD_FAILED;
    ld_buffer_init(&stopwords);
    if (!b) {
        ld_say(NULL, "%s", lede_status_message(LEDE_ERROR_MEMORY));
        return LD_FAILED;
    }
    b->settings = settings;
    b->progress = strcmp(settings->progress, "auto") != 0 ? !strcmp(settings->progress, "always")
                                                          : isatty(STDERR_FILENO) && !settings->quiet;
    if (ld_use_stopwords(settings, &stopwords) && ld_output_open(&b->output, settings)) {
        run(b);
        bool written = ld_output_close(&b->output);
        say_result(b);
        result = !written || b->lost_file || b->no_memory ? LD_FAILED : b->failed ? LD_SOME_FAILED : LD_DONE;
    }
    ld_buffer_free(&stopwords);
    free(b);
    return result;
}
