/* shorten_dutch.c - a clause of Dutch in; out, as pieces, what stands between the two parts of its verb that it does
 * without, where the rest of that would be lost otherwise, and whether the clause may end before what goes on behind
 * them without a mark: "heeft [dinsdag] [na lang overleg] een boot verkocht [in Bray], [omdat ..]". Dutch writes nouns
 * without a capital: where one ends is told by what begins behind it. When unsure it finds none. Source: the
 * topological fields, as shorten_second.c. */
#include <string.h>

#include "pick/shorten_words.h"

enum {
    BEGINS = LD_ARTICLE | LD_PREPOSITION | LD_NEGATION | LD_PRONOUN | LD_TIME | LD_AUXILIARY | LD_CONJUNCTION |
             LD_RELATIVE | LD_CONNECTIVE
};

/* "verkocht", "gevonden", "teruggevonden", "aangehouden": a participle. */
static bool is_participle(const struct ld_clause *c, uint32_t i) {
    const char *word = ld_folded(c, i);
    const size_t length = strlen(word);
    if (length < 5 || c->atoms[i].flags & (LD_CAPITAL | LD_NUMERIC) || c->atoms[i].facts & BEGINS) return false;
    const bool n = !strcmp(word + length - 2, "en"), t = strchr("dt", word[length - 1]) != NULL;
    if (!n && !t) return false;
    if (!strncmp(word, "ge", 2)) return length > 5;
    const size_t part = ld_word_begins_as(word, LD_WORDS_dutch_parted);
    if (part && !strncmp(word + part, "ge", 2)) return true;
    return n ? ld_is_word_of(c, i, LD_WORDS_dutch_participles)
             : length > 6 && ld_word_begins_as(word, LD_WORDS_dutch_starts);
}

/* "zal de mill [sluiten]", "wil de kermis [verplaatsen] naar": an infinitive, behind a modal. */
static bool is_infinitive(const struct ld_clause *c, uint32_t i) {
    const char *word = ld_folded(c, i);
    const size_t length = strlen(word);
    return length > 4 && !strcmp(word + length - 2, "en") && !(c->atoms[i].flags & (LD_CAPITAL | LD_NUMERIC)) &&
           !(c->atoms[i].facts & BEGINS) && !ld_atom_is(c, i - 1, LD_ARTICLE | LD_PREPOSITION | LD_CONJUNCTION) &&
           !ld_is_number(c, i - 1);
}

/* "heeft", "worden": beside which a participle stands. */
static bool takes_participle(const struct ld_clause *c) { return ld_is_word_of(c, c->head, LD_WORDS_dutch_having); }

/* The rest of the main verb: the first atom of what stands where its field ends, or end. */
static uint32_t find_rest(const struct ld_clause *c, uint32_t end) {
    for (uint32_t i = c->head + 1; i < end; i++) {
        const bool last =
            i + 1 == end ||
            ld_atom_is(c, i + 1, LD_PREPOSITION | LD_CONJUNCTION | LD_RELATIVE | LD_AUXILIARY | LD_ARTICLE | LD_TIME);
        if (ld_joins(c, i + 1) || ld_atom_is(c, i - 1, LD_PREPOSITION | LD_ARTICLE) || ld_is_number(c, i - 1))
            continue; /* "met gemeenten" */
        if (last && (takes_participle(c) ? is_participle(c, i) : is_infinitive(c, i))) return i;
    }
    return end;
}

/* "in de oude haven", "vanaf volgend jaar": where the phrase ends that begins at atom i, by what begins behind it; or
 * i.
 */
static uint32_t phrase_end(const struct ld_clause *c, uint32_t i, uint32_t last) {
    static const char *const adjectives[] = {"e", NULL};
    uint32_t to = i + 1;
    while (to < last && ld_atom_is(c, to, LD_ARTICLE) && !ld_atom_is(c, to, LD_CONJUNCTION)) to++;
    const uint32_t first = to;
    while (to < last && !ld_border(c, to) && !ld_is_protected(c, to) &&
           !(c->atoms[to].facts & BEGINS && !(ld_atom_is(c, to, LD_TIME) && !ld_atom_is(c, to, LD_PREPOSITION))) &&
           !(ld_atom_flagged(c, to, LD_NUMERIC) && to > first && !ld_atom_is(c, to - 1, LD_MONTH)) &&
           !(to > first && ld_atom_is(c, to - 1, LD_TIME) && !ld_atom_is(c, to, LD_TIME) &&
             !ld_atom_flagged(c, to, LD_NUMERIC) && !ld_is_word_of(c, to - 1, LD_WORDS_dutch_next)))
        to++;
    if (to == first || (to < last && ld_border(c, to))) return i;
    for (uint32_t k = first; k + 1 < to; k++) /* "in een loods cocaïne" */
        if (!ld_ends_with(c, k, adjectives) && !ld_atom_flagged(c, k, LD_NUMERIC) && !ld_atom_is(c, k, LD_TIME) &&
            !ld_is_word_of(c, k, LD_WORDS_dutch_next) &&
            !(ld_atom_flagged(c, k, LD_CAPITAL) && ld_atom_flagged(c, k + 1, LD_CAPITAL)))
            return i;
    const bool half =
        ld_word_is(c, to, "toe") || ld_word_is(c, to, "af") || ld_word_is(c, to, "heen"); /* "tot nu toe" */
    const bool goes_on = ld_atom_is(c, to, LD_CONJUNCTION | LD_RELATIVE) && !ld_atom_is(c, to, LD_PREPOSITION);
    return to < last && (half || goes_on) ? i : to;
}

/* The phrases that begin at atom i, one after the other: where they end, or i. Of a verb of one part only those that
 * belong to the noun before them. */
static uint32_t chain_end(const struct ld_clause *c, uint32_t i, uint32_t last, bool parted) {
    uint32_t to = phrase_end(c, i, last), next;
    while (to > i && to < last && ld_atom_is(c, to, LD_PREPOSITION) &&
           (parted || ld_word_is(c, to, "van") || ld_word_is(c, to, "in")) && (next = phrase_end(c, to, last)) > to)
        to = next;
    if (ld_atom_flagged(c, to - 1, LD_CAPITAL) && ld_atom_flagged(c, to + 1, LD_CAPITAL) && to < last)
        return i; /* "van Michiel de Ruyter" */
    return to < last && ld_atom_is(c, to, LD_PREPOSITION) ? i : to;
}

/* Phrases and times in [from, last), last the rest of the verb, or its particle. What the verb may take stays: what
 * stands before its rest, but for when and why; and of a verb of one part whatever is not followed by an object. */
static void find_phrases(struct ld_find *f, uint32_t from, uint32_t last, uint32_t end) {
    const struct ld_clause *c = f->c;
    const bool parted = last < end;
    if (ld_is_word_of(c, c->head, LD_WORDS_dutch_permitting)) return; /* what holds there or then alone */
    for (uint32_t i = last; i-- > from;) {
        if (ld_is_protected(c, i) || ld_border(c, i)) continue;
        if (ld_atom_is(c, i, LD_TIME) && !ld_atom_is(c, i, LD_PREPOSITION | LD_ARTICLE) &&
            !ld_atom_is(c, i - 1, BEGINS & ~(LD_AUXILIARY | LD_TIME)) && !ld_is_number(c, i - 1) &&
            !ld_is_word_of(c, i - 1, LD_WORDS_dutch_next) && !(ld_atom_is(c, i + 1, LD_TIME) && i + 1 < last)) {
            ld_add_piece(f, LD_PIECE_SPARE, i, i + 1);
            continue;
        }
        if (!ld_is_word_of(c, i, LD_WORDS_dutch_circumstances) ||
            ld_atom_is(c, i - 1, LD_ARTICLE | LD_PREPOSITION | LD_CONJUNCTION | LD_NEGATION))
            continue;
        if (ld_word_is(c, i, "op") && ld_atom_is(c, i - 1, LD_TIME)) continue; /* "van zaterdag op zondag" */
        const bool sure = ld_is_word_of(c, i, LD_WORDS_dutch_times);
        const uint32_t to = chain_end(c, i, last, parted);
        uint32_t one = phrase_end(c, i, last), next;
        const bool when = one > i && ld_atom_is(c, one - 1, LD_TIME);
        if (ld_word_is(c, i, "per") && !ld_is_number(c, i + 1)) continue; /* "90 kilometer per uur" */
        while (when && ld_atom_is(c, one, LD_PREPOSITION) && (next = phrase_end(c, one, last)) > one &&
               ld_atom_is(c, next - 1, LD_TIME))
            one = next; /* "in de nacht van zaterdag op zondag" */
        if (when) {
            if (!ld_is_number(c, one) || ld_atom_is(c, one - 1, LD_MONTH)) ld_add_piece(f, LD_PIECE_SPARE, i, one);
            continue;
        }
        const bool object = to < last && (ld_is_article(c, to) || ld_is_number(c, to));
        const bool needed = i == c->head + 1 || ld_is_word_of(c, last, LD_WORDS_dutch_light);
        if (to == i || (to == last && needed && !sure) || (!parted && !object && !(sure && to == last)))
            continue; /* "is in Bray geboren", "heeft het in brand gestoken", "woont in Bray" */
        ld_add_piece(f, LD_PIECE_SPARE, i, to);
    }
}

/* "Door een storing [bij een bedrijf in Bray] kon": in what stands before the verb, behind its first phrase. And "Een
 * man [die in Bray woont,] is", which one of many. */
static void find_before(struct ld_find *f) {
    const struct ld_clause *c = f->c;
    for (uint32_t i = 2; ld_word_is(c, 0, "een") && ld_border(c, c->head) & LD_COMMA && i < c->head; i++)
        if (ld_word_is(c, i, "die") || ld_word_is(c, i, "dat")) {
            if (!ld_border(c, i)) ld_add_piece(f, LD_PIECE_SPARE, i, c->head);
            break;
        }
    const uint32_t first = ld_atom_is(c, 0, LD_PREPOSITION) ? phrase_end(c, 0, c->head) : 0;
    if (!first || first >= c->head || ld_border(c, first)) return;
    for (uint32_t i = first; i < c->head; i++)
        if (ld_is_word_of(c, i, LD_WORDS_dutch_circumstances) && chain_end(c, i, c->head, true) == c->head)
            ld_add_piece(f, LD_PIECE_SPARE, i, c->head);
}

/* "roept zakken sla [terug] omdat": a particle of the main verb at atom i, behind which something begins anew. */
static bool is_particle(const struct ld_clause *c, uint32_t i, uint32_t end) {
    return ld_is_word_of(c, i, LD_WORDS_dutch_parted) && i > c->head + 1 &&
           (i + 1 == end || ld_atom_is(c, i + 1, LD_PREPOSITION | LD_CONJUNCTION));
}

static bool has_particle(const struct ld_clause *c, uint32_t from, uint32_t end) {
    for (uint32_t i = from; i < end; i++)
        if (is_particle(c, i, end)) return true;
    return false;
}

void ld_find_dutch(struct ld_find *f) {
    const struct ld_clause *c = f->c;
    if (c->endings->language != LD_LANGUAGE_nl || !c->head) return;
    const uint32_t end = ld_field_end(c);
    uint32_t rest = end;
    if (ld_atom_is(c, c->head, LD_AUXILIARY))
        rest = find_rest(c, end);
    else if (is_particle(c, end - 1, end))
        rest = end - 1;
    if (rest < end || !ld_atom_is(c, c->head, LD_AUXILIARY)) find_phrases(f, c->head + 1, rest, end);
    find_before(f);
}

/* "veroverde op het eiland [zilver]": in [from, to) stands what belongs to no phrase and says not when. */
static bool has_object(const struct ld_clause *c, uint32_t from, uint32_t to) {
    for (uint32_t i = from, next; i < to; i = next) {
        next = ld_atom_is(c, i, LD_PREPOSITION) ? phrase_end(c, i, to) : i;
        if (next == i && ld_atom_is(c, i, LD_PREPOSITION)) return false; /* where it ends is not told */
        if (next == i && !(c->atoms[i].facts & (LD_TIME | LD_STOP | LD_PREPOSITION | LD_NEGATION))) return true;
        next += next == i;
    }
    return false;
}

/* Atom i is within a clause of its own that no mark parts from the main one: "stopt omdat een boot [in ..]". */
static bool is_within_clause(const struct ld_clause *c, uint32_t i) {
    for (uint32_t k = c->head + 1; k < i; k++)
        if (ld_is_word_of(c, k, LD_WORDS_dutch_adjuncts) || ld_word_is(c, k, "die") || ld_word_is(c, k, "dat") ||
            ld_word_is(c, k, "om") || ld_word_is(c, k, "als"))
            return true;
    return false;
}

/* A phrase stands in [from, to), which is no time. */
static bool has_phrase(const struct ld_clause *c, uint32_t from, uint32_t to) {
    for (uint32_t i = from; i + 1 < to; i++)
        if (ld_atom_is(c, i, LD_PREPOSITION) && !ld_any_is(c, i + 1, to, LD_TIME)) return true;
    return false;
}

bool ld_may_end_dutch(const struct ld_clause *c, uint32_t i) {
    const uint32_t next = i + 1;
    if (c->endings->language != LD_LANGUAGE_nl || !c->head || i <= c->head + 1 || ld_is_protected(c, i)) return false;
    const uint32_t end = ld_field_end(c);
    if (next >= end || ld_any_is(c, next, end, LD_NEGATION) || is_within_clause(c, i) ||
        ld_is_word_of(c, i, LD_WORDS_dutch_before))
        return false;
    const bool parted = ld_atom_is(c, c->head, LD_AUXILIARY), particle = !parted && is_particle(c, i, end),
               clause = ld_is_word_of(c, next, LD_WORDS_dutch_adjuncts), om = ld_word_is(c, next, "om"),
               relative = ld_word_is(c, next, "die") || ld_word_is(c, next, "waar") || ld_word_is(c, next, "wier"),
               sure = ld_is_word_of(c, next, LD_WORDS_dutch_times) || ld_word_is(c, next, "ten"),
               phrase = sure || ld_is_word_of(c, next, LD_WORDS_dutch_circumstances) || ld_word_is(c, next, "aan");
    if (!(clause || relative || phrase || om) || (ld_atom_is(c, i, BEGINS & ~LD_TIME) && !particle)) return false;
    const uint32_t rest = parted ? find_rest(c, end) : end;
    if (parted && rest < end) {
        if (rest > i || (rest == i && (phrase || om) && ld_is_word_of(c, rest, LD_WORDS_dutch_needing))) return false;
        return clause || relative || (om && rest == i) ||
               (phrase && (rest == i ? !ld_word_is(c, next, "aan") : sure || has_phrase(c, rest, i)));
    }
    if (has_particle(c, next, end) || (parted && !ld_is_word_of(c, c->head, LD_WORDS_dutch_being))) return false;
    if (clause || relative || (om && particle)) return true;
    if (!phrase || !has_object(c, c->head + 1, next)) return false;
    return (particle ? !ld_word_is(c, next, "aan")
                     : !parted && has_phrase(c, c->head + 1, i) && !ld_word_is(c, next, "met") &&
                           !ld_word_is(c, next, "op"));
}
