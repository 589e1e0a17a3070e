//! Articles as content management systems hand them out: JSON, told apart by its shape.
//!
//! Nobody reads such a file as it stands, so positions are paragraphs of the text taken out of it.

pub(crate) mod sniff;

use super::{ReadError, ReadOptions, Reader, json, parts};
use claimsheet::text::document::Document;
use serde_json::Value;
use sniff::Shape;
use story::Story;

mod ans;
mod ghost;
mod json_feed;
mod lexical;
mod mobiledoc;
mod ninjs;
pub(super) mod story;
pub(super) mod table;
#[cfg(test)]
mod tests;
pub(super) mod wordpress;

/// Posts of the `WordPress` REST API.
pub(super) const WORDPRESS: Reader = Reader {
    name: "wordpress",
    about: "Posts of the WordPress REST API (JSON)",
    extensions: &[],
    recognises: |bytes| sniff::of(bytes) == Some(Shape::WordPress),
    read: |bytes, options| read(bytes, options, wordpress::stories),
};

/// ninjs 1.x and 2.x, as Superdesk and news agencies have it.
pub(super) const NINJS: Reader = Reader {
    name: "ninjs",
    about: "ninjs 1 and 2, of Superdesk and agencies (JSON)",
    extensions: &[],
    recognises: |bytes| sniff::of(bytes) == Some(Shape::Ninjs),
    read: |bytes, options| read(bytes, options, ninjs::stories),
};

/// Arc ANS.
pub(super) const ANS: Reader = Reader {
    name: "ans",
    about: "ANS, of Arc XP (JSON)",
    extensions: &[],
    recognises: |bytes| sniff::of(bytes) == Some(Shape::Ans),
    read: |bytes, options| read(bytes, options, ans::stories),
};

/// Posts of Ghost.
pub(super) const GHOST: Reader = Reader {
    name: "ghost",
    about: "Posts of Ghost, by its API or its export (JSON)",
    extensions: &[],
    recognises: |bytes| sniff::of(bytes) == Some(Shape::Ghost),
    read: |bytes, options| read(bytes, options, ghost::stories),
};

/// JSON Feed.
pub(super) const JSON_FEED: Reader = Reader {
    name: "json-feed",
    about: "JSON Feed, a sheet an item",
    extensions: &[],
    recognises: |bytes| sniff::of(bytes) == Some(Shape::Feed),
    read: |bytes, options| read(bytes, options, json_feed::stories),
};

/// JSON of no known shape, which is refused with the shapes that are known.
pub(super) const JSON: Reader = Reader {
    name: "json",
    about: "Any of these, told apart by its shape",
    extensions: &["json"],
    recognises: |bytes| sniff::of(bytes) == Some(Shape::Other),
    read: |bytes, options| match sniff::of(bytes) {
        Some(Shape::WordPress) => (WORDPRESS.read)(bytes, options),
        Some(Shape::Ninjs) => (NINJS.read)(bytes, options),
        Some(Shape::Ans) => (ANS.read)(bytes, options),
        Some(Shape::Ghost) => (GHOST.read)(bytes, options),
        Some(Shape::Feed) => (JSON_FEED.read)(bytes, options),
        Some(Shape::Transcript) => (super::captions::timed::JSON.read)(bytes, options),
        Some(Shape::Other) => Err(ReadError::UnknownShape {
            language: "JSON",
            known: "WordPress REST posts, ninjs 1 and 2, Arc ANS, Ghost posts, JSON Feed; transcripts and chats of Whisper, Rev, Trint, Otter, Descript, Deepgram, AWS Transcribe, Telegram, Slack",
        }),
        None => super::encoding::read_text(bytes, options, |text| {
            json::parse(text, options.limits).and(Err(ReadError::Empty))
        }),
    },
};

/// Reads the stories in a file.
fn read(
    bytes: &[u8],
    options: &ReadOptions<'_>,
    stories: fn(&Value) -> Vec<Story>,
) -> Result<Vec<Document>, ReadError> {
    let document = |mut story: Story| Ok((story.name.take(), story.document(options)?));
    super::encoding::read_text(bytes, options, |text| {
        let documents: Result<Vec<_>, ReadError> =
            stories(&json::parse(text, options.limits)?).into_iter().map(document).collect();
        Ok(parts::named(documents?))
    })
}

/// The text at a path of names, if it has words.
fn text<'v>(value: &'v Value, path: &[&str]) -> Option<&'v str> {
    let found = path.iter().try_fold(value, |value, name| value.get(name))?;
    found.as_str().filter(|text| !text.trim().is_empty())
}

/// The first of several paths with text.
fn first_text<'v>(value: &'v Value, paths: &[&[&str]]) -> Option<&'v str> {
    paths.iter().find_map(|path| text(value, path))
}

/// The list at a name; nothing where there is none.
fn list<'v>(value: &'v Value, name: &str) -> &'v [Value] {
    value.get(name).and_then(Value::as_array).map_or(&[], Vec::as_slice)
}

/// A list as it is, and anything else as a list of itself.
fn each(value: &Value) -> &[Value] {
    value.as_array().map_or(std::slice::from_ref(value), Vec::as_slice)
}
