/* keywords.c - the words that say what a text is about.
 *
 * In: the index. Out: terms by tf x idf (Salton & Buckley 1988), each shown by its commonest surface form, a
 * possessive without its ending where the text has the word without it, and the word pairs and triples that come at
 * least twice and as often as most of their words do (frequent phrases, as in Frank et al. 1999, KEA, without its
 * learner). A word that is part of a phrase given is not given again, nor are units, times and
 * fragments given. */
#include <string.h>

#include "base/unicode.h"
#include "pick/summary.h"
#include "text/spaces.h"

enum { DEFAULT_KEYWORDS = 10, LONGEST = 3 /* words of a phrase */ };
#define AT_START (UINT32_C(1) << 31) /* beside a token's number: it begins a sentence */
#define SHOWN (UINT32_C(1) << 31)    /* beside how often a form stands: a sentence of the body has it */

struct candidate {
    uint32_t first_token, tokens; /* where it first stands */
    uint32_t frequency;
    double score;
};

static uint32_t term_at(const struct lede_document *doc, uint32_t token) { return ld_token_word(doc, token)->term; }

static bool comes_before(const struct candidate *x, const struct candidate *y) {
    if (x->score != y->score) return x->score > y->score;
    if (x->first_token != y->first_token) return x->first_token < y->first_token;
    return x->tokens < y->tokens;
}

/* Two letters or more, or a longer number: "5" alone says nothing. */
static bool is_word(const struct ld_token *token) { return (token->length > 1) & ((token->flags & LD_NUMERIC) == 0); }

/* "says", "January": no more is said by it than that somebody spoke, or when. */
static bool is_frame(const struct lede_document *doc, const struct ld_token *token) {
    return doc->words[token->word].facts & (LD_SAY | LD_TIME | LD_MONTH);
}

/* Of a reporting verb, "said", but not "claims": it is hardly a noun, and holds no phrase together. */
static bool is_reported(const struct lede_document *doc, const struct ld_token *token) {
    enum { LIKE_SAYS = 4 };
    return token->length <= LIKE_SAYS || doc->text[token->offset + token->length - 1] != 's';
}

/* Of an address of the web, or a part of a word that a hyphen cuts at a line's end. */
static bool is_fragment(const struct lede_document *doc, const struct ld_token *token) {
    const char *text = doc->text, *start = text + token->offset, *end = start + token->length, *p = start;
    if (token->offset + token->length + 1 < doc->length && *end == '-' && (end[1] == '\n' || end[1] == '\r'))
        return true;
    while (p > text && (unsigned char)p[-1] > ' ') p--;
    for (const char *at = p; at < start && (at = memchr(at, ':', (size_t)(start - at))); at++)
        if (start - at > 2 && at[1] == '/' && at[2] == '/') return true;
    if (start - p == 0 && end < text + doc->length - 3 && !memcmp(end, "://", 3)) return true;
    if (p < start || p == text || (p[-1] != '\n' && p[-1] != '\r')) return false;
    while (p > text && (unsigned char)p[-1] <= ' ') p--;
    return p - text > 1 && p[-1] == '-' && (unsigned char)p[-2] > ' ' && !ld_is_upper((unsigned char)*start);
}

/* What a word is looked at for; nothing where its term does not count. */
enum use {
    FORM = 1,   /* the commonest form of its term, the first one of equals */
    PHRASE = 2, /* its term stands twice at least: a phrase with it may, too */
    SAYS = 4    /* it is a reporting verb */
};

/* Here and below, what is as often so as not is decided without a branch. */
static unsigned char *find_uses(struct ld_arena *arena, const struct lede_document *doc) {
    unsigned char *uses = ld_arena_alloc(arena, doc->word_count);
    uint32_t *counts = ld_arena_array(arena, doc->word_count, sizeof *counts); /* tokens of this form, in all units */
    uint32_t *most = ld_arena_array(arena, doc->term_count, sizeof *most);     /* of the forms of each term */
    for (uint32_t t = 0; t < doc->token_count; t++) counts[doc->tokens[t].word]++;
    for (uint32_t s = 0; s < doc->sentence_count; s++) {
        const struct ld_token *t = &doc->tokens[doc->sentences[s].first_token],
                              *end = t + doc->sentences[s].token_count;
        for (; doc->sentences[s].content_count && t < end; t++) counts[t->word] |= SHOWN;
    }
    for (uint32_t w = 0; w < doc->word_count; w++) {
        const uint32_t v = doc->words[w].term;
        most[v] = counts[w] > most[v] ? counts[w] : most[v];
    }
    for (uint32_t w = 0; w < doc->word_count; w++) {
        const uint32_t v = doc->words[w].term;
        const bool says = doc->words[w].facts & LD_SAY;
        const struct ld_term *term = &doc->terms[v];
        const bool is_form = (term->sentence_frequency > 0) & (counts[w] == most[v]);
        uses[w] = (unsigned char)(FORM * is_form + PHRASE * (term->body_frequency > 1) + SAYS * says);
        most[v] |= -(uint32_t)is_form; /* no other one is as common */
    }
    return uses;
}

struct phrases {
    uint32_t *counted; /* [V] tokens of each term that a number stands before: "9 mln dlrs", "20 Prozent" */
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

static void start_phrases(struct ld_arena *arena, const struct lede_document *doc, struct phrases *phrases) {
    size_t most = 1;
    *phrases = (struct phrases){.mask = 1, .counted = ld_arena_array(arena, doc->term_count, sizeof(uint32_t))};
    if (doc->token_count > 1u << 20) return;         /* beyond a million words single words do */
    for (uint32_t v = 0; v < doc->term_count; v++) { /* pairs and triples that end with it */
        const uint32_t tokens = doc->terms[v].body_frequency;
        most += 2 * (size_t)tokens & -(size_t)(tokens > 1);
    }
    while (phrases->mask < 2 * most) phrases->mask = 2 * phrases->mask + 1;
    phrases->slots = ld_arena_array(arena, phrases->mask + (size_t)1, sizeof *phrases->slots);
    phrases->items = ld_arena_alloc(arena, most * sizeof *phrases->items);
}

/* One walk over the body: where each term's commonest form first stands [V], a place within a sentence before one at
 * its start, where a capital says nothing; and the runs of words without marks between them, as pairs and triples. */
static void find_candidates(const struct lede_document *doc, const unsigned char *uses, uint32_t *first,
                            struct phrases *phrases) {
    for (uint32_t s = 0; s < doc->sentence_count; s++) {
        const struct ld_sentence *sentence = &doc->sentences[s];
        const uint32_t start = sentence->first_token, end = start + sentence->token_count;
        uint32_t run = 0, number = 0, near_number = 0; /* of the token before: is it one, or short behind one? */
        if (!sentence->content_count) continue;
        for (uint32_t t = start; t < end; t++) {
            const struct ld_token *token = &doc->tokens[t];
            const uint32_t use = uses[token->word], v = term_at(doc, t), place = first[v];
            const uint32_t better = t > start ? place / AT_START : place == UINT32_MAX, is_new = use & FORM & better;
            const uint32_t here = t > start ? t : t | AT_START, apart = (token->flags & LD_AFTER_PUNCT) != 0;
            first[v] = place ^ ((place ^ here) & -is_new);
            phrases->counted[v] += near_number & (apart - 1); /* "9 mln dlrs" */
            near_number = (token->length < 4) & number;
            number = (token->flags & LD_NUMERIC) != 0;
            near_number |= number;
            uint32_t holds = use / PHRASE & is_word(token);
            if (use & SAYS) holds &= !is_reported(doc, token);
            run = ((run & (apart - 1)) + 1) & -holds;
            for (uint32_t length = 2; length <= run && length <= LONGEST && phrases->slots; length++)
                count_phrase(doc, phrases, t + 1 - length, length);
        }
    }
}

/* "mln", "pct": a unit, where numbers stand before most of its tokens; one alone may be of what happened. */
static bool is_unit(const struct lede_document *doc, const struct phrases *phrases, uint32_t term) {
    return phrases->counted[term] > 1 && 2 * phrases->counted[term] >= doc->terms[term].body_frequency;
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
        if (c.frequency < 2 || 2 * c.frequency < rarest || is_unit(doc, phrases, term_at(doc, c.first_token)) ||
            is_fragment(doc, &doc->tokens[c.first_token]) ||
            is_fragment(doc, &doc->tokens[c.first_token + c.tokens - 1]))
            continue;
        pool[count++] = c;
    }
    return count;
}

/* "Auto" and "Autos": the same word but for an "s", which the stemmer leaves. */
static bool is_plural(const struct lede_document *doc, const struct ld_token *token, const struct ld_pick *pick) {
    const char *text = doc->text + token->offset;
    const uint32_t shorter = token->length < pick->text_length ? token->length : pick->text_length;
    return token->length + pick->text_length == 2 * shorter + 1 && shorter > 2 && !memcmp(text, pick->text, shorter) &&
           (token->length > shorter ? text : pick->text)[shorter] == 's';
}

/* Whether one of its words was given; they are now. given is [V]. */
static bool is_covered(const struct lede_document *doc, unsigned char *given, const struct ld_picks *out,
                       const struct candidate *c) {
    for (uint32_t i = 0; i < out->count; i++)
        if (c->tokens == 1 && is_plural(doc, &doc->tokens[c->first_token], &out->items[i])) return true;
    for (uint32_t i = 0; i < c->tokens; i++)
        if (given[term_at(doc, c->first_token + i)]) return true;
    for (uint32_t i = 0; i < c->tokens; i++) given[term_at(doc, c->first_token + i)] = 1;
    return false;
}

/* Bytes of the "'s" at the end of a token, where its term has a word without one. */
static uint32_t genitive_bytes(const struct lede_document *doc, const struct ld_token *token) {
    const struct ld_word *word = &doc->words[token->word];
    const char *start = doc->text + token->offset, *end = start + token->length;
    unsigned last, mark;
    if (!(word->shape & LD_ENDS_GENITIVE)) return 0;
    (void)ld_utf8_before(start, end, &last);
    (void)ld_utf8_before(start, end - last, &mark);
    for (uint32_t w = 0; w < doc->word_count; w++)
        if (doc->words[w].term == word->term && !(doc->words[w].shape & LD_ENDS_GENITIVE)) return last + mark;
    return 0;
}

static void write_keyword(struct ld_arena *arena, const struct lede_document *doc, const struct candidate *c,
                          uint32_t unit, struct ld_pick *pick) {
    const struct ld_token *first = &doc->tokens[c->first_token], *last = first + c->tokens - 1;
    struct ld_span span = {first->offset, last->offset + last->length - first->offset - genitive_bytes(doc, last)};
    const char *const word = doc->text + last->offset;
    if (memchr(word, '.', last->length) && last->length < 6 && ld_span_end(span) < doc->length &&
        word[last->length] == '.')
        span.length++; /* "EE.UU.", "U.S." */
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

/* Let the item at `at` of a heap sink to its place: no item stands above one that comes before it. */
static void sift_down(struct candidate *heap, uint32_t count, uint32_t at) {
    const struct candidate item = heap[at];
    for (uint32_t child; (child = 2 * at + 1) < count; at = child) {
        if (child + 1 < count && comes_before(&heap[child + 1], &heap[child])) child++;
        if (!comes_before(&heap[child], &item)) break;
        heap[at] = heap[child];
    }
    heap[at] = item;
}

void ld_pick_keywords(struct ld_arena *arena, const struct lede_document *doc, const lede_summary_options *options,
                      struct ld_picks *out) {
    uint32_t wanted = ld_wanted(options->keywords, DEFAULT_KEYWORDS), count = 0;
    uint32_t *first = ld_arena_alloc(arena, doc->term_count * sizeof *first);
    struct phrases phrases;
    memset(first, 0xFF, doc->term_count * sizeof *first);
    start_phrases(arena, doc, &phrases);
    find_candidates(doc, find_uses(arena, doc), first, &phrases);
    struct candidate *pool = ld_arena_alloc(arena, (doc->term_count + (size_t)phrases.count) * sizeof *pool);
    uint32_t *met = ld_arena_alloc(arena, doc->term_count * sizeof *met), met_count = 0;
    for (uint32_t v = 0; v < doc->term_count; v++) {
        met[met_count] = v;
        met_count += first[v] != UINT32_MAX;
    }
    for (uint32_t i = 0; i < met_count; i++) {
        const uint32_t v = met[i];
        const struct ld_term *term = &doc->terms[v];
        const struct ld_token *token = &doc->tokens[first[v] & ~AT_START];
        if (!is_word(token) || is_frame(doc, token) || is_unit(doc, &phrases, v) || is_fragment(doc, token)) continue;
        pool[count++] =
            (struct candidate){first[v] & ~AT_START, 1, term->body_frequency, term->body_frequency * term->idf};
    }
    count = add_phrases(doc, &phrases, pool, count);
    for (uint32_t i = count / 2; i--;) sift_down(pool, count, i);
    if (wanted > count) wanted = count;
    unsigned char *given = ld_arena_array(arena, doc->term_count, 1);
    out->items = ld_arena_array(arena, wanted, sizeof *out->items);
    out->count = 0;
    while (count && out->count < wanted) {
        const struct candidate best = pool[0];
        pool[0] = pool[--count];
        if (count) sift_down(pool, count, 0);
        if (!is_covered(doc, given, out, &best))
            write_keyword(arena, doc, &best, unit_of(doc, best.first_token), &out->items[out->count++]);
    }
}
