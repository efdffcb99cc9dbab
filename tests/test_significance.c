/* test_significance.c - p values against enumeration by hand, and the greedy oracle against choices made by hand. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
#include <math.h>
#include <string.h>

#include "eval/oracle.h"
#include "eval/significance.h"

/* ---- paired approximate randomisation ---- */

enum { DOCUMENTS = 8, TRIALS = 9999 };

/* With documents that differ by 1, k of them for a: of the 2^n ways to swap, how many have a sum of at least |2k - n|?
 * The estimate's standard deviation is below 0.005. */
static const struct {
    const char *name;
    double a[DOCUMENTS], b[DOCUMENTS];
    uint32_t documents;
    double p;
} pairs[] = {
    {"equal", {1, 2, 3}, {1, 2, 3}, 3, 1},
    {"one document", {1}, {0}, 1, 1},
    {"two", {1, 1}, {0, 0}, 2, 0.5},
    {"four of four", {1, 1, 1, 1}, {0, 0, 0, 0}, 4, 2 / 16.0},
    {"the other is better", {0, 0, 0, 0}, {1, 1, 1, 1}, 4, 2 / 16.0},
    {"eight of eight", {1, 1, 1, 1, 1, 1, 1, 1}, {0}, 8, 2 / 256.0},
    {"seven of eight", {1, 1, 1, 1, 1, 1, 1, 0}, {0, 0, 0, 0, 0, 0, 0, 1}, 8, 18 / 256.0},
    {"a tie", {1, 0}, {0, 1}, 2, 1},
    {"decimals whose sums are not exact", {0.1, 0.2, 0.3, 0.6}, {0}, 4, 2 / 16.0},
};

static void randomize(struct ld_arena *arena, void *context) {
    static const uint32_t columns[] = {1, 2};
    (void)context;
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        double a[DOCUMENTS][3] = {{0}}, b[DOCUMENTS][3] = {{0}}, p[2], again[2];
        for (uint32_t d = 0; d < pairs[i].documents; d++) {
            a[d][1] = a[d][2] = pairs[i].a[d];
            b[d][1] = pairs[i].b[d];
            b[d][2] = a[d][2]; /* equal: p must be 1 */
        }
        ld_randomization(arena, a[0], b[0], pairs[i].documents, 3, columns, 2, TRIALS, 7, p);
        ld_randomization(arena, a[0], b[0], pairs[i].documents, 3, columns, 2, TRIALS, 7, again);
        if (fabs(p[0] - pairs[i].p) > 0.02) fail_msg("%s: p = %g, not %g", pairs[i].name, p[0], pairs[i].p);
        assert_true(p[1] == 1);
        assert_memory_equal(p, again, sizeof p);
    }
}

static void p_values(void **state) {
    struct ld_arena arena;
    (void)state;
    ld_arena_init(&arena);
    assert_true(ld_arena_run(&arena, randomize, NULL));
    ld_arena_free(&arena);
}

/* ---- the oracle ---- */

enum { MOST = 4 };

static const struct {
    const char *name, *sentences[MOST], *references[2];
    uint32_t most;
    double budget;      /* a sentence costs its bytes */
    const char *chosen; /* a digit a sentence */
} choices[] = {
    {"the one that is the reference", {"rain fell", "a tram came", "snow"}, {"a tram came"}, 9, 1000, "010"},
    {"two that make it up", {"rain fell", "a dog ran", "snow lay deep"}, {"snow lay deep\nrain fell"}, 9, 1000, "101"},
    {"no more than asked for",
     {"rain fell", "a dog ran", "snow lay deep"},
     {"snow lay deep\nrain fell"},
     1,
     1000,
     "001"},
    {"what fits", {"rain fell", "a dog ran", "snow lay deep"}, {"snow lay deep\nrain fell"}, 9, 9, "100"},
    {"nothing fits: the best", {"rain fell", "a dog ran", "snow lay deep"}, {"snow lay deep"}, 9, 3, "001"},
    {"nothing shared: the first", {"rain fell", "a dog ran"}, {"trams"}, 9, 1000, "10"},
    {"of equal ones the first", {"rain fell", "rain fell"}, {"rain fell"}, 9, 1000, "10"},
    {"it stops where F would fall",
     {"rain fell", "rain and many other things that nobody said"},
     {"rain fell twice"},
     9,
     1000,
     "10"},
    {"bigrams count", {"fell rain", "rain fell"}, {"rain fell"}, 9, 1000, "01"},
    {"words are stemmed", {"a dog", "trams stopping"}, {"tram stopped"}, 9, 1000, "01"},
    {"the better of two references", {"a b c d", "rain fell"}, {"x y z rain", "rain fell"}, 9, 1000, "01"},
};

static void greedy_choices(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof choices / sizeof *choices; i++) {
        struct ld_text sentences[MOST], references[2];
        double costs[MOST];
        struct ld_oracle_input input = {LD_GOOGLE,  sentences, costs,           0,
                                        references, 0,         choices[i].most, choices[i].budget};
        for (; input.count < MOST && choices[i].sentences[input.count]; input.count++) {
            const char *text = choices[i].sentences[input.count];
            sentences[input.count] = (struct ld_text){text, strlen(text)};
            costs[input.count] = (double)strlen(text);
        }
        for (; input.reference_count < 2 && choices[i].references[input.reference_count]; input.reference_count++) {
            const char *text = choices[i].references[input.reference_count];
            references[input.reference_count] = (struct ld_text){text, strlen(text)};
        }
        unsigned char chosen[MOST];
        char digits[MOST + 1] = "";
        assert_true(ld_oracle(&input, chosen));
        for (uint32_t s = 0; s < input.count; s++) digits[s] = chosen[s] ? '1' : '0';
        if (strcmp(digits, choices[i].chosen) != 0)
            fail_msg("%s: %s, not %s", choices[i].name, digits, choices[i].chosen);
    }
}

static void no_sentences(void **state) {
    struct ld_text reference = {"rain", 4};
    struct ld_oracle_input input = {LD_GOOGLE, NULL, NULL, 0, &reference, 1, 3, 100};
    unsigned char none = 0;
    (void)state;
    assert_true(ld_oracle(&input, &none));
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(p_values), cmocka_unit_test(greedy_choices),
                                       cmocka_unit_test(no_sentences)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
