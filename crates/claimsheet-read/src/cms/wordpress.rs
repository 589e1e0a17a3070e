//! Posts of the `WordPress` REST API: what the author wrote (`raw`, with `context=edit`) where it is
//! there, else what readers see (`rendered`).

use super::story::{Story, plain};
use super::{each, first_text, list, text};
use serde_json::Value;

/// Shortcodes that hold no text of the article.
const SHORTCODES: &[&str] = &["gallery", "embed", "audio", "video", "playlist"];

/// Bytes of a shortcode, or of the address in it.
const LONGEST_SHORTCODE: usize = 1_000;

/// The posts in a file.
pub(super) fn stories(file: &Value) -> Vec<Story> {
    each(file).iter().map(story).collect()
}

/// One post as the API has it.
pub(crate) fn story(post: &Value) -> Story {
    let mut story = Story { name: text(post, &["slug"]).map(str::to_owned), ..Story::default() };
    if let Some(title) = first_text(post, &[&["title", "raw"], &["title", "rendered"], &["title"]]) {
        story.element("h1", title);
    }
    let body = body(post);
    if let Some(excerpt) = excerpt(post, &body) {
        story.element("p", excerpt);
    }
    let picture = post.get("_embedded").map_or(&[][..], |embedded| list(embedded, "wp:featuredmedia"));
    if let Some(caption) =
        picture.iter().find_map(|picture| first_text(picture, &[&["caption", "raw"], &["caption", "rendered"]]))
    {
        story.element("figcaption", caption);
    }
    story.html(body.as_str());
    footnotes(post, &mut story);
    let authors = post.get("_embedded").map_or(&[][..], |embedded| list(embedded, "author"));
    let names: Vec<&str> = authors.iter().filter_map(|author| text(author, &["name"])).collect();
    let data = first_text(post, &[&["yoast_head_json", "author"], &["author_name"], &["author"]]);
    story.by(if names.is_empty() { data.into_iter().collect() } else { names });
    story.published(first_text(post, &[&["date"], &["date_gmt"]]));
    story
}

/// The post's HTML.
fn body(post: &Value) -> String {
    let raw = text(post, &["content", "raw"]);
    let rendered = first_text(post, &[&["content", "rendered"], &["content"]]);
    match (raw, rendered) {
        (Some(raw), _) if raw.contains("<!-- wp:") => without_shortcodes(raw),
        (_, Some(rendered)) => without_shortcodes(rendered),
        (Some(raw), None) => without_shortcodes(&with_paragraphs(raw)),
        (None, None) => String::new(),
    }
}

/// The excerpt that a person wrote; `WordPress` makes one of the first words where nobody did.
fn excerpt<'v>(post: &'v Value, body: &str) -> Option<&'v str> {
    if post.get("excerpt")?.get("raw").is_some() {
        return text(post, &["excerpt", "raw"]);
    }
    let rendered = text(post, &["excerpt", "rendered"])?;
    let letters =
        |html: &str| plain(html).chars().filter(|letter| letter.is_alphanumeric()).take(60).collect::<String>();
    let (excerpt, body) = (letters(rendered), letters(body));
    (!excerpt.is_empty() && !body.starts_with(&excerpt)).then_some(rendered)
}

/// Footnotes of the block editor stand beside the content that the author wrote, as JSON.
fn footnotes(post: &Value, story: &mut Story) {
    let notes = text(post, &["meta", "footnotes"]).and_then(|notes| serde_json::from_str::<Value>(notes).ok());
    let Some(Value::Array(notes)) = notes else { return };
    if story.html.contains("wp-block-footnotes") {
        return;
    }
    for note in &notes {
        let (Some(id), Some(content)) = (text(note, &["id"]), text(note, &["content"])) else { continue };
        story.html.push_str("<li id=\"");
        story.words(id);
        story.html.push_str("\">");
        story.html(content);
        story.close("li");
    }
}

/// The paragraphs of the old editor, which stand between empty lines.
fn with_paragraphs(raw: &str) -> String {
    let raw = raw.replace("\r\n", "\n");
    let paragraphs = raw.split("\n\n").filter(|paragraph| !paragraph.trim().is_empty());
    paragraphs.fold(String::with_capacity(raw.len()), |mut html, paragraph| {
        html.extend(["<p>", &paragraph.trim().replace('\n', "<br>"), "</p>\n"]);
        html
    })
}

/// HTML without its shortcodes: a caption becomes one, what shows no text goes, and words in brackets
/// that are no shortcode stay.
fn without_shortcodes(html: &str) -> String {
    let mut out = String::with_capacity(html.len());
    let mut rest = html;
    while let Some(at) = memchr::memchr(b'[', rest.as_bytes()) {
        let (before, code) = rest.split_at_checked(at).unwrap_or((rest, ""));
        out.push_str(before);
        let length = find_near(code, "]").map_or(1, |end| end + 1);
        let (code, behind) = code.split_at_checked(length).unwrap_or((code, ""));
        rest = behind;
        match shortcode(code) {
            Some("caption" | "wp_caption") => out.push_str("<div class=\"wp-caption\"><div class=\"wp-caption-text\">"),
            Some("/caption" | "/wp_caption") => out.push_str("</div></div>"),
            Some(name) => {
                let end = format!("[/{name}]");
                let holds_address = matches!(name, "embed" | "audio" | "video");
                if let Some(end_at) = holds_address.then(|| find_near(rest, &end)).flatten() {
                    rest = rest.get(end_at + end.len()..).unwrap_or("");
                }
            }
            None => out.push_str(code),
        }
    }
    out.push_str(rest);
    out
}

/// Where `sought` stands near the start of `text`: no shortcode is longer.
fn find_near(text: &str, sought: &str) -> Option<usize> {
    let start = text.as_bytes().get(..text.len().min(LONGEST_SHORTCODE))?;
    memchr::memmem::find(start, sought.as_bytes())
}

/// The name of a shortcode `[name key="value"]` or `[/name]`.
fn shortcode(code: &str) -> Option<&str> {
    let inner = code.strip_prefix('[')?.strip_suffix(']')?;
    let name = inner.split_whitespace().next()?;
    let plain = name.strip_prefix('/').unwrap_or(name);
    let is_name =
        plain.bytes().all(|byte| byte.is_ascii_lowercase() || matches!(byte, b'_' | b'-')) && !plain.is_empty();
    let known = SHORTCODES.contains(&plain) || matches!(plain, "caption" | "wp_caption");
    (is_name && (known || inner.contains("=\"") || inner.contains("=&#8221;"))).then_some(name)
}
