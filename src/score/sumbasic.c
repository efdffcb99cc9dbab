/* sumbasic.c - SumBasic (Nenkova & Vanderwende, "The impact of frequency on summarization", MSR-TR-2005-101).
 *
 *   step 1  p(w) = n(w) / N over the content words of the whole
 *   step 2  weight(S) = sum over w in S of p(w) / |{w in S}|
 *   step 3  choose the heaviest sentence that contains the most probable word
 *   step 4  p(w) = p(w)^2 for each w in it; again from step 2
 *
 * A sentence's words are its distinct content terms. The k-th that is chosen scores 1/k. A probability that was
 * squared some eight times is 0, and its word has nothing more to say: so each word is looked up a bounded number of
 * times and the whole ranking is linear in the postings (but for a heap of words). Sentences whose words are all at 0
 * follow in text order; those without a content word score 0. */
#include "base/ahead.h"
#include "model/index.h"
#include "score/graph.h"
#include "score/method.h"

ld_score_function ld_score_sumbasic;

enum { AHEAD = 8 };

struct basic {
    struct ld_graph graph;
    double *p;      /* [V] */
    double *key;    /* [V] p as it was when the word was last placed in the heap: never below p */
    double *weight; /* [S] when it was last looked at; below 0: chosen */
    uint32_t *heap; /* terms, most probable first, then the lower index */
    uint32_t heap_count;
};

static bool before(const struct basic *b, uint32_t v, uint32_t w) {
    return b->key[v] != b->key[w] ? b->key[v] > b->key[w] : v < w;
}

static void sift_down(struct basic *b, uint32_t at) {
    uint32_t v = b->heap[at];
    for (uint32_t child; (child = 2 * at + 1) < b->heap_count; at = child) {
        if (child + 1 < b->heap_count && before(b, b->heap[child + 1], b->heap[child])) child++;
        if (!before(b, b->heap[child], v)) break;
        b->heap[at] = b->heap[child];
    }
    b->heap[at] = v;
}

static void weigh(struct basic *b, uint32_t s) {
    uint32_t first = b->graph.first[s], end = b->graph.first[s + 1];
    double sum = 0;
    for (uint32_t e = first; e < end; e++) sum += b->p[b->graph.edges[e].term];
    b->weight[s] = sum / (end - first); /* step 2 */
}

static void start(struct ld_arena *arena, const struct lede_document *doc, struct basic *b) {
    double total = 0;
    ld_graph_build(arena, doc, &b->graph);
    b->p = ld_arena_array(arena, doc->term_count, sizeof *b->p);
    b->key = ld_arena_array(arena, doc->term_count, sizeof *b->key);
    b->weight = ld_arena_array(arena, doc->sentence_count, sizeof *b->weight);
    b->heap = ld_arena_array(arena, doc->term_count, sizeof *b->heap);
    for (uint32_t v = 0; v < doc->term_count; v++)
        if (doc->terms[v].counts) total += doc->terms[v].body_frequency;
    for (uint32_t v = 0; v < doc->term_count; v++) {
        if (!doc->terms[v].counts || !doc->terms[v].body_frequency) continue;
        b->key[v] = b->p[v] = doc->terms[v].body_frequency / total; /* step 1 */
        b->heap[b->heap_count++] = v;
    }
    for (uint32_t i = b->heap_count / 2; i--;) sift_down(b, i);
}

/* The heaviest sentence left that has the term; UINT32_MAX where none is left. */
static uint32_t heaviest(struct basic *b, uint32_t term) {
    const uint32_t end = b->graph.first_posting[term + 1];
    uint32_t best = UINT32_MAX;
    for (uint32_t p = b->graph.first_posting[term]; p < end; p++) {
        const uint32_t s = b->graph.postings[p].sentence;
        LD_WILL_READ(&b->graph.edges[b->graph.first[b->graph.postings[p + AHEAD < end ? p + AHEAD : p].sentence]]);
        if (b->weight[s] < 0) continue;
        weigh(b, s);
        if (best == UINT32_MAX || b->weight[s] > b->weight[best]) best = s;
    }
    return best;
}

static void choose(struct basic *b, uint32_t s) {
    b->weight[s] = -1;
    for (uint32_t e = b->graph.first[s]; e < b->graph.first[s + 1]; e++) {
        const uint32_t v = b->graph.edges[e].term;
        b->p[v] *= b->p[v]; /* step 4 */
    }
}

/* Step 3; UINT32_MAX where no word tells sentences apart any more. */
static uint32_t next_sentence(struct basic *b) {
    while (b->heap_count) {
        uint32_t v = b->heap[0], s = UINT32_MAX;
        if (b->p[v] == b->key[v]) {
            if (b->p[v] == 1) return UINT32_MAX; /* the only word that there is */
            if (b->p[v] > 0) s = heaviest(b, v);
            if (s != UINT32_MAX) return s;
            b->heap[0] = b->heap[--b->heap_count];
        }
        b->key[v] = b->p[v];
        if (b->heap_count) sift_down(b, 0);
    }
    return UINT32_MAX;
}

void ld_score_sumbasic(struct ld_arena *arena, const struct lede_document *doc, const lede_summary_options *options,
                       struct ld_scores *scores) {
    (void)options;
    struct basic b = {.heap_count = 0};
    double next = 1;
    start(arena, doc, &b);
    for (uint32_t s; (s = next_sentence(&b)) != UINT32_MAX; choose(&b, s)) scores->score[s] = 1 / next++;
    for (uint32_t s = 0; s < doc->sentence_count; s++)
        if (b.graph.first[s + 1] > b.graph.first[s] && b.weight[s] >= 0) scores->score[s] = 1 / next++;
}
