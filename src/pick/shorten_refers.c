/* shorten_refers.c - a shortening in; whether it says by itself whom and what it speaks of, out: words that point to a
 * sentence before. What they mean is not looked for. */
#include <string.h>

#include "pick/shorten_words.h"

/* "Us Weekly", "This Is Us": a capital of a name, not of "I". */
static bool in_name(const struct ld_clause *c, uint32_t i) {
    return c->atoms[i].flags & LD_CAPITAL && c->endings->forms && ld_folded(c, i)[0] != 'i' &&
           (i || (c->atoms[1].flags & LD_CAPITAL && !c->atoms[1].border));
}

/* "this year", "this year's". */
static bool is_time(const struct ld_clause *c, uint32_t i) {
    enum { GENITIVE = 2 };
    if (ld_phrase_at(c, i, LD_TIME) > 1) return true;
    if (!ld_atom_is(c, i, LD_ARTICLE)) return false;
    return ld_atom_is(c, i + 1, LD_TIME) ||
           (ld_atom_shaped(c, i + 1, LD_ENDS_GENITIVE) &&
            ld_language_look(c->doc->language, ld_folded(c, i + 1), strlen(ld_folded(c, i + 1)) - GENITIVE) & LD_TIME);
}

/* "el este de Bray", "le ton": a noun that is written as such a word. */
static bool is_noun(const struct ld_clause *c, uint32_t i) {
    const bool east = ld_word_is(c, i, "este");
    return ((east || ld_word_is(c, i, "ton")) && ld_atom_is(c, i - 1, LD_ARTICLE) && !ld_border(c, i)) ||
           (east && ld_atom_is(c, i + 1, LD_PREPOSITION));
}

/* What atom i points to stands behind it: "this year", "those who left", "those hurt in", "tools such as". */
static bool is_told(const struct ld_clause *c, uint32_t i) {
    if (ld_word_is(c, i, "such")) return ld_atom_shaped(c, i + 1, LD_TAKES_AS);
    return is_time(c, i) ||
           (ld_word_is(c, i, "those") && (ld_atom_is(c, i + 1, LD_RELATIVE | LD_PREPOSITION) ||
                                          ld_atom_shaped(c, i + 1, LD_LIKE_PAST | LD_ENDS_PARTICIPLE)));
}

/* "shortly after the fire", "instead of bread", "earlier this week", "now the mill": the n words from atom first on,
 * which go on from another sentence where they stand alone, have here what they go on from. */
static bool takes_next(const struct ld_clause *c, uint32_t first, uint32_t n) {
    const uint32_t next = first + n;
    if (ld_border(c, next) || ld_atom_is(c, first, LD_CONJUNCTION)) return false;
    if (ld_word_is(c, first, "now")) return !ld_atom_is(c, next, LD_PRONOUN);
    if (n > 1 && ld_atom_is(c, next - 1, LD_PREPOSITION)) return !ld_atom_is(c, next, LD_PRONOUN);
    return (ld_atom_is(c, next, LD_PREPOSITION) && ld_atom_shaped(c, next, LD_TAKES_OF | LD_MARKS_INFINITIVE)) ||
           (ld_atom_is(c, first, LD_TIME) && (ld_atom_is(c, next, LD_TIME) || ld_phrase_at(c, first, LD_TIME) > n));
}

/* "Behind him, ..", "With that, ..", "In the next, ..": of whom or what a sentence before tells. */
static bool leads_back(const struct ld_clause *c, uint32_t first) {
    const uint32_t next = first + 1;
    if (!ld_atom_is(c, first, LD_PREPOSITION) || ld_border(c, next)) return false;
    if (ld_border(c, next + 1) == LD_COMMA)
        return ld_atom_is(c, next, LD_PRONOUN | LD_RELATIVE) &&
               !strstr(ld_folded(c, next), "sel"); /* "By itself, .." */
    return ld_border(c, next + 2) == LD_COMMA && ld_atom_shaped(c, next, LD_DEFINITE) &&
           (ld_is_word_of(c, next + 1, LD_WORDS_ordinals) || ld_is_word_of(c, next + 1, LD_WORDS_others));
}

bool ld_points_back(const struct ld_clause *c, uint32_t first) {
    const uint32_t facts = c->atoms[first].facts, n = ld_phrase_at(c, first, LD_CONNECTIVE);
    if (!c->endings->forms) return facts & LD_PRONOUN || n;
    if (leads_back(c, first)) return true;
    if (facts & LD_PRONOUN) return !(facts & LD_DEICTIC && is_told(c, first));
    return n && !takes_next(c, first, n);
}

bool ld_is_deictic_at(const struct ld_clause *c, uint32_t i) {
    const bool quoted =
        (c->atoms[i].marks & LD_QUOTED && !c->unclosed) || (c->opener && i >= c->opener); /* 'said, "We ..' */
    return !quoted && !in_name(c, i) && !is_told(c, i) && !is_noun(c, i);
}

bool ld_is_deictic(const struct ld_clause *c, const bool *keep) {
    for (uint32_t i = 0; c->facts & LD_DEICTIC && i < c->count; i++)
        if (keep[i] && c->atoms[i].facts & LD_DEICTIC && ld_is_deictic_at(c, i)) return true;
    return false;
}

/* The first pronoun behind the main verb, before a mark, a name or a clause: no one else may be meant. Or count. */
static uint32_t find_pronoun(const struct ld_clause *c) {
    for (uint32_t i = c->verb + 1; c->facts & LD_PRONOUN && i < c->count; i++) {
        if (c->atoms[i].border || c->atoms[i].flags & LD_CAPITAL || ld_opens_clause(c, i)) break;
        if (c->atoms[i].facts & LD_PRONOUN) return i;
    }
    return c->count;
}

uint32_t ld_find_stranger(const struct ld_clause *c) {
    const uint32_t i = find_pronoun(c);
    const bool they = ld_word_is(c, i, "them");
    if ((!they && !ld_word_is(c, i, "him")) || ld_is_protected(c, i)) return c->count;
    const uint32_t says = c->verb - !ld_atom_is(c, c->verb, LD_SAY); /* "says [there's]" */
    if (!they && ld_atom_is(c, says, LD_SAY) && ld_has_verb(c, says + 1, i))
        return c->count;                       /* "Tom Ashby says there is no feud between him and Ana Lind" */
    for (uint32_t k = c->verb + 1; k < i; k++) /* who may be meant, or does it */
        if (they && c->atoms[k].shape & LD_ENDS_S) return c->count;
    for (uint32_t k = 0; k < c->head; k++) /* "the smith's wish put him in debt" */
        if (!they && ld_atom_shaped(c, k, LD_ENDS_GENITIVE)) return c->count;
    if (ld_is_infinitive(c, i - 1))
        for (uint32_t k = c->verb + 1; k < i - 2; k++) /* "asks the guild to let him go" */
            if (!ld_is_verb(c, k) && !ld_atom_shaped(c, k, LD_ENDS_PARTICIPLE | LD_ADVERB)) return c->count;
    return ld_atom_is(c, i - 1, LD_PREPOSITION) || i == c->verb + 1 || ld_is_infinitive(c, i - 1) ? i : c->count;
}

uint32_t ld_find_unmeant(const struct ld_clause *c) {
    const bool one = ld_is_word_of(c, c->head, LD_WORDS_singular), more = ld_is_word_of(c, c->head, LD_WORDS_plural);
    if (!c->endings->forms || !(c->facts & LD_PRONOUN) || (!one && !more)) return c->count;
    for (uint32_t i = c->head + 2; i < c->attribution; i++)
        if (ld_joins(c, i - 1) && ld_border(c, i - 1) && ld_word_is(c, i, more ? "it" : "they")) return i;
    return c->count;
}

bool ld_loses_meant(const struct ld_clause *c, uint32_t unmeant, const bool *keep) {
    if (unmeant >= c->count || !keep[unmeant]) return false;
    for (uint32_t i = c->head + 1; i < unmeant; i++)
        if (!keep[i] && ld_is_plain(c, i) && !ld_atom_is(c, i, LD_TIME)) return true;
    return false;
}

bool ld_is_definite(const struct ld_clause *c, const bool *keep, uint32_t first) {
    bool article = c->atoms[first].shape & LD_DEFINITE;
    for (uint32_t i = first + 1; article && i < c->count && !c->atoms[i].verb; i++)
        if (keep[i] && (c->atoms[i].flags & LD_CAPITAL || ld_atom_is(c, i, LD_BOUND | LD_RELATIVE))) return false;
    return article;
}

/* "The owner said", not "The owner of the mill said": nothing else before the verb tells who it is. */
bool ld_is_bare(const struct ld_clause *c) {
    if (c->head >= c->count || !(c->atoms[0].flags & LD_CAPITAL)) return false;
    for (uint32_t i = 1; i < c->head; i++)
        if (c->atoms[i].border || ld_atom_is(c, i, LD_PREPOSITION | LD_RELATIVE)) return false;
    return true;
}

/* "It is clear that the mill", "It's time to", "It looks like rain", "It is believed he has": it stands for nobody. */
bool ld_is_expletive(const struct ld_clause *c, uint32_t first) {
    enum { NEAR = 8 }; /* words */
    const bool is = ld_word_is(c, first, "it's"), it = is || ld_word_is(c, first, "it");
    if (!it || !c->endings->forms) return false;
    for (uint32_t i = first + 1; i < first + NEAR && !c->atoms[i].border; i++) {
        if (ld_word_is(c, i, "that") && !ld_atom_is(c, i - 1, LD_PREPOSITION))
            return is || ld_atom_is(c, c->head, LD_BE | LD_AUXILIARY);
        if (ld_word_is(c, i, "time") || (ld_word_is(c, i, "like") && i == c->head + 1)) return true;
        if (ld_atom_is(c, i, LD_PRONOUN)) return ld_atom_is(c, i - 1, LD_SAY);
    }
    return false;
}

/* "Ana Lind, left, shakes hands", "Tom Ashby (right) waits", "Wanted: a smith": it tells of a picture. */
bool ld_is_caption(const struct ld_clause *c) {
    if (!c->endings->forms) return false;
    if (ld_border(c, 1) & LD_COLON) return true;
    for (uint32_t i = ld_next_border(c, 1); i < c->count; i = ld_next_border(c, i + 1)) {
        const uint32_t side =
            i + (ld_word_is(c, i, "far") || ld_is_word_of(c, i, LD_WORDS_ordinals)); /* "second left" */
        if (ld_is_word_of(c, side, LD_WORDS_sides) && ld_border(c, side + 1) & LD_COMMA) return true;
    }
    for (uint32_t i = c->marked; c->has_pairs && i < c->count; i++)
        if (c->atoms[i].bracket == i && ld_is_word_of(c, i, LD_WORDS_sides)) return true;
    return false;
}

/* "on Friday", "in June", "during a feast", "as it opens", "in a photo": when what is pictured was so. */
static bool tells_moment(const struct ld_clause *c) {
    for (uint32_t i = 1; i < c->count; i++) {
        if (ld_atom_is(c, i, LD_TIME | LD_MONTH) && ld_atom_flagged(c, i, LD_CAPITAL)) return true;
        if (i > c->head && (ld_word_is(c, i, "during") || ld_is_word_of(c, i, LD_WORDS_pictures) ||
                            (ld_word_is(c, i, "as") && ld_opens_clause(c, i))))
            return true;
    }
    return false;
}

/* "This photo shows the mill", "A picture taken in May shows ..", "A file image of the mill, which ..", "She took this
 * photo in May". */
static bool shows_picture(const struct ld_clause *c) {
    enum { NEAR = 3 }; /* words */
    for (uint32_t i = 1; i < c->count; i++) {
        if (!ld_is_word_of(c, i, LD_WORDS_pictures)) continue;
        if (ld_atom_is(c, i - 1, LD_DEICTIC) && !ld_is_protected(c, i)) return true;
        if (i > NEAR || (c->whole && i > c->head)) continue;
        if (c->whole ? ld_word_is(c, c->head, "shows") || ld_word_is(c, c->head, "show")
                     : ld_atom_shaped(c, i + 1, LD_TAKES_OF))
            return true;
    }
    return false;
}

bool ld_is_pictured(const struct ld_clause *c) {
    if (!c->endings->forms || c->facts & LD_SAY) return false;
    if (shows_picture(c)) return true;
    if (!c->whole) return false;
    return ld_is_word_of(c, c->head, LD_WORDS_pictured) ? !ld_word_is(c, c->head + 1, "out")
                                                        : ld_is_word_of(c, c->head, LD_WORDS_posing) && tells_moment(c);
}

uint32_t ld_subject_term(const struct ld_clause *c, const bool *keep, uint32_t first) {
    uint32_t noun = c->head;
    while (noun > first && ((keep && !keep[noun]) || noun == c->head || ld_atom_shaped(c, noun, LD_ADVERB))) noun--;
    return ld_token_word(c->doc, c->atoms[noun].token)->term;
}

bool ld_has_name(const struct ld_clause *c, const bool *keep, uint32_t first) {
    for (uint32_t i = first; i < c->count && !c->atoms[i].verb; i++)
        if (keep[i] && c->atoms[i].flags & LD_CAPITAL && !(c->atoms[i].facts & LD_STOP) &&
            (i || c->atoms[1].verb || c->atoms[1].flags & LD_CAPITAL))
            return true;
    return false;
}

bool ld_is_pronoun_subject(const struct ld_clause *c, const bool *keep, uint32_t first) {
    if (!c->whole || c->head <= first || !keep[c->head]) return false;
    uint32_t subject = ld_atom_is(c, c->head, LD_PRONOUN) ? c->head : c->head - 1; /* "he's" */
    while (ld_atom_shaped(c, subject, LD_ADVERB)) subject--;
    if (!ld_atom_is(c, subject, LD_PRONOUN) || !keep[subject]) return false;
    if (subject && (ld_word_is(c, subject, "both") || ld_word_is(c, subject, "each")) && keep[subject - 1] &&
        (ld_is_plain(c, subject - 1) || ld_atom_flagged(c, subject - 1, LD_CAPITAL)))
        return false; /* "Lind and Dahl both left" */
    if (strstr(ld_folded(c, subject), "sel") || ld_word_is(c, subject, "others"))
        return false;                                   /* "Ana Lind herself sold it", "six others were hurt" */
    if (ld_is_infinitive(c, subject - 1)) return false; /* "A mill saved by men who came to buy it has" */
    bool named = false,
         verb = false; /* "When Ana Lind left, she", "At Acme, which left, it"; not "Unlike Ana Lind, she" */
    for (uint32_t i = first; i < subject; i++) {
        named |= i > first && keep[i] && c->atoms[i].flags & LD_CAPITAL;
        verb |= c->atoms[i].verb || ld_atom_is(c, i, LD_SAY);
    }
    if (named && verb) return false;
    return true;
}

bool ld_is_labelled(const struct ld_clause *c) {
    enum { LABEL = 3 }; /* words */
    for (uint32_t i = 1; i <= LABEL; i++)
        if (ld_border(c, i) & LD_COLON) return true;
    return false;
}

bool ld_is_tagged(const struct ld_clause *c) {
    return ld_atom_flagged(c, 0, LD_ALL_CAPITALS) && ld_is_word_of(c, 0, LD_WORDS_tags) && ld_border(c, 1) & LD_COLON;
}

/* "KH: I was": who speaks, where the text has the label more than once, as in an interview. */
bool ld_is_label(const struct ld_clause *c) {
    uint32_t i = 0;
    while (i < 2 && !ld_border(c, i + 1)) i++;
    if (!(ld_border(c, i + 1) & LD_COLON) || !ld_atom_flagged(c, i, LD_CAPITAL)) return false;
    const char *text = c->doc->text, *label = text + c->atoms[0].start, *end = text + c->doc->length;
    const size_t length = c->atoms[i].end - c->atoms[0].start + 1;
    uint32_t found = 0;
    for (const char *at = text; (at = memchr(at, *label, (size_t)(end - at))); at++)
        found += at + length < end && !memcmp(at, label, length);
    return found > 1;
}
