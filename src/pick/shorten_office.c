/* shorten_office.c - a clause and its shortening in, of which a name alone is left of someone with an office; out, one
 * that tells both without articles or, where there is no room for that, what he is instead: "will sink, [trade
 * minister] Ana Lind said". For the headline that was chosen. English. Source: ours, from what readers would rather
 * print. */
#include <string.h>

#include "pick/shorten_words.h"

/* Where the name begins that ends before atom end, behind what its bearer is, not before atom from; or count. */
static uint32_t find_name(const struct ld_clause *c, uint32_t from, uint32_t end) {
    uint32_t name = end;
    while (name > from && ld_atom_flagged(c, name - 1, LD_CAPITAL) && !ld_is_title(c, name - 1) &&
           !ld_is_word_of(c, name - 1, LD_WORDS_posts)) /* "vice-minister" is no title */
        name--;
    if (ld_word_is(c, name - 1, "chief") && ld_is_word_of(c, name, LD_WORDS_chiefs)) name++;
    return end < name + 2 || ld_any_is(c, name, end, LD_CLOSED) || ld_atom_shaped(c, name, LD_ENDS_GENITIVE) ? c->count
                                                                                                             : name;
}

/* Whether [from, to) is an office that can stand alone: "finance minister", ", the President"; but not "chairman", nor
 * in front, before what he does, "Trade Minister", of which country readers ask. */
static bool is_office(const struct ld_clause *c, uint32_t from, uint32_t to, bool front) {
    const uint32_t last = to - 1;
    const bool told = ld_is_word_of(c, last, LD_WORDS_chiefs) || ld_is_word_of(c, last, LD_WORDS_posts),
               unnamed = ld_is_word_of(c, last, LD_WORDS_unnamed);
    bool titled = false; /* before an "and" */
    for (uint32_t i = from; i < to; i++) {
        if (ld_atom_is(c, i, LD_PREPOSITION) || (i > from && ld_border(c, i)) ||
            (titled && ld_joins(c, i) && !ld_is_word_of(c, i - 1, LD_WORDS_posts)))
            return false; /* nor "actress and envoy", "Mayor Ana Lind and Governor" */
        titled |= ld_is_word_of(c, i, LD_WORDS_posts) || ld_is_title(c, i);
    }
    from += ld_is_article(c, from);
    from += front && ld_word_is(c, from, "former"); /* "Former treasurer" of what? */
    if (front && to == from + 2 && (ld_word_is(c, last, "minister") || ld_word_is(c, from, "managing"))) return false;
    return unnamed || (told && (to > from + 1 || (from == c->attribution && ld_atom_flagged(c, last, LD_CAPITAL))));
}

/* Whether readers know the surname before atom end: one document of some 360 has it. */
static bool is_known(const struct ld_clause *c, uint32_t end) {
    const double rare = 5.9; /* idf */
    return c->doc->terms[ld_token_word(c->doc, c->atoms[end - 1].token)->term].idf < rare;
}

/* Put in s what stays of [from, end), where a name begins at atom name: the office, the name as well, and of the rest
 * of the headline no articles, if so asked. Whether it fits. */
static bool put_office(struct ld_arena *arena, const struct ld_clause *c, const struct ld_style *style, uint32_t from,
                       uint32_t name, uint32_t end, bool named, bool articles, struct ld_shortening *s) {
    s->keep = ld_copy_keep(arena, c, s->keep);
    for (uint32_t i = from; i < name; i++)
        s->keep[i] = !(c->atoms[i].marks & LD_BRACKETED) && !ld_atom_shaped(c, i, LD_COMPANY_FORM); /* "Acme [Inc]" */
    if (!named) memset(s->keep + name, 0, (end - name) * sizeof *s->keep);
    if (!articles) ld_drop_articles(c, s->keep, false);
    if (!named && !ld_fits(arena, c, style, s) && ld_is_article(c, from)) s->keep[from] = false;
    return ld_fits(arena, c, style, s);
}

/* The same with the office in place of the name, of him whose office begins at atom from, and whose name ends before
 * atom end; where any of the office went, and what there is then fits; or with both, without articles. front: not of
 * who says so at the end. */
static bool try_office(struct ld_arena *arena, const struct ld_clause *c, const struct ld_style *style, uint32_t from,
                       uint32_t end, bool front, struct ld_shortening *best) {
    const uint32_t name = find_name(c, from, end);
    while (from < name && c->atoms[from].marks & LD_BRACKETED) from++; /* "<Oxley Rope Ltd> chairman" */
    if (name == c->count || name == from || (best->keep[name - 1] && !ld_is_word_of(c, name - 1, LD_WORDS_chiefs)) ||
        !memchr(best->keep + from, 0, name - from) || memchr(best->keep + name, 0, end - name) ||
        (front && is_known(c, end)))
        return false;
    const bool office = is_office(c, from, name, front),
               leans = ld_atom_is(c, from, LD_CONJUNCTION | LD_CONNECTIVE | LD_PRONOUN) || ld_is_number(c, from);
    static const struct { bool named, articles; } ways[] = {{true, false}, {false, true}, {false, false}};
    for (size_t way = 0; way < sizeof ways / sizeof *ways; way++) {
        struct ld_shortening s = *best;
        if ((ways[way].named ? leans : !office) ||
            !put_office(arena, c, style, from, name, end, ways[way].named, ways[way].articles, &s))
            continue;
        *best = s;
        return true;
    }
    return false;
}

bool ld_shorten_office(struct ld_arena *arena, const struct ld_clause *c, const struct ld_style *style,
                       struct ld_shortening *best) {
    uint32_t says = c->attribution;
    if (!c->endings->forms || best->broken) return false;
    while (says < c->count && !ld_atom_is(c, says, LD_SAY)) says++;
    if (says < c->count && best->keep[says] && try_office(arena, c, style, c->attribution, says, false, best))
        return true;
    says = c->verb;
    if (says >= c->count || !best->keep[says]) return false;
    while (says && (ld_atom_is(c, says - 1, LD_AUXILIARY) || ld_atom_shaped(c, says - 1, LD_ADVERB))) says--;
    return try_office(arena, c, style, ld_last_border(c, says), says, true, best);
}
