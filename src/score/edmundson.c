/* edmundson.c - Edmundson, "New methods in automatic extracting" (Journal of the ACM 16(2), 1969): the weight of a
 * sentence is
 *
 *   a1 C + a2 K + a3 T + a4 L
 *
 *   C cue       sum of the weights of its words: bonus words 1, stigma words -1, null words 0 (edmundson.def); opening
 *               with a pronoun or a connective (an anaphoric expression) is a stigma too
 *   K key       sum of the frequencies of its key words: frequent content words that are no cue words
 *   T title     sum over its words of 2 for words of the title, 1 for those of second headlines and headings
 *   L location  1 each for standing in the first paragraph, in the last, first in its paragraph, last in its paragraph
 *
 * Departures: his scales were set for his 200 documents, so each component is stretched to run from 0 to 1 over the
 * sentences of the document (and is 0 where they are all equal), and a1 to a4 are 1: his best mean had no Key, which
 * makes no difference on news. A key word makes up 1% of the content words (his threshold is a parameter), and stands
 * twice at least. Places below certain headings ("Conclusions") are left out, news having none. */
#include <math.h>
#include <string.h>

#include "model/index.h"
#include "model/opener.h"
#include "score/method.h"

ld_score_function ld_score_edmundson;

enum { CUE, KEY, TITLE, LOCATION, COMPONENTS };
static const double weights[COMPONENTS] = {1, 1, 1, 1}; /* a1 to a4 */
static const double key_share = 0.01;

static const struct {
    const char *language, *word;
    int weight;
} cues[] = {
#define CUE(language, word, weight) {#language, word, weight},
#include "score/edmundson.def"
#undef CUE
};

struct dictionaries {
    signed char *cue; /* [W] */
    double *key;      /* [V] frequency of key words, 0 for others */
    double *title;    /* [V] */
};

static void find_cues(const struct lede_document *doc, signed char *cue) {
    for (size_t i = 0; i < sizeof cues / sizeof *cues; i++) {
        if (strcmp(cues[i].language, doc->language->code)) continue;
        for (uint32_t w = 0; w < doc->word_count; w++)
            if (!strcmp(ld_folded_of(&doc->words[w]), cues[i].word)) cue[w] = (signed char)cues[i].weight;
    }
}

static void find_keys(const struct lede_document *doc, const signed char *cue, double *key) {
    double total = 0;
    for (uint32_t v = 0; v < doc->term_count; v++)
        if (doc->terms[v].counts) total += doc->terms[v].body_frequency;
    for (uint32_t v = 0; v < doc->term_count; v++)
        if (doc->terms[v].counts && doc->terms[v].body_frequency >= fmax(key_share * total, 2))
            key[v] = doc->terms[v].body_frequency;
    for (uint32_t w = 0; w < doc->word_count; w++)
        if (cue[w]) key[doc->words[w].term] = 0;
}

static void find_titles(const struct lede_document *doc, double *title) {
    for (uint32_t s = 0; s < doc->sentence_count; s++) {
        const struct ld_sentence *unit = &doc->sentences[s];
        if ((unit->kind != LD_HEADING && unit->kind != LD_DEK) || ld_is_indexed(doc, unit)) continue;
        for (uint32_t t = 0; t < unit->token_count; t++) {
            uint32_t v = ld_token_word(doc, unit->first_token + t)->term;
            if (doc->terms[v].counts) title[v] = 1;
        }
    }
    for (uint32_t i = 0; i < doc->title_term_count; i++) title[doc->title_terms[i]] = 2;
}

static void words_of(const struct lede_document *doc, const struct dictionaries *d, const struct ld_sentence *sentence,
                     double *row) {
    for (uint32_t t = 0; t < sentence->token_count; t++) {
        uint32_t w = doc->tokens[sentence->first_token + t].word, v = doc->words[w].term;
        row[CUE] += d->cue[w];
        row[KEY] += d->key[v];
        row[TITLE] += d->title[v];
    }
    row[CUE] -= ld_leans_back(doc, sentence);
}

/* Paragraphs are counted among the candidates; the first unit always begins one. */
static void find_locations(const struct lede_document *doc, double (*rows)[COMPONENTS]) {
    uint32_t paragraphs = 0, paragraph = 0, before = UINT32_MAX;
    for (uint32_t s = 0; s < doc->sentence_count; s++)
        if (ld_is_indexed(doc, &doc->sentences[s])) paragraphs += doc->sentences[s].opens || !paragraphs;
    for (uint32_t s = 0; s < doc->sentence_count; s++) {
        if (!ld_is_indexed(doc, &doc->sentences[s])) continue;
        bool opens = doc->sentences[s].opens || !paragraph;
        paragraph += opens;
        rows[s][LOCATION] = opens + (paragraph == 1) + (paragraph == paragraphs);
        if (opens && before != UINT32_MAX) rows[before][LOCATION]++;
        before = s;
    }
    rows[before][LOCATION]++; /* one at least is indexed */
}

static void add_component(const struct lede_document *doc, double (*rows)[COMPONENTS], int i, double *score) {
    double least = INFINITY, most = -INFINITY;
    for (uint32_t s = 0; s < doc->sentence_count; s++) {
        if (!ld_is_indexed(doc, &doc->sentences[s])) continue;
        least = fmin(least, rows[s][i]);
        most = fmax(most, rows[s][i]);
    }
    for (uint32_t s = 0; s < doc->sentence_count && most > least; s++)
        if (ld_is_indexed(doc, &doc->sentences[s])) score[s] += weights[i] * (rows[s][i] - least) / (most - least);
}

void ld_score_edmundson(struct ld_arena *arena, const struct lede_document *doc, const lede_summary_options *options,
                        struct ld_scores *scores) {
    (void)options;
    struct dictionaries d = {ld_arena_array(arena, doc->word_count, sizeof *d.cue),
                             ld_arena_array(arena, doc->term_count, sizeof *d.key),
                             ld_arena_array(arena, doc->term_count, sizeof *d.title)};
    double(*rows)[COMPONENTS] = ld_arena_array(arena, doc->sentence_count, sizeof *rows);
    find_cues(doc, d.cue);
    find_keys(doc, d.cue, d.key);
    find_titles(doc, d.title);
    find_locations(doc, rows);
    for (uint32_t s = 0; s < doc->sentence_count; s++)
        if (ld_is_indexed(doc, &doc->sentences[s])) words_of(doc, &d, &doc->sentences[s], rows[s]);
    for (int i = 0; i < COMPONENTS; i++) add_component(doc, rows, i, scores->score);
}
