//! Words and figures that somebody looks for in the documents.

use super::figure::{agreement, comparable};
use crate::index::{Index, Unit};
use crate::passage::Place;
use crate::terms::Term;
use claimsheet::signal::Value;
use claimsheet::text::document::Document;
use claimsheet::text::value::Quantity;
use claimsheet::{Options, signals};

/// What it weighs that the words stand in a passage as they are.
const VERBATIM: f64 = 20.0;

/// What it weighs that a passage has a figure that is looked for, as it is written or rounded.
const FIGURE: f64 = 8.0;

/// A passage that a search found.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Hit<'a> {
    /// The file's path within the folder.
    pub file: &'a str,
    /// Where it stands.
    pub place: Place,
    /// Its words.
    pub text: String,
}

impl<'a> Index<'a> {
    /// The passages that hold the most of the words, or a figure that agrees with one of them, the best first.
    pub fn search(&self, words: &str, most: usize) -> Vec<Hit<'a>> {
        let weighed = |term: Term| (term, self.vocabulary.weight(self.vocabulary.text(term)));
        let wanted: Vec<(Term, f64)> = self.vocabulary.terms_of(words).into_iter().map(weighed).collect();
        let figures = figures(words);
        let exact = words.to_lowercase();
        let score = |unit: &Unit| {
            let share = |term: Term| match (unit.has(term), unit.is_near(term)) {
                (true, _) => 1.0,
                (false, true) => 0.5,
                (false, false) => 0.0,
            };
            let verbatim = if unit.text.to_lowercase().contains(&exact) { VERBATIM } else { 0.0 };
            let agreeing = figures.iter().filter(|figure| has(unit, figure)).count() as f64 * FIGURE;
            wanted.iter().map(|(term, weight)| share(*term) * weight).sum::<f64>() + agreeing + verbatim
        };
        let scored = self.units.iter().map(|unit| (score(unit), unit));
        let mut found: Vec<(f64, &Unit)> = scored.filter(|(score, _)| *score > 0.0).collect();
        found.sort_by(|one, two| two.0.total_cmp(&one.0));
        let hit = |(_, unit): (f64, &Unit)| Hit {
            file: self.path(unit),
            place: self.place(unit, 0),
            text: unit.text.clone(),
        };
        found.into_iter().take(most).map(hit).collect()
    }
}

/// The figures among words that are looked for.
fn figures(words: &str) -> Vec<Quantity> {
    let sentences = signals(&Document::from_text(words), &Options::default());
    let values = sentences.into_iter().flat_map(|sentence| sentence.signals).map(|signal| signal.value);
    let quantity = |value| match value {
        Value::Quantity(quantity) => Some(*quantity),
        _ => None,
    };
    values.filter_map(quantity).collect()
}

/// Whether a unit has a figure.
fn has(unit: &Unit, figure: &Quantity) -> bool {
    unit.quantities.iter().any(|(_, _, own)| comparable(figure, own) && agreement(figure, own).is_some())
}
