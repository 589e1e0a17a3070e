//! Numbers that count nothing: phone numbers, phases, titles.

use crate::english::lexicon::Class;
use crate::english::number_words::is_ordinal_ending;
use crate::english::phrase_lists::numbers::NUMBERED;
use crate::english::sentence::Sentence;
use crate::english::token::TokenKind;

/// Fewest digits of a phone number.
const PHONE_DIGITS: usize = 7;

/// Whether the number at tokens `at..end` names what stands before it, or is of a phone number.
pub(super) fn is(sentence: &Sentence<'_>, at: usize, end: usize) -> bool {
    let names = end == at + 1
        && sentence.kind(at) == Some(TokenKind::Number)
        && at.checked_sub(1).is_some_and(|before| {
            let noun = before - usize::from(before > 0 && sentence.kind(before) == Some(TokenKind::Hyphen));
            sentence.is(noun, NUMBERED)
        });
    names || is_of_title(sentence, at) || is_phone(sentence, at)
}

/// `3rd Earl of Merrow`, from the digits at token `at`.
pub(super) fn is_of_title(sentence: &Sentence<'_>, at: usize) -> bool {
    let is_close = sentence.token(at + 1).is_some_and(|ending| !ending.spaced);
    let is_title = sentence.token(at + 2).is_some_and(|title| title.is(Class::PersonTitle) && title.is_capitalised());
    is_close && is_ordinal_ending(sentence.word(at + 1)) && is_title
}

/// Groups of digits of which the first begins with a nought or a plus.
fn is_phone(sentence: &Sentence<'_>, at: usize) -> bool {
    let is_group = |at: usize| sentence.kind(at) == Some(TokenKind::Number) && !sentence.word(at).contains(['.', ',']);
    let is_joint = |at: usize| {
        matches!(sentence.kind(at), Some(TokenKind::Hyphen | TokenKind::Open | TokenKind::Close)) && is_group(at + 1)
    };
    if !is_group(at) {
        return false;
    }
    let first = (0..at).rev().take_while(|at| is_group(*at) || is_joint(*at)).last().unwrap_or(at);
    let end =
        (at..sentence.tokens.len()).take_while(|at| is_group(*at) || is_joint(*at)).last().map_or(at, |at| at + 1);
    let digits: usize = (first..end).filter(|at| is_group(*at)).map(|at| sentence.word(at).len()).sum();
    let dialled = sentence.word(first).starts_with('0')
        || first.checked_sub(1).is_some_and(|before| sentence.word(before) == "+");
    dialled && digits >= PHONE_DIGITS
}
