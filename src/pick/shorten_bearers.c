/* shorten_bearers.c - a clause of which the main verb is known in; titles and the like that stand before a name behind
 * it, as pieces, out: "charges against [President] Ana Lind", "a deal with [rope giant] Oxley Works". The name does
 * alone. Before the main verb shorten_titles.c finds most of them. English. Source: as shorten_pieces.c. */
#include "pick/shorten_words.h"

enum { NAME = 4 /* words of it */ };

static bool is_capital(const struct ld_clause *c, uint32_t i) {
    return ld_atom_flagged(c, i, LD_CAPITAL) && !ld_is_protected(c, i) &&
           (ld_atom_flagged(c, i, LD_ALL_CAPITALS) || !ld_atom_is(c, i, LD_TIME | LD_STOP)); /* "PM Ruiz" */
}

/* May stand before a noun, and is none of the words that open a phrase. */
static bool is_modifier(const struct ld_clause *c, uint32_t i) {
    const struct ld_atom *atom = &c->atoms[i];
    if (ld_is_protected(c, i)) return false;
    if (is_capital(c, i)) return true;
    return !(atom->verb || atom->flags & LD_NUMERIC ||
             atom->facts & (LD_STOP | LD_PREPOSITION | LD_ARTICLE | LD_CONJUNCTION | LD_PRONOUN | LD_TIME | LD_SAY |
                            LD_RELATIVE | LD_AUXILIARY | LD_NEGATION) ||
             atom->shape & LD_ADVERB || ld_is_sure_infinitive(c, i) ||
             (atom->shape & LD_ENDS_PARTICIPLE && !ld_is_word_of(c, i, LD_WORDS_present)));
}

/* Behind the last word of the name that begins at atom i; i where none does. */
static uint32_t name_end(const struct ld_clause *c, uint32_t i) {
    uint32_t to = i;
    while (is_capital(c, to) && !(to > i && (c->atoms[to].border || ld_atom_shaped(c, to - 1, LD_ENDS_GENITIVE)))) {
        if (ld_is_title(c, to)) return i;
        to++;
    }
    const struct ld_atom *next = &c->atoms[to];
    if (to >= c->count || next->border || next[-1].shape & LD_ENDS_GENITIVE) return to;
    const bool noun = !next->facts && !next->verb && !next->flags &&
                      !(next->shape & (LD_ADVERB | LD_LIKE_PAST | LD_ENDS_PARTICIPLE)); /* "Oxley Works [boats]" */
    return noun || ld_is_protected(c, to) || next->shape & LD_TAKES_OF ? i : to;
}

/* Whether the atom before what goes, at from, takes what stays: a preposition or a verb. */
static bool takes_name(const struct ld_clause *c, uint32_t from, uint32_t name, uint32_t to) {
    const uint32_t before = from - 1;
    const bool says = (ld_atom_is(c, before, LD_SAY) && c->atoms[before].verb) || ld_is_that(c, before),
               participle =
                   ld_atom_shaped(c, before, LD_ENDS_PARTICIPLE) &&
                   (ld_atom_is(c, before - 1, LD_PREPOSITION | LD_BE) || ld_atom_flagged(c, name - 1, LD_CAPITAL)) &&
                   !ld_atom_is(c, before - 1, LD_CONJUNCTION | LD_ARTICLE), /* "and practising smith" */
        verbal = c->atoms[before].verb || ld_is_sure_infinitive(c, before) || participle ||
                 ld_atom_is(c, before - 1, LD_AUXILIARY);
    if (c->atoms[name - 1].shape & LD_LIKE_PRESENT && !ld_is_word_of(c, name - 1, LD_WORDS_firms))
        return false;                             /* many */
    if (ld_is_verb(c, to) && !says) return false; /* "for work Ana Lind did" */
    if (ld_atom_is(c, before, LD_PREPOSITION)) return true;
    if (ld_word_is(c, before, "and")) {
        uint32_t other = before; /* "with Ana Lind and [trader] Tom Ashby", but "former Oxley and Harlan trader" */
        while (is_capital(c, other - 1)) other--;
        return other < before && !is_modifier(c, other - 1);
    }
    return says || verbal;
}

/* "from chairman [and] chief executive officer Ana Lind": at atom i, of one person. */
static bool joins_titles(const struct ld_clause *c, uint32_t i, uint32_t name) {
    return ld_word_is(c, i, "and") && ld_is_title(c, i - 1) && ld_is_title(c, name - 1);
}

/* What stands before the name [name, to), and can go. */
static void find_before(struct ld_find *f, uint32_t name, uint32_t to, uint32_t first) {
    struct ld_clause *c = f->c;
    const uint32_t words = to - name;
    const bool title = ld_is_title(c, name - 1), capital = ld_atom_flagged(c, name - 1, LD_CAPITAL);
    if (words > NAME || (capital ? words < (ld_is_word_of(c, name - 1, LD_WORDS_rulers) ? 1 : 2) ||
                                       ld_is_word_of(c, name - 1, LD_WORDS_ambiguous)
                                 : words < 2 && !title && !ld_is_word_of(c, name - 1, LD_WORDS_firms)))
        return;
    uint32_t from = name;
    bool owned = false; /* "Ana Lind's lawyer [Tom Ashby]" */
    while (from > first && !c->atoms[from].border && (is_modifier(c, from - 1) || joins_titles(c, from - 1, name))) {
        owned |= ld_atom_shaped(c, --from, LD_ENDS_GENITIVE);
        if (c->atoms[from].shape & LD_LIKE_PRESENT && !c->atoms[from].flags && from + 1 < name &&
            ld_atom_flagged(c, from + 1, LD_CAPITAL))
            return; /* "against dues Mayor Ashby set" */
    }
    if (ld_atom_is(c, from - 1, LD_AUXILIARY | LD_NEGATION)) from++; /* "will [sign] striker" */
    if (from >= name || c->atoms[from].border || ld_atom_shaped(c, name - 1, LD_ENDS_GENITIVE)) return;
    if (takes_name(c, from, name, to)) ld_add_piece(f, owned ? LD_PIECE_OFFICE : LD_PIECE_TITLE, from, name);
}

void ld_find_bearers(struct ld_find *f) {
    struct ld_clause *c = f->c;
    if (!c->endings->forms) return;
    for (uint32_t i = c->verb + 2; i < f->limit; i++) {
        if (!is_capital(c, i) || !is_modifier(c, i - 1)) continue;
        const bool begins = !ld_atom_flagged(c, i - 1, LD_CAPITAL) || ld_is_title(c, i - 1);
        const uint32_t to = begins ? name_end(c, i) : i;
        if (to > i) find_before(f, i, to, c->verb + 1);
    }
}
