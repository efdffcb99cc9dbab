/* lists.c - a build tool: the lists of pick/words.def in, a row of numbers for each out: its words' ld_word_bit, long
 * ones being as if of no letters (struct ld_letters), and ld_word_other_bit. */
#include <stdio.h>
#include <string.h>

#include "lang/table.h"
#include "text/words.h"

#define WORDS(name, ...) static const char *const name[] = {__VA_ARGS__, NULL};
#include "pick/words.def"
#undef WORDS

static const char *const *const lists[] = {
#define WORDS(name, ...) name,
#include "pick/words.def"
#undef WORDS
};

int main(void) {
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++) {
        uint64_t bits[12] = {0};
        for (const char *const *word = lists[i]; *word; word++) {
            const size_t length = strlen(*word);
            const uint64_t first = length < 8 ? ld_bytes_below_8(*word, length) : ld_bytes_8(*word);
            const unsigned bit = ld_word_bit(length < LD_SHORT ? first : 0), other = 256 + ld_word_other_bit(first);
            bits[bit / 64] |= UINT64_C(1) << bit % 64;
            bits[other / 64] |= UINT64_C(1) << other % 64;
        }
        for (size_t k = 0; k < 12; k++)
            printf("%s0x%llxu%s", k ? ", " : "{", (unsigned long long)bits[k], k < 11 ? "" : "},\n");
    }
    return ferror(stdout) || fclose(stdout) ? 1 : 0;
}
