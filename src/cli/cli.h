/* cli.h - what the commands share. The program is a thin user of lede.h: nothing here knows how sentences are picked.
 */
#ifndef LD_CLI_H
#define LD_CLI_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

#include "base/buffer.h"
#include "cli/bench.h"
#include "cli/idf.h"
#include "cli/rouge.h"
#include "lede.h"
#include "read/record.h"

enum ld_exit {
    LD_DONE = 0,
    LD_FAILED = 1,      /* input or output failed, or no memory */
    LD_USAGE = 2,       /* wrong usage */
    LD_NOTHING = 3,     /* nothing to summarise */
    LD_SOME_FAILED = 4, /* batch: done, but some records failed */
    LD_BY_SIGNAL = 128  /* batch: ended by a signal, the number of which is added, as shells do */
};

struct ld_settings { /* what the options say */
    const struct ld_command *command;
    lede_document_options document;
    lede_summary_options summary;
    lede_render_options render;
    const char *title, *query; /* as given; NULL for none */
    const char *from, *color, *progress, *output, *stopwords, *idf_file, *weights_file;
    size_t width, threads, max_record;
    unsigned parts; /* 0: the default */
    int carry, resume, quiet;
    const char *const *files;
    struct ld_rouge_settings rouge;
    struct ld_bench_settings bench;
    struct ld_idf_settings idf;
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
enum ld_exit ld_no_memory(void); /* says that there is none left: LD_FAILED */
/* How a file is called in messages. */
const char *ld_input_name(const char *file);

/* Which of the names a value is that was checked when the options were read; the first for NULL. */
unsigned ld_row_of(const char *const *names, const char *name);

/* ---- input ---- */

struct ld_stream { /* a file's bytes, unpacked where it is one of gzip or zstd */
    const char *file;
    int descriptor;
    int wake;                 /* waiting for input ends when something can be read here; -1 for no such thing */
    uint64_t taken;           /* bytes read from the file */
    struct ld_packed *packed; /* NULL: the bytes are given as they are */
    bool begun;               /* it was looked at whether they are packed */
};

enum { LD_READ_FAILED = -1, LD_READ_STOPPED = -2 }; /* STOPPED: by wake */

/* All say what is wrong by themselves, and then answer false or LD_READ_FAILED. */
bool ld_stream_open(struct ld_stream *stream, const char *file, int wake);
/* The next bytes, 0 at the end; size is LD_CHUNK at most. */
ptrdiff_t ld_stream_read(struct ld_stream *stream, char *bytes, size_t size);
void ld_stream_close(struct ld_stream *stream);
bool ld_read_file(const char *file, struct ld_buffer *bytes);

enum { LD_CHUNK = 65536 };

struct ld_lines { /* a file read line by line */
    struct ld_stream stream;
    size_t at, filled; /* what of chunk is to come */
    size_t length;     /* of the line, its end left out; also of one that was not kept whole */
    bool ended, inside;
    bool unended; /* the line was the file's last, and had no end */
    char chunk[LD_CHUNK];
};

bool ld_lines_open(struct ld_lines *lines, const char *file, int wake);
void ld_lines_close(struct ld_lines *lines);

/* LD_LINE_PART: the line goes on, call again with the same max; so a long line can be waited for piece by piece. */
enum ld_line { LD_LINE, LD_LINE_PART, LD_LINE_TOO_LONG, LD_LINES_END, LD_LINES_FAILED, LD_LINES_STOPPED };
/* Append the next line, without its end, to a buffer; of one longer than max bytes only the start. */
enum ld_line ld_lines_next(struct ld_lines *lines, size_t max, struct ld_buffer *buffer);
/* Is the next line here already, so that reading it does not wait? */
bool ld_lines_ready(const struct ld_lines *lines);

/* Is standard input all that there is to read, and a terminal? And a note that it is. */
bool ld_reads_terminal(const struct ld_settings *settings);
void ld_note_terminal(const struct ld_settings *settings);

/* ---- output: every write is checked ---- */

struct ld_output {
    int descriptor;
    const char *name;
    char *aside; /* the file that is to take the name, or NULL */
    bool failed; /* it was said why; nothing further is written */
    bool closed; /* the reader went away: nobody to write to, and no error */
    bool seen;   /* a terminal: nothing is kept back */
    bool old;    /* a file that has what it had before; the first write, or the end, empties it */
    size_t count;
    char kept[8192]; /* [count] to be written */
};

struct ld_output ld_output_standard(void); /* for what is but shown; it cannot fail */

/* Standard output, or the --output file, which must not be one of the inputs; it is emptied when there is something to
 * write, or at the end. With --resume it is not, can be read, and must be a regular file. */
bool ld_output_open(struct ld_output *output, const struct ld_settings *settings);
/* The same, but a file takes its name only when it is closed and whole: who has the one before in use, keeps it. */
bool ld_output_open_aside(struct ld_output *output, const struct ld_settings *settings);
void ld_output_put(struct ld_output *output, const char *bytes, size_t length);
void ld_output_string(struct ld_output *output, const char *string);
/* Write at once: for output that somebody may wait for. */
void ld_output_block(struct ld_output *output, const char *bytes, size_t length);
/* Empty it now; or never, where nothing was written: there was no input to make it of. */
void ld_output_empty(struct ld_output *output);
void ld_output_keep(struct ld_output *output);
bool ld_output_close(struct ld_output *output);      /* false where anything failed */
bool ld_output_over(const struct ld_output *output); /* nothing more can be written */

/* ---- the work ---- */

/* Text and options -> document; a record's own title and language count more than the options'. */
lede_status ld_make_document(const struct ld_settings *settings, const struct ld_record *record,
                             lede_document **document);

/* Document -> the bytes to write, to be freed with lede_string_free; *over: a sentence longer than the budget. */
lede_status ld_make_output(const struct ld_settings *settings, const struct ld_record *record,
                           const lede_document *document, char **output, size_t *length, bool *over);

enum { LD_PROBLEM = 160 };
/* What a status of the two above means for the record: lede_status_message, with what was wrong about it. */
void ld_describe(lede_status status, const struct ld_record *record, char problem[LD_PROBLEM]);

/* Read the --stopwords and --weights files into bytes, which must outlive the settings' use, and map the --idf file,
 * for as long as the program runs. False: said why. */
bool ld_use_files(struct ld_settings *settings, struct ld_buffer *bytes);

#endif
