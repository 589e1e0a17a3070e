//! Lines that tell of the publication and its makers, and nothing of the world.

use crate::english::lexicon::{Class, Lexicon};
use crate::text::document::{Block, BlockKind, Document};
use crate::text::span::Span;
use crate::text::word_id::WordId;

/// Most words of a credit or a signature.
const MOST_WORDS: usize = 10;

/// Why the sentence at `span` of `block` is no part of the article, if it is none.
pub(crate) fn reason(document: &Document, block: &Block, span: Span, lexicon: &Lexicon) -> Option<&'static str> {
    if !matches!(block.kind, BlockKind::Paragraph | BlockKind::ListItem | BlockKind::Caption) {
        return None;
    }
    let text = document.text(span);
    let is_alone = block.span == span;
    let is_open = !text.ends_with(['.', '!', '?', '”', '"']);
    let is_bracketed = matches!(
        (text.chars().next(), text.trim_end_matches('.').chars().next_back()),
        (Some('('), Some(')')) | (Some('['), Some(']'))
    );
    if (is_bracketed || is_alone && is_open || span.start == block.span.start)
        && is_labelled(text, is_bracketed || is_alone && is_open, lexicon)
    {
        return Some("note of the publication");
    }
    if is_bracketed && text.starts_with('[') && is_title(text) {
        return Some("related link");
    }
    if is_open && is_signature(text, is_alone) {
        return Some("signature");
    }
    (is_alone && is_open && is_credit(text)).then_some("credit")
}

/// Whether a text begins with a label, as `Editing by`; where that is not `enough`, a colon must follow.
fn is_labelled(text: &str, enough: bool, lexicon: &Lexicon) -> bool {
    let mut words = WordId::in_text(text).take(6);
    let Some((first, place)) = words.next() else { return false };
    let known = lexicon.know(first);
    if !known.leads && !known.classes.has(Class::Furniture) {
        return false;
    }
    let rest: Vec<_> = words.collect();
    let phrase = lexicon
        .phrase(first, |at, word| rest.get(at - 1).is_some_and(|(known, _)| *known == word))
        .filter(|found| found.classes.has(Class::Furniture));
    let end = match phrase {
        Some(found) => rest.get(found.words - 2).map_or(place.end, |(_, place)| place.end),
        None => place.end,
    };
    let has_colon = text.get(end..).is_some_and(|behind| behind.starts_with(':'));
    phrase.is_some() && enough || has_colon && (phrase.is_some() || known.classes.has(Class::Furniture))
}

/// `[Five Ports to See]`: every word of more than three letters has a capital.
fn is_title(text: &str) -> bool {
    let mut words = text.trim_matches(['[', ']', '.']).split_whitespace();
    text.split_whitespace().nth(2).is_some()
        && words.all(|word| word.len() <= 3 || !word.starts_with(char::is_lowercase))
}

/// `— Warmly, Ruth`, `— Ruth Lund (@rlund) May 4, 2014`
fn is_signature(text: &str, is_alone: bool) -> bool {
    let Some(rest) = text.strip_prefix(['—', '–']) else { return false };
    let names =
        |word: &str| word.starts_with(|letter: char| letter.is_uppercase() || letter.is_ascii_digit() || letter == '(');
    let count = rest.split_whitespace().count();
    count <= MOST_WORDS && rest.split_whitespace().all(names) && (rest.contains("(@") || is_alone && count <= 4)
}

/// `Ida Orr/Ansel News`
fn is_credit(text: &str) -> bool {
    let divides = |at: usize| {
        let before = text.get(..at).and_then(|text| text.chars().next_back());
        let behind = text.get(at + 1..).and_then(|text| text.chars().next());
        before.is_some_and(char::is_alphabetic) && behind.is_some_and(char::is_uppercase)
    };
    let names =
        |word: &str| !word.starts_with(char::is_lowercase) && !word.starts_with(|letter: char| letter.is_ascii_digit());
    text.len() <= 120
        && memchr::memchr(b'/', text.as_bytes()).is_some_and(divides)
        && text.split_whitespace().count() <= MOST_WORDS
        && text.split_whitespace().nth(1).is_some()
        && text.split_whitespace().all(names)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Why the first sentence of a paragraph of that text is no part of the article.
    fn of(text: &str) -> Option<&'static str> {
        let mut document = Document { prose: text.to_owned(), ..Document::default() };
        let span = Span::at(0, text.len());
        document.blocks.push(Block { kind: BlockKind::Paragraph, span, section: None, paragraph: 1 });
        reason(&document, &document.blocks[0], span, &Lexicon::default())
    }

    #[test]
    fn lines_of_the_publication_are_known_by_how_they_begin() {
        for text in [
            "To contact the reporter: Ruth Lund at lund@ledger.example",
            "(Reporting by Ruth Lund; Editing by Sam Adeyemi)",
            "ALSO READ: Five Ports to See",
            "More from the Ledger:",
            "Photo: Ida Orr.",
            "First published 4 May 2014",
            "[Five Ports to See in May]",
            "— Warmly, Ruth",
            "— Ruth Lund (@rlund) May 4, 2014",
            "Ida Orr/Ansel News",
        ] {
            assert!(of(text).is_some(), "{text}");
        }
    }

    #[test]
    fn sentences_that_begin_alike_are_left() {
        for text in [
            "Reporting by the Ledger shows that the pier cost $4 million.",
            "More from the port is exported to Lund than to Ansel.",
            "First published in 1931, the guide lists 40 piers.",
            "(The board sold the pier in May.)",
            "— and the board sold the pier for $4 million",
            "The pier and/or the quay will close",
            "Photos of the pier were shown in court.",
        ] {
            assert_eq!(of(text), None, "{text}");
        }
    }
}
