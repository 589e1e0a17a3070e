//! The styles of an RTF file: what kind of paragraph each makes.

use claimsheet::text::document::BlockKind;
use std::collections::HashMap;

/// The paragraph styles by number.
#[derive(Debug, Default)]
pub(super) struct Styles {
    kinds: HashMap<i32, BlockKind>,
}

impl Styles {
    /// Notes the style of that number, name and outline level from 0.
    pub(super) fn note(&mut self, number: i32, name: &str, outline: Option<i32>) {
        if let Some(kind) = of_name(name).or_else(|| of_outline(outline?)) {
            self.kinds.insert(number, kind);
        }
    }

    /// What a paragraph of that style is.
    pub(super) fn kind(&self, number: i32) -> Option<BlockKind> {
        self.kinds.get(&number).copied()
    }
}

/// A heading of that outline level, counted from 0.
pub(super) fn of_outline(level: i32) -> Option<BlockKind> {
    u8::try_from(level).ok().filter(|level| *level < 6).map(|level| BlockKind::Heading(level + 1))
}

/// What the name of a style says; programs write the names of their own styles in English.
fn of_name(name: &str) -> Option<BlockKind> {
    let name = name.trim().to_lowercase();
    match name.as_str() {
        "title" | "headline" => Some(BlockKind::Title),
        "quote" | "intense quote" | "block text" | "quotations" | "block quotation" => Some(BlockKind::Quotation),
        "caption" | "image caption" | "table caption" | "captioned figure" => Some(BlockKind::Caption),
        _ if name.starts_with("list") => Some(BlockKind::ListItem),
        _ => name.strip_prefix("heading ").and_then(|level| of_outline(level.parse::<i32>().ok()? - 1)),
    }
}
