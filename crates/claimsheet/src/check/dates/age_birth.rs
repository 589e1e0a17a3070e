//! An age beside a day or year of birth.

use crate::check::dates::age_death::full_years;
use crate::check::{CheckContext, Found, dates, quantities};
use crate::text::value::{Form, Precision, TimeRelation};

/// Words that tell that the age is not of the day of publication.
const THEN: &[&str] = &[" when ", " died", " at the time", " was then", " would be", " until ", " before ", " after "];

pub(crate) fn run(draft: &CheckContext<'_>, found: &mut Vec<Found>) {
    let Some(published) = draft.document.meta.published else { return };
    for (read, signals) in draft.sentences() {
        let lower = draft.text(read.span).to_lowercase();
        let dates = dates(signals);
        let [(date_span, date)] = dates.as_slice() else { continue };
        let before = draft.before(*date_span).to_lowercase();
        let is_birth = before.trim_end().trim_end_matches(" on").trim_end_matches(" in").ends_with("born")
            && date.relation == TimeRelation::Absolute
            && matches!(date.precision, Precision::Day | Precision::Month | Precision::Year);
        let (Some(from), Some(to)) = (date.from, date.to) else { continue };
        if !is_birth || THEN.iter().any(|word| lower.contains(word)) {
            continue;
        }
        let age = quantities(signals).into_iter().find(|(span, one)| {
            let before = draft.before(*span).trim_end();
            let told = one.form == Form::Count
                && (before.ends_with(" is") || before.ends_with(" now") || before.ends_with("both"));
            one.upper.is_none() && one.qualifier.is_none() && (one.form == Form::Age || told) && one.amount <= 120.0
        });
        let Some((span, said)) = age else { continue };
        let (least, most) = (full_years(to, published), full_years(from, published));
        if said.amount < f64::from(least) || said.amount > f64::from(most) {
            let real = if least == most { least.to_string() } else { format!("{least} or {most}") };
            let message = format!(
                "\"{}\" makes {real} on the day of publication, the draft says {}",
                draft.text(*date_span),
                said.amount
            );
            found.push(Found { places: vec![*date_span, span], message });
        }
    }
}
