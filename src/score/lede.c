/* lede.c - the default method: a weighted sum of features over the index (log-linear). Weights are those of
 * weights.tsv, by feature; see features.def for what each is and where it comes from. */
#include "score/features.h"
#include "model/index.h"
#include "score/method.h"
#include "score/weights.h"

ld_score_function ld_score_lede;

/* The profile's own weights, or those of the options' table, which was found valid before. */
static const double *choose_weights(const lede_summary_options *options, enum ld_profile profile,
                                    struct ld_weights *given) {
    struct ld_weights_problem problem;
    if (!options->weights) return ld_own_weights.of[profile];
    ld_weights_read(options->weights, options->weights_length, given, &problem);
    return given->of[profile];
}

void ld_score_lede(struct ld_arena *arena, const struct lede_document *doc, const lede_summary_options *options,
                   struct ld_scores *scores) {
    struct ld_weights given;
    const enum ld_profile profile = ld_profile_find(options->profile, doc);
    const double *weights = choose_weights(options, profile, &given);
    double *features = ld_features(arena, doc, options, weights);
    for (uint32_t s = 0; s < doc->sentence_count; s++) {
        double *row = features + (size_t)s * LD_FEATURE_COUNT;
        if (!ld_is_indexed(doc, &doc->sentences[s])) continue;
        double sum = 0;
        for (int f = 0; f < LD_FEATURE_COUNT; f++) sum += row[f] *= weights[f];
        scores->score[s] = sum;
    }
    scores->shares = features;
    scores->feature_names = ld_feature_names;
    scores->feature_count = LD_FEATURE_COUNT;
    scores->profile = options->profile ? ld_profile_names[profile] : NULL;
}
