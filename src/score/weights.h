/* weights.h - the weights of the method lede: those compiled in, and those of a user's table. */
#ifndef LD_WEIGHTS_H
#define LD_WEIGHTS_H

#include "score/features.h"

enum ld_profile { LD_NEWS, LD_GENERAL, LD_PROFILE_COUNT }; /* the columns of weights.tsv */

/* Their names, then "auto", then NULL. */
extern const char *const ld_profile_names[];

struct ld_weights {
    double of[LD_PROFILE_COUNT][LD_WEIGHT_COUNT];
};

extern const struct ld_weights ld_own_weights;

struct ld_weights_problem {
    size_t line;      /* from 1 */
    const char *what; /* is wrong, and what is wanted */
    char name[40];    /* the feature's, where it is the name that is wrong; else "" */
};

enum { LD_WEIGHT_COLUMNS = 3, LD_WEIGHT_ROWS = 128 };
struct ld_rows { /* what a table is read into: columns of count weights, one after the other */
    const char *const *names;
    uint32_t count, columns; /* no more than the above */
    double *values;
};

/* Read lines "name TAB weight", or with a weight for each column; one weight is for all. Blank lines and lines that
 * begin with # are left out. What no line names keeps its value. False: problem says where and why. */
bool ld_rows_read(const char *text, size_t length, const struct ld_rows *rows, struct ld_weights_problem *problem);

/* Read such a table of weights for news and general; they begin as our own. */
bool ld_weights_read(const char *text, size_t length, struct ld_weights *weights, struct ld_weights_problem *problem);

/* The profile of that name, "auto" decided for the document; LD_PROFILE_COUNT where there is none. NULL: news. */
enum ld_profile ld_profile_find(const char *name, const struct lede_document *doc);

#endif
