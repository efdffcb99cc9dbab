/* order.h - units by score. */
#ifndef LD_ORDER_H
#define LD_ORDER_H

#include "base/arena.h"
#include "model/doc.h"

/* A score as a whole number of 1e-9, the same on every machine. Beyond 1e8, where weights of the caller's may lead, all
 * are one: the values of a summary's sentences can still be added up. */
int64_t ld_quantised(double score);

/* The candidates of a document (ld_is_indexed, and no other words than one before it has), best first: by score quantised to 1e-9, then by index, so that the
 * order is the same on every machine. */
uint32_t *ld_order(struct ld_arena *arena, const struct lede_document *doc, const double *scores, uint32_t *count);

/* The same in text order. */
uint32_t *ld_candidates(struct ld_arena *arena, const struct lede_document *doc, uint32_t *count);

/* Cosine of two units' sets of content terms, idf-weighted, 0 to 1; a repetition of the same words gives 1.
 * Linear in their tokens; marks is [V], zeroed before the first call and left zeroed. */
double ld_similarity(const struct lede_document *doc, uint32_t a, uint32_t b, unsigned char *marks);

/* The same of one unit with several: the units so far, of which the first few are compared with at once. */
enum { LD_ALIKE = 8 };
struct ld_alike {
    const struct lede_document *doc;
    unsigned char *marks; /* [V] a bit for each of the units that has the term */
    uint32_t units[LD_ALIKE], count;
    double squares[LD_ALIKE], smallest; /* of them */
};

void ld_alike_init(struct ld_arena *arena, const struct lede_document *doc, struct ld_alike *alike);
bool ld_alike_add(struct ld_alike *alike, uint32_t unit); /* false where there is no room */
/* [count] similarities; or false, where none is more than least, nor is it one of the units. */
bool ld_alike_find(const struct ld_alike *alike, uint32_t unit, double least, double *similarities);

#endif
