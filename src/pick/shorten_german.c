/* shorten_german.c - a clause of German in; out, as pieces, what belongs to a noun: an attribute around a participle
 * between an article and its noun, phrases behind a noun before the finite verb, an office before a name. Told by
 * capitals, which all nouns have, and closed classes. Leaves where the verb stands to shorten_second.c. When unsure it
 * finds none. Source: a reader's knowledge of German. */
#include <string.h>

#include "pick/shorten_words.h"

enum { NOUN = LD_CAPITAL | LD_NUMERIC };

/* "gehaltene", "betroffenen", "führende": before a noun. */
static bool is_participle(const struct ld_clause *c, uint32_t i) {
    const char *word = ld_folded(c, i);
    const size_t length = strlen(word);
    size_t end = length;
    if (c->atoms[i].flags & NOUN || c->atoms[i].facts & LD_TIME || length < 7 ||
        !ld_atom_flagged(c, i + 1, LD_CAPITAL) || ld_border(c, i + 1))
        return false;
    if (strchr("nrsm", word[end - 1])) end--;
    if (word[end - 1] != 'e') return false;
    if (!strncmp(word + end - 3, "nde", 3)) return true;
    return strchr("nt", word[end - 2]) &&
           (ld_begins_as(c, i, LD_WORDS_attribute_starts) || !strncmp(word + end - 4, "ert", 3));
}

/* "die [bisher in der Halle gezeigten] Boote", "den [lange geplanten] Bau": where it ends that begins at atom i, or i.
 * No noun or number in it but of a preposition. */
static uint32_t attribute_end(const struct ld_clause *c, uint32_t i, uint32_t limit) {
    enum { FAR = 12 }; /* words */
    bool within = ld_atom_is(c, i, LD_PREPOSITION);
    for (uint32_t k = i + 1; k < i + FAR && k + 1 < limit && !c->atoms[k].border; k++) {
        if (ld_is_protected(c, k) || ld_atom_is(c, k, LD_CONJUNCTION | LD_NEGATION)) break;
        if (is_participle(c, k)) return k + 1;
        within |= ld_atom_is(c, k, LD_PREPOSITION);
        if (c->atoms[k].flags & NOUN && !within) break;
    }
    return i;
}

static void find_attributes(struct ld_find *f) {
    const struct ld_clause *c = f->c;
    for (uint32_t i = 0; i + 3 < f->limit; i++) {
        const char article = ld_folded(c, i)[0];
        if (!ld_atom_is(c, i, LD_ARTICLE) || !(article == 'd' || article == 's' || article == 'i') ||
            ld_border(c, i + 1) || ld_is_protected(c, i) || c->atoms[i + 1].flags & NOUN ||
            !ld_atom_is(c, i + 1, LD_STOP | LD_PREPOSITION | LD_TIME) || ld_atom_is(c, i + 1, LD_ARTICLE | LD_NEGATION))
            continue;
        ld_add_piece(f, LD_PIECE_SUBJECT, i + 1, attribute_end(c, i + 1, f->limit));
    }
}

/* "Reform [von ..]": of a doing, what is done. */
static bool is_doing(const struct ld_clause *c, uint32_t i) {
    const char *word = ld_folded(c, i);
    const size_t length = strlen(word);
    return length > 5 && !strcmp(word + length - 3, "ung") && ld_word_is(c, i + 1, "von");
}

/* "Der Streit [um das Haus der Gilde] [in Bray] hat": up to the verb, but not "Im Streit [um das Haus] hat". */
static void find_modifiers(struct ld_find *f) {
    const struct ld_clause *c = f->c;
    const uint32_t from = ld_opening_end(c), head = c->head;
    bool within = ld_atom_is(c, from, LD_PREPOSITION);
    if (head < from + 3 || ld_next_in(&c->sets, LD_SORT_MARKED, from + 1, head + 1) <= head) return;
    for (uint32_t i = from + 2; i < head; i++) {
        if (i == from + 2 && !within && !ld_atom_is(c, from, LD_ARTICLE) && !ld_is_number(c, from))
            continue; /* "Harte Kritik an" */
        if (!ld_atom_is(c, i, LD_PREPOSITION) || ld_atom_is(c, i, LD_CONJUNCTION) ||
            !ld_is_word_of(c, i, LD_WORDS_of_nouns) || !ld_atom_flagged(c, i - 1, LD_CAPITAL) ||
            ld_is_protected(c, i) || ld_atom_is(c, i - 1, LD_TIME) || ld_is_word_of(c, i - 1, LD_WORDS_quantities) ||
            is_doing(c, i - 1))
            continue;
        const bool bare = i <= from + 1 + ld_atom_is(c, from, LD_ARTICLE);
        if (!within) ld_add_piece(f, bare ? LD_PIECE_BARE : LD_PIECE_SUBJECT, i, head);
        within = false; /* of the next one */
    }
}

static bool is_office(const struct ld_clause *c, uint32_t i) {
    static const char *const ends[] = {
        "minister", "ministerin", "präsident",       "präsidentin",   "kanzler",      "kanzlerin", "chef",
        "chefin",   "sprecher",   "sprecherin",      "bürgermeister", "vorsitzender", "obmann",    "direktor",
        "trainer",  "sekretär",   "bürgermeisterin", "vorsitzende",   "direktorin",   "hauptmann"};
    const char *word = ld_folded(c, i);
    const size_t length = strlen(word);
    for (size_t k = 0; k < sizeof ends / sizeof *ends; k++) {
        const size_t end = strlen(ends[k]);
        if (length >= end && !strcmp(word + length - end, ends[k])) return true;
    }
    return false;
}

/* "der", "die", but not of whom: "die Rede der Kanzlerin". */
static bool is_the(const struct ld_clause *c, uint32_t i) {
    if (!ld_atom_is(c, i, LD_ARTICLE) || ld_atom_flagged(c, i - 1, NOUN)) return false;
    return ld_word_is(c, i, "der") || ld_word_is(c, i, "die") || ld_word_is(c, i, "den") || ld_word_is(c, i, "dem");
}

/* "[US-Außenminister] Ana Lind", "[der deutsche Kanzler] Tom Ashby", "[Chinas Präsident] Oskar Dahl". */
static void find_offices(struct ld_find *f) {
    struct ld_clause *c = f->c;
    for (uint32_t i = 0; i + 2 < f->limit; i++) {
        if (!ld_atom_flagged(c, i, LD_CAPITAL) || !ld_atom_flagged(c, i + 1, LD_CAPITAL) ||
            !ld_atom_flagged(c, i + 2, LD_CAPITAL) || ld_border(c, i + 1) || ld_border(c, i + 2) ||
            ld_is_protected(c, i) || !is_office(c, i) ||
            (ld_atom_flagged(c, i + 3, LD_CAPITAL) && !ld_is_protected(c, i + 3)))
            continue;
        uint32_t from = i;
        while (from && !c->atoms[from - 1].blank) from--; /* "Gilden-Präsident" */
        const uint32_t office = from;
        while (!c->atoms[from].border && !(c->atoms[from - 1].flags & NOUN) &&
               !ld_atom_is(c, from - 1, LD_STOP | LD_PREPOSITION | LD_ARTICLE) && from - 1 != c->head)
            from--;
        if (from && !c->atoms[from].border && is_the(c, from - 1))
            from--;
        else if (from != office)
            continue;
        if (from && !c->atoms[from].border && ld_atom_is(c, from - 1, LD_ARTICLE)) continue; /* "seine" */
        if (from == 1 && i == 1 && ld_atom_shaped(c, 0, LD_ENDS_S))
            from = 0;
        else if (from && ld_atom_flagged(c, from - 1, NOUN) && !c->atoms[from].border)
            continue;
        ld_add_piece(f, LD_PIECE_TITLE, from, i + 1);
    }
}

/* "hat [derweil] gefeiert", "ist [jedoch] alt": what was told before, nobody has read. */
static void find_links(struct ld_find *f) {
    const struct ld_clause *c = f->c;
    for (uint32_t i = c->head + 1; c->head && i + 1 < f->limit; i++)
        if (ld_is_word_of(c, i, LD_WORDS_links) && !ld_is_protected(c, i) && !c->atoms[i].border &&
            !ld_border(c, i + 1) && !ld_atom_is(c, i - 1, LD_NEGATION | LD_CONJUNCTION))
            ld_add_piece(f, LD_PIECE_DAY, i, i + 1);
}

void ld_find_german(struct ld_find *f) {
    if (f->c->endings->language != LD_LANGUAGE_de) return;
    if (f->kinds >> LD_PIECE_TITLE & 1) {
        find_offices(f);
        find_links(f);
    }
    if (!(f->kinds >> LD_PIECE_SUBJECT & 1)) return;
    find_attributes(f);
    if (f->c->head) find_modifiers(f);
}
