//! Tracked changes of an `OpenDocument` text: they stand before the text, which refers to them.

use crate::package::{Item, PackageError, Xml};
use std::collections::HashMap;

/// What was changed, by id.
#[derive(Debug, Default)]
pub(super) struct Changes {
    by_id: HashMap<String, Change>,
}

#[derive(Debug)]
enum Change {
    Insertion,
    /// The paragraphs that were deleted; the first and the last may be parts of one.
    Deletion(Vec<String>),
}

impl Changes {
    /// Reads the element `text:tracked-changes`, which has just begun, to its end.
    pub(super) fn read(xml: &mut Xml<'_>) -> Result<Self, PackageError> {
        let outer = xml.depth() - 1;
        let mut changes = Self::default();
        let mut id = String::new();
        while xml.depth() > outer {
            match xml.next()? {
                Item::Start(tag) => match (tag.space, tag.local) {
                    ("text", "changed-region") => id = tag.attribute("id").unwrap_or_default(),
                    ("text", "insertion") => {
                        changes.by_id.insert(id.clone(), Change::Insertion);
                    }
                    ("text", "deletion") => {
                        let deleted = deleted(xml)?;
                        changes.by_id.insert(id.clone(), Change::Deletion(deleted));
                    }
                    _ => {}
                },
                Item::Eof => break,
                _ => {}
            }
        }
        Ok(changes)
    }

    /// How many insertions and deletions there are.
    pub(super) fn count(&self) -> (usize, usize) {
        let insertions = self.by_id.values().filter(|change| matches!(change, Change::Insertion)).count();
        (insertions, self.by_id.len() - insertions)
    }

    /// Whether what begins there was inserted.
    pub(super) fn inserts(&self, id: &str) -> bool {
        matches!(self.by_id.get(id), Some(Change::Insertion))
    }

    /// What was deleted there.
    pub(super) fn deleted(&self, id: &str) -> &[String] {
        match self.by_id.get(id) {
            Some(Change::Deletion(paragraphs)) => paragraphs,
            _ => &[],
        }
    }
}

fn deleted(xml: &mut Xml<'_>) -> Result<Vec<String>, PackageError> {
    let outer = xml.depth() - 1;
    let mut paragraphs: Vec<String> = Vec::new();
    let mut reads = false;
    while xml.depth() > outer {
        match xml.next()? {
            Item::Start(tag) => match (tag.space, tag.local) {
                ("office", "change-info" | "annotation") => xml.skip()?,
                ("text", "p" | "h") => {
                    paragraphs.push(String::new());
                    reads = true;
                }
                ("text", "s" | "tab" | "line-break") => {
                    if let Some(last) = paragraphs.last_mut() {
                        last.push(' ');
                    }
                }
                _ => {}
            },
            Item::End("text", "p" | "h") => reads = false,
            Item::Text(text) if reads => {
                if let Some(last) = paragraphs.last_mut() {
                    last.push_str(&text);
                }
            }
            Item::Eof => break,
            _ => {}
        }
    }
    Ok(paragraphs)
}
