/* features.c - see features.def for each feature's formula and source. In: the index. Out: a matrix, one row a unit.
 * Sums run in term and sentence order, so that they are the same everywhere. Linear in the tokens. */
#include "score/features.h"

#include <math.h>
#include <string.h>

#include "model/index.h"
#include "model/opener.h"
#include "score/terms.h"
#include "text/marks.h"

const char *const ld_feature_names[LD_WEIGHT_COUNT] = {
#define FEATURE(name) [LD_F_##name] = #name,
#define TERM(name) [LD_F_##name] = #name,
#include "score/features.def"
#undef FEATURE
#undef TERM
};

enum { BRIEF = 8 };

struct work {
    const struct lede_document *doc;
    const double *worth;   /* [V] see terms.h */
    double *weight;        /* [V] sentences that have it x idf, 0 for terms that do not count */
    double *sum;           /* [V] sum of the vectors of the sentences seen so far */
    double *title, *query; /* [V] idf of their terms */
    double title_sum, query_sum, mean_weight;
    double total_square, sum_square; /* squared lengths of weight and sum */
    uint32_t *seen;                  /* [V] sentence + 1 that had the term last */
    uint32_t candidates;
};

static const struct ld_term *term_at(const struct lede_document *doc, uint32_t token) {
    return &doc->terms[ld_token_word(doc, token)->term];
}

static double mark_terms(const struct lede_document *doc, double *mark, const uint32_t *terms, uint32_t count) {
    double sum = 0;
    for (uint32_t i = 0; i < count; i++)
        if (mark[terms[i]] == 0) sum += mark[terms[i]] = doc->terms[terms[i]].idf;
    return sum;
}

static void find_query(struct work *work, const char *query, size_t length) {
    struct ld_word_scan scan;
    if (!query) return;
    ld_words_start(&scan, query, (struct ld_span){0, (uint32_t)length}, work->doc->language);
    while (ld_words_next(&scan))
        for (uint32_t w = 0; w < work->doc->word_count; w++) { /* queries are short: no table is kept for them */
            const struct ld_word *word = &work->doc->words[w];
            if (word->length != scan.length || memcmp(word->folded, scan.folded, scan.length)) continue;
            if (work->doc->terms[word->term].counts)
                work->query_sum += mark_terms(work->doc, work->query, &word->term, 1);
        }
}

static void start(struct ld_arena *arena, struct work *work) {
    const struct lede_document *doc = work->doc;
    size_t terms = doc->term_count;
    work->weight = ld_arena_array(arena, terms, sizeof *work->weight);
    work->sum = ld_arena_array(arena, terms, sizeof *work->sum);
    work->title = ld_arena_array(arena, terms, sizeof *work->title);
    work->query = ld_arena_array(arena, terms, sizeof *work->query);
    work->seen = ld_arena_array(arena, terms, sizeof *work->seen);
    double tokens = 0, weights = 0;
    for (uint32_t v = 0; v < terms; v++) {
        const struct ld_term *term = &doc->terms[v];
        if (!term->counts) continue;
        work->weight[v] = term->sentence_frequency * term->idf;
        work->total_square += work->weight[v] * work->weight[v];
        weights += term->sentence_frequency * work->weight[v];
        tokens += term->sentence_frequency;
    }
    work->mean_weight = tokens > 0 ? weights / tokens : 1;
    for (uint32_t s = 0; s < doc->sentence_count; s++) work->candidates += ld_is_indexed(doc, &doc->sentences[s]);
    work->title_sum = mark_terms(doc, work->title, doc->title_terms, doc->title_term_count);
}

static double cosine(double dot, double square_a, double square_b) {
    return square_a > 0 && square_b > 0 ? dot / sqrt(square_a * square_b) : 0;
}

/* What the terms of a sentence say. Its vector has the idf of each distinct term. */
static void term_features(struct work *work, uint32_t s, double *row) {
    const struct lede_document *doc = work->doc;
    const struct ld_sentence *sentence = &doc->sentences[s];
    double square = 0, with_all = 0, with_before = 0, weights = 0, before_square = work->sum_square;
    uint32_t distinct = 0, fresh = 0;
    for (uint32_t t = 0; t < sentence->token_count; t++) {
        const struct ld_term *term = term_at(doc, sentence->first_token + t);
        uint32_t v = (uint32_t)(term - doc->terms);
        if (!term->counts || work->seen[v] == s + 1) continue;
        fresh += !work->seen[v];
        work->seen[v] = s + 1;
        distinct++;
        weights += work->weight[v];
        square += term->idf * term->idf;
        with_all += term->idf * work->weight[v];
        with_before += term->idf * work->sum[v];
        row[LD_F_worth] += work->worth[v];
        row[LD_F_title] += work->title[v];
        row[LD_F_query] += work->query[v];
        work->sum_square += term->idf * (2 * work->sum[v] + term->idf);
        work->sum[v] += term->idf;
    }
    row[LD_F_centroid] = cosine(with_all, square, work->total_square);
    row[LD_F_before] = cosine(with_before, square, before_square);
    row[LD_F_after] = cosine(with_all - with_before - square, square, work->total_square);
    if (!distinct) return;
    row[LD_F_tfidf] = weights / distinct / work->mean_weight;
    row[LD_F_novelty] = (double)fresh / distinct;
    if (work->title_sum > 0) row[LD_F_title] /= work->title_sum;
    if (work->query_sum > 0) row[LD_F_query] /= work->query_sum;
}

static void token_features(const struct lede_document *doc, const struct ld_sentence *sentence, double *row) {
    double numbers = 0, stops = 0;
    for (uint32_t t = 0; t < sentence->token_count; t++) {
        const struct ld_token *token = &doc->tokens[sentence->first_token + t];
        uint32_t facts = doc->words[token->word].facts;
        numbers += (token->flags & LD_NUMERIC) != 0;
        stops += (facts & LD_STOP) != 0;
    }
    if (!sentence->token_count) return;
    row[LD_F_numbers] = numbers / sentence->token_count;
    row[LD_F_stop_words] = stops / sentence->token_count;
    uint32_t opener = ld_opener_facts(doc, sentence, NULL);
    row[LD_F_pronoun] = (opener & LD_PRONOUN) != 0;
    row[LD_F_connective] = (opener & LD_CONNECTIVE) != 0;
}

static void form_features(const struct lede_document *doc, const struct ld_sentence *sentence, double *row) {
    struct ld_marks marks = ld_marks_read(doc->text, sentence->span);
    row[LD_F_words] = sentence->columns / 20.0;
    row[LD_F_brief] = sentence->columns < BRIEF;
    row[LD_F_quoted] = marks.quoted;
    row[LD_F_opens_quote] = marks.opens_quote;
    row[LD_F_question] = marks.question;
    row[LD_F_unfinished] = !marks.finished;
    row[LD_F_unbalanced] = !marks.balanced;
}

double *ld_features(struct ld_arena *arena, const struct lede_document *doc, const lede_summary_options *options,
                    const double *weights) {
    struct work work = {.doc = doc};
    double *matrix = ld_arena_array(arena, (size_t)doc->sentence_count * LD_FEATURE_COUNT, sizeof *matrix);
    start(arena, &work);
    find_query(&work, options->query, options->query_length);
    work.worth = ld_term_worth(arena, doc, weights);
    uint32_t place = 0;
    for (uint32_t s = 0; s < doc->sentence_count; s++) {
        const struct ld_sentence *sentence = &doc->sentences[s];
        double *row = matrix + (size_t)s * LD_FEATURE_COUNT;
        if (!ld_is_indexed(doc, sentence)) continue;
        row[LD_F_position] = -log(1.0 + place);
        row[LD_F_first] = place == 0;
        row[LD_F_depth] = (double)place / work.candidates;
        place++;
        term_features(&work, s, row);
        token_features(doc, sentence, row);
        form_features(doc, sentence, row);
    }
    return matrix;
}
