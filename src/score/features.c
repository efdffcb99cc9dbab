/* features.c - see features.def for each feature's formula and source. In: the index. Out: a matrix, one row a unit.
 * Sums run in term and sentence order, so that they are the same everywhere. Linear in the tokens. */
#include "score/features.h"

#include <math.h>
#include <string.h>

#include "model/index.h"
#include "model/opener.h"
#include "score/query.h"
#include "score/terms.h"

const char *const ld_feature_names[LD_WEIGHT_COUNT + 1] = {
#define FEATURE(name) [LD_F_##name] = #name,
#define TERM(name) [LD_F_##name] = #name,
#include "score/features.def"
#undef FEATURE
#undef TERM
};

enum { BRIEF = 8 };

struct work {
    const struct lede_document *doc;
    struct ld_survey survey;
    double *title, *query; /* [V] idf of their terms; NULL where they have none */
    double title_sum, query_sum;
    double sum_square; /* squared length of the sums of terms */
};

static double mark_terms(const struct lede_document *doc, double *mark, const uint32_t *terms, uint32_t count) {
    double sum = 0;
    for (uint32_t i = 0; i < count; i++)
        if (mark[terms[i]] == 0) sum += mark[terms[i]] = doc->terms[terms[i]].idf;
    return sum;
}

static void find_query(struct ld_arena *arena, struct work *work, const lede_summary_options *options) {
    uint32_t count;
    const uint32_t *terms = ld_query_terms(arena, work->doc, options, &count);
    if (!count) return;
    work->query = ld_arena_array(arena, work->doc->term_count, sizeof *work->query);
    work->query_sum = mark_terms(work->doc, work->query, terms, count);
}

static void start(struct ld_arena *arena, struct work *work, const double *weights) {
    const struct lede_document *doc = work->doc;
    ld_survey(arena, doc, &work->survey);
    ld_term_worth(doc, &work->survey, weights);
    if (doc->title_term_count) {
        work->title = ld_arena_array(arena, doc->term_count, sizeof *work->title);
        work->title_sum = mark_terms(doc, work->title, doc->title_terms, doc->title_term_count);
    }
}

static double cosine(double dot, double square_a, double square_b) {
    return square_a > 0 && square_b > 0 ? dot / sqrt(square_a * square_b) : 0;
}

/* The share of the marks' sum that a sentence has. */
static double share_of(const struct work *work, const struct ld_sentence *sentence, const double *mark, double sum) {
    const struct ld_content *contents = work->doc->contents + sentence->first_content;
    double found = 0;
    if (!(sum > 0)) return 0;
    for (uint32_t c = 0; c < sentence->content_count; c++) found += mark[contents[c].term];
    return found / sum;
}

/* What the terms of a sentence say. Its vector has the idf of each distinct term. */
static void term_features(struct work *work, const struct ld_sentence *sentence, double *row) {
    const struct ld_content *contents = work->doc->contents + sentence->first_content;
    const uint32_t distinct = sentence->content_count;
    double square = 0, with_all = 0, with_before = 0, weights = 0, worth = 0, sum_square = work->sum_square;
    for (uint32_t c = 0; c < distinct; c++) {
        struct ld_use *term = &work->survey.uses[contents[c].term];
        weights += term->weight;
        square += term->idf * term->idf;
        with_all += term->idf * term->weight;
        with_before += term->idf * term->sum;
        worth += term->worth;
        sum_square += term->idf * (2 * term->sum + term->idf);
        term->sum += term->idf;
    }
    row[LD_F_worth] = worth;
    row[LD_F_centroid] = cosine(with_all, square, work->survey.total_square);
    row[LD_F_before] = cosine(with_before, square, work->sum_square);
    row[LD_F_after] = cosine(with_all - with_before - square, square, work->survey.total_square);
    row[LD_F_title] = share_of(work, sentence, work->title, work->title_sum);
    row[LD_F_query] = share_of(work, sentence, work->query, work->query_sum);
    row[LD_F_tfidf] = distinct ? weights / distinct / work->survey.mean_weight : 0;
    row[LD_F_novelty] = distinct ? (double)sentence->fresh / distinct : 0;
    work->sum_square = sum_square;
}

static void form_features(const struct lede_document *doc, const struct ld_sentence *sentence,
                          const struct ld_marks *marks, double *row) {
    row[LD_F_words] = sentence->columns / 20.0;
    row[LD_F_brief] = sentence->columns < BRIEF;
    row[LD_F_quoted] = marks->quoted;
    row[LD_F_opens_quote] = marks->opens_quote;
    row[LD_F_question] = marks->question;
    row[LD_F_unfinished] = !marks->finished;
    row[LD_F_unbalanced] = !marks->balanced;
    const double tokens = sentence->token_count ? sentence->token_count : 1;
    row[LD_F_numbers] = sentence->numbers / tokens;
    row[LD_F_stop_words] = sentence->stops / tokens;
    const uint32_t opener = ld_opener_facts(doc, sentence);
    row[LD_F_pronoun] = opener / LD_PRONOUN % 2;
    row[LD_F_connective] = opener / LD_CONNECTIVE % 2;
}

void ld_features_each(struct ld_arena *arena, const struct lede_document *doc, const lede_summary_options *options,
                      const double *weights, ld_features_use *use, void *context) {
    struct work work = {.doc = doc};
    start(arena, &work, weights);
    find_query(arena, &work, options);
    uint32_t place = 0;
    for (uint32_t s = 0; s < doc->sentence_count; s++) {
        const struct ld_sentence *sentence = &doc->sentences[s];
        double row[LD_FEATURE_COUNT]; /* all of which is set below */
        if (!ld_is_indexed(doc, sentence)) continue;
        row[LD_F_first] = place == 0;
        row[LD_F_depth] = (double)place / work.survey.candidates;
        row[LD_F_position] = -work.survey.logs[++place];
        term_features(&work, sentence, row);
        form_features(doc, sentence, &work.survey.marks[s], row);
        use(context, s, row);
    }
}

static void keep(void *context, uint32_t sentence, const double *row) {
    memcpy((double *)context + (size_t)sentence * LD_FEATURE_COUNT, row, LD_FEATURE_COUNT * sizeof *row);
}

double *ld_features(struct ld_arena *arena, const struct lede_document *doc, const lede_summary_options *options,
                    const double *weights) {
    double *matrix = ld_arena_array(arena, doc->sentence_count, LD_FEATURE_COUNT * sizeof *matrix);
    ld_features_each(arena, doc, options, weights, keep, matrix);
    return matrix;
}
