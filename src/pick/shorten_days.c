/* shorten_days.c - a clause of which the main verb is known in; the days and times in it that can go, as pieces, out.
 * When unsure it finds none. Source: as shorten_pieces.c. */
#include <string.h>

#include "pick/shorten_words.h"

/* "up", "off": it belongs to the verb before it, whatever follows. */
static bool is_particle(const struct ld_clause *c, uint32_t i) {
    return ld_atom_is(c, i, LD_BOUND) && !ld_atom_shaped(c, i, LD_TAKES) &&
           (ld_is_verb(c, i - 1) || ld_is_infinitive(c, i - 1));
}

/* Whether the verb at atom i is that of a relative clause that no mark parts from its noun. */
static bool in_relative(const struct ld_clause *c, uint32_t i) {
    const uint32_t e = ld_event_from(c, i + 1);
    return e > 1 && ld_atom_is(c, c->events[e - 2].atom, LD_RELATIVE) && !c->atoms[c->events[e - 2].atom].border &&
           !ld_atom_is(c, c->events[e - 2].atom, LD_PRONOUN);
}

/* "Tuesday", "yesterday", "midday", "today". */
static bool is_day(const struct ld_clause *c, uint32_t i) {
    const char *word = ld_folded(c, i);
    const size_t length = strlen(word);
    return length > 4 && !strcmp(word + length - 3, "day");
}

/* "arrived [here] for talks": where the newspaper is; but not "managed to get here", "they live here". */
static void find_here(struct ld_find *f) {
    struct ld_clause *c = f->c;
    const uint32_t before = LD_PREPOSITION | LD_ARTICLE | LD_CONJUNCTION | LD_AUXILIARY | LD_RELATIVE | LD_NEGATION;
    for (uint32_t i = 2; c->facts & LD_DEICTIC && i < c->count; i++)
        if (ld_word_is(c, i, "here") && !ld_is_protected(c, i) && !ld_border(c, i) && !ld_atom_is(c, i - 1, before) &&
            !ld_is_word_of(c, i - 1, LD_WORDS_hither) &&
            !(ld_atom_shaped(c, i - 1, LD_ENDS_PARTICIPLE) &&
              ld_is_verb(c, i + 1)) && /* "smiths meeting here agreed" */
            (ld_border(c, i + 1) || ld_is_verb(c, i + 1) ||
             ld_atom_is(c, i + 1, LD_PREPOSITION | LD_CONJUNCTION | LD_TIME | LD_RELATIVE)))
            ld_add_piece(f, LD_PIECE_DAY, i, i + 1);
}

/* Words of time that stand together. */
struct run {
    uint32_t from, to; /* with the preposition */
    bool before;       /* a preposition stands before the words of time */
    bool particle;     /* what looks like one is the verb's: "washed up Saturday" */
    bool capital;      /* the first word of time has one */
    bool day;          /* it says when by itself: "Tuesday", "last week", "yesterday" */
};

/* "Mara Day", "the Oxley Daily": a name that ends with a word of time. */
static bool ends_name(const struct ld_clause *c, uint32_t i) {
    return ld_atom_flagged(c, i, LD_CAPITAL) && ld_atom_flagged(c, i - 1, LD_CAPITAL) &&
           (c->atoms[i].shape & (LD_VERB_OR_NOUN | LD_ENDS_ADVERB) || ld_word_is(c, i, "day"));
}

/* "am Montag", "im Mai", "im Jahr 2015": nouns all have a capital. Not "im Jahr", nor "schon [am Montag] fiel". */
static bool is_german_day(const struct ld_clause *c, uint32_t i, const struct run *run) {
    if (ld_is_word_of(c, run->from - 1, LD_WORDS_focus)) return false; /* "schon am Montag" */
    return run->capital && run->from > 1 + (run->to == c->head) && ld_is_word_of(c, run->from, LD_WORDS_when) &&
           !(run->to == i + 1 && ld_is_word_of(c, i, LD_WORDS_terms_of_time));
}

uint32_t ld_night_end(const struct ld_clause *c, uint32_t i) {
    const bool night = ld_word_is(c, i - 1, "nacht") && (ld_word_is(c, i, "zum") || ld_word_is(c, i, "auf"));
    return night && ld_atom_is(c, i + 1, LD_TIME) && ld_atom_flagged(c, i + 1, LD_CAPITAL) ? i + 2 : i;
}

/* The run whose first word of time is atom i. */
static struct run run_at(const struct ld_clause *c, uint32_t i) {
    struct run run = {.from = i, .to = i + 1};
    while (!ld_border(c, run.to) && (ld_atom_is(c, run.to, LD_TIME) ||
                                     (ld_atom_flagged(c, run.to, LD_NUMERIC) && ld_atom_is(c, run.to - 1, LD_TIME))))
        run.to++;
    while (c->endings->final_verb && run.to > i + 1 && ld_atom_flagged(c, run.to - 1, LD_NUMERIC) &&
           ld_atom_flagged(c, run.to, LD_CAPITAL))
        run.to--; /* "am Montag 21 Boote" */
    if (c->endings->final_verb) run.to = ld_night_end(c, run.to);
    if (c->endings->forms && is_day(c, run.to - 1) && ld_border(c, run.to) == LD_COMMA &&
        ld_atom_is(c, run.to, LD_TIME) && ld_atom_flagged(c, run.to, LD_CAPITAL) &&
        ld_atom_flagged(c, run.to + 1, LD_NUMERIC))
        run.to += 2; /* "Monday, May 5" */
    run.particle = is_particle(c, i - 1) || (ld_word_is(c, i - 1, "over") && ld_is_verb(c, i - 2) && is_day(c, i));
    run.before = ld_atom_is(c, i - 1, LD_PREPOSITION) && !run.particle;
    run.from -= run.before;
    if (run.before && !ld_border(c, run.from) &&
        (ld_word_is(c, run.from - 1, "late") || ld_word_is(c, run.from - 1, "early")))
        run.from--; /* "late on Monday" */
    run.capital = ld_atom_flagged(c, i, LD_CAPITAL);
    run.day = (c->endings->final_verb ? is_german_day(c, i, &run) : run.capital) ||
              (run.to == run.from + 1 && (ld_atom_is(c, run.from, LD_STOP) || is_day(c, run.from))); /* "yesterday" */
    return run;
}

/* "May 5 and 6", "next to", "on Day 1 of": the run goes on behind it, or is part of more.
 */
static bool goes_on(const struct ld_clause *c, const struct run *run) {
    const uint32_t to = run->to, last = to - 1;
    if (ld_atom_is(c, to, LD_CONJUNCTION) && (ld_atom_is(c, to + 1, LD_TIME) || ld_atom_flagged(c, to + 1, LD_NUMERIC)))
        return true;
    if (ld_word_is(c, to, "to") && (ld_atom_is(c, to + 1, LD_TIME) ||
                                    (ld_atom_flagged(c, to + 1, LD_NUMERIC) && ld_word_is(c, run->from, "from"))))
        return true; /* "from May 2019 to 2033" */
    if (ld_phrase_at(c, last, LD_PREPOSITION) > 1 || ld_phrase_at(c, last - 1, LD_TIME) > 1)
        return true; /* "next to", "right now" */
    if (c->endings->forms && !run->capital && ld_atom_is(c, to, LD_PREPOSITION) &&
        (ld_border(c, to + 1) || ld_atom_is(c, to + 1, LD_CONJUNCTION | LD_ADJUNCT)))
        return true;                                                                          /* "early on before" */
    return run->capital && ld_atom_is(c, to, LD_BOUND) && ld_atom_shaped(c, to, LD_TAKES_OF); /* "on Day 1 of" */
}

/* "Tom Easter has", "for Super Tuesday votes": it is a name, or part of one. */
static bool is_name(const struct ld_clause *c, const struct run *run) {
    const uint32_t from = run->from, to = run->to;
    if (run->before || !ld_atom_flagged(c, from - 1, LD_CAPITAL)) return false;
    if (run->capital && ld_is_word_of(c, from, LD_WORDS_named_times)) return true; /* "told Oxley Now" */
    if (run->capital && ld_is_verb(c, to) && !ld_atom_is(c, from, LD_MONTH) && !is_day(c, from))
        return true; /* "Tom Easter has", "Season 2 is" */
    return ld_atom_is(c, from - 2, LD_PREPOSITION | LD_ARTICLE) && ld_is_verb(c, to); /* "for Super Tuesday votes" */
}

/* Of the word before it: a participle or adverb that it belongs to, so that it goes with that or not at all. */
static bool belongs_to_word(const struct ld_clause *c, const struct run *run) {
    const uint32_t from = run->from, to = run->to;
    const bool in_subject = c->whole && from < c->head;
    if (ld_word_is(c, from - 1, "least") && ld_atom_is(c, from - 2, LD_PREPOSITION))
        return true; /* "until at least May" */
    if (c->endings->final_verb && ld_word_is(c, from - 2, "wie") && ld_is_plain(c, from - 1))
        return true;                                               /* "statt wie geplant [im Mai]" */
    if (ld_atom_shaped(c, from - 1, LD_PLAIN_ADVERB)) return true; /* "only last month" */
    if (ld_atom_shaped(c, from, LD_TAKES_OF) && ld_atom_flagged(c, from - 1, LD_NUMERIC))
        return true; /* "the 6th of May" */
    if (ld_word_is(c, from, "to") && (ld_word_is(c, to, "from") || ld_is_number(c, from - 1)))
        return true; /* "put off [to May 9] from May 2", "from May 2 [to May 9] but" */
    if (ld_word_is(c, from - 1, "effective") || ld_word_is(c, from - 1, "due") ||
        (!run->before && ld_word_is(c, from - 1, "end")))
        return true; /* "bonds due [today]" */
    if (ld_border(c, from - 1) ? ld_atom_shaped(c, from - 1, LD_ENDS_PARTICIPLE) || ld_word_is(c, from - 1, "ended")
                               : ld_is_word_of(c, from - 1, LD_WORDS_dating))
        return true; /* ", starting [May 5],", "the year 1988 beginning [May 5]" */
    if (ld_is_verb(c, from - 1)) return in_relative(c, from - 1); /* "which was printed [Friday]" */
    if (ld_atom_shaped(c, from - 1, LD_ENDS_PARTICIPLE) && (in_subject || ld_atom_is(c, from - 2, LD_TIME)))
        return true; /* "the year ending [May 5] has" */
    if (ld_atom_shaped(c, from - 1, LD_LIKE_PAST) && ld_is_word_of(c, from - 2, LD_WORDS_periods))
        return true; /* "the week ended [May 5]" */
    return ld_atom_shaped(c, from - 1, LD_LIKE_PAST) && !ld_border(c, from - 1) && !ld_border(c, to) &&
           (ld_is_verb(c, to) || in_subject); /* "a rise reported [in May] to" */
}

/* "rose 9 pct in May": which month is told by no date of the page, as a day is. */
static bool is_month(const struct ld_clause *c, const struct run *run) {
    return run->before && run->to == run->from + 2 && ld_atom_is(c, run->from + 1, LD_MONTH);
}

/* "held Christmas early for", "it is a wet Sunday in May": what a verb before it is about, not when that was. */
static bool is_object(const struct ld_clause *c, const struct run *run) {
    const uint32_t from = run->from, to = run->to;
    if (run->before && ld_word_is(c, from + 1, "into")) return true; /* "ran late into Tuesday night" */
    static const char *const days[] = {"days", NULL};
    if (run->before && c->endings->forms && run->capital && ld_atom_shaped(c, to - 1, LD_ENDS_S) &&
        (!ld_atom_flagged(c, to - 1, LD_CAPITAL) || ld_ends_with(c, to - 1, days)))
        return true; /* "will be played on Friday nights": how often */
    if (run->before)
        return ld_atom_shaped(c, from, LD_TAKES_IN) && ld_atom_flagged(c, to - 1, LD_CAPITAL) &&
               !ld_atom_is(c, to - 1, LD_MONTH); /* "chimed in Sunday" */
    if (ld_is_verb(c, from - 1) && !ld_by_endings(c) && !ld_atom_is(c, from - 1, LD_SAY | LD_AUXILIARY) &&
        !ld_atom_shaped(c, from - 1, LD_INTRANSITIVE) && !ld_atom_is(c, from - 2, LD_BE) &&
        ld_atom_is(c, to, LD_PREPOSITION))
        return true; /* "held Christmas early for", "who loves Christmas has" */
    if (c->endings->final_verb && ld_is_word_of(c, from - 1, LD_WORDS_focus)) return true; /* "möglichst bald" */
    static const char *const most[] = {"est", NULL};
    if (run->capital && !ld_border(c, from) && ld_ends_with(c, from - 1, most))
        return true; /* "its hottest May night" */
    if (ld_atom_is(c, from - 2, LD_ARTICLE) && run->capital && !is_day(c, from) && !ld_atom_is(c, from, LD_MONTH))
        return true; /* "for a white Christmas" */
    if (ld_atom_shaped(c, from - 1, LD_ENDS_PARTICIPLE) && to == from + 1 &&
        (ld_word_is(c, from, "early") || ld_word_is(c, from, "late")) && !ld_atom_is(c, to + 1, LD_TIME))
        return true;                                                     /* "the risk of dying early by" */
    if (ld_atom_is(c, from - 1, LD_BE) && ld_border(c, to)) return true; /* "the day was May 5, when" */
    if (ld_atom_is(c, from - 2, LD_ARTICLE) && (ld_atom_is(c, from - 3, LD_BE) || ld_ends_as_adjective(c, from - 1) ||
                                                ld_is_word_of(c, from - 1, LD_WORDS_adjectives)))
        return true; /* "it is a wet Sunday in May", "on a typical Sunday with rain" */
    return ld_atom_is(c, from - 1, LD_AUXILIARY) &&
           ld_atom_is(c, to, LD_PREPOSITION | LD_ARTICLE); /* "will last at least" */
}

/* Whether what stands before and behind it lets it go: no article or number of its own, and a new phrase or an end. */
static bool stands_alone(const struct ld_clause *c, const struct run *run) {
    const uint32_t from = run->from, to = run->to;
    if (ld_border(c, from)) /* "Acme, a mill, [today] said", "[on Monday] said" */
        return from && (to == c->verb || to == c->head) && is_day(c, from + run->before);
    if (!run->particle && ld_atom_is(c, from - 1, LD_TIME | LD_PREPOSITION | LD_CONJUNCTION | LD_ARTICLE)) return false;
    if (!run->before && ld_is_number(c, from - 1)) return false;
    if (ld_atom_is(c, from - 1, LD_AUXILIARY) && ld_atom_shaped(c, to, LD_ADVERB | LD_VERB_BASE)) return true;
    if (c->endings->final_verb && run->capital) return true; /* "am Montag erneut" */
    if (c->endings->forms && ld_atom_is(c, from - 1, LD_SAY) && (run->before || !run->capital) && is_day(c, to - 1))
        return true; /* "said [today] smiths have" */
    return ld_border(c, to) || ld_is_verb(c, to) ||
           ld_atom_is(c, to, LD_PREPOSITION | LD_CONJUNCTION | LD_ARTICLE | LD_RELATIVE | LD_PRONOUN);
}

/* "the loss of nine boats [nearly a year ago] has": when, though no day is named. */
static void find_ago(struct ld_find *f) {
    const struct ld_clause *c = f->c;
    for (uint32_t i = ld_next_in(&c->sets, LD_SORT_TIME, 3, c->count); i < c->count;
         i = ld_next_in(&c->sets, LD_SORT_TIME, i + 1, c->count)) {
        uint32_t from = i - 2;
        if (!ld_word_is(c, i, "ago") || !ld_atom_is(c, i - 1, LD_TIME) ||
            !(ld_is_article(c, from) || ld_is_number(c, from)))
            continue;
        while (ld_is_word_of(c, from - 1, LD_WORDS_nearly)) from--;
        if (!ld_border(c, from) && !ld_is_protected(c, i) && ld_is_verb(c, i + 1) && !ld_is_verb(c, from - 1) &&
            !ld_atom_is(c, from - 1, LD_PREPOSITION | LD_CONJUNCTION | LD_ARTICLE | LD_BE))
            ld_add_piece(f, LD_PIECE_DAY, from, i + 1);
    }
}

/* "on Tuesday", "late Sunday", "last week": a run of words of time with its preposition, between other things. */
void ld_find_days(struct ld_find *f) {
    struct ld_clause *c = f->c;
    for (uint32_t i = ld_next_in(&c->sets, LD_SORT_TIME, 1, c->count); i < c->count;
         i = ld_next_in(&c->sets, LD_SORT_TIME, i + 1, c->count)) {
        if ((c->atoms[i].facts & (LD_TIME | LD_PREPOSITION | LD_AUXILIARY)) != LD_TIME || ld_is_protected(c, i) ||
            ends_name(c, i))
            continue;
        const struct run run = run_at(c, i);
        i = run.to - 1;
        if (run.day && stands_alone(c, &run) && !goes_on(c, &run) && !is_name(c, &run) && !belongs_to_word(c, &run) &&
            !is_object(c, &run) && !is_month(c, &run))
            ld_add_piece(f, LD_PIECE_DAY, run.from, run.to);
    }
    find_here(f);
    if (c->endings->forms) find_ago(f);
}
