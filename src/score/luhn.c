/* luhn.c - Luhn, "The automatic creation of literature abstracts" (IBM Journal 2(2), 1958).
 *
 * Significant words are the frequent ones that are not common words (his upper line C: the stop list; his counting of
 * words that begin alike as one: the stems). In a sentence, significant words with at most four others between two of
 * them stand in one bracket; the significance factor of a bracket is
 *   (significant words in it)^2 / words in it,
 * and a sentence has that of its best bracket. His example: 4 significant words among 7 give 16/7 = 2.3.
 * Where the lower line D lies he leaves to experience; here a significant word stands twice at least, and makes up 1%
 * of the content words. A sentence without one scores 0. */
#include "model/index.h"
#include "score/method.h"

ld_score_function ld_score_luhn;

enum { GAP = 4 };
static const double significant_share = 0.01;

static double least_frequency(const struct lede_document *doc) {
    double total = 0;
    for (uint32_t v = 0; v < doc->term_count; v++)
        if (doc->terms[v].counts) total += doc->terms[v].body_frequency;
    return total * significant_share > 2 ? total * significant_share : 2;
}

static double best_bracket(const struct lede_document *doc, const struct ld_sentence *sentence, double least) {
    double best = 0, significant = 0;
    uint32_t begin = 0, last = 0; /* of the bracket, within the sentence */
    for (uint32_t t = 0; t <= sentence->token_count; t++) {
        bool at_end = t == sentence->token_count;
        if (!at_end) {
            const struct ld_term *term = &doc->terms[ld_token_word(doc, sentence->first_token + t)->term];
            if (!term->counts || term->body_frequency < least) continue;
        }
        if (significant > 0 && (at_end || t - last - 1 > GAP)) { /* the bracket is complete */
            double factor = significant * significant / (last - begin + 1);
            if (factor > best) best = factor;
            significant = 0;
        }
        if (significant == 0) begin = t;
        last = t;
        significant++;
    }
    return best;
}

void ld_score_luhn(struct ld_arena *arena, const struct lede_document *doc, const lede_summary_options *options,
                   struct ld_scores *scores) {
    (void)arena, (void)options;
    double least = least_frequency(doc);
    for (uint32_t s = 0; s < doc->sentence_count; s++)
        if (ld_is_indexed(doc, &doc->sentences[s])) scores->score[s] = best_bracket(doc, &doc->sentences[s], least);
}
