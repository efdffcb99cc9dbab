/* terms.c - see terms.h. In: the index and weights. Out: the worth of each term.
 *
 * The probability that a reference summary has a term is estimated by logistic regression on where, how often and how
 * the term stands in the text, as Hong & Nenkova, "Improving the estimation of word importance for news multi-document
 * summarization" (2014) do. What most terms have anyway (COMMON) is taken off, so that a sentence of many indifferent
 * terms is worth nothing (as in the concept weights of Gillick & Favre 2009, rare concepts are left out). */
#include "score/terms.h"

#include <math.h>

#include "model/index.h"
#include "text/marks.h"

static const double common = 0.1; /* share of a news text's content terms that its reference has, about */

#define OF_TERM(name) (LD_F_##name - LD_FEATURE_COUNT)

struct use {              /* of a term in the body */
    uint32_t first, last; /* places of sentences, from 0 */
    uint32_t sentence;    /* the last one + 1 */
    uint32_t inner_capitals, numbers, in_quotes;
};

static struct use *find_uses(struct ld_arena *arena, const struct lede_document *doc) {
    struct use *uses = ld_arena_array(arena, doc->term_count, sizeof *uses);
    uint32_t place = 0;
    for (uint32_t s = 0; s < doc->sentence_count; s++) {
        const struct ld_sentence *sentence = &doc->sentences[s];
        if (!ld_is_indexed(doc, sentence)) continue;
        bool quote = ld_marks_read(doc->text, sentence->span).quoted > 0.5;
        for (uint32_t t = 0; t < sentence->token_count; t++) {
            const struct ld_token *token = &doc->tokens[sentence->first_token + t];
            struct use *use = &uses[doc->words[token->word].term];
            if (!use->sentence) use->first = place;
            use->sentence = s + 1;
            use->last = place;
            use->inner_capitals += t && token->flags & LD_CAPITAL;
            use->numbers += (token->flags & LD_NUMERIC) != 0;
            use->in_quotes += quote;
        }
        place++;
    }
    return uses;
}

double *ld_term_features(struct ld_arena *arena, const struct lede_document *doc) {
    double *matrix = ld_arena_array(arena, (size_t)doc->term_count * LD_TERM_FEATURES, sizeof *matrix);
    const struct use *uses = find_uses(arena, doc);
    double sentences = 0;
    for (uint32_t s = 0; s < doc->sentence_count; s++) sentences += ld_is_indexed(doc, &doc->sentences[s]);
    for (uint32_t v = 0; v < doc->term_count; v++) {
        const struct ld_term *term = &doc->terms[v];
        const struct use *use = &uses[v];
        if (!term->counts || !term->body_frequency) continue;
        double *row = matrix + (size_t)v * LD_TERM_FEATURES, tokens = term->body_frequency;
        row[OF_TERM(term_constant)] = 1;
        row[OF_TERM(term_frequency)] = log(term->sentence_frequency);
        row[OF_TERM(term_tfidf)] = log(term->sentence_frequency) * term->idf;
        row[OF_TERM(term_idf)] = term->idf;
        row[OF_TERM(term_first)] = log(1.0 + use->first);
        row[OF_TERM(term_last)] = log(1.0 + use->last);
        row[OF_TERM(term_name)] = use->inner_capitals / tokens;
        row[OF_TERM(term_number)] = use->numbers / tokens;
        row[OF_TERM(term_quoted)] = use->in_quotes / tokens;
        row[OF_TERM(term_document)] = log(sentences);
    }
    return matrix;
}

double *ld_term_worth(struct ld_arena *arena, const struct lede_document *doc, const double *weights) {
    const double *matrix = ld_term_features(arena, doc);
    double *worth = ld_arena_array(arena, doc->term_count, sizeof *worth);
    for (uint32_t v = 0; v < doc->term_count; v++) {
        const double *row = matrix + (size_t)v * LD_TERM_FEATURES;
        double sum = 0;
        if (!doc->terms[v].counts || !doc->terms[v].body_frequency) continue;
        for (size_t f = 0; f < LD_TERM_FEATURES; f++) sum += row[f] * weights[LD_FEATURE_COUNT + f];
        double probability = 1 / (1 + exp(-sum));
        if (probability > common) worth[v] = probability - common;
    }
    return worth;
}
