//! Entries whose hidden marks an editor took away: found again by their headings and the words they quote.

use super::line::Line;
use super::{ClaimWords, Part, PartKind, Sheet, essence, order, split};
use std::borrow::Cow;
use std::collections::HashSet;

/// The fewest letters and digits of a heading by which a claim is known.
const LEAST: usize = 8;

/// The sheet with each entry that lost its mark known as that of its claim: one of `claims`, or one that the
/// record names. Parts stay in their order, and no line is changed.
pub(super) fn recognised<'a>(sheet: &'a Sheet, claims: &[ClaimWords]) -> Cow<'a, Sheet> {
    if !sheet.parts.iter().any(is_candidate) {
        return Cow::Borrowed(sheet);
    }
    let known: HashSet<&str> = sheet.parts.iter().filter_map(Part::id).collect();
    let of_record = sheet.record.iter().flat_map(super::Record::claims);
    let own = claims.iter().map(|claim| (claim.id.as_str(), claim.text.as_str()));
    let mut seen: HashSet<&str> = known.clone();
    let mut left: Vec<(String, String)> = own
        .chain(of_record)
        .filter(|(id, _)| seen.insert(id))
        .map(|(id, text)| (id.to_owned(), essence(text)))
        .collect();
    let mut sheet = sheet.clone();
    // What is surest first: the heading of a part of a claim stands in that claim, as the one of its entry does.
    let ways: [fn(&About, &str) -> bool; 3] =
        [|about, text| about.is_quoted(text) && about.is_headed(text), About::is_quoted, About::is_headed];
    for is_about in ways {
        for part in sheet.parts.iter_mut().filter(|part| is_candidate(part)) {
            let about = About::of(part);
            if let Some(at) = left.iter().position(|(_, text)| is_about(&about, text)) {
                let (id, _) = left.remove(at);
                part.kind = PartKind::Entry(id);
            }
        }
    }
    Cow::Owned(sheet)
}

/// Whether a sheet has parts that look like entries of ours and are known as none: they quote a claim, and have rows
/// to fill or a number in their heading.
pub(super) fn has_unknown_entries(sheet: &Sheet) -> bool {
    let is_numbered = |part: &Part| {
        let heading = part.lines.first().and_then(|line| order::number(&line.text));
        matches!(part.kind, PartKind::Own(_)) && heading.is_some()
    };
    let quotes = |part: &Part| part.lines.iter().any(|line| line.text.trim_start().starts_with('>'));
    sheet.parts.iter().any(|part| (is_candidate(part) || is_numbered(part)) && quotes(part))
}

/// Whether a part may be an entry without its mark: under a heading of its own, with a row to fill, and not marked as
/// one about a part of a claim.
fn is_candidate(part: &Part) -> bool {
    matches!(part.kind, PartKind::Own(_) | PartKind::Section(_))
        && part.lines.iter().any(|line| line.field().is_some())
        && !part.lines.iter().any(|line| split::marked(&line.text).is_some())
}

/// What a part says that it is about.
struct About {
    /// What its heading says between the gaps, in order.
    heading: Vec<String>,
    /// Its paragraphs and quotations, without items and rows.
    words: Vec<String>,
    /// Its quotations alone.
    quoted: String,
}

impl About {
    fn of(part: &Part) -> Self {
        let heading = part.lines.first().map_or("", |line| line.text.as_str());
        let is_words = |line: &&Line| line.field().is_none() && !line.is_open() && !line.is_ticked();
        let words = part.lines.iter().skip(1).filter(is_words).map(|line| essence(&line.text)).collect();
        let heading = bare(heading).split('…').map(essence).filter(|piece| !piece.is_empty()).collect();
        let quotations = part.lines.iter().filter(|line| line.text.trim_start().starts_with('>'));
        Self { heading, words, quoted: quotations.map(|line| essence(&line.text)).collect() }
    }

    fn is_headed(&self, text: &str) -> bool {
        let mut rest = text;
        let stands = self.heading.iter().all(|piece| match rest.split_once(piece.as_str()) {
            Some((_, behind)) => {
                rest = behind;
                true
            }
            None => false,
        });
        let letters: usize = self.heading.iter().map(String::len).sum();
        !self.is_of_part(text) && !text.is_empty() && stands && (letters >= LEAST || self.heading.concat() == text)
    }

    /// Whether it quotes a part of the claim's words only: an entry that a person split off.
    fn is_of_part(&self, text: &str) -> bool {
        self.quoted.len() >= LEAST && self.quoted.len() < text.len() && text.contains(&self.quoted)
    }

    fn is_quoted(&self, text: &str) -> bool {
        text.len() >= LEAST && self.words.iter().any(|words| words.contains(text))
    }
}

/// A heading without its marks, its number, and the anchor that some editors put behind it.
pub(super) fn bare(heading: &str) -> String {
    let words = heading.trim().trim_start_matches('#').replace(['*', '_', '\\'], "");
    let words = words.split(" {#").next().unwrap_or("").trim();
    let digits = words.bytes().take_while(u8::is_ascii_digit).count();
    let rest = words.get(digits..).and_then(|rest| rest.strip_prefix('.')).filter(|_| digits > 0);
    rest.unwrap_or(words).trim().trim_end_matches('…').to_owned()
}
