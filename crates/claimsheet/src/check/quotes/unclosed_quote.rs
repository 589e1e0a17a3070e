//! A quotation whose end or beginning is missing.

use crate::check::{CheckContext, Found};
use crate::english::passage::Passage;
use crate::english::token::{Token, TokenKind};

/// How many words of a quotation are shown.
const SHOWN: usize = 6;

pub(crate) fn run(draft: &CheckContext<'_>, found: &mut Vec<Found>) {
    let quoted: Vec<_> =
        draft.document.blocks.iter().flat_map(|block| draft.annotated.quotations.outer_in(block.span)).collect();
    for (at, one) in quoted.iter().enumerate() {
        let is_continued = quoted.get(at + 1).is_some_and(|next| next.continues);
        if !one.closed && !is_continued && one.inner.end > one.inner.start {
            let words = draft.passage(one.inner).opening_words(SHOWN);
            let message = format!("the quotation that begins \"{words} …\" has no end");
            found.push(Found { places: vec![one.outer], message });
        }
    }
    let mut continued = false;
    for block in &draft.document.blocks {
        let paragraph = draft.passage(block.span);
        let (stray, open) = unopened(paragraph);
        if let Some((at, mark)) = stray.filter(|_| !continued).and_then(|at| Some((at, paragraph.tokens.get(at)?))) {
            let before = paragraph.first(at);
            let from = before.tokens.iter().rposition(is_curly).map_or(0, |quote| quote + 1);
            let words = before.from(from).closing_words(SHOWN);
            let message = format!("the quotation that ends \"… {words}\" has no beginning");
            found.push(Found { places: vec![mark.span], message });
        }
        continued = open;
    }
}

fn is_opening(token: &Token) -> bool {
    token.word == word!("“")
}

fn is_closing(token: &Token) -> bool {
    token.word == word!("”")
}

fn is_curly(token: &Token) -> bool {
    is_opening(token) || is_closing(token)
}

/// At which token of a block a closing mark stands that no mark opens, and whether a quotation is open at the end.
/// A mark behind a digit is one of inches; a block that has no opening mark may use the closing one for both.
fn unopened(paragraph: Passage<'_>) -> (Option<usize>, bool) {
    let (mut open, mut opens, mut strays, mut stray) = (false, false, 0, None);
    let mut follows_digit = false;
    for (at, token) in paragraph.tokens.iter().enumerate() {
        if is_opening(token) {
            (open, opens) = (true, true);
        } else if is_closing(token) && open {
            open = false;
        } else if is_closing(token) && (token.spaced || !follows_digit) {
            strays += 1;
            stray = stray.or(Some(at));
        }
        follows_digit = token.kind == TokenKind::Number;
    }
    (stray.filter(|_| opens || strays == 1), open)
}
