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
 * could win (Minoux 1978); the sentences of one length have the same logarithm, and are a heap by it. The k-th that is
 * chosen scores 1/k, whether or not it still brings the divergence down: where to stop is the budget's affair. In
 * documents of more than 10,000 sentences bounds are computed anew only so often (ld_most_looks), and rank the rest as
 * they stand; sentences without a content word score 0. */
#include <math.h>

#include "score/graph.h"
#include "score/heap.h"
#include "score/method.h"

ld_score_function ld_score_kl;

static const double delta = 0.0005;

struct group { /* the sentences of one length that are not chosen, a heap by the sum above, or more */
    struct ld_bound *left;
    uint32_t count, length; /* N_s */
    double cost;            /* the logarithm above */
};

struct summary {
    struct ld_graph graph;
    double *share;        /* [V] P_D */
    double *counts;       /* [V] c_S */
    double *single;       /* [V] what one occurrence in s adds to the sum above */
    struct group *groups; /* none is empty */
    uint32_t group_count;
    uint32_t chosen_count;
    double smoothed; /* N_S + delta B */
    uint64_t looks, most_looks;
};

struct best {
    double value;
    struct group *group;
    uint32_t at, unit; /* where in the group, and which */
};

static void use_counts(struct summary *sum, uint32_t v) {
    sum->single[v] = sum->share[v] * log1p(1 / (sum->counts[v] + delta));
}

/* Each length gets as many places as there are sentences of it. */
static void make_groups(struct ld_arena *arena, struct summary *sum, const uint32_t *length, uint32_t longest) {
    const uint32_t units = sum->graph.doc->sentence_count;
    struct ld_bound *items = ld_arena_alloc(arena, units * sizeof *items);
    uint32_t *of_length = ld_arena_array(arena, longest + (size_t)1, sizeof *of_length); /* sentences, then the group */
    for (uint32_t s = 0; s < units; s++)
        if (length[s]) sum->group_count += !of_length[length[s]]++;
    sum->groups = ld_arena_alloc(arena, sum->group_count * sizeof *sum->groups);
    sum->group_count = 0;
    for (uint32_t n = 1; n <= longest; n++) {
        if (!of_length[n]) continue;
        sum->groups[sum->group_count] = (struct group){items, 0, n, 0};
        items += of_length[n];
        of_length[n] = sum->group_count++;
    }
    for (uint32_t s = 0; s < units; s++) {
        if (!length[s]) continue;
        struct group *group = &sum->groups[of_length[length[s]]];
        group->left[group->count++] = (struct ld_bound){INFINITY, s, UINT32_MAX};
    }
}

static void start(struct ld_arena *arena, const struct lede_document *doc, struct summary *sum) {
    double total = 0, distinct = 0;
    uint32_t longest = 0, count = 0, *length = ld_arena_array(arena, doc->sentence_count, sizeof *length);
    ld_graph_build(arena, doc, &sum->graph);
    sum->share = ld_arena_array(arena, doc->term_count, sizeof *sum->share);
    sum->counts = ld_arena_array(arena, doc->term_count, sizeof *sum->counts);
    sum->single = ld_arena_alloc(arena, doc->term_count * sizeof *sum->single);
    for (uint32_t s = 0; s < doc->sentence_count; s++) {
        for (uint32_t e = sum->graph.first[s]; e < sum->graph.first[s + 1]; e++) {
            const struct ld_content *edge = &sum->graph.edges[e];
            distinct += sum->share[edge->term] == 0;
            sum->share[edge->term] += edge->frequency;
            length[s] += edge->frequency;
        }
        total += length[s];
        count += length[s] > 0;
        if (length[s] > longest) longest = length[s];
    }
    for (uint32_t v = 0; v < doc->term_count; v++) {
        sum->share[v] = total > 0 ? sum->share[v] / total : 0;
        use_counts(sum, v);
    }
    sum->smoothed = delta * 1.5 * distinct;
    sum->most_looks = ld_most_looks(count);
    make_groups(arena, sum, length, longest);
}

static double gain(const struct summary *sum, uint32_t s) {
    double value = 0;
    for (uint32_t e = sum->graph.first[s]; e < sum->graph.first[s + 1]; e++) {
        const uint32_t v = sum->graph.edges[e].term, frequency = sum->graph.edges[e].frequency;
        value += frequency == 1 ? sum->single[v] : sum->share[v] * log1p(frequency / (sum->counts[v] + delta));
    }
    return value;
}

static bool wins(double value, uint32_t unit, const struct best *best) {
    return value > best->value || (value == best->value && unit < best->unit);
}

/* Is there anything better in a group's heap, from a place on downwards? Values are quantised, so that what is equal
 * but for rounding goes by place. */
static void search(struct summary *sum, struct group *group, uint32_t at, struct best *best) {
    for (; at < group->count; at = 2 * at + 2) {
        struct ld_bound *item = &group->left[at];
        double value = round((item->value - group->cost) * 1e9);
        while (wins(value, item->unit, best) && item->seen != sum->chosen_count && sum->looks < sum->most_looks) {
            sum->looks += sum->graph.first[item->unit + 1] - sum->graph.first[item->unit];
            item->value = gain(sum, item->unit);
            item->seen = sum->chosen_count;
            ld_heap_sink(group->left, group->count, at);
            value = round((item->value - group->cost) * 1e9);
        }
        if (value < best->value) return;
        if (wins(value, item->unit, best)) *best = (struct best){value, group, at, item->unit};
        if (sum->looks++ >= sum->most_looks) return;
        search(sum, group, 2 * at + 1, best);
    }
}

static uint32_t choose(struct summary *sum, const struct best *best) {
    struct group *group = best->group;
    /* NOLINTNEXTLINE(clang-analyzer-core.NullDereference): any number is better than -INFINITY */
    const uint32_t s = ld_heap_take(group->left, group->count--, best->at);
    for (uint32_t e = sum->graph.first[s]; e < sum->graph.first[s + 1]; e++) {
        sum->counts[sum->graph.edges[e].term] += sum->graph.edges[e].frequency;
        use_counts(sum, sum->graph.edges[e].term);
    }
    sum->smoothed += group->length;
    sum->chosen_count++;
    if (!group->count) *group = sum->groups[--sum->group_count];
    return s;
}

void ld_score_kl(struct ld_arena *arena, const struct lede_document *doc, const lede_summary_options *options,
                 struct ld_scores *scores) {
    (void)options;
    struct summary sum = {.chosen_count = 0};
    start(arena, doc, &sum);
    for (double k = 1; sum.group_count; k++) {
        struct best best = {-INFINITY, NULL, 0, 0};
        for (uint32_t g = 0; g < sum.group_count; g++) {
            sum.groups[g].cost = log(sum.smoothed + sum.groups[g].length);
            search(&sum, &sum.groups[g], 0, &best);
        }
        scores->score[choose(&sum, &best)] = 1 / k;
    }
}
