/* vocabulary.c - see vocabulary.h. In: folded words. Out: word and term numbers, in order of first use.
 *
 * What a word is does not change from text to text: its facts and its stem are found once and kept in a cache, which
 * outlives the document where the caller has one. A document's own numbers stand in the cache's entries too, with the
 * number of the document that they are good for, so that a word is looked up just once.
 * Leaves alone: frequencies, which index.c counts. */
#include "model/vocabulary.h"

#include <stdlib.h>
#include <string.h>

#include "base/skip.h"
#include "model/index.h"

/* uthash inside an arena: what it frees stays until the arena goes. ld_arena_alloc never gives NULL. Keys are filled up
 * with zeros to a multiple of eight bytes. */
#define uthash_malloc(size) ld_arena_alloc(arena, size)
#define uthash_free(pointer, size) ((void)(pointer))
#define HASH_KEYCMP(a, b, length) (!is_same(a, b, length))
static inline bool is_same(const char *a, const char *b, size_t length) {
    for (size_t i = 0; i < length; i += 8)
        if (ld_bytes_8(a + i) != ld_bytes_8(b + i)) return false;
    return true;
}
#include <uthash.h>

/* Chains are in memory that is seldom near: ten to a chain, as uthash would have it, is more than a look-up costs. */
#undef HASH_BKT_CAPACITY_THRESH
#define HASH_BKT_CAPACITY_THRESH 6U

/* Ask for memory that will be read soon; nothing happens where there is none. */
#ifdef __GNUC__
#define WILL_READ(place, offset) __builtin_prefetch((const void *)((uintptr_t)(place) + (offset)))
#else
#define WILL_READ(place, offset) ((void)(place))
#endif

enum {
    MOST_WORDS = 1 << 16, /* in a cache, when a document begins: news has some 30,000 that come again */
    BYTES_A_FORM = 10,
    MOST_GUESSED = 512, /* of a text there is a new form of a word in so many bytes, at first */
    FEWEST_RECENT = 1 << 10,
    MOST_RECENT = 1 << 17
};

/* A word or a stem. It begins where LINE bytes that are fetched together do, and what a look-up reads is the second
 * such line, from hh.keylen to the end of the key. */
enum { LINE = 64 };
struct ld_known {
    struct ld_known *stop; /* of a word: its entry as a stop word; NULL: not found out yet */
    uint64_t filler;
    UT_hash_handle hh;
    uint32_t document; /* the last one that had it */
    uint32_t number;   /* there: index into words or terms */
    union {
        struct { /* of a word */
            uint32_t facts, shape;
            struct ld_known *stem; /* its entry, likewise */
        };
        struct { /* of a stem */
            uint32_t background;
            bool counts; /* is a content term */
            double idf;
        };
    };
    char key[];
};
enum { HOT = offsetof(struct ld_known, hh.keylen) };

struct ld_known_words {       /* of a language */
    struct ld_known **recent; /* [recent_mask + 1] by hash, the word looked up last; NULL: none yet */
    uint32_t recent_mask, count;
    struct ld_stemmer *stemmer; /* NULL: a word is its own stem */
    struct ld_known *words;     /* uthash: folded words */
    struct ld_known *terms[2];  /* uthash: stems of content words, stop words: "like" apart from that of "liked" */
};

struct lede_cache {
    struct ld_arena arena;
    uint32_t document; /* under way, from 1 */
    uint32_t words;
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

static inline struct ld_known *find(struct ld_known *table, const char *key, uint32_t length, uint32_t hash) {
    struct ld_known *known;
    HASH_FIND_BYHASHVALUE(hh, table, key, length, hash, known);
    return known;
}

/* Bytes of a key with its zeros. */
static uint32_t filled(uint32_t length) { return length / 8 * 8 + 8; }

static inline const char *copy_key(char *to, const char *key, uint32_t length) {
    for (uint32_t i = 0; i <= length; i += 8) ld_put_bytes_8(to + i, ld_bytes_8(key + i));
    return to;
}

static struct ld_known *enter(struct ld_arena *arena, struct ld_known **table, const char *key, uint32_t length,
                              uint32_t hash) {
    struct ld_known *known = ld_arena_alloc_at(arena, sizeof *known + filled(length), LINE), *head = *table;
    *known = (struct ld_known){0};
    copy_key(known->key, key, length);
    HASH_ADD_KEYPTR_BYHASHVALUE(hh, head, known->key, length, hash, known);
    *table = head;
    return known;
}

/* Room for twice as many recent words as there are words, up to a bound. */
static void grow_recent(struct ld_known_words *known, struct ld_arena *arena) {
    const uint32_t before = known->recent ? known->recent_mask + 1 : 0, size = before ? 2 * before : FEWEST_RECENT;
    struct ld_known **recent = ld_arena_array(arena, size, sizeof *recent);
    for (uint32_t i = 0; i < before; i++)
        if (known->recent[i]) recent[known->recent[i]->hh.hashv & (size - 1)] = known->recent[i];
    known->recent = recent;
    known->recent_mask = size - 1;
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
    if (cache->words > MOST_WORDS || cache->document == UINT32_MAX) ld_cache_drop(cache);
    cache->arena.fail = arena->fail;
    cache->document++;
    struct ld_stemmer **stemmer = &vocabulary->known->stemmer;
    if (!*stemmer && !ld_stemmer_new(language, stemmer)) ld_arena_fail(arena);
    if (!vocabulary->known->recent) grow_recent(vocabulary->known, &cache->arena);
    const uint32_t guess = length / BYTES_A_FORM < MOST_GUESSED ? length / BYTES_A_FORM + 1 : MOST_GUESSED;
    vocabulary->words = ld_arena_alloc(arena, guess * sizeof *vocabulary->words);
    vocabulary->terms = ld_arena_alloc(arena, guess * sizeof *vocabulary->terms);
    vocabulary->word_capacity = vocabulary->term_capacity = guess;
}

void ld_vocabulary_stops(struct ld_vocabulary *vocabulary, const char *list, size_t length) {
    vocabulary->has_own_stops = true;
    for (const char *line = list, *end = list + length; line < end;) {
        const char *stop = memchr(line, '\n', (size_t)(end - line));
        if (!stop) stop = end;
        struct ld_word_scan scan;
        ld_words_start(&scan, line, (struct ld_span){0, stop - line < 256 ? (uint32_t)(stop - line) : 256},
                       ld_languages);
        while (*line != '#' && ld_words_next(&scan)) {
            if (!find(vocabulary->own_stops, scan.folded, scan.length, scan.hash))
                enter(vocabulary->arena, &vocabulary->own_stops, scan.folded, scan.length, scan.hash);
        }
        line = stop < end ? stop + 1 : end;
    }
}

static bool has_content(const char *folded, uint32_t length) {
    for (uint32_t i = 0; i < length; i++) {
        unsigned char c = (unsigned char)folded[i];
        if (c >= 'a' || (c >= '0' && c <= '9')) return true; /* letters of other scripts are bytes from 0x80 on */
    }
    return false;
}

/* The entry of a word's stem, or of the stop word itself. */
static struct ld_known *find_term(struct ld_vocabulary *vocabulary, const struct ld_word *word, bool stop) {
    struct lede_cache *cache = vocabulary->cache;
    struct ld_known **table = &vocabulary->known->terms[stop];
    char key[LD_FOLDED_BYTES];
    size_t length = word->length;
    const char *stem = stop ? word->folded : ld_stem(vocabulary->known->stemmer, word->folded, word->length, &length);
    if (!stem) ld_arena_fail(vocabulary->arena);
    if (length > sizeof key - 8) length = sizeof key - 8;
    memcpy(key, stem, length);
    memset(key + length, 0, 8);
    uint32_t hash = ld_table_hash(key, length);
    struct ld_known *term = find(*table, key, (uint32_t)length, hash);
    if (term) return term;
    term = enter(&cache->arena, table, key, (uint32_t)length, hash);
    term->background = ld_table_find_hashed(vocabulary->frequencies, key, length, hash);
    term->counts = !stop && has_content(key, (uint32_t)length);
    if (term->counts && vocabulary->background)
        term->idf = ld_inverse_frequency(vocabulary->background, term->background);
    return term;
}

static uint32_t term_of(struct ld_vocabulary *vocabulary, struct ld_known *known, const struct ld_word *word) {
    const bool stop = word->facts & LD_STOP;
    struct ld_known **term = stop ? &known->stop : &known->stem;
    if (!*term) *term = find_term(vocabulary, word, stop);
    known = *term;
    if (known->document == vocabulary->cache->document) return known->number;
    LD_ARENA_ROOM(vocabulary->arena, vocabulary->terms, vocabulary->term_count, vocabulary->term_capacity);
    const uint32_t length = known->hh.keylen;
    const char *stem = word->folded;
    if (length != word->length || !is_same(stem, known->key, length))
        stem = copy_key(ld_arena_alloc(vocabulary->arena, filled(length)), known->key, length);
    vocabulary->terms[vocabulary->term_count] = (struct ld_term){
        .stem = stem, .length = length, .background = known->background, .counts = known->counts, .idf = known->idf};
    known->document = vocabulary->cache->document;
    return known->number = vocabulary->term_count++;
}

uint32_t ld_vocabulary_find(const struct ld_vocabulary *vocabulary, const struct ld_word_scan *scan) {
    const struct ld_known *known = find(vocabulary->known->words, scan->folded, scan->length, scan->hash);
    return known && known->document == vocabulary->cache->document ? known->number : UINT32_MAX;
}

/* The entry of a word; what follows from the word alone is found out here, once. */
static struct ld_known *know(struct ld_vocabulary *vocabulary, const struct ld_word_read *read) {
    struct ld_known *known = find(vocabulary->known->words, read->folded, read->length, read->hash);
    if (known) return known;
    struct lede_cache *cache = vocabulary->cache;
    const uint32_t facts = ld_language_look(vocabulary->language, read->folded, read->length);
    known = enter(&cache->arena, &vocabulary->known->words, read->folded, read->length, read->hash);
    known->facts = facts & ~LD_OPENS_PHRASE;
    known->shape =
        ld_shape_of(vocabulary->endings, read->folded, read->length) | (facts & LD_OPENS_PHRASE ? LD_BEGINS_PHRASE : 0);
    cache->words++;
    if (++vocabulary->known->count > vocabulary->known->recent_mask / 2 &&
        vocabulary->known->recent_mask < MOST_RECENT - 1)
        grow_recent(vocabulary->known, &cache->arena);
    return known;
}

/* A word that the document did not have yet. */
static uint32_t add_word(struct ld_vocabulary *vocabulary, struct ld_known *known, const struct ld_word_read *read) {
    LD_ARENA_ROOM(vocabulary->arena, vocabulary->words, vocabulary->word_count, vocabulary->word_capacity);
    const char *folded = copy_key(ld_arena_alloc(vocabulary->arena, filled(read->length)), read->folded, read->length);
    struct ld_word *word = &vocabulary->words[vocabulary->word_count];
    *word = (struct ld_word){.folded = folded, .length = read->length, .facts = known->facts, .shape = known->shape};
    if (vocabulary->has_own_stops) {
        bool stop = find(vocabulary->own_stops, folded, word->length, read->hash);
        word->facts = (word->facts & ~(uint32_t)LD_STOP) | (stop ? LD_STOP : 0);
    }
    word->term = term_of(vocabulary, known, word);
    known->document = vocabulary->cache->document;
    return known->number = vocabulary->word_count++;
}

/* A cache is larger than what a processor has at hand, and each look-up goes from one place in it to another. So each
 * step is taken for all words before the next one, and the next one's place is asked for: the waits run side by side.
 */
void ld_vocabulary_words(struct ld_vocabulary *vocabulary, const struct ld_words *words, struct ld_token *tokens) {
    struct ld_known *known[LD_WORDS_AT_ONCE];
    const struct ld_word_read *items = words->items;
    const uint32_t count = words->count;
    struct ld_known_words *of = vocabulary->known;
    for (uint32_t i = 0; i < count; i++) {
        known[i] = of->recent[items[i].hash & of->recent_mask];
        WILL_READ(known[i], HOT);
    }
    for (uint32_t i = 0; i < count; i++) {
        const struct ld_word_read *read = &items[i];
        if (!known[i] || known[i]->hh.hashv != read->hash || known[i]->hh.keylen != read->length ||
            !is_same(known[i]->key, read->folded, read->length)) {
            known[i] = know(vocabulary, read);
            of->recent[read->hash & of->recent_mask] = known[i];
        }
        WILL_READ(known[i]->stem, HOT); /* stop words, which are few, are near without it */
    }
    for (uint32_t i = 0; i < count; i++) {
        bool here = known[i]->document == vocabulary->cache->document;
        uint32_t word = here ? known[i]->number : add_word(vocabulary, known[i], &items[i]);
        tokens[i] = (struct ld_token){items[i].span.offset, word, (uint16_t)items[i].span.length, items[i].flags};
    }
}
