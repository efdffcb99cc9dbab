/* The two ways of reading a record give the same: each seed is mutated many times and read by both. What is to be
 * carried is read by jansson always, so that asking for it tells the ways apart. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "read/record.h"

static const char *const seeds[] = {
    "{\"id\": 12, \"text\": \"One is here. Two \\u2019s there.\", \"title\": null}",
    "{\"text\":\"caf\303\251 \\ud83d\\ude00 \\\"x\\\" \\n\\t\\/\",\"id\":\"a-1\",\"language\":\"en\",\"url\":\"\"}",
    " {\"n\":-0,\"m\":1.5e3,\"t\":true,\"f\":false,\"text\":\"a\",\"text\":\"b\",\"query\":\"q\\u0000\"} \r",
    "{\"id\":[1,{\"a\":2}],\"text\":\"\342\202\254 5\", \"more\":{},\"title\":\"\\u00e9\"}",
    "{\"text\":\"The council closed the bridge. \\\"It is old,\\\" she said.\\nIt will open in the spring, the mayor "
    "said "
    "on Monday evening.\",\"id\":\"0123456789abcdef0123456789abcdef\"}",
    "{\"text\":\"no pair: \\ud83d\\ue000\"}",
    "{\"text\":\"cut off behind a\\",
};

static uint32_t next(uint32_t *state) { return (*state = *state * 1664525u + 1013904223u) >> 8; }

static void same_slice(struct ld_slice a, struct ld_slice b, const char *line) {
    if (!a.bytes != !b.bytes || a.length != b.length || (a.length && memcmp(a.bytes, b.bytes, a.length)))
        fail_msg("slices differ: %s", line);
    if (a.bytes && a.bytes[a.length]) fail_msg("no NUL after a slice: %s", line);
}

static bool compare(const char *line, size_t length) {
    struct ld_record plain, full;
    struct ld_buffer message;
    ld_buffer_init(&message);
    enum ld_record_error one = ld_record_read(line, length, false, &plain, &message);
    enum ld_record_error other = ld_record_read(line, length, true, &full, &message);
    bool quick = !plain.json && one == LD_RECORD_OK;
    if (one != other) fail_msg("%s and %s: %s", ld_record_error_code(one), ld_record_error_code(other), line);
    if (one == LD_RECORD_OK) {
        same_slice(plain.text, full.text, line);
        same_slice(plain.title, full.title, line);
        same_slice(plain.url, full.url, line);
        same_slice(plain.language, full.language, line);
        same_slice(plain.query, full.query, line);
        if (!plain.id != !full.id || (plain.id && strcmp(plain.id, full.id))) fail_msg("ids differ: %s", line);
    }
    ld_record_free(&plain);
    ld_record_free(&full);
    ld_buffer_free(&message);
    return quick;
}

static const char *const pieces[] = {"\"",
                                     "\\",
                                     "\\u",
                                     "\\ud800",
                                     "\\udc00",
                                     "\\u0000",
                                     "\\u12G4",
                                     "{",
                                     "}",
                                     ":",
                                     ",",
                                     " ",
                                     "\n",
                                     "\t",
                                     "\1",
                                     "\177",
                                     "\200",
                                     "\303",
                                     "\355\240\200",
                                     "\300\200",
                                     "0",
                                     "-",
                                     "1",
                                     "01",
                                     "1e5",
                                     "1e400",
                                     "-2E+999",
                                     ".",
                                     "nul",
                                     "null",
                                     "true",
                                     "\"text\":",
                                     "\"id\":",
                                     "[",
                                     "]",
                                     "123456789012345",
                                     "1234567890123456",
                                     "\"a\":\"b\",",
                                     "\360\237\230\200",
                                     "\\x",
                                     "\\b",
                                     "text"};

static void mutated(void **unused) {
    uint32_t state = 7, quick = 0;
    (void)unused;
    for (unsigned round = 0; round < 40000; round++) {
        char line[256];
        const char *seed = seeds[next(&state) % (sizeof seeds / sizeof *seeds)];
        size_t length = strlen(seed);
        memcpy(line, seed, length);
        for (unsigned changes = next(&state) % 4; changes; changes--) {
            size_t at = next(&state) % (length + 1), gone = next(&state) % 3;
            const char *piece = pieces[next(&state) % (sizeof pieces / sizeof *pieces)];
            size_t more = next(&state) % 4 ? strlen(piece) : 0;
            if (gone > length - at) gone = length - at;
            if (length + more >= sizeof line) continue;
            memmove(line + at + more, line + at + gone, length - at - gone);
            memcpy(line + at, piece, more);
            length = length + more - gone;
        }
        line[length] = 0;
        quick += compare(line, length);
    }
    assert_true(quick > 5000); /* else nothing was compared */
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(mutated)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
