/* block_labels.c - who speaks, and when: labels that most paragraphs of a text begin with.
 *
 * In: the blocks of a text, undecided but for those that block_parts.c parted. Out: the same, where the text is a talk
 * ("MARA LIND, HARBOUR RADIO: The mill ...", then "LIND: ...", "[00:01:05] Speaker 2: ...") with each label as
 * furniture, and where it is a live page ("1.05pm BST Lind says ...") with each hour as a dateline. It leaves labels
 * that stand by themselves ("SUMMARY: ...") to block_parts.c, and "Q:" to blocks.c.
 *
 * Source: own rules. One paragraph that begins so may be prose; several of the same names are a talk.
 */
#include "text/block_labels.h"

#include <string.h>

#include "base/unicode.h"
#include "text/block_features.h"
#include "text/block_lines.h"
#include "text/block_parts.h"

enum {
    LABEL = 64, /* bytes of a label, at most */
    WORDS = 8,  /* and words */
    SPOKEN = 4, /* labels of a talk, at least; one of TALK blocks has one */
    AGAIN = 2,  /* of them with a name that another has too, at least */
    TALK = 2,
    NAMES = 16, /* so many are told apart */
    HOURS = 3,  /* entries of a live page, at least */
    PROSE = 90  /* bytes: a paragraph that is longer is prose, whatever it ends with */
};

/* A label at a block's start. */
struct label {
    uint32_t bytes;      /* with the mark at its end, 0 for none */
    struct ld_span name; /* its last word, in the text; empty for an hour alone */
    bool stamp;          /* it begins with an hour in brackets */
};

/* "[00:01:05]", "(01:05)": bytes of an hour in brackets, or 0. */
static uint32_t stamp_bytes(const char *start, const char *end) {
    const char close = *start == '[' ? ']' : ')';
    const char *p = start + 1;
    unsigned colons = 0;
    if (*start != '[' && *start != '(') return 0;
    for (; p < end && (ld_is_ascii_digit(*p) || *p == ':' || *p == '.'); p++) colons += *p == ':';
    return colons && p < end && *p == close ? (uint32_t)(p + 1 - start) : 0;
}

/* Past the name that ends in a colon; NULL for none. Its words have capitals, but for "de" and "of", or where an hour
 * stands before. */
static const char *name_end(const char *start, const char *end, bool any) {
    const char *p = start, *limit = end - start > LABEL ? start + LABEL : end;
    unsigned words = 0, letters = 0, step;
    for (bool inside = false; p < limit && *p != ':'; p += step) {
        const uint32_t c = ld_utf8_decode(p, limit, &step);
        const bool word =
            c == '\'' || c == '.' || c == '-' || ld_class_of(c) == LD_LETTER || ld_class_of(c) == LD_DIGIT;
        if (!word && !strchr(" ,()/&#", *p)) return NULL;
        letters += ld_class_of(c) == LD_LETTER;
        if (word && !inside) {
            const char *space = memchr(p, ' ', (size_t)(limit - p));
            const bool brief = words && space && space - p <= 3;
            if (++words > WORDS || !(any || brief || ld_is_upper(c) || (words > 1 && ld_is_ascii_digit(*p))))
                return NULL;
        }
        inside = word;
    }
    return p < limit && letters > 1 ? p + 1 : NULL;
}

/* The name's last word, before what she is ("LIND" of "MARA LIND, HARBOUR RADIO"). */
static struct ld_span last_word(const char *text, const char *start, const char *end) {
    const char *last = start;
    while (last < end && *last != ',' && *last != '(') last++;
    while (last > start && last[-1] == ' ') last--;
    const char *first = last;
    while (first > start && first[-1] != ' ') first--;
    return (struct ld_span){(uint32_t)(first - text), (uint32_t)(last - first)};
}

static struct label find_label(const char *text, struct ld_span span) {
    const char *start = text + span.offset, *end = start + span.length;
    struct label label = {.bytes = stamp_bytes(start, end)};
    label.stamp = label.bytes > 0;
    if (!label.stamp && !memchr(start, ':', span.length < LABEL ? span.length : LABEL))
        return label; /* nearly always */
    const char *name = ld_skip_spaces(start + label.bytes, end);
    while (name < end && *name == '*') name++;
    const char *stop = name < end && !ld_is_ascii_digit(*name) ? name_end(name, end, label.stamp) : NULL;
    if (!stop) return label;
    label.name = last_word(text, name, stop - 1);
    while (stop < end && *stop == '*') stop++;
    if (stop == end || *stop == ' ') label.bytes = (uint32_t)(stop - start);
    return label;
}

/* Is the label one of furniture ("Photo: ..."), or of a list of names ("Harlan: Roe; Lind, Dahl.")? */
static bool is_other(const char *text, struct ld_span span, const struct ld_language *language) {
    static const uint64_t other = LD_SEEN(DATA) | LD_SEEN(FURNITURE_PHRASE) | LD_SEEN(FURNITURE_COLON) |
                                  LD_SEEN(BYLINE_NAMES) | LD_SEEN(CREDIT_PHRASE);
    return ld_features_find(text, span, language) & other;
}

/* Was the block parted from what it introduces? */
static bool is_parted(const struct ld_blocks *blocks, uint32_t i) {
    return blocks->items[i].kind == LD_FURNITURE && i + 1 < blocks->count && blocks->items[i + 1].joined;
}

/* Have enough of the blocks a colon near their start, or brackets there? Nearly all texts do not. */
static bool may_be_talk(const char *text, const struct ld_blocks *blocks) {
    uint32_t spoken = 0, left = blocks->count;
    for (const struct ld_block *block = blocks->items; left && (spoken + left) * TALK >= blocks->count;
         block++, left--) {
        const char *start = text + block->span.offset;
        const uint32_t length = block->span.length;
        spoken += *start == '[' || *start == '(' || memchr(start, ':', length < LABEL ? length : LABEL);
    }
    return spoken >= SPOKEN && !left;
}

/* Several paragraphs begin with a label, and some with the same: it is a talk. */
static bool is_talk(const char *text, const struct ld_blocks *blocks, const struct ld_language *language) {
    struct ld_span names[NAMES];
    uint32_t spoken = 0, again = 0, known = 0, all = 0;
    for (uint32_t i = 0; i < blocks->count; i++) {
        const struct ld_block *block = &blocks->items[i];
        all += !block->joined;
        if (block->joined || !(block->kind == LD_UNDECIDED || is_parted(blocks, i))) continue;
        const struct label label = find_label(text, block->span);
        if (!label.bytes || is_other(text, block->span, language)) continue;
        spoken++;
        uint32_t k = 0;
        while (k < known && !(names[k].length == label.name.length &&
                              !memcmp(text + names[k].offset, text + label.name.offset, label.name.length)))
            k++;
        again += k < known;
        if (k == known && known < NAMES) names[known++] = label.name;
    }
    return spoken >= SPOKEN && again >= AGAIN && spoken * TALK >= all;
}

static bool is_prose(const char *start, uint32_t length) {
    return length > PROSE || ld_is_final(ld_mark_at_end(start, start + length));
}

/* "1.05pm BST Lind says ...", in prose: bytes of the hour, or 0. */
static uint32_t hour_bytes(const char *text, struct ld_span span) {
    const char *start = text + span.offset, *end = start + span.length, *p;
    if (!ld_is_ascii_digit(*start) || !(p = ld_hour_end(start, end)) || p == end || *p != ' ') return 0;
    unsigned step;
    const uint32_t c = ld_utf8_decode(p + 1, end, &step);
    const bool begins = ld_is_upper(c) || c == '"' || c == 0x201C || c == 0xAB;
    return begins && is_prose(start, span.length) ? (uint32_t)(p - start) : 0;
}

/* Several paragraphs begin with an hour, or are one. */
static bool is_live(const char *text, const struct ld_blocks *blocks) {
    uint32_t hours = 0;
    for (uint32_t i = 0; i < blocks->count; i++) {
        const struct ld_span span = blocks->items[i].span;
        const char *start = text + span.offset;
        hours += ld_is_ascii_digit(*start) && ld_hour_end(start, start + span.length);
    }
    return hours >= HOURS;
}

/* How much of the block is to go: a label before what ends as a sentence, or alone. */
static uint32_t label_bytes(const char *text, struct ld_span span, const struct ld_language *language) {
    const struct label label = find_label(text, span);
    if (!label.bytes || label.stamp) return label.bytes;
    const bool alone = label.bytes == span.length;
    return (alone || is_prose(text + span.offset, span.length)) && !is_other(text, span, language) ? label.bytes : 0;
}

/* What is said: a greeting ("Welcome back. Thank you for coming in.") is no more body than elsewhere. */
static enum ld_kind said_kind(const char *text, struct ld_span span, const struct ld_language *language) {
    const uint64_t seen = ld_features_find(text, span, language);
    return seen & (LD_SEEN(FURNITURE_LAST) | LD_SEEN(FURNITURE_PHRASE)) ? LD_FURNITURE : LD_BODY;
}

void ld_labels_part(struct ld_arena *arena, const char *text, const struct ld_language *language,
                    struct ld_blocks *blocks) {
    const bool talk = may_be_talk(text, blocks) && is_talk(text, blocks, language),
               live = !talk && is_live(text, blocks);
    if (!talk && !live) return; /* nearly always */
    struct ld_blocks parted = {0};
    for (uint32_t i = 0; i < blocks->count; i++) {
        const struct ld_block *block = &blocks->items[i];
        const uint32_t from = block->span.offset, to = ld_span_end(block->span);
        uint32_t bytes = 0;
        if (block->kind == LD_UNDECIDED)
            bytes = talk ? label_bytes(text, block->span, language) : hour_bytes(text, block->span);
        if (bytes) ld_blocks_add(arena, &parted, from, from + bytes, talk ? LD_FURNITURE : LD_DATELINE, block->joined);
        const uint32_t rest = (uint32_t)(ld_skip_spaces(text + from + bytes, text + to) - text);
        const struct ld_span said = {rest, to - rest};
        if (!bytes)
            ld_blocks_add(arena, &parted, from, to, block->kind, block->joined);
        else if (said.length)
            ld_blocks_add(arena, &parted, rest, to, said_kind(text, said, language), true);
    }
    *blocks = parted;
}
