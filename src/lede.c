/* lede.c - the public functions of documents and summaries: arguments checked, options filled up, stages called.
 * Rendering's are in render/render.c. */
#include "lede.h"

#include <stdlib.h>
#include <string.h>

#include "lang/language.h"
#include "model/doc.h"
#include "model/opener.h"
#include "pick/summary.h"
#include "score/method.h"
#include "score/weights.h"

/* Options of an older caller are shorter: what it does not know has its default. */
#define COPY_OPTIONS(to, from, init)                                                                                   \
    do {                                                                                                               \
        init(&(to));                                                                                                   \
        if (from) memcpy(&(to), (from), (from)->size < sizeof(to) ? (from)->size : sizeof(to));                        \
    } while (0)

const char *lede_status_message(lede_status status) {
    switch (status) {
    case LEDE_OK: return "no error";
    case LEDE_ERROR_MEMORY: return "out of memory";
    case LEDE_ERROR_ARGUMENT: return "an argument is missing or out of range";
    case LEDE_ERROR_EMPTY: return "nothing to summarise: the text has no words";
    case LEDE_ERROR_TOO_LARGE: return "the text is longer than 4 GiB";
    case LEDE_ERROR_LANGUAGE: return "unknown language";
    case LEDE_ERROR_METHOD: return "unknown method";
    case LEDE_ERROR_FORMAT: return "unknown format";
    case LEDE_ERROR_TABLE: return "the idf table is damaged, or none";
    case LEDE_ERROR_WEIGHTS: return "the table of weights has a bad line";
    case LEDE_ERROR_PROFILE: return "unknown profile";
    }
    return "unknown status";
}

const char *lede_version(void) { return LEDE_VERSION; }

const char *const *lede_languages(void) {
    static const char *const codes[] = {
#define LANGUAGE(code, name, stemmer, frequencies) #code,
#include "lang/languages.def"
#undef LANGUAGE
        "und", NULL};
    return codes;
}

const char *const *lede_methods(void) {
    static const char *const names[] = {
#define METHOD(name, function, picking, about) name,
#include "score/methods.def"
#undef METHOD
        NULL};
    return names;
}

const char *lede_language_name(const char *code) {
    const struct ld_language *language = code ? ld_language_find(code) : NULL;
    return language ? language->name : NULL;
}

const char *lede_method_about(const char *name) {
    const struct ld_method *method = name ? ld_method_find(name) : NULL;
    return method ? method->about : NULL;
}

/* ---- document ---------------------------------------------------------------------------------------------------- */

void lede_document_options_init(lede_document_options *options) {
    if (options) *options = (lede_document_options){.size = sizeof *options, .language = "auto"};
}

lede_status lede_document_new(const char *text, size_t length, const lede_document_options *options,
                              lede_document **document) {
    lede_document_options all;
    if (!document) return LEDE_ERROR_ARGUMENT;
    *document = NULL;
    if (!text && length) return LEDE_ERROR_ARGUMENT;
    COPY_OPTIONS(all, options, lede_document_options_init);
    if (length >= UINT32_MAX || all.title_length >= UINT32_MAX) return LEDE_ERROR_TOO_LARGE;
    return ld_document_build(text ? text : "", length, &all, document);
}

void lede_document_free(lede_document *document) {
    if (!document) return;
    ld_arena_free(&document->arena);
    free(document);
}

const char *lede_document_language(const lede_document *document) {
    return document ? document->language->code : "und";
}

const char *lede_document_title(const lede_document *document) { return document ? document->title : ""; }

void lede_document_counts(const lede_document *document, lede_counts *counts) {
    if (!counts) return;
    *counts = (lede_counts){0};
    if (!document) return;
    *counts = (lede_counts){document->length, 0, document->body_count, document->sentence_count};
    for (uint32_t s = 0; s < document->sentence_count; s++) counts->words += document->sentences[s].columns;
}

lede_status lede_document_unit(const lede_document *document, size_t index, lede_unit *unit) {
    if (!unit) return LEDE_ERROR_ARGUMENT;
    *unit = (lede_unit){0};
    if (!document || index >= document->sentence_count) return LEDE_ERROR_ARGUMENT;
    const struct ld_sentence *sentence = &document->sentences[index];
    *unit = (lede_unit){document->text + sentence->span.offset, sentence->span.offset, sentence->span.length,
                        ld_kind_name(sentence->kind), ld_leans_back(document, sentence)};
    return LEDE_OK;
}

/* ---- summary ----------------------------------------------------------------------------------------------------- */

void lede_summary_options_init(lede_summary_options *options) {
    if (options) *options = (lede_summary_options){.size = sizeof *options, .method = "lede"};
}

enum { ARENA_A_BYTE = 24 }; /* bytes of arena for one of a document's text, or a few more */

struct summarizing {
    const struct lede_document *doc;
    const lede_summary_options *options;
    const struct ld_method *method;
    struct lede_summary *summary;
};

static void summarize(struct ld_arena *arena, void *context) {
    const struct summarizing *work = context;
    const struct lede_document *doc = work->doc;
    struct lede_summary *summary = work->summary;
    struct ld_scores scores = {.score = ld_arena_array(arena, doc->sentence_count, sizeof *scores.score)};
    const unsigned usual = LEDE_HEADLINE | LEDE_SUMMARY | LEDE_BULLETS | LEDE_KEYWORDS;
    const unsigned parts = work->options->parts ? work->options->parts : usual;
    const struct ld_arena_mark mark = ld_arena_mark(arena);
    if (parts & ~(unsigned)LEDE_KEYWORDS || work->options->profile)
        work->method->score(arena, doc, work->options, &scores);
    if (!scores.shares) ld_arena_release(arena, mark); /* they stand among what it needed for a while */
    summary->scores = scores.score;
    summary->shares = scores.shares;
    summary->feature_names = scores.feature_names;
    summary->feature_count = scores.feature_count;
    summary->profile = scores.profile;
    if (parts & LEDE_SUMMARY)
        ld_pick_sentences(arena, doc, scores.score, work->method->picking, work->options, &summary->sentences,
                          &summary->over_budget);
    struct ld_units units;
    if (parts & (LEDE_HEADLINE | LEDE_BULLETS | LEDE_BLURB | LEDE_HEADLINES)) {
        ld_units_init(arena, doc, scores.score, work->options, &units);
        ld_pick_headline(arena, &units, work->options, &summary->headline, &summary->headlines);
    }
    if (parts & LEDE_BULLETS) ld_pick_bullets(arena, &units, work->options, &summary->headline, &summary->bullets);
    if (parts & LEDE_BLURB)
        ld_pick_blurb(arena, &units, work->options, &summary->headline, &summary->blurb, &summary->over_budget);
    ld_apply_case(arena, doc, work->options->letter_case, &summary->headline);
    ld_apply_case(arena, doc, work->options->letter_case, &summary->headlines);
    if (parts & LEDE_KEYWORDS) ld_pick_keywords(arena, doc, work->options, &summary->keywords);
    summary->unit_count = doc->sentence_count;
    summary->spans = ld_arena_alloc(arena, doc->sentence_count * sizeof *summary->spans);
    for (uint32_t s = 0; s < doc->sentence_count; s++) summary->spans[s] = doc->sentences[s].span;
}

static bool lengths_are_valid(const lede_summary_options *options) {
    int given = (options->sentences > 0) + (options->words > 0) + (options->characters > 0) + (options->ratio != 0);
    return given <= 1 && options->ratio >= 0 && options->ratio <= 100;
}

static bool weights_are_valid(const lede_summary_options *options) {
    struct ld_weights weights;
    struct ld_weights_problem problem;
    return !options->weights || ld_weights_read(options->weights, options->weights_length, &weights, &problem);
}

lede_status lede_summary_new(const lede_document *document, const lede_summary_options *options,
                             lede_summary **summary) {
    lede_summary_options all;
    if (!summary) return LEDE_ERROR_ARGUMENT;
    *summary = NULL;
    COPY_OPTIONS(all, options, lede_summary_options_init);
    if (!document || !lengths_are_valid(&all)) return LEDE_ERROR_ARGUMENT;
    if (all.query_length >= UINT32_MAX) return LEDE_ERROR_TOO_LARGE;
    struct summarizing work = {document, &all, ld_method_find(all.method ? all.method : "lede"), NULL};
    if (!work.method) return LEDE_ERROR_METHOD;
    if (ld_profile_find(all.profile, document) == LD_PROFILE_COUNT) return LEDE_ERROR_PROFILE;
    if (!weights_are_valid(&all)) return LEDE_ERROR_WEIGHTS;
    work.summary = malloc(sizeof *work.summary);
    if (!work.summary) return LEDE_ERROR_MEMORY;
    *work.summary = (struct lede_summary){0};
    ld_arena_expect(&work.summary->arena, ARENA_A_BYTE * (size_t)document->length);
    if (!ld_arena_run(&work.summary->arena, summarize, &work)) {
        lede_summary_free(work.summary);
        return LEDE_ERROR_MEMORY;
    }
    *summary = work.summary;
    return LEDE_OK;
}

void lede_summary_free(lede_summary *summary) {
    if (!summary) return;
    ld_arena_free(&summary->arena);
    free(summary);
}

static const struct ld_picks *picks_of(const lede_summary *summary, lede_part part) {
    switch (part) {
    case LEDE_HEADLINE: return &summary->headline;
    case LEDE_SUMMARY: return &summary->sentences;
    case LEDE_BULLETS: return &summary->bullets;
    case LEDE_KEYWORDS: return &summary->keywords;
    case LEDE_BLURB: return &summary->blurb;
    case LEDE_HEADLINES: return &summary->headlines;
    default: return NULL;
    }
}

size_t lede_summary_count(const lede_summary *summary, lede_part part) {
    const struct ld_picks *picks = summary ? picks_of(summary, part) : NULL;
    return picks ? picks->count : 0;
}

lede_status lede_summary_pick(const lede_summary *summary, lede_part part, size_t index, lede_pick *pick) {
    if (!pick) return LEDE_ERROR_ARGUMENT;
    *pick = (lede_pick){0};
    if (index >= lede_summary_count(summary, part)) return LEDE_ERROR_ARGUMENT;
    const struct ld_pick *from = &picks_of(summary, part)->items[index];
    struct ld_span span = summary->spans[from->unit];
    *pick = (lede_pick){from->text, from->text_length, from->unit, span.offset, span.length, from->score};
    return LEDE_OK;
}

int lede_summary_over_budget(const lede_summary *summary) { return summary ? summary->over_budget : 0; }

size_t lede_summary_feature_count(const lede_summary *summary) { return summary ? summary->feature_count : 0; }

const char *lede_summary_feature_name(const lede_summary *summary, size_t feature) {
    return feature < lede_summary_feature_count(summary) ? summary->feature_names[feature] : NULL;
}

double lede_summary_feature_share(const lede_summary *summary, size_t unit, size_t feature) {
    if (!summary || !summary->shares || unit >= summary->unit_count || feature >= summary->feature_count) return 0;
    return summary->shares[unit * summary->feature_count + feature];
}

double lede_summary_score(const lede_summary *summary, size_t unit) {
    return summary && unit < summary->unit_count ? summary->scores[unit] : 0;
}
