/* shorten_modifiers.c - a clause of a language whose verbs are told by endings, and its main verb; out, as pieces, what
 * belongs to the subject and stands behind it: "Trois bacs [qui s'étaient échoués] ont", "Un bac [chargé de sel] a",
 * "El juicio [contra los herreros] quedó". Leaves what stands between commas to shorten_asides.c. When unsure it finds
 * none. Source: as shorten_beside.c. */
#include "pick/shorten_words.h"

/* "[n'] a pas encore [été]": the first of the words of the main verb. */
static uint32_t verb_begin(const struct ld_clause *c, uint32_t from) {
    uint32_t i = c->verb;
    while (i > from + 1 && !c->atoms[i].border) {
        const bool adverb = ld_atom_shaped(c, i - 1, LD_ENDS_ADVERB) || ld_atom_is(c, i - 1, LD_NEGATION | LD_TIME);
        if (ld_is_verb(c, i - 1) || (ld_is_clitic(c, i - 1) && !ld_atom_is(c, i - 1, LD_RELATIVE)))
            i--;
        else if (adverb && !ld_border(c, i - 1) && ld_is_verb(c, i - 2) && ld_atom_is(c, i - 2, LD_AUXILIARY))
            i -= 2;
        else
            break;
    }
    return i;
}

/* "[chargé] de sel", "[transportant] du sel": what it does, or what was done to it. */
static bool is_reduced(const struct ld_clause *c, uint32_t i) {
    static const char *const regular[] = {"ido", "ida", "idos", "idas", NULL}; /* "un sondeo difundido" */
    const struct ld_atom *atom = &c->atoms[i];
    if ((atom->facts & ~(uint32_t)LD_SAY) | atom->flags | atom->verb ||
        ld_atom_is(c, i - 1, LD_PREPOSITION | LD_ARTICLE) || ld_is_verb(c, i - 1) ||
        ld_is_word_of(c, i - 1, LD_WORDS_before_nouns))
        return false;
    static const char *const others[] = {"i",   "ie", "is",  "ies", "u",    "ue", "us",
                                         "ues", "it", "ite", "ert", "erte", NULL};
    if (c->endings->language == LD_LANGUAGE_fr && ld_ends_with(c, i, others))
        return ld_atom_is(c, i + 1, LD_PREPOSITION) && ld_folded(c, i + 1)[0] != 'd'; /* "un choc ressenti jusqu'à" */
    return atom->shape & (LD_ENDS_PARTICIPLE | LD_VERB_PARTICIPLE) ||
           ((c->endings->language == LD_LANGUAGE_es || c->endings->language == LD_LANGUAGE_pt) &&
            ld_ends_with(c, i, regular));
}

/* "chargé [ainsi] de sel": something goes on with the participle at atom i; else it may be an adjective or noun. */
static bool goes_on(const struct ld_clause *c, uint32_t i) {
    i++;
    while (ld_atom_shaped(c, i, LD_ENDS_ADVERB) && !ld_border(c, i)) i++;
    return !ld_border(c, i) && (ld_atom_is(c, i, LD_PREPOSITION | LD_ARTICLE | LD_TIME) || ld_is_number(c, i));
}

/* "[contre] la guilde", "[à] Bray": but not of what it is a part or kind, "de". */
static bool is_phrase(const struct ld_clause *c, uint32_t i) {
    return ld_atom_is(c, i, LD_PREPOSITION) && !ld_atom_is(c, i, LD_BOUND | LD_ARTICLE | LD_CONJUNCTION) &&
           !ld_atom_shaped(c, i, LD_TAKES_OF) && !ld_ends_bare(c, i + 1);
}

/* "la guilde [et le maire ont]": the verb is of more than what may stay before atom i. */
static bool is_of_more(const struct ld_clause *c, uint32_t from, uint32_t i, uint32_t head) {
    bool many = ld_is_word_of(c, from, LD_WORDS_several);
    if (!ld_has_many(c, head)) return false;
    for (uint32_t k = from; k < i; k++) many |= ld_may_be_many(c, k) || ld_is_number(c, k);
    for (uint32_t k = i + 1; many && k < head; k++)
        many = !(ld_joins(c, k) && (ld_is_article(c, k + 1) || ld_atom_flagged(c, k + 1, LD_CAPITAL | LD_NUMERIC)));
    return !many;
}

/* "le bac", "proche des deux bacs": definite, and told by nothing but what may go from atom i on. */
static bool is_bare(const struct ld_clause *c, uint32_t i) {
    enum { NEAR = 3 }; /* words: a noun, and how many or of what kind */
    for (uint32_t k = i - 1; k-- && k + NEAR >= i;) {
        if (ld_is_article(c, k) && !ld_word_is(c, k, "d'"))
            return (!ld_is_word_of(c, k, LD_WORDS_indefinite) || (k && ld_word_is(c, k, "des"))) &&
                   (k + 2 == i || !ld_is_plain(c, i - 1));
        if (c->atoms[k + 1].facts & LD_PREPOSITION) break;
    }
    return ld_atom_is(c, i - 1, LD_PRONOUN) || ld_is_word_of(c, i - 1, LD_WORDS_halves); /* "ceux [qui ..]" */
}

/* "les élus de la guilde [à Bray]": what stands before atom i tells of the subject that begins at atom from. */
static bool tells_of(const struct ld_clause *c, uint32_t from, uint32_t i) {
    return i > from + 4 && ld_is_article(c, i - 2) && ld_word_is(c, i - 3, "de");
}

/* Where what goes begins: "[dans lequel]", "[s'apprêtant]"; or none. */
static uint32_t modifier_begin(const struct ld_clause *c, uint32_t from, uint32_t i) {
    uint32_t begin = i;
    while (ld_atom_is(c, i, LD_RELATIVE) ? ld_atom_is(c, begin - 1, LD_ARTICLE | LD_PREPOSITION)
                                         : ld_is_clitic(c, begin - 1))
        begin--;
    if (begin < i && ld_atom_is(c, begin, LD_BOUND) && ld_atom_is(c, begin, LD_PREPOSITION))
        return 0; /* "à bord duquel" */
    return begin < from + 2 ? 0 : begin;
}

/* "el alcalde [de Bray Tom Ashby] vende": a name that stands before the verb, and is the subject's. */
static bool ends_with_name(const struct ld_clause *c, uint32_t begin, uint32_t head) {
    uint32_t name = head;
    if (ld_is_protected(c, head - 1)) return false;
    while (name > begin && ld_atom_flagged(c, name - 1, LD_CAPITAL)) name--;
    return head >= name + 3 ? !ld_atom_flagged(c, begin - 1, LD_CAPITAL)
                            : head == name + 2 && !ld_atom_is(c, name - 1, LD_PREPOSITION | LD_ARTICLE);
}

void ld_find_modifiers(struct ld_find *f, uint32_t from) {
    const struct ld_clause *c = f->c;
    if (!ld_by_endings(c) || !(f->kinds >> LD_PIECE_SUBJECT & 1) || c->verb >= f->limit) return;
    const uint32_t head = verb_begin(c, from), mark = ld_next_border(c, from + 1), to = mark < head ? mark : head;
    const bool counted =
        (c->atoms[from].facts == LD_STOP || ld_is_word_of(c, from, LD_WORDS_several)) &&
        (ld_is_plain(c, from + 1) || ld_atom_is(c, from + 1, LD_BOUND)); /* "Trois bacs", "Trois des" */
    if (mark < head && !ld_border(c, head)) return;                      /* its subject is behind that */
    if ((!ld_is_article(c, from) && !ld_is_number(c, from) && !counted) ||
        (ld_atom_is(c, from, LD_PREPOSITION) && !ld_word_is(c, from, "des")))
        return;
    bool within = false; /* another one, of which it is a part */
    for (uint32_t i = from + 2; i + 1 < to && !within; i++) {
        if (ld_is_protected(c, i) || ld_joins(c, i)) return;
        const bool clause = ld_atom_is(c, i, LD_RELATIVE), reduced = is_reduced(c, i);
        within = clause || reduced;
        if (clause    ? !ld_opens_part(c, i) || !ld_may_have_verb(c, i + 1, to)
            : reduced ? !goes_on(c, i)
                      : !is_phrase(c, i))
            continue;
        const uint32_t begin = modifier_begin(c, from, i);
        const bool bare = begin && is_bare(c, begin) && (within || !tells_of(c, from, begin));
        if (!within && bare) continue;
        if (!begin || bare || is_of_more(c, from, i, head) || ends_with_name(c, begin, head)) return;
        ld_add_piece(f, LD_PIECE_SUBJECT, begin, head);
    }
}
