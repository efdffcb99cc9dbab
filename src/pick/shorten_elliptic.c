/* shorten_elliptic.c - a German clause in; out, where no sentence fits, what it tells behind a colon: "[Der Streit geht
 * weiter:] Die Gilde will eine Mühle bauen". And as its participle stands last, as desks print it, without what stands
 * before the auxiliary, that and its article: "[Bei einem Brand in Bray ist die] alte Mühle am Hafen zerstört
 * [worden]". Only where the auxiliary tells that it is done and what is left begins with the subject, as far as that
 * can be told by closed classes. Source: ours, from German headlines. */
#include <string.h>

#include "pick/shorten_trial.h"

enum { NOUN = LD_CAPITAL | LD_NUMERIC, LEAST = 4 /* words */ };

/* "Nach dem Brand ist", "Einen Tag nach dem Brand ist", "Weil sie alt war, ist": where, when or why, that the verb does
 * without. */
static bool opens_apart(const struct ld_clause *c, uint32_t from) {
    enum { TIME = 5 }; /* words */
    if (ld_is_word_of(c, from, LD_WORDS_opens_apart)) return true;
    for (uint32_t i = from + 1; i < from + TIME && i < c->head; i++)
        if (ld_atom_is(c, i - 1, LD_TIME) && (ld_word_is(c, i, "nach") || ld_word_is(c, i, "vor"))) return true;
    return false;
}

/* "die alte Mühle", "Lind", "21 Boote"; not "nach", "sich", "dem Rat". */
static bool begins_subject(const struct ld_clause *c, uint32_t i) {
    if (ld_border(c, i) || ld_is_protected(c, i) || ld_atom_is(c, i, LD_TIME | LD_PREPOSITION)) return false;
    if (c->atoms[i].flags & NOUN) return true;
    return ld_is_word_of(c, i, LD_WORDS_subjects) || ld_is_word_of(c, i, LD_WORDS_counts_of_many);
}

/* "zerstört", "vorgegangen", but not "vorzugehen", "gewesen". */
static bool is_participle(const struct ld_clause *c, uint32_t i) {
    const char *word = ld_folded(c, i), *zu = strstr(word, "zu");
    const size_t length = strlen(word);
    if (!ld_is_rest(c, i) || ld_is_word_of(c, i, LD_WORDS_no_doing) || ld_word_is(c, i - 1, "zu") || zu > word)
        return false;
    return ld_ends_verb(c, i) ||
           (length > 5 && (strstr(word, "ge") || !strncmp(word, "ver", 3) || !strncmp(word, "ent", 3) ||
                           !strncmp(word, "be", 2) || !strncmp(word, "er", 2) || word[length - 1] == 't'));
}

/* Where the clause ends, or 0: before a mark behind its participle. */
static uint32_t clause_end(const struct ld_clause *c, uint32_t from) {
    for (uint32_t i = from; i < c->attribution; i++) {
        if (!ld_border(c, i + 1) && i + 1 < c->attribution) continue;
        if (is_participle(c, i) || (ld_word_is(c, i, "worden") && is_participle(c, i - 1)))
            return i + !ld_word_is(c, i, "worden");
        if (ld_border(c, i + 1) != LD_COMMA || ld_atom_is(c, i + 1, LD_RELATIVE | LD_CONJUNCTION)) return 0;
    }
    return 0;
}

static bool is_kept(const bool *keep, const struct ld_piece *piece) {
    return !memchr(keep + piece->from, 0, piece->to - piece->from);
}

bool ld_shorten_elliptic(struct ld_arena *arena, const struct ld_clause *c, const struct ld_style *style,
                         struct ld_shortening *best) {
    uint32_t from = c->head + 1, words = 0;
    if (c->endings->language != LD_LANGUAGE_de || !c->head || (c->attribution < c->count && (c->accuses || c->claim)) ||
        !ld_is_word_of(c, c->head, LD_WORDS_done) || !opens_apart(c, ld_opening_end(c)))
        return false;
    const struct ld_piece *apart; /* "ist [am Montag] [vor Bray] die Mühle" */
    while ((apart = ld_piece_at(c, from, 1u << LD_PIECE_DAY | 1u << LD_PIECE_SPARE | 1u << LD_PIECE_LOOSE)) &&
           (ld_atom_is(c, apart->to - 1, LD_TIME) || ld_atom_is(c, from, LD_PREPOSITION)))
        from = apart->to;
    const uint32_t to = clause_end(c, from);
    if (!to || !begins_subject(c, from)) return false;
    const uint32_t noun = from + 1 + !ld_atom_flagged(c, from + 1, LD_CAPITAL); /* not "der Schmied und alte Obmann" */
    from += ld_is_spare_article(c, from) && !ld_joins(c, noun + 1);
    struct ld_shortening s = {.keep = ld_arena_array(arena, c->count, sizeof(bool))};
    memset(s.keep + from, 1, (to - from) * sizeof *s.keep);
    for (uint32_t pass = 0; pass < 2; pass++) /* brackets and days go, and what tells least where there is no room */
        for (uint32_t p = 0; p < c->piece_count; p++) {
            const struct ld_piece *piece = &c->pieces[p];
            const uint32_t kinds =
                pass ? 1u << LD_PIECE_SPARE | 1u << LD_PIECE_TITLE : 1u << LD_PIECE_BRACKET | 1u << LD_PIECE_DAY;
            if (!(kinds >> piece->kind & 1) || piece->from <= from || piece->to >= to || !is_kept(s.keep, piece))
                continue;
            if (pass && ld_fits(arena, c, style, &s)) break;
            memset(s.keep + piece->from, 0, (piece->to - piece->from) * sizeof *s.keep);
            s.dropped |= (uint64_t)1 << p;
        }
    for (uint32_t i = from; i < to; i++) words += s.keep[i];
    if (words < LEAST || !ld_fits(arena, c, style, &s)) return false;
    *best = s;
    return true;
}

/* Where the clause behind a colon ends that has that verb: before a mark, behind the rest of the verb. Or 0. */
static uint32_t told_end(const struct ld_clause *c, uint32_t verb) {
    const bool parted = ld_atom_is(c, verb, LD_AUXILIARY);
    for (uint32_t to = verb + 2; to <= c->attribution; to++) {
        if (to < c->attribution && !ld_border(c, to)) continue;
        if (!parted || ld_is_rest(c, to - 1)) return to;
        if (to < c->count && ld_border(c, to) != LD_COMMA) return 0;
    }
    return 0;
}

bool ld_shorten_behind(struct ld_arena *arena, const struct ld_clause *c, const struct ld_style *style,
                       struct ld_shortening *best) {
    enum { LEAST_TOLD = 5 /* words */ };
    uint32_t i = c->head + 1;
    const char last = c->doc->text[c->atoms[c->count - 1].end];
    const uint32_t first = ld_opening_end(c); /* "Es bleibt dabei: ..", "Sie sammelten nur Pilze: .." */
    const bool nobody =
        ld_word_is(c, first, "es") || (ld_is_word_of(c, first, LD_WORDS_persons) && c->head == first + 1);
    if (c->endings->language != LD_LANGUAGE_de || !c->head || !(best->broken || nobody) || last == '?') return false;
    while (i < c->attribution && !(ld_border(c, i) & LD_COLON)) i++;
    if (i >= c->attribution) return false;
    const uint32_t verb = ld_verb_behind(c, i), to = verb ? told_end(c, verb) : 0;
    if (to < i + LEAST_TOLD || (to > c->attribution && c->accuses)) return false;
    struct ld_shortening s = {.keep = ld_arena_array(arena, c->count, sizeof(bool))};
    memset(s.keep + i, 1, (to - i) * sizeof *s.keep);
    for (uint32_t p = 0; p < c->piece_count; p++) {
        const struct ld_piece *piece = &c->pieces[p];
        const bool bracket = piece->kind == LD_PIECE_BRACKET,
                   more = piece->kind == LD_PIECE_DAY || piece->kind == LD_PIECE_TITLE;
        if (piece->from <= i || piece->to >= to || !is_kept(s.keep, piece) ||
            !(bracket || (more && !ld_fits(arena, c, style, &s))))
            continue;
        memset(s.keep + piece->from, 0, (piece->to - piece->from) * sizeof *s.keep);
        s.dropped |= (uint64_t)1 << p;
    }
    if (!ld_fits(arena, c, style, &s)) return false;
    *best = s;
    return true;
}
