//! Per cent where percentage points are meant.

use crate::check::{CheckContext, Found, quantities, shown};
use crate::text::span::Span;
use crate::text::value::Form;

pub(crate) fn run(draft: &CheckContext<'_>, found: &mut Vec<Found>) {
    for (_, signals) in draft.sentences() {
        let percents: Vec<_> = quantities(signals).into_iter().filter(|(_, said)| said.form == Form::Percent).collect();
        for trio in percents.windows(3) {
            let [one, two, three] = trio else { continue };
            for (said, first, second) in [(one, two, three), (three, one, two)] {
                let gap = Span::new(first.0.end, second.0.start.max(first.0.end));
                let between = draft.text(gap).trim();
                let (from, to) = match between {
                    "to" => (first, second),
                    "from" if draft.before(first.0).trim_end().ends_with(" to") => (second, first),
                    _ => continue,
                };
                let points = (to.1.amount - from.1.amount).abs();
                let change = points / from.1.amount.max(f64::MIN_POSITIVE) * 100.0;
                let is_points = (said.1.amount - points).abs() < 0.51 && (change - said.1.amount).abs() > 1.5;
                if points > 0.0 && is_points {
                    let message = format!(
                        "from {} % to {} % are {} percentage points, or {} %; the draft says \"{}\"",
                        shown(from.1.amount),
                        shown(to.1.amount),
                        shown(points),
                        shown(change),
                        draft.text(said.0)
                    );
                    found.push(Found { places: vec![said.0, from.0, to.0], message });
                }
            }
        }
    }
}
