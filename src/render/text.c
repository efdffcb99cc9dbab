/* text.c - a summary as plain text for people and pipes: headline, paragraph, bullets, keywords, wrapped where a width
 * is set. One part alone comes bare, so that a shell can use it. Leaves alone where the width comes from.
 * Lines break at blanks, and before East Asian wide characters that may begin a line (a much simplified form of
 * Unicode Standard Annex 14). Colour is by ECMA-48 sequences. */
#include "render/render.h"

#include <string.h>

#include "base/unicode.h"

#define BOLD "\033[1m"
#define MARKED "\033[7m"
#define PLAIN "\033[0m"

enum { SHORTEST = 24, USUAL = 72 /* columns for the start of a sentence in a table */ };

/* ---- wrapping ---- */

static bool is_opener(uint32_t c) {
    return c == 0x300C || c == 0x300E || c == 0x3010 || c == 0x300A || c == 0x3008 || c == 0xFF08;
}

/* May a line begin with c, after before, without a blank between? */
static bool may_break(uint32_t before, uint32_t c) {
    return ld_columns(c) == 2 && (ld_class_of(c) != LD_PUNCT || is_opener(c)) && !is_opener(before);
}

/* The end of the piece that cannot be broken, and its columns. */
static const char *piece(const char *at, const char *end, size_t *columns) {
    uint32_t before = 0;
    for (*columns = 0; at < end && *at != ' ';) {
        unsigned size;
        uint32_t c = ld_utf8_decode(at, end, &size);
        if (c == 27) { /* our own: all others were dropped */
            while (*at++ != 'm') continue;
            continue;
        }
        if (before && may_break(before, c)) break;
        *columns += ld_columns(c);
        before = c;
        at += size;
    }
    return at;
}

/* Break what was written since start into lines, all but the first indented, and end it. */
static void end_paragraph(const struct ld_rendering *r, size_t start, size_t indent) {
    struct ld_buffer *out = r->out;
    size_t width = r->options->width;
    if (width && !out->failed) {
        size_t length = out->length - start;
        const char *at = memcpy(ld_arena_alloc(r->arena, length), out->bytes + start, length), *end = at + length;
        size_t column = 0, wide;
        out->length = start;
        while (at < end) {
            bool blank = *at == ' ';
            const char *from = at + blank, *to = piece(from, end, &wide);
            if (column > indent && column + blank + wide > width) {
                ld_buffer_byte(out, '\n');
                for (column = 0; column < indent; column++) ld_buffer_byte(out, ' ');
            } else if (blank) {
                ld_buffer_byte(out, ' ');
                column++;
            }
            ld_buffer_put(out, from, (size_t)(to - from));
            column += wide;
            at = to;
        }
    }
    ld_buffer_byte(out, '\n');
}

/* ---- parts ---- */

static void safe(const struct ld_rendering *r, const char *bytes, size_t length) {
    ld_write_safe(r->out, bytes, length, NULL);
}

static void unit(const struct ld_rendering *r, uint32_t index) {
    safe(r, ld_unit_text(r->doc, index), r->doc->sentences[index].span.length);
}

static void styled(const struct ld_rendering *r, const char *style, const char *bytes, size_t length) {
    if (r->options->color) ld_buffer_string(r->out, style);
    safe(r, bytes, length);
    if (r->options->color) ld_buffer_string(r->out, PLAIN);
}

static void headline(const struct ld_rendering *r) {
    const struct ld_picks *picks = &r->summary->headline;
    size_t start = r->out->length;
    if (!picks->count) return;
    styled(r, BOLD, picks->items[0].text, picks->items[0].text_length);
    end_paragraph(r, start, 0);
}

static void paragraph(const struct ld_rendering *r, const struct ld_picks *picks) {
    size_t start = r->out->length;
    for (uint32_t i = 0; i < picks->count; i++) {
        const struct ld_pick *p = &picks->items[i];
        if (i && ld_blank_after(p[-1].text, p[-1].text_length)) ld_buffer_byte(r->out, ' ');
        safe(r, p->text, p->text_length);
    }
    if (picks->count) end_paragraph(r, start, 0);
}

static void summary(const struct ld_rendering *r) { paragraph(r, &r->summary->sentences); }

static void blurb(const struct ld_rendering *r) {
    headline(r);
    paragraph(r, &r->summary->blurb);
}

static void headlines(const struct ld_rendering *r) {
    for (uint32_t i = 0; i < r->summary->headlines.count; i++) {
        const struct ld_pick *p = &r->summary->headlines.items[i];
        ld_buffer_decimal(r->out, p->score, 4);
        ld_buffer_byte(r->out, '\t');
        safe(r, p->text, p->text_length);
        ld_buffer_byte(r->out, '\n');
    }
}

static void bullets(const struct ld_rendering *r) {
    for (uint32_t i = 0; i < r->summary->bullets.count; i++) {
        size_t start = r->out->length;
        ld_buffer_string(r->out, "- ");
        safe(r, r->summary->bullets.items[i].text, r->summary->bullets.items[i].text_length);
        end_paragraph(r, start, 2);
    }
}

static void keywords(const struct ld_rendering *r) {
    const struct ld_picks *picks = &r->summary->keywords;
    bool alone = r->options->parts == LEDE_KEYWORDS;
    size_t start = r->out->length;
    if (!alone && picks->count) ld_buffer_string(r->out, "Keywords: ");
    for (uint32_t i = 0; i < picks->count; i++) {
        if (i) ld_buffer_string(r->out, alone ? "\n" : ", ");
        safe(r, picks->items[i].text, picks->items[i].text_length);
    }
    if (picks->count && alone) ld_buffer_byte(r->out, '\n');
    if (picks->count && !alone) end_paragraph(r, start, 2);
}

static void sentences(const struct ld_rendering *r) {
    for (uint32_t i = 0; i < r->doc->sentence_count; i++) {
        ld_buffer_string(r->out, ld_kind_name(ld_unit_kind(r->doc, i)));
        ld_buffer_byte(r->out, '\t');
        unit(r, i);
        ld_buffer_byte(r->out, '\n');
    }
}

static void scores(const struct ld_rendering *r) {
    for (uint32_t i = 0; i < r->doc->sentence_count; i++) {
        ld_buffer_decimal(r->out, r->summary->scores[i], 6);
        ld_buffer_byte(r->out, '\t');
        unit(r, i);
        ld_buffer_byte(r->out, '\n');
    }
}

static void body(const struct ld_rendering *r) {
    struct ld_body_walk walk = {0};
    size_t start = r->out->length;
    while (ld_body_next(r->doc, &walk)) {
        if (walk.gap == LD_GAP_PARAGRAPH) {
            end_paragraph(r, start, 0);
            ld_buffer_byte(r->out, '\n');
            start = r->out->length;
        }
        if (walk.gap == LD_GAP_BLANK) ld_buffer_byte(r->out, ' ');
        unit(r, walk.unit);
    }
    if (walk.any) end_paragraph(r, start, 0);
}

/* ---- the whole article ---- */

static void marked(const struct ld_rendering *r, uint32_t index, bool chosen) {
    const struct ld_sentence *s = &r->doc->sentences[index];
    bool heading = s->kind == LD_TITLE || s->kind == LD_HEADING;
    if (chosen && !r->options->color) ld_buffer_string(r->out, ">> ");
    if (chosen || heading)
        styled(r, chosen ? MARKED : BOLD, ld_unit_text(r->doc, index), s->span.length);
    else
        unit(r, index);
    if (chosen && !r->options->color) ld_buffer_string(r->out, " <<");
}

static void highlight(const struct ld_rendering *r) {
    const struct lede_document *doc = r->doc;
    const bool *chosen = ld_chosen(r);
    size_t start = r->out->length, indent = 0;
    for (uint32_t i = 0; i < doc->sentence_count; i++) {
        bool item = doc->sentences[i].kind == LD_LIST;
        if (i && ld_opens_paragraph(doc, i)) {
            end_paragraph(r, start, indent);
            if (!item || doc->sentences[i - 1].kind != LD_LIST) ld_buffer_byte(r->out, '\n');
            start = r->out->length;
        } else if (i && ld_blank_after(ld_unit_text(doc, i - 1), doc->sentences[i - 1].span.length)) {
            ld_buffer_byte(r->out, ' ');
        }
        indent = item ? 2 : 0;
        marked(r, i, chosen[i]);
    }
    end_paragraph(r, start, indent);
}

/* ---- the scores, explained ---- */

/* Put blanks before what was written since start, to fill that many columns (of ASCII). */
static void right(struct ld_buffer *out, size_t start, size_t columns) {
    size_t length = out->length - start, pad = length < columns ? columns - length : 0;
    for (size_t i = 0; i < pad; i++) ld_buffer_byte(out, ' ');
    if (out->failed) return;
    memmove(out->bytes + start + pad, out->bytes + start, length);
    memset(out->bytes + start, ' ', pad);
}

static void decimal_cell(struct ld_buffer *out, double number, size_t columns) {
    size_t start = out->length;
    ld_buffer_decimal(out, number, 4);
    right(out, start, columns);
}

static void number_cell(struct ld_buffer *out, uint64_t number, size_t columns) {
    size_t start = out->length;
    ld_buffer_unsigned(out, number);
    right(out, start, columns);
}

/* Cut what was written since start to that many columns. */
static void cut(struct ld_buffer *out, size_t start, size_t columns) {
    if (out->failed) return;
    const char *at = out->bytes + start, *end = out->bytes + out->length;
    for (size_t used = 0; at < end;) {
        unsigned size;
        used += ld_columns(ld_utf8_decode(at, end, &size));
        if (used > columns) break;
        at += size;
    }
    out->length = (size_t)(at - out->bytes);
}

static void explain(const struct ld_rendering *r) {
    enum { RANK = 5, SENTENCE = 10, SCORE = 10, MARK = 2, USED = RANK + SENTENCE + SCORE + MARK };
    const struct lede_summary *s = r->summary;
    size_t width = r->options->width, room = !width ? USUAL : width > USED + SHORTEST ? width - USED : SHORTEST;
    struct ld_buffer *out = r->out;
    uint32_t count;
    const uint32_t *units = ld_ranking(r, &count);
    const bool *chosen = ld_chosen(r);
    ld_buffer_string(out, " rank  sentence     score  text (*: chosen), and the parts of the score\n");
    for (uint32_t i = 0; i < count; i++) {
        size_t start;
        number_cell(out, i + 1, RANK);
        number_cell(out, units[i], SENTENCE);
        decimal_cell(out, s->scores[units[i]], SCORE);
        ld_buffer_string(out, chosen[units[i]] ? " *" : "  ");
        start = out->length;
        unit(r, units[i]);
        cut(out, start, room);
        ld_buffer_byte(out, '\n');
        if (!s->shares) continue;
        start = out->length;
        for (size_t column = 0; column < USED; column++) ld_buffer_byte(out, ' ');
        ld_write_shares(r, units[i]);
        end_paragraph(r, start, USED);
    }
}

void ld_render_text(const struct ld_rendering *r) {
    static const struct ld_part_writer parts[] = {LD_PART_WRITERS};
    if (r->options->highlight)
        highlight(r);
    else if (r->options->explain)
        explain(r);
    else
        ld_write_parts(r, parts, "\n");
}
