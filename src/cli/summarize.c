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

struct job {
    const struct ld_settings *settings;
    struct ld_output output;
    size_t written; /* summaries so far */
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

static void say_status(struct job *job, const char *name, lede_status status) {
    job->nothing = job->nothing || status == LEDE_ERROR_EMPTY;
    job->failed = job->failed || status != LEDE_ERROR_EMPTY;
    ld_say(name, "%s",
           status == LEDE_ERROR_EMPTY ? "nothing to summarise: there is no word in it" : lede_status_message(status));
}

/* Write the summary of a document; several: under its name. */
static void write_summary(struct job *job, const struct ld_record *record, const char *name, const char *label,
                          const lede_document *document) {
    char *output;
    size_t length;
    bool over;
    lede_status status = ld_make_output(job->settings, record, document, &output, &length, &over);
    if (status != LEDE_OK) {
        say_status(job, name, status);
        return;
    }
    if (label && !is_format(job, "json")) put_name(job, label);
    ld_output_put(&job->output, output, length);
    job->written++;
    lede_string_free(output);
    if (over && !job->settings->quiet)
        ld_say(name, "note: the best sentence alone is longer than was asked for, and is given whole");
}

/* ---- one file ---- */

static void do_text(struct job *job, const char *file, struct ld_buffer *bytes) {
    const char *name = ld_input_name(file), *label = job->settings->file_count > 1 ? name : NULL;
    struct ld_record record = {.text = {bytes->bytes, bytes->length}};
    struct ld_buffer id;
    lede_document *document;
    lede_status status = ld_make_document(job->settings, &record, &document);
    ld_buffer_free(bytes); /* the document has a copy: of a long text there is one at a time */
    if (status != LEDE_OK) {
        say_status(job, name, status);
        return;
    }
    ld_buffer_init(&id);
    if (label) {
        ld_json_string(&id, name, strlen(name));
        ld_buffer_byte(&id, '\0');
        record.id = id.bytes;
    }
    if (id.failed)
        say_status(job, name, LEDE_ERROR_MEMORY);
    else
        write_summary(job, &record, name, label, document);
    ld_buffer_free(&id);
    lede_document_free(document);
}

static void do_record(struct job *job, const char *name, struct ld_record *record, bool several) {
    lede_document *document;
    lede_status status = ld_make_document(job->settings, record, &document);
    if (status == LEDE_OK)
        write_summary(job, record, name, several ? (record->id ? record->id : name) : NULL, document);
    else
        say_status(job, name, status);
    lede_document_free(document);
}

/* Is this one record, with a text? A record is used up, an error forgotten. */
static bool is_record(const struct ld_buffer *bytes, struct ld_record *record) {
    struct ld_buffer message;
    ld_buffer_init(&message);
    enum ld_record_error error = ld_batch_record(bytes->bytes, bytes->length, false, record, &message);
    ld_buffer_free(&message);
    return error == LD_RECORD_OK;
}

static void say_record_error(struct job *job, const char *name, size_t line, enum ld_record_error error,
                             struct ld_buffer *message) {
    ld_buffer_byte(message, '\0');
    bool told = !message->failed && error != LD_RECORD_NO_MEMORY;
    ld_say(name, "line %zu: %s", line, told ? message->bytes : lede_status_message(LEDE_ERROR_MEMORY));
    job->failed = true;
}

/* One record a line; blank lines are left out. */
static void do_lines(struct job *job, const char *name, const struct ld_buffer *bytes) {
    const char *at = bytes->bytes, *end = at + bytes->length;
    size_t number = 0;
    for (const char *next; at < end && !ld_output_over(&job->output); at = next) {
        const char *stop = memchr(at, '\n', (size_t)(end - at));
        struct ld_record record;
        struct ld_buffer message;
        next = stop ? stop + 1 : end;
        number++;
        ld_buffer_init(&message);
        enum ld_record_error error = ld_batch_record(at, (size_t)(next - at), false, &record, &message);
        if (error == LD_RECORD_OK)
            do_record(job, name, &record, true);
        else if (error != LD_RECORD_BLANK)
            say_record_error(job, name, number, error, &message);
        ld_buffer_free(&message);
        ld_record_free(&record);
    }
}

static void do_json(struct job *job, const char *file, const struct ld_buffer *bytes) {
    struct ld_record record;
    size_t before = job->written;
    bool one = is_record(bytes, &record), silent = !job->failed && !job->nothing;
    if (one)
        do_record(job, ld_input_name(file), &record, job->settings->file_count > 1);
    else if (bytes->length)
        do_lines(job, ld_input_name(file), bytes);
    ld_record_free(&record);
    if (job->written == before && silent && !job->failed && !job->nothing)
        say_status(job, ld_input_name(file), LEDE_ERROR_EMPTY);
}

/* A text that is one JSON object with a "text" is read as that; "{" is where any such begins. */
static bool looks_like_json(const struct ld_buffer *bytes) {
    const char *end = bytes->bytes + bytes->length, *at = bytes->length ? ld_json_after_blanks(bytes->bytes, end) : end;
    struct ld_record record;
    if (at == end || *at != '{') return false;
    bool is = is_record(bytes, &record);
    ld_record_free(&record);
    return is;
}

static void do_file(struct job *job, const char *file) {
    const char *from = job->settings->from;
    struct ld_buffer bytes;
    ld_buffer_init(&bytes);
    if (!ld_read_file(file, &bytes))
        job->failed = true;
    else if (!strcmp(from, "json") || (!strcmp(from, "auto") && looks_like_json(&bytes)))
        do_json(job, file, &bytes);
    else
        do_text(job, file, &bytes);
    ld_buffer_free(&bytes);
}

enum ld_exit ld_summarize(struct ld_settings *settings) {
    struct job job = {.settings = settings};
    struct ld_buffer stopwords;
    bool ok;
    ld_buffer_init(&stopwords);
    use_terminal(settings);
    if (settings->file_count == 1 && !strcmp(settings->files[0], "-") && isatty(STDIN_FILENO) && !settings->quiet)
        ld_say(NULL, "reading from the terminal, up to Ctrl-D; lede --help tells what else there is");
    ok = ld_use_files(settings, &stopwords) && ld_output_open(&job.output, settings);
    if (ok) {
        for (size_t i = 0; i < settings->file_count && !ld_output_over(&job.output); i++)
            do_file(&job, settings->files[i]);
        ok = ld_output_close(&job.output);
    }
    ld_buffer_free(&stopwords);
    return !ok || job.failed ? LD_FAILED : job.nothing ? LD_NOTHING : LD_DONE;
}
