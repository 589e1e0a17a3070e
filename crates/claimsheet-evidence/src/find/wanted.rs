//! What a passage should speak of to bear on a fact, and how much of it one does.

use super::Draft;
use crate::index::{Unit, amount_term};
use crate::terms::{Term, terms};
use claimsheet::claim::{Fact, FactValue};

/// How much a passage counts of a document that names nobody and nothing that the draft names, in a folder in which
/// several are such.
const FOREIGN: f64 = 0.5;

/// The terms by which passages for a fact are known.
pub(crate) struct Wanted {
    /// Each term once, with its weight; some of them no document has.
    terms: Vec<(String, f64)>,
    /// Their weights together.
    all: f64,
    /// Those of them that the documents have, with their weights.
    known: Vec<(Term, f64)>,
    /// Of each term of the documents whether it is wanted.
    is_known: Vec<bool>,
    /// The terms right beside the fact.
    beside: Vec<Beside>,
}

/// A term right beside a fact.
struct Beside {
    /// None where no document has it.
    term: Option<Term>,
    weight: f64,
    /// Whether it stands outside the words of the fact.
    is_outside: bool,
}

impl Wanted {
    /// The terms of the claim with their weights for a fact: rare ones and near ones weigh more.
    pub(crate) fn by(draft: &Draft<'_>, fact: &Fact) -> Self {
        let vocabulary = &draft.index.vocabulary;
        let at = draft.offset(fact);
        let (from, to) = (at, at + fact.text.len());
        let mut wanted: Vec<(String, f64)> = Vec::new();
        for (start, term) in terms(&draft.claim.text) {
            let distance = if start < from { from - start } else { start.saturating_sub(to) } as f64;
            let between =
                if start < from { draft.claim.text.get(start..from) } else { draft.claim.text.get(to..start) };
            let breaks = between.map_or(0, |between| between.matches([',', ';', '“', '"']).count().min(3));
            let mut weight =
                vocabulary.weight(&term) / (1.0 + distance / 40.0) * 0.7_f64.powi(i32::try_from(breaks).unwrap_or(3));
            if !vocabulary.knows(&term) {
                weight *= 0.55;
            }
            match wanted.iter_mut().find(|(known, _)| *known == term) {
                Some((_, known)) => *known = known.max(weight),
                None => wanted.push((term, weight)),
            }
        }
        for other in draft.claim.facts.iter().filter(|other| other.span != fact.span) {
            if let Some(FactValue::Quantity(quantity)) = &other.value
                && let Some(term) = amount_term(quantity).filter(|term| vocabulary.knows(term))
            {
                let weight = vocabulary.weight(&term) * 0.8;
                wanted.push((term, weight));
            }
        }
        let beside = draft.beside(fact).into_iter().map(|(start, term)| Beside {
            term: vocabulary.find(&term),
            weight: vocabulary.weight(&term) * if vocabulary.knows(&term) { 1.0 } else { 0.4 },
            is_outside: !(from..to).contains(&start),
        });
        Self { beside: beside.collect(), ..Self::of(draft, wanted) }
    }

    /// The terms of a text, each as much as it is rare.
    pub(crate) fn of_text(draft: &Draft<'_>, text: &str) -> Self {
        let weighed = |(_, term): (usize, String)| {
            let weight = draft.index.vocabulary.weight(&term);
            (term, weight)
        };
        Self::of(draft, terms(text).into_iter().map(weighed).collect())
    }

    fn of(draft: &Draft<'_>, terms: Vec<(String, f64)>) -> Self {
        let vocabulary = &draft.index.vocabulary;
        let known: Vec<(Term, f64)> =
            terms.iter().filter_map(|(term, weight)| Some((vocabulary.find(term)?, *weight))).collect();
        let mut is_known = vec![false; vocabulary.terms().len()];
        for (term, _) in &known {
            if let Some(is_known) = is_known.get_mut(term.number()) {
                *is_known = true;
            }
        }
        Self { all: terms.iter().map(|(_, weight)| weight).sum(), terms, known, is_known, beside: Vec::new() }
    }

    /// The terms that are wanted.
    pub(crate) fn terms(&self) -> impl ExactSizeIterator<Item = &str> {
        self.terms.iter().map(|(term, _)| term.as_str())
    }

    /// Whether a term is wanted.
    pub(crate) fn has(&self, term: &str) -> bool {
        self.terms().any(|wanted| wanted == term)
    }

    fn is_known(&self, term: Term) -> bool {
        self.is_known.get(term.number()).copied().unwrap_or(false)
    }

    /// Whether a sentence has a term that is wanted itself, not only around it; of a cell what stands around it tells
    /// what it is.
    pub(crate) fn is_in(&self, unit: &Unit) -> bool {
        unit.is_cell || unit.terms.iter().any(|(_, term)| self.is_known(*term))
    }

    /// How much of what is wanted a unit speaks of, 0 to 1; `at` is the byte of the value in it, near which words
    /// count more.
    fn shared(&self, unit: &Unit, at: Option<usize>) -> f64 {
        if self.all <= 0.0 {
            return 0.0;
        }
        let share = |start: usize| {
            let distance = at.map_or(0, |at| at.abs_diff(start)) as f64;
            1.0 / (1.0 + (distance - 40.0).max(0.0) / 160.0)
        };
        let own: Vec<(Term, f64)> =
            unit.terms.iter().filter(|(_, term)| self.is_known(*term)).map(|(at, term)| (*term, share(*at))).collect();
        let around = if unit.is_cell { 0.9 } else { 0.3 };
        let weighed = self.known.iter().map(|(term, weight)| {
            let own = own.iter().filter(|(own, _)| own == term).map(|(_, share)| *share).fold(0.0, f64::max);
            let share = if own > 0.0 {
                own
            } else if unit.is_near(*term) {
                around
            } else if unit.far.contains(term) {
                0.25
            } else {
                0.0
            };
            weight * share
        });
        weighed.sum::<f64>() / self.all
    }
}

impl Draft<'_> {
    /// How much of what is wanted a unit speaks of, 0 to 1, less where its document is about something else; `at` is
    /// the byte of the value in it, near which words count more.
    pub(crate) fn overlap(&self, wanted: &Wanted, unit: &Unit, at: Option<usize>) -> f64 {
        let about = if self.is_foreign(unit) { FOREIGN } else { 1.0 };
        about * wanted.shared(unit, at)
    }

    /// Whether the unit is of a document about something else.
    fn is_foreign(&self, unit: &Unit) -> bool {
        self.foreign.get(unit.file).copied().unwrap_or(false)
    }

    /// The terms right beside a fact, with where they begin: up to the next comma, and not far.
    pub(crate) fn beside(&self, fact: &Fact) -> Vec<(usize, String)> {
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
        terms(&self.claim.text).into_iter().chain(amounts).filter(|(start, _)| clause(*start)).collect()
    }

    /// Whether the words right beside a fact stand beside a value of the backing too, however long both sentences are.
    pub(crate) fn is_beside(&self, wanted: &Wanted, unit: &Unit, at: usize) -> bool {
        let (mut all, mut shared, mut count, mut outside) = (0.0, 0.0, 0, false);
        if self.is_foreign(unit) {
            return false;
        }
        for Beside { term, weight, is_outside } in &wanted.beside {
            let near = term.is_some_and(|term| {
                unit.is_cell && unit.is_near(term)
                    || unit.terms.iter().any(|(place, own)| *own == term && place.abs_diff(at) < 45)
            });
            all += weight;
            if near {
                shared += weight;
                count += 1;
                outside |= is_outside;
            }
        }
        outside && shared >= all * 0.55 && (count > 1 || shared >= 2.8) && shared >= 2.2
    }
}
