/* doc.c - the pipeline: text -> blocks -> sentences -> words -> index. Each stage writes arrays of its own in the
 * document's arena; this file alone knows their order. */
#include "model/doc.h"

#include <stdlib.h>
#include <string.h>

#include "base/unicode.h"
#include "model/index.h"
#include "model/vocabulary.h"
#include "text/sentences.h"
#include "text/spaces.h"

enum { ARENA_A_BYTE = 20 }; /* bytes of arena for one of text, or a few more */
enum { BYTES_A_WORD = 5 };  /* with the blank: a few less than there are, so that the tokens' array seldom grows */

struct build {
    struct lede_document *doc;
    const char *text;
    const lede_document_options *options;
    struct lede_cache *cache;
    struct ld_frequencies frequencies; /* the caller's, if it is of the document's language; else without language */
};

/* "2/5", "(3)": what numbers the parts of a text is no sentence of it. */
static bool is_numbering(const char *text, struct ld_span span) {
    enum { LONGEST = 8 };
    bool digit = false;
    if (span.length > LONGEST) return false;
    for (uint32_t at = span.offset; at < ld_span_end(span); at++) {
        const unsigned char c = (unsigned char)text[at];
        if (c >= 0x80 || ld_is_ascii_letter((char)c) || c == '$' || c == '%') return false;
        digit |= ld_is_ascii_digit((char)c);
    }
    return digit;
}

/* Blocks of sentences are cut; the others are one unit each. */
static struct ld_sentence *find_sentences(struct ld_arena *arena, struct lede_document *doc) {
    struct ld_spans spans = {0};
    struct ld_sentence *sentences = NULL;
    uint32_t count = 0, capacity = 0;
    for (uint32_t b = 0; b < doc->block_count; b++) {
        const struct ld_block *block = &doc->blocks[b];
        spans.count = 0;
        if (block->kind == LD_BODY || block->kind == LD_LIST) {
            ld_sentences_split(arena, doc->text, block->span, doc->language, &spans);
        } else {
            LD_ARENA_ROOM(arena, spans.items, spans.count, spans.capacity);
            spans.items[spans.count++] = block->span;
        }
        for (uint32_t i = 0; i < spans.count; i++) {
            LD_ARENA_ROOM(arena, sentences, count, capacity);
            const uint8_t kind =
                spans.count > 1 && is_numbering(doc->text, spans.items[i]) ? LD_FURNITURE : block->kind;
            sentences[count++] =
                (struct ld_sentence){.span = spans.items[i], .block = b, .kind = kind, .opens = !i && !block->joined};
            doc->body_count += kind == LD_BODY;
        }
    }
    doc->sentences = sentences;
    doc->sentence_count = count;
    return sentences;
}

static void find_words(struct ld_arena *arena, struct lede_document *doc, struct ld_sentence *sentences,
                       struct ld_vocabulary *vocabulary) {
    uint32_t count = 0, in_body = 0, capacity = doc->length / BYTES_A_WORD + LD_WORDS_AT_ONCE;
    struct ld_token *tokens = ld_arena_alloc(arena, capacity * sizeof *tokens);
    struct ld_word_scan scan;
    struct ld_words words;
    words.count = words.used = 0;
    words.tokens = tokens;
    for (uint32_t s = 0; s < doc->sentence_count; s++) {
        struct ld_sentence *sentence = &sentences[s];
        sentence->first_token = count + words.count;
        ld_words_start(&scan, doc->text, sentence->span, doc->language);
        scan.limit = doc->length + LD_WORDS_BEYOND;
        for (bool done = false; !done;) {
            done = ld_words_read(&scan, &words, ld_vocabulary_places(vocabulary));
            if (done && s + 1 < doc->sentence_count) break;
            ld_vocabulary_words(vocabulary, &words);
            count += words.count;
            if (capacity - count < LD_WORDS_AT_ONCE) LD_ARENA_MORE(arena, tokens, capacity);
            words.count = words.used = 0;
            words.tokens = tokens + count;
        }
        sentence->token_count = count + words.count - sentence->first_token;
        sentence->columns = ld_words_columns(&scan);
        if (sentence->kind == LD_BODY) in_body += sentence->token_count;
    }
    if (!in_body) doc->body_count = 0; /* of nothing but marks: as a text without any */
    doc->tokens = tokens;
    doc->token_count = count;
}

/* A heading without its Markdown marks: "# Title", "Title\n=====". */
static struct ld_span bare_heading(const char *text, struct ld_span span) {
    uint32_t end = ld_span_end(span);
    while (span.offset < end && text[span.offset] == '#') span.offset++;
    uint32_t line = end;
    while (line > span.offset && strchr("=- ", text[line - 1])) line--;
    if (line > span.offset && strchr("\r\n", text[line - 1])) end = line;
    return (struct ld_span){span.offset, end - span.offset};
}

/* The title's content terms: of the title given, else of the unit that was found to be one. Words of a given title
 * that the text does not have match nothing and are left out. */
static void find_title(struct ld_arena *arena, struct lede_document *doc, const struct build *build,
                       const struct ld_vocabulary *vocabulary) {
    const char *text = build->options->title;
    struct ld_span span = {0, (uint32_t)build->options->title_length};
    doc->title_unit = UINT32_MAX;
    for (uint32_t s = 0; !text && s < doc->sentence_count; s++)
        if (doc->sentences[s].kind == LD_TITLE) {
            doc->title_unit = s;
            text = doc->text;
            span = bare_heading(text, doc->sentences[s].span);
        }
    doc->title = "";
    if (!text) return;
    doc->title = ld_fold_spaces(arena, text, span, NULL);
    uint32_t *terms = NULL, count = 0, capacity = 0;
    struct ld_word_scan scan;
    ld_words_start(&scan, text, span, doc->language);
    while (ld_words_next(&scan)) {
        uint32_t word = ld_vocabulary_find(vocabulary, &scan);
        /* NOLINTNEXTLINE(clang-analyzer-core.NullDereference): a word that is found is in words */
        if (word == UINT32_MAX || !vocabulary->terms[vocabulary->words[word].term].counts) continue;
        LD_ARENA_ROOM(arena, terms, count, capacity);
        terms[count++] = vocabulary->words[word].term;
    }
    doc->title_terms = terms;
    doc->title_term_count = count;
}

/* A copy, and as many zeros behind it as whoever reads words would look at. */
static const char *copy_text(struct ld_arena *arena, const char *text, uint32_t length) {
    char *copy = ld_arena_alloc(arena, length + (size_t)LD_WORDS_BEYOND);
    memcpy(copy, text, length);
    memset(copy + length, 0, LD_WORDS_BEYOND);
    return copy;
}

static void build_document(struct ld_arena *arena, void *context) {
    struct build *build = context;
    struct lede_document *doc = build->doc;
    const lede_document_options *options = build->options;
    doc->text = copy_text(arena, build->text, doc->length);
    struct ld_blocks blocks = {0};
    ld_blocks_find(arena, doc->text, doc->length, doc->language, options->title != NULL, &blocks);
    doc->blocks = blocks.items;
    doc->block_count = blocks.count;
    struct ld_sentence *sentences = find_sentences(arena, doc);
    struct ld_vocabulary vocabulary;
    ld_vocabulary_start(&vocabulary, arena, build->cache, doc->language, doc->length);
    if (build->frequencies.language) {
        vocabulary.frequencies = &build->frequencies.table;
        vocabulary.background = build->frequencies.documents;
    }
    if (options->stopwords) ld_vocabulary_stops(&vocabulary, options->stopwords, options->stopwords_length);
    find_words(arena, doc, sentences, &vocabulary);
    doc->word_count = vocabulary.word_count;
    doc->term_count = vocabulary.term_count;
    doc->stems = vocabulary.stems;
    find_title(arena, doc, build, &vocabulary);
    ld_index_build(arena, doc, sentences, vocabulary.terms, vocabulary.words, vocabulary.background);
}

static lede_status find_language(const char *text, size_t length, const char *code,
                                 const struct ld_language **language) {
    *language = code && strcmp(code, "auto") ? ld_language_find(code) : ld_language_detect(text, length);
    return *language ? LEDE_OK : LEDE_ERROR_LANGUAGE;
}

/* The caller's table: it must be sound also where the document is of another language. */
static lede_status use_table(struct build *build) {
    const lede_document_options *options = build->options;
    if (options->idf && ld_frequencies_open(options->idf, options->idf_length, &build->frequencies))
        return LEDE_ERROR_TABLE;
    if (!ld_cache_use(build->cache, options->idf, &build->frequencies)) return LEDE_ERROR_TABLE;
    if (build->frequencies.language != build->doc->language || !build->frequencies.documents)
        build->frequencies.language = NULL;
    return LEDE_OK;
}

lede_status ld_document_build(const char *text, size_t length, const lede_document_options *options,
                              struct lede_document **result) {
    struct lede_document *doc = malloc(sizeof *doc); /* calloc would look for what was just freed the long way */
    struct build build = {.doc = doc, .text = text, .options = options, .cache = options->cache};
    lede_status status = LEDE_ERROR_MEMORY;
    if (!doc) goto done;
    *doc = (struct lede_document){0};
    ld_arena_expect(&doc->arena, ARENA_A_BYTE * length);
    doc->length = (uint32_t)length;
    status = find_language(text, length, options->language, &doc->language);
    if (status) goto done;
    if (!build.cache) status = lede_cache_new(&build.cache);
    if (!status) status = use_table(&build);
    if (status) goto done;
    status = LEDE_ERROR_MEMORY;
    if (ld_arena_run(&doc->arena, build_document, &build))
        status = doc->token_count ? LEDE_OK : LEDE_ERROR_EMPTY;
    else
        ld_cache_drop(build.cache);
done:
    if (build.cache != options->cache) lede_cache_free(build.cache);
    if (status) {
        if (doc) ld_arena_free(&doc->arena);
        free(doc);
        doc = NULL;
    }
    *result = doc;
    return status;
}
