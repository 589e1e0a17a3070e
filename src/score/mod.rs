//! The judge: how much a sentence looks worth checking, as a sum that a person can follow.
//!
//! Two linear models over the same features: *factual*, whether there is something to verify, and
//! *worthy*, whether it is worth checking first. Features are the [`marks`] of a sentence and the
//! [`pieces`] of its words; the weights were trained (see `training/README.md`) and have 8 bits.

use crate::claim::Reason;
use crate::document::{Block, Document};
use crate::signal::Signal;
use crate::span::Span;
use marks::Marks;
use weights::{Head, MODEL};

pub mod marks;
pub mod pieces;
mod reasons;
mod weights;

/// The probabilities from which a sentence is a claim, and from which it is of the sort that
/// checkers take first. The training chose them on articles held out: see `training/MODEL.md`.
pub fn thresholds() -> Score {
    let [factual, worthy] = MODEL.thresholds();
    Score { factual, worthy }
}

/// How the judge sees a sentence.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Score {
    /// 0 to 1: how likely there is something to verify.
    pub factual: f64,
    /// 0 to 1: how likely it is worth checking first.
    pub worthy: f64,
}

/// Scores the sentence at `span` of `block` by its words and signals.
pub fn score(document: &Document, block: &Block, span: Span, signals: &[Signal]) -> Score {
    let (mut count, mut sums) = (0_u32, [0_i32; 2]);
    pieces::pieces(document.text(span), |piece, _| {
        count += 1;
        let [factual, worthy] = MODEL.piece(piece);
        sums[0] += i32::from(factual);
        sums[1] += i32::from(worthy);
    });
    let marks = Marks::of(document, block, span, signals);
    let probability = |head: Head| logistic(MODEL.log_odds(head, marks, sums[head as usize], count));
    Score { factual: probability(Head::Factual), worthy: probability(Head::Worthy) }
}

/// The sum for *factual* as a person can follow it.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Sum {
    /// What every sentence starts from, in log odds.
    pub base: f64,
    /// The terms worth telling, the heaviest first: marks with the words that raised them, and the
    /// words themselves.
    pub terms: Vec<Reason>,
    /// What the terms that are not told add up to.
    pub rest: f64,
    /// The log odds: base, terms and rest.
    pub total: f64,
}

/// The sum for *factual* of the sentence at `span` of `block`.
pub fn sum(document: &Document, block: &Block, span: Span, signals: &[Signal]) -> Sum {
    reasons::sum(document, block, span, signals)
}

/// Rounded to four digits, so that the last bits of a platform's `exp` do not show.
fn logistic(sum: f64) -> f64 {
    (1e4 / (1.0 + (-sum).exp())).round() / 1e4
}
