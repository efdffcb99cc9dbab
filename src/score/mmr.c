/* mmr.c - maximal marginal relevance (Carbonell & Goldstein, "The use of MMR, diversity-based reranking for reordering
 * documents and producing summaries", SIGIR 1998).
 *
 *   MMR = argmax over s not in S of  lambda Sim1(s, Q) - (1 - lambda) max over t in S of Sim2(s, t),  lambda = 0.7
 *
 * Both similarities are cosines of tf x idf vectors. Q is the query where one is given that the text knows words of;
 * else the sum of all sentences, for a generic summary (as in Goldstein et al. 2000). The k-th that is chosen scores
 * 1/k. In documents of more than 10,000 sentences the rest follows in text order; sentences of length 0 score 0. */
#include <math.h>
#include <string.h>

#include "score/graph.h"
#include "score/method.h"

ld_score_function ld_score_mmr;

static const double lambda = 0.7;

struct choice {
    struct ld_graph graph;
    double *lengths;   /* [S] */
    double *relevance; /* [S] Sim1 */
    double *repeated;  /* [S] max of Sim2 so far */
    double *dot;       /* [S] left 0 */
    uint32_t *touched; /* units whose dot is not 0 */
    uint32_t *left;    /* sentences not chosen, in text order */
    uint32_t left_count;
};

/* Weights of the query's terms: how often x idf; false where the document has none of its content words. */
static bool weigh_query(const struct lede_document *doc, const lede_summary_options *options, double *query) {
    struct ld_word_scan scan;
    bool any = false;
    if (!options->query) return false;
    ld_words_start(&scan, options->query, (struct ld_span){0, (uint32_t)options->query_length}, doc->language);
    while (ld_words_next(&scan))
        for (uint32_t w = 0; w < doc->word_count; w++) { /* queries are short: no table is kept for them */
            const struct ld_word *word = &doc->words[w];
            const struct ld_term *term = &doc->terms[word->term];
            if (word->length != scan.length || memcmp(word->folded, scan.folded, scan.length)) continue;
            if (!term->counts || !term->body_frequency || term->idf <= 0) continue;
            query[word->term] += term->idf;
            any = true;
        }
    return any;
}

static void find_relevance(struct ld_arena *arena, const struct lede_document *doc, const lede_summary_options *options,
                           struct choice *c) {
    double *query = ld_arena_array(arena, doc->term_count, sizeof *query), square = 0;
    bool given = weigh_query(doc, options, query);
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
        c->left[c->left_count++] = s;
    }
}

/* Every sentence's similarity with t, now that t is chosen. */
static void choose(struct choice *c, uint32_t t) {
    const struct lede_document *doc = c->graph.doc;
    uint32_t count = 0;
    for (uint32_t e = c->graph.first[t]; e < c->graph.first[t + 1]; e++) {
        uint32_t v = c->graph.edges[e].term;
        double weight = c->graph.edges[e].frequency * doc->terms[v].idf * doc->terms[v].idf;
        for (uint32_t p = c->graph.first_posting[v]; weight > 0 && p < c->graph.first_posting[v + 1]; p++) {
            uint32_t s = c->graph.postings[p].sentence;
            if (c->dot[s] == 0) c->touched[count++] = s;
            c->dot[s] += weight * c->graph.postings[p].frequency;
        }
    }
    for (uint32_t i = 0; i < count; i++) {
        uint32_t s = c->touched[i];
        c->repeated[s] = fmax(c->repeated[s], c->dot[s] / (c->lengths[s] * c->lengths[t]));
        c->dot[s] = 0;
    }
}

/* Where in left the best stands; quantised, so that what is equal but for rounding goes by place. */
static uint32_t find_best(const struct choice *c) {
    uint32_t best = 0;
    int64_t most = INT64_MIN;
    for (uint32_t i = 0; i < c->left_count; i++) {
        uint32_t s = c->left[i];
        int64_t value = llround((lambda * c->relevance[s] - (1 - lambda) * c->repeated[s]) * 1e9);
        if (value <= most) continue;
        most = value;
        best = i;
    }
    return best;
}

void ld_score_mmr(struct ld_arena *arena, const struct lede_document *doc, const lede_summary_options *options,
                  struct ld_scores *scores) {
    struct choice c = {.left_count = 0};
    ld_graph_build(arena, doc, &c.graph);
    c.lengths = ld_graph_lengths(arena, &c.graph);
    c.relevance = ld_arena_array(arena, doc->sentence_count, sizeof *c.relevance);
    c.repeated = ld_arena_array(arena, doc->sentence_count, sizeof *c.repeated);
    c.dot = ld_arena_array(arena, doc->sentence_count, sizeof *c.dot);
    c.touched = ld_arena_array(arena, doc->sentence_count, sizeof *c.touched);
    c.left = ld_arena_array(arena, doc->sentence_count, sizeof *c.left);
    find_relevance(arena, doc, options, &c);
    uint32_t limit = ld_greedy_limit(c.left_count);
    double k = 1;
    for (; k <= limit && c.left_count; k++) {
        uint32_t at = find_best(&c), s = c.left[at];
        scores->score[s] = 1 / k;
        choose(&c, s);
        memmove(c.left + at, c.left + at + 1, (--c.left_count - at) * sizeof *c.left);
    }
    for (uint32_t i = 0; i < c.left_count; i++) scores->score[c.left[i]] = 1 / k++;
}
