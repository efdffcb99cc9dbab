/* shorten_source.c - the segments of a sentence in; who says so at its end, or between its parts, out: ", officials
 * said Tuesday". What comes before it is what is said. Leaves who says so at the beginning to shorten_said.c. Source:
 * as shorten_pieces.c. */

#include "pick/shorten_words.h"

/* "harbour and fire officials told us": behind the "and" at atom i, the first verb is who says so's. */
static bool joins_speakers(const struct ld_clause *c, uint32_t i, uint32_t to) {
    while (i < to && !ld_is_verb(c, i)) i++;
    return ld_atom_is(c, i, LD_SAY);
}

/* Whether behind a verb of saying nothing but when follows. */
static bool ends_with_day(const struct ld_clause *c, uint32_t i, uint32_t to) {
    while (ld_is_when(c, i)) i++;
    return i >= to;
}

/* ", new figures from the board [show]" */
static bool ends_with_finding(const struct ld_clause *c, uint32_t from, uint32_t to) {
    enum { FEW = 3 }; /* words up to what is found */
    if (to < from + 3 || !ld_is_word_of(c, to - 1, LD_WORDS_finding)) return false;
    for (uint32_t i = from; i < from + FEW; i++)
        if (ld_is_word_of(c, i, LD_WORDS_findings))
            return ld_atom_is(c, i + 1, LD_PREPOSITION) && !ld_has_verb(c, from, to - 1);
    return false;
}

/* ", two smiths of the guild [charged]" */
static bool ends_with_charge(const struct ld_clause *c, uint32_t from, uint32_t to) {
    return to == c->count && to > from + 1 && ld_word_is(c, to - 1, "charged") && ld_is_plain(c, to - 2) &&
           !ld_has_verb(c, from, to - 1) && !ld_any_is(c, from, to, LD_AUXILIARY | LD_CONJUNCTION);
}

/* "will", but not ", said Will Ashby". */
static bool is_auxiliary(const struct ld_clause *c, uint32_t i) {
    return ld_atom_is(c, i, LD_AUXILIARY) && !(c->endings->forms && ld_atom_flagged(c, i, LD_CAPITAL));
}

/* ", he said", ", officials said Tuesday", ", said the mayor of Oxley", ", according to the police" */
bool ld_is_attribution(const struct ld_find *f, uint32_t from, uint32_t to) {
    const struct ld_clause *c = f->c;
    if (c->endings->forms && (ends_with_finding(c, from, to) || ends_with_charge(c, from, to))) return true;
    if (!(c->facts & LD_SAY) || ld_is_protected(c, from)) return false;
    const uint32_t phrase = ld_phrase_at(c, from, LD_SAY);
    if (phrase > 1 || (phrase && !c->endings->forms)) /* not "la mairie, .., a reconnu que" */
        return !ld_by_endings(c) ||
               !(ld_atom_is(c, from + phrase, LD_CONJUNCTION) && ld_atom_is(c, from + phrase, LD_RELATIVE));
    if (phrase) {
        for (uint32_t i = from + 1; i < to && !ld_atom_is(c, i, LD_RELATIVE); i++)
            if (is_auxiliary(c, i) || (c->endings->forms && ld_joins(c, i) && ld_is_verb(c, i + 1)))
                return false; /* ", said his journey has been long", ", ruled it out and asked him" */
        if (ld_atom_shaped(c, from + 1, LD_LIKE_PAST) && !ld_atom_flagged(c, from + 1, LD_CAPITAL))
            return false; /* ", believed lost" */
        return !ld_atom_shaped(c, from, LD_ENDS_PARTICIPLE) && to - from <= 12 &&
               !ld_atom_is(c, from + 1, LD_CONJUNCTION) && !is_auxiliary(c, from + 1);
    }
    if (c->endings->forms && ld_atom_is(c, from, LD_PREPOSITION)) return false; /* ", in papers published today" */
    if (ld_atom_is(c, from, LD_RELATIVE | LD_CONJUNCTION) && !ld_atom_is(c, from, LD_PRONOUN)) return false;
    if (ld_atom_is(c, from, LD_AUXILIARY) && ld_atom_is(c, from + 1, LD_BE)) return false; /* ", will be announced" */
    if (ld_by_endings(c) && (ld_is_article(c, from) || ld_atom_flagged(c, from, LD_CAPITAL)))
        return false; /* "Après l'orage, la guilde a annoncé lundi 9 mai la fin": who does comes behind "a dit" */
    if (c->endings->forms && ld_is_verb(c, from) && ld_atom_shaped(c, from, LD_LIKE_PAST))
        return false; /* ", dined with Ana Lind and promised" */
    for (uint32_t i = from + 1; i < to && i < from + 14; i++) {
        const uint32_t saying = ld_phrase_at(c, i, LD_SAY);
        if (saying > 1 && ends_with_day(c, i + saying, to))
            return true; /* "a court has heard", "a court heard on Monday" */
        if (ld_atom_is(c, i, LD_AUXILIARY) && ld_atom_is(c, i + 1, LD_SAY)) continue; /* "a report has said" */
        if (ld_word_is(c, i, "posted") && ld_atom_is(c, i + 1, LD_PREPOSITION) && !ld_word_is(c, i + 1, "on") &&
            !ld_atom_flagged(c, i - 1, LD_CAPITAL))
            return false; /* ", a boat for smiths posted in the vale" */
        if (ld_joins(c, i) && joins_speakers(c, i, to)) continue;
        if (ld_atom_is(c, i, LD_CONJUNCTION | LD_AUXILIARY) && !ld_atom_is(c, i, LD_PREPOSITION)) return false;
        if (ld_atom_is(c, i, LD_SAY) && !ld_atom_shaped(c, i, LD_ENDS_PARTICIPLE) &&
            !ld_atom_is(c, i - 1, LD_ARTICLE) &&
            !(ld_is_participle(f, from) && !ld_is_verb(c, i))) /* ", citing reports by" */
            return i + 1 == to || ld_atom_is(c, i + 1, LD_TIME | LD_PREPOSITION) ||
                   (to - i <= 4 && !ld_atom_is(c, i + 1, LD_CONJUNCTION | LD_RELATIVE)) ||
                   (ld_atom_is(c, i, LD_TELL) && !ld_has_verb(c, i + 1, to)); /* "told the court" */
    }
    return false;
}

/* Whether behind who says so another verb stands: ", he said that it will". */
static bool says_more(const struct ld_clause *c, uint32_t from, uint32_t to) {
    while (from < to && !ld_atom_is(c, from, LD_SAY)) from++;
    return ld_has_verb(c, from + 1, to);
}

/* Whether segment k is no more than a name. */
static bool is_name(const struct ld_find *f, uint32_t k) {
    const uint32_t from = f->segments[k], to = f->segments[k + 1];
    for (uint32_t i = from; i < to; i++)
        if (!ld_atom_flagged(f->c, i, LD_CAPITAL) && (i == from || !ld_atom_is(f->c, i, LD_MINOR))) return false;
    return to > from + 1;
}

enum { BRIEF = 8, FEW = 4 }; /* words */

/* The first atom of a run of two or three capitals that ends before atom end, behind an office: a name; or end. */
static uint32_t find_name(const struct ld_clause *c, uint32_t from, uint32_t end) {
    uint32_t name = end;
    while (name > from && ld_atom_flagged(c, name - 1, LD_CAPITAL) && !ld_is_title(c, name - 1)) {
        if (ld_atom_shaped(c, --name, LD_ENDS_GENITIVE)) return end; /* "the Harbour Master's Office" */
    }
    if (end < name + 2 || ld_atom_shaped(c, end - 1, LD_COMPANY_FORM)) return end;
    if (ld_is_anothers(c, from, name, end)) return end;
    return ld_atom_is(c, name - 1, LD_PREPOSITION | LD_ARTICLE | LD_CONJUNCTION) ? end : name;
}

/* "papers [seen by the court]" */
static bool is_past_by(const struct ld_clause *c, uint32_t i) {
    return ld_atom_shaped(c, i, LD_ENDS_PARTICIPLE | LD_LIKE_PAST) &&
           !ld_atom_is(c, i - 1, LD_ARTICLE | LD_PREPOSITION) && ld_atom_is(c, i + 1, LD_PREPOSITION | LD_ARTICLE);
}

/* "said Ana Lind[, its head]", "according to clerks [at the pier]": what begins at atom i is not needed to know who. */
static bool ends_source(const struct ld_clause *c, uint32_t i) {
    if (ld_border(c, i) || ld_atom_is(c, i, LD_RELATIVE)) return true;
    if (ld_atom_is(c, i - 1, LD_ARTICLE | LD_PREPOSITION) ||
        (ld_atom_flagged(c, i - 1, LD_CAPITAL) && ld_atom_shaped(c, i, LD_TAKES_FOR)))
        return false; /* "the Office for Harbours" */
    if (ld_phrase_at(c, i, LD_PREPOSITION | LD_ADJUNCT) > 1) return true;
    return (ld_atom_is(c, i, LD_PREPOSITION | LD_TIME) && !ld_atom_shaped(c, i, LD_TAKES_OF) &&
            !ld_word_is(c, i, "with")) ||
           is_past_by(c, i);
}

/* Of who says so from atom from on, and has to stay: the office before a name; what someone is, from atom inner on;
 * where someone is from; when and where. How many words are left without those. */
static uint32_t find_brief(struct ld_find *f, uint32_t from, uint32_t inner) {
    struct ld_clause *c = f->c;
    const uint32_t phrase = ld_phrase_at(c, from, LD_SAY), begin = from + (phrase > 1 ? phrase : 0);
    uint32_t says = from, to = c->count;
    const bool inverted = phrase == 1 && !ld_any_is(c, from + 1, to, LD_SAY); /* "said Ana Lind" */
    while (!inverted && says < to && !(ld_atom_is(c, says, LD_SAY) && ld_is_verb(c, says)) &&
           !(says > from && ld_phrase_at(c, says - 1, LD_SAY) > 1)) /* "a survey [showed] on Monday" */
        says++;
    says = ld_group_end(c, says);       /* "a survey has [found]" */
    if (says == from || begin > from) { /* "said Ana Lind, head of", "according to" */
        uint32_t end = begin + (begin == from) + 1;
        while (!ends_source(c, end)) end++;
        if (end < to && !c->endings->final_verb) /* but "teilte die Gilde [von Bray] mit" */
            ld_add_piece(f, LD_PIECE_ATTRIBUTION, end, to);
        const uint32_t name = find_name(c, begin, end);
        ld_find_surname(f, begin + (begin == from), end);
        if (begin == from || name == end) return end - from;
        ld_add_piece(f, LD_PIECE_TITLE, begin, name);
        return end - name + begin - from;
    }
    if (says >= to) return to - from;
    const bool tells = ld_atom_is(c, says, LD_TELL);
    uint32_t whom = says + 1; /* "told the paper [in May]" */
    while (tells && !ld_atom_is(c, whom, LD_PREPOSITION | LD_TIME | LD_RELATIVE) && !ld_border(c, whom)) whom++;
    if (whom > says + 1 && ld_word_is(c, whom - 1, "this")) whom--; /* "were told this week" */
    if (whom < to && (tells ? whom > says + 1 : ld_atom_is(c, whom, LD_PREPOSITION | LD_TIME) || ld_border(c, whom))) {
        ld_add_piece(f, LD_PIECE_ATTRIBUTION, whom, to);
        to = whom;
    }
    while (ld_is_verb(c, says - 1)) says--; /* "has said" */
    const uint32_t end = inner > from ? inner : says, name = find_name(c, from, end);
    if (inner > from) ld_add_piece(f, LD_PIECE_APPOSITION, inner, says);
    if (name < end) ld_add_piece(f, LD_PIECE_TITLE, from, name);
    ld_find_surname(f, from, end);
    uint32_t left = (name < end ? end - name : end - from) + to - says;
    for (uint32_t i = from + 1; left > FEW && i < end; i++)
        if ((ld_atom_is(c, i, LD_PREPOSITION | LD_RELATIVE) || is_past_by(c, i)) &&
            !ld_atom_flagged(c, i - 1, LD_CAPITAL) && !ld_atom_shaped(c, i, LD_TAKES_OF)) {
            const uint32_t near = i - (ld_word_is(c, i - 1, "close") || ld_word_is(c, i - 1, "familiar"));
            ld_add_piece(f, LD_PIECE_APPOSITION, near, end); /* "clerks [at the mill] said", "[close to it]" */
            left = near - from + to - says;
            break;
        }
    if (end == from + 3 && ld_joins(c, from + 1) && ld_atom_shaped(c, from, LD_ENDS_S) &&
        ld_atom_shaped(c, from + 2, LD_ENDS_S) && !ld_atom_flagged(c, from, LD_CAPITAL))
        ld_add_piece(f, LD_PIECE_SURNAME, from + 1, end); /* "bakers [and smiths] said" */
    return left;
}

/* "According to [the salt group] Harlan Rope, the mill", "According to a paper [by Lind], the mill": who says so in a
 * lead that ends before atom to, and what is not needed to know who. But "According to an agreement" is nobody's word.
 */
void ld_find_brief_lead(struct ld_find *f, uint32_t to) {
    struct ld_clause *c = f->c;
    const uint32_t begin = ld_phrase_at(c, 0, LD_SAY);
    uint32_t end = begin + 1;
    if (!c->endings->forms || !c->whole || begin < 2) return;
    for (; end < to && !ends_source(c, end); end++)
        if (ld_is_word_of(c, end, LD_WORDS_terms)) return;
    if (ld_atom_shaped(c, end - 1, LD_LIKE_PAST) && ld_is_plain(c, end - 2)) end--; /* "a paper [leaked on Friday]" */
    if (end < to && !ld_border(c, end)) ld_add_piece(f, LD_PIECE_ATTRIBUTION, end, to);
    const uint32_t name = find_name(c, begin, end);
    if (name < end) ld_add_piece(f, LD_PIECE_TITLE, begin, name);
    c->thought = true;
}

/* "[Ana Ruiz,] said", "has said" */
static bool begins_saying(const struct ld_clause *c, uint32_t i) {
    while (ld_atom_is(c, i, LD_AUXILIARY)) i++;
    return ld_atom_is(c, i, LD_SAY);
}

/* Whether something is, before who says so at atom from. */
static bool is_stated(const struct ld_clause *c, uint32_t from) {
    bool quoted = false;
    for (uint32_t i = 0; i < from; i++) quoted |= ld_is_protected(c, i);
    return quoted ||
           (ld_by_endings(c) ? ld_has_main_verb(c, 0, from) : ld_next_in(&c->sets, LD_SET_VERBS, 0, from) < from);
}

/* "a man charged with theft has died": up to atom to, all that accuses belongs to a word that tells of it as a charge.
 */
static bool tells_charge(const struct ld_clause *c, uint32_t to) {
    bool charged = false;
    for (uint32_t i = 0; i < to; i++) {
        if (c->atoms[i].verb || c->atoms[i].border) charged = false;
        const bool charge = ld_is_word_of(c, i, LD_WORDS_charged) && ld_atom_is(c, i + 1, LD_PREPOSITION);
        if (ld_atom_is(c, i, LD_ACCUSE) && !charge && !charged) return false;
        charged |= charge;
    }
    return true;
}

/* "the guild mishandled a trial for arson[, two smiths charged]": from atom i on, it is said as a charge. */
static bool is_charge(const struct ld_clause *c, uint32_t i) {
    while (i + 1 < c->count && !ld_atom_is(c, i, LD_SAY)) i++;
    return ld_atom_is(c, i, LD_ACCUSE);
}

/* "has pleaded guilty", "was jailed for arson": up to atom to, a court's word tells that it is no mere charge. */
static bool is_settled(const struct ld_clause *c, uint32_t to) {
    enum { NEAR = 4 }; /* words of the verb */
    for (uint32_t i = c->head; c->whole && i < to && i < c->head + NEAR; i++)
        if (ld_is_word_of(c, i, LD_WORDS_settled)) return !ld_any_is(c, c->head, i, LD_NEGATION);
    return false;
}

/* "Ana Lind said the mill will close[, officials said]": up to atom to, the main clause tells who says so itself. */
static bool is_told(const struct ld_clause *c, uint32_t to) {
    const uint32_t says = ld_group_end(c, c->head);
    if (!c->whole || c->head >= to) return false;
    if (!ld_begins_as(c, says, LD_WORDS_telling_that) || ld_atom_is(c, says - 1, LD_BE)) return false;
    for (uint32_t e = 0; e < c->event_count; e++)
        if (c->events[e].kind == LD_OPENS && (c->events[e].atom == says || c->events[e].atom == says + 1)) return true;
    return false;
}

void ld_find_attribution(struct ld_find *f) {
    struct ld_clause *c = f->c;
    const bool quotes = ld_is_protected(c, 0) && !ld_names(c, 0); /* not "<Acme>, a rival, said it will" */
    f->limit = c->attribution = c->count;
    for (uint32_t k = f->count; k-- > 1;) {
        uint32_t from = f->segments[k];
        if (!(ld_border(c, from) & LD_COMMA) || c->count - from > 28) break;
        const bool pronoun =
            (ld_atom_is(c, from, LD_PRONOUN) && !ld_atom_is(c, from, LD_ARTICLE)) || /* no "his aide" */
            ld_atom_is(c, c->count - 1, LD_PRONOUN);
        if (k + 1 < f->count && (c->unfinished || ld_is_protected(c, f->segments[k + 1])))
            continue; /* he said, "..." */
        const uint32_t to = f->segments[k + 1];
        if (!ld_is_attribution(f, from, to) || (c->count - from > 16 && says_more(c, from, to))) continue;
        if (k > 1 && c->endings->forms && ld_atom_is(c, f->segments[k - 1] - 1, LD_AUXILIARY | LD_NEGATION))
            continue; /* "did not, however, halt it but urged ..": the rest of the verb */
        if (ld_phrase_at(c, from, LD_SAY) > 1 && ld_is_participle(f, to))
            continue; /* "fell, according to the guild, leaving ..": what is told goes on */
        if ((ld_atom_is(c, from - 1, LD_RELATIVE) && ld_is_verb(c, to)) || (to < c->count && ld_joins(c, from - 1)))
            continue; /* ", most of which, smiths say, leak", ", and, smiths say, from Oxley": that alone is said so */
        if (c->whole && c->head >= from &&
            (ld_phrase_at(c, 0, LD_PREPOSITION | LD_ADJUNCT) || ld_atom_shaped(c, 0, LD_ENDS_PARTICIPLE) ||
             (c->endings->forms && ld_atom_is(c, from - 1, LD_TIME) && !ld_has_verb(c, 0, from))) &&
            !quotes)
            break; /* "after the match, the owner asked the fans to stay", "Monday evening, he told a friend" */
        if ((c->whole || c->endings->final_verb) && c->head == from && !quotes)
            break; /* "Acme, a rival, said it will" */
        if ((ld_phrase_at(c, from, LD_SAY) == 1 || (ld_by_endings(c) && k > 1)) && !is_stated(c, from)) break;
        uint32_t inner = from; /* who that is, behind the name */
        if (k > 2 && begins_saying(c, from) && is_name(f, k - 2) && !ld_has_verb(c, f->segments[k - 1], from)) {
            inner = f->segments[k - 1];
            k -= 2; /* "Ana Ruiz, head of the mill and its school, said" */
            from = f->segments[k];
        }
        if (k > 1 && is_name(f, k - 1) && !ld_atom_flagged(c, from, LD_CAPITAL) &&
            !ld_atom_is(c, from, LD_SAY | LD_STOP) && ld_atom_is(c, c->count - 1, LD_SAY))
            from = f->segments[--k];              /* "Ana Ruiz, head of the mill said" */
        while (k > 1 && begins_saying(c, from)) { /* "the president, Ana Ruiz, said", "the paper, dated May 9, said" */
            uint32_t back = f->segments[k - 1];
            const bool dated =
                c->endings->forms && ld_atom_shaped(c, back, LD_LIKE_PAST) && ld_atom_is(c, back + 1, LD_TIME);
            if (ld_has_verb(c, back + dated, from) || (!dated && ld_is_last_verb(c, back)) ||
                ld_any_is(c, back, from, LD_PREPOSITION | LD_CONJUNCTION))
                break;
            from = back;
            k--;
            inner = from;
            if (k > 1 && ld_atom_is(c, f->segments[k - 1], LD_ARTICLE) && !ld_has_verb(c, f->segments[k - 1], from))
                from = f->segments[k - 1];
            else if (k > 1 && ld_atom_flagged(c, from - 1, LD_CAPITAL) &&
                     ld_any_is(c, from - 3, from - 1, LD_PREPOSITION) && !ld_has_verb(c, f->segments[k - 1], from))
                from = f->segments[k - 1]; /* "aides in Harlan, Oxley, said" */
            break;
        }
        f->limit = c->attribution = from;
        if (c->accuses) c->accuses = is_charge(c, from) || !(tells_charge(c, from) || is_settled(c, from));
        const bool view = ld_needs_source(c, from),
                   claim = ld_is_reported(c) ||
                           (ld_is_claim(c, from) && !(begins_saying(c, from) && ld_atom_is(c, c->count - 1, LD_SAY)));
        c->worded = pronoun || view ? 0 : ld_find_wording(c, 0, from);
        c->weighed = !(pronoun || view || c->worded) && ld_weighs_source(c, from);
        c->of_war = !(pronoun || view || c->worded || c->weighed) && ld_is_of_war(c, from);
        c->weighed |= c->of_war;
        if (is_told(c, from)) {
            c->told = view || claim || c->worded || c->weighed;
            c->worded = c->weighed = c->of_war = 0;
        } else if (view) {
            c->view = true;
            c->accuses |= find_brief(f, from, inner) <= BRIEF; /* that can stay */
        } else if (claim) {
            c->claim = true;
            find_brief(f, from, inner);
        } else if (c->worded || c->weighed)
            find_brief(f, from, inner);
        if (!c->accuses && !ld_is_protected(c, 0))
            ld_add_piece(f, pronoun ? LD_PIECE_ASIDE : LD_PIECE_ATTRIBUTION, from, c->count);
        return;
    }
}
