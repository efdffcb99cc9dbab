/* words_any.h - the words of any script, for words.c. */
#ifndef LD_WORDS_ANY_H
#define LD_WORDS_ANY_H

#include "text/words.h"

/* Where a scan is (before its end): true and the word that begins there, filled in but for what flags tell of before
 * it; or false, and the scan is past one character that begins none, which flags tell of. */
bool ld_words_any(struct ld_word_scan *scan);

#endif
