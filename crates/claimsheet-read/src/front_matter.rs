//! What front matter says of the article.

use chrono::NaiveDate;
use claimsheet::text::document::{Metadata, web_address};
use serde_json::{Map, Value};

const TITLE: &[&str] = &["title", "headline", "hed"];
const AUTHOR: &[&str] = &["author", "authors", "byline", "by", "writer"];
const DATE: &[&str] = &[
    "date",
    "published",
    "publishdate",
    "pubdate",
    "published_at",
    "publish_date",
    "publication_date",
    "publicationdate",
];

/// The page's own address before the ones that site generators make it from.
const URL: &[&str] = &["canonical", "canonical_url", "canonicalurl", "url", "permalink", "link"];

/// Lines of front matter, at most.
const MOST_LINES: usize = 1_000;

/// The language of front matter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Language {
    /// Between `---`.
    Yaml,
    /// Between `+++`.
    Toml,
}

/// The front matter at the start of a file in another language than Markdown, as site generators have it before
/// HTML: its lines, and the byte where the rest begins.
pub(super) fn before(source: &str) -> Option<(&str, Language, usize)> {
    let skipped = source.len() - source.trim_start_matches('\u{feff}').len();
    let text = source.get(skipped..)?;
    let (mark, language) = if text.starts_with("---") { ("---", Language::Yaml) } else { ("+++", Language::Toml) };
    let (first, lines) = text.split_once('\n')?;
    if first.trim_end() != mark {
        return None;
    }
    let mut at = 0;
    for line in lines.split_inclusive('\n').take(MOST_LINES) {
        let next = at + line.len();
        if line.trim_end() == mark {
            return Some((lines.get(..at)?, language, skipped + first.len() + 1 + next));
        }
        at = next;
    }
    None
}

/// Reads front matter; what cannot be read is said in `warnings`.
pub(super) fn read(text: &str, language: Language, warnings: &mut Vec<String>) -> Metadata {
    let fields = match language {
        Language::Yaml => serde_saphyr::from_str::<Map<String, Value>>(text).map_err(|error| error.to_string()),
        Language::Toml => {
            toml::from_str::<toml::Table>(text).map(from_toml).map_err(|error| error.message().to_owned())
        }
    };
    match fields {
        Ok(fields) => metadata(&fields, warnings),
        Err(error) => {
            let reason = error.lines().next().unwrap_or("").to_owned();
            warnings.push(format!(
                "the front matter could not be read, so title, author and date in it are unknown: {reason}"
            ));
            Metadata::default()
        }
    }
}

fn from_toml(table: toml::Table) -> Map<String, Value> {
    let value = |value: toml::Value| match value {
        toml::Value::Datetime(date) => Value::String(date.to_string()),
        other => serde_json::to_value(other).unwrap_or_default(),
    };
    table.into_iter().map(|(key, entry)| (key, value(entry))).collect()
}

fn metadata(fields: &Map<String, Value>, warnings: &mut Vec<String>) -> Metadata {
    let date = field(fields, DATE).and_then(words);
    let published = date.as_deref().and_then(day);
    if let (Some(date), None) = (&date, published) {
        warnings.push(format!(
            "the front matter's date {date:?} is not a day like 2026-03-03, so relative dates stay open"
        ));
    }
    let address = |name: &&str| field(fields, &[name]).and_then(words).as_deref().and_then(web_address);
    let mut meta = Metadata::default();
    meta.title = field(fields, TITLE).and_then(words);
    meta.author = field(fields, AUTHOR).and_then(words);
    meta.published = published;
    meta.url = URL.iter().find_map(address);
    meta
}

fn field<'a>(fields: &'a Map<String, Value>, names: &[&str]) -> Option<&'a Value> {
    names.iter().find_map(|name| fields.iter().find(|(key, _)| key.eq_ignore_ascii_case(name))).map(|(_, value)| value)
}

/// A text, or the texts of a list, or the names in a list of tables.
fn words(value: &Value) -> Option<String> {
    let text = match value {
        Value::String(text) => text.trim().to_owned(),
        Value::Number(number) => number.to_string(),
        Value::Array(list) => list.iter().filter_map(words).collect::<Vec<_>>().join(", "),
        Value::Object(fields) => field(fields, &["name", "title"]).and_then(words)?,
        _ => return None,
    };
    (!text.is_empty()).then_some(text)
}

/// The day with which a file's name begins, as sites name their posts: `2026-03-02-night-ferry.md`,
/// `2026-3-2-night-ferry.html`.
pub(super) fn day_of_name(name: &str) -> Option<NaiveDate> {
    let name = name.rsplit(['/', '\\']).next()?;
    let mut parts = name.splitn(3, '-');
    let (year, month, rest) = (parts.next()?, parts.next()?, parts.next()?);
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let (day, behind) = rest.split_at_checked(digits)?;
    let is_number =
        |part: &str, most: usize| (1..=most).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
    let fits = year.len() == 4 && is_number(year, 4) && is_number(month, 2) && is_number(day, 2);
    if !fits || !behind.starts_with(['-', '_', ' ', '.']) {
        return None;
    }
    NaiveDate::from_ymd_opt(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
}

/// The day at the start of a date or time: `2026-03-03`, `2026-03-03T10:00:00Z`, `3 March 2026`,
/// `Tue, 03 Mar 2026 10:00:00 GMT`.
pub fn day(text: &str) -> Option<NaiveDate> {
    let text = text.trim();
    let iso = text.get(..10).and_then(|day| NaiveDate::parse_from_str(day, "%Y-%m-%d").ok());
    let of_mail = || {
        let (_, date) = text.split_once(", ").filter(|(weekday, _)| weekday.len() == 3)?;
        let words: Vec<&str> = date.split_whitespace().take(3).collect();
        NaiveDate::parse_from_str(&words.join(" "), "%d %b %Y").ok()
    };
    iso.or_else(of_mail).or_else(|| {
        ["%d %B %Y", "%B %d, %Y", "%d %b %Y", "%b %d, %Y", "%Y/%m/%d", "%A, %B %d, %Y"]
            .iter()
            .find_map(|format| NaiveDate::parse_from_str(text, format).ok())
    })
}
