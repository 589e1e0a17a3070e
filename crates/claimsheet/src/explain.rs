//! Why each sentence is a claim or set aside.

use crate::claim::{ClaimKind, Priority, Reason, SetAsideReason};
use crate::text::span::SourceSpan;

pub use crate::classify::Sum;
pub use crate::classify::decision::Threshold;

/// The decision on one sentence and all that went into it.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Explanation {
    /// Its words.
    pub text: String,
    /// Its place in the file.
    pub span: SourceSpan,
    /// Line from 1.
    pub line: u32,
    /// What became of it.
    pub outcome: Outcome,
    /// 0 to 1.
    pub score: f64,
    /// What the score had to reach; none where it was not asked.
    pub threshold: Option<Threshold>,
    /// The rules and house patterns that insist on a claim.
    pub insisting: Vec<Reason>,
    /// How the score comes about.
    pub sum: Sum,
    /// What each detector found, in the order of the detectors.
    pub found: Vec<Found>,
}

/// What becomes of a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// A claim.
    Claim {
        /// What kind.
        kind: ClaimKind,
        /// How soon to check it.
        priority: Priority,
    },
    /// Nothing to check, and why.
    SetAside {
        /// In a word or two.
        reason: SetAsideReason,
    },
}

/// Words that a detector found.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Found {
    /// The detector's name.
    pub detector: &'static str,
    /// The words.
    pub text: String,
    /// Their value, where they have one: "600000000000 USD per year".
    pub value: Option<String>,
}
