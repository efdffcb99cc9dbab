/* shorten_end.c - a clause and an atom in, whether a shortening may end there out. Told by what the words around it can
 * be: what calls for more is no end. Leaves how good a place to cut it is to shorten_place.c. Source: as there. */
#include <string.h>

#include "pick/shorten_words.h"

enum { VERB_FORMS = LD_VERB_BASE | LD_VERB_PRESENT | LD_VERB_OR_NOUN };

bool ld_before_bracket(const struct ld_clause *c, uint32_t i) {
    const uint32_t close = c->has_pairs && i + 1 < c->count ? c->atoms[i + 1].bracket : UINT32_MAX;
    const bool name =
        close != UINT32_MAX && c->doc->text[c->atoms[i + 1].lead] == '<'; /* "Acme <ACM>", "buys <Acme>" */
    return close != UINT32_MAX && close > i && (c->atoms[close].blank || close + 1 == c->count) && c->endings->forms &&
           !(c->atoms[i].flags & LD_NUMERIC) && (!name || c->atoms[i].flags & LD_CAPITAL) &&
           (ld_border(c, close + 1) ||
            ld_atom_is(c, close + 1, LD_PREPOSITION | LD_CONJUNCTION | LD_AUXILIARY | LD_RELATIVE | LD_TIME) ||
            ld_is_sure_infinitive(c, close + 2));
}

/* A participle before a preposition: "after quickly posting [on]", "carts rolling [through]". */
static bool waits_for_place(const struct ld_clause *c, uint32_t i) {
    uint32_t before = i;
    while (before > 1 && ld_atom_shaped(c, before - 1, LD_ENDS_ADVERB)) before--;
    for (uint32_t k = i; k && i - k < 3 && !c->atoms[k].border; k--)
        if (ld_folded(c, k - 1)[0] == 'a' && ld_atom_is(c, k - 1, LD_ARTICLE) && ld_atom_is(c, k - 1, LD_MINOR))
            return false; /* "a special shareholders meeting" */
    return ld_atom_is(c, before - 1, LD_PREPOSITION | LD_CONJUNCTION) ||
           (c->endings->forms && !c->atoms[i - 1].verb && !(c->atoms[i].flags & LD_CAPITAL) &&
            (c->atoms[i - 1].shape & (LD_LIKE_PRESENT | LD_ENDS_GENITIVE)) == LD_LIKE_PRESENT);
}

/* "9 million tonnes", "7 dollars": enough without what they are of; but not "9 members". */
static bool is_amount(const struct ld_clause *c, uint32_t i) {
    static const char *const units[] = {"barrels", "dlrs", "dollars", "francs", "stg", "tonnes", "yen"};
    if (!i || !(c->atoms[i - 1].flags & LD_NUMERIC || c->atoms[i - 1].shape & LD_NUMBER_WORD)) return false;
    for (size_t n = 0; n < sizeof units / sizeof *units; n++)
        if (!strcmp(ld_folded(c, i), units[n])) return true;
    return false;
}

/* "bought, on a net basis, [a record ..]": the aside before atom i's comma parts a verb from what it needs. */
bool ld_parts_object(const struct ld_clause *c, uint32_t i) {
    uint32_t from = i;
    if (!(ld_border(c, i + 1) & LD_COMMA)) return false;
    while (from && !c->atoms[from].border) from--;
    if (!from || !(c->atoms[from].border & LD_COMMA)) return false;
    if (ld_atom_shaped(c, from - 1, LD_ENDS_GENITIVE)) return true; /* "the guild's, OHG, [plan]" */
    uint32_t verb = from;
    while (verb > 1 && (ld_atom_is(c, verb - 1, LD_TIME) ||
                        (ld_atom_is(c, verb - 1, LD_PREPOSITION) && ld_atom_is(c, verb, LD_TIME))))
        verb--;
    if (verb < from && ld_is_verb(c, verb - 1) && ld_atom_is(c, from, LD_PREPOSITION) &&
        ld_atom_is(c, i + 1, LD_ARTICLE) && !ld_atom_shaped(c, verb - 1, LD_INTRANSITIVE) &&
        !ld_atom_is(c, verb - 1, LD_SAY) && !ld_atom_is(c, verb - 2, LD_BE))
        return true; /* "had barred in May, on grounds of cost, [the ..]" */
    if (from > 1 && ld_atom_is(c, from - 2, LD_AUXILIARY) && ld_atom_shaped(c, from - 1, LD_VERB_BASE) &&
        !ld_atom_shaped(c, from - 1, LD_INTRANSITIVE) && ld_atom_is(c, i + 1, LD_ARTICLE))
        return true; /* "will redeem, effective May 5, [the ..]" */
    const bool is = ld_atom_is(c, from - 1, LD_BE), passive = from > 1 && ld_atom_is(c, from - 2, LD_BE);
    return ld_is_verb(c, from - 1) && ld_atom_is(c, from, LD_PREPOSITION) && !passive &&
           !ld_atom_shaped(c, from - 1, LD_INTRANSITIVE) && !ld_atom_is(c, from - 1, LD_SAY) &&
           (is || ld_atom_is(c, i + 1, LD_ARTICLE) || ld_atom_flagged(c, i + 1, LD_NUMERIC));
}

/* "the Oxley, Calif., dock", "its Oxley, Calif., dock": atom i is the town. */
static bool is_town(const struct ld_clause *c, uint32_t i) {
    return i && ld_atom_flagged(c, i, LD_CAPITAL) && ld_atom_flagged(c, i + 1, LD_CAPITAL) &&
           ld_border(c, i + 1) & LD_COMMA && ld_border(c, i + 2) & LD_COMMA && i + 2 < c->count &&
           (ld_atom_is(c, i - 1, LD_ARTICLE | LD_PRONOUN) || ld_atom_shaped(c, i - 1, LD_ENDS_GENITIVE)) &&
           !(c->atoms[i + 2].flags & (LD_CAPITAL | LD_NUMERIC)) && !c->atoms[i + 2].facts && !c->atoms[i + 2].verb;
}

/* "a 47 dlr [offer]": one of many stands before what it measures; "had owed, or [was soon to owe, a debt]". */
static bool waits_for_noun(const struct ld_clause *c, uint32_t i) {
    static const char *const units[] = {"dlr", "dollar", "franc", "guilder", "mark", "pound", "tonne"};
    const bool many = i && ((c->atoms[i - 1].flags & LD_NUMERIC && strcmp(ld_folded(c, i - 1), "1") != 0) ||
                            (c->atoms[i - 1].shape & LD_NUMBER_WORD && strcmp(ld_folded(c, i - 1), "one") != 0));
    for (size_t n = 0; many && n < sizeof units / sizeof *units; n++)
        if (!strcmp(ld_folded(c, i), units[n])) return true;
    const struct ld_atom *atom = &c->atoms[i];
    if (atom->shape & LD_ENDS_S && atom->tail > atom->end && c->doc->text[atom->end] == '\'' && !ld_border(c, i + 1) &&
        atom->quote == UINT32_MAX && !(atom->marks & LD_QUOTED))
        return true; /* "the bakers' [feast]" */
    if (atom->shape & LD_ENDS_PARTICIPLE && !(atom->flags & LD_CAPITAL) && i && ld_atom_is(c, i - 1, LD_PREPOSITION) &&
        !ld_border(c, i + 1) && !ld_is_verb(c, i + 1) &&
        !ld_atom_is(c, i + 1, LD_PREPOSITION | LD_CONJUNCTION | LD_TIME | LD_ADJUNCT | LD_RELATIVE))
        return true; /* "for holding [too much]" */
    if (i && !strcmp(ld_folded(c, i), "next") && c->atoms[i - 1].shape & LD_DEFINITE)
        return true;                                            /* "in the next [few days]" */
    if (is_town(c, i) || (i && is_town(c, i - 1))) return true; /* "the Oxley, Calif., [dock]" */
    const struct ld_atom *next = &c->atoms[i + 1];
    if (is_amount(c, i) && !strcmp(ld_folded(c, i + 1), "per")) return true; /* "an offer of 9 dlrs [per share]" */
    uint32_t number = i;
    while (number && (c->atoms[number - 1].flags & LD_NUMERIC || c->atoms[number - 1].shape & LD_NUMBER_WORD)) number--;
    if (number && atom->shape & LD_NUMBER_WORD && next->shape & LD_MARKS_INFINITIVE && !ld_border(c, i + 1) &&
        ld_atom_flagged(c, i + 2, LD_NUMERIC) && ld_atom_is(c, number - 1, LD_ARTICLE))
        return true; /* "in the 9 mln [to 10 mln range]" */
    uint32_t or = i; /* "had declared, or was soon to owe, [a debt]" */
    while (or &&!c->atoms[or].border) or --;
    if (ld_is_infinitive(c, i) && ld_border(c, i + 1) & LD_COMMA && or
        &&ld_atom_is(c, or, LD_CONNECTIVE) && c->atoms[or - 1].verb && !ld_atom_shaped(c, i, LD_INTRANSITIVE))
        return true;
    return i && c->atoms[i].verb && ld_atom_is(c, i - 1, LD_AUXILIARY) && !ld_atom_is(c, i - 1, LD_BE) &&
           !ld_atom_shaped(c, i, LD_INTRANSITIVE) && ld_border(c, i + 1) & LD_COMMA &&
           ld_atom_is(c, i + 1, LD_CONJUNCTION) && ld_atom_is(c, i + 1, LD_CONNECTIVE) && ld_is_verb(c, i + 2);
}

/* 'pull their fingers out"': what looks like a preposition belongs to a verb before it. */
static bool is_particle(const struct ld_clause *c, uint32_t i) {
    const struct ld_atom *atom = &c->atoms[i];
    return atom->facts & LD_PREPOSITION && atom->facts & LD_BOUND && !(atom->shape & LD_TAKES) && atom->quote < i;
}

/* "a way [better]", "a much [bigger]": how much so. */
static bool is_degree(const struct ld_clause *c, uint32_t i) {
    static const char *const words[] = {"still", "way", "much", "far", "even"};
    if (ld_atom_shaped(c, i, LD_ADVERB)) return true;
    return ld_is_one_of(ld_folded(c, i), words, sizeof words / sizeof *words);
}

/* "a rare [and large]", "an especially hard [hit]": an adjective behind its article, and no noun to it. */
static bool is_lone_adjective(const struct ld_clause *c, uint32_t i) {
    static const char *const words[] = {
        "bad",    "big",     "bold",   "brave",   "brief",  "bright",  "broad",   "capable", "cheap",    "clear",
        "close",  "common",  "deep",   "dirty",   "early",  "easy",    "fierce",  "fresh",   "good",     "great",
        "hard",   "heavy",   "high",   "hot",     "huge",   "large",   "late",    "long",    "loud",     "low",
        "narrow", "new",     "odd",    "old",     "poor",   "quick",   "quiet",   "rare",    "rich",     "rough",
        "sharp",  "short",   "slow",   "small",   "steep",  "strange", "strict",  "strong",  "tall",     "thick",
        "thin",   "tight",   "tiny",   "tough",   "vast",   "warm",    "weak",    "wide",    "wild",     "young",
        "better", "bigger",  "larger", "smaller", "higher", "lower",   "longer",  "shorter", "stronger", "weaker",
        "older",  "younger", "safer",  "wider",   "deeper", "closer",  "tougher", "worse",   "faster",   "slower"};
    static const char *const nouns[] = {"arrest",  "conquest", "contest",   "forest",   "harvest",
                                        "inquest", "interest", "protest",   "request",  "unrest",
                                        "priest",  "midwest",  "northwest", "southwest"};
    if (!i || !c->endings->forms) return false;
    uint32_t article = i - 1;
    while (article && is_degree(c, article)) article--;
    const bool definite =
        c->atoms[i - 1].shape & LD_DEFINITE && !(i > 1 && ld_atom_is(c, i - 2, LD_PREPOSITION | LD_BE));
    const bool indefinite = ld_atom_is(c, article, LD_ARTICLE) && ld_folded(c, article)[0] == 'a';
    if (!definite && !indefinite) return false; /* nearly always */
    const char *word = ld_folded(c, i);
    const size_t length = strlen(word);
    if (definite && length > 5 && !strcmp(word + length - 3, "est"))
        return !ld_is_one_of(word, nouns, sizeof nouns / sizeof *nouns) &&
               !(c->atoms[i].flags & LD_CAPITAL); /* "the latest [in a row]" */
    if (!indefinite) return false;
    if (length > 5 && (!strcmp(word + length - 3, "ous") || !strcmp(word + length - 4, "less"))) return true;
    return ld_is_one_of(word, words, sizeof words / sizeof *words);
}

bool ld_gives_name(const struct ld_clause *c, uint32_t i) {
    static const char *const words[] = {"named",    "called",    "dubbed", "titled",
                                        "entitled", "nicknamed", "aged",   "known"};
    if (i + 1 >= c->count || !(c->atoms[i].shape & (LD_ENDS_PAST | LD_VERB_PARTICIPLE)) || ld_border(c, i + 1) ||
        !(c->atoms[i + 1].flags & (LD_CAPITAL | LD_NUMERIC) || c->atoms[i + 1].marks & LD_QUOTED))
        return false;
    return ld_is_one_of(ld_folded(c, i), words, sizeof words / sizeof *words);
}

/* "firms [up]": hardly ever but a verb's. */
static bool is_upward(const struct ld_clause *c, uint32_t i) {
    static const char *const words[] = {"up", "off", "out", "down"};
    for (size_t n = 0; n < sizeof words / sizeof *words && ld_atom_is(c, i, LD_BOUND); n++)
        if (!strcmp(ld_folded(c, i), words[n])) return true;
    return false;
}

bool ld_may_end(const struct ld_clause *c, uint32_t i) {
    uint32_t facts = c->atoms[i].facts;
    if (i + 1 == c->count) return true;
    if (c->endings->forms && c->atoms[i].shape & VERB_FORMS && !ld_border(c, i + 1) && is_upward(c, i + 1))
        return false;
    if (facts & LD_BE && c->atoms[i].verb && c->endings->forms && i == c->verb)
        return false; /* "seemed, in a word, [tired]" */
    const bool particle = is_particle(c, i);
    if (facts & (LD_PREPOSITION | LD_ARTICLE | LD_CONJUNCTION | LD_AUXILIARY | LD_RELATIVE | LD_NEGATION) &&
        !(facts & LD_TIME) && !particle)
        return false;
    if (is_lone_adjective(c, i) || ld_gives_name(c, i)) return false;
    if (!ld_border(c, i + 1) && is_degree(c, i) && is_lone_adjective(c, i + 1)) return false;
    const bool noun = i && (ld_atom_is(c, i - 1, LD_ARTICLE) || ld_atom_shaped(c, i - 1, LD_ENDS_GENITIVE) ||
                            (c->atoms[i].shape & LD_VERB_OR_NOUN && !c->atoms[i].verb && c->endings->forms));
    const bool passive = i && ld_atom_is(c, i - 1, LD_BE) && !ld_atom_shaped(c, i + 1, LD_MARKS_INFINITIVE) &&
                         ld_atom_is(c, i + 1, LD_PREPOSITION); /* "was quoted at" */
    if (facts & LD_SAY && !noun && !passive &&
        (!ld_border(c, i + 1) || ld_is_protected(c, i + 1) ||
         (c->unfinished && c->atoms[i + 1].lead < c->atoms[i + 1].start)))
        return false; /* said what? */
    if (c->endings->forms && (ld_parts_object(c, i) || waits_for_noun(c, i))) return false;
    if (c->endings->forms && ld_is_infinitive(c, i) && ld_border(c, i + 1) & LD_COMMA &&
        c->atoms[i].shape & LD_VERB_BASE && !(c->atoms[i].shape & LD_INTRANSITIVE) &&
        ld_atom_is(c, i + 1, LD_PREPOSITION) && !ld_atom_is(c, i + 1, LD_CONJUNCTION))
        return false; /* "to discuss, among other things, [the price]" */
    if (c->atoms[i].flags & LD_NUMERIC && c->atoms[i].border & LD_COMMA && ld_border(c, i + 1) & LD_COMMA &&
        c->endings->forms)
        return false; /* "her son, 11, [wear]" */
    if (c->endings->forms && ld_border(c, i + 1) & LD_COMMA && c->atoms[i].shape & LD_ENDS_GENITIVE &&
        !(c->atoms[i].marks & LD_QUOTED))
        return false;
    if (c->atoms[i].shape & LD_ENDS_PARTICIPLE && i && ld_atom_is(c, i - 1, LD_PREPOSITION) && c->endings->forms &&
        ld_border(c, i + 1) == LD_COMMA && ld_atom_shaped(c, i + 1, LD_ENDS_PARTICIPLE))
        return false; /* "for robbing[, beating and hurting him]" */
    if (ld_border(c, i + 1) || ld_before_bracket(c, i)) return true;
    if (c->atoms[i].shape & c->atoms[i + 1].shape & LD_TAKES &&
        !(i && c->atoms[i - 1].shape & VERB_FORMS && (c->atoms[i - 1].verb || ld_is_infinitive(c, i - 1))) &&
        !is_amount(c, i) &&
        !(c->atoms[i].shape & LD_ENDS_S && !(c->atoms[i + 1].shape & LD_TAKES_OF) && i &&
          ld_atom_is(c, i - 1, LD_ARTICLE)))
        return false; /* "calling for", but "to raise spending on", "9 tonnes of", "their curbs on" */
    const struct ld_atom *next = &c->atoms[i + 1];
    if (next->facts & LD_CONJUNCTION && next->facts & LD_BOUND && !(i && ld_atom_is(c, i - 1, LD_BE)))
        return false; /* "later [than]", but "will be lower [than]" */
    if (c->atoms[i].shape & LD_TAKES_TO && (next->facts & LD_TIME || next->flags & LD_NUMERIC) && !c->atoms[i].verb)
        return false; /* "due [May]" */
    if (c->atoms[i].shape & LD_ENDS_PARTICIPLE && next->facts & LD_TIME && i && !ld_atom_is(c, i - 1, LD_ARTICLE))
        return false; /* "the week ending [Friday]" */
    if (c->endings->forms && !strcmp(ld_folded(c, i + 1), "whether") && !ld_atom_is(c, i, LD_PREPOSITION))
        return false; /* "will decide in May [whether]" */
    if (next->facts & LD_TIME && !strcmp(ld_folded(c, i), "effective")) return false; /* "rates effective [today]" */
    if (i && c->atoms[i].border && !(c->atoms[i].flags & LD_CAPITAL)) return false;   /* ", set for Tuesday" */
    if (c->atoms[i].shape & LD_NUMBER_WORD &&
        !(i && (c->atoms[i - 1].flags & LD_NUMERIC || c->atoms[i - 1].shape & LD_NUMBER_WORD) &&
          next->facts & LD_PREPOSITION && !(next->shape & LD_TAKES_OF)))
        return false; /* "two [of the men]", but "a price of nine million [from]" */
    if (c->endings->forms && i > 1 && ld_atom_is(c, i - 1, LD_BE) &&
        c->atoms[i].shape & (LD_ENDS_PAST | LD_VERB_PARTICIPLE) && next->facts & LD_PREPOSITION &&
        !(next->facts & LD_TIME) && (ld_border(c, i + 2) || ld_atom_is(c, i + 2, LD_PREPOSITION)))
        return false; /* "is being looked [at as] a way" */
    if (i && c->atoms[i].shape & VERB_FORMS && !strncmp(ld_folded(c, i - 1), "help", 4) && c->endings->forms)
        return false; /* "helped trigger" */
    if (i > 1 && c->atoms[i].shape & VERB_FORMS && !strncmp(ld_folded(c, i - 2), "help", 4) && c->endings->forms &&
        !c->atoms[i].border && !c->atoms[i - 1].border && !(c->atoms[i].shape & LD_INTRANSITIVE) &&
        ld_atom_shaped(c, i - 1, LD_LIKE_PRESENT))
        return false; /* "helping sailors gain [ground]" */
    if (i && c->atoms[i].shape & VERB_FORMS && ld_atom_is(c, i - 1, LD_AUXILIARY) && !(next->facts & LD_PREPOSITION) &&
        !(c->atoms[i].shape & LD_INTRANSITIVE))
        return false; /* "could endanger" */
    const bool dated = next->facts & (LD_TIME | LD_ADJUNCT) && !(next->facts & LD_PREPOSITION) && c->endings->forms &&
                       !(c->atoms[i].flags & LD_CAPITAL) && !(i && ld_atom_shaped(c, i - 1, LD_ADVERB)) &&
                       !(i && ld_atom_is(c, i - 1, LD_ARTICLE | LD_BE)); /* "a claim filed [Monday]" */
    if (c->atoms[i].shape & (LD_ENDS_PAST | LD_VERB_PARTICIPLE) && !c->atoms[i].verb &&
        (next->facts & LD_PREPOSITION || dated ||
         (ld_phrase_at(c, i + 1, LD_ADJUNCT) > 1 && !(c->atoms[i].flags & LD_CAPITAL))) &&
        !(facts & LD_TIME) && !(i && c->atoms[i - 1].facts & LD_AUXILIARY))
        return false; /* "the slate proposed for" */
    if (facts & LD_TIME && i && !((c->atoms[i].flags | c->atoms[i - 1].flags) & LD_CAPITAL) &&
        !ld_atom_is(c, i - 1, LD_ARTICLE | LD_PREPOSITION | LD_TIME) && ld_atom_is(c, i + 1, LD_CONJUNCTION) &&
        ld_atom_is(c, i + 1, LD_PREPOSITION))
        return false; /* "two years after" */
    if (facts & LD_TIME && i > 1 && c->atoms[i - 1].shape & LD_DEFINITE && !ld_atom_is(c, i - 2, LD_PREPOSITION) &&
        (!strcmp(ld_folded(c, i + 1), "after") || !strcmp(ld_folded(c, i + 1), "before")))
        return false; /* "died the day [after]" */
    if (i > 2 && ld_atom_is(c, i - 1, LD_BE) && ld_is_infinitive(c, i - 1) && !ld_is_verb(c, i - 3) &&
        c->atoms[i].shape & (LD_ENDS_PAST | LD_VERB_PARTICIPLE) && !(c->atoms[i - 3].shape & LD_TAKES_INFINITIVE))
        return false; /* "the vote to be held [in May]" */
    const bool how = i && c->atoms[i].shape & LD_ENDS_ADVERB && c->atoms[i - 1].shape & LD_INTRANSITIVE &&
                     next->facts & (LD_PREPOSITION | LD_CONJUNCTION); /* "fell sharply [in ..]" */
    if (c->atoms[i].shape & (LD_ADVERB | LD_ENDS_GENITIVE) && !how) return false;
    if (ld_phrase_at(c, i, LD_PREPOSITION | LD_ADJUNCT | LD_CONJUNCTION) > 1) return false; /* "due to" */
    for (uint32_t k = 1; k < LD_PHRASE && k <= i; k++)                                      /* "so long [as]" */
        if (c->atoms[i - k].phrases && ld_phrase_at(c, i - k, LD_PREPOSITION | LD_ADJUNCT | LD_CONJUNCTION) > k + 1)
            return false;
    if ((c->atoms[i].verb || c->atoms[i].shape & LD_VERB_PARTICIPLE ||
         (c->atoms[i].shape & VERB_FORMS && i && !ld_atom_is(c, i - 1, LD_BE) &&
          (ld_atom_is(c, i - 1, LD_AUXILIARY) || ld_is_infinitive(c, i)))) &&
        next->facts & LD_PREPOSITION && next->facts & LD_BOUND && !(next->shape & LD_TAKES))
        return false; /* "have been struck [off]", "could turn [out]" */
    if (i && ld_atom_is(c, i - 1, LD_NEGATION) && ld_phrase_at(c, i - 1, LD_NEGATION) > 1)
        return false; /* "no longer" */
    if (facts & LD_PRONOUN && (next->verb || (next->shape & LD_ADVERB && ld_is_verb(c, i + 2))))
        return false; /* "the stake he already holds" */
    if ((facts & (LD_PRONOUN | LD_DEICTIC) || (ld_is_infinitive(c, i) && !(c->taken && i == c->taken + 1)) ||
         (i > 1 && c->atoms[i - 1].shape & LD_ADVERB && ld_is_infinitive(c, i - 1))) &&
        !ld_atom_is(c, i + 1, LD_TIME) && !(ld_atom_is(c, i + 1, LD_PREPOSITION) && ld_atom_is(c, i + 2, LD_TIME)))
        return false; /* "found herself", "decided to focus" */
    if (c->atoms[i].shape & LD_ENDS_PARTICIPLE && i && next->facts & LD_PREPOSITION && waits_for_place(c, i))
        return false; /* "after coming on", "after quickly posting on", "carts rolling through" */
    if (c->atoms[i].shape & LD_ENDS_PARTICIPLE && c->endings->forms && !(c->atoms[i].flags & LD_CAPITAL) && i &&
        !ld_atom_is(c, i - 1, LD_ARTICLE) && next->facts & LD_PREPOSITION &&
        (next->shape & LD_TAKES_INTO || (next->facts & LD_BOUND && !(next->shape & LD_TAKES))))
        return false; /* "the edge going into" */
    if (c->atoms[i].shape & LD_ENDS_PARTICIPLE && !(i && ld_atom_is(c, i - 1, LD_ARTICLE)) &&
        (ld_atom_is(c, i + 1, LD_ARTICLE | LD_PRONOUN) || (i && ld_is_verb(c, i - 1))))
        return false; /* "were searching", "demanding the" */
    if (i && ld_border(c, i) && ld_atom_is(c, i + 1, LD_PREPOSITION) && !c->atoms[i].flags) return false; /* ", well" */
    if (facts & LD_TIME && ld_atom_is(c, i + 1, LD_TIME)) return false; /* "last week" */
    if (facts & LD_TIME && i && ld_atom_is(c, i - 1, LD_ARTICLE) && ld_atom_shaped(c, i + 1, LD_NUMBER_WORD))
        return false; /* "over the next [two years]" */
    if (c->atoms[i].shape & LD_ENDS_PAST && !c->atoms[i].verb && ld_atom_is(c, i + 1, LD_TIME) && i &&
        !ld_atom_is(c, i - 1, LD_AUXILIARY) && c->endings->forms)
        return false; /* "the year ended [May 5]" */
    if (c->atoms[i].flags & LD_NUMERIC && !ld_atom_is(c, i + 1, LD_PREPOSITION | LD_CONJUNCTION | LD_AUXILIARY) &&
        (ld_phrase_at(c, i + 1, LD_PREPOSITION | LD_CONJUNCTION | LD_ADJUNCT) < 2 || next->facts & LD_TIME))
        return false;
    if (c->atoms[i].flags & LD_NUMERIC && next->facts & LD_BOUND && next->shape & LD_TAKES_OF && i &&
        !ld_atom_is(c, i - 1, LD_TIME))
        return false; /* "50 [of the branches]" */
    if (i > 1 && next->shape & LD_TAKES_FROM && next->facts & LD_PREPOSITION && ld_is_verb(c, i - 2) &&
        c->atoms[i - 1].shape & LD_MARKS_INFINITIVE && !(c->atoms[i - 2].shape & LD_INTRANSITIVE))
        return false;                                      /* "raised to A [from B the town's debt]" */
    bool joined = (ld_atom_is(c, i + 1, LD_CONJUNCTION) || /* "Mining and Development Corp", "Bank of Oxley" */
                   (ld_atom_is(c, i + 1, LD_BOUND) && (next->shape & LD_TAKES_OF || !c->endings->forms))) &&
                  !ld_atom_is(c, i + 1, LD_RELATIVE);
    if (c->atoms[i].flags & LD_CAPITAL && ld_atom_flagged(c, joined ? i + 2 : i + 1, LD_CAPITAL)) return false;
    return c->atoms[i].blank || !c->atoms[i + 1].tokens;
}
