//! Mobiledoc, the JSON of Ghost's editor up to version 5: sections of text, lists and cards.

use super::story::Story;
use super::{each, first_text, list, text};
use serde_json::Value;
use std::collections::HashSet;

/// Appends what a mobiledoc holds; a card that stands in several places is read once.
pub(super) fn write(document: &Value, story: &mut Story) {
    let mut read = HashSet::new();
    for section in list(document, "sections") {
        let parts = each(section);
        let content = parts.get(2).unwrap_or(&Value::Null);
        match parts.first().and_then(Value::as_u64) {
            Some(1) => {
                let tag = element(parts.get(1).and_then(Value::as_str).unwrap_or("p"));
                story.open(tag);
                markers(content, document, story);
                story.close(tag);
            }
            Some(3) => {
                for item in each(content) {
                    story.open("li");
                    markers(item, document, story);
                    story.close("li");
                }
            }
            Some(10) => {
                let at = parts.get(1).and_then(Value::as_u64).filter(|at| read.insert(*at));
                if let Some(card) = at.and_then(|at| list(document, "cards").get(at as usize)) {
                    self::card(each(card), story);
                }
            }
            _ => {}
        }
    }
}

/// The element of a section of text; the first level of headings is the headline's.
fn element(tag: &str) -> &'static str {
    match tag {
        "h1" | "h2" => "h2",
        "h3" => "h3",
        "h4" => "h4",
        "h5" | "h6" => "h5",
        "blockquote" | "aside" => "blockquote",
        _ => "p",
    }
}

/// Text with the markups that open before it and the number of those that close behind it.
fn markers(markers: &Value, document: &Value, story: &mut Story) {
    let mut open: Vec<bool> = Vec::new();
    for marker in each(markers).iter().map(each) {
        for at in marker.get(1).map_or(&[][..], each).iter().filter_map(Value::as_u64) {
            let markup = list(document, "markups").get(at as usize).map_or(&[][..], each);
            let is_link = markup.first().and_then(Value::as_str) == Some("a");
            if is_link {
                let attributes = markup.get(1).map_or(&[][..], each);
                let href = attributes.iter().position(|name| name.as_str() == Some("href"));
                story.open_link(href.and_then(|at| attributes.get(at + 1)?.as_str()).unwrap_or(""));
            }
            open.push(is_link);
        }
        if marker.first().and_then(Value::as_u64) == Some(1) {
            story.html.push_str("<br>");
        } else {
            story.words(marker.get(3).and_then(Value::as_str).unwrap_or(""));
        }
        for _ in 0..marker.get(2).and_then(Value::as_u64).unwrap_or(0).min(open.len() as u64) {
            if open.pop() == Some(true) {
                story.close("a");
            }
        }
    }
    open.into_iter().filter(|is_link| *is_link).for_each(|_| story.close("a"));
}

fn card(card: &[Value], story: &mut Story) {
    let Some(payload) = card.get(1) else { return };
    match card.first().and_then(Value::as_str).unwrap_or("") {
        "html" => story.html(text(payload, &["html"])),
        "markdown" | "card-markdown" => story.markdown(text(payload, &["markdown"])),
        "image" | "gallery" | "video" => {
            story.element("figcaption", first_text(payload, &[&["caption"], &["alt"]]));
        }
        "callout" => story.element("p", text(payload, &["calloutText"])),
        "hr" | "paywall" | "bookmark" | "code" | "button" => {}
        other => story.leaves_out(&format!("cards of the type {other}")),
    }
}
