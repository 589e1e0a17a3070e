//! JSON Feed, versions 1 and 1.1: the items of a site with their text.

use super::story::Story;
use super::{first_text, list, text};
use serde_json::Value;

/// The items that hold their text.
pub(super) fn stories(file: &Value) -> Vec<Story> {
    list(file, "items").iter().map(story).collect()
}

fn story(item: &Value) -> Story {
    let mut story = Story { name: first_text(item, &[&["id"], &["url"]]).map(str::to_owned), ..Story::default() };
    story.text("h1", text(item, &["title"]));
    if let Some(html) = text(item, &["content_html"]) {
        story.html(html);
    } else if let Some(words) = text(item, &["content_text"]) {
        words.split("\n\n").for_each(|paragraph| story.text("p", paragraph));
    } else {
        story.warnings.push("the feed holds no text of this item; name the page itself".to_owned());
        story.text("p", text(item, &["summary"]));
    }
    story.by(list(item, "authors").iter().filter_map(|author| text(author, &["name"])));
    story.by(text(item, &["author", "name"]));
    story.published(first_text(item, &[&["date_published"], &["date_modified"]]));
    story
}
