//! Posts of Ghost: of its APIs, a post, or the export of a site; as HTML, Lexical or mobiledoc. Posts of others that
//! have the same shape (Letterdrop and its like) have their text in `body` or `content`.

use super::story::Story;
use super::{each, first_text, lexical, list, mobiledoc, text};
use serde_json::Value;

/// The posts in a file.
pub(super) fn stories(file: &Value) -> Vec<Story> {
    let of = |top: &Value| -> Option<Vec<Story>> {
        let posts = list(top, "posts");
        let story = |post: &Value| {
            let mut story = story(post);
            story.by(authors(top, post));
            story
        };
        (!posts.is_empty()).then(|| posts.iter().map(story).collect())
    };
    let export = list(file, "db").first().and_then(|site| of(site.get("data").unwrap_or(site)));
    export.or_else(|| of(file)).unwrap_or_else(|| each(file).iter().map(story).collect())
}

/// Who wrote a post of a site's export, which names the writers in a list of their own.
fn authors<'v>(site: &'v Value, post: &'v Value) -> Vec<&'v str> {
    let named = |user: &Value| {
        list(site, "users").iter().find(|known| known.get("id") == Some(user)).and_then(|known| text(known, &["name"]))
    };
    let links = list(site, "posts_authors").iter().filter(|link| link.get("post_id") == post.get("id"));
    let mut by_order: Vec<_> =
        links.map(|link| (link.get("sort_order").and_then(Value::as_u64), link.get("author_id"))).collect();
    by_order.sort_by_key(|(order, _)| *order);
    by_order.into_iter().filter_map(|(_, user)| named(user?)).collect()
}

fn story(post: &Value) -> Story {
    let mut story = Story { name: first_text(post, &[&["slug"], &["uuid"]]).map(str::to_owned), ..Story::default() };
    if let Some(title) = text(post, &["title"]) {
        story.text("h1", title);
    }
    if let Some(deck) = text(post, &["custom_excerpt"]) {
        story.text("p", deck);
    }
    if let Some(caption) = text(post, &["feature_image_caption"]) {
        story.element("figcaption", caption);
    } else if let Some(description) = text(post, &["feature_image_alt"]) {
        story.text("figcaption", description);
    }
    if let Some(html) = text(post, &["html"]) {
        story.html(html);
    } else if let Some(state) = inner(post, "lexical") {
        lexical::write(&state, &mut story);
    } else if let Some(document) = inner(post, "mobiledoc") {
        mobiledoc::write(&document, &mut story);
    } else if let Some(words) = first_text(post, &[&["body"], &["content"], &["body_html"], &["content_html"]]) {
        if words.contains("</") || words.contains("<br") { story.html(words) } else { story.markdown(Some(words)) }
    } else if let Some(words) = text(post, &["plaintext"]) {
        words.split("\n\n").for_each(|paragraph| story.text("p", paragraph));
    } else {
        story.warnings.push(
            "the file holds no text of this post (html, lexical, mobiledoc or body): ask for formats=html".to_owned(),
        );
    }
    if let Some(status) = text(post, &["status"]).filter(|status| *status != "published") {
        story.warnings.push(format!("its status in Ghost is \"{status}\""));
    }
    story.by(list(post, "authors").iter().filter_map(|author| text(author, &["name"])));
    story.by(first_text(post, &[&["primary_author", "name"], &["author", "name"], &["author"]]));
    let dates: &[&[&str]] = &[&["published_at"], &["publishedOn"], &["publishedAt"], &["date"], &["created_at"]];
    story.published(first_text(post, dates));
    story
}

/// JSON in a text, or as it is.
fn inner(post: &Value, name: &str) -> Option<Value> {
    match post.get(name)? {
        Value::String(json) => serde_json::from_str(json).ok(),
        Value::Object(_) => post.get(name).cloned(),
        _ => None,
    }
}
