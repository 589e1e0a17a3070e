//! Holds each fact of a draft against the backing.

use crate::index::{Index, Unit, amount_term};
use crate::terms::terms;
use claimsheet::Analysis;
use claimsheet::claim::{Claim, Evidence, EvidencePlace, EvidenceStatus, Fact, FactRole, FactValue};

mod action;
mod compute;
mod date;
mod figure;
mod name;
mod quote;
mod rank;
mod role;
mod superlative;

/// Finds the evidence of every fact of an analysis and puts it there.
pub fn attach(analysis: &mut Analysis, index: &Index<'_>) {
    let mut speaker = String::new();
    let subject = analysis.names.iter().max_by_key(|name| name.count).map(|name| name.name.clone()).unwrap_or_default();
    for number in 0..analysis.claims.len() {
        let Some(claim) = analysis.claims.get(number) else { continue };
        speaker = speaker_of(claim).unwrap_or(speaker);
        let draft = Draft { claim, speaker: &speaker, subject: &subject, index };
        let mut found: Vec<Option<Evidence>> = claim.facts.iter().map(|fact| draft.evidence(fact)).collect();
        quote::told_apart(&draft, &mut found);
        if let Some(claim) = analysis.claims.get_mut(number) {
            for (fact, evidence) in claim.facts.iter_mut().zip(found) {
                fact.evidence = evidence;
            }
        }
    }
}

/// A claim with what is needed to search for it.
pub(crate) struct Draft<'a> {
    pub(crate) claim: &'a Claim,
    /// Who speaks, by name, here or in a claim before.
    pub(crate) speaker: &'a str,
    /// The name that the draft has most often.
    pub(crate) subject: &'a str,
    pub(crate) index: &'a Index<'a>,
}

/// The name of who speaks in a claim; none where a pronoun does.
fn speaker_of(claim: &Claim) -> Option<String> {
    let source = claim.claimed_source.as_ref()?;
    let name = source.probably.as_deref().unwrap_or(&source.text);
    name.split_whitespace().any(|word| word.starts_with(char::is_uppercase)).then(|| name.to_owned())
}

impl Draft<'_> {
    fn evidence(&self, fact: &Fact) -> Option<Evidence> {
        match (fact.role, &fact.value) {
            (FactRole::Quote, _) => Some(quote::find(self, fact)),
            (_, Some(FactValue::Quantity(quantity))) => Some(figure::find(self, fact, quantity)),
            (_, Some(FactValue::Date(date))) => date::find(self, fact, date),
            (FactRole::Name | FactRole::Speaker | FactRole::Place, _) => name::find(self, fact),
            (FactRole::Role, _) => role::find(self, fact),
            (FactRole::Superlative, _) => Some(superlative::find(self, fact)),
            (FactRole::Action, _) => Some(action::find(self, fact)),
            // Comparisons, qualifiers, causes, and figures and dates without a value.
            (_, _) => None,
        }
    }

    /// Where a fact stands in the words of its claim.
    pub(crate) fn offset(&self, fact: &Fact) -> usize {
        let from = fact.span.start.saturating_sub(self.claim.span.start) as usize;
        let near = self.claim.text.match_indices(&fact.text).map(|(at, _)| at);
        near.min_by_key(|at| at.abs_diff(from)).unwrap_or(0)
    }

    /// The terms of the claim with their weights for a fact: rare ones and near ones weigh more.
    pub(crate) fn wanted(&self, fact: &Fact) -> Vec<(String, f64)> {
        let at = self.offset(fact);
        let (from, to) = (at, at + fact.text.len());
        let mut wanted: Vec<(String, f64)> = Vec::new();
        for (start, term) in terms(&self.claim.text) {
            let distance = if start < from { from - start } else { start.saturating_sub(to) } as f64;
            let between = if start < from { self.claim.text.get(start..from) } else { self.claim.text.get(to..start) };
            let breaks = between.map_or(0, |between| between.matches([',', ';', '“', '"']).count().min(3));
            let mut weight = self.index.rarity.weight(&term) / (1.0 + distance / 40.0)
                * 0.7_f64.powi(i32::try_from(breaks).unwrap_or(3));
            if !self.index.rarity.knows(&term) {
                weight *= 0.55;
            }
            match wanted.iter_mut().find(|(known, _)| *known == term) {
                Some((_, known)) => *known = known.max(weight),
                None => wanted.push((term, weight)),
            }
        }
        for other in self.claim.facts.iter().filter(|other| other.span != fact.span) {
            if let Some(FactValue::Quantity(quantity)) = &other.value
                && let Some(term) = amount_term(quantity).filter(|term| self.index.rarity.knows(term))
            {
                let weight = self.index.rarity.weight(&term) * 0.8;
                wanted.push((term, weight));
            }
        }
        wanted
    }

    /// How much of what is wanted a unit speaks of, 0 to 1; `at` is the byte of the value in it, near which words count more.
    pub(crate) fn overlap(wanted: &[(String, f64)], unit: &Unit, at: Option<usize>) -> f64 {
        let all: f64 = wanted.iter().map(|(_, weight)| weight).sum();
        if all <= 0.0 {
            return 0.0;
        }
        let share = |term: &str| {
            let own = unit.terms.iter().filter(|(_, own)| own == term).map(|(start, _)| {
                let distance = at.map_or(0, |at| at.abs_diff(*start)) as f64;
                1.0 / (1.0 + (distance - 40.0).max(0.0) / 160.0)
            });
            let own = own.fold(0.0, f64::max);
            let around = if unit.is_cell { 0.9 } else { 0.3 };
            let has = |terms: &[String]| terms.iter().any(|near| near == term);
            if own > 0.0 {
                own
            } else if has(&unit.around) {
                around
            } else if has(&unit.far) {
                0.25
            } else {
                0.0
            }
        };
        wanted.iter().map(|(term, weight)| weight * share(term)).sum::<f64>() / all
    }

    /// Whether the words right beside a fact stand beside a value of the backing too, however long both sentences are.
    pub(crate) fn is_beside(&self, fact: &Fact, unit: &Unit, at: usize) -> bool {
        let offset = self.offset(fact);
        let (from, to) = (offset, offset + fact.text.len());
        let clause = |start: usize| {
            if (from..to).contains(&start) {
                return true;
            }
            let between = if start < from { self.claim.text.get(start..from) } else { self.claim.text.get(to..start) };
            between.is_some_and(|between| {
                between.len() < 9 || between.len() < 34 && !between.contains([',', ';', '“', '"'])
            })
        };
        let amounts =
            self.claim.facts.iter().filter(|other| other.span != fact.span).filter_map(|other| match &other.value {
                Some(FactValue::Quantity(quantity)) => Some((self.offset(other), amount_term(quantity)?)),
                _ => None,
            });
        let own = terms(&self.claim.text).into_iter().chain(amounts);
        let (mut all, mut shared, mut count, mut outside) = (0.0, 0.0, 0, false);
        for (start, term) in own.filter(|(start, _)| clause(*start)) {
            let known = self.index.rarity.knows(&term);
            let weight = self.index.rarity.weight(&term) * if known { 1.0 } else { 0.4 };
            let near = unit.is_cell && unit.around.contains(&term)
                || unit.terms.iter().any(|(place, own)| *own == term && place.abs_diff(at) < 45);
            all += weight;
            if near {
                shared += weight;
                count += 1;
                outside |= !(from..to).contains(&start);
            }
        }
        outside && shared >= all * 0.55 && (count > 1 || shared >= 2.8) && shared >= 2.2
    }

    /// A place of the backing: the words of a unit from `at` on.
    pub(crate) fn place(&self, unit: &Unit, at: usize) -> EvidencePlace {
        let place = self.index.place(unit, at);
        EvidencePlace::new(self.index.path(unit).to_owned(), place, unit.text.clone())
    }

    /// Whether the claim has one of the words.
    pub(crate) fn says(&self, words: &[&str]) -> bool {
        let text = self.claim.text.to_lowercase();
        words.iter().any(|word| {
            crate::terms::words(&text).any(|(_, own)| own == *word) || word.contains(' ') && text.contains(word)
        })
    }
}

/// Nothing was found.
pub(crate) fn nothing() -> Evidence {
    Evidence::new(EvidenceStatus::NotFound, Vec::new(), String::new())
}

/// Something was found.
pub(crate) fn found(status: EvidenceStatus, places: Vec<EvidencePlace>, note: impl Into<String>) -> Evidence {
    Evidence::new(status, places, note.into())
}
