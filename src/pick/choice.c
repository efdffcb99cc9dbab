/* choice.c - the tables of choice.def and choice.tsv as C arrays. Leaves alone what the features are of. */
#include "pick/choice.h"

#include <string.h>

const char *const ld_choice_names[LD_CHOICES + 1] = {
#define PIECE(NAME, products, low, high) #NAME,
#include "pick/pieces.def"
#undef PIECE
#define CHOICE(name, low, high, malus) #name,
#include "pick/choice.def"
#undef CHOICE
};

const double ld_choice_weights[LD_PRODUCTS][LD_CHOICES] = {
    {
#define PIECE(NAME, headline, bullet) [LD_PIECE_##NAME] = headline,
#define CHOICE(name, headline, bullet) [LD_C_##name] = headline,
#include "choice_weights.def"
#undef PIECE
#undef CHOICE
    },
    {
#define PIECE(NAME, headline, bullet) [LD_PIECE_##NAME] = bullet,
#define CHOICE(name, headline, bullet) [LD_C_##name] = bullet,
#include "choice_weights.def"
#undef PIECE
#undef CHOICE
    },
};

#define PIECE(NAME, headline, bullet) +1
#define CHOICE(name, headline, bullet) +1
enum {
    ROWS = 0
#include "choice_weights.def"
};
#undef PIECE
#undef CHOICE
_Static_assert(ROWS == (int)LD_CHOICES, "choice.tsv must have one row for each piece and each choice");
_Static_assert((int)LD_CHOICES <= LD_WEIGHT_ROWS, "ld_rows_read");
_Static_assert(LD_PIECE_KINDS <= 32, "the bits of ld_product_pieces");

const uint32_t ld_product_pieces[LD_PRODUCTS] = {
#define PIECE(NAME, products, low, high) (uint32_t)(((products)&LD_HEADLINES) != 0) << LD_PIECE_##NAME |
#include "pick/pieces.def"
#undef PIECE
    0,
#define PIECE(NAME, products, low, high) (uint32_t)(((products)&LD_BULLETS) != 0) << LD_PIECE_##NAME |
#include "pick/pieces.def"
#undef PIECE
    0,
};

bool ld_choice_read(const char *text, size_t length, double weights[LD_CHOICE_COLUMNS][LD_CHOICES],
                    struct ld_weights_problem *problem) {
    memcpy(weights, ld_choice_weights, sizeof ld_choice_weights);
    memcpy(weights[LD_PRODUCTS], ld_choice_weights[0], sizeof ld_choice_weights[0]);
    return ld_rows_read(text, length, &(struct ld_rows){ld_choice_names, LD_CHOICES, LD_CHOICE_COLUMNS, weights[0]},
                        problem);
}
