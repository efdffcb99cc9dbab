/* fuzz.c - libFuzzer's entry: the first bytes choose method, language, format, parts and budget, the rest is the text,
 * whose end may be the title, the query and the stop words, too. What must hold: no crash, a summary's sentences are
 * slices of the text, and with a cache that all texts share the output is the same. See `make fuzz`. */
#include "lede.h"

#include "oracle.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void must(bool what) {
    if (!what) abort();
}

static const char *choose(const char *const *names, uint8_t by) {
    size_t count = 0;
    while (names[count]) count++;
    return names[by % count];
}

static void check(const char *text, size_t length, const lede_document *document, const lede_summary *summary) {
    lede_counts counts;
    lede_pick pick;
    lede_unit unit;
    size_t next = 0;
    lede_document_counts(document, &counts);
    for (size_t i = 0; i < counts.units; i++) {
        must(lede_document_unit(document, i, &unit) == LEDE_OK);
        must(unit.length && unit.offset >= next && unit.offset + unit.length <= length);
        must(!memcmp(unit.text, text + unit.offset, unit.length));
        next = unit.offset + unit.length;
    }
    must(lede_summary_count(summary, LEDE_SUMMARY) > 0);
    for (size_t i = 0, after = 0; i < lede_summary_count(summary, LEDE_SUMMARY); i++, after = pick.unit + 1) {
        must(lede_summary_pick(summary, LEDE_SUMMARY, i, &pick) == LEDE_OK);
        must(pick.unit >= after && pick.unit < counts.units && pick.offset + pick.length <= length);
        must(!oracle_splits(text, length, pick.offset) && !oracle_splits(text, length, pick.offset + pick.length));
        char *folded = oracle_fold(text + pick.offset, pick.length);
        must(!strcmp(folded, pick.text) && strlen(folded) == pick.text_length);
        free(folded);
    }
}

/* The rendering; NULL where the text has no words. */
static char *summarise(const char *text, size_t length, const lede_document_options *about,
                       const lede_summary_options *how, const lede_render_options *shape) {
    lede_document *document;
    lede_summary *summary;
    char *output;
    if (lede_document_new(text, length, about, &document)) return NULL;
    must(lede_summary_new(document, how, &summary) == LEDE_OK);
    if (!how->parts || how->parts & LEDE_SUMMARY) check(text, length, document, summary);
    must(lede_render(document, summary, shape, &output, &length) == LEDE_OK);
    must(strlen(output) == length);
    for (size_t i = 0, n; i < length; i += n) must((n = oracle_step(output + i, length - i)) > 0);
    lede_summary_free(summary);
    lede_document_free(document);
    return output;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    static lede_cache *cache;
    if (size < 6 || (!cache && lede_cache_new(&cache))) return 0;
    const char *text = (const char *)data + 6;
    const size_t length = size - 6, part = length < 255 ? length : data[5];
    lede_document_options about;
    lede_summary_options how;
    lede_render_options shape;
    lede_document_options_init(&about);
    lede_summary_options_init(&how);
    lede_render_options_init(&shape);
    how.method = choose(lede_methods(), data[0]);
    about.language = data[1] % 2 ? choose(lede_languages(), data[1] / 2) : "auto";
    shape.format = choose(lede_formats(), data[2]);
    shape.parts = data[3] | (data[5] & 1u) << 8;
    if (data[3] & 1) about.title = text + length - part, about.title_length = part;
    if (data[3] & 2) how.query = text + length - part, how.query_length = part;
    if (data[3] & 4) about.stopwords = text + length - part, about.stopwords_length = part;
    how.parts = data[0] & 128 ? 511 : 0;
    how.letter_case = data[0] >> 6 & 1 ? data[1] % 3 : 0;
    how.drop_articles = data[0] >> 5 & 1;
    if (data[4] >> 2 & 1) how.headline_characters = how.bullet_characters = 1 + data[5], how.headlines = data[5] % 12;
    how.profile = data[1] & 64 ? "auto" : data[2] & 64 ? "general" : NULL;
    shape.highlight = data[4] >> 3 & 1;
    shape.explain = data[4] >> 4 & 1;
    shape.standalone = data[4] >> 5 & 1;
    shape.color = data[4] >> 6 & 1;
    shape.width = data[4] >> 7 ? 20 : 0;
    switch (data[4] & 3) {
    case 0: how.sentences = data[5]; break;
    case 1: how.words = data[5]; break;
    case 2: how.characters = data[5]; break;
    default: how.ratio = data[5] % 101; break;
    }
    char *output = summarise(text, length, &about, &how, &shape);
    about.cache = cache;
    char *again = summarise(text, length, &about, &how, &shape);
    must(output ? again && !strcmp(output, again) : !again);
    lede_string_free(output);
    lede_string_free(again);
    return 0;
}
