/* bench_input.c - names of files and folders in, a corpus out. A folder holds NAME.txt with NAME.ref*.txt,
 * NAME.headline.txt or NAME.bullets.txt beside it, or .story files; a file is a .story or JSON lines. Leaves alone what
 * the files say: see eval/corpus.c. */
#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "cli/cli.h"

static bool no_memory(void) { return ld_no_memory() == LD_DONE; }

static bool ends_with(const char *name, const char *end) {
    size_t length = strlen(name), n = strlen(end);
    return length >= n && !strcmp(name + length - n, end);
}

static struct ld_source source_of(const char *name, const struct ld_buffer *bytes) {
    return (struct ld_source){name, bytes->length ? bytes->bytes : "", bytes->length};
}

/* ---- one file ---- */

typedef bool add_function(struct ld_corpus *corpus, struct ld_source source);

static bool add_file(struct ld_corpus *corpus, const char *file, add_function *add) {
    struct ld_buffer bytes;
    ld_buffer_init(&bytes);
    bool ok = ld_read_file(file, &bytes);
    if (ok && !add(corpus, source_of(ld_input_name(file), &bytes))) ok = no_memory();
    ld_buffer_free(&bytes);
    return ok;
}

/* ---- a folder ---- */

struct folder {
    const char *path;
    struct dirent **names; /* [count] in byte order */
    size_t count;
};

static int by_name(const struct dirent **a, const struct dirent **b) { return strcmp((*a)->d_name, (*b)->d_name); }

static int is_text(const struct dirent *entry) {
    return ends_with(entry->d_name, ".txt") || ends_with(entry->d_name, ".story");
}

/* "PATH/NAME", to be freed. */
static char *join(const char *path, const char *name) {
    struct ld_buffer joined;
    size_t length;
    ld_buffer_init(&joined);
    ld_buffer_string(&joined, path);
    ld_buffer_byte(&joined, '/');
    ld_buffer_string(&joined, name);
    return ld_buffer_take(&joined, &length);
}

/* NAME.ref*.txt, NAME.headline.txt, NAME.bullets.txt: what belongs to an article. */
static bool is_companion(const char *name) {
    static const char *const parts[] = {"ref", "headline.txt", "bullets.txt"};
    if (!ends_with(name, ".txt")) return false;
    const char *part = name + strlen(name) - strlen(".txt");
    while (part > name && part[-1] != '.') part--;
    for (size_t i = 0; i < sizeof parts / sizeof *parts && part > name; i++)
        if (!strncmp(part, parts[i], strlen(parts[i]))) return true;
    return false;
}

/* Is it one of the article's references for the task? stem is NAME and a point. */
static bool is_reference(const char *name, size_t stem_length, const char *wanted) {
    return !strncmp(name + stem_length, wanted, strlen(wanted)) && is_companion(name);
}

static size_t first_with(const struct folder *folder, const char *stem, size_t length) {
    size_t low = 0, high = folder->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (strncmp(folder->names[middle]->d_name, stem, length) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

enum { MOST_REFERENCES = 64 };

/* Read the references beside an article into bytes[MOST_REFERENCES]; how many, negative where one failed. */
static int read_references(const struct folder *folder, const char *name, const char *wanted, struct ld_buffer *bytes) {
    size_t stem = strlen(name) - 3; /* with its point */
    int count = 0;
    for (size_t i = first_with(folder, name, stem);
         i < folder->count && !strncmp(folder->names[i]->d_name, name, stem) && count < MOST_REFERENCES; i++) {
        if (!is_reference(folder->names[i]->d_name, stem, wanted)) continue;
        char *path = join(folder->path, folder->names[i]->d_name);
        bool read = path ? ld_read_file(path, &bytes[count]) : no_memory();
        free(path);
        if (!read) return -1;
        count++;
    }
    return count;
}

static bool add_article(struct ld_corpus *corpus, const struct folder *folder, const char *name, const char *path) {
    static const char *const wanted[] = {"ref", "headline.", "bullets."}; /* by enum ld_task */
    struct ld_buffer bytes[MOST_REFERENCES + 1], *text = &bytes[MOST_REFERENCES];
    struct ld_source references[MOST_REFERENCES];
    char *id = strdup(name);
    for (int i = 0; i <= MOST_REFERENCES; i++) ld_buffer_init(&bytes[i]);
    int count = read_references(folder, name, wanted[corpus->task], bytes);
    if (!count && corpus->task == LD_TASK_BULLETS) count = read_references(folder, name, "ref", bytes);
    bool ok = count >= 0 && ld_read_file(path, text), added = ok && id;
    for (int i = 0; i < count; i++) references[i] = source_of(path, &bytes[i]);
    if (id) id[strlen(id) - strlen(".txt")] = '\0';
    if (added && count)
        added = ld_corpus_add_article(corpus, id, source_of(path, text), references, (uint32_t)count);
    else if (added)
        added = ld_corpus_add_problem(corpus, path, 0,
                                      corpus->task == LD_TASK_HEADLINE ? "there is no .headline.txt beside it"
                                                                       : "there is no .ref1.txt beside it");
    for (int i = 0; i <= MOST_REFERENCES; i++) ld_buffer_free(&bytes[i]);
    free(id);
    return added || (ok && no_memory());
}

static bool add_entry(struct ld_corpus *corpus, const struct folder *folder, const char *name) {
    if (is_companion(name)) return true;
    char *path = join(folder->path, name);
    if (!path) return no_memory();
    bool ok = ends_with(name, ".story") ? add_file(corpus, path, ld_corpus_add_story)
                                        : add_article(corpus, folder, name, path);
    free(path);
    return ok;
}

static bool add_folder(struct ld_corpus *corpus, const char *path) {
    struct folder folder = {.path = path};
    int count = scandir(path, &folder.names, is_text, by_name);
    if (count < 0) {
        ld_say(path, "%s", strerror(errno));
        return false;
    }
    folder.count = (size_t)count;
    bool ok = true;
    for (size_t i = 0; i < folder.count; i++) ok = add_entry(corpus, &folder, folder.names[i]->d_name) && ok;
    for (size_t i = 0; i < folder.count; i++) free(folder.names[i]);
    free(folder.names);
    return ok;
}

/* ---- lines of candidates ---- */

static bool read_candidates(struct ld_bench *bench, const char *file) {
    struct ld_bench_row *row = &bench->rows[bench->row_count];
    struct ld_buffer bytes;
    uint32_t count = 0;
    ld_buffer_init(&bytes);
    bool ok = ld_read_file(file, &bytes);
    if (ok && !ld_corpus_read_lines(bench->corpus, source_of(file, &bytes), &row->candidates, &count)) ok = no_memory();
    ld_buffer_free(&bytes);
    row->name = ld_input_name(file);
    row->kind = LD_ROW_FILE;
    bench->row_count++;
    if (ok && count != bench->corpus->count) {
        ld_say(row->name, "%lu lines, but %lu in %s", (unsigned long)count, (unsigned long)bench->corpus->count,
               ld_input_name(bench->settings->bench.references));
        return false;
    }
    return ok;
}

bool ld_bench_read(struct ld_bench *bench) {
    const struct ld_settings *s = bench->settings;
    bool ok = true;
    if (s->bench.references) {
        ok = add_file(bench->corpus, s->bench.references, ld_corpus_add_reference_lines);
        for (size_t i = 0; i < s->file_count && ok; i++) ok = read_candidates(bench, s->files[i]);
        return ok;
    }
    for (size_t i = 0; i < s->file_count; i++) {
        const char *file = s->files[i];
        struct stat about;
        if (!stat(file, &about) && S_ISDIR(about.st_mode))
            ok = add_folder(bench->corpus, file) && ok;
        else
            ok = add_file(bench->corpus, file,
                          ends_with(file, ".story") ? ld_corpus_add_story : ld_corpus_add_json_lines) &&
                 ok;
    }
    return ok;
}
