//! E-mails and pages saved as MHTML: the HTML in them, else the plain text.
//!
//! The text is decoded from base64 or quoted-printable, so positions are its paragraphs.

use super::{ReadError, ReadOptions, Reader, extracted, html, plain};
use claimsheet::text::document::Document;
use mail_parser::{Message, MessageParser, PartType};

/// Newsletters as `.eml`, pages as `.mhtml`.
pub(super) const READER: Reader = Reader {
    name: "mail",
    about: "An e-mail or a page saved as MHTML",
    extensions: &["eml", "mht", "mhtml"],
    recognises: is_mail,
    read: |bytes, options| Ok(vec![read(bytes, options)?]),
};

/// Reads the text of a message; it is no attachment's.
fn read(bytes: &[u8], options: &ReadOptions<'_>) -> Result<Document, ReadError> {
    let message = MessageParser::default().parse(bytes).ok_or(ReadError::Malformed {
        language: "e-mail",
        line: 1,
        reason: "no header".to_owned(),
    })?;
    let document = document(&message, options);
    take_apart(message);
    document
}

/// Drops a message without recursion: messages in messages may stand as deep as bytes allow.
fn take_apart(message: Message<'_>) {
    let mut open = vec![message.parts];
    while let Some(parts) = open.pop() {
        open.extend(parts.into_iter().filter_map(|part| match part.body {
            PartType::Message(inner) => Some(inner.parts),
            _ => None,
        }));
    }
}

fn document(message: &Message<'_>, options: &ReadOptions<'_>) -> Result<Document, ReadError> {
    let bodies = || message.html_bodies().chain(message.text_bodies());
    let html = bodies().find_map(|part| match &part.body {
        PartType::Html(html) => Some(html),
        _ => None,
    });
    let text = || {
        bodies().find_map(|part| match &part.body {
            PartType::Text(text) => Some(text),
            _ => None,
        })
    };
    let mut document = match (html, text()) {
        (Some(html), _) => extracted(html::read_page(html, options)?),
        (None, Some(text)) => extracted(plain::read(text)),
        (None, None) => return Err(ReadError::Empty),
    };
    complete(&mut document, message);
    Ok(document)
}

/// What the header says, where the text does not. The header of a saved page is the browser's.
fn complete(document: &mut Document, message: &Message<'_>) {
    let sender = message.from().and_then(|from| from.first());
    if sender.is_some_and(|sender| sender.name().or(sender.address()).is_some_and(|name| name.contains("Saved by"))) {
        return;
    }
    let meta = &mut document.meta;
    meta.title = message
        .subject()
        .map(|subject| subject.trim().to_owned())
        .filter(|_| meta.title.is_none())
        .or_else(|| meta.title.take());
    meta.author = meta.author.take().or_else(|| Some(sender?.name()?.to_owned()));
    let sent = message
        .date()
        .and_then(|date| chrono::NaiveDate::from_ymd_opt(i32::from(date.year), date.month.into(), date.day.into()));
    meta.published = meta.published.or(sent);
}

/// Whether the bytes begin with lines like `Subject: …`, of which one is the version of MIME.
fn is_mail(bytes: &[u8]) -> bool {
    let start = bytes.get(..bytes.len().min(65_536)).unwrap_or_default();
    let mut has_version = false;
    for line in start.split(|byte| *byte == b'\n') {
        let line = line.strip_suffix(b"\r").unwrap_or(line);
        if line.is_empty() {
            break;
        }
        let continues = line.starts_with(b" ") || line.starts_with(b"\t");
        let name = line.iter().take_while(|byte| byte.is_ascii_alphanumeric() || **byte == b'-').count();
        if !continues && (name == 0 || line.get(name) != Some(&b':')) {
            return false;
        }
        has_version |= line.get(..name).is_some_and(|name| name.eq_ignore_ascii_case(b"MIME-Version"));
    }
    has_version
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;
    use crate::{read_all, sniff};

    fn words(document: &Document) -> Vec<&str> {
        document.blocks.iter().map(|block| document.text(block.span)).collect()
    }

    const HEAD: &str = "From: Ann Lee <ann@post.example>\r\nSubject: Tolls rise\r\nDate: Tue, 3 Mar 2026 10:00:00 +0000\r\nMIME-Version: 1.0\r\n";

    #[test]
    fn a_mail_of_plain_text_is_read_with_its_header() {
        let mail = format!(
            "{HEAD}Content-Type: text/plain; charset=iso-8859-1\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nThe caf=E9 paid =\r\ntwice.\r\n"
        );
        assert_eq!(sniff::reader_of(mail.as_bytes(), &ReadOptions { name: None, ..Default::default() }).name, "mail");
        let documents = read_all(mail.as_bytes(), &ReadOptions::default()).unwrap();
        let document = documents.first().unwrap();
        assert_eq!(words(document), ["The café paid twice."]);
        assert_eq!(document.meta.title.as_deref(), Some("Tolls rise"));
        assert_eq!(document.meta.author.as_deref(), Some("Ann Lee"));
        assert_eq!(document.meta.published.unwrap().to_string(), "2026-03-03");
    }

    #[test]
    fn the_header_of_a_saved_page_is_the_browsers() {
        let page = "From: <Saved by Blink>\r\nSubject: Post\r\nDate: Tue, 3 Mar 2026 10:00:00 +0000\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n--b\r\nContent-Type: text/html\r\n\r\n<article><h1>T</h1><p>Text of it.</p></article>\r\n--b--\r\n";
        let documents = read_all(page.as_bytes(), &ReadOptions::default()).unwrap();
        let document = documents.first().unwrap();
        assert_eq!(words(document), ["T", "Text of it."]);
        assert_eq!((document.meta.title.as_deref(), document.meta.published), (Some("T"), None));
    }

    #[test]
    fn notes_that_look_like_a_header_are_no_mail() {
        for text in [
            "Subject: tolls\nTo do: call Ann\n\nMIME-Version: 1.0",
            "Title: A story\n\nText.",
            "MIME-Version is a header",
        ] {
            assert!(!is_mail(text.as_bytes()), "{text}");
        }
    }
}
