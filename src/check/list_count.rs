//! An announced count beside the list that follows.

use super::{Draft, Found, quantities, shown};
use crate::span::Span;
use crate::value::Form;

/// Longest item of a plain list, in words.
const LONGEST_ITEM: usize = 7;

pub(super) fn run(draft: &Draft<'_>, found: &mut Vec<Found>) {
    for (read, signals) in draft.sentences() {
        for (span, one) in quantities(signals) {
            let plain =
                one.form == Form::Count && one.upper.is_none() && one.qualifier.is_none() && !one.unit.is_empty();
            if !plain || !(2.0..=12.0).contains(&one.amount) {
                continue;
            }
            let rest = draft.text(Span::new(span.end, read.span.end.max(span.end)));
            let names = names_behind(rest);
            let Some(list) = rest.strip_prefix(": ").or(names).filter(|list| {
                !list.contains([':', ';', '“', '"', '—', '(']) && !list.chars().any(|letter| letter.is_ascii_digit())
            }) else {
                continue;
            };
            let Some(items) = items(list) else { continue };
            if items as f64 != one.amount {
                let message = format!("\"{}\" announces {}, the list has {items}", draft.text(span), shown(one.amount));
                let start = read.span.end - list.len() as u32;
                found.push(Found {
                    places: vec![span, Span::new(start, start + list.trim_end().len() as u32)],
                    message,
                });
            }
        }
    }
}

/// A list of names behind a phrase and a colon: "finalists for the seat: Ann Lee and Bo Roy".
fn names_behind(rest: &str) -> Option<&str> {
    let (phrase, list) = rest.split_once(": ")?;
    let is_phrase =
        !phrase.contains([',', ';', '(', '—', '“', '"']) && !phrase.bytes().any(|byte| byte.is_ascii_digit());
    let is_name = |item: &str| {
        let item = item.strip_prefix("and ").unwrap_or(item);
        let words = item.split_whitespace();
        words.clone().count() >= 2 && words.into_iter().all(|word| word.starts_with(char::is_uppercase))
    };
    let all_names = list.trim_end().trim_end_matches('.').split(", ").flat_map(|item| item.split(" and ")).all(is_name);
    (is_phrase && all_names).then_some(list)
}

/// How many items a list "a, b and c" has; none where it is no plain list.
fn items(text: &str) -> Option<usize> {
    let text = text.trim_end().trim_end_matches('.');
    let commas: Vec<&str> = text.split(", ").collect();
    let (last, before) = commas.split_last()?;
    let joined = last.strip_prefix("and ").map_or_else(|| last.split(" and ").collect::<Vec<_>>(), |last| vec![last]);
    let has_and = text.contains(" and ");
    let fits = |item: &&str| (1..=LONGEST_ITEM).contains(&item.split_whitespace().count());
    let plain =
        before.iter().all(|item| fits(item) && !item.contains(" and ")) && joined.iter().all(fits) && joined.len() <= 2;
    (plain && has_and && before.len() + joined.len() >= 2).then_some(before.len() + joined.len())
}
