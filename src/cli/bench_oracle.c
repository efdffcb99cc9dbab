/* bench_oracle.c - a document and its references in; its sentences, and which of them the greedy oracle takes, out. */
#include <math.h>
#include <string.h>

#include "base/unicode.h"
#include "cli/cli.h"
#include "eval/oracle.h"
#include "model/index.h"

/* Append a unit's text with runs of white space as one blank. It begins with none. */
void ld_bench_put_folded(struct ld_buffer *out, const char *at, size_t length) {
    const char *end = at + length;
    bool blank = false;
    while (at < end) {
        unsigned size;
        if (ld_is_space(ld_utf8_decode(at, end, &size))) {
            blank = true;
        } else {
            if (blank) ld_buffer_byte(out, ' ');
            blank = false;
            ld_buffer_put(out, at, size);
        }
        at += size;
    }
}

double ld_bench_count_words(struct ld_text text) {
    double words = 0;
    bool inside = false;
    for (const char *at = text.bytes, *end = at + text.length; at < end;) {
        unsigned size;
        bool space = ld_is_space(ld_utf8_decode(at, end, &size));
        words += !space && !inside;
        inside = !space;
        at += size;
    }
    return words;
}

uint32_t ld_bench_find_sentences(const lede_document *document, lede_unit *units, uint32_t most) {
    uint32_t n = 0;
    for (uint32_t i = 0; i < document->sentence_count && n < most; i++)
        if (ld_is_indexed(document, &document->sentences[i])) lede_document_unit(document, i, &units[n++]);
    return n;
}

/* The budget as the options say; bullets have none, as in the paper, and a headline is one sentence. */
static void set_budget(const struct ld_bench *bench, struct ld_oracle_input *input, double *costs, double words) {
    const lede_summary_options *options = &bench->settings->summary;
    input->most = UINT32_MAX;
    input->budget = INFINITY;
    if (bench->task == LD_TASK_HEADLINE) input->most = 1;
    if (bench->task != LD_TASK_SUMMARY) return;
    if (options->words)
        input->budget = (double)options->words;
    else if (options->characters)
        input->budget = (double)options->characters + 1; /* each cost has a blank */
    else if (options->ratio > 0)
        input->budget = words * options->ratio / 100;
    else
        input->most = options->sentences ? (uint32_t)options->sentences : 3;
    for (uint32_t i = 0; i < input->count; i++)
        costs[i] = options->characters
                       ? (double)ld_utf8_count(input->sentences[i].bytes, input->sentences[i].length) + 1
                       : ld_bench_count_words(input->sentences[i]);
}

void ld_bench_find_oracle(struct ld_arena *arena, const struct ld_bench *bench, const lede_document *document,
                          const struct ld_example *example, struct ld_bench_oracle *oracle) {
    struct ld_buffer text;
    double words = 0;
    lede_unit *units = ld_arena_array(arena, document->sentence_count, sizeof *units);
    oracle->count = ld_bench_find_sentences(document, units, document->sentence_count);
    oracle->sentences = ld_arena_array(arena, oracle->count, sizeof *oracle->sentences);
    oracle->chosen = ld_arena_array(arena, oracle->count, 1);
    double *costs = ld_arena_array(arena, oracle->count, sizeof *costs);
    for (uint32_t i = 0; i < oracle->count; i++) {
        /* folding makes nothing longer */
        char *bytes = ld_arena_alloc(arena, units[i].length + 1);
        ld_buffer_init(&text);
        text.bytes = bytes;
        text.capacity = units[i].length + 1;
        ld_bench_put_folded(&text, units[i].text, units[i].length);
        oracle->sentences[i] = (struct ld_text){bytes, text.length};
        words += ld_bench_count_words(oracle->sentences[i]);
    }
    struct ld_oracle_input input = {bench->rouge.flavour, oracle->sentences, costs, oracle->count,
                                    example->references,  example->count,    0,     0};
    set_budget(bench, &input, costs, words);
    if (!ld_oracle(&input, oracle->chosen)) ld_arena_fail(arena);
}
