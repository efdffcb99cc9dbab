/* shorten_score.c - a clause and the pieces of it that are dropped in; whether that is refused, and its score, out. The
 * score is linear in the features of choice.def. Leaves what is tried to shorten_choose.c. */
#include <math.h>
#include <string.h>

#include "base/ahead.h"
#include "pick/shorten_trial.h"

void ld_fill_keep(const struct ld_clause *c, uint64_t dropped, bool *keep) {
    memset(keep, 1, c->count * sizeof *keep);
    for (; dropped; dropped &= dropped - 1) {
        const struct ld_piece *piece = &c->pieces[ld_zeros_before(dropped)];
        memset(keep + piece->from, 0, piece->to - piece->from);
    }
}

bool ld_is_shared(const struct ld_clause *c, uint64_t others, const struct ld_piece *piece) {
    for (; others; others &= others - 1) {
        const struct ld_piece *other = &c->pieces[ld_zeros_before(others)];
        if (other->from < piece->to && piece->from < other->to) return true;
    }
    return false;
}

/* Whether only one half of a pair of marks stays. */
static bool broken_pair(const struct ld_trial *t) {
    const struct ld_clause *c = t->clause;
    for (uint32_t i = 0; c->has_pairs && i < c->count; i++) {
        const struct ld_atom *atom = &c->atoms[i];
        if ((atom->quote != UINT32_MAX && t->keep[i] && !t->keep[atom->quote]) ||
            (atom->bracket != UINT32_MAX && t->keep[i] && !t->keep[atom->bracket] && !ld_names(c, i)))
            return true;
    }
    return false;
}

/* "Acme [said it] will", "Mara Lind [said she] sold" */
static bool is_self(const struct ld_piece *piece) {
    return piece->kind == LD_PIECE_SELF || piece->kind == LD_PIECE_ONESELF;
}

/* Whether the main clause's verb stays, or goes with the speaker of a clause that stays. */
bool ld_keeps_verb(const struct ld_clause *c, uint64_t dropped, bool kept) {
    if (c->verb >= c->count || kept) return true;
    for (; dropped; dropped &= dropped - 1) {
        const struct ld_piece *piece = &c->pieces[ld_zeros_before(dropped)];
        if (piece->kind == LD_PIECE_SPEAKER || is_self(piece)) return true;
    }
    return false;
}

/* "The smiths [who held a boy] used force against him": no one but them is left before the verb. */
static bool loses_other(const struct ld_trial *t) {
    const struct ld_clause *c = t->clause;
    bool dropped = false;
    if (t->stranger >= c->count) return false; /* most often */
    for (uint32_t i = 1; i < c->head; i++) {
        if (!t->keep[i])
            dropped = true;
        else if (c->atoms[i].facts & (LD_PREPOSITION | LD_RELATIVE) || c->atoms[i].flags & LD_CAPITAL)
            return false;
    }
    return dropped;
}

/* ", [Mara Lind said]": all of it, not just who she is. */
static bool loses_source(const struct ld_trial *t) {
    const struct ld_clause *c = t->clause;
    for (uint64_t left = t->dropped; left && c->attribution < c->count; left &= left - 1) {
        const struct ld_piece *piece = &c->pieces[ld_zeros_before(left)];
        if (piece->from <= c->attribution && piece->to == c->count) return true;
    }
    return false;
}

/* Whether the name at atom i may be a person's: not one of three words or more without what she is before them. */
static bool may_be_person(const struct ld_clause *c, uint32_t i) {
    uint32_t from = i, to = i;
    while (ld_atom_flagged(c, from - 1, LD_CAPITAL)) from--;
    while (ld_atom_flagged(c, to, LD_CAPITAL)) to++;
    for (uint32_t k = from ? from - 1 : 0; k < to; k++)
        if (ld_is_title(c, k)) return true;
    return to - from < 3 && !ld_atom_shaped(c, to - 1, LD_COMPANY_FORM);
}

/* "[Mara Lind said that] they met him": whom? A name before it may be it. "[Mara Lind thinks] it should close": who? */
bool ld_loses_antecedent(const struct ld_trial *t) {
    const struct ld_clause *c = t->clause;
    uint32_t from = 0;
    for (uint64_t left = t->dropped; left; left &= left - 1)
        if (c->pieces[ld_zeros_before(left)].kind == LD_PIECE_SPEAKER) from = c->pieces[ld_zeros_before(left)].to;
    if (loses_other(t) || ld_loses_meant(c, t->unmeant, t->keep)) return true;
    if (from ? c->thought || c->view : (c->view || (c->weighed && t->sourced)) && loses_source(t)) return true;
    for (uint32_t i = from + 1; from && i < c->count; i++) /* "and that the ferry sank" goes with who says so, too */
        if (ld_joins(c, i - 1) && ld_opens_clause(c, i) && t->keep[i]) return true;
    bool place = false, named = false; /* behind a preposition; some name was */
    for (uint32_t i = from; from && i < c->count; i++) {
        place = i > from && ld_atom_is(c, i, LD_STOP) ? place && ld_atom_is(c, i, LD_ARTICLE) : place;
        if (ld_atom_is(c, i, LD_PREPOSITION)) place = true; /* "a court in New York" is no "it" */
        if (c->atoms[i].verb || ld_is_infinitive(c, i)) place = false;
        named |= i > from && c->atoms[i].flags & LD_CAPITAL && !ld_atom_shaped(c, i, LD_ENDS_GENITIVE);
        if (i > from && c->atoms[i].flags & LD_CAPITAL && !place && !ld_atom_shaped(c, i, LD_ENDS_GENITIVE) &&
            may_be_person(c, i))
            return false;
        if (c->atoms[i].facts & LD_PRONOUN && !(c->atoms[i].facts & (LD_RELATIVE | LD_CONJUNCTION)) && t->keep[i] &&
            !(named && ld_word_is(c, i, "its"))) /* the Sun's */
            return true;
    }
    return false;
}

/* What a set of kept atoms comes to: characters no fewer than the text will have. */
struct total {
    int64_t mass;
    uint32_t first, last, words, characters;
    int32_t joints; /* characters where something goes */
};

static void add_run(const struct ld_trial *t, struct total *total, uint32_t from, uint32_t to) {
    if (from >= to) return;
    if (!total->words)
        total->first = from;
    else
        total->joints += ld_joint_room(t->clause, total->last, from);
    total->words += to - from;
    total->last = to - 1;
    total->characters += t->clause->atoms[to].before - t->clause->atoms[from].before;
    total->mass += t->masses[to] - t->masses[from];
}

static struct total add_up(const struct ld_trial *t) {
    const struct ld_clause *c = t->clause;
    struct total total = {0};
    uint32_t at = 0;
    uint64_t ordered = 0; /* what is dropped, as bits of order */
    for (uint64_t left = t->dropped; left; left &= left - 1) ordered |= (uint64_t)1 << t->places[ld_zeros_before(left)];
    for (; ordered; ordered &= ordered - 1) {
        const struct ld_piece *piece = &c->pieces[t->order[ld_zeros_before(ordered)]];
        add_run(t, &total, at, piece->from);
        if (piece->to > at) at = piece->to;
    }
    add_run(t, &total, at, c->count);
    return total;
}

static uint32_t characters(const struct ld_clause *c, const struct total *total) {
    const struct ld_atom *end = &c->atoms[total->last];
    const char point = c->doc->text[end->end];
    return total->characters + (uint32_t)total->joints - end->blank - (point == '.' || point == ',') + (c->opener != 0);
}

/* "[After Mara Lind left,] the singer said": who? */
static bool begins_definite(const struct ld_clause *c, uint32_t first) {
    const struct ld_piece *lead = NULL;
    for (uint32_t p = 0; p < c->piece_count; p++)
        if (c->pieces[p].kind == LD_PIECE_LEAD && c->pieces[p].to == first) lead = &c->pieces[p];
    if (!lead || !(c->atoms[first].shape & LD_DEFINITE)) return false;
    for (uint32_t i = first; i < c->count && !c->atoms[i].verb; i++)
        if (c->atoms[i].flags & LD_CAPITAL || ld_atom_is(c, i, LD_BOUND | LD_RELATIVE)) return false;
    for (uint32_t i = 1; i < first; i++)
        if (c->atoms[i].flags & LD_CAPITAL && !(c->atoms[i].facts & LD_TIME)) return true;
    return false;
}

static bool keeps_verb(const struct ld_trial *t) {
    for (uint32_t i = 0; i < t->clause->count; i++)
        if (t->clause->atoms[i].verb && t->keep[i]) return true;
    return false;
}

/* Whether all that stays from atom first on is within quotation marks. */
static bool is_quotation(struct ld_trial *t, uint32_t first) {
    if (!(t->clause->atoms[first].marks & LD_QUOTED)) return false; /* most often */
    ld_fill_keep(t->clause, t->dropped, t->keep);
    for (uint32_t i = first; i < t->clause->count; i++)
        if (!(t->clause->atoms[i].marks & LD_QUOTED) && t->keep[i]) return false;
    return true;
}

/* "Lind said the mill", "told the court in May": but not what. */
static bool says_nothing(const struct ld_trial *t, uint32_t last) {
    const struct ld_clause *c = t->clause;
    const bool said = ld_word_is(c, c->verb, "said") && !ld_border(c, c->verb); /* not "..," said Lind */
    if (!said && !ld_word_is(c, c->verb, "told")) return false;
    for (uint32_t i = c->verb + 1; i <= last; i++) {
        if (!t->keep[i]) continue;
        if (ld_is_verb(c, i) || ld_is_infinitive(c, i) || c->atoms[i].marks & LD_QUOTED ||
            ld_atom_is(c, i, LD_AUXILIARY) || ld_atom_shaped(c, i, LD_ENDS_PARTICIPLE))
            return false;
        if (ld_atom_shaped(c, i, LD_ENDS_S) && i < last && !ld_border(c, i + 1) && /* "[covers] ropes", maybe */
            (!ld_atom_is(c, i + 1, LD_PREPOSITION) || ld_word_is(c, i + 1, "for")))
            return false;
    }
    return true;
}

/* What no shortening may be: without its verb, "He said", half a pair of marks, ended where nothing may, of whom it
 * does not say, a clause that waits for its verb. */
static bool is_refused(const struct ld_trial *t, const struct total *total) {
    const struct ld_clause *c = t->clause;
    const uint32_t last = total->last;
    const bool kept = c->verb < c->count && t->keep[c->verb];
    if (ld_by_endings(c) && t->dropped && ld_is_torn(c, t->keep, total->last)) return true; /* "Si le port ferme" */
    if (t->had_verb && ((!kept && !keeps_verb(t)) || !ld_keeps_verb(c, t->dropped, kept))) return true;
    if (last == c->verb && c->atoms[last].facts & LD_SAY && c->count > 4) return true;
    if (!t->dropped) return false;
    if (kept && says_nothing(t, last)) return true;
    if (kept && c->complement < c->count && !t->keep[c->complement]) return true;
    const bool says = last > c->attribution && ld_atom_is(c, last, LD_SAY);                    /* ", Mara Lind said" */
    if (c->opener && last > c->opener && ld_place_after(c, last) <= LD_PLACE_MID) return true; /* of what is said */
    const bool behind = c->event_count && c->events[c->event_count - 1].atom > last && last > c->head &&
                        !ld_border(c, last + 1); /* a verb is */
    return broken_pair(t) || ld_loses_antecedent(t) || (c->whole && !ld_is_whole(c, t->keep, NULL)) ||
           !(says || ld_may_end(c, last)) ||
           (c->whole && behind && last < c->attribution && ld_is_half(c, last, c->attribution));
}

/* The last atom that stays before who says so. */
static uint32_t told_to(const struct ld_trial *t, uint32_t last) {
    const struct ld_clause *c = t->clause;
    if (last < c->attribution) return last;
    last = c->attribution - 1;
    for (uint64_t left = t->dropped; left; left &= left - 1) {
        const struct ld_piece *piece = &c->pieces[ld_zeros_before(left)];
        if (piece->to == c->attribution && piece->from) last = piece->from - 1;
    }
    return last;
}

/* The score, and the features themselves in row where one is given; else any number up to least where it is no higher.
 */
double ld_trial_score(struct ld_trial *t, double least, double *row) {
    const struct ld_clause *c = t->clause;
    const struct ld_style *style = t->style;
    struct ld_judgement sum = {style->weights, row, 0};
    const struct total total = add_up(t);
    if (!total.words) return LD_WORST;
    uint32_t length = characters(c, &total);
    if (length + style->final_stop > style->limit) return LD_WORST;
    for (uint64_t left = t->dropped; left; left &= left - 1) ld_judge(&sum, c->pieces[ld_zeros_before(left)].kind, 1);
    const int64_t all = t->masses[c->count];
    if (all > 0) ld_judge(&sum, LD_C_mass, (double)total.mass / (double)all);
    double off = (length - style->target) / style->target;
    if (off > 0 || !style->target_above) ld_judge(&sum, LD_C_length, off * off);
    if (total.words < 3 && c->count > 4) ld_judge(&sum, LD_C_few, 1);
    if (t->dropped && is_quotation(t, total.first)) ld_judge(&sum, LD_C_quoted, 1);
    if (total.first && (c->atoms[total.first].facts & LD_PRONOUN || begins_definite(c, total.first)))
        ld_judge(&sum, LD_C_pronoun, 1);
    if (!row && sum.sum <= least) return sum.sum;
    ld_fill_keep(c, t->dropped, t->keep);
    const uint32_t told = told_to(t, total.last);
    ld_judge(&sum, LD_C_light, ld_lightness(c, told));
    ld_judge(&sum, LD_C_open, ld_openness(c, told));
    if (c->claim && loses_source(t)) ld_judge(&sum, LD_C_unsaid, 1);
    if (t->stranger < c->count && t->keep[t->stranger]) ld_judge(&sum, LD_C_antecedent, 1);
    for (uint32_t k = 0; k < t->deictic_count; k++) {
        if (!t->keep[t->deictic[k]]) continue;
        ld_judge(&sum, LD_C_deictic, 1);
        break;
    }
    if (!row && sum.sum <= least) return sum.sum;
    return is_refused(t, &total) ? LD_WORST : sum.sum;
}

LD_SELDOM static double log_of(uint32_t n) { return log(n); }

/* tf x idf of the term of a token: 0 of a stop word. */
static double mass_of(const struct lede_document *doc, uint32_t token) {
    /* log(n) of the n that are met most; 0 has none */
    static const double logs[] = {0,
                                  0,
                                  0.69314718055994529,
                                  1.0986122886681098,
                                  1.3862943611198906,
                                  1.6094379124341003,
                                  1.791759469228055,
                                  1.9459101490553132,
                                  2.0794415416798357,
                                  2.1972245773362196,
                                  2.3025850929940459,
                                  2.3978952727983707,
                                  2.4849066497880004,
                                  2.5649493574615367,
                                  2.6390573296152584,
                                  2.7080502011022101};
    const struct ld_term *term = &doc->terms[ld_token_word(doc, token)->term];
    const uint32_t n = term->body_frequency;
    return term->idf * (1 + (n < sizeof logs / sizeof *logs ? logs[n] : log_of(n)));
}

static int64_t *sum_up(struct ld_arena *arena, const struct ld_clause *c) {
    int64_t *masses = ld_arena_alloc(arena, (c->count + 1) * sizeof *masses);
    masses[0] = 0;
    const bool item = c->endings->forms && ld_is_item(c); /* "[1.] The road": it is of no matter */
    for (uint32_t i = 0, count = c->count; i < count; i++) {
        const struct ld_atom *atom = &c->atoms[i];
        double mass = item && !i ? 0 : mass_of(c->doc, atom->token);
        for (uint32_t t = 1; t < atom->tokens; t++) mass += mass_of(c->doc, atom->token + t);
        masses[i + 1] = masses[i] + (int64_t)(mass * 1e9);
    }
    return masses;
}

void ld_trial_weigh(struct ld_arena *arena, struct ld_trial *t) {
    const struct ld_clause *c = t->clause;
    t->masses = sum_up(arena, c);
    t->stranger = ld_find_stranger(c);
    t->unmeant = ld_find_unmeant(c);
    t->deictic_count = 0;
    for (uint32_t i = 0; c->facts & LD_DEICTIC && i < c->count && t->deictic_count < LD_DEICTICS; i++)
        if (c->atoms[i].facts & LD_DEICTIC && ld_is_deictic_at(c, i)) t->deictic[t->deictic_count++] = i;
    t->had_verb = ld_has_verb(c, 0, c->count);
}
