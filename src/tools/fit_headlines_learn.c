/* fit_headlines_learn.c - the fit of the choice among candidates: minimum risk training (Och 2003; Smith & Eisner
 * 2006). The expected reward of a candidate drawn with probability proportional to exp(its score) is made as large as
 * can be, within the bounds of choice.def. Sums run in the order of the articles, so that the same data give the same
 * weights. */
#include <math.h>
#include <string.h>

#include "tools/fit_climb.h"
#include "tools/fit_headlines.h"

enum { F = LD_CHOICES };

static const double low[F] = {
#define PIECE(NAME, products, low, high) low,
#include "pick/pieces.def"
#undef PIECE
#define CHOICE(name, low, high, malus) low,
#include "pick/choice.def"
#undef CHOICE
};
static const double high[F] = {
#define PIECE(NAME, products, low, high) high,
#include "pick/pieces.def"
#undef PIECE
#define CHOICE(name, low, high, malus) high,
#include "pick/choice.def"
#undef CHOICE
};
_Static_assert((int)F <= FIT_MOST_WEIGHTS, "fit_climb");

struct slope {
    const struct heads *heads;
    uint32_t left_out;
    const double *toward, *scale;
    double *chances; /* of the candidates of an article */
};

static double score(const struct heads_article *a, const struct heads_candidate *candidate, const double *weights) {
    const struct heads_value *value = a->values + candidate->first;
    double sum = 0;
    for (uint32_t i = 0; i < candidate->count; i++) sum += weights[value[i].feature] * value[i].value;
    return sum;
}

/* Add the gradient of an article's expected reward. */
static void add_gradient(const struct slope *slope, const struct heads_article *a, const double *weights,
                         double *gradient) {
    double *chances = slope->chances, most = -INFINITY, all = 0, reward = 0;
    for (uint32_t k = 0; k < a->count; k++) {
        chances[k] = score(a, &a->candidates[k], weights);
        most = fmax(most, chances[k]);
    }
    for (uint32_t k = 0; k < a->count; k++) all += chances[k] = exp(chances[k] - most);
    for (uint32_t k = 0; k < a->count; k++) reward += chances[k] / all * a->candidates[k].reward;
    for (uint32_t k = 0; k < a->count; k++) {
        const struct heads_candidate *candidate = &a->candidates[k];
        const double factor = a->weight * chances[k] / all * (candidate->reward - reward);
        const struct heads_value *value = a->values + candidate->first;
        for (uint32_t i = 0; i < candidate->count; i++) gradient[value[i].feature] += factor * value[i].value;
    }
}

static void find_gradient(const void *context, const double *weights, double *gradient) {
    const struct slope *slope = context;
    const struct heads *heads = slope->heads;
    double all = 0;
    memset(gradient, 0, F * sizeof *gradient);
    for (uint32_t i = 0; i < heads->count; i++) {
        const struct heads_article *a = &heads->articles[i];
        if (a->fold == slope->left_out || !a->count) continue;
        add_gradient(slope, a, weights, gradient);
        all += a->weight;
    }
    for (int f = 0; f < F; f++)
        gradient[f] =
            gradient[f] / all - heads->l2 * slope->scale[f] * slope->scale[f] * (weights[f] - slope->toward[f]);
}

/* Standard deviation of each feature over all candidates; how many an article has at the most. */
static uint32_t find_scales(const struct heads *heads, uint32_t left_out, double scale[F]) {
    double sum[F] = {0}, square[F] = {0}, count = 0;
    uint32_t most = 0;
    for (uint32_t i = 0; i < heads->count; i++) {
        const struct heads_article *a = &heads->articles[i];
        if (a->fold == left_out) continue;
        for (uint32_t k = 0; k < a->value_count; k++) {
            const double value = a->values[k].value;
            sum[a->values[k].feature] += value;
            square[a->values[k].feature] += value * value;
        }
        count += a->count;
        if (a->count > most) most = a->count;
    }
    for (int f = 0; f < F; f++) scale[f] = sqrt(fmax(square[f] / count - sum[f] * sum[f] / count / count, 0));
    return most;
}

void heads_learn(struct heads *heads, uint32_t left_out, const double *toward, double *weights) {
    double scale[F];
    const uint32_t most = find_scales(heads, left_out, scale);
    const struct slope slope = {heads, left_out, toward, scale,
                                ld_arena_array(heads->arena, most, sizeof *slope.chances)};
    for (int f = 0; f < F; f++) weights[f] = fmin(fmax(toward[f], low[f]), high[f]);
    fit_climb(&(struct fit_hill){F, low, high, scale, find_gradient, &slope}, weights);
}
