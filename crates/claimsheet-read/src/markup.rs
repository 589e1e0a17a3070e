//! The prose in raw HTML: what stands between tags.

use claimsheet::text::document::builder::DocumentBuilder;

/// Elements whose content nobody reads.
const UNREAD: &[&str] = &["script", "style", "template", "noscript", "svg", "math", "pre", "head"];

/// Elements within a line, whose tags divide no words.
const INLINE: &[&str] = &[
    "a", "abbr", "b", "cite", "code", "del", "em", "i", "ins", "mark", "q", "s", "small", "span", "strong", "sub",
    "sup", "u", "!--",
];

/// How a comment begins and ends; it may go on over lines that are read one by one.
const COMMENT: &str = "<!--";
const COMMENT_END: &str = "-->";

/// Whether words before and behind the tag that `html` begins with are apart.
pub(super) fn divides(html: &str) -> bool {
    let name = html.trim_start_matches(['<', '/']);
    !INLINE.iter().any(|element| {
        name.get(..element.len()).is_some_and(|start| start.eq_ignore_ascii_case(element))
            && (*element == "!--"
                || name.as_bytes().get(element.len()).is_some_and(|byte| !byte.is_ascii_alphanumeric()))
    })
}

/// Appends the text between the tags of the HTML at `start..end` of `source`; `unread` is the
/// element whose content is being skipped, from one call to the next.
pub(super) fn text(
    source: &str,
    start: usize,
    end: usize,
    unread: &mut Option<&'static str>,
    builder: &mut DocumentBuilder<'_>,
) {
    let html = source.get(start..end).unwrap_or("");
    let mut at = 0;
    while let Some(rest) = html.get(at..).filter(|rest| !rest.is_empty()) {
        if let Some(element) = *unread {
            let close = find_close(rest, element);
            if close.is_some() {
                *unread = None;
            }
            at += close.unwrap_or(rest.len());
            continue;
        }
        let text_length = memchr::memchr(b'<', rest.as_bytes()).unwrap_or(rest.len());
        let words = rest.get(..text_length).unwrap_or("");
        append(words, start + at, builder);
        at += text_length;
        let Some(tag) = html.get(at..).filter(|rest| !rest.is_empty()) else { break };
        let length = tag_length(tag);
        let is_open = tag.starts_with(COMMENT) && !tag.contains(COMMENT_END);
        *unread = UNREAD.iter().copied().find(|element| opens(tag, element)).or(is_open.then_some(COMMENT));
        if divides(tag) {
            builder.space(start + at, start + at + length);
        }
        at += length;
    }
}

fn append(words: &str, at: usize, builder: &mut DocumentBuilder<'_>) {
    let trimmed = words.trim();
    if trimmed.is_empty() {
        return;
    }
    let first = at + (words.len() - words.trim_start().len());
    if first > at {
        builder.space(at, first);
    }
    builder.open(claimsheet::text::document::BlockKind::Paragraph);
    for (number, line) in trimmed.split('\n').enumerate() {
        let offset = first + (line.as_ptr() as usize - trimmed.as_ptr() as usize);
        if number > 0 {
            builder.space(offset - 1, offset);
        }
        let line = line.trim_end_matches('\r');
        builder.verbatim(offset, offset + line.len());
    }
    let end = first + trimmed.len();
    if end < at + words.len() {
        builder.space(end, at + words.len());
    }
}

/// Length of the tag or comment that `html` begins with.
fn tag_length(html: &str) -> usize {
    let close = if html.starts_with(COMMENT) { COMMENT_END } else { ">" };
    html.find(close).map_or(html.len(), |at| at + close.len())
}

fn opens(tag: &str, element: &str) -> bool {
    tag.get(1..=element.len()).is_some_and(|name| name.eq_ignore_ascii_case(element))
        && tag.as_bytes().get(element.len() + 1).is_some_and(|byte| !byte.is_ascii_alphanumeric())
}

/// Where `</element` begins, or a comment has ended.
fn find_close(html: &str, element: &str) -> Option<usize> {
    if element == COMMENT {
        return html.find(COMMENT_END).map(|at| at + COMMENT_END.len());
    }
    memchr::memmem::find_iter(html.as_bytes(), "</")
        .find(|at| html.get(at + 2..at + 2 + element.len()).is_some_and(|name| name.eq_ignore_ascii_case(element)))
}
