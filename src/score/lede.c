/* lede.c - the default method: a weighted sum of features over the index (log-linear). Weights are those of
 * weights.tsv, by feature; see features.def for what each is and where it comes from. */
#include "score/features.h"
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

struct summing {
    const double *weights;
    struct ld_scores *scores;
};

static void sum_up(void *context, uint32_t sentence, const double *row) {
    const struct summing *to = context;
    double sum = 0;
    for (int f = 0; f < LD_FEATURE_COUNT; f++) sum += row[f] * to->weights[f];
    to->scores->score[sentence] = sum;
    if (!to->scores->shares) return;
    double *shares = to->scores->shares + (size_t)sentence * LD_FEATURE_COUNT;
    for (int f = 0; f < LD_FEATURE_COUNT; f++) shares[f] = row[f] * to->weights[f];
}

void ld_score_lede(struct ld_arena *arena, const struct lede_document *doc, const lede_summary_options *options,
                   struct ld_scores *scores) {
    struct ld_weights given;
    const enum ld_profile profile = ld_profile_find(options->profile, doc);
    struct summing summing = {choose_weights(options, profile, &given), scores};
    if (!options->parts || options->parts & LEDE_SCORES) { /* many sentences would have much of them */
        scores->shares = ld_arena_array(arena, doc->sentence_count, LD_FEATURE_COUNT * sizeof *scores->shares);
        scores->feature_names = ld_feature_names;
        scores->feature_count = LD_FEATURE_COUNT;
    }
    ld_features_each(arena, doc, options, summing.weights, sum_up, &summing);
    scores->profile = options->profile ? ld_profile_names[profile] : NULL;
}
