/* arena.c - see arena.h. Small allocations share blocks that double in size up to a bound; large ones have a block of
 * their own, which realloc can move. Leaves alone: what is in the memory. */
#ifdef __linux__
#define _DEFAULT_SOURCE /* NOLINT(bugprone-reserved-identifier,cert-dcl*): for madvise */
#endif
#include "base/arena.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#ifdef __linux__
#include <sys/mman.h>
#endif

enum { FIRST_BLOCK = 4096, LAST_BLOCK = 1 << 18, HUGE_PAGE = 1 << 21 };

struct ld_arena_block {
    struct ld_arena_block *next, *before; /* before: the newer one */
    size_t size;                          /* bytes that follow */
    size_t large;                         /* not 0: holds one large allocation */
};

_Static_assert(sizeof(struct ld_arena_block) % _Alignof(max_align_t) == 0, "what follows the header is aligned");

void ld_arena_init(struct ld_arena *arena) { *arena = (struct ld_arena){0}; }

void ld_arena_expect(struct ld_arena *arena, size_t bytes) {
    for (arena->next = FIRST_BLOCK; arena->next < LAST_BLOCK && arena->next < bytes;) arena->next *= 2;
}

void ld_arena_free(struct ld_arena *arena) {
    struct ld_arena_block *block = arena->blocks;
    while (block) {
        struct ld_arena_block *next = block->next;
        free(block);
        block = next;
    }
    ld_arena_init(arena);
}

struct ld_arena_mark ld_arena_mark(const struct ld_arena *arena) {
    return (struct ld_arena_mark){arena->blocks, arena->free, arena->left};
}

void ld_arena_release(struct ld_arena *arena, struct ld_arena_mark mark) {
    while (arena->blocks != mark.blocks) {
        struct ld_arena_block *newest = arena->blocks;
        arena->blocks = newest->next;
        free(newest);
    }
    if (arena->blocks) arena->blocks->before = NULL;
    arena->free = mark.free;
    arena->left = mark.left;
}

bool ld_arena_run(struct ld_arena *arena, void (*work)(struct ld_arena *arena, void *context), void *context) {
    jmp_buf here;
    if (setjmp(here)) {
        arena->fail = NULL;
        return false;
    }
    arena->fail = &here;
    work(arena, context);
    arena->fail = NULL;
    return true;
}

_Noreturn void ld_arena_fail(struct ld_arena *arena) { longjmp(*arena->fail, 1); }

/* Memory that is read here and there waits less in huge pages, where the system has them. */
static void *get_memory(size_t size) {
#ifdef MADV_HUGEPAGE
    void *memory;
    if (size >= HUGE_PAGE) {
        if (posix_memalign(&memory, HUGE_PAGE, size)) return NULL;
        (void)madvise(memory, size, MADV_HUGEPAGE); /* else it is memory all the same */
        return memory;
    }
#endif
    return malloc(size);
}

static struct ld_arena_block *new_block(struct ld_arena *arena, size_t size, size_t large) {
    if (size > SIZE_MAX - sizeof(struct ld_arena_block)) ld_arena_fail(arena);
    struct ld_arena_block *block = get_memory(sizeof *block + size);
    if (!block) ld_arena_fail(arena);
    *block = (struct ld_arena_block){arena->blocks, NULL, size, large};
    if (arena->blocks) arena->blocks->before = block;
    arena->blocks = block;
    return block;
}

/* Where the newest block has no room. */
void *ld_arena_alloc_more(struct ld_arena *arena, size_t size) {
    if (size >= LD_ARENA_LARGE) return new_block(arena, size, 1) + 1;
    size_t block = arena->next ? arena->next : FIRST_BLOCK;
    if (block < size + _Alignof(max_align_t)) block = LD_ARENA_LARGE;
    arena->free = (char *)(new_block(arena, block, 0) + 1);
    arena->left = block;
    arena->next = block < LAST_BLOCK ? 2 * block : LAST_BLOCK;
    return ld_arena_alloc(arena, size);
}

void *ld_arena_array(struct ld_arena *arena, size_t count, size_t size) {
    if (count > SIZE_MAX / size) ld_arena_fail(arena);
    void *result = ld_arena_alloc(arena, count * size);
    memset(result, 0, count * size);
    return result;
}

void *ld_arena_grow(struct ld_arena *arena, void *old, size_t old_size, size_t new_size) {
    if (old_size < LD_ARENA_LARGE) {
        void *result = ld_arena_alloc(arena, new_size);
        if (old) memcpy(result, old, old_size);
        return result;
    }
    struct ld_arena_block *block = (struct ld_arena_block *)old - 1;
    if (new_size > SIZE_MAX - sizeof *block) ld_arena_fail(arena);
    struct ld_arena_block *moved = realloc(block, sizeof *block + new_size);
    if (!moved) ld_arena_fail(arena); /* the old block is still in the list */
    moved->size = new_size;
    if (moved->next) moved->next->before = moved;
    if (moved->before)
        moved->before->next = moved;
    else
        arena->blocks = moved;
    return moved + 1;
}

void ld_arena_drop(struct ld_arena *arena, void *old, size_t size) {
    if (size < LD_ARENA_LARGE) return;
    struct ld_arena_block *block = (struct ld_arena_block *)old - 1;
    if (block->next) block->next->before = block->before;
    if (block->before)
        block->before->next = block->next;
    else
        arena->blocks = block->next;
    free(block);
}

char *ld_arena_string(struct ld_arena *arena, const char *bytes, size_t length) {
    char *copy = ld_arena_alloc(arena, length + 1);
    if (length) memcpy(copy, bytes, length);
    copy[length] = 0;
    return copy;
}
