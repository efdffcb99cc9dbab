/* weights.c - see weights.h. In: the text of a table. Out: a weight for each feature and column. Numbers are read by
 * hand, since strtod heeds the locale. Leaves alone how good the weights are. */
#include "score/weights.h"

#include <string.h>

const struct ld_weights ld_own_weights = {{
    {
#define WEIGHT(name, news, general) [LD_F_##name] = news,
#include "weights.def"
#undef WEIGHT
    },
    {
#define WEIGHT(name, news, general) [LD_F_##name] = general,
#include "weights.def"
#undef WEIGHT
    },
}};

struct cursor {
    const char *at, *end; /* of the line */
};

static bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r'; }

static void skip_blanks(struct cursor *c) {
    while (c->at < c->end && is_blank(*c->at)) c->at++;
}

/* The next run of non-blanks; empty at the end of the line. */
static struct cursor next_field(struct cursor *c) {
    skip_blanks(c);
    struct cursor field = {c->at, c->at};
    while (field.end < c->end && !is_blank(*field.end)) field.end++;
    c->at = field.end;
    return field;
}

/* -12, 0.25: the whole field, up to fifteen digits, so that the value is the nearest that there is. */
static bool read_number(struct cursor field, double *number) {
    const bool negative = field.at < field.end && *field.at == '-';
    double whole = 0, scale = 1;
    unsigned digits = 0;
    bool point = false;
    for (field.at += negative; field.at < field.end; field.at++) {
        if (*field.at == '.' && !point) {
            point = true;
            continue;
        }
        if (*field.at < '0' || *field.at > '9' || ++digits > 15) return false;
        whole = 10 * whole + (*field.at - '0');
        if (point) scale *= 10;
    }
    *number = negative ? -whole / scale : whole / scale;
    return digits > 0;
}

static uint32_t find_name(const struct ld_rows *rows, struct cursor name) {
    const size_t length = (size_t)(name.end - name.at);
    uint32_t f = 0;
    while (f < rows->count && (strlen(rows->names[f]) != length || memcmp(rows->names[f], name.at, length) != 0)) f++;
    return f;
}

/* NULL, or what is wrong with the line. */
static const char *read_line(struct cursor line, const struct ld_rows *rows, bool *seen,
                             struct ld_weights_problem *problem) {
    const struct cursor name = next_field(&line);
    const uint32_t f = find_name(rows, name);
    double number[LD_WEIGHT_COLUMNS];
    uint32_t count = 0;
    if (f == rows->count) {
        size_t length = (size_t)(name.end - name.at);
        if (length >= sizeof problem->name) length = sizeof problem->name - 1;
        memcpy(problem->name, name.at, length);
        problem->name[length] = '\0';
        return "there is no feature of that name";
    }
    if (seen[f]) return "the feature has a line already; leave one of them out";
    seen[f] = true;
    for (skip_blanks(&line); line.at < line.end; skip_blanks(&line), count++) {
        if (count == rows->columns) return "there are more weights than columns";
        if (!read_number(next_field(&line), &number[count])) return "a weight is wanted as a number such as -1.25";
    }
    if (!count) return "the weight is missing: write the feature, a tab and a number";
    for (uint32_t p = 0; p < rows->columns; p++) rows->values[p * rows->count + f] = number[p < count ? p : count - 1];
    return NULL;
}

bool ld_rows_read(const char *text, size_t length, const struct ld_rows *rows, struct ld_weights_problem *problem) {
    bool seen[LD_WEIGHT_ROWS] = {false};
    const char *at = text, *end = text + length;
    *problem = (struct ld_weights_problem){0};
    while (at < end) {
        const char *stop = memchr(at, '\n', (size_t)(end - at));
        struct cursor line = {at, stop ? stop : end};
        at = stop ? stop + 1 : end;
        problem->line++;
        skip_blanks(&line);
        if (line.at == line.end || *line.at == '#') continue;
        problem->what = read_line(line, rows, seen, problem);
        if (problem->what) return false;
    }
    return true;
}

bool ld_weights_read(const char *text, size_t length, struct ld_weights *weights, struct ld_weights_problem *problem) {
    *weights = ld_own_weights;
    return ld_rows_read(
        text, length, &(struct ld_rows){ld_feature_names, LD_WEIGHT_COUNT, LD_PROFILE_COUNT, weights->of[0]}, problem);
}
