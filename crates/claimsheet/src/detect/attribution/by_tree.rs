//! Who says it by the sentence's tree: the subject of the verb, whole, wherever it stands.

use crate::detect::noun_phrase;
use crate::english::lexicon::Class;
use crate::english::sentence::Sentence;
use crate::english::token::TokenKind;
use claimsheet_grammar::view::{self, Mood, clause, subject, verb_group};
use claimsheet_grammar::{Relation, Tag};
use std::ops::Range;

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
/// Reilly said") is whole again, and what is a verb itself ("having said that") is nobody.
pub(super) fn whole(sentence: &Sentence<'_>, verb: usize, found: Range<usize>) -> Option<Range<usize>> {
    let head = noun_phrase::head(sentence, found.clone());
    if found.len() == 1 && matches!(sentence.tree.tag(head), Some(Tag::Vbg)) {
        return None;
    }
    match speaker(sentence, verb) {
        Some(tree) if tree.start <= found.start && found.end < tree.end && is_name(sentence, found.end..tree.end) => {
            Some(tree)
        }
        _ => Some(found),
    }
}

fn is_name(sentence: &Sentence<'_>, mut tokens: Range<usize>) -> bool {
    tokens.all(|at| sentence.token(at).is_some_and(|token| token.is_capitalised() || token.kind == TokenKind::Hyphen))
}

/// The subject of the verb at token `verb`, with what stands before its noun; none of a verb without tense that only
/// says what is wanted, nor of one whose subject cannot speak.
pub(super) fn speaker(sentence: &Sentence<'_>, verb: usize) -> Option<Range<usize>> {
    let tree = &sentence.tree;
    if !is_verb(sentence, verb) || !clause::is_finite(tree, verb) || subject::is_passive(tree, verb) {
        return None;
    }
    // "The council should call in the accounts": what somebody should say is said by nobody.
    if verb_group::of(tree, verb).is_none_or(|group| matches!(group.mood, Mood::Modal | Mood::Imperative)) {
        return None;
    }
    let subjects = subject::of(tree, verb);
    let first = *subjects.first()?;
    let phrase = view::noun_phrase::of(tree, first)?;
    let last = subjects.last().and_then(|last| view::noun_phrase::of(tree, *last)).unwrap_or_else(|| phrase.clone());
    let tokens = phrase.core.start..last.core.end.max(phrase.core.end);
    (!tokens.contains(&verb) && can_speak(sentence, first, &tokens)).then_some(tokens)
}

/// Whether a subject is somebody: a name, a pronoun for people, or a noun for those who act.
fn can_speak(sentence: &Sentence<'_>, head: usize, tokens: &Range<usize>) -> bool {
    let is_nominal = matches!(
        sentence.tree.tag(head),
        Some(Tag::Nn | Tag::Nns | Tag::Nnp | Tag::Nnps | Tag::Prp | Tag::Cd | Tag::Jj)
    );
    let is_own = sentence.token(head).is_some_and(|token| !sentence.is_quoted(token.span));
    let is_name = matches!(sentence.tree.tag(head), Some(Tag::Nnp | Tag::Nnps));
    is_nominal
        && is_own
        && (is_name || noun_phrase::is_actor(sentence, tokens.clone()) || sentence.is(head, Class::ThirdSubject))
}
