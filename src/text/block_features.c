/* block_features.c - what is seen of a block by itself.
 *
 * In: a block's bytes and the language's furniture phrases (stopwords/CODE.furniture). Out: a set of features
 * (block_features.def). What follows from them is in block_rules.def. Only the first 40 words and the last bytes of a
 * block are looked at, so a block of 20 MB costs what one of 300 bytes does.
 */
#include "text/block_features.h"

#include <string.h>

#include "base/skip.h"
#include "base/unicode.h"
#include "text/block_lines.h"
#include "text/block_tails.h"
#include "text/reference.h"

/* Words of a block at most, for its length. */
enum { TINY = 3, SHORT = 8, MEDIUM = 15, LONG = 28 };
enum { ROLE_WORDS = 10, DATE_WORDS = 14 }; /* of names with a role or a credit, and of a date, at most */
enum { PLATFORM = 8 };                     /* words up to the one that names where to follow */
enum { LONG_NOTICE = 1000 };               /* bytes: a longer paragraph is more than the notice that it begins with */

static bool begins_sentence(uint32_t c) { return ld_is_upper(c) || (ld_class_of(c) == LD_LETTER && !ld_is_lower(c)); }

/* Does a word of four letters end before p, blanks and apostrophes aside? */
static bool follows_word(const char *start, const char *p) {
    for (unsigned step, letters = 0; p > start; p -= step) {
        uint32_t c = ld_utf8_before(start, p, &step);
        if (ld_class_of(c) == LD_LETTER) {
            if (++letters == 4) return true;
        } else if (letters || !(ld_is_space(c) || c == '\'')) {
            return false;
        }
    }
    return false;
}

/* A mark, a blank and a capital (or a letter without case), after a word that is not just a letter or two ("J. Roe",
 * "Dr. Roe"). */
static bool has_inner_stop(const char *start, const char *end) {
    static const unsigned char hot[256] = {['.'] = 1, ['!'] = 1, ['?'] = 1, [0xD8] = 1, [0xE0] = 1, [0xE3] = 1};
    unsigned step;
    for (const char *p = start; (p = ld_skip_to(p, end, hot)) < end; p += step) {
        uint32_t c = ld_utf8_decode(p, end, &step);
        if (c == 0x3002 && p + step < end) return true;
        bool mark = c == '.' || c == '!' || c == '?' || c == 0x964 || c == 0x61F;
        if (mark && p + 2 < end && follows_word(start, p)) {
            const char *q = p + step;
            while (q < end && (*q == '"' || *q == ')' || *q == '\'')) q++;
            const char *next = q;
            unsigned more;
            for (; next < end && ld_is_space(ld_utf8_decode(next, end, &more));) next += more;
            if (next > q && next < end && begins_sentence(ld_utf8_decode(next, end, &more))) return true;
        }
    }
    return false;
}

static uint64_t mark_features(const char *start, const char *end) {
    unsigned step;
    uint32_t c = ld_utf8_before(start, end, &step);
    uint64_t seen = 0;
    bool arrow = c == 0xBB || c == 0x203A || c == '>' || c == 0x2192 || c == 0x25B6 || c == 0x25BA;
    const char *p = end - step;
    if (arrow && p - start > 1 && p[-1] == ' ' && ld_mark_at_end(start, p) == LD_MARK_NONE) seen |= LD_SEEN(ARROW);
    switch (ld_mark_at_end(start, end)) {
    case LD_MARK_NONE: return seen | LD_SEEN(OPEN);
    case LD_MARK_ASK: return seen | LD_SEEN(ASK) | (c == '!' || c == 0xFF01 ? LD_SEEN(EXCLAIM) : 0);
    case LD_MARK_COLON: return seen | LD_SEEN(COLON);
    case LD_MARK_COMMA: return seen | LD_SEEN(COMMA);
    case LD_MARK_STOP: break;
    }
    /* "U.S." "a.m." "J." */
    const uint64_t last = end - start < 8 ? 0 : ld_bytes_8(end - 8);
    if (last && ld_count_high(ld_in_range(last, '.', '.') & ~last & LD_HIGH) < 2) return seen | LD_SEEN(STOP);
    p = end;
    unsigned letters = 0, points = 0;
    while (p > start && p[-1] != ' ' && letters + points < 8) {
        p--;
        points += *p == '.';
        letters += *p != '.';
    }
    return seen | LD_SEEN(STOP) | (points > 1 && letters && letters <= points ? LD_SEEN(ABBR_STOP) : 0);
}

static uint64_t length_features(const struct ld_words_seen *words, size_t bytes) {
    size_t count = words->unspaced ? bytes / 9 : words->count; /* three characters of three bytes are about a word */
    if (!words->all || bytes > LD_LONG_BLOCK) return LD_SEEN(VERY_LONG);
    return count <= TINY     ? LD_SEEN(TINY)
           : count <= SHORT  ? LD_SEEN(SHORT)
           : count <= MEDIUM ? LD_SEEN(MEDIUM)
           : count <= LONG   ? LD_SEEN(LONG)
                             : LD_SEEN(VERY_LONG);
}

static uint64_t begin_features(const char *start, const char *end) {
    unsigned step, bytes;
    uint64_t seen = 0;
    uint32_t c = ld_utf8_decode(start, end, &step);
    if (ld_is_lower(c)) seen |= LD_SEEN(LOWER);
    if (c == '"' || c == 0x201C || c == 0x201E || c == 0xAB || c == 0x2018 || c == 0x201A || c == '\'' || c == 0x300C)
        seen |= LD_SEEN(QUOTE);
    if ((c == '(' && end[-1] == ')') || (c == '[' && end[-1] == ']')) seen |= LD_SEEN(PAREN);
    if (c == 0xA9) seen |= LD_SEEN(COPYRIGHT);
    static const uint64_t item[] = {0, LD_SEEN(BULLET), LD_SEEN(HYPHEN), LD_SEEN(DASH), LD_SEEN(NUMBER)};
    seen |= item[ld_item_at(start, end, &bytes)];
    const char *p = start;
    while (p < end && *p == '#' && p - start < 7) p++;
    if (p > start && p - start < 7 && p < end && *p == ' ') seen |= LD_SEEN(MARKDOWN);
    for (p = end; p > start && (p[-1] == '=' || p[-1] == '-') && p[-1] == end[-1];) p--;
    if (end - p >= 3 && p > start && (p[-1] == '\n' || p[-1] == '\r')) seen |= LD_SEEN(MARKDOWN); /* setext underline */
    return seen;
}

static bool is_datish(const struct ld_word_seen *word) {
    return word->digit || (word->facts & (LD_MONTH | LD_TIME | LD_ABBR_NUMBER)) ||
           (word->capitals && word->end - word->start <= 4) || (word->facts & (LD_PREPOSITION | LD_ARTICLE)) ||
           (word->facts & LD_ABBR_EITHER);
}

/* What the words together are: a date, names, a title in title case. */
static uint64_t word_features(struct ld_words_seen *seen, const struct ld_language *language) {
    unsigned topic = 0, capital = 0, names = 0, dates = 0, digits = 0, months = 0, tied = 0, capitals = 0;
    uint64_t found = 0;
    bool comma = false;
    for (unsigned i = 0; i < seen->count; i++) {
        struct ld_word_seen *word = &seen->words[i];
        ld_words_facts(seen, i, 1, language);
        if (word->facts & (LD_SAY | LD_AUXILIARY) && !word->capital && !(word->colon && word->facts & LD_BYLINE_START))
            found |= LD_SEEN(VERB);
        bool function = word->facts & (LD_STOP | LD_PREPOSITION | LD_ARTICLE | LD_CONJUNCTION | LD_PRONOUN);
        if (!word->digit && !function) {
            topic++;
            capital += word->capital;
        }
        capitals += word->capital;
        names += (word->capital || !seen->cased) && !function && !word->digit;
        comma |= word->comma;
        digits += word->digit;
        months += (word->facts & (LD_MONTH | LD_BYLINE_START)) != 0;
        tied += word->capital || is_datish(word);
        dates += is_datish(word) || (word->facts & LD_BYLINE_START);
    }
    if (seen->letters >= 4 && seen->upper * 10 >= seen->letters * 8)
        found |= LD_SEEN(CAPITALS);
    else if ((topic >= 2 && capital * 10 >= topic * 8) || (capitals == seen->count && capitals >= 2))
        found |= LD_SEEN(TITLE_CASE);
    if (names == seen->count && names >= 2 && names <= 4 && (seen->cased || comma)) found |= LD_SEEN(NAMES);
    if (names + 1 == seen->count && names >= 2 && names <= 4 && seen->cased && !seen->words[0].capital &&
        (seen->words[0].facts & (LD_CONJUNCTION | LD_ARTICLE | LD_PREPOSITION)) == LD_CONJUNCTION)
        found |= LD_SEEN(BYLINE_NAMES); /* "and Jane Roe", under "By John Doe" */
    if (digits > 2u * !seen->letters + !months && digits * 3 >= seen->count && dates == seen->count &&
        seen->count <= DATE_WORDS)
        found |= LD_SEEN(DATE);
    if (months && digits && tied == seen->count && seen->count <= 8) found |= LD_SEEN(NAMES_DATE);
    return found;
}

/* Nothing but names, roles, agencies, dates and what ties them, from the first-th word on. */
static bool are_names(struct ld_words_seen *seen, unsigned first, const struct ld_language *language) {
    if (first >= seen->count || !seen->all || seen->count - first > 16) return false;
    for (unsigned i = first; i < seen->count; i++) ld_words_facts(seen, i, 1, language);
    if (seen->words[first].facts & LD_ARTICLE) first++;
    if (first >= seen->count) return false;
    const struct ld_word_seen *name = &seen->words[first];
    if (seen->cased && !name->capital && !name->digit && !(name->facts & (LD_AGENCY | LD_ROLE | LD_TIME))) return false;
    if (first && ld_words_finish(seen, 1, LD_ROLE | LD_AGENCY, language))
        return true; /* "By Jane Roe health correspondent" */
    bool date = false;
    for (unsigned i = first; i < seen->count; i++) date |= seen->words[i].digit;
    if (name->facts & (LD_TIME | LD_MONTH) && !date) return false; /* "By Monday Night It Was Over" */
    for (unsigned i = first; i < seen->count; i++) {
        const struct ld_word_seen *word = &seen->words[i];
        if (word->capital || word->digit || !seen->cased) continue;
        uint32_t counted = i && seen->words[i - 1].digit ? LD_FURNITURE_LINE : 0; /* "| 27 comments" */
        unsigned role = ld_words_begin(seen, i, LD_ROLE | LD_AGENCY | counted, language);
        if (role)
            i += role - 1;
        else if (!(word->facts &
                   (LD_PREPOSITION | LD_CONJUNCTION | LD_ARTICLE | LD_MONTH | LD_TIME | LD_BYLINE_START)) &&
                 word->end - word->start > 3) /* "van der", "bin", "al" */
            return false;
    }
    return true;
}

/* "Interview: Jane Roe" and "Interview Jane Roe", but not "Interview With the Mayor". */
static bool begins_byline(struct ld_words_seen *seen, unsigned n, const struct ld_language *language) {
    if (n > 1 || n >= seen->count || seen->words[0].colon) return true;
    if (!seen->cased) return seen->count <= 4;
    return ld_words_facts(seen, 0, 1, language) & LD_PREPOSITION ||
           !(ld_words_facts(seen, n, 1, language) & LD_PREPOSITION);
}

static uint64_t phrase_features(struct ld_words_seen *seen, bool bracket, const struct ld_language *language) {
    uint64_t found = 0;
    unsigned n = ld_words_begin(seen, 0, LD_FURNITURE_START | LD_FURNITURE_LINE, language);
    if (n) {
        uint32_t facts = ld_words_facts(seen, 0, n, language);
        if (facts & LD_FURNITURE_START)
            found |= n > 1 ? LD_SEEN(FURNITURE_PHRASE) : LD_SEEN(FURNITURE_WORD);
        else if (n > 1) /* what is furniture by itself is a weak sign where more follows */
            found |= LD_SEEN(FURNITURE_WORD);
        if (seen->words[n - 1].colon) found |= LD_SEEN(FURNITURE_COLON);
    }
    unsigned first = seen->count > 1 && seen->words[0].digit, last = seen->count;
    if (last > first + 1 && seen->words[last - 1].digit) last--; /* "5 min read", "Comments (23)" */
    if (seen->all && last - first <= LD_PHRASE_SEEN &&
        ld_words_facts(seen, first, last - first, language) & LD_FURNITURE_LINE)
        found |= LD_SEEN(FURNITURE_LINE);
    const unsigned what = first && seen->all && last > 3 ? 3 : last;
    if (what < last && last == seen->count && seen->words[2].digit && last - what <= 2 &&
        ld_words_facts(seen, what, last - what, language) & LD_FURNITURE_LINE)
        found |= LD_SEEN(FURNITURE_LINE);                          /* "5 from 212 votes" */
    if (ld_words_begin(seen, 0, LD_FURNITURE_START, language) > 1) /* a shorter row may be the furniture */
        found |= LD_SEEN(FURNITURE_PHRASE);
    for (unsigned i = 2;
         seen->all && seen->count <= LONG && found & LD_SEEN(FURNITURE_WORD) && i < PLATFORM && i < seen->count; i++)
        if (ld_words_begin(seen, i, LD_FURNITURE_LINE, language) > 1) /* "Follow the Vale Desk on Instagram" */
            found = (found & ~LD_SEEN(FURNITURE_WORD)) | LD_SEEN(FURNITURE_PHRASE);
    if (seen->words[0].colon && ld_words_begin(seen, 1, LD_FURNITURE_START, language) > 2)
        found |= LD_SEEN(FURNITURE_PHRASE); /* "Note: This article was updated" */
    n = ld_words_begin(seen, 0, LD_BYLINE_START, language);
    if (n && begins_byline(seen, n, language) && are_names(seen, n, language)) found |= LD_SEEN(BYLINE_NAMES);
    n = ld_words_begin(seen, 0, LD_CREDIT, language);
    if (n) {
        bool told = n > 1 && !(ld_words_facts(seen, 0, 1, language) &
                               LD_PREPOSITION); /* "In the picture one can see ..." is prose */
        found |= told || seen->words[n - 1].colon ? LD_SEEN(CREDIT_PHRASE) : LD_SEEN(CREDIT_WORD);
    }
    if (seen->all && seen->count <= ROLE_WORDS) {
        n = ld_words_finish(seen, 1, LD_ROLE | LD_AGENCY, language);
        bool names = n && are_names(seen, 0, language) && !(seen->words[0].facts & (LD_STOP | LD_ARTICLE));
        if (names && (n < seen->count || ld_words_facts(seen, 0, n, language) & LD_AGENCY)) found |= LD_SEEN(ROLE_END);
        if (ld_words_finish(seen, 1, LD_CREDIT, language)) found |= LD_SEEN(CREDIT_END);
    }
    unsigned year = seen->words[seen->count > 1].digit ? 1 : 0;
    if (seen->count > 1 && year && seen->words[0].end == 9 && !memcmp(seen->folded, "copyright", 9))
        found |= LD_SEEN(COPYRIGHT);
    bool sign = seen->count > 1 && seen->words[0].end == 1 && *seen->folded == 'c' && bracket;
    for (unsigned i = 1; sign && i < seen->count; i++) /* "(c) 2020", "(c) Jane Roe. All rights reserved." */
        if ((i == 1 && year) || ld_words_begin(seen, i, LD_FURNITURE_START, language) > 1) found |= LD_SEEN(COPYRIGHT);
    return found;
}

/* What may be a label: ":" after fewer than LD_LABEL_BLANKS blanks, or no blank at all. */
static bool has_label(const char *start, const char *end) {
    const char *colon = memchr(start, ':', (size_t)(end - start)), *p = start;
    for (unsigned blanks = 0; blanks < (colon ? LD_LABEL_BLANKS : 1); blanks++, p++)
        if (!(p = memchr(p, ' ', (size_t)(end - p)))) return true;
    return colon && colon < p;
}

/* Small letters of ASCII are a fifth of the bytes at least: then it is not all in capitals. */
static bool has_small_letters(const char *start, const char *end) {
    size_t small = 0, fifth = (size_t)(end - start) / 5;
    for (const char *p = start; p < end && small <= fifth; p++) small += (unsigned char)(*p - 'a') < 26;
    return small > fifth;
}

/* A paragraph of plain prose: it ends with a full stop, has some words, and begins with no phrase of block_words.h. Of
 * what its words are together then counts nothing in block_rules.def: title and heading have too few points without
 * OPEN, ASK or MARKDOWN, byline, caption and furniture have none without a phrase, a colon or a mark. So its words need
 * no look at each. One of no more than MEDIUM words could be a heading in capitals, a date, or end with furniture. */
static bool is_plain(const char *start, const char *end, uint64_t found, const struct ld_language *language) {
    const uint32_t phrases = LD_FURNITURE_START | LD_FURNITURE_LINE | LD_BYLINE_START | LD_CREDIT;
    if (!(found & LD_SEEN(STOP)) || found & (LD_SEEN(ABBR_STOP) | LD_SEEN(MARKDOWN) | LD_SEEN(PAREN)) ||
        *start == '(' || *start == '^')
        return false;
    if (has_label(start, end)) return false;
    const unsigned count = ld_words_count(start, end, MEDIUM + 1);
    if (count <= ROLE_WORDS) return false;
    struct ld_words_seen words;
    ld_words_see(start, end, 2, &words);
    if (words.words[0].digit) return false;
    if (ld_words_open(&words, 0, 2, language)) ld_words_see(start, end, LD_PHRASE_SEEN, &words);
    if (ld_words_begin(&words, 0, phrases, language)) return false;
    if (count <= DATE_WORDS && is_datish(&words.words[0])) return false;
    return count > MEDIUM || (has_small_letters(start, end) && !ld_ends_with_furniture(start, end, language));
}

/* What the words of a block tell. */
static uint64_t all_word_features(const char *start, const char *end, uint64_t found,
                                  const struct ld_language *language) {
    struct ld_words_seen words;
    const size_t bytes = (size_t)(end - start);
    const bool large = bytes > LD_LONG_BLOCK;
    ld_words_see(start, end, large ? 8 : LD_WORDS_SEEN, &words);
    found |= length_features(&words, bytes);
    if (!words.count) return found | LD_SEEN(NO_WORDS);
    if (words.letters == 0 && words.all && !words.unspaced) {
        bool digits = true;
        for (unsigned i = 0; i < words.count; i++) digits &= words.words[i].digit;
        if (digits) found |= LD_SEEN(NO_LETTERS);
    }
    found |= phrase_features(&words, *start == '(', language);
    if (bytes > LONG_NOTICE) found &= ~LD_SEEN(FURNITURE_PHRASE);
    if (large) return found;
    found |= word_features(&words, language);
    if (!(found & LD_SEEN(VERB)) && ld_is_data(start, end, &words)) found |= LD_SEEN(DATA);
    if (ld_ends_with_furniture(start, end, language)) found |= LD_SEEN(FURNITURE_LAST);
    if (found & LD_SEEN(NAMES_DATE) && memchr(start, '|', bytes)) found |= LD_SEEN(DATE); /* "Jane Roe | 3 May" */
    return found;
}

/* Markdown's "[Home](/) | [News](/news)": two links at least, and marks between them. */
static bool are_links(const char *start, const char *end) {
    unsigned count = 0;
    for (const char *p = start; p < end; p++) {
        if (*p != '[') {
            if (ld_is_ascii_letter(*p)) return false;
            continue;
        }
        const char *text = memchr(p, ']', (size_t)(end - p));
        if (!text || text + 1 == end || text[1] != '(' || !(p = memchr(text, ')', (size_t)(end - text)))) return false;
        count++;
    }
    return count > 1;
}

/* Markdown's "![a pier](pier.jpg)", which may be a link. */
static bool is_image(const char *start, const char *end) {
    if (*start == '[') start++;
    return end - start > 2 && *start == '!' && start[1] == '[' && end[-1] == ')';
}

/* "[A boat leaves the harbour]": one pair of square brackets, as a page's image comes from pandoc; but not what one
 * says, "[Lind: We are late.]", as novels have it. */
static bool is_within_brackets(const char *start, const char *end) {
    unsigned open = 0;
    if (*start != '[' || end[-1] != ']' || end - start > LD_LONG_BLOCK) return false;
    const char *label = start;
    while (++label < end && *label != ' ' && *label != ':') continue;
    if (*label == ':') return false;
    for (const char *p = start; p < end; p++) {
        open += *p == '[';
        open -= *p == ']';
        if (!open) return p + 1 == end;
    }
    return false;
}

uint64_t ld_features_find(const char *text, struct ld_span span, const struct ld_language *language) {
    const char *start = text + span.offset, *end = start + span.length;
    uint64_t found = begin_features(start, end) | mark_features(start, end);
    const bool large = span.length > LD_LONG_BLOCK, plain = !large && is_plain(start, end, found, language);
    found = plain ? found | LD_SEEN(PLAIN) : all_word_features(start, end, found, language);
    if (found & LD_SEEN(NO_WORDS)) return found;
    if (ld_ends_with_credit(start, end, language) || (!large && ld_ends_with_label(start, end, language)))
        found |= LD_SEEN(CREDIT_PAREN);
    if (plain) return found;
    if (large || has_inner_stop(start, end)) found |= LD_SEEN(SEVERAL);
    const size_t near = large ? LD_LONG_BLOCK : span.length;
    if (*start == '|' && end[-1] == '|') found |= LD_SEEN(DATA);
    const bool heard = *start == '[' && end[-1] == ']' && found & LD_SEEN(TINY) && found & LD_SEEN(OPEN);
    unsigned first;
    const bool footnote = end - start > 4 && ((*start == '[' && start[1] == '^') || /* Markdown's "[^1]: See .." */
                                              (*start == '^' && start[1] == ' ') || /* "^ Lind, A. (1990)." */
                                              ld_is_superscript(ld_utf8_decode(start, end, &first)));
    const bool links = *start == '[' && end[-1] == ')' && found & LD_SEEN(OPEN) && are_links(start, end);
    const char *path = found & LD_SEEN(OPEN) ? memchr(start, '>', near) : NULL; /* "Home > News > Local" */
    const bool crumbs = path && path > start && path[-1] == ' ' && path + 1 < end && path[1] == ' ' &&
                        memchr(path + 1, '>', near - (size_t)(path + 1 - start));
    if (!heard && is_within_brackets(start, end)) /* which is no prose, whatever its length and mark */
        found = (found & ~(LD_SEEN(STOP) | LD_SEEN(ASK) | LD_SEEN(VERY_LONG))) | LD_SEEN(CREDIT_PAREN);
    if (links || crumbs || heard || footnote || is_image(start, end)) found |= LD_SEEN(HANDLE);
    if (!memchr(start, ' ', near) &&
        (*start == '#' || memchr(start, '@', near) || (span.length > 4 && !memcmp(start, "http", 4))))
        found |= LD_SEEN(HANDLE);
    return found;
}

uint64_t ld_features_rest(const char *text, struct ld_span span, uint64_t seen) {
    const char *start = text + span.offset, *end = start + span.length;
    if (!(seen & LD_SEEN(PLAIN))) return seen;
    const unsigned count = ld_words_count(start, end, LONG + 1);
    seen |= count > LONG ? LD_SEEN(VERY_LONG) : count > MEDIUM ? LD_SEEN(LONG) : LD_SEEN(MEDIUM);
    if (has_inner_stop(start, end)) seen |= LD_SEEN(SEVERAL);
    return seen & ~LD_SEEN(PLAIN);
}
