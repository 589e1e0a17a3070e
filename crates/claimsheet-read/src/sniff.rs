//! Which reader reads a file: by its content, then by its name, then by the marks in its text.

use super::{READERS, ReadOptions, Reader, encoding, markdown, plain, transcript};
use std::borrow::Cow;

/// The reader of a file with these bytes, whose name may be in the options.
pub(super) fn reader_of(bytes: &[u8], options: &ReadOptions<'_>) -> &'static Reader {
    let sample = encoding::sample(bytes, options.encoding);
    let by_content = READERS.iter().find(|reader| (reader.recognises)(&sample));
    let told = by_content.copied().or_else(|| by_name(options.name?)).unwrap_or_else(|| by_marks(&sample));
    let is_talk = *told == plain::READER && transcript::looks_like(&start_of(&sample))
        || *told == markdown::READER && transcript::looks_like_markdown(&start_of(&sample));
    if is_talk { &transcript::READER } else { told }
}

/// Whether a reader is sure that it reads such bytes.
pub(super) fn is_recognised(bytes: &[u8]) -> bool {
    READERS.iter().any(|reader| (reader.recognises)(bytes))
}

fn by_name(name: &str) -> Option<&'static Reader> {
    let extension = name.rsplit_once('.')?.1.to_ascii_lowercase();
    READERS.iter().copied().find(|reader| reader.extensions.contains(&extension.as_str()))
}

/// Markdown where the first lines have front matter, a heading, a link or emphasis.
fn by_marks(bytes: &[u8]) -> &'static Reader {
    if looks_like_markdown(&start_of(bytes)) { &markdown::READER } else { &plain::READER }
}

fn start_of(bytes: &[u8]) -> Cow<'_, str> {
    String::from_utf8_lossy(bytes.get(..bytes.len().min(encoding::SAMPLE)).unwrap_or_default())
}

fn looks_like_markdown(source: &str) -> bool {
    let text = source.trim_start_matches('\u{feff}');
    let starts = |line: &str| ["# ", "## ", "> ", "- ", "* ", "```", "[^"].iter().any(|mark| line.starts_with(mark));
    text.starts_with("---\n")
        || text.starts_with("---\r\n")
        || text.starts_with("+++\n")
        || text.lines().take(200).any(|line| starts(line) || line.contains("](") || line.contains("**"))
}
