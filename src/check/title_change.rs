//! One person under two titles of one body.

use super::{Draft, Found};
use crate::signal::Value;
use crate::span::Span;
use std::collections::BTreeMap;

/// Longest title that is compared, in words.
const LONGEST: usize = 4;

pub(super) fn run(draft: &Draft<'_>, found: &mut Vec<Found>) {
    let mut titles: BTreeMap<String, Vec<(Vec<&str>, Span)>> = BTreeMap::new();
    for (_, signals) in draft.sentences() {
        for signal in signals.iter().filter(|signal| matches!(signal.value, Value::Name(_))) {
            let words: Vec<&str> = draft.text(signal.span).split_whitespace().collect();
            let before = title_before(draft.before(signal.span));
            if words.len() < 2 || before.len() < 2 {
                continue;
            }
            let known = titles.entry(words.join(" ")).or_default();
            let other = known.iter().find(|(other, _)| {
                other.first() == before.first() && other.len() == before.len() && other.last() != before.last()
            });
            if let Some((other, place)) = other {
                let message =
                    format!("{} is \"{}\" here, \"{}\" there", words.join(" "), other.join(" "), before.join(" "));
                found.push(Found { places: vec![*place, signal.span], message });
            }
            known.push((before, signal.span));
        }
    }
}

/// The capitalised words right before a name.
fn title_before(before: &str) -> Vec<&str> {
    if !before.ends_with(' ') {
        return Vec::new();
    }
    let is_title = |word: &&str| {
        word.starts_with(char::is_uppercase)
            && word.len() > 2
            && word.chars().all(|letter| letter.is_alphabetic() || letter == '-')
    };
    let mut words: Vec<&str> = before.trim_end().rsplit([' ', '\n']).take_while(is_title).take(LONGEST).collect();
    words.reverse();
    words
}
