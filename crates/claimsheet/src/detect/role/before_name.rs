//! What stands right before a name and describes who or what bears it.

use super::is_time;
use crate::detect::noun_phrase::is_determiner;
use crate::english::lexicon::Class;
use crate::english::phrase_lists::is_listed;
use crate::english::phrase_lists::offices::PAST_HOLDER;
use crate::english::sentence::Sentence;
use crate::english::token::{Case, TokenKind};
use crate::signal::{NameKind, Signal, SignalKind, Value};
use crate::text::span::Span;
use claimsheet_grammar::view::noun_phrase;
use claimsheet_grammar::{Relation, Tag};

/// Most letters of a word that describes nobody: what the grammar takes for a noun in other languages.
const SHORTEST_NOUN: usize = 3;

/// `the Danish engine builder Merrow`, `juggler Tom Lund`, `Open Water Alliance President Ida Moen`: what stands right before
/// a name and describes who or what bears it, in one phrase with it.
pub(super) fn detect(sentence: &Sentence<'_>, names: &[Span], signals: &mut Vec<Signal>) {
    let own: Vec<(Span, NameKind)> = signals
        .iter()
        .filter_map(|signal| match signal.value {
            Value::Name(kind) if names.contains(&signal.span) => Some((signal.span, kind)),
            _ => None,
        })
        .collect();
    for &(name, kind) in &own {
        let office = || office(sentence, &own, name).filter(|_| kind == NameKind::Person);
        let Some((start, end)) = description(sentence, name, kind).or_else(office) else { continue };
        let span = sentence.span_of(start, end);
        let known = signals.iter().any(|signal| signal.kind == SignalKind::Role && signal.span.overlaps(span));
        if !known {
            signals.push(Signal { kind: SignalKind::Role, span, value: Value::Role { of: Some(name) } });
        }
    }
}

/// The tokens of the title with which a person's name begins and of the body before it, whose title it is, half-open.
fn office(sentence: &Sentence<'_>, names: &[(Span, NameKind)], person: Span) -> Option<(usize, usize)> {
    let first = sentence.token_at(person.start);
    let title = sentence.cues.iter().find(|cue| cue.first as usize == first && cue.classes.has(Class::PersonTitle))?;
    let body = names.iter().find(|(name, kind)| {
        matches!(kind, NameKind::Organisation | NameKind::Acronym) && sentence.token_at(name.end) == first
    })?;
    let start = sentence.token_at(body.0.start);
    // "retired Royal Navy Capt. Ruth Lund"
    let is_past = |at: &usize| sentence.token(*at).is_some_and(|token| is_listed(PAST_HOLDER, token.word));
    Some((start.checked_sub(1).filter(is_past).unwrap_or(start), title.end as usize))
}

/// The tokens that describe who bears a name, half-open.
fn description(sentence: &Sentence<'_>, name: Span, kind: NameKind) -> Option<(usize, usize)> {
    if matches!(kind, NameKind::Place | NameKind::Group | NameKind::Law | NameKind::Event) {
        return None;
    }
    let tree = &sentence.tree;
    let first = sentence.token_at(name.start);
    let noun = first.checked_sub(1)?;
    let is_noun = tree.tag(noun) == Some(Tag::Nn)
        && sentence.token(noun)?.case == Case::Lower
        && sentence.word(noun).len() > SHORTEST_NOUN
        && sentence.word(noun).bytes().all(|letter| letter.is_ascii_alphabetic());
    let within = |at: usize| sentence.token(at).is_some_and(|token| name.contains(token.span));
    let is_close = tree.is(noun, Relation::Compound) && tree.head(noun).is_some_and(within)
        || (first..sentence.tokens.len())
            .take_while(|at| within(*at))
            .any(|at| tree.is(at, Relation::Appos) && [Some(noun), tree.head(noun)].contains(&tree.head(at)));
    let own = noun_phrase::of(tree, noun)?.core.start;
    // "Oslo welder Tom Lund and Bergen | pilot Ann Orr"
    let divides = |at: &usize| {
        matches!(sentence.kind(*at), Some(TokenKind::Comma | TokenKind::Quote)) || sentence.is(*at, Class::Coordinator)
    };
    let start = (own..noun).rev().find(divides).map_or(own, |at| at + 1);
    // A body is described by more than its noun: "the film", "the company" say nothing of it.
    let is_told = kind == NameKind::Person
        || (start..noun).any(|at| !is_determiner(sentence, at) && sentence.kind(at) != Some(TokenKind::Possessive));
    (is_noun && is_close && is_told && !is_time(sentence, noun)).then_some((start, first))
}
