//! What a record gave: its articles with what there is to check in them, or why there are none.

use crate::further::Further;
use crate::record::{Body, Record};
use crate::seen::Key;
use crate::settings::{Rows, Settings};
use crate::trouble::{Trouble, TroubleKind};
use claimsheet::claim::Analysis;
use claimsheet::text::document::Document;
use claimsheet_read::{Encoding, ReadError, ReadOptions, read_all, reader};

/// The most bytes of further fields where they stand in every row of an article.
const IN_EACH_ROW: usize = 4 << 10;

/// What a record gave.
#[derive(Debug)]
pub struct Outcome<'a> {
    /// Its line in the input, from 1.
    pub line: u64,
    /// What it is called; empty where that could not be read.
    pub id: String,
    /// Its further fields.
    pub further: Further<'a>,
    /// Its articles, or why there are none.
    pub articles: Result<Vec<Article>, Trouble>,
}

/// An article with what there is to check in it.
#[derive(Debug)]
pub struct Article {
    /// The article.
    pub document: Document,
    /// What there is to check.
    pub analysis: Analysis,
}

/// Brings the bytes of a file that a record names, or says why it does not; the number is the most bytes.
pub(crate) type Open<'a> = dyn Fn(&str, u64) -> Result<Vec<u8>, String> + Sync + 'a;

impl<'a> Outcome<'a> {
    /// Analyses a record; `open` brings the bytes of files.
    pub(crate) fn of(
        line: u64,
        record: Result<Record<'a>, (String, Trouble)>,
        settings: &Settings,
        open: &Open<'_>,
    ) -> Self {
        match record {
            Err((id, trouble)) => Self { line, id, further: Further::default(), articles: Err(trouble) },
            Ok(mut record) => {
                let (id, further) = (std::mem::take(&mut record.id), std::mem::take(&mut record.further));
                let articles = fits(&further, settings).and_then(|()| articles(&record, settings, open));
                Self { line, id, further, articles }
            }
        }
    }

    /// What the record is known by in the output.
    pub fn key(&self) -> Key {
        if self.articles.is_ok() { Key::of_id(&self.id) } else { Key::of_line(self.line) }
    }
}

fn fits(further: &Further<'_>, settings: &Settings) -> Result<(), Trouble> {
    if settings.rows == Rows::Articles || further.bytes() <= IN_EACH_ROW {
        return Ok(());
    }
    let message = format!(
        "its further fields have {} bytes and would stand in every row, where {IN_EACH_ROW} are the most; leave some out, or write --rows articles",
        further.bytes()
    );
    Err(TroubleKind::TooLong.with(message))
}

fn articles(record: &Record<'_>, settings: &Settings, open: &Open<'_>) -> Result<Vec<Article>, Trouble> {
    let documents = match &record.body {
        Body::None => Ok(Vec::new()),
        Body::Text(text) => read_all(text.as_bytes(), &of_text(settings.from.or_else(|| reader("text")), settings)),
        Body::Html(text) => read_all(text.as_bytes(), &of_text(reader("html"), settings)),
        Body::File(name) => {
            let bytes = open(name, settings.limits.bytes).map_err(|why| TroubleKind::Unreadable.with(why))?;
            let options = ReadOptions {
                from: None,
                name: name.rsplit('/').next(),
                encoding: settings.encoding,
                original: settings.original,
                limits: settings.limits,
            };
            read_all(&bytes, &options)
        }
    };
    let documents = documents.map_err(|error| trouble(&error))?;
    Ok(documents.into_iter().map(|document| analysed(document, record, settings)).collect())
}

/// How text within a record is read: it is UTF-8, and of the format that is said.
fn of_text(from: Option<&'static claimsheet_read::Reader>, settings: &Settings) -> ReadOptions<'static> {
    let encoding: Option<&'static Encoding> = claimsheet_read::encoding("utf-8");
    ReadOptions { from, name: None, encoding, original: settings.original, limits: settings.limits }
}

fn analysed(mut document: Document, record: &Record<'_>, settings: &Settings) -> Article {
    if let Some(title) = &record.title {
        document.meta.title = Some(title.clone());
    }
    document.meta.published = record.published.or(document.meta.published);
    document.warnings.extend(record.warnings.iter().cloned());
    let analysis = claimsheet::analyse(&document, &settings.rules);
    Article { document, analysis }
}

fn trouble(error: &ReadError) -> Trouble {
    let kind = match error {
        ReadError::Empty => TroubleKind::Empty,
        ReadError::TooLarge { .. } | ReadError::TooMuchText { .. } | ReadError::TooLong => TroubleKind::TooLong,
        _ => TroubleKind::Unreadable,
    };
    let message = match error {
        ReadError::Empty => "its article has no words; leave the record out, or give its text".to_owned(),
        ReadError::TooMuchText { limit } => {
            format!("its text has more than {limit} bytes; divide it, or raise --max-bytes, half of which is for text")
        }
        error => error.to_string(),
    };
    kind.with(message)
}
