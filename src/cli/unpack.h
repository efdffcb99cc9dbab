/* unpack.h - packed bytes in, unpacked bytes out. */
#ifndef LD_UNPACK_H
#define LD_UNPACK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* By the first bytes of a file. UNDECIDED: too few of them. */
enum ld_packing { LD_PACKED_NOT, LD_PACKED_GZIP, LD_PACKED_ZSTD, LD_PACKED_UNDECIDED };
enum ld_packing ld_packing_of(const char *bytes, size_t length);

struct ld_unpack;

/* NULL: no memory. */
struct ld_unpack *ld_unpack_new(enum ld_packing packing);
void ld_unpack_free(struct ld_unpack *unpack);

/* Unpack from *bytes (none only inside of a member), which moves on, as long as there is room in out; gives how many
 * bytes there are in out now. 0 of a size above 0: more is wanted, or *problem says (static storage) why it cannot go
 * on; else NULL. */
size_t ld_unpack_some(struct ld_unpack *unpack, const char **bytes, size_t *length, char *out, size_t size,
                      const char **problem);

/* Would a file that ends here be cut off? */
bool ld_unpack_inside(const struct ld_unpack *unpack);

#endif
