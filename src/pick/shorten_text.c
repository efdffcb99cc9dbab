/* shorten_text.c - a clause and what is kept of it in, the text of the shortening out: marks where the words around
 * them stay, one of a pair whose partner is dropped goes, too. Source: see shorten.h. */
#include <string.h>

#include "base/unicode.h"
#include "pick/shorten_marks.h"
#include "pick/shorten_words.h"
#include "text/reference.h"

#define NONE UINT32_MAX

struct writer {
    const struct ld_clause *clause;
    const bool *keep;
    uint32_t last;   /* atom kept */
    uint32_t opener; /* 0, or the first atom kept of what is within a quotation that the sentence leaves open */
    uint64_t dropped;
    char *at;
    uint32_t bearer; /* behind it no comma is put */
};

static bool is_abbreviation(const char *text, const struct ld_atom *atom) {
    return !(atom->flags & LD_NUMERIC) && memchr(text + atom->start, '.', atom->end - atom->start);
}

/* French has a blank behind this one, and before the one that closes. */
static bool is_angle(uint32_t c) { return c == 0xAB || c == 0x2039; }

/* "the [Harlan Rope Board] (HRB)": where the name begins that is dropped, and of which atom i has the letters, without
 * their marks; or i. */
static uint32_t name_begin(const struct writer *w, uint32_t i) {
    for (uint64_t left = w->dropped; left; left &= left - 1) {
        const struct ld_piece *piece = &w->clause->pieces[ld_zeros_before(left)];
        if (piece->kind == LD_PIECE_ALIAS && piece->to == i) return piece->from;
    }
    return i;
}

static bool is_alone(const struct writer *w, uint32_t i) { return name_begin(w, i) < i; }

/* "**rope**", "_rope_": one of a pair of emphasis in Markdown, of which the first touches the letter behind it and the
 * last what is before it. */
static bool is_emphasis(const struct ld_clause *clause, uint32_t at) {
    const char *text = clause->doc->text, mark = text[at];
    if (mark != '*' && mark != '_') return false;
    uint32_t from = clause->atoms[0].start, open = NONE;
    while (from && text[from - 1] == mark) from--;
    for (uint32_t k = from; k < clause->atoms[clause->count - 1].tail; k++) {
        const uint32_t run = k;
        if (text[k] != mark) continue;
        while (text[k + 1] == mark) k++;
        if (!run || (unsigned char)text[run - 1] <= ' ') {
            open = ld_is_ascii_letter(text[k + 1]) || (unsigned char)text[k + 1] >= 0x80 ? run : NONE;
        } else if (open != NONE) {
            if (at <= k && (at >= run || at <= open + k - run)) return at >= open;
            open = NONE;
        }
    }
    return false;
}

/* Copy marks: brackets and quotation marks only where their partner stays, border marks and stops where asked. */
static void put_marks(struct writer *w, const struct ld_atom *atom, bool lead, bool borders, bool strong, bool inside) {
    const char *text = w->clause->doc->text;
    uint32_t from = lead ? atom->lead : atom->end, to = lead ? atom->start : atom->tail;
    if (from == to) return;
    const uint32_t i = (uint32_t)(atom - w->clause->atoms);
    bool quote = (atom->quote != NONE && (w->keep[atom->quote] || atom->quote > i)) || (w->opener && i == w->opener),
         bracket = atom->bracket != NONE && w->keep[atom->bracket];
    const bool names = ld_names(w->clause, i);
    if ((bracket || atom->marks & LD_COMMA) && is_alone(w, i)) {
        borders &= bracket;
        bracket = false;
    }
    const struct ld_atom *final = &w->clause->atoms[w->clause->count - 1];
    bool blank = false;
    unsigned step;
    uint32_t last = 0;
    for (uint32_t at = from; at < to; at += step) {
        uint32_t c = ld_utf8_decode(text + at, text + to, &step);
        enum ld_mark_class class = ld_mark_class(c);
        bool put = true;
        if (c == '[' && !lead && !blank && (step = (unsigned)ld_reference_at(text + at, text + to))) continue;
        if (c == '[') step = 1;
        switch (class) {
        case LD_MARK_BLANK: blank = true; continue;
        case LD_MARK_OPEN:
        case LD_MARK_CLOSE:
            put = (bracket && !(names && (c == '<' || c == '>'))) || (lead && ld_is_apart(text, atom)) ||
                  (blank && text[at + 1] == ' '); /* "in > out" */
            break;
        case LD_MARK_OPEN_QUOTE:
        case LD_MARK_QUOTE:
            put = quote || (!lead && borders && (!atom->blank || ld_is_single_quote(c)) && atom != final);
            break;
        case LD_MARK_STRONG: put = borders || strong; break;
        case LD_MARK_POINT: put = borders || (at == atom->end && (inside || is_abbreviation(text, atom))); break;
        case LD_MARK_OTHER: put = c != 0 && !is_emphasis(w->clause, at); break;
        default: put = borders;
        }
        if (!put) continue;
        if (blank) *w->at++ = ' ';
        blank = false;
        last = c;
        w->at += ld_utf8_encode(c, w->at);
    }
    if (blank && (is_angle(last) || (lead && ld_is_apart(text, atom)))) *w->at++ = ' ';
}

/* The first letter of all, in upper case: but "iPhone" stays. How many bytes of the text that is. */
static unsigned put_first(struct writer *w, const struct ld_atom *atom) {
    const char *from = w->clause->doc->text + atom->start, *end = w->clause->doc->text + atom->end;
    unsigned step, next_step;
    uint32_t c = ld_utf8_decode(from, end, &step);
    if (ld_is_lower(c)) {
        uint32_t next = from + step < end ? ld_utf8_decode(from + step, end, &next_step) : 0;
        if (!ld_is_upper(next)) c = ld_to_upper(c);
    }
    if (c) w->at += ld_utf8_encode(c, w->at);
    return step;
}

static void put_word(struct writer *w, const struct ld_atom *atom, bool first) {
    const char *text = w->clause->doc->text;
    unsigned step;
    for (uint32_t at = atom->start + (first ? put_first(w, atom) : 0); at < atom->end; at += step) {
        uint32_t c = ld_utf8_decode(text + at, text + atom->end, &step);
        if (c) w->at += ld_utf8_encode(c, w->at);
    }
}

/* The words from atom i on that stay and are written as they stand there: the last of them. */
static uint32_t put_words(struct writer *w, uint32_t i, bool first) {
    const struct ld_atom *atom = &w->clause->atoms[i];
    const uint32_t from = atom->start + (first ? put_first(w, atom) : 0);
    const bool *keep = &w->keep[i];
    const bool ascii = w->clause->ascii;
    const struct ld_atom *bearer = w->bearer == NONE ? NULL : &w->clause->atoms[w->bearer];
    for (; atom->flows && atom != bearer && keep[1] && (ascii || ld_is_ascii_atom(atom + 1)); atom++) keep++;
    i = (uint32_t)(atom - w->clause->atoms);
    const char *words = w->clause->doc->text + from;
    const size_t length = atom->end - from;
    if (!ascii && memchr(words, 0, length)) {
        for (size_t k = 0; k < length; k++)
            if (words[k]) *w->at++ = words[k];
    } else {
        memcpy(w->at, words, length);
        w->at += length;
    }
    return i;
}

/* "the mayor, Ana Lind[, who came,] said": an aside that stays ends with atom i; not "After a storm, Lind". */
static bool ends_aside(const struct writer *w, uint32_t i) {
    const struct ld_clause *clause = w->clause;
    uint32_t from = i;
    while (from && !clause->atoms[from].border && !ld_joins(clause, from)) from--;
    if (!from || !(clause->atoms[from].border & LD_COMMA) || !w->keep[from] || !w->keep[from - 1] ||
        ld_joins(clause, from))
        return false;
    if (ld_by_endings(clause)) { /* "le maire, 60 ans[, qui ..,] a" */
        const uint32_t first = ld_kept_begin(w->keep, clause->count);
        return ld_is_article(clause, first) && ld_is_plain(clause, first + 1) &&
               !ld_atom_is(clause, first + 1, LD_TIME);
    }
    return clause->endings->forms && !ld_atom_flagged(clause, from, LD_NUMERIC) && !ld_is_number(clause, 0) &&
           !ld_phrase_at(clause, 0, LD_PREPOSITION | LD_ADJUNCT | LD_TIME | LD_CONNECTIVE) &&
           !ld_atom_shaped(clause, 0, LD_ENDS_PARTICIPLE | LD_LIKE_PAST | LD_ADVERB);
}

/* Whether a piece begins or ends at the joint of atoms i and j, so that a comma has to stay there. */
static bool comma_at(const struct writer *w, uint32_t i, uint32_t j) {
    const struct ld_clause *clause = w->clause;
    if (j >= clause->attribution && i < clause->attribution) return true;
    if (clause->endings->forms && ld_joins(clause, i)) return false; /* "ropes and[, of course,] boats" */
    if ((i >= clause->attribution && ld_atom_is(clause, j, LD_SAY)) ||
        (ld_atom_is(clause, i, LD_NEGATION) && ld_atom_is(clause, i - 1, LD_AUXILIARY)))
        return false;  /* ", trade minister [Ana Lind] said", "did not[, however,] go" */
    uint32_t verb = j; /* "Ana Lind[, who came,] also said" */
    while (clause->atoms[verb].shape & LD_ADVERB) verb++;
    const bool main = ld_by_endings(clause) ? ld_is_verb(clause, j) && j <= clause->verb && j + 2 > clause->verb
                                            : verb == clause->head;
    const uint8_t gone = clause->endings->forms ? clause->atoms[i + 1].border : 0; /* ", [also] said" */
    if (main) return (clause->atoms[j].border | gone) & LD_COMMA && ends_aside(w, i);
    for (uint32_t p = 0; p < clause->piece_count; p++) {
        const struct ld_piece *piece = &clause->pieces[p];
        const struct ld_atom *before = &clause->atoms[piece->from] - 1;
        if (piece->kind == LD_PIECE_LEAD && piece->to > i && piece->to < j)
            return true; /* "After a storm[, mayor] Lind" */
        if (piece->kind == LD_PIECE_ALIAS || piece->kind == LD_PIECE_SPARE || piece->kind == LD_PIECE_TRAIT ||
            piece->kind == LD_PIECE_ARTICLE)
            continue; /* within a phrase */
        const bool title = LD_TITLE_PIECES >> piece->kind & 1;
        if (before->marks & LD_COMMA && (piece->from == j || piece->to == i + 1 || (title && piece->to == j)))
            return true;
    }
    return false;
}

/* Whether a comma before atom i opens an aside: the one at its end stays. Not of what went before the main clause. */
static bool is_in_aside(const struct ld_clause *clause, uint64_t dropped, uint32_t i) {
    uint32_t from = 0;
    for (uint32_t p = 0; p < clause->piece_count; p++)
        if (dropped >> p & 1 && clause->pieces[p].kind == LD_PIECE_LEAD) from = clause->pieces[p].to;
    while (i-- > from)
        if (clause->atoms[i].marks & LD_COMMA) return true;
    return false;
}

/* Whether what was dropped before atom j began at a comma of its own, so that the one at its end goes with it. */
static bool comma_gone(const struct ld_clause *clause, uint64_t dropped, uint32_t j) {
    for (uint32_t p = 0; p < clause->piece_count; p++) {
        const struct ld_piece *piece = &clause->pieces[p];
        const bool which = clause->endings->final_verb && j == clause->head && piece->kind == LD_PIECE_SPARE;
        const bool subject =
                       piece->kind == LD_PIECE_SUBJECT || piece->kind == LD_PIECE_BARE || which, /* a verb follows */
            title = LD_TITLE_PIECES >> piece->kind & 1;                                          /* its name does */
        if (dropped >> p & 1 && piece->to == j &&
            ((subject && !is_in_aside(clause, dropped, piece->from)) ||
             (clause->atoms[(int32_t)piece->from - 1].marks & LD_BORDER && !title) || piece->kind == LD_PIECE_CLAUSE))
            return true;
    }
    return false;
}

/* "will sail [on Monday, May 5], in Oxley": what was dropped before atom j had a comma within, and takes the one at its
 * end with it. */
static bool is_parted_date(const struct ld_clause *clause, uint64_t dropped, uint32_t j) {
    for (uint64_t left = dropped; left; left &= left - 1) {
        const struct ld_piece *piece = &clause->pieces[ld_zeros_before(left)];
        if (piece->kind == LD_PIECE_DAY && piece->to == j) return ld_next_border(clause, piece->from + 1) < j;
    }
    return false;
}

/* "vend plus[, ..], prévoit Ana Lind", "geht nicht[, so Lind,] dass": the comma before atom j stays, whatever went. */
static bool needs_comma(const struct ld_clause *c, uint32_t i, uint32_t j) {
    if (j == c->attribution || ld_is_word_of(c, j, LD_WORDS_contents_behind) ||
        ld_is_word_of(c, j, LD_WORDS_subordinators))
        return true;
    if (!ld_by_endings(c) || j <= c->verb || !ld_is_verb(c, j) || ld_is_verb(c, i)) return false;
    for (uint32_t k = c->verb + 1; k <= i; k++)
        if (ld_opens_part(c, k)) return false; /* "dit que le bac[, ..,] coule" */
    return true;
}

static uint32_t closing_mark(uint32_t opening) {
    static const uint32_t pairs[][2] = {{0x201C, 0x201D}, {0x201E, 0x201C}, {0xAB, 0xBB},     {0x2018, 0x2019},
                                        {0x201A, 0x2018}, {0x2039, 0x203A}, {0x300C, 0x300D}, {0x300E, 0x300F}};
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
        if (pairs[i][0] == opening) return pairs[i][1];
    return opening;
}

/* The first quotation mark in [from, to) of the text, or 0. */
static uint32_t quotation_mark(const char *text, uint32_t from, uint32_t to) {
    unsigned step;
    for (uint32_t at = from; at < to; at += step) {
        uint32_t mark = ld_utf8_decode(text + at, text + to, &step);
        if (ld_mark_class(mark) == LD_MARK_QUOTE || ld_mark_class(mark) == LD_MARK_OPEN_QUOTE) return mark;
    }
    return 0;
}

/* The mark before the quotation that begins at atom i: a sentence before may have it. */
static uint32_t opening_mark(const struct ld_clause *c, uint32_t i) {
    const char *text = c->doc->text;
    unsigned step;
    if (i || c->quotation == NONE) return quotation_mark(text, c->atoms[i].lead, c->atoms[i].start);
    return ld_utf8_decode(text + c->quotation, text + c->quotation + 3, &step);
}

/* '"The mill [is old]," Lind said': the mark that closes what is cut off within a quotation between atoms i and j. */
static void close_cut(struct writer *w, uint32_t i, uint32_t j) {
    const struct ld_clause *c = w->clause;
    for (uint32_t open = i + 1; open-- && c->atoms[i].marks & LD_QUOTED;) {
        const uint32_t close = c->atoms[open].quote;
        if (close == NONE || close <= i || close >= j || !w->keep[open]) continue;
        w->at += ld_utf8_encode(closing_mark(opening_mark(c, open)), w->at);
    }
}

static void put_joint(struct writer *w, uint64_t dropped, uint32_t i, uint32_t j) {
    const struct ld_clause *c = w->clause;
    if (c->endings->forms && j > i + 1 && ld_is_article(c, j - 1) && ld_border(c, j - 1))
        j--; /* "If it rang, [the] smiths": as with the article */
    const struct ld_atom *left = &c->atoms[i], *gone = &c->atoms[j - 1];
    unsigned step;
    const char *text = c->doc->text;
    if (!left->blank && !gone->blank && ld_is_unspaced(ld_utf8_before(text + left->start, text + left->end, &step))) {
        put_marks(w, left, false, true, false, false);
        return;
    }
    close_cut(w, i, j);
    put_marks(w, left, false, false, false, true); /* a point inside is an abbreviation's: "Corp." */
    uint8_t mark = gone->marks & LD_BORDER;
    const bool aside = left->flags & LD_NUMERIC && ld_border(c, i) & LD_COMMA; /* "Lind, 66, [..,] has" */
    const bool date = c->endings->forms && j != c->attribution && is_parted_date(c, dropped, j),
               gone_too = date || (!aside && !needs_comma(c, i, j) && comma_gone(c, dropped, j)),
               within = date || (gone_too && /* "tient à vendre[, chaque mardi,] un bac" */
                                 ld_by_endings(c) && !ld_phrase_at(c, 0, LD_PREPOSITION | LD_CONJUNCTION) &&
                                 (ld_ends_bare(c, i) || (ld_is_verb(c, i) && ld_atom_is(c, j, LD_PREPOSITION))));
    if (gone_too) mark &= LD_SEMICOLON | LD_COLON;
    if (mark & (LD_SEMICOLON | LD_COLON))
        *w->at++ = mark & LD_COLON ? ':' : ';';
    else if (mark & LD_COMMA || (!within && comma_at(w, i, j) && (j == c->attribution || !is_alone(w, i))))
        *w->at++ = ',';
    else if (mark & LD_DASH) {
        *w->at++ = ' ';
        w->at += ld_utf8_encode(0x2013, w->at);
    }
    *w->at++ = ' ';
}

/* Cut within a quotation, or at the end of a sentence that does not close it, the text ends with the mark that does;
 * within two, with those of both. */
static void close_quotation(struct writer *w) {
    const struct ld_clause *c = w->clause;
    const char *text = c->doc->text;
    unsigned step;
    for (uint32_t open = w->last + 1; open-- && c->atoms[w->last].marks & LD_QUOTED;) {
        const struct ld_atom *atom = &c->atoms[open];
        const bool here = c->unclosed && !open && w->last + 1 == c->count;
        if (atom->quote == NONE || (atom->quote <= w->last && !here) || !w->keep[open]) continue;
        const struct ld_atom *close = &c->atoms[atom->quote];
        const uint32_t wanted = closing_mark(opening_mark(c, open)),
                       found = quotation_mark(text, close->end, close->tail); /* of both, where both end there */
        const uint32_t mark = found && ld_is_single_quote(found) == ld_is_single_quote(wanted) ? found : wanted;
        if (is_angle(quotation_mark(text, atom->lead, atom->start)) &&
            ld_is_space(ld_utf8_before(text, text + atom->start, &step)))
            *w->at++ = ' ';
        if (mark) w->at += ld_utf8_encode(mark, w->at);
    }
    const struct ld_atom *opener = &c->atoms[c->opener];
    if (w->opener) w->at += ld_utf8_encode(closing_mark(quotation_mark(text, opener->lead, opener->start)), w->at);
}

/* A sentence ends as its source does: a stop where none is, or a comma, colon or dash, of the source's own sort. */
static void put_stop(struct writer *w, const char *out) {
    const struct ld_atom *final = &w->clause->atoms[w->clause->count - 1];
    const char *text = w->clause->doc->text, *at;
    unsigned step;
    while (w->at > out) {
        const enum ld_mark_class class = ld_mark_class(ld_utf8_before(out, w->at, &step));
        if (class < LD_MARK_BLANK || class > LD_MARK_HYPHEN) break;
        w->at -= step;
    }
    for (at = w->at; at > out; at -= step) {
        const uint32_t c = ld_utf8_before(out, at, &step);
        const enum ld_mark_class class = ld_mark_class(c);
        if (class == LD_MARK_POINT || class == LD_MARK_STRONG || class == LD_MARK_ELLIPSIS) return;
        if (class != LD_MARK_QUOTE && class != LD_MARK_CLOSE && class != LD_MARK_BLANK && !ld_is_picture(c)) break;
    }
    uint32_t stop = ld_is_unspaced(ld_utf8_before(text + final->start, text + final->end, &step)) ? 0 : '.';
    for (uint32_t i = final->end; i < final->tail; i += step) {
        uint32_t c = ld_utf8_decode(text + i, text + final->tail, &step);
        if (ld_mark_class(c) == LD_MARK_POINT) stop = c;
    }
    if (stop) w->at += ld_utf8_encode(stop, w->at);
}

/* "mill)and": where the marks between two words went, and end was that of the first, a blank parts them; bytes of
 * zero are as if they were not there. */
static void part_words(struct writer *w, const char *end, const struct ld_atom *left, const struct ld_atom *right) {
    const char *text = w->clause->doc->text;
    uint32_t at = left->end;
    unsigned step;
    while (at < right->start && !text[at]) at++;
    if (w->at == end && at < right->start &&
        !(ld_is_unspaced(ld_utf8_before(text + left->start, text + left->end, &step)) &&
          ld_is_unspaced(ld_utf8_decode(text + right->start, text + right->end, &step))))
        *w->at++ = ' ';
}

/* "[La alcaldesa,] Ana Lind, ha", "The mill of Oxley, was": the last atom of a subject that nothing but a comma parts
 * from its verb, which is none then; or NONE. Of English and the languages told by ld_by_endings. */
static uint32_t find_bearer(const struct ld_clause *c, const bool *keep) {
    const uint32_t none = LD_PREPOSITION | LD_TIME | LD_CONNECTIVE | LD_ADJUNCT | LD_CONJUNCTION | LD_PRONOUN;
    uint32_t first = 0, i;
    while (first + 1 < c->count && !keep[first]) first++;
    const bool begins =
        ld_is_article(c, first) || (first && ld_is_article(c, first - 1)) ||
        (ld_atom_flagged(c, first, LD_CAPITAL) && !ld_atom_shaped(c, first, LD_VERB_BASE) && /* "Consider the mill" */
         !ld_phrase_at(c, first, none));
    uint32_t head = c->head > first ? c->head : ld_free_verb_from(c, first); /* "[Lind said] the mill, ..": of that */
    while (head > first && !ld_border(c, head) && ld_atom_shaped(c, head - 1, LD_ADVERB)) head--;
    if (c->endings->forms && c->whole && begins && head > first + 1 && !ld_atom_is(c, head, LD_SAY))
        return head < c->attribution && ld_border(c, head) == LD_COMMA && ld_last_border(c, head - 1) <= first &&
                       keep[head] && keep[head - 1] && !ld_is_protected(c, first)
                   ? head - 1
                   : NONE;
    if (!ld_by_endings(c)) return NONE;
    for (i = first; i + 1 < c->count && keep[i + 1] && !ld_border(c, i + 1); i++)
        if (ld_atom_is(c, i, LD_RELATIVE) || ld_is_protected(c, i)) return NONE;
    const uint32_t verb = i + 1, said = ld_atom_is(c, verb, LD_AUXILIARY) ? verb + 1 : verb;
    if (verb >= c->attribution || !keep[verb] || ld_border(c, verb) != LD_COMMA || !ld_is_verb(c, verb) ||
        ld_atom_shaped(c, verb, LD_HYPHENED) || ld_may_have_verb(c, first, verb))
        return NONE;
    uint32_t end = first; /* of a name, which nothing says */
    while (end < verb && ld_atom_flagged(c, end, LD_CAPITAL)) end++;
    if (end < verb && ld_atom_is(c, said, LD_SAY) && !ld_atom_is(c, said + 1, LD_RELATIVE))
        return NONE; /* ", ha dicho Lind" */
    const bool name = ld_atom_flagged(c, first, LD_CAPITAL) && ld_atom_flagged(c, first + 1, LD_CAPITAL);
    return !ld_phrase_at(c, first, none) && (ld_is_article(c, first) || name) ? i : NONE;
}

/* "Why did Lind sell it [to Harlan]?": what is cut off at the end leaves the question, and its mark. */
static bool asks_still(const struct writer *w) {
    const struct ld_clause *c = w->clause;
    const struct ld_atom *final = &c->atoms[c->count - 1];
    if (!c->endings->forms || w->last + 1 == c->count || ld_is_protected(c, w->last) ||
        ld_is_protected(c, c->count - 1) || !memchr(c->doc->text + final->end, '?', final->tail - final->end))
        return false;
    uint32_t i = ld_last_border(c, w->last);
    while (i && !(w->keep[i] && ld_atom_is(c, i, LD_QUESTION | LD_AUXILIARY))) i = ld_last_border(c, i - 1);
    while (!w->keep[i]) i++;
    return ld_atom_is(c, i, LD_QUESTION | LD_AUXILIARY);
}

char *ld_clause_text(struct ld_arena *arena, const struct ld_clause *clause, const bool *keep, uint64_t dropped,
                     bool final_stop, uint32_t limit, uint32_t *length) {
    const uint32_t kept = ld_kept_end(keep, clause->count), final = kept ? kept - 1 : 0;
    uint32_t last = NONE;
    const uint32_t bytes = clause->atoms[final].tail - clause->atoms[0].lead;
    char *out = ld_arena_alloc(arena, 3 * (size_t)bytes + 8 * (size_t)(clause->count + 1));
    struct writer w = {
        clause, keep, final, clause->opener, dropped, out, final_stop ? NONE : find_bearer(clause, keep)};
    while (w.opener && w.opener <= final && !keep[w.opener]) w.opener++;
    if (w.opener > final) w.opener = 0;
    if (keep[0] && clause->quotation != NONE && clause->atoms[0].quote != NONE)
        w.at += ld_utf8_encode(opening_mark(clause, 0), w.at);
    for (uint32_t i = 0; i <= final; i++) {
        const bool *next = memchr(keep + i, 1, final + 1 - i);
        if (!next) break;
        i = (uint32_t)(next - keep);
        const char *const end = w.at;
        const uint32_t begin = name_begin(&w, i);
        if (last != NONE && last + 1 == begin) {
            put_marks(&w, &clause->atoms[last], false, last != w.bearer, false, false);
            if (clause->atoms[last].blank) *w.at++ = ' ';
        } else if (last != NONE) {
            put_joint(&w, dropped, last, begin);
        }
        if (w.opener && i == w.opener && i > clause->opener)
            w.at += ld_utf8_encode(opening_mark(clause, clause->opener), w.at);
        put_marks(&w, &clause->atoms[i], true, last != NONE, false, false);
        if (last != NONE) part_words(&w, end, &clause->atoms[last], &clause->atoms[i]);
        if (ld_is_ascii_atom(&clause->atoms[i]) && begin == i)
            i = put_words(&w, i, last == NONE);
        else
            put_word(&w, &clause->atoms[i], last == NONE);
        last = i;
    }
    if (last != NONE)
        put_marks(&w, &clause->atoms[last], false, final_stop && last + 1 == clause->count, last + 1 == clause->count,
                  false);
    if (last != NONE) close_quotation(&w);
    if (last != NONE && asks_still(&w)) *w.at++ = '?';
    if (final_stop && last != NONE) put_stop(&w, out);
    unsigned step;
    char *end = w.at - out <= limit ? w.at : out;
    for (uint32_t n = 0; end < w.at && n < limit; n++, end += step) (void)ld_utf8_decode(end, w.at, &step);
    *end = 0;
    *length = (uint32_t)(end - out);
    return out;
}

bool ld_fits(struct ld_arena *arena, const struct ld_clause *c, const struct ld_style *style,
             const struct ld_shortening *s) {
    uint32_t length;
    const char *text = ld_clause_text(arena, c, s->keep, s->dropped, style->final_stop, UINT32_MAX, &length);
    return ld_utf8_count(text, length) <= style->limit;
}
