/* message.c - what went wrong, in; one line on standard error out. Names and values that users gave may hold anything:
 * control characters are left out, so that a message cannot play with a terminal. */
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/unicode.h"
#include "cli/cli.h"

static void put_safe(const char *text) {
    const char *end = text + strlen(text);
    while (text < end) {
        unsigned size;
        uint32_t c = ld_utf8_decode(text, end, &size);
        if (c == 0xFFFD && size == 1)
            fputc('?', stderr);
        else if (!ld_is_unsafe(c) && c != '\n')
            fwrite(text, 1, size, stderr);
        text += size;
    }
}

enum { LONGEST = 1024 }; /* longer messages are cut: this must work without memory */

void ld_say(const char *file, const char *format, ...) {
    char line[LONGEST];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(line, sizeof line, format, arguments);
    va_end(arguments);
    fputs("lede: ", stderr);
    if (file) {
        put_safe(file);
        fputs(": ", stderr);
    }
    put_safe(line);
    fputc('\n', stderr);
}

void ld_hint(const char *format, ...) {
    char line[LONGEST];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(line, sizeof line, format, arguments);
    va_end(arguments);
    fputs("      ", stderr);
    put_safe(line);
    fputc('\n', stderr);
}

enum ld_exit ld_no_memory(void) {
    ld_say(NULL, "%s", lede_status_message(LEDE_ERROR_MEMORY));
    return LD_FAILED;
}

const char *ld_input_name(const char *file) { return strcmp(file, "-") != 0 ? file : "standard input"; }
