/* batch_queue.c - see batch_queue.h. One lock for all: it is held for some instructions, once a group of records. */
#include "cli/batch_queue.h"

bool ld_queue_init(struct ld_queue *q, size_t slots, size_t limit) {
    *q = (struct ld_queue){.slots = slots < LD_QUEUE_SLOTS ? slots : LD_QUEUE_SLOTS, .limit = limit};
    pthread_cond_t *const conditions[] = {&q->room, &q->work, &q->done};
    size_t made = 0;
    if (pthread_mutex_init(&q->lock, NULL)) return false;
    while (made < 3 && !pthread_cond_init(conditions[made], NULL)) made++;
    if (made == 3) return true;
    while (made) pthread_cond_destroy(conditions[--made]);
    pthread_mutex_destroy(&q->lock);
    return false;
}

void ld_queue_destroy(struct ld_queue *q) {
    pthread_cond_destroy(&q->done);
    pthread_cond_destroy(&q->work);
    pthread_cond_destroy(&q->room);
    pthread_mutex_destroy(&q->lock);
}

/* ---- the reader ---- */

size_t ld_queue_free_slot(struct ld_queue *q) {
    pthread_mutex_lock(&q->lock);
    while (!q->stopped && (q->submitted - q->released == q->slots || q->under_way > q->limit))
        pthread_cond_wait(&q->room, &q->lock);
    size_t slot = q->stopped ? LD_QUEUE_END : q->submitted % q->slots;
    pthread_mutex_unlock(&q->lock);
    return slot;
}

bool ld_queue_room(struct ld_queue *q, size_t bytes) {
    pthread_mutex_lock(&q->lock);
    while (!q->stopped && q->under_way && (bytes > q->limit || q->under_way > q->limit - bytes))
        pthread_cond_wait(&q->room, &q->lock);
    bool stopped = q->stopped;
    pthread_mutex_unlock(&q->lock);
    return !stopped;
}

void ld_queue_submit(struct ld_queue *q, size_t bytes) {
    pthread_mutex_lock(&q->lock);
    size_t slot = q->submitted++ % q->slots;
    q->bytes[slot] = bytes;
    q->finished[slot] = false;
    q->under_way += bytes;
    pthread_cond_signal(&q->work);
    pthread_mutex_unlock(&q->lock);
}

void ld_queue_close(struct ld_queue *q) {
    pthread_mutex_lock(&q->lock);
    q->closed = true;
    pthread_cond_broadcast(&q->work);
    pthread_cond_signal(&q->done);
    pthread_mutex_unlock(&q->lock);
}

/* ---- a worker ---- */

size_t ld_queue_take(struct ld_queue *q) {
    pthread_mutex_lock(&q->lock);
    while (!q->stopped && !q->closed && q->taken == q->submitted) pthread_cond_wait(&q->work, &q->lock);
    size_t slot = q->stopped || q->taken == q->submitted ? LD_QUEUE_END : q->taken++ % q->slots;
    pthread_mutex_unlock(&q->lock);
    return slot;
}

void ld_queue_finish(struct ld_queue *q, size_t slot, size_t bytes) {
    pthread_mutex_lock(&q->lock);
    q->under_way += bytes - q->bytes[slot]; /* may wrap around, and back */
    q->bytes[slot] = bytes;
    q->finished[slot] = true;
    if (slot == q->released % q->slots) pthread_cond_signal(&q->done);
    pthread_cond_signal(&q->room);
    pthread_mutex_unlock(&q->lock);
}

/* ---- the writer ---- */

static bool next_is_done(const struct ld_queue *q) {
    return q->released < q->submitted && q->finished[q->released % q->slots];
}

size_t ld_queue_next(struct ld_queue *q) {
    pthread_mutex_lock(&q->lock);
    while (!q->stopped && !next_is_done(q) && !(q->closed && q->released == q->submitted))
        pthread_cond_wait(&q->done, &q->lock);
    size_t slot = !q->stopped && next_is_done(q) ? q->released % q->slots : LD_QUEUE_END;
    pthread_mutex_unlock(&q->lock);
    return slot;
}

void ld_queue_release(struct ld_queue *q) {
    pthread_mutex_lock(&q->lock);
    size_t slot = q->released++ % q->slots;
    q->under_way -= q->bytes[slot];
    q->finished[slot] = false;
    pthread_cond_signal(&q->room);
    pthread_mutex_unlock(&q->lock);
}

void ld_queue_stop(struct ld_queue *q) {
    pthread_mutex_lock(&q->lock);
    q->stopped = true;
    pthread_cond_signal(&q->room);
    pthread_cond_broadcast(&q->work);
    pthread_cond_signal(&q->done);
    pthread_mutex_unlock(&q->lock);
}
