//! A day that is not in the calendar.

use crate::check::{CheckContext, Found};

pub(crate) fn run(draft: &CheckContext<'_>, found: &mut Vec<Found>) {
    let dates = draft.sentences.iter().flat_map(|sentence| &sentence.dates);
    for (span, _) in dates.filter(|(_, date)| date.impossible) {
        found.push(Found {
            places: vec![*span],
            message: format!("\"{}\" is no day of the calendar", draft.text(*span)),
        });
    }
}
