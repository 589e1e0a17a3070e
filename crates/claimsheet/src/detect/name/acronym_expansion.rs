//! Names behind which their initials stand in brackets: `Fund for the Relief of Ports (FRP)`.

use super::{is_hyphened, is_name_word};
use crate::english::grammar;
use crate::english::sentence::Sentence;
use crate::english::token::{Case, Token, TokenKind};

/// Longest such name, in tokens.
const LONGEST: usize = 12;

/// One past the last token of the name that begins at token `first`, if its initials stand behind it and small
/// words in it are the reason to ask.
pub(super) fn end(sentence: &Sentence<'_>, first: usize) -> Option<usize> {
    let is_joint = |at: usize| sentence.is(at, (grammar::PHRASE_JOINT, words!["the", "by", "&"]));
    let is_part = |at: &usize| {
        is_name_word(sentence, *at) || is_joint(*at) || is_hyphened(sentence, *at) || is_hyphened(sentence, *at - 1)
    };
    let end = (first + 1..first + LONGEST).take_while(is_part).last()? + 1;
    let is_bracketed = sentence.kind(end) == Some(TokenKind::Open) && sentence.kind(end + 2) == Some(TokenKind::Close);
    let acronym =
        sentence.token(end + 1).filter(|token| is_bracketed && matches!(token.case, Case::Upper | Case::Mixed))?;
    let letters =
        || sentence.text(acronym.span).chars().filter(|letter| letter.is_alphabetic()).flat_map(char::to_uppercase);
    let initials = |of: fn(&Token) -> bool| {
        let words = sentence.tokens.get(first..end).unwrap_or_default().iter();
        words.filter(move |token| of(token)).filter_map(|token| sentence.text(token.span).chars().next())
    };
    let is_same = initials(Token::is_capitalised).eq(letters())
        || initials(Token::is_word).flat_map(char::to_uppercase).eq(letters());
    ((first..end).any(is_joint) && is_same).then_some(end)
}
