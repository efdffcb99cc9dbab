/* markdown.c - a summary as Markdown: a heading, a paragraph, a list. Whatever Markdown or HTML would read as markup is
 * escaped, so that the words look as they do in the article. Leaves alone bare addresses, which some readers link.
 * Source: CommonMark 0.31, section 2.4 (backslash escapes), and the tables of GitHub Flavored Markdown. */
#include "render/render.h"

#include <string.h>

#include "base/unicode.h"

static void escape(struct ld_buffer *out, uint32_t c, bool opening) {
    bool markup = c < 128 && strchr("\\`*_[]<>#&|~$", (int)c);
    bool opener = opening && c < 128 && strchr("+-=.):", (int)c); /* lists ("1." too), rules, underlines */
    if (markup || opener) ld_buffer_byte(out, '\\');
    ld_buffer_code_point(out, c);
}

static void text(const struct ld_rendering *r, const char *before, const char *bytes, size_t length,
                 const char *after) {
    ld_buffer_string(r->out, before);
    ld_write_safe(r->out, bytes, length, escape);
    ld_buffer_string(r->out, after);
}

static void unit(const struct ld_rendering *r, uint32_t index, const char *after) {
    text(r, "", ld_unit_text(r->doc, index), r->doc->sentences[index].span.length, after);
}

static void headline(const struct ld_rendering *r) {
    for (uint32_t i = 0; i < r->summary->headline.count; i++)
        text(r, "# ", r->summary->headline.items[i].text, r->summary->headline.items[i].text_length, "\n");
}

static void paragraph(const struct ld_rendering *r, const struct ld_picks *picks) {
    for (uint32_t i = 0; i < picks->count; i++) {
        const struct ld_pick *p = &picks->items[i];
        text(r, i && ld_blank_after(p[-1].text, p[-1].text_length) ? " " : "", p->text, p->text_length, "");
    }
    if (picks->count) ld_buffer_byte(r->out, '\n');
}

static void summary(const struct ld_rendering *r) { paragraph(r, &r->summary->sentences); }

static void blurb(const struct ld_rendering *r) {
    for (uint32_t i = 0; i < r->summary->headline.count; i++)
        text(r, "## ", r->summary->headline.items[i].text, r->summary->headline.items[i].text_length, "\n\n");
    paragraph(r, &r->summary->blurb);
}

static void headlines(const struct ld_rendering *r) {
    if (r->summary->headlines.count) ld_buffer_string(r->out, "| score | headline |\n| ---: | :--- |\n");
    for (uint32_t i = 0; i < r->summary->headlines.count; i++) {
        const struct ld_pick *p = &r->summary->headlines.items[i];
        ld_buffer_string(r->out, "| ");
        ld_buffer_decimal(r->out, p->score, 4);
        text(r, " | ", p->text, p->text_length, " |\n");
    }
}

static void bullets(const struct ld_rendering *r) {
    for (uint32_t i = 0; i < r->summary->bullets.count; i++)
        text(r, "- ", r->summary->bullets.items[i].text, r->summary->bullets.items[i].text_length, "\n");
}

static void keywords(const struct ld_rendering *r) {
    const struct ld_picks *picks = &r->summary->keywords;
    for (uint32_t i = 0; i < picks->count; i++)
        text(r, i ? ", " : "**Keywords:** ", picks->items[i].text, picks->items[i].text_length, "");
    if (picks->count) ld_buffer_byte(r->out, '\n');
}

static void sentences(const struct ld_rendering *r) {
    for (uint32_t i = 0; i < r->doc->sentence_count; i++) {
        ld_buffer_string(r->out, "- *");
        ld_buffer_string(r->out, ld_kind_name(ld_unit_kind(r->doc, i)));
        ld_buffer_string(r->out, ":* ");
        unit(r, i, "\n");
    }
}

static void scores(const struct ld_rendering *r) {
    ld_buffer_string(r->out, "| score | sentence |\n| ---: | :--- |\n");
    for (uint32_t i = 0; i < r->doc->sentence_count; i++) {
        ld_buffer_string(r->out, "| ");
        ld_buffer_decimal(r->out, r->summary->scores[i], 6);
        ld_buffer_string(r->out, " | ");
        unit(r, i, " |\n");
    }
}

static void body(const struct ld_rendering *r) {
    static const char *const gaps[] = {"", "\n\n", " ", ""}; /* by enum ld_gap */
    struct ld_body_walk walk = {0};
    while (ld_body_next(r->doc, &walk)) {
        ld_buffer_string(r->out, gaps[walk.gap]);
        unit(r, walk.unit, "");
    }
    if (walk.any) ld_buffer_byte(r->out, '\n');
}

static void explain(const struct ld_rendering *r) {
    uint32_t count;
    const uint32_t *units = ld_ranking(r, &count);
    const bool *chosen = ld_chosen(r);
    ld_buffer_string(r->out, "| rank | sentence | score | chosen | text | parts of the score |\n"
                             "| ---: | ---: | ---: | :---: | :--- | :--- |\n");
    for (uint32_t i = 0; i < count; i++) {
        ld_buffer_string(r->out, "| ");
        ld_buffer_unsigned(r->out, i + 1);
        ld_buffer_string(r->out, " | ");
        ld_buffer_unsigned(r->out, units[i]);
        ld_buffer_string(r->out, " | ");
        ld_buffer_decimal(r->out, r->summary->scores[units[i]], 4);
        ld_buffer_string(r->out, chosen[units[i]] ? " | yes | " : " | | ");
        unit(r, units[i], " | `");
        ld_write_shares(r, units[i]);
        ld_buffer_string(r->out, "` |\n");
    }
}

void ld_render_markdown(const struct ld_rendering *r) {
    static const struct ld_part_writer parts[] = {LD_PART_WRITERS};
    if (r->options->explain)
        explain(r);
    else
        ld_write_parts(r, parts, "\n");
}
