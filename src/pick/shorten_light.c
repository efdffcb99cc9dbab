/* shorten_light.c - a clause and the last atom that stays in; out, how much what ends there leaves to be asked: "filed
 * a petition [to stop the sale]", "broke the record [for ..]". A noun phrase of hardly more than a noun, behind a verb,
 * that goes without the words that say which one. What nouns mean is not looked for. */
#include <string.h>

#include "pick/shorten_words.h"

enum { REACH = 12 }; /* words between a verb and the preposition that it calls for */

static const double OWNED = 2; /* "the mill's 9 mln dlrs [of debt]": as much as two bare verbs */

static const double CALLED_FOR = 0.5, SHARE = 1;

/* The words that call for a preposition: nouns right before it, verbs before their object. */
struct callers {
    const char *preposition;
    enum ld_word_list nouns, verbs;
};

/* Those of the one at atom i, or NULL. */
static const struct callers *callers_at(const struct ld_clause *c, uint32_t i) {
    static const struct callers rows[] = {
        {"about", LD_WORDS_nouns_about, LD_WORDS_none},     {"against", LD_WORDS_nouns_against, LD_WORDS_none},
        {"as", LD_WORDS_nouns_as, LD_WORDS_calls_as},       {"at", LD_WORDS_none, LD_WORDS_calls_at},
        {"between", LD_WORDS_nouns_with, LD_WORDS_none},    {"for", LD_WORDS_nouns_for, LD_WORDS_calls_for},
        {"from", LD_WORDS_nouns_from, LD_WORDS_calls_from}, {"in", LD_WORDS_nouns_in, LD_WORDS_none},
        {"into", LD_WORDS_nouns_into, LD_WORDS_calls_into}, {"on", LD_WORDS_nouns_on, LD_WORDS_calls_on},
        {"over", LD_WORDS_nouns_over, LD_WORDS_none},       {"to", LD_WORDS_nouns_to, LD_WORDS_calls_to},
        {"under", LD_WORDS_none, LD_WORDS_calls_under},     {"with", LD_WORDS_nouns_with, LD_WORDS_calls_with}};
    const char *word = ld_folded(c, i);
    if (!ld_atom_is(c, i, LD_PREPOSITION) || ld_atom_is(c, i + 1, LD_TIME)) return NULL;
    for (size_t n = 0; n < sizeof rows / sizeof *rows; n++)
        if (*rows[n].preposition == *word && !strcmp(rows[n].preposition, word)) return &rows[n];
    return NULL;
}

bool ld_is_of_noun(const struct ld_clause *c, uint32_t i) {
    const struct callers *callers = ld_border(c, i) ? NULL : callers_at(c, i);
    return callers && ld_is_word_of(c, i - 1, callers->nouns);
}

/* A word of the open classes that says which or what. */
static bool tells(const struct ld_clause *c, uint32_t i) {
    return !(c->atoms[i].facts & LD_CLOSED) && !(c->atoms[i].shape & (LD_ADVERB | LD_NUMBER_WORD)) &&
           !(c->atoms[i].flags & LD_NUMERIC);
}

/* Whether at atom i, behind a noun, words begin that belong to it and tell which one: "of the town", "who left",
 * "honouring her", "made in May", "it had made", "[a plan] to build". */
static bool tells_which(const struct ld_clause *c, uint32_t i) {
    const struct ld_atom *atom = &c->atoms[i];
    const bool relative = ld_atom_is(c, i, LD_RELATIVE) && !ld_atom_is(c, i, LD_ADJUNCT);
    if (ld_border(c, i)) return relative;
    if (relative || atom->shape & LD_TAKES_OF) return true;
    if (ld_is_sure_infinitive(c, i + 1)) return true;
    if (atom->shape & LD_ENDS_PARTICIPLE && !(atom->facts & LD_PREPOSITION)) return true;
    if (atom->shape & LD_LIKE_PAST && !atom->verb) return ld_atom_is(c, i + 1, LD_PREPOSITION);
    return atom->facts & LD_PRONOUN && ld_is_verb(c, i + 1);
}

/* "in slow trading": a noun, though it ends as a participle. */
static bool is_gerund(const struct ld_clause *c, uint32_t i) {
    const struct ld_atom *before = ld_atom_at(c, i - 1);
    return !(before->facts | before->flags | c->atoms[i].border | before->border) &&
           ld_atom_is(c, i - 2, LD_PREPOSITION) &&
           !ld_atom_shaped(c, i - 2, LD_MARKS_INFINITIVE | LD_TAKES_AS | LD_TAKES_WITH);
}

static bool is_verbal(const struct ld_clause *c, uint32_t i) {
    return ld_is_verb(c, i) || ld_is_infinitive(c, i) ||
           (ld_atom_shaped(c, i, LD_ENDS_PARTICIPLE) && !is_gerund(c, i) &&
            !(ld_word_is(c, i, "missing") && ld_atom_is(c, i - 1, LD_BE)));
}

/* "will open", "did not open". */
static bool is_behind_modal(const struct ld_clause *c, uint32_t i) {
    const uint32_t modal = i - (ld_atom_is(c, i - 1, LD_NEGATION) || ld_word_is(c, i - 1, "ever") ? 2 : 1);
    return ld_is_verb(c, modal) && ld_atom_is(c, modal, LD_AUXILIARY) &&
           ld_atom_shaped(c, i, LD_VERB_BASE | LD_VERB_OR_NOUN);
}

bool ld_is_happening(const struct ld_clause *c, uint32_t i) {
    if (!c->atoms[i].verb || !ld_is_word_of(c, i, LD_WORDS_happenings)) return false;
    while (--i > c->verb && !c->atoms[i].verb && !c->atoms[i].border)
        if (ld_opens_clause(c, i)) return ld_atom_is(c, i, LD_ADJUNCT) && !ld_atom_is(c, i, LD_RELATIVE);
    return false;
}

/* Whether the noun at atom i calls for what begins at atom next: "a probe .. into", "rumours .. that", "plans .. to".
 */
static bool is_noun_of(const struct ld_clause *c, uint32_t i, uint32_t next) {
    const struct callers *callers = callers_at(c, next);
    if (!ld_is_plain(c, i) || is_verbal(c, i) || is_behind_modal(c, i)) return false;
    if (ld_is_sure_infinitive(c, next + 1)) return ld_is_word_of(c, i, LD_WORDS_undertakings);
    if (ld_is_that(c, next)) return ld_begins_as(c, i, LD_WORDS_contents) && !ld_is_verb(c, next + 1);
    return callers && ld_is_word_of(c, i, callers->nouns);
}

uint32_t ld_find_parting(const struct ld_clause *c, uint32_t i) {
    enum { FAR = 9 }; /* words */
    if (ld_border(c, i) || !(ld_atom_is(c, i, LD_PREPOSITION) || ld_is_that(c, i))) return 0;
    for (uint32_t k = i; --k > c->verb && k + FAR > i;) {
        const struct ld_atom *atom = &c->atoms[k];
        const bool named = ld_atom_flagged(c, k - 1, LD_CAPITAL) && ld_atom_flagged(c, k + 1, LD_CAPITAL);
        if (atom->border || atom->verb || (ld_joins(c, k) && !named) || ld_opens_clause(c, k) ||
            ld_is_infinitive(c, k) || ld_atom_is(c, k, LD_NEGATION) ||
            (atom->shape & LD_ENDS_PARTICIPLE && !ld_atom_is(c, k, LD_PREPOSITION)))
            return 0;
        if (ld_is_word_of(c, k, LD_WORDS_parting) && is_noun_of(c, k - 1, i) && !is_noun_of(c, k - 1, k)) return k;
        const bool applies =
            (ld_word_is(c, k, "with") || ld_word_is(c, k, "from")) && ld_is_word_of(c, k - 1, LD_WORDS_applying);
        if (applies && !ld_any_is(c, k, i, LD_BYLINE_START) &&
            (ld_word_is(c, i, "for") || ld_is_sure_infinitive(c, i + 1)))
            return k; /* "filed [with the guild] for a loan" */
    }
    return 0;
}

/* A bare verb: "has appealed [to the court]", "a kingdom nestling [in the hills]". A passive is told at least in part,
 * and where it is not the main one's, in whole. */
static double bare_verb(const struct ld_clause *c, uint32_t last) {
    const uint32_t be = last - 1 - !!ld_atom_shaped(c, last - 1, LD_ENDS_ADVERB); /* "was hastily sold" */
    const bool passive = ld_atom_is(c, be, LD_BE) && !ld_atom_shaped(c, last, LD_ENDS_PARTICIPLE);
    if (ld_border(c, last + 1)) return 0;
    if (ld_is_that(c, last + 1)) return 1; /* "was shocked [that they left]" */
    if (!ld_atom_is(c, last + 1, LD_PREPOSITION) || ld_atom_is(c, last + 2, LD_TIME)) return 0;
    if (passive) return last == c->verb ? 0.75 : 0;
    if (ld_is_happening(c, last)) return 0;
    if (c->atoms[last].verb && c->atoms[last].shape & LD_INTRANSITIVE)
        return ld_atom_is(c, last + 1, LD_CONJUNCTION) && !ld_atom_shaped(c, last + 1, LD_TAKES_AS) ? 0 : 0.5;
    return 1;
}

/* "eight years", "15 years": of what? */
static bool is_span(const struct ld_clause *c, uint32_t i) {
    return ld_atom_is(c, i, LD_TIME) && ld_is_number(c, i - 1);
}

/* Of the main clause, or of what is said. */
static uint32_t last_main_verb(const struct ld_clause *c) {
    uint32_t i = c->complement;
    if (!c->says) return i;
    for (i = c->verb + 1; i < c->count && !ld_is_verb(c, i);) i++;
    i = ld_group_end(c, i);
    if (is_behind_modal(c, i + 1)) i++;
    return ld_is_infinitive(c, i + 2) ? i + 2 : i;
}

bool ld_is_of_verb(const struct ld_clause *c, uint32_t from, uint32_t i) {
    const struct callers *callers = callers_at(c, i);
    if (!callers || callers->verbs == LD_WORDS_none || ld_is_sure_infinitive(c, i + 1) || ld_opens_clause(c, i))
        return false;
    for (uint32_t k = from; k-- && from - k < REACH && !c->atoms[k].border;) {
        if (is_verbal(c, k) || is_behind_modal(c, k)) return ld_begins_as(c, k, callers->verbs);
        if (ld_joins(c, k)) return false;
    }
    return false;
}

/* "chose Oxley [as its home]". */
static bool is_called_for(const struct ld_clause *c, uint32_t i) { return !ld_border(c, i) && ld_is_of_verb(c, i, i); }

/* "9 pct [of the mill]": a share of what? */
static bool is_share(const struct ld_clause *c, uint32_t i) {
    return ld_atom_shaped(c, i + 1, LD_TAKES_OF) && ld_is_word_of(c, i, LD_WORDS_measures) && !ld_border(c, i + 1);
}

/* "issued a statement[, saying ..]", "posted the names", but not "for the northern rope series". */
static bool is_vague(const struct ld_clause *c, uint32_t last) {
    const bool vague = ld_is_word_of(c, last, LD_WORDS_vague) || (ld_is_word_of(c, last, LD_WORDS_vague_alone) &&
                                                                  ld_atom_is(c, last - 1, LD_ARTICLE | LD_PRONOUN));
    return vague && last + 1 != c->attribution;
}

double ld_lightness(const struct ld_clause *c, uint32_t last) {
    uint32_t words = 0, i = last;
    if (last + 1 >= c->count) return 0;
    if (!c->endings->forms) return ld_by_endings(c) ? ld_calls_for_next(c, last) : 0;
    if (ld_is_word_of(c, last + 1, LD_WORDS_conditions)) return CALLED_FOR;
    const bool verb = is_verbal(c, last) || is_behind_modal(c, last);
    if (!verb && (ld_is_of_noun(c, last + 1) || is_called_for(c, last + 1))) return CALLED_FOR;
    if (c->atoms[last].flags & LD_CAPITAL) return 0;
    if (is_vague(c, last)) return CALLED_FOR;
    if (verb) return bare_verb(c, last);
    if (is_span(c, last) && ld_atom_shaped(c, last + 1, LD_TAKES_IN)) return 0.5;
    if (ld_is_owned_amount(c, last)) return OWNED;
    if (is_share(c, last)) return SHARE;
    if (!tells(c, last)) return 0;
    for (bool whose = false; i == last || (!is_verbal(c, i) && !is_behind_modal(c, i)); i--) { /* back to the verb */
        whose = (whose && !ld_atom_is(c, i, LD_PREPOSITION)) || ld_atom_shaped(c, i, LD_ENDS_GENITIVE);
        if (c->atoms[i].border || (c->atoms[i].flags & LD_CAPITAL && !whose)) return 0; /* named */
        words += (tells(c, i) || is_span(c, i)) && !whose;                              /* "eight years in prison" */
    }
    /* all that the sentence says is one word, or that word is not told */
    const bool quality = ld_atom_is(c, i, LD_BE) && !ld_any_is(c, i + 1, last, LD_ARTICLE) &&
                         !ld_atom_flagged(c, last - 1, LD_NUMERIC); /* "is too short [for them]" */
    const bool all = !quality && i == last_main_verb(c) && !ld_border(c, last + 1) &&
                     ld_atom_is(c, last + 1, LD_PREPOSITION) && !ld_atom_is(c, last + 2, LD_TIME) &&
                     !ld_atom_shaped(c, last + 1, LD_TAKES_AS);
    return words && words <= 2 && (all || tells_which(c, last + 1)) ? 0.5 / words : 0;
}

/* Whether what ends with atom i is told: nothing behind it says which or what. */
bool ld_is_told(const struct ld_clause *c, uint32_t i) {
    if (ld_lightness(c, i) > 0) return false;
    if (ld_border(c, i + 1)) return ld_border(c, i + 1) == LD_COMMA;
    if (c->atoms[i].verb || ld_atom_shaped(c, i, LD_ENDS_PARTICIPLE | LD_ADVERB) || ld_atom_is(c, i, LD_STOP) ||
        ld_atom_is(c, i - 1, LD_AUXILIARY) ||
        (ld_atom_is(c, i + 1, LD_PREPOSITION) && ld_atom_is(c, i + 2, LD_RELATIVE))) /* "a winter [in which ..]" */
        return false;
    return !ld_is_infinitive(c, i + 2) && !ld_atom_shaped(c, i + 1, LD_ENDS_PARTICIPLE) &&
           !(ld_atom_is(c, i + 1, LD_CONJUNCTION) && !ld_atom_is(c, i + 1, LD_ADJUNCT | LD_RELATIVE));
}

bool ld_ends_open(const struct ld_clause *c, const bool *keep) {
    const uint32_t last = ld_last_told(c, keep);
    if (last + 1 >= c->attribution || ld_border(c, last + 1) || ld_atom_shaped(c, last, LD_ENDS_PARTICIPLE))
        return false; /* "rope making" */
    if (ld_lightness(c, last) >= CALLED_FOR) return true;
    return ld_atom_is(c, last - 1, LD_BE) && ld_atom_is(c, last + 1, LD_PREPOSITION) &&
           !ld_atom_is(c, last + 2, LD_TIME | LD_MONTH) && ld_atom_shaped(c, last, LD_LIKE_PAST) &&
           !ld_is_word_of(c, last, LD_WORDS_events);
}
