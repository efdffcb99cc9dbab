/* bench_html.c - the report as one page that stands alone: the table, pictures, and the documents that the first row
 * did best and worst, beside their references. Everything that comes from outside is escaped; nothing is fetched, and
 * there is no script. Source: the WHATWG HTML standard. */
#include <stdlib.h>
#include <string.h>

#include "cli/cli.h"

enum { SHOWN = 10 };

static const char head[] =
    "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
    "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>lede bench</title>\n<style>\n"
    ":root{color-scheme:light dark;--first:#0b62a4;--other:#8a8a8a;--grid:#8883}\n"
    "@media (prefers-color-scheme:dark){:root{--first:#6db3f2;--other:#a0a0a0}}\n"
    "body{font:16px/1.5 sans-serif;max-width:74em;margin:2em auto;padding:0 1em}\n"
    "h1,h2{line-height:1.2}h2{margin-top:2em}table{border-collapse:collapse;font-variant-numeric:tabular-nums}\n"
    "th,td{padding:.2em .8em;text-align:right;border-top:1px solid var(--grid);white-space:nowrap}\n"
    "tr.more td{border-top:0}th:first-child,td:first-child,.name{text-align:left}td "
    "small{opacity:.7}.wide{overflow-x:auto}\n"
    "svg{max-width:100%;height:auto;font:13px sans-serif}svg text{fill:currentColor}svg "
    ".tick{font-size:11px;opacity:.7}\n"
    ".grid{stroke:var(--grid)}.axis{stroke:currentColor}line.first{stroke:var(--first);stroke-width:3}\n"
    "line.other{stroke:var(--other);stroke-width:3}.first{fill:var(--first)}.other{fill:var(--other)}\n"
    ".key{display:inline-block;width:.8em;height:.8em;margin:0 .4em 0 1em}.key.first{background:var(--first)}\n"
    ".key.other{background:var(--other)}article{border-top:1px solid var(--grid);padding:.5em 0}\n"
    "article h3{font-size:1em;margin:.3em 0}.pair{display:grid;grid-template-columns:1fr 1fr;gap:2em}\n"
    ".pair h4{margin:0;font-size:.8em;opacity:.7}.pair p{margin:.3em 0;overflow-wrap:anywhere}\n"
    "@media (max-width:40em){.pair{grid-template-columns:1fr;gap:.5em}}\n</style>\n</head>\n<body>\n<h1>lede "
    "bench</h1>\n";

static void put(struct ld_buffer *out, const char *string) { ld_buffer_string(out, string); }

static void put_name(struct ld_buffer *out, const char *name) { ld_bench_put_escaped(out, name, strlen(name)); }

/* ---- the table: always with all columns; there is room ---- */

static void put_cell(const struct ld_bench *bench, uint32_t row, uint32_t metric, enum ld_bench_place place,
                     struct ld_buffer *out) {
    const struct ld_interval *total = ld_bench_total(&bench->rows[row], metric, place);
    put(out, "<td>");
    ld_bench_put_points(out, total->mean);
    if (place == LD_PLACE_F && ld_bench_differs(bench, row, metric)) put(out, "*");
    if (bench->resamples > 1) {
        put(out, " <small>");
        ld_bench_put_points(out, total->low);
        put(out, "–");
        ld_bench_put_points(out, total->high);
        put(out, "</small>");
    }
    put(out, "</td>");
}

static void put_row(const struct ld_bench *bench, uint32_t row, uint32_t metric, struct ld_buffer *out) {
    const struct ld_bench_row *r = &bench->rows[row];
    put(out, metric ? "<tr class=\"more\"><td>" : "<tr><td>");
    if (!metric) put_name(out, r->name);
    put(out, "</td><td class=\"name\">");
    put(out, ld_bench_titles[metric]);
    put(out, "</td>");
    for (int place = 0; place < LD_BENCH_PLACES; place++) put_cell(bench, row, metric, (enum ld_bench_place)place, out);
    put(out, "<td>");
    if (!metric) ld_buffer_decimal(out, r->mean_words, 1);
    put(out, "</td><td>");
    if (!metric) ld_bench_put_dangling(r, 1, out);
    if (bench->timed) put(out, "</td><td>");
    if (bench->timed && !metric) ld_buffer_decimal(out, ld_bench_speed(bench, r), 0);
    put(out, "</td></tr>\n");
}

static void put_table(const struct ld_bench *bench, struct ld_buffer *out) {
    put(out, "<div class=\"wide\"><table>\n<thead><tr><th>method</th><th class=\"name\">metric</th>");
    for (int i = 0; i < LD_BENCH_PLACES; i++) {
        put(out, "<th>");
        put(out, ld_bench_places[i]);
        put(out, "</th>");
    }
    put(out, bench->timed ? "<th>words</th><th>dangling %</th><th>documents/s</th></tr></thead>\n<tbody>\n"
                          : "<th>words</th><th>dangling %</th></tr></thead>\n<tbody>\n");
    for (uint32_t i = 0; i < bench->row_count; i++)
        for (uint32_t m = 0; m < LD_BENCH_METRICS; m++) put_row(bench, i, m, out);
    put(out, "</tbody></table></div>\n");
    ld_bench_put_notes(bench, out, "<p>", "</p>\n");
    if (!bench->unscorable) return;
    put(out, "<p>ROUGE counts the letters a to z and digits only: figures mean little for ");
    ld_buffer_unsigned(out, bench->unscorable);
    put(out, " of the documents</p>\n");
}

/* ---- the best and the worst documents ---- */

struct ranked {
    double merit; /* mean F of the first row */
    uint32_t document;
};

static int by_merit(const void *a, const void *b) {
    const struct ranked *x = a, *y = b;
    if (x->merit != y->merit) return x->merit > y->merit ? -1 : 1;
    return x->document < y->document ? -1 : 1;
}

static struct ranked *rank(const struct ld_bench *bench) {
    struct ranked *order = malloc(bench->count * sizeof *order);
    for (uint32_t d = 0; order && d < bench->count; d++) {
        const double *scores = bench->rows[0].scores + (size_t)d * LD_BENCH_COLUMNS;
        order[d] = (struct ranked){0, d};
        for (int m = 0; m < LD_BENCH_METRICS; m++)
            order[d].merit += scores[m * LD_BENCH_PLACES + LD_PLACE_F] / LD_BENCH_METRICS;
    }
    if (order) qsort(order, bench->count, sizeof *order, by_merit);
    return order;
}

/* A paragraph a line. */
static void put_text(struct ld_buffer *out, const char *heading, struct ld_text text) {
    put(out, "<h4>");
    put(out, heading);
    put(out, "</h4>");
    for (size_t start = 0, end; start < text.length; start = end + 1) {
        const char *newline = memchr(text.bytes + start, '\n', text.length - start);
        end = newline ? (size_t)(newline - text.bytes) : text.length;
        if (end == start) continue;
        put(out, "<p dir=\"auto\">");
        ld_bench_put_escaped(out, text.bytes + start, end - start);
        put(out, "</p>");
    }
}

static void put_document(const struct ld_bench *bench, uint32_t document, struct ld_buffer *out) {
    const struct ld_example *example = bench->examples[document];
    const double *scores = bench->rows[0].scores + (size_t)document * LD_BENCH_COLUMNS;
    put(out, "<article><h3>");
    ld_bench_put_escaped(out, example->id.bytes, example->id.length);
    put(out, " <small>F");
    for (int m = 0; m < LD_BENCH_METRICS; m++) {
        put(out, m ? " / " : " ");
        ld_bench_put_points(out, scores[m * LD_BENCH_PLACES + LD_PLACE_F]);
    }
    put(out, "</small></h3>\n<div class=\"pair\"><div>");
    put_text(out, "candidate", bench->rows[0].candidates[document]);
    put(out, "</div><div>");
    for (uint32_t i = 0; i < example->count; i++) put_text(out, "reference", example->references[i]);
    put(out, "</div></div></article>\n");
}

static void put_documents(const struct ld_bench *bench, struct ld_buffer *out) {
    struct ranked *order = rank(bench);
    uint32_t best = (bench->count + 1) / 2 < SHOWN ? (bench->count + 1) / 2 : SHOWN;
    uint32_t worst = bench->count / 2 < SHOWN ? bench->count / 2 : SHOWN;
    out->failed = out->failed || !order;
    if (!order) return;
    put(out, "<h2>Best of ");
    put_name(out, bench->rows[0].name);
    put(out, "</h2>\n<p>By mean F of the three metrics.</p>\n");
    for (uint32_t i = 0; i < best; i++) put_document(bench, order[i].document, out);
    put(out, "<h2>Worst of ");
    put_name(out, bench->rows[0].name);
    put(out, "</h2>\n");
    for (uint32_t i = 0; i < worst; i++) put_document(bench, order[bench->count - 1 - i].document, out);
    free(order);
}

void ld_bench_write_html(const struct ld_bench *bench, struct ld_buffer *out) {
    put(out, head);
    put(out, "<p>");
    ld_bench_put_about(bench, out);
    put(out, ".</p>\n");
    put_table(bench, out);
    put(out, "<h2>F and its 95% interval</h2>\n");
    ld_bench_put_intervals(bench, out);
    put(out, "<h2>Length in words</h2>\n<p><span class=\"key first\"></span>");
    put_name(out, bench->rows[0].name);
    put(out, " <span class=\"key other\"></span>references; share of the texts by length</p>\n");
    ld_bench_put_lengths(bench, out);
    put_documents(bench, out);
    put(out, "</body>\n</html>\n");
}
