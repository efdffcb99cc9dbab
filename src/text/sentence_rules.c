/* sentence_rules.c - does a sentence end at these marks?
 *
 * In: marks with their surroundings (sentence_rules.h). Out: yes or no. Finding marks is sentences.c's work.
 * Method: Unicode UAX #29, sentence boundary rules SB6 to SB11, where the plain rule would cut at each full stop before
 * a capital; the full stop's three other uses (abbreviation, initial, ordinal) are told by the clues of Kiss & Strunk
 * 2006 (Punkt): word shape and what may follow; lists of abbreviations by what may follow them, and the capitalised
 * function word as the sign of a new sentence, after Mikheev 2002. Nothing is learnt from the text at hand, so a
 * sentence is cut alike wherever it stands.
 */
#include "text/sentence_rules.h"

#include <string.h>

#include "base/unicode.h"

enum next_kind { NEXT_END, NEXT_LOWER, NEXT_UPPER, NEXT_DIGIT, NEXT_LETTER, NEXT_POINTS, NEXT_PAUSE, NEXT_SYMBOL };

/* What follows the marks. NEXT_LETTER is a letter of a script without case. */
struct next {
    enum next_kind kind;
    bool blank, dash, opened, inverted; /* met before the word: white space, a dash, an opening mark, ¿ or ¡ */
    const char *at;                     /* where the word begins, NULL for none */
    struct ld_near word;                /* empty until read_word */
};

enum {
    ARMENIAN = 0x530, /* where that script begins */
    OPENERS = 12,     /* marks looked through on the way to the next word */
    LABEL_BYTES = 20, /* a colon that near to the sentence's beginning follows a label */
    PLAIN_LETTERS = 5 /* words of so many letters are seldom abbreviations (Kiss & Strunk 2006, section 3.1.2) */
};

static enum next_kind kind_of(uint32_t c) {
    if (ld_is_upper(c)) return NEXT_UPPER;
    if (ld_is_lower(c) || c == '/' || c == '%' || c == '&' || c == 0x2116)
        return NEXT_LOWER; /* signs that open no sentence go on like a lower-case letter: "№ 7" */
    if (c == '.' || c == 0x2026) return NEXT_POINTS;
    if (c == ',' || c == ';' || c == ':' || c == 0x60C || c == 0x61B || c == 0x3001 || c == 0xFF0C) return NEXT_PAUSE;
    switch (ld_class_of(c)) {
    case LD_DIGIT: return NEXT_DIGIT;
    case LD_LETTER:
    case LD_MARK: return NEXT_LETTER;
    default: return NEXT_SYMBOL;
    }
}

static struct next find_next(const struct ld_end *end) {
    struct next next = {0};
    const char *p = end->after;
    unsigned step;
    for (int openers = 0; p < end->limit && openers < OPENERS; p += step) {
        uint32_t c = ld_utf8_decode(p, end->limit, &step);
        if (ld_is_space(c)) {
            if (!openers) next.blank = true;
            continue;
        }
        next.kind = kind_of(c);
        if (next.kind != NEXT_SYMBOL) break;
        openers++;
        if (ld_is_opening(c))
            next.opened = true;
        else if (ld_is_dash(c))
            next.dash = true;
        else if (c == 0xBF || c == 0xA1)
            next.inverted = true;
        else if (c != '*' && c != '_' && ld_class_of(c) != LD_CONTROL)
            break;
    }
    if (p < end->limit) next.at = p;
    return next;
}

static void read_word(const struct ld_end *end, struct next *next) {
    if (next->at) ld_near_after(&next->word, end->language, next->at, end->limit);
}

static bool any(uint32_t facts, uint32_t of) { return (facts & of) != 0; }

/* A capitalised function word opens a sentence (Mikheev 2002, section 4). Those that also stand in names ("First",
 * "New") only where the word after is not capitalised too. */
static bool starts(const struct ld_end *end, const struct next *next) {
    const uint32_t strong = LD_PRONOUN | LD_CONNECTIVE | LD_ARTICLE | LD_PREPOSITION | LD_CONJUNCTION | LD_AUXILIARY |
                            LD_NEGATION | LD_QUESTION;
    if (next->inverted) return true;
    if (next->kind != NEXT_UPPER) return false;
    const struct ld_near *word = &next->word;
    bool point = word->at + word->bytes < end->limit && word->at[word->bytes] == '.';
    if (point && word->letters == 1) return false; /* an initial */
    if (!any(word->facts, LD_STOP | strong) || (word->letters > 1 && word->uppers == word->letters)) return false;
    if (any(word->facts, strong)) return true;
    const char *p = word->at + word->bytes;
    unsigned step;
    if (p + 1 >= end->limit || *p != ' ') return true;
    return !ld_is_upper(ld_utf8_decode(p + 1, end->limit, &step));
}

static bool is_byte_of(const char *set, size_t count, const char *p, const char *limit) {
    return p < limit && memchr(set, *p, count);
}

static bool is_roman(const struct ld_near *word) {
    if (word->bytes > 6) return false;
    for (uint32_t i = 0; i < word->bytes; i++)
        if (!is_byte_of("IVXLC", 5, word->at + i, word->at + word->bytes)) return false;
    return true;
}

/* One letter, its marks aside. */
static bool is_initial(const struct ld_near *word) {
    return word->letters == 1 && !word->digits && !word->marks && !word->points;
}

/* "U.S", "Ph.D", "a.m": points inside, and never more than three letters a part. */
static bool is_acronym(const struct ld_near *word) {
    return word->points && !word->digits && !word->marks && word->letters <= 3u * (word->points + 1u) &&
           word->letters > word->points;
}

/* A capital and a small Latin letter, no vowel: "Hr", "Wm" (Kiss & Strunk's length clue, where there is no list). */
static bool is_short_title(const struct ld_near *word) {
    return word->ascii && word->letters == 2 && word->bytes == 2 && word->uppers == 1 &&
           !ld_is_vowel((unsigned char)word->at[0]) && !ld_is_vowel((unsigned char)word->at[1]);
}

static bool is_number(const struct ld_near *word) {
    return word->digits && !word->letters && !word->marks && !word->points;
}

/* Languages whose ordinals are numbers with a point say so by the entry "0" in [number]. */
static bool has_ordinals(const struct ld_end *end) {
    static const char entry[1 + 8] = "0";
    return any(ld_language_facts(end->language, entry, 1), LD_ABBR_NUMBER);
}

/* The word before what begins at p. */
static struct ld_near word_before(const struct ld_end *end, const char *p) {
    struct ld_near word;
    ld_near_before(&word, end->language, end->begin, ld_before_spaces(end->begin, p));
    return word;
}

/* "zum", "im": a preposition and an article. */
static bool is_to_the(const struct ld_near *word) {
    static const char *const words[] = {"am", "im", "vom", "zum", "zur"};
    for (size_t k = 0; k < sizeof words / sizeof *words; k++)
        if (word->bytes == strlen(words[k]) && !memcmp(word->at, words[k], word->bytes)) return true;
    return false;
}

/* "3. Oktober", "der 2. Weltkrieg", "Ludwig XIV. Straße"; but "Seite 12. Dort", "im Jahr 1990. Siemens". */
static bool is_ordinal(const struct ld_end *end, const struct ld_near *word, const struct next *next) {
    if (any(next->word.facts, LD_MONTH) && word->digits <= 2) return true;
    if (!has_ordinals(end) || end->closed || starts(end, next)) return false;
    if (next->kind == NEXT_DIGIT) { /* "3. 10. 1990" */
        const char *after = next->word.at + next->word.bytes, *p = word->at;
        bool day = next->word.digits <= 2 && after < end->limit && *after == '.';
        bool year = p - end->begin > 2 && p[-1] == ' ' && p[-2] == '.' && ld_is_ascii_digit(p[-3]);
        return word->digits <= 2 && (day || year);
    }
    if (next->kind != NEXT_UPPER || next->opened || next->dash || word->digits > 3) return false;
    if (is_roman(word)) return true;
    /* after an article or a preposition, or an adjective behind an article */
    const struct ld_near before = word_before(end, word->at);
    if (word->digits > 2) return any(before.facts, LD_ARTICLE) || is_to_the(&before);
    if (any(before.facts, LD_STOP | LD_ARTICLE | LD_PREPOSITION)) return true;
    const bool adjective = before.letters > 4 && !before.uppers &&
                           !memcmp(before.at + before.bytes - 2, "en", 2); /* "den alten 2. Turm" */
    return adjective && any(word_before(end, before.at).facts, LD_ARTICLE);
}

/* "At 5 a.m. Mr. Smith", "The U.S. Is": an opening word and two more make no sentence. */
static bool is_lead_in(const struct ld_end *end, const struct ld_near *word) {
    if (word->at - end->begin > 16) return false;
    struct ld_near first;
    ld_near_after(&first, end->language, end->begin, end->limit);
    return word->at == end->begin || any(first.facts, LD_PREPOSITION | LD_ARTICLE);
}

/* "asked the U.S. To help", "warned the U.S. Not to", "the U.S. May have", but not "To be sure", "May 9": some desks
 * write a capital behind a point. What begins at p begins no sentence, or hardly ever. */
static bool begins_none(const struct ld_end *end, const char *p) {
    static const char *const starts[] = {"To ", "Of ", "Which ", "Into ", "Not to ", "May be ", "May have "};
    const size_t left = (size_t)(end->limit - p);
    if (left > 6 && !memcmp(p, "To be ", 6)) return false;
    for (size_t k = 0; k < sizeof starts / sizeof *starts; k++)
        if (left > strlen(starts[k]) && !memcmp(p, starts[k], strlen(starts[k]))) return true;
    return false;
}

/* "former U.S. Rep. Ana Lind", but "left the U.S. Dr. Ashby". */
static bool is_before_title(const struct ld_end *end, const struct ld_near *word, const struct next *next) {
    const char *after = next->word.at + next->word.bytes;
    return any(next->word.facts, LD_ABBR_NAME) && next->word.letters > 1 && after < end->limit && *after == '.' &&
           !any(word_before(end, word->at).facts, LD_ARTICLE);
}

/* "said the U.S. Is buying more", "the U.S. And Japan": no sentence but a question begins with such a verb, and few
 * with "And" and no pronoun. */
static bool goes_on(const struct ld_end *end, const struct ld_near *word, const struct next *next) {
    const char *p = next->at;
    if (!is_acronym(word) || !word->uppers || end->language != &ld_languages[LD_LANGUAGE_en] || !next->blank ||
        next->opened || !p)
        return false;
    if (end->limit - p > 4 && !memcmp(p, "And ", 4)) {
        struct ld_near joined;
        ld_near_after(&joined, end->language, p + 4, end->limit);
        return joined.bytes && !any(joined.facts, LD_PRONOUN);
    }
    if (begins_none(end, p) || is_before_title(end, word, next)) return true;
    if (!any(next->word.facts, LD_AUXILIARY) || any(next->word.facts, LD_MONTH | LD_PRONOUN)) return false;
    while (p < end->limit && !strchr(".!?", *p)) p++;
    return p == end->limit || *p != '?';
}

/* Abbreviations that may end a sentence: they do before a word that opens one. One that is written small is no part of
 * a name, so any capitalised word but a time ("5 p.m. Monday", "8 p.m. EST") will do. */
static bool either_ends(const struct ld_end *end, const struct ld_near *word, const struct next *next) {
    if (is_lead_in(end, word) || goes_on(end, word, next)) return false;
    const struct ld_near *zone = &next->word; /* "10 a.m. PT." */
    if (next->kind == NEXT_UPPER && !word->uppers && word->points && zone->uppers > 1 && zone->uppers < 5 &&
        zone->uppers == zone->letters && zone->at[zone->letters - 1] == 'T')
        return false;
    if (starts(end, next)) return true;
    switch (next->kind) {
    case NEXT_UPPER:
        if (any(next->word.facts, LD_ABBR_NAME)) return true;
        return !word->uppers && !any(next->word.facts, LD_TIME | LD_MONTH) &&
               !(next->word.uppers > 1 && next->word.uppers == next->word.letters);
    case NEXT_DIGIT: return !word->uppers && !word->points;
    case NEXT_LETTER: return !word->points && word->letters > 2;
    default: return !word->uppers; /* "owed the U.S. $5 million" */
    }
}

/* A capital after a full stop and an abbreviation of some kind; *known is false where the word is none. */
static bool abbreviation_ends(const struct ld_end *end, const struct ld_near *word, const struct next *next,
                              bool *known) {
    uint32_t facts = word->facts;
    *known = true;
    if (any(facts, LD_ABBR_INSIDE)) return false;
    if (is_initial(word) && word->uppers) return next->kind != NEXT_DIGIT && !next->dash && starts(end, next);
    bool number =
        next->kind == NEXT_DIGIT || (next->kind == NEXT_UPPER && (is_roman(&next->word) || is_initial(&next->word)));
    if (any(facts, LD_ABBR_NUMBER) && number) return false;
    bool capitals = word->uppers > 1 && word->uppers == word->letters; /* "RT", which is not "Rt" */
    if (any(facts, LD_ABBR_NAME)) return (capitals || any(facts, LD_ABBR_EITHER | LD_ABBR_NUMBER)) && starts(end, next);
    if (any(facts, LD_ABBR_EITHER) || is_acronym(word)) return either_ends(end, word, next);
    if (any(facts, LD_ABBR_NUMBER)) return true;
    if (is_initial(word)) return next->kind != NEXT_DIGIT && starts(end, next);
    if (!end->language->lexicon && is_short_title(word)) return either_ends(end, word, next);
    *known = false;
    return true;
}

/* A lower-case letter after a full stop: no sentence after what may be an abbreviation (SB8). A plain word of some
 * length is none, so what follows it is a sentence of a careless writer. */
static bool lower_ends(const struct ld_end *end, const struct ld_near *word, const struct next *next) {
    if (end->closed || next->dash || next->opened || word->points || word->marks || word->uppers > 1) return false;
    if (any(word->facts, LD_ABBREVIATION)) return false;
    if (word->digits) return word->digits > 2 && any(next->word.facts, LD_STOP);
    /* words are cut short after a consonant, and not before "it", "they" or "we" */
    if (word->letters > 2 &&
        (ld_near_ends_with_vowel(word) || any(next->word.facts, LD_PRONOUN | LD_DEICTIC | LD_QUESTION)))
        return true;
    return (word->letters >= PLAIN_LETTERS && !word->uppers) || (word->letters > 1 && any(word->facts, LD_STOP));
}

/* "as follows: 1. Open the" */
static bool follows_colon(const struct ld_end *end, const struct ld_near *word) {
    return word->at - end->begin > 2 && word->at[-1] == ' ' && word->at[-2] == ':';
}

/* A full stop after a plain word, as nearly all are: with a blank after it, it ends the sentence whatever the next word
 * is, if that does not begin in lower case. point_ends says the same, but wants that word read. */
static bool is_plain_stop(const struct ld_near *word, const struct next *next) {
    return next->kind != NEXT_LOWER && word->letters > 1 && !word->digits && !word->points && !is_roman(word) &&
           !is_short_title(word) && !any(word->facts, LD_ABBREVIATION);
}

static bool point_ends(const struct ld_end *end, const struct ld_near *word, const struct next *next) {
    if (next->kind == NEXT_LOWER) return lower_ends(end, word, next);
    if (!word->bytes) return true;
    bool known;
    bool ends = abbreviation_ends(end, word, next, &known);
    if (known) return ends;
    if (is_number(word) && word->digits <= 2 && follows_colon(end, word)) return false;
    if (is_number(word) || is_roman(word)) return !is_ordinal(end, word, next);
    return true;
}

/* No blank after the marks: only where it is surely forgotten, "end.Next" (SB6 and SB7 keep "3.4" and "U.S"). Not in
 * addresses, file names and marks of shares ("<acme.Ox>"), whose parts are no plain words; and after dots only before a
 * function word. */
static bool tight_ends(const struct ld_end *end, const struct next *next) {
    if (next->kind != NEXT_UPPER) return false;
    const struct ld_near *after = &next->word;
    if (is_byte_of("@/=_:&", 6, after->at + after->bytes, end->limit)) return false;
    const char *stop = end->mark; /* past what closes before the stop: "(so).Next" */
    for (unsigned step; stop > end->begin && ld_is_closing(ld_utf8_before(end->begin, stop, &step));) stop -= step;
    struct ld_near word;
    ld_near_before(&word, end->language, end->begin, stop);
    if (word.at > end->begin && is_byte_of("/\\=@<", 5, word.at - 1, end->limit)) return false;
    if (any(word.facts, LD_ABBREVIATION)) return false;
    bool start = starts(end, next);
    if (end->kind == LD_END_DOTS) /* Armenian has its own mark after dots that end */
        return start && word.letters > 1 && !word.uppers && after->first < ARMENIAN;
    if (end->closed) return true;
    if (word.digits) return !word.letters && word.digits >= 3 && start;
    if (word.points || word.letters < 2 || word.uppers > 1) return false;
    if (word.marks || word.uppers || word.letters == 2) return start || any(after->facts, LD_STOP | LD_ABBR_NAME);
    return true;
}

/* "Is it so?" Ann Smith asked: capitalised words and a verb of saying belong to the quote before. (After a full stop in
 * the quote they do not: it would be a comma.) */
static bool is_said(const struct ld_end *end, const struct next *next) {
    if (end->kind != LD_END_ASK || !end->quoted || next->kind != NEXT_UPPER || next->opened ||
        any(next->word.facts, LD_STOP))
        return false;
    struct ld_near word = next->word;
    for (int i = 0; i < 4; i++) {
        const char *p = word.at + word.bytes;
        if (p < end->limit && *p == '.' && any(word.facts, LD_ABBR_NAME)) p++;
        if (p + 1 >= end->limit || *p != ' ') return false;
        ld_near_after(&word, end->language, p + 1, end->limit);
        if (!word.bytes) return false;
        if (any(word.facts, LD_SAY)) return true;
        if (!ld_is_upper(word.first)) return false;
    }
    return false;
}

/* A lower-case letter after a question or a call: a sentence of a careless writer, where no quote closed. */
static bool ask_lower_ends(const struct ld_end *end, const struct next *next) {
    if (end->closed || next->dash || next->opened || !any(next->word.facts, LD_STOP) || any(next->word.facts, LD_SAY))
        return false;
    struct ld_near word;
    ld_near_before(&word, end->language, end->begin, end->mark);
    return *end->mark == '?' || !word.uppers;
}

/* Where the title that begins at a lasts: words with capitals, and short ones, up to what closes it; or NULL. */
static const char *title_end(const char *at, const char *limit) {
    enum { WORDS = 5, SHORT = 3 /* letters: "of", "the" */ };
    for (int words = 0; words < WORDS && at < limit; words++) {
        unsigned step, letters = 0;
        const bool upper = ld_is_upper(ld_utf8_decode(at, limit, &step));
        for (uint32_t c; at < limit; at += step, letters++) {
            c = ld_utf8_decode(at, limit, &step);
            if (c == '"' || c == '\'' || c == 0x201D || c == 0x2019) return upper && letters ? at + step : NULL;
            if (!ld_is_upper(c) && !ld_is_lower(c)) break;
        }
        if (at == limit || *at != ' ' || !(upper || letters <= SHORT)) return NULL;
        at++;
    }
    return NULL;
}

/* in the film "Stop! Thief" and: a title, opened behind a word in lower case that is no "said", where the sentence goes
 * on behind it. */
static bool in_title(const struct ld_end *end, const struct next *next) {
    enum { FAR = 40 };
    const char *p = end->mark;
    unsigned step;
    uint32_t c = 0;
    if (next->kind != NEXT_UPPER || !next->blank || end->closed || next->opened) return false;
    for (; p > end->begin && end->mark - p < FAR; p -= step) {
        c = ld_utf8_before(end->begin, p, &step);
        if (c == '"' || c == '\'' || c == 0x201C || c == 0x2018) break;
    }
    if (p == end->begin || end->mark - p >= FAR || !ld_is_upper(ld_utf8_decode(p, end->mark, &step))) return false;
    ld_utf8_before(end->begin, p, &step);
    const char *open = p - step;
    if (open < end->begin + 2 || open[-1] != ' ' || !ld_is_lower((unsigned char)open[-2])) return false;
    struct ld_near word;
    ld_near_before(&word, end->language, end->begin, open - 1);
    if (any(word.facts, LD_SAY)) return false;
    const char *close = title_end(end->after + 1, end->limit);
    if (!close || close + 1 >= end->limit) return false;
    return (*close && strchr(",.;:)", *close)) ||
           (*close == ' ' && ld_is_lower(ld_utf8_decode(close + 1, end->limit, &step)));
}

static bool ask_ends(const struct ld_end *end, const struct next *next) {
    if (in_title(end, next)) return false;
    if (next->kind == NEXT_LOWER) return ask_lower_ends(end, next);
    if (end->mark[0] == '!' && end->after == end->mark + 1) { /* names that bear a mark are listed with it: "yahoo!" */
        struct ld_near word;
        ld_near_before(&word, end->language, end->begin, end->after);
        if (any(word.facts, LD_ABBR_INSIDE | LD_ABBR_EITHER)) return starts(end, next);
    }
    return true;
}

/* A quote opened not far before the mark and not closed yet: «Guitar Hero: World Tour». */
static bool in_quote(const struct ld_end *end) {
    const char *p = end->mark;
    for (unsigned step; p > end->begin && end->mark - p < LD_NEAR_BYTES; p -= step) {
        uint32_t c = ld_utf8_before(end->begin, p, &step);
        if (c == 0xAB || c == 0x201C || c == 0x201E) return true;
        if (c == 0xBB || c == 0x201D) return false;
    }
    return false;
}

/* A colon or semicolon ends a sentence only before a capital, and a colon only in languages whose entry ":" (before a
 * word) or ":\"" (before a quote) says so; after a word or two it is a label ("Foto: Ola Nordmann"). */
static bool pause_ends(const struct ld_end *end, const struct next *next) {
    if (next->kind != NEXT_UPPER || !next->blank) return false;
    if (*end->mark == ';') return !next->opened && starts(end, next);
    if (end->mark - end->begin < LABEL_BYTES || in_quote(end)) return false;
    const char entry[2 + 8] = {':', next->opened || next->dash ? '"' : 0};
    return any(ld_language_facts(end->language, entry, strlen(entry)), LD_ABBR_EITHER);
}

/* After dots a capital opens a sentence; not after those that open a quote or are alone in brackets, and after dots
 * that stand free not the English "I", which is a capital everywhere. */
static bool dots_end(const struct ld_end *end, const struct next *next) {
    if (next->kind == NEXT_LOWER) return false;
    unsigned step;
    uint32_t before = ld_utf8_before(end->begin, end->mark, &step);
    if (ld_is_opening(before)) return !end->closed ? false : end->mark - end->begin > 1;
    return !(ld_is_space(before) && next->word.first == 'I' && next->word.letters == 1);
}

/* '... stairways" (Smith 55).': a source in brackets and a stop after it belong to the quote. */
static bool is_cited(const struct ld_end *end) {
    if (!end->quoted || end->limit - end->after < 3 || end->after[0] != ' ' || end->after[1] != '(') return false;
    const char *p = end->after + 2, *stop = end->limit - p > LD_NEAR_BYTES ? p + LD_NEAR_BYTES : end->limit;
    while (p < stop && *p != ')') p++;
    return p + 1 < stop && (p[1] == '.' || p[1] == ',');
}

/* Does the word after the marks matter? That it is read is much of the work. */
static bool needs_word(const struct ld_end *end, const struct next *next) {
    if (end->kind == LD_END_PAUSE) return *end->mark == ';';
    if (end->kind == LD_END_SURE) return false;
    if (!next->blank) return next->kind == NEXT_UPPER;
    return end->kind == LD_END_DOTS || next->kind == NEXT_LOWER || end->quoted || *end->mark == '!';
}

bool ld_sentence_ends(const struct ld_end *end) {
    struct next next = find_next(end);
    if (end->mark == end->begin && end->kind != LD_END_SURE) return false;
    if (next.kind == NEXT_END) return true;
    if (next.kind == NEXT_PAUSE) return false;
    if (end->kind == LD_END_POINT && next.blank) {
        struct ld_near word;
        if (is_cited(end)) return false;
        ld_near_before(&word, end->language, end->begin, end->mark);
        if (is_plain_stop(&word, &next)) return true;
        read_word(end, &next);
        return point_ends(end, &word, &next);
    }
    if (needs_word(end, &next)) read_word(end, &next);
    if (end->kind == LD_END_PAUSE) return pause_ends(end, &next);
    if (end->kind == LD_END_SURE) { /* inside a quote that goes on: 「はい。」と */
        unsigned step;
        uint32_t c = ld_utf8_decode(end->after, end->limit, &step);
        return !(end->closed && (next.kind == NEXT_LOWER || (c >= 0x3041 && c <= 0x309F)));
    }
    if (!next.blank) return tight_ends(end, &next);
    if (is_said(end, &next) || is_cited(end)) return false;
    return end->kind == LD_END_ASK ? ask_ends(end, &next) : dots_end(end, &next);
}
