//! Markdown: `CommonMark` with tables, footnotes, task lists and front matter.
//!
//! Reads raw `pulldown-cmark` events with their offsets and pushes each piece into the block's
//! offset map. Iterators that join events are of no use here: the places within are gone.

use super::front_matter::{self, Language};
use super::markup;
use claimsheet::text::document::builder::{CellCount, DocumentBuilder};
use claimsheet::text::document::{BlockKind, Document, LinkTarget};
use dialect::{FILLER, Mark, MarkKind, Prepared};
use pulldown_cmark::{CowStr, Event, HeadingLevel, LinkType, MetadataBlockKind, Options, Parser, Tag, TagEnd};
use std::collections::HashMap;
use std::ops::Range;

mod dialect;

/// `CommonMark` with tables, footnotes, task lists and front matter.
pub(super) const READER: super::Reader = super::Reader {
    name: "markdown",
    about: "Markdown with front matter",
    extensions: &["md", "markdown", "mdown", "mkd", "qmd", "rmd", "mdx"],
    recognises: |_| false,
    read: |bytes, options| super::encoding::read_text(bytes, options, |text| Ok(vec![read(text)])),
};

/// Reads the Markdown in `source`.
pub(super) fn read(source: &str) -> Document {
    let skipped = source.len() - source.trim_start_matches('\u{feff}').len();
    let text = source.get(skipped..).unwrap_or("");
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_MATH
        | Options::ENABLE_WIKILINKS
        | Options::ENABLE_DEFINITION_LIST
        | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS
        | Options::ENABLE_PLUSES_DELIMITED_METADATA_BLOCKS;
    let prepared = dialect::prepare(text);
    let mut reader = Reader::new(source, skipped, &prepared);
    for (event, range) in Parser::new_ext(&prepared.text, options).into_offset_iter() {
        reader.event(event, range.start + skipped..range.end + skipped);
    }
    reader.finish()
}

struct Reader<'a> {
    source: &'a str,
    /// Where the text begins behind a byte order mark.
    skipped: usize,
    /// What the parser does not see, by its place behind that.
    prepared: &'a Prepared<'a>,
    /// The notes within sentences, whose words stand at the end.
    notes: Vec<Range<usize>>,
    builder: DocumentBuilder<'a>,
    /// Kinds that the containers around give to the blocks in them, innermost last.
    containers: Vec<Option<BlockKind>>,
    /// Where the text of each open link begins, with its destination.
    links: Vec<(usize, LinkTarget)>,
    /// How deep in code, math or metadata, whose text is no prose.
    unread: usize,
    unread_element: Option<&'static str>,
    metadata: Option<(Language, String)>,
    footnotes: HashMap<String, String>,
    footnote: Option<(String, usize)>,
    has_title: bool,
    cell: CellCount,
}

impl<'a> Reader<'a> {
    fn new(source: &'a str, skipped: usize, prepared: &'a Prepared<'a>) -> Self {
        Self {
            source,
            skipped,
            prepared,
            notes: Vec::new(),
            builder: DocumentBuilder::new(source),
            containers: Vec::new(),
            links: Vec::new(),
            unread: 0,
            unread_element: None,
            metadata: None,
            footnotes: HashMap::new(),
            footnote: None,
            has_title: false,
            cell: CellCount::default(),
        }
    }

    fn event(&mut self, event: Event<'_>, range: Range<usize>) {
        match event {
            Event::Start(tag) => self.start(tag, range.start),
            Event::End(tag) => self.end(tag),
            Event::Text(text) => self.text(&text, range),
            Event::Code(text) => self.code(&text, range),
            Event::SoftBreak | Event::HardBreak if self.breaks_in(&range) => self.builder.close(),
            Event::SoftBreak | Event::HardBreak => self.builder.space(range.start, range.end),
            Event::Html(_) if self.unread == 0 => {
                markup::text(self.source, range.start, range.end, &mut self.unread_element, &mut self.builder);
            }
            Event::InlineHtml(tag) if markup::divides(&tag) => self.builder.space(range.start, range.end),
            Event::FootnoteReference(label) => {
                let target = LinkTarget::Footnote { label: label.into_string(), text: String::new() };
                self.builder.link(self.builder.at(), target);
            }
            Event::Rule => self.builder.close(),
            Event::InlineHtml(_)
            | Event::TaskListMarker(_)
            | Event::InlineMath(_)
            | Event::DisplayMath(_)
            | Event::Html(_) => {}
        }
    }

    fn start(&mut self, tag: Tag<'_>, at: usize) {
        match tag {
            Tag::Paragraph => self.builder.close(),
            Tag::Heading { level, .. } => self.heading(level),
            Tag::BlockQuote(_) => self.container(Some(self.quotation_at(at))),
            Tag::DefinitionListTitle | Tag::DefinitionListDefinition => self.container(Some(BlockKind::Paragraph)),
            Tag::Item => self.container(Some(BlockKind::ListItem)),
            Tag::Table(_) => self.cell = self.cell.next_table(),
            Tag::TableHead | Tag::TableRow => self.cell = self.cell.next_row(),
            Tag::TableCell => {
                self.cell = self.cell.next_column();
                self.container(Some(self.cell.kind()));
            }
            Tag::FootnoteDefinition(label) => {
                self.container(Some(BlockKind::Footnote));
                self.footnote = Some((label.into_string(), self.builder.at()));
            }
            Tag::CodeBlock(_) => {
                self.builder.close();
                self.unread += 1;
            }
            Tag::HtmlBlock => self.builder.close(),
            Tag::MetadataBlock(kind) => {
                let language = match kind {
                    MetadataBlockKind::YamlStyle => Language::Yaml,
                    MetadataBlockKind::PlusesStyle => Language::Toml,
                };
                self.metadata = Some((language, String::new()));
                self.unread += 1;
            }
            Tag::Link { link_type: LinkType::WikiLink { .. }, dest_url, .. } => {
                self.links.push((self.builder.at(), LinkTarget::Page(dest_url.into_string())));
            }
            Tag::Link { dest_url, .. } => {
                self.links.push((self.builder.at(), LinkTarget::Url(dest_url.into_string())));
            }
            Tag::Image { .. } => self.image(),
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Paragraph | TagEnd::HtmlBlock => self.builder.close(),
            TagEnd::Heading(_)
            | TagEnd::BlockQuote(_)
            | TagEnd::Item
            | TagEnd::TableCell
            | TagEnd::DefinitionListTitle
            | TagEnd::DefinitionListDefinition => {
                self.builder.close();
                self.containers.pop();
            }
            TagEnd::FootnoteDefinition => {
                self.builder.close();
                self.containers.pop();
                if let Some((label, start)) = self.footnote.take() {
                    let text = self.builder.document.prose.get(start..).unwrap_or("").trim().to_owned();
                    self.footnotes.insert(label, text);
                }
            }
            TagEnd::CodeBlock => self.unread = self.unread.saturating_sub(1),
            TagEnd::MetadataBlock(_) => {
                self.unread = self.unread.saturating_sub(1);
                if let Some((language, text)) = self.metadata.take() {
                    let document = &mut self.builder.document;
                    document.meta = front_matter::read(&text, language, &mut document.warnings);
                }
            }
            TagEnd::Link => {
                if let Some((start, target)) = self.links.pop() {
                    self.builder.link(start, target);
                }
            }
            TagEnd::Image => {
                let caption = self.containers.pop();
                if caption.is_some_and(|kind| kind == Some(BlockKind::Caption)) {
                    self.builder.close();
                }
            }
            _ => {}
        }
    }

    /// The first heading of the first level is the title.
    fn heading(&mut self, level: HeadingLevel) {
        let is_title = level == HeadingLevel::H1 && !self.has_title;
        self.has_title |= is_title;
        self.container(Some(if is_title { BlockKind::Title } else { BlockKind::Heading(level as u8) }));
    }

    fn container(&mut self, kind: Option<BlockKind>) {
        self.builder.close();
        self.containers.push(kind);
    }

    /// A picture by itself has a caption; within a sentence its description is part of it.
    fn image(&mut self) {
        let alone = !self.builder.is_open();
        self.containers.push(alone.then_some(BlockKind::Caption));
    }

    fn text(&mut self, text: &CowStr<'_>, range: Range<usize>) {
        if let Some((_, metadata)) = &mut self.metadata {
            metadata.push_str(text);
        } else if self.unread == 0 && !is_stray(text, self.source, &range) {
            self.uncovered(text, range);
        }
    }

    /// Appends a text but for what is covered in it, and does what that says.
    fn uncovered(&mut self, text: &str, range: Range<usize>) {
        if !text.contains(FILLER) {
            return self.words(text, range);
        }
        let mut at = range.start;
        for piece in text.split_inclusive(FILLER) {
            let words = piece.trim_end_matches(FILLER);
            let end = at + words.len();
            self.words(words, at..end);
            if words.len() < piece.len() {
                self.mark(end);
            }
            at += piece.len();
        }
    }

    /// Appends words that stand for the source at `range`; two spaces around what was left out are one.
    fn words(&mut self, text: &str, range: Range<usize>) {
        let is_apart = text.len() == range.len() && self.builder.document.prose.ends_with(' ');
        let shown = if is_apart { text.trim_start_matches(' ') } else { text };
        if !shown.is_empty() {
            self.open();
            self.builder.push(shown, range.start + text.len() - shown.len(), range.end);
        }
    }

    /// Does what a mark at byte `at` says, if there is one.
    fn mark(&mut self, at: usize) {
        let marks = &self.prepared.marks;
        let place = at - self.skipped.min(at);
        let first = marks.partition_point(|mark| mark.at < place);
        let Some(Mark { kind, .. }) = marks.get(first).filter(|mark| mark.at == place) else { return };
        match kind {
            MarkKind::Citation(key, cited) => {
                let target = LinkTarget::Footnote { label: key.clone(), text: cited.clone() };
                self.builder.link(self.builder.at(), target);
            }
            MarkKind::Note(words) => {
                let words = words.start + self.skipped..words.end + self.skipped;
                self.notes.push(words.clone());
                let text = self.source.get(words).unwrap_or("").trim().to_owned();
                self.builder
                    .link(self.builder.at(), LinkTarget::Footnote { label: self.notes.len().to_string(), text });
            }
            MarkKind::Caption(words) => {
                self.builder.close();
                self.builder.open(BlockKind::Caption);
                self.builder.verbatim(words.start + self.skipped, words.end + self.skipped);
                self.builder.close();
            }
        }
    }

    /// Whether a block ends at a line end in `range`.
    fn breaks_in(&self, range: &Range<usize>) -> bool {
        let breaks = &self.prepared.breaks;
        let next = breaks.partition_point(|at| at + self.skipped < range.start);
        breaks.get(next).is_some_and(|at| at + self.skipped <= range.end)
    }

    /// What the paragraphs of the block quotation at byte `at` are: callouts and admonitions look like
    /// one and quote nobody.
    fn quotation_at(&self, at: usize) -> BlockKind {
        // Quotations in quotations begin at the same line, so a look at all of it would cost its square.
        const REACH: usize = 64;
        let rest = self.source.get(at..).unwrap_or("");
        let line = rest.get(..rest.floor_char_boundary(REACH)).and_then(|rest| rest.lines().next()).unwrap_or("");
        let kind = line.trim_start_matches(['>', ' ']);
        let is_callout = kind.starts_with("[!") && !kind.to_ascii_lowercase().starts_with("[!quote");
        if is_callout || !line.starts_with('>') { BlockKind::Paragraph } else { BlockKind::Quotation }
    }

    fn code(&mut self, text: &str, range: Range<usize>) {
        self.open();
        let within = self.source.get(range.clone()).and_then(|code| code.find(text));
        match within {
            Some(at) => self.builder.verbatim(range.start + at, range.start + at + text.len()),
            None => self.builder.push(text, range.start, range.end),
        }
    }

    fn open(&mut self) {
        let kind = self.containers.iter().rev().find_map(|kind| *kind).unwrap_or(BlockKind::Paragraph);
        self.builder.open(kind);
    }

    fn finish(mut self) -> Document {
        for link in &mut self.builder.document.links {
            if let LinkTarget::Footnote { label, text } = &mut link.target
                && text.is_empty()
            {
                *text = self.footnotes.get(label).cloned().unwrap_or_default();
            }
        }
        for words in std::mem::take(&mut self.notes) {
            self.builder.close();
            self.builder.open(BlockKind::Footnote);
            self.builder.verbatim(words.start, words.end);
        }
        super::titled(self.builder.finish())
    }
}

/// Whether the text at `range` of `source` is a mark of strong emphasis that emphasises nothing, as
/// programs leave in `**word **next`.
fn is_stray(text: &str, source: &str, range: &Range<usize>) -> bool {
    let is_star = |at: Option<usize>| at.and_then(|at| source.as_bytes().get(at)) == Some(&b'*');
    text.bytes().all(|byte| byte == b'*')
        && source.get(range.clone()) == Some(text)
        && (text.len() > 1 || is_star(range.start.checked_sub(1)) || is_star(Some(range.end)))
}
