//! Runs and the words in them, each with its place in the XML.

use super::{Letters, Look, Story};
use crate::office::docx::runs::{Piece, Place, Run, TextTag};
use crate::office::docx::symbol;
use crate::office::flow::{Paragraph, SOFT_HYPHEN, is_kept};
use crate::package::{Item, PackageError, Tag};
use crate::raised::{self, Raised};
use claimsheet::text::document::LinkTarget;
use std::ops::Range;

impl Story<'_> {
    pub(super) fn open_run(&mut self) {
        let outer = self.runs.first().copied();
        self.runs.push(self.text.runs.list.len());
        self.hidden.push(Look::default());
        let content = self.xml.at();
        let run = Run { start: self.xml.from(), content, end: content, properties: None, outer };
        self.text.runs.list.push(run);
    }

    pub(super) fn run_properties(&mut self) -> Result<(), PackageError> {
        let (from, outer) = (self.xml.from(), self.xml.depth() - 1);
        let mut look = Look::default();
        while self.xml.depth() > outer {
            match self.xml.next()? {
                Item::Start(tag) if tag.space == "w" && tag.local == "rPrChange" => self.xml.skip()?,
                Item::Start(tag) if tag.space == "w" && tag.local == "vanish" => look.is_hidden = tag.is_on(),
                Item::Start(tag) if tag.space == "w" && matches!(tag.local, "strike" | "dstrike") => {
                    look.is_struck |= tag.is_on();
                }
                Item::Start(tag) if tag.space == "w" && tag.local == "vertAlign" => {
                    look.is_raised = tag.says("val", "superscript");
                }
                Item::Eof => break,
                _ => {}
            }
        }
        let end = self.xml.at();
        if let Some(run) = self.runs.last().and_then(|run| self.text.runs.list.get_mut(*run)) {
            run.properties = Some(from..end);
            run.content = end;
        }
        if let Some(last) = self.hidden.last_mut() {
            *last = look;
        }
        Ok(())
    }

    pub(super) fn close_run(&mut self) {
        let at = self.xml.at();
        self.hidden.pop();
        if let Some(run) = self.runs.pop().and_then(|run| self.text.runs.list.get_mut(run)) {
            run.end = at;
        }
    }

    pub(super) fn text_tag(&self, local: &'static str, tag: &Tag<'_>) -> TextTag {
        TextTag { local, end: self.xml.at(), preserves: tag.says("space", "preserve") }
    }

    pub(super) fn open_letters(&mut self, tag: Option<TextTag>) {
        let began = self.length();
        self.letters = Some(Letters { tag, began, solid: began });
    }

    /// Whether words are read here: within a paragraph, not in the instruction of a field, not
    /// hidden.
    pub(super) fn reads(&self) -> bool {
        !self.open.is_empty()
            && self.fields.last().is_none_or(|field| field.in_result)
            && !self.look().is_hidden
            && !self.is_struck()
    }

    /// How the words of the open run look.
    fn look(&self) -> Look {
        self.hidden.last().copied().unwrap_or_default()
    }

    /// Whether words are struck out here, and what is struck out is not read.
    fn is_struck(&self) -> bool {
        self.look().is_struck && !self.context.original
    }

    pub(super) fn length(&self) -> usize {
        self.open.last().map_or(0, |open| open.paragraph.text.len())
    }

    /// Text of the part, which counts where a text element is open.
    pub(super) fn letters(&mut self, text: &str) {
        if self.letters.is_some() && self.look().is_hidden && !self.open.is_empty() {
            self.text.hidden += text.split_whitespace().count() as u64;
        } else if self.letters.is_some() && self.is_struck() && !self.open.is_empty() {
            self.text.struck += text.split_whitespace().count() as u64;
            if let Some(open) = self.open.last_mut() {
                open.after_struck = true;
            }
        }
        let Some(Letters { tag, began, .. }) = self.letters.filter(|_| self.reads()) else { return };
        let (mut from, end) = (self.xml.from(), self.xml.at());
        let place = |story: &Self| match (story.apart, tag, story.runs.last()) {
            (Some((apart, _)), ..) => Some(Place::Apart(apart)),
            (None, Some(tag), Some(run)) => Some(Place::Text(*run, tag)),
            _ => None,
        };
        let Some(place) = place(self) else { return };
        if end - from != text.len() {
            self.push(text, from..end, place);
            let solid = self.length();
            if let Some(letters) = &mut self.letters {
                letters.solid = solid;
            }
            return;
        }
        let trimmed = tag.is_some_and(|tag| !tag.preserves) && self.length() == began;
        let text = if trimmed { text.trim_start_matches([' ', '\t', '\n', '\r']) } else { text };
        from = end - text.len();
        if is_kept(text) {
            return self.push_with(text, from..end, place, |paragraph, text| paragraph.text.push_str(text));
        }
        for piece in text.split_inclusive([SOFT_HYPHEN, '\u{2028}', '\u{2029}']) {
            let special = piece.ends_with([SOFT_HYPHEN, '\u{2028}', '\u{2029}']);
            let plain = piece
                .get(..piece.len() - if special { piece.chars().next_back().map_or(0, char::len_utf8) } else { 0 });
            let plain = plain.unwrap_or("");
            self.push(plain, from..from + plain.len(), place);
            self.push(piece.get(plain.len()..).unwrap_or(""), from + plain.len()..from + piece.len(), place);
            from += piece.len();
        }
    }

    /// Without `xml:space="preserve"` the white space at the end of a text element is none.
    pub(super) fn close_letters(&mut self) {
        let Some(Letters { tag, solid, .. }) = self.letters.take() else { return };
        if tag.is_none_or(|tag| tag.preserves) {
            return;
        }
        let Some(open) = self.open.last_mut() else { return };
        let text = &mut open.paragraph.text;
        let kept = text.trim_end_matches(' ').len().max(solid);
        if kept < text.len() {
            text.truncate(kept);
            self.text.runs.cut(open.id, kept);
        }
    }

    /// Text that a child of the run stands for.
    pub(super) fn child(&mut self, text: &str) {
        if let Some(run) = self.runs.last().copied().filter(|_| self.reads()) {
            self.push(text, self.xml.from()..self.xml.at(), Place::Child(run));
        }
    }

    pub(super) fn push(&mut self, text: &str, xml: Range<usize>, place: Place) {
        self.push_with(text, xml, place, Paragraph::push);
    }

    fn push_with(&mut self, text: &str, xml: Range<usize>, place: Place, push: impl Fn(&mut Paragraph, &str)) {
        if self.look().is_raised || self.powers > 0 {
            if let Some(open) = self.open.last_mut() {
                open.raised.push((text.to_owned(), xml, place));
            }
            return;
        }
        self.settle(text);
        self.put(text, xml, place, push);
    }

    /// Tells what the raised words at the paragraph's end are, which `after` follows.
    pub(super) fn settle(&mut self, after: &str) {
        let Some(open) = self.open.last_mut().filter(|open| !open.raised.is_empty()) else { return };
        let pieces = std::mem::take(&mut open.raised);
        let words: String = pieces.iter().map(|(text, ..)| text.as_str()).collect();
        let Some((_, first, place)) = pieces.first().cloned() else { return };
        let found = raised::read(&open.paragraph.text, &words, after, false);
        match found {
            Raised::Exponent(power) => return self.put(&power, first, place, Paragraph::push),
            Raised::Note(label) => {
                let text = String::new();
                return self.mark_here(LinkTarget::Footnote { label, text });
            }
            Raised::Numerator if raised::needs_space(&open.paragraph.text) => {
                self.put(" ", first.start..first.start, place, Paragraph::push);
            }
            Raised::Numerator | Raised::Words => {}
        }
        for (text, xml, place) in pieces {
            self.put(&text, xml, place, Paragraph::push);
        }
    }

    /// A sign that a formula shows and does not write.
    pub(super) fn formula_sign(&mut self, sign: &str) {
        if let Some((apart, _)) = self.apart.filter(|_| self.reads()) {
            self.push(sign, self.xml.from()..self.xml.at(), Place::Apart(apart));
        }
    }

    /// A fraction behind a number stands apart from it.
    pub(super) fn before_fraction(&mut self) {
        self.settle("");
        let is_number = self.open.last().is_some_and(|open| raised::needs_space(&open.paragraph.text));
        if is_number {
            self.formula_sign(" ");
        }
    }

    fn put(&mut self, text: &str, xml: Range<usize>, place: Place, push: impl Fn(&mut Paragraph, &str)) {
        let Some(open) = self.open.last_mut() else { return };
        let is_doubled = std::mem::take(&mut open.after_struck) && open.paragraph.text.ends_with(' ');
        let bare = if is_doubled { text.trim_start_matches(' ') } else { text };
        let cut = text.len() - bare.len();
        let (text, xml) = (bare, if xml.len() == bare.len() + cut { xml.start + cut..xml.end } else { xml });
        let start = open.paragraph.text.len();
        push(&mut open.paragraph, text);
        let end = open.paragraph.text.len();
        if end > start {
            let whole = end - start != xml.len() || matches!(place, Place::Child(_));
            self.text.runs.pieces.push(Piece { paragraph: open.id, text: start..end, xml, whole, place });
        }
    }

    pub(super) fn symbol(&mut self, tag: &Tag<'_>) {
        let (font, code) = (tag.attribute("font").unwrap_or_default(), tag.attribute("char").unwrap_or_default());
        if let Some(sign) = symbol::sign(&font, &code) {
            self.child(&sign);
        } else {
            self.child("\u{fffd}");
            self.unread("a sign of a symbol font");
        }
    }
}
