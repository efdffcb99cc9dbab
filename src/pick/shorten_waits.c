/* shorten_waits.c - a clause and an atom in, whether what stands before it still waits for what stands behind it, out:
 * what is agreed behind a phrase, the last of a list of verbs, what someone is aware is so. For languages whose verbs
 * have a table of forms. Leaves what a word alone calls for to shorten_end.c. Source: as shorten_place.c. */
#include "pick/shorten_words.h"

enum { REACH = 12 }; /* words between a verb and what it waits for */
enum { TAKEN = LD_TAKES_OF | LD_TAKES_FROM | LD_TAKES_AS | LD_TAKES_WITH | LD_TAKES_INTO };

bool ld_is_owned_amount(const struct ld_clause *c, uint32_t i) {
    uint32_t number = i;
    if (!ld_atom_shaped(c, i + 1, LD_TAKES_OF)) return false;
    while (ld_is_number(c, number - 1)) number--;
    return number < i && (ld_atom_shaped(c, number - 1, LD_ENDS_GENITIVE) || ld_atom_is(c, number - 1, LD_PRONOUN));
}

/* "is strong enough [to sail]", "in an attempt [to sail]", "will continue [to sail]": so much, to do what? */
static bool asks_to(const struct ld_clause *c, uint32_t i) {
    return ld_word_is(c, i, "enough") || ld_is_word_of(c, i, LD_WORDS_attempts) ||
           ((c->atoms[i].verb || ld_atom_is(c, i - 1, LD_AUXILIARY)) && ld_begins_as(c, i, LD_WORDS_going_on));
}

/* "will mend the mill, lower the dues [and open]": atom k, behind a comma, is a verb, and the "and" with the last one
 * is to come. */
static bool lists_verbs(const struct ld_clause *c, uint32_t k, uint32_t i) {
    if (k <= c->verb || !(c->atoms[k].border & LD_COMMA)) return false;
    if ((c->atoms[k].shape & (LD_VERB_BASE | LD_VERB_OR_NOUN)) != LD_VERB_BASE) return false;
    for (uint32_t n = k + 1; n < c->count && n < i + REACH; n++)
        if (ld_joins(c, n) && (ld_atom_shaped(c, n + 1, LD_VERB_BASE | LD_VERB_OR_NOUN) || ld_atom_is(c, n + 1, LD_BE)))
            return n > i;
    return false;
}

/* "agreed in talks in May [that ..]": at atom verb. */
static bool is_parted(const struct ld_clause *c, uint32_t verb, uint32_t i) {
    if (!c->atoms[verb].verb || !ld_atom_is(c, verb + 1, LD_PREPOSITION) || !ld_is_word_of(c, verb, LD_WORDS_agreeing))
        return false;
    for (uint32_t k = verb + 2; !c->atoms[k].border; k++)
        if (ld_is_that(c, k) || (ld_word_is(c, verb, "agreed") && c->atoms[k].shape & LD_MARKS_INFINITIVE))
            return i < k;
    return false;
}

/* What stands before atom i, back to its verb, one mark between. */
static bool is_awaited(const struct ld_clause *c, uint32_t i) {
    bool marked = false;
    for (uint32_t k = i; k && k + REACH > i; k--) {
        const struct ld_atom *atom = &c->atoms[k];
        if (atom->border && !marked && lists_verbs(c, k, i)) return true;
        if (k < i && (atom->verb || atom[-1].shape & LD_MARKS_INFINITIVE)) return is_parted(c, k, i);
        marked |= atom->border != 0;
    }
    return false;
}

/* "agreed [in principle to sail]", "agreed [with the bakers to sail]": to do what? */
static bool is_in_principle(const struct ld_clause *c, uint32_t i) {
    if (!c->atoms[i].verb || !(c->atoms[i].shape & LD_TAKES_INFINITIVE) || !(c->atoms[i].shape & LD_INTRANSITIVE))
        return false;
    for (uint32_t k = i + 1; !c->atoms[k].border; k++)
        if (ld_is_sure_infinitive(c, k + 1)) return true;
    return false;
}

/* "sank nine miles [from the pier]", "a mile [off Oxley]": where? */
static bool is_distance(const struct ld_clause *c, uint32_t i) {
    uint32_t next = i + 1;
    if (!ld_is_number(c, i - 1) && !ld_is_article(c, i - 1)) return false;
    if (!ld_is_word_of(c, i, LD_WORDS_distances)) return false;
    if (c->atoms[next].bracket != UINT32_MAX) next = c->atoms[next].bracket + 1;
    return ld_is_word_of(c, next, LD_WORDS_distant) || ld_is_word_of(c, next, LD_WORDS_measured_from);
}

/* "are set [for a change]", "aims [at peace]", "went [to sea]": nothing without what follows. */
static bool is_bare(const struct ld_clause *c, uint32_t i) {
    if (ld_word_is(c, i + 1, "at") && (c->atoms[i].verb || ld_atom_is(c, i - 1, LD_AUXILIARY)))
        return ld_begins_as(c, i, LD_WORDS_aiming);
    if (ld_is_word_of(c, i, LD_WORDS_going) && ld_atom_is(c, i + 1, LD_PREPOSITION) && !ld_opens_clause(c, i + 1))
        return !ld_atom_is(c, i + 2, LD_TIME) && (c->atoms[i].verb || ld_atom_is(c, i - 1, LD_AUXILIARY));
    return ld_is_word_of(c, i, LD_WORDS_bare) && !ld_word_is(c, i + 1, "after") &&
           ld_atom_is(c, i - 1 - ld_atom_shaped(c, i - 1, LD_ADVERB), LD_BE);
}

/* "put", also in "helps put", "to put": a verb that wants to know where. */
static bool is_putting(const struct ld_clause *c, uint32_t i) {
    return ld_is_word_of(c, i, LD_WORDS_putting) &&
           (c->atoms[i].verb || ld_atom_is(c, i - 1, LD_AUXILIARY) || ld_is_infinitive(c, i) ||
            ld_begins_as(c, i - 1, LD_WORDS_causing));
}

/* "spent nine years": what stands before atom i is. */
static bool is_near_spending(const struct ld_clause *c, uint32_t i) {
    enum { NEAR = 7 }; /* words */
    for (uint32_t k = i; k + NEAR > i && !c->atoms[k].border; k--)
        if (ld_is_word_of(c, k - 1, LD_WORDS_spending)) return true;
    return false;
}

/* "spent a year [mending it]": doing what? */
static bool is_spent(const struct ld_clause *c, uint32_t i) {
    if (!(ld_atom_shaped(c, i + 1, LD_ENDS_PARTICIPLE) || ld_word_is(c, i + 1, "in")) || !ld_atom_is(c, i, LD_TIME) ||
        ld_atom_flagged(c, i, LD_CAPITAL))
        return false; /* "in jail", too */
    return is_near_spending(c, i);
}

/* "has begun [searching the mill]": doing what? */
static bool is_started(const struct ld_clause *c, uint32_t i) {
    return ld_atom_shaped(c, i + 1, LD_ENDS_PARTICIPLE) && ld_is_word_of(c, i, LD_WORDS_starting_to) &&
           (c->atoms[i].verb || ld_atom_is(c, i - 1, LD_AUXILIARY) || ld_is_infinitive(c, i));
}

/* "has left smiths [in Oxley facing a loss]": what they were left with is behind it. */
static bool is_left(const struct ld_clause *c, uint32_t i) {
    enum { FAR = 10 }; /* words */
    if (!ld_atom_is(c, i + 1, LD_PREPOSITION) && !ld_atom_shaped(c, i + 1, LD_ENDS_PARTICIPLE)) return false;
    const uint32_t verb = ld_verb_before(c, i);
    if (ld_word_is(c, i + 1, "with") && ld_is_word_of(c, verb, LD_WORDS_leaving) && ld_is_number(c, i - 1) &&
        ld_word_is(c, i, "others"))
        return true; /* "left nine others [with burns]" */
    if (!ld_is_word_of(c, verb, LD_WORDS_leaving) || verb == i || ld_any_is(c, verb + 1, i + 1, LD_PREPOSITION))
        return false;
    for (uint32_t k = i + 1; k < i + FAR && !c->atoms[k].border && !c->atoms[k].verb; k++) {
        if (ld_opens_clause(c, k)) return false;
        if (ld_atom_shaped(c, k, LD_ENDS_PARTICIPLE) && !ld_atom_is(c, k - 1, LD_PREPOSITION | LD_ARTICLE))
            return !ld_atom_is(c, k, LD_PREPOSITION | LD_SAY);
    }
    return false;
}

/* "150 hours [of work]", "weeks [of talks]": of what? */
static bool is_span_of(const struct ld_clause *c, uint32_t i) {
    return ld_atom_is(c, i, LD_TIME) && !(c->atoms[i].flags & LD_CAPITAL) && ld_atom_shaped(c, i + 1, LD_TAKES_OF) &&
           ld_atom_is(c, i + 1, LD_BOUND) && (ld_is_number(c, i - 1) || ld_atom_shaped(c, i, LD_ENDS_S));
}

/* "are few with bakers [increasingly selling salt]", "with its head [due to leave]": what they do, or will. */
static bool is_absolute(const struct ld_clause *c, uint32_t i) {
    enum { NEAR = 6 }; /* words */
    uint32_t with = i, next = i + 1;
    const bool due = ld_word_is(c, next, "due") && ld_is_infinitive(c, next + 2),
               doing = ld_atom_shaped(c, next, LD_ENDS_ADVERB) && !ld_border(c, next + 1) &&
                       ld_atom_shaped(c, next + 1, LD_ENDS_PARTICIPLE);
    if (!due && !doing) return false; /* nearly always */
    while (with + NEAR > i && !c->atoms[with].border && !c->atoms[with].verb && !ld_atom_is(c, with, LD_PREPOSITION))
        with--;
    return with && with < i && ld_word_is(c, with, "with");
}

/* "after claims smiths [who left are poor]": what is claimed has no verb yet. */
static bool is_half_content(const struct ld_clause *c, uint32_t i) {
    return ld_word_is(c, i + 1, "who") && ld_atom_shaped(c, i, LD_ENDS_S) && !c->atoms[i].border &&
           ld_atom_shaped(c, i - 1, LD_ENDS_S) && !c->atoms[i - 1].verb && ld_begins_as(c, i - 1, LD_WORDS_contents);
}

bool ld_asks_whom(const struct ld_clause *c, uint32_t i) {
    const uint32_t verb = ld_verb_before(c, i); /* "will [enable]", "to put [pressure]" */
    return ld_atom_shaped(c, verb, LD_TAKES_INFINITIVE) ||
           (verb < i && ld_atom_shaped(c, verb + 1, LD_TAKES_INFINITIVE));
}

bool ld_is_put(const struct ld_clause *c, uint32_t i) {
    if (!ld_is_word_of(c, i, LD_WORDS_put_where)) return false;
    uint32_t k = i;
    while (!c->atoms[k].border && !ld_atom_is(c, k - 1, LD_PREPOSITION) && !is_putting(c, k - 1)) k--;
    return !c->atoms[k].border && is_putting(c, k - 1);
}

/* "can only be mended [by hand]": the verb at atom i alone is not what is said. */
static bool is_only(const struct ld_clause *c, uint32_t i) {
    return ld_atom_shaped(c, i, LD_LIKE_PAST | LD_VERB_BASE) &&
           ld_word_is(c, i - 1 - ld_atom_is(c, i - 1, LD_BE), "only");
}

/* "claimed more lives [in May than the war]". */
static bool is_compared(const struct ld_clause *c, uint32_t i) {
    enum { NEAR = 8 }; /* words */
    const uint32_t far = i + NEAR < c->count ? i + NEAR : c->count,
                   end = ld_next_of(&c->sets, LD_SET_VERBS, LD_SORT_MARKED, i + 2, far);
    uint32_t than = ld_next_in(&c->sets, LD_SORT_OPENER, i + 2, end);
    while (than < end && !ld_word_is(c, than, "than")) than = ld_next_in(&c->sets, LD_SORT_OPENER, than + 1, end);
    if (ld_border(c, than) || !ld_word_is(c, than, "than")) return false;
    for (uint32_t k = i; k + NEAR > i && !c->atoms[k].border; k--)
        if (ld_is_word_of(c, k, LD_WORDS_comparatives)) return !ld_word_is(c, k + 1, "likely");
    return false;
}

/* ---- what the next word begins: of what a count is, what only so is done, what goes with what is joined ---- */

/* "cost hundreds [of sailors]", "gave details [of the fire]": nothing by themselves. */
static bool is_count(const struct ld_clause *c, uint32_t i) {
    return ld_atom_shaped(c, i + 1, LD_TAKES_OF) && ld_is_word_of(c, i, LD_WORDS_counts);
}

/* "women who give birth [while in jail]": which ones, in a clause that tells which. */
static bool is_while(const struct ld_clause *c, uint32_t i) {
    enum { FAR = 6 }; /* words */
    if (!ld_word_is(c, i + 1, "while")) return false;
    for (uint32_t k = i; k > c->verb && k + FAR > i && !c->atoms[k].border; k--)
        if (ld_word_is(c, k, "who")) return true;
    return false;
}

/* "putting 90 jobs [at risk]", "to bring the blaze [under control]": how they are then is what is told. */
static bool is_brought(const struct ld_clause *c, uint32_t i) {
    enum { NEAR = 8 }; /* words */
    const uint32_t state = i + 2 + ld_is_article(c, i + 2);
    if (ld_word_is(c, i + 1, "through") && ld_atom_flagged(c, i, LD_CAPITAL))
        return ld_is_word_of(c, i - 1, LD_WORDS_sending) || ld_is_word_of(c, i - 2, LD_WORDS_sending);
    if (!ld_atom_is(c, i + 1, LD_PREPOSITION) || ld_word_is(c, i + 1, "for") ||
        !ld_is_word_of(c, state, LD_WORDS_states))
        return false;
    for (uint32_t k = i; k + NEAR > i && !c->atoms[k].border; k--)
        if (ld_is_word_of(c, k - 1, LD_WORDS_bringing)) return true;
    return ld_is_word_of(c, ld_last_border(c, i), LD_WORDS_bringing); /* ", putting 90" */
}

/* "faced the reality [that it sank]", "repeated her hope [that ..]": what reality? */
static bool is_content(const struct ld_clause *c, uint32_t i) {
    return ld_is_that(c, i + 1) &&
           (ld_atom_shaped(c, i - 1, LD_DEFINITE) || ld_atom_is(c, i - 1, LD_PRONOUN) || ld_word_is(c, i - 1, "on") ||
            ld_word_is(c, i - 1, "despite")) &&
           ld_begins_as(c, i, LD_WORDS_contents); /* "on speculation [that ..]", too */
}

/* "has been telling bakers [that ..]", "was advised by the guild [in Oxley that ..]": what? */
static bool is_telling(const struct ld_clause *c, uint32_t i) {
    enum { NEAR = 14, FAR = 14 }; /* words */
    uint32_t that = i + 1, k = i;
    while (k + NEAR > i && !c->atoms[k].border && !c->atoms[k].verb && !ld_is_word_of(c, k - 1, LD_WORDS_informing))
        k--;
    if (!k || !ld_is_word_of(c, k - 1, LD_WORDS_informing)) return false;
    while (that < i + FAR && !ld_border(c, that) && (!ld_is_verb(c, that) || ld_may_be_reduced(c, that)) &&
           !ld_is_that(c, that) && !ld_joins(c, that) && !ld_atom_shaped(c, that, LD_MARKS_INFINITIVE))
        that++;
    return !ld_border(c, that) && ld_is_that(c, that);
}

/* "a car [that doesn't start]": the other way round. */
static bool is_negated(const struct ld_clause *c, uint32_t i) {
    return ld_is_article(c, i - 1) && (ld_atom_is(c, i + 2, LD_NEGATION) || ld_atom_is(c, i + 3, LD_NEGATION));
}

/* "has extended the date [by which ..]". */
static bool is_of_which(const struct ld_clause *c, uint32_t i) {
    return ld_atom_shaped(c, i - 1, LD_DEFINITE) && ld_word_is(c, i + 2, "which");
}

/* A form of a verb that is no past of a passive. */
static bool is_active(const struct ld_clause *c, uint32_t i) {
    const bool be = ld_atom_is(c, i - 1, LD_BE);
    if (c->atoms[i].verb) return !(be && ld_atom_shaped(c, i, LD_LIKE_PAST));
    return ld_is_infinitive(c, i) || ld_atom_shaped(c, i, LD_ENDS_PARTICIPLE) ||
           (!be && ld_atom_is(c, i - 1, LD_AUXILIARY) && ld_atom_shaped(c, i, LD_VERB_BASE | LD_VERB_OR_NOUN));
}

bool ld_is_asking_whom(const struct ld_clause *c, uint32_t i) {
    return ld_atom_shaped(c, i, LD_TAKES_INFINITIVE) && is_active(c, i) && !ld_word_is(c, i + 1, "for") &&
           ld_begins_as(c, i, LD_WORDS_asking_whom);
}

bool ld_is_purpose(const struct ld_clause *c, uint32_t i) {
    return (ld_word_is(c, i - 1, "as") && ld_word_is(c, i - 2, "so")) ||
           (ld_word_is(c, i - 1, "order") && ld_word_is(c, i - 2, "in"));
}

uint32_t ld_find_asked(const struct ld_clause *c, uint32_t i) {
    if (ld_atom_shaped(c, i, LD_LIKE_PAST) && ld_atom_is(c, i + 1, LD_PREPOSITION)) i++; /* "makers hit by storms to" */
    while (!c->atoms[i].border && !c->atoms[i].verb && !(ld_is_infinitive(c, i) && !ld_atom_shaped(c, i, LD_HYPHENED)))
        i++;
    return ld_is_infinitive(c, i) && (ld_is_sure_infinitive(c, i) || ld_atom_is(c, i, LD_BE)) &&
                   !ld_atom_shaped(c, i - 2, LD_TAKES_INFINITIVE) && !ld_is_purpose(c, i - 1) &&
                   !ld_is_word_of(c, i - 2, LD_WORDS_undertakings)
               ? i - 1
               : 0;
}

/* "asked lenders [and bakers to wait]", "allows smiths [not in the guild to sell]", "expects its profits [for May to
 * be ..]": what whom is asked, let or expected to do is yet to come. */
static bool is_asked(const struct ld_clause *c, uint32_t i) {
    enum { FAR = 16 }; /* words */
    uint32_t k = i, to = i + 1;
    bool near = ld_atom_is(c, to, LD_CONJUNCTION | LD_PREPOSITION) && !ld_atom_shaped(c, to, LD_TAKES_FOR);
    if (!(c->shapes & LD_TAKES_INFINITIVE) || ld_atom_shaped(c, to, LD_MARKS_INFINITIVE) ||
        ld_is_word_of(c, i, LD_WORDS_amounts) || ld_phrase_at(c, to, LD_PREPOSITION | LD_CONJUNCTION) > 1)
        return false;
    for (; k == i || !ld_is_asking_whom(c, k); k--) {
        if (near && k < i && ld_atom_shaped(c, k, LD_TAKES_INFINITIVE) && is_active(c, k))
            return !ld_begins_as(c, k, LD_WORDS_causing) && ld_find_asked(c, to);
        if (!k || k + FAR < i || c->atoms[k].border || c->atoms[k].verb || ld_is_infinitive(c, k) ||
            ld_opens_clause(c, k))
            return false;
        near &= ld_atom_is(c, k, LD_CONNECTIVE) || !ld_atom_is(c, k, LD_PREPOSITION | LD_CONJUNCTION);
    }
    return ld_find_asked(c, to);
}

/* "accused the towns [to the north of theft]", "describes the mill [in Oxley as old]", "supplies Lorran [with salt]":
 * what the verb takes behind its object is yet to come. */
static bool is_taken_later(const struct ld_clause *c, uint32_t i) {
    enum { FAR = 16 }; /* words */
    uint32_t k = i, taken = 0;
    for (bool found = false, inner = false; !found; found = c->atoms[k].shape & TAKEN && is_active(c, k) && !inner) {
        const struct ld_atom *atom = &c->atoms[k];
        if (!k || k + REACH < i || atom->border) return false;
        if (atom->facts & LD_RELATIVE)
            inner = false;
        else
            inner |= k < i && (atom->verb || atom[-1].shape & LD_MARKS_INFINITIVE);
        taken |= atom->facts & LD_PREPOSITION ? atom->shape : 0;
        k--;
    }
    const uint32_t wanted = c->atoms[k].shape & TAKEN & ~taken;
    if (!wanted || !ld_begins_as(c, k, LD_WORDS_needing)) return false;
    for (uint32_t to = i + 1; to < i + FAR && !c->atoms[to].border; to++) {
        if (ld_atom_is(c, to, LD_PREPOSITION) && !ld_atom_is(c, to + 1, LD_PRONOUN) && c->atoms[to].shape & wanted)
            return true;
    }
    return false;
}

/* "for the first time [in nine years]": not ever. */
static bool is_first_time(const struct ld_clause *c, uint32_t i) {
    return ld_word_is(c, i, "time") && (ld_word_is(c, i - 1, "first") || ld_word_is(c, i - 1, "any")) &&
           (ld_word_is(c, i + 1, "in") || ld_word_is(c, i + 1, "since"));
}

/* "marking a year [since the storm]", "it is nine years [since ..]": since what? */
static bool is_span_since(const struct ld_clause *c, uint32_t i) {
    return ld_word_is(c, i + 1, "since") && ld_atom_is(c, i, LD_TIME) &&
           (ld_is_article(c, i - 1) || ld_is_number(c, i - 1)) && !ld_atom_is(c, i - 2, LD_PREPOSITION);
}

/* "to avert the 300 mln dlrs [in tariffs]": which? */
static bool is_known_amount(const struct ld_clause *c, uint32_t i) {
    if (!ld_is_word_of(c, i, LD_WORDS_amounts) || !ld_is_number(c, i - 1)) return false;
    while (i && ld_is_number(c, i - 1)) i--;
    return ld_atom_shaped(c, i - 1, LD_DEFINITE);
}

/* "can be switched back [on], ..": a particle of two. */
static bool is_half_particle(const struct ld_clause *c, uint32_t i) {
    return ld_word_is(c, i, "back") && ld_border(c, i + 2) && !ld_is_article(c, i - 1);
}

/* "jailed for nine years [and four months]", "fell to nine crowns [and 40]": not all of a figure. */
static bool is_half_figure(const struct ld_clause *c, uint32_t i) {
    if (!ld_joins(c, i + 1)) return false;
    if (ld_word_is(c, i + 3, "half")) return true; /* "a mile [and a half]" */
    return ld_is_number(c, i - 1) && ld_is_number(c, i + 2) && ld_atom_is(c, i, LD_TIME) &&
           ld_atom_is(c, i + 3, LD_TIME);
}

/* "and use the proceeds [to mend it]": what for? */
static bool is_used(const struct ld_clause *c, uint32_t i) {
    enum { NEAR = 4 }; /* words */
    if (!ld_is_sure_infinitive(c, i + 2)) return false;
    for (uint32_t k = i; k + NEAR > i && !c->atoms[k].border && !ld_atom_is(c, k, LD_PREPOSITION); k--)
        if (ld_is_word_of(c, k - 1, LD_WORDS_using)) return k > 1 && ld_joins(c, k - 2);
    return false;
}

/* ", with sales [of salt leading the fall]": a participle says what they do. */
static bool is_within_absolute(const struct ld_clause *c, uint32_t i) {
    const uint32_t with = ld_last_border(c, i), end = ld_next_border(c, i + 1);
    if (!ld_word_is(c, with, "with") || !(c->atoms[with].border & LD_COMMA)) return false;
    for (uint32_t k = i + 1; k < end; k++)
        if (ld_atom_shaped(c, k, LD_ENDS_PARTICIPLE) && !ld_atom_is(c, k - 1, LD_PREPOSITION | LD_ARTICLE) &&
            !ld_atom_shaped(c, k - 1, LD_ENDS_GENITIVE))
            return k > with + 1;
    return false;
}

/* "even in bakers [of Harlan]", "faces a ban, this time [made by ..]",
 * "spends 9 pct [of its income]": what the words before it ask for. */
static bool is_told_by_next(const struct ld_clause *c, uint32_t i) {
    if (ld_word_is(c, i + 1, "of"))
        return (ld_word_is(c, i - 2, "even") && ld_atom_is(c, i - 1, LD_PREPOSITION)) ||
               (ld_is_word_of(c, i, LD_WORDS_percents) && is_near_spending(c, i));
    return ld_word_is(c, i, "time") && ld_word_is(c, i - 1, "this") && ld_border(c, i - 1) &&
           ld_atom_shaped(c, i + 1, LD_LIKE_PAST) && !ld_is_verb(c, i + 1);
}

/* "a crown [for every pot]", "for every per cent [by which ..]": the rate is told by what it is for. */
static bool is_rate_of(const struct ld_clause *c, uint32_t i) {
    if (ld_word_is(c, i + 1, "for")) return ld_word_is(c, i + 2, "every");
    const uint32_t every = ld_word_is(c, i - 1, "per") ? i - 2 : i - 1;
    return ld_word_is(c, every, "every") && ld_atom_is(c, i + 1, LD_PREPOSITION) && ld_atom_is(c, i + 2, LD_RELATIVE);
}

/* "led to Lind [openly selling it]", "resulted in boats [sinking]": what came of it. */
static bool is_led_to(const struct ld_clause *c, uint32_t i) {
    enum { NEAR = 6 }; /* words */
    uint32_t to = i;
    const uint32_t doing = i + 1 + ld_atom_shaped(c, i + 1, LD_ENDS_ADVERB);
    if (!ld_atom_shaped(c, doing, LD_ENDS_PARTICIPLE) || ld_atom_is(c, doing, LD_PREPOSITION)) return false;
    while (to + NEAR > i && !c->atoms[to].border && !ld_atom_is(c, to, LD_PREPOSITION)) to--;
    return to < i && (ld_word_is(c, to, "to") || ld_word_is(c, to, "in")) &&
           ld_is_word_of(c, to - 1, LD_WORDS_leading_to);
}

/* "is 90 pct effective [at mending it]": at what? */
static bool is_effective(const struct ld_clause *c, uint32_t i) {
    return ld_word_is(c, i, "effective") && ld_word_is(c, i + 1, "at") &&
           ld_is_number(c, i - 1 - ld_is_word_of(c, i - 1, LD_WORDS_percents));
}

/* "a month [in advance]", "word came [out that ..]", "is still home [to smiths]": half a phrase. */
static bool is_half_phrase(const struct ld_clause *c, uint32_t i) {
    if (ld_word_is(c, i + 1, "in")) return ld_word_is(c, i + 2, "advance");
    if (ld_word_is(c, i + 1, "out")) return ld_is_that(c, i + 2);
    return ld_word_is(c, i + 1, "to") && ld_word_is(c, i, "home") &&
           ld_atom_is(c, i - 1 - ld_atom_shaped(c, i - 1, LD_ADVERB), LD_BE);
}

/* By what the next word can be. */
static bool waits_for_next(const struct ld_clause *c, uint32_t i) {
    const struct ld_atom *next = &c->atoms[i + 1];
    if (next->border) return false;
    if (next->facts & LD_RELATIVE && (is_content(c, i) || is_negated(c, i))) return true;
    if (is_telling(c, i) || is_told_by_next(c, i) || is_rate_of(c, i) || is_led_to(c, i) || is_effective(c, i) ||
        is_half_phrase(c, i))
        return true;
    if (ld_is_word_of(c, i, LD_WORDS_someones) && next->facts & LD_PREPOSITION)
        return true; /* "was set by someone [with a rope]" */
    if (ld_word_is(c, i, "seen") && ld_atom_is(c, i - 1, LD_BE) && ld_word_is(c, i + 1, "in"))
        return true; /* "have to be seen [in this light]" */
    if (next->facts & (LD_RELATIVE | LD_BOUND | LD_CONJUNCTION) && ld_is_word_of(c, i, LD_WORDS_aware) &&
        !ld_joins(c, i + 1))
        return true;
    if (next->facts & LD_PREPOSITION && ld_is_word_of(c, i, LD_WORDS_reasons) && ld_atom_shaped(c, i - 1, LD_DEFINITE))
        return true; /* "the reason [behind it]" */
    if (ld_word_is(c, i + 1, "for") && ld_word_is(c, i - 2, "in") && ld_is_word_of(c, i, LD_WORDS_bids))
        return true; /* "in its bid [for a pier]" */
    if (ld_word_is(c, i + 1, "up") && ld_word_is(c, i + 2, "to") && ld_is_number(c, i + 3) &&
        ld_is_word_of(c, i + 4, LD_WORDS_distances))
        return true; /* "sends smiths [up to nine miles away]" */
    if (next->facts & LD_PREPOSITION && (is_count(c, i) || is_of_which(c, i) || is_first_time(c, i) ||
                                         is_span_since(c, i) || is_known_amount(c, i) || is_half_particle(c, i)))
        return true;
    return next->facts & LD_PREPOSITION && ld_word_is(c, i + 1, "about") &&
           ld_is_sure_infinitive(c, i + 3); /* "a boat [about to sink]" */
}

/* "The boats sank, but the mill[, a rival, was sold]": atom i is of the subject of a second clause, joined at atom k.
 */
static bool is_joined_subject(const struct ld_clause *c, uint32_t k, uint32_t i) {
    if (!(ld_is_article(c, k + 1) || ld_atom_flagged(c, k + 1, LD_CAPITAL) || ld_is_number(c, k + 1))) return false;
    const uint32_t from = ld_next_border(c, k + 1), to = ld_next_border(c, from + 1), b = ld_free_verb_from(c, k);
    uint32_t verb = to;
    while (ld_atom_shaped(c, verb, LD_ADVERB)) verb++;
    if (ld_folded(c, k)[0] == 'b' && !ld_any_is(c, c->head, k, LD_NEGATION)) return b > i && b < c->count;
    return to < c->count && b == verb && ld_border(c, from) & ld_border(c, to) & (LD_COMMA | LD_DASH) &&
           !(ld_joins(c, from) && !ld_word_is(c, from, "or")) && !ld_is_source(c, b) &&
           !(ld_may_be_reduced(c, b) && ld_goes_with_next(c, b));
}

bool ld_is_second_subject(const struct ld_clause *c, uint32_t i) {
    enum { NEAR = 8 }; /* words */
    if (!c->whole || !(c->facts & LD_CONNECTIVE) || i <= c->head + 2 || c->events[c->event_count - 1].atom <= i)
        return false;
    for (uint32_t k = i; k > c->head && i - k < NEAR && !c->atoms[k].verb && !ld_opens_clause(c, k); k--)
        if (k < i && ld_joins(c, k) && is_joined_subject(c, k, i)) return true;
    return false;
}

/* "stands in contrast [to ..]", "on an equal footing [with ..]", "one step closer [to ..]": to what? */
static bool is_beside(const struct ld_clause *c, uint32_t i) {
    if (!ld_atom_is(c, i + 1, LD_PREPOSITION) || ld_border(c, i + 1) || ld_atom_is(c, i + 2, LD_TIME)) return false;
    if (ld_word_is(c, i, "closer")) return ld_word_is(c, i + 1, "to");
    return ld_is_word_of(c, i, LD_WORDS_relations) &&
           (ld_word_is(c, i, "footing") ? ld_word_is(c, i + 1, "with")
                                        : ld_atom_is(c, i - 1, LD_PREPOSITION) || ld_word_is(c, i - 1, "stark"));
}

/* "was earlier [given a mill]", "has so far [kept quiet]", "they got [caught]": what was done is to come, behind an
 * auxiliary and when, or behind "got". */
static bool is_before_done(const struct ld_clause *c, uint32_t i) {
    if (!ld_atom_shaped(c, i + 1, LD_LIKE_PAST)) return false;
    if (ld_word_is(c, i, "got")) return true;
    if (ld_word_is(c, i, "far") && ld_word_is(c, i - 1, "so"))
        i--;
    else if (!ld_atom_is(c, i, LD_TIME) && !ld_word_is(c, i, "next"))
        return false;
    return ld_atom_is(c, i - 1, LD_AUXILIARY) && ld_is_verb(c, i - 1) && !ld_border(c, i);
}

/* "has said the race[ -- its ninth -- will start]": a verb stands behind the aside between dashes that begins next. */
static bool parts_from_verb(const struct ld_clause *c, uint32_t i) {
    if (!(ld_border(c, i + 1) & LD_DASH)) return false;
    uint32_t close = ld_next_border(c, i + 2);
    while (close < c->count && !(ld_border(c, close) & LD_DASH)) close = ld_next_border(c, close + 1);
    return close < c->count && ld_is_verb(c, close);
}

/* "on May 9 [and May 10, respectively]", "was followed[, hours later, by ..]": a word that is near, over marks, tells
 * that what ends with atom i is half of it. */
static bool is_answered(const struct ld_clause *c, uint32_t i) {
    enum { NEAR = 8 }; /* words */
    const bool passed = ld_is_word_of(c, i, LD_WORDS_succeeding) && ld_atom_is(c, i - 1, LD_BE);
    if (!passed && !ld_joins(c, i + 1)) return false;
    for (uint32_t k = i + 1; k < c->count && k < i + NEAR && !(k > i + 1 && ld_is_verb(c, k)); k++)
        if (ld_word_is(c, k, passed ? "by" : "respectively")) return true;
    return false;
}

/* ---- all of it ---- */

bool ld_waits(const struct ld_clause *c, uint32_t i) {
    if (!i || !c->endings->forms) return false;
    if (is_awaited(c, i) || waits_for_next(c, i) || ld_parts(c, i) || ld_is_second_subject(c, i) ||
        parts_from_verb(c, i) || is_answered(c, i))
        return true;
    if (ld_border(c, i + 1)) return false; /* none of the others goes over a mark */
    if (ld_joins(c, i + 1) && ld_atom_shaped(c, i, LD_LIKE_PAST) && ld_atom_shaped(c, i + 2, LD_LIKE_PAST) &&
        ld_is_plain(c, i - 1) && ld_atom_is(c, i + 3, LD_BYLINE_START))
        return true; /* "a net made [and sold by Lind]" */
    if (ld_atom_shaped(c, i + 1, LD_MARKS_INFINITIVE) && asks_to(c, i) &&
        (ld_is_sure_infinitive(c, i + 2) || ld_atom_is(c, i + 2, LD_BE)))
        return true;
    if (ld_atom_shaped(c, i + 1, LD_LIKE_PAST) && ld_is_word_of(c, i, LD_WORDS_best))
        return true; /* "is probably best [left alone]" */
    if (ld_word_is(c, i + 1, "worth") && ld_atom_shaped(c, i + 2, LD_TAKES_OF)) return true; /* "9 dlrs [worth of]" */
    if (ld_word_is(c, i, "place") && ld_word_is(c, i - 1, "took") && ld_atom_is(c, i - 2, LD_RELATIVE))
        return true; /* "in a clash that took place [between ..]" */
    if (ld_is_word_of(c, i, LD_WORDS_paid) && ld_atom_is(c, i - 1, LD_BE) &&
        (ld_is_article(c, i + 1) || ld_is_number(c, i + 1) || ld_word_is(c, i + 1, "less") ||
         ld_word_is(c, i + 1, "more")))
        return true; /* "was paid [less than smiths]" */
    if (ld_word_is(c, i, "others") && ld_is_number(c, i - 1) && ld_atom_shaped(c, i + 1, LD_LIKE_PAST))
        return true; /* "nine were killed and nine others [injured]" */
    if (ld_word_is(c, i, "least") && ld_word_is(c, i - 1, "at") && !ld_border(c, i + 1)) return true;
    if (is_before_done(c, i)) return true;
    if (ld_word_is(c, i, "hard") && ld_word_is(c, i + 1, "hit") &&
        (ld_atom_is(c, i - 1, LD_BE) || ld_atom_is(c, i - 2, LD_BE)))
        return true; /* "were especially hard [hit]" */
    if (ld_word_is(c, i + 1, "on") && !ld_atom_is(c, i + 2, LD_TIME) && !ld_atom_flagged(c, i + 2, LD_NUMERIC) &&
        ld_is_word_of(c, i - (c->atoms[i].facts & LD_TIME ? 1u : 0u), LD_WORDS_voting))
        return true; /* "will vote Tuesday [on a law]" */
    if (ld_is_word_of(c, i, LD_WORDS_staying) && !ld_border(c, i + 1) &&
        (ld_is_number(c, i + 1) || ld_word_is(c, i + 1, "less") || ld_word_is(c, i + 1, "more") ||
         (ld_is_plain(c, i - 1) && !ld_is_infinitive(c, i - 1) && ld_atom_is(c, i + 1, LD_PREPOSITION))))
        return true; /* "smiths living [less than a mile away]", "a bond maturing [in May]" */
    if (is_brought(c, i) || is_while(c, i) || is_beside(c, i)) return true;
    if (ld_word_is(c, i, "others") && ld_word_is(c, i + 1, "who")) return true;
    if (ld_word_is(c, i + 1, "when") && ld_atom_is(c, i, LD_TIME) && i && ld_is_article(c, i - 1))
        return true; /* "on a day [when it rained]" */
    if (ld_is_word_of(c, i, LD_WORDS_informing) && ld_atom_is(c, i - 1, LD_BE))
        return true; /* "was advised [by the guild]" */
    return is_half_figure(c, i) || is_used(c, i) || is_within_absolute(c, i) || is_distance(c, i) || is_only(c, i) ||
           is_spent(c, i) || is_started(c, i) || is_left(c, i) || is_span_of(c, i) || is_absolute(c, i) ||
           is_half_content(c, i) || is_asked(c, i) || is_taken_later(c, i) ||
           (ld_atom_is(c, i + 1, LD_PREPOSITION) && (is_in_principle(c, i) || is_bare(c, i))) ||
           ((ld_atom_is(c, i + 1, LD_PREPOSITION) || ld_atom_shaped(c, i + 1, LD_MARKS_INFINITIVE)) &&
            is_compared(c, i));
}

bool ld_in_choice(const struct ld_clause *c, uint32_t i) {
    enum { FAR = 12 };
    if (!c->choice || c->choice >= i) return false;
    for (uint32_t k = c->choice; k < c->count && k < i + FAR && !(k > i && c->atoms[k].verb); k++)
        if (ld_joins(c, k)) return k >= i;
    return false;
}
