//! Transcripts as text: turns that begin with who speaks.

use super::plain;
use claimsheet::english::speaker_label::{self, Speakers};
use claimsheet::text::document::builder::DocumentBuilder;
use claimsheet::text::document::{BlockKind, Document, Timecode};
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

/// Reads the transcript in `source`. A turn may have several paragraphs; what stands before the
/// first turn is nobody's.
pub(super) fn read(source: &str) -> Document {
    let lines = plain::lines(source);
    let text_of = |line: &Range<usize>| source.get(line.clone()).unwrap_or("");
    let speakers = Speakers::of(lines.iter().map(text_of));
    let is_wrapped = is_wrapped(source, &lines);
    let mut turns = Turns { builder: DocumentBuilder::new(source), speaker: None, time: None, begun: false };
    let mut last_end = 0;
    for (at, line) in lines.iter().enumerate() {
        let text = text_of(line);
        if text.is_empty() {
            turns.builder.close();
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

/// The turns so far.
struct Turns<'a> {
    builder: DocumentBuilder<'a>,
    speaker: Option<u32>,
    time: Option<Timecode>,
    /// Whether the first label was met.
    begun: bool,
}

impl Turns<'_> {
    fn begin(&mut self, line: &str, label: &speaker_label::Label) {
        self.builder.close();
        self.begun = true;
        let name = label.name.clone().and_then(|name| line.get(name));
        match name {
            Some(name) => self.speaker = Some(self.builder.document.speech.speaker(name)),
            None if label.is_change => self.speaker = None,
            None => {}
        }
        self.time = label.time.or(self.time.filter(|_| name.is_none()));
    }

    fn words(&mut self, line: &str, alone: bool, words: Range<usize>) {
        if !self.builder.is_open() {
            let first = self.builder.document.blocks.is_empty();
            let kind = if self.begun { BlockKind::Paragraph } else { plain::kind(line, first, alone) };
            self.builder.open(kind);
            if self.begun {
                self.builder.speaks(self.speaker, self.time);
            }
        }
        self.builder.verbatim(words.start, words.end);
    }
}
