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
    let within = |story: &mut Story, element: &str| {
        story.open(element);
        children(value, story, depth);
        story.close(element);
    };
    match text(value, &["type"]).unwrap_or("root") {
        "text" | "extended-text" => story.words(value.get("text").and_then(Value::as_str).unwrap_or("")),
        "linebreak" => story.html.push_str("<br>"),
        "tab" => story.html.push(' '),
        "paragraph" => within(story, "p"),
        "heading" | "extended-heading" => within(story, heading(value)),
        "quote" | "extended-quote" | "aside" => within(story, "blockquote"),
        "list" => within(story, "ul"),
        "listitem" => within(story, "li"),
        "table" => within(story, "table"),
        "tablerow" => within(story, "tr"),
        "tablecell" => within(story, cell(value)),
        "link" | "autolink" => {
            story.open_link(text(value, &["url"]).unwrap_or(""));
            children(value, story, depth);
            story.close("a");
        }
        "image" | "video" | "gallery" | "audio" => {
            story.element("figcaption", first_text(value, &[&["caption"], &["alt"]]));
        }
        "html" | "email" | "email-cta" => story.html(text(value, &["html"])),
        "markdown" => story.markdown(text(value, &["markdown"])),
        "callout" => story.element("p", text(value, &["calloutText"])),
        "toggle" => {
            story.element("h3", text(value, &["heading"]));
            story.html(text(value, &["content"]));
        }
        "button" | "signup" => {
            let words: &[&[&str]] = &[&["buttonText"], &["header"], &["subheader"], &["disclaimer"]];
            story.sets_apart("sign-up boxes", words.iter().filter_map(|path| text(value, path)));
            story.html.push_str("<hr>");
        }
        "bookmark" => {
            let words: &[&[&str]] = &[&["metadata", "title"], &["metadata", "description"], &["caption"]];
            story.sets_apart("related links", words.iter().filter_map(|path| text(value, path)));
            story.html.push_str("<hr>");
        }
        "codeblock" => {
            story.sets_apart("code", text(value, &["code"]));
            story.html.push_str("<hr>");
        }
        "horizontalrule" | "paywall" => story.html.push_str("<hr>"),
        "root" => within(story, "div"),
        _ if !list(value, "children").is_empty() => within(story, "div"),
        other => story.leaves_out(&format!("nodes of the type {other}")),
    }
}

fn children(value: &Value, story: &mut Story, depth: usize) {
    for child in list(value, "children") {
        node(child, story, depth + 1);
    }
}

/// The element of a heading; the first level is the headline's.
fn heading(value: &Value) -> &str {
    text(value, &["tag"]).filter(|tag| matches!(*tag, "h2" | "h3" | "h4" | "h5" | "h6")).unwrap_or("h2")
}

fn cell(value: &Value) -> &'static str {
    let is_head = value.get("headerState").and_then(Value::as_u64).is_some_and(|state| state > 0);
    if is_head { "th" } else { "td" }
}
