/* terms.h - how much a term is worth: how likely a summary of the document has it. */
#ifndef LD_TERMS_H
#define LD_TERMS_H

#include "score/features.h"
#include "text/marks.h"

enum { LD_TERM_FEATURES = LD_WEIGHT_COUNT - LD_FEATURE_COUNT };

struct ld_use { /* of a term */
    double idf;
    double weight;      /* idf x sentences that have it */
    double worth;       /* see ld_term_worth */
    double sum;         /* for who walks over the sentences: its part of the sum of the vectors of those seen so far */
    uint32_t in_quotes; /* tokens in sentences that are quoted for more than half */
};

struct ld_survey {                    /* what features are made of, beside the index */
    uint32_t candidates;              /* sentences that are indexed */
    struct ld_marks *marks;           /* [S] of those */
    uint32_t *terms, term_count;      /* those that count and that the body has, in their order */
    struct ld_use *uses;              /* [V] of those */
    double mean_weight, total_square; /* of a term in a sentence; squared length of all weights */
    double *logs;                     /* [candidates + 1] log of 1, 2, ...; no place or frequency is beyond */
};

void ld_survey(struct ld_arena *arena, const struct lede_document *doc, struct ld_survey *survey);

/* [V][LD_TERM_FEATURES], see features.def; rows of zeros for terms that do not count. Linear in tokens. */
double *ld_term_features(struct ld_arena *arena, const struct lede_document *doc, const struct ld_survey *survey);

/* Fill in worth. weights is [LD_WEIGHT_COUNT]. */
void ld_term_worth(const struct lede_document *doc, const struct ld_survey *survey, const double *weights);

#endif
