/* lcs.c - see lcs.h. The table t[i][j] of longest common subsequences of the first i reference and j candidate tokens
 * grows by 0 or 1 from column to column, so that a row is a bit vector: here bit j - 1 is clear where t[i][j] is one
 * more than t[i][j - 1], and a row comes of the one before by a few word operations (Hyyro 2004, "Bit-parallel
 * LCS-length computation revisited", after Crochemore et al. 2001).
 * Columns are done in blocks of 64, all rows of a block before the next, so that the carry of the addition is kept a
 * row and the memory stays linear. */
#include "eval/lcs.h"

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

enum { BLOCK = 64 };

static void *room(struct ld_lcs *lcs, size_t size) {
    if (lcs->room_size < size) {
        lcs->room = ld_arena_grow(lcs->arena, NULL, 0, 2 * size);
        lcs->room_size = 2 * size;
    }
    return lcs->room;
}

void ld_lcs_reserve(struct ld_lcs *lcs, uint32_t highest) {
    if (highest < lcs->match_size) return;
    lcs->match = ld_arena_array(lcs->arena, 2 * ((size_t)highest + 1), sizeof *lcs->match);
    lcs->match_size = 2 * (highest + 1);
}

/* Rows 1 to n of one block: rows[i] is made of rows[i - 1]; carry holds a row's carry from the block before, and
 * after the call the one to the next. */
static void run_block(struct ld_lcs *lcs, struct ld_sequence reference, uint64_t *rows, unsigned char *carry) {
    rows[0] = UINT64_MAX;
    for (uint32_t i = 0; i < reference.count; i++) {
        uint64_t v = rows[i], u = v & lcs->match[reference.tokens[i]];
        uint64_t sum = v + u, with_carry = sum + carry[i];
        carry[i] = (sum < v) | (with_carry < sum);
        rows[i + 1] = with_carry | (v - u);
    }
}

/* All blocks; rows[b][i] (of reference.count + 1 each) is kept where keep, else one block is used again.
 * Gives the length. */
static uint32_t run(struct ld_lcs *lcs, struct ld_sequence reference, struct ld_sequence candidate, uint64_t *rows,
                    unsigned char *carry, bool keep) {
    uint32_t length = 0;
    memset(carry, 0, reference.count);
    for (uint32_t first = 0; first < candidate.count; first += BLOCK) {
        uint32_t n = candidate.count - first < BLOCK ? candidate.count - first : BLOCK;
        const uint32_t *tokens = candidate.tokens + first;
        for (uint32_t j = 0; j < n; j++) lcs->match[tokens[j]] |= UINT64_C(1) << j;
        run_block(lcs, reference, rows, carry);
        for (uint32_t j = 0; j < n; j++) lcs->match[tokens[j]] = 0;
        uint64_t columns = n < BLOCK ? (UINT64_C(1) << n) - 1 : UINT64_MAX;
        length += (uint32_t)__builtin_popcountll(~rows[reference.count] & columns);
        if (keep) rows += (size_t)reference.count + 1;
    }
    return length;
}

uint32_t ld_lcs_length(struct ld_lcs *lcs, struct ld_sequence reference, struct ld_sequence candidate) {
    if (!reference.count || !candidate.count) return 0;
    uint64_t *rows = room(lcs, ((size_t)reference.count + 1) * (sizeof *rows + 1));
    return run(lcs, reference, candidate, rows, (unsigned char *)(rows + reference.count + 1), false);
}

/* t[i][j], out of rows as run leaves them. */
static uint32_t table(const uint64_t *rows, uint32_t reference_count, uint32_t i, uint32_t j) {
    uint32_t length = 0, block = 0;
    for (; j > BLOCK; j -= BLOCK, block++)
        length += (uint32_t)__builtin_popcountll(~rows[(size_t)block * (reference_count + 1) + i]);
    if (!j) return length;
    uint64_t columns = UINT64_MAX >> (BLOCK - j);
    return length + (uint32_t)__builtin_popcountll(~rows[(size_t)block * (reference_count + 1) + i] & columns);
}

void ld_lcs_mark(struct ld_lcs *lcs, struct ld_sequence reference, struct ld_sequence candidate, unsigned char *marks) {
    size_t blocks = (candidate.count + BLOCK - 1) / BLOCK, n = blocks * ((size_t)reference.count + 1);
    uint64_t *rows = room(lcs, n * sizeof *rows + reference.count);
    if (!run(lcs, reference, candidate, rows, (unsigned char *)(rows + n), true)) return;
    uint32_t i = reference.count, j = candidate.count;
    while (i && j) {
        if (reference.tokens[i - 1] == candidate.tokens[j - 1]) {
            marks[--i] = 1;
            j--;
        } else if (table(rows, reference.count, i, j - 1) > table(rows, reference.count, i - 1, j)) {
            j--;
        } else { /* up on ties, as both programs go */
            i--;
        }
    }
}

enum { UP, LEFT, MATCH };

void ld_lcs_mark_weighted(struct ld_lcs *lcs, struct ld_sequence reference, struct ld_sequence candidate,
                          const double *power, unsigned char *marks) {
    size_t m = reference.count, n = candidate.count, row = n + 1;
    double *score = room(lcs, row * (sizeof *score + sizeof(uint32_t)) + m * n);
    uint32_t *run_length = (void *)(score + row);
    unsigned char *way = (void *)(run_length + row); /* [m][n] */
    memset(score, 0, row * (sizeof *score + sizeof *run_length));
    for (size_t i = 0; i < m; i++) { /* Lin 2004, section 4: the recurrence of WLCS */
        double diagonal = 0;
        uint32_t run_before = 0;
        for (size_t j = 0; j < n; j++) {
            double above = score[j + 1];
            uint32_t run_above = run_length[j + 1];
            if (reference.tokens[i] == candidate.tokens[j]) {
                score[j + 1] = diagonal + power[run_before + 1] - power[run_before];
                run_length[j + 1] = run_before + 1;
                way[i * n + j] = MATCH;
            } else {
                bool up = above >= score[j];
                if (!up) score[j + 1] = score[j];
                run_length[j + 1] = 0;
                way[i * n + j] = up ? UP : LEFT;
            }
            diagonal = above;
            run_before = run_above;
        }
    }
    for (size_t i = m, j = n; i && j;) {
        unsigned char step = way[(i - 1) * n + j - 1];
        if (step != LEFT) i--;
        if (step != UP) j--;
        if (step == MATCH) marks[i] = 1;
    }
}
