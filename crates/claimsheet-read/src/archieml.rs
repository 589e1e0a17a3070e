//! `ArchieML`, the markup that newsrooms write in Google Docs: <http://archieml.org>.
//!
//! Keys that name headline, byline and day are front matter; free text (`[+body]`, and the text of keys that hold
//! prose) is the article; captions are captions. What stands under `:skip` or `:ignore` is left out and told.

use super::front_matter;
use super::{Reader, encoding};
use crate::plain;
use claimsheet::text::document::builder::DocumentBuilder;
use claimsheet::text::document::{BlockKind, Document};
use std::ops::Range;

/// `ArchieML`.
pub(super) const READER: Reader = Reader {
    name: "archieml",
    about: "ArchieML, as newsrooms write it in Google Docs",
    extensions: &["aml", "archieml"],
    recognises: looks_like,
    read: |bytes, options| encoding::read_text(bytes, options, |text| Ok(vec![read(text)])),
};

const TITLE: &[&str] = &["headline", "title", "hed", "hed1"];
const AUTHOR: &[&str] = &["byline", "author", "authors", "by"];
const DATE: &[&str] = &["pubdate", "date", "published", "publish_date", "publication_date"];
const URL: &[&str] = &["url", "canonical", "link"];

/// Keys whose text is a line below the headline, or a paragraph of the article.
const PROSE: &[&str] = &[
    "intro",
    "dek",
    "deck",
    "standfirst",
    "subhed",
    "subtitle",
    "summary",
    "lede",
    "lead",
    "text",
    "body",
    "p",
    "paragraph",
    "description",
    "leadin",
    "chatter",
    "quote",
    "value",
];
const HEADINGS: &[&str] = &["subhead", "subheading", "heading", "header", "section", "h2", "h3"];
const CAPTIONS: &[&str] = &["caption", "alt", "cutline"];

/// Whether a text has what no other has: an array of free text, or commands behind a colon, and keys before them.
fn looks_like(bytes: &[u8]) -> bool {
    let start = String::from_utf8_lossy(bytes.get(..bytes.len().min(encoding::SAMPLE)).unwrap_or_default());
    let mut keys = 0_usize;
    let mut marks = 0_usize;
    for line in start.trim_start_matches('\u{feff}').lines().map(str::trim) {
        let Some(mark) = command(line) else { continue };
        match mark {
            Command::Key(..) => keys += 1,
            Command::Skip | Command::EndSkip | Command::Ignore => marks += 1,
            Command::Array(name) if name.starts_with('+') || marks > 0 => marks += 1,
            Command::Object(_) if keys > 0 => marks += usize::from(line.starts_with("{.") || line == "{}"),
            Command::Array(_) | Command::Object(_) | Command::End => {}
        }
    }
    keys >= 1 && marks >= 1
}

/// What a line of `ArchieML` does.
#[derive(Debug, PartialEq, Eq)]
enum Command<'a> {
    /// Gives a key a value, which begins at a byte of the line.
    Key(&'a str, usize),
    Array(&'a str),
    Object(&'a str),
    Skip,
    EndSkip,
    Ignore,
    /// `:end` of a value that runs over lines.
    End,
}

fn command(line: &str) -> Option<Command<'_>> {
    let lower = line.to_ascii_lowercase();
    match lower.as_str() {
        ":skip" => return Some(Command::Skip),
        ":endskip" => return Some(Command::EndSkip),
        ":ignore" => return Some(Command::Ignore),
        ":end" => return Some(Command::End),
        _ => {}
    }
    let is_name = |name: &str| name.chars().all(|c| c.is_ascii_alphanumeric() || "_-.+".contains(c));
    let inner = |open: char, close: char| line.strip_prefix(open)?.strip_suffix(close).map(str::trim);
    if let Some(name) = inner('[', ']').filter(|name| is_name(name)) {
        return Some(Command::Array(name));
    }
    if let Some(name) = inner('{', '}').filter(|name| is_name(name)) {
        return Some(Command::Object(name));
    }
    let (key, value) = line.split_once(':')?;
    let is_key = !key.is_empty() && key.len() <= 40 && is_name(key.trim_end()) && !value.starts_with("//");
    is_key.then(|| Command::Key(key.trim_end(), line.len() - value.trim_start().len()))
}

/// Reads the `ArchieML` in `source`.
fn read(source: &str) -> Document {
    let mut reading =
        Reading { builder: DocumentBuilder::new(source), source, is_free: false, key: None, skips: false };
    for line in plain::lines(source) {
        let text = source.get(line.clone()).unwrap_or("");
        let words = text.split_whitespace().count() as u64;
        match command(text) {
            Some(Command::Ignore) => {
                let rest = source.get(line.end..).unwrap_or("").split_whitespace().count() as u64;
                reading.builder.document.leaves_out(IGNORED, rest);
                break;
            }
            Some(Command::EndSkip) => reading.skips = false,
            Some(Command::Skip) => reading.skips = true,
            _ if reading.skips => reading.builder.document.leaves_out(SKIPPED, words),
            Some(mark) => reading.command(&mark, text, &line),
            None => reading.line(text, line),
        }
    }
    crate::titled(reading.builder.finish())
}

const IGNORED: &str = "text under :ignore";
const SKIPPED: &str = "text under :skip";

struct Reading<'a> {
    builder: DocumentBuilder<'a>,
    source: &'a str,
    /// Whether lines are paragraphs: those of an array of free text, or before any command.
    is_free: bool,
    /// The kind that the last key gives the lines behind it.
    key: Option<BlockKind>,
    skips: bool,
}

impl Reading<'_> {
    fn command(&mut self, command: &Command<'_>, text: &str, line: &Range<usize>) {
        match *command {
            Command::Key(key, at) => self.key(key, text.get(at..).unwrap_or(""), line.start + at..line.end),
            Command::Array(name) => {
                self.is_free = name.trim_start_matches('.').starts_with('+') || self.is_free && !name.is_empty();
                self.key = None;
            }
            Command::Object(_) | Command::End => self.key = None,
            Command::Skip | Command::EndSkip | Command::Ignore => {}
        }
    }

    fn key(&mut self, key: &str, value: &str, place: Range<usize>) {
        let name = key.rsplit('.').next().unwrap_or(key).to_ascii_lowercase();
        let is = |names: &[&str]| names.contains(&name.as_str());
        let given = || Some(value.trim().to_owned()).filter(|value| !value.is_empty());
        let meta = &mut self.builder.document.meta;
        self.key = None;
        if is(TITLE) && meta.title.is_none() {
            meta.title = given();
            self.block(BlockKind::Title, place);
        } else if is(AUTHOR) {
            meta.author = meta.author.take().or_else(|| given().map(|author| crate::html::without_by(&author)));
        } else if is(DATE) {
            meta.published = meta.published.or_else(|| front_matter::day(value));
        } else if is(URL) {
            meta.url = meta.url.take().or_else(|| claimsheet::text::document::web_address(value));
        } else {
            let kind = if is(PROSE) {
                Some(BlockKind::Paragraph)
            } else if is(HEADINGS) {
                Some(BlockKind::Heading(2))
            } else {
                is(CAPTIONS).then_some(BlockKind::Caption)
            };
            self.key = kind;
            match kind {
                Some(kind) => self.block(kind, place),
                None => {
                    self.builder.document.leaves_out("values of other keys", value.split_whitespace().count() as u64);
                }
            }
        }
    }

    /// A line that is no command: a paragraph of free text, an item, or what goes on from the key before.
    fn line(&mut self, text: &str, line: Range<usize>) {
        if text.is_empty() {
            return;
        }
        if let Some(item) = text.strip_prefix("* ") {
            return self.block(BlockKind::ListItem, line.end - item.trim_start().len()..line.end);
        }
        match (self.is_free, self.key) {
            (true, _) => self.block(BlockKind::Paragraph, line),
            (false, Some(kind)) => self.block(kind, line),
            (false, None) => {
                self.builder.document.leaves_out("lines of no key", text.split_whitespace().count() as u64);
            }
        }
    }

    fn block(&mut self, kind: BlockKind, place: Range<usize>) {
        self.builder.close();
        if self.source.get(place.clone()).is_some_and(|text| !text.trim().is_empty()) {
            self.builder.open(kind);
            self.builder.verbatim(place.start, place.end);
            self.builder.close();
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;
    use crate::{ReadOptions, read as read_bytes, sniff};

    const STORY: &str = "headline: Tolls rise\nbyline: By Ann Lee\npubdate: 2026-03-05\nlayout: big\n\n[+body]\nThe toll is £9.\n\n{.photo}\nsrc: a.jpg\ncaption: The quay in May\n{}\n\nsubhead: What it was\nIt was £7.\n[]\n:skip\nnine old words of a draft that is gone\n:endskip\n:ignore\nFor the desk: 31?\n";

    #[test]
    fn keys_are_front_matter_free_text_is_the_article_and_the_rest_is_told() {
        assert_eq!(sniff::reader_of(STORY.as_bytes(), &ReadOptions::default()).name, "archieml");
        let document = read_bytes(STORY.as_bytes(), &ReadOptions::default()).unwrap();
        let blocks: Vec<_> = document.blocks.iter().map(|block| (block.kind, document.text(block.span))).collect();
        assert_eq!(
            blocks,
            [
                (BlockKind::Title, "Tolls rise"),
                (BlockKind::Paragraph, "The toll is £9."),
                (BlockKind::Caption, "The quay in May"),
                (BlockKind::Heading(2), "What it was"),
                (BlockKind::Paragraph, "It was £7.")
            ]
        );
        assert_eq!(document.meta.author.as_deref(), Some("Ann Lee"));
        assert_eq!(document.meta.published.map(|day| day.to_string()).as_deref(), Some("2026-03-05"));
        let left: Vec<_> = document.left_out.iter().map(|left| (left.kind.as_str(), left.words)).collect();
        assert_eq!(left, [("values of other keys", 2), (SKIPPED, 9), (IGNORED, 4)]);
    }

    #[test]
    fn notes_with_colons_are_no_archieml() {
        for text in ["Note: call Ann.\n[1] A paper.\n", "Ann: Yes.\nBo: No.\nAnn: Why?\n", "{x}\n", "key: a\n"] {
            assert!(!looks_like(text.as_bytes()), "{text}");
        }
    }
}
