//! What stands between a figure and the same said in another way: "5 km (3 miles)", "a third, or 30 of 90".

use crate::english::lexicon::Class;
use crate::english::passage::Passage;
use crate::english::token::TokenKind;

/// A mark that opens an apposition, with the word behind it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Joint {
    /// A comma alone.
    Comma,
    /// A comma with "or", "about" or both.
    Or,
    /// An opening bracket; "about" may stand behind it.
    Bracket,
    /// A dash or a hyphen.
    Dash,
    /// A slash.
    Slash,
}

impl Joint {
    /// The joint that a passage is; none where it is more than that.
    pub(crate) fn of(passage: Passage<'_>) -> Option<Self> {
        Self::at_end(passage).filter(|(_, rest)| rest.is_empty()).map(|(joint, _)| joint)
    }

    /// The joint with which a passage ends, and what stands before it.
    pub(crate) fn at_end(passage: Passage<'_>) -> Option<(Self, Passage<'_>)> {
        let about = passage.last_is(Class::Approximator);
        let exact = passage.first(passage.len() - usize::from(about));
        let other = exact.without_closing(phrases!["or"]);
        let marked = other.unwrap_or(exact);
        let (mark, rest) = (marked.last(1), marked.first(marked.len().saturating_sub(1)));
        let joint = match mark.kind(0)? {
            TokenKind::Comma if about || other.is_some() => Self::Or,
            TokenKind::Comma => Self::Comma,
            TokenKind::Open if other.is_none() => Self::Bracket,
            TokenKind::Dash | TokenKind::Hyphen if !about && other.is_none() => Self::Dash,
            TokenKind::Slash if !about && other.is_none() => Self::Slash,
            _ => return None,
        };
        Some((joint, rest))
    }
}
