/* test_corpus.c - the forms of corpora: what is taken of each, and what is said of bad rows. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
#include <stdio.h>
#include <string.h>

#include "eval/corpus.h"

typedef bool add_function(struct ld_corpus *corpus, struct ld_source source);

/* want: a line an example, "id|title|language|text|reference|reference", then a line a problem, "file:line what" */
static const struct {
    const char *name;
    add_function *add;
    enum ld_task task;
    const char *bytes, *want;
} files[] = {
    {"a row", ld_corpus_add_json_lines, LD_TASK_SUMMARY,
     "{\"id\":\"a\",\"title\":\"T\",\"text\":\"Rain.\",\"references\":[\"x\\ny\",\"z\"],\"lang\":\"en\"}\n",
     "a|T|en|Rain.|x~y|z\n"},
    {"no id, a mark, blank lines, a carriage return", ld_corpus_add_json_lines, LD_TASK_SUMMARY,
     "\xEF\xBB\xBF\n  \n{\"text\":\"Rain.\",\"references\":[\"x\"]}\r\n", "F:3|||Rain.|x\n"},
    {"the names of published corpora", ld_corpus_add_json_lines, LD_TASK_SUMMARY,
     "{\"article\":\"Rain.\",\"highlights\":\"x\\ny\",\"id\":7}\n{\"document\":\"Snow.\",\"summary\":\"z\",\"id\":"
     "\"b\"}",
     "F:1|||Rain.|x~y\nb|||Snow.|z\n"},
    {"a headline", ld_corpus_add_json_lines, LD_TASK_HEADLINE,
     "{\"id\":\"a\",\"title\":\"T\",\"text\":\"Rain.\",\"references\":[\"x\"]}\n", "a|||Rain.|T\n"},
    {"a headline that is in the references", ld_corpus_add_json_lines, LD_TASK_HEADLINE,
     "{\"id\":\"a\",\"text\":\"Rain.\",\"references\":[\"x\"]}\n", "a|||Rain.|x\n"},
    {"the title is not given away", ld_corpus_add_json_lines, LD_TASK_SUMMARY,
     "{\"id\":\"a\",\"title\":\"T\",\"text\":\"Rain.\",\"references\":[\"T\"]}\n", "a|||Rain.|T\n"},
    {"empty references", ld_corpus_add_json_lines, LD_TASK_SUMMARY,
     "{\"id\":\"a\",\"text\":\"Rain.\",\"references\":[\" \\n\",\"x\"]}\n{\"text\":\"Rain.\",\"references\":[\"\"]}",
     "a|||Rain.|x\nF:2 the references are empty\n"},
    {"bad rows beside a good one", ld_corpus_add_json_lines, LD_TASK_SUMMARY,
     "[]\n{\"id\":\"a\"}\n{\"text\":7}\n{\"text\":\"a\"}\n{\"text\":\"a\",\"references\":[]}\n"
     "{\"text\":\"a\",\"references\":[\"x\",1]}\n{\"id\":\"z\",\"text\":\"a\",\"references\":[\"x\"]}\n{\"text\"",
     "z|||a|x\n"
     "F:1 the line is no JSON object\nF:2 there is no \"text\"\nF:3 \"text\" must be a string\n"
     "F:4 there is no \"references\"\nF:5 \"references\" must be a list of strings, one at least\n"
     "F:6 \"references\" must be a list of strings, one at least\nF:8 ':' expected near end of file\n"},
    {"a story", ld_corpus_add_story, LD_TASK_SUMMARY,
     "Rain fell.\n\nIt stopped.\n\n@highlight\n\nRain\n\n@highlight\n\nDry\n",
     "F|||Rain fell.~~It stopped.~~|Rain~Dry\n"},
    {"a story without highlights", ld_corpus_add_story, LD_TASK_SUMMARY, "Rain fell.\n",
     "F:0 the references are empty\n"},
    {"a story has no headline", ld_corpus_add_story, LD_TASK_HEADLINE, "Rain.\n\n@highlight\n\nRain\n",
     "F:0 a .story has no headline\n"},
    {"lines", ld_corpus_add_reference_lines, LD_TASK_SUMMARY, "a b<q>c\n\nd\n", "F:1||||a b~c\nF:2||||\nF:3||||d\n"},
    {"many lines", ld_corpus_add_reference_lines, LD_TASK_SUMMARY, "a\na\na\na\na\na\na\na\na\nb\n",
     "F:1||||a\nF:2||||a\nF:3||||a\nF:4||||a\nF:5||||a\nF:6||||a\nF:7||||a\nF:8||||a\nF:9||||a\nF:10||||b\n"},
    {"nothing", ld_corpus_add_json_lines, LD_TASK_SUMMARY, "", ""},
};

static void put(char *out, size_t size, struct ld_text text, const char *after) {
    size_t at = strlen(out);
    for (size_t i = 0; i < text.length && at + 2 < size; i++) out[at++] = text.bytes[i] == '\n' ? '~' : text.bytes[i];
    snprintf(out + at, size - at, "%s", after);
}

static void print(const struct ld_corpus *corpus, char *out, size_t size) {
    out[0] = '\0';
    for (uint32_t i = 0; i < corpus->count; i++) {
        const struct ld_example *e = &corpus->examples[i];
        put(out, size, e->id, "|");
        put(out, size, e->title, "|");
        put(out, size, e->language, "|");
        put(out, size, e->text, "|");
        for (uint32_t r = 0; r < e->count; r++) put(out, size, e->references[r], r + 1 < e->count ? "|" : "\n");
    }
    for (uint32_t i = 0; i < corpus->problem_count; i++) {
        const struct ld_problem *p = &corpus->problems[i];
        size_t at = strlen(out);
        snprintf(out + at, size - at, "%s:%u %s\n", p->file, (unsigned)p->line, p->what);
    }
}

static void good_and_bad_files(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        struct ld_corpus corpus;
        char got[2048];
        ld_corpus_init(&corpus, files[i].task);
        assert_true(files[i].add(&corpus, (struct ld_source){"F", files[i].bytes, strlen(files[i].bytes)}));
        print(&corpus, got, sizeof got);
        if (strcmp(got, files[i].want) != 0) fail_msg("%s:\n%swanted:\n%s", files[i].name, got, files[i].want);
        ld_corpus_free(&corpus);
    }
}

static void an_article_and_candidates(void **state) {
    struct ld_corpus corpus;
    struct ld_text *lines;
    uint32_t count;
    char got[256];
    const struct ld_source references[] = {{"r", "x\ny\n\n", 5}, {"r", "z", 1}, {"r", "\n", 1}};
    (void)state;
    ld_corpus_init(&corpus, LD_TASK_SUMMARY);
    assert_true(ld_corpus_add_article(&corpus, "news", (struct ld_source){"d/news.txt", "Rain.\n", 6}, references, 3));
    assert_true(ld_corpus_add_problem(&corpus, "d/x.txt", 0, "none"));
    print(&corpus, got, sizeof got);
    assert_string_equal(got, "news|||Rain.~|x~y|z\nd/x.txt:0 none\n");
    assert_true(ld_corpus_read_lines(&corpus, (struct ld_source){"c", "a<q>b\r\n<q", 9}, &lines, &count));
    assert_int_equal(count, 2);
    assert_string_equal(lines[0].bytes, "a\nb");
    assert_string_equal(lines[1].bytes, "<q");
    ld_corpus_free(&corpus);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(good_and_bad_files),
                                       cmocka_unit_test(an_article_and_candidates)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
