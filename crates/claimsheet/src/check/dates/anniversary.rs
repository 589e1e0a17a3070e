//! An anniversary beside the year that it counts from.

use crate::check::figures::is_on_calendar;
use crate::check::{CheckContext, CheckedSentence, Found};
use crate::english::lexicon::Class;
use crate::english::phrase_lists::dates::ANOTHER_YEAR;
use crate::english::phrase_lists::tables::numbers::ANNIVERSARIES;
use crate::text::span::Span;
use crate::text::value::{Form, Quantity};
use chrono::Datelike;

pub(crate) fn run(draft: &CheckContext<'_>, found: &mut Vec<Found>) {
    let Some(published) = draft.document.meta.published else { return };
    for sentence in &draft.sentences {
        let mut years = sentence.dates.iter().filter(|(_, date)| is_on_calendar(date));
        let (Some((span, year)), None) = (years.next(), years.next()) else { continue };
        let Some(began) = year.from.filter(|_| draft.before_date(*span).last_is(Class::FoundingVerb)) else {
            continue;
        };
        let words = sentence.words;
        let Some(told) = Told::of(draft, sentence).filter(|_| !words.has(ANOTHER_YEAR)) else { continue };
        let shift = i32::from(words.has(phrases!["next year"])) - i32::from(words.has(phrases!["last year"]));
        let then = published.year() + shift;
        let real = then - began.year();
        // "Turned 80 in May", told in March, is of the May before.
        let is_before = words.has_word(words!["turned", "celebrated", "marked"]) && told.years == f64::from(real - 1);
        if (told.years - f64::from(real)).abs() > told.slack && !is_before {
            let message = format!(
                "from {} to {then} are {real} years, the draft says \"{}\"",
                began.year(),
                draft.text(told.span)
            );
            found.push(Found { places: vec![*span, told.span], message });
        }
    }
}

/// The years that a sentence tells.
struct Told {
    span: Span,
    years: f64,
    /// By how much they are rounded.
    slack: f64,
}

impl Told {
    /// "25th anniversary", "turned 80", "is 110 years old", "centenary".
    fn of(draft: &CheckContext<'_>, sentence: &CheckedSentence<'_>) -> Option<Self> {
        let counted = sentence.quantities.iter().find_map(|(span, one)| Self::counted(draft, *span, one));
        let named = || {
            sentence.words.tokens.iter().find_map(|token| {
                let (_, years) = ANNIVERSARIES.get(ANNIVERSARIES.iter().position(|(word, _)| *word == token.word)?)?;
                Some(Self { span: token.span, years: *years, slack: 0.0 })
            })
        };
        counted.or_else(named)
    }

    fn counted(draft: &CheckContext<'_>, span: Span, one: &Quantity) -> Option<Self> {
        let (before, inside, after) = (draft.preceding(span), draft.passage(span), draft.following(span));
        let slack = match one.form {
            Form::Ordinal => {
                let is_anniversary = inside.last_is(words!["anniversary"]);
                (is_anniversary || after.first_is(words!["anniversary", "birthday"])).then_some(0.0)
            }
            Form::Count => (before.last_is(words!["turned"]) && one.amount > 1.0).then_some(0.0),
            Form::Age if one.qualifier.is_none() && one.upper.is_none() && before.last_is(words!["is"]) => {
                Some(if one.amount % 10.0 == 0.0 { 5.0 } else { 1.0 })
            }
            _ => None,
        };
        slack.map(|slack| Self { span, years: one.amount, slack })
    }
}
