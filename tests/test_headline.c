/* test_headline.c - which sentence becomes the headline and which become bullets: tables of small articles of our own.
 */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "base/unicode.h"
#include "lede.h"

struct picked {
    lede_document *document;
    lede_summary *summary;
};

static void pick_in(struct picked *p, const char *language, const char *text, const char *title,
                    const lede_summary_options *options) {
    lede_document_options how;
    lede_document_options_init(&how);
    how.language = language;
    how.title = title;
    how.title_length = title ? strlen(title) : 0;
    assert_int_equal(lede_document_new(text, strlen(text), &how, &p->document), LEDE_OK);
    assert_int_equal(lede_summary_new(p->document, options, &p->summary), LEDE_OK);
}

static void pick(struct picked *p, const char *text, const char *title, const lede_summary_options *options) {
    pick_in(p, "en", text, title, options);
}

static void done(struct picked *p) {
    lede_summary_free(p->summary);
    lede_document_free(p->document);
}

static const char *headline(const struct picked *p) {
    lede_pick top;
    return lede_summary_pick(p->summary, LEDE_HEADLINE, 0, &top) ? NULL : top.text;
}

static bool has_bullet(const struct picked *p, const char *text) {
    lede_pick bullet;
    for (size_t k = 0; !lede_summary_pick(p->summary, LEDE_BULLETS, k, &bullet); k++)
        if (!strcmp(bullet.text, text)) return true;
    return false;
}

/* Small articles: what must stand in the headline, and what must not. */
static const struct {
    const char *name, *title, *text, *has, *has_not;
} never[] = {
    {"no pronoun where another serves", NULL,
     "He will leave the bank in May. The bank's director Tom Ashby will leave the bank in May after nine years.",
     "Tom Ashby", "He "},
    {"no pronoun where one of less weight serves", NULL,
     "He made the pledge in a message to the rope makers of the north, whom the ban has hurt the most. Keepers shut "
     "nine mills of the bay in April. Tom Ashby said he had noted calls to lift the ban on rope. The guild has asked "
     "for help "
     "twice. The ban came after a fire.",
     "Keepers", "He "},
    {"it that stands for nobody", NULL,
     "It is clear that the mill of Tom Ashby in Oxley will close in May. Two smiths lost the other mill in the spring. "
     "There are no mills there.",
     "is clear", NULL},
    {"nor does it that has its time", NULL,
     "It is time for the guild of Tom Ashby to close the old mill of Oxley. Smiths sold the other mills in the spring. "
     "There are no mills there.",
     "is time", NULL},
    {"nor does it that looks like what follows", NULL,
     "It looks like the guild of Harlan will lose its vote on the sea wall of Oxley. Two smiths lost the other mill in "
     "the spring. There are no mills there.",
     "looks like", NULL},
    {"nor does it that is believed", NULL,
     "It is believed they will fight the plan of the Oxley council to name the smiths. Two smiths lost the other mill "
     "in the spring. There are no mills there.",
     "is believed", NULL},
    {"nor does it that comes with more words", NULL,
     "It should not come as a surprise that the mill of Oxley has closed. Two smiths lost the other mill in the "
     "spring. Tom Ashby of Harlan has no mills there.",
     "surprise", NULL},
    {"no pronoun where one far behind serves", NULL,
     "He handed out nine loaves of the old bread of Oxley to the smiths of the old bread mill. The woman was seen on "
     "Monday. The rope was dear. Mara Lind of Oxley said smiths still look for the man who had the old bread of the "
     "mill of Oxley.",
     "Mara Lind", "He "},
    {"nor one behind a name that does nothing", NULL,
     "Unlike the mill of Ana Lind, it is an old one that the bay has seen for years. Tom Ashby sold the old mill of "
     "the town of Oxley to a smith from the mill of Ana Lind.",
     "Tom Ashby", "it is"},
    {"but one that stands for who does something", NULL,
     "When Ana Lind came home to Oxley, she sold the old mill that the bay has seen for years. Tom Ashby sold rope to "
     "a smith from the mill of Ana Lind.",
     "she sold", NULL},
    {"nobody who was told of before the text began", NULL,
     "The sailor was well on Sunday. Tom Ashby of Harlan was held by Oxley police for pushing the sailor off the sea "
     "wall of Oxley. Oxley police asked who saw Tom Ashby push the sailor off the wall.",
     "was held", "The sailor was"},
    {"who is told of by more than a noun", NULL,
     "The sailor of the northern boat was well on Sunday. Tom Ashby of Harlan was held by Oxley police for pushing the "
     "sailor off the sea wall of Oxley. Oxley police asked who saw Tom Ashby push the sailor off the wall.",
     "The sailor of", NULL},
    {"not what was before", NULL,
     "Oskar Dahl had wanted to give nine million. The Oxley council has dropped its plan for the sea wall of Oxley "
     "after a storm. The sea wall of Oxley would have cost the Oxley council nine million.",
     "has dropped", "had wanted"},
    {"what is now", NULL,
     "Oskar Dahl has agreed to give nine million. The Oxley council has dropped its plan for the sea wall of Oxley "
     "after a storm. The sea wall of Oxley would have cost the Oxley council nine million.",
     "has agreed", NULL},
    {"a noun that looks like a participle has its verb", NULL,
     "The finding deals a heavy blow to the old theory of ropes. Mara Lind has held the theory for nine years.",
     "deals", NULL},
    {"no sentence of a few words that whets the appetite", NULL,
     "Storms can be fun. Two storms have sunk nine boats in May. The boats lay in the harbour of Harlan when the "
     "storms came.",
     "nine boats", "can be fun"},
    {"a short one that has the news", NULL,
     "Tom Ashby is leaving Oxley Works. Nobody knows where he will sell his ropes from now on.", "is leaving", NULL},
    {"no caption where another serves", NULL,
     "He will not say when he goes home. Ana Lind, left, shakes hands with Tom Ashby in the harbour of Oxley. Ana Lind "
     "flew to Oxley to meet Tom Ashby and see the harbour of Oxley on Monday.",
     "flew", "left"},
    {"nor one with a label", NULL,
     "He will not say when he goes home. Wanted: Ana Lind sold the old harbour of Oxley to Tom Ashby. Ana Lind flew to "
     "Oxley to meet Tom Ashby and see the harbour of Oxley on Monday.",
     "flew", "Wanted"},
    {"nor one told by when it was taken", NULL,
     "He will not say when he goes home. Ana Lind signs a pact on the old harbour of Oxley on Friday. Ana Lind flew to "
     "Oxley to meet Tom Ashby and see the harbour of Oxley on Monday.",
     "flew", "signs"},
    {"nor one of a list", NULL,
     "He will not say when he goes home. Second, Ana Lind sold the old harbour of Oxley to Tom Ashby. Ana Lind flew to "
     "Oxley to meet Tom Ashby and see the harbour of Oxley on Monday.",
     "flew", "sold"},
    {"who left is no caption", NULL,
     "He will not say when he goes home. Ana Lind, left by Tom Ashby in the harbour of Oxley, has sold it. The town "
     "saw "
     "Tom Ashby leave the harbour of Oxley.",
     "has sold", NULL},
    {"no question where another serves", NULL,
     "Who pays for the new harbour wall? The town of Oxley will pay for the new harbour wall from its road fund.",
     "Oxley", "Who"},
    {"the first sentence tells the news, though it has to be cut", NULL,
     "A lender of the old northern ropes said it does not expect any wide reform of the rope law until after the vote "
     "of May 1988 because of the weather and, to a lesser extent, the fire on the quay. Oskar Dahl told the smiths "
     "that a reform of it is not to come.",
     "A lender", "told the smiths"},
    {"unless it is a stump", NULL,
     "The old rope guild Vale Sail Lorran Harlan of the northern harbour town of Oxley said on Monday it had "
     "conditionally agreed to buy the Oxley-based Harlan Sail Organisation. The rope guild has nine mills in Oxley.",
     "nine mills", "agreed"},
    {"unless it asks", NULL,
     "Does a lender of the old northern ropes expect that the wide reform of the rope law will come after the vote of "
     "May 1988 because of the weather and, to a lesser extent, the fire on the quay? Oskar Dahl told the smiths that "
     "a reform of it is not to come.",
     "told the smiths", NULL},
    {"no repetition of the title", "Oxley builds a harbour wall",
     "Oxley builds a harbour wall. The wall will cost nine million and protect the old town from storms.",
     "nine million", "builds"},
    {"a negation stays", NULL, "The factory in Harlan will not close next year, its owner said on Friday.", "not",
     NULL},
    {"no concession without what it is made for", NULL,
     "The old mill of Oxley may be a ruin to most of the people of the town that it looks down on, but bread is baked "
     "in it. Mara Lind sold nine million loaves from the old mill of Oxley last year.",
     "nine million", "ruin"},
    {"a denial stays", NULL, "Mayor Mara Lind denied that the town had lost the money.", "denied", NULL},
    {"an accusation keeps who says so", NULL,
     "The treasurer stole nine million from the fund, the new mayor said on Friday.", "mayor", NULL},
    {"alleged stays", NULL, "Police on Friday arrested an alleged forger of concert tickets in Oxley.", "alleged",
     NULL},
    {"a number keeps its unit", NULL,
     "The new reservoir above the town of Harlan will hold 45 million litres of water.", "45 million", NULL},
    {"a quotation keeps its speaker", NULL, "\"The wall will hold for a century,\" engineer Ana Ruiz said.", "Ana Ruiz",
     NULL},
    {"no offer that was made before", NULL,
     "At a meeting in Oxley on Sunday, Lind made this offer amid a quarrel over the wall. The announcement came on the "
     "eve of the town's fair. Mayor Mara Lind offered to leave her post if the region pays for the wall.",
     "Mara Lind offered", "his offer"},
    {"what belongs to the subject goes, not the verb", NULL,
     "The drivers who had blocked the roads around the harbour with some two hundred of their old lorries for the "
     "third week in a row met. The town of Oxley asked the army for help.",
     "met", "lorries"},
    {"no pronoun behind a lead", NULL,
     "After the match, he left for Harlan. Coach Tom Ashby left the club after nine years.", "Tom Ashby", "he left"},
    {"more than function words and figures", NULL,
     "On a dark evening I counted the boats that lay in the harbour below our house. There were 43. One was painted in "
     "all the colours of the rainbow. We went home.",
     "boats", "There were"},
    {"no part of a sentence", NULL,
     "The old mill near the river of the bakers of Oxley. The bakers of Oxley opened the old mill near the river.",
     "opened", NULL},
    {"an aside has no main verb", NULL,
     "A new dairy in Oxley - built in a long stone barn - is to start work in May after a quarrel with its "
     "neighbours. "
     "The dairy in Oxley will sell butter to the inns of the town.",
     "is to start work", NULL},
    {"nor has a relative clause with two", NULL,
     "Ana Lind, who is known for her glass boats and often referred to as the queen of the harbour, got a prize from "
     "the guild. The guild gave her a boat.",
     "got a prize", NULL},
    {"a pronoun that goes is no subject", NULL,
     "A man who sank the boat of the woman just after he was heard saying he would leave her has been jailed. Tom "
     "Ashby "
     "sank the old boat in Oxley.",
     "has been jailed", NULL},
    {"one word", NULL, "Storm", "Storm", NULL},
};

static void test_never(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof never / sizeof *never; i++) {
        struct picked p;
        pick(&p, never[i].text, never[i].title, NULL);
        const char *got = headline(&p);
        bool ok = got && strstr(got, never[i].has) && !(never[i].has_not && strstr(got, never[i].has_not));
        if (!ok) print_error("%s: \"%s\"\n", never[i].name, got ? got : "(none)");
        assert_true(ok);
        done(&p);
    }
}

static void test_case(void **state) {
    (void)state;
    static const struct {
        const char *language;
        int letter_case;
        const char *text, *want;
    } rows[] = {
        {"en", LEDE_TITLE_CASE, "The keeper of the old lighthouse sold iPhone covers to an aid fund.",
         "The Keeper of the Old Lighthouse Sold iPhone Covers to an Aid Fund"},
        {"en", LEDE_TITLE_CASE, "A well-known baker moves in with NATO troops.",
         "A Well-Known Baker Moves In With NATO Troops"},
        {"en", LEDE_TITLE_CASE, "Oxley is to build a state-of-the-art wall from stone.",
         "Oxley Is To Build a State-of-the-Art Wall From Stone"},
        {"en", LEDE_TITLE_CASE, "Fishermen take boats to ports that the wall lets in.",
         "Fishermen Take Boats to Ports That the Wall Lets In"},
        {"en", LEDE_TITLE_CASE, "The ferry has not yet taken up its old route.",
         "The Ferry Has Not Yet Taken Up Its Old Route"},
        {"en", LEDE_TITLE_CASE, "The town won't pay for the ex-mayor's trip.",
         "The Town Won't Pay for the Ex-Mayor's Trip"},
        {"en", LEDE_UPPER_CASE, "Oxley's caf\u00E9 will not close.", "OXLEY'S CAF\u00C9 WILL NOT CLOSE"},
        {"fr", LEDE_TITLE_CASE, "La ville de Bray a ouvert une digue.", "La ville de Bray a ouvert une digue"},
        {"de", LEDE_UPPER_CASE, "Die Stra\u00DFe bleibt gesperrt.", "DIE STRA\u1E9EE BLEIBT GESPERRT"},
        {"tr", LEDE_UPPER_CASE, "\u0130zmir'de yeni k\u00F6pr\u00FC a\u00E7\u0131ld\u0131.",
         "\u0130ZM\u0130R'DE YEN\u0130 K\u00D6PR\u00DC A\u00C7ILDI"},
        {"el", LEDE_TITLE_CASE, "\u0397 \u03C0\u03CC\u03BB\u03B7 \u03BA\u03BB\u03B5\u03AF\u03BD\u03B5\u03B9.",
         "\u0397 \u03C0\u03CC\u03BB\u03B7 \u03BA\u03BB\u03B5\u03AF\u03BD\u03B5\u03B9"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct picked p;
        lede_summary_options options;
        lede_summary_options_init(&options);
        options.letter_case = rows[i].letter_case;
        pick_in(&p, rows[i].language, rows[i].text, NULL, &options);
        assert_string_equal(headline(&p), rows[i].want);
        done(&p);
    }
}

static void test_articles(void **state) {
    (void)state;
    static const struct {
        const char *language, *text, *want;
    } rows[] = {
        {"en", "The mayor of Oxley opened a wall with an engineer.", "Mayor of Oxley opened wall with engineer"},
        {"en", "A court in The Hague fined the bank a million crowns.",
         "Court in The Hague fined bank a million crowns"},
        {"en", "Boats enter the harbour once a week.", "Boats enter harbour once a week"},
        {"en", "Mara Lind is a danger to the party.", "Mara Lind is a danger to party"},
        {"en", "The council called it \"the wall of the poor\" on Friday.", "\"the wall of the poor\""},
        {"en", "If the bell had been rung, the two smiths might have lived in Oxley.",
         "If bell had been rung, two smiths might have lived in Oxley"},
        {"en", "The guild sold boats, the board sold ropes and a mill, and the mayor left Oxley.",
         "Guild sold boats, board sold ropes and mill, and mayor left Oxley"},
        {"en", "The mill burned down in May, the mayor of Oxley said.", "Mill burned down in May, mayor of Oxley said"},
        {"en", "At the start of May Lind, a 40-year-old smith, left the mill.", "40-year-old smith left mill"},
        {"fr", "La ville de Bray a ouvert une digue.", "La ville de Bray a ouvert une digue"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct picked p;
        lede_summary_options options;
        lede_summary_options_init(&options);
        options.drop_articles = 1;
        pick_in(&p, rows[i].language, rows[i].text, NULL, &options);
        if (!strstr(headline(&p), rows[i].want)) fail_msg("\"%s\" for \"%s\"", headline(&p), rows[i].want);
        done(&p);
    }
}

/* Bullets: what must stand in none of them. */
static void test_bullets_never(void **state) {
    (void)state;
    static const struct {
        const char *name, *text, *has_not;
    } rows[] = {
        {"what the verb takes stays",
         "The town of Oxley opened its harbour wall. The region has linked its money for the harbour and the road to a "
         "vote "
         "of the council on a new tax for the owners of boats and barges. Mayor Mara Lind called the vote a farce. "
         "Boats can leave the harbour through two gates of steel. Schools gave all children a free day.",
         "harbour and the road."},
        {"no offer that was made before",
         "The town of Oxley opened its harbour wall. At a meeting on Sunday, Lind made this offer to the region. Mayor "
         "Mara Lind called the vote a farce. Boats can leave the harbour through two gates of steel. Schools gave all "
         "children a free day. Fishermen painted their boats in red and white for the feast.",
         "this offer"},
        {"nothing from within a quotation",
         "The town of Oxley opened its harbour wall. Baker Tom Ashby said, \"The wall has cost us far too much. Oxley "
         "will have to sell the pier and the school for it.\" Boats can leave the harbour through two gates of steel. "
         "Schools gave all children a free day. Fishermen painted their boats in red and white for the feast.",
         "sell the pier"},
        {"whole sentences first",
         "The town of Oxley opened its harbour wall. Mayor Mara Lind has promised the owners of boats and barges in "
         "the harbour that the town will not raise the dues for the next nine years unless the region asks for it in "
         "writing. "
         "Boats can leave the harbour through two gates of steel. Schools gave all children a free day. Fishermen "
         "painted their boats in red and white for the feast.",
         "Mara Lind"},
        {"no sentence that ends with a colon",
         "The town of Oxley opened its harbour wall. Mayor Mara Lind told the bakers of the harbour: \"It is yours.\" "
         "Tom Ashby of the guild of masons then told the bakers:\n\n\"It will hold.\"\n\nBoats can leave the harbour "
         "through two gates of steel. Schools gave all children a free day. Fishermen painted their boats for the "
         "feast.",
         "then told"},
        {"no quotation without who says it",
         "The town of Oxley opened its harbour wall. \"The wall of the harbour will hold for a hundred years.\" Boats "
         "can leave the harbour "
         "through two gates of steel. Schools gave all children a free day. Fishermen painted their boats in red.",
         "The wall of the harbour"},
        {"no one said by a pronoun",
         "The town of Oxley opened its harbour wall. The wall of the harbour will hold for a hundred years, she said. "
         "Boats can leave the harbour "
         "through two gates of steel. Schools gave all children a free day. Fishermen painted their boats in red.",
         "she said"},
        {"nobody of whom nothing is told",
         "The town of Oxley opened its harbour wall. The keeper had promised the harbour of the town a feast. Boats "
         "can leave the harbour "
         "through two gates of steel. Schools gave all children a free day. Fishermen painted their boats in red.",
         "The keeper"},
        {"nor what leads back to one before",
         "The town of Oxley opened its harbour wall. Behind them, the bakers of the town sold bread at the harbour "
         "wall. "
         "Boats can leave the harbour through two gates of steel. Schools gave all children a free day. Fishermen "
         "painted their boats in red.",
         "Behind them"},
        {"nor to what was told",
         "The town of Oxley opened its harbour wall. With that, the bakers of the town sold bread at the harbour wall. "
         "Boats can leave the harbour through two gates of steel. Schools gave all children a free day. Fishermen "
         "painted their boats in red.",
         "With that"},
        {"nor to one of several",
         "The town of Oxley opened its harbour wall. In the second, the bakers of the town sold bread at the harbour "
         "wall. Boats can leave the harbour through two gates of steel. Schools gave all children a free day. "
         "Fishermen "
         "painted their boats in red.",
         "In the second"},
        {"nor to the one before that",
         "The town of Oxley opened its harbour wall. In the latter, the bakers of the town sold bread at the harbour "
         "wall. Boats can leave the harbour through two gates of steel. Schools gave all children a free day. "
         "Fishermen "
         "painted their boats in red.",
         "In the latter"},
        {"no pronoun behind a lead",
         "The town of Oxley opened its harbour wall. After the feast at the harbour wall, he left the town in a boat. "
         "Boats can leave the harbour "
         "through two gates of steel. Schools gave all children a free day. Fishermen painted their boats in red.",
         "he left"},
        {"no caption",
         "The town of Oxley opened its harbour wall. Bakers of the town of Oxley wait in line at the new harbour wall. "
         "Boats can leave the harbour "
         "through two gates of steel. Schools gave all children a free day. Fishermen painted their boats in red.",
         "wait in line"},
        {"no caption that says when it was so",
         "The town of Oxley opened its harbour wall. Keeper Ana Lind signs a deal of the town on the wall on Friday. "
         "Boats can leave the harbour "
         "through two gates of steel. Schools gave all children a free day. Fishermen painted their boats in red.",
         "signs"},
        {"nor during what",
         "The town of Oxley opened its harbour wall. Keeper Ana Lind holds a rope of the town during the spring feast. "
         "Boats can leave the harbour "
         "through two gates of steel. Schools gave all children a free day. Fishermen painted their boats in red.",
         "holds"},
        {"nor while what is done",
         "The town of Oxley opened its harbour wall. Keeper Ana Lind looks at a rope of the town as bakers sell bread. "
         "Boats can leave the harbour "
         "through two gates of steel. Schools gave all children a free day. Fishermen painted their boats in red.",
         "looks"},
        {"nor of what it is a picture",
         "The town of Oxley opened its harbour wall. This photo of the town shows Ana Lind at the harbour wall. Boats "
         "can leave the harbour "
         "through two gates of steel. Schools gave all children a free day. Fishermen painted their boats in red.",
         "photo"},
        {"nor who is far from whom",
         "The town of Oxley opened its harbour wall. Baker Tom Ashby, far left, gave bread of the town to the wall. "
         "Boats can leave the harbour "
         "through two gates of steel. Schools gave all children a free day. Fishermen painted their boats in red.",
         "left,"},
        {"nor who is where in a row",
         "The town of Oxley opened its harbour wall. Baker Tom Ashby, second left, gave bread of the town to the wall. "
         "Boats can leave the harbour "
         "through two gates of steel. Schools gave all children a free day. Fishermen painted their boats in red.",
         "left,"},
        {"no caption that says who is where",
         "The town of Oxley opened its harbour wall. Baker Tom Ashby, left, gave bread of the town to the harbour "
         "wall. "
         "Boats can leave the harbour "
         "through two gates of steel. Schools gave all children a free day. Fishermen painted their boats in red.",
         "left,"},
        {"nor in brackets",
         "The town of Oxley opened its harbour wall. Baker Tom Ashby (left) gave bread of the town to the harbour "
         "wall. Boats (red and blue ones) can leave the harbour through two gates of steel. Schools (nine of them) "
         "gave all children a free day. Fishermen (most of them old) painted their boats in red.",
         "gave bread"},
        {"nothing that was not told",
         "The town of Oxley opened its harbour wall. The harbour keeper of Oxley declined to comment on the wall. "
         "Boats "
         "can leave the harbour through two gates of steel. Schools gave all children a free day. Fishermen painted "
         "their boats in red.",
         "declined"},
        {"nor without a verb that says so",
         "The town of Oxley opened its harbour wall. Keeper Ana Lind gave no details of the gates and the boats. Boats "
         "can leave the harbour through two gates of steel. Schools gave all children a free day. Fishermen painted "
         "their boats in red.",
         "details"},
        {"nothing that is unknown",
         "The town of Oxley opened its harbour wall. What the bakers of the harbour have paid for the wall is unknown. "
         "Boats can leave the harbour through two gates of steel. Schools gave all children a free day.",
         "unknown"},
        {"nothing that was not known",
         "The town of Oxley opened its harbour wall. The price that the bakers paid for the wall was not immediately "
         "known. Boats can leave the harbour through two gates of steel. Schools gave all children a free day.",
         "price"},
        {"nobody who was not reached",
         "The town of Oxley opened its harbour wall. The Oxley Post has been unable to contact the harbour keeper of "
         "the town. Boats can leave the harbour through two gates of steel. Schools gave all children a free day.",
         "contact"},
        {"nor in vain",
         "The town of Oxley opened its harbour wall. Efforts to reach the keeper of the harbour wall were "
         "unsuccessful. "
         "Boats can leave the harbour through two gates of steel. Schools gave all children a free day.",
         "Efforts"},
        {"nor who called back",
         "The town of Oxley opened its harbour wall. The keeper of the harbour wall did not return a telephone call. "
         "Boats can leave the harbour through two gates of steel. Schools gave all children a free day.",
         "telephone"},
        {"nothing that one did not say",
         "The town of Oxley opened its harbour wall. The bakers of the harbour did not say who made the wall. Boats "
         "can leave the harbour through two gates of steel. Schools gave all children a free day.",
         "did not say"},
        {"nothing that 'but' sets right, without that",
         "The town of Oxley opened its harbour wall. The old wall of the town held in the first two storms of the "
         "spring, but in the third and longest one the town lost all of its boats, the mill of the guild and nine of "
         "the smiths who had stayed on the wall. Boats can leave the harbour through two gates of steel. Schools gave "
         "all children a free day. Fishermen painted their boats in red and white for the feast.",
         "held"},
        {"no end that asks on what",
         "The town of Oxley opened its harbour wall. Mayor Mara Lind told the guild of the bakers at the feast that "
         "the old wall of the harbour and the boats will be centered on the needs of the owners of barges from the "
         "north of the bay. Boats can leave the harbour through two gates of steel. Schools gave all children a free "
         "day. Fishermen of the northern bay, who had waited nine years for the wall in the old harbour of Harlan, "
         "painted their boats in red and white for the feast of the guild.",
         "centered"},
        {"nor as what",
         "The town of Oxley opened its harbour wall. Mayor Mara Lind told the guild of the bakers at the feast that "
         "the old wall of the harbour and the boats will be paraded as signs of the needs of the owners of barges from "
         "the north of the bay. Boats can leave the harbour through two gates of steel. Schools gave all children a "
         "free day. Fishermen of the northern bay, who had waited nine years for the wall in the old harbour of "
         "Harlan, painted their boats in red and white for the feast of the guild.",
         "paraded"},
        {"nor what was told",
         "The town of Oxley opened its harbour wall. Harbour keeper Ana Lind of Oxley told the court in May how the "
         "town had sold her the boats and barges of the harbour, the old gates and the rope of the wall. Boats can "
         "leave the harbour through two gates of steel. Schools gave all children a free day. Fishermen of the "
         "northern bay, who had waited nine years for the wall in the old harbour of Harlan, painted their boats in "
         "red and white for the feast of the guild.",
         "told the court."},
        {"no sentence whose line was broken",
         "The town of Oxley opened its harbour wall. The wall of the harbour will hold the sea off the town "
         "of\n\nBoats "
         "can leave the harbour through two gates of steel. Schools gave all children a free day. Fishermen painted "
         "their boats in red and white for the feast.",
         "sea off"},
        {"nor the rest of one",
         "The town of Oxley opened its harbour wall. The keeper said there.\n\nhad seen the wall of the harbour hold "
         "off "
         "the sea of the town.\n\nBoats can leave the harbour through two gates of steel. Schools gave all children a "
         "free day. They painted it red.",
         "hold off"},
        {"no word or two",
         "The town of Oxley opened its harbour wall on Friday. Hurrah! Boats can leave the harbour through two gates "
         "of "
         "steel. Schools gave all children a free day.",
         "Hurrah"},
        {"nothing torn while others will do",
         "The town of Oxley opened its harbour wall. There has been a long debate between the bakers in the harbour of "
         "the town and the masons of the old guild about who will pay for the gates of the wall and for the feast. "
         "Boats can leave the harbour through two gates of steel. Schools gave all children a free day. Fishermen of "
         "Bray and Harlan painted all their boats in red and white for the feast of the harbour, as their fathers did "
         "in every spring before the war.",
         "debate between the bakers."},
        {"not the headline again",
         "The town of Oxley opened its harbour wall on Friday. Boats can leave the harbour through two gates of steel. "
         "Schools gave all children a free day.",
         "Oxley opened"},
        {"nor in other words",
         "The town of Oxley opened its harbour wall on Friday after nine years of rain, storms, strikes, trials and "
         "debts. The harbour wall was opened. Boats can leave the harbour through two gates of steel. Schools gave all "
         "children a free day. Fishermen painted their boats in red.",
         "was opened"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct picked p;
        lede_pick bullet;
        pick(&p, rows[i].text, NULL, NULL);
        assert_true(lede_summary_count(p.summary, LEDE_BULLETS) > 1);
        for (size_t k = 0; !lede_summary_pick(p.summary, LEDE_BULLETS, k, &bullet); k++)
            if (strstr(bullet.text, rows[i].has_not)) fail_msg("%s: %s", rows[i].name, bullet.text);
        done(&p);
    }
}

/* What looks as if it leaned on another sentence, and does not. */
static void test_bullets_alone(void **state) {
    (void)state;
    static const char *const rows[] = {
        "Bakers of the town say they will sell their bread at the harbour wall.",
        "This week bakers of the town will sell their bread at the harbour wall.",
        "Earlier this week bakers of the town sold their bread at the harbour wall.",
        "Ashby himself brought the last bread of the town to the harbour wall.",
        "Nine others were hurt by the fall of bread from the harbour wall.",
        "Now bakers of the town will sell their bread at the harbour wall.",
        "Instead of money the bakers of the town gave bread to the harbour wall.",
        "Tom Ashby was among those hurt by the fall of bread from the harbour wall.",
        "Bread of the town stands out among all that is sold at the harbour wall.",
        "Bakers sold goods such as bread and butter of the town at the harbour wall.",
        "Bakers did not sell their bread of the town at the harbour wall.",
        "Bakers told the town the details of the bread at the harbour wall.",
        "Bakers refused to sell the bread of the town at the harbour wall.",
        "Bakers bought the bread of the town for an unknown sum at the harbour wall.",
        "Bakers gave no details, but sold the bread of the town at the harbour wall.",
        "Bakers sold the town what they believe is the best bread at the harbour wall.",
        "Ana Lind signs all deals of the bakers at the harbour wall of the town.",
        "Bakers of the town, too, sold their bread at the harbour wall.",
        "By itself, the bread of the town is no good at the harbour wall.",
        "Bakers knew what the bread of the town was was good at the harbour wall.",
        "Ana Lind visits bakers of the town every week at the harbour wall.",
        "Ana Lind uses bread of the town that bakers sell at the harbour wall.",
        "Ana Lind holds bread of the town to be as good as that of the harbour wall.",
        "Ana Lind shows photos of the bread of the town at the harbour wall.",
        "Bakers sold a picture of the bread of the town at the harbour wall.",
        "The bread of the town is a very, very old one at the harbour wall.", /* twice, but for a mark */
        "Ana Lind said Tom Ashby holds the bread of the town on Friday at the harbour wall.",
        "The town of Oxley opened 12 harbour walls.", /* the headline's words, but for the number */
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        char text[400];
        struct picked p;
        snprintf(text, sizeof text, "%s %s %s", "The town of Oxley opened its harbour wall.", rows[i],
                 "Boats can leave the harbour through two gates of steel. Schools gave all children a free day. "
                 "Fishermen painted their boats in red.");
        pick(&p, text, NULL, NULL);
        if (!has_bullet(&p, rows[i])) fail_msg("no bullet: %s", rows[i]);
        done(&p);
    }
}

static const char article[] = "The town of Oxley opened a new harbour wall on Friday. The wall, which cost nine "
                              "million, is four miles long. However, "
                              "engineers expect another storm before the winter ends. It will be strong. Mayor Mara "
                              "Lind said the old wall had failed "
                              "twice in ten years. \"Our cellars were full of water,\" baker Tom Ashby said. The wall, "
                              "which cost nine million, is four "
                              "miles long. Fishing boats can leave the harbour through two gates of steel. Schools "
                              "gave all children a free day to see "
                              "the gates close for the first time.";

static void test_bullets(void **state) {
    (void)state;
    struct picked p;
    pick(&p, article, NULL, NULL);
    size_t count = lede_summary_count(p.summary, LEDE_BULLETS), before = 0;
    assert_in_range(count, 3, 5);
    for (size_t i = 0; i < count; i++) {
        lede_pick bullet;
        assert_int_equal(lede_summary_pick(p.summary, LEDE_BULLETS, i, &bullet), LEDE_OK);
        assert_true(ld_utf8_count(bullet.text, bullet.text_length) <= 120);
        assert_true(i == 0 || bullet.unit > before);
        assert_true(strncmp(bullet.text, "However", 7) && strncmp(bullet.text, "It ", 3));
        char last = bullet.text[bullet.text_length - 1];
        assert_true(last == '.' || last == '"');
        assert_string_not_equal(bullet.text, headline(&p));
        before = bullet.unit;
    }
    done(&p);
}

/* Of a script without blanks a bullet is not brief because it is one word to us. */
static void test_bullet_unspaced(void **state) {
    (void)state;
    struct picked p;
    lede_pick bullet;
    pick_in(&p, "und",
            "町は港の壁を開けた。船は二つの門から港を出ることができる。学校は子供たちに一日の休みを与えた。"
            "漁師たちは祭りのために船を赤く塗った。パン屋は 100 個のパンを 9 円で 3 日間で 5 人に売った。"
            "船乗りは 20 本の縄を 7 円で 2 日間で 4 人に売った。鍛冶屋は 30 個の釘を 8 円で 6 日間で 9 人に売った。",
            NULL, NULL);
    for (size_t k = 0; !lede_summary_pick(p.summary, LEDE_BULLETS, k, &bullet); k++)
        if (strchr(bullet.text, '9')) fail_msg("%s", bullet.text);
    assert_int_equal(lede_summary_count(p.summary, LEDE_BULLETS), 3);
    done(&p);
}

/* The best sentence comes first, whether it is shortened or not. */
static void test_bullet_best(void **state) {
    (void)state;
    static const char *const want[] = {"The wall of the town cost nine million.",
                                       "The guild gave Mara Lind a silver rope."};
    struct picked p;
    lede_summary_options options;
    lede_summary_options_init(&options);
    options.bullets = 2;
    pick(
        &p,
        "The town of Oxley opened a harbour wall. The wall of the town, which the rope makers of the old guild in the "
        "north of Harlan had called for since the last storm, cost nine million. Boats leave the harbour by two gates. "
        "The guild gave Mara Lind a silver rope.",
        NULL, &options);
    for (size_t i = 0; i < 2; i++) {
        lede_pick bullet;
        assert_int_equal(lede_summary_pick(p.summary, LEDE_BULLETS, i, &bullet), LEDE_OK);
        assert_string_equal(bullet.text, want[i]);
    }
    done(&p);
}

/* Of a brief: what a quotation begins with, though it is cut, and not the headline again. */
static void test_bullet_brief(void **state) {
    (void)state;
    struct picked p;
    lede_pick bullet;
    pick(&p,
         "The town of Oxley has opened its new harbour wall to the boats of the guild. \"We had asked for a wall that "
         "keeps the storms of the north off our boats and our ropes for years, and we are glad that the town has paid "
         "for one,\" baker Tom Ashby said.",
         NULL, NULL);
    assert_int_equal(lede_summary_pick(p.summary, LEDE_BULLETS, 0, &bullet), LEDE_OK);
    assert_int_equal(bullet.unit, 1);
    assert_int_equal(lede_summary_count(p.summary, LEDE_BULLETS), 1);
    done(&p);
}

/* Right behind the sentence of the headline, whose subject is a person by name, that one is "she". */
static void test_bullet_resumes(void **state) {
    (void)state;
    static const struct {
        const char *opens, *closes;
        bool wanted;
    } rows[] = {{"Mara Lind", "", true},
                {"Mayor Mara Lind, a baker,", "", true},
                {"Harlan Works Ltd", "", false},
                {"The Lorran Bank", "", false},
                {"The mayor", "", false},
                {"Lind", "", false},
                {"South Lorran", ", keeper Ana Dahl said", false},
                {"Now in her nineties, Mara Lind", "", true},
                {"In Oxley, the mayor of the town", "", false},
                {"Smiths of North Lorran", "", false},
                {"Mara Lind and Tom Ashby", "", false},
                {"Last Monday the guild", "", false}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        char text[500];
        struct picked p;
        snprintf(
            text, sizeof text,
            "%s has opened the old harbour wall of Oxley%s. She asked all of the bakers in the vale for bread. Boats "
            "can leave the harbour through two gates of steel. Schools gave all children a free day. "
            "Fishermen painted their boats in red.",
            rows[i].opens, rows[i].closes);
        pick(&p, text, NULL, NULL);
        if (has_bullet(&p, "She asked all of the bakers in the vale for bread.") != rows[i].wanted)
            fail_msg("%s", rows[i].opens);
        done(&p);
    }
}

/* What tells nothing is no third one, but where three are asked for. */
static void test_bullet_nothing(void **state) {
    (void)state;
    for (size_t asked = 0; asked <= 3; asked += 3) {
        struct picked p;
        lede_summary_options options;
        lede_summary_options_init(&options);
        options.bullets = asked;
        pick(
            &p,
            "The town of Oxley opened its harbour wall. The bakers of the harbour did not say who made the wall. Boats "
            "can leave the harbour through two gates of steel. Schools gave all children a free day.",
            NULL, &options);
        assert_int_equal(lede_summary_count(p.summary, LEDE_BULLETS), asked ? 3 : 2);
        done(&p);
    }
}

/* "also" stays where the sentence before it is the headline's or a bullet, and goes where that is neither. */
static void test_bullet_also(void **state) {
    (void)state;
    static const struct {
        const char *text, *want;
    } rows[] = {
        {"The guild of Oxley bought nine old boats in May. It also sold a mill to the smiths of Bray.",
         "It also sold a mill to the smiths of Bray."},
        {"The guild of Oxley bought nine old boats in May. Nobody knows. The board also sold a mill to the smiths of "
         "Bray.",
         "The board sold a mill to the smiths of Bray."},
        {"The guild of Oxley bought nine old boats in May. The bakers of the vale gave bread to all of the smiths. The "
         "board also sold a mill to the smiths of Bray.",
         "The board also sold a mill to the smiths of Bray."},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct picked p;
        pick(&p, rows[i].text, NULL, NULL);
        if (!has_bullet(&p, rows[i].want)) fail_msg("no bullet: %s", rows[i].want);
        done(&p);
    }
}

/* An end that tells what happened asks for no more. */
static void test_bullet_event(void **state) {
    (void)state;
    struct picked p;
    lede_pick bullet;
    pick(
        &p,
        "The town of Oxley opened its harbour wall. Mayor Mara Lind told the guild of the bakers at the feast that the "
        "old wall of the harbour and the boats were damaged in a storm from the north of the bay and that the owners "
        "of the barges had asked for help. Boats can leave the harbour through two gates of steel. Schools gave all "
        "children a free day. Fishermen of the northern bay, who had waited nine years for the wall in the old "
        "harbour of Harlan, painted their boats in red and white for the feast of the guild.",
        NULL, NULL);
    assert_int_equal(lede_summary_pick(p.summary, LEDE_BULLETS, 0, &bullet), LEDE_OK);
    assert_non_null(strstr(bullet.text, "were damaged."));
    done(&p);
}

/* How many there are by default: by the length of the article. */
static void test_bullet_count(void **state) {
    (void)state;
    static const struct { size_t sentences, want; } rows[] = {{9, 3}, {27, 3}, {28, 4}, {41, 4}, {42, 5}, {90, 5}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        char text[90 * 64] = "";
        struct picked p;
        for (size_t k = 0, at = 0; k < rows[i].sentences; k++)
            at += (size_t)snprintf(text + at, sizeof text - at, "Harbour%zu sold barge%zu to ropery%zu. ", k, k, k);
        pick_in(&p, "en", text, NULL, NULL);
        assert_int_equal(lede_summary_count(p.summary, LEDE_BULLETS), rows[i].want);
        done(&p);
    }
}

/* A sentence that is given whole ends as it does, also where the language tells nothing of verbs. */
static void test_bullet_stops(void **state) {
    (void)state;
    for (const char *const *language = lede_languages(); *language; language++) {
        struct picked p;
        lede_pick bullet;
        pick_in(&p, *language, "Mara Lind opened the wall. Boats left the harbour.", NULL, NULL);
        for (size_t i = 0; !lede_summary_pick(p.summary, LEDE_BULLETS, i, &bullet); i++)
            if (bullet.text[bullet.text_length - 1] != '.') fail_msg("%s: \"%s\"", *language, bullet.text);
        done(&p);
    }
}

/* What was cut off at a word, but is a sentence, ends as one. */
static void test_bullet_cut(void **state) {
    (void)state;
    struct picked p;
    lede_pick bullet;
    pick(&p,
         "The guild of Harlan met on Monday. Bralo Ropes said it expects these pacts will enable the guild to work "
         "within its means and provide a firm footing until the price of rope in the far north of the land recovers.",
         NULL, NULL);
    assert_int_equal(lede_summary_pick(p.summary, LEDE_BULLETS, 0, &bullet), LEDE_OK);
    assert_string_equal(bullet.text, "Bralo Ropes said it expects these pacts will enable the guild to work within "
                                     "its means and provide a firm footing.");
    done(&p);
}

static void test_bullet_limits(void **state) {
    (void)state;
    for (size_t limit = 5; limit < 160; limit += 5)
        for (size_t most = 1; most < 12; most += 5) {
            struct picked p;
            lede_summary_options options;
            lede_summary_options_init(&options);
            options.bullets = most;
            options.bullet_characters = limit;
            pick(&p, article, NULL, &options);
            size_t count = lede_summary_count(p.summary, LEDE_BULLETS);
            assert_true(count <= most);
            for (size_t i = 0; i < count; i++) {
                lede_pick bullet;
                assert_int_equal(lede_summary_pick(p.summary, LEDE_BULLETS, i, &bullet), LEDE_OK);
                assert_true(ld_utf8_count(bullet.text, bullet.text_length) <= limit);
            }
            done(&p);
        }
}

/* As many as asked for where there are, each sentence once before any is there again, the headline first. */
static void test_headlines(void **state) {
    (void)state;
    for (size_t wanted = 0; wanted < 30; wanted += 3) {
        struct picked p;
        lede_summary_options options;
        lede_pick before = {0}, candidate;
        lede_summary_options_init(&options);
        options.parts = LEDE_HEADLINES;
        options.headlines = wanted;
        pick(&p, article, NULL, &options);
        size_t count = lede_summary_count(p.summary, LEDE_HEADLINES), sentences = 0;
        if (wanted <= 6) assert_int_equal(count, wanted ? wanted : 5);
        assert_in_range(count, 5 < wanted ? 5 : 1, wanted ? wanted : 5);
        for (size_t i = 0; i < count; i++, before = candidate) {
            assert_int_equal(lede_summary_pick(p.summary, LEDE_HEADLINES, i, &candidate), LEDE_OK);
            assert_true(ld_utf8_count(candidate.text, candidate.text_length) <= 100);
            if (i == 0) assert_string_equal(candidate.text, headline(&p));
            bool again = false;
            for (size_t k = 0; k < i; k++) {
                lede_pick other;
                assert_int_equal(lede_summary_pick(p.summary, LEDE_HEADLINES, k, &other), LEDE_OK);
                assert_string_not_equal(other.text, candidate.text);
                again |= other.unit == candidate.unit;
            }
            if (!again) assert_int_equal(sentences++, i);
            if (!again && i > 1) assert_true(candidate.score <= before.score);
        }
        done(&p);
    }
}

/* Also where it is of a sentence that is only looked at as the best ones will not do. */
static void test_headlines_further(void **state) {
    (void)state;
    static const char text[] =
        "They were not there. They thought of the mill with boats and ropes of the guild. They sold boats and ropes of "
        "the guild in the mill. They had found boats and ropes of the guild in the mill. They have boats and ropes of "
        "the guild in a mill. They left a mill of the guild with boats and ropes. They want boats and ropes of the "
        "guild for the mill. Mara Lind was elected mayor of Oxley by bakers of the guild in May.";
    for (size_t wanted = 1; wanted < 6; wanted++) {
        struct picked p;
        lede_summary_options options;
        lede_pick candidate;
        lede_summary_options_init(&options);
        options.parts = LEDE_HEADLINES;
        options.headlines = wanted;
        pick(&p, text, NULL, &options);
        assert_int_equal(lede_summary_count(p.summary, LEDE_HEADLINES), wanted);
        assert_int_equal(lede_summary_pick(p.summary, LEDE_HEADLINES, 0, &candidate), LEDE_OK);
        assert_string_equal(candidate.text, "Mara Lind was elected mayor of Oxley by bakers of the guild in May");
        assert_string_equal(candidate.text, headline(&p));
        done(&p);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_never),
        cmocka_unit_test(test_case),
        cmocka_unit_test(test_articles),
        cmocka_unit_test(test_headlines),
        cmocka_unit_test(test_headlines_further),
        cmocka_unit_test(test_bullets_never),
        cmocka_unit_test(test_bullets_alone),
        cmocka_unit_test(test_bullets),
        cmocka_unit_test(test_bullet_best),
        cmocka_unit_test(test_bullet_unspaced),
        cmocka_unit_test(test_bullet_count),
        cmocka_unit_test(test_bullet_brief),
        cmocka_unit_test(test_bullet_resumes),
        cmocka_unit_test(test_bullet_nothing),
        cmocka_unit_test(test_bullet_also),
        cmocka_unit_test(test_bullet_event),
        cmocka_unit_test(test_bullet_stops),
        cmocka_unit_test(test_bullet_cut),
        cmocka_unit_test(test_bullet_limits),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
