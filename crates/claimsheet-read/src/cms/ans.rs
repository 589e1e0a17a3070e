//! ANS, the JSON of Arc XP: a story is a list of content elements.

use super::story::Story;
use super::{each, first_text, list, text};
use serde_json::Value;

/// Elements in elements that are read.
const DEEPEST: usize = 16;

/// The stories in a file, or in the results of a search.
pub(super) fn stories(file: &Value) -> Vec<Story> {
    let tops = each(file).iter();
    let of_results = |top: &'_ Value| {
        list(top, "content_elements")
            .iter()
            .any(|element| element.get("content_elements").is_some() && text(element, &["type"]) == Some("story"))
    };
    tops.flat_map(
        |top| if of_results(top) { list(top, "content_elements").iter().collect::<Vec<_>>() } else { vec![top] },
    )
    .map(story)
    .collect()
}

fn story(ans: &Value) -> Story {
    let name = first_text(ans, &[&["slug"], &["canonical_url"], &["website_url"], &["_id"]]);
    let mut story = Story { name: name.map(str::to_owned), ..Story::default() };
    if let Some(headline) = first_text(ans, &[&["headlines", "basic"], &["headlines", "web"], &["headlines", "print"]])
    {
        story.element("h1", headline);
    }
    story.element("p", first_text(ans, &[&["subheadlines", "basic"], &["description", "basic"]]));
    if let Some(picture) = ans.get("promo_items").and_then(|promo| promo.get("basic")) {
        element(picture, &mut story, 0);
    }
    for part in list(ans, "content_elements") {
        element(part, &mut story, 0);
    }
    let by = ans.get("credits").map_or(&[][..], |credits| list(credits, "by"));
    let names: Vec<String> = by.iter().filter_map(name_of).collect();
    story.by(names.iter().map(String::as_str));
    story.published(first_text(
        ans,
        &[&["first_publish_date"], &["publish_date"], &["display_date"], &["created_date"]],
    ));
    story
}

fn name_of(author: &Value) -> Option<String> {
    if let Some(name) = first_text(author, &[&["name"], &["additional_properties", "original", "byline"]]) {
        return Some(name.to_owned());
    }
    let names = [text(author, &["first_name"])?, text(author, &["last_name"])?];
    Some(names.join(" "))
}

fn element(part: &Value, story: &mut Story, depth: usize) {
    let content = text(part, &["content"]);
    let kind = text(part, &["type"]).unwrap_or("");
    if depth > DEEPEST {
        story.leaves_out("elements deeper than 16");
        return;
    }
    match kind {
        "text" | "endorsement" | "correction" => story.element("p", content),
        "header" => {
            let level = part.get("level").and_then(Value::as_u64).unwrap_or(2).clamp(2, 6);
            story.element(&format!("h{level}"), content);
        }
        "list" => {
            story.open("ul");
            for item in list(part, "items") {
                if text(item, &["type"]) == Some("list") {
                    element(item, story, depth + 1);
                } else {
                    story.element("li", text(item, &["content"]));
                }
            }
            story.close("ul");
        }
        "quote" => {
            story.open("blockquote");
            within(part, story, depth);
            story.element("p", first_text(part, &[&["citation", "content"], &["citation"]]));
            story.close("blockquote");
        }
        "table" => table(part, story),
        "image" => story.element("figcaption", first_text(part, &[&["caption"], &["subtitle"], &["alt_text"]])),
        "gallery" | "element_group" | "story_element_group" => within(part, story, depth),
        "raw_html" => story.html(content),
        "code" | "numeric_rating" | "divider" | "interstitial_link" | "link_list" | "" => {}
        other => story.leaves_out(&format!("elements of the type {other}")),
    }
}

/// The elements in one of them.
fn within(part: &Value, story: &mut Story, depth: usize) {
    for part in list(part, "content_elements") {
        element(part, story, depth + 1);
    }
}

fn table(part: &Value, story: &mut Story) {
    story.open("table");
    let mut row = |cells: &[Value], element: &str| {
        story.open("tr");
        for cell in cells {
            story.element(element, cell.as_str().or_else(|| text(cell, &["content"])).unwrap_or(""));
        }
        story.close("tr");
    };
    let head = list(part, "header");
    if !head.is_empty() {
        row(head, "th");
    }
    for cells in list(part, "rows") {
        row(each(cells), "td");
    }
    story.close("table");
}
