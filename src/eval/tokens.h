/* tokens.h - a text of one sentence a line in, numbers of stems out, as ROUGE's programs cut and tokenise. Words are
 * stemmed once a run: the vocabulary remembers them. */
#ifndef LD_TOKENS_H
#define LD_TOKENS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "eval/names.h"

enum ld_flavour { LD_GOOGLE, LD_PERL }; /* rouge_score 0.1.2; ROUGE-1.5.5 */

struct ld_text {
    const char *bytes; /* UTF-8, sentences parted by newlines */
    size_t length;
};

struct ld_vocabulary {
    enum ld_flavour flavour;
    bool stem;
    struct ld_names words; /* as they stand, in lower case; value: number of the stem, or LD_STOPPED */
    struct ld_names stems;
    char *lower; /* room for a text in lower case */
    size_t lower_size;
};

#define LD_STOPPED UINT32_MAX

struct ld_tokens {
    uint32_t *stems; /* [count] */
    uint32_t *ends;  /* [sentences] first token behind each sentence; sentences without tokens are left out */
    uint32_t count, sentences;
    uint32_t capacity, ends_capacity;
};

/* A text is cut before it is tokenised; at most one of the two is other than 0. */
struct ld_cut {
    size_t words; /* runs of non-blanks, over all lines; a line that begins with a blank has an empty one first */
    size_t bytes; /* over all lines, line ends not counted */
    bool by_line; /* the byte limit starts anew with each line, and the first line that reaches it is the last: what
                     ROUGE-1.5.5 does for its sentence-wise metrics, in effect by mistake */
};

void ld_vocabulary_init(struct ld_vocabulary *vocabulary, struct ld_arena *arena, enum ld_flavour flavour, bool stem);

/* Words that are left out before stemming, parted by white space; lower case. */
void ld_vocabulary_stop(struct ld_vocabulary *vocabulary, const char *words, size_t length);

/* Tokenise into out, whose memory is used again. */
void ld_tokens_read(struct ld_vocabulary *vocabulary, struct ld_text text, struct ld_cut cut, struct ld_tokens *out);

/* The stop words of option -s of ROUGE-1.5.5, parted by blanks (smart.c). */
extern const char ld_smart_words[];

#endif
