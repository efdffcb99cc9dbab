/* test_query.c - what a document has of a query's words: by hand, and for long queries against a look at every word of
 * the document for each of the query's. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "score/query.h"

struct job {
    const lede_document *doc;
    const char *query;
    const uint32_t *terms;
    uint32_t count;
};

static void find(struct ld_arena *arena, void *context) {
    struct job *job = context;
    lede_summary_options options;
    lede_summary_options_init(&options);
    options.query = job->query;
    options.query_length = job->query ? strlen(job->query) : 0;
    job->terms = ld_query_terms(arena, job->doc, &options, &job->count);
}

static lede_document *read_text(const char *text) {
    lede_document_options options;
    lede_document *doc;
    lede_document_options_init(&options);
    options.language = "en";
    assert_int_equal(lede_document_new(text, strlen(text), &options, &doc), LEDE_OK);
    return doc;
}

static void by_hand(void **state) {
    static const char text[] = "Boats sail home. A boat sank. The gulls cry over U.S. boats.";
    static const struct {
        const char *query, *want; /* stems, each with a blank behind it */
    } rows[] = {
        {NULL, ""},
        {"", ""},
        {" ... !", ""},
        {"zebra", ""},
        {"gulls", "gull "},
        {"GULLS, boats", "gull boat "},
        {"boat boats Boats", "boat boat boat "}, /* two forms of one stem, in the query's order, repeated */
        {"sailing gull", ""},                    /* forms that the text does not have */
        {"the gulls zebra cry", "the gull cri "},
        {"cry sail cry", "cri sail cri "},
        {"gull gulls gullsx", "gull "},
    };
    (void)state;
    lede_document *doc = read_text(text);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct ld_arena arena;
        struct job job = {doc, rows[i].query, NULL, 9};
        char got[200] = "";
        ld_arena_init(&arena);
        assert_true(ld_arena_run(&arena, find, &job));
        for (uint32_t t = 0; t < job.count; t++) {
            strncat(got, ld_stem_of(doc, job.terms[t]), doc->terms[job.terms[t]].length);
            strcat(got, " ");
        }
        if (strcmp(got, rows[i].want) != 0) print_error("%s\n", rows[i].query);
        assert_string_equal(got, rows[i].want);
        ld_arena_free(&arena);
    }
    lede_document_free(doc);
}

/* Every third word of the query is not in the text; many stand in it twice. */
static void long_query(void **state) {
    enum { WORDS = 3000, ASKED = 6000 };
    char *text = calloc(WORDS, 12), *query = calloc(ASKED, 12);
    struct ld_arena arena;
    (void)state;
    size_t used = 0;
    for (unsigned i = 0; i < WORDS; i++)
        used += (size_t)sprintf(text + used, "%s%x ", i % 9 ? "q" : "Q", i * 7919 % 65536);
    used = 0;
    for (unsigned i = 0; i < ASKED; i++)
        used += (size_t)sprintf(query + used, "q%x%s ", i * i % WORDS * 7919 % 65536, i % 3 ? "" : "z");
    lede_document *doc = read_text(text);
    struct job job = {doc, query, NULL, 0};
    ld_arena_init(&arena);
    assert_true(ld_arena_run(&arena, find, &job));
    uint32_t n = 0;
    for (char *word = strtok(query, " "); word; word = strtok(NULL, " "))
        for (uint32_t w = 0; w < doc->word_count; w++) {
            if (doc->words[w].length != strlen(word) || memcmp(ld_folded_of(&doc->words[w]), word, strlen(word)) != 0)
                continue;
            assert_true(n < job.count);
            assert_int_equal(job.terms[n++], doc->words[w].term);
        }
    assert_int_equal(n, job.count);
    assert_true(n >= ASKED / 2);
    ld_arena_free(&arena);
    lede_document_free(doc);
    free(text);
    free(query);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(by_hand), cmocka_unit_test(long_query)};
    return cmocka_run_group_tests_name("query", tests, NULL, NULL);
}
