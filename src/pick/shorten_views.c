/* shorten_views.c - a clause and where someone's words are in it in; whether they are no more than what that one
 * thinks, foresees, demands, weighs or has heard, out: then who says so stays. At the end it stays with plain facts
 * that are, too, where there is room, if they are not of one's own doings. English, by closed lists. Leaves where who
 * says so stands to shorten_said.c and shorten_source.c. Source: ours. */
#include <string.h>

#include "pick/shorten_words.h"

bool ld_is_demand(const struct ld_clause *c, uint32_t from, uint32_t to) {
    const uint32_t verb = ld_next_in(&c->sets, LD_SET_VERBS, from, to);
    return verb < to && !ld_is_protected(c, verb) && ld_is_word_of(c, verb, LD_WORDS_demands);
}

/* What someone thinks, or says in words of their own, is not so without them: "believes the plan will work", "said it
 * is a 'sham'". */
bool ld_is_thought(const struct ld_clause *c, uint32_t says, uint32_t from, uint32_t to) {
    if (ld_begins_as(c, says, LD_WORDS_thinking)) return true;
    for (uint32_t i = from; c->has_pairs && i < to; i++)
        if (c->atoms[i].marks & LD_QUOTED && (ld_is_verb(c, i) || ld_atom_is(c, i - 1, LD_BE))) return true;
    return false;
}

/* 'is trying to make "an air of haste"', from atom from to atom to: in the words of who says so. Not a title, a name,
 * what another said, nor what a noun is called: 'the "night shift" rule'. Its second word, or 0. */
uint32_t ld_find_wording(const struct ld_clause *c, uint32_t from, uint32_t to) {
    const uint32_t none = LD_STOP | LD_PREPOSITION | LD_CONJUNCTION | LD_TIME;
    if (!c->has_pairs || !c->endings->forms) return 0;
    for (uint32_t i = from; i < to; i++) {
        const uint32_t close = c->atoms[i].quote;
        if (ld_is_verb(c, i) && !ld_is_protected(c, i) && ld_atom_is(c, i, LD_SAY)) return 0;
        if (close == UINT32_MAX || close <= i || close >= to) continue;
        if (i ? c->atoms[i].flags & LD_CAPITAL : close + 1 < to) continue;
        if (close + 1 == to || ld_border(c, close + 1) || ld_atom_is(c, close + 1, none)) return i + 1;
    }
    return 0;
}

/* Adjectives and nouns that judge. */
static bool judges(const struct ld_clause *c, uint32_t i) {
    if (c->atoms[i].shape & (LD_ENDS_S | LD_ENDS_PAST | LD_VERB_PARTICIPLE) && ld_atom_is(c, i + 1, LD_PREPOSITION) &&
        !ld_is_infinitive(c, i + 2))
        return false; /* "was held by", but "is needed to mend it" */
    return ld_is_word_of(c, i, LD_WORDS_judging);
}

/* "has worked well", but not "is well known". */
static bool is_praise(const struct ld_clause *c, uint32_t i) {
    return ld_is_word_of(c, i, LD_WORDS_well) && ld_is_verb(c, i - 1) &&
           (ld_border(c, i + 1) || ld_joins(c, i + 1) || ld_atom_is(c, i + 1, LD_PREPOSITION));
}

/* The verb group that begins at atom i foresees: "will", "may not". */
static bool foresees(const struct ld_clause *c, uint32_t i) {
    for (; ld_is_verb(c, i); i++)
        if (ld_is_word_of(c, i, LD_WORDS_foreseeing)) return true;
    return false;
}

/* "seems to work", "appears ready": the verb group begins at atom i. */
static bool seems(const struct ld_clause *c, uint32_t i) {
    if (ld_is_word_of(c, i, LD_WORDS_appearing))
        return !ld_atom_is(c, i + 1, LD_PREPOSITION | LD_TIME | LD_ADJUNCT) || ld_is_infinitive(c, i + 2);
    return !strncmp(ld_folded(c, i), "seem", 4);
}

/* "is really unfair", "were concrete", "has an exclusive right": the verb group begins at atom i. */
static bool is_judgement(const struct ld_clause *c, uint32_t i) {
    bool links = false;
    if (seems(c, i)) return true;
    for (; ld_is_verb(c, i) || ld_atom_is(c, i, LD_BE | LD_NEGATION) || ld_atom_shaped(c, i, LD_ADVERB); i++) {
        if (judges(c, i) || is_praise(c, i)) return true; /* "are likely" */
        links = ld_atom_is(c, i, LD_AUXILIARY | LD_BE) || !ld_is_verb(c, i);
    }
    if (!links) return false;
    const bool noun = ld_atom_is(c, i, LD_ARTICLE);
    if (ld_word_is(c, 0, "there")) return false; /* "There is a good chance that": what follows matters */
    for (uint32_t k = i; !ld_border(c, k) && !ld_is_protected(c, k); k++) {
        if (judges(c, k)) return true;
        if (!noun || ld_atom_is(c, k, LD_PREPOSITION | LD_RELATIVE | LD_CONJUNCTION)) return false;
    }
    return false;
}

/* "Ashby is a 'known liar', Lind said": hers alone. */
static bool is_verdict(const struct ld_clause *c, uint32_t to) {
    for (uint32_t i = 1; c->has_pairs && i < to; i++)
        if (c->atoms[i].marks & LD_QUOTED && !(ld_atom_at(c, i - 1)->marks & LD_QUOTED) &&
            ld_atom_is(c, i - 1, LD_ARTICLE) && ld_atom_is(c, i - 2, LD_BE) && ld_atom_is(c, i - 2, LD_AUXILIARY))
            return true;
    return false;
}

/* ", a poll suggests", ", the paper was quoted as saying", ", according to a report": nobody vouches for it. */
static bool is_hearsay(const struct ld_clause *c, uint32_t from) {
    enum { SHORT = 5 }; /* words */
    const bool according = ld_word_is(c, from, "according");
    if (according && c->count - from > SHORT) return false; /* a document, more likely */
    for (uint32_t i = from; i < c->count; i++)
        if (according ? ld_is_word_of(c, i, LD_WORDS_hearsay)
                      : ld_is_verb(c, i) && ld_is_word_of(c, i, LD_WORDS_doubtful))
            return true;
    return false;
}

/* "US", "Danish", "Ontario's": of which state someone is, by the word at atom i; not of that at atom own. */
static bool is_of_another(const struct ld_clause *c, uint32_t i, uint32_t own) {
    enum { SAME = 4 }; /* bytes of a name and what comes of it */
    if (!ld_atom_flagged(c, i, LD_CAPITAL) || !strncmp(ld_folded(c, i), ld_folded(c, own), SAME)) return false;
    return ld_is_word_of(c, i, LD_WORDS_countries) || ld_atom_shaped(c, i, LD_ENDS_GENITIVE) ||
           c->atoms[i].flags & LD_ALL_CAPITALS || c->atoms[i].facts & LD_ABBR_EITHER || ld_ends_as_nation(c, i);
}

/* "Norway will build a port, the transport ministry said": a state's own plan or deed. */
static bool is_of_state(const struct ld_clause *c, uint32_t from, uint32_t to, uint32_t begin, uint32_t end) {
    uint32_t rules = from;
    while (end > begin && (ld_atom_shaped(c, end - 1, LD_ADVERB) || ld_is_when(c, end - 1))) end--;
    if (end == begin || !(ld_is_word_of(c, end - 1, LD_WORDS_powers) ||
                          (ld_is_word_of(c, end - 1, LD_WORDS_countries) && end <= begin + 3)))
        return false;
    while (rules < to && !ld_is_word_of(c, rules, LD_WORDS_ruling)) rules++;
    for (uint32_t i = from; i < rules; i++)
        if (is_of_another(c, i, end - 1)) return false;
    return rules < to;
}

/* Whether who says so, in [from, to), speaks of his own: "the company said", "officials said", "chairman Ana Lind
 * said"; or is named in the subject of what is said, in [begin, end). A guess is no plan: an official may speak of
 * others. */
static bool is_of_own(const struct ld_clause *c, uint32_t from, uint32_t to, uint32_t begin, uint32_t end, bool guess) {
    if (ld_is_word_of(c, ld_atom_is(c, from, LD_ARTICLE) ? from + 1 : from, LD_WORDS_heads)) return true;
    if (!guess && is_of_state(c, from, to, begin, end)) return true;
    for (uint32_t i = from; i < to; i++) {
        if (!(c->atoms[i].flags & LD_CAPITAL) && ld_is_word_of(c, i, LD_WORDS_spokesmen) &&
            !(guess && ld_is_word_of(c, i, LD_WORDS_clerks)))
            return true;
        if (ld_is_word_of(c, i, LD_WORDS_arrangers) && ld_is_word_of(c, i - 1, LD_WORDS_leads)) return true;
        const uint32_t name = c->doc->tokens[c->atoms[i].token].word;
        for (uint32_t k = begin; c->atoms[i].flags & LD_CAPITAL && k < end; k++)
            if (c->atoms[k].flags & LD_CAPITAL && c->doc->tokens[c->atoms[k].token].word == name) return true;
    }
    return false;
}

static bool is_own(const struct ld_clause *c, uint32_t from, uint32_t to, uint32_t begin, uint32_t end) {
    return is_of_own(c, from, to, begin, end, ld_is_word_of(c, end, LD_WORDS_guessing));
}

/* "announced", "has confirmed": it is settled. */
static bool settles(const struct ld_clause *c, uint32_t from, uint32_t to) {
    for (uint32_t i = from; i < to; i++)
        if (ld_atom_is(c, i, LD_SAY) && ld_begins_as(c, i, LD_WORDS_settling)) return true;
    return false;
}

/* "shows a way", "has proved itself", "is an example", "did not reflect": what it comes to, or that it is not so, as
 * who says so, in [from, to), sees it, if he does not speak of his own, in [begin, verb). But a figure is a fact. */
static bool weighs(const struct ld_clause *c, uint32_t from, uint32_t to, uint32_t begin, uint32_t verb) {
    enum { NEAR = 10 };                                                                        /* words */
    bool found = ld_is_word_of(c, verb - 1, LD_WORDS_weighing), denies = false, links = false; /* "purposely broke" */
    uint32_t i = verb;
    for (; ld_is_verb(c, i) || ld_atom_is(c, i, LD_BE | LD_NEGATION) || ld_atom_shaped(c, i, LD_ADVERB); i++) {
        found |= ld_is_word_of(c, i, LD_WORDS_weighing);
        denies |= ld_atom_is(c, i, LD_NEGATION);
        links = ld_atom_is(c, i, LD_BE);
    }
    for (uint32_t k = i; links && ld_atom_is(c, i, LD_ARTICLE) && !ld_border(c, k); k++) {
        if (ld_atom_is(c, k, LD_PREPOSITION | LD_RELATIVE | LD_CONJUNCTION)) break;
        found |= ld_is_word_of(c, k, LD_WORDS_weighing);
    }
    if (!found && !denies) return false;
    for (uint32_t k = i; k < i + NEAR && !ld_border(c, k); k++)
        if (c->atoms[k].flags & LD_NUMERIC) return false;
    return !is_of_own(c, from, to, begin, verb, found);
}

bool ld_is_weighed(const struct ld_clause *c, uint32_t from, uint32_t verb) {
    return !settles(c, c->verb, c->verb + 1) && weighs(c, 0, c->verb, from, verb);
}

/* ", according to a study", ", a poll of smiths showed". */
static bool is_study(const struct ld_clause *c, uint32_t from) {
    enum { NEAR = 6 }; /* words */
    const uint32_t begin = from + ld_phrase_at(c, from, LD_SAY);
    for (uint32_t i = begin; i < begin + NEAR && i < c->count && !ld_atom_is(c, i, LD_PREPOSITION); i++)
        if (!ld_atom_flagged(c, i, LD_CAPITAL) && ld_is_word_of(c, i, LD_WORDS_studies)) return true;
    return false;
}

bool ld_weighs_source(const struct ld_clause *c, uint32_t from) {
    if (!c->whole || c->head >= from || ld_is_protected(c, c->head)) return false;
    return !settles(c, from, c->count) && (weighs(c, from, c->count, 0, c->head) || is_study(c, from));
}

bool ld_is_of_war(const struct ld_clause *c, uint32_t from) {
    enum { NEAR = 6 }; /* words */
    bool found = false;
    if (!c->whole || c->head >= from || settles(c, from, c->count)) return false;
    for (uint32_t i = 0; i < from && i < c->head + NEAR && !found; i++) found = ld_is_word_of(c, i, LD_WORDS_forces);
    return found && !is_of_own(c, from, c->count, 0, c->head, true);
}

/* "the opposition said", "rebels say": who has a side in it, in [from, to), and does not speak of his own, in [begin,
 * verb). */
static bool is_partisan(const struct ld_clause *c, uint32_t from, uint32_t to, uint32_t begin, uint32_t verb) {
    bool found = false;
    for (uint32_t i = from; i < to; i++) found |= ld_is_word_of(c, i, LD_WORDS_partisans);
    return found && !is_own(c, from, to, begin, verb);
}

bool ld_is_opinion(const struct ld_clause *c, uint32_t from, uint32_t verb) {
    return is_judgement(c, verb) || is_partisan(c, 0, c->verb, from, verb) ||
           (foresees(c, verb) && !settles(c, c->verb, c->verb + 1) && !is_own(c, 0, c->verb, from, verb));
}

bool ld_is_boast(const struct ld_clause *c, uint32_t verb) {
    return ld_begins_as(c, c->verb, LD_WORDS_boasting) || is_judgement(c, verb);
}

/* ", a court heard", ", the jury was told": what is not yet found to be so. */
static bool is_heard(const struct ld_clause *c, uint32_t from) {
    for (uint32_t i = from + 1; i < c->count; i++)
        if (ld_word_is(c, i, "heard") || (ld_atom_is(c, i, LD_BE) && ld_atom_is(c, i + 1, LD_TELL))) return true;
    return false;
}

bool ld_needs_source(const struct ld_clause *c, uint32_t from) {
    if (!c->endings->forms) return false;
    const bool main = c->whole && c->head < from && !ld_is_protected(c, c->head);
    if (ld_is_demand(c, main ? c->head : 0, main ? c->head + 1 : from) || is_verdict(c, from) || is_heard(c, from))
        return true;
    if (!c->whole || ld_atom_is(c, from, LD_PRONOUN) || ld_atom_is(c, c->count - 1, LD_PRONOUN)) return false;
    return is_judgement(c, c->head) || is_hearsay(c, from) || is_partisan(c, from, c->count, 0, c->head) ||
           (foresees(c, c->head) && !settles(c, from, c->count) && !is_own(c, from, c->count, 0, c->head));
}

/* "rose", "was": what was is a fact more often than what is. But "was now" is told as it was said. */
static bool is_past(const struct ld_clause *c, uint32_t verb) {
    if (ld_word_is(c, verb + 1, "now")) return false;
    return c->atoms[verb].facts & LD_PAST || ld_atom_shaped(c, verb, LD_ENDS_PAST) ||
           ld_is_word_of(c, verb, LD_WORDS_was);
}

/* "said it would", "had sold", "was closing": of what will be, was done and is, as what was said is told. The same
 * words without "said" say something else; but "was closed" may be so. The verb group begins at atom i. */
bool ld_is_shifted(const struct ld_clause *c, uint32_t i) {
    if (ld_is_word_of(c, i, LD_WORDS_shifted)) return true;
    if (!ld_is_word_of(c, i, LD_WORDS_was)) return false;
    const bool had = ld_word_is(c, i, "had");
    while (ld_atom_is(c, i + 1, LD_NEGATION | LD_TIME) || ld_atom_shaped(c, i + 1, LD_ADVERB)) i++;
    return had == ld_atom_shaped(c, i + 1, LD_ENDS_PAST | LD_VERB_PARTICIPLE);
}

/* "is adding to it", "needs a new roof", "was working": how things stand, as who says so sees them, not of his own
 * doings. What is said begins at atom from, its verb group at atom i. */
bool ld_is_state(const struct ld_clause *c, uint32_t from, uint32_t i) {
    if (ld_is_shifted(c, i)) return true;
    if (settles(c, c->verb, c->verb + 1) || is_own(c, 0, c->verb, from, i)) return false;
    return !(ld_word_is(c, i, "has") || ld_word_is(c, i, "have") || is_past(c, i));
}

bool ld_is_claim(const struct ld_clause *c, uint32_t from) {
    const uint32_t source = from + ld_phrase_at(c, from, LD_SAY);
    if (!c->endings->forms || settles(c, from, c->count)) return false;
    if (source > from + 1 && *ld_folded(c, source) == 'a') return false; /* "according to a list": nobody's word */
    return !(c->whole && c->head < from && (is_past(c, c->head) || is_own(c, from, c->count, 0, c->head)));
}

bool ld_is_confession(const struct ld_clause *c, uint32_t verb) {
    return !foresees(c, verb) && !settles(c, c->verb, c->verb + 1);
}
