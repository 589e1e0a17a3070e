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
            behind_doctype(rest)?
        } else {
            break;
        };
    }
    let name = rest.strip_prefix(b"<")?;
    let length = name.iter().take(64).take_while(|byte| byte.is_ascii_alphanumeric() || b":_-.".contains(byte)).count();
    let name = name.get(..length)?;
    let local = name.rsplit(|byte| *byte == b':').next()?;
    Some(match local {
        b"nitf" => Root::Nitf,
        b"newsItem" | b"newsMessage" | b"packageItem" => Root::NewsMl,
        b"rss" | b"feed" | b"RDF" => Root::Feed,
        b"html" => Root::Page,
        _ if is_declared => Root::Other,
        _ => return None,
    })
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
