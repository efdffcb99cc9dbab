/* idf.c - the command "idf": JSON lines and tables of earlier runs in, one table of document frequencies out, or its
 * lines as text. Leaves alone how stems are counted (idf_counts.c) and what a table is (lang/idf_file.h). */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli/batch.h"

enum { MOST_STEMS = 10000000 }; /* --max-terms by default: some 1 GB */

struct idf {
    const struct ld_settings *settings;
    struct ld_settings making;          /* the same, for documents: with language and cache */
    const struct ld_language *language; /* NULL: not known yet */
    struct ld_idf_counts counts;
    struct ld_lines lines;
    struct ld_meter meter;
    struct ld_tally tally;
    uint64_t passed; /* bytes of the files before this one */
    uint64_t others; /* records of other languages */
    bool unsaid;     /* of what language records are to be counted */
};

static bool failure(const char *name, const char *problem) {
    if (problem) ld_say(name, "%s", problem);
    return !problem;
}

/* ---- records ---- */

static bool is_ours(const struct idf *idf, const struct ld_record *record) {
    if (record->language.length) return ld_language_find(record->language.bytes) == idf->language;
    return ld_language_detect(record->text.bytes, record->text.length) == idf->language;
}

/* Count a record. False: no use in going on; *wrong is what is wrong with the record, if anything is. */
static bool count_record(struct idf *idf, const struct ld_record *record, const char **wrong) {
    lede_document *document;
    if (!is_ours(idf, record)) {
        idf->others++;
        return true;
    }
    lede_status status = ld_make_document(&idf->making, record, &document);
    const char *problem = NULL;
    if (status == LEDE_OK)
        problem = ld_idf_add_document(&idf->counts, document);
    else if (status == LEDE_ERROR_MEMORY)
        problem = lede_status_message(status);
    else
        *wrong = lede_status_message(status);
    lede_document_free(document);
    return failure(NULL, problem);
}

static bool count_line(struct idf *idf, const char *name, uint64_t number, struct ld_buffer *line, bool too_long) {
    struct ld_record record = {0};
    struct ld_buffer message;
    const char *wrong = too_long ? "longer than --max-record" : NULL;
    bool go_on = true;
    ld_buffer_init(&message);
    enum ld_record_error error =
        too_long ? LD_RECORD_OK : ld_batch_record(line->bytes, line->length, false, &record, &message);
    ld_buffer_byte(&message, '\0');
    if (line->failed || message.failed || error == LD_RECORD_NO_MEMORY)
        go_on = failure(NULL, lede_status_message(LEDE_ERROR_MEMORY));
    else if (error != LD_RECORD_OK && error != LD_RECORD_BLANK)
        wrong = message.bytes;
    else if (!too_long && error == LD_RECORD_OK)
        go_on = count_record(idf, &record, &wrong);
    if (wrong && !idf->tally.failed++ && !idf->settings->quiet)
        ld_say(name, "line %llu: %s", (unsigned long long)number, wrong);
    idf->tally.records += error != LD_RECORD_BLANK;
    ld_buffer_free(&message);
    ld_record_free(&record);
    return go_on;
}

static bool count_lines(struct idf *idf, const char *name) {
    struct ld_buffer line;
    uint64_t number = 0;
    enum ld_line got = LD_LINE;
    bool go_on = idf->language != NULL;
    idf->unsaid = !go_on;
    if (!go_on) ld_say(name, "stems of one language are counted: which? --language CODE is wanted");
    ld_buffer_init(&line);
    while (go_on && (got = ld_lines_next(&idf->lines, idf->settings->max_record, &line)) <= LD_LINE_TOO_LONG) {
        if (got == LD_LINE_PART) continue;
        idf->tally.bytes += idf->lines.length + 1;
        idf->tally.position = idf->passed + idf->lines.stream.taken;
        go_on = count_line(idf, name, ++number, &line, got == LD_LINE_TOO_LONG);
        line.length = 0;
        ld_meter_show(&idf->meter, &idf->tally, false);
    }
    ld_buffer_free(&line);
    return go_on && got == LD_LINES_END;
}

/* ---- tables ---- */

static const char *add_table(struct idf *idf, const struct ld_buffer *bytes) {
    struct ld_frequencies frequencies;
    const char *problem = ld_frequencies_open(bytes->bytes, bytes->length, &frequencies);
    if (problem) return problem;
    if (!ld_frequencies_sound(bytes->bytes)) return LD_FREQUENCIES_DAMAGED;
    if (!idf->language) idf->language = frequencies.language;
    if (idf->language != frequencies.language) return "is of another language than what was counted so far";
    return ld_idf_add_table(&idf->counts, &frequencies);
}

/* What is left of the file, and what was read of it already, is a table. */
static bool count_table(struct idf *idf, const char *name) {
    struct ld_lines *lines = &idf->lines;
    struct ld_buffer bytes;
    ptrdiff_t got = (ptrdiff_t)lines->filled;
    ld_buffer_init(&bytes);
    while (got > 0 && !bytes.failed) {
        ld_buffer_put(&bytes, lines->chunk, (size_t)got);
        got = ld_stream_read(&lines->stream, lines->chunk, sizeof lines->chunk);
    }
    bool ok = got >= 0 && failure(name, bytes.failed ? lede_status_message(LEDE_ERROR_MEMORY) : add_table(idf, &bytes));
    ld_buffer_free(&bytes);
    return ok;
}

/* ---- files ---- */

/* The first bytes tell what it is. */
static bool is_table(struct ld_lines *lines, bool *failed) {
    const size_t size = sizeof LD_FREQUENCIES_MAGIC - 1;
    ptrdiff_t got = 1;
    while (lines->filled < size && got > 0) {
        got = ld_stream_read(&lines->stream, lines->chunk + lines->filled, sizeof lines->chunk - lines->filled);
        if (got > 0) lines->filled += (size_t)got;
    }
    *failed = got < 0;
    lines->ended = got <= 0; /* a terminal's end is not to be asked for twice */
    return lines->filled >= size && !memcmp(lines->chunk, LD_FREQUENCIES_MAGIC, size);
}

static bool count_file(struct idf *idf, const char *file) {
    const char *name = ld_input_name(file);
    bool failed, ok = ld_lines_open(&idf->lines, file, -1);
    if (!ok) return false;
    bool table = is_table(&idf->lines, &failed);
    if (idf->language) idf->making.document.language = idf->language->code;
    ok = !failed && (table ? count_table : count_lines)(idf, name);
    idf->passed += idf->lines.stream.taken;
    ld_lines_close(&idf->lines);
    return ok;
}

/* ---- the command ---- */

static bool write_counts(struct idf *idf) {
    const struct ld_settings *settings = idf->settings;
    struct ld_output output;
    struct ld_buffer out;
    const char *problem = ld_idf_prune(&idf->counts, settings->idf.min, settings->idf.top);
    ld_buffer_init(&out);
    ld_idf_sort(&idf->counts);
    if (!problem && settings->idf.dump)
        ld_idf_put_lines(&idf->counts, &out);
    else if (!problem)
        problem = ld_idf_make_table(&idf->counts, idf->language->code, &out);
    if (!problem && out.failed) problem = lede_status_message(LEDE_ERROR_MEMORY);
    bool ok = failure(NULL, problem) && ld_output_open_aside(&output, settings);
    if (ok) {
        ld_output_put(&output, out.bytes, out.length);
        ok = ld_output_close(&output);
    }
    ld_buffer_free(&out);
    return ok;
}

static void say_result(const struct idf *idf) {
    const struct ld_tally *tally = &idf->tally;
    if (idf->settings->quiet) return;
    if (tally->failed)
        ld_say(NULL, "%llu of %llu records failed, and are not counted", (unsigned long long)tally->failed,
               (unsigned long long)tally->records);
    if (idf->others)
        ld_say(NULL, "note: %llu of %llu records are not in %s, and are not counted", (unsigned long long)idf->others,
               (unsigned long long)tally->records, idf->language->name);
    if (idf->counts.forgotten)
        ld_say(NULL,
               "note: there are more stems than --max-terms; rare ones were forgotten, and counts are short by %lu at "
               "most",
               (unsigned long)idf->counts.short_by);
}

static enum ld_exit run(struct idf *idf) {
    const struct ld_settings *settings = idf->settings;
    bool ok = true;
    ld_meter_start(&idf->meter, settings, 0);
    for (size_t i = 0; i < settings->file_count && ok; i++) ok = count_file(idf, settings->files[i]);
    ld_meter_show(&idf->meter, &idf->tally, true);
    if (idf->unsaid) return LD_USAGE;
    if (!ok) {
        ld_say(settings->output, "nothing was written: the counts would not be whole");
        return LD_FAILED;
    }
    if (!write_counts(idf)) return LD_FAILED;
    say_result(idf);
    return idf->tally.failed ? LD_SOME_FAILED : LD_DONE;
}

enum ld_exit ld_idf(struct ld_settings *settings) {
    const char *language = settings->document.language;
    if (!settings->idf.dump && !settings->output && isatty(STDOUT_FILENO)) {
        ld_say(NULL, "a table is not for a terminal: --output FILE or --dump is wanted");
        return LD_USAGE;
    }
    struct idf *idf = calloc(1, sizeof *idf); /* large: it holds a chunk of input */
    if (!idf || lede_cache_new(&settings->document.cache) != LEDE_OK) {
        free(idf);
        failure(NULL, lede_status_message(LEDE_ERROR_MEMORY));
        return LD_FAILED;
    }
    ld_note_terminal(settings);
    idf->settings = settings;
    idf->making = *settings;
    if (strcmp(language, "auto") != 0) idf->language = ld_language_find(language);
    ld_idf_init(&idf->counts, settings->idf.most ? settings->idf.most : MOST_STEMS);
    enum ld_exit result = run(idf);
    ld_idf_free(&idf->counts);
    lede_cache_free(settings->document.cache);
    free(idf);
    return result;
}
