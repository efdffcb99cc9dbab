/* shorten_missing.c - the clauses of a sentence and whose each verb is in; out, with the verbs that were not seen and
 * without the openers that are none, where the count says that one of the two must be: the budget *projects* a gap, it
 * will close *if* necessary. When unsure it leaves them as they are. Source: as shorten_clauses.c. */
#include <string.h>

#include "pick/shorten_words.h"

bool ld_ends_speech(const struct ld_clause *c, uint32_t i) {
    uint32_t end = i + 1;
    while (ld_atom_is(c, end, LD_TIME)) end++;
    return ld_atom_is(c, i, LD_SAY) && end == c->count;
}

void ld_remove_event(struct ld_clause *c, uint32_t e) {
    for (uint32_t k = e + 1; k < c->event_count; k++) c->events[k - 1] = c->events[k];
    c->event_count--;
}

bool ld_insert_event(struct ld_clause *c, uint32_t e, struct ld_event event) {
    if (c->event_count == LD_EVENTS) return false;
    for (uint32_t k = c->event_count++; k > e; k--) c->events[k] = c->events[k - 1];
    c->events[e] = event;
    return true;
}

static bool find_whole(struct ld_clause *c) { return c->whole = ld_is_whole(c, NULL, &c->head); }

/* ---- verbs in the present --------------------------------------------------------------------------------------- */

enum { KNOWN = LD_VERB_PRESENT | LD_VERB_OR_NOUN };

/* Whether atom i may be a verb that was not seen. */
static bool may_be_verb(const struct ld_clause *c, uint32_t i) {
    const struct ld_atom *atom = &c->atoms[i];
    return !atom->verb && !(atom->flags & (LD_CAPITAL | LD_NUMERIC)) && !(atom->facts & LD_CLOSED) &&
           !ld_border(c, i + 1);
}

/* "a fall in orders": the noun at atom i is none whose the verb is. */
static bool is_within_phrase(const struct ld_clause *c, uint32_t i) {
    while (!c->atoms[i].border && !(c->atoms[i].facts & (LD_PREPOSITION | LD_CONJUNCTION))) i--;
    return c->atoms[i].facts & LD_PREPOSITION;
}

/* Whether the word before it may be the noun whose it is, or the last of an aside of that: "the town, hit by storms,
 * now faces". */
static bool has_subject(const struct ld_clause *c, uint32_t i) {
    while (!c->atoms[i].border && ld_atom_shaped(c, i - 1, LD_ADVERB)) i--;
    if (c->atoms[i].border) return c->atoms[i].border & LD_COMMA && ld_next_in(&c->sets, LD_SORT_MARKED, 1, i) < i;
    const struct ld_atom *before = ld_atom_at(c, i - 1);
    const uint32_t ing = ld_is_article(c, i - 2) ? 0 : LD_ENDS_PARTICIPLE; /* "the finding deals a blow" */
    const bool number = before->flags & LD_NUMERIC && !ld_atom_flagged(c, i - 2, LD_CAPITAL); /* not "Studio 14" */
    return !(before->facts & (LD_CLOSED | LD_RELATIVE)) && !number &&
           !(before->shape & ((is_within_phrase(c, i - 1) ? 0 : LD_ENDS_S) | LD_ENDS_GENITIVE | LD_ENDS_PAST | ing |
                              LD_HYPHENED | LD_NUMBER_WORD));
}

/* "the budget projects a gap", "the town faces new storms": and before what may be its object. */
static bool may_be_present(const struct ld_clause *c, uint32_t i) {
    const bool object =
        (ld_atom_is(c, i + 1, LD_ARTICLE) && !ld_atom_is(c, i + 1, LD_RELATIVE)) ||
        (c->atoms[i].shape & KNOWN && (ld_atom_shaped(c, i + 1, LD_NUMBER_WORD) || ld_word_is(c, i + 1, "what") ||
                                       (c->atoms[i + 1].facts == LD_STOP && ld_is_plain(c, i + 2)) ||
                                       !ld_atom_is(c, i + 1, LD_CLOSED | LD_RELATIVE | LD_AUXILIARY)));
    return object && c->atoms[i].shape & LD_LIKE_PRESENT && may_be_verb(c, i) && has_subject(c, i);
}

/* The same of what has no object: "the boat lies off the coast", "Ana Lind, the mayor, hopes to win", "the loss points
 * to a fall". */
static bool may_be_bare(const struct ld_clause *c, uint32_t i) {
    const struct ld_atom *atom = &c->atoms[i];
    return atom->shape & KNOWN && atom->shape & LD_LIKE_PRESENT && may_be_verb(c, i) &&
           (atom->border ? atom->border & LD_COMMA : has_subject(c, i)) &&
           (ld_is_sure_infinitive(c, i + 2) || atom->shape & LD_INTRANSITIVE || atom->shape & atom[1].shape & LD_TAKES);
}

/* Whether many, told by what follows, stand before atom i: "students of Oxley [meet]", before an aside as well:
 * "nations of the bay, hit by storms, [face]". */
static bool has_many(const struct ld_clause *c, uint32_t i) {
    const bool aside = c->atoms[i].border;
    uint32_t k = i;
    if (aside) k = ld_last_border(c, k - 1);
    while (k-- && (aside || !c->atoms[k + 1].border))
        if (c->atoms[k].shape & LD_LIKE_PRESENT && (ld_border(c, k + 1) || ld_atom_is(c, k + 1, LD_PREPOSITION)))
            return true;
    return false;
}

/* "analysts see little chance", "Ana Lind and Tom Ashby plan to": what stands before it can be many. */
static bool may_be_plural(const struct ld_clause *c, uint32_t i) {
    const struct ld_atom *atom = &c->atoms[i], *before = atom - 1;
    while (before > c->atoms && before->shape & LD_ADVERB) before--;
    if (!(atom->shape & (LD_VERB_BASE | LD_VERB_OR_NOUN)) || atom->shape & LD_ENDS_S || !may_be_verb(c, i))
        return false;
    if (atom->border) return atom->border & LD_COMMA && has_many(c, i);
    if (before->facts & LD_CLOSED || before->shape & LD_ENDS_GENITIVE) return false;
    if (before->shape & LD_LIKE_PRESENT || ld_is_many(c, (uint32_t)(before - c->atoms))) return true;
    if ((before->flags & LD_CAPITAL || !(atom->shape & LD_VERB_OR_NOUN) || ld_is_number(c, i + 1)) && has_many(c, i))
        return true;
    uint32_t k = i;
    while (k && !ld_joins(c, k)) k--;
    return k && before->flags & LD_CAPITAL && (ld_is_sure_infinitive(c, i + 2) || ld_is_article(c, i + 1));
}

/* Where one more verb makes the sentence whole, the first of the atoms [from, to) that may be one. */
static bool find_present(struct ld_clause *c, uint32_t from, uint32_t to,
                         bool (*may_be)(const struct ld_clause *c, uint32_t i)) {
    uint32_t e = 0;
    for (uint32_t i = from; i < to; i++) {
        if (!(c->atoms[i].shape & (LD_LIKE_PRESENT | LD_VERB_BASE | LD_VERB_OR_NOUN))) continue;
        while (e < c->event_count && c->events[e].atom < i) e++;
        if (!may_be(c, i)) continue;
        if (!ld_insert_event(c, e, (struct ld_event){i, LD_FINDS})) return false;
        if (find_whole(c)) {
            ld_make_verb(c, i, true);
            return true;
        }
        ld_remove_event(c, e);
        find_whole(c);
    }
    return false;
}

static bool find_any_present(struct ld_clause *c, uint32_t from, uint32_t to) {
    return find_present(c, from, to, may_be_plural) || find_present(c, from, to, may_be_bare) ||
           find_present(c, from, to, may_be_present);
}

/* ", a dealer said[, closing the mill]", ", a dealer said in a paper [that ..]": the main verb that was found is that
 * of who says so, from atom from on, between marks, and what follows has no verb of its own. */
static bool is_between(const struct ld_clause *c, uint32_t from) {
    const uint32_t say = ld_group_end(c, c->head);
    const bool ends = ld_border(c, say + 1) == LD_COMMA ||
                      (ld_next_border(c, say + 1) == c->count && ld_atom_is(c, say + 1, LD_TIME | LD_PREPOSITION));
    return from && from < c->head && ld_border(c, from) == LD_COMMA && ends && ld_atom_is(c, say, LD_SAY) &&
           ld_free_verb_from(c, say + 1) == c->count;
}

/* ", according to a review printed in May": where it begins, if the main verb that was found is in it; or 0. */
static uint32_t find_according(const struct ld_clause *c) {
    const uint32_t from = c->whole ? ld_last_border(c, c->head) : 0;
    return from && ld_phrase_at(c, from, LD_SAY) > 1 && ld_next_border(c, from + 1) == c->count ? from : 0;
}

/* Where what is said ends, where the main verb that was found is that of who says so, behind it: ", dealers said", ", a
 * court has heard", ", the guild said in a letter"; or 0. */
static uint32_t find_source(const struct ld_clause *c) {
    if (!c->whole) return 0;
    uint32_t from = ld_last_border(c, c->head);
    if (c->events[c->event_count - 1].atom != c->head) return is_between(c, from) ? from : 0;
    if (from == c->head) { /* ", Ana Lind, a dealer, said" */
        from = ld_next_border(c, 1);
        return ld_ends_speech(c, c->head) && from < c->head ? from : 0;
    }
    const uint32_t say = ld_group_end(c, c->head); /* "has told" */
    if (!ld_atom_is(c, say, LD_SAY) || ld_atom_shaped(c, say + 1, LD_MARKS_INFINITIVE)) return 0;
    return say + 1 == c->count || ld_atom_is(c, say, LD_TELL) || ld_atom_is(c, say + 1, LD_TIME | LD_PREPOSITION) ? from
                                                                                                                  : 0;
}

/* ", [but] its sales rose": where the clause of the main verb that was found begins behind another; or 0. */
static uint32_t find_second(const struct ld_clause *c) {
    if (!c->whole) return 0;
    if (c->head > 1 && ld_joins(c, c->head - 1)) return c->head - 1; /* "features turrets and is open" */
    const uint32_t from = ld_last_border(c, c->head);
    return ld_joins(c, from) && from + 1 < c->head ? from : 0;
}

/* "Zinc after noon held steady, dealers said": where the only main verb found is that of who says so at the end,
 * another one stands before it. */
static void find_stated(struct ld_clause *c) {
    const uint32_t source = find_source(c), to = source ? source : find_second(c);
    uint32_t from = 1, e = 0;
    const uint32_t according = find_according(c);
    if (according) {
        while (c->event_count && c->events[c->event_count - 1].atom > according) c->event_count--;
        find_whole(c);
        return;
    }
    if (!to || ld_is_protected(c, 0)) return;
    if (ld_phrase_at(c, 0, LD_PREPOSITION | LD_ADJUNCT) ||
        (c->atoms[0].shape & (LD_ENDS_PARTICIPLE | LD_HYPHENED)) == LD_ENDS_PARTICIPLE) /* but "Rope-making mill" */
        from = ld_next_in(&c->sets, LD_SORT_MARKED, from, to);
    if (find_any_present(c, from, to) || !source) return;
    while (c->events[e].atom < to && (c->events[e].atom < from || c->events[e].kind != LD_MAY_OPEN)) e++;
    if (c->events[e].atom < to) ld_remove_event(c, e);
    find_whole(c);
}

/* ---- openers that are none -------------------------------------------------------------------------------------- */

/* "after" may be a preposition. */
static void drop_soft_openers(struct ld_clause *c) {
    for (uint32_t e = c->event_count; e-- && (!c->whole || ld_joins(c, c->head - 1));)
        if (c->events[e].kind == LD_MAY_OPEN) {
            ld_remove_event(c, e);
            find_whole(c);
        }
}

/* "when a memo [announcing] his end surfaced": it may have an object and no clause. */
static void drop_telling(struct ld_clause *c) {
    for (uint32_t e = 0; e < c->event_count && !c->whole; e++) {
        const struct ld_event gone = c->events[e];
        if (gone.kind == LD_FINDS || !ld_atom_is(c, gone.atom, LD_SAY) || !ld_atom_is(c, gone.atom + 1, LD_ARTICLE) ||
            !ld_atom_shaped(c, gone.atom, LD_ENDS_PARTICIPLE))
            continue;
        ld_remove_event(c, e);
        if (!find_whole(c)) ld_insert_event(c, e, gone);
    }
}

/* "[if] necessary", "nobody knows [why]", "the talks are [once] again": what event e opens has no room for a clause. */
static bool is_void(const struct ld_clause *c, uint32_t e) {
    enum { SHORT = 3 }; /* words */
    const uint32_t from = c->events[e].atom, end = ld_next_border(c, from + 1);
    if (c->events[e].kind == LD_FINDS || c->atoms[from].verb ||
        (e + 1 < c->event_count && c->events[e + 1].atom == from + 1))
        return false;
    if (ld_word_is(c, from, "once")) return true;
    return end - from <= SHORT && !(e + 1 < c->event_count && c->events[e + 1].atom < end);
}

/* Where the sentence is whole without them. */
static void drop_void_openers(struct ld_clause *c) {
    struct ld_event events[LD_EVENTS];
    const uint32_t count = c->event_count;
    memcpy(events, c->events, count * sizeof *events);
    for (uint32_t e = count; e-- && !c->whole;)
        if (is_void(c, e)) {
            ld_remove_event(c, e);
            find_whole(c);
        }
    if (c->whole) return;
    memcpy(c->events, events, count * sizeof *events);
    c->event_count = count;
}

/* ---- what is said ------------------------------------------------------------------------------------------------ */

/* "Acme said the [mill]": what is said follows the verb of event e, of which nobody knows yet that it does; or 0. */
uint32_t ld_saying(const struct ld_clause *c, uint32_t e) {
    const uint32_t from = c->events[e].atom, say = ld_group_end(c, from); /* "has said" */
    if (!(c->atoms[from].facts & (LD_SAY | LD_AUXILIARY)) || c->events[e].kind != LD_FINDS) return 0;
    if (!ld_atom_is(c, say, LD_SAY) || (e + 1 < c->event_count && c->events[e + 1].atom <= say + 1)) return 0;
    if (!from || (c->atoms[from].border && from != c->head) || ld_is_protected(c, from - 1))
        return 0;            /* ", said Lind" */
    uint32_t next = say + 1; /* "said on Monday the mill" */
    while (ld_is_when(c, next) && !ld_border(c, next)) next += ld_atom_is(c, next, LD_TIME) ? 1 : 2;
    if (ld_border(c, next) || ld_is_protected(c, next) || ld_atom_shaped(c, next, LD_ADVERB) ||
        ld_atom_is(c, next, LD_PREPOSITION | LD_TIME | LD_CONJUNCTION | LD_RELATIVE | LD_NEGATION) ||
        (e + 1 < c->event_count && c->events[e + 1].atom <= next))
        return 0;
    return ld_begins_as(c, say, LD_WORDS_holding) ? say : 0;
}

/* "said", which what is said nearly always follows, unlike "believed", "said today". */
static bool says(const struct ld_clause *c, uint32_t say) {
    return memcmp(ld_folded(c, say), "sa", 2) == 0 && !ld_is_when(c, say + 1);
}

/* "said bread, salt and rope [were], he came and went": whether the verb at atom b may be that of what atom say says.
 */
static bool may_be_said(const struct ld_clause *c, uint32_t say, uint32_t b) {
    uint32_t dashes = 0;
    if (ld_is_source(c, b) || ld_joins(c, b - 1) || ld_word_is(c, b, "provided")) return false;
    for (uint32_t i = say + 1; i <= b; i++) {
        const uint8_t border = ld_border(c, i);
        if (border & (LD_SEMICOLON | LD_COLON) ||
            (ld_joins(c, i) && (ld_folded(c, i)[0] == 'b' || ld_atom_is(c, i + 1, LD_PRONOUN))))
            return false;
        dashes += border & LD_DASH ? 1 : 0;
    }
    return dashes % 2 == 0;
}

/* Whether the sentence is whole with what atom say says, told by event e on: by a verb that is free, or one that was
 * not seen, or as "since" before it opens no clause. */
static bool opens_said(struct ld_clause *c, uint32_t e, uint32_t say) {
    const uint32_t b = ld_free_verb(c, e);
    const bool found = b < c->count && may_be_said(c, say, b);
    if (!found && (b < c->count || !says(c, say))) return false;
    if (!ld_insert_event(c, e++, (struct ld_event){say, LD_OPENS})) return false;
    if (found && !(ld_goes_with_next(c, b) &&
                   (ld_may_be_reduced(c, b) || (c->atoms[b].shape & LD_LIKE_PAST && c->events[e].kind == LD_MAY_OPEN))))
        return true;
    if (!says(c, say)) return false;
    uint32_t k = e;
    while (found && c->events[k].atom < b) k++;
    const uint32_t weak = k; /* "was near the price agreed in May" */
    if (found) ld_remove_event(c, weak);
    bool whole = find_any_present(c, say + 2, c->count);
    for (k = e; k < c->event_count && c->events[k].kind != LD_MAY_OPEN;) k++;
    if (!whole && k < c->event_count) {
        const struct ld_event gone = c->events[k];
        ld_remove_event(c, k);
        whole = find_whole(c);
        if (!whole) ld_insert_event(c, k, gone);
    }
    if (!found) return whole;
    if (whole)
        ld_make_verb(c, b, false);
    else
        ld_insert_event(c, weak, (struct ld_event){b, LD_FINDS});
    return true;
}

/* "said that in a note [dated] May 9, the mill": between "that" at atom say and atom a a preposition and its noun. */
static bool is_noted(const struct ld_clause *c, uint32_t say, uint32_t a) {
    uint32_t i = say + 2 + ld_is_article(c, say + 2);
    if (!ld_atom_is(c, say + 1, LD_PREPOSITION) || i >= a) return false;
    while (i < a && ld_is_plain(c, i)) i++;
    return i == a;
}

/* "said that costs [tied] to the mill, the oldest one, [will] hurt": the verb of event e, which what is said waits for,
 * is a participle where another one is free. */
static bool is_within_content(const struct ld_clause *c, uint32_t e) {
    const uint32_t a = c->events[e].atom, say = e ? c->events[e - 1].atom : 0;
    if (!e || c->events[e].kind != LD_FINDS || c->events[e - 1].kind != LD_OPENS ||
        !(c->atoms[a].shape & LD_LIKE_PAST) || c->head > say || !(ld_is_that(c, say) || ld_is_verb(c, say)) ||
        !ld_may_be_reduced(c, a) || !ld_goes_with_next(c, a))
        return false;
    const uint32_t b = ld_free_verb(c, e + 1);
    if (b == c->count || !may_be_said(c, say, b) || ld_may_be_reduced(c, b)) return false;
    const uint32_t from = ld_last_border(c, b);
    return from < a || is_noted(c, say, a) ||
           !ld_atom_is(c, from, LD_ARTICLE | LD_PRONOUN); /* not "built in May, the mill is" */
}

/* "Acme said its sales in Oxley, Bray and Harlan were": what is said has a verb of its own. */
static void find_said(struct ld_clause *c) {
    struct ld_event events[LD_EVENTS];
    bool tried = false;
    for (uint32_t e = 0; e < c->event_count; e++) {
        if (c->events[e].kind != LD_FINDS) continue;
        if (is_within_content(c, e)) {
            ld_make_verb(c, c->events[e].atom, false);
            ld_remove_event(c, e--);
            tried = true;
            continue;
        }
        const uint32_t say = ld_saying(c, e), count = c->event_count;
        if (!say) continue;
        tried = true;
        memcpy(events, c->events, count * sizeof *events);
        if (opens_said(c, e + 1, say)) continue;
        memcpy(c->events, events, count * sizeof *events);
        c->event_count = count;
    }
    if (tried) find_whole(c);
}

/* "said the mill needs [care] and also told us": the verb that "that" waits for is another one's, behind an "and", and
 * one that was not seen stands before it. */
static void find_before_and(struct ld_clause *c) {
    for (uint32_t e = 1; e + 1 < c->event_count; e++) {
        const uint32_t that = c->events[e].atom,
                       verb = c->events[e + 1].atom, and = verb - 1 - !!ld_atom_shaped(c, verb - 1, LD_ADVERB);
        if (c->events[e].kind != LD_FINDS && c->events[e + 1].kind == LD_FINDS && ld_is_that(c, that) &&
            c->head < that && ld_joins(c, and) && ld_atom_is(c, verb, LD_SAY) && and > that + 2 &&
            ld_atom_flagged(c, that + 1, LD_CAPITAL) && find_any_present(c, that + 2, and))
            return;
    }
}

void ld_find_missing(struct ld_clause *c) {
    find_whole(c);
    find_stated(c);
    if (!c->whole) drop_void_openers(c);
    if (!c->whole) find_present(c, 1, c->count, may_be_bare);
    for (uint32_t e = 0; e < c->event_count && !c->whole; e++) /* "its claim that mills unfairly sell it" */
        if (c->events[e].kind == LD_MAY_OPEN && ld_is_that(c, c->events[e].atom))
            find_any_present(c, c->events[e].atom + 2, c->count);
    drop_soft_openers(c);
    if (!c->whole) find_any_present(c, 1, c->count);
    drop_telling(c);
    if (c->whole && c->facts & LD_SAY) find_said(c);
    if (c->whole && c->facts & LD_SAY) find_before_and(c);
}
