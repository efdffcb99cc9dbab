/* features.h - what the fitted scorer looks at: one row of numbers a unit, and one weight a feature. */
#ifndef LD_FEATURES_H
#define LD_FEATURES_H

#include "base/arena.h"
#include "model/doc.h"

/* Features of sentences come first, those of terms after them: LD_FEATURE_COUNT and LD_WEIGHT_COUNT in all. */
enum ld_feature {
#define FEATURE(name) LD_F_##name,
#define TERM(name)
#include "score/features.def"
#undef FEATURE
#undef TERM
    LD_FEATURE_COUNT,
    LD_BEFORE_TERMS = LD_FEATURE_COUNT - 1,
#define FEATURE(name)
#define TERM(name) LD_F_##name,
#include "score/features.def"
#undef FEATURE
#undef TERM
    LD_WEIGHT_COUNT
};

extern const char *const ld_feature_names[LD_WEIGHT_COUNT + 1]; /* ended by NULL */

/* What is done with the features of a sentence that is indexed: row is [LD_FEATURE_COUNT]. */
typedef void ld_features_use(void *context, uint32_t sentence, const double *row);

/* The features of all sentences that are indexed, one after the other. weights is [LD_WEIGHT_COUNT], of which those of
 * the terms are used. Linear in tokens. */
void ld_features_each(struct ld_arena *arena, const struct lede_document *doc, const lede_summary_options *options,
                      const double *weights, ld_features_use *use, void *context);

/* The same as a matrix [S][LD_FEATURE_COUNT], rows of zeros for units that are no candidates. */
double *ld_features(struct ld_arena *arena, const struct lede_document *doc, const lede_summary_options *options,
                    const double *weights);

#endif
