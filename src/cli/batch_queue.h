/* batch_queue.h - who does what next: one reader fills slots in order, any number of workers work on them, one writer
 * empties them in the same order. The slots are numbers; what they hold is the caller's. Bounded twice: by the number
 * of slots, and by the bytes that are under way (what is in slots handed on and not yet emptied).
 *
 *   reader: ld_queue_free_slot, (ld_queue_room while it fills), ld_queue_submit ... ld_queue_close
 *   worker: ld_queue_take, ld_queue_finish ...
 *   writer: ld_queue_next, ld_queue_release ...
 * All of them get LD_QUEUE_END when there is nothing left for them to do. */
#ifndef LD_BATCH_QUEUE_H
#define LD_BATCH_QUEUE_H

#include <pthread.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { LD_QUEUE_SLOTS = 1024 }; /* at most */
static const size_t LD_QUEUE_END = SIZE_MAX;

struct ld_queue {
    pthread_mutex_t lock;
    pthread_cond_t room, work, done;     /* what the reader, the workers and the writer wait for */
    size_t slots, limit;                 /* limit: bytes under way */
    size_t under_way;                    /* bytes */
    uint64_t submitted, taken, released; /* slots, from the start on: released <= taken <= submitted */
    size_t bytes[LD_QUEUE_SLOTS];        /* of each slot that is under way */
    bool finished[LD_QUEUE_SLOTS];       /* worked on */
    bool closed;                         /* nothing more is submitted */
    bool stopped;                        /* the writer wants no more */
};

bool ld_queue_init(struct ld_queue *queue, size_t slots, size_t limit); /* false: no memory for it */
void ld_queue_destroy(struct ld_queue *queue);                          /* when all threads are through */

size_t ld_queue_free_slot(struct ld_queue *queue);
/* Wait until bytes more can be under way, or nothing else is. False: stopped. */
bool ld_queue_room(struct ld_queue *queue, size_t bytes);
void ld_queue_submit(struct ld_queue *queue, size_t bytes);
void ld_queue_close(struct ld_queue *queue);

size_t ld_queue_take(struct ld_queue *queue);
void ld_queue_finish(struct ld_queue *queue, size_t slot, size_t bytes); /* bytes: what the slot holds now */

size_t ld_queue_next(struct ld_queue *queue);
void ld_queue_release(struct ld_queue *queue);
void ld_queue_stop(struct ld_queue *queue); /* there is no use in going on: nobody waits any longer */

#endif
