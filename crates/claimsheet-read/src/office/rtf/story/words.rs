//! Words that say what paragraphs and characters are.

use super::super::charset;
use super::super::group::{Destination, Group, Properties};
use super::Story;

impl Story {
    /// Paragraphs, cells, and what they are; whether the word was one of these.
    pub(super) fn structure(&mut self, name: &str, number: Option<i32>) -> bool {
        let group = self.group();
        let in_body = group.destination == Destination::Body;
        let styles = &self.styles;
        let flow = self.flows.last_mut().filter(|_| in_body);
        match (name, flow) {
            ("par" | "sect" | "page" | "column", Some(flow)) => flow.end(&group.paragraph, styles),
            ("cell" | "nestcell", Some(flow)) => flow.end_cell(&group.paragraph, styles),
            ("row" | "nestrow", Some(flow)) => flow.end_row(),
            ("pard", _) => self.change(|group| group.paragraph = Properties::default()),
            ("s", _) => {
                self.style.0 = number.unwrap_or(0);
                self.change(|group| group.paragraph.style = number.unwrap_or(0));
            }
            ("outlinelevel", _) => {
                self.style.1 = number;
                self.change(|group| group.paragraph.outline = number);
            }
            ("ls", _) => self.change(|group| group.paragraph.is_listed = number.unwrap_or(0) > 0),
            ("intbl", _) => self.change(|group| group.paragraph.in_table = true),
            _ => return false,
        }
        true
    }

    /// Characters, and how they look and are encoded.
    pub(super) fn character(&mut self, name: &str, number: Option<i32>) {
        let is_on = number != Some(0);
        match name {
            "u" => self.unicode(number.unwrap_or(0)),
            "uc" => self.change(|group| {
                group.fallback = number.and_then(|count| u32::try_from(count).ok()).unwrap_or(1).min(16);
            }),
            "f" if self.group().destination == Destination::Fonts => self.font = number.unwrap_or(0),
            "fcharset" => {
                if let Some(encoding) = charset::of_font(number.unwrap_or(0)) {
                    self.fonts.insert(self.font, encoding);
                }
            }
            "f" => {
                let encoding = self.fonts.get(&number.unwrap_or(0)).copied();
                self.change(|group| group.encoding = encoding);
            }
            "ansicpg" => self.encoding = number.and_then(charset::of_code_page).unwrap_or(self.encoding),
            "mac" => self.encoding = encoding_rs::MACINTOSH,
            "plain" => self.change(Group::plain),
            "v" => self.change(|group| group.is_hidden = is_on),
            "strike" => self.change(|group| group.is_struck = is_on),
            "striked" => self.change(|group| group.is_struck = number == Some(1)),
            "super" => self.change(|group| group.is_raised = is_on),
            "up" => self.change(|group| group.is_raised = number.unwrap_or(6) > 0),
            "nosupersub" | "sub" | "dn" => self.change(|group| group.is_raised = false),
            "deleted" => {
                self.tracked.1 += usize::from(is_on && !self.group().is_deleted);
                self.change(|group| group.is_deleted = is_on);
            }
            "revised" => {
                self.tracked.0 += usize::from(is_on && !self.group().is_inserted);
                self.change(|group| group.is_inserted = is_on);
            }
            "line" | "lbr" | "softline" | "tab" | "emspace" | "enspace" | "qmspace" => self.push(" "),
            "emdash" => self.push("—"),
            "endash" => self.push("–"),
            "lquote" => self.push("‘"),
            "rquote" => self.push("’"),
            "ldblquote" => self.push("“"),
            "rdblquote" => self.push("”"),
            "bullet" => self.push("•"),
            _ => {}
        }
    }

    /// A unit of UTF-16, written as a signed number.
    pub(super) fn unicode(&mut self, number: i32) {
        self.passed = self.group().fallback;
        let unit = u16::try_from(number & 0xffff).unwrap_or_default();
        let units = self.half.take().into_iter().chain([unit]);
        if (0xd800..0xdc00).contains(&unit) {
            self.half = Some(unit);
            return;
        }
        let text: String = char::decode_utf16(units).map(|letter| letter.unwrap_or('\u{fffd}')).collect();
        self.push(&text);
    }
}
