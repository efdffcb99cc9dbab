/* markdown.c - the marks of Markdown inside a paragraph.
 *
 * In: a text that may be written to. Out: the same, the marks of links ("[a report](https://..)"), images, emphasis
 * ("**no**", "*no*") and block quotes ("> ") hidden. A text without a link, an image or a "**" pair keeps all its
 * marks: a single asterisk is a footnote's as often, and a ">" an e-mail's. Leaves headings and lists to
 * block_features.c.
 *
 * Source: the CommonMark specification 0.31.2, sections 5.1 and 6.2 to 6.4, without references and nested emphasis.
 */
#include "text/markdown.h"

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

#include "base/unicode.h"

enum { TEXT = 400, TARGET = 2000 }; /* bytes of what is marked and of a link's target, at most */

struct markdown {
    char *start, *end;
};

static bool is_blank(char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; }

static bool is_word(char c) { return (c & 0x80) || ld_is_ascii_letter(c) || (c >= '0' && c <= '9'); }

static void hide(const struct markdown *m, char *from, char *to) {
    const bool open = from == m->start || is_blank(from[-1]), closed = to == m->end || is_blank(*to);
    memset(from, open || closed ? ' ' : 0, (size_t)(to - from));
}

/* Behind the ")" of a link's target that begins at p, or NULL. */
static char *target_end(const struct markdown *m, char *p) {
    unsigned depth = 1;
    bool quoted = false; /* within a title: [x](y "title") */
    char *limit = m->end - p > TARGET ? p + TARGET : m->end;
    for (; p < limit && *p != '\n'; p++) {
        if (*p == '"') quoted = !quoted;
        if (!quoted && *p == ' ' && p + 1 < limit && p[1] != '"') return NULL;
        depth += !quoted && *p == '(';
        if (!quoted && *p == ')' && !--depth) return p + 1;
    }
    return NULL;
}

/* The "[" of the link whose "]" is at p, NULL for none. */
static char *text_start(const struct markdown *m, char *p) {
    unsigned depth = 1;
    for (char *limit = p - m->start > TEXT ? p - TEXT : m->start; p > limit;) {
        p--;
        if (*p == '\n' && p > limit && p[-1] == '\n') return NULL;
        depth += *p == ']';
        if (*p == '[' && !--depth) return p;
    }
    return NULL;
}

static bool hide_links(const struct markdown *m) {
    bool found = false;
    for (char *p = m->start; p + 1 < m->end && (p = memchr(p, ']', (size_t)(m->end - p))); p++) {
        if (p + 1 >= m->end || p[1] != '(') continue;
        char *close = target_end(m, p + 2), *open = close ? text_start(m, p) : NULL;
        if (!open) continue;
        found = true;
        const bool image = open > m->start && open[-1] == '!';
        hide(m, p, close);
        hide(m, open - image, image ? close : open + 1);
    }
    return found;
}

/* Emphasis: the mark so many times, before a word and behind one. */
static bool hide_emphasis(const struct markdown *m, char mark, unsigned times) {
    bool found = false;
    char *q = m->start; /* a mark that closes is looked for but once */
    for (char *p = m->start; p + times < m->end && (p = memchr(p, mark, (size_t)(m->end - p))); p++) {
        if (p + times >= m->end || p[times - 1] != mark || p[times] == mark || is_blank(p[times])) continue;
        if (p > m->start && (is_word(p[-1]) || p[-1] == mark)) continue;
        const char *limit = m->end - p > TEXT ? p + TEXT : m->end;
        for (q = q > p + times ? q : p + times + 1; q + times <= limit; q++) {
            if (*q == '\n' && q[-1] == '\n') break;
            if (*q != mark || q[times - 1] != mark || is_blank(q[-1]) || q[-1] == mark) continue;
            if (q + times < m->end && (is_word(q[times]) || q[times] == mark)) continue;
            hide(m, q, q + times);
            hide(m, p, p + times);
            found = true;
            break;
        }
    }
    return found;
}

static void hide_quotes(const struct markdown *m) {
    for (char *p = m->start; p < m->end; p++) {
        if (*p == '>') *p = ' ';
        p = memchr(p, '\n', (size_t)(m->end - p));
        if (!p) return;
    }
}

void ld_markdown_hide(char *text, uint32_t length) {
    const struct markdown m = {text, text + length};
    const bool links = hide_links(&m);
    if (!hide_emphasis(&m, '*', 2) && !links) return;
    hide_emphasis(&m, '*', 1);
    hide_emphasis(&m, '_', 1);
    hide_quotes(&m);
}
