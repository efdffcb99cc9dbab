/* markdown.h - the marks of Markdown inside a paragraph, hidden. */
#ifndef LD_MARKDOWN_H
#define LD_MARKDOWN_H

#include <stdint.h>

/* Put blanks over the marks of links, images, emphasis and block quotes, and the targets of links: zeros where a blank
 * would part a word from its marks. Both are dropped from output; all else stays where it is. */
void ld_markdown_hide(char *text, uint32_t length);

#endif
