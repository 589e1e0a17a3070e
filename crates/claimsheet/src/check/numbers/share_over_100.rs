//! More than all of something.

use crate::check::{CheckContext, Found, quantities, shown};
use crate::text::value::Form;

pub(crate) fn run(draft: &CheckContext<'_>, found: &mut Vec<Found>) {
    const WHOLES: &[&str] = &[
        "of the voters",
        "of voters",
        "of people",
        "of residents",
        "of the residents",
        "of those",
        "of all",
        "of respondents",
        "of americans",
        "of members",
        "of the members",
        "of households",
        "of students",
        "of patients",
        "of women",
        "of men",
        "of the vote",
        "of the votes",
        "of workers",
        "of adults",
        "of children",
        "of drivers",
        "of pilots",
    ];
    for (_, signals) in draft.sentences() {
        for (span, one) in quantities(signals) {
            if one.form != Form::Percent || one.amount <= 100.0 {
                continue;
            }
            let behind = draft.behind(span).to_lowercase();
            let inside = draft.text(span).to_lowercase();
            let of_whole = WHOLES.iter().any(|whole| behind.trim_start().starts_with(whole) || inside.contains(whole));
            if of_whole {
                let message = format!("{} % is more than the whole", shown(one.amount));
                found.push(Found { places: vec![span], message });
            }
        }
    }
}
