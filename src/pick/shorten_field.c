/* shorten_field.c - a clause of German in; out, as pieces, what its verb does without, where the rest of that, which
 * stands last, would be lost otherwise: adverbs, times, phrases, what tells least first. "ist [heute] [wieder] [nach
 * zwei Jahren] eine alte Mühle abgebrannt". Told by capitals and closed classes; when unsure it finds none. Source:
 * the topological fields, as shorten_second.c. */
#include <string.h>

#include "pick/shorten_words.h"

enum { NOUN = LD_CAPITAL | LD_NUMERIC, LONGEST = 64 /* bytes of a verb */ };

struct field { /* of the main clause, before or behind its verb */
    const struct ld_clause *c;
    struct ld_find *f;
    uint32_t from, to, last; /* last: where the rest of the verb begins, or to */
    char verb[LONGEST];      /* that says what is done: the rest, where there is one, with its particle, or "" */
    bool alone;              /* it needs no phrase, and is the only one */
};

static bool is_phrase(const struct ld_clause *c, uint32_t i) {
    const uint32_t none = ld_word_is(c, i, "seit") && !ld_border(c, i) ? LD_AUXILIARY : LD_CONJUNCTION | LD_AUXILIARY;
    return ld_atom_is(c, i, LD_PREPOSITION) && !ld_atom_is(c, i, none) && !ld_is_protected(c, i) &&
           !ld_atom_is(c, i - 1, LD_ARTICLE | LD_PREPOSITION | LD_CONJUNCTION | LD_NEGATION) &&
           !ld_is_word_of(c, i - 1, LD_WORDS_focus) && !ld_word_is(c, i, "zufolge");
}

/* "rechter", of "die Zahl rechter Gewalttaten": whose that is, without an article. */
static bool is_bare_genitive(const struct ld_clause *c, uint32_t i) {
    const char *word = ld_folded(c, i);
    const size_t length = strlen(word);
    return length > 4 && !strcmp(word + length - 2, "er") && !(c->atoms[i].facts | (c->atoms[i].flags & NOUN)) &&
           ld_atom_flagged(c, i + 1, LD_CAPITAL);
}

/* "im Mai [2015]", but not "am Montag [21] Boote". */
static bool is_year(const struct ld_clause *c, uint32_t i) {
    return c->atoms[i].end - c->atoms[i].start == 4 && ld_atom_flagged(c, i, LD_NUMERIC) &&
           !ld_atom_flagged(c, i + 1, LD_CAPITAL);
}

/* "52-jährigen" */
static bool is_age(const struct ld_clause *c, uint32_t i) {
    return ld_atom_shaped(c, i, LD_HYPHENED) && strstr(ld_folded(c, i), "jährig") && !ld_atom_flagged(c, i, LD_CAPITAL);
}

/* "in der Halle [9 Boote]", but not "in Halle 9". */
static bool is_count(const struct ld_clause *c, uint32_t i) {
    return ld_atom_flagged(c, i, LD_NUMERIC) && !ld_atom_flagged(c, i - 1, LD_NUMERIC) &&
           ld_atom_flagged(c, i + 1, LD_CAPITAL) && !ld_border(c, i + 1);
}

/* "[in Bray]", "[bei Lind]", but not "in Kraft gesetzt": at a name alone. */
static bool is_at_name(const struct ld_clause *c, uint32_t i, uint32_t to) {
    return to == i + 2 && (ld_word_is(c, i, "in") || ld_word_is(c, i, "bei")) &&
           !ld_is_word_of(c, i + 1, LD_WORDS_in_states);
}

/* "in Bray [der Bau]", but not "in Höhe der Brücke": of a bare name, whose it is is not told. */
static bool is_in_place(const struct ld_clause *c, uint32_t i, uint32_t to) {
    static const char *const nouns[] = {"e", "en", "eit", "ung", NULL};
    return is_at_name(c, i, to) && !ld_ends_with(c, i + 1, nouns);
}

/* "nach einer langen [und] hitzigen Debatte" */
static bool joins_adjectives(const struct ld_clause *c, uint32_t i) {
    static const char *const endings[] = {"en", "er", "em", "es", NULL};
    return ld_word_is(c, i, "und") && ld_is_plain(c, i - 1) && ld_ends_with(c, i - 1, endings) &&
           !ld_atom_flagged(c, i + 1, NOUN) &&
           ((ld_is_plain(c, i + 1) && ld_ends_with(c, i + 1, endings)) ||
            (ld_is_plain(c, i + 2) && ld_ends_with(c, i + 2, endings)));
}

/* "im alten Hafen", "in der Halle des Rates": where the phrase ends that begins at atom i; or i where that is not told:
 * "in der im Mai gebauten Halle", "in der Halle der Gilde Bray". */
static uint32_t phrase_end(const struct field *field, uint32_t i) {
    static const char *const common[] = {"e", "en", "ung", "eit", NULL};
    const struct ld_clause *c = field->c;
    uint32_t to = i;
    do {
        const uint32_t from = ++to;
        while (to < field->to && (!ld_atom_flagged(c, to, NOUN) || is_age(c, to))) to++;
        const uint32_t noun = to;
        while (to < field->to && ld_atom_flagged(c, to, NOUN) && !ld_is_protected(c, to) &&
               !(to > noun && ld_atom_is(c, to - 1, LD_TIME) && !is_year(c, to)) && !(to > noun && is_count(c, to)))
            to++;
        if (to == noun) return i;
        if (to == noun + 2 && !(c->atoms[noun - 1].facts | ld_atom_is(c, noun, LD_TIME)) &&
            !ld_atom_flagged(c, noun, LD_NUMERIC))
            return i; /* "von ihren alten Freunden Netze" */
        if (to == noun + 2 && noun == i + 1 && to < field->last && !ld_is_word_of(c, i, LD_WORDS_fused) &&
            !ld_atom_flagged(c, noun, LD_NUMERIC) && ld_ends_with(c, noun + 1, common))
            return i; /* "in Bray Hinweise auf Netze" */
        if (to == noun + 2 && ld_is_word_of(c, to, LD_WORDS_genitives) && to < field->last &&
            !ld_atom_flagged(c, noun, LD_NUMERIC))
            return i; /* "im Harz Reste eines Tors gefunden" */
        if (from > i + 1 && to > noun + 1 && !ld_atom_flagged(c, noun, LD_NUMERIC) && to < field->last) return i;
    } while ((ld_is_word_of(c, to, LD_WORDS_genitives) && !is_in_place(c, i, to)) || is_bare_genitive(c, to));
    for (uint32_t k = i + 1; k < to; k++)
        if ((ld_atom_is(c, k, LD_PREPOSITION | LD_CONJUNCTION | LD_NEGATION) && !joins_adjectives(c, k)) ||
            ld_border(c, k))
            return i;
    const bool number = to < field->last && ld_is_word_of(c, to, LD_WORDS_counts_of_many) &&
                        (to + 1 >= field->last || ld_border(c, to + 1));  /* "auf Stufe [vier]" */
    const bool quoted = to < field->to && c->atoms[to].marks & LD_QUOTED; /* "in ihrem Buch [„Das Tor“]" */
    const bool name = to < field->to && !(c->atoms[to].facts | (c->atoms[to].flags & LD_NUMERIC)) &&
                      c->atoms[to].end - c->atoms[to].start < 4 &&
                      ld_atom_flagged(c, to + 1, LD_CAPITAL);    /* "von Dahl [ibn] Lind" */
    return name || number || quoted || ld_joins(c, to) ? i : to; /* "in Bray und" */
}

/* "ist von den Schmieden gebaut worden": who did it. */
static bool is_passive(const struct ld_clause *c, uint32_t last) {
    return ld_word_is(c, last + 1, "worden") ||
           (ld_ends_verb(c, last) && (ld_word_is(c, c->head, "wird") || ld_word_is(c, c->head, "wurde") ||
                                      ld_word_is(c, c->head, "wurden") || ld_word_is(c, c->head, "werden")));
}

static bool tells_when(const struct ld_clause *c, uint32_t from, uint32_t to) {
    return ld_atom_is(c, to - 1, LD_TIME) && !ld_is_word_of(c, from, LD_WORDS_on_what) &&
           (!ld_is_word_of(c, from, LD_WORDS_bounds_of_time) || ld_word_is(c, from, "seit"));
}

/* "[heute]", "[erneut]", "[wieder einmal]", "[vergangenen Mai]", but not "am frühen [Montag]": of a run of such words
 * all. */
static void find_adverbs(const struct field *field) {
    const struct ld_clause *c = field->c;
    for (uint32_t i = field->from, to; i < field->last; i = to) {
        for (to = i; to < field->last && !ld_border(c, to) && !ld_is_protected(c, to) &&
                     (ld_is_word_of(c, to, LD_WORDS_least) || ld_begins_as(c, to, LD_WORDS_weekdays) ||
                      (ld_atom_is(c, to, LD_TIME) && ld_atom_is(c, to + 1, LD_TIME)) ||
                      (to > i && ld_atom_is(c, to, LD_TIME) && ld_atom_is(c, to - 1, LD_TIME)));)
            to++;
        const bool noun = ld_atom_flagged(c, i, LD_CAPITAL) && ld_is_plain(c, i - 1) && !ld_is_verb(c, i - 1);
        if (to > i && !noun && !ld_atom_is(c, i - 1, LD_NEGATION | LD_PREPOSITION | LD_ARTICLE | LD_CONJUNCTION) &&
            !ld_is_word_of(c, i - 1, LD_WORDS_focus) && (to < field->last || !ld_is_word_of(c, to - 1, LD_WORDS_focus)))
            ld_add_piece(field->f, LD_PIECE_SPARE, i, to);
        to += to == i;
    }
}

enum what { WHEN, WHERE, OF_NOUN };

/* "den Schmied [aus Bray] ins Tor gestellt": whence someone is, whatever the verb takes. */
static bool is_origin(const struct ld_clause *c, uint32_t i, uint32_t to) {
    return ld_word_is(c, i, "aus") && to == i + 2 && ld_atom_flagged(c, i - 1, LD_CAPITAL) &&
           ld_any_is(c, i - 2, i - 1, LD_ARTICLE) && !ld_is_noun_at(c, i + 1);
}

/* "laut der Gilde", "nach eigenen Angaben", "aus Sicht des Rates": who says so. */
static bool is_source(const struct ld_clause *c, uint32_t from, uint32_t to) {
    if (ld_word_is(c, from, "laut") || ld_word_is(c, from, "gemäß") || ld_phrase_at(c, from, LD_SAY) > 1) return true;
    for (uint32_t i = from; i < to; i++)
        if (ld_is_word_of(c, i, LD_WORDS_views)) return true;
    return false;
}

/* "wegen des Windes", "um neun Prozent": atom i begins a phrase that belongs to no noun before it. */
static bool is_apart(const struct ld_clause *c, uint32_t i) {
    return ld_is_word_of(c, i, LD_WORDS_apart) || (ld_word_is(c, i, "um") && ld_is_number(c, i + 1));
}

/* The verbs that take the preposition at atom i. */
static enum ld_word_list takers(const struct ld_clause *c, uint32_t i) {
    static const struct {
        const char *preposition;
        enum ld_word_list verbs;
    } rows[] = {{"an", LD_WORDS_verbs_an},     {"auf", LD_WORDS_verbs_auf},     {"aus", LD_WORDS_verbs_aus},
                {"für", LD_WORDS_verbs_fuer},  {"gegen", LD_WORDS_verbs_gegen}, {"mit", LD_WORDS_verbs_mit},
                {"nach", LD_WORDS_verbs_nach}, {"um", LD_WORDS_verbs_um},       {"unter", LD_WORDS_verbs_unter},
                {"vom", LD_WORDS_verbs_von},   {"von", LD_WORDS_verbs_von},     {"vor", LD_WORDS_verbs_vor},
                {"zu", LD_WORDS_verbs_zu},     {"zum", LD_WORDS_verbs_zu},      {"zur", LD_WORDS_verbs_zu},
                {"über", LD_WORDS_verbs_ueber}};
    if (!ld_atom_is(c, i, LD_PREPOSITION)) return LD_WORDS_none;
    for (size_t k = 0; k < sizeof rows / sizeof *rows; k++)
        if (ld_word_is(c, i, rows[k].preposition)) return rows[k].verbs;
    return LD_WORDS_none;
}

/* "verzichtet im Mai [auf Netze]", "hat am Hafen [zu neun Bränden] geführt": the phrase at atom i is the verb's. A bare
 * name's behind a noun is not, where the verb has another: "ist am Hafen von Bray [vom Amt] zurückgetreten". */
static bool is_taken(const struct field *field, uint32_t i) {
    const struct ld_clause *c = field->c;
    const enum ld_word_list verbs = takers(c, i);
    const bool name = ld_atom_flagged(c, i - 1, LD_CAPITAL) && ld_atom_flagged(c, i + 1, LD_CAPITAL) &&
                      !(ld_word_is(c, i, "vom") || ld_word_is(c, i, "zum") || ld_word_is(c, i, "zur"));
    if (verbs == LD_WORDS_none || !ld_word_begins_as(field->verb, verbs)) return false;
    for (uint32_t k = field->from; name && k < field->last; k++)
        if (k != i && takers(c, k) == verbs) return false;
    return true;
}

/* Where the phrases end that follow each other from atom i on; of those that say when, or that may belong together. */
static uint32_t chain_end(const struct field *field, uint32_t i, bool when) {
    const struct ld_clause *c = field->c;
    uint32_t next;
    while (i < field->to && ld_atom_is(c, i, LD_PREPOSITION) && !is_taken(field, i) &&
           (next = phrase_end(field, i)) > i &&
           !(when ? !tells_when(c, i, next) && !ld_is_word_of(c, i, LD_WORDS_apart) : is_apart(c, i)))
        i = next;
    return i;
}

/* "[in Bray] auf einen Schmied": no place that is told of by what follows. */
static bool is_place(const struct ld_clause *c, uint32_t i, uint32_t to) {
    return ld_word_is(c, i, "in") && to - i <= 3 && !ld_is_word_of(c, to, LD_WORDS_on_what) && !ld_word_is(c, to, "in");
}

/* "Im Streit um das Tor [an der Brücke] hat", "An der Grenze [bei Bray] hat", "Nach neun Jahren [an der Macht] hat":
 * what stands before the verb is told without it. */
static bool is_second(const struct field *field, uint32_t i, uint32_t to) {
    const struct ld_clause *c = field->c;
    if (ld_atom_is(c, i - 1, LD_TIME)) return ld_word_is(c, i, "an");
    return is_at_name(c, i, to) || ld_any_is(c, field->from, i, LD_PREPOSITION);
}

/* Whether the rest of the verb begins at atom i: "lebt .. [auf]", "ist .. [gebaut] worden". */
static bool begins_rest(const struct field *field, uint32_t i) {
    const struct ld_clause *c = field->c;
    if (i >= field->last || ld_is_rest(c, i)) return true;
    return ld_is_word_of(c, i, LD_WORDS_parted) && ld_joins(c, i + 1); /* "wuchs .. auf und" */
}

/* "hat das Tor [im Hafen] gesperrt", "ist das Tor [im Hafen] gesperrt worden": the verb has what it needs; not "hat das
 * Tor im Stich gelassen", nor "hat im Hafen der Gilde Beweise gefunden", of which the last noun is the object. */
static bool has_object(const struct field *field, uint32_t i, uint32_t to) {
    const struct ld_clause *c = field->c;
    return ld_atom_flagged(c, i - 1, NOUN) && field->last < field->to && phrase_end(field, i) == to &&
           (!ld_atom_flagged(c, to - 2, NOUN) || ld_atom_is(c, to - 1, LD_STOP)) &&
           (ld_folded(c, c->head)[0] == 'h' || ld_word_is(c, field->to - 1, "worden"));
}

/* Where the last phrase of [from, to) begins. */
static uint32_t last_phrase(const struct ld_clause *c, uint32_t from, uint32_t to) {
    while (--to > from && !ld_atom_is(c, to, LD_PREPOSITION)) continue;
    return to;
}

static bool is_at_noun(const struct ld_clause *c, uint32_t i) {
    return ld_word_is(c, i, "im") || ld_word_is(c, i, "beim");
}

/* "fuhr am Hafen nach dem Sturm [zu seinem Boot]": in phrases from atom i on, one that tells where to. */
static bool heads(const struct ld_clause *c, uint32_t i, uint32_t to) {
    for (; i < to; i++)
        if (ld_word_is(c, i, "zu") || ld_word_is(c, i, "zum") || ld_word_is(c, i, "zur")) return true;
    return false;
}

/* "von Klagen [auf der Seite] abgesehen", "hat das Tor [in Bray] gesperrt", "das Tor [wegen des Windes] gesperrt":
 * where or why, which the verb does without, as it has another phrase or an object. */
static bool is_beside(const struct field *field, uint32_t i, uint32_t to) {
    const struct ld_clause *c = field->c;
    static const char *const adjectives[] = {"en", "em", "er", NULL};
    const bool dative = (ld_word_is(c, i, "bei") && ld_is_plain(c, i + 1) && ld_ends_with(c, to - 2, adjectives)) ||
                        ld_word_is(c, i + 1, "der") || ld_word_is(c, i + 1, "dem") || ld_word_is(c, i + 1, "einem") ||
                        ld_word_is(c, i + 1, "einer"),
               name = is_at_name(c, i, to), noun = is_at_noun(c, i),
               at = noun || ((ld_word_is(c, i, "in") || ld_word_is(c, i, "bei")) && (dative || name));
    const uint32_t before = last_phrase(c, field->from, i), last = last_phrase(c, i, to);
    if (field->alone) return true;
    if (ld_word_is(c, i, "aus") && ld_is_word_of(c, i + 1, LD_WORDS_motives)) return true;
    if (ld_is_word_of(c, i, LD_WORDS_needless))
        return ld_atom_flagged(c, i - 1, NOUN) && (last == i || is_at_noun(c, last) || is_at_name(c, last, to));
    if (ld_word_is(c, i, "mit") && to == i + 3 && ld_is_number(c, i + 1) && ld_atom_flagged(c, i - 2, LD_CAPITAL) &&
        ld_atom_flagged(c, i - 1, LD_CAPITAL))
        return true; /* "die Gilde Harlan [mit 9 Booten] gegründet" */
    if (ld_is_word_of(c, i, LD_WORDS_on_what) || ld_is_word_of(c, field->last, LD_WORDS_light_participles))
        return false;
    if (is_phrase(c, before) && phrase_end(field, before) == i && !tells_when(c, before, i) && !heads(c, i, to))
        return noun || dative || (name && last == i) || ld_word_is(c, i, "am") ||
               (ld_word_is(c, i, "aus") && to == i + 2 && ld_atom_flagged(c, i - 1, LD_CAPITAL));
    return at && has_object(field, i, to);
}

/* "neun Runden vor dem Ende": no whole phrase. And "die Zahl ist in Bray ..", "darf in Bray ..": what holds there
 * alone.
 */
static bool is_part(const struct field *field, uint32_t i, uint32_t to) {
    const struct ld_clause *c = field->c;
    if ((ld_word_is(c, i, "vor") || ld_word_is(c, i, "nach")) && ld_atom_flagged(c, i - 1, NOUN) &&
        (ld_is_number(c, i - 2) || ld_is_word_of(c, i - 2, LD_WORDS_counts_of_many)))
        return true;
    return is_at_name(c, i, to) &&
           (ld_begins_as(c, c->head, LD_WORDS_permitting) || ld_is_word_of(c, 1, LD_WORDS_totals));
}

/* "[nach zwei Jahren]", "das Tor [am Hafen]", "[in der Halle]", with what may belong to it: "[bei der Wahl zum
 * Bürgermeister]". But not what stands before the rest of the verb, which may need it, unless it is when. */
static void find_phrases(const struct field *field, enum what what) {
    const struct ld_clause *c = field->c;
    for (uint32_t i = field->last; i-- > field->from;) {
        if (!is_phrase(c, i)) continue;
        uint32_t to = phrase_end(field, i);
        if (to == i) continue;
        to = ld_night_end(c, to);
        const bool when = tells_when(c, i, to), noun = ld_atom_flagged(c, i - 1, NOUN),
                   of = noun && (ld_word_is(c, i, "von") || ld_word_is(c, i, "vom")), origin = is_origin(c, i, to);
        if (!when && ld_atom_is(c, to - 1, LD_TIME) && !(of && ld_is_number(c, to - 2)))
            continue; /* "von Montag bis Dienstag", but "Strafen [von je 9 Monaten]" */
        if (is_part(field, i, to)) continue;
        /* "am Hafen [am Montag]", "in der Halle [gegen die Gilde]": what follows is another's */
        if (is_taken(field, i)) continue;
        const bool ends = ld_atom_is(c, to, LD_PREPOSITION) &&
                          (is_taken(field, to) || tells_when(c, to, phrase_end(field, to)) ||
                           (ld_word_is(c, to, "gegen") && ld_is_word_of(c, i, LD_WORDS_circumstances)));
        if (!when && !of && !origin && !ends && !is_place(c, i, to)) {
            to = chain_end(field, to, false);
            if (ld_atom_is(c, to, LD_PREPOSITION) && !is_apart(c, to) && !is_taken(field, to)) continue;
        }
        uint32_t behind = to;
        while (behind < field->to && ld_is_protected(c, behind)) behind++;
        const uint32_t end = chain_end(field, behind, true);
        const bool before = field->to == c->head,
                   open = !before && begins_rest(field, end) &&
                          !(when || (of && is_passive(c, to)) || is_beside(field, i, to));
        const enum what is = when ? WHEN : noun ? OF_NOUN : WHERE;
        if (is == WHERE && ld_word_is(c, i - 1, "sich")) continue;
        if (of && ld_atom_is(c, to, LD_PREPOSITION) && !is_apart(c, to)) continue;
        if ((ld_word_is(c, i, "über") || ld_word_is(c, i, "unter") || ld_is_number(c, i - 1)) && ld_is_number(c, i + 1))
            continue; /* "mit 90 zu 12 Stimmen" */
        if (before && (to < c->head || !is_second(field, i, to))) continue;
        if (is == what && !open && !ld_joins(c, to) && !ld_word_is(c, to, "wie") && !is_source(c, i, to) &&
            !(behind > to && ld_atom_flagged(c, behind, NOUN)) && /* "von Lind (9) Mühle" */
            !(noun && ld_is_word_of(c, i - 1, LD_WORDS_quantities)))
            ld_add_piece(field->f, LD_PIECE_SPARE, i, to);
    }
}

/* "neun Schmiede [der alten Gilde] die Arbeit": of which, but not "die Sperrung [des Tors]", which tells nothing then.
 */
static void find_genitives(const struct field *field) {
    const struct ld_clause *c = field->c;
    for (uint32_t i = field->from + 1, to; i + 1 < field->last; i++) {
        if (!ld_is_word_of(c, i, LD_WORDS_genitives) || !ld_atom_flagged(c, i - 1, LD_CAPITAL) ||
            !ld_is_number(c, i - 2) || ld_border(c, i) || ld_is_protected(c, i) ||
            ld_is_word_of(c, i - 1, LD_WORDS_quantities) || ld_atom_is(c, i - 1, LD_TIME))
            continue;
        for (to = i + 1;
             to < field->last && !ld_atom_flagged(c, to, NOUN) && !(c->atoms[to].facts | c->atoms[to].border);)
            to++;
        if (to < field->last && ld_atom_flagged(c, to, LD_CAPITAL) && !ld_border(c, to) &&
            !ld_atom_flagged(c, to + 1, NOUN) && !ld_joins(c, to + 1) && !ld_is_word_of(c, to + 1, LD_WORDS_genitives))
            ld_add_piece(field->f, LD_PIECE_SPARE, i, to + 1);
    }
}

/* "einen [bisher kaum bekannten] Schmied", but not "den ersten", "die türkischen", "die jüngste": whether atom i tells
 * of the noun behind it no more than how it is. */
static bool is_adjective(const struct ld_clause *c, uint32_t i) {
    static const char *const ends[] = {"e", "en", "er", "es", "em", NULL};
    const char *word = ld_folded(c, i);
    size_t stem = strlen(word);
    if (c->atoms[i].facts || !ld_ends_with(c, i, ends) || ld_begins_as(c, i, LD_WORDS_telling)) return false;
    if (stem && strchr("nrsm", word[stem - 1])) stem--;
    if (stem && word[stem - 1] == 'e') stem--;
    return stem > 4 && strncmp(word + stem - 2, "st", 2) && strncmp(word + stem - 3, "sch", 3);
}

/* "den [alten] türkischen Hafen": atom i ends as the one behind it does, before the noun. */
static bool is_before_adjective(const struct ld_clause *c, uint32_t i) {
    const char *word = ld_folded(c, i), *next = ld_folded(c, i + 1);
    const size_t length = strlen(word), next_length = strlen(next);
    return length > 2 && next_length > 2 && !strcmp(word + length - 1, next + next_length - 1) &&
           word[length - 2] == next[next_length - 2] && !(c->atoms[i + 1].flags & NOUN) &&
           ld_atom_flagged(c, i + 2, LD_CAPITAL) && !ld_border(c, i + 1) && !ld_border(c, i + 2);
}

/* "einen [43 Jahre alten] Schmied": where that ends, or i. */
static uint32_t measured_end(const struct ld_clause *c, uint32_t i) {
    static const char *const ends[] = {"e", "en", "er", "es", "em", NULL};
    const bool is = ld_is_number(c, i) && ld_atom_flagged(c, i + 1, LD_CAPITAL) && ld_is_plain(c, i + 2) &&
                    ld_ends_with(c, i + 2, ends) && ld_atom_flagged(c, i + 3, LD_CAPITAL) && !ld_border(c, i + 1) &&
                    !ld_border(c, i + 2) && !ld_border(c, i + 3);
    return is ? i + 3 : i;
}

static void find_adjectives(const struct field *field) {
    const struct ld_clause *c = field->c;
    const bool is = ld_is_word_of(c, c->head, LD_WORDS_being); /* "ist ein [alter] Fehler": that is what it is */
    for (uint32_t i = field->from, to; i < field->last; i = to) {
        to = i + 1;
        if (!ld_atom_is(c, i - 1, LD_ARTICLE) || ld_is_protected(c, i) ||
            (is && ld_folded(c, i - 1)[0] == 'e' && !ld_is_word_of(c, i - 1, LD_WORDS_genitives)))
            continue;
        for (to = i; to < field->last && (!(c->atoms[to].flags & NOUN) || is_age(c, to)) && !c->atoms[to].border &&
                     (!ld_is_number(c, to) || is_age(c, to)) && !ld_begins_as(c, to, LD_WORDS_telling) &&
                     !ld_atom_is(c, to, LD_PREPOSITION | LD_ARTICLE | LD_NEGATION | LD_CONJUNCTION | LD_AUXILIARY);)
            to++;
        uint32_t end = to;
        const uint32_t measured = measured_end(c, i);
        if (measured > i && measured < field->last) {
            ld_add_piece(field->f, LD_PIECE_SPARE, i, to = measured);
            continue;
        }
        if (end > i + 1 && !is_adjective(c, end - 1)) end--;
        const bool before = end == to && ld_atom_flagged(c, to, LD_CAPITAL) && !ld_border(c, to);
        if (end > i && to < field->last && is_adjective(c, end - 1) && (before || is_before_adjective(c, end - 1)))
            ld_add_piece(field->f, LD_PIECE_SPARE, i, end);
        to += to == i;
    }
}

/* "der russische Botschafter in Wien[, Tom Ashby,] ist": who that is. */
static void find_name(const struct field *field) {
    const struct ld_clause *c = field->c;
    uint32_t from = field->from, to;
    while (from < c->head && !ld_border(c, from)) from++;
    for (to = from; to < c->head && ld_atom_flagged(c, to, LD_CAPITAL) && (to == from || !ld_border(c, to));) to++;
    if (to == c->head && ld_border(c, to) == LD_COMMA && to > from + 1 && to <= from + 3)
        ld_add_piece(field->f, LD_PIECE_SPARE, from, to);
}

/* "trennt sich von Boten [und baut Boote]", "hat die Mühle verkauft [und den Hafen gesperrt]", "wird Obmann [und soll
 * rudern]": what else is done. */
static void find_second_doing(const struct field *field) {
    const struct ld_clause *c = field->c;
    for (uint32_t i = field->from + 2; i + 2 < field->to; i++) {
        if (!ld_word_is(c, i, "und") || ld_is_protected(c, i) || ld_atom_is(c, i - 1, LD_NEGATION)) continue;
        if (joins_adjectives(c, i) && ld_atom_is(c, i - 2, LD_ARTICLE | LD_PREPOSITION)) continue;
        const bool parted = ld_atom_is(c, c->head, LD_AUXILIARY);
        if (parted && ld_is_word_of(c, field->to - 1, LD_WORDS_light_infinitives) &&
            !ld_is_word_of(c, i - 1, LD_WORDS_light_infinitives))
            continue; /* "sollen Tore gesperrt [und Boote verkauft] haben" */
        const bool finite = ld_atom_is(c, i + 1, LD_AUXILIARY) ||                  /* "ist ausgebrochen [und hat ..]" */
                            (ld_may_be_finite(c, i + 1) && !ld_border(c, i + 2) && /* "will bauen [und setzt auf ..]" */
                             !ld_is_rest(c, i + 2));
        const bool is = finite && ld_atom_flagged(c, i - 1, NOUN) && ld_is_word_of(c, c->head, LD_WORDS_being);
        if (is || (parted ? ld_is_rest(c, i - 1) && (finite || (!ld_is_rest(c, i + 1) && ld_is_rest(c, field->to - 1)))
                          : ld_may_be_finite(c, i + 1)))
            ld_add_piece(field->f, LD_PIECE_SPARE, i, c->attribution);
    }
}

/* "[Die] Gilde hat", "[Die] alte Gilde hat", but not "der alte Rat", which is "alter Rat" without it. */
bool ld_is_spare_article(const struct ld_clause *c, uint32_t i) {
    const char *next = ld_folded(c, i + 1);
    const size_t length = strlen(next);
    const bool die = ld_word_is(c, i, "die") || ld_word_is(c, i, "eine"),
               bare = die && length && next[length - 1] == 'e' && ld_atom_flagged(c, i + 2, LD_CAPITAL) &&
                      !c->atoms[i + 1].facts && !ld_border(c, i + 2);
    return (die || ld_word_is(c, i, "der") || ld_word_is(c, i, "das") || ld_word_is(c, i, "ein")) &&
           !ld_border(c, i + 1) && !ld_is_protected(c, i + 1) && (bare || ld_atom_flagged(c, i + 1, LD_CAPITAL));
}

/* "[vom kommenden Jahr an]": since when. */
static void find_starts(const struct field *field) {
    const struct ld_clause *c = field->c;
    static const char *const years[] = {"jahr", NULL};
    for (uint32_t i = field->from; i + 2 < field->last; i++) {
        if (!(ld_word_is(c, i, "von") || ld_word_is(c, i, "vom")) || !is_phrase(c, i)) continue;
        const uint32_t to = phrase_end(field, i);
        if (to > i && to < field->last && ld_word_is(c, to, "an") && !ld_border(c, to) &&
            (ld_atom_is(c, to - 1, LD_TIME) || ld_ends_with(c, to - 1, years)))
            ld_add_piece(field->f, LD_PIECE_SPARE, i, to + 1);
    }
}

/* "[über mehrere Wochen hinweg]", "[für gut zwei Stunden]", "[zwei Tage nach dem Sturm]": how long, how long after. */
static void find_spans(const struct field *field) {
    enum { NEAR = 4 }; /* words before the noun */
    const struct ld_clause *c = field->c;
    for (uint32_t i = field->from; i < field->last; i++) {
        const bool span = ld_word_is(c, i, "über") || ld_word_is(c, i, "für") || ld_word_is(c, i, "ab");
        uint32_t noun = i + span, to;
        const bool count = ld_is_number(c, i) || ld_is_word_of(c, i, LD_WORDS_counts_of_many);
        if (ld_is_protected(c, i) || ld_border(c, i) || !(span || count) ||
            ld_atom_is(c, i - 1, LD_PREPOSITION | LD_ARTICLE | LD_CONJUNCTION | LD_NEGATION))
            continue;
        while (noun < i + NEAR && noun < field->last && !ld_atom_flagged(c, noun, LD_CAPITAL) &&
               (ld_is_word_of(c, noun, LD_WORDS_counts_of_many) ||
                !ld_atom_is(c, noun, LD_PREPOSITION | LD_ARTICLE | LD_CONJUNCTION)) &&
               !ld_border(c, noun))
            noun++;
        if (!ld_atom_flagged(c, noun, LD_CAPITAL) || !ld_is_word_of(c, noun, LD_WORDS_times_of_day)) continue;
        to = noun + 1;
        if (!span && (ld_word_is(c, to, "nach") || ld_word_is(c, to, "vor"))) {
            const uint32_t event = phrase_end(field, to);
            if (event == to) continue;
            to = chain_end(field, event, false);
        } else if (!span) {
            continue;
        }
        to += ld_word_is(c, to, "hinweg") || ld_word_is(c, to, "lang");
        const uint32_t from = i - (ld_is_word_of(c, i - 1, LD_WORDS_hedges_of_counts) || ld_word_is(c, i - 1, "nur"));
        if (to <= field->last && from > c->head && !ld_joins(c, to) && !ld_border(c, to))
            ld_add_piece(field->f, LD_PIECE_SPARE, from, to);
    }
}

uint32_t ld_field_end(const struct ld_clause *c) {
    uint32_t end = c->head + 1;
    while (end < c->attribution && !ld_border(c, end)) end++;
    return end;
}

/* What stands behind the main verb, up to a mark. */
static struct field field_behind(const struct ld_clause *c, struct ld_find *f) {
    struct field field = {.c = c, .f = f, .from = c->head + 1, .to = ld_field_end(c)};
    const char *verb = ld_folded(c, c->head), *particle = "";
    field.last = field.to;
    while (field.last > field.from && ld_is_rest(c, field.last - 1)) field.last--;
    if (field.last < field.to) {
        verb = ld_folded(c, field.last);
    } else if (ld_is_word_of(c, field.last - 1, LD_WORDS_parted)) {
        field.last--;
        particle = ld_folded(c, field.last);
    }
    const size_t first = strlen(particle), length = first + strlen(verb);
    if (length < LONGEST) { /* else none, as it was begun */
        memcpy(field.verb, particle, first);
        memcpy(field.verb + first, verb, length - first);
    }
    field.alone = ld_word_begins_as(field.verb, LD_WORDS_verbs_alone);
    for (uint32_t i = field.from + 1; i < field.last; i++) /* "hat das Tor in Bray gestrichen und Boote verkauft" */
        field.alone &= !(ld_word_is(c, i, "und") && ld_is_rest(c, i - 1));
    return field;
}

/* "eröffnet das Tor am Hafen [nach langer Debatte]": a subject stands before its verb, an object behind it, and that
 * needs no phrase, so that the clause may end at atom i, before one. */
bool ld_may_end_field(const struct ld_clause *c, uint32_t i) {
    const uint32_t first = ld_opening_end(c);
    if (c->endings->language != LD_LANGUAGE_de || !c->head || ld_atom_is(c, c->head, LD_AUXILIARY)) return false;
    const struct field field = field_behind(c, NULL);
    bool object = false;
    if (i < field.from || i + 1 >= field.last || field.last < field.to || !ld_atom_flagged(c, i, NOUN) ||
        !is_phrase(c, i + 1) || ld_atom_is(c, i + 2, LD_PREPOSITION) || !field.alone || is_taken(&field, i + 1) ||
        !ld_atom_is(c, first, LD_ARTICLE) || ld_any_is(c, i + 1, field.to, LD_NEGATION))
        return false;
    for (uint32_t k = first + 1; k <= c->head; k++)
        if (ld_border(c, k)) return false;
    for (uint32_t k = field.from; k <= i; k++) /* "gewann das Rennen und behauptete mit ..": another verb's object */
        if (ld_word_is(c, k, "und") && ld_may_be_finite(c, k + 1)) return false;
    for (uint32_t k = field.from, end; k <= i && !object; k = end) {
        end = is_phrase(c, k) ? phrase_end(&field, k) : k;
        object = end == k && ld_atom_flagged(c, k, LD_CAPITAL) && !ld_atom_is(c, k, LD_TIME);
        end += end == k;
    }
    return object;
}

void ld_find_field(struct ld_find *f) {
    struct ld_clause *c = f->c;
    if (c->endings->language != LD_LANGUAGE_de || !c->head) return;
    struct field behind = field_behind(c, f),
                 before = {.c = c, .f = f, .from = ld_opening_end(c) + 1, .to = c->head, .last = c->head};
    find_adverbs(&behind);
    find_phrases(&behind, WHEN);
    find_spans(&behind);
    find_starts(&behind);
    find_adjectives(&behind);
    find_phrases(&behind, WHERE);
    find_phrases(&behind, OF_NOUN);
    find_genitives(&behind);
    find_second_doing(&behind);
    find_name(&before);
    find_adjectives(&before);
    const uint32_t first = before.from - 1;
    before.from++;
    bool marked = false; /* "Als es regnete, fiel" */
    for (uint32_t i = before.from; i < before.to; i++) marked |= ld_border(c, i) != 0;
    if (!marked) find_phrases(&before, OF_NOUN);
    if (first + 1 < c->head && ld_is_spare_article(c, first)) ld_add_piece(f, LD_PIECE_SPARE, first, first + 1);
}
