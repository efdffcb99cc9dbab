/* nearest.c - a misspelt name in, the name that may have been meant out: at most two slips away, or begun alike.
 * Source: Levenshtein, Binary codes capable of correcting deletions, insertions, and reversals (1966). */
#include <string.h>

#include "cli/options.h"

/* Edit distance, by rows; a name given that is longer than these tables is far. */
static size_t distance(const char *a, const char *b) {
    enum { LONGEST = 31 };
    size_t row[LONGEST + 1], m = strlen(a), n = strlen(b);
    if (n > LONGEST) return LONGEST;
    for (size_t j = 0; j <= n; j++) row[j] = j;
    for (size_t i = 1; i <= m; i++) {
        size_t corner = row[0];
        row[0] = i;
        for (size_t j = 1; j <= n; j++) {
            size_t best = corner + (a[i - 1] != b[j - 1]);
            corner = row[j];
            if (row[j] + 1 < best) best = row[j] + 1;
            if (row[j - 1] + 1 < best) best = row[j - 1] + 1;
            row[j] = best;
        }
    }
    return row[n];
}

const char *ld_nearest(const char *const *names, const char *given) {
    const char *nearest = NULL;
    size_t least = strlen(given) < 4 ? 2 : 3; /* below this many slips it may have been meant */
    for (; *names; names++) {
        size_t slips = distance(*names, given);
        if (*given && !strncmp(*names, given, strlen(given)) && slips >= least && !nearest) nearest = *names;
        if (slips < least && slips < strlen(*names)) {
            nearest = *names;
            least = slips;
        }
    }
    return nearest;
}
