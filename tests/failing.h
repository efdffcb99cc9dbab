/* failing.h - allocations that fail when a test wants it. Whoever includes this is linked with --wrap (see the
 * Makefile), so that the calls of our own objects come here. */
#ifndef FAILING_H
#define FAILING_H

#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>

void *__real_malloc(size_t size);
void *__real_calloc(size_t count, size_t size);
void *__real_realloc(void *old, size_t size);
void *__wrap_malloc(size_t size);
void *__wrap_calloc(size_t count, size_t size);
void *__wrap_realloc(void *old, size_t size);

static atomic_ulong countdown; /* 0: none fails; n: the n-th from now fails, and all after it when keep_failing */
static atomic_bool keep_failing, failed;

static bool fails(void) {
    if (failed && keep_failing) return true;
    for (unsigned long n = countdown; n;)
        if (atomic_compare_exchange_weak(&countdown, &n, n - 1)) {
            if (n == 1) failed = true;
            return n == 1;
        }
    return false;
}

void *__wrap_malloc(size_t size) { return fails() ? NULL : __real_malloc(size); }
void *__wrap_calloc(size_t count, size_t size) { return fails() ? NULL : __real_calloc(count, size); }
void *__wrap_realloc(void *old, size_t size) { return fails() ? NULL : __real_realloc(old, size); }

static void arm(unsigned long n, bool keep) {
    countdown = n;
    keep_failing = keep;
    failed = false;
}

#endif
