//! Parts that nearly make the whole beside them.

use super::{Draft, Found, quantities, shown};
use crate::value::{Form, Quantity};

/// How far, as a share of the whole, parts may be off and still be meant as all of it.
const NEAR: f64 = 0.1;

pub(super) fn run(draft: &Draft<'_>, found: &mut Vec<Found>) {
    for (read, signals) in draft.sentences() {
        let all = quantities(signals);
        let Some(((span, total), parts)) = all.split_first() else { continue };
        let before = draft.text(read.span).get(..(span.start - read.span.start) as usize).unwrap_or("").trim();
        let opens = ["Of", "Of the", "Out of", "Of its", "Of their", "Of these"].contains(&before);
        let plain = |one: &Quantity| one.form == Form::Count && one.upper.is_none() && one.qualifier.is_none();
        if !opens || !plain(total) || parts.len() < 2 || !parts.iter().all(|(_, one)| plain(one)) {
            continue;
        }
        let sum: f64 = parts.iter().map(|(_, one)| one.amount).sum();
        if sum != total.amount && (sum - total.amount).abs() <= NEAR * total.amount {
            let terms: Vec<String> = parts.iter().map(|(_, one)| shown(one.amount)).collect();
            let message = format!("{} are {}, the draft says {}", terms.join(" + "), shown(sum), shown(total.amount));
            let places = std::iter::once(*span).chain(parts.iter().map(|(span, _)| *span)).collect();
            found.push(Found { places, message });
        }
    }
}
