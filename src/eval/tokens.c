/* tokens.c - see tokens.h. A token is a run of [a-z0-9] after lowering. Google's program lowers by Unicode, which makes
 * ASCII letters of two others: U+212A (Kelvin sign) of k, U+0130 of i and a mark. The older one lowers bytes A to Z.
 * Every other byte parts tokens. Only tokens of more than three letters are stemmed, by both. */
#include "eval/tokens.h"

#include <string.h>

#include "eval/irregular.h"
#include "eval/porter.h"

void ld_vocabulary_init(struct ld_vocabulary *vocabulary, struct ld_arena *arena, enum ld_flavour flavour, bool stem) {
    *vocabulary = (struct ld_vocabulary){.flavour = flavour, .stem = stem};
    ld_names_init(&vocabulary->words, arena);
    ld_names_init(&vocabulary->stems, arena);
}

static bool is_blank(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }
static bool is_word(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); }

/* The number of a word's stem. */
static uint32_t stem_of(struct ld_vocabulary *v, const char *word, size_t length) {
    if (!v->stem || length <= 3) return ld_names_add(&v->stems, word, length);
    const char *base = v->flavour == LD_PERL ? ld_irregular_base(word, length) : NULL;
    if (base) return ld_names_add(&v->stems, base, strlen(base));
    char *stem = ld_arena_string(v->stems.arena, word, length);
    return ld_names_add(&v->stems, stem,
                        ld_porter_stem(v->flavour == LD_PERL ? LD_PORTER_ROUGE155 : LD_PORTER_NLTK, stem, length));
}

static uint32_t number_of(struct ld_vocabulary *v, const char *word, size_t length) {
    uint32_t known = v->words.count, i = ld_names_add(&v->words, word, length);
    if (i == known) {
        uint32_t stem = stem_of(v, word, length);
        v->words.items[i].value = stem;
    }
    return v->words.items[i].value;
}

void ld_vocabulary_stop(struct ld_vocabulary *v, const char *words, size_t length) {
    for (size_t i = 0, start; i < length; i++) {
        if (is_blank(words[i])) continue;
        for (start = i; i < length && !is_blank(words[i]);) i++;
        uint32_t word = ld_names_add(&v->words, words + start, i - start);
        v->words.items[word].value = LD_STOPPED;
    }
}

/* A line in lower case, into v->lower; gives its length there, which is never more. */
static size_t lower(struct ld_vocabulary *v, const char *line, size_t length) {
    size_t n = 0;
    for (size_t i = 0; i < length; i++) {
        const char *at = line + i;
        if (*at >= 'A' && *at <= 'Z') {
            v->lower[n++] = (char)(*at - 'A' + 'a');
        } else if (v->flavour == LD_GOOGLE && length - i >= 3 && !memcmp(at, "\xE2\x84\xAA", 3)) {
            v->lower[n++] = 'k';
            i += 2;
        } else if (v->flavour == LD_GOOGLE && length - i >= 2 && !memcmp(at, "\xC4\xB0", 2)) {
            v->lower[n++] = 'i';
            v->lower[n++] = ' ';
            i++;
        } else {
            v->lower[n++] = *at;
        }
    }
    return n;
}

static void add_line(struct ld_vocabulary *v, const char *line, size_t length, struct ld_tokens *out) {
    struct ld_arena *arena = v->words.arena;
    uint32_t before = out->count;
    size_t n = lower(v, line, length);
    for (size_t i = 0, start; i < n; i++) {
        if (!is_word(v->lower[i])) continue;
        for (start = i; i < n && is_word(v->lower[i]);) i++;
        uint32_t stem = number_of(v, v->lower + start, i - start);
        if (stem == LD_STOPPED) continue;
        LD_ARENA_ROOM(arena, out->stems, out->count, out->capacity);
        out->stems[out->count++] = stem;
    }
    if (out->count == before) return;
    LD_ARENA_ROOM(arena, out->ends, out->sentences, out->ends_capacity);
    out->ends[out->sentences++] = out->count;
}

/* How many words (see struct ld_cut) a line has, up to limit; in *end where the last of them ends. */
static size_t count_words(const char *line, size_t length, size_t limit, size_t *end) {
    size_t i = 0, words = 0;
    while (i < length && is_blank(line[i])) i++;
    *end = 0;
    if (i == length) return 0;
    if (i > 0) words++;
    while (i < length && words < limit) {
        while (i < length && !is_blank(line[i])) i++;
        *end = i;
        words++;
        while (i < length && is_blank(line[i])) i++;
    }
    return words;
}

/* The bytes of a line that are kept; *used counts over the lines, and *last is set where no more may follow. */
static size_t keep(struct ld_cut cut, const char *line, size_t length, size_t *used, bool *last) {
    size_t end = length, size = 0, limit = cut.words ? cut.words : cut.bytes;
    if (!limit) return length;
    if (cut.words)
        size = count_words(line, length, limit - *used, &end);
    else
        size = length;
    *last = size >= limit - *used;
    if (!*last) {
        if (!cut.by_line) *used += size;
        return length;
    }
    return cut.words ? end : limit - *used;
}

void ld_tokens_read(struct ld_vocabulary *v, struct ld_text text, struct ld_cut cut, struct ld_tokens *out) {
    out->count = out->sentences = 0;
    if (v->lower_size < text.length) {
        size_t size = 2 * text.length;
        v->lower = ld_arena_grow(v->words.arena, v->lower, v->lower_size, size);
        v->lower_size = size;
    }
    size_t used = 0;
    bool last = false;
    for (size_t start = 0; start < text.length && !last;) {
        const char *line = text.bytes + start, *newline = memchr(line, '\n', text.length - start);
        size_t length = newline ? (size_t)(newline - line) : text.length - start;
        add_line(v, line, keep(cut, line, length, &used, &last), out);
        start += length + 1;
    }
}
