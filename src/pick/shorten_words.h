/* shorten_words.h - what the finders of pieces ask of the atoms of a clause, and share. */
#ifndef LD_SHORTEN_WORDS_H
#define LD_SHORTEN_WORDS_H

#include <string.h>

#include "base/ahead.h"
#include "pick/shorten.h"

enum {
    LD_OPENERS = LD_ADJUNCT | LD_RELATIVE | LD_CONJUNCTION | LD_PREPOSITION | LD_TIME, /* of a phrase or clause */
    LD_LIKE_PAST = LD_ENDS_PAST | LD_VERB_PARTICIPLE, /* of participles: "named", "given" */
    LD_CLOSED = LD_STOP | LD_PREPOSITION | LD_ARTICLE | LD_CONJUNCTION | LD_PRONOUN | LD_TIME /* no open class */
};

/* A language whose verbs are told by endings and the words beside them: French, Spanish, Italian, Portuguese. */
static inline bool ld_by_endings(const struct ld_clause *c) { return c->endings->present->length; }

/* Atom i, or nothing where that is some before the first (i - 1 of 0) or behind the last: that is and has nothing. */
static inline const struct ld_atom *ld_atom_at(const struct ld_clause *c, uint32_t i) { return &c->atoms[(int32_t)i]; }

static inline const char *ld_folded(const struct ld_clause *c, uint32_t i) {
    return ld_folded_of(ld_token_word(c->doc, ld_atom_at(c, i)->token));
}

/* Whether atom i is that word, of less than sixteen bytes: eight at once, with the zeros after it (struct ld_letters).
 */
LD_WITHIN static inline bool ld_word_is(const struct ld_clause *c, uint32_t i, const char *word) {
    char bytes[16] = {0};
    memcpy(bytes, word, strlen(word));
    if (ld_atom_at(c, i)->word_bit != ld_word_bit(ld_bytes_8(bytes))) return false; /* nearly always */
    const char *folded = ld_folded(c, i);
    return i < c->count && ld_bytes_8(folded) == ld_bytes_8(bytes) &&
           (strlen(word) < 8 || ld_bytes_8(folded + 8) == ld_bytes_8(bytes + 8));
}

/* Whether atom i has one of the facts, shapes (enum ld_shape) or flags (enum ld_token_flag). */
static inline bool ld_atom_is(const struct ld_clause *c, uint32_t i, uint32_t facts) {
    return ld_atom_at(c, i)->facts & facts;
}
static inline bool ld_atom_shaped(const struct ld_clause *c, uint32_t i, uint32_t shapes) {
    return ld_atom_at(c, i)->shape & shapes;
}
static inline bool ld_atom_flagged(const struct ld_clause *c, uint32_t i, uint8_t flag) {
    return ld_atom_at(c, i)->flags & flag;
}

/* "and", "or", "but": what joins its like, and opens no clause; a number in figures or words. */
static inline bool ld_joins(const struct ld_clause *c, uint32_t i) {
    return ld_atom_is(c, i, LD_CONJUNCTION) && ld_atom_is(c, i, LD_CONNECTIVE);
}
/* "But bakers say", "So the mill": the first word joins the sentence to the one before. Not "So far", "But is it". */
static inline bool ld_begins_joined(const struct ld_clause *c) {
    return ld_atom_is(c, 0, LD_CONJUNCTION) && !ld_atom_is(c, 0, LD_ADJUNCT) &&
           (ld_atom_is(c, 1, LD_ARTICLE | LD_PRONOUN) || ld_atom_flagged(c, 1, LD_CAPITAL) ||
            (c->endings->forms && ld_joins(c, 0) && ld_folded(c, 0)[0] != 's' && !ld_atom_is(c, 1, LD_AUXILIARY)));
}
static inline bool ld_is_that(const struct ld_clause *c, uint32_t i) {
    return ld_atom_is(c, i, LD_RELATIVE) && ld_atom_is(c, i, LD_ARTICLE) && ld_atom_is(c, i, LD_CONJUNCTION);
}
/* A word of the open classes in lower case that is no verb, no mark before it. */
static inline bool ld_is_plain(const struct ld_clause *c, uint32_t i) {
    const struct ld_atom *atom = ld_atom_at(c, i);
    return !(atom->facts & LD_CLOSED || atom->flags & (LD_CAPITAL | LD_NUMERIC) || atom->border || atom->verb);
}
/* "was [robbed]", "is badly [hurt]". */
static inline bool ld_is_behind_be(const struct ld_clause *c, uint32_t i) {
    while (ld_atom_shaped(c, i - 1, LD_ADVERB)) i--;
    return ld_atom_is(c, i - 1, LD_BE);
}
static inline bool ld_is_number(const struct ld_clause *c, uint32_t i) {
    return ld_atom_flagged(c, i, LD_NUMERIC) || ld_atom_shaped(c, i, LD_NUMBER_WORD);
}
/* When, at atom i: "Friday", "on Friday". */
static inline bool ld_is_when(const struct ld_clause *c, uint32_t i) {
    return ld_atom_is(c, i, LD_TIME) || (ld_atom_is(c, i, LD_PREPOSITION) && ld_atom_is(c, i + 1, LD_TIME));
}

/* Whether atom i is a word of that list of words.def, or begins with one (shorten_lists.c). */
enum ld_word_list {
#define WORDS(name, ...) LD_WORDS_##name,
#include "pick/words.def"
#undef WORDS
};
extern const uint64_t ld_list_bits[][12];
bool ld_is_listed(const struct ld_clause *c, uint32_t i, enum ld_word_list list);
static inline bool ld_is_word_of(const struct ld_clause *c, uint32_t i, enum ld_word_list list) {
    const uint8_t bit = ld_atom_at(c, i)->word_bit;
    return ld_list_bits[list][bit / 64] >> bit % 64 & 1 && ld_is_listed(c, i, list); /* hardly ever */
}
bool ld_begins_as(const struct ld_clause *c, uint32_t i, enum ld_word_list list);
size_t ld_word_begins_as(const char *word, enum ld_word_list list); /* bytes of the beginning, or 0 */

/* "<Acme Ltd>": whether the bracket that begins or ends at atom i marks a name, as some desks do; but not "<ACM.N>". */
static inline bool ld_names(const struct ld_clause *c, uint32_t i) {
    const uint32_t other = c->atoms[i].bracket;
    if (other == UINT32_MAX) return false; /* nearly always */
    const struct ld_atom *open = &c->atoms[other < i ? other : i], *close = &c->atoms[other < i ? i : other];
    return c->doc->text[open->lead] == '<' && open->flags & LD_CAPITAL &&
           !(open->flags & LD_ALL_CAPITALS && (close->flags & LD_ALL_CAPITALS || close->end == close->start + 1));
}

/* Whether it stands within quotation marks or brackets. */
static inline bool ld_is_protected(const struct ld_clause *c, uint32_t i) {
    return ld_atom_at(c, i)->marks & (LD_QUOTED | LD_BRACKETED);
}

/* The mark before atom i, where pieces may be parted: not within quotation marks or brackets. */
static inline uint8_t ld_border(const struct ld_clause *c, uint32_t i) { return ld_atom_at(c, i)->border; }

/* The last atom up to atom i that has one, which the first has; the next one from atom i on, or count. */
static inline uint32_t ld_last_border(const struct ld_clause *c, uint32_t i) {
    return ld_last_in(&c->sets, LD_SORT_MARKED, i);
}
static inline uint32_t ld_next_border(const struct ld_clause *c, uint32_t i) {
    return ld_next_in(&c->sets, LD_SORT_MARKED, i, c->count);
}

/* How many characters more may be written between two atoms that stay and have none between them that does, than stand
 * behind the first: a blank; for the mark behind it, which goes, a comma; or that of what goes, or the comma before who
 * says so. */
static inline int32_t ld_joint_room(const struct ld_clause *c, uint32_t i, uint32_t next) {
    const struct ld_atom *left = &c->atoms[i];
    const int32_t blank = left->blank ? 0 : 1, marks = (int32_t)(left->tail - left->end);
    const uint8_t gone = ld_atom_at(c, next - 1)->marks;
    if (left->marks & LD_BORDER)
        return blank +
               (left->quote == UINT32_MAX && left->bracket == UINT32_MAX && ld_is_ascii_atom(left) ? 1 - marks : 2);
    if (gone & LD_DASH) return blank + 2;
    return blank + (gone & LD_BORDER || (i < c->attribution && next >= c->attribution));
}

/* How many atoms a phrase of that fact takes that begins at atom i, the longest one; 0 for none. */
static inline uint32_t ld_phrase_at(const struct ld_clause *c, uint32_t i, uint32_t fact) {
    const struct ld_atom *atom = ld_atom_at(c, i);
    for (uint32_t n = LD_PHRASE; atom->phrase_facts & fact; n--)
        if (atom->phrases[n - 2] & fact) return n;
    return (atom->facts & fact) != 0;
}

/* Whether atom i ends with one of these, behind three letters or more; NULL stands behind the last. */
bool ld_ends_with(const struct ld_clause *c, uint32_t i, const char *const *endings);
bool ld_ends_as_adjective(const struct ld_clause *c, uint32_t i);  /* "typical", "senior" */
bool ld_ends_as_nation(const struct ld_clause *c, uint32_t i);     /* "German", "Danish" */
bool ld_is_superlative(const struct ld_clause *c, uint32_t i);     /* "oldest", by its ending */
bool ld_is_present(const struct ld_clause *c, uint32_t i);         /* of is_verb, a part (shorten_present.c) */
bool ld_is_bare_apposition(const struct ld_clause *c, uint32_t i); /* ", une vente [que ..]" */
bool ld_parts_given(const struct ld_clause *c, uint32_t i);
bool ld_is_given(const struct ld_clause *c, uint32_t i);              /* "accorde au port [une aide]" */
bool ld_opens_with_participle(const struct ld_clause *c, uint32_t i); /* "[Vendu] hier, ..", "[Se] disant lasse, .." */
bool ld_is_before_when(const struct ld_clause *c, uint32_t i);        /* ", trois [semaines] après la crue" */
bool ld_is_infinitive_beside(const struct ld_clause *c, uint32_t i);  /* "d'[avoir] vendu": no main verb */
bool ld_is_bare_infinitive(const struct ld_clause *c, uint32_t i);    /* "a dit [vouloir] partir" */
bool ld_is_clitic(const struct ld_clause *c, uint32_t i); /* "se", "ne": words that stand before Romance verbs */
/* "ont vendu", "se hundieron": the verb that begins at atom i, behind its pronouns, is of many (shorten_beside.c). */
bool ld_may_be_many(const struct ld_clause *c, uint32_t i); /* of a noun, by its ending */
bool ld_has_many(const struct ld_clause *c, uint32_t i);
bool ld_is_verb_beside(const struct ld_clause *c, uint32_t i); /* of languages without forms (shorten_beside.c) */
bool ld_ends_bare(const struct ld_clause *c, uint32_t i);      /* as an infinitive, there */
bool ld_may_have_verb(const struct ld_clause *c, uint32_t from,
                      uint32_t to);                          /* one known, or a word that ends as one */
bool ld_ends_present(const struct ld_clause *c, uint32_t i); /* as a verb of the present may */
/* "que", "si", "où" open a part of the sentence; but not "et", nor "comme", nor "que" in "de que hablar". */
bool ld_opens_part(const struct ld_clause *c, uint32_t i);
bool ld_is_off_shore(const struct ld_clause *c, uint32_t i); /* "off the coast", at atom i (shorten_torn.c) */
/* Whether atoms [from, to) have a verb that belongs to no part opened within: not "la guilde qui l'a vendu"
 * (shorten_romance.c). */
bool ld_has_main_verb(const struct ld_clause *c, uint32_t from, uint32_t to);
/* Whether a cut behind atom i tears a clause of what is kept apart, in these languages (shorten_romance.c). */
bool ld_is_torn(const struct ld_clause *c, const bool *keep, uint32_t i);
bool ld_is_added(const struct ld_clause *c,
                 const bool *keep); /* "Une visite qui coûte cher", of what was told before */
bool ld_is_dated(const struct ld_clause *c, uint32_t from, uint32_t to);      /* "lundi", "12 mai" */
bool ld_lacks_main(const struct ld_clause *c, const bool *keep, uint32_t to); /* "Une barque qui coule" */
double ld_calls_for_next(const struct ld_clause *c, uint32_t i);              /* as ld_lightness, in these */
bool ld_awaits_object(const struct ld_clause *c, uint32_t i);                 /* of which the object is behind atom i */
double ld_openness_beside(const struct ld_clause *c, uint32_t last);          /* as ld_openness, in these */
enum ld_asks ld_asks_beside(const struct ld_clause *c, uint32_t i, bool light); /* as ld_asks, in these */
bool ld_is_many(const struct ld_clause *c, uint32_t i);                         /* "women", "people" */
/* Whether an atom looks like a finite verb; whether one stands in [from, to). */
static inline bool ld_is_verb(const struct ld_clause *c, uint32_t i) { return ld_atom_at(c, i)->verb; }
bool ld_has_verb(const struct ld_clause *clause, uint32_t from, uint32_t to);
/* "fell", "would", but not "[fall]" behind it, which can be one, too. */
static inline bool ld_is_finite(const struct ld_clause *c, uint32_t i) {
    return ld_is_verb(c, i) &&
           (ld_atom_is(c, i, LD_AUXILIARY) ||
            !(ld_atom_shaped(c, i, LD_VERB_BASE | LD_VERB_OR_NOUN) || ld_atom_is(c, i - 1, LD_AUXILIARY)));
}
/* "has been [told]": the last of the verbs that stand together from atom i on. */
static inline uint32_t ld_group_end(const struct ld_clause *c, uint32_t i) {
    while (ld_is_verb(c, i + 1)) i++;
    return i;
}
static inline void ld_make_verb(struct ld_clause *c, uint32_t i, bool verb) {
    c->atoms[i].verb = verb;
    ld_put_in(&c->sets, LD_SET_VERBS, i, verb);
}

/* The clauses of the sentence and whose each verb is (shorten_clauses.c). Whether every clause of the atoms that are
 * kept (all, where keep is NULL) has its verb; the main one's is put in *verb. */
void ld_find_clauses(struct ld_clause *c);
bool ld_is_whole(const struct ld_clause *c, const bool *keep, uint32_t *verb);
/* Whether the word of an event stays, or the verb that can do without it: "[has] agreed". */
static inline bool ld_keeps_event(const struct ld_clause *c, const bool *keep, const struct ld_event *event) {
    const uint32_t i = event->atom;
    return keep[i] || (event->kind == LD_FINDS && i + 1 < c->count && keep[i + 1] && ld_is_verb(c, i + 1) &&
                       ld_is_word_of(c, i, LD_WORDS_perfect));
}
/* The first event from atom i on, or event_count. */
static inline uint32_t ld_event_from(const struct ld_clause *c, uint32_t i) {
    uint32_t e = 0;
    while (e < c->event_count && c->events[e].atom < i) e++;
    return e;
}
/* How many clauses that open from atom from on, before atom i, wait for a verb there; and the first verb from event e,
 * or atom i, on that no clause waits for that opens there, or count. */
uint32_t ld_waiting(const struct ld_clause *c, uint32_t from, uint32_t i);
uint32_t ld_free_verb(const struct ld_clause *c, uint32_t e);
uint32_t ld_free_verb_from(const struct ld_clause *c, uint32_t i);

/* Of a verb that was found: whether it may be none, but a participle that belongs to the noun before it, "accused of
 * theft"; whether what follows is no object of it. Then whose each verb is (shorten_verbs.c). */
bool ld_may_be_reduced(const struct ld_clause *c, uint32_t i);
bool ld_goes_with_next(const struct ld_clause *c, uint32_t i);
void ld_settle_verbs(struct ld_clause *c);
bool ld_is_source(const struct ld_clause *c, uint32_t i);

/* The verbs that were not seen, and openers that are none (shorten_missing.c). One event less or more; false: there is
 * no room. ", Mara Lind said.": whether the verb at atom i is that of who says so, at the end. */
void ld_find_missing(struct ld_clause *c);
void ld_remove_event(struct ld_clause *c, uint32_t e);
bool ld_insert_event(struct ld_clause *c, uint32_t e, struct ld_event event);
bool ld_ends_speech(const struct ld_clause *c, uint32_t i);
uint32_t ld_saying(const struct ld_clause *c, uint32_t e);

/* Whether a clause was found to open at atom i, that is, at a conjunction or relative pronoun. */
static inline bool ld_opens_clause(const struct ld_clause *c, uint32_t i) {
    return i < c->count && ld_is_in(&c->sets, LD_SET_OPENERS, i);
}

/* "the ruling", "the court's ruling": a noun, whatever its ending. */
static inline bool ld_is_noun_at(const struct ld_clause *c, uint32_t i) {
    return i && (ld_atom_shaped(c, i - 1, LD_ENDS_GENITIVE) ||
                 (ld_atom_is(c, i - 1, LD_ARTICLE) && !ld_atom_is(c, i - 1, LD_RELATIVE)));
}

bool ld_is_spare_article(const struct ld_clause *c, uint32_t i);  /* German: "[Die] Gilde hat" */
bool ld_awaits_clause(const struct ld_clause *c, uint32_t i);     /* "nur verkauft werden[, wenn es regnet]" */
bool ld_is_lone_adjective(const struct ld_clause *c, uint32_t i); /* "a new[, binding rule]": its noun is to come */
bool ld_parts_object(const struct ld_clause *c, uint32_t i); /* its comma ends an aside between a verb and its object */
/* "placed the papers [on its list]": atom i says where, and the verb before it wants to know. */
bool ld_is_put(const struct ld_clause *clause, uint32_t i);
/* Can be: its marker stands before it, and it is no word that seldom goes with that. */
bool ld_goes_with_marker(const struct ld_clause *c, uint32_t i);
static inline bool ld_is_infinitive(const struct ld_clause *c, uint32_t i) {
    return ld_atom_shaped(c, i - 1, LD_MARKS_INFINITIVE) && ld_goes_with_marker(c, i);
}
static inline bool ld_is_sure_infinitive(const struct ld_clause *c, uint32_t i) { /* "to win", not "to good" */
    return ld_is_infinitive(c, i) && c->atoms[i].shape & (LD_VERB_BASE | LD_VERB_OR_NOUN);
}
/* Back from atom i: the verb or infinitive that stands next before it, or atom i itself, or what a mark stands before.
 */
static inline uint32_t ld_verb_before(const struct ld_clause *c, uint32_t i) {
    while (!c->atoms[i].border && !c->atoms[i].verb && !ld_is_infinitive(c, i)) i--;
    return i;
}
bool ld_before_bracket(const struct ld_clause *c, uint32_t i); /* "Oxley Works (OW) has": an end as before a mark */
bool ld_any_is(const struct ld_clause *c, uint32_t from, uint32_t to, uint32_t facts);

/* The first atom that stays, or count. Where what stays of the first atoms ends: behind the last of them that does. The
 * same but for who says so; and that last one, or the first atom. */
static inline uint32_t ld_kept_begin(const bool *keep, uint32_t count) {
    uint32_t first = 0;
    while (first < count && !keep[first]) first++;
    return first;
}
static inline uint32_t ld_kept_end(const bool *keep, uint32_t end) {
    while (end >= 8 && !ld_bytes_8((const char *)keep + end - 8)) end -= 8;
    while (end && !keep[end - 1]) end--;
    return end;
}
static inline uint32_t ld_told_end(const struct ld_clause *c, const bool *keep) {
    return ld_kept_end(keep, c->attribution);
}
static inline uint32_t ld_last_told(const struct ld_clause *c, const bool *keep) {
    const uint32_t end = ld_told_end(c, keep);
    return end ? end - 1 : 0;
}
/* A copy of it, to be changed. */
static inline bool *ld_copy_keep(struct ld_arena *arena, const struct ld_clause *c, const bool *keep) {
    return memcpy(ld_arena_alloc(arena, c->count * sizeof *keep), keep, c->count * sizeof *keep);
}
/* How many characters what stays takes, up to atom to. */
static inline uint32_t ld_kept_characters(const struct ld_clause *c, const bool *keep, uint32_t to) {
    uint32_t sum = 0;
    for (uint32_t i = 0; i < to; i++) sum += keep[i] * ld_characters(&c->atoms[i]);
    return sum;
}

/* What the atoms that are kept refer to (shorten_refers.c); first is the first of them.
 * deictic: a word that points out of the sentence stands outside quotation marks ("this offer"), but not "this week".
 * definite: it begins with "The owner said": of one who is not named, nor told by what follows ("the owner of the
 * mill"). name: one stands in the subject, in upper case not only because it comes first. pronoun: "after the game, he
 * left": the main clause's subject is one, and no name stands before it. */
bool ld_is_deictic(const struct ld_clause *c, const bool *keep);
bool ld_is_deictic_at(const struct ld_clause *c, uint32_t i);

/* Whether what begins at atom first begins with a pronoun or goes on from another sentence: "He", "This mill", "Later";
 * but not "This year", "Later this year". */
bool ld_points_back(const struct ld_clause *c, uint32_t first);
/* "Ana Lind shared a picture of him": whom no one in the main clause can be, nor the subject; or count. */
uint32_t ld_find_stranger(const struct ld_clause *c);
/* "Two boats sailed after a storm, but [it] sank one": no subject before can be meant, by its number; or count. */
uint32_t ld_find_unmeant(const struct ld_clause *c);
/* "Two boats sailed [after a storm], but it sank one": a noun goes that it may mean, at atom unmeant. */
bool ld_loses_meant(const struct ld_clause *c, uint32_t unmeant, const bool *keep);
/* "The owner said": the subject, which begins at atom first, is no name. And, of a clause that is whole, the term of
 * its noun, which most often is the word before the main verb; keep: NULL for all atoms. */
bool ld_is_definite(const struct ld_clause *c, const bool *keep, uint32_t first);
bool ld_is_bare(const struct ld_clause *c);
bool ld_is_expletive(const struct ld_clause *c, uint32_t first);
bool ld_is_caption(const struct ld_clause *c);
bool ld_is_pictured(const struct ld_clause *c); /* "Tom Ashby waits at the mill": as captions do, if not by its marks */
uint32_t ld_subject_term(const struct ld_clause *c, const bool *keep, uint32_t first);
bool ld_has_name(const struct ld_clause *c, const bool *keep, uint32_t first);
bool ld_is_pronoun_subject(const struct ld_clause *c, const bool *keep, uint32_t first);
/* "Lind declined to comment", "No details were given"; keep: NULL for all atoms (shorten_untold.c). */
bool ld_tells_nothing(const struct ld_clause *c, const bool *keep);
bool ld_is_tagged(const struct ld_clause *c);   /* "UPDATE: ..": what the desk tells of the text itself */
bool ld_is_label(const struct ld_clause *c);    /* "KH: I was": one that the text has more than once */
bool ld_is_labelled(const struct ld_clause *c); /* "Reference: ..", "A: ..": its first words are no part of it */

/* "a rare[, large turtle]", "the first person [to leave]": the noun's phrase goes on
 * behind atom i (shorten_place.c). */
bool ld_in_phrase(const struct ld_clause *c, uint32_t i);
/* "asked the Guild (OG) [to ..]": the verb before atom i calls for an infinitive (shorten_waits.c). */
bool ld_asks_whom(const struct ld_clause *c, uint32_t i);

/* A verb at atom i that asks, lets or expects someone to do something; the "to" of the infinitive that goes with such a
 * verb, from atom i on, or 0 (shorten_waits.c). */
bool ld_is_asking_whom(const struct ld_clause *c, uint32_t i);
uint32_t ld_find_asked(const struct ld_clause *c, uint32_t i);
/* "so as [to]", "in order [to]" (shorten_waits.c). */
bool ld_is_purpose(const struct ld_clause *c, uint32_t i);

/* "agreed in talks [that it sails]": what stands before waits for what is behind atom i. Atom i is of a second
 * clause's subject, which waits for its verb: ", but the mill[, a rival, was sold]" (shorten_waits.c). */
bool ld_waits(const struct ld_clause *c, uint32_t i);
bool ld_is_second_subject(const struct ld_clause *c, uint32_t i);
/* Whether an end there parts what is one phrase, without and with a comma behind it (shorten_parted.c). */
bool ld_parts(const struct ld_clause *c, uint32_t i);
bool ld_parts_at_comma(const struct ld_clause *c, uint32_t i);
/* ", but the mud [it left is deep]": its verb is behind atom i, and before atom to (shorten_cut.c). */
bool ld_is_half(const struct ld_clause *c, uint32_t i, uint32_t to);
bool ld_tears(const struct ld_clause *c, uint32_t i);      /* the same of what makes the news so (shorten_torn.c) */
bool ld_is_of_most(const struct ld_clause *c, uint32_t i); /* "the oldest boat [in the bay]" */
bool ld_tears_at_comma(const struct ld_clause *c, uint32_t i);
static inline bool ld_is_article(const struct ld_clause *c, uint32_t i) { /* no "that", no "his" */
    return ld_atom_is(c, i, LD_ARTICLE) && !ld_atom_is(c, i, LD_RELATIVE | LD_PRONOUN);
}
/* "will not sail [until May]", "will sail [unless it rains]", "may be old[, but it sails]": what begins at atom i, and
 * cannot go. */
bool ld_is_bound(const struct ld_clause *c, uint32_t i);
/* "between the town[, a rival,] [and the state]", but not "between two towns [on the tax]" (shorten_place.c). */
bool ld_awaits_and(const struct ld_clause *c, uint32_t i);
/* "Lorran may be old, but it sails": the main clause is no news (shorten_bound.c). */
bool ld_concedes(const struct ld_clause *c);
struct ld_bound ld_find_bound(const struct ld_clause *c); /* behind the main verb; none: {0, 0} */
/* "the mill's 9 mln dlrs [of debt]", "its 9 tonnes [of flour]": which are known, and so of what they are. */
bool ld_is_owned_amount(const struct ld_clause *c, uint32_t i);

/* "curbs [on rope]", "talks [with the guild]": atom i is a preposition that the noun before it calls for. */
bool ld_is_of_noun(const struct ld_clause *c, uint32_t i);
/* "chose Oxley, a port, [as its home]": the verb before atom from calls for what begins at atom i. */
bool ld_is_of_verb(const struct ld_clause *c, uint32_t from, uint32_t i);
/* "a probe [by the guild] into it", "replaces smiths [at nine mills] with bakers": where the phrase begins that parts
 * what begins at atom i from the word that calls for it, or 0. */
uint32_t ld_find_parting(const struct ld_clause *c, uint32_t i);
/* How much the words that end with atom last, behind a verb, leave to be asked where what follows goes: 0 to 1
 * (shorten_light.c). */
double ld_lightness(const struct ld_clause *c, uint32_t last);
/* What stays of a clause ends so: "filed a petition", "and will be priced". */
bool ld_ends_open(const struct ld_clause *c, const bool *keep);
bool ld_is_told(const struct ld_clause *c, uint32_t i);       /* nothing behind atom i says which or what */
double ld_openness(const struct ld_clause *c, uint32_t last); /* shorten_open.c */

/* Whether a part of what went from atom from on can end there: not before the noun, "in its eighth [over]", nor with
 * what waits for its participle, ", with sales [hit by ..]". */
bool ld_is_sound_part(const struct ld_clause *c, uint32_t from, const bool *keep);

/* ", a rival[, to a yard]": what is dropped before atom i is more than a day or the like, and i may belong to it. */
bool ld_follows_aside(const struct ld_clause *c, uint64_t dropped, uint32_t i);

/* "signed Ana Lind on a loan [as cover]": the part ends with what is told by itself. */
bool ld_is_told_part(const struct ld_clause *c, const bool *keep);

/* "a mill in Oxley [for ..]": what ends with atom i asks for no more, so that an end before it had better be no choice.
 */
bool ld_is_full(const struct ld_clause *c, uint32_t i);
/* How much what ends with atom i leaves to be asked. */
enum ld_asks ld_asks(const struct ld_clause *c, uint32_t i);
/* The same where it went on: two words of an object do ("to build two boats [to ..]"). */
enum ld_asks ld_still_asks(const struct ld_clause *c, uint32_t i);

/* "will das Tor, das alt ist, [verkaufen]": the rest of the main verb, which in some languages stands last, alone
 * behind a mark (shorten_end.c). */
bool ld_is_last_verb(const struct ld_clause *c, uint32_t i);

/* Where the finite verb is of a main clause that has it second, or 0; whether what is before the mark before atom i
 * calls for what begins there; "Die Mühle sei alt": who says so is another, and should be told (shorten_second.c). */
uint32_t ld_find_second(const struct ld_clause *c);
uint32_t ld_verb_behind(const struct ld_clause *c, uint32_t i);
uint32_t ld_opening_end(const struct ld_clause *c); /* "Bray - [Die Mühle]", "Lind: [Die Mühle]", or 0 */
bool ld_is_called_for(const struct ld_clause *c, uint32_t i);
bool ld_is_reported(const struct ld_clause *c);
bool ld_is_open_clause(const struct ld_clause *c, uint32_t i); /* before a mark: "wird, so Lind, [gebaut]" */
bool ld_is_led_by_pronoun(const struct ld_clause *c);          /* "Künftig fährt [er] nie", "[Das] zeigt" */
bool ld_ends_verb(const struct ld_clause *c, uint32_t i);      /* "[verkauft]", "sortiert": a participle */
bool ld_goes_on_verb(const struct ld_clause *c, uint32_t i);   /* "werden die Boote, die alt sind, [sortiert und]" */
bool ld_is_alone(const struct ld_clause *c, uint32_t first);   /* "Weil es regnet" */
bool ld_may_be_finite(const struct ld_clause *c, uint32_t i);  /* "endet", "hat" */
bool ld_is_rest(const struct ld_clause *c, uint32_t i);        /* "gebaut", "worden": maybe of a verb, last of all */
uint32_t ld_noun_end(const struct ld_clause *c, uint32_t i, uint32_t to);

bool ld_is_perceived(const struct ld_clause *c, uint32_t i); /* "showing smiths [singing]" (shorten_place.c) */
bool ld_is_kind(const struct ld_clause *c, uint32_t i);      /* "a [federal] judge" (shorten_spare.c) */
bool ld_gives_name(const struct ld_clause *c, uint32_t i);   /* "a captain [named] Tom" (shorten_end.c) */

/* How good a place atom i is to cut after (shorten_place.c): CLEAN at a mark or before a phrase of its own, FAIR before
 * what belongs to the word, POOR elsewhere or within a quotation, MID within a compound. */
enum ld_place { LD_PLACE_ANY, LD_PLACE_MID, LD_PLACE_POOR, LD_PLACE_FAIR, LD_PLACE_CLEAN };
enum ld_place ld_place_after(const struct ld_clause *c, uint32_t i);
/* Whether a clause that tells when or why begins behind the verb at atom i, which has no object then: "fell [as ..]".
 */
bool ld_has_adjunct(const struct ld_clause *c, uint32_t i);
/* "after the boat capsized [on the river]": enough is told there (shorten_light.c). */
bool ld_is_happening(const struct ld_clause *c, uint32_t i);

/* "either the gate [or the wall]", "both the gate [and the wall]": whether atom i is between them. "was sleeping in the
 * hut [when] a tree fell": where the clause begins that says what happened; "said that if it rains, it
 * [falls]": the verb of what is said; or 0 (shorten_bound.c). */
bool ld_in_choice(const struct ld_clause *c, uint32_t i);
uint32_t ld_find_scene(const struct ld_clause *c);

enum { LD_SEGMENTS = 64 };

struct ld_find {
    struct ld_clause *c;
    uint32_t limit;                     /* where trailing pieces end: before a final attribution */
    uint32_t kinds, longest;            /* of what is wanted, see ld_clause_pieces */
    uint32_t count;                     /* of segments */
    uint32_t segments[LD_SEGMENTS + 1]; /* where each begins; [count] is the end */
};

/* Add a piece; one that is no clause of its own and has a negation is left out. The first one of these kinds (bits)
 * that begins at atom i, or NULL; whether one has that atom. */
void ld_add_piece(struct ld_find *f, enum ld_piece_kind kind, uint32_t from, uint32_t to);
const struct ld_piece *ld_piece_at(const struct ld_clause *c, uint32_t i, uint32_t kinds);
bool ld_in_piece(const struct ld_clause *c, uint32_t i);

bool ld_is_participle(const struct ld_find *f, uint32_t i);
void ld_find_asides(struct ld_find *f, uint32_t first); /* segments after the lead (shorten_asides.c) */

/* "Second, it was wet": the sentence tells where it is in a list; and so does "1. The road was long". */
static inline bool ld_is_nth(const struct ld_clause *c) {
    return ld_border(c, 1) == LD_COMMA && c->endings->forms && ld_is_word_of(c, 0, LD_WORDS_ordinals) &&
           !ld_is_word_of(c, 1, LD_WORDS_ordinals) && !ld_atom_is(c, 1, LD_PREPOSITION);
}
static inline bool ld_is_item(const struct ld_clause *c) {
    return ld_is_nth(c) || (ld_atom_flagged(c, 0, LD_NUMERIC) && c->atoms[0].marks & LD_FULL_STOP &&
                            c->atoms[0].blank && c->count > 4 && ld_atom_flagged(c, 1, LD_CAPITAL));
}

/* "Nine years later, ..": from what another sentence tells. */
static inline bool ld_is_later(const struct ld_clause *c) {
    return c->endings->forms && ld_is_number(c, 0) && ld_atom_is(c, 1, LD_TIME) && ld_word_is(c, 2, "later");
}

bool ld_is_doubled(const struct ld_clause *c, uint32_t i); /* "the [the] mill": atom i, not the first; English */

/* Adds what stands before the main clause; the segment that this begins with (shorten_lead.c). */
uint32_t ld_find_lead(struct ld_find *f);

/* Whether the segment [from, to) is who says so; where the last one is (shorten_source.c). */
bool ld_is_attribution(const struct ld_find *f, uint32_t from, uint32_t to);
void ld_find_attribution(struct ld_find *f);
void ld_find_brief_lead(struct ld_find *f, uint32_t to); /* "According to a paper [by Lind], the mill" */
/* Whether the piece is who says so before what is said: "[Ana Lind said] the mill", "[According to Lind,] the mill". */
static inline bool ld_is_source_lead(const struct ld_clause *c, const struct ld_piece *piece) {
    return piece->kind == LD_PIECE_SPEAKER ||
           (piece->kind == LD_PIECE_LEAD && c->endings->forms && ld_phrase_at(c, 0, LD_SAY) > 1);
}

/* Of a sentence that says what someone said (shorten_said.c): where the clause of what is said begins, and its verb, or
 * false; the piece that is the speaker; those between. */
bool ld_find_content(const struct ld_clause *c, uint32_t *from, uint32_t *verb);
/* The next one from atom *from on of a noun: "the claim that the mill is old". */
bool ld_next_content(const struct ld_clause *c, uint32_t *from, uint32_t *verb);
void ld_find_speaker(struct ld_find *f, uint32_t first);
void ld_find_self(struct ld_find *f, uint32_t first);
/* "spoke about the storm [and said it was cold]": what is told begins at atom i. */
bool ld_says_more(const struct ld_clause *c, uint32_t i);

/* What is not so without who says it (shorten_views.c): "schools should close" between two atoms; "thinks it is done",
 * said by the first of three; a forecast or judgement behind the main verb, of which begin and verb are given; and
 * one of those, or hearsay, before the final attribution at atom from. */
bool ld_is_demand(const struct ld_clause *c, uint32_t from, uint32_t to);
bool ld_is_thought(const struct ld_clause *c, uint32_t says, uint32_t from, uint32_t to);
uint32_t ld_find_wording(const struct ld_clause *c, uint32_t from, uint32_t to);
bool ld_is_opinion(const struct ld_clause *c, uint32_t from, uint32_t verb);
/* Of the verb group at atom i: "said it [would]"; and how things stand, told from atom from on. */
bool ld_is_shifted(const struct ld_clause *c, uint32_t i);
bool ld_is_state(const struct ld_clause *c, uint32_t from, uint32_t i);
bool ld_is_boast(const struct ld_clause *c, uint32_t verb); /* "says it [is the best]": of oneself */
bool ld_needs_source(const struct ld_clause *c, uint32_t from);
bool ld_is_weighed(const struct ld_clause *c, uint32_t from, uint32_t verb); /* "shows a way": as who says so sees it */
bool ld_weighs_source(const struct ld_clause *c, uint32_t from);             /* the same, told at the end */
bool ld_is_of_war(const struct ld_clause *c, uint32_t from);     /* "troops crossed the bay": as one side tells it */
bool ld_is_claim(const struct ld_clause *c, uint32_t from);      /* of another's doings */
bool ld_is_confession(const struct ld_clause *c, uint32_t verb); /* "says she [met him]": neither settled nor a plan */

/* "a [major] mill", "its [wholly owned] mill" (shorten_spare.c). */
void ld_find_spare(struct ld_clause *c, uint32_t kinds);
bool ld_keeps_article(const struct ld_clause *c, uint32_t from, uint32_t to); /* "a [northern] mill": without those */
void ld_find_slight(struct ld_find *f);   /* the same in languages told by endings (shorten_slight.c) */
void ld_find_tying(struct ld_find *f);    /* "a [ainsi] vendu" */
void ld_find_articles(struct ld_find *f); /* articles.c */
void ld_find_phrases(struct ld_find *f);  /* "met Lind [at the hall] to ask" (shorten_phrases.c) */
void ld_find_traits(struct ld_find *f);   /* "a [parliamentary] inquiry" (shorten_traits.c) */
bool ld_is_told_twice(const struct ld_clause *c, uint32_t i);

/* "on Tuesday", "late last week", between other things (shorten_days.c). */
void ld_find_days(struct ld_find *f);
uint32_t ld_night_end(const struct ld_clause *c, uint32_t i); /* behind "in der Nacht [zum Montag]", atom i, or i */
void ld_find_middle(struct ld_find *f);                       /* between two parts of a verb (shorten_second.c) */

void ld_find_german(struct ld_find *f);           /* what belongs to a noun there (shorten_german.c) */
uint32_t ld_field_end(const struct ld_clause *c); /* behind the main verb, at a mark or before who says so */
void ld_find_field(struct ld_find *f);            /* what its verb does without (shorten_field.c) */
bool ld_may_end_field(const struct ld_clause *c, uint32_t i); /* whether that goes on behind atom i */
void ld_find_dutch(struct ld_find *f);                        /* the same two of Dutch (shorten_dutch.c) */
bool ld_may_end_dutch(const struct ld_clause *c, uint32_t i);
void ld_find_modifiers(struct ld_find *f, uint32_t from); /* of a subject of Romance (shorten_modifiers.c) */
void ld_find_before_object(struct ld_find *f);            /* of a verb (shorten_beside.c) */

/* Of firms and boards (shorten_firms.c). */
void ld_find_companies(struct ld_find *f);               /* "Acme [Inc]" */
void ld_find_board(struct ld_find *f);                   /* "its board [of directors]" */
bool ld_is_alias(const struct ld_clause *c, uint32_t i); /* "Harlan Rope Board[, HRB,] has" */
void ld_find_aliases(struct ld_find *f);                 /* "[Harlan Rope Board] (HRB) has" */

/* Of people (shorten_titles.c): "[Harlan rope giant] Bolt said".
 * "an aide to Mayor Ana Lind", "a council of Northern Smiths", but not "envoy to Oxley Ana Lind": the name from atom i
 * to end is not of who says so, from atom from on. */
bool ld_is_anothers(const struct ld_clause *c, uint32_t from, uint32_t i, uint32_t end);
void ld_find_surname(struct ld_find *f, uint32_t from, uint32_t end); /* "[Mayor Ana] Ruiz said" */
bool ld_is_title(const struct ld_clause *c, uint32_t i);              /* "Mayor" */
void ld_find_title(struct ld_find *f, uint32_t first);
void ld_find_bearers(struct ld_find *f, uint32_t first); /* the same of several, and behind the main verb */

/* What belongs to the subject that begins at atom from, up to the verb at atom verb (shorten_subject.c). */
void ld_find_subject(struct ld_find *f, uint32_t from, uint32_t verb);
/* Whether the verb at atom i is one of many alone: "were" (shorten_subject.c). */
bool ld_goes_with_many(const struct ld_clause *c, uint32_t i);

/* The pieces of the main clause, which begins at segment first (shorten_main.c). */
void ld_main_pieces(struct ld_find *f, uint32_t first);

#endif
