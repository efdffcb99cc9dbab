/* features.c - see features.def for each feature's formula and source. In: the index. Out: a matrix, one row a unit.
 * Sums run in term and sentence order, so that they are the same everywhere. Linear in the tokens. */
#include "score/features.h"

#include <math.h>
#include <string.h>

#include "model/index.h"
#include "model/opener.h"
#include "text/marks.h"

const char *const ld_feature_names[LD_FEATURE_COUNT] = {
#define FEATURE(name) [LD_F_##name] = #name,
#include "score/features.def"
#undef FEATURE
};

enum { TOP_TERMS = 12, BRIEF = 8, LONG = 35 };

struct work {
    const struct lede_document *doc;
    double *weight;   /* [V] sentences that have it x idf, 0 for terms that do not count */
    double *sum;      /* [V] sum of the vectors of the sentences seen so far */
    double *in_first; /* [V] vector of the first sentence */
    double *top;      /* [V] weight of the heaviest terms, 0 for the others */
    double *title, *query; /* [V] idf of their terms */
    double top_sum, title_sum, query_sum, mean_weight;
    double total_square, sum_square, first_square; /* squared lengths of weight, sum and in_first */
    uint32_t *seen; /* [V] sentence + 1 that had the term last */
    uint32_t candidates;
};

static const struct ld_term *term_at(const struct lede_document *doc, uint32_t token) {
    return &doc->terms[ld_token_word(doc, token)->term];
}

static void find_top_terms(struct work *work) {
    double least = 0; /* the lightest of the heaviest */
    double best[TOP_TERMS] = {0};
    for (uint32_t v = 0; v < work->doc->term_count; v++) {
        double weight = work->weight[v];
        if (weight <= best[TOP_TERMS - 1]) continue;
        int i = TOP_TERMS - 1;
        for (; i && best[i - 1] < weight; i--) best[i] = best[i - 1];
        best[i] = weight;
    }
    least = best[TOP_TERMS - 1];
    for (uint32_t v = 0; v < work->doc->term_count; v++)
        if (work->weight[v] > 0 && work->weight[v] >= least) work->top_sum += work->top[v] = work->weight[v];
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
            if (work->doc->terms[word->term].counts) work->query_sum += mark_terms(work->doc, work->query, &word->term, 1);
        }
}

static void start(struct ld_arena *arena, struct work *work) {
    const struct lede_document *doc = work->doc;
    size_t terms = doc->term_count;
    work->weight = ld_arena_array(arena, terms, sizeof *work->weight);
    work->sum = ld_arena_array(arena, terms, sizeof *work->sum);
    work->in_first = ld_arena_array(arena, terms, sizeof *work->in_first);
    work->top = ld_arena_array(arena, terms, sizeof *work->top);
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
    find_top_terms(work);
    work->title_sum = mark_terms(doc, work->title, doc->title_terms, doc->title_term_count);
}

static double cosine(double dot, double square_a, double square_b) {
    return square_a > 0 && square_b > 0 ? dot / sqrt(square_a * square_b) : 0;
}

/* What the terms of a sentence say. Its vector has the idf of each distinct term. */
static void term_features(struct work *work, uint32_t s, double *row) {
    const struct lede_document *doc = work->doc;
    const struct ld_sentence *sentence = &doc->sentences[s];
    const bool is_first = work->sum_square == 0;
    double square = 0, with_all = 0, with_before = 0, with_first = 0, weights = 0, before_square = work->sum_square;
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
        with_first += term->idf * work->in_first[v];
        row[LD_F_top_terms] += work->top[v];
        row[LD_F_title] += work->title[v];
        row[LD_F_query] += work->query[v];
        work->sum_square += term->idf * (2 * work->sum[v] + term->idf);
        work->sum[v] += term->idf;
        if (is_first) work->in_first[v] = term->idf;
    }
    if (is_first) work->first_square = square;
    row[LD_F_centroid] = cosine(with_all, square, work->total_square);
    row[LD_F_lead] = is_first ? 0 : cosine(with_first, square, work->first_square);
    row[LD_F_before] = cosine(with_before, square, before_square);
    row[LD_F_after] = cosine(with_all - with_before - square, square, work->total_square);
    if (!distinct) return;
    row[LD_F_tfidf] = weights / distinct / work->mean_weight;
    row[LD_F_novelty] = (double)fresh / distinct;
    if (work->top_sum > 0) row[LD_F_top_terms] /= work->top_sum;
    if (work->title_sum > 0) row[LD_F_title] /= work->title_sum;
    if (work->query_sum > 0) row[LD_F_query] /= work->query_sum;
}

static void token_features(const struct lede_document *doc, const struct ld_sentence *sentence, double *row) {
    double numbers = 0, names = 0, stops = 0;
    for (uint32_t t = 0; t < sentence->token_count; t++) {
        const struct ld_token *token = &doc->tokens[sentence->first_token + t];
        uint32_t facts = doc->words[token->word].facts;
        numbers += (token->flags & LD_NUMERIC) != 0;
        names += t && (token->flags & LD_CAPITAL) && !(facts & LD_STOP);
        stops += (facts & LD_STOP) != 0;
        if (facts & LD_SAY) row[LD_F_says] = 1;
    }
    if (!sentence->token_count) return;
    row[LD_F_numbers] = numbers / sentence->token_count;
    row[LD_F_names] = names / sentence->token_count;
    row[LD_F_stop_words] = stops / sentence->token_count;
    uint32_t opener = ld_opener_facts(doc, sentence, NULL);
    row[LD_F_pronoun] = (opener & LD_PRONOUN) != 0;
    row[LD_F_connective] = (opener & LD_CONNECTIVE) != 0;
}

static void form_features(const struct lede_document *doc, const struct ld_sentence *sentence, double *row) {
    struct ld_marks marks = ld_marks_read(doc->text, sentence->span);
    row[LD_F_opening] = sentence->opens;
    row[LD_F_length] = log(1.0 + sentence->columns);
    row[LD_F_brief] = sentence->columns < BRIEF;
    row[LD_F_long] = sentence->columns > LONG ? (sentence->columns - LONG) / 10.0 : 0;
    row[LD_F_quoted] = marks.quoted;
    row[LD_F_opens_quote] = marks.opens_quote;
    row[LD_F_question] = marks.question;
    row[LD_F_unfinished] = !marks.finished;
}

double *ld_features(struct ld_arena *arena, const struct lede_document *doc, const char *query, size_t query_length) {
    struct work work = {.doc = doc};
    double *matrix = ld_arena_array(arena, (size_t)doc->sentence_count * LD_FEATURE_COUNT, sizeof *matrix);
    start(arena, &work);
    find_query(&work, query, query_length);
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
