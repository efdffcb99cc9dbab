/* shorten.h - what can be left out of a sentence. A sentence becomes atoms (words with the marks at them); pieces are
 * runs of atoms that can go, found from closed-class words, punctuation and capitals with the language's data; a
 * shortening is the sentence without some of its pieces. No word is changed or moved.
 * After Dorr, Zajic and Schwartz, "Hedge Trimmer" (2003), without its parser. */
#ifndef LD_SHORTEN_H
#define LD_SHORTEN_H

#include "base/arena.h"
#include "lang/shape.h"
#include "model/doc.h"
#include "pick/atom_sets.h"
#include "pick/choice.h"

/* No more pieces are looked at; atoms of a phrase; atoms that are nothing, before the first and behind the last: who
 * looks at a word's neighbours need not ask whether there are any. Nor who goes on to the next mark or back to the last
 * one: the first atom and the first that is nothing have a border. */
enum { LD_PIECES = 64, LD_PHRASE = 4, LD_NO_ATOMS_BEFORE = 3, LD_NO_ATOMS_BEHIND = 4 };

enum ld_mark { /* after an atom, up to the next blank */
               LD_COMMA = 1,
               LD_SEMICOLON = 2,
               LD_COLON = 4,
               LD_DASH = 8,
               LD_FULL_STOP = 16, /* . ! ? and their like */
               LD_BORDER = 15,    /* parts clauses */
               LD_QUOTED = 32,    /* within quotation marks */
               LD_BRACKETED = 64  /* within brackets */
};

struct ld_atom {                     /* a word; in scripts without blanks a run of them */
    uint32_t lead, start, end, tail; /* text offsets: lead to start and end to tail are the marks before and after it */
    uint32_t token, tokens;          /* its tokens */
    uint32_t facts, shape;           /* of the word: enum ld_fact, enum ld_shape */
    uint32_t before;                 /* code points of the atoms before it, with marks and the blank after each */
    uint8_t flags;                   /* enum ld_token_flag, of its first token */
    uint8_t marks;                   /* enum ld_mark */
    uint8_t border;                  /* the mark before it, where pieces may be parted: enum ld_mark */
    bool blank;                      /* a blank stands after it */
    bool verb;                       /* it looks like a finite verb */
    bool ends;                       /* ld_may_end has said so */
    bool flows;                      /* nothing but a blank, or a plain mark and one, stands between it and the next */
    uint8_t word_bit;                /* ld_word_bit of its first word, as tools/lists.c tells it */
    uint32_t quote, bracket;         /* the atom at the other end of the pair that begins or ends here, or UINT32_MAX */
    uint32_t phrase_facts;           /* of the phrases that begin here together: */
    const uint32_t *phrases;         /* [LD_PHRASE - 1] facts of 2, 3, .. atoms from here on, or NULL: none */
};

/* Its code points, with marks and the blank after it: one more atom, of which only that is known, stands at the end. */
static inline uint32_t ld_characters(const struct ld_atom *atom) { return atom[1].before - atom->before; }
static inline bool ld_is_ascii_atom(const struct ld_atom *atom) {
    return ld_characters(atom) == atom->tail - atom->lead + atom->blank;
}

struct ld_piece {
    uint32_t from, to; /* atoms, to excluded */
    uint8_t kind;
};

enum { LD_EVENTS = 64 };
enum ld_event_kind { LD_FINDS, LD_OPENS, LD_MAY_OPEN };
struct ld_event { /* a finite verb, or a word that opens a clause, which waits for its verb */
    uint32_t atom;
    uint8_t kind;
};

enum ld_known { LD_KNOWS_ATOMS, LD_KNOWS_PHRASES, LD_KNOWS_VERBS /* and whose each is */ };

struct ld_clause { /* a sentence taken apart */
    const struct lede_document *doc;
    const struct ld_endings *endings;
    struct ld_atom *atoms; /* [count]; LD_NO_ATOMS_BEFORE stand before them, LD_NO_ATOMS_BEHIND behind them */
    uint32_t count;
    uint8_t known;       /* enum ld_known: what follows that is as far as it was asked for */
    uint32_t facts;      /* of all atoms and phrases together: what none has need not be looked for */
    uint32_t shapes;     /* of all atoms */
    uint8_t flags;       /* of all atoms: enum ld_token_flag */
    bool cut;            /* the sentence has more atoms than that */
    uint32_t marked;     /* the first atom with marks before it, or count */
    bool accuses;        /* who says so must stay, where it is told at the end */
    bool view;           /* what is said is someone's view: who says so at the end should stay */
    bool thought;        /* the same of who says so before it */
    bool stated;         /* the same, of how things stand */
    bool weighed;        /* who says so had better stay, as it tells what something comes to, or is not */
    bool of_war;         /* so it is with a fight, where nothing else goes for it */
    uint32_t worded;     /* the second word of a quotation that is that one's wording, or 0 */
    bool told;           /* the main clause tells who says so, and has to, as who says at the end that it does so goes */
    bool claim;          /* what is said is told by another than who did it: who says so, at the end, had better stay */
    bool unfinished;     /* a quotation is not closed in it, or was open before it */
    bool unclosed;       /* and all of it is within one */
    uint32_t quotation;  /* where the mark stands that a sentence before it opened, or UINT32_MAX */
    uint32_t opener;     /* 0, or where that begins behind who speaks: it ends with the sentence */
    uint32_t head;       /* where the main clause's verb begins: "has" of "has said"; only where whole, or of a
                            language with final_verb where ld_find_second finds it; or 0 */
    uint32_t scene;      /* "he was asleep [when] it fell": what follows is what happened; "said that if it rains,
                            it [falls]": the verb of what is said, behind another clause; or 0 */
    uint32_t choice;     /* "either", "both", the last one, or 0 */
    uint32_t verb;       /* first finite verb of the main clause as far as can be told, or count */
    uint32_t complement; /* the infinitive that it cannot do without, or verb */
    uint32_t event_count;
    bool whole;           /* each clause was found to have its verb; only where endings->forms are there */
    uint32_t taken;       /* the preposition that the verb takes ("linked .. to"), or 0: what is before it stays */
    bool says;            /* verb is of saying, and a clause with what is said follows */
    uint32_t attribution; /* where a final ", he said" begins, or count */
    uint32_t searched;    /* for pieces of these kinds (bits): verb and what follows it here are known */
    bool has_pairs;       /* of quotation marks or brackets */
    bool ascii;           /* the sentence is of ASCII alone, and no zeros */
    uint32_t piece_count;
    struct ld_atom_sets sets;
    struct ld_event events[LD_EVENTS];
    struct ld_piece pieces[LD_PIECES];
};

/* Take unit s of the document apart into atoms; go on with it. Linear in the sentence. */
void ld_clause_init(struct ld_arena *arena, const struct lede_document *doc, uint32_t s, struct ld_clause *clause);
void ld_clause_know(struct ld_arena *arena, struct ld_clause *clause, enum ld_known known);

/* Find the pieces of these kinds (bits), and what others matter to where commas stay; of ends only those behind which
 * what stays may be no longer than so many characters, which is what texts are made of at the most. Once they were
 * found, no others can be but those of ld_find_spare. And, without that, whether there may be one of these
 * kinds, where it is cheap to tell (shorten_may.c). */
void ld_clause_pieces(struct ld_clause *clause, uint32_t kinds, uint32_t longest);
bool ld_may_have(const struct ld_clause *clause, uint32_t kinds);

/* Out of what is kept of a clause whose verbs are known: "also" by its main verb. Whether it was there. */
bool ld_drop_also(const struct ld_clause *clause, bool *keep);

/* What headline and bullets share of a document: its units, best first, and those that one of them took apart. */
struct ld_units {
    const struct lede_document *doc;
    const double *scores;
    const uint32_t *order; /* [count] */
    uint32_t count;
    struct ld_clause **clauses; /* [S] NULL where not taken apart yet */
    uint32_t longest;           /* code points: no shortening is to be longer */
};

/* scores: [S]. Then unit s taken apart, with at least the pieces of these kinds (bits), or as far as is asked for: in
 * the arena, and the same one each time. Who asks again may ask for no more kinds than ld_find_spare finds, as headlines,
 * which go without any other, are picked first: what was found keeps its number. */
void ld_units_init(struct ld_arena *arena, const struct lede_document *doc, const double *scores,
                   const lede_summary_options *options, struct ld_units *units);
const struct ld_clause *ld_unit_clause(struct ld_arena *arena, struct ld_units *units, uint32_t s, uint32_t pieces);
const struct ld_clause *ld_unit_known(struct ld_arena *arena, struct ld_units *units, uint32_t s,
                                      enum ld_known known); /* maybe no pieces */

/* Whether atom i can stand last where what follows it is dropped: no function word, no number before its unit, not
 * within a name. */
bool ld_may_end(const struct ld_clause *clause, uint32_t i);

/* The text of a shortening: keep[count] says which atoms stay, pieces (bits) which of the pieces were dropped. The
 * first letter in upper case; with final_stop it ends as a sentence does, else without one. A text longer than the
 * limit (code points) is cut there, which happens to single long words only. */
char *ld_clause_text(struct ld_arena *arena, const struct ld_clause *clause, const bool *keep, uint64_t dropped,
                     bool final_stop, uint32_t limit, uint32_t *length);

struct ld_shortening;
struct ld_watch { /* for the fitting tool, to which each candidate is shown; row is [LD_CHOICES] and may be changed */
    void *context;
    void (*see)(void *context, const struct ld_clause *clause, const struct ld_shortening *candidate, double *row);
};

/* What is wanted of a shortening. */
struct ld_style {
    const double *weights; /* [LD_CHOICES] */
    uint32_t pieces;       /* bits: kinds that may be dropped */
    double target;         /* code points; shorter than that costs nothing for target_above */
    bool target_above;
    bool final_stop; /* the text ends with one: it takes room, too */
    uint32_t limit;  /* code points: no longer than this */
    const struct ld_watch *watch;
};

struct ld_shortening {
    bool *keep; /* [count] */
    uint64_t dropped;
    double score;
    bool cut;    /* no whole pieces did: cut at a word */
    bool poor;   /* and that within a quotation or the like */
    bool broken; /* and what is left is no sentence */
    bool unsaid; /* it is someone's view, and not told whose */
    bool light;  /* whole pieces end with what is hardly told, if they do at all */
};

/* Whether its text, as ld_clause_text writes it, is within the style's limit. */
bool ld_fits(struct ld_arena *arena, const struct ld_clause *clause, const struct ld_style *style,
             const struct ld_shortening *shortening);

struct ld_bound { /* "will not be sold until May": atoms after which the words are cut off before "until"; to excluded
                   */
    uint32_t from, to;
};

enum ld_asks { /* for what goes behind the end, which is .. */
               LD_ASKS_NOTHING,
               LD_ASKS_LITTLE, /* "a mill [in Oxley]" */
               LD_ASKS_WHICH,  /* "a mill [that ..]", "[owned by ..]" */
               LD_ASKS_WHAT,   /* "a plan [to ..]" */
               LD_ASKS_MOST    /* "the rest [of ..]", "the mills [and boats of ..]", "will abide [by ..]" */
};

enum ld_told { LD_TOLD_WHOLE, LD_TOLD_BRIEF, LD_TOLD_NONE }; /* what of it stays where it has to */

struct ld_cutting {
    struct ld_judgement sum; /* of what is the same wherever it is cut */
    const double *shares;    /* [count] of the clause's mass */
    enum ld_told told;       /* behind the cut */
    bool sourced;            /* it has to, whatever else is known of it */
    bool speaker;            /* the main verb is no longer needed: it goes with who says so */
    uint32_t stranger;       /* ld_find_stranger */
    struct ld_bound bound;   /* after these none is sound */
    uint32_t least;          /* no cut leaves fewer atoms */
    enum ld_asks asked;      /* none ends with what asks for so much; LD_ASKS_NOTHING: any may */
    double floor;            /* a score below that is of no use */
    uint8_t *places;         /* [count] ld_place_after and one, of those that were asked for */
};

/* Cut off what of best->keep does not fit the limit, or is better left out (shorten_cut.c). */
void ld_cut(const struct ld_clause *clause, const struct ld_style *style, const struct ld_cutting *cutting,
            struct ld_shortening *best);

/* The best shortening of a clause within the limit (shorten_choose.c). */
void ld_shorten(struct ld_arena *arena, const struct ld_clause *clause, const struct ld_style *style,
                struct ld_shortening *best);
/* The same once more of one that is cut or ends light, without what tells least; best is what ld_shorten found. */
void ld_shorten_more(struct ld_arena *arena, const struct ld_clause *clause, const struct ld_style *style,
                     struct ld_shortening *best);
/* Where what was chosen ends with what asks for more the kinds of pieces (bits) that may go for that, else 0; it once
 * more then, so that it goes on: whether it does (shorten_further.c). */
uint32_t ld_asks_for_more(const struct ld_clause *clause, const struct ld_style *style,
                          const struct ld_shortening *best);
bool ld_shorten_further(struct ld_arena *arena, const struct ld_clause *clause, const struct ld_style *style,
                        struct ld_shortening *best);
/* The same where little is told still, to an end that may ask for more than this one. */
bool ld_is_brief(const struct ld_clause *clause, const struct ld_style *style, const struct ld_shortening *best);
bool ld_shorten_brief(struct ld_arena *arena, const struct ld_clause *clause, const struct ld_style *style,
                      struct ld_shortening *best);
/* The same where it ends before the clause does (shorten_reach.c). */
bool ld_may_reach(const struct ld_clause *clause, const struct ld_shortening *best);
bool ld_shorten_reach(struct ld_arena *arena, const struct ld_clause *clause, const struct ld_style *style,
                      struct ld_shortening *best);
/* The same where it ends before "but" (shorten_but.c). */
bool ld_lacks_but(const struct ld_clause *clause, const struct ld_shortening *best);
bool ld_shorten_but(struct ld_arena *arena, const struct ld_clause *clause, const struct ld_style *style,
                    struct ld_shortening *best);
/* The same where what stood before the main clause tells what it is about, and there is room (shorten_topic.c). */
bool ld_lacks_topic(const struct ld_clause *clause, const struct ld_shortening *best);
bool ld_lacks_lead(const struct ld_clause *clause, const struct ld_shortening *best); /* where little is told */
bool ld_shorten_topic(struct ld_arena *arena, const struct ld_clause *clause, const struct ld_style *style,
                      struct ld_shortening *best);
/* The same with what he is, not his name, of who says or does it: "[minister] Ana Lind said" (shorten_office.c).
 */
bool ld_shorten_office(struct ld_arena *arena, const struct ld_clause *clause, const struct ld_style *style,
                       struct ld_shortening *best);
/* It with what there is room for after all (shorten_room.c). */
bool ld_fill_room(struct ld_arena *arena, const struct ld_clause *clause, const struct ld_style *style,
                  struct ld_shortening *best);
/* The same, of German (shorten_fuller.c). */
bool ld_fill_clause(struct ld_arena *arena, const struct ld_clause *clause, const struct ld_style *style,
                    struct ld_shortening *best);

/* What a German sentence that is broken otherwise tells behind a colon (shorten_elliptic.c). Whether it was put in
 * best. */
bool ld_shorten_behind(struct ld_arena *arena, const struct ld_clause *clause, const struct ld_style *style,
                       struct ld_shortening *best);

/* A participle without its auxiliary and what stands before that, where no sentence fits: German
 * (shorten_elliptic.c). Whether it was put in best. */
bool ld_shorten_elliptic(struct ld_arena *arena, const struct ld_clause *clause, const struct ld_style *style,
                         struct ld_shortening *best);
/* The same where it tells of "the mill", and what told which one went (shorten_which.c). */
bool ld_lacks_which(const struct ld_clause *clause, const struct ld_shortening *best);
bool ld_shorten_which(struct ld_arena *arena, const struct ld_clause *clause, const struct ld_style *style,
                      struct ld_shortening *best);
/* The same where it tells of "imports", and what narrowed them went, with no less at the end. */
bool ld_lacks_limit(const struct ld_clause *clause, const struct ld_shortening *best);
bool ld_shorten_limit(struct ld_arena *arena, const struct ld_clause *clause, const struct ld_style *style,
                      struct ld_shortening *best);
/* Take the articles out of what is kept, as headlines do in languages that have a row in articles.def:
 * all, or not where two nouns would meet. */
void ld_drop_articles(const struct ld_clause *clause, bool *keep, bool all);
/* No shortening has a higher score; the best one by pieces alone: false where none does, and it has to be cut at a
 * word (shorten_choose.c). */
double ld_shorten_most(const struct ld_clause *clause, const struct ld_style *style);
bool ld_shorten_by_pieces(struct ld_arena *arena, const struct ld_clause *clause, const struct ld_style *style,
                          struct ld_shortening *best);

#endif
