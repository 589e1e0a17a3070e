//! A bare dollar among dollars of several countries.

use crate::check::{CheckContext, Found};
use crate::text::span::Span;
use crate::text::value::Form;
use std::collections::BTreeMap;

pub(crate) fn run(draft: &CheckContext<'_>, found: &mut Vec<Found>) {
    let mut blocks: BTreeMap<u32, (bool, Option<Span>)> = BTreeMap::new();
    for sentence in &draft.sentences {
        for (span, one) in sentence.quantities.iter().filter(|(_, one)| one.form == Form::Money) {
            let amount = draft.passage(*span);
            let is_named = is_named(draft, *span);
            let is_bare = !is_named && amount.has_word(words!["$"]) && !amount.has_word(words!["dollar", "dollars"]);
            let (has_named, first_bare) = blocks.entry(sentence.record.block).or_default();
            *has_named |= is_named;
            if is_bare && one.amount > 0.0 {
                first_bare.get_or_insert(*span);
            }
        }
    }
    for span in blocks.into_values().filter(|(named, _)| *named).filter_map(|(_, bare)| bare) {
        let message = format!("\"{}\" among dollars of several countries: whose?", draft.text(span));
        found.push(Found { places: vec![span], message });
    }
}

/// Whether a dollar says whose it is: "US$", "Aus$", the letters of which may stand before the amount.
fn is_named(draft: &CheckContext<'_>, amount: Span) -> bool {
    let start = draft.preceding(amount).tokens.last().map_or(amount.start, |before| before.span.start);
    draft.passage(Span::new(start, amount.end)).tokens.windows(2).any(|pair| match pair {
        [letters, dollar] => letters.is_word() && !dollar.spaced && dollar.word == word!("$"),
        _ => false,
    })
}
