/* profile.c - which profile a document is for. In: its units. Out: news or general.
 *
 * News has a dateline or a byline, few headings, and an end in sight; papers, pages and books have headings or go on.
 * Set on 1,545 news texts in three languages, 60 encyclopedia articles and 120 web pages: see docs/method.md. What
 * shows neither - an abstract, a letter - is read as news. */
#include <string.h>

#include "score/weights.h"

enum {
    MANY_HEADINGS = 3,   /* 1 to 5% of news has so many */
    MANY_SENTENCES = 100 /* some 2,000 words; nine news texts of ten have below 1,200 */
};

const char *const ld_profile_names[] = {"news", "general", "auto", NULL};

static enum ld_profile guess(const struct lede_document *doc) {
    uint32_t headings = 0;
    for (uint32_t s = 0; s < doc->sentence_count; s++) {
        const uint8_t kind = doc->sentences[s].kind;
        if (kind == LD_DATELINE || kind == LD_BYLINE) return LD_NEWS;
        headings += kind == LD_HEADING;
    }
    return headings >= MANY_HEADINGS || doc->body_count >= MANY_SENTENCES ? LD_GENERAL : LD_NEWS;
}

enum ld_profile ld_profile_find(const char *name, const struct lede_document *doc) {
    if (!name) return LD_NEWS;
    for (unsigned p = 0; ld_profile_names[p]; p++)
        if (!strcmp(ld_profile_names[p], name)) return p < LD_PROFILE_COUNT ? (enum ld_profile)p : guess(doc);
    return LD_PROFILE_COUNT;
}
