//! Cuts blocks into sentences.
//!
//! Looks only at places where a sentence can end (`.`, `?`, `!`, `…`), found by `memchr`, so that
//! the cost is that of the marks, not of the letters.

use crate::english::lexicon::{Class, Lexicon};
use crate::text::span::Span;

mod boundary;
#[cfg(test)]
mod tests;

/// Longest sentence in bytes; longer ones are cut at white space, so that no later step meets a
/// sentence of megabytes.
pub const LONGEST: usize = 8 * 1024;

/// Appends the sentences of the block at `span` of `prose`, in order, without surrounding white
/// space. Together they hold all of its words.
pub fn sentences(prose: &str, span: Span, lexicon: &Lexicon, sentences: &mut Vec<Span>) {
    let text = span.of(prose);
    let base = span.start as usize;
    let mut from = 0;
    let mut at = 0;
    let mut places = Places::new(text);
    while let Some(found) = places.next(at) {
        let end = boundary::closers(text, boundary::marks(text, found));
        if boundary::is_boundary(text, from, found, end, lexicon) {
            push(text, base, from, end, sentences);
            from = end;
        }
        at = end;
    }
    push(text, base, from, text.len(), sentences);
}

/// The places where a sentence can end. Each of the two searches goes over the text once.
struct Places<'a> {
    text: &'a [u8],
    ascii: Option<usize>,
    ellipsis: Option<usize>,
}

impl<'a> Places<'a> {
    fn new(text: &'a str) -> Self {
        let text = text.as_bytes();
        Self { text, ascii: find_ascii(text, 0), ellipsis: find_ellipsis(text, 0) }
    }

    /// The first `.`, `?`, `!` or `…` at or behind `at`, which must not fall from call to call.
    fn next(&mut self, at: usize) -> Option<usize> {
        if self.ascii.is_some_and(|place| place < at) {
            self.ascii = find_ascii(self.text, at);
        }
        if self.ellipsis.is_some_and(|place| place < at) {
            self.ellipsis = find_ellipsis(self.text, at);
        }
        self.ascii.into_iter().chain(self.ellipsis).min()
    }
}

fn find_ascii(text: &[u8], at: usize) -> Option<usize> {
    memchr::memchr3(b'.', b'?', b'!', text.get(at..)?).map(|found| at + found)
}

fn find_ellipsis(text: &[u8], at: usize) -> Option<usize> {
    memchr::memmem::find(text.get(at..)?, "…".as_bytes()).map(|found| at + found)
}

/// Appends the sentence at `from..end` of a block, in parts if it is too long.
fn push(text: &str, base: usize, from: usize, end: usize, sentences: &mut Vec<Span>) {
    let mut rest = from..end;
    loop {
        let part = text.get(rest.clone()).unwrap_or("");
        let start = rest.start + (part.len() - part.trim_start().len());
        let part = part.trim();
        if part.is_empty() {
            return;
        }
        // A mark that was left alone belongs to the sentence before it. Its letters are looked at last: of a block
        // without an end they would be gone through for each of its parts.
        if let Some(last) = sentences
            .last_mut()
            .filter(|last| last.start as usize >= base && base + start + part.len() - last.start as usize <= LONGEST)
            && !part.contains(char::is_alphanumeric)
        {
            *last = Span::at(last.start as usize, base + start + part.len());
            return;
        }
        let length = cut(part);
        sentences
            .push(Span::at(base + start, base + start + part.get(..length).map_or(0, |part| part.trim_end().len())));
        rest.start = start + length;
    }
}

/// How much of `text` fits in one sentence: to the last white space within [`LONGEST`] bytes, or
/// to a character's end where there is none.
fn cut(text: &str) -> usize {
    if text.len() <= LONGEST {
        return text.len();
    }
    let limit = text.floor_char_boundary(LONGEST);
    let fits = text.get(..limit).unwrap_or(text);
    fits.rfind(char::is_whitespace).filter(|at| *at > 0).unwrap_or(limit)
}

/// Whether the lexicon has `word`, in any case, in `class`.
fn is(word: &str, class: Class, lexicon: &Lexicon) -> bool {
    lexicon.word(word).has(class)
}
