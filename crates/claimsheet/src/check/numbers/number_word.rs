//! Numbers as counts of days, months and years are written: in digits, or in a word up to twenty.

use crate::english::number_words::{SMALL, TENS};

/// The number that a word is, in any case.
pub(crate) fn number_word(word: &str) -> Option<f64> {
    let lower = word.to_lowercase();
    let counts = || SMALL.iter().chain(TENS.first()).enumerate().skip(1);
    let named = || counts().find(|(_, name)| **name == lower).map(|(number, _)| number as f64);
    lower.parse().ok().filter(|number: &f64| number.is_finite()).or_else(named)
}
