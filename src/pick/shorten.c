/* shorten.c - a sentence of the document in, its atoms (words with their marks) and pieces out; and back: the text of a
 * shortening. Quotation marks and brackets are paired here, and one whose partner is dropped goes, too. Leaves the
 * choice of pieces to headline.c and bullets.c. Source: see shorten.h. */
#include "pick/order.h"
#include "pick/shorten_words.h"

#include <math.h>
#include <string.h>

#include "base/unicode.h"
#include "text/spaces.h"

#define NONE UINT32_MAX
enum mark_class {
    M_OTHER,
    M_BLANK,
    M_COMMA,
    M_SEMICOLON,
    M_COLON,
    M_DASH,
    M_HYPHEN,
    M_POINT,
    M_STRONG,
    M_ELLIPSIS,
    M_OPEN,
    M_CLOSE,
    M_QUOTE,
    M_OPEN_QUOTE
};

/* Marks by what they do; quotation marks open before a word and close after one. */
static const unsigned char ascii_marks[128] = {
    ['\t'] = M_BLANK, ['\n'] = M_BLANK,    ['\v'] = M_BLANK, ['\f'] = M_BLANK, ['\r'] = M_BLANK, [' '] = M_BLANK,
    [','] = M_COMMA,  [';'] = M_SEMICOLON, [':'] = M_COLON,  ['-'] = M_HYPHEN, ['.'] = M_POINT,  ['!'] = M_STRONG,
    ['?'] = M_STRONG, ['('] = M_OPEN,      ['['] = M_OPEN,   ['{'] = M_OPEN,   ['<'] = M_OPEN,   [')'] = M_CLOSE,
    [']'] = M_CLOSE,  ['}'] = M_CLOSE,     ['>'] = M_CLOSE,  ['"'] = M_QUOTE,  ['\''] = M_QUOTE, ['`'] = M_QUOTE};
static const struct {
    uint32_t code_point;
    enum mark_class class;
} marks[] = {
    {0x60C, M_COMMA},       {0x3001, M_COMMA},      {0xFF0C, M_COMMA},      {0x61B, M_SEMICOLON},
    {0xFF1B, M_SEMICOLON},  {0xFF1A, M_COLON},      {0x2013, M_DASH},       {0x2014, M_DASH},
    {0x2015, M_DASH},       {0x61F, M_STRONG},      {0x37E, M_STRONG},      {0xFF01, M_STRONG},
    {0xFF1F, M_STRONG},     {0x3002, M_POINT},      {0x964, M_POINT},       {0x6D4, M_POINT},
    {0x589, M_POINT},       {0x2026, M_ELLIPSIS},   {0xFF08, M_OPEN},       {0x3010, M_OPEN},
    {0xFF09, M_CLOSE},      {0x3011, M_CLOSE},      {0x201D, M_QUOTE},      {0xBB, M_QUOTE},
    {0x203A, M_QUOTE},      {0x300D, M_QUOTE},      {0x300F, M_QUOTE},      {0x201C, M_OPEN_QUOTE},
    {0x201E, M_OPEN_QUOTE}, {0xAB, M_OPEN_QUOTE},   {0x2039, M_OPEN_QUOTE}, {0x300C, M_OPEN_QUOTE},
    {0x300E, M_OPEN_QUOTE}, {0x2018, M_OPEN_QUOTE}, {0x201A, M_OPEN_QUOTE}, {0x2019, M_QUOTE},
};

static enum mark_class class_of(uint32_t c) {
    if (c < 128) return (enum mark_class)ascii_marks[c];
    if (ld_is_space(c)) return M_BLANK;
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (marks[i].code_point == c) return marks[i].class;
    return M_OTHER;
}

static bool is_single(uint32_t c) { return c == '\'' || c == 0x2019 || c == '`'; }

/* ---- atoms ------------------------------------------------------------------------------------------------------- */

/* Part what stands between two words: up to *tail belongs to the word before, from *lead on to the one after. */
static void part_gap(const char *text, uint32_t from, uint32_t to, bool begins, uint32_t *tail, uint32_t *lead,
                     bool *blank) {
    uint32_t last = to, opens = NONE; /* last: after the last blank */
    bool any = false;
    unsigned step;
    for (uint32_t at = from; at < to; at += step) {
        uint32_t c = ld_utf8_decode(text + at, text + to, &step);
        enum mark_class class = class_of(c);
        if (class == M_BLANK) {
            any = true;
            last = at + step;
        } else if (opens == NONE && (class == M_OPEN || (class == M_OPEN_QUOTE && (any || begins || at > from)) ||
                                     (class == M_QUOTE && begins) || c == 0xBF || c == 0xA1)) {
            opens = at;
        }
    }
    *lead = any ? last : to;
    if (opens < *lead) *lead = opens;
    *tail = *lead;
    while (*tail > from && ld_is_space(ld_utf8_before(text + from, text + *tail, &step))) *tail -= step;
    *blank = any;
}

static uint8_t tail_marks(const char *text, const struct ld_atom *atom, bool before_digit) {
    uint8_t found = 0;
    unsigned step;
    for (uint32_t at = atom->end; at < atom->tail; at += step)
        switch (class_of(ld_utf8_decode(text + at, text + atom->tail, &step))) {
        case M_COMMA: found |= LD_COMMA; break;
        case M_SEMICOLON: found |= LD_SEMICOLON; break;
        case M_COLON: found |= (uint8_t)(atom->blank ? LD_COLON : 0); break;
        case M_DASH: found |= (uint8_t)(before_digit && (atom->flags & LD_NUMERIC) ? 0 : LD_DASH); break;
        case M_HYPHEN: found |= (uint8_t)(at > atom->end && atom->blank ? LD_DASH : 0); break;
        case M_POINT:
        case M_STRONG:
        case M_ELLIPSIS: found |= LD_FULL_STOP; break;
        default: break;
        }
    return found;
}

static double term_mass(const struct ld_term *term) {
    return term->body_frequency > 1 ? term->idf * (1 + log((double)term->body_frequency)) : term->idf;
}

static void take_words(struct ld_clause *clause, const struct ld_sentence *sentence) {
    const struct lede_document *doc = clause->doc;
    const char *text = doc->text;
    const uint32_t end = ld_span_end(sentence->span);
    struct ld_atom *atom = clause->atoms; /* the next */
    for (uint32_t t = sentence->first_token, stop = t + sentence->token_count; t < stop; t++) {
        const struct ld_token *token = &doc->tokens[t];
        const struct ld_word *word = &doc->words[token->word];
        unsigned step;
        if (atom > clause->atoms && token->offset <= atom[-1].end &&
            ld_is_unspaced(ld_utf8_decode(text + token->offset, text + end, &step))) {
            atom[-1].end = token->offset + token->length; /* pairs that overlap: a run of them is one atom */
            atom[-1].tokens++;
            atom[-1].mass += term_mass(&doc->terms[word->term]);
            continue;
        }
        clause->cut = atom == clause->atoms + LD_ATOMS;
        if (clause->cut) break;
        *atom++ = (struct ld_atom){.start = token->offset,
                                   .end = token->offset + token->length,
                                   .token = t,
                                   .tokens = 1,
                                   .facts = word->facts,
                                   .shape = word->shape,
                                   .flags = token->flags,
                                   .mass = term_mass(&doc->terms[word->term]),
                                   .quote = NONE,
                                   .bracket = NONE};
    }
    clause->count = (uint32_t)(atom - clause->atoms);
}

static bool is_ascii(const char *bytes, size_t length) {
    unsigned char any = 0;
    for (size_t i = 0; i < length; i++) any |= (unsigned char)bytes[i];
    return any < 0x80;
}

/* What stands between the words. True where an opening mark may be among it. */
static bool find_gaps(struct ld_clause *clause, const struct ld_sentence *sentence) {
    const char *text = clause->doc->text;
    const uint32_t end = ld_span_end(sentence->span);
    const bool ascii = is_ascii(text + sentence->span.offset, sentence->span.length);
    bool blank, any = false;
    uint32_t before;
    if (clause->count)
        part_gap(text, sentence->span.offset, clause->atoms->start, true, &before, &clause->atoms->lead, &blank);
    for (uint32_t i = 0; i < clause->count; i++) {
        struct ld_atom *atom = &clause->atoms[i], *next = atom + 1;
        if (i + 1 < clause->count && next->start == atom->end + 1 && text[atom->end] == ' ') { /* most often */
            atom->tail = atom->end;
            next->lead = next->start;
            atom->blank = true;
        } else if (i + 1 < clause->count) {
            part_gap(text, atom->end, next->start, false, &atom->tail, &next->lead, &atom->blank);
            atom->marks = tail_marks(text, atom, next->flags & LD_NUMERIC);
        } else {
            atom->tail = clause->cut ? atom->end : end;
            atom->marks = tail_marks(text, atom, false);
        }
        any |= atom->lead < atom->start;
        const uint32_t length = atom->tail - atom->lead;
        atom->characters = (ascii ? length : (uint32_t)ld_utf8_count(text + atom->lead, length)) + atom->blank;
    }
    return any;
}

/* A mark before the word with a blank between is no bracket: "p < 0.001". */
static bool is_apart(const char *text, const struct ld_atom *atom) {
    return atom->start > atom->lead && text[atom->start - 1] == ' ';
}

/* Pair opening and closing marks of one sort, not nested: within a pair all atoms get the flag. */
static void find_pairs(struct ld_clause *clause, bool quotes) {
    const char *text = clause->doc->text;
    uint32_t open = NONE, opener = 0, depth = 0; /* inner brackets count as none */
    unsigned step;
    for (uint32_t i = 0; i < clause->count; i++) {
        struct ld_atom *atom = &clause->atoms[i];
        for (uint32_t at = atom->lead; at < atom->start; at += step) {
            uint32_t c = ld_utf8_decode(text + at, text + atom->start, &step);
            enum mark_class class = class_of(c);
            if (quotes ? open == NONE && (class == M_OPEN_QUOTE || (class == M_QUOTE && c != 0x2019))
                       : class == M_OPEN && !is_apart(text, atom)) {
                if (depth++ && !quotes) continue;
                open = i;
                opener = c;
            }
        }
        for (uint32_t at = atom->end; at < atom->tail && open != NONE; at += step) {
            uint32_t c = ld_utf8_decode(text + at, text + atom->tail, &step);
            enum mark_class class = class_of(c);
            bool single = opener == '\'' || opener == 0x2018 || opener == 0x201A || opener == '`';
            if (quotes ? (class == M_QUOTE && is_single(c) == single) || (class == M_OPEN_QUOTE && opener == 0x201E)
                       : class == M_CLOSE && !--depth) {
                for (uint32_t k = open; k <= i; k++) clause->atoms[k].marks |= quotes ? LD_QUOTED : LD_BRACKETED;
                *(quotes ? &clause->atoms[open].quote : &clause->atoms[open].bracket) = i;
                *(quotes ? &atom->quote : &atom->bracket) = open;
                open = NONE;
            }
        }
    }
    if (quotes && open != NONE) clause->unfinished = true;
}

void ld_clause_init(struct ld_arena *arena, const struct lede_document *doc, uint32_t s, struct ld_clause *clause) {
    const struct ld_sentence *sentence = &doc->sentences[s];
    uint32_t room = sentence->token_count < LD_ATOMS ? sentence->token_count : LD_ATOMS;
    *clause = (struct ld_clause){.doc = doc,
                                 .endings = ld_endings_of(doc->language),
                                 .atoms = ld_arena_alloc(arena, (room + 1) * sizeof *clause->atoms)};
    take_words(clause, sentence);
    if (find_gaps(clause, sentence)) {
        find_pairs(clause, true);
        find_pairs(clause, false);
    }
    ld_words_of_clause(arena, clause);
    for (uint32_t i = 0; i < clause->count; i++) clause->accuses |= (clause->atoms[i].facts & LD_ACCUSE) != 0;
    if (clause->count) ld_clause_pieces(clause);
}

void ld_units_init(struct ld_arena *arena, const struct lede_document *doc, const double *scores,
                   struct ld_units *units) {
    *units = (struct ld_units){.doc = doc, .scores = scores};
    units->order = ld_order(arena, doc, scores, &units->count);
    units->clauses = ld_arena_array(arena, doc->sentence_count, sizeof *units->clauses);
}

const struct ld_clause *ld_unit_clause(struct ld_arena *arena, struct ld_units *units, uint32_t s) {
    if (!units->clauses[s]) {
        units->clauses[s] = ld_arena_alloc(arena, sizeof **units->clauses);
        ld_clause_init(arena, units->doc, s, units->clauses[s]);
    }
    return units->clauses[s];
}

/* ---- text -------------------------------------------------------------------------------------------------------- */

struct writer {
    const struct ld_clause *clause;
    const bool *keep;
    uint32_t last; /* atom kept */
    char *at;
};

/* Copy marks: brackets and quotation marks only where their partner stays, border marks and stops where asked. */
static void put_marks(struct writer *w, const struct ld_atom *atom, bool lead, bool borders, bool strong, bool inside) {
    const char *text = w->clause->doc->text;
    uint32_t from = lead ? atom->lead : atom->end, to = lead ? atom->start : atom->tail;
    if (from == to) return;
    bool quote = atom->quote != NONE && (w->keep[atom->quote] || (lead && atom->quote > w->last)),
         bracket = atom->bracket != NONE && w->keep[atom->bracket];
    const struct ld_atom *final = &w->clause->atoms[w->clause->count - 1];
    bool blank = false,
         abbreviation = !(atom->flags & LD_NUMERIC) && memchr(text + atom->start, '.', atom->end - atom->start);
    unsigned step;
    for (uint32_t at = from; at < to; at += step) {
        uint32_t c = ld_utf8_decode(text + at, text + to, &step);
        enum mark_class class = class_of(c);
        bool put = true;
        switch (class) {
        case M_BLANK: blank = true; continue;
        case M_OPEN:
        case M_CLOSE: put = bracket || (lead && is_apart(text, atom)); break;
        case M_OPEN_QUOTE:
        case M_QUOTE: put = quote || (!lead && borders && (!atom->blank || is_single(c)) && atom != final); break;
        case M_STRONG: put = borders || strong; break;
        case M_POINT: put = borders || (at == atom->end && (abbreviation || (inside && atom != final))); break;
        case M_OTHER: put = c != 0; break;
        default: put = borders;
        }
        if (!put) continue;
        if (blank && at > from) *w->at++ = ' ';
        blank = false;
        w->at += ld_utf8_encode(c, w->at);
    }
}

static void put_word(struct writer *w, const struct ld_atom *atom, bool first) {
    const char *text = w->clause->doc->text;
    const uint32_t length = atom->end - atom->start;
    if (!first && atom->characters == atom->tail - atom->lead + atom->blank && !memchr(text + atom->start, 0, length)) {
        memcpy(w->at, text + atom->start, length); /* ASCII */
        w->at += length;
        return;
    }
    unsigned step;
    for (uint32_t at = atom->start; at < atom->end; at += step) {
        uint32_t c = ld_utf8_decode(text + at, text + atom->end, &step);
        if (first && at == atom->start && ld_is_lower(c)) { /* but "iPhone" stays */
            unsigned next_step;
            uint32_t next = at + step < atom->end ? ld_utf8_decode(text + at + step, text + atom->end, &next_step) : 0;
            if (!ld_is_upper(next)) c = ld_to_upper(c);
        }
        if (c) w->at += ld_utf8_encode(c, w->at);
    }
}

/* Whether a piece that stays begins or ends at the joint of atoms i and j, so that a comma has to stay there. */
static bool comma_at(const struct ld_clause *clause, uint64_t dropped, uint32_t i, uint32_t j) {
    if (j >= clause->attribution && i < clause->attribution) return true;
    for (uint32_t p = 0; p < clause->piece_count; p++) {
        const struct ld_piece *piece = &clause->pieces[p];
        if (dropped >> p & 1 || piece->kind == LD_PIECE_SELF) continue;
        bool paired = piece->from && (clause->atoms[piece->from - 1].marks & LD_COMMA);
        if (paired && (piece->from == j || (piece->to == i + 1 && clause->atoms[i].marks & LD_COMMA))) return true;
    }
    return false;
}

/* Whether what was dropped before atom j began at a comma of its own, so that the one at its end goes with it. */
static bool comma_gone(const struct ld_clause *clause, uint64_t dropped, uint32_t j) {
    for (uint32_t p = 0; p < clause->piece_count; p++) {
        const struct ld_piece *piece = &clause->pieces[p];
        if (dropped >> p & 1 && piece->to == j && piece->from && clause->atoms[piece->from - 1].marks & LD_BORDER)
            return true;
    }
    return false;
}

static void put_joint(struct writer *w, uint64_t dropped, uint32_t i, uint32_t j) {
    const struct ld_atom *left = &w->clause->atoms[i], *gone = &w->clause->atoms[j - 1];
    unsigned step;
    const char *text = w->clause->doc->text;
    if (!left->blank && left->end > left->start &&
        ld_is_unspaced(ld_utf8_before(text + left->start, text + left->end, &step))) {
        put_marks(w, left, false, true, false, false);
        return;
    }
    put_marks(w, left, false, false, false, true); /* a point inside is an abbreviation's: "Corp." */
    uint8_t mark = gone->marks & LD_BORDER;
    if ((left->marks & LD_BORDER && !(left->marks & LD_COLON)) || comma_gone(w->clause, dropped, j))
        mark &= LD_SEMICOLON | LD_COLON;
    if (mark & (LD_SEMICOLON | LD_COLON))
        *w->at++ = mark & LD_COLON ? ':' : ';';
    else if (mark & LD_COMMA || comma_at(w->clause, dropped, i, j))
        *w->at++ = ',';
    else if (mark & LD_DASH) {
        *w->at++ = ' ';
        w->at += ld_utf8_encode(0x2013, w->at);
    }
    *w->at++ = ' ';
}

/* Cut within a quotation, the text ends with the mark that closes it. */
static void close_quotation(struct writer *w) {
    const struct ld_clause *c = w->clause;
    uint32_t open = w->last;
    unsigned step;
    if (!(c->atoms[w->last].marks & LD_QUOTED)) return;
    while (open && (c->atoms[open].quote == NONE || c->atoms[open].quote < open)) open--;
    uint32_t close = c->atoms[open].quote;
    if (close == NONE || close <= w->last || !w->keep[open]) return;
    const char *text = c->doc->text;
    for (uint32_t at = c->atoms[close].end; at < c->atoms[close].tail; at += step) {
        uint32_t mark = ld_utf8_decode(text + at, text + c->atoms[close].tail, &step);
        if (class_of(mark) != M_QUOTE && class_of(mark) != M_OPEN_QUOTE) continue;
        w->at += ld_utf8_encode(mark, w->at);
        return;
    }
}

/* A sentence ends as its source does: a stop where none is, of the source's own sort. */
static void put_stop(struct writer *w, const char *out) {
    const struct ld_atom *final = &w->clause->atoms[w->clause->count - 1];
    const char *text = w->clause->doc->text, *at = w->at;
    unsigned step;
    while (at > out) {
        enum mark_class class = class_of(ld_utf8_before(out, at, &step));
        if (class == M_POINT || class == M_STRONG || class == M_ELLIPSIS) return;
        if (class != M_QUOTE && class != M_CLOSE) break;
        at -= step;
    }
    uint32_t stop = ld_is_unspaced(ld_utf8_before(text + final->start, text + final->end, &step)) ? 0 : '.';
    for (uint32_t i = final->end; i < final->tail; i += step) {
        uint32_t c = ld_utf8_decode(text + i, text + final->tail, &step);
        if (class_of(c) == M_POINT) stop = c;
    }
    if (stop) w->at += ld_utf8_encode(stop, w->at);
}

char *ld_clause_text(struct ld_arena *arena, const struct ld_clause *clause, const bool *keep, uint64_t dropped,
                     bool final_stop, uint32_t limit, uint32_t *length) {
    size_t room = 8;
    for (uint32_t i = 0; i < clause->count; i++)
        if (keep[i]) room += 3 * (size_t)(clause->atoms[i].tail - clause->atoms[i].lead) + 8;
    char *out = ld_arena_alloc(arena, room);
    struct writer w = {clause, keep, 0, out};
    uint32_t last = NONE;
    for (uint32_t i = 0; i < clause->count; i++)
        if (keep[i]) w.last = i;
    for (uint32_t i = 0; i < clause->count; i++) {
        if (!keep[i]) continue;
        if (last != NONE && last + 1 == i) {
            put_marks(&w, &clause->atoms[last], false, true, false, false);
            if (clause->atoms[last].blank) *w.at++ = ' ';
        } else if (last != NONE) {
            put_joint(&w, dropped, last, i);
        }
        put_marks(&w, &clause->atoms[i], true, last != NONE, false, false);
        put_word(&w, &clause->atoms[i], last == NONE);
        last = i;
    }
    if (last != NONE)
        put_marks(&w, &clause->atoms[last], false, final_stop && last + 1 == clause->count, last + 1 == clause->count,
                  false);
    if (last != NONE) close_quotation(&w);
    if (final_stop && last != NONE) put_stop(&w, out);
    unsigned step;
    char *end = out;
    for (uint32_t n = 0; end < w.at && n < limit; n++, end += step) (void)ld_utf8_decode(end, w.at, &step);
    *end = 0;
    *length = (uint32_t)(end - out);
    return out;
}
