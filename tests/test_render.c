/* test_render.c - the formats. First exact outputs for a document put together by hand; then what must hold in every
 * format for any text: harmless output, the same on each call, and no trouble with odd texts. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

#include "base/unicode.h"
#include "render/render.h"

/* ---- a small article ---- */

static const char article[] = "Bridge <opens>\n"                           /* 0: title */
                              "The *bridge*  opened.\nIt cost $5 & more. " /* 1, 2: body */
                              "Next\n"                                     /* 3: heading */
                              "one\n"                                      /* 4: list */
                              "OSLO -\n"                                   /* 5: dateline */
                              "2024. Fine.";                               /* 6, 7: body, joined to 5 */

static struct ld_block blocks[6];
static struct ld_sentence sentences[8];
static double scores[8] = {0, 0.75, 0.5, 0, 0, 0, 0.125, -0.25};
static double shares[16] = {0, 0, 0.5, 0.25, 0.5, 0, 0, 0, 0, 0, 0, 0, 0, 0.125, -0.25, 0};
static const char *const names[] = {"terms", "lead"};

static void unit(unsigned i, const char *text, unsigned block, enum ld_kind kind) {
    const char *at = strstr(article, text);
    assert_non_null(at);
    struct ld_span span = {(uint32_t)(at - article), (uint32_t)strlen(text)};
    sentences[i] = (struct ld_sentence){.span = span, .block = block, .kind = (uint8_t)kind};
    blocks[block].kind = (uint8_t)kind;
}

static struct lede_document small_document(void) {
    unit(0, "Bridge <opens>", 0, LD_TITLE);
    unit(1, "The *bridge*  opened.", 1, LD_BODY);
    unit(2, "It cost $5 & more.", 1, LD_BODY);
    unit(3, "Next", 2, LD_HEADING);
    unit(4, "one", 3, LD_LIST);
    unit(5, "OSLO -", 4, LD_DATELINE);
    unit(6, "2024.", 5, LD_BODY);
    unit(7, "Fine.", 5, LD_BODY);
    blocks[5].joined = true;
    return (struct lede_document){.text = article,
                                  .length = sizeof article - 1,
                                  .language = ld_language_find("en"),
                                  .title = "Bridge <opens>",
                                  .blocks = blocks,
                                  .sentences = sentences,
                                  .block_count = 6,
                                  .sentence_count = 8,
                                  .body_count = 4};
}

static struct lede_summary small_summary(void) {
    static struct ld_pick picked[] = {{"The *bridge* opened.", 20, 1, 0.75, NULL}, {"2024.", 5, 6, 0.125, NULL}};
    static struct ld_pick bullets[] = {{"bridge opened", 13, 1, 0.75, NULL}};
    static struct ld_pick headline[] = {{"The bridge", 10, 1, 0.75, NULL}};
    static struct ld_pick blurb[] = {{"It cost $5 & more.", 18, 2, 0.5, NULL}, {"2024.", 5, 6, 0.125, NULL}};
    static struct ld_pick headlines[] = {{"The bridge", 10, 1, 1.25, NULL}, {"It cost $5", 10, 2, -0.5, NULL}};
    static struct ld_pick keywords[] = {{"bridge", 6, 0, 2.5, NULL}, {"Oslo", 4, 5, 1, NULL}};
    return (struct lede_summary){.sentences = {picked, 2},
                                 .bullets = {bullets, 1},
                                 .headline = {headline, 1},
                                 .keywords = {keywords, 2},
                                 .blurb = {blurb, 2},
                                 .headlines = {headlines, 2},
                                 .scores = scores,
                                 .shares = shares,
                                 .feature_names = names,
                                 .unit_count = 8,
                                 .feature_count = 2};
}

enum { THREE = LEDE_HEADLINE | LEDE_SUMMARY | LEDE_BULLETS, KEYWORDS = LEDE_KEYWORDS };

static const struct {
    const char *name;
    lede_render_options options;
    const char *want; /* a piece of it, for pages and JSON with counts */
} rows[] = {
    {"text",
     {.format = "text", .parts = THREE | KEYWORDS},
     "The bridge\n\nThe *bridge* opened. 2024.\n\n- bridge opened\n\nKeywords: bridge, Oslo\n"},
    {"text, blurb", {.format = "text", .parts = LEDE_BLURB}, "The bridge\nIt cost $5 & more. 2024.\n"},
    {"text, headlines", {.format = "text", .parts = LEDE_HEADLINES}, "1.2500\tThe bridge\n-0.5000\tIt cost $5\n"},
    {"markdown, blurb",
     {.format = "markdown", .parts = LEDE_BLURB},
     "## The bridge\n\nIt cost \\$5 \\& more. 2024\\.\n"},
    {"markdown, headlines",
     {.format = "markdown", .parts = LEDE_HEADLINES},
     "| score | headline |\n| ---: | :--- |\n| 1.2500 | The bridge |\n| -0.5000 | It cost \\$5 |\n"},
    {"html, blurb",
     {.format = "html", .parts = LEDE_BLURB},
     "<section class=\"blurb\">\n<h2>The bridge</h2>\n<p>It cost $5 &amp; more. 2024.</p>\n</section>\n"},
    {"html, headlines",
     {.format = "html", .parts = LEDE_HEADLINES},
     "<table class=\"headlines\">\n<tr><th>score</th><th>headline</th></tr>\n<tr><td>1.2500</td><td>The bridge</td>"
     "</tr>\n"},
    {"json, blurb and headlines",
     {.format = "json", .parts = LEDE_BLURB | LEDE_HEADLINES},
     "\"headlines\":[{\"text\":\"The bridge\",\"sentence\":1,\"score\":1.250000},{\"text\":\"It cost $5\","
     "\"sentence\":2,\"score\":-0.500000}],\"blurb\":{\"headline\":{\"text\":\"The bridge\",\"sentence\":1},"
     "\"sentences\":[{\"text\":\"It cost $5 & more.\",\"sentence\":2,\"offset\":37,\"length\":18},"
     "{\"text\":\"2024.\",\"sentence\":6,"},
    {"text, keywords alone", {.format = "text", .parts = KEYWORDS}, "bridge\nOslo\n"},
    {"text, headline alone", {.format = "text", .parts = LEDE_HEADLINE}, "The bridge\n"},
    {"text, bold headline", {.format = "text", .parts = LEDE_HEADLINE, .color = 1}, "\033[1mThe bridge\033[0m\n"},
    {"text, wrapped",
     {.format = "text", .parts = LEDE_SUMMARY | LEDE_BULLETS, .width = 12},
     "The *bridge*\nopened.\n2024.\n\n- bridge\n  opened\n"},
    {"text, too narrow", {.format = "text", .parts = LEDE_BULLETS, .width = 3}, "- bridge\n  opened\n"},
    {"text, body", {.format = "text", .parts = LEDE_BODY}, "The *bridge* opened. It cost $5 & more.\n\n2024. Fine.\n"},
    {"text, sentences",
     {.format = "text", .parts = LEDE_SENTENCES},
     "title\tBridge <opens>\nbody\tThe *bridge* opened.\nbody\tIt cost $5 & more.\nheading\tNext\nlist\tone\n"
     "dateline\tOSLO -\nbody\t2024.\nbody\tFine.\n"},
    {"text, scores", {.format = "text", .parts = LEDE_SCORES}, "-0.250000\tFine.\n"},
    {"text, highlight",
     {.format = "text", .parts = THREE, .highlight = 1},
     "Bridge <opens>\n\n>> The *bridge* opened. << It cost $5 & more.\n\nNext\n\none\n\nOSLO - >> 2024. << Fine.\n"},
    {"text, highlight in colour",
     {.format = "text", .parts = THREE, .highlight = 1, .color = 1},
     "\033[1mBridge <opens>\033[0m\n\n\033[7mThe *bridge* opened.\033[0m It cost"},
    {"text, explain",
     {.format = "text", .parts = THREE, .explain = 1},
     " rank  sentence     score  text (*: chosen), and the parts of the score\n"
     "    1         1    0.7500 *The *bridge* opened.\n"
     "                           terms 0.5000, lead 0.2500\n"
     "    2         2    0.5000  It cost $5 & more.\n"
     "                           terms 0.5000\n"
     "    3         6    0.1250 *2024.\n"
     "                           lead 0.1250\n"
     "    4         7   -0.2500  Fine.\n"
     "                           terms -0.2500\n"},
    {"markdown, explain",
     {.format = "markdown", .parts = THREE, .explain = 1},
     "| 1 | 1 | 0.7500 | yes | The \\*bridge\\* opened. | `terms 0.5000, lead 0.2500` |\n"},
    {"html, explain",
     {.format = "html", .parts = THREE, .explain = 1},
     "<td>0.7500</td><td><mark>The *bridge* opened.</mark></td><td>terms 0.5000, lead 0.2500</td></tr>\n"},
    {"markdown",
     {.format = "markdown", .parts = THREE | KEYWORDS},
     "# The bridge\n\nThe \\*bridge\\* opened. 2024\\.\n\n- bridge opened\n\n**Keywords:** bridge, Oslo\n"},
    {"markdown, body",
     {.format = "markdown", .parts = LEDE_BODY},
     "The \\*bridge\\* opened. It cost \\$5 \\& more.\n\n2024\\. Fine.\n"},
    {"html",
     {.format = "html", .parts = THREE | KEYWORDS},
     "<article class=\"lede\" lang=\"en\" dir=\"ltr\">\n<h1>The bridge</h1>\n"
     "<p class=\"summary\">The *bridge* opened. 2024.</p>\n<ul class=\"bullets\">\n<li>bridge opened</li>\n</ul>\n"
     "<p class=\"keywords\">bridge, Oslo</p>\n</article>\n"},
    {"html, highlight",
     {.format = "html", .parts = THREE, .highlight = 1},
     "<h1>Bridge &lt;opens&gt;</h1>\n<p><mark>The *bridge* opened.</mark> It cost $5 &amp; more.</p>\n<h2>Next</h2>\n"
     "<ul style=\"list-style: none\">\n<li>one</li>\n</ul>\n<p class=\"dateline\">OSLO - <mark>2024.</mark> "
     "Fine.</p>\n</article>\n"},
    {"html, page", {.format = "html", .parts = THREE, .standalone = 1}, "<title>The bridge</title>"},
    {"json",
     {.format = "json", .parts = THREE | KEYWORDS, .id = "\"a\"", .input = "{\"n\": 1.50}"},
     "{\"id\":\"a\",\"language\":\"en\",\"title\":\"Bridge <opens>\","
     "\"headline\":{\"text\":\"The bridge\",\"sentence\":1},"
     "\"summary\":[{\"text\":\"The *bridge* opened.\",\"sentence\":1,\"offset\":15,\"length\":21,\"score\":0.750000},"
     "{\"text\":\"2024.\",\"sentence\":6,\"offset\":72,\"length\":5,\"score\":0.125000}],"
     "\"bullets\":[{\"text\":\"bridge opened\",\"sentence\":1}],"
     "\"keywords\":[{\"text\":\"bridge\",\"score\":2.500000},{\"text\":\"Oslo\",\"score\":1.000000}],\"counts\":{"
     "\"bytes\":"},
    {"json, input last",
     {.format = "json", .parts = LEDE_HEADLINE, .input = "{\"n\": 1.50}"},
     "},\"input\":{\"n\":1.50}}\n"},
    {"json, body",
     {.format = "json", .parts = LEDE_BODY},
     "\"body\":\"The *bridge* opened. It cost $5 & more.\\n\\n2024. Fine.\""},
    {"json, sentences",
     {.format = "json", .parts = LEDE_SENTENCES},
     "{\"text\":\"The *bridge* opened.\",\"offset\":15,\"length\":21,\"score\":0.750000,\"kind\":\"body\"}"},
    {"json, explain",
     {.format = "json", .parts = THREE, .explain = 1},
     "\"kind\":\"body\",\"features\":{\"terms\":0.500000,\"lead\":0.250000}}"},
};

static char *render(const struct lede_document *d, const struct lede_summary *s, lede_render_options options) {
    char *output;
    size_t length;
    options.size = sizeof options;
    assert_int_equal(lede_render(d, s, &options, &output, &length), LEDE_OK);
    assert_int_equal(output[length], 0);
    return output;
}

static void test_exact(void **state) {
    struct lede_document d = small_document();
    struct lede_summary s = small_summary();
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        char *got = render(&d, &s, rows[i].options);
        if (!strstr(got, rows[i].want)) fail_msg("%s: got\n%s\nwanted\n%s", rows[i].name, got, rows[i].want);
        lede_string_free(got);
    }
}

static void test_no_headline(void **state) {
    struct lede_document d = small_document();
    struct lede_summary s = small_summary();
    (void)state;
    s.headline.count = 0;
    char *json = render(&d, &s, (lede_render_options){.format = "json", .parts = LEDE_HEADLINE});
    assert_non_null(strstr(json, "\"headline\":null,"));
    lede_string_free(json);
    char *text = render(&d, &s, (lede_render_options){.format = "text", .parts = THREE});
    assert_true(!strncmp(text, "The *bridge* opened.", 20)); /* no blank line in its place */
    lede_string_free(text);
}

/* Parts that are asked for, but of which there are none. */
static void test_nothing_picked(void **state) {
    struct lede_document d = small_document();
    struct lede_summary s = small_summary();
    const lede_render_options options = {.parts = THREE | KEYWORDS | LEDE_HEADLINES};
    static const char *const wants[][2] = {
        {"text", ""}, {"markdown", ""}, {"html", "<article class=\"lede\" lang=\"en\" dir=\"ltr\">\n</article>\n"}};
    (void)state;
    s.headline.count = s.headlines.count = s.sentences.count = s.bullets.count = s.keywords.count = 0;
    for (size_t i = 0; i < sizeof wants / sizeof *wants; i++) {
        lede_render_options way = options;
        way.format = wants[i][0];
        char *got = render(&d, &s, way);
        assert_string_equal(got, wants[i][1]);
        lede_string_free(got);
    }
    char *keywords = render(&d, &s, (lede_render_options){.format = "text", .parts = KEYWORDS});
    assert_string_equal(keywords, "");
    lede_string_free(keywords);
    for (int titled = 1; titled >= 0; titled--) { /* a page has a title all the same */
        if (!titled) d.title = "";
        char *page = render(&d, &s, (lede_render_options){.format = "html", .parts = THREE, .standalone = 1});
        assert_non_null(strstr(page, titled ? "<title>Bridge &lt;opens&gt;</title>" : "<title>Summary</title>"));
        lede_string_free(page);
    }
}

static void test_default_options(void **state) {
    struct lede_document d = small_document();
    struct lede_summary s = small_summary();
    const lede_render_options all = {.format = "text", .parts = THREE}, none = {0};
    char *want = render(&d, &s, all), *got = render(&d, &s, none);
    (void)state;
    assert_string_equal(got, want);
    lede_string_free(got);
    assert_int_equal(lede_render(&d, &s, NULL, &got, NULL), LEDE_OK);
    assert_string_equal(got, want);
    lede_string_free(got);
    lede_string_free(want);
    lede_render_options_init(NULL);
}

/* Text goes on behind a dateline or a body, but not behind a heading or list. */
static void test_joined(void **state) {
    struct lede_document d = small_document();
    (void)state;
    assert_false(ld_opens_paragraph(&d, 6));
    sentences[5].kind = LD_LIST;
    assert_true(ld_opens_paragraph(&d, 6));
}

static void test_wide_score(void **state) {
    struct lede_document d = small_document();
    struct lede_summary s = small_summary();
    (void)state;
    scores[1] = 123456.5;
    char *text = render(&d, &s, (lede_render_options){.format = "text", .explain = 1});
    scores[1] = 0.75;
    assert_non_null(strstr(text, "    1         1123456.5000 *The"));
    lede_string_free(text);
}

/* ---- documents as they are read ---- */

static const struct {
    const char *name, *language, *text;
    lede_render_options options;
    const char *want;
} as_read[] = {
#define LIST "- Boats stay out. Nobody sails\n- Snow fell on the town"
    {"text, a list", "en", LIST, {.format = "text", .highlight = 1}, "out. << >> Nobody sails <<\n>> - Snow"},
    {"html, a list",
     "en",
     LIST,
     {.format = "html", .highlight = 1},
     "dir=\"ltr\">\n<ul style=\"list-style: none\">\n<li><mark>- Boats"},
    {"html, a list's end", "en", LIST, {.format = "html", .highlight = 1}, "</li>\n</ul>\n</article>\n"},
    {"html, a list's body", "en", LIST, {.format = "html", .parts = LEDE_BODY}, "dir=\"ltr\">\n</article>\n"},
    {"text, a list's body", "en", LIST, {.format = "text", .parts = LEDE_BODY}, ""},
    {"markdown, a list's body", "en", LIST, {.format = "markdown", .parts = LEDE_BODY}, ""},
    {"explained list", "en", LIST, {.format = "markdown", .explain = 1}, "| 1 | 0 | "},
    {"Arabic", "ar", "\xD9\x82\xD8\xA7\xD9\x84.", {.format = "html"}, "lang=\"ar\" dir=\"rtl\""},
    {"Yiddish", "yi", "\xD7\x93\xD7\x95.", {.format = "html"}, "lang=\"yi\" dir=\"rtl\""},
    {"explain, wide",
     "en",
     "The council of the harbour town voted on Tuesday for a tram to the old hospital on the hill.",
     {.format = "text", .explain = 1, .width = 80},
     "*The council of the harbour town voted on Tuesday for \n"},
/* lines of three wide characters: brackets that open begin a line, and do not end one */
#define RAIN "\xE9\x9B\xA8"
#define WIDE(name, opener, closer)                                                                                     \
    {                                                                                                                  \
        name, "und", RAIN RAIN opener RAIN RAIN closer RAIN, {.format = "text", .parts = LEDE_SUMMARY, .width = 6},    \
            RAIN RAIN "\n" opener RAIN "\n" RAIN closer RAIN "\n"                                                      \
    }
    WIDE("wide, U+300C", "\xE3\x80\x8C", "\xE3\x80\x8D"),
    WIDE("wide, U+300E", "\xE3\x80\x8E", "\xE3\x80\x8F"),
    WIDE("wide, U+3010", "\xE3\x80\x90", "\xE3\x80\x91"),
    WIDE("wide, U+300A", "\xE3\x80\x8A", "\xE3\x80\x8B"),
    WIDE("wide, U+3008", "\xE3\x80\x88", "\xE3\x80\x89"),
    WIDE("wide, U+FF08", "\xEF\xBC\x88", "\xEF\xBC\x89"),
};

static void test_read(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof as_read / sizeof *as_read; i++) {
        lede_document *d;
        lede_summary *s;
        lede_document_options options;
        lede_document_options_init(&options);
        options.language = as_read[i].language;
        assert_int_equal(lede_document_new(as_read[i].text, strlen(as_read[i].text), &options, &d), LEDE_OK);
        assert_int_equal(lede_summary_new(d, NULL, &s), LEDE_OK);
        char *got = render(d, s, as_read[i].options);
        if (*as_read[i].want ? !strstr(got, as_read[i].want) : *got)
            fail_msg("%s: got\n%s\nwanted\n%s", as_read[i].name, got, as_read[i].want);
        lede_string_free(got);
        lede_summary_free(s);
        lede_document_free(d);
    }
}

static void test_blank_after(void **state) {
    (void)state;
    assert_true(ld_blank_after("The end.", 8));
    assert_true(ld_blank_after("\xC3\xA9", 2));
    assert_false(ld_blank_after("\xE5\xB7\x9D\xE3\x80\x82", 6)); /* a full-width stop */
    assert_true(ld_blank_after("Won! \xF0\x9F\x8E\x89", 9));     /* an emoji, which is as wide */
    assert_true(ld_blank_after("\xE2\x9C\x85", 3));
    assert_true(ld_blank_after("\xE2\xAD\x90", 3)); /* a star, and a clock, of other blocks */
    assert_true(ld_blank_after("\xE2\x8F\xB0", 3));
    assert_false(ld_blank_after("", 0));
}

static void test_errors(void **state) {
    struct lede_document d = small_document();
    struct lede_summary s = small_summary();
    lede_render_options options;
    char *output = (char *)"";
    size_t length = 7;
    (void)state;
    lede_render_options_init(&options);
    options.format = "docx";
    assert_int_equal(lede_render(&d, &s, &options, &output, &length), LEDE_ERROR_FORMAT);
    assert_null(output);
    assert_int_equal(length, 0);
    options.format = "text";
    options.parts = 1 << 12;
    assert_int_equal(lede_render(&d, &s, &options, &output, &length), LEDE_ERROR_ARGUMENT);
    options.size = 0;
    assert_int_equal(lede_render(&d, &s, &options, &output, &length), LEDE_ERROR_ARGUMENT);
    assert_int_equal(lede_render(NULL, &s, NULL, &output, &length), LEDE_ERROR_ARGUMENT);
    assert_int_equal(lede_render(&d, NULL, NULL, &output, &length), LEDE_ERROR_ARGUMENT);
    assert_int_equal(lede_render(&d, &s, NULL, NULL, &length), LEDE_ERROR_ARGUMENT);
    s.unit_count = 7; /* of another document */
    assert_int_equal(lede_render(&d, &s, NULL, &output, &length), LEDE_ERROR_ARGUMENT);
}

/* Options of an older program, whose struct ended earlier, get defaults for the rest. */
static void test_older_options(void **state) {
    struct lede_document d = small_document();
    struct lede_summary s = small_summary();
    lede_render_options options = {
        offsetof(lede_render_options, width), "text", LEDE_BULLETS, 3, 1, 1, 1, 1, NULL, NULL};
    char *output;
    (void)state;
    assert_int_equal(lede_render(&d, &s, &options, &output, NULL), LEDE_OK);
    assert_string_equal(output, "- bridge opened\n");
    lede_string_free(output);
}

/* ---- any text, any format ---- */

static const struct {
    const char *name, *text;
    size_t length;
} odd[] = {
#define ODD(name, text)                                                                                                \
    { name, text, sizeof text - 1 }
    ODD("one word", "Bridge"),
    ODD("markup", "<script>alert(1)</script> The [mayor](http://x) *said* `so` & \"left\" | town."),
    ODD("escapes", "The mayor \033[31mred\033[0m said \xE2\x80\xAEto\xE2\x80\xAC the \xC2\x85town \xC2\x9B"
                   "7m."),
    ODD("line ends", "The one\xE2\x80\xA8separator\xE2\x80\xA9paragraph.\r\nA second line."),
    ODD("ill-formed", "The m\xFFyor \xC3 said \xE2\x82 so \xED\xA0\x80 to \xF4\x90\x80\x80 us."),
    ODD("NUL", "The may\0or said so. He went home."),
    ODD("right to left",
        "\xD9\x82\xD8\xA7\xD9\x84 \xD8\xA7\xD9\x84\xD8\xB1\xD8\xA6\xD9\x8A\xD8\xB3. \xD8\xB0\xD9\x87\xD8\xA8."),
    ODD("wide",
        "\xE5\xB8\x82\xE9\x95\xB7\xE3\x81\xAF\xE6\xA9\x8B\xE3\x80\x82\xE6\xAC\xA1\xE3\x81\xAF\xE5\xB7\x9D\xE3\x80\x82"),
    ODD("emoji", "\xF0\x9F\x98\x80 The mayor smiled \xF0\x9F\x91\xA8\xE2\x80\x8D\xF0\x9F\x91\xA9 today."),
};

static const lede_render_options ways[] = {
    {.parts = 127},
    {.parts = THREE, .width = 1},
    {.parts = 127, .width = 20},
    {.parts = THREE, .highlight = 1, .width = 9},
    {.parts = THREE, .explain = 1},
    {.parts = THREE, .standalone = 1},
};

static void check_harmless(const char *what, const char *format, const char *output, size_t length) {
    size_t lines = 0;
    for (size_t i = 0; i < length;) {
        unsigned size;
        uint32_t c = ld_utf8_decode(output + i, output + length, &size);
        if (c == 0xFFFD && size == 1) fail_msg("%s as %s: ill-formed byte at %zu", what, format, i);
        if (c != '\n' && c != '\t' && (c == 0x85 || ld_is_unsafe(c))) fail_msg("%s as %s: U+%04X", what, format, c);
        lines += c == '\n';
        i += size;
    }
    if (!strcmp(format, "json") && lines != 1) fail_msg("%s: %zu lines of JSON", what, lines);
    if (!strcmp(format, "html") && strstr(output, "<script")) fail_msg("%s: markup reaches the page", what);
}

static void test_any_text(void **state) {
    (void)state;
    for (size_t t = 0; t < sizeof odd / sizeof *odd; t++) {
        lede_document *d;
        lede_summary *s;
        assert_int_equal(lede_document_new(odd[t].text, odd[t].length, NULL, &d), LEDE_OK);
        assert_int_equal(lede_summary_new(d, NULL, &s), LEDE_OK);
        for (const char *const *format = lede_formats(); *format; format++)
            for (size_t w = 0; w < sizeof ways / sizeof *ways; w++) {
                lede_render_options options = ways[w];
                char *first, *again;
                size_t length, length_again;
                options.size = sizeof options;
                options.format = *format;
                assert_int_equal(lede_render(d, s, &options, &first, &length), LEDE_OK);
                assert_int_equal(lede_render(d, s, &options, &again, &length_again), LEDE_OK);
                check_harmless(odd[t].name, *format, first, length);
                assert_int_equal(length, length_again);
                assert_memory_equal(first, again, length);
                lede_string_free(first);
                lede_string_free(again);
            }
        lede_summary_free(s);
        lede_document_free(d);
    }
}

static void test_format_list(void **state) {
    (void)state;
    for (const char *const *format = lede_formats(); *format; format++) assert_non_null(lede_format_about(*format));
    assert_null(lede_format_about("docx"));
    assert_null(lede_format_about(NULL));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_exact),           cmocka_unit_test(test_blank_after),
        cmocka_unit_test(test_no_headline),     cmocka_unit_test(test_errors),
        cmocka_unit_test(test_older_options),   cmocka_unit_test(test_any_text),
        cmocka_unit_test(test_format_list),     cmocka_unit_test(test_nothing_picked),
        cmocka_unit_test(test_default_options), cmocka_unit_test(test_read),
        cmocka_unit_test(test_joined),          cmocka_unit_test(test_wide_score),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
