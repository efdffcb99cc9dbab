/* shorten_next.c - a clause and an atom in, whether what stands before it still waits for what the next word begins,
 * out: of what a count is, what only so is done, what goes with what is joined. For languages whose verbs have a table
 * of forms. Source: as shorten_place.c. */
#include "pick/shorten_words.h"

enum { REACH = 12 }; /* words between a verb and what it waits for */

/* "cost hundreds [of sailors]", "gave details [of the fire]": nothing by themselves. */
static bool is_count(const struct ld_clause *c, uint32_t i) {
    return ld_atom_shaped(c, i + 1, LD_TAKES_OF) && ld_is_word_of(c, i, LD_WORDS_counts);
}

/* "faced the reality [that it sank]": what reality? */
static bool is_content(const struct ld_clause *c, uint32_t i) {
    return ld_is_that(c, i + 1) && ld_atom_shaped(c, i - 1, LD_DEFINITE) && ld_begins_as(c, i, LD_WORDS_contents);
}

/* "a car [that doesn't start]": the other way round. */
static bool is_negated(const struct ld_clause *c, uint32_t i) {
    return ld_is_article(c, i - 1) && (ld_atom_is(c, i + 2, LD_NEGATION) || ld_atom_is(c, i + 3, LD_NEGATION));
}

/* "a cross between Oxley[, Lorran and Harlan]": two at least. */
static bool is_between(const struct ld_clause *c, uint32_t i) {
    if (c->atoms[i + 1].border != LD_COMMA) return false;
    for (uint32_t k = i; k + REACH > i && !c->atoms[k].border && !ld_joins(c, k); k--)
        if (ld_word_is(c, k - 1, "between")) return true;
    return false;
}

/* "has extended the date [by which ..]". */
static bool is_of_which(const struct ld_clause *c, uint32_t i) {
    return ld_atom_shaped(c, i - 1, LD_DEFINITE) && ld_word_is(c, i + 2, "which");
}

/* "are pushing smiths [and bakers into debt]": the verb takes what stands behind what is joined. */
static bool is_taken_behind(const struct ld_clause *c, uint32_t i) {
    enum { NEAR = 7 }; /* words */
    uint32_t at = i + 2, verb = i;
    if (!ld_joins(c, i + 1)) return false;
    while (at < i + NEAR && !c->atoms[at].border && !c->atoms[at].verb && !ld_atom_is(c, at, LD_PREPOSITION)) at++;
    if (!ld_atom_is(c, at, LD_PREPOSITION) || at < i + 3) return false;
    const uint32_t taken = c->atoms[at].shape & LD_TAKES & ~(uint32_t)(LD_TAKES_OF | LD_TAKES_FOR | LD_TAKES_IN);
    while (!c->atoms[verb].border && !ld_atom_is(c, verb, LD_PREPOSITION) && !c->atoms[verb].verb &&
           !ld_is_infinitive(c, verb) && !ld_atom_shaped(c, verb, LD_ENDS_PARTICIPLE))
        verb--;
    return taken & c->atoms[verb].shape && !ld_atom_is(c, verb, LD_PREPOSITION);
}

/* By what the next word can be. */
bool ld_waits_for_next(const struct ld_clause *c, uint32_t i) {
    const struct ld_atom *next = &c->atoms[i + 1];
    if (next->border) return is_between(c, i);
    if (next->facts & LD_RELATIVE && (is_content(c, i) || is_negated(c, i))) return true;
    if (next->facts & LD_PREPOSITION && (is_count(c, i) || is_of_which(c, i))) return true;
    if (next->facts & LD_CONNECTIVE && is_taken_behind(c, i)) return true;
    return next->facts & LD_PREPOSITION && ld_word_is(c, i + 1, "about") &&
           ld_is_sure_infinitive(c, i + 3); /* "a boat [about to sink]" */
}
