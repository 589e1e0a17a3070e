//! The styles of an `OpenDocument` text: what kind of paragraph each makes.

use crate::package::{Item, Limits, PackageError, Xml};
use claimsheet::text::document::BlockKind;
use std::collections::HashMap;

/// Styles that stand on each other, at most.
const MOST_BASES: usize = 16;

/// The paragraph styles of a document, by name.
#[derive(Debug, Default)]
pub(super) struct Styles {
    by_name: HashMap<String, Style>,
}

#[derive(Debug, Default)]
struct Style {
    parent: Option<String>,
    outline: Option<u8>,
    hidden: bool,
    raised: bool,
    struck: bool,
}

impl Styles {
    /// Reads the styles in these parts, by name and text.
    pub(super) fn read(parts: &[(&str, &str)], limits: Limits) -> Result<Self, PackageError> {
        let mut styles = Self::default();
        for (name, text) in parts {
            if !text.is_empty() {
                styles.read_part(&mut Xml::new(name, text, limits))?;
            }
        }
        Ok(styles)
    }

    fn read_part(&mut self, xml: &mut Xml<'_>) -> Result<(), PackageError> {
        let mut open: Option<String> = None;
        loop {
            match xml.next()? {
                Item::Start(tag) => match (tag.space, tag.local) {
                    ("office", "body" | "master-styles" | "meta" | "settings") => xml.skip()?,
                    ("style", "style") => {
                        let name = tag.attribute("name").unwrap_or_default();
                        let outline = tag.attribute("default-outline-level").and_then(|level| level.parse().ok());
                        let style = Style { parent: tag.attribute("parent-style-name"), outline, ..Style::default() };
                        self.by_name.insert(name.clone(), style);
                        open = Some(name);
                    }
                    ("style", "text-properties") => {
                        let hidden = tag.says("display", "none");
                        let position = tag.attribute("text-position").unwrap_or_default();
                        let up = position.split([' ', '%']).next().and_then(|size| size.parse::<f64>().ok());
                        let raised = position.starts_with("super") || up.is_some_and(|up| up > 0.0);
                        let line = |name: &str| tag.attribute(name).is_some_and(|line| line != "none");
                        let struck = ["text-line-through-style", "text-line-through-type"].into_iter().any(line);
                        if let Some(style) = open.as_ref().and_then(|name| self.by_name.get_mut(name)) {
                            style.hidden |= hidden;
                            style.raised |= raised;
                            style.struck |= struck;
                        }
                    }
                    _ => {}
                },
                Item::End("style", "style") => open = None,
                Item::Eof => return Ok(()),
                _ => {}
            }
        }
    }

    /// The names of the style and of those that it stands on, nearest first.
    fn chain<'a>(&'a self, name: &'a str) -> impl Iterator<Item = (&'a str, Option<&'a Style>)> {
        let find = |name: &'a str| (name, self.by_name.get(name));
        let next = move |(_, style): &(&'a str, Option<&'a Style>)| Some(find(style.as_ref()?.parent.as_deref()?));
        std::iter::successors(Some(find(name)), next).take(MOST_BASES)
    }

    /// Whether text of that style is not shown.
    pub(super) fn hides(&self, name: &str) -> bool {
        self.chain(name).any(|(_, style)| style.is_some_and(|style| style.hidden))
    }

    /// Whether text of that style is raised.
    pub(super) fn raises(&self, name: &str) -> bool {
        self.chain(name).any(|(_, style)| style.is_some_and(|style| style.raised))
    }

    /// Whether text of that style is struck out.
    pub(super) fn strikes(&self, name: &str) -> bool {
        self.chain(name).any(|(_, style)| style.is_some_and(|style| style.struck))
    }

    /// What a paragraph of that style says of the article: its author, its day.
    pub(super) fn role(&self, name: &str) -> Option<&'static str> {
        self.chain(name).find_map(|(name, _)| match written(name).as_str() {
            "author" | "authors" | "byline" => Some("author"),
            "date" | "pubdate" => Some("date"),
            _ => None,
        })
    }

    /// What a paragraph of that style is.
    pub(super) fn kind(&self, name: &str) -> BlockKind {
        let named = self.chain(name).find_map(|(name, _)| named(&written(name)));
        let outline = || self.chain(name).find_map(|(_, style)| style?.outline).filter(|level| *level > 0);
        named.or_else(|| outline().map(|level| BlockKind::Heading(level.min(6)))).unwrap_or(BlockKind::Paragraph)
    }
}

/// `Heading_20_1` as `heading 1`
fn written(name: &str) -> String {
    let mut out = name.to_lowercase();
    for (code, sign) in [("_20_", " "), ("_2d_", "-"), ("_5f_", "_")] {
        out = out.replace(code, sign);
    }
    out
}

/// What a style makes by its name in lower case.
fn named(name: &str) -> Option<BlockKind> {
    match name {
        "title" => Some(BlockKind::Title),
        "quotations" | "quote" | "intense quote" | "block text" => Some(BlockKind::Quotation),
        "caption" | "illustration" | "table" | "figure" | "drawing" | "figurecaption" | "figure caption"
        | "tablecaption" | "image caption" | "table caption" => Some(BlockKind::Caption),
        "footnote" | "endnote" => Some(BlockKind::Footnote),
        "subtitle" => Some(BlockKind::Paragraph),
        name => {
            let level: u8 = name.strip_prefix("heading ")?.parse().ok()?;
            (1..=10).contains(&level).then(|| BlockKind::Heading(level.min(6)))
        }
    }
}
