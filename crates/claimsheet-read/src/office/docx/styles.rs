//! The styles of a Word document: what kind of paragraph each makes.

use crate::package::{Item, PackageError, Tag, Xml};
use claimsheet::text::document::BlockKind;
use std::collections::HashMap;

/// Styles that stand on each other, at most.
const MOST_BASES: usize = 16;

/// The paragraph styles of a document, by id.
#[derive(Debug, Default)]
pub(super) struct Styles {
    by_id: HashMap<String, Style>,
}

#[derive(Debug, Default)]
struct Style {
    /// In lower case; Word writes the names of its own styles in English, whatever its language.
    name: String,
    based_on: Option<String>,
    /// From 0; 9 is running text.
    outline: Option<u8>,
    numbered: Option<bool>,
}

/// What a paragraph says of the article instead of telling it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// Who wrote it.
    Author,
    /// When it was or will be published.
    Date,
}

/// What a paragraph says of itself, apart from its style.
#[derive(Debug, Clone, Default)]
pub(super) struct Properties {
    /// The id of its style.
    pub(super) style: Option<String>,
    /// From 0; 9 is running text.
    pub(super) outline: Option<u8>,
    /// Whether it is in a list; none where its style says.
    pub(super) numbered: Option<bool>,
}

impl Properties {
    /// Notes what a child of the paragraph's properties says.
    pub(super) fn note(&mut self, tag: &Tag<'_>) {
        match tag.local {
            "pStyle" => self.style = tag.attribute("val"),
            "outlineLvl" => self.outline = tag.attribute("val").and_then(|level| level.parse().ok()),
            "numId" => self.numbered = Some(tag.attribute("val").is_some_and(|id| id != "0")),
            _ => {}
        }
    }
}

impl Styles {
    /// Reads the part `word/styles.xml`.
    pub(super) fn read(xml: &mut Xml<'_>) -> Result<Self, PackageError> {
        let mut styles = Self::default();
        let mut open: Option<(String, Style, Properties)> = None;
        loop {
            match xml.next()? {
                Item::Eof => return Ok(styles),
                Item::End("w", "style") => {
                    if let Some((id, mut style, said)) = open.take() {
                        style.outline = said.outline;
                        style.numbered = said.numbered;
                        styles.by_id.insert(id, style);
                    }
                }
                Item::Start(tag) if tag.space == "w" => match (tag.local, &mut open) {
                    ("style", _) => {
                        let is_paragraphs = tag.attribute("type").is_none_or(|kind| kind == "paragraph");
                        let id = tag.attribute("styleId").filter(|_| is_paragraphs);
                        open = id.map(|id| (id, Style::default(), Properties::default()));
                    }
                    ("name", Some((_, style, _))) => {
                        style.name = tag.attribute("val").unwrap_or_default().to_lowercase();
                    }
                    ("basedOn", Some((_, style, _))) => style.based_on = tag.attribute("val"),
                    ("pPrChange" | "rPrChange", _) => xml.skip()?,
                    (_, Some((.., said))) => said.note(&tag),
                    _ => {}
                },
                Item::Start(_) | Item::End(..) | Item::Text(_) => {}
            }
        }
    }

    /// The style of that id and those that it stands on, nearest first.
    fn chain<'a>(&'a self, id: Option<&'a str>) -> impl Iterator<Item = &'a Style> {
        let first = id.and_then(|id| self.by_id.get(id));
        std::iter::successors(first, |style| self.by_id.get(style.based_on.as_deref()?)).take(MOST_BASES)
    }

    /// What a paragraph says of the article by its style: pandoc's and Word's own names.
    pub(super) fn role(&self, said: &Properties) -> Option<Role> {
        let id = said.style.as_deref()?;
        let name = self.by_id.get(id).map_or_else(|| id.to_lowercase(), |style| style.name.clone());
        match name.as_str() {
            "author" | "authors" | "byline" => Some(Role::Author),
            "date" | "pubdate" => Some(Role::Date),
            _ => None,
        }
    }

    /// What a paragraph is; none for one that is no part of the article, as an entry of the table
    /// of contents.
    pub(super) fn kind(&self, said: &Properties) -> Option<BlockKind> {
        let id = said.style.as_deref();
        // A style that the document does not define goes by its id: `Heading1`.
        let own = id.filter(|id| !self.by_id.contains_key(*id)).map(|id| spaced(&id.to_lowercase()));
        let names = || own.as_deref().into_iter().chain(self.chain(id).map(|style| style.name.as_str()));
        if names().any(|name| name.starts_with("toc ") || name == "toc heading" || name == "table of figures") {
            return None;
        }
        let numbered = said.numbered.or_else(|| self.chain(id).find_map(|style| style.numbered)) == Some(true);
        let outline = said.outline.or_else(|| self.chain(id).find_map(|style| style.outline));
        let by_name = names().find_map(named);
        Some(match (by_name, outline) {
            (Some(BlockKind::Paragraph), _) if numbered => BlockKind::ListItem,
            (Some(kind), _) => kind,
            (None, Some(level)) if level < 9 => BlockKind::Heading((level + 1).min(6)),
            (None, _) if numbered => BlockKind::ListItem,
            (None, _) => BlockKind::Paragraph,
        })
    }
}

/// `heading1` as `heading 1`
fn spaced(id: &str) -> String {
    let at = id.find(|sign: char| sign.is_ascii_digit()).unwrap_or(id.len());
    let (word, number) = id.split_at(at);
    if number.is_empty() { word.to_owned() } else { format!("{} {number}", word.trim_end_matches(['-', '_', ' '])) }
}

/// What a style makes by its name in lower case.
fn named(name: &str) -> Option<BlockKind> {
    match name {
        "title" => Some(BlockKind::Title),
        "subtitle" => Some(BlockKind::Paragraph),
        "caption" | "image caption" | "table caption" | "figure caption" => Some(BlockKind::Caption),
        "quote" | "intense quote" | "block text" | "quotations" => Some(BlockKind::Quotation),
        "footnote text" | "endnote text" => Some(BlockKind::Footnote),
        name if name.starts_with("list bullet") || name.starts_with("list number") => Some(BlockKind::ListItem),
        name => {
            let level: u8 = name.strip_prefix("heading ")?.parse().ok()?;
            (1..=9).contains(&level).then(|| BlockKind::Heading(level.min(6)))
        }
    }
}
