//! What the program wrote, kept in the sheet as a hidden comment at its end: by part the digests of
//! its lines, the words of each claim, which entries a person deleted, and the draft.

use super::line::{Line, essence};
use super::{ClaimWords, Origin, Part, PartKind, base64, order, record_text};
use rustc_hash::FxHashMap;
use std::borrow::Cow;
use std::collections::{BTreeMap, HashSet};
use std::fmt::Write as _;

const OPENS: &str = "<!-- claimsheet:record";
const ADVICE: &str = "(kept to merge later runs; please leave it)";
const CLOSES: &str = "-->";

/// The digest of a line: 24 bits over its essence and its number among equals in its
/// part.
pub(super) type LineDigest = u32;

/// What the program wrote.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Record {
    parts: BTreeMap<String, Vec<LineDigest>>,
    claims: BTreeMap<String, String>,
    /// Claims whose entries a person deleted, with their words.
    deleted: BTreeMap<String, String>,
    /// The ids of the entries in the program's order, where the numbers of their headings do not tell it.
    order: Vec<String>,
    origin: Option<Origin>,
}

impl Record {
    /// The record of a sheet as it was rendered, by its parts with their lines, without empty ones.
    pub(super) fn of<'a, L: IntoIterator<Item = &'a str>>(
        parts: impl IntoIterator<Item = (PartKind, L)>,
        claims: &[ClaimWords],
        origin: &Origin,
    ) -> Self {
        let mut entries = Vec::new();
        let digested = |(kind, lines): (PartKind, L)| {
            let mut lines = lines.into_iter().peekable();
            entries.extend(order::numbered(&kind, lines.peek().copied()));
            (name(&kind), digests(lines))
        };
        let parts: BTreeMap<_, _> = parts.into_iter().map(digested).filter(|(_, lines)| !lines.is_empty()).collect();
        let order = order::not_told(entries);
        let written = claims.iter().filter(|claim| parts.contains_key(&claim.id));
        let claims = written.map(|claim| (claim.id.clone(), claim.text.clone())).collect();
        Self { parts, claims, deleted: BTreeMap::new(), order, origin: Some(origin.clone()) }
    }

    /// What the sheet was made of; none in the record of a program before this was kept.
    pub(super) const fn origin(&self) -> Option<&Origin> {
        self.origin.as_ref()
    }

    /// The claims that have, or had, an entry, by id, with their words.
    pub(super) fn claims(&self) -> impl Iterator<Item = (&str, &str)> {
        self.claims.iter().map(|(id, words)| (id.as_str(), words.as_str()))
    }

    /// The ids of the entries in the program's order, where the numbers of their headings do not tell it.
    pub(super) fn order(&self) -> impl Iterator<Item = &str> {
        self.order.iter().map(String::as_str)
    }

    /// Keeps the order of the entries; none where the numbers of their headings tell it.
    pub(super) fn set_order(&mut self, ids: Vec<String>) {
        self.order = ids;
    }

    /// Notes that a person deleted the entry of a claim. Of a claim that this run has written that is seen without a
    /// note.
    pub(super) fn delete(&mut self, id: &str, words: &str) {
        if !self.claims.contains_key(id) {
            self.deleted.insert(id.to_owned(), words.to_owned());
        }
    }

    /// The claims of which this holds and the sheet with these entries does not: those whose entries were
    /// deleted, with their words.
    pub(super) fn missing<F: Fn(&str) -> bool>(&self, has: F) -> impl Iterator<Item = (&str, &str)> + use<'_, F> {
        let all = self.claims.iter().chain(&self.deleted);
        all.map(|(id, words)| (id.as_str(), words.as_str())).filter(move |(id, _)| !has(id))
    }

    /// The lines that the program wrote in a part; none where nothing is known of it.
    pub(super) fn lines(&self, kind: &PartKind) -> Option<HashSet<LineDigest>> {
        self.parts.get(&name(kind)).map(|lines| lines.iter().copied().collect())
    }

    /// The words of a claim.
    pub(super) fn words(&self, id: &str) -> Option<&str> {
        self.claims.get(id).map(String::as_str)
    }

    /// Whether the program wrote an entry for the claim.
    pub(super) fn has(&self, id: &str) -> bool {
        self.claims.contains_key(id) || self.deleted.contains_key(id)
    }

    /// Takes over what another record knows of a part.
    pub(super) fn keep(&mut self, other: &Self, kind: &PartKind) {
        if let Some(lines) = other.parts.get(&name(kind)) {
            self.parts.insert(name(kind), lines.clone());
        }
        if let PartKind::Entry(id) = kind
            && let Some(words) = other.claims.get(id)
        {
            self.claims.insert(id.clone(), words.clone());
        }
    }

    /// The text without the record, and the record, if there is one. One that a formatter wrapped, or of which
    /// the end is gone, is read as far as it goes; what is not ours in it stays in the text.
    pub(super) fn split(text: &str) -> (Cow<'_, str>, Option<Self>) {
        let Some(at) = memchr::memmem::find_iter(text.as_bytes(), OPENS).last() else {
            return (Cow::Borrowed(text), None);
        };
        let (body, rest) = text.split_at(at);
        let rest = rest.get(OPENS.len()..).unwrap_or("");
        let (inside, behind) = rest.split_once(CLOSES).unwrap_or((rest, ""));
        let read = record_text::read(inside);
        let own = [read.left.trim_end(), behind.trim_start()].into_iter().filter(|own| !own.trim().is_empty());
        let own: Vec<&str> = own.collect();
        let body = if own.is_empty() { Cow::Borrowed(body) } else { Cow::Owned(body.to_owned() + &own.join("\n")) };
        (body, Some(read.record))
    }

    /// Takes over what a piece of the comment says.
    pub(super) fn take(&mut self, piece: record_text::Piece) {
        use record_text::Piece;
        match piece {
            Piece::Part(name, lines) => drop(self.parts.insert(name, lines)),
            Piece::Claim(id, words) => drop(self.claims.insert(id, words)),
            Piece::Deleted(id, words) => drop(self.deleted.insert(id, words)),
            Piece::Order(ids) => self.order = ids,
            Piece::Draft(origin) => self.origin = Some(*origin),
        }
    }

    /// Writes the comment, with a line break at its end.
    pub(super) fn write(&self, out: &mut String) {
        out.extend([OPENS, " ", ADVICE, "\n"]);
        if let Some(origin) = &self.origin {
            let origin = serde_json::to_string(origin).unwrap_or_default();
            let _ = writeln!(out, "draft {}", within_comment(&origin));
        }
        if !self.order.is_empty() {
            let _ = writeln!(out, "order {}", self.order.join(" "));
        }
        for (name, lines) in &self.parts {
            out.extend(["lines ", name, " "]);
            for line in lines {
                out.extend(base64::digits(*line));
            }
            out.push(' ');
        }
        end_line(out);
        for (kind, claims) in [("claim", &self.claims), ("deleted", &self.deleted)] {
            for (id, words) in claims {
                let words = serde_json::to_string(words).unwrap_or_default();
                let _ = write!(out, "{kind} {id} {} ", within_comment(&words));
            }
            end_line(out);
        }
        out.extend([CLOSES, "\n"]);
    }
}

/// Ends a line of several pieces; none where there were none.
fn end_line(out: &mut String) {
    if out.ends_with(' ') {
        out.pop();
        out.push('\n');
    }
}

/// JSON without what would end the comment around it.
fn within_comment(json: &str) -> String {
    json.replace('>', "\\u003e").replace("--", "-\\u002d")
}

/// A part's name in the record: an id, or a digest of its heading.
fn name(kind: &PartKind) -> String {
    match kind {
        PartKind::Top => "top".to_owned(),
        PartKind::Entry(id) => id.clone(),
        PartKind::Section(title) | PartKind::Own(title) => format!("section-{:06x}", digest(title, 0)),
    }
}

/// The digests of the lines of one part, one each, in order.
pub(super) fn digests<'a>(lines: impl IntoIterator<Item = &'a str>) -> Vec<LineDigest> {
    let mut seen: FxHashMap<u64, u32> = FxHashMap::default();
    let numbered = |line: &'a str| {
        let mut hash = OFFSET;
        essence(line, |byte| hash = hashed(hash, byte));
        let number = seen.entry(hash).or_insert(0);
        *number += 1;
        shortened(self::hash(hash, &number.to_le_bytes()))
    };
    lines.into_iter().map(numbered).collect()
}

/// The digest of a line that is the only one of its words in its part.
pub(super) fn digest_of(line: &str) -> LineDigest {
    digests([line]).first().copied().unwrap_or_default()
}

fn digest(text: &str, number: u32) -> LineDigest {
    shortened(hash(hash(OFFSET, text.as_bytes()), &number.to_le_bytes()))
}

/// What FNV-1a begins with.
const OFFSET: u64 = 0xcbf2_9ce4_8422_2325;

/// FNV-1a of what was hashed before and of `bytes`.
fn hash(before: u64, bytes: &[u8]) -> u64 {
    bytes.iter().fold(before, |hash, byte| hashed(hash, *byte))
}

fn hashed(before: u64, byte: u8) -> u64 {
    (before ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
}

/// A hash folded to 24 bits.
const fn shortened(hash: u64) -> LineDigest {
    ((hash >> 40 ^ hash) & 0x00ff_ffff) as LineDigest
}

/// Of each line of a part, whether it was worked on, or the record does not know it.
pub(super) fn is_work(part: &Part, record: Option<&Record>) -> Vec<bool> {
    let known = record.and_then(|record| record.lines(&part.kind));
    let is_own = |digest: &LineDigest| known.as_ref().is_none_or(|known| !known.contains(digest));
    part.lines.iter().zip(digests(part.texts())).map(|(line, digest)| line.is_worked_on() || is_own(&digest)).collect()
}

/// Whether the lines of a part hold anything that the record does not know or that was worked on.
pub(super) fn has_work(part: &Part, record: Option<&Record>) -> bool {
    let is_known = record.is_some_and(|record| record.lines(&part.kind).is_some());
    if is_known { is_work(part, record).contains(&true) } else { part.lines.iter().any(Line::is_worked_on) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_line_has_a_digest_of_its_own_place_among_equals() {
        let all = digests(["a", "", "a", "b"]);
        assert_eq!(all.len(), 4);
        assert_ne!(all[0], all[2]);
        assert_eq!(all[0], digests(["- a"])[0]);
    }
}
