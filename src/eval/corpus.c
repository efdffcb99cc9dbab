/* corpus.c - see corpus.h. The forms:
 *
 *   JSON lines   {"id", "title", "text", "references": [...], "lang"}; also under the names that published corpora use
 *                (article, document, sentence; highlights, summary, compressions), and one reference as a plain string
 *   .story       of CNN/DailyMail (Hermann et al. 2015): paragraphs, then each highlight below a line "@highlight"; the
 *                highlights together are one reference
 *   article      a text and its references, a file each
 *   lines        of PreSumm (Liu & Lapata 2019): a summary a line, "<q>" between sentences
 *
 * A headline's reference is the title, where there is one. The article's title is kept from whoever is to summarise it
 * where it is what is asked for. */
#include "eval/corpus.h"

#include <jansson.h>
#include <string.h>

void ld_corpus_init(struct ld_corpus *corpus, enum ld_task task) {
    *corpus = (struct ld_corpus){.task = task};
    ld_arena_init(&corpus->arena);
}

void ld_corpus_free(struct ld_corpus *corpus) { ld_arena_free(&corpus->arena); }

struct reading {
    struct ld_corpus *corpus;
    struct ld_source source;
    const char *what;                   /* id of an article, or a problem's text */
    const struct ld_source *references; /* [count] of an article */
    uint32_t count, line;
    struct ld_text *lines; /* read */
    json_t *row;           /* held while its members are copied: outside the arena */
    void (*work)(struct ld_arena *arena, struct reading *reading);
};

/* ---- pieces ---- */

static struct ld_text copy(struct ld_arena *arena, const char *bytes, size_t length) {
    return (struct ld_text){ld_arena_string(arena, bytes, length), length};
}

static struct ld_source without_mark(struct ld_source source) {
    if (source.length >= 3 && !memcmp(source.bytes, "\xEF\xBB\xBF", 3)) source.bytes += 3, source.length -= 3;
    return source;
}

static bool is_blank(struct ld_text text) {
    for (size_t i = 0; i < text.length; i++)
        if (!strchr(" \t\r\n\f\v", text.bytes[i])) return false;
    return true;
}

/* The next line from *at on, without its end; false behind the last. */
static bool next_line(struct ld_source source, size_t *at, struct ld_text *line) {
    if (*at >= source.length) return false;
    const char *start = source.bytes + *at, *end = memchr(start, '\n', source.length - *at);
    size_t length = end ? (size_t)(end - start) : source.length - *at;
    *at += length + 1;
    *line = (struct ld_text){start, length && start[length - 1] == '\r' ? length - 1 : length};
    return true;
}

static void put_problem(struct ld_corpus *corpus, const char *file, uint32_t line, const char *what) {
    struct ld_arena *arena = &corpus->arena;
    LD_ARENA_ROOM(arena, corpus->problems, corpus->problem_count, corpus->problem_capacity);
    corpus->problems[corpus->problem_count++] =
        (struct ld_problem){file, ld_arena_string(arena, what, strlen(what)), line};
}

/* "news.jsonl:12" */
static struct ld_text place(struct ld_arena *arena, const char *file, uint32_t line) {
    char digits[12];
    size_t length = strlen(file), n = sizeof digits;
    do digits[--n] = (char)('0' + line % 10);
    while (line /= 10);
    digits[--n] = ':';
    char *bytes = ld_arena_alloc(arena, length + sizeof digits - n + 1);
    memcpy(bytes, file, length);
    memcpy(bytes + length, digits + n, sizeof digits - n);
    length += sizeof digits - n;
    bytes[length] = '\0';
    return (struct ld_text){bytes, length};
}

/* Append a finished example; one without text or reference is a problem. */
static void put_example(struct ld_corpus *corpus, struct ld_example example) {
    uint32_t left = 0;
    for (uint32_t i = 0; i < example.count; i++)
        if (!is_blank(example.references[i])) example.references[left++] = example.references[i];
    example.count = left;
    if (!left) {
        put_problem(corpus, example.file, example.line, "the references are empty");
        return;
    }
    for (uint32_t i = 0; i < left && example.title.length; i++)
        if (example.references[i].length == example.title.length &&
            !memcmp(example.references[i].bytes, example.title.bytes, example.title.length))
            example.title.length = 0;
    LD_ARENA_ROOM(&corpus->arena, corpus->examples, corpus->count, corpus->capacity);
    corpus->examples[corpus->count++] = example;
}

/* ---- JSON lines ---- */

enum { SYNONYMS = 4 };
static const char *const text_names[SYNONYMS] = {"text", "article", "document", "sentence"};
static const char *const reference_names[SYNONYMS] = {"references", "highlights", "summary", "compressions"};

static const json_t *member(const json_t *row, const char *const names[SYNONYMS]) {
    const json_t *value = NULL;
    for (int i = 0; i < SYNONYMS && !value; i++) value = json_object_get(row, names[i]);
    return value;
}

static struct ld_text copy_string(struct ld_arena *arena, const json_t *value) {
    if (!json_is_string(value)) return (struct ld_text){"", 0};
    return copy(arena, json_string_value(value), json_string_length(value));
}

static const char *copy_references(struct ld_arena *arena, const json_t *value, struct ld_example *example) {
    static const char wrong[] = "\"references\" must be a list of strings, one at least";
    if (!value) return "there is no \"references\"";
    size_t count = json_is_string(value) ? 1 : json_array_size(value);
    if (!count || count > UINT32_MAX) return wrong;
    example->references = ld_arena_array(arena, count, sizeof *example->references);
    example->count = (uint32_t)count;
    for (size_t i = 0; i < count; i++) {
        const json_t *reference = json_is_string(value) ? value : json_array_get(value, i);
        if (!json_is_string(reference)) return wrong;
        example->references[i] = copy_string(arena, reference);
    }
    return NULL;
}

static struct ld_text copy_id(struct ld_arena *arena, const json_t *id, const struct reading *reading) {
    if (json_is_string(id)) return copy_string(arena, id);
    return place(arena, reading->source.name, reading->line);
}

/* What is wrong with the row, or NULL. */
static const char *copy_row(struct ld_arena *arena, const struct reading *reading, struct ld_example *example) {
    const json_t *row = reading->row, *text = member(row, text_names), *title = json_object_get(row, "title");
    if (!json_is_object(row)) return "the line is no JSON object";
    if (!text) return "there is no \"text\"";
    if (!json_is_string(text)) return "\"text\" must be a string";
    example->id = copy_id(arena, json_object_get(row, "id"), reading);
    example->text = copy_string(arena, text);
    example->title = copy_string(arena, title);
    example->language = copy_string(arena, json_object_get(row, "lang"));
    example->outlet = copy_string(arena, json_object_get(row, "outlet"));
    bool headline = reading->corpus->task == LD_TASK_HEADLINE && json_is_string(title);
    return copy_references(arena, headline ? title : member(row, reference_names), example);
}

static void read_json_lines(struct ld_arena *arena, struct reading *reading) {
    struct ld_text line;
    for (size_t at = 0; next_line(reading->source, &at, &line);) {
        reading->line++;
        if (is_blank(line)) continue;
        json_error_t error;
        struct ld_example example = {.file = reading->source.name, .line = reading->line};
        reading->row = json_loadb(line.bytes, line.length, JSON_ALLOW_NUL | JSON_DECODE_INT_AS_REAL, &error);
        if (!reading->row && !error.text[0]) ld_arena_fail(arena); /* jansson had no memory */
        const char *wrong = reading->row ? copy_row(arena, reading, &example) : error.text;
        json_decref(reading->row);
        reading->row = NULL;
        if (wrong)
            put_problem(reading->corpus, reading->source.name, reading->line, wrong);
        else
            put_example(reading->corpus, example);
    }
}

/* ---- files of text ---- */

static const char *base_name(const char *file) {
    const char *slash = strrchr(file, '/');
    return slash ? slash + 1 : file;
}

static void read_story(struct ld_arena *arena, struct reading *reading) {
    static const char mark[] = "@highlight";
    struct ld_source source = reading->source;
    struct ld_text line, *highlights = ld_arena_array(arena, 1, sizeof *highlights);
    size_t body = source.length, length = 0;
    char *bytes = ld_arena_alloc(arena, source.length + 1);
    for (size_t at = 0, start = 0; next_line(source, &at, &line); start = at) {
        bool marked = line.length == strlen(mark) && !memcmp(line.bytes, mark, line.length);
        if (marked && body == source.length) body = start;
        if (marked || body == source.length || is_blank(line)) continue;
        memcpy(bytes + length, line.bytes, line.length);
        length += line.length;
        bytes[length++] = '\n';
    }
    *highlights = (struct ld_text){bytes, length ? length - 1 : 0};
    if (reading->corpus->task == LD_TASK_HEADLINE) {
        put_problem(reading->corpus, source.name, 0, "a .story has no headline");
        return;
    }
    const char *name = base_name(source.name);
    put_example(reading->corpus, (struct ld_example){.id = copy(arena, name, strlen(name)),
                                                     .text = copy(arena, source.bytes, body),
                                                     .references = highlights,
                                                     .count = 1,
                                                     .file = source.name});
}

static void read_article(struct ld_arena *arena, struct reading *reading) {
    struct ld_example example = {.id = copy(arena, reading->what, strlen(reading->what)),
                                 .text = copy(arena, reading->source.bytes, reading->source.length),
                                 .references = ld_arena_array(arena, reading->count, sizeof *example.references),
                                 .count = reading->count,
                                 .file = reading->source.name};
    for (uint32_t i = 0; i < reading->count; i++) {
        struct ld_source reference = without_mark(reading->references[i]);
        while (reference.length && strchr("\r\n ", reference.bytes[reference.length - 1])) reference.length--;
        example.references[i] = copy(arena, reference.bytes, reference.length);
    }
    put_example(reading->corpus, example);
}

/* "<q>" is three bytes and becomes one. */
static struct ld_text copy_line(struct ld_arena *arena, struct ld_text line) {
    char *to = ld_arena_alloc(arena, line.length + 1);
    size_t length = 0;
    for (size_t i = 0; i < line.length;) {
        bool mark = line.length - i >= 3 && !memcmp(line.bytes + i, "<q>", 3);
        to[length++] = mark ? '\n' : line.bytes[i];
        i += mark ? 3 : 1;
    }
    to[length] = '\0';
    return (struct ld_text){to, length};
}

static void read_lines(struct ld_arena *arena, struct reading *reading) {
    struct ld_text line;
    uint32_t capacity = 0;
    reading->lines = NULL;
    reading->count = 0;
    for (size_t at = 0; next_line(reading->source, &at, &line);) {
        LD_ARENA_ROOM(arena, reading->lines, reading->count, capacity);
        reading->lines[reading->count++] = copy_line(arena, line);
    }
}

static void read_reference_lines(struct ld_arena *arena, struct reading *reading) {
    read_lines(arena, reading);
    struct ld_corpus *corpus = reading->corpus;
    for (uint32_t i = 0; i < reading->count; i++) { /* empty ones too: each has a candidate of the same number */
        LD_ARENA_ROOM(arena, corpus->examples, corpus->count, corpus->capacity);
        corpus->examples[corpus->count++] = (struct ld_example){.id = place(arena, reading->source.name, i + 1),
                                                                .references = &reading->lines[i],
                                                                .count = 1,
                                                                .file = reading->source.name,
                                                                .line = i + 1};
    }
}

/* ---- the calls ---- */

static void work(struct ld_arena *arena, void *context) {
    struct reading *reading = context;
    reading->source = without_mark(reading->source);
    reading->source.name = ld_arena_string(arena, reading->source.name, strlen(reading->source.name));
    reading->work(arena, reading);
}

static bool run(struct reading *reading, void (*read)(struct ld_arena *arena, struct reading *reading)) {
    reading->work = read;
    bool done = ld_arena_run(&reading->corpus->arena, work, reading);
    json_decref(reading->row);
    return done;
}

bool ld_corpus_add_json_lines(struct ld_corpus *corpus, struct ld_source source) {
    return run(&(struct reading){.corpus = corpus, .source = source}, read_json_lines);
}

bool ld_corpus_add_story(struct ld_corpus *corpus, struct ld_source source) {
    return run(&(struct reading){.corpus = corpus, .source = source}, read_story);
}

bool ld_corpus_add_article(struct ld_corpus *corpus, const char *id, struct ld_source article,
                           const struct ld_source *references, uint32_t count) {
    struct reading reading = {
        .corpus = corpus, .source = article, .what = id, .references = references, .count = count};
    return run(&reading, read_article);
}

bool ld_corpus_add_reference_lines(struct ld_corpus *corpus, struct ld_source source) {
    return run(&(struct reading){.corpus = corpus, .source = source}, read_reference_lines);
}

bool ld_corpus_read_lines(struct ld_corpus *corpus, struct ld_source source, struct ld_text **lines, uint32_t *count) {
    struct reading reading = {.corpus = corpus, .source = source};
    bool done = run(&reading, read_lines);
    *lines = done ? reading.lines : NULL;
    *count = done ? reading.count : 0;
    return done;
}

static void keep_problem(struct ld_arena *arena, struct reading *reading) {
    (void)arena;
    put_problem(reading->corpus, reading->source.name, reading->line, reading->what);
}

bool ld_corpus_add_problem(struct ld_corpus *corpus, const char *file, uint32_t line, const char *what) {
    struct reading reading = {.corpus = corpus, .source = {file, "", 0}, .what = what, .line = line};
    return run(&reading, keep_problem);
}
