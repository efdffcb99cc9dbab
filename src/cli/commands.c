/* commands.c - the table of commands; see commands.def. */
#include "cli/options.h"

const struct ld_command ld_commands[LD_COMMAND_COUNT] = {
#define COMMAND(NAME, name, function, synopsis, about, examples)                                                       \
    {name, LD_IN_##NAME, function, synopsis, about, examples},
#include "cli/commands.def"
#undef COMMAND
};
