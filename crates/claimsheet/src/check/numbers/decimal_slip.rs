//! The same digits of the same thing in two sizes: million and billion, or a decimal mark that moved.

use crate::check::{CheckContext, Found, quantities};
use crate::text::span::Span;
use crate::text::value::{Form, Quantity, Unit};
use std::collections::{BTreeMap, BTreeSet};

/// Fewest digits that make a coincidence unlikely.
const DIGITS: usize = 2;

pub(crate) fn run(draft: &CheckContext<'_>, found: &mut Vec<Found>) {
    shares(draft, found);
    let mut seen: BTreeMap<(String, Unit, String), Vec<(Span, f64)>> = BTreeMap::new();
    for (_, signals) in draft.sentences() {
        for (span, one) in quantities(signals) {
            if one.form != Form::Money || one.upper.is_some() {
                continue;
            }
            let thing = thing(draft, span);
            if thing.is_empty() {
                continue;
            }
            let same = seen.entry((thing.clone(), one.unit.clone(), digits(one))).or_default();
            let slip = same.iter().find(|(other, amount)| {
                let telling = digits(one).len() >= DIGITS
                    || written(draft, span).is_some_and(|number| Some(number) == written(draft, *other));
                telling && is_slip(one.amount, *amount) && (thing.contains(' ') || is_definite(draft, span))
            });
            if let Some((other, _)) = slip {
                let message =
                    format!("\"{}\" here, \"{}\" there, of the same \"{thing}\"", draft.text(*other), draft.text(span));
                found.push(Found { places: vec![*other, span], message });
            }
            if same.iter().all(|(_, amount)| *amount != one.amount) {
                same.push((span, one.amount));
            }
        }
    }
}

/// Fewest digits of a share that is compared, and of words that two sentences on one thing share.
const OF_SHARE: usize = 3;

/// Shares in sentences on one thing.
fn shares(draft: &CheckContext<'_>, found: &mut Vec<Found>) {
    let mut seen: BTreeMap<String, Vec<(Span, f64, BTreeSet<String>)>> = BTreeMap::new();
    for (read, signals) in draft.sentences() {
        for (span, one) in quantities(signals) {
            if one.form != Form::Percent || one.upper.is_some() || digits(one).len() < OF_SHARE {
                continue;
            }
            let words = long_words(draft.text(read.span));
            let same = seen.entry(digits(one)).or_default();
            let slip = same.iter().find(|(_, amount, others)| {
                is_slip(one.amount, *amount) && others.intersection(&words).count() >= OF_SHARE
            });
            if let Some((other, ..)) = slip {
                let message =
                    format!("\"{}\" here, \"{}\" there, of what seems the same", draft.text(*other), draft.text(span));
                found.push(Found { places: vec![*other, span], message });
            }
            if same.len() < MOST_OF_DIGITS {
                same.push((span, one.amount, words));
            }
        }
    }
}

/// Most shares with the same digits that are kept to compare.
const MOST_OF_DIGITS: usize = 20;

fn long_words(text: &str) -> BTreeSet<String> {
    let words = text.split(|letter: char| !letter.is_alphabetic()).filter(|word| word.len() >= 5);
    words.map(str::to_lowercase).filter(|word| word != "percent").collect()
}

/// Whether two amounts are a power of ten apart that a slip explains.
fn is_slip(one: f64, other: f64) -> bool {
    let ratio = one.max(other) / one.min(other).max(f64::MIN_POSITIVE);
    [10.0, 100.0, 1000.0, 1e6].iter().any(|step| (ratio / step - 1.0).abs() < 1e-9)
}

/// The digits of an amount without zeros at the end.
fn digits(one: &Quantity) -> String {
    let text = format!("{:.0}", one.amount * 100.0);
    text.trim_end_matches('0').to_owned()
}

/// The number as written, where it has two digits or more: "600" of "$600 billion". Nothing tells "$3
/// million" and "$3 billion" from two amounts.
fn written<'a>(draft: &CheckContext<'a>, span: Span) -> Option<&'a str> {
    let text = draft.text(span);
    let digits = text.trim_start_matches(|letter: char| !letter.is_ascii_digit());
    let number = digits.split(' ').next().filter(|number| number.len() >= DIGITS)?;
    (digits.len() > number.len()).then_some(number)
}

/// What the money is: the two words right behind, `in bonds`, `for buses`, or the one, where the money
/// stands before its noun: `the $600 million loss`.
fn thing(draft: &CheckContext<'_>, span: Span) -> String {
    let behind = draft.behind(span);
    let clause = behind.split(['.', ',', ';', ')', '\n']).next().unwrap_or("");
    let words: Vec<&str> = clause.split_whitespace().take(2).collect();
    let before = draft.before(span).trim_end().to_lowercase();
    let is_adjective = ["the", "a", "its", "their", "that", "this"]
        .iter()
        .any(|word| before.ends_with(&format!(" {word}")) || before == *word);
    match words.as_slice() {
        [noun, ..] if is_adjective && noun.len() >= NOUN => (*noun).to_lowercase(),
        [one, two] => format!("{one} {two}").to_lowercase(),
        _ => String::new(),
    }
}

/// Whether an amount points back to one that has been told.
fn is_definite(draft: &CheckContext<'_>, span: Span) -> bool {
    let before = draft.before(span).trim_end().to_lowercase();
    ["the", "its", "their", "that", "this"]
        .iter()
        .any(|word| before.strip_suffix(word).is_some_and(|rest| !rest.ends_with(char::is_alphanumeric)))
}

/// Shortest noun that money may stand before, in letters.
const NOUN: usize = 4;
