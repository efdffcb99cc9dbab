/* idf_counts.c - documents and tables in; in how many documents each stem stands, out. Leaves alone files and options.
 *
 * Counts add up: those of two sets of documents are the sums of those of each, in any order and any grouping, and the
 * table written of them is the same to the byte. That ends only where stems were left out. Then it still holds that
 *
 *   counted <= true <= counted + short_by,   counted being 0 for a stem that is not there,
 *
 * if short_by grows by the largest count that was left out, and is added up like the counts. (The bound of lossy
 * counting, Manku & Motwani 2002, with one bound for all stems as in Misra & Gries 1982.) */
#include <stdlib.h>
#include <string.h>

#include "cli/idf.h"
#include "model/index.h"

enum {
    LONGEST = 100, /* bytes of a stem: longer ones are no words */
    FIRST_MASK = (1 << 12) - 1,
    SLICE = 1 << 16 /* stems of a table that are added before the bound is looked at */
};

static const char no_memory[] = "out of memory", too_many[] = "more documents or stems than a table can number";

void ld_idf_init(struct ld_idf_counts *counts, size_t most) {
    *counts = (struct ld_idf_counts){.most = (uint32_t)most};
    ld_arena_init(&counts->arena);
}

void ld_idf_free(struct ld_idf_counts *counts) {
    ld_arena_free(&counts->arena);
    *counts = (struct ld_idf_counts){0};
}

/* ---- the hash table ---- */

static void make_slots(struct ld_arena *arena, struct ld_idf_counts *counts, uint32_t mask) {
    counts->mask = mask;
    counts->slots = ld_arena_array(arena, (size_t)mask + 1, sizeof *counts->slots);
    for (uint32_t i = 0; i < counts->count; i++) ld_table_enter(counts->slots, mask, counts->items[i].hash, i);
}

static struct ld_idf_count *find(const struct ld_idf_counts *counts, const char *stem, uint32_t length, uint32_t hash) {
    for (uint32_t slot, i = hash & counts->mask; (slot = counts->slots[i]); i = (i + 1) & counts->mask) {
        struct ld_idf_count *item = &counts->items[(slot & counts->mask) - 1];
        if (item->hash == hash && item->length == length && !memcmp(item->stem, stem, length)) return item;
    }
    return NULL;
}

/* The stem's count, entered when new. */
static struct ld_idf_count *need(struct ld_arena *arena, struct ld_idf_counts *counts, const char *stem,
                                 uint32_t length) {
    const uint32_t hash = ld_table_hash(stem, length);
    struct ld_idf_count *item = counts->slots ? find(counts, stem, length, hash) : NULL;
    if (item) return item;
    if (!counts->slots)
        make_slots(arena, counts, FIRST_MASK);
    else if (counts->count >= counts->mask / 2)
        make_slots(arena, counts, 2 * counts->mask + 1);
    LD_ARENA_ROOM(arena, counts->items, counts->count, counts->capacity);
    item = &counts->items[counts->count];
    *item = (struct ld_idf_count){.stem = ld_arena_string(arena, stem, length), .length = length, .hash = hash};
    ld_table_enter(counts->slots, counts->mask, hash, counts->count++);
    return item;
}

/* ---- leaving out ---- */

struct pruning {
    struct ld_idf_counts *counts, *kept;
    uint32_t most; /* the count up to which stems go */
};

/* What stays is copied, so that the memory of the rest is free afterwards. */
static void copy_kept(struct ld_arena *arena, void *context) {
    const struct pruning *p = context;
    for (uint32_t i = 0; i < p->counts->count; i++) {
        const struct ld_idf_count *item = &p->counts->items[i];
        if (item->documents <= p->most) continue;
        struct ld_idf_count *copy = need(arena, p->kept, item->stem, item->length);
        copy->documents = item->documents;
    }
}

static const char *leave_out(struct ld_idf_counts *counts, uint32_t most) {
    struct ld_idf_counts kept = *counts;
    uint32_t largest = 0;
    for (uint32_t i = 0; i < counts->count; i++)
        if (counts->items[i].documents <= most && counts->items[i].documents > largest)
            largest = counts->items[i].documents;
    if (!largest) return NULL;
    if (largest > UINT32_MAX - counts->short_by) return too_many;
    kept.items = NULL;
    kept.slots = NULL;
    kept.count = kept.capacity = kept.mask = 0;
    kept.short_by += largest;
    ld_arena_init(&kept.arena);
    struct pruning pruning = {counts, &kept, most};
    bool ok = ld_arena_run(&kept.arena, copy_kept, &pruning);
    ld_arena_free(&counts->arena);
    *counts = kept;
    return ok ? NULL : no_memory;
}

static int by_number(const void *a, const void *b) {
    const uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
    return (x > y) - (x < y);
}

/* Forget the rarest, so that three quarters of most are left or fewer: so it seldom happens. */
static const char *keep_bound(struct ld_idf_counts *counts) {
    if (!counts->most || counts->count <= counts->most) return NULL;
    uint32_t keep = counts->most - counts->most / 4, *numbers = malloc(counts->count * sizeof *numbers);
    if (!numbers) return no_memory;
    for (uint32_t i = 0; i < counts->count; i++) numbers[i] = counts->items[i].documents;
    qsort(numbers, counts->count, sizeof *numbers, by_number);
    uint32_t most = numbers[counts->count - keep - 1];
    free(numbers);
    counts->forgotten++;
    return leave_out(counts, most);
}

static int by_stem(const void *a, const void *b) {
    const struct ld_idf_count *x = a, *y = b;
    int order = memcmp(x->stem, y->stem, x->length < y->length ? x->length : y->length);
    return order ? order : (x->length > y->length) - (x->length < y->length);
}

static int by_documents(const void *a, const void *b) {
    const struct ld_idf_count *x = a, *y = b;
    return x->documents != y->documents ? (x->documents < y->documents) - (x->documents > y->documents) : by_stem(a, b);
}

const char *ld_idf_prune(struct ld_idf_counts *counts, size_t least, size_t top) {
    const char *problem = least > 1 ? leave_out(counts, (uint32_t)(least - 1)) : NULL;
    if (problem || !top || counts->count <= top) return problem;
    qsort(counts->items, counts->count, sizeof *counts->items, by_documents);
    if (counts->items[top].documents > UINT32_MAX - counts->short_by) return too_many;
    counts->short_by += counts->items[top].documents;
    counts->count = (uint32_t)top; /* nothing is looked up any more */
    return NULL;
}

void ld_idf_sort(struct ld_idf_counts *counts) {
    if (counts->count) qsort(counts->items, counts->count, sizeof *counts->items, by_stem);
}

/* ---- adding up ---- */

struct adding {
    struct ld_idf_counts *counts;
    const lede_document *document;
    unsigned char *used;
    const struct ld_frequencies *frequencies;
    uint32_t first, end; /* of the table's keys */
};

/* A stem worth a count: of letters, with no number, address or code in it. The rest is as good as unique. */
static bool is_plain(const char *stem) {
    for (; *stem; stem++)
        if (strchr("0123456789@/:_$%&*\t\n", *stem)) return false;
    return true;
}

/* [V] the terms that stand in the body, also those that do not count; NULL where there is no memory. */
static unsigned char *find_used(const lede_document *d) {
    unsigned char *used = calloc(d->term_count + (size_t)1, 1);
    for (uint32_t s = 0; used && s < d->sentence_count; s++)
        for (uint32_t t = 0; ld_is_indexed(d, &d->sentences[s]) && t < d->sentences[s].token_count; t++)
            used[ld_token_word(d, d->sentences[s].first_token + t)->term] = 1;
    return used;
}

static void add_document(struct ld_arena *arena, void *context) {
    const struct adding *a = context;
    const uint32_t number = ++a->counts->documents;
    for (uint32_t v = 0; v < a->document->term_count; v++) {
        const struct ld_term *term = &a->document->terms[v];
        const char *stem = ld_stem_of(a->document, v);
        if (!a->used[v] || term->length > LONGEST || !is_plain(stem)) continue;
        struct ld_idf_count *item = need(arena, a->counts, stem, term->length);
        /* A stop word and a stem may be the same letters. */
        item->documents += item->last != number;
        item->last = number;
    }
}

const char *ld_idf_add_document(struct ld_idf_counts *counts, const lede_document *document) {
    struct adding adding = {.counts = counts, .document = document};
    if (counts->documents == UINT32_MAX) return too_many;
    adding.used = find_used(document);
    const bool ok = adding.used && ld_arena_run(&counts->arena, add_document, &adding);
    free(adding.used);
    return ok ? keep_bound(counts) : no_memory;
}

static void add_slice(struct ld_arena *arena, void *context) {
    const struct adding *a = context;
    const struct ld_table *table = &a->frequencies->table;
    for (uint32_t k = a->first; k < a->end; k++)
        need(arena, a->counts, table->bytes + table->starts[k], table->starts[k + 1] - table->starts[k])->documents +=
            table->values[k]; /* no more than documents */
}

const char *ld_idf_add_table(struct ld_idf_counts *counts, const struct ld_frequencies *f) {
    struct adding adding = {.counts = counts, .frequencies = f};
    if (f->documents > UINT32_MAX - counts->documents || f->short_by > UINT32_MAX - counts->short_by) return too_many;
    counts->documents += f->documents;
    counts->short_by += f->short_by;
    for (uint32_t k = 0; k < f->table.count; k = adding.end) {
        adding.first = k;
        adding.end = f->table.count - k < SLICE ? f->table.count : k + SLICE;
        if (counts->count > LD_TABLE_MOST - SLICE) return too_many;
        if (!ld_arena_run(&counts->arena, add_slice, &adding)) return no_memory;
        const char *problem = keep_bound(counts);
        if (problem) return problem;
    }
    return NULL;
}

/* ---- what is written ---- */

const char *ld_idf_make_table(const struct ld_idf_counts *counts, const char *language, struct ld_buffer *out) {
    struct ld_frequencies_head head = {.order = LD_FREQUENCIES_ORDER,
                                       .version = LD_FREQUENCIES_VERSION,
                                       .documents = counts->documents,
                                       .short_by = counts->short_by,
                                       .count = counts->count,
                                       .mask = ld_table_mask(counts->count)};
    for (uint32_t i = 0; i < counts->count; i++) head.bytes += counts->items[i].length;
    if (head.bytes > UINT32_MAX || counts->count > LD_TABLE_MOST) return too_many;
    memcpy(head.magic, LD_FREQUENCIES_MAGIC, sizeof head.magic);
    strncpy(head.language, language, sizeof head.language - 1);
    head.length = ld_frequencies_length(head.count, head.mask, head.bytes);
    char *file = calloc(1, (size_t)head.length);
    if (!file) return no_memory;
    uint32_t *starts = (uint32_t *)(void *)(file + sizeof head), *values = starts + head.count + 1,
             *slots = values + head.count;
    char *keys = (char *)(slots + head.mask + 1);
    for (uint32_t i = 0; i < counts->count; i++) {
        const struct ld_idf_count *item = &counts->items[i];
        memcpy(keys + starts[i], item->stem, item->length);
        starts[i + 1] = starts[i] + item->length;
        values[i] = item->documents;
        ld_table_enter(slots, head.mask, item->hash, i);
    }
    memcpy(file, &head, sizeof head);
    head.checksum = ld_frequencies_sum(file, head.length);
    memcpy(file, &head, sizeof head);
    *out = (struct ld_buffer){.bytes = file, .length = (size_t)head.length, .capacity = (size_t)head.length};
    return NULL;
}

void ld_idf_put_lines(const struct ld_idf_counts *counts, struct ld_buffer *out) {
    ld_buffer_string(out, "# documents ");
    ld_buffer_unsigned(out, counts->documents);
    if (counts->short_by) ld_buffer_string(out, "\n# stems may stand in more documents than is said here, by at most ");
    if (counts->short_by) ld_buffer_unsigned(out, counts->short_by);
    ld_buffer_byte(out, '\n');
    for (uint32_t i = 0; i < counts->count; i++) {
        ld_buffer_put(out, counts->items[i].stem, counts->items[i].length);
        ld_buffer_byte(out, '\t');
        ld_buffer_unsigned(out, counts->items[i].documents);
        ld_buffer_byte(out, '\n');
    }
}
