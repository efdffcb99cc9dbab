/* test_marks.c - how sentences begin and end, and what of them is quoted (text/marks.h). */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <string.h>

#include "text/marks.h"

enum { OPENS = 1, QUESTION = 2, FINISHED = 4, BALANCED = 8 };

static const struct {
    const char *text;
    unsigned want;
    unsigned quoted; /* percent, rounded down */
} rows[] = {
    {"", BALANCED, 0},
    {"It rained.", FINISHED | BALANCED, 0},
    {"It rained", BALANCED, 0},
    {"It rained (all day).", FINISHED | BALANCED, 0},
    {"It rained (all day.", FINISHED, 0},
    {"It rained all day).", FINISHED, 0},
    {"Did it rain?", QUESTION | FINISHED | BALANCED, 0},
    {"Did it rain? \u201D", QUESTION | FINISHED, 0}, /* a mark that nothing opened */
    {"\uFF1F", QUESTION | FINISHED | BALANCED, 0},
    {"\u055E", QUESTION | FINISHED | BALANCED, 0},
    {"\u037E", QUESTION | FINISHED | BALANCED, 0},
    {"\u061F", QUESTION | FINISHED | BALANCED, 0},
    {"\"It rained.\"", OPENS | FINISHED | BALANCED, 91},
    {"\u201CIt rained.\u201D", OPENS | FINISHED | BALANCED, 81},
    {"\u201EEs regnet.\u201C", OPENS | FINISHED | BALANCED, 81},
    {"\u2018It rained.\u2019", OPENS | FINISHED | BALANCED, 0},
    {"She said: \"It rained", 0, 50},
};

static void marks(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const struct ld_span span = {0, (uint32_t)strlen(rows[i].text)};
        const struct ld_marks m = ld_marks_read(rows[i].text, span, span.length);
        const unsigned got =
            m.opens_quote * OPENS | m.question * QUESTION | m.finished * FINISHED | m.balanced * BALANCED;
        if (got != rows[i].want) fail_msg("%s: %u, not %u", rows[i].text, got, rows[i].want);
        if ((unsigned)(100 * m.quoted) != rows[i].quoted) fail_msg("%s: %f quoted", rows[i].text, m.quoted);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(marks)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
