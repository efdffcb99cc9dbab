/* bench.h - what the options of lede bench say, what it finds out, and its output formats. */
#ifndef LD_CLI_BENCH_H
#define LD_CLI_BENCH_H

#include "base/buffer.h"
#include "eval/corpus.h"
#include "eval/resample.h"
#include "eval/rouge.h"
#include "lede.h"

struct ld_settings;
struct ld_output;

struct ld_bench_settings { /* NULL and 0: not given */
    const char *methods;   /* names with commas between, or "all" */
    const char *task, *flavour, *format, *columns;
    const char *references; /* a file of lines: then the files are candidates */
    size_t resamples;       /* 0: 1000 */
    int no_timing, no_baselines, features;
};

/* The names that options take, ended by NULL; the first is the default. */
const char *const *ld_bench_tasks(void); /* as enum ld_task */
const char *const *ld_bench_formats(void);
const char *const *ld_bench_columns(void);

enum { LD_BENCH_METRICS = 3, LD_BENCH_PLACES = 3, LD_BENCH_COLUMNS = LD_BENCH_METRICS * LD_BENCH_PLACES };
enum ld_bench_place { LD_PLACE_P, LD_PLACE_R, LD_PLACE_F };

enum ld_bench_kind { LD_ROW_METHOD, LD_ROW_PREFIX, LD_ROW_ORACLE, LD_ROW_FILE };

struct ld_bench_row {
    const char *name;
    enum ld_bench_kind kind;
    struct ld_text *candidates; /* [D] sentences parted by newlines */
    double *scores;             /* [D x metrics x (precision, recall, F)] from 0 to 1 */
    double *words;              /* [D] of each candidate */
    struct ld_interval totals[LD_BENCH_COLUMNS];
    double mean_words;
    uint64_t picked, dangling;  /* sentences picked by a method, and those of them that lean on one that is not there */
    double seconds;             /* for reading and summarising all documents, without scoring */
    double p[LD_BENCH_METRICS]; /* that F differs from the first row's by chance */
};

enum { LD_MOST_ROWS = 64 };

struct ld_bench {
    struct ld_settings *settings;
    struct ld_corpus *corpus;
    struct ld_rouge_options rouge;
    enum ld_task task;
    const struct ld_example **examples; /* [D] those that could be summarised */
    uint32_t count;                     /* D */
    struct ld_bench_row rows[LD_MOST_ROWS];
    uint32_t row_count;
    uint32_t resamples, trials;
    uint32_t unscorable;     /* documents whose references are for the most part letters that ROUGE does not know */
    bool timed, all_columns; /* what the report gives */
};

/* Read the files that the settings name into the corpus; where they are candidates, fill the rows' candidates.
 * False where something could not be read: it was said why. */
bool ld_bench_read(struct ld_bench *bench);

/* Summarise and score. False: no memory. What it makes is in the corpus' arena. */
bool ld_bench_run(struct ld_bench *bench);

/* Percent of a row's sentences that dangle; nothing for rows that pick none. */
void ld_bench_put_dangling(const struct ld_bench_row *row, unsigned decimals, struct ld_buffer *out);

struct ld_bench_oracle {
    struct ld_text *sentences; /* [count] those that methods choose from, white space folded */
    unsigned char *chosen;     /* [count] 1 for those that the greedy oracle takes within the budget */
    uint32_t count;
};

/* Under ld_arena_run. */
void ld_bench_find_oracle(struct ld_arena *arena, const struct ld_bench *bench, const lede_document *document,
                          const struct ld_example *example, struct ld_bench_oracle *oracle);

/* Fill units[most] with the first of the sentences that methods choose from; how many. */
uint32_t ld_bench_find_sentences(const lede_document *document, lede_unit *units, uint32_t most);

/* Append a unit's text with runs of white space as one blank. */
void ld_bench_put_folded(struct ld_buffer *out, const char *at, size_t length);

double ld_bench_count_words(struct ld_text text); /* runs of what is no white space */

/* Mark the terms of a document that are in one of its references: wanted[V]. Under ld_arena_run. */
void ld_bench_mark_wanted(struct ld_arena *arena, const lede_document *document, const struct ld_example *example,
                          unsigned char *wanted);

/* Instead of a report: what the method lede sees. False: no memory. */
bool ld_bench_write_features(struct ld_bench *bench, struct ld_output *output);

/* The report in each format. */
void ld_bench_write_table(const struct ld_bench *bench, struct ld_buffer *out);
void ld_bench_write_markdown(const struct ld_bench *bench, struct ld_buffer *out);
void ld_bench_write_csv(const struct ld_bench *bench, struct ld_buffer *out);
void ld_bench_write_json(const struct ld_bench *bench, struct ld_buffer *out);
void ld_bench_write_html(const struct ld_bench *bench, struct ld_buffer *out);

/* Pieces that formats share. */
extern const char *const ld_bench_titles[LD_BENCH_METRICS]; /* "ROUGE-1" */
extern const char *const ld_bench_places[LD_BENCH_PLACES];  /* "precision" */
static inline const struct ld_interval *ld_bench_total(const struct ld_bench_row *row, uint32_t metric,
                                                       enum ld_bench_place place) {
    return &row->totals[metric * LD_BENCH_PLACES + place];
}
bool ld_bench_differs(const struct ld_bench *bench, uint32_t row, uint32_t metric); /* from the first, p < 0.05 */
double ld_bench_speed(const struct ld_bench *bench,
                      const struct ld_bench_row *row);                        /* documents a second; 0: unknown */
void ld_bench_put_points(struct ld_buffer *out, double share);                /* 0.2912 as 29.12 */
void ld_bench_put_about(const struct ld_bench *bench, struct ld_buffer *out); /* what was measured, in a sentence */
void ld_bench_put_notes(const struct ld_bench *bench, struct ld_buffer *out, const char *before, const char *after);

/* SVG, inline. */
void ld_bench_put_intervals(const struct ld_bench *bench, struct ld_buffer *out);
void ld_bench_put_lengths(const struct ld_bench *bench, struct ld_buffer *out);
void ld_bench_put_escaped(struct ld_buffer *out, const char *bytes, size_t length); /* text of HTML and SVG */

/* A bar on standard error, with rate and time left. */
struct ld_progress {
    bool shown;
    uint64_t total, done;
    double start, last; /* seconds */
};
void ld_progress_start(struct ld_progress *progress, const struct ld_settings *settings, uint64_t total);
void ld_progress_step(struct ld_progress *progress);
void ld_progress_end(struct ld_progress *progress);
double ld_seconds(void); /* of a clock that never goes back */

#endif
