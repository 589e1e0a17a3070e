//! The spans of years in a sentence: "from 1990 to 2008", "(1990–2008)".

use crate::check::figures::year_at;
use crate::english::passage::Passage;
use crate::english::token::TokenKind;
use crate::text::word_id::WordId;
use std::ops::Range;

/// Two years with what joins them.
pub(crate) struct YearRange {
    pub(crate) from: i32,
    pub(crate) to: i32,
    /// The tokens from the first year to the second.
    pub(crate) tokens: Range<usize>,
    /// Whether it stands behind an opening bracket.
    pub(crate) in_brackets: bool,
}

/// Words that open a span of years, with those that join its ends.
const SHAPES: &[(WordId, &[WordId])] =
    &[(word!("from"), words!["to", "until", "through"]), (word!("between"), words!["and"])];

/// The spans of years among the words of a sentence, in order.
pub(crate) fn year_ranges(words: Passage<'_>) -> impl Iterator<Item = YearRange> {
    words.tokens.iter().enumerate().filter_map(move |(at, opening)| {
        let in_brackets = opening.kind == TokenKind::Open;
        let (first, end) = (at + 1, at + 4);
        let joint = words.tokens.get(first + 1)?;
        let is_joined = match SHAPES.iter().position(|(word, _)| *word == opening.word) {
            Some(shape) => SHAPES.get(shape).is_some_and(|(_, joints)| joint.is(*joints)),
            None => in_brackets && joint.is_kind(&[TokenKind::Hyphen, TokenKind::Dash]),
        };
        let (from, to) = year_at(words, first).zip(year_at(words, first + 2))?;
        // "The 1980s" is no year.
        let is_year = words.tokens.get(end).is_none_or(|next| next.spaced || !next.is_word());
        (is_joined && is_year).then_some(YearRange { from, to, tokens: first..end, in_brackets })
    })
}
