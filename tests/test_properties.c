/* test_properties.c - what always holds (lede.h; design, section 2), over every method, language and format, on texts
 * that are hard on programs, and on corpus/. Only the public interface is used; folding of words is the library's. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <glob.h>
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/unicode.h"
#include "hard_texts.h"
#include "lede.h"
#include "oracle.h"

enum { EVERY_PART = 511 };       /* of enum lede_part */
static const char *context = ""; /* what is being tried, for messages */

#define MUST(what)                                                                                                     \
    do {                                                                                                               \
        if (!(what)) fail_msg("%s [%s]", #what, context);                                                              \
    } while (0)

/* ---- the words of a text, for bullets and headlines ---- */

static bool between(uint32_t c) { /* what is no part of a word, as far as bullets may drop or change it */
    if (c < 128) return !((c | 32) >= 'a' && (c | 32) <= 'z') && !(c >= '0' && c <= '9');
    return oracle_blank(c) || ld_class_of(c) == LD_PUNCT || ld_class_of(c) == LD_SYMBOL ||
           ld_class_of(c) == LD_CONTROL || ld_class_of(c) == LD_CURRENCY;
}

/* The next word from *at, case aside, into out (of room bytes); false at the end. */
static bool next_word(const char **at, const char *end, char *out, size_t room) {
    size_t count = 0;
    unsigned step;
    while (*at < end && between(ld_utf8_decode(*at, end, &step))) *at += step;
    for (; *at < end; *at += step) {
        uint32_t c = ld_utf8_decode(*at, end, &step);
        if (between(c)) break;
        c = ld_to_lower(ld_to_upper(c)); /* dotless i and i are one, as are the forms of sigma */
        if (c == 0x130 || c == 0x131) c = 'i';
        if (count + 5 < room) count += ld_utf8_encode(c, out + count);
    }
    out[count] = 0;
    return count > 0;
}

/* Each word of the pick stands in its unit, in that order; the last may be cut (a word longer than the limit). */
static void check_words(const char *pick, const char *unit) {
    const char *p = pick, *u = unit, *p_end = pick + strlen(pick), *u_end = unit + strlen(unit);
    char word[4096], source[4096];
    while (next_word(&p, p_end, word, sizeof word)) {
        const char *peek = p;
        char more[8];
        bool found = false, last = !next_word(&peek, p_end, more, sizeof more);
        while (!found && next_word(&u, u_end, source, sizeof source))
            found = !strcmp(word, source) || (last && !strncmp(word, source, strlen(word)));
        if (!found) fail_msg("\"%s\" of \"%s\" is not in \"%s\" there [%s]", word, pick, unit, context);
    }
}

static void check_pick(const struct text *text, const lede_document *document, const lede_pick *pick) {
    lede_unit unit;
    MUST(!lede_document_unit(document, pick->unit, &unit));
    MUST(pick->offset == unit.offset && pick->length == unit.length);
    MUST(pick->offset + pick->length <= text->length && pick->length > 0);
    MUST(!oracle_splits(text->bytes, text->length, pick->offset) &&
         !oracle_splits(text->bytes, text->length, pick->offset + pick->length));
    MUST(strlen(pick->text) == pick->text_length && pick->text_length > 0);
    for (size_t i = 0, n; i < pick->text_length; i += n)
        MUST((n = oracle_step(pick->text + i, pick->text_length - i)) > 0);
}

struct budget {                          /* of a part */
    size_t sentences, words, characters; /* 0: any */
};

/* The part's sentences are slices of the text, in its order, each once. Whether they are within the budget. */
static bool check_sentences(const struct text *text, const lede_document *document, const lede_summary *summary,
                            lede_part part, struct budget budget) {
    size_t count = lede_summary_count(summary, part), words = 0, characters = 0, after = 0;
    lede_pick pick;
    for (size_t i = 0; i < count; i++) {
        MUST(!lede_summary_pick(summary, part, i, &pick));
        check_pick(text, document, &pick);
        MUST(pick.unit >= after);
        after = pick.unit + 1;
        char *folded = oracle_fold(text->bytes + pick.offset, pick.length);
        if (strcmp(folded, pick.text)) fail_msg("\"%s\" for \"%s\" [%s]", pick.text, folded, context);
        words += oracle_words(folded);
        characters += oracle_characters(folded, strlen(folded)) + (i > 0);
        free(folded);
    }
    bool fits = (!budget.words || words <= budget.words) && (!budget.characters || characters <= budget.characters);
    MUST(count > 0 && (!budget.sentences || count <= budget.sentences));
    MUST(fits || count == 1); /* a single sentence that is longer is given all the same */
    return fits;
}

/* The percentage of words that the ratio stands for. */
static size_t words_of_ratio(const lede_document *document, double ratio) {
    size_t body = 0, all = 0;
    lede_counts counts;
    lede_unit unit;
    lede_document_counts(document, &counts);
    for (size_t i = 0; i < counts.units; i++) {
        MUST(!lede_document_unit(document, i, &unit));
        char *folded = oracle_fold(unit.text, unit.length);
        all += oracle_words(folded);
        body += strcmp(unit.kind, "body") ? 0 : oracle_words(folded);
        free(folded);
    }
    return (size_t)(ratio / 100 * (double)(counts.sentences ? body : all) + 1e-6);
}

/* No sentence of the index is within the budget: else the blurb must be. */
static bool none_fits(const lede_document *document, struct budget budget) {
    lede_counts counts;
    lede_unit unit;
    bool fits = false;
    lede_document_counts(document, &counts);
    for (size_t i = 0; i < counts.units; i++) {
        MUST(!lede_document_unit(document, i, &unit));
        if (strcmp(unit.kind, "body") && counts.sentences) continue;
        char *folded = oracle_fold(unit.text, unit.length);
        size_t words = oracle_words(folded), characters = oracle_characters(folded, strlen(folded));
        const char *at = folded;
        char word[8]; /* what has none is no candidate */
        fits |= next_word(&at, folded + strlen(folded), word, sizeof word) &&
                (!budget.words || words <= budget.words) && (!budget.characters || characters <= budget.characters);
        free(folded);
    }
    return !fits;
}

/* Summary and blurb against the budget, and whether it is said that one is over it. */
static void check_budget(const struct text *text, const lede_document *document, const lede_summary *summary,
                         const lede_summary_options *how) {
    struct budget budget = {0, how->words, how->characters};
    bool length = how->words || how->characters || how->ratio > 0;
    if (how->ratio > 0) budget.words = words_of_ratio(document, how->ratio);
    if (how->ratio > 0 && !budget.words) budget.words = 1, budget.characters = 0; /* less than one: any is over it */
    if (!length) budget.sentences = how->sentences ? how->sentences : 3;
    bool fits = check_sentences(text, document, summary, LEDE_SUMMARY, budget), over = !fits;
    if (how->parts & LEDE_BLURB) {
        budget.sentences = how->sentences == 1 ? 1 : 2;
        if (!length) budget.characters = 280;
        bool blurb_fits = check_sentences(text, document, summary, LEDE_BLURB, budget);
        MUST(blurb_fits || none_fits(document, budget));
        over |= !blurb_fits;
    }
    bool tiny = how->ratio > 0 && words_of_ratio(document, how->ratio) < 1;
    MUST(tiny || over == (lede_summary_over_budget(summary) != 0));
}

/* The first candidate is the headline; no two are the same; no sentence has a second before each had a first. */
static void check_headlines(const lede_summary *summary) {
    size_t count = lede_summary_count(summary, LEDE_HEADLINES), distinct = 0;
    lede_pick pick, other;
    MUST(count == 0 || !lede_summary_pick(summary, LEDE_HEADLINES, 0, &pick));
    MUST(count == 0 || !lede_summary_pick(summary, LEDE_HEADLINE, 0, &other));
    MUST(count == 0 || !strcmp(pick.text, other.text));
    for (size_t i = 0; i < count; i++) {
        bool again = false;
        MUST(!lede_summary_pick(summary, LEDE_HEADLINES, i, &pick));
        for (size_t j = 0; j < i; j++) {
            MUST(!lede_summary_pick(summary, LEDE_HEADLINES, j, &other));
            MUST(strcmp(pick.text, other.text) != 0);
            again |= pick.unit == other.unit;
        }
        MUST(again || i == distinct);
        MUST(pick.score > -400); /* 6 x log2 of a million sentences, and the fines */
        distinct += !again;
    }
}

static void check_summary(const struct text *text, const lede_document *document, const lede_summary *summary,
                          const lede_summary_options *how) {
    enum { HEADLINE, HEADLINES, BULLETS, KEYWORDS, PARTS };
    static const lede_part parts[] = {LEDE_HEADLINE, LEDE_HEADLINES, LEDE_BULLETS, LEDE_KEYWORDS};
    const size_t most[] = {1, how->headlines ? how->headlines : 5, how->bullets ? how->bullets : 5,
                           how->keywords ? how->keywords : 10};
    const size_t headline = how->headline_characters ? how->headline_characters : 100;
    const size_t longest[] = {headline, headline, how->bullet_characters ? how->bullet_characters : 120, SIZE_MAX};
    lede_pick pick;
    check_budget(text, document, summary, how);
    for (int part = 0; part < PARTS; part++) {
        size_t count = lede_summary_count(summary, parts[part]), after = 0;
        MUST(count <= most[part]);
        MUST(lede_summary_pick(summary, parts[part], count, &pick) == LEDE_ERROR_ARGUMENT && !pick.text);
        for (size_t i = 0; i < count; i++) {
            MUST(!lede_summary_pick(summary, parts[part], i, &pick));
            check_pick(text, document, &pick);
            MUST(part != BULLETS || pick.unit >= after);
            after = pick.unit;
            if (oracle_characters(pick.text, pick.text_length) > longest[part])
                fail_msg("too long: \"%s\" [%s]", pick.text, context);
            char *folded = oracle_fold(text->bytes + pick.offset, pick.length);
            if (part < KEYWORDS) check_words(pick.text, folded);
            if (part == KEYWORDS && !strstr(folded, pick.text))
                fail_msg("keyword \"%s\" is not in \"%s\" [%s]", pick.text, folded, context);
            free(folded);
        }
    }
    check_headlines(summary);
    lede_counts counts;
    lede_document_counts(document, &counts);
    for (size_t u = 0; lede_summary_feature_count(summary) && u < counts.units; u++) {
        double sum = 0, score = lede_summary_score(summary, u);
        for (size_t f = 0; f < lede_summary_feature_count(summary); f++)
            sum += lede_summary_feature_share(summary, u, f);
        MUST(sum - score < 1e-9 && score - sum < 1e-9);
    }
}

/* ---- output ---- */

static void check_json_slices(const struct text *text, const json_t *list) {
    json_t *item;
    size_t i;
    json_array_foreach(list, i, item) {
        size_t offset = (size_t)json_integer_value(json_object_get(item, "offset")),
               size = (size_t)json_integer_value(json_object_get(item, "length"));
        MUST(offset + size <= text->length);
        char *folded = oracle_fold(text->bytes + offset, size);
        const char *got = json_string_value(json_object_get(item, "text"));
        MUST(got && !strcmp(got, folded));
        free(folded);
    }
}

static void check_json(const struct text *text, const char *output, size_t length) {
    json_error_t error;
    json_t *root = json_loadb(output, length, JSON_REJECT_DUPLICATES | JSON_ALLOW_NUL, &error);
    if (!root) fail_msg("%s: %.200s [%s]", error.text, output, context);
    MUST(length && output[length - 1] == '\n' && !memchr(output, '\n', length - 1));
    MUST(json_is_object(root));
    check_json_slices(text, json_object_get(root, "summary"));
    json_t *blurb = json_object_get(root, "blurb");
    if (blurb) {
        MUST(json_array_size(json_object_get(blurb, "sentences")) > 0);
        MUST(json_equal(json_object_get(blurb, "headline"), json_object_get(root, "headline")));
        check_json_slices(text, json_object_get(blurb, "sentences"));
    }
    json_decref(root);
}
static void check_plain(const char *output, size_t length) {
    for (size_t i = 0, n; i < length; i += n) {
        n = oracle_step(output + i, length - i);
        MUST(n > 0);
        uint32_t c = oracle_point(output + i, (unsigned)n);
        bool bad = (c < 32 && c != '\n' && c != '\t') || (c >= 127 && c < 0xA0) || (c >= 0x202A && c <= 0x202E) ||
                   (c >= 0x2066 && c <= 0x2069);
        if (bad) fail_msg("U+%04X in output [%s]", c, context);
    }
}

static void check_output(const struct text *text, const lede_document *document, const lede_summary *summary,
                         lede_render_options *shape) {
    char *output, *again;
    size_t length, length_again;
    MUST(lede_render(document, summary, shape, &output, &length) == LEDE_OK);
    MUST(lede_render(document, summary, shape, &again, &length_again) == LEDE_OK);
    MUST(length == length_again && !memcmp(output, again, length + 1) && !output[length]);
    lede_string_free(again);
    if (!strcmp(shape->format, "json"))
        check_json(text, output, length);
    else
        check_plain(output, length);
    lede_string_free(output);
}

static lede_document *document_of(const struct text *text, const char *language) {
    lede_document_options about;
    lede_document *document;
    lede_document_options_init(&about);
    about.language = language;
    lede_status status = lede_document_new(text->bytes, text->length, &about, &document);
    MUST(status == LEDE_OK || status == LEDE_ERROR_EMPTY);
    return document;
}

/* A document with one method and all formats. variants: also --highlight and --explain. */
static void check_method(const struct text *text, const lede_document *document, const lede_summary_options *how,
                         bool variants) {
    lede_summary *summary;
    lede_render_options shape;
    MUST(lede_summary_new(document, how, &summary) == LEDE_OK);
    check_summary(text, document, summary, how);
    for (const char *const *format = lede_formats(); *format; format++)
        for (int variant = 0; variant < (variants ? 4 : 1); variant++) {
            lede_render_options_init(&shape);
            shape.format = *format;
            shape.parts = variant ? shape.parts : EVERY_PART;
            shape.highlight = variant == 1;
            shape.explain = variant == 2;
            shape.standalone = variant == 3;
            shape.width = variant == 3 ? 12 : 0;
            check_output(text, document, summary, &shape);
        }
    lede_summary_free(summary);
}

static void check_all_methods(const struct text *text, const char *language, bool variants) {
    char about[128];
    lede_summary_options how;
    lede_document *document = document_of(text, language);
    lede_summary_options_init(&how);
    how.parts = EVERY_PART;
    for (const char *const *method = lede_methods(); document && *method; method++) {
        snprintf(about, sizeof about, "%s, %s, %s", text->name, language, *method);
        context = about;
        how.method = *method;
        check_method(text, document, &how, variants);
    }
    context = "";
    lede_document_free(document);
}

static void hard_texts(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        for (const char *const *language = lede_languages(); *language; language++)
            check_all_methods(&texts[i], *language, false);
        check_all_methods(&texts[i], "auto", true);
    }
}

/* ---- budgets ---- */

static const struct {
    size_t sentences, words, characters;
    double ratio;
} budgets[] = {{1, 0, 0, 0},   {2, 0, 0, 0},   {1000, 0, 0, 0},  {SIZE_MAX, 0, 0, 0}, {0, 1, 0, 0},
               {0, 9, 0, 0},   {0, 40, 0, 0},  {0, 10000, 0, 0}, {0, 0, 1, 0},        {0, 0, 80, 0},
               {0, 0, 250, 0}, {0, 0, 0, 0.5}, {0, 0, 0, 30},    {0, 0, 0, 100}};

static void check_budgets(const struct text *text, const char *language) {
    char about[128];
    lede_document *document = document_of(text, language);
    for (const char *const *method = lede_methods(); document && *method; method++)
        for (size_t i = 0; i < sizeof budgets / sizeof *budgets; i++) {
            lede_summary_options how;
            lede_summary *summary;
            lede_summary_options_init(&how);
            how.method = *method;
            how.sentences = budgets[i].sentences;
            how.words = budgets[i].words;
            how.characters = budgets[i].characters;
            how.ratio = budgets[i].ratio;
            how.bullets = i % 4;
            how.bullet_characters = i % 3 ? 0 : 20 + i;
            how.headline_characters = i % 2 ? 0 : 15 + 5 * i;
            how.keywords = i % 5;
            how.parts = EVERY_PART;
            how.headlines = i % 9;
            how.drop_articles = i % 2 == 0;
            how.letter_case = (int)(i % 3);
            how.query = i % 3 ? NULL : "boat key \xFF door";
            how.query_length = how.query ? strlen(how.query) : 0;
            snprintf(about, sizeof about, "%s, %s, budget %zu", text->name, *method, i);
            context = about;
            MUST(lede_summary_new(document, &how, &summary) == LEDE_OK);
            check_summary(text, document, summary, &how);
            lede_summary_free(summary);
        }
    context = "";
    lede_document_free(document);
}

static void all_budgets(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        check_budgets(&texts[i], "en");
        check_budgets(&texts[i], "auto");
    }
}

static void wrong_options(void **state) {
    (void)state;
    lede_document *document = document_of(&texts[7], "en");
    lede_summary *summary = (lede_summary *)&document;
    lede_summary_options how;
    static const double ratios[] = {-1, 100.5, 1e300};
    lede_summary_options_init(&how);
    how.words = how.sentences = 3;
    assert_int_equal(lede_summary_new(document, &how, &summary), LEDE_ERROR_ARGUMENT);
    assert_null(summary);
    for (size_t i = 0; i < sizeof ratios / sizeof *ratios; i++) {
        lede_summary_options_init(&how);
        how.ratio = ratios[i];
        assert_int_equal(lede_summary_new(document, &how, &summary), LEDE_ERROR_ARGUMENT);
    }
    lede_summary_options_init(&how);
    how.method = "guess";
    assert_int_equal(lede_summary_new(document, &how, &summary), LEDE_ERROR_METHOD);
    assert_int_equal(lede_summary_new(NULL, NULL, &summary), LEDE_ERROR_ARGUMENT);
    assert_int_equal(lede_summary_new(document, NULL, NULL), LEDE_ERROR_ARGUMENT);
    assert_int_equal(lede_summary_new(document, NULL, &summary), LEDE_OK);
    lede_render_options shape;
    char *output = (char *)&shape;
    size_t length = 1;
    lede_render_options_init(&shape);
    shape.format = "pdf";
    assert_int_equal(lede_render(document, summary, &shape, &output, &length), LEDE_ERROR_FORMAT);
    assert_null(output);
    assert_int_equal(length, 0);
    assert_int_equal(lede_summary_count(summary, LEDE_BODY), 0);
    assert_int_equal(lede_summary_count(NULL, LEDE_SUMMARY), 0);
    lede_summary_free(summary);
    lede_summary_free(NULL);
    lede_document_free(document);
}

/* A number that no document comes near asks for all there is, however large. */
static void huge_numbers(void **state) {
    (void)state;
    static const size_t fields[] = {
        offsetof(lede_summary_options, sentences),  offsetof(lede_summary_options, words),
        offsetof(lede_summary_options, characters), offsetof(lede_summary_options, bullets),
        offsetof(lede_summary_options, keywords),   offsetof(lede_summary_options, headline_characters),
        offsetof(lede_summary_options, headlines),  offsetof(lede_summary_options, bullet_characters)};
    static const size_t numbers[] = {UINT32_MAX, (size_t)UINT32_MAX + 1, (size_t)UINT32_MAX + 4, SIZE_MAX};
    lede_document *document = document_of(&texts[8], "en");
    for (size_t f = 0; f < sizeof fields / sizeof *fields; f++) {
        char *want = NULL;
        for (size_t n = 0; n < sizeof numbers / sizeof *numbers && (!n || SIZE_MAX > UINT32_MAX); n++) {
            lede_summary *summary;
            lede_summary_options how;
            lede_render_options shape;
            char *output;
            size_t length;
            lede_summary_options_init(&how);
            lede_render_options_init(&shape);
            shape.parts = how.parts = EVERY_PART;
            *(size_t *)(void *)((char *)&how + fields[f]) = numbers[n];
            MUST(lede_summary_new(document, &how, &summary) == LEDE_OK);
            MUST(lede_render(document, summary, &shape, &output, &length) == LEDE_OK);
            if (n && strcmp(output, want)) fail_msg("field %zu, %zu:\n%s", f, numbers[n], output);
            if (n) lede_string_free(output);
            if (!n) want = output;
            lede_summary_free(summary);
        }
        lede_string_free(want);
    }
    lede_document_free(document);
}

/* ---- truncations, long texts, real articles ---- */

static void every_truncation(void **state) {
    (void)state;
    static const struct text whole[] = {
        TEXT("en", "The caf\u00E9 \u201Copens\u201D on\u2026 \u20AC5. \U0001F600 So it\u2019s said."),
        TEXT("ru", "\u041F\u043E\u0435\u0437\u0434 \u0438\u0434\u0451\u0442. \u0414\u0430\u2026"),
        TEXT("ar", "\u0642\u0637\u0627\u0631\u060C \u062A\u0623\u062E\u0631\u061F \u0646\u0639\u0645."),
        TEXT("hi", "\u0930\u0947\u0932 \u0906\u0908\u0964 \u0915\u094D\u092F\u093E?"),
        TEXT("und", "\u5317\u4EAC\u3002\u300C\u597D\u300D\u0E1D\u0E19\uD55C\uAD6D\U00020000"),
        TEXT("ta", "\u0BA4\u0BAE\u0BBF\u0BB4\u0BCD \u0BAE\u0BCA\u0BB4\u0BBF.")};
    for (size_t i = 0; i < sizeof whole / sizeof *whole; i++)
        for (size_t length = 0; length <= whole[i].length; length++)
            for (size_t start = 0; start <= length && start < 4; start++) {
                char *copy = malloc(length - start + 1);
                memcpy(copy, whole[i].bytes + start,
                       length - start); /* no NUL behind it: ASan sees a read past the end */
                copy = realloc(copy, length - start + !(length - start));
                struct text text = {whole[i].name, copy, length - start};
                check_all_methods(&text, start ? "auto" : whole[i].name, false);
                free(copy);
            }
}

static void one_long_line(void **state) {
    (void)state;
    enum { LONG = 1000000 };
    static const struct text parts[] = {TEXT("sentences", "The boat left at nine, he said. "),
                                        TEXT("words without stop", "boat door key and "),
                                        TEXT("one word", "x"),
                                        TEXT("Han", "\u5317\u4EAC\u5E02"),
                                        TEXT("points", "a. "),
                                        TEXT("quotes", "\"(a, "),
                                        TEXT("marks", "\u0301")};
    char *bytes = malloc(LONG);
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        struct text text = {parts[i].name, bytes, LONG / parts[i].length * parts[i].length};
        for (size_t at = 0; at < text.length; at += parts[i].length)
            memcpy(bytes + at, parts[i].bytes, parts[i].length);
        lede_summary_options how;
        lede_summary_options_init(&how);
        how.parts = EVERY_PART;
        context = text.name;
        lede_document *document = document_of(&text, i % 2 ? "auto" : "en");
        if (document) check_method(&text, document, &how, false);
        lede_document_free(document);
    }
    context = "";
    free(bytes);
}

static void articles(void **state) {
    (void)state;
    glob_t files;
    assert_int_equal(glob("corpus/*.txt", 0, NULL, &files), 0);
    for (size_t i = 0; i < files.gl_pathc; i++) {
        static char bytes[1 << 18];
        FILE *file = fopen(files.gl_pathv[i], "rb");
        assert_non_null(file);
        struct text text = {files.gl_pathv[i], bytes, fread(bytes, 1, sizeof bytes, file)};
        fclose(file);
        check_all_methods(&text, "auto", true);
        check_all_methods(&text, "und", true);
        check_all_methods(&text, "fr", false);
        check_budgets(&text, "auto");
    }
    globfree(&files);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(hard_texts),   cmocka_unit_test(all_budgets),      cmocka_unit_test(wrong_options),
        cmocka_unit_test(huge_numbers), cmocka_unit_test(every_truncation), cmocka_unit_test(one_long_line),
        cmocka_unit_test(articles),
    };
    return cmocka_run_group_tests_name("properties", tests, NULL, NULL);
}
