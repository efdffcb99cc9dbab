/* kl.c - KLSum (Haghighi & Vanderwende, "Exploring content models for multi-document summarization", NAACL 2009).
 *
 *   choose S to make KL(P_D || P_S) = sum over w of P_D(w) log(P_D(w) / P_S(w)) least, a sentence at a time,
 *
 * P_D and P_S being the unigram distributions over the content words of the document and of the summary. The paper
 * does not say how words that S does not have are smoothed: here as in Louis & Nenkova, "Automatically evaluating
 * content selection in summarization without human models" (EMNLP 2009):
 *   P_S(w) = (c_S(w) + delta) / (N_S + delta B),  delta = 0.0005, B = 1.5 times the distinct words of the document.
 * But for what is the same for every sentence s, -KL of S with s is then
 *   sum over w in s of P_D(w) log(1 + c_s(w) / (c_S(w) + delta))  -  log(N_S + N_s + delta B).
 * The sum only falls as S grows, so that of an earlier step is a bound from above, and is computed anew only where it
 * could win (Minoux 1978). The k-th that is chosen scores 1/k, whether or not it still brings the divergence down:
 * where to stop is the budget's affair. In documents of more than 10,000 sentences the rest follows in text order;
 * sentences without a content word score 0. */
#include <math.h>
#include <string.h>

#include "score/graph.h"
#include "score/method.h"

ld_score_function ld_score_kl;

static const double delta = 0.0005;

struct summary {
    struct ld_graph graph;
    double *share;    /* [V] P_D */
    double *counts;   /* [V] c_S */
    double *bound;    /* [S] the sum above, or more */
    uint32_t *length; /* [S] N_s */
    uint32_t *left;   /* sentences not chosen, in text order */
    uint32_t left_count;
    double smoothed; /* N_S + delta B */
};

static void start(struct ld_arena *arena, const struct lede_document *doc, struct summary *sum) {
    double total = 0, distinct = 0;
    ld_graph_build(arena, doc, &sum->graph);
    sum->share = ld_arena_array(arena, doc->term_count, sizeof *sum->share);
    sum->counts = ld_arena_array(arena, doc->term_count, sizeof *sum->counts);
    sum->bound = ld_arena_array(arena, doc->sentence_count, sizeof *sum->bound);
    sum->length = ld_arena_array(arena, doc->sentence_count, sizeof *sum->length);
    sum->left = ld_arena_array(arena, doc->sentence_count, sizeof *sum->left);
    for (uint32_t s = 0; s < doc->sentence_count; s++) {
        for (uint32_t e = sum->graph.first[s]; e < sum->graph.first[s + 1]; e++) {
            const struct ld_content *edge = &sum->graph.edges[e];
            distinct += sum->share[edge->term] == 0;
            sum->share[edge->term] += edge->frequency;
            sum->length[s] += edge->frequency;
        }
        total += sum->length[s];
        sum->bound[s] = INFINITY;
        if (sum->length[s]) sum->left[sum->left_count++] = s;
    }
    for (uint32_t v = 0; v < doc->term_count; v++) sum->share[v] = total > 0 ? sum->share[v] / total : 0;
    sum->smoothed = delta * 1.5 * distinct;
}

static double gain(const struct summary *sum, uint32_t s) {
    double value = 0;
    for (uint32_t e = sum->graph.first[s]; e < sum->graph.first[s + 1]; e++) {
        const struct ld_content *edge = &sum->graph.edges[e];
        value += sum->share[edge->term] * log1p(edge->frequency / (sum->counts[edge->term] + delta));
    }
    return value;
}

/* Where in left the sentence stands that leaves the least divergence; quantised, so that what is equal but for rounding
 * goes by place. */
static uint32_t find_best(struct summary *sum) {
    uint32_t best = 0;
    double most = -INFINITY;
    for (uint32_t i = 0; i < sum->left_count; i++) {
        uint32_t s = sum->left[i];
        double cost = log(sum->smoothed + sum->length[s]);
        if (round((sum->bound[s] - cost) * 1e9) <= most) continue;
        sum->bound[s] = gain(sum, s);
        double value = round((sum->bound[s] - cost) * 1e9);
        if (value <= most) continue;
        most = value;
        best = i;
    }
    return best;
}

void ld_score_kl(struct ld_arena *arena, const struct lede_document *doc, const lede_summary_options *options,
                 struct ld_scores *scores) {
    (void)options;
    struct summary sum = {.left_count = 0};
    start(arena, doc, &sum);
    uint32_t limit = ld_greedy_limit(sum.left_count);
    double k = 1;
    for (; k <= limit && sum.left_count; k++) {
        uint32_t at = find_best(&sum), s = sum.left[at];
        scores->score[s] = 1 / k;
        sum.smoothed += sum.length[s];
        for (uint32_t e = sum.graph.first[s]; e < sum.graph.first[s + 1]; e++)
            sum.counts[sum.graph.edges[e].term] += sum.graph.edges[e].frequency;
        memmove(sum.left + at, sum.left + at + 1, (--sum.left_count - at) * sizeof *sum.left);
    }
    for (uint32_t i = 0; i < sum.left_count; i++) scores->score[sum.left[i]] = 1 / k++;
}
