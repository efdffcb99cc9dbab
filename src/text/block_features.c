/* block_features.c - what is seen of a block by itself.
 *
 * In: a block's bytes and the language's furniture phrases (stopwords/CODE.furniture). Out: a set of features
 * (block_features.def). What follows from them is in block_rules.def. Only the first 40 words and the last bytes of a
 * block are looked at, so a block of 20 MB costs what one of 300 bytes does.
 *
 * Folding here is to lower case only, into a fixed buffer: no allocation, and furniture has no need of more.
 */
#include "text/block_features.h"

#include <string.h>

#include "base/unicode.h"
#include "text/block_lines.h"
#include "text/block_tails.h"

enum {
    PHRASE = LD_PHRASE_SEEN,
    LONG_BLOCK = 400 /* bytes: longer blocks are prose, and get no look at each word */
};

static bool is_apostrophe(uint32_t c) { return c == '\'' || c == 0x2019 || c == 0x02BC; }

/* Part of a word, given that it is inside one: points and hyphens are where more of the word follows. */
static bool is_inner(uint32_t c, const char *p, const char *end) {
    if (c != '.' && c != '-' && c != '_' && c != 0x2010 && c != 0x2011 && c != 0x200C && c != 0x200D &&
        !is_apostrophe(c))
        return false;
    unsigned step;
    if (p >= end) return false;
    enum ld_class class = ld_class_of(ld_utf8_decode(p, end, &step));
    return class == LD_LETTER || class == LD_DIGIT || class == LD_MARK;
}

bool ld_is_seen_in_word(uint32_t c) {
    enum ld_class class = ld_class_of(c);
    return class == LD_LETTER || class == LD_DIGIT || class == LD_MARK;
}

/* What a byte is to a word: bits, none for what is not of it or not ASCII. */
enum { SMALL = 1, CAPITAL = 2, DIGIT = 4 };
#define DIGITS_5 DIGIT, DIGIT, DIGIT, DIGIT, DIGIT
#define SMALL_13 SMALL, SMALL, SMALL, SMALL, SMALL, SMALL, SMALL, SMALL, SMALL, SMALL, SMALL, SMALL, SMALL
#define CAPITAL_13                                                                                                     \
    CAPITAL, CAPITAL, CAPITAL, CAPITAL, CAPITAL, CAPITAL, CAPITAL, CAPITAL, CAPITAL, CAPITAL, CAPITAL, CAPITAL, CAPITAL
static const unsigned char plain[256] = {['0'] = DIGITS_5, DIGITS_5,         ['A'] = CAPITAL_13,
                                         CAPITAL_13,       ['a'] = SMALL_13, SMALL_13};

/* One word from p on, its folded form to the buffer; what stands after it. */
static const char *see_word(const char *p, const char *end, struct ld_words_seen *seen, unsigned *used) {
    struct ld_word_seen *word = &seen->words[seen->count];
    unsigned step, upper = 0, letters = 0;
    uint32_t c = ld_utf8_decode(p, end, &step);
    *word =
        (struct ld_word_seen){.start = (uint16_t)*used, .capital = ld_is_upper(c), .digit = ld_class_of(c) == LD_DIGIT};
    while (p < end) {
        char *folded = seen->folded + *used;
        for (unsigned kind; p < end && (kind = plain[(unsigned char)*p]); p++) { /* nearly always all of it */
            upper += kind == CAPITAL;
            letters += kind != DIGIT;
            if (folded < seen->folded + (LD_FOLDED_SEEN - 7))
                *folded++ = (char)((unsigned char)*p | (kind & CAPITAL) << 4);
        }
        *used = (unsigned)(folded - seen->folded);
        if (p == end || *p == ' ') break;
        c = ld_utf8_decode(p, end, &step);
        if (!ld_is_seen_in_word(c) && !is_inner(c, p + step, end)) break;
        p += step;
        upper += ld_is_upper(c);
        letters += ld_is_upper(c) || ld_is_lower(c);
        seen->unspaced |= ld_is_unspaced(c);
        if ((c >= 0x64B && c <= 0x652) || c == 0x640) continue; /* Arabic vowel signs and stretching, as ld_fold does */
        if (*used + 8 > LD_FOLDED_SEEN) continue;
        *used += ld_utf8_encode(is_apostrophe(c) ? '\'' : ld_to_lower(c), seen->folded + *used);
    }
    word->end = (uint16_t)*used;
    word->capitals = upper >= 2 && upper == letters;
    word->comma = p < end && *p == ',';
    word->colon = p < end && (*p == ':' || (p + 1 < end && *p == ' ' && p[1] == ':'));
    seen->cased |= letters > 0;
    seen->letters += letters;
    seen->upper += upper;
    return p;
}

void ld_words_see(const char *start, const char *end, unsigned limit, struct ld_words_seen *seen) {
    unsigned used = 0, step;
    const char *p = start;
    seen->count = 0;
    seen->unspaced = seen->cased = seen->first_known = false;
    seen->letters = seen->upper = 0;
    while (p < end && seen->count < limit && seen->count < LD_WORDS_SEEN && used + 16 < LD_FOLDED_SEEN) {
        unsigned char byte = (unsigned char)*p;
        if (!plain[byte] && (byte < 0x80 || !ld_is_seen_in_word(ld_utf8_decode(p, end, &step)))) {
            p += byte < 0x80 ? 1 : step;
            continue;
        }
        if (used) seen->folded[used++] = ' ';
        p = see_word(p, end, seen, &used);
        seen->count++;
    }
    while (p < end && p - start < LONG_BLOCK && !ld_is_seen_in_word(ld_utf8_decode(p, end, &step))) p += step;
    seen->all = p >= end;
}

/* With LD_OPENS_PHRASE where it applies. */
static uint32_t look(const struct ld_words_seen *seen, unsigned first, unsigned count,
                     const struct ld_language *language) {
    const struct ld_language *english = &ld_languages[LD_LANGUAGE_en];
    const char *phrase = seen->folded + seen->words[first].start;
    size_t length = (size_t)(seen->words[first + count - 1].end - seen->words[first].start);
    uint32_t facts = ld_language_look(language, phrase, length);
    if (language != english)
        facts |= ld_language_look(english, phrase, length) &
                 (LD_FURNITURE_START | LD_FURNITURE_LINE | LD_AGENCY | LD_CREDIT | LD_OPENS_PHRASE);
    return facts;
}

static uint32_t word_facts(struct ld_words_seen *seen, unsigned i, const struct ld_language *language) {
    struct ld_word_seen *word = &seen->words[i];
    if (!word->known) word->facts = look(seen, i, 1, language);
    word->known = true;
    return word->facts;
}

uint32_t ld_words_facts(struct ld_words_seen *seen, unsigned first, unsigned count,
                        const struct ld_language *language) {
    if (!count || first + count > seen->count) return 0;
    return (count == 1 ? word_facts(seen, first, language) : look(seen, first, count, language)) & ~LD_OPENS_PHRASE;
}

static bool opens_phrase(struct ld_words_seen *seen, unsigned first, const struct ld_language *language) {
    return first < seen->count && word_facts(seen, first, language) & LD_OPENS_PHRASE;
}

unsigned ld_words_begin(struct ld_words_seen *seen, unsigned first, uint32_t facts,
                        const struct ld_language *language) {
    if (!opens_phrase(seen, first, language)) return ld_words_facts(seen, first, 1, language) & facts ? 1 : 0;
    if (first) {
        for (unsigned n = PHRASE; n; n--)
            if (ld_words_facts(seen, first, n, language) & facts) return n;
        return 0;
    }
    for (unsigned n = seen->first_known ? 0 : PHRASE; n; n--)
        seen->first_facts[n] = ld_words_facts(seen, 0, n, language);
    seen->first_known = true;
    for (unsigned n = PHRASE; n; n--)
        if (seen->first_facts[n] & facts) return n;
    return 0;
}

unsigned ld_words_finish(struct ld_words_seen *seen, uint32_t facts, const struct ld_language *language) {
    for (unsigned n = PHRASE; n; n--)
        if (n <= seen->count && (n == 1 || opens_phrase(seen, seen->count - n, language)) &&
            ld_words_facts(seen, seen->count - n, n, language) & facts)
            return n;
    return 0;
}

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
bool ld_has_inner_stop(const char *start, const char *end) {
    static const unsigned char hot[256] = {['.'] = 1, ['!'] = 1, ['?'] = 1, [0xD8] = 1, [0xE0] = 1, [0xE3] = 1};
    if (end - start > LONG_BLOCK) end = start + LONG_BLOCK;
    unsigned step;
    for (const char *p = start;; p += step) {
        while (p < end && !hot[(unsigned char)*p]) p++;
        if (p == end) return false;
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
    if (!words->all || bytes > LONG_BLOCK) return LD_SEEN(VERY_LONG);
    return count <= 3    ? LD_SEEN(TINY)
           : count <= 8  ? LD_SEEN(SHORT)
           : count <= 15 ? LD_SEEN(MEDIUM)
           : count <= 28 ? LD_SEEN(LONG)
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
           (word->capitals && word->end - word->start <= 4) || (word->facts & LD_PREPOSITION) ||
           (word->facts & LD_ABBR_EITHER);
}

/* What the words together are: a date, names, a title in title case. */
static uint64_t word_features(struct ld_words_seen *seen, const struct ld_language *language) {
    unsigned topic = 0, capital = 0, names = 0, dates = 0, digits = 0, months = 0, tied = 0, capitals = 0;
    uint64_t found = 0;
    bool comma = false;
    for (unsigned i = 0; i < seen->count; i++) {
        struct ld_word_seen *word = &seen->words[i];
        word_facts(seen, i, language);
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
    if (digits > 2u * !seen->letters + !months && digits * 3 >= seen->count && dates == seen->count &&
        seen->count > 1 && seen->count <= 12)
        found |= LD_SEEN(DATE);
    if (months && digits && tied == seen->count && seen->count <= 8) found |= LD_SEEN(NAMES_DATE);
    return found;
}

/* Nothing but names, roles, agencies, dates and what ties them, from the first-th word on. */
static bool are_names(struct ld_words_seen *seen, unsigned first, const struct ld_language *language) {
    if (first >= seen->count || !seen->all || seen->count - first > 16) return false;
    for (unsigned i = first; i < seen->count; i++) word_facts(seen, i, language);
    if (seen->words[first].facts & LD_ARTICLE) first++;
    if (first >= seen->count) return false;
    const struct ld_word_seen *name = &seen->words[first];
    if (seen->cased && !name->capital && !name->digit && !(name->facts & (LD_AGENCY | LD_ROLE | LD_TIME))) return false;
    if (first && ld_words_finish(seen, LD_ROLE | LD_AGENCY, language))
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
    return word_facts(seen, 0, language) & LD_PREPOSITION || !(word_facts(seen, n, language) & LD_PREPOSITION);
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
    if (seen->all && last - first <= PHRASE && ld_words_facts(seen, first, last - first, language) & LD_FURNITURE_LINE)
        found |= LD_SEEN(FURNITURE_LINE);
    n = ld_words_begin(seen, 0, LD_FURNITURE_START, language); /* a shorter row may be the furniture */
    if (n && !(found & LD_SEEN(FURNITURE_PHRASE)) && (n > 1 || !(found & LD_SEEN(FURNITURE_WORD))))
        found |= n > 1 ? LD_SEEN(FURNITURE_PHRASE) : LD_SEEN(FURNITURE_WORD);
    n = ld_words_begin(seen, 0, LD_BYLINE_START, language);
    if (n && begins_byline(seen, n, language) && are_names(seen, n, language)) found |= LD_SEEN(BYLINE_NAMES);
    n = ld_words_begin(seen, 0, LD_CREDIT, language);
    if (n) {
        bool told =
            n > 1 && !(word_facts(seen, 0, language) & LD_PREPOSITION); /* "In the picture one can see ..." is prose */
        found |= told || seen->words[n - 1].colon ? LD_SEEN(CREDIT_PHRASE) : LD_SEEN(CREDIT_WORD);
    }
    if (seen->all && seen->count <= 10) {
        n = ld_words_finish(seen, LD_ROLE | LD_AGENCY, language);
        bool names = n && are_names(seen, 0, language) && !(seen->words[0].facts & (LD_STOP | LD_ARTICLE));
        if (names && (n < seen->count || ld_words_facts(seen, 0, n, language) & LD_AGENCY)) found |= LD_SEEN(ROLE_END);
        if (ld_words_finish(seen, LD_CREDIT, language)) found |= LD_SEEN(CREDIT_END);
    }
    unsigned year = seen->words[seen->count > 1].digit ? 1 : 0;
    if (seen->count > 1 && year && seen->words[0].end == 9 && !memcmp(seen->folded, "copyright", 9))
        found |= LD_SEEN(COPYRIGHT);
    bool sign = seen->count > 1 && seen->words[0].end == 1 && *seen->folded == 'c' && bracket;
    for (unsigned i = 1; sign && i < seen->count; i++) /* "(c) 2020", "(c) Jane Roe. All rights reserved." */
        if ((i == 1 && year) || ld_words_begin(seen, i, LD_FURNITURE_START, language) > 1) found |= LD_SEEN(COPYRIGHT);
    return found;
}

/* Prose by its length and its mark: what its words are together counts for nothing (block_rules.def), so they need no
 * look at each. */
static bool is_plain(const struct ld_words_seen *words, uint64_t found) {
    static const uint64_t other =
        LD_SEEN(ABBR_STOP) | LD_SEEN(MARKDOWN) | LD_SEEN(FURNITURE_PHRASE) | LD_SEEN(BYLINE_NAMES);
    return found & LD_SEEN(STOP) && words->count > 15 && !(found & other);
}

uint64_t ld_features_find(const char *text, struct ld_span span, const struct ld_language *language) {
    const char *start = text + span.offset, *end = start + span.length;
    struct ld_words_seen words;
    uint64_t found = begin_features(start, end) | mark_features(start, end);
    bool large = span.length > LONG_BLOCK;
    ld_words_see(start, end, large ? 8 : LD_WORDS_SEEN, &words);
    found |= length_features(&words, span.length);
    if (words.count == 0 && words.all) return found | LD_SEEN(NO_WORDS);
    if (words.count == 0) return found;
    if (words.letters == 0 && words.all && !words.unspaced) {
        bool digits = true;
        for (unsigned i = 0; i < words.count; i++) digits &= words.words[i].digit;
        if (digits) found |= LD_SEEN(NO_LETTERS);
    }
    if (large || ld_has_inner_stop(start, end)) found |= LD_SEEN(SEVERAL);
    found |= phrase_features(&words, *start == '(', language);
    if (!large && !(is_plain(&words, found) && *start != '(' && !memchr(start, ':', span.length))) {
        found |= word_features(&words, language);
        if (!(found & LD_SEEN(VERB)) && ld_is_data(start, end, &words)) found |= LD_SEEN(DATA);
    }
    if (!large && ld_ends_with_furniture(start, end, language)) found |= LD_SEEN(FURNITURE_LAST);
    if (!large && found & LD_SEEN(NAMES_DATE) && memchr(start, '|', span.length))
        found |= LD_SEEN(DATE); /* "Jane Roe | 3 May" */
    if (ld_ends_with_credit(start, end, language) || (!large && ld_ends_with_label(start, end, language)))
        found |= LD_SEEN(CREDIT_PAREN);
    char c = *start;
    const char *blank = memchr(start, ' ', large ? LONG_BLOCK : span.length);
    if (!blank && words.count &&
        (c == '#' || memchr(start, '@', large ? LONG_BLOCK : span.length) ||
         (span.length > 4 && !memcmp(start, "http", 4))))
        found |= LD_SEEN(HANDLE);
    return found;
}
