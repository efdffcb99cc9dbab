/* test_markdown.c - marks of Markdown that are hidden, and those that are none. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#include "text/markdown.h"
#include "text/spaces.h"

struct folded {
    const char *text;
    uint32_t length;
    const char *out;
};

static void fold(struct ld_arena *arena, void *context) {
    struct folded *folded = context;
    folded->out = ld_fold_spaces(arena, folded->text, (struct ld_span){0, folded->length}, NULL);
}

static void test_hide(void **state) {
    (void)state;
    static const struct {
        const char *name, *text, *want; /* as it is printed */
    } rows[] = {
        {"a link", "after [metal bits](http://a.b/c) were found", "after metal bits were found"},
        {"a link before a mark", "in [a note](x_(y)).", "in a note."},
        {"a link with a title", "see [it](u \"a (b\") now", "see it now"},
        {"an image", "![a tray](tray.jpg)\nIt rained.", "It rained."},
        {"an image in a link", "[![a](b)](c)", ""},
        {"strong", "said **Ana Lind**, \"**no** one\"", "said Ana Lind, \"no one\""},
        {"emphasis and a quote", "> *By* **Jane Roe**\n> _so_", "By Jane Roe so"},
        {"no link", "he [the mayor] (once) said [so](that is all", NULL},
        {"no link, a bracket without its other", "so](u) said", NULL},
        {"footnotes", "*Price* in crowns, **tax apart", NULL},
        {"powers", "2**3**4 and f(**a, **b)", NULL},
        {"another paragraph", "a **b\n\nc** d", NULL},
        {"a greater sign", "> 3 is what it takes", NULL},
        {"marks at the end", "x](", NULL},
        {"a mark at the end", "a **", NULL},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const size_t length = strlen(rows[i].text);
        char *text = malloc(length); /* without a zero at the end */
        assert_non_null(text);
        memcpy(text, rows[i].text, length);
        ld_markdown_hide(text, (uint32_t)length);
        if (!rows[i].want && memcmp(text, rows[i].text, length) != 0) fail_msg("%s: changed", rows[i].name);
        for (size_t k = 0; k < length; k++)
            if (text[k] && text[k] != ' ' && text[k] != rows[i].text[k]) fail_msg("%s: byte %zu", rows[i].name, k);
        struct ld_arena arena = {0};
        struct folded folded = {text, (uint32_t)length, NULL};
        assert_true(ld_arena_run(&arena, fold, &folded));
        if (rows[i].want && strcmp(folded.out, rows[i].want) != 0) fail_msg("%s: \"%s\"", rows[i].name, folded.out);
        ld_arena_free(&arena);
        free(text);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_hide)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
