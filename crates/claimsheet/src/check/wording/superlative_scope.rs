//! "The largest collection": of what area, since when?

use crate::check::{CheckContext, Found};
use crate::signal::SignalKind;

/// Superlatives of things that are measured, of which somebody keeps a list.
const MEASURED: &[&str] =
    &["largest", "oldest", "longest", "tallest", "deepest", "fastest", "heaviest", "youngest", "deadliest", "busiest"];

/// Things of which "the largest" is one of a few at hand, or that bring their scope along.
const OWN: &[&str] = &[
    "share",
    "part",
    "number",
    "portion",
    "proportion",
    "group",
    "piece",
    "single",
    "problem",
    "challenge",
    "issue",
    "ever",
    "reason",
    "percentage",
    "amount",
    "cost",
    "deficiency",
    "obstacle",
    "risk",
    "threat",
    "mistake",
    "question",
    "increase",
    "drop",
];

/// Words that give a scope.
const SCOPE: &[&str] = &[
    "in",
    "on",
    "at",
    "among",
    "ever",
    "since",
    "worldwide",
    "nationwide",
    "anywhere",
    "between",
    "from",
    "within",
    "known",
    "world",
    "national",
    "history",
    "today",
    "yet",
    "so",
    "than",
    "near",
    "along",
    "outside",
    "under",
    "across",
    "by",
    "that",
    "they",
    "there",
    "record",
    "recorded",
    "after",
    "behind",
    "two",
    "three",
];

pub(crate) fn run(draft: &CheckContext<'_>, found: &mut Vec<Found>) {
    for (read, signals) in draft.sentences().filter(|(read, _)| !draft.is_heading(read)) {
        for signal in signals.iter().filter(|signal| signal.kind == SignalKind::Superlative) {
            let text = draft.text(signal.span);
            let opens = text.strip_prefix("the ").or_else(|| text.strip_prefix("The "));
            let sentence = draft.text(read.span);
            let behind =
                sentence.get((signal.span.end.max(read.span.start) - read.span.start) as usize..).unwrap_or("");
            let measured = opens.and_then(|rest| rest.split_whitespace().next());
            if !measured.is_some_and(|word| MEASURED.contains(&word)) {
                continue;
            }
            let lower = sentence.to_lowercase();
            let words: Vec<&str> =
                behind.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
            let scoped =
                words.iter().any(|word| SCOPE.contains(word) || word.chars().next().is_some_and(char::is_uppercase));
            let of_the = behind.contains(" of the ")
                || behind.contains(" of all ")
                || behind.contains(" of its ")
                || behind.contains(" of their ");
            let own = words.first() == Some(&"and") || words.iter().take(3).any(|word| OWN.contains(word));
            let before = lower.contains(" of the ")
                || lower.starts_with("in ")
                || lower.starts_with("of ")
                || lower.contains("’s ")
                || lower.contains("'s ");
            if !scoped && !of_the && !own && !before && !words.is_empty() {
                let message = format!("\"{text}{}\": of which area, and since when?", clause(behind));
                found.push(Found { places: vec![signal.span], message });
            }
        }
    }
}

/// The words up to the next mark.
fn clause(behind: &str) -> &str {
    behind.split([',', '.', ';', ':', '—', '?', '!']).next().unwrap_or("").split(" -- ").next().unwrap_or("")
}
