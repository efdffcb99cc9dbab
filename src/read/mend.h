/* mend.h - JSON that is right but for a value or two, made such that a strict reader takes it. */
#ifndef LD_MEND_H
#define LD_MEND_H

/* Make each number 0 and blanks, outside of strings: 1e400 is JSON, but no double. What is no number stays. */
void ld_mend_numbers(char *at, char *end);

/* In strings, make surrogates without their partners "\ufffd", and bytes that are not UTF-8 "?". Gives the first such
 * surrogate, or NULL. */
const char *ld_mend_strings(char *at, char *end);

#endif
