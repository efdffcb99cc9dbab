/* keywords.c - the words that say what a text is about.
 *
 * In: the index. Out: terms by tf x idf (Salton & Buckley 1988), each shown by its commonest surface form, and the
 * word pairs and triples that come at least twice and as often as most of their words do (frequent phrases, as in
 * Frank et al. 1999, KEA, without its learner). A word that is part of a phrase given is not given again. */
#include <stdlib.h>
#include <string.h>

#include "base/unicode.h"
#include "model/index.h"
#include "pick/summary.h"
#include "text/spaces.h"

enum { DEFAULT_KEYWORDS = 10, PHRASE = 3 };

struct candidate {
    uint32_t first_token, tokens; /* where it first stands */
    uint32_t frequency;
    double score;
};

static uint32_t term_at(const struct lede_document *doc, uint32_t token) { return ld_token_word(doc, token)->term; }

static int by_score(const void *a, const void *b) {
    const struct candidate *x = a, *y = b;
    if (x->score != y->score) return x->score < y->score ? 1 : -1;
    return (x->first_token > y->first_token) - (x->first_token < y->first_token);
}

/* Two letters or more, or a longer number: "5" alone says nothing. */
static bool is_word(const struct lede_document *doc, uint32_t token) {
    const struct ld_token *t = &doc->tokens[token];
    return doc->terms[term_at(doc, token)].counts && t->length > 1 && !(t->flags & LD_NUMERIC);
}

/* The commonest form among a term's tokens in the body; capitals only where most have them. [V] each. */
static void find_forms(const struct lede_document *doc, uint32_t *first, uint32_t *best_word) {
    for (uint32_t w = 0; w < doc->word_count; w++) {
        uint32_t v = doc->words[w].term;
        if (best_word[v] == UINT32_MAX || doc->words[w].count > doc->words[best_word[v]].count) best_word[v] = w;
    }
    for (uint32_t s = 0; s < doc->sentence_count; s++)
        for (uint32_t i = 0; ld_is_indexed(doc, &doc->sentences[s]) && i < doc->sentences[s].token_count; i++) {
            uint32_t token = doc->sentences[s].first_token + i, v = term_at(doc, token);
            if (doc->tokens[token].word != best_word[v]) continue;
            bool sentence_case = !i; /* a capital there says nothing, another place is better */
            if (first[v] == UINT32_MAX || (!sentence_case && first[v] & 1u << 31))
                first[v] = token | (sentence_case ? 1u << 31 : 0);
        }
}

/* A run of word tokens without marks between, starting at token i of a sentence: pairs and triples. */
static bool is_phrase(const struct lede_document *doc, uint32_t token, uint32_t length) {
    for (uint32_t i = 0; i < length; i++)
        if (!is_word(doc, token + i) || (i && doc->tokens[token + i].flags & LD_AFTER_PUNCT)) return false;
    return true;
}

struct phrases {
    struct candidate *items;
    uint32_t *slots, mask, count;
};

static bool same_phrase(const struct lede_document *doc, const struct candidate *c, uint32_t token, uint32_t length) {
    if (c->tokens != length) return false;
    for (uint32_t i = 0; i < length; i++)
        if (term_at(doc, c->first_token + i) != term_at(doc, token + i)) return false;
    return true;
}

static void count_phrase(const struct lede_document *doc, struct phrases *phrases, uint32_t token, uint32_t length) {
    uint32_t hash = length;
    for (uint32_t i = 0; i < length; i++) hash = (hash ^ term_at(doc, token + i)) * 0x9E3779B1u;
    uint32_t slot = (hash ^ hash >> 15) & phrases->mask;
    while (phrases->slots[slot]) {
        struct candidate *c = &phrases->items[phrases->slots[slot] - 1];
        if (same_phrase(doc, c, token, length)) {
            c->frequency++;
            return;
        }
        slot = (slot + 1) & phrases->mask;
    }
    phrases->items[phrases->count] = (struct candidate){token, length, 1, 0};
    phrases->slots[slot] = ++phrases->count;
}

static struct phrases find_phrases(struct ld_arena *arena, const struct lede_document *doc) {
    struct phrases phrases = {0};
    size_t most = 2 * (size_t)doc->token_count + 1;
    if (doc->token_count > 1u << 20) return phrases; /* beyond a million words single words do */
    phrases.mask = 1;
    while (phrases.mask < 2 * most) phrases.mask = 2 * phrases.mask + 1;
    phrases.slots = ld_arena_array(arena, phrases.mask + (size_t)1, sizeof *phrases.slots);
    phrases.items = ld_arena_alloc(arena, most * sizeof *phrases.items);
    for (uint32_t s = 0; s < doc->sentence_count; s++) {
        const struct ld_sentence *sentence = &doc->sentences[s];
        for (uint32_t i = 0; ld_is_indexed(doc, sentence) && i + 1 < sentence->token_count; i++)
            for (uint32_t length = 2; length <= PHRASE && i + length <= sentence->token_count; length++)
                if (is_phrase(doc, sentence->first_token + i, length))
                    count_phrase(doc, &phrases, sentence->first_token + i, length);
    }
    return phrases;
}

/* Collect the phrases that hold together: at least twice, and half as often as their rarest word. */
static uint32_t add_phrases(const struct lede_document *doc, const struct phrases *phrases, struct candidate *pool,
                            uint32_t count) {
    for (uint32_t i = 0; i < phrases->count; i++) {
        struct candidate c = phrases->items[i];
        uint32_t rarest = UINT32_MAX;
        for (uint32_t k = 0; k < c.tokens; k++) {
            const struct ld_term *term = &doc->terms[term_at(doc, c.first_token + k)];
            if (term->body_frequency < rarest) rarest = term->body_frequency;
            c.score += c.frequency * term->idf;
        }
        if (c.frequency < 2 || 2 * c.frequency < rarest) continue;
        pool[count++] = c;
    }
    return count;
}

static bool covered(const struct lede_document *doc, const struct candidate *chosen, uint32_t count,
                    const struct candidate *c) {
    for (uint32_t i = 0; i < count; i++)
        for (uint32_t a = 0; a < chosen[i].tokens; a++)
            for (uint32_t b = 0; b < c->tokens; b++)
                if (term_at(doc, chosen[i].first_token + a) == term_at(doc, c->first_token + b)) return true;
    return false;
}

static void write_keyword(struct ld_arena *arena, const struct lede_document *doc, const struct candidate *c,
                          uint32_t unit, struct ld_pick *pick) {
    const struct ld_token *first = &doc->tokens[c->first_token], *last = first + c->tokens - 1;
    struct ld_span span = {first->offset, last->offset + last->length - first->offset};
    pick->text = ld_fold_spaces(arena, doc->text, span, &pick->text_length);
    pick->unit = unit;
    pick->score = c->score;
}

static uint32_t unit_of(const struct lede_document *doc, uint32_t token) {
    uint32_t low = 0, high = doc->sentence_count;
    while (high - low > 1) {
        uint32_t middle = low + (high - low) / 2;
        if (doc->sentences[middle].first_token <= token)
            low = middle;
        else
            high = middle;
    }
    return low;
}

void ld_pick_keywords(struct ld_arena *arena, const struct lede_document *doc, const lede_summary_options *options,
                      struct ld_picks *out) {
    uint32_t wanted = options->keywords ? (uint32_t)options->keywords : DEFAULT_KEYWORDS, count = 0;
    struct phrases phrases = find_phrases(arena, doc);
    struct candidate *pool = ld_arena_alloc(arena, (doc->term_count + (size_t)phrases.count + 1) * sizeof *pool);
    uint32_t *first = ld_arena_alloc(arena, doc->term_count * sizeof *first + 1),
             *best_word = ld_arena_alloc(arena, doc->term_count * sizeof *first + 1);
    memset(first, 0xFF, doc->term_count * sizeof *first);
    memset(best_word, 0xFF, doc->term_count * sizeof *best_word);
    find_forms(doc, first, best_word);
    for (uint32_t v = 0; v < doc->term_count; v++) {
        const struct ld_term *term = &doc->terms[v];
        if (first[v] == UINT32_MAX || !is_word(doc, first[v] & ~(1u << 31))) continue;
        pool[count++] =
            (struct candidate){first[v] & ~(1u << 31), 1, term->body_frequency, term->body_frequency * term->idf};
    }
    count = add_phrases(doc, &phrases, pool, count);
    qsort(pool, count, sizeof *pool, by_score);
    if (wanted > count) wanted = count;
    struct candidate *chosen = ld_arena_alloc(arena, wanted * sizeof *chosen + 1);
    out->items = ld_arena_array(arena, wanted, sizeof *out->items);
    out->count = 0;
    for (uint32_t i = 0; i < count && out->count < wanted; i++) {
        if (covered(doc, chosen, out->count, &pool[i])) continue;
        chosen[out->count] = pool[i];
        write_keyword(arena, doc, &pool[i], unit_of(doc, pool[i].first_token), &out->items[out->count++]);
    }
}
