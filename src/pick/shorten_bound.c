/* shorten_bound.c - a clause in; out, what of it is told only with what stands behind that: a condition, "until",
 * "unless", "without" behind a negation, the "but" that is the news, and the scene of "was asleep when it fell" or of
 * what is said behind a lead. Leaves what one word waits for to shorten_waits.c. English. Source: as shorten_place.c.
 */
#include "pick/shorten_words.h"

/* "Lorran may be old[, but it sails]": the main clause is no news. */
bool ld_concedes(const struct ld_clause *c) {
    return c->whole && (ld_word_is(c, c->head, "may") || ld_word_is(c, c->head, "might")) &&
           ld_is_word_of(c, c->head + 1, LD_WORDS_stative);
}

/* "[will sail] if it rains", "[is ready to sail in May] if ..": not "to see if", "even if", "may sail", which tells of
 * doubt itself, nor of what a clause within has. */
static uint32_t find_conditional(const struct ld_clause *c, uint32_t i) {
    if (!ld_opens_clause(c, i) || (ld_is_verb(c, i - 1) && !ld_is_verb(c, i - 2)) || ld_is_infinitive(c, i - 1) ||
        ld_atom_is(c, i - 1, LD_SAY | LD_CONJUNCTION) || ld_word_is(c, i - 1, "even"))
        return 0;
    for (uint32_t k = i; k-- > c->head;) {
        if (ld_is_word_of(c, k, LD_WORDS_conditional)) {
            const bool office = ld_is_word_of(c, k, LD_WORDS_promised) && ld_atom_is(c, i + 1, LD_PRONOUN) &&
                                ld_is_word_of(c, i + 2, LD_WORDS_winning); /* "pledged to .. if she wins" */
            return ld_atom_is(c, k - 1, LD_RELATIVE) || office ? 0 : k;
        }
        const bool group = ld_is_verb(c, k - 1) || ld_atom_is(c, k - 1, LD_NEGATION | LD_TIME) ||
                           ld_atom_shaped(c, k - 1, LD_ADVERB); /* "would not [have]", "will now [be]" */
        if ((ld_is_finite(c, k) && !group && !ld_may_be_reduced(c, k)) || ld_opens_clause(c, k)) return 0;
    }
    return 0;
}

/* "[will not sail] until May". */
static uint32_t find_negated(const struct ld_clause *c, uint32_t i) {
    for (uint32_t k = i; k-- && !c->atoms[k + 1].border;)
        if (ld_atom_is(c, k, LD_NEGATION)) return k ? k : 1;
    return 0;
}

/* "said the mill [will sink] unless it is mended"; not what could be. */
static uint32_t find_unless(const struct ld_clause *c, uint32_t i) {
    while (--i > c->verb && !c->atoms[i].border && !ld_opens_clause(c, i) &&
           !(ld_joins(c, i) && ld_is_finite(c, i + 1)))
        if (ld_is_word_of(c, i, LD_WORDS_possibly) && !ld_atom_flagged(c, i, LD_CAPITAL)) return 0; /* no month */
    if (i == c->verb && ld_is_word_of(c, c->head, LD_WORDS_possibly)) return 0;
    return i ? i : 1;
}

/* "said the mill [would close] as long as it is paid for"; not "is twice as long as". */
static uint32_t find_long(const struct ld_clause *c, uint32_t i) {
    uint32_t verb = i + 3;
    while (verb < c->count && !ld_is_verb(c, verb) && !(verb > i + 3 && ld_border(c, verb)) &&
           !(ld_atom_is(c, verb, LD_RELATIVE) && !ld_atom_is(c, verb, LD_ARTICLE)))
        verb++;
    return ld_is_verb(c, verb) && !ld_atom_is(c, i - 1, LD_BE | LD_NEGATION) ? find_unless(c, i) : 0;
}

/* "there is [no way to sail] without a boat". */
static uint32_t find_bound_without(const struct ld_clause *c, uint32_t i) {
    const uint32_t from = ld_word_is(c, i, "without") ? find_negated(c, i) : 0;
    return ld_next_in(&c->sets, LD_SORT_OPENER, from + 1, i) < i ? 0 : from;
}

/* Where that begins of which the word at atom i tells when or if it is so, or 0. */
static uint32_t find_bound(const struct ld_clause *c, uint32_t i) {
    switch (*ld_folded(c, i)) {
    case 'a': return ld_word_is(c, i + 1, "long") && ld_word_is(c, i + 2, "as") ? find_long(c, i) : 0;
    case 'b': return ld_word_is(c, i, "but") && c->atoms[i].border & LD_COMMA && ld_concedes(c);
    case 'i': return ld_word_is(c, i, "if") ? find_conditional(c, i) : 0;
    case 'u':
        return ld_word_is(c, i, "until") ? find_negated(c, i) : ld_word_is(c, i, "unless") ? find_unless(c, i) : 0;
    case 'w': return find_bound_without(c, i);
    default: return 0;
    }
}

bool ld_is_bound(const struct ld_clause *c, uint32_t i) {
    return i ? find_bound(c, i) : ld_word_is(c, i, "unless") && !ld_is_word_of(c, c->head, LD_WORDS_possibly);
}

struct ld_bound ld_find_bound(const struct ld_clause *c) {
    for (uint32_t i = ld_next_in(&c->sets, LD_SORT_OPENER, c->verb, c->count); i < c->count;
         i = ld_next_in(&c->sets, LD_SORT_OPENER, i + 1, c->count)) {
        const uint32_t from = i ? find_bound(c, i) : 0;
        if (from) return (struct ld_bound){from, i};
    }
    for (uint32_t i = c->facts & LD_NEGATION ? c->verb + 1 : c->count; i < c->count; i++) { /* "without" opens none */
        const uint32_t from = find_bound_without(c, i);
        if (from) return (struct ld_bound){from, i};
    }
    return (struct ld_bound){0, 0};
}

/* "said [that]", "told the guild that": where what is said begins. */
static uint32_t content_begin(const struct ld_clause *c, uint32_t says) {
    enum { NEAR = 12 }; /* words */
    const uint32_t from = says + 1 + ld_is_that(c, says + 1);
    if (from > says + 1 || !(ld_atom_is(c, says, LD_TELL) || ld_atom_is(c, from, LD_PREPOSITION))) return from;
    for (uint32_t k = from; k < c->count && k < from + NEAR && !ld_is_verb(c, k); k++)
        if (ld_is_that(c, k)) return k + 1;
    return from;
}

/* "said that with the storms of May[, its boats will sail]": the verb of what is said, behind what stands before it up
 * to a mark; or 0. */
static uint32_t behind_inner_lead(const struct ld_clause *c) {
    const uint32_t says = ld_group_end(c, c->head);
    uint32_t mark;
    if (!ld_atom_is(c, says, LD_SAY) || ld_atom_is(c, says - 1, LD_BE)) return 0;
    const uint32_t from = content_begin(c, says);
    const bool clause = ld_opens_clause(c, from);
    if (!(clause || ld_atom_is(c, from, LD_PREPOSITION | LD_ADJUNCT)) || ld_border(c, from) ||
        ld_atom_shaped(c, from, LD_MARKS_INFINITIVE) || ld_is_number(c, from + 1)) /* "said about 40 boats" */
        return 0;
    for (uint32_t at = from + 1; (mark = ld_next_border(c, at)) < c->count; at = mark + 1) {
        for (uint32_t k = at; (k = ld_next_in(&c->sets, LD_SET_VERBS, k, mark)) < mark; k++)
            if (!clause || ld_atom_is(c, k, LD_SAY)) return 0;
        if (ld_border(c, mark) != LD_COMMA) return 0;
        if (ld_joins(c, mark) || ld_atom_is(c, mark, LD_RELATIVE | LD_PREPOSITION | LD_CONJUNCTION) ||
            ld_atom_shaped(c, mark, LD_ENDS_PARTICIPLE | LD_LIKE_PAST))
            continue;
        const uint32_t end = ld_next_border(c, mark + 1), verb = ld_next_in(&c->sets, LD_SET_VERBS, mark, end);
        if (verb < end) return ld_atom_is(c, verb, LD_SAY) && verb + 1 == end ? 0 : verb; /* ", they said" */
    }
    return 0;
}

/* "There are fears[, smiths say,] that": what is feared. */
static bool is_of_content(const struct ld_clause *c, uint32_t i) {
    return ld_is_that(c, i) && (ld_border(c, i) || ld_begins_as(c, i - 1, LD_WORDS_contents));
}

/* "It was a smith [who ..]", "It is unclear [whether ..]", "It took him a day [to ..]", "There is a fear [that ..]":
 * what "it" stands for, or is there; or 0. */
static uint32_t find_cleft(const struct ld_clause *c) {
    enum { NEAR = 2 };
    if (c->head > NEAR) return 0; /* most often */
    const bool it = ld_word_is(c, 0, "it"), there = ld_word_is(c, 0, "there");
    if (!(it || there)) return 0;
    const bool takes = it && ld_begins_as(c, c->head, LD_WORDS_lasting);
    if (!takes && !ld_atom_is(c, c->head, LD_BE)) return 0;
    for (uint32_t e = 0; e < c->event_count && !takes; e++)
        if (c->events[e].kind == LD_OPENS && c->events[e].atom > c->head)
            return it || is_of_content(c, c->events[e].atom) ? c->events[e].atom : 0;
    for (uint32_t i = c->head + 2; takes && i < c->count; i++)
        if (ld_is_sure_infinitive(c, i)) return i - 1;
    return 0;
}

uint32_t ld_find_scene(const struct ld_clause *c) {
    uint32_t i = c->head + 1, e = 0;
    if (!c->whole) return 0;
    const uint32_t cleft = find_cleft(c), verb = cleft ? cleft : behind_inner_lead(c);
    if (verb) return verb;
    const bool been = ld_atom_is(c, i, LD_BE) && ld_word_is(c, c->head, "had");
    if (!been && !ld_word_is(c, c->head, "was") && !ld_word_is(c, c->head, "were")) return 0;
    for (i += been; ld_atom_shaped(c, i, LD_ADVERB);) i++;
    if (!ld_atom_shaped(c, i, LD_ENDS_PARTICIPLE) && (been || !ld_atom_is(c, i, LD_PREPOSITION))) return 0;
    while (e < c->event_count && (c->events[e].atom <= i || c->events[e].kind == LD_FINDS)) e++;
    return e < c->event_count && ld_word_is(c, c->events[e].atom, "when") ? c->events[e].atom : 0;
}
