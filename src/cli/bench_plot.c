/* bench_plot.c - the report's pictures as SVG inside of HTML: intervals by method and metric, and lengths. Colours are
 * of the page's style (classes "first", "other"), so that they follow its light or dark look. Source: W3C, Scalable
 * Vector Graphics 2. */
#include <math.h>
#include <string.h>

#include "base/unicode.h"
#include "cli/cli.h"
#include "render/render.h"

void ld_bench_put_escaped(struct ld_buffer *out, const char *bytes, size_t length) {
    ld_write_safe(out, bytes, length, ld_escape_html);
}

static void put_number(struct ld_buffer *out, const char *before, double x) {
    ld_buffer_string(out, before);
    ld_buffer_decimal(out, x, 1);
}

static void put_line(struct ld_buffer *out, const char *class, double x1, double y1, double x2, double y2) {
    ld_buffer_string(out, "<line class=\"");
    ld_buffer_string(out, class);
    put_number(out, "\" x1=\"", x1);
    put_number(out, "\" y1=\"", y1);
    put_number(out, "\" x2=\"", x2);
    put_number(out, "\" y2=\"", y2);
    ld_buffer_string(out, "\"/>");
}

static void put_text(struct ld_buffer *out, const char *anchor, double x, double y, const char *text) {
    put_number(out, "<text x=\"", x);
    put_number(out, "\" y=\"", y);
    ld_buffer_string(out, "\" text-anchor=\"");
    ld_buffer_string(out, anchor);
    ld_buffer_string(out, "\">");
    ld_bench_put_escaped(out, text, strlen(text));
    ld_buffer_string(out, "</text>");
}

static void put_label(struct ld_buffer *out, double x, double y, double number) {
    put_number(out, "<text class=\"tick\" x=\"", x);
    put_number(out, "\" y=\"", y);
    ld_buffer_string(out, "\" text-anchor=\"middle\">");
    ld_buffer_decimal(out, number, number == floor(number) ? 0 : 1);
    ld_buffer_string(out, "</text>");
}

static void open_svg(struct ld_buffer *out, double width, double height, const char *title) {
    put_number(out, "<svg viewBox=\"0 0 ", width);
    put_number(out, " ", height);
    put_number(out, "\" width=\"", width);
    put_number(out, "\" height=\"", height);
    ld_buffer_string(out, "\" role=\"img\"><title>");
    ld_buffer_string(out, title);
    ld_buffer_string(out, "</title>\n");
}

/* A round step that parts a range into some four: 1, 2 or 5 times a power of ten. */
static double round_step(double range) {
    double step = pow(10, floor(log10(range > 0 ? range / 4 : 1)));
    if (range / step > 20) return 5 * step;
    return range / step > 8 ? 2 * step : step;
}

/* ---- intervals: a panel a metric, a row a method ---- */

enum { NAMES = 150, PANEL = 230, INNER = 190, ROW = 22, TOP = 30, BOTTOM = 26 };

struct axis {
    double low, high, step, left;
};

static double place(const struct axis *axis, double value) {
    return axis->left + INNER * (value - axis->low) / (axis->high - axis->low);
}

static struct axis axis_of(const struct ld_bench *bench, uint32_t metric) {
    double low = 100, high = 0;
    for (uint32_t i = 0; i < bench->row_count; i++) {
        const struct ld_interval *total = ld_bench_total(&bench->rows[i], metric, LD_PLACE_F);
        low = fmin(low, 100 * total->low);
        high = fmax(high, 100 * total->high);
    }
    double step = round_step(high - low);
    struct axis axis = {floor(low / step) * step, ceil(high / step) * step, step, NAMES + PANEL * (double)metric};
    if (axis.high <= axis.low) axis.high = axis.low + step;
    return axis;
}

static void put_panel(const struct ld_bench *bench, uint32_t metric, double height, struct ld_buffer *out) {
    struct axis axis = axis_of(bench, metric);
    put_text(out, "middle", axis.left + INNER / 2.0, 16, ld_bench_titles[metric]);
    int ticks = (int)((axis.high - axis.low) / axis.step + 0.5);
    for (int t = 0; t <= ticks; t++) {
        double value = axis.low + t * axis.step, x = place(&axis, value);
        put_line(out, "grid", x, TOP - 6, x, height - BOTTOM + 4);
        put_label(out, x, height - BOTTOM + 18, value);
    }
    for (uint32_t i = 0; i < bench->row_count; i++) {
        const struct ld_interval *total = ld_bench_total(&bench->rows[i], metric, LD_PLACE_F);
        double y = TOP + ROW * (i + 0.5);
        const char *class = i ? "other" : "first";
        put_line(out, class, place(&axis, 100 * total->low), y, place(&axis, 100 * total->high), y);
        ld_buffer_string(out, "<circle class=\"");
        ld_buffer_string(out, class);
        put_number(out, "\" cx=\"", place(&axis, 100 * total->mean));
        put_number(out, "\" cy=\"", y);
        ld_buffer_string(out, "\" r=\"4\"/>\n");
    }
}

void ld_bench_put_intervals(const struct ld_bench *bench, struct ld_buffer *out) {
    enum { LONGEST = 20 }; /* characters of a name that have room */
    double height = TOP + ROW * (double)bench->row_count + BOTTOM;
    open_svg(out, NAMES + PANEL * LD_BENCH_METRICS, height, "F with its 95% interval, by method and metric");
    for (uint32_t i = 0; i < bench->row_count; i++) {
        const char *name = bench->rows[i].name, *end = name + strlen(name);
        while (ld_utf8_count(name, (size_t)(end - name)) > LONGEST) name++; /* of a path, the end tells more */
        put_text(out, "end", NAMES - 14, TOP + ROW * (i + 0.5) + 4, name);
    }
    for (uint32_t m = 0; m < LD_BENCH_METRICS; m++) put_panel(bench, m, height, out);
    ld_buffer_string(out, "</svg>\n");
}

/* ---- lengths: words of the first row's texts beside those of the references ---- */

enum { BINS = 20, BIN = 34, MARGIN = 44, HEIGHT = 180 };

struct histogram {
    double step, share[2][BINS]; /* candidates, references: of all of their kind */
};

static void count_in(struct histogram *histogram, int side, double words) {
    double bin = words / histogram->step;
    histogram->share[side][bin < BINS - 1 ? (int)bin : BINS - 1]++;
}

/* The last bin takes what is longer, if there is that. */
static struct histogram count_lengths(const struct ld_bench *bench) {
    struct histogram histogram = {0};
    double longest = 0, references = 0;
    for (uint32_t d = 0; d < bench->count; d++) {
        longest = fmax(longest, bench->rows[0].words[d]);
        for (uint32_t i = 0; i < bench->examples[d]->count; i++)
            longest = fmax(longest, ld_bench_count_words(bench->examples[d]->references[i]));
    }
    histogram.step = fmax(1, ceil((longest + 1) / BINS));
    for (uint32_t d = 0; d < bench->count; d++) {
        count_in(&histogram, 0, bench->rows[0].words[d]);
        references += bench->examples[d]->count;
        for (uint32_t i = 0; i < bench->examples[d]->count; i++)
            count_in(&histogram, 1, ld_bench_count_words(bench->examples[d]->references[i]));
    }
    for (int b = 0; b < BINS; b++) {
        histogram.share[0][b] /= bench->count;
        histogram.share[1][b] /= references;
    }
    return histogram;
}

static void put_bar(struct ld_buffer *out, const char *class, double x, double height) {
    if (height <= 0) return;
    ld_buffer_string(out, "<rect class=\"");
    ld_buffer_string(out, class);
    put_number(out, "\" x=\"", x);
    put_number(out, "\" y=\"", HEIGHT - height);
    put_number(out, "\" width=\"", BIN * 0.42);
    put_number(out, "\" height=\"", height);
    ld_buffer_string(out, "\"/>");
}

static void put_percent(struct ld_buffer *out, double y, double percent) {
    put_line(out, "grid", MARGIN - 4, y, MARGIN + BINS * BIN, y);
    put_number(out, "<text class=\"tick\" x=\"", MARGIN - 8);
    put_number(out, "\" y=\"", y + 4);
    ld_buffer_string(out, "\" text-anchor=\"end\">");
    ld_buffer_decimal(out, percent, 0);
    ld_buffer_string(out, "%</text>");
}

void ld_bench_put_lengths(const struct ld_bench *bench, struct ld_buffer *out) {
    struct histogram histogram = count_lengths(bench);
    double highest = 0;
    for (int b = 0; b < BINS; b++) highest = fmax(highest, fmax(histogram.share[0][b], histogram.share[1][b]));
    double step = fmax(1, round_step(100 * highest)), pixels = (HEIGHT - TOP) / (100 * highest);
    open_svg(out, MARGIN + BINS * BIN + 20, HEIGHT + BOTTOM, "words, by share of the texts");
    for (int t = 1; t * step <= 100 * highest; t++) put_percent(out, HEIGHT - t * step * pixels, t * step);
    for (int b = 0; b < BINS; b++) {
        double x = MARGIN + b * BIN;
        put_bar(out, "first", x + 2, 100 * histogram.share[0][b] * pixels);
        put_bar(out, "other", x + 2 + BIN * 0.45, 100 * histogram.share[1][b] * pixels);
        put_label(out, x, HEIGHT + 18, b * histogram.step);
    }
    put_line(out, "axis", MARGIN - 4, HEIGHT, MARGIN + BINS * BIN, HEIGHT);
    ld_buffer_string(out, "</svg>\n");
}
