//! Claims that a person split: entries of their own about a part of a claim's words. Such an entry names its claim in a
//! hidden mark, as the page writes it; without one, as by hand or where an editor took it away, it is known by the words
//! that it quotes.

use super::line::Line;
use super::{ClaimWords, Part, PartKind, Sheet, essence, recognise};
use std::cell::LazyCell;
use std::collections::BTreeMap;

/// What stands before the id in the hidden mark.
const PART_OF: &str = "<!-- part of claim:";

/// The fewest letters and digits of quoted words by which the claim is known.
const LEAST: usize = 8;

/// The id in a line that holds the hidden mark of a part of a claim.
pub(super) fn marked(text: &str) -> Option<&str> {
    let id = text.trim().trim_start_matches('\\').strip_prefix(PART_OF)?.split_whitespace().next()?;
    (!id.is_empty() && id.bytes().all(|byte| byte.is_ascii_alphanumeric())).then_some(id)
}

/// By place among the sheet's parts, the id of the claim of which an entry of a person's own is a part.
pub(super) fn claims_of(sheet: &Sheet) -> BTreeMap<usize, String> {
    let mut found = BTreeMap::new();
    let mut before = None;
    let mut all: Option<Vec<(&str, String)>> = None;
    for (at, part) in sheet.parts.iter().enumerate() {
        match &part.kind {
            PartKind::Entry(id) => before = Some(id.as_str()),
            PartKind::Own(_) => {
                let mark = part.lines.iter().find_map(|line| marked(&line.text));
                let by_words = || {
                    let quoted = quoted(part).filter(|quoted| quoted.len() >= LEAST)?;
                    let all = all.get_or_insert_with(|| words(sheet));
                    let holds = |(_, words): &&(&str, String)| words.contains(&quoted);
                    let nearest = all.iter().find(|(id, _)| Some(*id) == before).filter(holds);
                    nearest.or_else(|| all.iter().find(holds)).map(|(id, _)| *id)
                };
                found.extend(mark.or_else(by_words).map(|id| (at, id.to_owned())));
            }
            PartKind::Top | PartKind::Section(_) => {}
        }
    }
    found
}

/// The words of all claims that have an entry, by id, in the sheet's order.
fn words(sheet: &Sheet) -> Vec<(&str, String)> {
    let ids = sheet.parts.iter().filter_map(Part::id);
    ids.filter_map(|id| Some((id, essence(sheet.words(id)?)))).collect()
}

/// The words that an entry quotes, without marks; none where it quotes nothing.
fn quoted(part: &Part) -> Option<String> {
    let lines = part.lines.iter().map(|line| line.text.trim_start()).filter(|text| text.starts_with('>'));
    let words: String = lines.map(essence).collect();
    (!words.is_empty()).then_some(words)
}

/// The words that an entry quotes, as they are shown; else its heading.
pub(super) fn shown(part: &Part) -> String {
    let lines = part.lines.iter().map(|line| line.text.trim_start());
    let quoted: Vec<&str> = lines.filter_map(|text| Some(text.strip_prefix('>')?.trim())).collect();
    if quoted.is_empty() {
        return part.lines.first().map(|line| recognise::bare(&line.text)).unwrap_or_default();
    }
    quoted.join(" ").replace(['*', '\\'], "")
}

/// What becomes of a part of a claim in another draft.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Fate {
    /// The claim of this id holds it, with the words that it quotes.
    Stands(String),
    /// That claim stands in the draft, and reads otherwise where it quotes.
    Edited(String),
    /// No claim of the draft holds it.
    Gone,
}

/// What becomes of the parts of claims. `claim_now` is the claim of the draft that an entry belongs to.
pub(super) fn fates<'a>(
    sheet: &Sheet,
    claims: &'a [ClaimWords],
    claim_now: impl Fn(&str) -> Option<&'a ClaimWords>,
) -> BTreeMap<usize, Fate> {
    let told = claims_of(sheet);
    let words = LazyCell::new(|| claims.iter().map(|claim| (essence(&claim.text), claim)).collect::<Vec<_>>());
    let fate = |(at, part): (usize, &Part)| {
        let id = told.get(&at);
        let quoted = quoted(part).filter(|quoted| quoted.len() >= LEAST);
        let holds = |words: &str| quoted.as_ref().is_some_and(|quoted| words.contains(quoted));
        let is_own = |claim: &&ClaimWords| Some(&claim.id) == id;
        let own = id.and_then(|id| claim_now(id).or_else(|| claims.iter().find(is_own)));
        let fate = match own {
            Some(claim) if is_own(&claim) || holds(&essence(&claim.text)) => Fate::Stands(claim.id.clone()),
            Some(claim) => Fate::Edited(claim.id.clone()),
            // An entry of the sheet may lack its words, as where they now stand below a heading put into it.
            None => {
                let holder = || words.iter().find(|(words, _)| holds(words)).map(|(_, claim)| claim.id.clone());
                let holder = quoted.as_ref().and_then(|_| holder());
                holder.map(Fate::Stands).or_else(|| id.map(|_| Fate::Gone))?
            }
        };
        Some((at, fate))
    };
    let own = sheet.parts.iter().enumerate().filter(|(_, part)| matches!(part.kind, PartKind::Own(_)));
    own.filter_map(fate).collect()
}

impl Part {
    /// The entry with the id of its claim in a hidden mark: the words that it quotes do not tell it any more.
    pub(super) fn with_mark(&self, id: &str) -> Self {
        let mut part = self.with_claim(id);
        if !part.lines.iter().any(|line| marked(&line.text).is_some()) {
            part.lines.insert(part.lines.len().min(1), Line::new(format!("{PART_OF}{id} -->"), 0));
        }
        part
    }

    /// The entry with the id of its claim in its hidden mark, where it has one.
    pub(super) fn with_claim(&self, id: &str) -> Self {
        let mut part = self.clone();
        for line in &mut part.lines {
            if let Some(was) = marked(&line.text).map(str::to_owned) {
                line.text = line.text.replacen(&was, id, 1);
            }
        }
        part
    }
}
