//! Per cent where percentage points are meant.

use crate::check::{CheckContext, Found, format_number};
use crate::text::value::Form;

pub(crate) fn run(draft: &CheckContext<'_>, found: &mut Vec<Found>) {
    for sentence in &draft.sentences {
        let percents: Vec<_> = sentence.quantities.iter().filter(|(_, said)| said.form == Form::Percent).collect();
        for trio in percents.windows(3) {
            let [one, two, three] = trio else { continue };
            for (said, first, second) in [(one, two, three), (three, one, two)] {
                let between = draft.between(first.0, second.0);
                let is_swapped = between.is(phrases!["from"]) && draft.preceding(first.0).last_is(words!["to"]);
                if !is_swapped && !between.is(phrases!["to"]) {
                    continue;
                }
                let (from, to) = if is_swapped { (second, first) } else { (first, second) };
                let points = (to.1.amount - from.1.amount).abs();
                let change = points / from.1.amount.max(f64::MIN_POSITIVE) * 100.0;
                let is_points = (said.1.amount - points).abs() < 0.51 && (change - said.1.amount).abs() > 1.5;
                if points > 0.0 && is_points {
                    let message = format!(
                        "from {} % to {} % are {} percentage points, or {} %; the draft says \"{}\"",
                        format_number(from.1.amount),
                        format_number(to.1.amount),
                        format_number(points),
                        format_number(change),
                        draft.text(said.0)
                    );
                    found.push(Found { places: vec![said.0, from.0, to.0], message });
                }
            }
        }
    }
}
