/* summarize.c - the shortest C program that summarises: text on standard input, two sentences and a headline out.
 * After make install and ldconfig: cc examples/summarize.c -llede
 * After make alone: cc -Iinclude examples/summarize.c build/liblede.a -lstemmer -lutf8proc -ljansson -lm */
#include <lede.h>
#include <stdio.h>

int main(void) {
    static char text[1 << 20];
    size_t length = fread(text, 1, sizeof text, stdin);
    lede_document *document;
    lede_summary *summary = NULL;
    lede_summary_options options;
    lede_pick pick;
    lede_summary_options_init(&options);
    options.sentences = 2;
    lede_status status = lede_document_new(text, length, NULL, &document);
    if (status == LEDE_OK) status = lede_summary_new(document, &options, &summary);
    if (status != LEDE_OK) fprintf(stderr, "%s\n", lede_status_message(status));
    if (summary && lede_summary_pick(summary, LEDE_HEADLINE, 0, &pick) == LEDE_OK) printf("%s\n\n", pick.text);
    for (size_t i = 0; summary && lede_summary_pick(summary, LEDE_SUMMARY, i, &pick) == LEDE_OK; i++)
        printf("%s  [bytes %zu to %zu]\n", pick.text, pick.offset, pick.offset + pick.length);
    lede_summary_free(summary);
    lede_document_free(document);
    return status != LEDE_OK;
}
