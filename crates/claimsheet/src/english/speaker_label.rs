//! Labels that say who speaks: `NAME:`, `Name (00:12:31):`, `[00:12:31] Name:`, `>> NAME:`, `Q.`

use crate::english::capitals::is_all_caps;
use crate::text::document::Timecode;
use std::collections::HashMap;
use std::ops::Range;

/// Longest label, in bytes.
const LONGEST: usize = 60;

/// Most words of a label.
const MOST_WORDS: usize = 6;

/// Words before a colon that no speaker is called.
const NOBODY: &[&str] = &[
    "address",
    "author",
    "breaking",
    "byline",
    "caption",
    "cons",
    "contact",
    "correction",
    "credit",
    "date",
    "disclosure",
    "editor's note",
    "email",
    "example",
    "exclusive",
    "fact",
    "figure",
    "headline",
    "http",
    "https",
    "image",
    "listen",
    "location",
    "more",
    "note",
    "opinion",
    "phone",
    "photo",
    "price",
    "pros",
    "ps",
    "rating",
    "read",
    "read more",
    "related",
    "score",
    "source",
    "sources",
    "subject",
    "table",
    "tel",
    "time",
    "tip",
    "title",
    "update",
    "updated",
    "url",
    "verdict",
    "video",
    "warning",
    "watch",
    "website",
];

/// A label in front of somebody's words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Label {
    /// The speaker's name, as a range of the line; none where only a time or `>>` stands there.
    pub name: Option<Range<usize>>,
    /// When.
    pub time: Option<Timecode>,
    /// Whether `>>` says that somebody else speaks.
    pub is_change: bool,
    /// Where in the line the words begin.
    pub words: usize,
}

/// The label that `line` may begin with. Whether it is one, the whole transcript says: [`Speakers`].
pub fn read(line: &str) -> Option<Label> {
    let mut at = spaces(line, 0);
    let mut time = None;
    if let Some((found, end)) = time_at(line, at) {
        time = Some(found);
        at = spaces(line, end);
        let divided = line.get(at..).is_some_and(|rest| rest.starts_with(['-', ':', '|']));
        at = spaces(line, at + usize::from(divided));
    }
    let marks = line.get(at..)?.bytes().take_while(|byte| *byte == b'>').count();
    let is_change = marks >= 2;
    at = spaces(line, at + if is_change { marks } else { 0 });
    let unnamed = || Label { name: None, time, is_change, words: at };
    let named = named(line, at).map(|(name, behind, words)| Label {
        name: Some(name),
        time: time.or(behind),
        is_change,
        words,
    });
    named.or_else(|| (time.is_some() || is_change).then(unnamed))
}

/// The name in capitals before a colon with which `line` begins: `MARA QUILL: We paid.` A talk that is
/// quoted may have a quotation mark before it.
pub fn shouted(line: &str) -> Option<&str> {
    let line = line.trim_start_matches(['"', '“']);
    memchr::memchr(b':', line.as_bytes().get(..line.len().min(LONGEST + 1))?)?;
    let label = read(line)?;
    let name = line.get(label.name.filter(|name| name.start == 0)?)?;
    let has_colon = line.get(name.len()..).is_some_and(|rest| rest.starts_with(':'));
    (has_colon && is_all_caps(name)).then_some(name)
}

/// A name at `at` that a colon, a time or the end of the line follows: its range, the time, and
/// where the words begin.
fn named(line: &str, at: usize) -> Option<(Range<usize>, Option<Timecode>, usize)> {
    let rest = line.get(at..)?;
    if let Some(short) =
        ["Q. ", "A. ", "Q: ", "A: ", "Q.\t", "A.\t", "Q\t", "A\t"].iter().find(|short| rest.starts_with(**short))
    {
        return Some((at..at + 1, None, spaces(line, at + short.len())));
    }
    let window = rest.get(..rest.floor_char_boundary(LONGEST + 24)).unwrap_or(rest);
    let colon = colon_in(window);
    let name_end = window.find(['(', '[']).filter(|open| time_at(window, *open).is_some());
    let name_end = name_end.or_else(|| {
        window.find("  ").or_else(|| window.find('\t')).filter(|gap| time_at(window, spaces(window, *gap)).is_some())
    });
    let (end, time, words) = match (name_end, colon) {
        (Some(end), colon)
            if colon.is_none_or(|colon| {
                end < colon || time_at(window, spaces(window, end)).is_some_and(|(_, behind)| colon < behind)
            }) =>
        {
            let (time, behind) = time_at(window, spaces(window, end))?;
            let behind = spaces(window, behind);
            let words = behind + usize::from(window.get(behind..).is_some_and(|rest| rest.starts_with(':')));
            let alone = words > behind || window.get(words..).is_some_and(str::is_empty);
            if !alone {
                return None;
            }
            (end, Some(time), words)
        }
        (_, Some(colon)) => (colon, None, colon + 1),
        _ => return None,
    };
    let name = window.get(..end)?.trim_end();
    is_name(name).then(|| (at..at + name.len(), time, spaces(line, at + words)))
}

/// The first colon that white space or nothing follows.
fn colon_in(window: &str) -> Option<usize> {
    memchr::memchr_iter(b':', window.as_bytes())
        .find(|at| window.get(at + 1..).is_some_and(|rest| rest.is_empty() || rest.starts_with(char::is_whitespace)))
}

/// Whether somebody may be called so: a few words with capitals or numbers, no sentence.
fn is_name(name: &str) -> bool {
    const SMALL: &[&str] =
        &["of", "the", "and", "for", "de", "da", "di", "van", "von", "der", "den", "bin", "al", "el", "la", "to"];
    let word = |word: &str| {
        let bare = word.trim_start_matches(['(', '[', '"', '“']);
        bare.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit()) || bare == "&" || SMALL.contains(&bare)
    };
    let allowed = |c: char| c.is_alphanumeric() || " .,’'‘-–&()/#\"“”".contains(c);
    !name.is_empty()
        && name.len() <= LONGEST
        && name.starts_with(char::is_uppercase)
        && name.split_whitespace().count() <= MOST_WORDS
        && name.split_whitespace().all(word)
        && name.chars().all(allowed)
        && !NOBODY.contains(&name.to_lowercase().replace('’', "'").as_str())
}

/// A time at `at`, bare or in brackets, and where it ends.
pub fn time_at(line: &str, at: usize) -> Option<(Timecode, usize)> {
    let rest = line.get(at..)?;
    let open = usize::from(rest.starts_with(['[', '(']));
    let length = rest.get(open..)?.bytes().take_while(|byte| byte.is_ascii_digit() || b":.,".contains(byte)).count();
    let text = rest.get(open..open + length)?.trim_end_matches([':', '.', ',']);
    let time = Timecode::parse(text)?;
    let end = open + text.len();
    let closes = rest.get(end..).is_some_and(|rest| rest.starts_with([']', ')']));
    let clean = closes == (open == 1);
    clean.then(|| (time, at + end + usize::from(closes)))
}

fn spaces(line: &str, at: usize) -> usize {
    let rest = line.get(at..).unwrap_or("");
    at + rest.len() - rest.trim_start().len()
}

/// The labels of a transcript: what looks like one is one if it comes again, shouts, or has a time.
#[derive(Debug, Default)]
pub struct Speakers {
    counts: HashMap<String, usize>,
    /// Turns of several words, and those of them that end as sentences do.
    turns: usize,
    sentences: usize,
    /// Turns of another speaker than the turn before.
    changes: usize,
}

impl Speakers {
    /// Counts the labels in `lines`.
    pub fn of<'a>(lines: impl Iterator<Item = &'a str>) -> Self {
        let mut speakers = Self::default();
        let mut last = String::new();
        for line in lines {
            let Some((label, name)) = read(line).and_then(|label| Some((label.clone(), key(line, &label)?))) else {
                continue;
            };
            speakers.turns += 1;
            speakers.changes += usize::from(name != last);
            let words = line.get(label.words..).unwrap_or("").trim_end();
            let ends = words.is_empty() || words.ends_with(['.', '?', '!', '…', '"', '”', '—', '-', ')', ']']);
            speakers.sentences += usize::from(ends || words.split_whitespace().nth(4).is_some());
            *speakers.counts.entry(name.clone()).or_default() += 1;
            last = name;
        }
        speakers
    }

    /// Whether `label` of `line` is one.
    pub fn accepts(&self, line: &str, label: &Label) -> bool {
        let Some(key) = key(line, label) else { return true };
        let count = self.counts.get(&key).copied().unwrap_or(0);
        let shouted = label.name.clone().and_then(|name| line.get(name)).is_some_and(is_all_caps);
        match key.as_str() {
            "q" | "a" => self.counts.contains_key("q") && self.counts.contains_key("a"),
            _ => count > 1 || shouted || label.time.is_some() || label.is_change,
        }
    }

    /// Whether people take turns here: at least three, two of whom one speaks again, in sentences,
    /// and in at least one paragraph of four.
    pub fn are_many(&self, paragraphs: usize) -> bool {
        self.turns >= 3
            && self.changes >= 3
            && self.counts.len() >= 2
            && self.counts.values().any(|count| *count > 1)
            && self.counts.len() * 4 <= self.turns * 3
            && self.sentences * 4 >= self.turns * 3
            && self.turns * 4 >= paragraphs
    }
}

fn key(line: &str, label: &Label) -> Option<String> {
    label.name.clone().and_then(|name| line.get(name)).map(str::to_lowercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Name, time and words of the label of a line.
    fn label(line: &str) -> Option<(&str, String, &str)> {
        let label = read(line)?;
        let name = label.name.map_or("", |name| &line[name]);
        Some((name, label.time.map_or_else(String::new, |time| time.to_string()), &line[label.words..]))
    }

    #[test]
    fn labels_are_read_in_the_forms_that_transcribers_use() {
        for (line, name, time, words) in [
            ("MARA QUILL: We paid.", "MARA QUILL", "", "We paid."),
            ("MARA QUILL:\u{a0}We paid.", "MARA QUILL", "", "We paid."),
            ("Mara Quill (00:12:31): We paid.", "Mara Quill", "00:12:31", "We paid."),
            ("Mara Quill [12:31]:", "Mara Quill", "00:12:31", ""),
            ("Mara Quill  0:03", "Mara Quill", "00:00:03", ""),
            ("Speaker 1 (00:03)", "Speaker 1", "00:00:03", ""),
            ("[00:12:31] Mara Quill: We paid.", "Mara Quill", "00:12:31", "We paid."),
            ("00:12:31 Mara Quill: We paid.", "Mara Quill", "00:12:31", "We paid."),
            ("[00:12:31] We paid.", "", "00:12:31", "We paid."),
            (">> MARA QUILL: We paid.", "MARA QUILL", "", "We paid."),
            (">> We paid.", "", "", "We paid."),
            ("Q. Did you pay?", "Q", "", "Did you pay?"),
            ("A:  We did.", "A", "", "We did."),
            ("MR. O’DELL, CHAIR: Order.", "MR. O’DELL, CHAIR", "", "Order."),
            ("Sen. Ann de Wit (Brannay): No.", "Sen. Ann de Wit (Brannay)", "", "No."),
            ("Élodie Roux: Non.", "Élodie Roux", "", "Non."),
        ] {
            assert_eq!(label(line), Some((name, time.to_owned(), words)), "{line}");
        }
    }

    #[test]
    fn sentences_with_colons_and_notes_have_no_label() {
        for line in [
            "The result was clear: nobody paid.",
            "Note: this was corrected.",
            "https://example.org/a",
            "At 12:31 the bridge closed.",
            "It was 3:1.",
            "He said (at 12:31) that it closed.",
            "",
            ":",
            "Correction: The bridge opened in 1931.",
        ] {
            assert_eq!(label(line), None, "{line}");
        }
    }
}
