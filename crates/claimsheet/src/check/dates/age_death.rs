//! An age at death beside the years of birth and death.

use crate::check::figures::is_on_calendar;
use crate::check::{CheckContext, CheckedSentence, Found};
use crate::english::phrase_lists::dates::AGED;
use crate::english::token::TokenKind::{Comma, Open, Period, Semicolon};
use crate::text::span::Span;
use crate::text::value::Form;
use crate::text::word_id::WordId;
use chrono::{Datelike, NaiveDate};

/// Most tokens from the verb to its date: "in", "on" or a place of a word or two may stand between.
const REACH: usize = 5;

pub(crate) fn run(draft: &CheckContext<'_>, found: &mut Vec<Found>) {
    for sentence in &draft.sentences {
        let [(born_span, born), (died_span, died)] = sentence.dates.as_slice() else { continue };
        let told = is_on_calendar(born)
            && is_on_calendar(died)
            && is_after(draft, *born_span, word!("born"))
            && is_after(draft, *died_span, word!("died"));
        let ends = (born.from, born.to, died.from, died.to);
        let (Some(from), Some(to), Some(dead_from), Some(dead_to)) = ends else { continue };
        let Some((span, age)) = age(draft, sentence, *died_span).filter(|_| told && to < dead_from) else { continue };
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

/// Whether a date stands close after a verb in its clause.
fn is_after(draft: &CheckContext<'_>, date: Span, verb: WordId) -> bool {
    draft.preceding(date).since(&[Comma, Semicolon, Period, Open]).last(REACH).has_word(&[verb])
}

/// The age that the sentence gives at death: behind the day of death, as an age or a bare number.
fn age(draft: &CheckContext<'_>, sentence: &CheckedSentence<'_>, died: Span) -> Option<(Span, f64)> {
    sentence.quantities.iter().filter(|(span, _)| span.start > died.end).find_map(|(span, one)| {
        let is_bare = one.form == Form::Count && one.unit.is_empty() && draft.preceding(*span).closes_with(AGED);
        let is_plain = one.upper.is_none() && one.qualifier.is_none() && one.amount <= 120.0;
        let is_near = !draft.between(died, *span).has_kind(&[Semicolon, Period]);
        (is_plain && is_near && (one.form == Form::Age || is_bare)).then_some((*span, one.amount))
    })
}

/// Full years from one day to another.
pub(crate) fn full_years(from: NaiveDate, to: NaiveDate) -> i32 {
    let had_birthday = (to.month(), to.day()) >= (from.month(), from.day());
    to.year() - from.year() - i32::from(!had_birthday)
}
