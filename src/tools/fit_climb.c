/* fit_climb.c - see fit_climb.h. In: the gradient of a reward as a function. Out: weights. */
#include "tools/fit_climb.h"

#include <math.h>

void fit_climb(const struct fit_hill *hill, double *weights) {
    double gradient[FIT_MOST_WEIGHTS], before[FIT_MOST_WEIGHTS] = {0}, step[FIT_MOST_WEIGHTS], largest = 1;
    for (uint32_t f = 0; f < hill->count; f++) step[f] = 0.1;
    for (int n = 0; n < 300 && largest > 1e-3; n++) {
        hill->find_gradient(hill->context, weights, gradient);
        largest = 0;
        for (uint32_t f = 0; f < hill->count; f++) {
            const double scale = hill->scale[f];
            if (!(scale > 0)) continue;
            const double turn = gradient[f] * before[f];
            step[f] = turn > 0 ? fmin(1.2 * step[f], 2) : turn < 0 ? 0.5 * step[f] : step[f];
            before[f] = turn < 0 ? 0 : gradient[f];
            const double old = weights[f], sign = before[f] > 0 ? 1 : before[f] < 0 ? -1 : 0;
            weights[f] = fmin(fmax(old + sign * step[f] / scale, hill->low[f]), hill->high[f]);
            largest = fmax(largest, fabs(weights[f] - old) * scale);
        }
    }
}
