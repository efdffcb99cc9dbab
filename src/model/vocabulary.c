/* vocabulary.c - see vocabulary.h. In: folded words. Out: word and term numbers, in order of first use.
 *
 * What a word is does not change from text to text: its facts and its stem are found once and kept in a cache, which
 * outlives the document where the caller has one. A document's own numbers stand in the cache's entries too, with the
 * number of the document that they are good for, so that a word is looked up just once.
 * Leaves alone: frequencies, which index.c counts. */
#include "model/vocabulary.h"

#include <stdlib.h>
#include <string.h>

#include "base/ahead.h"
#include "base/skip.h"
#include "model/entries.h"
#include "model/index.h"

enum {
    MOST_LINES = 180000, /* in a cache, when a document begins: news has some 30,000 words that come again. With most
                            documents' own it does not grow beyond 14 MB: there is room for 3 << 16 */
    BYTES_A_FORM = 8,
    MOST_GUESSED = 1024 /* of a text there is a new form of a word in so many bytes, at first */
};

struct ld_known_words { /* of a language */
    struct ld_entries lines;
    struct ld_stemmer *stemmer; /* NULL: a word is its own stem */
};

struct lede_cache {
    struct ld_arena arena;
    uint32_t document; /* under way, from 1 */
    struct {
        const void *bytes; /* NULL: none */
        uint64_t checksum;
    } table; /* of the caller's, found to be sound, from which the stems' values are */
    struct ld_known_words of[LD_LANGUAGE_COUNT];
};

lede_status lede_cache_new(lede_cache **cache) {
    if (!cache) return LEDE_ERROR_ARGUMENT;
    *cache = calloc(1, sizeof **cache);
    if (!*cache) return LEDE_ERROR_MEMORY;
    ld_arena_init(&(*cache)->arena);
    return LEDE_OK;
}

void ld_cache_drop(struct lede_cache *cache) {
    for (size_t i = 0; i < LD_LANGUAGE_COUNT; i++) ld_stemmer_free(cache->of[i].stemmer);
    ld_arena_free(&cache->arena);
    *cache = (struct lede_cache){.table = cache->table};
}

bool ld_cache_use(struct lede_cache *cache, const void *bytes, const struct ld_frequencies *frequencies) {
    if (cache->table.bytes == bytes && (!bytes || cache->table.checksum == frequencies->checksum)) return true;
    if (bytes && !ld_frequencies_sound(bytes)) return false;
    ld_cache_drop(cache);
    cache->table.bytes = bytes;
    cache->table.checksum = bytes ? frequencies->checksum : 0;
    return true;
}

void lede_cache_free(lede_cache *cache) {
    if (!cache) return;
    ld_cache_drop(cache);
    free(cache);
}

/* ---- start ------------------------------------------------------------------------------------------------------- */

static bool is_full(const struct lede_cache *cache) {
    uint32_t used = 0;
    for (size_t i = 0; i < LD_LANGUAGE_COUNT; i++) used += cache->of[i].lines.used;
    return used > MOST_LINES;
}

void ld_vocabulary_start(struct ld_vocabulary *vocabulary, struct ld_arena *arena, struct lede_cache *cache,
                         const struct ld_language *language, uint32_t length) {
    *vocabulary = (struct ld_vocabulary){.arena = arena,
                                         .language = language,
                                         .endings = ld_endings_of(language),
                                         .frequencies = language->frequencies,
                                         .background = language->background ? *language->background : 0,
                                         .cache = cache,
                                         .known = &cache->of[language - ld_languages]};
    if (is_full(cache) || cache->document == UINT32_MAX) ld_cache_drop(cache);
    cache->arena.fail = arena->fail;
    cache->document++;
    struct ld_stemmer **stemmer = &vocabulary->known->stemmer;
    if (!*stemmer && !ld_stemmer_new(language, stemmer)) ld_arena_fail(arena);
    if (!vocabulary->known->lines.at) ld_entries_start(&cache->arena, &vocabulary->known->lines);
    const uint32_t guess = length / BYTES_A_FORM < MOST_GUESSED ? length / BYTES_A_FORM + 1 : MOST_GUESSED;
    vocabulary->words = ld_arena_alloc(arena, guess * sizeof *vocabulary->words);
    vocabulary->terms = ld_arena_alloc(arena, guess * sizeof *vocabulary->terms);
    vocabulary->stems = ld_arena_alloc(arena, guess * sizeof *vocabulary->stems);
    vocabulary->word_capacity = vocabulary->term_capacity = guess;
}

void ld_vocabulary_stops(struct ld_vocabulary *vocabulary, const char *list, size_t length) {
    vocabulary->own_stops = ld_arena_array(vocabulary->arena, 1, sizeof *vocabulary->own_stops);
    for (const char *line = list, *end = list + length; line < end;) {
        const char *stop = memchr(line, '\n', (size_t)(end - line));
        if (!stop) stop = end;
        struct ld_word_scan scan;
        ld_words_start(&scan, line, (struct ld_span){0, stop - line < 256 ? (uint32_t)(stop - line) : 256},
                       ld_languages);
        while (*line != '#' && ld_words_next(&scan))
            ld_entries_need(vocabulary->arena, vocabulary->own_stops, scan.folded, scan.length, scan.hash);
        line = stop < end ? stop + 1 : end;
    }
}

/* ---- what is found once ------------------------------------------------------------------------------------------ */

static bool has_content(const char *folded, uint32_t length) {
    for (uint32_t i = 0; i < length; i++) {
        unsigned char c = (unsigned char)folded[i];
        if (c >= 'a' || (c >= '0' && c <= '9')) return true; /* letters of other scripts are bytes from 0x80 on */
    }
    return false;
}

/* Stems that are new to the cache, and what they are looked up by in the table of frequencies: for several at once, so
 * that the waits for it run side by side. */
struct new_stems {
    uint32_t count, lines[LD_WORDS_AT_ONCE], hashes[LD_WORDS_AT_ONCE];
};

/* Of a word that is no stop word: its line gets the number of its stem's, which may be itself. */
LD_APART static void know_stem(const struct ld_vocabulary *vocabulary, uint32_t word, struct new_stems *new) {
    struct ld_entries *lines = &vocabulary->known->lines;
    char key[LD_FOLDED_BYTES];
    size_t length;
    const struct ld_known *known = &lines->at[word];
    const char *stem = ld_stem(vocabulary->known->stemmer, ld_key_of(known), known->word.length, &length);
    if (!stem) ld_arena_fail(vocabulary->arena);
    if (length > sizeof key - 8) length = sizeof key - 8;
    memcpy(key, stem, length);
    memset(key + length, 0, 8); /* up to a multiple of eight bytes, or beyond */
    const uint32_t hash = ld_word_hash(key, length);
    const uint32_t number = ld_entries_need(&vocabulary->cache->arena, lines, key, (uint32_t)length, hash);
    lines->at[word].word.term = number;
    struct ld_known *term = &lines->at[number];
    if (term->as_stem) return;
    term->as_stem = has_content(key, (uint32_t)length) ? LD_CONTENT : LD_NO_CONTENT;
    if (term->as_stem == LD_NO_CONTENT || !vocabulary->background) return;
    new->lines[new->count] = number;
    new->hashes[new->count] = ld_table_hash_short(key, length);
    LD_WILL_READ(&vocabulary->frequencies->slots[new->hashes[new->count++] & vocabulary->frequencies->mask]);
}

/* What new stems are worth. */
LD_APART static void know_worth(const struct ld_vocabulary *vocabulary, struct new_stems *new) {
    const struct ld_table *table = vocabulary->frequencies;
    for (uint32_t i = 0; i < new->count; i++) ld_table_will_find(table, new->hashes[i]);
    for (uint32_t i = 0; i < new->count; i++) {
        struct ld_known *stem = &vocabulary->known->lines.at[new->lines[i]];
        const uint32_t with_it = ld_table_find_hashed(table, ld_key_of(stem), stem->word.length, new->hashes[i]);
        stem->idf = ld_inverse_frequency(vocabulary->background, with_it);
    }
    new->count = 0;
}

/* The line of a word; what follows from the word alone is found out here. */
LD_APART static uint32_t know_word(const struct ld_vocabulary *vocabulary, const struct ld_word_read *read,
                                   struct new_stems *new) {
    struct ld_entries *lines = &vocabulary->known->lines;
    const char *folded = ld_letters_of(&read->letters);
    const uint32_t number = ld_entries_need(&vocabulary->cache->arena, lines, folded, read->length, read->hash);
    struct ld_known *known = &lines->at[number];
    if (!known->is_bare) return number;
    const uint32_t facts = ld_language_look(vocabulary->language, folded, read->length);
    known->word.facts = facts & ~LD_OPENS_PHRASE;
    known->word.shape =
        ld_shape_of(vocabulary->endings, folded, read->length) | (facts & LD_OPENS_PHRASE ? LD_BEGINS_PHRASE : 0);
    known->word.sorts = ld_sorts_of(known->word.facts, known->word.shape);
    if (ld_language_may_be_second(vocabulary->language, ld_bytes_8(folded)))
        known->word.sorts |= ld_sort_bit(LD_SORT_SECOND);
    known->is_bare = false;
    if (!(facts & LD_STOP)) know_stem(vocabulary, number, new);
    return number;
}

/* ---- words of a document ----------------------------------------------------------------------------------------- */

uint32_t ld_vocabulary_find(const struct ld_vocabulary *vocabulary, const struct ld_word_scan *scan) {
    const struct ld_entries *lines = &vocabulary->known->lines;
    const struct ld_known *known = &lines->at[ld_entries_find(lines, scan->folded, scan->length, scan->hash)];
    return known->document == vocabulary->cache->document ? known->number : UINT32_MAX;
}

/* The letters of long ones, whole. */
LD_APART static void copy_long(struct ld_arena *arena, const struct ld_known *known, struct ld_letters *letters) {
    const uint32_t length = known->word.length, filled = ld_filled(length);
    if (length < LD_SHORT) return;
    letters->none = 0;
    letters->there = memcpy(ld_arena_alloc(arena, filled), ld_key_of(known), filled);
}

/* LD_STOP, if it is one of the caller's stop words; 0 if not: then its stem is known from now on. */
LD_APART static uint32_t own_stop(const struct ld_vocabulary *vocabulary, uint32_t number) {
    const struct ld_known *known = &vocabulary->known->lines.at[number];
    const uint32_t length = known->word.length;
    if (ld_entries_find(vocabulary->own_stops, ld_key_of(known), length, ld_word_hash(ld_key_of(known), length)))
        return LD_STOP;
    struct new_stems new = {.count = 0};
    if (!known->word.term) know_stem(vocabulary, number, &new); /* the language has it for a stop word */
    know_worth(vocabulary, &new);
    return 0;
}

/* Room for so many words more, and their terms; and one more, for the term of a word that is not new. */
static void make_room(struct ld_vocabulary *vocabulary, uint32_t count) {
    while (vocabulary->word_capacity - vocabulary->word_count < count)
        LD_ARENA_MORE(vocabulary->arena, vocabulary->words, vocabulary->word_capacity);
    while (vocabulary->term_capacity - vocabulary->term_count <= count) {
        uint32_t capacity = vocabulary->term_capacity;
        LD_ARENA_MORE(vocabulary->arena, vocabulary->stems, capacity);
        LD_ARENA_MORE(vocabulary->arena, vocabulary->terms, vocabulary->term_capacity);
    }
}

/* The first where which is 1, the other where it is 0: without a branch, as a compiler need not have it. */
static inline uint32_t one_of(uint32_t which, uint32_t first, uint32_t other) {
    return other ^ ((other ^ first) & -which);
}

/* Words that the document did not have yet, by their lines. What is as often so as not is decided without a branch. */
static void add_words(struct ld_vocabulary *vocabulary, const uint32_t *numbers, uint32_t count) {
    make_room(vocabulary, count);
    struct ld_known *at = vocabulary->known->lines.at;
    const uint32_t document = vocabulary->cache->document;
    struct ld_word *word = vocabulary->words + vocabulary->word_count;
    struct ld_term *const terms = vocabulary->terms;
    struct ld_letters *const stems = vocabulary->stems;
    uint32_t next = vocabulary->term_count;
    for (uint32_t i = 0; i < count; i++, word++) {
        /* NOLINTNEXTLINE(clang-analyzer-core.uninitialized.Assign): the first count of numbers are set */
        const uint32_t number = numbers[i];
        uint32_t stop = at[number].word.facts & LD_STOP;
        if (vocabulary->own_stops) {
            stop = own_stop(vocabulary, number);
            at = vocabulary->known->lines.at;
        }
        /* A stop word's term is its own, apart from a stem of the same letters: "like" from that of "liked". It has
         * line 0 for a stem, that of none. */
        const struct ld_known *known = &at[number];
        const uint32_t kept = stop - 1; /* all bits, or for a stop word none */
        const uint32_t line = known->word.term & kept;
        struct ld_known *stem = &at[line];
        const struct ld_known *key = &at[line | (number & ~kept)];
        const uint32_t is_new = stem->term_document != document, term = one_of(is_new, next, stem->term_number);
        stem->term_document = document & kept;
        stem->term_number = term;
        *word = known->word;
        word->facts = (word->facts & ~(uint32_t)LD_STOP) | stop;
        word->term = term;
        word->counts = stem->as_stem == LD_CONTENT;
        stems[next] = key->word.letters;
        terms[next] = (struct ld_term){.idf = stem->idf, .length = key->word.length, .counts = word->counts};
        if ((known->word.length | key->word.length) >= LD_SHORT) {
            copy_long(vocabulary->arena, known, &word->letters);
            copy_long(vocabulary->arena, key, &stems[next]);
        }
        next += is_new;
    }
    vocabulary->word_count += count;
    vocabulary->term_count = next;
}

struct ld_places ld_vocabulary_places(const struct ld_vocabulary *vocabulary) {
    return (struct ld_places){vocabulary->known->lines.recent, vocabulary->known->lines.mask};
}

/* Each step is taken for all words before the next one, and the memory that the next one reads is asked for: the waits
 * for it run side by side. */
void ld_vocabulary_words(struct ld_vocabulary *vocabulary, const struct ld_words *words) {
    uint32_t fresh[LD_WORDS_AT_ONCE], count = 0;
    struct new_stems new;
    new.count = 0;
    const struct ld_word_read *read = words->items, *const end = read + words->count;
    const uint32_t document = vocabulary->cache->document, before = vocabulary->word_count;
    struct ld_entries *lines = &vocabulary->known->lines;
    struct ld_token *token = words->tokens;
    for (uint32_t i = 0; i < words->count; i++) {
        const uint32_t number = lines->recent[words->items[i].hash & lines->mask] & lines->mask;
        LD_WILL_READ(&lines->at[number]);
        words->tokens[i].word = number; /* for now */
    }
    for (; read < end; read++, token++) {
        uint32_t number = token->word;
        struct ld_known *known = &lines->at[number];
        if (!ld_is_known_word(known, read)) {
            number = know_word(vocabulary, read, &new);
            known = &lines->at[number];
        }
        LD_WILL_READ(&lines->at[known->word.term]);
        /* without a branch, for none could be foreseen */
        const uint32_t is_fresh = known->document != document, word = one_of(is_fresh, before + count, known->number);
        known->document = document;
        known->number = word;
        token->word = word;
        fresh[count] = number;
        count += is_fresh;
    }
    if (new.count) know_worth(vocabulary, &new);
    add_words(vocabulary, fresh, count);
}
