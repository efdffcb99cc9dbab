/* blurb.c - the scores and the headline in, one or two whole sentences out that can stand under that headline in a
 * newsletter, in text order and within the budget. Of the best sentences each one and each pair is tried: scores, made
 * comparable, less fines for what an editor would strike - an opener that leans on what is not there, a surname before
 * its full name, the headline's own sentence, a quotation without its speaker. Nothing is forbidden, so that every text
 * has a blurb. Leaves every sentence as it is in the text. */
#include <math.h>
#include <string.h>

#include "base/unicode.h"
#include "model/index.h"
#include "model/opener.h"
#include "pick/names.h"
#include "pick/order.h"
#include "pick/shorten_words.h"
#include "pick/summary.h"
#include "text/spaces.h"

enum {
    POOL = 24,        /* sentences that are tried: the best ones that fit */
    MENTIONS = 12,    /* of names, in a sentence */
    EARLY = 4,        /* a pronoun among so many first words is the subject: "Last night they" */
    EN_DASH = 0x2013, /* at the start, dashes open speech as in Spanish or Norwegian */
    EM_DASH = 0x2014,
    SINGLE_MARK = 0x2018,
    FEW_WORDS = 8,  /* a sentence with fewer tells little */
    DEFAULT = 280,  /* characters */
    UNIT = 1000000, /* values are whole numbers of 1 / UNIT, so that they are equal on every machine */
};

/* In terms of the distance between the best and the last score of the pool. Set by hand, on 80 articles and by what
 * readers preferred (docs/method.md). */
static const struct {
    double leaning, unfinished, fragment; /* faults that no score makes good */
    double surname, introduced;           /* alone first; introduced: by the headline */
    double repeats, share; /* it is the headline's sentence; x the share of it that the headline has, above .. */
    double little;         /* .. so much: what has less is worth being told in full */
    double most, twice;    /* and once more where the headline has at least so much of what it tells */
    double alone;          /* and once more where there is no other sentence */
    double unknown;        /* "The keeper said", of whom the headline's sentence does not tell */
    double alike;          /* x similarity of the two */
    double usual;          /* similarity that is no repetition */
    double depth;          /* x log2 of the sentences from the headline's one on, or back to it */
    double before;         /* it stands before that one */
    double question, label, caption, untold, quotation, deictic, brief, age, verbless;
    double second;     /* bonus: there is one */
    double neighbours; /* bonus: it goes on where the headline, or the first, ends */
    double goes_on;    /* fine: and needs it ("He ...") */
} weights = {.leaning = 4,
             .unfinished = 4,
             .fragment = 4,
             .surname = 1.2,
             .introduced = 0.3,
             .repeats = 0.15,
             .share = 3,
             .little = 0.3,
             .most = 0.65,
             .twice = 1,
             .alone = 1,
             .unknown = 0.6,
             .alike = 2,
             .usual = 0.25,
             .depth = 0.3,
             .before = 0.4,
             .question = 1,
             .label = 2,
             .caption = 1.5,
             .untold = 1.5,
             .quotation = 1,
             .deictic = 1,
             .brief = 1,
             .age = 0.8,
             .verbless = 1.7,
             .second = 1.1,
             .neighbours = 0.15,
             .goes_on = 0.5};

struct candidate {
    uint32_t unit, cost;
    double value;                  /* by itself */
    bool leans, opens, unbalanced; /* a quotation begins or ends outside it */
    bool closes;                   /* and its own marks tell so */
    bool resumes;                  /* "She ..", whom the headline before it names */
    struct ld_mention mentions[MENTIONS];
    uint32_t mention_count;
};

struct blurb {
    struct ld_arena *arena;
    const struct lede_document *doc;
    struct ld_units *units;
    const struct ld_pick *headline;
    const bool *surnames;
    unsigned char *marks;                   /* [V] for ld_similarity */
    struct ld_mention introduced[MENTIONS]; /* by the headline, in full */
    uint32_t introduced_count;
    bool speaker; /* its sentence ends with one, whom the headline leaves out: "he" may be that one */
    double told;  /* how much of its sentence's content the headline has, by idf */
    double limit;
    bool in_words;
    struct candidate pool[POOL];
    uint32_t count;
};

/* ---- what is wrong with a sentence ---- */

static int quote_step(uint32_t c) { /* 1 opens, -1 closes, 2 does either */
    switch (c) {
    case 0x201C: /* in German it closes what 0x201E opened: nothing is lost */
    case 0xAB: return 1;
    case 0x201D:
    case 0xBB: return -1;
    case '"': return 2;
    default: return 0;
    }
}

/* What stands outside quotation marks: words that point out of the sentence, and a speaker that is only a pronoun. */
struct reading {
    bool quoted, unbalanced, deictic;
    bool unknown; /* a pronoun says something, or follows an opening clause ("As they left, she ..."), and no name is
                     before */
};

static void read_marks(struct reading *r, const char *text, uint32_t from, uint32_t to) {
    unsigned step;
    for (uint32_t at = from; at < to; at += step) {
        int quote = quote_step(ld_utf8_decode(text + at, text + to, &step));
        if (quote == 2) quote = r->quoted ? -1 : 1;
        if (quote) r->unbalanced |= r->quoted == (quote > 0);
        if (quote) r->quoted = quote > 0;
    }
}

static struct reading read_sentence(const struct lede_document *doc, const struct ld_sentence *s) {
    struct reading r = {0};
    bool name = false, place = false; /* a name was met: a pronoun may mean it */
    const uint32_t first = s->token_count ? ld_token_word(doc, s->first_token)->facts : 0;
    const bool opens = first & (LD_PREPOSITION | LD_CONJUNCTION | LD_ADJUNCT);
    uint32_t at = s->span.offset;
    for (uint32_t t = s->first_token; t < s->first_token + s->token_count; t++) {
        const struct ld_token *token = &doc->tokens[t];
        const uint32_t facts = token->flags & LD_ALL_CAPITALS ? 0 : ld_token_word(doc, t)->facts; /* "US", "IT" */
        const uint32_t before = t > s->first_token ? ld_token_word(doc, t - 1)->facts : 0;
        const uint32_t after = t + 1 < s->first_token + s->token_count ? ld_token_word(doc, t + 1)->facts : 0;
        if (token->offset > at) read_marks(&r, doc->text, at, token->offset);
        at = token->offset + token->length;
        if (r.quoted) continue;
        r.deictic |= facts & LD_DEICTIC && !(after & LD_TIME);
        r.unknown |= facts & LD_PRONOUN && !(facts & LD_ARTICLE) && !name &&
                     (opens || t < s->first_token + EARLY || (before | after) & LD_SAY);
        /* "Across Nigeria, they ...": not who is meant */
        place = token->flags & LD_CAPITAL && (before & LD_PREPOSITION || place);
        name |= token->flags & LD_CAPITAL && t > s->first_token && !place;
    }
    if (ld_span_end(s->span) > at) read_marks(&r, doc->text, at, ld_span_end(s->span));
    r.unbalanced |= r.quoted;
    return r;
}

/* "'The wall is long", "Lind said: 'The wall is long": speech between single marks begins here. */
static bool opens_single(const char *text, struct ld_span span) {
    const char *start = text + span.offset, *end = text + ld_span_end(span);
    unsigned step;
    for (const char *at = start; at < end; at += step) {
        const uint32_t c = ld_utf8_decode(at, end, &step);
        if ((c == '\'' || c == SINGLE_MARK) && (at == start || (at > start + 2 && at[-1] == ' ' && at[-2] == ':')))
            return true;
    }
    return false;
}

enum ending { NO_SENTENCE, STATEMENT, QUESTION };

/* By the last mark, but for closing quotes and brackets. */
static enum ending ending_of(const char *text, struct ld_span span) {
    unsigned step;
    for (const char *at = text + ld_span_end(span); at > text + span.offset; at -= step) {
        uint32_t c = ld_utf8_before(text + span.offset, at, &step);
        switch (c) {
        case '?':
        case '!':
        case 0x61F:  /* Arabic */
        case 0x37E:  /* Greek */
        case 0x55E:  /* Armenian */
        case 0xFF1F: /* full-width */
        case 0xFF01: return QUESTION;
        case '.':
        case 0x2026: /* ellipsis */
        case 0x964:  /* danda */
        case 0x3002: /* ideographic */
        case 0x6D4:  /* Urdu */
        case 0x589: return STATEMENT;
        case '"':
        case '\'':
        case ')':
        case ']': break;
        default:
            if (c < 128 || ld_class_of(c) != LD_PUNCT) return NO_SENTENCE;
        }
    }
    return NO_SENTENCE;
}

/* "The 25-year-old", who is someone that was named before. */
static bool opens_with_age(const struct lede_document *doc, const struct ld_sentence *s) {
    return s->token_count > 2 && ld_token_word(doc, s->first_token)->facts & LD_ARTICLE &&
           doc->tokens[s->first_token + 1].flags & LD_NUMERIC &&
           memchr(doc->text + doc->tokens[s->first_token + 1].offset, '-', doc->tokens[s->first_token + 1].length);
}

/* Of two sentences: what they have in common above what the sentences of one story have. */
static double repetition(const struct blurb *b, uint32_t one, uint32_t other) {
    return weights.alike * fmax(0, ld_similarity(b->doc, one, other, b->marks) - weights.usual);
}

/* "The keeper said", of whom the headline's sentence does not tell. */
static bool is_unknown(const struct blurb *b, const struct ld_clause *c) {
    if (!c->whole || !(c->atoms[0].shape & LD_DEFINITE)) return false;
    const uint32_t term = ld_subject_term(c, NULL, 0);
    const struct ld_sentence *headline = &b->doc->sentences[b->headline->unit];
    for (uint32_t t = headline->first_token; t < headline->first_token + headline->token_count; t++)
        if (ld_token_word(b->doc, t)->term == term) return false;
    return true;
}

static double fines_of(const struct blurb *b, struct candidate *c) {
    const struct lede_document *doc = b->doc;
    const uint32_t unit = c->unit;
    const struct ld_sentence *s = &doc->sentences[unit];
    const struct reading r = read_sentence(doc, s);
    const enum ending ending = ending_of(doc->text, s->span);
    const char *start = doc->text + s->span.offset;
    unsigned step;
    uint32_t first = ld_utf8_decode(start, start + s->span.length, &step);
    double sum = 0;
    c->closes = r.unbalanced;
    c->unbalanced = r.unbalanced || ld_open_quotation(doc, unit) != UINT32_MAX;
    c->opens = r.quoted && start[s->span.length - 1] != '"';
    if (ending == NO_SENTENCE || ld_is_lower(first)) sum += weights.fragment;
    if (ending == QUESTION) sum += weights.question;
    if (quote_step(first) > 0 || first == '-' || first == EN_DASH || first == EM_DASH) sum += weights.quotation;
    if (r.deictic) sum += weights.deictic;
    if (s->columns < FEW_WORDS) sum += weights.brief;
    if (opens_with_age(doc, s)) sum += weights.age;
    const struct ld_clause *clause = ld_unit_known(b->arena, b->units, unit, LD_KNOWS_VERBS);
    c->unbalanced |= clause->unfinished && opens_single(doc->text, s->span);
    if (!ld_has_verb(clause, 0, clause->count)) sum += weights.verbless;
    if (ld_is_labelled(clause) || ld_phrase_at(clause, 0, LD_FURNITURE_START)) sum += weights.label;
    if (ld_is_caption(clause) || ld_is_pictured(clause)) sum += weights.caption;
    if (ld_tells_nothing(clause, NULL)) sum += weights.untold;
    const bool speaks = b->speaker && ld_any_is(clause, 1, 3, LD_SAY); /* "He told us", who is another */
    c->resumes =
        b->introduced_count && !speaks && unit == b->headline->unit + 1 && ld_is_word_of(clause, 0, LD_WORDS_he_or_she);
    if (r.unknown && !c->resumes) sum += weights.leaning / 2;
    if (is_unknown(b, clause)) sum += weights.unknown;
    if (b->headline->unit == unit) {
        double share = (double)b->headline->text_length / s->span.length;
        if (b->told >= weights.most) sum += weights.twice;
        return sum + weights.repeats + weights.share * fmax(0, share - weights.little);
    }
    return sum + repetition(b, unit, b->headline->unit);
}

/* ---- the search ---- */

static void set_budget(struct blurb *b, const lede_summary_options *options) {
    b->in_words = options->words || options->ratio > 0;
    b->limit = options->characters ? (double)options->characters : DEFAULT;
    if (options->words) b->limit = (double)options->words;
    if (!(options->ratio > 0)) return;
    double words = 0;
    for (uint32_t s = 0; s < b->doc->sentence_count; s++)
        if (ld_is_indexed(b->doc, &b->doc->sentences[s])) words += b->doc->sentences[s].columns;
    b->limit = words * options->ratio / 100;
}

static uint32_t cost_of(const struct blurb *b, uint32_t unit) {
    const struct ld_sentence *s = &b->doc->sentences[unit];
    return b->in_words ? s->columns : ld_count_characters(b->doc->text, s->span);
}

static void add(struct blurb *b, uint32_t unit, uint32_t cost) {
    struct candidate *c = &b->pool[b->count++];
    *c = (struct candidate){.unit = unit, .cost = cost};
    c->leans = ld_leans_back(b->doc, &b->doc->sentences[unit]);
    c->mention_count = ld_mentions(b->doc, b->surnames, unit, c->mentions, MENTIONS);
}

/* Whether the headline has these letters; the first may be a capital in one of them only. */
static bool is_kept(const struct blurb *b, const char *letters, uint32_t length) {
    const char *at = b->headline->text, *end = at + b->headline->text_length;
    for (; end - at >= length; at++)
        if (!((*at ^ *letters) & ~0x20) && !memcmp(at + 1, letters + 1, length - 1)) return true;
    return false;
}

/* How much of what its sentence tells the headline has. */
static double told_share(const struct blurb *b) {
    const struct ld_sentence *s = &b->doc->sentences[b->headline->unit];
    double all = 0, kept = 0;
    for (uint32_t t = s->first_token; t < s->first_token + s->token_count; t++) {
        const struct ld_token *token = &b->doc->tokens[t];
        const double idf = b->doc->terms[ld_token_word(b->doc, t)->term].idf;
        all += idf;
        if (idf > 0 && is_kept(b, b->doc->text + token->offset, token->length)) kept += idf;
    }
    return all > 0 ? kept / all : 1;
}

/* Whether its sentence ends with who says so, and the headline without. */
static bool lacks_speaker(const struct blurb *b) {
    const struct ld_clause *c = ld_unit_known(b->arena, b->units, b->headline->unit, LD_KNOWS_VERBS);
    for (uint32_t i = c->attribution; i < c->count; i++)
        if (ld_atom_is(c, i, LD_SAY))
            return !is_kept(b, b->doc->text + c->atoms[i].start, c->atoms[i].end - c->atoms[i].start);
    return false;
}

/* Whom the headline names in full: its sentence does, and the headline has kept the surname, so its name too. */
static void introduce(struct blurb *b) {
    struct ld_mention mentions[MENTIONS];
    uint32_t count = ld_mentions(b->doc, b->surnames, b->headline->unit, mentions, MENTIONS);
    for (uint32_t i = 0; i < count; i++) {
        const struct ld_token *token = &b->doc->tokens[mentions[i].token];
        if (mentions[i].full && is_kept(b, b->doc->text + token->offset, token->length))
            b->introduced[b->introduced_count++] = mentions[i];
    }
}

/* The best units that fit; where none does, the shortest of the best. */
static bool fill_pool(struct blurb *b, const uint32_t *order, uint32_t count) {
    uint32_t shortest = UINT32_MAX, unit = 0;
    for (uint32_t i = 0; i < count && b->count < POOL; i++) {
        uint32_t cost = cost_of(b, order[i]);
        if (cost <= b->limit)
            add(b, order[i], cost);
        else if (cost < shortest) {
            shortest = cost;
            unit = order[i];
        }
    }
    if (b->count) return true;
    add(b, unit, shortest);
    return false;
}

static void set_values(struct blurb *b, const double *scores) {
    double least = INFINITY, most = -INFINITY;
    for (uint32_t i = 0; i < b->count; i++) {
        least = fmin(least, scores[b->pool[i].unit]);
        most = fmax(most, scores[b->pool[i].unit]);
    }
    for (uint32_t i = 0; i < b->count; i++) {
        struct candidate *c = &b->pool[i];
        const uint32_t headline = b->headline->unit;
        const bool before = c->unit < headline;
        c->value = (most > least ? (scores[c->unit] - least) / (most - least) : 1) - fines_of(b, c) -
                   weights.depth * log2(1.0 + (before ? headline - c->unit : c->unit - headline)) -
                   (before ? weights.before : 0);
    }
}

/* Fines for surnames of a sentence that no name in full came before, in it or in the one that is read first. */
static double name_fines(const struct blurb *b, const struct candidate *c, const struct candidate *before) {
    double sum = 0;
    for (uint32_t i = 0; i < c->mention_count; i++) {
        const struct ld_mention *m = &c->mentions[i];
        bool known = m->full;
        for (uint32_t k = 0; k < i && !known; k++) known = c->mentions[k].term == m->term;
        for (uint32_t k = 0; before && k < before->mention_count && !known; k++)
            known = before->mentions[k].term == m->term;
        if (known) continue;
        for (uint32_t k = 0; k < b->introduced_count && !known; k++) known = b->introduced[k].term == m->term;
        sum += known ? weights.introduced : weights.surname;
    }
    return sum;
}

/* Fine for leaning on the sentence before, which is read before it (follows), or else on nobody. */
static double leaning_fine(const struct candidate *c, bool follows) {
    return !c->leans ? 0 : follows ? weights.goes_on : weights.leaning;
}

/* Of one (second NULL) or two candidates, in text order. */
static int64_t value_of(const struct blurb *b, const struct candidate *first, const struct candidate *second) {
    const bool next = first->unit == b->headline->unit + 1;
    double sum = first->value - name_fines(b, first, NULL) + (next ? weights.neighbours : 0);
    bool closed = false; /* a quotation that goes on from the first to the second */
    sum -= leaning_fine(first, first->resumes);
    if (second) {
        bool follows = second->unit == first->unit + 1;
        closed = follows && first->opens && second->closes;
        sum -= second->unbalanced ? weights.unfinished : 0;
        sum += second->value - name_fines(b, second, first) - leaning_fine(second, follows);
        sum += weights.second + (follows ? weights.neighbours : 0) - repetition(b, first->unit, second->unit);
    }
    if (!second && first->unit == b->headline->unit && b->told >= weights.most) sum -= weights.alone;
    sum -= first->unbalanced ? weights.unfinished : 0;
    if (closed) sum += 2 * weights.unfinished;
    return llround(sum * UNIT);
}

void ld_pick_blurb(struct ld_arena *arena, struct ld_units *units, const lede_summary_options *options,
                   const struct ld_picks *headline, struct ld_picks *out, int *over_budget) {
    const struct lede_document *doc = units->doc;
    const double *scores = units->scores;
    struct blurb *b = ld_arena_array(arena, 1, sizeof *b);
    *out = (struct ld_picks){0};
    if (!units->count) return;
    b->arena = arena;
    b->doc = doc;
    b->units = units;
    b->headline = &headline->items[0]; /* where there are units, there is one */
    b->surnames = ld_surnames(arena, doc);
    b->marks = ld_arena_array(arena, doc->term_count + 1, 1);
    introduce(b);
    b->speaker = lacks_speaker(b);
    b->told = told_share(b);
    set_budget(b, options);
    if (!fill_pool(b, units->order, units->count)) *over_budget = 1;
    set_values(b, scores);
    const struct candidate *best[2] = {&b->pool[0], NULL};
    int64_t most = INT64_MIN;
    const uint32_t blank = !b->in_words;
    for (uint32_t i = 0; i < b->count; i++)
        for (uint32_t j = 0; j < b->count; j++) { /* j == i: one alone */
            const struct candidate *first = &b->pool[i], *second = j == i ? NULL : &b->pool[j];
            if (second && (second->unit < first->unit || options->sentences == 1 ||
                           (double)first->cost + second->cost + blank > b->limit))
                continue;
            int64_t value = value_of(b, first, second);
            if (value <= most) continue;
            most = value;
            best[0] = first;
            best[1] = second;
        }
    out->items = ld_arena_array(arena, 2, sizeof *out->items);
    for (int i = 0; i < 2 && best[i]; i++) {
        struct ld_pick *pick = &out->items[out->count++];
        *pick = (struct ld_pick){.unit = best[i]->unit, .score = scores[best[i]->unit]};
        pick->text = ld_fold_spaces(arena, doc->text, doc->sentences[pick->unit].span, &pick->text_length);
    }
}
