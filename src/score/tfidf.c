/* tfidf.c - the plain formula: a sentence's score is the mean of tf x idf over its content tokens, tf counted in the
 * whole body (Luhn's frequency of 1958 with the idf of Sparck Jones 1972). */
#include "model/index.h"
#include "score/method.h"

ld_score_function ld_score_tfidf;

void ld_score_tfidf(struct ld_arena *arena, const struct lede_document *doc, const lede_summary_options *options,
                    struct ld_scores *scores) {
    (void)arena, (void)options;
    for (uint32_t s = 0; s < doc->sentence_count; s++) {
        const struct ld_sentence *sentence = &doc->sentences[s];
        double sum = 0;
        uint32_t count = 0;
        if (!ld_is_indexed(doc, sentence)) continue;
        for (uint32_t t = 0; t < sentence->token_count; t++) {
            const struct ld_term *term = &doc->terms[ld_token_word(doc, sentence->first_token + t)->term];
            if (!term->counts) continue;
            sum += term->body_frequency * term->idf;
            count++;
        }
        if (count) scores->score[s] = sum / count;
    }
}
