//! What a review may lack.

use std::fmt;

/// What a claim's entry lacks by the rules of the desk; worded by [`Display`](fmt::Display).
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Lack {
    /// It has no verdict.
    Verdict,
    /// Its verdict is none of those that the desk gives.
    KnownVerdict {
        /// The verdict as written.
        written: String,
        /// Those that may be given.
        known: Vec<String>,
    },
    /// Its words were edited since they were checked.
    AnotherLook,
    /// It has fewer sources than the desk asks for.
    Sources {
        /// How many it has.
        has: usize,
        /// How many it needs.
        needs: usize,
    },
    /// No source is marked as primary.
    PrimarySource,
    /// It was corrected, and not said to what.
    Correction,
    /// Nobody has signed it.
    Initials,
    /// No second person has checked it.
    SecondCheck,
    /// The author was asked and has not answered.
    Answer,
}

impl fmt::Display for Lack {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Verdict => f.write_str("no verdict"),
            Self::KnownVerdict { written, known } => {
                write!(f, "the verdict {written:?} is none of: {}", known.join(", "))
            }
            Self::AnotherLook => f.write_str("changed since checked: look again, then tick or delete that line"),
            Self::Sources { has, needs } => write!(f, "{has} of {needs} sources"),
            Self::PrimarySource => f.write_str("no source marked as primary"),
            Self::Correction => f.write_str("corrected, but no correction given"),
            Self::Initials => f.write_str("not initialled"),
            Self::SecondCheck => f.write_str("no second check"),
            Self::Answer => f.write_str("query to the author not answered"),
        }
    }
}
