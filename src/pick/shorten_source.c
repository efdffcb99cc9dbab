/* shorten_source.c - the segments of a sentence in; who says so at its end, or between its parts, out: ", officials
 * said Tuesday". What comes before it is what is said. Leaves who says so at the beginning to shorten_said.c. Source:
 * as shorten_pieces.c. */
#include "pick/shorten_words.h"

/* "police and fire officials told us": behind the "and" at atom i, the first verb is who says so's. */
static bool joins_speakers(const struct ld_clause *c, uint32_t i, uint32_t to) {
    for (i++; i < to && !ld_is_verb(c, i); i++)
        if (ld_atom_is(c, i, LD_RELATIVE)) return false;
    return i < to && ld_atom_is(c, i, LD_SAY);
}

/* ", he said", ", officials said Tuesday", ", said the mayor of Leeds", ", according to the police" */
bool ld_is_attribution(const struct ld_find *f, uint32_t from, uint32_t to) {
    const struct ld_clause *c = f->c;
    uint32_t phrase = ld_phrase_at(c, from, LD_SAY);
    if (!(c->facts & LD_SAY) || from >= to || to - from > 26 || ld_is_protected(c, from)) return false;
    if (phrase > 1 || (phrase && !f->past)) return true;
    for (uint32_t i = from + 1; phrase && i < to && !ld_atom_is(c, i, LD_RELATIVE); i++)
        if (ld_is_verb(c, i) && ld_atom_is(c, i, LD_AUXILIARY)) return false; /* ", said his journey has been long" */
    if (phrase && ld_atom_shaped(c, from + 1, LD_ENDS_PAST | LD_VERB_PARTICIPLE) &&
        !ld_atom_flagged(c, from + 1, LD_CAPITAL))
        return false; /* ", believed lost" */
    if (phrase)
        return !ld_atom_shaped(c, from, LD_ENDS_PARTICIPLE) && to - from <= 12 &&
               !ld_atom_is(c, from + 1, LD_CONJUNCTION | LD_AUXILIARY);
    if (ld_atom_is(c, from, LD_RELATIVE | LD_CONJUNCTION) && !ld_atom_is(c, from, LD_PRONOUN)) return false;
    for (uint32_t i = from + 1; i < to && i < from + 14; i++) {
        if (i + ld_phrase_at(c, i, LD_SAY) == to && to > i + 1) return true;          /* "a court has heard" */
        if (ld_atom_is(c, i, LD_AUXILIARY) && ld_atom_is(c, i + 1, LD_SAY)) continue; /* "a report has said" */
        if (ld_atom_is(c, i, LD_CONJUNCTION) && ld_atom_is(c, i, LD_CONNECTIVE) && ld_atom_is(c, to - 1, LD_SAY) &&
            !ld_has_verb(c, from, to - 1))
            return true; /* "bankers and brokers said" */
        if (ld_atom_is(c, i, LD_CONJUNCTION) && ld_atom_is(c, i, LD_CONNECTIVE) && joins_speakers(c, i, to)) continue;
        if (ld_atom_is(c, i, LD_CONNECTIVE) && ld_atom_flagged(c, i - 1, LD_CAPITAL) &&
            ld_atom_flagged(c, i + 1, LD_CAPITAL))
            continue; /* "a spokesman for Lind and Co said" */
        if (ld_atom_is(c, i, LD_CONJUNCTION | LD_AUXILIARY) && !ld_atom_is(c, i, LD_PREPOSITION)) return false;
        if (ld_atom_is(c, i, LD_SAY) && !ld_atom_shaped(c, i, LD_ENDS_PARTICIPLE) &&
            !ld_atom_is(c, i - 1, LD_ARTICLE) &&
            !(ld_is_participle(f, from) && !ld_is_verb(c, i))) /* ", citing reports by" */
            return i + 1 == to || ld_atom_is(c, i + 1, LD_TIME | LD_PREPOSITION) ||
                   (ld_atom_flagged(c, i + 1, LD_CAPITAL) && to - i <= 7 && !ld_has_verb(c, i + 1, to) &&
                    !ld_is_infinitive(c, to - 1) && !ld_is_infinitive(c, to - 2)) ||
                   (to - i <= 4 && !ld_atom_is(c, i + 1, LD_CONJUNCTION | LD_RELATIVE)) ||
                   (ld_atom_is(c, i, LD_TELL) && !ld_has_verb(c, i + 1, to)); /* "told the court" */
    }
    return false;
}

/* Whether behind who says so another verb stands: ", he said that it will". */
static bool says_more(const struct ld_clause *c, uint32_t from, uint32_t to) {
    while (from < to && !ld_atom_is(c, from, LD_SAY)) from++;
    return ld_has_verb(c, from + 1, to);
}

/* Whether segment k is no more than a name. */
static bool is_name(const struct ld_find *f, uint32_t k) {
    enum { LONG = 4 }; /* words */
    const uint32_t from = f->segments[k], to = f->segments[k + 1];
    if (to > from + LONG || !(ld_border(f->c, from) & LD_COMMA) || !(ld_border(f->c, to) & LD_COMMA)) return false;
    for (uint32_t i = from; i < to; i++)
        if (!(ld_atom_flagged(f->c, i, LD_CAPITAL) || (i > from && ld_atom_is(f->c, i, LD_MINOR))) ||
            ld_is_protected(f->c, i))
            return false;
    return to > from + 1;
}

/* "aides in Harlan": segment k ends with a name behind a preposition. */
static bool ends_at_place(const struct ld_find *f, uint32_t k) {
    const uint32_t from = f->segments[k];
    uint32_t i = f->segments[k + 1] - 1;
    while (i > from && ld_atom_flagged(f->c, i, LD_CAPITAL)) i--;
    return i > from && i + 1 < f->segments[k + 1] && ld_atom_is(f->c, i, LD_PREPOSITION) &&
           ld_border(f->c, from) & LD_COMMA;
}

enum { BRIEF = 8 }; /* words */

/* "Ashby is a 'known liar', Lind said": hers alone. */
static bool is_verdict(const struct ld_clause *c, uint32_t to) {
    for (uint32_t i = 1; c->has_pairs && i < to; i++)
        if (c->atoms[i].marks & LD_QUOTED && !(c->atoms[i - 1].marks & LD_QUOTED) && ld_atom_is(c, i - 1, LD_ARTICLE) &&
            ld_atom_is(c, i - 2, LD_BE) && ld_atom_is(c, i - 2, LD_AUXILIARY))
            return true;
    return false;
}

void ld_find_attribution(struct ld_find *f) {
    struct ld_clause *c = f->c;
    f->limit = c->attribution = c->count;
    for (uint32_t k = f->count; k-- > 1;) {
        uint32_t from = f->segments[k];
        if (!(ld_border(c, from) & LD_COMMA) || c->count - from > 28) break;
        bool pronoun = ld_atom_is(c, from, LD_PRONOUN) || ld_atom_is(c, c->count - 1, LD_PRONOUN);
        if (k + 1 < f->count && (c->unfinished || ld_is_protected(c, f->segments[k + 1])))
            continue; /* he said, "..." */
        const uint32_t to = k + 1 < f->count ? f->segments[k + 1] : c->count;
        if (!ld_is_attribution(f, from, to) || (c->count - from > 16 && says_more(c, from, to))) continue;
        if (c->whole && c->head >= from && f->past &&
            (ld_phrase_at(c, 0, LD_PREPOSITION | LD_ADJUNCT) || ld_atom_shaped(c, 0, LD_ENDS_PARTICIPLE)) &&
            !ld_is_protected(c, 0))
            break; /* "after the match, the owner asked the fans to stay" */
        if (c->whole && c->head == from && f->past && !ld_is_protected(c, 0)) break; /* "Acme, a rival, said it will" */
        bool stated = false; /* something is, before who says it */
        for (uint32_t i = 0; i < from; i++) stated |= ld_is_verb(c, i) || ld_is_protected(c, i);
        if (!stated && ld_phrase_at(c, from, LD_SAY) == 1) break;
        if (k > 2 && ld_atom_is(c, from, LD_SAY) && is_name(f, k - 2) && !ld_has_verb(c, f->segments[k - 1], from)) {
            k -= 2; /* "Ana Ruiz, head of the mill and its school, said" */
            from = f->segments[k];
        }
        while (k > 1 && ld_atom_is(c, from, LD_SAY)) { /* "the president, Ana Ruiz, said": who does */
            uint32_t back = f->segments[k - 1];
            if (from - back > 8 || ld_has_verb(c, back, from) || !(ld_border(c, back) & LD_COMMA) ||
                ld_is_protected(c, back) || ld_any_is(c, back, from, LD_PREPOSITION | LD_CONJUNCTION))
                break;
            from = back;
            k--;
            if (k > 1 && ld_atom_is(c, f->segments[k - 1], LD_ARTICLE) && !ld_has_verb(c, f->segments[k - 1], from) &&
                ld_border(c, f->segments[k - 1]) & LD_COMMA)
                from = f->segments[k - 1];
            else if (k > 1 && ends_at_place(f, k - 1) && !ld_has_verb(c, f->segments[k - 1], from))
                from = f->segments[k - 1]; /* "aides in Harlan, Oxley, said" */
            break;
        }
        f->limit = c->attribution = from;
        c->accuses |= c->count - from <= BRIEF && (ld_is_demand(c, 0, from) || is_verdict(c, from)); /* that can stay */
        if (!c->accuses && !ld_is_protected(c, 0))
            ld_add_piece(f, pronoun ? LD_PIECE_ASIDE : LD_PIECE_ATTRIBUTION, from, c->count);
        return;
    }
}
