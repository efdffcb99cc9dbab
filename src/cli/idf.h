/* idf.h - what the options of lede idf say, and counts of stems: in how many documents each stands. */
#ifndef LD_CLI_IDF_H
#define LD_CLI_IDF_H

#include "base/arena.h"
#include "base/buffer.h"
#include "lang/idf_file.h"
#include "lede.h"

struct ld_idf_settings { /* 0: not given */
    size_t min, top, most;
    int dump;
};

struct ld_idf_count {
    const char *stem;
    uint32_t length, hash;
    uint32_t documents;
    uint32_t last; /* number of the last document that had it */
};

struct ld_idf_counts {
    struct ld_arena arena;      /* of all below */
    struct ld_idf_count *items; /* [count] in order of coming */
    uint32_t *slots;            /* [mask + 1] as in struct ld_table */
    uint32_t count, capacity, mask;
    uint32_t documents; /* counted */
    uint32_t short_by;  /* see struct ld_frequencies_head */
    uint32_t most;      /* stems to be held at once, about; 0: any number */
    uint32_t forgotten; /* how often that was too few */
};

/* most: see there. Nothing is allocated yet. */
void ld_idf_init(struct ld_idf_counts *counts, size_t most);
void ld_idf_free(struct ld_idf_counts *counts);

/* NULL: done; else what is wrong, for a user (static storage): there is no memory, or no number is large enough. After
 * that the counts are only to be freed. */
const char *ld_idf_add_document(struct ld_idf_counts *counts, const lede_document *document);
const char *ld_idf_add_table(struct ld_idf_counts *counts, const struct ld_frequencies *frequencies);

/* Leave out stems in fewer than least documents, and, where more than top are left, the rarest of them, of equals those
 * last in byte order; top 0: none. NULL: done; else as above. */
const char *ld_idf_prune(struct ld_idf_counts *counts, size_t least, size_t top);

/* Sort by stem, and make of that a file of lede idf, in a buffer that has nothing yet, or append lines
 * "stem<TAB>documents" below "# documents N". */
void ld_idf_sort(struct ld_idf_counts *counts);
const char *ld_idf_make_table(const struct ld_idf_counts *counts, const char *language, struct ld_buffer *out);
void ld_idf_put_lines(const struct ld_idf_counts *counts, struct ld_buffer *out);

#endif
