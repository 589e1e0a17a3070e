//! A figure in the headline, a heading or a caption that the text does not have.

use crate::check::{CheckContext, Found, quantities};
use crate::english::passage::Passage;
use crate::english::phrase_lists::headline::{DEAD, HURT};
use crate::english::token::TokenKind;
use crate::text::phrase::Phrase;
use crate::text::span::Span;
use crate::text::value::{Form, Qualifier, Quantity};

/// Most figures of the text that one is compared with: each with each would cost the square of the text.
const MOST: usize = 2000;

/// Least count that is compared where the text does not count the same thing: small ones stand for much.
const LARGE: f64 = 1000.0;

pub(crate) fn run(draft: &CheckContext<'_>, found: &mut Vec<Found>) {
    let body: Vec<(Span, &Quantity)> = draft
        .records()
        .filter(|(read, _)| draft.above(read).is_none())
        .flat_map(|(_, signals)| quantities(signals))
        .collect();
    for (read, signals) in draft.records() {
        let Some(place) = draft.above(read) else { continue };
        for (span, one) in quantities(signals) {
            let same = |other: &Quantity| match one.form {
                Form::Count => other.form == Form::Count && (one.amount >= LARGE || one.unit == other.unit),
                form => other.form == form,
            };
            let alike = body.iter().map(|(_, other)| *other).filter(|other| same(other)).take(MOST);
            if is_telling(one)
                && !follows_hyphen(draft, span)
                && alike.clone().next().is_some()
                && !alike.clone().any(|other| agrees(one, other))
            {
                let message = format!("the {place} says \"{}\", the text does not", draft.text(span));
                found.push(Found { places: vec![span], message });
            } else if let Some(toll) = casualties(draft, span, one, &body) {
                let message = format!("the {place} says \"{}\", the text \"{}\"", draft.text(span), draft.text(toll));
                found.push(Found { places: vec![span, toll], message });
            }
        }
    }
}

/// Money, shares, scores, and counts of hundreds or more.
fn is_telling(one: &Quantity) -> bool {
    let sort = match one.form {
        Form::Money | Form::Percent => one.upper.is_none(),
        Form::Score => true,
        Form::Count => one.upper.is_none() && one.amount >= LARGE / 10.0 && one.per.is_none(),
        _ => false,
    };
    sort && !matches!(one.qualifier, Some(Qualifier::UpTo))
}

/// Whether a hyphen joins a figure to the word before it: "Covid-19".
fn follows_hyphen(draft: &CheckContext<'_>, figure: Span) -> bool {
    let is_joined = draft.passage(figure).tokens.first().is_some_and(|token| !token.spaced);
    is_joined && draft.preceding(figure).tokens.last().is_some_and(|token| token.kind == TokenKind::Hyphen)
}

/// Words for the dead and for the hurt.
const HARM: &[&[Phrase]] = &[DEAD, HURT];

/// Within how many words behind a count the harm is told.
const NEXT: usize = 3;

/// Words for those who are counted; none for a count alone.
const PEOPLE: [&str; 3] = ["", "people", "persons"];

/// "Three die in fire" above a text in which two people died: the only counts of the sort that the text
/// has, where three is not among its counts at all.
fn casualties(draft: &CheckContext<'_>, span: Span, one: &Quantity, body: &[(Span, &Quantity)]) -> Option<Span> {
    let plain = |one: &Quantity| one.form == Form::Count && one.upper.is_none() && one.amount >= 2.0;
    let is_people = |one: &Quantity| PEOPLE.iter().any(|people| one.unit == *people);
    let harm = *HARM.iter().find(|words| harms(draft.following(span), words))?;
    let is_toll =
        |(at, other): &&(Span, &Quantity)| plain(other) && is_people(other) && harms(draft.following(*at), harm);
    let is_there =
        body.iter().take(MOST).any(|(_, other)| other.amount >= one.amount && other.amount < one.amount + 1.0);
    if !plain(one) || !is_people(one) || one.qualifier.is_some() || is_there {
        return None;
    }
    body.iter().take(MOST).find(is_toll).map(|(at, _)| *at)
}

/// Whether a word of harm stands among the first words of a passage, up to a mark.
fn harms(behind: Passage<'_>, words: &[Phrase]) -> bool {
    let clause = behind.up_to(&[TokenKind::Period, TokenKind::Comma, TokenKind::Semicolon]);
    clause.spaced_words().take(NEXT).any(|word| word.first(1).is(words))
}

/// Whether a headline's figure is the text's, rounded as headlines round.
fn agrees(headline: &Quantity, text: &Quantity) -> bool {
    let share = match headline.qualifier {
        Some(Qualifier::About | Qualifier::Under | Qualifier::AtLeast) => 0.12,
        _ if headline.form == Form::Count && text.qualifier.is_some() => 0.12,
        _ => 0.0,
    };
    let rounded = headline.scale.max(1.0) * 10_f64.powi(-i32::from(headline.decimals)) * 0.501;
    // "160 passengers" stands for 164.
    let tens = match headline.form {
        Form::Count if headline.amount % 10.0 == 0.0 => (headline.amount * 0.05).max(5.0),
        _ => 0.0,
    };
    let near = |one: f64, other: f64| (one - other).abs() <= rounded.max(tens).max(other.abs() * share);
    near(headline.amount, text.amount)
        || text.upper.is_some_and(|upper| headline.form != Form::Score && near(headline.amount, upper))
        || headline.form == Form::Score && headline.upper == Some(text.amount) && text.upper == Some(headline.amount)
}
