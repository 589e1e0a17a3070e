//! An age at death beside the years of birth and death.

use crate::check::{CheckContext, Found, dates, quantities};
use crate::signal::Signal;
use crate::text::span::Span;
use crate::text::value::{DateValue, Form, Precision, TimeRelation};
use chrono::{Datelike, NaiveDate};

/// Words of which one stands right before an age at death that is a bare number.
const AT: &[&str] = &["at", "aged", "age", "age of", "was"];

pub(crate) fn run(draft: &CheckContext<'_>, found: &mut Vec<Found>) {
    for (_, signals) in draft.sentences() {
        let dates = dates(signals);
        let [(born_span, born), (died_span, died)] = dates.as_slice() else { continue };
        let told = [(born_span, born, "born"), (died_span, died, "died")]
            .iter()
            .all(|(span, date, verb)| is_named(date) && is_behind(draft, **span, verb));
        let ends = (born.from, born.to, died.from, died.to);
        let (Some(from), Some(to), Some(dead_from), Some(dead_to)) = ends else { continue };
        let Some((span, age)) = age(draft, signals, *died_span).filter(|_| told && to < dead_from) else { continue };
        let (least, most) = (full_years(to, dead_from), full_years(from, dead_to));
        if age < f64::from(least) || age > f64::from(most) {
            let real = if least == most { least.to_string() } else { format!("{least} or {most}") };
            let message = format!(
                "born \"{}\" and died \"{}\" makes {real}, the draft says {age}",
                draft.text(*born_span),
                draft.text(*died_span)
            );
            found.push(Found { places: vec![*born_span, *died_span, span], message });
        }
    }
}

fn is_named(date: &DateValue) -> bool {
    date.relation == TimeRelation::Absolute
        && matches!(date.precision, Precision::Year | Precision::Month | Precision::Day)
}

/// Whether `verb` stands right before a date, "in", "on" or a place of a word or two between.
fn is_behind(draft: &CheckContext<'_>, date: Span, verb: &str) -> bool {
    let before = draft.before(date).to_lowercase();
    let clause = before.rsplit([',', ';', '.', '(', '\n']).next().unwrap_or("");
    clause.split_whitespace().rev().take(5).any(|word| word == verb)
}

/// The age that the sentence gives at death: behind the day of death, or with "aged" anywhere.
fn age(draft: &CheckContext<'_>, signals: &[Signal], died: Span) -> Option<(Span, f64)> {
    quantities(signals).into_iter().find_map(|(span, one)| {
        let before = draft.before(span).trim_end().to_lowercase();
        let bare = one.form == Form::Count
            && one.unit.is_empty()
            && span.start > died.end
            && AT.iter().any(|word| before.ends_with(&format!(" {word}")));
        let gap = draft.text(Span::new(died.end, span.start.max(died.end)));
        let plain = !gap.contains([';', '.']) && one.upper.is_none() && one.qualifier.is_none() && one.amount <= 120.0;
        (plain && (one.form == Form::Age && span.start > died.end || bare)).then_some((span, one.amount))
    })
}

/// Full years from one day to another.
pub(crate) fn full_years(from: NaiveDate, to: NaiveDate) -> i32 {
    let had_birthday = (to.month(), to.day()) >= (from.month(), from.day());
    to.year() - from.year() - i32::from(!had_birthday)
}
