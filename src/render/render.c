/* render.c - a document and its summary in, bytes in one of the formats out: the look-up of formats, the checks of
 * options, and what all formats share. Leaves alone what was picked: nothing is chosen or shortened here. */
#include "render/render.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/unicode.h"

static const struct format {
    const char *name;
    ld_format_function *render;
    const char *about;
} formats[] = {
#define FORMAT(name, function, about) {#name, function, about},
#include "render/formats.def"
#undef FORMAT
};

static const char *const format_names[] = {
#define FORMAT(name, function, about) #name,
#include "render/formats.def"
#undef FORMAT
    NULL};

enum {
    ANSWER = 2048, /* bytes: room for most, without a copy of their begin */
    FORMATS = sizeof formats / sizeof *formats,
    DEFAULT_PARTS = LEDE_HEADLINE | LEDE_SUMMARY | LEDE_BULLETS,
    ALL_PARTS = DEFAULT_PARTS | LEDE_KEYWORDS | LEDE_SENTENCES | LEDE_BODY | LEDE_SCORES | LEDE_BLURB | LEDE_HEADLINES
};

static const struct format *find_format(const char *name) {
    for (size_t i = 0; name && i < FORMATS; i++)
        if (!strcmp(formats[i].name, name)) return &formats[i];
    return NULL;
}

const char *const *lede_formats(void) { return format_names; }

const char *lede_format_about(const char *name) {
    const struct format *format = find_format(name);
    return format ? format->about : NULL;
}

void lede_render_options_init(lede_render_options *options) {
    if (!options) return;
    *options = (lede_render_options){.size = sizeof *options, .format = formats[0].name, .parts = DEFAULT_PARTS};
}

void lede_string_free(char *string) { free(string); }

struct call {
    const struct format *format;
    struct ld_rendering rendering;
};

static void render(struct ld_arena *arena, void *context) {
    struct call *call = context;
    call->rendering.arena = arena;
    call->format->render(&call->rendering);
}

lede_status lede_render(const lede_document *document, const lede_summary *summary, const lede_render_options *options,
                        char **output, size_t *length) {
    size_t unused;
    lede_render_options all;
    if (output) *output = NULL;
    if (!length) length = &unused;
    *length = 0;
    if (!document || !summary || !output || summary->unit_count != document->sentence_count ||
        (options && !options->size))
        return LEDE_ERROR_ARGUMENT;
    lede_render_options_init(&all);
    if (options) memcpy(&all, options, options->size < sizeof all ? options->size : sizeof all);
    if (all.parts & ~(unsigned)ALL_PARTS) return LEDE_ERROR_ARGUMENT;
    if (!all.parts) all.parts = DEFAULT_PARTS;
    if (all.explain) all.parts |= LEDE_SENTENCES; /* whose scores it is asked for */
    struct call call = {find_format(all.format ? all.format : formats[0].name), {document, summary, &all, NULL, NULL}};
    if (!call.format) return LEDE_ERROR_FORMAT;

    struct ld_buffer out;
    struct ld_arena arena;
    ld_buffer_init(&out);
    ld_buffer_room(&out, ANSWER);
    ld_arena_init(&arena);
    call.rendering.out = &out;
    if (ld_arena_run(&arena, render, &call)) *output = ld_buffer_take(&out, length);
    ld_arena_free(&arena);
    ld_buffer_free(&out);
    return *output ? LEDE_OK : LEDE_ERROR_MEMORY;
}

void ld_write_parts(const struct ld_rendering *r, const struct ld_part_writer *writers, const char *gap) {
    size_t first = r->out->length;
    for (; writers->part; writers++) {
        size_t before = r->out->length, start;
        if (!(r->options->parts & writers->part)) continue;
        if (before > first) ld_buffer_string(r->out, gap);
        start = r->out->length;
        writers->write(r);
        if (r->out->length == start) r->out->length = before; /* the part is empty: no gap either */
    }
}

/* ---- characters ---- */

enum { SOFT_HYPHEN = 0xAD }; /* some show it */

void ld_write_safe(struct ld_buffer *out, const char *at, size_t length, ld_escape_function *escape) {
    const char *end = at + length;
    bool blank = false, any = false, opening = true;
    while (at < end) {
        unsigned size;
        uint32_t c = ld_utf8_decode(at, end, &size);
        at += size;
        if (ld_is_space(c)) {
            blank = any;
            continue;
        }
        if (ld_is_unsafe(c) || c == SOFT_HYPHEN) continue;
        if (blank) {
            ld_buffer_byte(out, ' ');
            opening = false;
        }
        if (escape)
            escape(out, c, opening);
        else
            ld_buffer_code_point(out, c);
        opening = opening && c >= '0' && c <= '9';
        blank = false;
        any = true;
    }
}

bool ld_blank_after(const char *bytes, size_t length) {
    unsigned size;
    const uint32_t last = length ? ld_utf8_before(bytes, bytes + length, &size) : 0;
    return length && (ld_columns(last) < 2 || ld_is_picture(last));
}

/* ---- what a document looks like ---- */

bool ld_opens_paragraph(const struct lede_document *doc, uint32_t unit) {
    const struct ld_sentence *s = &doc->sentences[unit];
    if (!unit) return true;
    if (s->block == s[-1].block) return false;
    bool flows = s[-1].kind == LD_BODY || s[-1].kind == LD_DATELINE;
    return !(doc->blocks[s->block].joined && flows);
}

bool ld_body_next(const struct lede_document *doc, struct ld_body_walk *walk) {
    while (walk->next < doc->sentence_count) {
        uint32_t unit = walk->next++;
        if (ld_opens_paragraph(doc, unit)) walk->inside = false;
        if (ld_unit_kind(doc, unit) != LD_BODY) continue;
        const struct ld_span before = doc->sentences[walk->unit].span;
        walk->gap = !walk->any                                                 ? LD_GAP_START
                    : !walk->inside                                            ? LD_GAP_PARAGRAPH
                    : ld_blank_after(doc->text + before.offset, before.length) ? LD_GAP_BLANK
                                                                               : LD_GAP_NONE;
        walk->unit = unit;
        walk->inside = walk->any = true;
        return true;
    }
    return false;
}

const bool *ld_chosen(const struct ld_rendering *r) {
    bool *chosen = ld_arena_array(r->arena, r->doc->sentence_count, sizeof *chosen);
    for (uint32_t i = 0; i < r->summary->sentences.count; i++) chosen[r->summary->sentences.items[i].unit] = true;
    return chosen;
}

struct ranked {
    double score;
    uint32_t unit; /* or feature */
};

static int by_score(const void *a, const void *b) {
    const struct ranked *x = a, *y = b;
    if (x->score > y->score) return -1;
    if (x->score < y->score) return 1;
    return x->unit < y->unit ? -1 : x->unit > y->unit;
}

const uint32_t *ld_ranking(const struct ld_rendering *r, uint32_t *count) {
    const struct lede_document *doc = r->doc;
    struct ranked *ranked = ld_arena_array(r->arena, doc->sentence_count, sizeof *ranked);
    uint32_t *units = ld_arena_array(r->arena, doc->sentence_count, sizeof *units), n = 0;
    for (uint32_t i = 0; i < doc->sentence_count; i++) /* without any body, all that is there is a candidate */
        if (doc->sentences[i].kind == LD_BODY || !doc->body_count)
            ranked[n++] = (struct ranked){r->summary->scores[i], i};
    qsort(ranked, n, sizeof *ranked, by_score);
    for (uint32_t i = 0; i < n; i++) units[i] = ranked[i].unit;
    *count = n;
    return units;
}

double ld_share(const struct lede_summary *summary, uint32_t unit, uint32_t feature) {
    return summary->shares[(size_t)unit * summary->feature_count + feature];
}

static int by_magnitude(const void *a, const void *b) {
    const struct ranked *x = a, *y = b;
    return by_score(&(struct ranked){fabs(x->score), x->unit}, &(struct ranked){fabs(y->score), y->unit});
}

void ld_write_shares(const struct ld_rendering *r, uint32_t unit) {
    const struct lede_summary *s = r->summary;
    struct ranked *shares = ld_arena_array(r->arena, s->feature_count, sizeof *shares);
    bool any = false;
    for (uint32_t f = 0; f < s->feature_count; f++) shares[f] = (struct ranked){ld_share(s, unit, f), f};
    qsort(shares, s->feature_count, sizeof *shares, by_magnitude);
    for (uint32_t f = 0; f < s->feature_count; f++) {
        if (fabs(shares[f].score) < 0.00005) continue; /* would be given as 0.0000 */
        ld_buffer_string(r->out, any ? ", " : "");
        ld_buffer_string(r->out, s->feature_names[shares[f].unit]);
        ld_buffer_byte(r->out, ' ');
        ld_buffer_decimal(r->out, shares[f].score, 4);
        any = true;
    }
}
