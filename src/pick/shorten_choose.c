/* shorten_choose.c - a clause and a style in, its best shortening out: every start with every end, and the pieces
 * between them that the style drops. Where no shortening fits the limit, ld_cut cuts the words. The score is linear in
 * the features of choice.def, and pieces worth more than 0 are dropped at once: weights can be fitted. */
#include <math.h>
#include <string.h>

#include "base/unicode.h"
#include "pick/shorten_words.h"

enum { WORST = -1000 /* refused */, SAFE = -4, RESCUE = -1 };

struct sums { /* of the atoms before one */
    uint32_t characters, verbs, quoted;
    int64_t mass; /* in 1e-9, so that the order of adding is of no matter */
};

struct trial {
    const struct ld_clause *clause;
    const struct ld_style *style;
    struct sums *sums;        /* [atoms + 1] */
    uint8_t order[LD_PIECES]; /* the pieces by where they begin */
    uint64_t inner, worth;    /* pieces that are neither start nor end; of these, those worth dropping */
    uint64_t dropped;
    double most; /* no shortening has a higher score */
    bool had_verb;
    double shares[LD_ATOMS]; /* of the mass, where it is cut */
};

static uint32_t lowest_bit(uint64_t bits) { /* bits is not 0 */
#ifdef __GNUC__
    return (uint32_t)__builtin_ctzll(bits);
#else
    uint32_t n = 0;
    while (!(bits >> n & 1)) n++;
    return n;
#endif
}

static bool is_kept(const void *trial, uint32_t atom) {
    const struct trial *t = trial;
    for (uint64_t left = t->dropped; left; left &= left - 1) {
        const struct ld_piece *piece = &t->clause->pieces[lowest_bit(left)];
        if (piece->from <= atom && atom < piece->to) return false;
    }
    return true;
}

static void fill_keep(const struct ld_clause *c, uint64_t dropped, bool *keep) {
    memset(keep, 1, c->count * sizeof *keep);
    for (uint32_t p = 0; p < c->piece_count; p++)
        if (dropped >> p & 1) memset(keep + c->pieces[p].from, 0, c->pieces[p].to - c->pieces[p].from);
}

/* Whether only one half of a pair of marks stays. */
static bool broken_pair(const struct trial *t) {
    const struct ld_clause *c = t->clause;
    for (uint32_t i = 0; c->has_pairs && i < c->count; i++) {
        const struct ld_atom *atom = &c->atoms[i];
        if ((atom->quote != UINT32_MAX && is_kept(t, i) && !is_kept(t, atom->quote)) ||
            (atom->bracket != UINT32_MAX && is_kept(t, i) && !is_kept(t, atom->bracket)))
            return true;
    }
    return false;
}

static bool is_speaker(const struct ld_piece *piece) {
    return piece->kind == LD_PIECE_SPEAKER || piece->kind == LD_PIECE_PERSON;
}

/* Whether the main clause's verb stays, or goes with the speaker of a clause that stays. */
static bool keeps_verb(const struct ld_clause *c, uint64_t dropped, bool kept) {
    if (c->verb >= c->count || kept) return true;
    for (uint32_t p = 0; p < c->piece_count; p++)
        if (dropped >> p & 1 && (is_speaker(&c->pieces[p]) || c->pieces[p].kind == LD_PIECE_SELF)) return true;
    return false;
}

/* "[Mara Lind said that] they met him": whom? A name before it may be it. */
static bool loses_antecedent(const struct trial *t) {
    const struct ld_clause *c = t->clause;
    uint32_t from = 0;
    for (uint64_t left = t->dropped; left; left &= left - 1)
        if (is_speaker(&c->pieces[lowest_bit(left)])) from = c->pieces[lowest_bit(left)].to;
    for (uint32_t i = from + 1; from && i < c->count; i++) /* "and that the ferry sank" goes with who says so, too */
        if (ld_atom_is(c, i - 1, LD_CONNECTIVE) && ld_atom_is(c, i - 1, LD_CONJUNCTION) && ld_opens_clause(c, i) &&
            is_kept(t, i))
            return true;
    for (uint32_t i = from; from && i < c->count; i++) {
        if (i > from && c->atoms[i].flags & LD_CAPITAL) return false;
        if (c->atoms[i].facts & LD_PRONOUN && !(c->atoms[i].facts & (LD_RELATIVE | LD_CONJUNCTION)) && is_kept(t, i))
            return true;
    }
    return false;
}

/* What a set of kept atoms comes to: characters no fewer than the text will have. */
struct total {
    struct sums sums;
    uint32_t first, last, words, gaps;
};

static void add_run(const struct trial *t, struct total *total, uint32_t from, uint32_t to) {
    if (from >= to) return;
    const struct sums *before = &t->sums[from], *after = &t->sums[to];
    if (!total->words)
        total->first = from;
    else
        total->gaps++;
    total->words += to - from;
    total->last = to - 1;
    total->sums.characters += after->characters - before->characters;
    total->sums.verbs += after->verbs - before->verbs;
    total->sums.quoted += after->quoted - before->quoted;
    total->sums.mass += after->mass - before->mass;
}

static struct total add_up(const struct trial *t) {
    const struct ld_clause *c = t->clause;
    struct total total = {{0}, 0, 0, 0, 0};
    uint32_t at = 0;
    for (uint32_t k = 0; k < c->piece_count; k++) {
        /* NOLINTNEXTLINE(clang-analyzer-core.uninitialized.ArraySubscript): start_trial has filled in all of order */
        const struct ld_piece *piece = &c->pieces[t->order[k]];
        if (!(t->dropped >> t->order[k] & 1)) continue;
        add_run(t, &total, at, piece->from);
        if (piece->to > at) at = piece->to;
    }
    add_run(t, &total, at, c->count);
    return total;
}

static uint32_t characters(const struct ld_clause *c, const struct total *total) {
    const struct ld_atom *end = &c->atoms[total->last];
    char point = end->tail > end->end ? c->doc->text[end->end] : 0;
    return total->sums.characters + 2 * total->gaps - end->blank - (point == '.' || point == ',') + (c->opener != 0);
}

/* "[After Mara Lind left,] the singer said": who? */
static bool begins_definite(const struct ld_clause *c, uint32_t first) {
    const struct ld_piece *lead = NULL;
    for (uint32_t p = 0; p < c->piece_count; p++)
        if (c->pieces[p].kind == LD_PIECE_LEAD && c->pieces[p].to == first) lead = &c->pieces[p];
    if (!lead || !(c->atoms[first].shape & LD_DEFINITE)) return false;
    for (uint32_t i = first; i < c->count && !c->atoms[i].verb; i++)
        if (c->atoms[i].flags & LD_CAPITAL || ld_atom_is(c, i, LD_BOUND | LD_RELATIVE)) return false;
    for (uint32_t i = 1; i < first; i++)
        if (c->atoms[i].flags & LD_CAPITAL && !(c->atoms[i].facts & LD_TIME)) return true;
    return false;
}

/* What no shortening may be: without its verb, "He said", half a pair of marks, ended where nothing may, of whom it
 * does not say, a clause that waits for its verb. */
static bool is_refused(const struct trial *t, const struct total *total) {
    const struct ld_clause *c = t->clause;
    const uint32_t last = total->last;
    const bool kept = c->verb < c->count && is_kept(t, c->verb);
    if (t->had_verb && ((!total->sums.verbs && !kept) || !keeps_verb(c, t->dropped, kept))) return true;
    if (last == c->verb && c->atoms[last].facts & LD_SAY && c->count > 4) return true;
    if (!t->dropped) return false;
    return broken_pair(t) || !ld_may_end(c, last) || loses_antecedent(t) ||
           (c->whole && !ld_is_whole(c, is_kept, t, NULL));
}

/* The score, and the features themselves in row where one is given; else any number up to least where it is no higher.
 */
static double score(const struct trial *t, double least, double *row) {
    const struct ld_clause *c = t->clause;
    const struct ld_style *style = t->style;
    struct ld_judgement sum = {style->weights, row, 0};
    const struct total total = add_up(t);
    if (!total.words) return WORST;
    uint32_t length = characters(c, &total);
    if (length + style->final_stop > style->limit) return WORST;
    for (uint32_t p = 0; p < c->piece_count; p++)
        if (t->dropped >> p & 1) ld_judge(&sum, c->pieces[p].kind, 1);
    const int64_t all = t->sums[c->count].mass;
    if (all > 0) ld_judge(&sum, LD_C_mass, (double)total.sums.mass / (double)all);
    double off = (length - style->target) / style->target;
    if (off > 0 || !style->target_above) ld_judge(&sum, LD_C_length, off * off);
    if (total.words < 3 && c->count > 4) ld_judge(&sum, LD_C_few, 1);
    if (t->dropped && total.sums.quoted == total.words) ld_judge(&sum, LD_C_quoted, 1);
    if (total.first && (c->atoms[total.first].facts & LD_PRONOUN || begins_definite(c, total.first)))
        ld_judge(&sum, LD_C_pronoun, 1);
    if (!row && sum.sum <= least) return sum.sum;
    return is_refused(t, &total) ? WORST : sum.sum;
}

/* Whether nothing that was dropped has its begin or goes over its end; what lies within it may be dropped already. */
static bool is_free(const struct trial *t, const struct ld_piece *piece) {
    for (uint64_t left = t->dropped; left; left &= left - 1) {
        const struct ld_piece *other = &t->clause->pieces[lowest_bit(left)];
        if ((other->from <= piece->from && piece->from < other->to) ||
            (other->from < piece->to && piece->to < other->to))
            return false;
    }
    return true;
}

static bool may_drop(const struct trial *t, uint32_t piece) {
    return t->style->pieces >> t->clause->pieces[piece].kind & 1;
}

static void drop(struct trial *t, uint32_t piece) { t->dropped |= (uint64_t)1 << piece; }

static void find_inner(struct trial *t) {
    const struct ld_clause *c = t->clause;
    t->inner = t->worth = 0;
    for (uint32_t p = 0; p < c->piece_count; p++) {
        const struct ld_piece *piece = &c->pieces[p];
        if (!may_drop(t, p) || !piece->from || piece->to == c->count || piece->to == c->attribution) continue;
        t->inner |= (uint64_t)1 << p;
        if (t->style->weights[piece->kind] > 0) t->worth |= (uint64_t)1 << p;
    }
}

/* Of these pieces, all that are not within what is dropped. */
static void drop_free(struct trial *t, uint64_t pieces) {
    for (; pieces; pieces &= pieces - 1) {
        const uint32_t p = lowest_bit(pieces);
        if (is_free(t, &t->clause->pieces[p])) drop(t, p);
    }
}

static void show(const struct trial *t, struct ld_shortening candidate) {
    const struct ld_clause *c = t->clause;
    double row[LD_CHOICES] = {0};
    candidate.score = score(t, WORST, row);
    if (candidate.score == WORST) return;
    candidate.dropped = t->dropped;
    fill_keep(c, t->dropped, candidate.keep);
    t->style->watch->see(t->style->watch->context, c, &candidate, row);
}

/* No more than the score of what is dropped, all features but these being faults. */
static double most_of(const struct trial *t) {
    const double *weights = t->style->weights;
    double most = fmax(0, weights[LD_C_mass]);
    for (uint64_t left = t->dropped; left; left &= left - 1) most += weights[t->clause->pieces[lowest_bit(left)].kind];
    return most;
}

static void consider(struct trial *t, struct ld_shortening *best) {
    if (t->style->watch)
        show(t, *best);
    else if (most_of(t) < best->score - 1e-6) /* more than rounding does */
        return;
    double got = score(t, best->score, NULL);
    if (got <= best->score) return;
    best->score = got;
    best->dropped = t->dropped;
}

static bool is_start(const struct ld_clause *c, uint32_t p) { return p == UINT32_MAX || !c->pieces[p].from; }
static bool is_end(const struct ld_clause *c, uint32_t p) {
    return p == UINT32_MAX || (c->pieces[p].from && (c->pieces[p].to == c->count || c->pieces[p].to == c->attribution));
}

/* A start and an end (UINT32_MAX: none) with the pieces between them that are worth dropping, then with all of them,
 * then both without the final attribution. */
static void try_pair(struct trial *t, uint32_t start, uint32_t end, struct ld_shortening *best) {
    const struct ld_clause *c = t->clause;
    for (int variant = 0; variant < 4; variant++) {
        uint64_t before = t->dropped;
        t->dropped = 0;
        if (start != UINT32_MAX) drop(t, start);
        if (end != UINT32_MAX) drop(t, end);
        bool tail = false; /* what follows the end: a final attribution */
        if (variant & 2 && c->attribution == c->count) break;
        for (uint32_t p = 0; variant & 2 && p < c->piece_count; p++)
            if (c->pieces[p].from == c->attribution && c->pieces[p].to == c->count && is_kept(t, c->attribution) &&
                may_drop(t, p)) {
                drop(t, p);
                tail = true;
            }
        if (variant & 2 && !tail) break;
        drop_free(t, variant & 1 ? t->inner : t->worth);
        if (!variant || t->dropped != before) consider(t, best);
    }
}

/* Beside what is worth dropping, one piece that the style would rather keep. */
static void try_single(struct trial *t, uint32_t start, uint32_t end, uint32_t single, struct ld_shortening *best) {
    t->dropped = 0;
    if (start != UINT32_MAX) drop(t, start);
    if (end != UINT32_MAX) drop(t, end);
    if (!is_free(t, &t->clause->pieces[single])) return;
    drop(t, single);
    drop_free(t, t->worth);
    consider(t, best);
}

/* tf x idf of the term of a token. */
static double mass_of(const struct lede_document *doc, uint32_t token) {
    /* log(n) of the n that are met most; 0 has none */
    static const double logs[] = {0,
                                  0,
                                  0.69314718055994529,
                                  1.0986122886681098,
                                  1.3862943611198906,
                                  1.6094379124341003,
                                  1.791759469228055,
                                  1.9459101490553132,
                                  2.0794415416798357};
    const struct ld_term *term = &doc->terms[ld_token_word(doc, token)->term];
    const uint32_t n = term->body_frequency;
    return n > 1 ? term->idf * (1 + (n < sizeof logs / sizeof *logs ? logs[n] : log(n))) : term->idf;
}

static struct sums *sum_up(struct ld_arena *arena, const struct ld_clause *c) {
    struct sums *sums = ld_arena_alloc(arena, (c->count + 1) * sizeof *sums), sum = {0, 0, 0, 0};
    for (uint32_t i = 0; i < c->count; i++) {
        const struct ld_atom *atom = &c->atoms[i];
        sums[i] = sum;
        double mass = atom->facts & LD_STOP ? 0 : mass_of(c->doc, atom->token);
        for (uint32_t t = 1; t < atom->tokens; t++) mass += mass_of(c->doc, atom->token + t);
        sum.mass += (int64_t)(mass * 1e9);
        sum.characters += atom->characters;
        sum.verbs += atom->verb;
        sum.quoted += (atom->marks & LD_QUOTED) != 0;
    }
    sums[c->count] = sum;
    return sums;
}

double ld_shorten_most(const struct ld_clause *c, const struct ld_style *style) {
    double most = fmax(0, style->weights[LD_C_mass]);
    for (uint32_t p = 0; p < c->piece_count; p++)
        if (style->weights[c->pieces[p].kind] > 0) most += style->weights[c->pieces[p].kind];
    return most;
}

static void start_trial(struct trial *t, const struct ld_clause *c, const struct ld_style *style) {
    t->clause = c;
    t->style = style;
    t->most = ld_shorten_most(c, style);
    t->dropped = 0;
    for (uint32_t p = 0; p < c->piece_count; p++) {
        uint32_t k = p;
        for (; k && c->pieces[t->order[k - 1]].from > c->pieces[p].from; k--) t->order[k] = t->order[k - 1];
        t->order[k] = (uint8_t)p;
    }
    find_inner(t);
}

/* Whether what no piece can take is within the limit: most of what does not fit is told by that. */
static bool may_fit(const struct trial *t) {
    const struct ld_clause *c = t->clause;
    const uint32_t slack = 2; /* a blank and a point at the end */
    uint32_t at = 0, least = t->style->final_stop;
    for (uint32_t k = 0; k <= c->piece_count; k++) {
        const struct ld_piece *piece = k < c->piece_count ? &c->pieces[t->order[k]] : NULL;
        if (piece && !may_drop(t, t->order[k])) continue;
        for (const uint32_t to = piece ? piece->from : c->count; at < to; at++) least += c->atoms[at].characters;
        if (piece && piece->to > at) at = piece->to;
    }
    return least <= t->style->limit || least - t->style->limit <= slack;
}

static void weigh(struct ld_arena *arena, struct trial *t) {
    const struct ld_clause *c = t->clause;
    t->sums = sum_up(arena, c);
    t->had_verb = t->sums[c->count].verbs || ld_has_verb(c, 0, c->count);
}

/* Every start with every end; with one piece more, where one is given. */
static void try_all(struct trial *t, uint32_t single, struct ld_shortening *best) {
    const struct ld_clause *c = t->clause;
    for (uint32_t s = 0; s <= c->piece_count; s++) {
        uint32_t start = s ? s - 1 : UINT32_MAX;
        if (!is_start(c, start) || (s && !may_drop(t, start))) continue;
        for (uint32_t e = 0; e <= c->piece_count && (t->style->watch || best->score < t->most); e++) {
            uint32_t end = e ? e - 1 : UINT32_MAX;
            if (!is_end(c, end) || (e && !may_drop(t, end))) continue;
            if (s && e && c->pieces[end].from <= c->pieces[start].to) continue;
            if (single != UINT32_MAX)
                try_single(t, start, end, single, best);
            else
                try_pair(t, start, end, best);
        }
    }
}

/* Whether a piece belongs to a subject: of several that end at its verb, any may be enough. */
static bool is_of_subject(const struct trial *t, uint32_t p) {
    const uint8_t kind = t->clause->pieces[p].kind;
    return (kind == LD_PIECE_SUBJECT || kind == LD_PIECE_BARE) && may_drop(t, p);
}

bool ld_shorten_by_pieces(struct ld_arena *arena, const struct ld_clause *c, const struct ld_style *style,
                          struct ld_shortening *best) {
    struct trial trial, *t = &trial;
    *best = (struct ld_shortening){.keep = ld_arena_alloc(arena, c->count * sizeof(bool)), .score = WORST};
    start_trial(t, c, style);
    if (!may_fit(t)) return false;
    weigh(arena, t);
    try_all(t, UINT32_MAX, best);
    const bool poor = best->score <= RESCUE;
    for (uint32_t p = 0; p < c->piece_count && poor; p++)
        if (is_of_subject(t, p)) try_all(t, p, best);
    if (c->cut) best->score = WORST; /* there is more of it */
    fill_keep(c, best->dropped, best->keep);
    return best->score > SAFE;
}

/* ---- no shortening will do: the words are cut off ---------------------------------------------------------------- */

/* Cut what is left without the pieces that are dropped; kept in best where it is better than what is there. */
static void try_cut(struct trial *t, struct ld_arena *arena, bool brief, struct ld_shortening *best) {
    const struct ld_clause *c = t->clause;
    double row[LD_CHOICES] = {0};
    struct ld_judgement sum = {t->style->weights, t->style->watch ? row : NULL, 0};
    struct ld_shortening cut = {.keep = ld_arena_alloc(arena, c->count * sizeof(bool)), .dropped = t->dropped};
    fill_keep(c, t->dropped, cut.keep);
    for (uint64_t left = t->dropped; left; left &= left - 1) ld_judge(&sum, c->pieces[lowest_bit(left)].kind, 1);
    if (loses_antecedent(t)) ld_judge(&sum, LD_C_antecedent, 1);
    ld_cut(c, t->style, &(struct ld_cutting){sum, t->shares, brief, keeps_verb(c, t->dropped, false)}, &cut);
    if (cut.score > best->score) *best = cut;
}

/* What stands at the start and is worth dropping, and pieces of the kinds (bits) that are not. */
static void drop_starts(struct trial *t, uint32_t kinds) {
    const struct ld_clause *c = t->clause;
    t->dropped = 0;
    for (uint32_t p = 0; p < c->piece_count; p++)
        if (is_start(c, p) && may_drop(t, p) &&
            (t->style->weights[c->pieces[p].kind] > 0 || kinds >> c->pieces[p].kind & 1))
            drop(t, p);
}

/* Without all that can go; with what belongs to the subject in part; with titles; without who says so. */
static void cut_somewhere(struct trial *t, struct ld_arena *arena, struct ld_shortening *best) {
    const struct ld_clause *c = t->clause;
    const uint32_t titles = 1u << LD_PIECE_TITLE | 1u << LD_PIECE_OFFICE, count = c->piece_count;
    drop_starts(t, titles);
    drop_free(t, t->inner);
    const uint64_t all = t->dropped;
    bool speaker = false;
    try_cut(t, arena, false, best);
    if (c->accuses && c->attribution < c->count) try_cut(t, arena, true, best);
    for (uint32_t p = 0; p <= count; p++) {
        speaker |= p < count && is_speaker(&c->pieces[p]) && may_drop(t, p);
        if (p < count && !is_of_subject(t, p)) continue;
        drop_starts(t, p == count ? 0 : titles);
        if (p < count && is_free(t, &c->pieces[p])) drop(t, p);
        drop_free(t, t->worth);
        if (t->dropped != all) try_cut(t, arena, false, best);
    }
    if (!speaker) return;
    drop_starts(t, 1u << LD_PIECE_SPEAKER | 1u << LD_PIECE_PERSON);
    drop_free(t, t->inner);
    try_cut(t, arena, false, best);
}

void ld_shorten(struct ld_arena *arena, const struct ld_clause *c, const struct ld_style *style,
                struct ld_shortening *best) {
    struct trial t;
    if (ld_shorten_by_pieces(arena, c, style, best)) return;
    start_trial(&t, c, style);
    weigh(arena, &t);
    const double all = (double)t.sums[c->count].mass;
    for (uint32_t i = 0; i < c->count; i++)
        t.shares[i] = all > 0 ? (double)(t.sums[i + 1].mass - t.sums[i].mass) / all : 0;
    cut_somewhere(&t, arena, best);
}
