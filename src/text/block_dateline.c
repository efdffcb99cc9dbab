/* block_dateline.c - the dateline that a paragraph begins with.
 *
 * In: a paragraph. Out: where its dateline ends: behind the dash of "KYIV, Feb 23 (Reuters) - Talks ...". It leaves
 * making blocks of that to block_parts.c.
 *
 * Source: the forms are those of agency style (place in capitals, date, agency in brackets, dash), weighed by points
 * as in block_rules.def, for each part may be missing. Only the first bytes of a paragraph are looked at.
 */
#include "text/block_dateline.h"

#include <string.h>

#include "base/skip.h"
#include "base/unicode.h"
#include "text/block_words.h"

enum {
    DATELINE_WORDS = 9,
    AGENCY_LENGTH = 40, /* characters of an agency after the dash */
    DATELINE_ENOUGH = 6,
    ASIDE_BYTES = 160 /* so near is the dash that ends an aside */
};

/* The bytes of a dash, or of two hyphens, at p; 0 for none. */
static unsigned dash_bytes(const char *p, const char *end) {
    if (*p == '-') return p + 1 < end && p[1] == '-' ? 2 : 1;
    if (*p == '|' || *p == '_') return 1; /* "_" is the AP's */
    unsigned step;
    uint32_t c = ld_utf8_decode(p, end, &step);
    return c == 0x2013 || c == 0x2014 || c == 0x2015 ? step : 0;
}

/* What may be a dateline: where its parts are. */
struct dateline {
    const char *agency, *agency_end; /* inside the brackets, NULL for none */
    const char *end;                 /* after its dash, brackets or colon */
    const char *next;                /* where prose begins */
    bool dash;
    bool bar;   /* the dash is "|" */
    bool colon; /* it is ":" after the brackets */
    bool stop;  /* a full stop after the brackets ends it */
};

/* Is the point at p one of an abbreviation, in a place or a date: "Calif." "N.Y." "Feb."? */
static bool is_short_point(const char *start, const char *p, const char *end) {
    const char *word = p;
    while (word > start && word[-1] != ' ' && word[-1] != ',') word--;
    return p - word <= 6 || (p + 1 < end && p[1] != ' ' && p[1] != '\n');
}

/* The bytes of a full stop at p, 0 for none. */
static unsigned stop_bytes(const char *p, const char *end) {
    unsigned step = 0;
    uint32_t c = p < end ? ld_utf8_decode(p, end, &step) : 0;
    return c == '.' || c == 0x0964 ? step : 0;
}

/* Bytes that find_end looks at, or that begin such a character. */
static const unsigned char hot[256] = {['-'] = 1, ['|'] = 1, ['_'] = 1, ['('] = 1, [')'] = 1, ['/'] = 1, ['.'] = 1,
                                       ['!'] = 1, ['?'] = 1, [':'] = 1, [';'] = 1, ['"'] = 1, [0xE2] = 1};

/* So many characters on from p, or end. */
static const char *characters_on(const char *p, const char *end, unsigned count) {
    while (count && p < end) {
        unsigned step = sizeof(LD_LANES);
        bool ascii = count >= step && end - p >= (ptrdiff_t)step && !ld_lanes_bits(ld_lanes(p));
        if (!ascii) ld_utf8_decode(p, end, &step);
        p += step;
        count -= ascii ? step : 1;
    }
    return p;
}

/* May a dateline begin the paragraph? Most have none of the marks that it needs before one that it cannot have. */
static bool may_be_dateline(const char *start, const char *end) {
    enum { LANES = sizeof(LD_LANES) };
    const char *limit = end - start > LD_DATELINE_LENGTH ? start + LD_DATELINE_LENGTH : end;
    if (limit - start < LANES) return true;
    for (const char *p = start; p < limit; p += LANES) {
        if (limit - p < LANES) p = limit - LANES;
        const LD_LANES bytes = ld_lanes(p), dash = ld_lanes_or(ld_lanes_are(bytes, '-'), ld_lanes_are(bytes, '_')),
                       open = ld_lanes_or(ld_lanes_are(bytes, '('), ld_lanes_are(bytes, '/')),
                       bar = ld_lanes_or(ld_lanes_are(bytes, '|'), bytes); /* or a dash that is not ASCII */
        const LD_LANES quote = ld_lanes_from(bytes, '!', '"'), colon = ld_lanes_from(bytes, ':', ';'),
                       final = ld_lanes_are(bytes, '?');
        const unsigned marks = ld_lanes_bits(ld_lanes_or(ld_lanes_or(dash, open), bar)),
                       stops = ld_lanes_bits(ld_lanes_or(ld_lanes_or(quote, colon), final));
        if (marks | stops) return marks && !(stops & ((marks & -marks) - 1));
    }
    return false;
}

/* Find where a dateline would end: the first dash with blanks (or after a bracket or point), or a bracket. */
static bool find_end(const char *start, const char *end, struct dateline *line) {
    *line = (struct dateline){0};
    const char *open = NULL;
    unsigned step;
    char close = 0;
    const char *const limit = characters_on(start, end, LD_DATELINE_LENGTH);
    for (const char *p = start;; p += step) {
        while (p < limit && !hot[(unsigned char)*p]) p++;
        if (p >= limit) break;
        uint32_t c = ld_utf8_decode(p, end, &step);
        bool slash = c == '/' && (p == start || p[-1] == ' ') && p + 1 < end && p[1] != ' '; /* "/TASS/." */
        unsigned dash = open ? 0 : dash_bytes(p, end);
        bool after =
            p > start && (p[-1] == ' ' || p[-1] == ')' || p[-1] == '.' || p[-1] == (char)0xA0 || p[-1] == '\n');
        if (dash && p > start && (after || c == 0x2014) &&
            (c == 0x2014 || dash == 2 || p + dash >= end || ld_is_space((unsigned char)p[dash]) ||
             p[dash] == (char)0xC2)) {
            line->dash = true;
            line->bar = c == '|';
            line->end = p + dash;
            break;
        }
        if (open && c == (unsigned char)close) {
            line->agency = open;
            line->agency_end = p;
            open = NULL;
            line->end = p + 1;
            const char *q = ld_skip_spaces(p + 1, end);
            if (q < end && *q == ':') {
                line->dash = line->colon = true;
                line->end = q + 1;
                break;
            }
            unsigned mark = stop_bytes(q, end);
            const char *after_mark = mark ? ld_skip_spaces(q + mark, end) : q;
            if (mark && after_mark < end && !dash_bytes(after_mark, end) && *after_mark != '(') {
                line->stop = true;
                line->end = q + mark;
                break;
            }
            if (q >= end || !(dash_bytes(q, end) || *q == ',' || mark)) break;
            line->end = NULL; /* a dash must follow yet */
        } else if ((c == '(' || slash) && !open && !line->agency) {
            open = p + 1;
            close = slash ? '/' : ')';
        } else if (open)
            continue;
        else if (c == '.' && p + 2 < end && p[1] == ' ' && p[2] == '/')
            continue; /* "3 May. /TASS/" */
        else if (c == '.' && !is_short_point(start, p, end) && !line->agency)
            return false;
        else if (c == '!' || c == '?' || c == ':' || c == ';' || c == '"' || c == 0x201C || c == 0x201E)
            return false;
    }
    if (!line->end) return false;
    line->next = ld_skip_spaces(line->end, end);
    return true;
}

/* Points of the place and date before the brackets; a word that can be in neither gives -99. */
static int place_points(struct ld_words_seen *words, const struct ld_language *language, bool agency, bool *plain,
                        bool *dated) {
    unsigned capitals = 0, names = 0, digits = 0, months = 0;
    bool known = false, mixed = false, unknown = false;
    for (unsigned i = 0; i < words->count; i++) {
        const struct ld_word_seen *word = &words->words[i];
        uint32_t facts = ld_words_facts(words, i, 1, language);
        capitals += word->capitals && !(facts & LD_MONTH) ? (unsigned)(word->end - word->start) : 0;
        mixed |= i && word->capital && !word->capitals && word[-1].capitals && !word[-1].comma &&
                 !(facts & (LD_MONTH | LD_TIME | LD_ABBR_NUMBER));
        names += word->capital && !(facts & (LD_MONTH | LD_TIME));
        digits += word->digit;
        months += (facts & (LD_MONTH | LD_TIME | LD_ABBR_NUMBER)) != 0;
        known |= i && facts & LD_AGENCY;
        if (i == 0 && word->capital && !word->capitals && facts & (LD_STOP | LD_PRONOUN | LD_AUXILIARY | LD_QUESTION))
            return -99;
        if (word->capital || word->digit) continue;
        if (!words->cased) {
            unknown |= !(facts & (LD_MONTH | LD_TIME | LD_ABBR_NUMBER | LD_AGENCY));
            continue;
        }
        if (!(facts & (LD_PREPOSITION | LD_ARTICLE | LD_CONJUNCTION | LD_MONTH | LD_TIME | LD_ABBR_NUMBER | LD_AGENCY)))
            return -99;
    }
    if (!words->count) return 0;
    *dated = digits && months;
    if (unknown && !agency && !*dated) return -99;
    if (mixed || !words->words[0].capitals) capitals = 0; /* "ACME Mills Inc - ..." */
    *plain = !capitals && !months && !known;
    int place = capitals > 4 ? 3 : capitals > 1 ? 2 : names || unknown ? 1 : 0;
    return place + (*dated ? 2 : 0) + (known ? 6 : 0);
}

/* first: it opens the text, nothing stands before it. "(Harlan Post)Former": then a paper's name may be any. */
static int agency_points(const struct dateline *line, const struct ld_language *language, bool first) {
    struct ld_words_seen words;
    ld_words_see(line->agency, line->agency_end, 8, &words);
    if (!words.count || !words.all || words.count > 6) return -99;
    for (unsigned i = 0; i < words.count; i++)
        if (ld_words_begin(&words, i, LD_AGENCY, language)) return 6;
    for (unsigned i = 0; i < words.count; i++) first &= words.words[i].capital;
    bool site = memchr(line->agency, '.', (size_t)(line->agency_end - line->agency));
    return words.words[0].capitals || site || first ? 3 : 1;
}

/* Another dash soon after: the first opened an aside, or a speaker's words ("Roe -- When? Doe -- Now."). */
static bool is_aside(const char *next, const char *end) {
    const char *limit = end - next > ASIDE_BYTES ? next + ASIDE_BYTES : end;
    for (const char *p = next; p + 4 < limit; p++)
        if (*p == ' ' && dash_bytes(p + 1, end)) return true;
    return false;
}

/* An agency after the dash, and the mark that ends it: "МОСКВА, 26 фев — РИА Новости. Президент ...". Where prose
 * begins, NULL for no agency. */
static const char *agency_end(const char *start, const char *end, const struct ld_language *language) {
    struct ld_words_seen words;
    unsigned step, length = 0;
    for (const char *p = start; p < end && length < AGENCY_LENGTH; p += step, length++) {
        uint32_t c = ld_utf8_decode(p, end, &step);
        if (c != '.' && c != ':') continue;
        ld_words_see(start, p, 6, &words);
        unsigned n = words.all ? ld_words_begin(&words, 0, LD_AGENCY, language) : 0;
        return n && (n == words.count || !words.cased) ? p + 1 : NULL; /* "- Reuters lost a photographer." is prose */
    }
    return NULL;
}

const char *ld_dateline_end(const char *start, const char *end, const struct ld_language *language, bool opening) {
    struct dateline line;
    if (!may_be_dateline(start, end) || !find_end(start, end, &line)) return NULL;
    unsigned step;
    const bool lower = line.next < end && ld_is_lower(ld_utf8_decode(line.next, end, &step));
    if (lower && ld_is_ascii_letter(*start)) return NULL; /* as below, for there is a word before it */
    const char *place_end = line.agency ? line.agency - 1 : line.end;
    struct ld_words_seen words, after;
    ld_words_see(start, place_end, DATELINE_WORDS + 1, &words);
    if (words.count > DATELINE_WORDS || (!words.count && !line.agency)) return NULL;
    bool plain = false, dated = false;
    const char *agency_after = line.dash && !line.agency ? agency_end(line.next, end, language) : NULL;
    int agency = line.agency ? agency_points(&line, language, opening && !words.count) : agency_after ? 6 : 0;
    int points = agency + place_points(&words, language, agency >= 6, &plain, &dated) + opening;
    if (line.colon && agency < 6) return NULL;
    if (line.dash || (line.stop && (dated || agency >= 6)))
        points += 3;
    else if (line.end == line.next && line.next < end)
        points += 3; /* "(CNN)Share" */
    if (line.bar && plain && agency < 6) return NULL;
    if (line.next >= end) return points >= DATELINE_ENOUGH + 2 && (line.dash || agency >= 6) ? end : NULL;
    if (lower && !(agency >= 6 && !words.count)) return NULL;
    if (plain && agency < 3 && !line.agency) { /* "Wien – Die Gewerkschaft ..." */
        ld_words_see(line.next, end, 1, &after);
        if (!opening || words.count > 3 || words.words[0].end < 3 || is_aside(line.next, end)) return NULL;
        points += after.count && ld_words_facts(&after, 0, 1, language) & (LD_STOP | LD_ARTICLE) ? 2 : 1;
    }
    if (points < DATELINE_ENOUGH) return NULL;
    return agency_after ? agency_after : line.end;
}
