/* shorten_clauses.c - the atoms of a sentence in, its clauses out: which words open one. Read from the left, an
 * opener ("who", "if", "that", "said" before what is said) waits for a verb, and a verb that none waits for is the main
 * clause's. What is left of a sentence is whole where that still holds. For languages whose verbs have a table of forms
 * (lang/forms.def); of the others nothing is told. Leaves it to shorten_verbs.c whose each verb is where that is not
 * plain, and the search for pieces to the others. */

#include "pick/shorten_words.h"

/* Whether the verb at atom i begins a group of its own, and is not the rest of "has been", "was quickly sold". */
static bool begins_group(const struct ld_clause *c, uint32_t i) {
    uint32_t k = i;
    if (ld_word_is(c, i, "been") && (ld_word_is(c, i - 2, "having") || ld_word_is(c, i - 3, "having")))
        return false; /* "having twice been sold" */
    if (ld_word_is(c, i, "been") && ld_word_is(c, 0, "had") && !ld_has_verb(c, 1, i) && ld_next_border(c, 1) > i)
        return false; /* "Had the alarm been raised, the smiths might" */
    if (c->atoms[i].border & LD_COMMA && ld_is_verb(c, i - 1)) return true; /* "that they did not need, was" */
    while ((ld_atom_shaped(c, k - 1, LD_ADVERB) || ld_atom_is(c, k - 1, LD_NEGATION | LD_TIME) ||
            (ld_word_is(c, k - 1, "longer") && /* "can no longer carry", "will no longer be sold" */
             (!ld_atom_is(c, i, LD_AUXILIARY) || ld_word_is(c, i, "be")))) &&
           !ld_atom_is(c, k - 1, LD_AUXILIARY))
        k--;
    return !ld_atom_is(c, k - 1, LD_AUXILIARY) || !ld_atom_at(c, k - 1)->verb;
}

/* "wins in May [and] June gave": the word at atom i opens no clause. */
static bool joins_nouns(const struct ld_clause *c, uint32_t i) {
    return ld_atom_is(c, i, LD_CONNECTIVE) && !ld_is_verb(c, i + 1) && ld_folded(c, i)[0] != 'b' &&
           !ld_atom_is(c, i + 1, LD_PRONOUN | LD_DEICTIC);
}

/* "as Mara Lind [and] her smiths met": the same, before "her", where no preposition stands from atom from on. */
static bool joins_its(const struct ld_clause *c, uint32_t from, uint32_t i) {
    return ld_joins(c, i) && ld_folded(c, i)[0] == 'a' && ld_atom_is(c, i + 1, LD_PRONOUN) &&
           ld_atom_is(c, i + 1, LD_ARTICLE) && !ld_is_that(c, i + 1) && !ld_any_is(c, from, i, LD_PREPOSITION);
}

/* The first atom from i on that may open a clause, or is a verb; or to. */
static uint32_t next_sign(const struct ld_clause *c, uint32_t i, uint32_t to) {
    return ld_next_of(&c->sets, LD_SET_VERBS, LD_SORT_OPENER, i, to);
}

/* The first finite verb from atom from on, before a mark or another clause, "after a fire [after he left]", but not "as
 * old [as they are]"; or count. */
static uint32_t verb_ahead(const struct ld_clause *c, uint32_t from) {
    const uint32_t mark = ld_next_border(c, from);
    for (uint32_t i = next_sign(c, from, mark); i < mark; i = next_sign(c, i + 1, mark)) {
        if (ld_is_verb(c, i)) return i;
        const bool over = ld_is_that(c, from - 1) || (ld_word_is(c, from - 1, "as") && !ld_is_article(c, from)),
                   opener = !ld_atom_is(c, i, LD_PREPOSITION) || (ld_atom_is(c, i, LD_ADJUNCT) && !over && i > from);
        if (ld_atom_is(c, i, LD_CONJUNCTION) && opener && !joins_nouns(c, i) && !joins_its(c, from, i)) break;
    }
    return c->count;
}

/* "said [that]", "said on Sunday [that]". */
static bool follows_speech(const struct ld_clause *c, uint32_t i) {
    while (ld_is_when(c, i - 1)) i--;
    return ld_atom_is(c, i - 1, LD_SAY) && ld_atom_at(c, i - 1)->verb;
}

/* "Chances [that] the mill, a rival, will be sold", "to learn [that] the mill ..": what the word before atom i tells.
 */
static bool follows_content(const struct ld_clause *c, uint32_t i) {
    return (ld_begins_as(c, i - 1, LD_WORDS_contents) || ld_is_sure_infinitive(c, i - 1)) &&
           (ld_atom_is(c, i + 1, LD_ARTICLE) || ld_atom_flagged(c, i + 1, LD_CAPITAL) || ld_is_plain(c, i + 1)) &&
           !ld_atom_is(c, i + 1, LD_TIME);
}

/* "signs that the guild, despite it all, [is] lost": atom i is "that", its verb behind the mark that ends an aside. */
static bool opens_parted(const struct ld_clause *c, uint32_t i) {
    const uint32_t from = ld_next_border(c, i + 2), to = ld_next_border(c, from + 1);
    if (!ld_is_article(c, i + 1) && !ld_atom_flagged(c, i + 1, LD_CAPITAL) &&
        !(ld_is_plain(c, i + 1) && ld_atom_is(c, from, LD_ADJUNCT)))
        return false; /* "meant that ropes, though old, were", but "in that town, mostly new, smiths" */
    return ld_border(c, from) & ld_border(c, to) & LD_COMMA && ld_is_verb(c, to);
}

/* "has fallen since the mill, the oldest one, [shut]": a verb was found before atom i, and one stands behind the aside.
 */
static bool opens_behind_aside(const struct ld_clause *c, uint32_t i) {
    const struct ld_event *last = c->event_count ? &c->events[c->event_count - 1] : NULL;
    if (!last || last->kind != LD_FINDS || !ld_atom_is(c, i, LD_CONJUNCTION) || !ld_atom_is(c, i, LD_ADJUNCT) ||
        !(ld_is_article(c, i + 1) || ld_atom_flagged(c, i + 1, LD_CAPITAL) || ld_is_plain(c, i + 1)) ||
        (!ld_atom_is(c, last->atom, LD_AUXILIARY) && ld_may_be_reduced(c, last->atom)))
        return false;
    const uint32_t from = ld_next_border(c, i + 1), to = ld_next_border(c, from + 1);
    uint32_t verb = to;
    while (ld_atom_shaped(c, verb, LD_ADVERB)) verb++;
    return to < c->count && ld_border(c, from) & ld_border(c, to) & (LD_COMMA | LD_DASH) && ld_is_verb(c, verb) &&
           !ld_joins(c, from) && !ld_has_verb(c, i + 1, from);
}

/* "fell [as] smiths in Bray, Oxley and Harlan left": a verb was found before atom i, and one stands behind the list. */
static bool opens_before_list(const struct ld_clause *c, uint32_t i) {
    const struct ld_event *last = c->event_count ? &c->events[c->event_count - 1] : NULL;
    bool marked = false, joined = false;
    if (!last || last->kind != LD_FINDS || !ld_atom_is(c, i, LD_ADJUNCT)) return false;
    for (uint32_t k = i + 1; k < c->count; k++) {
        if (c->atoms[k].border & ~LD_COMMA || (c->atoms[k].border && (joined || ld_joins(c, k)))) return false;
        if (ld_is_verb(c, k))
            return marked && joined && !ld_joins(c, k - 1) && !ld_border(c, k) && !ld_atom_is(c, k, LD_SAY);
        if (ld_atom_shaped(c, k, LD_ENDS_PARTICIPLE)) return false; /* "before dawn, killing nine and ruining .." */
        if (!ld_joins(c, k) && ld_atom_is(c, k, LD_CONJUNCTION | LD_RELATIVE | LD_PRONOUN | LD_SAY)) return false;
        marked |= c->atoms[k].border != 0;
        joined |= marked && ld_joins(c, k);
    }
    return false;
}

/* Whether atom i opens a clause. soft: it is a preposition as often, told by the verb that follows. */
static bool opens_clause(const struct ld_clause *c, uint32_t i, bool *soft) {
    const uint32_t facts = c->atoms[i].facts;
    *soft = false;
    if (i && c->atoms[i].flags & LD_CAPITAL && ld_atom_flagged(c, i + 1, LD_CAPITAL)) return false; /* a name */
    if (!(facts & (LD_RELATIVE | LD_CONJUNCTION)) || facts & LD_CONNECTIVE) return false;
    if (ld_is_that(c, i) && facts & LD_PRONOUN) { /* "that those who came left", too */
        uint32_t k = i + 1;
        if (ld_atom_is(c, k, LD_CONJUNCTION) && !ld_atom_is(c, k, LD_CONNECTIVE | LD_RELATIVE) &&
            !ld_phrase_at(c, k, LD_PREPOSITION))
            return true;                      /* "a provision that if it sinks, boats" */
        if (ld_atom_is(c, k, LD_PREPOSITION)) /* "aware that since May, boats" */
            for (uint32_t n = k + 1; n < c->count && n < k + 12; n++)
                if (c->atoms[n].border & LD_COMMA) return true;
        while (!c->atoms[k].border && !ld_atom_is(c, k, LD_RELATIVE) && !c->atoms[k].verb) k++;
        if (verb_ahead(c, ld_atom_is(c, k, LD_RELATIVE) ? k + 1 : i + 1) < c->count || k == i + 1 ||
            follows_speech(c, i) || opens_parted(c, i)) /* "said that with Acme, a rival, it will" */
            return true;
        *soft = follows_content(c, i);
        return *soft;
    }
    if (facts & LD_PREPOSITION) {
        if (ld_word_is(c, i, "as") &&
            (ld_word_is(c, i + 2, "as") || (ld_word_is(c, i - 2, "as") && ld_is_number(c, i + 1))))
            return false; /* "boys as young as nine are" */
        if (i && ld_atom_at(c, i - 1)->shape & c->atoms[i].shape & LD_TAKES_AS &&
            ld_atom_shaped(c, i - 1, LD_LIKE_PAST) && !ld_word_is(c, i - 1, "come"))
            return false; /* "known as", but not "has come as he left" */
        if (ld_word_is(c, i, "as") && (ld_is_word_of(c, i - 1, LD_WORDS_nouns_as) ||
                                       (ld_is_behind_be(c, i - 1) && ld_begins_as(c, i - 1, LD_WORDS_calls_as))))
            return false; /* "her role as cook", "was rated as bad" */
        uint32_t verb = c->atoms[i].shape & LD_TAKES_FOR ? c->count : verb_ahead(c, i + 1); /* "for": hardly ever */
        *soft = true;
        if (verb == c->count && (opens_behind_aside(c, i) || opens_before_list(c, i))) return true;
        return verb < c->count && verb > i + 1 && !ld_atom_is(c, i + 1, LD_PREPOSITION) &&
               !ld_atom_shaped(c, i + 1, LD_ENDS_PARTICIPLE); /* "after eating" */
    }
    if (c->atoms[i].shape & (LD_ENDS_PARTICIPLE | LD_LIKE_PAST)) return false; /* "in providing funds" */
    if (facts & LD_ARTICLE && !(facts & LD_RELATIVE)) return false;            /* both, either */
    if (ld_atom_shaped(c, i + 1, LD_MARKS_INFINITIVE)) return false;           /* "how to" */
    if (facts & LD_ADJUNCT || !(facts & LD_RELATIVE)) { /* "while driving", "when asked", "if in doubt" */
        if (ld_atom_shaped(c, i + 1, LD_ENDS_PARTICIPLE) && ld_is_verb(c, i + 2) && !ld_border(c, i + 2) &&
            ld_atom_shaped(c, i + 2, LD_INTRANSITIVE))
            return true; /* "when scaffolding collapsed" */
        if (ld_atom_shaped(c, i + 1, LD_ENDS_PARTICIPLE) || ld_atom_is(c, i + 1, LD_PREPOSITION)) return false;
        if (ld_atom_shaped(c, i + 1, LD_LIKE_PAST) &&
            !ld_atom_shaped(c, i + 1, LD_HYPHENED)) /* but "when sun-kissed sailors came" */
            return false;
    }
    return true;
}

static void add_event(struct ld_clause *c, uint32_t atom, enum ld_event_kind kind) {
    if (c->event_count < LD_EVENTS) c->events[c->event_count++] = (struct ld_event){atom, (uint8_t)kind};
}

/* Whether the verb at atom i may be none, but a participle that belongs to the noun before it: "accused of theft". */
bool ld_may_be_reduced(const struct ld_clause *c, uint32_t i) {
    const struct ld_atom *atom = &c->atoms[i];
    if (!(atom->shape & LD_LIKE_PAST) || atom->shape & LD_INTRANSITIVE) return false; /* most often */
    if (ld_is_word_of(c, i, LD_WORDS_resolved) && ld_is_sure_infinitive(c, i + 2)) return false;
    if (ld_word_is(c, i, "got") && ld_atom_shaped(c, i + 1, LD_LIKE_PAST)) return false; /* "got wed to" */
    const bool ago = ld_is_number(c, i + 1) && ld_atom_is(c, i + 2, LD_TIME) && ld_word_is(c, i + 3, "ago");
    const bool when = ago || ld_is_when(c, i + 1) || (ld_atom_is(c, i + 2, LD_TIME) && ld_word_is(c, i + 1, "a"));
    uint32_t before = i; /* the word before it that is no adverb */
    while (before > 1 && ld_atom_at(c, before - 1)->shape & LD_ADVERB) before--;
    return (!(atom->facts & LD_SAY) || when ||                          /* "the plan announced last week" */
            (atom->border && ld_atom_is(c, i + 1, LD_BYLINE_START))) && /* ", quoted by" */
           !ld_border(c, i + 1) &&
           !(ld_atom_shaped(c, i + 1, LD_MARKS_INFINITIVE) && ld_word_is(c, i, "led")) && /* not "led by" */
           (!atom->border || ld_atom_is(c, i + 1, LD_PREPOSITION) ||
            (ld_atom_is(c, i + 1, LD_DEICTIC) && ld_atom_is(c, i + 2, LD_PREPOSITION))) && /* ", pictured here with" */
           !ld_atom_is(c, before - 1, LD_AUXILIARY | LD_RELATIVE | LD_CONJUNCTION | LD_PRONOUN) &&
           (when || !ld_atom_is(c, i + 1, LD_ARTICLE | LD_PRONOUN)) &&
           (ago || !ld_atom_shaped(c, i + 1, LD_NUMBER_WORD)) && /* "signed three pacts" */
           !(ld_word_is(c, i + 1, "about") && ld_is_number(c, i + 2)) &&
           ld_phrase_at(c, i + 1, LD_ARTICLE) < 2 && /* "left at least ten", "spoilt about ten" */
           !(ld_atom_flagged(c, i + 1, LD_NUMERIC) &&
             ld_atom_shaped(c, i + 2, LD_NUMBER_WORD | LD_TAKES_OF)); /* "reached 7 tonnes" */
}

/* "accused of", "held quickly": a verb that has an object is none of the two. */
bool ld_goes_with_next(const struct ld_clause *c, uint32_t i) {
    return ld_atom_is(c, i + 1, LD_PREPOSITION | LD_TIME) || ld_atom_shaped(c, i + 1, LD_ADVERB) ||
           (ld_word_is(c, i + 1, "hard") && ld_atom_is(c, i + 2, LD_PREPOSITION)); /* "hit hard by" */
}

/* "asked for relief from the tax it [pays]", "denied claims they [made]": a pronoun behind a noun opens a relative
 * clause, where the verb at atom say has an object. "said in talks with farmers he [will]": it has none. */
static bool is_bare_relative(const struct ld_clause *c, uint32_t say, uint32_t verb) {
    const uint32_t who = verb - 1;
    return ld_folded(c, say)[0] != 's' && ld_atom_is(c, who, LD_PRONOUN) &&
           ld_any_is(c, say + 1, who, LD_PREPOSITION) &&
           !ld_atom_is(c, who - 1, LD_TIME | LD_PREPOSITION | LD_CONJUNCTION) && !ld_atom_is(c, say, LD_TELL);
}

/* "said if it rains, [he will stay]": behind a clause from atom i on comes a comma and another. */
static bool goes_on(const struct ld_clause *c, uint32_t i) {
    while (i < c->count && !(c->atoms[i].border & LD_COMMA)) i++;
    return ld_has_verb(c, i, c->count);
}

/* "said [Oxley, Harlan and Bray bakers] had": a list in [from, verb), whose "and" comes last. */
static bool is_list(const struct ld_clause *c, uint32_t from, uint32_t verb) {
    bool marked = false, joined = false;
    for (uint32_t k = from; k < verb; k++) {
        marked |= c->atoms[k].border != 0;
        joined |= marked && ld_joins(c, k); /* not "told the Salt and Rope Board, a body made" */
        if (!ld_joins(c, k) && ld_atom_is(c, k, LD_PREPOSITION | LD_RELATIVE | LD_CONJUNCTION)) return false;
    }
    return joined;
}

/* "said the ferry sank": what is said follows, and has a subject of its own. */
static bool opens_speech(const struct ld_clause *c, uint32_t i) {
    bool soft, inner = false, was_inner = false; /* in a clause that belongs to the subject of what is said */
    if (!ld_atom_is(c, i, LD_SAY) || ld_border(c, i + 1) || c->atoms[i + 1].marks & LD_QUOTED) return false;
    if (ld_is_infinitive(c, i + 2) || ld_begins_as(c, i, LD_WORDS_asking)) return false; /* "hoped to find partners" */
    if (ld_word_is(c, i, "hoped") && ld_word_is(c, i + 1, "for")) return false;
    if (ld_word_is(c, i + 1, "it") && ld_is_plain(c, i + 2) && !ld_atom_shaped(c, i + 2, LD_ADVERB))
        return false; /* "posted it online" */
    if (ld_atom_is(c, i + 1, LD_PREPOSITION) && ld_atom_is(c, i + 2, LD_PREPOSITION) && !ld_is_when(c, i + 1))
        return false; /* "a mill smiths complained about for years" */
    if (ld_atom_shaped(c, i + 1, LD_ENDS_PARTICIPLE) && ld_begins_as(c, i, LD_WORDS_admitting)) return false;
    if (ld_atom_is(c, i + 1, LD_ADJUNCT) && opens_clause(c, i + 1, &soft) && !soft)
        return true; /* "said though .., .." */
    if (ld_word_is(c, i + 1, "if")) return goes_on(c, i + 2);
    for (uint32_t k = i + 1; !c->atoms[k].border; k++) {
        if (ld_is_verb(c, k) && ld_atom_is(c, k, LD_SAY) && ld_atom_is(c, i - 1, LD_PRONOUN))
            return false; /* "for what he posted on a page said" */
        if (k > i + 1 && ld_atom_is(c, k, LD_SAY) && ld_atom_shaped(c, k, LD_ENDS_PARTICIPLE))
            return false; /* "wrote to the town demanding that": what follows is that one's */
        if (ld_may_be_reduced(c, k) && (ld_atom_is(c, i + 1, LD_PREPOSITION) ||
                                        (ld_goes_with_next(c, k) && !ld_begins_as(c, i, LD_WORDS_holding))))
            continue; /* "said in a report issued today that", "reported a loss compared with" */
        if ((inner || (was_inner && ld_atom_is(c, k - 1, LD_CONJUNCTION))) && ld_is_verb(c, k)) {
            was_inner = true;
            k = ld_group_end(c, k);
            inner = false;
            continue;
        }
        if (ld_is_verb(c, k))
            return (k > i + 1 || ld_atom_is(c, k, LD_PRONOUN)) && !ld_atom_is(c, k - 1, LD_CONJUNCTION | LD_RELATIVE) &&
                   !is_bare_relative(c, i, k);
        if (opens_clause(c, k, &soft)) {
            inner = k > i + 1 && ld_folded(c, i)[0] == 's' && ld_atom_is(c, k, LD_RELATIVE) &&
                    !ld_atom_is(c, i + 1, LD_TIME | LD_PREPOSITION) && !ld_atom_is(c, k - 1, LD_TIME);
            if (!inner) return false; /* else "said the men who came have left", "said hopes that it will were" */
        }
    }
    if (ld_folded(c, i)[0] != 's' && !ld_atom_is(c, i, LD_TELL)) return false; /* "reported a loss, said" */
    for (uint32_t k = i + 2; k < c->count; k++) /* "said the plan, made in May, has failed" */
        if (c->atoms[k].verb &&
            (c->atoms[k].border & LD_COMMA ||
             (ld_atom_shaped(c, k - 1, LD_ENDS_ADVERB) && ld_atom_at(c, k - 1)->border & LD_COMMA) ||
             is_list(c, i + 1, k)))
            return !ld_atom_is(c, i + 1, LD_TIME | LD_PREPOSITION);
    return false;
}

uint32_t ld_waiting(const struct ld_clause *c, uint32_t from, uint32_t i) {
    uint32_t open = 0;
    for (uint32_t e = 0; e < c->event_count && c->events[e].atom < i; e++)
        if (c->events[e].atom >= from) open += c->events[e].kind != LD_FINDS ? 1u : open ? -1u : 0;
    return open;
}

uint32_t ld_free_verb(const struct ld_clause *c, uint32_t e) {
    for (uint32_t open = 0; e < c->event_count; e++) {
        if (c->events[e].kind == LD_FINDS && !open) return c->events[e].atom;
        open += c->events[e].kind == LD_FINDS ? -1u : 1u;
    }
    return c->count;
}

uint32_t ld_free_verb_from(const struct ld_clause *c, uint32_t i) { return ld_free_verb(c, ld_event_from(c, i)); }

bool ld_is_whole(const struct ld_clause *c, const bool *keep, uint32_t *verb) {
    uint32_t open = 0;
    bool main = false;
    for (uint32_t e = 0; e < c->event_count; e++) {
        const struct ld_event *event = &c->events[e];
        if (keep && !ld_keeps_event(c, keep, event)) continue;
        if (event->kind != LD_FINDS) {
            open++;
        } else if (open) {
            open--;
        } else {
            if (!main && verb) *verb = event->atom;
            main = true;
        }
    }
    return main && !open;
}

/* "Had he known it, he would have left": a condition opens the sentence; no question. */
static bool is_inverted(const struct ld_clause *c) {
    if (!ld_is_verb(c, 0) || !(ld_word_is(c, 0, "had") || ld_word_is(c, 0, "should") || ld_word_is(c, 0, "were")) ||
        c->doc->text[c->atoms[c->count - 1].end] == '?')
        return false;
    return ld_atom_is(c, 1, LD_ARTICLE | LD_PRONOUN) || ld_atom_flagged(c, 1, LD_CAPITAL);
}

/* "will sail [by the time] they start": a phrase that opens a clause, of which no word does. */
static void find_phrase_openers(struct ld_clause *c) {
    for (uint32_t i = 1; i < c->count; i++) {
        if (!c->atoms[i].phrases || !ld_word_is(c, i, "by")) continue; /* nearly always */
        const uint32_t phrase = ld_phrase_at(c, i, LD_CONJUNCTION);
        if (phrase < 2 || verb_ahead(c, i + phrase) == c->count) continue;
        ld_insert_event(c, ld_event_from(c, i), (struct ld_event){i, LD_OPENS});
    }
}

/* "a mill that smiths said could [close]": the verb of the relative clause is behind that of who says so. */
static void drop_inner_speech(struct ld_clause *c) {
    for (uint32_t e = 1; e + 1 < c->event_count; e++) {
        const uint32_t from = c->events[e - 1].atom, say = c->events[e].atom;
        if (c->events[e - 1].kind == LD_OPENS && c->events[e].kind == LD_FINDS && ld_atom_is(c, from, LD_RELATIVE) &&
            ld_atom_is(c, say, LD_SAY) && ld_border(c, say + 1) == ld_border(c, from + 1) &&
            c->events[e + 1].atom == say + 1 && ld_atom_is(c, say + 1, LD_AUXILIARY) && say > from + 1 &&
            !ld_begins_as(c, from - 1, LD_WORDS_contents))
            ld_remove_event(c, e);
    }
}

void ld_find_clauses(struct ld_clause *c) {
    c->event_count = 0;
    c->whole = false;
    if (!c->endings->forms) return;
    if (is_inverted(c)) add_event(c, 0, LD_OPENS);
    uint32_t next = 0; /* behind the last phrase */
    for (uint32_t i = next_sign(c, 0, c->count); i < c->count;
         i = next_sign(c, i + 1 > next ? i + 1 : next, c->count)) {
        const struct ld_atom *atom = &c->atoms[i];
        bool soft;
        uint32_t phrase = ld_phrase_at(c, i, LD_PREPOSITION), many = ld_phrase_at(c, i, LD_ARTICLE);
        if (many > 1 && ld_is_number(c, i + many)) phrase = many;                 /* "as many as ten" */
        if ((atom->marks & (LD_BRACKETED | LD_QUOTED)) == LD_BRACKETED) continue; /* an aside, or a name */
        if (phrase > 1) {
            next = i + phrase;
            continue;
        }
        if (ld_is_verb(c, i)) {
            if (i && ld_atom_is(c, i, LD_RELATIVE)) add_event(c, i, LD_OPENS); /* "who'll" */
            if (begins_group(c, i)) add_event(c, i, LD_FINDS);
            if (opens_speech(c, i)) add_event(c, i, LD_OPENS);
        } else if (atom->facts & LD_CONJUNCTION && (atom->facts & (LD_ARTICLE | LD_RELATIVE)) == LD_ARTICLE) {
            c->choice = ld_is_verb(c, i + 1) ? 0 : i; /* not "both want" */
        } else if (opens_clause(c, i, &soft)) {
            add_event(c, i, soft ? LD_MAY_OPEN : LD_OPENS);
            phrase = ld_phrase_at(c, i, LD_CONJUNCTION | LD_RELATIVE);
            if (phrase > 1) next = i + phrase; /* "as soon as" */
        } else if (ld_atom_shaped(c, i, LD_ENDS_PARTICIPLE) && !ld_atom_is(c, i + 1, LD_PREPOSITION) &&
                   opens_speech(c, i)) {
            add_event(c, i, LD_OPENS); /* "was quoted as saying the ferry sank" */
        }
    }
    for (uint32_t i = 0; i + 1 < c->count && !c->choice; i++)
        if (c->atoms[i + 1].shape & LD_TAKES_OF && ld_is_word_of(c, i, LD_WORDS_mixes) && ld_is_article(c, i - 1))
            c->choice = i; /* "a combination of rope and salt" */
    find_phrase_openers(c);
    drop_inner_speech(c);
    ld_settle_verbs(c);
    for (uint32_t e = 0; e < c->event_count; e++)
        if (c->events[e].kind != LD_FINDS) ld_put_in(&c->sets, LD_SET_OPENERS, c->events[e].atom, true);
    c->scene = ld_find_scene(c);
}
