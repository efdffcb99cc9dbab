/* method.h - scoring methods: index -> one score a unit. A method is one file and one row of methods.def. */
#ifndef LD_METHOD_H
#define LD_METHOD_H

#include "base/arena.h"
#include "model/doc.h"

struct ld_scores {
    double *score;                    /* [S] 0 for units that are no candidates */
    double *shares;                   /* [S][F] parts that sum up to the score, or NULL */
    const char *const *feature_names; /* [F] */
    const char *profile;              /* that was used, where the method has some and one was asked for; else NULL */
    uint32_t feature_count;
};

enum ld_picking {                 /* what the picker may do with a method's scores */
                  LD_PICK_PLAIN,  /* best first, as they are: for comparison */
                  LD_PICK_PREFIX, /* best first, and nothing after one that does not fit the budget */
                  LD_PICK_REFINED /* no repetition, no dangling openers, fill the budget */
};

typedef void ld_score_function(struct ld_arena *arena, const struct lede_document *doc,
                               const lede_summary_options *options, struct ld_scores *scores);

struct ld_method {
    const char *name;
    const char *about;
    ld_score_function *score;
    enum ld_picking picking;
};

extern const struct ld_method ld_methods[]; /* ends with a row whose name is NULL */

const struct ld_method *ld_method_find(const char *name); /* NULL where there is none */

#endif
