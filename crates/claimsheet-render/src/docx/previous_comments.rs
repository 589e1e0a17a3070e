//! Our comments of an earlier run in a draft: they go before new ones come, unless somebody
//! answered them.

use crate::docx::run_splitter::Edit;
use claimsheet_read::office::docx::{OURS, Part};
use claimsheet_read::package::{Item, Limits, PackageError, Xml};
use std::collections::BTreeSet;
use std::ops::Range;

/// The comments of a draft.
#[derive(Debug, Default)]
pub(super) struct Comments {
    /// One more than the highest id.
    pub(super) next: u64,
    /// Ours: id, place in the part, and the ids of its paragraphs.
    ours: Vec<(String, Range<usize>, Vec<String>)>,
}

impl Comments {
    /// Reads the part of comments.
    pub(super) fn read(name: &str, text: &str, limits: Limits) -> Result<Self, PackageError> {
        let mut xml = Xml::new(name, text, limits);
        let mut comments = Self::default();
        let mut open: Option<(String, usize, Vec<String>)> = None;
        loop {
            match xml.next()? {
                Item::Start(tag) if tag.space == "w" && tag.local == "comment" => {
                    let id = tag.attribute("id").unwrap_or_default();
                    comments.next = comments.next.max(id.parse::<u64>().map_or(0, |id| id.saturating_add(1)));
                    let is_ours = tag.attribute("author").is_some_and(|author| author == OURS);
                    open = is_ours.then(|| (id, xml.from(), Vec::new()));
                }
                Item::Start(tag) if tag.local == "p" => {
                    if let (Some((.., paragraphs)), Some(id)) = (&mut open, tag.attribute("paraId")) {
                        paragraphs.push(id);
                    }
                }
                Item::End("w", "comment") => {
                    if let Some((id, from, paragraphs)) = open.take() {
                        comments.ours.push((id, from..xml.at(), paragraphs));
                    }
                }
                Item::Eof => return Ok(comments),
                _ => {}
            }
        }
    }

    /// Leaves those that somebody answered, by the part `commentsExtended`.
    pub(super) fn keep_answered(&mut self, name: &str, text: &str, limits: Limits) -> Result<(), PackageError> {
        let mut xml = Xml::new(name, text, limits);
        let mut answered = BTreeSet::new();
        loop {
            match xml.next()? {
                Item::Start(tag) => answered.extend(tag.attribute("paraIdParent")),
                Item::Eof => break,
                _ => {}
            }
        }
        self.ours.retain(|(.., paragraphs)| !paragraphs.iter().any(|id| answered.contains(id)));
        Ok(())
    }

    /// The changes of the part of comments.
    pub(super) fn edits(&self) -> Vec<Edit> {
        self.ours.iter().map(|(_, range, _)| (range.clone(), String::new())).collect()
    }

    /// The changes of the text: the marks of our comments go.
    pub(super) fn edits_of_text(&self, xml: &str, part: &Part) -> Vec<Edit> {
        let ids: BTreeSet<&str> = self.ours.iter().map(|(id, ..)| id.as_str()).collect();
        let mut edits: Vec<Edit> = Vec::new();
        for (_, range, run) in part.runs.comments.iter().filter(|(id, ..)| ids.contains(id.as_str())) {
            let element = xml.get(range.clone()).unwrap_or("");
            if !element.ends_with("/>") {
                continue;
            }
            // A run that holds the reference and nothing else goes with it.
            let whole = run.and_then(|run| part.runs.list.get(run)).filter(|run| {
                xml.get(run.content..range.start).is_some_and(|before| before.trim().is_empty())
                    && xml.get(range.end..run.end).is_some_and(|behind| behind.trim() == "</w:r>")
            });
            let range = whole.map_or_else(|| range.clone(), |run| run.start..run.end);
            edits.push((range, String::new()));
        }
        edits
    }

    /// The changes of a part that says more of comments by the ids of their paragraphs.
    pub(super) fn edits_of_more(&self, name: &str, text: &str, limits: Limits) -> Result<Vec<Edit>, PackageError> {
        let gone: BTreeSet<&str> = self.ours.iter().flat_map(|(.., ids)| ids).map(String::as_str).collect();
        let mut xml = Xml::new(name, text, limits);
        let mut edits = Vec::new();
        loop {
            match xml.next()? {
                Item::Start(tag) if tag.attribute("paraId").is_some_and(|id| gone.contains(id.as_str())) => {
                    let range = xml.from()..xml.at();
                    if text.get(range.clone()).is_some_and(|element| element.ends_with("/>")) {
                        edits.push((range, String::new()));
                    }
                }
                Item::Eof => return Ok(edits),
                _ => {}
            }
        }
    }
}
