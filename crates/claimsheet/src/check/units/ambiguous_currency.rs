//! A bare dollar among dollars of several countries.

use crate::check::{CheckContext, Found, quantities};
use crate::text::span::Span;
use crate::text::value::Form;
use std::collections::BTreeMap;

/// Dollars that say whose they are.
const NAMED: &[&str] = &["US$", "C$", "A$", "S$", "HK$", "NZ$", "CA$", "AU$", "NT$"];

pub(crate) fn run(draft: &CheckContext<'_>, found: &mut Vec<Found>) {
    let mut blocks: BTreeMap<u32, (bool, Option<Span>)> = BTreeMap::new();
    for (read, signals) in draft.sentences() {
        for (span, one) in quantities(signals).into_iter().filter(|(_, one)| one.form == Form::Money) {
            let text = draft.text(span);
            // "Aus$23" is read without its letters.
            let named = NAMED.iter().any(|mark| text.contains(mark))
                || draft.before(span).ends_with(|letter: char| letter.is_alphabetic());
            let bare = !named && text.contains('$') && !text.contains("dollar");
            let (has_named, first_bare) = blocks.entry(read.block).or_default();
            *has_named |= named;
            if bare && one.amount > 0.0 {
                first_bare.get_or_insert(span);
            }
        }
    }
    for span in blocks.into_values().filter(|(named, _)| *named).filter_map(|(_, bare)| bare) {
        let message = format!("\"{}\" among dollars of several countries: whose?", draft.text(span));
        found.push(Found { places: vec![span], message });
    }
}
