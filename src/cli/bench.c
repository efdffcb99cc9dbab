/* bench.c - the command lede bench: a corpus in, a table of methods and baselines with their scores out. Here options
 * become rows and the report is written; bench_input.c reads, bench_run.c works, bench_*.c are the formats. */
#include <stdlib.h>
#include <string.h>

#include "cli/batch.h"
#include "cli/options.h"

enum { RESAMPLES = 1000, TRIALS = 9999 };

static const char prefix_name[] = "prefix", oracle_name[] = "oracle";

const char *const *ld_bench_tasks(void) {
    static const char *const names[] = {"summary", "headline", "bullets", NULL};
    return names;
}

const char *const *ld_bench_columns(void) {
    static const char *const names[] = {"main", "all", NULL};
    return names;
}

enum { HTML = 4 }; /* its place below */
static const char *const format_names[] = {"table", "markdown", "csv", "json", "html", NULL};
static void (*const writers[])(const struct ld_bench *bench, struct ld_buffer *out) = {
    ld_bench_write_table, ld_bench_write_markdown, ld_bench_write_csv, ld_bench_write_json, ld_bench_write_html};

const char *const *ld_bench_formats(void) { return format_names; }

/* ---- rows ---- */

static bool is_method(const char *name) {
    for (const char *const *method = lede_methods(); *method; method++)
        if (!strcmp(*method, name)) return true;
    return false;
}

/* A row once only; false where there is no such. */
static bool add_row(struct ld_bench *bench, const char *name) {
    enum ld_bench_kind kind = LD_ROW_METHOD;
    if (!strcmp(name, prefix_name))
        kind = LD_ROW_PREFIX;
    else if (!strcmp(name, oracle_name))
        kind = LD_ROW_ORACLE;
    else if (!is_method(name))
        return false;
    for (uint32_t i = 0; i < bench->row_count; i++)
        if (!strcmp(bench->rows[i].name, name)) return true;
    bench->rows[bench->row_count++] = (struct ld_bench_row){.name = name, .kind = kind};
    return true;
}

static enum ld_exit bad_method(const char *name) {
    const char *nearest = ld_nearest(lede_methods(), name);
    ld_say(NULL, "--methods: there is no \"%s\"", name);
    if (nearest)
        ld_hint("did you mean \"%s\"?", nearest);
    else
        ld_hint("there are all, prefix, oracle and those of: lede --list-methods");
    return LD_USAGE;
}

/* names is cut at its commas, and lives as long as the rows. */
static enum ld_exit add_rows(struct ld_bench *bench, char *names) {
    for (char *name = strtok(names, ","); name; name = strtok(NULL, ",")) {
        if (!strcmp(name, "all"))
            for (const char *const *method = lede_methods(); *method; method++) add_row(bench, *method);
        else if (!add_row(bench, name))
            return bad_method(name);
    }
    if (bench->row_count) return LD_DONE;
    ld_say(NULL, "--methods: a list of names is wanted, such as lede,lead");
    return LD_USAGE;
}

static void add_baselines(struct ld_bench *bench) {
    static const char *const of_sentences[] = {"lead", "random", oracle_name, NULL}, *const of_headlines[] = {
                                                                                         prefix_name, NULL};
    const char *const *names = bench->task == LD_TASK_HEADLINE ? of_headlines : of_sentences;
    for (; *names; names++) add_row(bench, *names);
}

/* ---- the command ---- */

static void say_problems(const struct ld_bench *bench) {
    const struct ld_corpus *corpus = bench->corpus;
    for (uint32_t i = 0; i < corpus->problem_count; i++) {
        const struct ld_problem *problem = &corpus->problems[i];
        if (problem->line)
            ld_say(NULL, "%s:%lu: %s", problem->file, (unsigned long)problem->line, problem->what);
        else
            ld_say(problem->file, "%s", problem->what);
    }
    if (corpus->problem_count)
        ld_say(NULL, "%lu of %lu documents left out", (unsigned long)corpus->problem_count,
               (unsigned long)corpus->problem_count + bench->count);
    if (bench->unscorable && !bench->settings->quiet)
        ld_say(NULL,
               "note: ROUGE counts the letters a to z and digits only: figures mean little for %lu of %lu documents",
               (unsigned long)bench->unscorable, (unsigned long)bench->count);
}

static enum ld_exit write_report(const struct ld_bench *bench) {
    struct ld_buffer out;
    struct ld_output output;
    ld_buffer_init(&out);
    writers[ld_row_of(format_names, bench->settings->bench.format)](bench, &out);
    bool ok = !out.failed;
    if (!ok) {
        ld_no_memory();
    } else if ((ok = ld_output_open(&output, bench->settings))) {
        ld_output_put(&output, out.bytes, out.length);
        ok = ld_output_close(&output);
    }
    ld_buffer_free(&out);
    return ok ? LD_DONE : LD_FAILED;
}

static enum ld_exit write_features(struct ld_bench *bench) {
    struct ld_output output;
    if (!ld_output_open(&output, bench->settings)) return LD_FAILED;
    bool done = ld_bench_write_features(bench, &output);
    if (!done) ld_no_memory();
    return ld_output_close(&output) && done ? LD_DONE : LD_FAILED;
}

static enum ld_exit no_corpus(const char *file, const char *what, enum ld_exit status) {
    ld_say(file, "%s", what);
    ld_hint("a corpus is JSON lines with \"text\" and \"references\", or a folder: lede bench --help tells more");
    return status;
}

/* One file without a document is named; "lede bench" alone is to tell what it read. */
static enum ld_exit no_documents(const struct ld_bench *bench) {
    const struct ld_settings *s = bench->settings;
    const bool named = s->file_count == 1 && !s->bench.references && !bench->corpus->problem_count;
    return no_corpus(named ? ld_input_name(s->files[0]) : NULL, "there is nothing to score", LD_NOTHING);
}

static enum ld_exit run(struct ld_bench *bench) {
    const bool read = ld_bench_read(bench), features = bench->settings->bench.features;
    if (ld_batch_memory_lost()) return ld_no_memory();
    if (!read && bench->settings->bench.references) return LD_FAILED; /* each line must have its partner */
    if (!read && !bench->corpus->count && !bench->corpus->problem_count) return LD_FAILED; /* it was said why */
    if (features && write_features(bench) != LD_DONE) return LD_FAILED;
    if (!features && !ld_bench_run(bench)) return ld_no_memory();
    say_problems(bench);
    if (!bench->count) return read ? no_documents(bench) : LD_FAILED;
    enum ld_exit status = features ? LD_DONE : write_report(bench);
    return status != LD_DONE || !read ? LD_FAILED : bench->corpus->problem_count ? LD_SOME_FAILED : LD_DONE;
}

static void set_up(struct ld_bench *bench, struct ld_settings *settings, struct ld_corpus *corpus) {
    static const char *const metrics[LD_BENCH_METRICS] = {"rouge1", "rouge2", "rougeLsum"};
    const struct ld_bench_settings *s = &settings->bench;
    *bench = (struct ld_bench){.settings = settings, .corpus = corpus, .trials = TRIALS};
    bench->task = (enum ld_task)ld_row_of(ld_bench_tasks(), s->task);
    bench->resamples = s->resamples ? (uint32_t)s->resamples : RESAMPLES;
    bench->timed = !s->no_timing && !s->references;
    bench->all_columns = ld_row_of(ld_bench_columns(), s->columns) == 1 || ld_row_of(format_names, s->format) == HTML;
    ld_rouge_options_init(&bench->rouge, (enum ld_flavour)ld_row_of(ld_rouge_flavours(), s->flavour));
    bench->rouge.several = LD_BEST_F;
    bench->rouge.metric_count = LD_BENCH_METRICS;
    for (int m = 0; m < LD_BENCH_METRICS; m++)
        ld_metric_parse(metrics[m], strlen(metrics[m]), &bench->rouge.metrics[m]);
}

static enum ld_exit set_rows(struct ld_bench *bench, char *names) {
    const struct ld_settings *s = bench->settings;
    if (!s->bench.references) {
        enum ld_exit status = add_rows(bench, names);
        if (status == LD_DONE && !s->bench.no_baselines) add_baselines(bench);
        return status;
    }
    if (s->bench.features) {
        ld_say(NULL, "with --references there are no texts, so that --features makes no sense");
        return LD_USAGE;
    }
    if (s->file_count <= LD_MOST_ROWS && !s->bench.methods) return LD_DONE;
    ld_say(NULL, s->bench.methods ? "with --references nothing is summarised, so that --methods makes no sense"
                                  : "there are more files than rows of the table");
    return LD_USAGE;
}

enum ld_exit ld_bench(struct ld_settings *settings) {
    if (ld_reads_terminal(settings))
        return no_corpus(NULL, "bench takes files or folders: lede bench CORPUS...", LD_USAGE);
    struct ld_bench *bench = malloc(sizeof *bench); /* large: it holds the rows */
    char *names = strdup(settings->bench.methods ? settings->bench.methods : "lede");
    struct ld_corpus corpus;
    struct ld_buffer stopwords;
    enum ld_exit status = LD_FAILED;
    ld_buffer_init(&stopwords);
    if (!bench || !names) {
        ld_no_memory();
    } else {
        set_up(bench, settings, &corpus);
        ld_corpus_init(&corpus, bench->task);
        status = set_rows(bench, names);
        if (status == LD_DONE) status = ld_use_files(settings, &stopwords) ? run(bench) : LD_FAILED;
        ld_corpus_free(&corpus);
    }
    ld_buffer_free(&stopwords);
    free(names);
    free(bench);
    return status;
}
