/* shorten_end.c - a clause and an atom in, whether a shortening may end there out. Told by what the words around it can
 * be: what calls for more is no end. Leaves how good a place to cut it is to shorten_place.c. Source: as there. */
#include <string.h>

#include "pick/shorten_words.h"

enum { VERB_FORMS = LD_VERB_BASE | LD_VERB_PRESENT | LD_VERB_OR_NOUN };

bool ld_before_bracket(const struct ld_clause *c, uint32_t i) {
    const uint32_t close = c->atoms[i + 1].bracket;
    if (close == UINT32_MAX) return false;                       /* nearly always */
    const bool name = c->doc->text[c->atoms[i + 1].lead] == '<'; /* "Acme <ACM>", "buys <Acme>" */
    return close > i && (c->atoms[close].blank || close + 1 == c->count) && (c->endings->forms || ld_by_endings(c)) &&
           !(c->atoms[i].flags & LD_NUMERIC) && (!name || c->atoms[i].flags & LD_CAPITAL) &&
           (ld_border(c, close + 1) ||
            ld_atom_is(c, close + 1, LD_PREPOSITION | LD_CONJUNCTION | LD_AUXILIARY | LD_RELATIVE | LD_TIME) ||
            (name && ld_atom_shaped(c, close + 1, LD_ENDS_PARTICIPLE) && !ld_atom_shaped(c, i, LD_ENDS_GENITIVE)));
}

/* A participle before a preposition: "after quickly posting [on]", "carts rolling [through]". */
static bool waits_for_place(const struct ld_clause *c, uint32_t i) {
    uint32_t before = i;
    while (ld_atom_shaped(c, before - 1, LD_ENDS_ADVERB)) before--;
    for (uint32_t k = i; i - k < 3 && !c->atoms[k].border; k--)
        if (ld_folded(c, k - 1)[0] == 'a' && ld_atom_is(c, k - 1, LD_ARTICLE))
            return false; /* "a special bakers meeting" */
    return ld_atom_is(c, before - 1, LD_PREPOSITION | LD_CONJUNCTION) ||
           (c->endings->forms &&
            (ld_atom_at(c, i - 1)->shape & (LD_LIKE_PRESENT | LD_ENDS_GENITIVE)) == LD_LIKE_PRESENT);
}

/* "9 million tonnes", "7 dollars": enough without what they are of; but not "9 members". */
static bool is_amount(const struct ld_clause *c, uint32_t i) {
    return ld_is_number(c, i - 1) && ld_is_word_of(c, i, LD_WORDS_amounts);
}

/* "bought, on a cash basis, [a record ..]": the aside before atom i's comma parts a verb from what it needs. */
bool ld_parts_object(const struct ld_clause *c, uint32_t i) {
    if (!(ld_border(c, i + 1) & LD_COMMA)) return false;
    const uint32_t from = ld_last_border(c, i);
    if (!(c->atoms[from].border & LD_COMMA)) return false;
    if (ld_atom_shaped(c, from - 1, LD_ENDS_GENITIVE)) return true; /* "the guild's, OHG, [plan]" */
    if (ld_atom_is(c, from - 1, LD_AUXILIARY)) return true;         /* "would, from May, [cost more]" */
    if (c->atoms[from - 1].border && ld_atom_shaped(c, from - 1, LD_ENDS_PARTICIPLE))
        return true; /* ", citing, in part, [a loss]" */
    if (ld_is_sure_infinitive(c, from - 1) && !ld_atom_shaped(c, from - 1, LD_INTRANSITIVE) &&
        (ld_is_article(c, i + 1) || ld_atom_flagged(c, i + 1, LD_CAPITAL | LD_NUMERIC)) &&
        !ld_has_verb(c, i + 1, ld_next_border(c, i + 2)))
        return true; /* "to sell, in May, [Acme Mills]" */
    return (ld_is_verb(c, from - 1) || ld_atom_is(c, from - 2, LD_AUXILIARY)) && !ld_atom_is(c, from - 2, LD_BE) &&
           !ld_atom_shaped(c, from - 1, LD_INTRANSITIVE) && !ld_atom_is(c, from - 1, LD_SAY) &&
           (ld_atom_is(c, i + 1, LD_ARTICLE) || ld_atom_flagged(c, i + 1, LD_NUMERIC));
}

/* "a 47 dlr [offer]": one of many stands before what it measures; "had owed, or [was soon to owe, a debt]". */
static bool waits_for_noun(const struct ld_clause *c, uint32_t i) {
    if (ld_is_number(c, i - 1) && !ld_word_is(c, i - 1, "one") && ld_is_word_of(c, i, LD_WORDS_units)) return true;
    const struct ld_atom *atom = &c->atoms[i];
    if (atom->shape & LD_ENDS_S && c->doc->text[atom->end] == '\'' && !(atom->marks & LD_QUOTED))
        return true; /* "the bakers' [feast]" */
    if (atom->shape & LD_ENDS_PARTICIPLE && ld_atom_is(c, i - 1, LD_PREPOSITION) && !ld_border(c, i + 1) &&
        !ld_atom_is(c, i + 1, LD_PREPOSITION | LD_CONJUNCTION | LD_TIME | LD_ADJUNCT | LD_RELATIVE))
        return true;                                                 /* "for holding [too much]" */
    if (is_amount(c, i) && ld_word_is(c, i + 1, "per")) return true; /* "an offer of 9 dlrs [per share]" */
    return c->atoms[i].verb && ld_atom_is(c, i - 1, LD_AUXILIARY) && !ld_atom_is(c, i - 1, LD_BE) &&
           ld_joins(c, i + 1) && ld_is_verb(c, i + 2);
}

/* "a rare [and large]", "its close [and old ties]", "the latest [in a row]": an adjective behind its article, and no
 * noun to it. */
bool ld_is_lone_adjective(const struct ld_clause *c, uint32_t i) {
    if (!c->endings->forms) return false;
    if (ld_border(c, i) & LD_COMMA && ld_border(c, i + 1) & LD_COMMA) i--; /* "an old, [crumbling], grey wall" */
    if (!ld_atom_is(c, i - 1, LD_ARTICLE)) return false;                   /* nearly always */
    if (ld_atom_is(c, i - 1, LD_PRONOUN)) return ld_joins(c, i + 1) && ld_is_word_of(c, i, LD_WORDS_adjectives);
    if (!ld_atom_shaped(c, i - 1, LD_DEFINITE))
        return ld_folded(c, i - 1)[0] == 'a' &&
               (ld_is_word_of(c, i, LD_WORDS_adjectives) || (ld_border(c, i + 1) && ld_ends_as_adjective(c, i)));
    if (ld_border(c, i + 1) == LD_COMMA && ld_atom_shaped(c, i, LD_ENDS_PAST) &&
        ld_atom_shaped(c, i + 1, LD_ENDS_PARTICIPLE) && ld_atom_flagged(c, i + 2, LD_CAPITAL))
        return true; /* "the tired[, limping Ashby]" */
    return ld_is_superlative(c, i) && !ld_atom_is(c, i - 2, LD_PREPOSITION | LD_BE);
}

bool ld_is_last_verb(const struct ld_clause *c, uint32_t i) {
    const uint32_t none =
        LD_ARTICLE | LD_PREPOSITION | LD_CONJUNCTION | LD_RELATIVE | LD_PRONOUN | LD_SAY | LD_CONNECTIVE;
    uint32_t end = i;
    if (!c->endings->final_verb) return false;
    while (end < c->count && (end == i || !ld_border(c, end)))
        if (ld_atom_flagged(c, end, LD_CAPITAL | LD_NUMERIC) || ld_atom_is(c, end++, none)) return false;
    const char *word = ld_folded(c, end - 1), last = word[strlen(word) - 1];
    const bool finite = ld_atom_is(c, end - 1, LD_AUXILIARY) && *word != 'w'; /* within: "verkauft haben" */
    return end - i <= 3 && (last == 'n' || (strchr("dt", last) && strstr(word, "ge")) || ld_ends_verb(c, end - 1)) &&
           !finite && ld_any_is(c, 0, i, LD_AUXILIARY);
}

bool ld_gives_name(const struct ld_clause *c, uint32_t i) {
    const struct ld_atom *atom = &c->atoms[i], *next = atom + 1;
    const bool past = atom->shape & LD_LIKE_PAST,
               name = (next->flags & (LD_CAPITAL | LD_NUMERIC)) | (next->marks & LD_QUOTED);
    return past & name && ld_is_word_of(c, i, LD_WORDS_naming);
}

/* "fell, he said [what?]": atom i is a word of saying, and no noun, with nothing said behind it. */
static bool awaits_speech(const struct ld_clause *c, uint32_t i) {
    enum { OBJECT = 3 }; /* words */
    const struct ld_atom *atom = &c->atoms[i], *next = atom + 1;
    if (c->endings->final_verb && c->head && i > c->head + OBJECT && ld_atom_is(c, c->head, LD_AUXILIARY) &&
        ld_is_rest(c, i) && ld_joins(c, i + 1))
        return false; /* "hat die Steuer für nichtig erklärt und" */
    const bool noun = ld_is_noun_at(c, i) || atom->shape & LD_VERB_OR_NOUN;
    const bool passive = ld_atom_is(c, i - 1, LD_BE) &&
                         next->facts & (LD_PREPOSITION | LD_ADJUNCT); /* "was quoted at", "are recalled as" */
    return !noun && !passive && (!next->border || ld_is_protected(c, i + 1));
}

/* "nine boats were sunk and several [damaged] in May": a passive as the one before the "and". */
static bool is_second_passive(const struct ld_clause *c, uint32_t i) {
    enum { NEAR = 4 }; /* words */
    for (uint32_t k = i; k > 2 && k + NEAR > i && !c->atoms[k].border; k--)
        if (ld_joins(c, k - 1)) return ld_atom_is(c, k - 3, LD_BE);
    return false;
}

/* "the slate proposed [for]", "a claim filed [Monday]": a participle and what belongs to it. */
static bool is_open_participle(const struct ld_clause *c, uint32_t i) {
    return ld_atom_is(c, i + 1, LD_PREPOSITION | LD_TIME) || ld_phrase_at(c, i + 1, LD_ADJUNCT);
}

/* "sind Boote gebaut worden[, die ..]", "soll gebaut werden[, sobald ..]": the last of the rest of the main verb; and
 * "sich impfen zu lassen[, weil ..]". */
static bool ends_rest(const struct ld_clause *c, uint32_t i) {
    if (!c->endings->final_verb || !c->head || c->head + 1 >= i || !ld_border(c, i + 1)) return false;
    return ld_atom_shaped(c, i - 1, LD_MARKS_INFINITIVE) ||
           (ld_is_rest(c, i) && (ld_is_rest(c, i - 1) || ld_is_word_of(c, i, LD_WORDS_participles)) &&
            ld_atom_is(c, c->head, LD_AUXILIARY)); /* "sind alt gewesen" */
}

/* "bricht um 9 Prozent ein[, bevor ..]", "bricht ein [und ..]", but not "hat in einem, [so die Gilde, guten Jahr]",
 * "gibt an[, er sei ..]". */
static bool ends_parted(const struct ld_clause *c, uint32_t i) {
    return c->endings->final_verb && c->head && c->head < i && (ld_border(c, i + 1) || ld_joins(c, i + 1)) &&
           (ld_is_word_of(c, i, LD_WORDS_parted) ||
            (c->endings->language == LD_LANGUAGE_nl && ld_is_word_of(c, i, LD_WORDS_dutch_parted))) &&
           !ld_atom_is(c, c->head, LD_AUXILIARY | LD_SAY);
}

/* "the mayor stepped down [on Monday]": a verb's particle, with which it is complete. */
static bool ends_phrasal(const struct ld_clause *c, uint32_t i) {
    const struct ld_atom *next = &c->atoms[i + 1];
    return c->endings->forms && ld_is_word_of(c, i, LD_WORDS_ending_particles) &&
           (ld_atom_at(c, i - 1)->verb || ld_atom_is(c, i - 2, LD_AUXILIARY)) && !ld_joins(c, i - 2) &&
           ld_is_word_of(c, i - 1, LD_WORDS_phrasal) &&
           (next->border || next->facts & (LD_TIME | LD_ADJUNCT) ||
            (next->facts & LD_PREPOSITION && !(next->facts & LD_BOUND)));
}

/* What is no end of anything. */
static bool is_function_word(const struct ld_clause *c, uint32_t i) {
    const uint32_t facts = c->atoms[i].facts;
    if (facts & (LD_PREPOSITION | LD_ARTICLE) && ends_parted(c, i)) return false;
    if (facts & LD_PREPOSITION && ends_phrasal(c, i)) return false;
    if (facts & LD_AUXILIARY && ends_rest(c, i)) return false;
    return facts & (LD_PREPOSITION | LD_ARTICLE | LD_CONJUNCTION | LD_AUXILIARY | LD_RELATIVE | LD_NEGATION) &&
           !(facts & LD_TIME);
}

bool ld_awaits_clause(const struct ld_clause *c, uint32_t i) {
    const uint32_t next = i + 1;
    if (c->endings->language != LD_LANGUAGE_de || ld_border(c, next) != LD_COMMA) return false;
    if (ld_is_word_of(c, next, LD_WORDS_provisos)) return !ld_word_is(c, next + 1, "auch");
    if (ld_is_word_of(c, i, LD_WORDS_endeavours)) return true;
    if (ld_word_is(c, next, "wie")) return ld_is_word_of(c, i, LD_WORDS_observed);
    if (ld_word_is(c, next, "um")) return ld_is_word_of(c, i, LD_WORDS_needed);
    if (!ld_atom_is(c, next, LD_ARTICLE) || !ld_atom_flagged(c, i, LD_CAPITAL) || !ld_atom_is(c, i - 1, LD_ARTICLE))
        return false;
    return ld_folded(c, i - 1)[0] == 'd' ? i > c->head + 1 && ld_is_word_of(c, c->head, LD_WORDS_being) &&
                                               !ld_is_word_of(c, i - 1, LD_WORDS_genitives)
                                         : ld_word_is(c, i - 2, "erstmals");
}

/* Calls for more even where a mark follows: waits for an object, a noun or what is said. */
static bool is_open_at_mark(const struct ld_clause *c, uint32_t i) {
    const struct ld_atom *atom = &c->atoms[i], *next = atom + 1;
    const uint32_t facts = atom->facts;
    if (c->endings->forms && atom->shape & VERB_FORMS && !next->border && ld_is_word_of(c, i + 1, LD_WORDS_upward))
        return true;                                /* "firms [up]": hardly ever but a verb's */
    if (facts & LD_BE && i == c->verb) return true; /* "seemed, in a word, [tired]" */
    if (ld_is_lone_adjective(c, i) || ld_awaits_clause(c, i)) return true;
    if (facts & LD_SAY && awaits_speech(c, i)) return true; /* said what? */
    if (!c->endings->forms) return false;
    if (waits_for_noun(c, i)) return true;
    if (!(next->border & LD_COMMA)) return false;
    if (ld_is_sure_infinitive(c, i) && next->shape & (LD_VERB_BASE | LD_VERB_OR_NOUN))
        return true; /* "to mend[, paint and sell the boat]" */
    if (ld_parts_object(c, i) || ld_parts_at_comma(c, i)) return true;
    if (ld_is_infinitive(c, i) && atom->shape & LD_VERB_BASE && !(atom->shape & LD_INTRANSITIVE) &&
        next->facts & LD_PREPOSITION && !(next->facts & LD_CONJUNCTION))
        return true; /* "to discuss, among other things, [the price]" */
    if (atom->flags & LD_NUMERIC && atom->border & LD_COMMA) return true; /* "her son, 11, [wear]" */
    if (atom->shape & LD_ENDS_GENITIVE) return true;                      /* "the town's, or the state's, [pier]" */
    return atom->shape & LD_ENDS_PARTICIPLE && ld_atom_is(c, i - 1, LD_PREPOSITION) &&
           next->shape & LD_ENDS_PARTICIPLE; /* "for robbing[, beating and hurting him]" */
}

/* "a 50 pct interest", "9 pct of its interest": enough without in what. */
static bool is_counted(const struct ld_clause *c, uint32_t i) {
    for (uint32_t k = i; !c->atoms[k].border; k--)
        if (ld_is_word_of(c, k - 1, LD_WORDS_measures)) return true;
    return false;
}

/* "is 9 pct less likely to sink [than ..]": told by itself. */
static bool is_likelier(const struct ld_clause *c, uint32_t i) {
    enum { FAR = 8 }; /* words */
    for (uint32_t k = i; k + FAR > i && !c->atoms[k].border; k--) {
        const bool before = ld_word_is(c, k - 1, "more") || ld_word_is(c, k - 1, "less");
        if (ld_word_is(c, k, "likely")) return k < i && before;
        if (before && ld_atom_flagged(c, k - 2, LD_NUMERIC)) return true; /* "pays 9 crowns more to sail" */
    }
    return false;
}

/* Calls for the preposition, conjunction or adverb behind it, or is the first part of a phrase. */
static bool calls_for_next(const struct ld_clause *c, uint32_t i) {
    const struct ld_atom *atom = &c->atoms[i], *next = atom + 1;
    const uint32_t phrases =
        LD_PREPOSITION | LD_ADJUNCT | LD_CONJUNCTION | (ld_by_endings(c) ? LD_ARTICLE : 0); /* "des dizaines [de]" */
    const bool closes = atom->quote < i;                                                    /* '"rain to come" as' */
    if (atom->shape & next->shape & LD_TAKES && !closes && !(next->shape & LD_TAKES_IN && is_counted(c, i)) &&
        !(atom[-1].shape & VERB_FORMS && (atom[-1].verb || ld_is_infinitive(c, i - 1))) && !is_amount(c, i) &&
        !(atom->shape & LD_ENDS_S && !(next->shape & LD_TAKES_OF) && ld_atom_is(c, i - 1, LD_ARTICLE) &&
          !ld_atom_is(c, i - 1, LD_NEGATION)))
        return true; /* "calling for", "no plans for", but "to raise spending on", "9 tonnes of", "their curbs on" */
    if (next->facts & LD_CONJUNCTION && next->facts & LD_BOUND && !ld_atom_is(c, i - 1, LD_BE) && !is_likelier(c, i))
        return true;                                         /* "later [than]", but "will be lower [than]" */
    if (ld_word_is(c, i + 1, "whether")) return true;        /* "will decide in May [whether]" */
    if (ld_is_word_of(c, i + 1, LD_WORDS_whom)) return true; /* "and oblige [them to buy it]" */
    if (ld_is_word_of(c, i, LD_WORDS_becoming) && ld_atom_flagged(c, i - 1, LD_CAPITAL))
        return true; /* "hopes that Acme remains [under its own roof]", but "urban remains" */
    if (ld_word_is(c, i, "little") && next->facts & LD_PREPOSITION) return true;        /* "little [over a year old]" */
    if (ld_word_is(c, i + 1, "off") && ld_is_word_of(c, i, LD_WORDS_best)) return true; /* "are better [off]" */
    if (next->shape & LD_TAKES_FROM && atom[-1].shape & LD_MARKS_INFINITIVE && ld_is_verb(c, i - 2))
        return true; /* "raised to A [from B the town's debt]" */
    const bool how = atom->shape & LD_ENDS_ADVERB && atom[-1].shape & LD_INTRANSITIVE &&
                     (next->facts || !c->endings->forms); /* "fell sharply [in ..]", but "come very [near]" */
    const bool ever = ld_word_is(c, i, "ever") && ld_is_of_most(c, i - 1); /* "its worst loss ever [and ..]" */
    if (atom->shape & (LD_ADVERB | LD_ENDS_GENITIVE) && !how && !ever) return true;
    if (ld_phrase_at(c, i - 1, LD_NEGATION) > 1) return true; /* "no longer" */
    if (ld_phrase_at(c, i, phrases) > 1) return true;         /* "due to" */
    for (uint32_t k = 1; k < LD_PHRASE && k <= i; k++)        /* "so long [as]" */
        if (ld_phrase_at(c, i - k, phrases) > k + 1) return true;
    if (c->endings->forms) return false;
    return ld_phrase_at(c, i - 1, LD_PREPOSITION) == 2 || ld_is_word_of(c, i, LD_WORDS_halves); /* "im Zuge [der]" */
}

/* "called for the old road [to be mended]": of the noun at atom i. */
static bool is_wished(const struct ld_clause *c, uint32_t i) {
    enum { NEAR = 5 }; /* words */
    for (uint32_t k = i; k + NEAR > i && !c->atoms[k].border; k--)
        if (ld_atom_is(c, k, LD_PREPOSITION)) return ld_atom_shaped(c, k - 1, LD_TAKES_FOR) && ld_word_is(c, k, "for");
    return false;
}

/* Calls for the time behind it, or is a word of time that is not whole. */
static bool calls_for_time(const struct ld_clause *c, uint32_t i) {
    const struct ld_atom *atom = &c->atoms[i], *next = atom + 1;
    if (next->facts & LD_TIME && (atom->shape & (LD_TAKES_TO | LD_ENDS_PARTICIPLE) || ld_word_is(c, i, "effective")))
        return true; /* "due [May]", "the week ending [Friday]", "rates effective [today]" */
    if (ld_atom_is(c, i - 1, LD_BE) && ld_is_infinitive(c, i - 1) && !ld_is_verb(c, i - 3) &&
        atom->shape & LD_LIKE_PAST && !(atom[-3].shape & LD_TAKES_INFINITIVE) && !(i > 3 && ld_asks_whom(c, i - 3)) &&
        !(i > 3 && is_wished(c, i - 3)))
        return true; /* "the vote to be held [in May]" */
    if (!(atom->facts & LD_TIME)) return false;
    if (next->facts & LD_TIME || ld_word_is(c, i + 1, "into")) return true; /* "last week", "two days [into it]" */
    if ((ld_word_is(c, i, "late") || ld_word_is(c, i, "early")) && ld_is_when(c, i + 1)) return true; /* "on Monday" */
    if (!((atom->flags | atom[-1].flags) & LD_CAPITAL) &&
        !ld_atom_is(c, i - 1, LD_ARTICLE | LD_PREPOSITION | LD_TIME) && next->facts & LD_CONJUNCTION &&
        next->facts & LD_PREPOSITION && !ld_word_is(c, i + 1, "as") &&
        (atom->shape & LD_ENDS_S || ld_is_number(c, i - 1) || ld_is_word_of(c, i, LD_WORDS_periods)))
        return true; /* "two years after", but "today after", "in coming days as" */
    if (atom[-1].shape & LD_DEFINITE && ld_word_is(c, i + 1, "before")) return true; /* "died the day [before]" */
    return next->shape & LD_NUMBER_WORD;                                             /* "over the next [two years]" */
}

/* "Chapter 11", "Formula One": one of a name, not of what follows. */
static bool is_named_number(const struct ld_clause *c, uint32_t i) {
    const struct ld_atom *atom = &c->atoms[i], *next = atom + 1;
    return atom->flags & (LD_CAPITAL | LD_NUMERIC) && i && !atom->border && atom[-1].flags & LD_CAPITAL &&
           !ld_atom_is(c, i - 1, LD_STOP | LD_MONTH | LD_TIME) && next->facts & (LD_PREPOSITION | LD_CONJUNCTION);
}

/* A number that counts what is behind it. */
static bool counts_next(const struct ld_clause *c, uint32_t i) {
    const struct ld_atom *atom = &c->atoms[i], *next = atom + 1;
    if (is_named_number(c, i)) return false;
    if (atom->shape & LD_NUMBER_WORD &&
        !(ld_is_number(c, i - 1) && next->facts & LD_PREPOSITION && !(next->shape & LD_TAKES_OF)))
        return true;                            /* "two [of the men]", but "a price of nine million [from]" */
    if (ld_is_word_of(c, i, LD_WORDS_ordinals)) /* "the first [quarter]", but "came first [on Monday]" */
        return !(next->facts & (LD_STOP | LD_PREPOSITION | LD_CONJUNCTION));
    if (!(atom->flags & LD_NUMERIC)) return false;
    if (ld_word_is(c, i + 1, "to") && ld_atom_flagged(c, i + 2, LD_NUMERIC)) return true; /* "20 [to 25 pct]" */
    if (ld_word_is(c, i + 1, "per")) return true;                                         /* "10 [per cent]" */
    if (next->facts & LD_TIME && next->facts & LD_AUXILIARY) return true;                 /* "9 [May]" */
    if (!(next->facts & (LD_PREPOSITION | LD_CONJUNCTION | LD_AUXILIARY)) &&
        (ld_phrase_at(c, i + 1, LD_PREPOSITION | LD_CONJUNCTION | LD_ADJUNCT) < 2 || next->facts & LD_TIME))
        return true;                  /* "50 [boats]" */
    return next->shape & LD_TAKES_OF; /* "50 [of the branches]" */
}

/* "on Monday", "next May", but not "night [trading]", "in May [the old boat]" nor "decades [of peace]": when, and no
 * object. */
static bool ends_with_time(const struct ld_clause *c, uint32_t i) {
    if (ld_atom_is(c, i, LD_PREPOSITION)) i++;
    if (!ld_atom_is(c, i, LD_TIME)) return false;
    while (!ld_border(c, i + 1) && ld_atom_flagged(c, i + 1, LD_NUMERIC)) i++;
    return ld_border(c, i + 1) || !(ld_is_article(c, i + 1) || ld_atom_shaped(c, i + 1, LD_TAKES_OF) ||
                                    !(c->atoms[i + 1].facts | c->atoms[i + 1].flags));
}

/* A verb, or what belongs to one, whose object, particle or place is behind it. */
static bool is_open_verb(const struct ld_clause *c, uint32_t i) {
    const struct ld_atom *atom = &c->atoms[i], *next = atom + 1;
    if (ld_word_is(c, i - 1, "than") && ld_is_word_of(c, i, LD_WORDS_foreseen)) return false; /* "more than expected" */
    const uint32_t facts = atom->facts;
    const bool form = atom->shape & VERB_FORMS,
               participle =
                   atom->shape & LD_LIKE_PAST &&
                   (c->endings->forms || !(facts & LD_TIME || ld_atom_is(c, i - 1, LD_ARTICLE | LD_PREPOSITION)));
    if (atom->border && !(atom->flags & LD_CAPITAL) && !ld_parts_at_comma(c, i - 1))
        return true; /* ", set for Tuesday", ", well", but "its Harlan, Lorran, mill" */
    if ((atom->verb || ld_atom_is(c, i - 1, LD_AUXILIARY)) && next->shape & LD_TAKES_ON &&
        ld_begins_as(c, i, LD_WORDS_calling) && !ld_atom_is(c, i - 1, LD_BE))
        return true; /* "will call on" */
    if (participle && c->endings->forms && next->facts & LD_PREPOSITION && ld_atom_is(c, i - 1, LD_BE) &&
        (ld_border(c, i + 2) || ld_atom_is(c, i + 2, LD_PREPOSITION) || ld_phrase_at(c, i + 2, LD_PREPOSITION) > 1))
        return true; /* "is being laughed [at as] a joke", "was seen [to instead of] it" */
    if (form && ld_begins_as(c, i - 1, LD_WORDS_causing)) return true; /* "helped trigger" */
    if (form && ld_atom_is(c, i - 1, LD_AUXILIARY) && !(next->facts & LD_PREPOSITION) &&
        !(atom->shape & LD_INTRANSITIVE) && !(ld_atom_is(c, i - 1, LD_BE) && atom->shape & LD_VERB_PARTICIPLE))
        return true; /* "could endanger", but "were hurt" */
    if (participle && !atom->verb && !ld_atom_is(c, i - 1, LD_AUXILIARY) && !ld_is_infinitive(c, i) &&
        !is_second_passive(c, i) && is_open_participle(c, i))
        return true; /* "the slate proposed for" */
    if ((atom->verb || atom->shape & LD_VERB_PARTICIPLE || (participle && ld_word_is(c, i - 1, "having")) ||
         (form && !ld_atom_is(c, i - 1, LD_BE) && ld_atom_is(c, i - 1, LD_AUXILIARY))) &&
        next->facts & LD_BOUND && !(next->shape & LD_TAKES) && !ld_is_off_shore(c, i + 1))
        return true; /* "have been struck [off]", "could turn [out]" */
    const bool of = ld_atom_is(c, i - 1, LD_PREPOSITION) && !ld_atom_is(c, i - 1, LD_CONJUNCTION) &&
                    !(facts & LD_DEICTIC); /* "a picture of himself" */
    return ((facts & (LD_PRONOUN | LD_DEICTIC) && !ld_word_is(c, i, "others") && !of) ||
            (ld_is_infinitive(c, i) && i != c->taken + 1 &&
             !(atom->shape & LD_INTRANSITIVE && ld_opens_clause(c, i + 1))) ||
            (atom[-1].shape & LD_ADVERB && ld_is_infinitive(c, i - 1))) &&
           !ends_with_time(c, i + 1); /* "found herself", "decided to focus" */
}

/* "searching", whose object or place is behind it. */
static bool is_open_ing(const struct ld_clause *c, uint32_t i) {
    const struct ld_atom *atom = &c->atoms[i], *next = atom + 1;
    if (!(atom->shape & LD_ENDS_PARTICIPLE) || (ld_word_is(c, i, "missing") && ld_word_is(c, i + 1, "after")))
        return false;
    if (atom->marks & LD_QUOTED && atom->quote == i) return false; /* 'accused of "meddling" [after ..]' */
    if (next->facts & LD_PREPOSITION && waits_for_place(c, i))
        return true; /* "after coming on", "after quickly posting on", "carts rolling through" */
    if (ld_atom_is(c, i - 1, LD_ARTICLE)) return false;
    if (ld_joins(c, i + 1) && ld_atom_shaped(c, i + 2, LD_ENDS_PARTICIPLE) &&
        (ld_atom_is(c, i - 1, LD_PREPOSITION) || ld_atom_flagged(c, i - 1, LD_CAPITAL)))
        return true; /* "accused of killing [and cutting up a goat]" */
    if (c->endings->forms && (next->shape & LD_TAKES_INTO || (next->facts & LD_BOUND && !(next->shape & LD_TAKES))))
        return true;                                                        /* "the edge going into" */
    return next->facts & (LD_ARTICLE | LD_PRONOUN) || ld_is_verb(c, i - 1); /* "were searching", "demanding the" */
}

/* "met in Oxley [Sunday]": a day that can go begins at atom i, but not "Harlan Rope [Week]". */
static bool is_day(const struct ld_clause *c, uint32_t i) {
    return i > c->verb && ld_atom_is(c, i, LD_TIME) && !ld_is_word_of(c, i, LD_WORDS_periods) &&
           ld_piece_at(c, i, 1u << LD_PIECE_DAY);
}

/* "Mining and Development Corp", "Bank of Oxley": a name goes on. */
static bool is_within_name(const struct ld_clause *c, uint32_t i) {
    const struct ld_atom *atom = &c->atoms[i], *next = atom + 1;
    const bool joined = ((next->facts & LD_CONJUNCTION && !(c->endings->forms && next->facts & LD_ADJUNCT)) ||
                         (next->facts & LD_BOUND && (next->shape & LD_TAKES_OF || !c->endings->forms))) &&
                        !(next->facts & LD_RELATIVE);
    if (joined && i > c->attribution) return false; /* ", said Ana Lind [of Lorran]" */
    if (atom->shape & LD_COMPANY_FORM && next->shape & LD_TAKES_OF)
        return ld_word_is(c, i + 2, "america"); /* "Rope Corp of America", but "Acme Corp [of Oxley, Harlan]" */
    return atom->flags & LD_CAPITAL && ld_atom_flagged(c, joined ? i + 2 : i + 1, LD_CAPITAL) && !is_day(c, i + 1);
}

/* "was torn down [in May]": what belongs to the participle before it. */
static bool is_particle(const struct ld_clause *c, uint32_t i) {
    const struct ld_atom *next = &c->atoms[i + 1];
    return ld_is_word_of(c, i, LD_WORDS_upward) && ld_is_verb(c, i - 2) && ld_is_behind_be(c, i - 1) &&
           ld_atom_shaped(c, i - 1, LD_LIKE_PAST) && !c->atoms[i].border && next->facts & (LD_ADJUNCT | LD_TIME);
}

bool ld_may_end(const struct ld_clause *c, uint32_t i) {
    if (i + 1 == c->count || c->atoms[i].ends) return true;
    if (is_function_word(c, i) && !is_particle(c, i)) return false;
    const bool within = c->atoms[i].marks & LD_BORDER && c->atoms[i].marks & LD_QUOTED, /* '"us, and he left"' */
        marked = ld_border(c, i + 1) || within || ld_before_bracket(c, i);
    if (!marked && (is_open_verb(c, i) || is_open_ing(c, i) || is_within_name(c, i))) return false;
    if (is_open_at_mark(c, i)) return false;
    if (marked) return true;
    if (calls_for_next(c, i) || calls_for_time(c, i) || counts_next(c, i)) return false;
    return c->atoms[i].blank || c->atoms[i].marks & LD_DASH;
}
