/* options.c - a command line in, settings out. What can be wrong with an option is said here, with what was given and
 * what is wanted. Leaves alone what the options do. Source: POSIX utility syntax, getopt_long of the C library. */
#include "cli/options.h"
#include "score/weights.h"

#include <getopt.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

/* ---- the names that options take ---- */

static const char *const *part_names(void) { /* in the order of the bits of enum lede_part */
    static const char *const names[] = {"headline", "summary", "bullets", "keywords",  "sentences",
                                        "body",     "scores",  "blurb",   "headlines", NULL};
    return names;
}

static const char *const *from_names(void) {
    static const char *const names[] = {"auto", "text", "json", NULL};
    return names;
}

static const char *const *when_names(void) {
    static const char *const names[] = {"auto", "always", "never", NULL};
    return names;
}

static const char *const *case_names(void) {
    static const char *const names[] = {"sentence", "title", "upper", NULL}; /* in the order of enum lede_case */
    return names;
}

static const char *const *style_names(void) {
    static const char *const names[] = {"plain", "headline", NULL};
    return names;
}

static const char *const *profile_names(void) { return ld_profile_names; }

/* ---- values ---- */

static void *field(struct ld_settings *settings, const struct ld_option *option) {
    return (char *)settings + option->field;
}

static enum ld_parsed unknown_name(const struct ld_option *option, const char *value) {
    const char *nearest = ld_nearest(option->extra.names(), value);
    struct ld_buffer list;
    ld_buffer_init(&list);
    for (const char *const *name = option->extra.names(); *name; name++) {
        if (list.length) ld_buffer_string(&list, ", ");
        ld_buffer_string(&list, *name);
    }
    ld_buffer_byte(&list, '\0');
    ld_say(NULL, "--%s: there is no \"%s\"", option->name, value);
    if (nearest)
        ld_hint("did you mean \"%s\"?", nearest);
    else if (!list.failed)
        ld_hint("there are: %s", list.bytes);
    ld_buffer_free(&list);
    return LD_STOP_USAGE;
}

/* Which of the names it is, -1 for none. */
static int find_name(const char *const *names, const char *value, size_t length) {
    for (int i = 0; names[i]; i++)
        if (strlen(names[i]) == length && !memcmp(names[i], value, length)) return i;
    return -1;
}

unsigned ld_row_of(const char *const *names, const char *name) {
    return name ? (unsigned)find_name(names, name, strlen(name)) : 0;
}

static enum ld_parsed parse_name(struct ld_settings *settings, const struct ld_option *option, const char *value) {
    if (find_name(option->extra.names(), value, strlen(value)) < 0) return unknown_name(option, value);
    *(const char **)field(settings, option) = value;
    return LD_GO_ON;
}

/* A name, stored as its number in the list. */
static enum ld_parsed parse_choice(struct ld_settings *settings, const struct ld_option *option, const char *value) {
    int number = find_name(option->extra.names(), value, strlen(value));
    if (number < 0) return unknown_name(option, value);
    *(int *)field(settings, option) = number;
    return LD_GO_ON;
}

static enum ld_parsed parse_language(struct ld_settings *settings, const struct ld_option *option, const char *value) {
    if (strcmp(value, "auto") != 0 && !lede_language_name(value)) {
        ld_say(NULL, "--language: there is no \"%s\"", value);
        ld_hint("a code such as en, de or fr, or auto; lede --list-languages gives all");
        return LD_STOP_USAGE;
    }
    *(const char **)field(settings, option) = value;
    return LD_GO_ON;
}

static enum ld_parsed parse_text(struct ld_settings *settings, const struct ld_option *option, const char *value) {
    *(const char **)field(settings, option) = value;
    return LD_GO_ON;
}

static enum ld_parsed set_flag(struct ld_settings *settings, const struct ld_option *option, const char *value) {
    (void)value;
    *(int *)field(settings, option) = 1;
    return LD_GO_ON;
}

static enum ld_parsed add_part(struct ld_settings *settings, const struct ld_option *option, const char *value) {
    (void)value;
    *(unsigned *)field(settings, option) |= option->extra.bits;
    return LD_GO_ON;
}

static enum ld_parsed parse_parts(struct ld_settings *settings, const struct ld_option *option, const char *value) {
    for (;;) {
        size_t length = strcspn(value, ",");
        int i = find_name(part_names(), value, length);
        if (i < 0) {
            char given[32];
            if (length >= sizeof given) length = sizeof given - 1;
            memcpy(given, value, length);
            given[length] = '\0';
            return unknown_name(option, given);
        }
        *(unsigned *)field(settings, option) |= 1U << i;
        if (!value[length]) return LD_GO_ON;
        value += length + 1;
    }
}

/* The number that value begins with, up to most; *end is what follows it, value itself where there is none. */
static uint64_t digits(const char *value, uint64_t most, const char **end) {
    uint64_t number = 0;
    *end = value;
    for (const char *at = value; *at >= '0' && *at <= '9'; at++) {
        unsigned digit = (unsigned)(*at - '0');
        if (number > (most - digit) / 10) {
            *end = value;
            return 0;
        }
        number = 10 * number + digit;
        *end = at + 1;
    }
    return number;
}

static enum ld_parsed bad_number(const struct ld_option *option, const char *value, const char *wanted) {
    ld_say(NULL, "--%s: \"%s\" was given, %s is wanted", option->name, value, wanted);
    return LD_STOP_USAGE;
}

static enum ld_parsed parse_size(struct ld_settings *settings, const struct ld_option *option, const char *value) {
    const char *end;
    uint64_t number = digits(value, UINT32_MAX, &end);
    if (end == value || *end) return bad_number(option, value, "a whole number from 0 to 4294967295");
    *(size_t *)field(settings, option) = (size_t)number;
    return LD_GO_ON;
}

static enum ld_parsed parse_count(struct ld_settings *settings, const struct ld_option *option, const char *value) {
    const char *end;
    uint64_t number = digits(value, UINT32_MAX, &end);
    if (!number || *end) return bad_number(option, value, "a whole number from 1 to 4294967295");
    *(size_t *)field(settings, option) = (size_t)number;
    return LD_GO_ON;
}

/* --headlines N asks for the part and says how many. */
static enum ld_parsed parse_headlines(struct ld_settings *settings, const struct ld_option *option, const char *value) {
    settings->parts |= LEDE_HEADLINES;
    return parse_count(settings, option, value);
}

static enum ld_parsed parse_seed(struct ld_settings *settings, const struct ld_option *option, const char *value) {
    const char *end;
    uint64_t number = digits(value, UINT64_MAX, &end);
    if (end == value || *end) return bad_number(option, value, "a whole number from 0 to 18446744073709551615");
    *(uint64_t *)field(settings, option) = number;
    return LD_GO_ON;
}

static enum ld_parsed parse_bytes(struct ld_settings *settings, const struct ld_option *option, const char *value) {
    const char *end, *unit = "KMG";
    uint64_t number = digits(value, UINT32_MAX, &end);
    if (end > value && *end && strchr(unit, *end)) {
        for (const char *at = unit; at <= strchr(unit, *end); at++) number *= 1000;
        end++;
    }
    if (!number || *end || number > UINT32_MAX)
        return bad_number(option, value, "a size up to 4294967295 bytes, as 5000, 64K or 100M,");
    *(size_t *)field(settings, option) = (size_t)number;
    return LD_GO_ON;
}

/* By hand, since strtod heeds the locale: 12, 12.5, 12.5%. */
static enum ld_parsed parse_percent(struct ld_settings *settings, const struct ld_option *option, const char *value) {
    const char *end;
    double number = (double)digits(value, 100, &end);
    bool any = end > value;
    if (any && *end == '.') {
        double scale = 0.1;
        for (end++; *end >= '0' && *end <= '9'; end++, scale /= 10) number += scale * (*end - '0');
    }
    if (any && *end == '%') end++;
    if (!any || *end || !(number > 0) || number > 100)
        return bad_number(option, value, "a percentage above 0, up to 100,");
    *(double *)field(settings, option) = number;
    return LD_GO_ON;
}

/* ---- options that only show something ---- */

static enum ld_parsed shown(struct ld_output *output) {
    return ld_output_close(output) ? LD_STOP_DONE : LD_STOP_FAILED;
}

static enum ld_parsed show_help(struct ld_settings *settings, const struct ld_option *option, const char *value) {
    struct ld_output output = ld_output_standard();
    (void)option;
    (void)value;
    ld_print_help(&output, settings->command);
    return shown(&output);
}

static enum ld_parsed show_version(struct ld_settings *settings, const struct ld_option *option, const char *value) {
    struct ld_output output = ld_output_standard();
    (void)settings;
    (void)option;
    (void)value;
    ld_output_string(&output, "lede ");
    ld_output_string(&output, lede_version());
    ld_output_string(&output, "\n");
    return shown(&output);
}

static enum ld_parsed show_list(struct ld_settings *settings, const struct ld_option *option, const char *value) {
    struct ld_output output = ld_output_standard();
    (void)settings;
    (void)value;
    size_t width = 0;
    for (const char *const *name = option->extra.names(); *name; name++)
        if (strlen(*name) > width) width = strlen(*name);
    for (const char *const *name = option->extra.names(); *name; name++) {
        ld_output_string(&output, *name);
        for (size_t column = strlen(*name); column < width + 2; column++) ld_output_string(&output, " ");
        ld_output_string(&output, option->extra.about(*name));
        ld_output_string(&output, "\n");
    }
    return shown(&output);
}

static enum ld_parsed print_options(struct ld_settings *settings, const struct ld_option *option, const char *value) {
    struct ld_output output = ld_output_standard();
    if (!strcmp(value, "man"))
        ld_print_man(&output, settings->command);
    else if (!strcmp(value, "bash"))
        ld_print_bash(&output, settings->command);
    else
        return bad_number(option, value, "man or bash");
    return shown(&output);
}

/* ---- the table ---- */

#define NONE                                                                                                           \
    { NULL, NULL, 0 }
#define NAMES(function)                                                                                                \
    { function, NULL, 0 }
#define BITS(bits)                                                                                                     \
    { NULL, NULL, bits }
#define LIST(function, about)                                                                                          \
    { function, about, 0 }
const struct ld_option ld_options[] = {
#define OPTION(name, letter, commands, argument, help, parse, field, extra)                                            \
    {name, letter, commands, argument, help, parse, offsetof(struct ld_settings, field), extra},
#include "cli/options.def"
#undef OPTION
};
const size_t ld_option_count = sizeof ld_options / sizeof *ld_options;
enum { OPTIONS = sizeof ld_options / sizeof *ld_options };

/* ---- parsing ---- */

enum { LONG = 256 }; /* getopt's value of a long option is LONG + its row */

static void for_getopt(const struct ld_command *command, char *letters, struct option *names, const char **known) {
    *letters++ = ':'; /* missing arguments are told from unknown options */
    for (size_t i = 0; i < OPTIONS; i++) {
        const struct ld_option *o = &ld_options[i];
        if (!ld_option_of(o, command)) continue;
        if (o->letter) *letters++ = o->letter;
        if (o->letter && o->argument) *letters++ = ':';
        if (!o->name) continue;
        *names++ = (struct option){o->name, o->argument ? required_argument : no_argument, NULL, LONG + (int)i};
        if (o->help) *known++ = o->name;
    }
    *letters = '\0';
    *names = (struct option){NULL, 0, NULL, 0};
    *known = NULL;
}

static const struct ld_option *option_of(const struct ld_command *command, int code) {
    if (code >= LONG) return &ld_options[code - LONG];
    for (size_t i = 0; i < OPTIONS; i++)
        if (code && ld_options[i].letter == code && ld_option_of(&ld_options[i], command)) return &ld_options[i];
    return NULL;
}

/* Said by getopt: the option is unknown, ambiguous or has an argument that it does not take. */
static enum ld_parsed bad_option(const struct ld_command *command, const char *const *known, const char *given) {
    const struct ld_option *option = option_of(command, optopt);
    const char *nearest = NULL, *part = NULL, *space = *command->name ? " " : "";
    if (option) {
        ld_say(NULL, "--%s takes no value", option->name);
    } else if (optopt) {
        char letter[2] = {(char)optopt, '\0'};
        ld_say(NULL, "there is no option -%s", letter);
    } else {
        char name[40] = {0};
        strncpy(name, given + 2, strcspn(given + 2, "=") < sizeof name ? strcspn(given + 2, "=") : sizeof name - 1);
        ld_say(NULL, "there is no option --%s", name);
        nearest = ld_nearest(known, name);
        if (find_name(known, "parts", strlen("parts")) >= 0) part = ld_nearest(part_names(), name);
    }
    if (part && !nearest)
        ld_hint("did you mean --parts %s? All are in: lede %s%s--help", part, command->name, space);
    else if (nearest)
        ld_hint("did you mean --%s? All are in: lede %s%s--help", nearest, command->name, space);
    else
        ld_hint("all options are in: lede %s%s--help", command->name, space);
    return LD_STOP_USAGE;
}

static enum ld_parsed wrong(const char *message) {
    ld_say(NULL, "%s", message);
    return LD_STOP_USAGE;
}

/* What single options cannot see. */
static enum ld_parsed check_together(const struct ld_settings *s) {
    bool html = !strcmp(s->render.format, "html"), text = !strcmp(s->render.format, "text");
    int lengths =
        (s->summary.sentences > 0) + (s->summary.words > 0) + (s->summary.characters > 0) + (s->summary.ratio > 0);
    if (lengths > 1) return wrong("only one of --sentences, --words, --chars and --ratio can be given");
    if (s->render.highlight && s->render.explain) return wrong("only one of --highlight and --explain can be given");
    if (s->render.highlight && !html && !text) return wrong("--highlight works with the formats text and html only");
    if (s->render.standalone && !html) return wrong("--standalone works with the format html only");
    if (s->render.standalone && s->file_count > 1) return wrong("--standalone takes one file: it makes one page");
    if (s->command->bit == LD_IN_BATCH && strcmp(s->render.format, "json") != 0)
        return wrong("batch writes JSON only: one line for each record");
    return LD_GO_ON;
}

static void set_defaults(struct ld_settings *s, const struct ld_command *command) {
    *s = (struct ld_settings){.command = command,
                              .from = "auto",
                              .color = "auto",
                              .progress = "auto",
                              .width = SIZE_MAX,
                              .max_record = 100000000};
    lede_document_options_init(&s->document);
    lede_summary_options_init(&s->summary);
    lede_render_options_init(&s->render);
    if (command->bit == LD_IN_BATCH) s->render.format = "json";
}

static void finish(struct ld_settings *s, int argc, char **argv) {
    static const char *const none[] = {"-", NULL};
    s->files = optind < argc ? (const char *const *)(argv + optind) : none;
    s->file_count = optind < argc ? (size_t)(argc - optind) : 1;
    if (s->parts) s->render.parts = s->parts;
    s->summary.parts = s->render.parts;
    if (s->render.highlight || s->render.explain) s->summary.parts |= LEDE_SUMMARY; /* what they mark */
    if (s->render.explain) s->summary.parts |= LEDE_SCORES;                         /* and what they tell */
}

enum ld_parsed ld_options_parse(struct ld_settings *settings, const struct ld_command *command, int argc, char **argv) {
    char letters[2 * OPTIONS + 2];
    struct option names[OPTIONS + 1];
    const char *known[OPTIONS + 1];
    set_defaults(settings, command);
    for_getopt(command, letters, names, known);
    opterr = 0;
    for (int code; (code = getopt_long(argc, argv, letters, names, NULL)) != -1;) {
        if (code == '?') return bad_option(command, known, argv[optind - 1]);
        const struct ld_option *option = option_of(command, code == ':' ? optopt : code);
        if (code == ':') ld_say(NULL, "--%s needs a value: %s", option->name, option->argument);
        if (code == ':') return LD_STOP_USAGE;
        enum ld_parsed parsed = option->parse(settings, option, optarg);
        if (parsed != LD_GO_ON) return parsed;
    }
    finish(settings, argc, argv);
    return check_together(settings);
}
