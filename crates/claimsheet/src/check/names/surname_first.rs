//! A speaker by surname alone, who has not been named in full.

use crate::check::names::name_spelling::difference;
use crate::check::{CheckContext, Found};
use crate::signal::{Attribution, NameKind, SignalKind, Value};
use std::cell::LazyCell;
use std::collections::BTreeSet;

/// Words of a sentence that an organisation speaks in.
const OF_ORGANISATION: &[&str] = &["statement", "spokes", "tweet", "post", "release", "website", "e-mail", "email"];

/// The words of names and titles of more than one word.
fn full_names<'a>(draft: &CheckContext<'a>) -> BTreeSet<&'a str> {
    let all = draft.sentences().flat_map(|(_, signals)| signals);
    let names = all.filter(|signal| matches!(signal.value, Value::Name(_) | Value::Role { .. }));
    let texts = names.map(|signal| draft.text(signal.span)).filter(|text| text.contains(' '));
    texts.flat_map(str::split_whitespace).map(plain).collect()
}

pub(crate) fn run(draft: &CheckContext<'_>, found: &mut Vec<Found>) {
    let known = LazyCell::new(|| full_names(draft));
    // A surname a letter off another's is told as a name in two spellings.
    let is_slip = |word: &str| known.iter().any(|other| difference(&[word], &[*other]).is_some());
    let mut told = BTreeSet::new();
    for (read, signals) in draft.sentences() {
        let has_quote = signals.iter().any(|signal| signal.kind == SignalKind::Quotation);
        if !has_quote {
            continue;
        }
        let text = draft.text(read.span).to_ascii_lowercase();
        if OF_ORGANISATION.iter().any(|word| text.contains(word)) {
            continue;
        }
        for signal in signals {
            let Some(Attribution { speaker, cue }) = signal.attribution() else { continue };
            let word = draft.text(speaker);
            let is_person = signals.iter().any(|other| {
                other.span == speaker && matches!(other.value, Value::Name(NameKind::Person | NameKind::Other))
            });
            let letters = word.chars().all(|letter| letter.is_lowercase() || letter == '-');
            let is_surname = word.chars().count() >= 4
                && word.starts_with(char::is_uppercase)
                && word.chars().skip(1).all(char::is_lowercase)
                && !letters;
            let before = draft.before(speaker).trim_end_matches(['“', '"', ' ']);
            let is_clause = before.is_empty()
                || before.ends_with("said")
                || before.ends_with("says")
                || before.ends_with([',', '”', '"', '.', '?', '!', '\n']);
            let said = matches!(draft.text(cue), "said" | "says");
            if is_person
                && is_surname
                && is_clause
                && said
                && !known.contains(word)
                && !is_slip(word)
                && told.insert(word)
            {
                let message = format!("who is {word}? The draft gives no full name");
                found.push(Found { places: vec![speaker], message });
            }
        }
    }
}

/// A word without the apostrophe and what is behind it.
fn plain(word: &str) -> &str {
    word.split(['\'', '’']).next().unwrap_or(word).trim_matches(|letter: char| !letter.is_alphanumeric())
}
