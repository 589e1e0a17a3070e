//! A paragraph of quotation that nobody speaks.

use crate::check::{CheckContext, Found};
use crate::english::passage::Passage;
use crate::english::phrase_lists::quotation::SPEECH;
use crate::english::token::{Token, TokenKind};
use crate::text::document::BlockKind;

/// Fewest words of a quotation that is a sentence.
const SHORTEST: usize = 6;

/// How many words of a quotation are shown.
const SHOWN: usize = 5;

/// Marks at the end of a sentence.
const ENDS: &[TokenKind] = &[TokenKind::Period, TokenKind::Exclamation, TokenKind::Question, TokenKind::Ellipsis];

pub(crate) fn run(draft: &CheckContext<'_>, found: &mut Vec<Found>) {
    let blocks = &draft.document.blocks;
    for (at, block) in blocks.iter().enumerate().filter(|(_, block)| block.kind == BlockKind::Paragraph) {
        let paragraph = draft.passage(block.span);
        let Some(inside) = quoted(paragraph) else { continue };
        let around = [at.checked_sub(1), Some(at + 1)].into_iter().flatten().filter_map(|at| blocks.get(at));
        let is_spoken = around.map(|block| draft.passage(block.span)).any(may_tell_speaker);
        let ends = inside.tokens.last().is_some_and(|token| token.is_kind(ENDS)) || inside.ends_in_stop();
        let is_attributed = draft.signals_in(block.span).any(|signal| signal.attribution().is_some());
        if inside.word_count() >= SHORTEST && ends && !is_spoken && !is_attributed {
            let first = paragraph.spaced_words().next().unwrap_or(paragraph);
            let message = format!("nobody speaks the quotation \"{} …\"", inside.opening_words(SHOWN));
            found.push(Found { places: vec![first.span()], message });
        }
    }
}

/// What stands within the quotation marks of a paragraph that is one quotation.
fn quoted(paragraph: Passage<'_>) -> Option<Passage<'_>> {
    let [first, .., last] = paragraph.tokens else { return None };
    let inside = paragraph.slice(1..paragraph.len() - 1);
    let is_one = first.may_open_quote() && last.is_double_quote() && last.word != word!("“");
    (is_one && !inside.tokens.iter().any(Token::is_double_quote)).then_some(inside)
}

/// Whether the paragraph before or behind a quotation may say who speaks it, or goes on quoting.
fn may_tell_speaker(near: Passage<'_>) -> bool {
    let is_dash = |token: &Token| token.is_kind(&[TokenKind::Dash, TokenKind::Hyphen]);
    near.has(SPEECH)
        || near.last_is(words![":"])
        || near.tokens.first().is_some_and(is_dash)
        || near.tokens.iter().any(Token::is_double_quote)
}
