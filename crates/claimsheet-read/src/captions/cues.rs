//! The cues of a caption file: WebVTT and SRT differ in little but what stands around them.

use super::Cue;
use crate::plain;
use claimsheet::text::document::Timecode;
use std::ops::Range;

/// Lines that a warning names, at most.
const SHOWN: usize = 5;

/// The cues of a file.
#[derive(Debug, Default)]
pub(super) struct Found {
    pub(super) cues: Vec<Cue>,
    pub(super) warnings: Vec<String>,
}

/// Whether an empty line ends a cue for good, as in WebVTT; in SRT words may go on behind it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum EmptyLine {
    #[default]
    Ends,
    GoesOn,
}

/// Finds the cues in `source`.
pub(super) fn find(source: &str, empty_line: EmptyLine) -> Found {
    let mut finder = Finder { source, empty_line, outside: Outside::Header, ..Finder::default() };
    for (number, line) in plain::raw_lines(source).into_iter().enumerate() {
        finder.line(number + 1, line);
    }
    let mut found = Found { cues: finder.cues, warnings: Vec::new() };
    let kept = "their words are kept at the time of the caption before";
    found.warnings.extend(told(&finder.wrong, "The times of captions could not be read;", kept));
    found.warnings.extend(told(&finder.stray, "Lines belong to no caption;", "they are left out"));
    found
}

/// What a line outside of a cue belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Outside {
    #[default]
    Header,
    /// A note, a style sheet or a region.
    Note,
    /// An identifier, or nothing.
    Nothing,
}

#[derive(Default)]
struct Finder<'a> {
    source: &'a str,
    empty_line: EmptyLine,
    cues: Vec<Cue>,
    is_open: bool,
    outside: Outside,
    /// Lines whose times could not be read.
    wrong: Vec<usize>,
    /// Lines that belong to no cue.
    stray: Vec<usize>,
}

impl Finder<'_> {
    fn line(&mut self, number: usize, line: Range<usize>) {
        let text = self.source.get(line.clone()).unwrap_or("");
        if text.is_empty() {
            self.is_open &= self.empty_line == EmptyLine::GoesOn;
            self.outside = Outside::Nothing;
        } else if let Some((before, after)) = text.split_once("-->") {
            self.begin(number, before, after);
        } else if self.is_open {
            self.cues.last_mut().into_iter().for_each(|cue| cue.lines.push(line.clone()));
        } else {
            let is_note = ["NOTE", "STYLE", "REGION"].iter().any(|word| {
                text.strip_prefix(word).is_some_and(|rest| rest.is_empty() || rest.starts_with(char::is_whitespace))
            });
            if self.outside == Outside::Nothing && is_note {
                self.outside = Outside::Note;
            } else if self.outside == Outside::Nothing {
                self.stray.push(number);
            }
        }
    }

    fn begin(&mut self, number: usize, before: &str, after: &str) {
        let times = Timecode::parse(before.trim()).zip(after.split_whitespace().next().and_then(Timecode::parse));
        let last = self.cues.last().map_or(Timecode(0), |cue| cue.end);
        if times.is_none() {
            self.wrong.push(number);
        }
        let (start, end) = times.unwrap_or((last, last));
        self.stray.pop_if(|line| *line + 1 == number);
        drop_identifier(self.source, &mut self.cues, self.is_open);
        self.cues.push(Cue { start, end: end.max(start), lines: Vec::new() });
        self.is_open = true;
    }
}

/// The line before a cue's times, if it is a number, is its identifier and not the words of the cue
/// before.
fn drop_identifier(source: &str, cues: &mut [Cue], is_open: bool) {
    let Some(cue) = cues.last_mut().filter(|_| is_open) else { return };
    let is_number = |line: &Range<usize>| {
        let text = source.get(line.clone()).unwrap_or("").trim();
        !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
    };
    if cue.lines.last().is_some_and(is_number) {
        cue.lines.pop();
    }
}

fn told(lines: &[usize], what: &str, so: &str) -> Option<String> {
    let shown: Vec<String> = lines.iter().take(SHOWN).map(|line| format!("line {line}")).collect();
    let more = if lines.len() > shown.len() { ", …" } else { "" };
    (!lines.is_empty()).then(|| format!("{what} {so}: {}{more}.", shown.join(", ")))
}
