/* json.c - a summary as one line of JSON. Offsets and lengths are bytes of the text given, "sentence" is an index into
 * the list of units, and scores have six decimals. Leaves alone whether a reader knows the members: see docs/lede.1.
 * Source: RFC 8259. */
#include "read/json.h"

#include <string.h>

#include "render/render.h"

enum { DECIMALS = 6 };

static void key(struct ld_buffer *out, const char *name) { /* names are our own: nothing in them needs escaping */
    const size_t length = strlen(name);
    char *at = ld_buffer_room(out, length + 4);
    if (!at) return;
    if (at[-1] != '{') *at++ = ',';
    *at++ = '"';
    memcpy(at, name, length);
    at += length;
    *at++ = '"';
    *at++ = ':';
    out->length = (size_t)(at - out->bytes);
}

static void number(struct ld_buffer *out, const char *name, uint64_t value) {
    key(out, name);
    ld_buffer_unsigned(out, value);
}

static void decimal(struct ld_buffer *out, const char *name, double value) {
    key(out, name);
    ld_buffer_decimal(out, value, DECIMALS);
}

static void string(struct ld_buffer *out, const char *name, const char *value) {
    key(out, name);
    ld_json_string(out, value, strlen(value));
}

enum shape { WITH_SENTENCE = 1, WITH_SPAN = 2, WITH_SCORE = 4 };

static void pick(const struct ld_rendering *r, const struct ld_pick *p, unsigned shape) {
    struct ld_buffer *out = r->out;
    ld_buffer_byte(out, '{');
    key(out, "text");
    ld_json_string(out, p->text, p->text_length);
    if (shape & WITH_SENTENCE) number(out, "sentence", p->unit);
    if (shape & WITH_SPAN) {
        number(out, "offset", r->doc->sentences[p->unit].span.offset);
        number(out, "length", r->doc->sentences[p->unit].span.length);
    }
    if (shape & WITH_SCORE) decimal(out, "score", p->score);
    ld_buffer_byte(out, '}');
}

static void picks(const struct ld_rendering *r, const char *name, const struct ld_picks *list, unsigned shape) {
    key(r->out, name);
    ld_buffer_byte(r->out, '[');
    for (uint32_t i = 0; i < list->count; i++) {
        if (i) ld_buffer_byte(r->out, ',');
        pick(r, &list->items[i], shape);
    }
    ld_buffer_byte(r->out, ']');
}

static void headline(const struct ld_rendering *r) {
    key(r->out, "headline");
    if (r->summary->headline.count)
        pick(r, &r->summary->headline.items[0], WITH_SENTENCE);
    else
        ld_buffer_string(r->out, "null");
}

static void headlines(const struct ld_rendering *r) {
    picks(r, "headlines", &r->summary->headlines, WITH_SENTENCE | WITH_SCORE);
}

static void blurb(const struct ld_rendering *r) {
    key(r->out, "blurb");
    ld_buffer_byte(r->out, '{');
    headline(r);
    picks(r, "sentences", &r->summary->blurb, WITH_SENTENCE | WITH_SPAN);
    ld_buffer_byte(r->out, '}');
}

static void summary(const struct ld_rendering *r) {
    picks(r, "summary", &r->summary->sentences, WITH_SENTENCE | WITH_SPAN | WITH_SCORE);
}

static void bullets(const struct ld_rendering *r) { picks(r, "bullets", &r->summary->bullets, WITH_SENTENCE); }

static void keywords(const struct ld_rendering *r) { picks(r, "keywords", &r->summary->keywords, WITH_SCORE); }

static void features(const struct ld_rendering *r, uint32_t unit) {
    key(r->out, "features");
    ld_buffer_byte(r->out, '{');
    for (uint32_t i = 0; i < r->summary->feature_count; i++)
        decimal(r->out, r->summary->feature_names[i], ld_share(r->summary, unit, i));
    ld_buffer_byte(r->out, '}');
}

static void sentences(const struct ld_rendering *r) {
    struct ld_buffer *out = r->out;
    key(out, "sentences");
    ld_buffer_byte(out, '[');
    for (uint32_t i = 0; i < r->doc->sentence_count; i++) {
        const struct ld_sentence *s = &r->doc->sentences[i];
        ld_buffer_string(out, i ? ",{" : "{");
        key(out, "text");
        ld_buffer_byte(out, '"');
        ld_json_characters(out, ld_unit_text(r->doc, i), s->span.length, true);
        ld_buffer_byte(out, '"');
        number(out, "offset", s->span.offset);
        number(out, "length", s->span.length);
        decimal(out, "score", r->summary->scores[i]);
        string(out, "kind", ld_kind_name(ld_unit_kind(r->doc, i)));
        if (r->options->explain) features(r, i);
        ld_buffer_byte(out, '}');
    }
    ld_buffer_byte(out, ']');
}

static void scores(const struct ld_rendering *r) {
    key(r->out, "scores");
    ld_buffer_byte(r->out, '[');
    for (uint32_t i = 0; i < r->doc->sentence_count; i++) {
        if (i) ld_buffer_byte(r->out, ',');
        ld_buffer_decimal(r->out, r->summary->scores[i], DECIMALS);
    }
    ld_buffer_byte(r->out, ']');
}

static void body(const struct ld_rendering *r) {
    static const char *const gaps[] = {"", "\\n\\n", " ", ""}; /* by enum ld_gap */
    struct ld_body_walk walk = {0};
    key(r->out, "body");
    ld_buffer_byte(r->out, '"');
    while (ld_body_next(r->doc, &walk)) {
        ld_buffer_string(r->out, gaps[walk.gap]);
        ld_json_characters(r->out, ld_unit_text(r->doc, walk.unit), r->doc->sentences[walk.unit].span.length, true);
    }
    ld_buffer_byte(r->out, '"');
}

static void counts(const struct ld_rendering *r) {
    lede_counts all;
    lede_document_counts(r->doc, &all);
    key(r->out, "counts");
    ld_buffer_byte(r->out, '{');
    number(r->out, "bytes", all.bytes);
    number(r->out, "words", all.words);
    number(r->out, "sentences", all.sentences);
    ld_buffer_byte(r->out, '}');
}

static void given(struct ld_buffer *out, const char *name, const char *json) {
    if (!json) return;
    key(out, name);
    ld_json_copy(out, json, strlen(json));
}

void ld_render_json(const struct ld_rendering *r) {
    static const struct ld_part_writer parts[] = {LD_PART_WRITERS};
    struct ld_buffer *out = r->out;
    ld_buffer_byte(out, '{');
    given(out, "id", r->options->id);
    string(out, "language", r->doc->language->code);
    string(out, "title", r->doc->title);
    if (r->summary->profile) string(out, "profile", r->summary->profile);
    ld_write_parts(r, parts, "");
    counts(r);
    given(out, "input", r->options->input);
    ld_buffer_string(out, "}\n");
}
