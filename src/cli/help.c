/* help.c - the table of options in; --help, the manual's option list and a completion for bash out. */
#include <string.h>

#include "cli/options.h"

enum { COLUMN = 25 }; /* where help texts begin */

static void put(struct ld_output *output, const char *string) { ld_output_string(output, string); }

static void letter(struct ld_output *output, const struct ld_option *option) {
    ld_output_put(output, &option->letter, 1);
}

/* A text, the second line of which (if any) goes to the column too. */
static void put_help(struct ld_output *output, const char *help, size_t column) {
    const char *line;
    for (; (line = strchr(help, '\n')); help = line + 1) {
        ld_output_put(output, help, (size_t)(line - help + 1));
        for (size_t i = 0; i < column; i++) put(output, " ");
    }
    put(output, help);
    put(output, "\n");
}

static void help_row(struct ld_output *output, const struct ld_option *o) {
    size_t used = 8 + strlen(o->name) + (o->argument ? 1 + strlen(o->argument) : 0);
    put(output, o->letter ? "  -" : "    ");
    if (o->letter) letter(output, o);
    put(output, o->letter ? ", --" : "  --");
    put(output, o->name);
    if (o->argument) {
        put(output, " ");
        put(output, o->argument);
    }
    do put(output, " ");
    while (++used < COLUMN);
    put_help(output, o->help, used);
}

static bool is_bare(const struct ld_option *o, const struct ld_command *command) {
    return o->help && ld_option_of(o, command) && !o->name;
}

/* Options that are a letter only share a row, their texts ("only the summary") the words that they have in common.
 * Gives how many there are. */
static size_t bare_row(struct ld_output *output, const struct ld_option *first, const struct ld_command *command) {
    size_t count = 0, used = 0;
    for (; first + count < ld_options + ld_option_count && is_bare(&first[count], command); count++, used += 4) {
        put(output, count ? ", -" : "  -");
        letter(output, &first[count]);
    }
    do put(output, " ");
    while (++used < COLUMN);
    put(output, first->help);
    for (size_t i = 1; i < count; i++) {
        put(output, ", ");
        put(output, strrchr(first[i].help, ' ') + 1);
    }
    put(output, "\n");
    return count;
}

/* The other commands, each of which has a help of its own. */
static void put_commands(struct ld_output *output) {
    put(output, "       lede ");
    for (size_t i = 1; i < LD_COMMAND_COUNT; i++) {
        if (i > 1) put(output, "|");
        put(output, ld_commands[i].name);
    }
    put(output, " --help\n");
}

void ld_print_help(struct ld_output *output, const struct ld_command *command) {
    put(output, "usage: ");
    put(output, command->synopsis);
    put(output, "\n");
    if (command == &ld_commands[0]) put_commands(output);
    put(output, command->about);
    put(output, "\n\n");
    for (size_t i = 0; i < ld_option_count; i++)
        if (is_bare(&ld_options[i], command))
            i += bare_row(output, &ld_options[i], command) - 1;
        else if (ld_options[i].help && ld_option_of(&ld_options[i], command))
            help_row(output, &ld_options[i]);
    put(output, "\nExamples:\n");
    put(output, command->examples);
}

/* Those of the default command, or those that only another command takes. */
static bool in_man(const struct ld_option *option, const struct ld_command *command) {
    bool first = ld_option_of(option, &ld_commands[0]);
    return option->help && ld_option_of(option, command) && (command == &ld_commands[0] || !first);
}

void ld_print_man(struct ld_output *output, const struct ld_command *command) {
    for (size_t i = 0; i < ld_option_count; i++) {
        const struct ld_option *o = &ld_options[i];
        if (!in_man(o, command)) continue;
        put(output, ".It");
        if (o->letter) {
            put(output, " Fl ");
            letter(output, o);
        }
        if (o->name) {
            put(output, o->letter ? " , Fl -" : " Fl -");
            put(output, o->name);
        }
        if (o->argument) {
            put(output, " Ar ");
            put(output, o->argument);
        }
        put(output, "\n");
        put(output, o->help);
        put(output, "\n");
    }
}

static void bash_values(struct ld_output *output, const struct ld_option *o) {
    const char *name_part = o->name ? o->name : "";
    if (!o->argument || !o->help) return;
    put(output, "    --");
    put(output, name_part);
    if (o->letter) {
        put(output, "|-");
        letter(output, o);
    }
    if (!o->extra.names) {
        put(output,
            !strcmp(o->argument, "FILE") ? ") COMPREPLY=($(compgen -f -- \"$word\")); return ;;\n" : ") return ;;\n");
        return;
    }
    put(output, ") COMPREPLY=($(compgen -W '");
    for (const char *const *name = o->extra.names(); *name; name++) {
        put(output, *name);
        put(output, name[1] ? " " : "");
    }
    put(output, "' -- \"$word\")); return ;;\n");
}

/* One function for all commands, by the options of all. */
void ld_print_bash(struct ld_output *output, const struct ld_command *command) {
    (void)command;
    put(output, "# bash completion for lede, made by: lede --print-options bash\n"
                "_lede() {\n  local word=\"${COMP_WORDS[COMP_CWORD]}\" before=\"${COMP_WORDS[COMP_CWORD-1]}\"\n"
                "  case \"$before\" in\n");
    for (size_t i = 0; i < ld_option_count; i++) bash_values(output, &ld_options[i]);
    put(output, "  esac\n  case \"$word\" in\n    -*) COMPREPLY=($(compgen -W '");
    for (size_t i = 0; i < ld_option_count; i++) {
        const struct ld_option *o = &ld_options[i];
        if (!o->help) continue;
        put(output, o->name ? "--" : "-");
        if (o->name)
            put(output, o->name);
        else
            letter(output, o);
        put(output, " ");
    }
    put(output, "' -- \"$word\")) ;;\n    *) COMPREPLY=($(compgen -f -- \"$word\"))\n"
                "       [ \"$COMP_CWORD\" != 1 ] || COMPREPLY+=($(compgen -W '");
    for (size_t i = 1; i < LD_COMMAND_COUNT; i++) {
        put(output, ld_commands[i].name);
        put(output, " ");
    }
    put(output, "' -- \"$word\")) ;;\n  esac\n}\ncomplete -o filenames -F _lede lede\n");
}
