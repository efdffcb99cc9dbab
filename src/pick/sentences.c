/* sentences.c - the sentences of the summary: best first within a budget, given back in text order.
 *
 * In: scores. Out: picks. Refined picking (the default method) also
 *   leaves out what repeats a sentence that is in already: maximal marginal relevance as a bound on the cosine
 *     (Carbonell & Goldstein 1998);
 *   does not take a sentence that leans on one that is not in ("He said ...", "However, ..."): it asks more of it, or
 *     takes both where both fit;
 *   goes on below a sentence that does not fit the budget.
 * The first pick is given even where it alone exceeds the budget. */
#include <math.h>
#include <string.h>

#include "model/index.h"
#include "model/opener.h"
#include "pick/order.h"
#include "pick/summary.h"
#include "text/spaces.h"

static const double most_alike = 0.6; /* cosine from which a sentence repeats another */

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
    if (options->words) budget.limit = (double)options->words;
    else if (options->characters) budget.limit = (double)options->characters;
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
        if (fits(picker, order[i])) take(picker, order[i]);
        else if (prefix) return;
}

/* Rounds: first what stands by itself and is new; then, where the budget is not full, what leans back; then all. */
static void pick_refined(struct picker *picker, const uint32_t *order, uint32_t count) {
    for (int round = 0; round < 3; round++)
        for (uint32_t i = 0; i < count && picker->budget.sentences_left; i++) {
            uint32_t unit = order[i];
            if (picker->chosen[unit] || !fits(picker, unit)) continue;
            if (round < 2 && repeats(picker, unit)) continue;
            if (round < 1 && dangles(picker, unit)) continue;
            take(picker, unit);
        }
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
    if (picking == LD_PICK_REFINED) pick_refined(&picker, order, count);
    else pick_plain(&picker, order, count, picking == LD_PICK_PREFIX);
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
