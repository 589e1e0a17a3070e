//! A poll without what one needs to judge it.

use crate::check::{CheckContext, Found, quantities};
use crate::english::passage::Passage;
use crate::english::phrase_lists::is_listed;
use crate::english::phrase_lists::poll::{BESIDE_POLL, METHOD, OWN, POLL, TOLD_OF};
use crate::english::token::TokenKind;
use crate::text::value::Form;

pub(crate) fn run(draft: &CheckContext<'_>, found: &mut Vec<Found>) {
    let has_poll = draft.annotated.words.all().iter().any(|word| is_listed(POLL, *word));
    if !has_poll || draft.records().any(|(read, _)| tells_method(draft.sentence(read))) {
        return;
    }
    for (read, signals) in draft.records().filter(|(read, _)| !draft.is_heading(read)) {
        let is_share = |form: Form| matches!(form, Form::Percent | Form::Fraction);
        let sentence = draft.sentence(read);
        if !quantities(signals).into_iter().any(|(_, one)| is_share(one.form)) || gives_sample(sentence) {
            continue;
        }
        let poll = POLL.iter().find_map(|poll| sentence.place_of(std::slice::from_ref(poll)));
        if let Some(poll) = poll {
            let message = "a poll without its dates, sample or margin: who asked whom, when, and how?".to_owned();
            found.push(Found { places: vec![sentence.slice(poll).span()], message });
            return;
        }
    }
}

/// "A survey of 412 voters", "a poll of about 900 adults".
fn gives_sample(sentence: Passage<'_>) -> bool {
    sentence.places_of(OWN).any(|place| {
        let behind = sentence.from(place.end);
        let sample = behind.without_opening(phrases!["about"]).unwrap_or(behind);
        sample.tokens.first().is_some_and(|token| token.kind == TokenKind::Number)
    })
}

/// Whether a sentence tells how the article's poll was made; one that brings in a poll of its own
/// ("a survey of 412 voters") tells that of its own.
fn tells_method(sentence: Passage<'_>) -> bool {
    let brings_in = sentence.first_is(words!["a", "another"]) && sentence.has(OWN);
    !brings_in && (sentence.has(METHOD) || sentence.has(TOLD_OF) && sentence.has(BESIDE_POLL))
}
