/* shorten_firms.c - a clause of which brackets were found in; what can go of the names of firms and boards, as pieces,
 * out: their forms ("Acme [Inc]"), and the name whose letters stay ("the [Harlan Rope Board] (HRB)"). When unsure it
 * finds none. Source: as shorten_pieces.c. */
#include <string.h>

#include "pick/shorten_words.h"

/* "The Harlan and Bray Rope Co has": the noun that the article stands before; not "the Bolt [Corp] bid". */
static bool is_head(const struct ld_clause *c, uint32_t i) {
    uint32_t name = i;
    if (!(ld_word_is(c, i, "co") || ld_word_is(c, i, "corp")) || (ld_is_plain(c, i + 1) && !c->atoms[i + 1].facts))
        return false;
    while (!ld_border(c, name) && (ld_atom_flagged(c, name - 1, LD_CAPITAL) || ld_joins(c, name - 1)) &&
           !ld_word_is(c, name, "the"))
        name--;
    return ld_word_is(c, name, "the") || ld_word_is(c, name - 1, "the");
}

/* "Acme Inc", "Bolt Co Ltd": the name does without. */
void ld_find_companies(struct ld_find *f) {
    struct ld_clause *c = f->c;
    for (uint32_t i = 1; c->shapes & LD_COMPANY_FORM && i < c->count; i++) {
        if (!(c->atoms[i].shape & LD_COMPANY_FORM)) continue;
        const bool told = i < c->attribution; /* of who says so the less need not go */
        const uint32_t to = i + 1 + (told && ld_atom_shaped(c, i + 1, LD_COMPANY_FORM) && !ld_border(c, i + 1));
        const bool named =
            ld_atom_flagged(c, i, LD_CAPITAL) && ld_atom_flagged(c, i - 1, LD_CAPITAL) &&
            ld_atom_at(c, i - 1)->end + 1 == c->atoms[i].start &&
            !(ld_border(c, to) && ld_is_word_of(c, i - 2, LD_WORDS_a_or_an)) && /* "Bolt, a Harlan Corp, said" */
            (!ld_is_protected(c, i) || ld_names(c, to - 1));
        if (!named || (!told && to == c->count) || is_head(c, i)) continue;
        const bool joined = ld_joins(c, to) && !ld_atom_shaped(c, to + 1, LD_COMPANY_FORM); /* not "GmbH and Co" */
        const bool linked =
            c->endings->forms /* "Acme Inc of Bray", but "from Acme Inc for 9 dlrs" */
                ? ld_atom_shaped(c, to, LD_TAKES_OF) ||
                      (c->atoms[to].facts & (LD_CONJUNCTION | LD_PREPOSITION | LD_ADJUNCT)) == LD_CONJUNCTION
                : ld_atom_is(c, to, LD_BOUND | LD_CONJUNCTION);
        const bool goes_on = !ld_border(c, to) && !ld_is_protected(c, to) && !joined &&
                             ((ld_atom_flagged(c, to, LD_CAPITAL) && !ld_is_title(c, to)) || linked);
        if (goes_on || (!c->atoms[to - 1].blank && ld_word_is(c, to, "s"))) continue; /* "<Acme Ltd>'s" */
        ld_add_piece(f, LD_PIECE_COMPANY, i, to);
        c->atoms[i - 1].ends = true;
    }
}

bool ld_is_alias(const struct ld_clause *c, uint32_t i) {
    enum { LONG = 8 }; /* words */
    if (!(c->atoms[i].flags & LD_ALL_CAPITALS) || c->atoms[i + 1].border != LD_COMMA || ld_joins(c, i + 1))
        return false;
    for (uint32_t k = i; k + LONG > i; k--) {
        const bool capital = ld_atom_flagged(c, k - 1, LD_CAPITAL);
        if (!capital && !ld_atom_is(c, k - 1, LD_MINOR)) return false;
        if (k < i && *ld_folded(c, k - 1) == *ld_folded(c, i)) return true;
    }
    return false;
}

/* Whether a word has these letters, the first of them first and the others in their order. */
static bool has_letters(const char *word, const char *letters, size_t count) {
    if (*word != *letters) return false;
    while (--count) {
        word = strchr(word + 1, *++letters);
        if (!word) return false;
    }
    return true;
}

/* "the [Harlan Rope Board] (HRB)": where the name begins of which atom i has the letters; or i. */
static uint32_t alias_begin(const struct ld_clause *c, uint32_t i) {
    enum { LONG = 8 }; /* words */
    const char *letters = ld_folded(c, i);
    size_t left = strlen(letters);
    uint32_t from = i;
    while (left && from + LONG > i && (from == i || !ld_border(c, from))) {
        size_t n = 1;
        if (ld_atom_is(c, --from, LD_MINOR)) continue; /* "Board of Harbours" */
        while (n <= left && !has_letters(ld_folded(c, from), letters + left - n, n)) n++;
        if (n > left || !ld_atom_flagged(c, from, LD_CAPITAL) || ld_is_protected(c, from)) return i;
        left -= n;
    }
    return left ? i : from;
}

/* "OPEC", "MITI": said as a word, which needs no article; "the ICO". */
static bool is_spoken(const char *letters) {
    const size_t length = strlen(letters);
    for (size_t k = 1; k < length; k++)
        if (!strchr("aeiou", letters[k - 1]) && !strchr("aeiou", letters[k])) return false;
    return length > 3;
}

void ld_find_aliases(struct ld_find *f) {
    struct ld_clause *c = f->c;
    for (uint32_t p = 0, count = c->piece_count; c->flags & LD_ALL_CAPITALS && p < count; p++) {
        const uint32_t i = c->pieces[p].from;
        if (c->pieces[p].kind != LD_PIECE_BRACKET || c->pieces[p].to > i + 1 ||
            !ld_atom_flagged(c, i, LD_ALL_CAPITALS) || c->doc->text[c->atoms[i].lead] == '<')
            continue;
        uint32_t from = alias_begin(c, i);
        if (from + 1 < i && ld_is_article(c, from - 1) && is_spoken(ld_folded(c, i))) from--;
        if (from + 1 < i) ld_add_piece(f, LD_PIECE_ALIAS, from, i);
    }
}

/* "its board [of directors]". */
void ld_find_board(struct ld_find *f) {
    struct ld_clause *c = f->c;
    for (uint32_t i = 1; i + 1 < c->count && c->endings->forms; i++)
        if (c->atoms[i].facts & LD_BOUND && ld_word_is(c, i + 1, "directors") && ld_word_is(c, i - 1, "board") &&
            !ld_atom_is(c, i + 2, LD_BOUND))
            ld_add_piece(f, LD_PIECE_COMPANY, i, i + 2);
}
