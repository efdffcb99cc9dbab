/* test_rouge.c - ROUGE: the worked examples of spec/rouge.txt, the fast counting against plain tables on random texts,
 * and the bootstrap against the C library's drand48. */
#define _XOPEN_SOURCE 700 /* drand48 */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "eval/grams.h"
#include "eval/lcs.h"
#include "eval/resample.h"
#include "eval/rouge.h"

#define SPEC "tests/spec/rouge.txt"
enum { LONGEST_LINE = 512, MOST_REFERENCES = 4 };

static void near(double got, double want, const char *where, unsigned line) {
    if (fabs(got - want) < 1e-9) return;
    fail_msg("%s:%u: %.17g, not %.17g", where, line, got, want);
}

/* ---- the worked examples ---- */

struct example {
    struct ld_rouge_options options;
    char candidate[LONGEST_LINE], references[MOST_REFERENCES][LONGEST_LINE], stop[LONGEST_LINE];
    uint32_t count;
    char metric[LONGEST_LINE], want[LONGEST_LINE]; /* "rouge1", "counts 1 2 3" */
    unsigned line;
};

/* "one / two" is two lines; _ is a blank at the start of a line; \u00e9 a code point below U+10000. */
static void read_text(const char *from, char *to) {
    if (*from == '_') *to++ = ' ', from++;
    while (*from) {
        unsigned code;
        if (!strncmp(from, " / ", 3)) {
            *to++ = '\n';
            from += 3;
        } else if (sscanf(from, "\\u%4x", &code) == 1) {
            if (code >= 0x800) *to++ = (char)(0xE0 | code >> 12);
            *to++ = (char)(code >= 0x800 ? 0x80 | (code >> 6 & 0x3F) : 0xC0 | code >> 6);
            *to++ = (char)(0x80 | (code & 0x3F));
            from += 6;
        } else {
            *to++ = *from++;
        }
    }
    *to = 0;
}

static double fraction(const char *text) {
    double above = 0, below = 1;
    assert_true(sscanf(text, "%lf/%lf", &above, &below) >= 1);
    return above / below;
}

static void run_example(struct ld_arena *arena, void *context) {
    struct example *e = context;
    struct ld_text references[MOST_REFERENCES], candidate = {e->candidate, strlen(e->candidate)};
    struct ld_score score;
    struct ld_counts counts[MOST_REFERENCES];
    char kind[16], a[32], b[32], c[32];
    assert_true(e->count > 0);
    for (uint32_t i = 0; i < e->count; i++)
        references[i] = (struct ld_text){e->references[i], strlen(e->references[i])};
    if (!ld_metric_parse(e->metric, strlen(e->metric), &e->options.metrics[0]))
        fail_msg("%s:%u: no metric \"%s\"", SPEC, e->line, e->metric);
    e->options.metric_count = 1;
    ld_rouge_score(ld_rouge_new(arena, &e->options), candidate, references, e->count, &score, counts);
    assert_int_equal(sscanf(e->want, "%15s %31s %31s %31s", kind, a, b, c), 4);
    if (!strcmp(kind, "counts")) {
        near(counts[0].hits, fraction(a), SPEC, e->line);
        near(counts[0].reference, fraction(b), SPEC, e->line);
        near(counts[0].candidate, fraction(c), SPEC, e->line);
    } else {
        assert_string_equal(kind, "scores");
        near(score.p, fraction(a), SPEC, e->line);
        near(score.r, fraction(b), SPEC, e->line);
        near(score.f, fraction(c), SPEC, e->line);
    }
}

static bool read_setting(struct example *e, const char *name, const char *value) {
    static const char *const severals[] = {"best-f", "pool", "best-recall"};
    if (!strcmp(name, "flavour"))
        ld_rouge_options_init(&e->options, !strcmp(value, "perl") ? LD_PERL : LD_GOOGLE);
    else if (!strcmp(name, "words"))
        e->options.words = (size_t)atoi(value);
    else if (!strcmp(name, "bytes"))
        e->options.bytes = (size_t)atoi(value);
    else if (!strcmp(name, "alpha"))
        e->options.alpha = atof(value);
    else if (!strcmp(name, "no-stem"))
        e->options.stem = false;
    else if (!strcmp(name, "candidate"))
        read_text(value, e->candidate);
    else if (!strcmp(name, "reference"))
        read_text(value, e->references[e->count++]);
    else if (!strcmp(name, "several")) {
        for (unsigned i = 0; i < 3; i++)
            if (!strcmp(value, severals[i])) e->options.several = (enum ld_several)i;
    } else if (!strcmp(name, "stop")) {
        snprintf(e->stop, sizeof e->stop, "%s", value);
        e->options.stopwords = e->stop;
        e->options.stopwords_length = strlen(e->stop);
    } else {
        return false;
    }
    return true;
}

static void worked_examples(void **state) {
    (void)state;
    static struct example e;
    char line[LONGEST_LINE];
    FILE *file = fopen(SPEC, "r");
    assert_non_null(file);
    unsigned figures = 0;
    for (unsigned number = 1; fgets(line, sizeof line, file); number++) {
        line[strcspn(line, "\n")] = 0;
        if (!*line || *line == '#') continue;
        if (*line == '[') {
            memset(&e, 0, sizeof e);
            ld_rouge_options_init(&e.options, LD_GOOGLE);
            continue;
        }
        size_t name = strcspn(line, " ");
        const char *value = line[name] ? line + name + 1 : "";
        line[name] = 0;
        if (read_setting(&e, line, value)) continue;
        struct ld_arena arena;
        ld_arena_init(&arena);
        snprintf(e.metric, sizeof e.metric, "%s", line);
        snprintf(e.want, sizeof e.want, "%s", value);
        e.line = number;
        assert_true(ld_arena_run(&arena, run_example, &e));
        ld_arena_free(&arena);
        figures++;
    }
    fclose(file);
    assert_true(figures > 50);
}

/* ---- the fast counting against plain tables ---- */

enum { LONGEST_TEXT = 200 };

struct texts {
    uint32_t ref[LONGEST_TEXT], cand[LONGEST_TEXT];
    struct ld_sequence reference, candidate;
};

static uint32_t below(uint32_t n) { return (uint32_t)(drand48() * n); }

/* Random texts of few different tokens, of which the reference may have 0 and others that the candidate has not. */
static void make_texts(struct texts *t, uint32_t kinds) {
    t->reference = (struct ld_sequence){t->ref, below(LONGEST_TEXT)};
    t->candidate = (struct ld_sequence){t->cand, below(LONGEST_TEXT)};
    for (uint32_t i = 0; i < t->reference.count; i++) t->ref[i] = below(kinds + 1);
    for (uint32_t i = 0; i < t->candidate.count; i++) t->cand[i] = 1 + below(kinds - 1);
}

/* The whole table, and back from its last corner: up on ties. */
static uint32_t plain_lcs(const struct texts *t, unsigned char *marks) {
    static uint32_t table[LONGEST_TEXT + 1][LONGEST_TEXT + 1];
    uint32_t m = t->reference.count, n = t->candidate.count;
    for (uint32_t i = 1; i <= m; i++)
        for (uint32_t j = 1; j <= n; j++)
            table[i][j] = t->ref[i - 1] == t->cand[j - 1]      ? table[i - 1][j - 1] + 1
                          : table[i - 1][j] >= table[i][j - 1] ? table[i - 1][j]
                                                               : table[i][j - 1];
    for (uint32_t i = m, j = n; i && j;) {
        if (t->ref[i - 1] == t->cand[j - 1])
            marks[--i] = 1, j--;
        else if (table[i - 1][j] >= table[i][j - 1])
            i--;
        else
            j--;
    }
    return table[m][n];
}

static bool same_gram(const uint32_t *a, const uint32_t *b, uint32_t n) { return !memcmp(a, b, n * sizeof *a); }

/* Each n-gram of the candidate takes the first equal one of the reference that is not taken yet. */
static uint64_t plain_grams(const struct texts *t, uint32_t n) {
    unsigned char taken[LONGEST_TEXT] = {0};
    uint64_t hits = 0;
    for (uint32_t j = 0; j + n <= t->candidate.count; j++)
        for (uint32_t i = 0; i + n <= t->reference.count; i++)
            if (!taken[i] && same_gram(t->ref + i, t->cand + j, n)) {
                taken[i] = 1;
                hits++;
                break;
            }
    return hits;
}

static uint64_t plain_skips(const struct texts *t, uint32_t gap, uint32_t kinds) {
    uint64_t hits = 0;
    for (uint32_t a = 1; a <= kinds; a++)
        for (uint32_t b = 1; b <= kinds; b++) {
            uint64_t counts[2] = {0, 0};
            for (unsigned side = 0; side < 2; side++) {
                struct ld_sequence s = side ? t->candidate : t->reference;
                for (uint32_t i = 0; i < s.count; i++)
                    for (uint32_t j = i + 1; j < s.count && j - i - 1 <= gap; j++)
                        counts[side] += s.tokens[i] == a && s.tokens[j] == b;
            }
            hits += counts[0] < counts[1] ? counts[0] : counts[1];
        }
    return hits;
}

static void compare_counting(struct ld_arena *arena, void *context) {
    (void)context;
    static struct texts t;
    struct ld_lcs lcs = {.arena = arena};
    struct ld_grams grams = {.arena = arena};
    double power[LONGEST_TEXT + 1];
    for (unsigned k = 0; k <= LONGEST_TEXT; k++) power[k] = k; /* with weight 1 the weighted path is the plain one */
    srand48(7);
    for (unsigned round = 0; round < 150; round++) {
        uint32_t kinds = 2 + below(12), gap = below(6);
        unsigned char want[LONGEST_TEXT] = {0}, got[LONGEST_TEXT] = {0}, weighted[LONGEST_TEXT] = {0};
        uint64_t hits[LD_HIGHEST_GRAM + 1];
        make_texts(&t, kinds);
        ld_lcs_reserve(&lcs, kinds);
        ld_grams_reserve(&grams, kinds);
        assert_int_equal(ld_lcs_length(&lcs, t.reference, t.candidate), plain_lcs(&t, want));
        ld_lcs_mark(&lcs, t.reference, t.candidate, got);
        ld_lcs_mark_weighted(&lcs, t.reference, t.candidate, power, weighted);
        assert_memory_equal(got, want, sizeof want);
        assert_memory_equal(weighted, want, sizeof want);
        ld_gram_hits(&grams, t.reference, t.candidate, LD_HIGHEST_GRAM, hits);
        for (uint32_t n = 1; n <= LD_HIGHEST_GRAM; n++) assert_int_equal(hits[n], plain_grams(&t, n));
        assert_int_equal(ld_skip_hits(&grams, t.reference, t.candidate, gap, false), plain_skips(&t, gap, kinds));
    }
}

static void counting_as_plain_tables(void **state) {
    (void)state;
    struct ld_arena arena;
    ld_arena_init(&arena);
    assert_true(ld_arena_run(&arena, compare_counting, NULL));
    ld_arena_free(&arena);
}

static void names_and_rounding(void **state) {
    (void)state;
    static const struct {
        const char *name;
        bool good;
        enum ld_metric_kind kind;
        uint32_t n;
        double weight;
    } names[] = {{"rouge1", true, LD_ROUGE_N, 1, 1.2},
                 {"rouge9", true, LD_ROUGE_N, 9, 1.2},
                 {"rougeL", true, LD_ROUGE_L, 0, 1.2},
                 {"rougeLsum", true, LD_ROUGE_LSUM, 0, 1.2},
                 {"rougeS0", true, LD_ROUGE_S, 0, 1.2},
                 {"rougeSU4", true, LD_ROUGE_SU, 4, 1.2},
                 {"rougeSU*", true, LD_ROUGE_SU, LD_ANY_GAP, 1.2},
                 {"rougeW", true, LD_ROUGE_W, 0, 1.2},
                 {"rougeW1.5", true, LD_ROUGE_W, 1, 1.5},
                 {"rouge0", false, 0, 0, 0},
                 {"rouge10", false, 0, 0, 0},
                 {"rouge", false, 0, 0, 0},
                 {"rougeS", false, 0, 0, 0},
                 {"rougeS1.5", false, 0, 0, 0},
                 {"rougeW0.5", false, 0, 0, 0},
                 {"rougeW1.", false, 0, 0, 0},
                 {"rougeLs", false, 0, 0, 0},
                 {"", false, 0, 0, 0},
                 {"bleu", false, 0, 0, 0},
                 {"rouge1rouge1rouge1rouge1rouge1", false, 0, 0, 0}};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        struct ld_metric metric;
        assert_int_equal(ld_metric_parse(names[i].name, strlen(names[i].name), &metric), names[i].good);
        if (!names[i].good) continue;
        assert_int_equal(metric.kind, names[i].kind);
        assert_int_equal(metric.n, names[i].n);
        near(metric.weight, names[i].weight, names[i].name, 0);
    }
    for (unsigned i = 0; i < 20000; i++) { /* halves, as near to them as doubles come, and what is no half */
        double x = i % 2 ? i * 0x1p-6 : (i + 0.5) / 1e5;
        char digits[32];
        snprintf(digits, sizeof digits, "%.5f", x);
        assert_true(ld_round5(x) == strtod(digits, NULL));
    }
}

/* ---- the bootstrap ---- */

enum { DOCUMENTS = 17, RESAMPLES = 200 };

static int by_value(const void *a, const void *b) {
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static void resample(struct ld_arena *arena, void *context) {
    (void)context;
    double rows[DOCUMENTS][2], means[RESAMPLES], sum = 0;
    uint32_t order[DOCUMENTS];
    struct ld_interval got[2], again[2];
    for (uint32_t d = 0; d < DOCUMENTS; d++) {
        rows[d][0] = d * d / 300.0;
        rows[d][1] = 0.25;
        order[d] = (d * 5) % DOCUMENTS;
    }
    for (unsigned r = 0; r < RESAMPLES; r++) { /* ROUGE-1.5.5's way */
        means[r] = 0;
        srand48((long)r);
        for (uint32_t d = 0; d < DOCUMENTS; d++) means[r] += rows[order[(uint32_t)(DOCUMENTS * drand48())]][0];
        means[r] /= DOCUMENTS;
        sum += means[r];
    }
    qsort(means, RESAMPLES, sizeof *means, by_value);
    ld_resample(arena, &rows[0][0], DOCUMENTS, 2, order, (struct ld_resampling){RESAMPLES, 0, true}, got);
    near(got[0].mean, sum / RESAMPLES, "perl mean", 0);
    near(got[0].low, means[5], "perl low", 0);     /* 2.5% of 200 are left out below */
    near(got[0].high, means[194], "perl high", 0); /* and above */
    near(got[1].mean, 0.25, "constant", 0);
    near(got[1].low, 0.25, "constant", 0);

    ld_resample(arena, &rows[0][0], DOCUMENTS, 2, NULL, (struct ld_resampling){RESAMPLES, 1, false}, got);
    near(got[0].mean, 1496 / 300.0 / DOCUMENTS, "mean", 0); /* the squares up to 16 sum up to 1496 */
    assert_true(got[0].low < got[0].mean && got[0].mean < got[0].high);
    ld_resample(arena, &rows[0][0], DOCUMENTS, 2, NULL, (struct ld_resampling){RESAMPLES, 1, false}, again);
    assert_memory_equal(got, again, sizeof got);
    ld_resample(arena, &rows[0][0], DOCUMENTS, 2, NULL, (struct ld_resampling){RESAMPLES, 2, false}, again);
    assert_true(got[0].low != again[0].low);
    ld_resample(arena, &rows[0][0], DOCUMENTS, 2, NULL, (struct ld_resampling){1, 1, false}, again);
    assert_true(again[0].low == again[0].mean && again[0].mean == got[0].mean);
}

static void bootstrap(void **state) {
    (void)state;
    struct ld_arena arena;
    ld_arena_init(&arena);
    assert_true(ld_arena_run(&arena, resample, NULL));
    ld_arena_free(&arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(worked_examples), cmocka_unit_test(counting_as_plain_tables),
                                       cmocka_unit_test(names_and_rounding), cmocka_unit_test(bootstrap)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
