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
#include <string.h>

#include "base/skip.h"
#include "model/index.h"
#include "model/opener.h"
#include "pick/order.h"
#include "pick/summary.h"
#include "pick/value.h"
#include "text/spaces.h"

static const double most_alike = 0.6; /* greedy: cosine from which a sentence repeats another */
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
        budget.sentences_left = ld_wanted(options->sentences, 3);
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

static bool has_room(const struct picker *picker, double cost) {
    return picker->budget.sentences_left && picker->budget.used + cost <= picker->budget.limit;
}

static bool fits(const struct picker *picker, uint32_t unit) { return has_room(picker, cost_of(picker, unit)); }

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

static void pick_plain(struct picker *picker, const double *scores, bool prefix) {
    uint32_t count;
    const uint32_t *order = ld_order(picker->arena, picker->doc, scores, &count);
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
    enum { UNKNOWN, STANDS, LEANS } leaning; /* found out when it matters, as are these: */
    bool is_marked;                          /* its terms are told that it has them */
    bool is_compared;                        /* it is known what it repeats of those before it that are marked */
};

struct cell {
    int64_t value;
    uint8_t members[MEMBERS]; /* of the pool, in text order */
    uint8_t count;
    bool reached;
};

struct search {
    const struct lede_document *doc;
    struct candidate pool[POOL]; /* in text order */
    uint32_t count, limit;
    int64_t repeated[POOL][POOL]; /* what two of the pool repeat of each other, the later one first */
    uint32_t *having;             /* [V] the candidates that have it: bits, of those that are marked */
    int64_t *price;               /* [S + 1] of repeating a term, by its sentence frequency; 0: not asked yet */
    struct cell *cells;           /* [limit + 1] the best set found of each length */
};

/* Only what is taken into a set is ever compared with. */
static void mark(struct search *search, uint32_t candidate) {
    const struct ld_sentence *sentence = &search->doc->sentences[search->pool[candidate].unit];
    const struct ld_content *contents = search->doc->contents + sentence->first_content;
    if (search->pool[candidate].is_marked) return;
    search->pool[candidate].is_marked = true;
    _Static_assert(POOL <= 32, "a candidate is a bit of having");
    for (uint32_t c = 0; c < sentence->content_count; c++) search->having[contents[c].term] |= 1u << candidate;
}

/* Those before it that are to be marked have been, for sets are made in text order. */
static void compare(struct search *search, uint32_t candidate) {
    const struct ld_sentence *sentence = &search->doc->sentences[search->pool[candidate].unit];
    const struct ld_content *contents = search->doc->contents + sentence->first_content;
    int64_t *repeated = search->repeated[candidate];
    search->pool[candidate].is_compared = true;
    memset(repeated, 0, candidate * sizeof *repeated);
    for (uint32_t c = 0; c < sentence->content_count; c++) {
        uint32_t before = search->having[contents[c].term];
        if (!before) continue;
        const uint32_t n = search->doc->terms[contents[c].term].sentence_frequency;
        if (!search->price[n]) search->price[n] = ld_quantised(ld_repetition * log(1.0 + n));
        for (; before; before &= before - 1) repeated[ld_zeros_before(before)] += search->price[n];
    }
}

static bool leans(const struct search *search, struct candidate *c) {
    if (!c->leaning)
        c->leaning = c->unit && ld_leans_back(search->doc, &search->doc->sentences[c->unit]) ? LEANS : STANDS;
    return c->leaning == LEANS;
}

/* What a candidate adds to a set of candidates before it. */
static int64_t gain_of(struct search *search, uint32_t candidate, const struct cell *set) {
    struct candidate *c = &search->pool[candidate];
    int64_t gain = c->value;
    if (set->count && !c->is_compared) compare(search, candidate);
    for (uint32_t m = 0; m < set->count; m++) gain -= search->repeated[candidate][set->members[m]];
    bool supported = set->count && search->pool[set->members[set->count - 1]].unit + 1 == c->unit;
    return !supported && leans(search, c) ? gain - ld_quantised(ld_leaning) : gain;
}

static void fill_cells(struct search *search) {
    search->cells[0].reached = true;
    for (uint32_t i = 0; i < search->count; i++)
        for (uint32_t length = search->limit, cost = search->pool[i].cost; length >= cost; length--) {
            const struct cell *without = &search->cells[length - cost];
            struct cell *with = &search->cells[length];
            if (!without->reached || without->count == MEMBERS) continue;
            /* no gain is above the value */
            if (with->reached && with->value >= without->value + search->pool[i].value) continue;
            int64_t value = without->value + gain_of(search, i, without);
            if (with->reached && with->value >= value) continue;
            *with = *without;
            with->value = value;
            with->reached = true;
            with->members[with->count++] = (uint8_t)i;
            mark(search, i);
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

/* The first candidates of the order that fit, in text order. Costs are counted in steps. */
static void fill_pool(const struct picker *picker, struct search *search, const uint32_t *order, uint32_t count,
                      const double *values, double step) {
    const bool by_number = isinf(picker->budget.limit);
    uint32_t *costs = ld_arena_array(picker->arena, picker->doc->sentence_count, sizeof *costs); /* 0: not in */
    uint32_t left = POOL;
    for (uint32_t i = 0; i < count && left; i++) {
        const double cost = cost_of(picker, order[i]), counted = by_number ? 1 : cost + picker->budget.in_characters;
        if (!has_room(picker, cost)) continue;
        costs[order[i]] = counted > step ? (uint32_t)ceil(counted / step) : 1;
        left--;
    }
    for (uint32_t s = 0; search->count < POOL - left; s++)
        if (costs[s])
            search->pool[search->count++] =
                (struct candidate){.unit = s, .cost = costs[s], .value = ld_quantised(values[s])};
}

/* order is by value. The units of a budget of many characters are steps of several, rounded so that it is kept. */
static void pick_searching(struct picker *picker, const uint32_t *order, uint32_t count, const double *values) {
    struct search *search = ld_arena_alloc(picker->arena, sizeof *search);
    const struct budget *budget = &picker->budget;
    const bool by_number = isinf(budget->limit);
    /* each sentence but the first has a blank before it: one more for the first makes up for it */
    double limit = by_number ? budget->sentences_left : floor(budget->limit) + budget->in_characters;
    const double step = fmax(1, ceil(limit / CELLS)); /* the limit may be below a word */
    search->doc = picker->doc;
    search->count = 0;
    search->limit = (uint32_t)(limit / step);
    search->cells = ld_arena_array(picker->arena, search->limit + (size_t)1, sizeof *search->cells);
    fill_pool(picker, search, order, count, values, step);
    search->having = ld_arena_array(picker->arena, picker->doc->term_count, sizeof *search->having);
    search->price = ld_arena_array(picker->arena, picker->doc->sentence_count + (size_t)1, sizeof *search->price);
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
    if (!is_short(picker)) {
        const uint32_t *order = ld_order(picker->arena, doc, scores, &count);
        pick_greedily(picker, order, count);
        return;
    }
    const double counted = isinf(picker->budget.limit) ? ld_enough_words : INFINITY;
    double *values = ld_arena_alloc(picker->arena, doc->sentence_count * sizeof *values);
    for (uint32_t s = 0; s < doc->sentence_count; s++) {
        const double words = doc->sentences[s].columns;
        values[s] = scores[s] + ld_word_bonus * (words < counted ? words : counted);
    }
    const uint32_t *order = doc->sentence_count > POOL ? ld_order(picker->arena, doc, values, &count)
                                                       : ld_candidates(picker->arena, doc, &count); /* all go in */
    pick_searching(picker, order, count, values);
}

/* The best sentence, where none fits: false where there is none at all. */
static bool take_best(struct picker *picker, const double *scores) {
    uint32_t count;
    const uint32_t *order = ld_order(picker->arena, picker->doc, scores, &count);
    if (count) take(picker, order[0]);
    return count;
}

void ld_pick_sentences(struct ld_arena *arena, const struct lede_document *doc, const double *scores,
                       enum ld_picking picking, const lede_summary_options *options, struct ld_picks *out,
                       int *over_budget) {
    struct picker picker = {doc,
                            arena,
                            make_budget(doc, options),
                            ld_arena_array(arena, doc->sentence_count, 1),
                            ld_arena_array(arena, doc->term_count, 1),
                            ld_arena_alloc(arena, doc->sentence_count * sizeof(uint32_t)),
                            0};
    const struct ld_arena_mark mark = ld_arena_mark(arena);
    if (picking == LD_PICK_REFINED)
        pick_refined(&picker, scores);
    else
        pick_plain(&picker, scores, picking == LD_PICK_PREFIX);
    *over_budget = !picker.taken_count && take_best(&picker, scores);
    ld_arena_release(arena, mark);
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
