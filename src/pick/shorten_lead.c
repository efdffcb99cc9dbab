/* shorten_lead.c - the segments of a sentence in; what stands before its main clause, as pieces, and the segment that
 * this begins with, out: "However, ..", "On Sunday, ..". When unsure it finds none. Source: as shorten_pieces.c. */
#include <string.h>

#include "pick/shorten_words.h"

/* "A Oxley, [ville de moulins], le maire": no article, pronoun, number, name or verb begins it, so that it is no clause
 * of its own; told by ld_by_endings. */
static bool is_bare(const struct ld_find *f, uint32_t i) {
    const struct ld_atom *atom = &f->c->atoms[i];
    if (f->c->endings->language != LD_LANGUAGE_fr && ld_may_be_many(f->c, i) && ld_atom_is(f->c, i + 1, LD_PREPOSITION))
        return false; /* "vecinos de Bray, cansados, piden" */
    return ld_by_endings(f->c) && !(atom->flags & (LD_CAPITAL | LD_NUMERIC)) && !atom->verb &&
           !(!ld_border(f->c, i + 1) && atom[1].flags & LD_CAPITAL &&
             !(atom->shape & LD_VERB_PARTICIPLE)) && /* "don Ana Lind" */
           !ld_phrase_at(f->c, i, LD_ARTICLE) &&
           (!(atom->facts & ~(uint32_t)LD_TIME) || atom->shape & LD_VERB_PARTICIPLE);
}

/* "A l'initiative d'Ana Lind, [la mairesse], des navires ont": it has no verb, and the next segment has a subject and
 * one; told by ld_by_endings. */
static bool is_followed(const struct ld_find *f, uint32_t k) {
    const struct ld_clause *c = f->c;
    const uint32_t next = f->segments[k + 1];
    if (!ld_by_endings(c) || k + 1 >= f->count || ld_has_main_verb(c, f->segments[k], next)) return false;
    uint32_t to = f->segments[k]; /* its verb; not "Ana Lind, [la guilde et le port ont]" */
    bool joint = false;
    while (to < next) joint |= ld_joins(c, to++);
    while (to < f->segments[k + 2] && !ld_atom_is(c, to, LD_RELATIVE) && !ld_is_verb(c, to) &&
           (joint || !ld_joins(c, to)))
        to++;
    return (ld_is_article(c, next) || ld_atom_is(c, next, LD_PRONOUN) ||
            ld_atom_flagged(c, next, LD_CAPITAL | LD_NUMERIC)) &&
           to < f->segments[k + 2] && ld_is_verb(c, to);
}

/* "A pesar de ello, [dijo], el bac": who says so, told by ld_by_endings. */
static bool is_speech(const struct ld_clause *c, uint32_t i) {
    return ld_by_endings(c) && ld_atom_is(c, i, LD_SAY) && ld_border(c, i + 1);
}

/* "Alors que la guilde, qui dort, [avait un bac], le": of the languages told by ld_by_endings, a verb that is no main
 * one, as the lead waits for it, or as in French the subject stands before it. */
static bool is_verb_of_lead(const struct ld_find *f, uint32_t k) {
    const struct ld_clause *c = f->c;
    const uint32_t from = f->segments[k];
    if (!ld_by_endings(c) || !ld_is_verb(c, from)) return false;
    if (c->endings->language == LD_LANGUAGE_fr) return !ld_atom_shaped(c, from, LD_HYPHENED); /* "a-t-il fermé ?" */
    return is_speech(c, from) || (k > 1 && ld_phrase_at(c, 0, LD_CONJUNCTION) && !ld_has_verb(c, 0, f->segments[1]));
}

/* "Near Harlan, Oxley, which froze, [mills shut]": segment k has the main verb, and before it a subject of its own. */
static bool has_subject(const struct ld_find *f, uint32_t k) {
    const struct ld_clause *c = f->c;
    return c->endings->forms && c->whole && k < f->count && c->head > f->segments[k] && c->head < f->segments[k + 1] &&
           !ld_atom_is(c, f->segments[k], LD_AUXILIARY | LD_TIME | LD_CONJUNCTION | LD_PREPOSITION) &&
           !ld_atom_shaped(c, f->segments[k], LD_ADVERB);
}

/* "After the talks, Lind, a smith, [also said]", "always won": behind the subject. */
static bool goes_on_with_verb(const struct ld_clause *c, uint32_t i) {
    return ld_is_verb(c,
                      i + (c->endings->forms && (ld_word_is(c, i, "also") || ld_is_word_of(c, i, LD_WORDS_already))));
}

/* Whether the main clause can begin at segment k: with a subject, and a verb to come. */
static bool main_begins(const struct ld_find *f, uint32_t k) {
    const struct ld_clause *c = f->c;
    const uint32_t from = f->segments[k], to = f->segments[k + 1];
    if (ld_atom_is(c, from, LD_PREPOSITION | LD_CONJUNCTION | LD_RELATIVE | LD_ADJUNCT) &&
        (!ld_atom_is(c, from, LD_ARTICLE) || ld_atom_is(c, from, LD_RELATIVE)))
        return false;
    if ((c->endings->forms && (goes_on_with_verb(c, from) || ld_atom_is(c, from, LD_AUXILIARY))) || is_bare(f, from) ||
        is_followed(f, k) || is_verb_of_lead(f, k))
        return false;
    if (ld_atom_flagged(c, from, LD_NUMERIC) && to - from < 3) return false;
    if (c->endings->forms && ((ld_is_word_of(c, from, LD_WORDS_already) && ld_is_verb(c, to)) ||
                              (ld_atom_shaped(c, from, LD_ADVERB) && ld_atom_is(c, from + 1, LD_PREPOSITION))))
        return false; /* "Oxley, already the largest mill, bought", ", particularly to smiths, is the mill" */
    if (k && ld_word_is(c, f->segments[k - 1], "or") && ld_is_plain(c, f->segments[k - 1] - 1))
        return false;                                                     /* "to get good, or at least safe, [ropes]" */
    const bool of_subject = c->whole && c->head > from && c->head < to && /* "outgoing mayor Ana Lind said" */
                            !ld_atom_is(c, from + 1, LD_STOP | LD_PREPOSITION | LD_ARTICLE | LD_PRONOUN | LD_TIME);
    if ((ld_is_participle(f, from) && !of_subject) || from >= f->limit) return false;
    if (c->whole && c->head > from && c->head < to) return true;
    uint32_t subject = from + 1; /* "a boy who won the cup, ..." has no verb of its own */
    while (subject < to && (!ld_atom_is(c, subject, LD_RELATIVE) || ld_atom_is(c, subject - 1, LD_SAY))) subject++;
    if (ld_has_verb(c, from, subject) || (!c->endings->forms && subject == to)) return true;
    if (ld_by_endings(c) && subject < to && ld_has_main_verb(c, from, to)) return true; /* "le bac qui coule a" */
    if (ld_phrase_at(c, to, LD_RELATIVE)) return !has_subject(f, k + 2);
    if (ld_is_verb(c, to)) return true;
    return k + 2 < f->count && goes_on_with_verb(c, f->segments[k + 2]);
}

/* "However, ..", "But the ..", "1. The ..": adds the piece; where what follows it begins, and in *k its segment. */
static uint32_t find_opening(struct ld_find *f, uint32_t *k) {
    const struct ld_clause *c = f->c;
    const uint32_t base = ld_is_later(c) ? 3 : ld_phrase_at(c, 0, LD_CONNECTIVE),
                   opening = ld_is_tagged(c) ? 1 : ld_opening_end(c);
    if (opening) {
        ld_add_piece(f, LD_PIECE_CONNECTIVE, 0, opening);
        while (f->segments[*k] < opening) ++*k;
        return opening;
    }
    if (ld_border(c, base) & LD_COMMA && !is_speech(c, base)) {
        ld_add_piece(f, LD_PIECE_CONNECTIVE, 0, base);
        while (f->segments[*k] < base) ++*k;
        return base;
    }
    if (base == 1 && c->count > 4 && ld_begins_joined(c)) {
        ld_add_piece(f, LD_PIECE_CONNECTIVE, 0, 1);
        return 1;
    }
    return 0;
}

/* How many words the preposition, conjunction or time takes that begins at atom base, or 0. */
static uint32_t lead_phrase(const struct ld_clause *c, uint32_t base) {
    enum { LONGEST = 5 };
    const bool counts = ld_is_number(c, base) ||
                        (c->endings->forms && (ld_atom_shaped(c, base, LD_ADVERB) || ld_atom_is(c, base, LD_TIME) ||
                                               ld_is_word_of(c, base, LD_WORDS_merely)));
    for (uint32_t i = base + 1; counts && i < base + LONGEST; i++)
        if (ld_atom_is(c, i, LD_TIME) && ld_atom_is(c, i + 1, LD_CONJUNCTION) && ld_atom_is(c, i + 1, LD_ADJUNCT))
            return i + 1 - base; /* "two days after he left, ..", "three and a half years after the fire, .." */
    if (ld_by_endings(c) && ld_atom_is(c, base + 1, LD_TIME) &&
        (ld_is_word_of(c, base + 2, LD_WORDS_afterwards) ||
         ((ld_is_number(c, base) || c->atoms[base].facts == LD_STOP) && ld_atom_is(c, base + 2, LD_PREPOSITION) &&
          !ld_atom_is(c, base + 2, LD_BOUND))))
        return 3; /* "Deux ans après l'incendie, .." */
    const uint32_t day =
        base + 1 + (ld_by_endings(c) && ld_atom_flagged(c, base + 1, LD_NUMERIC)); /* "Le 21 mars, .." */
    if (ld_by_endings(c) && ld_atom_is(c, base, LD_ARTICLE) && ld_atom_is(c, day, LD_TIME)) return day + 1 - base;
    if (counts && ld_word_is(c, base + 2, "ago") && ld_border(c, base + 3)) return 3; /* "Two years ago, .." */
    if (ld_is_word_of(c, base, LD_WORDS_as) && !c->accuses) return 1;                 /* "Comme le dit Ana Lind, .." */
    const bool just = c->endings->forms && ld_is_word_of(c, base, LD_WORDS_merely) &&
                      ld_atom_is(c, base + 1, LD_PREPOSITION); /* "Just by rowing, .." */
    return just + ld_phrase_at(c, base + just, LD_PREPOSITION | LD_ADJUNCT | LD_TIME);
}

/* "Membre de la guilde, [Ana Lind a]", "Très active au port, [la mairesse a]": what the subject is, without an article
 * or verb; told by ld_by_endings. */
static bool tells_subject(const struct ld_find *f, uint32_t base, uint32_t k) {
    enum { LEAST = 3 }; /* words */
    const struct ld_clause *c = f->c;
    const uint32_t none = LD_ARTICLE | LD_PRONOUN | LD_PREPOSITION | LD_CONJUNCTION | LD_RELATIVE | LD_AUXILIARY |
                          LD_NEGATION | LD_SAY,
                   end = f->segments[k + 1];
    bool absolute = false; /* "Trois bacs ayant coulé, [la guilde a ..]" */
    for (uint32_t i = base + 2; i < end; i++) absolute |= ld_word_is(c, i, "ayant") || ld_word_is(c, i, "étant");
    return ld_by_endings(c) && k + 1 < f->count && end >= base + LEAST && ld_border(c, end) == LD_COMMA &&
           !(c->atoms[base].facts & none) &&
           (absolute || (!ld_is_number(c, base) && !ld_is_word_of(c, base, LD_WORDS_several))) &&
           !ld_atom_flagged(c, base + 1, LD_CAPITAL) &&
           (ld_any_is(c, base + 1, end, LD_PREPOSITION) || ld_atom_shaped(c, base + 1, LD_VERB_PARTICIPLE)) &&
           !ld_has_verb(c, base, end) && !(ld_word_is(c, end, "a") && ld_is_number(c, end + 1)) &&
           (ld_is_article(c, end) || ld_atom_flagged(c, end, LD_CAPITAL)) && ld_has_main_verb(c, end, f->limit);
}

/* What begins at atom base looks like a lead, but is the subject, or has the main verb in it. */
static bool is_no_lead(const struct ld_find *f, uint32_t base, uint32_t phrase, uint32_t k) {
    const struct ld_clause *c = f->c;
    const uint32_t end = f->segments[k + 1];
    if (ld_atom_flagged(c, base + 1, LD_NUMERIC) && ld_is_word_of(c, base, LD_WORDS_roughly))
        return true; /* "Over 90 ships, .., have" */
    if (phrase == 1 && c->endings->forms && ld_atom_is(c, base, LD_TIME) && !ld_border(c, base + 1)) {
        const uint32_t noun = base + 1 + (ld_is_plain(c, base + 1) && ld_is_plain(c, base + 2));
        if (!ld_atom_is(c, base, LD_STOP) && ld_atom_shaped(c, noun, LD_ENDS_S) && ld_is_plain(c, noun) &&
            !ld_atom_is(c, noun, LD_TIME))
            return true; /* "Overnight ropes, cheap at dawn, rose", "Winter rope crops in Bray, Oxley and .." */
        if (ld_atom_flagged(c, base + 1, LD_CAPITAL)) return true; /* "May Stores" */
        if (ld_atom_shaped(c, base, LD_ENDS_ADVERB) &&
            !ld_atom_is(c, base + 1, LD_ARTICLE | LD_PRONOUN | LD_PREPOSITION | LD_TIME))
            return true; /* "previously unseen pictures of Lind, .., have" */
    }
    if (c->endings->forms && ld_atom_is(c, base, LD_NEGATION)) return true; /* "Without rain, ..": a condition */
    const bool than = ld_word_is(c, base + 1, "than") && !ld_word_is(c, base, "rather") &&
                      !ld_any_is(c, base, base + 6, LD_ADJUNCT) && !ld_atom_is(c, end - 1, LD_TIME) &&
                      !ld_word_is(c, end - 1, "later"); /* "More than a quarter of the boats, .., sank" */
    if (c->endings->forms &&
        (than || (ld_phrase_at(c, base, LD_ARTICLE) > 1 && !ld_any_is(c, base, base + 5, LD_TIME))))
        return true;                                     /* "at least ten boats sank, .." */
    const bool done = ld_opens_with_participle(c, base); /* "Nommée il y a un an, .." */
    const bool mood = ld_is_word_of(c, base, LD_WORDS_moods) && c->whole && c->head > end;
    const bool opens = phrase > 1 || mood ||
                       ((phrase || done || ld_is_participle(f, base)) && !ld_atom_is(c, base, LD_ARTICLE)) ||
                       tells_subject(f, base, k);
    if (!opens || !c->endings->free_end) return true; /* elsewhere the verb would come first */
    if (ld_by_endings(c) && ld_atom_is(c, base, LD_ARTICLE) && ld_has_main_verb(c, base, end)) return true;
    if (c->endings->forms && phrase && !ld_atom_is(c, base, LD_ADJUNCT | LD_TIME | LD_CONJUNCTION) &&
        ld_has_verb(c, base, end) && !ld_any_is(c, base + 1, end, LD_RELATIVE | LD_ADJUNCT))
        return true; /* "about a third of the town is dry, ..." */
    return c->whole && end < c->count && c->head < end &&
           !ld_atom_is(c, base, LD_ADJUNCT | LD_CONJUNCTION); /* "up to a third is dry, a report said" */
}

/* It may have a verb that is not known as one, so that no lead goes on over it; but not "After Ana Lind, a smith from
 * the bay, left, ..". */
static bool may_be_clause(const struct ld_find *f, uint32_t from, uint32_t to) {
    const struct ld_clause *c = f->c;
    if (to - from < 4 || ld_atom_is(c, from, LD_PREPOSITION | LD_TIME) || is_bare(f, from)) return false;
    if (ld_by_endings(c) && ld_phrase_at(c, from, LD_RELATIVE)) return false;
    if (!c->whole) return true;
    const bool named = ld_atom_flagged(c, from - 1, LD_CAPITAL) && !ld_atom_shaped(c, from, LD_DEFINITE);
    const bool aside = ld_phrase_at(c, from, LD_RELATIVE) ||
                       (!ld_has_verb(c, from, to) && (named || !ld_atom_is(c, from, LD_ARTICLE | LD_PRONOUN)));
    return !ld_is_participle(f, from) && !(aside && c->head >= to);
}

/* "Though Ana Lind, [Tom Ashby and her sons were] gone, ..", "Even though Acme, which shut, [paid], ..": the verb of
 * the clause that opens the sentence is yet to come, behind the comma at atom from. */
static bool is_within_opened(const struct ld_clause *c, uint32_t from) {
    if (c->events[0].kind != LD_OPENS || c->events[0].atom > 1 || !ld_waiting(c, 0, from)) return false;
    const uint32_t verb = ld_free_verb(c, 1), begin = ld_last_border(c, verb);
    if (verb <= from || verb >= c->head) return false;
    for (uint32_t i = begin; i < verb; i++)
        if (ld_joins(c, i)) return true;
    return begin == verb || ld_atom_shaped(c, begin, LD_ADVERB) || ld_word_is(c, begin, "still");
}

/* No comma: "On Monday the council voted". */
static void find_bare_lead(struct ld_find *f, uint32_t base, uint32_t end) {
    const struct ld_clause *c = f->c;
    for (uint32_t i = base + 1; c->endings->forms && i < end && !ld_is_verb(c, i); i++)
        if (ld_atom_is(c, i - 1, LD_TIME) && !ld_atom_is(c, i, LD_TIME) &&
            (ld_atom_is(c, i, LD_ARTICLE) || ld_atom_flagged(c, i, LD_CAPITAL)) && ld_has_verb(c, i + 1, end)) {
            ld_add_piece(f, LD_PIECE_LEAD, 0, i);
            return;
        }
}

/* Whether "and" joins words in [from, to): a list ends there. */
static bool has_and(const struct ld_clause *c, uint32_t from, uint32_t to) {
    while (from < to && !ld_joins(c, from)) from++;
    return from < to;
}

/* "In a dry year, mills in Bray, Oxley and Harlan have": a list goes on to before its segment first, whose likes are
 * told by first_subject; with an article that would rather be what was named: "In Harlan, an old port, [smiths and
 * bakers ..]". */
static bool is_within_list(const struct ld_find *f, uint32_t first) {
    const struct ld_clause *c = f->c;
    const uint32_t before = f->segments[first - 1], from = f->segments[first];
    if (has_and(c, before, from)) return false; /* "In storms, rain and hail, [Ana and Tom ..]" */
    if (from == before + 1 && ld_atom_flagged(c, before, LD_CAPITAL) && ld_atom_flagged(c, before - 1, LD_CAPITAL))
        return false; /* "After a storm in Oxley, Ohio, [Ana and Tom ..]" */
    return ld_border(c, before) == LD_COMMA && !ld_has_verb(c, before, from) &&
           !ld_atom_is(c, before, LD_PREPOSITION | LD_CONJUNCTION | LD_RELATIVE | LD_ADJUNCT | LD_TIME | LD_ARTICLE) &&
           !ld_is_number(c, before) && !ld_is_participle(f, before) && !ld_is_protected(c, from);
}

/* "After a storm, Ana, [Tom and Ruth left]": of a list of subjects that ends in segment j, where the list begins; but
 * not "After a storm in Oxley, Ohio, [Ana and Tom left]". */
static uint32_t first_subject(const struct ld_find *f, uint32_t j, uint32_t k) {
    enum { SHORT = 4 }; /* words */
    const struct ld_clause *c = f->c;
    uint32_t i = f->segments[j], first = j;
    if (!c->endings->forms) return j;
    while (i + 1 < f->segments[j + 1] && !ld_joins(c, i) && !c->atoms[i].verb) i++;
    if (!ld_joins(c, i)) return j;
    while (first > k + 1) {
        const uint32_t from = f->segments[first - 1], to = f->segments[first];
        const bool named = ld_atom_flagged(c, from, LD_CAPITAL) == ld_atom_flagged(c, f->segments[j], LD_CAPITAL);
        if (to - from > SHORT || !named || has_and(c, from, to) || goes_on_with_verb(c, from)) break;
        first--;
    }
    const bool place = first == k + 1 && ld_atom_flagged(c, f->segments[first] - 1, LD_CAPITAL) &&
                       f->segments[first + 1] == f->segments[first] + 1;
    if (place) first = j;
    while (first > k + 1 && is_within_list(f, first)) first--;
    return first;
}

/* "It is old, [but the mayor likes it]": behind a first clause whose subject is a pronoun, whether a second one with
 * another subject begins at atom i; then its verb, or 0. */
static uint32_t second_verb(const struct ld_clause *c, uint32_t i) {
    if (ld_is_protected(c, i) || !(ld_is_article(c, i) || ld_atom_flagged(c, i, LD_CAPITAL)) || ld_waiting(c, 0, i))
        return 0;
    const uint32_t verb = ld_free_verb_from(c, i);
    return verb < c->count ? verb : 0;
}

/* The segment that the second clause begins with, where the first one goes; or 0. */
static uint32_t find_first_clause(struct ld_find *f) {
    enum { NEAR = 3 }; /* words */
    struct ld_clause *c = f->c;
    if (!c->whole) return 0;
    const bool pronoun = ld_atom_is(c, 0, LD_PRONOUN) && c->head <= NEAR,
               may = ld_word_is(c, c->head, "may") || ld_word_is(c, c->head, "might");
    if (!pronoun && !may) return 0;
    for (uint32_t k = 1; k < f->count; k++) {
        uint32_t i = f->segments[k];
        if (ld_border(c, i) != LD_COMMA || !(ld_word_is(c, i, "but") || ld_word_is(c, i, "and"))) continue;
        i++;
        if (c->head < i) i += ld_phrase_at(c, i, LD_TIME);
        const uint32_t verb = c->head < i ? second_verb(c, i) : 0;
        if (!verb || ld_any_is(c, 0, i - 1, LD_NEGATION)) continue;
        if (!pronoun && !ld_atom_flagged(c, i, LD_CAPITAL)) continue;
        ld_add_piece(f, LD_PIECE_LEAD, 0, i);
        c->head = verb;
        f->segments[k] = i;
        return k;
    }
    return 0;
}

/* "In 1902, the mill", "On the 9th of May, 1902, ..", "In the year ended May 9, 1902, ..", "Two years ago, ..": without
 * it, that would be news. */
static bool tells_year(const struct ld_clause *c, uint32_t base, uint32_t to) {
    enum { SHORT = 6, LONGEST = 9 }; /* words */
    if (ld_word_is(c, base + 2, "ago")) return true;
    const struct ld_atom *last = &c->atoms[to - 1];
    const char *year = c->doc->text + last->start;
    if (!ld_atom_is(c, 0, LD_PREPOSITION | LD_ARTICLE) || ld_atom_is(c, 0, LD_PRONOUN))
        return false; /* "Ce lundi 9 mai 2016" */
    const bool ended = ld_word_is(c, to - 4, "ended");
    return to <= (ended ? LONGEST : SHORT) && last->end == last->start + 4 && strspn(year, "0123456789") >= 4;
}

/* "Under the plan, the mill will", "Until now, the mill was", "Of 90 mills, nine are": not so, or not of all. */
static bool tells_bound(const struct ld_clause *c, uint32_t to) {
    enum { LONGEST = 6 }; /* words */
    if (ld_by_endings(c) && ld_is_word_of(c, 0, LD_WORDS_of_which))
        return ld_is_number(c, to) || ld_is_number(c, to + 2); /* "Parmi eux, 12 sont", "Sur .., plus de 9" */
    return to <= LONGEST && ld_is_word_of(c, 0, LD_WORDS_bounding);
}

/* "Of the 90 mills that were to open, nine have": of which. */
static bool tells_of_which(const struct ld_clause *c, uint32_t to) {
    return c->endings->forms && ld_word_is(c, 0, "of") && (ld_is_number(c, to) || ld_is_number(c, to + 1));
}

/* "With its wells dry, its lakes empty, ..", "Cheered by smiths, bakers and men who .., ..": what begins so goes on to
 * the main verb, behind atom to. */
static bool goes_on_to(const struct ld_find *f, uint32_t base, uint32_t to) {
    const struct ld_clause *c = f->c;
    return c->whole && c->head >= to && !ld_atom_is(c, c->head, LD_SAY) &&
           (ld_word_is(c, base, "with") || ld_is_participle(f, base) || ld_phrase_at(c, base, LD_CONJUNCTION));
}

/* "C'est une fête : [la guilde a ..]": of a language told by endings, the segment behind a colon where a clause
 * of its own begins, as one does before that, which tells of nobody and goes; or 0. */
static uint32_t find_behind_colon(struct ld_find *f) {
    const struct ld_clause *c = f->c;
    const bool vague = ld_atom_is(c, 0, LD_PRONOUN | LD_CONJUNCTION) || ld_is_clitic(c, 0) || ld_word_is(c, 0, "c'");
    for (uint32_t k = 1; ld_by_endings(c) && vague && !ld_is_article(c, 0) && k < f->count; k++) {
        const uint32_t from = f->segments[k];
        if (!(ld_border(c, from) & LD_COLON) || ld_is_protected(c, from)) continue;
        if (!(ld_is_article(c, from) || ld_is_number(c, from) || ld_is_word_of(c, from, LD_WORDS_several)) ||
            ld_atom_is(c, from, LD_DEICTIC) || !ld_has_main_verb(c, 0, from) || !ld_has_main_verb(c, from, f->limit))
            return 0;
        ld_add_piece(f, LD_PIECE_LEAD, 0, from);
        return k;
    }
    return 0;
}

/* Whether a dash stands before segment j or a later one: an aside goes on to there. */
static bool has_dash(const struct ld_find *f, uint32_t j) {
    while (j < f->count && !(ld_border(f->c, f->segments[j]) & LD_DASH)) j++;
    return j < f->count;
}

uint32_t ld_find_lead(struct ld_find *f) {
    const struct ld_clause *c = f->c;
    uint32_t k = 0;
    if (ld_is_protected(c, 0)) return 0;
    const uint32_t second = c->endings->forms ? find_first_clause(f) : find_behind_colon(f);
    if (second) return second;
    if (ld_is_item(c)) {
        ld_add_piece(f, LD_PIECE_CONNECTIVE, 0, 1);
        return 0;
    }
    const uint32_t base = find_opening(f, &k), phrase = lead_phrase(c, base);
    bool aside = false; /* between dashes: "Last year, Ashby -- a friend to some, a thief to others -- was" */
    if (is_no_lead(f, base, phrase, k)) return k;
    for (uint32_t j = k + 1; j < f->count && j <= k + 4; j++) {
        const uint32_t from = f->segments[j], to = f->segments[j + 1];
        if (c->endings->forms && ld_border(c, from) & LD_DASH) aside = !aside && has_dash(f, j + 1);
        if (aside) continue;
        if (c->whole && is_within_opened(c, from)) continue;
        if (ld_by_endings(c) && !ld_has_main_verb(c, from, f->limit) &&
            (ld_has_main_verb(c, f->segments[k + 1], from) ||
             (c->endings->language != LD_LANGUAGE_fr && ld_atom_is(c, base, LD_PREPOSITION) &&
              !ld_atom_is(c, base, LD_CONJUNCTION | LD_ADJUNCT) && ld_has_main_verb(c, base, f->segments[k + 1]))))
            return k;                             /* that has it: "Dal lunedì chi sale paga, una misura che .." */
        const uint32_t mark = ld_border(c, from); /* or behind an aside between dashes */
        if ((mark & LD_COMMA || (mark & LD_DASH && ld_border(c, f->segments[j - 1]) & LD_DASH)) && main_begins(f, j) &&
            (phrase || ld_has_verb(c, from, to) ||                      /* not "getting there, a feat, is ..." */
             ld_phrase_at(c, to, LD_RELATIVE) || !ld_is_verb(c, to))) { /* "Leaving, two bakers, her sons, fell" */
            const uint32_t first = first_subject(f, j, k), main = f->segments[first];
            if (ld_word_is(c, base, "only") && c->whole && ld_border(c, c->head))
                return k; /* "Only then, .., did he" */
            if (c->whole && c->head < main && ld_word_is(c, c->head - 1, "it"))
                return k; /* "In the end it was Oxley, .., that" */
            const bool bound = tells_bound(c, main);
            if (!tells_year(c, base, main) && !tells_of_which(c, main) && !(bound && ld_by_endings(c)))
                ld_add_piece(f, bound ? LD_PIECE_LOOSE : LD_PIECE_LEAD, 0, main);
            ld_find_brief_lead(f, main);
            return first;
        }
        if (!is_verb_of_lead(f, j) && !is_followed(f, j) && may_be_clause(f, from, to) && !goes_on_to(f, base, to))
            break;
    }
    find_bare_lead(f, base, f->segments[k + 1]);
    return k;
}
