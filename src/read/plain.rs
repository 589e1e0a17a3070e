//! Plain text: one paragraph a line, or paragraphs between empty lines, hard-wrapped or not.

use super::block::Builder;
use crate::document::{BlockKind, Document};
use std::ops::Range;

/// Lines of this many bytes and more are never the wrapped lines of an editor.
const WIDEST_WRAP: usize = 120;

/// Text without markup.
pub(super) const READER: super::Reader = super::Reader {
    name: "text",
    about: "Plain text",
    extensions: &["txt", "text"],
    recognises: |_| false,
    read: |bytes, options| super::encoding::read_text(bytes, options, |text| Ok(vec![read(text)])),
};

/// Reads the plain text in `source`.
pub(super) fn read(source: &str) -> Document {
    let lines = lines(source);
    let wrapped = is_wrapped(source, &lines);
    let mut builder = Builder::new(source);
    let mut first = true;
    for (at, line) in lines.iter().enumerate() {
        let text = source.get(line.clone()).unwrap_or("");
        let begins = at == 0 || !wrapped || lines.get(at - 1).is_some_and(std::ops::Range::is_empty);
        if text.trim().is_empty() {
            builder.close();
            continue;
        }
        if begins {
            builder.close();
            let alone = lines.get(at + 1).is_none_or(|next| !wrapped || next.is_empty());
            builder.open(kind(text, first, alone && lines.len() > 1));
            first = false;
        } else {
            let before = lines.get(at - 1).map_or(line.start, |before| before.end);
            builder.space(before, line.start);
        }
        builder.verbatim(line.start, line.end);
    }
    super::titled(builder.finish())
}

/// The lines of `source` without their ends and without white space around; a byte order mark
/// belongs to none. LF, CR LF, CR and form feed end a line.
pub(super) fn lines(source: &str) -> Vec<Range<usize>> {
    let trim = |line: Range<usize>| {
        let text = source.get(line.clone()).unwrap_or("");
        let from = line.start + (text.len() - text.trim_start().len());
        from..from + text.trim().len()
    };
    raw_lines(source).into_iter().map(trim).collect()
}

/// The same with their white space.
pub(super) fn raw_lines(source: &str) -> Vec<Range<usize>> {
    let mut lines = Vec::new();
    let mut start = source.len() - source.trim_start_matches('\u{feff}').len();
    for end in memchr::memchr3_iter(b'\n', b'\r', b'\x0c', source.as_bytes()).chain([source.len()]) {
        if end < start {
            continue;
        }
        lines.push(start..end);
        start = end + 1 + usize::from(source.get(end..).is_some_and(|rest| rest.starts_with("\r\n")));
    }
    lines
}

/// Whether lines are cut by an editor's width: several lines stand together, none is very long,
/// and most that another follows end within a sentence.
pub(super) fn is_wrapped(source: &str, lines: &[Range<usize>]) -> bool {
    let (mut followed, mut broken, mut long) = (0_usize, 0_usize, 0_usize);
    for pair in lines.windows(2) {
        let [line, next] = pair else { continue };
        if line.is_empty() || next.is_empty() {
            continue;
        }
        let text = source.get(line.clone()).unwrap_or("");
        followed += 1;
        long += usize::from(text.len() > WIDEST_WRAP);
        broken += usize::from(!text.ends_with(['.', '?', '!', '"', '”', ':', ';', ')']));
    }
    followed > 0 && long * 10 < followed && broken * 2 > followed
}

/// A short first line without a stop is the title; a later one in capitals, or short and without a
/// stop between empty lines, is a heading.
pub(super) fn kind(text: &str, first: bool, alone: bool) -> BlockKind {
    let text = text.trim();
    let open_ended = !text.ends_with(['.', '!', '…', '"', '”', ',', ';', ':', '’', '\'']);
    let words = || text.split_whitespace();
    if !alone || !open_ended || words().nth(20).is_some() {
        return BlockKind::Paragraph;
    }
    if first {
        return BlockKind::Title;
    }
    let letters = || text.chars().filter(|letter| letter.is_alphabetic());
    let shouted = words().nth(10).is_none() && letters().count() > 3 && letters().all(char::is_uppercase);
    if shouted { BlockKind::Heading(2) } else { BlockKind::Paragraph }
}
