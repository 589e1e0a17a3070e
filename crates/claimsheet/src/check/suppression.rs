//! Comments in a draft that silence checks: `<!-- claimsheet: silence weekday, next-weekday -->`.

use super::check;
use crate::text::document::{Document, LineIndex};

/// What the comments of a draft silence.
#[derive(Debug, Default)]
pub struct Suppression<'a> {
    named: Vec<Named<'a>>,
}

/// A check named in such a comment.
#[derive(Debug)]
struct Named<'a> {
    name: &'a str,
    /// Where, in bytes of the source.
    at: u32,
}

impl<'a> Suppression<'a> {
    /// Reads the comments of a draft.
    pub fn of(document: &'a Document) -> Self {
        Self { named: named(document).collect() }
    }

    /// The names of the checks, known or not, in order.
    pub fn names(&self) -> impl Iterator<Item = &'a str> {
        self.named.iter().map(|named| named.name)
    }

    /// What is silenced, in words: nothing disappears without a word, and a name that no check has silences nothing.
    pub fn warnings(&self, document: &Document) -> Vec<String> {
        if self.named.is_empty() {
            return Vec::new();
        }
        let lines = LineIndex::new(&document.source);
        let (known, unknown): (Vec<_>, Vec<_>) = self.named.iter().partition(|named| check(named.name).is_some());
        let told = |named: &&Named<'_>| {
            let line = lines.line(named.at);
            format!("line {line}: a comment silences \"{}\", which is no check (docs/checks.md lists them)", named.name)
        };
        let mut warnings: Vec<String> = unknown.iter().map(told).collect();
        let mut names: Vec<&str> = known.iter().map(|named| named.name).collect();
        names.sort_unstable();
        names.dedup();
        if !names.is_empty() {
            warnings.push(format!("checks that comments in the draft silence: {}", names.join(", ")));
        }
        warnings
    }
}

/// The names in comments, apart by commas or spaces.
fn named(document: &Document) -> impl Iterator<Item = Named<'_>> {
    let source = document.source.as_str();
    let place = move |text: &str| text.as_ptr() as usize - source.as_ptr() as usize;
    let comments = source.split("<!--").skip(1).filter_map(|rest| Some(rest.split_once("-->")?.0));
    let lists = comments.filter_map(|comment| {
        let rest = comment.trim_start().strip_prefix("claimsheet:")?.trim_start().strip_prefix("silence")?;
        rest.starts_with(char::is_whitespace).then_some(rest)
    });
    lists.flat_map(move |list| {
        let names = list.split(|letter: char| letter == ',' || letter.is_whitespace()).filter(|name| !name.is_empty());
        names.map(move |name| Named { name, at: place(name) as u32 })
    })
}
