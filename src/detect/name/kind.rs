//! What a name names, as far as its own words say.

use crate::lexicon::Class;
use crate::sentence::Sentence;
use crate::signal::NameKind;
use crate::token::{Case, TokenKind};
use std::ops::Range;

/// What the name at `tokens` names.
pub(super) fn of(sentence: &Sentence<'_>, tokens: Range<usize>) -> NameKind {
    let last = tokens.end - 1;
    let is = |at: usize, class: Class| sentence.is(at, class);
    let any = |class: Class| tokens.clone().any(|at| is(at, class));
    let alone = tokens.len() == 1;
    if alone && is(last, Class::Group) {
        return NameKind::Group;
    }
    if !alone && is(tokens.start, Class::PersonTitle) && !is(last, Class::OrgNoun) {
        return NameKind::Person;
    }
    if has_title_within(sentence, &tokens) {
        return NameKind::Person;
    }
    if is(last, Class::LawNoun) || !alone && is(tokens.start, Class::LawNoun) {
        return NameKind::Law;
    }
    if !alone && is(tokens.start, Class::OrgNoun) {
        return NameKind::Organisation;
    }
    if is(last, Class::Place)
        || (sentence.kind(tokens.start + 1) == Some(TokenKind::Comma) && any(Class::StateAbbreviation))
    {
        return NameKind::Place;
    }
    if is(last, Class::OrgNoun)
        || tokens.clone().any(|at| sentence.word(at) == "&")
        || (!alone && any(Class::GovernmentBody))
    {
        return NameKind::Organisation;
    }
    if is(last, Class::GovernmentBody) && !is(last, Class::PersonTitle) {
        return NameKind::Organisation;
    }
    if is(last, Class::PlaceNoun) || is(tokens.start, Class::PlaceNoun) {
        return NameKind::Place;
    }
    if is(tokens.start, Class::FirstName) || any(Class::PersonTitle) || has_initial(sentence, &tokens) {
        return NameKind::Person;
    }
    let token = sentence.token(last);
    let is_acronym =
        alone && token.is_some_and(|token| token.case == Case::Upper && (2..=8).contains(&token.span.len()));
    if is_acronym { NameKind::Acronym } else { NameKind::Other }
}

/// `Town Engineer Priya Venn`: an office within, and two words behind it that are of no body or place.
fn has_title_within(sentence: &Sentence<'_>, tokens: &Range<usize>) -> bool {
    let offices = tokens.start + 1..tokens.end.saturating_sub(2);
    let bodies = [Class::OrgNoun, Class::PlaceNoun, Class::GovernmentBody, Class::LawNoun, Class::Place];
    let is_body = |at: usize| bodies.iter().any(|class| sentence.is(at, *class));
    let is_office = |at: usize| sentence.is(at, Class::PersonTitle) || sentence.is(at, Class::RoleNoun);
    offices.into_iter().any(|at| is_office(at) && !(at + 1..tokens.end).any(is_body))
}

/// `Donald J. Trump`
fn has_initial(sentence: &Sentence<'_>, tokens: &Range<usize>) -> bool {
    let inner = tokens.start + 1..tokens.end.saturating_sub(1);
    inner.into_iter().any(|at| sentence.word(at).len() == 2 && sentence.word(at).ends_with('.'))
}
