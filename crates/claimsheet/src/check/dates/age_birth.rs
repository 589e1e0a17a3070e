//! An age beside a day or year of birth.

use crate::check::dates::age_death::full_years;
use crate::check::figures::is_on_calendar;
use crate::check::{CheckContext, CheckedSentence, Found};
use crate::english::phrase_lists::dates::NOT_TODAY;
use crate::text::span::Span;
use crate::text::value::{Form, Quantity};

pub(crate) fn run(draft: &CheckContext<'_>, found: &mut Vec<Found>) {
    let Some(published) = draft.document.meta.published else { return };
    for sentence in &draft.sentences {
        then(draft, sentence, found);
        let [(date_span, date)] = sentence.dates.as_slice() else { continue };
        let is_birth = is_on_calendar(date) && draft.before_date(*date_span).last_is(words!["born"]);
        let (Some(from), Some(to)) = (date.from, date.to) else { continue };
        if !is_birth || sentence.words.has(NOT_TODAY) {
            continue;
        }
        let is_age = |(span, one): &&(Span, &Quantity)| {
            let is_told = || one.form == Form::Count && draft.preceding(*span).last_is(words!["is", "now", "both"]);
            one.upper.is_none()
                && one.qualifier.is_none()
                && one.amount <= 120.0
                && (one.form == Form::Age || is_told())
        };
        let Some((span, said)) = sentence.quantities.iter().find(is_age) else { continue };
        let (least, most) = (full_years(to, published), full_years(from, published));
        if said.amount < f64::from(least) || said.amount > f64::from(most) {
            let real = if least == most { least.to_string() } else { format!("{least} or {most}") };
            let message = format!(
                "\"{}\" makes {real} on the day of publication, the draft says {}",
                draft.text(*date_span),
                said.amount
            );
            found.push(Found { places: vec![*date_span, *span], message });
        }
    }
}

/// "Born in 1950, she was 30 when she took office in 1985": an age in another year than that of publication.
fn then(draft: &CheckContext<'_>, sentence: &CheckedSentence<'_>, found: &mut Vec<Found>) {
    let [(born_span, born), (then_span, date)] = sentence.dates.as_slice() else { return };
    let is_told = is_on_calendar(born) && is_on_calendar(date) && draft.before_date(*born_span).last_is(words!["born"]);
    let ends = (born.from.zip(born.to), date.from.zip(date.to));
    let (Some((from, to)), Some((opening, closing))) = ends else { return };
    let is_age = |(span, one): &&(Span, &Quantity)| {
        let was = || one.form == Form::Count && one.unit.is_empty() && draft.preceding(*span).last_is(words!["was"]);
        // The date holds its preposition: "25 in 1999".
        let joint = || draft.passage(Span::new(span.end, then_span.end));
        let is_between = born_span.end <= span.start && span.end <= then_span.start;
        is_between
            && one.upper.is_none()
            && one.qualifier.is_none()
            && (one.form == Form::Age || was())
            && joint().first_is(words!["when", "in", "on"])
    };
    let Some((span, said)) = sentence.quantities.iter().find(is_age).filter(|_| is_told && to < opening) else {
        return;
    };
    let (least, most) = (full_years(to, opening), full_years(from, closing));
    if said.amount < f64::from(least) || said.amount > f64::from(most) {
        let message = format!(
            "\"{}\" makes {least} or {most} \"{}\", the draft says {}",
            draft.text(*born_span),
            draft.text(*then_span),
            said.amount
        );
        found.push(Found { places: vec![*born_span, *span, *then_span], message });
    }
}
