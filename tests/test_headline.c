/* test_headline.c - which sentence becomes the headline and which become bullets: tables of small articles of our own.
 */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "base/unicode.h"
#include "lede.h"

struct picked {
    lede_document *document;
    lede_summary *summary;
};

static void pick(struct picked *p, const char *text, const char *title, const lede_summary_options *options) {
    lede_document_options how;
    lede_document_options_init(&how);
    how.language = "en";
    how.title = title;
    how.title_length = title ? strlen(title) : 0;
    assert_int_equal(lede_document_new(text, strlen(text), &how, &p->document), LEDE_OK);
    assert_int_equal(lede_summary_new(p->document, options, &p->summary), LEDE_OK);
}

static void done(struct picked *p) {
    lede_summary_free(p->summary);
    lede_document_free(p->document);
}

static const char *headline(const struct picked *p) {
    lede_pick top;
    return lede_summary_pick(p->summary, LEDE_HEADLINE, 0, &top) ? NULL : top.text;
}

/* Small articles: what must stand in the headline, and what must not. */
static const struct {
    const char *name, *title, *text, *has, *has_not;
} never[] = {
    {"no pronoun where another serves", NULL,
     "He will leave the bank in May. The bank's director Tom Ashby will leave the bank in May after nine years.",
     "Tom Ashby", "He "},
    {"no question where another serves", NULL,
     "Who pays for the new harbour wall? The town of Oxley will pay for the new harbour wall from its road fund.",
     "Oxley", "Who"},
    {"no repetition of the title", "Oxley builds a harbour wall",
     "Oxley builds a harbour wall. The wall will cost nine million and protect the old town from storms.",
     "nine million", "builds"},
    {"a negation stays", NULL, "The factory in Harlan will not close next year, its owner said on Friday.", "not",
     NULL},
    {"a denial stays", NULL, "Mayor Mara Lind denied that the town had lost the money.", "denied", NULL},
    {"an accusation keeps who says so", NULL,
     "The treasurer stole nine million from the fund, the new mayor said on Friday.", "mayor", NULL},
    {"alleged stays", NULL, "Police on Friday arrested an alleged forger of concert tickets in Oxley.", "alleged",
     NULL},
    {"a number keeps its unit", NULL,
     "The new reservoir above the town of Harlan will hold 45 million litres of water.", "45 million", NULL},
    {"a quotation keeps its speaker", NULL, "\"The wall will hold for a century,\" engineer Ana Ruiz said.", "Ana Ruiz",
     NULL},
    {"one word", NULL, "Storm", "Storm", NULL},
};

static void test_never(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof never / sizeof *never; i++) {
        struct picked p;
        pick(&p, never[i].text, never[i].title, NULL);
        const char *got = headline(&p);
        bool ok = got && strstr(got, never[i].has) && !(never[i].has_not && strstr(got, never[i].has_not));
        if (!ok) print_error("%s: \"%s\"\n", never[i].name, got ? got : "(none)");
        assert_true(ok);
        done(&p);
    }
}

static void test_title_case(void **state) {
    (void)state;
    static const struct {
        const char *text, *want;
    } rows[] = {
        {"The keeper of the old lighthouse sold iPhone covers to an aid fund.",
         "The Keeper of the Old Lighthouse Sold iPhone Covers to an Aid Fund"},
        {"A well-known baker moves in with NATO troops.", "A Well-Known Baker Moves In With NATO Troops"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct picked p;
        lede_summary_options options;
        lede_summary_options_init(&options);
        options.letter_case = LEDE_TITLE_CASE;
        pick(&p, rows[i].text, NULL, &options);
        assert_string_equal(headline(&p), rows[i].want);
        done(&p);
    }
}

static const char article[] = "The town of Oxley opened a new harbour wall on Friday. The wall, which cost nine "
                              "million, is four miles long. However, "
                              "engineers expect another storm before the winter ends. It will be strong. Mayor Mara "
                              "Lind said the old wall had failed "
                              "twice in ten years. \"Our cellars were full of water,\" baker Tom Ashby said. The wall, "
                              "which cost nine million, is four "
                              "miles long. Fishing boats can leave the harbour through two gates of steel. Schools "
                              "gave all children a free day to see "
                              "the gates close for the first time.";

static void test_bullets(void **state) {
    (void)state;
    struct picked p;
    pick(&p, article, NULL, NULL);
    size_t count = lede_summary_count(p.summary, LEDE_BULLETS), before = 0;
    assert_in_range(count, 3, 5);
    for (size_t i = 0; i < count; i++) {
        lede_pick bullet;
        assert_int_equal(lede_summary_pick(p.summary, LEDE_BULLETS, i, &bullet), LEDE_OK);
        assert_true(ld_utf8_count(bullet.text, bullet.text_length) <= 120);
        assert_true(i == 0 || bullet.unit > before);
        assert_true(strncmp(bullet.text, "However", 7) && strncmp(bullet.text, "It ", 3));
        char last = bullet.text[bullet.text_length - 1];
        assert_true(last == '.' || last == '"');
        assert_string_not_equal(bullet.text, headline(&p));
        before = bullet.unit;
    }
    done(&p);
}

static void test_bullet_limits(void **state) {
    (void)state;
    for (size_t limit = 5; limit < 160; limit += 5)
        for (size_t most = 1; most < 12; most += 5) {
            struct picked p;
            lede_summary_options options;
            lede_summary_options_init(&options);
            options.bullets = most;
            options.bullet_characters = limit;
            pick(&p, article, NULL, &options);
            size_t count = lede_summary_count(p.summary, LEDE_BULLETS);
            assert_true(count <= most);
            for (size_t i = 0; i < count; i++) {
                lede_pick bullet;
                assert_int_equal(lede_summary_pick(p.summary, LEDE_BULLETS, i, &bullet), LEDE_OK);
                assert_true(ld_utf8_count(bullet.text, bullet.text_length) <= limit);
            }
            done(&p);
        }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_never),
        cmocka_unit_test(test_title_case),
        cmocka_unit_test(test_bullets),
        cmocka_unit_test(test_bullet_limits),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
