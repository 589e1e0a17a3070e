//! Shares side by side that make more than the whole.

use crate::check::{CheckContext, Found, quantities, shown};
use crate::text::span::Span;
use crate::text::value::Form;

/// Sums above this are taken for shares of different things.
const MOST: f64 = 115.0;

/// Most words between two shares that belong together.
const APART: usize = 6;

/// Words that tell that the shares are not parts of one whole, or that the draft knows.
const OTHER: &[&str] =
    &["rounded", "rounding", "rose", "fell", "grew", "increase", "respectively", "more than one", "overlap"];

pub(crate) fn run(draft: &CheckContext<'_>, found: &mut Vec<Found>) {
    for (read, signals) in draft.sentences() {
        let shares: Vec<_> = quantities(signals).into_iter().filter(|(_, one)| one.form == Form::Percent).collect();
        let plain = shares.iter().all(|(_, one)| one.upper.is_none() && one.qualifier.is_none());
        if shares.len() < 3 || !plain {
            continue;
        }
        let text = draft.text(read.span).to_lowercase();
        if OTHER.iter().any(|word| text.contains(word)) {
            continue;
        }
        let gaps: Vec<&str> = shares
            .windows(2)
            .filter_map(|pair| {
                let [(one, _), (other, _)] = pair else { return None };
                Some(draft.text(Span::new(one.end, other.start.max(one.end))))
            })
            .collect();
        let has_and = |gap: &str| gap.split_whitespace().any(|word| word == "and");
        let is_list =
            gaps.iter().all(|gap| gap.split_whitespace().count() <= APART && (gap.contains(',') || has_and(gap)))
                && gaps.last().is_some_and(|gap| has_and(gap));
        let sum: f64 = shares.iter().map(|(_, one)| one.amount).sum();
        let hidden = 0.5 * shares.len() as f64;
        if is_list && sum > 100.0 + hidden && sum <= MOST {
            let terms: Vec<String> = shares.iter().map(|(_, one)| shown(one.amount)).collect();
            let message = format!("{} are {} %: are they shares of one whole?", terms.join(" + "), shown(sum));
            found.push(Found { places: shares.iter().map(|(span, _)| *span).collect(), message });
        }
    }
}
