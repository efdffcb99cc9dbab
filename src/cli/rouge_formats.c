/* rouge_formats.c - scores and their means in; a table for people, CSV or JSON out. No number depends on the locale;
 * what is written of the input (ids) is escaped. */
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cli/rouge.h"
#include "read/json.h"

enum { DECIMALS = 5, PLACES = 3 }; /* of tables, as ROUGE-1.5.5 prints; precision, recall, F */

/* With as few digits as it takes to read the same double again: 17 do for all. */
static void put_number(struct ld_buffer *out, double x) {
    char digits[40];
    for (int n = 15; n <= 17; n++) {
        snprintf(digits, sizeof digits, "%.*g", n, x);
        if (strtod(digits, NULL) == x) break;
    }
    const char *point = localeconv()->decimal_point, *at = strstr(digits, point);
    if (!at) {
        ld_buffer_string(out, digits);
        return;
    }
    ld_buffer_put(out, digits, (size_t)(at - digits));
    ld_buffer_byte(out, '.');
    ld_buffer_string(out, at + strlen(point));
}

static void pad(struct ld_buffer *out, size_t from, size_t width) {
    for (size_t n = out->length - from; n < width; n++) ld_buffer_byte(out, ' ');
}

static const struct ld_score *scores_of(const struct ld_rouge_report *report, uint32_t document) {
    return report->scores + (size_t)document * report->options->metric_count;
}

/* ---- table ---- */

/* Of the names of metrics: "rouge1      0.5", and wider for "rougeSU100000  0.5". */
static size_t name_width(const struct ld_rouge_options *options) {
    size_t width = 12;
    for (uint32_t m = 0; m < options->metric_count; m++) {
        const size_t length = strlen(options->metrics[m].name) + 2;
        if (length > width) width = length;
    }
    return width;
}

static void put_row(struct ld_buffer *out, const char *metric, size_t width, const struct ld_interval *row,
                    bool interval) {
    size_t start = out->length;
    ld_buffer_string(out, metric);
    for (unsigned i = 0; i < PLACES; i++) {
        pad(out, start, width + i * (interval ? 27 : 11));
        ld_buffer_decimal(out, row[i].mean, DECIMALS);
        if (!interval) continue;
        ld_buffer_string(out, " [");
        ld_buffer_decimal(out, row[i].low, DECIMALS);
        ld_buffer_byte(out, ' ');
        ld_buffer_decimal(out, row[i].high, DECIMALS);
        ld_buffer_byte(out, ']');
    }
    ld_buffer_byte(out, '\n');
}

static void put_heading(struct ld_buffer *out, size_t width, bool interval) {
    static const char *const names[PLACES] = {"precision", "recall", "F"};
    size_t start = out->length;
    for (unsigned i = 0; i < PLACES; i++) {
        pad(out, start, width + i * (interval ? 27 : 11));
        ld_buffer_string(out, names[i]);
    }
    ld_buffer_byte(out, '\n');
}

static void put_document(const struct ld_rouge_report *report, uint32_t document, struct ld_buffer *out) {
    const size_t width = name_width(report->options);
    ld_put_harmless(out, report->pairs->candidates[document].id);
    ld_buffer_byte(out, '\n');
    for (uint32_t m = 0; m < report->options->metric_count; m++) {
        struct ld_score s = scores_of(report, document)[m];
        struct ld_interval row[PLACES] = {{.mean = s.p}, {.mean = s.r}, {.mean = s.f}};
        put_row(out, report->options->metrics[m].name, width, row, false);
    }
    ld_buffer_byte(out, '\n');
}

static void write_table(const struct ld_rouge_report *report, struct ld_buffer *out) {
    bool interval = report->resamples > 1;
    const size_t width = name_width(report->options);
    for (uint32_t d = 0; report->per_document && d < report->pairs->count; d++) put_document(report, d, out);
    ld_buffer_unsigned(out, report->pairs->count);
    ld_buffer_string(out, report->pairs->count == 1 ? " document, " : " documents, ");
    ld_buffer_string(out, report->options->flavour == LD_PERL ? "perl" : "google");
    ld_buffer_string(out, report->options->stem ? " flavour, stemmed" : " flavour, not stemmed");
    if (interval) {
        ld_buffer_string(out, "; mean and 95% interval of ");
        ld_buffer_unsigned(out, report->resamples);
        ld_buffer_string(out, " resamples");
    }
    ld_buffer_string(out, "\n\n");
    put_heading(out, width, interval);
    for (uint32_t m = 0; m < report->options->metric_count; m++)
        put_row(out, report->options->metrics[m].name, width, report->totals + (size_t)m * PLACES, interval);
}

/* ---- CSV (RFC 4180): a row a document and metric, then those of the means, which have no id ---- */

static void put_field(struct ld_buffer *out, struct ld_text text) {
    ld_buffer_byte(out, '"');
    for (size_t i = 0; i < text.length; i++) {
        if (text.bytes[i] == '"') ld_buffer_byte(out, '"');
        ld_buffer_byte(out, text.bytes[i]);
    }
    ld_buffer_byte(out, '"');
}

static void write_csv(const struct ld_rouge_report *report, struct ld_buffer *out) {
    const struct ld_rouge_options *options = report->options;
    ld_buffer_string(out, "id,metric,p,r,f,p_low,p_high,r_low,r_high,f_low,f_high\n");
    for (uint32_t d = 0; report->per_document && d < report->pairs->count; d++)
        for (uint32_t m = 0; m < options->metric_count; m++) {
            struct ld_score s = scores_of(report, d)[m];
            const double places[PLACES] = {s.p, s.r, s.f};
            put_field(out, report->pairs->candidates[d].id);
            ld_buffer_byte(out, ',');
            ld_buffer_string(out, options->metrics[m].name);
            for (unsigned i = 0; i < PLACES; i++) {
                ld_buffer_byte(out, ',');
                put_number(out, places[i]);
            }
            ld_buffer_string(out, ",,,,,,\n");
        }
    for (uint32_t m = 0; m < options->metric_count; m++) {
        const struct ld_interval *row = report->totals + (size_t)m * PLACES;
        ld_buffer_byte(out, ',');
        ld_buffer_string(out, options->metrics[m].name);
        for (unsigned i = 0; i < PLACES; i++) {
            ld_buffer_byte(out, ',');
            put_number(out, row[i].mean);
        }
        for (unsigned i = 0; i < PLACES; i++) {
            ld_buffer_byte(out, ',');
            put_number(out, row[i].low);
            ld_buffer_byte(out, ',');
            put_number(out, row[i].high);
        }
        ld_buffer_byte(out, '\n');
    }
}

/* ---- JSON ---- */

static void put_key(struct ld_buffer *out, const char *before, const char *key) {
    ld_buffer_string(out, before);
    ld_json_string(out, key, strlen(key));
    ld_buffer_string(out, ": ");
}

static const char *const keys[PLACES] = {"p", "r", "f"};

static void put_places(struct ld_buffer *out, const double places[PLACES]) {
    for (unsigned i = 0; i < PLACES; i++) {
        put_key(out, i ? ", " : "{", keys[i]);
        put_number(out, places[i]);
    }
    ld_buffer_byte(out, '}');
}

static void put_json_document(const struct ld_rouge_report *report, uint32_t document, struct ld_buffer *out) {
    const struct ld_rouge_entry *record = &report->pairs->candidates[document];
    put_key(out, "{", "id");
    if (record->numeric)
        ld_buffer_put(out, record->id.bytes, record->id.length);
    else
        ld_json_string(out, record->id.bytes, record->id.length);
    put_key(out, ", ", "scores");
    for (uint32_t m = 0; m < report->options->metric_count; m++) {
        struct ld_score s = scores_of(report, document)[m];
        put_key(out, m ? ", " : "{", report->options->metrics[m].name);
        put_places(out, (const double[PLACES]){s.p, s.r, s.f});
    }
    ld_buffer_string(out, "}}");
}

static void put_json_interval(struct ld_buffer *out, const struct ld_interval *row) {
    for (unsigned i = 0; i < PLACES; i++) {
        put_key(out, i ? ", " : "{", keys[i]);
        ld_buffer_byte(out, '[');
        put_number(out, row[i].low);
        ld_buffer_string(out, ", ");
        put_number(out, row[i].high);
        ld_buffer_byte(out, ']');
    }
    ld_buffer_byte(out, '}');
}

static void write_json(const struct ld_rouge_report *report, struct ld_buffer *out) {
    const struct ld_rouge_options *options = report->options;
    ld_buffer_byte(out, '{');
    for (uint32_t d = 0; report->per_document && d < report->pairs->count; d++) {
        ld_buffer_string(out, d ? ",\n  " : "\"documents\": [\n  ");
        put_json_document(report, d, out);
    }
    ld_buffer_string(out, report->per_document ? "],\n\"count\": " : "\"count\": ");
    ld_buffer_unsigned(out, report->pairs->count);
    put_key(out, ",\n", "mean");
    for (uint32_t m = 0; m < options->metric_count; m++) {
        const struct ld_interval *row = report->totals + (size_t)m * PLACES;
        put_key(out, m ? ", " : "{", options->metrics[m].name);
        put_places(out, (const double[PLACES]){row[0].mean, row[1].mean, row[2].mean});
    }
    put_key(out, "},\n", "interval");
    for (uint32_t m = 0; m < options->metric_count; m++) {
        put_key(out, m ? ", " : "{", options->metrics[m].name);
        put_json_interval(out, report->totals + (size_t)m * PLACES);
    }
    ld_buffer_string(out, "}}\n");
}

static const char *const names[] = {"table", "json", "csv", NULL};
static void (*const writers[])(const struct ld_rouge_report *report, struct ld_buffer *out) = {write_table, write_json,
                                                                                               write_csv};

const char *const *ld_rouge_formats(void) { return names; }

void ld_rouge_write(const char *format, const struct ld_rouge_report *report, struct ld_buffer *out) {
    size_t i = 0;
    while (format && names[i + 1] && strcmp(format, names[i]) != 0) i++;
    writers[i](report, out);
}
