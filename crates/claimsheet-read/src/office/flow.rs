//! Paragraphs as they are taken out of an office document, and the document that they make.

use crate::raised::{self, Raised};
use claimsheet::text::document::builder::DocumentBuilder;
use claimsheet::text::document::{BlockKind, Document, LinkTarget, Positions};
use claimsheet::text::span::{SourceSpan, Span};

/// One paragraph that was taken out.
#[derive(Debug, Clone)]
pub(crate) struct Paragraph {
    /// What it is.
    pub(crate) kind: BlockKind,
    /// Its words.
    pub(crate) text: String,
    /// What stands on its words.
    pub(crate) marks: Vec<Mark>,
    /// Raised text at its end of which it is yet to be told what it is.
    raised: String,
    /// Whether it is the description of a picture.
    described: bool,
}

/// A link, note or comment on words of a paragraph.
#[derive(Debug, Clone)]
pub(crate) struct Mark {
    /// First byte of the paragraph's text.
    pub(crate) start: usize,
    /// One past the last byte; `start` for a reference.
    pub(crate) end: usize,
    /// What it leads to.
    pub(crate) target: LinkTarget,
}

impl Paragraph {
    pub(crate) const fn new(kind: BlockKind) -> Self {
        Self { kind, text: String::new(), marks: Vec::new(), raised: String::new(), described: false }
    }

    /// The description of a picture, which nobody sees in the document.
    pub(crate) fn described(text: &str) -> Self {
        let mut paragraph = Self::new(BlockKind::Caption);
        paragraph.described = true;
        paragraph.push(text);
        paragraph
    }

    /// Appends words: white space of any kind but the unbreaking becomes a space each, soft hyphens
    /// go.
    pub(crate) fn push(&mut self, text: &str) {
        self.settle(text);
        self.append(text);
    }

    /// Appends raised words; what they are is told by what follows.
    pub(crate) fn raise(&mut self, text: &str) {
        self.raised.push_str(text);
    }

    /// Forgets raised words that are the mark of a note which the document has.
    pub(crate) fn forget_raised(&mut self) {
        self.raised.clear();
    }

    /// Tells what the raised words are, which `after` follows: a power, the mark of a note, or words.
    pub(crate) fn settle(&mut self, after: &str) {
        if self.raised.is_empty() {
            return;
        }
        let words = std::mem::take(&mut self.raised);
        match raised::read(&self.text, &words, after, false) {
            Raised::Exponent(power) => self.append(&power),
            Raised::Note(label) => {
                let at = self.text.len();
                self.marks.push(Mark {
                    start: at,
                    end: at,
                    target: LinkTarget::Footnote { label, text: String::new() },
                });
            }
            Raised::Numerator => {
                if raised::needs_space(&self.text) {
                    self.append(" ");
                }
                self.append(&words);
            }
            Raised::Words => self.append(&words),
        }
    }

    fn append(&mut self, text: &str) {
        let signs = text.chars().filter(|sign| *sign != SOFT_HYPHEN);
        self.text.extend(signs.map(|sign| if is_plain_space(sign) { ' ' } else { sign }));
    }

    /// The place of a mark without white space around its words.
    fn without_space(&self, mark: &Mark) -> (usize, usize) {
        let words = self.text.get(mark.start..mark.end).unwrap_or("");
        let start = mark.start + words.len() - words.trim_start().len();
        (start, (mark.start + words.trim_end().len()).max(start))
    }

    /// Whether it has no words.
    pub(crate) fn is_empty(&self) -> bool {
        self.text.trim().is_empty() && self.raised.trim().is_empty()
    }
}

/// A place where a word may be broken; it is not part of the word.
pub(crate) const SOFT_HYPHEN: char = '\u{ad}';

/// Whether `sign` is white space that becomes a space: one that keeps words on a line together
/// stays.
pub(crate) fn is_plain_space(sign: char) -> bool {
    sign.is_control() || matches!(sign, '\u{2028}' | '\u{2029}')
}

/// Whether no sign of `text` goes or becomes a space, by its bytes alone: those of some rare signs
/// may stand in others too, and then it says no.
pub(crate) fn is_kept(text: &str) -> bool {
    // In UTF-8, C2 begins the soft hyphen and the controls beyond ASCII, and A8 or A9 ends the two
    // separators. Every byte is looked at, as that is done many at a time.
    let may_change = |byte: u8| byte < 0x20 || matches!(byte, 0x7f | 0xc2 | 0xa8 | 0xa9);
    !text.bytes().fold(false, |found, byte| found | may_change(byte))
}

/// The document of `paragraphs`: its source is their text, a line a paragraph; with where the text
/// of each begins, none for those without words.
pub(crate) fn document(paragraphs: &[Paragraph]) -> (Document, Vec<Option<u32>>) {
    let title = title(paragraphs);
    let mut builder = DocumentBuilder::new("");
    let mut starts = Vec::with_capacity(paragraphs.len());
    for (at, paragraph) in paragraphs.iter().enumerate() {
        if paragraph.is_empty() || is_repeated(paragraphs, at) {
            starts.push(None);
            continue;
        }
        let start = builder.at();
        starts.push(Some(start as u32));
        builder.open(match paragraph.kind {
            _ if title == Some(at) => BlockKind::Title,
            BlockKind::Title => BlockKind::Heading(1),
            kind => kind,
        });
        builder.document.prose.push_str(&paragraph.text);
        for mark in &paragraph.marks {
            let (from, to) = paragraph.without_space(mark);
            let span = Span::at(start + from, start + to);
            builder.document.links.push(claimsheet::text::document::Link::new(span, mark.target.clone()));
        }
        builder.close();
    }
    let mut document = builder.finish();
    document.source.clone_from(&document.prose);
    let whole = document.prose.len();
    document.map.push(Span::at(0, whole), SourceSpan::at(0, whole));
    document.positions = Positions::Paragraphs;
    let title = document.blocks.iter().find(|block| block.kind == BlockKind::Title);
    document.meta.title = title.map(|title| document.text(title.span).to_owned());
    (document, starts)
}

/// Whether a paragraph is a picture's description that stands near as its caption too.
fn is_repeated(paragraphs: &[Paragraph], at: usize) -> bool {
    let words = |paragraph: &Paragraph| paragraph.text.split_whitespace().collect::<Vec<_>>().join(" ");
    paragraphs.get(at).filter(|one| one.described).is_some_and(|one| {
        let near = paragraphs.iter().skip(at.saturating_sub(2)).take(5);
        near.into_iter().any(|other| !other.described && words(other) == words(one))
    })
}

/// The paragraph that is the title: the first of the style Title, else the first heading of the
/// first level, else a short first line without a stop.
fn title(paragraphs: &[Paragraph]) -> Option<usize> {
    let with_words = || paragraphs.iter().enumerate().filter(|(_, paragraph)| !paragraph.is_empty());
    let heads = |one: &Paragraph| !crate::citations::heads_list(&one.text);
    let of_kind = |kind: BlockKind| with_words().find(|(_, one)| one.kind == kind && heads(one)).map(|(at, _)| at);
    let first = || {
        let (at, paragraph) = with_words().next()?;
        let more = with_words().nth(1).is_some();
        (paragraph.kind == BlockKind::Paragraph && more && is_headline(&paragraph.text)).then_some(at)
    };
    of_kind(BlockKind::Title).or_else(|| of_kind(BlockKind::Heading(1))).or_else(first)
}

/// Whether a first line reads as a headline: short, and without a stop.
fn is_headline(text: &str) -> bool {
    let text = text.trim();
    text.split_whitespace().count() <= 20 && !text.ends_with(['.', '!', '…', '"', '”', ',', ';', ':', '’', '\''])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_kept_by_its_bytes_is_kept_sign_by_sign() {
        for sign in (0..=u32::from(char::MAX)).filter_map(char::from_u32) {
            let text = sign.to_string();
            let mut paragraph = Paragraph::new(BlockKind::Paragraph);
            paragraph.push(&text);
            assert!(!is_kept(&text) || paragraph.text == text, "{sign:?}");
        }
        assert!(is_kept("“Two words,” she said – and “one”."));
    }
}
