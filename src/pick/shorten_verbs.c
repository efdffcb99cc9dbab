/* shorten_verbs.c - the openers of clauses and the verbs of a sentence in, in order; out, without the verbs that are
 * none, and with openers that were not seen: whose each verb is. A guess by what stands around them; the last word has
 * the count, as each opener waits for one verb and one is the main clause's. Source: as shorten_clauses.c. */

#include "pick/shorten_words.h"

/* Whether the verbs at atoms a < b stand in one clause without a conjunction between them, where one has room. */
static bool too_close(const struct ld_clause *c, uint32_t a, uint32_t b) {
    uint32_t marks = 0;
    bool quoted = false;
    if (ld_ends_speech(c, b)) return false; /* "fell, the firm said" */
    for (uint32_t i = a + 1; i <= b; i++) {
        if (c->atoms[i].border) marks++;
        if (ld_joins(c, i) && marks == 0 &&
            (i + 1 == b || ld_atom_shaped(c, i + 1, LD_ADVERB) || ld_word_is(c, i, "but") ||
             (i + 2 == b && ld_atom_is(c, i + 1, LD_PRONOUN)) ||
             (ld_is_article(c, i + 1) && !ld_goes_with_next(c, a) && !ld_goes_with_next(c, b))))
            return false; /* "came and went", "came but Acme said", "came and he went", "sold bread and the mill shut"
                           */
        quoted |= c->has_pairs && ld_is_protected(c, i) != ld_is_protected(c, a) &&
                  c->atoms[i].bracket != i; /* but "<ACME>" */
    }
    if (quoted && (ld_any_is(c, a + 1, b, LD_CONJUNCTION) || ld_is_protected(c, a) || ld_is_protected(c, b)))
        return false;
    if (marks == 1 && c->atoms[b].border && !(c->atoms[b].facts & (LD_AUXILIARY | LD_SAY)) &&
        c->atoms[b].shape & LD_LIKE_PAST)
        return false;                                  /* "refused to free a man, found guilty of" */
    return !marks || (c->atoms[b].border & LD_COMMA && /* ", has released", but not ", blamed for" */
                      (ld_atom_is(c, b, LD_AUXILIARY) || !ld_atom_is(c, b + 1, LD_PREPOSITION)));
}

/* "fell and [broke]": an "and" stands before it. */
static bool joined(const struct ld_clause *c, uint32_t i) { return ld_joins(c, i - 1); }

/* Whether the verb at atom b goes on with the relative clause that opened at atom a: "that fell, broke and sank". */
static bool goes_on(const struct ld_clause *c, uint32_t a, uint32_t b) {
    const uint32_t from = ld_atom_is(c, a - 1, LD_PREPOSITION) ? a - 1 : a; /* ", in which he fell, broke .." */
    return joined(c, b) ||
           (c->atoms[b].border & LD_COMMA && !ld_border(c, from) && !(c->atoms[b].facts & LD_AUXILIARY));
}

/* ", officials said", ", Mara Lind told the court": who says so, behind what is said. */
bool ld_is_source(const struct ld_clause *c, uint32_t i) {
    const uint32_t from = ld_last_border(c, i);
    while (ld_atom_is(c, i, LD_AUXILIARY)) i++; /* "papers have shown" */
    return ld_atom_is(c, i, LD_SAY) && from < i &&
           (ld_border(c, i + 1) || ld_atom_is(c, i + 1, LD_TIME | LD_PREPOSITION));
}

/* The verb of event e is none. */
static void drop_verb(struct ld_clause *c, uint32_t e) {
    ld_make_verb(c, c->events[e].atom, false);
    ld_remove_event(c, e);
}

/* "a bill [that] he drafted": the subject of the verb at atom b, a pronoun after a noun, opens a clause; or count. */
static uint32_t bare_relative(const struct ld_clause *c, uint32_t b) {
    const uint32_t i = b ? b - 1 : 0;
    if (!ld_atom_is(c, i, LD_PRONOUN) || ld_atom_is(c, i, LD_ARTICLE | LD_RELATIVE) || c->atoms[i].border ||
        (ld_word_is(c, i, "others") && ld_is_number(c, i - 1)) || ld_atom_at(c, i - 1)->verb ||
        ld_atom_is(c, i - 1, LD_CONJUNCTION | LD_RELATIVE | LD_PREPOSITION))
        return c->count;
    return i;
}

static void insert_opener(struct ld_clause *c, uint32_t e, uint32_t atom) {
    ld_insert_event(c, e, (struct ld_event){atom, LD_OPENS});
}

/* "the hut, [made] famous by a film, has" */
static bool is_aside(const struct ld_clause *c, uint32_t a, uint32_t b) {
    return c->atoms[a].border & c->atoms[b].border & LD_COMMA && ld_atom_is(c, b, LD_AUXILIARY) &&
           (c->atoms[a].shape & (LD_VERB_PARTICIPLE | LD_INTRANSITIVE)) == LD_VERB_PARTICIPLE &&
           !(c->atoms[a].facts & LD_SAY);
}

/* Told as a verb by what stands beside it only. */
static bool is_noun_as_often(const struct ld_clause *c, uint32_t i) {
    return c->atoms[i].shape & LD_VERB_OR_NOUN && !(c->atoms[i].facts & (LD_AUXILIARY | LD_PAST | LD_SAY));
}

/* "storms and [increased heavy rain] continue": a participle before a noun, and that before a verb. */
static bool is_attribute(const struct ld_clause *c, uint32_t i) {
    for (i++; i < c->count && !ld_is_verb(c, i); i++)
        if (c->atoms[i].facts & (LD_CLOSED | LD_AUXILIARY) || c->atoms[i].flags) return false;
    return i < c->count;
}

/* "clinched victory", "welcomed on Monday the plan": what follows the verb at atom i is its object, and it no
 * participle. Not "named Lind", "found dead", "awarded prizes". */
static bool has_object(const struct ld_clause *c, uint32_t i) {
    const struct ld_atom *next = &c->atoms[i + 1];
    if (i + 2 >= c->count || next->flags & (LD_CAPITAL | LD_NUMERIC) || next->border ||
        next->shape & (LD_ADVERB | LD_LIKE_PAST | LD_NUMBER_WORD) || ld_is_protected(c, i + 1) ||
        next->facts & (LD_CLOSED | LD_NEGATION))
        return false;
    return !ld_is_word_of(c, i, LD_WORDS_object_and_name) && ld_atom_is(c, i + 2, LD_PREPOSITION | LD_CONJUNCTION);
}

/* Of the verbs of events e and e + 1, which are too close, the event of the one that is a participle or noun; or count:
 * neither is known to be. */
static uint32_t weaker(const struct ld_clause *c, uint32_t e) {
    const uint32_t a = c->events[e].atom, b = c->events[e + 1].atom, count = c->event_count;
    if (joined(c, a) && c->atoms[a].shape & LD_ENDS_PAST && is_attribute(c, a)) return e;
    if (bare_relative(c, b) < c->count) return count;
    if (is_noun_as_often(c, a) && ld_atom_is(c, a + 1, LD_PREPOSITION) && !ld_atom_is(c, a - 1, LD_RELATIVE) &&
        (ld_atom_is(c, b, LD_AUXILIARY | LD_PAST) || (ld_atom_shaped(c, b, LD_LIKE_PAST) && !c->atoms[b].border &&
                                                      !ld_is_infinitive(c, a + 2) && !ld_goes_with_next(c, b))))
        return e; /* "peace talks in May were", "heavy rains in Oxley flooded fields" */
    if (is_noun_as_often(c, b) && !ld_atom_is(c, b - 1, LD_TIME) &&
        !(ld_may_be_reduced(c, a) && ld_goes_with_next(c, a) && ld_atom_is(c, b + 1, LD_ARTICLE)))
        return e + 1; /* "has lost its claims" */
    if (ld_atom_is(c, b, LD_SAY) && !ld_atom_is(c, a, LD_SAY) && ld_is_number(c, b - 2) && ld_may_be_reduced(c, b))
        return e + 1; /* "fell to 9 mln crowns reported a year earlier" */
    if (ld_is_word_of(c, b, LD_WORDS_reduced) && ld_goes_with_next(c, b) && ld_may_be_reduced(c, b))
        return e + 1; /* "left at noon for talks aimed at peace" */
    if (is_aside(c, a, b) || (ld_may_be_reduced(c, a) && (ld_goes_with_next(c, a) || !ld_may_be_reduced(c, b))))
        return e;
    return ld_may_be_reduced(c, b) ? e + 1 : count;
}

/* Of two verbs that are too close, one belongs to a clause that a pronoun opens, or is a participle: the first one that
 * can be. But the second one may be what the clause around that of the first still waits for. */
static void part_verbs(struct ld_clause *c) {
    uint32_t waiting = 0;
    bool main = false;
    for (uint32_t e = 0; e + 1 < c->event_count; e++) {
        const uint32_t a = c->events[e].atom, b = c->events[e + 1].atom;
        if (c->events[e].kind != LD_FINDS) {
            waiting++;
            continue;
        }
        const bool inner = waiting > 0;
        if (c->events[e + 1].kind == LD_FINDS && too_close(c, a, b) && !(waiting == 1 && !main) &&
            !(!e && has_object(c, a)) && !ld_saying(c, e)) {
            const uint32_t none = weaker(c, e);
            if (none < c->event_count) {
                drop_verb(c, none);
                e--;
                continue;
            }
            if (bare_relative(c, b) < c->count) { /* but of "said" what is said, whatever stands before it */
                const bool says = ld_atom_is(c, a, LD_SAY) && ld_folded(c, a)[0] == 's';
                insert_opener(c, e + 1, says ? a : bare_relative(c, b));
            } else if (bare_relative(c, a) < c->count &&
                       !(e && c->events[e - 1].atom == bare_relative(c, a))) { /* opened already */
                insert_opener(c, e, bare_relative(c, a));
                e++;
                continue; /* the clause's verb is found, too */
            }
        }
        if (inner)
            waiting--;
        else
            main = true;
    }
}

/* Whether "and" or the like stands between, or a mark behind which a new clause begins; who says so is none. */
static bool is_parted(const struct ld_clause *c, uint32_t a, uint32_t b, bool list) {
    const uint32_t aside = ld_last_border(c, b - 1); /* "smiths accused of arson, causing a loss, appeared" */
    const bool around = !list && aside > a && ld_border(c, b) == LD_COMMA && !ld_any_is(c, a, b, LD_CONJUNCTION) &&
                        ld_last_border(c, aside - 1) <= a &&
                        (ld_atom_shaped(c, aside, LD_ENDS_PARTICIPLE) || ld_is_alias(c, aside)) && /* "Board, HB, is" */
                        !ld_atom_is(c, b, LD_SAY);
    bool marked = false;
    if (around && ld_border(c, aside) == LD_COMMA) return false;
    for (uint32_t i = a + 1; i <= b; i++) {
        const uint8_t border = ld_border(c, i);
        if (border & ~LD_COMMA) return true;
        marked |= border && (i < b || c->atoms[b].shape & LD_VERB_BASE ||
                             c->atoms[a].facts & LD_SAY); /* "the owner of the mill named in the report, sued" */
        if (!list && ld_joins(c, i)) return true;
    }
    if (!list && ld_atom_is(c, b, LD_AUXILIARY)) { /* "one of ten killed in the storm, Lind has been" */
        while (ld_atom_is(c, b, LD_AUXILIARY) ||
               (ld_atom_shaped(c, b, LD_ADVERB) && !ld_atom_shaped(c, b, LD_LIKE_PAST)))
            b++;
        return marked && (b + 1 >= c->count || !ld_atom_shaped(c, b, LD_LIKE_PAST));
    }
    return marked && (!list || ld_atom_is(c, b, LD_SAY));
}

/* "A smith [enslaved] as a boy and [driven] from home was": whether the verbs at atom a and of event e are participles
 * of the noun before, as the next verb has no other. */
static bool are_reduced(const struct ld_clause *c, uint32_t a, uint32_t e) {
    const uint32_t b = c->events[e].atom, next = e + 1 < c->event_count ? c->events[e + 1].atom : b;
    return joined(c, b) && next > b && c->events[e + 1].kind == LD_FINDS && ld_atom_is(c, next, LD_AUXILIARY) &&
           ld_atom_shaped(c, b, LD_LIKE_PAST) && !ld_atom_is(c, b, LD_SAY) && ld_goes_with_next(c, b) &&
           ld_may_be_reduced(c, a) && ld_goes_with_next(c, a) && !is_parted(c, b, next, false) &&
           bare_relative(c, next) == c->count;
}

/* "A man told to leave a house that burned has sued", "champions Ana Lind, Tom Ashby and Ana Ruiz are": of two verbs
 * that none waits for, the first is none where it can be, and the second is one for sure. */
static void drop_weak_main(struct ld_clause *c) {
    uint32_t open = 0, first = 0; /* first: its event, and one */
    for (uint32_t e = 0; e < c->event_count; e++) {
        const uint32_t atom = c->events[e].atom, main = first ? c->events[first - 1].atom : 0;
        if (c->events[e].kind != LD_FINDS || open) {
            open += c->events[e].kind == LD_FINDS ? -1u : 1u;
            continue;
        }
        const bool noun = first && c->atoms[main].shape & LD_VERB_OR_NOUN && ld_atom_flagged(c, main + 1, LD_CAPITAL);
        if (first && (noun || (ld_may_be_reduced(c, main) && ld_goes_with_next(c, main))) &&
            !is_parted(c, main, atom, noun) && !ld_may_be_reduced(c, atom)) {
            drop_verb(c, first - 1);
            e--;
        } else if (first && are_reduced(c, main, e)) {
            drop_verb(c, e--);
            drop_verb(c, first - 1);
            first = 0;
            e--;
            continue;
        }
        first = e + 1;
    }
}

/* Whether the verb at atom b is that of what is said at atom a, behind what opens_speech does not look past: "said in
 * view of the storm, it is", "said apples, pears and plums are". Not who says so: "agreed in May, Mara Lind said". */
static bool is_content(const struct ld_clause *c, uint32_t a, uint32_t b) {
    const bool apart = ld_atom_is(c, a + 1, LD_PREPOSITION | LD_TIME);
    uint32_t comma = 0;
    if (!ld_atom_is(c, a, LD_SAY) || ld_border(c, a + 1) || joined(c, b)) return false;
    for (uint32_t i = a + 1; i <= b + 1 && i < c->count; i++) {
        if ((c->atoms[i].marks & LD_QUOTED && (i == a + 1 || i == b)) || (i >= b && ld_atom_is(c, i, LD_SAY)))
            return false;
        if (i > b) break;
        if (c->atoms[i].marks & LD_BRACKETED) continue;
        if (c->atoms[i].border & ~LD_COMMA) return false;
        if (c->atoms[i].border && !comma) comma = i;
        if (ld_joins(c, i) && (apart || !comma)) return false;
    }
    return comma && comma < b && (apart || ld_folded(c, a)[0] == 's');
}

/* The main verb is one of saying, and a second one that none waits for is that of what is said. */
static void open_speech(struct ld_clause *c) {
    uint32_t open = 0;
    for (uint32_t e = 0; e + 1 < c->event_count; e++) {
        if (c->events[e].kind != LD_FINDS) {
            open++;
        } else if (open) {
            open--;
        } else {
            uint32_t say = c->events[e].atom;
            while (say + 1 < c->count && (ld_is_verb(c, say + 1) || c->atoms[say + 1].shape & LD_ADVERB)) say++;
            if (c->events[e + 1].kind == LD_FINDS && is_content(c, say, c->events[e + 1].atom))
                insert_opener(c, e + 1, say);
            return;
        }
    }
}

/* "Talking of the hit that won it, Mara Lind said", "With his hands tied, ..": of what begins so the main verb stands
 * behind the comma, where one does, and what looks like one before is none. */
static void drop_in_lead(struct ld_clause *c) {
    uint32_t open = 0, weak = 0;                             /* weak: its event, and one */
    const uint32_t from = ld_phrase_at(c, 0, LD_CONNECTIVE); /* "But in talks held .., he" */
    const bool phrase = ld_atom_is(c, from, LD_PREPOSITION) &&
                        (ld_atom_shaped(c, from, LD_TAKES) || ld_is_article(c, from + 1) ||
                         ld_is_plain(c, from + 1)) && /* not "about ten" */
                        !ld_atom_is(c, from, LD_CONJUNCTION);
    const uint32_t forms = phrase || ld_atom_is(c, from + 1, LD_PREPOSITION)
                               ? LD_LIKE_PAST | LD_VERB_OR_NOUN
                               : LD_VERB_OR_NOUN; /* "Calling box numbers a hoax, .." */
    const uint32_t comma = ld_next_border(c, from + 1);
    const bool made = ld_atom_shaped(c, from, LD_ADVERB) && ld_atom_shaped(c, from + 1, LD_LIKE_PAST) &&
                      ld_atom_shaped(c, from + 1, LD_VERB_PARTICIPLE) && ld_goes_with_next(c, from + 1) &&
                      !ld_joins(c, comma); /* "Mostly made up of salt, .." */
    if (!phrase && !made && !ld_atom_shaped(c, from, LD_ENDS_PARTICIPLE)) return;
    for (uint32_t e = 0; e < c->event_count; e++) {
        const uint32_t atom = c->events[e].atom;
        if (c->events[e].kind != LD_FINDS || open) {
            open += c->events[e].kind == LD_FINDS ? -1u : 1u;
        } else if (!weak) {
            const bool reduced = ld_may_be_reduced(c, atom);
            if (c->atoms[atom].facts & (LD_AUXILIARY | LD_SAY) || c->atoms[atom].shape & LD_INTRANSITIVE ||
                !(c->atoms[atom].shape & forms || reduced || (made && atom == from + 1)))
                return;
            weak = e + 1;
        } else if (atom < comma && comma < c->count && joined(c, atom) && ld_atom_shaped(c, atom, LD_LIKE_PAST)) {
            drop_verb(c, e--); /* "On being fined and banned, .." */
        } else {
            if (c->events[weak - 1].atom >= comma || atom <= comma) return;
            drop_verb(c, weak - 1);
            return;
        }
    }
}

/* "and broke", "and then broke". */
static bool joins_later(const struct ld_clause *c, uint32_t i) {
    const bool later = ld_word_is(c, i - 1, "then") || ld_word_is(c, i - 1, "later");
    return joined(c, i) || (later && (joined(c, i - 1) || ld_border(c, i - 1) == LD_COMMA));
}

/* "who came and saw", "missing since it caught fire and sank": both are of that clause, where another verb is the main
 * one. */
static void join_relatives(struct ld_clause *c) {
    for (uint32_t e = 0; e + 2 < c->event_count; e++)
        if (c->events[e].kind != LD_FINDS && c->events[e + 1].kind == LD_FINDS && c->events[e + 2].kind == LD_FINDS &&
            joins_later(c, c->events[e + 2].atom) &&
            (ld_atom_is(c, c->events[e].atom, LD_RELATIVE) ||
             (c->events[e].kind == LD_MAY_OPEN && ld_free_verb(c, 0) == c->events[e + 2].atom))) {
            const struct ld_event gone = c->events[e + 2];
            ld_remove_event(c, e + 2);
            if (!ld_is_whole(c, NULL, &c->head)) ld_insert_event(c, e + 2, gone);
        }
}

/* "Ana Lind, [nicknamed] the lion, has": the first mark stands before the participle, and the next before "has". */
static bool is_behind_subject(const struct ld_clause *c, uint32_t a) {
    return !ld_last_border(c, a - 1) && ld_atom_is(c, ld_next_border(c, a + 1), LD_AUXILIARY);
}

/* Whether an aside begins at atom from, and goes on behind the verb at atom a: "- it [opens] in May -", ", who left and
 * [returned]", ", a maker of steel [pumps],", ", [freed] from jail after he came,". */
static bool begins_aside(const struct ld_clause *c, uint32_t from, uint32_t a) {
    if (!(c->atoms[from].border & LD_COMMA) || ld_atom_is(c, from, LD_RELATIVE)) return true;
    if (ld_is_article(c, from) &&
        ((ld_atom_shaped(c, a, LD_ENDS_S) && !ld_atom_is(c, a, LD_AUXILIARY | LD_SAY)) || ld_may_be_reduced(c, a)))
        return true;
    while (from < a && ld_atom_shaped(c, from, LD_ADVERB)) from++; /* "originally priced at" */
    if (from == a && ld_word_is(c, a, "asked") && ld_atom_is(c, a + 1, LD_OPENERS))
        return true; /* ", asked if he would, said" */
    return from == a && ld_atom_shaped(c, a, LD_LIKE_PAST) && !ld_atom_is(c, a, LD_AUXILIARY | LD_SAY) &&
           (ld_goes_with_next(c, a) || ld_gives_name(c, a) || is_behind_subject(c, a) ||
            (ld_is_word_of(c, a, LD_WORDS_naming) && ld_is_article(c, a + 1)) ||
            (ld_is_word_of(c, a, LD_WORDS_object_and_name) && ld_is_plain(c, a + 1))); /* "made available to" */
}

/* "said that the boat, [built] by Acme for the trade, [has] sunk": the verb of event e is a participle where an aside
 * begins, and the next one is what the clause around it waits for. */
static bool is_aside_of_content(const struct ld_clause *c, uint32_t e) {
    const uint32_t a = c->events[e].atom;
    return c->events[e].kind == LD_FINDS && c->events[e - 1].kind == LD_OPENS && c->atoms[a].border & LD_COMMA &&
           c->events[e - 1].atom + 2 < a && ld_atom_shaped(c, a, LD_LIKE_PAST) &&
           !ld_atom_shaped(c, a, LD_INTRANSITIVE) && !ld_atom_is(c, a, LD_AUXILIARY | LD_SAY) &&
           ld_goes_with_next(c, a) && e + 1 < c->event_count && c->events[e + 1].kind == LD_FINDS &&
           ld_next_border(c, a + 1) <= c->events[e + 1].atom && !joined(c, c->events[e + 1].atom) &&
           !ld_is_source(c, c->events[e + 1].atom);
}

/* ", causing damage [estimated] at 9 crowns, appeared": a participle within what another one opens. */
static bool is_in_participle(const struct ld_clause *c, uint32_t e) {
    const uint32_t a = c->events[e].atom, from = ld_last_border(c, a);
    return c->events[e].kind == LD_FINDS && c->events[e - 1].atom < from && ld_border(c, from) == LD_COMMA &&
           from + 1 < a && ld_atom_shaped(c, from, LD_ENDS_PARTICIPLE) && ld_is_plain(c, a - 1) &&
           ld_atom_shaped(c, a, LD_LIKE_PAST) && ld_atom_is(c, a + 1, LD_PREPOSITION) &&
           ld_border(c, ld_next_border(c, a + 1)) == LD_COMMA;
}

/* The first verb that none waits for is none of the main clause's where an aside has it, before a verb behind the next
 * mark. */
static void drop_asides(struct ld_clause *c) {
    uint32_t open = 0;
    for (uint32_t e = 0; e < c->event_count; e++) {
        const uint32_t a = c->events[e].atom;
        if (c->events[e].kind != LD_FINDS || open) {
            open += c->events[e].kind == LD_FINDS ? -1u : 1u;
            continue;
        }
        const uint32_t from = ld_last_border(c, a), b = ld_next_border(c, a + 1);
        uint32_t behind = b; /* ", today announced", ", this morning gave" */
        while (behind < c->count && !ld_is_verb(c, behind) && !ld_atom_is(c, from, LD_RELATIVE) &&
               (ld_atom_shaped(c, behind, LD_ADVERB) || ld_atom_is(c, behind, LD_TIME) || ld_is_when(c, behind + 1)))
            behind++;
        if (!from || b == c->count || !ld_is_verb(c, behind) || c->atoms[from].border != c->atoms[b].border ||
            !begins_aside(c, from, a))
            return;
        if (ld_event_from(c, b) == c->event_count) return;
        drop_verb(c, e--);
    }
}

void ld_settle_verbs(struct ld_clause *c) {
    drop_asides(c);
    for (uint32_t e = 1; e < c->event_count; e++)
        if (is_aside_of_content(c, e) || is_in_participle(c, e)) drop_verb(c, e--);
    join_relatives(c);
    part_verbs(c);
    drop_weak_main(c);
    drop_in_lead(c);
    open_speech(c);
    bool left = false;
    for (uint32_t e = 0; e + 3 < c->event_count; e++) /* the last verb is the main clause's */
        while (e + 3 < c->event_count && c->events[e].kind == LD_OPENS && c->events[e + 1].kind == LD_FINDS &&
               c->events[e + 2].kind == LD_FINDS && c->events[e + 3].kind == LD_FINDS &&
               !(e && c->events[e - 1].kind == LD_FINDS) && ld_atom_is(c, c->events[e].atom, LD_RELATIVE) &&
               !ld_is_source(c, c->events[e + 3].atom) &&
               (goes_on(c, c->events[e].atom, c->events[e + 2].atom) ||
                (ld_may_be_reduced(c, c->events[e + 2].atom) && c->atoms[c->events[e + 3].atom].border & LD_COMMA)))
            ld_remove_event(c, e + 2), left = true;
    if (left) join_relatives(c); /* "that shut, burnt and sank" */
    ld_find_missing(c);
}
