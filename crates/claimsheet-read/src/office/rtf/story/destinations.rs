//! Destinations: what a group holds, and what becomes of it when it ends.

use super::super::super::flow::{Mark, Paragraph};
use super::super::group::{Destination, End, Group, Properties};
use super::super::paragraphs::Paragraphs;
use super::Story;
use claimsheet::text::document::{BlockKind, LinkTarget};

/// Destinations whose text nobody reads, apart from those that begin with `\*` and are not known.
const SKIPPED: &[&str] = &[
    "colortbl",
    "pict",
    "nonshppict",
    "object",
    "objdata",
    "header",
    "headerl",
    "headerr",
    "headerf",
    "footer",
    "footerl",
    "footerr",
    "footerf",
    "ftnsep",
    "ftnsepc",
    "ftncn",
    "aftnsep",
    "aftnsepc",
    "aftncn",
    "xe",
    "tc",
    "rxe",
    "private",
    "comment",
    "operator",
    "keywords",
    "subject",
    "doccomm",
    "company",
    "manager",
    "category",
    "hlinkbase",
    "filetbl",
    "listtable",
    "listoverridetable",
    "revtbl",
    "themedata",
    "datastore",
    "generator",
    "bkmkstart",
    "bkmkend",
    "template",
    "mmath",
];

impl Story {
    pub(super) fn set(&mut self, destination: Destination) {
        self.change(|group| group.destination = destination);
    }

    /// Begins the destination of that name; whether there is one.
    pub(super) fn destination(&mut self, name: &str, starred: bool) -> bool {
        let here = self.group().destination;
        match name {
            "fonttbl" => self.set(Destination::Fonts),
            "stylesheet" => {
                self.style = Default::default();
                self.set(Destination::Styles);
            }
            "info" => self.set(Destination::Info),
            "title" if here == Destination::Info => self.set(Destination::Title),
            "author" if here == Destination::Info => self.set(Destination::Author),
            "field" if here == Destination::Body => {
                self.links.push(None);
                self.change(|group| group.end = End::Field);
            }
            "fldinst" if here == Destination::Body => self.set(Destination::Instruction),
            "fldrslt" if here == Destination::Body => {
                let place = self.flow().map_or((0, 0), |flow| (flow.done.len(), flow.open.text.len()));
                self.change(|group| group.end = End::Shown { paragraphs: place.0, start: place.1 });
            }
            "footnote" if here == Destination::Body => {
                // The mark before it is this note's.
                if let Some(flow) = self.flow() {
                    flow.open.forget_raised();
                }
                self.begin_flow(End::Note);
            }
            "annotation" if here == Destination::Body => self.begin_flow(End::Comment),
            "shptxt" | "dptxbxtext" => {
                self.set(Destination::Body);
                self.begin_flow(End::Box);
            }
            "atnauthor" => self.set(Destination::Commenter),
            "atrfstart" => {
                self.commented = self.flow().map(|flow| (flow.done.len(), flow.open.text.len()));
                self.set(Destination::Skip);
            }
            "listtext" | "pntext" | "pn" if here == Destination::Body => {
                let above = self.groups.len().checked_sub(2).and_then(|above| self.groups.get_mut(above));
                if let Some(group) = above {
                    group.paragraph.is_listed = true;
                }
                self.set(Destination::Skip);
            }
            "shppict" | "picprop" | "sp" | "shpinst" | "sn" | "sv" => self.drawing(name),
            _ if SKIPPED.contains(&name) || starred => self.set(Destination::Skip),
            _ => return false,
        }
        true
    }

    /// Pictures and shapes: nothing of them is read but descriptions and the text in boxes.
    pub(super) fn drawing(&mut self, name: &str) {
        self.caught.clear();
        self.set(match name {
            "sn" => Destination::PropertyName,
            "sv" => Destination::PropertyValue,
            _ => Destination::Skip,
        });
    }

    pub(super) fn begin_flow(&mut self, end: End) {
        self.flows.push(Paragraphs::new());
        self.change(|group| {
            group.end = end;
            group.is_raised = false;
            group.paragraph = Properties::default();
        });
    }

    /// Uses what a destination caught, when its outermost group ends.
    pub(super) fn end_destination(&mut self, destination: Destination) {
        if destination == Destination::Styles {
            self.end_style();
        }
        if self.group().destination == destination {
            return;
        }
        match destination {
            Destination::Instruction => {
                let address = address(&std::mem::take(&mut self.caught));
                if let Some(link) = self.links.last_mut() {
                    *link = address.or_else(|| link.take());
                }
            }
            Destination::Title => self.title = self.taken(),
            Destination::Author => self.author = self.taken(),
            Destination::Commenter => self.commenter = self.taken().unwrap_or_default(),
            Destination::PropertyName => self.property = self.taken().unwrap_or_default(),
            Destination::PropertyValue => {
                let value = self.taken().filter(|_| self.property == "wzDescription");
                if let (Some(text), Some(flow)) = (value, self.flows.last_mut()) {
                    flow.put_beside(Paragraph::described(&text));
                }
            }
            _ => {}
        }
    }

    pub(super) fn taken(&mut self) -> Option<String> {
        let text = std::mem::take(&mut self.caught).trim().to_owned();
        (!text.is_empty()).then_some(text)
    }

    pub(super) fn end_style(&mut self) {
        let (number, outline, name) = std::mem::take(&mut self.style);
        let name = name.split(';').next().unwrap_or("").trim().to_owned();
        if !name.is_empty() {
            self.styles.note(number, &name, outline);
        }
    }

    pub(super) fn end_link(&mut self, paragraphs: usize, start: usize) {
        let Some(Some(address)) = self.links.last().cloned() else { return };
        if let Some(flow) = self.flow() {
            let start = if flow.done.len() == paragraphs { start } else { 0 };
            if start < flow.open.text.len() {
                flow.mark(start, LinkTarget::Url(address));
            }
        }
    }

    /// Puts a note, a comment or a box where it belongs.
    pub(super) fn end_flow(&mut self, group: &Group) {
        if self.flows.len() < 2 {
            return;
        }
        let Some(inner) = self.flows.pop() else { return };
        let paragraphs = inner.finish(&group.paragraph, &self.styles);
        let words = || paragraphs.iter().map(|one| one.text.trim()).filter(|text| !text.is_empty());
        let text = words().collect::<Vec<_>>().join(" ");
        let unread = group.end != End::Box && self.group().is_unread(self.original);
        let Some(outer) = self.flows.last_mut().filter(|_| !unread && !text.is_empty()) else { return };
        match group.end {
            End::Note => {
                let label = (self.notes.iter().filter(|note| note.kind == BlockKind::Footnote).count() + 1).to_string();
                outer.mark(usize::MAX, LinkTarget::Footnote { label, text: text.clone() });
                self.notes.push(note(paragraphs));
            }
            End::Comment => {
                let here = outer.done.len();
                let start = self.commented.take().filter(|(paragraphs, _)| *paragraphs == here);
                let author = std::mem::take(&mut self.commenter);
                outer.mark(start.map_or(usize::MAX, |(_, start)| start), LinkTarget::Comment { author, text });
            }
            _ => paragraphs.into_iter().for_each(|paragraph| outer.put_beside(paragraph)),
        }
    }
}

/// The paragraphs of a note as one.
fn note(paragraphs: Vec<Paragraph>) -> Paragraph {
    let mut note = Paragraph::new(BlockKind::Footnote);
    for paragraph in paragraphs {
        if !note.text.is_empty() {
            note.push(" ");
        }
        let at = note.text.len();
        note.text.push_str(&paragraph.text);
        let moved = |mark: Mark| Mark { start: mark.start + at, end: mark.end + at, ..mark };
        note.marks.extend(paragraph.marks.into_iter().map(moved));
    }
    note
}

/// The address in `HYPERLINK "address"`.
fn address(instruction: &str) -> Option<String> {
    let rest = instruction.trim_start().strip_prefix("HYPERLINK")?.trim_start();
    let address =
        rest.strip_prefix('"').map_or_else(|| rest.split_whitespace().next(), |rest| rest.split('"').next())?;
    (!address.is_empty() && !address.starts_with('\\')).then(|| address.to_owned())
}
