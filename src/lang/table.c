/* table.c - see table.h. */
#include "lang/table.h"

#include "base/ahead.h"

/* Does what ends at end have the bytes of a key? */
static bool is_same(const char *end, const char *key, size_t length) {
    for (; length >= 8; key += 8, length -= 8)
        if (ld_bytes_8(end - length) != ld_bytes_8(key)) return false;
    return ld_bytes_8(end - 8) >> 8 * (7 - length) >> 8 == ld_first_of_8(key, length);
}

uint32_t ld_table_find_hashed(const struct ld_table *table, const char *key, size_t length, uint32_t hash) {
    if (!table || !ld_table_may_have(table, hash)) return 0;
    for (uint32_t slot, i = hash & table->mask; (slot = table->slots[i]); i = (i + 1) & table->mask) {
        if ((slot ^ hash) & ~table->mask) continue; /* the hash's upper bits tell most other keys apart */
        uint32_t k = (slot & table->mask) - 1;
        if (table->starts[k + 1] - table->starts[k] == length &&
            is_same(table->bytes + table->starts[k + 1], key, length))
            return table->values[k];
    }
    return 0;
}

void ld_table_will_find(const struct ld_table *table, uint32_t hash) {
    const uint32_t slot = table->slots[hash & table->mask], k = (slot & table->mask) - 1;
    if (!slot || (slot ^ hash) & ~table->mask) return;
    LD_WILL_READ(&table->starts[k]);
    LD_WILL_READ(&table->values[k]);
}

uint32_t ld_table_find(const struct ld_table *table, const char *key, size_t length) {
    return table ? ld_table_find_hashed(table, key, length, ld_table_hash_short(key, length)) : 0;
}
