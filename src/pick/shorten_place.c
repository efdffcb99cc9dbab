/* shorten_place.c - a clause and an atom in, how good a place it is to cut the words off after it, out. Told by what
 * the words around it can be; what is not known to be safe is none. Leaves the choice of the place to shorten_cut.c.
 * Source: as there. */

#include "pick/shorten_words.h"

/* "not only the gate [but]" */
static bool awaits_but(const struct ld_clause *c, uint32_t i) {
    for (uint32_t k = i + 1; c->facts & LD_NEGATION && k--;) {
        if (k < i && ld_joins(c, k)) break;
        if (ld_atom_is(c, k, LD_NEGATION) && ld_phrase_at(c, k, LD_CONJUNCTION) > 1) return true;
    }
    return false;
}

bool ld_awaits_and(const struct ld_clause *c, uint32_t i) {
    for (uint32_t k = i + 1; k-- && !ld_joins(c, k);) {
        if (ld_atom_is(c, k, LD_PREPOSITION) && ld_word_is(c, k, "between")) {
            if (ld_atom_is(c, k + 1, LD_PRONOUN | LD_DEICTIC) && !ld_atom_is(c, k + 1, LD_ARTICLE))
                return false; /* "us" */
            const bool marked = ld_border(c, i + 1);
            uint32_t and = i + 1; /* within what no mark parts */
            while (and < c->count && !ld_joins(c, and) && (marked || !c->atoms[and].border)) and++;
            return ld_joins(c, and);
        }
        if (c->atoms[k].border) break;
    }
    return false;
}

/* "called on the makers [of ropes to sell them]": to do what? */
static bool is_called_on(const struct ld_clause *c, uint32_t i) {
    uint32_t call = i, to = i + 1;
    while (!c->atoms[call].border && !ld_atom_shaped(c, call, LD_MARKS_INFINITIVE) &&
           !(ld_atom_shaped(c, call, LD_TAKES_ON) && ld_begins_as(c, call - 1, LD_WORDS_calling)))
        call--;
    if (c->atoms[call].border || !ld_atom_shaped(c, call, LD_TAKES_ON)) return false;
    while (!c->atoms[to].border && !ld_atom_shaped(c, to, LD_MARKS_INFINITIVE)) to++;
    return !c->atoms[to].border && ld_is_sure_infinitive(c, to + 1);
}

/* "and accused the town [of theft]": what stands before it calls for what follows. */
static bool awaits(const struct ld_clause *c, uint32_t i) {
    const struct ld_atom *next = &c->atoms[i + 1];
    if (is_called_on(c, i)) return true;
    if (ld_is_that(c, i + 1) && ld_atom_shaped(c, i, LD_ENDS_ADVERB) && ld_is_verb(c, i - 1))
        return true;                                                           /* "voted quickly [that ..]" */
    if (next->shape & LD_MARKS_INFINITIVE && !ld_is_sure_infinitive(c, i + 2)) /* "from good [to bad]" */
        for (uint32_t k = i; !c->atoms[k].border && !c->atoms[k].verb; k--)
            if (c->atoms[k].shape & LD_TAKES_FROM && ld_atom_is(c, k, LD_PREPOSITION)) return true;
    if (!(next->facts & LD_PREPOSITION) || ld_opens_clause(c, i + 1)) return false;
    uint32_t verb = i;
    bool taken = false; /* "plans for a feast [for ..]" */
    while (!c->atoms[verb].border && !c->atoms[verb].verb && !ld_is_infinitive(c, verb) &&
           !(c->atoms[verb].shape & LD_ENDS_PARTICIPLE && c->atoms[verb].shape & LD_TAKES))
        taken |= ld_atom_is(c, verb--, LD_PREPOSITION) && c->atoms[verb + 1].shape & next->shape & LD_TAKES;
    return next->shape & c->atoms[verb].shape & LD_TAKES && !taken && verb < i;
}

/* Whether behind the comma after atom i a list goes on to its "and": "the names[, posts and pay]", but not "Oxley, and
 * he left". */
static bool list_goes_on(const struct ld_clause *c, uint32_t i) {
    bool joint = false;
    if (ld_border(c, i + 1) != LD_COMMA ||
        ld_atom_is(c, i + 1, LD_ARTICLE | LD_PREPOSITION | LD_PRONOUN | LD_RELATIVE | LD_TIME | LD_CONJUNCTION) ||
        ld_atom_shaped(c, i + 1, LD_ENDS_PARTICIPLE | LD_ADVERB) || ld_atom_flagged(c, i + 1, LD_NUMERIC) ||
        (ld_atom_flagged(c, i, LD_CAPITAL) && !ld_atom_flagged(c, i + 1, LD_CAPITAL)))
        return false; /* nor an aside: "Ana Ruiz, 24, and" */
    for (uint32_t k = i + 1; k < c->count && k < i + 10; k++) {
        if (ld_is_verb(c, k)) return false;
        if (joint && (c->atoms[k].border || ld_atom_is(c, k, LD_PREPOSITION))) return true;
        joint |= ld_joins(c, k);
    }
    return joint && i + 10 >= c->count;
}

/* "the names, posts [and pay]": a list that has begun, and is not at its end. */
static bool in_list(const struct ld_clause *c, uint32_t i) {
    enum { FAR = 6 };
    const bool joint = ld_joins(c, i + 1);
    if (!joint && !list_goes_on(c, i)) return false;
    for (uint32_t k = i; k + FAR > i; k--)
        if (c->atoms[k].border) return list_goes_on(c, k - 1);
    return false;
}

bool ld_in_phrase(const struct ld_clause *c, uint32_t i) {
    if (c->atoms[i].marks & LD_COMMA && ld_atom_is(c, i - 1, LD_ARTICLE) && !c->atoms[i].flags)
        return c->atoms[i].shape & LD_HYPHENED; /* "the wide-eyed[, small bird]" */
    if (ld_border(c, i + 1)) return false;
    uint32_t k = i; /* its article */
    while (i - k < 5 && !ld_atom_is(c, k, LD_ARTICLE) && !c->atoms[k].border) k--;
    if (!ld_atom_is(c, k, LD_ARTICLE) || ld_atom_is(c, i, LD_TIME)) return false;
    const uint32_t far =
        i - k < 3 || ld_word_is(c, i + 1, "in") ? 5 : 2; /* "the first northern rope mill [to close]" */
    if (c->atoms[k].shape & LD_DEFINITE && k + 1 < i && ld_is_word_of(c, k + 1, LD_WORDS_uniques))
        for (uint32_t to = i + 1; to < i + far && !(to > i + 1 && c->atoms[to].border); to++)
            if (ld_is_infinitive(c, to + 1) || ld_opens_clause(c, to)) return true;
    return false;
}

/* Whether a name of two words begins at atom i, with no mark between. */
static bool begins_long_name(const struct ld_clause *c, uint32_t i) {
    return ld_atom_flagged(c, i, LD_CAPITAL) && !ld_border(c, i) && ld_atom_flagged(c, i + 1, LD_CAPITAL) &&
           !ld_border(c, i + 1) && !ld_atom_is(c, i, LD_TIME | LD_STOP);
}

/* "a narrow [and entirely needless loss]", "fight flour [and bread taxes]": but not "and bread taxes rose". */
static bool joins_next(const struct ld_clause *c, uint32_t i) {
    if (ld_atom_flagged(c, i, LD_NUMERIC) && ld_joins(c, i + 1) && ld_atom_flagged(c, i + 2, LD_NUMERIC) &&
        ld_is_plain(c, i + 3))
        return true; /* "its 1986 [and 1985 statements]" */
    if (ld_joins(c, i + 1) && ld_is_plain(c, i) && ld_is_plain(c, i + 2) &&
        (begins_long_name(c, i + 3) || (ld_is_plain(c, i + 3) && begins_long_name(c, i + 4))))
        return true; /* "in northern rope [and flour mill Oxley Works]" */
    if (ld_joins(c, i + 1) && ld_atom_shaped(c, i + 2, LD_ENDS_PARTICIPLE) && ld_is_plain(c, i) &&
        !(c->atoms[i].shape & LD_ENDS_S) && (ld_atom_is(c, i - 2, LD_ARTICLE) || ld_atom_is(c, i - 3, LD_ARTICLE))) {
        uint32_t noun = i + 3;
        if (ld_atom_at(c, noun)->bracket != UINT32_MAX) noun = c->atoms[noun].bracket + 1;
        if (ld_is_plain(c, noun)) return true; /* "a new harvest [and milling hall]", "[and milling (HM) hall]" */
    }
    if (c->atoms[i].flags || !ld_joins(c, i + 1) || !ld_is_plain(c, i + 2) || !ld_is_plain(c, i + 3) ||
        ld_atom_shaped(c, i + 2, LD_VERB_BASE | LD_VERB_PRESENT))
        return false;
    if (ld_atom_is(c, i - 1, LD_ARTICLE)) return !ld_atom_is(c, i - 1, LD_RELATIVE);
    for (uint32_t k = i + 4; k < i + 7 && !ld_border(c, k); k++)
        if (ld_is_verb(c, k)) return false;
    if (c->atoms[i].shape & LD_ENDS_S) return false;
    if (ld_is_verb(c, i - 1) || ld_is_infinitive(c, i - 1) || ld_atom_is(c, i - 1, LD_PREPOSITION)) return true;
    const bool told = ld_is_plain(c, i - 1); /* "Harlan's ailing rope [and flour mills]" */
    return ld_atom_shaped(c, i + 3, LD_ENDS_S) && !ld_atom_shaped(c, i + 2, LD_ENDS_PARTICIPLE) &&
           (ld_atom_shaped(c, i - 1 - told, LD_ENDS_GENITIVE) ||
            (told && ld_atom_shaped(c, i - 2, LD_ENDS_PARTICIPLE)));
}

/* "the boats", but not the one of "a boats fair": as far as can be told by the words before. */
static bool is_plural(const struct ld_clause *c, uint32_t i) {
    const struct ld_atom *atom = &c->atoms[i];
    if (!(atom->shape & LD_LIKE_PRESENT)) return false;
    for (uint32_t k = i; i - k < 3 && !c->atoms[k].border; k--)
        if (ld_atom_is(c, k - 1, LD_ARTICLE)) return ld_folded(c, k - 1)[0] != 'a';
    return true;
}

/* "a rare joy: six wins[, two cups ..]" */
static bool behind_colon(const struct ld_clause *c, uint32_t i) {
    while (i > c->verb && !(c->atoms[i].border & LD_COLON)) i--;
    return i > c->verb;
}

/* "day": unlike "Thursday" or "yesterday" it has a word before it that belongs to it. */
static bool is_unit_of_time(const struct ld_clause *c, uint32_t i) {
    if (ld_is_word_of(c, i, LD_WORDS_periods)) return !(c->atoms[i].flags & LD_CAPITAL);
    return ld_is_word_of(c, i - 1, LD_WORDS_in_a_row);
}

/* ", which had been sold [by two men]": no more than the verb at atom i. */
static bool is_bare_relative(const struct ld_clause *c, uint32_t i) {
    const bool by = ld_atom_is(c, i + 1, LD_BYLINE_START);
    while (ld_is_verb(c, i)) i--;
    return (ld_border(c, i) || by) && ld_atom_is(c, i, LD_RELATIVE);
}

/* "with prices [holding steady]", ", with a smith [named as head]": what is so of the noun. */
static bool is_absolute(const struct ld_clause *c, uint32_t i) {
    const struct ld_atom *next = &c->atoms[i + 1];
    if (!(next->shape & (LD_ENDS_PARTICIPLE | LD_LIKE_PAST))) return false;
    if (next->shape & LD_ENDS_PARTICIPLE && ld_word_is(c, i - 1, "with")) return true;
    if (!next->verb && ld_word_is(c, i - 2, "with") && ld_atom_is(c, i - 1, LD_PRONOUN))
        return true; /* "with his head [bowed]" */
    const bool goes_on = next->shape & LD_ENDS_PARTICIPLE && (ld_is_article(c, i + 2) || ld_is_infinitive(c, i + 3));
    for (uint32_t k = i; !c->atoms[k].border; k--)
        if (ld_atom_is(c, k - 1, LD_PREPOSITION)) {
            if (ld_word_is(c, k - 1, "with"))
                return ld_atom_at(c, k - 1)->border & LD_COMMA ||
                       (goes_on && ld_begins_as(c, k - 2, LD_WORDS_ending)); /* "ended with them [closing it]" */
            if (!(next->shape & LD_ENDS_PARTICIPLE) && !ld_atom_shaped(c, k - 1, LD_TAKES_OF)) return false;
        }
    return false;
}

/* "everything from tar [to rope]", "ranging from May [to June]": the other end is to come. */
static bool awaits_to(const struct ld_clause *c, uint32_t i) {
    uint32_t from = i, to = i + 1;
    while (!c->atoms[from].border && !(c->atoms[from].shape & LD_TAKES_FROM && ld_atom_is(c, from, LD_PREPOSITION)))
        from--;
    if (!ld_is_word_of(c, from - 1, LD_WORDS_ranging)) return false;
    for (uint32_t k = from; k <= i; k++)
        if (c->atoms[k].shape & LD_MARKS_INFINITIVE) return false;
    while (to < c->count && !(c->atoms[to].shape & LD_MARKS_INFINITIVE)) to++;
    return to < c->count;
}

/* "wants to see Oskar Dahl [removed]", "left one dead and nine men [hurt]": what is to become of the object. */
static bool is_object_to(const struct ld_clause *c, uint32_t i) {
    const struct ld_atom *next = &c->atoms[i + 1];
    if (!(next->shape & LD_LIKE_PAST) || next->verb || next->flags) return false;
    uint32_t verb = i;
    while (!c->atoms[verb].border && !ld_is_word_of(c, verb, LD_WORDS_seeing) &&
           (ld_joins(c, verb) || !ld_atom_is(c, verb, LD_PREPOSITION | LD_CONJUNCTION)))
        verb--;
    return ld_is_word_of(c, verb, LD_WORDS_seeing) && (c->atoms[verb].verb || ld_is_infinitive(c, verb));
}

/* "after a boat sank [in the bay]", "when he died [of thirst]": what happened is told. */
static bool has_befallen(const struct ld_clause *c, uint32_t i) {
    uint32_t k = i;
    if (!ld_atom_is(c, i + 1, LD_PREPOSITION) || !c->atoms[i].verb || !ld_is_word_of(c, i, LD_WORDS_befalling))
        return false;
    while (k > c->verb && !c->atoms[k].border && !ld_opens_clause(c, k)) k--;
    return k > c->verb && ld_atom_is(c, k, LD_ADJUNCT) && !ld_atom_is(c, k, LD_RELATIVE);
}

bool ld_has_adjunct(const struct ld_clause *c, uint32_t i) {
    if (has_befallen(c, i)) return true;
    return ld_atom_is(c, i + 1, LD_ADJUNCT) && ld_opens_clause(c, i + 1) && !ld_atom_is(c, i, LD_SAY | LD_AUXILIARY) &&
           !ld_is_word_of(c, i, LD_WORDS_coming) && !ld_is_word_of(c, i, LD_WORDS_happening) &&
           !ld_may_be_reduced(c, i);
}

/* What ends with atom i calls for what is behind it, across a mark as well: a verb for its object, its particle or what
 * is said when. Only where verbs are told by their forms. */
static bool parts_verb(const struct ld_clause *c, uint32_t i, bool passive) {
    const struct ld_atom *atom = &c->atoms[i], *next = atom + 1;
    const bool marked = atom->marks & LD_BORDER, verb = ld_is_verb(c, i);
    if (i < c->scene && !ld_is_verb(c, c->scene)) return true; /* "was asleep [when it fell]" */
    if (passive && next->facts & LD_PREPOSITION && is_bare_relative(c, i)) return true;
    if (marked) return false;
    const bool done = atom->shape & LD_INTRANSITIVE || ld_has_adjunct(c, i) || /* "has broadened [as prices fell]" */
                      (verb && !passive && ld_is_happening(c, i));
    if (verb && (passive ? atom->shape & LD_INTRANSITIVE : !done || !(next->facts & LD_OPENERS)))
        return true; /* "subpoenaed his records", "went on", "was looked at" */
    if (ld_joins(c, i + 1) && ld_atom_shaped(c, i + 2, LD_VERB_BASE) && !(atom->shape & LD_INTRANSITIVE) &&
        ld_atom_is(c, i - 1 - ld_atom_is(c, i - 1, LD_NEGATION), LD_AUXILIARY) &&
        (ld_atom_is(c, i + 3, LD_ARTICLE) || ld_atom_flagged(c, i + 3, LD_CAPITAL | LD_NUMERIC)))
        return true; /* "will mend [and sell the boats]" */
    if (passive && next->shape & LD_ENDS_ADVERB && ld_is_plain(c, i + 2))
        return true;                                                         /* "has been moved [slightly upwards]" */
    return next->facts & LD_ADJUNCT && ld_is_word_of(c, i, LD_WORDS_coming); /* "the call came [after he left]" */
}

/* "let her son[, nine, wear it]": do what, behind an aside? */
static bool is_let(const struct ld_clause *c, uint32_t i) {
    enum { NEAR = 4 }; /* words */
    const uint32_t behind = ld_next_border(c, i + 2);
    if (ld_border(c, i + 1) != LD_COMMA || !ld_atom_shaped(c, behind, LD_VERB_BASE)) return false;
    for (uint32_t k = i; k + NEAR > i && !c->atoms[k].border; k--)
        if (ld_begins_as(c, k - 1, LD_WORDS_causing)) return true;
    return false;
}

/* Before an infinitive: "asked the makers [to call]" is none, "left [to found]" is one. */
static enum ld_place before_infinitive(const struct ld_clause *c, uint32_t i) {
    bool named = true; /* from there on */
    for (uint32_t k = i + 1; k-- && !ld_is_sure_infinitive(c, k + 1) && !ld_is_that(c, k);) {
        if (c->atoms[k].shape & LD_TAKES_INFINITIVE) return LD_PLACE_ANY;
        named &= ld_atom_is(c, k, LD_PREPOSITION) || ld_atom_flagged(c, k, LD_CAPITAL);
        if (ld_atom_is(c, k, LD_PREPOSITION) && c->atoms[k].shape & LD_TAKES_FOR &&
            !ld_is_word_of(c, k - 1, LD_WORDS_lent) && /* but "a loan for Oxley [to help ..]" */
            (ld_atom_shaped(c, k - 1, LD_TAKES_FOR) || named))
            return LD_PLACE_ANY; /* "calling for the town [to sell]", "a pact for Oxley [to sell]" */
        if (c->atoms[k].border) break;
    }
    if (ld_atom_is(c, i - 1, LD_BE) && !ld_atom_shaped(c, i, LD_ENDS_PAST)) return LD_PLACE_ANY; /* "are due to" */
    return ld_is_verb(c, i) ? LD_PLACE_POOR : LD_PLACE_FAIR;
}

/* "a film showing smiths [singing]", "was seen leaving": what is seen is what someone does. */
bool ld_is_perceived(const struct ld_clause *c, uint32_t i) {
    uint32_t verb = i;
    while (!c->atoms[verb].border && !ld_is_word_of(c, verb, LD_WORDS_perceiving)) verb--;
    return ld_is_word_of(c, verb, LD_WORDS_perceiving) && !ld_any_is(c, verb + 1, i + 1, LD_PREPOSITION | LD_RELATIVE);
}

/* "a drought ravaging [Oxley]", "a bond maturing [in May]": what it does is not told. Not "rope trading [in Oxley]". */
static bool is_bare_doing(const struct ld_clause *c, uint32_t i) {
    const struct ld_atom *atom = &c->atoms[i], *next = atom + 1;
    if (!(atom->shape & LD_ENDS_PARTICIPLE) || atom->flags || atom->facts || atom->border || !ld_is_plain(c, i - 1) ||
        ld_atom_shaped(c, i - 1, LD_ADVERB | LD_HYPHENED) || ld_is_verb(c, i - 1) ||
        ld_is_word_of(c, i, LD_WORDS_nouns_ing))
        return false;
    return next->facts & (LD_ARTICLE | LD_PREPOSITION) || next->flags || ld_is_plain(c, i + 1);
}

/* Before a participle that begins a phrase, or belongs to the noun behind it; LD_PLACE_ANY where it is neither. */
static enum ld_place before_participle(const struct ld_clause *c, uint32_t i) {
    const struct ld_atom *atom = &c->atoms[i], *next = atom + 1;
    if (next->shape & LD_ENDS_PARTICIPLE && !next->flags && ld_is_perceived(c, i)) return LD_PLACE_MID;
    const bool governs = ld_atom_is(c, i + 2, LD_PREPOSITION),
               object = ld_atom_is(c, i + 2, LD_ARTICLE | LD_PRONOUN) && !ld_border(c, i + 2);
    const bool calls = governs && ld_atom_shaped(c, i + 2, next->shape & LD_TAKES);
    if (ld_word_is(c, i + 1, "being")) return LD_PLACE_FAIR; /* "the food [being sold]" */
    if (next->shape & LD_LIKE_PAST && !next->flags && ld_is_plain(c, i) && !ld_atom_is(c, i - 1, LD_PREPOSITION) &&
        (ld_is_when(c, i + 2) || ld_atom_is(c, i + 2, LD_TIME)))
        return LD_PLACE_CLEAN; /* "the shares [announced last week]" */
    if (next->shape & LD_ENDS_PARTICIPLE && ld_is_plain(c, i + 2) && ld_is_plain(c, i) &&
        (ld_is_word_of(c, i - 1, LD_WORDS_giving) ||
         (ld_is_article(c, i - 1) && ld_is_word_of(c, i - 2, LD_WORDS_giving))))
        return LD_PLACE_MID; /* "gave the mayor [sweeping powers]" */
    if (next->shape & LD_ENDS_PARTICIPLE && atom->flags & LD_CAPITAL && !(atom->facts & LD_TIME) && !next->flags &&
        (object || ld_atom_flagged(c, i + 2, LD_CAPITAL) || ld_is_infinitive(c, i + 3)))
        return LD_PLACE_CLEAN; /* "sued Ana Lind accusing her", "wrote to Oxley accepting Harlan's offer", "hoping to"
                                */
    if (next->shape & LD_ENDS_PARTICIPLE && !(next->facts & LD_PREPOSITION) && !atom->flags &&
        (!(atom->shape & LD_ENDS_PARTICIPLE) || ld_is_noun_at(c, i))) {
        const bool told = ld_is_infinitive(c, i + 3) && ld_atom_shaped(c, i - 1, LD_DEFINITE),
                   free = !told && ld_is_plain(c, i) && !ld_atom_shaped(c, i, LD_LIKE_PAST) &&
                          !ld_is_word_of(c, i + 1, LD_WORDS_nouns_ing); /* not "a report of the firm aiming to sail" */
        if (calls || (governs && free)) return LD_PLACE_FAIR;           /* "a plan calling for", "a bond maturing in" */
        const bool says = next->facts & (LD_SAY | LD_ACCUSE);
        return is_plural(c, i) || (object && (says || !ld_atom_is(c, i + 2, LD_RELATIVE))) ||
                       ld_atom_flagged(c, i + 2, LD_CAPITAL | LD_NUMERIC)
                   ? LD_PLACE_CLEAN /* "rules requiring", "a rule requiring the", "a note saying that" */
                   : LD_PLACE_MID;  /* "the rising prices" */
    }
    if (governs && !next->flags && next->shape & (next->verb ? LD_VERB_PARTICIPLE : LD_LIKE_PAST))
        return LD_PLACE_CLEAN; /* "a deal valued at", "a fund set up by" */
    if (!next->verb && !next->flags && !atom->flags && next->shape & LD_ENDS_PAST &&
        ld_atom_flagged(c, i + 2, LD_CAPITAL))
        return LD_PLACE_CLEAN; /* "a tool called 'Oxley'" */
    return LD_PLACE_ANY;
}

/* Within a phrase, as far as the words beside the place tell; begins: a longer preposition or the like is behind it. */
static bool parts_phrase(const struct ld_clause *c, uint32_t i, bool begins) {
    const struct ld_atom *next = &c->atoms[i + 1];
    const bool article = ld_atom_is(c, i - 1, LD_ARTICLE);
    if (joins_next(c, i)) return true; /* "a narrow [and entirely needless loss]", "fight flour [and bread taxes]" */
    if (next->shape & LD_ADVERB && (article || ld_atom_shaped(c, i - 1, LD_ENDS_GENITIVE)) && ld_is_plain(c, i + 2))
        return true; /* "the town's first [ever pier]" */
    if (!begins && !next->verb && !(next->shape & LD_ADVERB) &&
        !(next->facts & (LD_OPENERS | LD_ARTICLE | LD_PRONOUN | LD_NEGATION)))
        return true; /* a compound: "the harbour [office]" */
    if ((article || (ld_atom_shaped(c, i, LD_HYPHENED) && !c->atoms[i].flags)) && next->facts & LD_TIME &&
        !(next->shape & LD_ADVERB))
        return true; /* "a slow Thursday", "board-game [nights]" */
    if (next->facts & LD_TIME && ld_is_word_of(c, i, LD_WORDS_spare)) return true; /* "in recent [months]" */
    if (next->facts & LD_TIME && ld_is_word_of(c, i, LD_WORDS_adjectives) && ld_is_word_of(c, i - 1, LD_WORDS_uniques))
        return true;                    /* "the first long [night]" */
    return is_unit_of_time(c, i + 1) && /* "a second consecutive day", "48 light years" */
           (ld_is_plain(c, i) || (ld_is_number(c, i - 1) && !ld_atom_is(c, i, LD_STOP)));
}

/* "a large reduction [in the tax]": a noun whose preposition is missed, but not as a verb's is. */
static bool takes_next(const struct ld_clause *c, uint32_t i) {
    const struct ld_atom *atom = &c->atoms[i], *next = atom + 1;
    const uint32_t verbs = LD_LIKE_PAST | LD_ENDS_PARTICIPLE | LD_VERB_BASE | LD_VERB_PRESENT | LD_ADVERB;
    return !(atom->facts | atom->flags) && !(atom->shape & verbs) && next->facts & LD_PREPOSITION &&
           atom->shape & next->shape & LD_TAKES;
}

/* '"The mill [is old]"': of what is said word for word from atom open on, behind a mark, a verb is to come. */
static bool parts_speech(const struct ld_clause *c, uint32_t open, uint32_t i) {
    return ld_border(c, open) && (ld_free_verb_from(c, open) > i || ld_waiting(c, open, i + 1));
}

/* 'will be "tough [weeks]"': atom i is within a quotation that goes on, and calls for what follows. */
static bool parts_quoted(const struct ld_clause *c, uint32_t i) {
    enum { LAST = 2 }; /* words that are no room */
    uint32_t open = i;
    while (open > c->opener && (c->atoms[open].quote == UINT32_MAX || c->atoms[open].quote <= i)) open--;
    const bool left = open && open == c->opener; /* open by the sentence */
    if (open == i || (left ? c->count - 1 : c->atoms[open].quote) <= i + LAST || (!left && parts_speech(c, open, i)))
        return true; /* '"tough [weeks to come]"', '"pulls the ropes [out]"' */
    const struct ld_atom *atom = &c->atoms[i], *next = atom + 1;
    if (!(atom->marks & LD_BORDER) && !(next->facts & (LD_OPENERS | LD_ARTICLE | LD_PRONOUN | LD_NEGATION)) &&
        !next->verb)
        return true; /* '"a snap [combat exercise]"' */
    const bool base = atom->shape & (LD_VERB_BASE | LD_VERB_OR_NOUN) &&
                      ld_atom_is(c, i - 1 - (ld_atom_is(c, i - 1, LD_NEGATION) && !ld_is_verb(c, i - 1)), LD_AUXILIARY);
    if (!(atom->marks & LD_BORDER) &&
        (ld_lightness(c, i) >= 0.5 || base || (ld_is_verb(c, i) && !ld_is_behind_be(c, i))))
        return true; /* '"we don't believe [in boats]"', '"there is a threat [to them]"' */
    if (ld_joins(c, i - 1) && atom->shape & LD_VERB_BASE && next->facts & LD_ARTICLE)
        return true; /* '"will mend and sell [the boats]"' */
    if (next->facts & LD_RELATIVE && !(next->facts & LD_ADJUNCT) && !(atom->marks & LD_BORDER))
        return true;                  /* '"There are men [who ..]"' */
    return next->shape & LD_TAKES_OF; /* "a 'lack [of hope]'" */
}

/* 'with the words, ["We ..]': atom i is the last before one, whether that is closed or not. */
static bool awaits_quoted(const struct ld_clause *c, uint32_t i) {
    const struct ld_atom *atom = &c->atoms[i], *next = atom + 1;
    if (!(atom->marks & LD_COMMA)) return false;
    if (next->quote != UINT32_MAX) return true;
    return c->unfinished && next->lead < next->start;
}

/* "spends nine mln dlrs [a day]", "at over 9 tonnes [a year]". */
static bool parts_rate(const struct ld_clause *c, uint32_t i) {
    enum { NEAR = 4 }; /* words */
    if (!ld_is_article(c, i + 1) || ld_atom_shaped(c, i + 1, LD_DEFINITE) || !is_unit_of_time(c, i + 2)) return false;
    if (ld_phrase_at(c, i + 1, LD_TIME | LD_CONNECTIVE | LD_ADJUNCT) > 2 || ld_atom_is(c, i + 3, LD_CONJUNCTION))
        return false; /* "a year ago", "after" */
    for (uint32_t k = i + 1; k-- && k + NEAR > i && !ld_is_verb(c, k);)
        if (ld_is_number(c, k)) return true;
    return false;
}

/* "has, to no surprise, [been sold]": the aside that ends with atom i, or goes on behind it, parts a verb. */
static bool is_amid_verb(const struct ld_clause *c, uint32_t i) {
    i = ld_last_border(c, i);
    return i && c->atoms[i].border & LD_COMMA && ld_atom_is(c, i - 1, LD_AUXILIARY);
}

/* "the mills [and old boats of Oxley]": both are of that. */
static bool parts_joined_of(const struct ld_clause *c, uint32_t i) {
    enum { FAR = 3 }; /* words */
    uint32_t of = i + 3, k = i;
    if (!ld_joins(c, i + 1) || !ld_is_plain(c, i) || !ld_is_plain(c, i + 2) || ld_is_infinitive(c, i)) return false;
    if (ld_is_plain(c, of)) of++;
    while (k + FAR > i && !c->atoms[k].border && !ld_atom_is(c, k - 1, LD_ARTICLE | LD_PREPOSITION)) k--;
    return ld_word_is(c, of, "of") && !c->atoms[of].border && ld_atom_shaped(c, k - 1, LD_DEFINITE);
}

static enum ld_place place_after(const struct ld_clause *c, uint32_t i) {
    const struct ld_atom *atom = &c->atoms[i], *next = atom + 1;
    const bool open = atom->quote == UINT32_MAX ? (atom->marks & LD_QUOTED) != 0 : atom->quote > i;
    const bool forms = c->endings->forms, marked = atom->marks & LD_BORDER;
    if (!ld_may_end(c, i)) return forms && takes_next(c, i) ? LD_PLACE_MID : LD_PLACE_ANY;
    if (i + 1 == c->count) return LD_PLACE_CLEAN;
    if (is_amid_verb(c, i)) return LD_PLACE_ANY;
    if (ld_before_bracket(c, i)) {
        if (ld_is_infinitive(c, c->atoms[i + 1].bracket + 2) && ld_asks_whom(c, i)) return LD_PLACE_ANY;
        return open ? LD_PLACE_POOR : LD_PLACE_CLEAN;
    }
    if (forms && (ld_awaits_and(c, i) || (!marked && awaits(c, i)))) return LD_PLACE_MID;
    if (!marked && (ld_is_put(c, i + 1) || (ld_atom_shaped(c, i + 1, LD_ADVERB) && ld_is_put(c, i + 2))))
        return LD_PLACE_ANY;
    if (forms && !marked && (is_absolute(c, i) || awaits_to(c, i) || is_object_to(c, i))) return LD_PLACE_MID;
    if (forms && (awaits_but(c, i) || ld_in_phrase(c, i) || in_list(c, i) || ld_in_choice(c, i + 1)))
        return LD_PLACE_MID;

    if (forms && (awaits_quoted(c, i) || (!marked && parts_rate(c, i)))) return LD_PLACE_MID;
    const bool passive = ld_is_behind_be(c, i);
    const bool noun = ld_is_noun_at(c, i) || ld_atom_is(c, i - 2, LD_ARTICLE) || (i && ld_is_protected(c, i - 1));
    if (forms && parts_verb(c, i, passive)) return noun ? LD_PLACE_MID : LD_PLACE_ANY; /* "a public spat", of old */
    if (forms && (open || (c->opener && i >= c->opener)) && parts_quoted(c, i)) return LD_PLACE_MID;
    if (atom->shape & LD_TAKES_INFINITIVE && ld_is_infinitive(c, i + 2)) return LD_PLACE_MID; /* "failed [to open]" */
    if (open || (ld_is_verb(c, i) && !passive && !marked && !(forms && ld_has_adjunct(c, i)))) return LD_PLACE_POOR;
    if (i == c->verb && atom->facts & LD_SAY) return LD_PLACE_MID; /* "he said, .." */
    if (ld_by_endings(c) && (ld_awaits_object(c, i) || ld_is_given(c, i) || ld_is_bare_apposition(c, i)))
        return LD_PLACE_MID;
    if (atom->marks & LD_COMMA && forms && behind_colon(c, i)) return LD_PLACE_MID;
    if (marked && ld_is_last_verb(c, i + 1)) return LD_PLACE_POOR;
    if (marked && forms && ld_border(c, i) && ld_atom_is(c, i, LD_CONNECTIVE))
        return LD_PLACE_MID; /* ", however[, it]" */
    if (marked && forms && ld_word_is(c, i - 1, "very") && ld_atom_is(c, i - 2, LD_PREPOSITION | LD_ARTICLE))
        return LD_PLACE_MID; /* "in very quiet[, dull weather]" */
    if (marked && (ld_is_called_for(c, i + 1) || ld_is_open_clause(c, i) || (forms && is_let(c, i))))
        return LD_PLACE_MID;
    if (marked) return list_goes_on(c, i) ? LD_PLACE_FAIR : LD_PLACE_CLEAN;
    if (c->endings->final_verb)
        return ld_may_end_field(c, i) || ld_may_end_dutch(c, i) ? LD_PLACE_FAIR
                                                                : LD_PLACE_POOR; /* the rest of the verb is to come */

    if (next->shape & LD_TAKES_OF && next->facts & LD_BOUND)
        return atom->flags & LD_CAPITAL ? LD_PLACE_FAIR : LD_PLACE_POOR;
    if (ld_is_infinitive(c, i + 2)) /* "is set to" */
        return i + 2 == c->complement ? LD_PLACE_ANY : before_infinitive(c, i);
    if (forms && ld_gives_name(c, i + 1)) return LD_PLACE_CLEAN;
    if (forms && is_bare_doing(c, i)) return LD_PLACE_MID;
    const enum ld_place participle = forms ? before_participle(c, i) : LD_PLACE_ANY;
    if (participle != LD_PLACE_ANY) return participle;
    if (ld_word_is(c, i + 1, "effective") && ld_atom_is(c, i + 2, LD_TIME))
        return LD_PLACE_POOR; /* "will fall nine pct [effective May 9]" */
    if (next->shape & LD_TAKES_TO && !(next->facts & LD_PREPOSITION) &&
        (ld_atom_is(c, i + 2, LD_TIME) || ld_atom_flagged(c, i + 2, LD_NUMERIC)))
        return LD_PLACE_CLEAN;              /* "a bond due May", "notes due 1999" */
    if (forms && next->verb && i > c->verb) /* it hardly is one: "four of its tobacco [brands]" */
        return next->shape & LD_ENDS_PAST && (ld_atom_is(c, i + 2, LD_PREPOSITION | LD_TIME) ||
                                              ld_is_that(c, i + 2)) /* "worried [that ..]" */
                   ? LD_PLACE_CLEAN
                   : LD_PLACE_MID;

    const bool begins = ld_phrase_at(c, i + 1, LD_PREPOSITION | LD_ADJUNCT | LD_CONJUNCTION) > 1; /* "due to" */
    if (forms && parts_phrase(c, i, begins)) return next->shape & LD_ENDS_PARTICIPLE ? LD_PLACE_MID : LD_PLACE_ANY;
    if (next->facts & LD_PRONOUN && forms && ld_is_verb(c, i + 2) && !(next->facts & (LD_RELATIVE | LD_BOUND)))
        return LD_PLACE_FAIR; /* "the tools it has made" */
    if (next->facts & LD_ARTICLE && !(next->facts & (LD_RELATIVE | LD_TIME)) && !ld_atom_is(c, i + 2, LD_TIME) &&
        forms && !(begins && ld_word_is(c, i + 1, "such")))
        return LD_PLACE_MID; /* "gave the town [a bridge]", "take back [the keys]", but "may leak [such as]" */
    if (forms && !begins && next->shape & LD_ADVERB && !(next->facts & LD_OPENERS) && ld_is_number(c, i + 2))
        return LD_PLACE_MID; /* "gave the town [just nine days]" */
    if (forms && parts_joined_of(c, i)) return LD_PLACE_POOR;
    if (begins && forms) return LD_PLACE_CLEAN;
    if (begins && ld_by_endings(c))
        return ld_phrase_at(c, i + 1, LD_ADJUNCT | LD_CONJUNCTION) > 1 ? LD_PLACE_CLEAN : LD_PLACE_FAIR;
    if (ld_by_endings(c) && next->shape & LD_VERB_PARTICIPLE && !(next->flags | next->facts) &&
        !(ld_atom_is(c, i - 1, LD_ARTICLE) && !ld_atom_is(c, i - 1, LD_PREPOSITION)) &&
        ld_atom_is(c, i + 2, LD_PREPOSITION))
        return LD_PLACE_FAIR; /* "le plan du maire [proposé à ..]", "des sacs de sel [vendus à ..]" */
    if (ld_by_endings(c) && ld_is_word_of(c, i + 1, LD_WORDS_stemming) && ld_atom_is(c, i + 2, LD_PREPOSITION) &&
        !ld_is_verb(c, i))
        return LD_PLACE_FAIR; /* "de sal [procedentes de ..]" */
    if (ld_by_endings(c) && ld_atom_is(c, i + 1, LD_ARTICLE) && !ld_atom_is(c, i + 1, LD_PREPOSITION) &&
        !ld_is_verb(c, i) && !ld_ends_bare(c, i) && !ld_atom_is(c, i - 1, LD_PRONOUN) &&
        ld_atom_is(c, i + 2 + ld_atom_flagged(c, i + 2, LD_NUMERIC), LD_TIME))
        return LD_PLACE_CLEAN; /* "seront vendus [le 9 mai]" */
    if (next->facts & LD_BOUND) return LD_PLACE_FAIR;
    if (!(next->facts & LD_OPENERS)) return LD_PLACE_POOR;
    return next->facts & LD_ADJUNCT || ld_is_verb(c, i + 2) || ld_is_verb(c, i + 3) ? LD_PLACE_CLEAN : LD_PLACE_FAIR;
}

enum ld_place ld_place_after(const struct ld_clause *c, uint32_t i) {
    const enum ld_place place = place_after(c, i);
    return place > LD_PLACE_MID && ld_waits(c, i) ? LD_PLACE_MID : place;
}
