/* test_guard.c - nothing is read past the end of what is given: each text ends where a page ends that no one may read
 * beyond, so that a step too far is a crash, in any build. Whole documents, and the readers of a text by themselves,
 * since a document has a copy of its own. */
#define _DEFAULT_SOURCE /* MAP_ANONYMOUS */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "cli/idf.h"
#include "hard_texts.h"
#include "lede.h"
#include "score/weights.h"
#include "text/block_words.h"
#include "text/marks.h"
#include "text/sentences.h"
#include "text/spaces.h"
#include "text/words.h"

enum { ROOM = 1 << 14, MOST = ROOM - 64 };

static char *room; /* ROOM bytes, then a page that faults */

static int make_room(void **state) {
    (void)state;
    const size_t page = (size_t)sysconf(_SC_PAGESIZE);
    room = mmap(NULL, ROOM + page, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    return room == MAP_FAILED || mprotect(room + ROOM, page, PROT_NONE);
}

/* A copy that ends where the page does; what stands before it is full of letters, so that it is no end of a word. */
static const char *at_the_end(const char *bytes, size_t length) {
    memset(room, 'x', ROOM - length);
    return memcpy(room + ROOM - length, bytes, length);
}

static void read_all(struct ld_arena *arena, void *context) {
    const struct text *text = context;
    const char *bytes = at_the_end(text->bytes, text->length), *end = bytes + text->length;
    const struct ld_span span = {0, (uint32_t)text->length};
    const struct ld_language *language = ld_language_detect(bytes, text->length);
    struct ld_words_seen seen;
    struct ld_word_scan scan;
    struct ld_words words;
    struct ld_token tokens[LD_WORDS_AT_ONCE];
    struct ld_spans sentences = {0};
    struct ld_blocks blocks = {0};
    ld_sentences_split(arena, bytes, span, language, &sentences);
    ld_blocks_find(arena, bytes, span.length, language, false, &blocks);
    for (uint32_t s = 0; s < sentences.count; s++) ld_marks_read(bytes, sentences.items[s], span.length);
    ld_marks_read(bytes, span, span.length);
    ld_words_see(bytes, end, LD_WORDS_SEEN, &seen);
    ld_words_count(bytes, end, LD_WORDS_SEEN);
    ld_fold_spaces(arena, bytes, span, NULL);
    ld_count_characters(bytes, span);
    const uint32_t columns = ld_count_columns(bytes, span);
    ld_words_start(&scan, bytes, span, language);
    uint32_t count = 0;
    while (ld_words_next(&scan)) count++;
    ld_words_start(&scan, bytes, span, language);
    for (bool done = false; !done; count -= words.count) {
        words.count = words.used = 0;
        words.tokens = tokens;
        done = ld_words_read(&scan, &words, (struct ld_places){&(uint32_t){0}, 0});
    }
    assert_int_equal(count, 0); /* both ways find as many words */
    assert_true(columns <= span.length);
    assert_int_equal(columns, ld_words_columns(&scan));
}

static void readers_stop(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        for (size_t length = 0; length <= texts[i].length && length < MOST; length++) {
            struct text part = {texts[i].name, texts[i].bytes, length};
            struct ld_arena arena;
            ld_arena_init(&arena);
            assert_true(ld_arena_run(&arena, read_all, &part));
            ld_arena_free(&arena);
        }
}

/* The text itself, title, stop words, query and weights: each in turn is what ends with the page. */
static void summarise(const struct text *whole, size_t length, int given) {
    const char *part = at_the_end(whole->bytes, length);
    lede_document_options about;
    lede_summary_options how;
    lede_document *document;
    lede_summary *summary;
    lede_document_options_init(&about);
    lede_summary_options_init(&how);
    how.parts = LEDE_HEADLINE | LEDE_SUMMARY;
    if (given == 1) about.title = part, about.title_length = length;
    if (given == 2) about.stopwords = part, about.stopwords_length = length;
    if (given == 3) how.query = part, how.query_length = length;
    if (given == 4) how.weights = part, how.weights_length = length;
    lede_status status = given ? lede_document_new(whole->bytes, whole->length, &about, &document)
                               : lede_document_new(part, length, &about, &document);
    assert_true(status == LEDE_OK || (status == LEDE_ERROR_EMPTY && !document));
    if (status != LEDE_OK) return;
    status = lede_summary_new(document, &how, &summary);
    assert_true(status == LEDE_OK || (status == LEDE_ERROR_WEIGHTS && given == 4));
    lede_summary_free(summary);
    lede_document_free(document);
}

static void documents_stop(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        for (size_t length = 0; length <= texts[i].length && length < MOST; length += 1 + length / 24)
            for (int given = 0; given < 5; given++) summarise(&texts[i], length, given);
}

static void weights_stop(void **state) {
    (void)state;
    static const char table[] = "# a line\nposition\t-0.25\t12\r\nworth 1\n\nfirst\t1.5";
    for (size_t length = 0; length < sizeof table; length++) {
        struct ld_weights weights;
        struct ld_weights_problem problem;
        ld_weights_read(at_the_end(table, length), length, &weights, &problem);
    }
}

static void tables_stop(void **state) {
    (void)state;
    static const char text[] = "The mill burns wood from the hill. Ships carry salt, and a dog found the key.";
    struct ld_idf_counts counts;
    struct ld_buffer table;
    lede_document_options options;
    lede_document *document;
    ld_idf_init(&counts, 0);
    lede_document_options_init(&options);
    options.language = "en";
    assert_int_equal(lede_document_new(text, sizeof text - 1, &options, &document), LEDE_OK);
    assert_null(ld_idf_add_document(&counts, document));
    lede_document_free(document);
    ld_idf_sort(&counts);
    assert_null(ld_idf_make_table(&counts, "en", &table));
    ld_idf_free(&counts);
    for (size_t length = table.length % 8; length <= table.length; length += 8) {
        options.idf = at_the_end(table.bytes, length);
        options.idf_length = length;
        lede_status status = lede_document_new(text, sizeof text - 1, &options, &document);
        assert_int_equal(status, length == table.length ? LEDE_OK : LEDE_ERROR_TABLE);
        lede_document_free(document);
    }
    ld_buffer_free(&table);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(readers_stop), cmocka_unit_test(documents_stop),
                                       cmocka_unit_test(weights_stop), cmocka_unit_test(tables_stop)};
    return cmocka_run_group_tests_name("guard", tests, make_room, NULL);
}
