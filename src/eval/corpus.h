/* corpus.h - articles with reference summaries, as the field keeps them, in; examples to score against out. Bytes are
 * read by the caller: this knows forms, not files. See corpus.c for each form. */
#ifndef LD_CORPUS_H
#define LD_CORPUS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "eval/pairs.h"
#include "eval/tokens.h"

enum ld_task { LD_TASK_SUMMARY, LD_TASK_HEADLINE, LD_TASK_BULLETS }; /* what the references are references of */

struct ld_example {
    struct ld_text id;                    /* the row's, or where it stands */
    struct ld_text text, title, language; /* length 0: not known; each ends in NUL */
    struct ld_text outlet;                /* who published it; the same */
    struct ld_text *references;           /* [count], one at least; sentences parted by newlines */
    uint32_t count;
    const char *file;
    uint32_t line; /* from 1; 0: the whole file */
};

struct ld_problem { /* a row that cannot be scored */
    const char *file, *what;
    uint32_t line;
};

struct ld_corpus {
    struct ld_arena arena;
    enum ld_task task;
    struct ld_example *examples;
    uint32_t count, capacity;
    struct ld_problem *problems;
    uint32_t problem_count, problem_capacity;
};

/* An empty one; all that it has afterwards is its own, in its arena. */
void ld_corpus_init(struct ld_corpus *corpus, enum ld_task task);
void ld_corpus_free(struct ld_corpus *corpus);

/* Each appends what it finds, examples or problems. False: no memory. Sources may be gone afterwards.
 * Not to be called under ld_arena_run of the corpus' arena. */
bool ld_corpus_add_json_lines(struct ld_corpus *corpus, struct ld_source source);
bool ld_corpus_add_story(struct ld_corpus *corpus, struct ld_source source);
bool ld_corpus_add_article(struct ld_corpus *corpus, const char *id, struct ld_source article,
                           const struct ld_source *references, uint32_t count);
bool ld_corpus_add_reference_lines(struct ld_corpus *corpus, struct ld_source source);
bool ld_corpus_add_problem(struct ld_corpus *corpus, const char *file, uint32_t line, const char *what);

/* The lines of a file of candidates, "<q>" turned into newlines: lines[*count] in the corpus' arena. */
bool ld_corpus_read_lines(struct ld_corpus *corpus, struct ld_source source, struct ld_text **lines, uint32_t *count);

#endif
