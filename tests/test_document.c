/* test_document.c - lede_document_* against lede.h, and what must hold of the model behind it (model/doc.h). */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#include "base/unicode.h"
#include "model/doc.h"
#include "model/index.h"
#include "model/opener.h"
#include "oracle.h"

static const char article[] = /* the two blanks and the line break in sentences are meant */
    "Old bakery gets a new oven\n\nBy Ruth Keller\n\nThe bakery on Mill Lane will get a new oven next week, its owners "
    "said. "
    "The  old one was built in 1908 and\nbroke twice this winter.\n\nWhat comes next\n\n- Bread will be sold from a "
    "van.\n- Cakes will be "
    "sold again in May.\n\nHowever, the baker does not want to throw the old oven away. Bakers liked it, and they like "
    "ovens.\n";

static lede_document *make_with(const char *text, size_t length, const lede_document_options *options) {
    lede_document *document = NULL;
    assert_int_equal(lede_document_new(text, length, options, &document), LEDE_OK);
    assert_non_null(document);
    return document;
}

static lede_document *make(const char *text, const char *language) {
    lede_document_options options;
    lede_document_options_init(&options);
    options.language = language;
    return make_with(text, strlen(text), &options);
}

/* ---- the public functions ---- */

static void counts_and_units(void **state) {
    (void)state;
    static const struct {
        const char *text, *kind;
    } want[] = {{"Old bakery gets a new oven", "title"},
                {"By Ruth Keller", "byline"},
                {"The bakery on Mill Lane will get a new oven next week, its owners said.", "body"},
                {"The  old one was built in 1908 and\nbroke twice this winter.", "body"},
                {"What comes next", "heading"},
                {"- Bread will be sold from a van.", "list"},
                {"- Cakes will be sold again in May.", "list"},
                {"However, the baker does not want to throw the old oven away.", "body"},
                {"Bakers liked it, and they like ovens.", "body"}};
    lede_document *document = make_with(article, sizeof article - 1, NULL);
    lede_counts counts;
    lede_document_counts(document, &counts);
    assert_int_equal(counts.bytes, sizeof article - 1);
    assert_int_equal(counts.units, sizeof want / sizeof *want);
    assert_int_equal(counts.sentences, 4);
    size_t words = 0, reached = 0;
    for (size_t i = 0; i < counts.units; i++) {
        lede_unit unit;
        assert_int_equal(lede_document_unit(document, i, &unit), LEDE_OK);
        const char *text = want[i].text;
        size_t length = strlen(text);
        if (unit.length + 2 == length) text += 2, length -= 2; /* with the mark of a list item or without */
        assert_int_equal(unit.length, length);
        assert_memory_equal(unit.text, text, length);
        assert_memory_equal(article + unit.offset, text, length);
        assert_string_equal(unit.kind, want[i].kind);
        assert_true(unit.offset >= reached);
        reached = unit.offset + unit.length;
        char *folded = oracle_fold(unit.text, unit.length);
        words += oracle_words(folded);
        free(folded);
    }
    assert_int_equal(counts.words, words);
    lede_unit unit = {.length = 7};
    assert_int_equal(lede_document_unit(document, counts.units, &unit), LEDE_ERROR_ARGUMENT);
    assert_int_equal(unit.length, 0);
    assert_int_equal(lede_document_unit(document, SIZE_MAX, &unit), LEDE_ERROR_ARGUMENT);
    assert_int_equal(lede_document_unit(document, 0, NULL), LEDE_ERROR_ARGUMENT);
    assert_int_equal(lede_document_unit(NULL, 0, &unit), LEDE_ERROR_ARGUMENT);
    lede_document_counts(NULL, &counts);
    assert_int_equal(counts.units, 0);
    lede_document_free(document);
    lede_document_free(NULL);
}

static void titles(void **state) {
    (void)state;
    lede_document *document = make(article, "en");
    assert_string_equal(lede_document_title(document), "Old bakery gets a new oven");
    lede_document_free(document);
    document =
        make("# #1 bakery gets a new oven\n\nThe van is late today. It will come at noon, said the baker.", "en");
    assert_string_equal(lede_document_title(document), "#1 bakery gets a new oven");
    lede_document_free(document);
    document =
        make("Old bakery - new oven\n=====\n\nThe van is late today. It will come at noon, said the baker.", "en");
    assert_string_equal(lede_document_title(document), "Old bakery - new oven");
    lede_document_free(document);
    document = make("The van is late today. It will come at noon, said the baker.", "en");
    assert_string_equal(lede_document_title(document), "");
    lede_document_free(document);
    lede_document_options options;
    lede_document_options_init(&options);
    options.title = "  Given\n by \t others, cut here";
    options.title_length = strlen("  Given\n by \t others");
    document = make_with(article, sizeof article - 1, &options);
    assert_string_equal(lede_document_title(document), "Given by others");
    lede_document_free(document);
    options.title = "";
    options.title_length = 0;
    document = make_with(article, sizeof article - 1, &options);
    assert_string_equal(lede_document_title(document), "");
    lede_document_free(document);
}

static void languages(void **state) {
    (void)state;
    static const char *const rows[][2] = {{NULL, "en"},    {"auto", "en"}, {"de", "de"},
                                          {"pt-BR", "pt"}, {"nb", "no"},   {"und", "und"}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        lede_document *document = make(article, rows[i][0]);
        assert_string_equal(lede_document_language(document), rows[i][1]);
        lede_document_free(document);
    }
    lede_document *document = make("1 2 3 4 5 6 7 8 9", "auto");
    assert_string_equal(lede_document_language(document), "und");
    lede_document_free(document);
    size_t count = 0;
    for (const char *const *code = lede_languages(); *code; code++, count++) {
        assert_non_null(lede_language_name(*code));
        document = make(article, *code);
        assert_string_equal(lede_document_language(document), *code);
        lede_document_free(document);
    }
    assert_true(count >= 27);
    assert_null(lede_language_name("xx"));
    assert_null(lede_language_name(NULL));
}

static void errors(void **state) {
    (void)state;
    static const char *const empty[] = {"",           " \n\t ",   "...",         "- - -\n\n***", "\u00A0\u3000",
                                        "\U0001F600", "\xFF\xFE", "\xEF\xBB\xBF"};
    lede_document *document = (lede_document *)&document;
    lede_document_options options;
    for (size_t i = 0; i < sizeof empty / sizeof *empty; i++) {
        document = (lede_document *)&document;
        assert_int_equal(lede_document_new(empty[i], strlen(empty[i]), NULL, &document), LEDE_ERROR_EMPTY);
        assert_null(document);
    }
    assert_int_equal(lede_document_new(NULL, 0, NULL, &document), LEDE_ERROR_EMPTY);
    assert_int_equal(lede_document_new("\0\0", 2, NULL, &document), LEDE_ERROR_EMPTY);
    assert_int_equal(lede_document_new(NULL, 1, NULL, &document), LEDE_ERROR_ARGUMENT);
    assert_int_equal(lede_document_new("word", 4, NULL, NULL), LEDE_ERROR_ARGUMENT);
    document = (lede_document *)&document;
    assert_int_equal(lede_document_new("word", (size_t)UINT32_MAX + 1, NULL, &document),
                     LEDE_ERROR_TOO_LARGE); /* not read */
    assert_null(document);
    lede_document_options_init(&options);
    options.title = "title";
    options.title_length = UINT32_MAX;
    assert_int_equal(lede_document_new("word", 4, &options, &document), LEDE_ERROR_TOO_LARGE); /* not read */
    static const char *const codes[] = {"xx", "", "english", "e"};
    for (size_t i = 0; i < sizeof codes / sizeof *codes; i++) {
        lede_document_options_init(&options);
        options.language = codes[i];
        document = (lede_document *)&document;
        assert_int_equal(lede_document_new("word", 4, &options, &document), LEDE_ERROR_LANGUAGE);
        assert_null(document);
    }
    for (int s = LEDE_OK; s <= LEDE_ERROR_PROFILE; s++) assert_true(strlen(lede_status_message((lede_status)s)) > 3);
    assert_non_null(lede_status_message((lede_status)99));
    assert_string_equal(lede_version(), LEDE_VERSION);
}

static lede_status summarize(const lede_document *document, lede_summary_options options) {
    lede_summary *summary = (lede_summary *)&summary;
    lede_status status = lede_summary_new(document, &options, &summary);
    assert_true(status ? !summary : !!summary);
    lede_summary_free(summary);
    return status;
}

/* What is NULL, or out of range, is an error or nothing; never harm. */
static void wrong_arguments(void **state) {
    (void)state;
    lede_document *document = make(article, "en");
    lede_summary *summary;
    lede_pick pick = {.length = 7};
    lede_document_options_init(NULL);
    lede_summary_options_init(NULL);
    lede_document_counts(document, NULL);
    lede_counts counts;
    lede_document_counts(document, &counts);
    assert_string_equal(lede_document_language(NULL), "und");
    assert_string_equal(lede_document_title(NULL), "");
    assert_null(lede_method_about(NULL));
    assert_int_equal(lede_cache_new(NULL), LEDE_ERROR_ARGUMENT);
    assert_int_equal(lede_summary_new(document, NULL, NULL), LEDE_ERROR_ARGUMENT);
    static const struct {
        const char *name;
        lede_status want;
        lede_summary_options options;
    } rows[] = {{"two lengths", LEDE_ERROR_ARGUMENT, {.sentences = 1, .words = 20}},
                {"ratio below nothing", LEDE_ERROR_ARGUMENT, {.ratio = -1}},
                {"ratio above all", LEDE_ERROR_ARGUMENT, {.ratio = 101}},
                {"ratio", LEDE_OK, {.ratio = 100}},
                {"query of 4 GiB", LEDE_ERROR_TOO_LARGE, {.query = "q", .query_length = UINT32_MAX}},
                {"unknown method", LEDE_ERROR_METHOD, {.method = "x"}},
                {"no method", LEDE_OK, {.method = NULL}}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        lede_summary_options options = rows[i].options;
        options.size = sizeof options;
        if (summarize(document, options) != rows[i].want) fail_msg("%s", rows[i].name);
        assert_int_equal(summarize(NULL, options), LEDE_ERROR_ARGUMENT);
    }
    assert_int_equal(lede_summary_new(document, NULL, &summary), LEDE_OK);
    assert_int_equal(lede_summary_pick(summary, LEDE_SUMMARY, 0, NULL), LEDE_ERROR_ARGUMENT);
    assert_int_equal(lede_summary_pick(summary, LEDE_SUMMARY, SIZE_MAX, &pick), LEDE_ERROR_ARGUMENT);
    assert_int_equal(pick.length, 0);
    assert_int_equal(lede_summary_count(NULL, LEDE_SUMMARY), 0);
    assert_int_equal(lede_summary_over_budget(NULL), 0);
    const size_t features = lede_summary_feature_count(summary);
    assert_true(features > 0 && lede_summary_feature_count(NULL) == 0);
    assert_non_null(lede_summary_feature_name(summary, features - 1));
    assert_null(lede_summary_feature_name(summary, features));
    assert_true(lede_summary_feature_share(NULL, 0, 0) == 0);
    assert_true(lede_summary_feature_share(summary, counts.units, 0) == 0);
    for (size_t unit = 1; unit < 4; unit++) /* not that of the next unit */
        assert_true(lede_summary_feature_share(summary, unit, features) == 0);
    assert_true(lede_summary_score(NULL, 0) == 0 && lede_summary_score(summary, counts.units) == 0);
    lede_summary_free(summary);
    lede_summary_free(NULL);
    lede_document_free(document);
}

/* A caller built against an older header has shorter options; a newer one has longer ones. */
static void sizes_of_options(void **state) {
    (void)state;
    struct {
        lede_document_options options;
        char more[64];
    } newer;
    lede_document_options_init(&newer.options);
    memset(newer.more, 0x5A, sizeof newer.more);
    newer.options.size = sizeof newer;
    lede_document *document = make_with(article, sizeof article - 1, &newer.options);
    lede_document_free(document);
    lede_document_options older;
    memset(&older, 0x5A, sizeof older); /* what lies behind is not looked at */
    older.size = offsetof(lede_document_options, title);
    older.language = "de";
    document = make_with(article, sizeof article - 1, &older);
    assert_string_equal(lede_document_language(document), "de");
    assert_string_equal(lede_document_title(document), "Old bakery gets a new oven");
    lede_summary_options short_options;
    memset(&short_options, 0x5A, sizeof short_options);
    short_options.size = offsetof(lede_summary_options, words);
    short_options.method = "lead";
    short_options.sentences = 2;
    lede_summary *summary;
    assert_int_equal(lede_summary_new(document, &short_options, &summary), LEDE_OK);
    assert_int_equal(lede_summary_count(summary, LEDE_SUMMARY), 2);
    lede_summary_free(summary);
    lede_document_free(document);
}

/* ---- the model ---- */

static const struct ld_word *word_of(const lede_document *document, const char *folded) {
    for (uint32_t w = 0; w < document->word_count; w++)
        if (!strcmp(ld_folded_of(&document->words[w]), folded)) return &document->words[w];
    return NULL;
}

/* A mark that stands alone as a word and folds to nothing: its letters are none, but there. */
static void empty_word(void **state) {
    (void)state;
    lede_document *document = make("The old \u0640 mill closed.", "en");
    assert_int_equal(document->token_count, 5);
    assert_int_equal(ld_token_word(document, 2)->length, 0);
    assert_string_equal(ld_folded_of(ld_token_word(document, 2)), "");
    lede_document_free(document);
    /* not the long word whose place in the cache it has */
    lede_document_options options;
    lede_document_options_init(&options);
    options.language = "en";
    assert_int_equal(lede_cache_new(&options.cache), LEDE_OK);
    lede_document_free(make_with("The xaddaexxxxxxxxxxxx closed.", 30, &options));
    document = make_with("The old \u0640 mill closed.", 24, &options);
    assert_int_equal(ld_token_word(document, 2)->length, 0);
    lede_document_free(document);
    lede_cache_free(options.cache);
}

static bool counts(const lede_document *document, const char *folded) {
    const struct ld_word *word = word_of(document, folded);
    assert_non_null(word);
    return document->terms[word->term].counts;
}

static void own_stop_words(void **state) {
    (void)state;
    static const char list[] = "# a comment: owners\nbakery\r\n  Oven \n\nvan";
    lede_document_options options;
    lede_document_options_init(&options);
    options.language = "en";
    lede_document *document = make_with(article, sizeof article - 1, &options);
    assert_true(counts(document, "bakery") && counts(document, "oven") && !counts(document, "the") &&
                !counts(document, "and"));
    lede_document_free(document);
    options.stopwords = list;
    options.stopwords_length = sizeof list - 1;
    document = make_with(article, sizeof article - 1, &options);
    assert_true(!counts(document, "bakery") && !counts(document, "oven") && !counts(document, "van"));
    assert_true(counts(document, "the") && counts(document, "owners") && counts(document, "and"));
    lede_document_free(document);
    options.stopwords = "";
    options.stopwords_length = 0;
    document = make_with(article, sizeof article - 1, &options);
    assert_true(counts(document, "bakery") && counts(document, "the"));
    lede_document_free(document);
}

/* Content terms exist in scripts of all kinds. */
static void content_words(void **state) {
    (void)state;
    static const char *const rows[][3] = {
        {"ru", "\u041F\u043E\u0435\u0437\u0434 \u0438 \u043C\u043E\u0441\u0442.", "\u043F\u043E\u0435\u0437\u0434"},
        {"el", "\u03A4\u03BF \u03C4\u03C1\u03AD\u03BD\u03BF.", "\u03C4\u03C1\u03AD\u03BD\u03BF"},
        {"ar", "\u0642\u0637\u0627\u0631 \u0641\u064A \u0645\u062F\u064A\u0646\u0629", "\u0642\u0637\u0627\u0631"},
        {"hi", "\u0930\u0947\u0932 \u0914\u0930 \u092A\u0941\u0932", "\u0930\u0947\u0932"},
        {"und", "\u5317\u4EAC\u5E02", "\u5317\u4EAC"},
        {"en", "Flight 370 left.", "370"}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        lede_document *document = make(rows[i][1], rows[i][0]);
        if (!counts(document, rows[i][2])) fail_msg("%s: no content in %s", rows[i][0], rows[i][2]);
        lede_document_free(document);
    }
}

static void check_sentences(const lede_document *d) {
    uint32_t next = 0, reached = 0, body = 0;
    for (uint32_t s = 0; s < d->sentence_count; s++) {
        const struct ld_sentence *sentence = &d->sentences[s];
        const struct ld_block *block = &d->blocks[sentence->block];
        assert_int_equal(sentence->first_token, next);
        assert_true(sentence->span.offset >= reached && sentence->span.length > 0);
        assert_true(sentence->span.offset >= block->span.offset &&
                    ld_span_end(sentence->span) <= ld_span_end(block->span));
        assert_int_equal(sentence->kind, block->kind);
        assert_true(!s || sentence->block >= sentence[-1].block);
        reached = ld_span_end(sentence->span);
        next += sentence->token_count;
        body += sentence->kind == LD_BODY;
        for (uint32_t t = sentence->first_token; t < next; t++) {
            const struct ld_token *token = &d->tokens[t];
            assert_true(token->length > 0 && token->word < d->word_count);
            assert_true(token->offset >= sentence->span.offset && token->offset + token->length <= reached);
            assert_true(t == sentence->first_token || token->offset > token[-1].offset);
            assert_false(oracle_splits(d->text, d->length, token->offset) ||
                         oracle_splits(d->text, d->length, token->offset + token->length));
            char folded[4 * LD_WORD_BYTES + 64];
            size_t length = ld_fold(d->text + token->offset, token->length, folded, sizeof folded);
            assert_int_equal(length, d->words[token->word].length);
            assert_memory_equal(folded, ld_folded_of(&d->words[token->word]), length);
        }
    }
    assert_true(reached <= d->length);
    assert_int_equal(next, d->token_count);
    assert_int_equal(body, d->body_count);
}

static void check_words(const lede_document *d) {
    for (uint32_t w = 0; w < d->word_count; w++) { /* forms and stems are distinct */
        const struct ld_word *word = &d->words[w];
        assert_int_equal(strlen(ld_folded_of(word)), word->length);
        assert_true(word->term < d->term_count);
        for (uint32_t other = 0; other < w; other++)
            assert_string_not_equal(ld_folded_of(word), ld_folded_of(&d->words[other]));
        if (word->facts & LD_STOP) assert_false(d->terms[word->term].counts);
    }
    uint32_t words = 0; /* numbered in the order of their first use */
    for (uint32_t t = 0; t < d->token_count; t++) {
        assert_true(d->tokens[t].word <= words);
        words += d->tokens[t].word == words;
    }
    assert_int_equal(words, d->word_count);
}

static void check_contents(const lede_document *d) {
    uint32_t *frequency = calloc(d->term_count + 1u, sizeof *frequency), next = 0;
    uint32_t *sentences = calloc(d->term_count + 1u, sizeof *sentences);
    uint32_t *capitals = calloc(d->term_count + 1u, sizeof *capitals);
    uint32_t *first = calloc(d->term_count + 1u, sizeof *first), place = 0;
    for (uint32_t s = 0; s < d->sentence_count; s++) {
        const struct ld_sentence *sentence = &d->sentences[s];
        uint32_t counting = 0, stops = 0, fresh = 0, numbers = 0;
        place += ld_is_indexed(d, sentence);
        assert_int_equal(sentence->first_content, next);
        next += sentence->content_count;
        if (!ld_is_indexed(d, sentence)) assert_int_equal(sentence->content_count, 0);
        for (uint32_t t = 0; ld_is_indexed(d, sentence) && t < sentence->token_count; t++) {
            uint32_t v = ld_token_word(d, sentence->first_token + t)->term;
            const uint8_t flags = d->tokens[sentence->first_token + t].flags;
            numbers += (flags & LD_NUMERIC) != 0;
            stops += (ld_token_word(d, sentence->first_token + t)->facts & LD_STOP) != 0;
            assert_int_equal(ld_token_word(d, sentence->first_token + t)->counts, d->terms[v].counts);
            if (!d->terms[v].counts) continue;
            frequency[v]++;
            capitals[v] += t && flags & LD_CAPITAL;
            fresh += !first[v];
            if (!first[v]) first[v] = place;
            counting++;
        }
        assert_int_equal(sentence->stops, stops);
        assert_int_equal(sentence->numbers, numbers);
        assert_int_equal(sentence->fresh, fresh);
        for (uint32_t c = 0, at = 0; c < sentence->content_count; c++) {
            const struct ld_content *content = &d->contents[sentence->first_content + c];
            uint32_t here = 0;
            assert_true(content->term < d->term_count && d->terms[content->term].counts);
            while (at < sentence->token_count && ld_token_word(d, sentence->first_token + at)->term != content->term)
                at++; /* in the order of their first use */
            assert_true(at < sentence->token_count);
            for (uint32_t t = 0; t < sentence->token_count; t++)
                here += ld_token_word(d, sentence->first_token + t)->term == content->term;
            assert_int_equal(content->frequency, here);
            counting -= here;
            sentences[content->term]++;
        }
        assert_int_equal(counting, 0);
    }
    assert_int_equal(next, d->content_count);
    for (uint32_t v = 0; v < d->term_count; v++) {
        assert_int_equal(d->terms[v].body_frequency, frequency[v]);
        assert_int_equal(d->terms[v].sentence_frequency, sentences[v]);
        assert_int_equal(d->terms[v].first, first[v]);
        assert_int_equal(d->terms[v].capitals, capitals[v]);
        assert_true(d->terms[v].last >= first[v] && d->terms[v].last <= place);
        const uint32_t last = d->terms[v].last_content;
        assert_int_equal(last > 0, sentences[v] > 0);
        if (last) assert_int_equal(d->contents[last - 1].term, v);
        assert_true(d->terms[v].idf >= 0 && d->terms[v].idf < 100);
    }
    for (uint32_t i = 0; i < d->title_term_count; i++) assert_true(d->terms[d->title_terms[i]].counts);
    free(frequency);
    free(sentences);
    free(capitals);
    free(first);
}

enum { NEW_WORDS = 30000 };

/* A text with as many words that no other number gives; each hundredth is long. */
static char *many_words(unsigned number) {
    char *text = calloc(NEW_WORDS, 24), *at = text;
    for (unsigned i = 0; i < NEW_WORDS; i++) {
        unsigned n = number * NEW_WORDS + i;
        if (i % 100 == 0)
            for (unsigned k = 0; k < 40 + i % 37; k++) *at++ = (char)('a' + (i / 100 + k) % 26);
        for (; n; n /= 20) *at++ = "bcdfghjklmnpqrstvwxz"[n % 20];
        memcpy(at, i % 10 ? "ings " : "ing. ", 5);
        at += 5;
    }
    return text;
}

/* What a cache knows, also when it has grown, been filled and begun anew, is what is found out without one. */
static void a_cache_changes_nothing(void **state) {
    (void)state;
    lede_document_options options;
    lede_document_options_init(&options);
    options.language = "en";
    lede_cache *cache;
    assert_int_equal(lede_cache_new(&cache), LEDE_OK);
    for (unsigned i = 0; i < 6; i++) {
        char *text = many_words(i % 5);
        options.stopwords = i % 2 ? "bcings\nbcing" : NULL;
        options.stopwords_length = i % 2 ? 12 : 0;
        options.cache = NULL;
        lede_document *alone = make_with(text, strlen(text), &options);
        options.cache = cache;
        lede_document *d = make_with(text, strlen(text), &options);
        assert_true(d->word_count > NEW_WORDS - 100);
        assert_int_equal(d->word_count, alone->word_count);
        assert_int_equal(d->term_count, alone->term_count);
        assert_int_equal(d->token_count, alone->token_count);
        for (uint32_t t = 0; t < d->token_count; t++) assert_int_equal(d->tokens[t].word, alone->tokens[t].word);
        for (uint32_t w = 0; w < d->word_count; w++) {
            const struct ld_word *a = &d->words[w], *b = &alone->words[w];
            assert_string_equal(ld_folded_of(a), ld_folded_of(b));
            assert_true(a->term == b->term && a->facts == b->facts && a->shape == b->shape);
        }
        for (uint32_t v = 0; v < d->term_count; v++) {
            assert_string_equal(ld_stem_of(d, v), ld_stem_of(alone, v));
            assert_true(d->terms[v].idf == alone->terms[v].idf && d->terms[v].counts == alone->terms[v].counts);
        }
        lede_document_free(d);
        lede_document_free(alone);
        free(text);
    }
    lede_cache_free(cache);
}

static void the_model_holds(void **state) {
    (void)state;
    static const char *const texts[] = {article,
                                        "One",
                                        "Only\n\nheadings\n\nhere",
                                        "- one\n- two\n- three",
                                        "The the THE of. And, and!",
                                        "Characteristically, a characteristic. Internationalization.",
                                        "\u5317\u4EAC\u5E02\u4EBA\u6C11\u3002\u5317\u4EAC\u3002",
                                        "L'homme d\u2019\u00C9tat. L'\u00C9tat.",
                                        "\u041F\u043E\u0435\u0437\u0434\u0430 \u0438\u0434\u0443\u0442. "
                                        "\u041F\u043E\u0435\u0437\u0434 \u0438\u0434\u0451\u0442.",
                                        "caf\xFF\xE2\x82 e\u0301. \xC3 Caf\u00E9 E\u0301.",
                                        "A \U0001F600 b. \u0645\u0631\u062D\u0628\u0627 \u0639\u0627\u0644\u0645."};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        for (const char *const *code = lede_languages(); *code; code++) {
            lede_document *document = make(texts[i], *code);
            check_sentences(document);
            check_words(document);
            check_contents(document);
            lede_document_free(document);
        }
}

/* Forms of one stem share a term, stop words stay apart from the stems of other words, and a background is used. */
static void stems_share_terms(void **state) {
    (void)state;
    lede_document *document = make(article, "en");
    assert_int_equal(word_of(document, "oven")->term, word_of(document, "ovens")->term);
    assert_int_equal(word_of(document, "baker")->term, word_of(document, "bakers")->term);
    assert_true(word_of(document, "the")->facts & LD_STOP);
    assert_true(word_of(document, "however")->facts & LD_CONNECTIVE);
    const struct ld_term *oven = &document->terms[word_of(document, "oven")->term],
                         *the = &document->terms[word_of(document, "the")->term];
    assert_true(oven->counts && !the->counts && the->idf == 0);
    assert_true(oven->idf > 0 && oven->idf < ld_inverse_frequency(*document->language->background, 0));
    assert_int_equal(oven->sentence_frequency, 3); /* not in the title: that is no body sentence */
    assert_true(document->title_unit == 0 && document->title_term_count >= 3);
    lede_document_free(document);
    document = make(article, "und");
    assert_int_not_equal(word_of(document, "oven")->term, word_of(document, "ovens")->term);
    oven = &document->terms[word_of(document, "oven")->term];
    assert_true(oven->idf == ld_inverse_frequency(4, oven->sentence_frequency));
    lede_document_free(document);
}

/* Which sentences lean on the one before: the last of each text. */
static void what_leans_back(void **state) {
    (void)state;
    static const struct {
        const char *language, *text;
        bool leans;
    } rows[] = {{"en", "The van is late. It comes at noon.", true},
                {"en", "The van is late. Bread comes at noon.", false},
                {"en", "The van is late. In addition, the oven is cold.", true},
                {"fr", "Le four est froid. D'autre part, le pain manque.", true},
                {"fr", "Le four est froid. D'ordinaire le pain manque.", false}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        lede_document *document = make(rows[i].text, rows[i].language);
        if (ld_leans_back(document, &document->sentences[document->sentence_count - 1]) != rows[i].leans)
            fail_msg("%s", rows[i].text);
        lede_document_free(document);
    }
}

/* Which sentences begin within double quotation marks: the last of each text. */
static void quotations_go_on(void **state) {
    (void)state;
    static const struct {
        const char *name, *text;
        bool within;
    } rows[] = {
        {"none", "The wall will hold. The harbour is safe.", false},
        {"straight marks", "Lind said, \"The wall will hold. The harbour is safe.\"", true},
        {"curly marks", "Lind said, \u201CThe wall will hold. The harbour is safe.\u201D", true},
        {"two sentences on", "Lind said, \"The wall will hold. Boats can sail. The harbour is safe.\"", true},
        {"closed before", "\"The wall will hold,\" Lind said. The harbour is safe.", false},
        {"closed at the end", "Lind said, \"The wall will hold.\" The harbour is safe.", false},
        {"closed by a curly mark", "Lind said, \u201CThe wall will hold.\u201D The harbour is safe.", false},
        {"single marks are apostrophes, too", "Lind's 'wall will hold. The harbour is safe.", false},
        {"feet and inches", "The wall is 9\" thick. The harbour is safe.", false},
        {"after a line break",
         "Lind, who has built walls for more than thirty years, said:\n\"The wall will hold. The harbour is safe.\"",
         true},
        {"after a bracket", "Lind spoke (\"The wall will hold. The harbour is safe.\")", true},
        {"a mark between blanks", "The wall \" will hold. The harbour is safe.", false},
        {"a mark alone at the end",
         "The wall at the old harbour will hold for two hundred years. \"\nThe harbour is safe.", false},
        {"a letter whose last bytes are a mark's", "Lind wrote \u401Ching. The harbour is safe.", false},
        {"another paragraph", "Lind said, \"The wall will hold.\n\nThe harbour is safe.", false},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        lede_document *document = make(rows[i].text, "en");
        if ((ld_open_quotation(document, document->sentence_count - 1) != UINT32_MAX) != rows[i].within)
            fail_msg("%s", rows[i].name);
        assert_int_equal(ld_open_quotation(document, 0), UINT32_MAX);
        lede_document_free(document);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(counts_and_units),
        cmocka_unit_test(titles),
        cmocka_unit_test(languages),
        cmocka_unit_test(errors),
        cmocka_unit_test(empty_word),
        cmocka_unit_test(wrong_arguments),
        cmocka_unit_test(sizes_of_options),
        cmocka_unit_test(what_leans_back),
        cmocka_unit_test(own_stop_words),
        cmocka_unit_test(content_words),
        cmocka_unit_test(a_cache_changes_nothing),
        cmocka_unit_test(the_model_holds),
        cmocka_unit_test(stems_share_terms),
        cmocka_unit_test(quotations_go_on),
    };
    return cmocka_run_group_tests_name("document", tests, NULL, NULL);
}
