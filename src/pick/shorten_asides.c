/* shorten_asides.c - the segments between commas, dashes and the like of a clause in; out, as pieces, those that can
 * go, told apart by their first words. Words inside quotation marks and brackets are left alone. When unsure it finds
 * no piece. Source: as shorten_pieces.c. */
#include "pick/shorten_words.h"

/* The first segment after k that goes on with the main verb, or count. */
static uint32_t verb_segment(const struct ld_find *f, uint32_t k) {
    const struct ld_clause *c = f->c;
    for (uint32_t j = k + 1; j < f->count && j <= k + 4; j++) {
        uint32_t at = f->segments[j];
        if (at >= f->limit || (c->head >= f->segments[k + 1] && c->head < at)) break;
        if (ld_atom_is(c, at, LD_PREPOSITION) && ld_atom_is(c, at + 1, LD_TIME)) at++;
        if (ld_atom_is(c, at, LD_TIME)) at++;
        while (ld_atom_shaped(c, at, LD_ADVERB) && !ld_border(c, at + 1)) at++; /* ", abruptly left" */
        while (j <= k + 2 && ld_is_clitic(c, at) && !ld_atom_is(c, at, LD_RELATIVE) &&
               ld_is_verb(c, at + 1 + ld_is_clitic(c, at + 1)))
            at++; /* ", s'est éteint", ", no se abrió" */
        if (c->whole && c->head > at && ld_border(c, c->head) && ld_is_verb(c, at) &&
            !ld_atom_is(c, at, LD_AUXILIARY | LD_SAY) && ld_atom_shaped(c, at, LD_LIKE_PAST) &&
            ld_atom_is(c, f->segments[k], LD_ARTICLE | LD_RELATIVE))
            continue; /* ", a smith who came, saw and left, [was]" */
        if (ld_is_verb(c, at) || (c->endings->forms ? ld_atom_is(c, at, LD_NEGATION) && ld_is_verb(c, at + 1)
                                                    : ld_atom_is(c, at, LD_AUXILIARY | LD_SAY)))
            return j;
    }
    return f->count;
}

/* ", in dem sie lag,": where the verb ends a relative clause, that is told from a phrase. */
static bool begins_with_preposition(const struct ld_clause *c, uint32_t from, uint32_t to) {
    return c->endings->final_verb && ld_atom_is(c, from, LD_PREPOSITION) && !ld_atom_is(c, from, LD_CONJUNCTION) &&
           ld_is_verb(c, to - 1);
}

/* "he tries to[, however,] it gets late": without what stands in [from, to) two sentences would run together. */
static bool parts_clauses(const struct ld_clause *c, uint32_t from, uint32_t to) {
    if (!ld_atom_is(c, to, LD_PRONOUN | LD_ARTICLE) || ld_is_that(c, to) ||
        ld_atom_is(c, from - 1, LD_SAY | LD_NEGATION | LD_AUXILIARY) || ld_is_verb(c, from - 1))
        return false;
    return ld_atom_shaped(c, to + 1, LD_VERB_PRESENT) || ld_has_verb(c, to, ld_next_border(c, to + 1));
}

/* What a segment after a comma or dash is; LD_PIECE_KINDS for none that can go. */
static enum ld_piece_kind segment_kind(const struct ld_find *f, uint32_t k, bool verb_seen) {
    const struct ld_clause *c = f->c;
    uint32_t from = f->segments[k], to = f->segments[k + 1];
    uint8_t mark = ld_border(c, from);
    uint32_t relative = ld_phrase_at(c, from + begins_with_preposition(c, from, to), LD_RELATIVE),
             connective = ld_phrase_at(c, from, LD_CONNECTIVE);
    if (ld_is_protected(c, from) && c->atoms[from].quote == UINT32_MAX) return LD_PIECE_KINDS;
    if (mark & LD_DASH) return LD_PIECE_DASH;
    if (mark & LD_SEMICOLON) return LD_PIECE_CONJUNCT;
    if (!(mark & LD_COMMA) || (!verb_seen && c->endings->forms && ld_is_word_of(c, from, LD_WORDS_excepting)))
        return LD_PIECE_KINDS;
    const bool parts = connective && c->endings->forms && verb_seen && parts_clauses(c, from, to);
    if (from + connective == to && to < c->count && !parts) /* ", however,", but not ", but,", ", however, it is" */
        return connective == 1 && ld_joins(c, from) ? LD_PIECE_KINDS : LD_PIECE_CONNECTIVE;
    if (to < f->limit && to - from <= 6 && ld_is_attribution(f, from, to))
        return c->accuses || ld_is_protected(c, from - 1) ||
                       (c->endings->forms && ld_atom_is(c, to, LD_PRONOUN)) || /* ", Lind said, his mill" */
                       c->atoms[to].quote != UINT32_MAX /* ', Lind said, "we sail"': who speaks */
                   ? LD_PIECE_KINDS
                   : ld_atom_is(c, from, LD_PRONOUN) ? LD_PIECE_ASIDE : LD_PIECE_ATTRIBUTION;
    if (relative && (!ld_atom_is(c, from, LD_PRONOUN) || relative > 1 || !c->endings->forms))
        return ld_has_verb(c, from, f->limit) && (c->endings->forms || !ld_atom_is(c, from, LD_ARTICLE) ||
                                                  !ld_any_is(c, f->segments[k - 1], from, LD_SAY))
                   ? LD_PIECE_RELATIVE
                   : LD_PIECE_KINDS;
    if (ld_is_participle(f, from))
        return c->endings->forms && ld_parts_at_comma(c, from - 1)
                   ? LD_PIECE_KINDS
                   : LD_PIECE_PARTICIPLE; /* "buying[, selling and mending boats]" */
    uint32_t main = to;                   /* ", taken hours before he left, also has" */
    while (ld_atom_shaped(c, main, LD_ADVERB)) main++;
    if (c->whole && main == c->head && !c->atoms[from].verb && c->atoms[from].shape & LD_LIKE_PAST)
        return LD_PIECE_PARTICIPLE;
    const bool how = ld_atom_shaped(c, from, LD_ENDS_ADVERB) || ld_word_is(c, from, "once");
    if (how && c->whole && ld_is_verb(c, to) && ld_atom_shaped(c, from + 1, LD_LIKE_PAST) &&
        !ld_atom_is(c, from + 2, LD_ARTICLE | LD_PRONOUN))
        return LD_PIECE_PARTICIPLE; /* ", widely thought to be lost, has" */
    if (ld_phrase_at(c, from, LD_ADJUNCT)) return LD_PIECE_CLAUSE;
    if (ld_atom_is(c, from, LD_CONJUNCTION) && !ld_atom_is(c, from, LD_RELATIVE))
        return verb_seen && ld_has_verb(c, from, to) ? LD_PIECE_CONJUNCT : LD_PIECE_KINDS;
    if (ld_phrase_at(c, from, LD_PREPOSITION)) return c->endings->forms ? LD_PIECE_CLAUSE : LD_PIECE_KINDS;
    uint32_t noun = from + 1; /* ends before a clause of its own: ", a ship that sank" */
    while (noun < to && !(ld_atom_is(c, noun, LD_RELATIVE) && c->endings->forms)) noun++;
    const bool clause = c->endings->forms && verb_seen && noun < to && noun < from + 4; /* ", a step that .." */
    const uint32_t longest = c->head == to || clause ? 25 : 15;                         /* words */
    if (to - from <= longest && !ld_has_verb(c, from, noun)) return LD_PIECE_APPOSITION;
    return LD_PIECE_KINDS;
}

/* Whether segment k may be one of a list: an "and" or "or" opens a later one, or stands in it. */
static bool in_list(const struct ld_find *f, uint32_t k) {
    const struct ld_clause *c = f->c;
    for (uint32_t j = k + 1; j < f->count; j++) {
        const bool verb = ld_has_verb(c, f->segments[j], f->segments[j + 1]); /* where that cannot be told, too */
        if (!verb && ld_atom_is(c, f->segments[j], LD_CONJUNCTION) &&
            !ld_atom_is(c, f->segments[j], LD_RELATIVE | LD_ADJUNCT))
            return true;
        if (verb && c->endings->forms) break;
        if (f->segments[j + 1] == f->limit) /* "a singer, a dancer, actress and cook" */
            for (uint32_t i = f->segments[j] + 1; i < f->segments[j + 1]; i++)
                if (ld_joins(c, i)) return true;
        if (verb) break;
    }
    for (uint32_t i = f->segments[k] + 1; i < f->segments[k + 1]; i++)
        if (ld_atom_is(c, i, LD_CONJUNCTION) && !ld_atom_is(c, i, LD_RELATIVE | LD_PREPOSITION)) return true;
    return false;
}

/* ", head of the guild of bakers, smiths and clerks, has": who someone is, be it of a list; but not "and Ana Lind". */
static bool tells_who(const struct ld_find *f, uint32_t k, uint32_t next) {
    const struct ld_clause *c = f->c;
    const uint32_t from = f->segments[k], last = f->segments[next - 1];
    return c->head == f->segments[next] && !ld_atom_flagged(c, from, LD_CAPITAL | LD_NUMERIC) &&
           ld_atom_flagged(c, from - 1, LD_CAPITAL) && ld_atom_is(c, from + 1, LD_PREPOSITION) &&
           !ld_atom_is(c, last, LD_CONJUNCTION) && ld_any_is(c, last, c->head, LD_CONJUNCTION);
}

/* Before the verb: "Smith, the owner of Acme and Bolt, said" is no list, "Smith, Jones and Brown said" is one. */
static bool is_listed(const struct ld_find *f, uint32_t k, uint32_t next) {
    const struct ld_clause *c = f->c;
    bool article = ld_phrase_at(c, f->segments[k], LD_ARTICLE) > 0;
    if (tells_who(f, k, next)) return false;
    if (c->endings->forms && ld_word_is(c, f->segments[k], "one"))
        return false; /* "two smiths, one from Oxley, and another from Harlan, have" */
    if ((c->endings->forms || (ld_by_endings(c) && !ld_has_many(c, f->segments[next]))) && next == k + 1 &&
        !ld_atom_is(c, f->segments[k], LD_CONJUNCTION) &&
        !ld_any_is(c, f->segments[k - 1], f->segments[k], LD_CONJUNCTION))
        return false; /* a comma before the verb closes no list: "the guilds, Opa and Tocca, have" */
    if (ld_atom_is(c, f->segments[k], LD_PREPOSITION) && !ld_joins(c, f->segments[k]) &&
        !ld_atom_is(c, f->segments[k], LD_ARTICLE))
        return false;
    for (uint32_t j = k; j < next; j++)
        if (ld_atom_is(c, f->segments[j], LD_CONJUNCTION) &&
            !ld_atom_is(c, f->segments[j],
                        LD_RELATIVE | LD_ADJUNCT | LD_ARTICLE | (c->endings->forms ? LD_PREPOSITION : 0)))
            return true;
    for (uint32_t i = f->segments[k]; !article && i < f->segments[next]; i++)
        if (ld_border(c, i) && ld_is_word_of(c, i, LD_WORDS_relatives))
            break; /* ", 27, who sells rope and nets," */
        else if (ld_atom_is(c, i, LD_CONJUNCTION) &&
                 (ld_by_endings(c) ? !ld_atom_is(c, i, LD_RELATIVE)
                                   : ld_word_is(c, i, "as") || !ld_atom_is(c, i, LD_ADJUNCT)))
            return true;
    return false;
}

/* "[Si] la guilde ferme, le bac": of a language told by endings; the subject is behind the first mark. */
static bool opens_condition(const struct ld_find *f, uint32_t first) {
    const uint32_t i = f->segments[first];
    return ld_by_endings(f->c) && ((ld_atom_is(f->c, i, LD_CONJUNCTION) && ld_opens_part(f->c, i)) ||
                                   (ld_is_word_of(f->c, i, LD_WORDS_ifs) && !ld_is_verb(f->c, i + 1)));
}

/* Whether the comma before segment k may end a clause that needs what follows: "if it rains, ...". */
static bool leaves_open(const struct ld_find *f, uint32_t first, uint32_t k) {
    const struct ld_clause *c = f->c;
    const uint32_t to = f->segments[k];
    if (opens_condition(f, first)) return true;
    for (uint32_t i = ld_next_in(&c->sets, LD_SORT_OPENER, f->segments[first] + 1, to); i < to;
         i = ld_next_in(&c->sets, LD_SORT_OPENER, i + 1, to))
        if (ld_atom_is(c, i, LD_CONJUNCTION) && !ld_atom_is(c, i, LD_PREPOSITION | LD_CONNECTIVE) &&
            (!ld_atom_is(c, i, LD_RELATIVE) || ld_atom_is(c, i, LD_ADJUNCT)) && !ld_is_protected(c, i) &&
            !ld_in_piece(c, i))
            return true;
    return false;
}

/* Where segment k ends, and the state behind a town at its end, or what the town is: ", a slow trip from Harlan, Oxley,
 * to", ", a firm from Harlan, the old capital". */
static uint32_t aside_end(const struct ld_find *f, uint32_t k) {
    enum { LONGEST = 6 }; /* words of what it is */
    const struct ld_clause *c = f->c;
    const uint32_t to = f->segments[k + 1], next = k + 2 <= f->count ? f->segments[k + 2] : to;
    uint32_t town = to - 1;
    while (ld_atom_flagged(c, town, LD_CAPITAL)) town--;
    if (c->endings->forms && town + 1 < to && ld_atom_is(c, town, LD_PREPOSITION) && next <= to + LONGEST &&
        ld_is_article(c, to) && !ld_has_verb(c, to, next))
        return next;
    if (next >= f->limit) return to;
    for (uint32_t i = to; i < next; i++)
        if (!ld_atom_flagged(c, i, LD_CAPITAL)) return to;
    return ld_atom_is(c, town, LD_PREPOSITION) ? next : to;
}

/* ", the owner of the oldest mill, Oxley Works,": and the name that this has, where segment k is followed by no more.
 */
static uint32_t named_end(const struct ld_find *f, uint32_t k) {
    const struct ld_clause *c = f->c;
    const uint32_t to = f->segments[k + 1], next = k + 2 <= f->count ? f->segments[k + 2] : to;
    if (!c->endings->forms || next >= f->limit || !ld_is_article(c, f->segments[k]) || ld_border(c, next) != LD_COMMA)
        return to;
    for (uint32_t i = to; i < next; i++)
        if (!ld_atom_flagged(c, i, LD_CAPITAL) || ld_atom_is(c, i, LD_STOP | LD_TIME)) return to;
    return ld_atom_flagged(c, to - 1, LD_CAPITAL) ? to : next;
}

/* The segment behind a dash that closes what the one at segment k opens, or count. */
static uint32_t dash_end(const struct ld_find *f, uint32_t k) {
    for (uint32_t j = k + 1; j < f->count; j++)
        if (ld_border(f->c, f->segments[j]) & LD_DASH) return j;
    return f->count;
}

/* "has, for the first time, closed", "ont, sans surprise, vendu": parts a verb from what it needs, and goes by itself.
 */
static bool parts_verb(const struct ld_find *f, uint32_t from, uint32_t to) {
    const struct ld_clause *c = f->c;
    return to < f->limit && ld_atom_is(c, from - 1, LD_AUXILIARY) &&
           (c->head + 1 == from ? ld_atom_is(c, from, LD_PREPOSITION | LD_ADJUNCT)
                                : ld_atom_shaped(c, to, ld_by_endings(c) ? LD_VERB_PARTICIPLE : LD_VERB_BASE));
}

/* "Harlan captain, [Ana Lind], has": the first segment is no more than what she is, without an article, and the next
 * one a name. */
static bool is_bare_noun(const struct ld_find *f) {
    const struct ld_clause *c = f->c;
    const uint32_t to = f->segments[1];
    if (!c->endings->forms || to > 3 || !ld_is_plain(c, to - 1) || ld_atom_shaped(c, to - 1, LD_ENDS_S)) return false;
    for (uint32_t i = 0; i < to; i++)
        if (ld_atom_is(c, i, LD_CLOSED) || ld_atom_shaped(c, i, LD_ENDS_GENITIVE)) return false;
    for (uint32_t i = to; i < f->segments[2]; i++)
        if (!ld_atom_flagged(c, i, LD_CAPITAL) && !ld_atom_is(c, i, LD_BOUND | LD_ARTICLE | LD_MINOR)) return false;
    return true;
}

/* "the mayor of Oxley, [Ana Lind], has": who it is, where no name stands before it. */
static bool tells_name(const struct ld_find *f, uint32_t k) {
    const struct ld_clause *c = f->c;
    if (!ld_by_endings(c) && !c->endings->final_verb) return k == 1 && is_bare_noun(f);
    for (uint32_t i = f->segments[k]; i < f->segments[k + 1]; i++)
        if (!ld_atom_flagged(c, i, LD_CAPITAL) && !ld_atom_is(c, i, LD_BOUND | LD_ARTICLE)) return false;
    return ld_is_article(c, f->segments[k - 1]);
}

/* Of a language whose finite verb stands second: what stands before that may be the subject. */
static bool is_subject_first(const struct ld_clause *c) {
    return c->endings->final_verb && c->head && !ld_atom_is(c, 0, LD_AUXILIARY | LD_PAST) &&
           !ld_phrase_at(c, 0, LD_PREPOSITION | LD_CONJUNCTION | LD_ADJUNCT);
}

/* "sold 90 boats in May, [a record], as ..": that is the news. */
static bool is_record(const struct ld_clause *c, uint32_t from, uint32_t to) {
    enum { LONGEST = 4 }; /* words */
    return c->endings->forms && to <= from + LONGEST && ld_is_article(c, from) &&
           ld_is_word_of(c, to - 1, LD_WORDS_extremes);
}

/* The kind of segment k, with regard to whether the main verb is yet to come. */
static enum ld_piece_kind settle_kind(const struct ld_find *f, uint32_t k, bool *verb_seen) {
    const struct ld_clause *c = f->c;
    const uint32_t from = f->segments[k], to = f->segments[k + 1];
    enum ld_piece_kind kind = segment_kind(f, k, *verb_seen);
    const bool comma = ld_border(c, from) & LD_COMMA && !ld_is_protected(c, from);
    if (comma && ld_is_lone_adjective(c, from - 1)) return LD_PIECE_KINDS; /* "a new[, binding rule]" */
    if (kind == LD_PIECE_APPOSITION && !*verb_seen && ld_atom_is(c, from, LD_DEICTIC))
        kind = LD_PIECE_KINDS; /* "native to the north, this bird, .., lives": the subject */
    if (kind == LD_PIECE_KINDS && !*verb_seen && comma && ld_phrase_at(c, from, LD_ARTICLE) &&
        !ld_atom_is(c, from, LD_DEICTIC) && !(ld_is_protected(c, from - 1) && ld_is_attribution(f, from, to)))
        kind = LD_PIECE_APPOSITION; /* with a clause of its own in it */
    if (kind == LD_PIECE_KINDS && !c->endings->forms && comma && to < f->limit &&
        (ld_atom_is(c, to, LD_AUXILIARY | LD_SAY) || ld_is_verb(c, to)) &&
        (!ld_any_is(c, from, to, LD_AUXILIARY | LD_SAY) ||
         (ld_by_endings(c) && ld_any_is(c, from, to, LD_RELATIVE)))) /* ", a smith who was here, " */
        *verb_seen = false, kind = LD_PIECE_APPOSITION; /* a verb stands behind it, so none that was seen was that */
    if (kind == LD_PIECE_APPOSITION && is_record(c, from, to)) return LD_PIECE_KINDS;
    return kind == LD_PIECE_APPOSITION && !*verb_seen && tells_name(f, k) ? LD_PIECE_LOOSE : kind;
}

/* "..., the fourth storm of the year, brings" */
static bool is_paired(const struct ld_find *f, uint32_t k) {
    const struct ld_clause *c = f->c;
    const uint32_t from = f->segments[k], to = f->segments[k + 1];
    return c->endings->forms && to < f->limit && ld_border(c, from) & LD_COMMA &&
           (ld_atom_is(c, from, LD_ARTICLE) || ld_atom_flagged(c, from, LD_CAPITAL)) &&
           !ld_atom_is(c, from, LD_RELATIVE) && ld_is_verb(c, to) && !ld_is_protected(c, from) &&
           !is_listed(f, k, k + 1);
}

/* Adds what a dash begins at segment k; the segment to go on with. */
static uint32_t add_dash(struct ld_find *f, uint32_t k, bool verb_seen) {
    const uint32_t end = dash_end(f, k);
    if (end < f->count && (!verb_seen || ld_has_verb(f->c, f->segments[end], f->limit))) {
        ld_add_piece(f, LD_PIECE_DASH, f->segments[k], f->segments[end]);
        return end + 1;
    }
    if (verb_seen) ld_add_piece(f, LD_PIECE_DASH, f->segments[k], f->limit);
    if (verb_seen && end < f->count) /* "a small -- if growing -- part of the trade" */
        ld_add_piece(f, LD_PIECE_DASH, f->segments[k], f->segments[end]);
    return verb_seen ? end : k + 1;
}

/* "Lind, who sells rope, [and her son] were": the segment in which the subject goes on behind an aside, as its verb is
 * of many; or next. */
static uint32_t subject_segment(const struct ld_find *f, uint32_t k, uint32_t next) {
    const struct ld_clause *c = f->c;
    const uint32_t last = f->segments[k] - 1;
    const bool one = ld_atom_flagged(c, last, LD_CAPITAL | LD_NUMERIC);
    for (uint32_t j = k + 1; one && j < next && ld_goes_with_many(c, f->segments[next]); j++)
        if (ld_joins(c, f->segments[j])) return j;
    return next;
}

/* "Le maire[, ainsi que la guilde,] ont": the verb is of more than what stands before the aside at segment k. Romance.
 */
static bool adds_subject(const struct ld_find *f, uint32_t k, uint32_t next) {
    const struct ld_clause *c = f->c;
    const uint32_t first = f->segments[k - 1], from = f->segments[k], to = f->segments[next];
    if (!ld_by_endings(c) || ld_atom_is(c, from, LD_RELATIVE) || !ld_has_many(c, to)) return false;
    for (uint32_t i = first; i < from; i++)
        if (ld_atom_shaped(c, i, LD_ENDS_S) || ld_atom_is(c, i, LD_CONJUNCTION | LD_BOUND) || ld_is_number(c, i))
            return false; /* "les moulins", "un groupe de" */
    return ld_any_is(c, from, to, LD_CONJUNCTION);
}

/* The same of an aside before the main verb: whatever it is, the verb has to come after it. */
static uint32_t add_before_verb(struct ld_find *f, uint32_t k, enum ld_piece_kind kind, bool *verb_seen) {
    const uint32_t next = verb_segment(f, k);
    if (next < f->count && !(kind == LD_PIECE_APPOSITION && is_listed(f, k, next)) && !adds_subject(f, k, next)) {
        const uint32_t end = subject_segment(f, k, next);
        ld_add_piece(f, kind, f->segments[k], f->segments[end]);
        *verb_seen = end == next;
        return end + 1;
    }
    *verb_seen = kind == LD_PIECE_APPOSITION && ld_has_verb(f->c, f->segments[k], f->segments[k + 1]);
    return k + 1;
}

/* "told the bakers, who asked, [he was well]": what is told begins at segment k. */
static bool begins_content(const struct ld_find *f, uint32_t k) {
    const struct ld_clause *c = f->c;
    const uint32_t at = f->segments[k];
    return (ld_is_that(c, at) || ld_atom_is(c, at, LD_PRONOUN)) && ld_atom_is(c, ld_group_end(c, c->head), LD_TELL);
}

/* "said in a paper, showing a loss, [that it will close]": where what is said begins behind an aside at segment k, of
 * which nothing stands before that; or count. */
static uint32_t content_segment(const struct ld_find *f, uint32_t k) {
    const struct ld_clause *c = f->c;
    const uint32_t say = ld_group_end(c, c->head);
    if (!ld_atom_is(c, say, LD_SAY) || !ld_atom_is(c, say + 1, LD_PREPOSITION)) return f->count;
    while (++k < f->count && !ld_is_that(c, f->segments[k])) continue;
    return k;
}

/* "asked the sailors, most of them smiths, [to row]": what the verb before the aside waits for begins at atom to. */
static bool is_awaited(const struct ld_clause *c, uint32_t from, uint32_t to) {
    if (!c->whole || !(ld_border(c, from) & ld_border(c, to) & LD_COMMA)) return false;
    if (ld_is_sure_infinitive(c, to + 1)) return ld_asks_whom(c, from - 1);
    const uint32_t verb = ld_verb_before(c, from - 1);
    return ld_atom_is(c, to, LD_PREPOSITION) && !ld_word_is(c, to + 1, "well") &&
           (c->atoms[verb].shape & c->atoms[to].shape & LD_TAKES || (c->endings->forms && ld_is_of_verb(c, from, to)));
}

/* ", a step that smiths[, who asked, praised]": the verb of its clause is behind the next mark. */
static bool is_cut_short(const struct ld_clause *c, uint32_t from, uint32_t to) {
    uint32_t noun = from;
    while (noun < to && !(ld_atom_is(c, noun, LD_RELATIVE) && ld_opens_clause(c, noun))) noun++;
    return noun < to && !ld_has_verb(c, noun, to);
}

/* "on the isle, a refuge near Harlan[, South Lorran]": where the state ends, behind segment k; or where that does. */
static uint32_t state_end(const struct ld_find *f, uint32_t k) {
    enum { NEAR = 3 }; /* words */
    const struct ld_clause *c = f->c;
    const uint32_t to = f->segments[k + 1], end = k + 2 <= f->count ? f->segments[k + 2] : to;
    if (!c->endings->forms || to >= f->limit || end < f->limit || end > to + NEAR || ld_border(c, to) != LD_COMMA ||
        !ld_atom_flagged(c, to - 1, LD_CAPITAL) || !ld_any_is(c, to - NEAR, to, LD_PREPOSITION))
        return to;
    for (uint32_t i = to; i < end; i++)
        if (!ld_atom_flagged(c, i, LD_CAPITAL) || ld_atom_is(c, i, LD_TIME)) return to;
    return end;
}

/* The same of one behind the main verb. */
static uint32_t add_behind_verb(struct ld_find *f, uint32_t k, enum ld_piece_kind kind) {
    const struct ld_clause *c = f->c;
    const uint32_t from = f->segments[k], to = f->segments[k + 1];
    const bool taken = c->whole && ((c->atoms[to].shape & c->atoms[ld_group_end(c, c->head)].shape & LD_TAKES) ||
                                    (kind == LD_PIECE_APPOSITION && is_awaited(c, from, to)));
    /* "[said it had] sentenced Ashby, head of the bank, to nine years" */
    if (kind == LD_PIECE_APPOSITION) {
        const uint32_t named = named_end(f, k), end = is_cut_short(c, from, to) ? f->limit
                                                      : named > to              ? named
                                                      : state_end(f, k) > to    ? state_end(f, k)
                                                                                : aside_end(f, k);
        if (taken || (ld_atom_is(c, from, LD_ARTICLE) && !ld_atom_is(c, from, LD_RELATIVE) && !in_list(f, k)))
            ld_add_piece(f, kind, from, end);
        return k + 1 + taken;
    }
    if ((kind == LD_PIECE_CLAUSE && c->endings->forms && ld_parts_object(c, to - 1)) || is_awaited(c, from, to)) {
        ld_add_piece(f, kind, from, to);
        return k + 2;
    }
    if (c->scene >= to && ld_border(c, from) & ld_border(c, to) & LD_COMMA) {
        ld_add_piece(f, kind, from, to); /* "it was a mill, of all things, that .." */
        return k + 2;
    }
    if (kind == LD_PIECE_CLAUSE && in_list(f, k)) return k + 1;
    if (kind == LD_PIECE_RELATIVE && c->whole && (taken || begins_content(f, k + 1))) {
        ld_add_piece(f, kind, from, to);
        return k + 2;
    }
    const uint32_t content = kind == LD_PIECE_PARTICIPLE ? content_segment(f, k) : f->count;
    if (content < f->count) {
        ld_add_piece(f, kind, from, f->segments[content]);
        return content + 1;
    }
    const bool found = c->endings->final_verb && c->head && c->head < from; /* so another verb is none of it */
    const bool goes_on = (kind == LD_PIECE_RELATIVE && !found) ||
                         (kind == LD_PIECE_PARTICIPLE && ld_waiting(c, 0, from)) ||
                         (kind == LD_PIECE_CLAUSE && ld_waiting(c, 0, from)) || ld_is_second_subject(c, from - 1);
    uint32_t back = goes_on ? verb_segment(f, k) : f->count;                            /* to a clause around it */
    for (uint32_t j = k + 1; j < back && ld_atom_flagged(c, from - 1, LD_CAPITAL); j++) /* it was none of the verb */
        if (ld_is_last_verb(c, f->segments[j]) || (kind == LD_PIECE_RELATIVE && ld_goes_on_verb(c, f->segments[j])))
            back = j;
    /* ", where salt, still wet, [is sold]", ", of which three - Bray, Oxley and Lorran - [rose]" */
    if (kind == LD_PIECE_RELATIVE && back < f->count && c->endings->forms &&
        (ld_border(c, f->segments[back]) & LD_DASH || !ld_is_word_of(c, from, LD_WORDS_relatives)) &&
        !ld_has_verb(c, from, f->segments[back]) && !ld_waiting(c, 0, from))
        back = f->count;
    ld_add_piece(f, kind, from, back < f->count ? f->segments[back] : f->limit);
    return back < f->count ? back + 1 : k + 1;
}

/* "Ana Lind, [head of the guild] has left": what she is, of which the second comma is missing. */
static bool is_unclosed(const struct ld_find *f, uint32_t first, uint32_t k) {
    const struct ld_clause *c = f->c;
    const uint32_t from = f->segments[k];
    if (!c->whole || k != first + 1 || ld_border(c, from) != LD_COMMA || from < f->segments[first] + 2 ||
        c->head >= f->segments[k + 1] || verb_segment(f, k) < f->count || ld_any_is(c, from, c->head, LD_CONNECTIVE))
        return false;
    for (uint32_t i = f->segments[first]; i < from; i++)
        if (!ld_atom_flagged(c, i, LD_CAPITAL) || ld_atom_is(c, i, LD_STOP | LD_TIME | LD_PREPOSITION)) return false;
    return ld_is_article(c, from) || ld_is_title(c, from);
}

/* Whether something stands in [from, to) that can be a subject: not "even more importantly", "if confirmed". */
static bool may_be_subject(const struct ld_clause *c, uint32_t from, uint32_t to) {
    enum { NEAR = 4 }; /* words */
    if (ld_atom_shaped(c, to - 1, LD_ENDS_ADVERB)) return false;
    if (c->endings->forms) {
        if (ld_atom_shaped(c, from, LD_DEFINITE) && ld_atom_is(c, to - 1, LD_TIME) &&
            ld_atom_flagged(c, to, LD_CAPITAL))
            return false; /* "The next year, [Ashby - a friend to some - was]" */
        /* "With its wells dry", "Only hours after he left", "Exhausted by storms", "Kept awake by it" */
        if (ld_word_is(c, from, "with") ||
            (ld_is_word_of(c, from, LD_WORDS_naming) && c->atoms[from + 1].marks & LD_QUOTED) ||
            (ld_atom_shaped(c, from, LD_LIKE_PAST) && !ld_atom_flagged(c, from + 1, LD_CAPITAL) &&
             (ld_atom_is(c, from + 1, LD_PREPOSITION) || ld_word_is(c, from + 2, "by"))))
            return false;
        for (uint32_t i = from; i < to && i < from + NEAR; i++)
            if (ld_atom_is(c, i, LD_ADJUNCT) && ld_atom_is(c, i, LD_CONJUNCTION) && !ld_word_is(c, i, "as"))
                return false;
    }
    for (uint32_t i = from; i < to; i++) {
        const struct ld_atom *atom = &c->atoms[i];
        if (i > from && atom->flags & LD_CAPITAL && !ld_atom_is(c, i - 1, LD_PREPOSITION)) return true; /* "Mr May" */
        if (!(atom->shape & LD_ADVERB) && (atom->facts & (LD_PRONOUN | LD_ARTICLE) || !atom->facts)) return true;
    }
    return false;
}

/* "If it rains, [the smiths who row may stop], a report has found": the main clause behind the one that opens the
 * sentence, with its verb in segment k. */
static bool is_opened_main(const struct ld_find *f, uint32_t first, uint32_t k) {
    const struct ld_clause *c = f->c;
    return c->whole && k == first + 1 && c->events[0].kind == LD_OPENS && c->events[0].atom == f->segments[first] &&
           c->head >= f->segments[k] && c->head < f->segments[k + 1];
}

/* "told a hall that on the rope side, [a number of ropes, including .., would be shown]": the subject of what is told,
 * before an aside or its verb; not "that in Bray, the worst hit town, nine mills were". */
static bool is_subject_told(const struct ld_find *f, uint32_t k) {
    const struct ld_clause *c = f->c;
    const uint32_t from = f->segments[k], to = f->segments[k + 1];
    uint32_t i = ld_last_border(c, from - 1);
    if (!c->endings->forms || !(ld_is_verb(c, to) || ld_atom_is(c, to, LD_PREPOSITION | LD_RELATIVE) ||
                                ld_is_participle(f, to) || ld_atom_shaped(c, to, LD_ADVERB)))
        return false;
    while (i < from && !(ld_is_that(c, i) && ld_atom_is(c, i + 1, LD_PREPOSITION))) i++;
    return i < from && ld_waiting(c, i, from);
}

/* Segments after the lead, in order: before the main verb a piece needs the verb behind it; after it, it may go on to
 * the end. */
void ld_find_asides(struct ld_find *f, uint32_t first) {
    struct ld_clause *c = f->c;
    bool verb_seen = ld_has_verb(c, f->segments[first], f->segments[first + 1]) &&
                     !(c->head >= f->segments[first + 1] && is_subject_first(c)) &&
                     !(c->whole && c->head >= f->segments[first + 1] && /* "men who came - both old - have" */
                       ld_any_is(c, f->segments[first], f->segments[first + 1], LD_RELATIVE));
    const uint32_t begin = f->segments[first];
    const bool subject = !ld_by_endings(c) ||
                         (ld_is_article(c, begin) && /* "Comme le dit Ana Lind, [le maire]": it is to come */
                          !(ld_atom_is(c, begin, LD_PREPOSITION) && *ld_folded(c, begin) == 'a' &&
                            ld_folded(c, begin)[1])) || /* "Al no ver .." */
                         !(ld_atom_is(c, begin, LD_PREPOSITION | LD_CONJUNCTION | LD_ADJUNCT | LD_RELATIVE) ||
                           ld_opens_with_participle(c, begin) || ld_is_word_of(c, begin, LD_WORDS_ifs) ||
                           ld_atom_shaped(c, begin, LD_VERB_PARTICIPLE) ||
                           (!c->atoms[begin].facts && ld_atom_is(c, begin + 1, LD_PREPOSITION) &&
                            !ld_atom_flagged(c, begin + 2, LD_CAPITAL))); /* "Larges de neuf pieds, [les moulins]" */
    for (uint32_t k = first + 1; k < f->count && f->segments[k] < f->limit;) {
        const uint32_t from = f->segments[k], to = f->segments[k + 1];
        enum ld_piece_kind kind = settle_kind(f, k, &verb_seen);
        if (kind == LD_PIECE_APPOSITION && (is_opened_main(f, first, k) || is_subject_told(f, k)))
            kind = LD_PIECE_KINDS;
        if (kind == LD_PIECE_APPOSITION && !verb_seen && !(subject && may_be_subject(c, begin, from)))
            kind = LD_PIECE_KINDS;
        const bool small = kind == LD_PIECE_CONNECTIVE || kind == LD_PIECE_ASIDE || kind == LD_PIECE_ATTRIBUTION;
        if (ld_by_endings(c) && ld_border(c, from) & ld_border(c, to) & LD_COMMA &&
            (ld_awaits_object(c, to - 1) || ld_parts_given(c, to - 1))) {
            ld_add_piece(f, LD_PIECE_CLAUSE, from, to); /* "a dit, dans une lettre, que .." */
            verb_seen = true;
            k += 2;
        } else if (kind == LD_PIECE_CLAUSE && c->whole && c->head > from && c->head < to &&
                   ld_atom_shaped(c, from + 1, LD_ENDS_PARTICIPLE)) {
            ld_add_piece(f, kind, from, c->head); /* "Lind, before leaving had": the second comma is missing */
            verb_seen = true;
            k++;
        } else if (is_unclosed(f, first, k)) {
            ld_add_piece(f, LD_PIECE_APPOSITION, from, c->head);
            verb_seen = true;
            k++;
        } else if (parts_verb(f, from, to)) {
            ld_add_piece(f, LD_PIECE_CLAUSE, from, to);
            k += 2;
        } else if (kind == LD_PIECE_KINDS && !(verb_seen && is_paired(f, k))) {
            verb_seen |= ld_has_verb(c, from, to);
            k++;
        } else if (kind == LD_PIECE_DASH) {
            k = add_dash(f, k, verb_seen);
        } else if (small) {
            ld_add_piece(f, kind, from, to);
            k++;
        } else if (!verb_seen) {
            k = add_before_verb(f, k, kind, &verb_seen);
        } else if (is_paired(f, k)) {
            ld_add_piece(f, LD_PIECE_APPOSITION, from, to);
            k += 2;
        } else if (leaves_open(f, first, k)) {
            verb_seen &= !opens_condition(f, first);
            k++;
        } else {
            k = add_behind_verb(f, k, kind);
        }
    }
}
