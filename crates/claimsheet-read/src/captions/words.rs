//! The words in a line of a caption, without its tags.

use claimsheet::text::document::Timecode;
use claimsheet::text::document::builder::DocumentBuilder;
use std::ops::Range;

/// A line of a caption.
#[derive(Debug, Default)]
pub(super) struct Line {
    /// Its place in the file.
    pub(super) range: Range<usize>,
    /// Its words.
    pub(super) plain: String,
    /// Whose voice a tag says it is.
    pub(super) voice: Option<String>,
    /// The last time within the line.
    pub(super) last_time: Option<Timecode>,
    /// The pieces of `plain`, each with its length there and its place in the file.
    pieces: Vec<(usize, Range<usize>)>,
}

impl Line {
    /// Whether it tells of a sound and holds nobody's words: `[Applause]`, `(music)`, `♪`.
    pub(super) fn is_sound(&self) -> bool {
        let text = self.plain.trim().trim_start_matches(['>', '-', ' ']);
        let bracketed = text.starts_with('[') && text.ends_with(']') || text.starts_with('(') && text.ends_with(')');
        let few = text.split_whitespace().count() <= 4 && !text.contains(|c: char| c.is_ascii_digit());
        bracketed && few || !text.is_empty() && text.chars().all(|c| "♪♫ ".contains(c))
    }

    /// Appends its words but for the first `skip` bytes of them.
    pub(super) fn append(&self, skip: usize, builder: &mut DocumentBuilder<'_>) {
        let mut at = 0;
        for (length, source) in &self.pieces {
            let end = at + length;
            let from = at.max(skip);
            if let Some(text) = self.plain.get(from..end).filter(|text| !text.is_empty()) {
                let start = if *length == source.len() { source.start + (from - at) } else { source.start };
                builder.push(text, start, source.end);
            }
            at = end;
        }
    }

    fn push(&mut self, text: &str, source: Range<usize>) {
        if !text.is_empty() {
            self.plain.push_str(text);
            self.pieces.push((text.len(), source));
        }
    }
}

/// The length of a dash that begins the words of another person.
pub(super) fn dash(plain: &str) -> Option<usize> {
    let rest = plain.trim_start();
    let words = rest.strip_prefix(['-', '–', '—'])?.trim_start();
    (!words.is_empty() && !words.starts_with(['-', '–', '—'])).then(|| plain.len() - words.len())
}

/// Reads the line at `range` of `source`.
pub(super) fn read(source: &str, range: Range<usize>) -> Line {
    let text = source.get(range.clone()).unwrap_or("").trim_end();
    let lead = text.len() - text.trim_start().len();
    let mut line = Line { range: range.start + lead..range.start + text.len(), ..Line::default() };
    let mut at = lead;
    while let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) {
        let plain = memchr::memchr3(b'<', b'&', b'{', rest.as_bytes()).unwrap_or(rest.len());
        line.push(rest.get(..plain).unwrap_or(""), range.start + at..range.start + at + plain);
        at += plain;
        let Some(marked) = rest.get(plain..).filter(|marked| !marked.is_empty()) else { break };
        at += mark(marked, range.start + at, &mut line);
    }
    line
}

/// Reads the tag, entity or brace that `text` begins with, at byte `at` of the file; its length.
fn mark(text: &str, at: usize, line: &mut Line) -> usize {
    if let Some(tag) = tag(text) {
        line.last_time = Timecode::parse(tag).or(line.last_time);
        line.voice = voice(tag).or_else(|| line.voice.take());
        return tag.len() + 2;
    }
    if let Some(length) = text.starts_with("{\\").then(|| text.find('}')).flatten() {
        return length + 1;
    }
    if let Some((name, letter)) = ENTITIES.iter().find(|(name, _)| text.starts_with(*name)) {
        line.push(letter, at..at + name.len());
        return name.len();
    }
    let first = text.chars().next().map_or(1, char::len_utf8);
    line.push(text.get(..first).unwrap_or(""), at..at + first);
    first
}

const ENTITIES: &[(&str, &str)] = &[
    ("&amp;", "&"),
    ("&lt;", "<"),
    ("&gt;", ">"),
    ("&nbsp;", "\u{a0}"),
    ("&quot;", "\""),
    ("&#39;", "'"),
    ("&lrm;", ""),
    ("&rlm;", ""),
];

/// What stands between `<` and `>`, if that is a tag.
fn tag(text: &str) -> Option<&str> {
    let inner = text.strip_prefix('<')?.split_once('>')?.0;
    let is_tag = inner.starts_with(|c: char| c.is_ascii_alphanumeric() || c == '/') && !inner.contains('<');
    is_tag.then_some(inner)
}

/// The name in `v Name` or `v.loud Name`.
fn voice(tag: &str) -> Option<String> {
    let (element, name) = tag.split_once(char::is_whitespace)?;
    let is_voice = element == "v" || element.starts_with("v.");
    let name = name.split_whitespace().collect::<Vec<_>>().join(" ").replace("&amp;", "&");
    (is_voice && !name.is_empty()).then_some(name)
}
