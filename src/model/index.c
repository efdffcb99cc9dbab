/* index.c - see index.h. In: sentences and tokens. Out: term and sentence frequencies, postings, idf.
 *
 * idf follows Sparck Jones, "A statistical interpretation of term specificity" (1972), as log((N + 1) / (n + 1/2)):
 * over a background collection of N documents where the language has one, and over the document's own sentences (as
 * in Neto et al. 2000, TF-ISF) where not. A stem that the collection never had counts as the rarest. */
#include "model/index.h"

#include <math.h>
#include <string.h>

bool ld_is_indexed(const struct lede_document *doc, const struct ld_sentence *sentence) {
    return sentence->kind == LD_BODY || !doc->body_count;
}

static double inverse_frequency(const struct lede_document *doc, const struct ld_term *term, uint32_t sentences) {
    if (doc->language->frequencies) return log((*doc->language->background + 1.0) / (term->background + 0.5));
    return log((sentences + 1.0) / (term->sentence_frequency + 0.5));
}

void ld_index_build(struct ld_arena *arena, struct lede_document *doc, struct ld_term *terms, struct ld_word *words) {
    uint32_t *last = ld_arena_array(arena, doc->term_count, sizeof *last); /* last sentence + 1 that had the term */
    uint32_t sentences = 0, postings = 0;
    for (uint32_t t = 0; t < doc->token_count; t++) words[doc->tokens[t].word].count++;
    for (uint32_t s = 0; s < doc->sentence_count; s++) {
        const struct ld_sentence *sentence = &doc->sentences[s];
        if (!ld_is_indexed(doc, sentence)) continue;
        sentences++;
        for (uint32_t t = 0; t < sentence->token_count; t++) {
            uint32_t term = words[doc->tokens[sentence->first_token + t].word].term;
            terms[term].body_frequency++;
            if (last[term] == s + 1) continue;
            last[term] = s + 1;
            terms[term].sentence_frequency++;
            postings++;
        }
    }
    struct ld_posting *items = ld_arena_alloc(arena, (postings + (size_t)1) * sizeof *items);
    uint32_t *filled = ld_arena_alloc(arena, doc->term_count * sizeof *filled + 1);
    for (uint32_t v = 0, at = 0; v < doc->term_count; at += terms[v++].sentence_frequency) {
        terms[v].first_posting = filled[v] = at;
        terms[v].idf = inverse_frequency(doc, &terms[v], sentences);
        if (terms[v].idf < 0) terms[v].idf = 0; /* in more than all: tiny documents */
    }
    memset(last, 0, doc->term_count * sizeof *last);
    for (uint32_t s = 0; s < doc->sentence_count; s++) {
        const struct ld_sentence *sentence = &doc->sentences[s];
        if (!ld_is_indexed(doc, sentence)) continue;
        for (uint32_t t = 0; t < sentence->token_count; t++) {
            uint32_t term = words[doc->tokens[sentence->first_token + t].word].term;
            if (last[term] == s + 1) {
                items[filled[term] - 1].frequency++;
            } else {
                last[term] = s + 1;
                items[filled[term]++] = (struct ld_posting){s, 1};
            }
        }
    }
    doc->terms = terms;
    doc->words = words;
    doc->postings = items;
    doc->posting_count = postings;
}
