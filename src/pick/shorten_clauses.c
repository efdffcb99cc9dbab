/* shorten_clauses.c - the atoms of a sentence in, its clauses out: which words open one, and which verb is whose. Read
 * from the left, an opener ("who", "if", "that", "said" before what is said) waits for a verb, and a verb that none
 * waits for is the main clause's. What is left of a sentence is whole where that still holds. For languages whose verbs
 * have a table of forms (lang/forms.def); of the others nothing is told. Leaves the search for pieces to the others. */
#include <string.h>

#include "pick/shorten_words.h"

/* Whether the verb at atom i begins a group of its own, and is not the rest of "has been", "was quickly sold". */
static bool begins_group(const struct ld_clause *c, uint32_t i) {
    uint32_t k = i;
    while (k && !c->atoms[k].border &&
           (c->atoms[k - 1].shape & LD_ADVERB || c->atoms[k - 1].facts & (LD_NEGATION | LD_TIME)) &&
           !(c->atoms[k - 1].facts & LD_AUXILIARY))
        k--;
    return !k || c->atoms[k].border || !(c->atoms[k - 1].facts & LD_AUXILIARY) || !c->atoms[k - 1].verb;
}

/* The first finite verb from atom i on, before a mark or another clause; or count. */
static uint32_t verb_ahead(const struct ld_clause *c, uint32_t i) {
    for (; i < c->count && !c->atoms[i].border; i++) {
        if (ld_is_verb(c, i)) return i;
        if (ld_atom_is(c, i, LD_RELATIVE) || (ld_atom_is(c, i, LD_CONJUNCTION) && !ld_atom_is(c, i, LD_PREPOSITION)))
            break;
    }
    return c->count;
}

/* "said [that]", "said on Sunday [that]". */
static bool follows_speech(const struct ld_clause *c, uint32_t i) {
    const uint32_t least = i > 3 ? i - 3 : 0;
    while (i > least &&
           (ld_atom_is(c, i - 1, LD_TIME) || (ld_atom_is(c, i - 1, LD_PREPOSITION) && ld_atom_is(c, i, LD_TIME))))
        i--;
    return i && c->atoms[i - 1].verb && ld_atom_is(c, i - 1, LD_SAY);
}

/* Whether atom i opens a clause. soft: it is a preposition as often, told by the verb that follows. */
static bool opens_clause(const struct ld_clause *c, uint32_t i, bool *soft) {
    const uint32_t facts = c->atoms[i].facts;
    const bool that = facts & LD_RELATIVE && facts & LD_CONJUNCTION && facts & LD_ARTICLE && facts & LD_PRONOUN;
    *soft = false;
    if (!(facts & (LD_RELATIVE | LD_CONJUNCTION)) || (facts & LD_CONNECTIVE && !(facts & LD_RELATIVE))) return false;
    if (that) { /* "that those who came left", too */
        uint32_t k = i + 1;
        while (k < c->count && !c->atoms[k].border && !ld_atom_is(c, k, LD_RELATIVE) && !c->atoms[k].verb) k++;
        return verb_ahead(c, k < c->count && ld_atom_is(c, k, LD_RELATIVE) ? k + 1 : i + 1) < c->count || k == i + 1 ||
               follows_speech(c, i); /* "said that with Acme, a rival, it will" */
    }
    if (facts & LD_BOUND && ld_atom_shaped(c, i + 1, LD_ENDS_PAST)) return false; /* "than expected" */
    if (facts & LD_PREPOSITION) {
        uint32_t verb = c->atoms[i].shape & LD_TAKES_FOR ? c->count : verb_ahead(c, i + 1); /* "for": hardly ever */
        *soft = true;
        return verb < c->count && verb > i + 1 && !ld_atom_is(c, i + 1, LD_PREPOSITION) &&
               !ld_atom_shaped(c, i + 1, LD_ENDS_PARTICIPLE); /* "after eating" */
    }
    if (facts & LD_ARTICLE && !(facts & LD_RELATIVE)) return false;  /* both, either */
    if (ld_atom_shaped(c, i + 1, LD_MARKS_INFINITIVE)) return false; /* "how to" */
    if (facts & LD_ADJUNCT || !(facts & LD_RELATIVE)) {              /* "while driving", "when asked", "if in doubt" */
        if (ld_atom_shaped(c, i + 1, LD_ENDS_PARTICIPLE) || ld_atom_is(c, i + 1, LD_PREPOSITION)) return false;
        if (ld_atom_shaped(c, i + 1, LD_ENDS_PAST | LD_VERB_PARTICIPLE) && !ld_atom_is(c, i + 1, LD_AUXILIARY))
            return false;
    }
    return true;
}

static void add_event(struct ld_clause *c, uint32_t atom, enum ld_event_kind kind) {
    if (c->event_count < LD_EVENTS) c->events[c->event_count++] = (struct ld_event){atom, (uint8_t)kind};
}

/* Whether the verb at atom i may be none, but a participle that belongs to the noun before it: "accused of theft". */
static bool may_be_reduced(const struct ld_clause *c, uint32_t i) {
    const struct ld_atom *atom = &c->atoms[i];
    uint32_t before = i; /* the word before it that is no adverb */
    while (before > 1 && c->atoms[before - 1].shape & LD_ADVERB) before--;
    return i && atom->shape & (LD_ENDS_PAST | LD_VERB_PARTICIPLE) && !(atom->shape & LD_INTRANSITIVE) &&
           !(atom->facts & LD_AUXILIARY) &&
           (!(atom->facts & LD_SAY) || c->atoms[0].shape & LD_MARKS_INFINITIVE || /* "a man told to leave has" */
            (atom->facts & LD_TELL && ld_atom_shaped(c, i + 1, LD_MARKS_INFINITIVE)) ||
            (!(atom->facts & LD_TELL) && ld_atom_is(c, i + 1, LD_TIME))) && /* "the plan announced last week" */
           !ld_border(c, i + 1) &&
           !(ld_atom_shaped(c, i + 1, LD_MARKS_INFINITIVE) && !strcmp(ld_folded(c, i), "led")) && /* not "led by" */
           (!atom->border || ld_atom_is(c, i + 1, LD_PREPOSITION) ||
            (ld_atom_is(c, i + 1, LD_DEICTIC) && ld_atom_is(c, i + 2, LD_PREPOSITION))) && /* ", pictured here with" */
           !ld_atom_is(c, before - 1, LD_AUXILIARY | LD_RELATIVE | LD_CONJUNCTION) &&
           !(ld_atom_is(c, before - 1, LD_PRONOUN) && !ld_atom_is(c, before - 1, LD_ARTICLE)) &&
           !(ld_atom_is(c, i + 1, LD_ARTICLE | LD_PRONOUN) && !ld_atom_is(c, i + 1, LD_PREPOSITION)) &&
           !(ld_atom_flagged(c, i + 1, LD_NUMERIC) &&
             ld_atom_shaped(c, i + 2, LD_NUMBER_WORD | LD_TAKES_OF)); /* "reached 7 tonnes" */
}

/* "accused of", "held quickly": a verb that has an object is none of the two. */
static bool goes_with_next(const struct ld_clause *c, uint32_t i) {
    return ld_atom_is(c, i + 1, LD_PREPOSITION | LD_TIME) || ld_atom_shaped(c, i + 1, LD_ADVERB);
}

/* "asked for relief from the tax it [pays]", "denied claims they [made]": a pronoun behind a noun opens a relative
 * clause, where the verb at atom say has an object. "said in talks with farmers he [will]": it has none. */
static bool is_bare_relative(const struct ld_clause *c, uint32_t say, uint32_t verb) {
    const uint32_t who = verb - 1;
    if (ld_folded(c, say)[0] == 's' || who < say + 3 || !ld_atom_is(c, who, LD_PRONOUN) ||
        ld_atom_is(c, who, LD_ARTICLE | LD_RELATIVE) || !ld_any_is(c, say + 1, who, LD_PREPOSITION))
        return false;
    return !ld_atom_is(c, who - 1, LD_TIME | LD_PREPOSITION | LD_CONJUNCTION) &&
           !ld_atom_shaped(c, who - 1, LD_ADVERB) && !ld_atom_is(c, say, LD_TELL);
}

/* "asked", "urged": what is asked is not said in a clause without "if" or "to". */
static bool never_bare(const struct ld_clause *c, uint32_t i) {
    static const char *const stems[] = {"ask", "urg", "quot"};
    for (size_t n = 0; n < sizeof stems / sizeof *stems && ld_atom_is(c, i, LD_TELL); n++)
        if (!strncmp(ld_folded(c, i), stems[n], strlen(stems[n]))) return true;
    return false;
}

/* "said the ferry sank": what is said follows, and has a subject of its own. */
static bool opens_speech(const struct ld_clause *c, uint32_t i) {
    bool soft;
    if (!ld_atom_is(c, i, LD_SAY) || ld_border(c, i + 1) || i + 1 >= c->count || c->atoms[i + 1].marks & LD_QUOTED)
        return false;
    if (ld_is_infinitive(c, i + 2) || never_bare(c, i)) return false; /* "hoped to find partners" */
    if (ld_atom_is(c, i + 1, LD_ADJUNCT) && opens_clause(c, i + 1, &soft) && !soft)
        return true; /* "said though .., .." */
    for (uint32_t k = i + 1; k < c->count && !c->atoms[k].border; k++) {
        if (ld_atom_is(c, i, LD_TELL) && may_be_reduced(c, k) && ld_atom_is(c, k + 1, LD_PREPOSITION))
            continue; /* "urged members in a letter shown to us" */
        if (ld_atom_is(c, i + 1, LD_PREPOSITION) && may_be_reduced(c, k) && goes_with_next(c, k))
            continue; /* "said in a report issued today that" */
        if (ld_is_verb(c, k))
            return k > i + 1 && !ld_atom_is(c, k - 1, LD_CONJUNCTION | LD_RELATIVE) && !is_bare_relative(c, i, k) &&
                   !(ld_atom_shaped(c, k - 1, LD_ADVERB) && ld_atom_is(c, k - 2, LD_CONJUNCTION));
        if (opens_clause(c, k, &soft)) return false;
    }
    if (ld_atom_shaped(c, i, LD_ENDS_PARTICIPLE) && ld_folded(c, i)[0] != 's')
        return false;                           /* "reporting a loss, said" */
    for (uint32_t k = i + 2; k < c->count; k++) /* "said the plan, made in May, has failed" */
        if (c->atoms[k].verb && c->atoms[k].border & LD_COMMA && !ld_is_protected(c, k))
            return !ld_atom_is(c, i + 1, LD_TIME | LD_PREPOSITION);
    return false;
}

/* ", Mara Lind said.": the verb at atom i is that of who says so, at the end. */
static bool ends_speech(const struct ld_clause *c, uint32_t i) {
    uint32_t end = i + 1;
    while (end < c->count && ld_atom_is(c, end, LD_TIME)) end++;
    return ld_atom_is(c, i, LD_SAY) && end == c->count;
}

/* Whether the verbs at atoms a < b stand in one clause without a conjunction between them, where one has room. */
static bool too_close(const struct ld_clause *c, uint32_t a, uint32_t b) {
    uint32_t marks = 0;
    if (ends_speech(c, b) && !ld_border(c, b)) /* "fell, the firm said" */
        for (uint32_t i = a + 1; i < b; i++)
            if (c->atoms[i].border & LD_COMMA) return false;
    for (uint32_t i = a + 1; i <= b; i++) {
        if (c->atoms[i].border) marks++;
        if (i < b && ld_atom_is(c, i, LD_CONJUNCTION) && ld_atom_is(c, i, LD_CONNECTIVE) && marks == 0 &&
            (i + 1 == b || ld_atom_shaped(c, i + 1, LD_ADVERB) || !strcmp(ld_folded(c, i), "but") ||
             (i + 2 == b && ld_atom_is(c, i + 1, LD_PRONOUN) && !ld_atom_is(c, i + 1, LD_ARTICLE | LD_RELATIVE))))
            return false; /* "came and went", "came but Acme said", "came and he went" */
        if (ld_is_protected(c, i) != ld_is_protected(c, a)) return false;
    }
    return !marks || (c->atoms[b].border & LD_COMMA && /* ", has released", but not ", blamed for" */
                      (ld_atom_is(c, b, LD_AUXILIARY) || !ld_atom_is(c, b + 1, LD_PREPOSITION)));
}

static bool joined(const struct ld_clause *c, uint32_t i) {
    return i && ld_atom_is(c, i - 1, LD_CONJUNCTION) && ld_atom_is(c, i - 1, LD_CONNECTIVE);
}

/* Whether the verb at atom b goes on with the relative clause that opened at atom a: "that fell, broke and sank". */
static bool goes_on(const struct ld_clause *c, uint32_t a, uint32_t b) {
    return joined(c, b) || (c->atoms[b].border & LD_COMMA && !c->atoms[a].border);
}

static void remove_event(struct ld_clause *c, uint32_t e) {
    for (uint32_t k = e + 1; k < c->event_count; k++) c->events[k - 1] = c->events[k];
    c->event_count--;
}

/* "a bill [that] he drafted": the subject of the verb at atom b, a pronoun after a noun, opens a clause; or count. */
static uint32_t bare_relative(const struct ld_clause *c, uint32_t b) {
    const uint32_t i = b ? b - 1 : 0;
    if (i < 2 || !ld_atom_is(c, i, LD_PRONOUN) || ld_atom_is(c, i, LD_ARTICLE | LD_RELATIVE) || c->atoms[i].border ||
        c->atoms[i - 1].verb || (ld_is_infinitive(c, i - 1) && ld_atom_is(c, b, LD_AUXILIARY)) ||
        ld_atom_is(c, i - 1, LD_CONJUNCTION | LD_RELATIVE | LD_PREPOSITION))
        return c->count;
    return i;
}

static void insert_event(struct ld_clause *c, uint32_t e, struct ld_event event) {
    if (c->event_count == LD_EVENTS) return;
    for (uint32_t k = c->event_count++; k > e; k--) c->events[k] = c->events[k - 1];
    c->events[e] = event;
}

static void insert_opener(struct ld_clause *c, uint32_t e, uint32_t atom) {
    insert_event(c, e, (struct ld_event){atom, LD_OPENS});
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
        if (c->events[e + 1].kind == LD_FINDS && too_close(c, a, b) && !(inner && waiting == 1 && !main)) {
            if (bare_relative(c, b) < c->count) {
                insert_opener(c, e + 1, bare_relative(c, b));
            } else if (may_be_reduced(c, a) && (goes_with_next(c, a) || !may_be_reduced(c, b) || c->atoms[b].border)) {
                c->atoms[a].verb = false;
                remove_event(c, e--);
                continue;
            } else if (may_be_reduced(c, b) && !c->atoms[b].border) {
                c->atoms[b].verb = false;
                remove_event(c, e-- + 1);
                continue;
            } else if (bare_relative(c, a) < c->count) {
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
    bool marked = false;
    for (uint32_t i = a + 1; i <= b; i++) {
        if (c->atoms[i].border & ~LD_COMMA) return true;
        marked |= c->atoms[i].border != 0;
        if (!list && ld_atom_is(c, i, LD_CONJUNCTION) && ld_atom_is(c, i, LD_CONNECTIVE)) return true;
    }
    return marked && (!list || ld_atom_is(c, b, LD_SAY) || ld_atom_is(c, b + 1, LD_SAY));
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
        const bool noun = first && c->atoms[main].shape & LD_VERB_OR_NOUN && c->atoms[main].shape & LD_ENDS_S &&
                          ld_atom_flagged(c, main + 1, LD_CAPITAL);
        if (first && (noun || (may_be_reduced(c, main) && goes_with_next(c, main))) && !joined(c, atom) &&
            !is_parted(c, main, atom, noun) &&
            (c->atoms[atom].facts & (LD_AUXILIARY | LD_PAST) || !may_be_reduced(c, atom))) {
            c->atoms[main].verb = false;
            remove_event(c, first - 1);
            e--;
        }
        first = e + 1;
    }
}

/* Whether the verb at atom b is that of what is said at atom a, behind what opens_speech does not look past: "said in
 * view of the storm, it is", "said apples, pears and plums are". Not who says so: "agreed in May, Mara Lind said". */
static bool is_content(const struct ld_clause *c, uint32_t a, uint32_t b) {
    const bool apart = ld_atom_is(c, a + 1, LD_PREPOSITION | LD_TIME);
    uint32_t comma = 0;
    if (!ld_atom_is(c, a, LD_SAY) || ld_atom_is(c, a - 1, LD_BE) || ld_border(c, a + 1) || joined(c, b)) return false;
    for (uint32_t i = a + 1; i <= b + 1 && i < c->count; i++) {
        if (c->atoms[i].marks & (LD_QUOTED | LD_BRACKETED) || (i >= b && ld_atom_is(c, i, LD_SAY))) return false;
        if (i > b) break;
        if (c->atoms[i].border & ~LD_COMMA) return false;
        if (c->atoms[i].border) comma = i;
        if (ld_atom_is(c, i, LD_CONJUNCTION) && ld_atom_is(c, i, LD_CONNECTIVE) && (apart || !comma)) return false;
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

/* "Talking of the hit that won it, Mara Lind said": of what begins so the main verb stands behind the comma, where one
 * does, and what looks like one before is none. */
static void drop_in_lead(struct ld_clause *c) {
    uint32_t comma = 1, open = 0, weak = 0; /* weak: its event, and one */
    const uint32_t forms = ld_atom_is(c, 1, LD_PREPOSITION) ? LD_ENDS_PAST | LD_VERB_PARTICIPLE | LD_VERB_OR_NOUN
                                                            : LD_VERB_OR_NOUN; /* "Calling box numbers a hoax, .." */
    if (!ld_atom_shaped(c, 0, LD_ENDS_PARTICIPLE)) return;
    while (comma < c->count && !c->atoms[comma].border) comma++;
    for (uint32_t e = 0; e < c->event_count; e++) {
        const uint32_t atom = c->events[e].atom;
        if (c->events[e].kind != LD_FINDS || open) {
            open += c->events[e].kind == LD_FINDS ? -1u : 1u;
        } else if (atom > comma) {
            if (weak) c->atoms[c->events[weak - 1].atom].verb = false;
            if (weak) remove_event(c, weak - 1);
            return;
        } else if (!weak && !(c->atoms[atom].facts & (LD_AUXILIARY | LD_SAY)) &&
                   !(c->atoms[atom].shape & LD_INTRANSITIVE) && c->atoms[atom].shape & forms) {
            weak = e + 1;
        } else {
            return;
        }
    }
}

/* "the budget projects a gap", "the town faces new storms": a word that may be a verb in the third person, behind a
 * noun and before what may be its object. */
static bool may_be_present(const struct ld_clause *c, uint32_t i) {
    const struct ld_atom *atom = &c->atoms[i], *before = atom - 1;
    const uint32_t none = LD_STOP | LD_PREPOSITION | LD_ARTICLE | LD_CONJUNCTION | LD_TIME | LD_PRONOUN;
    const bool object =
        (ld_atom_is(c, i + 1, LD_ARTICLE) && !ld_atom_is(c, i + 1, LD_RELATIVE)) ||
        (atom->shape & (LD_VERB_PRESENT | LD_VERB_OR_NOUN) && !ld_atom_is(c, i + 1, none | LD_RELATIVE | LD_AUXILIARY));
    return object && !ld_border(c, i + 1) && !(before->shape & LD_NUMBER_WORD) && atom->shape & LD_LIKE_PRESENT &&
           !atom->flags && !atom->border && !(atom->facts & none) && !(before->facts & (none | LD_RELATIVE)) &&
           !(before->flags & LD_NUMERIC) && !ld_is_protected(c, i) &&
           !(before->shape & (LD_ENDS_S | LD_ENDS_GENITIVE | LD_ENDS_PAST | LD_ENDS_PARTICIPLE | LD_HYPHENED));
}

/* "Zinc after noon held steady, dealers said": where the only main verb found is that of who says so at the end,
 * another one stands before it. */
static void find_stated(struct ld_clause *c) {
    uint32_t comma = 1, e = 0;
    if (!ld_is_whole(c, NULL, NULL, &c->head) || !ld_atom_is(c, c->head, LD_SAY) ||
        !(ends_speech(c, c->head) || ld_border(c, c->head + 1) & LD_COMMA))
        return;
    while (comma < c->head && !c->atoms[comma].border) comma++;
    if (comma < 4 || comma == c->head || ld_is_protected(c, 0) || ld_phrase_at(c, 0, LD_PREPOSITION | LD_ADJUNCT))
        return;
    for (; e < c->event_count && c->events[e].atom < comma; e++)
        if (c->events[e].kind == LD_MAY_OPEN && !ld_atom_shaped(c, 0, LD_ENDS_PARTICIPLE)) {
            const struct ld_event gone = c->events[e];
            remove_event(c, e);
            if (ld_is_whole(c, NULL, NULL, &c->head) && c->head < comma) return;
            insert_event(c, e, gone);
        }
    e = 0;
    for (uint32_t i = 1; i < comma; i++) {
        while (e < c->event_count && c->events[e].atom < i) e++;
        if (!may_be_present(c, i) || ld_opens_clause(c, i)) continue;
        insert_event(c, e, (struct ld_event){i, LD_FINDS});
        if (ld_is_whole(c, NULL, NULL, &c->head) && c->head == i) {
            c->atoms[i].verb = true;
            return;
        }
        remove_event(c, e);
    }
}

bool ld_is_whole(const struct ld_clause *c, bool (*is_kept)(const void *context, uint32_t atom), const void *context,
                 uint32_t *verb) {
    uint32_t open = 0;
    bool main = false;
    for (uint32_t e = 0; e < c->event_count; e++) {
        const struct ld_event *event = &c->events[e];
        if (is_kept && !is_kept(context, event->atom)) continue;
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

void ld_find_clauses(struct ld_clause *c, const uint16_t *signs, uint32_t count) {
    c->event_count = 0;
    c->whole = false;
    if (!c->endings->forms) return;
    uint32_t next = 0; /* behind the last phrase */
    for (uint32_t s = 0; s < count; s++) {
        const uint32_t i = signs[s];
        const struct ld_atom *atom = &c->atoms[i];
        bool soft;
        if (i < next) continue;
        uint32_t phrase = ld_phrase_at(c, i, LD_PREPOSITION);
        if ((atom->marks & (LD_BRACKETED | LD_QUOTED)) == LD_BRACKETED) continue; /* an aside, or a name */
        if (phrase > 1) {
            next = i + phrase;
            continue;
        }
        if (ld_is_verb(c, i)) {
            if (i && ld_atom_is(c, i, LD_RELATIVE) && !ld_atom_is(c, i, LD_ADJUNCT))
                add_event(c, i, LD_OPENS); /* "who'll" */
            if (begins_group(c, i)) add_event(c, i, LD_FINDS);
            if (atom->facts & LD_SAY && opens_speech(c, i)) add_event(c, i, LD_OPENS);
        } else if (opens_clause(c, i, &soft)) {
            add_event(c, i, soft ? LD_MAY_OPEN : LD_OPENS);
            phrase = ld_phrase_at(c, i, LD_CONJUNCTION | LD_RELATIVE);
            if (phrase > 1) next = i + phrase; /* "as soon as" */
        } else if (ld_atom_shaped(c, i, LD_ENDS_PARTICIPLE) && !ld_atom_is(c, i + 1, LD_PREPOSITION) &&
                   opens_speech(c, i)) {
            add_event(c, i, LD_OPENS); /* "was quoted as saying the ferry sank" */
        }
    }
    part_verbs(c);
    drop_weak_main(c);
    drop_in_lead(c);
    open_speech(c);
    for (uint32_t e = 0; e + 3 < c->event_count; e++) /* the last verb is the main clause's */
        while (e + 3 < c->event_count && c->events[e].kind == LD_OPENS && c->events[e + 1].kind == LD_FINDS &&
               c->events[e + 2].kind == LD_FINDS && c->events[e + 3].kind == LD_FINDS &&
               !(e && c->events[e - 1].kind == LD_FINDS) && ld_atom_is(c, c->events[e].atom, LD_RELATIVE) &&
               (goes_on(c, c->events[e].atom, c->events[e + 2].atom) ||
                (may_be_reduced(c, c->events[e + 2].atom) && c->atoms[c->events[e + 3].atom].border & LD_COMMA)))
            remove_event(c, e + 2);
    for (uint32_t e = 0; e + 2 < c->event_count; e++) /* "who came and saw": where another verb is the main one */
        if (c->events[e].kind == LD_OPENS && c->events[e + 1].kind == LD_FINDS && c->events[e + 2].kind == LD_FINDS &&
            ld_atom_is(c, c->events[e].atom, LD_RELATIVE) && joined(c, c->events[e + 2].atom)) {
            const struct ld_event gone = c->events[e + 2];
            remove_event(c, e + 2);
            if (!ld_is_whole(c, NULL, NULL, &c->head)) insert_event(c, e + 2, gone);
        }
    find_stated(c);
    c->whole = ld_is_whole(c, NULL, NULL, &c->head);
    for (uint32_t e = c->event_count; e-- && (!c->whole || joined(c, c->head));) { /* "after" may be a preposition */
        if (c->events[e].kind != LD_MAY_OPEN) continue;
        remove_event(c, e);
        c->whole = ld_is_whole(c, NULL, NULL, &c->head);
    }
}
