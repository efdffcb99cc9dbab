/* shorten_present.c - a clause and a word of it, not the first, whose form can be a verb's in the present in, whether
 * it is one there out: "gives", "plans", "cover", which are nouns as often. Told by what stands beside it. Source: as
 * shorten_words.c.
 */
#include <string.h>

#include "pick/shorten_words.h"

/* "1.5 billion Harlan crowns", "nine new Harlan tests": counted, so that what follows the capitals is no verb. */
static bool is_counted(const struct ld_clause *c, uint32_t i) {
    enum { NEAR = 3 }; /* words between */
    while (ld_atom_flagged(c, i - 1, LD_CAPITAL)) i--;
    for (uint32_t from = i; i && from - i < NEAR; i--) {
        const struct ld_atom *before = ld_atom_at(c, i - 1);
        if (before->facts || before->flags) break;
    }
    return ld_is_number(c, i - 1);
}

/* "a hoard of Oxley coins to", "a set of Harlan boats in": of what, and no verb that stands alone or calls for what
 * follows. */
static bool is_of_name(const struct ld_clause *c, uint32_t i) {
    return !(c->atoms[i].shape & (LD_INTRANSITIVE | (ld_atom_at(c, i + 1)->shape & LD_TAKES))) &&
           ld_atom_shaped(c, i - 2, LD_TAKES_OF) && ld_atom_is(c, i - 2, LD_PREPOSITION) &&
           ld_atom_at(c, i - 3)->facts == 0 && ld_atom_is(c, i - 4, LD_ARTICLE) &&
           !ld_atom_shaped(c, i - 4, LD_DEFINITE);
}

/* What can be a verb by its form alone is one after what can be a subject, and before what can be an object. */
static bool between_nouns(const struct ld_clause *c, uint32_t i) {
    const struct ld_atom *before = ld_atom_at(c, i - 1);
    if (ld_border(c, i + 1)) return false;
    return (ld_atom_is(c, i + 1, LD_ARTICLE) && !ld_atom_is(c, i + 1, LD_RELATIVE)) ||
           (before->facts & LD_PRONOUN && !(before->facts & LD_RELATIVE)) ||
           (before->flags & LD_CAPITAL && !is_counted(c, i) && !(before->marks & LD_QUOTED) &&
            ((ld_atom_is(c, i + 1, LD_PREPOSITION) && !is_of_name(c, i)) || ld_atom_flagged(c, i + 1, LD_CAPITAL)));
}

/* "the fair kicks off with a race", "the find backs up what": a verb's particle, and no verb of another is near. */
static bool is_with_particle(const struct ld_clause *c, uint32_t i) {
    const struct ld_atom *before = ld_atom_at(c, i - 1);
    return ld_is_word_of(c, i + 1, LD_WORDS_upward) && !ld_border(c, i + 2) && !(before->facts & LD_CLOSED) &&
           !(before->shape & (LD_ENDS_S | LD_ENDS_PAST | LD_ENDS_PARTICIPLE | LD_HYPHENED)) &&
           !ld_is_number(c, i + 2) && !ld_word_is(c, 1, "time"); /* "Every time a boat sets off, .." */
}

/* "women", "people": no ending tells that there are many. */
bool ld_is_many(const struct ld_clause *c, uint32_t i) {
    const struct ld_word *word = ld_token_word(c->doc, c->atoms[i].token);
    return (word->length > 2 && !memcmp(ld_folded_of(word) + word->length - 3, "men", 3)) ||
           ld_is_word_of(c, i, LD_WORDS_many);
}

/* Whether the verb at atom i has its object behind it, and a noun that it can be of, for its number, far before it. */
static bool many_before(const struct ld_clause *c, uint32_t i) {
    const struct ld_atom *before = ld_atom_at(c, i - 1);
    if (!ld_atom_is(c, i + 1, LD_ARTICLE) || before->facts & (LD_CLOSED | LD_AUXILIARY) ||
        before->shape & (LD_ADVERB | LD_VERB_BASE | LD_VERB_OR_NOUN))
        return false;
    for (uint32_t k = i - 1; !c->atoms[k].border && !c->atoms[k].verb; k--)
        if (c->atoms[k].shape & LD_LIKE_PRESENT && !c->atoms[k].flags) return true;
    return false;
}

/* "bread which covers the bay", "mills, which still bake rye": atom i stands where the verb of a relative pronoun does,
 * and no other verb before the next phrase. */
static bool is_of_relative(const struct ld_clause *c, uint32_t i) {
    enum { NEAR = 5 }; /* words */
    uint32_t who = i - 1;
    while (who && c->atoms[who].shape & LD_ADVERB) who--;
    if (!ld_atom_is(c, who, LD_RELATIVE)) return false; /* most often */
    const bool that = who + 1 == i && (c->atoms[i].shape & LD_VERB_BASE || ld_word_is(c, i, "show")) &&
                      !c->atoms[who].border && ld_is_that(c, who) && ld_atom_shaped(c, who - 1, LD_LIKE_PRESENT) &&
                      ld_is_plain(c, who - 1); /* "rules that ban" */
    if (!(that || ld_is_word_of(c, who, LD_WORDS_relatives)) || ld_atom_is(c, who - 1, LD_PREPOSITION)) return false;
    if (who + 1 == i && ld_word_is(c, who, "who")) return true; /* "smiths who work nights are" */
    for (uint32_t k = i + 1; !that && k < c->count && k < i + NEAR; k++) {
        if (c->atoms[k].border || c->atoms[k].facts & (LD_PREPOSITION | LD_ARTICLE | LD_CONJUNCTION | LD_PRONOUN))
            break;
        if (c->atoms[k].facts & (LD_AUXILIARY | LD_PAST) || (c->atoms[k].shape & LD_ENDS_PAST))
            return false; /* "the bay in which rope makers have" */
    }
    return true;
}

/* "Drivers using the bridge in Oxley [face] nine months of delays": a noun far before it is of many. */
static bool is_facing(const struct ld_clause *c, uint32_t i) {
    if (!ld_word_is(c, i, "face") || ld_border(c, i + 1) || !(ld_is_number(c, i + 1) || ld_is_article(c, i + 1)))
        return false;
    for (uint32_t k = i; k-- && !c->atoms[k + 1].border && !c->atoms[k].verb;)
        if (ld_atom_shaped(c, k, LD_ENDS_S) && !c->atoms[k].facts && (!k || !c->atoms[k].flags)) return true;
    return false;
}

/* "a study of boats shows that few sink", but not "TV shows that sink". */
static bool is_showing_that(const struct ld_clause *c, uint32_t i) {
    const struct ld_atom *next = ld_atom_at(c, i + 2), *before = ld_atom_at(c, i - 1);
    return ld_word_is(c, i, "shows") && ld_is_that(c, i + 1) && !ld_border(c, i + 1) &&
           !(next->facts & (LD_AUXILIARY | LD_PAST | LD_NEGATION)) &&
           !(next->shape & (LD_VERB_BASE | LD_VERB_PRESENT)) && !(before->flags & LD_ALL_CAPITALS);
}

bool ld_is_present(const struct ld_clause *c, uint32_t i) {
    const struct ld_atom *atom = &c->atoms[i], *before = atom - 1;
    if (atom->facts & (LD_STOP | LD_TIME) || before->shape & LD_NUMBER_WORD ||
        (before->flags & LD_NUMERIC && !(before->shape & LD_HYPHENED))) /* "the 61-year-old needs" */
        return false;
    if (before->facts & (LD_PREPOSITION | LD_CONJUNCTION | LD_ARTICLE) && !(before->facts & LD_RELATIVE)) return false;
    if (atom->shape & LD_ENDS_S && before->shape & LD_ENDS_S && !(before->flags & LD_CAPITAL) &&
        !(atom->border && !ld_border(c, i + 1) && !ld_joins(c, i + 1)))
        return false;                                                       /* "officials plans" */
    if (before->facts & LD_TIME && ld_word_is(c, i - 2, "a")) return false; /* "a late rally" */
    if (atom->shape & LD_ENDS_S && ld_is_that(c, i - 1) && ld_atom_is(c, i + 1, LD_AUXILIARY) &&
        !ld_is_word_of(c, i + 1, LD_WORDS_singular) && ld_begins_as(c, i - 2, LD_WORDS_contents))
        return false; /* "a report that talks will" */
    if (is_of_relative(c, i) || is_facing(c, i) || is_showing_that(c, i)) return true;
    if (before->shape & (LD_ENDS_PAST | LD_ENDS_PARTICIPLE) && !(before->flags & LD_CAPITAL))
        return false; /* "rising" */
    if (atom->shape & LD_VERB_PRESENT) return true;
    const struct ld_atom *noun = before; /* "questions still linger" */
    while (noun > c->atoms && noun->shape & LD_PLAIN_ADVERB) noun--;
    static const char *const one[] = {"ss", NULL}; /* "a grass fire that" */
    const bool plural = (noun->shape & LD_ENDS_S && !ld_ends_with(c, (uint32_t)(noun - c->atoms), one)) ||
                        noun->facts & (LD_PRONOUN | LD_TIME) || ld_is_many(c, (uint32_t)(noun - c->atoms));
    if (atom->shape & LD_VERB_BASE && !plural && many_before(c, i))
        return true; /* "the rules of the state violate the law" */
    if (atom->shape & LD_VERB_BASE && !(atom->shape & LD_ENDS_S))
        return plural && !ld_border(c, i + 1) &&
               (ld_atom_is(c, i + 1, LD_ARTICLE | LD_PREPOSITION | LD_PRONOUN | LD_CONJUNCTION) ||
                ld_atom_flagged(c, i + 1, LD_CAPITAL));
    if (!(atom->shape & LD_VERB_OR_NOUN)) return false;
    if (ld_atom_at(c, i - 1)->shape & LD_PLURAL) return true; /* "they suspect" */
    if (atom->shape & LD_ENDS_S)                              /* "who plans", "a film that shows Oxley" */
        return between_nouns(c, i) || (ld_is_infinitive(c, i + 2) && !before->verb) || /* not "join forces to" */
               is_with_particle(c, i) ||
               (noun->facts & LD_RELATIVE && !ld_atom_is(c, i + 1, LD_PREPOSITION) &&
                !ld_atom_is(c, (uint32_t)(noun - c->atoms) - 1, LD_SAY)); /* not "saying that balloons" */
    if (before->shape & LD_ADVERB || (before->facts & LD_TIME && before->facts & LD_STOP))
        return !ld_border(c, i + 1) && !ld_word_is(c, i - 1, "last"); /* "now face", not "last fall" */
    const bool particle = ld_atom_is(c, i + 1, LD_PREPOSITION) && ld_atom_is(c, i + 1, LD_BOUND) &&
                          !ld_atom_shaped(c, i + 1, LD_TAKES); /* "the two face off" */
    const bool behind_day = noun->facts & LD_TIME && ld_atom_is(c, i - 2, LD_PREPOSITION) &&
                            ld_atom_flagged(c, i + 1, LD_CAPITAL); /* "prints hung on Monday show Oxley" */
    return behind_day ||
           (plural && (particle || ld_atom_is(c, i + 1, LD_ARTICLE) || ld_atom_shaped(c, i + 1, LD_MARKS_INFINITIVE)));
}
