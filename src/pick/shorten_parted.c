/* shorten_parted.c - a clause and an atom in, whether an end there parts what is one phrase, out: a list or what is
 * joined from the noun that all of it belongs to, the name of a firm or a town, a measure from what it is counted from,
 * a verb from its object. For languages whose verbs have a table of forms. Leaves what is called for by a verb or a
 * noun to shorten_waits.c. Source: as shorten_place.c. */
#include <string.h>

#include "pick/shorten_words.h"

/* It does not end as a verb, either. */
static bool is_noun_like(const struct ld_clause *c, uint32_t i) {
    return i < c->count && ld_is_plain(c, i) && !ld_atom_shaped(c, i, LD_ENDS_PAST | LD_ENDS_PARTICIPLE | LD_ADVERB);
}

/* Or two of them, the first of which ends as a participle: "storing services". */
static bool is_noun_ahead(const struct ld_clause *c, uint32_t i) {
    return is_noun_like(c, i) || (ld_atom_shaped(c, i, LD_ENDS_PARTICIPLE) && is_noun_like(c, i + 1));
}

static bool is_name_like(const struct ld_clause *c, uint32_t i) {
    return ld_atom_flagged(c, i, LD_CAPITAL) && !ld_atom_is(c, i, LD_TIME) && !ld_is_protected(c, i);
}

/* "voice[, text and video services]", "coffee[, rye and salt pacts]": no plural, so that all belong to what is behind.
 */
static bool is_of_list(const struct ld_clause *c, uint32_t i) {
    enum { FAR = 6 };
    uint32_t k = i + 1;
    if (k == c->attribution || !is_noun_like(c, i) || c->atoms[i].shape & LD_ENDS_S ||
        ld_atom_is(c, k, LD_ARTICLE | LD_PREPOSITION | LD_PRONOUN | LD_RELATIVE | LD_STOP | LD_CONJUNCTION))
        return false;
    while (k < c->count && k < i + FAR && !ld_joins(c, k)) {
        if (ld_atom_is(c, k, LD_PREPOSITION | LD_ARTICLE) || c->atoms[k].shape & LD_ENDS_PARTICIPLE) return false;
        k++;
    }
    return ld_joins(c, k) && is_noun_like(c, k + 1) && is_noun_ahead(c, k + 2);
}

/* "Lind[, Oskar and Dahl Inc]": one firm. */
static bool is_of_firm(const struct ld_clause *c, uint32_t i) {
    enum { FAR = 8 };
    if (!is_name_like(c, i) || c->atoms[i].shape & LD_COMPANY_FORM) return false;
    uint32_t k = i + 1;
    while (k < c->count && k < i + FAR && is_name_like(c, k) && !(c->atoms[k].shape & LD_COMPANY_FORM)) k++;
    if (!ld_joins(c, k)) return false;
    for (k++; k < i + FAR && !c->atoms[k].border && is_name_like(c, k); k++)
        if (c->atoms[k].shape & LD_COMPANY_FORM) return true;
    return false;
}

/* "a Harlan[, Lorran rope mill]": a town and its state before a noun. */
static bool is_of_town(const struct ld_clause *c, uint32_t i) {
    uint32_t from = i, to = i + 1;
    if (!is_name_like(c, i) || !is_name_like(c, to) || ld_atom_is(c, to, LD_ARTICLE | LD_PREPOSITION) ||
        (c->atoms[to].flags & LD_ALL_CAPITALS && !strchr(ld_folded(c, to), '.') &&
         !ld_is_word_of(c, to + 1, LD_WORDS_areas))) /* "a Harlan Board[, HB, plan]" */
        return false;
    while (is_name_like(c, from) && i - from < 2 && !ld_atom_shaped(c, from, LD_ENDS_GENITIVE)) from--;
    if (ld_is_plain(c, from)) from--; /* "its planned Harlan[, Lorran, mill]" */
    if (!ld_atom_is(c, from, LD_ARTICLE | LD_PRONOUN) && !ld_atom_shaped(c, from, LD_ENDS_GENITIVE)) return false;
    const struct ld_atom *noun = &c->atoms[to + 1];
    if (ld_border(c, to + 1) & LD_COMMA && to + 1 < c->attribution)
        return !(noun->facts & LD_CLOSED || noun->flags & (LD_CAPITAL | LD_NUMERIC) || noun->verb ||
                 noun->shape & (LD_ENDS_PAST | LD_ENDS_PARTICIPLE | LD_ADVERB));
    return is_noun_ahead(c, to + 1);
}

/* "9 points [below the ..]", "will fall [below 9 dlrs]": from where is it counted? */
static bool is_measured(const struct ld_clause *c, uint32_t i) {
    enum { FAR = 5 };
    if (!ld_is_word_of(c, i + 1, LD_WORDS_measured_from)) return false;
    if ((ld_is_number(c, i - 1) || ld_is_number(c, i - 2)) &&
        (ld_is_word_of(c, i, LD_WORDS_measures) || ld_is_word_of(c, i, LD_WORDS_amounts) ||
         ld_is_word_of(c, i, LD_WORDS_distances)))
        return true;
    if (!(ld_is_verb(c, i) || ld_atom_is(c, i - 1, LD_AUXILIARY))) return false;
    for (uint32_t k = i + 2; k < i + FAR && !c->atoms[k].border; k++)
        if (ld_is_number(c, k)) return true;
    return false;
}

/* "to hide the rope and take [it]", "to wait and move [on]". */
static bool is_second_infinitive(const struct ld_clause *c, uint32_t i) {
    enum { NEAR = 8 };
    const struct ld_atom *atom = &c->atoms[i], *next = atom + 1;
    if (!ld_joins(c, i - 1) || !(atom->shape & (LD_VERB_BASE | LD_VERB_OR_NOUN))) return false;
    if (!(next->facts & (LD_ARTICLE | LD_PRONOUN)) && !ld_atom_is(c, i + 2, LD_PREPOSITION | LD_CONJUNCTION) &&
        !(next->shape & LD_ENDS_PARTICIPLE)) /* "and avoid [using it]" */
        return false;
    for (uint32_t k = i - 1; k-- && k + NEAR > i && !c->atoms[k + 1].border && !ld_is_verb(c, k);)
        if (ld_is_sure_infinitive(c, k)) return true;
    return false;
}

/* "the price of rope [and salt stocks]", "its northern [and southern piers]": the noun is the last one's; but not "and
 * salt stocks fell". */
static bool is_of_joined(const struct ld_clause *c, uint32_t i) {
    enum { FAR = 4 };
    uint32_t to = i + 2;
    if (!ld_joins(c, i + 1) || !is_noun_like(c, i) || c->atoms[i].shape & LD_ENDS_S || !is_noun_like(c, to) ||
        ld_is_title(c, i))
        return false; /* "is chairman [and chief officer]" */
    for (uint32_t k = to; k < to + 2 * FAR && !ld_border(c, k); k++)
        if (ld_is_verb(c, k)) return false;
    if (c->atoms[to].shape & (LD_ENDS_S | LD_VERB_BASE | LD_VERB_OR_NOUN)) return false;
    const uint32_t from = to;
    while (to < from + FAR && is_noun_like(c, to + 1)) to++;
    if (!(c->atoms[to].shape & LD_ENDS_S) && to < from + 2) return false;
    for (uint32_t k = i; i - k < FAR && !c->atoms[k].border; k--) {
        if (ld_is_verb(c, k - 1) || ld_atom_is(c, k - 1, LD_PREPOSITION | LD_PRONOUN)) return true;
        if (ld_atom_is(c, k - 1, LD_ARTICLE)) return false;
    }
    return false;
}

/* "for slapping [and kicking a smith]", "storing[, sorting, and moving ropes]": the object is the last one's. */
static bool is_of_participles(const struct ld_clause *c, uint32_t i) {
    enum { FAR = 6 };
    bool joined = false;
    for (uint32_t k = i; k < c->count && k < i + FAR && ld_atom_shaped(c, k, LD_ENDS_PARTICIPLE); k++) {
        if (joined)
            return k + 1 < c->count && !c->atoms[k + 1].border &&
                   !ld_atom_is(c, k + 1, LD_PREPOSITION | LD_CONJUNCTION | LD_TIME | LD_RELATIVE);
        joined = ld_joins(c, k + 1);
        k += joined;
    }
    return false;
}

/* "on May 9 [and 10]", "nine hours [or more]", "its first [or second boat]"; "is named [or held in the suit]", "was
 * made [and sold by ..]", of which both are so. */
static bool is_of_two(const struct ld_clause *c, uint32_t i) {
    const uint32_t other = i + 2;
    const bool either = ld_word_is(c, i + 1, "or");
    if (!(either || ld_word_is(c, i + 1, "and")) || ld_border(c, other)) return false;
    if (ld_atom_flagged(c, i, LD_NUMERIC) && ld_atom_is(c, i - 1, LD_MONTH))
        return ld_atom_flagged(c, other, LD_NUMERIC);
    if (either && ld_is_word_of(c, i, LD_WORDS_ordinals)) return true;
    if (either && ld_is_word_of(c, other, LD_WORDS_or_more)) /* but "or more boats will sink" */
        return ld_border(c, other + 1) || ld_atom_is(c, other + 1, LD_PREPOSITION | LD_CONJUNCTION);
    return ld_atom_shaped(c, i, LD_LIKE_PAST) && ld_is_behind_be(c, i) && ld_atom_shaped(c, other, LD_LIKE_PAST) &&
           (either ? ld_atom_is(c, other + 1, LD_PREPOSITION) : ld_atom_is(c, other + 1, LD_BYLINE_START));
}

/* "kept its gates [in Oxley shut]": that is not what is kept. */
static bool is_half_object(const struct ld_clause *c, uint32_t i) {
    enum { FAR = 16 };
    const uint32_t verb = ld_verb_before(c, i);
    uint32_t to = i + 1;
    if (!ld_is_word_of(c, verb, LD_WORDS_making)) return false;
    while (to < i + FAR && !c->atoms[to].border && !c->atoms[to].verb && !ld_is_word_of(c, to, LD_WORDS_results)) to++;
    return ld_is_word_of(c, to, LD_WORDS_results) && !c->atoms[to].flags &&
           (to + 1 >= c->count || ld_border(c, to + 1) || ld_atom_is(c, to + 1, LD_PREPOSITION | LD_CONJUNCTION));
}

bool ld_parts_at_comma(const struct ld_clause *c, uint32_t i) {
    return c->endings->forms &&
           (is_of_list(c, i) || is_of_firm(c, i) || is_of_town(c, i) ||
            (ld_border(c, i) & LD_COMMA && is_of_town(c, i - 1)) || is_of_participles(c, i) || ld_tears_at_comma(c, i));
}

bool ld_parts(const struct ld_clause *c, uint32_t i) {
    const struct ld_atom *next = &c->atoms[i + 1];
    if (next->border) return false;
    if (next->facts & LD_CONJUNCTION && (is_of_joined(c, i) || is_of_participles(c, i) || is_of_two(c, i))) return true;
    if (ld_is_word_of(c, i + 1, LD_WORDS_asked)) return true;
    return is_measured(c, i) || is_second_infinitive(c, i) || is_half_object(c, i) || ld_tears(c, i);
}
