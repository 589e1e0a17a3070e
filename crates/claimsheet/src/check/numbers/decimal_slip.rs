//! The same digits of the same thing in two sizes: million and billion, or a decimal mark that moved.

use crate::check::figures::{is_definite, number_at, significant};
use crate::check::{CheckContext, Found};
use crate::english::lexicon::Class;
use crate::english::passage::Passage;
use crate::english::token::TokenKind::{Close, Comma, Number, Period, Semicolon};
use crate::text::span::Span;
use crate::text::value::Form;
use crate::text::word_id::WordId;
use std::collections::{BTreeMap, BTreeSet};

/// From two digits on a coincidence is unlikely.
const TELLING: u64 = 10;

/// From three digits on a share is compared.
const TELLING_SHARE: u64 = 100;

/// Fewest long words that two sentences on one thing share.
const SHARED_WORDS: usize = 3;

/// Most shares with the same digits that are kept to compare.
const MOST_OF_DIGITS: usize = 20;

/// Shortest noun that money may stand before, in bytes.
const NOUN: usize = 4;

/// Shortest long word, in bytes.
const LONG: usize = 5;

/// An amount, and where it stands.
type Amount = (Span, f64);

/// A share, where it stands, and the long words of its sentence.
type Share = (Span, f64, BTreeSet<WordId>);

pub(crate) fn run(draft: &CheckContext<'_>, found: &mut Vec<Found>) {
    shares(draft, found);
    let mut seen: BTreeMap<(String, &str, u64), Vec<Amount>> = BTreeMap::new();
    for (span, one) in draft.sentences.iter().flat_map(|sentence| &sentence.quantities) {
        if one.form != Form::Money || one.upper.is_some() {
            continue;
        }
        let Some(thing) = thing(draft, *span) else { continue };
        let is_telling_thing = thing.word_count() > 1 || is_definite(draft.preceding(*span));
        let thing = thing.text().to_lowercase();
        let digits = significant(one.amount);
        let same = seen.entry((thing.clone(), one.unit.as_str(), digits)).or_default();
        let is_same = |(other, amount): &&Amount| {
            let is_telling =
                digits >= TELLING || written(draft, *span).is_some_and(|number| Some(number) == written(draft, *other));
            is_telling && is_telling_thing && is_slip(one.amount, *amount)
        };
        if let Some((other, _)) = same.iter().find(is_same) {
            let message =
                format!("\"{}\" here, \"{}\" there, of the same \"{thing}\"", draft.text(*other), draft.text(*span));
            found.push(Found { places: vec![*other, *span], message });
        }
        if same.iter().all(|(_, amount)| *amount != one.amount) {
            same.push((*span, one.amount));
        }
    }
}

/// Shares in sentences on one thing.
fn shares(draft: &CheckContext<'_>, found: &mut Vec<Found>) {
    let mut seen: BTreeMap<u64, Vec<Share>> = BTreeMap::new();
    for sentence in &draft.sentences {
        for (span, one) in &sentence.quantities {
            let digits = significant(one.amount);
            if one.form != Form::Percent || one.upper.is_some() || digits < TELLING_SHARE {
                continue;
            }
            let words = long_words(sentence.words);
            let same = seen.entry(digits).or_default();
            let is_same = |(_, amount, others): &&Share| {
                is_slip(one.amount, *amount) && others.intersection(&words).count() >= SHARED_WORDS
            };
            if let Some((other, ..)) = same.iter().find(is_same) {
                let message =
                    format!("\"{}\" here, \"{}\" there, of what seems the same", draft.text(*other), draft.text(*span));
                found.push(Found { places: vec![*other, *span], message });
            }
            if same.len() < MOST_OF_DIGITS {
                same.push((*span, one.amount, words));
            }
        }
    }
}

fn long_words(words: Passage<'_>) -> BTreeSet<WordId> {
    let long = words.tokens.iter().filter(|token| token.is_word() && token.span.len() >= LONG);
    long.map(|token| token.word).filter(|word| *word != word!("percent")).collect()
}

/// Whether two amounts are a power of ten apart that a slip explains.
fn is_slip(one: f64, other: f64) -> bool {
    let ratio = one.max(other) / one.min(other).max(f64::MIN_POSITIVE);
    [10.0, 100.0, 1000.0, 1e6].iter().any(|step| (ratio / step - 1.0).abs() < 1e-9)
}

/// The number as written before "million" and the like, where it has two digits or more: 600 of "$600 billion".
/// Nothing tells "$3 million" and "$3 billion" from two amounts.
fn written(draft: &CheckContext<'_>, span: Span) -> Option<f64> {
    let words = draft.passage(span);
    let at = words.tokens.iter().position(|token| token.kind == Number)?;
    let has_scale = words.tokens.get(at + 1).is_some_and(|scale| scale.spaced);
    number_at(words, at).filter(|_| has_scale && words.word(at).len() > 1)
}

/// What the money is: the two words right behind, `in bonds`, `for buses`, or the one, where the money
/// stands before its noun: `the $600 million loss`.
fn thing<'a>(draft: &CheckContext<'a>, span: Span) -> Option<Passage<'a>> {
    let before = draft.preceding(span);
    let clause = draft.following(span).up_to(&[Period, Comma, Semicolon, Close]);
    let noun = clause.first_words(1);
    let is_noun = noun.span().len() >= NOUN && !noun.first_is(Class::Preposition);
    if is_noun && (is_definite(before) || before.last_is(words!["a"])) {
        return Some(noun);
    }
    Some(clause.first_words(2)).filter(|words| words.word_count() == 2)
}
