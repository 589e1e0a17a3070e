//! JSON-LD: `NewsArticle` and its like, as schema.org has them.

use super::{PageMeta, day};
use serde_json::Value;

/// Authors that are looked for; no article names more.
const MOST_AUTHORS: usize = 32;

/// Takes headline, author, date and text from the first article in `json`; what is no JSON is passed over.
pub(super) fn read(json: &str, meta: &mut PageMeta) {
    let Ok(value) = serde_json::from_str::<Value>(unwrapped(json)) else { return };
    let Some(article) = article(&value) else { return };
    let text = |names: &[&str]| {
        let found = names.iter().find_map(|name| article.get(*name)?.as_str());
        found.map(|text| crate::tree::decode(text).trim().to_owned()).filter(|text| !text.is_empty())
    };
    meta.title = meta.title.take().or_else(|| text(&["headline", "name"]));
    meta.body = meta.body.take().or_else(|| article.get("articleBody")?.as_str().map(str::to_owned));
    meta.author = meta.author.take().or_else(|| names(article.get("author")?, &value));
    meta.published = meta.published.or_else(|| text(&["datePublished", "dateCreated"]).as_deref().and_then(day));
}

/// What stands between the marks by which older pages hide scripts from browsers older still:
/// `//<![CDATA[ … //]]>`, `<!-- … -->`.
fn unwrapped(json: &str) -> &str {
    let without = |text: &'_ str, open: &str, close: &str| -> Option<(usize, usize)> {
        let start = text.find(open).filter(|at| *at < 16)? + open.len();
        let end = text.rfind(close).filter(|end| *end >= start).unwrap_or(text.len());
        Some((start, end))
    };
    let mut inner = json.trim();
    for (open, close) in [("<!--", "-->"), ("<![CDATA[", "]]>")] {
        if let Some((start, end)) = without(inner, open, close) {
            inner = inner.get(start..end).unwrap_or("");
        }
    }
    inner.trim().trim_start_matches("*/").trim_end_matches("//").trim_end_matches("/*").trim()
}

/// The first object that is an article: the value itself, one of a list, or one of a graph.
fn article(value: &Value) -> Option<&Value> {
    match value {
        Value::Array(list) => list.iter().find_map(article),
        Value::Object(fields) => {
            let is_article = |kind: &str| {
                kind.ends_with("Article")
                    || kind.ends_with("Posting")
                    || matches!(kind, "Report" | "Review" | "ClaimReview")
            };
            let kinds = fields.get("@type");
            let found = match kinds {
                Some(Value::String(kind)) => is_article(kind),
                Some(Value::Array(kinds)) => kinds.iter().filter_map(Value::as_str).any(is_article),
                _ => false,
            };
            if found {
                return Some(value);
            }
            ["@graph", "mainEntity"].iter().find_map(|name| article(fields.get(*name)?))
        }
        _ => None,
    }
}

/// The names of authors: a text, an object, a reference into the graph, or a list of them.
fn names(author: &Value, graph: &Value) -> Option<String> {
    let names = match author {
        Value::String(name) => name.trim().to_owned(),
        Value::Array(list) => {
            let authors = list.iter().take(MOST_AUTHORS).filter(|author| !author.is_array());
            authors.filter_map(|author| names(author, graph)).collect::<Vec<_>>().join(", ")
        }
        Value::Object(fields) => {
            let name = fields.get("name").and_then(Value::as_str);
            name.or_else(|| name_in_graph(fields.get("@id")?.as_str()?, graph))?.trim().to_owned()
        }
        _ => return None,
    };
    let name = crate::tree::decode(&names).into_owned();
    (!name.is_empty() && !name.contains("://")).then_some(name)
}

/// The name of what the graph has under an id.
fn name_in_graph<'v>(id: &str, graph: &'v Value) -> Option<&'v str> {
    let known = graph.get("@graph")?.as_array()?;
    known.iter().find(|known| known.get("@id").and_then(Value::as_str) == Some(id))?.get("name")?.as_str()
}
