/* lede.c - the default method: a weighted sum of features over the index (log-linear). Weights are those of
 * weights.tsv, by feature; see features.def for what each is and where it comes from. */
#include "score/features.h"
#include "model/index.h"
#include "score/method.h"

ld_score_function ld_score_lede;

static const double weights[LD_WEIGHT_COUNT] = {
#define WEIGHT(name, value) [LD_F_##name] = value,
#include "weights.def"
#undef WEIGHT
};

void ld_score_lede(struct ld_arena *arena, const struct lede_document *doc, const lede_summary_options *options,
                   struct ld_scores *scores) {
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
}
