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

/* What is dropped counts no more than this between sentences, so that most of them need not be tried. */
static const double GAIN = 4;

/* Characters that are best; and of a text of one sentence, unless a length is asked for. */
static const double TARGET = 80, BRIEFLY = 50;

/* Shares of a fault: "it is clear that" beside "it" that stands for something; "the owner said" of the first sentence;
 * a sentence of so few words that it whets the appetite, "Storms can be fun"; "met him", of nobody told; a pronoun
 * where languages have no table of forms, as "il n'existe pas" is not told from "il a vendu". */
static const double EXPLETIVE = 0.58, ELSEWHERE = 0.78, BARE = 0.7, SHORT = 1.25, STRANGER = 0.5;

/* By how many sentences before it: log2(1 + n), but no more than the last of these, and less for a first one that can
 * tell the news. */
static const double positions[] = {-0.4, 1, 14.0 / 9};
enum { FAR = sizeof positions / sizeof *positions - 1 };

enum { HEADLINES = 5, MOST = 100, LEADING = 3, BEST = 4, BRIEF = 20, DATELINE = 40, TEASER = 8 /* words */, NEWS = 12 };

/* Where no headline of those is worth as much as POOR, of so many of the best one worth more than FAIR is looked for.
 */
enum { FURTHER = 12 };
static const double POOR = -17, FAIR = -12;

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
    return (double)found / doc->title_term_count;
}

/* Whether the sentence ends with one of these marks. */
static bool ends_with_any(const struct ld_clause *c, const char *marks) {
    const struct ld_atom *end = ld_atom_at(c, c->count - 1);
    for (uint32_t at = end->end; at < end->tail; at++)
        if (strchr(marks, c->doc->text[at])) return c->doc->text[at] != 0;
    return false;
}

/* Whether the sentence opens a list, or breaks off: "called for a ban of:", "has made the". */
static bool breaks_off(const struct ld_clause *c) {
    const uint32_t last = c->count - 1;
    if (ld_atom_is(c, last, LD_ARTICLE) && ld_atom_is(c, last, LD_MINOR)) return c->endings->forms;
    return c->endings->forms && ends_with_any(c, ":") && ld_atom_is(c, last, LD_PREPOSITION | LD_CONJUNCTION);
}

struct place {
    uint32_t rank;   /* sentences before it */
    double relative; /* its score by the highest one */
};

static void judge_place(struct ld_judgement *sum, struct place place) {
    ld_judge(sum, LD_C_sentence, place.relative);
    ld_judge(sum, LD_C_position, positions[place.rank < FAR ? place.rank : FAR]);
}

static bool is_lower(const struct ld_clause *c) {
    unsigned step;
    const char *text = c->doc->text;
    return ld_is_lower(ld_utf8_decode(text + c->atoms[0].start, text + c->atoms[0].end, &step));
}

/* Whether the first sentence can be what the others go on from: it has the words, leans on nothing and asks nothing. */
static bool tells_news(const struct ld_clause *c, const bool *keep, uint32_t first) {
    const bool opens = ld_by_endings(c) && ld_atom_is(c, first, LD_CONJUNCTION); /* "Si la guilde a un pont, .." */
    if (opens || !(c->whole || ld_by_endings(c)) || c->count < NEWS || c->atoms[first].marks & LD_QUOTED ||
        ends_with_any(c, "?!"))
        return false;
    return !ld_is_led_by_pronoun(c) && !ld_is_definite(c, keep, first) && !ld_is_deictic(c, keep) && !ld_concedes(c) &&
           !ld_word_is(c, first, "there");
}

/* Whether what ends with that atom has lost what it was about to tell: "has signed a definitive [pact]", "has agreed
 * [to sell]", "said the smiths of the vale [will ..]". */
static bool is_stump(const struct ld_clause *c, uint32_t last) {
    const bool active = ld_is_verb(c, last) && !ld_atom_is(c, last - 1, LD_BE),
               parted =
                   !ld_border(c, last + 1) && (ld_is_plain(c, last + 1) || ld_atom_flagged(c, last + 1, LD_CAPITAL));
    if (last > c->attribution) return false;
    if (ld_by_endings(c) && ld_awaits_object(c, last)) return true;
    return c->verb > last || active || parted || (c->says && c->verb < last && !ld_has_verb(c, c->verb + 1, last + 1));
}

/* All that stays is a quotation, "We will sail", and nobody says it in the sentence. */
static bool is_bare_quotation(const struct ld_clause *c, const bool *keep, uint32_t first) {
    for (uint32_t i = first; i < c->count; i++)
        if (keep[i] && !(c->atoms[i].marks & LD_QUOTED)) return false;
    return c->endings->forms && !c->unfinished && !(c->facts & LD_SAY);
}

/* What a headline is worth beside its shortening. */
static void judge(struct ld_judgement *sum, const struct ld_clause *c, const struct ld_shortening *s,
                  struct place place) {
    const uint32_t first = ld_kept_begin(s->keep, c->count);
    bool verb = false, topic = false;
    judge_place(sum, place);
    if (first == c->count) sum->sum = -HUGE_VAL;
    if (first == c->count) return;
    for (uint32_t i = first; i < c->count && !verb; i++) verb = s->keep[i] && ld_is_verb(c, i);
    for (uint32_t i = first; i < c->count && !topic; i++)
        topic = s->keep[i] && !(c->atoms[i].facts & LD_STOP) && !(c->atoms[i].flags & LD_NUMERIC);
    const uint32_t characters = ld_kept_characters(c, s->keep, c->count), last = ld_kept_end(s->keep, c->count) - 1;
    uint32_t facts = c->atoms[first].facts;
    const double opener = c->endings->forms ? 1 : ELSEWHERE;
    const uint32_t if_at = first + ld_is_word_of(c, first, LD_WORDS_merely);
    if (c->endings->forms && !c->whole) {
        const bool part = ld_opens_clause(c, if_at) && ld_atom_is(c, if_at, LD_CONJUNCTION); /* "Only if it rains" */
        ld_judge(sum, c->event_count && !part ? LD_C_unclear : LD_C_broken, 1);
    }
    if (ld_has_name(c, s->keep, first)) ld_judge(sum, LD_C_named, 1);
    if ((place.rank > 0 || (!first && ld_is_bare(c))) && ld_is_definite(c, s->keep, first))
        ld_judge(sum, LD_C_definite, place.rank ? 1 : BARE);
    const bool leans = ld_points_back(c, first) || ld_is_pronoun_subject(c, s->keep, first);
    if (leans) ld_judge(sum, LD_C_opener, ld_is_expletive(c, first) ? EXPLETIVE : opener);
    if (c->head < c->verb && ld_word_is(c, c->head, "had") && c->attribution == c->count)
        ld_judge(sum, LD_C_background, 1);
    if (c->endings->forms && !strncmp(ld_folded(c, first), "there", 5) &&
        (ld_atom_is(c, first, LD_AUXILIARY) || ld_is_verb(c, first + 1)))
        ld_judge(sum, LD_C_there, 1);
    const bool asks = s->keep[c->count - 1] || facts & (LD_QUESTION | LD_AUXILIARY);
    if (asks && ends_with_any(c, place.rank ? "?!" : "?"))
        ld_judge(sum, LD_C_question, 1); /* not where the question itself is dropped */
    if (c->atoms[first].marks & LD_QUOTED) ld_judge(sum, LD_C_quotation, 1);
    const uint32_t stranger = ld_find_stranger(c);
    if (stranger < c->count && s->keep[stranger]) ld_judge(sum, LD_C_opener, STRANGER);
    if (is_bare_quotation(c, s->keep, first)) ld_judge(sum, LD_C_opener, opener);
    if (c->unfinished) ld_judge(sum, LD_C_unfinished, 1);
    if (s->keep[c->count - 1] && breaks_off(c)) ld_judge(sum, LD_C_broken, 1);
    if (c->endings->forms && facts & LD_AUXILIARY && c->atoms[first].verb && !ends_with_any(c, "?!") &&
        !strchr(ld_folded(c, first), '\''))
        ld_judge(sum, LD_C_opener, opener); /* "Is expected to", "Had they come" */
    if (s->keep[c->head] && ld_is_led_by_pronoun(c)) ld_judge(sum, LD_C_opener, opener);
    /* what cannot tell the news has no more for its place than others would */
    const bool stump = s->broken && is_stump(c, last);
    if (!place.rank && (leans || stump || !tells_news(c, s->keep, first))) ld_judge(sum, LD_C_position, -positions[0]);
    if (ld_is_alone(c, first) || (ld_by_endings(c) && !s->broken && ld_is_torn(c, s->keep, last)))
        ld_judge(sum, LD_C_broken, 1);
    if (ld_by_endings(c) && place.rank && ld_lacks_main(c, s->keep, c->count)) ld_judge(sum, LD_C_unclear, 1);
    if (ld_by_endings(c) && !s->broken && ld_is_added(c, s->keep)) ld_judge(sum, LD_C_opener, opener);
    if (ld_is_label(c) || (place.rank && (ld_is_caption(c) || ld_is_pictured(c) || ld_is_nth(c))))
        ld_judge(sum, LD_C_opener, opener);
    if (ld_is_reported(c) && !(c->facts & LD_SAY)) ld_judge(sum, LD_C_unsaid, 1); /* who says so is said before it */
    if (ld_by_endings(c) && place.rank && c->atoms[first].verb && !ends_with_any(c, "?!"))
        ld_judge(sum, LD_C_opener, opener); /* "Llegó a la ciudad": who? */
    if ((c->endings->forms || ld_by_endings(c)) && c->count < TEASER) ld_judge(sum, LD_C_brief, SHORT);
    if (s->poor) ld_judge(sum, LD_C_poor, 1);
    if (!topic && !ld_is_deictic(c, s->keep)) ld_judge(sum, LD_C_deictic, 1); /* "There were 43" says nothing */
    if (c->doc->title_term_count) ld_judge(sum, LD_C_title, title_share(c, s));
    if (characters < BRIEF) ld_judge(sum, LD_C_brief, 1);
    if (characters < DATELINE && !verb) ld_judge(sum, LD_C_brief, 2);
    if (is_lower(c) && !ld_phrase_at(c, 0, LD_RELATIVE)) ld_judge(sum, LD_C_lower, 1);
    if (ld_phrase_at(c, 0, LD_FURNITURE_START) > 1) ld_judge(sum, LD_C_deictic, 1);
}

/* Whether the text has the words of the document's title and no others. */
static bool repeats_title(const struct lede_document *doc, const struct ld_clause *c, const bool *keep) {
    struct ld_word_scan scan;
    struct ld_span span = {0, (uint32_t)strlen(doc->title)};
    ld_words_start(&scan, doc->title, span, doc->language);
    bool more = ld_words_next(&scan);
    for (uint32_t i = 0; i < c->count; i++)
        for (uint32_t t = c->atoms[i].token; keep[i] && t < c->atoms[i].token + c->atoms[i].tokens; t++) {
            const struct ld_word *word = ld_token_word(doc, t);
            if (!more || scan.length != word->length || memcmp(scan.folded, ld_folded_of(word), word->length))
                return false;
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
    struct place place; /* of the sentence under work */
    bool may_repeat;    /* the title */
    bool drop_articles, brief;
    uint32_t few;              /* of the best sentences are considered */
    uint32_t first;            /* the one that tells the news, nearly always */
    struct ld_shortening told; /* of that one */
    bool spare;                /* it goes without what tells least, where it is cut at a word or ends light */
    bool trait;                /* and without more, where no sentence is left of it otherwise */
    struct candidate best;
    struct ld_candidates *list; /* of all that are considered; NULL: only the best is wanted */
    bool listed;                /* the best is among them */
    const struct ld_watch *watch;
};

/* No less for the sentence than this: a highest score just above 0 would blow the others up. */
static const double LEAST = -1;

/* Whether a headline of the sentence can be better than the best one so far, where no shortening is worth more. */
static bool may_win(const struct choice *choice, double shortening) {
    const double *weights = choice->style.weights;
    struct ld_judgement most = {weights, NULL, fmin(shortening, weights[LD_C_mass] + GAIN) + weights[LD_C_named]};
    if (choice->list || choice->watch || !choice->best.found) return true;
    judge_place(&most, choice->place);
    if (choice->units->doc->title_term_count) most.sum += weights[LD_C_title];
    return most.sum > choice->best.score - 1e-6; /* more than rounding does */
}

static bool is_lacking(const struct ld_shortening *s) { return s->cut || s->light || s->unsaid; }

static void consider(struct choice *choice, uint32_t unit, uint32_t rank) {
    const struct lede_document *doc = choice->units->doc;
    const double *weights = choice->style.weights;
    struct ld_shortening s;
    choice->place.rank = rank;
    choice->place.relative = choice->highest > 0 ? fmax(choice->units->scores[unit] / choice->highest, LEAST) : 0;
    if (!may_win(choice, HUGE_VAL)) return;
    const bool spare = choice->spare && unit == choice->first;
    const uint32_t words = 1u << LD_PIECE_SPARE, articles = 1u << LD_PIECE_ARTICLE, traits = 1u << LD_PIECE_TRAIT;
    choice->style.pieces &= ~(words | articles | traits);
    if (spare) choice->style.pieces |= choice->told.broken || choice->told.unsaid ? words | articles : words;
    if (spare && choice->trait) choice->style.pieces |= traits;
    const struct ld_clause *clause = ld_unit_clause(choice->arena, choice->units, unit, choice->style.pieces);
    if (!clause->count || !may_win(choice, ld_shorten_most(clause, &choice->style))) return;
    const bool again = choice->list && !choice->listed && unit == choice->best.unit; /* it comes first there, too */
    if (again)
        s = choice->best.shortening;
    else if (spare && !choice->list)
        s = choice->told;
    else
        ld_shorten(choice->arena, clause, &choice->style, &s);
    choice->listed |= again;
    if (spare && !again && is_lacking(&s)) ld_shorten_more(choice->arena, clause, &choice->style, &s);
    if (spare && !again && s.broken) ld_shorten_elliptic(choice->arena, clause, &choice->style, &s);
    if (!rank && !spare && !again && !choice->list) ld_shorten_behind(choice->arena, clause, &choice->style, &s);
    if (unit == choice->first && !spare) choice->told = s;
    if (choice->drop_articles) ld_drop_articles(clause, s.keep, true);
    if (!choice->may_repeat && repeats_title(doc, clause, s.keep)) return;
    struct ld_judgement sum = {weights, NULL, fmin(s.score, weights[LD_C_mass] + GAIN)};
    judge(&sum, clause, &s, choice->place);
    const bool gets_source = spare && unit == choice->best.unit && clause->worded && choice->told.unsaid && !s.unsaid;
    if (choice->list)
        ld_candidates_add(choice->arena, choice->list, clause, &s, choice->style.limit, unit, sum.sum);
    else if (!choice->best.found || sum.sum > choice->best.score || gets_source)
        choice->best = (struct candidate){s, unit, sum.sum, true};
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
        if (!rank && !choice->list) choice->first = s, choice->told = (struct ld_shortening){0};
        consider(choice, s, rank++);
    }
    if (!rank || !indexed) return;
    uint32_t i = 0;
    for (; i < count && i < choice->few; i++)
        if (order[i] > seen[rank - 1]) consider(choice, order[i], order[i] - seen[0]);
    const double best = choice->best.score;
    const bool poor =
        !choice->list && choice->best.found && best < POOR && choice->units->clauses[choice->best.unit]->endings->forms;
    if (poor) choice->best.score = FAIR;
    for (; i < count && i < FURTHER; i++)
        if (order[i] > seen[rank - 1] && (poor || (choice->list && order[i] == choice->best.unit)))
            consider(choice, order[i], order[i] - seen[0]);
    if (poor && choice->best.score <= FAIR) choice->best.score = best; /* none was found */
}

/* The same sentences and more, worded for several lengths. */
static void list_all(struct choice *choice, const lede_summary_options *options, bool indexed, struct ld_picks *out) {
    static const double targets[] = {1, 0.5, 1.25}; /* of the headline's, which is to come first */
    const double target = choice->style.target;
    const uint32_t wanted = ld_wanted(options->headlines, HEADLINES);
    struct ld_candidates *list = ld_arena_array(choice->arena, 1, sizeof *list);
    list->best = choice->best.unit;
    choice->list = list;
    choice->few = (wanted < MOST ? wanted : MOST) + LEADING; /* those may be among the best */
    for (size_t i = 0; i < sizeof targets / sizeof *targets; i++) {
        choice->style.target = i ? fmin(targets[i] * target, choice->style.limit) : target;
        consider_all(choice, indexed);
    }
    ld_candidates_pick(choice->arena, list, wanted, out);
}

static void start(struct choice *choice, struct ld_arena *arena, struct ld_units *units,
                  const lede_summary_options *options, const double *weights) {
    const uint32_t limit = ld_headline_limit(options);
    const bool brief = units->doc->sentence_count == 1 && !options->headline_characters;
    *choice = (struct choice){.arena = arena,
                              .units = units,
                              .drop_articles = options->drop_articles != 0,
                              .brief = brief,
                              .few = BEST,
                              .style = {.weights = weights,
                                        .pieces = ld_product_pieces[0],
                                        .target = brief        ? BRIEFLY
                                                  : limit < 60 ? 0.9 * limit
                                                               : TARGET,
                                        .limit = limit}};
}

/* The best one once more, with pieces of these kinds (bits) to go as well, by what makes it better: whether it is. */
static bool improve(struct choice *choice, uint32_t kinds,
                    bool (*shorten)(struct ld_arena *, const struct ld_clause *, const struct ld_style *,
                                    struct ld_shortening *)) {
    struct ld_shortening s = choice->best.shortening;
    const uint32_t unit = choice->best.unit;
    struct ld_style style = choice->style;
    style.pieces |= kinds;
    const struct ld_clause *clause = ld_unit_clause(choice->arena, choice->units, unit, style.pieces);
    if (!shorten(choice->arena, clause, &style, &s)) return false;
    if (choice->drop_articles) ld_drop_articles(clause, s.keep, true);
    if (!choice->may_repeat && repeats_title(choice->units->doc, clause, s.keep)) return false;
    choice->best.shortening = s;
    return true;
}

/* It tells which one where it tells of "the mill", goes on where it ends with what asks for more, and so on. */
static void go_further(struct choice *choice) {
    struct ld_clause **clause = &choice->units->clauses[choice->best.unit]; /* other pieces, another clause */
    const struct ld_shortening *s = &choice->best.shortening;
    if (choice->watch) return;
    if (ld_lacks_which(*clause, s)) improve(choice, 1u << LD_PIECE_SPARE | 1u << LD_PIECE_ARTICLE, ld_shorten_which);
    if (!choice->brief && ld_lacks_but(*clause, s))
        improve(choice, 1u << LD_PIECE_SPARE | 1u << LD_PIECE_ARTICLE, ld_shorten_but);
    for (int steps = 0; steps < 2 && !choice->brief; steps++) { /* what was added may ask for more */
        const uint32_t kinds = ld_asks_for_more(*clause, &choice->style, s);
        if (!kinds || !improve(choice, kinds, ld_shorten_further)) break;
    }
    if (!choice->brief && ld_may_reach(*clause, s))
        improve(choice, 1u << LD_PIECE_SPARE | 1u << LD_PIECE_ARTICLE | 1u << LD_PIECE_PHRASE | 1u << LD_PIECE_TRAIT,
                ld_shorten_reach);
    if (ld_lacks_topic(*clause, s)) improve(choice, 0, ld_shorten_topic);
    if (!choice->brief) improve(choice, 0, ld_fill_room);
    if (!choice->brief && ld_lacks_lead(*clause, s)) improve(choice, 0, ld_shorten_topic);
    if (!choice->brief && ld_lacks_limit(*clause, s))
        improve(choice, 1u << LD_PIECE_SPARE | 1u << LD_PIECE_ARTICLE, ld_shorten_limit);
    if (!choice->brief) improve(choice, 0, ld_shorten_office);
    if (!choice->brief && ld_is_brief(*clause, &choice->style, s)) {
        const uint32_t kinds = ld_asks_for_more(*clause, &choice->style, s);
        if (kinds) improve(choice, kinds, ld_shorten_brief);
    }
    if (!choice->brief && (*clause)->endings->language == LD_LANGUAGE_de)
        improve(choice, 1u << LD_PIECE_SPARE, ld_fill_clause);
}

/* Where an article went to make room, the others go, too: a headline has them or has not. English. */
static void drop_other_articles(struct choice *choice) {
    const struct ld_clause *c = choice->units->clauses[choice->best.unit];
    const struct ld_shortening *s = &choice->best.shortening;
    bool lacks = false;
    for (uint32_t p = 0; p < c->piece_count; p++)
        lacks |= c->pieces[p].kind == LD_PIECE_ARTICLE && s->dropped >> p & 1 && s->keep[c->pieces[p].to];
    if (lacks) ld_drop_articles(c, s->keep, false);
}

/* Whether the sentences that were looked at are indexed ones. */
static bool find_best(struct choice *choice, struct ld_picks *out) {
    bool indexed = true;
    consider_all(choice, indexed);
    if (!choice->best.found) consider_all(choice, indexed = false);
    if (!choice->best.found) choice->may_repeat = true;
    if (!choice->best.found) consider_all(choice, indexed = true);
    if (choice->best.found && is_lacking(&choice->told)) {
        choice->spare = true;
        consider(choice, choice->first, 0);
        choice->trait = choice->best.unit != choice->first && !choice->brief;
        if (choice->trait) consider(choice, choice->first, 0);
        choice->spare = choice->best.unit == choice->first;
    }
    *out = (struct ld_picks){0};
    if (!choice->best.found) return indexed;
    go_further(choice);
    drop_other_articles(choice);
    const struct ld_shortening *s = &choice->best.shortening;
    const struct ld_units *units = choice->units;
    const uint32_t unit = choice->best.unit;
    struct ld_pick pick = {.unit = unit, .score = units->scores[unit], .keep = s->keep};
    pick.text = ld_clause_text(choice->arena, units->clauses[unit], s->keep, s->dropped, false, choice->style.limit,
                               &pick.text_length);
    out->items = ld_arena_array(choice->arena, 1, sizeof *out->items);
    out->items[out->count++] = pick;
    return indexed;
}

void ld_pick_headline(struct ld_arena *arena, struct ld_units *units, const lede_summary_options *options,
                      struct ld_picks *out, struct ld_picks *candidates) {
    struct choice choice;
    start(&choice, arena, units, options, ld_choice_weights[0]);
    const bool indexed = find_best(&choice, out);
    *candidates = (struct ld_picks){0};
    if (out->count && options->parts & LEDE_HEADLINES) list_all(&choice, options, indexed, candidates);
}

/* ---- for the fitting tool ---------------------------------------------------------------------------------------- */

static void see(void *context, const struct ld_clause *clause, const struct ld_shortening *candidate, double *row) {
    struct choice *choice = context;
    struct ld_judgement sum = {choice->style.weights, row, 0};
    if (choice->drop_articles) ld_drop_articles(clause, candidate->keep, true);
    if (!choice->may_repeat && repeats_title(choice->units->doc, clause, candidate->keep)) return;
    judge(&sum, clause, candidate, choice->place);
    if (isfinite(sum.sum)) choice->watch->see(choice->watch->context, clause, candidate, row);
}

void ld_try_headline(struct ld_arena *arena, struct ld_units *units, const lede_summary_options *options,
                     const double *weights, const struct ld_watch *watch, struct ld_picks *out) {
    struct choice choice;
    const struct ld_watch own = {&choice, see};
    start(&choice, arena, units, options, weights);
    choice.watch = watch;
    if (watch) choice.style.watch = &own;
    find_best(&choice, out);
}
