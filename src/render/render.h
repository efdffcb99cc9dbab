/* render.h - what the output formats share. */
#ifndef LD_RENDER_H
#define LD_RENDER_H

#include "base/arena.h"
#include "base/buffer.h"
#include "lede.h"
#include "model/doc.h"
#include "pick/summary.h"

struct ld_rendering { /* one call of lede_render */
    const struct lede_document *doc;
    const struct lede_summary *summary;
    const lede_render_options *options; /* checked, defaults filled in */
    struct ld_arena *arena;             /* for scratch memory */
    struct ld_buffer *out;
};

/* A format: appends everything to r->out. */
typedef void ld_format_function(const struct ld_rendering *r);

#define FORMAT(name, function, about) ld_format_function function;
#include "render/formats.def"
#undef FORMAT

/* The parts in the order of all formats, each of which has a function of each of these names; 0 ends the list. */
struct ld_part_writer {
    unsigned part; /* enum lede_part */
    ld_format_function *write;
};
#define LD_PART_WRITERS                                                                                                \
    {LEDE_HEADLINE, headline}, {LEDE_HEADLINES, headlines}, {LEDE_BLURB, blurb}, {LEDE_SUMMARY, summary},              \
        {LEDE_BULLETS, bullets}, {LEDE_KEYWORDS, keywords}, {LEDE_SENTENCES, sentences}, {LEDE_SCORES, scores},        \
        {LEDE_BODY, body}, {                                                                                           \
        0, NULL                                                                                                        \
    }

/* Write the parts asked for, with gap between those that are not empty. */
void ld_write_parts(const struct ld_rendering *r, const struct ld_part_writer *writers, const char *gap);

/* ---- characters ---- */

/* How a format writes one code point; opening: nothing but digits came before it in this text. */
typedef void ld_escape_function(struct ld_buffer *out, uint32_t code_point, bool opening);

/* Append a text made harmless: runs of white space as one blank and none at the ends, control characters and
 * bidirectional overrides and soft hyphens dropped, ill-formed bytes as U+FFFD, each code point written by escape
 * (NULL: as UTF-8). */
void ld_write_safe(struct ld_buffer *out, const char *bytes, size_t length, ld_escape_function *escape);
ld_escape_function ld_escape_html; /* html.c */

/* Does a text take a blank before what follows it? Not after the full-width stops of Chinese and Japanese. */
bool ld_blank_after(const char *bytes, size_t length);

/* ---- what a document looks like ---- */

static inline const char *ld_unit_text(const struct lede_document *doc, uint32_t unit) {
    return doc->text + doc->sentences[unit].span.offset;
}
static inline enum ld_kind ld_unit_kind(const struct lede_document *doc, uint32_t unit) {
    return (enum ld_kind)doc->sentences[unit].kind;
}

/* Is unit the first of a paragraph (or heading, list item, ...)? A block that goes on in the one before opens none. */
bool ld_opens_paragraph(const struct lede_document *doc, uint32_t unit);

/* The body sentences in text order: start with a walk of zeros. */
enum ld_gap { LD_GAP_START, LD_GAP_PARAGRAPH, LD_GAP_BLANK, LD_GAP_NONE };
struct ld_body_walk {
    uint32_t unit;   /* a body sentence */
    enum ld_gap gap; /* what stands before it */
    uint32_t next;
    bool inside, any;
};
bool ld_body_next(const struct lede_document *doc, struct ld_body_walk *walk);

/* Which units were chosen for the summary: [S], in the arena. */
const bool *ld_chosen(const struct ld_rendering *r);

/* The units that could be chosen, best first, equals in text order: what --explain lists. In the arena. */
const uint32_t *ld_ranking(const struct ld_rendering *r, uint32_t *count);

/* What a feature gave to a unit's score; only where the summary has shares. */
double ld_share(const struct lede_summary *summary, uint32_t unit, uint32_t feature);

/* Append what a unit's score is made of, the largest shares first, zeros left out: "tfidf 0.5000, length -0.1000". */
void ld_write_shares(const struct ld_rendering *r, uint32_t unit);

#endif
