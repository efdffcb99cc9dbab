/* bench_data.c - the report for programs: CSV (RFC 4180), a row a method, or one JSON object. Everything there is, in
 * points with four decimals. */
#include <string.h>

#include "cli/cli.h"
#include "read/json.h"

enum { DECIMALS = 4 };

static const char *const names[LD_BENCH_METRICS] = {"rouge1", "rouge2", "rougeLsum"};
static const char *const keys[LD_BENCH_PLACES] = {"p", "r", "f"};

static void put_number(struct ld_buffer *out, double share) { ld_buffer_decimal(out, 100 * share, DECIMALS); }

static void put_strings(struct ld_buffer *out, const char *a, const char *b, const char *c) {
    ld_buffer_string(out, a);
    ld_buffer_string(out, b);
    ld_buffer_string(out, c);
}

/* ---- CSV ---- */

static void put_field(struct ld_buffer *out, const char *text) {
    ld_buffer_byte(out, '"');
    for (; *text; text++) {
        if (*text == '"') ld_buffer_byte(out, '"');
        ld_buffer_byte(out, *text);
    }
    ld_buffer_byte(out, '"');
}

static void put_csv_heading(const struct ld_bench *bench, struct ld_buffer *out) {
    ld_buffer_string(out, "method,documents");
    for (int m = 0; m < LD_BENCH_METRICS; m++) {
        for (int i = 0; i < LD_BENCH_PLACES; i++) {
            static const char *const ends[] = {"", "_low", "_high"};
            for (int e = 0; e < 3; e++) {
                put_strings(out, ",", names[m], "_");
                put_strings(out, keys[i], ends[e], "");
            }
        }
        put_strings(out, ",", names[m], "_p_value");
    }
    ld_buffer_string(out, bench->timed ? ",words,dangling,documents_per_second\n" : ",words,dangling\n");
}

void ld_bench_write_csv(const struct ld_bench *bench, struct ld_buffer *out) {
    put_csv_heading(bench, out);
    for (uint32_t i = 0; i < bench->row_count; i++) {
        const struct ld_bench_row *row = &bench->rows[i];
        put_field(out, row->name);
        ld_buffer_byte(out, ',');
        ld_buffer_unsigned(out, bench->count);
        for (int c = 0; c < LD_BENCH_COLUMNS; c++) {
            const double figures[] = {row->totals[c].mean, row->totals[c].low, row->totals[c].high};
            for (int k = 0; k < 3; k++) {
                ld_buffer_byte(out, ',');
                put_number(out, figures[k]);
            }
            if (c % LD_BENCH_PLACES != LD_PLACE_F) continue;
            ld_buffer_byte(out, ',');
            if (i) ld_buffer_decimal(out, row->p[c / LD_BENCH_PLACES], DECIMALS);
        }
        ld_buffer_byte(out, ',');
        ld_buffer_decimal(out, row->mean_words, DECIMALS);
        ld_buffer_byte(out, ',');
        ld_bench_put_dangling(row, DECIMALS, out);
        if (bench->timed) ld_buffer_byte(out, ',');
        if (bench->timed) ld_buffer_decimal(out, ld_bench_speed(bench, row), 1);
        ld_buffer_byte(out, '\n');
    }
}

/* ---- JSON ---- */

static void put_member(struct ld_buffer *out, const char *before, const char *name, uint64_t number) {
    put_strings(out, before, name, "\": ");
    ld_buffer_unsigned(out, number);
}

static void put_metric(const struct ld_bench *bench, uint32_t row, uint32_t metric, struct ld_buffer *out) {
    const struct ld_bench_row *r = &bench->rows[row];
    put_strings(out, ",\n   \"", names[metric], "\": {");
    for (int i = 0; i < LD_BENCH_PLACES; i++) {
        const struct ld_interval *total = ld_bench_total(r, metric, (enum ld_bench_place)i);
        put_strings(out, i ? ", \"" : "\"", keys[i], "\": ");
        put_number(out, total->mean);
        put_strings(out, ", \"", keys[i], "_interval\": [");
        put_number(out, total->low);
        ld_buffer_string(out, ", ");
        put_number(out, total->high);
        ld_buffer_byte(out, ']');
    }
    if (row) {
        ld_buffer_string(out, ", \"p_value\": ");
        ld_buffer_decimal(out, r->p[metric], DECIMALS);
    }
    ld_buffer_byte(out, '}');
}

void ld_bench_write_json(const struct ld_bench *bench, struct ld_buffer *out) {
    put_member(out, "{\"", "documents", bench->count);
    put_member(out, ", \"", "left_out", bench->corpus->problem_count);
    put_strings(out, ", \"task\": \"", ld_bench_tasks()[bench->task], "\"");
    put_strings(out, ", \"flavour\": \"", ld_rouge_flavours()[bench->rouge.flavour], "\"");
    put_member(out, ", \"", "resamples", bench->resamples);
    put_member(out, ", \"", "trials", bench->trials);
    put_member(out, ", \"", "seed", bench->settings->summary.seed);
    ld_buffer_string(out, ",\n \"methods\": [\n");
    for (uint32_t i = 0; i < bench->row_count; i++) {
        const struct ld_bench_row *row = &bench->rows[i];
        ld_buffer_string(out, i ? ",\n  {\"name\": " : "  {\"name\": ");
        ld_json_string(out, row->name, strlen(row->name));
        ld_buffer_string(out, ", \"words\": ");
        ld_buffer_decimal(out, row->mean_words, DECIMALS);
        if (row->picked) ld_buffer_string(out, ", \"dangling\": ");
        ld_bench_put_dangling(row, DECIMALS, out);
        if (bench->timed) ld_buffer_string(out, ", \"documents_per_second\": ");
        if (bench->timed) ld_buffer_decimal(out, ld_bench_speed(bench, row), 1);
        for (uint32_t m = 0; m < LD_BENCH_METRICS; m++) put_metric(bench, i, m, out);
        ld_buffer_byte(out, '}');
    }
    ld_buffer_string(out, "]}\n");
}
