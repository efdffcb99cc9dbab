/* irregular.c - see irregular.h. The table is irregular.def, made by src/tools/irregular.sh out of WordNet's lists of
 * exceptions: the ones that ROUGE-1.5.5 looks up before it stems (Lin 2004). */
#include "eval/irregular.h"

#include <stdlib.h>
#include <string.h>

/* Arrays, not pointers: a table of 11,000 pointers would have to be relocated whenever the program starts. */
enum { LONGEST = 16 };

struct irregular {
    char form[LONGEST + 1], base[LONGEST + 1];
};

static const struct irregular table[] = {
#define IRREGULAR(form, base) {#form, #base},
#include "eval/irregular.def"
#undef IRREGULAR
};

enum { COUNT = sizeof table / sizeof *table };

static int compare(const void *form, const void *row) { return strcmp(form, ((const struct irregular *)row)->form); }

const char *ld_irregular_base(const char *word, size_t length) {
    char form[LONGEST + 1];
    if (length > LONGEST) return NULL;
    memcpy(form, word, length);
    form[length] = 0;
    const struct irregular *row = bsearch(form, table, COUNT, sizeof *table, compare);
    return row ? row->base : NULL;
}

const char *ld_irregular_form(size_t index) { return index < COUNT ? table[index].form : NULL; }
