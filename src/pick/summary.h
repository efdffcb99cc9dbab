/* summary.h - what was picked of a document, and how. */
#ifndef LD_SUMMARY_H
#define LD_SUMMARY_H

#include "base/arena.h"
#include "model/doc.h"
#include "pick/shorten.h"
#include "score/method.h"

struct ld_pick {
    const char *text; /* white space folded, ends in NUL; NULL: none */
    uint32_t text_length;
    uint32_t unit; /* index into the document's sentences */
    double score;
    const bool *keep; /* the atoms of its clause that the headline has; NULL: of another part */
};

struct ld_picks {
    struct ld_pick *items;
    uint32_t count;
};

/* How many or how long, of an option: 0 is what is usual, and no document has more of anything than 32 bits can count.
 */
static inline uint32_t ld_wanted(size_t given, uint32_t usual) {
    return !given ? usual : given < UINT32_MAX ? (uint32_t)given : UINT32_MAX;
}

/* How long headline and bullets are at the most, in code points. */
static inline uint32_t ld_headline_limit(const lede_summary_options *options) {
    return ld_wanted(options->headline_characters, 100);
}
static inline uint32_t ld_bullet_limit(const lede_summary_options *options) {
    return ld_wanted(options->bullet_characters, 120);
}

struct lede_summary {
    struct ld_arena arena;
    struct ld_picks sentences, bullets, headline, keywords, blurb, headlines;
    struct ld_span *spans;            /* [S] of each unit in the text given: the document may be gone */
    double *scores;                   /* [S] one a unit, 0 for what is no candidate */
    double *shares;                   /* [S][F] or NULL */
    const char *const *feature_names; /* [F] */
    const char *profile;              /* that was used, where one was asked for; else NULL */
    uint32_t unit_count, feature_count;
    int over_budget;
};

/* The stages, each given the document and one score a unit. Text of picks lives in the arena. */
void ld_pick_sentences(struct ld_arena *arena, const struct lede_document *doc, const double *scores,
                       enum ld_picking picking, const lede_summary_options *options, struct ld_picks *out,
                       int *over_budget);
/* The headline; where parts asks for them, also the candidates, best first. */
void ld_pick_headline(struct ld_arena *arena, struct ld_units *units, const lede_summary_options *options,
                      struct ld_picks *out, struct ld_picks *candidates);
void ld_pick_bullets(struct ld_arena *arena, struct ld_units *units, const lede_summary_options *options,
                     const struct ld_picks *headline, struct ld_picks *out);
void ld_pick_keywords(struct ld_arena *arena, const struct lede_document *doc, const lede_summary_options *options,
                      struct ld_picks *out);
void ld_pick_blurb(struct ld_arena *arena, struct ld_units *units, const lede_summary_options *options,
                   const struct ld_picks *headline, struct ld_picks *out, int *over_budget);

/* Give picks another letter case (enum lede_case). */
void ld_apply_case(struct ld_arena *arena, const struct lede_document *doc, int letter_case, struct ld_picks *picks);

#endif
