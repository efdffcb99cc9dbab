/* features.h - what the fitted scorer looks at: one row of numbers a unit. */
#ifndef LD_FEATURES_H
#define LD_FEATURES_H

#include "base/arena.h"
#include "model/doc.h"

enum ld_feature {
#define FEATURE(name) LD_F_##name,
#include "score/features.def"
#undef FEATURE
    LD_FEATURE_COUNT
};

extern const char *const ld_feature_names[LD_FEATURE_COUNT];

/* [S][LD_FEATURE_COUNT], rows of zeros for units that are no candidates. Linear in tokens. */
double *ld_features(struct ld_arena *arena, const struct lede_document *doc, const char *query, size_t query_length);

#endif
