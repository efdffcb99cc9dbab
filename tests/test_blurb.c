/* test_blurb.c - which sentences become the blurb: a table of small articles of our own, by what an editor would
 * strike. What holds for every text (slices, order, budget) is in test_properties.c. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <stdio.h>
#include <string.h>

#include "lede.h"

#define LEAD "The town of Oxley opened a new harbour wall on Friday after nine years of work. "
#define WALL "The wall is four miles long and cost the region some nine million crowns. "
#define FULL "Mayor Mara Lind said that the old wall had failed the town twice in ten years. "

static const struct {
    const char *name, *language, *text;
    lede_summary_options options;
    const char *has, *has_not;
} rows[] = {
    {"no pronoun without its name",
     "en",
     LEAD "She had promised the wall to the fishermen before the election. " WALL,
     {0},
     "four miles",
     "She "},
    {"no connective",
     "en",
     LEAD "However, the wall cannot protect the harbour from the highest storms. " WALL,
     {0},
     "four miles",
     "However"},
    {"no opening clause about nobody",
     "en",
     LEAD "When asked about the wall, he told the fishermen of storms to come. " WALL,
     {0},
     "four miles",
     "he told"},
    {"no answer with its label",
     "en",
     LEAD "A: The wall and the harbour will be safe for a century. " WALL,
     {0},
     "four miles",
     "A: "},
    {"no speaker that is a pronoun",
     "en",
     LEAD "The wall and the harbour will be safe for a century, she said. " WALL,
     {0},
     "four miles",
     "she said"},
    {"not the headline alone",
     "en",
     LEAD "\"This is a good day for us,\" the 25-year-old baker said.",
     {0},
     "good day",
     NULL},
    {"nor once more where it told most",
     "en",
     "The town of Oxley opened its new harbour wall on Friday, a harbour keeper said. The wall of the harbour cost "
     "nine "
     "million crowns and took three years to build. Fishermen said that the wall would keep storms off the harbour for "
     "a hundred years.",
     {0},
     "nine million crowns",
     "on Friday"},
    {"no he whom the headline leaves out",
     "en",
     "The Oxley Harbour Guild bought the old rope mill of Harlan with all of its boats for nine million crowns on "
     "Friday, a clerk of the guild told the Oxley Times. He told the bakers of the bay that the masons of the harbour "
     "had been asked for a report. The mill is four miles from the harbour and makes rope for the boats.",
     {0},
     "four miles",
     "He told"},
    {"but whom it names",
     "en",
     "Mayor Mara Lind will not sell the harbour wall to the town of Harlan, clerk Tom Ashby told the bakers of the "
     "bay. She wants to build a school for the children of the harbour there in May. The wall is four miles long and "
     "cost the region some nine million crowns.",
     {0},
     "She wants",
     NULL},
    {"nothing that was not told",
     "en",
     LEAD "The masons declined to say what the wall of the harbour has cost the town. " WALL,
     {0},
     "four miles",
     "declined"},
    {"not the headline's sentence", "en", LEAD WALL FULL, {0}, "four miles", "after nine years"},
    {"but where there is no other", "en", LEAD, {0}, "after nine years", NULL},
    {"no surname where the full name can be had",
     "en",
     LEAD "Lind said that the harbour wall had been the dearest of her plans for the town. " FULL WALL,
     {.sentences = 1},
     NULL,
     "Lind said that the harbour"},
    {"a surname after the full name",
     "en",
     LEAD FULL "Lind will pay the masons a bonus from the road fund of the county. It rained.",
     {.characters = 160},
     "Mara Lind said that the old wall had failed the town twice in ten years. Lind will",
     NULL},
    {"no quotation that is not closed",
     "en",
     LEAD "\"The wall of the harbour will hold for a hundred years in any storm. "
          "And the harbour will be safe,\" baker Tom Ashby said. " WALL,
     {0},
     "four miles",
     "\"The wall"},
    {"nor between single marks",
     "en",
     LEAD "'The wall of the harbour will hold for a hundred years in any storm of the bay. "
          "And the harbour will be safe,' baker Tom Ashby said. " WALL,
     {0},
     "four miles",
     "'The wall"},
    {"nor behind who says it",
     "en",
     LEAD "Baker Tom Ashby said: 'The wall of the harbour will hold for a hundred years. "
          "And the harbour will be safe.' " WALL,
     {0},
     "four miles",
     "'The wall"},
    {"but an apostrophe opens none",
     "en",
     LEAD "The wall of the harbour, the 'Pride o' the Bay', is four miles long and nine feet high.",
     {0},
     "four miles",
     NULL},
    {"no sentence from within a quotation",
     "en",
     LEAD "Baker Tom Ashby said, \"The wall will hold in any storm. The harbour of the town will be safe for a hundred "
          "years. Nobody can say what that will cost the region.\" " WALL,
     {0},
     "four miles",
     "hundred years"},
    {"no caption",
     "en",
     LEAD "Mara Lind celebrates the opening of the harbour wall with fishermen of the town. " WALL FULL,
     {0},
     "four miles",
     "celebrates"},
    {"what stands out is no caption",
     "en",
     LEAD "The harbour wall stands out for its gates of steel that were made in Harlan. " FULL,
     {.sentences = 1},
     "stands out",
     NULL},
    {"not the headline's sentence again, though two sentences would fit, where all but the day is told",
     "en",
     LEAD "Ashby had worked on the wall for the town as its master of works. ",
     {0},
     "worked on the wall",
     "nine years of work"},
    {"the headline's sentence where it tells more, and one that is found further on",
     "en",
     "The town of Oxley opened a new harbour wall on Friday after nine years of work, and closed the old one, which "
     "had "
     "served the boats of the bay for a hundred years. Scroll down to see the harbour wall and the boats. The stone "
     "was "
     "brought from the hills of Harlan by train. The harbour market of Bray has sold boats for a hundred years.",
     {0},
     "The stone was",
     "Scroll"},
    {"nobody of whom the headline does not tell",
     "en",
     LEAD "The keeper had promised the harbour of the town a feast. "
          "Boats can leave the bay of Oxley by two gates of steel that were made in Harlan.",
     {.sentences = 1},
     "Boats can leave",
     "The keeper"},
    {"she, whom the headline names",
     "en",
     "Mara Lind of Oxley opened a new harbour wall on Friday. She had promised the wall to the fishermen of the town.",
     {.sentences = 1},
     "She had promised",
     NULL},
    {"all of what the headline tells little of",
     "en",
     "Bralo Ropes of Oxley thinks that it has made a loss in the nine weeks that ended on Friday, due mainly to a fall "
     "in its "
     "sales to the shipyard of Harlan, its largest customer, which closed two of its three docks in the spring. It "
     "rained in the hills.",
     {0},
     "due mainly to",
     NULL},
    {"a quotation of two sentences",
     "en",
     "Baker Tom Ashby of Oxley said on Friday, \"The wall of the harbour will hold. Our cellars will be dry.\"",
     {0},
     "will hold. Our cellars",
     NULL},
    {"no fragment without a verb",
     "en",
     LEAD "The new harbour wall of the town of Oxley, just outside the port. " WALL,
     {.sentences = 1},
     "four miles",
     "just outside"},
    {"no question",
     "en",
     LEAD "Will the harbour wall of Oxley be high enough for the storms of the autumn? " WALL,
     {0},
     "four miles",
     "?"},
    {"no one's age for a name",
     "en",
     LEAD "The 35-year-old had drawn the harbour wall for the town as a student. " WALL,
     {0},
     "four miles",
     "35-year-old"},
    {"no two that say the same",
     "en",
     LEAD WALL "The wall is four miles long and cost the region some nine million. "
               "Fishing boats leave the harbour by two gates of steel.",
     {0},
     "gates of steel",
     NULL},
    {"no speech behind a dash",
     "es",
     "La ciudad de Bray abri\u00F3 el viernes un dique nuevo ante su puerto tras nueve a\u00F1os de obras. "
     "\u2014 El dique del puerto de la ciudad resistir\u00E1 todas las tormentas del oto\u00F1o. "
     "El dique del puerto mide seis kil\u00F3metros y cost\u00F3 nueve millones a la regi\u00F3n.",
     {.sentences = 1},
     "seis kil",
     "\u2014 El"},
    {"no first person",
     "en",
     LEAD "We saw the wall of the harbour shake in the storms of the last autumn. " WALL,
     {.sentences = 1},
     "four miles",
     "We saw"},
    {"the shortest where none is short enough",
     "en",
     LEAD WALL "It rained on the town.",
     {.characters = 10},
     "It rained",
     "wall"},
    {"one where one is asked for", "en", LEAD WALL FULL, {.sentences = 1}, "four miles", "Mara"},
    {"words", "en", LEAD WALL "The harbour wall has two gates of steel.", {.words = 8}, "gates", "four"},
    {"one where two have no room", "en", LEAD WALL FULL, {.characters = 120}, NULL, "Mara"},
    {"a number is no age",
     "en",
     LEAD "The 35 fishing boats of Oxley can leave the harbour by two gates. It rained in the hills for nine days.",
     {.sentences = 1},
     "The 35",
     NULL},
    {"this week is told",
     "en",
     LEAD "Oxley will open the gates of the harbour to fishing boats this week. It rained in the hills for nine days.",
     {.sentences = 1},
     "this week",
     NULL},
    {"no French pronoun",
     "fr",
     "La ville de Bray a ouvert vendredi une digue neuve devant son port apr\u00E8s neuf ans de travaux. "
     "Elle avait promis la digue du port aux p\u00EAcheurs de la ville avant les \u00E9lections. "
     "La digue du port mesure six kilom\u00E8tres et a co\u00FBt\u00E9 neuf millions \u00E0 la r\u00E9gion.",
     {0},
     "six kilom",
     "Elle avait"},
    {"no German connective",
     "de",
     "Die Stadt Bray hat am Freitag nach neun Jahren Bauzeit eine neue Mauer vor dem Hafen er\u00F6ffnet. "
     "Trotzdem kann die Mauer den Hafen der Stadt nicht vor den h\u00F6chsten Fluten sch\u00FCtzen. "
     "Die Mauer vor dem Hafen ist sechs Kilometer lang und hat neun Millionen Euro gekostet.",
     {0},
     "sechs Kilometer",
     "Trotzdem"},
};

static void test_choice(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        lede_document_options about;
        lede_summary_options how;
        lede_document *document;
        lede_summary *summary;
        lede_pick pick;
        char text[1024] = "";
        lede_document_options_init(&about);
        lede_summary_options_init(&how);
        about.language = rows[i].language;
        how.parts = LEDE_BLURB;
        how.sentences = rows[i].options.sentences;
        how.words = rows[i].options.words;
        how.characters = rows[i].options.characters;
        assert_int_equal(lede_document_new(rows[i].text, strlen(rows[i].text), &about, &document), LEDE_OK);
        assert_int_equal(lede_summary_new(document, &how, &summary), LEDE_OK);
        assert_int_equal(lede_summary_count(summary, LEDE_HEADLINE), 1); /* it comes with the blurb */
        assert_int_equal(lede_summary_count(summary, LEDE_SUMMARY), 0);
        for (size_t k = 0; !lede_summary_pick(summary, LEDE_BLURB, k, &pick); k++) {
            strncat(text, pick.text, sizeof text - strlen(text) - 2);
            strcat(text, " ");
        }
        if ((rows[i].has && !strstr(text, rows[i].has)) || (rows[i].has_not && strstr(text, rows[i].has_not)))
            fail_msg("%s: \"%s\"", rows[i].name, text);
        lede_summary_free(summary);
        lede_document_free(document);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_choice)};
    return cmocka_run_group_tests_name("blurb", tests, NULL, NULL);
}
