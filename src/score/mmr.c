/* mmr.c - maximal marginal relevance (Carbonell & Goldstein, "The use of MMR, diversity-based reranking for reordering
 * documents and producing summaries", SIGIR 1998).
 *
 *   MMR = argmax over s not in S of  lambda Sim1(s, Q) - (1 - lambda) max over t in S of Sim2(s, t),  lambda = 0.7
 *
 * Both similarities are cosines of tf x idf vectors. Q is the query where one is given that the text knows words of;
 * else the sum of all sentences, for a generic summary (as in Goldstein et al. 2000). The k-th that is chosen scores
 * 1/k. What a sentence is worth only falls as S grows, so that what it was worth earlier is a bound from above, and is
 * computed anew only where it could win (Minoux 1978). In documents of more than 10,000 sentences that is done only so
 * often (ld_most_looks), and bounds rank the rest as they stand; sentences of length 0 score 0. */
#include <math.h>

#include "score/graph.h"
#include "score/heap.h"
#include "score/method.h"
#include "score/query.h"

ld_score_function ld_score_mmr;

static const double lambda = 0.7;
static const double rounding = 1e-12; /* more than what similarities can be off by it */

struct entry {     /* a chosen sentence that has a term */
    uint32_t rank; /* the how-manieth that was chosen, from 0 */
    uint32_t frequency;
};

struct choice {
    struct ld_graph graph;
    double *lengths;       /* [S] */
    double *relevance;     /* [S] Sim1 */
    double *repeated;      /* [S] max of Sim2 over the chosen ones seen so far */
    struct ld_bound *left; /* sentences not chosen, a heap */
    uint32_t left_count;
    uint32_t *chosen; /* in that order */
    uint32_t chosen_count;
    struct entry *entries; /* those of term v from first_posting[v] on, in the order chosen */
    uint32_t *entry_count; /* [V] */
    double *dot;           /* by rank, left 0 */
    uint32_t *touched;     /* ranks whose dot is not 0 */
    double *mark;          /* [V] frequency in the sentence that is looked at; left 0 */
    uint64_t looks, most_looks;
};

/* Weights of the query's terms: how often x idf; false where the document has none of its content words. */
static bool weigh_query(struct ld_arena *arena, const struct lede_document *doc, const lede_summary_options *options,
                        double *query) {
    uint32_t count;
    const uint32_t *terms = ld_query_terms(arena, doc, options, &count);
    bool any = false;
    for (uint32_t i = 0; i < count; i++) {
        const struct ld_term *term = &doc->terms[terms[i]];
        if (!term->counts || !term->body_frequency || term->idf <= 0) continue;
        query[terms[i]] += term->idf;
        any = true;
    }
    return any;
}

/* Quantised, so that what is equal but for rounding goes by place. */
static double marginal(const struct choice *c, uint32_t s) {
    return (double)llround((lambda * c->relevance[s] - (1 - lambda) * c->repeated[s]) * 1e9);
}

static void find_relevance(struct ld_arena *arena, const struct lede_document *doc, const lede_summary_options *options,
                           struct choice *c) {
    double *query = ld_arena_array(arena, doc->term_count, sizeof *query), square = 0;
    bool given = weigh_query(arena, doc, options, query);
    for (uint32_t v = 0; v < doc->term_count; v++) {
        if (!given && doc->terms[v].counts) query[v] = doc->terms[v].body_frequency * doc->terms[v].idf;
        square += query[v] * query[v];
    }
    for (uint32_t i = 0; i < c->graph.count; i++) {
        uint32_t s = c->graph.nodes[i];
        double dot = 0;
        if (c->lengths[s] <= 0) continue;
        for (uint32_t e = c->graph.first[s]; e < c->graph.first[s + 1]; e++) {
            const struct ld_content *edge = &c->graph.edges[e];
            dot += edge->frequency * doc->terms[edge->term].idf * query[edge->term];
        }
        c->relevance[s] = dot / (c->lengths[s] * sqrt(square));
        c->left[c->left_count++] = (struct ld_bound){marginal(c, s), s, 0};
    }
}

/* The commonest terms of a sentence can be passed over where they are too little of its vector for a similarity above
 * the one that it has (Cauchy-Schwarz). Gives how many entries a term may have so as not to be passed over, and the
 * length of what is passed over. Terms go by the binary digits of their entries. */
static uint32_t most_entries(const struct choice *c, uint32_t s, double *passed) {
    double squares[33] = {0}, square = 0, most = (c->repeated[s] + rounding) * c->lengths[s];
    int digits;
    for (uint32_t e = c->graph.first[s]; e < c->graph.first[s + 1]; e++) {
        const struct ld_content *edge = &c->graph.edges[e];
        const double weight = edge->frequency * c->graph.doc->terms[edge->term].idf;
        for (digits = 0; c->entry_count[edge->term] >> digits;) digits++;
        squares[digits] += weight * weight;
    }
    for (digits = 32; digits && square + squares[digits] <= most * most; digits--) square += squares[digits];
    *passed = sqrt(square);
    return (uint32_t)((UINT64_C(1) << digits) - 1);
}

/* Products of s with the sentences chosen since, by all terms but those passed over; gives how many. */
static uint32_t find_near(struct choice *c, uint32_t s, uint32_t since, uint32_t most) {
    uint32_t count = 0;
    for (uint32_t e = c->graph.first[s]; e < c->graph.first[s + 1]; e++) {
        const struct ld_content *edge = &c->graph.edges[e];
        const struct entry *entries = c->entries + c->graph.first_posting[edge->term];
        const double idf = c->graph.doc->terms[edge->term].idf;
        c->mark[edge->term] = edge->frequency;
        if (idf <= 0 || c->entry_count[edge->term] > most) continue;
        for (uint32_t i = c->entry_count[edge->term]; i && entries[i - 1].rank >= since; i--, c->looks++) {
            const struct entry *entry = &entries[i - 1];
            if (c->dot[entry->rank] == 0) c->touched[count++] = entry->rank;
            c->dot[entry->rank] += entry->frequency * idf * idf * edge->frequency;
        }
    }
    return count;
}

static double whole_product(const struct choice *c, uint32_t t) {
    double dot = 0;
    for (uint32_t e = c->graph.first[t]; e < c->graph.first[t + 1]; e++) {
        const struct ld_content *edge = &c->graph.edges[e];
        const double idf = c->graph.doc->terms[edge->term].idf;
        dot += edge->frequency * idf * idf * c->mark[edge->term];
    }
    return dot;
}

/* Bring the first of the heap up to date. */
static void look_again(struct choice *c) {
    struct ld_bound *first = &c->left[0];
    const uint32_t s = first->unit;
    double passed;
    const uint32_t most = most_entries(c, s, &passed), count = find_near(c, s, first->seen, most);
    for (uint32_t i = 0; i < count; i++) {
        const uint32_t rank = c->touched[i], t = c->chosen[rank];
        const double scale = c->lengths[s] * c->lengths[t];
        double dot = c->dot[rank];
        c->dot[rank] = 0;
        if (passed > 0 && dot + passed * c->lengths[t] > c->repeated[s] * scale) {
            dot = whole_product(c, t);
            c->looks += c->graph.first[t + 1] - c->graph.first[t];
        }
        c->repeated[s] = fmax(c->repeated[s], dot / scale);
    }
    for (uint32_t e = c->graph.first[s]; e < c->graph.first[s + 1]; e++) c->mark[c->graph.edges[e].term] = 0;
    c->looks += c->graph.first[s + 1] - c->graph.first[s];
    first->value = marginal(c, s);
    first->seen = c->chosen_count;
    ld_heap_sink(c->left, c->left_count, 0);
}

static uint32_t choose(struct choice *c) {
    const uint32_t s = ld_heap_take(c->left, c->left_count--, 0);
    for (uint32_t e = c->graph.first[s]; e < c->graph.first[s + 1]; e++) {
        const struct ld_content *edge = &c->graph.edges[e];
        c->entries[c->graph.first_posting[edge->term] + c->entry_count[edge->term]++] =
            (struct entry){c->chosen_count, edge->frequency};
    }
    c->chosen[c->chosen_count++] = s;
    return s;
}

static void start(struct ld_arena *arena, const struct lede_document *doc, struct choice *c) {
    ld_graph_build(arena, doc, &c->graph);
    c->lengths = ld_graph_lengths(arena, &c->graph);
    c->relevance = ld_arena_array(arena, doc->sentence_count, sizeof *c->relevance);
    c->repeated = ld_arena_array(arena, doc->sentence_count, sizeof *c->repeated);
    c->left = ld_arena_alloc(arena, doc->sentence_count * sizeof *c->left);
    c->chosen = ld_arena_alloc(arena, doc->sentence_count * sizeof *c->chosen);
    c->entries = ld_arena_alloc(arena, doc->content_count * sizeof *c->entries);
    c->entry_count = ld_arena_array(arena, doc->term_count, sizeof *c->entry_count);
    c->dot = ld_arena_array(arena, doc->sentence_count, sizeof *c->dot);
    c->touched = ld_arena_alloc(arena, doc->sentence_count * sizeof *c->touched);
    c->mark = ld_arena_array(arena, doc->term_count, sizeof *c->mark);
}

void ld_score_mmr(struct ld_arena *arena, const struct lede_document *doc, const lede_summary_options *options,
                  struct ld_scores *scores) {
    struct choice c = {.left_count = 0};
    start(arena, doc, &c);
    find_relevance(arena, doc, options, &c);
    c.most_looks = ld_most_looks(c.left_count);
    ld_heap_make(c.left, c.left_count);
    for (double k = 1; c.left_count; k++) {
        while (c.left[0].seen != c.chosen_count && c.looks < c.most_looks) look_again(&c);
        scores->score[choose(&c)] = 1 / k;
    }
}
