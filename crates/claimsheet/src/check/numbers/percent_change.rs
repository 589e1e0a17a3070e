//! A change in per cent beside the two figures that it is of.

use crate::check::numbers::from_to_change::{Change, changes};
use crate::check::{CheckContext, Found, format_number, rounding};
use crate::english::lexicon::Class;
use crate::text::span::Span;
use crate::text::value::{Form, Qualifier, Quantity};

/// How far behind the figures the percentage stands at most, in bytes, where there are several.
const BESIDE: usize = 40;

pub(crate) fn run(draft: &CheckContext<'_>, found: &mut Vec<Found>) {
    for sentence in &draft.sentences {
        let percents: Vec<_> =
            sentence.quantities.iter().filter(|(_, said)| said.form == Form::Percent && said.upper.is_none()).collect();
        let all = changes(draft, sentence);
        let [change] = all.as_slice() else { continue };
        // Of several, the one right behind the figures: "from 500 to 550 students, an increase of 10 percent".
        let is_after = |span: Span| {
            let gap = draft.between(change.span, span);
            span.start >= change.span.end && gap.span().len() <= BESIDE && gap.has_word(Class::ChangeWord)
        };
        let beside: Vec<_> = percents.iter().filter(|(span, _)| percents.len() == 1 || is_after(*span)).collect();
        let [(span, said)] = beside.as_slice() else { continue };
        if tells_change(draft, *span, change) && !fits(said, change) {
            let real = (change.to - change.from) / change.from * 100.0;
            let direction = if real < 0.0 { "down" } else { "up" };
            let message = format!(
                "\"{}\" is {direction} {} %, the draft says {} %",
                draft.text(change.span),
                format_number(real.abs()),
                format_number(said.amount)
            );
            found.push(Found { places: vec![*span, change.span], message });
        }
    }
}

/// Whether the rounding of the figures and of the percentage as written leaves both standing.
fn fits(said: &Quantity, change: &Change) -> bool {
    let between = |from: f64, to: f64| ((to - from) / from * 100.0).abs();
    let (low, high) = change.slack;
    let all = [
        between((change.from - low).max(f64::MIN_POSITIVE), change.to + high),
        between(change.from + low, (change.to - high).max(0.0)),
        between(change.from, change.to),
    ];
    let least = all.iter().copied().fold(f64::INFINITY, f64::min);
    let most = all.iter().copied().fold(0.0, f64::max);
    match said.qualifier {
        Some(Qualifier::Under) => least <= said.amount + 0.5 && most >= said.amount * 0.85,
        Some(Qualifier::AtLeast) => most >= said.amount - 0.5,
        Some(Qualifier::UpTo) => least <= said.amount + 0.5,
        Some(Qualifier::About) => least <= said.amount * 1.1 + 1.0 && most >= said.amount * 0.9 - 1.0,
        _ => least <= said.amount + rounding(said) + 0.05 && most >= said.amount - rounding(said) - 0.05,
    }
}

/// How far before the figures a word that tells a change stands at most, in bytes.
const BEFORE: u32 = 30;

/// Whether the percentage stands near the figures, tells a change, and is no share of something.
fn tells_change(draft: &CheckContext<'_>, said: Span, change: &Change) -> bool {
    let near = said.cover(change.span);
    let words = draft.passage(Span::new(near.start.saturating_sub(BEFORE), near.end));
    words.has_word(Class::ChangeWord) && !draft.following(said).first_is(words!["of"])
}
