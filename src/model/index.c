/* index.c - see index.h. In: sentences and tokens. Out: term and sentence frequencies, each sentence's content terms,
 * idf.
 *
 * idf follows Sparck Jones, "A statistical interpretation of term specificity" (1972), as log((N + 1) / (n + 1/2)):
 * over a background collection of N documents where there is one (the caller's, or the language's), and over the
 * document's own sentences (as in Neto et al. 2000, TF-ISF) where not. A stem that the collection never had counts as
 * the rarest. */
#include "model/index.h"

#include <math.h>

bool ld_is_indexed(const struct lede_document *doc, const struct ld_sentence *sentence) {
    return sentence->kind == LD_BODY || !doc->body_count;
}

double ld_inverse_frequency(uint32_t count, uint32_t frequency) {
    return fmax(log((count + 1.0) / (frequency + 0.5)), 0); /* below 0 where more than all have it: tiny documents */
}

void ld_index_build(struct ld_arena *arena, struct lede_document *doc, struct ld_sentence *sentences,
                    struct ld_term *terms, struct ld_word *words, uint32_t background) {
    /* place + 1 in contents where a term was put last: beyond the sentence's first, the sentence has it already */
    uint32_t *put = ld_arena_array(arena, doc->term_count, sizeof *put);
    struct ld_content *contents = ld_arena_alloc(arena, doc->token_count * sizeof *contents);
    uint32_t count = 0, indexed = 0;
    for (uint32_t t = 0; t < doc->token_count; t++) words[doc->tokens[t].word].count++;
    for (uint32_t s = 0; s < doc->sentence_count; s++) {
        struct ld_sentence *sentence = &sentences[s];
        const struct ld_token *token = &doc->tokens[sentence->first_token], *end = token + sentence->token_count;
        const uint32_t first = sentence->first_content = count;
        if (!ld_is_indexed(doc, sentence)) continue;
        indexed++;
        for (; token < end; token++) {
            uint32_t v = words[token->word].term;
            terms[v].body_frequency++;
            if (!terms[v].counts) continue;
            if (put[v] > first) {
                contents[put[v] - 1].frequency++;
                continue;
            }
            terms[v].sentence_frequency++;
            contents[count++] = (struct ld_content){v, 1};
            put[v] = count;
        }
        sentence->content_count = count - first;
    }
    for (uint32_t v = 0; v < doc->term_count && !background; v++)
        if (terms[v].counts) terms[v].idf = ld_inverse_frequency(indexed, terms[v].sentence_frequency);
    doc->terms = terms;
    doc->words = words;
    doc->contents = contents;
    doc->content_count = count;
}
