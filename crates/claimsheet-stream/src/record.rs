//! A record of the archive: a line of the input, understood.

use crate::further::Further;
use crate::lines::{Content, Line};
use crate::trouble::{Trouble, TroubleKind};
use chrono::NaiveDate;
use serde::Deserialize;
use serde::de::{Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;
use std::fmt;

/// A record: an article, what is known of it, and what else stood beside it.
#[derive(Debug, Clone, Default)]
pub struct Record<'a> {
    /// What it is called; empty where it does not say.
    pub id: String,
    /// The headline.
    pub title: Option<String>,
    /// Day of publication.
    pub published: Option<NaiveDate>,
    /// The article.
    pub body: Body,
    /// Fields that are none of ours.
    pub further: Further<'a>,
    /// What of it could not be used, though the article can.
    pub warnings: Vec<String>,
}

/// Where an article is.
#[derive(Debug, Clone, Default)]
pub enum Body {
    /// Nowhere.
    #[default]
    None,
    /// In the field `text`.
    Text(String),
    /// In the field `html`.
    Html(String),
    /// In a file of this name.
    File(String),
}

impl Body {
    const fn name(&self) -> &'static str {
        match self {
            Self::None => "",
            Self::Text(_) => "text",
            Self::Html(_) => "html",
            Self::File(_) => "file",
        }
    }

    /// How many bytes it has here.
    pub(crate) const fn len(&self) -> usize {
        match self {
            Self::None | Self::File(_) => 0,
            Self::Text(text) | Self::Html(text) => text.len(),
        }
    }
}

impl<'a> Record<'a> {
    /// The record on a line: a JSON object, or the name of a file. `limit` is the most bytes of a line. What has no id
    /// is called by its file or line.
    ///
    /// # Errors
    ///
    /// Where it can't be used: what it is called, and why.
    pub fn of(line: &'a Line, limit: u64) -> Result<Self, (String, Trouble)> {
        let or_line = |id: String| if id.is_empty() { format!("line-{}", line.number) } else { id };
        match Self::read(line, limit) {
            Ok(mut record) => {
                if let Body::File(name) = &record.body
                    && record.id.is_empty()
                {
                    record.id.clone_from(name);
                }
                record.id = or_line(record.id);
                Ok(record)
            }
            Err((id, trouble)) => Err((or_line(id), trouble)),
        }
    }

    fn read(line: &'a Line, limit: u64) -> Result<Self, (String, Trouble)> {
        let without_id = |trouble| (String::new(), trouble);
        let bytes = match &line.content {
            Content::Bytes(bytes) => bytes,
            Content::TooLong(length) => {
                let message =
                    format!("it has {length} bytes, more than the limit of {limit}; divide it, or raise --max-bytes");
                return Err(without_id(TroubleKind::TooLong.with(message)));
            }
        };
        let text = std::str::from_utf8(bytes).map_err(|error| {
            let message = format!("byte {} is not UTF-8; export the archive as UTF-8", error.valid_up_to());
            without_id(TroubleKind::NotUtf8.with(message))
        })?;
        if text.starts_with('{') {
            Self::of_json(text)
        } else {
            Ok(Self { id: text.to_owned(), body: Body::File(text.to_owned()), ..Self::default() })
        }
    }

    fn of_json(text: &'a str) -> Result<Self, (String, Trouble)> {
        let fields: Fields<'a> = serde_json::from_str(text).map_err(|error| {
            let (told, column) = (error.to_string(), error.column());
            let why = told.split(" at line ").next().unwrap_or_default();
            let message = format!("it is no whole JSON object: {why} at byte {column}; write one object per line");
            (String::new(), TroubleKind::NotJson.with(message))
        })?;
        let mut record = Self::default();
        let mut wrong = None;
        for (name, value) in fields.0 {
            if let Err(trouble) = record.take(&name, value) {
                wrong.get_or_insert(trouble);
            }
        }
        match wrong {
            Some(trouble) => Err((record.id, trouble)),
            None => record.whole(),
        }
    }

    /// The record, if it has an article.
    ///
    /// # Errors
    ///
    /// Where it has none.
    pub fn whole(self) -> Result<Self, (String, Trouble)> {
        if matches!(self.body, Body::None) {
            let message = "it has no field text, html or file; give the article in one of them";
            return Err((self.id, TroubleKind::NoArticle.with(message)));
        }
        Ok(self)
    }

    /// Takes a field of the object. What is null is as if it were not there.
    fn take(&mut self, name: &str, value: &'a RawValue) -> Result<(), Trouble> {
        if value.get() == "null" {
            return Ok(());
        }
        match name {
            "id" => self.id = identifier(value)?,
            "title" => self.title = Some(string(name, value)?).filter(|title| !title.trim().is_empty()),
            "text" => self.give(Body::Text(string(name, value)?))?,
            "html" => self.give(Body::Html(string(name, value)?))?,
            "file" => self.give(Body::File(string(name, value)?))?,
            "published" | "date" => match serde_json::from_str::<String>(value.get()) {
                Ok(day) => self.publish(name, &day),
                Err(_) => self.publish(name, value.get()),
            },
            _ => self.further.push(name, value),
        }
        Ok(())
    }

    /// Takes the article.
    ///
    /// # Errors
    ///
    /// Where there is one already.
    pub fn give(&mut self, body: Body) -> Result<(), Trouble> {
        if !matches!(self.body, Body::None) {
            let (first, second) = (self.body.name(), body.name());
            let message = format!("it has {first} and {second}; give the article in one of them");
            return Err(TroubleKind::WrongField.with(message));
        }
        self.body = body;
        Ok(())
    }

    /// Takes the day of publication from the field `name`. Without one the article can be analysed, so a wrong one is
    /// a warning.
    pub fn publish(&mut self, name: &str, day: &str) {
        if day.trim().is_empty() {
            return;
        }
        match claimsheet_read::day(day) {
            Some(day) if self.published.is_none_or(|known| known == day) => self.published = Some(day),
            Some(day) => self.warnings.push(format!("{name} is {day}, another day than before; it was not used")),
            None => {
                let told: String = day.chars().take(40).collect();
                self.warnings.push(format!("{name} is {told:?} and no day such as 2026-03-02; it was not used"));
            }
        }
    }
}

fn string(name: &str, value: &RawValue) -> Result<String, Trouble> {
    serde_json::from_str(value.get())
        .map_err(|_| TroubleKind::WrongField.with(format!("its field {name} is no text; write it as a string")))
}

/// An id: a text, or a number as it is written.
fn identifier(value: &RawValue) -> Result<String, Trouble> {
    if value.get().starts_with(|c: char| c == '-' || c.is_ascii_digit()) {
        return Ok(value.get().to_owned());
    }
    string("id", value)
}

/// The fields of an object in their order, each once.
struct Fields<'a>(Vec<(String, &'a RawValue)>);

impl<'de> Deserialize<'de> for Fields<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct InOrder;
        impl<'de> Visitor<'de> for InOrder {
            type Value = Fields<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut fields = Vec::new();
                let mut names = std::collections::HashSet::new();
                while let Some((name, value)) = map.next_entry::<String, &RawValue>()? {
                    if !names.insert(name.clone()) {
                        return Err(serde::de::Error::custom(format!("the field {name:?} stands in it twice")));
                    }
                    fields.push((name, value));
                }
                Ok(Fields(fields))
            }
        }
        deserializer.deserialize_map(InOrder)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(text: &str) -> Line {
        Line { number: 7, content: Content::Bytes(text.as_bytes().to_vec()) }
    }

    fn trouble(text: &str) -> (String, TroubleKind) {
        let (id, trouble) = Record::of(&line(text), 99).unwrap_err();
        (id, trouble.kind)
    }

    #[test]
    fn what_cannot_be_used_says_why() {
        assert_eq!(trouble("{\"id\": 1, \"text\": \"a\"").1, TroubleKind::NotJson);
        assert_eq!(trouble("{\"id\": \"a\", \"text\": 3}"), ("a".into(), TroubleKind::WrongField));
        assert_eq!(trouble("{\"id\": 12, \"title\": \"A\"}"), ("12".into(), TroubleKind::NoArticle));
        assert_eq!(trouble("{\"text\": \"a\", \"html\": \"b\"}").1, TroubleKind::WrongField);
        assert_eq!(trouble("{\"text\": \"a\", \"text\": \"b\"}").1, TroubleKind::NotJson);
        assert_eq!(trouble("{\"text\": \"\\ud800\"}").1, TroubleKind::WrongField);
    }

    #[test]
    fn a_record_without_id_is_called_by_its_file_or_line() {
        let id = |text: &str| Record::of(&line(text), 99).unwrap().id;
        assert_eq!(id("{\"text\": \"a\"}"), "line-7");
        assert_eq!(id("{\"file\": \"a.md\", \"id\": null}"), "a.md");
        assert_eq!(id("desk/a.md"), "desk/a.md");
    }

    #[test]
    fn further_fields_keep_their_letters() {
        let line = line(r#"{"id":"a","views":12345678901234567890.10,"text":"It opened.","tags":["x"]}"#);
        let record = Record::of(&line, 99).unwrap();
        let further = serde_json::to_string(&record.further).unwrap();
        assert_eq!(further, r#"{"views":12345678901234567890.10,"input_tags":["x"]}"#);
    }

    #[test]
    fn a_day_that_is_none_is_told_and_the_article_is_kept() {
        let wrong = line(r#"{"text":"It opened.","date":"12/13/99"}"#);
        let record = Record::of(&wrong, 99).unwrap();
        assert_eq!((record.published, record.warnings.len()), (None, 1));
        let right = line(r#"{"text":"It opened.","date":"2026-03-02T23:10:00-05:00"}"#);
        assert_eq!(Record::of(&right, 99).unwrap().published, NaiveDate::from_ymd_opt(2026, 3, 2));
    }
}
