/* vocabulary.h - the distinct words of a document and their stems. */
#ifndef LD_VOCABULARY_H
#define LD_VOCABULARY_H

#include "lang/idf_file.h"
#include "lang/shape.h"
#include "lang/stem.h"
#include "model/doc.h"

struct ld_vocabulary { /* arrays that grow; all in the document's arena */
    struct ld_arena *arena;
    const struct ld_language *language;
    const struct ld_endings *endings;
    const struct ld_table *frequencies; /* of stems: the language's own, unless changed before the first word */
    uint32_t background;                /* how many documents were counted for them, 0: no such figures */
    struct lede_cache *cache;           /* borrowed */
    struct ld_known_words *known;       /* of the cache, the language's */
    struct ld_entries *own_stops;       /* stop words given by the caller, instead of the language's; NULL: none */
    struct ld_word *words;
    struct ld_term *terms;
    struct ld_letters *stems; /* of terms */
    uint32_t word_count, word_capacity, term_count, term_capacity;
};

/* Begin with a document of so many bytes. What the cache needs comes from its own arena, and fails as the document's
 * does. */
void ld_vocabulary_start(struct ld_vocabulary *vocabulary, struct ld_arena *arena, struct lede_cache *cache,
                         const struct ld_language *language, uint32_t length);

/* Stop words of the caller's, one a line; instead of the language's own. */
void ld_vocabulary_stops(struct ld_vocabulary *vocabulary, const char *list, size_t length);

/* What ld_words_read is to ask for; it changes with the next words. */
struct ld_places ld_vocabulary_places(const struct ld_vocabulary *vocabulary);

/* Words that were read: their tokens' words. Forms are entered when new: what the cache does not know of them, stem and
 * facts, is found out then. */
void ld_vocabulary_words(struct ld_vocabulary *vocabulary, const struct ld_words *words);

/* The index of the word that a scan is at, or UINT32_MAX where the document does not have it. */
uint32_t ld_vocabulary_find(const struct ld_vocabulary *vocabulary, const struct ld_word_scan *scan);

/* What the cache knows is from now on of the caller's table, which is gone through when it is another one than before;
 * NULL: of the languages' own. False: it is not sound. */
bool ld_cache_use(struct lede_cache *cache, const void *bytes, const struct ld_frequencies *frequencies);

/* Forget all: after a failed build, which may have left things half done. */
void ld_cache_drop(struct lede_cache *cache);

#endif
