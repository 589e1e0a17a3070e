//! A field on a line of its own: "- Source: harbour log".

use super::Field;

/// How a field is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// As the row of a table: `| Source found | |`.
    Row,
    /// As a line, or a piece of one: `- Source:`.
    Line,
}

/// A field that was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Labelled<'a> {
    /// Its name.
    pub(super) label: &'a str,
    /// What stands in it.
    pub(super) value: &'a str,
    /// The line as far as the colon, and the marks of bold behind it.
    pub(super) before: &'a str,
}

/// The most letters of a label, and the most words.
const LETTERS: usize = 40;
const WORDS: usize = 5;

/// The field in a line: behind a bullet any that begins with a capital, without one those that we know, as some
/// programs take the bullet away. A piece of a line, which is `joined` to what stands before it, needs no bullet.
pub(super) fn read(line: &str, joined: bool) -> Option<Labelled<'_>> {
    let colon = line.find(':')?;
    let (head, behind) = (line.get(..colon)?, line.get(colon + 1..)?);
    let closes = behind.trim_start_matches(['*', '_']);
    if !(closes.is_empty() || closes.starts_with(char::is_whitespace)) {
        return None;
    }
    let bare = head.strip_prefix(['-', '*', '+', '•']).filter(|rest| rest.starts_with(char::is_whitespace));
    let label = bare.unwrap_or(head).trim();
    let is_bold = label.starts_with(['*', '_']);
    let label = label.trim_matches(['*', '_']).trim();
    if !is_label(label) || bare.is_none() && !joined && (is_bold || Field::named(label).is_none()) {
        return None;
    }
    let before = line.get(..line.len() - closes.len()).unwrap_or(line);
    let value = closes.trim();
    // A formatter that wraps lines leaves the dot between two pieces at the end of the first.
    let value = if bare.is_none() { value.trim_end_matches('·').trim_end() } else { value };
    Some(Labelled { label, value, before })
}

/// What an entry's line of places begins with, which is nothing to fill.
pub(super) const PLACES: &str = "Look";

/// Whether words can be the name of a field: few, of letters, with a capital where the script has them.
pub(super) fn is_label(label: &str) -> bool {
    if label == PLACES {
        return false;
    }
    let may_stand =
        |letter: char| letter.is_alphabetic() || matches!(letter, ' ' | ',' | '(' | ')' | '/' | '\'' | '’' | '-');
    label.chars().next().is_some_and(|first| first.is_alphabetic() && !first.is_lowercase())
        && label.chars().all(may_stand)
        && label.chars().count() <= LETTERS
        && label.split_whitespace().count() <= WORDS
}
