/* shorten_room.c - a clause and its shortening in; out, one with what there is room for after all: titles, clauses with
 * "who" or "which" and, where little is told, what the subject is and what stood before the main clause, if that is
 * more than when; when something starts or will be, and what year it was in; of bullets, all asides that tell who
 * someone is, and who says it. For those that were chosen. English and Romance. Source: ours, from what readers would
 * rather print. */
#include <string.h>

#include "pick/shorten_trial.h"

static const double BRIEF = 0.62; /* of the limit */
enum { OPENING = 4 /* words */, LONG = 6, NAMES = 3 };

/* "On Friday, ..", "During an interview, ..": no more than when; but "Depuis lundi, ..". */
static bool tells_when(const struct ld_clause *c, uint32_t to) {
    if (ld_by_endings(c))
        return to <= LONG && !ld_is_word_of(c, 0, LD_WORDS_since) && ld_is_dated(c, 0, to < OPENING ? to : OPENING);
    for (uint32_t i = 0; to <= LONG && i < to && i < OPENING; i++)
        if (ld_atom_is(c, i, LD_TIME | LD_MONTH)) return true;
    return ld_word_is(c, 0, "during");
}

/* "Parmi elles, ..", "Comme le dit le Courrier, ..", "Interrogé, ..", "Sur place, ..": what leans on another sentence,
 * or tells nothing, of the Romance languages. */
static bool tells_nothing(const struct ld_clause *c, uint32_t to) {
    const uint32_t few = ld_atom_is(c, 0, LD_PREPOSITION | LD_CONJUNCTION | LD_ADJUNCT) ? 4 : 3;
    bool named = to >= few || ld_is_word_of(c, 0, LD_WORDS_according) ||
                 (ld_is_word_of(c, 0, LD_WORDS_since) && ld_any_is(c, 1, to, LD_TIME)),
         leans = false;
    for (uint32_t i = 0; i < to; i++) {
        named |= (i && ld_atom_flagged(c, i, LD_CAPITAL)) || (i + 1 < to && ld_is_number(c, i)); /* "À 40 ans, .." */
        leans |= (c->atoms[i].facts & (LD_PRONOUN | LD_ARTICLE)) == LD_PRONOUN && ld_border(c, i + 1);
    }
    return ld_by_endings(c) && (!named || leans || ld_is_word_of(c, 0, LD_WORDS_as) || ld_any_is(c, 0, to, LD_DEICTIC));
}

/* ", a maker of old boats,": more than an age, a place or another name. */
static bool tells_what(const struct ld_clause *c, const struct ld_piece *piece) {
    const uint32_t to = ld_by_endings(c) ? piece->to : piece->from + NAMES;
    for (uint32_t i = piece->from; i < to; i++)
        if (ld_is_number(c, i)) return false;
    return piece->to >= piece->from + NAMES && ld_border(c, piece->to) == LD_COMMA;
}

static bool is_time(const struct ld_clause *c, uint32_t i) { return ld_atom_is(c, i, LD_TIME | LD_MONTH); }

/* "in 2015", "in the 1990s". */
static bool is_year(const struct ld_clause *c, uint32_t i) {
    const struct ld_atom *atom = &c->atoms[i];
    const char *text = c->doc->text + atom->start;
    const bool decade = atom->end - atom->start == 5 && text[4] == 's';
    if (!(atom->flags & LD_NUMERIC) || (atom->end - atom->start != 4 && !decade)) return false;
    const uint32_t before = decade && ld_word_is(c, i - 1, "the") ? i - 2 : i - 1;
    for (int k = 1; k < 4; k++)
        if (text[k] < '0' || text[k] > '9') return false;
    return (*text == '1' || *text == '2') && (ld_atom_is(c, before, LD_PREPOSITION) || is_time(c, before));
}

/* Or "last year". */
static bool has_year(const struct ld_clause *c, uint32_t from, uint32_t to) {
    while (from < to && !is_year(c, from) && !(ld_word_is(c, from, "year") && ld_word_is(c, from - 1, "last"))) from++;
    return from < to;
}

/* Kinds of pieces, as bits. */
static uint32_t wanted_kinds(const struct ld_style *style) {
    const uint32_t kinds = LD_TITLE_PIECES | 1u << LD_PIECE_RELATIVE | 1u << LD_PIECE_APPOSITION | 1u << LD_PIECE_LEAD |
                           1u << LD_PIECE_DAY;
    return style->final_stop ? kinds | 1u << LD_PIECE_PARTICIPLE : kinds;
}

static bool is_wanted(const struct ld_clause *c, const struct ld_style *style, const struct ld_piece *piece,
                      bool brief) {
    if (piece->kind == LD_PIECE_LEAD)
        return (brief || style->final_stop) && !tells_when(c, piece->to) && !tells_nothing(c, piece->to);
    if (piece->kind == LD_PIECE_DAY) return c->endings->forms && has_year(c, piece->from, piece->to);
    if (piece->kind == LD_PIECE_RELATIVE && ld_by_endings(c)) return ld_may_have_verb(c, piece->from, piece->to);
    return piece->kind != LD_PIECE_APPOSITION || style->final_stop || (brief && tells_what(c, piece));
}

/* The same with the atoms [from, to), of which those dropped pieces are no more, if that fits. */
static bool give(struct ld_arena *arena, const struct ld_clause *c, const struct ld_style *style, uint32_t from,
                 uint32_t to, uint64_t dropped, struct ld_shortening *best) {
    struct ld_shortening s = *best;
    s.dropped = dropped;
    s.keep = ld_copy_keep(arena, c, best->keep);
    memset(s.keep + from, 1, (to - from) * sizeof *s.keep);
    if (!ld_fits(arena, c, style, &s)) return false;
    *best = s;
    return true;
}

/* "[Mayor] Ana Lind, who was freed, ..": what she is called of whom the aside tells, or piece_count. */
static uint32_t find_title(const struct ld_clause *c, const struct ld_piece *aside, const bool *keep) {
    uint32_t p = 0;
    while (p < c->piece_count && !(LD_TITLE_PIECES >> c->pieces[p].kind & 1 && keep[c->pieces[p].from] &&
                                   c->pieces[p].to < aside->from && !ld_border(c, c->pieces[p].to)))
        p++;
    return p;
}

/* As give, without what she is called of whom the aside tells where that makes the room: "[Mayor] Ana Lind, who was
 * freed, ..". */
static bool give_aside(struct ld_arena *arena, const struct ld_clause *c, const struct ld_style *style,
                       const struct ld_piece *aside, uint32_t to, uint64_t dropped, uint32_t title,
                       struct ld_shortening *best) {
    if (give(arena, c, style, aside->from, to, dropped, best)) return true;
    if (title == c->piece_count) return false;
    struct ld_shortening s = *best;
    s.keep = ld_copy_keep(arena, c, best->keep);
    memset(s.keep + c->pieces[title].from, 0, (c->pieces[title].to - c->pieces[title].from) * sizeof *s.keep);
    if (!give(arena, c, style, aside->from, to, dropped | (uint64_t)1 << title, &s)) return false;
    *best = s;
    return true;
}

/* ", sources close to the guild said": nobody vouches for it by name. Where that is in [from, to), or to. */
static uint32_t find_sources(const struct ld_clause *c, uint32_t from, uint32_t to) {
    while (from < to && (ld_atom_flagged(c, from, LD_CAPITAL) || !ld_is_word_of(c, from, LD_WORDS_sources))) from++;
    return from;
}

/* With who tells it, where all of that went: "[, a smith said]", be it without the rest of it. */
static bool give_source(struct ld_arena *arena, const struct ld_clause *c, const struct ld_style *style,
                        struct ld_shortening *best) {
    const uint32_t told = ld_told_end(c, best->keep);
    if (!told || ld_is_said(c, best->keep)) return false;
    for (uint32_t p = 0; p < c->piece_count; p++) {
        const struct ld_piece *source = &c->pieces[p];
        if (source->kind != LD_PIECE_ATTRIBUTION || (source->from != c->attribution && source->from != told) ||
            ld_atom_is(c, source->from - 1, LD_RELATIVE) || ld_word_is(c, source->from, "say"))
            continue; /* "which, smiths said, went", ", say goodbye and go" */
        for (uint32_t end = source->to; end > source->from + 1; end--) { /* all of it, or up to a mark */
            if ((end < source->to && ld_border(c, end) != LD_COMMA) || !ld_any_is(c, source->from, end, LD_SAY) ||
                ld_atom_shaped(c, end - 1, LD_ENDS_PARTICIPLE))
                continue; /* nor "said, adding[, it will]" */
            if (give(arena, c, style, source->from, end, best->dropped, best)) return true;
        }
        const uint32_t who = find_sources(c, source->from, source->to); /* "[trade] sources said" */
        if (who < source->to && !style->final_stop && ld_any_is(c, who, source->to, LD_SAY) &&
            give(arena, c, style, who, source->to, best->dropped, best))
            return true;
    }
    return false;
}

/* The same for a headline whose source has no name, without articles where that makes the room. */
static bool give_sources(struct ld_arena *arena, const struct ld_clause *c, const struct ld_style *style,
                         struct ld_shortening *best) {
    if (!c->endings->forms || find_sources(c, c->attribution, c->count) == c->count) return false;
    if (give_source(arena, c, style, best)) return true;
    struct ld_shortening s = *best;
    s.keep = ld_copy_keep(arena, c, best->keep);
    ld_drop_articles(c, s.keep, false);
    if (!give_source(arena, c, style, &s)) return false;
    *best = s;
    return true;
}

/* "on June 15 [and 16]" */
static bool is_next_day(const struct ld_clause *c, uint32_t i) {
    if (ld_joins(c, i)) return ld_atom_flagged(c, i - 1, LD_NUMERIC) && ld_atom_flagged(c, i + 1, LD_NUMERIC);
    return ld_atom_flagged(c, i, LD_NUMERIC) && (is_time(c, i - 1) || ld_joins(c, i - 1));
}

/* Where the time ends that begins at atom i, and no more is behind it: "on June 15", "by late 2015"; or i. */
static uint32_t time_end(const struct ld_clause *c, uint32_t i) {
    uint32_t to = i;
    if (ld_border(c, i)) return i;
    if (ld_atom_is(c, to, LD_PREPOSITION)) to++;
    const uint32_t from = to;
    while (to < c->attribution && !(to > i && ld_border(c, to)) &&
           (is_time(c, to) || is_year(c, to) || (to > from && is_next_day(c, to)) ||
            ((is_time(c, to + 1) || is_year(c, to + 1)) && ld_atom_is(c, to, LD_ARTICLE))))
        to++;
    const bool ends =
        to == c->attribution || ld_border(c, to) ||
        (ld_atom_is(c, to, LD_PREPOSITION | LD_ADJUNCT | LD_CONJUNCTION) && !ld_atom_shaped(c, to, LD_TAKES_OF));
    return to > from && ends ? to : i;
}

/* "will take effect [on June 15]", "began [in May]", and on what day or in what year something will be. */
static bool asks_when(const struct ld_clause *c, uint32_t end, uint32_t to) {
    uint32_t i = end - 1;
    if (ld_is_word_of(c, i, LD_WORDS_starting) || has_year(c, end, to)) return true;
    bool date = false; /* "on Monday", but not "today" */
    for (uint32_t k = end; k < to; k++) date |= is_time(c, k) && c->atoms[k].flags & LD_CAPITAL;
    while (date && !c->atoms[i].border && !ld_word_is(c, i, "will") && !ld_atom_shaped(c, i, LD_LIKE_PAST)) i--;
    return date &&
           (ld_word_is(c, i, "will") || ld_word_is(c, c->head, "will") ||
            ((ld_word_is(c, c->head, "is") || ld_word_is(c, c->head, "are")) && ld_is_infinitive(c, c->head + 2)));
}

/* With the time behind what ends with a verb that calls for one. */
static bool give_time(struct ld_arena *arena, const struct ld_clause *c, const struct ld_style *style,
                      struct ld_shortening *best) {
    const uint32_t end = ld_told_end(c, best->keep), to = end && end < c->attribution ? time_end(c, end) : end;
    return to > end && asks_when(c, end, to) && give(arena, c, style, end, to, best->dropped, best);
}

/* "who will be seen [in ..]", "an adviser [for ..]", "told by the bakers [as ..]": less than that says nothing. */
static bool is_cut_short(const struct ld_clause *c, uint32_t i) {
    return ld_is_verb(c, i) || ld_atom_shaped(c, i, LD_LIKE_PAST) || ld_atom_shaped(c, i + 1, LD_TAKES_AS) ||
           (ld_is_title(c, i) && !ld_atom_shaped(c, i - 1, LD_TAKES_AS)); /* but "as mayor [for ..]" */
}

/* ", a maker of boats[ in the bay,]": how far an aside goes that has more than there is room for; or its beginning.
 * Best it ends with what asks for no more, else for as little as can be. */
static uint32_t part_end(const struct ld_clause *c, const struct ld_style *style, const struct ld_piece *piece,
                         uint32_t room) {
    uint32_t found = piece->from;
    enum ld_asks least = style->final_stop ? LD_ASKS_LITTLE : LD_ASKS_WHAT;
    if (piece->kind != LD_PIECE_APPOSITION && piece->kind != LD_PIECE_RELATIVE) return piece->from;
    for (uint32_t i = piece->from; i < piece->from + NAMES; i++)
        if (ld_word_is(c, i, "only")) return piece->from; /* "the only rope [left]" */
    for (uint32_t to = piece->to; --to > piece->from + NAMES;) {
        if (c->atoms[to].before - c->atoms[piece->from].before > room || ld_border(c, to)) continue;
        if (piece->kind == LD_PIECE_APPOSITION && ld_last_border(c, to - 1) > piece->from) continue; /* ", 37, who" */
        if (ld_is_word_of(c, to - 1, LD_WORDS_best) || ld_word_is(c, to - 1, "perhaps")) continue;
        for (uint32_t known = to; known < to + NAMES; known++)
            if (ld_word_is(c, known, "known") && !ld_border(c, known))
                return to; /* ", a singer [perhaps best known ..]" */
        const enum ld_asks asks = ld_asks(c, to - 1);
        if (asks >= least || ld_place_after(c, to - 1) < LD_PLACE_FAIR) continue;
        if (asks && (is_cut_short(c, to - 1) || ld_waiting(c, piece->from, to) > 0)) continue;
        found = to;
        least = asks;
    }
    return found;
}

bool ld_fill_room(struct ld_arena *arena, const struct ld_clause *c, const struct ld_style *style,
                  struct ld_shortening *best) {
    enum { JOINT = 4 /* characters: marks that go with a piece */ };
    const uint32_t kinds = wanted_kinds(style);
    uint32_t had = 0; /* characters */
    bool brief = false, more = false;
    if (!(c->whole || ld_by_endings(c)) || best->broken) return false;
    for (uint64_t left = best->dropped; left; left &= left - 1) {
        const struct ld_piece *piece = &c->pieces[ld_zeros_before(left)];
        if (!(kinds >> piece->kind & 1) || piece->to == c->count || !best->keep[piece->to]) continue;
        const uint64_t dropped = best->dropped & ~(left & -left);
        if (ld_is_shared(c, dropped, piece)) continue;
        if (!had) {
            had = ld_kept_characters(c, best->keep, c->count);
            brief = ld_by_endings(c) || had < BRIEF * style->limit;
        }
        const uint32_t title =
            brief && c->endings->forms && !style->final_stop ? find_title(c, piece, best->keep) : c->piece_count;
        uint32_t to = piece->to, back = c->atoms[to].before - c->atoms[piece->from].before,
                 room = style->limit + JOINT - had;
        if (back > room) room = style->limit - had;
        if (back > room && title < c->piece_count)
            room += c->atoms[c->pieces[title].to].before - c->atoms[c->pieces[title].from].before;
        if (back > room) {
            const bool part = c->endings->forms && (brief || (style->final_stop && piece->kind == LD_PIECE_APPOSITION));
            to = part ? part_end(c, style, piece, room) : piece->from;
            back = c->atoms[to].before - c->atoms[piece->from].before;
        }
        if (!back || !is_wanted(c, style, piece, brief)) continue; /* most often */
        if (!give_aside(arena, c, style, piece, to, dropped, title, best)) continue;
        had += back;
        more = true;
    }
    more |= c->endings->forms && give_time(arena, c, style, best);
    return (style->final_stop ? give_source : give_sources)(arena, c, style, best) || more;
}
