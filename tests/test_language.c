/* test_language.c - the table of languages, their data, and detection. Texts for detection: tests/spec/languages.txt;
 * words that must and must not be known as stop words: tests/spec/stopwords.txt. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <jansson.h>
#include <libstemmer.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/unicode.h"
#include "lang/shape.h"
#include "lang/stem.h"
#include "text/words.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))
enum { ROWS = 28 };

enum { LONGEST = 512 };

/* A copy that bytes may be read behind, in static memory. */
static const char *with_room(const char *word, size_t length) {
    static char copy[LONGEST + 8];
    assert_true(length <= LONGEST);
    return memcpy(copy, word, length);
}

static uint32_t facts(const struct ld_language *language, const char *word) {
    const size_t length = strlen(word);
    return ld_language_facts(language, with_room(word, length), length);
}

/* ---- the table ---- */

static void every_stemmer_has_a_row(void **state) {
    (void)state;
    unsigned rows = 0, stemmers = 0;
    for (const char **name = sb_stemmer_list(); *name; name++) {
        static const char *const variants[] = {"porter",       "lovins",    "german2", "kraaij_pohlmann",
                                               "dutch_porter", "esperanto", "estonian"};
        bool natural = true, found = false;
        for (size_t i = 0; i < COUNT(variants); i++) natural &= strcmp(*name, variants[i]) != 0;
        for (const struct ld_language *l = ld_languages; l->code; l++)
            found |= l->stemmer && !strcmp(l->stemmer, *name);
        if (natural && !found) fail_msg("no row for %s", *name);
        stemmers += natural;
    }
    assert_true(stemmers >= 26);
    assert_string_equal(ld_languages->code, "und");
    assert_null(ld_languages->stemmer);
    for (const struct ld_language *l = ld_languages + 1; l->code; l++, rows++) {
        struct ld_stemmer *stemmer;
        assert_true(ld_stemmer_new(l, &stemmer));
        assert_non_null(stemmer);
        ld_stemmer_free(stemmer);
        assert_int_equal(strlen(l->code), 2);
        assert_true(strlen(l->name) > 3);
        assert_ptr_equal(ld_language_find(l->code), l);
    }
    assert_int_equal(rows, ROWS);
}

static void finds_codes(void **state) {
    (void)state;
    static const char *const codes[][2] = {
        {"en", "en"},      {"EN", "en"},    {"pt-BR", "pt"}, {"pt_br", "pt"},   {"en-Latn-GB", "en"}, {"NB", "no"},
        {"nn", "no"},      {"nb-NO", "no"}, {"und", "und"},  {"sr-Cyrl", "sr"}, {"xx", NULL},         {"", NULL},
        {"english", NULL}, {"e", NULL},     {"eng", NULL},   {"-en", NULL},     {"en ", NULL}};
    for (size_t i = 0; i < COUNT(codes); i++) {
        const struct ld_language *got = ld_language_find(codes[i][0]);
        if (codes[i][1] ? !got || strcmp(got->code, codes[i][1]) : got != NULL)
            fail_msg("%s: %s", codes[i][0], got ? got->code : "none");
    }
}

/* ---- the data ---- */

static void data_is_folded_and_enough(void **state) {
    (void)state;
    unsigned bad = 0;
    for (const struct ld_language *l = ld_languages + 1; l->code; l++) {
        unsigned stops = 0, abbreviations = 0;
        for (uint32_t k = 0; k < l->lexicon->count; k++) {
            const char *key = l->lexicon->bytes + l->lexicon->starts[k];
            size_t length = l->lexicon->starts[k + 1] - l->lexicon->starts[k], got;
            char *folded = malloc(3 * length + 1);
            got = ld_fold(key, length, folded, 3 * length);
            if (got != length || memcmp(folded, key, length)) {
                print_error("%s: \"%.*s\" is not folded: \"%.*s\"\n", l->code, (int)length, key, (int)got, folded);
                bad++;
            }
            free(folded);
            assert_int_equal(ld_language_look(l, with_room(key, length), length), l->lexicon->values[k]);
            const size_t last = length - (*key == ' '); /* of its last word, where it has no other blanks */
            if ((l->lexicon->values[k] & LD_ABBREVIATION || last < length) && last > 1 &&
                !memchr(key + 1, ' ', length - 1))
                assert_true(ld_sieve_holds(l->closings, key + length - last, last));
            assert_true(l->lexicon->values[k] != 0);
            if (k)
                assert_false(length == l->lexicon->starts[k] - l->lexicon->starts[k - 1] &&
                             !memcmp(key, key - length, length));
            stops += (l->lexicon->values[k] & LD_STOP) != 0;
            abbreviations += (l->lexicon->values[k] & LD_ABBREVIATION) != 0;
        }
        if (stops < 100 || abbreviations < 10)
            fail_msg("%s: %u stop words, %u abbreviations", l->code, stops, abbreviations);
    }
    assert_int_equal(bad, 0);
    assert_int_equal(facts(ld_languages, "the"), 0);
}

/* A line of a file in memory; false at its end. */
static bool next_line(char **at, char **line) {
    if (!**at) return false;
    *line = *at;
    char *end = strchr(*at, '\n');
    if (end) *end = 0;
    *at = end ? end + 1 : *at + strlen(*at);
    return true;
}

static char *read_all(const char *path) {
    FILE *file = fopen(path, "rb");
    if (!file) return NULL;
    size_t length = 0, capacity = 1 << 16;
    char *bytes = malloc(capacity);
    for (size_t got; (got = fread(bytes + length, 1, capacity - length - 1, file)) > 0;) {
        length += got;
        if (length + 1 == capacity) bytes = realloc(bytes, capacity *= 2);
    }
    bytes[length] = 0;
    fclose(file);
    return bytes;
}

/* Lines "code stop: words" must be stop words, "code topic: words" must not. */
static void stop_words(void **state) {
    (void)state;
    char *spec = read_all("tests/spec/stopwords.txt"), *at = spec, *line;
    unsigned bad = 0, seen[2][ROWS + 1] = {{0}};
    assert_non_null(spec);
    while (next_line(&at, &line)) {
        if (!*line || *line == '#') continue;
        char *code = strtok(line, " "), *what = strtok(NULL, " ");
        const struct ld_language *l = ld_language_find(code);
        assert_non_null(l);
        bool stop = !strcmp(what, "stop:");
        assert_true(stop || !strcmp(what, "topic:"));
        for (char *word; (word = strtok(NULL, " "));) {
            seen[stop][l - ld_languages]++;
            if (((facts(l, word) & LD_STOP) != 0) == stop) continue;
            print_error("%s: \"%s\" must %sbe a stop word\n", code, word, stop ? "" : "not ");
            bad++;
        }
    }
    for (unsigned i = 1; i <= ROWS; i++)
        if (seen[0][i] < 8 || seen[1][i] < 8) fail_msg("%s: too few words in the table", ld_languages[i].code);
    free(spec);
    assert_int_equal(bad, 0);
}

/* Facts of other kinds that any list must have. */
static void spot_facts(void **state) {
    (void)state;
    static const struct {
        const char *code, *word;
        uint32_t fact;
    } spots[] = {
        {"en", "dr", LD_ABBR_NAME},
        {"en", "gen", LD_ABBR_NAME},
        {"en", "no", LD_ABBR_NUMBER},
        {"en", "e.g", LD_ABBR_INSIDE},
        {"en", "inc", LD_ABBR_EITHER},
        {"en", "u.s", LD_ABBR_EITHER},
        {"en", "a.m", LD_ABBR_EITHER},
        {"en", "he", LD_PRONOUN},
        {"en", "however", LD_CONNECTIVE},
        {"en", "said", LD_SAY},
        {"en", "who", LD_RELATIVE},
        {"en", "of", LD_PREPOSITION},
        {"en", "the", LD_ARTICLE},
        {"en", "and", LD_CONJUNCTION},
        {"en", "was", LD_AUXILIARY},
        {"en", "not", LD_NEGATION},
        {"en", "monday", LD_TIME},
        {"en", "why", LD_QUESTION},
        {"en", "by", LD_BYLINE_START},
        {"en", "reuters", LD_AGENCY},
        {"de", "z.b", LD_ABBR_INSIDE},
        {"de", "oktober", LD_MONTH},
        {"de", "und", LD_CONJUNCTION},
        {"de", "sagte", LD_SAY},
        {"fr", "m", LD_ABBR_NAME},
        {"fr", "et", LD_CONJUNCTION},
        {"fr", "elle", LD_PRONOUN},
        {"fr", "le", LD_ARTICLE},
        {"es", "sr", LD_ABBR_NAME},
        {"es", "dijo", LD_SAY},
        {"es", "sin embargo", LD_CONNECTIVE},
        {"ru", "\u043D\u0435", LD_NEGATION},
        {"no", "ikke", LD_NEGATION},
        {"sv", "och", LD_CONJUNCTION},
        {"da", "januar", LD_MONTH},
    };
    for (size_t i = 0; i < COUNT(spots); i++)
        if (!(facts(ld_language_find(spots[i].code), spots[i].word) & spots[i].fact))
            fail_msg("%s: \"%s\" lacks fact %x", spots[i].code, spots[i].word, spots[i].fact);
}

/* Ours is the stem that Snowball gives. */
static void assert_stem(struct ld_stemmer *stemmer, struct sb_stemmer *any, const char *word) {
    size_t length;
    const char *got = ld_stem(stemmer, word, strlen(word), &length);
    const char *want = (const char *)sb_stemmer_stem(any, (const sb_symbol *)word, (int)strlen(word));
    if (!sb_stemmer_length(any)) want = word; /* cut away whole */
    assert_int_equal(length, strlen(want));
    assert_memory_equal(got, want, length);
}

/* Words of ASCII are stemmed in another encoding, where there is one: as in the one for all. */
static void stems_of_ascii(void **state) {
    (void)state;
    static const char *const pieces[] = {"a",    "e",   "i",    "o",   "u",   "y",    "b",  "st", "nn",  "rr",
                                         "l",    "t",   "d",    "k",   "s'",  "'s",   "7",  "-",  "ing", "ed",
                                         "ly",   "ies", "er",   "en",  "es",  "tion", "m",  "g",  "ss",  "ne",
                                         "ment", "ant", "heit", "are", "ata", "ja",   "lla"};
    uint32_t x = 5;
    for (const struct ld_language *l = ld_languages; l->code; l++) {
        struct ld_stemmer *stemmer;
        if (!l->stemmer) continue;
        struct sb_stemmer *any = sb_stemmer_new(l->stemmer, NULL);
        assert_true(ld_stemmer_new(l, &stemmer));
        for (unsigned round = 0; round < 3000; round++) {
            char word[64] = "";
            for (unsigned n = 1 + round % 7; n; n--) {
                x = x * 1664525u + 1013904223u;
                strcat(word, pieces[(x >> 16) % (sizeof pieces / sizeof *pieces)]);
            }
            assert_stem(stemmer, any, word);
        }
        ld_stemmer_free(stemmer);
        sb_stemmer_delete(any);
    }
}

/* English words that are told by their ends to be their own stems: any end, behind some beginnings. */
static void stems_by_end(void **state) {
    (void)state;
    static const char letters[] = "abcdefghijklmnopqrstuvwxyz'0";
    static const char *const beginnings[] = {"", "y", "hab", "tabator", "abcdefi"};
    enum { LETTERS = sizeof letters - 1, ENDS = LETTERS * LETTERS * LETTERS * LETTERS };
    const struct ld_language *english = ld_language_find("en");
    struct ld_stemmer *stemmer;
    struct sb_stemmer *any = sb_stemmer_new(english->stemmer, NULL);
    assert_true(ld_stemmer_new(english, &stemmer));
    for (size_t k = 0; k < COUNT(beginnings); k++)
        for (unsigned end = 0; end < ENDS; end += k ? 7 : 1) {
            char word[16] = "";
            size_t length = strlen(strcpy(word, beginnings[k]));
            for (unsigned n = end % 5 ? 4 : 3, rest = end; n; n--, rest /= LETTERS)
                word[length++] = letters[rest % LETTERS];
            assert_stem(stemmer, any, word);
        }
    ld_stemmer_free(stemmer);
    sb_stemmer_delete(any);
}

static void stems(void **state) {
    (void)state;
    static const char *const rows[][3] = {
        {"en", "running", "run"},     {"en", "governments", "govern"},
        {"fr", "maisons", "maison"},  {"de", "h\u00E4user", "haus"},
        {"es", "libros", "libr"},     {"ru", "\u0433\u043E\u0440\u043E\u0434\u0430", "\u0433\u043E\u0440\u043E\u0434"},
        {"und", "running", "running"}};
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct ld_stemmer *stemmer;
        size_t length;
        assert_true(ld_stemmer_new(ld_language_find(rows[i][0]), &stemmer));
        const char *got = ld_stem(stemmer, rows[i][1], strlen(rows[i][1]), &length);
        assert_int_equal(length, strlen(rows[i][2]));
        assert_memory_equal(got, rows[i][2], length);
        assert_true(ld_stem(stemmer, "", 0, &length) && !length);
        ld_stemmer_free(stemmer);
    }
}

/* ---- detection ---- */

static unsigned count_words(const char *text, const char *end) {
    unsigned count = 0;
    for (const char *p = text; p < end; p++)
        count += *p > ' ' || *p < 0 ? p == text || p[-1] == ' ' || p[-1] == '\n' : 0;
    return count;
}

static void shapes(void **state) {
    (void)state;
    static const struct {
        const char *code, *word;
        uint32_t want;
    } rows[] = {
        {"en", "opened", LD_ENDS_PAST},
        {"en", "red", 0}, /* nothing is left */
        {"en", "brings", LD_ENDS_S | LD_LIKE_PRESENT | LD_VERB_PRESENT | LD_TAKES_INTO},
        {"en", "bus", LD_ENDS_S},
        {"en", "town's", LD_ENDS_S | LD_ENDS_GENITIVE},
        {"en", "far-reaching", LD_ENDS_PARTICIPLE | LD_HYPHENED},
        {"en", "to", LD_MARKS_INFINITIVE | LD_TAKES_TO},
        {"en", "gmbh", LD_COMPANY_FORM},
        {"fr", "opened", 0},
        {"fr", "lentement", LD_ENDS_ADVERB},
        {"es", "ganar\xC3\xA1n", LD_ENDS_FINITE},
        {"und", "opened", 0},
        {"en", "", 0},
        {"de", "", 0},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        const struct ld_endings *endings = ld_endings_of(ld_language_find(rows[i].code));
        const size_t length = strlen(rows[i].word);
        uint32_t got = ld_shape_of(endings, with_room(rows[i].word, length), length);
        if (got != rows[i].want) print_error("%s %s: %x\n", rows[i].code, rows[i].word, (unsigned)got);
        assert_int_equal(got, rows[i].want);
    }
}

static void sorts(void **state) {
    (void)state;
    static const struct {
        const char *word;
        int want[LD_SORTS]; /* verb, opener, phrase, end, time */
    } rows[] = {
        {"said", {1, 1, 0, 0, 0}},   {"brings", {1, 0, 0, 0, 0}}, {"who", {0, 1, 0, 0, 0}},    {"of", {0, 0, 0, 0, 0}},
        {"during", {0, 0, 0, 1, 0}}, {"and", {0, 1, 0, 1, 0}},    {"monday", {0, 0, 0, 0, 1}}, {"boat", {0}},
    };
    const struct ld_language *english = ld_language_find("en");
    for (size_t i = 0; i < COUNT(rows); i++) {
        const size_t length = strlen(rows[i].word);
        const char *word = with_room(rows[i].word, length);
        const unsigned got =
            ld_sorts_of(ld_language_facts(english, word, length), ld_shape_of(ld_endings_of(english), word, length));
        for (int k = 0; k < LD_SORTS; k++) assert_int_equal((got & ld_sort_bit((enum ld_sort)k)) != 0, rows[i].want[k]);
    }
}

static void detects(void **state) {
    (void)state;
    char *spec = read_all("tests/spec/languages.txt"), *at = spec;
    unsigned bad = 0, seen = 0;
    bool has[ROWS + 1] = {false};
    assert_non_null(spec);
    while ((at = strstr(at, "\n== "))) {
        char code[8];
        assert_int_equal(sscanf(at, "\n== %7s", code), 1);
        char *text = strchr(at + 1, '\n') + 1, *end = strstr(text, "\n== ");
        if (!end) end = text + strlen(text);
        const struct ld_language *want = ld_language_find(code), *got = ld_language_detect(text, (size_t)(end - text));
        assert_non_null(want);
        if (want != ld_languages && count_words(text, end) < 60)
            fail_msg("%s: %u words only", code, count_words(text, end));
        if (got != want) {
            print_error("%s: taken for %s: %.60s...\n", code, got->code, text);
            bad++;
        }
        has[want - ld_languages] = true;
        at = end;
        seen++;
    }
    for (unsigned i = 0; i <= ROWS; i++)
        if (!has[i]) fail_msg("no text in %s", ld_languages[i].code);
    free(spec);
    assert_int_equal(bad, 0);
    assert_true(seen >= ROWS + 8);
    static const char *const nothing[] = {
        "", " \n", "....", "\xFF\xFE", "\U0001F600\U0001F600", "12 34", "\u5317\u4EAC\u5E02\u4EBA\u6C11"};
    for (size_t i = 0; i < COUNT(nothing); i++)
        assert_ptr_equal(ld_language_detect(nothing[i], strlen(nothing[i])), ld_languages);
}

/* ---- an extra, where the shared corpora are at hand ---- */

static void count_text(const struct ld_language *l, const char *text, size_t *stops, size_t *words) {
    struct ld_word_scan scan;
    ld_words_start(&scan, text, (struct ld_span){0, (uint32_t)strlen(text)}, l);
    while (ld_words_next(&scan)) {
        if (scan.flags & LD_NUMERIC) continue;
        ++*words;
        *stops += (ld_language_facts(l, scan.folded, scan.length) & LD_STOP) != 0;
    }
}

static void covers_corpora(void **state) {
    (void)state;
    static const char *const files[] = {"sentences/ud.jsonl",           "sentences/sadedegel_tr.jsonl",
                                        "summaries/easc_ar.jsonl",      "summaries/norsumm_no.jsonl",
                                        "summaries/orangesum_fr.jsonl", "summaries/cnndm.jsonl",
                                        "headlines/es.jsonl",           "headlines/gnad_de.jsonl"};
    size_t stops[ROWS + 1] = {0}, words[ROWS + 1] = {0};
    unsigned missing = 0, bad = 0;
    for (size_t i = 0; i < COUNT(files); i++) {
        char path[128];
        snprintf(path, sizeof path, "../shared/data/%s", files[i]);
        char *lines = read_all(path), *at = lines, *line;
        missing += !lines;
        for (unsigned n = 0; lines && n < 400 && next_line(&at, &line); n++) {
            json_t *record = json_loads(line, 0, NULL);
            const char *code = json_string_value(json_object_get(record, "lang")),
                       *text = json_string_value(json_object_get(record, "text"));
            const struct ld_language *l = code ? ld_language_find(code) : NULL;
            if (l && text) count_text(l, text, &stops[l - ld_languages], &words[l - ld_languages]);
            json_decref(record);
        }
        free(lines);
    }
    print_message("corpora of ../shared/data: %u of %zu missing (skipped)\n", missing, COUNT(files));
    for (unsigned i = 1; i <= ROWS; i++) {
        if (words[i] < 2000) continue;
        double share = (double)stops[i] / (double)words[i];
        bool inflected = strstr("ar fi hu tr ru", ld_languages[i].code) != NULL;
        print_message("%s %.1f%%  ", ld_languages[i].code, 100 * share);
        bad += share < (inflected ? 0.30 : 0.35);
    }
    print_message("\n");
    assert_int_equal(bad, 0);
}

static uint64_t first_bytes(const char *word, size_t length) {
    return length < 8 ? ld_bytes_below_8(word, length) : ld_bytes_8(word);
}

/* The bytes of the word there: "d'" of "d'autre part", where words end so. */
static size_t first_word(const char *phrase, const char *end, bool elided) {
    const char *at = phrase;
    while (at < end && *at != ' ' && !(elided && *at == '\'')) at++;
    return (size_t)(at - phrase) + (at < end && *at == '\'');
}

/* No phrase of a lexicon is taken for none by its bits; of two words that are no phrase, most are. */
static void phrase_bits(void **state) {
    (void)state;
    uint32_t phrases = 0, wrong = 0, of = 0;
    for (const struct ld_language *l = ld_languages; l->code; l++) {
        const struct ld_table *t = l->lexicon;
        for (uint32_t k = 0; t && k < t->count; k++) {
            const bool elided = l->elides && *l->elides;
            const char *word = t->bytes + t->starts[k], *end = t->bytes + t->starts[k + 1];
            size_t length = first_word(word, end, elided);
            const uint64_t a = first_bytes(word, length);
            if (word == end || word + length == end || *word == ' ') continue;
            uint64_t hash = ld_hash_8(LD_HASH_START, a), b = 0;
            for (word += length; word < end; word += length) {
                word += *word == ' ';
                length = first_word(word, end, elided);
                hash = ld_hash_8(hash, first_bytes(word, length));
                if (!b) b = first_bytes(word, length);
            }
            assert_true(ld_language_may_pair(l, a, b) && ld_language_may_be_second(l, b));
            wrong += ld_language_may_pair(l, b, a);
            of++;
            if (t->values[k] == LD_OPENS_PHRASE) continue;
            assert_true(ld_language_may_be(l, hash));
            phrases++;
        }
    }
    assert_true(phrases > 1000);
    assert_true(wrong < of / 4);
    assert_false(ld_language_may_pair(&ld_languages[LD_LANGUAGE_und], 1, 2));
    assert_false(ld_language_may_be(&ld_languages[LD_LANGUAGE_und], 1));
    assert_false(ld_language_may_be_second(&ld_languages[LD_LANGUAGE_und], 1));
    assert_false(ld_language_may_be_second(ld_language_find("en"), ld_bytes_below_8("oven", 4)));
}

/* Each key of a lexicon is found; of words that are none, the bits tell so of most. */
static void lexicon_keys(void **state) {
    (void)state;
    uint32_t keys = 0, passed = 0;
    for (const struct ld_language *l = ld_languages; l->code; l++) {
        const struct ld_table *t = l->lexicon;
        for (uint32_t k = 0; t && k < t->count; k++) {
            const char *key = t->bytes + t->starts[k];
            const size_t length = t->starts[k + 1] - t->starts[k];
            char other[1 + LONGEST + 8] = "~";
            assert_int_equal(ld_table_find(t, with_room(key, length), length), t->values[k]);
            memcpy(other + 1, key, length);
            assert_int_equal(ld_table_find(t, other, length + 1), 0);
            passed += ld_table_may_have(t, ld_table_hash(other, length + 1));
            assert_int_equal(ld_table_hash(other, length + 1), ld_table_hash_short(other, length + 1));
            keys++;
        }
    }
    assert_true(keys > 10000);
    assert_true(passed < keys / 6); /* an eighth of the bits at most is set */
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(phrase_bits),
        cmocka_unit_test(lexicon_keys),
        cmocka_unit_test(every_stemmer_has_a_row),
        cmocka_unit_test(stems_of_ascii),
        cmocka_unit_test(stems_by_end),
        cmocka_unit_test(finds_codes),
        cmocka_unit_test(data_is_folded_and_enough),
        cmocka_unit_test(stop_words),
        cmocka_unit_test(spot_facts),
        cmocka_unit_test(stems),
        cmocka_unit_test(shapes),
        cmocka_unit_test(sorts),
        cmocka_unit_test(detects),
        cmocka_unit_test(covers_corpora),
    };
    return cmocka_run_group_tests_name("language", tests, NULL, NULL);
}
