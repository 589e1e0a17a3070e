//! WebVTT: <https://www.w3.org/TR/webvtt1/>. Notes, styles, regions, settings and identifiers are no
//! words.

use super::cues::{EmptyLine, find};
use crate::{Reader, encoding};

/// `WebVTT`.
pub(crate) const READER: Reader = Reader {
    name: "vtt",
    about: "WebVTT captions",
    extensions: &["vtt"],
    recognises: |bytes| {
        let bare = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
        bare.strip_prefix(b"WEBVTT").is_some_and(|rest| rest.first().is_none_or(u8::is_ascii_whitespace))
    },
    read: |bytes, options| {
        encoding::read_text(bytes, options, |text| Ok(vec![super::document(text, find(text, EmptyLine::Ends))]))
    },
};
