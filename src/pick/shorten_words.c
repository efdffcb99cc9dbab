/* shorten_words.c - atoms of a clause in, what they are out: phrases, what looks like a finite verb. Verbs are told by
 * closed classes and endings only, so they are a guess. */
#include <string.h>

#include "pick/shorten_words.h"

bool ld_any_is(const struct ld_clause *c, uint32_t from, uint32_t to, uint32_t facts) {
    for (uint32_t i = from; c->facts & facts && i < to; i++)
        if (c->atoms[i].facts & facts) return true;
    return false;
}

/* Whether the words from atom i on may be those of one. */
static bool may_be_phrase(const struct ld_clause *c, uint32_t i) {
    uint64_t hash = ld_hash_8(LD_HASH_START, ld_bytes_8(ld_folded(c, i)));
    for (uint32_t n = 1; n < LD_PHRASE && i + n < c->count && !(ld_atom_at(c, i + n - 1)->marks & LD_BORDER); n++) {
        hash = ld_hash_8(hash, ld_bytes_8(ld_folded(c, i + n)));
        if (ld_language_may_be(c->doc->language, hash)) return true;
    }
    return false;
}

/* What the lexicon says of the phrases that begin at atom i and go over no mark. */
static void find_phrases_at(struct ld_arena *arena, struct ld_clause *c, uint32_t i) {
    char phrase[LD_PHRASE * (LD_WORD_BYTES + 1) + 8]; /* words are copied with the zeros after them */
    uint32_t facts[LD_PHRASE - 1] = {0}, any = 0;
    size_t length = 0;
    for (uint32_t n = 1; n <= LD_PHRASE && i + n <= c->count; n++) {
        const struct ld_word *word = ld_token_word(c->doc, ld_atom_at(c, i + n - 1)->token);
        if (length + word->length + 1 > sizeof phrase - 8) break;
        if (length && phrase[length - 1] != '\'') phrase[length++] = ' '; /* "d'autre part" */
        const char *folded = ld_folded_of(word);
        for (uint32_t k = 0; k < word->length; k += 8) ld_put_bytes_8(phrase + length + k, ld_bytes_8(folded + k));
        length += word->length;
        if (n > 1) {
            uint32_t found = ld_language_look(c->doc->language, phrase, length);
            any |= facts[n - 2] = found & ~LD_OPENS_PHRASE;
            if (!(found & LD_OPENS_PHRASE)) break;
        }
        if (ld_atom_at(c, i + n - 1)->marks & LD_BORDER) break;
    }
    if (!any) return;
    c->facts |= any;
    uint32_t *copy = ld_arena_alloc(arena, sizeof facts);
    memcpy(copy, facts, sizeof facts);
    c->atoms[i].phrases = copy;
    c->atoms[i].phrase_facts = any;
    ld_put_in(&c->sets, LD_SORT_OPENER, i, true);
    ld_put_in(&c->sets, LD_SORT_END, i, true);
}

/* ---- verbs ------------------------------------------------------------------------------------------------------- */

bool ld_goes_with_marker(const struct ld_clause *c, uint32_t i) {
    return !(c->atoms[i].flags & (LD_CAPITAL | LD_NUMERIC)) &&
           !(ld_atom_shaped(c, i - 2, LD_TAKES_TO) && !(c->atoms[i].shape & (LD_VERB_BASE | LD_VERB_OR_NOUN)) &&
             !ld_atom_is(c, i, LD_AUXILIARY)) && /* "exposed to fumes" */
           !ld_atom_is(c, i, LD_ARTICLE | LD_PRONOUN | LD_PREPOSITION | LD_RELATIVE | LD_TIME);
}

/* "being", "to be": what follows them is no finite verb, either. */
static bool is_nonfinite(const struct ld_clause *c, uint32_t i) {
    return ld_atom_is(c, i, LD_AUXILIARY) && (c->atoms[i].shape & LD_ENDS_PARTICIPLE || ld_is_infinitive(c, i));
}

/* "to mend and [replace]": an infinitive, too. */
static bool is_second_infinitive(const struct ld_clause *c, uint32_t i) {
    uint32_t k = i - 1;
    if (!(c->atoms[i].shape & LD_VERB_BASE) || !ld_joins(c, k)) return false;
    while (!c->atoms[k].border && !ld_atom_at(c, k - 1)->verb)
        if (ld_is_sure_infinitive(c, --k)) return true;
    return false;
}

/* "the firm's", "the firms'": but not the end of a quotation. */
static bool is_genitive(const struct ld_clause *c, uint32_t i) {
    const struct ld_atom *atom = &c->atoms[i];
    return atom->shape & LD_ENDS_GENITIVE || (atom->shape & LD_ENDS_S && atom->tail > atom->end &&
                                              c->doc->text[atom->end] == '\'' && atom->quote == UINT32_MAX);
}

/* "claims for damages", "its seven-year notes", "in market reports": a noun, though someone claims, notes, reports. */
static bool is_noun_of_speech(const struct ld_clause *c, uint32_t i) {
    const struct ld_atom *before = ld_atom_at(c, i - 1);
    if (!(c->atoms[i].shape & LD_VERB_OR_NOUN)) return false;
    if (ld_is_infinitive(c, i + 2)) return false;
    uint32_t first = i; /* "of junior capital notes": words without a fact, behind a preposition */
    while (first > 1 && !(ld_atom_at(c, first - 1)->facts | ld_atom_at(c, first - 1)->flags) &&
           !c->atoms[first].border && !ld_atom_at(c, first - 1)->verb)
        first--;
    if (i == 1 && before->shape & LD_ENDS_PARTICIPLE && c->atoms[i].shape & LD_ENDS_S)
        return true; /* "Rejecting claims that" */
    return ld_atom_is(c, i + 1, LD_PREPOSITION) || before->flags & LD_NUMERIC ||
           before->shape & (LD_NUMBER_WORD | LD_HYPHENED) || before->verb || ld_atom_is(c, first - 1, LD_PREPOSITION);
}

/* "[rose by] an average of about two percent": what follows "by" counts. */
static bool is_measure(const struct ld_clause *c, uint32_t i) {
    enum { FAR = 5 }; /* words */
    for (uint32_t k = i; k < i + FAR && !ld_atom_flagged(c, k, LD_CAPITAL) && !c->atoms[k].border; k++)
        if (ld_is_number(c, k)) return true;
    return false;
}

bool ld_ends_with(const struct ld_clause *c, uint32_t i, const char *const *endings) {
    const char *word = ld_folded(c, i);
    const size_t length = strlen(word);
    for (; *endings; endings++) {
        const size_t end = strlen(*endings);
        if (length > end + 2 && !strcmp(word + length - end, *endings)) return true;
    }
    return false;
}

bool ld_ends_as_adjective(const struct ld_clause *c, uint32_t i) {
    static const char *const endings[] = {"able", "ible", "ful", "ical", "ior", "less", "ous", NULL};
    return ld_ends_with(c, i, endings);
}

bool ld_ends_as_nation(const struct ld_clause *c, uint32_t i) {
    static const char *const endings[] = {"an", "ch", "ese", "ish", NULL};
    return ld_ends_with(c, i, endings);
}

bool ld_is_superlative(const struct ld_clause *c, uint32_t i) {
    static const char *const endings[] = {"est", NULL};
    return ld_ends_with(c, i, endings) && !ld_is_word_of(c, i, LD_WORDS_nouns_est);
}

/* "the need", "a will", "May Stores is", "to have been lost": no finite verb where it stands, be it an auxiliary. */
static bool is_never_finite(const struct ld_clause *c, uint32_t i) {
    const struct ld_atom *atom = &c->atoms[i], *before = atom - 1;
    const uint32_t facts = atom->facts;
    if (is_nonfinite(c, i) || (before->flags & LD_NUMERIC && ld_word_is(c, i, "am"))) return true; /* "to be", "9 am" */
    if (!i) /* "May Stores is", "Will Lind left" */
        return c->endings->forms && ld_atom_flagged(c, 1, LD_CAPITAL);
    if (before->facts & LD_ARTICLE && !(i > 1 && (ld_is_plain(c, i - 2) || ld_atom_flagged(c, i - 2, LD_CAPITAL)) &&
                                        /* "the smiths all left", "Lind and Dahl both left" */
                                        (ld_word_is(c, i - 1, "all") || ld_word_is(c, i - 1, "both")))) {
        const bool object = ld_by_endings(c) && atom->shape & LD_ENDS_FINITE && i > 1 && !before->border &&
                            !before[-1].facts; /* "le scrutin les opposera" */
        if (!object && !(before->facts & LD_RELATIVE) && !(facts & LD_AUXILIARY) && !atom->border &&
            !(facts & LD_PAST && atom->shape & LD_INTRANSITIVE))
            return true;                           /* "the fall", but "what may matter most came" */
        if (before->facts & LD_MINOR) return true; /* "the need", "a will" */
    }
    if (ld_is_article(c, i - 2) && ld_atom_is(c, i + 1, LD_PREPOSITION) && !(facts & LD_AUXILIARY) && !atom->border &&
        ld_ends_as_adjective(c, i - 1))
        return true; /* "the ideological split between" */
    const bool past = facts & LD_PAST && !(atom->shape & (LD_VERB_BASE | LD_ENDS_S)); /* no "U.S. Open" */
    if (atom->flags & LD_CAPITAL &&
        !(before->facts & LD_ABBR_EITHER && (facts & LD_AUXILIARY || past))) /* "the U.S. Will", "in the U.S. Fell" */
        return true;
    if (ld_is_that(c, i - 1) && ld_atom_is(c, i - 2, LD_SAY) && ld_is_word_of(c, i, LD_WORDS_reduced))
        return true;                                     /* "said that based on dues, the mill" */
    if (before->facts & LD_AUXILIARY && !atom->border && /* "to have been lost" */
        (is_nonfinite(c, i - 1) || (ld_word_is(c, i - 1, "been") && is_nonfinite(c, i - 2))))
        return true;
    if (before->shape & LD_ADVERB && atom->shape & LD_LIKE_PAST && c->endings->forms) { /* "being wrongly held" */
        uint32_t rest = i - 1;
        while (c->atoms[rest].shape & LD_ADVERB && !c->atoms[rest].border) rest--;
        if (is_nonfinite(c, rest)) return true;
    }
    return facts & LD_AUXILIARY && atom->shape & LD_VERB_OR_NOUN && !(before->shape & LD_ENDS_S) &&
           !(before->facts & (LD_PRONOUN | LD_RELATIVE | LD_TIME)) &&
           ld_atom_shaped(c, i + 1, LD_MARKS_INFINITIVE); /* "an immediate need to" */
}

/* "cleaned up nine [abandoned] mines", "nine [alleged] thefts of rope will": counted, but not "and nine lost limbs". */
static bool is_counted(const struct ld_clause *c, uint32_t i) {
    enum { FAR = 10, YEAR = 4 }; /* words; digits */
    const struct ld_atom *number = ld_atom_at(c, i - 1);
    const bool near = ld_atom_shaped(c, i + 1, LD_ENDS_S) || ld_is_many(c, i + 1),
               open = !(c->atoms[i + 1].facts | c->atoms[i + 1].flags);
    if (!ld_is_number(c, i - 1) || !open || c->atoms[i].border || ld_is_number(c, i - 3) ||
        number->tail > number->end || (number->flags & LD_NUMERIC && number->end - number->start == YEAR) ||
        !(near || (ld_atom_shaped(c, i + 2, LD_ENDS_S) && !c->atoms[i + 2].facts)))
        return false;
    if (ld_atom_is(c, i - 2, LD_PREPOSITION) || ld_atom_at(c, i - 2)->verb || ld_is_infinitive(c, i - 2)) return true;
    for (uint32_t k = i + 2; k < i + FAR && !c->atoms[k].border; k++) {
        if (c->atoms[k].facts & LD_AUXILIARY) return true;
        if (c->atoms[k].facts & (LD_CONJUNCTION | LD_RELATIVE)) break;
    }
    return false;
}

/* "to cut planned sales", "of senior secured loans": a participle that belongs to the noun behind it. */
static bool is_participle_of_noun(const struct ld_clause *c, uint32_t i) {
    const struct ld_atom *atom = &c->atoms[i], *before = atom - 1, *next = atom + 1;
    if (!(atom->shape & LD_ENDS_PAST)) return false;
    if (ld_is_sure_infinitive(c, i - 1) && !atom->border) return true; /* "to cut planned", but "trade, left" */
    if (c->endings->forms && is_counted(c, i)) return true;
    if (before->verb && !atom->border && !(before->facts & LD_AUXILIARY) &&
        !ld_atom_is(c, i + 1, LD_ARTICLE | LD_PREPOSITION | LD_PRONOUN))
        return true; /* "said proposed rules", "expects improved sales" */
    const bool open = !(next->facts | next->flags);
    if (open && i > 1 && !ld_border(c, i + 1) && !(before->facts & (LD_AUXILIARY | LD_PRONOUN)) &&
        ld_is_word_of(c, i, LD_WORDS_adjectival))
        return true; /* "of auction preferred stock" */
    if (open && atom->border & LD_COMMA && ld_phrase_at(c, 0, LD_PREPOSITION | LD_ADJUNCT) &&
        ld_next_in(&c->sets, LD_SORT_MARKED, 1, i) == i)
        return true; /* "In May, improved sales" */
    if (open && atom->border & LD_COMMA && !(next->shape & LD_ENDS_S) && !(atom->facts & LD_SAY) &&
        ld_atom_is(c, i - 2, LD_ARTICLE | LD_CONJUNCTION))
        return true; /* "and his father, retired sea captain Tom Ashby" */
    if (open && ld_atom_is(c, i - 2, LD_PREPOSITION) && before->shape & LD_ENDS_PARTICIPLE)
        return true; /* "on offering reduced fares" */
    return ld_atom_is(c, i - 2, LD_PREPOSITION | LD_SAY) &&
           (ld_ends_as_adjective(c, i - 1) || ld_word_is(c, i - 1, "net")); /* "of senior secured loans" */
}

/* "victims shot dead in", "with ten minutes left": but "shot dead a man". */
static bool is_set_participle(const struct ld_clause *c, uint32_t i) {
    if (!(c->atoms[i].shape & LD_LIKE_PAST) || ld_atom_is(c, i - 1, LD_AUXILIARY)) return false;
    if (i > 1 && ld_word_is(c, i - 1, "ever")) /* "the oldest rope ever found" */
        return ld_is_plain(c, i - 2) && !ld_atom_is(c, i - 2, LD_RELATIVE);
    if (ld_word_is(c, i, "cast")) return ld_is_word_of(c, i - 1, LD_WORDS_votes); /* "nine pct of ballots cast" */
    if (ld_word_is(c, i, "shot")) return ld_word_is(c, i + 1, "dead") && ld_atom_is(c, i + 2, LD_PREPOSITION);
    if (i > 3 && !c->atoms[i].border && ld_word_is(c, i - 3, "with") && ld_atom_is(c, i - 2, LD_PRONOUN) &&
        ld_is_plain(c, i - 1)) {
        uint32_t k = i - 3; /* "walked with his head bowed" */
        while (!c->atoms[k].border && !c->atoms[k].verb && !ld_atom_is(c, k, LD_RELATIVE)) k--;
        return c->atoms[k].verb;
    }
    if (!ld_word_is(c, i, "left")) return false;
    uint32_t with = i; /* "with little left to eat", "with no rope left" */
    while (!c->atoms[with].border && !c->atoms[with].verb && !ld_word_is(c, with, "with")) with--;
    if (ld_word_is(c, with, "with") && with + 1 < i) return true;
    return ld_atom_is(c, i - 1, LD_TIME) && !ld_atom_flagged(c, i - 1, LD_CAPITAL) && ld_is_number(c, i - 2);
}

/* "a boat [believed] to be lost": of which others say so; but "claimed to be". */
static bool is_said_to_be(const struct ld_clause *c, uint32_t i) {
    return c->atoms[i].shape & LD_LIKE_PAST && ld_atom_shaped(c, i + 1, LD_MARKS_INFINITIVE) &&
           (ld_atom_is(c, i + 2, LD_AUXILIARY) ||
            (ld_atom_shaped(c, i + 2, LD_VERB_BASE | LD_VERB_OR_NOUN) && ld_is_article(c, i - 2))) &&
           !ld_atom_is(c, i - 1, LD_AUXILIARY) && ld_is_word_of(c, i, LD_WORDS_said_to_be);
}

/* "to keep trade [pledges] made last year": of what an infinitive takes. */
static bool is_done_noun(const struct ld_clause *c, uint32_t i) {
    return c->atoms[i].shape & LD_ENDS_S && ld_atom_shaped(c, i + 1, LD_LIKE_PAST) && !ld_border(c, i + 1) && i > 2 &&
           ld_is_plain(c, i - 1) && !ld_atom_shaped(c, i - 1, LD_ENDS_S) && ld_is_sure_infinitive(c, i - 2);
}

/* No verb for what stands before it: "his firm's claim", "when asked", "the winning shot". */
static bool is_none_behind(const struct ld_clause *c, uint32_t i) {
    const struct ld_atom *atom = &c->atoms[i], *before = atom - 1;
    const uint32_t facts = atom->facts, shape = atom->shape;
    if (shape & LD_HYPHENED && shape & LD_ENDS_PAST && !(before->facts & LD_AUXILIARY) &&
        !(i > 1 && ((ld_atom_is(c, i + 1, LD_ARTICLE) && !ld_is_number(c, i - 1)) ||
                    (before->facts & LD_TIME && before->flags & LD_CAPITAL))))
        return true;                        /* "a well-built pier", "9 pct-owned The Mill", but "co-founded the firm" */
    if (!i) return c->endings->forms;       /* "Asked about it, ..", "United .." */
    if (is_genitive(c, i - 1)) return true; /* "his firm's claim" */
    if (before->shape & LD_NUMBER_WORD && ld_word_is(c, i, "won")) return true; /* "2 billion won" */
    if (is_second_infinitive(c, i) || is_done_noun(c, i)) return true;
    if (shape & LD_LIKE_PAST && before->facts & LD_CONJUNCTION && !(before->facts & LD_CONNECTIVE) && !atom->border &&
        (!(before->facts & LD_RELATIVE) || before->facts & LD_ADJUNCT) && !ld_word_is(c, i - 1, "both"))
        return true; /* "when asked", "than expected" */
    if (shape & (LD_VERB_BASE | LD_VERB_OR_NOUN) && before->shape & LD_HYPHENED && !before->flags)
        return true; /* "a half-point cut" */
    if (c->endings->forms &&
        (before->shape & LD_ADVERB || before->facts & LD_TIME || ld_is_word_of(c, i - 1, LD_WORDS_trending))) {
        uint32_t adverb = i; /* "of previously owned homes", "its newly announced plan", "the earlier reported loss" */
        while (ld_atom_shaped(c, adverb - 1, LD_ADVERB) || ld_is_word_of(c, adverb - 1, LD_WORDS_trending)) adverb--;
        const bool likely = shape & LD_LIKE_PAST && ld_word_is(c, adverb - 1, "most"); /* "most likely died" */
        if (adverb < i && !likely &&
            ((ld_atom_is(c, adverb - 1, LD_PREPOSITION | LD_ARTICLE) &&
              !ld_atom_is(c, adverb - 1, LD_RELATIVE | LD_TIME)) ||
             (adverb && shape & LD_LIKE_PAST && !(facts & LD_SAY) && ld_is_plain(c, i + 1) &&
              ld_atom_shaped(c, adverb, LD_ENDS_ADVERB) &&
              is_genitive(c, adverb - 1)))) /* "Oxley's largely unseen bay" */
            return true;
    }
    if (facts & LD_PAST && before->shape & LD_ENDS_PARTICIPLE && ld_atom_is(c, i - 2, LD_ARTICLE))
        return true; /* "the winning shot" */
    if (!(shape & LD_VERB_BASE)) return false;
    if (before->facts & (LD_PRONOUN | LD_DEICTIC))
        return ld_begins_as(c, i - 2, LD_WORDS_causing); /* "lets you build" */
    uint32_t who = i - 1;
    if (c->atoms[who].shape & LD_ENDS_S && ld_is_plain(c, who) && c->endings->forms && --who && ld_is_plain(c, who) &&
        !ld_begins_as(c, who, LD_WORDS_causing))
        who--;                              /* "let young bakers choose" */
    if (who && ld_is_number(c, who)) who--; /* "let two bakers choose" */
    while (who && ld_atom_flagged(c, who, LD_CAPITAL)) who--;
    return ld_begins_as(c, who, LD_WORDS_causing); /* "to help Ana Lind cut it", "helped mend it" */
}

/* "a jug [taken from Harlan] and used by smiths has": the one before the "and" is one of the same noun, and the verb of
 * that is to come. */
static bool is_joined_participle(const struct ld_clause *c, uint32_t i) {
    uint32_t k = i - 2;
    while (k > 1 && !c->atoms[k].border && !(ld_atom_shaped(c, k, LD_LIKE_PAST) && ld_is_plain(c, k - 1))) k--;
    if (k < 2 || c->atoms[k].border || !ld_atom_is(c, k + 1, LD_PREPOSITION) || !ld_word_is(c, i + 1, "by"))
        return false;
    for (k = i + 1; !c->atoms[k].border; k++)
        if (ld_word_is(c, k, "has") || ld_word_is(c, k, "have") || ld_word_is(c, k, "is") || ld_word_is(c, k, "was"))
            return !ld_joins(c, k - 1) && !ld_atom_is(c, k - 1, LD_RELATIVE);
    return false;
}

/* "the rules issued by the state", "the guild, led by Ana Lind and owned by bakers, rose": but "fell by five pct". */
static bool is_done_by(const struct ld_clause *c, uint32_t i) {
    if (i < 2 || !ld_atom_is(c, i + 1, LD_BYLINE_START) || c->atoms[i].shape & LD_INTRANSITIVE ||
        is_measure(c, i + 2) || ld_atom_is(c, i - 1, LD_AUXILIARY))
        return false;
    if (c->endings->forms && !ld_word_is(c, i + 1, "by")) return false; /* "recovered from the loss" */
    const bool joined = ld_atom_is(c, i - 1, LD_CONJUNCTION);
    if (!joined && !c->atoms[i].border) {
        uint32_t before = i - 1; /* "was badly hit by" */
        while (before && ld_atom_shaped(c, before, LD_ADVERB)) before--;
        return !(c->atoms[i].facts & LD_PAST) ||
               (c->atoms[i].shape & LD_LIKE_PAST && !ld_atom_is(c, before, LD_AUXILIARY));
    }
    if (!joined) return ld_word_is(c, i + 1, "by");
    uint32_t k = i - 1; /* the one that it is joined with */
    while (k && !ld_word_is(c, k, "by")) k--;
    return k ? !ld_atom_is(c, k - 2, LD_AUXILIARY) : is_joined_participle(c, i);
}

/* Of a word that ends as a past tense: whether it is one, and no participle. */
static bool is_past(const struct ld_clause *c, uint32_t i) {
    return !is_done_by(c, i) && (!ld_atom_is(c, i - 1, LD_PREPOSITION | LD_NEGATION) || c->atoms[i].border ||
                                 ld_atom_is(c, i - 1, LD_AUXILIARY) || ld_word_is(c, i - 1, "never"));
}

/* "un incendio [declarado] ayer", "d'[avions]": of languages told by endings, with the form of a verb, and none here.
 */
static bool is_form_only(const struct ld_clause *c, uint32_t i) {
    uint32_t before = i - 1;
    if (ld_word_is(c, i, "avions")) return !ld_word_is(c, before, "nous");
    if (i > 1 && ld_word_is(c, i, "a") && ld_word_is(c, before, "y") && ld_word_is(c, i - 2, "il"))
        return ld_atom_is(c, i + 2, LD_TIME); /* "il y [a] neuf ans" */
    if (!(c->atoms[i].facts & LD_SAY) || !(c->atoms[i].shape & LD_VERB_PARTICIPLE)) return false;
    while (ld_atom_shaped(c, before, LD_ENDS_ADVERB) || ld_atom_is(c, before, LD_NEGATION | LD_TIME)) before--;
    return i && !ld_atom_is(c, before, LD_AUXILIARY) && !ld_joins(c, before); /* "a réclamé et obtenu" */
}

/* Whether it looks like a finite verb. */
static bool is_verb(const struct ld_clause *c, uint32_t i) {
    const uint32_t facts = c->atoms[i].facts, shape = c->atoms[i].shape;
    if (shape & LD_LIKE_PAST && ld_word_is(c, i - 1, "than") && ld_is_word_of(c, i, LD_WORDS_multiplied))
        return ld_word_is(c, i - 2, "more") && !ld_atom_is(c, i - 3, LD_AUXILIARY); /* "sales more than doubled" */
    if (is_never_finite(c, i) || is_participle_of_noun(c, i)) return false;
    if (ld_word_is(c, i, "remains") && ld_is_word_of(c, i + 1, LD_WORDS_remaining)) return false;
    if (ld_by_endings(c) && is_form_only(c, i)) return false;
    if (facts & LD_AUXILIARY) return true;
    if (is_none_behind(c, i) || is_set_participle(c, i) || is_said_to_be(c, i)) return false;
    if (ld_gives_name(c, i) && ld_is_word_of(c, i, LD_WORDS_titling)) return false;
    if (facts & LD_SAY && c->endings->forms && is_noun_of_speech(c, i)) return false;
    if (facts & LD_PAST && is_done_by(c, i)) return false;
    if (facts & LD_PAST || (facts & LD_SAY && !(shape & LD_ENDS_PARTICIPLE && c->endings->forms)))
        return !ld_atom_is(c, i - 1, LD_PREPOSITION);
    static const char *const past[] = {"ó", "ou", "ò", NULL}; /* "halló, bajo un árbol, .." */
    if (shape & LD_ENDS_FINITE && (i || ld_is_article(c, 1)) &&
        (!ld_border(c, i + 1) ||
         (i > 1 && ld_border(c, i + 1) == LD_COMMA && ld_by_endings(c) && ld_ends_with(c, i, past))) &&
        !c->endings->final_verb)
        return !ld_atom_is(c, i - 1, LD_PREPOSITION);
    if (!c->endings->forms) return false;
    return shape & LD_ENDS_PAST ? is_past(c, i) : ld_is_present(c, i);
}

static void find_phrases(struct ld_arena *arena, struct ld_clause *c) {
    const uint32_t last = c->count ? c->count - 1 : 0; /* the last word begins none */
    ld_leave_before(&c->sets, LD_SORT_PHRASE, LD_SORT_SECOND, c->count);
    for (uint32_t i = ld_next_in(&c->sets, LD_SORT_PHRASE, 0, last); i < last;
         i = ld_next_in(&c->sets, LD_SORT_PHRASE, i + 1, last))
        if (may_be_phrase(c, i)) find_phrases_at(arena, c, i);
}

/* "people who [store] a rope", "boats that [draw] on it": a verb, though no list has it, or it is a noun as often. */
static bool is_verb_of_who(const struct ld_clause *c, uint32_t i) {
    const bool who = ld_word_is(c, i - 1, "who"),
               that = ld_word_is(c, i - 1, "that") && ld_atom_shaped(c, i, LD_VERB_OR_NOUN | LD_VERB_BASE) &&
                      !ld_begins_as(c, i - 2, LD_WORDS_contents) && !ld_is_verb(c, i - 2);
    return i > 1 && (who || that) && !c->atoms[i].border && ld_is_plain(c, i) &&
           (ld_atom_shaped(c, i - 2, LD_ENDS_S) || ld_is_many(c, i - 2)) &&
           (ld_is_article(c, i + 1) || ld_is_number(c, i + 1) || ld_word_is(c, i + 1, "more") ||
            (that && ld_word_is(c, i + 1, "on")));
}

/* "who [once] rowed", "was [once] more": opens no clause. "the last [round] of talks", "its first [over] of": a noun.
 */
static void find_adverbs(struct ld_clause *c) {
    for (uint32_t i = 1; i < c->count; i++)
        if (ld_word_is(c, i, "of") && (ld_word_is(c, i - 1, "round") || ld_word_is(c, i - 1, "over")))
            c->atoms[i - 1].facts &= ~(uint32_t)LD_PREPOSITION;
    for (uint32_t i = ld_next_in(&c->sets, LD_SORT_OPENER, 1, c->count); i < c->count;
         i = ld_next_in(&c->sets, LD_SORT_OPENER, i + 1, c->count)) {
        if (!ld_word_is(c, i, "once") || c->atoms[i].border || ld_word_is(c, i + 1, "again") ||
            !ld_atom_is(c, i - 1, LD_RELATIVE | LD_AUXILIARY))
            continue;
        c->atoms[i].facts &= ~(uint32_t)LD_CONJUNCTION;
        c->atoms[i].shape |= LD_PLAIN_ADVERB;
        ld_put_in(&c->sets, LD_SORT_OPENER, i, false);
    }
}

static void find_verbs(struct ld_clause *c) {
    for (uint32_t i = ld_next_in(&c->sets, LD_SORT_VERB, 0, c->count); i < c->count;
         i = ld_next_in(&c->sets, LD_SORT_VERB, i + 1, c->count))
        if (is_verb(c, i)) ld_make_verb(c, i, true);
    for (uint32_t i = c->endings->forms ? ld_next_in(&c->sets, LD_SORT_OPENER, 0, c->count) : c->count; i < c->count;
         i = ld_next_in(&c->sets, LD_SORT_OPENER, i + 1, c->count))
        if (is_verb_of_who(c, i + 1)) ld_make_verb(c, i + 1, true);
    for (uint32_t i = 1; ld_by_endings(c) && i < c->count; i++)
        if (ld_is_verb_beside(c, i)) ld_make_verb(c, i, true);
}

/* Of the languages told by endings: participles that no ending tells, and "Santo [Domingo]", "Rio de [Janeiro]", which
 * are no days or months. */
static void find_forms(struct ld_clause *c) {
    for (uint32_t i = 0; i < c->count; i++) {
        if (ld_is_word_of(c, i, LD_WORDS_participles_beside)) c->atoms[i].shape |= LD_VERB_PARTICIPLE;
        if (!i || !ld_atom_flagged(c, i, LD_CAPITAL) || !ld_atom_is(c, i, LD_TIME)) continue;
        c->atoms[i].facts &= ~(uint32_t)(LD_TIME | LD_MONTH);
        ld_put_in(&c->sets, LD_SORT_TIME, i, false);
    }
}

void ld_clause_know(struct ld_arena *arena, struct ld_clause *c, enum ld_known known) {
    if (c->known == LD_KNOWS_ATOMS) {
        find_phrases(arena, c);
        c->known = LD_KNOWS_PHRASES;
    }
    if (known > LD_KNOWS_PHRASES) {
        if (ld_by_endings(c)) find_forms(c);
        if (c->endings->forms) find_adverbs(c);
        find_verbs(c);
        ld_find_clauses(c);
        if (c->endings->final_verb && (c->head = ld_find_second(c))) ld_make_verb(c, c->head, true);
        c->known = LD_KNOWS_VERBS;
    }
}

bool ld_has_verb(const struct ld_clause *c, uint32_t from, uint32_t to) {
    if (!c->endings->forms && !ld_by_endings(c) && to >= from + 4) return true; /* no way to tell */
    if (to > c->count) to = c->count;
    return ld_next_in(&c->sets, LD_SET_VERBS, from, to) < to;
}
