//! The encoding that a page or an XML file declares for itself.

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

/// Bytes at the start of a page in which browsers look for its encoding, and more, as pages say it late.
const LOOKED_AT: usize = 4096;

/// The encoding in the declaration of an XML file, else in a `meta` element of a page.
///
/// A file whose declaration can be read is not in UTF-16, whatever it says: that is UTF-8, as browsers have it.
pub(super) fn of(bytes: &[u8]) -> Option<&'static Encoding> {
    let start = bytes.get(..bytes.len().min(LOOKED_AT)).unwrap_or_default();
    let label = in_xml(start).or_else(|| in_meta(start))?;
    let encoding = Encoding::for_label(label)?;
    let is_wide = encoding == UTF_16LE || encoding == UTF_16BE;
    Some(if is_wide { UTF_8 } else { encoding }).filter(|encoding| *encoding != encoding_rs::REPLACEMENT)
}

/// `<?xml version="1.0" encoding="…"?>`
fn in_xml(bytes: &[u8]) -> Option<&[u8]> {
    let declaration = bytes.trim_ascii_start().strip_prefix(b"<?xml")?;
    let declaration = declaration.get(..memchr::memmem::find(declaration, b"?>")?)?;
    value_of(declaration, b"encoding")
}

/// `<meta charset="…">`, `<meta http-equiv="content-type" content="text/html; charset=…">`
fn in_meta(bytes: &[u8]) -> Option<&[u8]> {
    memchr::memchr_iter(b'<', bytes).find_map(|at| {
        let tag = bytes.get(at + 1..)?;
        let name = tag.get(..5)?;
        if !name.get(..4)?.eq_ignore_ascii_case(b"meta")
            || !matches!(name.last(), Some(b' ' | b'\t' | b'\n' | b'\r' | b'/'))
        {
            return None;
        }
        value_of(tag.get(..memchr::memchr(b'>', tag)?)?, b"charset")
    })
}

/// The value behind the first `name=` in `text`, with or without quotation marks.
fn value_of<'b>(text: &'b [u8], name: &[u8]) -> Option<&'b [u8]> {
    let lower = text.to_ascii_lowercase();
    let found = memchr::memmem::find_iter(&lower, name).find_map(|at| {
        let behind = text.get(at + name.len()..)?.trim_ascii_start().strip_prefix(b"=")?.trim_ascii_start();
        let (quote, behind) = match behind.first()? {
            quote @ (b'"' | b'\'') => (Some(*quote), behind.get(1..)?),
            _ => (None, behind),
        };
        let ends = |byte: &u8| {
            Some(*byte) == quote || quote.is_none() && (byte.is_ascii_whitespace() || b"\"';/>".contains(byte))
        };
        let end = behind.iter().position(ends).unwrap_or(behind.len());
        behind.get(..end)
    })?;
    Some(found.trim_ascii()).filter(|value| !value.is_empty())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    fn name(text: &str) -> Option<&'static str> {
        of(text.as_bytes()).map(Encoding::name)
    }

    #[test]
    fn what_pages_and_files_declare_is_found_in_every_spelling() {
        for (text, encoding) in [
            ("<?xml version='1.0' encoding='ISO-8859-2'?><nitf>", "ISO-8859-2"),
            ("<!DOCTYPE html><META CHARSET=\"windows-1251\">", "windows-1251"),
            ("<head><meta charset = gb2312 /><title>x", "GBK"),
            ("<meta http-equiv=Content-Type content=\"text/html; charset=iso-8859-1\">", "windows-1252"),
            ("<meta name=a content='charset'><meta charset='euc-kr'>", "EUC-KR"),
            ("<meta charset=utf-16>", "UTF-8"),
        ] {
            assert_eq!(name(text), Some(encoding), "{text}");
        }
    }

    #[test]
    fn nothing_is_declared_by_other_words() {
        for text in
            ["<p>charset=gbk", "<metadata charset=gbk>", "<meta charset=>", "<meta charset=klingon>", "<meta", ""]
        {
            assert_eq!(name(text), None, "{text}");
        }
    }
}
