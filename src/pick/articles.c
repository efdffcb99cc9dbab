/* articles.c - a clause and what of it is kept in, the same without the articles out: see ld_drop_articles in
 * shorten.h. An article in a name ("The Hague"), in a quotation, after "is", before a number or a span of time ("a
 * year") stays.
 */
#include <string.h>

#include "pick/shorten_words.h"

struct articles {
    const char *code, *words, *numbers, *kept, *parts;
};

static const struct articles *articles_of(const struct ld_language *language) {
    static const struct articles rows[] = {
#define ARTICLES(code, words, numbers, kept, parts) {#code, words, numbers, kept, parts},
#include "pick/articles.def"
#undef ARTICLES
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (!strcmp(rows[i].code, language->code)) return &rows[i];
    return NULL;
}

/* Whether a list parted by blanks has the word. */
static bool listed(const char *list, const char *word) {
    const size_t length = strlen(word);
    for (const char *at = list; length && (at = strstr(at, word)); at += length)
        if ((at == list || at[-1] == ' ') && (at[length] == ' ' || !at[length])) return true;
    return false;
}

/* Whether atom i, of which the first that stays is first, is an article that can go. */
static bool can_go(const struct articles *articles, const struct ld_clause *c, uint32_t first, uint32_t i) {
    const struct ld_atom *atom = &c->atoms[i];
    if (i + 1 >= c->count || !listed(articles->words, ld_folded(c, i))) return false;
    if (ld_is_protected(c, i) || atom->lead != atom->start || atom->tail != atom->end || !atom->blank) return false;
    if (i != first && atom->flags & LD_CAPITAL) return false; /* "The Hague" */
    const char *next = ld_folded(c, i + 1);
    if (listed(articles->numbers, next) || listed(articles->kept, next)) return false;
    if (ld_atom_is(c, i + 1, LD_TIME | LD_DEICTIC | LD_PREPOSITION)) return false;
    if (i > 1 && ld_word_is(c, i - 1, "of") && listed(articles->parts, ld_folded(c, i - 2))) return false;
    if (i > 1 && ld_is_number(c, i - 2) && !ld_atom_at(c, i - 1)->facts) return false; /* "5 dlrs a share" */
    /* "$5 a share", "is a danger", "once a week" */
    return !i || !(ld_atom_at(c, i - 1)->flags & LD_NUMERIC || ld_atom_is(c, i - 1, LD_BE) ||
                   listed(articles->kept, ld_folded(c, i - 1)));
}

void ld_find_articles(struct ld_find *f) {
    const struct ld_clause *c = f->c;
    const struct articles *articles = articles_of(c->doc->language);
    for (uint32_t i = 0; articles && i + 1 < f->limit; i++)
        if (ld_is_article(c, i) && !(i && ld_border(c, i)) && !ld_border(c, i + 1) && can_go(articles, c, 0, i))
            ld_add_piece(f, LD_PIECE_ARTICLE, i, i + 1);
    if (articles && c->accuses && !c->view &&
        can_go(articles, c, 0, c->attribution)) /* ", [the] guild said", which stays */
        ld_add_piece(f, LD_PIECE_ARTICLE, c->attribution, c->attribution + 1);
}

/* "lent smiths [the] boat", "came to [an] end": without the article at atom i two nouns would meet, or a phrase end. */
static bool parts_nouns(const struct ld_clause *c, uint32_t i) {
    const uint32_t before = i - 1;
    if (!c->endings->forms || i == c->attribution) return false;
    if (ld_word_is(c, i, "an") && ld_word_is(c, i + 1, "end")) return true;
    return i && (ld_is_plain(c, before) || ld_atom_flagged(c, before, LD_CAPITAL)) && !ld_is_infinitive(c, before) &&
           !ld_atom_shaped(c, before, LD_ENDS_PARTICIPLE | LD_LIKE_PAST | LD_ADVERB);
}

void ld_drop_articles(const struct ld_clause *c, bool *keep, bool all) {
    const struct articles *articles = articles_of(c->doc->language);
    const uint32_t first = ld_kept_begin(keep, c->count);
    for (uint32_t i = first; articles && i + 1 < c->count; i++)
        if (keep[i] && keep[i + 1] && can_go(articles, c, first, i) && (all || !parts_nouns(c, i))) keep[i] = false;
}
