//! Where paragraphs begin and end, and what they are.

use super::{Done, Open, Story};
use crate::office::docx::styles::{Properties, Role};
use crate::office::flow::Paragraph;
use crate::package::{Item, PackageError};
use claimsheet::text::document::BlockKind;

/// Paragraphs before which author and day stand.
const EDGE: usize = 6;

impl Story<'_> {
    pub(super) fn open_paragraph(&mut self) {
        let outermost = self.open.is_empty();
        if let Some(joined) = self.joined.take_if(|_| outermost) {
            self.open.push(Open { said: Properties::default(), joined: false, ..joined });
            return;
        }
        self.open.push(Open {
            id: self.count,
            paragraph: Paragraph::new(BlockKind::Paragraph),
            said: Properties::default(),
            joined: false,
            raised: Vec::new(),
            after_struck: false,
        });
        self.count += 1;
    }

    pub(super) fn paragraph_properties(&mut self) -> Result<(), PackageError> {
        let outer = self.xml.depth() - 1;
        while self.xml.depth() > outer {
            match self.xml.next()? {
                Item::Start(tag) if tag.space == "w" => match tag.local {
                    "pPrChange" | "sectPr" | "rPrChange" => self.xml.skip()?,
                    "ins" | "moveTo" => self.join(self.context.original),
                    "del" | "moveFrom" => self.join(!self.context.original),
                    "framePr" if tag.says("dropCap", "drop") || tag.says("dropCap", "margin") => self.join(true),
                    _ => {
                        if let Some(open) = self.open.last_mut() {
                            open.said.note(&tag);
                        }
                    }
                },
                Item::Eof => break,
                _ => {}
            }
        }
        Ok(())
    }

    pub(super) fn join(&mut self, joins: bool) {
        if let Some(open) = self.open.last_mut() {
            open.joined |= joins;
        }
    }

    pub(super) fn close_paragraph(&mut self) {
        self.settle("");
        let level = self.open.len();
        let Some(mut open) = self.open.pop() else { return };
        self.fields.retain(|field| field.in_result);
        self.spans.end_paragraph(level, &mut open.paragraph);
        if open.joined && self.open.is_empty() {
            self.joined = Some(open);
            return;
        }
        self.done(open);
        if self.open.is_empty() {
            self.text.done.append(&mut self.behind);
        }
    }

    pub(super) fn done(&mut self, open: Open) {
        let Some(own) = self.context.styles.kind(&open.said) else { return };
        if self.says_of_article(&open) {
            return;
        }
        let level = self.open.len();
        if self.tables.leaves_row(level) {
            return;
        }
        let mut paragraph = open.paragraph;
        paragraph.kind = self.tables.cell_at(level).unwrap_or(own);
        let done = Done { id: open.id, paragraph, own, note: self.note.clone() };
        if level == 0 { self.text.done.push(done) } else { self.behind.push(done) }
    }

    /// Takes the author or the day from a paragraph of such a style near the beginning; whether it was one.
    fn says_of_article(&mut self, open: &Open) -> bool {
        let near = self.note.is_none() && self.text.done.len() <= EDGE;
        let words = open.paragraph.text.trim();
        match self.context.styles.role(&open.said).filter(|_| near && !words.is_empty()) {
            Some(Role::Author) => {
                let name = crate::html::without_by(words);
                self.text.author = Some(match self.text.author.take() {
                    Some(before) => format!("{before}, {name}"),
                    None => name,
                });
                true
            }
            Some(Role::Date) => {
                let day = crate::front_matter::day(words);
                self.text.published = self.text.published.or(day);
                day.is_some()
            }
            None => false,
        }
    }

    pub(super) fn flush_joined(&mut self) {
        if self.open.is_empty()
            && let Some(open) = self.joined.take()
        {
            self.done(open);
            self.text.done.append(&mut self.behind);
        }
    }

    pub(super) fn flush(&mut self) {
        while !self.open.is_empty() {
            self.close_paragraph();
        }
        self.flush_joined();
        self.text.done.append(&mut self.behind);
    }

    pub(super) fn picture(&mut self, description: Option<String>) {
        let description = description.unwrap_or_default();
        let described = description.trim();
        let made = ["Description automatically generated", "AI-generated content may be incorrect."];
        if described.is_empty() || self.open.is_empty() || made.iter().any(|end| described.ends_with(end)) {
            return;
        }
        let paragraph = Paragraph::described(described);
        let done = Done { id: self.count, paragraph, own: BlockKind::Caption, note: self.note.clone() };
        self.count += 1;
        self.behind.push(done);
    }
}
