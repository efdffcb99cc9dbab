/* test_memory_commands.c - the program, with the n-th allocation failing, for n = 1, 2, 3, ... until none is left to
 * fail: it never crashes, never says that all went well when something is missing, and writes nothing that is not whole
 * but an error in a record's place. Each run is a process of its own. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "cli/batch.h"
#include "cli/options.h"
#include "failing.h"

#ifdef __SANITIZE_ADDRESS__
enum { STEP = 5 }; /* a process takes long to end there */
#else
enum { STEP = 1 };
#endif
enum { MOST = 100000, WORDS = 24, SECONDS = 60 };

enum kind {
    LINES, /* of batch: each is as it should be, or an error that tells */
    FILES, /* whole, or not there */
    TOLD   /* whole, or the status tells */
};

static const struct {
    enum kind kind;
    const char *line; /* without "lede" */
} rows[] = {
    {LINES, "batch -q --threads 1 in.jsonl"},
    {LINES, "batch -q --threads 1 --headlines 4 --style headline --case title in.jsonl"},
    {LINES, "batch -q --threads 1 --blurb -f json in.jsonl"},
    {LINES, "batch -q --threads 1 -b --bullet-chars 40 --carry in.jsonl"},
    {LINES, "batch -q --threads 1 -p summary,scores,sentences,body,keywords -m lexrank --explain in.jsonl"},
    {LINES, "batch -q --threads 1 --idf en.idf --weights weights --stopwords stop -H in.jsonl"},
    {LINES, "batch -q --threads 2 --headlines 2 in.jsonl"},
    {FILES, "idf -q -l en in.jsonl"},
    {FILES, "idf -q -l en --min 2 --top 9 --max-terms 20 in.jsonl"},
    {FILES, "idf -q en.idf en.idf"},
    {FILES, "idf -q --dump en.idf"},
    {TOLD, "-q article.txt"},
    {TOLD, "-q -f json --explain article.txt"},
    {TOLD, "-q --highlight -f html --standalone article.txt"},
    {TOLD, "-q -f json article.txt article.txt"},
    {TOLD, "-q --blurb one.json"},
    {TOLD, "-q --headlines 3 -i json in.jsonl"},
    {TOLD, "bench -q --no-timing -m lede,lead,textrank -w 20 corpus.jsonl"},
    {TOLD, "bench -q --no-timing --task headline -f html corpus.jsonl"},
    {TOLD, "bench -q --no-timing --task bullets -f csv corpus.jsonl"},
    {TOLD, "bench -q --features corpus.jsonl"},
    {TOLD, "rouge -q --candidates candidates --references corpus.jsonl"},
    {TOLD, "rouge -q --flavour perl -d -f json --candidates candidates --references corpus.jsonl"},
};

#define NEWS                                                                                                           \
    "The old mill at Stone Ford ground flour on Sunday for the first time since 1951. Some 300 people came to see "    \
    "the wheel turn, the owner said. Dr. Ellen Hart, who led the repair, said that oak for the paddles was rare. "     \
    "However, the mill will run on Sundays only."

static const struct {
    const char *name, *text;
} files[] = {
    {"article.txt", "Mill wheel turns again\n\nBy Ada Brook\n\n" NEWS "\n"},
    {"one.json", "{\"id\": 5, \"text\": \"" NEWS "\"}\n"},
    {"stop", "the\nof\n"},
    {"weights", "position\t2\ntitle\t1\n"},
    {"in.jsonl", "{\"id\":1,\"text\":\"" NEWS "\"}\n"
                 "{\"id\":\"\\u00e9\",\"title\":\"Mill\\nwheel\",\"text\":\"" NEWS "\",\"x\":[1,{\"y\":null}]}\n"
                 "{\"id\":3,\"text\":3}\n\n"
                 "{\"id\":5,\"text\":\"Il pleut sur la ville. La mer est haute.\",\"language\":\"fr\"}\n"
                 "{\"id\":6,\"text\":\"" NEWS "\",\"x\":[1e400]}\n"
                 "{\"id\":7,\"text\":\"Rain \\ud83d\"}\n"},
    {"corpus.jsonl",
     "{\"id\":1,\"title\":\"Mill turns\",\"text\":\"" NEWS "\",\"references\":[\"The mill ground flour.\"]}\n"
     "{\"id\":2,\"title\":\"Wheel\",\"text\":\"" NEWS "\",\"references\":[\"The wheel turns.\",\"Oak is rare.\"]}\n"},
    {"candidates", "{\"id\":1,\"text\":\"The mill\\nFlour\"}\n{\"id\":2,\"text\":\"The wheel\"}\n"},
};

/* ---- one run ---- */

struct outcome {
    int status;   /* of the process */
    bool unsound; /* a sanitizer says so: of a leak, too */
    bool failed;  /* an allocation did */
    char *bytes;  /* of the output; NULL where there is none */
    size_t length;
};

/* Tells there whether one failed. */
static void run_here(const char *line, unsigned long n, bool keep, int tell) {
    char copy[256], *words[WORDS + 3], *word;
    int count = 1;
    snprintf(copy, sizeof copy, "%s", line);
    words[0] = "lede";
    for (word = strtok(copy, " "); word && count < WORDS; word = strtok(NULL, " ")) words[count++] = word;
    words[count++] = "-o";
    words[count++] = "out";
    words[count] = NULL;
    const struct ld_command *command = &ld_commands[0];
    for (size_t i = 1; i < LD_COMMAND_COUNT; i++)
        if (!strcmp(words[1], ld_commands[i].name)) command = &ld_commands[i];
    const int skip = command != &ld_commands[0];
    struct ld_settings settings;
    if (!freopen("messages", "w", stderr)) _exit(99);
    alarm(SECONDS);
    ld_batch_memory();
    arm(n, keep);
    enum ld_parsed parsed = ld_options_parse(&settings, command, count - skip, words + skip);
    const int status = parsed == LD_GO_ON ? (int)command->run(&settings) : 98;
    const bool any = failed;
    arm(0, false);
    if (write(tell, &any, 1) != 1) _exit(97);
    exit(status);
}

/* A file as a string; NULL where there is none. */
static char *bytes_of(const char *name, size_t *length) {
    enum { ROOM = 1 << 20 };
    FILE *f = fopen(name, "rb");
    if (!f) return NULL;
    char *bytes = malloc(ROOM);
    assert_non_null(bytes);
    *length = fread(bytes, 1, ROOM - 1, f);
    bytes[*length] = 0;
    fclose(f);
    return bytes;
}

static struct outcome run(const char *line, unsigned long n, bool keep) {
    struct outcome result = {.failed = true};
    size_t length;
    int ends[2];
    unlink("out");
    assert_int_equal(pipe(ends), 0);
    fflush(NULL);
    const pid_t child = fork();
    assert_true(child >= 0);
    if (!child) run_here(line, n, keep, ends[1]);
    close(ends[1]);
    if (read(ends[0], &result.failed, 1) != 1) result.failed = true; /* it crashed */
    close(ends[0]);
    assert_int_equal(waitpid(child, &result.status, 0), child);
    char *messages = bytes_of("messages", &length);
    result.unsound = !messages || strstr(messages, "Sanitizer") || strstr(messages, "runtime error");
    free(messages);
    result.bytes = bytes_of("out", &result.length);
    return result;
}

/* ---- what must hold ---- */

/* Each line is that of the whole output in its place, or tells that there was no memory; *all: they are all there. */
static bool lines_hold(const struct outcome *got, const struct outcome *want, bool *all) {
    static const char told[] = "\"error\":{\"code\":\"no-memory\"";
    const char *at = got->bytes, *whole = want->bytes, *stop;
    *all = true;
    for (; *at; at = stop + 1, whole = strchr(whole, '\n') + 1) {
        if (!(stop = strchr(at, '\n')) || !*whole) return false;
        if (!strncmp(at, whole, (size_t)(stop + 1 - at))) continue;
        const char *found = strstr(at, told);
        if (!found || found > stop) return false;
        *all = false;
    }
    *all = *all && !*whole;
    return true;
}

static const char *wrong(enum kind kind, const struct outcome *got, const struct outcome *want) {
    const bool same = got->length == want->length && !memcmp(got->bytes, want->bytes, want->length);
    bool all = same;
    if (!WIFEXITED(got->status)) return "it crashed";
    if (got->unsound) return "see messages";
    const int status = WEXITSTATUS(got->status), good = WEXITSTATUS(want->status);
    if (status != good && status != LD_FAILED && (kind == FILES || status != LD_SOME_FAILED)) return "its exit status";
    if (kind == LINES && got->bytes && !lines_hold(got, want, &all)) return "a line";
    if (kind == FILES && got->length && !same) return "the file is there, but not whole";
    if (status == LD_DONE && !same) return "it does not say that something is missing";
    if (kind == LINES && status == good && !got->failed && !all) return "a line is missing";
    return NULL;
}

static void test_rows(void **state) {
    (void)state;
    unsigned faults = 0;
    unsigned long runs = 0;
    for (size_t r = 0; r < sizeof rows / sizeof *rows; r++) {
        const struct outcome want = run(rows[r].line, 0, false);
        if (!WIFEXITED(want.status) || !want.length) fail_msg("%s: %x", rows[r].line, (unsigned)want.status);
        for (int keep = 0; keep < 2; keep++) {
            unsigned long n = 1;
            for (bool more = true; more; n += STEP) {
                const struct outcome got = run(rows[r].line, n, keep);
                const char *problem = wrong(rows[r].kind, &got, &want);
                if (problem)
                    print_error("%s, %lu%s: %s (%x)\n", rows[r].line, n, keep ? " on" : "", problem,
                                (unsigned)got.status);
                faults += problem != NULL;
                more = got.failed || !WIFEXITED(got.status);
                free(got.bytes);
                assert_true(n < MOST);
            }
            assert_true(n > 4);
            runs += n / STEP;
        }
        free(want.bytes);
    }
    print_message("%lu runs\n", runs);
    assert_int_equal(faults, 0);
}

static int set_up(void **state) {
    static char folder[] = "/tmp/lede-memory-XXXXXX";
    *state = folder;
    if (!mkdtemp(folder) || chdir(folder)) return -1;
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        FILE *f = fopen(files[i].name, "w");
        if (!f || fputs(files[i].text, f) < 0 || fclose(f)) return -1;
    }
    const struct outcome table = run("idf -q -l en in.jsonl", 0, false);
    free(table.bytes);
    return rename("out", "en.idf");
}

static int clean_up(void **state) {
    static const char *const made[] = {"out", "messages", "en.idf"};
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) unlink(files[i].name);
    for (size_t i = 0; i < sizeof made / sizeof *made; i++) unlink(made[i]);
    return chdir("/") || rmdir(*state); /* fails where a run left something there */
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_rows)};
    return cmocka_run_group_tests_name("memory_commands", tests, set_up, clean_up);
}
