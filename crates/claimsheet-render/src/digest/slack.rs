//! A digest as a message of Slack: Block Kit in JSON, as an incoming webhook takes it.

use super::super::RenderError;
use super::{Digest, Format, Group, RenderContext, RenderOptions, more, shortened};
use serde_json::{Value, json};

/// A message.
pub(in super::super) const FORMAT: Format = Format {
    name: "slack",
    about: "What is open, as a Slack message (Block Kit)",
    suffix: "slack.json",
    holds_work: false,
    needs_sheet: true,
    write: render,
};

/// Longest text of a section, in UTF-16 units. Slack takes 3,000 characters.
const SECTION: usize = 2_900;

/// Longest header, in UTF-16 units. Slack takes 150 characters.
const HEADER: usize = 140;

fn render(material: &RenderContext<'_>, options: &RenderOptions) -> Result<Vec<u8>, RenderError> {
    let digest = Digest::of(material, options);
    let text = format!("Fact-check: {} in “{}”", digest.count, digest.title);
    let mut blocks = vec![
        json!({ "type": "header", "text": { "type": "plain_text", "text": cut(&text, HEADER), "emoji": false } }),
        section(&escaped(&digest.summary)),
    ];
    blocks.extend(digest.groups.iter().map(|group| section(&told(group))));
    let message = json!({ "text": escaped(&text), "blocks": blocks });
    let json = serde_json::to_string_pretty(&message).map_err(|error| RenderError::Data(error.to_string()))?;
    Ok((json + "\n").into_bytes())
}

/// A section whose text Slack takes as it is: it makes no link or mention of words.
fn section(text: &str) -> Value {
    json!({ "type": "section", "text": { "type": "mrkdwn", "text": text, "verbatim": true } })
}

/// A group's title and as many of its items as there is room for.
fn told(group: &Group) -> String {
    let title = format!("*{}* ({})", group.title, group.items.len());
    let mut lines: Vec<String> = group.items.iter().take(group.most).map(|item| bullet(item)).collect();
    loop {
        let rest = more(group.items.len(), lines.len());
        let all: Vec<&str> =
            std::iter::once(title.as_str()).chain(lines.iter().map(String::as_str)).chain(rest.as_deref()).collect();
        let text = all.join("\n");
        if units(&text) <= SECTION || lines.pop().is_none() {
            return text;
        }
    }
}

fn bullet(item: &str) -> String {
    format!("• {}", escaped(&shortened(item, 500)))
}

/// The three signs that Slack asks to escape. What would make words bold, struck or code gets a mark
/// without width behind it, so that it is shown.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '*' | '_' | '~' | '`' => out.extend(['\u{200b}', letter, '\u{200b}']),
            _ => out.push(letter),
        }
    }
    out
}

fn units(text: &str) -> usize {
    text.encode_utf16().count()
}

fn cut(text: &str, most: usize) -> String {
    if units(text) <= most {
        return text.to_owned();
    }
    let mut out = String::new();
    let mut left = most - 1;
    for letter in text.chars() {
        match left.checked_sub(letter.len_utf16()) {
            Some(rest) => left = rest,
            None => break,
        }
        out.push(letter);
    }
    out + "…"
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_group_of_any_items_fits_a_section_and_counts_what_it_leaves_out(
            items in prop::collection::vec("(?s)[ -~&<>*é😀\n]{0,700}", 1..40), most in 1..20_usize
        ) {
            let group = Group { title: "No verdict yet", items, most };
            let text = told(&group);
            prop_assert!(units(&text) <= 3_000, "{}", units(&text));
            let shown = text.matches("\n• ").count();
            prop_assert_eq!(text.contains("more"), shown < group.items.len() || group.items.iter().any(|item| item.contains("more")));
            prop_assert!(shown <= group.most);
            prop_assert!(!text.contains('<') && !text.contains('>'));
        }
    }
}
