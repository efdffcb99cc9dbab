/* sentences.c - the sentences of the summary: the best set within a budget, given back in text order.
 *
 * In: scores. Out: picks. Plain picking takes the best first. Refined picking (the default method) looks for the set of
 * the highest value: the sum of its scores, less what two of its sentences repeat of each other, less a fine for each
 * that leans on a sentence that is not in ("He said ...", "However, ..."), plus a bonus for each word, so that the
 * budget is used. Where sentences are counted, a sentence has the bonus for its first words only: fragments tell
 * little, and length alone does not win. Short summaries are found by McDonald's knapsack search over the best few
 * candidates ("A study of global inference algorithms in multi-document summarization", 2007, figure 3): each cell
 * holds the best set of a length. Longer ones are found greedily: best first, without what repeats or leans on what is
 * not in, then with that. Values are whole numbers of 1e-9, so that the outcome is the same on every machine. A first
 * pick is given even where it alone exceeds the budget. */
#include <math.h>
#include <stdlib.h>

#include "model/index.h"
#include "model/opener.h"
#include "pick/order.h"
#include "pick/summary.h"
#include "text/spaces.h"

static const double most_alike = 0.6;  /* greedy: cosine from which a sentence repeats another */
static const double word_bonus = 0.2;  /* set with the weights, see docs/method.md */
static const double enough_words = 12; /* of a sentence, where sentences are counted: below that it tells little */
static const double repetition = 0.35; /* a repeated term costs this x log(1 + sentences that have it); fitted */
static const double leaning = 4;       /* fine for leaning on what is not in */
static const double characters_a_word = 6;

enum {
    POOL = 32,   /* candidates of the search */
    CELLS = 512, /* lengths of the search: words, sentences, or characters in steps */
    MEMBERS = 16 /* sentences that the search may take */
};

struct budget {
    double limit; /* infinite for a number of sentences */
    double used;
    uint32_t sentences_left;
    bool in_characters;
};

struct picker {
    const struct lede_document *doc;
    struct ld_arena *arena;
    struct budget budget;
    unsigned char *chosen; /* [S] */
    unsigned char *marks;  /* [V] for ld_similarity */
    uint32_t *taken;       /* units, in the order taken */
    uint32_t taken_count;
};

static struct budget make_budget(const struct lede_document *doc, const lede_summary_options *options) {
    struct budget budget = {INFINITY, 0, UINT32_MAX, options->characters > 0};
    double words = 0;
    if (options->words)
        budget.limit = (double)options->words;
    else if (options->characters)
        budget.limit = (double)options->characters;
    else if (options->ratio > 0) {
        for (uint32_t s = 0; s < doc->sentence_count; s++)
            if (ld_is_indexed(doc, &doc->sentences[s])) words += doc->sentences[s].columns;
        budget.limit = words * options->ratio / 100;
    } else {
        budget.sentences_left = options->sentences > UINT32_MAX ? UINT32_MAX : (uint32_t)options->sentences;
        if (!options->sentences) budget.sentences_left = 3;
    }
    return budget;
}

/* What a unit takes of the budget; a blank parts sentences where characters count. */
static double cost_of(const struct picker *picker, uint32_t unit) {
    const struct ld_sentence *sentence = &picker->doc->sentences[unit];
    if (!picker->budget.in_characters) return sentence->columns;
    uint32_t characters = ld_count_characters(picker->doc->text, sentence->span);
    return characters + (picker->taken_count ? 1.0 : 0.0);
}

static bool fits(const struct picker *picker, uint32_t unit) {
    return picker->budget.sentences_left && picker->budget.used + cost_of(picker, unit) <= picker->budget.limit;
}

static void take(struct picker *picker, uint32_t unit) {
    picker->budget.used += cost_of(picker, unit);
    picker->budget.sentences_left--;
    picker->chosen[unit] = 1;
    picker->taken[picker->taken_count++] = unit;
}

static bool repeats(const struct picker *picker, uint32_t unit) {
    /* Against the last 64: in a longer summary a repetition far away does no harm, and time stays linear. */
    for (uint32_t i = picker->taken_count, n = 0; i-- && n < 64; n++)
        if (ld_similarity(picker->doc, unit, picker->taken[i], picker->marks) > most_alike) return true;
    return false;
}

/* Leans on a sentence before it that is not in the summary. */
static bool dangles(const struct picker *picker, uint32_t unit) {
    return unit && !picker->chosen[unit - 1] && ld_leans_back(picker->doc, &picker->doc->sentences[unit]);
}

static void pick_plain(struct picker *picker, const uint32_t *order, uint32_t count, bool prefix) {
    for (uint32_t i = 0; i < count; i++)
        if (fits(picker, order[i]))
            take(picker, order[i]);
        else if (prefix)
            return;
}

/* Rounds: first what stands by itself and is new; then, where the budget is not full, what leans back; then all. */
static void pick_greedily(struct picker *picker, const uint32_t *order, uint32_t count) {
    for (int round = 0; round < 3; round++)
        for (uint32_t i = 0; i < count && picker->budget.sentences_left; i++) {
            uint32_t unit = order[i];
            if (picker->chosen[unit] || !fits(picker, unit)) continue;
            if (round < 2 && repeats(picker, unit)) continue;
            if (round < 1 && dangles(picker, unit)) continue;
            take(picker, unit);
        }
}

struct candidate {
    uint32_t unit, cost;
    int64_t value;
    bool leans;
    uint32_t *terms; /* distinct content terms */
    uint32_t term_count;
};

struct search {
    struct candidate pool[POOL]; /* in text order */
    uint32_t count, limit;
    int64_t repeated[POOL][POOL]; /* what two of the pool repeat of each other */
    struct cell {
        int64_t value;
        uint8_t members[MEMBERS]; /* of the pool, in text order */
        uint8_t count;
        bool reached;
    } cells[CELLS + 1]; /* the best set found of each length */
};

static int64_t quantised(double value) { return llround(value * 1e9); }

static int by_unit(const void *a, const void *b) {
    const struct candidate *x = a, *y = b;
    return (x->unit > y->unit) - (x->unit < y->unit);
}

static void find_repetitions(struct picker *picker, struct search *search) {
    const struct lede_document *doc = picker->doc;
    uint32_t *last = ld_arena_array(picker->arena, doc->term_count, sizeof *last); /* candidate + 1 that had the term */
    for (uint32_t i = 0; i < search->count; i++) {
        struct candidate *c = &search->pool[i];
        const struct ld_sentence *sentence = &doc->sentences[c->unit];
        c->terms = ld_arena_alloc(picker->arena, sentence->token_count * sizeof *c->terms);
        for (uint32_t t = 0; t < sentence->token_count; t++) {
            uint32_t v = ld_token_word(doc, sentence->first_token + t)->term;
            if (!doc->terms[v].counts || last[v] == i + 1) continue;
            last[v] = i + 1;
            c->terms[c->term_count++] = v;
        }
        for (uint32_t j = 0; j < i; j++)
            for (uint32_t t = 0; t < search->pool[j].term_count; t++) {
                uint32_t v = search->pool[j].terms[t];
                if (last[v] == i + 1)
                    search->repeated[i][j] += quantised(repetition * log(1.0 + doc->terms[v].sentence_frequency));
            }
    }
}

/* What a candidate adds to a set of candidates before it. */
static int64_t gain_of(const struct search *search, uint32_t candidate, const struct cell *set) {
    const struct candidate *c = &search->pool[candidate];
    int64_t gain = c->value;
    for (uint32_t m = 0; m < set->count; m++) gain -= search->repeated[candidate][set->members[m]];
    bool supported = set->count && search->pool[set->members[set->count - 1]].unit + 1 == c->unit;
    return c->leans && !supported ? gain - quantised(leaning) : gain;
}

static void fill_cells(struct search *search) {
    search->cells[0].reached = true;
    for (uint32_t i = 0; i < search->count; i++)
        for (uint32_t length = search->limit, cost = search->pool[i].cost; length >= cost; length--) {
            const struct cell *without = &search->cells[length - cost];
            struct cell *with = &search->cells[length];
            if (!without->reached || without->count == MEMBERS) continue;
            int64_t value = without->value + gain_of(search, i, without);
            if (with->reached && with->value >= value) continue;
            *with = *without;
            with->value = value;
            with->reached = true;
            with->members[with->count++] = (uint8_t)i;
        }
}

/* A number of sentences is kept to; of a budget, the best length within it is taken. */
static const struct cell *best_cell(const struct search *search, bool by_number) {
    const struct cell *best = NULL;
    for (uint32_t length = search->limit; length; length--) {
        const struct cell *cell = &search->cells[length];
        if (cell->reached && (!best || cell->value > best->value)) best = cell;
        if (best && by_number) break;
    }
    return best;
}

/* order is by value. The units of a budget of many characters are steps of several, rounded so that it is kept. */
static void pick_searching(struct picker *picker, const uint32_t *order, uint32_t count, const double *values) {
    struct search *search = ld_arena_array(picker->arena, 1, sizeof *search);
    const struct budget *budget = &picker->budget;
    const bool by_number = isinf(budget->limit);
    /* each sentence but the first has a blank before it: one more for the first makes up for it */
    double limit = by_number ? budget->sentences_left : floor(budget->limit) + budget->in_characters;
    double step = ceil(limit / CELLS);
    search->limit = (uint32_t)(limit / step);
    for (uint32_t i = 0; i < count && search->count < POOL; i++) {
        if (!fits(picker, order[i])) continue;
        double cost = by_number ? 1 : fmax(cost_of(picker, order[i]) + budget->in_characters, 1);
        bool leans = order[i] && ld_leans_back(picker->doc, &picker->doc->sentences[order[i]]);
        search->pool[search->count++] =
            (struct candidate){order[i], (uint32_t)ceil(cost / step), quantised(values[order[i]]), leans, NULL, 0};
    }
    qsort(search->pool, search->count, sizeof *search->pool, by_unit);
    find_repetitions(picker, search);
    fill_cells(search);
    const struct cell *best = best_cell(search, by_number);
    for (uint32_t m = 0; best && m < best->count; m++) take(picker, search->pool[best->members[m]].unit);
}

/* Is the budget that of a short summary? It is where the search may take all that it has room for. */
static bool is_short(const struct picker *picker) {
    if (isinf(picker->budget.limit)) return picker->budget.sentences_left <= MEMBERS;
    return picker->budget.limit <= (picker->budget.in_characters ? 150 * characters_a_word : 150);
}

static void pick_refined(struct picker *picker, const double *scores) {
    const struct lede_document *doc = picker->doc;
    uint32_t count;
    const double counted = isinf(picker->budget.limit) ? enough_words : INFINITY;
    double *values = ld_arena_alloc(picker->arena, doc->sentence_count * sizeof *values);
    for (uint32_t s = 0; s < doc->sentence_count; s++)
        values[s] = scores[s] + word_bonus * fmin(doc->sentences[s].columns, counted);
    bool search = is_short(picker);
    const uint32_t *order = ld_order(picker->arena, doc, search ? values : scores, &count);
    if (search)
        pick_searching(picker, order, count, values);
    else
        pick_greedily(picker, order, count);
}

void ld_pick_sentences(struct ld_arena *arena, const struct lede_document *doc, const double *scores,
                       enum ld_picking picking, const lede_summary_options *options, struct ld_picks *out,
                       int *over_budget) {
    uint32_t count;
    const uint32_t *order = ld_order(arena, doc, scores, &count);
    struct picker picker = {doc,
                            arena,
                            make_budget(doc, options),
                            ld_arena_array(arena, doc->sentence_count, 1),
                            ld_arena_array(arena, doc->term_count, 1),
                            ld_arena_array(arena, count, sizeof(uint32_t)),
                            0};
    if (picking == LD_PICK_REFINED)
        pick_refined(&picker, scores);
    else
        pick_plain(&picker, order, count, picking == LD_PICK_PREFIX);
    *over_budget = !picker.taken_count && count;
    if (*over_budget) take(&picker, order[0]);
    out->items = ld_arena_array(arena, picker.taken_count, sizeof *out->items);
    out->count = 0;
    for (uint32_t s = 0; s < doc->sentence_count; s++) {
        if (!picker.chosen[s]) continue;
        struct ld_pick *pick = &out->items[out->count++];
        pick->text = ld_fold_spaces(arena, doc->text, doc->sentences[s].span, &pick->text_length);
        pick->unit = s;
        pick->score = scores[s];
    }
}
