/* batch_memory.c - a record's line in, the record out, also where memory runs out meanwhile. jansson 2.14 does not see
 * every allocation that fails in its lexer: it then takes good JSON for bad, or reads through a bad pointer (its issue
 * 362). So its memory comes from here: when there is none, all that jansson holds is freed, and control returns here.
 * Leaves alone what jansson does. One list a thread: jansson's allocation functions are not told what they are for. */
#include <jansson.h>
#include <setjmp.h>
#include <stdint.h>
#include <stdlib.h>

#include "cli/batch.h"

struct node { /* stands before each piece of memory, in a ring */
    _Alignas(max_align_t) struct node *next;
    struct node *before;
};

static _Thread_local struct {
    struct node ring; /* of what was allocated since reading began, while it goes on */
    bool reading, lost;
    jmp_buf fail;
} ours;

static void unlink_node(struct node *node) {
    node->before->next = node->next;
    node->next->before = node->before;
}

static void *allocate(size_t size) {
    struct node *node = size < SIZE_MAX - sizeof *node ? malloc(sizeof *node + size) : NULL;
    if (!node && ours.reading) longjmp(ours.fail, 1);
    if (!node) ours.lost = true;
    if (!node) return NULL;
    if (ours.reading) {
        *node = (struct node){ours.ring.next, &ours.ring};
        node->next->before = ours.ring.next = node;
    } else {
        *node = (struct node){node, node};
    }
    return node + 1;
}

static void release(void *memory) {
    struct node *node = memory;
    if (!memory) return;
    unlink_node(--node); /* NOLINT(clang-analyzer-unix.Malloc): what the ring holds was not freed before */
    free(node);
}

void ld_batch_memory(void) { json_set_alloc_funcs(allocate, release); }

bool ld_batch_memory_lost(void) { return ours.lost; }

enum ld_record_error ld_batch_record(const char *line, size_t length, bool carry, struct ld_record *record,
                                     struct ld_buffer *message) {
    ours.ring = (struct node){&ours.ring, &ours.ring};
    if (setjmp(ours.fail)) {
        ours.reading = false;
        while (ours.ring.next != &ours.ring) release(ours.ring.next + 1);
        free(record->strings); /* not jansson's */
        *record = (struct ld_record){0};
        return LD_RECORD_NO_MEMORY;
    }
    ours.reading = true;
    enum ld_record_error error = ld_record_read(line, length, carry, record, message);
    ours.reading = false;
    unlink_node(&ours.ring); /* what is left belongs to the record, and is a ring without us */
    return error;
}
