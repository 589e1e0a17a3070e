//! Labels that say who speaks: `NAME:`, `Name (00:12:31):`, `[00:12:31] Name:`, `Name: (00:12)`, `>> NAME:`, `Q.`, and
//! those of programs: `[SPEAKER_00]:`, `(speaker 0)`, `[12/05/2021, 10:00:00] Name:`, `10:00:00 From Name to
//! Everyone:`, `[10:00] <name>`.

use crate::english::capitals::is_all_caps;
use crate::english::phrase_lists::tables::speaker_label::{NOBODY, SMALL, SOUNDS};
use crate::text::document::Timecode;
use std::collections::HashMap;
use std::ops::Range;

/// Longest label, in bytes.
const LONGEST: usize = 60;

/// Most words of a label.
const MOST_WORDS: usize = 6;

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
    at = spaces(line, behind_stamp(line, at).unwrap_or(at));
    let mut time = None;
    if let Some((found, end)) = stretch_at(line, at).or_else(|| time_at(line, at)) {
        time = Some(found);
        at = spaces(line, end);
        let divided = line.get(at..).is_some_and(|rest| rest.starts_with(['-', ':', '|']));
        at = spaces(line, at + usize::from(divided));
    }
    let marks = line.get(at..)?.bytes().take_while(|byte| *byte == b'>').count();
    let is_change = marks >= 2;
    at = spaces(line, at + if is_change { marks } else { 0 });
    let unnamed = || Label { name: None, time, is_change, words: at };
    let behind_time = || if time.is_some() { handle(line, at).or_else(|| sender(line, at)) } else { None };
    let alone = || if time.is_some() { name_alone(line, at) } else { None };
    let found = bracketed(line, at).or_else(behind_time).or_else(|| named(line, at)).or_else(alone);
    let named = found.map(|(name, behind, words)| Label { name: Some(name), time: time.or(behind), is_change, words });
    named.or_else(|| (time.is_some() || is_change).then(unnamed))
}

/// Where a name stands in its line, when its words were said, and where they begin.
type Named = (Range<usize>, Option<Timecode>, usize);

/// `<mara> words`, behind a time.
fn handle(line: &str, at: usize) -> Option<Named> {
    let (name, _) = line.get(at..)?.strip_prefix('<')?.split_once("> ")?;
    let is_handle = |sign: char| sign.is_alphanumeric() || "_-.|[]".contains(sign);
    let is_one = !name.is_empty() && name.len() <= LONGEST && name.chars().all(is_handle);
    is_one.then(|| (at + 1..at + 1 + name.len(), None, spaces(line, at + name.len() + 2)))
}

/// `From Mara Quill to Everyone: words`, behind a time: a message in a meeting.
fn sender(line: &str, at: usize) -> Option<Named> {
    let start = at + "From ".len();
    let rest = line.get(at..)?.strip_prefix("From ")?;
    let colon = colon_in(rest)?;
    let sender = rest.get(..colon)?;
    let name = sender.split_once(" to ").map_or(sender, |(name, _)| name);
    let lead = name.len() - name.trim_start().len();
    let name = name.trim();
    is_name(name).then(|| (start + lead..start + lead + name.len(), None, spaces(line, start + colon + 1)))
}

/// A whole name that is all of a line behind a time: `[00:12:31] Mara Quill`, above her words.
fn name_alone(line: &str, at: usize) -> Option<Named> {
    let name = line.get(at..)?.trim_end();
    let words = name.split_whitespace().count();
    let is_whole = (2..=4).contains(&words) && !name.ends_with(['.', '!', '?', ',']) && is_name(name);
    is_whole.then(|| (at..at + name.len(), None, line.len()))
}

/// A name in brackets at `at`: that of a program in any (`[SPEAKER_00]:`, `(speaker 0)`), another's in square ones
/// (`[Alba] words`); a number that programs give a voice may stand alone on its line.
fn bracketed(line: &str, at: usize) -> Option<Named> {
    let rest = line.get(at..)?;
    let (close, start) = match rest.bytes().next()? {
        b'[' => (Some(']'), at + 1),
        b'(' => (Some(')'), at + 1),
        _ => (None, at),
    };
    let inner = line.get(start..)?;
    let length = match close {
        Some(close) => inner.find(close)?,
        None => inner.trim_end().len(),
    };
    let name = inner.get(..length).filter(|name| name.len() <= LONGEST)?;
    let square = close == Some(']') && is_name(name) && !SOUNDS.contains(&name.to_lowercase().as_str());
    if !is_number_of_voice(name) && !square {
        return None;
    }
    let mut words = start + length + close.map_or(0, char::len_utf8);
    words += usize::from(close.is_some() && line.get(words..).is_some_and(|rest| rest.starts_with(':')));
    let words = spaces(line, words);
    Some((start..start + length, None, words))
}

/// `SPEAKER_00`, `Speaker 1`, `spk_0`: what programs call a voice that they cannot name.
fn is_number_of_voice(name: &str) -> bool {
    let digits = name.bytes().rev().take_while(u8::is_ascii_digit).count();
    let word = name.get(..name.len() - digits).unwrap_or("").trim_end_matches(['_', ' ', '-']).to_ascii_lowercase();
    (1..=3).contains(&digits) && matches!(word.as_str(), "speaker" | "spk" | "voice")
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
fn named(line: &str, at: usize) -> Option<Named> {
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
            let is_closed = window.get(..end).is_some_and(|name| name.trim_end().ends_with(':'));
            let alone = words > behind || window.get(words..).is_some_and(str::is_empty);
            let in_brackets = window.get(end..).is_some_and(|rest| rest.trim_start().starts_with('['));
            if !alone && !is_closed && !in_brackets {
                return None;
            }
            (end, Some(time), words)
        }
        (_, Some(colon)) => {
            // `Mara Quill: 00:12:31 We paid.`
            let clock = time_at(window, spaces(window, colon + 1)).filter(|(_, end)| {
                let clock = window.get(colon + 1..*end).unwrap_or("");
                clock.bytes().filter(|byte| *byte == b':').count() == 2
            });
            (colon, clock.map(|(time, _)| time), clock.map_or(colon + 1, |(_, end)| end))
        }
        _ => return None,
    };
    let name = window.get(..end)?.trim_end().trim_end_matches(':').trim_end();
    is_name(name).then(|| (at..at + name.len(), time, spaces(line, at + words)))
}

/// The first colon that white space or nothing follows.
fn colon_in(window: &str) -> Option<usize> {
    memchr::memchr_iter(b':', window.as_bytes())
        .find(|at| window.get(at + 1..).is_some_and(|rest| rest.is_empty() || rest.starts_with(char::is_whitespace)))
}

/// Whether somebody may be called so: a few words with capitals or numbers, no sentence.
fn is_name(name: &str) -> bool {
    let word = |word: &str| {
        let bare = word.trim_start_matches(['(', '[', '"', '“']);
        bare.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit()) || bare == "&" || SMALL.contains(&bare)
    };
    let allowed = |c: char| c.is_alphanumeric() || "_ .,’'‘-–&()/#\"“”".contains(c);
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

/// A stretch of time at `at`, as programs write it before each line, and where it ends: `[00:00:00.100 -->
/// 00:00:03.000]`; its beginning counts.
fn stretch_at(line: &str, at: usize) -> Option<(Timecode, usize)> {
    let inner = line.get(at..)?.strip_prefix('[')?;
    let (stretch, _) = inner.get(..inner.floor_char_boundary(48)).unwrap_or(inner).split_once(']')?;
    let (from, to) = stretch.split_once("-->")?;
    let time = Timecode::parse(from.trim())?;
    Timecode::parse(to.trim())?;
    Some((time, at + stretch.len() + 2))
}

/// Where the day and time end with which programs of chats begin a line, if one stands at `at`:
/// `[12/05/2021, 10:00:00] `, `12/05/2021, 10:00 - `.
fn behind_stamp(line: &str, at: usize) -> Option<usize> {
    let rest = line.get(at..)?.trim_start_matches(['\u{200e}', '\u{feff}']);
    let in_brackets = rest.starts_with('[');
    let stamp = rest.strip_prefix('[').unwrap_or(rest);
    let end = if in_brackets { stamp.find("] ") } else { stamp.find(" - ") }.filter(|end| *end <= 32)?;
    let (day, time) = stamp.get(..end)?.split_once([',', ' '])?;
    let parts: Vec<&str> = day.split(['/', '.', '-']).filter(|part| !part.is_empty()).collect();
    let is_day =
        parts.len() == 3 && parts.iter().all(|part| part.len() <= 4 && part.bytes().all(|byte| byte.is_ascii_digit()));
    let clock = time.trim().split([' ', '\u{202f}', '\u{a0}']).next().unwrap_or("");
    let is_time = Timecode::parse(clock).is_some();
    let behind = end + if in_brackets { 2 } else { 3 };
    let start = line.len() - stamp.len();
    (is_day && is_time).then_some(start + behind)
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
            // A title behind a time looks like a name.
            _ if is_alone_behind_time(line, label) => count > 1,
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

/// Whether nothing but a name stands behind the time with which a line begins.
fn is_alone_behind_time(line: &str, label: &Label) -> bool {
    let is_last = label.name.clone().is_some_and(|name| name.start > 0 && name.end == line.trim_end().len());
    is_last && label.time.is_some()
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
            ("[SPEAKER_00]: We paid.", "SPEAKER_00", "", "We paid."),
            ("[Alba] We paid.", "Alba", "", "We paid."),
            ("(speaker 0) We paid.", "speaker 0", "", "We paid."),
            ("SPEAKER_02", "SPEAKER_02", "", ""),
            ("[ 00:00:00.100 --> 00:00:03.000] >> We paid.", "", "00:00:00", "We paid."),
            ("Mara Quill: (00:03)", "Mara Quill", "00:00:03", ""),
            ("Speaker 1: (01:02:03) We paid.", "Speaker 1", "01:02:03", "We paid."),
            ("[12/05/2021, 10:00:00] Mara Quill: We paid.", "Mara Quill", "", "We paid."),
            ("12.05.21, 10:00 - Mara Quill: We paid.", "Mara Quill", "", "We paid."),
            ("[00:12:31] Mara Quill", "Mara Quill", "00:12:31", ""),
            ("00:12:31 Mara de Quill", "Mara de Quill", "00:12:31", ""),
            ("Mara Quill [00:12:31] We paid.", "Mara Quill", "00:12:31", "We paid."),
            ("Mara Quill: 00:12:31 We paid.", "Mara Quill", "00:12:31", "We paid."),
            ("10:01:22 From Mara Quill to Everyone:", "Mara Quill", "10:01:22", ""),
            ("10:01:22\t From Mara Quill : We paid.", "Mara Quill", "10:01:22", "We paid."),
            ("[10:01] <mara_q> We paid.", "mara_q", "00:10:01", "We paid."),
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
            "[Applause] We paid.",
            "(laughs) We paid.",
            "[sic] is what it said.",
            "Speaker 1 was late.",
            "<b> We paid.",
            "The score: 3:1 at noon.",
        ] {
            assert_eq!(label(line), None, "{line}");
        }
    }
}
