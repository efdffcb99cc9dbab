/* detect.c - the language of a text by its function words.
 *
 * In: bytes. Out: a row of the table of languages, "und" where no language is plain.
 * Each word of the text that is a stop word of k of the n languages gives log(1 + n / k) to each of them; the language
 * with the highest sum wins where its stop words make up enough of the running words. Function words as a mark of the
 * language: Grefenstette, "Comparing two language identification schemes" (1995). Looks at the first 32 KB. */
#include <math.h>

#include "base/skip.h"
#include "base/unicode.h"
#include "lang/language.h"
#include "lang/table.h"

extern const struct ld_table ld_detect_table; /* folded stop word -> bit set of rows of ld_languages, without "und" */

enum { SAMPLE = 32 * 1024, LANGUAGES = 32, WORD = 64, LATIN = 0xC0, LATIN_END = 0x250 };

/* Set on whole articles of 15 languages, on short texts of 19 that have no row, and on program code: */
static const double least_share = 0.10;  /* function words of the winner among the words; prose has 0.3 to 0.6 */
static const double least_purity = 0.78; /* the same among words that are function words of any row */
static const double most_foreign = 0.02; /* letters with marks that no entry of the winner's data has, to letters */
static const uint32_t least_accented = 10;
static const double most_marks = 0.04; /* code marks to letters; prose has 0.00 to 0.02, code 0.05 to 0.3 */
static const double prose_share = 0.30, prose_marks = 0.12; /* prose about code or with references has more of both */

struct tally {
    double weight[LANGUAGES], worth[LANGUAGES + 1]; /* worth: of a word that so many languages have; 0: not asked yet */
    uint32_t hits[LANGUAGES], any, words, letters, marks; /* any: words that some language has */
    uint32_t accented, latin[LATIN_END - LATIN];          /* letters of Latin beyond ASCII, and how often each */
};

static void count_word(struct tally *tally, const char *bytes, size_t length) {
    char folded[4 * WORD + 8];
    tally->words++;
    if (length > WORD) return;
    uint32_t rows = ld_table_find(&ld_detect_table, folded, ld_fold(bytes, length, folded, sizeof folded - 8)), k = 0;
    for (uint32_t r = rows; r; r &= r - 1) k++;
    tally->any += rows != 0;
    if (k && tally->worth[k] <= 0) tally->worth[k] = log(1.0 + (double)LANGUAGES / k);
    for (uint32_t i = 0; rows >> i; i++) {
        if (!(rows >> i & 1)) continue;
        tally->hits[i]++;
        tally->weight[i] += tally->worth[k];
        if (rows >> i == 1) break;
    }
}

static bool is_code_mark(uint32_t c) {
    static const bool marks[128] = {
        ['{'] = true, ['}'] = true, ['['] = true,  [']'] = true, ['='] = true, ['<'] = true, ['>'] = true,
        [';'] = true, ['_'] = true, ['\\'] = true, ['|'] = true, ['#'] = true, ['*'] = true, ['+'] = true};
    return c < 128 && marks[c];
}

/* The first blank from p on: an address of the web has words of its own sort, and marks as code has. */
static const char *address_end(const char *p, const char *end) {
    while (p < end && (unsigned char)*p > ' ') p++;
    return p;
}

/* A word here is a run of letters and marks; apostrophes end it but stay with it, so that "l'" and "it's" both count.
 */
static void read_words(struct tally *tally, const char *text, const char *end) {
    const char *start = NULL;
    unsigned step;
    for (const char *p = text; p < end; p += step) {
        uint32_t c = ld_utf8_decode(p, end, &step);
        enum ld_class class = ld_class_of(c);
        bool letter = class == LD_LETTER || class == LD_MARK || c == 0xAD;
        tally->letters += letter;
        uint32_t lower = letter ? ld_to_lower(c) : 0;
        if (lower >= LATIN && lower < LATIN_END) {
            tally->accented++;
            tally->latin[lower - LATIN]++;
        }
        if (is_code_mark(c)) /* a line of them is a rule */
            tally->marks += p - text < 2 || p[-1] != *p || p[-2] != *p;
        if (c == ':' && end - p > 2 && p[1] == '/' && p[2] == '/') step = (unsigned)(address_end(p, end) - p);
        if (letter) {
            if (!start) start = p;
        } else if (start) {
            bool apostrophe = c == '\'' || c == 0x2019;
            if (apostrophe && p - start <= 6 && p + step < end) { /* elided, or "it's": try both */
                char folded[64 + 8];
                size_t length = ld_fold(start, (size_t)(p + step - start), folded, sizeof folded - 8);
                if (!ld_table_find(&ld_detect_table, folded, length)) continue;
                count_word(tally, start, (size_t)(p + step - start));
            } else {
                if (apostrophe && p + step < end && ld_class_of((unsigned char)p[step]) == LD_LETTER) continue;
                if (c != '.' || p - start > 1) count_word(tally, start, (size_t)(p - start)); /* "U.S." is no word */
            }
            start = NULL;
        }
    }
    if (start) count_word(tally, start, (size_t)(end - start));
}

/* Czech shares small words with Serbian, but Serbian has no letters with acute accents or rings. */
static double foreign_share(const struct tally *tally, const struct ld_table *lexicon) {
    bool known[LATIN_END - LATIN] = {false};
    uint32_t foreign = 0;
    unsigned step;
    for (const char *p = lexicon->bytes, *end = p + lexicon->starts[lexicon->count]; p < end; p += step) {
        while (end - p > 8 && ld_is_ascii_8(p)) p += 8;
        uint32_t c = ld_utf8_decode(p, end, &step);
        if (c >= LATIN && c < LATIN_END) known[c - LATIN] = true;
    }
    for (uint32_t i = 0; i < LATIN_END - LATIN; i++)
        if (!known[i]) foreign += tally->latin[i];
    return (double)foreign / tally->letters;
}

const struct ld_language *ld_language_detect(const char *text, size_t length) {
    struct tally tally = {0};
    read_words(&tally, text, text + (length < SAMPLE ? length : SAMPLE));
    uint32_t best = 0;
    for (uint32_t i = 1; i < LANGUAGES; i++)
        if (tally.weight[i] > tally.weight[best]) best = i;
    bool foreign =
        tally.accented > least_accented && foreign_share(&tally, ld_languages[best + 1].lexicon) > most_foreign;
    bool prose = tally.hits[best] >= prose_share * tally.words;
    bool code = tally.marks > (prose ? prose_marks : most_marks) * (tally.letters + tally.marks);
    bool plain = tally.hits[best] >= least_share * tally.words && tally.hits[best] >= least_purity * tally.any;
    if (!tally.hits[best] || !plain || code || foreign) return ld_languages;
    return &ld_languages[best + 1];
}
