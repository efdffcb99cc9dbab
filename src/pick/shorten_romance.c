/* shorten_romance.c - a clause of a language whose verbs are told by endings, and an atom in; out, whether a cut behind
 * it tears a clause apart: an opener keeps its subject and loses its verb, or the main clause does. Leaves what a word
 * alone calls for to shorten_end.c. When unsure it is none. Source: as shorten_beside.c. */
#include "pick/shorten_words.h"

/* "dont les salariés font": not "dont deux blessés". */
static bool has_own_verb(const struct ld_clause *c, uint32_t i) {
    for (i++; !c->atoms[i].border; i++)
        if (ld_is_verb(c, i)) return true;
    return false;
}

/* "s'est": no "s'il". */
static bool is_oneself(const struct ld_clause *c, uint32_t i) {
    return ld_word_is(c, i, "s'") && !ld_atom_is(c, i + 1, LD_PRONOUN);
}

bool ld_opens_part(const struct ld_clause *c, uint32_t i) {
    if (!ld_atom_is(c, i, LD_RELATIVE | LD_CONJUNCTION) || ld_atom_is(c, i, LD_PREPOSITION) || ld_joins(c, i) ||
        is_oneself(c, i))
        return false;
    return !ld_ends_bare(c, i + 1) &&
           (!ld_is_word_of(c, i, LD_WORDS_verbless) || (ld_word_is(c, i, "dont") && has_own_verb(c, i)));
}

bool ld_has_main_verb(const struct ld_clause *c, uint32_t from, uint32_t to) {
    uint32_t open = 0;
    for (uint32_t i = from; i < to; i++) {
        if (i > from && ld_opens_part(c, i)) open++;
        if (!ld_is_verb(c, i) || (i > from && ld_is_verb(c, i - 1))) continue;
        if (!open) return true;
        open--;
    }
    return false;
}

static bool is_nonfinite(const struct ld_clause *c, uint32_t i) {
    return ld_atom_shaped(c, i, LD_ENDS_PARTICIPLE) || ld_ends_bare(c, i) || ld_is_word_of(c, i, LD_WORDS_nonfinite);
}

/* The first of a verb's words: not the second of "a déjà été". */
static bool begins_verb(const struct ld_clause *c, uint32_t i) {
    if (!ld_is_verb(c, i) || is_nonfinite(c, i)) return false;
    for (uint32_t k = i; k-- && k + 3 > i && !c->atoms[k + 1].border;) {
        if (ld_is_verb(c, k)) return k + 1 < i && ld_atom_flagged(c, i - 1, LD_CAPITAL); /* "que rige Bray ha" */
        if (ld_opens_part(c, k) || ld_joins(c, k) || ld_atom_is(c, k, LD_PRONOUN)) return true;
    }
    return true;
}

/* Not known to be one, but it may: "ejerce presión". */
static bool may_be_verb(const struct ld_clause *c, uint32_t i) {
    return i && !ld_is_verb(c, i) && !(c->atoms[i].facts | c->atoms[i].flags | c->atoms[i].border) &&
           !ld_atom_shaped(c, i, LD_VERB_PARTICIPLE | LD_ENDS_ADVERB) && ld_ends_present(c, i) &&
           ld_phrase_at(c, i, LD_PREPOSITION) < 2 && /* "pese al" */
           !ld_atom_is(c, i - 1, LD_ARTICLE | LD_PREPOSITION);
}

static bool is_aside(const struct ld_clause *c, uint32_t i) {
    return (c->atoms[i].marks & (LD_BRACKETED | LD_QUOTED)) == LD_BRACKETED;
}

/* Whether from atom i on, before a mark that is no comma, a verb stands that no opener there waits for. */
static bool verb_ahead(const struct ld_clause *c, const bool *keep, uint32_t i) {
    for (uint32_t open = 0; i < c->attribution && !(c->atoms[i].border & ~LD_COMMA); i++) {
        if (!keep[i] || is_aside(c, i)) continue;
        if (ld_opens_part(c, i)) open++;
        if (!begins_verb(c, i)) continue;
        if (!open) return true;
        open--;
    }
    return false;
}

/* "mais le projet [n'est pas]", "et la tête [du maire est]": the verb of what stands before atom i, no mark between. */
static bool is_next_subject(const struct ld_clause *c, uint32_t i) {
    for (; !c->atoms[i].border && !(c->atoms[i].marks & LD_QUOTED) &&
           (!ld_atom_is(c, i, LD_RELATIVE | LD_CONJUNCTION) || is_oneself(c, i)) && !is_nonfinite(c, i);
         i++)
        if (begins_verb(c, i)) return true;
    return false;
}

/* "Si la guilde ferme", "Alors que ..", "Comme la guilde ferme": a main clause is to come, behind a mark. */
static bool opens_sentence(const struct ld_clause *c, uint32_t first) {
    if (ld_word_is(c, first, "se") && c->endings->language != LD_LANGUAGE_es && !ld_is_verb(c, first + 1)) return true;
    if (ld_phrase_at(c, first, LD_CONJUNCTION) > 1) return !ld_phrase_at(c, first, LD_CONNECTIVE);
    return ld_atom_is(c, first, LD_CONJUNCTION) && !ld_atom_is(c, first, LD_QUESTION) &&
           (ld_opens_part(c, first) || (ld_is_word_of(c, first, LD_WORDS_as) && has_own_verb(c, first)));
}

/* Behind a mark, "la mairesse veut", but not ", la mairesse de Bray, [veut]". */
static bool may_be_main(const struct ld_clause *c, uint32_t i) {
    if (!ld_is_article(c, i) && !ld_atom_is(c, i, LD_PRONOUN) && !ld_atom_flagged(c, i, LD_CAPITAL)) return false;
    return !ld_is_verb(c, ld_next_border(c, i + 1));
}

bool ld_is_torn(const struct ld_clause *c, const bool *keep, uint32_t i) {
    const uint32_t first = ld_kept_begin(keep, c->count);
    uint32_t open = 0;
    bool main = false, seen = false;                            /* seen: the verb of what opens it */
    const bool unsure = c->endings->language != LD_LANGUAGE_fr; /* what ends as verbs do is a noun as often */
    const bool opens = opens_sentence(c, first);
    bool led = opens; /* no verb before a mark is the main one's */
    for (uint32_t k = first; k <= i; k++) {
        if (!keep[k] || is_aside(c, k)) continue;
        if (k > first && c->atoms[k].border & LD_COLON)
            main = led = false, open = 0; /* "Une perte : le bac[, ..,] a" */
        if (k > first && c->atoms[k].border && !ld_opens_part(c, k) && (seen || may_be_main(c, k))) led = false;
        if (ld_opens_part(c, k)) open++;
        const bool may = may_be_verb(c, k);
        main |= may && !led && !(unsure && opens);
        if (!begins_verb(c, k) &&
            !(may && (ld_border(c, k + 1) || ld_opens_part(c, k - 1) || ld_atom_is(c, k - 1, LD_PRONOUN))))
            continue;
        main |= !open && !led;
        open -= open > 0;
        seen |= !open;
    }
    if (!main && opens) return true; /* "Si le port ferme, la digue" */
    for (i++; i < c->count && !keep[i];) i++;
    return open || !main ? verb_ahead(c, keep, i) : is_next_subject(c, i);
}

bool ld_is_added(const struct ld_clause *c, const bool *keep) {
    if (!ld_is_word_of(c, 0, LD_WORDS_added) || !keep[0] || !ld_lacks_main(c, keep, c->count)) return false;
    for (uint32_t i = 1; i < c->count; i++)
        if (keep[i] && ld_opens_part(c, i)) return true;
    return false;
}

bool ld_lacks_main(const struct ld_clause *c, const bool *keep, uint32_t to) {
    uint32_t open = 0;
    for (uint32_t i = 0; i < to; i++) {
        if (!keep[i] || is_aside(c, i)) continue;
        if (ld_opens_part(c, i)) open++;
        if (!begins_verb(c, i) && !may_be_verb(c, i)) continue;
        if (!open) return false;
        open--;
    }
    return true;
}
