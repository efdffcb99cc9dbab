/* test_skip.c - what is read eight bytes at a time is what is read byte by byte: each function of base/skip.h, and the
 * counts that are made with it, against a plain loop, on bytes of all sorts. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <math.h>
#include <string.h>

#include "base/skip.h"
#include "base/unicode.h"
#include "pick/atom_sets.h"
#include "text/marks.h"
#include "text/spaces.h"

enum { ROUNDS = 60000, LONGEST = 100 };

static uint32_t state = 3;
static uint32_t random_below(uint32_t n) { return (state = state * 1664525u + 1013904223u) / 65536 * n >> 16; }

/* Bytes at the edges of what the functions tell apart, and any others. */
static char random_byte(void) {
    static const unsigned char edges[] = "!?',-@AZ[`az{/09: \"()[]\x01\x1F\x7F\x80\xC2\xE2\xFF";
    return (char)(random_below(3) ? edges[random_below(sizeof edges)] : random_below(256));
}

static void each_byte(void **context) {
    (void)context;
    for (unsigned round = 0; round < ROUNDS; round++) {
        char bytes[8], lower[8];
        for (int i = 0; i < 8; i++) bytes[i] = random_byte();
        const uint64_t word = ld_bytes_8(bytes);
        bool other = false, small = false;
        const unsigned char first = (unsigned char)random_below(128),
                            last = (unsigned char)(first + random_below(128u - first)), least = 1 + (first & 63);
        unsigned high = 0;
        for (int i = 0; i < 8; i++) {
            const unsigned char c = (unsigned char)bytes[i];
            if (c < 0x80) assert_int_equal(ld_in_range(word, first, last) >> (8 * i + 7) & 1, c >= first && c <= last);
            other |= c >= 0x80;
            small |= c < least;
            high += c >= 0x80;
            lower[i] = (char)(c >= 'A' && c <= 'Z' ? c + 32 : c);
            assert_int_equal(ld_gather_high(word & LD_HIGH) >> i & 1, c >= 0x80);
            assert_int_equal(word >> 8 * i & 0xFF, c);
        }
        assert_int_equal(ld_any_less(word, least) != 0, small);
        assert_int_equal(ld_is_ascii_8(bytes), !other);
        assert_int_equal(ld_count_high(word & LD_HIGH), high);
        assert_true(ld_lower_8(word) == ld_bytes_8(lower));
        for (size_t n = 0; n < 8; n++)
            assert_true(ld_bytes_below_8(bytes, n) == (n ? word & ~UINT64_C(0) >> (64 - 8 * n) : 0));
        unsigned bits = 0;
        for (int i = 0; i < 64; i++) bits += (unsigned)(word >> i & 1);
        assert_int_equal(ld_count_bits(word), bits);
        if (word) assert_true(word << ld_zeros_after(word) >> 63 && !(word >> 1 >> (63 - ld_zeros_after(word))));
        if (word) assert_true(word >> ld_zeros_before(word) & 1 && !(word << 1 << (63 - ld_zeros_before(word))) == !0);
    }
}

/* What is told of each of several bytes is that of itself. */
static void lanes(void **context) {
    (void)context;
    for (unsigned round = 0; round < ROUNDS; round++) {
        char bytes[sizeof(LD_LANES)];
        for (size_t i = 0; i < sizeof bytes; i++) bytes[i] = random_byte();
        const char first = (char)random_below(128), last = (char)(first + (char)random_below(128u - (unsigned)first));
        const LD_LANES all = ld_lanes(bytes), range = ld_lanes_from(all, first, last), equal = ld_lanes_are(all, first);
        const unsigned ranges = ld_lanes_bits(range), either = ld_lanes_bits(ld_lanes_or(range, ld_lanes_words(all))),
                       rest = ld_lanes_bits(ld_lanes_without(range, equal)), marks = ld_lanes_bits(ld_lanes_marks(all));
        char lower[sizeof bytes];
        ld_lanes_put(lower, ld_lanes_lower(all));
        for (size_t i = 0; i < sizeof bytes; i++) {
            const char c = bytes[i];
            assert_int_equal(lower[i], c >= 'A' && c <= 'Z' ? c + 32 : c);
            const bool word = ld_is_ascii_letter(c) || (c >= '0' && c <= '9'), other = (unsigned char)c >= 0x80;
            assert_int_equal(ranges >> i & 1, !other && c >= first && c <= last);
            assert_int_equal(either >> i & 1, !other && ((c >= first && c <= last) || word));
            assert_int_equal(rest >> i & 1, !other && c > first && c <= last);
            assert_int_equal(marks >> i & 1, other || (c >= '!' && c <= '?' && !word && !strchr("',-", c)));
            assert_int_equal(ld_lanes_bits(all) >> i & 1, other);
            assert_int_equal(ld_lanes_bits(ld_lanes_up(all)) >> i & 1, c >> 6 & 1);
        }
    }
}

/* The next atom of a set is the one that a look at each of them finds. */
static void atoms(void **context) {
    (void)context;
    for (unsigned round = 0; round < ROUNDS; round++) {
        struct ld_atom_sets sets = {{{0}}};
        const unsigned set = random_below(LD_ATOM_SETS), other = (set + 1) % LD_ATOM_SETS;
        bool has[LD_ATOMS] = {false}, either[LD_ATOMS] = {false};
        const uint32_t count = 1 + random_below(LD_ATOMS), from = random_below(count + 2);
        for (unsigned n = random_below(6); n; n--) {
            const uint32_t i = random_below(LD_ATOMS);
            has[i] = !has[i];
            ld_put_in(&sets, set, i, has[i]);
            const uint32_t k = random_below(LD_ATOMS);
            ld_put_in(&sets, other, k, true);
            either[k] = true;
            assert_int_equal(ld_is_in(&sets, set, i), has[i]);
        }
        uint32_t want = from < count ? from : count;
        while (want < count && !has[want]) want++;
        assert_int_equal(ld_next_in(&sets, set, from, count), want);
        for (want = from < count ? from : count; want < count && !has[want] && !either[want];) want++;
        assert_int_equal(ld_next_of(&sets, set, other, from, count), want);
        ld_leave_before(&sets, set, other, count);
        for (uint32_t i = 0; i + 1 < count; i++) assert_int_equal(ld_is_in(&sets, set, i), has[i] && either[i + 1]);
    }
}

static void bits(void **context) {
    (void)context;
    for (unsigned round = 0; round < ROUNDS; round++) {
        char text[LONGEST];
        const uint32_t length = random_below(LONGEST + 1), begin = random_below(length + 1),
                       at = begin + random_below(length - begin + 1);
        for (uint32_t i = 0; i < length; i++) text[i] = random_byte();
        const uint64_t words = ld_bits_of(ld_lanes_words, text + begin, text + at, text + length);
        const uint32_t end = at + random_below(length - at + 1);
        const uint64_t some = ld_bits_before(ld_lanes_words, text + begin, text + at, text + end, text + length);
        assert_true(some == (end - at < 64 ? words & ~(~UINT64_C(0) << (end - at)) : words));
        for (uint32_t i = 0; i < 64; i++) {
            const char c = at + i < length ? text[at + i] : ' ';
            assert_int_equal(words >> i & 1, ld_is_ascii_letter(c) || (c >= '0' && c <= '9'));
        }
    }
}

/* White space of random texts, folded by characters. */
static void spaces_of(struct ld_arena *arena, void *context) {
    (void)context;
    for (unsigned round = 0; round < ROUNDS; round++) {
        char text[LONGEST], want[3 * LONGEST + 1];
        const uint32_t length = random_below(LONGEST + 1), blanks = random_below(8);
        uint32_t count = 0, got;
        bool pending = false;
        unsigned step;
        for (uint32_t i = 0; i < length; i++)
            text[i] = random_below(8) ? random_below(32) < blanks ? ' ' : 'e' : random_byte();
        for (uint32_t i = 0; i < length; i += step) {
            const uint32_t c = ld_utf8_decode(text + i, text + length, &step);
            if (c && !ld_is_space(c)) {
                if (pending && count) want[count++] = ' ';
                count += ld_utf8_encode(c, want + count);
            }
            if (c) pending = ld_is_space(c);
        }
        want[count] = '\0';
        assert_string_equal(ld_fold_spaces(arena, text, (struct ld_span){0, length}, &got), want);
        assert_int_equal(got, count);
    }
}

static void folded_spaces(void **context) {
    (void)context;
    struct ld_arena arena;
    ld_arena_init(&arena);
    assert_true(ld_arena_run(&arena, spaces_of, NULL));
    ld_arena_free(&arena);
}

static uint32_t plain_columns(const char *text, uint32_t length) {
    uint32_t count = 0;
    bool inside = false;
    unsigned step;
    for (uint32_t at = 0; at < length; at += step) {
        const uint32_t c = ld_utf8_decode(text + at, text + length, &step);
        if (!c) continue;
        count += !ld_is_space(c) && !inside;
        inside = !ld_is_space(c);
    }
    return count;
}

static void stretches(void **context) {
    (void)context;
    static const unsigned char hot[256] = {['.'] = 1, ['"'] = 1, [')'] = 1, ['?'] = 1, [0xC2] = 1, [0xE2] = 1};
    for (unsigned round = 0; round < ROUNDS; round++) {
        char text[LONGEST];
        const uint32_t length = random_below(LONGEST + 1), letters = random_below(8);
        for (uint32_t i = 0; i < length; i++) text[i] = random_below(8) < letters ? 'e' : random_byte();
        const char *end = text + length, *p = text;
        while (p < end && !hot[(unsigned char)*p]) p++;
        assert_ptr_equal(ld_skip_to(text, end, hot), p);
        for (p = text; p < end && *p >= ' ' && !strchr("-'.", *p);) p++;
        assert_ptr_equal(ld_skip_ascii(text, end, '-', '\'', '.'), p);
        bool plain = true, whole = true;
        for (p = text; p < end; p++) plain &= (unsigned char)*p < 0x80 && (*p < ',' || *p > '/');
        for (p = text; p < end; p++) whole &= (unsigned char)*p < 0x80 && *p;
        assert_int_equal(ld_is_ascii_without(text, length, ',', '/'), plain);
        assert_int_equal(ld_is_ascii_without(text, length, 0, 0), whole);
        for (p = end; p > text && p[-1] != '"' && (unsigned char)p[-1] < 0x80;) p--;
        assert_ptr_equal(ld_last_special(text, end, '"'), p > text ? p - 1 : NULL);
        assert_int_equal(ld_count_columns(text, (struct ld_span){0, length}), plain_columns(text, length));
    }
}

/* How far a mark stands from the begin of its eight bytes makes no difference. */
static void shifted_marks(void **context) {
    (void)context;
    for (unsigned round = 0; round < ROUNDS / 8; round++) {
        char text[8 + 2 * LONGEST];
        const uint32_t length = random_below(LONGEST + 1), end = 8 + length;
        memset(text, 'e', 8);
        for (uint32_t i = 0; i < LONGEST; i++)
            text[end + i] = random_byte(); /* is looked at, but makes no difference */
        for (uint32_t i = 0; i < length; i++) text[8 + i] = random_below(2) ? 'e' : random_byte();
        const struct ld_marks want = ld_marks_read(text, (struct ld_span){7, length + 1}, end);
        for (uint32_t from = 0; from < 7; from++) {
            const struct ld_marks got =
                ld_marks_read(text, (struct ld_span){from, 8 - from + length}, end + random_below(LONGEST));
            assert_int_equal(got.balanced, want.balanced);
            assert_int_equal(got.question, want.question);
            assert_int_equal(got.finished, want.finished);
            assert_true(fabs(got.quoted * (8 - from + length) - want.quoted * (length + 1)) < 1e-6);
        }
    }
}

/* The case of what is folded eight bytes at a time is that of its characters, wherever they stand. */
static void folded(void **context) {
    (void)context;
    for (unsigned round = 0; round < ROUNDS / 8; round++) {
        char text[LONGEST], whole[4 * LONGEST], piece[16];
        const uint32_t length = random_below(LONGEST + 1);
        for (uint32_t i = 0; i < length; i++) text[i] = random_below(4) ? random_byte() & 0x7F : random_byte();
        const size_t count = ld_fold(text, length, whole, sizeof whole);
        size_t at = 0;
        unsigned step;
        bool joins = false; /* a mark is folded with what stands before it */
        for (uint32_t i = 0; i < length; i += step)
            joins |= ld_class_of(ld_utf8_decode(text + i, text + length, &step)) == LD_MARK;
        for (uint32_t i = 0; i < length && !joins; i += step) {
            ld_utf8_decode(text + i, text + length, &step);
            const size_t n = ld_fold(text + i, step, piece, sizeof piece);
            assert_true(at + n <= count && !memcmp(whole + at, piece, n));
            at += n;
        }
        if (!joins) assert_int_equal(at, count);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(each_byte),     cmocka_unit_test(lanes),
                                       cmocka_unit_test(atoms),         cmocka_unit_test(bits),
                                       cmocka_unit_test(folded_spaces), cmocka_unit_test(stretches),
                                       cmocka_unit_test(shifted_marks), cmocka_unit_test(folded)};
    return cmocka_run_group_tests_name("skip", tests, NULL, NULL);
}
