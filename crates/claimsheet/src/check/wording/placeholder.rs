//! What was to be filled in and was not.

use crate::check::{CheckContext, Found};
use crate::english::passage::Passage;
use crate::english::phrase_lists::is_listed;
use crate::english::phrase_lists::placeholder::{MARKS, NOTES};
use crate::english::token::{Case, Token, TokenKind};
use crate::text::word_id::WordId;
use std::ops::Range;

/// How many question marks or at signs in a row are a mark.
const RUN: usize = 3;

pub(crate) fn run(draft: &CheckContext<'_>, found: &mut Vec<Found>) {
    for (read, _) in draft.records() {
        let sentence = draft.sentence(read);
        if let Some(place) = note(sentence).or_else(|| run_of_marks(sentence)).or_else(|| mark(sentence)) {
            let span = sentence.slice(place).span();
            let message = format!("\"{}\" is still to be filled in", draft.text(span));
            found.push(Found { places: vec![span], message });
        }
    }
}

/// Whether a word by itself is a mark, whatever its capitals.
pub(crate) fn is_mark(word: WordId) -> bool {
    is_listed(MARKS, word)
}

/// "[citation needed]", "lorem ipsum": the one that is listed first.
fn note(sentence: Passage<'_>) -> Option<Range<usize>> {
    let may_hold = sentence.has_kind(&[TokenKind::Open, TokenKind::Close]) || sentence.has_word(words!["lorem"]);
    may_hold.then(|| NOTES.iter().find_map(|note| sentence.place_of(std::slice::from_ref(note)))).flatten()
}

/// "???", "@@@".
fn run_of_marks(sentence: Passage<'_>) -> Option<Range<usize>> {
    let is_run = |tokens: &[Token]| {
        let same = |token: &Token| tokens.first().is_some_and(|first| first.word == token.word);
        let apart = tokens.iter().skip(1).any(|token| token.spaced);
        tokens.iter().all(same) && !apart && tokens.iter().all(|token| token.is_any(words!["?", "@"]))
    };
    let start = sentence.tokens.windows(RUN).position(is_run)?;
    Some(start..start + RUN)
}

/// "TK" as a word of its own, in capitals; "00" that is no part of a figure.
fn mark(sentence: Passage<'_>) -> Option<Range<usize>> {
    let is_mark = |at: usize| {
        sentence.tokens.get(at).is_some_and(|token| match token.kind {
            TokenKind::Word => token.case == Case::Upper && is_mark(token.word) && !is_part(sentence, at),
            TokenKind::Number => is_mark(token.word) && !is_part(sentence, at) && !is_figure(sentence, at),
            _ => false,
        })
    };
    (0..sentence.len()).find(|at| is_mark(*at)).map(|at| at..at + 1)
}

/// Whether digits or letters touch a token: "2TK", "00s".
fn is_part(sentence: Passage<'_>, at: usize) -> bool {
    let touches = |token: &Token| token.is_word_or_number() && !token.spaced;
    sentence.tokens.get(at + 1).is_some_and(touches)
        || sentence.tokens.get(at).is_some_and(|token| !token.spaced)
            && sentence.first(at).tokens.last().is_some_and(Token::is_word_or_number)
}

/// Whether zeros are the end of a figure, a time or a part number: "12, 000", "10:00", "A-00".
fn is_figure(sentence: Passage<'_>, at: usize) -> bool {
    let (before, behind) = (sentence.first(at), sentence.from(at + 1));
    let joins =
        |mark: Option<&Token>| mark.is_some_and(|mark| mark.is_kind(JOINTS) || mark.is_any(words![".", "'", "’"]));
    let is_joined = |token: Option<&Token>| token.is_some_and(|token| !token.spaced);
    let in_thousands = before.last_is(words![","])
        && before
            .first(before.len().saturating_sub(1))
            .tokens
            .last()
            .is_some_and(|token| token.kind == TokenKind::Number);
    in_thousands
        || is_joined(sentence.tokens.get(at)) && joins(before.tokens.last())
        || is_joined(behind.tokens.first()) && joins(behind.tokens.first()) && !behind.first_is(words!["."])
}

/// Marks that join zeros to a figure.
const JOINTS: &[TokenKind] =
    &[TokenKind::Comma, TokenKind::Colon, TokenKind::Hyphen, TokenKind::Slash, TokenKind::Dash, TokenKind::Possessive];
