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
struct ld_lines {
    const char *text;
    uint32_t length;
    uint32_t begin; /* of the first line: 3 after a byte order mark, else 0 */
    bool rare;      /* it has line breaks other than \n and \r\n */
};

struct ld_lines ld_lines_of(const char *text, uint32_t length);

/* The line at an offset; false at the end of the text. */
bool ld_line_read(const struct ld_lines *lines, uint32_t at, struct ld_line *line);

struct ld_layout ld_layout_find(const struct ld_lines *lines);

/* Does a new paragraph begin between two lines, parted by a number of blank lines? first is the first line of the
 * paragraph that above ends. */
bool ld_layout_parts(const struct ld_layout *layout, const struct ld_line *first, const struct ld_line *above,
                     const struct ld_line *line, unsigned blank);

enum ld_mark ld_mark_at_end(const char *start, const char *end);
enum ld_item ld_item_at(const char *start, const char *end, unsigned *bytes); /* bytes of the marker and its blanks */

#endif
