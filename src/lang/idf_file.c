/* idf_file.c - see idf_file.h. In: the bytes of a file. Out: a table that can be trusted, or what is wrong.
 * Leaves alone where the bytes come from, and how they are counted and written (cli/idf*).
 * Source of the sum: multiplication by an odd number and a shift are one-to-one, so that two files of which just one
 * word of 8 bytes differs never have the same; what differs otherwise has with a chance of 2^-64. */
#include "lang/idf_file.h"

#include <string.h>

uint64_t ld_frequencies_length(uint32_t count, uint32_t mask, uint64_t bytes) {
    uint64_t numbers = (uint64_t)count + 1 + count + mask + 1;
    return (sizeof(struct ld_frequencies_head) + 4 * numbers + bytes + 7) / 8 * 8;
}

uint64_t ld_frequencies_sum(const void *bytes, uint64_t length) {
    const uint64_t golden = UINT64_C(0x9E3779B97F4A7C15), at = offsetof(struct ld_frequencies_head, checksum) / 8;
    const char *p = bytes;
    uint64_t sum = length;
    for (uint64_t i = 0; i < length / 8; i++, p += 8) {
        uint64_t word;
        memcpy(&word, p, 8);
        if (i == at) word = 0;
        sum = (sum ^ word) * golden;
        sum ^= sum >> 32;
    }
    return sum;
}

const char *ld_frequencies_open(const void *bytes, size_t length, struct ld_frequencies *f) {
    static const char damaged[] = "is damaged: its head makes no sense";
    const uint32_t other_order = 0x04030201;
    struct ld_frequencies_head head;
    *f = (struct ld_frequencies){0};
    if (!bytes || length < sizeof head || memcmp(bytes, LD_FREQUENCIES_MAGIC, sizeof head.magic) != 0)
        return "is no table of lede idf";
    if ((uintptr_t)bytes % 8) return "does not lie at a multiple of 8 in memory";
    memcpy(&head, bytes, sizeof head);
    if (head.order == other_order) return "is of a machine with the other byte order: count anew on this one";
    if (head.order != LD_FREQUENCIES_ORDER) return damaged;
    if (head.version != LD_FREQUENCIES_VERSION) return "is of another version of lede idf";
    if (head.length != length) return "is damaged: it is shorter or longer than when it was written";
    if (head.count > LD_TABLE_MOST || head.mask != ld_table_mask(head.count) || head.bytes > UINT32_MAX ||
        ld_frequencies_length(head.count, head.mask, head.bytes) != length || head.language[sizeof head.language - 1])
        return damaged;
    f->language = ld_language_find(head.language);
    if (!f->language) return "is of a language that this lede does not know";
    const uint32_t *numbers = (const uint32_t *)(const void *)((const char *)bytes + sizeof head);
    f->documents = head.documents;
    f->short_by = head.short_by;
    f->checksum = head.checksum;
    f->table.starts = numbers;
    f->table.values = numbers + head.count + 1;
    f->table.slots = f->table.values + head.count;
    f->table.bytes = (const char *)(f->table.slots + head.mask + 1);
    f->table.mask = head.mask;
    f->table.count = head.count;
    return NULL;
}

bool ld_frequencies_sound(const void *bytes) {
    struct ld_frequencies_head head;
    struct ld_frequencies f;
    memcpy(&head, bytes, sizeof head);
    if (ld_frequencies_sum(bytes, head.length) != head.checksum) return false;
    if (ld_frequencies_open(bytes, (size_t)head.length, &f)) return false;
    /* The sum tells what befell a file; the rest is for one that was made to do harm. */
    uint32_t used = 0;
    bool sound = f.table.starts[0] == 0 && f.table.starts[head.count] == head.bytes;
    for (uint32_t k = 0; k < head.count; k++)
        sound = sound && f.table.starts[k] <= f.table.starts[k + 1] && f.table.values[k] <= head.documents;
    for (uint64_t i = 0; i <= head.mask; i++) {
        used += f.table.slots[i] != 0;
        sound = sound && (!f.table.slots[i] || (f.table.slots[i] & head.mask) - 1 < head.count);
    }
    return sound && used == head.count;
}
