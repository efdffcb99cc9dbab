/* main.c - the program's start: finds the command, has its options read, and runs it. */
#include <signal.h>
#include <string.h>

#include "cli/batch.h"
#include "cli/options.h"

static const struct ld_command *find_command(int argc, char **argv) {
    for (size_t i = 1; argc > 1 && i < LD_COMMAND_COUNT; i++)
        if (!strcmp(argv[1], ld_commands[i].name)) return &ld_commands[i];
    return &ld_commands[0];
}

int main(int argc, char **argv) {
    static const enum ld_exit stops[] = {LD_DONE, LD_DONE, LD_FAILED, LD_USAGE}; /* by enum ld_parsed */
    const struct ld_command *command = find_command(argc, argv);
    int skip = command != &ld_commands[0];
    struct ld_settings settings;
    ld_batch_memory();
    signal(SIGPIPE, SIG_IGN); /* a reader that goes away is seen by a failed write */
    enum ld_parsed parsed = ld_options_parse(&settings, command, argc - skip, argv + skip);
    return (int)(parsed == LD_GO_ON ? command->run(&settings) : stops[parsed]);
}
