/* vocabulary.c - see vocabulary.h. In: folded words. Out: word and term numbers, in order of first use.
 * Leaves alone: frequencies, which index.c counts. */
#include "model/vocabulary.h"

#include <string.h>

/* uthash inside an arena: what it frees stays until the arena goes. ld_arena_alloc never gives NULL. */
#define uthash_malloc(size) ld_arena_alloc(vocabulary->arena, size)
#define uthash_free(pointer, size) ((void)(pointer))
#define HASH_FUNCTION(key, length, hash) ((hash) = ld_table_hash((key), (length)))
#include <uthash.h>

struct ld_entry {
    const char *key;
    uint32_t number;
    UT_hash_handle hh;
};

static struct ld_entry *find(struct ld_entry *table, const char *key, uint32_t length) {
    struct ld_entry *entry;
    HASH_FIND(hh, table, key, length, entry);
    return entry;
}

static void enter(struct ld_vocabulary *vocabulary, struct ld_entry **table, const char *key, uint32_t length,
                  uint32_t number) {
    struct ld_entry *entry = ld_arena_alloc(vocabulary->arena, sizeof *entry), *head = *table;
    entry->key = key;
    entry->number = number;
    HASH_ADD_KEYPTR(hh, head, entry->key, length, entry);
    *table = head;
}

void ld_vocabulary_stops(struct ld_vocabulary *vocabulary, const char *list, size_t length) {
    vocabulary->has_own_stops = true;
    for (const char *line = list, *end = list + length; line < end;) {
        const char *stop = memchr(line, '\n', (size_t)(end - line));
        if (!stop) stop = end;
        struct ld_word_scan scan;
        ld_words_start(&scan, line, (struct ld_span){0, stop - line < 256 ? (uint32_t)(stop - line) : 256}, ld_languages);
        while (*line != '#' && ld_words_next(&scan))
            if (!find(vocabulary->own_stops, scan.folded, scan.length))
                enter(vocabulary, &vocabulary->own_stops, ld_arena_string(vocabulary->arena, scan.folded, scan.length),
                      scan.length, 0);
        line = stop + 1;
    }
}

static bool has_content(const char *folded, uint32_t length) {
    for (uint32_t i = 0; i < length; i++) {
        unsigned char c = (unsigned char)folded[i];
        if (c >= 'a' || (c >= '0' && c <= '9')) return true; /* letters of other scripts are bytes from 0x80 on */
    }
    return false;
}

static uint32_t term_of(struct ld_vocabulary *vocabulary, const struct ld_word *word) {
    size_t length = word->length;
    const char *stem = word->folded;
    const bool stop = word->facts & LD_STOP;
    struct ld_entry **table = stop ? &vocabulary->by_stop : &vocabulary->by_stem;
    if (!stop) stem = ld_stem(vocabulary->stemmer, word->folded, word->length, &length);
    if (!stem) ld_arena_fail(vocabulary->arena);
    struct ld_entry *entry = find(*table, stem, (uint32_t)length);
    if (entry) return entry->number;
    LD_ARENA_ROOM(vocabulary->arena, vocabulary->terms, vocabulary->term_count, vocabulary->term_capacity);
    struct ld_term *term = &vocabulary->terms[vocabulary->term_count];
    *term = (struct ld_term){0};
    term->stem = ld_arena_string(vocabulary->arena, stem, length);
    term->length = (uint32_t)length;
    term->counts = !stop && has_content(stem, (uint32_t)length);
    term->background = ld_table_find(vocabulary->language->frequencies, stem, length);
    enter(vocabulary, table, term->stem, term->length, vocabulary->term_count);
    return vocabulary->term_count++;
}

uint32_t ld_vocabulary_find(const struct ld_vocabulary *vocabulary, const char *folded, uint32_t length) {
    struct ld_entry *entry = find(vocabulary->by_word, folded, length);
    return entry ? entry->number : UINT32_MAX;
}

uint32_t ld_vocabulary_word(struct ld_vocabulary *vocabulary, const char *folded, uint32_t length) {
    uint32_t number = ld_vocabulary_find(vocabulary, folded, length);
    if (number != UINT32_MAX) return number;
    LD_ARENA_ROOM(vocabulary->arena, vocabulary->words, vocabulary->word_count, vocabulary->word_capacity);
    struct ld_word word = {.folded = ld_arena_string(vocabulary->arena, folded, length), .length = length};
    word.facts = ld_language_facts(vocabulary->language, folded, length);
    if (vocabulary->has_own_stops)
        word.facts = (word.facts & ~(uint32_t)LD_STOP) | (find(vocabulary->own_stops, folded, length) ? LD_STOP : 0);
    word.term = term_of(vocabulary, &word);
    enter(vocabulary, &vocabulary->by_word, word.folded, length, vocabulary->word_count);
    vocabulary->words[vocabulary->word_count] = word;
    return vocabulary->word_count++;
}
