/* blocks.c - the parts of a plain text.
 *
 * In: a text and its language. Out: blocks in text order, each with a kind. Lines make paragraphs, which lose their
 * datelines and links (block_paragraphs.c); features of each (block_features.c) and of the blocks around it add points
 * to kinds (block_rules.def), and the best kind wins if it has enough, else it is body.
 * It leaves the inside of a block alone: sentences.c.
 *
 * Source of the method: shallow features of a text block - length, capitals, final mark, neighbours - tell article
 * from boilerplate about as well as anything (Kohlschuetter, Fankhauser and Nejdl, "Boilerplate detection using shallow
 * text features", WSDM 2010). Here they are points in a table instead of a learned tree: there was nothing to learn
 * from.
 */
#include "text/blocks.h"

#include <string.h>

#include "base/skip.h"
#include "base/unicode.h"
#include "text/block_features.h"
#include "text/block_heads.h"
#include "text/block_labels.h"
#include "text/block_lines.h"
#include "text/block_mail.h"
#include "text/block_matter.h"
#include "text/block_notes.h"
#include "text/block_paragraphs.h"
#include "text/block_parts.h"
#include "text/block_rows.h"

enum { ENOUGH = 8, KINDS = LD_FURNITURE + 1 };

/* What is added to a kind where a block has all of the features. */
static const struct rule {
    uint64_t features;
    uint8_t kind;
    int8_t points;
} rules[] = {
#define RULE(KIND, POINTS, NAME) {LD_SEEN(NAME), LD_##KIND, POINTS},
#define RULE2(KIND, POINTS, NAME, OTHER) {LD_SEEN(NAME) | LD_SEEN(OTHER), LD_##KIND, POINTS},
#include "text/block_rules.def"
#undef RULE
#undef RULE2
};

/* A block without any of these is body: no kind gets ENOUGH points from what the other features give it. */
#define STRONG                                                                                                         \
    (LD_SEEN(OPEN) | LD_SEEN(ASK) | LD_SEEN(COLON) | LD_SEEN(ABBR_STOP) | LD_SEEN(ARROW) | LD_SEEN(TINY) |             \
     LD_SEEN(SHORT) | LD_SEEN(CAPITALS) | LD_SEEN(NO_LETTERS) | LD_SEEN(NO_WORDS) | LD_SEEN(PAREN) |                   \
     LD_SEEN(MARKDOWN) | LD_SEEN(BULLET) | LD_SEEN(HYPHEN) | LD_SEEN(DASH) | LD_SEEN(NUMBER) | LD_SEEN(DATE) |         \
     LD_SEEN(COPYRIGHT) | LD_SEEN(DATA) | LD_SEEN(HANDLE) | LD_SEEN(FURNITURE_WORD) | LD_SEEN(FURNITURE_PHRASE) |      \
     LD_SEEN(FURNITURE_LINE) | LD_SEEN(FURNITURE_LAST) | LD_SEEN(BYLINE_NAMES) | LD_SEEN(NAMES) | LD_SEEN(ROLE_END) |  \
     LD_SEEN(CREDIT_WORD) | LD_SEEN(CREDIT_PHRASE) | LD_SEEN(CREDIT_END) | LD_SEEN(CREDIT_PAREN) | LD_SEEN(BETWEEN) |  \
     LD_SEEN(KICKER) | LD_SEEN(QUESTION) | LD_SEEN(NOTE) | LD_SEEN(ROW))
#define RULE2(KIND, POINTS, NAME, OTHER)                                                                               \
    +(!((LD_SEEN(NAME) | LD_SEEN(OTHER)) & STRONG) && (POINTS) > 0 ? (uint64_t)(POINTS) << 8 * (LD_##KIND - 1) : 0)
#define RULE(KIND, POINTS, NAME) RULE2(KIND, POINTS, NAME, NAME)
_Static_assert(!((0 /* the points for each kind, a byte a kind; ENOUGH is a power of two */
#include "text/block_rules.def"
                  ) &
                 LD_EACH_BYTE(0x100 - ENOUGH)),
               "a feature is missing in STRONG");
#undef RULE
#undef RULE2

const char *ld_kind_name(enum ld_kind kind) {
    static const char *const names[] = {
        [LD_BODY] = "body",         [LD_TITLE] = "title",     [LD_DEK] = "dek",
        [LD_HEADING] = "heading",   [LD_LIST] = "list",       [LD_BYLINE] = "byline",
        [LD_DATELINE] = "dateline", [LD_CAPTION] = "caption", [LD_FURNITURE] = "furniture"};
    return names[kind];
}

static enum ld_kind tell(uint64_t seen) {
    int points[KINDS] = {0};
    const uint64_t missing = ~seen;
    for (const struct rule *rule = rules; rule < rules + sizeof rules / sizeof *rules; rule++)
        if (!(rule->features & missing)) points[rule->kind] += rule->points;
    enum ld_kind best = LD_BODY;
    points[LD_BODY] = ENOUGH - 1;
    for (unsigned kind = LD_TITLE; kind < KINDS; kind++)
        if (points[kind] > points[best]) best = (enum ld_kind)kind;
    return best;
}

/* Does the text quote with angle quotes? Then one at a sentence's end is no arrow. */
static bool has_opening_quote(const char *text, uint32_t length) {
    const char *end = text + length;
    for (const char *p = text; (p = memchr(p, 0xC2, (size_t)(end - p))); p++)
        if (p + 1 < end && (unsigned char)p[1] == 0xAB) return true;
    return false;
}

static bool is_prose(uint64_t seen) {
    if (seen & (LD_SEEN(BULLET) | LD_SEEN(MARKDOWN) | LD_SEEN(FURNITURE_PHRASE) | LD_SEEN(COPYRIGHT) | LD_SEEN(NOTE) |
                LD_SEEN(DATA)))
        return false;
    if (seen & LD_SEEN(FURNITURE_LAST) && !(seen & (LD_SEEN(LONG) | LD_SEEN(VERY_LONG)))) return false;
    if (seen & LD_SEEN(VERY_LONG)) return true;
    if (seen & LD_SEEN(TINY)) return false;
    return (seen & (LD_SEEN(STOP) | LD_SEEN(ASK))) && !(seen & LD_SEEN(ABBR_STOP) && seen & LD_SEEN(TITLE_CASE));
}

/* What a block is told by that is not in it. */
struct around {
    const char *text;
    const struct ld_block *blocks;
    const uint64_t *seen; /* [count] features of each block */
    uint32_t count;
    uint32_t last_prose; /* of all, or count for none */
    uint32_t names;      /* blocks that are names alone, above prose */
    bool images;
    bool interview;
    bool title_given;
    bool title; /* one was found */
    bool prose; /* some came before */
};

/* A name by itself between headline and body, and no other line looks like that: it is no first heading. */
static bool is_lone_name(const struct around *around, uint32_t i) {
    static const uint64_t name = LD_SEEN(NAMES) | LD_SEEN(OPEN);
    if (i + 1 >= around->count || (around->seen[i] & name) != name || !is_prose(around->seen[i + 1])) return false;
    return !(around->seen[i] & (LD_SEEN(MARKDOWN) | LD_SEEN(LOWER) | LD_SEEN(PAREN))) && around->names == 1;
}

static bool is_question(uint64_t seen) {
    return seen & LD_SEEN(ASK) && !(seen & (LD_SEEN(QUOTE) | LD_SEEN(VERY_LONG) | LD_SEEN(BULLET) | LD_SEEN(EXCLAIM)));
}

static bool has_several(const struct around *around, uint32_t i) {
    return ld_features_rest(around->text, around->blocks[i].span, around->seen[i]) & LD_SEEN(SEVERAL);
}

static bool is_row_like(const struct around *around, uint32_t i) {
    const uint64_t seen = i < around->count ? around->seen[i] : 0;
    if (seen & LD_SEEN(PLAIN)) return false;
    return seen & LD_SEEN(OPEN) && seen & (LD_SEEN(TINY) | LD_SEEN(SHORT)) &&
           !(seen & (LD_SEEN(VERB) | LD_SEEN(MARKDOWN) | LD_SEEN(QUOTE) | LD_SEEN(LOWER)));
}

/* A figure, and a word at most behind it. */
static bool has_figure(const struct around *around, uint32_t i) {
    const char *start = around->text + around->blocks[i].span.offset, *p = start + around->blocks[i].span.length;
    if (ld_is_ascii_digit(*start)) return true;
    if (!(around->seen[i] & LD_SEEN(TINY))) return false;
    if (ld_is_ascii_digit(p[-1])) return true;
    while (p > start && ld_is_ascii_letter(p[-1])) p--;
    return p - start > 1 && p[-1] == ' ' && ld_is_ascii_digit(p[-2]);
}

/* "500 g potatoes" above "2 leeks" and "Salt": one of three such lines, two of which have figures. */
static bool is_row(const struct around *around, uint32_t i) {
    if (!is_row_like(around, i) || !(around->title || around->prose || around->title_given)) return false;
    uint32_t from = i, to = i + 1, figures = 0;
    while (from && i - from < 3 && is_row_like(around, from - 1)) from--;
    while (to - i < 4 && is_row_like(around, to)) to++;
    for (uint32_t k = from; k < to; k++) figures += has_figure(around, k);
    return to - from > 2 && figures > 1 &&
           (has_figure(around, i) || (i > from && has_figure(around, i - 1)) ||
            (i + 1 < to && i > from && has_figure(around, i + 1)));
}

/* A question above its answer; in an interview, a prompt between two answers as well. */
static bool is_asked(const struct around *around, uint32_t i) {
    const uint64_t *seen = around->seen;
    const struct ld_span span = around->blocks[i].span;
    const char *text = around->text + span.offset;
    if (seen[i] & LD_SEEN(ASK) && span.length > 3 && ld_is_ascii_upper(*text) && text[1] == ':' && text[2] == ' ')
        return true; /* "Q: Who was it?" */
    if (!i || i + 1 >= around->count || !is_prose(seen[i + 1])) return false;
    if (around->interview) {
        if (is_question(seen[i])) return !is_question(seen[i + 1]);
        bool single = seen[i] & (LD_SEEN(TINY) | LD_SEEN(SHORT)) && !(seen[i] & LD_SEEN(SEVERAL));
        return single && i > 1 && i + 2 < around->count && is_question(seen[i - 2]) && is_question(seen[i + 2]) &&
               !is_question(seen[i - 1]) && !is_question(seen[i + 1]);
    }
    bool alone = is_question(seen[i]) && !(seen[i] & (LD_SEEN(SEVERAL) | LD_SEEN(MEDIUM) | LD_SEEN(LONG)));
    return alone && is_prose(seen[i - 1]) && has_several(around, i - 1) && has_several(around, i + 1);
}

/* Questions, each above its answer, are a good part of the text. */
static bool is_interview(const uint64_t *seen, uint32_t count) {
    uint32_t asked = 0, prose = 0;
    for (uint32_t i = 0; i < count; i++) {
        prose += is_prose(seen[i]);
        asked += i && i + 1 < count && is_question(seen[i]) && is_prose(seen[i + 1]) && !is_question(seen[i + 1]);
    }
    return asked >= 3 && asked * 4 >= prose;
}

/* Points below the headline, as some have them above the byline. */
static bool is_point(const struct around *around, uint32_t i, enum ld_kind before) {
    static const uint64_t bylines = LD_SEEN(BYLINE_NAMES) | LD_SEEN(DATE);
    enum { POINTS = 6 };
    if (before != LD_DEK || around->prose) return false;
    uint32_t to = i;
    while (to < around->count && to - i < POINTS && around->seen[to] & LD_SEEN(OPEN) && !(around->seen[to] & bylines))
        to++;
    return to > i && to < around->count && around->seen[to] & LD_SEEN(BYLINE_NAMES);
}

/* The features of the blocks above and below: they are told as if images were not there. */
static void pass_images(const struct around *around, uint32_t i, uint64_t *above, uint64_t *below) {
    uint32_t from = i, to = i + 1;
    while (from && ld_seen_image(around->seen[from - 1])) from--;
    while (to < around->count && ld_seen_image(around->seen[to])) to++;
    *above = from ? around->seen[from - 1] : 0;
    *below = to < around->count ? around->seen[to] : 0;
}

static uint64_t near_features(const struct around *around, uint32_t i, enum ld_kind before) {
    static const uint64_t items[] = {LD_SEEN(BULLET), LD_SEEN(HYPHEN), LD_SEEN(DASH), LD_SEEN(NUMBER)};
    static const uint64_t bylines = LD_SEEN(BYLINE_NAMES) | LD_SEEN(DATE) | LD_SEEN(ROLE_END);
    const uint64_t *seen = around->seen;
    static const uint64_t lengths =
        LD_SEEN(TINY) | LD_SEEN(SHORT) | LD_SEEN(MEDIUM) | LD_SEEN(LONG) | LD_SEEN(VERY_LONG); /* each a higher bit */
    uint64_t last = i ? seen[i - 1] : 0, next = i + 1 < around->count ? seen[i + 1] : 0, found = 0;
    if (around->images) pass_images(around, i, &last, &next);
    bool first = !around->title && !around->prose && around->last_prose < around->count;
    if (around->count == 1) found |= LD_SEEN(ALONE);
    if (first) found |= LD_SEEN(FIRST);
    if (!around->prose) found |= LD_SEEN(TOP);
    if (is_prose(last)) found |= LD_SEEN(AFTER_PROSE);
    if (around->title_given) found |= LD_SEEN(TITLE_GIVEN);
    if (before == LD_TITLE || is_point(around, i, before) ||
        (around->title_given && (!i || (i == 1 && before == LD_DEK))))
        found |= LD_SEEN(AFTER_TITLE);
    if (around->last_prose == around->count || i > around->last_prose) found |= LD_SEEN(END);
    if (is_row(around, i)) found |= LD_SEEN(ROW);
    if (next & LD_SEEN(LOWER)) found |= LD_SEEN(NEXT_LOWER);
    if (is_prose(next))
        found |= LD_SEEN(NEXT_PROSE);
    else if (next & bylines && !(next & LD_SEEN(CREDIT_PHRASE)))
        found |= LD_SEEN(NEXT_BYLINE);
    else if (next & LD_SEEN(OPEN) &&
             !(next & (LD_SEEN(TINY) | LD_SEEN(HANDLE) | LD_SEEN(FURNITURE_PHRASE) | LD_SEEN(FURNITURE_LINE))) &&
             (next & lengths) > (seen[i] & lengths))
        found |= LD_SEEN(NEXT_LONGER);
    if (found & LD_SEEN(NEXT_LONGER) && first && seen[i] & LD_SEEN(OPEN) && seen[i] & LD_SEEN(TINY) &&
        !(seen[i] & (LD_SEEN(MARKDOWN) | LD_SEEN(LOWER))))
        found |= LD_SEEN(KICKER);
    if (first && ld_heads_is_none(around->text, around->blocks, seen, around->count, i)) found |= LD_SEEN(KICKER);
    if (before == LD_FURNITURE && found & LD_SEEN(END) && !(seen[i] & (LD_SEEN(LONG) | LD_SEEN(VERY_LONG))))
        found |= LD_SEEN(CLOSING);
    if ((before == LD_TITLE || before == LD_DEK) && is_lone_name(around, i)) found |= LD_SEEN(UNDER_HEAD);
    if (is_asked(around, i)) found |= LD_SEEN(QUESTION);
    if (before == LD_TITLE && (found & LD_SEEN(NEXT_BYLINE) || is_lone_name(around, i + 1)) && i < around->last_prose)
        found |= LD_SEEN(BETWEEN);
    for (unsigned k = 0; k < 4; k++)
        if (seen[i] & items[k] && (last | next) & items[k]) found |= LD_SEEN(NEAR_ITEM);
    return found;
}

/* Items are body where all else is but their introduction: so many times its bytes. */
enum { ITEMS_ARE_BODY = 2 };

static bool is_sentence(uint64_t seen) { return seen & (LD_SEEN(STOP) | LD_SEEN(ASK)) && !(seen & LD_SEEN(TINY)); }

/* An item that is a sentence: "3. Empty all tanks, for ice breaks them." */
static bool is_told(const struct ld_block *block, uint64_t seen) { return block->kind == LD_LIST && is_sentence(seen); }

/* Make body of such items, `told` of them, but for their markers. */
static void part_items(struct ld_arena *arena, const char *text, struct ld_blocks *blocks, const uint64_t *seen,
                       uint32_t told) {
    uint32_t from = blocks->count, to = from + told;
    struct ld_block *items = ld_arena_array(arena, to, sizeof *items);
    while (from--) {
        struct ld_block block = blocks->items[from];
        if (is_told(&block, seen[from])) {
            const char *start = text + block.span.offset, *end = start + block.span.length;
            unsigned bytes;
            ld_item_at(start, end, &bytes);
            const uint32_t prose = (uint32_t)(ld_skip_spaces(start + bytes, end) - start);
            items[--to] = (struct ld_block){{block.span.offset + prose, block.span.length - prose}, LD_BODY, true};
            while (bytes && ld_is_space((unsigned char)start[bytes - 1])) bytes--;
            block.span.length = bytes;
        }
        items[--to] = block;
    }
    *blocks = (struct ld_blocks){items, blocks->count + told, blocks->count + told};
}

void ld_blocks_find(struct ld_arena *arena, const char *text, uint32_t length, const struct ld_language *language,
                    bool title_given, struct ld_blocks *blocks) {
    *blocks = (struct ld_blocks){0};
    struct ld_lines lines;
    ld_lines_start(&lines, text, length);
    const bool arrows = lines.plain || !has_opening_quote(text, length);
    struct ld_line_place place = {0, 0};
    const bool mail = ld_mail_head(arena, &lines, title_given, &place, blocks);
    const char begin = lines.count && lines.kept->span.length ? text[lines.kept->span.offset] : 0;
    if (!mail && (begin == '-' || begin == '+')) ld_matter_head(arena, &lines, title_given, &place, blocks);
    ld_paragraphs_find(arena, &lines, place, language, arrows && !lines.plain, blocks);
    if (!blocks->count) return;
    ld_labels_part(arena, text, language, blocks);
    const struct ld_arena_mark mark = ld_arena_mark(arena);
    uint64_t *seen = ld_arena_array(arena, blocks->count, sizeof *seen);
    struct around around = {.text = text,
                            .blocks = blocks->items,
                            .seen = seen,
                            .count = blocks->count,
                            .last_prose = blocks->count,
                            .title_given = title_given};
    for (uint32_t i = 0; i < blocks->count; i++) {
        const struct ld_block *block = &blocks->items[i];
        if (block->kind == LD_UNDECIDED) {
            seen[i] = ld_features_find(text, block->span, language);
            seen[i] |= ld_rows_find(text, block->span, seen[i], language);
            around.images |= ld_seen_image(seen[i]);
        } else if (block->kind != LD_FURNITURE && block->kind != LD_TITLE && block->kind != LD_CAPTION) {
            seen[i] = LD_SEEN(VERY_LONG); /* parts of prose */
        }
        if (!arrows) seen[i] &= ~LD_SEEN(ARROW);
    }
    if (mail || seen[0] & LD_SEEN(COMMA)) ld_mail_ends(text, blocks, seen, mail);
    ld_notes_find(text, blocks, seen, language);
    uint32_t last_item = blocks->count;
    for (uint32_t i = 0; i < blocks->count; i++) {
        static const uint64_t name = LD_SEEN(NAMES) | LD_SEEN(OPEN);
        if (is_prose(seen[i])) around.last_prose = i;
        if (is_sentence(seen[i]) && seen[i] & LD_SEEN(BULLET)) last_item = i;
        around.names += (seen[i] & name) == name && i + 1 < blocks->count && is_prose(seen[i + 1]);
    }
    if (around.last_prose == blocks->count) around.last_prose = last_item; /* items are all there is */
    around.interview = is_interview(seen, blocks->count);
    enum ld_kind before = LD_BODY;
    uint32_t told = 0;
    uint64_t told_bytes = 0, body_bytes = 0;
    for (uint32_t i = 0; i < blocks->count; i++) {
        struct ld_block *block = &blocks->items[i];
        if (block->kind == LD_UNDECIDED) {
            uint64_t all = seen[i] | near_features(&around, i, before);
            block->kind = (uint8_t)(all & STRONG ? tell(ld_features_rest(text, block->span, all)) : LD_BODY);
            const bool is = is_told(block, seen[i]);
            told += is;
            told_bytes += is ? block->span.length : 0;
        }
        body_bytes += block->kind == LD_BODY ? block->span.length : 0;
        const bool dates = before == LD_FURNITURE && block->kind == LD_BYLINE && i > around.last_prose; /* a link's */
        if (!dates && !(block->kind == LD_CAPTION && ld_seen_image(seen[i]))) before = (enum ld_kind)block->kind;
        around.title |= before == LD_TITLE;
        around.prose |= before == LD_BODY && is_prose(seen[i]);
    }
    if (told_bytes > ITEMS_ARE_BODY * body_bytes)
        part_items(arena, text, blocks, seen, told);
    else
        ld_arena_release(arena, mark);
}
