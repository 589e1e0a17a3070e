//! Lexical, the JSON of Ghost's editor.

use super::story::Story;
use super::{first_text, list, text};
use serde_json::Value;

/// Nodes in nodes that are read.
const DEEPEST: usize = 64;

/// Appends what an editor state holds.
pub(super) fn write(state: &Value, story: &mut Story) {
    node(state.get("root").unwrap_or(state), story, 0);
}

fn node(value: &Value, story: &mut Story, depth: usize) {
    if depth > DEEPEST {
        story.leaves_out("nodes deeper than 64");
        return;
    }
    let kind = text(value, &["type"]).unwrap_or("root");
    let within = |story: &mut Story, element: &str| {
        story.open(element);
        list(value, "children").iter().for_each(|child| node(child, story, depth + 1));
        story.close(element);
    };
    match kind {
        "text" | "extended-text" | "code-highlight" => {
            story.words(text(value, &["text"]).or_else(|| value.get("text")?.as_str()).unwrap_or(""))
        }
        "linebreak" => story.html.push_str("<br>"),
        "tab" => story.html.push(' '),
        "paragraph" => within(story, "p"),
        "heading" | "extended-heading" => within(
            story,
            text(value, &["tag"])
                .filter(|tag| matches!(*tag, "h1" | "h2" | "h3" | "h4" | "h5" | "h6"))
                .map_or("h2", |tag| if tag == "h1" { "h2" } else { tag }),
        ),
        "quote" | "extended-quote" | "aside" => within(story, "blockquote"),
        "list" => within(story, "ul"),
        "listitem" => within(story, "li"),
        "table" => within(story, "table"),
        "tablerow" => within(story, "tr"),
        "tablecell" => {
            within(story, if value.get("headerState").and_then(Value::as_u64).unwrap_or(0) > 0 { "th" } else { "td" })
        }
        "link" | "autolink" => {
            story.open_link(text(value, &["url"]).unwrap_or(""));
            list(value, "children").iter().for_each(|child| node(child, story, depth + 1));
            story.close("a");
        }
        "image" | "video" | "gallery" | "audio" => caption(value, story),
        "bookmark" => {}
        "html" | "email" | "email-cta" => text(value, &["html"]).into_iter().for_each(|html| story.html(html)),
        "markdown" => text(value, &["markdown"])
            .into_iter()
            .for_each(|words| words.split("\n\n").for_each(|words| story.text("p", words))),
        "callout" => text(value, &["calloutText"]).into_iter().for_each(|words| story.element("p", words)),
        "toggle" => {
            text(value, &["heading"]).into_iter().for_each(|words| story.element("h3", words));
            text(value, &["content"]).into_iter().for_each(|html| story.html(html));
        }
        "horizontalrule" | "paywall" | "codeblock" | "signup" | "button" => story.html.push_str("<hr>"),
        "root" => within(story, "div"),
        other => {
            if list(value, "children").is_empty() {
                story.leaves_out(&format!("nodes of the type {other}"));
            } else {
                within(story, "div");
            }
        }
    }
}

fn caption(value: &Value, story: &mut Story) {
    if let Some(caption) = first_text(value, &[&["caption"], &["alt"]]) {
        story.element("figcaption", caption);
    }
}
