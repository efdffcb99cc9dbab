/* html.c - a summary as HTML: one <article> to put into a page, or a whole page. Every character of the text that
 * could be markup is written as a character reference, and no link, script or image is ever made.
 * Source: the WHATWG HTML standard, sections 13.1.4 (character references) and 3.2.6.4 (dir). */
#include "render/render.h"

#include <string.h>

#include "base/unicode.h"

/* The whole page's look: readable, narrow, light or dark as the reader has it; nothing is fetched. */
static const char style[] =
    "body{max-width:40em;margin:2em auto;padding:0 1em;font:1.1em/1.5 Georgia,serif;color-scheme:light dark}"
    "h1{line-height:1.2}.keywords,.byline,.dateline,.caption,.furniture{font-size:.85em;opacity:.75}"
    ".dek{font-style:italic}table{border-collapse:collapse;font:.8em/1.3 sans-serif}"
    "td,th{padding:.2em .5em;border-bottom:1px solid #8888;text-align:left;vertical-align:top}";

void ld_escape_html(struct ld_buffer *out, uint32_t c, bool opening) {
    (void)opening;
    switch (c) {
    case '&': ld_buffer_string(out, "&amp;"); break;
    case '<': ld_buffer_string(out, "&lt;"); break;
    case '>': ld_buffer_string(out, "&gt;"); break;
    case '"': ld_buffer_string(out, "&quot;"); break;
    case '\'': ld_buffer_string(out, "&#39;"); break;
    default: ld_buffer_code_point(out, c);
    }
}

static void text(const struct ld_rendering *r, const char *before, const char *bytes, size_t length,
                 const char *after) {
    ld_buffer_string(r->out, before);
    ld_write_safe(r->out, bytes, length, ld_escape_html);
    ld_buffer_string(r->out, after);
}

static void unit(const struct ld_rendering *r, const char *before, uint32_t index, const char *after) {
    text(r, before, ld_unit_text(r->doc, index), r->doc->sentences[index].span.length, after);
}

/* ---- parts ---- */

static void headline(const struct ld_rendering *r) {
    for (uint32_t i = 0; i < r->summary->headline.count; i++)
        text(r, "<h1>", r->summary->headline.items[i].text, r->summary->headline.items[i].text_length, "</h1>\n");
}

static void paragraph(const struct ld_rendering *r, const struct ld_picks *picks, const char *open) {
    for (uint32_t i = 0; i < picks->count; i++) {
        const struct ld_pick *p = &picks->items[i];
        const char *gap = i && ld_blank_after(p[-1].text, p[-1].text_length) ? " " : "";
        text(r, i ? gap : open, p->text, p->text_length, "");
    }
    if (picks->count) ld_buffer_string(r->out, "</p>\n");
}

static void summary(const struct ld_rendering *r) { paragraph(r, &r->summary->sentences, "<p class=\"summary\">"); }

static void blurb(const struct ld_rendering *r) {
    ld_buffer_string(r->out, "<section class=\"blurb\">\n");
    for (uint32_t i = 0; i < r->summary->headline.count; i++)
        text(r, "<h2>", r->summary->headline.items[i].text, r->summary->headline.items[i].text_length, "</h2>\n");
    paragraph(r, &r->summary->blurb, "<p>");
    ld_buffer_string(r->out, "</section>\n");
}

static void headlines(const struct ld_rendering *r) {
    if (!r->summary->headlines.count) return;
    ld_buffer_string(r->out, "<table class=\"headlines\">\n<tr><th>score</th><th>headline</th></tr>\n");
    for (uint32_t i = 0; i < r->summary->headlines.count; i++) {
        const struct ld_pick *p = &r->summary->headlines.items[i];
        ld_buffer_string(r->out, "<tr><td>");
        ld_buffer_decimal(r->out, p->score, 4);
        text(r, "</td><td>", p->text, p->text_length, "</td></tr>\n");
    }
    ld_buffer_string(r->out, "</table>\n");
}

static void bullets(const struct ld_rendering *r) {
    const struct ld_picks *picks = &r->summary->bullets;
    if (!picks->count) return;
    ld_buffer_string(r->out, "<ul class=\"bullets\">\n");
    for (uint32_t i = 0; i < picks->count; i++)
        text(r, "<li>", picks->items[i].text, picks->items[i].text_length, "</li>\n");
    ld_buffer_string(r->out, "</ul>\n");
}

static void keywords(const struct ld_rendering *r) {
    const struct ld_picks *picks = &r->summary->keywords;
    for (uint32_t i = 0; i < picks->count; i++)
        text(r, i ? ", " : "<p class=\"keywords\">", picks->items[i].text, picks->items[i].text_length, "");
    if (picks->count) ld_buffer_string(r->out, "</p>\n");
}

static void sentences(const struct ld_rendering *r) {
    ld_buffer_string(r->out, "<ol class=\"sentences\">\n");
    for (uint32_t i = 0; i < r->doc->sentence_count; i++) {
        ld_buffer_string(r->out, "<li class=\"");
        ld_buffer_string(r->out, ld_kind_name(ld_unit_kind(r->doc, i)));
        unit(r, "\">", i, "</li>\n");
    }
    ld_buffer_string(r->out, "</ol>\n");
}

static void scores(const struct ld_rendering *r) {
    ld_buffer_string(r->out, "<table class=\"scores\">\n<tr><th>score</th><th>sentence</th></tr>\n");
    for (uint32_t i = 0; i < r->doc->sentence_count; i++) {
        ld_buffer_string(r->out, "<tr><td>");
        ld_buffer_decimal(r->out, r->summary->scores[i], 6);
        unit(r, "</td><td>", i, "</td></tr>\n");
    }
    ld_buffer_string(r->out, "</table>\n");
}

static void body(const struct ld_rendering *r) {
    static const char *const gaps[] = {"<p>", "</p>\n<p>", " ", ""}; /* by enum ld_gap */
    struct ld_body_walk walk = {0};
    while (ld_body_next(r->doc, &walk)) unit(r, gaps[walk.gap], walk.unit, "");
    if (walk.any) ld_buffer_string(r->out, "</p>\n");
}

/* ---- the whole article ---- */

static void open_paragraph(struct ld_buffer *out, enum ld_kind kind) {
    const char *tag = kind == LD_TITLE ? "<h1>" : kind == LD_HEADING ? "<h2>" : kind == LD_LIST ? "<li>" : NULL;
    if (tag || kind == LD_BODY) {
        ld_buffer_string(out, tag ? tag : "<p>");
        return;
    }
    ld_buffer_string(out, "<p class=\"");
    ld_buffer_string(out, ld_kind_name(kind));
    ld_buffer_string(out, "\">");
}

static void close_paragraph(struct ld_buffer *out, enum ld_kind kind) {
    ld_buffer_string(out, kind == LD_TITLE     ? "</h1>\n"
                          : kind == LD_HEADING ? "</h2>\n"
                          : kind == LD_LIST    ? "</li>\n"
                                               : "</p>\n");
}

static void highlight(const struct ld_rendering *r) {
    const struct lede_document *doc = r->doc;
    const bool *chosen = ld_chosen(r);
    enum ld_kind open = LD_BODY; /* of the paragraph that is open */
    for (uint32_t i = 0; i < doc->sentence_count; i++) {
        if (ld_opens_paragraph(doc, i)) {
            enum ld_kind kind = ld_unit_kind(doc, i);
            if (i) close_paragraph(r->out, open);
            if (kind != LD_LIST && open == LD_LIST) ld_buffer_string(r->out, "</ul>\n");
            if (kind == LD_LIST && open != LD_LIST) /* an item's text has its own mark */
                ld_buffer_string(r->out, "<ul style=\"list-style: none\">\n");
            open_paragraph(r->out, open = kind);
        } else if (ld_blank_after(ld_unit_text(doc, i - 1), doc->sentences[i - 1].span.length)) {
            ld_buffer_byte(r->out, ' ');
        }
        unit(r, chosen[i] ? "<mark>" : "", i, chosen[i] ? "</mark>" : "");
    }
    close_paragraph(r->out, open);
    if (open == LD_LIST) ld_buffer_string(r->out, "</ul>\n");
}

/* ---- the scores, explained ---- */

static void explain(const struct ld_rendering *r) {
    uint32_t count;
    const uint32_t *units = ld_ranking(r, &count);
    const bool *chosen = ld_chosen(r);
    ld_buffer_string(r->out, "<table class=\"explain\">\n<tr><th>rank</th><th>sentence</th><th>score</th><th>text</th>"
                             "<th>parts of the score</th></tr>\n");
    for (uint32_t i = 0; i < count; i++) {
        ld_buffer_string(r->out, "<tr><td>");
        ld_buffer_unsigned(r->out, i + 1);
        ld_buffer_string(r->out, "</td><td>");
        ld_buffer_unsigned(r->out, units[i]);
        ld_buffer_string(r->out, "</td><td>");
        ld_buffer_decimal(r->out, r->summary->scores[units[i]], 4);
        ld_buffer_string(r->out, "</td><td>");
        unit(r, chosen[units[i]] ? "<mark>" : "", units[i], chosen[units[i]] ? "</mark>" : "");
        ld_buffer_string(r->out, "</td><td>");
        ld_write_shares(r, units[i]);
        ld_buffer_string(r->out, "</td></tr>\n");
    }
    ld_buffer_string(r->out, "</table>\n");
}

/* ---- the frame ---- */

static const char *direction(const struct lede_document *doc) {
    const char *code = doc->language->code;
    if (!strcmp(code, "ar") || !strcmp(code, "yi")) return "rtl";
    return strcmp(code, "und") ? "ltr" : "auto";
}

static void open_page(const struct ld_rendering *r) {
    const char *title = r->doc->title;
    size_t length = strlen(title);
    if (r->summary->headline.count) {
        title = r->summary->headline.items[0].text;
        length = r->summary->headline.items[0].text_length;
    }
    ld_buffer_string(r->out, "<!DOCTYPE html>\n<html lang=\"");
    ld_buffer_string(r->out, r->doc->language->code);
    ld_buffer_string(r->out, "\">\n<head>\n<meta charset=\"utf-8\">\n"
                             "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    text(r, "<title>", length ? title : "Summary", length ? length : strlen("Summary"), "</title>\n<style>");
    ld_buffer_string(r->out, style);
    ld_buffer_string(r->out, "</style>\n</head>\n<body>\n");
}

void ld_render_html(const struct ld_rendering *r) {
    static const struct ld_part_writer parts[] = {LD_PART_WRITERS};
    if (r->options->standalone) open_page(r);
    ld_buffer_string(r->out, "<article class=\"lede\" lang=\"");
    ld_buffer_string(r->out, r->doc->language->code);
    ld_buffer_string(r->out, "\" dir=\"");
    ld_buffer_string(r->out, direction(r->doc));
    ld_buffer_string(r->out, "\">\n");
    if (r->options->highlight)
        highlight(r);
    else if (r->options->explain)
        explain(r);
    else
        ld_write_parts(r, parts, "");
    ld_buffer_string(r->out, "</article>\n");
    if (r->options->standalone) ld_buffer_string(r->out, "</body>\n</html>\n");
}
