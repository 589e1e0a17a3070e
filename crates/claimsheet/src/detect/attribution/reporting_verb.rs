//! Who says what a verb of saying, holding or finding says: its subject, whole, wherever it stands.

use super::content::Content;
use super::speaker_phrase::{can_speak, is_somebody, phrase};
use super::{deed, quotation_tag, understood};
use crate::detect::noun_phrase;
use crate::english::lexicon::{Class, Classes};
use crate::english::sentence::Sentence;
use crate::english::token::{Case, TokenKind};
use claimsheet_grammar::view::{self, clause, subject, verb_group};
use claimsheet_grammar::{EntityType, Relation, Tag};
use std::ops::Range;

/// Nouns for what can find something: a study, and those who inquire.
const FINDERS: Classes =
    Classes::all(&[Class::DocumentNoun, Class::StudyNoun, Class::Inquirer, Class::GovernmentBody, Class::Science]);

/// Whether the word at token `at` is a verb where it stands. One in -s with a clause behind it is, whatever the tree
/// takes it for: "Lund claims he is".
fn is_verb(sentence: &Sentence<'_>, at: usize) -> bool {
    let tree = &sentence.tree;
    let is_misread = || {
        let follows_name = at.checked_sub(1).is_some_and(|before| noun_phrase::is_proper(sentence, before));
        tree.tag(at) == Some(Tag::Nns) && follows_name && Content::of(sentence, at) == Content::Clause
    };
    tree.tag(at).is_some_and(Tag::is_verb) || is_misread()
}

/// Who says what the verb at token `verb` says, where what is said stands with it: a clause, a quotation, an object or
/// a topic.
pub(super) fn teller(sentence: &Sentence<'_>, verb: usize, classes: Classes) -> Option<Range<usize>> {
    let in_heading = sentence.block.kind.is_heading();
    let is_small = sentence.token(verb).is_some_and(|token| token.case == Case::Lower);
    let content = Content::of(sentence, verb);
    let speaks = classes.has(Class::SpeechVerb);
    let holds = classes.has(Class::BeliefVerb);
    let says = || speaks && !deed::is_one(sentence, verb, content);
    let tells = match content {
        Content::Quotation | Content::Clause => speaks || holds || finds(sentence, verb, classes),
        Content::Infinitive => speaks || holds && !is_of_noun(sentence, verb),
        Content::Object => says() || holds && !is_of_noun(sentence, verb) || finds(sentence, verb, classes),
        Content::Topic => says(),
        // "criticised by the union"
        Content::Nothing => says() && !subject::agents(&sentence.tree, verb).is_empty(),
    };
    // "The culprit, said its librarian, was one line": who stands right behind the verb.
    let is_behind_comma = sentence.is(verb, Class::QuotativeVerb) && sentence.follows(verb, TokenKind::Comma);
    let behind = || is_behind_comma.then(|| quotation_tag::inverted(sentence, verb)).flatten().map(|(_, who)| who);
    (tells && (is_small || in_heading)).then(|| behind().or_else(|| speaker(sentence, verb))).flatten()
}

/// "the data, which Lund hoped to use", "a lock that Lund wants": told of a thing, and no statement of who wants it.
fn is_of_noun(sentence: &Sentence<'_>, verb: usize) -> bool {
    let tree = &sentence.tree;
    let is_doer = |at: usize| sentence.is_any(at, words!["who", "which", "that"]);
    tree.is(verb, Relation::Relcl) && !tree.children_as(verb, Relation::Nsubj).any(is_doer)
}

/// Whether a verb of finding has a subject that finds: "the audit found", "it found that"; and not "charts listing the
/// tolls".
fn finds(sentence: &Sentence<'_>, verb: usize, classes: Classes) -> bool {
    let is_told = || clause::is_finite(&sentence.tree, verb) || Content::of(sentence, verb).is_said();
    classes.has(Class::FindingVerb)
        && is_told()
        && subject_of(sentence, verb).is_some_and(|at| {
            // "The study team found"; not "minutes of the board show".
            let core = view::noun_phrase::of(&sentence.tree, at).map_or(at..at + 1, |phrase| phrase.core);
            core.into_iter().any(|at| sentence.is(at, FINDERS)) || sentence.is_word(at, word!("it"))
        })
}

/// The subject of the verb at token `verb`, or by whom it is said if it is passive, with what stands before its noun;
/// none of a verb without tense that only says what is wanted, nor of one whose subject cannot speak.
pub(super) fn speaker(sentence: &Sentence<'_>, verb: usize) -> Option<Range<usize>> {
    let tree = &sentence.tree;
    if !is_verb(sentence, verb) {
        return None;
    }
    let is_passive = verb_group::of(tree, verb).is_some_and(|group| group.is_passive);
    let mut agents = subject::agents(tree, verb);
    if is_passive && agents.is_empty() {
        let by = tree.children_as(verb, Relation::Prep).filter(|at| sentence.is_word(*at, word!("by")));
        agents.extend(by.flat_map(|by| tree.children_as(by, Relation::Pobj)));
    }
    if is_passive || !agents.is_empty() {
        let agent = *agents.first()?;
        let tokens = phrase(sentence, agent)?;
        return (tokens.start > verb && is_somebody(sentence, agent, &tokens)).then_some(tokens);
    }
    // "The council should call in the accounts": what somebody should say is said by nobody.
    let is_said = understood::is_done(sentence, verb);
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

/// Who does what the verb at token `verb` says; behind a quotation also who stands right behind the verb.
fn subject_of(sentence: &Sentence<'_>, verb: usize) -> Option<usize> {
    let tree = &sentence.tree;
    let is_own = |at: &usize| sentence.token(*at).is_some_and(|token| !sentence.is_quoted(token.span));
    // "“He paid for it,” recalled the 32-year-old"
    let behind = || tree.children_as(verb, Relation::Dobj).find(is_own);
    let is_inverted = sentence.is(verb, Class::QuotativeVerb) && follows_quotation(sentence, verb);
    understood::subject(sentence, verb).or_else(|| is_inverted.then(behind).flatten())
}

/// Whether a quotation ends right before a verb.
fn follows_quotation(sentence: &Sentence<'_>, verb: usize) -> bool {
    sentence.follows(verb, TokenKind::Quote)
}
