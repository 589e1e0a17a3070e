//! Who does what a verb says that has no subject of its own, as a reader understands it: "Lund" in "Lund stepped in,
//! saying …", "Lund refused to say …", "they made Lund admit …", "footage of Lund asking …", "Lund's role in saying …".

use super::content::Content;
use crate::detect::noun_phrase;
use crate::english::grammar;
use crate::english::lexicon::{Class, Classes};
use crate::english::sentence::Sentence;
use crate::english::token::TokenKind;
use crate::text::word_id::WordId;
use claimsheet_grammar::view::{Mood, apposition, clause, subject, verb_group};
use claimsheet_grammar::{EntityType, Relation, Tag};

/// Most steps from a verb up to the one that has the subject.
const STEPS: usize = 8;

/// Verbs behind which "to say" tells what is wanted, expected, told or planned, and not what was said.
const OPEN: Classes = Classes::all(&[Class::SpeechVerb, Class::BeliefVerb, Class::Plan]);

/// Verbs by which one makes another do what the verb behind them says.
const MAKING: &[[WordId; 4]] = verbs!["force", "lead", "prompt", "cause", "compel", "press"];

/// The same, with forms of their own.
const MAKING_IRREGULAR: &[WordId] = words!["led", "made", "got", "drove", "driven"];

/// The noun or pronoun that does what the verb at token `verb` says; of "who" and "which" the noun that they stand for.
pub(super) fn subject(sentence: &Sentence<'_>, verb: usize) -> Option<usize> {
    let tree = &sentence.tree;
    let mut at = subject::main_verb(tree, verb);
    for _ in 0..STEPS {
        match step(sentence, at, verb)? {
            Step::Found(noun) => return Some(noun),
            Step::Up(above) => at = above,
        }
    }
    None
}

/// Where the subject of a verb is, or of which verb above it that is its subject too.
enum Step {
    Found(usize),
    Up(usize),
}

/// The noun right before a verb with tense for which the tree has no subject; of "Lund, who came on Monday, said" the
/// one that begins the sentence.
fn beside(sentence: &Sentence<'_>, verb: usize) -> Option<usize> {
    let tree = &sentence.tree;
    if !matches!(tree.tag(verb), Some(Tag::Vbd | Tag::Vbz | Tag::Vbp)) {
        return None;
    }
    let is_adverb = |at: &usize| tree.tag(*at) == Some(Tag::Rb);
    let before = (0..verb).rev().find(|at| !is_adverb(at))?;
    if sentence.kind(before) == Some(TokenKind::Comma) {
        let first = usize::from(sentence.is(0, Class::Coordinator));
        let words = noun_phrase::after(sentence, first).filter(|words| words.start == first && words.end < before)?;
        let is_inserted = sentence.kind(words.end) == Some(TokenKind::Comma);
        let head = noun_phrase::head(sentence, words.clone());
        return (is_inserted && noun_phrase::is_actor(sentence, words)).then_some(head);
    }
    (is_noun(sentence, before) || noun_phrase::is_proper(sentence, before)).then_some(before)
}

fn is_noun(sentence: &Sentence<'_>, at: usize) -> bool {
    sentence.tree.tag(at).is_some_and(|tag| tag.is_noun() || tag == Tag::Prp)
}

/// One step from the verb at token `at` towards the subject of the verb at token `verb`.
fn step(sentence: &Sentence<'_>, at: usize, verb: usize) -> Option<Step> {
    let tree = &sentence.tree;
    if let Some(found) = own(sentence, at, verb) {
        let is_relative = matches!(tree.tag(found), Some(Tag::Wp | Tag::Wdt)) && tree.is(at, Relation::Relcl);
        let noun = if is_relative { antecedent(sentence, found, tree.head(at)?) } else { found };
        return Some(Step::Found(noun));
    }
    match (tree.relation(at)?, tree.head(at)) {
        (Relation::Xcomp | Relation::Ccomp, Some(above)) if !clause::is_finite(tree, at) => {
            Some(object(sentence, above, at).map_or(Step::Up(above), Step::Found))
        }
        // "prompted Lund to say"
        (Relation::Conj | Relation::Advcl, Some(above)) => {
            let made = object(sentence, above, at).filter(|_| tree.tag(at) == Some(Tag::Vb) && makes(sentence, above));
            Some(made.map_or(Step::Up(above), Step::Found))
        }
        (Relation::Pcomp, Some(joint)) => behind_preposition(sentence, at, joint),
        // "footage of Lund saying": of the nouns before it, the person.
        (Relation::Acl, Some(noun)) if tree.tag(at) == Some(Tag::Vbg) => {
            let found = || Step::Found(shown(sentence, noun, at).unwrap_or(noun));
            Some(issued(sentence, noun).map_or_else(found, Step::Up))
        }
        _ => beside(sentence, at).map(Step::Found),
    }
}

/// The step from a verb behind a preposition: "thanked him for saying", "left him without saying", "Lund's role in
/// saying", "despite some pilots now saying".
fn behind_preposition(sentence: &Sentence<'_>, verb: usize, joint: usize) -> Option<Step> {
    let tree = &sentence.tree;
    let noun = tree.children_as(joint, Relation::Pobj).find(|noun| *noun < verb);
    let governing = tree.head(joint)?;
    let is_of_object = sentence.is_any(joint, words!["for", "of", "from"]);
    let is_somebody =
        |noun: &usize| tree.tag(*noun) == Some(Tag::Prp) || noun_phrase::is_actor(sentence, *noun..*noun + 1);
    let thanked = || object(sentence, governing, joint).filter(|noun| is_of_object && is_somebody(noun));
    if let Some(found) = noun.or_else(thanked) {
        return Some(Step::Found(found));
    }
    if is_verb(sentence, governing) {
        return Some(Step::Up(governing));
    }
    let says = Content::of(sentence, verb).is_said();
    let owner = tree.children_as(governing, Relation::Poss).next().filter(|_| says);
    owner.map(Step::Found).or_else(|| clause::head(tree, governing).map(Step::Up))
}

/// The noun that the "who" or "which" at token `relative` stands for, which the tree puts behind `noun`: "Lund, a pilot
/// who …", "the voters of Oslo, who …".
fn antecedent(sentence: &Sentence<'_>, relative: usize, noun: usize) -> usize {
    let tree = &sentence.tree;
    let is_place = || {
        let entity = tree.entity(noun);
        entity.is_some_and(|entity| matches!(entity.kind, EntityType::Gpe | EntityType::Loc | EntityType::Fac))
    };
    let is_of_people = sentence.is_word(relative, word!("who")) && tree.is(noun, Relation::Pobj) && is_place();
    let people = || tree.head(tree.head(noun)?).filter(|at| tree.tag(*at).is_some_and(|tag| !tag.is_verb()));
    is_of_people.then(people).flatten().unwrap_or_else(|| apposition::described(tree, noun))
}

/// Whether a verb tells that one makes another do something.
fn makes(sentence: &Sentence<'_>, verb: usize) -> bool {
    sentence.is_any(verb, MAKING.as_flattened()) || sentence.is_any(verb, MAKING_IRREGULAR)
}

/// Whether what a verb without tense says was done, and is not only wanted, planned or feared: "Lund refused to say",
/// "Lund went on, saying", and neither "asked Lund to say" nor "would help to say".
pub(super) fn is_done(sentence: &Sentence<'_>, verb: usize) -> bool {
    let tree = &sentence.tree;
    let is_to = |at: usize| tree.children(at).any(|child| tree.tag(child) == Some(Tag::To));
    let mut at = subject::main_verb(tree, verb);
    for _ in 0..STEPS {
        let Some(above) = tree.head(at).filter(|_| !clause::is_finite(tree, at)) else { break };
        let is_to_be = || is_to(at) && tree.tag(above).is_some_and(Tag::is_verb) && sentence.is(above, grammar::ANY_BE);
        let is_open = || {
            let is_open = sentence.token(above).is_some_and(|token| token.classes.any(OPEN));
            let is_due = sentence.is(above, (verbs!["need"], words!["have", "has", "had"]));
            is_open || is_due || !is_verb(sentence, above)
        };
        let is_clause = matches!(tree.relation(at), Some(Relation::Xcomp | Relation::Ccomp | Relation::Acl));
        let is_denied = || verb_group::of(tree, above).is_some_and(|group| group.is_negated);
        let is_of_object = || object(sentence, above, at).is_some() && !makes(sentence, above);
        // "left without saying", "instead of saying"
        let is_lacking = tree.is(at, Relation::Pcomp)
            && (sentence.is_word(above, word!("without")) || sentence.follows(above, word!("instead")));
        if is_lacking {
            return false;
        }
        let is_bare = is_to(at) || tree.tag(at) == Some(Tag::Vb);
        if is_clause && is_bare && (is_open() || is_to_be() || is_of_object()) || is_to(at) && is_denied() {
            return false;
        }
        at = above;
    }
    let is_supposed = || {
        tree.upwards(at).any(|at| {
            tree.children_as(at, Relation::Mark).any(|mark| sentence.is_any(mark, words!["if", "unless", "whether"]))
        })
    };
    verb_group::of(tree, at).is_none_or(|group| !matches!(group.mood, Mood::Modal | Mood::Imperative)) && !is_supposed()
}

/// The verb's own subject outside quotation marks, the nearest to token `near` if the tree has several.
fn own(sentence: &Sentence<'_>, verb: usize, near: usize) -> Option<usize> {
    let is_own = |found: &usize| sentence.token(*found).is_some_and(|token| !sentence.is_quoted(token.span));
    let is_noun = |found: &usize| {
        *found == verb || matches!(sentence.tree.relation(*found), Some(Relation::Nsubj | Relation::Nsubjpass))
    };
    subject::own(&sentence.tree, verb)
        .filter(|found| is_own(found) && is_noun(found))
        .min_by_key(|found| found.abs_diff(near))
}

/// The object of a verb that stands before token `end`: "Lund" of "made Lund admit".
fn object(sentence: &Sentence<'_>, verb: usize, end: usize) -> Option<usize> {
    let tree = &sentence.tree;
    let is_object = |at: &usize| matches!(tree.relation(*at), Some(Relation::Dobj | Relation::Dative));
    tree.children(verb).filter(is_object).find(|at| *at > verb && *at < end)
}

/// "sent" of "Lund sent a letter", "posted" of "posted a series of tweets": by which verb somebody gives out a document.
fn issued(sentence: &Sentence<'_>, document: usize) -> Option<usize> {
    let tree = &sentence.tree;
    let series = || {
        let joint =
            tree.head(document).filter(|at| tree.is(document, Relation::Pobj) && sentence.is_word(*at, word!("of")));
        joint.and_then(|at| tree.head(at))
    };
    let object = if tree.is(document, Relation::Dobj) { document } else { series()? };
    let verb = tree.head(object).filter(|_| tree.is(object, Relation::Dobj))?;
    (sentence.is(document, Class::DocumentNoun) && sentence.is(verb, Class::ReleaseVerb)).then_some(verb)
}

/// "Lund" of "footage of Lund", before token `end`.
fn shown(sentence: &Sentence<'_>, noun: usize, end: usize) -> Option<usize> {
    let tree = &sentence.tree;
    let objects = tree.children_as(noun, Relation::Prep).flat_map(|joint| tree.children_as(joint, Relation::Pobj));
    objects.filter(|at| *at < end).find(|at| tree.tag(*at).is_some_and(Tag::is_name))
}

fn is_verb(sentence: &Sentence<'_>, at: usize) -> bool {
    sentence.tree.tag(at).is_some_and(Tag::is_verb)
}
