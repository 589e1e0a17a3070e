//! A temperature in two scales side by side.

use crate::check::joint::Joint;
use crate::check::{CheckContext, Found, format_number};
use crate::english::passage::Passage;
use crate::english::token::TokenKind;
use crate::text::span::Span;
use crate::text::value::Quantity;

/// What the rounding of a whole degree may hide, in degrees Celsius.
const SLACK: f64 = 1.01;

/// Most tokens between a number of degrees and the name of its scale.
const NAME: usize = 4;

/// A scale of temperature.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Scale {
    Fahrenheit,
    Celsius,
}

impl Scale {
    const fn symbol(self) -> &'static str {
        match self {
            Self::Fahrenheit => "°F",
            Self::Celsius => "°C",
        }
    }

    /// The scale that is named first in a passage, where there is one.
    fn named(words: Passage<'_>) -> Option<Self> {
        words.tokens.iter().find_map(|token| match token.word {
            word if word == word!("fahrenheit") => Some(Self::Fahrenheit),
            word if word == word!("celsius") => Some(Self::Celsius),
            _ => None,
        })
    }

    /// The scale of a quantity, from its unit, its words, or those behind it.
    fn of(draft: &CheckContext<'_>, span: Span, one: &Quantity) -> Option<Self> {
        match one.unit.as_str() {
            "°F" => Some(Self::Fahrenheit),
            "°C" => Some(Self::Celsius),
            _ => Self::named(draft.passage(span)).or_else(|| Self::named(draft.following(span).first(NAME))),
        }
    }
}

/// Whether degrees may be rounded to a step.
fn is_even(degrees: f64, step: f64) -> bool {
    degrees != 0.0 && degrees % step == 0.0
}

pub(crate) fn run(draft: &CheckContext<'_>, found: &mut Vec<Found>) {
    for pair in draft.sentences.iter().flat_map(|sentence| sentence.quantities.windows(2)) {
        let [(first_span, first), (second_span, second)] = pair else { continue };
        let is_pair = is_joint(draft.between(*first_span, *second_span));
        if !is_pair || first.upper.is_some() || second.upper.is_some() {
            continue;
        }
        let scales = Scale::of(draft, *first_span, first).zip(Scale::of(draft, *second_span, second));
        let Some((scale, other)) = scales.filter(|(scale, other)| scale != other) else { continue };
        let (first_told, second_told) = (signed(draft, *first_span, first), signed(draft, *second_span, second));
        let (real, slack) = match scale {
            Scale::Fahrenheit => ((first_told - 32.0) / 1.8, SLACK),
            Scale::Celsius => (first_told * 1.8 + 32.0, SLACK * 1.8),
        };
        // Where both are tens or fives, each may be rounded to them.
        let are_even = |step: f64| is_even(first_told, step) && is_even(second_told, step);
        let step = if are_even(10.0) { 10.0 } else { 5.0 };
        let slack = if are_even(step) { slack.max(step / 2.0) } else { slack };
        if (real - second_told).abs() > slack {
            let message = format!(
                "{} {} are {} {}, the draft says {}",
                format_number(first_told),
                scale.symbol(),
                format_number(real),
                other.symbol(),
                format_number(second_told)
            );
            found.push(Found { places: vec![*first_span, *second_span], message });
        }
    }
}

/// Whether the same temperature in another scale may stand behind such words: "degrees Fahrenheit (minus".
fn is_joint(between: Passage<'_>) -> bool {
    let unsigned = between.without_closing(phrases!["minus", "-", "−"]).unwrap_or(between);
    let scale = unsigned.tokens.iter().rposition(|token| token.is(words!["fahrenheit", "celsius"]));
    let joint = unsigned.from(scale.map_or(0, |at| at + 1));
    matches!(Joint::of(joint), Some(Joint::Bracket | Joint::Or))
}

/// The number with the sign that stands before it or in it.
fn signed(draft: &CheckContext<'_>, span: Span, one: &Quantity) -> f64 {
    let (before, inside) = (draft.preceding(span), draft.passage(span));
    let is_below = before.last_is(words!["minus", "−"])
        || inside.first_is(words!["minus", "−", "-"])
        || before.last_is(words!["-"]) && before.kind(before.len().saturating_sub(2)) == Some(TokenKind::Open);
    if is_below && one.amount > 0.0 { -one.amount } else { one.amount }
}
