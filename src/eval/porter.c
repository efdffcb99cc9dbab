/* porter.c - a lower-case ASCII word in, its stem out, in place.
 *
 * Source: M. F. Porter (1980), "An algorithm for suffix stripping", Program 14(3), 130-137; step numbers are those of
 * the paper. Departures that both programs share: step 2 has BLI -> BLE for ABLI -> ABLE, and a rule for LOGI.
 *
 *   step    NLTK (extensions)                             ROUGE-1.5.5
 *   before  a pool of irregular forms                     (a table of its own: irregular.h)
 *   1a      IES -> IE in words of four letters            as Porter
 *   1b      IED -> I, and -> IE in words of four letters  as Porter
 *   1c      Y -> I only after a consonant that is not     as Porter
 *           the first letter
 *   2       ALLI -> AL, then step 2 again; FULLI -> FUL;  LOGI -> LOG, measured before the L
 *           OGI -> OG after L, measured behind the L
 *   4       as Porter                                     MENT, and then ENT or ION, are tried in turn on what the
 *                                                         other suffixes have left (Lin's change of 2004)
 *   *o      a word of vowel and consonant counts too      as Porter
 *
 * Leaves alone: words of one or two letters. */
#include "eval/porter.h"

#include <stdbool.h>
#include <string.h>

struct word {
    char *at;
    size_t length;
    enum ld_porter flavour;
};

struct rule {
    const char *suffix, *replacement;
};

/* What the conditions of the paper ask of a stem. */
struct shape {
    size_t measure;  /* m in [C](VC)^m[V] */
    bool has_vowel;  /* *v* */
    unsigned recent; /* the last three letters, the last in bit 0: 1 is a vowel */
};

/* Y is a vowel after a consonant; what is no letter is a consonant. */
static struct shape shape_of(const char *stem, size_t length) {
    struct shape s = {0, false, 0};
    bool vowel = false;
    for (size_t i = 0; i < length; i++) {
        bool before = vowel;
        vowel = stem[i] == 'y' ? i > 0 && !before : memchr("aeiou", stem[i], 5) != NULL;
        s.measure += before && !vowel;
        s.has_vowel |= vowel;
        s.recent = (s.recent << 1 | vowel) & 7u;
    }
    return s;
}

static size_t measure(const char *stem, size_t length) { return shape_of(stem, length).measure; }

/* *o with m = 1: consonant, vowel, consonant other than W, X, Y. */
static bool is_short(const struct word *w, size_t length) {
    struct shape s = shape_of(w->at, length);
    if (s.measure != 1) return false;
    if (length == 2) return w->flavour == LD_PORTER_NLTK; /* vowel, consonant */
    return s.recent == 2 && !memchr("wxy", w->at[length - 1], 3);
}

static bool ends(const struct word *w, const char *suffix, size_t *stem) {
    size_t n = strlen(suffix);
    if (n > w->length || memcmp(w->at + w->length - n, suffix, n) != 0) return false;
    *stem = w->length - n;
    return true;
}

static void put(struct word *w, size_t stem, const char *replacement) {
    size_t n = strlen(replacement);
    memcpy(w->at + stem, replacement, n);
    w->length = stem + n;
}

static void step_1a(struct word *w) {
    size_t stem;
    if (ends(w, "ies", &stem))
        put(w, stem, w->flavour == LD_PORTER_NLTK && w->length == 4 ? "ie" : "i");
    else if (ends(w, "sses", &stem))
        put(w, stem, "ss");
    else if (!ends(w, "ss", &stem) && ends(w, "s", &stem))
        put(w, stem, "");
}

/* What is left of a word when ED or ING is gone is made whole again. */
static void mend(struct word *w) {
    size_t n = w->length, stem;
    if (ends(w, "at", &stem) || ends(w, "bl", &stem) || ends(w, "iz", &stem))
        put(w, n, "e");
    else if (n >= 2 && w->at[n - 1] == w->at[n - 2] && !(shape_of(w->at, n).recent & 1))
        w->length -= !memchr("lsz", w->at[n - 1], 3);
    else if (is_short(w, n))
        put(w, n, "e");
}

static void step_1b(struct word *w) {
    size_t stem;
    if (w->flavour == LD_PORTER_NLTK && ends(w, "ied", &stem)) {
        put(w, stem, w->length == 4 ? "ie" : "i");
    } else if (ends(w, "eed", &stem)) {
        if (measure(w->at, stem) > 0) put(w, stem, "ee");
    } else if ((ends(w, "ed", &stem) || ends(w, "ing", &stem)) && shape_of(w->at, stem).has_vowel) {
        w->length = stem;
        mend(w);
    }
}

static void step_1c(struct word *w) {
    size_t stem;
    if (!ends(w, "y", &stem)) return;
    struct shape s = shape_of(w->at, stem);
    if (w->flavour == LD_PORTER_NLTK ? stem > 1 && !(s.recent & 1) : s.has_vowel) put(w, stem, "i");
}

/* Of several suffixes that fit, the longest stands first, and decides alone. */
static bool replace(struct word *w, const struct rule *rules) {
    size_t stem;
    for (; rules->suffix; rules++)
        if (ends(w, rules->suffix, &stem)) {
            if (measure(w->at, stem) == 0) return false;
            put(w, stem, rules->replacement);
            return true;
        }
    return false;
}

static void step_2(struct word *w) {
    static const struct rule both[] = {{"ational", "ate"}, {"tional", "tion"}, {"enci", "ence"},   {"anci", "ance"},
                                       {"izer", "ize"},    {"bli", "ble"},     {"alli", "al"},     {"entli", "ent"},
                                       {"eli", "e"},       {"ousli", "ous"},   {"ization", "ize"}, {"ation", "ate"},
                                       {"ator", "ate"},    {"alism", "al"},    {"iveness", "ive"}, {"fulness", "ful"},
                                       {"ousness", "ous"}, {"aliti", "al"},    {"iviti", "ive"},   {"biliti", "ble"},
                                       {NULL, NULL}};
    static const struct rule nltk[] = {{"fulli", "ful"}, {NULL, NULL}}, behind_l[] = {{"ogi", "og"}, {NULL, NULL}},
                             rouge155[] = {{"logi", "log"}, {NULL, NULL}};
    size_t stem;
    bool alli = ends(w, "alli", &stem), logi = ends(w, "logi", &stem);
    bool done = replace(w, both);
    if (w->flavour == LD_PORTER_ROUGE155) {
        replace(w, logi ? rouge155 : rouge155 + 1);
    } else if (done && alli) {
        step_2(w);
    } else if (!done) {
        replace(w, logi ? behind_l : nltk);
    }
}

static void step_3(struct word *w) {
    static const struct rule rules[] = {{"icate", "ic"}, {"ative", ""}, {"alize", "al"}, {"iciti", "ic"},
                                        {"ical", "ic"},  {"ful", ""},   {"ness", ""},    {NULL, NULL}};
    replace(w, rules);
}

/* Take off the first suffix of the list that fits, where m > 1; ION only behind S or T. */
static void strip(struct word *w, const char *const *suffixes) {
    size_t stem;
    for (; *suffixes; suffixes++)
        if (ends(w, *suffixes, &stem)) {
            bool ion = !strcmp(*suffixes, "ion");
            if (measure(w->at, stem) > 1 && (!ion || memchr("st", w->at[stem - 1], 2))) w->length = stem;
            return;
        }
}

static void step_4(struct word *w) {
#define COMMON "al", "ance", "ence", "er", "ic", "able", "ible", "ant", "ou", "ism", "ate", "iti", "ous", "ive", "ize"
    static const char *const porter[] = {COMMON, "ement", "ment", "ent", "ion", NULL};
    static const char *const first[] = {COMMON, "ement", NULL}, *const ment[] = {"ment", NULL},
                             *const ent[] = {"ent", "ion", NULL};
#undef COMMON
    if (w->flavour == LD_PORTER_NLTK) {
        strip(w, porter);
    } else {
        strip(w, first);
        strip(w, ment);
        strip(w, ent);
    }
}

static void step_5(struct word *w) {
    size_t stem;
    if (ends(w, "e", &stem)) { /* 5a */
        size_t m = measure(w->at, stem);
        if (m > 1 || (m == 1 && !is_short(w, stem))) w->length = stem;
    }
    if (ends(w, "ll", &stem) && measure(w->at, w->length) > 1) w->length--; /* 5b */
}

/* NLTK's forms that the rules would get wrong. */
static bool in_pool(struct word *w) {
    static const struct rule pool[] = {
        {"skies", "sky"},      {"dying", "die"},       {"lying", "lie"},        {"tying", "tie"},
        {"innings", "inning"}, {"outings", "outing"},  {"cannings", "canning"}, {"sky", "sky"},
        {"news", "news"},      {"inning", "inning"},   {"outing", "outing"},    {"canning", "canning"},
        {"howe", "howe"},      {"proceed", "proceed"}, {"exceed", "exceed"},    {"succeed", "succeed"},
        {NULL, NULL}};
    for (const struct rule *r = pool; r->suffix; r++)
        if (strlen(r->suffix) == w->length && !memcmp(r->suffix, w->at, w->length)) {
            put(w, 0, r->replacement);
            return true;
        }
    return false;
}

size_t ld_porter_stem(enum ld_porter flavour, char *word, size_t length) {
    struct word w = {word, length, flavour};
    if (length <= 2 || (flavour == LD_PORTER_NLTK && in_pool(&w))) return w.length;
    step_1a(&w);
    step_1b(&w);
    step_1c(&w);
    step_2(&w);
    step_3(&w);
    step_4(&w);
    step_5(&w);
    return w.length;
}
