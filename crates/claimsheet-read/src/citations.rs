//! Author–year citations and the list of works that they lead to, as reports and science pages have them:
//! `(Lund et al., 2020)`, `(Vega & Osei, 2021, p. 14)` and a part "References".

use claimsheet::text::document::{BlockKind, Document, Link, LinkTarget};
use claimsheet::text::span::Span;

/// Headings of lists of works, in small letters.
const HEADINGS: &[&str] = &[
    "references",
    "reference list",
    "bibliography",
    "works cited",
    "literature",
    "literature cited",
    "cited works",
    "sources cited",
    "selected bibliography",
    "notes and references",
    "references and notes",
];

/// Longest citation, in bytes.
const LONGEST: usize = 160;

/// Citations that are linked, at most: no article has more.
const MOST: usize = 2_000;

/// Whether words are the heading of a list of works.
pub(super) fn heads_list(words: &str) -> bool {
    HEADINGS.contains(&words.trim().trim_end_matches(':').to_lowercase().trim())
}

/// Makes the entries of a list of works references, and the citations in the text lead to them.
pub(super) fn mark(document: &mut Document) {
    let entries = references(document);
    let mut found = Vec::new();
    for block in &document.blocks {
        if !matches!(block.kind, BlockKind::Paragraph | BlockKind::ListItem | BlockKind::Quotation | BlockKind::Caption)
        {
            continue;
        }
        let text = document.text(block.span);
        for open in memchr::memchr_iter(b'(', text.as_bytes()) {
            let Some(cited) = text.get(open + 1..).and_then(inner).filter(|_| found.len() < MOST) else { continue };
            let at = block.span.start + open as u32;
            let span = Span::new(at, at + cited.len() as u32 + 2);
            if !cited.split(';').all(is_citation) || document.links.iter().any(|link| link.span.overlaps(span)) {
                continue;
            }
            let texts: Vec<String> = cited.split(';').map(|one| whole(one.trim(), &entries)).collect();
            let target = LinkTarget::Footnote { label: cited.to_owned(), text: texts.join("; ") };
            found.push(Link::new(Span::new(span.end, span.end), target));
        }
    }
    if !found.is_empty() {
        document.links.extend(found);
        document.links.sort_by_key(|link| (link.span.start, link.span.end));
    }
}

/// Makes references of the blocks under a heading of such a list at the document's end, and gives their words.
fn references(document: &mut Document) -> Vec<String> {
    let is_heading = |at: usize| {
        document.blocks.get(at).is_some_and(|block| {
            let may_head = block.kind.is_heading() || block.kind == BlockKind::Paragraph;
            may_head && heads_list(document.text(block.span))
        })
    };
    let Some(first) = (0..document.blocks.len()).rev().find(|at| is_heading(*at)) else { return Vec::new() };
    let end = (first + 1..document.blocks.len())
        .find(|at| document.blocks.get(*at).is_some_and(|block| block.kind.is_heading()))
        .unwrap_or(document.blocks.len());
    let words: Vec<String> = document
        .blocks
        .get(first + 1..end)
        .unwrap_or_default()
        .iter()
        .map(|block| document.text(block.span).to_owned())
        .collect();
    // A section of prose may have such a name: an entry says when its work came out.
    let dated = words.iter().filter(|words| year_in(words)).count();
    if words.is_empty() || dated * 2 < words.len() {
        return Vec::new();
    }
    for block in document.blocks.get_mut(first + 1..end).unwrap_or_default() {
        block.kind = BlockKind::Reference;
    }
    words
}

/// What stands up to the bracket that closes, if that is near.
fn inner(text: &str) -> Option<&str> {
    let near = text.get(..text.floor_char_boundary(LONGEST)).unwrap_or(text);
    near.split_once(')').map(|(inner, _)| inner).filter(|inner| !inner.contains('('))
}

/// Whether `text` has a year of four digits.
fn year_in(text: &str) -> bool {
    text.split(|sign: char| !sign.is_ascii_digit()).any(is_year)
}

fn is_year(digits: &str) -> bool {
    digits.len() == 4 && (digits.starts_with("19") || digits.starts_with("20") || digits.starts_with("18"))
}

/// Whether a text is a citation: names, a comma, a year, and maybe a page: `Lund et al., 2020`, `see Vega & Osei,
/// 2021a, p. 14`.
fn is_citation(text: &str) -> bool {
    let text = text.trim();
    let text = ["see also ", "see ", "e.g., ", "e.g. ", "cf. "]
        .iter()
        .find_map(|lead| text.strip_prefix(lead))
        .unwrap_or(text);
    let Some((names, rest)) = text.split_once(", ") else { return false };
    let year = rest.get(..4).unwrap_or("");
    let behind = rest.get(4..).unwrap_or("").trim_start_matches(|sign: char| sign.is_ascii_lowercase());
    let is_place =
        behind.is_empty() || [", p", ", ch", ", s", ", §", ", 1", ", 2"].iter().any(|mark| behind.starts_with(mark));
    let is_name = |word: &str| {
        let bare = word.trim_end_matches([',', '.']);
        matches!(bare, "et" | "al" | "&" | "and" | "de" | "van" | "von" | "der" | "la")
            || bare.starts_with(char::is_uppercase)
                && bare.chars().all(|sign| sign.is_alphabetic() || "-’'.".contains(sign))
    };
    let words: Vec<&str> = names.split_whitespace().collect();
    // "(May, 2020)" is a month.
    let is_month = words.len() == 1 && words.first().is_some_and(|word| MONTHS.contains(&word.to_lowercase().as_str()));
    is_year(year) && is_place && (1..=10).contains(&words.len()) && words.iter().all(|word| is_name(word)) && !is_month
}

const MONTHS: &[&str] = &[
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
    "spring",
    "summer",
    "autumn",
    "fall",
    "winter",
];

/// A citation with the entry that it leads to, where the list has it.
fn whole(cited: &str, entries: &[String]) -> String {
    let name = cited.trim_start_matches(|sign: char| !sign.is_uppercase()).split([' ', ',']).next().unwrap_or("");
    let year = cited.split(|sign: char| !sign.is_ascii_digit()).find(|digits| is_year(digits)).unwrap_or("");
    let entry = entries.iter().find(|entry| !name.is_empty() && entry.starts_with(name) && entry.contains(year));
    entry.map_or_else(|| format!("({cited})"), |entry| format!("({cited}): {entry}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plain;

    #[test]
    fn citations_lead_to_their_entries_which_are_no_text() {
        let mut document = plain::read(
            "Rents\n\nRents rose 9 percent (Orr et al., 2019; Lee & Roe, 2021a, p. 4).\n\nIt was a wet year (May, 2020) for all (Roe, 2018).\n\nReferences\n\nOrr, A., & Lee, B. (2019). Rents of towns. Harbour Press.\n\nLee, B., & Roe, C. (2021a). Wages. Journal of Towns, 9(2), 4–9.\n",
        );
        mark(&mut document);
        let kinds: Vec<BlockKind> = document.blocks.iter().map(|block| block.kind).collect();
        assert_eq!(kinds.get(kinds.len() - 2..), Some(&[BlockKind::Reference, BlockKind::Reference][..]));
        let texts: Vec<&str> = document
            .links
            .iter()
            .filter_map(|link| match &link.target {
                LinkTarget::Footnote { text, .. } => Some(text.as_str()),
                _ => None,
            })
            .collect();
        assert_eq!(
            texts,
            [
                "(Orr et al., 2019): Orr, A., & Lee, B. (2019). Rents of towns. Harbour Press.; (Lee & Roe, 2021a, p. 4): Lee, B., & Roe, C. (2021a). Wages. Journal of Towns, 9(2), 4–9.",
                "(Roe, 2018)"
            ]
        );
    }

    #[test]
    fn brackets_with_years_in_them_are_no_citations_by_themselves() {
        for text in
            ["2019", "May, 2020", "a town of 9,000, 2021", "Lund, 12 men", "Lund, 2020 was wet", "the Lund, 2020"]
        {
            assert!(!is_citation(text), "{text}");
        }
    }
}
