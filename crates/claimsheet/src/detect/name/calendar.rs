//! Words of the calendar that are names: `April Lund`, `the Sunday Journal`, `Theresa May`.

use super::{begins_clause, is_finite_verb, is_followed_by_capital};
use crate::english::lexicon::Class;
use crate::english::sentence::Sentence;
use crate::english::token::{Case, TokenKind};
use crate::text::word_id::WordId;

/// Months that are given names.
const GIVEN: &[WordId] = words!["april", "june", "august"];

/// Whether a weekday or month with a capital at token `at` begins a name.
pub(super) fn is_name(sentence: &Sentence<'_>, at: usize) -> bool {
    if is_surname_alone(sentence, at) {
        return true;
    }
    let is_given = sentence.is_any(at, GIVEN)
        && !sentence.follows(at, (Class::DatePreposition, Class::BeforeDate, Class::BeforeApril));
    is_followed_by_capital(sentence, at) && (is_given || sentence.follows(at, words!["the"]))
}

/// Whether `May` at token `at` stands right behind a given name or title: `Theresa May`, `Mrs May`.
pub(super) fn is_surname_behind_given(sentence: &Sentence<'_>, at: usize) -> bool {
    is_may(sentence, at)
        && at.checked_sub(1).and_then(|before| sentence.token(before)).is_some_and(|before| {
            before.is_capitalised() && (before.is(Class::FirstName) || before.is(Class::PersonTitle))
        })
}

/// Whether `May` at token `at` is the surname of somebody whom the article names in full elsewhere.
fn is_surname_alone(sentence: &Sentence<'_>, at: usize) -> bool {
    is_may(sentence, at)
        && sentence.capitals.has_surname_may()
        && !sentence.follows(at, (Class::DatePreposition, Class::BeforeDate, Class::BeforeApril))
        && (!begins_clause(sentence, at)
            || sentence.kind(at + 1) == Some(TokenKind::Possessive)
            || is_finite_verb(sentence, at + 1))
}

/// Whether `May` stands at token `at` and no day or year behind it.
fn is_may(sentence: &Sentence<'_>, at: usize) -> bool {
    sentence.is_word(at, word!("may"))
        && sentence.token(at).is_some_and(|token| token.case == Case::Capital)
        && sentence.kind(at + 1) != Some(TokenKind::Number)
}
