/* test_idf.c - counts of stems (cli/idf_counts.c), their file (lang/idf_file.c), and documents that use it. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cli/idf.h"
#include "model/doc.h"
#include "model/index.h"

enum { TEXTS = 60, WORDS = 80 };

static char texts[TEXTS][16 * WORDS];

/* Words of our own making; low numbers come often, as in any language. */
static void make_texts(void) {
    uint32_t state = 7;
    for (int t = 0; t < TEXTS; t++) {
        char *at = texts[t];
        for (int w = 0; w < WORDS; w++) {
            state = state * 1664525u + 1013904223u;
            uint32_t a = state >> 8 & 0xFFF, b = state >> 20, rank = a * b / 40000;
            at += sprintf(at, "%c%c%c%co%s ", 'b' + rank % 20, 'a' + rank / 20 % 20, 'k' + rank / 400 % 10, 't',
                          w % 9 == 8 ? "." : "");
        }
    }
}

static lede_document *make_document(const char *text, const char *language, const struct ld_buffer *table,
                                    lede_cache *cache) {
    lede_document_options options;
    lede_document *document;
    lede_document_options_init(&options);
    options.language = language;
    options.cache = cache;
    if (table) {
        options.idf = table->bytes;
        options.idf_length = table->length;
    }
    assert_int_equal(lede_document_new(text, strlen(text), &options, &document), LEDE_OK);
    return document;
}

static void count_texts(struct ld_idf_counts *counts, int first, int end) {
    for (int t = first; t < end; t++) {
        lede_document *document = make_document(texts[t], "en", NULL, NULL);
        assert_null(ld_idf_add_document(counts, document));
        lede_document_free(document);
    }
}

static struct ld_buffer table_of(struct ld_idf_counts *counts) {
    struct ld_buffer out;
    ld_buffer_init(&out);
    ld_idf_sort(counts);
    assert_null(ld_idf_make_table(counts, "en", &out));
    ld_idf_free(counts);
    return out;
}

static struct ld_buffer table_of_texts(int first, int end) {
    struct ld_idf_counts counts;
    ld_idf_init(&counts, 0);
    count_texts(&counts, first, end);
    return table_of(&counts);
}

static void add(struct ld_idf_counts *counts, const struct ld_buffer *table) {
    struct ld_frequencies f;
    assert_null(ld_frequencies_open(table->bytes, table->length, &f));
    assert_true(ld_frequencies_sound(table->bytes));
    assert_null(ld_idf_add_table(counts, &f));
}

static struct ld_buffer merge(struct ld_buffer a, struct ld_buffer b) {
    struct ld_idf_counts counts;
    ld_idf_init(&counts, 0);
    add(&counts, &a);
    add(&counts, &b);
    ld_buffer_free(&a);
    ld_buffer_free(&b);
    return table_of(&counts);
}

/* Of the texts first to end: halves merged, in one order or the other, split as the seed says. */
static struct ld_buffer by_tree(int first, int end, uint32_t *seed) {
    *seed = *seed * 1664525u + 1013904223u;
    if (end - first < 2 || *seed >> 29 == 0) return table_of_texts(first, end);
    int middle = first + (int)((*seed >> 8) % (uint32_t)(end - first + 1)); /* a side may be empty */
    if (middle == first || middle == end) {
        struct ld_buffer rest = table_of_texts(first, end), none = table_of_texts(0, 0);
        return merge(rest, none);
    }
    struct ld_buffer left = by_tree(first, middle, seed), right = by_tree(middle, end, seed);
    return *seed & 4096 ? merge(left, right) : merge(right, left);
}

static void any_split_gives_the_same_bytes(void **state) {
    (void)state;
    struct ld_buffer whole = table_of_texts(0, TEXTS);
    for (uint32_t seed = 1; seed <= 40; seed++) {
        uint32_t own = seed;
        struct ld_buffer merged = by_tree(0, TEXTS, &own);
        assert_int_equal(merged.length, whole.length);
        assert_memory_equal(merged.bytes, whole.bytes, whole.length);
        ld_buffer_free(&merged);
    }
    ld_buffer_free(&whole);
}

/* Against counting by hand: how many texts have the stem? */
static void the_table_has_the_counts(void **state) {
    (void)state;
    struct ld_buffer table = table_of_texts(0, TEXTS);
    struct ld_frequencies f;
    assert_null(ld_frequencies_open(table.bytes, table.length, &f));
    assert_int_equal(f.documents, TEXTS);
    assert_int_equal(f.short_by, 0);
    assert_string_equal(f.language->code, "en");
    assert_true(f.table.count > 300);
    for (uint32_t k = 0; k < f.table.count; k++) {
        const char *key = f.table.bytes + f.table.starts[k];
        uint32_t length = f.table.starts[k + 1] - f.table.starts[k], want = 0;
        char word[32 + 8];
        sprintf(word, "%.*s", (int)length, key); /* these words are their own stems */
        for (int t = 0; t < TEXTS; t++) {
            const char *at = texts[t];
            do at = strstr(at, word);
            while (at && at[length] != ' ' && at[length] != '.' && *at++);
            want += at != NULL;
        }
        assert_int_equal(ld_table_find(&f.table, word, length), want);
        assert_true(k == 0 || strncmp(key - 5, key, 5) < 0);
    }
    assert_int_equal(ld_table_find(&f.table, "nosuch\0 12345678", 6), 0);
    ld_buffer_free(&table);
}

static void a_document_counts_a_stem_once(void **state) {
    (void)state;
    struct ld_idf_counts counts;
    ld_idf_init(&counts, 0);
    /* "like" is a stop word, and the stem of "liked"; what has a digit is not counted */
    lede_document *document = make_document("The king liked men like him. He likes 2031, and B2B.", "en", NULL, NULL);
    assert_null(ld_idf_add_document(&counts, document));
    lede_document_free(document);
    struct ld_buffer lines;
    ld_buffer_init(&lines);
    ld_idf_sort(&counts);
    ld_idf_put_lines(&counts, &lines);
    ld_buffer_byte(&lines, '\0');
    assert_string_equal(lines.bytes, "# documents 1\nand\t1\nhe\t1\nhim\t1\nking\t1\nlike\t1\nmen\t1\nthe\t1\n");
    ld_buffer_free(&lines);
    ld_idf_free(&counts);
}

static void no_documents_no_change(void **state) {
    (void)state;
    struct ld_buffer none = table_of_texts(0, 0), some = table_of_texts(0, 3), want = table_of_texts(0, 3);
    struct ld_frequencies f;
    assert_null(ld_frequencies_open(none.bytes, none.length, &f));
    assert_true(ld_frequencies_sound(none.bytes));
    assert_int_equal(ld_table_find(&f.table, "a\0 12345678", 1), 0);
    struct ld_buffer both = merge(none, some);
    assert_int_equal(both.length, want.length);
    assert_memory_equal(both.bytes, want.bytes, want.length);
    ld_buffer_free(&both);
    ld_buffer_free(&want);
}

/* ---- what was left out ---- */

static uint32_t value(const struct ld_idf_counts *counts, const char *stem, uint32_t length) {
    for (uint32_t i = 0; i < counts->count; i++)
        if (counts->items[i].length == length && !memcmp(counts->items[i].stem, stem, length))
            return counts->items[i].documents;
    return 0;
}

static void check_bounds(const struct ld_idf_counts *got) {
    struct ld_buffer table = table_of_texts(0, TEXTS);
    struct ld_frequencies f;
    assert_null(ld_frequencies_open(table.bytes, table.length, &f));
    for (uint32_t k = 0; k < f.table.count; k++) {
        uint32_t have = value(got, f.table.bytes + f.table.starts[k], f.table.starts[k + 1] - f.table.starts[k]);
        assert_true(have <= f.table.values[k] && f.table.values[k] <= have + got->short_by);
    }
    for (uint32_t i = 0; i < got->count; i++) {
        char stem[64 + 8];
        assert_true(got->items[i].length <= 64);
        memcpy(stem, got->items[i].stem, got->items[i].length);
        assert_true(ld_table_find(&f.table, stem, got->items[i].length) >= got->items[i].documents);
    }
    ld_buffer_free(&table);
}

static void a_bound_forgets_the_rare(void **state) {
    (void)state;
    static const uint32_t bounds[] = {2, 50, 100, 200, 300};
    struct ld_buffer table = table_of_texts(0, TEXTS);
    for (size_t i = 0; i < sizeof bounds / sizeof *bounds; i++)
        for (int merged = 0; merged < 2; merged++) {
            struct ld_idf_counts counts;
            ld_idf_init(&counts, bounds[i]);
            if (merged)
                add(&counts, &table);
            else
                count_texts(&counts, 0, TEXTS);
            assert_true(counts.count <= bounds[i]);
            assert_true(counts.forgotten && counts.short_by);
            assert_int_equal(counts.documents, TEXTS);
            check_bounds(&counts);
            ld_idf_free(&counts);
        }
    struct ld_idf_counts enough;
    ld_idf_init(&enough, 100000);
    count_texts(&enough, 0, TEXTS);
    assert_true(!enough.forgotten && !enough.short_by);
    struct ld_buffer same = table_of(&enough);
    assert_memory_equal(same.bytes, table.bytes, table.length);
    ld_buffer_free(&same);
    ld_buffer_free(&table);
}

static void pruning(void **state) {
    (void)state;
    static const struct {
        const char *name;
        size_t least, top;
    } rows[] = {{"nothing", 1, 0},       {"least", 3, 0},       {"top", 0, 40},   {"both", 2, 25},
                {"top of all", 0, 9999}, {"all go", 100000, 0}, {"but one", 0, 1}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct ld_idf_counts counts, all;
        ld_idf_init(&counts, 0);
        ld_idf_init(&all, 0);
        count_texts(&counts, 0, TEXTS);
        count_texts(&all, 0, TEXTS);
        assert_null(ld_idf_prune(&counts, rows[i].least, rows[i].top));
        uint32_t smallest = UINT32_MAX, largest_gone = 0;
        for (uint32_t k = 0; k < counts.count; k++)
            if (counts.items[k].documents < smallest) smallest = counts.items[k].documents;
        for (uint32_t k = 0; k < all.count; k++)
            if (!value(&counts, all.items[k].stem, all.items[k].length) && all.items[k].documents > largest_gone)
                largest_gone = all.items[k].documents;
        if (rows[i].top) assert_true(counts.count <= rows[i].top);
        assert_true(smallest >= rows[i].least);
        assert_true(largest_gone <= smallest);
        assert_true(counts.count == all.count ? counts.short_by == 0 : counts.short_by >= largest_gone);
        check_bounds(&counts);
        ld_idf_free(&counts);
        ld_idf_free(&all);
    }
}

static void numbers_that_are_too_large(void **state) {
    (void)state;
    struct ld_buffer table = table_of_texts(0, 2);
    struct ld_frequencies f;
    struct ld_idf_counts counts;
    assert_null(ld_frequencies_open(table.bytes, table.length, &f));
    f.documents = UINT32_MAX - 2;
    ld_idf_init(&counts, 0);
    assert_null(ld_idf_add_table(&counts, &f));
    f.documents = 2;
    assert_null(ld_idf_add_table(&counts, &f));
    f.documents = 1;
    assert_string_equal(ld_idf_add_table(&counts, &f), "more documents or stems than a table can number");
    f.documents = 0;
    f.short_by = UINT32_MAX;
    assert_null(ld_idf_add_table(&counts, &f));
    f.short_by = 1;
    assert_non_null(ld_idf_add_table(&counts, &f));
    ld_idf_free(&counts);
    ld_buffer_free(&table);
}

/* ---- the file ---- */

static bool is_refused(const char *bytes, size_t length) {
    struct ld_frequencies f;
    lede_document_options options;
    lede_document *document;
    lede_document_options_init(&options);
    options.language = "en";
    options.idf = bytes;
    options.idf_length = length;
    bool refused = ld_frequencies_open(bytes, length, &f) || !ld_frequencies_sound(bytes);
    assert_int_equal(lede_document_new("Rain fell.", 10, &options, &document), refused ? LEDE_ERROR_TABLE : LEDE_OK);
    lede_document_free(document);
    return refused;
}

static void every_damage_is_refused(void **state) {
    static const int flips[] = {1, 2, 4, 8, 16, 32, 64, 128, 255};
    (void)state;
    struct ld_buffer table = table_of_texts(0, 2);
    assert_true(table.length < 6000);
    assert_false(is_refused(table.bytes, table.length));
    for (size_t i = 0; i < table.length; i++)
        for (size_t k = 0; k < sizeof flips / sizeof *flips; k++) {
            table.bytes[i] = (char)(table.bytes[i] ^ flips[k]);
            assert_true(is_refused(table.bytes, table.length));
            table.bytes[i] = (char)(table.bytes[i] ^ flips[k]);
        }
    for (size_t length = 0; length < table.length; length++) {
        char *cut = malloc(length + 1); /* so that ASan sees what reads behind it */
        memcpy(cut, table.bytes, length);
        assert_true(is_refused(cut, length));
        free(cut);
    }
    for (int more = 0; more < 16; more++) {
        ld_buffer_byte(&table, '\0');
        assert_true(is_refused(table.bytes, table.length));
    }
    assert_true(is_refused(table.bytes + 1, table.length - 16));
    ld_buffer_free(&table);
}

static void set(struct ld_buffer *table, size_t offset, uint32_t number) {
    struct ld_frequencies_head head;
    memcpy(table->bytes + offset, &number, sizeof number);
    memcpy(&head, table->bytes, sizeof head);
    head.checksum = ld_frequencies_sum(table->bytes, table->length);
    memcpy(table->bytes, &head, sizeof head);
}

/* With a right checksum, but made to lead astray. */
static void malice_is_refused(void **state) {
    (void)state;
    enum { HEAD = sizeof(struct ld_frequencies_head) };
    struct ld_buffer table = table_of_texts(0, 2);
    struct ld_frequencies f;
    assert_null(ld_frequencies_open(table.bytes, table.length, &f));
    const size_t slots = (size_t)((const char *)f.table.slots - table.bytes);
    size_t empty = 0;
    while (f.table.slots[empty]) empty++;
    const struct {
        const char *name;
        size_t offset;
        uint32_t number;
    } rows[] = {{"keys do not begin at 0", HEAD, 1},
                {"a key ends before it begins", HEAD + 4, UINT32_MAX},
                {"keys end elsewhere", HEAD + 4 * f.table.count, 1},
                {"a count above that of all documents", HEAD + 4 * (f.table.count + 1), f.documents + 1},
                {"a slot of no key", slots, f.table.mask},
                {"one slot more", slots + 4 * empty, 1},
                {"more keys", offsetof(struct ld_frequencies_head, count), f.table.count + 1},
                {"many more keys", offsetof(struct ld_frequencies_head, count), UINT32_MAX},
                {"another mask", offsetof(struct ld_frequencies_head, mask), 2 * f.table.mask + 1},
                {"a mask that is none", offsetof(struct ld_frequencies_head, mask), f.table.mask - 1},
                {"a language that is none", offsetof(struct ld_frequencies_head, language), 0x7A7A7A7A},
                {"a language without end", offsetof(struct ld_frequencies_head, language) + 4, 0x7A7A7A7A},
                {"another version", offsetof(struct ld_frequencies_head, version), 2}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct ld_buffer bad;
        ld_buffer_init(&bad);
        ld_buffer_put(&bad, table.bytes, table.length);
        set(&bad, rows[i].offset, rows[i].number);
        if (!is_refused(bad.bytes, bad.length)) fail_msg("taken: %s", rows[i].name);
        ld_buffer_free(&bad);
    }
    ld_buffer_free(&table);
}

static void what_is_wrong_is_said(void **state) {
    (void)state;
    struct ld_buffer table = table_of_texts(0, 2);
    struct ld_frequencies f;
    const struct {
        size_t offset;
        const char *bytes, *want;
    } rows[] = {{0, "{\"id\":1,", "no table"},
                {offsetof(struct ld_frequencies_head, order), "", "other byte order"},
                {offsetof(struct ld_frequencies_head, version), "\7", "another version"},
                {offsetof(struct ld_frequencies_head, language), "zz", "does not know"},
                {offsetof(struct ld_frequencies_head, length), "\1", "shorter or longer"}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct ld_buffer bad;
        ld_buffer_init(&bad);
        ld_buffer_put(&bad, table.bytes, table.length);
        char *at = bad.bytes + rows[i].offset;
        if (*rows[i].bytes)
            memcpy(at, rows[i].bytes, strlen(rows[i].bytes));
        else
            for (int k = 0; k < 4; k++) at[k] = table.bytes[rows[i].offset + 3 - (size_t)k];
        const char *problem = ld_frequencies_open(bad.bytes, bad.length, &f);
        assert_non_null(problem);
        if (!strstr(problem, rows[i].want)) fail_msg("%s, not %s", problem, rows[i].want);
        assert_true(!f.language && !f.documents && !f.table.count);
        ld_buffer_free(&bad);
    }
    assert_non_null(ld_frequencies_open(NULL, 0, &f));
    uint64_t *aside = malloc(table.length + 8);
    memcpy((char *)aside + 4, table.bytes, table.length);
    assert_non_null(strstr(ld_frequencies_open((char *)aside + 4, table.length, &f), "multiple of 8"));
    free(aside);
    ld_buffer_free(&table);
}

/* ---- documents ---- */

static const struct ld_term *term(const lede_document *document, const char *stem) {
    for (uint32_t v = 0; v < document->term_count; v++)
        if (!strcmp(ld_stem_of(document, v), stem)) return &document->terms[v];
    fail_msg("no term %s", stem);
    return NULL;
}

/* With one cache for all, and tables that come, change and go: as without one. */
static void documents_use_the_table(void **state) {
    (void)state;
    static const char german[] = "Der Hund schl\u00E4ft unter dem Tisch, und die Katze ist nicht zu Hause.";
    const char *english = texts[0];
    struct ld_buffer small = table_of_texts(0, 2), large = table_of_texts(0, TEXTS);
    const struct ld_buffer *tables[] = {NULL, &small, &large, &large, NULL, &large, &small, NULL};
    char stem[5 + 8] = {0};
    memcpy(stem, english, 5);
    lede_cache *cache;
    assert_int_equal(lede_cache_new(&cache), LEDE_OK);
    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++)
        for (int with = 0; with < 2; with++) {
            lede_document *document = make_document(english, "en", tables[i], with ? cache : NULL);
            const struct ld_term *t = term(document, stem);
            uint32_t want = 0, documents = 0;
            if (tables[i]) {
                struct ld_frequencies f;
                assert_null(ld_frequencies_open(tables[i]->bytes, tables[i]->length, &f));
                want = ld_table_find(&f.table, stem, 5);
                documents = f.documents;
                assert_true(want > 0);
            }
            assert_true(!tables[i] || t->idf == ld_inverse_frequency(documents, want));
            assert_true(tables[i] ? t->idf < 5 : t->idf > 8); /* rare in general, common in these texts */
            lede_document_free(document);
            document = make_document(german, "de", tables[i], with ? cache : NULL); /* has its own figures */
            const double rarest = ld_inverse_frequency(*document->language->background, 0);
            assert_true(term(document, "hund")->idf > 2 && term(document, "hund")->idf < rarest);
            lede_document_free(document);
        }
    lede_cache_free(cache);
    ld_buffer_free(&small);
    ld_buffer_free(&large);
}

/* A table of no documents is as none; one that changes in its place is another. */
static void empty_and_changing_tables(void **state) {
    (void)state;
    char stem[5 + 8] = {0};
    memcpy(stem, texts[0], 5);
    struct ld_buffer none = table_of_texts(0, 0), small = table_of_texts(0, 2), large = table_of_texts(0, TEXTS);
    lede_document *document = make_document(texts[0], "en", NULL, NULL);
    const double without = term(document, stem)->idf;
    lede_document_free(document);
    document = make_document(texts[0], "en", &none, NULL);
    assert_true(term(document, stem)->idf == without);
    lede_document_free(document);
    lede_cache *cache;
    assert_int_equal(lede_cache_new(&cache), LEDE_OK);
    struct ld_buffer place = {.bytes = malloc(small.length + large.length)};
    const struct ld_buffer *const turns[] = {&small, &large, &small};
    for (size_t i = 0; i < 3; i++) {
        place.length = turns[i]->length;
        memcpy(place.bytes, turns[i]->bytes, place.length);
        document = make_document(texts[0], "en", turns[i], NULL);
        const double want = term(document, stem)->idf;
        lede_document_free(document);
        document = make_document(texts[0], "en", &place, cache);
        assert_true(term(document, stem)->idf == want);
        lede_document_free(document);
    }
    lede_cache_free(cache);
    free(place.bytes);
    ld_buffer_free(&none);
    ld_buffer_free(&small);
    ld_buffer_free(&large);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(any_split_gives_the_same_bytes),
                                       cmocka_unit_test(the_table_has_the_counts),
                                       cmocka_unit_test(a_document_counts_a_stem_once),
                                       cmocka_unit_test(no_documents_no_change),
                                       cmocka_unit_test(a_bound_forgets_the_rare),
                                       cmocka_unit_test(pruning),
                                       cmocka_unit_test(numbers_that_are_too_large),
                                       cmocka_unit_test(every_damage_is_refused),
                                       cmocka_unit_test(malice_is_refused),
                                       cmocka_unit_test(what_is_wrong_is_said),
                                       cmocka_unit_test(documents_use_the_table),
                                       cmocka_unit_test(empty_and_changing_tables)};
    make_texts();
    return cmocka_run_group_tests_name("idf", tests, NULL, NULL);
}
