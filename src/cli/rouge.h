/* rouge.h - what the options of lede rouge say, and its output formats. */
#ifndef LD_CLI_ROUGE_H
#define LD_CLI_ROUGE_H

#include "base/buffer.h"
#include "eval/pairs.h"
#include "eval/resample.h"
#include "eval/rouge.h"

struct ld_rouge_settings {               /* NULL and 0: not given */
    const char *candidates, *references; /* files */
    const char *metrics;                 /* names with commas between */
    const char *flavour, *several, *format;
    const char *alpha;
    const char *stopwords; /* a file */
    size_t words, bytes;
    size_t resamples; /* 0: 1000 */
    uint64_t seed;
    int per_document, smart, no_stem;
};

/* The names that options take, ended by NULL; the first is the default (of several: of the google flavour). */
const char *const *ld_rouge_flavours(void);
const char *const *ld_rouge_severals(void);
const char *const *ld_rouge_formats(void);

struct ld_rouge_report {
    const struct ld_rouge_options *options;
    const struct ld_pairs *pairs;     /* D documents */
    const struct ld_score *scores;    /* [D x M] */
    const struct ld_interval *totals; /* [M x 3] precision, recall, F */
    uint32_t resamples;
    bool per_document;
};

/* format: one of ld_rouge_formats(), NULL for the first. */
void ld_rouge_write(const char *format, const struct ld_rouge_report *report, struct ld_buffer *out);

#endif
