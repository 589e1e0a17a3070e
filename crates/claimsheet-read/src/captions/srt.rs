//! `SubRip`: numbered cues, as most editors and services export them.

use super::cues::{EmptyLine, find};
use crate::{Reader, encoding};
use claimsheet::text::document::Timecode;

/// `SubRip`.
pub(crate) const READER: Reader = Reader {
    name: "srt",
    about: "SubRip captions",
    extensions: &["srt"],
    recognises: looks_like,
    read: |bytes, options| {
        encoding::read_text(bytes, options, |text| Ok(vec![super::document(text, find(text, EmptyLine::GoesOn))]))
    },
};

/// A number, then two times with an arrow between.
fn looks_like(bytes: &[u8]) -> bool {
    let start = String::from_utf8_lossy(bytes.get(..bytes.len().min(200)).unwrap_or_default()).into_owned();
    let mut lines = start.trim_start_matches('\u{feff}').trim_start().lines();
    let is_number = lines.next().is_some_and(|line| line.trim().parse::<u32>().is_ok());
    let times = lines.next().and_then(|line| line.split_once("-->"));
    is_number && times.is_some_and(|(start, _)| Timecode::parse(start.trim()).is_some())
}
