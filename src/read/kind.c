/* kind.c - bytes in; what they are out, where that is not what is wanted: a plain text in UTF-8, or a record a line.
 * Leaves alone what is to be done about it: they are read all the same. Sources: magic bytes as in the formats' own
 * specifications, and those of Unicode's encoding schemes (The Unicode Standard, 3.10). */
#include "read/kind.h"

#include <stdint.h>
#include <string.h>

#include "base/skip.h"
#include "base/unicode.h"
#include "read/json.h"

enum { LOOKED_AT = 65536 };

/* ---- files that are no text ---- */

static const struct {
    const char *magic;
    size_t length;
    const char *note;
} kinds[] = {
    {"\xFF\xFE\0\0", 4, "this is UTF-32, but is read as UTF-8: iconv -f UTF-32 -t UTF-8 makes it that"},
    {"\0\0\xFE\xFF", 4, "this is UTF-32, but is read as UTF-8: iconv -f UTF-32 -t UTF-8 makes it that"},
    {"\xFF\xFE", 2, "this is UTF-16, but is read as UTF-8: iconv -f UTF-16 -t UTF-8 makes it that"},
    {"\xFE\xFF", 2, "this is UTF-16, but is read as UTF-8: iconv -f UTF-16 -t UTF-8 makes it that"},
    {"PK\3\4", 4, "this is a zip file, as .docx, .odt and .epub are, not plain text: pandoc -t plain takes it out"},
    {"%PDF-", 5, "this is a PDF, not plain text: pdftotext takes it out"},
    {"{\\rtf", 5, "this is RTF, not plain text: pandoc -f rtf -t plain takes it out"},
    {"\xD0\xCF\x11\xE0", 4, "this is a file of an old Office program, not plain text: it is to be saved as that"},
};

static const char *by_magic(const char *bytes, size_t length) {
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (length >= kinds[i].length && !memcmp(bytes, kinds[i].magic, kinds[i].length)) return kinds[i].note;
    return NULL;
}

/* Every second byte of UTF-16 is NUL, as long as the letters are Latin ones; other files have control characters, where
 * a text has next to none but blanks and the escapes of a terminal. */
static const char *by_controls(const char *bytes, size_t length) {
    size_t controls = 0, zeros[2] = {0, 0};
    for (size_t i = 0; i < length; i++) {
        const unsigned char c = (unsigned char)bytes[i];
        controls += c < 32 && !(c >= '\b' && c <= '\r') && c != '\033';
        zeros[i % 2] += !c;
    }
    if (zeros[1] > length / 4 && zeros[0] <= length / 50)
        return "this is UTF-16, but is read as UTF-8: iconv -f UTF-16LE -t UTF-8 makes it that";
    if (zeros[0] > length / 4 && zeros[1] <= length / 50)
        return "this is UTF-16, but is read as UTF-8: iconv -f UTF-16BE -t UTF-8 makes it that";
    return controls > 2 + length / 50 ? "this is no text: there are too many control characters in it" : NULL;
}

/* ---- texts that are not plain ---- */

static const char *after_mark(const char *at, const char *end) { /* of byte order, and blanks */
    if (end - at >= 3 && !memcmp(at, "\xEF\xBB\xBF", 3)) at += 3;
    return ld_json_after_blanks(at, end);
}

/* Past "</name>", or NULL; at is at a "<". */
static const char *after_closing_tag(const char *at, const char *end) {
    if (end - at < 4 || at[1] != '/' || !ld_is_ascii_letter(at[2])) return NULL;
    for (at += 2; at < end && (ld_is_ascii_letter(*at) || ld_is_ascii_digit(*at));) at++;
    return at < end && *at == '>' ? at + 1 : NULL;
}

/* Past "&amp;" or "&#39;", or NULL; at is at an "&". */
static const char *after_entity(const char *at, const char *end) {
    const char *p = at + 1;
    if (p < end && *p == '#') p++;
    const char *name = p;
    while (p < end && p - name < 8 && (ld_is_ascii_lower(*p) || ld_is_ascii_digit(*p))) p++;
    return p - name > 1 && p < end && *p == ';' ? p + 1 : NULL;
}

/* Begins with a tag, and some tag is closed; or every 500 bytes one is or an entity stands, as in a part of a page. */
static bool is_markup(const char *at, const char *end) {
    const size_t length = (size_t)(end - at);
    size_t tags = 0;
    at = after_mark(at, end);
    const bool begins = end - at > 1 && *at == '<' && (ld_is_ascii_letter(at[1]) || at[1] == '!' || at[1] == '?');
    if (begins && !ld_is_ascii_letter(at[1])) return true;
    for (const char *p = at, *next; !begins && (p = memchr(p, '&', (size_t)(end - p))); p = next ? next : p + 1) {
        next = after_entity(p, end);
        tags += next != NULL;
    }
    while ((at = memchr(at, '<', (size_t)(end - at)))) {
        const char *next = after_closing_tag(at, end);
        tags += next != NULL;
        at = next ? next : at + 1;
    }
    return begins ? tags > 0 : tags > 2 + length / 500;
}

/* "00:00:04,300 --> 00:00:07,900", twice. */
static bool is_subtitles(const char *at, const char *end) {
    unsigned cues = 0;
    for (const char *start = at; cues < 2 && (at = memchr(at, '>', (size_t)(end - at))); at++)
        cues += at - start > 5 && end - at > 2 && !memcmp(at - 3, " --", 3) && at[1] == ' ' &&
                ld_is_ascii_digit(at[-4]) && ld_is_ascii_digit(at[2]);
    return cues > 1;
}

/* An e-mail as it is sent, and not as it is read: a field of its head, which a blank line ends, says so. */
static bool is_encoded_mail(const char *at, const char *end) {
    static const char *const fields[] = {"Content-Transfer-Encoding: base64",
                                         "Content-Transfer-Encoding: quoted-printable", "Content-Type: multipart/"};
    const char *colon = memchr(at, ':', (size_t)(end - at));
    if (!colon || memchr(at, ' ', (size_t)(colon - at)) || memchr(at, '\n', (size_t)(colon - at))) return false;
    for (const char *next; at < end && *at != '\n' && *at != '\r'; at = next) {
        const size_t left = (size_t)(end - at);
        next = memchr(at, '\n', left);
        next = next ? next + 1 : end;
        for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
            if (left > strlen(fields[i]) && !memcmp(at, fields[i], strlen(fields[i]))) return true;
    }
    return false;
}

/* A code point that the end of the bytes cuts off is not ill-formed: head -c does that. */
static bool is_cut_off(const char *at, const char *end) {
    if (end - at > 3 || (unsigned char)*at < 0xC2) return false;
    while (++at < end)
        if (((unsigned char)*at & 0xC0) != 0x80) return false;
    return true;
}

static bool is_utf8(const char *at, const char *end) {
    while ((at = ld_skip_ascii(at, end, 127, 127, 127)) < end) {
        unsigned step;
        if (ld_utf8_decode(at, end, &step) == 0xFFFD && step == 1) return is_cut_off(at, end);
        at += step;
    }
    return true;
}

const char *ld_kind_of(const char *bytes, size_t length) {
    const size_t start = length < LOOKED_AT ? length : LOOKED_AT;
    const char *note = length ? by_magic(bytes, length) : NULL;
    if (!note && length) note = by_controls(bytes, start);
    if (note || !length) return note;
    if (is_encoded_mail(bytes, bytes + start))
        return "this is an e-mail with its text encoded, but is read as plain text: a mail program can save it as that";
    if (is_subtitles(bytes, bytes + start))
        return "these are subtitles, whose sentences end at each: grep -vE '^[0-9]*.?$|-->|WEBVTT' makes a text of "
               "them";
    if (is_markup(bytes, bytes + start))
        return "this is HTML or XML, but is read as plain text: pandoc -f html -t plain takes the text out";
    if (!is_utf8(bytes, bytes + length))
        return "some of this is not UTF-8, and is lost: iconv -f CP1252 -t UTF-8 makes it that, where it is Windows' "
               "or Latin-1";
    return NULL;
}

/* ---- JSON ---- */

bool ld_kind_is_json(const char *bytes, size_t length) {
    const char *end = bytes + length, *at = length ? after_mark(bytes, end) : end;
    if (at < end && *at == '[') at = ld_json_after_blanks(at + 1, end);
    if (at == end || *at != '{') return false;
    at = ld_json_after_blanks(at + 1, end);
    return at < end && *at == '"';
}

const char *ld_kind_of_line(const char *line, size_t length) {
    const char *end = line + length, *at = length ? after_mark(line, end) : end;
    while (end > at && (unsigned char)end[-1] <= ' ') end--;
    if (at == end) return NULL;
    if (*at == '[') return "JSON lines are wanted, one record each, not an array: jq -c '.[]' makes them of it";
    if (*at == '{' && strchr("{[,", end[-1]))
        return "JSON lines are wanted, but a record goes on in the next line: jq -c . makes one line of each";
    return NULL;
}
