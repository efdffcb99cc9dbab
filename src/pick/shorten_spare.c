/* shorten_spare.c - a clause of which pieces were found in; out, as pieces, words that tell least: "a [major] mill",
 * "its [wholly owned] mill", "a loan [and lease] pact", and articles. For the sentence that tells the news, where it is
 * cut at a word or ends light otherwise (headline.c). English, by closed lists and endings. When unsure it finds none.
 * Source: ours. */
#include <string.h>

#include "pick/shorten_words.h"

static bool begins_vowel(const struct ld_clause *c, uint32_t i) { return strchr("aeiou", *ld_folded(c, i)) != NULL; }

bool ld_is_kind(const struct ld_clause *c, uint32_t i) {
    return c->endings->forms && ld_is_word_of(c, i, LD_WORDS_kinds) && ld_is_word_of(c, i + 1, LD_WORDS_professions) &&
           !ld_joins(c, i - 1) && !ld_is_word_of(c, i - 1, LD_WORDS_shares); /* not "most federal judges" */
}

/* "[an] old [ship]", "a [ship]": the article before atom from has the form that atom to asks for. */
bool ld_keeps_article(const struct ld_clause *c, uint32_t from, uint32_t to) {
    const bool an = ld_word_is(c, from - 1, "an");
    return !(an || ld_word_is(c, from - 1, "a")) || (begins_vowel(c, from) == begins_vowel(c, to) &&
                                                     begins_vowel(c, to) == an && !ld_atom_flagged(c, to, LD_NUMERIC));
}

/* Whether a noun's phrase goes on at atom i, behind what is left out. */
static bool goes_on(const struct ld_clause *c, uint32_t i) {
    return ld_atom_flagged(c, i, LD_CAPITAL) || (ld_atom_flagged(c, i, LD_NUMERIC) && !ld_border(c, i)) ||
           !(c->atoms[i].facts & (LD_CLOSED | LD_AUXILIARY) || c->atoms[i].flags);
}

/* "a [three-year] pact", "a [long-awaited] vote", "its [newly-opened] mill"; but not "a crime-related charge", "the
 * best-known mill". Of capitals, "the Oxley-based mill", none is asked for. */
static bool is_spare_compound(const struct ld_clause *c, uint32_t i) {
    static const char *const endings[] = {
        "-bound",   "-day",     "-ever",  "-foot",    "-fought", "-hour",     "-known",   "-largest",
        "-long",    "-member",  "-mile",  "-minute",  "-month",  "-page",     "-profile", "-quality",
        "-ranging", "-running", "-scale", "-selling", "-speed",  "-standing", "-story",   "-stricken",
        "-strong",  "-style",   "-term",  "-week",    "-wide",   "-winning",  "-year",    NULL};
    static const char *const kinds[] = {"-pitched", "-related", NULL};
    return ld_atom_shaped(c, i, LD_HYPHENED) && !ld_begins_as(c, i, LD_WORDS_unlike) &&
           (ld_ends_with(c, i, endings) || (ld_atom_shaped(c, i, LD_LIKE_PAST) && !ld_ends_with(c, i, kinds)));
}

/* "will [formally] ask", "to [jointly] build a mill". */
static bool is_manner(const struct ld_clause *c, uint32_t i) {
    if (!ld_atom_shaped(c, i, LD_ENDS_ADVERB)) return false;
    const bool before = ld_is_verb(c, i + 1) || ld_is_infinitive(c, i + 1) ||
                        (ld_atom_is(c, i - 1, LD_AUXILIARY) &&
                         ld_atom_shaped(c, i + 1, LD_LIKE_PAST | LD_ENDS_PARTICIPLE | LD_VERB_BASE)) ||
                        (ld_atom_shaped(c, i - 1, LD_ENDS_S) && !ld_atom_shaped(c, i - 1, LD_ENDS_GENITIVE) &&
                         ld_atom_shaped(c, i + 1, LD_VERB_BASE)); /* "fans [eagerly] await" */
    return before && !ld_atom_is(c, i - 1, LD_NEGATION) && ld_is_word_of(c, i, LD_WORDS_manners);
}

/* "lost [about] 90 ships", "worth [some] 90 mln"; but not "talks about nine ships". */
static bool is_hedge(const struct ld_clause *c, uint32_t i) {
    if (!ld_is_word_of(c, i, LD_WORDS_hedges) || !ld_is_number(c, i + 1) || ld_is_article(c, i - 1)) return false;
    return !ld_atom_is(c, i, LD_PREPOSITION) || ld_atom_is(c, i - 1, LD_PREPOSITION | LD_BE) ||
           ((ld_is_verb(c, i - 1) || ld_atom_shaped(c, i - 1, LD_LIKE_PAST | LD_ENDS_PARTICIPLE | LD_VERB_BASE)) &&
            !ld_begins_as(c, i - 1, LD_WORDS_telling_of));
}

/* "Tom Ashby [and Co]": behind two names. */
static bool is_and_company(const struct ld_clause *c, uint32_t i) {
    return ld_word_is(c, i + 1, "co") && ld_atom_flagged(c, i - 1, LD_CAPITAL) &&
           ld_atom_flagged(c, i - 2, LD_CAPITAL) && !ld_border(c, i - 1) && !ld_atom_flagged(c, i + 2, LD_CAPITAL) &&
           !ld_joins(c, i + 2);
}

/* "[a total of] nine boats", "[thousands of] smiths have", "[in an effort] to sail", "[in order] to sail". */
static uint32_t opening_at(const struct ld_clause *c, uint32_t i) {
    if (!ld_is_word_of(c, i, LD_WORDS_openings)) return 0;
    if (ld_word_is(c, i, "in") && ld_is_infinitive(c, i + 4) && ld_is_article(c, i + 1) &&
        ld_is_word_of(c, i + 2, LD_WORDS_efforts))
        return 3;
    if (ld_word_is(c, i, "in") && ld_word_is(c, i + 1, "order") && ld_is_infinitive(c, i + 3)) return 2;
    if (ld_word_is(c, i, "a") && ld_word_is(c, i + 1, "total") && ld_word_is(c, i + 2, "of") && ld_is_number(c, i + 3))
        return 3;
    if (i > 1 && ld_word_is(c, i, "a") && ld_is_word_of(c, i + 1, LD_WORDS_manifold) && ld_word_is(c, i + 2, "of") &&
        goes_on(c, i + 3))
        return 3; /* "[a number of] boats" */
    if (ld_word_is(c, i, "several") && goes_on(c, i + 1) && !ld_atom_is(c, i - 1, LD_ARTICLE | LD_PRONOUN))
        return !ld_atom_shaped(c, i + 1, LD_LIKE_PAST | LD_NUMBER_WORD) && /* not "several hurt", "several million" */
               !ld_word_is(c, i + 1, "times");
    return ld_atom_shaped(c, i, LD_ENDS_S) && ld_word_is(c, i + 1, "of") && !ld_atom_is(c, i + 2, LD_CLOSED) &&
                   !ld_word_is(c, i + 2, "thousands") && /* not the figure itself: "hundreds of thousands" */
                   !ld_atom_is(c, i - 1, LD_ARTICLE | LD_PRONOUN) && !ld_is_number(c, i - 1) &&
                   !ld_atom_is(c, i - 1, LD_BOUND)
               ? 2
               : 0;
}

/* "has sold boats [for nine years]", "[since May]": what is so still. */
static bool is_so_still(const struct ld_clause *c, uint32_t i) {
    return ld_is_word_of(c, i, LD_WORDS_still) || (ld_word_is(c, i, "for") && ld_any_is(c, i + 1, i + 4, LD_TIME));
}

/* "Acme [has] agreed", but not "has agreed and gone", "has sold boats since May". */
static bool is_perfect(const struct ld_clause *c, uint32_t i) {
    enum { FAR = 24 }; /* words */
    if (!ld_is_word_of(c, i, LD_WORDS_perfect) || !ld_is_verb(c, i) || !ld_is_verb(c, i + 1) ||
        ld_atom_is(c, i - 1, LD_AUXILIARY | LD_RELATIVE) || ld_atom_shaped(c, i - 1, LD_MARKS_INFINITIVE) ||
        !(ld_atom_shaped(c, i + 1, LD_ENDS_PAST) || ld_is_word_of(c, i + 1, LD_WORDS_same_past)))
        return false;
    for (uint32_t k = i - 1; !c->atoms[k].border && !c->atoms[k].verb; k--)
        if (ld_opens_clause(c, k) && !ld_is_that(c, k)) return false; /* "until it has found" */
    for (uint32_t k = i + 2; k < c->count && k < i + FAR; k++) {
        const uint32_t next = k + 1 + (ld_atom_shaped(c, k + 1, LD_ADVERB) || ld_atom_is(c, k + 1, LD_TIME));
        if (is_so_still(c, k) || (ld_joins(c, k) && (ld_atom_shaped(c, next, LD_VERB_PARTICIPLE) ||
                                                     ld_atom_is(c, next, LD_BE | LD_AUXILIARY) ||
                                                     (ld_is_verb(c, next) && !ld_atom_shaped(c, next, LD_ENDS_PAST)))))
            return false;
    }
    return true;
}

/* "a mill [which was] built in May", "smiths [who are] selling boats", "a clash [that took place] between smiths": how
 * many words of a relative clause go, so that a participle or a phrase follows its noun. */
static uint32_t relative_at(const struct ld_clause *c, uint32_t i) {
    if (!(ld_is_word_of(c, i, LD_WORDS_relatives) || ld_word_is(c, i, "that")) || !ld_opens_clause(c, i) ||
        !(ld_is_plain(c, i - 1) || ld_atom_flagged(c, i - 1, LD_CAPITAL)))
        return 0;
    if (!ld_word_is(c, i, "who") && ld_atom_is(c, i + 1, LD_PRONOUN) && ld_is_verb(c, i + 2) &&
        !ld_atom_is(c, i + 1, LD_RELATIVE | LD_ARTICLE) && !ld_begins_as(c, i - 1, LD_WORDS_contents))
        return 1; /* "boats [that] it has sold", "told smiths [that] he left", but not "the claim that he left" */
    const bool took = ld_word_is(c, i + 1, "took") && ld_word_is(c, i + 2, "place");
    const uint32_t where = i + 2 + took;
    if ((took || ld_is_word_of(c, i + 1, LD_WORDS_occurring)) && ld_atom_is(c, where, LD_PREPOSITION) &&
        !ld_border(c, where))
        return where - i;
    const uint32_t to = i + 2 + (ld_is_word_of(c, i + 1, LD_WORDS_perfect) && ld_atom_is(c, i + 2, LD_BE));
    if (!ld_atom_is(c, to - 1, LD_BE) || !ld_is_verb(c, i + 1) || ld_border(c, to)) return 0;
    const bool done = ld_atom_shaped(c, to, LD_LIKE_PAST), doing = ld_atom_shaped(c, to, LD_ENDS_PARTICIPLE);
    return done || doing ? to - i : 0;
}

/* "of [17-year-old] Ana Lind": but not "a 17-year-old Oxley girl". */
static bool is_age(const struct ld_clause *c, uint32_t i) {
    static const char *const endings[] = {"-old", NULL};
    return ld_atom_shaped(c, i, LD_HYPHENED) && ld_ends_with(c, i, endings) && !ld_atom_is(c, i - 1, LD_ARTICLE) &&
           ld_atom_flagged(c, i + 1, LD_CAPITAL) && ld_atom_flagged(c, i + 2, LD_CAPITAL) && !ld_border(c, i + 1);
}

/* How many words go that begin at atom i, behind an article or its like. */
static uint32_t spare_at(const struct ld_clause *c, uint32_t i) {
    const struct ld_atom *before = &c->atoms[i - 1];
    const bool done = !(before->facts & (LD_AUXILIARY | LD_BE)) && /* "issued [formal] rules", but not "new" ones */
                      (before->verb || before->shape & (LD_LIKE_PAST | LD_ENDS_PARTICIPLE));
    const bool begins = before->facts & (LD_ARTICLE | LD_PRONOUN | LD_PREPOSITION) ||
                        before->shape & LD_ENDS_GENITIVE || ld_is_number(c, i - 1);
    if (is_age(c, i)) return 1;
    if (!(begins || (done && !ld_word_is(c, i, "new"))) || c->atoms[i].flags || ld_word_is(c, i - 1, "most") ||
        ld_word_is(c, i - 1, "more") || ld_is_sure_infinitive(c, i)) /* "to welcome smiths" */
        return 0;
    if (ld_word_is(c, i - 1, "a") && ld_word_is(c, i + 2, "of")) return 0; /* "a new kind of crab" */
    if (ld_word_is(c, i, "new") && (ld_is_word_of(c, i - 1, LD_WORDS_any) || ld_is_word_of(c, i - 1, LD_WORDS_shares)))
        return 0; /* "all new boats": not the others */
    if (ld_word_is(c, i, "common") && ld_is_word_of(c, i + 1, LD_WORDS_stock)) return 1;
    if (ld_atom_flagged(c, i - 1, LD_NUMERIC) && ld_atom_shaped(c, i, LD_HYPHENED) &&
        ld_atom_flagged(c, i + 1, LD_CAPITAL))
        return 0; /* "said 9 pct-owned Harlan Rope": no 9 of them */
    if (goes_on(c, i + 1) && (ld_is_word_of(c, i, LD_WORDS_spare) || is_spare_compound(c, i)) &&
        !ld_word_is(c, i + 1, "account") && !ld_word_is(c, i + 1, "old") &&
        !ld_is_word_of(c, i + 1, LD_WORDS_of_length) &&
        !(ld_atom_shaped(c, i, LD_HYPHENED) && ld_is_word_of(c, i + 1, LD_WORDS_of_term)))
        return 1; /* "a [major] mill", but not "the current account", "a nine-year old", "on a day-to-day basis" */
    return begins && ld_atom_shaped(c, i, LD_ENDS_ADVERB) && ld_atom_shaped(c, i + 1, LD_LIKE_PAST) &&
                   (!ld_atom_is(c, i - 1, LD_PREPOSITION) || ld_atom_flagged(c, i + 2, LD_CAPITAL)) && goes_on(c, i + 2)
               ? 2
               : 0; /* "its [wholly owned] mill", but not "previously owned mills", "for visually impaired users" */
}

/* A word of the open classes, in lower case, that is no adverb. */
static bool is_open(const struct ld_clause *c, uint32_t i) {
    return ld_is_plain(c, i) && !ld_atom_shaped(c, i, LD_ENDS_ADVERB | LD_HYPHENED);
}

static bool may_be_adjective(const struct ld_clause *c, uint32_t i) {
    static const char *const endings[] = {"able", "al", "ary", "ate", "ful", "ian", "ible", "ic", "ive", "ous", NULL};
    return ld_ends_with(c, i, endings) || ld_is_word_of(c, i, LD_WORDS_adjectives);
}

/* "a loan [and lease] pact", "the boats [and nets] of Harlan": whether at atom i the second of two words of a
 * kind goes. */
static bool is_second(const struct ld_clause *c, uint32_t i) {
    const uint32_t like = LD_ENDS_S | LD_ENDS_PARTICIPLE | LD_ENDS_PAST;
    const struct ld_atom *first = &c->atoms[i - 1], *second = &c->atoms[i + 1];
    if (i < c->verb + 3 || !ld_word_is(c, i, "and") || !is_open(c, i - 1) || !is_open(c, i + 1) ||
        (first->shape ^ second->shape) & like)
        return false;
    for (uint32_t k = i - 1; k + 4 > i && !ld_atom_is(c, k, LD_ARTICLE); k--)
        if (c->atoms[k].border || ld_is_word_of(c, k - 1, LD_WORDS_of_two)) return false;
    if (ld_atom_is(c, i + 2, LD_PREPOSITION)) return first->shape & LD_ENDS_S;
    return goes_on(c, i + 2) && may_be_adjective(c, i - 1) == may_be_adjective(c, i + 1) &&
           (ld_atom_is(c, i - 2, LD_ARTICLE | LD_PRONOUN | LD_PREPOSITION) ||
            ld_atom_shaped(c, i - 2, LD_ENDS_GENITIVE | LD_ENDS_PARTICIPLE) || ld_is_infinitive(c, i - 2));
}

/* "nine were killed [and dozens more hurt] when a pier fell": how many words go from the "and" at atom i on. */
static uint32_t casualties_at(const struct ld_clause *c, uint32_t i) {
    enum { FAR = 7 }; /* words */
    if (!ld_word_is(c, i, "and") || !ld_is_word_of(c, i - 1, LD_WORDS_deaths)) return 0;
    for (uint32_t k = i + 1; k < c->attribution && k < i + FAR && !c->atoms[k].border; k++)
        if (ld_is_word_of(c, k, LD_WORDS_hurt))
            return !ld_border(c, k + 1) && ld_atom_is(c, k + 1, LD_PREPOSITION | LD_ADJUNCT) ? k + 1 - i : 0;
    return 0;
}

/* "[Harlan Corp's] Oxley Works [unit] has": the unit at atom i, where it has a name; what it is, and whose. */
static void find_unit(struct ld_find *f, uint32_t i) {
    const struct ld_clause *c = f->c;
    uint32_t name = i;
    while (!c->atoms[name].border && ld_atom_flagged(c, name - 1, LD_CAPITAL) &&
           !ld_atom_shaped(c, name - 1, LD_ENDS_GENITIVE))
        name--;
    uint32_t owner = name;
    if (name + 2 > i || c->atoms[name].border || !ld_atom_shaped(c, name - 1, LD_ENDS_GENITIVE) ||
        ld_ends_as_nation(c, i - 1)) /* "its West German unit" */
        return;
    while (owner && !(owner < name && c->atoms[owner].border) && ld_atom_flagged(c, owner - 1, LD_CAPITAL)) owner--;
    if (owner == name || (owner && ld_atom_is(c, owner - 1, LD_ARTICLE | LD_CONJUNCTION))) return;
    ld_add_piece(f, LD_PIECE_SPARE, owner, name);
    ld_add_piece(f, LD_PIECE_SPARE, i, i + 1);
}

/* "fell when a mast [made of ash] broke": what belongs to the subject of a clause behind the main verb. */
static void find_subjects(struct ld_find *f) {
    struct ld_clause *c = f->c;
    const uint32_t before = c->piece_count;
    for (uint32_t e = 0; c->whole && e < c->event_count; e++) {
        const uint32_t from = c->events[e].atom + 1;
        if (from <= c->head + 1 || c->events[e].kind == LD_FINDS || ld_border(c, from) ||
            ld_atom_shaped(c, from - 1, LD_ENDS_PARTICIPLE))
            continue;
        const uint32_t verb = ld_free_verb(c, e + 1);
        const bool sure = c->atoms[verb].facts & LD_AUXILIARY || !ld_goes_with_next(c, verb); /* not "made in May" */
        if (verb < f->limit && sure) ld_find_subject(f, from, verb);
    }
    for (uint32_t p = before; p < c->piece_count; p++) c->pieces[p].kind = LD_PIECE_SPARE;
}

/* "a [major] mill", "will [formally] ask", and so on. */
static void find_words(struct ld_find *f) {
    const struct ld_clause *c = f->c;
    if (ld_is_kind(c, 0)) ld_add_piece(f, LD_PIECE_SPARE, 0, 1);
    for (uint32_t i = 0; i + 1 < f->limit; i++) {
        if (ld_border(c, i) || ld_is_protected(c, i)) continue;
        if (ld_atom_flagged(c, i - 1, LD_CAPITAL) && ld_is_word_of(c, i, LD_WORDS_units_of_firms)) find_unit(f, i);
        if (ld_joins(c, i)) {
            const uint32_t hurt = i ? casualties_at(c, i) : 0;
            if (hurt) ld_add_piece(f, LD_PIECE_SPARE, i, i + hurt);
            if (i && (is_second(c, i) || is_and_company(c, i))) ld_add_piece(f, LD_PIECE_SPARE, i, i + 2);
            continue;
        }
        const uint32_t parting = ld_find_parting(c, i);
        if (parting) ld_add_piece(f, LD_PIECE_SPARE, parting, i);
        const uint32_t relative = relative_at(c, i);
        if (relative) ld_add_piece(f, LD_PIECE_SPARE, i, i + relative);
        const uint32_t opening = opening_at(c, i),
                       words = is_manner(c, i) || is_hedge(c, i) || is_perfect(c, i) || ld_is_kind(c, i)
                                   ? 1
                                   : spare_at(c, i);
        if (opening) ld_add_piece(f, LD_PIECE_SPARE, i, i + opening);
        if (!words) continue;
        const uint32_t from = ld_keeps_article(c, i, i + words) ? i : i - 1; /* "[an iconic] mill": no "an mill" */
        if (!(from < i && ld_border(c, from))) ld_add_piece(f, LD_PIECE_SPARE, from, i + words);
    }
}

void ld_find_spare(struct ld_clause *c, uint32_t kinds) {
    struct ld_find f; /* not set as a whole: that would clear all segments */
    const bool words = kinds & 1u << LD_PIECE_SPARE, forms = c->endings->forms && !ld_atom_is(c, 0, LD_NEGATION);
    f.c = c;
    f.limit = c->attribution;
    if (words && ld_by_endings(c)) ld_find_slight(&f);
    if (words && c->endings->final_verb) ld_find_field(&f), ld_find_dutch(&f);
    if (words && forms) find_words(&f);
    if (words && forms) find_subjects(&f);
    if (kinds & 1u << LD_PIECE_ARTICLE && forms) ld_find_articles(&f);
    if (kinds & 1u << LD_PIECE_PHRASE && forms) ld_find_phrases(&f);
    if (kinds & 1u << LD_PIECE_TRAIT && forms) ld_find_traits(&f);
}
