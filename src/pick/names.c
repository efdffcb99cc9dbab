/* names.c - see names.h. */
#include "pick/names.h"

#include <string.h>

#include "model/index.h"

/* Small words inside names, of any language: "Ursula von der Leyen". */
static bool is_particle(const struct ld_word *word) {
    static const char particles[] = " al bin da das de del della den der di dos du el ibn la le ten ter van von ";
    char padded[8] = " ";
    if (word->length > 5) return false;
    memcpy(padded + 1, ld_folded_of(word), word->length);
    memcpy(padded + 1 + word->length, " ", 2);
    return strstr(particles, padded) != NULL;
}

static bool is_name(const struct lede_document *doc, uint32_t token) {
    const uint32_t closed = LD_STOP | LD_ABBR_NAME | LD_MONTH | LD_TIME | LD_PREPOSITION | LD_ARTICLE | LD_PRONOUN |
                            LD_CONNECTIVE | LD_CONJUNCTION | LD_AUXILIARY;
    return doc->tokens[token].flags & LD_CAPITAL && !(doc->tokens[token].flags & LD_NUMERIC) &&
           !(ld_token_word(doc, token)->facts & closed);
}

struct run {
    uint32_t next;  /* token after it */
    uint32_t last;  /* its last token */
    uint32_t words; /* of it */
};

/* The next run of name words from token on, before end; false where there is none. */
static bool next_run(const struct lede_document *doc, uint32_t token, uint32_t end, struct run *run) {
    while (token < end && !is_name(doc, token)) token++;
    if (token == end) return false;
    *run = (struct run){token + 1, token, 1};
    for (uint32_t t = token + 1; t < end; t++) {
        bool initial = ld_token_word(doc, t - 1)->length == 1; /* "George W. Bush" */
        if (doc->tokens[t].flags & LD_AFTER_PUNCT && !initial) break;
        if (is_name(doc, t))
            *run = (struct run){t + 1, t, run->words + 1};
        else if (!is_particle(ld_token_word(doc, t)))
            break;
    }
    return true;
}

static uint32_t term_of(const struct lede_document *doc, const struct run *run) {
    return ld_token_word(doc, run->last)->term;
}

const bool *ld_surnames(struct ld_arena *arena, const struct lede_document *doc) {
    bool *surnames = ld_arena_array(arena, doc->term_count + 1, sizeof *surnames);
    for (uint32_t s = 0; s < doc->sentence_count; s++) {
        const struct ld_sentence *sentence = &doc->sentences[s];
        if (!ld_is_indexed(doc, sentence)) continue;
        const uint32_t end = sentence->first_token + sentence->token_count;
        struct run run = {.next = sentence->first_token};
        while (next_run(doc, run.next, end, &run))
            if (run.words > 1 && !(doc->tokens[run.last].flags & LD_ALL_CAPITALS)) surnames[term_of(doc, &run)] = true;
    }
    return surnames;
}

uint32_t ld_mentions(const struct lede_document *doc, const bool *surnames, uint32_t sentence,
                     struct ld_mention *mentions, uint32_t most) {
    const uint32_t first = doc->sentences[sentence].first_token, end = first + doc->sentences[sentence].token_count;
    uint32_t count = 0;
    struct run run = {.next = first};
    while (count < most && next_run(doc, run.next, end, &run))
        if (surnames[term_of(doc, &run)])
            mentions[count++] = (struct ld_mention){term_of(doc, &run), run.last, run.words > 1};
    return count;
}
