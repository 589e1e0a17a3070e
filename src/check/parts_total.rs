//! Parts that nearly make the whole beside them.

use super::{Draft, Found, quantities, shown};
use crate::span::Span;
use crate::value::{Form, Quantity};

/// How far, as a share of the whole, parts may be off and still be meant as all of it.
const NEAR: f64 = 0.1;

/// Most bytes between the whole and its parts, and between parts: a noun, hardly more.
const GAP: u32 = 30;

pub(super) fn run(draft: &Draft<'_>, found: &mut Vec<Found>) {
    for (read, signals) in draft.sentences() {
        let all = quantities(signals);
        let Some(((span, total), parts)) = all.split_first() else { continue };
        let plain = |one: &Quantity| one.form == Form::Count && one.upper.is_none() && one.qualifier.is_none();
        let counted = plain(total) && parts.len() >= 2 && parts.iter().all(|(_, one)| plain(one));
        if !counted || !is_whole(draft, read.span, *span) && !is_list(draft, &all) {
            continue;
        }
        let sum: f64 = parts.iter().map(|(_, one)| one.amount).sum();
        if sum != total.amount && (sum - total.amount).abs() <= NEAR * total.amount {
            let terms: Vec<String> = parts.iter().map(|(_, one)| shown(one.amount)).collect();
            let message = format!("{} are {}, the draft says {}", terms.join(" + "), shown(sum), shown(total.amount));
            let places = std::iter::once(*span).chain(parts.iter().map(|(span, _)| *span)).collect();
            found.push(Found { places, message });
        }
    }
}

/// "Of 40" at the start of the sentence.
fn is_whole(draft: &Draft<'_>, sentence: Span, total: Span) -> bool {
    let before = draft.text(Span::new(sentence.start, total.start.max(sentence.start))).trim();
    ["Of", "Of the", "Out of", "Of its", "Of their", "Of these"].contains(&before)
}

/// "38 buses, 21 diesel and 17 electric": the parts stand right behind the whole, the last behind "and".
fn is_list(draft: &Draft<'_>, all: &[(Span, &Quantity)]) -> bool {
    let gap = |pair: &[(Span, &Quantity)]| match pair {
        [(one, _), (other, _)] if other.start >= one.end && other.start - one.end <= GAP => {
            Some(draft.text(Span::new(one.end, other.start)).trim())
        }
        _ => None,
    };
    let Some(gaps) = all.windows(2).map(gap).collect::<Option<Vec<&str>>>() else { return false };
    let Some(([first, between @ ..], last)) = gaps.split_last().map(|(last, rest)| (rest, last)) else { return false };
    let opens = first.ends_with([':', '—', '–', ',', '(']) && !first.split(' ').any(|word| word == "in");
    opens && last.ends_with(" and") && between.iter().all(|gap| gap.ends_with(','))
}
