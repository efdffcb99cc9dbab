/* fit_headlines.h - what the files of the tool that fits headlines share: articles with their candidates. */
#ifndef LD_FIT_HEADLINES_H
#define LD_FIT_HEADLINES_H

#include "base/arena.h"
#include "eval/corpus.h"
#include "pick/headlines.h"

enum { HEADS_MOST_GROUPS = 16 };

struct heads_value { /* a feature that is not 0 */
    uint32_t feature;
    float value;
};

struct heads_candidate {
    uint32_t first, count; /* of the article's values */
    float reward;          /* mean of ROUGE-1 and ROUGE-2 F in points, less the malus of choice.def */
    uint64_t text;         /* its hash */
};

struct heads_article {
    lede_document *doc;
    struct ld_units units;
    struct ld_tokens *references; /* [reference_count] */
    uint32_t reference_count, group, fold;
    double weight;
    struct heads_candidate *candidates;
    uint32_t count, room;
    struct heads_value *values;
    uint32_t value_count, value_room;
    uint64_t random; /* state of its own draws */
};

struct heads {
    struct ld_arena *arena;
    const struct ld_corpus *corpus;
    struct heads_article *articles; /* [count] those of the corpus that have words */
    uint32_t count, folds;
    const char *groups[HEADS_MOST_GROUPS]; /* files */
    uint32_t group_sizes[HEADS_MOST_GROUPS], group_count;
    uint64_t hash; /* of all that was read */
    double l2;     /* on standardised features, of the distance from weights set by hand */
    double malus;  /* a factor of those of choice.def */
    struct ld_vocabulary vocabulary;
    struct ld_tokens tokens; /* of the text under work */
};

struct heads_score { /* F in points, of several references the best */
    double rouge1, rouge2;
    double malus; /* of heads_pick */
};

/* All are called under ld_arena_run. Read the corpus; find candidates, under these weights and others drawn near them;
 * the headline that the program picks under the weights, and what it is worth. */
void heads_read(struct heads *heads);
void heads_draw(struct heads *heads, struct heads_article *article, const double *weights);
struct heads_score heads_pick(struct heads *heads, const struct heads_article *article, const double *weights);

/* Weights of the highest expected reward, drawn towards those (fit_headlines_learn.c). Articles of the fold left_out
 * are not looked at. */
void heads_learn(struct heads *heads, uint32_t left_out, const double *toward, double *weights);

#endif
