//! One abbreviation for two names.

use crate::check::{CheckContext, Found};
use crate::english::passage::Passage;
use crate::english::phrase_lists::names::JOINTS;
use crate::english::token::{Case, TokenKind};
use std::collections::BTreeMap;

/// Lengths of an abbreviation, in letters.
const LENGTHS: std::ops::RangeInclusive<usize> = 3..=8;

/// An abbreviation in brackets with the name before it.
pub(crate) struct Bracketed<'a> {
    pub(crate) short: &'a str,
    pub(crate) name: Passage<'a>,
}

/// The abbreviations in brackets behind as many capitalised words as they have letters.
pub(crate) fn bracketed<'a>(draft: &CheckContext<'a>) -> impl Iterator<Item = Bracketed<'a>> + use<'a> {
    let sentences =
        draft.records().map(|(record, _)| Passage { document: draft.document, tokens: draft.annotated.tokens(record) });
    sentences.flat_map(|sentence| {
        (1..sentence.len()).filter_map(move |open| {
            let [bracket, word, close] = sentence.tokens.get(open..open + 3)? else { return None };
            let short = word.span.of(&sentence.document.prose);
            let is_bracketed = bracket.word == word!("(") && bracket.spaced && close.word == word!(")");
            let is_abbreviation = word.case == Case::Upper
                && LENGTHS.contains(&short.len())
                && short.bytes().all(|letter| letter.is_ascii_uppercase());
            if !is_bracketed || !is_abbreviation || word.spaced || close.spaced {
                return None;
            }
            let name = name_before(sentence.first(open), short.len())?;
            Some(Bracketed { short, name })
        })
    })
}

pub(crate) fn run(draft: &CheckContext<'_>, found: &mut Vec<Found>) {
    let mut names: BTreeMap<&str, Passage<'_>> = BTreeMap::new();
    for Bracketed { short, name } in bracketed(draft) {
        let other = *names.entry(short).or_insert(name);
        if !is_same(other, name) {
            let message = format!("{short} is \"{}\" here, \"{}\" there", other.text(), name.text());
            found.push(Found { places: vec![other.span(), name.span()], message });
        }
    }
}

/// The words of a name, as many capitalised ones as the abbreviation has letters, at the end of a passage.
fn name_before(before: Passage<'_>, letters: usize) -> Option<Passage<'_>> {
    let (mut tokens, mut capitals) = (0, 0);
    for word in before.spaced_words().rev() {
        let is_capital = word.begins_large();
        let ends = word.tokens.last().is_some_and(|token| token.is_kind(MARKS)) || word.ends_in_stop();
        if !is_capital && !word.is(JOINTS) || ends {
            return None;
        }
        tokens += word.len();
        capitals += usize::from(is_capital);
        if capitals == letters {
            return Some(before.last(tokens));
        }
    }
    None
}

/// Marks behind which a name does not go on.
const MARKS: &[TokenKind] = &[TokenKind::Comma, TokenKind::Semicolon, TokenKind::Colon, TokenKind::Period];

/// Whether two names have the same words but for small ones, capitals and plurals.
fn is_same(one: Passage<'_>, other: Passage<'_>) -> bool {
    let big = |name: Passage<'_>| {
        let words = name.spaced_words().filter(|word| !word.is(JOINTS));
        words.map(|word| stem(word.text()).to_owned()).collect::<Vec<_>>()
    };
    let (one, other) = (big(one), big(other));
    one.len() == other.len() && one.iter().zip(&other).all(|(one, other)| one.eq_ignore_ascii_case(other))
}

/// A word without a plural's letter.
fn stem(word: &str) -> &str {
    word.strip_suffix('s').unwrap_or(word)
}
