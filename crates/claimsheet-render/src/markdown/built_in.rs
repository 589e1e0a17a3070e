//! The built-in templates as code: the build script made it of `templates/worksheet.md` and `worksheet-full.md`.

use super::view::View;
use chrono::NaiveDate;
use claimsheet::text::escape::markup;
use std::fmt::Write as _;

include!(concat!(env!("OUT_DIR"), "/worksheet.rs"));

/// What a template can ask a condition of.
trait Truth {
    fn is_true(&self) -> bool;
}

impl Truth for str {
    fn is_true(&self) -> bool {
        !self.is_empty()
    }
}

impl Truth for String {
    fn is_true(&self) -> bool {
        !self.is_empty()
    }
}

impl Truth for bool {
    fn is_true(&self) -> bool {
        *self
    }
}

impl Truth for NaiveDate {
    fn is_true(&self) -> bool {
        true
    }
}

impl<T> Truth for [T] {
    fn is_true(&self) -> bool {
        !self.is_empty()
    }
}

impl<T> Truth for Vec<T> {
    fn is_true(&self) -> bool {
        !self.is_empty()
    }
}

impl<T: Truth> Truth for Option<T> {
    fn is_true(&self) -> bool {
        self.as_ref().is_some_and(Truth::is_true)
    }
}

impl<T: Truth + ?Sized> Truth for &T {
    fn is_true(&self) -> bool {
        (**self).is_true()
    }
}

/// What a template can give to a filter of texts; nothing is an empty text.
trait Text {
    fn text(&self) -> &str;
}

impl Text for str {
    fn text(&self) -> &str {
        self
    }
}

impl Text for String {
    fn text(&self) -> &str {
        self
    }
}

impl<T: Text> Text for Option<T> {
    fn text(&self) -> &str {
        self.as_ref().map_or("", Text::text)
    }
}

impl<T: Text + ?Sized> Text for &T {
    fn text(&self) -> &str {
        (**self).text()
    }
}

/// What a template can write.
trait Shown {
    fn show(&self, out: &mut String);
}

impl Shown for str {
    fn show(&self, out: &mut String) {
        out.push_str(self);
    }
}

impl Shown for String {
    fn show(&self, out: &mut String) {
        out.push_str(self);
    }
}

impl Shown for u32 {
    fn show(&self, out: &mut String) {
        let _ = write!(out, "{self}");
    }
}

impl Shown for usize {
    fn show(&self, out: &mut String) {
        let _ = write!(out, "{self}");
    }
}

impl Shown for NaiveDate {
    fn show(&self, out: &mut String) {
        let _ = write!(out, "{self}");
    }
}

impl<T: Shown> Shown for Option<T> {
    fn show(&self, out: &mut String) {
        if let Some(one) = self {
            one.show(out);
        }
    }
}

impl<T: Shown + ?Sized> Shown for &T {
    fn show(&self, out: &mut String) {
        (**self).show(out);
    }
}

/// The filter `join`.
fn joined<T: Shown>(all: &[T], between: &str) -> String {
    let mut out = String::new();
    for (at, one) in all.iter().enumerate() {
        if at > 0 {
            out.push_str(between);
        }
        one.show(&mut out);
    }
    out
}

/// The filter `capitalize`, of words in small letters.
fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
}
