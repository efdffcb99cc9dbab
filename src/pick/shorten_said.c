/* shorten_said.c - a sentence whose main verb is one of saying in; out, the pieces that stand between who says so and
 * what is said: the speaker, "said it" where that is who does so, where it was said. Leaves attributions at the end to
 * shorten_source.c. Source: as there. */

#include "pick/shorten_words.h"

/* "that", "which". */
static bool is_link(const struct ld_clause *c, uint32_t i) {
    return ld_atom_is(c, i, LD_RELATIVE) && !ld_atom_is(c, i, LD_QUESTION);
}

/* "warned of a rule that", "warned the guild against a rule that": of or against what, up to atom to. */
static bool is_of_what(const struct ld_clause *c, uint32_t to) {
    if (ld_is_word_of(c, c->verb + 1, LD_WORDS_of_what)) return true;
    for (uint32_t i = c->verb + 1; i < to; i++)
        if (ld_word_is(c, i, "against")) return true;
    return false;
}

/* The clause of what is said: where it begins, and its verb; or false. */
bool ld_find_content(const struct ld_clause *c, uint32_t *from, uint32_t *verb) {
    uint32_t e = 0;
    if (!c->whole || !c->says) return false;
    while (e < c->event_count && (c->events[e].atom < c->head || c->events[e].kind == LD_FINDS)) e++;
    if (e == c->event_count) return false;
    const uint32_t opener = c->events[e].atom, next = c->verb + 1;
    *from = opener + 1;
    const bool that = is_link(c, opener) &&
                      (next == opener || ld_atom_is(c, c->verb, LD_TELL) || /* not "recalled the day that he left" */
                       (ld_atom_is(c, next, LD_PREPOSITION | LD_TIME) && ld_is_that(c, opener) &&
                        !ld_joins(c, opener - 2))) && /* not "spoke of it and said that" */
                      !is_of_what(c, opener);
    if (!that && opener != c->verb) return false;
    if (that && ld_atom_shaped(c, *from, LD_ADVERB) && ld_is_verb(c, *from + 1))
        return false; /* "says in a report that also finds" */
    return (*verb = ld_free_verb(c, e + 1)) < c->count;
}

bool ld_next_content(const struct ld_clause *c, uint32_t *from, uint32_t *verb) {
    for (uint32_t e = 0; c->whole && e < c->event_count; e++) {
        const uint32_t i = c->events[e].atom;
        if (i < *from || c->events[e].kind == LD_FINDS || !ld_is_that(c, i) || ld_border(c, i) ||
            !ld_begins_as(c, i - 1, LD_WORDS_contents))
            continue;
        *from = i + 1;
        return (*verb = ld_free_verb(c, e + 1)) < c->count;
    }
    return false;
}

static bool is_next_noun(const struct ld_clause *c, uint32_t i) { /* "in a report its sales", "in May the sales" */
    const uint32_t none = LD_STOP | LD_PREPOSITION | LD_ARTICLE | LD_CONJUNCTION | LD_PRONOUN;
    return ld_atom_is(c, i, LD_ARTICLE) && !ld_atom_is(c, i, LD_RELATIVE | LD_CONJUNCTION) &&
           !ld_atom_is(c, i - 1, none) && !ld_atom_shaped(c, i - 1, LD_ENDS_PARTICIPLE | LD_ADVERB | LD_ENDS_PAST);
}

/* Behind "said", "said on Friday", "said in a statement", "told the court": where what is said begins, or "that". */
static uint32_t content_start(const struct ld_clause *c, uint32_t i) {
    while (ld_is_when(c, i)) i++;
    if (!ld_atom_is(c, i, LD_PREPOSITION) && !ld_atom_is(c, c->verb, LD_TELL)) return i;
    for (uint32_t k = i + 1; c->whole && !ld_border(c, k) && !ld_is_verb(c, k); k++)
        if (ld_opens_clause(c, k) || (ld_atom_is(c, k, LD_PRONOUN) && !ld_atom_is(c, k, LD_ARTICLE)) ||
            is_next_noun(c, k))
            return k;
    return i;
}

/* "told the guild [in Oxley] that": where a phrase behind whom begins, or from. */
static uint32_t behind_whom(const struct ld_clause *c, uint32_t from) {
    enum { NEAR = 8 }; /* words */
    if (ld_atom_is(c, from, LD_PREPOSITION)) return from;
    for (uint32_t i = from + 1; i < from + NEAR && !ld_border(c, i) && !ld_is_verb(c, i); i++)
        if (ld_atom_is(c, i, LD_PREPOSITION) && (!ld_word_is(c, i, "of") || ld_is_word_of(c, i - 1, LD_WORDS_meetings)))
            return ld_is_word_of(c, i, LD_WORDS_occasions) ? i : from;
    return from;
}

/* "Mara Lind said [that] the mill will close": where what is said begins, if "that" may go before it, as a subject
 * follows that no one takes for anything else; or 0. */
static uint32_t behind_that(const struct ld_find *f) {
    const struct ld_clause *c = f->c;
    uint32_t from, verb;
    if (!c->endings->forms || !ld_find_content(c, &from, &verb) || !ld_is_that(c, from - 1) || ld_is_protected(c, from))
        return 0;
    if (ld_atom_is(c, c->verb - 1, LD_BE) || !ld_begins_as(c, c->verb, LD_WORDS_without_that) ||
        ld_atom_is(c, from, LD_PREPOSITION | LD_CONJUNCTION | LD_RELATIVE | LD_TIME | LD_ADJUNCT))
        return 0; /* "said that in May it", "noted that fans will" */
    if (!ld_atom_is(c, from, LD_ARTICLE | LD_PRONOUN) && !ld_atom_flagged(c, from, LD_CAPITAL) &&
        (!ld_begins_as(c, c->verb, LD_WORDS_saying) || ld_atom_shaped(c, from, LD_ENDS_PARTICIPLE)))
        return 0;                              /* "revealed that mills have" */
    for (uint32_t i = from; i < c->count; i++) /* "and that it fell" */
        if (ld_joins(c, i - 1) && ld_is_that(c, i)) return 0;
    return from;
}

/* "said [that]", "said on Monday [that]". */
static void find_that(struct ld_find *f) {
    const uint32_t from = behind_that(f);
    uint32_t that = f->c->verb + 1;
    while (from && ld_is_when(f->c, that)) that++;
    if (from && that + 1 == from) ld_add_piece(f, LD_PIECE_COMPANY, that, from);
}

/* "said [in a statement] that", "said [in a statement that] the": where and to whom is less than what. */
static void find_occasion(struct ld_find *f) {
    const struct ld_clause *c = f->c;
    const bool tells = ld_atom_is(c, c->verb, LD_TELL);
    const uint32_t from = tells ? behind_whom(c, c->verb + 1) : c->verb + 1;
    if (!c->endings->forms || !c->says || ld_border(c, from) || ld_is_protected(c, from)) return;
    if (!ld_atom_is(c, from, LD_PREPOSITION) || ld_atom_is(c, from + 1, LD_TIME)) return;
    const uint32_t to = content_start(c, from);
    if (to < from + 2) return;
    const bool that = ld_is_that(c, to);
    for (uint32_t i = from + 2; that && i < to; i++)
        if (ld_atom_shaped(c, i, LD_ENDS_PARTICIPLE) && ld_atom_is(c, i - 1, LD_ADJUNCT))
            return;                                                   /* "wrote to Lind after seeing a boat that" */
    if (that && ld_is_word_of(c, to - 1, LD_WORDS_demanding)) return; /* "wrote to Lind demanding that" */
    if (tells && (!that || ld_atom_is(c, to - 1, LD_SAY))) return;    /* "quoted Lind in Oxley as saying that" */
    if (ld_atom_is(c, c->verb - 1, LD_BE)) return;                    /* "was announced in a paper which" */
    if (c->accuses && !(that && !ld_begins_as(c, to - 1, LD_WORDS_contents)))
        return; /* but "replied [to a claim] that" */
    if (that || (ld_is_verb(c, to + 1) && !ld_atom_is(c, to, LD_RELATIVE)) || (is_next_noun(c, to) && to > from + 2))
        ld_add_piece(f, LD_PIECE_ASIDE, from,
                     that && !tells && f->kinds >> LD_PIECE_COMPANY & 1 && behind_that(f) == to + 1 ? to + 1 : to);
}

/* "said that [while at sea,] he saw", "said [when she came, ]the hall was full": before the subject of what is said. */
static void find_inner_lead(struct ld_find *f) {
    const struct ld_clause *c = f->c;
    uint32_t from, verb, to, verbs = 0;
    enum { LONG = 18 }; /* words */
    if (!c->endings->forms || !ld_find_content(c, &from, &verb) || ld_border(c, from)) return;
    const bool clause = ld_opens_clause(c, from) && ld_atom_is(c, from, LD_ADJUNCT);
    if (!clause && (!ld_atom_is(c, from - 1, LD_CONJUNCTION) || !ld_atom_is(c, from, LD_PREPOSITION | LD_ADJUNCT)))
        return;
    for (to = from + 1; to < from + LONG && !ld_border(c, to); to++) {
        if (ld_is_verb(c, to) && !clause) return;
        verbs += ld_is_verb(c, to) && !ld_atom_is(c, to, LD_AUXILIARY);
    }
    if (to < verb && ld_border(c, to) == LD_COMMA && !ld_atom_is(c, to, LD_CONJUNCTION | LD_PREPOSITION) && verbs < 2)
        ld_add_piece(f, LD_PIECE_CLAUSE, from, to);
}

/* Where the name of who says so ends, which ends the subject but for pieces: "Ana Ruiz [, its head,] said". */
static uint32_t name_end(const struct ld_find *f, uint32_t first) {
    const struct ld_clause *c = f->c;
    uint32_t end = c->whole ? c->head : c->verb;
    while (end > f->segments[first] + 1 && ld_in_piece(c, end - 1) && ld_atom_is(c, end - 1, LD_TIME | LD_PREPOSITION))
        end--;
    for (uint32_t p = 0; p < c->piece_count; p++)
        if (c->pieces[p].to == end && c->pieces[p].kind == LD_PIECE_APPOSITION) return c->pieces[p].from;
    return end;
}

/* "told the court that", "told a public inquiry that". */
static bool is_testimony(const struct ld_clause *c) {
    enum { NEAR = 5 }; /* words */
    for (uint32_t i = c->verb + 1; ld_atom_is(c, c->verb, LD_TELL) && i < c->verb + NEAR && !ld_is_that(c, i); i++)
        if (ld_is_word_of(c, i, LD_WORDS_courts)) return true;
    return false;
}

/* "said the tour will be their last": whose, if that goes? */
static bool is_of_speaker(const struct ld_clause *c, uint32_t verb) {
    while (ld_atom_is(c, verb, LD_AUXILIARY) && !ld_atom_is(c, verb, LD_BE)) verb++;
    return ld_atom_is(c, verb, LD_BE) && ld_atom_is(c, verb + 1, LD_PRONOUN) && ld_atom_is(c, verb + 1, LD_ARTICLE) &&
           !ld_atom_is(c, verb + 1, LD_RELATIVE | LD_DEICTIC);
}

/* "Officials said on Tuesday that ...": what is said can stand alone. */
void ld_find_speaker(struct ld_find *f, uint32_t first) {
    struct ld_clause *c = f->c;
    uint32_t from = c->verb + 2, verb = c->count;
    if (c->accuses || c->told || !c->endings->forms || !c->says || is_testimony(c)) return;
    if (c->attribution < c->count && ld_begins_as(c, c->verb, LD_WORDS_boasting))
        return; /* "Lind believes the dues are wrong, [Ashby said]": whose would it be? */
    if ((c->whole || !ld_is_that(c, c->verb + 1)) && !ld_find_content(c, &from, &verb)) return;
    const bool has = ld_atom_shaped(c, c->verb - 1, LD_ENDS_S) || /* "has said", but not "may have said" */
                     ld_word_is(c, c->verb - 1, "have");
    if (ld_any_is(c, 0, c->verb - has, LD_NEGATION | LD_AUXILIARY) || c->verb > f->segments[first] + 18) return;
    if (is_of_speaker(c, verb) || ld_is_word_of(c, c->verb - 1, LD_WORDS_not_so)) return;
    const bool that = ld_is_that(c, from - 1);
    if (!that && ld_atom_is(c, c->verb, LD_TELL)) return;
    if (that && ld_is_word_of(c, from - 2, LD_WORDS_demanding)) return; /* "wrote demanding that" */
    while (!that && ld_is_when(c, from)) from++;
    if (ld_is_protected(c, from) || (c->opener && from > c->opener) ||
        ld_atom_is(c, from, LD_PRONOUN | LD_CONJUNCTION | LD_PREPOSITION | LD_RELATIVE))
        return;
    c->thought |=
        ld_is_demand(c, from, f->limit) || ld_is_thought(c, c->verb, from, f->limit) || ld_is_opinion(c, from, verb);
    c->stated = verb < c->count && ld_is_state(c, from, verb);
    if (!c->thought && !c->view) c->worded = ld_find_wording(c, from, f->limit);
    c->weighed |= verb < c->count && !c->thought && !c->worded && ld_is_weighed(c, from, verb);
    if (c->thought || c->stated || c->worded || c->weighed) ld_find_surname(f, 0, name_end(f, first));
    if (ld_has_verb(c, from + 1, f->limit)) ld_add_piece(f, LD_PIECE_SPEAKER, 0, from);
}

/* "she is \"brave\"": said of another as often; and "it was \"distressing\" to". */
static bool is_praise(const struct ld_clause *c, uint32_t i) {
    if (!ld_atom_is(c, i, LD_BE)) return false;
    while (ld_atom_is(c, i, LD_BE | LD_NEGATION) || ld_atom_shaped(c, i, LD_ADVERB)) i++;
    return ld_is_protected(c, i);
}

/* "Acme Ltd told the court it", "Ana Ruiz told the Port Office she": that is who speaks, as who is told is no company,
 * or no person. */
static bool is_told_of_self(const struct ld_clause *c, uint32_t first, uint32_t verb, uint32_t pronoun) {
    const bool office = ld_is_word_of(c, pronoun - 1, LD_WORDS_offices);
    if (ld_atom_shaped(c, pronoun, LD_PLURAL)) return office;
    if (ld_word_is(c, pronoun, "it"))
        for (uint32_t i = first; i < verb; i++)
            if (c->atoms[i].shape & LD_COMPANY_FORM || (office && ld_is_word_of(c, i, LD_WORDS_firms))) return true;
    return (ld_word_is(c, pronoun, "he") || ld_word_is(c, pronoun, "she")) && ld_atom_is(c, c->verb + 1, LD_ARTICLE) &&
           ld_atom_flagged(c, pronoun - 1, LD_CAPITAL);
}

/* "said [in view of the storm, it] will": what stands behind a mark before the verb, or i. */
static uint32_t behind_lead(const struct ld_clause *c, uint32_t i) {
    uint32_t k = i + 1;
    while (!ld_border(c, k) && !ld_is_verb(c, k)) k++;
    return ld_border(c, k) == LD_COMMA ? k : i;
}

/* Whether the pronoun before verb i may stand for nothing: "it is clear that", "it was agreed". */
static bool is_expletive(const struct ld_clause *c, uint32_t i) {
    while (ld_atom_is(c, i, LD_AUXILIARY) && !ld_atom_is(c, i, LD_BE)) i++;
    if (ld_atom_is(c, i, LD_NEGATION | LD_TIME)) i++;
    if (!ld_atom_is(c, i, LD_BE)) return false;
    while (ld_atom_is(c, i, LD_BE | LD_NEGATION) || ld_atom_shaped(c, i, LD_ADVERB)) i++;
    return ld_atom_is(c, i, LD_SAY) || !ld_atom_shaped(c, i, LD_ENDS_PAST | LD_ENDS_PARTICIPLE);
}

/* The verb of the pronoun at atom i: "it [now] plans", "it and Bolt, a rival, [plan]", where they do it together; or i.
 */
static uint32_t self_verb(const struct ld_clause *c, uint32_t i) {
    uint32_t from, verb;
    if (ld_is_verb(c, i + 1)) return i + 1;
    return ld_find_content(c, &from, &verb) && from == i ? verb : i;
}

/* "said it filed a suit charging": of accusations, as they are met by who does something; but not "denied it did",
 * "said it was cheated". */
static bool is_own_act(const struct ld_clause *c, uint32_t i, uint32_t verb) {
    if (!ld_word_is(c, i, "it") || ld_any_is(c, 0, i, LD_ACCUSE)) return false;
    while (ld_is_verb(c, verb) && !ld_atom_is(c, verb, LD_BE)) verb++;
    return !ld_atom_is(c, verb, LD_BE);
}

/* Whether the name that ends before atom to is a person's, behind what she is: "council leader Ana Lind". */
static bool is_titled(const struct ld_clause *c, uint32_t from, uint32_t to) {
    uint32_t name = to;
    bool firm = false;
    for (; name > from && ld_atom_flagged(c, name - 1, LD_CAPITAL); name--)
        firm |= ld_atom_shaped(c, name - 1, LD_COMPANY_FORM);
    return !firm && name > from && name + 1 < to && ld_is_title(c, name - 1);
}

/* "[has also] said": where the main verb begins, with what stands before it, behind a word of the subject. */
static uint32_t verb_begin(const struct ld_find *f, uint32_t first) {
    const struct ld_clause *c = f->c;
    uint32_t from = c->verb;
    while (from > f->segments[first] + 1 &&
           (ld_atom_is(c, from - 1, LD_AUXILIARY) || ld_atom_shaped(c, from - 1, LD_ADVERB)))
        from--;
    return from;
}

/* "Acme said on Monday it will close": who says so is who does so. */
static void find_self(struct ld_find *f, uint32_t first) {
    struct ld_clause *c = f->c;
    if (!(f->kinds & (1u << LD_PIECE_SELF | 1u << LD_PIECE_ONESELF))) return;
    if (!c->endings->forms || !c->says || ld_is_protected(c, c->verb) ||
        ld_atom_is(c, f->segments[first], LD_PREPOSITION | LD_ADJUNCT)) /* "after Acme said it will close, ..." */
        return;
    const uint32_t from = verb_begin(f, first);
    bool plural = ld_any_is(c, f->segments[first], from, LD_CONJUNCTION) ||
                  ld_atom_shaped(c, from - 1, LD_ENDS_S); /* "the firms said they", not "the captain said they" */
    uint32_t who = from ? from - 1 : 0;                   /* the noun itself, before what belongs to it */
    while (who > f->segments[first] && ld_in_piece(c, who)) who--;
    const bool one = *ld_folded(c, f->segments[first]) == 'a'; /* "a group of firms" */
    const bool many = (!one && ld_atom_shaped(c, who, LD_ENDS_S) && !ld_atom_flagged(c, who, LD_CAPITAL)) ||
                      ld_word_is(c, who, "police") || /* "officials said he", "critics say it" */
                      c->atoms[c->verb].shape & LD_VERB_BASE;
    if (ld_atom_is(c, from - 1, LD_PRONOUN)) return;
    uint32_t i = content_start(c, c->verb + 1);
    const bool told = ld_atom_is(c, c->verb, LD_TELL) && !is_told_of_self(c, f->segments[first], from, i);
    if (told && i > c->verb + 1 && (!ld_atom_shaped(c, i - 1, LD_ENDS_S) || ld_atom_flagged(c, i - 1, LD_CAPITAL)))
        return; /* "told the firm it must pay": who? */
    if (ld_is_that(c, i)) i++;
    const uint32_t start = i;
    if (!ld_atom_is(c, i, LD_PRONOUN)) i = behind_lead(c, i);
    if (f->segments[first] > 6 && ld_word_is(c, i, "it")) return; /* "after the leak, Acme said it is small" */
    const uint32_t verb = self_verb(c, i);
    if ((ld_border(c, i) && i == start) || !ld_atom_is(c, i, LD_PRONOUN) || verb == i ||
        ld_atom_is(c, i, LD_ARTICLE | LD_DEICTIC | LD_RELATIVE | LD_AUXILIARY | LD_CONNECTIVE) || is_praise(c, verb) ||
        (ld_word_is(c, i, "it") && is_expletive(c, verb)) || (!plural && ld_atom_shaped(c, i, LD_PLURAL)) ||
        (many && !ld_atom_shaped(c, i, LD_PLURAL)))
        return;
    if (c->accuses && !is_own_act(c, i, verb)) return;
    if (ld_is_shifted(c, verb) || ld_word_is(c, verb, "should")) return; /* "it should do well": no advice */
    const uint32_t subject = f->segments[first] + ld_is_article(c, f->segments[first]);
    if (ld_word_is(c, i, "it") &&
        (is_titled(c, f->segments[first], from) || ld_is_word_of(c, subject, LD_WORDS_unnamed)))
        return; /* "leader Ana Lind said it felt", "A spokesman for Acme said it will" */
    for (uint32_t k = i + 2; k < f->limit; k++) /* "says it will close and that it is sold" */
        if (ld_atom_is(c, k - 1, LD_CONNECTIVE) && is_link(c, k)) return;
    const bool person = !ld_word_is(c, i, "it") && !ld_atom_shaped(c, i, LD_PLURAL) && ld_is_confession(c, verb);
    if (!ld_is_boast(c, verb)) ld_add_piece(f, person ? LD_PIECE_ONESELF : LD_PIECE_SELF, from, i + 1);
}

bool ld_says_more(const struct ld_clause *c, uint32_t i) {
    return ld_word_is(c, i, "and") && ld_atom_is(c, i + 1, LD_SAY) && c->atoms[i + 1].verb &&
           ld_is_word_of(c, c->verb, LD_WORDS_commenting) && !ld_is_protected(c, i) && !ld_is_protected(c, i + 2);
}

/* "Mara Lind [spoke about the storm and] said it was cold": what she said is the news. */
static void find_comment(struct ld_find *f, uint32_t first) {
    struct ld_clause *c = f->c;
    uint32_t i = c->verb + 1;
    if (!ld_is_word_of(c, c->verb, LD_WORDS_commenting)) return;
    while (i < f->limit && !ld_says_more(c, i) && !ld_is_protected(c, i)) i++;
    if (ld_says_more(c, i)) ld_add_piece(f, LD_PIECE_ONESELF, verb_begin(f, first), i + 1);
}

void ld_find_self(struct ld_find *f, uint32_t first) {
    find_self(f, first);
    find_comment(f, first);
    find_that(f);
    find_occasion(f);
    find_inner_lead(f);
}
