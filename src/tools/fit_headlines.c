/* fit_headlines.c - a tool for keepers of the weights: articles with their headlines, or sentences that people
 * shortened, in; choice.tsv with its column for headlines made anew out (docs/method.md).
 *
 *   fit-headlines [-l L2] [-m MALUS] [-k FOLDS] [-o FILE] TABLE DATA...
 *
 * TABLE is choice.tsv: its column for bullets and that set by hand, towards which the fit is drawn, are kept. DATA is
 * what lede bench --task headline reads. First the weights are cross-validated, then fitted to all. The same data,
 * table and settings give the same bytes. Not installed. */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli/cli.h"
#include "tools/fit_headlines.h"

enum { MOST_FOLDS = 16, FEWEST = 20 /* articles */, BY_HAND = LD_PRODUCTS };

struct tally { /* of a group's articles, under weights set by hand and fitted ones */
    double rouge1[2], rouge2[2], malus[2];
};

struct tool {
    struct heads heads;
    double table[LD_CHOICE_COLUMNS][LD_CHOICES];
    struct tally tallies[HEADS_MOST_GROUPS];
    const char *table_file, *output;
};

/* ---- work ---- */

static void check(struct tool *tool, uint32_t fold, const double *fitted) {
    struct heads *heads = &tool->heads;
    const double *const weights[2] = {tool->table[BY_HAND], fitted};
    for (uint32_t i = 0; i < heads->count; i++) {
        struct heads_article *a = &heads->articles[i];
        struct tally *tally = &tool->tallies[a->group];
        for (int k = 0; k < 2 && a->fold == fold; k++) {
            const struct heads_score got = heads_pick(heads, a, weights[k]);
            tally->rouge1[k] += got.rouge1;
            tally->rouge2[k] += got.rouge2;
            tally->malus[k] += got.malus;
        }
    }
}

static void work(struct ld_arena *arena, void *context) {
    struct tool *tool = context;
    struct heads *heads = &tool->heads;
    heads->arena = arena;
    heads_read(heads);
    if (heads->count < FEWEST) return;
    for (uint32_t i = 0; i < heads->count; i++) heads_draw(heads, &heads->articles[i], tool->table[BY_HAND]);
    for (uint32_t fold = 0; fold < heads->folds; fold++) {
        double fitted[LD_CHOICES];
        fprintf(stderr, "fit-headlines: fold %u of %u\n", fold + 1, heads->folds);
        heads_learn(heads, fold, tool->table[BY_HAND], fitted);
        check(tool, fold, fitted);
    }
    heads_learn(heads, heads->folds, tool->table[BY_HAND], tool->table[0]);
}

/* ---- the table ---- */

static bool write_table(const struct tool *tool, FILE *out) {
    const struct heads *heads = &tool->heads;
    fprintf(out,
            "# weights of candidates (pieces.def, choice.def): headline, bullet, and headline by hand; written by make "
            "fit-headlines, docs/method.md\n");
    fprintf(out,
            "# data %016llx, %u articles, each weighing 1 / sqrt(articles of its file); settings: L2 %g, malus x %g\n",
            (unsigned long long)heads->hash, heads->count, heads->l2, heads->malus);
    fprintf(out,
            "# cross-validated in %u folds by the hash of the id: ROUGE-1 / ROUGE-2 F and malus, by hand > fitted:\n",
            heads->folds);
    for (uint32_t g = 0; g < heads->group_count; g++) {
        const struct tally *t = &tool->tallies[g];
        const double n = heads->group_sizes[g];
        fprintf(out, "# %s, %.0f: %.2f / %.2f, %.2f > %.2f / %.2f, %.2f\n", heads->groups[g], n, t->rouge1[0] / n,
                t->rouge2[0] / n, t->malus[0] / n, t->rouge1[1] / n, t->rouge2[1] / n, t->malus[1] / n);
    }
    for (int f = 0; f < LD_CHOICES; f++)
        fprintf(out, "%s\t%.4f\t%g\t%g\n", ld_choice_names[f], tool->table[0][f], tool->table[1][f],
                tool->table[BY_HAND][f]);
    return !ferror(out);
}

static bool read_table(struct tool *tool) {
    struct ld_weights_problem problem;
    struct ld_buffer bytes = {0};
    bool done = ld_read_file(tool->table_file, &bytes);
    if (done && !ld_choice_read(bytes.bytes, bytes.length, tool->table, &problem)) {
        ld_say(tool->table_file, "line %zu: %s", problem.line, problem.what);
        done = false;
    }
    ld_buffer_free(&bytes);
    return done;
}

static bool write_output(const struct tool *tool) {
    FILE *out = tool->output ? fopen(tool->output, "w") : stdout;
    if (out && write_table(tool, out) && !fclose(out)) return true;
    ld_say(tool->output, "fit-headlines: the table cannot be written");
    return false;
}

/* ---- the command ---- */

static bool read_options(struct tool *tool, int argc, char **argv) {
    struct heads *heads = &tool->heads;
    heads->l2 = 1, heads->malus = 0.3, heads->folds = 5; /* those of the shipped weights */
    for (int c; (c = getopt(argc, argv, "l:m:k:o:")) != -1;) {
        if (c == '?') return false;
        if (c == 'l') heads->l2 = atof(optarg);
        if (c == 'm') heads->malus = atof(optarg);
        if (c == 'k') heads->folds = (uint32_t)atoi(optarg);
        if (c == 'o') tool->output = optarg;
    }
    return argc - optind >= 2 && heads->folds >= 2 && heads->folds <= MOST_FOLDS;
}

static bool run(struct tool *tool, struct ld_bench *bench) {
    if (!read_table(tool) || !ld_bench_read(bench)) return false;
    tool->heads.corpus = bench->corpus;
    if (!ld_arena_run(&bench->corpus->arena, work, tool)) {
        ld_say(NULL, "%s", lede_status_message(LEDE_ERROR_MEMORY));
        return false;
    }
    if (tool->heads.count >= FEWEST) return write_output(tool);
    ld_say(NULL, "fit-headlines: %u articles are too few, %d are wanted", tool->heads.count, FEWEST);
    return false;
}

int main(int argc, char **argv) {
    static struct tool tool;
    if (!read_options(&tool, argc, argv)) {
        fputs("usage: fit-headlines [-l L2] [-m MALUS] [-k FOLDS] [-o FILE] TABLE DATA...\n", stderr);
        return 2;
    }
    tool.table_file = argv[optind++];
    struct ld_settings files = {.files = (const char *const *)(argv + optind), .file_count = (size_t)(argc - optind)};
    struct ld_corpus corpus;
    ld_corpus_init(&corpus, LD_TASK_HEADLINE);
    bool done = run(&tool, &(struct ld_bench){.settings = &files, .corpus = &corpus});
    for (uint32_t i = 0; i < tool.heads.count; i++) lede_document_free(tool.heads.articles[i].doc);
    ld_corpus_free(&corpus);
    return done ? 0 : 1;
}
