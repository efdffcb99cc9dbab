/* value.h - what a set of sentences is worth beside the sum of its scores: what the picker looks for, and what weights
 * are fitted with. Set with the weights, see docs/method.md. */
#ifndef LD_VALUE_H
#define LD_VALUE_H

static const double ld_word_bonus = 0.2;  /* a word, so that the budget is used */
static const double ld_enough_words = 12; /* of a sentence, where sentences are counted: below that it tells little */
static const double ld_repetition = 0.35; /* a repeated term costs this x log(1 + sentences that have it); fitted */
static const double ld_leaning = 4;       /* fine for leaning on what is not in */

#endif
