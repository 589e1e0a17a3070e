//! Which system wrote a JSON file, by the names at its top.

use serde::Deserialize;
use serde::de::{Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use std::fmt;

/// Whose JSON it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    WordPress,
    Ninjs,
    Ans,
    Ghost,
    /// JSON Feed.
    Feed,
    /// A talk with its times.
    Transcript,
    /// An object, or a list of them, of no shape that is known.
    Other,
}

/// Names of the lists that talks have at their top.
pub(crate) const TALKS: &[&str] =
    &["segments", "utterances", "monologues", "transcription", "transcripts", "paragraphs", "words"];

/// Whether a file is a talk with its times.
pub(crate) fn is_talk(bytes: &[u8]) -> bool {
    of(bytes) == Some(Shape::Transcript)
}

/// The shape of a file that is a JSON object or a list of objects; none for any other file.
pub(super) fn of(bytes: &[u8]) -> Option<Shape> {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes).trim_ascii_start();
    let is_object = bytes.starts_with(b"{");
    let is_list = || bytes.strip_prefix(b"[").is_some_and(|behind| behind.trim_ascii_start().starts_with(b"{"));
    if !is_object && !is_list() {
        return None;
    }
    let mut deserializer = serde_json::Deserializer::from_slice(bytes);
    let names = Names::deserialize(&mut deserializer).ok()?;
    deserializer.end().ok()?;
    Some(names.shape())
}

/// The names at the top, or those of the first object of a list, with what they hold.
#[derive(Debug, Default)]
struct Names(Vec<(String, Holds)>);

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Holds {
    Text,
    List,
    Object,
    Other,
}

impl Names {
    fn has(&self, name: &str, holds: Holds) -> bool {
        self.0.iter().any(|(found, found_holds)| found == name && *found_holds == holds)
    }

    fn any(&self, names: &[&str]) -> bool {
        self.0.iter().any(|(found, _)| names.contains(&found.as_str()))
    }

    fn shape(&self) -> Shape {
        let post = self.has("content", Holds::Object)
            && (self.has("title", Holds::Object) || self.any(&["_links", "modified_gmt"]));
        let ghost = self.any(&["lexical", "mobiledoc"])
            || self.has("html", Holds::Text) && self.has("title", Holds::Text) && self.any(&["slug", "uuid"]);
        let bodies = ["body_html", "body_text", "body_xhtml"];
        let ninjs = self.any(&bodies) && self.any(&["uri", "guid", "versioncreated", "headline"])
            || self.has("bodies", Holds::List)
            || self.has("headlines", Holds::List) && self.any(&["uri", "versioncreated"])
            || self.has("_items", Holds::List);
        let chat = self.has("messages", Holds::List) && self.any(&["type", "name", "participants"])
            || self.has("text", Holds::Text)
                && self.has("ts", Holds::Text)
                && self.any(&["user", "bot_id", "username"]);
        let service = self.has("results", Holds::Object) && self.any(&["jobName", "status", "metadata"]);
        let talk = TALKS.iter().any(|name| self.has(name, Holds::List)) || self.has("transcript", Holds::Object);
        if post {
            Shape::WordPress
        } else if self.has("content_elements", Holds::List) {
            Shape::Ans
        } else if ninjs {
            Shape::Ninjs
        } else if ghost || self.has("posts", Holds::List) || self.has("db", Holds::List) {
            Shape::Ghost
        } else if self.has("items", Holds::List) && self.has("version", Holds::Text) {
            Shape::Feed
        } else if chat || service || talk {
            Shape::Transcript
        } else {
            Shape::Other
        }
    }
}

impl<'de> Deserialize<'de> for Names {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Top)
    }
}

struct Top;

impl<'de> Visitor<'de> for Top {
    type Value = Names;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object or a list of objects")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Names, A::Error> {
        let mut names = Names::default();
        while let Some((name, holds)) = map.next_entry::<String, Holds>()? {
            names.0.push((name, holds));
        }
        Ok(names)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Names, A::Error> {
        let first = list.next_element::<Names>()?.unwrap_or_default();
        while list.next_element::<IgnoredAny>()?.is_some() {}
        Ok(first)
    }
}

impl<'de> Deserialize<'de> for Holds {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(HoldsVisitor)
    }
}

struct HoldsVisitor;

impl<'de> Visitor<'de> for HoldsVisitor {
    type Value = Holds;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("anything")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Holds, A::Error> {
        while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
        Ok(Holds::Object)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Holds, A::Error> {
        while list.next_element::<IgnoredAny>()?.is_some() {}
        Ok(Holds::List)
    }

    fn visit_str<E>(self, _: &str) -> Result<Holds, E> {
        Ok(Holds::Text)
    }

    fn visit_bool<E>(self, _: bool) -> Result<Holds, E> {
        Ok(Holds::Other)
    }

    fn visit_i64<E>(self, _: i64) -> Result<Holds, E> {
        Ok(Holds::Other)
    }

    fn visit_u64<E>(self, _: u64) -> Result<Holds, E> {
        Ok(Holds::Other)
    }

    fn visit_f64<E>(self, _: f64) -> Result<Holds, E> {
        Ok(Holds::Other)
    }

    fn visit_unit<E>(self) -> Result<Holds, E> {
        Ok(Holds::Other)
    }
}
