/* shorten_pieces.c - the atoms of a sentence in, the pieces that can go out. Segments between commas, dashes and the
 * like are told apart by shorten_asides.c; the end of the main clause is trimmed at prepositions and conjunctions.
 * Words inside quotation marks and brackets are left alone. When unsure it finds no piece.
 * Source: the trimming rules of Dorr, Zajic and Schwartz, "Hedge Trimmer" (2003), over closed-class words. */

#include <string.h>

#include "pick/shorten_words.h"

/* "[on the spot if they lie]": not so without the condition. */
static bool has_condition(const struct ld_clause *c, uint32_t from, uint32_t to) {
    for (uint32_t e = 0; e < c->event_count; e++) {
        const uint32_t i = c->events[e].atom;
        if (i >= from && i < to && (ld_word_is(c, i, "if") || ld_word_is(c, i, "unless"))) return true;
    }
    return false;
}

/* Whether one of the capitals from atom i on is an office. */
static bool names_office(const struct ld_clause *c, uint32_t i) {
    for (; ld_atom_flagged(c, i, LD_CAPITAL); i++)
        if (ld_is_title(c, i)) return true;
    return false;
}

/* "[the guild's former] Mayor Lind": she is not mayor now; "the trial of [arson suspect] Tom Ruiz". */
static bool loses_rank(const struct ld_clause *c, uint32_t to) {
    return ld_word_is(c, to - 1, "suspect") || (ld_is_word_of(c, to - 1, LD_WORDS_ranks) && names_office(c, to));
}

/* "the smith [who did not come]", "the offer [not taken by Acme]", "[without a roof]": only what goes is denied. */
static bool denies_itself(const struct ld_clause *c, uint32_t from, uint32_t to) {
    bool relative = false;
    for (uint32_t i = from; i < to; i++) {
        relative |= ld_is_word_of(c, i, LD_WORDS_relatives);
        if (ld_atom_is(c, i, LD_NEGATION) && !relative && !ld_word_is(c, i, "without") &&
            (!ld_atom_shaped(c, i + 1, LD_LIKE_PAST) || ld_atom_at(c, i - 1)->facts || i + 1 == to))
            return false;
    }
    return c->whole;
}

/* "boats and, of course, [ropes for all]", "and, [to mend it, the ropes]": what is joined, behind an aside. */
static bool is_joined(const struct ld_find *f, enum ld_piece_kind kind, uint32_t from, uint32_t to) {
    const struct ld_clause *c = f->c;
    if (!c->endings->forms || !from || !ld_border(c, from)) return false;
    if (ld_joins(c, from - 1)) return kind == LD_PIECE_CLAUSE && to >= f->limit;
    const uint32_t aside = ld_last_border(c, from - 1);
    return kind == LD_PIECE_APPOSITION && aside && ld_joins(c, aside - 1) && ld_border(c, aside);
}

/* Pieces of the main clause itself may not take a negation or a word of doubt with them. */
void ld_add_piece(struct ld_find *f, enum ld_piece_kind kind, uint32_t from, uint32_t to) {
    struct ld_clause *c = f->c;
    const uint32_t inner = 1u << LD_PIECE_LOOSE | 1u << LD_PIECE_ADJUNCT | 1u << LD_PIECE_SUBJECT |
                           1u << LD_PIECE_BARE | LD_TITLE_PIECES | 1u << LD_PIECE_DAY | 1u << LD_PIECE_SPEAKER;
    const bool within = inner >> kind & 1;
    if (from >= to || to - from >= c->count || c->piece_count == LD_PIECES) return;
    const uint32_t opener = kind == LD_PIECE_ADJUNCT ? ld_phrase_at(c, from, LD_ADJUNCT) : 0; /* "not long after" */
    const bool denies = ld_any_is(c, from + opener, within ? to : from + 1, LD_NEGATION) &&
                        !(kind == LD_PIECE_SUBJECT && denies_itself(c, from, to));
    if (denies && kind != LD_PIECE_LEAD && !(kind == LD_PIECE_CONNECTIVE && ld_phrase_at(c, from, LD_CONNECTIVE) > 1))
        return; /* but "sin embargo, .." goes */
    if (is_joined(f, kind, from, to)) return;
    if (from && from <= c->scene && c->scene < to) return;
    if ((kind == LD_PIECE_ADJUNCT || kind == LD_PIECE_PHRASE) && c->endings->forms && !ld_border(c, from) &&
        ld_is_of_most(c, from - 1))
        return; /* "its second loan [in nine months]" */
    if (kind == LD_PIECE_CONJUNCT && ld_is_word_of(c, c->choice, LD_WORDS_mixes) && ld_in_choice(c, from))
        return; /* "a mix of rope[, and salt]" */
    if (loses_rank(c, to) || (kind == LD_PIECE_CONJUNCT && ld_says_more(c, from))) return;
    if (kind == LD_PIECE_SUBJECT && c->endings->forms && ld_phrase_at(c, from, LD_ARTICLE) > 1)
        return; /* "that sank [at least nine boats]" */
    if (kind == LD_PIECE_TITLE && to == from + 1 && ld_atom_shaped(c, from - 1, LD_MARKS_INFINITIVE) &&
        !ld_is_title(c, from))
        return; /* "to pave Oxley Street" */
    if (ld_is_bound(c, from) || ld_is_called_for(c, from)) return;
    if (c->endings->final_verb && c->head >= from && c->head < to && c->head) return; /* "[regt sich Streit]: .." */
    if (c->endings->final_verb && to >= f->limit && from && ld_border(c, from) && ld_is_open_clause(c, from - 1))
        return;
    if (from && ld_awaits_clause(c, from - 1)) return;
    if (kind == LD_PIECE_ADJUNCT && from && ld_is_before_when(c, from - 1)) return;
    if ((kind == LD_PIECE_ADJUNCT || kind == LD_PIECE_LOOSE) && has_condition(c, from + 1, to)) return;
    for (uint32_t p = 0; p < c->piece_count; p++)
        if (c->pieces[p].from == from && c->pieces[p].to == to) return;
    c->pieces[c->piece_count++] = (struct ld_piece){from, to, (uint8_t)kind};
}

const struct ld_piece *ld_piece_at(const struct ld_clause *c, uint32_t i, uint32_t kinds) {
    for (uint32_t p = 0; p < c->piece_count; p++)
        if (c->pieces[p].from == i && kinds >> c->pieces[p].kind & 1) return &c->pieces[p];
    return NULL;
}

bool ld_in_piece(const struct ld_clause *c, uint32_t i) {
    for (uint32_t p = 0; p < c->piece_count; p++)
        if (c->pieces[p].from <= i && i < c->pieces[p].to) return true;
    return false;
}

/* "a Harlan[, Oxley,] smith", "the Harlan[, Oxley,] Rope Board": where the state at atom i ends, or i. */
static uint32_t state_end(const struct ld_clause *c, uint32_t i) {
    uint32_t end = i, town = i;
    if (!c->endings->forms) return i; /* of English: "dans le Parisien, Mara, smith de Harlan, demande" */
    while (end < i + 2 && ld_atom_flagged(c, end, LD_CAPITAL) && !(end > i && c->atoms[end].border)) end++;
    while (town && ld_atom_flagged(c, town - 1, LD_CAPITAL) && !ld_is_article(c, town - 1)) town--;
    const struct ld_atom *noun = &c->atoms[end];
    if (end == i || town == i || c->atoms[i].flags & LD_ALL_CAPITALS || noun->border != LD_COMMA ||
        noun->facts & (LD_CLOSED | LD_SAY) || !ld_is_article(c, town - 1) || ld_is_title(c, end))
        return i;
    const bool named = noun->flags & LD_CAPITAL;
    while (++noun < c->atoms + c->count && !noun->border && named && noun->flags & LD_CAPITAL) continue;
    return noun->border || noun->facts & LD_CONNECTIVE || (ld_word_is(c, town - 1, "the") && !named) ? i : end;
}

/* What marks part. */
static void find_segments(struct ld_find *f) {
    struct ld_clause *c = f->c;
    f->segments[f->count++] = 0;
    for (uint32_t i = ld_next_border(c, 1); i < c->count && f->count < LD_SEGMENTS; i = ld_next_border(c, i + 1)) {
        if (c->flags & LD_ALL_CAPITALS && ld_is_alias(c, i)) {
            ld_add_piece(f, LD_PIECE_BRACKET, i, i + 1);
            i++;
            continue;
        }
        const uint32_t state = state_end(c, i);
        if (state > i) {
            ld_add_piece(f, LD_PIECE_APPOSITION, i, state);
            i = state;
        } else {
            f->segments[f->count++] = i;
        }
    }
    f->segments[f->count] = c->count;
}

/* "Labour Front (United)": the one word in brackets at atom i is of the name; "Ana Lind (Labour)" is no person's. */
static bool is_of_name(const struct ld_clause *c, uint32_t i) {
    return ld_atom_flagged(c, i, LD_CAPITAL) && ld_is_word_of(c, i, LD_WORDS_wings);
}

/* "<ACM>", "<ACM.N>": a name of its own at an exchange; but not "<Orro Ltd>", "<Bolt>". */
static bool is_symbol(const struct ld_clause *c, uint32_t from, uint32_t to) {
    uint32_t i = from;
    while (i <= to && (c->atoms[i].flags & LD_ALL_CAPITALS ||
                       (c->atoms[i].flags & LD_CAPITAL && c->atoms[i].end == c->atoms[i].start + 1)))
        i++;
    return i > to;
}

/* "Acme Corp <ACM>": what stands in brackets, where the sentence does without. */
static void find_brackets(struct ld_find *f) {
    struct ld_clause *c = f->c;
    for (uint32_t i = c->marked ? c->marked : 1; c->has_pairs && i < c->count; i++) {
        const uint32_t to = c->atoms[i].bracket;
        if (to == UINT32_MAX || to < i || c->atoms[i].marks & LD_QUOTED) continue;
        if (ld_border(c, i) && c->doc->text[c->atoms[i].start - 1] == '[') continue; /* 'said, "[The mayor] has' */
        if (to == i && c->atoms[i].start == c->atoms[i - 1].end + 1 &&
            strchr("[(", c->doc->text[c->atoms[i].start - 1]) &&
            !(ld_atom_flagged(c, i - 1, LD_NUMERIC) && ld_atom_flagged(c, i, LD_NUMERIC)))
            continue; /* "want[ed]", "hard(ish)", "401(k)", but not "168 (259)" runs */
        if ((c->doc->text[c->atoms[i].lead] == '<' && !is_symbol(c, i, to)) ||
            ld_atom_is(c, i - 1, LD_PREPOSITION | LD_ARTICLE | LD_CONJUNCTION | LD_AUXILIARY))
            continue;
        if ((to == i && (is_of_name(c, i) || ld_is_word_of(c, i, LD_WORDS_nearly))) ||
            (c->endings->forms && ld_atom_shaped(c, to + 1, LD_COMPANY_FORM) && !ld_border(c, to + 1) &&
             !is_symbol(c, i, to)) ||
            ld_is_word_of(c, i - 1, LD_WORDS_before_brackets))
            continue; /* "will cover (almost) it", "Oxley Rope (Bray) Ltd" */
        if (!c->atoms[to].blank && ld_word_is(c, to + 1, "s")) continue; /* "(Acme Ltd)'s mill" */
        ld_add_piece(f, LD_PIECE_BRACKET, i, to + 1);
    }
}

bool ld_is_participle(const struct ld_find *f, uint32_t i) {
    if (ld_atom_is(f->c, i, LD_PREPOSITION) || ld_atom_shaped(f->c, i, LD_HYPHENED)) return false;
    return ld_atom_shaped(f->c, i, LD_ENDS_PARTICIPLE) ||
           (ld_atom_shaped(f->c, i, LD_LIKE_PAST) && ld_atom_is(f->c, i + 1, LD_PREPOSITION));
}

void ld_clause_pieces(struct ld_clause *c, uint32_t kinds, uint32_t longest) {
    if (c->searched) { /* what tells least comes last, where no sentence is left without it */
        const uint32_t more = kinds & ~c->searched;
        c->searched = kinds;
        ld_find_spare(c, more);
        return;
    }
    struct ld_find f; /* not set as a whole: that would clear all segments */
    f.c = c;
    f.kinds = kinds;
    f.longest = longest;
    f.limit = f.count = 0;
    c->piece_count = 0;
    c->searched = kinds;
    find_segments(&f);
    find_brackets(&f);
    ld_find_attribution(&f);
    uint32_t first = ld_find_lead(&f);
    ld_find_asides(&f, first);
    ld_main_pieces(&f, first);
}
