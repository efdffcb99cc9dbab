/* names.h - where a text names people in full and where by the last name alone. Names are told by capitals: a run of
 * two or more capitalised words that are no function words is a full name, its last word the surname. So it also takes
 * "South Africa" for one; it only serves to prefer one sentence to another. */
#ifndef LD_NAMES_H
#define LD_NAMES_H

#include "base/arena.h"
#include "model/doc.h"

struct ld_mention {
    uint32_t term, token; /* of the last name */
    bool full;
};

/* Which terms end a full name in some body sentence: [V] in the arena. Scripts without capitals have none. */
const bool *ld_surnames(struct ld_arena *arena, const struct lede_document *doc);

/* The mentions of people in a sentence, in its order: how many, at most most. */
uint32_t ld_mentions(const struct lede_document *doc, const bool *surnames, uint32_t sentence,
                     struct ld_mention *mentions, uint32_t most);

#endif
