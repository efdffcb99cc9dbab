/* shorten_next.c - a clause and an atom in, whether what stands before it still waits for what the next word begins,
 * out: of what a count is, what only so is done, how something is kept, a verb's particle. For languages whose verbs
 * have a table of forms. Source: as shorten_place.c. */
#include "pick/shorten_words.h"

enum { REACH = 12 }; /* words between a verb and what it waits for */

/* "a rope that will help [in ..]": no more than the verb. */
static bool is_bare_relative(const struct ld_clause *c, uint32_t i) {
    return i > 2 && ld_atom_is(c, i + 1, LD_PREPOSITION) && !ld_border(c, i + 1) && !ld_atom_is(c, i + 2, LD_TIME) &&
           ld_atom_is(c, i - 1, LD_AUXILIARY) && !ld_atom_is(c, i - 1, LD_BE) && ld_atom_is(c, i - 2, LD_RELATIVE) &&
           !ld_atom_is(c, i - 2, LD_ADJUNCT) && !ld_atom_is(c, i + 1, LD_ADJUNCT);
}

/* "in order for the guild [of the bay to sail]": who, and what is yet to come. */
static bool is_for_whom(const struct ld_clause *c, uint32_t i) {
    uint32_t k = i;
    while (k > 2 && k + REACH > i && !c->atoms[k].border && !(c->atoms[k - 1].shape & LD_TAKES_FOR)) k--;
    if (k < 3 || !(c->atoms[k - 1].shape & LD_TAKES_FOR) || !ld_word_is(c, k - 2, "order") ||
        !ld_word_is(c, k - 3, "in"))
        return false;
    while (k <= i && !ld_is_sure_infinitive(c, k)) k++;
    return k > i;
}

/* "cost hundreds [of sailors]", "gave details [of the fire]": nothing by themselves. */
static bool is_count(const struct ld_clause *c, uint32_t i) {
    return ld_atom_shaped(c, i + 1, LD_TAKES_OF) && ld_atom_is(c, i + 1, LD_BOUND) && !ld_border(c, i + 1) &&
           ld_is_word_of(c, i, LD_WORDS_counts);
}

/* "faced the reality [that it sank]": what reality? */
static bool is_content(const struct ld_clause *c, uint32_t i) {
    return ld_is_that(c, i + 1) && !ld_border(c, i + 1) && c->atoms[i - 1].shape & LD_DEFINITE &&
           ld_opens_clause(c, i + 1) && ld_begins_as(c, i, LD_WORDS_contents);
}

/* "should not delay the talks and mend [the pier]": the second verb waits for its object. */
static bool is_second_verb(const struct ld_clause *c, uint32_t i) {
    return ld_joins(c, i - 1) && !ld_border(c, i) && !ld_border(c, i + 1) && !c->atoms[i].flags &&
           (c->atoms[i].shape & (LD_VERB_BASE | LD_VERB_OR_NOUN | LD_INTRANSITIVE)) == LD_VERB_BASE &&
           ld_is_article(c, i + 1);
}

/* "a car [that doesn't start]": the other way round. */
static bool is_negated(const struct ld_clause *c, uint32_t i) {
    if (!ld_atom_is(c, i + 1, LD_RELATIVE) || ld_atom_is(c, i + 1, LD_ADJUNCT) || ld_border(c, i + 1) ||
        !ld_is_article(c, i - 1))
        return false;
    return ld_atom_is(c, i + 2, LD_NEGATION) || (ld_is_verb(c, i + 2) && ld_atom_is(c, i + 3, LD_NEGATION));
}

/* "to rest and move [on before it rains]": what looks like a preposition is the verb's. */
static bool has_particle(const struct ld_clause *c, uint32_t i) {
    const bool verbal =
        c->atoms[i].verb || ld_is_infinitive(c, i) || (ld_joins(c, i - 1) && ld_is_infinitive(c, i - 2));
    return verbal && (ld_word_is(c, i + 1, "on") || ld_word_is(c, i + 1, "in")) && !ld_border(c, i + 1) &&
           (ld_border(c, i + 2) || (ld_atom_is(c, i + 2, LD_PREPOSITION | LD_ADJUNCT | LD_CONJUNCTION) &&
                                    !ld_atom_is(c, i + 2, LD_ARTICLE | LD_BOUND)));
}

/* "a cross between Oxley[, Lorran and Harlan]": two at least. */
static bool is_between(const struct ld_clause *c, uint32_t i) {
    if (c->atoms[i + 1].border != LD_COMMA) return false;
    for (uint32_t k = i; k && k + REACH > i && !c->atoms[k].border && !ld_joins(c, k); k--)
        if (ld_word_is(c, k - 1, "between")) return true;
    return false;
}

/* "has extended the date [by which ..]". */
static bool is_of_which(const struct ld_clause *c, uint32_t i) {
    return c->atoms[i - 1].shape & LD_DEFINITE && (ld_word_is(c, i + 2, "which") || ld_word_is(c, i + 2, "whom"));
}

/* "rose with salt demand [driven by rain]": what is so of the noun. */
static bool is_absolute(const struct ld_clause *c, uint32_t i) {
    if (!ld_word_is(c, i + 2, "by") || c->atoms[i].flags || c->atoms[i].shape & LD_ENDS_S || c->atoms[i].facts)
        return false;
    return i > 1 && ld_word_is(c, i - 2, "with") && !(c->atoms[i - 1].facts | c->atoms[i - 1].flags);
}

/* "to keep the market [closed to boats]": how? */
static bool is_kept(const struct ld_clause *c, uint32_t i) {
    for (uint32_t k = i; k && k + REACH > i && !c->atoms[k].border; k--) {
        if (ld_atom_is(c, k - 1, LD_PREPOSITION | LD_CONJUNCTION | LD_RELATIVE)) return false;
        if (ld_begins_as(c, k - 1, LD_WORDS_keeping)) return true;
    }
    return false;
}

/* "are pushing smiths [and bakers into debt]": the verb takes what stands behind what is joined. */
static bool is_taken_behind(const struct ld_clause *c, uint32_t i) {
    enum { NEAR = 7 }; /* words */
    uint32_t at = i + 2, verb = i;
    if (!ld_joins(c, i + 1)) return false;
    while (at < c->count && at < i + NEAR && !c->atoms[at].border && !c->atoms[at].verb &&
           !ld_atom_is(c, at, LD_PREPOSITION))
        at++;
    if (!ld_atom_is(c, at, LD_PREPOSITION) || c->atoms[at].border || at < i + 3 || at >= i + NEAR) return false;
    const uint32_t taken = c->atoms[at].shape & LD_TAKES & ~(uint32_t)(LD_TAKES_OF | LD_TAKES_FOR | LD_TAKES_IN);
    while (verb && i - verb < REACH && !c->atoms[verb].border && !ld_atom_is(c, verb, LD_PREPOSITION) &&
           !c->atoms[verb].verb && !ld_is_infinitive(c, verb) && !ld_atom_shaped(c, verb, LD_ENDS_PARTICIPLE))
        verb--;
    return verb < i && taken & c->atoms[verb].shape && !ld_atom_is(c, verb, LD_PREPOSITION);
}

/* By what the next word can be. */
bool ld_waits_for_next(const struct ld_clause *c, uint32_t i) {
    const struct ld_atom *next = &c->atoms[i + 1];
    if (next->border) return is_between(c, i);
    if (next->facts & LD_RELATIVE && (is_content(c, i) || is_negated(c, i))) return true;
    if (next->facts & LD_PREPOSITION &&
        (is_count(c, i) || has_particle(c, i) || is_bare_relative(c, i) || is_of_which(c, i)))
        return true;
    if (next->shape & LD_LIKE_PAST && (is_absolute(c, i) || is_kept(c, i))) return true;
    if (next->facts & LD_BOUND && next->shape & (LD_MARKS_INFINITIVE | LD_TAKES_OF) && is_for_whom(c, i)) return true;
    if (next->facts & LD_ARTICLE && is_second_verb(c, i)) return true;
    if (next->facts & LD_CONNECTIVE && is_taken_behind(c, i)) return true;
    if (next->shape & LD_LIKE_PAST && (ld_word_is(c, i, "got") || ld_word_is(c, i, "gets"))) return true;
    return next->facts & LD_PREPOSITION && ld_word_is(c, i + 1, "about") && ld_is_sure_infinitive(c, i + 3) &&
           !c->atoms[i].verb; /* "a boat [about to sink]" */
}
