/* embed.c - a build tool: the data files of the languages in, one C file of constant tables out.
 *
 *   embed lexicon CODE FILE...         CODE.stop, .abbr, .cues, .furniture -> ld_lexicon_CODE: word -> facts, and
 *                                      ld_pairs_CODE: bits of the pairs of words that phrases begin with, and
 *                                      ld_elides_CODE: are there stop words that end with an apostrophe?
 *   embed forms CODE FILE              CODE.forms -> ld_forms_CODE: form of a verb -> bits of lang/forms.def
 *   embed frequencies CODE FILE        "stem<TAB>documents" lines, "# documents N" -> ld_frequencies_CODE
 *   embed detect FILE...               stop lists, one a row of languages.def in its order -> ld_detect_table: word ->
 * bit set of languages by row
 *
 * Output goes to standard output. Messages name file and line. Runs on the building machine only; uses malloc freely.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lang/language.h"
#include "lang/table.h"

struct entry {
    char *key;
    uint32_t value;
};

static struct entry *entries;
static size_t entry_count;
static unsigned long documents;

static const struct {
    const char *section, *file;
} sections[] =
    {
#define FACT(section, NAME, file) {#section, #file},
#include "lang/lexicon.def"
#undef FACT
},
  form_sections[] = {
#define FORM(section, NAME) {#section, "forms"},
#include "lang/forms.def"
#undef FORM
};

static void die(const char *file, unsigned line, const char *what) {
    fprintf(stderr, "embed: %s:%u: %s\n", file, line, what);
    exit(1);
}

static void *need(void *p) {
    if (!p) die("memory", 0, "none left");
    return p;
}

static void add(const char *key, uint32_t value) {
    if (entry_count % 1024 == 0) entries = need(realloc(entries, (entry_count + 1024) * sizeof *entries));
    entries[entry_count].key = need(strdup(key));
    entries[entry_count++].value = value;
}

/* The bit of a section; for a file without sections, that of its own name. */
static uint32_t section_bit(const char *name, const char *kind, const char *path, unsigned line) {
    for (size_t i = 0; i < sizeof sections / sizeof *sections; i++)
        if (!strcmp(sections[i].section, name) && !strcmp(sections[i].file, kind)) return 1u << i;
    for (size_t i = 0; i < sizeof form_sections / sizeof *form_sections; i++)
        if (!strcmp(form_sections[i].section, name) && !strcmp(form_sections[i].file, kind)) return 1u << i;
    die(path, line, "unknown section: see src/lang/lexicon.def and forms.def");
    return 0;
}

static char *trim(char *s) {
    while (*s == ' ' || *s == '\t') s++;
    size_t n = strlen(s);
    while (n && strchr(" \t\r\n", s[n - 1])) s[--n] = 0;
    return s;
}

static void read_words(const char *path, uint32_t fixed) {
    FILE *f = fopen(path, "r");
    if (!f) die(path, 0, "cannot be read");
    const char *dot = strrchr(path, '.');
    const char *kind = dot ? dot + 1 : "";
    uint32_t bit = fixed ? fixed : !strcmp(kind, "stop") ? section_bit("stop", kind, path, 0) : 0;
    char buffer[512];
    for (unsigned line = 1; fgets(buffer, sizeof buffer, f); line++) {
        char *s = trim(buffer);
        size_t n = strlen(s);
        if (!n || *s == '#') continue;
        if (*s == '[' && s[n - 1] == ']') {
            s[n - 1] = 0;
            bit = section_bit(s + 1, kind, path, line);
        } else if (!bit) {
            die(path, line, "an entry before the first [section]");
        } else {
            add(s, bit);
        }
    }
    fclose(f);
}

static void read_frequencies(const char *path) {
    FILE *f = fopen(path, "r");
    if (!f) die(path, 0, "cannot be read");
    char buffer[512];
    for (unsigned line = 1; fgets(buffer, sizeof buffer, f); line++) {
        char *tab = strchr(buffer, '\t');
        if (sscanf(buffer, "# documents %lu", &documents) == 1 || *buffer == '#') continue;
        if (!tab) die(path, line, "no tab between stem and count");
        *tab = 0;
        add(buffer, (uint32_t)strtoul(tab + 1, NULL, 10));
    }
    fclose(f);
}

static int by_key(const void *a, const void *b) {
    return strcmp(((const struct entry *)a)->key, ((const struct entry *)b)->key);
}

/* Equal keys become one entry with all their bits. */
static void sort_and_merge(void) {
    qsort(entries, entry_count, sizeof *entries, by_key);
    size_t kept = 0;
    for (size_t i = 0; i < entry_count; i++)
        if (kept && !strcmp(entries[kept - 1].key, entries[i].key))
            entries[kept - 1].value |= entries[i].value;
        else
            entries[kept++] = entries[i];
    entry_count = kept;
}

/* Mark the words that phrases begin with: up to each blank, and, for those who part "d'" from "autre part", up to the
 * first apostrophe. */
static void add_openers(void) {
    for (size_t i = 0, count = entry_count; i < count; i++) {
        char word[512];
        const char *blank = entries[i].key, *apostrophe = strchr(entries[i].key, '\'');
        while ((blank = strchr(blank + 1, ' ')))
            if (snprintf(word, sizeof word, "%.*s", (int)(blank - entries[i].key), entries[i].key) > 0)
                add(word, LD_OPENS_PHRASE);
        if (apostrophe && apostrophe[1] &&
            snprintf(word, sizeof word, "%.*s", (int)(apostrophe + 1 - entries[i].key), entries[i].key) > 0)
            add(word, LD_OPENS_PHRASE);
    }
}

/* Mark the words that long phrases of furniture and abbreviations of several words end with, by a blank before them. */
static void add_closers(void) {
    for (size_t i = 0, count = entry_count; i < count; i++) {
        const uint32_t value = entries[i].value;
        unsigned words = 1;
        for (const char *p = entries[i].key; *p; p++) words += *p == ' ';
        if (value == LD_FURNITURE_START ? words >= LD_LONG_PHRASE : value & LD_ABBREVIATION && words > 1)
            add(strrchr(entries[i].key, ' '), value);
    }
}

static void print_numbers(const char *type_and_name, const uint32_t *numbers, size_t count) {
    printf("static const uint32_t %s[] = {", type_and_name);
    for (size_t i = 0; i < count; i++) printf("%s%lu,", i % 16 ? "" : "\n", (unsigned long)numbers[i]);
    printf("\n};\n");
}

/* The sieve of the words that abbreviations end with, and those that add_closers marked. */
static void print_sieve(const char *code) {
    static struct ld_sieve sieve;
    for (size_t i = 0; i < entry_count; i++) {
        const char *blank = strrchr(entries[i].key, ' '), *last = blank ? blank + 1 : entries[i].key;
        const size_t length = strlen(last);
        if ((entries[i].value & LD_ABBREVIATION || blank == entries[i].key) && length > 1)
            ld_sieve_add(&sieve, last, length);
    }
    printf("extern const struct ld_sieve ld_closings_%s;\nconst struct ld_sieve ld_closings_%s = {{", code, code);
    for (size_t i = 0; i < sizeof sieve.by_end; i++) printf("%s%d,", i % 32 ? "" : "\n", sieve.by_end[i]);
    printf("}, {");
    for (size_t i = 0; i < sizeof sieve.by_begin; i++) printf("%s%d,", i % 32 ? "" : "\n", sieve.by_begin[i]);
    printf("}};\n");
}

/* Whether words end at an apostrophe: there are stop words that do. */
static bool elides(void) {
    bool any = false;
    for (size_t i = 0; i < entry_count; i++)
        any |= entries[i].value & LD_STOP && entries[i].key[strlen(entries[i].key) - 1] == '\'';
    return any;
}

static void print_elides(const char *code) {
    printf("extern const bool ld_elides_%s;\nconst bool ld_elides_%s = %d;\n", code, code, elides());
}

static void set_bit(uint64_t *bits, uint32_t bit) { bits[bit / 64] |= UINT64_C(1) << bit % 64; }

static void print_bits(const uint64_t *bits, size_t count) {
    for (size_t i = 0; i < count / 64; i++) printf("%s0x%llxu,", i % 8 ? "" : "\n", (unsigned long long)bits[i]);
    printf("\n};\n");
}

/* Frequencies need no bits: they are looked up several at once, and most stems are among them. */
static void print_table(const char *name, bool with_bits) {
    if (entry_count > LD_TABLE_MOST) die(name, 0, "too many entries");
    const uint32_t mask = ld_table_mask((uint32_t)entry_count);
    uint32_t *slots = need(calloc((size_t)mask + 1, sizeof *slots));
    uint32_t *starts = need(calloc(entry_count + 1, sizeof *starts)),
             *values = need(calloc(entry_count + 1, sizeof *values));
    const size_t bit_count = (LD_TABLE_BITS * ((size_t)mask + 1) + 63) / 64 * 64;
    uint64_t *bits = need(calloc(bit_count / 64, sizeof *bits));
    printf("#include \"lang/table.h\"\nstatic const char bytes[] = {0,0,0,0,0,0,0,0,");
    uint32_t at = 0;
    for (size_t i = 0; i < entry_count; i++) {
        uint32_t n = (uint32_t)strlen(entries[i].key);
        const uint32_t hash = ld_table_hash(entries[i].key, n);
        ld_table_enter(slots, mask, hash, (uint32_t)i);
        set_bit(bits, ld_table_bit(mask, hash));
        starts[i] = at;
        values[i] = entries[i].value;
        at += n;
        for (uint32_t k = 0; k < n; k++) printf("%s%d,", k ? "" : "\n", (signed char)entries[i].key[k]);
    }
    starts[entry_count] = at;
    printf("\n0};\n");
    print_numbers("starts", starts, entry_count + 1);
    print_numbers("values", values, entry_count + 1);
    print_numbers("slots", slots, (size_t)mask + 1);
    if (with_bits) printf("static const uint64_t bits[] = {");
    if (with_bits) print_bits(bits, bit_count);
    printf("extern const struct ld_table %s;\n"
           "const struct ld_table %s = {bytes + 8, starts, values, slots, %luu, %luu, %s};\n",
           name, name, (unsigned long)mask, (unsigned long)entry_count, with_bits ? "bits" : "NULL");
}

static uint64_t first_bytes(const char *word, size_t length) {
    return length < 8 ? ld_bytes_below_8(word, length) : ld_bytes_8(word);
}

/* The bytes of the first word of a phrase: "d'" of "d'autre part", where words end so. */
static size_t word_length(const char *phrase, bool elided) {
    const size_t length = strcspn(phrase, elided ? " '" : " ");
    return length + (phrase[length] == '\'');
}

static void print_pairs(const char *code) {
    uint64_t bits[LD_PHRASE_BITS / 64] = {0};
    const bool elided = elides();
    for (size_t i = 0; i < entry_count; i++) {
        const char *word = entries[i].key;
        size_t length = word_length(word, elided);
        const uint64_t first = first_bytes(word, length);
        uint64_t hash = ld_hash_8(LD_HASH_START, first);
        if (!word[length]) continue;
        for (uint32_t n = 1; word[length]; n++) {
            word += length + (word[length] == ' ');
            length = word_length(word, elided);
            const uint64_t next = first_bytes(word, length);
            hash = ld_hash_8(hash, next);
            if (n > 1) continue;
            set_bit(bits, ld_pair_bit(first, next));
            set_bit(bits, ld_second_bit(next));
        }
        if (entries[i].value != LD_OPENS_PHRASE) set_bit(bits, ld_phrase_bit(hash)); /* else it is none by itself */
    }
    printf("extern const uint64_t ld_pairs_%s[];\nconst uint64_t ld_pairs_%s[] = {", code, code);
    print_bits(bits, sizeof bits * 8);
}

int main(int argc, char **argv) {
    char name[64];
    if (argc < 3) die("usage", 0, "embed lexicon|forms|frequencies|detect ...");
    if (!strcmp(argv[1], "detect")) {
        for (int i = 2; i < argc; i++) read_words(argv[i], 1u << (i - 2));
        snprintf(name, sizeof name, "ld_detect_table");
    } else {
        snprintf(name, sizeof name, "ld_%s_%s", argv[1], argv[2]);
        for (int i = 3; i < argc; i++)
            if (strcmp(argv[1], "frequencies"))
                read_words(argv[i], 0);
            else
                read_frequencies(argv[i]);
        if (!strcmp(argv[1], "lexicon")) {
            add_openers();
            add_closers();
        }
    }
    sort_and_merge();
    print_table(name, strcmp(argv[1], "frequencies") != 0);
    if (!strcmp(argv[1], "lexicon")) print_sieve(argv[2]);
    if (!strcmp(argv[1], "lexicon")) print_pairs(argv[2]);
    if (!strcmp(argv[1], "lexicon")) print_elides(argv[2]);
    if (!strcmp(argv[1], "frequencies"))
        printf("extern const uint32_t ld_background_%s;\nconst uint32_t ld_background_%s = %luu;\n", argv[2], argv[2],
               documents);
    return ferror(stdout) || fclose(stdout) ? 1 : 0;
}
