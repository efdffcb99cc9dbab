/* sentences.c - see sentences.h.
 *
 * In: a block of text. Out: the spans of its sentences. Finds the marks that may end a sentence, with all that closes
 * after them, and items of lists inside a line; sentence_rules.c decides at the marks.
 * Method: Unicode UAX #29 (ATerm and STerm, SB8 to SB11 for what closes). Bytes that cannot begin a mark are skipped by
 * a table. Each look around a mark is bounded or ends at the next mark, so that the whole is linear.
 */
#include "text/sentences.h"

#include "base/skip.h"
#include "base/unicode.h"
#include "text/reference.h"
#include "text/sentence_rules.h"

enum item_style { ITEM_NONE, ITEM_POINT, ITEM_BRACKET, ITEM_BOTH };

/* The number of a list item: "2.", "2)", "2.)", "b." */
struct item {
    const char *at;
    const char *after;
    enum item_style style;
    bool letter;
    unsigned value;
};

struct splitter {
    struct ld_arena *arena;
    struct ld_spans *out;
    const char *text;
    const struct ld_language *language;
    const char *begin; /* of the sentence under way */
    const char *limit;
    struct item item;    /* the last list item that began a sentence */
    bool colon_ends;     /* Armenian */
    bool semicolon_asks; /* Greek */
    bool in_quotes;      /* within straight double quotes, by their count */
    bool run_ins;        /* the language's data ask for run_in */
};

/* Bytes that begin a mark, a bullet, a straight quote, or a list number's bracket. */
static const unsigned char hot[256] = {
    ['.'] = 1,  ['!'] = 1,  ['?'] = 1,  ['"'] = 1,  [')'] = 1,  [':'] = 1,  [';'] = 1,
    [0xCD] = 1, [0xD5] = 1, [0xD6] = 1, [0xD8] = 1, [0xDB] = 1, [0xDC] = 1, [0xE0] = 1,
    [0xE1] = 1, [0xE2] = 1, [0xE3] = 1, [0xEF] = 1, [0xF0] = 1, ['*'] = 1,  ['='] = 1};

/* Emoji: they end a line of talk. Of the older symbols only those that are hardly ever words, signs or bullets. */
static bool is_picture(uint32_t c) {
    static const uint16_t old[] = {0x2614, 0x2615, 0x2639, 0x263A, 0x2665, 0x26A1, 0x26AA, 0x26AB,
                                   0x26BD, 0x26BE, 0x26C4, 0x26C5, 0x26EA, 0x26F5, 0x270A, 0x270B,
                                   0x270C, 0x270D, 0x2728, 0x2744, 0x2763, 0x2764, 0x2B50};
    const size_t count = sizeof old / sizeof *old;
    if (c < old[0] || c > old[count - 1]) return c >= 0x1F300 && c <= 0x1FAFF;
    for (size_t i = 0; i < count; i++)
        if (c == old[i]) return true;
    return false;
}

enum { DRAWN_BLANK = 0x2800 }; /* what apps that drop blanks are given for one */

/* What is written after an emoji and belongs to it: a variant, the sign of a joined one. */
static bool is_of_picture(uint32_t c) { return c == 0xFE0F || c == 0x2640 || c == 0x2642 || c == DRAWN_BLANK; }

static enum ld_end_kind mark_kind(const struct splitter *s, uint32_t c) {
    switch (c) {
    case '.':
    case 0x2024:
    case 0xFF0E: return LD_END_POINT;
    case '!':
    case '?':
    case 0x61F:  /* Arabic ? */
    case 0x203C: /* double marks */
    case 0x203D:
    case 0x2047:
    case 0x2048:
    case 0x2049: return LD_END_ASK;
    case 0x2026: return LD_END_DOTS;
    case 0x37E: return LD_END_ASK; /* Greek ? */
    case ';': return s->semicolon_asks ? LD_END_ASK : LD_END_PAUSE;
    case ':': return s->colon_ends ? LD_END_ASK : LD_END_PAUSE;
    case 0x589: /* Armenian . */
    case 0x6D4: /* Urdu . */
    case 0x700: /* Syriac */
    case 0x701:
    case 0x702:
    case 0x964: /* danda */
    case 0x965:
    case 0x104A:
    case 0x104B: /* Myanmar */
    case 0x1362: /* Ethiopic . ? */
    case 0x1367:
    case 0x1368:
    case 0x17D4: /* Khmer */
    case 0x17D5:
    case 0x3002: /* ideographic . */
    case 0xFF01:
    case 0xFF1F:
    case 0xFF61: return LD_END_SURE;
    default: return is_picture(c) ? LD_END_DOTS : LD_END_NONE;
    }
}

static bool is_bullet(uint32_t c) {
    return c == 0x2022 || c == 0x2023 || c == 0x2043 || c == 0x25AA || c == 0x25AB || c == 0x25A0 || c == 0x25CF ||
           c == 0x25E6;
}

static bool blank_at(const struct splitter *s, const char *p) {
    unsigned step;
    return p >= s->limit || ld_is_space(ld_utf8_decode(p, s->limit, &step));
}

static bool blank_before(const struct splitter *s, const char *p) {
    unsigned step;
    return p <= s->begin || ld_is_space(ld_utf8_before(s->begin, p, &step));
}

static bool upper_at(const struct splitter *s, const char *p) {
    unsigned step;
    return p < s->limit && ld_is_upper(ld_utf8_decode(p, s->limit, &step));
}

static const char *skip_blanks(const struct splitter *s, const char *p) { return ld_skip_spaces(p, s->limit); }

/* The sentence under way ends at end, with ink, and the next one begins at next. */
static inline void cut_at(struct splitter *s, const char *end, const char *next) {
    LD_ARENA_ROOM(s->arena, s->out->items, s->out->count, s->out->capacity);
    s->out->items[s->out->count++] = (struct ld_span){(uint32_t)(s->begin - s->text), (uint32_t)(end - s->begin)};
    s->begin = next;
}

/* The sentence under way ends before `end`; the next one begins at the first ink from there. */
static void cut(struct splitter *s, const char *end) {
    const char *next = skip_blanks(s, end);
    end = ld_before_spaces(s->begin, end);
    if (end > s->begin)
        cut_at(s, end, next);
    else
        s->begin = next;
}

/* A straight quote closes where it touches what is before and not what is after; else their count so far tells. */
static bool quote_closes(const struct splitter *s, const char *p) {
    if (p + 1 >= s->limit) return true;
    bool after = blank_at(s, p + 1), before = blank_before(s, p);
    if (before != after) return after;
    unsigned step;
    enum ld_class next = ld_class_of(ld_utf8_decode(p + 1, s->limit, &step));
    return after || next == LD_LETTER || next == LD_DIGIT ? s->in_quotes : true;
}

/* Does the mark at p (of `step` bytes) close a quote or bracket of the sentence before it? */
static bool closes(const struct splitter *s, const char *p, uint32_t c, unsigned step) {
    if (!ld_is_closing(c)) return false;
    if (c == '"') return quote_closes(s, p);
    if (!ld_is_opening(c)) return true;
    unsigned next;
    if (p + step >= s->limit) return true;
    uint32_t n = ld_utf8_decode(p + step, s->limit, &next);
    enum ld_class class = ld_class_of(n);
    return class != LD_LETTER && class != LD_DIGIT;
}

/* "[12]" after the stop is a reference, part of the sentence that it closes. */
static const char *skip_reference(const struct splitter *s, const char *p) {
    const size_t bytes = ld_reference_at(p, s->limit);
    const bool apart = bytes && p > s->begin && p[-1] == ' ';
    return apart && (p[1] > '9' || p[bytes - 1] != ']') ? p : p + bytes;
}

/* ":)", ";-)", "=D" with a blank or the end after it; how many bytes. */
static unsigned smiley_at(const struct splitter *s, const char *p) {
    const char *q = p + 1;
    if ((*p != ':' && *p != ';' && *p != '=') || (p > s->begin && ld_is_ascii_digit(p[-1]))) return 0;
    if (q < s->limit && *q == '-') q++;
    if (q >= s->limit || (*q != ')' && *q != '(' && *q != 'D' && *q != 'P')) return 0;
    while (q < s->limit && *q == *(p + 1)) q++;
    if (p[1] == '-') q++;
    return blank_at(s, q) ? (unsigned)(q - p) : 0;
}

/* Points set apart by blanks, ". . .", from p on; the end of the last. */
static const char *spaced_points(const struct splitter *s, const char *p, unsigned *count) {
    *count = 0;
    for (;;) {
        const char *q = p;
        while (q < s->limit && *q == ' ') q++;
        if (q == p || q >= s->limit || *q != '.') return p;
        if (q + 1 < s->limit &&
            (*(q + 1) == '.' || !(blank_at(s, q + 1) || *(q + 1) == '"' || (unsigned char)*(q + 1) >= 0xC2)))
            return p;
        p = q + 1;
        (*count)++;
    }
}

/* Before a blank at p, after marks: where to go on, or p where the marks end here. Points go on after blanks (". . ."),
 * and what closes does where it stands alone (" »", " !", " :)", " [3]"). */
static const char *over_blank(const struct splitter *s, struct ld_end *end, const char *p) {
    const char *q = skip_blanks(s, p);
    if (q == s->limit) return p;
    unsigned step, count;
    const char *points = spaced_points(s, p, &count);
    if (points > p) {
        bool own = p == end->mark + 1 && end->kind == LD_END_POINT && !blank_before(s, end->mark);
        end->kind = LD_END_DOTS;
        /* "end. . . . Next": the first point is the sentence's own */
        return own && count == 3 && upper_at(s, skip_blanks(s, points)) ? p : points;
    }
    uint32_t c = ld_utf8_decode(q, s->limit, &step);
    if (smiley_at(s, q) || skip_reference(s, q) > q || is_picture(c) || c == DRAWN_BLANK) return q;
    if (q + step < s->limit && !blank_at(s, q + step)) return p;
    return c == '!' || c == '?' || c == 0xBB || c == ')' || (c == '"' && s->in_quotes) ? q : p;
}

/* One more mark: the strongest of a run gives it its kind, and two points make dots. */
static void add_mark(struct ld_end *end, enum ld_end_kind kind) {
    if (kind == LD_END_POINT && end->kind == LD_END_POINT)
        end->kind = LD_END_DOTS;
    else if (end->kind == LD_END_NONE || end->kind == LD_END_POINT)
        end->kind = kind;
    else if (kind == LD_END_ASK || kind == LD_END_SURE)
        end->kind = kind;
}

/* Take in the marks from end->mark on and what closes after them. */
static void take_marks(struct splitter *s, struct ld_end *end) {
    const char *p = end->mark, *next;
    for (unsigned step, smile; p < s->limit; p = next) {
        uint32_t c = ld_utf8_decode(p, s->limit, &step);
        enum ld_end_kind kind = mark_kind(s, c);
        next = p + step;
        if ((smile = smiley_at(s, p)) != 0) {
            add_mark(end, LD_END_DOTS);
            next = p + smile;
        } else if (kind != LD_END_NONE) {
            if (kind == LD_END_PAUSE && p > end->mark) break;
            add_mark(end, kind);
            if (kind != LD_END_PAUSE) continue;
            p = next;
            break;
        } else if (closes(s, p, c, step)) {
            end->closed = true;
            end->quoted = c != ')' && c != ']' && c != '}';
            if (c == '"') s->in_quotes = false;
        } else if (c == '[') {
            next = skip_reference(s, p);
        } else if (ld_is_superscript(c)) {
            continue; /* "owns it.¹ The" */
        } else if (ld_is_space(c)) {
            next = over_blank(s, end, p);
        } else if (c == 0xFFFD || (ld_class_of(c) != LD_CONTROL && !is_of_picture(c))) {
            break;
        }
        if (next == p) break;
    }
    end->after = p;
}

/* The list number that ends at the mark p: one to four digits or one small letter, after a blank. */
static struct item item_at(const struct splitter *s, const char *p) {
    struct item item = {0};
    const char *q = p;
    if (*p == ')' && q > s->begin && q[-1] == '.')
        q--, item.style = ITEM_BOTH;
    else if (*p == '.' && p[1] == ')')
        return item;
    else
        item.style = *p == ')' ? ITEM_BRACKET : ITEM_POINT;
    const char *last = q;
    unsigned unit = 1;
    while (q > s->begin && last - q < 4 && ld_is_ascii_digit(q[-1]))
        item.value += (unsigned)(*--q - '0') * unit, unit *= 10;
    if (q == last && q > s->begin && ld_is_ascii_lower(q[-1]))
        item.value = (unsigned)(*--q - 'a') + 1, item.letter = true;
    if (q > s->begin && q[-1] == '(' && item.style == ITEM_BRACKET) q--;
    unsigned step;
    bool start = q == s->begin || is_bullet(ld_utf8_before(s->begin, q, &step));
    if (q == last || !(start || blank_before(s, q)) || !blank_at(s, p + 1)) item.style = ITEM_NONE;
    item.at = q;
    item.after = p + 1;
    return item;
}

/* Is p the first ink of the sentence, a bullet aside? Bounded: a long run of bullets is no list. */
static bool is_first(const struct splitter *s, const char *p) {
    unsigned step;
    if (p - s->begin > 16) return false;
    while (p > s->begin) {
        uint32_t c = ld_utf8_before(s->begin, p, &step);
        if (!is_bullet(c) && !ld_is_space(c)) return false;
        p -= step;
    }
    return true;
}

static bool follows_colon(const struct splitter *s, const char *p) {
    return p - s->begin > 2 && p[-1] == ' ' && p[-2] == ':';
}

/* An item's number at p: the sentence's first word, or the number after that of the item before, which it then ends. */
static bool take_item(struct splitter *s, const char *p) {
    if (p - s->begin > 1 && ld_is_ascii_letter(p[-1]) && ld_is_ascii_letter(p[-2]))
        return false; /* the end of a word, nearly always */
    struct item item = item_at(s, p);
    if (item.style == ITEM_NONE || skip_blanks(s, item.after) == s->limit) return false;
    bool first = is_first(s, item.at),
         opens = item.value == 1 && follows_colon(s, item.at) && upper_at(s, skip_blanks(s, item.after));
    bool follows = item.style == s->item.style && item.letter == s->item.letter && item.value == s->item.value + 1;
    if (!first && !follows && !opens) return false;
    if (!first) cut(s, item.at);
    s->item = item;
    return true;
}

/* A star that opens an item: " * Item" */
static bool is_star(const struct splitter *s, const char *p) {
    const char *next = skip_blanks(s, p + 1);
    return next > p + 1 && upper_at(s, next);
}

/* Most sentences end in a full stop after a word of small letters, perhaps a straight quote's end, a blank, and a
 * capital, perhaps after a quote's begin. Where the sentence at the point p so ends, past its marks, else NULL: step_at
 * would say the same, but looks around for all else that it may be. */
static const char *after_plain_stop(const struct splitter *s, const char *p) {
    if (s->limit - p < 6 || p - s->begin < 2 || !ld_is_ascii_letter(p[-1]) || !ld_is_ascii_letter(p[-2])) return NULL;
    const char *after = p + 1 + (p[1] == '"');
    if (*after != ' ' || !ld_is_ascii_upper(after[1 + (after[1] == '"')])) return NULL;
    return ld_near_is_plain(s->language, s->begin, p) ? after : NULL;
}

/* Work at the hot byte p; where to go on. */
static const char *step_at(struct splitter *s, const char *p) {
    unsigned step;
    uint32_t c = ld_utf8_decode(p, s->limit, &step);
    if (c == '"') {
        s->in_quotes = !s->in_quotes;
        return p + 1;
    }
    if (c == '.') {
        if (p + 1 + (p + 1 < s->limit && p[1] == '"') == s->limit) return s->limit; /* nothing is left to cut off */
        if (ld_is_ascii_lower(p[1]) || ld_is_ascii_digit(p[1])) return p + 1;       /* "1.5", "example.org" */
        const char *after = after_plain_stop(s, p);
        if (after) {
            s->in_quotes &= after == p + 1;
            cut_at(s, after, after + 1);
            return after + 1;
        }
    }
    if (c == '.' && p[1] == ')' && take_item(s, p + 1)) return p + 2;
    if ((c == ')' || c == '.') && take_item(s, p)) return p + 1;
    if (is_bullet(c) || c == '*') {
        if (blank_before(s, p) && (c != '*' || is_star(s, p)) && !is_first(s, p)) cut(s, p);
        return p + step;
    }
    if (mark_kind(s, c) == LD_END_NONE && !smiley_at(s, p)) return p + step;
    struct ld_end end = {.language = s->language, .begin = s->begin, .mark = p, .limit = s->limit};
    take_marks(s, &end);
    if (ld_sentence_ends(&end)) cut(s, end.after);
    return end.after;
}

/* A headline run into the text has lost its stop: "... tårnet Det nye taket er ...". At the blank p: a plain word in
 * lower case before or one all in capitals, a function word with a capital after (not the English "I"), and lower case
 * again, so that names are spared. */
static bool run_in(const struct splitter *s, const char *p) {
    unsigned step;
    uint32_t c = ld_utf8_before(s->begin, p, &step);
    if (!upper_at(s, p + 1) || !(ld_is_lower(c) || ld_is_upper(c))) return false;
    struct ld_near before, after;
    ld_near_after(&after, s->language, p + 1, s->limit);
    const char *next = after.at + after.bytes;
    if (!(after.facts & (LD_PRONOUN | LD_ARTICLE | LD_PREPOSITION | LD_CONJUNCTION)) || after.uppers > 1 ||
        (after.first == 'I' && after.letters == 1) || next + 1 >= s->limit || *next != ' ' ||
        !ld_is_lower(ld_utf8_decode(next + 1, s->limit, &step)))
        return false;
    ld_near_before(&before, s->language, s->begin, p);
    if (before.letters <= 2 || before.points || before.facts & LD_STOP) return false;
    return !before.uppers || (before.letters > 3 && before.uppers == before.letters);
}

/* Step at all that is hot, and not passed yet. */
static void step_at_marks(struct splitter *s) {
    const char *const start = s->begin, *done = start, *at;
    for (const char *p = start; p<s->limit; p = s->limit - p> 64 ? p + 64 : s->limit)
        for (uint64_t marks = ld_bits_of(ld_lanes_marks, start, p, s->limit); marks; marks &= marks - 1)
            if ((at = p + ld_zeros_before(marks)) >= done && hot[(unsigned char)*at]) done = step_at(s, at);
}

/* And at blanks. */
static void step_at_words(struct splitter *s) {
    for (const char *p = s->begin; p < s->limit;) {
        if (hot[(unsigned char)*p]) {
            p = step_at(s, p);
            continue;
        }
        if (*p == ' ' && p > s->begin && run_in(s, p)) cut(s, p);
        p++;
    }
}

void ld_sentences_split(struct ld_arena *arena, const char *text, struct ld_span block,
                        const struct ld_language *language, struct ld_spans *out) {
    struct splitter s = {.arena = arena, .out = out, .text = text, .language = language};
    s.limit = text + ld_span_end(block);
    s.colon_ends = language->code[0] == 'h' && language->code[1] == 'y';
    s.semicolon_asks = language->code[0] == 'e' && language->code[1] == 'l';
    static const char run_in[1 + 8] = "^";
    s.run_ins = ld_language_facts(language, run_in, 1);
    s.begin = skip_blanks(&s, text + block.offset);
    if (s.run_ins)
        step_at_words(&s);
    else
        step_at_marks(&s);
    cut(&s, s.limit);
}
