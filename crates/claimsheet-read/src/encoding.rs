//! From the bytes of a text file to its text, whatever encoding it was saved in.
//!
//! Valid UTF-8 is borrowed as it is. Anything else is decoded as its byte order mark, the person at
//! the command line or its bytes say, and what cannot be decoded is told with its place.

use super::{ReadError, ReadOptions};
use claimsheet::text::document::{Document, Positions};
use encoding_rs::{DecoderResult, Encoding, ISO_2022_JP, MACINTOSH, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};
use std::borrow::Cow;

mod declared;
mod guess;
#[cfg(test)]
mod tests;

/// Places that a warning names, at most.
const SHOWN: usize = 5;

/// How much of a file detection looks at, in bytes.
pub(super) const SAMPLE: usize = 16 * 1024;

/// The text of a file.
pub(super) struct Text<'a> {
    /// Its content; a byte order mark is kept where the file is UTF-8.
    pub(super) content: Cow<'a, str>,
    /// What the bytes were, where they were not UTF-8.
    encoding: Option<&'static Encoding>,
    warnings: Vec<String>,
}

/// How the bytes of a file are to be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Choice {
    encoding: &'static Encoding,
    /// Whether nobody said so: no mark in the file and no option.
    guessed: bool,
}

/// The encoding of that name: a label of the WHATWG's list, or a name in common use.
pub fn encoding(name: &str) -> Option<&'static Encoding> {
    let plain: String = name.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_lowercase()).collect();
    match plain.as_str() {
        "macroman" | "xmacroman" | "applemacroman" => Some(MACINTOSH),
        "utf16le" => Some(UTF_16LE),
        "utf16be" => Some(UTF_16BE),
        "1252" | "win1252" | "ansi" => Some(WINDOWS_1252),
        _ => Encoding::for_label(name.as_bytes()).filter(|found| *found != encoding_rs::REPLACEMENT),
    }
}

/// Reads the articles in a text file by `read`, which gets the decoded text; each says how it was
/// decoded.
pub(super) fn read_text(
    bytes: &[u8],
    options: &ReadOptions<'_>,
    read: impl FnOnce(&str) -> Result<Vec<Document>, ReadError>,
) -> Result<Vec<Document>, ReadError> {
    told(&decode(bytes, options.encoding)?, options, read)
}

/// The same of a page or an XML file, which may declare its encoding and, as browsers pass over them, hold
/// NUL bytes.
pub(super) fn read_markup(
    bytes: &[u8],
    options: &ReadOptions<'_>,
    read: impl FnOnce(&str) -> Result<Vec<Document>, ReadError>,
) -> Result<Vec<Document>, ReadError> {
    told(&decode_markup(bytes, options.encoding)?, options, read)
}

fn told(
    decoded: &Text<'_>,
    options: &ReadOptions<'_>,
    read: impl FnOnce(&str) -> Result<Vec<Document>, ReadError>,
) -> Result<Vec<Document>, ReadError> {
    if decoded.content.len() as u64 > options.limits.bytes {
        return Err(ReadError::TooLarge { limit: options.limits.bytes });
    }
    let mut documents = read(&decoded.content)?;
    for document in &mut documents {
        if let Some(encoding) = decoded.encoding {
            if document.positions == Positions::Bytes {
                document.positions = Positions::Decoded;
            }
            document.encoding = Some(encoding.name());
        }
        document.warnings.splice(0..0, decoded.warnings.iter().cloned());
    }
    Ok(documents)
}

/// The text in `bytes`, in the encoding that was `named`, else in the one that they seem to be in.
///
/// # Errors
///
/// [`ReadError::Binary`] where they are no text, [`ReadError::UnknownEncoding`] where they are text
/// in an encoding that cannot be told.
pub(super) fn decode<'a>(bytes: &'a [u8], named: Option<&'static Encoding>) -> Result<Text<'a>, ReadError> {
    let choice = match named {
        Some(encoding) => Choice { encoding, guessed: false },
        None => guess::choose(bytes)?,
    };
    whole(chosen(bytes, choice))
}

/// Bytes of which one may be NUL in a page: what has more of them is no text.
const BYTES_A_NUL: usize = 100;

/// The text of a page or an XML file: in the encoding that was `named`, else in that of the byte order mark,
/// else UTF-8 if it is that, else in the one that it declares, else in the one that it seems to be in.
fn decode_markup<'a>(bytes: &'a [u8], named: Option<&'static Encoding>) -> Result<Text<'a>, ReadError> {
    let known = named.or_else(|| Encoding::for_bom(bytes).map(|(encoding, _)| encoding)).or_else(|| {
        let declared = declared::of(bytes)?;
        // ISO-2022-JP is ASCII to the eye.
        let is_other = std::str::from_utf8(bytes).is_err() || declared == ISO_2022_JP;
        (is_other && declared != UTF_8).then_some(declared)
    });
    let nuls = || memchr::memchr_iter(0, bytes).count();
    let choice = match known {
        Some(encoding) => Choice { encoding, guessed: false },
        None if std::str::from_utf8(bytes).is_ok() && nuls() * BYTES_A_NUL <= bytes.len() => {
            Choice { encoding: UTF_8, guessed: true }
        }
        None => guess::choose(bytes)?,
    };
    let text = chosen(bytes, choice);
    if memchr::memchr_iter(0, text.content.as_bytes()).count() * BYTES_A_NUL <= text.content.len() {
        return Ok(text);
    }
    whole(text)
}

/// The text in `bytes`, decoded as was chosen.
fn chosen(bytes: &[u8], choice: Choice) -> Text<'_> {
    let bare = without_mark(bytes, choice.encoding);
    if choice.encoding == UTF_8
        && let Ok(text) = std::str::from_utf8(bytes)
    {
        return Text { content: Cow::Borrowed(text), encoding: None, warnings: Vec::new() };
    }
    let (text, broken) = with_replacements(bare, bytes.len() - bare.len(), choice.encoding);
    let mut warnings = Vec::new();
    if choice.guessed && choice.encoding != UTF_8 {
        warnings.push(format!(
            "The file does not say its encoding; it was read as {}, as its bytes suggest. If letters look wrong, name another with --encoding.",
            shown(choice.encoding)
        ));
    }
    warnings.extend(broken.told(&text, choice.encoding));
    let encoding = (choice.encoding != UTF_8).then_some(choice.encoding);
    Text { content: Cow::Owned(text), encoding, warnings }
}

/// The start of a text file as UTF-8, for telling its format; the bytes themselves where they are
/// UTF-8 or no text.
pub(super) fn sample<'a>(bytes: &'a [u8], named: Option<&'static Encoding>) -> Cow<'a, [u8]> {
    let choice = named.map_or_else(|| guess::choose(bytes).ok().map(|choice| choice.encoding), Some);
    match choice {
        None => Cow::Borrowed(bytes),
        Some(encoding) if encoding == UTF_8 => Cow::Borrowed(bytes),
        Some(encoding) => {
            let bare = without_mark(bytes, encoding);
            let start = bare.get(..bare.len().min(SAMPLE)).unwrap_or_default();
            Cow::Owned(with_replacements(start, 0, encoding).0.into_bytes())
        }
    }
}

/// Text, unless there is a NUL in it: then it is a program's.
fn whole(text: Text<'_>) -> Result<Text<'_>, ReadError> {
    match memchr::memchr(0, text.content.as_bytes()) {
        Some(offset) => Err(ReadError::Binary { offset }),
        None => Ok(text),
    }
}

/// The encoding's name as people write it.
fn shown(encoding: &'static Encoding) -> &'static str {
    match encoding.name() {
        "windows-1252" => "Windows-1252",
        "macintosh" => "Mac Roman",
        name => name,
    }
}

fn without_mark<'a>(bytes: &'a [u8], encoding: &'static Encoding) -> &'a [u8] {
    match Encoding::for_bom(bytes) {
        Some((marked, length)) if marked == encoding => bytes.get(length..).unwrap_or_default(),
        _ => bytes,
    }
}

/// What could not be decoded.
#[derive(Debug, Default)]
struct Broken {
    /// How often.
    count: usize,
    /// The first of them: the byte of the file, and how long the decoded text was there.
    first: Vec<(usize, usize)>,
}

impl Broken {
    fn add(&mut self, byte: usize, decoded: usize) {
        self.count += 1;
        if self.first.len() < SHOWN {
            self.first.push((byte, decoded));
        }
    }

    /// A warning with the places, where there are some.
    fn told(&self, text: &str, encoding: &'static Encoding) -> Option<String> {
        let line = |at: usize| memchr::memchr_iter(b'\n', text.as_bytes().get(..at).unwrap_or_default()).count() + 1;
        let places: Vec<String> =
            self.first.iter().map(|(byte, decoded)| format!("line {} (byte {byte})", line(*decoded))).collect();
        let more = if self.count > places.len() { ", …" } else { "" };
        let (noun, verb) = if self.count == 1 { ("place", "stands") } else { ("places", "stand") };
        (self.count > 0).then(|| {
            format!(
                "{} {noun} could not be read as {} and {verb} as \u{fffd}: {}{more}. The rest was read.",
                self.count,
                shown(encoding),
                places.join(", ")
            )
        })
    }
}

/// Decodes `bytes`, which begin at byte `base` of the file; U+FFFD stands for what cannot be.
fn with_replacements(bytes: &[u8], base: usize, encoding: &'static Encoding) -> (String, Broken) {
    let mut decoder = encoding.new_decoder_without_bom_handling();
    let most = decoder.max_utf8_buffer_length_without_replacement(bytes.len()).unwrap_or(bytes.len());
    let mut text = String::with_capacity(most);
    let mut broken = Broken::default();
    let mut at = 0;
    loop {
        let rest = bytes.get(at..).unwrap_or_default();
        let (result, read) = decoder.decode_to_string_without_replacement(rest, &mut text, true);
        at += read;
        match result {
            DecoderResult::InputEmpty => break,
            DecoderResult::OutputFull => text.reserve((bytes.len() - at).max(64) * 3),
            DecoderResult::Malformed(length, behind) => {
                let start = at.saturating_sub(usize::from(length) + usize::from(behind));
                broken.add(base + start, text.len());
                text.reserve(4);
                text.push('\u{fffd}');
            }
        }
    }
    if encoding == WINDOWS_1252 {
        replace_unassigned(bytes, base, &mut text, &mut broken);
    }
    (text, broken)
}

/// Windows-1252 leaves five bytes without a character; the decoder makes control characters of
/// them, which nobody can read.
fn replace_unassigned(bytes: &[u8], base: usize, text: &mut String, broken: &mut Broken) {
    let unassigned = |byte: &u8| matches!(byte, 0x81 | 0x8d | 0x8f | 0x90 | 0x9d);
    let places = bytes.iter().enumerate().filter(|(_, byte)| unassigned(byte)).map(|(at, _)| base + at);
    let is_control = |c: char| ('\u{80}'..='\u{9f}').contains(&c);
    let mut clean = String::with_capacity(text.len());
    let mut from = 0;
    for ((at, control), byte) in text.match_indices(is_control).zip(places) {
        clean.push_str(text.get(from..at).unwrap_or(""));
        broken.add(byte, clean.len());
        clean.push('\u{fffd}');
        from = at + control.len();
    }
    if broken.count > 0 {
        clean.push_str(text.get(from..).unwrap_or(""));
        *text = clean;
    }
}
