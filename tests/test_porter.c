/* test_porter.c - both stemmers of eval/, by rule, and the table of irregular forms. The words stand for steps and
 * departures; stems were worked out by hand from the rules. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
#include <stdio.h>
#include <string.h>

#include "eval/irregular.h"
#include "eval/porter.h"

static const struct {
    const char *word, *nltk, *rouge155;
} rows[] = {
    /* 1a */
    {"caresses", "caress", "caress"},
    {"ponies", "poni", "poni"},
    {"caress", "caress", "caress"},
    {"ties", "tie", "ti"}, /* four letters */
    {"flies", "fli", "fli"},
    /* 1b */
    {"agreed", "agre", "agre"},
    {"feed", "feed", "feed"},
    {"plastered", "plaster", "plaster"},
    {"bled", "bled", "bled"},
    {"conflated", "conflat", "conflat"},
    {"hopping", "hop", "hop"},
    {"falling", "fall", "fall"},
    {"fizzed", "fizz", "fizz"},
    {"filing", "file", "file"},
    {"aping", "ape", "ap"}, /* a vowel and a consonant are short enough for NLTK */
    {"tried", "tri", "tri"},
    {"timetabled", "timet", "timet"}, /* TIMETABLE, then ABLE goes */
    {"generalized", "gener", "gener"},
    {"seeing", "see", "see"},   /* a double vowel stays */
    {"snowed", "snow", "snow"}, /* no *o before W, X and Y */
    {"mixed", "mix", "mix"},
    {"played", "play", "plai"},
    {"oed", "o", "o"},
    {"died", "die", "di"},
    {"100ing", "100ing", "100ing"}, /* no vowel */
    /* 1c */
    {"happy", "happi", "happi"},
    {"enjoy", "enjoy", "enjoi"},
    {"bys", "by", "by"},
    {"employers", "employ", "employ"}, /* Y behind a vowel is a consonant */
    {"byte", "byte", "byte"},
    /* 2 */
    {"relational", "relat", "relat"},
    {"conditional", "condit", "condit"},
    {"rational", "ration", "ration"},
    {"conformably", "conform", "conform"},
    {"radically", "radic", "radic"},
    {"hopefully", "hope", "hopefulli"},
    {"apology", "apolog", "apolog"},
    {"geology", "geolog", "geologi"}, /* the stem geo has no VC, geol has */
    {"logi", "logi", "logi"},
    /* 3 */
    {"triplicate", "triplic", "triplic"},
    {"hopeful", "hope", "hope"},
    {"goodness", "good", "good"},
    /* 4 */
    {"replacement", "replac", "replac"},
    {"adjustment", "adjust", "adjust"},
    {"document", "document", "docum"}, /* MENT too short, then ENT is tried */
    {"element", "element", "elem"},
    {"adoption", "adopt", "adopt"},
    {"onion", "onion", "onion"},
    {"medallion", "medallion", "medallion"}, /* ION behind S or T only */
    /* 5 */
    {"probate", "probat", "probat"},
    {"rate", "rate", "rate"},
    {"cease", "ceas", "ceas"},
    {"controll", "control", "control"},
    {"roll", "roll", "roll"},
    /* Y at the start is a consonant */
    {"yoking", "yoke", "yoke"},
    {"yes", "ye", "ye"},
    /* NLTK's pool */
    {"skies", "sky", "ski"},
    {"dying", "die", "dy"},
    {"news", "news", "new"},
    {"exceed", "exceed", "exce"},
    /* left alone */
    {"as", "as", "as"},
    {"a", "a", "a"},
    {"2024", "2024", "2024"},
};

static void stems_by_rule(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        char nltk[32], rouge155[32];
        snprintf(nltk, sizeof nltk, "%s", rows[i].word);
        snprintf(rouge155, sizeof rouge155, "%s", rows[i].word);
        nltk[ld_porter_stem(LD_PORTER_NLTK, nltk, strlen(nltk))] = 0;
        rouge155[ld_porter_stem(LD_PORTER_ROUGE155, rouge155, strlen(rouge155))] = 0;
        assert_string_equal(nltk, rows[i].nltk);
        assert_string_equal(rouge155, rows[i].rouge155);
    }
}

/* Long words must not read or write outside of their bytes, nor take quadratic time. */
static void long_words(void **state) {
    static char word[100000];
    (void)state;
    for (unsigned flavour = 0; flavour < 2; flavour++) {
        for (size_t i = 0; i < sizeof word; i++) word[i] = "yaziness"[i % 8];
        size_t length = ld_porter_stem((enum ld_porter)flavour, word, sizeof word);
        assert_true(length > 0 && length <= sizeof word);
    }
}

static void irregular_forms(void **state) {
    (void)state;
    static const char *const forms[][2] = {{"were", "be"},      {"said", "say"},   {"best", "well"},
                                           {"media", "medium"}, {"data", "datum"}, {"children", "child"}};
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++)
        assert_string_equal(ld_irregular_base(forms[i][0], strlen(forms[i][0])), forms[i][1]);
    assert_null(ld_irregular_base("walked", 6));
    assert_null(ld_irregular_base("halfpence", 9)); /* one of the six that ROUGE-1.5.5 has not */
    assert_null(ld_irregular_base("wordsthatarelongerthanany", 25));
}

static void irregular_forms_in_order(void **state) {
    (void)state;
    size_t count = 0;
    for (const char *form; (form = ld_irregular_form(count)); count++) {
        assert_true(strlen(form) > 3);
        if (count) assert_true(strcmp(ld_irregular_form(count - 1), form) < 0);
        assert_non_null(ld_irregular_base(form, strlen(form)));
    }
    assert_int_equal(count, 5593);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(stems_by_rule), cmocka_unit_test(long_words),
                                       cmocka_unit_test(irregular_forms), cmocka_unit_test(irregular_forms_in_order)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
