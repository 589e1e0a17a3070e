//! Who says what a clause before them tells, without quotation marks and whatever the verb is: `The lock could break,
//! fretted Ruth Lund`.

use super::content::{PERSONS, REPORTING};
use super::quotation_tag::inverted;
use crate::detect::noun_phrase;
use crate::english::grammar;
use crate::english::lexicon::Class;
use crate::english::sentence::Sentence;
use crate::english::token::{Token, TokenKind};
use claimsheet_grammar::view::subject;
use claimsheet_grammar::{Relation, Tag};
use std::ops::Range;

/// The verb and the speaker behind the main clause of a sentence.
pub(super) fn find(sentence: &Sentence<'_>) -> Option<(usize, Range<usize>)> {
    straight(sentence).or_else(|| behind_clause(sentence))
}

/// `Tolls fell by a third, harbour data show.`: a verb that ends the sentence and that the tree takes for a noun.
fn straight(sentence: &Sentence<'_>) -> Option<(usize, Range<usize>)> {
    let last = sentence.tokens.iter().rposition(Token::is_word)?;
    let is_misread = sentence.is(last, REPORTING) && !sentence.tree.tag(last).is_some_and(Tag::is_verb);
    let speaker = noun_phrase::before(sentence, last).filter(|_| is_misread)?;
    let is_tag = speaker.end == last && sentence.follows(speaker.start, TokenKind::Comma);
    (is_tag && noun_phrase::is_actor(sentence, speaker.clone())).then_some((last, speaker))
}

fn behind_clause(sentence: &Sentence<'_>) -> Option<(usize, Range<usize>)> {
    let tree = &sentence.tree;
    let root = tree.root()?;
    let said = tree.children_as(root, Relation::Ccomp).find(|said| *said < root);
    let clause = said.filter(|_| sentence.follows(root, TokenKind::Comma)).unwrap_or(root);
    let subject = subject::own(tree, clause).find(|subject| *subject < clause)?;
    // "She sat down, greeted the mayor": a person may do both.
    let is_name = matches!(tree.tag(subject), Some(Tag::Nnp | Tag::Nnps));
    if is_name || sentence.is(subject, PERSONS.with(grammar::SUBJECT)) && !sentence.is_word(subject, word!("it")) {
        return None;
    }
    let verb =
        if clause == root { (root + 2..sentence.tokens.len()).find(|at| is_misread_tag(sentence, *at))? } else { root };
    // "The roof fell, killed two and injured Pell."
    let is_joint = |at: usize| at > verb && matches!(tree.relation(at), Some(Relation::Cc | Relation::Conj));
    let goes_on = tree.children(root).chain(tree.children(verb)).any(is_joint);
    inverted(sentence, verb).filter(|_| !goes_on)
}

/// Whether a word in -ed behind a comma may be a verb of saying that the tree takes for one more of the sentence's
/// main verb, or for a word of the name behind it.
fn is_misread_tag(sentence: &Sentence<'_>, at: usize) -> bool {
    let tree = &sentence.tree;
    let is_joined = || tree.is(at, Relation::Conj) && tree.head(at) == tree.root();
    // "Sales collapsed, battered retailers": nobody is named, and the verb is none of saying.
    let names = || sentence.is(at, Class::SpeechVerb) || sentence.token(at + 1).is_some_and(Token::is_capitalised);
    let is_of_name = || tree.is(at, Relation::Amod) && tree.head(at).is_some_and(|head| head > at) && names();
    sentence.follows(at, TokenKind::Comma) && sentence.word(at).ends_with("ed") && (is_joined() || is_of_name())
}
