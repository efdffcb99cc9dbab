/* arena.h - memory that is given back all at once.
 *
 * But for large ones that ld_arena_drop gives back, nothing in an arena is freed by itself, so code that builds a
 * document needs no cleanup. An allocation never gives NULL: where memory runs out, control goes back to the
 * ld_arena_run that is under way, which answers false. Code called under ld_arena_run must therefore hold nothing
 * outside the arena. Not for use by two threads at once.
 */
#ifndef LD_ARENA_H
#define LD_ARENA_H

#include <setjmp.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __GNUC__
#define LD_NEVER_NULL __attribute__((returns_nonnull))
#else
#define LD_NEVER_NULL
#endif

/* Bytes from which on an allocation has a block of its own. In a build for fuzzing (LD_ARENA_APART) all have, so that
 * AddressSanitizer sees what goes past the end of one. */
#ifdef LD_ARENA_APART
enum { LD_ARENA_LARGE = 1 };
#else
enum { LD_ARENA_LARGE = 1 << 16 };
#endif

struct ld_arena {
    struct ld_arena_block *blocks; /* newest first */
    char *free;                    /* next free byte of the newest small block */
    size_t left;                   /* free bytes there */
    size_t next;                   /* bytes of the next such block, or 0 */
    jmp_buf *fail;                 /* where to go when memory runs out */
};

void ld_arena_init(struct ld_arena *arena);
/* So many bytes are likely to be asked for, all in all: fewer blocks will do, of an arena that has none yet. */
void ld_arena_expect(struct ld_arena *arena, size_t bytes);
void ld_arena_free(struct ld_arena *arena); /* all memory back; the arena is as after init */

/* Give back what was allocated since the mark was taken: for what is needed for a while only. Allocations of before
 * must not have grown since (ld_arena_grow). */
struct ld_arena_mark {
    struct ld_arena_block *blocks;
    char *free;
    size_t left;
};
struct ld_arena_mark ld_arena_mark(const struct ld_arena *arena);
void ld_arena_release(struct ld_arena *arena, struct ld_arena_mark mark);

/* Call work(arena, context); false where memory ran out in it. Does not nest on one arena. */
bool ld_arena_run(struct ld_arena *arena, void (*work)(struct ld_arena *arena, void *context), void *context);

LD_NEVER_NULL void *ld_arena_alloc_more(struct ld_arena *arena, size_t size);

/* size bytes aligned for any type, not cleared; size 0 gives a valid pointer. Only under ld_arena_run. */
LD_NEVER_NULL static inline void *ld_arena_alloc(struct ld_arena *arena, size_t size) {
    if (size >= LD_ARENA_LARGE) return ld_arena_alloc_more(arena, size);
    const size_t align = _Alignof(max_align_t), whole = (size + align - !!size) / align * align;
    if (whole > arena->left) return ld_arena_alloc_more(arena, size);
    void *result = arena->free;
    arena->free += whole;
    arena->left -= whole;
    return result;
}

/* The same where possible at a multiple of a power of two: for speed, not to be relied on. */
LD_NEVER_NULL static inline void *ld_arena_alloc_at(struct ld_arena *arena, size_t size, size_t multiple) {
    const size_t skip = -(uintptr_t)arena->free & (multiple - 1);
    if (skip && skip <= arena->left) { /* no skip where there is no block yet */
        arena->free += skip;
        arena->left -= skip;
    }
    return ld_arena_alloc(arena, size);
}

/* count items of size bytes, cleared; a product that overflows counts as no memory. */
LD_NEVER_NULL void *ld_arena_array(struct ld_arena *arena, size_t count, size_t size);

/* Make an allocation larger, its first old_size bytes kept; old may be NULL with old_size 0. Large ones are moved by
 * realloc, so that growing by doubling does not leave copies behind. */
LD_NEVER_NULL void *ld_arena_grow(struct ld_arena *arena, void *old, size_t old_size, size_t new_size);

/* Give back an allocation of so many bytes before the others, if it is large; no mark may have been taken since. */
void ld_arena_drop(struct ld_arena *arena, void *old, size_t size);

/* A copy that ends in NUL. */
LD_NEVER_NULL char *ld_arena_string(struct ld_arena *arena, const char *bytes, size_t length);

/* For code under ld_arena_run that meets a failed allocation elsewhere: ends the run as a failed one of the arena's. */
_Noreturn void ld_arena_fail(struct ld_arena *arena);

/* Make a growing array larger; capacity is updated. */
#define LD_ARENA_MORE(arena, items, capacity)                                                                          \
    do {                                                                                                               \
        size_t ld_new = (capacity) ? 2 * (size_t)(capacity) : 16;                                                      \
        if (ld_new > UINT32_MAX) ld_arena_fail(arena);                                                                 \
        (items) = ld_arena_grow((arena), (items), (size_t)(capacity) * sizeof *(items), ld_new * sizeof *(items));     \
        (capacity) = (uint32_t)ld_new;                                                                                 \
    } while (0)

/* Append one item to a growing array: ensures room for items[count]; capacity is updated. */
#define LD_ARENA_ROOM(arena, items, count, capacity)                                                                   \
    do {                                                                                                               \
        if ((count) == (capacity)) LD_ARENA_MORE(arena, items, capacity);                                              \
    } while (0)

#endif
