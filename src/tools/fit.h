/* fit.h - what the fitting tool's files share: articles ready for fitting, and the two fits. */
#ifndef LD_FIT_H
#define LD_FIT_H

#include "base/arena.h"
#include "eval/corpus.h"
#include "model/doc.h"
#include "score/terms.h"
#include "score/weights.h"

enum { FIT_MOST_MEMBERS = 16, FIT_MOST_GROUPS = 16 };

struct fit_set {                  /* sentences that may make a summary */
    double reward;                /* ROUGE-1 F in points, of several references the best */
    double offset;                /* what the picker adds to the sum of its scores */
    double sum[LD_FEATURE_COUNT]; /* of its sentences' features */
    uint32_t count;
    uint32_t members[FIT_MOST_MEMBERS]; /* units, ascending */
};

struct fit_article {
    lede_document *doc;
    const struct ld_example *example;
    uint32_t group, fold;
    double weight;                /* in the fit */
    struct ld_tokens *tokens;     /* [S] ROUGE's, of each candidate */
    struct ld_tokens *references; /* [reference_count] */
    uint32_t reference_count;
    uint32_t *units; /* [count] candidates */
    uint32_t count;
    double *rows;          /* [S][LD_FEATURE_COUNT] under the term weights of the fit under way */
    unsigned char *wanted; /* [V] the term is in a reference */
    struct fit_set *sets;
    uint32_t set_count, set_capacity;
    struct fit_set lead; /* the first sentences */
    uint64_t random;     /* state of its own draws */
};

struct fit_settings {
    enum ld_profile profile;
    uint32_t words, sentences; /* the length of summaries: one of the two is other than 0 */
    uint32_t folds;
    double l2;           /* on standardised features */
    double add_position; /* added to the weight of position at last: nearer to the lead */
    double toward_other; /* L2 is the distance from so much of the other profile's weights */
};

struct fit {
    struct ld_arena *arena;
    const struct ld_corpus *corpus;
    struct fit_article *articles; /* [count] those of the corpus that have sentences */
    uint32_t count;
    const char *groups[FIT_MOST_GROUPS]; /* outlets, or files */
    uint32_t group_sizes[FIT_MOST_GROUPS], group_count;
    uint64_t hash;                /* of all that was read */
    lede_summary_options options; /* the budget */
    double l2;
    struct ld_vocabulary vocabulary; /* of ROUGE */
    uint32_t *left;                  /* [stems] zeros */
};

/* All are called under ld_arena_run. fit_data.c: read the corpus; find the features under some weights; what a set is
 * worth. */
void fit_read(struct fit *fit, const struct fit_settings *settings);
void fit_draw(struct fit *fit, struct fit_article *article);
void fit_features(struct fit *fit, struct fit_article *article, const double *weights);
void fit_score_set(struct fit *fit, const struct fit_article *article, struct fit_set *set);

/* fit_learn.c: better weights out. Articles of the fold left_out are not looked at. */
void fit_terms(const struct fit *fit, uint32_t left_out, double *weights);
void fit_sentences(struct fit *fit, uint32_t left_out, const double *toward, double *weights);

/* What the program picks under these weights; the article's features are those under them. */
void fit_pick(struct fit *fit, struct fit_article *article, const double *weights, struct fit_set *set);

#endif
