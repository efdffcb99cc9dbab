/* test_memory.c - the n-th allocation fails, for n = 1, 2, 3, ... until all goes well: each time the status is
 * LEDE_ERROR_MEMORY, what is given back is NULL, and nothing leaks (for ASan to see). The Makefile links
 * this test with --wrap, so that the library's calls come here. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "failing.h"
#include "lede.h"

static const char article[] = "Mill wheel turns again\n\nBy Ada Brook\n\nThe old mill at Stone Ford ground flour on "
                              "Sunday for the first time since "
                              "1951. Some 300 people came to see the wheel turn, the owner said. Dr. Ellen Hart, who "
                              "led the repair, said that oak "
                              "for the new paddles was hard to find.\n\nHow it was paid\n\n- The village gave "
                              "$20,000.\n- A lottery gave the rest.\n\n"
                              "However, the mill will run on Sundays only. \"It is a museum, not a factory,\" said "
                              "Hart. Flour can be bought at the "
                              "door, and bread at the bakery across the bridge.\n";

static lede_status build(const char *text, size_t length, const char *language, lede_document **document) {
    lede_document_options options;
    lede_document_options_init(&options);
    options.language = language;
    options.stopwords = "the\na\nof\n";
    options.stopwords_length = language ? 0 : 9;
    return lede_document_new(text, length, &options, document);
}

/* One run with the n-th allocation failing: how far it came, 3 for all. */
static int attempt(unsigned long n, bool keep, const char *text, size_t length, const char *language,
                   const char *method, const lede_render_options *shape) {
    lede_document *document = (lede_document *)&keep;
    lede_summary *summary = (lede_summary *)&keep;
    char *output = (char *)&keep;
    size_t size = 1;
    lede_summary_options how;
    int step = 0;
    lede_summary_options_init(&how);
    how.parts = 511; /* all of enum lede_part */
    how.letter_case = LEDE_TITLE_CASE;
    how.drop_articles = 1;
    how.method = method;
    how.query = "mill bread";
    how.query_length = 10;
    arm(n, keep);
    lede_status status = build(text, length, language, &document);
    if (status) {
        assert_null(document);
        goto done;
    }
    step++;
    status = lede_summary_new(document, &how, &summary);
    if (status) {
        assert_null(summary);
        goto no_summary;
    }
    step++;
    status = lede_render(document, summary, shape, &output, &size);
    if (status) {
        assert_null(output);
        assert_int_equal(size, 0);
    } else {
        step++;
        assert_int_equal(strlen(output), size);
        lede_string_free(output);
    }
    lede_summary_free(summary);
no_summary:
    lede_document_free(document);
done:
    if (status) assert_int_equal(status, LEDE_ERROR_MEMORY);
    assert_int_equal(failed, status != LEDE_OK); /* a failure is never passed over in silence */
    arm(0, false);
    return step;
}

static void until_it_works(const char *text, size_t length, const char *language, const char *method,
                           const lede_render_options *shape, unsigned long stride) {
    for (int keep = 0; keep < 2; keep++) {
        unsigned long n = 1;
        int furthest = 0, step;
        while ((step = attempt(n, keep, text, length, language, method, shape)) < 3) {
            if (step < furthest) assert_true(stride > 1);
            furthest = step > furthest ? step : furthest;
            n += stride;
            assert_true(n < 100000);
        }
        assert_true(n > 3);
    }
}

static void every_format(void **state) {
    (void)state;
    for (const char *const *format = lede_formats(); *format; format++)
        for (int way = 0; way < 3; way++) {
            lede_render_options shape;
            lede_render_options_init(&shape);
            shape.format = *format;
            shape.parts = 511;
            shape.highlight = way == 1;
            shape.explain = way == 2;
            shape.width = 40;
            shape.standalone = shape.color = 1;
            until_it_works(article, sizeof article - 1, "en", "lede", &shape, 1);
        }
}

static void every_method(void **state) {
    (void)state;
    lede_render_options shape;
    lede_render_options_init(&shape);
    for (const char *const *method = lede_methods(); *method; method++) {
        until_it_works(article, sizeof article - 1, "auto", *method, &shape, 1);
        until_it_works(article, sizeof article - 1, NULL, *method, &shape, 1);
        until_it_works("word", 4, "en", *method, &shape, 1);
    }
}

static void a_long_text(void **state) {
    (void)state;
    enum { COPIES = 60 };
    size_t length = sizeof article - 1;
    char *text = malloc(COPIES * length);
    for (size_t i = 0; i < COPIES; i++) {
        memcpy(text + i * length, article, length);
        text[i * length] = (char)('A' + i % 26);
    }
    lede_render_options shape;
    lede_render_options_init(&shape);
    shape.format = "json";
    shape.parts = 511;
    until_it_works(text, COPIES * length, "en", "lede", &shape, 7);
    free(text);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(every_format), cmocka_unit_test(every_method),
                                       cmocka_unit_test(a_long_text)};
    return cmocka_run_group_tests_name("memory", tests, NULL, NULL);
}
