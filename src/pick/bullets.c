/* bullets.c - the document, its scores and the headline in, three to five bullets in article order out: one fact each,
 * a sentence, shortened where it has to be, that can stand alone and says what the headline does not. What is asked of
 * a bullet is given up step by step only where there are too few. Leaves finding what can be left out to shorten.c. */
#include <string.h>

#include "base/unicode.h"
#include "pick/order.h"
#include "pick/shorten_words.h"
#include "pick/summary.h"

enum { PAIR_BITS = 1 << 11 }; /* a small part of which bullets of usual number fill */
enum {
    FEWEST = 3,
    MOST = 5,
    AT_ALL = 1000, /* each is compared with all before it: time grows with the square of how many there are */
    ENOUGH = 2,    /* where only those are left that tell little, and no number is asked for */
    SENTENCES_EACH = 14,
    LOOKED_AT = 60,
    CLOSED_EACH = 4, /* of the best, for each that is wanted, before an end may ask */
};
enum { WORDS = 5, FEW = 3, FEW_WORDS = 12 };
/* What is allowed from which pass on. OPEN: an end that asks for more, or without what "but" sets right, and all of the
 * sentences again; LITTLE: what hardly tells anything; where there is none, POOR: cut within a quotation or the like,
 * and LAST: broken, or the headline's sentence. */
enum pass { SOUND, OPEN, OPENERS, REPEATS, CUTS, LITTLE, POOR, LAST, PASSES };
static const double alike = 0.5, same = 0.85; /* cosine of two sentences' content */
static const double most_pairs = 0.4;         /* of neighbouring words that two bullets share */
static const double most_told = 0.7;          /* of the content words, by the headline */

struct shortened {
    const struct ld_clause *clause;
    struct ld_shortening best;
    enum pass first; /* no earlier, as far as it was looked at */
    bool done;       /* best is known, and first the pass itself */
};

struct bullets {
    struct ld_arena *arena;
    struct ld_units *units;
    struct shortened *tried;  /* [looked at] in the units' order */
    struct shortened **taken; /* [count] */
    const struct ld_picks *headline;
    uint32_t *told, told_count; /* the content terms that the headline keeps */
    bool person;                /* its subject is one, by name */
    struct ld_style style;
    uint32_t dropped;               /* kinds of pieces that always go, as bits */
    struct ld_alike alike;          /* the headline's sentence, where there is one, and those of the bullets */
    unsigned char *marks;           /* for more of them than that has room for, or NULL */
    uint64_t pairs[PAIR_BITS / 64]; /* of neighbouring words of the bullets, by hash */
    uint32_t shortest;              /* bullet, in words */
    struct ld_pick *items;
    uint32_t count, wanted;
};

/* About as many highlights as desks write: CNN 2.6 under some ten sentences and 3.0 under forty, Daily Mail 3.5 and 4.1
 * under twenty and forty (1,652 articles). */
static uint32_t default_count(const struct lede_document *doc) {
    uint32_t n = doc->body_count / SENTENCES_EACH + 2;
    return n < FEWEST ? FEWEST : n > MOST ? MOST : n;
}

/* Whether its subject is known from a sentence before only: "The announcement came", of what stands nowhere else. */
static bool is_unknown(const struct ld_clause *c, const bool *keep, uint32_t first) {
    return c->whole && ld_is_definite(c, keep, first) &&
           c->doc->terms[ld_subject_term(c, keep, first)].sentence_frequency < 2;
}

/* "..," he said: of whom no name was kept before. */
static bool is_unnamed_speech(const struct ld_clause *c, const bool *keep) {
    for (uint32_t i = 0; c->facts & LD_SAY && c->facts & LD_PRONOUN && i < c->count; i++) {
        if (!keep[i] || c->atoms[i].marks & LD_QUOTED) continue;
        if (i && c->atoms[i].flags & LD_CAPITAL) return false;
        if (ld_atom_is(c, i, LD_PRONOUN) && !ld_atom_is(c, i, LD_ARTICLE | LD_RELATIVE) &&
            ((ld_atom_is(c, i + 1, LD_SAY) && (ld_border(c, i) || !c->endings->forms)) ||
             (ld_atom_is(c, i - 1, LD_SAY) && (ld_border(c, i - 1) || !c->endings->forms))))
            return true;
    }
    return false;
}

/* "did not sell it", where the headline has capitals, and not at the very beginning: the rest of a sentence; but "iRope
 * did". */
static bool begins_small(const struct bullets *b, const struct ld_clause *c) {
    unsigned step;
    const char *at = c->doc->text + c->atoms[0].start, *end = c->doc->text + c->atoms[0].end;
    if (!c->atoms[0].token || !b->headline->count ||
        !(b->units->clauses[b->headline->items[0].unit]->flags & LD_CAPITAL))
        return false;
    for (; at < end; at += step)
        if (!ld_is_lower(ld_utf8_decode(at, end, &step))) return false;
    return true;
}

/* What of a sentence, however it is shortened, is only allowed from some pass on: as far as atoms tell. */
static enum pass least_pass(const struct bullets *b, const struct ld_clause *c) {
    const struct ld_atom *end = ld_atom_at(c, c->count - 1);
    if (ld_is_labelled(c)) return CUTS;
    bool asks = false, marked = false;
    for (uint32_t at = end->end; at < end->tail; at++) {
        if (c->doc->text[at] == ':') return CUTS; /* "Lind told them:" */
        asks |= c->doc->text[at] == '?';
        marked |= strchr(".!?\"'", c->doc->text[at]) != NULL || (unsigned char)c->doc->text[at] >= 0x80;
    }
    const uint32_t light = LD_PREPOSITION | LD_CONJUNCTION | (end->facts & LD_MINOR ? LD_ARTICLE : 0);
    if (!marked && c->endings->forms && (end->facts & light || end->shape & LD_ENDS_GENITIVE))
        return LITTLE; /* "off the coast of": its line was broken */
    if (c->endings->forms && begins_small(b, c)) return LITTLE;
    return c->unfinished || asks ? REPEATS : SOUND;
}

/* Whether what stays ends where it may: what its last words call for is told, too. */
static bool ends_whole(const struct ld_clause *c, const bool *keep) {
    const uint32_t end = ld_told_end(c, keep);
    return !end || end == c->attribution || ld_border(c, end) || !c->endings->forms ||
           ld_place_after(c, end - 1) > LD_PLACE_MID;
}

/* Of a script without blanks, whose words are not counted. */
static bool is_unspaced(const struct ld_clause *c, uint32_t i) {
    unsigned step;
    const char *text = c->doc->text;
    return ld_is_unspaced(ld_utf8_decode(text + c->atoms[i].start, text + c->atoms[i].end, &step));
}

/* Whether what the headline's sentence tells of is a name of two words, no firm's or board's, and nobody else says so:
 * that one would be "he". */
static bool is_person(const struct ld_clause *c, const bool *keep) {
    const uint32_t none = LD_ARTICLE | LD_TIME | LD_CONJUNCTION | LD_PREPOSITION;
    bool named = false, open = true; /* in a segment whose first words may be a name */
    if (!c->whole || c->attribution < c->count) return false;
    for (uint32_t i = 0; i < c->head; i++) {
        if (c->atoms[i].shape & LD_COMPANY_FORM || (named && open && ld_joins(c, i))) return false;
        if (i && ld_border(c, i)) {
            if (named) return true;
            open = true;
        }
        open &= !(c->atoms[i].facts & none);
        named |= open && i && !ld_border(c, i) && keep[i - 1] && keep[i] &&
                 c->atoms[i].flags & c->atoms[i - 1].flags & LD_CAPITAL;
    }
    return named;
}

/* "He .." right behind the headline's sentence: whom it tells of. */
static bool resumes(struct bullets *b, uint32_t unit) {
    if (!b->person || unit != b->headline->items[0].unit + 1) return false;
    return ld_is_word_of(ld_unit_known(b->arena, b->units, unit, LD_KNOWS_ATOMS), 0, LD_WORDS_he_or_she);
}

/* And what of it shortened. */
static enum pass first_pass(struct bullets *b, uint32_t unit, const struct shortened *s) {
    const struct ld_clause *c = s->clause;
    const bool *keep = s->best.keep;
    const uint32_t first = ld_kept_begin(keep, c->count);
    uint32_t words = 0;
    for (uint32_t i = first; i < c->count && words < WORDS; i++) words += keep[i];
    if (first == c->count) return PASSES;
    if (is_unspaced(c, first)) words = WORDS;
    if (s->best.broken) return LAST;
    if (s->best.poor) return POOR;
    if (s->best.dropped && !s->best.cut && !ends_whole(c, keep)) return CUTS;
    if (words < FEW && (c->endings->forms || ld_by_endings(c))) return LAST; /* "Reuter." */
    if (words < WORDS) return LITTLE;
    const bool quoted = c->atoms[first].marks & LD_QUOTED && ld_atom_at(c, c->count - 1)->marks & LD_QUOTED;
    const bool known = resumes(b, unit);
    bool opener =
        (!known && (ld_points_back(c, first) || is_unnamed_speech(c, keep))) || ld_is_deictic(c, keep) || quoted;
    if (opener && c->endings->forms && !(c->facts & LD_NEGATION) && c->count > FEW_WORDS) return OPENERS;
    c = ld_unit_known(b->arena, b->units, unit, LD_KNOWS_VERBS);
    if (ld_is_pictured(c) || ld_is_caption(c) || ld_tells_nothing(c, keep)) return LITTLE;
    opener |= (c->endings->forms && !c->whole) ||
              (!known && (ld_is_led_by_pronoun(c) || ld_is_pronoun_subject(c, keep, first)));
    return opener || is_unknown(c, keep, first) ? OPENERS : SOUND;
}

/* "He sold it", "This mill is", "We sold"; but not "This year". */
static bool points_back(const struct lede_document *doc, uint32_t unit) {
    const uint32_t first = doc->sentences[unit].first_token, facts = ld_token_word(doc, first)->facts;
    return !(doc->tokens[first].flags & LD_ALL_CAPITALS) && facts & (LD_PRONOUN | LD_DEICTIC) &&
           !(doc->sentences[unit].token_count > 1 && ld_token_word(doc, first + 1)->facts & LD_TIME);
}

/* Whether the unit is the same as another one, or too similar. */
static bool is_like(struct bullets *b, uint32_t unit, uint32_t other, double limit) {
    if (!b->marks) b->marks = ld_arena_array(b->arena, b->units->doc->term_count, 1);
    return unit == other || ld_similarity(b->units->doc, other, unit, b->marks) > limit;
}

/* The headline's sentence is one only where there is no other. */
static bool repeats(struct bullets *b, uint32_t unit, enum pass pass) {
    const double limit = pass < REPEATS ? alike : same;
    const uint32_t headlines = b->headline->count > 0;
    double similarities[LD_ALIKE];
    const bool any = ld_alike_find(&b->alike, unit, limit, similarities);
    for (uint32_t k = pass == LAST ? headlines : 0; any && k < b->alike.count; k++)
        if (b->alike.units[k] == unit || similarities[k] > (k < headlines ? same : limit)) return true;
    for (uint32_t i = b->alike.count - headlines; i < b->count; i++)
        if (is_like(b, unit, b->items[i].unit, limit)) return true;
    return false;
}

/* What the headline tells, and of whom. */
static void read_headline(struct bullets *b) {
    const struct ld_pick *headline = b->headline->items;
    const struct ld_clause *c = b->units->clauses[headline->unit];
    b->told = ld_arena_array(b->arena, c->doc->sentences[headline->unit].token_count, sizeof *b->told);
    for (uint32_t i = 0; i < c->count; i++)
        for (uint32_t t = 0; headline->keep[i] && !(c->atoms[i].facts & LD_STOP) && t < c->atoms[i].tokens; t++)
            b->told[b->told_count++] = ld_token_word(c->doc, c->atoms[i].token + t)->term;
    b->person = c->endings->forms && is_person(c, headline->keep);
}

static bool is_headlined(const struct bullets *b, uint32_t term) {
    uint32_t k = 0;
    while (k < b->told_count && b->told[k] != term) k++;
    return k < b->told_count;
}

/* Whether it tells what the headline does: few of its words, and no number, are not told there. */
static bool repeats_headline(const struct bullets *b, const struct shortened *s) {
    const struct ld_atom *atoms = s->clause->atoms;
    uint32_t told = 0, news = 0;
    for (uint32_t i = 0; i < s->clause->count; i++) {
        if (!s->best.keep[i] || atoms[i].facts & LD_STOP) continue;
        for (uint32_t t = 0; t < atoms[i].tokens; t++) {
            const bool known = is_headlined(b, ld_token_word(s->clause->doc, atoms[i].token + t)->term);
            if (!known && s->clause->doc->tokens[atoms[i].token + t].flags & LD_NUMERIC) return false;
            told += known, news += !known;
        }
    }
    return told > most_told * (told + news);
}

/* The words that are kept, in the document's numbers. */
static uint32_t words_of(const struct shortened *s, uint32_t *words) {
    const struct ld_token *tokens = s->clause->doc->tokens;
    const struct ld_atom *atoms = s->clause->atoms;
    const bool *keep = s->best.keep;
    uint32_t n = 0;
    for (uint32_t i = 0, count = s->clause->count; i < count; i++) words[n] = tokens[atoms[i].token].word, n += keep[i];
    return n;
}

static uint32_t pair_bit(uint32_t left, uint32_t right) {
    return (left * UINT32_C(0x9E3779B1) ^ right) * UINT32_C(0x9E3779B1) >> 21;
}

static bool has_most(uint32_t pairs, uint32_t n, uint32_t m) {
    const uint32_t least = n < m ? n : m;
    return pairs > most_pairs * (least - 1);
}

/* Whether one of the bullets has most pairs of neighbouring words of this one, or this one of it. */
static bool shares_pairs(const struct bullets *b, const uint32_t *mine, uint32_t n) {
    uint32_t theirs[LD_ATOMS], known = 0;
    for (uint32_t i = 1; i < n; i++) {
        const uint32_t bit = pair_bit(mine[i - 1], mine[i]);
        known += b->pairs[bit / 64] >> bit % 64 & 1;
    }
    if (!has_most(known, n, b->shortest)) return false; /* no bullet has more of them */
    for (uint32_t k = 0; k < b->count; k++) {
        const uint32_t m = words_of(b->taken[k], theirs);
        uint32_t pairs = 0;
        for (uint32_t i = 1; i < n; i++)
            for (uint32_t j = 1; j < m; j++)
                if (mine[i] == theirs[j] && mine[i - 1] == theirs[j - 1]) {
                    pairs++;
                    break;
                }
        if (has_most(pairs, n, m)) return true;
    }
    return false;
}

static void remember(struct bullets *b, const uint32_t *words, uint32_t n) {
    for (uint32_t i = 1; i < n; i++) {
        const uint32_t bit = pair_bit(words[i - 1], words[i]);
        b->pairs[bit / 64] |= UINT64_C(1) << bit % 64;
    }
    if (n < b->shortest) b->shortest = n;
}

static bool fits(const struct bullets *b, const struct ld_clause *c) {
    return c->atoms[c->count].before + b->style.final_stop + (c->opener != 0) <= b->style.limit;
}

/* Whether all of the sentence stays: it fits, and has nothing that always goes. That is most often so. */
static bool stays_whole(const struct bullets *b, const struct ld_clause *c) {
    bool verb = c->endings->forms;                                   /* elsewhere one that is none is missed */
    if (c->cut || ld_atom_is(c, c->count - 1, LD_SAY)) return false; /* "He said" */
    if (!fits(b, c)) return false;
    for (uint32_t i = 0; i < c->count && !verb; i++) verb = c->atoms[i].verb;
    return verb && !ld_may_have(c, b->dropped);
}

static void make_text(struct bullets *b, const struct shortened *s, struct ld_pick *pick) {
    const bool sound = !s->best.broken && !s->best.poor, whole = sound || !memchr(s->best.keep, 0, s->clause->count);
    pick->text =
        ld_clause_text(b->arena, s->clause, s->best.keep, s->best.dropped, whole, b->style.limit, &pick->text_length);
}

/* It goes on where it has room, with what "but" sets right first, tells what a quotation is about, and what there is
 * room for comes back: whether any. */
static bool go_further(struct bullets *b, struct shortened *s) {
    if (!s->best.dropped && !s->best.cut) return false; /* whole */
    const struct ld_clause *c = s->clause;
    bool more = ld_lacks_but(c, &s->best) && ld_shorten_but(b->arena, c, &b->style, &s->best);
    for (int steps = 0; steps < 2; steps++) { /* what was added may ask for more */
        if (!ld_asks_for_more(c, &b->style, &s->best) || !ld_shorten_further(b->arena, c, &b->style, &s->best)) break;
        more = true;
    }
    more |= ld_may_reach(c, &s->best) && ld_shorten_reach(b->arena, c, &b->style, &s->best);
    more |= ld_lacks_topic(c, &s->best) && ld_shorten_topic(b->arena, c, &b->style, &s->best);
    return ld_fill_room(b->arena, c, &b->style, &s->best) || more;
}

/* Its text; goes on first where there is room: whether it does. */
static bool put_text(struct bullets *b, struct shortened *s, struct ld_pick *pick) {
    make_text(b, s, pick);
    if (ld_utf8_count(pick->text, pick->text_length) >= b->style.limit || !go_further(b, s)) return false;
    make_text(b, s, pick);
    return true;
}

/* From which pass on the sentence may be taken, and how it is shortened then; before that, only that it may not yet. */
static void look_at(struct bullets *b, uint32_t unit, enum pass pass, struct shortened *s) {
    const struct ld_clause *c = s->clause = ld_unit_known(b->arena, b->units, unit, LD_KNOWS_ATOMS);
    s->first = c->count ? least_pass(b, c) : PASSES;
    if (s->first > pass) return;
    ld_unit_known(b->arena, b->units, unit, c->endings->forms ? LD_KNOWS_PHRASES : LD_KNOWS_VERBS);
    if (ld_phrase_at(c, 0, LD_FURNITURE_START)) s->first = LITTLE;
    if (s->first > pass) return;
    if (stays_whole(b, c)) {
        s->best = (struct ld_shortening){.keep = ld_arena_alloc(b->arena, c->count * sizeof(bool))};
        memset(s->best.keep, 1, c->count * sizeof(bool));
    } else {
        ld_unit_known(b->arena, b->units, unit, LD_KNOWS_VERBS);
        if (c->endings->forms && !c->whole && pass < OPENERS) { /* as first_pass says */
            s->first = OPENERS;
            return;
        }
        ld_unit_clause(b->arena, b->units, unit, b->style.pieces);
        if (pass >= CUTS) {
            ld_shorten(b->arena, c, &b->style, &s->best);
        } else if (!ld_shorten_by_pieces(b->arena, c, &b->style, &s->best)) {
            s->first = CUTS;
            return;
        }
    }
    struct ld_pick pick;
    s->first = first_pass(b, unit, s);
    if (s->first == LITTLE && put_text(b, s, &pick)) s->first = first_pass(b, unit, s);
    s->done = true;
}

/* Whether it may be taken, as far as is known without a closer look; if not, at least from which pass on. */
static bool may_take(struct bullets *b, uint32_t i, enum pass pass) {
    const uint32_t unit = b->units->order[i];
    struct shortened *s = &b->tried[i];
    if (s->first > pass) return false;
    if (pass < OPENERS && points_back(b->units->doc, unit) && !resumes(b, unit)) { /* not even taken apart */
        s->first = OPENERS;
    } else if (repeats(b, unit, pass)) {
        if (pass < REPEATS) s->first = REPEATS;
        return false;
    }
    return s->first <= pass;
}

static void consider(struct bullets *b, uint32_t i, enum pass pass) {
    struct shortened *s = &b->tried[i];
    const uint32_t unit = b->units->order[i];
    if (!may_take(b, i, pass)) return;
    if (!s->done) look_at(b, unit, pass, s);
    if (s->first > pass) return;
    uint32_t words[LD_ATOMS], n = words_of(s, words);
    if (b->count && shares_pairs(b, words, n)) return;
    struct ld_pick pick = {.unit = unit, .score = b->units->scores[unit]};
    if (put_text(b, s, &pick)) n = words_of(s, words);
    if (pass < OPEN && (s->best.dropped || s->best.cut) &&
        (ld_ends_open(s->clause, s->best.keep) || ld_lacks_but(s->clause, &s->best))) {
        s->first = OPEN;
        return;
    }
    if (pass < REPEATS && repeats_headline(b, s)) {
        s->first = REPEATS;
        return;
    }
    s->first = PASSES; /* not again */
    b->taken[b->count] = s;
    b->items[b->count++] = pick;
    if (b->count == b->wanted) return; /* there is no other to compare */
    remember(b, words, n);
    ld_alike_add(&b->alike, unit);
}

/* Whether it is a bullet, or the headline's sentence. */
static bool is_told(const struct bullets *b, uint32_t unit) {
    for (uint32_t k = 0; k < b->headline->count; k++)
        if (b->headline->items[k].unit == unit) return true;
    for (uint32_t k = 0; k < b->count; k++)
        if (b->items[k].unit == unit) return true;
    return false;
}

/* "The guild [also] sold boats": beside what, stands in the sentence before, which is neither a bullet nor the
 * headline's. */
static void drop_also(struct bullets *b) {
    for (uint32_t k = 0; k < b->count; k++) {
        struct ld_pick *pick = &b->items[k];
        if (pick->unit && is_told(b, pick->unit - 1)) continue;
        if (ld_drop_also(b->taken[k]->clause, b->taken[k]->best.keep)) make_text(b, b->taken[k], pick);
    }
}

static void sort_by_unit(struct ld_pick *items, uint32_t count) {
    for (uint32_t i = 1; i < count; i++)
        for (uint32_t j = i; j && items[j].unit < items[j - 1].unit; j--) {
            struct ld_pick swap = items[j];
            items[j] = items[j - 1];
            items[j - 1] = swap;
        }
}

void ld_pick_bullets(struct ld_arena *arena, struct ld_units *units, const lede_summary_options *options,
                     const struct ld_picks *headline, struct ld_picks *out) {
    uint32_t limit = ld_bullet_limit(options), count = units->count;
    struct bullets b = {.arena = arena, .units = units, .headline = headline};
    b.style = (struct ld_style){.weights = ld_choice_weights[1],
                                .pieces = ld_product_pieces[1],
                                .target = limit,
                                .target_above = true,
                                .limit = limit,
                                .final_stop = true};
    for (uint32_t k = 0; k < LD_PIECE_KINDS; k++) b.dropped |= (uint32_t)(b.style.weights[k] > 0) << k;
    b.wanted = ld_wanted(options->bullets, default_count(units->doc));
    if (b.wanted > AT_ALL) b.wanted = AT_ALL;
    if (b.wanted > count) b.wanted = count;
    b.items = ld_arena_array(arena, b.wanted + 1, sizeof *b.items);
    b.taken = ld_arena_array(arena, b.wanted + 1, sizeof *b.taken);
    b.shortest = UINT32_MAX;
    ld_alike_init(arena, units->doc, &b.alike);
    if (headline->count) {
        ld_alike_add(&b.alike, headline->items[0].unit);
        read_headline(&b);
    }
    const uint32_t looked_at = count < LOOKED_AT + 4 * b.wanted ? count : LOOKED_AT + 4 * b.wanted;
    b.tried = ld_arena_array(arena, looked_at, sizeof *b.tried);
    for (int pass = SOUND; options->query_length && pass < REPEATS; pass++) /* the best ones are what was asked for */
        for (uint32_t i = 0; i < b.wanted && b.count < b.wanted; i++) consider(&b, i, (enum pass)pass);
    const uint32_t enough = options->bullets ? b.wanted : ENOUGH;
    for (int pass = SOUND; pass < PASSES; pass++) {
        const uint32_t most = pass >= POOR ? b.wanted > 0 : pass == LITTLE && b.wanted > enough ? enough : b.wanted;
        const uint32_t best = CLOSED_EACH * most, stop = pass < OPEN && looked_at > best ? best : looked_at;
        for (uint32_t i = 0; i < stop && b.count < most; i++) consider(&b, i, (enum pass)pass);
    }
    drop_also(&b);
    sort_by_unit(b.items, b.count);
    *out = (struct ld_picks){b.items, b.count};
}
