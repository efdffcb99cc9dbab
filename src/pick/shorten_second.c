/* shorten_second.c - a sentence of a language whose main clause has its finite verb second (German, Dutch) in; where
 * that stands, what calls for the clause behind a mark, and whether the verb says that another says so, out. German
 * writes nouns with a capital, so that a word behind one that ends as verbs do is told to be one; of Dutch it knows
 * auxiliaries, verbs of saying, and others by their endings behind a mark or a name. Source: the topological fields of
 * Drach, "Grundgedanken der deutschen Satzlehre" (1937). */
#include <string.h>

#include "pick/shorten_words.h"

enum { CLOSED = LD_CLOSED | LD_RELATIVE | LD_CONNECTIVE | LD_NEGATION | LD_ADJUNCT };

/* "hat", "sagte", "fiel": known to be finite, but for the possessive "sein" and participles. */
static bool is_known(const struct ld_clause *c, uint32_t i) {
    const struct ld_atom *atom = &c->atoms[i];
    if (atom->flags & (LD_CAPITAL | LD_NUMERIC) || ld_is_protected(c, i)) return false;
    if (ld_is_word_of(c, i, LD_WORDS_participles)) return false;
    if (atom->facts & LD_AUXILIARY) return !(atom->facts & (LD_ARTICLE | LD_PREPOSITION));
    return atom->facts & LD_PAST ||
           (atom->facts & LD_SAY && atom->shape & LD_ENDS_FINITE && !strstr(ld_folded(c, i), "ge"));
}

/* "endet", "bereiten": an open word with such an ending. */
bool ld_may_be_finite(const struct ld_clause *c, uint32_t i) {
    const struct ld_atom *atom = &c->atoms[i];
    return is_known(c, i) || (!(atom->flags & (LD_CAPITAL | LD_NUMERIC)) && !(atom->facts & CLOSED) &&
                              atom->shape & LD_ENDS_FINITE && !ld_is_protected(c, i));
}

/* "Die Stadt plant den Bau": an open word behind a noun. Not "gebaute Häuser", nor "die in Bray gebauten". */
static bool is_behind_noun(const struct ld_clause *c, uint32_t i) {
    const struct ld_atom *atom = &c->atoms[i], *before = atom - 1, *next = atom + 1;
    const char *word = ld_folded(c, i);
    const size_t length = strlen(word);
    const char last = length ? word[length - 1] : 0;
    const bool reported = last == 'e' && !(atom->facts & CLOSED) && !atom->flags; /* "befinde" */
    if (!(ld_may_be_finite(c, i) || reported) ||
        !(before->flags & (LD_CAPITAL | LD_NUMERIC) || before->facts & LD_TIME))
        return false;
    const bool bare = last == 't', noun = c->endings->language == LD_LANGUAGE_nl; /* "De veerpont" */
    if (i == 1 && (!bare || noun) && before->facts & (LD_ARTICLE | LD_PREPOSITION | LD_CONJUNCTION))
        return false; /* "Einige alte" */
    const bool participle = !strncmp(word, "ge", 2);
    if (next->border) return bare && !participle;
    return next->facts & CLOSED || (bare && !participle);
}

/* "gebaut", "bauen", "worden": what may be the rest of a verb, and stands last. */
bool ld_is_rest(const struct ld_clause *c, uint32_t i) {
    const struct ld_atom *atom = &c->atoms[i];
    const char *word = ld_folded(c, i);
    const size_t length = strlen(word);
    return !(atom->flags & (LD_CAPITAL | LD_NUMERIC)) &&
           ((atom->facts & LD_AUXILIARY && length && word[length - 1] == 'n') ||
            (atom->shape & LD_ENDS_FINITE && !(atom->facts & CLOSED)));
}

static uint32_t end_of(const struct ld_clause *c, uint32_t i) { return ld_next_border(c, i + 1); }

/* "zu geben", "aufzugeben". */
static bool is_marked_infinitive(const struct ld_clause *c, uint32_t i) {
    if (ld_atom_shaped(c, i - 1, LD_MARKS_INFINITIVE)) return true;
    const char *word = ld_folded(c, i), *zu = strstr(word, "zu");
    const size_t rest = zu ? strlen(zu) : 0;
    return rest > 4 && zu > word + 1 && zu[rest - 1] == 'n';
}

/* What begins at atom i is a clause that has its verb last: "weil ..", "der ..", "in dem ..". */
static bool is_subordinate(const struct ld_clause *c, uint32_t i) {
    const bool dash = c->atoms[i].border & LD_DASH; /* "- an der Brücke -" */
    if (i && ld_atom_is(c, i, LD_PREPOSITION) && ld_atom_is(c, i + 1, LD_RELATIVE)) i++;
    const uint32_t facts = c->atoms[i].facts;
    if (facts & LD_ARTICLE && dash) return false;
    if (ld_word_is(c, i, "um") && !is_marked_infinitive(c, end_of(c, i) - 1)) return false; /* "um neun Tage" */
    if (facts & LD_RELATIVE) return i ? !(c->atoms[i].flags & LD_CAPITAL) : !(facts & LD_ARTICLE);
    return facts & LD_CONJUNCTION && (!(facts & LD_CONNECTIVE) || facts & LD_ADJUNCT);
}

/* The finite verb of a clause that has it second, in [from, to); or to. */
static uint32_t find_within(const struct ld_clause *c, uint32_t from, uint32_t to) {
    const bool last = is_subordinate(c, from);
    if (last && is_known(c, to) && !ld_atom_is(c, to, LD_SAY)) return to; /* "Nadat het was verkocht, heeft" */
    for (uint32_t i = from + 1; i < to; i++) {
        if (!(is_known(c, i) || (!last && is_behind_noun(c, i)))) continue;
        uint32_t k = i + 1;
        while (k < to && (ld_atom_is(c, k, LD_AUXILIARY) || ld_word_is(c, k, "te") || ld_word_is(c, k - 1, "te")))
            k++; /* "omdat ze [dreigen te zinken], " */
        if (!last || k < to) return i;
    }
    for (uint32_t i = from + 2; !last && i < to; i++) { /* where there is no other: "erschreckte Bray" */
        if (ld_atom_is(c, i, LD_PREPOSITION) && ld_atom_is(c, i - 1, LD_ARTICLE)) break; /* "die in Bray gebauten" */
        if (ld_may_be_finite(c, i) && ld_atom_flagged(c, i - 1, LD_CAPITAL) && ld_atom_flagged(c, i + 1, LD_CAPITAL))
            return i;
    }
    return to;
}

/* "Rio de Janeiro", "Frankfurt am Main". */
static bool is_of_place(const struct ld_clause *c, uint32_t i) {
    return ld_atom_flagged(c, i, LD_CAPITAL) || c->atoms[i].end - c->atoms[i].start < 3;
}

uint32_t ld_opening_end(const struct ld_clause *c) {
    enum { PLACE = 4 }; /* words */
    uint32_t i = 1;
    if (!c->endings->final_verb) return 0;
    while (i < PLACE && !ld_border(c, i) && is_of_place(c, i)) i++;
    if (!ld_atom_flagged(c, i, LD_CAPITAL) || !ld_border(c, i) || ld_atom_is(c, 0, LD_STOP) || i + 3 > c->count)
        return 0;
    return ld_border(c, i) & LD_DASH || (ld_border(c, i) & LD_COLON && ld_is_label(c)) ? i : 0;
}

/* "Angefeuert von neun Schmieden[, haben ..]": a participle and what belongs to it. */
static bool is_led_by_participle(const struct ld_clause *c, uint32_t i) {
    const char *word = ld_folded(c, i);
    const size_t length = strlen(word);
    return length > 6 && strchr("nt", word[length - 1]) && strstr(word, "ge") && ld_atom_is(c, i + 1, LD_PREPOSITION) &&
           !ld_border(c, i + 1) && !(c->atoms[i].facts & LD_CLOSED);
}

/* "Een man [die in Bray woont], is": in Dutch no mark opens a clause that tells which one; or to. */
static uint32_t unmarked_relative(const struct ld_clause *c, uint32_t from, uint32_t to) {
    if (c->endings->language != LD_LANGUAGE_nl) return to;
    for (uint32_t i = from + 1; i < to; i++) {
        const bool content = ld_word_is(c, i, "dat") && (ld_is_rest(c, i - 1) || i == from + 1); /* "wil [dat] .." */
        if (ld_atom_is(c, i, LD_RELATIVE) && !content) return i;
    }
    return to;
}

/* The finite verb of the main clause that begins at atom from, or 0. */
static uint32_t find_from(const struct ld_clause *c, uint32_t from) {
    uint32_t to = end_of(c, from);
    const bool first = ld_atom_is(c, from, LD_AUXILIARY | LD_PAST) && !ld_atom_is(c, from, LD_ARTICLE); /* "Hat er" */
    const uint32_t relative = unmarked_relative(c, from, to);
    if (relative < to && ld_border(c, to) & LD_COMMA && is_known(c, to) && find_within(c, from, relative) == relative)
        return to;
    const uint32_t verb = first ? to : find_within(c, from, to);
    if (verb < to) return verb;
    const bool within = relative < to;
    for (bool clause = first || within || is_subordinate(c, from) || is_led_by_participle(c, from);
         to < c->count && c->atoms[to].border & (LD_COMMA | LD_DASH); clause = true, to = end_of(c, to)) {
        if (ld_may_be_finite(c, to))
            return clause ? to : 0; /* else who says so, of what has a verb that is not known */
        const uint32_t next = is_subordinate(c, to) ? end_of(c, to) : find_within(c, to, end_of(c, to));
        if (clause && next == end_of(c, to) - 1 && next > to + 1) continue; /* ", den er kannte, [im Turm saß], fuhr" */
        if (next < end_of(c, to)) return c->atoms[to].border & LD_DASH ? next : 0; /* "Reden - das ist leicht" */
    }
    return 0;
}

uint32_t ld_find_second(const struct ld_clause *c) {
    if (!c->count) return 0;
    uint32_t from = ld_opening_end(c), colon = from + 1;
    while (colon < from + 3 && !ld_border(c, colon)) colon++;
    if (ld_border(c, colon) & LD_COLON) from = colon; /* "Kurz gesagt: .." */
    from += ld_atom_is(c, from, LD_CONJUNCTION) && ld_atom_is(c, from, LD_CONNECTIVE) &&
            !ld_atom_is(c, from, LD_ADJUNCT);                                              /* "Und" */
    from += !ld_border(c, from + 1) && ld_is_word_of(c, from + 1, LD_WORDS_subordinating); /* "Offenbar weil .." */
    return find_from(c, from);
}

/* "Der Streit geht weiter: Die Gilde [will]": of what begins behind a colon at atom i, and tells by itself what it is
 * about, the finite verb; or 0. */
uint32_t ld_verb_behind(const struct ld_clause *c, uint32_t i) {
    const uint32_t verb = i + 1 < c->count && !is_subordinate(c, i) ? find_from(c, i) : 0;
    if (verb <= i || !ld_atom_flagged(c, i, LD_CAPITAL) || ld_is_protected(c, i) || ld_points_back(c, i) ||
        ld_atom_is(c, i, LD_DEICTIC) || ld_is_word_of(c, verb, LD_WORDS_reported) ||
        ld_is_word_of(c, verb + 1, LD_WORDS_persons))
        return 0;
    return verb == i + 1 && ld_atom_is(c, i, LD_ARTICLE | LD_CONJUNCTION) ? 0 : verb;
}

/* "finden heraus[, welche sinkt]", "macht vor[, was ..]": behind a verb, which no noun is that it could tell of. */
static bool is_which(const struct ld_clause *c, uint32_t i) {
    if (ld_word_is(c, i, "was")) return ld_is_word_of(c, i - 1, LD_WORDS_parted);
    return !ld_atom_flagged(c, i - 1, LD_CAPITAL | LD_NUMERIC) && !strncmp(ld_folded(c, i), "welch", 5);
}

/* "not only the gate[, but the wall]", "said[, that it sinks]", "that risk[, which is missed]", "tried[, to mend it]",
 * "for that reason[, as it sinks]":
 * what stands before the mark calls for what begins behind it, at atom i. */
bool ld_is_called_for(const struct ld_clause *c, uint32_t i) {
    if (!c->endings->final_verb || !ld_border(c, i)) return false;
    uint32_t to = end_of(c, i);
    const bool relative = ld_atom_is(c, i, LD_RELATIVE), but = ld_is_word_of(c, i, LD_WORDS_buts),
               why = ld_word_is(c, i, "weil") || ld_word_is(c, i, "omdat"),
               when = ld_word_is(c, i, "als") || ld_word_is(c, i, "wenn") || ld_word_is(c, i, "nachdem");
    if (ld_is_word_of(c, i, LD_WORDS_contents_behind)) return true;
    if (relative && (ld_atom_is(c, i - 1, LD_ARTICLE) || is_which(c, i))) return true; /* "über das[, was sinkt]" */
    while (to > i + 1 && c->atoms[to - 1].marks & LD_BRACKETED) to--;
    while (ld_atom_flagged(c, to - 1, LD_CAPITAL) && c->atoms[to].border & LD_COMMA &&
           ld_atom_flagged(c, to, LD_CAPITAL))
        to = end_of(c, to); /* ", Boote, Tore und Kutter zu bauen" */
    if (to > i + 1 && i > c->head && !(relative && c->endings->language == LD_LANGUAGE_nl) &&
        (ld_word_is(c, i, "noch") || !ld_phrase_at(c, i, LD_ADJUNCT | LD_CONJUNCTION)) &&
        !ld_atom_flagged(c, to - 1, LD_CAPITAL) && is_marked_infinitive(c, to - 1))
        return true;
    for (uint32_t k = i; k--;) {
        if (ld_word_is(c, k, "zwar")) return true;         /* "ist zwar alt[, fährt aber]" */
        if (when && ld_word_is(c, k, "erst")) return true; /* "wurde erst gebaut[, als ..]" */
        if (relative && ld_is_word_of(c, k, LD_WORDS_correlates)) return true;
        if (why && ld_is_word_of(c, k, LD_WORDS_therefore)) return true;
        if (but && ld_phrase_at(c, k, LD_NEGATION | LD_CONJUNCTION) > 1) return true;
        if (c->atoms[k].border) return false;
    }
    return false;
}

bool ld_is_reported(const struct ld_clause *c) { return c->head && ld_is_word_of(c, c->head, LD_WORDS_reported); }

/* Where a noun ends, with what belongs to it, from atom i on: behind it and whose that is. */
uint32_t ld_noun_end(const struct ld_clause *c, uint32_t i, uint32_t to) {
    const uint32_t names = LD_CAPITAL | LD_NUMERIC;
    while (i < to && !ld_atom_flagged(c, i, names)) i++;
    while (ld_atom_flagged(c, i, names)) i++;
    if (!ld_is_word_of(c, i, LD_WORDS_genitives)) return i;
    while (i < to && !ld_atom_flagged(c, i, names)) i++;
    while (ld_atom_flagged(c, i, LD_NUMERIC) && ld_atom_flagged(c, i + 1, names)) i++; /* "der 28. Runde" */
    return i + 1;
}

/* "offenbar": an open word without the endings that stand before nouns. */
static bool is_adverb(const struct ld_clause *c, uint32_t i) {
    const char *word = ld_folded(c, i);
    const size_t length = strlen(word);
    return length > 4 && !(c->atoms[i].facts | c->atoms[i].flags) && word[length - 1] != 'e' &&
           !(word[length - 2] == 'e' && strchr("nrsm", word[length - 1]));
}

/* "für nichtig erklärt und dem Rat": the rest of the verb stands in [from, to). */
static bool holds_rest(const struct ld_clause *c, uint32_t from, uint32_t to) {
    static const char *const endings[] = {"t", NULL};
    for (uint32_t i = from + 2; i < to; i++)
        if (ld_joins(c, i) && ld_is_rest(c, i - 1) && ld_ends_with(c, i - 1, endings)) return true;
    return false;
}

/* "hat [in der Halle des Rates] den Bau [am Meer] nicht gestoppt": between the two parts of the main verb, where and
 * why, and what belongs to a noun, before what begins anew. Not what stands before the last part, which may need it. */
void ld_find_middle(struct ld_find *f) {
    struct ld_clause *c = f->c;
    if (!c->endings->final_verb || !c->head || !ld_atom_is(c, c->head, LD_AUXILIARY)) return;
    uint32_t last = end_of(c, c->head) - 1;
    if (!ld_is_rest(c, last)) return;
    while (last > c->head && ld_is_rest(c, last - 1)) last--;
    for (uint32_t i = c->head + 1, end; i < last; i = end) {
        end = i + 1;
        if (!ld_atom_is(c, i, LD_PREPOSITION) || ld_atom_is(c, i, LD_CONJUNCTION) || ld_is_protected(c, i) ||
            ld_atom_is(c, i - 1, LD_ARTICLE))
            continue;
        end = ld_night_end(c, ld_noun_end(c, i + 1, last));
        if (holds_rest(c, i, end)) continue;
        const bool anew = ld_atom_is(c, end, LD_ARTICLE | LD_NEGATION | LD_STOP) && !ld_is_rest(c, end) &&
                          !ld_atom_is(c, end, LD_CONJUNCTION | LD_PREPOSITION) &&
                          !ld_is_word_of(c, end, LD_WORDS_genitives),
                   noun = ld_atom_flagged(c, i - 1, LD_CAPITAL);
        const bool when = ld_atom_is(c, end - 1, LD_TIME) && !ld_atom_is(c, end, LD_CONJUNCTION) &&
                          !ld_is_word_of(c, i, LD_WORDS_bounds_of_time) && (noun || i == c->head + 1);
        const bool where = ld_is_word_of(c, i, LD_WORDS_circumstances);
        if (end < last && !ld_is_protected(c, end) &&
            (when || (anew && (noun || where)) || (where && is_adverb(c, end) && !ld_is_rest(c, end))))
            ld_add_piece(f, LD_PIECE_LOOSE, i, end);
    }
}

/* "gebaut", "sortiert", "verkocht", but not of a noun, "gebaute", nor "verkauften". */
bool ld_ends_verb(const struct ld_clause *c, uint32_t i) {
    const char *word = ld_folded(c, i);
    const size_t length = strlen(word);
    if (length < 5 || c->atoms[i].flags & (LD_CAPITAL | LD_NUMERIC) || c->atoms[i].facts & CLOSED) return false;
    if (!strchr("dt", word[length - 1])) return false;
    return ld_begins_as(c, i, LD_WORDS_participle_starts) || (length > 6 && !strcmp(word + length - 4, "iert"));
}

static bool joins_ahead(const struct ld_clause *c, uint32_t i) {
    while (i < c->count && !ld_joins(c, i)) i++;
    return i < c->count;
}

/* "stellte Lind, der in Bray lebt, [in Oxley Boote aus]": behind a relative clause, which ends with its verb, the last
 * words of a sentence have none of their own. */
static bool goes_on(const struct ld_clause *c, uint32_t i) {
    const uint32_t to = end_of(c, i);
    const bool rest = ld_atom_is(c, c->head, LD_AUXILIARY) ? ld_is_rest(c, to - 1) /* ", teurer geworden: .." */
                                                           : ld_is_word_of(c, to - 1, LD_WORDS_parted);
    const uint32_t from = ld_last_border(c, i - 1);
    return c->atoms[i].border == LD_COMMA && from > c->head && is_subordinate(c, from) &&
           (ld_atom_is(c, from, LD_RELATIVE) || ld_atom_is(c, from + 1, LD_RELATIVE)) &&
           (is_known(c, i - 1) || ld_may_be_finite(c, i - 1)) && (rest || to == c->count) && !ld_joins(c, i) &&
           !is_subordinate(c, i) && !ld_may_be_finite(c, i) && find_within(c, i, to) == to &&
           !(!rest && (ld_atom_is(c, i, LD_ARTICLE | LD_PRONOUN) || ld_atom_flagged(c, i, LD_CAPITAL)) &&
             joins_ahead(c, i)); /* nor ", das Tor und die Mühle" */
}

/* ", [gesunken und aufgegeben worden]". */
static bool is_all_rest(const struct ld_clause *c, uint32_t i) {
    const uint32_t to = end_of(c, i);
    for (uint32_t k = i; k < to; k++)
        if (!ld_is_rest(c, k) && !(k > i && ld_joins(c, k))) return false;
    return to > i + 1 && ld_word_is(c, to - 1, "worden");
}

/* "werden die Boote, die alt sind, [sortiert und gefahren]": the main clause goes on behind a mark. */
bool ld_goes_on_verb(const struct ld_clause *c, uint32_t i) {
    if (!c->endings->final_verb || !c->head || i <= c->head || i >= c->attribution) return false;
    return (ld_atom_is(c, c->head, LD_AUXILIARY) && (ld_ends_verb(c, i) || is_all_rest(c, i))) || goes_on(c, i);
}

/* "wird - so der Plan - [gebaut]": behind atom i, before a mark, the rest of the main verb is to come. */
static bool is_rest_ahead(const struct ld_clause *c, uint32_t i) {
    if (!c->head || i < c->head || !ld_atom_is(c, c->head, LD_AUXILIARY)) return false;
    const uint32_t last = ld_last_border(c, i); /* "ist von dem Schmied, der sie gekannt hatte[, gerettet worden]" */
    if (ld_is_rest(c, i) && !(last > c->head && is_subordinate(c, last)) && unmarked_relative(c, c->head, i) == i)
        return false;
    for (uint32_t from = i + 1, to; from < c->count && c->atoms[from].border & (LD_COMMA | LD_DASH); from = to) {
        to = end_of(c, from);
        if (is_subordinate(c, from) || (ld_atom_is(c, from, LD_CONJUNCTION) && !ld_word_is(c, from, "um"))) continue;
        if ((ld_ends_verb(c, from) || is_all_rest(c, from)) && from < c->attribution)
            return true; /* ", sortiert und nach Bray gefahren" */
        const uint32_t within = find_within(c, from, to);
        uint32_t rest = to - 1; /* "entlassen worden" */
        while (rest > from && ld_is_rest(c, rest - 1)) rest--;
        if (is_known(c, from) || (to > from + 3 && ld_may_be_finite(c, from)) || /* but ", direkt betroffen" */
            (within < rest && (is_known(c, within) || is_behind_noun(c, within))))
            return false;
        if (ld_is_rest(c, to - 1) &&
            !(ld_is_word_of(c, to - 1, LD_WORDS_having) && ld_is_word_of(c, c->head, LD_WORDS_being)))
            return true; /* but "ist es, weil sie - wie Lind - gesunken sind": of the clause before */
    }
    return false;
}

/* "eine Rede des Rates[, Tom Ashby, für Ärger]", or behind the name that begins at atom from: the clause goes on. */
static bool is_before_name(const struct ld_clause *c, uint32_t from) {
    const uint32_t to = end_of(c, from);
    if (to >= c->attribution || c->atoms[from].border != LD_COMMA || c->atoms[to].border != LD_COMMA || to < from + 2 ||
        to > from + 3)
        return false;
    for (uint32_t k = from; k < to; k++)
        if (!ld_atom_flagged(c, k, LD_CAPITAL)) return false;
    return ld_atom_is(c, to, LD_PREPOSITION) && !ld_atom_is(c, to, LD_CONJUNCTION);
}

/* "nannten ihn so: Der alte Schmied[, der .., ist da]": what a colon began has no verb up to atom i. */
static bool is_verbless(const struct ld_clause *c, uint32_t i) {
    uint32_t from = i;
    while (from > c->head && !(c->atoms[from].border & LD_COLON)) from--;
    return c->head && from > c->head && find_within(c, from, i + 1) > i;
}

bool ld_is_open_clause(const struct ld_clause *c, uint32_t i) {
    if (!c->endings->final_verb) return false;
    if (is_rest_ahead(c, i) || is_before_name(c, i + 1) || is_verbless(c, i)) return true;
    const uint32_t behind = i + 1 < c->count ? end_of(c, i + 1) : c->count;
    if (behind < c->count && ld_goes_on_verb(c, behind)) return true;
    const uint32_t from = ld_last_border(c, i); /* ", die seit Mai[, ..]": one with its verb last ends with no noun */
    if (from && is_before_name(c, from)) return true;
    if (from > c->head && i + 1 < c->attribution && c->atoms[i + 1].border == LD_COMMA && is_subordinate(c, from) &&
        !ld_atom_is(c, from, LD_PREPOSITION) && ld_may_be_finite(c, i + 1))
        return true; /* "- was sie kostet[, zeigt sich]" */
    if (from >= i || !ld_atom_flagged(c, i, LD_CAPITAL | LD_NUMERIC) || !is_subordinate(c, from)) return false;
    return (from && ld_atom_is(c, from, LD_RELATIVE)) || ld_is_word_of(c, from, LD_WORDS_subordinators);
}

/* "Künftig fährt [er] nie", "[Das] zeigt": whoever does it is told of before. */
bool ld_is_led_by_pronoun(const struct ld_clause *c) {
    if (!c->endings->final_verb || !c->head) return false;
    if (c->head == 1) return ld_atom_is(c, 0, LD_ARTICLE);
    return !ld_border(c, c->head) && ld_is_word_of(c, c->head + 1, LD_WORDS_persons);
}

/* "Weil es regnet": a clause that has its verb last, and no other. */
bool ld_is_alone(const struct ld_clause *c, uint32_t first) {
    if (!c->endings->final_verb) return false;
    const uint32_t to = end_of(c, first);
    return !c->head && is_subordinate(c, first) && !ld_atom_is(c, first, LD_PREPOSITION) &&
           (is_known(c, to - 1) || ld_may_be_finite(c, to - 1));
}
