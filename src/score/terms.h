/* terms.h - how much a term is worth: how likely a summary of the document has it. */
#ifndef LD_TERMS_H
#define LD_TERMS_H

#include "score/features.h"

enum { LD_TERM_FEATURES = LD_WEIGHT_COUNT - LD_FEATURE_COUNT };

/* [V][LD_TERM_FEATURES], see features.def; rows of zeros for terms that do not count. Linear in tokens. */
double *ld_term_features(struct ld_arena *arena, const struct lede_document *doc);

/* [V], 0 for terms that do not count. weights is [LD_WEIGHT_COUNT]. */
double *ld_term_worth(struct ld_arena *arena, const struct lede_document *doc, const double *weights);

#endif
