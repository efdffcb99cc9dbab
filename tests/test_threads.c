/* test_threads.c - eight threads summarise and render one shared document, and build documents of their own, also with
 * a cache of their own and with one idf table that all share: all give the same bytes. `make tsan` runs this. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cli/idf.h"
#include "lede.h"

enum { THREADS = 8, ROUNDS = 3 };

static const char article[] = "Ferry to run all winter\n\nThe island ferry will run all winter for the first time, the "
                              "harbour board said on Tuesday. "
                              "Until now it stopped in November, when storms close the narrow northern channel. A new "
                              "hull lets it pass ice of ten "
                              "centimetres.\n\n\"We waited twenty years for this,\" said Marta Lind, who keeps the "
                              "island's only shop. Prices in her shop "
                              "double each December, because goods come by air.\n\nHowever, the board has money for "
                              "two seasons only. The county wants "
                              "to see how many people travel before it pays for a third.\n";

static const char verein[] =
    "Der Verein hat am Montag beschlossen, das Haus zu verkaufen. Es ist seit drei Jahren nicht mehr bewohnt. "
    "Die Stadt will es aber nicht haben, und auch die Nachbarn haben kein Geld daf\u00FCr.";

struct output {
    char *bytes;
    size_t length;
};

static lede_document *make(const char *text) {
    lede_document *document;
    return lede_document_new(text, strlen(text), NULL, &document) ? NULL : document;
}

static lede_document *make_by_table(const char *text, const struct ld_buffer *table, lede_cache *cache) {
    lede_document_options options;
    lede_document *document;
    lede_document_options_init(&options);
    options.idf = table->bytes;
    options.idf_length = table->length;
    options.cache = cache;
    return lede_document_new(text, strlen(text), &options, &document) ? NULL : document;
}

static struct ld_buffer make_table(const lede_document *document) {
    struct ld_idf_counts counts;
    struct ld_buffer table;
    ld_idf_init(&counts, 0);
    assert_null(ld_idf_add_document(&counts, document));
    ld_idf_sort(&counts);
    assert_null(ld_idf_make_table(&counts, "en", &table));
    ld_idf_free(&counts);
    return table;
}

/* All methods and formats of a document, one after the other; no asserts here: cmocka's are for one thread. */
static struct output give_all(const lede_document *document) {
    struct output all = {calloc(1, 1), 0};
    for (const char *const *method = lede_methods(); *method; method++)
        for (const char *const *format = lede_formats(); *format; format++) {
            lede_summary_options how;
            lede_render_options shape;
            lede_summary *summary;
            char *bytes;
            size_t length;
            lede_summary_options_init(&how);
            lede_render_options_init(&shape);
            how.method = *method;
            how.seed = 5;
            shape.format = *format;
            shape.parts = 127;
            if (!document || lede_summary_new(document, &how, &summary)) return all;
            if (!lede_render(document, summary, &shape, &bytes, &length)) {
                all.bytes = realloc(all.bytes, all.length + length + 1);
                memcpy(all.bytes + all.length, bytes, length + 1);
                all.length += length;
                lede_string_free(bytes);
            }
            lede_summary_free(summary);
        }
    return all;
}

struct job {
    const lede_document *shared;
    const struct ld_buffer *table;
    struct output shared_output[ROUNDS], own_output[ROUNDS], other_output[ROUNDS], table_output[ROUNDS];
};

static void *run(void *context) {
    struct job *job = context;
    lede_cache *cache = NULL;
    lede_cache_new(&cache);
    for (int round = 0; round < ROUNDS; round++) {
        lede_document *own = make(article), *other = make(verein);
        lede_document *by_table = make_by_table(article, job->table, round ? cache : NULL);
        job->shared_output[round] = give_all(job->shared);
        job->own_output[round] = give_all(own);
        job->other_output[round] = give_all(other);
        job->table_output[round] = give_all(by_table);
        lede_document_free(own);
        lede_document_free(other);
        lede_document_free(by_table);
    }
    lede_cache_free(cache);
    return NULL;
}

static void check_same(struct output *got, const struct output *want) {
    assert_int_equal(got->length, want->length);
    assert_memory_equal(got->bytes, want->bytes, want->length);
    free(got->bytes);
}

static void threads_agree(void **state) {
    (void)state;
    lede_document *shared = make(article), *german = make(verein);
    assert_non_null(shared);
    assert_string_equal(lede_document_language(shared), "en");
    assert_string_equal(lede_document_language(german), "de");
    struct ld_buffer table = make_table(shared);
    lede_document *by_table = make_by_table(article, &table, NULL);
    struct output want = give_all(shared), want_german = give_all(german), want_table = give_all(by_table);
    assert_true(want.length > 1000 && want_german.length > 1000 && want_table.length > 1000);
    assert_true(want.length != want_table.length || memcmp(want.bytes, want_table.bytes, want.length) != 0);
    static struct job jobs[THREADS];
    pthread_t threads[THREADS];
    for (int i = 0; i < THREADS; i++) {
        jobs[i].shared = shared;
        jobs[i].table = &table;
        assert_int_equal(pthread_create(&threads[i], NULL, run, &jobs[i]), 0);
    }
    for (int i = 0; i < THREADS; i++) assert_int_equal(pthread_join(threads[i], NULL), 0);
    for (int i = 0; i < THREADS; i++)
        for (int round = 0; round < ROUNDS; round++) {
            check_same(&jobs[i].shared_output[round], &want);
            check_same(&jobs[i].own_output[round], &want);
            check_same(&jobs[i].other_output[round], &want_german);
            check_same(&jobs[i].table_output[round], &want_table);
        }
    free(want.bytes);
    free(want_german.bytes);
    free(want_table.bytes);
    ld_buffer_free(&table);
    lede_document_free(by_table);
    lede_document_free(shared);
    lede_document_free(german);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(threads_agree)};
    return cmocka_run_group_tests_name("threads", tests, NULL, NULL);
}
