//! Shares side by side that make more than the whole.

use crate::check::{CheckContext, Found, format_number};
use crate::english::passage::Passage;
use crate::english::phrase_lists::numbers::NO_WHOLE;
use crate::english::token::TokenKind::Comma;
use crate::text::value::Form;

/// Sums above this are taken for shares of different things.
const MOST: f64 = 115.0;

/// Most words between two shares that belong together.
const APART: usize = 6;

pub(crate) fn run(draft: &CheckContext<'_>, found: &mut Vec<Found>) {
    for sentence in &draft.sentences {
        let shares: Vec<_> = sentence.quantities.iter().filter(|(_, one)| one.form == Form::Percent).collect();
        let plain = shares.iter().all(|(_, one)| one.upper.is_none() && one.qualifier.is_none());
        if shares.len() < 3 || !plain || sentence.words.has(NO_WHOLE) {
            continue;
        }
        let gaps: Vec<Passage<'_>> = shares
            .iter()
            .zip(shares.iter().skip(1))
            .map(|((one, _), (other, _))| draft.between(*one, *other))
            .collect();
        let has_and = |gap: &Passage<'_>| gap.has_word(words!["and"]);
        let is_near = |gap: &Passage<'_>| gap.word_count() <= APART && (gap.has_kind(&[Comma]) || has_and(gap));
        let is_list = gaps.iter().all(is_near) && gaps.last().is_some_and(has_and);
        let sum: f64 = shares.iter().map(|(_, one)| one.amount).sum();
        let hidden = 0.5 * shares.len() as f64;
        if is_list && sum > 100.0 + hidden && sum <= MOST {
            let terms: Vec<String> = shares.iter().map(|(_, one)| format_number(one.amount)).collect();
            let message = format!("{} are {} %: are they shares of one whole?", terms.join(" + "), format_number(sum));
            found.push(Found { places: shares.iter().map(|(span, _)| *span).collect(), message });
        }
    }
}
