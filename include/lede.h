/* lede.h - the public interface of liblede: an article in, a summary, a bullet list, a headline and keywords out.
 *
 * Everything the library gives is taken from the text it was given: summary sentences are slices of the input with
 * runs of white space folded to one blank, and each word of a bullet or headline stands in its source sentence, in
 * that order.
 *
 * Text         is (pointer, length in bytes), UTF-8, never assumed to end in NUL. Ill-formed bytes and NUL bytes are no
 *              error: they part words, and are given as U+FFFD or dropped in output. So text in another encoding is to
 *              be converted before. At most 4 GiB - 1 bytes.
 * Strings      given back by the library do end in NUL, and belong to the object they were asked of.
 * Ownership    an object made by lede_X_new belongs to the caller, who ends it with lede_X_free (NULL is allowed).
 * Errors       are lede_status; what is given back comes last in the argument list, and is NULL (or zeroed) on error.
 *              Running out of memory is an error like any other (LEDE_ERROR_MEMORY): nothing leaks, nothing aborts.
 * NULL         where an object is wanted: LEDE_ERROR_ARGUMENT of a call that returns a status, else as if there were
 *              nothing in it (0, "", "und", NULL). Options may always be NULL: the defaults.
 * Threads      the library has no mutable globals. A lede_document never changes once built, so any number of threads
 *              may read one; a lede_summary is independent of its document. One object must not be freed while used.
 * Locale       has no influence on any result. The library never prints, exits, or reads files.
 * Cost         is linear in the length of the text unless a function says otherwise.
 */
#ifndef LEDE_H
#define LEDE_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#if defined(__GNUC__) && __GNUC__ >= 4
#define LEDE_API __attribute__((visibility("default")))
#else
#define LEDE_API
#endif

#define LEDE_VERSION "0.1.0"

typedef enum lede_status {
    LEDE_OK = 0,
    LEDE_ERROR_MEMORY,    /* an allocation failed */
    LEDE_ERROR_ARGUMENT,  /* a pointer that must not be NULL is, or a number is out of its range */
    LEDE_ERROR_EMPTY,     /* there is nothing to summarise: no word in the text */
    LEDE_ERROR_TOO_LARGE, /* the text is longer than 4 GiB - 1 bytes */
    LEDE_ERROR_LANGUAGE,  /* no language of that code: see lede_languages() */
    LEDE_ERROR_METHOD,    /* no method of that name: see lede_methods() */
    LEDE_ERROR_FORMAT,    /* no format of that name: see lede_formats() */
    LEDE_ERROR_TABLE,     /* options.idf is damaged, or no table of lede idf */
    LEDE_ERROR_WEIGHTS,   /* options.weights has a line that is no feature with its weight */
    LEDE_ERROR_PROFILE    /* no profile of that name */
} lede_status;

/* One line of English on a status, without a final stop; never NULL, also for numbers that are no status. */
LEDE_API const char *lede_status_message(lede_status status);

/* The version of the library that runs, as "1.2.3"; LEDE_VERSION is that of the header. */
LEDE_API const char *lede_version(void);

/* The names that the library knows, in a fixed order, each list ended by a NULL pointer. Static storage.
 * Languages are ISO 639-1 codes, and "und" for the generic mode; methods and formats are names as in --help. */
LEDE_API const char *const *lede_languages(void);
LEDE_API const char *const *lede_methods(void);
LEDE_API const char *const *lede_formats(void);

/* What a language, method or format is, in a few English words ("Portuguese", "the first sentences"); NULL for a name
 * that is not known or NULL. Static storage. */
LEDE_API const char *lede_language_name(const char *language);
LEDE_API const char *lede_method_about(const char *method);
LEDE_API const char *lede_format_about(const char *format);

/* ---- the document: a text, read as an article ------------------------------------------------------------------ */

typedef struct lede_document lede_document;

/* What is known of words - their stems and the like - kept from one document to the next, for those who read many.
 * It changes no result. At most one thread may use it at a time; it may be freed before the documents made with it.
 * Memory: some 20 MB; after a text of nothing but new words 11 times that text, until the next one. Errors: MEMORY,
 * ARGUMENT. */
typedef struct lede_cache lede_cache;
LEDE_API lede_status lede_cache_new(lede_cache **cache);
LEDE_API void lede_cache_free(lede_cache *cache);

typedef struct lede_document_options {
    size_t size;           /* set by lede_document_options_init; lets this struct grow */
    const char *language;  /* ISO 639-1 code or "auto" (default) */
    const char *title;     /* the article's title where known from elsewhere, else NULL: then it is looked for */
    size_t title_length;   /* bytes */
    const char *stopwords; /* stop words, one a line, lines beginning with # left out, instead of the language's own */
    size_t stopwords_length; /* bytes; a non-NULL pointer with length 0 means no stop words at all */
    lede_cache *cache;       /* used and added to; NULL (default) for none */
    /* A file of lede idf in memory, at a multiple of 8: how many documents have each stem, for texts of its language.
     * Others, and NULL (default): our own figures. Not used afterwards. It is gone through to see that it is sound:
     * once, if the same cache comes with the same table. */
    const void *idf;
    size_t idf_length; /* bytes */
} lede_document_options;

/* Fill with the defaults. */
LEDE_API void lede_document_options_init(lede_document_options *options);

/* Read a plain text as an article: find its blocks, sentences, words and language, and index its stems.
 * text may be NULL where length is 0. The text is copied. options may be NULL for the defaults.
 * Errors: MEMORY, ARGUMENT, EMPTY, TOO_LARGE, LANGUAGE, TABLE. Memory: some 6 times the text for news, 27 times where
 * all words are new (11 of them for the cache of words), 34 times for paragraphs of one letter. */
LEDE_API lede_status lede_document_new(const char *text, size_t length, const lede_document_options *options,
                                       lede_document **document);
LEDE_API void lede_document_free(lede_document *document);

/* The language used: the one asked for, or the one detected ("und" where none was). */
LEDE_API const char *lede_document_language(const lede_document *document);

/* The title given or found, white space folded; "" where there is none. */
LEDE_API const char *lede_document_title(const lede_document *document);

typedef struct lede_counts {
    size_t bytes;     /* of the text given */
    size_t words;     /* in all units */
    size_t sentences; /* body sentences only */
    size_t units;     /* every sentence, title, heading, list item, ...: indices below run from 0 to units - 1 */
} lede_counts;
LEDE_API void lede_document_counts(const lede_document *document, lede_counts *counts);

typedef struct lede_unit {
    const char *text; /* the slice of the document's copy of the text: NOT ended by NUL, white space as it came */
    size_t offset;    /* bytes from the start of the text given */
    size_t length;    /* bytes */
    const char *kind; /* "body", "title", "dek", "heading", "list", "byline", "dateline", "caption", "furniture" */
    int leans_back;   /* 1 where it opens with a pronoun or connective, and so leans on the unit before; else 0 */
} lede_unit;

/* Unit number index of the text, in text order. ARGUMENT where index is not below counts.units. */
LEDE_API lede_status lede_document_unit(const lede_document *document, size_t index, lede_unit *unit);

/* ---- the summary: what was picked ------------------------------------------------------------------------------ */

typedef struct lede_summary lede_summary;

/* The parts of what is made of a document; or-ed where several are meant. */
typedef enum lede_part {
    LEDE_HEADLINE = 1,   /* 0 or 1 picks */
    LEDE_SUMMARY = 2,    /* in text order */
    LEDE_BULLETS = 4,    /* in text order */
    LEDE_KEYWORDS = 8,   /* best first; unit, offset and length are those of the first unit that has it */
    LEDE_SENTENCES = 16, /* (of rendering only) every unit with its kind */
    LEDE_BODY = 32,      /* (of rendering only) the paragraphs */
    LEDE_SCORES = 64,    /* (of rendering only) each unit's score; in summary options: what it is made of is kept */
    LEDE_BLURB = 128, /* one or two sentences to stand under the headline, in text order: within the summary's budget */
                      /*   of words, characters or percent, else 280 characters; one where sentences is 1 */
    LEDE_HEADLINES = 256 /* candidate headlines: the headline, then the others, best first: different sentences before */
                         /*   other wordings of one */
} lede_part;

typedef enum lede_case {
    LEDE_SENTENCE_CASE, /* as the article has it, the first letter in upper case */
    LEDE_TITLE_CASE,    /* by the AP's rules, in English; other languages keep sentence case */
    LEDE_UPPER_CASE
} lede_case;

typedef struct lede_summary_options {
    size_t size;         /* set by lede_summary_options_init */
    const char *method;  /* "lede" (default) or another of lede_methods() */
    size_t sentences;    /* length of the summary: at most one of these four is other than 0; */
    size_t words;        /*   words are runs of non-blank characters, characters are code points with one blank */
    size_t characters;   /*   between sentences, ratio is in percent of the body's words, above 0 to 100. */
    double ratio;        /*   All 0: 3 sentences. A single sentence longer than the budget is given all the same. */
    const char *query;   /* words that sentences are to be near to, or NULL */
    size_t query_length; /* bytes */
    size_t bullets;      /* at most this many bullets, and no more than 1,000; 0: three to five, by the length of the
                            article, where so many tell something */
    size_t bullet_characters;   /* longest bullet in code points; 0: 120 */
    size_t headline_characters; /* longest headline in code points; 0: 100, of one sentence some 50 */
    int letter_case;            /* enum lede_case, of the headlines */
    size_t keywords;            /* at most this many keywords; 0: 10 */
    uint64_t seed;              /* of the method "random" */
    /* Of enum lede_part: pick only these, which is faster; 0 (default): headline, summary, bullets and keywords.
     * Bullets, blurb and headlines bring the headline with them; for keywords alone no sentence is scored. What scores
     * are made of (lede_summary_feature_share) is kept with 0 and LEDE_SCORES: 176 bytes a sentence. */
    unsigned parts;
    /* Of the method lede: "news" (NULL, the default), "general" for papers, pages and books, or "auto", decided by the
     * text. */
    const char *profile;
    /* A table in place of the method lede's own: lines "feature TAB weight" as in src/score/weights.tsv; features left
     * out keep theirs. NULL (default): none. */
    const char *weights;
    size_t weights_length; /* bytes */
    size_t headlines;      /* at most this many candidate headlines; 0: 5 */
    int drop_articles;     /* not 0: headlines without articles ("a", "the"), where a language has that style */
} lede_summary_options;

LEDE_API void lede_summary_options_init(lede_summary_options *options);

/* Score the document's sentences and pick the summary, bullets, headline, keywords, blurb and headlines.
 * options may be NULL for the defaults. The summary does not need the document afterwards.
 * Errors: MEMORY, ARGUMENT (two lengths at once, a ratio out of range), METHOD, PROFILE, WEIGHTS. A document without
 * any body sentence is summarised by its headings and list items. */
LEDE_API lede_status lede_summary_new(const lede_document *document, const lede_summary_options *options,
                                      lede_summary **summary);
LEDE_API void lede_summary_free(lede_summary *summary);

typedef struct lede_pick {
    const char *text;   /* white space folded; ends in NUL */
    size_t text_length; /* bytes */
    size_t unit;        /* index of the unit it was taken from */
    size_t offset;      /* of that unit in the text given, bytes */
    size_t length;      /* of that unit, bytes */
    double score;       /* higher is better; of one method comparable within one document only */
} lede_pick;

/* How many picks a part has; 0 for those of rendering only. */
LEDE_API size_t lede_summary_count(const lede_summary *summary, lede_part part);

/* Pick number index of a part; ARGUMENT where there is none. The text belongs to the summary. */
LEDE_API lede_status lede_summary_pick(const lede_summary *summary, lede_part part, size_t index, lede_pick *pick);

/* 1 where a single sentence exceeds the length that was asked for (of a blurb, also its 280 characters), so that the
 * summary or the blurb is over it; else 0. */
LEDE_API int lede_summary_over_budget(const lede_summary *summary);

/* Why a sentence scored as it did: the named parts of its score. shares are in the unit of the score and sum up to it
 * for additive methods. Methods without named parts have none (count 0), nor have those whose options.parts did not ask
 * for them. */
LEDE_API size_t lede_summary_feature_count(const lede_summary *summary);
LEDE_API const char *lede_summary_feature_name(const lede_summary *summary, size_t feature); /* NULL: no such */
LEDE_API double lede_summary_feature_share(const lede_summary *summary, size_t unit, size_t feature);
LEDE_API double lede_summary_score(const lede_summary *summary, size_t unit); /* 0 for what is no candidate */

/* ---- rendering -------------------------------------------------------------------------------------------------- */

typedef struct lede_render_options {
    size_t size;        /* set by lede_render_options_init */
    const char *format; /* "text" (default), "markdown", "html" or "json": see lede_formats() */
    unsigned parts;     /* of enum lede_part, or-ed; default headline, summary and bullets */
    size_t width;       /* text: wrap to this many columns; 0 (default): one line a paragraph */
    int color;          /* text: bold and colour by ANSI sequences; default 0 */
    int highlight;      /* text, html: the whole article with the chosen sentences marked, instead of the parts */
    int explain;        /* each sentence's score by its named parts: instead of the parts, in json beside them */
    int standalone;     /* html: a whole page instead of a fragment */
    const char *id;     /* json: the value of "id" as JSON text (with its quotes), or NULL for none */
    const char *input;  /* json: the value of "input" as JSON text, or NULL for none */
} lede_render_options;

LEDE_API void lede_render_options_init(lede_render_options *options);

/* Write what was picked in a format. options may be NULL for the defaults. The document must be the one that the
 * summary was made of. *output ends in NUL and belongs to the caller, who ends it with lede_string_free; *length is in
 * bytes. Untrusted text is made harmless: control characters and bidirectional overrides are dropped from text, HTML
 * and Markdown are escaped, JSON is always valid UTF-8 on one line. Errors: MEMORY, ARGUMENT, FORMAT. */
LEDE_API lede_status lede_render(const lede_document *document, const lede_summary *summary,
                                 const lede_render_options *options, char **output, size_t *length);
LEDE_API void lede_string_free(char *string);

#ifdef __cplusplus
}
#endif
#endif
