/* opener.h - what a sentence begins with: do its first words lean on the sentence before, and is a quotation open? */
#ifndef LD_OPENER_H
#define LD_OPENER_H

#include "model/doc.h"

/* Facts (enum ld_fact) of the longest phrase of up to 5 words, known to the lexicon, that a unit opens with; of its
 * first word where there is none; 0 for a unit without words. */
uint32_t ld_opener_facts(const struct lede_document *doc, const struct ld_sentence *sentence);

/* Whether it opens with a pronoun or a connective. */
bool ld_leans_back(const struct lede_document *doc, const struct ld_sentence *sentence);

/* Where the double quotation mark stands that a sentence shortly before unit s, of the same paragraph, opens, and
 * within which it begins, as far as the last mark before it tells; or UINT32_MAX. */
uint32_t ld_open_quotation(const struct lede_document *doc, uint32_t s);

#endif
