/* fit.c - a tool for keepers of the weights: articles with references in, a table of weights out (docs/method.md).
 *
 *   fit [-p news|general] [-n SENTENCES | -w WORDS] [-l L2] [-a X] [-s X] [-k FOLDS] [-o FILE] TABLE DATA...
 *
 * TABLE is weights.tsv: the column of the other profile is kept, with its notes. DATA is what lede bench reads;
 * articles are grouped by the member "outlet", or by file. First the weights are cross-validated, then fitted to all.
 * The same data and settings give the same bytes; the date is that of SOURCE_DATE_EPOCH, and left out without it. Not
 * installed. */
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "cli/cli.h"
#include "tools/fit.h"

enum { FOLDS = 5, MOST_FOLDS = 16, FEWEST = 20 /* articles */ };

/* Those of the shipped weights. */
static const struct fit_settings shipped[LD_PROFILE_COUNT] = {
    [LD_NEWS] = {LD_NEWS, 60, 0, FOLDS, 0.3, 1, 0},
    [LD_GENERAL] = {LD_GENERAL, 0, 1, FOLDS, 3, 0, 1},
};

struct tally { /* of articles */
    double count, lead, gain, words, sentences, shared;
};

struct tool {
    struct fit_settings settings;
    struct fit fit;
    struct ld_weights table;
    const char *table_file, *output;
    struct ld_buffer notes; /* TABLE as it stands */
    struct tally tallies[FIT_MOST_GROUPS][MOST_FOLDS];
};

/* ---- work ---- */

static void learn(struct tool *tool, uint32_t left_out, double weights[LD_WEIGHT_COUNT]) {
    const struct fit_settings *s = &tool->settings;
    double toward[LD_FEATURE_COUNT];
    for (int f = 0; f < LD_FEATURE_COUNT; f++) toward[f] = s->toward_other * tool->table.of[!s->profile][f];
    fit_terms(&tool->fit, left_out, weights);
    fit_sentences(&tool->fit, left_out, toward, weights);
    weights[LD_F_position] += s->add_position;
}

static void check(struct tool *tool, uint32_t fold, const double weights[LD_WEIGHT_COUNT]) {
    struct fit *fit = &tool->fit;
    for (uint32_t i = 0; i < fit->count; i++) {
        struct fit_article *a = &fit->articles[i];
        struct tally *t = &tool->tallies[a->group][fold];
        struct fit_set set;
        if (a->fold != fold) continue;
        fit_features(fit, a, weights);
        fit_pick(fit, a, weights, &set);
        t->count++;
        t->lead += a->lead.reward;
        t->gain += set.reward - a->lead.reward;
        t->sentences += set.count;
        for (uint32_t m = 0; m < set.count; m++) {
            t->words += a->doc->sentences[set.members[m]].columns;
            for (uint32_t l = 0; l < a->lead.count; l++) t->shared += a->lead.members[l] == set.members[m];
        }
    }
}

static void work(struct ld_arena *arena, void *context) {
    struct tool *tool = context;
    struct fit *fit = &tool->fit;
    double *weights = tool->table.of[tool->settings.profile];
    fit->arena = arena;
    fit_read(fit, &tool->settings);
    for (uint32_t fold = 0; fold < tool->settings.folds && fit->count >= FEWEST; fold++) {
        double of_fold[LD_WEIGHT_COUNT];
        fprintf(stderr, "fit: fold %u of %u\n", fold + 1, tool->settings.folds);
        learn(tool, fold, of_fold);
        check(tool, fold, of_fold);
    }
    if (fit->count >= FEWEST) learn(tool, tool->settings.folds, weights);
}

/* ---- the table ---- */

/* Mean gain of the outlets in a fold, or in all where fold is MOST_FOLDS. */
static double mean_gain(const struct tool *tool, uint32_t fold) {
    double sum = 0, groups = 0;
    for (uint32_t g = 0; g < tool->fit.group_count; g++) {
        double gain = 0, count = 0;
        for (uint32_t k = 0; k < tool->settings.folds; k++) {
            if (fold != MOST_FOLDS && fold != k) continue;
            gain += tool->tallies[g][k].gain;
            count += tool->tallies[g][k].count;
        }
        sum += count > 0 ? gain / count : 0;
        groups += count > 0;
    }
    return groups > 0 ? sum / groups : 0;
}

static void put_results(const struct tool *tool, const char *profile, FILE *out) {
    const uint32_t folds = tool->settings.folds;
    const double mean = mean_gain(tool, MOST_FOLDS);
    double square = 0;
    for (uint32_t g = 0; g < tool->fit.group_count; g++) {
        struct tally all = {0};
        for (uint32_t k = 0; k < folds; k++) {
            const struct tally *t = &tool->tallies[g][k];
            all.count += t->count, all.lead += t->lead, all.gain += t->gain;
            all.words += t->words, all.sentences += t->sentences, all.shared += t->shared;
        }
        fprintf(out, "# %s: %s: lead %.2f, gain %+.2f, %.1f words, %.2f of the sentences are of the lead\n", profile,
                tool->fit.groups[g], all.lead / all.count, all.gain / all.count, all.words / all.count,
                all.shared / all.sentences);
    }
    fprintf(out, "# %s: mean of outlets %+.2f; folds", profile, mean);
    for (uint32_t k = 0; k < folds; k++) {
        const double gain = mean_gain(tool, k);
        fprintf(out, " %.2f", gain);
        square += (gain - mean) * (gain - mean);
    }
    fprintf(out, ", deviation %.2f\n", sqrt(square / (folds - 1)));
}

static void put_date(const char *profile, FILE *out) {
    const char *epoch = getenv("SOURCE_DATE_EPOCH");
    time_t seconds = epoch ? (time_t)strtoll(epoch, NULL, 10) : 0;
    const struct tm *date = epoch ? gmtime(&seconds) : NULL;
    if (date) fprintf(out, "# %s: date %d-%02d-%02d\n", profile, date->tm_year + 1900, date->tm_mon + 1, date->tm_mday);
}

static void put_notes(const struct tool *tool, const char *profile, FILE *out) {
    const struct fit_settings *s = &tool->settings;
    fprintf(out, "# %s: data %016llx, %u articles (", profile, (unsigned long long)tool->fit.hash, tool->fit.count);
    for (uint32_t g = 0; g < tool->fit.group_count; g++)
        fprintf(out, "%s%u %s", g ? ", " : "", tool->fit.group_sizes[g], tool->fit.groups[g]);
    fprintf(out, "), each weighing 1 / sqrt(articles of its outlet)\n");
    put_date(profile, out);
    fprintf(out, "# %s: settings: summaries of %u %s, L2 %g towards %g x the other profile, %g added to position\n",
            profile, s->words ? s->words : s->sentences, s->words ? "words" : "sentences", s->l2, s->toward_other,
            s->add_position);
    fprintf(out, "# %s: cross-validated in %u folds by the hash of the id; ROUGE-1 F, gain over the lead:\n", profile,
            s->folds);
    put_results(tool, profile, out);
}

/* The lines of TABLE that begin so. */
static void keep_notes(const struct tool *tool, const char *begin, FILE *out) {
    const char *at = tool->notes.bytes, *end = at + tool->notes.length;
    while (at < end) {
        const char *stop = memchr(at, '\n', (size_t)(end - at));
        stop = stop ? stop + 1 : end;
        if ((size_t)(stop - at) > strlen(begin) && !memcmp(at, begin, strlen(begin)))
            fwrite(at, 1, (size_t)(stop - at), out);
        at = stop;
    }
}

static bool write_table(const struct tool *tool, FILE *out) {
    fputs(
        "# weights of the method lede, one a feature (features.def) and profile; written by make fit, docs/method.md\n",
        out);
    for (unsigned p = 0; p < LD_PROFILE_COUNT; p++) {
        char begin[32];
        snprintf(begin, sizeof begin, "# %s: ", ld_profile_names[p]);
        if (p == tool->settings.profile)
            put_notes(tool, ld_profile_names[p], out);
        else
            keep_notes(tool, begin, out);
    }
    for (int f = 0; f < LD_WEIGHT_COUNT; f++)
        fprintf(out, "%s\t%.4f\t%.4f\n", ld_feature_names[f], tool->table.of[LD_NEWS][f],
                tool->table.of[LD_GENERAL][f]);
    return !ferror(out);
}

/* ---- the command ---- */

static bool read_table(struct tool *tool) {
    struct ld_weights_problem problem;
    if (!ld_read_file(tool->table_file, &tool->notes)) return false;
    if (ld_weights_read(tool->notes.bytes, tool->notes.length, &tool->table, &problem)) return true;
    ld_say(tool->table_file, "line %zu: %s", problem.line, problem.what);
    return false;
}

static bool read_options(struct tool *tool, int argc, char **argv) {
    struct fit_settings *s = &tool->settings;
    *s = shipped[LD_NEWS];
    for (int c; (c = getopt(argc, argv, "p:n:w:l:a:s:k:o:")) != -1;) {
        if (c == '?') return false;
        const double number = c == 'p' || c == 'o' ? 0 : atof(optarg);
        if (c == 'p') {
            unsigned p = 0;
            while (p < LD_PROFILE_COUNT && strcmp(optarg, ld_profile_names[p]) != 0) p++;
            if (p == LD_PROFILE_COUNT) return false; /* auto, too */
            *s = shipped[p];
        }
        if (c == 'n') s->sentences = (uint32_t)number, s->words = 0;
        if (c == 'w') s->words = (uint32_t)number, s->sentences = 0;
        if (c == 'l') s->l2 = number;
        if (c == 'a') s->add_position = number;
        if (c == 's') s->toward_other = number;
        if (c == 'k') s->folds = (uint32_t)number;
        if (c == 'o') tool->output = optarg;
    }
    return argc - optind >= 2 && s->folds >= 2 && s->folds <= MOST_FOLDS && s->words + s->sentences > 0;
}

static bool write_output(const struct tool *tool) {
    FILE *out = tool->output ? fopen(tool->output, "w") : stdout;
    if (out && write_table(tool, out) && !fclose(out)) return true;
    ld_say(tool->output, "fit: the table cannot be written");
    return false;
}

static bool run(struct tool *tool, struct ld_bench *bench) {
    if (!read_table(tool) || !ld_bench_read(bench)) return false;
    tool->fit.corpus = bench->corpus;
    if (!ld_arena_run(&bench->corpus->arena, work, tool)) {
        ld_say(NULL, "%s", lede_status_message(LEDE_ERROR_MEMORY));
        return false;
    }
    if (tool->fit.count >= FEWEST) return write_output(tool);
    ld_say(NULL, "fit: %u articles are too few, %d are wanted", tool->fit.count, FEWEST);
    return false;
}

int main(int argc, char **argv) {
    static struct tool tool;
    if (!read_options(&tool, argc, argv)) {
        fputs("usage: fit [-p news|general] [-n SENTENCES | -w WORDS] [-l L2] [-a X] [-s X] [-k FOLDS] [-o FILE] "
              "TABLE DATA...\n",
              stderr);
        return 2;
    }
    tool.table_file = argv[optind++];
    struct ld_settings files = {.files = (const char *const *)(argv + optind), .file_count = (size_t)(argc - optind)};
    struct ld_corpus corpus;
    ld_corpus_init(&corpus, LD_TASK_SUMMARY);
    bool done = run(&tool, &(struct ld_bench){.settings = &files, .corpus = &corpus});
    for (uint32_t i = 0; i < tool.fit.count; i++) lede_document_free(tool.fit.articles[i].doc);
    ld_corpus_free(&corpus);
    ld_buffer_free(&tool.notes);
    return done ? 0 : 1;
}
