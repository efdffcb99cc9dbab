/* terms.h - how much a term is worth: how likely a summary of the document has it. */
#ifndef LD_TERMS_H
#define LD_TERMS_H

#include "score/features.h"
#include "text/marks.h"

enum { LD_TERM_FEATURES = LD_WEIGHT_COUNT - LD_FEATURE_COUNT };

struct ld_survey {          /* what the features of terms and of sentences both look at, found once */
    uint32_t candidates;    /* sentences that are indexed */
    struct ld_marks *marks; /* [S] of those */
    double *logs;           /* [candidates + 2] log of 1, 2, ... */
};

void ld_survey(struct ld_arena *arena, const struct lede_document *doc, struct ld_survey *survey);

/* [V][LD_TERM_FEATURES], see features.def; rows of zeros for terms that do not count. Linear in tokens. */
double *ld_term_features(struct ld_arena *arena, const struct lede_document *doc, const struct ld_survey *survey);

/* [V], 0 for terms that do not count. weights is [LD_WEIGHT_COUNT]. */
double *ld_term_worth(struct ld_arena *arena, const struct lede_document *doc, const struct ld_survey *survey,
                      const double *weights);

#endif
