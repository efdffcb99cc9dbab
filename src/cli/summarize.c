/* summarize.c - the command without a name: files in, each one's summary out. A file that fails is spoken of, and the
 * others are summarised all the same. Leaves alone what a summary is. */
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "base/unicode.h"
#include "cli/batch.h"
#include "cli/cli.h"
#include "read/json.h"
#include "read/kind.h"

struct job {
    const struct ld_settings *settings;
    struct ld_output output;
    const char *name; /* of the file, as in messages */
    size_t line;      /* of the record in it; 0 for a file that is one text */
    size_t written;   /* summaries so far */
    bool failed, nothing;
};

/* ---- the terminal ---- */

static bool to_terminal(const struct ld_settings *s) { return !s->output && isatty(STDOUT_FILENO); }

static size_t terminal_width(void) {
    const char *columns = getenv("COLUMNS");
    long width = columns ? strtol(columns, NULL, 10) : 0;
    struct winsize window;
    if (width > 0 && width < 10000) return (size_t)width;
    if (!ioctl(STDOUT_FILENO, TIOCGWINSZ, &window) && window.ws_col) return window.ws_col;
    return 80;
}

/* Source: no-color.org for NO_COLOR. */
static bool wants_color(const struct ld_settings *s) {
    const char *no = getenv("NO_COLOR"), *terminal = getenv("TERM");
    if (strcmp(s->color, "auto") != 0) return !strcmp(s->color, "always");
    return to_terminal(s) && !(no && *no) && terminal && strcmp(terminal, "dumb") != 0;
}

static void use_terminal(struct ld_settings *s) {
    s->render.color = wants_color(s);
    s->render.width = s->width != SIZE_MAX ? s->width : to_terminal(s) ? terminal_width() : 0;
}

/* ---- one article ---- */

static bool is_format(const struct job *job, const char *name) { return !strcmp(job->settings->render.format, name); }

/* The name above a summary, where there are several. Markdown and HTML have a way to escape any ASCII punctuation. */
static void put_name(struct job *job, const char *name) {
    bool html = is_format(job, "html"), markdown = is_format(job, "markdown");
    const char *end = name + strlen(name);
    struct ld_buffer line;
    ld_buffer_init(&line);
    ld_buffer_string(&line, job->written && !html ? "\n" : "");
    ld_buffer_string(&line, html ? "<p class=\"lede-file\">" : markdown ? "## " : "==> ");
    while (name < end) {
        unsigned size;
        uint32_t c = ld_utf8_decode(name, end, &size);
        bool mark = c < 128 && ld_class_of(c) != LD_LETTER && ld_class_of(c) != LD_DIGIT && c != ' ';
        name += size;
        if (ld_is_unsafe(c) || c == '\n') continue;
        if (html && mark) {
            ld_buffer_string(&line, "&#");
            ld_buffer_unsigned(&line, c);
            ld_buffer_byte(&line, ';');
            continue;
        }
        if (markdown && mark) ld_buffer_byte(&line, '\\');
        ld_buffer_code_point(&line, c);
    }
    ld_buffer_string(&line, html ? "</p>\n" : markdown ? "\n\n" : " <==\n");
    if (!line.failed) ld_output_put(&job->output, line.bytes, line.length);
    ld_buffer_free(&line);
}

static void say_status(struct job *job, const struct ld_record *record, lede_status status) {
    char problem[LD_PROBLEM];
    *(status == LEDE_ERROR_EMPTY ? &job->nothing : &job->failed) = true;
    ld_describe(status, record, problem);
    if (job->line)
        ld_say(job->name, "line %zu: %s", job->line, problem);
    else
        ld_say(job->name, "%s", problem);
}

/* Write the summary of a document; several: under its name. */
static void write_summary(struct job *job, const struct ld_record *record, const char *label,
                          const lede_document *document) {
    char *output;
    size_t length;
    bool over;
    lede_status status = ld_make_output(job->settings, record, document, &output, &length, &over);
    if (status != LEDE_OK) {
        say_status(job, record, status);
        return;
    }
    if (label && !is_format(job, "json")) put_name(job, label);
    ld_output_put(&job->output, output, length);
    job->written++;
    lede_string_free(output);
    if (over && !job->settings->quiet)
        ld_say(job->name, "note: the best sentence alone is longer than was asked for, and is given whole");
}

/* ---- one file ---- */

static void do_text(struct job *job, struct ld_buffer *bytes) {
    const char *label = job->settings->file_count > 1 ? job->name : NULL;
    const char *kind = job->settings->quiet ? NULL : ld_kind_of(bytes->bytes, bytes->length);
    struct ld_record record = {.text = {bytes->bytes, bytes->length}};
    struct ld_buffer id;
    lede_document *document;
    if (kind) ld_say(job->name, "note: %s", kind);
    lede_status status = ld_make_document(job->settings, &record, &document);
    ld_buffer_free(bytes); /* the document has a copy: of a long text there is one at a time */
    if (status != LEDE_OK) {
        say_status(job, &record, status);
        return;
    }
    ld_buffer_init(&id);
    if (label) {
        ld_json_string(&id, label, strlen(label));
        ld_buffer_byte(&id, '\0');
        record.id = id.bytes;
    }
    if (id.failed)
        say_status(job, &record, LEDE_ERROR_MEMORY);
    else
        write_summary(job, &record, label, document);
    ld_buffer_free(&id);
    lede_document_free(document);
}

static void do_record(struct job *job, struct ld_record *record, bool several) {
    lede_document *document;
    lede_status status = ld_make_document(job->settings, record, &document);
    if (status == LEDE_OK)
        write_summary(job, record, several ? (record->id ? record->id : job->name) : NULL, document);
    else
        say_status(job, record, status);
    lede_document_free(document);
}

static void say_record_error(struct job *job, enum ld_record_error error, struct ld_buffer *message) {
    ld_buffer_byte(message, '\0');
    bool told = !message->failed && error != LD_RECORD_NO_MEMORY;
    ld_say(job->name, "line %zu: %s", job->line, told ? message->bytes : lede_status_message(LEDE_ERROR_MEMORY));
    job->failed = true;
}

struct run { /* of lines that are no records for one reason: those of an array, or of records over several lines each */
    const char *kind; /* NULL: there is none */
    size_t first, last;
    size_t depth; /* of the arrays and objects that are open behind the last */
};

/* "lines 2 to 5: JSON lines are wanted, .." */
static void say_run(struct job *job, struct run *run) {
    if (run->kind && run->first == run->last)
        ld_say(job->name, "line %zu: %s", run->first, run->kind);
    else if (run->kind)
        ld_say(job->name, "lines %zu to %zu: %s", run->first, run->last, run->kind);
    job->failed |= run->kind != NULL;
    *run = (struct run){0};
}

/* Is the line, which is no record, one of such a run? */
static bool add_to_run(struct job *job, struct run *run, const char *line, size_t length) {
    const char *kind = run->depth ? run->kind : ld_kind_of_line(line, length);
    if (kind != run->kind) say_run(job, run);
    if (!kind) return false;
    if (!run->kind) *run = (struct run){.kind = kind, .first = job->line};
    run->last = job->line;
    run->depth = ld_json_depth(line, line + length, run->depth);
    return true;
}

/* One record a line; blank lines are left out. */
static void do_lines(struct job *job, const struct ld_buffer *bytes) {
    const char *at = bytes->bytes, *end = at + bytes->length;
    struct run run = {0};
    for (const char *next; at < end && !ld_output_over(&job->output); at = next) {
        const char *stop = memchr(at, '\n', (size_t)(end - at));
        struct ld_record record;
        struct ld_buffer message;
        next = stop ? stop + 1 : end;
        job->line++;
        ld_buffer_init(&message);
        enum ld_record_error error = ld_batch_record(at, (size_t)(next - at), false, &record, &message);
        bool more = ld_is_no_record(error) && add_to_run(job, &run, at, (size_t)(next - at));
        if (error != LD_RECORD_BLANK && !more) say_run(job, &run);
        if (error == LD_RECORD_OK)
            do_record(job, &record, true);
        else if (error != LD_RECORD_BLANK && !more)
            say_record_error(job, error, &message);
        ld_buffer_free(&message);
        ld_record_free(&record);
    }
    say_run(job, &run);
}

/* One record, in however many lines, or several. */
static void do_json(struct job *job, const struct ld_buffer *bytes) {
    struct ld_record record = {0};
    struct ld_buffer message;
    if (bytes->length > UINT32_MAX) { /* it was not read to its end */
        say_status(job, &record, LEDE_ERROR_TOO_LARGE);
        ld_hint("lede batch reads records of any number, one a line");
        return;
    }
    const struct job others = *job; /* those before */
    job->failed = job->nothing = false;
    ld_buffer_init(&message);
    enum ld_record_error error = ld_batch_record(bytes->bytes, bytes->length, false, &record, &message);
    if (error == LD_RECORD_OK) {
        do_record(job, &record, job->settings->file_count > 1);
    } else if (error == LD_RECORD_NO_TEXT || error == LD_RECORD_WRONG_TYPE) {
        job->line = 1;
        say_record_error(job, error, &message);
    } else if (bytes->length) {
        do_lines(job, bytes);
    }
    ld_buffer_free(&message);
    ld_record_free(&record);
    job->line = 0;
    if (ld_is_no_record(error) && job->written == others.written && job->failed && !strcmp(job->settings->from, "auto"))
        ld_hint("to read it as it stands: --from text");
    if (job->written == others.written && !job->failed && !job->nothing) say_status(job, &record, LEDE_ERROR_EMPTY);
    job->failed |= others.failed;
    job->nothing |= others.nothing;
}

static void do_file(struct job *job, const char *file) {
    const char *from = job->settings->from;
    struct ld_buffer bytes;
    ld_buffer_init(&bytes);
    job->name = ld_input_name(file);
    job->line = 0;
    if (!ld_read_file(file, &bytes))
        job->failed = true;
    else if (!strcmp(from, "json") || (!strcmp(from, "auto") && ld_kind_is_json(bytes.bytes, bytes.length)))
        do_json(job, &bytes);
    else
        do_text(job, &bytes);
    ld_buffer_free(&bytes);
}

enum ld_exit ld_summarize(struct ld_settings *settings) {
    struct job job = {.settings = settings};
    struct ld_buffer stopwords;
    bool ok;
    ld_buffer_init(&stopwords);
    use_terminal(settings);
    ld_note_terminal(settings);
    ok = ld_use_files(settings, &stopwords) && ld_output_open(&job.output, settings);
    if (ok) {
        for (size_t i = 0; i < settings->file_count && !ld_output_over(&job.output); i++)
            do_file(&job, settings->files[i]);
        if (!job.written) ld_output_keep(&job.output);
        ok = ld_output_close(&job.output);
    }
    ld_buffer_free(&stopwords);
    return !ok || job.failed ? LD_FAILED : job.nothing ? LD_NOTHING : LD_DONE;
}
