/* table.c - see table.h. */
#include "lang/table.h"

#include <string.h>

uint32_t ld_table_find(const struct ld_table *table, const char *key, size_t length) {
    if (!table) return 0;
    for (uint32_t i = ld_table_hash(key, length) & table->mask; table->slots[i]; i = (i + 1) & table->mask) {
        uint32_t k = table->slots[i] - 1;
        if (table->starts[k + 1] - table->starts[k] == length && !memcmp(table->bytes + table->starts[k], key, length))
            return table->values[k];
    }
    return 0;
}
