//! Plain text: one paragraph a line, or paragraphs between empty lines, hard-wrapped or not.

use claimsheet::text::document::builder::DocumentBuilder;
use claimsheet::text::document::{BlockKind, Document};
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
    let mut builder = DocumentBuilder::new(source);
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
            let kind = match kind(text, first, alone && lines.len() > 1) {
                BlockKind::Paragraph if alone && !first && heads(source, &lines, at) => BlockKind::Heading(2),
                kind => kind,
            };
            builder.open(kind);
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

/// Most words of a heading, and of one that is not in title case.
const HEADING_WORDS: (usize, usize) = (8, 4);

/// Whether the line at `at` stands between empty ones as a heading over a text: a few words without a mark at
/// their end, in title case or very few, and no figure among them.
fn heads(source: &str, lines: &[Range<usize>], at: usize) -> bool {
    let line = |at: usize| lines.get(at).and_then(|line| source.get(line.clone()));
    let is_apart =
        at.checked_sub(1).and_then(line).is_some_and(str::is_empty) && line(at + 1).is_some_and(str::is_empty);
    let text = line(at).unwrap_or_default();
    if !is_apart
        || text.len() > 80
        || text.ends_with(['.', '!', '?', '…', '"', '”', ',', ';', ':', '’', '\'', ')', ']'])
    {
        return false;
    }
    let words = || text.split_whitespace().skip(usize::from(is_item_number(text)));
    let count = words().count();
    let is_small = |word: &str| word.len() >= 4 && word.starts_with(char::is_lowercase);
    let begins = words().next().is_some_and(|word| word.starts_with(char::is_uppercase));
    let is_plain =
        !words().any(|word| word.contains(|letter: char| letter.is_ascii_digit() || "@#/:".contains(letter)));
    let fits = count <= HEADING_WORDS.1 || count <= HEADING_WORDS.0 && !words().any(is_small);
    let below = lines.get(at + 1..).unwrap_or_default().iter().take(3).filter_map(|line| source.get(line.clone()));
    let has_text = below
        .into_iter()
        .find(|line| !line.is_empty())
        .is_some_and(|below| below.len() > text.len() && below.ends_with(['.', '!', '?', '…', '"', '”', ':', ')']));
    begins && is_plain && fits && has_text
}

/// Whether a line begins as an item of a list: `7. `.
fn is_item_number(text: &str) -> bool {
    let number = text.split_once(['.', ')']).map_or("", |(number, _)| number);
    (1..=3).contains(&number.len()) && number.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The kind of each block of a text.
    fn kinds(text: &str) -> Vec<BlockKind> {
        read(text).blocks.iter().map(|block| block.kind).collect()
    }

    #[test]
    fn a_few_words_alone_over_a_text_are_a_heading() {
        for line in ["Harbour Woes", "From Lund to Ansel", "7. Ask About the Toll", "What the board knew"] {
            let text = format!("The quay was sold.\n\n{line}\n\nThe board met in May and sold the quay to Lund.\n");
            assert_eq!(kinds(&text), [BlockKind::Paragraph, BlockKind::Heading(2), BlockKind::Paragraph], "{line}");
        }
    }

    #[test]
    fn a_line_that_ends_as_a_sentence_or_has_a_figure_is_no_heading() {
        for line in ["The quay was sold.", "Total: $4 million", "Lund 3, Ansel 2", "the rest of it", "“We paid.”"] {
            let text = format!("The quay was sold.\n\n{line}\n\nThe board met in May and sold the quay to Lund.\n");
            assert_eq!(kinds(&text), [BlockKind::Paragraph; 3], "{line}");
        }
        assert_eq!(kinds("The quay was sold.\n\nLund\n\nAnsel\n"), [BlockKind::Paragraph; 3]);
    }
}
