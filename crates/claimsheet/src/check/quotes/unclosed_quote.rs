//! A quotation whose end or beginning is missing.

use crate::check::{CheckContext, Found};
use crate::text::span::Span;

pub(crate) fn run(draft: &CheckContext<'_>, found: &mut Vec<Found>) {
    let quoted: Vec<_> =
        draft.document.blocks.iter().flat_map(|block| draft.annotated.quotations.outer_in(block.span)).collect();
    for (at, one) in quoted.iter().enumerate() {
        let is_continued = quoted.get(at + 1).is_some_and(|next| next.continues);
        if !one.closed && !is_continued && one.inner.end > one.inner.start {
            let words: Vec<&str> = draft.text(one.inner).split_whitespace().take(6).collect();
            let message = format!("the quotation that begins \"{} …\" has no end", words.join(" "));
            found.push(Found { places: vec![one.outer], message });
        }
    }
    let mut continued = false;
    for block in &draft.document.blocks {
        let (stray, open) = unopened(draft.text(block.span));
        if let Some(at) = stray.filter(|_| !continued) {
            let start = block.span.start + at as u32;
            let place = Span::new(start, start + CLOSING.len_utf8() as u32);
            let before = draft.before(place).rsplit(['\n', '“', '”']).next().unwrap_or("");
            let words: Vec<&str> = before.split_whitespace().rev().take(6).collect();
            let words: Vec<&str> = words.into_iter().rev().collect();
            let message = format!("the quotation that ends \"… {}\" has no beginning", words.join(" "));
            found.push(Found { places: vec![place], message });
        }
        continued = open;
    }
}

const OPENING: char = '“';
const CLOSING: char = '”';

/// Where in a block a closing mark stands that no mark opens, and whether a quotation is open at the end. A mark
/// behind a digit is one of inches; a block that has no opening mark may use the closing one for both.
fn unopened(text: &str) -> (Option<usize>, bool) {
    if memchr::memchr(FIRST_BYTE, text.as_bytes()).is_none() {
        return (None, false);
    }
    let (mut open, mut opens, mut strays, mut stray) = (false, false, 0, None);
    let mut before = ' ';
    for (at, letter) in text.char_indices() {
        match letter {
            OPENING => (open, opens) = (true, true),
            CLOSING if open => open = false,
            CLOSING if !before.is_ascii_digit() => {
                strays += 1;
                stray = stray.or(Some(at));
            }
            _ => {}
        }
        before = letter;
    }
    (stray.filter(|_| opens || strays == 1), open)
}

/// The first byte of curly marks in UTF-8.
const FIRST_BYTE: u8 = 0xE2;
