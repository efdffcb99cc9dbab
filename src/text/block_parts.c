/* block_parts.c - takes a paragraph apart: byline and dateline before its prose, links inside it.
 *
 * In: a paragraph. Out: blocks. "KYIV, Feb 23 (Reuters) - Talks ..." gives a dateline (block_dateline.c) and a body;
 * "... he said. Watch the bridge fall »" gives a body and a furniture block. A paragraph that has none of these stays
 * whole, undecided. It leaves headings and all else that is a block of its own to blocks.c.
 *
 * Source: pages whose parts were run together. Only the first bytes of a paragraph are looked at, its last ones, and
 * the bytes before an arrow.
 */
#include "text/block_parts.h"

#include <string.h>

#include "base/unicode.h"
#include "text/block_dateline.h"
#include "text/block_features.h"
#include "text/block_lines.h"

enum {
    BODY_BYTES = 25, /* what follows a dateline is this long at least */
    UNIT_BYTES = 90, /* a byline in a paragraph is shorter */
    UNITS = 8,       /* so many pieces of bylines are taken off */
    TAIL_BYTES = 50, /* at a paragraph's end, where a long phrase of furniture is looked for */
    LABEL_BYTES = 40,
    ALONE_BYTES = 16, /* an agency by itself is shorter */
    LINK_BYTES = 180  /* a link's text is shorter */
};

struct parts {
    struct ld_arena *arena;
    const char *text;
    const struct ld_language *language;
    struct ld_blocks *blocks;
    bool joined; /* a piece of this paragraph stands before */
};

void ld_blocks_add(struct ld_arena *arena, struct ld_blocks *blocks, uint32_t from, uint32_t to, unsigned kind,
                   bool joined) {
    LD_ARENA_ROOM(arena, blocks->items, blocks->count, blocks->capacity);
    blocks->items[blocks->count++] = (struct ld_block){{from, to - from}, (uint8_t)kind, joined};
}

static void put(struct parts *parts, const char *start, const char *end, unsigned kind) {
    start = ld_skip_spaces(start, end);
    end = ld_before_spaces(start, end);
    if (start == end) return;
    ld_blocks_add(parts->arena, parts->blocks, (uint32_t)(start - parts->text), (uint32_t)(end - parts->text), kind,
                  parts->joined);
    parts->joined = true;
}

/* Where the next point with a blank after it is, NULL for none that is near. */
static const char *unit_end(const char *start, const char *end) {
    const char *limit = end - start > UNIT_BYTES ? start + UNIT_BYTES : end;
    for (const char *p = start; p + 1 < limit; p++)
        if (*p == '.' && (p[1] == ' ' || p[1] == '\n')) return p + 1;
    return NULL;
}

/* "Follow @name." */
static bool is_handle(const char *start, const char *end) {
    const char *p = memchr(start, '@', (size_t)(end - start));
    return p && (p == start || p[-1] == ' ');
}

/* Bylines before the prose of the first paragraph, each ended by a point: "By Jane Roe. Updated: 10:15, 3 May." Such
 * come from pages whose lines were run together. Gives where the prose begins. */
static const char *put_bylines(struct parts *parts, const char *start, const char *end) {
    bool expects = false; /* a byline's first word stood by itself */
    struct ld_words_seen words;
    for (unsigned i = 0; i < UNITS; i++) {
        const char *stop = unit_end(start, end);
        if (!stop) break;
        ld_words_see(start, stop, 12, &words);
        unsigned n = ld_words_begin(&words, 0, LD_BYLINE_START, parts->language);
        bool initial = words.count == 1 && words.words[0].end <= 2 && words.words[0].capital;
        unsigned kind = LD_BYLINE;
        struct ld_span span = {(uint32_t)(start - parts->text), (uint32_t)(stop - start)};
        uint64_t seen = n || expects ? ld_features_find(parts->text, span, parts->language) : 0;
        if (!words.count || (words.count <= 3 && is_handle(start, stop)))
            kind = LD_FURNITURE;
        else if (n && n == words.count)
            expects = true;
        else if (expects && (seen & (LD_SEEN(NAMES) | LD_SEEN(DATE) | LD_SEEN(ROLE_END)) || initial))
            expects = initial;
        else if (!(seen & LD_SEEN(BYLINE_NAMES)) || !words.all)
            break;
        put(parts, start, stop, kind);
        start = ld_skip_spaces(stop, end);
    }
    return start;
}

static bool ends_sentence(const char *start, const char *end) { return ld_is_final(ld_mark_at_end(start, end)); }

/* Where the sentence begins that ends in the arrow at p: after a final mark; best where a furniture word follows. */
static const char *link_start(const struct parts *parts, const char *start, const char *p) {
    const char *first = p - start > LINK_BYTES ? p - LINK_BYTES : start, *found = NULL;
    struct ld_words_seen words;
    unsigned step;
    for (const char *q = p - 1; q > first + 1; q--) {
        if (*q != ' ' && *q != '\n') continue;
        if (!ld_is_upper(ld_utf8_decode(q + 1, p, &step))) continue;
        if (!ends_sentence(first, q)) continue;
        ld_words_see(q + 1, p, 8, &words);
        if (ld_words_begin(&words, 0, LD_FURNITURE_START, parts->language)) return q + 1;
        if (!found) found = q + 1;
    }
    return found;
}

/* Where the last sentence begins, if it ends as no prose does: "Jane Roe contributed to this report." */
static const char *tail_start(const struct parts *parts, const char *start, const char *end) {
    const char *p = end - start > TAIL_BYTES ? end - TAIL_BYTES : start;
    while (p < end && (*p & 0xC0) == 0x80) p++;
    for (const char *q = end - start > LINK_BYTES ? end - LINK_BYTES : start;
         end - q > 3 && (q = memchr(q, 0xC2, (size_t)(end - q - 3))); q++) { /* "... he said. (c) 2015 The Post." */
        const char *year = (unsigned char)q[1] == 0xA9 && q > start ? q + 2 + (q[2] == ' ') : end;
        if (year < end && ld_is_ascii_digit(*year) && ends_sentence(start, q - (q[-1] == ' '))) return q;
    }
    if (!ld_words_may_close(p, end, parts->language)) return NULL; /* nearly always */
    struct ld_words_seen words;
    ld_words_see(p, end, LD_WORDS_SEEN, &words);
    const unsigned phrase = ld_words_finish(&words, LD_LONG_PHRASE, LD_FURNITURE_START, parts->language);
    if (!phrase) return NULL;
    if (ld_words_facts(&words, words.count - phrase, phrase, parts->language) & LD_CREDIT)
        return start; /* of a photograph: so is what stands before */
    const char *first = end - start > 2 * LINK_BYTES ? end - 2 * LINK_BYTES : start;
    for (const char *q = end - 2; q > first + 3; q--) {
        unsigned step;
        bool mark = (q[-1] == '.' || q[-1] == '"') && q[-3] != ' ' && !ld_is_upper((unsigned char)q[-2]);
        if (*q == ' ' && mark && ld_is_upper(ld_utf8_decode(q + 1, end, &step))) return q + 1;
    }
    return first == start ? start : NULL;
}

static bool is_arrow(const char *p, const char *start, const char *end) {
    return p > start && p[-1] == ' ' && p + 1 < end && (unsigned char)p[1] == 0xBB &&
           (p + 2 == end || p[2] == ' ' || p[2] == '\n' || p[2] == '\r');
}

/* The prose of a paragraph, its links apart. whole: nothing was taken off before it. */
static void put_prose(struct parts *parts, const char *start, const char *end, bool arrows) {
    const char *p = start, *from = start;
    while (arrows && p < end && (p = memchr(p, 0xC2, (size_t)(end - p)))) {
        const char *link = is_arrow(p, start, end) ? link_start(parts, from, p) : NULL;
        p += 1;
        if (!link) continue;
        put(parts, from, link, LD_BODY);
        put(parts, link, p + 1, LD_FURNITURE);
        from = p + 1;
    }
    const char *tail = tail_start(parts, from, end);
    if (!tail) {
        put(parts, from, end, parts->joined ? LD_BODY : LD_UNDECIDED);
        return;
    }
    put(parts, from, tail, LD_BODY);
    put(parts, tail, end, LD_FURNITURE);
}

/* "pm", "p.m.", "GMT", "Uhr", "h": what may follow the time of day. */
static bool is_of_time(const char *word, size_t length) {
    size_t capitals = 0;
    while (capitals < length && word[capitals] >= 'A' && word[capitals] <= 'Z') capitals++;
    if (capitals == length) return length > 0 && length < 5;
    if (*word == 'a' || *word == 'p')
        return (length == 2 && word[1] == 'm') || (length == 4 && !memcmp(word + 1, ".m.", 3));
    return (length == 1 && *word == 'h') || (length == 3 && !memcmp(word, "Uhr", 3));
}

/* The bytes of a dash at p, which BODY_BYTES follow, or 0. */
static size_t dash_bytes(const char *p) {
    if (*p == '-') return 1;
    return !memcmp(p, "\xE2\x80\x93", 3) || !memcmp(p, "\xE2\x80\x94", 3) ? 3 : 0;
}

const char *ld_hour_end(const char *start, const char *end) {
    const char *p = start, *word;
    while (p < end && p - start < 2 && ld_is_ascii_digit(*p)) p++;
    const bool minutes = end - p > 2 && (*p == ':' || *p == '.' || *p == 'h') && ld_is_ascii_digit(p[1]) &&
                         ld_is_ascii_digit(p[2]) && (end - p == 3 || !ld_is_ascii_digit(p[3]));
    if (minutes) p += 3;
    bool told = minutes;
    for (unsigned i = 0; i < 2; i++, told = true) {
        const char *from = p < end && *p == ' ' ? p + 1 : p;
        for (word = from; word < end && (ld_is_ascii_letter(*word) || *word == '.');) word++;
        if (word == from || !is_of_time(from, (size_t)(word - from))) break;
        p = word;
    }
    return told ? p : NULL;
}

/* "4.30pm: Police say ...", "16:12 - Police say ...": past the label of an entry of a live page, or NULL. */
static const char *time_end(const char *start, const char *end) {
    const char *p = ld_hour_end(start, end);
    if (!p || end - p < BODY_BYTES) return NULL;
    if (*p == ':' && p[1] == ' ') return p + 1;
    if (*p != ' ') return NULL;
    const size_t dash = dash_bytes(p + 1);
    return dash && p[1 + dash] == ' ' ? p + 1 + dash : NULL;
}

/* "SUMMARY: We have ...", "ANA LIND, BYLINE: The ...": past a label in capitals, if it is none of furniture or a
 * caption; or NULL. */
static const char *label_end(const struct parts *parts, const char *start, const char *end) {
    const char *p = start, *limit = end - start > LABEL_BYTES + BODY_BYTES ? start + LABEL_BYTES : end - BODY_BYTES;
    while (p < limit && *p == '*') p++;
    if (p + 2 > limit || (unsigned char)(*p - 'A') > 25 || (unsigned char)(p[1] - 'a') < 26) return NULL;
    const char *name = p;
    while (p < limit && (ld_is_ascii_upper(*p) || (*p != ':' && strchr(" ,;.-'/", *p)))) p++;
    if (p == limit || *p != ':' || p - name < 3) return NULL;
    const char *stop = p + 1;
    while (stop < limit && *stop == '*') stop++;
    if (*stop != ' ' || (unsigned char)(stop[1] - 'A') > 25) return NULL;
    const uint32_t own = LD_FURNITURE_START | LD_FURNITURE_LINE | LD_CREDIT;
    struct ld_words_seen words;
    ld_words_see(stop, end, LD_PHRASE_SEEN, &words);
    if (words.count < 2 || words.words[1].digit ||
        (words.words[1].capital && !(ld_words_facts(&words, 0, 1, parts->language) & LD_STOP)))
        return NULL; /* a line-up */
    if (ld_words_begin(&words, 0, own, parts->language)) return NULL;
    ld_words_see(name, p, LD_PHRASE_SEEN, &words);
    return ld_words_begin(&words, 0, own | LD_BYLINE_START, parts->language) ? NULL : stop;
}

/* "Dr. Lind (00:12:07): We have ...", "Why it matters: The mill ...": past the label of who speaks, and when, or one
 * that the language lists as a line of its own; or NULL. */
static const char *known_label_end(const struct parts *parts, const char *start, const char *end) {
    if (end - start < LABEL_BYTES + BODY_BYTES || (unsigned char)(*start - 'A') > 25) return NULL;
    const char *colon = memchr(start, ':', LABEL_BYTES), *p = colon;
    if (!colon || colon[1] == '/') return NULL;
    if (colon[1] == ' ') {
        struct ld_words_seen words;
        if ((unsigned char)(colon[2] - 'A') > 25) return NULL;
        ld_words_see(start, colon, LD_PHRASE_SEEN, &words);
        const uint32_t facts = ld_words_facts(&words, 0, words.count, parts->language);
        const bool known = words.all && (facts & (LD_FURNITURE_LINE | LD_FURNITURE_START)) == LD_FURNITURE_LINE;
        return known ? colon + 1 : NULL;
    }
    while (end - p > 3 && (ld_is_ascii_digit(*p) || *p == ':' || *p == '.')) p++;
    const bool time = *p == ')' && p[1] == ':' && p[2] == ' ';
    for (; time && colon > start && ld_is_ascii_digit(colon[-1]);) colon--;
    return time && colon - start > 2 && colon[-1] == '(' && colon[-2] == ' ' ? p + 2 : NULL;
}

/* "CNN —" */
static bool is_agency_alone(const char *start, const char *end, const struct ld_language *language) {
    unsigned step;
    const uint32_t c = ld_utf8_before(start, end, &step);
    if (c != '-' && c != 0x2013 && c != 0x2014) return false;
    struct ld_words_seen words;
    ld_words_see(start, end, LD_PHRASE_SEEN, &words);
    return words.count && ld_words_begin(&words, 0, LD_AGENCY, language) == words.count;
}

/* "FILE - The mayor speaks ...", "(FILES) The mayor ...": so agencies begin the caption of a picture that they had. */
static bool is_file_picture(const char *start, const char *end) {
    static const char *const words[] = {"FILE",     "FILES",     "ARCHIV",   "ARCHIVBILD", "ARCHIVFOTO",
                                        "ARCHIVES", "ARCHIVO",   "ARQUIVO",  "ARCHIVIO",   "ARCHIEF",
                                        "ARKIV",    "ARKIVBILD", "ARKIVFOTO"};
    const char *word = start + (*start == '('), *p = word;
    if (end - start < BODY_BYTES || (*word != 'F' && *word != 'A')) return false; /* nearly always */
    while (p - word < BODY_BYTES / 2 && ld_is_ascii_upper(*p)) p++;
    if (*start == '(' ? *p != ')' : !dash_bytes(p + (*p == ' '))) return false;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (strlen(words[i]) == (size_t)(p - word) && !memcmp(word, words[i], (size_t)(p - word))) return true;
    return false;
}

/* "> ", "> > ": the marks of a quotation in Markdown and mails are no part of it. */
static const char *put_quote(struct parts *parts, const char *start, const char *end) {
    const char *p = start;
    while (end - p > 2 && *p == '>' && (p[1] == ' ' || p[1] == '>')) p = ld_skip_spaces(p + 1, end);
    put(parts, start, p, LD_FURNITURE);
    return p;
}

void ld_parts_add(struct ld_arena *arena, const char *text, struct ld_span span, const struct ld_language *language,
                  bool *opening, bool arrows, struct ld_blocks *blocks) {
    struct parts parts = {arena, text, language, blocks, false};
    const char *start = text + span.offset, *end = start + span.length;
    bool prose = ends_sentence(start, end) || span.length > UNIT_BYTES;
    if (*start == '>' && prose) start = put_quote(&parts, start, end);
    if (*opening && prose) start = put_bylines(&parts, start, end);
    if (is_file_picture(start, end)) {
        put(&parts, start, end, LD_CAPTION);
        return;
    }
    if (span.length < ALONE_BYTES && is_agency_alone(start, end, language)) {
        put(&parts, start, end, LD_DATELINE);
        return;
    }
    for (unsigned i = 0; i < 2; i++) { /* "(ANSA) - ROMA, 12 MAR - Il ..." has two */
        if (i && text[span.offset] != '(') break;
        const char *stop = prose || *opening ? ld_dateline_end(start, end, language, *opening) : NULL;
        if (!stop || (stop < end && end - stop < BODY_BYTES)) break;
        if (stop < end && !prose) break;
        put(&parts, start, stop, LD_DATELINE);
        start = ld_skip_spaces(stop, end);
    }
    const bool answer = end - start > BODY_BYTES && start[1] == ':' && start[2] == ' ' && end[-1] == '.' &&
                        ld_is_ascii_upper(*start); /* "A: Because ..." */
    const bool hour = start < end && ld_is_ascii_digit(*start) && prose && !parts.joined;
    const char *ticker =
        prose && !parts.joined && end - start > BODY_BYTES && !memcmp(start, "+++ ", 4) ? start + 4 : end;
    while (ticker < end && *ticker != '+' && ticker - start < 2 * BODY_BYTES) ticker++; /* "+++ 16.12 Uhr +++ ..." */
    const char *label = end - ticker > BODY_BYTES && !memcmp(ticker, "+++ ", 4) && ld_is_ascii_digit(start[4])
                            ? ticker + 3
                        : hour                             ? time_end(start, end)
                        : answer && prose && !parts.joined ? start + 2
                                                           : NULL;
    const char *role = !label && prose && !parts.joined ? label_end(&parts, start, end) : NULL;
    if (!label && !role && prose && !parts.joined) role = known_label_end(&parts, start, end);
    if (role) label = role;
    if (label) {
        put(&parts, start, label, answer || role ? LD_FURNITURE : LD_DATELINE);
        start = ld_skip_spaces(label, end);
    }
    if (start < end) put_prose(&parts, start, end, arrows);
    if (prose && span.length > UNIT_BYTES) *opening = false;
}
