/* test_queue.c - the queue of lede batch: order, bounds and ends, with a real reader, workers and writer. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <pthread.h>

#include "cli/batch_queue.h"

enum { MOST_WORKERS = 8, MOST_SLOTS = 16 };

struct belt { /* each item is a number; workers square it */
    struct ld_queue queue;
    uint64_t items[MOST_SLOTS];
    size_t sizes[MOST_SLOTS];
    uint64_t count;      /* of items to come */
    uint64_t stop_after; /* the writer wants no more; 0: it wants all */
    uint64_t written;
    bool ordered;
};

/* Of different sizes, so that the bound on bytes counts, too; every 50th is larger than the limit. */
static size_t size_of(uint64_t item) { return item % 50 == 49 ? 5000 : (size_t)(item % 7) * 30; }

/* Workers take their time, each item another. */
static uint64_t square(uint64_t item) {
    volatile uint64_t waste = 0;
    for (uint64_t i = 0; i < item * 7919 % 3000; i++) waste = waste + i;
    return item * item;
}

static void *work(void *context) {
    struct belt *belt = context;
    for (size_t slot; (slot = ld_queue_take(&belt->queue)) != LD_QUEUE_END;) {
        belt->items[slot] = square(belt->items[slot]);
        ld_queue_finish(&belt->queue, slot, belt->sizes[slot] / 2);
    }
    return NULL;
}

static void *write_all(void *context) {
    struct belt *belt = context;
    for (size_t slot; (slot = ld_queue_next(&belt->queue)) != LD_QUEUE_END;) {
        belt->ordered = belt->ordered && belt->items[slot] == belt->written * belt->written;
        if (++belt->written == belt->stop_after) ld_queue_stop(&belt->queue);
        ld_queue_release(&belt->queue);
    }
    return NULL;
}

/* How many items the reader could hand on; *most: bytes that were under way at once, at most. */
static uint64_t read_all(struct belt *belt, size_t *most) {
    uint64_t item = 0;
    size_t slot;
    *most = 0;
    for (; item < belt->count && (slot = ld_queue_free_slot(&belt->queue)) != LD_QUEUE_END; item++) {
        belt->items[slot] = item;
        belt->sizes[slot] = size_of(item);
        if (!ld_queue_room(&belt->queue, belt->sizes[slot])) break;
        ld_queue_submit(&belt->queue, belt->sizes[slot]);
        pthread_mutex_lock(&belt->queue.lock);
        if (belt->queue.under_way > *most) *most = belt->queue.under_way;
        pthread_mutex_unlock(&belt->queue.lock);
    }
    ld_queue_close(&belt->queue);
    return item;
}

static void test_belts(void **state) {
    static const struct {
        const char *name;
        size_t workers, slots, limit;
        uint64_t count, stop_after;
    } rows[] = {
        {"nothing to do", 2, 8, 1000, 0, 0},
        {"one item", 3, 8, 1000, 1, 0},
        {"one worker", 1, 4, 1000, 1000, 0},
        {"more workers than slots", 8, 2, 1000, 1000, 0},
        {"many", 5, 16, 1000, 3000, 0},
        {"one slot", 2, 1, 1000, 500, 0},
        {"no bytes but the next one's", 4, 16, 0, 500, 0},
        {"the writer stops", 5, 16, 1000, 3000, 700},
        {"the writer stops at once", 2, 4, 1000, 3000, 1},
    };
    (void)state;
    for (size_t r = 0; r < sizeof rows / sizeof *rows; r++) {
        struct belt belt = {.count = rows[r].count, .stop_after = rows[r].stop_after, .ordered = true};
        pthread_t writer, workers[MOST_WORKERS];
        size_t most;
        assert_true(ld_queue_init(&belt.queue, rows[r].slots, rows[r].limit));
        assert_int_equal(pthread_create(&writer, NULL, write_all, &belt), 0);
        for (size_t i = 0; i < rows[r].workers; i++)
            assert_int_equal(pthread_create(&workers[i], NULL, work, &belt), 0);
        uint64_t submitted = read_all(&belt, &most);
        for (size_t i = 0; i < rows[r].workers; i++) pthread_join(workers[i], NULL);
        pthread_join(writer, NULL);
        ld_queue_destroy(&belt.queue);
        if (!belt.ordered) fail_msg("%s: not in order", rows[r].name);
        uint64_t want = rows[r].stop_after ? rows[r].stop_after : rows[r].count;
        if (belt.written != want) fail_msg("%s: %d written", rows[r].name, (int)belt.written);
        if (submitted < want || submitted > want + rows[r].slots) fail_msg("%s: %d read", rows[r].name, (int)submitted);
        size_t bound = rows[r].limit > 5000 ? rows[r].limit : 5000; /* one item alone may be larger than the limit */
        if (most > bound) fail_msg("%s: %d bytes under way", rows[r].name, (int)most);
    }
}

/* Step by step, in one thread: nothing here may wait. */
static void test_steps(void **state) {
    struct ld_queue q;
    (void)state;
    assert_true(ld_queue_init(&q, 3, 100));
    for (size_t i = 0; i < 3; i++) {
        assert_int_equal(ld_queue_free_slot(&q), i);
        assert_true(ld_queue_room(&q, 30));
        ld_queue_submit(&q, 30);
    }
    assert_int_equal(q.under_way, 90);
    assert_int_equal(ld_queue_take(&q), 0);
    assert_int_equal(ld_queue_take(&q), 1);
    ld_queue_finish(&q, 1, 40); /* the second is through first, and waits for its turn */
    ld_queue_finish(&q, 0, 10);
    assert_int_equal(q.under_way, 80);
    assert_int_equal(ld_queue_next(&q), 0);
    ld_queue_release(&q);
    assert_int_equal(ld_queue_next(&q), 1);
    ld_queue_release(&q);
    assert_int_equal(q.under_way, 30);
    assert_int_equal(ld_queue_free_slot(&q), 0); /* round and round */
    assert_true(ld_queue_room(&q, 70));
    ld_queue_submit(&q, 70);
    ld_queue_close(&q);
    assert_int_equal(ld_queue_take(&q), 2); /* what was submitted is done after the close, too */
    assert_int_equal(ld_queue_take(&q), 0);
    assert_true(ld_queue_take(&q) == LD_QUEUE_END);
    ld_queue_finish(&q, 2, 0);
    ld_queue_finish(&q, 0, 0);
    assert_int_equal(ld_queue_next(&q), 2);
    ld_queue_release(&q);
    assert_int_equal(ld_queue_next(&q), 0);
    ld_queue_release(&q);
    assert_true(ld_queue_next(&q) == LD_QUEUE_END);
    assert_int_equal(q.under_way, 0);
    ld_queue_stop(&q);
    assert_true(ld_queue_free_slot(&q) == LD_QUEUE_END);
    assert_false(ld_queue_room(&q, 1));
    ld_queue_destroy(&q);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_steps), cmocka_unit_test(test_belts)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
