//! Numbers as counts of days, months and years are written: in digits, or in a word up to twenty.

const WORDS: &[&str] = &[
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
];

/// The number that a word is, in any case.
pub(super) fn number_word(word: &str) -> Option<f64> {
    let lower = word.to_lowercase();
    let named = || WORDS.iter().position(|name| *name == lower).map(|at| at as f64 + 1.0);
    lower.parse().ok().filter(|number: &f64| number.is_finite()).or_else(named)
}
