//! One person under two titles of one body.

use crate::check::{CheckContext, Found};
use crate::english::passage::Passage;
use crate::english::phrase_lists::offices::OFFICES;
use crate::signal::Value;
use crate::text::span::Span;
use std::collections::BTreeMap;

/// Longest title that is compared, in words.
const LONGEST: usize = 4;

/// Shortest word of a title before a name, in bytes.
const SHORTEST: usize = 3;

/// A name of a person with the title before it.
pub(crate) struct Titled<'a> {
    pub(crate) span: Span,
    /// First name and surname.
    pub(crate) person: Passage<'a>,
    /// The words of the title, within the name or before it.
    pub(crate) title: Passage<'a>,
    /// What stands before the name in its sentence.
    pub(crate) before: Passage<'a>,
}

/// The names of two words, or more with a title, and their titles.
pub(crate) fn titled<'a>(draft: &CheckContext<'a>) -> impl Iterator<Item = Titled<'a>> {
    let names = draft.records().flat_map(|(_, signals)| signals);
    let spans = names.filter(|signal| matches!(signal.value, Value::Name(_))).map(|signal| signal.span);
    spans.filter_map(|span| {
        let name = draft.passage(span);
        let words = name.spaced_words().count();
        let within: usize = name.spaced_words().take(words.checked_sub(2)?).map(Passage::len).sum();
        let before = draft.preceding(span);
        let is_apart = name.tokens.first().is_some_and(|token| token.spaced);
        let title = match within {
            0 if is_apart => title_at_end(before),
            within => name.first(within),
        };
        Some(Titled { span, person: name.from(within), title, before })
    })
}

pub(crate) fn run(draft: &CheckContext<'_>, found: &mut Vec<Found>) {
    let mut titles: BTreeMap<&str, Vec<(Passage<'_>, Span)>> = BTreeMap::new();
    for Titled { span, person, title, .. } in titled(draft) {
        let is_office = title.spaced_words().next_back().is_some_and(|office| office.is(OFFICES));
        if title.word_count() < 2 || !is_office {
            continue;
        }
        let known = titles.entry(person.text()).or_default();
        let other = known.iter().position(|(other, _)| is_other_office(*other, title));
        if let Some((other, place)) = other.and_then(|at| known.get(at)) {
            let message = format!("{} is \"{}\" here, \"{}\" there", person.text(), other.text(), title.text());
            found.push(Found { places: vec![*place, span], message });
        }
        known.push((title, span));
    }
}

/// Whether two titles begin alike, are of one length and end with two offices.
fn is_other_office(one: Passage<'_>, other: Passage<'_>) -> bool {
    let (mut words, mut others) = (one.spaced_words().map(Passage::text), other.spaced_words().map(Passage::text));
    words.next() == others.next() && one.word_count() == other.word_count() && words.next_back() != others.next_back()
}

/// The capitalised words with which a passage ends.
fn title_at_end(before: Passage<'_>) -> Passage<'_> {
    let is_title = |word: &Passage<'_>| word.begins_large() && word.text().len() >= SHORTEST && word.is_letters();
    let words = before.spaced_words().rev().take_while(is_title).take(LONGEST);
    before.last(words.map(Passage::len).sum())
}
