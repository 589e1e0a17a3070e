//! Comments as Word writes them.

use super::parts::Links;
use crate::docx::comment_text::{Line, Remark, Words};
use claimsheet_read::package::escaped;
use std::fmt::Write as _;

/// The element `w:comment` of each remark, numbered from `first`; it names its namespaces itself,
/// so that it can stand in any part.
pub(super) fn comments(remarks: &[Remark], first: u64, namespaces: &str, links: &mut Links) -> String {
    let mut out = String::new();
    for (number, remark) in (first..).zip(remarks) {
        let initials: String =
            remark.author.split_whitespace().filter_map(|word| word.chars().next()).take(3).collect();
        let _ = write!(
            out,
            "<w:comment {namespaces} w:id=\"{number}\" w:author=\"{}\" w:initials=\"{}\">",
            escaped(&remark.author),
            escaped(&initials)
        );
        for (at, line) in remark.lines.iter().enumerate() {
            paragraph(line, at == 0, links, &mut out);
        }
        out.push_str("</w:comment>");
    }
    out
}

/// A paragraph of a comment: small and close, whatever the draft's own styles are.
fn paragraph(line: &Line, is_first: bool, links: &mut Links, out: &mut String) {
    out.push_str("<w:p><w:pPr><w:spacing w:before=\"0\" w:after=\"0\" w:line=\"240\" w:lineRule=\"auto\"/><w:ind w:left=\"0\" w:firstLine=\"0\"/><w:jc w:val=\"left\"/></w:pPr>");
    if is_first {
        out.push_str("<w:r><w:annotationRef/></w:r>");
    }
    for words in line {
        run(words, 20, links, out);
    }
    out.push_str("</w:p>");
}

/// Words of a size in half points; with a link where they lead somewhere.
pub(super) fn run(words: &Words, size: u32, links: &mut Links, out: &mut String) {
    let size = words.size.unwrap_or(size);
    let link = words.url.as_deref().and_then(|url| links.id(url));
    if let Some(id) = &link {
        let _ = write!(out, "<w:hyperlink r:id=\"{id}\">");
    }
    out.push_str("<w:r><w:rPr>");
    if words.bold {
        out.push_str("<w:b/>");
    }
    if link.is_some() {
        out.push_str("<w:color w:val=\"0563C1\"/>");
    }
    let _ = write!(out, "<w:sz w:val=\"{size}\"/><w:szCs w:val=\"{size}\"/>");
    if link.is_some() {
        out.push_str("<w:u w:val=\"single\"/>");
    }
    out.push_str("</w:rPr>");
    text(&words.text, out);
    out.push_str("</w:r>");
    if link.is_some() {
        out.push_str("</w:hyperlink>");
    }
}

/// The text of a run; a line feed breaks the line.
pub(super) fn text(text: &str, out: &mut String) {
    for (at, line) in text.split('\n').enumerate() {
        if at > 0 {
            out.push_str("<w:br/>");
        }
        out.push_str("<w:t xml:space=\"preserve\">");
        out.push_str(&escaped(line));
        out.push_str("</w:t>");
    }
}

/// The run that shows where a comment is.
pub(super) fn reference(number: u64) -> String {
    format!("<w:r><w:commentReference w:id=\"{number}\"/></w:r>")
}

/// Where its words begin.
pub(super) fn begins(number: u64) -> String {
    format!("<w:commentRangeStart w:id=\"{number}\"/>")
}

/// Where its words end, with the run that shows it.
pub(super) fn ends(number: u64) -> String {
    format!("<w:commentRangeEnd w:id=\"{number}\"/>{}", reference(number))
}
