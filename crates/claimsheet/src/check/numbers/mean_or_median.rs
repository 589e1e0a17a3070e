//! An average of pay or prices, without which sort of average.

use crate::check::{CheckContext, Found, quantities};
use crate::text::span::Span;
use crate::text::value::Form;

/// Things whose mean a few large ones pull up.
const SKEWED: &[&str] = &[
    "salary", "salaries", "wage", "wages", "income", "incomes", "pay", "earnings", "rent", "rents", "wealth", "worth",
    "bonus", "pension", "mortgage", "debt",
];

/// How many words behind "average" are looked at.
const REACH: usize = 4;

pub(crate) fn run(draft: &CheckContext<'_>, found: &mut Vec<Found>) {
    for (read, signals) in draft.sentences() {
        let lower = draft.text(read.span).to_ascii_lowercase();
        let has_money = quantities(signals).iter().any(|(_, one)| one.form == Form::Money);
        if !has_money || lower.contains("median") || lower.contains(" mean ") {
            continue;
        }
        let Some(at) = lower.find("average ") else { continue };
        let words = lower.get(at..).unwrap_or("").split(|letter: char| !letter.is_alphanumeric());
        if words.filter(|word| !word.is_empty()).skip(1).take(REACH).any(|word| SKEWED.contains(&word)) {
            let start = read.span.start + at as u32;
            let span = Span::new(start, start + "average".len() as u32);
            let message = "is this average the mean or the median? A few large ones pull the mean up".to_owned();
            found.push(Found { places: vec![span], message });
        }
    }
}
