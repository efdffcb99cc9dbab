/* choice.h - what a candidate for a headline or bullet is judged by: named features, and a weight each. The score of a
 * candidate is the sum of weight x feature. */
#ifndef LD_CHOICE_H
#define LD_CHOICE_H

#include "score/weights.h"

enum ld_product { LD_HEADLINES = 1, LD_BULLETS = 2, LD_ANY = 3 }; /* bits; column n of choice.tsv is bit n */
enum { LD_PRODUCTS = 2, LD_CHOICE_COLUMNS };

enum ld_piece_kind {
#define PIECE(NAME, products, low, high) LD_PIECE_##NAME,
#include "pick/pieces.def"
#undef PIECE
    LD_PIECE_KINDS
};

/* Kinds, as bits: that go on to the end of the main clause, most often; what someone is, before a name. */
enum {
    LD_END_PIECES = 1 << LD_PIECE_ADJUNCT | 1 << LD_PIECE_LOOSE | 1 << LD_PIECE_CLAUSE | 1 << LD_PIECE_CONJUNCT,
    LD_TITLE_PIECES = 1 << LD_PIECE_TITLE | 1 << LD_PIECE_OFFICE
};

enum ld_choice { /* the first are the kinds of pieces: how many of the kind are dropped */
                 LD_BEFORE_CHOICES = LD_PIECE_KINDS - 1,
#define CHOICE(name, low, high, malus) LD_C_##name,
#include "pick/choice.def"
#undef CHOICE
                 LD_CHOICES
};

extern const char *const ld_choice_names[LD_CHOICES + 1]; /* ended by NULL */
extern const double ld_choice_weights[LD_PRODUCTS][LD_CHOICES];

/* The kinds of pieces that a product may go without, as bits. */
extern const uint32_t ld_product_pieces[LD_PRODUCTS];

/* Read a table as choice.tsv is; see ld_rows_read. What it does not name keeps our weight. The last column is for the
 * fitting tool: weights for headlines that were set by hand. */
bool ld_choice_read(const char *text, size_t length, double weights[LD_CHOICE_COLUMNS][LD_CHOICES],
                    struct ld_weights_problem *problem);

struct ld_judgement {
    const double *weights; /* [LD_CHOICES] */
    double *row;           /* [LD_CHOICES] the features themselves, for the fitting tool; NULL: not wanted */
    double sum;
};

static inline void ld_judge(struct ld_judgement *judgement, unsigned feature, double value) {
    judgement->sum += judgement->weights[feature] * value;
    if (judgement->row) judgement->row[feature] += value;
}

#endif
