//! House numbers: `1225 N. Quay St.`

use crate::english::lexicon::Class;
use crate::english::sentence::Sentence;
use crate::english::token::TokenKind;

/// Longest name of a street, in words.
const LONGEST: usize = 4;

/// Whether the number at tokens `at..end` is that of a house: the name of a street follows.
pub(super) fn is_in(sentence: &Sentence<'_>, at: usize, end: usize) -> bool {
    let word = sentence.word(at);
    let is_number = sentence.kind(at) == Some(TokenKind::Number) && end == at + 1 && !word.contains(['.', ',']);
    is_number
        && (end..end + LONGEST)
            .take_while(|at| sentence.token(*at).is_some_and(|word| word.spaced && word.is_capitalised()))
            .any(|at| at > end && sentence.is(at, Class::Street))
}
