/* shorten_beside.c - an atom in; out, whether it is a finite verb by the words beside it, in languages whose verbs have
 * no table of forms, but endings: behind a pronoun that stands before verbs alone, or between a noun and its article.
 * Leaves forms that tell it by themselves to shorten_words.c. Source: a reader's knowledge of the Romance languages. */
#include "pick/shorten_words.h"

#define ENDS(c, i, list) ends_as(c, i, (c)->endings->list, sizeof(c)->endings->list / sizeof *(c)->endings->list)

static bool ends_as(const struct ld_clause *c, uint32_t i, const struct ld_ending *ends, size_t count) {
    const char *word = ld_folded(c, i);
    return ld_ends_as(word, strlen(word), ends, count);
}

bool ld_is_clitic(const struct ld_clause *c, uint32_t i) {
    const struct ld_ending *const clitics = c->endings->clitic;
    const char *word = ld_folded(c, i);
    for (size_t k = 0; k < sizeof c->endings->clitic / sizeof *clitics && clitics[k].length; k++)
        if (!strcmp(word, clitics[k].text)) return true;
    return false;
}

/* "se", "ne", or "elle": but not "pour elle". */
static bool is_clitic(const struct ld_clause *c, uint32_t i) {
    return ld_is_clitic(c, i) || ((c->atoms[i].facts & (LD_PRONOUN | LD_ARTICLE | LD_RELATIVE | LD_CONJUNCTION |
                                                        LD_PREPOSITION)) == LD_PRONOUN &&
                                  !ld_atom_is(c, i - 1, LD_PREPOSITION | LD_CONJUNCTION));
}

bool ld_ends_bare(const struct ld_clause *c, uint32_t i) {
    if (!ENDS(c, i, bare)) return ld_is_word_of(c, i, LD_WORDS_infinitives);
    return !ld_atom_flagged(c, i, LD_CAPITAL) && !ld_atom_is(c, i, LD_STOP | LD_TIME) &&
           !ld_is_word_of(c, i, LD_WORDS_no_infinitives);
}

bool ld_is_bare_infinitive(const struct ld_clause *c, uint32_t i) {
    return (ld_ends_bare(c, i) || ld_is_word_of(c, i, LD_WORDS_nonfinite)) && !ld_atom_is(c, i - 1, LD_PREPOSITION);
}

bool ld_is_infinitive_beside(const struct ld_clause *c, uint32_t i) {
    return ld_atom_is(c, i - 1, LD_PREPOSITION) && (ld_ends_bare(c, i) || ld_is_word_of(c, i, LD_WORDS_nonfinite));
}

bool ld_opens_with_participle(const struct ld_clause *c, uint32_t i) {
    if (!ld_by_endings(c) || ld_atom_flagged(c, i + 1, LD_CAPITAL)) return false;
    static const char *const done[] = {"to", "ta", "ti", "te", NULL}; /* of Italian: "[Travolti] da" */
    if (ld_is_clitic(c, i) && ld_atom_shaped(c, i + 1, LD_ENDS_PARTICIPLE)) return true;
    if (c->endings->language == LD_LANGUAGE_it && !i && !c->atoms[i].facts && ld_ends_with(c, i, done) &&
        ld_atom_is(c, i + 1, LD_PREPOSITION))
        return true;
    if (c->endings->language == LD_LANGUAGE_pt && strstr(ld_folded(c, i), "ndo-")) return true; /* "Sentindo-se" */
    return ld_atom_shaped(c, i, LD_VERB_PARTICIPLE) ||
           (ld_is_word_of(c, i, LD_WORDS_dead) && ld_atom_is(c, i + 1, LD_TIME | LD_PREPOSITION));
}

bool ld_ends_present(const struct ld_clause *c, uint32_t i) { return ENDS(c, i, present); }

bool ld_may_be_many(const struct ld_clause *c, uint32_t i) {
    static const char *const plural[] = {"i", NULL};
    return c->endings->language == LD_LANGUAGE_it ? ld_ends_with(c, i, plural) : ld_atom_shaped(c, i, LD_ENDS_S);
}

bool ld_has_many(const struct ld_clause *c, uint32_t i) {
    enum { FAR = 4 }; /* words */
    for (const uint32_t from = i; i < from + FAR; i++) {
        if (!ld_is_verb(c, i)) continue;
        const char *word = ld_folded(c, i), *many = c->endings->plural->text; /* "-ent", "-an", "-ano", "-am" */
        const size_t length = strlen(word), last = strlen(many);
        if (length > 4 && !strcmp(word + length - 4, "ient")) return strchr("ao", word[length - 5]); /* no "vient" */
        return length >= last - 1 && !strcmp(word + length - (last - 1), many + 1);
    }
    return false;
}

/* "[lance] un plan", "[tente] de réduire", "[compte] bien réformer". */
static bool takes_next(const struct ld_clause *c, uint32_t i) {
    if (ld_atom_shaped(c, i + 1, LD_ENDS_ADVERB) ||
        (ld_atom_is(c, i + 1, LD_STOP) && !ld_border(c, i + 1) &&
         !ld_atom_is(c, i + 1, LD_ARTICLE | LD_PREPOSITION | LD_AUXILIARY | LD_PRONOUN | LD_CONJUNCTION | LD_RELATIVE)))
        i++;
    const struct ld_atom *next = &c->atoms[i + 1];
    if (!next->border && ld_is_word_of(c, i + 1, LD_WORDS_since) && ld_atom_is(c, i + 2, LD_TIME))
        return ld_is_article(c, i + 3) && !ld_border(c, i + 3); /* "juge depuis lundi un cordier" */
    if (next->border || ld_atom_is(c, i + 2, LD_TIME) || ld_atom_flagged(c, i + 2, LD_NUMERIC)) return false;
    if (next->facts & LD_PREPOSITION)
        return next->facts & LD_BOUND && (ld_ends_bare(c, i + 2) || ld_atom_is(c, i + 2, LD_NEGATION));
    return next->facts & LD_ARTICLE || ld_ends_bare(c, i + 1);
}

bool ld_is_verb_beside(const struct ld_clause *c, uint32_t i) {
    const struct ld_atom *atom = &c->atoms[i], *before = atom - 1;
    const uint32_t none = LD_STOP | LD_ARTICLE | LD_PREPOSITION | LD_PRONOUN | LD_RELATIVE | LD_CONJUNCTION |
                          LD_NEGATION | LD_TIME | LD_DEICTIC;
    if (!i || atom->facts & none || atom->flags & (LD_CAPITAL | LD_NUMERIC) ||
        atom->shape & (LD_ENDS_ADVERB | LD_ENDS_PARTICIPLE | LD_HYPHENED) || ld_is_word_of(c, i, LD_WORDS_infinitives))
        return false;
    if (!atom->border && is_clitic(c, i - 1))
        return !(atom->shape & LD_VERB_PARTICIPLE && before->facts & LD_NEGATION) && !ENDS(c, i, bare) &&
               !ld_atom_is(c, i - 2, LD_PREPOSITION | LD_AUXILIARY) && !ld_is_verb(c, i - 2);
    const bool behind_noun = !atom->border && !before->facts && !before->verb && !(before->flags & LD_NUMERIC);
    if (behind_noun && ENDS(c, i, plural) && ENDS(c, i - 1, many)) return true; /* "les moulins tournent" */
    if (!ENDS(c, i, present) || !takes_next(c, i)) return false;
    if (!atom->border) return behind_noun || before->facts & LD_RELATIVE;                /* "que estudia el .." */
    return atom->border & LD_COMMA && ld_border(c, ld_last_border(c, i - 1)) & LD_COMMA; /* ", employé, [tente] .." */
}

bool ld_may_have_verb(const struct ld_clause *c, uint32_t from, uint32_t to) {
    for (uint32_t i = from; i < to; i++)
        if (c->atoms[i].verb || (i > from && !(c->atoms[i].facts | c->atoms[i].flags | c->atoms[i].border) &&
                                 ENDS(c, i, present) && !ld_atom_is(c, i - 1, LD_ARTICLE | LD_PREPOSITION)))
            return true;
    return false;
}

/* "a ainsi mis [en place]", "de mettre [en place]": what a verb's words end with is no end, but where it is passive. */
static bool ends_group(const struct ld_clause *c, uint32_t i) {
    uint32_t before = i - 1;
    if ((ld_atom_is(c, before, LD_PREPOSITION) || ld_is_verb(c, before)) && ld_ends_bare(c, i)) return true;
    if (!ld_is_verb(c, before) && (ld_atom_is(c, before, LD_STOP) || ld_atom_shaped(c, before, LD_ENDS_ADVERB)))
        before--;
    return ld_is_verb(c, before) && ld_atom_is(c, before, LD_AUXILIARY) && !ld_atom_is(c, before, LD_BE) &&
           !ld_atom_is(c, i, LD_TIME | LD_PREPOSITION);
}

/* "mettre [en vente]", "accusés [mutuellement]", "réussi hier à ouvrir": what stands before atom i's end of a group. */
static uint32_t before_manner(const struct ld_clause *c, uint32_t i) {
    if (ld_atom_shaped(c, i, LD_ENDS_ADVERB)) return i - 1;
    if (i > 1 && ld_is_word_of(c, i - 1, LD_WORDS_without) && !ld_border(c, i)) return i - 2; /* "sin cambios" */
    return i > 1 && ld_is_word_of(c, i - 1, LD_WORDS_into) && !c->atoms[i].facts && !ld_border(c, i) ? i - 2 : i;
}

/* "de recevoir", "de le recevoir". */
static bool is_to_do(const struct ld_clause *c, uint32_t i) {
    return ld_atom_is(c, i, LD_BOUND) && ld_phrase_at(c, i, LD_PREPOSITION) == 1 &&
           (ld_ends_bare(c, i + 1) || (ld_atom_is(c, i + 1, LD_PRONOUN) && ld_ends_bare(c, i + 2)));
}

/* Back over when: "cette semaine", "le 12 mai". */
static uint32_t before_time(const struct ld_clause *c, uint32_t i) {
    const uint32_t joint = LD_PREPOSITION | LD_ARTICLE;
    while (i &&
           (ld_atom_is(c, i, LD_TIME) || ld_atom_flagged(c, i, LD_NUMERIC) || ld_is_word_of(c, i, LD_WORDS_parts) ||
            (ld_atom_is(c, i, joint) && (ld_atom_is(c, i + 1, LD_TIME) || ld_is_word_of(c, i + 1, LD_WORDS_parts) ||
                                         (ld_atom_is(c, i + 1, joint) && ld_is_word_of(c, i + 2, LD_WORDS_parts))))))
        i--; /* "dans la nuit de mardi", too */
    return i;
}

/* "s'est passionnée [pour]", "s'est rendu jeudi [à]". */
static bool is_reflexive(const struct ld_clause *c, uint32_t i) {
    const uint32_t time = before_time(c, i);
    if (!ld_atom_is(c, i + 1, LD_PREPOSITION) || (time < i && !ld_atom_is(c, i + 1, LD_BOUND))) return false;
    i = time;
    return i > 1 && ld_atom_shaped(c, i, LD_VERB_PARTICIPLE) && ld_is_verb(c, i - 1) && is_clitic(c, i - 2) &&
           !ld_atom_is(c, i - 2, LD_PRONOUN | LD_NEGATION | LD_RELATIVE);
}

double ld_calls_for_next(const struct ld_clause *c, uint32_t i) {
    if (ld_border(c, i + 1)) return 0;
    if (is_to_do(c, i + 1)) return 0.75; /* "susceptibles [de recevoir]" */
    const bool bound = ld_atom_is(c, i + 1, LD_BOUND);
    const bool open = !(c->atoms[i].facts & (LD_TIME | LD_NEGATION)) &&
                      !(c->atoms[i].flags & (LD_CAPITAL | LD_NUMERIC)) && !ld_atom_shaped(c, i, LD_ENDS_ADVERB);
    if (bound && open && (ld_is_verb(c, i - 1) || ends_group(c, i - 1))) return 1; /* "ait droit [à]" */
    if (is_reflexive(c, i)) return 0.75; /* "s'est rendu cette semaine [à ..]" */
    if (ends_group(c, i)) return 0.5;    /* "a ainsi mis [en place]" */
    return 0;
}

/* "un plan", "d'ouvrir", "que ..", "si ..": may be what is done, said or asked. */
static bool begins_object(const struct ld_clause *c, uint32_t i) {
    if (ld_atom_is(c, i, LD_CONJUNCTION)) return ld_atom_is(c, i, LD_RELATIVE) || ld_is_word_of(c, i, LD_WORDS_ifs);
    if (ld_word_is(c, i, "des") && ends_group(c, before_time(c, i - 1))) return true; /* "de livrer [des cordes]" */
    return ld_atom_is(c, i, LD_PREPOSITION) ? ld_atom_is(c, i, LD_BOUND) && ld_ends_bare(c, i + 1)
                                            : ld_is_article(c, i);
}

/* "de", "avec", but not "des" behind a verb, which may be an article. */
static bool is_preposition(const struct ld_clause *c, uint32_t i) {
    return ld_atom_is(c, i, LD_PREPOSITION) && !(ld_atom_is(c, i, LD_ARTICLE) && ld_folded(c, i)[0] == 'd' &&
                                                 (ld_is_verb(c, i - 1) || ends_group(c, i - 1)));
}

/* On over when: "hier", "ce lundi soir", "lundi 5 mai". */
static uint32_t behind_time(const struct ld_clause *c, uint32_t i) {
    while (!ld_border(c, i) && !ld_atom_is(c, i, LD_PREPOSITION) &&
           (ld_atom_is(c, i, LD_TIME) || ld_atom_flagged(c, i, LD_NUMERIC) ||
            (ld_atom_is(c, i, LD_ARTICLE) && ld_atom_is(c, i + 1, LD_TIME))))
        i++;
    return i;
}

/* Of an article: no preposition has it, and no time is behind it. */
static bool begins_noun(const struct ld_clause *c, uint32_t i) {
    return ld_atom_is(c, i, LD_ARTICLE) && !is_preposition(c, i) &&
           !ld_atom_is(c, i - 1, LD_PREPOSITION | LD_ARTICLE) && !ld_atom_is(c, i + 1, LD_TIME) &&
           !ld_atom_flagged(c, i + 1, LD_NUMERIC);
}

/* "a confirmé devant des journalistes [sa grossesse]", "ha analizado [con calma los retos]": between a verb and its
 * object stand phrases of prepositions alone, and atom i is the verb or in one of them. */
static bool parts_object(const struct ld_clause *c, uint32_t i) {
    const uint32_t none = LD_CONJUNCTION | LD_RELATIVE;
    uint32_t verb = i, to = i + 1;
    while (verb && !ld_is_verb(c, verb) && !ends_group(c, verb)) {
        if (c->atoms[verb].border || ld_atom_is(c, verb, none) || begins_noun(c, verb)) return false;
        verb--;
    }
    const uint32_t begin = behind_time(c, verb + 1);
    if (!verb || ld_atom_is(c, verb, LD_BE) ||
        !(is_preposition(c, begin) || ld_phrase_at(c, begin, LD_PREPOSITION | LD_ADJUNCT) > 1))
        return false; /* "frente a las costas", too */
    for (; !c->atoms[to].border && !ld_atom_is(c, to, none) && !ld_is_verb(c, to) && !ld_ends_bare(c, to) &&
           (ld_atom_is(c, to, LD_PREPOSITION) || !ld_atom_shaped(c, to, LD_ENDS_PARTICIPLE));
         to++)
        if (begins_noun(c, to)) return true;
    return false;
}

/* "a analysé [avec calme] [devant la presse] les défis": not "a mis [dans l'embarras]", nor "en marche". */
void ld_find_before_object(struct ld_find *f) {
    const struct ld_clause *c = f->c;
    uint32_t verb = c->verb;
    if (!ld_by_endings(c) || verb >= f->limit) return;
    while (!c->atoms[verb + 1].border && ends_group(c, verb + 1)) verb++;
    if (!parts_object(c, verb) || ld_atom_is(c, verb, LD_AUXILIARY)) return;
    for (uint32_t i = behind_time(c, verb + 1), end; i < f->limit && !begins_noun(c, i); i = end) {
        for (end = i + 1; !begins_noun(c, end) && !(is_preposition(c, end) && !ld_atom_is(c, end, LD_BOUND));) end++;
        for (uint32_t k = i; k < end; k++)
            if (ld_is_verb(c, k) || ld_atom_is(c, k, LD_RELATIVE | LD_QUESTION)) return; /* "a quién pertenece" */
        const bool at = (ld_is_word_of(c, i, LD_WORDS_to_whom) || ld_word_is(c, i, "en")) &&
                        ld_atom_flagged(c, i + 1, LD_CAPITAL); /* "a vendu [à Bray] un moulin" */
        if (at || (ld_is_word_of(c, i, LD_WORDS_around) && ld_atom_is(c, i + 1, LD_ARTICLE)))
            ld_add_piece(f, LD_PIECE_LOOSE, i, end);
    }
}

/* Where the aside ends that begins at atom i, or count. */
static uint32_t aside_end(const struct ld_clause *c, uint32_t i) {
    if (ld_border(c, i) != LD_COMMA) return c->count;
    const uint32_t end = ld_next_border(c, i + 1);
    return ld_border(c, end) == LD_COMMA ? end : c->count;
}

/* Whether up to atom i a verb tells of giving or asking, and whom alone, and what begins at atom to. */
static bool gives(const struct ld_clause *c, uint32_t i, uint32_t to) {
    uint32_t verb = i;
    while (verb && !ld_begins_as(c, verb, LD_WORDS_given_to)) {
        if (c->atoms[verb].border || ld_atom_is(c, verb, LD_CONJUNCTION | LD_RELATIVE) || begins_noun(c, verb))
            return false;
        verb--;
    }
    if (!verb || !(ld_is_verb(c, verb) || ends_group(c, verb) || ld_ends_bare(c, verb)) ||
        ld_atom_is(c, verb - 1, LD_BE))
        return false;
    uint32_t whom = behind_time(c, verb + 1);
    if (ld_atom_is(c, whom, LD_STOP) && !ld_atom_is(c, whom, LD_PREPOSITION)) whom++; /* "désormais" */
    if (!ld_is_word_of(c, whom, LD_WORDS_to_whom) || ld_border(c, whom)) return false;
    for (uint32_t k = whom + 1; k <= i; k++)
        if (ld_ends_bare(c, k) || begins_noun(c, k)) return false; /* "permitió a Lind retirarse": that is it */
    if (to <= whom) to = whom + 1;
    while (!c->atoms[to].border && !begins_object(c, to)) to++;
    return to < c->count && to > whom + 1 && !(c->atoms[to].border & ~LD_COMMA) &&
           (begins_object(c, to) || ld_is_word_of(c, to, LD_WORDS_several)) && !ld_atom_is(c, to - 1, LD_PREPOSITION);
}

/* "accorde au port, vieux de neuf ans, [une aide]": atom i ends the aside. */
bool ld_parts_given(const struct ld_clause *c, uint32_t i) {
    const uint32_t from = ld_last_border(c, i);
    return from && aside_end(c, from) == i + 1 && !ld_joins(c, from) && !ld_any_is(c, from, i + 1, LD_SAY) &&
           gives(c, from - 1, i + 1);
}

/* "demande au conseil [de fermer]", "pidió al consejo [que ..]", and before such an aside. */
bool ld_is_given(const struct ld_clause *c, uint32_t i) {
    const uint32_t to = ld_next_border(c, i + 1), end = aside_end(c, to);
    return (to > i + 1 && gives(c, i, i + 1)) || (end < c->count && gives(c, i, end)) || ld_parts_given(c, i);
}

/* "fait l'objet [d'un débat]", "el día [de hoy]". */
static bool is_of_next(const struct ld_clause *c, uint32_t i) {
    if (!ld_atom_is(c, i + 1, LD_PREPOSITION) || ld_folded(c, i + 1)[0] != 'd') return false;
    return ld_is_word_of(c, i, LD_WORDS_objects) || (ld_atom_is(c, i, LD_TIME) && ld_atom_is(c, i - 1, LD_ARTICLE) &&
                                                     !ld_atom_flagged(c, i, LD_CAPITAL | LD_NUMERIC));
}

/* "commence à lever [les voiles]", "sin ver [a dos hombres]": of an infinitive, and no noun, its object is to come. */
static bool is_open_infinitive(const struct ld_clause *c, uint32_t i) {
    const struct ld_atom *before = ld_atom_at(c, i - 1);
    const uint32_t next = i + 1;
    if (!ld_ends_bare(c, i) || before->facts & LD_ARTICLE ||
        !(before->verb || before->facts & (LD_PREPOSITION | LD_TIME | LD_AUXILIARY)) || ld_border(c, next))
        return false;
    if (ld_joins(c, next)) return ld_ends_bare(c, next + 1); /* "de rester [ou partir]" */
    const bool to = ld_atom_is(c, next, LD_BOUND);
    return (to || ld_atom_is(c, next, LD_ARTICLE)) && !ld_atom_is(c, i + 1 + to, LD_DEICTIC);
}

/* "avait trouvé [mardi soir des cordes]". */
static bool parts_by_time(const struct ld_clause *c, uint32_t i) {
    const uint32_t next = behind_time(c, i + 1);
    return next > i + 1 && !ld_border(c, next) && !ld_atom_is(c, i - 1, LD_BE) && ld_atom_is(c, next, LD_ARTICLE) &&
           !ld_atom_is(c, next, LD_DEICTIC) && (ld_folded(c, next)[0] != 'a') && (ld_is_verb(c, i) || ends_group(c, i));
}

/* "a contraint la guilde [à fermer]", "ayuda a los herreros [a vender]": to do what? */
static bool is_forced(const struct ld_clause *c, uint32_t i) {
    enum { FAR = 9 }; /* words */
    uint32_t to = i + 1;
    while (to < i + FAR && !ld_border(c, to) && !(ld_is_word_of(c, to, LD_WORDS_to_whom) && ld_ends_bare(c, to + 1)))
        if (c->atoms[to].verb || ld_atom_is(c, to++, LD_CONJUNCTION | LD_RELATIVE)) return false;
    if (to == i + FAR || ld_border(c, to)) return false;
    for (uint32_t k = i; k && k + FAR > i && !c->atoms[k + 1].border; k--) {
        if (ld_begins_as(c, k, LD_WORDS_forcing) && (ld_is_verb(c, k) || ends_group(c, k) || ld_ends_bare(c, k)))
            return true;
        if (ld_is_verb(c, k) || ld_atom_is(c, k, LD_CONJUNCTION | LD_RELATIVE)) return false;
    }
    return false;
}

bool ld_is_before_when(const struct ld_clause *c, uint32_t i) {
    return ld_by_endings(c) && ld_atom_shaped(c, i, LD_ENDS_S) && !ld_border(c, i + 1) &&
           ld_is_word_of(c, i + 1, LD_WORDS_afterwards) &&
           (ld_is_number(c, i - 1) || ld_is_word_of(c, i - 1, LD_WORDS_several));
}

/* "a dit lundi à Bray [vouloir partir]", "reconnaît dans une lettre [n'avoir rien vendu]": what is said is behind atom
 * i. */
static bool awaits_said(const struct ld_clause *c, uint32_t i) {
    if (i < c->verb || !ld_atom_is(c, c->verb, LD_SAY) || ld_atom_is(c, c->verb + 1, LD_ARTICLE)) return false;
    for (uint32_t k = c->verb + 1; k < c->count && !(c->atoms[k].border & ~LD_COMMA); k++) {
        if (ld_is_bare_infinitive(c, k)) return k > i;
        if (ld_opens_part(c, k) || (ld_is_verb(c, k) && !ld_is_infinitive_beside(c, k))) return false;
    }
    return false;
}

/* "a reçu [un mail]", "ont décidé jeudi [d'ouvrir]", "a dit, dans une lettre, [que ..]": nothing but when or an aside
 * parts a verb from that. Also "250 millions [d'euros]". */
bool ld_awaits_object(const struct ld_clause *c, uint32_t i) {
    const struct ld_atom *next = &c->atoms[i + 1];
    if (!next->border && next->facts & LD_BOUND && (ld_is_number(c, i - 1) || ld_is_number(c, i))) return true;
    if (!next->border && (parts_object(c, i) || is_of_next(c, i) || is_open_infinitive(c, i) || parts_by_time(c, i)))
        return true;
    if (!next->border && next->facts & LD_PREPOSITION && ld_is_word_of(c, i, LD_WORDS_arrived))
        return true; /* "sont parvenus [à un accord]" */
    if (ld_is_before_when(c, i) || (!next->border && awaits_said(c, i))) return true;
    if (!next->border && next->facts & LD_PREPOSITION && ld_is_word_of(c, i, LD_WORDS_stemming))
        return true; /* "nueve barcas procedentes [de Bray]" */
    if (is_forced(c, i) ||
        (ld_is_word_of(c, i, LD_WORDS_several) && (ld_is_plain(c, i + 1) || ld_atom_is(c, i + 1, LD_TIME))))
        return true; /* "tres [días]" */
    if (!next->border && ld_is_word_of(c, i, LD_WORDS_put) && ld_is_word_of(c, i + 1, LD_WORDS_into))
        return true; /* "la commission mise [en place]" */
    const bool of = ld_word_is(c, i + 1, "d'") || ld_word_is(c, i + 1, "de"),
               to_do = next->facts & LD_PREPOSITION && ld_ends_bare(c, i + 2);
    if (to_do && ld_word_is(c, i + 1, "par")) return true; /* "a fini [par ouvrir]" */
    const bool whom = next->border && c->endings->language == LD_LANGUAGE_es &&
                      (ld_word_is(c, i + 1, "al") ||
                       (ld_word_is(c, i + 1, "a") && (ld_is_number(c, i + 2) || ld_is_article(c, i + 2))));
    const bool bare = next->border && ld_ends_bare(c, i + 1) && c->endings->language != LD_LANGUAGE_fr;
    if (!(begins_object(c, i + 1) || (of && next->border) || whom || bare) || next->border & ~LD_COMMA) return false;
    if (next->border) {
        i = ld_last_border(c, i);
        if (!(c->atoms[i].border & LD_COMMA) ||
            !(ld_phrase_at(c, i, LD_PREPOSITION) || ld_atom_is(c, i, LD_TIME) ||
              ld_atom_shaped(c, i, LD_VERB_PARTICIPLE)) ||
            ld_ends_bare(c, i + ld_phrase_at(c, i, LD_PREPOSITION)))
            return false; /* nor ", hasta caer a 9 euros, un precio que .." */
        i = before_manner(c, i - 1);
        if (ld_ends_bare(c, i)) return true; /* "faire pousser, en serre, [un arbre]" */
    }
    i = before_time(c, i);
    const bool passive = to_do && ld_atom_shaped(c, i, LD_VERB_PARTICIPLE) && ld_atom_is(c, i - 1, LD_BE);
    return passive || ld_is_verb(c, i) || ends_group(c, i); /* "est forcé [de vendre]" */
}

bool ld_is_bare_apposition(const struct ld_clause *c, uint32_t i) {
    const uint32_t from = i - ld_is_article(c, i - 1);
    return i && c->atoms[from].border & LD_COMMA && !ld_border(c, i + 1) && ld_phrase_at(c, i + 1, LD_RELATIVE) &&
           !ld_atom_flagged(c, i, LD_CAPITAL | LD_NUMERIC) && !(c->atoms[i].facts & ~(uint32_t)LD_STOP) &&
           !ld_is_verb(c, i) && !ld_awaits_object(c, from - 1); /* but "vend, en mai, un bac" */
}

enum ld_asks ld_asks_beside(const struct ld_clause *c, uint32_t i, bool light) {
    const struct ld_atom *atom = &c->atoms[i], *next = atom + 1;
    const bool name = atom->flags & (LD_CAPITAL | LD_NUMERIC) || atom->facts & LD_TIME;
    if (next->border) return ld_place_after(c, i) < LD_PLACE_CLEAN ? LD_ASKS_WHICH : LD_ASKS_NOTHING;
    if (ld_joins(c, i + 1)) return ld_is_verb(c, i + 2) ? LD_ASKS_LITTLE : LD_ASKS_MOST;
    if (ld_phrase_at(c, i + 1, LD_ADJUNCT | LD_CONJUNCTION) > 1) return LD_ASKS_NOTHING; /* "alors que" */
    if (light) return LD_ASKS_MOST;
    if (ld_phrase_at(c, i + 1, LD_PREPOSITION) > 1) return LD_ASKS_WHICH; /* "autour de" */
    if (next->facts & LD_BOUND)
        return name ? LD_ASKS_LITTLE : *ld_folded(c, i + 1) == 'd' ? LD_ASKS_MOST : LD_ASKS_WHICH;
    if (next->facts & LD_RELATIVE) return LD_ASKS_WHICH;
    if (next->facts & LD_ADJUNCT) return LD_ASKS_NOTHING;
    if (next->facts & LD_PREPOSITION)
        return ld_ends_bare(c, i + 2) || ld_is_word_of(c, i + 2, LD_WORDS_nonfinite) ? LD_ASKS_WHAT : LD_ASKS_LITTLE;
    return next->facts & (LD_TIME | LD_CONJUNCTION) ? LD_ASKS_NOTHING : LD_ASKS_WHICH;
}

/* "des barques [pour la vente] de ..", "les moulins [et le bac] de ..": what ends with atom last is better left out, as
 * of what is not told; it belongs to a noun. */
double ld_openness_beside(const struct ld_clause *c, uint32_t last) {
    enum { FAR = 4 }; /* words */
    const struct ld_atom *next = &c->atoms[last + 1];
    if (next->border || !(next->facts & LD_BOUND) || *ld_folded(c, last + 1) != 'd' ||
        c->atoms[last].flags & (LD_CAPITAL | LD_NUMERIC))
        return 0;
    uint32_t i = last;
    while (i + FAR > last && !c->atoms[i].border && !ld_atom_is(c, i, LD_PREPOSITION) && !ld_joins(c, i)) i--;
    const struct ld_atom *noun = ld_atom_at(c, i - 1);
    const bool begins = ld_joins(c, i) || (ld_atom_is(c, i, LD_PREPOSITION) && !ld_atom_is(c, i, LD_BOUND));
    return begins && !c->atoms[i].border && !(noun->facts | noun->verb | noun->border) && !ld_is_verb(c, i - 2) &&
                   !(noun->flags & LD_NUMERIC) && !(noun->shape & (LD_VERB_PARTICIPLE | LD_ENDS_PARTICIPLE)) &&
                   !ld_ends_bare(c, i - 1)
               ? 0.5
               : 0;
}
