//! E-mails and pages saved as MHTML: the HTML in them, else the plain text.
//!
//! The text is decoded from base64 or quoted-printable, so positions are its paragraphs.

use super::{ReadError, ReadOptions, Reader, extracted, html, plain};
use crate::document::Document;
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
    complete(&mut document, &message);
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
