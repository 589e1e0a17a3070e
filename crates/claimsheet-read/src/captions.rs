//! Captions: cues with times, put together to what was said.

use claimsheet::speaker_label::{self, Speakers};
use claimsheet::text::document::builder::DocumentBuilder;
use claimsheet::text::document::{BlockKind, Document, Timecode};
use std::ops::Range;
use words::Line;

mod cues;
mod rolling;
pub(super) mod sbv;
pub(super) mod srt;
pub(super) mod timed;
pub(super) mod vtt;
mod words;

/// Silence behind a finished sentence that begins another paragraph, in milliseconds.
const PARAGRAPH_PAUSE: u32 = 2_000;

/// Silence that ends a sentence where captions have no punctuation, in milliseconds.
const SENTENCE_PAUSE: u32 = 700;

/// Words after which a cue ends a sentence where captions have no punctuation.
const LONG_SENTENCE: usize = 28;

/// Captions with fewer marks than one in so many words have no punctuation.
const WORDS_A_MARK: usize = 50;

/// One caption.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Cue {
    start: Timecode,
    end: Timecode,
    /// Its lines in the file, without their ends.
    lines: Vec<Range<usize>>,
}

/// What was said, in the captions of `source`.
fn document(source: &str, found: cues::Found) -> Document {
    let cues: Vec<Read<'_>> = found.cues.iter().map(|cue| Read::of(source, cue)).collect();
    let shown: Vec<Vec<&str>> =
        cues.iter().map(|cue| cue.lines.iter().map(|line| line.plain.as_str()).collect()).collect();
    let repeated = rolling::repeated(&shown);
    let plain = || cues.iter().flat_map(|cue| &cue.lines).map(|line| line.plain.as_str());
    let mut talk = Talk {
        builder: DocumentBuilder::new(source),
        speakers: Speakers::of(plain()),
        speaker: None,
        unpunctuated: is_unpunctuated(plain()),
        words: 0,
        last: None,
    };
    for (cue, repeated) in cues.iter().zip(&repeated) {
        talk.cue(cue, *repeated);
    }
    let mut document = talk.builder.finish();
    document.warnings.extend(found.warnings);
    document
}

/// Whether a speech recogniser wrote no marks.
fn is_unpunctuated<'a>(lines: impl Iterator<Item = &'a str>) -> bool {
    let (mut words, mut marks) = (0, 0);
    for line in lines {
        words += line.split_whitespace().count();
        marks += line.split_whitespace().filter(|word| word.ends_with(['.', '?', '!', '…', '"', '”'])).count();
    }
    (words > WORDS_A_MARK || marks == 0) && marks * WORDS_A_MARK < words
}

/// A cue whose lines were read.
struct Read<'a> {
    cue: &'a Cue,
    lines: Vec<Line>,
    /// When the last word was said, as far as the cue tells.
    said_until: Timecode,
}

impl<'a> Read<'a> {
    fn of(source: &str, cue: &'a Cue) -> Self {
        let lines: Vec<Line> = cue.lines.iter().map(|line| words::read(source, line.clone())).collect();
        let lines: Vec<Line> = lines.into_iter().filter(|line| !line.is_sound()).collect();
        let last = lines.iter().filter_map(|line| line.last_time).max();
        let said_until = last.map_or(cue.end, |time| Timecode(time.0.saturating_add(500)).min(cue.end));
        Self { cue, lines, said_until }
    }
}

/// What was said so far.
struct Talk<'a> {
    builder: DocumentBuilder<'a>,
    speakers: Speakers,
    speaker: Option<u32>,
    unpunctuated: bool,
    /// Words since the last end of a sentence without marks.
    words: usize,
    /// When the last cue ended, and where its last line did.
    last: Option<(Timecode, usize)>,
}

impl Talk<'_> {
    /// Adds a cue but for what the cue before has shown: so many lines and bytes of the next one's words.
    fn cue(&mut self, cue: &Read<'_>, repeated: rolling::Repeated) {
        let lines = cue.lines.get(repeated.lines..).unwrap_or_default();
        if lines.iter().all(|line| line.plain.is_empty()) {
            return;
        }
        self.pause(cue.cue.start);
        let dashed = lines.iter().filter(|line| words::dash(&line.plain).is_some()).count() > 1;
        for (number, line) in lines.iter().enumerate() {
            let skip = if number == 0 { repeated.bytes } else { 0 };
            self.line(line, skip, dashed, cue.cue.start);
        }
        let end = lines.last().map_or(0, |line| line.range.end);
        self.last = Some((cue.said_until, end));
    }

    /// Ends the paragraph or the sentence if there was silence before `start`.
    fn pause(&mut self, start: Timecode) {
        let Some((until, _)) = self.last else { return };
        let silence = start.since(until);
        let ends =
            self.unpunctuated || self.builder.document.prose.trim_end().ends_with(['.', '?', '!', '…', '"', '”']);
        if silence >= PARAGRAPH_PAUSE && ends {
            self.builder.close();
            self.words = 0;
        } else if self.unpunctuated && (silence >= SENTENCE_PAUSE || self.is_long()) {
            let at = self.builder.at();
            self.builder.document.speech.push_break(at);
            self.words = 0;
        }
    }

    /// Whether enough words were said for a sentence, and the last of them leaves nothing open.
    fn is_long(&self) -> bool {
        const OPEN: &[&str] = &[
            "a", "about", "an", "and", "as", "at", "by", "but", "for", "from", "in", "is", "my", "of", "on", "or",
            "our", "than", "that", "the", "their", "to", "was", "were", "with", "your",
        ];
        let last = self.builder.document.prose.split_whitespace().next_back().unwrap_or("");
        let is_open = OPEN.contains(&last) || last.ends_with(|c: char| c.is_ascii_digit());
        self.words >= LONG_SENTENCE * 2 || self.words >= LONG_SENTENCE && !is_open
    }

    fn line(&mut self, line: &Line, skip: usize, dashed: bool, start: Timecode) {
        let label =
            speaker_label::read(&line.plain).filter(|label| skip == 0 && self.speakers.accepts(&line.plain, label));
        let mut skip = skip;
        if let Some(voice) = &line.voice {
            self.turn(Some(voice));
        } else if let Some(label) = label {
            skip = label.words;
            let name = label.name.clone().and_then(|name| line.plain.get(name));
            if name.is_some() || label.is_change {
                self.turn(name);
            }
        } else if let Some(length) = words::dash(&line.plain).filter(|_| dashed) {
            skip = length;
            self.turn(None);
        }
        if line.plain.get(skip..).is_none_or(|rest| rest.trim().is_empty()) {
            return;
        }
        match self.last {
            Some((_, end)) if self.builder.is_open() => self.builder.space(end, line.range.start),
            _ => self.builder.open(BlockKind::Paragraph),
        }
        self.builder.speaks(self.speaker, Some(start));
        line.append(skip, &mut self.builder);
        self.words += line.plain.split_whitespace().count();
        self.last = Some((self.last.map_or(start, |(until, _)| until), line.range.end));
    }

    /// Somebody else speaks, unless it is who spoke before.
    fn turn(&mut self, name: Option<&str>) {
        let speaker = name.map(|name| self.builder.document.speech.speaker(name));
        if speaker != self.speaker || speaker.is_none() {
            self.builder.close();
            self.words = 0;
        }
        self.speaker = speaker;
    }
}
