/* shorten_slight.c - as shorten_spare.c, in languages whose verbs are told by endings: a clause of which pieces were
 * found in; out, as pieces, what tells least and titles before names: "[lundi] un moulin", "[El alcalde de Bray,] Tom
 * Lind, vende". By closed classes, capitals and marks. When unsure it finds none. Source: as shorten_beside.c. */
#include "pick/shorten_words.h"

/* "lundi", "hier", "12 mai": they say when by themselves; "soir" does not. */
bool ld_is_dated(const struct ld_clause *c, uint32_t from, uint32_t to) {
    for (uint32_t i = from; i < to; i++)
        if (ld_is_word_of(c, i, LD_WORDS_dates) ||
            (ld_is_number(c, i) && (ld_atom_is(c, i + 1, LD_MONTH) || ld_atom_is(c, i + 2, LD_MONTH))))
            return true;
    return ld_phrase_at(c, from, LD_TIME) > 1 && ld_atom_is(c, from, LD_DEICTIC | LD_PRONOUN); /* "esta semana" */
}

/* "3 [de junio de 2018]": on from atom i. */
static bool goes_on_date(const struct ld_clause *c, uint32_t i) {
    return ld_atom_is(c, i, LD_BOUND) && *ld_folded(c, i) == 'd' && !ld_border(c, i) &&
           ((ld_is_number(c, i - 1) && ld_atom_is(c, i + 1, LD_MONTH)) ||
            (ld_atom_is(c, i - 1, LD_MONTH) && ld_atom_flagged(c, i + 1, LD_NUMERIC)));
}

static bool is_time(const struct ld_clause *c, uint32_t i) {
    return (c->atoms[i].facts & (LD_TIME | LD_PREPOSITION | LD_AUXILIARY)) == LD_TIME || ld_is_number(c, i);
}

/* "a vendu [lundi soir] un moulin", "vendió [este lunes] un molino": behind the first verb, between two phrases. */
static void find_times(struct ld_find *f) {
    /* cppcheck-suppress ctuuninitvar ; what is read of it is set */
    const struct ld_clause *c = f->c;
    for (uint32_t i = 1, to; i < f->limit; i = to) {
        uint32_t from = i;
        to = i + 1;
        if (!is_time(c, i) || ld_is_protected(c, i)) continue;
        while (to < f->limit && ((is_time(c, to) && !ld_border(c, to)) || goes_on_date(c, to)))
            to += goes_on_date(c, to) ? 2 : 1;
        if (ld_is_word_of(c, i - 1, LD_WORDS_of_days)) from--;
        const struct ld_atom *before = &c->atoms[from - 1], *next = &c->atoms[to];
        const uint32_t none = LD_PREPOSITION | LD_CONJUNCTION | LD_ARTICLE | LD_TIME | LD_RELATIVE | LD_BE | LD_PRONOUN;
        if (!from || c->atoms[from].border || (before->facts & none && !before->verb) || before->facts & LD_BE ||
            ld_is_number(c, from - 1) || !ld_is_dated(c, from, to) || !ld_may_have_verb(c, 0, from))
            continue;
        if (next->facts & LD_PREPOSITION && is_time(c, to + 1)) continue; /* "lundi au matin" */
        const bool of = next->facts & LD_BOUND && *ld_folded(c, to) == 'd' && !ld_ends_bare(c, to + 1);
        if (next->border || (of && !before->verb) || (next->facts & LD_CONJUNCTION && is_time(c, to + 1))) continue;
        ld_add_piece(f, LD_PIECE_SPARE, from, to);
    }
}

/* A name of two words or more from atom i on: where it ends; or i. */
static uint32_t name_end(const struct ld_clause *c, uint32_t i) {
    uint32_t end = i;
    while (ld_atom_flagged(c, end, LD_CAPITAL) && !ld_is_protected(c, end) && (end == i || !ld_border(c, end))) end++;
    return end > i + 1 ? end : i;
}

/* "[La mairesse] Ana Lind a", "[El alcalde de Bray,] Tom Lind, ha". */
static void find_title(struct ld_find *f) {
    enum { LONG = 9 }; /* words */
    const struct ld_clause *c = f->c;
    bool preposition = false;
    if (!ld_is_article(c, 0)) return;
    for (uint32_t i = 2; i < LONG && i < f->limit; i++) {
        if (ld_is_verb(c, i) || ld_is_number(c, i) || (c->atoms[i].border & ~LD_COMMA) || ld_is_protected(c, i) ||
            ld_atom_is(c, i, LD_RELATIVE | LD_CONJUNCTION))
            return;
        const bool marked = ld_border(c, i);
        preposition |= ld_atom_is(c, i, LD_PREPOSITION) && /* "un pêcheur d'anguilles" */
                       (!ld_atom_is(c, i, LD_BOUND) || ld_atom_is(c, i, LD_ARTICLE) || ld_is_article(c, i + 1));
        if (!ld_atom_flagged(c, i, LD_CAPITAL)) {
            if (marked) return;
            continue;
        }
        const uint32_t end = name_end(c, i);
        if (!marked && (c->atoms[i - 1].facts & (LD_PREPOSITION | LD_ARTICLE) || c->atoms[i - 1].flags & LD_CAPITAL))
            continue;                       /* "la mairesse de Bray" */
        if (preposition && !marked) return; /* "le patron de la guilde Oxley Rope" */
        if (end == i || (marked ? !(ld_border(c, end) & LD_COMMA) : ld_border(c, end)) || !ld_is_verb(c, end)) return;
        ld_add_piece(f, LD_PIECE_TITLE, 0, i);
        return;
    }
}

void ld_find_slight(struct ld_find *f) {
    find_times(f);
    find_title(f);
}

/* "a [ainsi] vendu", "est [par ailleurs] vieux", "n'a [pourtant] pas vendu": behind a verb, what joins the sentence to
 * another; not "est aussi vieux que". */
void ld_find_tying(struct ld_find *f) {
    const struct ld_clause *c = f->c;
    for (uint32_t i = 1; ld_by_endings(c) && i + 1 < f->limit; i++) {
        if (!ld_is_verb(c, i - 1) || ld_atom_is(c, i - 1, LD_PREPOSITION) || c->atoms[i].border ||
            ld_is_protected(c, i))
            continue; /* nor "selon lui" */
        const uint32_t phrase = ld_phrase_at(c, i, LD_CONNECTIVE), words = phrase > 1 ? phrase : 1, to = i + words;
        if (!ld_is_word_of(c, to - 1, words > 1 ? LD_WORDS_tying_last : LD_WORDS_tying) || to >= f->limit ||
            ld_border(c, to) || ld_phrase_at(c, i, LD_ADJUNCT | LD_PREPOSITION | LD_CONJUNCTION) > words ||
            ld_atom_is(c, to, LD_RELATIVE))
            continue;
        const bool also = ld_word_is(c, i, "aussi");
        if (also && (!ld_atom_is(c, i - 1, LD_AUXILIARY) ||
                     !(ld_atom_is(c, to, LD_AUXILIARY | LD_ARTICLE) || ld_atom_shaped(c, to, LD_VERB_PARTICIPLE))))
            continue;
        ld_add_piece(f, LD_PIECE_DAY, i, to);
    }
}
