/* fit_climb.h - weights at which a reward is as large as can be. */
#ifndef LD_FIT_CLIMB_H
#define LD_FIT_CLIMB_H

#include <stdint.h>

enum { FIT_MOST_WEIGHTS = 128 };

struct fit_hill {
    uint32_t count;
    const double *low, *high; /* [count] bounds */
    const double *scale;      /* [count] standard deviation of each feature; 0: the data know nothing of it */
    void (*find_gradient)(const void *context, const double *weights, double *gradient);
    const void *context;
};

/* Better weights from some on: Rprop (Riedmiller & Braun 1993) within the bounds. */
void fit_climb(const struct fit_hill *hill, double *weights);

#endif
