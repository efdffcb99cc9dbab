/* profile.c - which profile a document is for. In: its blocks and sentences. Out: news or general. */
#include <string.h>

#include "score/weights.h"

const char *const ld_profile_names[] = {"news", "general", "auto", NULL};

static enum ld_profile guess(const struct lede_document *doc) {
    (void)doc;
    return LD_NEWS;
}

enum ld_profile ld_profile_find(const char *name, const struct lede_document *doc) {
    if (!name) return LD_NEWS;
    for (unsigned p = 0; ld_profile_names[p]; p++)
        if (!strcmp(ld_profile_names[p], name)) return p < LD_PROFILE_COUNT ? (enum ld_profile)p : guess(doc);
    return LD_PROFILE_COUNT;
}
