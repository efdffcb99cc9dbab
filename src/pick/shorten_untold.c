/* shorten_untold.c - a clause and what stays of it in; out, whether that tells no more than that something was not
 * told: "Lind declined to comment", "No details were given", "The price is unknown". English. Source: ours, from the
 * bullets that a newsletter's editor would strike. */
#include "pick/shorten_words.h"

/* "The cause is not [known]", "it was not [clear] why", but not "is not known for its bread". */
static bool is_open_question(const struct ld_clause *c, uint32_t i) {
    return (ld_word_is(c, i, "known") || ld_word_is(c, i, "clear")) &&
           (i + 1 >= c->count || ld_border(c, i + 1) || ld_opens_clause(c, i + 1));
}

/* "has said [that] he could not comment": the verb of what the one who says it says of himself, or that of the clause.
 */
static uint32_t verb_told(const struct ld_clause *c) {
    const uint32_t says = c->head + ld_atom_is(c, c->head, LD_AUXILIARY), next = says + 1 + ld_is_that(c, says + 1);
    const bool self = ld_atom_is(c, says, LD_SAY) && ld_atom_is(c, next, LD_PRONOUN) && !ld_border(c, next) &&
                      next + 1 < c->count; /* not "No boat sank, said he" */
    return self ? next + 1 : c->head;
}

/* Whether a word of the list stays in [from, to). */
static bool has(const struct ld_clause *c, const bool *keep, uint32_t from, uint32_t to, enum ld_word_list list) {
    for (uint32_t k = from; k < to; k++)
        if ((!keep || keep[k]) && ld_is_word_of(c, k, list)) return true;
    return false;
}

/* A few words, which do not go on with "but". */
static bool is_brief(const struct ld_clause *c, const bool *keep, uint32_t head) {
    enum { BRIEF = 18 };
    uint32_t words = 0;
    for (uint32_t k = 0; k < c->count && words <= BRIEF; k++) {
        if (keep && !keep[k]) continue;
        if (k > head && ld_word_is(c, k, "but")) return false;
        words++;
    }
    return words <= BRIEF;
}

/* "Efforts to reach Lind failed", "Calls to the guild were not returned", "were unsuccessful". */
static bool is_unreached(const struct ld_clause *c) {
    uint32_t i = c->head;
    const bool tries =
        ld_is_word_of(c, 0, LD_WORDS_tries) && (ld_word_is(c, 2, "reach") || ld_word_is(c, 2, "contact"));
    if (!(tries || ld_is_word_of(c, 0, LD_WORDS_calls)) || !ld_word_is(c, 1, "to")) return false;
    while (ld_atom_is(c, i, LD_AUXILIARY | LD_NEGATION)) i++;
    return ld_is_word_of(c, i, LD_WORDS_futile) || ld_word_is(c, i, "returned") || ld_word_is(c, i, "answered");
}

bool ld_tells_nothing(const struct ld_clause *c, const bool *keep) {
    enum { NEAR = 7 }; /* words, from its verb on */
    if (!c->whole) return false;
    uint32_t head = c->head, i = head, to;
    bool no = false;
    while (ld_atom_is(c, i, LD_AUXILIARY)) i++; /* "has been unable" */
    if (is_unreached(c)) return is_brief(c, keep, head);
    if (!(c->facts & LD_NEGATION) && !ld_is_word_of(c, i, LD_WORDS_declining) && !ld_is_word_of(c, i, LD_WORDS_unsaid))
        return false; /* most often */
    i = head = verb_told(c);
    while (i + 1 < c->count && !ld_border(c, i + 1) &&
           (ld_atom_is(c, i, LD_AUXILIARY | LD_NEGATION) || ld_atom_shaped(c, i, LD_ADVERB)))
        no |= ld_atom_is(c, i++, LD_NEGATION);
    const bool declines = ld_is_word_of(c, i, LD_WORDS_declining);
    if (i > head && ld_is_word_of(c, i, LD_WORDS_unsaid)) return is_brief(c, keep, head);
    const bool gives = declines || ld_is_word_of(c, i, LD_WORDS_giving);
    no |= (gives && ld_atom_is(c, i + 1, LD_NEGATION)) || ld_any_is(c, 0, head, LD_NEGATION);
    if (!(no || declines) || !is_brief(c, keep, head)) return false;
    if (no && (is_open_question(c, i) || has(c, keep, 0, head, LD_WORDS_untold_nouns) ||
               (ld_word_is(c, i, "reached") && ld_word_is(c, head, "could"))))
        return true;
    for (to = i + 1; to < i + NEAR && to < c->count && !ld_border(c, to) && !ld_joins(c, to);) to++;
    if (ld_word_is(c, i, "return") && no && has(c, keep, i, to, LD_WORDS_calls)) return true;
    if ((declines || ld_word_is(c, i, "able")) && ld_word_is(c, i + 2, "contact")) return true;
    return has(c, keep, i, to, LD_WORDS_untold) || (gives && has(c, keep, i, to, LD_WORDS_untold_nouns));
}
