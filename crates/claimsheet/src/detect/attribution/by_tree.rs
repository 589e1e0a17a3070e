//! Who says it by the sentence's tree: the subject of the verb, whole, wherever it stands.

use super::content::Content;
use crate::detect::noun_phrase;
use crate::english::lexicon::{Class, Classes};
use crate::english::sentence::Sentence;
use crate::english::token::{Case, TokenKind};
use claimsheet_grammar::view::{self, Mood, clause, coordination, subject, verb_group};
use claimsheet_grammar::{EntityType, Relation, Tag};
use std::ops::Range;

/// Most verbs of a coordination over which a subject is shared.
const SHARED: usize = 8;

/// Nouns for what can find something: a study, and those who inquire.
const FINDERS: Classes = Classes::all(&[Class::DocumentNoun, Class::StudyNoun, Class::Inquirer, Class::GovernmentBody]);

/// Whether the word at token `at` is a verb where it stands.
fn is_verb(sentence: &Sentence<'_>, at: usize) -> bool {
    sentence.tree.tag(at).is_some_and(Tag::is_verb)
}

/// Whether the word at token `at` is a noun with a noun's place in its clause: "the Harwell attacks killed" has no
/// verb of saying.
pub(super) fn is_noun(sentence: &Sentence<'_>, at: usize) -> bool {
    let tree = &sentence.tree;
    let has_place = tree.relation(at).is_some_and(|relation| {
        relation.is_subject() || matches!(relation, Relation::Dobj | Relation::Pobj | Relation::Compound)
    });
    // A verb without ending agrees with its subject, which the rules see better.
    has_place && sentence.tree.tag(at) == Some(Tag::Nns)
}

/// The speaker that the rules found, in the extent that the tree gives it: a name that they cut ("Joe" of "Joe
/// Reilly said") is whole again, what has a verb in it ("Police arrested and questioned") is the verb's subject, and
/// what is a verb itself ("having said that") is nobody.
pub(super) fn whole(sentence: &Sentence<'_>, verb: usize, found: Range<usize>) -> Option<Range<usize>> {
    let head = noun_phrase::head(sentence, found.clone());
    if found.len() == 1 && matches!(sentence.tree.tag(head), Some(Tag::Vbg)) {
        return None;
    }
    let holds_verb = found.clone().any(|at| is_verb(sentence, at));
    // "A pilot who knew the lock defended him": the words nearest to the verb only say which.
    let is_below = |subject: &usize| {
        let mut between = sentence.tree.upwards(head).take_while(|above| above != subject);
        sentence.tree.upwards(head).any(|above| above == *subject)
            && between.any(|at| sentence.tree.is(at, Relation::Relcl))
    };
    if let Some(subject) = subject_of(sentence, verb).filter(is_below) {
        return phrase(sentence, subject);
    }
    match speaker(sentence, verb) {
        Some(tree) if holds_verb && !tree.is_empty() => Some(tree),
        Some(tree) if tree.start <= found.start && found.end < tree.end && is_name(sentence, found.end..tree.end) => {
            Some(tree)
        }
        _ => Some(found),
    }
}

fn is_name(sentence: &Sentence<'_>, mut tokens: Range<usize>) -> bool {
    tokens.all(|at| sentence.token(at).is_some_and(|token| token.is_capitalised() || token.kind == TokenKind::Hyphen))
}

/// Who says what the verb at token `verb` says, where what is said stands with it: a clause, a quotation, or of a
/// verb of speech its object.
pub(super) fn teller(sentence: &Sentence<'_>, verb: usize, classes: Classes, is_one: bool) -> Option<Range<usize>> {
    let in_heading = sentence.block.kind.is_heading();
    let is_small = sentence.token(verb).is_some_and(|token| token.case == Case::Lower);
    let content = Content::of(sentence, verb);
    let (speaks, holds) = (classes.has(Class::SpeechVerb), classes.has(Class::BeliefVerb));
    let tells = (speaks || holds || finds(sentence, verb, classes)) && content.is_said()
        || speaks && is_one && content == Content::Object
        || speaks && is_one && subject::is_passive(&sentence.tree, verb);
    (tells && (is_small || in_heading)).then(|| speaker(sentence, verb)).flatten()
}

/// Whether a verb of finding has a subject that finds: "the audit found", "it found that".
fn finds(sentence: &Sentence<'_>, verb: usize, classes: Classes) -> bool {
    classes.has(Class::FindingVerb)
        && subject_of(sentence, verb).is_some_and(|at| {
            sentence.token(at).is_some_and(|token| token.classes.any(FINDERS)) || sentence.is_word(at, word!("it"))
        })
}

/// The subject of the verb at token `verb`, or by whom it is said if it is passive, with what stands before its noun;
/// none of a verb without tense that only says what is wanted, nor of one whose subject cannot speak.
pub(super) fn speaker(sentence: &Sentence<'_>, verb: usize) -> Option<Range<usize>> {
    let tree = &sentence.tree;
    if !is_verb(sentence, verb) {
        return None;
    }
    if subject::is_passive(tree, verb) {
        let agent = *subject::agents(tree, verb).first()?;
        let tokens = phrase(sentence, agent)?;
        return (tokens.start > verb && is_somebody(sentence, agent, &tokens)).then_some(tokens);
    }
    // "The council should call in the accounts": what somebody should say is said by nobody.
    let is_said = clause::is_finite(tree, verb)
        && verb_group::of(tree, verb).is_some_and(|group| !matches!(group.mood, Mood::Modal | Mood::Imperative));
    let subject = is_said.then(|| subject_of(sentence, verb)).flatten()?;
    let tokens = phrase(sentence, subject)?;
    (!tokens.contains(&verb) && can_speak(sentence, verb, subject, &tokens)).then_some(tokens)
}

/// The main verb of the words before a colon and its subject, who speaks the quotation behind it: `Lund offered a
/// simple rule: “…”`.
pub(super) fn leading_to(sentence: &Sentence<'_>, colon: usize) -> Option<(usize, Range<usize>)> {
    let verb = sentence.tree.root().filter(|root| *root < colon)?;
    let speaker = speaker(sentence, verb).filter(|speaker| speaker.end <= verb)?;
    let is_one = sentence.is_any(speaker.start, words!["i", "we", "you"]);
    (!is_one).then_some((verb, speaker))
}

/// Whether a thing is said to have something ("the crossing reported full decks"): an object and nothing said, of a
/// noun that is neither somebody nor a paper.
pub(super) fn is_thing_with_object(sentence: &Sentence<'_>, verb: usize, speaker: &Range<usize>) -> bool {
    let Some(head) = subject_of(sentence, verb).filter(|head| speaker.contains(head)) else { return false };
    let entity = sentence.tree.entity(head);
    is_verb(sentence, verb)
        && Content::of(sentence, verb) == Content::Object
        && sentence.tree.tag(head) == Some(Tag::Nn)
        && !sentence.is(head, Class::PercentWord)
        && !entity.is_some_and(|entity| entity.kind.is_name() && entity.kind != EntityType::Fac)
        && !noun_phrase::is_actor(sentence, head..head + 1)
}

/// The noun that is the verb's subject outside quotation marks, the nearest if the tree has several; of "who" and
/// "which" the noun that they stand for.
fn subject_of(sentence: &Sentence<'_>, verb: usize) -> Option<usize> {
    let tree = &sentence.tree;
    let is_own = |at: &usize| sentence.token(*at).is_some_and(|token| !sentence.is_quoted(token.span));
    let mut at = verb;
    for _ in 0..SHARED {
        let nearest = subject::own(tree, at).filter(is_own).min_by_key(|subject| subject.abs_diff(verb));
        if let Some(found) = nearest {
            let is_relative = matches!(tree.tag(found), Some(Tag::Wp | Tag::Wdt)) && tree.is(at, Relation::Relcl);
            return if is_relative { tree.head(at) } else { Some(found) };
        }
        let Some(joined) = tree.head(at).filter(|_| tree.is(at, Relation::Conj)) else { break };
        at = joined;
    }
    // "“He paid for it,” recalled the 32-year-old": who stands right behind the verb says it.
    let behind = || tree.children_as(verb, Relation::Dobj).find(|at| is_own(at));
    let is_inverted = sentence.is(verb, Class::QuotativeVerb) && follows_quotation(sentence, verb);
    is_inverted.then(behind).flatten()
}

/// Whether a quotation ends right before a verb.
fn follows_quotation(sentence: &Sentence<'_>, verb: usize) -> bool {
    sentence.follows(verb, TokenKind::Quote)
}

/// A noun with what stands before it, and what is coordinated with it.
fn phrase(sentence: &Sentence<'_>, noun: usize) -> Option<Range<usize>> {
    let tree = &sentence.tree;
    let first = view::noun_phrase::of(tree, noun)?.core;
    let last = coordination::conjuncts(tree, noun).into_iter().next_back().filter(|last| *last > noun);
    let end = last.and_then(|last| view::noun_phrase::of(tree, last)).map_or(first.end, |last| last.core.end);
    Some(first.start..end.max(first.end))
}

/// Whether a subject is somebody: a name, a pronoun for people, or a noun for those who act; beside what is said in
/// so many words any noun is ("said the 30-year-old"), and "it" beside a clause ("it found that").
fn can_speak(sentence: &Sentence<'_>, verb: usize, head: usize, tokens: &Range<usize>) -> bool {
    let content = Content::of(sentence, verb);
    let is_nominal =
        matches!(sentence.tree.tag(head), Some(Tag::Nn | Tag::Nns | Tag::Nnp | Tag::Nnps | Tag::Cd | Tag::Jj));
    let is_own = sentence.token(head).is_some_and(|token| !sentence.is_quoted(token.span));
    let is_quoting = sentence.is(verb, Class::QuotativeVerb) && content.is_said();
    let is_body = sentence.is_word(head, word!("it")) && content == Content::Clause;
    is_own && (is_somebody(sentence, head, tokens) || is_body || is_nominal && is_quoting)
}

fn is_somebody(sentence: &Sentence<'_>, head: usize, tokens: &Range<usize>) -> bool {
    let tag = sentence.tree.tag(head);
    let is_nominal = matches!(tag, Some(Tag::Nn | Tag::Nns | Tag::Nnp | Tag::Nnps | Tag::Prp | Tag::Cd | Tag::Jj));
    let is_name = matches!(tag, Some(Tag::Nnp | Tag::Nnps)) || is_surname_in_s(sentence, head, tokens);
    is_nominal
        && (is_name
            || tag != Some(Tag::Prp) && noun_phrase::is_actor(sentence, tokens.clone())
            || sentence.is(head, Class::ThirdSubject))
}

/// "Meyers argues": a word in -s that begins the sentence, of which the verb speaks as of one.
fn is_surname_in_s(sentence: &Sentence<'_>, head: usize, tokens: &Range<usize>) -> bool {
    let verb = sentence.tree.head(head);
    tokens.len() == 1
        && head == 0
        && sentence.token(head).is_some_and(|token| token.case == Case::Capital && !token.is(Class::FunctionWord))
        && verb.is_some_and(|verb| sentence.tree.tag(verb) == Some(Tag::Vbz))
}
