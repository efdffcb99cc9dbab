/* pairs.h - two files of JSON lines in, candidates with their references out. See pairs.c for the members read. */
#ifndef LD_PAIRS_H
#define LD_PAIRS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "eval/tokens.h"

struct ld_source {
    const char *name; /* for messages */
    const char *bytes;
    size_t length;
};

struct ld_rouge_entry {
    struct ld_text id;     /* ends in NUL; a number's digits */
    bool numeric;          /* the id was no string */
    struct ld_text *texts; /* [count] at least one; a candidate has exactly one */
    uint32_t count, line;  /* line from 1 on */
};

struct ld_pairs {
    struct ld_rouge_entry *candidates, *references; /* [count] in the order of the candidates */
    uint32_t count;
    bool empty; /* after a failure: one of the files has no records at all */
};

/* Read both files and put them together by id. False where a line is wrong, an id stands twice or has no partner, with
 * one line of message ("FILE:LINE: what is wrong") appended to message; false and no message: no memory.
 * Calls ld_arena_run itself. Everything given is in the arena. */
bool ld_pairs_read(struct ld_arena *arena, struct ld_source candidates, struct ld_source references,
                   struct ld_pairs *pairs, struct ld_buffer *message);

/* Text from outside on one line of a terminal: control characters and the like become blanks. */
void ld_put_harmless(struct ld_buffer *out, struct ld_text text);

#endif
