/* shorten_days.c - a clause of which the main verb is known in; the days and times in it that can go, as pieces, out.
 * When unsure it finds none. Source: as shorten_pieces.c. */
#include <string.h>

#include "pick/shorten_words.h"

/* "up", "off": it belongs to the verb before it, whatever follows. */
static bool is_particle(const struct ld_clause *c, uint32_t i) {
    return ld_atom_is(c, i, LD_PREPOSITION) && ld_atom_is(c, i, LD_BOUND) && !ld_atom_shaped(c, i, LD_TAKES) && i &&
           ld_is_verb(c, i - 1);
}

/* Whether the verb at atom i is that of a relative clause that no mark parts from its noun. */
static bool in_relative(const struct ld_clause *c, uint32_t i) {
    uint32_t e = c->event_count;
    while (e && c->events[e - 1].atom > i) e--;
    return e > 1 && c->events[e - 1].kind == LD_FINDS && c->events[e - 2].kind == LD_OPENS &&
           ld_atom_is(c, c->events[e - 2].atom, LD_RELATIVE) && !c->atoms[c->events[e - 2].atom].border &&
           !ld_atom_is(c, c->events[e - 2].atom, LD_PRONOUN);
}

static bool is_day(const struct ld_clause *c, uint32_t i) {
    const char *word = ld_folded(c, i);
    const size_t length = strlen(word);
    return c->endings->forms && length > 5 && !strcmp(word + length - 3, "day");
}

/* Whether a year stands behind the comma before atom i, and no more. */
static bool is_year(const struct ld_clause *c, uint32_t i) {
    return ld_border(c, i) == LD_COMMA && ld_atom_flagged(c, i, LD_NUMERIC) &&
           c->atoms[i].end - c->atoms[i].start == 4 && (ld_border(c, i + 1) || ld_atom_is(c, i + 1, LD_PREPOSITION));
}

/* "arrived [here] for talks": where the newspaper is. */
static void find_here(struct ld_find *f) {
    struct ld_clause *c = f->c;
    const uint32_t before = LD_PREPOSITION | LD_ARTICLE | LD_CONJUNCTION | LD_AUXILIARY | LD_RELATIVE | LD_NEGATION;
    for (uint32_t i = 2; c->facts & LD_DEICTIC && c->endings->forms && i < c->count; i++)
        if (ld_atom_is(c, i, LD_DEICTIC) && !strcmp(ld_folded(c, i), "here") && !ld_is_protected(c, i) &&
            !ld_border(c, i) && !ld_atom_is(c, i - 1, before) &&
            (i + 1 == c->count || ld_border(c, i + 1) || ld_is_verb(c, i + 1) ||
             ld_atom_is(c, i + 1, LD_PREPOSITION | LD_CONJUNCTION | LD_TIME | LD_RELATIVE) ||
             ld_atom_shaped(c, i + 1, LD_MARKS_INFINITIVE)))
            ld_add_piece(f, LD_PIECE_DAY, i, i + 1);
}

/* "on Tuesday", "late Sunday", "last week": a run of words of time with its preposition, between other things. */
void ld_find_days(struct ld_find *f) {
    struct ld_clause *c = f->c;
    for (uint32_t i = 1; c->facts & LD_TIME && i < c->count; i++) {
        if (ld_is_protected(c, i) || !ld_atom_is(c, i, LD_TIME) || ld_atom_is(c, i, LD_PREPOSITION | LD_AUXILIARY))
            continue;
        if (ld_atom_flagged(c, i, LD_CAPITAL) && ld_atom_flagged(c, i - 1, LD_CAPITAL) && !ld_border(c, i) &&
            (c->atoms[i].shape & (LD_VERB_OR_NOUN | LD_ENDS_ADVERB) || !strcmp(ld_folded(c, i), "day")))
            continue; /* "Jason Day", "the Oxley Daily" */
        uint32_t from = i, to = i + 1;
        while (to < c->count && !ld_border(c, to) &&
               (ld_atom_is(c, to, LD_TIME) || (ld_atom_flagged(c, to, LD_NUMERIC) && ld_atom_is(c, to - 1, LD_TIME))))
            to++;
        if (to > from + 1 && is_year(c, to)) to++;      /* "on 12 May, 2013" */
        const bool particle = is_particle(c, from - 1); /* "washed up Saturday" */
        bool before = ld_atom_is(c, from - 1, LD_PREPOSITION) && from > 1 && !ld_border(c, from) &&
                      ld_atom_is(c, from - 1, LD_STOP) && !particle;
        if (before) from--;
        i = to - 1;
        bool day = ld_atom_flagged(c, before ? from + 1 : from, LD_CAPITAL) || ld_phrase_at(c, from, LD_TIME) > 1 ||
                   (to == from + 1 && (ld_atom_is(c, from, LD_STOP) || is_day(c, from))); /* "yesterday" */
        if (ld_atom_is(c, to, LD_CONJUNCTION) &&
            (ld_atom_is(c, to + 1, LD_TIME) || ld_atom_flagged(c, to + 1, LD_NUMERIC)))
            continue;
        if (ld_border(c, to) & LD_COMMA && ld_atom_is(c, to, LD_TIME) && ld_atom_flagged(c, to, LD_CAPITAL) &&
            (ld_border(c, to + 1) & LD_COMMA || ld_atom_is(c, to + 1, LD_CONJUNCTION)))
            continue;                                               /* "during May, June and July" */
        if (ld_atom_shaped(c, from - 1, LD_PLAIN_ADVERB)) continue; /* "only last month" */
        if (from > 2 && ld_atom_is(c, from - 2, LD_BE) && ld_is_infinitive(c, from - 2) &&
            (ld_is_verb(c, to) || (c->whole && from < c->head)))
            continue; /* "results to be released [May 5] will" */
        if ((ld_atom_shaped(c, from - 1, LD_ENDS_PARTICIPLE) && !ld_is_verb(c, from - 1) && c->whole &&
             (from < c->head || (from > 1 && ld_atom_is(c, from - 2, LD_TIME)))) ||
            !strcmp(ld_folded(c, from - 1), "effective"))
            continue; /* "the year ending [May 5] has", "rates effective [today]" */
        if (ld_phrase_at(c, i, LD_PREPOSITION) > 1 || ld_phrase_at(c, i - 1, LD_TIME) > 1)
            continue; /* "next to", "right now" */
        if (before && day && ld_atom_shaped(c, from, LD_TAKES_IN) && ld_atom_flagged(c, i, LD_CAPITAL) &&
            !ld_atom_is(c, i, LD_MONTH))
            continue; /* "chimed in Sunday" */
        if (!before && ld_atom_flagged(c, from, LD_CAPITAL) && ld_atom_flagged(c, from - 1, LD_CAPITAL) &&
            ld_is_verb(c, to) && !ld_atom_is(c, from, LD_MONTH) && !is_day(c, from))
            continue; /* "Mark Easter has" */
        if (!before && from == 1 && ld_atom_flagged(c, 0, LD_CAPITAL) && !ld_atom_shaped(c, 0, LD_ENDS_S) &&
            is_day(c, 1) && to == 2 && (!strcmp(ld_folded(c, 2), "have") || !strcmp(ld_folded(c, 2), "are")))
            continue; /* "Oxley Wednesday have": a club */
        if (!before && ld_atom_flagged(c, from - 1, LD_CAPITAL) && from > 1 &&
            ld_atom_is(c, from - 2, LD_PREPOSITION | LD_ARTICLE) && !ld_border(c, from - 1) && ld_is_verb(c, to))
            continue; /* "for Super Tuesday votes" */
        if (!before && ld_is_verb(c, from - 1) && !ld_atom_is(c, from - 1, LD_SAY | LD_AUXILIARY) &&
            !ld_atom_shaped(c, from - 1, LD_INTRANSITIVE) && !(from > 1 && ld_atom_is(c, from - 2, LD_BE)) &&
            ld_atom_is(c, to, LD_PREPOSITION))
            continue; /* "held Christmas early for" */
        const bool capital = ld_atom_flagged(c, before ? from + 1 : from, LD_CAPITAL);
        if (ld_is_verb(c, from - 1) && in_relative(c, from - 1)) continue; /* "which was printed [Friday]" */
        if (ld_atom_shaped(c, from - 1, LD_ENDS_PAST | LD_VERB_PARTICIPLE) && !ld_is_verb(c, from - 1) && from > 1 &&
            !ld_border(c, from - 1) && !ld_atom_is(c, from - 2, LD_AUXILIARY | LD_CONJUNCTION) && !ld_border(c, to) &&
            (ld_is_infinitive(c, to + 1) || ld_is_verb(c, to) || (c->whole && from < c->head)))
            continue; /* "a rise reported [in May] to" */
        if (!before && ld_is_verb(c, from - 1) && ld_is_verb(c, to) && !ld_border(c, to) &&
            !ld_atom_is(c, from - 1, LD_SAY | LD_AUXILIARY) && !ld_atom_shaped(c, from - 1, LD_INTRANSITIVE) &&
            !(from > 1 && ld_atom_is(c, from - 2, LD_BE)))
            continue; /* "who loves Christmas has" */
        if ((before || capital) && ld_atom_is(c, to, LD_BOUND) && ld_atom_shaped(c, to, LD_TAKES_OF))
            continue; /* "on Day 1 of", "the Year of the Pig" */
        if (!before && ld_atom_is(c, from - 1, LD_BE) && ld_border(c, to)) continue; /* "the day was July 19, when" */
        if (!before && from > 2 && ld_atom_is(c, from - 2, LD_ARTICLE) && ld_atom_is(c, from - 3, LD_BE))
            continue; /* "it is a wet Sunday in May" */
        if (!before && !capital && ld_atom_is(c, from - 1, LD_AUXILIARY) &&
            (ld_atom_is(c, to, LD_PREPOSITION | LD_ARTICLE) || ld_atom_flagged(c, to, LD_NUMERIC)))
            continue; /* "will last at least" */
        if (!day || ld_phrase_at(c, from, LD_RELATIVE | LD_NEGATION)) continue;
        if (!before && !particle && ld_atom_is(c, from - 1, LD_ARTICLE | LD_PREPOSITION | LD_CONJUNCTION)) continue;
        if ((ld_atom_is(c, from - 1, LD_TIME | LD_PREPOSITION | LD_CONJUNCTION | LD_ARTICLE) && !particle) ||
            (!before && (ld_atom_flagged(c, from - 1, LD_NUMERIC) || ld_atom_shaped(c, from - 1, LD_NUMBER_WORD))))
            continue;
        const bool within = ld_atom_is(c, from - 1, LD_AUXILIARY) && ld_atom_shaped(c, to, LD_ADVERB | LD_VERB_BASE);
        bool closed = within || to == c->count || ld_border(c, to) || ld_is_verb(c, to) ||
                      ld_atom_is(c, to, LD_PREPOSITION | LD_CONJUNCTION | LD_ARTICLE | LD_RELATIVE | LD_PRONOUN);
        if (closed && !ld_border(c, from)) ld_add_piece(f, LD_PIECE_DAY, from, to);
    }
    find_here(f);
}
