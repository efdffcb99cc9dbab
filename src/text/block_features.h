/* block_features.h - what is seen of a block by itself: its marks, length, capitals and phrases. For blocks.c only. */
#ifndef LD_BLOCK_FEATURES_H
#define LD_BLOCK_FEATURES_H

#include "base/span.h"
#include "text/block_words.h"

enum ld_feature_bit {
#define FEATURE(NAME) LD_SEEN_BIT_##NAME,
#include "text/block_features.def"
#undef FEATURE
    LD_FEATURE_COUNT
};

#define LD_SEEN(NAME) (UINT64_C(1) << LD_SEEN_BIT_##NAME)

/* An image's text ("[A boat leaves the harbour]"), or a credit in brackets. */
static inline bool ld_seen_image(uint64_t seen) { return seen & LD_SEEN(CREDIT_PAREN) && seen & LD_SEEN(PAREN); }

/* The features of a block, but those of the blocks around. Cost is bounded, however long the block. A paragraph that is
 * PLAIN lacks SEVERAL, MEDIUM, LONG and VERY_LONG, which hardly any rule asks of one. */
uint64_t ld_features_find(const char *text, struct ld_span span, const struct ld_language *language);

/* The same with these as well, and without PLAIN. */
uint64_t ld_features_rest(const char *text, struct ld_span span, uint64_t seen);

#endif
