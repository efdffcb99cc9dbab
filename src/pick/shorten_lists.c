/* shorten_lists.c - an atom and a list of words.def in, whether it is one of its words, or begins with one, out. */
#include "pick/shorten_words.h"

#define WORDS(name, ...) static const char *const name[] = {__VA_ARGS__, NULL};
#include "pick/words.def"
#undef WORDS

static const char *const *const lists[] = {
#define WORDS(name, ...) [LD_WORDS_##name] = name,
#include "pick/words.def"
#undef WORDS
};

const uint64_t ld_list_bits[][12] = {
/* ld_word_bit and ld_word_other_bit of the words of each list */
#include "word_bits.def"
};

bool ld_is_listed(const struct ld_clause *c, uint32_t i, enum ld_word_list list) {
    if (i >= c->count) return false;
    const char *word = ld_folded(c, i);
    const unsigned bit = ld_word_other_bit(ld_bytes_8(word));
    if (!(ld_list_bits[list][4 + bit / 64] >> bit % 64 & 1)) return false; /* most often */
    for (const char *const *at = lists[list]; *at; at++)
        if (**at == *word && !strcmp(*at, word)) return true;
    return false;
}

size_t ld_word_begins_as(const char *word, enum ld_word_list list) {
    for (const char *const *at = lists[list]; *at; at++)
        if (**at == *word && !strncmp(*at, word, strlen(*at))) return strlen(*at);
    return 0;
}

bool ld_begins_as(const struct ld_clause *c, uint32_t i, enum ld_word_list list) {
    return i < c->count && ld_word_begins_as(ld_folded(c, i), list);
}
