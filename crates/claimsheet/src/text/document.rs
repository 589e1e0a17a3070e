//! One article: its source, the prose in it, the blocks of the prose, what it says of itself.

pub mod builder;

use crate::text::span::{SourceSpan, Span};
use chrono::NaiveDate;

mod inverse_map;
mod line_index;
mod offset_map;
mod speech;

pub use inverse_map::InverseMap;
pub use line_index::{Cursor, LineIndex, Position};
pub use offset_map::OffsetMap;
pub use speech::{Speech, Timecode};

/// Links before the end of a sentence among which comments on it are sought, so that a text full of
/// links costs no more than its length.
const MOST_NEAR: usize = 64;

/// An article as a reader understood it.
///
/// Readers give the blocks in reading order. Their texts stand one after another in [`prose`],
/// each followed by one line feed that belongs to no block, so that no word runs from one block
/// into the next.
///
/// [`prose`]: Self::prose
#[derive(Debug, Default)]
#[non_exhaustive]
pub struct Document {
    /// The file as decoded to UTF-8, a byte order mark included.
    pub source: String,
    /// What detectors read: the text of all blocks without markup, line breaks within a block
    /// turned into spaces.
    pub prose: String,
    /// From prose to source.
    pub map: OffsetMap,
    /// The units of the text, in reading order, not overlapping.
    pub blocks: Vec<Block>,
    /// Links and footnote references that stand on words of the prose, in order.
    pub links: Vec<Link>,
    /// Who speaks when, where the article is a transcript.
    pub speech: Speech,
    /// What the article says of itself, overridden by the command line.
    pub meta: Metadata,
    /// The name of the reader that read it.
    pub format: &'static str,
    /// What the positions in the source mean to a person.
    pub positions: Positions,
    /// What the file is encoded in, by its name on the WHATWG's list, where that is not UTF-8.
    pub encoding: Option<&'static str>,
    /// Which of the several articles of one file it is, in letters, digits and hyphens; none where
    /// the file holds one article.
    pub part: Option<String>,
    /// What the reader left out of the article, in the order in which it is told.
    pub left_out: Vec<LeftOut>,
    /// What the reader could not make sense of.
    pub warnings: Vec<String>,
}

/// Words of a file that are no part of the article as it was read.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[non_exhaustive]
pub struct LeftOut {
    /// What they are: "navigation", "deleted text".
    pub kind: String,
    /// How many.
    pub words: u64,
}

/// A unit of text: what a reader sees as one paragraph, item, cell ….
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Block {
    /// What kind of unit.
    pub kind: BlockKind,
    /// Its text in the prose, without the line feed behind it.
    pub span: Span,
    /// Index among the blocks of the heading under which it stands.
    pub section: Option<usize>,
    /// Its number among the article's blocks as a person counts them, from 1.
    pub paragraph: u32,
}

/// What a [`Block`] is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum BlockKind {
    /// The article's headline.
    Title,
    /// A heading of the given level, 1 to 6.
    Heading(u8),
    /// Running text.
    Paragraph,
    /// An item of a list.
    ListItem,
    /// A paragraph in a block quotation.
    Quotation,
    /// A cell of a table; all three are counted from 0, and the header is row 0.
    Cell {
        /// Which table of the article.
        table: u32,
        /// Which row of the table.
        row: u32,
        /// Which column of the table.
        column: u32,
    },
    /// The caption of a picture or table (an image's description counts).
    Caption,
    /// The text of a footnote.
    Footnote,
    /// An entry in the list of works that the article cites.
    Reference,
}

impl BlockKind {
    /// Whether the block names a part of the article instead of telling it.
    pub const fn is_heading(self) -> bool {
        matches!(self, Self::Title | Self::Heading(_))
    }
}

/// What the draft offers as a source: a link or a footnote.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Link {
    /// The words that carry it; empty, at its place, for a footnote reference.
    pub span: Span,
    /// What it leads to.
    pub target: LinkTarget,
}

impl Link {
    /// What stands on the words at `span` of the prose and leads to `target`.
    pub const fn new(span: Span, target: LinkTarget) -> Self {
        Self { span, target }
    }
}

/// Where a [`Link`] leads.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum LinkTarget {
    /// A link's destination, as written.
    Url(String),
    /// A note in the writer's own collection, by its name: no address that others can open.
    Page(String),
    /// A footnote, by its label.
    Footnote {
        /// The label as written, without `[^` and `]`.
        label: String,
        /// The footnote's text, where the draft has it.
        text: String,
    },
    /// A comment that somebody wrote to the words.
    Comment {
        /// Who wrote it; empty where the draft does not say.
        author: String,
        /// What it says.
        text: String,
    },
}

impl Positions {
    /// What a line of the source is to a person: in "line 12", "paragraph 12".
    pub const fn unit(self) -> &'static str {
        match self {
            Self::Bytes | Self::Decoded => "line",
            Self::Paragraphs => "paragraph",
        }
    }
}

/// What an article says of itself.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Metadata {
    /// The headline.
    pub title: Option<String>,
    /// Who wrote it.
    pub author: Option<String>,
    /// When it was or will be published; relative dates are resolved against it.
    pub published: Option<NaiveDate>,
    /// Where it is or will be published: an `http` or `https` address.
    pub url: Option<String>,
}

/// `text` as the address of an article; none where it is not one of a page on the web, as the paths
/// that site generators keep under the same names.
pub fn web_address(text: &str) -> Option<String> {
    let text = text.trim();
    let schemes = ["https://", "http://"];
    let host = schemes.iter().find_map(|scheme| {
        text.get(..scheme.len()).filter(|start| start.eq_ignore_ascii_case(scheme))?;
        text.get(scheme.len()..)
    })?;
    let is_whole = |letter: char| letter.is_whitespace() || letter.is_control() || "<>\"`{}|\\^".contains(letter);
    (host.starts_with(|first: char| first.is_alphanumeric() || first == '[') && !text.contains(is_whole))
        .then(|| text.to_owned())
}

/// What positions in a document's source are.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Positions {
    /// Bytes and lines of the file.
    #[default]
    Bytes,
    /// Bytes of the file once it was decoded to UTF-8; lines are the file's.
    Decoded,
    /// The source is the text that was taken out of the file, a line a paragraph: bytes of that
    /// text, and line numbers that count paragraphs.
    Paragraphs,
}

impl Document {
    /// A document of plain text: what stands between empty lines is a paragraph, and a line feed within one
    /// stands for a space. Markup is not looked for; the crate `claimsheet-read` reads files.
    pub fn from_text(source: &str) -> Self {
        let mut builder = builder::DocumentBuilder::new(source);
        let mut end = 0;
        for line in source.split_inclusive('\n') {
            let start = end;
            end += line.len();
            let text = line.trim();
            if text.is_empty() {
                builder.close();
                continue;
            }
            let from = start + (line.len() - line.trim_start().len());
            if builder.is_open() {
                builder.space(start.saturating_sub(1), from);
            }
            builder.open(BlockKind::Paragraph);
            builder.verbatim(from, from + text.len());
        }
        Self { format: "text", ..builder.finish() }
    }

    /// Notes that `words` words of a kind were left out.
    pub fn leaves_out(&mut self, kind: &str, words: u64) {
        match self.left_out.iter_mut().find(|known| known.kind == kind) {
            Some(known) => known.words += words,
            None if words > 0 => self.left_out.push(LeftOut { kind: kind.to_owned(), words }),
            None => {}
        }
    }

    /// The words at `span`.
    pub fn text(&self, span: Span) -> &str {
        span.of(&self.prose)
    }

    /// Where `span` stands in the source: from its first character's first byte to its last
    /// character's last byte.
    pub fn source_span(&self, span: Span) -> SourceSpan {
        self.map.to_source(span)
    }

    /// `span` in parts that end where a sentence ends without a mark.
    pub fn spoken_parts(&self, span: Span) -> impl Iterator<Item = Span> {
        let breaks = self.speech.breaks_in(span.start, span.end);
        let starts = std::iter::once(span.start).chain(breaks.iter().copied());
        let ends = breaks.iter().copied().chain([span.end]);
        starts.zip(ends).map(|(start, end)| Span::new(start, end))
    }

    /// The comments on words of `span`, in order.
    ///
    /// A comment may begin before `span` in its block; of the links before, some are looked at.
    pub fn comments_on(&self, span: Span) -> Vec<(&str, &str)> {
        let end = self.links.partition_point(|link| link.span.start <= span.end);
        let near = self.links.get(end.saturating_sub(MOST_NEAR)..end).unwrap_or(&[]);
        let on = near.iter().filter(|link| link.span.overlaps(span) || span.contains(link.span));
        on.filter_map(|link| match &link.target {
            LinkTarget::Comment { author, text } => Some((author.as_str(), text.as_str())),
            LinkTarget::Url(_) | LinkTarget::Page(_) | LinkTarget::Footnote { .. } => None,
        })
        .collect()
    }

    /// The heading under which `block` stands.
    pub fn section(&self, block: &Block) -> Option<&str> {
        let heading = self.blocks.get(block.section?)?;
        Some(self.text(heading.span))
    }

    /// Where citations stand in the prose, as `(Lund et al., 2020)`: a note whose label is in brackets right before it.
    pub fn citations(&self) -> Vec<Span> {
        let citation = |link: &Link| match &link.target {
            LinkTarget::Footnote { label, .. } if link.span.is_empty() && !label.is_empty() => {
                let end = link.span.start as usize;
                let cited =
                    self.prose.get(..end)?.strip_suffix(')')?.strip_suffix(label.as_str())?.strip_suffix('(')?;
                Some(Span::at(cited.len(), end))
            }
            _ => None,
        };
        self.links.iter().filter_map(citation).collect()
    }

    /// The links and footnote references in or at the end of `span`.
    pub fn links_in(&self, span: Span) -> &[Link] {
        let first = self.links.partition_point(|link| link.span.start < span.start);
        let last = self.links.partition_point(|link| link.span.start <= span.end);
        self.links.get(first..last).unwrap_or(&[])
    }
}
