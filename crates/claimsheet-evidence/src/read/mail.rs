//! Mails: their text by line, and what is attached to them.

use super::{Collected, Limits, ReadOutcome, document, lines};
use crate::passage::{Passage, Place, SourceFile};
use claimsheet_read::ReadOptions;
use mail_parser::{Address, Message, MessageParser, MimeHeaders};

/// Reads a mail; attachments are read as files of their own.
pub(super) fn read(all: &mut Collected, path: &str, bytes: &[u8], limits: &Limits, depth: u32) -> ReadOutcome {
    let message = MessageParser::default().parse(bytes).ok_or("it is no whole mail; save it as .eml anew")?;
    for (number, part) in (1..).zip(message.attachments()) {
        let name = part.attachment_name().map_or_else(|| format!("attachment-{number}"), str::to_owned);
        let name: String = name.chars().filter(|letter| !matches!(letter, '/' | '\\')).collect();
        all.add(&format!("{path}/{name}"), part.contents(), limits, depth + 1);
    }
    let mut file = match message.body_text(0) {
        Some(text)
            if message.text_body.iter().any(|id| message.part(*id).is_some_and(mail_parser::MessagePart::is_text)) =>
        {
            lines::read("mail.txt", text.as_bytes())?
        }
        _ => html(&message, limits)?,
    };
    let sent = message.date();
    file.date =
        sent.and_then(|date| chrono::NaiveDate::from_ymd_opt(i32::from(date.year), date.month.into(), date.day.into()));
    file.title = message.subject().map(str::to_owned);
    "mail".clone_into(&mut file.kind);
    let sender = sender(message.from());
    for passage in &mut file.passages {
        passage.speaker = passage.speaker.take().filter(|_| false).or_else(|| sender.clone());
    }
    let head =
        [sender.map(|name| format!("From: {name}")), file.title.as_ref().map(|title| format!("Subject: {title}"))];
    for text in head.into_iter().flatten() {
        file.passages.push(Passage::at(Place::default(), text));
    }
    Ok(file)
}

/// Who sent it.
fn sender(from: Option<&Address<'_>>) -> Option<String> {
    let first = from?.first()?;
    Some(first.name().or_else(|| first.address())?.to_owned())
}

/// A mail that has its text as a page only.
fn html(message: &Message<'_>, limits: &Limits) -> ReadOutcome {
    let page = message.body_html(0).ok_or("the mail has no text")?;
    let mut options = ReadOptions { name: Some("mail.html"), ..ReadOptions::default() };
    options.limits = options.limits.with_bytes(limits.bytes);
    let page = claimsheet_read::read(page.as_bytes(), &options).map_err(|error| error.to_string())?;
    let mut file = SourceFile::default();
    document::add(&page, &mut file);
    Ok(file)
}
