/* shorten_pieces.c - the atoms of a sentence in, the pieces that can go out. Segments between commas, dashes and the
 * like are told apart by their first words; the end of the main clause is trimmed at prepositions and conjunctions.
 * Words inside quotation marks and brackets are left alone. When unsure it finds no piece.
 * Source: the trimming rules of Dorr, Zajic and Schwartz, "Hedge Trimmer" (2003), over closed-class words. */
#include <string.h>

#include "pick/shorten.h"

enum { SEGMENTS = 64, PHRASE = 4 };

static const struct ending { /* what a language's words tell by their endings; free_end: a verb does not stand at the end */
    const char *code, *past, *participle, *adverb;
    bool free_end;
} endings[] = {{"en", "ed", "ing", "ly", true}, {"fr", NULL, "ant", "ment", true}, {"es", NULL, "ndo", "mente", true},
               {"it", NULL, "ndo", "mente", true}, {"pt", NULL, "ndo", "mente", true}, {"und", NULL, NULL, NULL, false}};

struct find {
    struct ld_clause *c;
    const char *past, *participle;
    bool free_end;
    uint32_t segments[SEGMENTS + 1], count; /* where each begins; [count] is the end */
    uint32_t limit;                         /* where trailing pieces end: before a final attribution */
};

static const char *folded(const struct ld_clause *c, uint32_t i) { return ld_token_word(c->doc, c->atoms[i].token)->folded; }

static bool ends_with(const char *word, const char *end) {
    size_t n = strlen(word), m = end ? strlen(end) : 0;
    return m && n >= m + 2 && !strcmp(word + n - m, end);
}

static bool is(const struct ld_clause *c, uint32_t i, uint32_t facts) { return i < c->count && c->atoms[i].facts & facts; }
static bool flagged(const struct ld_clause *c, uint32_t i, uint8_t flag) { return i < c->count && c->atoms[i].flags & flag; }
static bool protected(const struct ld_clause *c, uint32_t i) { return c->atoms[i].marks & (LD_QUOTED | LD_BRACKETED); }

static bool any(const struct ld_clause *c, uint32_t from, uint32_t to, uint32_t facts) {
    for (uint32_t i = from; i < to && i < c->count; i++)
        if (c->atoms[i].facts & facts) return true;
    return false;
}

/* The mark before atom i, where pieces may be parted: not within quotation marks or brackets. */
static uint8_t border(const struct ld_clause *c, uint32_t i) {
    if (!i || i >= c->count) return LD_FULL_STOP;
    const struct ld_atom *left = &c->atoms[i - 1], *right = &c->atoms[i];
    if (left->marks & LD_QUOTED && right->marks & LD_QUOTED && (left->quote == UINT32_MAX || left->quote > i - 1)) return 0;
    if (left->marks & LD_BRACKETED && right->marks & LD_BRACKETED) return 0;
    if (left->flags & LD_NUMERIC && right->flags & LD_NUMERIC && left->marks & LD_COMMA) return 0; /* a date */
    return left->marks & LD_BORDER;
}

uint32_t ld_phrase_at(const struct ld_clause *c, uint32_t i, uint32_t fact) {
    char phrase[PHRASE * LD_WORD_BYTES + PHRASE];
    size_t length = 0;
    uint32_t found = 0;
    for (uint32_t n = 1; n <= PHRASE && i + n <= c->count; n++) {
        const struct ld_word *word = ld_token_word(c->doc, c->atoms[i + n - 1].token);
        if (length + word->length + 1 > sizeof phrase) break;
        if (n > 1) phrase[length++] = ' ';
        memcpy(phrase + length, word->folded, word->length);
        length += word->length;
        if (n == 1 ? word->facts & fact : ld_language_facts(c->doc->language, phrase, length) & fact) found = n;
        if (c->atoms[i + n - 1].marks & LD_BORDER) break;
    }
    return found;
}

/* ---- verbs ------------------------------------------------------------------------------------------------------- */

static const struct ending *ending_of(const struct ld_clause *c) {
    size_t k = 0;
    while (k + 1 < sizeof endings / sizeof *endings && strcmp(endings[k].code, c->doc->language->code)) k++;
    return &endings[k];
}

bool ld_is_verb(const struct ld_clause *c, uint32_t i) {
    if (i >= c->count) return false;
    const char *past = ending_of(c)->past, *word = folded(c, i);
    uint32_t facts = c->atoms[i].facts;
    if (i && is(c, i - 1, LD_ARTICLE) && !is(c, i - 1, LD_RELATIVE) && !(facts & LD_AUXILIARY)) return false;
    if (i && c->atoms[i].flags & LD_CAPITAL) return facts & LD_AUXILIARY && c->atoms[i].flags & LD_CAPITAL && i == 0;
    if (facts & LD_AUXILIARY) return true;
    if (facts & LD_PAST || (facts & LD_SAY && !ends_with(word, "ing"))) return !i || !is(c, i - 1, LD_PREPOSITION);
    if (!past) return false;
    if (i > 1 && ends_with(word, past) && ends_with(folded(c, i - 1), ending_of(c)->adverb) && is(c, i - 2, LD_PREPOSITION | LD_ARTICLE))
        return false; /* "of previously owned homes" */
    if (ends_with(word, past)) return !i || !is(c, i - 1, LD_PREPOSITION | LD_NEGATION) || is(c, i - 1, LD_AUXILIARY);
    /* "-s" between what can be a subject and what can be an object */
    size_t n = strlen(word);
    return i && n > 3 && word[n - 1] == 's' && word[n - 2] != 's' && word[n - 2] != '\'' && word[n - 2] != 'u' &&
           !(facts & (LD_STOP | LD_TIME)) && !is(c, i - 1, LD_PREPOSITION | LD_CONJUNCTION | LD_ARTICLE) &&
           !flagged(c, i - 1, LD_NUMERIC) && !ends_with(folded(c, i - 1), "s") && !border(c, i + 1) &&
           ld_phrase_at(c, i, LD_PREPOSITION | LD_ADJUNCT) == 0 &&
           (is(c, i + 1, LD_ARTICLE) || (is(c, i - 1, LD_PRONOUN) && !is(c, i - 1, LD_RELATIVE)) || (flagged(c, i - 1, LD_CAPITAL) && is(c, i + 1, LD_PREPOSITION)) ||
            (flagged(c, i - 1, LD_CAPITAL) && flagged(c, i + 1, LD_CAPITAL)));
}

bool ld_has_verb(const struct ld_clause *c, uint32_t from, uint32_t to) {
    if (!ending_of(c)->past && to >= from + 4) return true; /* no way to tell */
    for (uint32_t i = from; i < to && i < c->count; i++)
        if (ld_is_verb(c, i)) return true;
    return false;
}

/* ---- pieces ------------------------------------------------------------------------------------------------------ */

/* Pieces that are no clause of their own may not take a negation or a word of doubt with them. */
static void add(struct find *f, enum ld_piece_kind kind, uint32_t from, uint32_t to) {
    struct ld_clause *c = f->c;
    bool whole = kind == LD_PIECE_BRACKET || kind == LD_PIECE_RELATIVE || kind == LD_PIECE_CONJUNCT ||
                 kind == LD_PIECE_DASH || kind == LD_PIECE_CONNECTIVE || kind == LD_PIECE_ATTRIBUTION;
    if (from >= to || to - from >= c->count || c->piece_count == LD_PIECES) return;
    if (!whole && any(c, from, to, LD_NEGATION)) return;
    for (uint32_t p = 0; p < c->piece_count; p++)
        if (c->pieces[p].from == from && c->pieces[p].to == to) return;
    c->pieces[c->piece_count++] = (struct ld_piece){from, to, (uint8_t)kind};
}

static bool in_piece(const struct ld_clause *c, uint32_t i) {
    for (uint32_t p = 0; p < c->piece_count; p++)
        if (c->pieces[p].from <= i && i < c->pieces[p].to) return true;
    return false;
}

static void find_segments(struct find *f) {
    struct ld_clause *c = f->c;
    f->segments[f->count++] = 0;
    for (uint32_t i = 1; i < c->count && f->count < SEGMENTS; i++)
        if (border(c, i)) f->segments[f->count++] = i;
    f->segments[f->count] = c->count;
}

static void find_brackets(struct find *f) {
    struct ld_clause *c = f->c;
    for (uint32_t i = 1; i < c->count; i++) {
        uint32_t to = c->atoms[i].bracket;
        bool ticker = c->doc->text[c->atoms[i].lead] == '<'; /* "Acme Corp <ACM>", but not "merges with <Acme Corp>" */
        if ((ticker && to != i) || is(c, i - 1, LD_PREPOSITION | LD_ARTICLE | LD_CONJUNCTION | LD_AUXILIARY)) continue;
        if (to != UINT32_MAX && to >= i && !(c->atoms[i].marks & LD_QUOTED)) add(f, LD_PIECE_BRACKET, i, to + 1);
    }
}

/* ", he said", ", officials said Tuesday", ", said the mayor of Leeds", ", according to the police" */
static bool is_attribution(const struct find *f, uint32_t from, uint32_t to) {
    const struct ld_clause *c = f->c;
    uint32_t phrase = ld_phrase_at(c, from, LD_SAY);
    if (from >= to || to - from > 16 || protected(c, from)) return false;
    if (phrase > 1 || (phrase && !f->past)) return true;
    if (phrase) return !ends_with(folded(c, from), "ing") && to - from <= 12 && !is(c, from + 1, LD_CONJUNCTION | LD_AUXILIARY);
    if (is(c, from, LD_RELATIVE | LD_CONJUNCTION) && !is(c, from, LD_PRONOUN)) return false;
    for (uint32_t i = from + 1; i < to && i < from + 9; i++) {
        if (is(c, i, LD_CONJUNCTION | LD_AUXILIARY) && !is(c, i, LD_PREPOSITION)) return false;
        if (is(c, i, LD_SAY) && !ends_with(folded(c, i), "ing") && !is(c, i - 1, LD_ARTICLE))
            return i + 1 == to || is(c, i + 1, LD_TIME | LD_PREPOSITION) || flagged(c, i + 1, LD_CAPITAL) ||
                   (to - i <= 4 && !is(c, i + 1, LD_CONJUNCTION | LD_RELATIVE));
    }
    return false;
}

static void find_attribution(struct find *f) {
    struct ld_clause *c = f->c;
    f->limit = c->attribution = c->count;
    for (uint32_t k = f->count; k-- > 1;) {
        uint32_t from = f->segments[k];
        if (!(border(c, from) & LD_COMMA) || c->count - from > 20) break;
        bool pronoun = is(c, from, LD_PRONOUN) || is(c, c->count - 1, LD_PRONOUN);
        if (!is_attribution(f, from, k + 1 < f->count ? f->segments[k + 1] : c->count)) continue;
        f->limit = c->attribution = from;
        if (!c->accuses && !protected(c, 0)) add(f, pronoun ? LD_PIECE_ASIDE : LD_PIECE_ATTRIBUTION, from, c->count);
        return;
    }
}

static bool is_participle(const struct find *f, uint32_t i) {
    const char *word = folded(f->c, i);
    if (is(f->c, i, LD_PREPOSITION) || (i && flagged(f->c, i, LD_CAPITAL)) || strchr(word, '-')) return false;
    return ends_with(word, f->participle) ||
           (ends_with(word, f->past) && is(f->c, i + 1, LD_PREPOSITION) && !is(f->c, i, LD_AUXILIARY));
}

/* Whether the main clause can begin at segment k: with a subject, and a verb to come. */
static bool main_begins(const struct find *f, uint32_t k) {
    const struct ld_clause *c = f->c;
    uint32_t from = f->segments[k], to = f->segments[k + 1];
    if (is(c, from, LD_PREPOSITION | LD_CONJUNCTION | LD_RELATIVE | LD_ADJUNCT) && !is(c, from, LD_ARTICLE)) return false;
    if (f->past && ld_is_verb(c, from)) return false;
    if (flagged(c, from, LD_NUMERIC) && to - from < 3) return false;
    if (is_participle(f, from) || from >= f->limit) return false;
    uint32_t subject = from + 1; /* "a boy who won the cup, ..." has no verb of its own */
    while (subject < to && !(is(c, subject, LD_RELATIVE) && !is(c, subject, LD_ADJUNCT) && !is(c, subject - 1, LD_SAY))) subject++;
    if (ld_has_verb(c, from, subject) || (!f->past && subject == to)) return true;
    if (k + 1 >= f->count) return false;
    uint32_t next = f->segments[k + 1];
    if (ld_phrase_at(c, next, LD_RELATIVE) || ld_is_verb(c, next)) return true;
    return k + 2 < f->count && ld_is_verb(c, f->segments[k + 2]);
}

static uint32_t find_lead(struct find *f) {
    struct ld_clause *c = f->c;
    uint32_t base = ld_phrase_at(c, 0, LD_CONNECTIVE), k = 0;
    if (protected(c, 0)) return 0;
    if (base && base < c->count && border(c, base) & LD_COMMA) {
        add(f, LD_PIECE_CONNECTIVE, 0, base);
        while (k < f->count && f->segments[k] < base) k++;
    } else if (base == 1 && is(c, 0, LD_CONJUNCTION) && c->count > 4 &&
               ld_phrase_at(c, 0, LD_ARTICLE) == 0 && (is(c, 1, LD_ARTICLE | LD_PRONOUN) || flagged(c, 1, LD_CAPITAL))) {
        add(f, LD_PIECE_CONNECTIVE, 0, 1);
    } else {
        base = 0;
    }
    bool opens = ld_phrase_at(c, base, LD_PREPOSITION | LD_ADJUNCT | LD_TIME) > 0 ||
                 (is_participle(f, base) && !is(c, base, LD_ARTICLE));
    if (!opens || !f->free_end) return k; /* elsewhere the verb would come first */
    for (uint32_t j = k + 1; j < f->count && j <= k + 4; j++)
        if (border(c, f->segments[j]) & LD_COMMA && main_begins(f, j)) {
            add(f, LD_PIECE_LEAD, 0, f->segments[j]);
            return j;
        } else if (f->segments[j + 1] - f->segments[j] >= 4 && !is(c, f->segments[j], LD_PREPOSITION | LD_TIME)) {
            break; /* it may have a verb that is not known as one */
        }
    return k;
}

/* The first segment after k that goes on with the main verb, or count. */
static uint32_t verb_segment(const struct find *f, uint32_t k) {
    for (uint32_t j = k + 1; j < f->count && j <= k + 4; j++) {
        uint32_t at = f->segments[j];
        if (at >= f->limit) break;
        if (f->past && is(f->c, at, LD_PREPOSITION) && is(f->c, at + 1, LD_TIME)) at++;
        if (f->past && is(f->c, at, LD_TIME) && !border(f->c, at + 1)) at++;
        if (f->past ? ld_is_verb(f->c, at) || (is(f->c, at, LD_NEGATION) && ld_is_verb(f->c, at + 1))
                    : is(f->c, at, LD_AUXILIARY | LD_SAY))
            return j;
    }
    return f->count;
}

/* What a segment after a comma or dash is; LD_PIECE_KINDS for none that can go. */
static enum ld_piece_kind segment_kind(const struct find *f, uint32_t k, bool verb_seen) {
    const struct ld_clause *c = f->c;
    uint32_t from = f->segments[k], to = f->segments[k + 1];
    uint8_t mark = border(c, from);
    uint32_t relative = ld_phrase_at(c, from, LD_RELATIVE), connective = ld_phrase_at(c, from, LD_CONNECTIVE);
    if (protected(c, from) && c->atoms[from].quote == UINT32_MAX) return LD_PIECE_KINDS;
    if (mark & LD_DASH) return LD_PIECE_DASH;
    if (mark & LD_SEMICOLON) return LD_PIECE_CONJUNCT;
    if (!(mark & LD_COMMA)) return LD_PIECE_KINDS;
    if (connective && from + connective == to && to < c->count) return LD_PIECE_CONNECTIVE;
    if (to < f->limit && to - from <= 6 && is_attribution(f, from, to))
        return c->accuses ? LD_PIECE_KINDS : is(c, from, LD_PRONOUN) ? LD_PIECE_ASIDE : LD_PIECE_ATTRIBUTION;
    if (relative && (!is(c, from, LD_PRONOUN) || relative > 1 || !f->past))
        return ld_has_verb(c, from, f->count > k + 1 ? f->limit : to) &&
                       (f->past || !is(c, from, LD_ARTICLE) || !any(c, f->segments[k - 1], from, LD_SAY)) ? LD_PIECE_RELATIVE : LD_PIECE_KINDS;
    if (is_participle(f, from)) return LD_PIECE_PARTICIPLE;
    if (ld_phrase_at(c, from, LD_ADJUNCT)) return LD_PIECE_CLAUSE;
    if (is(c, from, LD_CONJUNCTION) && !is(c, from, LD_RELATIVE))
        return verb_seen && ld_has_verb(c, from, to) ? LD_PIECE_CONJUNCT : LD_PIECE_KINDS;
    if (ld_phrase_at(c, from, LD_PREPOSITION)) return f->past ? LD_PIECE_CLAUSE : LD_PIECE_KINDS;
    if (to - from <= 15 && !ld_has_verb(c, from, to)) return LD_PIECE_APPOSITION;
    return LD_PIECE_KINDS;
}

/* Whether segment k may be one of a list: an "and" or "or" opens a later one, or stands in it. */
static bool in_list(const struct find *f, uint32_t k) {
    const struct ld_clause *c = f->c;
    for (uint32_t j = k + 1; j < f->count && j <= k + 6; j++) {
        if (is(c, f->segments[j], LD_CONJUNCTION) && !is(c, f->segments[j], LD_RELATIVE | LD_ADJUNCT) &&
            !ld_has_verb(c, f->segments[j], f->segments[j + 1]))
            return true;
        if (ld_has_verb(c, f->segments[j], f->segments[j + 1])) break;
    }
    for (uint32_t i = f->segments[k] + 1; i < f->segments[k + 1]; i++)
        if (is(c, i, LD_CONJUNCTION) && !is(c, i, LD_RELATIVE | LD_PREPOSITION)) return true;
    return false;
}

/* Before the verb: "Smith, the owner of Acme and Bolt, said" is no list, "Smith, Jones and Brown said" is one. */
static bool is_listed(const struct find *f, uint32_t k, uint32_t next) {
    const struct ld_clause *c = f->c;
    bool article = ld_phrase_at(c, f->segments[k], LD_ARTICLE) > 0;
    for (uint32_t j = k; j < next; j++)
        if (is(c, f->segments[j], LD_CONJUNCTION) && !is(c, f->segments[j], LD_RELATIVE | LD_ADJUNCT | LD_ARTICLE)) return true;
    return !article && any(c, f->segments[k], f->segments[next], LD_CONJUNCTION);
}

/* Whether the comma before segment k may end a clause that needs what follows: "if it rains, ...". */
static bool leaves_open(const struct find *f, uint32_t first, uint32_t k) {
    const struct ld_clause *c = f->c;
    for (uint32_t i = f->segments[first] + 1; i < f->segments[k]; i++)
        if (!in_piece(c, i) && is(c, i, LD_CONJUNCTION) && !is(c, i, LD_PREPOSITION | LD_CONNECTIVE) && (!is(c, i, LD_RELATIVE) || is(c, i, LD_ADJUNCT)) && !protected(c, i))
            return true;
    return false;
}

static uint32_t dash_end(const struct find *f, uint32_t k) {
    for (uint32_t j = k + 1; j < f->count; j++)
        if (border(f->c, f->segments[j]) & LD_DASH) return j;
    return f->count;
}

/* Segments after the lead, in order: before the main verb a piece needs the verb behind it; after it, it may go on to
 * the end. */
static void find_asides(struct find *f, uint32_t first) {
    struct ld_clause *c = f->c;
    bool verb_seen = ld_has_verb(c, f->segments[first], f->segments[first + 1]);
    for (uint32_t k = first + 1; k < f->count && f->segments[k] < f->limit;) {
        uint32_t from = f->segments[k], to = f->segments[k + 1], next = k + 1;
        enum ld_piece_kind kind = segment_kind(f, k, verb_seen);
        if (kind == LD_PIECE_KINDS && !verb_seen && border(c, from) & LD_COMMA && ld_phrase_at(c, from, LD_ARTICLE) && !protected(c, from))
            kind = LD_PIECE_APPOSITION; /* with a clause of its own in it */
        if (kind == LD_PIECE_KINDS && !f->past && border(c, from) & LD_COMMA && !protected(c, from) && k + 1 < f->count &&
            is(c, to, LD_AUXILIARY | LD_SAY) && !any(c, from, to, LD_AUXILIARY | LD_SAY) && to < f->limit && !is_listed(f, k, k + 1))
            verb_seen = false, kind = LD_PIECE_APPOSITION;
        bool small = kind == LD_PIECE_CONNECTIVE || kind == LD_PIECE_ASIDE || kind == LD_PIECE_ATTRIBUTION;
        if (kind == LD_PIECE_KINDS) {
            verb_seen |= ld_has_verb(c, from, to);
        } else if (kind == LD_PIECE_DASH) {
            next = dash_end(f, k);
            if (next < f->count) add(f, kind, from, f->segments[next++]);
            else if (verb_seen) add(f, kind, from, f->limit);
            else next = k + 1;
        } else if (small) {
            add(f, kind, from, to);
        } else if (!verb_seen) { /* whatever it is, the verb has to come after it */
            next = verb_segment(f, k);
            if (next < f->count && !(kind == LD_PIECE_APPOSITION && is_listed(f, k, next))) {
                add(f, kind, from, f->segments[next++]);
                verb_seen = true;
            } else {
                next = k + 1;
                verb_seen = kind == LD_PIECE_APPOSITION && ld_has_verb(c, from, to);
            }
        } else if (leaves_open(f, first, k)) {
            verb_seen = true;
        } else if (kind == LD_PIECE_APPOSITION) {
            if (is(c, from, LD_ARTICLE) && !in_list(f, k)) add(f, kind, from, to < f->limit ? to : f->limit);
        } else if (kind != LD_PIECE_CLAUSE || !in_list(f, k)) {
            uint32_t back = kind == LD_PIECE_RELATIVE ? verb_segment(f, k) : f->count; /* to a clause around it */
            add(f, kind, from, back < f->count ? f->segments[back] : f->limit);
            if (back < f->count) next = back + 1;
        }
        k = next;
    }
}

/* A past form that a preposition follows and a verb of the same clause: "the man accused of theft said". */
static bool is_reduced(const struct ld_clause *c, uint32_t i) {
    if (!ends_with(folded(c, i), ending_of(c)->past) || !is(c, i + 1, LD_PREPOSITION) || (i && is(c, i - 1, LD_AUXILIARY)) ||
        c->atoms[i].facts & LD_SAY)
        return false;
    for (uint32_t k = i + 2; k < c->count; k++) {
        if (border(c, k) || is(c, k, LD_RELATIVE) || (is(c, k, LD_CONJUNCTION) && !is(c, k, LD_PREPOSITION))) return false;
        if (ld_is_verb(c, k)) return true;
    }
    return false;
}

/* The main clause's verb: past the verbs of relative clauses that belong to its subject. */
static void find_verb(struct find *f, uint32_t from) {
    struct ld_clause *c = f->c;
    uint32_t skip = 0;
    for (c->verb = from; c->verb < c->count; c->verb++) {
        uint32_t i = c->verb;
        if (in_piece(c, i)) continue;
        if (i > from && !border(c, i) && ld_phrase_at(c, i, LD_RELATIVE) && !is(c, i, LD_PRONOUN | LD_ADJUNCT)) skip = 1;
        if (i > from && is(c, i, LD_RELATIVE) && is(c, i, LD_PRONOUN) && !border(c, i) && !is(c, i + 1, LD_PERSON)) skip = 1;
        if (!ld_is_verb(c, i) || is_reduced(c, i)) continue;
        if (!skip) break;
        skip = 0;
        while (ld_is_verb(c, c->verb + 1)) c->verb++;
    }
    if (c->verb < f->limit || !f->past) return;
    for (uint32_t i = from + 1; i < f->limit && !border(c, i); i++) { /* "Ongpin starts negotiations", where no other is found */
        const char *word = folded(c, i);
        if (flagged(c, i - 1, LD_CAPITAL) && !flagged(c, i, LD_CAPITAL) && !is(c, i, LD_STOP) && ends_with(word, "s") && !in_piece(c, i)) {
            c->verb = i;
            return;
        }
    }
}

/* ---- the end of the main clause ---------------------------------------------------------------------------------- */

/* Whether a finite verb of the clause itself stands in [from, limit), before another clause opens. */
static bool loses_verb(const struct find *f, uint32_t from) {
    const struct ld_clause *c = f->c;
    for (uint32_t i = from + 1; i < f->limit; i++) {
        if (border(c, i) || (is(c, i, LD_RELATIVE | LD_CONJUNCTION) && !is(c, i, LD_PREPOSITION))) return false;
        bool reduced = !(c->atoms[i].facts & (LD_AUXILIARY | LD_SAY)) && is(c, i + 1, LD_PREPOSITION); /* "made in" */
        if (ld_is_verb(c, i) && !reduced) return true;
    }
    return false;
}

static enum ld_piece_kind end_kind(const struct find *f, uint32_t i) {
    const struct ld_clause *c = f->c;
    bool verb_before = ld_is_verb(c, i - 1), passive = i > 1 && verb_before && is(c, i - 2, LD_BE);
    if ((is(c, i - 1, LD_SAY) && !passive) || ld_phrase_at(c, i, LD_ARTICLE) > 1) return LD_PIECE_KINDS;
    if (i > 1 && is(c, i - 2, LD_RELATIVE) && !is(c, i - 1, LD_AUXILIARY)) return LD_PIECE_KINDS; /* ", which serves" */
    if (is(c, i, LD_CONJUNCTION) && !is(c, i, LD_RELATIVE | LD_PREPOSITION | LD_ADJUNCT))
        return !verb_before && ld_is_verb(c, i + 1) && f->past && !is(c, i + 1, LD_NEGATION) ? LD_PIECE_CONJUNCT : LD_PIECE_KINDS;
    if (ld_phrase_at(c, i, LD_ADJUNCT)) {
        if (verb_before && !passive && !is(c, i + 1, LD_TIME)) return LD_PIECE_KINDS;
        if (loses_verb(f, i) && is(c, i, LD_PREPOSITION) && !is(c, i, LD_CONJUNCTION)) return LD_PIECE_KINDS;
        return LD_PIECE_ADJUNCT;
    }
    if (verb_before || loses_verb(f, i) || (i > 1 && is(c, i - 2, LD_AUXILIARY))) return LD_PIECE_KINDS;
    if (f->past && is(c, i, LD_PREPOSITION) && !is(c, i, LD_BOUND) && c->atoms[i].flags == 0) return LD_PIECE_LOOSE;
    return LD_PIECE_KINDS;
}

bool ld_may_end(const struct ld_clause *c, uint32_t i) {
    uint32_t facts = c->atoms[i].facts;
    if (i + 1 == c->count) return true;
    if (facts & (LD_PREPOSITION | LD_ARTICLE | LD_CONJUNCTION | LD_AUXILIARY | LD_RELATIVE | LD_NEGATION) && !(facts & LD_TIME))
        return false;
    if (border(c, i + 1)) return true;
    if (ends_with(folded(c, i), ending_of(c)->adverb)) return false;
    if (c->atoms[i].flags & LD_NUMERIC && !is(c, i + 1, LD_PREPOSITION | LD_CONJUNCTION | LD_AUXILIARY)) return false;
    bool joined = is(c, i + 1, LD_CONJUNCTION | LD_BOUND) && !is(c, i + 1, LD_RELATIVE); /* "Mining and Development Corp" */
    if (c->atoms[i].flags & LD_CAPITAL && flagged(c, joined ? i + 2 : i + 1, LD_CAPITAL)) return false;
    return c->atoms[i].blank || !c->atoms[i + 1].tokens;
}

static void find_ends(struct find *f) {
    struct ld_clause *c = f->c;
    if (!f->free_end || c->verb >= f->limit) return;
    bool content = !c->says; /* the content of what is said has to be complete, too */
    for (uint32_t i = c->verb + 1; i < f->limit; i++) {
        if (protected(c, i) && protected(c, i - 1)) continue;
        if (content && i > c->verb + 1 && !border(c, i) && ld_may_end(c, i - 1)) {
            enum ld_piece_kind kind = end_kind(f, i);
            if (kind != LD_PIECE_KINDS) add(f, kind, i, f->limit);
        }
        if (!content && i > c->verb + 2 && ld_is_verb(c, i)) content = true;
    }
}

/* ---- days, speakers, titles -------------------------------------------------------------------------------------- */

/* "on Tuesday", "late Sunday", "last week": a run of words of time with its preposition, between other things. */
static void find_days(struct find *f) {
    struct ld_clause *c = f->c;
    for (uint32_t i = 1; i < c->count; i++) {
        if (protected(c, i) || !is(c, i, LD_TIME) || is(c, i, LD_PREPOSITION | LD_AUXILIARY)) continue;
        uint32_t from = i, to = i + 1;
        while (to < c->count && !border(c, to) && (is(c, to, LD_TIME) || (flagged(c, to, LD_NUMERIC) && is(c, to - 1, LD_TIME)))) to++;
        bool before = is(c, from - 1, LD_PREPOSITION) && from > 1 && !border(c, from) && is(c, from - 1, LD_STOP);
        if (before) from--;
        i = to - 1;
        bool day = flagged(c, before ? from + 1 : from, LD_CAPITAL) || ld_phrase_at(c, from, LD_TIME) > 1 ||
                   (to == from + 1 && is(c, from, LD_STOP));
        if (is(c, to, LD_CONJUNCTION) && (is(c, to + 1, LD_TIME) || flagged(c, to + 1, LD_NUMERIC))) continue;
        if (!day || ld_phrase_at(c, from, LD_RELATIVE | LD_NEGATION)) continue;
        if (!before && is(c, from - 1, LD_ARTICLE | LD_PREPOSITION | LD_CONJUNCTION)) continue;
        if (is(c, from - 1, LD_TIME | LD_PREPOSITION | LD_CONJUNCTION | LD_ARTICLE) || flagged(c, from - 1, LD_NUMERIC)) continue;
        bool closed = to == c->count || border(c, to) || ld_is_verb(c, to) ||
                      is(c, to, LD_PREPOSITION | LD_CONJUNCTION | LD_ARTICLE | LD_RELATIVE | LD_PRONOUN);
        if (closed && !border(c, from)) add(f, LD_PIECE_DAY, from, to);
    }
}

/* "Officials said on Tuesday that ...": what is said can stand alone. */
static void find_speaker(struct find *f, uint32_t first) {
    struct ld_clause *c = f->c;
    if (c->accuses || c->verb >= f->limit || !is(c, c->verb, LD_SAY) || protected(c, c->verb) || !f->past) return;
    if (any(c, 0, c->verb, LD_NEGATION | LD_AUXILIARY) || c->verb > f->segments[first] + 14) return;
    uint32_t i = c->verb + 1, that = 0;
    for (; i < f->limit && i <= c->verb + 12 && !that && !border(c, i) && !ld_is_verb(c, i); i++)
        if (is(c, i, LD_CONJUNCTION) && is(c, i, LD_RELATIVE) && !is(c, i, LD_QUESTION)) that = i;
    if (!that && is(c, c->verb, LD_TELL)) return;
    i = that ? that + 1 : c->verb + 1;
    while (!that && i < f->limit && (is(c, i, LD_TIME) || (is(c, i, LD_PREPOSITION) && is(c, i + 1, LD_TIME))) && !border(c, i)) i++;
    if (border(c, i) || is(c, i, LD_PERSON)) return;
    if (i >= f->limit || protected(c, i) || is(c, i, LD_PRONOUN | LD_CONJUNCTION | LD_PREPOSITION | LD_RELATIVE)) return;
    if (i + 3 < f->limit && ld_has_verb(c, i + 1, f->limit)) add(f, LD_PIECE_SPEAKER, 0, i);
}

/* "British phone giant Vodafone said": the name does alone. */
static void find_title(struct find *f, uint32_t first) {
    struct ld_clause *c = f->c;
    uint32_t from = f->segments[first], i = from + 1;
    if (!f->past || protected(c, from)) return;
    for (; i < c->verb && i < from + 7; i++) {
        const char *word = folded(c, i);
        size_t n = strlen(word);
        if (border(c, i) || is(c, i, LD_PREPOSITION | LD_CONJUNCTION | LD_RELATIVE | LD_ACCUSE) || flagged(c, i, LD_NUMERIC)) return;
        if (flagged(c, i, LD_CAPITAL) && !flagged(c, i - 1, LD_CAPITAL)) break;
        if (!flagged(c, i, LD_CAPITAL) && n > 1 && (word[n - 1] == 's' || !strcmp(word, "police"))) return;
    }
    uint32_t name = i;
    while (i < c->verb && flagged(c, i, LD_CAPITAL) && !border(c, i + 1)) i++;
    if (name > from + 1 && name < c->verb && (i == c->verb || (i + 1 == c->verb && flagged(c, i, LD_CAPITAL))) && !is(c, from, LD_NEGATION))
        add(f, LD_PIECE_TITLE, 0, name);
}

void ld_clause_pieces(struct ld_clause *c) {
    const struct ending *ending = ending_of(c);
    struct find f = {.c = c, .past = ending->past, .participle = ending->participle, .free_end = ending->free_end};
    find_segments(&f);
    find_brackets(&f);
    find_attribution(&f);
    uint32_t first = find_lead(&f);
    find_asides(&f, first);
    find_verb(&f, f.segments[first]);
    c->says = is(c, c->verb, LD_SAY) && ld_has_verb(c, c->verb + 2, f.limit);
    find_speaker(&f, first);
    find_title(&f, first);
    find_days(&f);
    find_ends(&f);
}
