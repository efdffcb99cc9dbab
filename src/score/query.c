/* query.c - see query.h. In: a query, the words of a document. Out: terms. The query's words are sorted, so that each
 * of the document's is looked up in them: a query may be an article itself. */
#include "score/query.h"

#include <stdlib.h>
#include <string.h>

struct asked {
    const char *folded;
    uint32_t length, place, term; /* the place in the query; UINT32_MAX: not in the document */
};

static int compare(const char *a, uint32_t in_a, const char *b, uint32_t in_b) {
    if (in_a != in_b) return in_a < in_b ? -1 : 1;
    return memcmp(a, b, in_a);
}

static int by_form(const void *a, const void *b) {
    const struct asked *x = a, *y = b;
    const int order = compare(x->folded, x->length, y->folded, y->length);
    return order ? order : (x->place > y->place) - (x->place < y->place);
}

static struct asked *read_query(struct ld_arena *arena, const struct lede_document *doc,
                                const lede_summary_options *options, uint32_t *count) {
    struct ld_word_scan scan;
    struct asked *asked = NULL;
    uint32_t capacity = 0;
    ld_words_start(&scan, options->query, (struct ld_span){0, (uint32_t)options->query_length}, doc->language);
    for (*count = 0; ld_words_next(&scan); ++*count) {
        LD_ARENA_ROOM(arena, asked, *count, capacity);
        asked[*count] =
            (struct asked){ld_arena_string(arena, scan.folded, scan.length), scan.length, *count, UINT32_MAX};
    }
    if (*count) qsort(asked, *count, sizeof *asked, by_form);
    return asked;
}

/* The first of those that are not before the word. */
static uint32_t find(const struct asked *asked, uint32_t count, const struct ld_word *word) {
    uint32_t first = 0;
    while (count) {
        const uint32_t half = count / 2;
        const struct asked *middle = &asked[first + half];
        if (compare(middle->folded, middle->length, ld_folded_of(word), word->length) < 0) {
            first += half + 1;
            count -= half + 1;
        } else {
            count = half;
        }
    }
    return first;
}

const uint32_t *ld_query_terms(struct ld_arena *arena, const struct lede_document *doc,
                               const lede_summary_options *options, uint32_t *count) {
    uint32_t n = 0;
    *count = 0;
    struct asked *asked = options->query ? read_query(arena, doc, options, &n) : NULL;
    if (!n) return NULL;
    for (uint32_t w = 0; w < doc->word_count; w++) {
        const struct ld_word *word = &doc->words[w];
        for (uint32_t i = find(asked, n, word);
             i < n && !compare(asked[i].folded, asked[i].length, ld_folded_of(word), word->length); i++)
            asked[i].term = word->term;
    }
    uint32_t *terms = ld_arena_alloc(arena, n * sizeof *terms);
    for (uint32_t i = 0; i < n; i++) terms[asked[i].place] = asked[i].term;
    for (uint32_t i = 0; i < n; i++)
        if (terms[i] != UINT32_MAX) terms[(*count)++] = terms[i];
    return terms;
}
