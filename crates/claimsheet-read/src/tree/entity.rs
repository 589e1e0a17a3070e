//! Character references: `&amp;`, `&#8217;`, `&nbsp`.

use html5gum::{Token, Tokenizer};
use memchr::memchr;
use std::borrow::Cow;

/// No reference is longer, `&CounterClockwiseContourIntegral;` included.
const LONGEST: usize = 40;

/// A piece of text: as it stands, or what a reference stands for.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Piece<'a> {
    Verbatim(&'a str),
    /// The characters, and how many bytes they take in the source.
    Reference(Cow<'static, str>, usize),
}

/// The pieces of `text`, in order.
pub(crate) fn pieces(text: &str) -> impl Iterator<Item = Piece<'_>> {
    let mut rest = text;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        if rest.starts_with('&') {
            let length = length(rest);
            let (reference, behind) = rest.split_at_checked(length)?;
            rest = behind;
            return Some(
                reference_of(reference)
                    .map_or(Piece::Verbatim(reference), |text| Piece::Reference(text, reference.len())),
            );
        }
        let length = memchr(b'&', rest.as_bytes()).unwrap_or(rest.len());
        let (verbatim, behind) = rest.split_at_checked(length)?;
        rest = behind;
        Some(Piece::Verbatim(verbatim))
    })
}

/// `text` with its references replaced by what they stand for.
pub(crate) fn decode(text: &str) -> Cow<'_, str> {
    if memchr(b'&', text.as_bytes()).is_none() {
        return Cow::Borrowed(text);
    }
    let mut decoded = String::with_capacity(text.len());
    for piece in pieces(text) {
        match piece {
            Piece::Verbatim(text) => decoded.push_str(text),
            Piece::Reference(text, _) => decoded.push_str(&text),
        }
    }
    Cow::Owned(decoded)
}

/// How many bytes at the start of `text` may be a reference; at least the ampersand.
fn length(text: &str) -> usize {
    let bytes = text.as_bytes();
    let name = bytes.iter().skip(1).take(LONGEST).take_while(|byte| byte.is_ascii_alphanumeric() || **byte == b'#');
    let end = 1 + name.count();
    end + usize::from(bytes.get(end) == Some(&b';'))
}

/// What a reference stands for; none where it is text like any other.
fn reference_of(reference: &str) -> Option<Cow<'static, str>> {
    let known = match reference {
        "&" => return None,
        "&amp;" => "&",
        "&lt;" => "<",
        "&gt;" => ">",
        "&quot;" => "\"",
        "&apos;" | "&#39;" | "&#039;" => "'",
        "&nbsp;" | "&#160;" => "\u{a0}",
        "&rsquo;" | "&#8217;" => "\u{2019}",
        "&lsquo;" | "&#8216;" => "\u{2018}",
        "&ldquo;" | "&#8220;" => "\u{201c}",
        "&rdquo;" | "&#8221;" => "\u{201d}",
        "&mdash;" | "&#8212;" => "\u{2014}",
        "&ndash;" | "&#8211;" => "\u{2013}",
        "&hellip;" | "&#8230;" => "\u{2026}",
        _ => return rare(reference),
    };
    Some(Cow::Borrowed(known))
}

/// Any other reference, by the tokenizer that knows them all.
fn rare(reference: &str) -> Option<Cow<'static, str>> {
    let Some(Ok(Token::String(text))) = Tokenizer::new(reference).find(|token| matches!(token, Ok(Token::String(_))))
    else {
        return None;
    };
    let decoded = String::from_utf8_lossy(&text).into_owned();
    (decoded != reference).then_some(Cow::Owned(decoded))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_are_decoded_as_browsers_do() {
        for (text, decoded) in [
            ("a &amp; b", "a & b"),
            ("&pound;3 &copy 2026", "£3 © 2026"),
            ("&notit;", "¬it;"),
            ("R&D & co &", "R&D & co &"),
            ("&#x2019;&#8217;&#150;", "\u{2019}\u{2019}\u{2013}"),
            ("&unknown;", "&unknown;"),
            ("&&amp;", "&&"),
            ("&é;", "&é;"),
        ] {
            assert_eq!(decode(text), decoded);
        }
    }
}
