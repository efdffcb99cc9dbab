/* block_tails.c - blocks told by how they end, or by having no running text.
 *
 * In: a block and the language's furniture phrases. Out: whether it ends in a credit or in furniture, and whether it is
 * data: a line-up, a result, a row of a table. Only the last bytes of a long block are looked at. It leaves what a
 * block begins with to block_features.c.
 *
 * Source: own rules, by the forms that newspapers use.
 */
#include "text/block_tails.h"

#include <string.h>

#include "base/skip.h"
#include "base/unicode.h"
#include "text/block_lines.h"

enum {
    TAIL = 120,        /* bytes at a block's end where a credit is looked for */
    MEASURE_LABEL = 3, /* words of what is measured, at most */
    MARK_BYTES = 32    /* so near to where a sentence ends is its mark, whatever closes after it: see ld_mark_at_end */
};

/* Names: most words have a capital or are as short as "de" and "van". */
static bool are_capital(const struct ld_words_seen *words, unsigned first, unsigned most) {
    if (first >= words->count || words->count - first > most) return false;
    unsigned small = 0;
    for (unsigned i = first; i < words->count; i++)
        small += words->cased && !words->words[i].capital && words->words[i].end - words->words[i].start > 3;
    if (small * 4 > words->count - first) return false;
    return words->words[first].capital || (!words->cased && !words->words[first].digit);
}

/* "... on Monday. EFE/Jane Roe": a sentence's end, an agency, the slash, and a name that ends it. */
static bool is_agency_before(const char *first, const char *slash, const char *end,
                             const struct ld_language *language) {
    const char *p = slash;
    while (p > first && p[-1] != ' ') p--;
    if (p - first < 2 || !strchr(".)\"?!", p[-2]) || ld_mark_at_end(p, end) != LD_MARK_NONE) return false;
    struct ld_words_seen words;
    ld_words_see(slash, end, 6, &words);
    if (!are_capital(&words, 0, 4)) return false;
    ld_words_see(p, slash, 3, &words);
    return ld_words_begin(&words, 0, LD_AGENCY | LD_CREDIT, language) > 0;
}

/* "... on Monday. Photo by Jane Roe for the Post": a last piece without a mark at its end. */
static bool is_made_by(const char *first, const char *end, const struct ld_language *language) {
    const char *p = end;
    unsigned step;
    while (p > first && p[-1] != '.') p--;
    if (p == first || !ld_is_upper(ld_utf8_decode(ld_skip_spaces(p, end), end, &step))) return false;
    struct ld_words_seen words;
    ld_words_see(p, end, 2, &words);
    const unsigned n = ld_words_begin(&words, 0, LD_CREDIT, language);
    if (n < 2) return false; /* nearly always */
    ld_words_see(p, end, 12, &words);
    return are_capital(&words, n, 6);
}

/* "... on Monday. (AP Photo/Jane Roe)", "... on Monday Jane Roe / AFP" */
bool ld_ends_with_credit(const char *start, const char *end, const struct ld_language *language) {
    if (end - start < 4) return false;
    bool bracket = end[-1] == ')' || end[-1] == ']';
    const char *p = end - 1, *first = end - start > TAIL ? end - TAIL : start;
    unsigned step;
    const bool letter = ld_is_ascii_letter(*p) || ld_class_of(ld_utf8_before(start, end, &step)) == LD_LETTER;
    if (letter && is_made_by(first, end, language)) return true;
    if (!bracket && !memchr(first, '/', (size_t)(end - first))) return false;
    while (p > first && (bracket ? *p != '(' && *p != '[' : *p != '/')) p--;
    if (!bracket && is_agency_before(first, p, end, language)) return true;
    if (p == first || (!bracket && (p[-1] == '/' || p[-1] == ':'))) return false;
    struct ld_words_seen words;
    ld_words_see(p, end, 12, &words);
    if (bracket)
        return ld_words_begin(&words, 0, LD_CREDIT, language) || ld_words_finish(&words, 1, LD_CREDIT, language);
    unsigned n = words.all ? ld_words_begin(&words, 0, LD_CREDIT | LD_AGENCY, language) : 0;
    return n && n + 2 >= words.count && words.words[0].capital && ld_mark_at_end(start, end) == LD_MARK_NONE;
}

/* A piece that holds by itself and ends the block: after a final mark, a bracket, a bar or a slash. */
struct tail {
    const char *p; /* where it begins */
    bool sign;     /* with the copyright sign */
    bool slash;
};

/* The next such piece from p on; false at the end. */
static bool next_tail(const char *p, const char *end, struct tail *tail) {
    uint32_t before = 0, mark = 0;
    for (unsigned step; p < end; p += step) {
        uint32_t c = ld_utf8_decode(p, end, &step);
        bool slash = c == '/' && mark && before == ' ';
        tail->sign = c == 0xA9;
        tail->slash = slash;
        tail->p = p;
        if (tail->sign || slash || (mark && ld_is_seen_in_word(c))) return true;
        if (ld_is_seen_in_word(c))
            mark = 0;
        else if (!ld_is_space(c) && c != '"' && c != 0x201D && c != 0xBB)
            mark = c != ',' && c != ':' && c != '(' && c != '-' && c != '\'' && c != 0x2019 && c != 0x201C && c != 0xAB;
        before = ld_is_space(c) ? ' ' : c;
        if (ld_is_seen_in_word(c)) before = 'a';
    }
    return false;
}

/* "... on Monday. Photo: Jane Roe", "... on Monday. (c) Jane Roe", "... on Monday. / JANE ROE", "... on Monday. Photo
 * by Jane Roe" */
bool ld_ends_with_label(const char *start, const char *end, const struct ld_language *language) {
    enum ld_mark mark = ld_mark_at_end(start, end);
    if (mark != LD_MARK_NONE && mark != LD_MARK_STOP) return false;
    const char *p = end - start > TAIL ? end - TAIL : start;
    while (p < end && (*p & 0xC0) == 0x80) p++;
    const size_t bytes = p < end ? (size_t)(end - p) : 0;
    if (!memchr(p, ':', bytes) && !memchr(p, 0xA9, bytes) && !(mark == LD_MARK_NONE && memchr(p, '/', bytes)))
        return false; /* nearly always */
    struct ld_words_seen words;
    struct tail tail;
    unsigned step;
    for (; next_tail(p, end, &tail); p = tail.p + step) {
        (void)ld_utf8_decode(tail.p, end, &step);
        if (tail.p == start) continue;
        ld_words_see(tail.p, end, 12, &words);
        if (!words.all) continue;
        if (tail.sign || (tail.slash && mark == LD_MARK_NONE)) {
            if (are_capital(&words, 0, 5)) return true;
            continue;
        }
        unsigned n = ld_words_begin(&words, 0, LD_CREDIT, language);
        if (n && words.words[n - 1].colon && are_capital(&words, n, 6)) return true;
    }
    return false;
}

/* "Did you like it? Share it with a friend!": the last sentence of a short block begins like furniture. */
bool ld_ends_with_furniture(const char *start, const char *end, const struct ld_language *language) {
    static const unsigned char hot[256] = {['.'] = 1,  ['!'] = 1,  ['?'] = 1,  [0xCD] = 1, [0xD6] = 1, [0xD8] = 1,
                                           [0xDB] = 1, [0xE0] = 1, [0xE1] = 1, [0xE2] = 1, [0xE3] = 1, [0xEF] = 1};
    if (end - start < 4) return false;
    const char *first = end - start > TAIL ? end - TAIL : start + 1, *p = end - 3;
    const char *from = first - start > MARK_BYTES ? first - MARK_BYTES : start;
    if (ld_skip_to(from, p, hot) == p) return false; /* nearly always: no final mark */
    while (p >= first && (*p != ' ' || ld_is_ascii_letter(p[-1]) || !ld_is_final(ld_mark_at_end(start, p)))) p--;
    if (p < first) return false;
    struct ld_words_seen words;
    ld_words_see(p + 1, end, 12, &words);
    return words.all && ld_words_begin(&words, 0, LD_FURNITURE_START, language) > 1;
}

/* Cells of a table: what tabs, bars or three blanks end. */
static unsigned count_cells(const char *start, const char *end) {
    unsigned cells = 0;
    for (const char *p = start; p < end; p++) {
        bool gap =
            end - p > 3 && p > start && p[-1] != ' ' && p[-1] != '\n' && p[0] == ' ' && p[1] == ' ' && p[2] == ' ';
        cells += *p == '\t' || *p == '|' || gap;
    }
    return cells;
}

static bool has_label(const char *start, const char *end) {
    unsigned blanks = 0;
    for (const char *p = start; p + 1 < end && blanks < LD_LABEL_BLANKS; p++) {
        if (*p == ':' && p[1] == ' ') return true;
        blanks += *p == ' ';
    }
    return false;
}

/* "Prep time: 20 min", "Serves: 4": a label, a figure, and a word at most. open: no mark ends it; minutes may have one
 * ("Temps de lecture : 2 min."). */
static bool is_measure(const struct ld_words_seen *words, bool open) {
    if (!words->count) return false;
    const struct ld_word_seen *last = &words->words[words->count - 1];
    if (!open && (last->end - last->start < 3 || memcmp(words->folded + last->start, "min", 3) != 0)) return false;
    unsigned i = 0;
    while (i < words->count && i < MEASURE_LABEL && !words->words[i].colon && !words->words[i].digit) i++;
    return i + 1 < words->count && words->words[i].colon && !words->words[i].digit && words->words[i + 1].digit &&
           words->count <= i + 3;
}

/* What is no running text: a label, a colon, and names and figures; figures in brackets; cells of a table; names, each
 * with its minutes. */
bool ld_is_data(const char *start, const char *end, const struct ld_words_seen *words) {
    unsigned parts = 0, digits = 0, plain = 0, labels = 0;
    bool listed = false;
    if (!words->all || words->count < 2 || !words->cased) return false;
    for (unsigned i = 0; i < words->count; i++) {
        const struct ld_word_seen *word = &words->words[i];
        bool initial = word->end - word->start == 1;
        bool function = word->facts & (LD_STOP | LD_ARTICLE | LD_PREPOSITION | LD_PRONOUN | LD_AUXILIARY) && !initial;
        digits += word->digit;
        labels += word->colon;
        plain += !word->digit && (!word->capital || function);
    }
    for (const char *p = start; p < end; p++) {
        parts += *p == ',' || *p == ';';
        listed |= *p == ',' && end - p > 1 && p[1] == ' ';
    }
    const bool cast =
        words->words[0].colon && (labels > 1 || (parts > 1 && plain < 2)); /* "With: Ana Lind, Tom Roe." */
    if (!digits && parts < 4 && !cast) return false;
    if (*start == '(' && end[-1] == ')' && memchr(start, '=', (size_t)(end - start))) return true;
    bool open = ld_mark_at_end(start, end) == LD_MARK_NONE;
    if (open && words->count > 3 && digits * 3 >= words->count * 2) return true; /* "Vale 10 7 2 1 23" */
    if (is_measure(words, open)) return true;
    if (open && digits >= 2 && count_cells(start, end) >= 3) return true;
    if (open && listed && words->count > 4 && digits * 2 >= words->count - plain && plain * 4 <= words->count)
        return true; /* "Roe 31 (pen), Doe 55" */
    return plain * 10 <= words->count * 3 && (!open || (parts >= 2 && digits >= 2)) && has_label(start, end);
}
