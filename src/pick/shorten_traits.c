/* shorten_traits.c - a clause in; out, as pieces, adjectives of what kind something is: "a [parliamentary] inquiry".
 * They tell more than those of shorten_spare.c, and go only where a first sentence is none otherwise or more is told
 * for it (shorten_reach.c). English. Source: ours; the words were counted in parsed news. */
#include "pick/shorten_words.h"

/* "the northern [states], but the southern states": such words tell the two apart. */
bool ld_is_told_twice(const struct ld_clause *c, uint32_t i) {
    const struct ld_token *tokens = c->doc->tokens;
    uint32_t k = 0;
    while (k < c->count && (k == i || tokens[c->atoms[k].token].word != tokens[c->atoms[i].token].word)) k++;
    return k < c->count;
}

static bool is_trait(const struct ld_clause *c, uint32_t i) { return ld_is_word_of(c, i, LD_WORDS_traits); }

/* "a trade [official]", but not "provide [parliamentary] help". */
static bool is_behind_noun(const struct ld_clause *c, uint32_t i) {
    const uint32_t before = i - 1;
    return ld_is_plain(c, before) && !ld_is_verb(c, before) && !ld_is_number(c, before) &&
           !ld_atom_shaped(c, before, LD_VERB_BASE | LD_VERB_PRESENT | LD_ENDS_PARTICIPLE | LD_LIKE_PAST);
}

/* "every provincial [smith]", "nine of the provincial [smiths]": what tells how many is
 * of those alone. */
static bool is_counted(const struct ld_clause *c, uint32_t i) {
    enum { NEAR = 4 }; /* words */
    for (uint32_t k = i; k > 0 && k + NEAR > i && !ld_border(c, k); k--) {
        const uint32_t before = k - 1;
        if (ld_is_word_of(c, before, LD_WORDS_any) || ld_is_word_of(c, before, LD_WORDS_shares) ||
            ld_word_is(c, before, "each") || ld_word_is(c, before, "both") ||
            (ld_is_number(c, before) && ld_atom_shaped(c, k, LD_TAKES_OF)))
            return true;
    }
    return false;
}

/* Whether it stands by itself before its noun: not "very large", "social and legal", "rich [provincial] firms". */
static bool is_single(const struct ld_clause *c, uint32_t i) {
    const uint32_t before = i - 1, next = i + 1;
    if (is_trait(c, before) || ld_border(c, i) || ld_border(c, next) || c->atoms[i].flags || ld_is_protected(c, i) ||
        ld_joins(c, before) || ld_joins(c, next) || is_behind_noun(c, i) || ld_is_told_twice(c, next))
        return false;
    return !ld_atom_is(c, before, LD_BE) && !ld_atom_shaped(c, before, LD_ADVERB) && !ld_is_verb(c, next) &&
           !ld_is_word_of(c, before, LD_WORDS_degrees) && !ld_atom_shaped(c, next, LD_ENDS_ADVERB) &&
           (ld_is_plain(c, next) || ld_atom_flagged(c, next, LD_CAPITAL)) && !is_counted(c, i);
}

void ld_find_traits(struct ld_find *f) {
    const struct ld_clause *c = f->c;
    if (c->facts & LD_NEGATION || ld_word_is(c, 0, "none")) return; /* what is denied or limited is told whole */
    for (uint32_t i = 1; i + 1 < f->limit && !ld_is_word_of(c, i - 1, LD_WORDS_limiting); i++)
        if (is_trait(c, i) && is_single(c, i) && ld_keeps_article(c, i, i + 1))
            ld_add_piece(f, LD_PIECE_TRAIT, i, i + 1);
}
