/* names.h - strings to numbers: each distinct string gets the next number, from 0 on. What eval/ counts words, stems
 * and ids by. Memory comes from an arena; adding is for use under ld_arena_run only. */
#ifndef LD_NAMES_H
#define LD_NAMES_H

#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"

#define LD_NO_NAME UINT32_MAX

struct ld_name {
    const char *bytes; /* a copy, ended by NUL */
    uint32_t length;
    uint32_t hash;
    uint32_t value; /* the user's own; 0 at first */
};

struct ld_names {
    struct ld_arena *arena;
    struct ld_name *items; /* [count] in the order of their adding */
    uint32_t count, capacity;
    uint32_t *slots; /* [mask + 1] number + 1, or 0; at most half of them in use */
    uint32_t mask;
};

void ld_names_init(struct ld_names *names, struct ld_arena *arena);
uint32_t ld_names_find(const struct ld_names *names, const char *bytes, size_t length); /* or LD_NO_NAME */
/* The string's number; a new string's number is the count before the call. */
uint32_t ld_names_add(struct ld_names *names, const char *bytes, size_t length);

#endif
