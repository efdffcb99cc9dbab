/* shorten_titles.c - a clause of which the main verb is known in; titles and offices before names, as pieces, out:
 * before the verb and behind it ("charges against [President] Ana Lind", "a deal with [rope giant] Oxley Works"). The
 * name does alone. When unsure it finds none. Source: as shorten_pieces.c. */
#include <string.h>

#include "pick/shorten_words.h"

/* An aside that goes; "<Acme>" is a name. */
static bool name_in_brackets(const struct ld_clause *c, uint32_t i) {
    return c->atoms[i].marks & LD_BRACKETED && c->doc->text[c->atoms[i].lead] != '<';
}

bool ld_is_title(const struct ld_clause *c, uint32_t i) {
    return c->endings->forms && (ld_is_word_of(c, i, LD_WORDS_titles) ||
                                 (ld_is_word_of(c, i, LD_WORDS_short_titles) && c->doc->text[c->atoms[i].end] == '.'));
}

/* "Banco del Norte": a name goes on behind a short word. */
static bool is_behind_particle(const struct ld_clause *c, uint32_t i) {
    const struct ld_atom *particle = ld_atom_at(c, i - 1);
    return ld_atom_flagged(c, i - 2, LD_CAPITAL) && !(particle->facts & ~(uint32_t)(LD_ABBR_INSIDE | LD_ABBR_EITHER)) &&
           !(particle->flags & LD_CAPITAL) && particle->end - particle->start < 4 && ld_atom_flagged(c, i, LD_CAPITAL);
}

/* "Oxley Prime Minister Ana Ruiz said", all in upper case: the name is what two or three words after the title are. */
static void find_office(struct ld_find *f, uint32_t from, uint32_t verb) {
    struct ld_clause *c = f->c;
    uint32_t begin = from, end = from; /* of the capitals, and behind the last "of" among them */
    for (; end < verb && !(end > from && ld_border(c, end)); end++) {
        const bool joins = ld_atom_is(c, end, LD_CONJUNCTION) && !(begin > from && ld_word_is(c, end, "for")),
                   of = ld_atom_is(c, end, LD_MINOR) && !joins && !ld_in_piece(c, end); /* not "on Monday" */
        const bool both = ld_atom_is(c, end, LD_CONNECTIVE) &&
                          (ld_is_word_of(c, end + 2, LD_WORDS_offices) ? ld_is_title(c, end + 3)
                           : ld_is_title(c, end + 2) ? begin > from || ld_is_word_of(c, end - 1, LD_WORDS_portfolios)
                                                     : begin > from && ld_is_word_of(c, end + 2, LD_WORDS_portfolios));
        if (!ld_atom_flagged(c, end, LD_CAPITAL) && !of && !both && !is_behind_particle(c, end + 1))
            break; /* "Roads and Bridges Committee Chairman" */
        if (of) begin = end;
    }
    if (begin > from && ld_is_word_of(c, from, LD_WORDS_kin)) return;    /* "Aides to President Ana Lind" */
    const bool the = ld_is_article(c, begin) && !ld_is_article(c, from); /* "Keeper of the Pier Ana Lind" */
    if (end == begin + 4 && ld_is_title(c, begin - 1 - the) && (end == verb || ld_in_piece(c, end)))
        ld_add_piece(f, LD_PIECE_OFFICE, 0, begin + 2); /* "Oxley Minister of Harbours [Ana Ruiz]" */
    if (end < begin + 3 || !(end == verb || ld_in_piece(c, end))) return;
    uint32_t name = end; /* behind the last title or what that is of */
    while (name > begin && end < name + 4 && !ld_is_title(c, name - 1) &&
           !(begin > from && ld_is_word_of(c, name - 1, LD_WORDS_portfolios)))
        name--;
    if (name > begin && end >= name + 2 && end <= name + 3 && !ld_atom_shaped(c, end - 1, LD_COMPANY_FORM))
        ld_add_piece(f, LD_PIECE_OFFICE, 0, name);
}

/* "Ana Ruiz[, its head,] said": a piece behind a name, and just that. */
static bool is_aside(const struct ld_clause *c, uint32_t from, uint32_t to) {
    for (uint32_t p = 0; p < c->piece_count; p++)
        if (c->pieces[p].from == from && c->pieces[p].to == to) return ld_atom_flagged(c, from - 1, LD_CAPITAL);
    return false;
}

/* "former rope trader [and] guild smith Ana Lind": of one person, told twice what she is; not "the smith and Ana Lind".
 */
static bool joins_titles(const struct ld_clause *c, uint32_t from, uint32_t i) {
    const uint32_t none = LD_STOP | LD_PREPOSITION | LD_ARTICLE | LD_PRONOUN | LD_TIME;
    return ld_word_is(c, i, "and") && !ld_atom_is(c, from, none) && !ld_atom_flagged(c, i - 1, LD_CAPITAL) &&
           !(ld_atom_flagged(c, i + 1, LD_CAPITAL) && ld_atom_flagged(c, i + 2, LD_CAPITAL));
}

/* "former [Oxley] rower Ana Lind": a name before what someone is. */
static bool is_of_title(const struct ld_clause *c, uint32_t i, uint32_t verb) {
    return i + 2 < verb && !(c->atoms[i + 1].flags & LD_CAPITAL) && !ld_atom_shaped(c, i, LD_ENDS_GENITIVE) &&
           c->atoms[i + 1].end - c->atoms[i + 1].start > 3; /* not "Ana van den Berg" */
}

/* "Sailor-turned-smith", but not "Oxley-Harlan": no name, though a sentence begins with it. */
static bool is_hyphened(const struct ld_clause *c, uint32_t i) {
    const struct ld_atom *atom = &c->atoms[i];
    const char *dash =
        atom->shape & LD_HYPHENED ? memchr(c->doc->text + atom->start, '-', atom->end - atom->start) : NULL;
    return dash && dash[1] >= 'a';
}

/* "Harlan rope giant Bolt said": the name does alone. */
void ld_find_title(struct ld_find *f, uint32_t first) {
    struct ld_clause *c = f->c;
    const uint32_t from = f->segments[first];
    uint32_t verb = c->whole && c->head > from ? c->head : c->verb;
    if (verb > from + 3 && (ld_atom_shaped(c, verb - 1, LD_ADVERB) || ld_word_is(c, verb - 1, "again")) &&
        ld_atom_flagged(c, verb - 2, LD_CAPITAL) && !ld_border(c, verb - 1) && !ld_is_protected(c, verb - 1))
        verb--;                                                                  /* "Mayor Ana Lind flatly denied" */
    uint32_t i = c->atoms[from].marks & LD_QUOTED ? c->atoms[from].quote : from; /* "'The Rope' singer Ana Lind" */
    bool names = false;
    if (!c->endings->forms || i >= verb || ld_atom_is(c, from, LD_PREPOSITION | LD_ADJUNCT | LD_CONJUNCTION)) return;
    if (ld_atom_shaped(c, from, LD_ENDS_PARTICIPLE) && ld_atom_is(c, from + 1, LD_ARTICLE))
        return; /* "using the Bay" */
    if (ld_atom_flagged(c, from + 1, LD_CAPITAL) || ld_atom_is(c, from + 1, LD_MINOR)) find_office(f, from, verb);
    while (++i < verb && i < from + 9) {
        const char *word = ld_folded(c, i);
        size_t n = strlen(word);
        const bool offices = joins_titles(c, from, i) || (ld_atom_is(c, i, LD_CONNECTIVE) &&
                                                          ld_is_title(c, i - 1)); /* "president and chief executive" */
        const bool of = ld_atom_shaped(c, i, LD_TAKES_OF) && ld_atom_is(c, i, LD_MINOR) &&
                        ld_atom_flagged(c, i - 1, LD_CAPITAL) && ld_atom_flagged(c, i + 1, LD_CAPITAL) &&
                        !ld_atom_shaped(c, from, LD_ENDS_S);
        const bool department =
            ld_word_is(c, i, "and") && ld_is_word_of(c, i + 2, LD_WORDS_offices) && ld_is_title(c, i + 3);
        const bool for_what = ld_word_is(c, i, "of") && ld_is_title(c, i - 1) && ld_is_plain(c, i + 1) &&
                              !ld_atom_shaped(c, from, LD_ENDS_GENITIVE) && ld_atom_flagged(c, i + 2, LD_CAPITAL) &&
                              ld_atom_flagged(c, i + 3, LD_CAPITAL); /* "chairman of operations Ana Lind" */
        if (of || department ||
            for_what) { /* "Bank of Oxley governor Ana Lind", "Rope and Tar Board chairman Ana Lind" */
            i += of || for_what ? 1 : 3;
            continue;
        }
        if (ld_border(c, i) ||
            (ld_atom_is(c, i, LD_PREPOSITION | LD_CONJUNCTION | LD_RELATIVE | LD_ACCUSE) && !offices) ||
            ld_atom_flagged(c, i, LD_NUMERIC) || ld_word_is(c, i, "half"))
            return;
        if (is_behind_particle(c, i)) return;
        if (ld_atom_shaped(c, i, LD_ENDS_PARTICIPLE) &&
            (ld_is_article(c, i + 1) || ld_atom_shaped(c, i + 1, LD_ENDS_GENITIVE)))
            return; /* "a ruling easing Oxley's dues" */
        names |= i > from + 1 && ld_atom_shaped(c, i, LD_ENDS_PARTICIPLE) && ld_atom_shaped(c, from, LD_DEFINITE) &&
                 ld_is_title(c, i + 1); /* "The note naming actor [Ana Lind's death]" */
        if (ld_atom_flagged(c, i, LD_CAPITAL) && (!ld_atom_flagged(c, i - 1, LD_CAPITAL) || is_hyphened(c, from)) &&
            !is_of_title(c, i, verb))
            break; /* but not at "TV": "smith and TV cook Ana Lind" */
        if (!ld_atom_flagged(c, i, LD_CAPITAL) && n > 1 && !ld_atom_shaped(c, i, LD_ENDS_GENITIVE) &&
            word[n - 1] == 's' && word[n - 2] != 's' && word[n - 2] != 'u' && !ld_is_plain(c, i + 1))
            return; /* "smiths", but not "famous", "press", "rights lawyer" */
    }
    if (i >= verb || name_in_brackets(c, i)) return; /* "the Oxley Works group (OW)" */
    uint32_t name = i;
    if (ld_names(c, i) && c->atoms[i].bracket > i && c->atoms[i].bracket < verb)
        i = c->atoms[i].bracket; /* "<Oxley Rope and Tar Co>" */
    while (i < verb && (ld_atom_flagged(c, i, LD_CAPITAL) || is_behind_particle(c, i + 1)) && !ld_border(c, i + 1) &&
           !(i > name && ld_atom_at(c, i - 1)->shape & LD_ENDS_GENITIVE))
        i++;
    if (names && ld_atom_at(c, i - 1)->shape & LD_ENDS_GENITIVE) return;
    if (i > name + 1 && ld_atom_at(c, i - 1)->shape & LD_ENDS_GENITIVE && name > from + 1)
        ld_add_piece(f, LD_PIECE_TITLE, 0, name);              /* "tennis player [Ana Lind's] brother has" */
    if (i == name + 1 && ld_atom_is(c, name, LD_TIME)) return; /* "The bill Lind signed Tuesday" */
    if (i == name + 1 && ld_is_word_of(c, name, LD_WORDS_offices)) return; /* "the town's executive Council" */
    if (ld_atom_shaped(c, name - 1, LD_VERB_PARTICIPLE)) return;           /* "the inquest heard Lind had" */
    const bool turned = name == from + 1 && i > name + 1 && is_hyphened(c, from) &&
                        !ld_atom_shaped(c, i - 1, LD_COMPANY_FORM | LD_ENDS_S); /* "Sailor-turned-smith Ana Lind" */
    if (i > name + 1 && ld_atom_shaped(c, i, LD_TAKES_OF)) { /* "sailing champion [Ana Lind of Harlan]" */
        uint32_t place = i + 1;
        while (ld_atom_flagged(c, place, LD_CAPITAL)) place++;
        if (place == verb) i = verb;
    }
    if ((name > from + 1 || turned) &&
        (i == verb || ld_piece_at(c, i, 1u << LD_PIECE_DAY) || (i > name && is_aside(c, i + 1, verb)) ||
         (i + 1 == verb && ld_atom_flagged(c, i, LD_CAPITAL))))
        ld_add_piece(f, LD_PIECE_TITLE, 0, name);
}

/* Behind the verb. English. */
enum { NAME = 4 /* words of it */ };

static bool is_capital(const struct ld_clause *c, uint32_t i) {
    return ld_atom_flagged(c, i, LD_CAPITAL) && !ld_is_protected(c, i) &&
           (ld_atom_flagged(c, i, LD_ALL_CAPITALS) || !ld_atom_is(c, i, LD_TIME | LD_STOP)); /* "PM Ruiz" */
}

/* May stand before a noun, and is none of the words that open a phrase. */
static bool is_modifier(const struct ld_clause *c, uint32_t i) {
    const struct ld_atom *atom = &c->atoms[i];
    if (ld_is_protected(c, i)) return ld_in_piece(c, i); /* "[Acme (ACM) chairman] Tom" */
    if (is_capital(c, i)) return true;
    return !(atom->verb || atom->flags & LD_NUMERIC ||
             atom->facts & (LD_CLOSED | LD_SAY | LD_RELATIVE | LD_AUXILIARY | LD_NEGATION) || atom->shape & LD_ADVERB ||
             ld_is_sure_infinitive(c, i) ||
             (ld_is_infinitive(c, i) && ld_atom_shaped(c, i - 2, LD_TAKES_INFINITIVE)) || /* "trying to sue" */
             (atom->shape & LD_ENDS_PARTICIPLE && !ld_is_word_of(c, i, LD_WORDS_ranks) && !ld_is_article(c, i - 1)));
}

/* Behind the last word of the name that begins at atom i; i where none does. */
static uint32_t name_end(const struct ld_clause *c, uint32_t i) {
    uint32_t to = i;
    while ((is_capital(c, to) || is_behind_particle(c, to + 1)) &&
           !(to > i && (c->atoms[to].border || ld_atom_shaped(c, to - 1, LD_ENDS_GENITIVE)))) {
        if (ld_is_title(c, to)) return i;
        to++;
    }
    const struct ld_atom *next = &c->atoms[to];
    if (to >= c->count || next->border || next[-1].shape & LD_ENDS_GENITIVE) return to;
    const bool noun = !next->facts && !next->verb && !next->flags &&
                      !(next->shape & (LD_ADVERB | LD_LIKE_PAST | LD_ENDS_PARTICIPLE)); /* "Oxley Works [boats]" */
    return noun || ld_is_protected(c, to) || next->shape & LD_TAKES_OF ? i : to;
}

/* "Bank [of] Oxley chairman Ana Lind". */
static bool is_within_name(const struct ld_clause *c, uint32_t i) {
    return ld_atom_flagged(c, i, LD_CAPITAL) ||
           (ld_atom_shaped(c, i, LD_TAKES_OF) && ld_atom_flagged(c, i - 1, LD_CAPITAL));
}

/* Whether the atom before what goes, at from, takes what stays: a preposition or a verb. */
static bool takes_name(const struct ld_clause *c, uint32_t from, uint32_t name, uint32_t to) {
    const uint32_t before = from - 1;
    const bool says = (ld_atom_is(c, before, LD_SAY) && c->atoms[before].verb) || ld_is_that(c, before),
               participle =
                   ld_atom_shaped(c, before, LD_ENDS_PARTICIPLE) &&
                   (ld_atom_is(c, before - 1, LD_PREPOSITION | LD_BE) || ld_atom_flagged(c, name - 1, LD_CAPITAL)) &&
                   (!ld_atom_is(c, before - 1, LD_CONJUNCTION | LD_ARTICLE) ||
                    ld_is_that(c, before - 1)), /* not "and practising smith" */
        verbal = c->atoms[before].verb || ld_is_sure_infinitive(c, before) || participle ||
                 (ld_atom_is(c, before - 1, LD_AUXILIARY) && !ld_atom_is(c, before, LD_ARTICLE));
    const bool opens = ld_opens_clause(c, before) && !ld_atom_is(c, before, LD_RELATIVE);
    if (ld_is_verb(c, to) && !says && !(participle && ld_is_that(c, before - 1))) /* "said that mocking Ana Lind is" */
        return opens; /* "after Ana Lind left", but not "for work Ana Lind did" */
    if (ld_atom_is(c, before, LD_PREPOSITION)) return !is_within_name(c, before);
    if (ld_word_is(c, before, "and")) {
        uint32_t other = before; /* "with Ana Lind and [trader] Tom Ashby", but "former Oxley and Harlan trader" */
        while (is_capital(c, other - 1)) other--;
        return other && other + 1 < before && !is_modifier(c, other - 1);
    }
    return says || verbal;
}

/* "from chairman [and] chief executive officer Ana Lind": at atom i, of one person. */
static bool joins_offices(const struct ld_clause *c, uint32_t i, uint32_t name) {
    return ld_word_is(c, i, "and") && ld_is_title(c, i - 1) && ld_is_title(c, name - 1);
}

/* Whether the name [name, to) does without what stands before it. */
static bool does_alone(const struct ld_clause *c, uint32_t name, uint32_t to) {
    const uint32_t words = to - name, title = name - 1;
    if (words > NAME) return false;
    if (ld_atom_flagged(c, title, LD_CAPITAL))
        return words >= (ld_is_word_of(c, title, LD_WORDS_rulers) ? 1 : 2) &&
               !ld_is_word_of(c, title, LD_WORDS_ambiguous);
    return words > 1 || ld_is_title(c, title) || ld_is_word_of(c, title, LD_WORDS_firms);
}

/* What stands before the name [name, to), and can go. */
static void find_before(struct ld_find *f, uint32_t name, uint32_t to, uint32_t first) {
    struct ld_clause *c = f->c;
    if (!does_alone(c, name, to)) return;
    uint32_t from = name;
    bool owned = false; /* "Ana Lind's lawyer [Tom Ashby]" */
    while (from > first && !c->atoms[from].border && (is_modifier(c, from - 1) || joins_offices(c, from - 1, name))) {
        owned |= ld_atom_shaped(c, --from, LD_ENDS_GENITIVE);
        if (c->atoms[from].shape & LD_LIKE_PRESENT && !c->atoms[from].flags && from + 1 < name &&
            ld_atom_flagged(c, from + 1, LD_CAPITAL))
            return; /* "against dues Mayor Ashby set" */
    }
    if (ld_atom_is(c, from - 1, LD_AUXILIARY | LD_NEGATION) && !ld_atom_flagged(c, from, LD_CAPITAL))
        from++; /* "will [sign] striker" */
    if (from < name && !owned && !c->atoms[from].border && ld_is_article(c, from - 1) &&
        ld_is_word_of(c, name - 1, LD_WORDS_firms))
        from--; /* "in [the old rope firm] Oxley Works" */
    if (from >= name || c->atoms[from].border) return;
    if (takes_name(c, from, name, to)) ld_add_piece(f, owned ? LD_PIECE_OFFICE : LD_PIECE_TITLE, from, name);
}

/* The name of the atom at i, where one begins there, behind what someone is: its end, or i. */
static uint32_t bearer_end(const struct ld_clause *c, uint32_t i) {
    if (!is_capital(c, i) || !is_modifier(c, i - 1)) return i;
    if (ld_is_word_of(c, i - 1, LD_WORDS_particles) && ld_atom_flagged(c, i - 2, LD_CAPITAL))
        return i; /* "Corderie de [Lorran]" */
    return !ld_atom_flagged(c, i - 1, LD_CAPITAL) || ld_is_title(c, i - 1) ? name_end(c, i) : i;
}

/* Whether the name before the "and" at atom i is that of someone of whom it is told what he is: not "Minister and
 * [guild leader] Ana Lind", "Trade and [Rope Secretary] Ana Lind", which are one. */
static bool ends_bearer(const struct ld_clause *c, uint32_t from, uint32_t i) {
    uint32_t name = i;
    while (name > from && !c->atoms[name].border && is_capital(c, name - 1) && !ld_is_title(c, name - 1)) name--;
    return name + 1 < i && ld_is_title(c, name - 1);
}

/* Of several, the name [name, to), before which stands from atom begin on what that is: "[Mayor] Ana Lind and", "Tom
 * Ashby, [mayor] Ana Lind and", "Mayor Tom Ashby and [trader] Ana Lind", "a plan of [Mayor] Ana Lind". */
static bool is_one_of(const struct ld_clause *c, uint32_t from, uint32_t begin, uint32_t name, uint32_t to) {
    const struct ld_atom *before = &c->atoms[begin - 1];
    if (begin == from)
        return ld_joins(c, to) || c->atoms[to].border & LD_COMMA || ld_atom_shaped(c, to - 1, LD_ENDS_GENITIVE);
    if (ld_atom_at(c, name - 1)->shape & LD_LIKE_PRESENT) return false;
    if (c->atoms[begin].border) return ld_any_is(c, to, c->head, LD_CONNECTIVE);
    if (before->facts & LD_PREPOSITION) return !is_within_name(c, begin - 1) && !ld_is_title(c, begin - 2);
    return ld_word_is(c, begin - 1, "and") && ends_bearer(c, from, begin - 1);
}

/* The same in a subject that is more than that: "[Mayor] Ana Lind and [trader] Tom Ashby met", "[Mayor] Ana Lind's
 * plan". */
static void find_several(struct ld_find *f, uint32_t from, uint32_t verb) {
    struct ld_clause *c = f->c;
    if (ld_atom_is(c, from, LD_PREPOSITION | LD_ADJUNCT | LD_CONJUNCTION | LD_SAY)) return;
    for (uint32_t i = from + 1; i < verb; i++) {
        const uint32_t to = bearer_end(c, i);
        uint32_t begin = i;
        if (to == i || !does_alone(c, i, to)) continue;
        bool fate = false; /* "the wife of [slain trader] Tom Ashby" tells what happened */
        while (begin > from && !c->atoms[begin].border && is_modifier(c, begin - 1))
            fate |= ld_atom_shaped(c, --begin, LD_LIKE_PAST);
        if (!(fate && begin > from) && is_one_of(c, from, begin, i, to))
            ld_add_piece(f, ld_atom_flagged(c, i - 1, LD_CAPITAL) ? LD_PIECE_OFFICE : LD_PIECE_TITLE, begin, i);
    }
}

void ld_find_bearers(struct ld_find *f, uint32_t first) {
    struct ld_clause *c = f->c;
    if (!c->endings->forms) return;
    if (c->whole) find_several(f, f->segments[first], c->head);
    for (uint32_t i = c->verb + 2; i < f->limit; i++) {
        const uint32_t to = bearer_end(c, i);
        if (to > i) find_before(f, i, to, c->verb + 1);
    }
}

/* Whether the name at atom i is told without the one before it elsewhere: "Lind" for "Ana Lind", but not "the Board".
 */
static bool is_told_alone(const struct ld_clause *c, uint32_t i) {
    const struct lede_document *doc = c->doc;
    const uint32_t word = doc->tokens[c->atoms[i].token].word;
    for (uint32_t t = 1; t < doc->token_count; t++)
        if (doc->tokens[t].word == word && doc->tokens[t].flags & LD_CAPITAL &&
            !(doc->tokens[t - 1].flags & LD_CAPITAL))
            return true;
    return false;
}

bool ld_is_anothers(const struct ld_clause *c, uint32_t from, uint32_t i, uint32_t end) {
    uint32_t to = i; /* the last preposition */
    while (to > from && !ld_atom_is(c, to - 1, LD_PREPOSITION)) to--;
    if (to == from) return false;
    for (uint32_t k = to; k < i; k++)
        if (ld_is_title(c, k)) return true;
    return end - to <= 2;
}

/* "Mayor Ana Lind", "rope trader Ana Lind": a title before the name that begins at atom i, and after atom from. */
static bool has_title(const struct ld_clause *c, uint32_t from, uint32_t i) {
    for (; i > from; i--) {
        if (ld_is_title(c, i - 1)) return !ld_word_is(c, i - 1, "manager"); /* "lead manager Harlan Works Bank" */
        if (!ld_atom_flagged(c, i - 1, LD_CAPITAL) || ld_atom_shaped(c, i - 1, LD_ENDS_GENITIVE)) return false;
    }
    return false;
}

void ld_find_surname(struct ld_find *f, uint32_t from, uint32_t end) {
    struct ld_clause *c = f->c;
    const uint32_t last = end - 1, first = end - 2;
    if (end < from + 2 || !ld_atom_flagged(c, last, LD_CAPITAL) || !ld_atom_flagged(c, first, LD_CAPITAL) ||
        (ld_border(c, end) && !ld_in_piece(c, end)) || ld_is_protected(c, last) ||
        ld_atom_shaped(c, last, LD_COMPANY_FORM | LD_ENDS_GENITIVE) || ld_atom_shaped(c, first, LD_ENDS_GENITIVE))
        return;
    uint32_t begin = first; /* behind what stands before it: "At sea, Mayor Ana Lind" */
    while (begin > from && !ld_border(c, begin)) begin--;
    if (ld_is_anothers(c, begin, first, end)) return;
    const bool title = has_title(c, begin, first) || (ld_border(c, end) && ld_is_title(c, end + ld_is_article(c, end)));
    if (!title && !is_told_alone(c, last)) return;
    if (title) ld_add_piece(f, LD_PIECE_SURNAME, from, first);
    ld_add_piece(f, LD_PIECE_SURNAME, from, last);
}
