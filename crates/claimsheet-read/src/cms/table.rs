//! Tables of posts as newsletters export them: `posts.csv` of Substack, beehiiv, Buttondown and others. A row is
//! an article where it holds its text. A table whose rows have a speaker or a time beside their words is a talk.

use super::story::Story;
use crate::captions::timed::{self, Passage};
use crate::{ReadError, ReadOptions, Reader, encoding, parts};
use claimsheet::text::document::Timecode;
use std::collections::HashMap;

/// Tables of posts.
pub(crate) const READER: Reader = Reader {
    name: "posts-csv",
    about: "Tables of posts with their text: Substack, beehiiv, Buttondown (.csv)",
    extensions: &["csv"],
    recognises: |_| false,
    read: |bytes, options| encoding::read_text(bytes, options, |text| read(text, options)),
};

/// Columns with the text of a post, the fuller ones first.
const TEXT: &[&str] =
    &["content_html", "body_html", "html", "content", "body", "post_content", "text", "markdown", "plaintext"];
const TITLE: &[&str] = &["title", "web_title", "subject", "post_title", "headline", "name"];
const DECK: &[&str] = &["subtitle", "web_subtitle", "custom_excerpt", "description"];
const AUTHOR: &[&str] = &["author", "authors", "byline", "author_name"];
const DATE: &[&str] =
    &["published_at", "post_date", "publish_date", "date", "sent_at", "publication_date", "created_at"];
const NAME: &[&str] = &["slug", "post_id", "id"];
const STATUS: &[&str] = &["status", "post_status"];

/// Columns of a talk: who speaks, from when, to when.
const SPEAKER: &[&str] = &["speaker", "speaker_name", "speaker_label"];
const START: &[&str] = &["start", "start_time", "timecode", "time", "in", "begin"];
const END: &[&str] = &["end", "end_time", "out"];
/// And what they say.
const SAID: &[&str] = &["text", "transcript", "words", "content", "sentence", "dialogue"];

/// What to do with any other table.
const INSTEAD: &str = "name the articles as HTML, Markdown or .docx; a table of posts is read where a column holds their text (content_html, body, html)";

fn read(text: &str, options: &ReadOptions<'_>) -> Result<Vec<claimsheet::text::document::Document>, ReadError> {
    let mut reader =
        csv::ReaderBuilder::new().flexible(true).from_reader(text.trim_start_matches('\u{feff}').as_bytes());
    let none = || ReadError::Elsewhere { what: "a table without the text of articles", instead: INSTEAD };
    let columns: HashMap<String, usize> = reader
        .headers()
        .map_err(|_| none())?
        .iter()
        .enumerate()
        .map(|(at, name)| (name.trim().to_ascii_lowercase().replace([' ', '-'], "_"), at))
        .collect();
    let has = |names: &[&str]| names.iter().any(|name| columns.contains_key(*name));
    if has(SAID) && has(START) && (has(SPEAKER) || has(END)) {
        return talk(&columns, reader.records());
    }
    if !TEXT.iter().any(|name| columns.contains_key(*name)) {
        return Err(none());
    }
    let mut documents = Vec::new();
    for row in reader.records() {
        let row = row.map_err(|error| malformed(&error))?;
        let cell = |names: &[&str]| cell(&columns, &row, names);
        let mut story = Story { name: cell(NAME).or_else(|| cell(TITLE)).map(str::to_owned), ..Story::default() };
        story.text("h1", cell(TITLE));
        let Some(text) = cell(TEXT) else { continue };
        story.text("p", cell(DECK));
        if text.contains("</") || text.contains("<br") {
            story.html(text);
        } else {
            story.markdown(Some(text));
        }
        story.by(cell(AUTHOR));
        story.published(cell(DATE));
        if let Some(status) = cell(STATUS).filter(|status| !matches!(*status, "published" | "publish" | "sent")) {
            story.warnings.push(format!("its status in the table is \"{status}\""));
        }
        documents.push((story.name.take(), story.document(options)?));
    }
    Ok(parts::named(documents))
}

fn malformed(error: &csv::Error) -> ReadError {
    let line = error.position().map_or(1, |position| position.line() as usize);
    ReadError::Malformed { language: "CSV", line, reason: error.to_string() }
}

/// The first of some columns in which a row has words.
fn cell<'r>(columns: &HashMap<String, usize>, row: &'r csv::StringRecord, names: &[&str]) -> Option<&'r str> {
    let cells = names.iter().filter_map(|name| row.get(*columns.get(*name)?));
    cells.into_iter().find(|cell| !cell.trim().is_empty())
}

/// The talk whose passages are the rows.
fn talk(
    columns: &HashMap<String, usize>,
    rows: impl Iterator<Item = csv::Result<csv::StringRecord>>,
) -> Result<Vec<claimsheet::text::document::Document>, ReadError> {
    let passage = |row: csv::Result<csv::StringRecord>| {
        let row = row.map_err(|error| malformed(&error))?;
        let time = |names: &[&str]| cell(columns, &row, names).and_then(|time| Timecode::parse(time.trim()));
        let words = |names: &[&str]| cell(columns, &row, names).map(str::to_owned);
        Ok(Passage {
            speaker: words(SPEAKER),
            start: time(START),
            end: time(END),
            words: words(SAID).unwrap_or_default(),
        })
    };
    let passages: Result<Vec<Passage>, ReadError> = rows.map(passage).collect();
    timed::document(&passages?).map(|document| vec![document])
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;
    use crate::read_all;

    fn all(table: &str) -> Result<Vec<claimsheet::text::document::Document>, ReadError> {
        read_all(table.as_bytes(), &ReadOptions { name: Some("posts.csv"), ..Default::default() })
    }

    #[test]
    fn each_row_with_a_text_is_an_article() {
        let documents = all(
            "post_id,title,body_html,post_date,status\n1,Tolls rise,\"<p>The toll is £9.</p>\n<p>It was £7.</p>\",2026-03-05 10:00:00,published\n2,Empty,,,\n3,Quay sold,\"The quay was sold for **£9 million**.\",2026-03-06,draft\n",
        )
        .unwrap();
        let told: Vec<_> = documents
            .iter()
            .map(|document| {
                (
                    document.meta.title.as_deref(),
                    document.meta.published.map(|day| day.to_string()),
                    document.blocks.len(),
                )
            })
            .collect();
        assert_eq!(
            told,
            [
                (Some("Tolls rise"), Some("2026-03-05".to_owned()), 3),
                (Some("Quay sold"), Some("2026-03-06".to_owned()), 2)
            ]
        );
        assert!(documents.last().unwrap().warnings.iter().any(|warning| warning.contains("draft")));
    }

    #[test]
    fn rows_with_speakers_and_times_are_one_talk() {
        let table = "Speaker Name,Start Time,End Time,Text\nAnn Lee,00:00:03:00,00:00:06:00,The toll is £9.\nBo Orr,00:01:06:00,00:01:09:00,It was £7.\n";
        let documents = all(table).unwrap();
        let document = documents.first().unwrap();
        let said: Vec<_> = document
            .blocks
            .iter()
            .map(|block| (document.text(block.span), document.speech.at(block.span.start).0.unwrap_or("")))
            .collect();
        assert_eq!((documents.len(), said), (1, vec![("The toll is £9.", "Ann Lee"), ("It was £7.", "Bo Orr")]));
    }

    #[test]
    fn a_table_without_text_is_refused_with_advice() {
        for table in ["post_id,title,post_date\n1,Tolls,2026-03-05\n", "a,b\n1,2\n"] {
            assert!(all(table).unwrap_err().to_string().contains("content_html"), "{table}");
        }
    }
}
