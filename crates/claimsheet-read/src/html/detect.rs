//! Whether bytes are a page.

/// Whether `bytes` begin as pages do: with a doctype, `html`, `head`, `body` or `article`, behind
/// white space, comments and an XML declaration.
pub(super) fn is_page(bytes: &[u8]) -> bool {
    let mut rest = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let mut is_xml = false;
    loop {
        rest = rest.trim_ascii_start();
        let (open, close): (&[u8], &[u8]) = if rest.starts_with(b"<!--") {
            (b"<!--", b"-->")
        } else if rest.starts_with(b"<?") {
            (b"<?", b"?>")
        } else {
            break;
        };
        is_xml |= rest.starts_with(b"<?xml");
        let Some(behind) = rest.get(open.len()..) else { return false };
        let Some(end) = memchr::memmem::find(behind, close) else { return false };
        rest = behind.get(end + close.len()..).unwrap_or_default();
    }
    let begins = |name: &str| {
        rest.get(..name.len()).is_some_and(|start| start.eq_ignore_ascii_case(name.as_bytes()))
            && rest.get(name.len()).is_none_or(|byte| byte.is_ascii_whitespace() || matches!(byte, b'>' | b'/'))
    };
    // The article of a journal is XML too, and none of a page.
    ["<!doctype html", "<html", "<head", "<body"].iter().any(|name| begins(name)) || begins("<article") && !is_xml
}
