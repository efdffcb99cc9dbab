/* test_record.c - reading JSON records, and writing JSON strings. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

#include "read/json.h"
#include "read/record.h"

static const struct {
    const char *line;
    const char *code, *id, *text, *input; /* NULL: none */
} rows[] = {
    {"{\"id\":\"a\",\"text\":\"One.\"}", "ok", "\"a\"", "One.", NULL},
    {"  {\"text\" : \"One.\" , \"id\" : 7 }\r\n", "ok", "7", "One.", NULL},
    {"\xEF\xBB\xBF{\"text\":\"x\"}", "ok", NULL, "x", NULL},
    {"{\"id\":1.50e3,\"text\":\"\"}", "ok", "1.50e3", "", NULL},
    {"{\"id\":123456789012345678901234567890,\"text\":\"x\"}", "ok", "123456789012345678901234567890", "x", NULL},
    {"{\"id\":{\"a\": [1, \"}, \\\" {\"]},\"text\":\"x\"}", "ok", "{\"a\":[1,\"}, \\\" {\"]}", "x", NULL},
    {"{\"id\":null,\"text\":\"x\",\"title\":null}", "ok", "null", "x", NULL},
    {"{\"id\":\"\xE2\x80\xAE\xC2\x85\",\"text\":\"x\"}", "ok", "\"\\u202e\\u0085\"", "x", NULL},
    {"{\"id\":1,\"id\":2,\"text\":\"x\",\"text\":\"y\"}", "ok", "2", "y", NULL},
    {"{\"text\":\"x\",\"url\":\"u\",\"n\":1.50,\"o\":{\"k\":[ ]}}", "ok", NULL, "x", "{\"n\":1.50,\"o\":{\"k\":[]}}"},
    {"", "blank", NULL, NULL, NULL},
    {" \t\r\n", "blank", NULL, NULL, NULL},
    {"{\"id\":2,\"text\":", "bad-json", NULL, NULL, NULL},
    {"{\"text\":\"x\"} {", "bad-json", NULL, NULL, NULL},
    {"{\"text\":\"\\ud800\"}", "bad-json", NULL, NULL, NULL},
    {"{\"text\":\"\xFF\xFE\"}", "bad-utf8", NULL, NULL, NULL},
    {"{\"id\":7,\"text\":\"x\",\"n\":[1e400,-2]}", "ok", "7", "x", "{\"n\":[1e400,-2]}"},
    {"{\"id\":-1E+999,\"text\":\"1e400 \\\" 1e400\"}", "ok", "-1E+999", "1e400 \" 1e400", NULL},
    {"{\"id\":7,\"text\":\"x\",\"n\":1e400.5}", "bad-json", NULL, NULL, NULL},
    {"{\"id\":7,\"text\":\"x\",\"n\":1-1e400}", "bad-json", NULL, NULL, NULL},
    {"{\"id\":7,\"text\":\"x\",\"n\":--1e400}", "bad-json", NULL, NULL, NULL},
    {"{\"id\":7,\"text\":\"x\",\"n\":[1e400,2.-5]}", "bad-json", NULL, NULL, NULL},
    {"{\"id\":7,\"text\":\"x\",\"n\":[1e400,01]}", "bad-json", NULL, NULL, NULL},
    {"{\"id\":7,\"text\":\"x\",\"n\":1e400", "bad-json", NULL, NULL, NULL},
    {"{\"text\":7,\"url\":\"1e400\",\"id\":1e400}", "wrong-type", "1e400", NULL, NULL},
    {"[1e400]", "not-an-object", NULL, NULL, NULL},
    {"{\"n\":1e400,\"text\":\"a \\udc00 b\",\"id\":[1e400]}", "bad-json", "[1e400]", NULL, NULL},
    {"{\"text\":\"\\ud83d\\ud83d\\ude00\\\\ud83d\",\"id\":7}", "bad-json", "7", NULL, NULL},
    {"{\"id\":\"\\ud83d!\",\"text\":\"x\"}", "bad-json", "\"\\ufffd!\"", NULL, NULL},
    {"{\"id\":\"caf\xE9\",\"text\":\"caf\xE9\"}", "bad-utf8", "\"caf\xEF\xBF\xBD\"", NULL, NULL},
    {"{\"text\":\"caf\xE9 \\ud83d\",\"id\":7}", "bad-utf8", "7", NULL, NULL},
    {"{\"text\":\"caf\xE9\",\"id\":7,\xE9}", "bad-utf8", NULL, NULL, NULL},
    {"[\"\\ud800\"]", "bad-json", NULL, NULL, NULL},
    {"\"\\ud800\\", "bad-json", NULL, NULL, NULL},
    {"[]", "not-an-object", NULL, NULL, NULL},
    {"\"text\"", "not-an-object", NULL, NULL, NULL},
    {"{}", "no-text", NULL, NULL, NULL},
    {"{\"id\":4,\"text\":null}", "no-text", "4", NULL, NULL},
    {"{\"id\":5,\"text\":7}", "wrong-type", "5", NULL, NULL},
    {"{\"id\":6,\"text\":\"x\",\"title\":[]}", "wrong-type", "6", "x", NULL},
};

static void same(const char *line, const char *what, const char *got, const char *want) {
    if (!got != !want || (got && strcmp(got, want) != 0))
        fail_msg("%s: %s is %s, not %s", line, what, got ? got : "none", want ? want : "none");
}

static void test_records(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct ld_record record;
        struct ld_buffer message;
        char *line = malloc(strlen(rows[i].line) + 1); /* so that a reader past its end is seen */
        assert_non_null(line);
        memcpy(line, rows[i].line, strlen(rows[i].line));
        ld_buffer_init(&message);
        enum ld_record_error error = ld_record_read(line, strlen(rows[i].line), true, &record, &message);
        free(line);
        same(rows[i].line, "code", ld_record_error_code(error), rows[i].code);
        same(rows[i].line, "id", record.id, rows[i].id);
        same(rows[i].line, "text", record.text.bytes, rows[i].text);
        same(rows[i].line, "input", record.input, rows[i].input);
        assert_true((error == LD_RECORD_OK) == (message.length == 0));
        ld_buffer_free(&message);
        ld_record_free(&record);
    }
}

static void test_members(void **state) {
    static const char line[] =
        "{\"text\":\"a\\u0000b\",\"title\":\"T\",\"url\":\"U\",\"language\":\"en\",\"query\":\"q\"}";
    struct ld_record record;
    struct ld_buffer message;
    (void)state;
    ld_buffer_init(&message);
    assert_int_equal(ld_record_read(line, sizeof line - 1, false, &record, &message), LD_RECORD_OK);
    assert_int_equal(record.text.length, 3);
    assert_memory_equal(record.text.bytes, "a\0b", 3);
    assert_string_equal(record.title.bytes, "T");
    assert_string_equal(record.url.bytes, "U");
    assert_string_equal(record.language.bytes, "en");
    assert_string_equal(record.query.bytes, "q");
    assert_null(record.id);
    assert_null(record.input);
    ld_record_free(&record);
    ld_buffer_free(&message);
}

/* Every start of a record is an error or fine, and never more. */
static void test_truncations(void **state) {
    static const char line[] =
        "{\"id\":[1,{\"x\":\"\\u00e9\\\"\"}],\"text\":\"caf\xC3\xA9 \xF0\x9F\x98\x80\",\"n\":-1.5e3}";
    (void)state;
    for (size_t length = 0; length < sizeof line - 1; length++) {
        struct ld_record record;
        struct ld_buffer message;
        ld_buffer_init(&message);
        assert_int_not_equal(ld_record_read(line, length, true, &record, &message), LD_RECORD_OK);
        ld_record_free(&record);
        ld_buffer_free(&message);
    }
}

static const struct {
    const char *in, *want;
    bool fold;
} strings[] = {
    {"plain", "plain", false},
    {"a \"b\" \\ c/", "a \\\"b\\\" \\\\ c/", false},
    {"\b\t\n\v\f\r\x1b\x7f", "\\b\\t\\n\\u000b\\f\\r\\u001b\\u007f", false},
    {" \n a \t\xC2\xA0 b\xE2\x80\xA8 ", "a b", true},
    {"caf\xC3\xA9 \xF0\x9F\x98\x80", "caf\xC3\xA9 \xF0\x9F\x98\x80", false},
    {"\xE2\x80\xAE x \xE2\x81\xA6", "\\u202e x \\u2066", false},
    {"\xE2\x80\xA8\xE2\x80\xA9", "\\u2028\\u2029", false},
    {"a\xFF"
     "b\xC3",
     "a\xEF\xBF\xBD"
     "b\xEF\xBF\xBD",
     false},
    {"\xEF\xBF\xBD", "\xEF\xBF\xBD", false},
    {"  ", "", true},
    {"", "", false},
};

static void test_strings(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof strings / sizeof *strings; i++) {
        struct ld_buffer out;
        ld_buffer_init(&out);
        ld_json_characters(&out, strings[i].in, strlen(strings[i].in), strings[i].fold);
        ld_buffer_byte(&out, '\0');
        same(strings[i].in, "JSON", out.bytes, strings[i].want);
        ld_buffer_free(&out);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_records), cmocka_unit_test(test_members),
                                       cmocka_unit_test(test_truncations), cmocka_unit_test(test_strings)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
