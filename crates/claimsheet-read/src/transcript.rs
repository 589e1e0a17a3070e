//! Transcripts as text: turns that begin with who speaks.

use super::{front_matter, plain};
use claimsheet::speaker_label::{self, Speakers};
use claimsheet::text::document::builder::DocumentBuilder;
use claimsheet::text::document::{BlockKind, Document, Timecode};
use std::borrow::Cow;
use std::ops::Range;

/// `SPEAKER: words`, with or without times.
pub(super) const READER: super::Reader = super::Reader {
    name: "transcript",
    about: "\"SPEAKER: words\", with or without times; Q. and A.",
    extensions: &[],
    recognises: |_| false,
    read: |bytes, options| super::encoding::read_text(bytes, options, |text| Ok(vec![read(text)])),
};

/// Whether `text`, which may be the start of a longer one, is a transcript: several people take
/// turns.
pub(super) fn looks_like(text: &str) -> bool {
    let lines = plain::lines(text);
    let text_of = |line: &Range<usize>| text.get(line.clone()).unwrap_or("");
    let is_wrapped = is_wrapped(text, &lines);
    let begins = |at: usize| {
        let before = at.checked_sub(1).and_then(|before| lines.get(before));
        !is_wrapped
            || before.is_none_or(Range::is_empty)
            || speaker_label::read(lines.get(at).map_or("", text_of)).is_some()
    };
    let paragraphs = lines.iter().enumerate().filter(|(at, line)| !line.is_empty() && begins(*at)).count();
    Speakers::of(lines.iter().map(text_of)).are_many(paragraphs)
}

/// Whether `text`, which is Markdown or the start of it, is a transcript whose labels have times.
pub(super) fn looks_like_markdown(text: &str) -> bool {
    let shown = shown(text);
    let timed =
        shown.lines().filter_map(speaker_label::read).filter(|label| label.time.is_some() && label.name.is_some());
    timed.take(TIMED).count() == TIMED && looks_like(&shown)
}

/// Labels with times that make Markdown a transcript.
const TIMED: usize = 3;

/// `source` with spaces for the marks of emphasis around names.
fn shown(source: &str) -> Cow<'_, str> {
    if source.contains(EMPHASIS) { Cow::Owned(source.replace(EMPHASIS, "  ")) } else { Cow::Borrowed(source) }
}

/// The mark of strong emphasis in Markdown.
const EMPHASIS: &str = "**";

/// Heads of lists that Otter puts before a talk.
const LISTS: &[&str] = &["SUMMARY KEYWORDS", "KEYWORDS", "SPEAKERS"];

/// Reads the transcript in `source`. A turn may have several paragraphs; what stands before the
/// first turn is nobody's.
pub(super) fn read(source: &str) -> Document {
    let front = front_matter::before(source);
    let from = front.map_or(0, |(.., end)| end);
    let mut lines = plain::lines(source);
    lines.retain(|line| line.start >= from);
    let shown = shown(source);
    let text_of = |line: &Range<usize>| shown.get(line.clone()).unwrap_or("");
    let speakers = Speakers::of(lines.iter().map(text_of));
    let is_wrapped = is_wrapped(&shown, &lines);
    let mut turns = Turns {
        builder: DocumentBuilder::new(source),
        source,
        speaker: None,
        time: None,
        begun: false,
        is_announced: false,
    };
    if let Some((text, language, _)) = front {
        let document = &mut turns.builder.document;
        document.meta = front_matter::read(text, language, &mut document.warnings);
    }
    let mut last_end = 0;
    let mut in_list = false;
    for (at, line) in lines.iter().enumerate() {
        let text = text_of(line);
        if text.is_empty() {
            in_list = false;
            turns.builder.close();
            continue;
        }
        in_list |= !turns.begun && LISTS.contains(&text);
        if in_list {
            turns.builder.document.leaves_out("lists of speakers and keywords", text.split_whitespace().count() as u64);
            continue;
        }
        if let Some((level, words)) = heading(text) {
            turns.heading(level, line.start + words..line.end);
            continue;
        }
        let label = speaker_label::read(text).filter(|label| speakers.accepts(text, label));
        let start = line.start + label.as_ref().map_or(0, |label| label.words);
        match &label {
            Some(label) => turns.begin(text, label),
            None if !is_wrapped => turns.builder.close(),
            None => turns.builder.space(last_end, line.start),
        }
        if start < line.end {
            let alone = lines.get(at + 1).is_none_or(|next| !is_wrapped || next.is_empty()) && lines.len() > 1;
            turns.words(text, alone, start..line.end);
        }
        last_end = line.end;
    }
    super::titled(turns.builder.finish())
}

/// Whether lines within turns are cut by an editor's width; a label begins a line of its own.
fn is_wrapped(source: &str, lines: &[Range<usize>]) -> bool {
    let apart = lines.iter().flat_map(|line| {
        let is_label = speaker_label::read(source.get(line.clone()).unwrap_or("")).is_some();
        is_label.then_some(line.start..line.start).into_iter().chain([line.clone()])
    });
    plain::is_wrapped(source, &apart.collect::<Vec<_>>())
}

/// The level of the heading of Markdown that a line is, and where its words begin.
fn heading(line: &str) -> Option<(u8, usize)> {
    let level = line.bytes().take_while(|byte| *byte == b'#').count();
    let words = line.get(level..).filter(|_| (1..=6).contains(&level))?;
    words.starts_with(' ').then(|| (level as u8, line.len() - words.trim_start().len()))
}

/// The turns so far.
struct Turns<'a> {
    builder: DocumentBuilder<'a>,
    source: &'a str,
    speaker: Option<u32>,
    time: Option<Timecode>,
    /// Whether the first label was met.
    begun: bool,
    /// Whether a line has named the speaker, and the words are yet to come.
    is_announced: bool,
}

impl Turns<'_> {
    fn begin(&mut self, line: &str, label: &speaker_label::Label) {
        self.builder.close();
        self.begun = true;
        let name = label.name.clone().and_then(|name| line.get(name));
        match name {
            Some(name) => self.speaker = Some(self.builder.document.speech.speaker(name)),
            None if label.is_change && !self.is_announced => self.speaker = None,
            None => {}
        }
        self.is_announced = name.is_some() && label.words >= line.len();
        self.time = label.time.or(self.time.filter(|_| name.is_none()));
    }

    fn words(&mut self, line: &str, alone: bool, words: Range<usize>) {
        if !self.builder.is_open() {
            let first = self.builder.document.blocks.is_empty();
            let kind = if self.begun { BlockKind::Paragraph } else { plain::kind(line, first, alone) };
            self.builder.open(kind);
            if self.begun {
                self.is_announced = false;
                self.builder.speaks(self.speaker, self.time);
            }
        }
        let text = self.source.get(words.clone()).unwrap_or("");
        let mut at = words.start;
        for piece in text.split(EMPHASIS) {
            self.builder.verbatim(at, at + piece.len());
            at += piece.len() + EMPHASIS.len();
        }
    }

    fn heading(&mut self, level: u8, words: Range<usize>) {
        self.builder.close();
        let is_first = self.builder.document.blocks.is_empty();
        self.builder.open(if is_first { BlockKind::Title } else { BlockKind::Heading(level) });
        self.builder.verbatim(words.start, words.end);
        self.builder.close();
    }
}
