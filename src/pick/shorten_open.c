/* shorten_open.c - a clause and the last atom that stays in; out, whether its last noun phrase or verb is left open,
 * as far as its first word and the next one tell: "issued the warning [to ships]", "began [to sink]". A coarse sign
 * beside shorten_light.c, which asks what the words are. And whether a part of what goes at the end may stay. English.
 * Source: ours, from what readers marked. */
#include "pick/shorten_words.h"

enum { PHRASE = 4 /* words of it behind the article */ };

/* "signed a pact on the reform [of the guild]"; but not "agreed to issue shares [of ..]", where the verb tells more,
 * nor "9 dlrs of debt [of ..]". */
static bool is_of_what(const struct ld_clause *c, uint32_t last) {
    enum { FAR = 8 }; /* words */
    if (c->atoms[last].flags & LD_CAPITAL || ld_is_word_of(c, last, LD_WORDS_amounts)) return false;
    for (uint32_t i = last; i + FAR > last && !c->atoms[i].verb && !c->atoms[i].border; i--)
        if (ld_is_infinitive(c, i) ||
            (c->atoms[i].shape & LD_ENDS_PARTICIPLE && ld_atom_is(c, i - 1, LD_PREPOSITION)) ||
            (i < last && ((ld_atom_shaped(c, i, LD_TAKES_OF) && ld_atom_is(c, i, LD_PREPOSITION)) || ld_joins(c, i))))
            return false;
    return true;
}

double ld_openness(const struct ld_clause *c, uint32_t last) {
    uint32_t next = last + 1;
    if (ld_by_endings(c)) return ld_openness_beside(c, last);
    if (!c->endings->forms) return 0;
    if (ld_atom_shaped(c, next, LD_COMPANY_FORM) && ld_atom_at(c, next + 1)->marks & LD_BRACKETED)
        next++; /* "for the Harlan Works [Plc] [<HWP.L>]" */
    while (next < c->count && c->atoms[next].marks & LD_BRACKETED && !(c->atoms[last].marks & LD_BRACKETED)) next++;
    if (ld_border(c, next)) return 0;
    if (ld_atom_is(c, last, LD_TIME) && ld_is_number(c, last - 1) && !ld_atom_is(c, next, LD_PREPOSITION))
        return 1; /* "scored with ten minutes [left]" */
    if (ld_atom_is(c, last, LD_TIME) && ld_atom_shaped(c, next, LD_TAKES_OF))
        return 1; /* "the ban until May 2033 [of imports]" */
    const bool of = ld_atom_shaped(c, next, LD_TAKES_OF) && ld_atom_is(c, next, LD_BOUND) && is_of_what(c, last);
    double open = ld_atom_shaped(c, next, LD_MARKS_INFINITIVE);
    for (uint32_t i = last, words = 0; words < PHRASE && !c->atoms[i--].border; words++) {
        if (!ld_atom_is(c, i, LD_ARTICLE)) continue;
        if (!ld_atom_is(c, i, LD_MINOR) || ld_is_word_of(c, i - 1, LD_WORDS_amounts)) break; /* "its", "9 dlrs a" */
        return open + (c->atoms[i].shape & LD_DEFINITE || !words || of ? 1 : 0.5);
    }
    return open + of;
}

bool ld_is_sound_part(const struct ld_clause *c, uint32_t from, const bool *keep) {
    const uint32_t next = ld_told_end(c, keep);
    if (next <= from || next == c->attribution) return true;
    if (ld_word_is(c, from, "with") || ld_waits(c, next - 1)) return false;
    return ld_border(c, next) || ld_opens_clause(c, next) || c->atoms[next].marks & LD_BRACKETED ||
           ld_atom_shaped(c, next, LD_ENDS_PARTICIPLE | LD_ENDS_PAST | LD_ADVERB | LD_COMPANY_FORM) ||
           ld_atom_is(c, next, LD_TIME) || ld_word_is(c, next, "due") ||
           ld_phrase_at(c, next, LD_PREPOSITION | LD_CONJUNCTION | LD_ADJUNCT);
}

bool ld_is_told_part(const struct ld_clause *c, const bool *keep) {
    const uint32_t last = ld_last_told(c, keep);
    if (!ld_is_told(c, last)) return false;
    if (ld_border(c, last + 1)) return ld_place_after(c, last) == LD_PLACE_CLEAN;
    return ld_atom_is(c, last + 1, LD_ADJUNCT) || c->atoms[last].flags & LD_CAPITAL;
}

bool ld_is_full(const struct ld_clause *c, uint32_t i) {
    const struct ld_atom *atom = &c->atoms[i], *next = atom + 1;
    const bool particle = next->facts & LD_BOUND && !(next->shape & LD_TAKES);
    if (!c->endings->forms || next->border || particle || !ld_is_told(c, i)) return false;
    if (atom->flags & (LD_CAPITAL | LD_NUMERIC)) return true;
    return !(atom[-1].facts & (LD_PREPOSITION | LD_PRONOUN)) && ld_openness(c, i) < 1;
}

/* "will abide [by ..]", "are kept [from ..]": no more than a verb. */
static bool is_bare(const struct ld_clause *c, uint32_t i) {
    return ld_atom_is(c, i + 1, LD_PREPOSITION) && (ld_is_verb(c, i) || ld_atom_is(c, i - 1, LD_AUXILIARY) ||
                                                    (ld_joins(c, i - 1) && ld_atom_shaped(c, i, LD_VERB_BASE)));
}

/* "flagged the page [as spam]", "was picked [as cover]": at atom i begins what it is held to be, and no clause. */
static bool is_what_as(const struct ld_clause *c, uint32_t i) {
    enum { FAR = 12 }; /* words */
    if (!ld_word_is(c, i, "as") || ld_atom_is(c, i + 1, LD_TIME | LD_PRONOUN | LD_PREPOSITION) ||
        ld_atom_shaped(c, i + 1, LD_ADVERB | LD_LIKE_PAST) ||
        ld_phrase_at(c, i, LD_PREPOSITION | LD_ADJUNCT | LD_CONJUNCTION | LD_CONNECTIVE) > 1)
        return false;
    for (uint32_t k = i + 1; k < c->count && k < i + FAR && !(c->atoms[k].border && k > i + 1); k++)
        if (ld_is_verb(c, k) || ld_opens_clause(c, k) || ld_atom_shaped(c, k, LD_ADVERB)) return false;
    return true;
}

/* "to beat Oxley 3-2 and [move] to the top": another infinitive. */
static bool is_next_infinitive(const struct ld_clause *c, uint32_t i) {
    enum { FAR = 10 }; /* words */
    if (!ld_atom_shaped(c, i, LD_VERB_BASE | LD_VERB_OR_NOUN) || ld_atom_shaped(c, i, LD_ENDS_S) ||
        !ld_atom_is(c, i + 1, LD_PREPOSITION | LD_ARTICLE | LD_PRONOUN) || ld_atom_shaped(c, i + 1, LD_TAKES_OF) ||
        !ld_atom_flagged(c, i - 2, LD_CAPITAL | LD_NUMERIC))
        return false; /* "to work within its means and provide a footing": the more the better */
    for (uint32_t k = i - 1; k + FAR > i && !c->atoms[k].border; k--)
        if (ld_is_sure_infinitive(c, k)) return true;
    return false;
}

/* Whether a noun phrase goes on at atom i, behind "and": not "[but he said]", "[and to sell it]", "[and selling it]".
 */
static bool joins_noun(const struct ld_clause *c, uint32_t i) {
    if (ld_word_is(c, i - 1, "but") || ld_is_verb(c, i) || ld_atom_is(c, i, LD_PREPOSITION)) return false;
    if (is_next_infinitive(c, i)) return false;
    return !ld_atom_shaped(c, i, LD_ENDS_PARTICIPLE) || ld_is_plain(c, i + 1); /* "and manufacturing staff" */
}

/* "butane [and propane gas]": of what is joined, unlike "old ropes [and new nets]". */
static bool is_of_joined(const struct ld_clause *c, uint32_t i) {
    return !ld_is_plain(c, i) || (!ld_atom_shaped(c, i, LD_ENDS_S) && ld_is_plain(c, i + 2) && ld_is_plain(c, i + 3));
}

/* Behind atom i, where no lightness up to that counts. */
static enum ld_asks asks(const struct ld_clause *c, uint32_t i, double slight) {
    const uint32_t next = i + 1;
    const bool light = ld_lightness(c, i) > slight;
    if (ld_by_endings(c)) return ld_asks_beside(c, i, light);
    if (ld_border(c, next))
        return light ? LD_ASKS_WHAT : ld_place_after(c, i) < LD_PLACE_CLEAN ? LD_ASKS_WHICH : LD_ASKS_NOTHING;
    if (ld_atom_shaped(c, next, LD_TAKES_OF)) return LD_ASKS_MOST;
    if (ld_is_word_of(c, i, LD_WORDS_disasters) && ld_is_article(c, i - 1) &&
        ld_atom_is(c, next, LD_RELATIVE | LD_PREPOSITION))
        return LD_ASKS_LITTLE;                        /* "after fighting a blaze [that ..]" */
    if (ld_joins(c, next) && joins_noun(c, next + 1)) /* "wheat areas [and farms in ..]" */
        return is_of_joined(c, i) ? LD_ASKS_MOST : LD_ASKS_WHAT;
    if (ld_is_that(c, next) && (light || ld_begins_as(c, i, LD_WORDS_contents))) return LD_ASKS_MOST;
    if (ld_says_more(c, next)) return LD_ASKS_MOST;
    if (ld_find_parting(c, next)) return LD_ASKS_WHAT; /* "a probe by the guild [into it]" */
    if (is_what_as(c, next)) return LD_ASKS_WHICH;
    if (is_bare(c, i) && (light || ld_joins(c, i - 1))) return LD_ASKS_MOST;
    if (is_bare(c, i) && ld_atom_shaped(c, next, LD_TAKES & ~LD_TAKES_IN)) return LD_ASKS_WHAT; /* "is used [for ..]" */
    if (light || (ld_is_sure_infinitive(c, next + 1) && ld_is_word_of(c, i, LD_WORDS_undertakings)))
        return LD_ASKS_WHAT;
    if (ld_joins(c, next) && ld_atom_shaped(c, next + 1, LD_ENDS_PARTICIPLE) &&
        ld_is_word_of(c, ld_last_border(c, i), LD_WORDS_hurting))
        return LD_ASKS_NOTHING; /* ", killing nine smiths [and injuring ..]" */
    if (!ld_is_told(c, i)) return LD_ASKS_WHICH;
    return ld_is_full(c, i) ? LD_ASKS_NOTHING : LD_ASKS_LITTLE;
}

enum ld_asks ld_asks(const struct ld_clause *c, uint32_t i) { return asks(c, i, 0); }

enum ld_asks ld_still_asks(const struct ld_clause *c, uint32_t i) { return asks(c, i, 0.3); }

bool ld_follows_aside(const struct ld_clause *c, uint64_t dropped, uint32_t i) {
    const uint32_t small = 1u << LD_PIECE_DAY | 1u << LD_PIECE_BRACKET | 1u << LD_PIECE_COMPANY;
    for (; dropped; dropped &= dropped - 1) {
        const struct ld_piece *piece = &c->pieces[ld_zeros_before(dropped)];
        if (piece->to == i && !(small >> piece->kind & 1)) return true;
    }
    return false;
}
