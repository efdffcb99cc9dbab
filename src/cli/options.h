/* options.h - the table of options, read from options.def. */
#ifndef LD_OPTIONS_H
#define LD_OPTIONS_H

#include "cli/cli.h"

struct ld_option_extra {
    const char *const *(*names)(void);      /* the values allowed, or to be listed */
    const char *(*about)(const char *name); /* what each is */
    unsigned bits;
};

enum ld_parsed { LD_GO_ON, LD_STOP_DONE, LD_STOP_FAILED, LD_STOP_USAGE };

struct ld_option {
    const char *name;
    char letter;
    unsigned commands;
    const char *argument, *help;
    enum ld_parsed (*parse)(struct ld_settings *settings, const struct ld_option *option, const char *value);
    size_t field; /* offset in struct ld_settings */
    struct ld_option_extra extra;
};

extern const struct ld_option ld_options[];
extern const size_t ld_option_count;

static inline bool ld_option_of(const struct ld_option *option, const struct ld_command *command) {
    return (option->commands & command->bit) != 0;
}

/* Fill the settings from a command line (argv[0] is the program or the command). */
enum ld_parsed ld_options_parse(struct ld_settings *settings, const struct ld_command *command, int argc, char **argv);

/* The one of the names that the user may have meant; NULL where none is near. The list ends with NULL. */
const char *ld_nearest(const char *const *names, const char *given);

void ld_print_help(struct ld_output *output, const struct ld_command *command);
void ld_print_man(struct ld_output *output, const struct ld_command *command);  /* the .It lines of mdoc */
void ld_print_bash(struct ld_output *output, const struct ld_command *command); /* a completion for bash */

#endif
