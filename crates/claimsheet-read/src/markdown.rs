//! Markdown: `CommonMark` with tables, footnotes, task lists and front matter.
//!
//! Reads raw `pulldown-cmark` events with their offsets and pushes each piece into the block's
//! offset map. Iterators that join events are of no use here: the places within are gone.

use super::front_matter::{self, Language};
use super::raised::{self, Raised};
use super::{ReadOptions, html, markup};
use claimsheet::text::document::builder::{CellCount, DocumentBuilder};
use claimsheet::text::document::{BlockKind, Document, LinkTarget};
use dialect::{FILLER, Mark, MarkKind, Prepared};
use pulldown_cmark::{CowStr, Event, HeadingLevel, LinkType, MetadataBlockKind, Options, Parser, Tag, TagEnd};
use std::collections::HashMap;
use std::ops::Range;

mod dialect;

/// Longest raised text with its tags, in bytes.
const LONGEST_RAISED: usize = 256;

/// `CommonMark` with tables, footnotes, task lists and front matter.
pub(super) const READER: super::Reader = super::Reader {
    name: "markdown",
    about: "Markdown with front matter",
    extensions: &["md", "markdown", "mdown", "mkd", "qmd", "rmd", "mdx"],
    recognises: |_| false,
    read: |bytes, options| super::encoding::read_text(bytes, options, |text| Ok(vec![read(text, options)])),
};

/// Reads the Markdown in `source`.
pub(super) fn read(source: &str, read: &ReadOptions<'_>) -> Document {
    let skipped = source.len() - source.trim_start_matches('\u{feff}').len();
    let text = source.get(skipped..).unwrap_or("");
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_SUBSCRIPT
        | Options::ENABLE_WIKILINKS
        | Options::ENABLE_DEFINITION_LIST
        | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS
        | Options::ENABLE_PLUSES_DELIMITED_METADATA_BLOCKS;
    let prepared = dialect::prepare(text);
    let mut reader = Reader::new(source, skipped, &prepared, read);
    for (event, range) in Parser::new_ext(&prepared.text, options).into_offset_iter() {
        reader.event(event, range.start + skipped..range.end + skipped);
    }
    reader.builder.document.leaves_out("formulas", prepared.formulas);
    reader.finish()
}

struct Reader<'a> {
    source: &'a str,
    /// Where the text begins behind a byte order mark.
    skipped: usize,
    /// What the parser does not see, by its place behind that.
    prepared: &'a Prepared<'a>,
    options: &'a ReadOptions<'a>,
    /// The notes within sentences, whose words stand at the end.
    notes: Vec<Range<usize>>,
    builder: DocumentBuilder<'a>,
    /// Kinds that the containers around give to the blocks in them, innermost last.
    containers: Vec<Option<BlockKind>>,
    /// Where the text of each open link begins, with its destination.
    links: Vec<(usize, LinkTarget)>,
    /// How deep in code or metadata, whose text is no prose.
    unread: usize,
    /// How deep in words that are struck out.
    struck: usize,
    /// Where words go on behind raised text that was read with what it stands on.
    skipped_to: usize,
    unread_element: Option<&'static str>,
    metadata: Option<(Language, String)>,
    footnotes: HashMap<String, String>,
    footnote: Option<(String, usize)>,
    has_title: bool,
    cell: CellCount,
}

impl<'a> Reader<'a> {
    fn new(source: &'a str, skipped: usize, prepared: &'a Prepared<'a>, options: &'a ReadOptions<'a>) -> Self {
        Self {
            source,
            skipped,
            prepared,
            options,
            notes: Vec::new(),
            builder: DocumentBuilder::new(source),
            containers: Vec::new(),
            links: Vec::new(),
            unread: 0,
            struck: 0,
            skipped_to: 0,
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
            Event::Start(Tag::HtmlBlock) => self.html(range),
            Event::Start(tag) => self.start(tag, range.start),
            Event::End(tag) => self.end(tag),
            Event::Text(text) => self.text(&text, range),
            Event::Code(text) => self.code(&text, range),
            Event::SoftBreak | Event::HardBreak if self.breaks_in(&range) => self.builder.close(),
            Event::SoftBreak | Event::HardBreak => self.builder.space(range.start, range.end),
            Event::InlineHtml(tag) => self.inline_html(&tag, &range),
            Event::FootnoteReference(label) => {
                let target = LinkTarget::Footnote { label: label.into_string(), text: String::new() };
                self.builder.link(self.builder.at(), target);
            }
            Event::Rule => self.builder.close(),
            Event::TaskListMarker(_) | Event::InlineMath(_) | Event::DisplayMath(_) | Event::Html(_) => {}
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
            Tag::Strikethrough => self.struck += usize::from(!self.options.original),
            _ => {}
        }
    }

    /// A block of HTML is read as in a page; an element that nobody reads may go on behind it.
    fn html(&mut self, range: Range<usize>) {
        self.builder.close();
        let text = self.prepared.whole(self.skipped);
        let html = text.get(range.start..range.end).unwrap_or("");
        let (start, open) = markup::unread(html, self.unread_element);
        self.unread_element = open;
        let Some(start) = start else { return };
        let builder = std::mem::replace(&mut self.builder, DocumentBuilder::new(self.source));
        let until = text.get(..range.end).unwrap_or("");
        let (builder, is_titled) =
            html::read_within(until, range.start + start, builder, &mut self.cell, !self.has_title, self.options);
        self.has_title |= is_titled;
        self.builder = builder;
        self.builder.close();
    }

    /// A tag within a line.
    fn inline_html(&mut self, tag: &str, range: &Range<usize>) {
        match markup::Inline::of(tag) {
            markup::Inline::Raised => self.raised_html(range),
            markup::Inline::Struck(opens) if !self.options.original => {
                self.struck = if opens { self.struck + 1 } else { self.struck.saturating_sub(1) };
            }
            markup::Inline::Link(address) => self.links.push((self.builder.at(), LinkTarget::Url(address))),
            markup::Inline::LinkEnd => self.end_link(),
            markup::Inline::Other if markup::divides(tag) => self.builder.space(range.start, range.end),
            _ => {}
        }
    }

    /// `<sup>words</sup>`, whose opening tag stands at `tag`.
    fn raised_html(&mut self, tag: &Range<usize>) {
        let rest = self.source.get(tag.end..).unwrap_or("");
        let near = rest.get(..rest.floor_char_boundary(LONGEST_RAISED)).unwrap_or("");
        let Some(end) = near.to_ascii_lowercase().find("</sup") else { return };
        let inner = near.get(..end).unwrap_or("");
        let after = near.get(end..).and_then(|rest| rest.split_once('>')).map_or("", |(_, after)| after);
        let words = markup::without_tags(inner);
        if self.raised(&words, after, inner.contains("<a") || inner.contains("]("), tag.start..tag.end + end) {
            self.skipped_to = tag.end + end;
        }
    }

    /// Reads raised `words` that stand for the source at `place`; whether they were no words like others.
    fn raised(&mut self, words: &str, after: &str, leads: bool, place: Range<usize>) -> bool {
        match raised::read(&self.builder.document.prose, words, after, leads) {
            Raised::Exponent(power) => {
                self.open();
                self.builder.push(&power, place.start, place.end);
            }
            Raised::Note(label) => {
                self.builder.link(self.builder.at(), LinkTarget::Footnote { label, text: String::new() });
            }
            Raised::Numerator => {
                if raised::needs_space(&self.builder.document.prose) {
                    self.builder.push(" ", place.start, place.start + 1);
                }
                return false;
            }
            Raised::Words => return false,
        }
        true
    }

    fn end_link(&mut self) {
        if let Some((start, target)) = self.links.pop().filter(|_| self.struck == 0) {
            self.builder.link(start, target);
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
            TagEnd::Link => self.end_link(),
            TagEnd::Strikethrough => self.struck = self.struck.saturating_sub(1),
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
        if self.struck > 0 || range.end <= self.skipped_to {
            let words = if self.struck > 0 { text.split_whitespace().count() } else { 0 };
            return self.builder.document.leaves_out("deleted text", words as u64);
        }
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
            MarkKind::Raised(words) => {
                let words = words.start + self.skipped..words.end + self.skipped;
                let after = self.source.get(words.end + 1..).unwrap_or("");
                let after = after.get(..after.floor_char_boundary(8)).unwrap_or("").to_owned();
                let text = self.source.get(words.clone()).unwrap_or("");
                if self.struck == 0 && !self.raised(text, &after, false, words.clone()) {
                    self.open();
                    self.builder.verbatim(words.start, words.end);
                }
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
        if self.struck > 0 {
            return self.words(text, range);
        }
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
