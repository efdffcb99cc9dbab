/* query.h - what a document has of the words that were asked for. */
#ifndef LD_QUERY_H
#define LD_QUERY_H

#include "base/arena.h"
#include "model/doc.h"

/* The terms of a query's words, in the order of the query, repeated as there; words that the document does not have in
 * that form are left out. NULL and 0 without a query. n log n in the query's words, linear in the document's (times the
 * logarithm of the query's). */
const uint32_t *ld_query_terms(struct ld_arena *arena, const struct lede_document *doc,
                               const lede_summary_options *options, uint32_t *count);

#endif
