/* work.c - a record and the options in, the bytes to write out: all that the commands ask of the library. */
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cli/cli.h"
#include "cli/options.h"
#include "score/weights.h"

/* Append a file to bytes; *length is its own. Without a name, nothing. */
static bool read_more(const char *file, struct ld_buffer *bytes, size_t *length) {
    const size_t before = bytes->length;
    bool ok = !file || ld_read_file(file, bytes);
    *length = bytes->length - before;
    return ok;
}

static bool check_weights(const struct ld_settings *settings) {
    struct ld_weights weights;
    struct ld_weights_problem problem;
    const lede_summary_options *options = &settings->summary;
    if (!options->weights || ld_weights_read(options->weights, options->weights_length, &weights, &problem))
        return true;
    const char *nearest = *problem.name ? ld_nearest(ld_feature_names, problem.name) : NULL;
    if (*problem.name)
        ld_say(settings->weights_file, "line %zu: there is no feature \"%s\"", problem.line, problem.name);
    else
        ld_say(settings->weights_file, "line %zu: %s", problem.line, problem.what);
    if (nearest)
        ld_hint("did you mean \"%s\"?", nearest);
    else if (*problem.name)
        ld_hint("the names are those that lede --explain -f json gives, and those of terms in docs/method.md");
    return false;
}

static bool use_texts(struct ld_settings *settings, struct ld_buffer *bytes) {
    lede_document_options *document = &settings->document;
    lede_summary_options *summary = &settings->summary;
    if (!read_more(settings->stopwords, bytes, &document->stopwords_length)) return false;
    if (!read_more(settings->weights_file, bytes, &summary->weights_length)) return false;
    const char *start = bytes->length ? bytes->bytes : "";
    if (settings->stopwords) document->stopwords = start;
    if (settings->weights_file) summary->weights = start + document->stopwords_length;
    return check_weights(settings);
}

/* A file as it lies, in memory; NULL with errno where it cannot be had, and for an empty one. */
static const void *map_file(const char *file, size_t *length) {
    struct stat is;
    void *bytes = MAP_FAILED;
    int descriptor = open(file, O_RDONLY);
    if (descriptor < 0) return NULL;
    if (!fstat(descriptor, &is)) {
        *length = (size_t)is.st_size;
        if (*length) bytes = mmap(NULL, *length, PROT_READ, MAP_PRIVATE, descriptor, 0);
        if (!*length) errno = 0;
    }
    int error = errno;
    close(descriptor);
    errno = error;
    return bytes == MAP_FAILED ? NULL : bytes;
}

static bool use_idf(struct ld_settings *settings) {
    const char *file = settings->idf_file, *wanted = settings->document.language;
    struct ld_frequencies frequencies = {0};
    size_t length = 0;
    if (!file) return true;
    const void *bytes = map_file(file, &length);
    const char *problem = !bytes && errno ? strerror(errno) : ld_frequencies_open(bytes, length, &frequencies);
    if (!problem && !ld_frequencies_sound(bytes)) problem = LD_FREQUENCIES_DAMAGED;
    if (!problem && !frequencies.documents) problem = "is of no documents";
    if (problem) {
        ld_say(file, "%s", problem);
    } else if (strcmp(wanted, "auto") != 0 && ld_language_find(wanted) != frequencies.language) {
        ld_say(file, "is of %s, but --language is %s", frequencies.language->name, wanted);
        return false;
    }
    settings->document.idf = bytes;
    settings->document.idf_length = length;
    return !problem;
}

bool ld_use_files(struct ld_settings *settings, struct ld_buffer *bytes) {
    return use_texts(settings, bytes) && use_idf(settings);
}

void ld_describe(lede_status status, const struct ld_record *record, char problem[LD_PROBLEM]) {
    if (status == LEDE_ERROR_LANGUAGE) /* a record's: that of --language was checked */
        snprintf(problem, LD_PROBLEM, "unknown language \"%.40s\": a code is wanted, such as en, de or fr",
                 record->language.bytes);
    else
        snprintf(problem, LD_PROBLEM, "%s", lede_status_message(status));
}

/* A record's language that is well-formed but not of ours ("ja", "zh-TW") is read in the generic mode. */
static const char *language_of(const char *code) {
    size_t letters = strspn(code, "abcdefghijklmnopqrstuvwxyz");
    bool well_formed = letters >= 2 && letters <= 3 && (!code[letters] || code[letters] == '-' || code[letters] == '_');
    return lede_language_name(code) || !well_formed ? code : "und";
}

lede_status ld_make_document(const struct ld_settings *settings, const struct ld_record *record,
                             lede_document **document) {
    lede_document_options options = settings->document;
    options.title = settings->title;
    options.title_length = settings->title ? strlen(settings->title) : 0;
    if (record->title.length) {
        options.title = record->title.bytes;
        options.title_length = record->title.length;
    }
    if (record->language.length) options.language = language_of(record->language.bytes);
    if (!options.title_length) options.title = NULL;
    return lede_document_new(record->text.bytes, record->text.length, &options, document);
}

lede_status ld_make_output(const struct ld_settings *settings, const struct ld_record *record,
                           const lede_document *document, char **output, size_t *length, bool *over) {
    lede_summary_options options = settings->summary;
    lede_render_options rendering = settings->render;
    lede_summary *summary;
    options.query = settings->query;
    options.query_length = settings->query ? strlen(settings->query) : 0;
    if (record->query.length) {
        options.query = record->query.bytes;
        options.query_length = record->query.length;
    }
    rendering.id = record->id;
    rendering.input = record->input;
    *output = NULL;
    lede_status status = lede_summary_new(document, &options, &summary);
    if (status == LEDE_OK) status = lede_render(document, summary, &rendering, output, length);
    *over = status == LEDE_OK && lede_summary_over_budget(summary);
    lede_summary_free(summary);
    return status;
}
