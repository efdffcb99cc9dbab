/* shorten_subject.c - a subject and its verb in; out, the pieces that belong to the subject's noun: what stands behind
 * it, up to the verb, as a whole or from some preposition or clause on, and "a group of" before it. When unsure it
 * finds none. Source: as shorten_pieces.c. */
#include <string.h>

#include "pick/shorten_words.h"

/* "for deep sea [fishing] in": a noun, where the one before it has no article and is not many. */
static bool ends_compound(const struct ld_clause *c, uint32_t from, uint32_t i) {
    uint32_t k = i - 1;
    if (ld_atom_shaped(c, k, LD_ENDS_S)) return false;
    for (; k > from && !ld_atom_is(c, k, LD_PREPOSITION); k--)
        if (c->atoms[k].facts || c->atoms[k].flags & (LD_CAPITAL | LD_NUMERIC)) return false;
    return k > from;
}

/* Whether a word in -ing at atom i begins what belongs to the noun before it: "[facing a charge]". */
static bool opens_ing(const struct ld_clause *c, uint32_t from, uint32_t i) {
    const struct ld_atom *atom = &c->atoms[i],
                         *noun = atom[-1].shape & LD_ENDS_ADVERB ? atom - 2 : atom - 1;     /* "[allegedly selling]" */
    if (ends_compound(c, from, i) || ld_is_word_of(c, i - 1, LD_WORDS_spare)) return false; /* "new lending to" */
    return !atom->flags && !noun->facts && i > from + 1 && !(noun->shape & LD_ENDS_GENITIVE) &&
           !(noun->shape & LD_HYPHENED) && !ld_atom_shaped(c, i + 1, LD_TAKES_OF) && /* "public offering of" */
           (ld_atom_is(c, i + 1, LD_ARTICLE | LD_PREPOSITION) || ld_atom_flagged(c, i + 1, LD_CAPITAL | LD_NUMERIC) ||
            noun->shape & LD_ENDS_S || atom->facts & LD_BE); /* "[being sold to Acme]" */
}

/* Whether at atom i, of a subject that began at atom from, what belongs to its noun may begin: "[in the north]", "[who
 * left]", "[made in May]", "[to build a dam]". */
static bool opens_modifier(const struct ld_clause *c, uint32_t from, uint32_t i) {
    const struct ld_atom *atom = &c->atoms[i], *before = atom - 1;
    if (ld_is_behind_be(c, i)) return false; /* "who was badly [beaten]", "who is now [in Oxley]" */
    if (ld_joins(c, i)) {                    /* "who left [and came to]", but not "who left, rowed and came to" */
        uint32_t who = i;
        while (who > from && !ld_atom_is(c, who, LD_RELATIVE) && !ld_border(c, who)) who--;
        return ld_is_verb(c, i + 1) && !ld_is_verb(c, i - 1) && ld_atom_is(c, who, LD_RELATIVE);
    }
    if (ld_atom_is(c, i - 1,
                   LD_PREPOSITION | LD_ARTICLE | LD_CONJUNCTION | LD_SAY | LD_NEGATION | LD_AUXILIARY | LD_BE))
        return false;
    if (before->border & LD_COMMA && !(before->flags & LD_CAPITAL) && i > from + 2)
        return false;                                                 /* "Ana Lind, owner [of the mill], has" */
    if (ld_is_that(c, i) && ld_is_infinitive(c, i - 1)) return false; /* "who called to report [that he left]" */
    for (uint32_t k = from; ld_is_that(c, i) && k + 1 < i; k++)
        if (ld_word_is(c, k + 1, "by") && ld_begins_as(c, k, LD_WORDS_contents))
            return false; /* "claims by Lind [that ..]" */
    if (ld_atom_is(c, i, LD_ADJUNCT) && !(atom->shape & LD_TAKES) && ld_is_verb(c, i - 1))
        return true;                                                           /* "who died [after ..]" */
    if (ld_is_sure_infinitive(c, i - 1) || ld_is_verb(c, i - 1)) return false; /* "to take on", "who went for" */
    if (c->atoms[i].shape & LD_MARKS_INFINITIVE && ld_is_infinitive(c, i + 1))
        return !ld_is_word_of(c, from + 1, LD_WORDS_acts) &&
               !(before->shape & (LD_ENDS_PAST | LD_ENDS_PARTICIPLE | LD_ADVERB)) && !before->facts;
    for (uint32_t k = 1; k < 3; k++) /* "days [after]" */
        if (ld_phrase_at(c, i - k, LD_ADJUNCT) > k) return false;
    if (ld_phrase_at(c, i, LD_ADJUNCT) > 1 && ld_any_is(c, from, i, LD_RELATIVE))
        return true; /* "who left [days after ..]" */
    if (ld_atom_is(c, i, LD_PREPOSITION) && before->shape & (LD_LIKE_PAST | LD_ENDS_PARTICIPLE) &&
        !(before->flags & LD_CAPITAL))
        return false;                                                           /* "a group led by" */
    if (ld_word_is(c, i, "than") && !(before->shape & LD_ENDS_S)) return false; /* "stronger [than old ropes]" */
    if (ld_is_word_of(c, i, LD_WORDS_behind_nouns)) return true;
    if (ld_atom_is(c, i, LD_PREPOSITION | LD_RELATIVE) ||
        (ld_atom_is(c, i, LD_ADJUNCT) && ld_atom_shaped(c, i + 1, LD_ENDS_PARTICIPLE))) /* "who fell [while riding]" */
        return true;
    if (atom->shape & LD_LIKE_PAST && !atom->verb && !(atom->flags & LD_CAPITAL))
        return ld_atom_is(c, i + 1, LD_PREPOSITION) && !(before->shape & LD_HYPHENED); /* not "a half-point cut in" */
    return atom->shape & LD_ENDS_PARTICIPLE && opens_ing(c, from, i) &&
           !(ld_is_number(c, i - 1) && !ld_atom_is(c, i + 1, LD_STOP | LD_MONTH | LD_TIME)) && /* "9 [ailing mills]" */
           (before->shape & LD_ADVERB || !ld_is_perceived(c, i - 1)); /* "a film showing a smith [rowing]" */
}

/* "Institute [for Tides researchers] have": what is many is the last noun, and not what stands before atom i. */
static bool has_own_head(const struct ld_clause *c, uint32_t i, uint32_t to) {
    const struct ld_atom *head = ld_atom_at(c, to - 1);
    return ld_atom_flagged(c, i - 1, LD_CAPITAL) && head->shape & LD_LIKE_PRESENT && !head->flags &&
           !(head->facts & LD_TIME) && ld_goes_with_many(c, to);
}

/* "Most mills [that stand on the bay] are", "40% of mills": not so of all. */
static bool is_share(const struct ld_clause *c, uint32_t from, uint32_t to) {
    for (uint32_t i = from; i + 3 < to && i < from + 2; i++) {
        const struct ld_atom *atom = &c->atoms[i], *next = atom + 1;
        if (atom->flags & LD_NUMERIC && memchr(c->doc->text + atom->start, '%', atom->tail - atom->start))
            return next->shape & LD_TAKES_OF;
        if (!(next->flags & (LD_NUMERIC | LD_CAPITAL)) && ld_is_word_of(c, i, LD_WORDS_shares))
            return !(next->facts & (LD_ARTICLE | LD_PREPOSITION | LD_TIME));
    }
    return false;
}

/* "The number of boats [in the bay] fell by 9", "sales [of salt] are up 9 pct": without it another figure, as the verb
 * at atom i tells. */
static bool is_figure(const struct ld_clause *c, uint32_t i) {
    enum { NEAR = 4 }; /* words */
    while (c->atoms[i].facts & LD_AUXILIARY || ld_atom_is(c, i, LD_BE) || ld_atom_shaped(c, i, LD_ADVERB)) i++;
    if (!ld_is_word_of(c, i, LD_WORDS_changing)) return false;
    for (uint32_t k = i + 1; k < i + NEAR && !c->atoms[k].border; k++)
        if (ld_is_number(c, k)) return true;
    return false;
}

/* "Minister [for Salt and Trade Ana Ruiz]": all in capitals. */
static bool has_bearer(const struct ld_clause *c, uint32_t i, uint32_t to) {
    uint32_t k = i;
    while (++k < to && (ld_atom_flagged(c, k, LD_CAPITAL) || ld_joins(c, k))) continue;
    if (k < to && !ld_in_piece(c, k)) return false; /* but "on Monday" */
    for (k = i; ld_atom_flagged(c, k - 1, LD_CAPITAL | LD_NUMERIC);)
        if (ld_is_title(c, --k)) return !ld_atom_shaped(c, k - 1, LD_ENDS_GENITIVE); /* "Oxley's Minister" says whose */
    return ld_atom_is(c, k - 1, LD_MINOR) && ld_is_title(c, k - 2);                  /* "Minister of State for" */
}

/* "plans [to sail]", "plans [by Lorran to build a mill]": what the noun is about stands behind atom i. */
static bool is_undertaking(const struct ld_clause *c, uint32_t i, uint32_t to) {
    for (uint32_t k = i; k < to && ld_is_word_of(c, i - 1, LD_WORDS_undertakings); k++)
        if (ld_is_sure_infinitive(c, k + 1)) return true;
    return false;
}

/* "plans to turn the mill in Oxley [into a hall]": where what an infinitive before atom i takes begins, or 0. */
static uint32_t find_taken(const struct ld_clause *c, uint32_t from, uint32_t i, uint32_t to) {
    uint32_t k = i - 1, into = i;
    while (k > from && !c->atoms[k].verb && !(ld_is_sure_infinitive(c, k) && ld_atom_shaped(c, k, LD_TAKES_INTO))) k--;
    while (into < to && !ld_atom_is(c, into, LD_PREPOSITION)) into++;
    while (into < to && !(ld_atom_is(c, into, LD_PREPOSITION) && ld_atom_shaped(c, into, LD_TAKES_INTO))) into++;
    return k > from && !c->atoms[k].verb && into < to && !ld_any_is(c, i, into, LD_RELATIVE) ? into : 0;
}

/* "plans [by Lorran] to build a mill": where what is planned begins, behind who plans it at atom i; or i. */
static uint32_t planner_end(const struct ld_clause *c, uint32_t i, uint32_t to) {
    if (!ld_atom_is(c, i, LD_BYLINE_START) || !ld_is_word_of(c, i - 1, LD_WORDS_undertakings)) return i;
    for (uint32_t k = i + 2; k < to && !c->atoms[k].border; k++)
        if (ld_is_sure_infinitive(c, k + 1)) return k;
    return i;
}

/* Whether a name stands behind the preposition at atom i. */
static bool before_name(const struct ld_clause *c, uint32_t i) {
    return ld_atom_flagged(c, ld_atom_is(c, i + 1, LD_ARTICLE) ? i + 2 : i + 1, LD_CAPITAL);
}

/* What begins at atom from is no subject of which the verb at atom to is known to be. */
static bool is_no_subject(const struct ld_find *f, uint32_t from, uint32_t to) {
    const struct ld_clause *c = f->c;
    const bool about = ld_is_word_of(c, from, LD_WORDS_roughly) && ld_is_number(c, from + 1); /* "about 9 men" */
    if (!c->endings->forms || to >= f->limit || (ld_atom_is(c, from, LD_PREPOSITION | LD_ADJUNCT) && !about))
        return true;
    if (ld_word_is(c, from, "if")) return true; /* "said if it rains, boats will stay" */
    if (from + 1 < to && ld_atom_is(c, from + 1, LD_BE) && ld_word_is(c, from, "it"))
        return true; /* "it was Lind who came and, then, Ashby's boat that sank" */
    if (ld_is_word_of(c, from, LD_WORDS_things) && ld_atom_flagged(c, from + 1, LD_CAPITAL))
        return true; /* "everything Ana Lind sold came" */
    return !c->whole && !(c->atoms[to].facts & (LD_AUXILIARY | LD_SAY | LD_PAST));
}

/* Where the subject ends, before its verb and the adverbs of that; or from, where another clause's subject or verb
 * stands there. */
static uint32_t subject_end(const struct ld_clause *c, uint32_t from, uint32_t verb) {
    uint32_t to = verb;
    while (to > from && !ld_is_verb(c, to - 1) && ld_atom_shaped(c, to - 1, LD_ADVERB) && !ld_is_article(c, to - 2))
        to--; /* but "looking for a well is" */
    if (ld_word_is(c, to - 1, "there") || ld_word_is(c, to - 1, "you") ||
        (ld_atom_is(c, to - 1, LD_PRONOUN) && !ld_atom_is(c, to - 1, LD_ARTICLE) && !ld_is_infinitive(c, to - 2) &&
         !ld_atom_is(c, to - 2, LD_PREPOSITION)))
        return from;                      /* "the men [who left] he knew": its own; but "[to see him] has" */
    if (ld_joins(c, to - 1)) return from; /* "and came": the subject stands before another one */
    return to;
}

/* "An advisory panel [to Acme]": the preposition at atom i tells no more than whose a thing without a name is. */
static bool relates(const struct ld_clause *c, uint32_t from, uint32_t i) {
    return i == from + 3 && !(c->atoms[i].shape & (LD_TAKES_OF | LD_TAKES_FROM)) &&
           !ld_atom_flagged(c, i - 1, LD_CAPITAL) && ld_atom_is(c, from, LD_ARTICLE) && before_name(c, i);
}

/* "a guild of smiths [to mend the pier]": not what a noun is about, "a plan by smiths to mend it", "of a plan to". */
static bool is_purpose(const struct ld_clause *c, uint32_t from, uint32_t i) {
    uint32_t noun = i - 1;
    for (uint32_t k = i - 1; k > from; k--) {
        if (ld_is_infinitive(c, k)) return false;
        if (ld_atom_is(c, k, LD_PREPOSITION)) noun = k - 1;
    }
    return noun < i - 1 && ld_is_sure_infinitive(c, i + 1) && !ld_is_word_of(c, noun, LD_WORDS_undertakings) &&
           !ld_is_word_of(c, i - 1, LD_WORDS_undertakings);
}

/* "a further fall [in prices]", "the ban [on rope]": of what the noun before atom i calls for; but "the talks [with
 * Oxley]". */
static bool is_called_for(const struct ld_clause *c, uint32_t i) {
    return ld_is_of_noun(c, i) && !ld_word_is(c, i, "between") && !ld_word_is(c, i, "with");
}

/* "its council [of bakers]", "today's talks [of nine towns]": whose or which it is was told before atom i. */
static bool is_owned(const struct ld_clause *c, uint32_t from, uint32_t i) {
    if (!ld_word_is(c, i, "of") || ld_any_is(c, from + 1, i, LD_PREPOSITION) || c->atoms[i - 1].flags & LD_CAPITAL ||
        ld_word_is(c, i - 1, "board") || /* see shorten_firms.c */
        !(ld_atom_shaped(c, i - 1, LD_ENDS_S) || ld_is_word_of(c, i - 1, LD_WORDS_groups) ||
          ld_is_word_of(c, i - 1, LD_WORDS_offices)))
        return false;
    for (uint32_t k = from; k + 1 < i; k++)
        if (ld_atom_shaped(c, k, LD_ENDS_GENITIVE) ||
            (ld_atom_is(c, k, LD_PRONOUN) && ld_atom_is(c, k, LD_ARTICLE) && !ld_atom_is(c, k, LD_RELATIVE)))
            return true;
    return false;
}

/* "the head of [Acme]", "the Bank of [Oxley]": the preposition at atom i belongs to the noun before it; behind a long
 * subject it is the last resort. */
static bool is_bound(const struct ld_clause *c, uint32_t from, uint32_t i) {
    if (c->atoms[i - 1].flags & c->atoms[i + 1].flags & LD_CAPITAL && !ld_border(c, i) &&
        (ld_word_is(c, i, "for") || ld_word_is(c, i, "on")) && !ld_any_is(c, from + 1, i, LD_PREPOSITION) &&
        !ld_atom_is(c, i + 1, LD_TIME | LD_MONTH))
        return true; /* "the Council for [Oxley]" */
    if (!ld_atom_is(c, i, LD_BOUND) || is_purpose(c, from, i) || is_owned(c, from, i)) return false;
    if (ld_atom_flagged(c, i - 1, LD_CAPITAL) && i > from + 1)
        return before_name(c, i) || (ld_is_number(c, i + 1) && ld_word_is(c, i, "of") &&
                                     c->atoms[i + 1].end <= c->atoms[i + 1].start + 3); /* "the Group of 10", no year */
    const bool inner = ld_any_is(c, from + 1, i, LD_PREPOSITION | LD_RELATIVE);
    if (ld_word_is(c, i, "of") && (ld_is_number(c, i - 2) || ld_word_is(c, i - 2, "more")))
        return true; /* "two or more mugs [of ale]" */
    return !(c->atoms[i].shape & LD_TAKES_FROM) && (inner ? !ld_is_word_of(c, i, LD_WORDS_relating) : i <= from + 4);
}

/* Whether the verb at atom i goes with one, or with many; with both: "left", "will". */
static bool goes_with_one(const struct ld_clause *c, uint32_t i) {
    return ld_word_is(c, i, "has") || ld_word_is(c, i, "is") || ld_word_is(c, i, "was") ||
           (!(c->atoms[i].facts & (LD_AUXILIARY | LD_PAST)) && ld_atom_shaped(c, i, LD_LIKE_PRESENT));
}
bool ld_goes_with_many(const struct ld_clause *c, uint32_t i) {
    return ld_word_is(c, i, "have") || ld_word_is(c, i, "are") || ld_word_is(c, i, "were");
}

/* "[A group of] smiths have", "[Officials of] Acme said": who they are does alone, where the verb goes with that. Where
 * that begins, or from. */
static uint32_t find_members(struct ld_find *f, uint32_t from, uint32_t to, uint32_t verb) {
    struct ld_clause *c = f->c;
    uint32_t of = from + 1;
    while (of < to && !ld_atom_is(c, of, LD_PREPOSITION)) of++;
    const bool group = ld_is_word_of(c, of - 1, LD_WORDS_groups) && ld_word_is(c, from, "a");
    if (!ld_word_is(c, of, "of") || ld_any_is(c, from, of, LD_CONNECTIVE) ||
        !(group || ld_is_word_of(c, of - 1, LD_WORDS_members)))
        return from;
    uint32_t noun = of + 1; /* the last word of what follows */
    while (noun + 1 < to && !c->atoms[noun + 1].border && !ld_atom_is(c, noun + 1, LD_PREPOSITION | LD_RELATIVE))
        noun++;
    const bool many = ld_atom_shaped(c, noun, LD_ENDS_S) || ld_any_is(c, of, to, LD_CONNECTIVE);
    if (many ? goes_with_one(c, verb) : group || ld_goes_with_many(c, verb)) return from;
    for (uint32_t i = verb; i < c->count; i++)
        if (ld_word_is(c, i, "it") || ld_word_is(c, i, "its")) return from; /* the group */
    ld_add_piece(f, LD_PIECE_TITLE, from, of + 1);
    return of + 1;
}

/* "[seeking a suspect]", "[after he stole it]": who is accused in it is told there, unlike "accused of", "in a murder
 * trial"; but "the trial of a smith [accused of arson]". */
static bool tells_itself(const struct ld_clause *c, uint32_t from, uint32_t i) {
    const bool accused = ld_atom_is(c, i, LD_ACCUSE) && !(ld_is_article(c, from) && ld_word_is(c, from + 2, "of") &&
                                                          ld_is_word_of(c, from + 1, LD_WORDS_trials));
    return (ld_atom_shaped(c, i, LD_LIKE_PAST | LD_ENDS_PARTICIPLE) && !accused) || ld_atom_is(c, i, LD_CONJUNCTION);
}

/* "Parents [who beat children] could be jailed", "Lind's smiths [who ..]": not all, as no article tells of some. */
static bool is_kind(const struct ld_clause *c, uint32_t from, uint32_t i) {
    if (i == from + 1) return true;
    if (ld_atom_is(c, from, LD_ARTICLE) || ld_is_number(c, from) || !ld_atom_shaped(c, i - 1, LD_ENDS_S) ||
        c->atoms[i - 1].flags & LD_CAPITAL || ld_word_is(c, i, "which") || ld_begins_as(c, i - 1, LD_WORDS_contents))
        return false;
    for (uint32_t k = from + 1; k <= i; k++)
        if (c->atoms[k].border) return false;
    return true;
}

/* "Bakers [in Oxley] have decided", "Talks [on salt] will": no more than a word would tell of whom or of what, unlike
 * "Researchers [in Oxley]", "Smiths [at Oxley Works]". */
static bool is_all_told(const struct ld_clause *c, uint32_t from, uint32_t i) {
    return i == from + 1 && ld_phrase_at(c, i, LD_PREPOSITION) == 1 && !ld_word_is(c, i, "at") &&
           !ld_word_is(c, i, "from") && !ld_begins_as(c, from, LD_WORDS_unnamed);
}

/* "Thieves [who broke in] have taken", "rules [that ..] are being broken": of a kind something is told that was so
 * once.
 */
static bool happened(const struct ld_clause *c, uint32_t i, uint32_t verb) {
    return (ld_word_is(c, i, "who") && ld_word_is(c, verb, "have") &&
            (!ld_atom_is(c, verb + 1, LD_BE) || ld_word_is(c, verb + 2, "told"))) ||
           ld_word_is(c, verb + 1, "being");
}

/* Where in [from, to) the last article or "show" stands that follows a noun at once, as another clause or an
 * object begins there: "raised fears [the mill could ..]", "praised in May [the plan ..]", "papers [show mills sold
 * it]"; or from. */
static uint32_t find_apart(const struct ld_clause *c, uint32_t from, uint32_t to) {
    for (uint32_t k = to; k-- > from + 2;) {
        const struct ld_atom *atom = &c->atoms[k], *before = atom - 1;
        const bool says = ld_is_word_of(c, k, LD_WORDS_showing) && !ld_border(c, k + 1) &&
                          !ld_atom_is(c, k + 1, LD_PREPOSITION | LD_TIME | LD_AUXILIARY) && !ld_is_verb(c, k + 1);
        if ((says || atom->shape & LD_DEFINITE) && !ld_is_protected(c, k) && !atom->border && !before->verb &&
            !(before->facts & (LD_CLOSED & ~LD_TIME)) && !ld_is_infinitive(c, k - 1) &&
            !(before->facts & (LD_NEGATION | LD_AUXILIARY)) &&
            !(before->shape & (LD_LIKE_PAST | LD_ENDS_PARTICIPLE | LD_ADVERB)))
            return k;
    }
    return from;
}

/* ", filed [Thursday] [in the court of Oxley],": no more than a participle would be left of the aside. */
static bool is_bare_aside(const struct ld_clause *c, uint32_t i) {
    uint32_t k = i - 1;
    while (ld_atom_is(c, k, LD_TIME)) k--;
    return ld_atom_at(c, k)->border & LD_COMMA && ld_atom_shaped(c, k, LD_LIKE_PAST);
}

/* "a smith who rowed [at night]", "a smith who told bakers [in May that ..]", "who pays bakers [in Oxley to ..]": the
 * clause that tells which one, not before atom from, would end at atom i before what its verb calls for, up to atom to.
 */
static bool tears_relative(const struct ld_clause *c, uint32_t from, uint32_t i, uint32_t to) {
    uint32_t verb = i;
    while (verb > from && !c->atoms[verb].border && !ld_is_verb(c, verb)) verb--;
    const bool tells = ld_atom_is(c, verb, LD_TELL),
               pays = ld_begins_as(c, verb, LD_WORDS_asking_whom) || ld_begins_as(c, verb, LD_WORDS_paying);
    uint32_t relative = verb;
    while (relative > from && !c->atoms[relative].border && !ld_atom_is(c, relative, LD_RELATIVE)) relative--;
    if (!ld_is_verb(c, verb) || !ld_atom_is(c, relative, LD_RELATIVE)) return false;
    if (verb + 1 == i) return ld_asks(c, verb) == LD_ASKS_MOST && !ld_joins(c, verb - 1);
    if (verb + 2 == i && ld_atom_is(c, verb, LD_BE) && ld_is_plain(c, verb + 1) &&
        !ld_atom_shaped(c, verb + 1, LD_LIKE_PAST | LD_ENDS_PARTICIPLE | LD_ADVERB))
        return true; /* "who are members [of the guild]" */
    if (ld_word_is(c, i, "from") && ld_begins_as(c, verb, LD_WORDS_keeping))
        return true; /* "that keep boats [from sinking]" */
    for (uint32_t k = i; k < to; k++)
        if ((tells && ld_is_that(c, k)) || (pays && ld_is_sure_infinitive(c, k + 1))) return true;
    return false;
}

/* "A bell [that was cast in Oxley] and a bin are": where what belongs to one noun and begins at atom i ends, as the
 * verb is of many; or to. */
static uint32_t modifier_end(const struct ld_clause *c, uint32_t i, uint32_t to, uint32_t verb) {
    if (!ld_goes_with_many(c, verb) || ld_atom_shaped(c, i - 1, LD_ENDS_S) || ld_is_many(c, i - 1)) return to;
    for (uint32_t k = i + 1; k < to; k++)
        if (ld_joins(c, k) && (ld_atom_is(c, k + 1, LD_ARTICLE) || ld_is_number(c, k + 1)) && !ld_is_verb(c, k + 1))
            return k;
    return to;
}

/* "Unless it rains, [a boat will sail]": where the main clause begins behind the one that opens at atom from; or from.
 */
static uint32_t behind_opened(const struct ld_clause *c, uint32_t from, uint32_t verb) {
    if (!c->whole || c->events[0].kind != LD_OPENS || c->events[0].atom != from) return from;
    uint32_t mark = ld_next_border(c, from + 1);
    while (mark < verb && ld_waiting(c, from, mark)) mark = ld_next_border(c, mark + 1);
    return mark < verb ? mark : from;
}

/* What belongs to the subject that begins at atom from, up to the verb at atom verb. */
void ld_find_subject(struct ld_find *f, uint32_t from, uint32_t verb) {
    struct ld_clause *c = f->c;
    from = behind_opened(c, from, verb);
    if (is_no_subject(f, from, verb) || is_figure(c, verb)) return;
    const uint32_t to = subject_end(c, from, verb);
    from = find_members(f, from, to, verb);
    bool named = false; /* who or what it is: "the number [of children] fell" says nothing */
    bool share = is_share(c, from, to);
    uint32_t safe = to; /* from here on, no clause of its own, of which it is not sure where it ends */
    const uint32_t unsafe = c->whole ? LD_ACCUSE : LD_ACCUSE | LD_PRONOUN | LD_RELATIVE;
    while (safe > from && !ld_atom_is(c, safe - 1, unsafe)) safe--;
    uint32_t parted = to; /* no mark stands from here on */
    while (parted > from && !ld_border(c, parted - 1)) parted--;
    if (parted > from + 1 && ld_atom_shaped(c, from, LD_ENDS_PARTICIPLE) && ld_atom_is(c, from + 1, LD_PREPOSITION))
        return;                                                 /* "testifying at a hearing, Ana Lind said" */
    const bool list = ld_any_is(c, parted, to, LD_CONJUNCTION); /* "including A, B and C" */
    const uint32_t apart = find_apart(c, from, to);
    for (uint32_t i = apart > from ? apart + 2 : from + 1; i + 1 < to; i++) {
        named |= ld_atom_flagged(c, i - 1, LD_CAPITAL) && i > from + 1;
        const uint32_t planned = planner_end(c, i, to);
        if (planned > i) ld_add_piece(f, LD_PIECE_SUBJECT, i, planned);
        const uint32_t taken = find_taken(c, from, i, to);
        if (taken > i && ld_atom_is(c, i, LD_PREPOSITION) && !is_bound(c, from, i) && !ld_border(c, i))
            ld_add_piece(f, LD_PIECE_SUBJECT, i, taken);
        const bool related = relates(c, from, i), clause = ld_atom_is(c, i, LD_RELATIVE);
        if ((i < safe && !clause && !tells_itself(c, from, i)) || (i < parted && !ld_border(c, to) && !list) ||
            !(named || i > from + 1 || ld_atom_shaped(c, i - 1, LD_ENDS_S)) || (is_bound(c, from, i) && !related) ||
            !opens_modifier(c, from, i) || is_called_for(c, i) || has_bearer(c, i, to) ||
            ld_atom_at(c, i - 1)->shape & c->atoms[i].shape & LD_TAKES || taken || ld_is_protected(c, i) ||
            has_own_head(c, i, to))
            continue;
        const bool bare = ((!named || related) && i <= from + (c->atoms[from].shape & LD_DEFINITE ? 3 : 2)) ||
                          is_undertaking(c, i, to);
        const bool adverb = i > from + 2 && ld_atom_at(c, i - 1)->shape & LD_ADVERB; /* "[only days after]" */
        if (ld_atom_shaped(c, i, LD_ENDS_PARTICIPLE) && ld_free_verb_from(c, i) < to) continue;
        if (is_bare_aside(c, i) || ld_word_is(c, i - 2, "without")) continue; /* "without smiths [on their boards]" */
        if (adverb && ld_atom_is(c, i - 2, LD_PREPOSITION)) continue;         /* "for boldly [selling it]" */
        if ((verb == c->head && is_all_told(c, from, i)) || ld_is_word_of(c, i, LD_WORDS_excepting)) continue;
        const bool sort = clause && is_kind(c, from, i);
        if (sort && !happened(c, i, verb)) continue;
        if (!clause && (tears_relative(c, from, i, to) || ld_waits(c, i - 1))) continue;
        if (!share)
            ld_add_piece(f, bare || sort ? LD_PIECE_BARE : LD_PIECE_SUBJECT, i - adverb, modifier_end(c, i, to, verb));
        share = false; /* the first tells of what it is a share */
    }
}
