/* hard_texts.h - texts that are hard on programs, each with a name. For test_properties.c. */
#ifndef HARD_TEXTS_H
#define HARD_TEXTS_H

#include <stddef.h>

struct text {
    const char *name, *bytes;
    size_t length;
};
#define TEXT(name, literal)                                                                                            \
    { name, literal, sizeof(literal) - 1 }
#define SAME "The mill burns wood from the hill. "
#define PARAGRAPH                                                                                                      \
    "The ferry, which carries 300 cars, will stop on Monday, the harbour board said. However, a smaller boat "         \
    "\xE2\x80\x93 "                                                                                                    \
    "the \xE2\x80\x9CGannet\xE2\x80\x9D \xE2\x80\x93 will take its place until May (if the ice allows). \"We did not " \
    "ask for this,\" said Ann Ray, "                                                                                   \
    "who runs the caf\xC3\xA9 on the pier. It costs $1,150 a day, and no one knows who pays. "

static const struct text texts[] = {
    TEXT("one word", "Word"),
    TEXT("one word with stop", "word."),
    TEXT("one sentence", "A dog found the key under the bench."),
    TEXT("no letters but digits", "1 2 3. 4, 5! 6"),
    TEXT("all sentences equal", SAME SAME SAME SAME SAME SAME SAME SAME),
    TEXT("all paragraphs equal", SAME "\n\n" SAME "\n\n" SAME "\n\n" SAME),
    TEXT("only stop words", "The of and a. It is not that. He was, and she is. They and we, or who?"),
    TEXT("prose", PARAGRAPH),
    TEXT("article", "Ferry stops\n\nA smaller boat takes over\n\nBy Ann Ray\n\nOSLO, Jan 3 (Reuters) - " PARAGRAPH
                    "\n\nWhat next\n\n- One thing.\n- Another "
                    "thing, and more.\n\nPhoto: A. Ray\n\nRead more: Ferries\n\n" PARAGRAPH),
    TEXT("emoji", "\U0001F600 So happy \U0001F468\u200D\U0001F469\u200D\U0001F467\u200D\U0001F466 today! "
                  "\U0001F1F3\U0001F1F4\U0001F44D\U0001F3FD Go 1\uFE0F\u20E3 on. "
                  "\u2764\uFE0F\u2764\uFE0F"),
    TEXT("right to left", "\u0642\u0627\u0644 \u0627\u0644\u0631\u062C\u0644 \u0625\u0646 "
                          "\u0627\u0644\u0642\u0637\u0627\u0631 \u062A\u0623\u062E\u0631\u060C \u0648\u0644\u0645 "
                          "\u064A\u0635\u0644. \u0647\u0644 \u0648\u0635\u0644\u061F \u05D4\u05E8\u05DB\u05D1\u05EA "
                          "\u05DC\u05D0 \u05D4\u05D2\u05D9\u05E2\u05D4. NATO 12."),
    TEXT("without blanks", "\u5317\u4EAC\u5E02\u4ECA\u5929\u4E0B\u96E8\u4E86\u3002\u4EBA\u4EEC\u90FD\u5728\u5BB6\uFF0C"
                           "\u6CA1\u6709\u51FA\u53BB\u3002\u300C\u597D\u300D\u4ED6\u8BF4\u3002"
                           "\u0E1D\u0E19\u0E15\u0E01\u0E27\u0E31\u0E19\u0E19\u0E35\u0E49"),
    TEXT("Hindi", "\u0930\u0947\u0932 \u0926\u0947\u0930 \u0938\u0947 \u0906\u0908\u0964 \u0932\u094B\u0917 "
                  "\u0930\u0941\u0915\u0947 \u0930\u0939\u0947\u0964 \u0915\u094D\u092F\u093E "
                  "\u0939\u0941\u0906?"),
    TEXT("Turkish i", "\u0131\u015F\u0131k \u0130stanbul'da yand\u0131. istasyon \u0131ss\u0131z kald\u0131 ve "
                      "kap\u0131lar kapand\u0131."),
    TEXT("CRLF", "Title here\r\n\r\nThe first line of it\r\ngoes on here. Second one.\r\n\r\nThird, a paragraph.\r\n"),
    TEXT("CR alone", "Title here\r\rThe first line\rgoes on. Second.\r"),
    TEXT("byte order mark", "\xEF\xBB\xBFThe mark goes first. The text is here."),
    TEXT("NUL bytes", "The \0NUL\0 bytes stand. They\0 part words.\0\0 Do they? \0"),
    TEXT("ill-formed", "Caf\xE9 \xFF\xFE opens.\xC3 The \xE2\x82 sign \xF0\x9F\x98 is cut\xED\xA0\x80 here. \xC0\xAFx"),
    TEXT("only headings", "First Heading\n\nSecond Heading\n\nThird Heading\n\n"),
    TEXT("only list items", "- one thing\n- two things\n- three things\n\n* four\n"),
    TEXT("only furniture", "Advertisement\n\nRead more: Cats\n\nShare this\n\nSign up for our newsletter"),
    TEXT("controls and overrides", "The \x1B[31mred\x1B[0m door\x07 is \x08shut\x7F. \u202Edoor\u202C \u2066the\u2069 "
                                   "is \u200Fred\u200E now.\x0B\x0C Next\xC2\x85line\u2028here. \xC2\x9B"
                                   "1m"),
    TEXT("markup", "<script>alert(1)</script> is & was *bold* _so_ [link](javascript:x). # not a heading. `code` | a | "
                   "b\n\n> quote\n\n1. one\n"),
    TEXT("brackets never closed",
         "((((((\"\"\"\" [[[ The door (and \"the key, he said, are \u201Cgone. And ('so on. ))))"),
    TEXT("points", "... . . A. B. C. D. e.g. U.S. p.m. ... ?! ?? !!! No. 5. Dr. X."),
    TEXT("dashes and commas", ", , , \u2014 \u2014 a, b, c, d, e, f, and, or, \u2014 which, who, that,"),
    TEXT("one character words", "a b c d e f g h i j k l m n o p q r s t u v w x y z. A B C. D."),
    TEXT("accents apart", "Cafe\u0301 No\u0308el e\u0301te\u0301. A\u030A and \u0301 alone."),
    TEXT("a body of one mark", "[ ... *\u2028 Reuters - l\u2019 in \u0E21\u0E32 . said l\u2019"),
    TEXT("a sentence that another is cut to",
         "The council of Oxley closed the old bridge near the mill on Monday, the mayor said, after two nights of "
         "rain. Shops lost their windows. The council of Oxley closed the old bridge near the mill."),
    TEXT("title case letters", "\u01C5ep \u01C6ep. \uFB01nd the \uFB03 ligature. Stra\u00DFe \u1E9E."),
};

#endif
