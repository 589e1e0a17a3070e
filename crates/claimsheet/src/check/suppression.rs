//! Comments in a draft that silence checks: `<!-- claimsheet: silence weekday, next-weekday -->`.

use super::check;
use crate::text::document::{Document, LineIndex};

/// A check named in such a comment.
struct Named<'a> {
    name: &'a str,
    /// Where, in bytes of the source.
    at: u32,
}

/// The names of checks that comments in the draft silence, known or not, in order.
pub(super) fn in_draft(document: &Document) -> impl Iterator<Item = &str> {
    named(document).map(|named| named.name)
}

/// What comments in the draft silence, in words: nothing disappears without a word, and a name that no
/// check has silences nothing.
pub fn warnings(document: &Document) -> Vec<String> {
    let lines = LineIndex::new(&document.source);
    let (known, unknown): (Vec<_>, Vec<_>) = named(document).partition(|named| check(named.name).is_some());
    let mut warnings: Vec<String> = unknown
        .iter()
        .map(|named| {
            let line = lines.line(named.at);
            format!("line {line}: a comment silences \"{}\", which is no check (docs/checks.md lists them)", named.name)
        })
        .collect();
    let mut names: Vec<&str> = known.iter().map(|named| named.name).collect();
    names.sort_unstable();
    names.dedup();
    if !names.is_empty() {
        warnings.push(format!("checks that comments in the draft silence: {}", names.join(", ")));
    }
    warnings
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
