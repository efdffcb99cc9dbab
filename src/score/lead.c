/* lead.c - the baseline that news summarizers have to beat: earlier is better. */
#include "model/index.h"
#include "score/method.h"

ld_score_function ld_score_lead;

void ld_score_lead(struct ld_arena *arena, const struct lede_document *doc, const lede_summary_options *options,
                   struct ld_scores *scores) {
    (void)arena, (void)options;
    double next = 1;
    for (uint32_t s = 0; s < doc->sentence_count; s++)
        if (ld_is_indexed(doc, &doc->sentences[s])) scores->score[s] = 1 / next++;
}
