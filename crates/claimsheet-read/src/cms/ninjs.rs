//! ninjs, the news agencies' JSON: 1.x with `headline` and `body_html`, 2.x with lists.

use super::story::{Story, plain};
use super::{each, first_text, list, text};
use serde_json::Value;

/// Captions of an item that are looked for in its text, so that the cost stays in proportion.
const MOST_COMPARED: u32 = 64;

/// The items in a file, or in the list of a content API.
pub(super) fn stories(file: &Value) -> Vec<Story> {
    let items = list(file, "_items");
    let items = if items.is_empty() { each(file) } else { items };
    items.iter().map(story).collect()
}

fn story(item: &Value) -> Story {
    let mut story =
        Story { name: first_text(item, &[&["slugline"], &["uri"], &["guid"]]).map(str::to_owned), ..Story::default() };
    if let Some(headline) = of_role(item, "headlines", &["main", "headline"])
        .or_else(|| first_text(item, &[&["headline"], &["title"], &["name"]]))
    {
        story.element("h1", headline);
    }
    let described = || first_text(item, &[&["description_html"], &["description_text"], &["description_xhtml"]]);
    if let Some(deck) = of_role(item, "descriptions", &["summary", "main", "caption"]).or_else(described) {
        story.element("p", deck);
    }
    match body(item) {
        Some(Body::Html(html)) => story.html(html),
        Some(Body::Text(words)) => words.lines().for_each(|line| story.text("p", line)),
        None => {}
    }
    pictures(item, &mut story);
    story.by(first_text(item, &[&["byline"], &["by"]]));
    if story.author.is_none() {
        let people = list(item, "authors").iter().chain(list(item, "infosources"));
        story.by(people.filter_map(|person| text(person, &["name"])));
    }
    story.published(first_text(
        item,
        &[&["firstpublished"], &["published"], &["versioncreated"], &["contentcreated"], &["firstcreated"]],
    ));
    story
}

enum Body<'v> {
    Html(&'v str),
    Text(&'v str),
}

/// The text: of several versions the one with markup.
fn body(item: &Value) -> Option<Body<'_>> {
    if let Some(html) = first_text(item, &[&["body_html"], &["body_xhtml"]]) {
        return Some(Body::Html(html));
    }
    let bodies = list(item, "bodies");
    let is_markup = |body: &&Value| text(body, &["contenttype"]).is_some_and(|kind| kind.contains("html"));
    let is_main = |body: &&Value| text(body, &["role"]).is_none_or(|role| role == "main");
    let markup = bodies.iter().filter(is_markup).find(is_main).or_else(|| bodies.iter().find(is_markup));
    if let Some(html) = markup.and_then(|body| text(body, &["value"])) {
        return Some(Body::Html(html));
    }
    let plain = bodies.iter().find_map(|body| text(body, &["value"]));
    plain.or_else(|| text(item, &["body_text"])).map(Body::Text)
}

/// The value of a list of 2.x for the first of the roles that is there, else its first.
fn of_role<'v>(item: &'v Value, name: &str, roles: &[&str]) -> Option<&'v str> {
    let entries = list(item, name);
    let by_role = roles.iter().find_map(|role| entries.iter().find(|entry| text(entry, &["role"]) == Some(role)));
    text(by_role.or_else(|| entries.first())?, &["value"])
}

/// The captions of the item's pictures: of an object by names in 1.x, of a list in 2.x.
fn pictures(item: &Value, story: &mut Story) {
    let (words, mut checked) = (plain(&story.html), 0);
    let associations: Vec<&Value> = match item.get("associations") {
        Some(Value::Object(by_name)) => by_name.values().collect(),
        Some(Value::Array(list)) => list.iter().collect(),
        _ => return,
    };
    for picture in associations.into_iter().filter(|item| text(item, &["type"]).is_some_and(|kind| kind != "text")) {
        let caption = first_text(picture, &[&["description_text"], &["description_html"], &["body_text"]]);
        if let Some(caption) = caption.or_else(|| of_role(picture, "descriptions", &["caption", "main"])) {
            checked += 1;
            if checked > MOST_COMPARED || !words.contains(&plain(caption)) {
                story.element("figcaption", caption);
            }
        }
    }
}
