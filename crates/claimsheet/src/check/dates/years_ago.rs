//! "In 1974, 40 years ago": a year beside a count of years to the day of publication.

use crate::check::joint::Joint;
use crate::check::{CheckContext, Found};
use crate::text::value::{Precision, TimeRelation};
use chrono::Datelike;

/// Years by which such counts are rounded.
const TOLERANCE: i32 = 1;

pub(crate) fn run(draft: &CheckContext<'_>, found: &mut Vec<Found>) {
    let Some(published) = draft.document.meta.published else { return };
    for sentence in &draft.sentences {
        let dates = &sentence.dates;
        let forward = dates.iter().zip(dates.iter().skip(1));
        let backward = dates.iter().skip(1).zip(dates.iter());
        for ((span, date), (ago, relative)) in forward.chain(backward) {
            let named = date.relation == TimeRelation::Absolute && date.precision <= Precision::Year;
            let counted = relative.relation == TimeRelation::Relative
                && relative.precision == Precision::Year
                && draft.passage(*ago).closes_with(phrases!["years ago"]);
            let (first, second) = if span < ago { (span, ago) } else { (ago, span) };
            let joint = Joint::of(draft.between(*first, *second));
            let near = joint.is_some_and(|joint| joint != Joint::Slash);
            let (Some(year), Some(then)) = (date.from, relative.from) else { continue };
            if named && counted && near && (year.year() - then.year()).abs() > TOLERANCE {
                let message = format!(
                    "from {} to the day of publication are {} years, the draft says \"{}\"",
                    year.year(),
                    published.year() - year.year(),
                    draft.text(*ago)
                );
                found.push(Found { places: vec![*first, *second], message });
            }
        }
    }
}
