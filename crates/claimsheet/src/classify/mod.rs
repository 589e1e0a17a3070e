//! The judge: how much a sentence looks worth checking, as a sum that a person can follow.
//!
//! Two linear models over the same features: *factual*, whether there is something to verify, and
//! *worthy*, whether it is worth checking first. Features are the [`features`] of a sentence, the
//! [`hashed_ngrams`] of its words and the [`grammar_pieces`] of its clauses; the weights were trained (see
//! `training/README.md`) and have 8 bits.

pub mod boilerplate;
pub mod case;
pub mod contributions;
pub mod decision;
pub mod features;
pub mod genre;
pub mod grammar_pieces;
pub mod hashed_ngrams;
pub mod kind;
pub mod priority;
pub mod word_weights;

use crate::claim::Reason;
use crate::sentence_group::SentenceGroup;
use features::Marks;
use weights::{Head, MODEL};

mod grammar_weights;
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

/// Scores sentences of one article by their words and signals.
#[derive(Debug, Default)]
pub struct Classifier {
    memo: word_weights::Memo,
}

/// A sentence before the judge: its marks and its words with their weights.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Judged {
    marks: Marks,
    words: word_weights::Words,
    grammar: grammar_weights::Grammar,
}

impl Classifier {
    /// Weighs a passage.
    pub fn judge(&mut self, passage: &SentenceGroup<'_>) -> Judged {
        Judged {
            marks: Marks::of(passage),
            words: self.memo.weigh(passage.written()),
            grammar: grammar_weights::Grammar::of(passage),
        }
    }
}

impl Judged {
    /// How likely there is something to verify, and to verify first.
    pub fn score(&self) -> Score {
        let probability = |head: Head| logistic(self.log_odds(head));
        Score { factual: probability(Head::Factual), worthy: probability(Head::Worthy) }
    }

    /// The log odds.
    fn log_odds(&self, head: Head) -> f64 {
        MODEL.bias(head) + MODEL.marks(head, self.marks) + self.words.log_odds(head) + self.grammar.log_odds(head)
    }

    /// The sum for *factual*: of the passage that was judged.
    pub fn sum(&self, passage: &SentenceGroup<'_>) -> Sum {
        contributions::sum(self, passage)
    }
}

/// The sum for *factual* as a person can follow it.
#[derive(Debug, Clone, Default, PartialEq)]
#[non_exhaustive]
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

/// Rounded to four digits, so that the last bits of a platform's `exp` do not show.
fn logistic(sum: f64) -> f64 {
    (1e4 / (1.0 + (-sum).exp())).round() / 1e4
}
