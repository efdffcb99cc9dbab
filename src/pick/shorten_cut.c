/* shorten_cut.c - a clause of which no shortening by pieces fits, and which of its atoms should stay, in; where the
 * words are cut off, out: at the last place that is safe, so that what stays is a sentence where that can be.
 * Characters are cut only where a single atom is too long, see ld_clause_text. */
#include <math.h>
#include <string.h>

#include "base/unicode.h"
#include "pick/shorten_words.h"

enum { FUNCTION = LD_PREPOSITION | LD_ARTICLE | LD_CONJUNCTION | LD_AUXILIARY | LD_NEGATION };

/* Enough without what follows: "rose", "was slightly mixed". */
static bool has_no_object(const struct ld_clause *c, uint32_t verb) {
    return ld_atom_shaped(c, verb, LD_INTRANSITIVE) || ld_is_behind_be(c, verb) || ld_has_adjunct(c, verb);
}

/* What has to stay for the words to be a sentence: the verb, its infinitive, what is said up to its verb. */
static uint32_t least_end(const struct ld_clause *c) {
    uint32_t i = c->verb < c->count ? c->complement + 1 : 0;
    if (i && c->complement == c->verb && has_no_object(c, c->verb)) i--; /* "results were mixed" */
    if (c->taken >= i) i = c->taken + 1;
    for (bool says = c->says, open; says; says = open || (ld_atom_is(c, i - 1, LD_SAY) && ld_opens_clause(c, i))) {
        uint32_t k = i, to = i + 2;
        if (ld_by_endings(c)) { /* behind "que": "a dit lundi que [si ..]" */
            while (k < c->count && !ld_opens_part(c, k) && !ld_is_verb(c, k)) k++;
            k += ld_opens_part(c, k);
            to = k + 1;
        }
        for (open = false; k < to; k++) /* "said that if ..." */
            open |= ld_atom_is(c, k, LD_CONJUNCTION) &&
                    !ld_atom_is(c, k, LD_PRONOUN | LD_PREPOSITION | LD_CONNECTIVE) && !ld_is_verb(c, k);
        for (i++; i < c->count && !ld_is_verb(c, i);) i++;
        while (ld_is_verb(c, i)) i++;
    }
    if (c->says && has_no_object(c, i - 1)) i--; /* "said its profits rose" */
    if (c->scene >= i && ld_is_verb(c, c->scene)) i = c->scene + 1;
    return i;
}

/* Whether what is dropped from atom i on negates the clause that is broken off there. */
static bool negation_ahead(const struct ld_clause *c, uint32_t i) {
    for (uint32_t from = i; c->facts & LD_NEGATION && i < c->count; i++) {
        if (i > from && !(c->atoms[i].marks & LD_BRACKETED) &&
            (c->atoms[i].border ||
             (ld_atom_is(c, i, LD_RELATIVE | LD_CONJUNCTION) && !ld_atom_is(c, i, LD_PREPOSITION))))
            break;
        if (ld_atom_is(c, i, LD_NEGATION)) return true;
    }
    return false;
}

/* "the Harlan Rope Board[, HRB,] has": behind letters that begin or end before atom i and part nothing; or 0. */
static uint32_t behind_letters(const struct ld_clause *c, uint32_t i) {
    for (uint32_t p = 0; p < c->piece_count; p++)
        if (c->pieces[p].kind == LD_PIECE_BRACKET && (c->pieces[p].from == i || c->pieces[p].to == i))
            return c->pieces[p].to;
    return 0;
}

/* "that the smiths [mending it are ..]": what "that" opens before atom i has no verb yet. */
static bool is_said_of(const struct ld_clause *c, uint32_t i) {
    while (i && !c->atoms[i - 1].border && !ld_is_verb(c, i - 1) && !ld_is_that(c, i - 1)) i--;
    return i > 1 && ld_is_that(c, i - 1);
}

/* Whether the clause that is broken off before atom i goes on to a verb of its own: "feels the cut [was wrong]". */
static bool verb_ahead(const struct ld_clause *c, uint32_t i) {
    const uint32_t behind = behind_letters(c, i);
    if (behind) i = behind;
    for (uint32_t from = i; c->endings->forms && i < c->count; i++) {
        if ((ld_atom_at(c, i - 1)->marks & LD_BORDER && i != behind) || ld_opens_clause(c, i) ||
            (ld_atom_is(c, i, LD_RELATIVE | LD_CONJUNCTION | LD_ADJUNCT) && !ld_atom_is(c, i, LD_PREPOSITION)) ||
            (i == from &&
             (ld_atom_is(c, i, LD_PRONOUN) || (ld_atom_shaped(c, i, LD_ENDS_PARTICIPLE) && !is_said_of(c, i)))))
            return false;
        if (ld_atom_is(c, i, LD_ARTICLE) && ld_atom_is(c, from, LD_PREPOSITION) && !ld_atom_at(c, i - 1)->facts)
            return false; /* "with a plan the mayor has" */
        if (ld_is_verb(c, i))
            return c->atoms[i].facts & LD_AUXILIARY ||
                   !((ld_atom_is(c, i + 1, LD_PREPOSITION) && !ld_atom_shaped(c, i, LD_INTRANSITIVE)) ||
                     (c->atoms[i].shape & LD_ENDS_PAST && ld_atom_is(c, from, LD_PREPOSITION)));
    }
    return false;
}

/* ", but the mud [it left is deep]": what an "and" behind a mark began has no verb up to atom i, but one behind it.
 */
bool ld_is_half(const struct ld_clause *c, uint32_t i, uint32_t to) {
    uint32_t from = i;
    while (!c->atoms[from].border && !c->atoms[from].verb && !ld_word_is(c, from, "but")) from--;
    const bool aside = c->atoms[from].border & LD_COMMA && !ld_joins(c, from) && !c->atoms[from].verb && from;
    if (aside) /* "and the guild, [old and rich, has ..]" */
        do from--;
        while (!c->atoms[from].border && !c->atoms[from].verb);
    const bool but = ld_word_is(c, from, "but") && !ld_atom_shaped(c, from + 1, LD_MARKS_INFINITIVE);
    if (!(c->atoms[from].border & LD_COMMA || but) || !ld_joins(c, from) || ld_word_is(c, from, "or")) return false;
    if (aside && ld_border(c, i + 1) && ld_atom_shaped(c, i + 1, LD_VERB_PRESENT | LD_VERB_BASE | LD_VERB_OR_NOUN))
        return true; /* "and the guild, old and rich[, faces ..]": one that was not seen */
    const uint32_t verb = ld_free_verb_from(c, i + 1);
    return verb < to && !(aside && (ld_joins(c, verb - 1) || verb >= c->attribution));
}

/* From atom i on, before a mark, "that" opens what is said. */
static bool says_that(const struct ld_clause *c, uint32_t i) {
    for (; !c->atoms[i].border; i++)
        if (ld_word_is(c, i, "that")) return true;
    return false;
}

/* "told hundreds [of sailors that ..]", "told us when he came [that ..]": whom, but not what. */
static bool tells_nothing(const struct ld_clause *c, uint32_t i) {
    bool more = false;
    for (uint32_t k = c->verb + 1; k < c->count && ld_atom_is(c, c->verb, LD_TELL); k++) {
        const bool clause = ld_atom_is(c, k, LD_CONJUNCTION) && ld_opens_clause(c, k),
                   opens = clause || c->atoms[k].marks & LD_QUOTED || ld_is_infinitive(c, k),
                   of = ld_atom_shaped(c, k, LD_TAKES_OF);
        if (k <= i && (opens || of)) return of && says_that(c, i + 1);
        more |= opens && (c->atoms[k].marks & LD_QUOTED || ld_atom_is(c, k, LD_RELATIVE));
    }
    return more;
}

/* What has been kept up to an atom, as in ld_is_whole. */
struct progress {
    uint32_t event, waiting;
    bool main;
    bool open; /* a relative clause without its verb */
    bool deictic;
};

/* Atom i is kept, too. */
static void go_on(struct progress *p, const struct ld_clause *c, const bool *keep, uint32_t i) {
    if (i > c->verb && ld_atom_is(c, i, LD_RELATIVE) && !ld_atom_is(c, i, LD_ADJUNCT)) p->open = true;
    p->open &= !ld_is_verb(c, i);
    p->deictic |= c->atoms[i].facts & LD_DEICTIC && ld_is_deictic_at(c, i);
    for (; p->event < c->event_count && c->events[p->event].atom <= i; p->event++) {
        if (!ld_keeps_event(c, keep, &c->events[p->event])) continue;
        if (c->events[p->event].kind != LD_FINDS)
            p->waiting++;
        else if (p->waiting)
            p->waiting--;
        else
            p->main = true;
    }
}

/* Who accuses stays behind the cut, ", police said": from the attribution on, without days, where it leaves room for
 * the rest. How many characters it takes, 0 where nothing stays. */
static uint32_t reserve(const struct ld_clause *c, uint32_t limit, const struct ld_cutting *how, bool *keep) {
    uint32_t room = 2, to = c->count, from = c->attribution, says = 0;
    uint32_t begin = from; /* of what is kept */
    bool brief = how->told == LD_TOLD_BRIEF;
    if (!(c->accuses || c->claim || how->sourced) || c->attribution >= c->count || how->told == LD_TOLD_NONE) return 0;
    while (begin + 1 < c->count && !keep[begin]) begin++;
    for (uint32_t p = 0; p < c->piece_count; p++)
        if (c->pieces[p].from > c->attribution && c->pieces[p].kind != LD_PIECE_ALIAS &&
            c->pieces[p].kind != LD_PIECE_SURNAME && keep[c->pieces[p].from - 1] &&
            !ld_parts_at_comma(c, c->pieces[p].from - 1))
            for (uint32_t i = c->pieces[p].from; i < c->pieces[p].to; i++) keep[i] = false;
    for (uint32_t i = c->attribution + 1; i < c->count; i++) /* "said [at a meeting]", but "told the court" */
        if (keep[i] && ld_atom_is(c, i, LD_SAY)) {
            says = i;
            if (!ld_atom_is(c, i, LD_TELL) && i > c->attribution + 1) to = i + 1;
            break;
        }
    for (uint32_t i = to; i < c->count; i++) keep[i] = false;
    for (uint32_t i = from; i < to; i++)
        if (keep[i]) room += ld_characters(&c->atoms[i]);
    while (ld_atom_is(c, says - 1, LD_AUXILIARY)) says--; /* "has said" */
    uint32_t least = says - 1;                            /* brief: "officials said", "Mara Lind said" */
    while (says && least > from && !keep[least]) least--; /* "a clerk [in Oxley] said" */
    while (ld_atom_flagged(c, least, LD_CAPITAL) && ld_atom_flagged(c, least - 1, LD_CAPITAL)) least--;
    const bool one = how->sourced && ld_is_word_of(c, least, LD_WORDS_unnamed) && ld_atom_is(c, from, LD_ARTICLE) &&
                     !ld_any_is(c, from, least, LD_PREPOSITION); /* "a salt trade spokesman said" */
    if (!ld_atom_flagged(c, least, LD_CAPITAL) && !ld_atom_shaped(c, least, LD_LIKE_PRESENT) && !one) brief = false;
    if (ld_atom_shaped(c, least, LD_LIKE_PRESENT) && !ld_atom_flagged(c, least, LD_CAPITAL) &&
        ld_atom_shaped(c, says, LD_ENDS_S) && !ld_atom_is(c, says, LD_AUXILIARY))
        brief = false; /* "a survey of 900 Oxley bakers suggests" */
    if (ld_atom_is(c, least - 1, LD_PREPOSITION | LD_ARTICLE | LD_CONJUNCTION))
        brief = false;                                                             /* "officials in Oxley said" */
    if (least + 1 == says && ld_atom_flagged(c, least, LD_CAPITAL)) brief = false; /* "news Agency" */
    if (says && c->atoms[says].border)
        return 2 * room <= limit && !brief ? room : 0;                           /* "aides in Harlan, Oxley, said" */
    for (; brief ? from < least : 2 * room > limit && from + 2 < says; from++) { /* the name without what it is */
        if (keep[from]) room -= ld_characters(&c->atoms[from]);
        keep[from] = false;
    }
    while (from < says && !keep[from]) from++;
    if (from == says ||
        (from > begin && !brief && ld_atom_flagged(c, from - 1, LD_CAPITAL) && !ld_is_title(c, from - 1)))
        return 0; /* within a name, or nobody is left */
    if (from > c->attribution && ld_atom_is(c, from - 1, LD_PREPOSITION))
        return 0; /* "papers seen by [the court] show" */
    if (from > c->attribution && ld_atom_shaped(c, from, LD_ENDS_GENITIVE))
        return 0; /* "aides of [Lind's guild] said" */
    if (!brief && !ld_atom_flagged(c, from, LD_CAPITAL) && from > c->attribution) return 0;
    return 2 * room <= limit ? room : 0;
}

/* Characters of an atom that stands last: the marks of a pair stay. */
static uint32_t bare_characters(const struct ld_clause *c, const struct ld_atom *atom) {
    const bool paired = atom->quote != UINT32_MAX || atom->bracket != UINT32_MAX;
    const uint32_t length = (paired ? atom->tail : atom->end) - atom->lead;
    if (ld_is_ascii_atom(atom)) return length;
    return (uint32_t)ld_utf8_count(c->doc->text + atom->lead, length);
}

struct cut {      /* after an atom */
    uint32_t end; /* the first atom that goes */
    enum ld_place place;
    bool whole;    /* no clause of what stays waits for a verb */
    bool verbless; /* the main clause's goes */
    bool denied;   /* what goes negates it: "said the plant [will not open]"; or "two men[ were held], police said" */
    bool unsaid;   /* of another's doings, and who says so goes */
    bool broken;   /* no sentence is left, or nobody says what accuses */
};

struct cutting { /* what is cut, and what of it may be */
    const struct ld_clause *c;
    const struct ld_style *style;
    const struct ld_cutting *how;
    const bool *keep;
    uint32_t from, stop; /* the first atom that stays, and where who says so begins, or count */
    uint32_t room, least;
    uint32_t verb; /* an end before it leaves the main clause's behind */
    bool has_main; /* told by ld_by_endings: no end leaves that behind */
};

/* To cut after an atom: what is known before a closer look. */
struct place {
    uint32_t atom;
    uint32_t bare, length; /* characters up to there, without and with what stands behind the word */
    double share;          /* of the mass */
    struct progress progress;
};

static inline bool is_verbless(const struct cutting *w, uint32_t i) {
    if (ld_by_endings(w->c) && w->c->verb >= w->c->count) /* which it is, is not known */
        return !ld_may_have_verb(w->c, w->from, i + 1) && ld_has_verb(w->c, i + 1, w->c->count);
    return i < w->verb;
}

/* "said the smiths of the vale [will ..]": of what is said there is no verb up to atom i. */
static bool says_nothing(const struct cutting *w, uint32_t i) {
    const struct ld_clause *c = w->c;
    if (c->verb > i || !ld_atom_is(c, c->verb, LD_SAY) || !w->keep[c->verb] ||
        ld_atom_is(c, c->verb + 1, LD_PREPOSITION))
        return false;
    const bool bare = (ld_word_is(c, c->verb, "said") || ld_word_is(c, c->verb, "says")) && !ld_border(c, c->verb + 1);
    if (!c->says && (!bare || !ld_atom_is(c, c->verb + 1, LD_ARTICLE) || ld_is_protected(c, c->verb + 1))) return false;
    uint32_t verb = ld_next_in(&c->sets, LD_SET_VERBS, c->verb + 1, c->count);
    uint32_t who = c->verb + 1; /* "said a man who had come [will ..]": the first verb is not his */
    while (who < verb && !(ld_atom_is(c, who, LD_RELATIVE) && !ld_atom_is(c, who, LD_ARTICLE))) who++;
    if (c->endings->forms && who < verb && verb <= i && !ld_border(c, who)) {
        verb = ld_next_in(&c->sets, LD_SET_VERBS, ld_group_end(c, verb) + 1, c->count);
        while (verb < i && ld_is_infinitive(c, verb)) verb = ld_next_in(&c->sets, LD_SET_VERBS, verb + 1, c->count);
    }
    return verb < c->count && verb > i && !ld_joins(c, verb - 1); /* not "told of it and said" */
}

/* "urged the court [not to allow it]", "is unthinkable [without it]": what goes from atom i on turns the sense round.
 */
static bool denies(const struct ld_clause *c, uint32_t i) {
    if (!ld_atom_is(c, i, LD_NEGATION) || ld_border(c, i)) return false;
    return ld_is_infinitive(c, i + 2) || (ld_atom_is(c, i, LD_PREPOSITION) && ld_atom_is(c, c->verb, LD_BE));
}

/* How good a place it is; what is tried with other pieces dropped asks for the same ones. */
static enum ld_place place_at(const struct cutting *w, const struct place *place) {
    const struct ld_clause *c = w->c;
    uint32_t i = place->atom; /* behind a form of a company that is dropped: "Harlan Works [Ltd], a rival" */
    const bool any = ld_by_endings(c) && ld_may_end(c, i);
    if (any && ld_is_torn(c, w->keep, i)) return LD_PLACE_MID;
    if (i && !w->keep[i - 1] && ld_atom_is(c, i - 1, LD_BE)) return LD_PLACE_MID; /* "a mill [that was] built" */
    while (i + 1 < c->count && !w->keep[i + 1] && (any || c->atoms[i + 1].shape & LD_COMPANY_FORM)) i++;
    if (!w->how->places[i]) w->how->places[i] = (uint8_t)(1 + ld_place_after(c, i));
    const enum ld_place at = (enum ld_place)(w->how->places[i] - 1);
    return place->progress.open && at > LD_PLACE_POOR && c->endings->forms ? LD_PLACE_POOR : at;
}

/* What the words up to there are worth, which is such a place to end. */
static struct cut cut_after(const struct cutting *w, const struct place *place, enum ld_place at) {
    const struct ld_clause *c = w->c;
    const bool *keep = w->keep, room = w->room > 0;
    const uint32_t i = place->atom;
    struct cut cut = {.end = i + 1, .place = at};
    cut.whole =
        i >= w->least && (!c->whole || (place->progress.main && !place->progress.waiting)) && !verb_ahead(c, i + 1) &&
        !(c->whole && (ld_is_half(c, i, c->count) || (c->verb < c->count && keep[c->verb] && tells_nothing(c, i))));
    cut.verbless = is_verbless(w, i) || says_nothing(w, i) || (w->has_main && ld_lacks_main(c, keep, i + 1));
    if (!cut.whole || cut.place == LD_PLACE_ANY) cut.denied = room || negation_ahead(c, i + 1);
    const bool reversed = denies(c, i + 1);
    const struct ld_bound bound = w->how->bound;
    const bool within = i >= bound.from && i < bound.to;
    const bool unbound =
        within && !ld_word_is(c, bound.to, "but") && bound.to + 2 < c->attribution; /* but "unless necessary" */
    cut.denied |= reversed || within;
    const uint32_t quote = c->atoms[0].quote; /* '"We sail," owners Lorran Works, [and Bolt said]' */
    if (quote <= i && i < c->attribution && c->atoms[quote].marks & LD_COMMA && !ld_any_is(c, quote + 1, i + 1, LD_SAY))
        cut.whole = false;
    if (i > c->attribution && !ld_any_is(c, c->attribution, i + 1, LD_SAY)) cut.whole = false; /* ", a spokesman" */
    cut.unsaid = c->claim && !room && i < c->attribution;
    cut.broken =
        cut.verbless || !cut.whole || reversed || unbound || cut.place <= LD_PLACE_MID ||
        (cut.place == LD_PLACE_POOR && !c->endings->forms) ||
        (c->accuses && i < c->attribution && c->attribution < c->count && !room && w->how->told != LD_TOLD_NONE);
    return cut;
}

static const enum ld_choice of_place[] = {LD_C_cut_any, LD_C_cut_mid, LD_C_cut_poor, LD_C_cut_fair};

static void judge(const struct cutting *w, const struct place *place, const struct cut *cut, double lightness,
                  struct ld_judgement *sum) {
    const struct ld_style *style = w->style;
    const double off = (place->length - style->target) / style->target;
    ld_judge(sum, LD_C_mass, place->share);
    if (place->progress.deictic) ld_judge(sum, LD_C_deictic, 1);
    if (place->atom >= w->how->stranger) ld_judge(sum, LD_C_antecedent, 1);
    ld_judge(sum, LD_C_cut, 1);
    if (cut->place < LD_PLACE_CLEAN) ld_judge(sum, of_place[cut->place], 1);
    if (!cut->place && w->c->atoms[cut->end - 1].facts & FUNCTION) ld_judge(sum, LD_C_cut_function, 1);
    if (cut->broken) ld_judge(sum, LD_C_broken, 1);
    if (cut->broken && w->c->endings->final_verb) ld_judge(sum, LD_C_final_verb, 1);
    if (cut->verbless) ld_judge(sum, LD_C_verbless, 1);
    if (!cut->whole) ld_judge(sum, LD_C_cut_part, 1);
    if (lightness > 0) ld_judge(sum, LD_C_light, lightness);
    if (cut->denied) ld_judge(sum, LD_C_cut_denied, 1);
    if (cut->unsaid) ld_judge(sum, LD_C_unsaid, 1);
    ld_judge(sum, LD_C_cut_fill, (double)place->length / style->limit);
    if (off > 0 || !style->target_above) ld_judge(sum, LD_C_length, off * off);
}

static void apply(const struct cut *cut, uint32_t stop, struct ld_shortening *s) {
    for (uint32_t i = cut->end; i < stop; i++) s->keep[i] = false;
    s->cut = true;
    s->poor = cut->place == LD_PLACE_POOR;
    s->broken = cut->broken;
}

static void show(const struct cutting *w, const struct cut *cut, double *row, struct ld_shortening s) {
    bool keep[LD_ATOMS];
    memcpy(keep, s.keep, w->c->count * sizeof *keep);
    s.keep = keep;
    apply(cut, w->stop, &s);
    w->style->watch->see(w->style->watch->context, w->c, &s, row);
}

/* The first atom that is a place to cut after, where the main verb stays and fits: that one. */
static uint32_t first_place(const struct ld_clause *c, const bool *keep, uint32_t from, uint32_t limit) {
    uint32_t sum = 0;
    if (c->verb >= c->count || !keep[c->verb]) return from;
    for (uint32_t i = from; i <= c->verb; i++)
        if (keep[i]) sum += ld_characters(&c->atoms[i]) + 2;
    return sum <= limit ? c->verb : from;
}

/* The places from atom first on where what stays fits: how many. */
static uint32_t find_places(const struct cutting *w, uint32_t first, struct place *places) {
    const struct ld_clause *c = w->c;
    struct place place = {.length = w->room};
    uint32_t count = 0, last = w->from;
    for (uint32_t i = w->from; i < w->stop; i++) {
        if (!w->keep[i]) continue;
        if (last + 1 < i) place.length += (uint32_t)ld_joint_room(c, last, i);
        last = place.atom = i;
        if (i >= first || place.length > w->style->limit) {
            place.bare = place.length + bare_characters(c, &c->atoms[i]) + (c->opener != 0);
            if (place.bare > w->style->limit) break;
        }
        go_on(&place.progress, c, w->keep, i);
        place.length += ld_characters(&c->atoms[i]);
        place.share += w->how->shares[i];
        if (i >= first) places[count++] = place;
    }
    return count;
}

/* No more than a cut there is worth, if the place is a good one, as what a closer look tells are faults. */
static double most_of(const struct cutting *w, const struct place *place) {
    struct ld_judgement most = {w->style->weights, NULL, w->how->sum.sum};
    struct cut cut = {.end = place->atom + 1, .place = LD_PLACE_CLEAN, .verbless = is_verbless(w, place->atom)};
    cut.whole = place->atom >= w->least;
    cut.broken = cut.verbless || !cut.whole;
    judge(w, place, &cut, 0, &most);
    return most.sum;
}

/* What it is worth more at such a place: nothing, or less. */
static double more_at(const struct cutting *w, const struct place *place, enum ld_place at) {
    const double *weights = w->style->weights;
    if (at == LD_PLACE_CLEAN) return 0;
    const bool whole = at <= LD_PLACE_MID && place->atom >= w->least && !is_verbless(w, place->atom);
    return weights[of_place[at]] + (whole ? weights[LD_C_broken] : 0);
}

/* From the last place on, as most are worth less the less stays: few need a closer look. */
void ld_cut(const struct ld_clause *c, const struct ld_style *style, const struct ld_cutting *how,
            struct ld_shortening *best) {
    const double rounding = 1e-6;     /* no more than that */
    const double ahead_of_less = 1.5; /* points, of what is told in full */
    struct place places[LD_ATOMS];
    bool *keep = best->keep;
    struct cutting w = {.c = c, .style = style, .how = how, .keep = keep, .least = least_end(c)};
    w.room = reserve(c, style->limit, how, keep);
    if (how->sourced && c->attribution < c->count && !w.room) { /* no such part of it */
        best->score = -HUGE_VAL;
        return;
    }
    w.has_main = ld_by_endings(c) && !ld_lacks_main(c, keep, c->count);
    w.stop = w.room ? c->attribution : c->count;
    w.verb = how->speaker ? 0 : c->verb < c->count && keep[c->verb] ? c->verb : UINT32_MAX;
    while (w.from < w.stop && !keep[w.from]) w.from++;
    const bool any = style->watch || w.room;
    const uint32_t first = how->least ? how->least : any ? w.from : first_place(c, keep, w.from, style->limit);
    const uint32_t count = find_places(&w, first, places);
    bool fits = count > 1; /* if not the last, the one before */
    struct cut taken = {.end = w.from + 1, .broken = true};
    best->score = -HUGE_VAL;
    double ahead = 0;
    for (uint32_t k = count; k--;) {
        const struct place *place = &places[k];
        const uint32_t i = place->atom;
        const double least = style->watch || !fits ? -HUGE_VAL : fmax(best->score + ahead, how->floor) - rounding;
        const double most = most_of(&w, place);
        if (most < least) continue;
        const enum ld_place at = place_at(&w, place);
        if (most + more_at(&w, place, at) < least) continue; /* most often */
        if (how->asked && (at < LD_PLACE_FAIR || ld_still_asks(c, i) >= how->asked)) continue;
        const struct cut cut = cut_after(&w, place, at);
        if (place->bare + (cut.place == LD_PLACE_POOR && c->atoms[i].marks & LD_QUOTED) > style->limit) continue;
        fits = true;
        double row[LD_CHOICES];
        struct ld_judgement worth = how->sum;
        if (style->watch) worth.row = memcpy(row, how->sum.row, sizeof row);
        judge(&w, place, &cut, cut.broken ? 0 : ld_lightness(c, i), &worth);
        if (!cut.broken) ld_judge(&worth, LD_C_open, ld_openness(c, i));
        if (style->watch) show(&w, &cut, row, *best);
        if (worth.sum <= best->score + ahead) continue;
        best->score = worth.sum;
        taken = cut;
        ahead = !style->final_stop && !cut.broken && at > LD_PLACE_POOR && ld_is_full(c, i) ? ahead_of_less : 0;
    }
    if (!fits && !how->least) best->score = how->sum.sum; /* not one word does */
    apply(&taken, w.stop, best);
}
