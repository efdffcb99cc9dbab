/* cli.h - what the commands share. The program is a thin user of lede.h: nothing here knows how sentences are picked.
 */
#ifndef LD_CLI_H
#define LD_CLI_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

#include "base/buffer.h"
#include "cli/rouge.h"
#include "lede.h"
#include "read/record.h"

enum ld_exit {
    LD_DONE = 0,
    LD_FAILED = 1,     /* input or output failed, or no memory */
    LD_USAGE = 2,      /* wrong usage */
    LD_NOTHING = 3,    /* nothing to summarise */
    LD_SOME_FAILED = 4 /* batch: done, but some records failed */
};

struct ld_settings { /* what the options say */
    const struct ld_command *command;
    lede_document_options document;
    lede_summary_options summary;
    lede_render_options render;
    const char *title, *query; /* as given; NULL for none */
    const char *from, *color, *progress, *letter_case, *output, *stopwords;
    size_t width, threads, max_record;
    unsigned parts; /* 0: the default */
    int carry, quiet;
    const char *const *files;
    struct ld_rouge_settings rouge;
    size_t file_count; /* at least 1 once the options are read: "-" by default */
};

struct ld_command {
    const char *name; /* "" for the default one */
    unsigned bit;     /* of enum ld_command_bit, for the option table */
    enum ld_exit (*run)(struct ld_settings *settings);
    const char *synopsis, *about, *examples;
};

enum ld_command_bit {
#define COMMAND(NAME, name, function, synopsis, about, examples) LD_BIT_OF_##NAME,
#include "cli/commands.def"
#undef COMMAND
    LD_COMMAND_COUNT
};
enum {
#define COMMAND(NAME, name, function, synopsis, about, examples) LD_IN_##NAME = 1 << LD_BIT_OF_##NAME,
#include "cli/commands.def"
#undef COMMAND
    LD_IN_ALL = LD_IN_SUMMARIZE | LD_IN_BATCH, /* all that summarise */
    LD_IN_EVERY = (1 << LD_COMMAND_COUNT) - 1
};

#define COMMAND(NAME, name, function, synopsis, about, examples) enum ld_exit function(struct ld_settings *settings);
#include "cli/commands.def"
#undef COMMAND

extern const struct ld_command ld_commands[LD_COMMAND_COUNT];

/* ---- messages: one line on standard error, made harmless for a terminal ---- */

#if defined(__GNUC__)
#define LD_PRINTF(n) __attribute__((format(printf, n, n + 1)))
#else
#define LD_PRINTF(n)
#endif

/* "lede: FILE: message"; file NULL for none. */
void ld_say(const char *file, const char *format, ...) LD_PRINTF(2);
/* A second line, which says what could be done. */
void ld_hint(const char *format, ...) LD_PRINTF(1);
/* How a file is called in messages. */
const char *ld_input_name(const char *file);

/* ---- input ---- */

struct ld_lines { /* a file read line by line */
    const char *file;
    int descriptor;
    size_t at, filled; /* what of chunk is to come */
    bool ended;
    char chunk[65536];
};

/* All say what is wrong by themselves, and then answer false. */
bool ld_read_file(const char *file, struct ld_buffer *bytes);
bool ld_lines_open(struct ld_lines *lines, const char *file);
void ld_lines_close(struct ld_lines *lines);

enum ld_line { LD_LINE, LD_LINE_TOO_LONG, LD_LINES_END, LD_LINES_FAILED };
/* The next line without its end; of one longer than max bytes only the start is kept. */
enum ld_line ld_lines_next(struct ld_lines *lines, size_t max, struct ld_buffer *line);
/* Is the next line here already, so that reading it does not wait? */
bool ld_lines_ready(const struct ld_lines *lines);

/* ---- output: every write is checked ---- */

struct ld_output {
    FILE *stream;
    const char *name;
    bool failed; /* it was said why; nothing further is written */
    bool closed; /* the reader went away: nobody to write to, and no error */
};

/* Standard output, or the --output file, which must not be one of the inputs. */
bool ld_output_open(struct ld_output *output, const struct ld_settings *settings);
void ld_output_put(struct ld_output *output, const char *bytes, size_t length);
void ld_output_string(struct ld_output *output, const char *string);
void ld_output_flush(struct ld_output *output);
bool ld_output_close(struct ld_output *output);      /* false where anything failed */
bool ld_output_over(const struct ld_output *output); /* nothing more can be written */

/* ---- the work ---- */

/* Text and options -> document; a record's own title and language count more than the options'. */
lede_status ld_make_document(const struct ld_settings *settings, const struct ld_record *record,
                             lede_document **document);

/* Document -> the bytes to write, to be freed with lede_string_free; *over: a sentence longer than the budget. */
lede_status ld_make_output(const struct ld_settings *settings, const struct ld_record *record,
                           const lede_document *document, char **output, size_t *length, bool *over);

/* Read the --stopwords file into bytes, which must outlive the settings' use. False: said why. */
bool ld_use_stopwords(struct ld_settings *settings, struct ld_buffer *bytes);

#endif
