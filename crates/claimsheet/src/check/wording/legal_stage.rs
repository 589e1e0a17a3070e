//! The same person convicted here and awaiting trial there.

use crate::check::{CheckContext, Found};
use crate::english::passage::Passage;
use crate::english::phrase_lists::is_listed;
use crate::english::phrase_lists::legal_stage::{BOTH, CASE, CLEARED, CONVICTED, DECIDED, GUILTY, PENDING};
use crate::english::token::TokenKind;
use crate::signal::{NameKind, Signal, Value};
use crate::text::phrase::Phrase;
use crate::text::span::Span;
use crate::text::word_id::WordId;
use std::ops::Range;

/// What a sentence tells of a case.
struct Stage<'a> {
    /// Surnames of whom it tells.
    named: Vec<&'a str>,
    /// The words that tell the stage.
    place: Span,
    /// The offence; none where the stage alone counts.
    offence: Option<WordId>,
}

pub(crate) fn run(draft: &CheckContext<'_>, found: &mut Vec<Found>) {
    if !draft.annotated.words.all().iter().any(|word| is_listed(CASE, *word)) {
        return;
    }
    let mut pending: Vec<Stage<'_>> = Vec::new();
    let mut decided: Vec<Stage<'_>> = Vec::new();
    let mut before: Vec<&str> = Vec::new();
    for (record, signals) in draft.records() {
        let sentence = draft.sentence(record);
        let named = surnames(draft, signals);
        let named_or_before = if named.is_empty() { std::mem::take(&mut before) } else { named.clone() };
        before.clone_from(&named);
        if sentence.has(BOTH) {
            continue;
        }
        let offence = |told: &Range<usize>| offence(sentence.from(told.end));
        let stage = |told: Range<usize>, named, offence| Stage { named, place: sentence.slice(told).span(), offence };
        let cleared = first_of(sentence, CLEARED);
        let guilty = first_of(sentence, DECIDED).or_else(|| first_of(sentence, GUILTY));
        match (first_of(sentence, PENDING), guilty) {
            (Some(open), None) => pending.push(stage(open, named_or_before, None)),
            (None, Some(guilty)) if cleared.is_none() => {
                let convicted = first_of(sentence, CONVICTED);
                decided.push(stage(guilty, named, convicted.as_ref().and_then(offence)));
            }
            (None, None) => {
                pending.extend(cleared.map(|told| {
                    let offence = offence(&told);
                    stage(told, named_or_before, offence)
                }));
            }
            _ => {}
        }
    }
    for guilty in &decided {
        let in_common = |open: &Stage<'_>| {
            let is_same = open.offence.is_none() || open.offence == guilty.offence;
            let mut names = guilty.named.iter().filter(|name| open.named.iter().any(|other| other == *name));
            names.next().copied().filter(|_| is_same)
        };
        let Some((name, open)) = pending.iter().find_map(|open| Some((in_common(open)?, open))) else { continue };
        let message = format!(
            "{name}: \"{}\" here, \"{}\" there: at what stage is the case?",
            draft.passage(guilty.place).without_last(|token| token.kind == TokenKind::Comma).text(),
            draft.text(open.place)
        );
        found.push(Found { places: vec![guilty.place, open.place], message });
    }
}

/// Where the phrase that is listed first stands.
fn first_of(sentence: Passage<'_>, phrases: &[Phrase]) -> Option<Range<usize>> {
    phrases.iter().find_map(|phrase| sentence.place_of(std::slice::from_ref(phrase)))
}

/// The word with which a passage begins.
fn offence(behind: Passage<'_>) -> Option<WordId> {
    behind.tokens.first().filter(|token| token.is_word()).map(|token| token.word)
}

/// The last words of the names of people.
fn surnames<'a>(draft: &CheckContext<'a>, signals: &[Signal]) -> Vec<&'a str> {
    let people =
        signals.iter().filter(|signal| matches!(signal.value, Value::Name(NameKind::Person | NameKind::Other)));
    people.filter_map(|signal| draft.passage(signal.span).spaced_words().next_back()).map(Passage::text).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_way_to_tell_of_an_open_or_cleared_case_holds_a_word_of_one() {
        for phrase in PENDING.iter().chain(CLEARED) {
            assert!(phrase.words().iter().any(|word| is_listed(CASE, *word)), "{phrase:?}");
        }
    }
}
