/* test_pairs.c - reading candidates and references: what is taken, and what is said of bad files. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
#include <string.h>

#include "eval/pairs.h"

static const struct {
    const char *candidates, *references, *message; /* NULL: good */
} files[] = {
    {"{\"id\":\"a\",\"text\":\"x\"}\n", "{\"id\":\"a\",\"texts\":[\"x\",\"y\"]}", NULL},
    {"\xEF\xBB\xBF{\"id\":\"7\",\"text\":\"x\"}\r\n\r\n", "{\"id\":7,\"text\":\"article\",\"references\":[\"x\"]}\n",
     NULL},
    {"{\"id\":-3,\"summary\":[{\"text\":\"x\"},{\"text\":\"y\"}]}", "{\"id\":\"-3\",\"text\":\"x\"}", NULL},
    {"{\"id\":\"a\",\"text\":\"x\"}\n\n{\"id\":\"a\",\"text\":\"x\"}", "", "C:3: id \"a\" stands on line 1 already"},
    {"{\"id\":\"a\",\"text\":\"x\"}", "{\"id\":\"b\",\"text\":\"x\"}", "C:1: id \"a\" has no reference in R"},
    {"{\"id\":\"a\",\"text\":\"x\"}",
     "{\"id\":\"a\",\"text\":\"x\"}\n{\"id\":\"b\",\"text\":\"x\"}\n{\"id\":\"c\",\"text\":\"x\"}",
     "R:2: id \"b\" has no candidate in C, nor have 1 more"},
    {"{\"id\":\"a\"", "", "C:1: no JSON object: '}' expected near end of file"},
    {"7", "", "C:1: no JSON object: '[' or '{' expected near '7'"},
    {"[]", "", "C:1: the line is no JSON object"},
    {"{\"text\":\"x\"}", "", "C:1: there is no \"id\""},
    {"{\"id\":null,\"text\":\"x\"}", "", "C:1: \"id\" must be a string or a whole number"},
    {"{\"id\":1}", "", "C:1: there is no \"text\""},
    {"{\"id\":1,\"headline\":null,\"counts\":{}}", "",
     "C:1: it was made without the part summary: lede batch -p summary makes one"},
    {"{\"id\":7,\"line\":1,\"error\":{\"code\":\"empty\",\"message\":\"no\\nwords\"}}", "",
     "C:1: no summary, but an error of lede batch: no words; to leave out of both files: id \"7\""},
    {"\n{\"id\":null,\"line\":2,\"error\":{\"code\":\"blank\",\"message\":\"the line is blank\"}}", "",
     "C:2: no summary, but an error of lede batch: the line is blank"},
    {"{\"id\":1,\"text\":\"x\",\"error\":{\"message\":\"\"}}", "{\"id\":1,\"text\":\"x\",\"error\":{\"message\":\"\"}}",
     NULL},
    {"{\"id\":1,\"text\":[\"x\"]}", "", "C:1: \"text\" must be a string"},
    {"{\"id\":1,\"summary\":{\"text\":\"x\"}}", "", "C:1: \"summary\" must be a list of {\"text\": ...}"},
    {"{\"id\":1,\"summary\":[\"x\"]}", "", "C:1: \"summary\" must be a list of {\"text\": ...}"},
    {"{\"id\":1,\"text\":\"\"}", "{\"id\":1,\"texts\":[]}",
     "R:1: \"texts\" or \"references\" must be a list of strings, one at least"},
    {"{\"id\":1,\"text\":\"\"}", "{\"id\":1,\"texts\":[\"x\",7]}",
     "R:1: \"texts\" or \"references\" must be a list of strings, one at least"},
    {"{\"id\":-120,\"text\":\"x\"}", "{\"id\":\"-120\",\"text\":\"x\"}", NULL},
    {"{\"id\":\"\",\"text\":\"x\"}", "{\"id\":\"\",\"text\":\"x\"}", NULL},
    {"{\"id\":\"a\\tb\",\"text\":\"x\"}", "{\"id\":1,\"text\":\"\"}", "C:1: id \"a b\" has no reference in R"},
    {"\x85\n", "", "C:1: no JSON object: unable to decode byte 0x85"},
    {"{\"id\":1,\"text\":\"\"}", "{\"id\":1}", "R:1: there is no \"texts\", \"references\" or \"text\""},
    {" \n", "", "C: there is nothing to score"},
    {"{\"id\":\"\\u001b[1m\\n\",\"text\":\"\"}", "{\"id\":1,\"text\":\"\"}", "C:1: id \" [1m \" has no reference in R"},
};

static void good_and_bad_files(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        struct ld_arena arena;
        struct ld_buffer message;
        struct ld_pairs pairs;
        ld_arena_init(&arena);
        ld_buffer_init(&message);
        bool good =
            ld_pairs_read(&arena, (struct ld_source){"C", files[i].candidates, strlen(files[i].candidates)},
                          (struct ld_source){"R", files[i].references, strlen(files[i].references)}, &pairs, &message);
        ld_buffer_byte(&message, '\0');
        assert_string_equal(message.bytes, files[i].message ? files[i].message : "");
        assert_int_equal(good, !files[i].message);
        if (good) assert_int_equal(pairs.count, 1);
        if (good) assert_memory_equal(pairs.references[0].texts[0].bytes, "x", 2);
        ld_buffer_free(&message);
        ld_arena_free(&arena);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(good_and_bad_files)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
