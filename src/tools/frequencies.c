/* frequencies.c - a tool for keepers of the language data: document frequencies of stems, counted over JSON lines.
 *
 *   frequencies CODE LEAST FILE...    records with "text"; writes "# documents N" and "stem<TAB>documents" lines, by
 *                                     stem, of those in at least LEAST documents
 *
 * Words, folding and stems are those of the library, so that its look-ups find them. Not installed. */
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "model/doc.h"

#define uthash_fatal(message) abort()
#include <uthash.h>

struct count {
    uint32_t documents;
    UT_hash_handle hh;
    char stem[];
};

static struct count *counts;
static unsigned long documents;

static void count_stem(const struct ld_term *term) {
    struct count *c;
    HASH_FIND(hh, counts, term->stem, term->length, c);
    if (!c) {
        c = calloc(1, sizeof *c + term->length + 1);
        if (!c) abort();
        memcpy(c->stem, term->stem, term->length);
        HASH_ADD_KEYPTR(hh, counts, c->stem, term->length, c);
    }
    c->documents++;
}

/* A stem worth a line: letters, and no number, address or code in it. */
static bool is_plain(const char *stem) {
    for (; *stem; stem++)
        if (strchr("0123456789@/:_$%&*\t\n", *stem)) return false;
    return true;
}

static void count_document(const char *text, size_t length, const char *code) {
    lede_document_options options;
    lede_document *doc;
    lede_document_options_init(&options);
    options.language = code;
    if (lede_document_new(text, length, &options, &doc)) return;
    documents++;
    for (uint32_t v = 0; v < doc->term_count; v++)
        if (doc->terms[v].body_frequency && is_plain(doc->terms[v].stem)) count_stem(&doc->terms[v]);
    lede_document_free(doc);
}

static void count_file(const char *path, const char *code) {
    FILE *f = fopen(path, "r");
    json_error_t error;
    if (!f) {
        fprintf(stderr, "frequencies: %s: cannot be read\n", path);
        exit(1);
    }
    for (json_t *record; (record = json_loadf(f, JSON_DISABLE_EOF_CHECK, &error)); json_decref(record)) {
        const char *language = json_string_value(json_object_get(record, "lang"));
        const char *text = json_string_value(json_object_get(record, "text"));
        if (text && (!language || !strcmp(language, code))) count_document(text, strlen(text), code);
    }
    fclose(f);
}

static int by_stem(struct count *a, struct count *b) { return strcmp(a->stem, b->stem); }

int main(int argc, char **argv) {
    if (argc < 4) {
        fputs("usage: frequencies CODE LEAST FILE...\n", stderr);
        return 2;
    }
    unsigned long least = strtoul(argv[2], NULL, 10);
    for (int i = 3; i < argc; i++) count_file(argv[i], argv[1]);
    HASH_SORT(counts, by_stem);
    printf("# documents %lu\n", documents);
    for (struct count *c = counts; c; c = c->hh.next)
        if (c->documents >= least) printf("%s\t%lu\n", c->stem, (unsigned long)c->documents);
    return ferror(stdout) || fclose(stdout) ? 1 : 0;
}
