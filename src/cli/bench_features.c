/* bench_features.c - a corpus in; what the method lede sees of its sentences and terms, and what the references say of
 * them, out: lines of fields parted by tabs, for those who fit weights. See docs/lede.1 for the fields. Leaves alone
 * how weights are fitted. */
#include <string.h>

#include "cli/cli.h"
#include "eval/names.h"
#include "model/index.h"
#include "score/terms.h"
#include "score/weights.h"

struct writing {
    struct ld_bench *bench;
    struct ld_output *output;
    struct ld_rouge *rouge;
    struct ld_weights weights;
    struct ld_arena scratch; /* of one document */
    lede_document *document;
    const struct ld_example *example;
    struct ld_buffer line;
};

enum { DECIMALS = 6 };

/* ---- what references say of terms ---- */

void ld_bench_mark_wanted(struct ld_arena *arena, const lede_document *document, const struct ld_example *example,
                          unsigned char *wanted) {
    struct ld_names stems;
    lede_document_options options;
    lede_document_options_init(&options);
    options.language = lede_document_language(document);
    ld_names_init(&stems, arena);
    for (uint32_t v = 0; v < document->term_count; v++)
        ld_names_add(&stems, ld_stem_of(document, v), document->terms[v].length);
    for (uint32_t r = 0; r < example->count; r++) {
        lede_document *reference;
        const struct ld_text text = example->references[r];
        lede_status status = lede_document_new(text.bytes, text.length, &options, &reference);
        if (status == LEDE_ERROR_MEMORY) ld_arena_fail(arena);
        for (uint32_t t = 0; status == LEDE_OK && t < reference->term_count; t++) {
            uint32_t v = ld_names_find(&stems, ld_stem_of(reference, t), reference->terms[t].length);
            if (v != LD_NO_NAME) wanted[v] = 1; /* stems are distinct: their numbers are those of the terms */
        }
        lede_document_free(reference);
    }
}

/* ---- rows ---- */

static void put_field(struct ld_buffer *line, const char *bytes, size_t length) {
    if (line->length) ld_buffer_byte(line, '\t');
    for (size_t i = 0; i < length; i++) ld_buffer_byte(line, strchr("\t\r\n", bytes[i]) ? ' ' : bytes[i]);
}

static void put_name(struct ld_buffer *line, const char *name) { put_field(line, name, strlen(name)); }

static void put_numbers(struct ld_buffer *line, const double *numbers, unsigned count) {
    for (unsigned i = 0; i < count; i++) {
        ld_buffer_byte(line, '\t');
        ld_buffer_decimal(line, numbers[i], DECIMALS);
    }
}

/* The fields that rows of both kinds begin with. */
static void start_row(struct writing *w, const char *kind) {
    const struct ld_example *e = w->example;
    const char *slash = strrchr(e->file, '/'), *file = slash ? slash + 1 : e->file;
    w->line.length = 0;
    put_name(&w->line, kind);
    put_field(&w->line, e->id.bytes, e->id.length);
    if (e->outlet.length)
        put_field(&w->line, e->outlet.bytes, e->outlet.length);
    else
        put_name(&w->line, file);
}

static void end_row(struct writing *w) {
    ld_buffer_byte(&w->line, '\n');
    if (!w->line.failed) ld_output_put(w->output, w->line.bytes, w->line.length);
}

static void put_sentences(struct ld_arena *arena, struct writing *w) {
    const lede_document *doc = w->document;
    const enum ld_profile profile = ld_profile_find(w->bench->settings->summary.profile, doc);
    const double *matrix = ld_features(arena, doc, &w->bench->settings->summary, w->weights.of[profile]);
    struct ld_bench_oracle oracle;
    uint32_t n = 0;
    ld_bench_find_oracle(arena, w->bench, doc, w->example, &oracle);
    for (uint32_t s = 0; s < doc->sentence_count; s++) {
        struct ld_score scores[LD_BENCH_METRICS];
        if (!ld_is_indexed(doc, &doc->sentences[s])) continue;
        ld_rouge_score(w->rouge, oracle.sentences[n], w->example->references, w->example->count, scores, NULL);
        start_row(w, "sentence");
        ld_buffer_byte(&w->line, '\t');
        ld_buffer_unsigned(&w->line, s);
        ld_buffer_string(&w->line, oracle.chosen[n++] ? "\t1" : "\t0");
        put_numbers(&w->line, (double[]){scores[0].f, scores[1].f}, 2);
        put_numbers(&w->line, matrix + (size_t)s * LD_FEATURE_COUNT, LD_FEATURE_COUNT);
        end_row(w);
    }
}

static void put_terms(struct ld_arena *arena, struct writing *w) {
    const lede_document *doc = w->document;
    struct ld_survey survey;
    unsigned char *wanted = ld_arena_array(arena, doc->term_count, 1);
    ld_survey(arena, doc, &survey);
    const double *matrix = ld_term_features(arena, doc, &survey);
    ld_bench_mark_wanted(arena, doc, w->example, wanted);
    for (uint32_t v = 0; v < doc->term_count; v++) {
        if (!doc->terms[v].sentence_frequency) continue;
        start_row(w, "term");
        put_field(&w->line, ld_stem_of(doc, v), doc->terms[v].length);
        ld_buffer_string(&w->line, wanted[v] ? "\t1" : "\t0");
        put_numbers(&w->line, matrix + (size_t)v * LD_TERM_FEATURES, LD_TERM_FEATURES);
        end_row(w);
    }
}

static void put_heading(struct writing *w, const char *kind, const char *fields, int first, int end) {
    w->line.length = 0;
    ld_buffer_string(&w->line, kind);
    ld_buffer_string(&w->line, fields);
    for (int f = first; f < end; f++) put_name(&w->line, ld_feature_names[f]);
    end_row(w);
}

static void put_document(struct ld_arena *arena, void *context) {
    struct writing *w = context;
    w->rouge = ld_rouge_new(arena, &w->bench->rouge);
    put_sentences(arena, w);
    put_terms(arena, w);
}

/* ---- all of them ---- */

static bool do_example(struct writing *w) {
    const struct ld_example *e = w->example;
    const struct ld_record record = {.text = {e->text.bytes, e->text.length},
                                     .title = {e->title.bytes, e->title.length},
                                     .language = {e->language.bytes, e->language.length}};
    lede_status status = ld_make_document(w->bench->settings, &record, &w->document);
    bool ok = status == LEDE_OK && ld_arena_run(&w->scratch, put_document, w);
    ld_arena_free(&w->scratch);
    lede_document_free(w->document);
    if (status != LEDE_OK && status != LEDE_ERROR_MEMORY)
        return ld_corpus_add_problem(w->bench->corpus, e->file, e->line, lede_status_message(status));
    w->bench->count += ok;
    return ok;
}

bool ld_bench_write_features(struct ld_bench *bench, struct ld_output *output) {
    struct writing w = {.bench = bench, .output = output, .weights = ld_own_weights};
    const lede_summary_options *options = &bench->settings->summary;
    struct ld_weights_problem problem;
    if (options->weights) ld_weights_read(options->weights, options->weights_length, &w.weights, &problem);
    ld_arena_init(&w.scratch);
    ld_buffer_init(&w.line);
    put_heading(&w, "sentence", "\tdocument\toutlet\tunit\toracle\trouge1\trouge2", 0, LD_FEATURE_COUNT);
    put_heading(&w, "term", "\tdocument\toutlet\tstem\treference", LD_FEATURE_COUNT, LD_WEIGHT_COUNT);
    bool ok = true;
    for (uint32_t i = 0; i < bench->corpus->count && ok && !ld_output_over(output); i++) {
        w.example = &bench->corpus->examples[i];
        ok = do_example(&w);
    }
    ok = ok && !w.line.failed;
    ld_buffer_free(&w.line);
    return ok;
}
