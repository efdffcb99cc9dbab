/* test_kind.c - what is told of bytes that are no plain text in UTF-8, and of lines that are no records. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

#include "read/kind.h"

#define BYTES(literal) literal, sizeof(literal) - 1
#define TEN(x) x x x x x x x x x x

static const struct {
    const char *name, *bytes;
    size_t length;
    const char *want; /* is in the note; NULL: none */
} rows[] = {
    {"nothing", BYTES(""), NULL},
    {"prose", BYTES("Rain fell on the hills.\n\nThe river rose.\r\n"), NULL},
    {"other letters", BYTES("R\xC3\xA4gn \xE2\x80\x93 \xF0\x9F\x8C\xA7"), NULL},
    {"byte order mark", BYTES("\xEF\xBB\xBFRain fell."), NULL},
    {"replacement character", BYTES("Rain \xEF\xBF\xBD fell."), NULL},
    {"delete", BYTES("Rain \x7F fell."), NULL},
    {"cut within a letter", BYTES("Rain fell in K\xC3"), NULL},
    {"cut within an emoji", BYTES("Rain fell \xF0\x9F\x8C"), NULL},
    {"a letter broken off, and more", BYTES("Rain fell in K\xC3."), "not UTF-8"},
    {"a begin of a magic number", BYTES("%PD"), NULL},
    {"NULs", BYTES("\0\0\0\0\0\0\0\0"), "no text"},
    {"one NUL", BYTES("Rain f\0ll on the hills."), NULL},
    {"colours of a terminal", BYTES("\033[1mRain\033[0m \033[31mfell\033[0m"), NULL},
    {"form feeds", BYTES("\f1\n\f2\n\f3\n"), NULL},
    {"Latin-1", BYTES("Il pleut \xE0 verse \xE0 N\xEEmes.\n"), "CP1252"},
    {"one byte", BYTES("The m\xFFyor of the town."), "not UTF-8"},
    {"surrogates", BYTES("Rain \xED\xA0\xBD\xED\xB2\xA7 fell."), "not UTF-8"},
    {"ends in a lone second byte", BYTES("Rain fell\x80"), "not UTF-8"},
    {"UTF-16", BYTES("\xFF\xFER\0a\0i\0n\0"), "iconv -f UTF-16 "},
    {"UTF-16, big end", BYTES("\xFE\xFF\0R\0a\0i\0n"), "iconv -f UTF-16 "},
    {"UTF-16 without a mark", BYTES("R\0a\0i\0n\0 \0f\0e\0l\0l\0.\0"), "iconv -f UTF-16LE "},
    {"UTF-16 without a mark, big end", BYTES("\0R\0a\0i\0n\0 \0f\0e\0l\0l\0."), "iconv -f UTF-16BE "},
    {"UTF-32", BYTES("\xFF\xFE\0\0R\0\0\0a\0\0\0"), "iconv -f UTF-32 "},
    {"zip", BYTES("PK\3\4\24\0\0\0\10\0"), "zip file"},
    {"PDF", BYTES("%PDF-1.7\n%\xE2\xE3\xCF\xD3\n"), "PDF"},
    {"RTF", BYTES("{\\rtf1\\ansi Rain fell.}"), "RTF"},
    {"old Office", BYTES("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1\0\0"), "Office"},
    {"a program", BYTES("\177ELF\2\1\1\0\0\0\0\0\0\0\0\0\3\0>\0\1\0\0\0"), "no text"},
    {"page", BYTES("\n<!DOCTYPE html>\n<title>Rain\n<p>It fell."), "HTML"},
    {"page, as XML", BYTES("\xEF\xBB\xBF<?xml version=\"1.0\"?><rss>"), "XML"},
    {"part of a page", BYTES("<div class=\"a\"><p>Rain fell.</p></div>"), "HTML"},
    {"tags within", BYTES("Rain\n<p>It fell.</p>\n<p>It rose.</p><h2>Up</h2>"), "HTML"},
    {"entities", BYTES("Lind &amp; Roe sold it. &quot;We had no choice,&quot; said Roe, who&#39;s 40."), "HTML"},
    {"an entity told of", BYTES("Write &amp; for an ampersand, and AT&T; as it is; Lind &c;"), NULL},
    {"subtitles", BYTES("1\n00:01,000 --> 00:04,200\nRain\n\n2\n00:04,300 --> 00:07,900\nfell.\n"), "grep -vE"},
    {"arrows", BYTES("From 2 --> 3 and Vale --> Oxley --> Weld.\n"), NULL},
    {"a tag told of", BYTES("A paragraph ends in </p>, and may begin with <p>."), NULL},
    {"tags told of", BYTES(TEN(TEN("Rain fell on the hills. ")) "</p> and </b> and </i>"), NULL},
    {"a speaker", BYTES("<anna> it is 3 < 4, and 5 > 4"), NULL},
    {"a page cut off in a tag", BYTES("<p>Rain</p"), NULL},
    {"a page cut off behind a tag's begin", BYTES("<p>Rain</"), NULL},
    {"no name of a tag", BYTES("<rain> fell </so-so>"), NULL},
    {"a mail", BYTES("From: anna@example.org\nSubject: Rain\n\nContent-Type: multipart/mixed\nIt fell.\n"), NULL},
    {"a mail in parts", BYTES("From: a@example.org\r\nContent-Type: multipart/mixed\r\n\r\nRain.\r\n"), "e-mail"},
    {"a mail in ASCII", BYTES("Date: 3 May\nContent-Transfer-Encoding: quoted-printable\n\nRain=20fell."), "e-mail"},
    {"of a mail", BYTES("Rain fell: it was\nContent-Transfer-Encoding: base64\n"), NULL},
    {"of a mail's head", BYTES("Rain fell\nDate: 3 May\nContent-Transfer-Encoding: base64\n"), NULL},
    {"less", BYTES("<3 to all <<of you>> </ >"), NULL},
};

static void test_kinds(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        char *bytes = malloc(rows[i].length + !rows[i].length); /* so that a reader past its end is seen */
        assert_non_null(bytes);
        memcpy(bytes, rows[i].bytes, rows[i].length);
        const char *note = ld_kind_of(bytes, rows[i].length), *want = rows[i].want;
        if (!note != !want || (note && !strstr(note, want)))
            fail_msg("%s: %s, not %s", rows[i].name, note ? note : "no note", want ? want : "none");
        free(bytes);
    }
    assert_null(ld_kind_of(NULL, 0));
}

static const struct {
    const char *line;
    int json;         /* does a text that begins so look like JSON? */
    const char *want; /* is told of the line */
} lines[] = {
    {"", 0, NULL},
    {" \r\n", 0, NULL},
    {"{", 0, "jq -c ."},
    {"{\r\n", 0, "jq -c ."},
    {"\xEF\xBB\xBF {\"id\": 1,", 1, "jq -c ."},
    {"{\"tags\": [", 1, "jq -c ."},
    {"{\n  \"id\": 1,\n  \"text\": \"Rain fell.\"\n}", 1, NULL},
    {"{\"id\":1,\"text\":\"Rain f", 1, NULL},
    {"{\"id\":1,\"text\":", 1, NULL},
    {"  \"id\": 1,", 0, NULL},
    {"[", 0, "jq -c '.[]'"},
    {"[]", 0, "jq -c '.[]'"},
    {"[{\"id\":1}]", 1, "jq -c '.[]'"},
    {"[ {\n\"id\":1}]", 1, "jq -c '.[]'"},
    {"[\"Rain\"]", 0, "jq -c '.[]'"},
    {"Rain fell,", 0, NULL},
    {"{{ title }}", 0, NULL},
    {"[Editor's note]", 0, "jq -c '.[]'"},
};

static void test_lines(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        const size_t length = strlen(lines[i].line);
        char *line = malloc(length + 1);
        assert_non_null(line);
        memcpy(line, lines[i].line, length);
        const char *note = ld_kind_of_line(line, length), *want = lines[i].want;
        if (!note != !want || (note && !strstr(note, want)))
            fail_msg("%s: %s, not %s", lines[i].line, note ? note : "no note", want ? want : "none");
        if (ld_kind_is_json(line, length) != lines[i].json) fail_msg("%s: JSON %d", lines[i].line, !lines[i].json);
        free(line);
    }
    assert_null(ld_kind_of_line(NULL, 0));
    assert_false(ld_kind_is_json(NULL, 0));
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_kinds), cmocka_unit_test(test_lines)};
    return cmocka_run_group_tests_name("kind", tests, NULL, NULL);
}
