//! Acts: whether the backing says that it was done, and how surely.

use super::{Draft, found, nothing};
use crate::index::Unit;
use crate::terms::{terms, words};
use claimsheet::claim::{Evidence, EvidenceStatus, Fact, FactRole};

/// How much of a claim a passage must speak of to back an act, and to speak against it.
const BACKS: f64 = 0.42;
const AGAINST: f64 = 0.4;

/// Words that deny, and words that leave open whether something is done.
const DENIES: &[&str] = &[
    "not", "no", "never", "neither", "nor", "without", "cannot", "can't", "won't", "didn't", "hasn't", "haven't",
    "isn't", "wasn't", "don't", "doesn't", "nobody", "none",
];
const OPEN: &[&str] = &[
    "could",
    "may",
    "might",
    "if",
    "plans",
    "planned",
    "intends",
    "considering",
    "proposed",
    "proposes",
    "hopes",
    "expected",
    "would",
    "unless",
    "provided",
    "subject",
];

pub(super) fn find(draft: &Draft<'_>, fact: &Fact) -> Evidence {
    // Where there are figures, dates or quotations, they are what is held against the backing first.
    let has_others =
        draft.claim.facts.iter().any(|other| {
            matches!(other.role, FactRole::Figure | FactRole::Date | FactRole::Quote | FactRole::Superlative)
        });
    let more = if has_others { 0.1 } else { 0.0 };
    of_act(draft, fact, more)
}

/// `more` is how much more than else a passage must speak of the claim.
fn of_act(draft: &Draft<'_>, fact: &Fact, more: f64) -> Evidence {
    let wanted = draft.wanted(fact);
    // The verb comes first; its object is what the passage speaks of.
    let act: Vec<String> = terms(&fact.text).into_iter().map(|(_, term)| term).take(2).collect();
    let best = draft
        .index
        .units
        .iter()
        .filter(|unit| !unit.is_cell)
        .map(|unit| (Draft::overlap(&wanted, unit, None), unit))
        .max_by(|one, two| one.0.total_cmp(&two.0));
    let Some((overlap, unit)) = best else { return nothing() };
    let same_act = act.iter().any(|term| unit.terms.iter().any(|(_, own)| own == term));
    let place = draft.place(unit, 0);
    if overlap >= AGAINST + more
        && same_act
        && let Some(note) = denied(draft, fact, unit)
    {
        return found(EvidenceStatus::Differs, vec![place], note);
    }
    if overlap >= BACKS + more {
        let status = if same_act { EvidenceStatus::AsWritten } else { EvidenceStatus::Equivalent };
        return found(status, vec![place], "");
    }
    nothing()
}

fn has(text: &str, list: &[&str]) -> Option<String> {
    let lower = text.to_lowercase().replace('’', "'");
    words(&lower).map(|(_, word)| word.to_owned()).find(|word| list.contains(&word.as_str()))
}

/// The words between the last comma before an act and the next behind it.
fn clause(text: &str, at: usize) -> &str {
    let start = text.get(..at).and_then(|before| before.rfind([',', ';', '.', '“', '"'])).map_or(0, |at| at + 1);
    let end = text.get(at..).and_then(|after| after.find([',', ';', '.'])).map_or(text.len(), |end| at + end);
    text.get(start..end).unwrap_or(text)
}

/// Whether one denies or leaves open what the other says.
fn denied(draft: &Draft<'_>, fact: &Fact, unit: &Unit) -> Option<String> {
    let act: Vec<String> = terms(&fact.text).into_iter().map(|(_, term)| term).take(2).collect();
    let at = unit.terms.iter().find(|(_, term)| act.contains(term)).map(|(at, _)| *at)?;
    let theirs = clause(&unit.text, at);
    let own = clause(&draft.claim.text, draft.offset(fact));
    let (no, own_no) = (has(theirs, DENIES), has(own, DENIES));
    if no.is_some() != own_no.is_some() {
        let word = no.or(own_no)?;
        return Some(format!("one says “{word}”, the other does not"));
    }
    let open = has(theirs, OPEN)?;
    has(own, OPEN)
        .is_none()
        .then(|| format!("the document leaves it open: “{open}”"))
        .filter(|_| !draft.says(&["will", "expected", "plan", "plans", "would"]))
}
