/* bench_run.c - a corpus and the rows asked for in; each row's candidates, scores, intervals and significance out.
 * A document is read once for all rows; one that cannot be summarised is a problem, and left out of every row. */
#include <math.h>
#include <string.h>

#include "base/unicode.h"
#include "cli/cli.h"
#include "eval/significance.h"

enum { PREFIX = 60 }; /* characters of the baseline for headlines */

struct running { /* what is worked on under ld_arena_run, and what must be freed behind it */
    struct ld_bench *bench;
    struct ld_rouge *rouge;
    struct ld_progress progress;
    lede_document *document;
    lede_summary *summary;
    struct ld_arena scratch;          /* of one document */
    struct ld_buffer text;            /* of the candidate under work */
    const struct ld_example *example; /* under work */
    lede_status status;               /* of the library's last call */
    double read_seconds;              /* for reading the document */
};

/* ---- candidates: each appends to running->text; false: the library said no ---- */

static uint64_t seed_of(uint64_t seed, uint32_t document) { /* else random would draw the same places each time */
    return seed + UINT64_C(0x9E3779B97F4A7C15) * document;
}

/* Sentences that open with a pronoun or connective while the one before is not in the summary. */
static void count_dangling(const struct running *r, lede_part part, struct ld_bench_row *row) {
    size_t before = SIZE_MAX; /* the unit of the pick before */
    lede_pick pick;
    lede_unit unit;
    for (size_t i = 0; lede_summary_pick(r->summary, part, i, &pick) == LEDE_OK; i++, before = pick.unit) {
        row->picked++;
        if (!pick.unit || before == pick.unit - 1) continue;
        lede_document_unit(r->document, pick.unit, &unit);
        row->dangling += unit.leans_back != 0;
    }
}

static bool summarize(struct running *r, struct ld_bench_row *row, uint32_t document) {
    static const lede_part parts[] = {LEDE_SUMMARY, LEDE_HEADLINE, LEDE_BULLETS}; /* by enum ld_task */
    lede_part part = parts[r->bench->task];
    lede_summary_options options = r->bench->settings->summary;
    options.method = row->name;
    options.parts = part;
    options.seed = seed_of(options.seed, document);
    r->status = lede_summary_new(r->document, &options, &r->summary);
    for (size_t i = 0; i < lede_summary_count(r->summary, part); i++) {
        lede_pick pick;
        lede_summary_pick(r->summary, part, i, &pick);
        if (i) ld_buffer_byte(&r->text, '\n');
        ld_buffer_put(&r->text, pick.text, pick.text_length);
    }
    count_dangling(r, part, row);
    lede_summary_free(r->summary);
    r->summary = NULL;
    return r->status == LEDE_OK;
}

/* The first sentence up to the last word that ends within PREFIX characters. */
static void put_prefix(struct running *r) {
    lede_unit first;
    ld_bench_find_sentences(r->document, &first, 1);
    ld_bench_put_folded(&r->text, first.text, first.length);
    if (r->text.failed || ld_utf8_count(r->text.bytes, r->text.length) <= PREFIX) return;
    size_t keep = 0, at = 0;
    for (uint32_t n = 0; n <= PREFIX; n++) {
        unsigned size;
        if (r->text.bytes[at] == ' ') keep = at;
        ld_utf8_decode(r->text.bytes + at, r->text.bytes + r->text.length, &size);
        if (n < PREFIX) at += size;
    }
    r->text.length = keep ? keep : at;
}

static void put_oracle(struct ld_arena *scratch, void *context) {
    struct running *r = context;
    struct ld_bench_oracle oracle;
    ld_bench_find_oracle(scratch, r->bench, r->document, r->example, &oracle);
    for (uint32_t i = 0; i < oracle.count; i++) {
        if (!oracle.chosen[i]) continue;
        if (r->text.length) ld_buffer_byte(&r->text, '\n');
        ld_buffer_put(&r->text, oracle.sentences[i].bytes, oracle.sentences[i].length);
    }
}

/* ---- one document ---- */

static bool read_document(struct running *r) {
    const struct ld_example *e = r->example;
    const struct ld_record record = {.text = {e->text.bytes, e->text.length},
                                     .title = {e->title.bytes, e->title.length},
                                     .language = {e->language.bytes, e->language.length}};
    double start = ld_seconds();
    r->status = ld_make_document(r->bench->settings, &record, &r->document);
    r->read_seconds = ld_seconds() - start;
    return r->status == LEDE_OK;
}

static bool make_candidate(struct ld_arena *arena, struct running *r, struct ld_bench_row *row, uint32_t number) {
    double start = ld_seconds();
    bool ok = true;
    r->text.length = 0;
    if (row->kind == LD_ROW_METHOD) ok = summarize(r, row, number);
    if (row->kind == LD_ROW_PREFIX) put_prefix(r);
    if (row->kind == LD_ROW_ORACLE && !ld_arena_run(&r->scratch, put_oracle, r)) ld_arena_fail(arena);
    ld_arena_free(&r->scratch);
    if (r->text.failed) ld_arena_fail(arena);
    row->seconds += r->read_seconds + ld_seconds() - start;
    row->candidates[number] =
        (struct ld_text){ld_arena_string(arena, r->text.length ? r->text.bytes : "", r->text.length), r->text.length};
    return ok;
}

static void score(struct running *r, struct ld_bench_row *row, uint32_t number) {
    const struct ld_example *example = r->example;
    struct ld_score scores[LD_BENCH_METRICS];
    double *to = row->scores + (size_t)number * LD_BENCH_COLUMNS;
    ld_rouge_score(r->rouge, row->candidates[number], example->references, example->count, scores, NULL);
    for (int m = 0; m < LD_BENCH_METRICS; m++) {
        to[m * LD_BENCH_PLACES + LD_PLACE_P] = scores[m].p;
        to[m * LD_BENCH_PLACES + LD_PLACE_R] = scores[m].r;
        to[m * LD_BENCH_PLACES + LD_PLACE_F] = scores[m].f;
    }
    row->words[number] = ld_bench_count_words(row->candidates[number]);
}

/* Does ROUGE see most of the references? It knows the letters a to z and digits, in either flavour. */
static bool is_scorable(const struct ld_example *example) {
    size_t seen = 0, unseen = 0;
    for (uint32_t i = 0; i < example->count; i++)
        for (const char *at = example->references[i].bytes, *end = at + example->references[i].length; at < end;) {
            unsigned size;
            enum ld_class class = ld_class_of(ld_utf8_decode(at, end, &size));
            if (class == LD_LETTER || class == LD_DIGIT) *(size == 1 ? &seen : &unseen) += 1;
            at += size;
        }
    return seen > unseen;
}

static void keep_problem(struct ld_arena *arena, struct running *r) {
    struct ld_corpus *corpus = r->bench->corpus;
    LD_ARENA_ROOM(arena, corpus->problems, corpus->problem_count, corpus->problem_capacity);
    corpus->problems[corpus->problem_count++] =
        (struct ld_problem){r->example->file, lede_status_message(r->status), r->example->line};
}

static void work_on_example(struct ld_arena *arena, struct running *r) {
    struct ld_bench *bench = r->bench;
    uint32_t number = bench->count;
    bool files = bench->rows[0].kind == LD_ROW_FILE, ok = files || read_document(r);
    for (uint32_t i = 0; i < bench->row_count && ok && !files; i++)
        ok = make_candidate(arena, r, &bench->rows[i], number);
    lede_document_free(r->document);
    r->document = NULL;
    if (!ok && r->status == LEDE_ERROR_MEMORY) ld_arena_fail(arena);
    if (!ok) {
        keep_problem(arena, r);
        return;
    }
    for (uint32_t i = 0; i < bench->row_count; i++) score(r, &bench->rows[i], number);
    bench->unscorable += !is_scorable(r->example);
    bench->examples[bench->count++] = r->example;
}

/* ---- all of them ---- */

static void aggregate(struct ld_arena *arena, struct ld_bench *bench) {
    static const uint32_t columns[LD_BENCH_METRICS] = {2, 5, 8}; /* F of each */
    uint64_t seed = bench->settings->summary.seed;
    for (uint32_t i = 0; i < bench->row_count; i++) {
        struct ld_bench_row *row = &bench->rows[i];
        struct ld_interval words;
        ld_resample(arena, row->scores, bench->count, LD_BENCH_COLUMNS, NULL,
                    (struct ld_resampling){bench->resamples, seed, false}, row->totals);
        ld_resample(arena, row->words, bench->count, 1, NULL, (struct ld_resampling){0}, &words);
        row->mean_words = words.mean;
        if (!i) continue;
        ld_randomization(arena, bench->rows[0].scores, row->scores, bench->count, LD_BENCH_COLUMNS, columns,
                         LD_BENCH_METRICS, bench->trials, seed, row->p);
    }
}

static void work(struct ld_arena *arena, void *context) {
    struct running *r = context;
    struct ld_bench *bench = r->bench;
    uint32_t all = bench->corpus->count;
    r->rouge = ld_rouge_new(arena, &bench->rouge);
    bench->examples = ld_arena_array(arena, all, sizeof(struct ld_example *));
    for (uint32_t i = 0; i < bench->row_count; i++) {
        struct ld_bench_row *row = &bench->rows[i];
        if (!row->candidates) row->candidates = ld_arena_array(arena, all, sizeof *row->candidates);
        row->scores = ld_arena_array(arena, (size_t)all * LD_BENCH_COLUMNS, sizeof *row->scores);
        row->words = ld_arena_array(arena, all, sizeof *row->words);
    }
    for (uint32_t i = 0; i < all; i++) {
        r->example = &bench->corpus->examples[i];
        work_on_example(arena, r);
        ld_progress_step(&r->progress);
    }
    if (bench->count) aggregate(arena, bench);
}

bool ld_bench_run(struct ld_bench *bench) {
    struct running r = {.bench = bench};
    lede_cache_new(&bench->settings->document.cache); /* without one, where there is no memory */
    ld_buffer_init(&r.text);
    ld_arena_init(&r.scratch);
    ld_progress_start(&r.progress, bench->settings, bench->corpus->count);
    bool done = ld_arena_run(&bench->corpus->arena, work, &r);
    ld_progress_end(&r.progress);
    lede_summary_free(r.summary);
    lede_document_free(r.document);
    ld_arena_free(&r.scratch);
    ld_buffer_free(&r.text);
    lede_cache_free(bench->settings->document.cache);
    bench->settings->document.cache = NULL;
    return done;
}
