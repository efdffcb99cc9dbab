/* index.h - the stemmed token index: which terms stand in which sentences, how often, and what they are worth. */
#ifndef LD_INDEX_H
#define LD_INDEX_H

#include "model/doc.h"

/* Count tokens into terms and into the contents of sentences, over body sentences only. Where a document has no body,
 * all units count. background: how many documents the terms' background frequencies are of, or 0. */
void ld_index_build(struct ld_arena *arena, struct lede_document *doc, struct ld_sentence *sentences,
                    struct ld_term *terms, const struct ld_word *words, uint32_t background);

/* The worth of a term that frequency of count documents (or sentences) have; 0 at the least. */
double ld_inverse_frequency(uint32_t count, uint32_t frequency);

/* Whether a unit is of the index, and so a candidate: a body sentence, or any unit of a document without a body. */
static inline bool ld_is_indexed(const struct lede_document *doc, const struct ld_sentence *sentence) {
    return sentence->kind == LD_BODY || !doc->body_count;
}

#endif
