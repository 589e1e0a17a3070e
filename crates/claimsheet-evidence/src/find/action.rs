//! Acts: whether the backing says that it was done, and how surely.

use super::wanted::Wanted;
use super::{Draft, found, nothing};
use crate::index::{Act, Unit};
use crate::terms::{Term, terms};
use claimsheet::claim::{Evidence, EvidenceStatus, Fact, FactRole};
use claimsheet::signal::Certainty;

/// How much of a claim a passage must speak of to back an act, and to speak against it.
const BACKS: f64 = 0.42;
const AGAINST: f64 = 0.3;

/// The same where there are figures, dates or quotations, which are held against the backing first.
const MORE: f64 = 0.1;

/// How much more a passage counts that has the same verb.
const SAME_VERB: f64 = 1.4;

/// Words by which a draft says something of all, or of none.
const OF_ALL: &[&str] = &["every", "everyone", "everybody", "all", "each", "always", "none", "nobody", "never"];

/// Words by which a draft leaves open whether something is done.
const OPEN: &[&str] = &["could", "may", "might", "if", "plans", "planned", "expected", "would", "unless", "hopes"];

/// What the backing says of an act; nothing where it says nothing and the claim has figures, dates or quotations,
/// which carry it.
pub(super) fn find(draft: &Draft<'_>, fact: &Fact) -> Option<Evidence> {
    // A figure or date in it is held against the backing itself.
    if holds_other(draft, fact) {
        return None;
    }
    let is_statement = !fact.tick || crate::terms::words(&fact.text).count() > 2;
    let stands_alone =
        !draft.claim.facts.iter().any(|other| {
            matches!(other.role, FactRole::Figure | FactRole::Date | FactRole::Quote | FactRole::Superlative)
        });
    let evidence = held(draft, fact, is_statement, if stands_alone { 0.0 } else { MORE });
    (evidence.status != EvidenceStatus::NotFound || stands_alone || is_statement).then_some(evidence)
}

/// Whether another fact that says more stands in the words of an act: "gave £20,000".
fn holds_other(draft: &Draft<'_>, fact: &Fact) -> bool {
    use FactRole::{Date, Figure, Quote, Superlative};
    let mut others = draft.claim.facts.iter().filter(|other| matches!(other.role, Figure | Date | Quote | Superlative));
    others.any(|other| fact.prose.contains(other.prose))
}

/// `more` is how much more than else a passage must speak of the claim.
fn held(draft: &Draft<'_>, fact: &Fact, is_statement: bool, more: f64) -> Evidence {
    let wanted = Wanted::by(draft, fact);
    let own = own_act(draft, fact);
    let terms_of_fact = draft.index.vocabulary.terms_of(&fact.text);
    if is_said_by_complement(draft, fact) {
        return complement(draft, &wanted, &fact.text).unwrap_or_else(nothing);
    }
    let mut best: Option<(f64, f64, &Unit)> = None;
    // A question says nothing.
    let is_told = |unit: &&Unit| !unit.is_cell && !unit.text.trim_end().ends_with('?');
    for unit in draft.index.units.iter().filter(|unit| wanted.is_in(unit)).filter(is_told) {
        let overlap = draft.overlap(&wanted, unit, None);
        let has_verb = own.is_some_and(|own| unit.acts.iter().any(|act| act.term == own.term));
        let score = if has_verb { overlap * SAME_VERB } else { overlap };
        if best.is_none_or(|(known, ..)| score > known) {
            best = Some((score, overlap, unit));
        }
    }
    let Some((_, overlap, unit)) = best else { return nothing() };
    let theirs = own.and_then(|own| unit.acts.iter().find(|act| act.term == own.term).map(|act| (own, act)));
    let place = || vec![draft.place(unit, 0)];
    if overlap >= AGAINST + more
        && let Some((own, act)) = theirs
        && shares_noun(draft, own, unit)
        && let Some(note) = weaker(draft, own, act)
    {
        return found(EvidenceStatus::Differs, place(), note);
    }
    let shares_word = terms_of_fact.iter().any(|term| unit.has(*term));
    // What is said of all is not backed by a passage that shares words with it, only by one that says the same.
    let is_sure =
        theirs.is_some() || !draft.says(OF_ALL) && (!is_statement || fact.tick && overlap >= BACKS + more + MORE);
    if overlap >= BACKS + more && is_sure {
        let status = if shares_word { EvidenceStatus::AsWritten } else { EvidenceStatus::Equivalent };
        return found(status, place(), "");
    }
    nothing()
}

/// Whether the verb of a fact is one that says nothing by itself, as in "are at risk": then what completes it does.
fn is_said_by_complement(draft: &Draft<'_>, fact: &Fact) -> bool {
    let from = draft.offset(fact);
    !draft.acts.iter().any(|act| (from..from + fact.text.len()).contains(&act.at))
}

/// Words that deny what stands in their sentence.
const DENIES: &[&str] = &["not", "no", "never", "none", "nobody", "without", "neither", "nor"];

/// The passage that says of the same what completes a verb that says nothing by itself, and does not deny it.
fn complement(draft: &Draft<'_>, wanted: &Wanted, complement: &str) -> Option<Evidence> {
    let denied = |text: &str| {
        crate::terms::words(text).any(|(_, word)| {
            DENIES.contains(&word.to_lowercase().as_str()) || word.ends_with("n't") || word.ends_with("n’t")
        })
    };
    let complement: Option<Vec<Term>> =
        terms(complement).iter().map(|(_, term)| draft.index.vocabulary.find(term)).collect();
    let complement = complement.filter(|terms| !terms.is_empty())?;
    let has = |unit: &Unit, term: Term| unit.has(term) || unit.is_cell && unit.is_near(term);
    let all = |unit: &&Unit| complement.iter().all(|term| has(unit, *term));
    let units = draft.index.units.iter().filter(all).filter(|unit| denied(&unit.text) == denied(&draft.claim.text));
    let scored =
        units.filter(|unit| !unit.text.trim_end().ends_with('?')).map(|unit| (draft.overlap(wanted, unit, None), unit));
    let best = scored.filter(|(overlap, _)| *overlap >= AGAINST).max_by(|one, two| one.0.total_cmp(&two.0));
    best.map(|(_, unit)| found(EvidenceStatus::AsWritten, vec![draft.place(unit, 0)], ""))
}

/// Whether a passage names something besides the verb that the claim names.
fn shares_noun(draft: &Draft<'_>, own: &Act, unit: &Unit) -> bool {
    let claim = draft.index.vocabulary.terms_of(&draft.claim.text);
    let verb = draft.index.vocabulary.find(&own.term);
    unit.terms.iter().any(|(_, term)| Some(*term) != verb && claim.contains(term))
}

/// The act of the draft that a fact is: the verb in it, else the nearest.
fn own_act<'d>(draft: &'d Draft<'_>, fact: &Fact) -> Option<&'d Act> {
    let from = draft.offset(fact);
    let to = from + fact.text.len();
    let within = draft.acts.iter().rfind(|act| (from..to).contains(&act.at));
    let distance = |act: &&Act| from.abs_diff(act.at);
    within.or_else(|| draft.acts.iter().min_by_key(distance))
}

/// What the document says that makes the act another one: that it is not done, only planned, or still to come.
fn weaker(draft: &Draft<'_>, own: &Act, theirs: &Act) -> Option<String> {
    if theirs.is_denied && !own.is_denied {
        return Some("the document says that it is not so".to_owned());
    }
    if own.is_denied && !theirs.is_denied {
        return Some("the draft denies it, the document does not".to_owned());
    }
    if own.certainty == Certainty::Open || draft.says(OPEN) {
        return None;
    }
    match (own.certainty, theirs.certainty) {
        (_, Certainty::Open) => Some("the document leaves it open, or makes it depend on something".to_owned()),
        (Certainty::Done, Certainty::Coming) => Some("in the document it is still to come".to_owned()),
        _ => None,
    }
}
