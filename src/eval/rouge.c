/* rouge.c - see rouge.h. Texts become tokens (tokens.c), tokens become counts of one reference each (grams.c, lcs.c),
 * and counts become precision, recall and F. */
#include "eval/rouge.h"

#include <math.h>
#include <string.h>

#include "eval/grams.h"
#include "eval/lcs.h"

struct side {                     /* a text's tokens */
    struct ld_tokens flat, lines; /* for the metrics over the whole text, and for those over sentences; the two differ
                                     only under a byte limit, and share memory else */
};

struct ld_rouge {
    struct ld_arena *arena;
    struct ld_rouge_options options;
    struct ld_vocabulary vocabulary;
    struct ld_lcs lcs;
    struct ld_grams grams;
    struct side candidate, reference;
    uint32_t *local; /* [local_size] by stem: number in the candidate from 1 on, 0: not there */
    uint32_t local_size;
    uint32_t *seen; /* [distinct] the stems that have a number */
    uint32_t distinct, seen_capacity;
    unsigned char *marks; /* room: by reference token */
    uint32_t marks_size;
    uint32_t *left[2]; /* room: how often a token may still hit, by number, on each side */
    uint32_t left_size;
    double *powers; /* [powers_count] k to the weight of the metric under work */
    uint32_t powers_count, powers_capacity;
    double powers_weight;
    struct ld_counts *counts; /* room: metrics x references */
    uint32_t counts_size;
};

void ld_rouge_options_init(struct ld_rouge_options *options, enum ld_flavour flavour) {
    *options = (struct ld_rouge_options){
        .flavour = flavour, .several = flavour == LD_PERL ? LD_POOL : LD_BEST_F, .stem = true, .alpha = 0.5};
}

bool ld_decimal_parse(const char *s, double *number) {
    unsigned digits = 0, scale = 1;
    bool point = false;
    for (*number = 0; *s; s++) {
        if (*s == '.' && digits && !point) {
            point = true;
        } else if (*s >= '0' && *s <= '9' && digits < 8) {
            *number = 10 * *number + (*s - '0');
            digits++;
            if (point) scale *= 10;
        } else {
            return false;
        }
    }
    *number /= scale;
    return digits > 0 && point == (scale > 1);
}

bool ld_metric_parse(const char *name, size_t length, struct ld_metric *metric) {
    static const struct {
        const char *prefix; /* the longer before the shorter */
        enum ld_metric_kind kind;
    } kinds[] = {{"rougeLsum", LD_ROUGE_LSUM}, {"rougeL", LD_ROUGE_L}, {"rougeSU", LD_ROUGE_SU},
                 {"rougeS", LD_ROUGE_S},       {"rougeW", LD_ROUGE_W}, {"rouge", LD_ROUGE_N}};
    if (length >= sizeof metric->name) return false;
    *metric = (struct ld_metric){.weight = 1.2}; /* the weight of the paper and of every published option string */
    memcpy(metric->name, name, length);
    size_t k = 0, n = sizeof kinds / sizeof *kinds;
    while (k < n && strncmp(metric->name, kinds[k].prefix, strlen(kinds[k].prefix)) != 0) k++;
    if (k == n) return false;
    metric->kind = kinds[k].kind;
    const char *rest = metric->name + strlen(kinds[k].prefix);
    size_t digits = strlen(rest);
    double number = 0;
    bool is_number = ld_decimal_parse(rest, &number) && (metric->kind == LD_ROUGE_W || !strchr(rest, '.'));
    metric->n = (uint32_t)number;
    switch (metric->kind) {
    case LD_ROUGE_N: return is_number && digits == 1 && number >= 1;
    case LD_ROUGE_W:
        if (digits) metric->weight = number;
        return !digits || (is_number && number >= 1);
    case LD_ROUGE_S:
    case LD_ROUGE_SU:
        if (!strcmp(rest, "*")) metric->n = LD_ANY_GAP;
        return is_number || metric->n == LD_ANY_GAP;
    default: return !digits;
    }
}

struct ld_rouge *ld_rouge_new(struct ld_arena *arena, const struct ld_rouge_options *options) {
    struct ld_rouge *rouge = ld_arena_array(arena, 1, sizeof *rouge);
    rouge->arena = rouge->lcs.arena = rouge->grams.arena = arena;
    rouge->options = *options;
    ld_vocabulary_init(&rouge->vocabulary, arena, options->flavour, options->stem);
    if (options->stopwords) ld_vocabulary_stop(&rouge->vocabulary, options->stopwords, options->stopwords_length);
    return rouge;
}

static void read_text(struct ld_rouge *rouge, struct ld_text text, struct side *side) {
    struct ld_cut cut = {rouge->options.words, rouge->options.bytes, false};
    ld_tokens_read(&rouge->vocabulary, text, cut, &side->flat);
    if (!cut.bytes) return;
    cut.by_line = true;
    ld_tokens_read(&rouge->vocabulary, text, cut, &side->lines);
}

static const struct ld_tokens *lines_of(const struct ld_rouge *rouge, const struct side *side) {
    return rouge->options.bytes ? &side->lines : &side->flat;
}

static struct ld_sequence whole(const struct ld_tokens *tokens) {
    return (struct ld_sequence){tokens->stems, tokens->count};
}

static struct ld_sequence sentence(const struct ld_tokens *tokens, uint32_t i) {
    uint32_t start = i ? tokens->ends[i - 1] : 0;
    return (struct ld_sequence){tokens->stems + start, tokens->ends[i] - start};
}

/* Instead of stems, the numbers that they have in the candidate; add gives numbers to new ones. */
static void renumber(struct ld_rouge *rouge, struct ld_tokens *tokens, bool add) {
    if (rouge->local_size < rouge->vocabulary.stems.count) {
        uint32_t size = 2 * rouge->vocabulary.stems.count;
        uint32_t *local = ld_arena_array(rouge->arena, size, sizeof *local);
        if (rouge->local_size) memcpy(local, rouge->local, rouge->local_size * sizeof *local);
        rouge->local = local;
        rouge->local_size = size;
    }
    for (uint32_t i = 0; i < tokens->count; i++) {
        uint32_t stem = tokens->stems[i];
        if (add && !rouge->local[stem]) {
            LD_ARENA_ROOM(rouge->arena, rouge->seen, rouge->distinct, rouge->seen_capacity);
            rouge->seen[rouge->distinct++] = stem;
            rouge->local[stem] = rouge->distinct;
        }
        tokens->stems[i] = rouge->local[stem];
    }
}

/* How often each token stands in the whole text. */
static void count_left(struct ld_rouge *rouge, unsigned side, const struct ld_tokens *tokens) {
    memset(rouge->left[side], 0, (rouge->distinct + 1) * sizeof *rouge->left[side]);
    for (uint32_t i = 0; i < tokens->count; i++) rouge->left[side][tokens->stems[i]]++;
}

static const double *powers(struct ld_rouge *rouge, double weight, uint32_t count) {
    if (rouge->powers_weight != weight) rouge->powers_count = 0;
    rouge->powers_weight = weight;
    while (rouge->powers_count <= count) {
        LD_ARENA_ROOM(rouge->arena, rouge->powers, rouge->powers_count, rouge->powers_capacity);
        rouge->powers[rouge->powers_count] = pow(rouge->powers_count, weight);
        rouge->powers_count++;
    }
    return rouge->powers;
}

/* Mark the reference tokens that are on a longest common subsequence of their sentence and any of the candidate's:
 * the union LCS of Lin 2004, section 3.2. */
static void mark_union(struct ld_rouge *rouge, const struct ld_tokens *ref, const struct ld_tokens *cand,
                       const double *power) {
    if (rouge->marks_size < ref->count) {
        rouge->marks = ld_arena_array(rouge->arena, 2 * (size_t)ref->count, 1);
        rouge->marks_size = 2 * ref->count;
    }
    if (ref->count) memset(rouge->marks, 0, ref->count);
    for (uint32_t i = 0; i < ref->sentences; i++)
        for (uint32_t j = 0; j < cand->sentences; j++) {
            unsigned char *marks = rouge->marks + (i ? ref->ends[i - 1] : 0);
            if (power)
                ld_lcs_mark_weighted(&rouge->lcs, sentence(ref, i), sentence(cand, j), power, marks);
            else
                ld_lcs_mark(&rouge->lcs, sentence(ref, i), sentence(cand, j), marks);
        }
}

/* The marked tokens as hits, each side's count of the token being used up by them: both programs clip so. With
 * powers, by runs of marks; where the last mark of a run is clipped, what the run has so far goes over to the
 * sentence's next run, or is lost if there is none: so does ROUGE-1.5.5. */
static double count_marks(struct ld_rouge *rouge, const struct ld_tokens *ref, const double *power) {
    double hits = 0;
    count_left(rouge, 0, &rouge->reference.flat);
    count_left(rouge, 1, &rouge->candidate.flat);
    for (uint32_t s = 0, i = 0; s < ref->sentences; s++)
        for (uint32_t run = 0; i < ref->ends[s]; i++) {
            uint32_t token = ref->stems[i];
            if (!rouge->marks[i] || !rouge->left[0][token] || !rouge->left[1][token]) continue;
            rouge->left[0][token]--;
            rouge->left[1][token]--;
            run++;
            if (!power) {
                hits++;
            } else if (i + 1 == ref->ends[s] || !rouge->marks[i + 1]) {
                hits += power[run];
                run = 0;
            }
        }
    return hits;
}

static struct ld_counts count_weighted(struct ld_rouge *rouge, const struct ld_metric *metric) {
    const struct ld_tokens *ref = lines_of(rouge, &rouge->reference), *cand = lines_of(rouge, &rouge->candidate);
    const double *power = powers(rouge, metric->weight, ref->count);
    mark_union(rouge, ref, cand, power);
    double sum = 0;
    for (uint32_t i = 0; i < ref->sentences; i++) sum += power[sentence(ref, i).count];
    return (struct ld_counts){count_marks(rouge, ref, power), sum, pow(rouge->candidate.flat.count, metric->weight)};
}

static struct ld_counts count_union(struct ld_rouge *rouge) {
    const struct ld_tokens *ref = lines_of(rouge, &rouge->reference), *cand = lines_of(rouge, &rouge->candidate);
    mark_union(rouge, ref, cand, NULL);
    return (struct ld_counts){count_marks(rouge, ref, NULL), ref->count, rouge->candidate.flat.count};
}

static double grams_in(uint32_t tokens, uint32_t n) { return tokens < n ? 0 : (double)(tokens - n + 1); }

/* One metric against the reference that was read last. */
static struct ld_counts count_metric(struct ld_rouge *rouge, const struct ld_metric *metric, const uint64_t *grams) {
    struct ld_sequence ref = whole(&rouge->reference.flat), cand = whole(&rouge->candidate.flat);
    bool unigrams = metric->kind == LD_ROUGE_SU;
    switch (metric->kind) {
    case LD_ROUGE_N:
        return (struct ld_counts){(double)grams[metric->n], grams_in(ref.count, metric->n),
                                  grams_in(cand.count, metric->n)};
    case LD_ROUGE_S:
    case LD_ROUGE_SU:
        return (struct ld_counts){(double)ld_skip_hits(&rouge->grams, ref, cand, metric->n, unigrams),
                                  (double)ld_skip_count(ref.count, metric->n, unigrams),
                                  (double)ld_skip_count(cand.count, metric->n, unigrams)};
    case LD_ROUGE_W: return count_weighted(rouge, metric);
    case LD_ROUGE_L: /* over the whole text; ROUGE-1.5.5 knows the union by sentence only */
        if (rouge->options.flavour == LD_GOOGLE)
            return (struct ld_counts){ld_lcs_length(&rouge->lcs, ref, cand), ref.count, cand.count};
        break;
    case LD_ROUGE_LSUM: break;
    }
    return count_union(rouge);
}

double ld_round5(double x) {
    double down = floor(x * 1e5), behind_half = fma(x, 1e5, -(down + 0.5)); /* the exact sign of 1e5 x - down - 1/2 */
    return (behind_half > 0 || (behind_half == 0 && fmod(down, 2) != 0) ? down + 1 : down) / 1e5;
}

/* Precision, recall and F (Lin 2004, equations 2 to 4); ROUGE-1.5.5 makes F of the rounded two. */
static struct ld_score score_of(const struct ld_rouge_options *options, const struct ld_metric *metric,
                                struct ld_counts counts) {
    bool round = options->flavour == LD_PERL;
    struct ld_score s = {counts.candidate > 0 ? counts.hits / counts.candidate : 0,
                         counts.reference > 0 ? counts.hits / counts.reference : 0, 0};
    if (metric->kind == LD_ROUGE_W) { /* equations 13 and 14: the inverse of the weighting */
        s.p = pow(s.p, 1 / metric->weight);
        s.r = pow(s.r, 1 / metric->weight);
    }
    if (round) {
        s.p = ld_round5(s.p);
        s.r = ld_round5(s.r);
    }
    double below = (1 - options->alpha) * s.p + options->alpha * s.r;
    if (below > 0) s.f = s.p * s.r / below;
    if (round) s.f = ld_round5(s.f);
    return s;
}

/* W's reference side is weighted again, as a whole: not so in the paper, but in ROUGE-1.5.5. */
static struct ld_counts weigh(const struct ld_metric *metric, struct ld_counts counts) {
    if (metric->kind == LD_ROUGE_W) counts.reference = pow(counts.reference, metric->weight);
    return counts;
}

/* What the best reference is picked by. ROUGE-1.5.5 rounds before it compares, but not for L and W, and does not weigh
 * W's references again. */
static double merit_of(const struct ld_rouge_options *options, const struct ld_metric *metric,
                       struct ld_counts counts) {
    if (options->several == LD_BEST_F) return score_of(options, metric, weigh(metric, counts)).f;
    double recall = counts.reference > 0 ? counts.hits / counts.reference : 0;
    bool rounded = metric->kind == LD_ROUGE_N || metric->kind == LD_ROUGE_S || metric->kind == LD_ROUGE_SU;
    return rounded && options->flavour == LD_PERL ? ld_round5(recall) : recall;
}

/* One metric's counts of all references: the sum, or the first of the best. */
static struct ld_counts join(const struct ld_rouge_options *options, const struct ld_metric *metric,
                             const struct ld_counts *counts, uint32_t references) {
    struct ld_counts sum = weigh(metric, counts[0]);
    uint32_t best = 0;
    for (uint32_t i = 1; i < references; i++) {
        struct ld_counts next = weigh(metric, counts[i]);
        sum.hits += next.hits;
        sum.reference += next.reference;
        sum.candidate += next.candidate;
        if (merit_of(options, metric, counts[i]) > merit_of(options, metric, counts[best])) best = i;
    }
    return options->several == LD_POOL ? sum : weigh(metric, counts[best]);
}

static void read_candidate(struct ld_rouge *rouge, struct ld_text text) {
    while (rouge->distinct) rouge->local[rouge->seen[--rouge->distinct]] = 0;
    read_text(rouge, text, &rouge->candidate);
    renumber(rouge, &rouge->candidate.flat, true);
    if (rouge->options.bytes) renumber(rouge, &rouge->candidate.lines, true);
    ld_lcs_reserve(&rouge->lcs, rouge->distinct);
    ld_grams_reserve(&rouge->grams, rouge->distinct);
    if (rouge->left_size > rouge->distinct) return;
    rouge->left_size = 2 * (rouge->distinct + 1);
    for (unsigned side = 0; side < 2; side++)
        rouge->left[side] = ld_arena_array(rouge->arena, rouge->left_size, sizeof *rouge->left[side]);
}

static void count_reference(struct ld_rouge *rouge, struct ld_text text, struct ld_counts *counts, uint32_t step) {
    const struct ld_rouge_options *options = &rouge->options;
    read_text(rouge, text, &rouge->reference);
    renumber(rouge, &rouge->reference.flat, false);
    if (options->bytes) renumber(rouge, &rouge->reference.lines, false);
    uint64_t grams[LD_HIGHEST_GRAM + 1] = {0};
    unsigned highest = 0;
    for (uint32_t m = 0; m < options->metric_count; m++)
        if (options->metrics[m].kind == LD_ROUGE_N && options->metrics[m].n > highest) highest = options->metrics[m].n;
    ld_gram_hits(&rouge->grams, whole(&rouge->reference.flat), whole(&rouge->candidate.flat), highest, grams);
    for (uint32_t m = 0; m < options->metric_count; m++)
        counts[(size_t)m * step] = count_metric(rouge, &options->metrics[m], grams);
}

void ld_rouge_score(struct ld_rouge *rouge, struct ld_text candidate, const struct ld_text *references, uint32_t count,
                    struct ld_score *scores, struct ld_counts *counts) {
    const struct ld_rouge_options *options = &rouge->options;
    if (!counts) {
        if (rouge->counts_size < count) {
            rouge->counts = ld_arena_array(rouge->arena, 2 * (size_t)count * options->metric_count, sizeof *counts);
            rouge->counts_size = 2 * count;
        }
        counts = rouge->counts;
    }
    read_candidate(rouge, candidate);
    for (uint32_t i = 0; i < count; i++) count_reference(rouge, references[i], counts + i, count);
    for (uint32_t m = 0; m < options->metric_count; m++) {
        const struct ld_metric *metric = &options->metrics[m];
        scores[m] = score_of(options, metric, join(options, metric, counts + (size_t)m * count, count));
    }
}
