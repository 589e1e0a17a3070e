//! The prose in raw HTML: what stands between tags.

/// Elements whose content nobody reads.
const UNREAD: &[&str] = &["script", "style", "template", "noscript", "svg", "math", "head"];

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

/// What a tag within a line does to the words around it.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Inline {
    /// Raises what follows.
    Raised,
    /// Strikes out what follows, or ends that.
    Struck(bool),
    /// Begins a link to an address.
    Link(String),
    /// Ends a link.
    LinkEnd,
    /// Something else.
    Other,
}

impl Inline {
    pub(super) fn of(tag: &str) -> Self {
        let opens = !tag.starts_with("</");
        let name = tag.trim_start_matches(['<', '/']).split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or("");
        match name.to_ascii_lowercase().as_str() {
            "sup" if opens => Self::Raised,
            "s" | "del" | "strike" => Self::Struck(opens),
            "a" if opens => attribute(tag, "href").map_or(Self::Other, Self::Link),
            "a" => Self::LinkEnd,
            _ => Self::Other,
        }
    }
}

/// The value of an attribute of a tag, in quotation marks or without.
fn attribute(tag: &str, name: &str) -> Option<String> {
    let at = tag.to_ascii_lowercase().find(&format!("{name}="))? + name.len() + 1;
    let rest = tag.get(at..)?;
    let value = match rest.chars().next()? {
        quote @ ('"' | '\'') => rest.get(1..)?.split(quote).next()?,
        _ => rest.split(|c: char| c.is_whitespace() || c == '>').next()?,
    };
    Some(super::tree::decode(value).into_owned()).filter(|value| !value.is_empty())
}

/// The words of `html` without its tags.
pub(super) fn without_tags(html: &str) -> String {
    let mut text = String::with_capacity(html.len());
    for (at, piece) in html.split('<').enumerate() {
        text.push_str(if at == 0 { piece } else { piece.split_once('>').map_or("", |(_, words)| words) });
    }
    super::tree::decode(&text).into_owned()
}

/// Where in `html` text begins that is read, where the element `open` before it may go on into it: none where all
/// of it is the element's; and the element that goes on behind it.
pub(super) fn unread(html: &str, open: Option<&'static str>) -> (Option<usize>, Option<&'static str>) {
    let start = match open {
        Some(element) => match find_close(html, element) {
            Some(close) => close,
            None => return (None, open),
        },
        None => 0,
    };
    let rest = html.get(start..).unwrap_or("");
    let tags = || memchr::memchr_iter(b'<', rest.as_bytes()).filter_map(|at| Some((at, rest.get(at..)?)));
    let goes_on = UNREAD.iter().copied().find(|element| {
        tags().rfind(|(_, tag)| opens(tag, element)).is_some_and(|(_, tag)| {
            let is_empty = tag.split_once('>').is_some_and(|(tag, _)| tag.ends_with('/'));
            !is_empty && find_close(tag, element).is_none()
        })
    });
    let in_comment = rest.rfind(COMMENT).is_some_and(|at| !rest.get(at..).unwrap_or("").contains(COMMENT_END));
    (Some(start), goes_on.or(in_comment.then_some(COMMENT)))
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
