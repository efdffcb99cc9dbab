/* rouge.c - the command lede rouge: summaries that exist already and their references in, scores out. What is scored
 * and how stands in src/eval; here options become its options, and its results bytes. */
#include <stdlib.h>
#include <string.h>

#include "cli/batch.h"
#include "cli/rouge.h"

enum { RESAMPLES = 1000 }; /* as both reference programs are run */

struct job { /* what is worked on under ld_arena_run */
    const struct ld_rouge_options *options;
    const struct ld_pairs *pairs;
    struct ld_resampling resampling;
    struct ld_score *scores;    /* [documents x metrics] */
    struct ld_interval *totals; /* [metrics x 3] */
};

/* ---- options ---- */

static enum ld_exit bad_metric(const char *what, const char *name, size_t length) {
    ld_say(NULL, "--metrics: %s \"%.*s\"", what, length > 40 ? 40 : (int)length, name);
    ld_hint("there are: rouge1 to rouge9, rougeL, rougeLsum, rougeS4, rougeSU4, rougeW (see lede rouge --help)");
    return LD_USAGE;
}

static enum ld_exit read_metrics(const char *list, struct ld_rouge_options *options) {
    options->metric_count = 0;
    for (const char *at = list;; at++) {
        size_t length = strcspn(at, ",");
        if (options->metric_count == LD_MOST_METRICS) return bad_metric("too many with", at, length);
        struct ld_metric *metric = &options->metrics[options->metric_count];
        if (!ld_metric_parse(at, length, metric)) return bad_metric("there is no", at, length);
        for (uint32_t m = 0; m < options->metric_count; m++)
            if (!strcmp(options->metrics[m].name, metric->name)) return bad_metric("twice", at, length);
        options->metric_count++;
        at += length;
        if (!*at) return LD_DONE;
    }
}

const char *const *ld_rouge_flavours(void) {
    static const char *const names[] = {"google", "perl", NULL}; /* as enum ld_flavour */
    return names;
}

const char *const *ld_rouge_severals(void) {
    static const char *const names[] = {"best-f", "pool", "best-recall", NULL}; /* as enum ld_several */
    return names;
}

static enum ld_exit read_options(const struct ld_rouge_settings *s, struct ld_rouge_options *options,
                                 const struct ld_buffer *stopwords) {
    enum ld_flavour flavour = (enum ld_flavour)ld_row_of(ld_rouge_flavours(), s->flavour);
    ld_rouge_options_init(options, flavour);
    if (s->several) options->several = (enum ld_several)ld_row_of(ld_rouge_severals(), s->several);
    if (s->alpha && (!ld_decimal_parse(s->alpha, &options->alpha) || options->alpha > 1)) {
        ld_say(NULL, "--alpha: \"%s\" was given, a number from 0 to 1 is wanted", s->alpha);
        return LD_USAGE;
    }
    if (s->words && s->bytes) {
        ld_say(NULL, "only one of --words and --bytes can be given");
        return LD_USAGE;
    }
    options->stem = !s->no_stem;
    options->words = s->words;
    options->bytes = s->bytes;
    if (s->smart || s->stopwords) {
        options->stopwords = s->stopwords ? stopwords->bytes : ld_smart_words;
        options->stopwords_length = s->stopwords ? stopwords->length : strlen(ld_smart_words);
    }
    const char *metrics = flavour == LD_PERL ? "rouge1,rouge2,rougeL,rougeSU4" : "rouge1,rouge2,rougeL,rougeLsum";
    return read_metrics(s->metrics ? s->metrics : metrics, options);
}

/* ---- work ---- */

/* By byte as if "." stood behind: ROUGE-1.5.5 sorts "1.X", "10.X", "2.X". */
static int by_id(const void *a, const void *b) {
    struct ld_text x = (*(const struct ld_rouge_entry *const *)a)->id,
                   y = (*(const struct ld_rouge_entry *const *)b)->id;
    size_t common = x.length < y.length ? x.length : y.length;
    int order = memcmp(x.bytes, y.bytes, common);
    if (order) return order;
    return (x.length == common ? '.' : (unsigned char)x.bytes[common]) -
           (y.length == common ? '.' : (unsigned char)y.bytes[common]);
}

/* The documents' numbers in the order of their ids. */
static uint32_t *sort_by_id(struct ld_arena *arena, const struct ld_pairs *pairs) {
    const struct ld_rouge_entry **records = ld_arena_array(arena, pairs->count, sizeof *records);
    uint32_t *order = ld_arena_array(arena, pairs->count, sizeof *order);
    for (uint32_t d = 0; d < pairs->count; d++) records[d] = &pairs->candidates[d];
    qsort(records, pairs->count, sizeof *records, by_id);
    for (uint32_t d = 0; d < pairs->count; d++) order[d] = (uint32_t)(records[d] - pairs->candidates);
    return order;
}

static void work(struct ld_arena *arena, void *context) {
    struct job *job = context;
    const struct ld_pairs *pairs = job->pairs;
    uint32_t metrics = job->options->metric_count, columns = 3 * metrics;
    bool perl = job->resampling.perl;
    struct ld_rouge *rouge = ld_rouge_new(arena, job->options);
    job->scores = ld_arena_array(arena, (size_t)pairs->count * metrics, sizeof *job->scores);
    for (uint32_t d = 0; d < pairs->count; d++)
        ld_rouge_score(rouge, pairs->candidates[d].texts[0], pairs->references[d].texts, pairs->references[d].count,
                       job->scores + (size_t)d * metrics, NULL);
    double *rows = ld_arena_array(arena, (size_t)pairs->count * columns, sizeof *rows);
    for (size_t i = 0; i < (size_t)pairs->count * metrics; i++) {
        rows[3 * i] = job->scores[i].p;
        rows[3 * i + 1] = job->scores[i].r;
        rows[3 * i + 2] = job->scores[i].f;
    }
    job->totals = ld_arena_array(arena, columns, sizeof *job->totals);
    ld_resample(arena, rows, pairs->count, columns, perl ? sort_by_id(arena, pairs) : NULL, job->resampling,
                job->totals);
    for (uint32_t c = 0; perl && c < columns; c++) {
        struct ld_interval *total = &job->totals[c];
        *total = (struct ld_interval){ld_round5(total->mean), ld_round5(total->low), ld_round5(total->high)};
    }
}

/* Two files' bytes -> what is to be printed, in out. */
static enum ld_exit score(struct ld_arena *arena, const struct ld_rouge_settings *s,
                          const struct ld_rouge_options *options, const struct ld_source sources[2],
                          struct ld_buffer *out) {
    struct ld_pairs pairs = {.count = 0};
    const bool read = ld_pairs_read(arena, sources[0], sources[1], &pairs, out);
    if (ld_batch_memory_lost()) return ld_no_memory();
    if (!read) {
        ld_buffer_byte(out, '\0');
        if (out->failed || out->length == 1) return ld_no_memory();
        ld_say(NULL, "%s", out->bytes);
        return pairs.empty ? LD_NOTHING : LD_FAILED;
    }
    uint32_t resamples = s->resamples ? (uint32_t)s->resamples : RESAMPLES;
    struct job job = {options, &pairs, {resamples, s->seed, options->flavour == LD_PERL}, NULL, NULL};
    if (!ld_arena_run(arena, work, &job)) return ld_no_memory();
    struct ld_rouge_report report = {options, &pairs, job.scores, job.totals, resamples, s->per_document != 0};
    ld_rouge_write(s->format, &report, out);
    return out->failed ? ld_no_memory() : LD_DONE;
}

static enum ld_exit run(const struct ld_settings *settings, struct ld_buffer bytes[3], struct ld_buffer *out) {
    const struct ld_rouge_settings *s = &settings->rouge;
    struct ld_rouge_options options;
    if (s->stopwords && !ld_read_file(s->stopwords, &bytes[2])) return LD_FAILED;
    enum ld_exit status = read_options(s, &options, &bytes[2]);
    if (status != LD_DONE) return status;
    if (!ld_read_file(s->candidates, &bytes[0]) || !ld_read_file(s->references, &bytes[1])) return LD_FAILED;
    const struct ld_source sources[2] = {{ld_input_name(s->candidates), bytes[0].bytes, bytes[0].length},
                                         {ld_input_name(s->references), bytes[1].bytes, bytes[1].length}};
    struct ld_arena arena;
    ld_arena_init(&arena);
    status = score(&arena, s, &options, sources, out);
    ld_arena_free(&arena);
    return status;
}

enum ld_exit ld_rouge(struct ld_settings *settings) {
    const struct ld_rouge_settings *s = &settings->rouge;
    if (!s->candidates || !s->references || settings->file_count > 1 || strcmp(settings->files[0], "-") != 0) {
        ld_say(NULL, "rouge takes two files, --candidates FILE and --references FILE");
        ld_hint("all options are in: lede rouge --help");
        return LD_USAGE;
    }
    if (!strcmp(s->candidates, "-") && !strcmp(s->references, "-")) {
        ld_say(NULL, "only one of --candidates and --references can be standard input");
        return LD_USAGE;
    }
    struct ld_buffer bytes[3], out;
    for (unsigned i = 0; i < 3; i++) ld_buffer_init(&bytes[i]);
    ld_buffer_init(&out);
    enum ld_exit status = run(settings, bytes, &out);
    struct ld_output output;
    if (status == LD_DONE) {
        bool opened = ld_output_open(&output, settings);
        if (opened) ld_output_put(&output, out.bytes, out.length);
        if (!opened || !ld_output_close(&output)) status = LD_FAILED;
    }
    for (unsigned i = 0; i < 3; i++) ld_buffer_free(&bytes[i]);
    ld_buffer_free(&out);
    return status;
}
