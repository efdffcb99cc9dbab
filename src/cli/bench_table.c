/* bench_table.c - the report as a table for people: in columns, or as Markdown. In the main columns, a row a method: F
 * with its interval; in all columns, a row a method and metric. Figures are points, from 0 to 100, as papers give them.
 */
#include <string.h>

#include "base/unicode.h"
#include "cli/cli.h"

const char *const ld_bench_titles[LD_BENCH_METRICS] = {"ROUGE-1", "ROUGE-2", "ROUGE-Lsum"};
const char *const ld_bench_places[LD_BENCH_PLACES] = {"precision", "recall", "F"};

static const double level = 0.05;

/* ---- what all formats for people say ---- */

bool ld_bench_differs(const struct ld_bench *bench, uint32_t row, uint32_t metric) {
    return row && bench->rows[row].p[metric] < level;
}

double ld_bench_speed(const struct ld_bench *bench, const struct ld_bench_row *row) {
    return row->seconds > 0 ? bench->count / row->seconds : 0;
}

void ld_bench_put_points(struct ld_buffer *out, double share) { ld_buffer_decimal(out, 100 * share, 2); }

static void put_length(const lede_summary_options *options, struct ld_buffer *out) {
    size_t number = options->words ? options->words : options->characters ? options->characters : options->sentences;
    const char *unit = options->words ? " word" : options->characters ? " character" : " sentence";
    if (options->ratio > 0)
        ld_buffer_decimal(out, options->ratio, 1);
    else
        ld_buffer_unsigned(out, number ? number : 3);
    ld_buffer_string(out, options->ratio > 0 ? "% of the words" : unit);
    ld_buffer_string(out, options->ratio > 0 || number == 1 ? " at most" : "s at most");
}

void ld_bench_put_about(const struct ld_bench *bench, struct ld_buffer *out) {
    ld_buffer_unsigned(out, bench->count);
    ld_buffer_string(out, bench->count == 1 ? " document" : " documents");
    if (bench->corpus->problem_count) {
        ld_buffer_string(out, " (");
        ld_buffer_unsigned(out, bench->corpus->problem_count);
        ld_buffer_string(out, " left out)");
    }
    ld_buffer_string(out, ", ");
    ld_buffer_string(out, bench->rows[0].kind == LD_ROW_FILE ? "given summaries" : ld_bench_tasks()[bench->task]);
    if (bench->task == LD_TASK_SUMMARY && bench->rows[0].kind != LD_ROW_FILE) {
        ld_buffer_string(out, " of ");
        put_length(&bench->settings->summary, out);
    }
    ld_buffer_string(out, "; ROUGE in points, ");
    ld_buffer_string(out, ld_rouge_flavours()[bench->rouge.flavour]);
    ld_buffer_string(out, " flavour, stemmed");
    if (!bench->all_columns) ld_buffer_string(out, ", F");
    if (bench->resamples < 2) return;
    ld_buffer_string(out, ", 95% interval of ");
    ld_buffer_unsigned(out, bench->resamples);
    ld_buffer_string(out, " resamples");
}

void ld_bench_put_notes(const struct ld_bench *bench, struct ld_buffer *out, const char *before, const char *after) {
    bool differs = false, oracle = false;
    for (uint32_t i = 0; i < bench->row_count; i++) {
        for (uint32_t m = 0; m < LD_BENCH_METRICS; m++) differs = differs || ld_bench_differs(bench, i, m);
        oracle = oracle || bench->rows[i].kind == LD_ROW_ORACLE;
    }
    if (differs) {
        ld_buffer_string(out, before);
        ld_buffer_string(out,
                         "(*): F differs from that of the first row at p < 0.05 (paired approximate randomisation, ");
        ld_buffer_unsigned(out, bench->trials);
        ld_buffer_string(out, " trials)");
        ld_buffer_string(out, after);
    }
    if (oracle) {
        ld_buffer_string(out, before);
        ld_buffer_string(out,
                         "oracle: sentences chosen greedily by the references: about the most that extracts can reach");
        ld_buffer_string(out, after);
    }
}

/* ---- cells ---- */

static void put_cell(const struct ld_bench *bench, uint32_t row, uint32_t metric, enum ld_bench_place place,
                     struct ld_buffer *out) {
    const struct ld_interval *total = ld_bench_total(&bench->rows[row], metric, place);
    ld_bench_put_points(out, total->mean);
    if (bench->resamples > 1) {
        ld_buffer_string(out, " [");
        ld_bench_put_points(out, total->low);
        ld_buffer_byte(out, ' ');
        ld_bench_put_points(out, total->high);
        ld_buffer_byte(out, ']');
    }
    if (place == LD_PLACE_F && ld_bench_differs(bench, row, metric)) ld_buffer_byte(out, '*');
}

static void put_speed(const struct ld_bench *bench, const struct ld_bench_row *row, struct ld_buffer *out) {
    ld_buffer_decimal(out, ld_bench_speed(bench, row), 0);
}

/* ---- columns ---- */

enum { GAP = 2, SMALL = 8, WIDE = 10 };

/* Blanks up to a column behind the start of the line; at least one. */
static void tab(struct ld_buffer *out, size_t start, size_t column) {
    size_t used = ld_utf8_count(out->bytes + start, out->failed ? 0 : out->length - start);
    do ld_buffer_byte(out, ' ');
    while (++used < column);
}

static size_t name_width(const struct ld_bench *bench) {
    size_t width = strlen("method");
    for (uint32_t i = 0; i < bench->row_count; i++) {
        size_t length = ld_utf8_count(bench->rows[i].name, strlen(bench->rows[i].name));
        if (length > width) width = length;
    }
    return width + GAP;
}

/* Put into out and taken away again, so that it is told where there is no memory. */
static size_t cell_width(const struct ld_bench *bench, struct ld_buffer *out) {
    const size_t start = out->length;
    size_t width = strlen("ROUGE-Lsum");
    for (uint32_t i = 0; i < bench->row_count; i++)
        for (uint32_t c = 0; c < LD_BENCH_COLUMNS; c++) {
            put_cell(bench, i, c / LD_BENCH_PLACES, (enum ld_bench_place)(c % LD_BENCH_PLACES), out);
            if (out->length - start > width) width = out->length - start;
            out->length = start;
        }
    return width + GAP;
}

static void put_heading(const struct ld_bench *bench, size_t name, size_t cell, struct ld_buffer *out) {
    size_t start = out->length, column = name;
    ld_buffer_string(out, "method");
    if (bench->all_columns) {
        tab(out, start, column);
        ld_buffer_string(out, "metric");
        column += strlen("ROUGE-Lsum") + GAP;
    }
    for (int i = 0; i < 3; i++, column += cell) { /* three metrics, or three places */
        tab(out, start, column);
        ld_buffer_string(out, bench->all_columns ? ld_bench_places[i] : ld_bench_titles[i]);
    }
    tab(out, start, column);
    ld_buffer_string(out, "words");
    tab(out, start, column + SMALL);
    ld_buffer_string(out, "dangling");
    if (bench->timed) {
        tab(out, start, column + SMALL + WIDE);
        ld_buffer_string(out, "documents/s");
    }
    ld_buffer_byte(out, '\n');
}

void ld_bench_put_dangling(const struct ld_bench_row *row, unsigned decimals, struct ld_buffer *out) {
    if (row->picked) ld_buffer_decimal(out, 100.0 * (double)row->dangling / (double)row->picked, decimals);
}

/* One line: of all metrics' F, or of one metric. */
static void put_line(const struct ld_bench *bench, uint32_t row, uint32_t metric, size_t name, size_t cell,
                     struct ld_buffer *out) {
    const struct ld_bench_row *r = &bench->rows[row];
    size_t start = out->length, column = name;
    if (!metric) ld_put_harmless(out, (struct ld_text){r->name, strlen(r->name)});
    if (bench->all_columns) {
        tab(out, start, column);
        ld_buffer_string(out, ld_bench_titles[metric]);
        column += strlen("ROUGE-Lsum") + GAP;
    }
    for (uint32_t i = 0; i < 3; i++, column += cell) {
        tab(out, start, column);
        if (bench->all_columns)
            put_cell(bench, row, metric, (enum ld_bench_place)i, out);
        else
            put_cell(bench, row, i, LD_PLACE_F, out);
    }
    if (!metric) {
        tab(out, start, column);
        ld_buffer_decimal(out, r->mean_words, 1);
        if (r->picked) tab(out, start, column + SMALL);
        ld_bench_put_dangling(r, 1, out);
        if (r->picked) ld_buffer_byte(out, '%');
        if (bench->timed) tab(out, start, column + SMALL + WIDE);
        if (bench->timed) put_speed(bench, r, out);
    }
    ld_buffer_byte(out, '\n');
}

void ld_bench_write_table(const struct ld_bench *bench, struct ld_buffer *out) {
    size_t name = name_width(bench), cell = cell_width(bench, out);
    ld_bench_put_about(bench, out);
    ld_buffer_string(out, "\n\n");
    put_heading(bench, name, cell, out);
    for (uint32_t i = 0; i < bench->row_count; i++)
        for (uint32_t m = 0; m < (bench->all_columns ? LD_BENCH_METRICS : 1); m++)
            put_line(bench, i, m, name, cell, out);
    ld_buffer_byte(out, '\n');
    ld_bench_put_notes(bench, out, "", "\n");
}

/* ---- Markdown: tables of GitHub's kind ---- */

static void put_markdown_name(struct ld_buffer *out, const char *name) {
    struct ld_buffer harmless;
    ld_buffer_init(&harmless);
    ld_put_harmless(&harmless, (struct ld_text){name, strlen(name)});
    for (size_t i = 0; i < harmless.length; i++) {
        if (strchr("\\`*_{}[]<>()#|&!~", harmless.bytes[i])) ld_buffer_byte(out, '\\');
        ld_buffer_byte(out, harmless.bytes[i]);
    }
    out->failed = out->failed || harmless.failed;
    ld_buffer_free(&harmless);
}

static void put_markdown_line(const struct ld_bench *bench, uint32_t row, uint32_t metric, struct ld_buffer *out) {
    const struct ld_bench_row *r = &bench->rows[row];
    ld_buffer_string(out, "| ");
    if (!metric) put_markdown_name(out, r->name);
    if (bench->all_columns) ld_buffer_string(out, " | ");
    if (bench->all_columns) ld_buffer_string(out, ld_bench_titles[metric]);
    for (uint32_t i = 0; i < 3; i++) {
        ld_buffer_string(out, " | ");
        put_cell(bench, row, bench->all_columns ? metric : i, bench->all_columns ? (enum ld_bench_place)i : LD_PLACE_F,
                 out);
        if (!out->failed && out->bytes[out->length - 1] == '*') {
            out->length--;
            ld_buffer_string(out, "\\*");
        }
    }
    ld_buffer_string(out, " | ");
    if (!metric) ld_buffer_decimal(out, r->mean_words, 1);
    ld_buffer_string(out, " | ");
    if (!metric) ld_bench_put_dangling(r, 1, out);
    if (bench->timed) ld_buffer_string(out, " | ");
    if (bench->timed && !metric) put_speed(bench, r, out);
    ld_buffer_string(out, " |\n");
}

void ld_bench_write_markdown(const struct ld_bench *bench, struct ld_buffer *out) {
    ld_bench_put_about(bench, out);
    ld_buffer_string(out, bench->all_columns ? ".\n\n| method | metric |" : ".\n\n| method |");
    for (int i = 0; i < 3; i++) {
        ld_buffer_byte(out, ' ');
        ld_buffer_string(out, bench->all_columns ? ld_bench_places[i] : ld_bench_titles[i]);
        ld_buffer_string(out, " |");
    }
    ld_buffer_string(out, bench->timed ? " words | dangling % | documents/s |\n" : " words | dangling % |\n");
    ld_buffer_string(out, bench->all_columns ? "|---|---|---|---|---|---:|---:|" : "|---|---|---|---|---:|---:|");
    ld_buffer_string(out, bench->timed ? "---:|\n" : "\n");
    for (uint32_t i = 0; i < bench->row_count; i++)
        for (uint32_t m = 0; m < (bench->all_columns ? LD_BENCH_METRICS : 1); m++) put_markdown_line(bench, i, m, out);
    ld_bench_put_notes(bench, out, "\n- ", "");
    ld_buffer_byte(out, '\n');
}
