/* block_lines.h - the lines of a plain text, and how they make paragraphs. For blocks.c and its parts only. */
#ifndef LD_BLOCK_LINES_H
#define LD_BLOCK_LINES_H

#include <stdbool.h>

#include "base/span.h"

/* What a piece of text ends with, closing quotes and brackets aside. */
enum ld_mark { LD_MARK_NONE, LD_MARK_STOP, LD_MARK_ASK, LD_MARK_COLON, LD_MARK_COMMA };

/* How a line begins as an item of a list. */
enum ld_item { LD_ITEM_NONE, LD_ITEM_BULLET, LD_ITEM_HYPHEN, LD_ITEM_DASH, LD_ITEM_NUMBER };

struct ld_line {
    struct ld_span span; /* without white space at its ends; empty for a blank line */
    uint32_t next;       /* where the next line begins */
    uint16_t columns;    /* how wide, at most LD_LINE_COLUMNS */
    uint16_t word;       /* how wide its first word is */
    uint8_t indent;      /* columns of white space before it, at most 255 */
    enum ld_mark mark;
    enum ld_item item;
    bool lower;    /* begins with a lower-case letter */
    bool unspaced; /* begins in a script without blanks between words */
    bool heading;  /* begins with Markdown's #, ##, ... */
    char rule;     /* '=' or '-' where the line is nothing but three or more of these */
};

enum { LD_LINE_COLUMNS = 128 }; /* wider than any margin */

/* How the lines of a text make paragraphs: decided once for the whole text. */
struct ld_layout {
    bool wrapped;   /* lines are cut at a margin; else each line is a paragraph */
    bool spaced;    /* and a blank line stands between any two of them */
    uint16_t width; /* the margin */
    uint8_t indent; /* white space before the lines that have least */
};

/* A text to read lines from. */
enum { LD_LINES_KEPT = 64 };
struct ld_lines {
    const char *text;
    uint32_t length;
    bool plain;     /* all is ASCII, and lines are parted by \n alone */
    bool rare;      /* it has line breaks other than \n and \r\n */
    uint32_t count; /* of the first lines, which are read but once: */
    struct ld_line kept[LD_LINES_KEPT];
};

/* Reads the first lines; text must outlive the lines. */
void ld_lines_start(struct ld_lines *lines, const char *text, uint32_t length);

/* Where the next line is; at the begin of the text all 0. */
struct ld_line_place {
    uint32_t at;
    uint32_t number;
};

/* The line at the place, which moves on to the next; false at the end of the text. */
bool ld_line_next(const struct ld_lines *lines, struct ld_line_place *place, struct ld_line *line);

struct ld_layout ld_layout_find(const struct ld_lines *lines);

/* Does a new paragraph begin between two lines, parted by a number of blank lines? first is the first line of the
 * paragraph that above ends. */
bool ld_layout_parts(const struct ld_layout *layout, const struct ld_line *first, const struct ld_line *above,
                     const struct ld_line *line, unsigned blank);

static inline bool ld_is_final(enum ld_mark mark) { return mark == LD_MARK_STOP || mark == LD_MARK_ASK; }
enum ld_mark ld_mark_at_end(const char *start, const char *end);
enum ld_item ld_item_at(const char *start, const char *end, unsigned *bytes); /* bytes of the marker and its blanks */

#endif
