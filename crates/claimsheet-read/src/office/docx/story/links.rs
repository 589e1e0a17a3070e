//! What words lead to: notes, comments, addresses.

use super::{Field, Reference, Story};
use crate::office::flow::Mark;
use crate::office::span::Key;
use crate::package::{PackageError, Tag};
use claimsheet::text::document::LinkTarget;

impl Story<'_> {
    pub(super) fn reference(&mut self, tag: &Tag<'_>) {
        let is_endnote = tag.local == "endnoteReference";
        let Some(id) = tag.attribute("id").filter(|_| self.reads()) else { return };
        let number = self.text.references.len() + 1;
        let text = self.context.note(is_endnote, &id).unwrap_or_default();
        let target = LinkTarget::Footnote { label: number.to_string(), text };
        self.text.references.push(Reference { is_endnote, id, run: self.runs.first().copied() });
        self.mark_here(target);
    }

    pub(super) fn mark_here(&mut self, target: LinkTarget) {
        if let Some(open) = self.open.last_mut() {
            let at = open.paragraph.text.len();
            open.paragraph.marks.push(Mark { start: at, end: at, target });
        }
    }

    pub(super) fn comment(&mut self, tag: &Tag<'_>) {
        let Some(id) = tag.attribute("id") else { return };
        let place = self.xml.from()..self.xml.at();
        self.text.runs.comments.push((id.clone(), place, self.runs.last().copied()));
        let Some(target) = self.context.comment(&id) else { return };
        match tag.local {
            "commentRangeStart" => self.spans.open(Key::Comment(id), target, self.open.len(), self.length()),
            "commentRangeEnd" => self.close_link(&Key::Comment(id)),
            // A reference without a range marks its place.
            _ => {
                if self.spans.refers(&id) {
                    self.mark_here(target);
                }
            }
        }
    }

    pub(super) fn hyperlink(&mut self, tag: &Tag<'_>) {
        let url = tag.attribute("id").and_then(|id| self.context.address(&id));
        self.open_link(Key::Element(self.xml.depth()), url);
    }

    pub(super) fn open_link(&mut self, key: Key, url: Option<String>) {
        if let Some(url) = url {
            self.spans.open(key, LinkTarget::Url(url), self.open.len(), self.length());
        }
    }

    pub(super) fn close_link(&mut self, key: &Key) {
        let level = self.open.len();
        self.spans.close(key, level, self.open.last_mut().map(|open| &mut open.paragraph));
    }

    pub(super) fn field(&mut self, kind: &str) {
        match kind {
            "begin" => self.fields.push(Field::default()),
            "separate" => {
                let count = self.fields.len();
                let Some(field) = self.fields.last_mut() else { return };
                field.in_result = true;
                let target = field_target(&field.instruction);
                self.open_link(Key::Field(count), target);
            }
            "end" => {
                self.close_link(&Key::Field(self.fields.len()));
                self.fields.pop();
            }
            _ => {}
        }
    }

    pub(super) fn open_note(&mut self, tag: &Tag<'_>) -> Result<(), PackageError> {
        // The lines between text and notes are notes of a type of their own.
        if tag.attribute("type").is_some_and(|kind| kind != "normal") {
            return self.xml.skip();
        }
        self.note = tag.attribute("id").map(|id| (id, tag.attribute("author").unwrap_or_default()));
        Ok(())
    }
}

/// The address in the instruction of a field: `HYPERLINK "https://…" \o "tip"`.
pub(super) fn field_target(instruction: &str) -> Option<String> {
    let rest = instruction.trim().strip_prefix("HYPERLINK")?.trim_start();
    let address = match rest.strip_prefix('"') {
        Some(quoted) => quoted.split('"').next(),
        None => rest.split_whitespace().next(),
    };
    // `\l "place"` leads to a place in the document itself.
    address.filter(|address| !address.is_empty() && !address.starts_with('\\')).map(str::to_owned)
}
