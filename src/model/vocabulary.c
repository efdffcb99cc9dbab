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

enum {
    MOST_LINES = 3 << 15, /* in a cache, when a document begins: news has some 30,000 words that come again */
    FEWEST_RECENT = 1 << 11,
    BYTES_A_FORM = 10,
    MOST_GUESSED = 512 /* of a text there is a new form of a word in so many bytes, at first */
};

/* A word, a stem, or both. A cache is larger than what a processor has at hand, so an entry is what is fetched together
 * of memory; a long one goes on in the lines after it. */
enum { LINE = 64 };
struct ld_known {
    uint32_t document, number;           /* as a word: the last document that had it, and its number there */
    uint32_t term_document, term_number; /* as a stem: likewise */
    uint32_t facts, shape;               /* as a word */
    uint32_t stem;                       /* as a word: the line of its stem; 0: not found out yet */
    uint16_t length;                     /* of the key */
    bool is_word, is_stem;               /* is it known what it is as such? */
    double idf;                          /* as a stem; below 0: it is no content term */
    char key[24];                        /* and zeros: one to eight, to a multiple of eight */
};
_Static_assert(sizeof(struct ld_known) == LINE, "an entry is a line of memory");

struct ld_key { /* what finds an entry; apart from it, for most words are found by recent */
    UT_hash_handle hh;
    uint32_t number; /* of its line */
};

struct ld_lines {                     /* in the order in which they were met: so what is common is close together */
    struct ld_known *at;              /* [capacity + 1] at a multiple of LINE; numbered from 1 on, 0 is none */
    struct ld_key *keys;              /* uthash: of all entries; hh.key lies in them */
    uint32_t *recent, mask, capacity; /* [mask + 1] by hash, at the numbers last looked up; 0: none */
    uint32_t used;
};

struct ld_known_words { /* of a language */
    struct ld_lines lines;
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

/* ---- lines ------------------------------------------------------------------------------------------------------- */

/* Bytes of a key with its zeros. */
static uint32_t filled(uint32_t length) { return length / 8 * 8 + 8; }

static uint32_t lines_of(uint32_t length) {
    return (uint32_t)(offsetof(struct ld_known, key) + filled(length) + LINE - 1) / LINE;
}

static inline const char *copy_key(char *to, const char *key, uint32_t length) {
    for (uint32_t i = 0; i <= length; i += 8) ld_put_bytes_8(to + i, ld_bytes_8(key + i));
    return to;
}

static inline bool has_key(const struct ld_known *known, const char *key, uint32_t length) {
    if (ld_bytes_8(known->key) != ld_bytes_8(key)) return false;
    if (length < 8) return true; /* a zero after it was among them */
    return known->length == length && is_same(known->key, key, length);
}

/* Four places next to each other may have a key's number, with what of its hash is above it; what was looked up last is
 * at the first of them, home. */
enum { PLACES = 4 };

static void remember(const struct ld_lines *lines, uint32_t hash, uint32_t number) {
    const uint32_t home = hash & lines->mask;
    uint32_t *recent = lines->recent, i = 1;
    /* NOLINTNEXTLINE(clang-analyzer-core.NullDereference): what has a number has lines, and with them recent */
    while (i < PLACES - 1 && recent[home ^ i]) i++; /* the last one may be forgotten: uthash knows it, too */
    recent[home ^ i] = recent[home];
    recent[home] = (hash & ~lines->mask) | number;
}

static uint32_t recall(const struct ld_lines *lines, const char *key, uint32_t length, uint32_t hash) {
    const uint32_t home = hash & lines->mask;
    uint32_t *recent = lines->recent;
    for (uint32_t i = 0; i < PLACES; i++) {
        const uint32_t found = recent[home ^ i];
        if ((found ^ hash) & ~lines->mask || !has_key(&lines->at[found & lines->mask], key, length)) continue;
        recent[home ^ i] = recent[home];
        recent[home] = found;
        return found & lines->mask;
    }
    return 0;
}

/* Room for twice as much, and no less than so many lines more. */
static void grow(struct ld_arena *arena, struct ld_lines *lines, uint32_t more) {
    struct ld_lines large = *lines;
    do {
        large.mask = large.mask ? 2 * large.mask + 1 : FEWEST_RECENT - 1;
        if (large.mask >= LD_TABLE_MOST) ld_arena_fail(arena);
        large.capacity = large.mask / 8 * 3;
    } while (large.capacity - large.used < more);
    char *room = ld_arena_alloc(arena, (large.capacity + (size_t)2) * LINE);
    large.at = (void *)(room + (-(uintptr_t)room & (LINE - 1)));
    large.recent = ld_arena_array(arena, large.mask + (size_t)1, sizeof *large.recent);
    if (lines->at)
        memcpy(large.at, lines->at, (lines->used + (size_t)1) * LINE);
    else
        large.at[0] = (struct ld_known){0};
    for (struct ld_key *key = large.keys; key; key = key->hh.next) { /* to where the lines are now */
        key->hh.key = large.at[key->number].key;
        remember(&large, key->hh.hashv, key->number);
    }
    *lines = large;
}

/* The number of a key's line, at which the next look-up looks first; 0: there is none. */
static uint32_t find(const struct ld_lines *lines, const char *key, uint32_t length, uint32_t hash) {
    struct ld_key *found = NULL;
    const uint32_t number = lines->recent ? recall(lines, key, length, hash) : 0;
    if (number) return number;
    HASH_FIND_BYHASHVALUE(hh, lines->keys, key, length, hash, found);
    if (!found) return 0;
    remember(lines, hash, found->number);
    return found->number;
}

/* The same; where there is none, a new one. Lines may have moved afterwards. */
static uint32_t need(struct ld_arena *arena, struct ld_lines *lines, const char *key, uint32_t length, uint32_t hash) {
    const uint32_t number = find(lines, key, length, hash);
    if (number) return number;
    const uint32_t more = lines_of(length);
    if (lines->capacity - lines->used < more) grow(arena, lines, more);
    struct ld_key *entry = ld_arena_alloc(arena, sizeof *entry), *head = lines->keys;
    *entry = (struct ld_key){.number = lines->used + 1};
    struct ld_known *known = &lines->at[entry->number];
    *known = (struct ld_known){.length = (uint16_t)length};
    copy_key(known->key, key, length);
    HASH_ADD_KEYPTR_BYHASHVALUE(hh, head, known->key, length, hash, entry);
    lines->keys = head;
    lines->used += more;
    remember(lines, hash, entry->number);
    return entry->number;
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
    if (!vocabulary->known->lines.at) grow(&cache->arena, &vocabulary->known->lines, 0);
    const uint32_t guess = length / BYTES_A_FORM < MOST_GUESSED ? length / BYTES_A_FORM + 1 : MOST_GUESSED;
    vocabulary->words = ld_arena_alloc(arena, guess * sizeof *vocabulary->words);
    vocabulary->terms = ld_arena_alloc(arena, guess * sizeof *vocabulary->terms);
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
            need(vocabulary->arena, vocabulary->own_stops, scan.folded, scan.length, scan.hash);
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

/* The line of a word; what follows from the word alone is found out here. */
LD_APART static uint32_t know_word(const struct ld_vocabulary *vocabulary, const struct ld_word_read *read) {
    struct ld_lines *lines = &vocabulary->known->lines;
    const uint32_t number = need(&vocabulary->cache->arena, lines, read->folded, read->length, read->hash);
    struct ld_known *known = &lines->at[number];
    if (known->is_word) return number;
    const uint32_t facts = ld_language_look(vocabulary->language, read->folded, read->length);
    known->facts = facts & ~LD_OPENS_PHRASE;
    known->shape =
        ld_shape_of(vocabulary->endings, read->folded, read->length) | (facts & LD_OPENS_PHRASE ? LD_BEGINS_PHRASE : 0);
    known->is_word = true;
    return number;
}

/* Of a word that is no stop word: its line gets the number of its stem's, which may be itself. */
LD_APART static void know_stem(const struct ld_vocabulary *vocabulary, uint32_t word) {
    struct ld_lines *lines = &vocabulary->known->lines;
    char key[LD_FOLDED_BYTES];
    size_t length;
    const struct ld_known *known = &lines->at[word];
    const char *stem = ld_stem(vocabulary->known->stemmer, known->key, known->length, &length);
    if (!stem) ld_arena_fail(vocabulary->arena);
    if (length > sizeof key - 8) length = sizeof key - 8;
    memcpy(key, stem, length);
    memset(key + length, 0, 8);
    const uint32_t hash = ld_table_hash(key, length);
    const uint32_t number = need(&vocabulary->cache->arena, lines, key, (uint32_t)length, hash);
    lines->at[word].stem = number;
    struct ld_known *term = &lines->at[number];
    if (term->is_stem) return;
    term->is_stem = true;
    if (!has_content(key, (uint32_t)length)) {
        term->idf = -1;
    } else if (vocabulary->background) {
        const uint32_t with_it = ld_table_find_hashed(vocabulary->frequencies, key, length, hash);
        term->idf = ld_inverse_frequency(vocabulary->background, with_it);
    }
}

/* ---- words of a document ----------------------------------------------------------------------------------------- */

uint32_t ld_vocabulary_find(const struct ld_vocabulary *vocabulary, const struct ld_word_scan *scan) {
    const struct ld_lines *lines = &vocabulary->known->lines;
    const struct ld_known *known = &lines->at[find(lines, scan->folded, scan->length, scan->hash)];
    return known->document == vocabulary->cache->document ? known->number : UINT32_MAX;
}

/* The term of a word that the document did not have yet, which is at line number. There is room for one more. */
static uint32_t term_of(struct ld_vocabulary *vocabulary, uint32_t number, const struct ld_word *word) {
    struct ld_lines *lines = &vocabulary->known->lines;
    struct ld_term *term = &vocabulary->terms[vocabulary->term_count];
    if (word->facts & LD_STOP) { /* apart from a stem of the same letters: "like" from that of "liked" */
        *term = (struct ld_term){.stem = word->folded, .length = word->length};
        return vocabulary->term_count++;
    }
    if (!lines->at[number].stem) know_stem(vocabulary, number);
    struct ld_known *stem = &lines->at[lines->at[number].stem];
    if (stem->term_document == vocabulary->cache->document) return stem->term_number;
    *term = (struct ld_term){.stem = word->folded, .length = stem->length};
    if (stem != &lines->at[number])
        term->stem = copy_key(ld_arena_alloc(vocabulary->arena, filled(stem->length)), stem->key, stem->length);
    term->counts = stem->idf >= 0;
    term->idf = term->counts ? stem->idf : 0;
    stem->term_document = vocabulary->cache->document;
    return stem->term_number = vocabulary->term_count++;
}

/* Words that the document did not have yet: count of the items, by their place there. */
static void add_words(struct ld_vocabulary *vocabulary, const struct ld_word_read *items, const uint32_t *numbers,
                      const uint32_t *places, uint32_t count) {
    while (vocabulary->word_capacity - vocabulary->word_count < count)
        LD_ARENA_MORE(vocabulary->arena, vocabulary->words, vocabulary->word_capacity);
    while (vocabulary->term_capacity - vocabulary->term_count < count)
        LD_ARENA_MORE(vocabulary->arena, vocabulary->terms, vocabulary->term_capacity);
    struct ld_word *word = vocabulary->words + vocabulary->word_count;
    for (uint32_t i = 0; i < count; i++, word++) {
        /* NOLINTNEXTLINE(clang-analyzer-core.uninitialized.ArraySubscript): the caller filled in count places */
        const struct ld_word_read *read = &items[places[i]];
        const uint32_t number = numbers[places[i]];
        const struct ld_known *known = &vocabulary->known->lines.at[number];
        char *folded = ld_arena_alloc(vocabulary->arena, filled(read->length));
        *word = (struct ld_word){.folded = copy_key(folded, read->folded, read->length),
                                 .length = (uint16_t)read->length,
                                 .facts = known->facts,
                                 .shape = known->shape};
        if (vocabulary->own_stops) {
            bool stop = find(vocabulary->own_stops, folded, read->length, read->hash);
            word->facts = (word->facts & ~(uint32_t)LD_STOP) | (stop ? LD_STOP : 0);
        }
        word->term = term_of(vocabulary, number, word);
    }
    vocabulary->word_count += count;
}

/* Each step is taken for all words before the next one, and the memory that the next one reads is asked for: the waits
 * for it run side by side. */
void ld_vocabulary_words(struct ld_vocabulary *vocabulary, const struct ld_words *words, struct ld_token *tokens) {
    uint32_t numbers[LD_WORDS_AT_ONCE], fresh[LD_WORDS_AT_ONCE], *last = fresh;
    const struct ld_word_read *items = words->items;
    const uint32_t count = words->count, document = vocabulary->cache->document;
    struct ld_lines *lines = &vocabulary->known->lines;
    for (uint32_t i = 0; i < count; i++) {
        numbers[i] = lines->recent[items[i].hash & lines->mask] & lines->mask;
        LD_WILL_READ(&lines->at[numbers[i]]);
    }
    uint32_t next = vocabulary->word_count;
    for (uint32_t i = 0; i < count; i++) {
        const struct ld_word_read *read = &items[i];
        struct ld_known *known = &lines->at[numbers[i]];
        if (!known->is_word || !has_key(known, read->folded, read->length)) {
            numbers[i] = know_word(vocabulary, read);
            known = &lines->at[numbers[i]];
        }
        LD_WILL_READ(&lines->at[known->stem]);
        /* without a branch, for none could be foreseen */
        const uint32_t is_fresh = known->document != document, number = known->number;
        const uint32_t word = number ^ ((number ^ next) & -is_fresh);
        known->document = document;
        known->number = word;
        *last = i;
        last += is_fresh;
        next += is_fresh;
        tokens[i] = (struct ld_token){read->span.offset, word, (uint16_t)read->span.length, read->flags};
    }
    add_words(vocabulary, items, numbers, fresh, (uint32_t)(last - fresh));
}
