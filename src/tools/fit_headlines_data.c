/* fit_headlines_data.c - articles and their headlines in; the candidates of each article out, with their features and
 * what they would be worth. The library shows its candidates as it judges them (ld_try_headline). Leaves alone what is
 * learnt. */
#include <math.h>
#include <string.h>

#include "tools/fit_headlines.h"
#include "tools/fit_random.h"

enum { DRAWS = 6 /* sets of weights of which candidates are taken */, MOST_TOKENS = 256 /* of a headline */ };

static const double maluses[LD_CHOICES] = {
#define CHOICE(name, low, high, malus) [LD_C_##name] = malus,
#include "pick/choice.def"
#undef CHOICE
};

/* ---- what a headline is worth ---- */

/* ROUGE-n F in points. Headlines are short: each n-gram looks for one like it that is not taken. */
static double rouge(const struct ld_tokens *a, const struct ld_tokens *b, uint32_t n) {
    bool taken[MOST_TOKENS] = {false};
    double hits = 0;
    if (a->count < n || b->count < n) return 0;
    for (uint32_t i = 0; i + n <= a->count; i++)
        for (uint32_t k = 0; k + n <= b->count && k < MOST_TOKENS; k++) {
            if (taken[k] || memcmp(a->stems + i, b->stems + k, n * sizeof *a->stems) != 0) continue;
            taken[k] = true;
            hits++;
            break;
        }
    return 200 * hits / (a->count + b->count - 2 * (n - 1));
}

static struct heads_score score(struct heads *heads, const struct heads_article *a, const char *text, size_t length) {
    struct heads_score best = {0, 0, 0};
    ld_tokens_read(&heads->vocabulary, (struct ld_text){text, length}, (struct ld_cut){0, 0, false}, &heads->tokens);
    for (uint32_t r = 0; r < a->reference_count; r++) {
        const struct heads_score got = {rouge(&heads->tokens, &a->references[r], 1),
                                        rouge(&heads->tokens, &a->references[r], 2), 0};
        if (got.rouge1 + got.rouge2 > best.rouge1 + best.rouge2) best = got;
    }
    return best;
}

/* ---- candidates ---- */

struct seeing {
    struct heads *heads;
    struct heads_article *article;
    struct ld_arena scratch;
    const char *wanted; /* a text whose malus is looked for */
    double malus;
    bool own; /* the weights are those themselves: what is cut for want of another counts */
};

static double malus_of(const double *row) {
    double sum = 0;
    for (int f = 0; f < LD_CHOICES; f++) sum += maluses[f] * row[f];
    return sum;
}

static void see(void *context, const struct ld_clause *clause, const struct ld_shortening *candidate, double *row) {
    struct seeing *seeing = context;
    struct heads *heads = seeing->heads;
    struct heads_article *a = seeing->article;
    uint32_t length;
    const char *text =
        ld_clause_text(&seeing->scratch, clause, candidate->keep, candidate->dropped, false, 100, &length);
    if (seeing->wanted) {
        if (!strcmp(text, seeing->wanted)) seeing->malus = malus_of(row);
        return;
    }
    if (candidate->cut && !seeing->own) return;
    const uint64_t mine = fit_hash(FIT_START, text, length);
    for (uint32_t i = 0; i < a->count; i++)
        if (a->candidates[i].text == mine) return;
    struct heads_candidate new = {.first = a->value_count, .text = mine};
    const struct heads_score got = score(heads, a, text, length);
    new.reward = (float)((got.rouge1 + got.rouge2) / 2 - heads->malus * malus_of(row));
    for (uint32_t f = 0; f < LD_CHOICES; f++) {
        if (row[f] == 0) continue;
        LD_ARENA_ROOM(heads->arena, a->values, a->value_count, a->value_room);
        a->values[a->value_count++] = (struct heads_value){f, (float)row[f]};
        new.count++;
    }
    LD_ARENA_ROOM(heads->arena, a->candidates, a->count, a->room);
    a->candidates[a->count++] = new;
}

static struct ld_picks try(struct seeing *seeing, const double *weights, bool watched) {
    lede_summary_options options;
    struct ld_picks picks;
    const struct ld_watch watch = {seeing, see};
    lede_summary_options_init(&options);
    ld_try_headline(&seeing->scratch, &seeing->article->units, &options, weights, watched ? &watch : NULL, &picks);
    return picks;
}

static void start(struct seeing *seeing, struct heads *heads, const struct heads_article *article) {
    *seeing = (struct seeing){.heads = heads, .article = (struct heads_article *)article};
    ld_arena_init(&seeing->scratch);
    seeing->scratch.fail = heads->arena->fail;
    /* clauses are made in the scratch arena: each draw has its own */
    struct ld_units *units = &seeing->article->units;
    memset(units->clauses, 0, article->doc->sentence_count * sizeof *units->clauses);
}

void heads_draw(struct heads *heads, struct heads_article *a, const double *weights) {
    struct seeing seeing;
    start(&seeing, heads, a);
    a->count = a->value_count = 0;
    for (int n = 0; n < DRAWS; n++) {
        double drawn[LD_CHOICES];
        memcpy(drawn, weights, sizeof drawn);
        /* which pieces are dropped inside a sentence follows from the signs */
        for (int f = 0; n && f < LD_PIECE_KINDS; f++) drawn[f] = fit_draw_number(&a->random) < 0.5 ? 1 : -1;
        seeing.own = !n;
        try(&seeing, drawn, true);
    }
    ld_arena_free(&seeing.scratch);
}

struct heads_score heads_pick(struct heads *heads, const struct heads_article *a, const double *weights) {
    struct seeing seeing;
    struct heads_score got = {0, 0, 0};
    start(&seeing, heads, a);
    const struct ld_picks picks = try(&seeing, weights, false);
    if (picks.count) {
        got = score(heads, a, picks.items[0].text, picks.items[0].text_length);
        seeing.wanted = picks.items[0].text;
        try(&seeing, weights, true);
        got.malus = seeing.malus;
    }
    ld_arena_free(&seeing.scratch);
    return got;
}

/* ---- articles ---- */

static uint32_t group_of(struct heads *heads, const struct ld_example *e) {
    const char *slash = strrchr(e->file, '/'), *name = slash ? slash + 1 : e->file;
    uint32_t g = 0;
    while (g < heads->group_count && strcmp(heads->groups[g], name) != 0) g++;
    if (g == HEADS_MOST_GROUPS) return g - 1;
    if (g == heads->group_count) heads->groups[heads->group_count++] = name;
    return g;
}

static bool read_article(struct heads *heads, const struct ld_example *e, struct heads_article *a) {
    lede_document_options how;
    lede_summary_options options;
    struct ld_scores scores = {0};
    lede_document_options_init(&how);
    lede_summary_options_init(&options);
    if (e->language.length && lede_language_name(e->language.bytes)) how.language = e->language.bytes;
    if (lede_document_new(e->text.bytes, e->text.length, &how, &a->doc)) return false; /* nothing in it */
    a->random = fit_hash(FIT_START, e->id.bytes, e->id.length);
    a->fold = (uint32_t)(a->random % heads->folds);
    a->group = group_of(heads, e);
    a->references = ld_arena_array(heads->arena, e->count, sizeof *a->references);
    a->reference_count = e->count;
    for (uint32_t r = 0; r < e->count; r++)
        ld_tokens_read(&heads->vocabulary, e->references[r], (struct ld_cut){0, 0, false}, &a->references[r]);
    scores.score = ld_arena_array(heads->arena, a->doc->sentence_count, sizeof *scores.score);
    ld_method_find("lede")->score(heads->arena, a->doc, &options, &scores);
    ld_units_init(heads->arena, a->doc, scores.score, &options, &a->units);
    return true;
}

void heads_read(struct heads *heads) {
    const struct ld_corpus *corpus = heads->corpus;
    heads->articles = ld_arena_array(heads->arena, corpus->count, sizeof *heads->articles);
    heads->hash = FIT_START;
    ld_vocabulary_init(&heads->vocabulary, heads->arena, LD_GOOGLE, true);
    for (uint32_t i = 0; i < corpus->count; i++) {
        const struct ld_example *e = &corpus->examples[i];
        struct heads_article *a = &heads->articles[heads->count];
        heads->hash = fit_hash(fit_hash(heads->hash, e->id.bytes, e->id.length), e->text.bytes, e->text.length);
        for (uint32_t r = 0; r < e->count; r++)
            heads->hash = fit_hash(heads->hash, e->references[r].bytes, e->references[r].length);
        if (!read_article(heads, e, a)) continue;
        heads->group_sizes[a->group]++;
        heads->count++;
    }
    for (uint32_t i = 0; i < heads->count; i++)
        heads->articles[i].weight = 1 / sqrt(heads->group_sizes[heads->articles[i].group]);
}
