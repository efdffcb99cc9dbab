/* oracle.h - the best that choosing sentences can do, nearly: sentences and references in, a choice out. */
#ifndef LD_ORACLE_H
#define LD_ORACLE_H

#include <stdbool.h>
#include <stdint.h>

#include "eval/tokens.h"

struct ld_oracle_input {
    enum ld_flavour flavour;         /* of the tokens */
    const struct ld_text *sentences; /* [count] */
    const double *costs;             /* [count] what each takes of the budget */
    uint32_t count;
    const struct ld_text *references;
    uint32_t reference_count;
    uint32_t most; /* sentences */
    double budget; /* not exceeded, unless no sentence fits: then the best one is chosen */
};

/* Set chosen[count] to 1 for the sentences of the greedy oracle: starting from none, the sentence is added by which
 * ROUGE-1 F + ROUGE-2 F grows most, until none makes it grow. Of several references each measure takes the best.
 * Bigrams are those within sentences. False: no memory. Time: sentences chosen x tokens x references.
 * Source: Nallapati, Zhai & Zhou (2017), SummaRuNNer, section 3.3. */
bool ld_oracle(const struct ld_oracle_input *input, unsigned char *chosen);

#endif
