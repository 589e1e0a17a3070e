//! The outermost element of an XML file.

/// What a file is by its outermost element.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Root {
    Nitf,
    NewsMl,
    Feed,
    Page,
    /// XML by its declaration, of no kind that is known.
    Other,
}

/// What the outermost element says; none where the bytes do not begin as XML does.
pub(super) fn of(bytes: &[u8]) -> Option<Root> {
    let (name, is_declared) = name(bytes)?;
    Some(match name {
        "nitf" => Root::Nitf,
        "newsItem" | "newsMessage" | "packageItem" => Root::NewsMl,
        "rss" | "feed" | "RDF" => Root::Feed,
        "html" => Root::Page,
        _ if is_declared => Root::Other,
        _ => return None,
    })
}

/// The local name of the outermost element, and whether something before it says that the file is XML: a
/// declaration, or a doctype that is not HTML's.
pub(super) fn name(bytes: &[u8]) -> Option<(&str, bool)> {
    let mut rest = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let mut is_declared = false;
    loop {
        rest = rest.trim_ascii_start();
        is_declared |= rest.starts_with(b"<?xml");
        rest = if rest.starts_with(b"<?") {
            behind(rest, b"?>")?
        } else if rest.starts_with(b"<!--") {
            behind(rest, b"-->")?
        } else if rest.get(..9).is_some_and(|start| start.eq_ignore_ascii_case(b"<!DOCTYPE")) {
            is_declared |= !rest.get(9..)?.trim_ascii_start().get(..4)?.eq_ignore_ascii_case(b"html");
            behind_doctype(rest)?
        } else {
            break;
        };
    }
    let name = rest.strip_prefix(b"<")?;
    let length = name.iter().take(64).take_while(|byte| byte.is_ascii_alphanumeric() || b":_-.".contains(byte)).count();
    let name = name.get(..length)?;
    let local = name.rsplit(|byte| *byte == b':').next()?;
    Some((std::str::from_utf8(local).ok()?, is_declared))
}

fn behind<'b>(bytes: &'b [u8], mark: &[u8]) -> Option<&'b [u8]> {
    let at = memchr::memmem::find(bytes, mark)?;
    bytes.get(at + mark.len()..)
}

/// Behind a doctype, with or without declarations in brackets.
fn behind_doctype(bytes: &[u8]) -> Option<&[u8]> {
    let at = memchr::memchr2(b'>', b'[', bytes)?;
    if bytes.get(at) == Some(&b'>') { bytes.get(at + 1..) } else { behind(behind(bytes, b"]")?, b">") }
}
