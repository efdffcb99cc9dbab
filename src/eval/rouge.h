/* rouge.h - ROUGE, equal to the two programs that the field uses: Google's rouge_score 0.1.2 and ROUGE-1.5.5.pl.
 * Source: C.-Y. Lin (2004), "ROUGE: A package for automatic evaluation of summaries", and what the programs do beyond
 * the paper. A scorer is not for two threads at once; all of its calls are made under ld_arena_run. */
#ifndef LD_ROUGE_H
#define LD_ROUGE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "eval/tokens.h"

enum ld_several {                /* how several references make one score */
                  LD_BEST_F,     /* the one with the highest F, each metric by itself (rouge_score) */
                  LD_POOL,       /* all counts added up (-f A, the default of ROUGE-1.5.5) */
                  LD_BEST_RECALL /* the one with the highest recall, each metric by itself (-f B) */
};

enum ld_metric_kind { LD_ROUGE_N, LD_ROUGE_L, LD_ROUGE_LSUM, LD_ROUGE_S, LD_ROUGE_SU, LD_ROUGE_W };

struct ld_metric {
    char name[24];
    enum ld_metric_kind kind;
    uint32_t n;    /* N: 1 to 9; S, SU: most tokens between the two of a pair, or LD_ANY_GAP */
    double weight; /* W: the exponent of a run's length */
};

enum { LD_MOST_METRICS = 32 };

struct ld_rouge_options {
    enum ld_flavour flavour; /* decides tokens, stems and rounding */
    enum ld_several several;
    bool stem;
    const char *stopwords;   /* to be left out, parted by white space; NULL: none */
    size_t stopwords_length; /* bytes */
    size_t words, bytes;     /* cut candidate and references, at most one of the two; 0: no limit */
    double alpha;            /* F = PR / ((1 - alpha) P + alpha R); 0.5 for the harmonic mean */
    struct ld_metric metrics[LD_MOST_METRICS];
    uint32_t metric_count;
};

struct ld_counts { /* of one metric against one reference; W: weighted, the reference's by sentence only */
    double hits, reference, candidate;
};

struct ld_score {
    double p, r, f;
};

/* What the flavour's program does when nothing is asked for; without metrics. */
void ld_rouge_options_init(struct ld_rouge_options *options, enum ld_flavour flavour);

/* A metric by its name: rouge1 to rouge9, rougeL, rougeLsum, rougeS4, rougeSU4 (any number, or * for any distance),
 * rougeW (1.2) or rougeW1.5. False where there is no such. */
bool ld_metric_parse(const char *name, size_t length, struct ld_metric *metric);

/* A number such as 12 or 0.25, of at most eight digits, whatever the locale. */
bool ld_decimal_parse(const char *text, double *number);

struct ld_rouge;
struct ld_rouge *ld_rouge_new(struct ld_arena *arena, const struct ld_rouge_options *options);

/* Score one candidate against its references (one at least): scores[M] in the order of the options' metrics.
 * counts, if not NULL, is [M x references] and gets the counts behind them. */
void ld_rouge_score(struct ld_rouge *rouge, struct ld_text candidate, const struct ld_text *references, uint32_t count,
                    struct ld_score *scores, struct ld_counts *counts);

/* x to five decimals as printf gives them: the nearest, and of two the even one. */
double ld_round5(double x);

#endif
