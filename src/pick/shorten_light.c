/* shorten_light.c - a clause and the last atom that stays in; out, how much what ends there leaves to be asked: "filed
 * a petition [to stop the sale]", "broke the record [for ..]". A noun phrase of hardly more than a noun, behind a verb,
 * that goes without the words that say which one. What nouns mean is not looked for. */
#include "pick/shorten_words.h"

/* A word of the open classes that says which or what. */
static bool tells(const struct ld_clause *c, uint32_t i) {
    return !(c->atoms[i].facts & (LD_STOP | LD_PREPOSITION | LD_ARTICLE | LD_CONJUNCTION | LD_PRONOUN | LD_TIME)) &&
           !(c->atoms[i].shape & (LD_ADVERB | LD_NUMBER_WORD)) && !(c->atoms[i].flags & LD_NUMERIC);
}

/* Whether at atom i, behind a noun, words begin that belong to it and tell which one: "of the town", "who left",
 * "honouring her", "made in May", "it had made", "[a plan] to build". */
static bool tells_which(const struct ld_clause *c, uint32_t i) {
    const struct ld_atom *atom = &c->atoms[i];
    if (ld_border(c, i) & ~LD_COMMA) return false;
    const bool relative = ld_atom_is(c, i, LD_RELATIVE) && !ld_atom_is(c, i, LD_ADJUNCT);
    if (ld_border(c, i)) return relative;
    if (relative || (atom->shape & LD_TAKES_OF && atom->facts & LD_BOUND)) return true;
    if (ld_is_infinitive(c, i + 1)) return ld_atom_shaped(c, i - 1, LD_TAKES_INFINITIVE);
    if (atom->shape & LD_ENDS_PARTICIPLE && !atom->flags && !(atom->facts & LD_PREPOSITION)) return true;
    if (atom->shape & (LD_ENDS_PAST | LD_VERB_PARTICIPLE) && !atom->verb) return ld_atom_is(c, i + 1, LD_PREPOSITION);
    return atom->facts & LD_PRONOUN && !(atom->facts & LD_RELATIVE) && ld_is_verb(c, i + 1);
}

static bool is_verbal(const struct ld_clause *c, uint32_t i) {
    return ld_is_verb(c, i) || ld_is_infinitive(c, i) || ld_atom_shaped(c, i, LD_ENDS_PARTICIPLE);
}

/* A bare verb: "has appealed [to the court]", "a kingdom nestling [in the hills]". A passive is told at least in part,
 * and where it is not the main one's, in whole. */
static double bare_verb(const struct ld_clause *c, uint32_t last) {
    const bool passive = last && ld_atom_is(c, last - 1, LD_BE) && !ld_atom_shaped(c, last, LD_ENDS_PARTICIPLE);
    if (ld_border(c, last + 1) || !ld_atom_is(c, last + 1, LD_PREPOSITION) || ld_atom_is(c, last + 2, LD_TIME))
        return 0;
    if (passive) return last == c->verb ? 0.5 : 0;
    return 1;
}

double ld_lightness(const struct ld_clause *c, uint32_t last) {
    uint32_t words = 0, i = last;
    if (!c->endings->forms || last + 1 >= c->count || ld_is_protected(c, last) || c->atoms[last].flags & LD_CAPITAL)
        return 0;
    if (is_verbal(c, last)) return bare_verb(c, last);
    if (!tells(c, last)) return 0;
    for (bool whose = false; !is_verbal(c, i); i--) { /* back to the verb */
        whose |= ld_atom_shaped(c, i, LD_ENDS_GENITIVE);
        if (!i || c->atoms[i].border || (c->atoms[i].flags & LD_CAPITAL && !whose)) return 0; /* named */
        words += (tells(c, i) || (i < last && ld_atom_is(c, i, LD_TIME))) && !whose; /* "eight years in prison" */
    }
    /* all that the sentence says is one word, or that word is not told */
    const bool all = i == c->complement && !ld_border(c, last + 1) && ld_atom_is(c, last + 1, LD_PREPOSITION) &&
                     !ld_atom_is(c, last + 2, LD_TIME);
    return words == 1 && (all || tells_which(c, last + 1)) ? 0.5 : 0;
}
