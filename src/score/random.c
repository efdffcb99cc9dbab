/* random.c - the other baseline: scores in (0, 1] that depend on the seed and the sentence's number only.
 * Numbers by SplitMix64 (Steele, Lea & Flood 2014). */
#include "model/index.h"
#include "score/method.h"

ld_score_function ld_score_random;

static uint64_t mix(uint64_t z) {
    z += 0x9E3779B97F4A7C15u;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
    return z ^ (z >> 31);
}

void ld_score_random(struct ld_arena *arena, const struct lede_document *doc, const lede_summary_options *options,
                     struct ld_scores *scores) {
    (void)arena;
    for (uint32_t s = 0; s < doc->sentence_count; s++)
        if (ld_is_indexed(doc, &doc->sentences[s]))
            scores->score[s] = ((double)(mix(options->seed ^ mix(s)) >> 11) + 1) / 9007199254740992.0; /* 2^53 */
}
