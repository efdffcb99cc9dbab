/* headline.c - the document and its scores in, the candidate headline out: the best few sentences are shortened, and of
 * the shortenings the best is taken. Leaves finding what can be left out to shorten.c. */
#include <math.h>
#include <string.h>

#include "base/unicode.h"
#include "model/index.h"
#include "pick/headlines.h"
#include "pick/order.h"
#include "pick/shorten_words.h"
#include "pick/summary.h"

#define NEVER (-HUGE_VAL)
static const double piece_weights[] = {
#define PIECE(NAME, headline, bullet) headline,
#include "pick/pieces.def"
#undef PIECE
};

/* What a sentence is worth beside its shortening. */
static const struct {
    double position; /* the n-th sentence: - position x log2(1 + n) */
    double far;      /* and no less than this */
    double sentence; /* its score by the highest one */
    double pronoun;  /* it begins with a pronoun or connective */
    double question; /* or exclamation */
    double quotation, unfinished, cut, broken, deictic;
    double brief;       /* it is no longer than a dateline, once for that and once for having no verb */
    double verbless;    /* beside broken, where its verb stands at the end */
    double unclear;     /* its clauses do not all have a verb, as far as can be told */
    double named;       /* its subject has a name */
    double definite;    /* and is not the first: "The owner said" is of one who was named before */
    double fragmentary; /* cut before a verb that it waits for, beside broken */
    double fragment;    /* it begins in lower case: the rest of something */
    double title;       /* it has all of the title's terms */
    double gain;        /* no more than this for what is dropped, so that most sentences need not be tried */
} weights = {.position = 9,
             .sentence = 1.0,
             .pronoun = -8,
             .question = -6,
             .quotation = -3,
             .unfinished = -4,
             .cut = -0.6,
             .broken = -8.5,
             .brief = -4,
             .fragment = -4,
             .fragmentary = -4,
             .unclear = -3,
             .named = 2,
             .definite = -4,
             .far = -14,
             .verbless = -3,
             .deictic = -18,
             .title = 3,
             .gain = 4};

enum { HEADLINES = 5, MOST = 100, LEADING = 3, BEST = 4, BRIEF = 20, DATELINE = 40 };

struct candidate {
    struct ld_shortening shortening;
    uint32_t unit;
    double score;
    bool found;
};

/* The share of the title's terms that are kept. */
static double title_share(const struct ld_clause *c, const struct ld_shortening *s) {
    const struct lede_document *doc = c->doc;
    uint32_t found = 0;
    for (uint32_t k = 0; k < doc->title_term_count; k++)
        for (uint32_t i = 0; i < c->count; i++)
            if (s->keep[i] && ld_token_word(doc, c->atoms[i].token)->term == doc->title_terms[k]) {
                found++;
                break;
            }
    return doc->title_term_count ? (double)found / doc->title_term_count : 0;
}

/* Whether the sentence ends with one of these marks. */
static bool ends_with_any(const struct ld_clause *c, const char *marks) {
    const struct ld_atom *end = &c->atoms[c->count - 1];
    for (uint32_t at = end->end; at < end->tail; at++)
        if (strchr(marks, c->doc->text[at])) return c->doc->text[at] != 0;
    return false;
}

static double place_score(double relative, double rank) {
    return relative * weights.sentence + fmax(weights.far, -weights.position * log2(1 + rank));
}

static double sentence_score(const struct ld_clause *c, const struct ld_shortening *s, double rank, double relative) {
    double sum = place_score(relative, rank);
    uint32_t first = 0, characters = 0;
    bool verb = false, topic = false;
    while (first < c->count && !s->keep[first]) first++;
    if (first == c->count) return -HUGE_VAL;
    for (uint32_t i = 0; i < c->count; i++) {
        if (s->keep[i]) characters += c->atoms[i].characters;
        verb |= s->keep[i] && ld_is_verb(c, i);
        topic |= s->keep[i] && !(c->atoms[i].facts & LD_STOP) && !(c->atoms[i].flags & LD_NUMERIC);
    }
    uint32_t facts = c->atoms[first].facts;
    if (c->endings->forms && !c->whole) sum += c->event_count ? weights.unclear : weights.broken;
    if (ld_has_name(c, s->keep, first)) sum += weights.named;
    if (rank > 0 && ld_is_definite(c, s->keep, first)) sum += weights.definite;
    if (facts & LD_PRONOUN || ld_phrase_at(c, first, LD_CONNECTIVE) || ld_is_pronoun_subject(c, s->keep, first))
        sum += weights.pronoun;
    if (ends_with_any(c, "?!")) sum += weights.question;
    if (c->atoms[first].marks & LD_QUOTED) sum += weights.quotation;
    if (c->unfinished) sum += weights.unfinished;
    if (s->fragment) sum += weights.fragmentary;
    if (s->broken) sum += weights.broken + (c->endings->final_verb ? weights.verbless : 0);
    if (s->cut) sum += weights.cut;
    if (ld_is_deictic(c, s->keep) || !topic) sum += weights.deictic; /* "we", "this offer"; "There were 43" */
    sum += weights.title * title_share(c, s);
    if (characters < BRIEF) sum += weights.brief;
    if (characters < DATELINE && !verb) sum += 2 * weights.brief;
    unsigned step;
    const char *text = c->doc->text;
    if (ld_is_lower(ld_utf8_decode(text + c->atoms[0].start, text + c->atoms[0].end, &step)) &&
        !ld_phrase_at(c, 0, LD_RELATIVE))
        sum += weights.fragment;
    if (ld_phrase_at(c, 0, LD_FURNITURE_START)) sum += weights.deictic;
    return sum;
}

/* Whether the text has the words of the document's title and no others. */
static bool repeats_title(const struct lede_document *doc, const struct ld_clause *c, const bool *keep) {
    struct ld_word_scan scan;
    struct ld_span span = {0, (uint32_t)strlen(doc->title)};
    if (!span.length) return false;
    ld_words_start(&scan, doc->title, span, doc->language);
    bool more = ld_words_next(&scan);
    for (uint32_t i = 0; i < c->count; i++)
        for (uint32_t t = c->atoms[i].token; keep[i] && t < c->atoms[i].token + c->atoms[i].tokens; t++) {
            const struct ld_word *word = ld_token_word(doc, t);
            if (!more || scan.length != word->length || memcmp(scan.folded, word->folded, word->length)) return false;
            more = ld_words_next(&scan);
        }
    return !more;
}

/* ---- choice ------------------------------------------------------------------------------------------------------ */

struct choice {
    struct ld_arena *arena;
    struct ld_units *units;
    struct ld_style style;
    double highest;
    bool may_repeat; /* the title */
    bool drop_articles;
    uint32_t few; /* of the best sentences are considered */
    struct candidate best;
    struct ld_candidates *list; /* of all that are considered; NULL: only the best is wanted */
};

static void consider(struct choice *choice, uint32_t unit, uint32_t rank) {
    const struct lede_document *doc = choice->units->doc;
    struct ld_shortening s;
    /* no less than -1: a highest score just above 0 would blow the others up */
    double relative = choice->highest > 0 ? fmax(choice->units->scores[unit] / choice->highest, -1) : 0;
    double most = place_score(relative, rank) + choice->style.mass + weights.gain + weights.named +
                  (doc->title_term_count ? weights.title : 0);
    if (!choice->list && choice->best.found && most <= choice->best.score) return;
    const struct ld_clause *clause = ld_unit_clause(choice->arena, choice->units, unit);
    if (!clause->count) return;
    ld_shorten(choice->arena, clause, &choice->style, &s);
    if (choice->drop_articles) ld_drop_articles(clause, s.keep);
    if (!choice->may_repeat && repeats_title(doc, clause, s.keep)) return;
    double sum = fmin(s.score, choice->style.mass + weights.gain) + sentence_score(clause, &s, rank, relative);
    if (choice->list)
        ld_candidates_add(choice->arena, choice->list, clause, &s, choice->style.limit, unit, sum);
    else if (!choice->best.found || sum > choice->best.score)
        choice->best = (struct candidate){s, unit, sum, true};
}

/* The leading units of a sort and the best ones. */
static void consider_all(struct choice *choice, bool indexed) {
    const struct lede_document *doc = choice->units->doc;
    const uint32_t *order = choice->units->order, count = choice->units->count;
    uint32_t rank = 0, seen[LEADING];
    choice->highest = count ? choice->units->scores[order[0]] : 0;
    for (uint32_t s = 0; s < doc->sentence_count && rank < LEADING; s++) {
        if (!doc->sentences[s].token_count || ld_is_indexed(doc, &doc->sentences[s]) != indexed) continue;
        seen[rank] = s;
        consider(choice, s, rank++);
    }
    for (uint32_t i = 0; indexed && i < count && i < choice->few; i++)
        if (rank && order[i] > seen[rank - 1]) consider(choice, order[i], order[i] - seen[0]);
}

/* The same sentences and more, worded for several lengths. */
static void list_all(struct choice *choice, const lede_summary_options *options, bool indexed, struct ld_picks *out) {
    static const double targets[] = {1, 0.6, 1.5}; /* of the headline's */
    const double target = choice->style.target;
    const uint32_t wanted = ld_wanted(options->headlines, HEADLINES);
    struct ld_candidates *list = ld_arena_array(choice->arena, 1, sizeof *list);
    list->best = choice->best.unit;
    choice->list = list;
    choice->few = wanted < BEST ? BEST : wanted < MOST ? wanted : MOST;
    for (size_t i = 0; i < sizeof targets / sizeof *targets; i++) {
        choice->style.target = fmin(targets[i] * target, choice->style.limit);
        consider_all(choice, indexed);
    }
    ld_candidates_pick(choice->arena, list, wanted, out);
}

void ld_pick_headline(struct ld_arena *arena, struct ld_units *units, const lede_summary_options *options,
                      struct ld_picks *out, struct ld_picks *candidates) {
    uint32_t limit = ld_wanted(options->headline_characters, 100), length;
    struct choice choice = {.arena = arena,
                            .units = units,
                            .drop_articles = options->drop_articles != 0,
                            .few = BEST,
                            .style = {.pieces = piece_weights,
                                      .mass = 1.35,
                                      .length = 1.5,
                                      .target = limit < 60 ? 0.9 * limit : 55,
                                      .limit = limit}};
    *out = *candidates = (struct ld_picks){0};
    bool indexed = true;
    consider_all(&choice, indexed);
    if (!choice.best.found) consider_all(&choice, indexed = false);
    if (!choice.best.found) choice.may_repeat = true;
    if (!choice.best.found) consider_all(&choice, indexed = true);
    if (!choice.best.found) return;
    const struct ld_shortening *s = &choice.best.shortening;
    char *text = ld_clause_text(arena, units->clauses[choice.best.unit], s->keep, s->dropped, false, limit, &length);
    out->items = ld_arena_array(arena, 1, sizeof *out->items);
    out->items[0] = (struct ld_pick){text, length, choice.best.unit, units->scores[choice.best.unit]};
    out->count = 1;
    if (options->parts & LEDE_HEADLINES) list_all(&choice, options, indexed, candidates);
}
