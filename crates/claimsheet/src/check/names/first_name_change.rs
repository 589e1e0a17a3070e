//! One surname and one office under two first names.

use crate::check::names::first_names::is_form;
use crate::check::names::title_change::{Titled, titled};
use crate::check::{CheckContext, Found};
use crate::english::passage::Passage;
use crate::english::phrase_lists::offices::{OTHER_HOLDER, SINGLE_HOLDER};
use crate::text::span::Span;
use crate::text::word_id::WordId;
use std::collections::BTreeMap;

/// Shortest first name that is written out, in letters.
const SHORTEST: usize = 3;

pub(crate) fn run(draft: &CheckContext<'_>, found: &mut Vec<Found>) {
    let mut holders: BTreeMap<(&str, &str), (&str, Span)> = BTreeMap::new();
    for Titled { span, person, title, before } in titled(draft) {
        let mut words = person.spaced_words();
        let (Some(first), Some(surname)) = (words.next(), words.next()) else { continue };
        let is_single = title.spaced_words().next_back().is_some_and(|office| office.is(SINGLE_HOLDER));
        let is_other = before.closes_with(OTHER_HOLDER) || title.spaced_words().any(|word| word.is(OTHER_HOLDER));
        if !is_single || is_other || !is_first_name(first) {
            continue;
        }
        let (first, surname, title) = (first.text(), surname.text(), title.text());
        let (known, place) = *holders.entry((title, surname)).or_insert((first, span));
        let is_short = known.strip_prefix(first).or_else(|| first.strip_prefix(known)).is_some();
        if !is_short && !is_form(WordId::of(known), WordId::of(first)) {
            let message = format!("{title} {known} {surname} here, {first} {surname} there");
            found.push(Found { places: vec![place, span], message });
        }
    }
}

/// Whether a word is a first name written out: no initial, no office.
fn is_first_name(word: Passage<'_>) -> bool {
    let is_long = word.text().chars().count() >= SHORTEST;
    is_long && word.begins_large() && !word.ends_in_stop() && !word.is(SINGLE_HOLDER)
}
