/* fit_learn.c - the two fits. Terms: logistic regression by liblinear (Fan et al. 2008). Sentences: minimum risk
 * training (Och 2003; Smith & Eisner 2006): the expected ROUGE-1 F of a set drawn with probability proportional to
 * exp(value), made as large as can be within bounds (fit_climb.c). Sums run in the order of the articles, so that the
 * same data give the same weights. */
#include <linear.h>
#include <math.h>
#include <string.h>

#include "model/index.h"
#include "pick/summary.h"
#include "tools/fit.h"
#include "tools/fit_climb.h"

/* ---- terms ---- */

enum { T = LD_TERM_FEATURES, F = LD_FEATURE_COUNT, MOST_SETS = 512 };

static void silent(const char *text) { (void)text; }

static void add_article(struct ld_arena *arena, const struct fit_article *a, struct problem *problem) {
    struct ld_survey survey;
    ld_survey(arena, a->doc, &survey);
    const double *matrix = ld_term_features(arena, a->doc, &survey);
    for (uint32_t v = 0; v < a->doc->term_count; v++) {
        if (!a->doc->terms[v].sentence_frequency) continue;
        struct feature_node *row = ld_arena_array(arena, T + 1, sizeof *row);
        for (int f = 0; f < T; f++) row[f] = (struct feature_node){f + 1, matrix[(size_t)v * T + (size_t)f]};
        row[T].index = -1; /* its end */
        problem->y[problem->l] = a->wanted[v];
        problem->x[problem->l++] = row;
    }
}

void fit_terms(const struct fit *fit, uint32_t left_out, double *weights) {
    const struct parameter how = {.solver_type = L2R_LR, .C = 1 /* L2 of 1 */, .eps = 1e-9};
    struct problem problem = {.n = T, .bias = -1 /* none: term_constant is there */};
    struct ld_arena scratch;
    size_t terms = 0;
    ld_arena_init(&scratch);
    scratch.fail = fit->arena->fail;
    for (uint32_t i = 0; i < fit->count; i++) terms += fit->articles[i].doc->term_count;
    problem.y = ld_arena_array(&scratch, terms, sizeof *problem.y);
    problem.x = ld_arena_array(&scratch, terms, sizeof *problem.x);
    for (uint32_t i = 0; i < fit->count; i++)
        if (fit->articles[i].fold != left_out) add_article(&scratch, &fit->articles[i], &problem);
    set_print_string_function(silent);
    struct model *model = train(&problem, &how);
    const double sign = model->label[0] == 1 ? 1 : -1; /* it is about the label that came first */
    for (int f = 0; f < T; f++) weights[LD_FEATURE_COUNT + f] = sign * model->w[f];
    free_and_destroy_model(&model);
    ld_arena_free(&scratch);
}

/* ---- sentences ---- */

/* What editors know and the data are too few to tell (docs/method.md); a weight is within these. */
static void find_bounds(double low[F], double high[F]) {
    for (int f = 0; f < F; f++) low[f] = -INFINITY, high[f] = INFINITY;
    high[LD_F_question] = high[LD_F_unfinished] = -4;
    high[LD_F_unbalanced] = -2;
    high[LD_F_brief] = -1;
    high[LD_F_quoted] = high[LD_F_opens_quote] = 0;
    high[LD_F_pronoun] = high[LD_F_connective] = -0.3;
    low[LD_F_title] = high[LD_F_title] = 1;
    low[LD_F_query] = high[LD_F_query] = 16;
}

/* Standard deviation of each feature over all sentences: L2 is on standardised features. */
static void find_scales(const struct fit *fit, uint32_t left_out, double scale[F]) {
    double sum[F] = {0}, square[F] = {0}, count = 0;
    for (uint32_t i = 0; i < fit->count; i++) {
        const struct fit_article *a = &fit->articles[i];
        if (a->fold == left_out) continue;
        for (uint32_t u = 0; u < a->count; u++, count++) {
            const double *row = a->rows + (size_t)a->units[u] * F;
            for (int f = 0; f < F; f++) sum[f] += row[f], square[f] += row[f] * row[f];
        }
    }
    for (int f = 0; f < F; f++) scale[f] = sqrt(fmax(square[f] / count - sum[f] * sum[f] / count / count, 0));
}

/* Add the gradient of an article's expected reward; the reward. */
static double expected_reward(const struct fit_article *a, const double *weights, double weight, double gradient[F]) {
    double value[MOST_SETS], most = -INFINITY, all = 0, reward = 0;
    const uint32_t count = a->set_count < MOST_SETS ? a->set_count : MOST_SETS;
    for (uint32_t k = 0; k < count; k++) {
        value[k] = a->sets[k].offset;
        for (int f = 0; f < F; f++) value[k] += weights[f] * a->sets[k].sum[f];
        most = fmax(most, value[k]);
    }
    for (uint32_t k = 0; k < count; k++) all += value[k] = exp(value[k] - most);
    for (uint32_t k = 0; k < count; k++) reward += value[k] / all * a->sets[k].reward;
    for (uint32_t k = 0; k < count; k++) {
        const double factor = weight * value[k] / all * (a->sets[k].reward - reward);
        for (int f = 0; f < F; f++) gradient[f] += factor * a->sets[k].sum[f];
    }
    return reward;
}

struct slope {
    const struct fit *fit;
    uint32_t left_out;
    const double *toward, *scale;
};

static void find_gradient(const void *context, const double *weights, double *gradient) {
    const struct slope *slope = context;
    const struct fit *fit = slope->fit;
    double all = 0;
    memset(gradient, 0, F * sizeof *gradient);
    for (uint32_t i = 0; i < fit->count; i++) {
        const struct fit_article *a = &fit->articles[i];
        if (a->fold == slope->left_out || !a->set_count) continue;
        expected_reward(a, weights, a->weight, gradient);
        all += a->weight;
    }
    for (int f = 0; f < F; f++)
        gradient[f] = gradient[f] / all - fit->l2 * slope->scale[f] * slope->scale[f] * (weights[f] - slope->toward[f]);
}

static void climb(const struct fit *fit, uint32_t left_out, const double *toward, const double scale[F],
                  double *weights) {
    double low[F], high[F];
    const struct slope slope = {fit, left_out, toward, scale};
    find_bounds(low, high);
    fit_climb(&(struct fit_hill){F, low, high, scale, find_gradient, &slope}, weights);
}

void fit_pick(struct fit *fit, struct fit_article *a, const double *weights, struct fit_set *set) {
    struct ld_arena scratch;
    struct ld_picks picks;
    int over;
    ld_arena_init(&scratch);
    scratch.fail = fit->arena->fail;
    double *scores = ld_arena_array(&scratch, a->doc->sentence_count, sizeof *scores);
    for (uint32_t u = 0; u < a->count; u++) {
        const double *row = a->rows + (size_t)a->units[u] * F;
        for (int f = 0; f < F; f++) scores[a->units[u]] += row[f] * weights[f];
    }
    ld_pick_sentences(&scratch, a->doc, scores, LD_PICK_REFINED, &fit->options, &picks, &over);
    set->count = picks.count < FIT_MOST_MEMBERS ? picks.count : FIT_MOST_MEMBERS;
    for (uint32_t i = 0; i < set->count; i++) set->members[i] = picks.items[i].unit;
    ld_arena_free(&scratch);
    fit_score_set(fit, a, set);
}

/* The mean of several fits, each to sets of its own drawing: what is due to the draws goes away. */
void fit_sentences(struct fit *fit, uint32_t left_out, const double *toward, double *weights) {
    enum { FITS = 4 };
    double scale[F], low[F], high[F], sum[F] = {0};
    find_bounds(low, high);
    for (int n = 0; n < FITS; n++) {
        for (int f = 0; f < F; f++) weights[f] = fmin(fmax(toward[f], low[f]), high[f]);
        for (uint32_t i = 0; i < fit->count; i++) {
            if (fit->articles[i].fold == left_out) continue;
            fit_draw(fit, &fit->articles[i]);
            fit_features(fit, &fit->articles[i], weights);
        }
        find_scales(fit, left_out, scale);
        climb(fit, left_out, toward, scale, weights);
        for (int f = 0; f < F; f++) sum[f] += weights[f];
    }
    for (int f = 0; f < F; f++) weights[f] = sum[f] / FITS;
}
