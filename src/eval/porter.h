/* porter.h - the suffix stripper of Porter (1980), as the two reference programs of ROUGE have it. Equal to neither
 * Snowball's "porter" nor to each other; see the table of departures in porter.c. */
#ifndef LD_PORTER_H
#define LD_PORTER_H

#include <stddef.h>

enum ld_porter {
    LD_PORTER_NLTK,    /* NLTK's PorterStemmer in its default mode, which Google's rouge_score uses */
    LD_PORTER_ROUGE155 /* the stemmer inside ROUGE-1.5.5.pl */
};

/* Stem a word of [a-z0-9] in place; gives its new length, never more than before. */
size_t ld_porter_stem(enum ld_porter flavour, char *word, size_t length);

#endif
