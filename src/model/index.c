/* index.c - see index.h. In: sentences and tokens. Out: term and sentence frequencies, each sentence's content terms,
 * idf.
 *
 * idf follows Sparck Jones, "A statistical interpretation of term specificity" (1972), as log((N + 1) / (n + 1/2)):
 * over a background collection of N documents where there is one (the caller's, or the language's), and over the
 * document's own sentences (as in Neto et al. 2000, TF-ISF) where not. A stem that the collection never had counts as
 * the rarest. */
#include "model/index.h"

#include <math.h>

double ld_inverse_frequency(uint32_t count, uint32_t frequency) {
    return fmax(log((count + 1.0) / (frequency + 0.5)), 0); /* below 0 where more than all have it: tiny documents */
}

/* The tokens of a sentence that count, with their flags for a frequency; gives how many. */
static uint32_t list_contents(const struct lede_document *doc, const struct ld_word *words,
                              struct ld_sentence *sentence, struct ld_content *contents) {
    const struct ld_token *first = &doc->tokens[sentence->first_token], *end = first + sentence->token_count;
    uint32_t count = 0, stops = 0, numbers = 0;
    for (const struct ld_token *token = first; token < end; token++) {
        const struct ld_word *word = &words[token->word];
        contents[count] = (struct ld_content){word->term, token->flags}; /* the next one may take the place */
        count += word->counts;
        stops += word->facts & LD_STOP;
        numbers += token->flags & LD_NUMERIC;
    }
    sentence->stops = stops / LD_STOP;
    sentence->numbers = numbers / LD_NUMERIC;
    if (first < end) contents[0].frequency &= ~(uint32_t)(words[first->word].counts * LD_CAPITAL);
    return count;
}

void ld_index_build(struct ld_arena *arena, struct lede_document *doc, struct ld_sentence *sentences,
                    struct ld_term *terms, const struct ld_word *words, uint32_t background) {
    struct ld_content *contents = ld_arena_alloc(arena, doc->token_count * sizeof *contents);
    uint32_t count = 0, indexed = 0;
    for (uint32_t s = 0; s < doc->sentence_count; s++) {
        struct ld_sentence *sentence = &sentences[s];
        const uint32_t first = sentence->first_content = count;
        if (!ld_is_indexed(doc, sentence)) continue;
        indexed++;
        uint32_t fresh = 0;
        const uint32_t end = first + list_contents(doc, words, sentence, contents + first);
        for (uint32_t i = first; i < end; i++) {
            const uint32_t v = contents[i].term, flags = contents[i].frequency;
            struct ld_term *term = &terms[v];
            term->numbers += (flags & LD_NUMERIC) != 0;
            term->capitals += (flags & LD_CAPITAL) != 0;
            term->body_frequency++;
            if (term->last_content > first) { /* beyond the sentence's first: the sentence has it already */
                contents[term->last_content - 1].frequency++;
                continue;
            }
            contents[count++] = (struct ld_content){v, 1};
            const uint32_t before = term->first;
            fresh += !before;
            term->first = before ? before : indexed;
            term->last = indexed;
            term->sentence_frequency++;
            term->last_content = count;
        }
        sentence->content_count = count - first;
        sentence->fresh = fresh;
    }
    for (uint32_t v = 0; v < doc->term_count && !background; v++)
        if (terms[v].counts) terms[v].idf = ld_inverse_frequency(indexed, terms[v].sentence_frequency);
    doc->terms = terms;
    doc->words = words;
    doc->contents = contents;
    doc->content_count = count;
}
