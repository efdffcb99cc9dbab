/* fit_data.c - examples in, articles with sets of sentences out: what a summary could be, and what it would be worth.
 * Sets are drawn at random, nearer or farther from the lead; each fills the budget. Leaves alone what is learnt. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "cli/cli.h"
#include "model/index.h"
#include "model/opener.h"
#include "pick/value.h"
#include "tools/fit.h"
#include "tools/fit_random.h"

enum { DRAWS = 150 }; /* sets an article, fewer where they are equal */

static uint64_t hash(uint64_t h, struct ld_text text) { return fit_hash(h, text.bytes, text.length); }

/* ---- sets ---- */

/* ROUGE-1 F: 2 x hits / (tokens of the set + tokens of the reference). */
static double reward_of(struct fit *fit, const struct fit_article *a, const struct fit_set *set) {
    double best = 0;
    for (uint32_t r = 0; r < a->reference_count; r++) {
        const struct ld_tokens *reference = &a->references[r];
        double hits = 0, size = reference->count;
        for (uint32_t i = 0; i < reference->count; i++) fit->left[reference->stems[i]]++;
        for (uint32_t m = 0; m < set->count; m++) {
            const struct ld_tokens *tokens = &a->tokens[set->members[m]];
            size += tokens->count;
            for (uint32_t i = 0; i < tokens->count; i++)
                if (fit->left[tokens->stems[i]]) fit->left[tokens->stems[i]]--, hits++;
        }
        for (uint32_t i = 0; i < reference->count; i++) fit->left[reference->stems[i]] = 0;
        if (size > 0 && 2 * hits / size > best) best = 2 * hits / size;
    }
    return 100 * best;
}

static double repetition_of(const struct lede_document *doc, const struct fit_set *set) {
    double price = 0;
    for (uint32_t m = 0; m < set->count; m++)
        for (uint32_t k = 0; k < m; k++) {
            const struct ld_sentence *a = &doc->sentences[set->members[m]], *b = &doc->sentences[set->members[k]];
            for (uint32_t i = 0; i < a->content_count; i++)
                for (uint32_t j = 0; j < b->content_count; j++) {
                    const uint32_t v = doc->contents[a->first_content + i].term;
                    if (v == doc->contents[b->first_content + j].term)
                        price += ld_repetition * log(1.0 + doc->terms[v].sentence_frequency);
                }
        }
    return price;
}

void fit_score_set(struct fit *fit, const struct fit_article *a, struct fit_set *set) {
    const struct lede_document *doc = a->doc;
    set->reward = reward_of(fit, a, set);
    set->offset = -repetition_of(doc, set);
    for (uint32_t m = 0; m < set->count; m++) {
        const uint32_t unit = set->members[m];
        const double words = doc->sentences[unit].columns;
        set->offset += ld_word_bonus * (fit->options.words ? words : fmin(words, ld_enough_words));
        bool supported = m && set->members[m - 1] + 1 == unit;
        if (unit && !supported && ld_leans_back(doc, &doc->sentences[unit])) set->offset -= ld_leaning;
    }
}

/* Is there no sentence that still fits? Weights are to choose between summaries of about one length: where shorter ones
 * are among them, long sentences are found bad for their length. */
static bool is_full(const struct fit *fit, const struct fit_article *a, const struct fit_set *set) {
    size_t used = 0;
    uint32_t m = 0;
    if (!fit->options.words) return true;
    for (uint32_t i = 0; i < set->count; i++) used += a->doc->sentences[set->members[i]].columns;
    for (uint32_t u = 0; u < a->count; u++) {
        if (m < set->count && set->members[m] == a->units[u])
            m++;
        else if (used + a->doc->sentences[a->units[u]].columns <= fit->options.words)
            return false;
    }
    return true;
}

static bool add_set(struct fit *fit, struct fit_article *a, struct fit_set *set) {
    if (!set->count || !is_full(fit, a, set)) return false;
    for (uint32_t i = 0; i < a->set_count; i++)
        if (a->sets[i].count == set->count &&
            !memcmp(a->sets[i].members, set->members, set->count * sizeof *set->members))
            return false;
    fit_score_set(fit, a, set);
    LD_ARENA_ROOM(fit->arena, a->sets, a->set_count, a->set_capacity);
    a->sets[a->set_count++] = *set;
    return true;
}

static int ascending(const void *a, const void *b) {
    const uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
    return (x > y) - (x < y);
}

/* Take units in an order while the budget lasts; with prefix, nothing after one that does not fit. */
static void fill(const struct fit *fit, const struct fit_article *a, const uint32_t *order, bool prefix,
                 struct fit_set *set) {
    const size_t words = fit->options.words, sentences = fit->options.sentences ? fit->options.sentences : 3;
    size_t used = 0;
    set->count = 0;
    for (uint32_t i = 0; i < a->count && set->count < (words ? FIT_MOST_MEMBERS : sentences); i++) {
        const size_t columns = a->doc->sentences[order[i]].columns;
        if (words && used + columns > words) {
            if (prefix) break;
            continue;
        }
        used += columns;
        set->members[set->count++] = order[i];
    }
    if (prefix && !set->count && a->count) set->members[set->count++] = order[0];
    qsort(set->members, set->count, sizeof *set->members, ascending);
}

struct keyed {
    double key;
    uint32_t unit;
};

static int by_key(const void *a, const void *b) {
    const struct keyed *x = a, *y = b;
    return (x->key < y->key) - (x->key > y->key);
}

void fit_draw(struct fit *fit, struct fit_article *a) {
    struct ld_arena scratch;
    ld_arena_init(&scratch);
    scratch.fail = fit->arena->fail;
    struct keyed *keyed = ld_arena_array(&scratch, a->count, sizeof *keyed);
    uint32_t *order = ld_arena_array(&scratch, a->count, sizeof *order);
    struct fit_set set;
    a->set_count = 0;
    fill(fit, a, a->units, false, &set);
    add_set(fit, a, &set);
    for (uint32_t d = 0; d < DRAWS; d++) {
        const double pull = d % 4; /* towards the beginning, in units of the noise */
        for (uint32_t i = 0; i < a->count; i++)
            keyed[i] = (struct keyed){-log(-log(fit_draw_number(&a->random))) - pull * log(1.0 + i), a->units[i]};
        qsort(keyed, a->count, sizeof *keyed, by_key);
        for (uint32_t i = 0; i < a->count; i++) order[i] = keyed[i].unit;
        fill(fit, a, order, false, &set);
        add_set(fit, a, &set);
    }
    ld_arena_free(&scratch);
}

/* ---- articles ---- */

static void read_tokens(struct fit *fit, struct fit_article *a) {
    const struct ld_cut whole = {0, 0, false};
    const struct lede_document *doc = a->doc;
    a->tokens = ld_arena_array(fit->arena, doc->sentence_count, sizeof *a->tokens);
    a->units = ld_arena_array(fit->arena, doc->sentence_count, sizeof *a->units);
    a->references = ld_arena_array(fit->arena, a->example->count, sizeof *a->references);
    a->reference_count = a->example->count;
    for (uint32_t s = 0; s < doc->sentence_count; s++) {
        const struct ld_span span = doc->sentences[s].span;
        if (!ld_is_indexed(doc, &doc->sentences[s])) continue;
        a->units[a->count++] = s;
        ld_tokens_read(&fit->vocabulary, (struct ld_text){doc->text + span.offset, span.length}, whole, &a->tokens[s]);
    }
    for (uint32_t r = 0; r < a->reference_count; r++)
        ld_tokens_read(&fit->vocabulary, a->example->references[r], whole, &a->references[r]);
}

static uint32_t group_of(struct fit *fit, const struct ld_example *e) {
    const char *slash = strrchr(e->file, '/');
    const char *name = e->outlet.length ? e->outlet.bytes : slash ? slash + 1 : e->file;
    uint32_t g = 0;
    while (g < fit->group_count && strcmp(fit->groups[g], name) != 0) g++;
    if (g == FIT_MOST_GROUPS) return g - 1;
    if (g == fit->group_count) fit->groups[fit->group_count++] = name;
    return g;
}

void fit_features(struct fit *fit, struct fit_article *a, const double *weights) {
    struct ld_arena scratch;
    ld_arena_init(&scratch);
    scratch.fail = fit->arena->fail; /* no memory here is no memory there: the tool ends */
    const size_t size = (size_t)a->doc->sentence_count * LD_FEATURE_COUNT * sizeof *a->rows;
    const double *rows = ld_features(&scratch, a->doc, &fit->options, weights);
    if (!a->rows) a->rows = ld_arena_alloc(fit->arena, size);
    memcpy(a->rows, rows, size);
    ld_arena_free(&scratch);
    for (uint32_t k = 0; k < a->set_count; k++) {
        struct fit_set *set = &a->sets[k];
        memset(set->sum, 0, sizeof set->sum);
        for (uint32_t m = 0; m < set->count; m++) {
            const double *row = a->rows + (size_t)set->members[m] * LD_FEATURE_COUNT;
            for (int f = 0; f < LD_FEATURE_COUNT; f++) set->sum[f] += row[f];
        }
    }
}

static bool read_article(struct fit *fit, const struct ld_example *e, uint32_t folds, struct fit_article *a) {
    lede_document_options options;
    lede_document_options_init(&options);
    options.title = e->title.length ? e->title.bytes : NULL;
    options.title_length = e->title.length;
    if (e->language.length && lede_language_name(e->language.bytes)) options.language = e->language.bytes;
    if (lede_document_new(e->text.bytes, e->text.length, &options, &a->doc)) return false; /* nothing in it */
    a->example = e;
    a->random = hash(FIT_START, e->id);
    a->fold = (uint32_t)(a->random % folds);
    a->group = group_of(fit, e);
    read_tokens(fit, a);
    a->wanted = ld_arena_array(fit->arena, a->doc->term_count, 1);
    ld_bench_mark_wanted(fit->arena, a->doc, e, a->wanted);
    return a->count > 0;
}

void fit_read(struct fit *fit, const struct fit_settings *settings) {
    const struct ld_corpus *corpus = fit->corpus;
    fit->articles = ld_arena_array(fit->arena, corpus->count, sizeof *fit->articles);
    fit->l2 = settings->l2;
    fit->hash = FIT_START;
    lede_summary_options_init(&fit->options);
    fit->options.words = settings->words;
    fit->options.sentences = settings->sentences;
    ld_vocabulary_init(&fit->vocabulary, fit->arena, LD_GOOGLE, true);
    for (uint32_t i = 0; i < corpus->count; i++) {
        const struct ld_example *e = &corpus->examples[i];
        struct fit_article *a = &fit->articles[fit->count];
        fit->hash = hash(hash(fit->hash, e->id), e->text);
        for (uint32_t r = 0; r < e->count; r++) fit->hash = hash(fit->hash, e->references[r]);
        if (!read_article(fit, e, settings->folds, a)) continue;
        fit->group_sizes[a->group]++;
        fit->count++;
    }
    fit->left = ld_arena_array(fit->arena, fit->vocabulary.stems.count, sizeof *fit->left);
    for (uint32_t i = 0; i < fit->count; i++) {
        struct fit_article *a = &fit->articles[i];
        a->weight = 1 / sqrt(fit->group_sizes[a->group]);
        fill(fit, a, a->units, true, &a->lead);
        fit_score_set(fit, a, &a->lead);
    }
}
