/* shorten.c - a sentence of the document in, its atoms (words with their marks) out. Leaves pairs of marks to
 * shorten_pairs.c, the pieces to shorten_pieces.c. Source: see shorten.h. */
#include "pick/order.h"
#include "pick/shorten_marks.h"
#include "pick/shorten_words.h"
#include "pick/summary.h"

#include <stddef.h>
#include <string.h>

#include "base/unicode.h"
#include "text/reference.h"
#include "text/spaces.h"

#define NONE UINT32_MAX
/* Marks by what they do; quotation marks open before a word and close after one. */
static const unsigned char ascii_marks[128] = {
    ['\t'] = LD_MARK_BLANK, ['\n'] = LD_MARK_BLANK, ['\v'] = LD_MARK_BLANK, ['\f'] = LD_MARK_BLANK,
    ['\r'] = LD_MARK_BLANK, [' '] = LD_MARK_BLANK,  [','] = LD_MARK_COMMA,  [';'] = LD_MARK_SEMICOLON,
    [':'] = LD_MARK_COLON,  ['-'] = LD_MARK_HYPHEN, ['.'] = LD_MARK_POINT,  ['!'] = LD_MARK_STRONG,
    ['?'] = LD_MARK_STRONG, ['('] = LD_MARK_OPEN,   ['['] = LD_MARK_OPEN,   ['{'] = LD_MARK_OPEN,
    ['<'] = LD_MARK_OPEN,   [')'] = LD_MARK_CLOSE,  [']'] = LD_MARK_CLOSE,  ['}'] = LD_MARK_CLOSE,
    ['>'] = LD_MARK_CLOSE,  ['"'] = LD_MARK_QUOTE,  ['\''] = LD_MARK_QUOTE, ['`'] = LD_MARK_QUOTE};
static const struct {
    uint32_t code_point;
    enum ld_mark_class class;
} marks[] = {
    {0x60C, LD_MARK_COMMA},       {0x3001, LD_MARK_COMMA},      {0xFF0C, LD_MARK_COMMA},
    {0x61B, LD_MARK_SEMICOLON},   {0xFF1B, LD_MARK_SEMICOLON},  {0xFF1A, LD_MARK_COLON},
    {0x2013, LD_MARK_DASH},       {0x2014, LD_MARK_DASH},       {0x2015, LD_MARK_DASH},
    {0x61F, LD_MARK_STRONG},      {0x37E, LD_MARK_STRONG},      {0xFF01, LD_MARK_STRONG},
    {0xFF1F, LD_MARK_STRONG},     {0x3002, LD_MARK_POINT},      {0x964, LD_MARK_POINT},
    {0x6D4, LD_MARK_POINT},       {0x589, LD_MARK_POINT},       {0x2026, LD_MARK_ELLIPSIS},
    {0xFF08, LD_MARK_OPEN},       {0x3010, LD_MARK_OPEN},       {0xFF09, LD_MARK_CLOSE},
    {0x3011, LD_MARK_CLOSE},      {0x201D, LD_MARK_QUOTE},      {0xBB, LD_MARK_QUOTE},
    {0x203A, LD_MARK_QUOTE},      {0x300D, LD_MARK_QUOTE},      {0x300F, LD_MARK_QUOTE},
    {0x201C, LD_MARK_OPEN_QUOTE}, {0x201E, LD_MARK_OPEN_QUOTE}, {0xAB, LD_MARK_OPEN_QUOTE},
    {0x2039, LD_MARK_OPEN_QUOTE}, {0x300C, LD_MARK_OPEN_QUOTE}, {0x300E, LD_MARK_OPEN_QUOTE},
    {0x2018, LD_MARK_OPEN_QUOTE}, {0x201A, LD_MARK_OPEN_QUOTE}, {0x2019, LD_MARK_QUOTE},
};

enum ld_mark_class ld_mark_class(uint32_t c) {
    if (c < 128) return (enum ld_mark_class)ascii_marks[c];
    if (ld_is_space(c)) return LD_MARK_BLANK;
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (marks[i].code_point == c) return marks[i].class;
    return LD_MARK_OTHER;
}

/* ---- atoms ------------------------------------------------------------------------------------------------------- */

struct taking { /* atom after atom */
    const char *text;
    uint32_t from, end; /* of the sentence */
    bool ascii;
    bool opens, opened;           /* an aside may open at a hyphen before a word; one has */
    uint32_t met;                 /* classes of marks, as bits: all that begin a quotation or bracket */
    const struct ld_atom *marked; /* the first one with marks before it */
};

/* Whether the token at start, next after end, stands within marks of reference, which are not written. */
LD_APART static bool is_of_reference(const struct taking *t, uint32_t end, uint32_t start) {
    for (uint32_t at = end; at < start && t->text[at] != ' '; at++) {
        const size_t bytes = ld_reference_at(t->text + at, t->text + t->end);
        if (at + bytes > start) return true;
        if (bytes) at += (uint32_t)bytes - 1;
    }
    return false;
}

/* "d'"un vieux bac"": the mark opens, as an apostrophe ends no quotation before a word. */
static bool is_behind_elision(const struct taking *t, uint32_t at) {
    unsigned step;
    const uint32_t before = ld_utf8_before(t->text + t->from, t->text + at, &step);
    return at > t->from && (before == '\'' || before == 0x2019);
}

/* Part what stands between two words: up to *tail belongs to the word before, from *lead on to the one after. */
static void part_gap(struct taking *t, uint32_t from, uint32_t to, bool begins, uint32_t *tail, uint32_t *lead,
                     bool *blank) {
    const char *const text = t->text;
    uint32_t last = to, opens = NONE; /* last: after the last blank */
    bool any = false;
    unsigned step;
    for (uint32_t at = from; at < to; at += step) {
        uint32_t c = ld_utf8_decode(text + at, text + to, &step);
        enum ld_mark_class class = ld_mark_class(c);
        if (c == '[' && !any && (step = (unsigned)ld_reference_at(text + at, text + to))) continue;
        if (c == '[') step = 1;
        t->met |= 1u << class;
        if (class == LD_MARK_BLANK) {
            any = true;
            last = at + step;
        } else if (opens == NONE &&
                   (class == LD_MARK_OPEN || (class == LD_MARK_OPEN_QUOTE && (begins || at > from)) ||
                    (class == LD_MARK_QUOTE && begins) || c == 0xBF || c == 0xA1 ||
                    (t->opens && class == LD_MARK_QUOTE && at + step == to && is_behind_elision(t, at)))) {
            opens = at;
        } else if (class == LD_MARK_CLOSE && opens != NONE &&
                   ld_mark_class((unsigned char)text[opens]) == LD_MARK_OPEN) {
            opens = NONE; /* "run() stops" */
        }
    }
    *lead = any ? last : to;
    if (opens < *lead) *lead = opens;
    *tail = *lead;
    while (*tail > from && ld_is_space(ld_utf8_before(text + from, text + *tail, &step))) *tail -= step;
    *blank = any;
}

static uint8_t tail_marks(const char *text, const struct ld_atom *atom, bool before_digit) {
    uint8_t found = 0;
    unsigned step;
    for (uint32_t at = atom->end; at < atom->tail; at += step)
        switch (ld_mark_class(ld_utf8_decode(text + at, text + atom->tail, &step))) {
        case LD_MARK_COMMA: found |= LD_COMMA; break;
        case LD_MARK_SEMICOLON: found |= LD_SEMICOLON; break;
        case LD_MARK_COLON: found |= (uint8_t)(atom->blank ? LD_COLON : 0); break;
        case LD_MARK_DASH: found |= (uint8_t)(before_digit && (atom->flags & LD_NUMERIC) ? 0 : LD_DASH); break;
        case LD_MARK_HYPHEN: found |= (uint8_t)(at > atom->end && atom->blank ? LD_DASH : 0); break;
        case LD_MARK_POINT:
        case LD_MARK_STRONG:
        case LD_MARK_ELLIPSIS: found |= LD_FULL_STOP; break;
        default: break;
        }
    return found;
}

static void count_characters(const struct taking *t, struct ld_atom *atom) {
    const uint32_t length = atom->tail - atom->lead;
    atom[1].before =
        atom->before + (t->ascii ? length : (uint32_t)ld_utf8_count(t->text + atom->lead, length)) + atom->blank;
}

/* What stands before the first atom. */
static void begin_atoms(struct taking *t, struct ld_atom *first) {
    uint32_t tail;
    bool blank;
    if (first->start > t->from) part_gap(t, t->from, first->start, true, &tail, &first->lead, &blank);
    if (first->lead < first->start) t->marked = first;
    first->border = LD_FULL_STOP;
}

/* "le bac --qui coule-- ferme", "la barca -vieja- se hunde", "–vieja–": of the languages told by ld_by_endings, what
 * opens an aside stands before its first word, and no blank before what closes it. */
static void mark_dash(struct taking *t, struct ld_atom *atom, const struct ld_atom *next) {
    const char *lead = t->text + next->lead;
    const bool two = !memcmp(lead, "--", 2) || !memcmp(lead, "\xE2\x80\x93", 3) || !memcmp(lead, "\xE2\x80\x94", 3);
    if (atom->blank && (two || (*lead == '-' && !(next->flags & LD_NUMERIC)))) {
        atom->marks |= LD_DASH;
        t->opened = true;
    } else if (t->opened && t->text[atom->end] == '-') {
        atom->marks |= LD_DASH;
        t->opened = false;
    }
}

/* What stands between two atoms. */
static void part_atoms(struct taking *t, struct ld_atom *atom, struct ld_atom *next) {
    /* what these are where a blank follows */
    static const uint8_t plain[128] = {[','] = LD_COMMA,     ['.'] = LD_FULL_STOP, ['!'] = LD_FULL_STOP,
                                       ['?'] = LD_FULL_STOP, [';'] = LD_SEMICOLON, [':'] = LD_COLON};
    const unsigned char mark = (unsigned char)t->text[atom->end];
    if (next->start == atom->end + 2 && t->text[atom->end + 1] == ' ' && mark < 128 && plain[mark]) {
        atom->tail = atom->end + 1;
        atom->blank = true;
        atom->marks = plain[mark];
        atom->flows = true;
    } else {
        part_gap(t, atom->end, next->start, false, &atom->tail, &next->lead, &atom->blank);
        atom->marks = tail_marks(t->text, atom, next->flags & LD_NUMERIC);
        if (t->opens) mark_dash(t, atom, next);
        if (next->lead < next->start && !t->marked) t->marked = next;
    }
    const bool date = atom->flags & next->flags & LD_NUMERIC && atom->marks & LD_COMMA;
    next->border = date ? 0 : atom->marks & LD_BORDER;
    count_characters(t, atom);
}

/* Nothing before the first atom and behind the last: the word there is the last one's. */
static void surround(struct ld_clause *clause, uint32_t last_token, uint8_t last_bit) {
    static const struct ld_atom nothing = {.border = LD_FULL_STOP, .quote = NONE, .bracket = NONE};
    struct ld_atom *const end = clause->atoms + clause->count;
    const uint32_t before = end->before;
    for (int k = -LD_NO_ATOMS_BEFORE; k < LD_NO_ATOMS_BEHIND; k++) {
        struct ld_atom *const atom = k < 0 ? clause->atoms + k : end + k;
        *atom = nothing;
        atom->before = before;
        atom->token = last_token;
        atom->word_bit = last_bit;
    }
}

static void end_atoms(struct ld_clause *clause, struct taking *t, struct ld_atom *last) {
    last->tail = t->end;
    last->marks = tail_marks(t->text, last, false);
    count_characters(t, last);
    clause->count = (uint32_t)(last + 1 - clause->atoms);
    clause->marked = t->marked ? (uint32_t)(t->marked - clause->atoms) : clause->count;
}

/* "THE MILL HAS BURNT DOWN": capitals tell nothing where all words are in them. */
static bool is_loud(const struct ld_clause *clause) {
    uint32_t loud = 0;
    for (const struct ld_atom *atom = clause->atoms; atom < clause->atoms + clause->count; atom++) {
        if (atom->flags & LD_ALL_CAPITALS)
            loud++;
        else if (!(atom->flags & LD_NUMERIC) && atom->end - atom->start > 1)
            return false;
    }
    return loud >= LD_PHRASE;
}

static void lower(struct ld_clause *clause) {
    clause->flags = 0;
    for (struct ld_atom *atom = clause->atoms; atom < clause->atoms + clause->count; atom++) {
        atom->shape = ld_token_word(clause->doc, atom->token)->shape;
        atom->flags &= (uint8_t) ~(LD_CAPITAL | LD_ALL_CAPITALS);
        clause->shapes |= atom->shape;
        clause->flags |= atom->flags;
    }
}

/* What all atoms have together. */
static void sum_up(struct ld_clause *clause, uint32_t facts, uint32_t shapes, uint32_t flags) {
    const uint32_t first = ld_token_word(clause->doc, clause->atoms[0].token)->shape; /* in capitals in any case */
    clause->atoms[0].shape = first;
    clause->facts = facts;
    clause->shapes = shapes | first;
    clause->flags = (uint8_t)flags;
    clause->accuses = facts & LD_ACCUSE;
}

/* The sets of atoms, by the sorts of each; zeros are behind the last. */
static void gather(struct ld_clause *clause, const char *sorts) {
    memset(clause->sets.bits, 0, (clause->count + 63) / 64 * sizeof *clause->sets.bits);
    for (uint32_t i = 0; i < clause->count; i += sizeof(LD_LANES)) {
        LD_LANES lanes = ld_lanes(sorts + i);
        for (int k = 0; k < LD_SORTS; k++, lanes = ld_lanes_up(lanes))
            clause->sets.bits[i / 64][k] |= (uint64_t)ld_lanes_bits(lanes) << i % 64;
    }
}

/* Its tail is told by what follows. Field by field: a struct made elsewhere and copied is read back wider than it was
 * written, for which a processor waits. */
static inline void make_atom(struct ld_atom *atom, const struct ld_token *token, uint32_t number,
                             const struct ld_word *word, uint32_t shape) {
    atom->lead = atom->start = token->offset;
    atom->end = token->offset + token->length;
    atom->token = number;
    atom->tokens = 1;
    atom->facts = word->facts;
    atom->shape = shape;
    atom->flags = token->flags;
    atom->marks = atom->border = 0;
    atom->word_bit = (uint8_t)ld_word_bit(ld_bytes_8(word->letters.here));
    atom->blank = atom->verb = atom->ends = atom->flows = false;
    atom->quote = atom->bracket = NONE;
    atom->phrase_facts = 0;
    atom->phrases = NULL;
}

/* "A Oxley, ..": French capitals often go without their accents, and no sentence begins with the verb "a". */
static void restore_accent(struct ld_clause *clause) {
    static const char with_accent[2 + 8] = "\xC3\xA0";
    if (clause->endings->language == LD_LANGUAGE_fr && clause->count > 1 && ld_word_is(clause, 0, "a"))
        clause->atoms[0].facts = ld_language_facts(clause->doc->language, with_accent, 2);
}

/* The words, and what stands between them; what they have all together, and what each may be. What marks were met
 * (bits) is returned. */
static uint32_t take_words(struct ld_clause *clause, const struct ld_sentence *sentence) {
    const struct lede_document *doc = clause->doc;
    uint32_t t = sentence->first_token;
    const struct ld_token *token = &doc->tokens[t], *const stop = token + sentence->token_count;
    const char *const text = doc->text;
    struct taking taking = {
        text, sentence->span.offset, ld_span_end(sentence->span), false, ld_by_endings(clause), false, 0, NULL};
    struct ld_atom *atom = NULL, *next = clause->atoms;
    const struct ld_atom *const most = next + LD_ATOMS;
    const uint32_t named = LD_ENDS_ADVERB | LD_ENDS_PARTICIPLE; /* "Italy", "Boeing": a name has no ending */
    int64_t end = -2;                                           /* of the atom, which has none next to it */
    uint32_t facts = 0, shapes = 0, flags = 0;
    bool passing = false;                                   /* the token before stands within marks of reference */
    char sorts[LD_ATOMS + sizeof(LD_LANES)], *sort = sorts; /* of next */
    next->before = 0;
    clause->ascii = taking.ascii = ld_is_ascii_without(text + sentence->span.offset, sentence->span.length, 0, 0);
    for (; token < stop; token++, t++) {
        const struct ld_word *word = &doc->words[token->word];
        const uint32_t start = token->offset;
        unsigned step;
        if (start <= end && ld_is_unspaced(ld_utf8_decode(text + start, text + taking.end, &step))) {
            end = atom->end = start + token->length; /* pairs that overlap: a run of them is one atom */
            atom->tokens++;
            continue;
        }
        if (start != end + 1 && atom && (passing || text[start - 1] == '[') &&
            (passing = is_of_reference(&taking, (uint32_t)end, start)))
            continue;
        if (next == most) {
            clause->cut = true;
            taking.end = atom->end;
            break;
        }
        const uint32_t shape = word->shape & ~(token->flags & LD_CAPITAL ? named : 0);
        make_atom(next, token, t, word, shape);
        facts |= word->facts;
        shapes |= shape;
        flags |= token->flags;
        *sort = (char)word->sorts;
        if (start == end + 1 && text[end] == ' ') { /* most often */
            atom->tail = (uint32_t)end;
            atom->blank = atom->flows = true;
            next->before = atom->before + start - atom->lead;
            if (!taking.ascii) count_characters(&taking, atom);
        } else {
            if (atom)
                part_atoms(&taking, atom, next);
            else
                begin_atoms(&taking, next);
            if (next->border) *sort |= (char)ld_sort_bit(LD_SORT_MARKED);
        }
        sort++;
        end = next->end;
        atom = next++;
    }
    if (atom) {
        sum_up(clause, facts, shapes, flags);
        end_atoms(clause, &taking, atom);
        restore_accent(clause);
        if (is_loud(clause)) lower(clause);
        memset(sort, 0, sizeof(LD_LANES));
        gather(clause, sorts);
    }
    surround(clause, atom ? atom->token : sentence->first_token, atom ? atom->word_bit : 0);
    return taking.met;
}

/* "US", "IT", "WHO" are names, where the sentence is not all in capitals: what the lexicon says of "us" is not theirs.
 */
static void free_acronyms(struct ld_clause *clause) {
    const uint32_t kept = LD_NEGATION | LD_ABBR_NAME | LD_ABBR_NUMBER | LD_ABBR_INSIDE | LD_ABBR_EITHER;
    uint32_t capitals = 0, stops = 0;
    for (uint32_t i = 0; i < clause->count && clause->flags & LD_ALL_CAPITALS; i++) {
        const bool is = clause->atoms[i].flags & LD_ALL_CAPITALS;
        capitals += is;
        stops += is & ((clause->atoms[i].facts & LD_STOP) != 0);
    }
    if (!stops || 2 * capitals > clause->count) return;
    for (uint32_t i = 0; i < clause->count; i++)
        if (clause->atoms[i].flags & LD_ALL_CAPITALS && clause->atoms[i].facts & LD_STOP)
            clause->atoms[i].facts &= kept;
}

/* "No. 1", "No 10": a number, and no negation. */
static void free_numbers(struct ld_clause *clause) {
    for (uint32_t i = 0; clause->facts & LD_NEGATION && clause->flags & LD_NUMERIC && i + 1 < clause->count; i++)
        if (clause->atoms[i].flags & LD_CAPITAL && clause->atoms[i + 1].flags & LD_NUMERIC &&
            clause->atoms[i].end - clause->atoms[i].start == 2)
            clause->atoms[i].facts &= ~(uint32_t)(LD_NEGATION | LD_ARTICLE);
}

void ld_clause_init(struct ld_arena *arena, const struct lede_document *doc, uint32_t s, struct ld_clause *clause) {
    const struct ld_sentence *sentence = &doc->sentences[s];
    uint32_t room = sentence->token_count < LD_ATOMS ? sentence->token_count : LD_ATOMS;
    static const struct ld_clause nothing;
    memcpy(clause, &nothing, offsetof(struct ld_clause, sets)); /* what follows is as long as its count */
    clause->doc = doc;
    clause->endings = ld_endings_of(doc->language);
    const uint32_t around = LD_NO_ATOMS_BEFORE + LD_NO_ATOMS_BEHIND;
    clause->atoms =
        (struct ld_atom *)ld_arena_alloc(arena, (room + around) * sizeof *clause->atoms) + LD_NO_ATOMS_BEFORE;
    const uint32_t met = take_words(clause, sentence);
    free_acronyms(clause);
    if (clause->endings->forms) free_numbers(clause);
    ld_pair_marks(clause, s, met);
}

void ld_units_init(struct ld_arena *arena, const struct lede_document *doc, const double *scores,
                   const lede_summary_options *options, struct ld_units *units) {
    const uint32_t headline = ld_headline_limit(options), bullet = ld_bullet_limit(options);
    *units = (struct ld_units){.doc = doc, .scores = scores, .longest = headline > bullet ? headline : bullet};
    units->order = ld_order(arena, doc, scores, &units->count);
    units->clauses = ld_arena_array(arena, doc->sentence_count, sizeof *units->clauses);
}

const struct ld_clause *ld_unit_known(struct ld_arena *arena, struct ld_units *units, uint32_t s, enum ld_known known) {
    if (!units->clauses[s]) {
        units->clauses[s] = ld_arena_alloc(arena, sizeof **units->clauses);
        ld_clause_init(arena, units->doc, s, units->clauses[s]);
    }
    if (units->clauses[s]->known < known) ld_clause_know(arena, units->clauses[s], known);
    return units->clauses[s];
}

const struct ld_clause *ld_unit_clause(struct ld_arena *arena, struct ld_units *units, uint32_t s, uint32_t pieces) {
    const struct ld_clause *clause = ld_unit_known(arena, units, s, LD_KNOWS_VERBS);
    if (clause->count && pieces & ~clause->searched)
        ld_clause_pieces(units->clauses[s], pieces | clause->searched, units->longest);
    return clause;
}
