//! A day that is not in the calendar.

use crate::check::{CheckContext, Found, dates};

pub(crate) fn run(draft: &CheckContext<'_>, found: &mut Vec<Found>) {
    for (_, signals) in draft.sentences() {
        for (span, _) in dates(signals).into_iter().filter(|(_, date)| date.impossible) {
            found.push(Found {
                places: vec![span],
                message: format!("\"{}\" is no day of the calendar", draft.text(span)),
            });
        }
    }
}
