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
                    struct ld_term *terms, const struct ld_word *words, uint32_t background) {
    struct ld_content *contents = ld_arena_alloc(arena, doc->token_count * sizeof *contents);
    uint32_t count = 0, indexed = 0;
    for (uint32_t s = 0; s < doc->sentence_count; s++) {
        struct ld_sentence *sentence = &sentences[s];
        const struct ld_token *token = &doc->tokens[sentence->first_token], *end = token + sentence->token_count;
        const uint32_t first = sentence->first_content = count;
        uint32_t stops = 0, numbers = 0, fresh = 0;
        if (!ld_is_indexed(doc, sentence)) continue;
        indexed++;
        if (token < end && token->flags & LD_CAPITAL) terms[words[token->word].term].capitals--;
        for (; token < end; token++) {
            const uint32_t v = words[token->word].term;
            const uint32_t number = (token->flags & LD_NUMERIC) != 0, capital = (token->flags & LD_CAPITAL) != 0;
            struct ld_term *term = &terms[v];
            stops += (words[token->word].facts & LD_STOP) != 0;
            numbers += number;
            term->numbers += number;
            term->capitals += capital;
            term->body_frequency++;
            if (term->last_content > first) { /* beyond the sentence's first: the sentence has it already */
                contents[term->last_content - 1].frequency++;
                continue;
            }
            const uint32_t counts = term->counts, is_first = !term->first;
            contents[count] = (struct ld_content){v, 1}; /* of one that does not count, the next one takes the place */
            count += counts;
            fresh += is_first & counts;
            term->first += indexed & -is_first;
            term->last = indexed;
            term->sentence_frequency += counts;
            term->last_content = count & -counts;
        }
        sentence->content_count = count - first;
        sentence->stops = stops;
        sentence->numbers = numbers;
        sentence->fresh = fresh;
    }
    for (uint32_t v = 0; v < doc->term_count && !background; v++)
        if (terms[v].counts) terms[v].idf = ld_inverse_frequency(indexed, terms[v].sentence_frequency);
    doc->terms = terms;
    doc->words = words;
    doc->contents = contents;
    doc->content_count = count;
}
