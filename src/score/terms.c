/* terms.c - see terms.h. In: the index and weights. Out: the worth of each term.
 *
 * The probability that a reference summary has a term is estimated by logistic regression on where, how often and how
 * the term stands in the text, as Hong & Nenkova, "Improving the estimation of word importance for news multi-document
 * summarization" (2014) do. What most terms have anyway (COMMON) is taken off, so that a sentence of many indifferent
 * terms is worth nothing (as in the concept weights of Gillick & Favre 2009, rare concepts are left out). */
#include "score/terms.h"

#include <math.h>

#include "model/index.h"

static const double common = 0.1;    /* share of a news text's content terms that its reference has, about */
static const double hopeless = -2.2; /* a sum that gives less: 1 / (1 + exp(2.2)) is 0.0998 */

#define OF_TERM(name) (LD_F_##name - LD_FEATURE_COUNT)

static void survey_sentence(const struct lede_document *doc, const struct ld_sentence *sentence, struct ld_marks *marks,
                            struct ld_use *uses) {
    *marks = ld_marks_read(doc->text, sentence->span, doc->length);
    if (!(marks->quoted > 0.5)) return;
    const struct ld_content *contents = doc->contents + sentence->first_content;
    for (uint32_t c = 0; c < sentence->content_count; c++) uses[contents[c].term].in_quotes += contents[c].frequency;
}

/* The terms that count and that the body has: how many. */
static uint32_t find_terms(const struct lede_document *doc, uint32_t *terms) {
    uint32_t count = 0;
    for (uint32_t v = 0; v < doc->term_count; v++) {
        terms[count] = v;
        count += doc->terms[v].sentence_frequency > 0;
    }
    return count;
}

/* The logarithms of 1 to most, each at its number. Compilers know the first ones. */
static double *find_logs(struct ld_arena *arena, uint32_t most) {
#define FOUR(n) log(n), log((n) + 1), log((n) + 2), log((n) + 3)
    const double first[] = {0,        log(1),   log(2),   log(3),   FOUR(4),  FOUR(8),  FOUR(12), FOUR(16), FOUR(20),
                            FOUR(24), FOUR(28), FOUR(32), FOUR(36), FOUR(40), FOUR(44), FOUR(48), FOUR(52), FOUR(56)};
#undef FOUR
    enum { FIRST = sizeof first / sizeof *first };
    double *logs = ld_arena_alloc(arena, (most + (size_t)1) * sizeof *logs);
    for (uint32_t n = 0; n <= most && n < FIRST; n++) logs[n] = first[n];
    for (uint32_t n = FIRST; n <= most; n++) logs[n] = log(n);
    return logs;
}

void ld_survey(struct ld_arena *arena, const struct lede_document *doc, struct ld_survey *survey) {
    double tokens = 0, sum = 0, total_square = 0;
    survey->candidates = 0;
    survey->marks = ld_arena_alloc(arena, doc->sentence_count * sizeof *survey->marks);
    survey->uses = ld_arena_alloc(arena, doc->term_count * sizeof *survey->uses);
    survey->terms = ld_arena_alloc(arena, doc->term_count * sizeof *survey->terms);
    survey->term_count = find_terms(doc, survey->terms);
    for (uint32_t i = 0; i < survey->term_count; i++) {
        const struct ld_term *term = &doc->terms[survey->terms[i]];
        const double weight = term->sentence_frequency * term->idf;
        survey->uses[survey->terms[i]] = (struct ld_use){.idf = term->idf, .weight = weight};
        total_square += weight * weight;
        sum += term->sentence_frequency * weight;
        tokens += term->sentence_frequency;
    }
    survey->total_square = total_square;
    survey->mean_weight = tokens > 0 ? sum / tokens : 1;
    for (uint32_t s = 0; s < doc->sentence_count; s++) {
        if (!ld_is_indexed(doc, &doc->sentences[s])) continue;
        survey_sentence(doc, &doc->sentences[s], &survey->marks[s], survey->uses);
        survey->candidates++;
    }
    survey->logs = find_logs(arena, survey->candidates);
}

static inline void fill_row(const struct ld_term *term, const struct ld_use *use, const struct ld_survey *survey,
                            double *row) {
    const double *logs = survey->logs, tokens = term->body_frequency;
    row[OF_TERM(term_constant)] = 1;
    row[OF_TERM(term_frequency)] = logs[term->sentence_frequency];
    row[OF_TERM(term_tfidf)] = logs[term->sentence_frequency] * term->idf;
    row[OF_TERM(term_idf)] = term->idf;
    row[OF_TERM(term_first)] = logs[term->first];
    row[OF_TERM(term_last)] = logs[term->last];
    row[OF_TERM(term_name)] = term->capitals / tokens;
    row[OF_TERM(term_number)] = term->numbers / tokens;
    row[OF_TERM(term_quoted)] = use->in_quotes / tokens;
    row[OF_TERM(term_document)] = logs[survey->candidates];
}

double *ld_term_features(struct ld_arena *arena, const struct lede_document *doc, const struct ld_survey *survey) {
    double *matrix = ld_arena_array(arena, (size_t)doc->term_count * LD_TERM_FEATURES, sizeof *matrix);
    for (uint32_t v = 0; v < doc->term_count; v++)
        if (doc->terms[v].sentence_frequency)
            fill_row(&doc->terms[v], &survey->uses[v], survey, matrix + (size_t)v * LD_TERM_FEATURES);
    return matrix;
}

/* In two steps of which each has few branches: what is hopeless cannot be foreseen. */
void ld_term_worth(const struct lede_document *doc, const struct ld_survey *survey, const double *weights) {
    enum { AT_ONCE = 64 };
    double sums[AT_ONCE];
    for (uint32_t first = 0; first < survey->term_count; first += AT_ONCE) {
        const uint32_t left = survey->term_count - first, *terms = survey->terms + first;
        uint32_t hopeful[AT_ONCE], count = 0;
        for (uint32_t i = 0; i < left && i < AT_ONCE; i++) {
            double row[LD_TERM_FEATURES], sum = 0;
            fill_row(&doc->terms[terms[i]], &survey->uses[terms[i]], survey, row);
#define FEATURE(name)
#define TERM(name) sum += row[OF_TERM(name)] * weights[LD_F_##name];
#include "score/features.def"
#undef FEATURE
#undef TERM
            sums[count] = sum;
            hopeful[count] = terms[i];
            count += sum >= hopeless;
        }
        for (uint32_t i = 0; i < count; i++) {
            /* NOLINTNEXTLINE(clang-analyzer-core.CallAndMessage): the first count of sums are set */
            const double probability = 1 / (1 + exp(-sums[i]));
            if (probability > common) survey->uses[hopeful[i]].worth = probability - common;
        }
    }
}
