/* shorten_torn.c - a clause and an atom in, whether an end there tears off what makes the news so, out: one of many,
 * the most of all, a choice of what was done, how far, where, or of which. For languages whose verbs have a table of
 * forms. Leaves what parts a phrase to shorten_parted.c. Source: ours, from news that we wrote for it. */
#include <string.h>

#include "pick/shorten_words.h"

/* "one boat [after another]", "year [after year]": only one of many. */
static bool is_repeated(const struct ld_clause *c, uint32_t i) {
    return c->atoms[i].word_bit == ld_atom_at(c, i + 2)->word_bit
               ? !ld_atom_flagged(c, i, LD_CAPITAL) && !strcmp(ld_folded(c, i), ld_folded(c, i + 2))
               : ld_word_is(c, i + 2, "another") && ld_word_is(c, i - 1, "one");
}

/* ", throwing its weight [behind ..]", ", bringing the bay [within reach]": behind a mark, a participle and a short
 * object that asks where or of what. */
static bool is_short_object(const struct ld_clause *c, uint32_t i) {
    return ld_atom_is(c, i - 1, LD_ARTICLE) && ld_border(c, i - 2) & LD_COMMA &&
           ld_atom_shaped(c, i - 2, LD_ENDS_PARTICIPLE) && ld_is_plain(c, i) && !ld_atom_is(c, i + 2, LD_TIME);
}

/* "a pledge not to sell rope [for ships]": that alone is what is not done. */
static bool is_denied(const struct ld_clause *c, uint32_t i) {
    enum { FAR = 6 }; /* words */
    if (!(c->facts & LD_NEGATION) || !ld_word_is(c, i + 1, "for") || !ld_is_plain(c, i + 2)) return false;
    for (uint32_t k = i; k > 1 && k + FAR > i && !c->atoms[k].border && !c->atoms[k].verb; k--)
        if (ld_is_infinitive(c, k)) return ld_atom_is(c, k - 2, LD_NEGATION);
    return false;
}

/* "was nine years [in the making]", "is nine miles [from Oxley]", "its first day [off]". */
static bool is_span(const struct ld_clause *c, uint32_t i) {
    if (ld_atom_is(c, i, LD_TIME) && ld_word_is(c, i + 1, "off")) return true;
    return ld_atom_is(c, i - 2, LD_BE) && ld_is_number(c, i - 1) && !ld_opens_clause(c, i + 1) &&
           (ld_atom_is(c, i, LD_TIME) || ld_is_word_of(c, i, LD_WORDS_distances));
}

/* "that a boy can sit [in the mill]", "may lie [under the hills]": where? */
static bool is_placed(const struct ld_clause *c, uint32_t i) {
    return ld_is_word_of(c, i, LD_WORDS_posture) && !ld_atom_is(c, i + 1, LD_CONJUNCTION) && !ld_is_noun_at(c, i) &&
           !ld_atom_shaped(c, i + 1, LD_TAKES_WITH | LD_TAKES_FOR | LD_TAKES_TO);
}

bool ld_is_off_shore(const struct ld_clause *c, uint32_t i) {
    if (!ld_word_is(c, i, "off") || ld_border(c, i + 1)) return false;
    uint32_t noun = i + 1 + ld_is_article(c, i + 1);
    while (ld_atom_flagged(c, noun, LD_CAPITAL) && noun > i + 1) noun++; /* "the Harlan coast" */
    return ld_is_word_of(c, noun, LD_WORDS_shores) || ld_is_word_of(c, noun + 1, LD_WORDS_shores) ||
           ld_atom_flagged(c, i + 1, LD_CAPITAL);
}

/* "pulling money [out of the mill]": what belongs to the verb; but not "scored 89 [off 59 balls]". */
static bool is_pulled(const struct ld_clause *c, uint32_t i) {
    enum { NEAR = 4 }; /* words */
    if (!ld_is_word_of(c, i + 1, LD_WORDS_upward) || ld_is_number(c, i) || ld_is_off_shore(c, i + 1) ||
        ld_word_is(c, i + 2, "to")) /* "sold boats [up to nine years old]" */
        return false;
    for (uint32_t k = i; k + NEAR > i && !c->atoms[k].border && !ld_atom_is(c, k, LD_PREPOSITION); k--)
        if (c->atoms[k].verb || ld_is_infinitive(c, k) || ld_atom_shaped(c, k, LD_ENDS_PARTICIPLE))
            return !ld_atom_shaped(c, k, LD_INTRANSITIVE);
    return false;
}

/* "found lying [in a boat]", but not "in scattered trading". */
static bool is_found_doing(const struct ld_clause *c, uint32_t i) {
    return ld_atom_shaped(c, i, LD_ENDS_PARTICIPLE) && !ld_border(c, i) && ld_atom_shaped(c, i - 1, LD_LIKE_PAST) &&
           !ld_atom_is(c, i - 2, LD_ARTICLE | LD_PREPOSITION);
}

/* "the last three months", "nine years": atom i begins it. */
static bool is_time_span(const struct ld_clause *c, uint32_t i) {
    enum { NEAR = 4 }; /* words */
    for (uint32_t k = i + 1; k < i + NEAR && !ld_border(c, k); k++)
        if (ld_atom_is(c, k, LD_TIME) && !ld_atom_flagged(c, k, LD_CAPITAL) &&
            (ld_is_number(c, k - 1) || ld_word_is(c, k - 1, "last") || ld_word_is(c, k - 1, "past")))
            return true;
    return false;
}

/* "the highest mountain [in the vale]", "its worst loss [since May]": of all that there are? */
bool ld_is_of_most(const struct ld_clause *c, uint32_t i) {
    enum { FAR = 4 }; /* words */
    uint32_t k = i;
    while (k && k + FAR > i && !ld_atom_shaped(c, k - 1, LD_DEFINITE) &&
           !(ld_atom_is(c, k - 1, LD_ARTICLE) && ld_atom_is(c, k - 1, LD_PRONOUN))) { /* "the", "its" */
        if (c->atoms[k].border || c->atoms[k].verb || ld_atom_is(c, k, LD_PREPOSITION | LD_CONJUNCTION)) return false;
        k--;
    }
    if (!k || k + FAR <= i || c->atoms[k].border || ld_word_is(c, i + 1, "over"))
        return false; /* when: "over the year" */
    if (ld_word_is(c, k, "latest") && !ld_is_that(c, i + 1)) return false;
    if (ld_is_word_of(c, k, LD_WORDS_ordinals)) /* "only the third [since May]", "its second [in nine months]" */
        return ld_word_is(c, k - 2, "only") || (ld_word_is(c, i + 1, "in") && is_time_span(c, i + 2));
    return (ld_atom_shaped(c, k - 1, LD_DEFINITE) || ld_word_is(c, i + 1, "ever")) &&
           (ld_is_superlative(c, k) || ld_word_is(c, k, "most") || ld_word_is(c, k, "worst") ||
            ld_word_is(c, k, "best"));
}

/* "the fastest smith to row a boat [on the river]": of all that did? */
static bool is_record(const struct ld_clause *c, uint32_t i) {
    enum { NEAR = 6 }; /* words */
    uint32_t k = i;
    if (!(c->shapes & LD_MARKS_INFINITIVE)) return false;
    while (k > 1 && k + NEAR > i && !c->atoms[k].border && !ld_atom_shaped(c, k - 1, LD_MARKS_INFINITIVE)) k--;
    return k > 2 && ld_is_infinitive(c, k) && !c->atoms[k].border && ld_is_of_most(c, k - 2) &&
           !ld_atom_is(c, i + 2, LD_TIME);
}

/* "any law [that ..]", "every smith [who ..]", ", a step [that ..]": not all of them; what of it? */
static bool is_of_clause(const struct ld_clause *c, uint32_t i) {
    enum { FAR = 3 }; /* words */
    if (ld_is_article(c, i - 1) && ld_border(c, i - 1) & LD_COMMA) return true;
    for (uint32_t k = i; k > 1 && k + FAR + 1 > i && !c->atoms[k].border && ld_is_that(c, i + 1); k--)
        if (ld_atom_is(c, k, LD_BE) && ld_word_is(c, k - 1, "it")) return true; /* "but it was her boat [that ..]" */
    for (uint32_t k = i; k && k + FAR > i && !c->atoms[k].border && !c->atoms[k].verb; k--)
        if (ld_is_word_of(c, k - 1, LD_WORDS_any)) return !ld_atom_is(c, i + 1, LD_ADJUNCT);
    return false;
}

/* "was so busy [mending it that ..]", "sailed so close to the wall [of the pier that ..]", "a boat [so old that ..]" */
static bool is_so(const struct ld_clause *c, uint32_t i) {
    enum { FAR = 16 }; /* words */
    const uint32_t end = ld_next_border(c, i + 1), far = end < i + FAR ? end : i + FAR;
    uint32_t that = ld_next_in(&c->sets, LD_SORT_OPENER, i + 1, far), k = i + 2;
    while (that < far && !ld_is_that(c, that)) that = ld_next_in(&c->sets, LD_SORT_OPENER, that + 1, far);
    if (that >= far) return false; /* nearly always */
    while (k && k + FAR > i && !c->atoms[k - 1].border && !(ld_word_is(c, k - 1, "so") && ld_is_plain(c, k))) k--;
    return k && ld_word_is(c, k - 1, "so") && ld_is_plain(c, k);
}

/* "under what it called [a plan]", "if it meant [that ..]". */
static bool is_what_called(const struct ld_clause *c, uint32_t i) {
    return ld_atom_shaped(c, i, LD_LIKE_PAST) && (ld_is_that(c, i + 1) || ld_word_is(c, i, "called")) &&
           !ld_atom_is(c, i - 1, LD_BE);
}

/* "as old [as the mill]", "as good for ropes [as tar]" */
static bool is_as(const struct ld_clause *c, uint32_t i) {
    enum { FAR = 6 }; /* words */
    if (!ld_word_is(c, i + 1, "as") || ld_phrase_at(c, i + 1, LD_PREPOSITION | LD_ADJUNCT | LD_CONJUNCTION) > 1)
        return false;
    if (ld_word_is(c, i, "twice")) return true;
    for (uint32_t k = i; k + FAR > i && !c->atoms[k].border && !c->atoms[k].verb; k--)
        if (ld_word_is(c, k - 1, "as"))
            return !ld_is_article(c, k) && !(c->atoms[k].flags & LD_CAPITAL) && !ld_word_is(c, k - 2, "twice") &&
                   !ld_word_is(c, k - 2, "times");
    return false;
}

/* "is bobbing [about in ..]", "walked [out of it]" */
static bool is_moving(const struct ld_clause *c, uint32_t i) {
    return (ld_is_verb(c, i) || (ld_atom_shaped(c, i, LD_ENDS_PARTICIPLE) && ld_atom_is(c, i - 1, LD_BE))) &&
           ld_atom_is(c, i + 2, LD_PREPOSITION) && !ld_border(c, i + 2) && !ld_is_number(c, i + 3) &&
           ld_phrase_at(c, i + 1, LD_PREPOSITION | LD_ADJUNCT) < 2;
}

/* By what the word at atom i can be, by what stands before it, and by the preposition behind it. */
static bool is_of_next(const struct ld_clause *c, uint32_t i) {
    const struct ld_atom *atom = &c->atoms[i], *before = ld_atom_at(c, i - 1), *next = atom + 1;
    if (before->border & LD_COMMA &&
        ((ld_is_article(c, i - 1) && ld_atom_is(c, i + 2, LD_RELATIVE)) || ld_word_is(c, i - 1, "with")))
        return true; /* ", an offence [for which ..]", ", with rope [in need]" */
    if (before->facts & LD_ARTICLE && ld_border(c, i - 2) && is_short_object(c, i)) return true;
    if (next->facts & LD_BOUND && is_pulled(c, i)) return true;
    if ((atom->facts & LD_TIME || ld_atom_is(c, i - 2, LD_BE)) && is_span(c, i)) return true;
    if (atom->shape & LD_ENDS_PARTICIPLE && is_found_doing(c, i)) return true;
    if ((atom->verb || before->facts & LD_BE) && is_moving(c, i)) return true;
    if (before->shape & LD_DEFINITE && ld_word_is(c, i, "other"))
        return true; /* "one of rope and the other [of salt]" */
    return is_repeated(c, i) || is_denied(c, i) || is_placed(c, i) || is_as(c, i) || ld_is_of_most(c, i) ||
           is_record(c, i);
}

/* "was stolen[, sunk or sold]", "has lost a boat[, paid a fine or left]": not all of them. */
static bool is_of_choice(const struct ld_clause *c, uint32_t i) {
    enum { FAR = 10 };
    if (!ld_atom_shaped(c, i + 1, LD_LIKE_PAST) || ld_border(c, i + 1) != LD_COMMA) return false;
    for (uint32_t k = i + 2; k < c->count && k < i + FAR && !(c->atoms[k].border & ~LD_COMMA); k++)
        if (ld_word_is(c, k, "or")) return ld_atom_shaped(c, k + 1, LD_LIKE_PAST);
    return false;
}

/* "called for the mill, which is old, [to close]": what is it to do? */
static bool is_asked(const struct ld_clause *c, uint32_t i) {
    enum { FAR = 20 };
    uint32_t to = i + 1, verb = c->verb;
    if (ld_border(c, to) != LD_COMMA || verb >= i) return false;
    while (to < c->count && to < i + FAR && !ld_is_infinitive(c, to + 1)) to = ld_next_border(c, to + 1);
    if (to >= c->count || to >= i + FAR) return false; /* most often */
    verb = ld_group_end(c, verb);
    return ld_is_asking_whom(c, verb) || ld_is_asking_whom(c, ld_verb_before(c, i)) ||
           (ld_begins_as(c, verb, LD_WORDS_calling) && ld_word_is(c, verb + 1, "for"));
}

/* "to close, not merely mend[, the mill]": both have it as their object. */
static bool is_of_both(const struct ld_clause *c, uint32_t i) {
    enum { FAR = 4 }; /* words */
    uint32_t from = i;
    while (from + FAR > i && !c->atoms[from].border) from--;
    return ld_is_article(c, i + 1) && c->atoms[from].border & LD_COMMA && ld_atom_is(c, from, LD_NEGATION) &&
           (ld_is_infinitive(c, from - 1) || ld_is_verb(c, from - 1));
}

bool ld_tears_at_comma(const struct ld_clause *c, uint32_t i) {
    return is_of_choice(c, i) || is_asked(c, i) || is_of_both(c, i);
}

/* "making it easier [for bakers to sail]": what "it" stands for. */
static bool is_making_it(const struct ld_clause *c, uint32_t i) {
    return ld_word_is(c, i - 1, "it") && (ld_atom_is(c, i + 1, LD_PREPOSITION) || ld_is_that(c, i + 1)) &&
           ld_is_word_of(c, i - 2, LD_WORDS_making) && ld_is_plain(c, i) && !ld_atom_shaped(c, i, LD_LIKE_PAST);
}

/* "because it was made [by a guild of thieves]": that alone is why. */
static bool is_why(const struct ld_clause *c, uint32_t i) {
    const uint32_t it = i - 2;
    return i > 3 && ld_atom_is(c, i + 1, LD_BYLINE_START) && ld_atom_is(c, i - 1, LD_BE) &&
           ld_atom_shaped(c, i, LD_LIKE_PAST) && ld_atom_is(c, it, LD_PRONOUN) && ld_opens_clause(c, it - 1) &&
           ld_is_word_of(c, it - 1, LD_WORDS_since_what);
}

/* "can be brought [in and out of Lorran]", "will stand [idly by and let it sink]" */
static bool is_in_and_out(const struct ld_clause *c, uint32_t i) {
    const uint32_t in = i + 1 + !!ld_atom_shaped(c, i + 1, LD_ENDS_ADVERB);
    return ld_atom_is(c, in, LD_PREPOSITION) && ld_joins(c, in + 1) &&
           (ld_is_word_of(c, in + 2, LD_WORDS_upward) || ld_is_verb(c, in + 2));
}

/* "is going [on under the pier]", "turned a lamp [on by mistake]": a particle; not "on at least two", "up from 9". */
static bool is_before_particle(const struct ld_clause *c, uint32_t i) {
    return ld_is_word_of(c, i + 1, LD_WORDS_aloft) && ld_atom_is(c, i + 2, LD_PREPOSITION) &&
           !ld_atom_shaped(c, i + 2, LD_ENDS_PARTICIPLE | LD_MARKS_INFINITIVE) &&
           !ld_is_word_of(c, i + 2, LD_WORDS_near_figures) && !ld_word_is(c, i + 3, "least") &&
           ld_phrase_at(c, i + 1, LD_PREPOSITION | LD_CONJUNCTION | LD_ADJUNCT | LD_TIME | LD_CONNECTIVE) < 2;
}

/* "paved the way [for boats]", "made its way [onto the pier]", "due in large part [to salt]", "take advantage [of it]".
 */
static bool is_stub(const struct ld_clause *c, uint32_t i) {
    const uint32_t before = i - 1;
    if (!ld_is_word_of(c, i, LD_WORDS_stubs)) return false; /* nearly always */
    if (ld_word_is(c, i, "due")) return ld_word_is(c, i + 1, "in");
    if (ld_word_is(c, i, "effect")) return ld_word_is(c, before, "with");
    if (ld_word_is(c, i, "part")) return ld_word_is(c, before, "in") || ld_word_is(c, before, "large");
    if (ld_word_is(c, i, "advantage")) return ld_is_word_of(c, before, LD_WORDS_making);
    return ld_atom_shaped(c, before, LD_DEFINITE) || ld_atom_is(c, before, LD_PRONOUN);
}

bool ld_tears(const struct ld_clause *c, uint32_t i) {
    const struct ld_atom *next = &c->atoms[i + 1];
    if (is_before_particle(c, i)) return true;
    if (next->facts & LD_NEGATION && (ld_word_is(c, i + 2, "only") || ld_word_is(c, i + 2, "just")))
        return true; /* "putting at risk [not just the mill]" */
    if (next->facts & LD_PREPOSITION && (is_of_next(c, i) || is_why(c, i) || is_stub(c, i))) return true;
    if ((next->facts & LD_PREPOSITION || next->shape & LD_ENDS_ADVERB) && is_in_and_out(c, i)) return true;
    if (is_making_it(c, i)) return true;
    if (next->facts & LD_RELATIVE && (is_of_clause(c, i) || ld_is_of_most(c, i))) return true;
    if (next->shape & LD_PLAIN_ADVERB && (ld_word_is(c, i + 1, "yet") || ld_word_is(c, i + 1, "ever")) &&
        ld_is_of_most(c, i))
        return true;
    if (ld_is_word_of(c, i, LD_WORDS_degrees)) /* "far [more ..]", "less [likely]" */
        return !(next->facts & (LD_PREPOSITION | LD_CONJUNCTION | LD_TIME | LD_RELATIVE | LD_AUXILIARY)) &&
               (ld_word_is(c, i + 1, "more") || ld_word_is(c, i + 1, "less") || ld_word_is(c, i, "less") ||
                ld_word_is(c, i, "more"));
    return is_what_called(c, i) || is_so(c, i);
}
