/* shorten_phrases.c - a clause in; out, as pieces, what stands in the middle of it and tells less than what follows: a
 * phrase of place or time before another one, and words that tell little. English. For shorten_reach.c. When unsure it
 * finds none. Source: ours, from what readers would rather print. */
#include "pick/shorten_words.h"

static bool has_name(const struct ld_clause *c, uint32_t from, uint32_t to) {
    while (from < to && !ld_atom_flagged(c, from, LD_CAPITAL)) from++;
    return from < to;
}

/* "at Harlan Mills", "on Monday night", "in May 1987": a name or a time ends it, so that nothing belongs to it; but not
 * "in hope of a good year". */
static bool is_place(const struct ld_clause *c, uint32_t from, uint32_t to) {
    for (uint32_t i = from + 1; i < to && !ld_atom_flagged(c, to - 1, LD_CAPITAL); i++)
        if (ld_atom_shaped(c, i, LD_TAKES_OF) && !ld_any_is(c, from, i, LD_TIME | LD_MONTH)) return false;
    return ld_atom_flagged(c, to - 1, LD_CAPITAL) || ld_atom_is(c, to - 1, LD_TIME | LD_MONTH) ||
           (ld_atom_flagged(c, to - 1, LD_NUMERIC) && ld_any_is(c, from, to, LD_TIME | LD_MONTH));
}

/* "for the first time": an end of its own, behind any phrase. */
static bool is_first_time(const struct ld_clause *c, uint32_t i) {
    return ld_word_is(c, i, "for") && ld_word_is(c, i + 1, "the") && ld_word_is(c, i + 3, "time");
}

/* "in Oxley, Bray, [on charges]": behind a second mark. */
static bool is_behind_pair(const struct ld_clause *c, uint32_t from, uint32_t i) {
    const uint32_t mark = ld_last_border(c, i - 1);
    return mark > from && ld_border(c, mark) == LD_COMMA && ld_atom_is(c, i, LD_PREPOSITION | LD_ADJUNCT);
}

/* At atom i, what may follow the phrase from atom from on, as it is told without that, too: another one, an infinitive,
 * a clause that tells when or why, what was done next. */
static bool may_follow(const struct ld_clause *c, uint32_t from, uint32_t i) {
    const uint8_t border = ld_border(c, i);
    if (border)
        return border == LD_COMMA &&
               (is_behind_pair(c, from, i) ||
                (ld_atom_shaped(c, i, LD_ENDS_PARTICIPLE) && !ld_atom_is(c, i, LD_PREPOSITION))); /* ", mending it" */
    if (ld_joins(c, i)) return ld_word_is(c, i, "and") && ld_is_verb(c, i + 1);
    for (uint32_t k = from; k < i; k++)
        if (ld_word_is(c, k, "same")) return false; /* "on the same night as" */
    if (ld_phrase_at(c, i, LD_PREPOSITION) > 1 ||
        (ld_is_word_of(c, i, LD_WORDS_since_what) && ld_atom_is(c, i, LD_PREPOSITION)))
        return true; /* "due to the storm", "amid fears" */
    if (ld_atom_shaped(c, i, LD_TAKES_OF) || ld_is_of_noun(c, i)) return false;
    if (ld_atom_is(c, i, LD_ADJUNCT) && ld_opens_clause(c, i)) return true;
    const bool place = is_place(c, from, i);
    if (ld_is_sure_infinitive(c, i + 1)) return place; /* not "in a refusal to sail" */
    if (ld_atom_is(c, i, LD_RELATIVE) && !ld_atom_is(c, i, LD_ADJUNCT)) return false;
    if (ld_word_is(c, i, "to") && ld_atom_is(c, i - 1, LD_TIME)) return false; /* "in nine months to May" */
    return is_first_time(c, i) || (ld_atom_is(c, i, LD_PREPOSITION) && place);
}

/* "in Oxley[, Bray], to ask": where the second name ends, if the first one does at atom i; or i. */
static uint32_t pair_end(const struct ld_clause *c, uint32_t i) {
    enum { NAMES = 2 }; /* words */
    uint32_t to = i;
    if (ld_border(c, i) != LD_COMMA || !ld_atom_flagged(c, i - 1, LD_CAPITAL)) return i;
    while (ld_atom_flagged(c, to, LD_CAPITAL) && (to == i || !ld_border(c, to))) to++;
    return to <= i + NAMES && !(ld_border(c, to) & ~LD_COMMA) ? to : i;
}

/* Whether what begins at atom i goes on with the phrase before it. */
static bool goes_on(const struct ld_clause *c, uint32_t i) {
    const uint32_t others = LD_PREPOSITION | LD_CONJUNCTION | LD_ADJUNCT | LD_RELATIVE | LD_AUXILIARY;
    return !ld_border(c, i) && !ld_is_protected(c, i) && !ld_phrase_at(c, i, LD_SAY) && !ld_is_verb(c, i) &&
           !ld_atom_shaped(c, i, LD_ENDS_PARTICIPLE) && ld_phrase_at(c, i, LD_PREPOSITION | LD_ADJUNCT) < 2 &&
           (!ld_atom_is(c, i, others) || ld_atom_shaped(c, i, LD_TAKES_OF) || ld_is_article(c, i));
}

/* "in corridors [this winter]", "[on Monday]", but not "in the last week". */
static bool begins_time(const struct ld_clause *c, uint32_t i) {
    return ld_piece_at(c, i, 1u << LD_PIECE_DAY) ||
           (ld_is_word_of(c, i, LD_WORDS_nearby) && !ld_atom_is(c, i - 1, LD_ARTICLE | LD_PREPOSITION));
}

/* Where the phrase ends that begins with the preposition at atom i, or i. */
static uint32_t phrase_end(const struct ld_clause *c, uint32_t i, uint32_t limit) {
    uint32_t to = i + 1;
    while (to < limit && goes_on(c, to) && !(to > i + 1 && begins_time(c, to))) to++;
    if (to == i + 1 || to >= limit || ld_is_protected(c, to) || ld_is_verb(c, to)) return i;
    if (ld_atom_is(c, i + 1, LD_PRONOUN)) return i;                                                /* "in its hands" */
    if (ld_is_plain(c, i + 1) && !ld_atom_is(c, to - 1, LD_TIME) && !has_name(c, i, to)) return i; /* "in principle" */
    if (ld_is_verb(c, i - 1) && !ld_is_behind_be(c, i - 1) && !is_place(c, i, to)) return i; /* "landed on a roof" */
    to = pair_end(c, to);
    if (to >= limit || ld_atom_is(c, to - 1, LD_PREPOSITION | LD_ARTICLE | LD_CONJUNCTION) ||
        ld_atom_shaped(c, to - 1, LD_ENDS_PARTICIPLE | LD_LIKE_PAST))
        return i;
    return may_follow(c, i, to) ? to : i;
}

/* "bread baked [in Bray]", "a year beginning [in May]": it tells of no verb, but of a participle of a noun. */
static bool is_of_participle(const struct ld_clause *c, uint32_t i) {
    return ld_atom_shaped(c, i - 1, LD_ENDS_PARTICIPLE | LD_LIKE_PAST) && !ld_is_noun_at(c, i - 1) &&
           !ld_is_verb(c, i - 1) && !ld_is_behind_be(c, i - 1);
}

/* "the third time [in two years]", "its highest [in 50 years]": how long since. */
static bool is_span(const struct ld_clause *c, uint32_t i) {
    return ld_word_is(c, i, "in") && ld_is_number(c, i + 1) && ld_atom_is(c, i + 2, LD_TIME);
}

/* No verb or noun before it calls for the preposition at atom i. */
static bool is_free(const struct ld_clause *c, uint32_t i) {
    const bool taken = ld_atom_shaped(c, i - 1, LD_TAKES) && c->atoms[i - 1].shape & c->atoms[i].shape & LD_TAKES;
    return !taken && !ld_begins_as(c, i - 1, LD_WORDS_calling) && !ld_is_of_noun(c, i) && !ld_is_of_verb(c, i, i) &&
           !ld_is_put(c, i) && !ld_opens_clause(c, i) && !is_of_participle(c, i) && !is_span(c, i) &&
           !ld_atom_is(c, i - 1, LD_BE | LD_PREPOSITION); /* "closed in on Lind" */
}

/* "spent [last week] in Oxley", "the [last week]": atom i has what belongs to it before it. */
static bool is_taken(const struct ld_clause *c, uint32_t i) {
    const uint32_t before = i - 1;
    const bool verb = ld_is_verb(c, before) || ld_is_infinitive(c, before) || ld_atom_is(c, before - 1, LD_AUXILIARY);
    return ld_atom_is(c, before, LD_PREPOSITION | LD_ARTICLE | LD_PRONOUN) ||
           (verb && !ld_atom_shaped(c, before, LD_INTRANSITIVE));
}

/* "[next month]", "[late last week]": where it ends, or i. */
static uint32_t time_end(const struct ld_clause *c, uint32_t i) {
    uint32_t to = i;
    while (ld_is_word_of(c, to, LD_WORDS_nearby)) to++;
    if (to == i || is_taken(c, i)) return i;
    const uint32_t from = to;
    while (ld_atom_is(c, to, LD_TIME | LD_MONTH) && !ld_border(c, to)) to++;
    return to > from && may_follow(c, i, to) ? to : i;
}

/* "will [briefly] ask". */
static bool is_brief(const struct ld_clause *c, uint32_t i) {
    return ld_is_word_of(c, i, LD_WORDS_briefly) && !ld_border(c, i + 1) &&
           (ld_is_verb(c, i + 1) || ld_is_infinitive(c, i + 1) ||
            ld_atom_shaped(c, i + 1, LD_LIKE_PAST | LD_ENDS_PARTICIPLE));
}

void ld_find_phrases(struct ld_find *f) {
    const struct ld_clause *c = f->c;
    uint32_t behind = 0; /* the phrase before */
    for (uint32_t i = 1; c->whole && i + 1 < f->limit; i++) {
        if ((ld_border(c, i) && i != behind) || ld_is_protected(c, i)) continue;
        const bool phrase = i > c->head + 1 && ld_is_word_of(c, i, LD_WORDS_placing) && is_free(c, i);
        const uint32_t to = phrase ? phrase_end(c, i, f->limit) : time_end(c, i);
        if (to > i) ld_add_piece(f, LD_PIECE_PHRASE, i, behind = to);
        if (is_brief(c, i)) ld_add_piece(f, LD_PIECE_PHRASE, i, i + 1);
    }
}
