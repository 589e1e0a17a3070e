//! Notes and comments at the end of a text that Google Docs exports: notes as `[1]` behind a line of underscores,
//! comments as `[a]` at the very end, each with its mark in the text.

use std::ops::Range;

/// Underscores of the line above the notes, at least.
const RULE: usize = 8;

/// Longest key of a note or comment, in bytes.
const LONGEST: usize = 4;

/// A note or comment.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Endnote {
    /// As in the mark, without brackets.
    pub(super) key: String,
    /// Where its words stand, line by line.
    pub(super) lines: Vec<Range<usize>>,
}

impl Endnote {
    /// Whether it is an editor's comment: these have letters.
    pub(super) fn is_comment(&self) -> bool {
        self.key.bytes().all(|byte| byte.is_ascii_lowercase())
    }

    /// Its words.
    pub(super) fn text(&self, source: &str) -> String {
        let words: Vec<&str> = self.lines.iter().filter_map(|line| source.get(line.clone())).collect();
        words.join(" ").split_whitespace().collect::<Vec<_>>().join(" ")
    }
}

/// The notes and comments of a text by its `lines`, and how many lines stand before them. Nothing where a mark is
/// missing in the text: then it is a list like any other.
pub(super) fn find(source: &str, lines: &[Range<usize>]) -> (Vec<Endnote>, usize) {
    let text = |at: usize| lines.get(at).and_then(|line| source.get(line.clone())).unwrap_or("");
    let begins = |at: usize| {
        key_in(text(at)).is_some_and(|(key, _)| {
            let before = source.get(..lines.get(at).map_or(0, |line| line.start)).unwrap_or("");
            before.contains(&format!("[{key}]"))
        })
    };
    let next_begins = |at: usize| (at + 1..lines.len()).find(|at| !text(*at).is_empty()).is_some_and(begins);
    let is_rule = |at: usize| text(at).len() >= RULE && text(at).bytes().all(|byte| byte == b'_');
    let first = (0..lines.len()).find(|at| is_rule(*at) && next_begins(*at) || begins(*at));
    let Some(first) = first else { return (Vec::new(), lines.len()) };
    let mut notes: Vec<Endnote> = Vec::new();
    for at in first..lines.len() {
        let (Some(line), words) = (lines.get(at), text(at)) else { break };
        if words.is_empty() || is_rule(at) {
            continue;
        }
        match (key_in(words), notes.last_mut()) {
            (Some((key, start)), _) => {
                let first = line.start + start..line.end;
                notes.push(Endnote { key: key.to_owned(), lines: Vec::from([first]) });
            }
            (None, Some(note)) => note.lines.push(line.clone()),
            (None, None) => return (Vec::new(), lines.len()),
        }
    }
    let body = source.get(..lines.get(first).map_or(0, |line| line.start)).unwrap_or("");
    let all_marked = notes.iter().all(|note| body.contains(&format!("[{}]", note.key)));
    if all_marked && !body.trim().is_empty() { (notes, first) } else { (Vec::new(), lines.len()) }
}

/// The key in brackets with which a line begins, and where the words behind it begin: a number, or letters.
fn key_in(line: &str) -> Option<(&str, usize)> {
    let (key, words) = line.strip_prefix('[')?.split_once(']')?;
    let is_number = key.bytes().all(|byte| byte.is_ascii_digit());
    let is_letters = key.bytes().all(|byte| byte.is_ascii_lowercase()) && key.len() <= 2;
    ((is_number || is_letters) && (1..=LONGEST).contains(&key.len()))
        .then(|| (key, line.len() - words.trim_start().len()))
}

/// The mark in brackets at the start of `text` that leads to one of `notes`: its length and which it is.
pub(super) fn mark_in(text: &str, notes: &[Endnote]) -> Option<(usize, usize)> {
    let key = text.strip_prefix('[')?.split_once(']')?.0;
    let at = notes.iter().position(|note| note.key == key)?;
    Some((key.len() + 2, at))
}
