/* shorten_main.c - the main clause of a sentence: its verb, and the pieces that no mark parts from it: its end from a
 * preposition or conjunction on, what belongs to the subject, who says what follows. When unsure it
 * finds no piece. The segments are those of shorten_pieces.c. Source: as there. */

#include "pick/shorten_words.h"

enum { REACH = 12 }; /* words between a verb and the preposition that it takes */

/* "has, for the first time, [closed]": where the verb of an auxiliary before a mark stands; or the auxiliary itself. */
static uint32_t behind_aside(const struct ld_clause *c, uint32_t verb) {
    if (!ld_atom_is(c, verb, LD_AUXILIARY) || ld_border(c, verb + 1) != LD_COMMA) return verb;
    const uint32_t i = ld_next_border(c, verb + 2);
    return ld_atom_shaped(c, i, LD_LIKE_PAST | LD_ENDS_PARTICIPLE | LD_VERB_BASE) ? i : verb;
}

/* "Harlan, a mill that was lost and [sold], will close": what no opener waits for may stand in an aside as well. Then
 * the main verb is the next one outside, if there is one. */
static void leave_asides(struct ld_clause *c) {
    uint32_t open = 0;
    for (uint32_t e = 0; ld_in_piece(c, c->head) && e < c->event_count; e++) {
        const bool finds = c->events[e].kind == LD_FINDS;
        if (ld_in_piece(c, c->events[e].atom)) continue;
        if (finds && !open) c->head = c->events[e].atom;
        open += finds ? -1u : 1u;
    }
}

/* The main clause's verb: past the verbs of relative clauses that belong to its subject. */
static void find_verb(struct ld_find *f, uint32_t from) {
    struct ld_clause *c = f->c;
    uint32_t skip = 0;
    if (c->whole) leave_asides(c);
    c->verb = c->head;
    if (c->endings->final_verb && c->head) return;
    if (c->whole && c->verb >= from) {                          /* known from the clauses */
        for (uint32_t i = c->verb + 1; !ld_border(c, i); i++) { /* "has said", "has not yet said" */
            if (c->atoms[i].verb)
                c->verb = i;
            else if (!(c->atoms[c->verb].facts & LD_AUXILIARY) ||
                     !(c->atoms[i].shape & LD_ADVERB || c->atoms[i].facts & (LD_NEGATION | LD_TIME)))
                break;
        }
        c->verb = behind_aside(c, c->verb);
        return;
    }
    for (c->verb = from; c->verb < c->count; c->verb++) {
        uint32_t i = c->verb;
        if (ld_in_piece(c, i)) continue;
        if ((ld_by_endings(c) ? i > from : !ld_border(c, i)) && ld_phrase_at(c, i, LD_RELATIVE) &&
            !ld_atom_is(c, i, LD_PRONOUN | LD_ADJUNCT))
            skip = 1;
        if (ld_by_endings(c) && i == from && ld_opens_part(c, i)) skip = 1; /* "Si le port ferme, .." */
        if (ld_atom_is(c, i, LD_RELATIVE) && ld_atom_is(c, i, LD_PRONOUN) && !ld_border(c, i)) skip = 1;
        if (ld_by_endings(c) && ld_border(c, i) && !ld_atom_is(c, i, LD_RELATIVE | LD_CONJUNCTION) &&
            (ld_is_verb(c, i) || ld_is_verb(c, i + 1) || ld_is_verb(c, i + 2)))
            skip = 0; /* "dont une porte donne sur le port, se trouve" */
        if (!ld_is_verb(c, i) || (ld_by_endings(c) && ld_is_infinitive_beside(c, i))) continue;
        if (!skip) {
            while (!ld_border(c, c->verb + 1) && ld_is_verb(c, c->verb + 1)) c->verb++; /* "has said" */
            if (ld_atom_is(c, c->verb, LD_AUXILIARY) && !ld_border(c, c->verb + 2) &&
                ld_atom_is(c, c->verb + 2, LD_SAY) && ld_is_verb(c, c->verb + 2))
                c->verb += 2; /* "avait déjà assuré" */
            break;
        }
        skip = 0;
        c->verb = ld_group_end(c, c->verb);
    }
    if (c->verb < f->limit || !c->endings->forms) return;
    for (uint32_t i = from + 1; !ld_border(c, i); i++) { /* "Ashby starts repairs", where no other is found */
        if (ld_atom_flagged(c, i - 1, LD_CAPITAL) && !ld_atom_flagged(c, i, LD_CAPITAL) &&
            c->atoms[i].shape & LD_ENDS_S) {
            c->verb = i;
            return;
        }
    }
}

/* Of the languages told by endings: "annonce jeudi [qu'il part]", 'dit: "[Il part]"', but not "annonce sa retraite et
 * [part]", "plaide pour le port [dont il part]", 's'est dit "[déçu]"'. */
static bool opens_content(const struct ld_clause *c) {
    if (ld_atom_is(c, c->verb + 1, LD_ARTICLE)) return false;
    for (uint32_t i = c->verb + 1; i < c->count; i++) {
        if (ld_border(c, i) & LD_COLON) return true;
        if (ld_is_bare_infinitive(c, i) || ld_phrase_at(c, i, LD_CONJUNCTION) > 1)
            return false; /* "dit vouloir partir", "lo asegura después de que ganó" */
        if (ld_opens_part(c, i)) return ld_atom_is(c, i, LD_CONJUNCTION);
        if (ld_is_verb(c, i) && !ld_is_infinitive_beside(c, i)) return c->atoms[i].marks & LD_QUOTED;
    }
    return false;
}

/* ---- the end of the main clause ---------------------------------------------------------------------------------- */

/* Whether a finite verb of the clause itself stands in [from, limit), before another clause opens. */
static bool loses_verb(const struct ld_find *f, uint32_t from) {
    const struct ld_clause *c = f->c;
    const uint32_t mark = ld_next_in(&c->sets, LD_SORT_MARKED, from + 1, f->limit);
    for (uint32_t i = ld_next_of(&c->sets, LD_SET_VERBS, LD_SORT_OPENER, from + 1, mark); i < mark;
         i = ld_next_of(&c->sets, LD_SET_VERBS, LD_SORT_OPENER, i + 1, mark)) {
        if (ld_atom_is(c, i, LD_RELATIVE | LD_CONJUNCTION) && !ld_atom_is(c, i, LD_PREPOSITION)) return false;
        bool reduced =
            !(c->atoms[i].facts & (LD_AUXILIARY | LD_SAY)) && ld_atom_is(c, i + 1, LD_PREPOSITION); /* "made in" */
        if (ld_is_verb(c, i) && !reduced) return true;
    }
    return false;
}

/* Whether a clause with a subject and a verb of its own begins at atom i. */
static bool own_clause(const struct ld_find *f, uint32_t i) {
    const struct ld_clause *c = f->c;
    uint32_t k = i;
    if (!ld_atom_is(c, i, LD_ARTICLE | LD_PRONOUN) && !ld_atom_flagged(c, i, LD_CAPITAL)) return false;
    while (!ld_is_verb(c, k) && !ld_border(c, k + 1) && !ld_opens_clause(c, k)) k++;
    return ld_is_verb(c, k);
}

/* "shut the gate, rang the bell [and left]": the last of a list of verbs. */
static bool ends_list(const struct ld_clause *c, uint32_t i) {
    const uint32_t k = ld_last_border(c, i - 1);
    return k > c->verb && ld_is_verb(c, k) && !ld_atom_is(c, k, LD_AUXILIARY | LD_SAY);
}

/* "said the mill shut, nine smiths left [and the town sued]": the last of a list of clauses, none of which an
 * opener has. */
static bool ends_clause_list(const struct ld_find *f, uint32_t i) {
    const struct ld_clause *c = f->c;
    const uint32_t k = ld_last_border(c, i - 1);
    const uint32_t none = LD_PREPOSITION | LD_CONJUNCTION | LD_RELATIVE | LD_SAY | LD_AUXILIARY;
    return k > c->verb && c->atoms[k].border == LD_COMMA && !ld_atom_is(c, k, none) && !ld_is_verb(c, k) &&
           !ld_is_participle(f, k) && !ld_any_is(c, c->verb + 1, k, LD_ADJUNCT) && ld_has_verb(c, k + 1, i);
}

/* "in a hall, a club [and the loft]": the last of a list of nouns with an article each. */
static bool ends_noun_list(const struct ld_clause *c, uint32_t i) {
    const uint32_t k = ld_last_border(c, i - 1);
    return k > c->verb && c->atoms[k].border == LD_COMMA && ld_is_article(c, k) && ld_is_article(c, i + 1) &&
           !ld_has_verb(c, k, i) && ld_is_plain(c, k - 1);
}

/* "not only .. [but]", "both .. [and]": a word before atom i waits for it. */
static bool is_promised(const struct ld_clause *c, uint32_t i) {
    for (uint32_t k = 0; c->facts & LD_NEGATION && k + 1 < i; k++)
        if (ld_atom_is(c, k, LD_NEGATION) && ld_phrase_at(c, k, LD_NEGATION | LD_CONJUNCTION) > 1) return true;
    for (uint32_t k = ld_next_in(&c->sets, LD_SORT_OPENER, 1, i); k < i;
         k = ld_next_in(&c->sets, LD_SORT_OPENER, k + 1, i))
        if ((c->atoms[k].facts & (LD_CONJUNCTION | LD_ARTICLE | LD_RELATIVE)) == (LD_CONJUNCTION | LD_ARTICLE))
            return true;
    return false;
}

/* "named Ana Lind as mayor and her sister [as keeper]": as what another one is, joined. */
static bool is_next_as(const struct ld_clause *c, uint32_t i) {
    uint32_t k = i;
    if (!ld_word_is(c, i, "as")) return false; /* nearly always */
    while (k > c->verb && !ld_joins(c, k)) k--;
    for (; k > c->verb; k--)
        if (ld_word_is(c, k, "as")) return true;
    return false;
}

/* What a piece is that begins at atom i and goes on to the end of the main clause; LD_PIECE_KINDS where none does. */
static enum ld_piece_kind end_kind(const struct ld_find *f, uint32_t i) {
    const struct ld_clause *c = f->c;
    if (c->endings->forms && ((ld_joins(c, i) && ends_noun_list(c, i)) || is_next_as(c, i))) return LD_PIECE_KINDS;
    bool verb_before = ld_is_verb(c, i - 1), passive = verb_before && ld_atom_is(c, i - 2, LD_BE);
    if ((ld_atom_is(c, i - 1, LD_SAY) && !passive) || ld_phrase_at(c, i, LD_ARTICLE) > 1) return LD_PIECE_KINDS;
    if (ld_atom_is(c, i - 2, LD_RELATIVE) && !ld_atom_shaped(c, i - 1, LD_INTRANSITIVE))
        return LD_PIECE_KINDS; /* ", which serves" */
    if (ld_atom_is(c, i, LD_CONJUNCTION) && !ld_atom_is(c, i, LD_RELATIVE | LD_PREPOSITION | LD_ADJUNCT)) {
        const bool promised = is_promised(c, i);
        if (ld_atom_shaped(c, i + 1, LD_ENDS_PARTICIPLE) && ld_atom_is(c, i, LD_CONNECTIVE) && c->endings->forms &&
            !promised && ld_atom_is(c, i + 2, LD_ARTICLE | LD_PRONOUN | LD_PREPOSITION) &&
            ld_has_verb(c, i + 2, f->limit))
            return LD_PIECE_CONJUNCT; /* "but winning it is hard" */
        if (c->whole && ld_atom_is(c, i, LD_CONNECTIVE) && !promised &&
            (ld_opens_clause(c, i + 1) || (!verb_before && own_clause(f, i + 1) && !ends_clause_list(f, i))))
            return LD_PIECE_CONJUNCT; /* "and that it fell", "and the town sued" */
        return !verb_before && !promised && ld_is_verb(c, i + 1) && c->endings->forms &&
                       !ld_atom_is(c, i + 1, LD_NEGATION) && !ends_list(c, i)
                   ? LD_PIECE_CONJUNCT
                   : LD_PIECE_KINDS;
    }
    if (ld_phrase_at(c, i, LD_ADJUNCT)) {
        const bool loose = ld_atom_shaped(c, i - 1, LD_INTRANSITIVE) && /* "what happened [after he left]" */
                           (ld_phrase_at(c, i, LD_ADJUNCT) > 1 || ld_atom_is(c, i, LD_CONJUNCTION));
        if (verb_before && !passive && !loose && !ld_atom_is(c, i + 1, LD_TIME)) return LD_PIECE_KINDS;
        if (loses_verb(f, i) && ld_atom_is(c, i, LD_PREPOSITION) && !ld_atom_is(c, i, LD_CONJUNCTION))
            return LD_PIECE_KINDS;
        if (c->endings->forms && c->whole && !ld_atom_is(c, i, LD_CONJUNCTION) && ld_waiting(c, 0, i))
            return LD_PIECE_KINDS; /* "meant that ropes [in Bray, though old, were ..]" */
        return ld_is_put(c, i) ? LD_PIECE_KINDS : LD_PIECE_ADJUNCT;
    }
    if (loses_verb(f, i) || ld_atom_is(c, i - 2, LD_AUXILIARY)) return LD_PIECE_KINDS;
    if (c->endings->forms && ld_atom_is(c, i, LD_PREPOSITION) && !ld_atom_is(c, i, LD_BOUND) && c->atoms[i].flags == 0)
        return LD_PIECE_LOOSE;
    return LD_PIECE_KINDS;
}

/* "voted 7-2 on Monday night to build", "told residents to stay": where the infinitive stands, or the verb itself. */
static uint32_t find_complement(const struct ld_find *f) {
    const struct ld_clause *c = f->c;
    bool asks = ld_atom_is(c, c->verb, LD_TELL) || ld_atom_shaped(c, c->verb, LD_TAKES_INFINITIVE);
    uint32_t taker = c->verb + 1; /* "is set to", "were not able to" */
    while (ld_atom_is(c, taker, LD_NEGATION) || ld_atom_shaped(c, taker, LD_ADVERB)) taker++;
    if (ld_atom_shaped(c, c->verb, LD_TAKES_TO) && !asks) return c->verb; /* "was exposed to fumes" */
    if (ld_atom_is(c, c->verb, LD_BE) && ld_is_infinitive(c, taker + 2)) return taker + 2;
    enum { NEAR = 7 };  /* words: "took two years to", but not "took a swim in the bay to mark it" */
    uint32_t after = 0; /* the verb of a relative clause */
    for (uint32_t i = c->verb + 1; i < f->limit && !(asks && ld_is_verb(c, i)); i++) {
        if (ld_border(c, i)) /* "agreed in May, to close" */
            return asks && ld_is_sure_infinitive(c, i + 1) ? i + 1 : c->verb;
        if (asks && !after && !ld_atom_is(c, c->verb, LD_TELL) && ld_atom_is(c, i, LD_RELATIVE) &&
            !ld_atom_is(c, i, LD_ADJUNCT | LD_ARTICLE) && ld_is_verb(c, i + 1)) {
            after = i + 1; /* "allowed two men who had fled to stay" */
            i = ld_group_end(c, after);
            continue;
        }
        if (i > c->verb + NEAR && ld_word_is(c, c->verb, "took")) break;
        if (ld_opens_clause(c, i)) break; /* "warned them that the failure to act" */
        if (i > c->verb + 2 && ld_is_infinitive(c, i + 1) && ld_atom_is(c, i + 1, LD_BE) &&
            ld_word_is(c, c->verb + 1, "to"))
            break; /* "agreed to a price to be named" */
        if (ld_atom_shaped(c, i - 1, LD_ENDS_PARTICIPLE) && ld_atom_is(c, i - 2, LD_PREPOSITION))
            break; /* "ordered the release of men accused of plotting to" */
        if (ld_is_infinitive(c, i + 1)) return ld_is_purpose(c, i) ? c->verb : i + 1;
        const bool time = ld_atom_is(c, i, LD_TIME) ||
                          (ld_atom_is(c, i, LD_PREPOSITION | LD_ARTICLE) && ld_atom_is(c, i + 1, LD_TIME));
        if (!asks && !time && !ld_atom_flagged(c, i, LD_NUMERIC) && !ld_atom_shaped(c, i, LD_ADVERB)) break;
    }
    return c->verb;
}

/* "Acme [also] has", "Acme has [also] been": what else was told, nobody has read. Not "who sailed also fell". The atom,
 * or count. */
static uint32_t find_also(const struct ld_clause *c) {
    enum { NEAR = 2 }; /* words behind the verb */
    if (!c->whole || !c->head || !(c->facts & LD_CONNECTIVE)) return c->count;
    for (uint32_t i = c->head - 1; i <= c->head + NEAR && i + 1 < c->count; i++)
        if (ld_word_is(c, i, "also") && !ld_is_protected(c, i) && !(ld_border(c, i) & ~LD_COMMA) &&
            !ld_border(c, i + 1) && !ld_any_is(c, 0, i, LD_RELATIVE) && !ld_atom_is(c, i - 1, LD_CONJUNCTION))
            return i;
    return c->count;
}

bool ld_drop_also(const struct ld_clause *c, bool *keep) {
    const uint32_t also = find_also(c);
    if (also >= c->count || ld_border(c, also)) return false; /* not behind an aside, whose comma it has */
    const bool kept = keep[also];
    keep[also] = false;
    return kept;
}

bool ld_is_doubled(const struct ld_clause *c, uint32_t i) {
    const struct ld_atom *atom = &c->atoms[i], *before = atom - 1;
    if (ld_border(c, i) || ld_is_protected(c, i)) return false;
    if (ld_token_word(c->doc, atom->token) != ld_token_word(c->doc, before->token))
        return ld_word_is(c, i, "been") && before->facts & LD_BE && !strchr(ld_folded(c, i - 1), '\''); /* "was been" */
    bool twice = ld_word_is(c, i, "had") || ld_is_that(c, i);
    for (uint32_t k = 0; atom->facts & LD_BE && k < i; k++)
        twice |= ld_word_is(c, k, "what"); /* "what it was was old" */
    return !twice && !atom->flags && !(before->flags & ~(uint32_t)LD_CAPITAL);
}

/* "the [the] mill": what was written twice. */
static void find_doubled(struct ld_find *f) {
    for (uint32_t i = 1; f->c->endings->forms && i < f->c->count; i++)
        if (ld_is_doubled(f->c, i)) ld_add_piece(f, LD_PIECE_CONNECTIVE, i, i + 1);
}

/* Where the preposition stands that the verb takes ("linked its aid for the north to a vote"), or 0. Behind a clause
 * within, only "of", "as" and "with" are known to be the verb's: "accused those who came of theft". */
static uint32_t complement_end(const struct ld_clause *c, uint32_t limit) {
    uint32_t wanted = c->atoms[c->verb].shape & LD_TAKES;
    if (c->complement > c->verb) limit = c->complement;             /* "plans to build a hall [for]" */
    const uint32_t near = wanted & LD_TAKES_AS ? 2 * REACH : REACH; /* "described all .. as" */
    for (uint32_t i = c->verb + 1, reach = c->verb + near; wanted && i < limit && i < reach; i++) {
        const struct ld_piece *aside = ld_piece_at(c, i, UINT32_MAX); /* ", a rival, to" */
        if (aside && aside->to < limit) {
            reach += aside->to - i;
            i = aside->to;
        } else if (ld_border(c, i)) {
            break;
        }
        if (c->atoms[i].shape & wanted && c->atoms[i].facts & LD_PREPOSITION && !ld_opens_clause(c, i) &&
            !(ld_is_when(c, i) && ld_atom_flagged(c, i + 1, LD_CAPITAL))) /* "placed into orbit on Sunday" */
            return i;
        if (ld_is_verb(c, i) || ld_is_sure_infinitive(c, i) ||
            (ld_atom_is(c, i, LD_RELATIVE | LD_CONJUNCTION) && !ld_atom_is(c, i, LD_PREPOSITION)))
            wanted &= LD_TAKES_OF | LD_TAKES_AS | LD_TAKES_WITH;
    }
    return 0;
}

/* "to congratulate the town [on its new pier]": an infinitive or participle before atom i takes it. */
static bool is_taken(const struct ld_clause *c, uint32_t i) {
    for (uint32_t k = i; c->atoms[i].shape & LD_TAKES && k > c->complement && i - k < REACH;) {
        const bool verbal = ld_is_infinitive(c, --k) || ld_atom_shaped(c, k, LD_ENDS_PARTICIPLE);
        if (verbal) return c->atoms[i].shape & c->atoms[k].shape & LD_TAKES;
    }
    return false;
}

/* Where the last end may begin that leaves no more than what there is room for, whatever else goes. */
static uint32_t last_end(const struct ld_find *f) {
    const struct ld_clause *c = f->c;
    const uint32_t slack = 2; /* a blank and a point at the end */
    uint64_t most = (uint64_t)f->longest + slack;
    uint32_t i = f->limit;
    for (uint32_t p = 0; p < c->piece_count; p++)
        most += c->atoms[c->pieces[p].to].before - c->atoms[c->pieces[p].from].before + 4; /* and marks beside it */
    while (i && ld_atom_at(c, i - 1)->before > most) i--;
    return i;
}

/* Whether end_kind may tell anything of atom i: for "of" and its like, never. */
static bool may_be_end(const struct ld_find *f, uint32_t i) {
    const struct ld_atom *atom = &f->c->atoms[i];
    if (atom->phrases || atom->facts & LD_ADJUNCT) return true;
    if (!(atom->facts & LD_PREPOSITION)) return (atom->facts & (LD_CONJUNCTION | LD_RELATIVE)) == LD_CONJUNCTION;
    return f->c->endings->forms && !atom->flags && !atom[-1].verb;
}

static bool within_protected(const struct ld_clause *c, uint32_t i) {
    return ld_is_protected(c, i) && ld_is_protected(c, i - 1);
}

/* The verb of what is said, before atom last; or that. */
static uint32_t said_end(const struct ld_clause *c, uint32_t last) {
    uint32_t i = ld_next_in(&c->sets, LD_SET_VERBS, c->verb + 3, last);
    while (i < last && within_protected(c, i)) i = ld_next_in(&c->sets, LD_SET_VERBS, i + 1, last);
    return i;
}

/* Whether what can go before a condition begins at atom i: "will sail [in May] unless it rains", "said it would close
 * the mill [and sell it] if it rains", "the gate [holding the tide]". */
static bool may_go_before(const struct ld_clause *c, uint32_t i) {
    const struct ld_atom *atom = &c->atoms[i], *before = atom - 1;
    if (ld_joins(c, i))
        return atom[1].shape & (LD_VERB_BASE | LD_VERB_OR_NOUN) &&
               !ld_atom_is(c, i + 2, LD_PREPOSITION | LD_CONJUNCTION);
    if (atom->shape & LD_ENDS_PARTICIPLE && !(atom->facts & LD_PREPOSITION))
        return !ld_is_infinitive(c, i - 1) && !before->verb && !before->facts;
    return atom->facts & LD_PREPOSITION && !(atom->facts & LD_BOUND) && !(before->shape & atom->shape & LD_TAKES);
}

/* Only where what stays has room: no other can be of use. */
static void find_ends(struct ld_find *f) {
    struct ld_clause *c = f->c;
    if (!c->endings->free_end) return;
    const uint32_t last = last_end(f);
    const struct ld_bound bound = ld_find_bound(c);
    uint32_t from = c->complement + 2, said = c->says ? said_end(c, last) : 0; /* which has to be complete, too */
    uint32_t verb = bound.to;                                                  /* of what is bound */
    if (verb && c->atoms[verb].border) verb--;
    while (verb > c->head && !c->atoms[verb].border && !ld_is_finite(c, verb) && !ld_opens_clause(c, verb - 1)) verb--;
    for (uint32_t i = verb + 3; i < bound.to; i++)
        if (may_go_before(c, i) && ld_may_end(c, i - 1) && !ld_waits(c, i - 1) && ld_lightness(c, i - 1) < 1)
            ld_add_piece(f, LD_PIECE_LOOSE, i, bound.to);
    if (from <= c->taken) from = c->taken + 1;
    if (from <= said) from = said + 1;
    for (uint32_t i = ld_next_in(&c->sets, LD_SORT_END, from > 3 ? from : 3, last); i < last;
         i = ld_next_in(&c->sets, LD_SORT_END, i + 1, last)) {
        if (!may_be_end(f, i) || ld_border(c, i) || within_protected(c, i)) continue;
        const enum ld_piece_kind kind = end_kind(f, i);
        if (kind == LD_PIECE_KINDS || !ld_may_end(c, i - 1)) continue;
        c->atoms[i - 1].ends = true;
        const bool unique = ld_atom_at(c, i - 3)->shape & LD_DEFINITE && ld_in_phrase(c, i - 1); /* "the first man" */
        const bool time = ld_atom_is(c, i, LD_TIME) && ld_place_after(c, i - 1) <= LD_PLACE_MID; /* "mere [days" */
        const bool before = i > verb && i < bound.to;
        if (!unique && !time && !is_taken(c, i) && !ld_in_choice(c, i) && !ld_waits(c, i - 1) &&
            !(c->endings->forms && ld_awaits_and(c, i - 1)))
            ld_add_piece(f, kind, i, before ? bound.to : f->limit);
    }
}

static bool is_wanted(const struct ld_find *f, enum ld_piece_kind kind) { return f->kinds >> kind & 1; }

/* Whether words that can go begin at atom i, behind whom a verb asks: "[at the fair]", "[hit by storms]", "[getting
 * cold]". */
static bool begins_beside(const struct ld_clause *c, uint32_t i) {
    const struct ld_atom *atom = &c->atoms[i], *before = atom - 1;
    if (before->facts & (LD_ARTICLE | LD_PRONOUN | LD_NEGATION)) return false;
    if (atom->shape & LD_ENDS_PARTICIPLE && !(atom->facts & LD_PREPOSITION)) return before->shape & LD_ENDS_S;
    const uint32_t at = i + (atom->shape & LD_LIKE_PAST && !atom->flags ? 1 : 0);
    return ld_atom_is(c, at, LD_PREPOSITION) && !ld_atom_shaped(c, at, LD_TAKES_OF | (before->shape & LD_TAKES)) &&
           !ld_is_of_noun(c, at);
}

/* What belongs to the object of the verb at atom k, before atom to; of participles alone, or all. */
static void find_beside(struct ld_find *f, uint32_t k, uint32_t to, bool all) {
    const struct ld_clause *c = f->c;
    uint32_t from = k + 1 + ld_is_number(c, k + 2);
    while (from < to && !c->atoms[from].border &&
           !(begins_beside(c, from) && (all || ld_atom_shaped(c, from, LD_LIKE_PAST))))
        from++;
    if (from < to && to + 1 < f->limit && !c->atoms[from].border) ld_add_piece(f, LD_PIECE_BARE, from, to);
}

/* "asked bakers [at the fair] to stay", "expects its profits [for May] to rise", "described the mill [built in May] as
 * old". */
static void find_before_taken(struct ld_find *f) {
    const struct ld_clause *c = f->c;
    if (c->taken) find_beside(f, c->verb, c->taken, false);
    if (!(c->shapes & LD_TAKES_INFINITIVE) || !(c->shapes & LD_MARKS_INFINITIVE) || !c->whole) return;
    for (uint32_t k = c->verb; k + 3 < f->limit; k++)
        if (ld_is_asking_whom(c, k)) find_beside(f, k, ld_find_asked(c, k + 1), true);
}

/* "filed [with the Harlan Guild] a plan": with whom it is done, between a verb and its object. */
static void find_with(struct ld_find *f) {
    struct ld_clause *c = f->c;
    const uint32_t none = LD_CONJUNCTION | LD_RELATIVE | LD_PRONOUN | LD_PREPOSITION;
    for (uint32_t verb = c->verb; verb < f->limit; verb = ld_next_in(&c->sets, LD_SET_VERBS, verb + 1, f->limit)) {
        const uint32_t from = verb + 1;
        if (!ld_word_is(c, from, "with") || ld_border(c, from)) continue;
        uint32_t i = from + 1 + ld_is_article(c, from + 1);
        if (!ld_atom_flagged(c, i, LD_CAPITAL)) continue;
        while (!ld_border(c, i) && ld_atom_flagged(c, i + ld_atom_is(c, i, none), LD_CAPITAL)) i++;
        if (!ld_border(c, i) && ld_is_article(c, i) && !ld_atom_is(c, i + 1, LD_TIME))
            ld_add_piece(f, LD_PIECE_DAY, from, i);
    }
}

/* ---- all of them --------------------------------------------------------------------------------------------------
 */

/* First the verb, as the others need it. */
void ld_main_pieces(struct ld_find *f, uint32_t first) {
    struct ld_clause *c = f->c;
    find_verb(f, f->segments[first]);
    c->complement = c->verb < f->limit ? find_complement(f) : c->verb;
    c->taken = complement_end(c, f->limit);
    const uint32_t taken = c->taken ? c->taken : c->complement > c->verb ? c->complement - 1 : 0;
    for (uint32_t e = 0; taken && e < c->event_count; e++) { /* "accused those [who came] of theft" */
        uint32_t from = c->events[e].atom;
        if (from > c->verb && from < taken && ld_atom_is(c, from, LD_RELATIVE))
            ld_add_piece(f, LD_PIECE_RELATIVE, from, taken);
    }
    if (is_wanted(f, LD_PIECE_BARE)) find_before_taken(f);
    uint32_t from, verb;
    c->says = ld_atom_is(c, c->verb, LD_SAY) && c->complement == c->verb && ld_has_verb(c, c->verb + 2, f->limit) &&
              !(ld_by_endings(c) && !opens_content(c)) &&
              !(c->endings->final_verb && ld_atom_is(c, c->verb + 1, LD_PREPOSITION)); /* "warnt vor Wind, der .." */
    uint32_t quoted = c->has_pairs && c->says ? c->verb + 1 : c->count;                /* 'told the court, "We .."' */
    while (quoted < c->count && !(c->atoms[quoted].marks & LD_QUOTED && ld_border(c, quoted))) quoted++;
    if (c->says && c->whole && !ld_border(c, c->verb + 1) && quoted == c->count && !ld_is_protected(c, c->verb + 1))
        c->says = ld_find_content(c, &from, &verb); /* not "announced a plan that will" */
    ld_find_days(f);                                /* first, as they go more easily than what belongs to a subject */
    from = f->segments[first];
    verb = c->whole && c->head > from ? c->head : c->verb;
    ld_find_subject(f, from, verb);
    if (ld_find_content(c, &from, &verb)) ld_find_subject(f, from, verb);
    for (from = c->verb; ld_next_content(c, &from, &verb);) ld_find_subject(f, from, verb);
    ld_find_self(f, first);
    const uint32_t also = find_also(c);
    if (also < c->count) ld_add_piece(f, LD_PIECE_DAY, also, also + 1);
    ld_find_tying(f);
    find_doubled(f);
    if (is_wanted(f, LD_PIECE_TITLE)) {
        ld_find_title(f, first);
        ld_find_bearers(f, first);
    }
    if (is_wanted(f, LD_PIECE_ALIAS)) ld_find_aliases(f);
    if (is_wanted(f, LD_PIECE_SPEAKER)) ld_find_speaker(f, first);
    if (is_wanted(f, LD_PIECE_COMPANY)) {
        ld_find_companies(f);
        ld_find_board(f);
    }
    find_ends(f);
    ld_find_middle(f);
    ld_find_german(f);
    ld_find_modifiers(f, f->segments[first]);
    ld_find_before_object(f);
    if (c->whole) find_with(f);
}
