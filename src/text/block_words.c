/* block_words.c - the first words of a block, folded, and what the language's furniture phrases say of them.
 *
 * In: a piece of text. Out: its first 40 words with their shapes; the facts of words and of phrases, each looked up
 * when it is asked for. What follows from them is block_features.c's.
 *
 * Folding here is to lower case only, into a fixed buffer: no allocation, and furniture has no need of more.
 */
#include "text/block_words.h"

#include <string.h>

#include "base/skip.h"
#include "base/unicode.h"

enum { FULL = LD_FOLDED_SEEN - 7 /* no character is put after so many bytes */ };

static bool is_apostrophe(uint32_t c) { return c == '\'' || c == 0x2019 || c == 0x02BC; }

/* Part of a word, given that it is inside one: points and hyphens are where more of the word follows. */
static bool is_inner(uint32_t c, const char *p, const char *end) {
    if (c != '.' && c != '-' && c != '_' && c != 0x2010 && c != 0x2011 && c != 0x200C && c != 0x200D &&
        !is_apostrophe(c))
        return false;
    unsigned step;
    return p < end && ld_is_seen_in_word(ld_utf8_decode(p, end, &step));
}

/* What is counted of the letters of a word. */
struct counts {
    unsigned letters, upper;
};

/* Letters and digits of ASCII from p on, folded to the buffer; past them. */
static const char *see_plain(const char *p, const char *end, char *folded, unsigned *used, struct counts *counts) {
    for (size_t left; (left = (size_t)(end - p)) > 0;) {
        char rest[sizeof(LD_LANES)] = {0};
        if (left < sizeof rest) memcpy(rest, p, left);
        const LD_LANES bytes = ld_lanes(left < sizeof rest ? rest : p);
        const unsigned stops = ~ld_lanes_bits(ld_lanes_words(bytes)) | 1u << sizeof rest,
                       count = ld_zeros_before(stops), inside = (1u << count) - 1;
        const unsigned capitals = ld_lanes_bits(ld_lanes_from(bytes, 'A', 'Z')) & inside,
                       digits = ld_lanes_bits(ld_lanes_from(bytes, '0', '9')) & inside;
        counts->letters += count;
        if (capitals | digits) {
            counts->letters -= ld_count_bits(digits);
            counts->upper += ld_count_bits(capitals);
        }
        ld_lanes_put(folded + *used, ld_lanes_lower(bytes));
        *used = *used + count < FULL ? *used + count : FULL;
        p += count;
        if (count < sizeof rest) break;
    }
    return p;
}

/* One word from p on, which begins with c, its folded form to the buffer; what stands after it. */
static const char *see_word(const char *p, const char *end, uint32_t c, struct ld_words_seen *seen, unsigned *used,
                            struct ld_word_seen *word) {
    struct counts counts = {0, 0};
    unsigned step;
    *word =
        (struct ld_word_seen){.start = (uint16_t)*used, .capital = ld_is_upper(c), .digit = ld_class_of(c) == LD_DIGIT};
    while ((p = see_plain(p, end, seen->folded, used, &counts)) < end && *p != ' ') { /* nearly always all of it */
        c = ld_utf8_decode(p, end, &step);
        if (!ld_is_seen_in_word(c) && !is_inner(c, p + step, end)) break;
        p += step;
        counts.upper += ld_is_upper(c);
        counts.letters += ld_is_upper(c) || ld_is_lower(c);
        seen->unspaced |= ld_is_unspaced(c);
        if ((c >= 0x64B && c <= 0x652) || c == 0x640) continue; /* Arabic vowel signs and stretching, as ld_fold does */
        if (*used >= FULL) continue;
        *used += ld_utf8_encode(is_apostrophe(c) ? '\'' : ld_to_lower(c), seen->folded + *used);
    }
    word->end = (uint16_t)*used;
    word->capitals = counts.upper >= 2 && counts.upper == counts.letters;
    seen->letters += counts.letters;
    seen->upper += counts.upper;
    if (p == end) return p;
    word->comma = *p == ',';
    word->colon = *p == ':' || (*p == ' ' && end - p > 1 && p[1] == ':');
    return p;
}

void ld_words_see(const char *start, const char *end, unsigned limit, struct ld_words_seen *seen) {
    unsigned used = 0, step, count = 0;
    const char *p = start;
    seen->unspaced = seen->first_known = false;
    seen->letters = seen->upper = 0;
    while (p < end && count < limit && used + 16 < LD_FOLDED_SEEN) {
        uint32_t c = ld_utf8_decode(p, end, &step);
        if (!ld_is_seen_in_word(c)) {
            p += step;
            continue;
        }
        if (used) seen->folded[used++] = ' ';
        p = see_word(p, end, c, seen, &used, &seen->words[count++]);
        p += p < end && *p == ' '; /* nearly always */
    }
    seen->count = count;
    seen->cased = seen->letters > 0;
    while (p < end && p - start < LD_LONG_BLOCK && !ld_is_seen_in_word(ld_utf8_decode(p, end, &step))) p += step;
    seen->all = p >= end;
}

/* What each of STRETCH bytes is, as bits, that of the first lowest. */
enum { STRETCH = 64 };
struct stretch {
    uint64_t words; /* letters and digits of ASCII */
    uint64_t inner; /* marks of ASCII that may stand inside a word */
    uint64_t other; /* not of ASCII */
};

static struct stretch look_at(const char *p) {
    struct stretch found = {0, 0, 0};
    for (unsigned i = 0; i < STRETCH; i += sizeof(LD_LANES)) {
        const LD_LANES bytes = ld_lanes(p + i);
        found.words |= (uint64_t)ld_lanes_bits(ld_lanes_words(bytes)) << i;
        found.inner |=
            (uint64_t)ld_lanes_bits(ld_lanes_or(ld_lanes_or(ld_lanes_are(bytes, '.'), ld_lanes_are(bytes, '-')),
                                                ld_lanes_or(ld_lanes_are(bytes, '_'), ld_lanes_are(bytes, '\''))))
            << i;
        found.other |= (uint64_t)ld_lanes_bits(bytes) << i;
    }
    return found;
}

unsigned ld_words_count(const char *start, const char *end, unsigned limit) {
    struct stretch here, last = {0, 0, 0};
    unsigned count = 0, step;
    const char *p = start;
    while (p < end && count < limit) { /* as long as all is ASCII */
        char rest[STRETCH] = {0};
        const size_t left = (size_t)(end - p);
        if (left < STRETCH) memcpy(rest, p, left);
        here = look_at(left < STRETCH ? rest : p);
        if (here.other) break;
        p += left < STRETCH ? left : STRETCH;
        const uint64_t after_word = here.words << 1 | last.words >> 63,
                       after_inner = here.inner << 1 | last.inner >> 63;
        const uint64_t goes_on = after_word | (after_inner & (after_word << 1 | last.words >> 62));
        count += ld_count_bits(here.words & ~goes_on);
        last = here;
    }
    if (p == end || count >= limit) return count < limit ? count : limit;
    bool inside = last.words >> 63 ||
                  (last.inner >> 63 && last.words >> 62 & 1 && ld_is_seen_in_word(ld_utf8_decode(p, end, &step)));
    for (; p < end && count < limit; p += step) {
        uint32_t c = ld_utf8_decode(p, end, &step);
        bool seen = ld_is_seen_in_word(c);
        if (ld_is_unspaced(c)) return 0;
        count += seen && !inside;
        inside = seen || (inside && is_inner(c, p + step, end));
    }
    return count < limit ? count : limit;
}

/* With LD_OPENS_PHRASE where it applies. */
static uint32_t look_up(const char *phrase, size_t length, const struct ld_language *language) {
    const struct ld_language *english = &ld_languages[LD_LANGUAGE_en];
    uint32_t facts = ld_language_look(language, phrase, length);
    if (language != english)
        facts |= ld_language_look(english, phrase, length) &
                 (LD_FURNITURE_START | LD_FURNITURE_LINE | LD_AGENCY | LD_CREDIT | LD_OPENS_PHRASE);
    return facts;
}

static uint32_t look(const struct ld_words_seen *seen, unsigned first, unsigned count,
                     const struct ld_language *language) {
    const uint16_t start = seen->words[first].start, end = seen->words[first + count - 1].end;
    return look_up(seen->folded + start, (size_t)(end - start), language);
}

static uint32_t word_facts(struct ld_words_seen *seen, unsigned i, const struct ld_language *language) {
    struct ld_word_seen *word = &seen->words[i];
    if (!word->known) word->facts = look(seen, i, 1, language);
    word->known = true;
    return word->facts;
}

uint32_t ld_words_facts(struct ld_words_seen *seen, unsigned first, unsigned count,
                        const struct ld_language *language) {
    if (first + count > seen->count) return 0;
    return (count == 1 ? word_facts(seen, first, language) : look(seen, first, count, language)) & ~LD_OPENS_PHRASE;
}

bool ld_words_open(struct ld_words_seen *seen, unsigned first, unsigned count, const struct ld_language *language) {
    if (first + count > seen->count || !(word_facts(seen, first, language) & LD_OPENS_PHRASE)) return false;
    return count == 1 || look(seen, first, count, language) & LD_OPENS_PHRASE;
}

/* The facts of each phrase from the first-th word on, by its number of words; longer ones than open one have none. */
static void see_phrases(struct ld_words_seen *seen, unsigned first, uint32_t facts[LD_PHRASE_SEEN + 1],
                        const struct ld_language *language) {
    uint32_t found = word_facts(seen, first, language);
    facts[1] = found & ~LD_OPENS_PHRASE;
    for (unsigned n = 2; n <= LD_PHRASE_SEEN; n++) {
        const bool more = found & LD_OPENS_PHRASE && first + n <= seen->count;
        found = more ? look(seen, first, n, language) : 0;
        facts[n] = found & ~LD_OPENS_PHRASE;
    }
}

unsigned ld_words_begin(struct ld_words_seen *seen, unsigned first, uint32_t facts,
                        const struct ld_language *language) {
    if (!ld_words_open(seen, first, 1, language)) return ld_words_facts(seen, first, 1, language) & facts ? 1 : 0;
    uint32_t here[LD_PHRASE_SEEN + 1], *known = first ? here : seen->first_facts;
    if (first || !seen->first_known) see_phrases(seen, first, known, language);
    if (!first) seen->first_known = true;
    for (unsigned n = LD_PHRASE_SEEN; n; n--)
        if (known[n] & facts) return n;
    return 0;
}

unsigned ld_words_finish(struct ld_words_seen *seen, unsigned least, uint32_t facts,
                         const struct ld_language *language) {
    for (unsigned n = LD_PHRASE_SEEN; n >= least; n--)
        if (n <= seen->count && (n == 1 || ld_words_open(seen, seen->count - n, 1, language)) &&
            ld_words_facts(seen, seen->count - n, n, language) & facts)
            return n;
    return 0;
}

static bool is_plain(char c) { return ld_is_ascii_letter(c) || ld_is_ascii_digit(c); }

static bool may_end(const struct ld_language *language, const char *word, size_t length) {
    return language->closings && (length < 2 || ld_sieve_holds(language->closings, word, length));
}

bool ld_words_may_close(const char *start, const char *end, const struct ld_language *language) {
    enum { LONGEST = 64 };
    char folded[LONGEST + 8] = " ";
    while (end > start && (unsigned char)end[-1] < 0x80 && !is_plain(end[-1])) end--;
    if (end == start) return false;
    const char *p = end;
    while (p > start && is_plain(p[-1])) p--;
    const size_t length = (size_t)(end - p);
    if (p == end || length >= LONGEST || (p > start && p[-1] != ' '))
        return true; /* it takes more than this to tell which word is the last */
    if (!may_end(language, p, length) && !may_end(&ld_languages[LD_LANGUAGE_en], p, length)) return false;
    return look_up(folded, 1 + ld_fold(p, length, folded + 1, LONGEST - 1), language);
}
